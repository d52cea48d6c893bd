"""Redlines as they are shown: no format shows a wording that neither text has."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import DEFINITIONS, ENGLISH, pairs

import aidefs
from aidefs.alignment.edits import Edit
from aidefs.alignment.redline import LEVELS, Level, Redline, redline
from aidefs.formats.document import Cells, Document, Paragraph, plain, signed
from aidefs.output.render import render, render_bytes
from aidefs.output.views.words import edit_runs, row_runs
from aidefs.text.visible import prints_alike


def sides(shown: Cells) -> tuple[str, str]:
    """What a reader has who drops the insertions, and who drops the deletions."""
    return (
        plain(run for run in shown if run.mark != "insert"),
        plain(run for run in shown if run.mark != "delete"),
    )


def squeezed(text: str) -> str:
    """Without white space: a redline passes over it, and formats break lines."""
    return "".join(text.split())


@given(pairs(), st.sampled_from(LEVELS), st.sampled_from(("en", "fr", "zh-Hans")))
def test_a_reader_has_both_texts(texts: tuple[str, str], level: Level, lang: str) -> None:
    line = redline(*texts, level, lang=lang)
    a, b = sides(edit_runs(line.edits, line.b))
    assert a.split() == line.a.split()
    assert prints_alike(squeezed(b), squeezed(line.b))


@given(pairs())
def test_a_redline_without_variants_of_print_is_shown_as_it_is(texts: tuple[str, str]) -> None:
    line = redline(*texts)
    if not any(edit.typographic for edit in line.edits):
        assert [run.text for run in edit_runs(line.edits, line.b)] == [edit.text for edit in line.edits]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("an “AI system” means", "‘system’ means", "[-an “AI-] {+‘+}system[-”-]{+’+} means"),
        ("the “AI system” means", "the ‘AI system’ means", "the [-“-]{+‘+}AI system[-”-]{+’+} means"),
        ("so. Different things", "so; different things", "so[-.-]{+;+} [-Different-]{+different+} things"),
        ("“old” is", "‘new’ is", "[-“old”-]{+‘new’+} is"),
        ("auto\u00adnomy,\nmachine‑based", "autonomy, machine-based", "auto\u00adnomy,\nmachine‑based"),
        ("the ‘AI’", "the ‘AI’ here", "the ‘AI’ {+here+}"),
    ],
)  # fmt: skip
def test_marks_of_quotation_are_shown_as_they_are_in_each_text(a: str, b: str, expected: str) -> None:
    line = redline(a, b)
    assert signed(edit_runs(line.edits, line.b)) == expected


def test_in_a_row_the_places_are_those_of_the_official_text() -> None:
    for pair in (("coe", "eu"), ("oecd", "eu@2021"), ("eu@2022", "eu@2023")):
        result = aidefs.compare(*pair)
        for row in result.rows:
            if row.pairs[0].status in ("reworded", "punctuation only"):
                a, b = sides(row_runs(row.pairs[0].edits, row.cells[1]))
                assert squeezed(a) == squeezed(row.cells[0].words)
                assert squeezed(b) == squeezed(row.cells[1].words)


# --- formats ----------------------------------------------------------------------------------


def _between(text: str, opening: str, closing: str) -> str:
    """The text without what stands between two signs, and without the other two signs."""
    return re.sub(f"{opening}.*?{closing}", "", text, flags=re.DOTALL)


def _of_text(line: Redline, dropped: str) -> str:
    text = render(_document(line), "text", width=4000)
    signs = {"insert": (r"\{\+", r"\+\}"), "delete": (r"\[-", r"-\]")}
    text = _between(text, *signs.pop(dropped))
    return re.sub("|".join(signs.popitem()[1]), "", text)


def _of_html(line: Redline, dropped: str, form: str = "html") -> str:
    text = render(_document(line), form)
    text = re.sub(r"<style.*?</style>|<h2.*?</h2>", "", text, flags=re.DOTALL)
    gone = {"insert": "ins", "delete": "del"}[dropped]
    return html.unescape(re.sub("<[^>]*>", "", _between(text, f"<{gone}[^>]*>", f"</{gone}>")))


def _of_markdown(line: Redline, dropped: str) -> str:
    return re.sub(r"\\(?=[^\w\s])", "", _of_html(line, dropped, "markdown"))


def _of_latex(line: Redline, dropped: str) -> str:
    text = render(_document(line), "latex").split("\n\n", 1)[-1]
    text = "\n".join(row for row in text.splitlines() if not row.startswith((r"\providecommand", "%")))
    gone = {"insert": "ins", "delete": "del"}[dropped]
    text = re.sub(r"\\[a-z]+(?:0pt)?\{\}", "", text)
    text = re.sub(rf"\\aidefs{gone}\{{(?:[^{{}}]|\{{[^{{}}]*\}})*\}}", "", text)
    return re.sub(r"\\[a-zA-Z]+|[{}\\]", "", text)


def _of_word(line: Redline, dropped: str) -> str:
    data = render_bytes(_document(line), "docx")
    body = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    style = {"insert": "Inserted", "delete": "Deleted"}[dropped]
    runs = [run for run in re.findall(r"<w:r>.*?</w:r>|<w:r .*?</w:r>", body, re.DOTALL) if style not in run]
    return html.unescape("".join("".join(re.findall("<w:t[^>]*>([^<]*)", run)) for run in runs))


def _document(line: Redline) -> Document:
    return Document("", (Paragraph(edit_runs(line.edits, line.b), line.lang),))


CORE = tuple(d for d in ENGLISH if d.id.startswith(("eu-", "coe-", "oecd-")))


@pytest.mark.parametrize("shown", [_of_text, _of_html, _of_markdown, _of_latex, _of_word])
def test_each_format_shows_both_texts(shown: Callable[[Redline, str], str]) -> None:
    for old, new in pairwise(CORE):
        line = redline(old.text, new.text)
        assert squeezed(shown(line, "insert")) == squeezed(old.text)
        assert squeezed(shown(line, "delete")) == squeezed(new.text)


def test_no_two_stored_texts_make_a_third() -> None:
    for old, new in pairwise(DEFINITIONS):
        line = redline(old.text, new.text, lang=new.lang)
        a, b = sides(edit_runs(line.edits, line.b))
        assert (squeezed(a), squeezed(b)) == (squeezed(old.text), squeezed(new.text))
    assert edit_runs([Edit("equal", (0, 2), (0, 2), "AI", True)], "ai") == (
        ("AI", "delete", "", "", False),
        ("ai", "insert", "", "", False),
    )
