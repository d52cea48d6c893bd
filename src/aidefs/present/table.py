"""A table of definitions by element, with its notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aidefs.citations import keys
from aidefs.comparison import Cell, Pair, Row
from aidefs.element_table import CellKind, ElementTable
from aidefs.model import Element
from aidefs.phrasebook import Language, phrase
from aidefs.present.dispatch import present
from aidefs.present.sources import source
from aidefs.present.words import edit_runs, separated
from aidefs.tables import Cells, Document, Note, Run, Table, runs

__all__: list[str] = []

_NOTHING = Run("—", "muted")
_TICK = "✓"
_AS_WIDE_AS_ITS_WORDS = {"status", "similarity", "modal", "ticks"}


@present.register
def _(result: ElementTable) -> Document:
    labels = result.comparison.names
    table = _by_definition(result, labels) if result.looks.transpose else _by_element(result, labels)
    return Document("", (table,), result.looks.language)


def _by_element(result: ElementTable, labels: Sequence[str]) -> Table:
    language = result.looks.language
    rows = [
        (
            runs(Run(element_label(row.element, language), "strong", row.element.id)),
            *(_cell(result, row, k) for k in range(len(labels))),
        )
        for row in result.rows
    ]
    columns = tuple(range(1, len(labels) + 1))
    return Table(
        (phrase("Element", language), *labels),
        tuple(rows),
        _caption(result),
        ("", *(d.lang for d in result.definitions)),
        () if _AS_WIDE_AS_ITS_WORDS.issuperset(result.cells) else columns,
        notes=tuple(_notes(result, labels)),
        keys=tuple(row.element.id for row in result.rows),
        emphasis=_highlighted(result),
        name=result.looks.name,
    )


def _by_definition(result: ElementTable, labels: Sequence[str]) -> Table:
    language = result.looks.language
    rows = [
        (runs(Run(name, "strong")), *(_cell(result, row, k) for row in result.rows))
        for k, name in enumerate(labels)
    ]
    heads = [element_label(row.element, language) for row in result.rows]
    columns = tuple(range(1, len(heads) + 1))
    return Table(
        (phrase("Definition", language), *heads),
        tuple(rows),
        _caption(result),
        (),
        () if _AS_WIDE_AS_ITS_WORDS.issuperset(result.cells) else columns,
        notes=tuple(_notes(result, labels)),
        name=result.looks.name,
        row_langs=tuple(d.lang for d in result.definitions),
        emphasis_columns=tuple(n + 1 for n in _highlighted(result)),
    )


def element_label(element: Element, language: Language) -> str:
    """What an element is called; its English label where there is no other."""
    return element.labels.get(language, element.label)


def _highlighted(result: ElementTable) -> tuple[int, ...]:
    """The rows that are brought out; none where it would be all of them."""
    found = tuple(n for n, row in enumerate(result.rows) if row.element.group == result.looks.highlight)
    return found if len(found) < len(result.rows) else ()


def _caption(result: ElementTable) -> str:
    looks = result.looks
    if looks.caption is not None:
        return looks.caption
    shown = ", ".join(phrase(kind, looks.language) for kind in result.cells)
    key = "caption" if result.term else "caption without a term"
    return phrase(key, looks.language, term=result.term, shown=shown)


# --- cells ------------------------------------------------------------------------------------


def _cell(result: ElementTable, row: Row, k: int) -> Cells:
    """The kinds of a cell one below the other, what comes behind the first in a quieter voice."""
    parts: list[Run] = []
    for kind in result.cells:
        shown = _one(kind, row.cells[k], row.pairs[k - 1] if k else None, result.looks.language)
        if kind != result.cells[0]:
            shown = tuple(Run(run.text, "muted", run.key) for run in shown if run != _NOTHING)
        if parts and shown:
            parts.append(Run("\n"))
        parts += shown
    return tuple(run._replace(key=row.element.id) if run != _NOTHING else run for run in parts)


def _one(kind: CellKind, cell: Cell, pair: Pair | None, language: Language) -> Cells:
    """One kind of thing about one element in one definition; `pair` relates it to the baseline."""
    if kind == "similarity" and pair is not None and pair.similarity is not None and pair.status != "absent":
        return runs(f"{pair.similarity:.2f}")
    if not cell.segments:
        return (_NOTHING,)
    if kind == "ticks":
        return runs(_TICK)
    if kind == "modal":
        return runs(cell.facets.modal or _NOTHING)
    if kind == "items":
        return runs(", ".join(cell.facets.items) or _NOTHING)
    if kind == "status":
        return runs(_status(pair, language))
    if kind == "similarity":
        return (_NOTHING,)
    if kind == "redline" and pair is not None and pair.status in ("reworded", "punctuation only"):
        return edit_runs(separated(pair.edits))
    return runs(cell.text)


def _status(pair: Pair | None, language: Language) -> str:
    if pair is None:
        return phrase("baseline", language)
    status = "not in the baseline" if pair.status == "only in B" else pair.status
    return ", ".join([phrase(status, language), *([phrase("moved", language)] if pair.moved else [])])


# --- notes ------------------------------------------------------------------------------------


def _notes(result: ElementTable, labels: Sequence[str]) -> Iterator[Note]:
    looks = result.looks
    if not looks.notes:
        return
    for k, (definition, key) in enumerate(zip(result.definitions, keys(result.definitions), strict=True)):
        said = runs(source(definition, looks.dates, looks.language))
        place = {"rows": (k,)} if looks.transpose else {"columns": (k + 1,)}
        yield Note(said, **place, cite=key)
    for kind in ("redline", "status", "similarity"):
        if kind in result.cells and len(labels) > 1:
            yield Note(runs(phrase(f"about {kind}", looks.language, name=labels[0])))
    automatic = [
        name
        for name, cut in zip(labels, result.comparison.segmentations, strict=True)
        if cut.method == "automatic"
    ]
    if automatic:
        yield Note(runs(phrase("automatic", looks.language, names=", ".join(automatic))))
    if _highlighted(result):
        yield Note(runs(phrase(f"highlighted {looks.highlight}", looks.language)))
    if result.absent:
        names = ", ".join(element_label(row.element, looks.language).lower() for row in result.absent)
        key = "absent" if len(labels) > 1 else "absent from one"
        yield Note(runs(phrase(key, looks.language, elements=names)))
