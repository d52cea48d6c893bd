"""What counts where words are held against the official ones."""

from __future__ import annotations

import pytest

from aidefs.library.library import Library
from aidefs.quotations.index import index_of
from aidefs.quotations.references import compared
from aidefs.text.tokens import scan


@pytest.mark.parametrize(
    ("official", "printed", "same"),
    [
        # An enumerator counts as little as the colon or dash before it, the word before it does.
        ("uses either: (a) words or (b) images", "uses either words or images", True),
        ("uses either — (a) words", "uses either (i) words", True),
        ("uses either (a) words or (b) images", "uses (a) words and (b) images", False),
        ("it uses words (a) of people", "it uses images (a) of people", False),
        # A colon or dash that leads to no enumerator counts.
        ("uses this: words", "uses this words", False),
        ("learns – and acts", "learns and acts", False),
        # Marks of quotation, brackets of an editor and what closes the text count for nothing.
        ("‘AI’ means a tool;", "“AI” means [a] tool.", True),
    ],
)
def test_what_counts_in_a_comparison(official: str, printed: str, same: bool) -> None:
    assert (compared(scan(official)) == compared(scan(printed))) is same


@pytest.mark.parametrize("at", [0, 5])
def test_a_run_goes_as_far_as_the_words_stand_one_after_the_other(at: int) -> None:
    one = next(one for one in index_of(Library.shipped()).references if len(one.words) > 30)
    keys = [key for key, _, _ in one.words[10:25]]
    assert one.run(keys, at) == len(keys) - at
    assert one.run([*keys[:8], "nowhere", *keys[8:]], at) == 8 - at
    assert one.run(["nowhere"]) == 0
