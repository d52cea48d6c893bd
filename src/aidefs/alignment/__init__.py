"""Texts aligned word by word: redlines of two, collations of many with an apparatus.

Public are `redline.diff` and `redline.chain`, and `collation.collate`. Under a redline lie `engine` (matched
words) and `edits` (the script of them); under a collation `variant_graph` and `apparatus`.
"""
