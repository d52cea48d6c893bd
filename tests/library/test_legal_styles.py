"""Citations in the styles of lawyers: those kept by hand, and what holds for every record in every style."""

from __future__ import annotations

import re
import sys
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import DEFINITIONS, texts

import aidefs
from aidefs.errors import InputError
from aidefs.library.citations import STYLES
from aidefs.library.files import shipped_root
from aidefs.library.legal_styles import LEGAL_STYLES
from aidefs.library.records import KINDS, Definition
from aidefs.text.visible import visible_line

citeproc = pytest.importorskip("citeproc")

BY_HAND = (Path(__file__).parent / "legal-citations.txt").read_text("utf-8")


def by_hand() -> list[tuple[str, str, str]]:
    """Style, id and citation of each that is kept by hand."""
    found = []
    for part in BY_HAND.split("\n== ")[1:]:
        style, _, entries = part.partition("\n")
        found += [(style, *entry) for entry in re.findall(r"^(\S+)\n    (.+)$", entries, re.M)]
    return found


@pytest.mark.parametrize(("style", "name", "expected"), by_hand())
def test_a_citation_is_that_which_was_read_against_the_rules(style: str, name: str, expected: str) -> None:
    assert aidefs.cite(name, style=style) == expected


def test_every_style_has_fourteen_by_hand() -> None:
    held = [style for style, _, _ in by_hand()]
    assert {style: held.count(style) for style in held} == dict.fromkeys(LEGAL_STYLES, 14)


@pytest.mark.parametrize("style", LEGAL_STYLES)
def test_the_files_are_csl(style: str) -> None:
    """A file that does not meet the schema of CSL makes a warning, and a warning fails."""
    source = shipped_root().joinpath("styles").joinpath(f"{style}.csl").read_bytes()
    citeproc.CitationStylesStyle(BytesIO(source), validate=True)


# --- every record -----------------------------------------------------------------------------


@pytest.mark.parametrize("style", LEGAL_STYLES)
def test_every_record_is_cited_in_one_line_without_gaps(style: str) -> None:
    lines = aidefs.cite(*DEFINITIONS, style=style).split("\n")
    assert len(lines) == len(DEFINITIONS)
    for d, line in zip(DEFINITIONS, lines, strict=True):
        assert line == line.strip(), d.id
        assert not re.search(r"  |\(\)|\[\]|‘’|<>|, ,|,,|\(,| \.|\?\.|^[,.]", line), d.id


@pytest.mark.parametrize("style", LEGAL_STYLES)
def test_no_number_stands_there_that_the_record_has_not(style: str) -> None:
    for d, line in zip(DEFINITIONS, aidefs.cite(*DEFINITIONS, style=style).split("\n"), strict=True):
        fields = (
            d.instrument,
            d.official_title,
            d.provision,
            d.adopted,
            d.url,
            d.issuer,
            *d.identifiers.values(),
        )
        known = {number.lstrip("0") for number in re.findall(r"\d+", " ".join(fields))}
        said = re.sub(r"(?<=\d),(?=\d{3}\b)", "", line)
        assert {number.lstrip("0") for number in re.findall(r"\d+", said)} <= known, d.id


@pytest.mark.parametrize("style", LEGAL_STYLES)
def test_a_number_stands_there_once(style: str) -> None:
    for d in DEFINITIONS:
        line = d.cite(style).replace(d.url, "")
        for scheme in ("cets", "oecd", "com", "eo", "un", "usc"):
            number = d.identifiers.get(scheme)
            assert not number or line.count(number) <= 1, d.id


def test_superseded_drafts_are_called_what_they_are() -> None:
    for d in DEFINITIONS:
        if d.kind in ("bill", "draft"):
            assert not any("superseded" in d.cite(style) for style in STYLES), d.id


def test_a_key_of_a_database_is_no_number_of_a_law() -> None:
    assert not any("CELEX" in aidefs.cite("eu", style=style) for style in LEGAL_STYLES)


# --- any record -------------------------------------------------------------------------------


@given(st.sampled_from(LEGAL_STYLES), st.sampled_from(KINDS), texts(5), texts(5))
def test_words_of_a_record_are_printed_as_they_are(style: str, kind: str, title: str, place: str) -> None:
    d = Definition(id="x", text="y", instrument=f"Act {title}x", provision=place, kind=kind)
    shown = d.cite(style)
    assert "\n" not in shown
    if "<span" not in title.lower():  # CSL reads one element of HTML in a title, and prints what is in it
        assert squeezed(visible_line(f"Act {title}x")) in squeezed(shown)


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_a_record_with_a_text_alone_is_cited_by_its_id() -> None:
    for style in LEGAL_STYLES:
        assert "my-draft" in Definition(id="my-draft", text="an AI system is software", lang="en").cite(style)


def test_without_the_package_the_error_says_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "citeproc", None)
    wanted = r"^the citation style oscola needs citeproc-py: pip install 'aidefs\[cite\]'$"
    with pytest.raises(InputError, match=wanted):
        aidefs.cite("eu", style="oscola")
