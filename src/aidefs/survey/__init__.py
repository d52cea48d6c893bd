"""The whole collection at once: who is like whom, since when, made from what, where words stand.

Public are the functions that modules bear the names of: `nearest`, `coverage`, `timeline`, `lineage`,
`search`, and in `similarity` `matrix` and `families`. `selection` says which definitions are meant; `lcs` and
`clustering` do the arithmetic.
"""
