"""Documents written in a format: text, Markdown, HTML, LaTeX, Word, Excel and the formats of tables.

`document` is what all of them are given: headings, paragraphs, tables, tracked text. Each format is a module
or package with a `render_document`, the formats of tables alone stand together in `tabulated`; none knows a
result or a law. `options` has the names of all forms, those too that `aidefs.output` writes.
"""
