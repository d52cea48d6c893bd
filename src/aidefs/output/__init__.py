"""Results shown and saved: views, pictures, graphs, editions, JSON, SARIF, exports.

`render` gives a result in any format: `views` makes a document of it, a module of `aidefs.formats` writes
that down. `pictures`, `graphs`, `tei`, `reledmac` and `sarif` are for results of one kind; `export.export`
writes the collection for other programs.
"""
