"""A comparison: what differs in words, the elements side by side, redlines, sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from aidefs.alignment.edits import Edit
from aidefs.comparison.comparison import Comparison, Pair, Row, collapsed
from aidefs.formats.document import (
    Block,
    Bullets,
    Cells,
    Document,
    FullText,
    FullTexts,
    Heading,
    Mark,
    Paragraph,
    Run,
    Table,
    runs,
)  # fmt: skip
from aidefs.output.views.words import SIMILARITY, count, edit_runs, row_runs, sentence, source_line
from aidefs.segmentation.segmentation import Segmentation
from aidefs.segmentation.segments import Cell, Segment

__all__ = ["comparison_document", "element_table", "full_texts", "redlines", "similarities"]


_MORE = "The table of the elements, the redlines and the sources: the same without --brief."
_ABOUT_UNREAD = "?: the program cannot read this element in this text; it may be there."


def comparison_document(full: Comparison) -> Document:
    """Findings and summary, the elements side by side, redlines and sources; equal wordings as one."""
    result, wordings = collapsed(full)
    labels = result.names
    heads = [" · ".join(filter(None, (a, w.others))) for a, w in zip(labels, wordings, strict=True)]
    blocks: list[Block] = []
    if result.findings:
        blocks.append(Heading("Findings"))
        blocks += _findings(result)
    blocks.append(Heading("Summary"))
    blocks += [Paragraph(runs(line)) for line in summary_lines(result)]
    if any(result.comparable):
        blocks.append(Paragraph(runs(Run(SIMILARITY, "muted"))))
    title = "Comparison: " + " / ".join(labels)
    if full.brief:
        return Document(title, (*blocks, Paragraph(runs(Run(_MORE, "muted")))))
    blocks += element_table(result, heads)
    blocks += redlines(result)
    blocks += [Heading("Sources"), _compared(full)]
    return Document(title, tuple(blocks), texts=full_texts(labels, result.segmentations))


def full_texts(names: Sequence[str], segmentations: Sequence[Segmentation]) -> FullTexts:
    """Whole texts, each stretch with its element."""
    columns = (
        FullText(name, _keyed(cut.text, cut.segments), cut.lang)
        for name, cut in zip(names, segmentations, strict=True)
    )
    hint = "Point at a passage, or tap it: its element is brought out in all texts and in the table."
    return FullTexts("The texts, element by element", hint, tuple(columns))


def _keyed(text: str, segments: Iterable[Segment]) -> Cells:
    """A text letter for letter, its segments keyed by their elements."""
    parts: list[Run] = []
    at = 0
    for segment in segments:
        parts += [Run(text[at : segment.start]), Run(segment.text, key=segment.element)]
        at = segment.end
    parts.append(Run(text[at:]))
    return tuple(run for run in parts if run.text)


def _findings(result: Comparison) -> list[Block]:
    """A list; with more than two definitions one a pair, under the names of the pair."""
    blocks: list[Block] = []
    for k, line in enumerate(result.redlines):
        compared = (result.definitions[0], result.definitions[k + 1])
        found = tuple(sentence(f.parts, compared) for f in result.findings if f.pair == k)
        if found and len(result.redlines) > 1:
            blocks.append(Paragraph(runs(Run(" / ".join(line.names), "strong"))))
        if found:
            blocks.append(Bullets(found))
    return blocks


def _compared(result: Comparison) -> Bullets:
    each = zip(result.names, result.definitions, result.segmentations, strict=True)
    return Bullets(
        tuple(
            (Run(name, "strong"), Run(": " + source_line(one, cut.method), links=True))
            for name, one, cut in each
        )
    )


def redlines(result: Comparison) -> list[Block]:
    """The whole texts, those in the language of the baseline as redlines against it."""
    blocks: list[Block] = []
    for line, other, alike in zip(result.redlines, result.definitions[1:], result.comparable, strict=True):
        if alike:
            blocks.append(Heading(f"Redline: {line.names[0]} → {line.names[1]}"))
            blocks.append(Paragraph(edit_runs(line.edits, line.b), other.lang))
    return blocks


def element_table(result: Comparison, heads: Sequence[str]) -> list[Block]:
    """The elements side by side, and below them what is in no text and what could not be read.

    Args:
        result: The comparison.
        heads: What stands above the texts.
    """
    labels = result.names
    blocks: list[Block] = [_table(result, labels, heads)]
    absent = [row.element.label.lower() for row in result.rows if row.absent]
    if absent:
        none = "neither text" if len(labels) == 2 else "none of the texts"
        blocks.append(Paragraph(runs(Run(f"In {none}: {', '.join(absent)}.", "muted"))))
    if any(cell.unread for row in result.rows for cell in row.cells):
        blocks.append(Paragraph(runs(Run(_ABOUT_UNREAD, "muted"))))
    return blocks


def _table(result: Comparison, labels: Sequence[str], heads: Sequence[str]) -> Table:
    single = len(result.redlines) == 1
    shown = [row for row in result.rows if not row.empty]
    rows = []
    for row in shown:
        cells: list[Cells] = [_row_head(row, labels)]
        cells += _pair_cells(row) if single else _many_cells(row)
        rows.append(tuple(cells))
    return Table(
        ("Element", *heads),
        tuple(rows),
        "Definitions by element: " + ", ".join(labels),
        ("", *(d.lang for d in result.definitions)),
        tuple(range(1, len(labels) + 1)),
        keys=tuple(row.element.id for row in shown),
        sides=single,
    )


def _row_head(row: Row, labels: Sequence[str]) -> Cells:
    head = [Run(row.element.label, "strong")]
    if len(row.pairs) == 1:
        head += [Run("\n" + line, "muted") for line in _status_lines(row.pairs[0], labels[0], labels[1])]
    return tuple(head)


def _status_lines(pair: Pair, label_a: str, label_b: str) -> list[str]:
    named = {"only in A": f"only in {label_a}", "only in B": f"only in {label_b}"}
    lines = [named.get(pair.status, pair.status)]
    if pair.moved:
        lines.append("moved")
    if pair.status == "reworded":
        lines.append(f"similarity {pair.similarity:.2f}")
    return lines + _seam_notes(pair)


def _seam_notes(pair: Pair) -> list[str]:
    """What differs at the seams where nothing else does; the marks alone would contradict the status."""
    return [] if pair.status == "reworded" else [change.note for change in pair.seam_changes]


_UNCERTAIN = Run("\n(automatic, uncertain)", "muted")


def _pair_cells(row: Row) -> list[Cells]:
    """Both sides, each with its own changes marked."""
    pair = row.pairs[0]
    sides: list[Cells] = []
    for cell, own in zip(row.cells, ("delete", "insert"), strict=True):
        if not cell.segments:
            sides.append(_without_words(cell))
        elif pair.marked:
            sides.append(side_runs(pair.edits, own, cell.segments))
        else:
            sides.append(runs(cell.text))
        if cell.uncertain:
            sides[-1] = (*sides[-1], _UNCERTAIN)
    return sides


def _without_words(cell: Cell) -> Cells:
    return runs(Run("?" if cell.unread else "—", "muted"))


_BESIDE_BASELINE = {"only in A": "", "only in B": "not in the baseline", "other language": ""}


def _many_cells(row: Row) -> list[Cells]:
    """The baseline plain; each further definition as a redline against it, with its status."""
    first = row.cells[0]
    cells: list[Cells] = [runs(first.text) if first.segments else _without_words(first)]
    if first.uncertain:
        cells[0] = (*cells[0], _UNCERTAIN)
    for cell, pair in zip(row.cells[1:], row.pairs, strict=True):
        if not cell.segments:
            cells.append(_without_words(cell))
            continue
        body = row_runs(pair.edits, cell) if pair.marked else runs(cell.text)
        status = _BESIDE_BASELINE.get(pair.status, pair.status)
        doubt = "automatic, uncertain" if cell.uncertain else ""
        facts = (status, "moved" if pair.moved else "", *_seam_notes(pair), doubt)
        notes = ", ".join(part for part in facts if part)
        cells.append((*body, Run(f"\n({notes})", "muted")) if notes else body)
    return cells


def side_runs(edits: Iterable[Edit], own: str, segments: Sequence[Segment]) -> Cells:
    """One side of a row: its official words, those that the other side lacks marked."""
    parts: list[Run] = []
    ends = {segment.end for segment in segments[:-1]}
    position = None
    for edit in edits:
        span = edit.b if own == "insert" else edit.a
        if span is None or edit.op not in ("equal", own):
            continue
        mark: Mark = "" if edit.op == "equal" else "insert" if own == "insert" else "delete"
        if position in ends and span[0] != position:
            parts.append(Run(" … "))
        parts.append(Run(_side_text(edit, own, span, segments), mark))
        position = span[1]
    return tuple(parts)


def _side_text(edit: Edit, own: str, span: tuple[int, int], segments: Sequence[Segment]) -> str:
    if own == "delete" or edit.op == "insert":
        return edit.text
    for segment in segments:  # an "equal" holds A's characters; show B's own
        if segment.start <= span[0] < segment.end:
            return str(segment.text[span[0] - segment.start : span[1] - segment.start])
    return edit.text


def summary_lines(result: Comparison) -> list[str]:
    """One line a pair: rows by status, how many moved, similarity by element and of the running texts."""
    lines = []
    for k, summary in enumerate(result.summaries):
        named = [(n, status) for status, n in _named_counts(summary, result.redlines[k].names) if n]
        counts = f"{count(sum(n for n, _ in named), 'element')}: "
        counts += ", ".join(f"{n} {status}" for n, status in named)
        counts += f"; of these {summary['moved']} moved" if summary["moved"] else ""
        prefix = "" if len(result.summaries) == 1 else f"{' / '.join(result.redlines[k].names)}: "
        lines.append(f"{prefix}{counts}. {similarities(summary)}")
    return lines


def similarities(summary: dict[str, Any]) -> str:
    """How similar two texts are by element and as running text, in a sentence."""
    by_element, running = summary["similarity"], summary["text_similarity"]
    if running is None:
        return "The texts are in different languages; their words are not compared."
    if by_element is None:
        return f"Similarity {running:.2f} as running text."
    return f"Similarity {by_element:.2f} by element, {running:.2f} as running text."


def _named_counts(summary: dict[str, Any], names: tuple[str, str]) -> Iterable[tuple[str, int]]:
    missing = {
        "only in A": f"only in {names[0]}",
        "only in B": f"only in {names[1]}",
        "other language": "in both texts",
    }
    for key, value in summary.items():
        if key not in ("similarity", "text_similarity", "absent", "moved"):
            yield missing.get(key, key), value
