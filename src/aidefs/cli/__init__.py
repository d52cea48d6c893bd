"""The command line: parse, call one public function, write.

`main` finds the commands, which stand with their neighbours in `compare`, `survey`, `collection` and
`verify`; `options` reads what they share, `destination` writes what comes out.
"""
