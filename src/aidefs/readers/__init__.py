"""Files of many formats as plain text that knows where each of its characters comes from.

`read.read` chooses the reader of a file; each reader is a function from its name and bytes to a
`source.ReadText`. What they stand on is in `limits` (how much is read), `encodings` (from bytes to
characters, and plain text itself), `archives` (zip archives of XML) and `flow` (paragraphs of office
documents). `ReadText.regions` says what a document sets apart: headings, block quotations, cells, code and
notes with the place that each is tied to; `regions.regions` finds them in text of unknown format.

`markup.without_markup` is for text of unknown format, such as Markdown, a string of a program or what a
reader has left: it guesses by the look of a place what is mark-up, where a reader knows its format. `layout`
finds the numbers of lines and the edges of pages between the words, `spacing` the words that stand without
spaces between them.
"""
