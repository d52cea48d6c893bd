"""A comparison in French says what it says in English, of the same official words."""

from __future__ import annotations

import re
from itertools import pairwise
from string import Formatter

import pytest

import aidefs
from aidefs.errors import InputError
from aidefs.text.phrasebook import LANGUAGES, PHRASES

NAMES = [one.id for one in aidefs.definitions(lang="en")]


@pytest.mark.parametrize(("a", "b"), [*pairwise(NAMES[::4]), ("coe", "eu"), ("eu@2021-04", "eu")])
def test_findings_say_the_same_in_both_languages(a: str, b: str) -> None:
    english, french = (aidefs.compare(a, b, language=language) for language in LANGUAGES)
    assert [(one.kind, one.element) for one in english.findings] == [
        (one.kind, one.element) for one in french.findings
    ]
    for one, other in zip(english.findings, french.findings, strict=True):
        quoted, cited = (sorted(words for words, official in f.parts if official) for f in (one, other))
        assert quoted == cited
        assert one.text != other.text
    assert english.rows == french.rows


@pytest.mark.parametrize("key", PHRASES)
def test_each_phrase_has_the_same_places_in_every_language(key: str) -> None:
    places = [
        sorted(name for _, name, _, _ in Formatter().parse(PHRASES[key][language]) if name)
        for language in LANGUAGES
    ]
    assert places[0] == places[1]


def test_french_has_its_spaces_before_marks() -> None:
    shown = aidefs.compare("coe", "eu", "nist", language="fr").to_text(width=200)
    own = re.sub(r"\*[^*]*\*", "", shown.split("┌")[0])  # without official words
    assert re.search(r"\w[:;]", own) is None
    assert "Constats" in shown and "Findings" not in shown and "only in" not in shown


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(InputError, match="unknown language 'de'; known: en, fr"):
        aidefs.compare("coe", "eu", language="de")  # type: ignore[arg-type]
