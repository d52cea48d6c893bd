"""Any one word put in, taken out or changed between quotation marks is found, in every stored text.

A quotation that begins behind the first word or ends before the last one is a part and no change. Enumerators
are no words, a glossary may call the term before a colon otherwise, and a source in the last words may be
cited in another form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.strategies import DEFINITIONS

import aidefs
from aidefs.library.library import Library
from aidefs.library.records import Definition
from aidefs.quotations.index import index_of
from aidefs.quotations.instruments import cited
from aidefs.quotations.references import words
from aidefs.text.tokens import scan

TITLES = index_of(Library.shipped()).titles
PUT_IN = ("not", "never", "the", "of", "may", "boats")
# Quotation marks inside of the text, as one prints them inside of others.
INNER = str.maketrans('“”„"«»', "‘’‚'‹›")


def name_of(definition: Definition) -> str:
    """What running text may call a definition."""
    d = definition
    candidates = (d.label, d.title, d.instrument, *d.identifiers.values(), d.provision)
    named = (name for name in candidates if any(d.id in one.ids for one in TITLES.mentions(f"the {name} is")))
    return next(named, d.label)


def changed(definition: Definition, at: int, put: str) -> Iterator[str]:
    """A text with its word number `at` changed, with a word before it, and without it."""
    text = definition.text.strip()
    places = [(start, end) for _, start, end in words(text)]
    low, high = places[at]
    tokens = scan(text, definition.lang)
    marks = [tokens.starts[i] for i in range(len(tokens)) if tokens.kind(i) == "mark"]
    label = re.match(r"(?:\(?\w{1,2}[.)]\s+\w*)?(?:[^:]{0,40}:)?", text)
    ends = [start for start, _ in cited(text, 0, len(text))][-1:]
    counted = [
        start
        for start, _ in places
        if not any(mark <= start < mark + 4 for mark in marks)
        and (not label or start >= label.end())
        and not (ends and text[ends[0] :].count(" ") < 4 and start >= ends[0])
    ]
    if low in counted:
        yield f"{text[:low]}boats{text[high:]}"
    if at and low in counted:
        yield f"{text[:low]}{put} {text[low:]}"
    if low in counted[1:-1]:
        yield f"{text[:low].rstrip()} {text[high:].lstrip()}"


def is_found(definition: Definition, printed: str) -> bool:
    """Whether a quotation is said to depart from the text that is named."""
    inside = printed.translate(INNER)
    text = f"The {name_of(definition)} defines {definition.term} as “{inside}”. And then they left.\n"
    return any(
        one.verdict in ("changed", "not found", "paraphrase") or one.definition.id != definition.id
        for one in aidefs.find_quotations(text)
    )


@settings(max_examples=150)
@given(st.data())
def test_one_word_is_found(data: st.DataObject) -> None:
    definition = data.draw(st.sampled_from(DEFINITIONS))
    at = data.draw(st.integers(0, len(words(definition.text)) - 1))
    for printed in changed(definition, at, data.draw(st.sampled_from(PUT_IN))):
        assert is_found(definition, printed), printed


@pytest.mark.exhaustive
@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda d: d.id)
def test_every_word_is_found(definition: Definition) -> None:
    missed = [
        printed
        for at in range(len(words(definition.text)))
        for printed in changed(definition, at, PUT_IN[at % len(PUT_IN)])
        if not is_found(definition, printed)
    ]
    assert missed == []
