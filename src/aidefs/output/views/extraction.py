"""An extraction: every provision with its number, its place and its words."""

from __future__ import annotations

from aidefs.formats.document import Block, Cells, Document, Heading, Paragraph, Run, Table, runs
from aidefs.output.views.words import count
from aidefs.provisions.extraction import Extraction, Extractions, Provision

__all__ = ["extraction_document", "extractions_document"]

_NONE = "There may be some in a wording that is not looked for."


def extraction_document(result: Extraction) -> Document:
    """The provisions of a document."""
    return Document(_title(result), tuple(_blocks(result)))


def extractions_document(result: Extractions) -> Document:
    """Those of several documents, one behind the other."""
    blocks: list[Block] = []
    for one in result:
        blocks += [Heading(_title(one)), *_blocks(one)]
    return Document("Definitions", tuple(blocks))


def _title(result: Extraction) -> str:
    return f"Definitions in {result.file or 'a text'}"


def _blocks(result: Extraction) -> list[Block]:
    found = f"{count(len(result), 'provision')} in {result.characters:,} characters."
    if not result.provisions:
        return [Paragraph(runs(Run(f"{found} {_NONE}", "muted")))]
    return [_table(result), Paragraph(runs(Run(found, "muted")))]


def _table(result: Extraction) -> Table:
    header = ("No.", "Place", "Term", "Kind", "Words")
    rows = tuple(_row(number, one) for number, one in zip(result.numbers, result.provisions, strict=True))
    return Table(header, rows, "Provisions", ("", "", result.lang, "", result.lang), (4,))


def _row(number: int, one: Provision) -> tuple[Cells, ...]:
    words = " ".join(one.text.split())
    source = f" → {one.resolved}" if one.resolved else ""
    return (
        runs(str(number)),
        runs(one.locator or Run("—", "muted")),
        runs(Run("; ".join(one.terms), "strong")),
        runs(one.kind),
        runs(words, Run(source, "muted")) if source else runs(words),
    )
