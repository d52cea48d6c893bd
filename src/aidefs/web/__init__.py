"""The answers of aidefs for those who have no terminal: pages for people, tools for assistants.

`Explorer` in `app.py` is a WSGI application (extra `web`); `serve` in `server.py` runs it on this machine,
`write_site` in `site.py` writes its pages as files. Routes call the public functions and show what these
give: there is no second engine here. Every state of stored texts is an address, no page needs a script, and
nothing is kept of what a reader sends.
"""
