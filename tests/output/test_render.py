"""Rendering: what a definition says comes out as text in every format."""

from __future__ import annotations

import csv
import io
from html import unescape

import pytest
from support.hostile import HOSTILE, everywhere, obeyed
from tabulate import tabulate_formats

import aidefs
from aidefs.errors import InputError
from aidefs.output.render import FORMATS, TABULATE_FORMATS, TEXT_FORMATS, form_of, render, render_bytes
from aidefs.segmentation.segmentation import segment


@pytest.mark.parametrize("form", [form for form in TEXT_FORMATS if form != "json"])
def test_no_control_character_gets_through(form: str) -> None:
    for name, text in HOSTILE.items():
        shown = render(everywhere(text), form)
        assert obeyed(shown) == [], name
        assert shown.endswith("\n")
        shown.encode("utf-8")


@pytest.mark.parametrize("form", TEXT_FORMATS)
def test_every_format_shows_the_words_of_every_result(form: str) -> None:
    coe, eu = aidefs.get("coe"), aidefs.get("eu")
    for result in (aidefs.compare(coe, eu), aidefs.diff(coe, eu), segment(eu)):
        first = render(result, form)
        assert "exhibit" in first and "can" in first
        assert first == render(result, form)
    assert "Article 3(1)" in unescape(render(eu, form))


def test_unknown_format_names_the_near_ones() -> None:
    with pytest.raises(InputError, match=r"^unknown format 'markdwon'; nearest: markdown"):
        render(aidefs.get("eu"), "markdwon")


def test_a_file_format_is_no_text_and_an_option_has_a_name() -> None:
    with pytest.raises(InputError, match=r"^docx is not text; write it to a file whose name ends in \.docx$"):
        render(aidefs.get("eu"), "docx")
    with pytest.raises(InputError, match=r"^unknown option 'widht'; nearest: width"):
        render(aidefs.get("eu"), "text", widht=70)
    with pytest.raises(InputError, match=r"^unknown layout 'lnog'; nearest: long"):
        render(aidefs.get("eu"), "latex", layout="lnog")
    with pytest.raises(InputError, match=r"^a definition has no picture"):
        render_bytes(aidefs.get("eu"), "svg")


def test_bytes_are_the_text_in_utf_8() -> None:
    result = aidefs.compare("coe", "eu:de")
    for form in TEXT_FORMATS:
        assert render_bytes(result, form).decode() == render(result, form)


def test_a_thing_that_is_no_result_cannot_be_shown() -> None:
    with pytest.raises(TypeError, match="int cannot be shown"):
        render(7)


def test_formats_of_tabulate_are_there_by_name() -> None:
    """Its own "html" and "latex" would be poorer than ours, which have the names."""
    assert set(TABULATE_FORMATS) <= set(TEXT_FORMATS)
    assert set(TABULATE_FORMATS) - set(tabulate_formats) == {"csv"}
    assert not set(TABULATE_FORMATS) & {"html", "latex"}


@pytest.mark.parametrize("form", sorted(set(tabulate_formats) - set(FORMATS)))
def test_other_formats_of_tabulate_are_unknown_and_the_error_names_what_there_is(form: str) -> None:
    with pytest.raises(InputError, match=rf"^(unknown|the) format '{form}'.*; (nearest|known): ") as caught:
        render(aidefs.get("eu"), form)
    assert set(str(caught.value).rpartition(": ")[2].split(", ")) <= set(FORMATS)


def test_a_format_that_is_like_none_is_answered_with_all() -> None:
    with pytest.raises(InputError, match=rf"^unknown format 'youtrack'; known: {', '.join(FORMATS)}$"):
        render(aidefs.get("eu"), "youtrack")


@pytest.mark.parametrize(
    "ending",
    [
        ".txt",
        ".md",
        ".qmd",
        ".tex",
        ".html",
        ".htm",
        ".json",
        ".rst",
        ".csv",
        ".tsv",
        ".HTML",
        ".docx",
        ".xlsx",
        ".svg",
    ],
)
def test_endings_choose_formats_that_exist(ending: str) -> None:
    assert form_of(f"out{ending}") in FORMATS


def test_separated_values_are_the_records_where_readers_get_no_table() -> None:
    found = aidefs.lineage("eu")
    rows = list(csv.DictReader(io.StringIO(render(found, "csv"))))
    assert [row["id"] for row in rows] == [record["id"] for record in found.records()]
    assert list(rows[0]) == [column.name for column in found.columns()]
    assert render(aidefs.lineage("eu", changes=True), "csv").startswith("From,To,")


@pytest.mark.parametrize("form", ["grid", "github", "rst"])
def test_a_format_of_tables_is_refused_where_there_is_none(form: str) -> None:
    with pytest.raises(InputError, match=rf"^{form} holds tables, and this result has none; choose text"):
        render(aidefs.lineage("eu"), form)
