"""Cues: what their patterns match, and that no cue and no text make that slow."""

from __future__ import annotations

import marshal
import re
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidefs.errors import InputError
from aidefs.text import cues
from aidefs.text.cues import compile_cues, cue_fault, find_cues


def found(cue: str, text: str) -> list[tuple[int, ...]]:
    """The places of the words that a cue names, in a text of plain words and semicolons."""
    words = dict(enumerate(text.split()))
    return [match.tokens for match in find_cues(compile_cues({"x": [cue]}), words, frozenset())]


# --- what is matched ------------------------------------------------------------------------------


@given(st.text("ab*", min_size=1, max_size=7), st.text("ab", min_size=1, max_size=9))
def test_a_star_stands_for_any_letters(cue: str, word: str) -> None:
    wanted = re.fullmatch(re.sub(r"\*+", "[ab]*", cue), word) is not None
    assert (found(cue, word) == [(0,)]) == wanted


def test_a_star_behind_any_letter() -> None:
    assert found("max*", "maximal max xmax") == [(0,), (1,)]
    assert found("*x", "max x xa") == [(0,), (1,)]


_ITEMS = "a|b|a*|*b|...|[a]|[b a]|[a|ab]|(a|b)|(a b|a)|(b|a b|b a)|(a|ab|b)"
_items = st.lists(st.sampled_from(re.split(r"\|(?![^(\[]*[)\]])", _ITEMS)), min_size=1, max_size=4)


def readings(items: list[str]) -> Iterator[list[str]]:
    """The cue without brackets and gaps: all rows of words that it stands for."""
    ways = {"...": [" ".join(["*"] * n) for n in range(7)]}
    for item in items:
        if item[0] in "[(":
            ways[item] = [*item[1:-1].split("|"), *([""] if item[0] == "[" else [])]
    for chosen in product(*(ways.get(item, [item]) for item in items)):
        yield " ".join(chosen).split()


@given(_items, st.lists(st.sampled_from(("a", "b", "ab", "ba", "c", ";")), max_size=8))
def test_a_cue_is_found_where_one_of_its_readings_stands(items: list[str], words: list[str]) -> None:
    cue = " ".join(items)
    if cue_fault(cue):
        return
    rows = ("".join(f" {word.replace('*', '[^ ;]*')}" for word in row) for row in readings(items))
    patterns = [re.compile(f"{row}(?= )") for row in rows]
    line = " " + "".join(f"{word} " for word in words)
    stands = any(p.match(line, at) for p in patterns for at in range(len(line)) if line[at] == " ")
    assert bool(found(cue, " ".join(words))) == stands


@given(st.lists(st.lists(st.sampled_from(("a", "b", "ab", "ba", "c", ";")), max_size=6), max_size=6))
def test_what_was_found_before_changes_nothing(lines: list[list[str]]) -> None:
    texts = ("a b", "a* (b|c)", "[a] b c", "b ... a", "*b [c|a b] a", "c")
    known = cues.Cues(compile_cues({"x": texts}))
    for line in lines:
        assert known.matches(line) == cues.Cues(compile_cues({"x": texts})).matches(line)


@given(st.lists(st.lists(st.sampled_from(("a", "b", "ab", "ba", "c", ";")), max_size=6), max_size=6))
def test_cues_are_found_as_well_by_what_was_written_of_them(lines: list[list[str]]) -> None:
    texts = ("a b", "a* (b|c)", "[a] b c", "b ... a", "*b [c|a b] a", "!c", "^ a*b", "... c")
    whole = cues.Cues(compile_cues({"x": texts}))
    known = marshal.loads(marshal.dumps(whole.to_dict()))
    late = cues.Cues.from_dict(known, [("x", text) for text in texts])
    for line in lines:
        assert late.matches(line) == whole.matches(line)
    assert list(late) == list(whole) and len(late) == len(texts)


def test_what_is_held_of_cues_is_asked_for_by_how_they_are_written() -> None:
    written = {"x": ("a b", "c"), "y": ("d",)}
    asked: list[str] = []
    known = compile_cues(written).to_dict()

    def stored(line: str) -> dict[str, Any] | None:
        asked.append(line)
        return known if line == cues.cues_as_written(written) else None

    assert [cue.text for cue in compile_cues(written, stored)] == ["a b", "c", "d"]
    assert [cue.text for cue in compile_cues({"x": ("a b",)}, stored)] == ["a b"]
    assert asked == [cues.cues_as_written(written), "(('x', ('a b',)),)"]


# --- time -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "cue",
    [
        " ... ".join("abcdefghijkl"),
        " ".join(["[a]"] * 11),
        "(a|a b|a b c) " * 7,
        "a " + "[b|c d] " * 7,
    ],
)
def test_a_cue_that_can_be_read_in_too_many_ways_is_refused(cue: str) -> None:
    assert re.search(r"can be read in [\d,]+ ways, and 2,000 are allowed: ", cue_fault(cue))
    with pytest.raises(InputError, match="cue of element 'x' can be read in"):
        compile_cues({"x": [cue]})


def test_wordings_of_one_length_are_one_way() -> None:
    assert cue_fault("(a|a b|a|a b|a) " * 5) == ""
    assert cue_fault("(" + "|".join("abcdefghij") + ") " * 1) == ""
    assert cue_fault(("(" + "|".join("abcdefghij") + ") ") * 9) == ""
    assert cue_fault("a ... b ... c ... [d] e") == ""


SLOW = {
    "stars": ("a" + "*" * 30 + "q", "a" * 20_000),
    "stars apart": ("a" + "*a" * 12 + "*q", "a" * 20_000 + " " + "ab" * 10_000),
    "stars around": ("*a* ... q", "q " + "a" * 20_000),
    "stars before": ("*aq", " ".join(["a" * 40] * 500)),
    "wordings": ("(a*|*a|a|*a*|**) " * 10 + "q", "q " + "a " * 5_000),
    "gaps": ("a ... a ... a ... q", "q " + "a " * 3_000),
}


@pytest.mark.parametrize("name", SLOW)
def test_steps_of_the_search_are_linear_in_the_text(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of these took exponential or quadratic time; the steps are counted, and no test waits."""
    cue, text = SLOW[name]
    left = 2 * cues._MOST_WAYS * len(text.split())
    follow = cues._follow

    def counted(*given: Any) -> Any:
        nonlocal left
        left -= 1
        assert left > 0
        return follow(*given)

    monkeypatch.setattr(cues, "_follow", counted)
    assert found(cue, text) == []
    assert left < 2 * cues._MOST_WAYS * len(text.split()) or " " not in cue
