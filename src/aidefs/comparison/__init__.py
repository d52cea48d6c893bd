"""Definitions side by side, element by element, with findings; tables of them for papers.

Public are `rows.compare` and `table.table`. `comparison` has the records, `findings` the sentences.
"""
