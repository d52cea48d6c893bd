"""Documents checked against the library: quotations found, identified, compared, attributed, corrected.

Public are `find.find_quotations`, which searches a text and gives each `quotation.Quotation` with its
`Attribution`, and `verification.verify`, which reads files, searches them and gives a `Verification` of
`CheckedFile`s and their `Passage`s. The other modules are the steps of the search, in this order:

1. `candidates`: where a text may quote at all. A fast look passes over nearly everything; the rest is read
   without its mark-up, and pairs of rare words that stand close together mark the places. What the library
   is asked with is in `index`: its definitions, prepared in `references`, and their names, in `titles`.
2. `passages`: a place beside a definition. `local_alignment` finds the words that they share, and a
   `ParallelPassage` is compared with the part of the definition that it gives.
3. `extents`: where such a passage begins and ends, from the words that agree and the marks around them.
4. `identification`: whether a passage is a quotation, and of which definition, where several are alike.
5. `attribution`: which text the words around a passage name as its source, and whether it is that one.

What is found is a `Quotation`; `corrections` says what would have to be written in the file to make it letter
for letter.
"""
