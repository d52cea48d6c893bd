"""A table of definitions by element, with its notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aidefs.comparison.comparison import Collapsed, Pair, Row, collapsed
from aidefs.comparison.table import CellKind, ElementTable
from aidefs.formats.document import Cells, Document, Note, Run, Table, runs
from aidefs.library.citations import keys
from aidefs.output.views.words import row_runs, source_note, tick
from aidefs.segmentation.segmentation import Segmentation
from aidefs.segmentation.segments import Cell, as_printed
from aidefs.text.languages import primary
from aidefs.text.phrasebook import Language, phrase

__all__ = ["element_table_document"]

_DOUBT = Run(" (?)", "muted")  # explained in a note
_NOTHING = Run("—", "muted")
_UNREAD = Run("?", "muted")
_AS_WIDE_AS_ITS_WORDS = {"status", "similarity", "modal", "ticks"}


def element_table_document(result: ElementTable) -> Document:
    """A table of definitions by element, and nothing else, ready to be printed."""
    shown = collapsed(result.comparison)
    table = _by_definition(result, shown) if result.looks.transpose else _by_element(result, shown)
    return Document("", (table,), result.looks.language)


def _by_element(result: ElementTable, shown: Collapsed) -> Table:
    language = result.looks.language
    rows = [
        (
            runs(Run(row.element.label_in(language), "strong", row.element.id)),
            *(_cell(result, row, k) for k in range(len(row.cells))),
        )
        for row in shown.comparison.rows
    ]
    columns = tuple(range(1, len(shown.wordings) + 1))
    return Table(
        (phrase("Element", language), *(" · ".join(names) for names in _named(result, shown))),
        tuple(rows),
        _caption(result),
        ("", *(d.lang for d in shown.comparison.definitions)),
        () if _AS_WIDE_AS_ITS_WORDS.issuperset(result.cells) else columns,
        notes=tuple(_notes(result, shown)),
        keys=tuple(row.element.id for row in result.rows),
        emphasis=_highlighted(result),
        name=result.looks.name,
    )


def _by_definition(result: ElementTable, shown: Collapsed) -> Table:
    language = result.looks.language
    rows = [
        (
            runs(Run(name, "strong"), *(Run(f" · {others}", "muted") for others in also)),
            *(_cell(result, row, k) for row in shown.comparison.rows),
        )
        for k, (name, *also) in enumerate(_named(result, shown))
    ]
    heads = [row.element.label_in(language) for row in result.rows]
    columns = tuple(range(1, len(heads) + 1))
    return Table(
        (phrase("Definition", language), *heads),
        tuple(rows),
        _caption(result),
        (),
        () if _AS_WIDE_AS_ITS_WORDS.issuperset(result.cells) else columns,
        notes=tuple(_notes(result, shown)),
        name=result.looks.name,
        row_langs=tuple(d.lang for d in shown.comparison.definitions),
        emphasis_columns=tuple(n + 1 for n in _highlighted(result)),
    )


def _named(result: ElementTable, shown: Collapsed) -> list[tuple[str, ...]]:
    """What each wording is called: the definition that stands for all, and the others."""
    names = dict(zip(result.definitions, result.comparison.names, strict=True))
    heads: list[tuple[str, ...]] = []
    for first, wording in zip(shown.comparison.names, shown.wordings, strict=True):
        others = ", ".join(names[one] for one in wording.also)
        heads.append((first, phrase("also", result.looks.language, names=others)) if others else (first,))
    return heads


def _highlighted(result: ElementTable) -> tuple[int, ...]:
    """The rows that are brought out; none where it would be all of them."""
    found = tuple(n for n, row in enumerate(result.rows) if row.element.group == result.looks.highlight)
    return found if len(found) < len(result.rows) else ()


def _caption(result: ElementTable) -> str:
    looks = result.looks
    if looks.caption is not None:
        return looks.caption
    key = "caption" if result.term else "caption without a term"
    return phrase(key, looks.language, term=result.term, shown=_what(result.cells, looks.language))


def _what(cells: Sequence[CellKind], language: Language) -> str:
    """ "wording, agreement and modal verbs by element" """
    if list(cells) == ["ticks"]:
        return phrase("ticks alone", language)
    *before, last = (phrase(kind, language) for kind in cells)
    listed = phrase("and", language, before=", ".join(before), last=last) if before else last
    return phrase("by element", language, shown=listed)


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
    if row.cells[k].uncertain:
        parts.append(_DOUBT)
    return tuple(run._replace(key=row.element.id) if run != _NOTHING else run for run in parts)


def _one(kind: CellKind, cell: Cell, pair: Pair | None, language: Language) -> Cells:
    """One kind of thing about one element in one definition; `pair` relates it to the baseline."""
    if kind == "similarity" and pair is not None and pair.similarity is not None and pair.status != "absent":
        return runs(f"{pair.similarity:.2f}")
    if cell.unread and kind != "status":
        return (_UNREAD,)
    if not (cell.segments or cell.unread):
        return (_NOTHING,)
    if kind == "ticks":
        return runs(tick(cell))
    if kind == "modal":
        return runs(cell.facets.modal or _NOTHING)
    if kind == "items":
        return runs(", ".join(as_printed(item, cell.text) for item in cell.facets.items) or _NOTHING)
    if kind == "status":
        return runs(_status(pair, language))
    if kind == "similarity":
        return (_NOTHING,)
    if kind == "redline" and pair is not None and pair.marked:
        return row_runs(pair.edits, cell)
    return runs(cell.text)


def _status(pair: Pair | None, language: Language) -> str:
    if pair is None:
        return phrase("baseline", language)
    status = "not in the baseline" if pair.status == "only in B" else pair.status
    return ", ".join([phrase(status, language), *([phrase("moved", language)] if pair.moved else [])])


def _has_foreign_modal(cut: Segmentation) -> bool:
    """Whether a text of another language than English has a modal verb."""
    return primary(cut.lang) != "en" and any(one.facets.modal for one in cut.segments)


# --- notes ------------------------------------------------------------------------------------


def _notes(result: ElementTable, shown: Collapsed) -> Iterator[Note]:
    """The source of every definition, also of those that share a column; then how to read the table."""
    looks = result.looks
    if looks.notes == "none":
        return
    cited = dict(zip(result.definitions, keys(result.definitions), strict=True))
    for k, wording in enumerate(shown.wordings):
        place = {"rows": (k,)} if looks.transpose else {"columns": (k + 1,)}
        for definition in wording.definitions:
            source = source_note(
                definition,
                verified=looks.notes == "verification",
                dates=looks.dates,
                language=looks.language,
            )
            yield Note(runs(Run(source, links=True)), **place, cite=cited[definition])
    labels = result.comparison.names
    for kind in ("redline", "status", "similarity"):
        if kind in result.cells and len(labels) > 1:
            yield Note(runs(phrase(f"about {kind}", looks.language, name=labels[0])))
    if "modal" in result.cells and any(map(_has_foreign_modal, result.comparison.segmentations)):
        yield Note(runs(phrase("about modal", looks.language)))
    genera = (row for row in result.rows if any(cell.facets.genus is not None for cell in row.cells))
    if "ticks" in result.cells and (row := next(genera, None)):
        yield Note(runs(phrase("about genus", looks.language, name=row.element.label_in(looks.language))))
    automatic = [
        name
        for name, cut in zip(labels, result.comparison.segmentations, strict=True)
        if cut.method == "automatic"
    ]
    if automatic:
        yield Note(runs(phrase("automatic", looks.language, names=", ".join(automatic))))
    if any(cell.unread for row in result.rows for cell in row.cells):
        yield Note(runs(phrase("about unknown", looks.language)))
    if any(cell.uncertain for row in result.rows for cell in row.cells):
        yield Note(runs(phrase("uncertain", looks.language)))
    if _highlighted(result):
        yield Note(runs(phrase(f"highlighted {looks.highlight}", looks.language)))
    if result.absent:
        names = ", ".join(row.element.label_in(looks.language).lower() for row in result.absent)
        key = "absent" if len(labels) > 1 else "absent from one"
        yield Note(runs(phrase(key, looks.language, elements=names)))
