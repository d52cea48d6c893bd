"""Quotation marks: which stretches stand between them, in the typography of each language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import texts

from aidefs.quotations.marks import MARKS, QuotedSpan, enclosing, quoted_spans

marked = st.lists(
    st.sampled_from([*MARKS, "``", "''", " ", "\n", "\n\n", "a", "l’on", "(", ")", ". ", "words of it"]),
    max_size=40,
).map("".join)


def between(text: str) -> list[str]:
    return [text[slice(*span.inner)] for span in quoted_spans(text)]


def holds(outer: QuotedSpan, inner: QuotedSpan) -> bool:
    return outer.start < inner.start and inner.end <= outer.end


# --- laws -------------------------------------------------------------------------------------


@given(st.one_of(marked, texts(60)))
def test_stretches_are_nested_or_apart_and_in_the_text(text: str) -> None:
    spans = quoted_spans(text)
    assert list(spans) == sorted(spans) and len(set(spans)) == len(spans)
    for k, one in enumerate(spans):
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start] in MARKS
        assert not one.closed or text[one.end - 1] in MARKS
        for other in spans[k + 1 :]:
            assert other.start >= one.end or holds(one, other)


@given(marked, marked, st.sampled_from(["", ". ", "‘", "“"]))
def test_the_same_where_no_paragraph_ends(before: str, behind: str, between: str) -> None:
    text = f"{before} ‘{between}{'words of it ' * 600}{behind}".replace("\n", " ")
    spans = quoted_spans(text)
    assert len(set(spans)) == len(spans)
    for k, one in enumerate(spans):
        assert 0 <= one.start < one.end <= len(text)
        assert all(other.start >= one.end or holds(one, other) for other in spans[k + 1 :])


@given(st.one_of(marked, texts(60)))
def test_what_encloses_a_character_is_told_from_the_inside(text: str) -> None:
    spans = quoted_spans(text)
    for at in range(0, len(text), 3):
        around = enclosing(spans, at)
        assert {span for span in spans if span.inner[0] <= at < span.inner[1]} == set(around)
        assert [span.start for span in around] == sorted((span.start for span in around), reverse=True)


@given(marked, marked)
def test_no_stretch_goes_on_behind_its_paragraph_unless_a_mark_closes_it(before: str, behind: str) -> None:
    text = f"{before}\n\n{behind}"
    for span in quoted_spans(text):
        assert span.closed or "\n\n" not in text[span.start : span.end].rstrip("\n")


@pytest.mark.parametrize("filler", ["“", "‘", "«", "»", '"', "' ", "„“", "”", "``", "“a‘b«c", '" a', "\n\n“"])
def test_a_text_of_marks_takes_no_time(filler: str) -> None:
    text = filler * (300_000 // len(filler))
    spans = quoted_spans(text)
    assert all(span.end <= len(text) for span in spans)


# --- the marks of languages -------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "The Act says “a system” here.",
        "The Act says ‘a system’ here.",
        'The Act says "a system" here.',
        "The Act says 'a system' here.",
        "The Act says ``a system'' here.",
        "Das Gesetz sagt „a system“ hier.",
        "Das Gesetz sagt »a system« hier.",
        "Das Gesetz sagt ‚a system‘ hier.",
        "La loi dit «a system» ici.",
        "La loi dit ‹a system› ici.",
        "Ustawa mówi „a system” tutaj.",
        "法律「a system」という。",
        "Lagen säger ”a system” här.",
    ],
)
def test_the_marks_of_each_language(text: str) -> None:
    assert [words.strip("`' ") for words in between(text)] == ["a system"]


def test_french_marks_have_spaces_inside() -> None:
    assert between("La loi dit « un système » ici.") == [" un système "]


def test_marks_inside_of_marks() -> None:
    assert between("It reads “the term ‘AI system’ means a “system” here”.") == [
        "the term ‘AI system’ means a “system” here",
        "AI system",
        "system",
    ]


@pytest.mark.parametrize(
    "text",
    ["the system’s own", "l’autonomie du système", "systems' outputs", "rock 'n' roll it's", "5' 3\" tall"],
)
def test_an_apostrophe_is_no_mark(text: str) -> None:
    assert all(len(words) < 6 for words in between(text))
    assert between(f"They say “{text} here”.")[0] == f"{text} here"


def test_a_mark_that_nothing_closes_ends_with_its_paragraph() -> None:
    text = "“One paragraph.\n\n“Another one.” And on."
    assert between(text) == ["One paragraph.", "Another one."]
    assert [span.closed for span in quoted_spans(text)] == [False, True]


def test_a_straight_mark_that_nothing_closes_is_none() -> None:
    assert between('A "lonely mark in a paragraph.\n\nAnd on.') == []


@pytest.mark.parametrize("text", ["a word”here” and on", "a word›here› and on"])
def test_a_mark_that_could_open_or_close_opens_nothing_right_behind_a_word(text: str) -> None:
    assert between(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“a system with „“ conduct, which acts”", ["a system with „“ conduct, which acts", ""]),
        ("“an “” system” and more", ["an “” system", ""]),
    ],
)
def test_marks_with_nothing_between_are_a_pair(text: str, expected: list[str]) -> None:
    assert between(text)[: len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("as AI systems ‘ for the purpose of it’.", [" for the purpose of it"]),
        ("the dogs‘ house and the dogs’ garden", []),
        ("the supply ‘free of charge.’6\nThe making", ["free of charge."]),
        ("the ‘charge’6 is", ["charge"]),
        ("in ‘the ’90s’ it", ["the ’90s"]),
        ("‘10’000 francs’ are", ["10’000 francs"]),
    ],
)
def test_blanks_and_numbers_of_notes_beside_a_mark(text: str, quoted: list[str]) -> None:
    assert between(text) == quoted


def test_a_mark_that_nothing_closes_goes_no_further_than_its_sentence_where_no_paragraph_ends() -> None:
    text = f"They say ‘this of it. {'Then more is said. ' * 500}The users’ rights ‘are theirs’."
    assert between(text) == ["this of it", "are theirs"]
    assert between(text.replace("‘this", "“this")) == ["this of it", "are theirs"]
    assert between(text.replace("rights ‘", "rights “")) == ["this of it", "are theirs’."]
