"""Where pieces begin: most words are not taken through the rules, and none of them would begin a piece."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import aidefs
from aidefs.segmentation import clauses, facets, frames, scoring
from aidefs.segmentation.clauses import cut
from aidefs.segmentation.grammar import Grammar
from aidefs.segmentation.grammars import grammar_of
from aidefs.segmentation.phrases import Link
from aidefs.text.tokens import token_columns

LANGUAGES = ("cs", "da", "de", "en", "es", "fi", "fr", "hu", "it", "nl", "pl", "pt", "sv")
DRAFTS = Path(__file__).parents[2] / "benchmarks"


@cache
def words_of(grammar: Grammar) -> list[str]:
    """The words of all classes of a grammar, without the names of homographs."""
    known: set[str] = set()
    for name in dir(grammar):
        value = getattr(grammar, name)
        if isinstance(value, frozenset | tuple):
            for one in value:
                known.update([one] if isinstance(one, str) else one)
    return sorted(word.partition("/")[0] for word in known if isinstance(word, str))


def check(text: str, lang: str) -> None:
    """The same pieces and exclusions whether or not words and links are left out that no rule asks for."""
    grammar = grammar_of(lang)
    columns = grammar.read(token_columns(text, lang))
    if not columns.keys:
        return
    quick = cut(columns, grammar)

    def said() -> list[tuple[str, bool]]:
        """What makes each piece scope, and whether its words exclude."""
        return [
            (
                scoring.scope_opener(one, columns, grammar),
                facets.excludes(columns.keys[one.start : one.end], grammar),
            )
            for one in quick
        ]

    known = said()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scoring, "_MAY_OPEN_SCOPE", frozenset(Link))
        patch.setattr(facets, "_may_exclude", lambda grammar: frozenset(columns.keys))
        assert said() == known
        patch.setattr(clauses._Openers, "may_open", lambda self, at: True)
        patch.setattr(frames, "_connecting", lambda grammar: columns.keys)  # any may open a connector
        assert cut(columns, grammar) == quick


def test_no_piece_of_a_known_text_begins_at_a_word_that_is_left_out() -> None:
    for one in aidefs.definitions(term="all"):
        check(one.text, one.lang)
    for path in sorted(DRAFTS.glob("*drafts*.toml")):
        for table in tomllib.loads(path.read_text("utf-8"))["gold"]:
            check(table["text"], table.get("lang", "en"))


@given(st.data(), st.sampled_from(LANGUAGES))
def test_nor_does_one_of_a_text_made_of_words_that_the_rules_know(data: st.DataObject, lang: str) -> None:
    words = st.sampled_from(
        [*words_of(grammar_of(lang)), "system", "generates", ",", ",", ";", ":", "(a)", "\n"]
    )
    check(" ".join(data.draw(st.lists(words, max_size=40))), lang)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("a system lent to schools", ["a system", "lent to schools"]),
        ("software bound by a contract", ["software", "bound by a contract"]),
        ("a program begun by a user", ["a program", "begun by a user"]),
        ("a device that a left hand holds", ["a device", "that a left hand holds"]),
    ],
)
def test_a_participle_of_a_strong_verb_begins_a_piece(text: str, pieces: list[str]) -> None:
    grammar = grammar_of("en")
    columns = grammar.read(token_columns(text, "en"))
    assert [columns.printed(one.start, one.end).strip() for one in cut(columns, grammar)] == pieces
