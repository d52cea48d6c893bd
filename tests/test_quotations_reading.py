"""The reading of a text without its mark-up, and the way back to the original characters."""

from __future__ import annotations

import pytest
from conftest import texts
from hypothesis import given

from aidefs.quotations.reading import read

KNOWN = {"machine-based", "recommendations"}


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("plain text, as it stands (a) 3.5%", "plain text, as it stands (a) 3.5%"),
        ("a **bold** and _emphasised_ word, snake_case", "a bold and emphasised word, snake_case"),
        ("see [the Act](https://example.org/a_(b)).", "see [the Act."),
        ("a note[^1], another[12] and one<sup>3</sup>", "a note, another and one"),
        ("> quoted\n> lines", "quoted\nlines"),
        ("# Heading\n- item\n* item", "Heading\nitem\nitem"),
        ("<p>one</p><b>two</b>", "\none\ntwo"),
        ("&lsquo;AI&rsquo; &amp; &#8220;x&#x201D; &unknown;", "‘AI’ & “x” &unknown;"),
        (r"\u2018AI\u2019 \"x\" one\nTwo", '‘AI’ "x" one\nTwo'),
        (r"\textit{a \textbf{b}} c~d \ldots{} \& e\cite{x}\footnote{y} f", "a b c d … & e f"),
        ('"one "\n    "two"', '"one  two"'),
        ("recommenda-\ntions machine-\nbased other-\nwise", "recommendations machine-based other-wise"),
        ("machine- based and machine- or human", "machine-based and machine- or human"),
        ("dash -- dash --- a-b", "dash — dash — a-b"),
        ("a lone \\ud800 surrogate", "a lone \\ud800 surrogate"),
    ],
)
def test_mark_up_is_not_read(raw: str, text: str) -> None:
    assert read(raw, KNOWN).text == text


@given(texts(40))
def test_every_character_of_the_reading_has_its_place(raw: str) -> None:
    reading = read(raw, KNOWN)
    assert reading.raw == raw
    last = 0
    for at, char in enumerate(reading.text):
        low, high = reading.span(at, at + 1)
        assert last <= low or raw[low:high] != char  # in order; a replacement may give several characters
        assert 0 <= low < high <= len(raw)
        last = low
        if high - low == 1 and raw[low] == char:
            continue
        assert raw[low:high] != char  # else it would have been copied
    assert reading.span(0, len(reading.text)) == (
        (0, 0)
        if not reading.text
        else (reading.span(0, 1)[0], reading.span(len(reading.text) - 1, len(reading.text))[1])
    )


def test_spans_lead_back() -> None:
    raw = "He wrote **a &amp; b** there."
    reading = read(raw)
    start = reading.text.index("a &")
    low, high = reading.span(start, start + 5)
    assert raw[low:high] == "a &amp; b"
    assert reading.span(start, start) == (low, low)
    assert read("").span(0, 0) == (0, 0)
