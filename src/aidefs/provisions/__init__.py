"""Provisions that define a term, found in any text.

`provisions.find_provisions` finds them by the frames of the languages that have a grammar; `given` takes the
definition out of a document that a user hands over in place of a name.
"""
