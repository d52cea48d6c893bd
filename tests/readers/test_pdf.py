"""PDF: pages, running heads, and what is no PDF."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from support.documents import pdf

from aidefs.readers.pdf import without_running_heads
from aidefs.readers.read import read_bytes


def test_pdf_words_divided_at_line_ends_keep_a_sign() -> None:
    reading = read_bytes("a.pdf", pdf([["levels of auto-", "nomy and machine-", "based systems"]]))
    assert reading.text == "levels of auto-\nnomy and machine-\nbased systems"


def test_pdf_passages_cross_pages_without_heads() -> None:
    sheets = [
        ["A Journal of Law", *(f"line {letter}{page} of the text" for letter in "abcdefghij"), f"{n}"]
        for n, page in enumerate("wxyz", 7)
    ]
    reading = read_bytes("a.pdf", pdf(sheets))
    assert "line jw of the text\nline ax of the text" in reading.text
    assert "Journal" not in reading.text
    assert str(reading.place(reading.text.index("line az"))) == "page 4, line 2"


def test_lines_of_the_text_are_no_running_heads() -> None:
    # "same" is a head on no page: it stands first on one alone, else in the text.
    sheets = (["same", *"abcdef"], ["g", "h", "same", *"ijkl"], ["m", "n", "same", *"opqr"])
    pages = ["\n".join(sheet) for sheet in sheets]
    assert [page.text for page in without_running_heads(pages)] == pages
    short = ["same", "same", "same"]
    assert [page.text for page in without_running_heads(short)] == short


@given(
    st.lists(st.lists(st.sampled_from(["head 1", "head 2", "a", "b", "c", "7", ""]), max_size=9), max_size=8)
)
def test_running_heads_are_taken_from_the_edges_alone(sheets: list[list[str]]) -> None:
    pages = ["\n".join(sheet) for sheet in sheets]
    for page, kept in zip(pages, without_running_heads(pages), strict=True):
        lines = page.split("\n")
        first = kept.first_line - 1
        number = len(kept.text.split("\n"))
        assert lines[first : first + number] == kept.text.split("\n")
        assert first <= 2 and len(lines) - first - number <= 2


def test_a_text_that_slides_repeat_is_no_running_head() -> None:
    text = [
        "AI system means a machine-based system that",
        "is designed to operate with",
        "levels of autonomy;",
    ]
    pages = ["\n".join(["A Course", *(f"{c}{page}" for c in "abcd"), f"end of {page}"]) for page in "xyz"]
    assert all("A Course" not in page.text for page in without_running_heads(pages))
    slides = [
        "\n".join([*text, "Element", f"about {word}", f"end of {word}"])
        for word in ("means", "levels", "text")
    ]
    assert [page.text for page in without_running_heads(slides)] == slides
    feet = ["\n".join([*word, *"abc", *text]) for word in ("xy", "zw")]
    assert [page.text for page in without_running_heads(feet)] == feet


def test_notes_at_the_foot_of_a_page_are_tied_to_their_marks() -> None:
    page = [
        "They call it “a system”.1 And",
        "so do others, “the law”2.",
        "1 Regulation (EU) 2024/1689,",
        "art. 3.",
    ]
    reading = read_bytes("a.pdf", pdf([page, ["2 OECD", "a", "b", "c"]]))
    notes = [(reading.text[one.start : one.end].split(), one.anchor) for one in reading.regions]
    first, second = (reading.text.index(mark) + len(mark) for mark in ("”.1", "w”2"))
    assert notes == [
        (["Regulation", "(EU)", "2024/1689,", "art.", "3."], first),
        (["OECD", "a", "b", "c"], second),
    ]


def test_notes_at_the_foot_of_a_page_do_not_cut_a_sentence() -> None:
    first = [
        "The Act2 came into force. Its scope is wide3.",
        "It defines a serious incident as an incident that leads to",
        "2 Regulation (EU) 2024/1689 laying down harmonised rules, in the",
        "version of 13 June.",
        "3 On its scope see the next page.",
    ]
    second = ["any of the following: the death of a person.", "More is said.", "4 No mark goes before it"]
    reading = read_bytes("a.pdf", pdf([first, second]))
    assert "an incident that leads to\nany of the following" in reading.text
    assert reading.text.index("4 No mark") < reading.text.index("2 Regulation")
    assert str(reading.place(reading.text.index("3 On its scope"))) == "page 1, line 5"
    assert str(reading.place(reading.text.index("More is said"))) == "page 2, line 2"
    first[1] += " harm."
    reading = read_bytes("a.pdf", pdf([first, second]))
    assert reading.text.index("4 No mark") > reading.text.index("2 Regulation")
