"""Words and characters: tokens with offsets and keys, languages, wording patterns, text made visible.

`tokens` cuts texts, `languages` has the profile of each language, `cues` the patterns that point to an
element, `phrasebook` the words of tables in English and French, `spans` finds pieces in a text, `visible`
shows what terminals would obey.
"""
