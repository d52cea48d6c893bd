"""A comparison: what differs in words, the elements side by side, redlines, sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from aidefs.alignment.edits import Edit
from aidefs.comparison.comparison import Comparison, Pair, Row, collapsed
from aidefs.comparison.findings import unsure
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
from aidefs.output.views.words import edit_runs, row_runs, sentence, source_line
from aidefs.segmentation.segmentation import Segmentation
from aidefs.segmentation.segments import Cell, Segment
from aidefs.text.phrasebook import Language, phrase

__all__ = [
    "comparison_document",
    "element_table",
    "finding_blocks",
    "full_texts",
    "redlines",
    "similarities",
    "summary_lines",
]


def comparison_document(full: Comparison) -> Document:
    """Findings and summary, the elements side by side, redlines and sources; equal wordings as one."""
    result, wordings = collapsed(full)
    labels = result.names
    heads = [" · ".join(filter(None, (a, w.others))) for a, w in zip(labels, wordings, strict=True)]
    say = _speaker(result)
    blocks: list[Block] = []
    if result.findings:
        blocks.append(Heading(say("Findings")))
        blocks += finding_blocks(result)
    blocks.append(Heading(say("Summary")))
    blocks += [Paragraph(runs(line)) for line in summary_lines(result)]
    if any(result.comparable):
        blocks.append(Paragraph(runs(Run(say("what similarity is"), "muted"))))
    title = say("Comparison", names=" / ".join(labels))
    if full.brief:
        return Document(title, (*blocks, Paragraph(runs(Run(say("about brief"), "muted")))))
    blocks += element_table(result, heads)
    blocks += redlines(result)
    blocks += [Heading(say("Sources")), _compared(full)]
    return Document(title, tuple(blocks), texts=full_texts(labels, result.segmentations))


def _speaker(result: Comparison) -> Callable[..., str]:
    """Says a phrase in the language of the result."""
    return partial(phrase, language=result.language)


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


def finding_blocks(result: Comparison) -> list[Block]:
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
            blocks.append(Heading(_speaker(result)("Redline", a=line.names[0], b=line.names[1])))
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
    say = _speaker(result)
    absent = [row.element.label_in(result.language).lower() for row in result.rows if row.absent]
    if absent:
        none = say("in neither" if len(labels) == 2 else "absent", elements=", ".join(absent))
        blocks.append(Paragraph(runs(Run(none, "muted"))))
    unseen = [row for row in result.rows if row.empty and not row.absent]
    if unseen:
        # Rows that the summary counts and the table leaves out, for it shows no row of question marks.
        named = ", ".join(row.element.label_in(result.language).lower() for row in unseen)
        none = say("seen in neither" if len(labels) == 2 else "seen in none", elements=named)
        blocks.append(Paragraph(runs(Run(none, "muted"))))
    if any(cell.unread for row in result.rows if not row.empty for cell in row.cells):
        blocks.append(Paragraph(runs(Run(say("about unknown"), "muted"))))
    return blocks


def _table(result: Comparison, labels: Sequence[str], heads: Sequence[str]) -> Table:
    single, say = len(result.redlines) == 1, _speaker(result)
    shown = [row for row in result.rows if not row.empty]
    rows = []
    for row in shown:
        cells: list[Cells] = [_row_head(row, labels, result.language)]
        cells += _pair_cells(row, say) if single else _many_cells(row, say)
        rows.append(tuple(cells))
    return Table(
        (say("Element"), *heads),
        tuple(rows),
        say("by element of", names=", ".join(labels)),
        ("", *(d.lang for d in result.definitions)),
        tuple(range(1, len(labels) + 1)),
        keys=tuple(row.element.id for row in shown),
        sides=single,
    )


def _row_head(row: Row, labels: Sequence[str], language: Language) -> Cells:
    head = [Run(row.element.label_in(language), "strong")]
    if len(row.pairs) == 1:
        lines = _status_lines(row.pairs[0], labels[0], labels[1], partial(phrase, language=language))
        head += [Run("\n" + line, "muted") for line in lines]
    return tuple(head)


def _status_lines(pair: Pair, label_a: str, label_b: str, say: Callable[..., str]) -> list[str]:
    only = {"only in A": label_a, "only in B": label_b}.get(pair.status)
    lines = [say("only there", name=only) if only else say(pair.status)]
    if pair.moved:
        lines.append(say("moved"))
    if pair.status == "reworded":
        lines.append(say("similarity of a row", value=f"{pair.similarity:.2f}"))
    return lines + _seam_notes(pair, say)


def _seam_notes(pair: Pair, say: Callable[..., str]) -> list[str]:
    """What differs at the seams where nothing else does; the marks alone would contradict the status."""
    if pair.status == "reworded":
        return []
    kinds = {(True, True): "seam replaced", (False, True): "seam added", (True, False): "seam left out"}
    return [say(kinds[bool(one.old), bool(one.new)], old=one.old, new=one.new) for one in pair.seam_changes]


def _uncertain(say: Callable[..., str]) -> Run:
    return Run(f"\n({say('automatic, uncertain')})", "muted")


def _pair_cells(row: Row, say: Callable[..., str]) -> list[Cells]:
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
            sides[-1] = (*sides[-1], _uncertain(say))
    return sides


def _without_words(cell: Cell) -> Cells:
    return runs(Run("?" if cell.unread else "—", "muted"))


_BESIDE_BASELINE = {"only in A": "", "only in B": "not in the baseline", "other language": ""}


def _many_cells(row: Row, say: Callable[..., str]) -> list[Cells]:
    """The baseline plain; each further definition as a redline against it, with its status."""
    first = row.cells[0]
    cells: list[Cells] = [runs(first.text) if first.segments else _without_words(first)]
    if first.uncertain:
        cells[0] = (*cells[0], _uncertain(say))
    for cell, pair in zip(row.cells[1:], row.pairs, strict=True):
        if not cell.segments:
            cells.append(_without_words(cell))
            continue
        body = row_runs(pair.edits, cell) if pair.marked else runs(cell.text)
        status = _BESIDE_BASELINE.get(pair.status, pair.status)
        doubt = say("automatic, uncertain") if cell.uncertain else ""
        moved = say("moved") if pair.moved else ""
        facts = (say(status) if status else "", moved, *_seam_notes(pair, say), doubt)
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
    lines, say = [], _speaker(result)
    for k, summary in enumerate(result.summaries):
        named = [(n, status) for status, n in _named_counts(summary, result.redlines[k].names, say) if n]
        number = sum(n for n, _ in named)
        elements = say("one element") if number == 1 else say("elements", n=str(number))
        each = ", ".join(say("a count", n=str(n), status=status) for n, status in named)
        counts = say("counted", elements=elements, counts=each)
        counts += say("of these moved", n=str(summary["moved"])) if summary["moved"] else ""
        doubtful = unsure(result.rows, k)
        told = (row for row in result.rows if row.pairs[k].status not in ("absent", "unknown"))
        uncertain = sum(row.element.id in doubtful for row in told)
        counts += say("of these uncertain", n=str(uncertain)) if uncertain else ""
        if len(result.summaries) > 1:
            counts = say("counted", elements=" / ".join(result.redlines[k].names), counts=counts)
        lines.append(f"{counts}. {similarities(summary, result.language)}")
    return lines


def similarities(summary: dict[str, Any], language: Language = "en") -> str:
    """How similar two texts are by element and as running text, in a sentence."""
    by_element, running = summary["similarity"], summary["text_similarity"]
    if running is None:
        return phrase("languages differ", language)
    if by_element is None:
        return phrase("similarity running", language, running=f"{running:.2f}")
    measured = {"by_element": f"{by_element:.2f}", "running": f"{running:.2f}"}
    return phrase("similarities", language, **measured)


def _named_counts(
    summary: dict[str, Any], names: tuple[str, str], say: Callable[..., str]
) -> Iterable[tuple[str, int]]:
    for key, value in summary.items():
        if key in ("only in A", "only in B"):
            yield say("only there", name=names[key == "only in B"]), value
        elif key == "other language":
            yield say("in both"), value
        elif key not in ("similarity", "text_similarity", "absent", "moved"):
            yield say(key), value
