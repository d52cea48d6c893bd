"""Documents checked against the library: quotations found, identified, compared, attributed, corrected.

Public are `find.find_quotations`, which searches a text and gives each `quotation.Quotation` with its
`Attribution`; `verification.verify`, which reads files, searches them and gives a `Verification` of
`CheckedFile`s and their `Passage`s; and `check.check`, which holds one quotation against the text that it is
said to be from. The other modules are the steps of the search, in this order:

1. `candidates`: where a text may quote at all. A fast look passes over nearly everything; the rest is read
   without its mark-up, and pairs of rare words that stand close together mark the places. What the library
   is asked with is in `index`: its definitions, prepared in `references`, and their names, in `titles`.
2. `marks`: what stands between quotation marks, which no passage crosses.
3. `passages`: a place beside a definition. `local_alignment` finds the words that they share, and a
   `ParallelPassage` is compared with the part of the definition that it gives; `severity` says how grave
   a departure is.
4. `extents`: where such a passage begins and ends, from the words that agree and the marks around them.
5. `identification`: whether a passage is a quotation, and of which definition, where several are alike.
6. `claims`: how a passage is presented.
7. `attribution`: which text the surroundings of a passage name as its source, and whether it is that one.
   `placement` knows the notes, cells and headings that belong to it, `instruments` the names of law that is
   not in the library, and `descriptions` texts that are named by place, kind and year. `misattribution` tells
   whose words a passage or fragment is, where they are said to be of a text that does not have them, and
   `anchors` the provision right before it; `sources` which of them wins.
8. `sayings`: what is said around a passage of whose words it is. What authors say is in `phrases`.
9. `judgement`: what follows from what is known of a passage, its `case`: whether there is anything to
   reproach.
10. `fragments`: a few words between marks, and statements in prose, which only the text named beside them
    makes a passage.
11. `copies`: which definitions that look like a law's own are those of a law that the document copies, and
    `earlier_versions`: what all passages of a document together tell of the version that it is, or is
    built on.

`find` runs them, each on an `excerpt` of the document. What is found is a `Quotation`; `corrections` says
what would have to be written in the file to make it letter for letter.
"""
