"""Seams: words that join a piece to its neighbours are shown, and decide neither status nor similarity."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import aidefs
from aidefs.alignment.redline import redline
from aidefs.comparison.comparison import Pair
from aidefs.library.library import Library
from aidefs.library.records import Definition
from aidefs.output.render import render

SHIPPED = Library.shipped()
STATUSES = Path(__file__).with_name("statuses.txt")
HEAD = (
    "Rows of all pairs of core texts whose status would differ if words at a seam counted:\n"
    "element | pair | status with them | status | note\n\n"
)


def pair_of(a: str, b: str, lang: str = "en") -> Pair:
    """Two pieces that carry one element, each behind another piece."""
    one, other = (
        Definition(name, f"It is {text}", lang=lang, segments=(("frame", "It is"), ("outputs", text)))
        for name, text in (("one", a), ("other", b))
    )
    rows = aidefs.compare(one, other).rows
    return next(row for row in rows if row.element.id == "outputs").pairs[0]


# --- examples ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("a", "b", "note", "status"),
    [
        ("that, for given objectives,", "and that, for given objectives,", '"and" added', "identical"),
        ("and that, for given objectives,", "for given objectives,", '"and that" left out', "identical"),
        ("that influence it", "which influence it", '"which" for "that"', "identical"),
        ("makes outputs", ", and makes outputs", '"and" added', "identical"),
        ("makes outputs, and", "makes outputs", '"and" left out', "identical"),
        ("which makes outputs, or", "makes outputs,", '"which" left out; "or" left out', "identical"),
    ],
)
def test_a_word_at_a_seam_is_noted_and_decides_nothing(a: str, b: str, note: str, status: str) -> None:
    pair = pair_of(a, b)
    assert "; ".join(change.note for change in pair.seam_changes) == note
    assert pair.similarity == 1.0
    assert pair.status == status
    assert any(edit.op != "equal" for edit in pair.edits), "it is shown"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("explicit or implicit objectives", "explicit and implicit objectives"),  # inside
        ("or makes outputs", "and makes outputs"),  # another conjunction is another thing
        ("that can make outputs", "that may make outputs"),
        ("that makes outputs", "that does not make outputs"),
        ("and", "or"),  # nothing but a seam
    ],
)
def test_other_words_count(a: str, b: str) -> None:
    pair = pair_of(a, b)
    assert pair.status == "reworded" and pair.similarity is not None and pair.similarity < 1


def test_a_comma_counts_where_it_belongs_to_no_word_of_a_seam() -> None:
    assert pair_of("makes outputs", "makes outputs,").status == "punctuation only"
    assert pair_of("makes outputs", "makes outputs, and").status == "identical"


def test_a_language_without_a_grammar_has_no_seams() -> None:
    assert pair_of("og laver output", "laver output", "no").status == "reworded"
    assert pair_of("and makes outputs", "makes outputs", "no").status == "reworded"


def test_the_objectives_of_act_and_convention() -> None:
    result = aidefs.compare("coe", "eu")
    row = next(row for row in result.rows if row.element.id == "objectives")
    assert row.pairs[0].status == "identical"
    assert [change.note for change in row.pairs[0].seam_changes] == ['"and" added']
    assert not any(finding.element == "objectives" for finding in result.findings)
    data = next(row for row in result.to_dict()["rows"] if row["element"] == "objectives")
    assert data["pairs"][0]["seam_changes"] == [{"values": ["", "and"], "note": '"and" added'}]
    for form in ("text", "markdown", "html"):
        assert "added" in render(result, form)


def test_elements_of_the_summary_are_counted_once() -> None:
    result = aidefs.compare("coe", "eu", elements="core")
    assert "5 elements: 2 identical, 1 punctuation only, 2 reworded; of these 2 moved." in " ".join(
        render(result).split()
    )


# --- laws -------------------------------------------------------------------------------------

_words = st.lists(
    st.sampled_from(("and", "or", "that", "which", ",", "system", "may", "infers", ";", "(a)", "outputs")),
    min_size=1, max_size=9,
).map(" ".join)  # fmt: skip
_opening = st.lists(st.sampled_from(("and", "that", ",", "which")), max_size=3).map(" ".join)


@given(_words)
def test_a_piece_and_itself(text: str) -> None:
    pair = pair_of(text, text)
    assert (pair.status, pair.similarity, pair.seam_changes) == ("identical", 1.0, ())


@given(_words, _words)
def test_the_other_direction(a: str, b: str) -> None:
    there, back = pair_of(a, b), pair_of(b, a)
    assert (there.status, there.similarity) == (back.status, back.similarity)
    assert [(c.old, c.new) for c in there.seam_changes] == [(c.new, c.old) for c in back.seam_changes]


@given(_opening, _opening, st.sampled_from(("system outputs", "infers it, and acts", "systems; models")))
def test_no_opening_makes_a_difference(one: str, other: str, body: str) -> None:
    pair = pair_of(f"{one} {body}".strip(), f"{other} {body}".strip())
    assert pair.similarity == 1.0 and pair.status != "reworded"


@given(_words, _words)
def test_what_counts_without_seams_counts_with_them(a: str, b: str) -> None:
    pair, line = pair_of(a, b), redline(a, b)
    assert all(x <= y for x, y in zip(pair.words, line.words, strict=True))
    assert pair.status == line.status or pair.seam_changes or "," in a + b


# --- all pairs of core texts ------------------------------------------------------------------


def core_texts() -> list[Definition]:
    """What has an alias, the drafts of the Act and all versions of the OECD text and the Convention."""
    found = (
        d for d in SHIPPED.values()
        if d.lang == "en" and (SHIPPED.alias_of(d.id) or d.id.startswith(("coe-", "eu-", "oecd-")))
    )  # fmt: skip
    return sorted(found, key=lambda d: d.id)


def changed_statuses() -> Iterator[str]:
    """A line for each row whose status depends on words at a seam."""
    for a, b in combinations(core_texts(), 2):
        for row in aidefs.compare(a, b).rows:
            pair = row.pairs[0]
            if all(cell.segments for cell in row.cells):
                old = redline(*(cell.words for cell in row.cells)).status
                note = "; ".join(change.note for change in pair.seam_changes)
                if old != pair.status:
                    yield f"{row.element.id} | {a.id}, {b.id} | {old} | {pair.status} | {note}\n"


def test_changed_statuses_have_been_read(update: bool) -> None:
    found = HEAD + "".join(changed_statuses())
    if update:
        STATUSES.write_text(found, encoding="utf-8", newline="\n")
    assert found == STATUSES.read_text(encoding="utf-8")
