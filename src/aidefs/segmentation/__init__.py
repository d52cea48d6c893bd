"""A definition cut into elements, by annotation or by rule, with what decided it.

Public are `segmentation.segment` and the records of `segments`. The way of a text without an annotation:
`clauses` (pieces, with `frames`) → `scoring` (what speaks for each element, with `exemplars`) → `decoding`
(the best sequence) → `facets`, those of the `genus` among them. The words that the rules look for are those
of a `grammar`, one a language.
"""
