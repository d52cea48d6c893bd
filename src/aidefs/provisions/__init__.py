"""Provisions that define a term, found in the laws of any format.

`extraction.extract` finds them by a pipeline whose steps are the modules: `structure` and `markup`,
`candidates`, `boundaries`, `locators`, `references` with `identifiers`, `kinds`; the words of each language
stand in `wordings`. `given` takes the definition out of a document that a user hands over in place of a name.
"""
