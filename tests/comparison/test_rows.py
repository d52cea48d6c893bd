"""The alignment: same element side by side, with a status, a move and edits that no number contradicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.redlines import check_equal, marked_edits
from support.strategies import DEFINITIONS, ENGLISH, REVIEWED

import aidefs
from aidefs.comparison.comparison import STATUSES, Comparison, Pair, Row
from aidefs.comparison.rows import moved
from aidefs.comparison.seams import comparable_seams, seams_of
from aidefs.errors import InputError, UnknownName
from aidefs.library.records import Definition
from aidefs.library.taxonomy import Taxonomy
from aidefs.segmentation.grammars import grammar_of
from aidefs.segmentation.segmentation import segment
from aidefs.segmentation.segments import Cell
from aidefs.text.tokens import Token, scan, tokenize

ELEMENTS = tuple(Taxonomy.shipped())
SWAPPED = {"only in A": "only in B", "only in B": "only in A"}


def define(*segments: tuple[str, str], name: str = "one", lang: str = "en", joint: str = " ") -> Definition:
    """A definition with a reviewed annotation."""
    return Definition(name, joint.join(text for _, text in segments), lang=lang, segments=segments)


def row_of(comparison: Comparison, element: str) -> Row:
    return next(row for row in comparison.rows if row.element.id == element)


def pair_of(a: Sequence[tuple[str, str]], b: Sequence[tuple[str, str]], element: str = "outputs") -> Pair:
    return row_of(aidefs.compare(define(*a), define(*b, name="other")), element).pairs[0]


# --- laws -------------------------------------------------------------------------------------


def check_cells(comparison: Comparison) -> None:
    for row in comparison.rows:
        for k, pair in enumerate(row.pairs):
            if pair.status == "other language":
                assert pair.edits == ()
                continue
            a, b = row.cells[0], row.cells[k + 1]
            text_a, text_b = comparison.definitions[0].text, comparison.definitions[k + 1].text
            check_side([e.a for e in pair.edits if e.a], a)
            check_side([e.b for e in pair.edits if e.b], b)
            for edit in pair.edits:
                assert (edit.a is None, edit.b is None) == (edit.op == "insert", edit.op == "delete") or (
                    edit.op == "equal" and not edit.text.strip()  # white space that only one side has
                )
                side, span = (text_b, edit.b) if edit.op == "insert" else (text_a, edit.a or edit.b)
                assert span and edit.text
                if edit.a or edit.op == "insert":
                    assert edit.text == side[slice(*span)]
                if edit.op == "equal" and edit.a and edit.b:
                    check_equal(edit, text_a[slice(*edit.a)], text_b[slice(*edit.b)])
            check_status(pair, a, b)


def check_side(spans: Sequence[tuple[int, int]], cell: Cell) -> None:
    """The spans lie in the segments of the cell and tile them."""
    places = iter(spans)
    for one in cell.segments:
        at = one.start
        while at < one.end:
            low, high = next(places)
            assert low == at < high <= one.end
            at = high
    assert list(places) == []


def check_status(pair: Pair, a: Cell, b: Cell) -> None:
    assert pair.status in STATUSES
    changed = bool(pair.words.deleted or pair.words.inserted)
    assert 0 <= pair.similarity <= 1
    if not a.segments and not b.segments:
        assert (pair.status, pair.edits, pair.moved) == ("absent", (), False)
    elif not a.segments or not b.segments:
        assert pair.status == ("only in A" if a.segments else "only in B")
        assert not pair.moved
        assert {edit.op for edit in pair.edits} == {"delete" if a.segments else "insert"}
    elif changed:
        assert pair.status == "reworded" and pair.similarity < 1
    else:
        assert pair.similarity == 1
        differing = [edit for edit in pair.edits if edit.op != "equal"]
        at_seams = all(all(map(may_join, tokenize(edit.text))) for edit in differing)
        assert pair.status in (
            "punctuation only" if differing else "identical",
            "identical" if at_seams else "",
        )
    if pair.status == "identical" and any(edit.op != "equal" and not edit.punctuation for edit in pair.edits):
        assert pair.seam_changes


def may_join(token: Token) -> bool:
    """Whether a token can stand at a seam of an English text."""
    return token.key == "," or grammar_of("en").is_seam(token.key)


def check_mirror(there: Comparison, back: Comparison) -> None:
    for x, y in zip(there.rows, back.rows, strict=True):
        assert SWAPPED.get(x.pairs[0].status, x.pairs[0].status) == y.pairs[0].status
        assert x.pairs[0].moved == y.pairs[0].moved
        assert x.pairs[0].similarity == y.pairs[0].similarity
        assert [(c.facet, c.values) for c in x.pairs[0].facet_changes] == [
            (c.facet, c.values[::-1]) for c in y.pairs[0].facet_changes
        ]
        assert [(c.old, c.new) for c in x.pairs[0].seam_changes] == [
            (c.new, c.old) for c in y.pairs[0].seam_changes
        ]
        assert [c.added for c in x.pairs[0].facet_changes] == [c.removed for c in y.pairs[0].facet_changes]
        spans = {(e.op, e.a, e.b) for e in x.pairs[0].edits if e.op != "equal"}
        other = {"delete": "insert", "insert": "delete"}
        assert spans == {(other[e.op], e.b, e.a) for e in y.pairs[0].edits if e.op != "equal"}
    for key in (
        "similarity",
        "text_similarity",
        "identical",
        "punctuation only",
        "reworded",
        "absent",
        "moved",
    ):
        assert there.summaries[0][key] == back.summaries[0][key]
    assert sorted((f.element, f.kind) for f in there.findings) == sorted(
        (f.element, f.kind) for f in back.findings
    )


@pytest.mark.exhaustive
def test_row_edits_of_reviewed_definitions(many_pairs: Sequence[Comparison]) -> None:
    for comparison in many_pairs:
        check_cells(comparison)


@pytest.mark.exhaustive
def test_definitions_that_were_cut_before_give_the_same_comparison(many_pairs: Sequence[Comparison]) -> None:
    assert len(many_pairs) > len(REVIEWED) * (len(REVIEWED) - 1) // 7
    for comparison in many_pairs[::50]:
        assert aidefs.compare(*comparison.definitions) == comparison


def test_row_edits_of_all_definitions_against_the_act() -> None:
    for definition in ENGLISH:
        check_cells(aidefs.compare(definition, "eu"))


@pytest.mark.exhaustive
def test_the_other_direction(
    many_pairs: Sequence[Comparison], compare_reviewed: Callable[[Definition, Definition], Comparison]
) -> None:
    for comparison in many_pairs[::2]:
        check_mirror(comparison, compare_reviewed(*comparison.definitions[::-1]))


def test_the_other_direction_of_the_act() -> None:
    for definition in REVIEWED[::3]:
        check_mirror(aidefs.compare(definition, "eu"), aidefs.compare("eu", definition))


@pytest.mark.parametrize("definition", ENGLISH, ids=lambda d: d.id)
def test_a_definition_and_itself(definition: Definition) -> None:
    comparison = aidefs.compare(definition, definition)
    check_same(comparison)


def check_same(comparison: Comparison) -> None:
    assert {row.pairs[0].status for row in comparison.rows} <= {"identical", "absent"}
    assert {row.pairs[0].similarity for row in comparison.rows} == {1.0}
    assert not any(row.pairs[0].moved or row.pairs[0].facet_changes for row in comparison.rows)
    assert comparison.findings == ()
    assert (comparison.summaries[0]["similarity"], comparison.summaries[0]["text_similarity"]) == (1.0, 1.0)
    assert comparison.redlines[0].changes == ()


@st.composite
def annotated(draw: st.DrawFn, name: str) -> Definition:
    """A definition of random words, marks and white space, cut into random elements."""
    words = [
        "a",
        "the",
        "may",
        "system",
        "AI",
        "“AI”",
        "x,",
        "or",
        "risk.",
        "(a)",
        "auto\u00adnomy",
        "人工",
        ";",
        "l’on",
    ]
    pieces = draw(st.lists(st.lists(st.sampled_from(words), min_size=1, max_size=5), min_size=1, max_size=6))
    spaces = draw(st.lists(st.sampled_from((" ", "  ", "\u00a0", "\n")), min_size=40, max_size=40))
    gaps = iter(spaces)
    texts = ["".join(word + next(gaps) for word in piece).rstrip() for piece in pieces]
    elements = [draw(st.sampled_from(("outputs", "inference", "scope", "frame"))) for _ in texts]
    return define(
        *zip(elements, texts, strict=True), name=name, joint=draw(st.sampled_from((" ", "\n", "  ")))
    )


@given(annotated("one"), annotated("other"))
def test_random_annotations(a: Definition, b: Definition) -> None:
    there, back = aidefs.compare(a, b), aidefs.compare(b, a)
    check_cells(there)
    check_mirror(there, back)
    check_same(aidefs.compare(a, a))


@pytest.mark.exhaustive
def test_a_row_counts_what_it_shows(many_pairs: Sequence[Comparison]) -> None:
    for comparison in many_pairs[::3]:
        a, b = comparison.definitions
        for row in comparison.rows:
            shown = Counter({"equal": 0, "delete": 0, "insert": 0})
            for edit in row.pairs[0].edits:
                text, span = (b, edit.b) if edit.op == "insert" else (a, edit.a)
                assert span
                side = scan(text.text, text.lang)  # in place: what "(s)" is depends on it
                shown[edit.op] += sum(span[0] <= side.starts[i] < span[1] for i in side.words)
            counted = dict(zip(shown, row.pairs[0].words, strict=True))
            at_seams = seam_words(row.cells, (a.lang, b.lang)) if row.pairs[0].edits else 0
            assert all(counted[op] <= shown[op] for op in shown)
            if not at_seams:
                assert counted == shown
            lost = {op: shown[op] - counted[op] for op in shown}
            assert at_seams / 2 <= lost["equal"] + lost["delete"] + lost["insert"] <= at_seams


def seam_words(cells: Sequence[Cell], langs: Sequence[str]) -> int:
    """How many words of two cells stand at seams and count for nothing."""
    scans = [scan(cell.words, lang) for cell, lang in zip(cells, langs, strict=True)]
    starts = [[*accumulate((len(s.text) + 1 for s in cell.segments), initial=0)][:-1] for cell in cells]
    a, b = map(seams_of, scans, starts, map(grammar_of, langs))
    kept = comparable_seams(a, b)
    return sum(len(one.tokens.intersection(side.words)) for one, side in zip(kept, scans, strict=True))


# --- statuses ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("a", "b", "status"),
    [
        ("content or decisions", "content or decisions", "identical"),
        ("‘content’ or decisions", "“Content” or\u00a0decisions", "identical"),
        ("content or  decisions", "content or decisions", "identical"),
        ("content or decisions", "content, or decisions", "punctuation only"),
        ("content or decisions;", "content or decisions.", "punctuation only"),
        ("content or decisions", "content and decisions", "reworded"),
        ("content or decisions", "decisions or content", "reworded"),
    ],
)
def test_status(a: str, b: str, status: str) -> None:
    assert pair_of([("outputs", a)], [("outputs", b)]).status == status


def test_one_side_and_no_side() -> None:
    a, b = define(("outputs", "makes content")), define(("scope", "excluding toys"), name="other")
    comparison = aidefs.compare(a, b)
    assert row_of(comparison, "outputs").pairs[0].status == "only in A"
    assert row_of(comparison, "scope").pairs[0].status == "only in B"
    assert row_of(comparison, "input").pairs[0].status == "absent"
    assert row_of(comparison, "outputs").pairs[0].words == (0, 2, 0)
    assert row_of(comparison, "input").absent and not row_of(comparison, "scope").absent
    assert marked_edits(row_of(comparison, "scope").pairs[0].edits) == "{+excluding toys+}"


def test_another_language_is_not_compared_by_words() -> None:
    a = define(("outputs", "may produce results"))
    b = define(("outputs", "peut produire des résultats"), name="autre", lang="fr")
    (pair,) = row_of(aidefs.compare(a, b), "outputs").pairs
    assert (pair.status, pair.edits, pair.words) == ("other language", (), (0, 0, 0))
    assert aidefs.compare(a, b).summaries[0]["other language"] == 1


def test_what_is_not_compared_has_no_similarity() -> None:
    a = define(("outputs", "may produce results"))
    b = define(("outputs", "peut produire des résultats"), name="autre", lang="fr")
    comparison = aidefs.compare(a, b)
    assert row_of(comparison, "outputs").pairs[0].similarity is None
    assert (comparison.summaries[0]["similarity"], comparison.summaries[0]["text_similarity"]) == (None, None)


@pytest.mark.parametrize("lang", ["fr", "de", "es", "it", "pl"])
def test_language_versions_of_the_act_have_the_same_elements(lang: str) -> None:
    comparison = aidefs.compare("eu", f"eu:{lang}")
    rows = [row for row in comparison.rows if row.element.group != "frame"]  # not every version has the frame
    assert {row.pairs[0].status for row in rows} == {"other language", "absent"}
    assert not any(row.pairs[0].edits for row in rows)


PARTED = [("inference", "infers,"), ("input", "from input,"), ("inference", "how to act")]
WHOLE = [("inference", "infers how to act"), ("input", "from input")]


def test_segments_of_one_element_are_read_together() -> None:
    pair = pair_of(PARTED, WHOLE, "inference")
    assert pair.status == "punctuation only"
    assert marked_edits(pair.edits) == "infers[-,-]how to act"  # the space is a joint in A
    assert [edit.a for edit in pair.edits if edit.a] == [(0, 6), (6, 7), (20, 30)]


def test_common_text_has_a_place_in_both_texts() -> None:
    for a, b in ((PARTED, WHOLE), (WHOLE, PARTED)):
        assert all(edit.a and edit.b for edit in pair_of(a, b, "inference").edits if edit.op == "equal")


def test_cell_text_shows_where_other_elements_stand_between() -> None:
    comparison = aidefs.compare("coe", "eu")
    assert row_of(comparison, "inference").cells[0].text == "infers, … how to"


# --- moves ------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["coe", "oecd", "oecd@2023"])
def test_autonomy_and_adaptiveness_stand_elsewhere_in_the_act(text: str) -> None:
    for a, b in ((text, "eu"), ("eu", text)):
        comparison = aidefs.compare(a, b)
        assert {row.element.id for row in comparison.rows if row.pairs[0].moved} == {
            "autonomy",
            "adaptiveness",
        }
        assert row_of(comparison, "autonomy").pairs[0].status == "reworded"
        assert comparison.summaries[0]["moved"] == 2


def test_nothing_moved_between_the_convention_and_its_model() -> None:
    assert aidefs.compare("oecd@2023", "coe").summaries[0]["moved"] == 0


# "that can," belongs to the outputs of 2019, but what that element says in the main stands behind the
# objectives in both texts.
def test_no_element_moved_between_the_two_texts_of_the_oecd() -> None:
    comparison = aidefs.compare("oecd@2019", "oecd")
    assert [row.element.id for row in comparison.rows if row.pairs[0].moved] == []


def moved_between(a: str, b: str) -> set[str]:
    """Elements written as letters: one segment each, two words in the defining clause."""
    names = {letter: ELEMENTS[n] for n, letter in enumerate("abcdefg")}
    left, right = (define(*((names[c], f"word {c}") for c in text), name=text) for text in (a, b))
    letters = {name: letter for letter, name in names.items()}
    return {letters[e] for e in moved(segment(left), segment(right))}


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("abc", "abc", ""),
        ("abc", "bca", "a"),  # one jumps, two stay
        ("abcd", "bcda", "a"),
        ("ab", "cd", ""),
        ("abe", "afb", ""),  # what only one text has moves nothing
        ("abcde", "eabcd", "e"),
    ],
)
def test_elements_that_leave_the_common_order_have_moved(a: str, b: str, expected: str) -> None:
    assert moved_between(a, b) == set(expected)
    assert moved_between(b, a) == set(expected)


def test_of_two_that_change_places_the_one_with_fewer_words_has_moved() -> None:
    a = define(("outputs", "makes many good outputs here"), ("input", "from input"))
    b = define(("input", "from input"), ("outputs", "makes many good outputs here"), name="other")
    assert [r.element.id for r in aidefs.compare(a, b).rows if r.pairs[0].moved] == ["input"]


def test_the_head_of_a_further_term_moves_nothing() -> None:
    a = define(("frame", "AI is"), ("machine-based", "a system"), ("outputs", "that makes outputs."))
    b = define(
        *(("frame", "AI is"), ("machine-based", "a system"), ("outputs", "that makes outputs;")),
        *(
            ("frame", "“risk” is"),
            ("machine-based", "the combination of the probability and severity of harm."),
        ),
        name="other",
    )
    assert [r.element.id for r in aidefs.compare(a, b).rows if r.pairs[0].moved] == []


def test_a_sentence_of_its_own_is_another_place() -> None:
    a = define(("outputs", "a system that acts"), ("autonomy", "with autonomy."))
    b = define(("outputs", "a system that acts."), ("autonomy", "It has autonomy."), name="other")
    assert [r.element.id for r in aidefs.compare(a, b).rows if r.pairs[0].moved] == ["autonomy"]


# --- more than two ----------------------------------------------------------------------------


def test_each_further_definition_is_paired_with_the_first() -> None:
    names = ("coe", "eu", "oecd@2019", "iso")
    many = aidefs.compare(*names)
    check_cells(many)
    assert len(many.redlines) == len(many.summaries) == 3
    for k, name in enumerate(names[1:]):
        two = aidefs.compare("coe", name)
        assert many.redlines[k] == two.redlines[0]
        assert many.summaries[k] == two.summaries[0]
        for row, other in zip(many.rows, two.rows, strict=True):
            assert row.pairs[k] == other.pairs[0]
        assert [f.text for f in many.findings if f.pair == k] == [f.text for f in two.findings]


def test_the_order_of_the_others_plays_no_part() -> None:
    one, other = aidefs.compare("coe", "eu", "nist"), aidefs.compare("coe", "nist", "eu")
    for x, y in zip(one.rows, other.rows, strict=True):
        assert x.pairs == y.pairs[::-1]


def test_another_baseline() -> None:
    one, other = aidefs.compare("coe", "eu", "oecd", baseline="oecd"), aidefs.compare("oecd", "coe", "eu")
    assert one.definitions == other.definitions
    assert one.rows == other.rows
    with pytest.raises(InputError, match=r"baseline 'iso.*' is not among the definitions$"):
        aidefs.compare("coe", "eu", baseline="iso")


# --- which rows -------------------------------------------------------------------------------


def test_rows_follow_the_taxonomy() -> None:
    assert tuple(row.element.id for row in aidefs.compare("coe", "eu").rows) == ELEMENTS
    core = aidefs.compare("coe", "eu", elements="core").rows
    assert {row.element.group for row in core} == {"core"}
    chosen = aidefs.compare("coe", "eu", elements=["environment", "autonomy"]).rows
    assert {row.element.id for row in chosen} == {"autonomy", "environment"}
    with pytest.raises(UnknownName, match="autonomy"):
        aidefs.compare("coe", "eu", elements=["autonmy"])


def test_every_segment_stands_in_exactly_one_cell() -> None:
    for definition in DEFINITIONS:
        if definition.reviewed:
            comparison = aidefs.compare(definition, "eu")
            shown = [one for row in comparison.rows for one in row.cells[0].segments]
            assert sorted(shown, key=lambda s: s.start) == list(comparison.segmentations[0].segments)


def test_an_enumerator_glued_to_a_word_is_cut_in_place() -> None:
    """What "(b)" is depends on the letter before it, so a row must not be scanned as a text of its own."""
    a = define(("scope", "AI(b) 10 x"))
    b = define(("scope", "of (b)10"), ("scope", "x"), name="other")
    check_cells(aidefs.compare(a, b))
    check_cells(aidefs.compare(b, a))
