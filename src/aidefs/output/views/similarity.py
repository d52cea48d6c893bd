"""How alike many definitions are: the matrix and the families, as documents."""

from __future__ import annotations

from aidefs.formats.document import Block, Bullets, Cells, Document, Heading, Paragraph, Run, Table, runs
from aidefs.library.records import Definition
from aidefs.library.wordings import Wording
from aidefs.output.views.words import count, named
from aidefs.survey.similarity import Families, Matrix, Written

__all__ = ["families_document", "matrix_document"]


_COMPARED = {"text": "whole texts", "definiens": "texts without the words that only name the term"}


# --- the matrix -------------------------------------------------------------------------------


def matrix_document(result: Matrix) -> Document:
    """The similarity of every pair, like beside like, and how it was measured."""
    order = result.tree.order
    header = ("No.", "Wording", *(str(n) for n in range(1, len(order) + 1)))
    cells = Written(lambda value: runs(f"{value:.2f}"))
    rows = tuple(
        (
            runs(str(place)),
            _labelled(result.wordings[n], result.baseline),
            *map(cells.__getitem__, map(list(result.values[n]).__getitem__, order)),
        )
        for place, n in enumerate(order, 1)
    )
    blocks: list[Block] = [Table(header, rows, "Similarity of every pair", compact=True)]
    blocks += _shared(result.ordered)
    blocks.append(_measured(result))
    return Document(f"Similarity of {count(len(order), 'wording')}", tuple(blocks))


def _labelled(wording: Wording, baseline: Definition | None) -> Cells:
    mark = Run(" (baseline)", "muted") if wording.definition == baseline else Run("")
    return tuple(run for run in (Run(wording.label), mark) if run.text)


def _shared(wordings: tuple[Wording, ...]) -> list[Block]:
    shared = tuple(named(wording) for wording in wordings if wording.also)
    return [Heading("Identical wordings"), Bullets(shared)] if shared else []


def _measured(result: Matrix) -> Paragraph:
    what = _COMPARED.get(result.measure, f"the words on the element {result.measure}")
    parts = [
        f"Compared: {what}.",
        "Similarity: 2·shared / (words of A + words of B), where shared is the largest number of words that "
        "both have in the same order; punctuation does not count.",
        "Order: by average-linkage clustering, like beside like"
        + ("." if result.baseline is None else ", turned so that the baseline stands first."),
    ]
    if result.without:
        parts.append(f"Without such words: {', '.join(one.name for one in result.without)}.")
    return Paragraph(runs(Run(" ".join(parts), "muted")))


# --- families ---------------------------------------------------------------------------------


def families_document(result: Families) -> Document:
    """The families with each wording's nearest one."""
    matrix, rows = result.matrix, []
    for number, group in enumerate(result.groups, 1):
        for n in group:
            wording = matrix.wordings[n]
            near = matrix.nearest_to(n)
            rows.append(
                (
                    runs(str(number)),
                    named(wording),
                    runs(wording.definition.adopted),
                    runs(matrix.wordings[near[0]].label if near else "—"),
                    runs(f"{near[1]:.2f}" if near else "—"),
                )
            )
    header = ("Family", "Wording", "Adopted", "Nearest", "Similarity")
    families = f"{len(result.groups)} {'family' if len(result.groups) == 1 else 'families'}"
    found = f"{families} of {count(len(matrix), 'wording')}; average similarity inside a family at least "
    return Document(
        "Families of definitions",
        (
            Table(header, tuple(rows), "Families of definitions", wide=(1,)),
            Paragraph(runs(f"{found}{result.least:.2f}.")),
            _measured(matrix),
        ),
    )
