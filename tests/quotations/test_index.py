"""The index that a wheel holds is the one that would be made of the texts."""

from __future__ import annotations

import json

from aidefs.library.library import Library
from aidefs.quotations.index import Index, index_of


def test_the_index_comes_back_from_json() -> None:
    library = Library.shipped()
    made = index_of(library)
    known = json.loads(json.dumps(made.to_dict()))
    read = Index.from_dict(known, library)
    assert read == made
    assert list(read.titles.by_first.items()) == list(made.titles.by_first.items())
    assert [(one.definiens, one.whole) for one in read.references] == [
        (one.definiens, one.whole) for one in made.references
    ]


def test_the_stored_keys_are_those_that_would_be_made() -> None:
    library = Library.shipped()
    known = json.loads(json.dumps(index_of(library).to_dict()))
    known["texts"] = [[*text[:4], "other", "words"] for text in known["texts"]]
    first = Index.from_dict(known, library).references[0]
    assert (first.definiens, first.whole) == ("other", "words")  # they are read and not made again
