"""Words and references together."""

from __future__ import annotations

from support.corpora import FILLER, LAW, REFERENCE

import aidefs
from aidefs.corpora.finder import CorpusFinder, merged
from aidefs.corpora.occurrence import Occurrence
from aidefs.library.library import Library
from aidefs.quotations.index import index_of


def finder() -> CorpusFinder:
    return CorpusFinder(index_of(Library.shipped()))


def test_words_and_references_are_found_in_order() -> None:
    text = f"SEC. 1. {FILLER}\n(1) {REFERENCE}\n{FILLER}\n(2) {LAW}"
    found = finder().find(text)
    assert [(one.relation, one.locator) for one in found] == [
        ("by-reference", "SEC. 1(1)"),
        ("exact", "SEC. 1(2)"),
    ]


def test_a_reference_that_introduces_the_text_is_no_second_row() -> None:
    words = aidefs.get("us-naiia-2020").text.partition(" means ")[2].replace("—\n", " ").replace("\n", " ")
    text = f'The term "artificial intelligence" has the meaning set forth in 15 U.S.C. 9401(3): {words}'
    (one,) = finder().find(text)
    assert one.relation == "exact" and (one.start, one.end) == (0, len(text))


def test_the_words_of_a_reference_are_no_passage() -> None:
    words = Occurrence(10, 100, "a", "changed", "truncated", 0.8)
    reference = Occurrence(5, 110, "b", "by-reference")
    assert merged([words], [reference]) == [reference]


def test_a_text_behind_a_reference_to_another_stays() -> None:
    reference, words = (
        Occurrence(0, 100, "b", "by-reference"),
        Occurrence(110, 300, "a", "exact", "whole", 1.0),
    )
    assert merged([words], [reference]) == [reference, words]
