"""Markdown for Pandoc and Quarto: texts come back from it letter for letter."""

from __future__ import annotations

import pytest
from support.hostile import HOSTILE, NOTED, SHIPPED, everywhere
from support.pandoc import kinds, pandoc

from aidefs.formats.document import Bullets, Document, Paragraph, Run, runs
from aidefs.output.render import render
from aidefs.text.visible import visible_line


@pytest.mark.programs
def test_pandoc_shows_the_characters_of_hostile_texts() -> None:
    """One document for all, because each start of the program takes a while."""
    blocks = [block for text in HOSTILE.values() for block in (Paragraph(runs(text)), Bullets((runs(text),)))]
    words, tree = pandoc(render(Document("", tuple(blocks)), "pandoc"))
    expected = " ".join(visible_line(text) for text in HOSTILE.values() for _ in range(2))
    assert words.split() == expected.split()
    allowed = {"Para", "Plain", "BulletList", "Span", "Str", "Space", "SoftBreak", "LineBreak"}
    assert set(kinds(tree)) - allowed == set()
    assert kinds(tree).count("BulletList") == len(HOSTILE)


@pytest.mark.programs
def test_pandoc_keeps_cells_marks_and_heads_of_hostile_texts() -> None:
    shown = render(
        Document("", tuple(b for text in HOSTILE.values() for b in everywhere(text).blocks)), "pandoc"
    )
    found = kinds(pandoc(shown)[1])
    assert found.count("Table") == len(HOSTILE)
    assert {"Link", "Image", "Code", "CodeBlock", "RawInline", "RawBlock", "HorizontalRule", "Math", "Cite",
            "Note", "OrderedList", "DefinitionList", "BlockQuote", "Div"}.isdisjoint(found)  # fmt: skip
    assert found.count("Header") == len(HOSTILE)


@pytest.mark.programs
def test_pandoc_prints_official_texts_letter_for_letter() -> None:
    chosen = list(SHIPPED.values())
    words, _ = pandoc(render(Document("", tuple(Paragraph(runs(d.text), d.lang) for d in chosen)), "pandoc"))
    assert "".join(words.split()) == "".join("".join(d.text.split()) for d in chosen)


@pytest.mark.programs
def test_pandoc_has_captions_names_notes_marks_and_citations() -> None:
    named = NOTED._replace(name="noted", langs=("", "fr", "en"))
    shown = render(
        Document("", (named, Paragraph(runs(Run("old", "delete"), Run("new", "insert"))))), "pandoc"
    )
    assert ": Noted {#tbl-noted}" in shown and "| One^1^ " in shown
    assert "**Autonomy**^2,3^" in shown and "| Frame " in shown and "[a]{lang=fr}" in shown
    assert "~~old~~[new]{.underline}" in shown and "@one" not in shown
    assert "Source of one. [@one]" in render(Document("", (named,)), "pandoc", bibliography="refs")
    assert "Underline" in kinds(pandoc(shown)[1]) and "Strikeout" in kinds(pandoc(shown)[1])
