"""The collection: records, names, elements, filters, checks, citations.

Public are `lookup` (`get`, `definitions`), `library.Library`, `records.Definition`, `taxonomy.Taxonomy`,
`citations.cite` and `checks.check`. A record is declared in `records`, read by `files`, found by `library`;
`schema`, `rules` and `checks` say what is wrong with one.
"""
