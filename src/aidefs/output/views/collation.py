"""A collation: the base text with its apparatus, or the alignment as a table."""

from __future__ import annotations

from collections.abc import Iterator

from aidefs.alignment.apparatus import CollatedPassage
from aidefs.alignment.collation import AlignmentTable, Collation
from aidefs.formats.document import Block, Cells, Document, Paragraph, Run, Table, runs
from aidefs.output.views.words import count

__all__ = ["alignment_table_document", "collation_document"]

_KINDS = {"wording": "wording", "punctuation": "punctuation", "typographic": "print"}


def collation_document(result: Collation) -> Document:
    """The witnesses, the base text with numbers, and the apparatus."""
    base = result.base
    blocks: list[Block] = [_witnesses(result), Paragraph(_numbered(result), base.definition.lang)]
    if result.apparatus:
        blocks.append(_apparatus(result))
    blocks.append(Paragraph(runs(Run(_counted(result), "muted"))))
    return Document(f"Collation with {base.definition.name} as base", tuple(blocks))


def _counted(result: Collation) -> str:
    texts, entries = len(result.witnesses), len(result.apparatus)
    if texts == 1:
        return "The texts are equal to the letter."
    return (
        f"{texts} texts, {'1 entry' if entries == 1 else f'{entries} entries'}. A text that is not named at "
        "an entry reads there as the base does, or differs over more words of it."
    )


def _witnesses(result: Collation) -> Table:
    rows = tuple(
        (
            runs(Run(one.siglum, "strong")),
            runs(one.label + (" (base)" if one is result.base else "")),
            runs(one.definition.adopted or "—"),
        )
        for one in result.by_siglum
    )
    return Table(("Letter", "Text", "Adopted"), rows, "Texts", wide=(1,))


def _numbered(result: Collation) -> Cells:
    """The base text with the number of each entry behind its lemma."""
    text, at = result.base.text, 0
    found: list[Run] = []
    for entry in sorted(result.apparatus, key=lambda one: (one.span[1], one.number)):
        found += [Run(text[at : entry.span[1]]), Run(f"[{entry.number}]", "muted")]
        at = entry.span[1]
    return tuple(run for run in (*found, Run(text[at:])) if run.text)


def _apparatus(result: Collation) -> Table:
    lang = result.base.definition.lang
    rows = []
    for entry in result.apparatus:
        readings: list[Run] = []
        for reading in entry.readings:
            readings += [Run("; ", "muted")] if readings else []
            readings.append(Run(reading.text) if reading.text else Run("omitted", "quote"))
            readings.append(Run(f" {' '.join(reading.sigla)}", "strong"))
        rows.append((runs(str(entry.number)), runs(entry.lemma), tuple(readings), runs(_KINDS[entry.kind])))
    header = ("No.", f"Text {result.base.siglum}", "Other texts", "Kind")
    return Table(header, tuple(rows), "Where the texts differ", ("", lang, lang, ""), (1, 2))


# --- the alignment as a table -----------------------------------------------------------------


def alignment_table_document(result: AlignmentTable) -> Document:
    """The alignment, a column a text; what all share is one row."""
    collation = result.collation
    lang = collation.base.definition.lang
    header = ("No.", *(f"{one.siglum}: {one.definition.name}" for one in collation.witnesses))
    rows = tuple((runs(str(number)), *cells) for number, cells in enumerate(_rows(collation), 1))
    langs = ("", *(lang for _ in collation.witnesses))
    table = Table(header, rows, "Alignment", langs, tuple(range(1, len(header))))
    foot = f"{count(len(collation.alignment), 'place')}; a dash is a gap. What all texts share is one row."
    return Document("Alignment", (table, Paragraph(runs(Run(foot, "muted")))))


def _rows(collation: Collation) -> Iterator[tuple[Cells, ...]]:
    for passage in collation.passages:
        if passage.kind == "agreed":
            yield tuple(
                runs(one.text[low:high].strip())
                for one, (low, high) in zip(collation.witnesses, passage.spans, strict=True)
            )
        else:
            yield from _tokens(collation, passage)


def _tokens(collation: Collation, passage: CollatedPassage) -> Iterator[tuple[Cells, ...]]:
    for column in collation.alignment[slice(*passage.columns)]:
        yield tuple(
            runs(Run("—", "muted") if index is None else one.text[slice(*one.span(index))])
            for one, index in zip(collation.witnesses, column, strict=True)
        )
