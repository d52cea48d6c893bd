"""Copies of somebody's office document with changes that can be accepted or rejected, and with remarks.

Such a copy is the document itself, of which only what is changed is written anew: every other part of the
archive is copied as it is packed, and in a part that is changed every byte outside of the changes stays. So
nothing that is not known here can be lost. Changes and remarks have no date; there is none that would be
true, and the same document gives the same bytes.

Public: `amendments.amended` and the records of what is to be done to a document.
"""
