"""Definitions by element in one table, as a paper prints it: what is shown, in which order and words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal, get_args

from aidefs.classes import dataclass, replace
from aidefs.comparison.comparison import Comparison, Row
from aidefs.comparison.rows import segmentations_of, side_by_side
from aidefs.errors import InputError, demand
from aidefs.library.library import Library
from aidefs.library.lookup import (
    LibraryLike,
    TaxonomyLike,
    Text,
    elements_of,
    from_baseline,
    library_of,
    taxonomy_of,
)
from aidefs.library.records import Definition, definition_dict
from aidefs.results import Column, Result
from aidefs.segmentation.segments import genus_dict
from aidefs.text.phrasebook import DATE_STYLES, LANGUAGES, DateStyle, Language, one_of

__all__ = ["CELLS", "CellKind", "ElementTable", "Looks", "cell_kinds", "table"]


CellKind = Literal["text", "redline", "status", "similarity", "modal", "items", "ticks"]
CELLS: tuple[CellKind, ...] = get_args(CellKind)
_HIGHLIGHTS = ("core", "supporting", "none")
NOTES = ("citation", "verification", "none")


@dataclass(frozen=True)
class Looks:
    """How a table shows what it shows.

    Attributes:
        transpose: Whether definitions are rows and elements columns.
        highlight: Group of elements that is brought out among others: "core", "supporting" or "none".
        notes: What stands below: "citation" (the sources, as numbered notes, and explanations),
            "verification" (also where each wording was read) or "none".
        dates: "british", "american" or "iso".
        language: Of the table's own words, "en" or "fr"; official wording stays as it is.
        caption: What stands above; None for words that say what is shown, "" for nothing.
        name: Name for cross references.
    """

    transpose: bool = False
    highlight: str = "core"
    notes: str = "citation"
    dates: DateStyle = "british"
    language: Language = "en"
    caption: str | None = None
    name: str = ""

    def __post_init__(self) -> None:
        one_of(self.notes, NOTES, "kind of notes")
        one_of(self.highlight, _HIGHLIGHTS, "highlight")
        one_of(self.dates, DATE_STYLES, "date style")
        one_of(self.language, LANGUAGES, "language of a table")


@dataclass(frozen=True, repr=False)
class ElementTable(Result):
    """A table of definitions by element.

    Attributes:
        comparison: The definitions, their segments and how they relate; the rows stand in the order
            of the table, those that no definition has left out.
        cells: What each cell shows: one or more of `CELLS`.
        looks: How it is shown.
        term: What is defined, for the caption.
        absent: Rows of the elements that were asked for and that no definition has.
    """

    comparison: Comparison
    cells: tuple[CellKind, ...] = ("text",)
    looks: Looks = Looks()
    term: str = ""
    absent: tuple[Row, ...] = ()

    @property
    def definitions(self) -> tuple[Definition, ...]:
        """The definitions, in the order of the table; the first is the baseline."""
        return self.comparison.definitions

    @property
    def rows(self) -> tuple[Row, ...]:
        """The elements, in the order of the table."""
        return self.comparison.rows

    @property
    def library(self) -> Library | None:
        """The library that was used, None for the one that comes with aidefs."""
        return self.comparison.library

    def __repr__(self) -> str:
        names = ", ".join(d.id for d in self.definitions)
        return f"<Table of {names}: {len(self.rows)} elements, cells {', '.join(self.cells)}>"

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`."""
        return self.comparison.columns()

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row an element and definition, with all that a cell can show."""
        return self.comparison.records()

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/table/1"."""
        library = self.library or Library.shipped()
        return {
            **self._stamp("table"),
            "definitions": [definition_dict(d, library.alias_of(d.id)) for d in self.definitions],
            "cells": list(self.cells),
            "rows": [
                {
                    "element": row.element.id,
                    "label": row.element.label,
                    "group": row.element.group,
                    "cells": [_cell_dict(row, k) for k in range(len(self.definitions))],
                }
                for row in self.rows
            ],
            "absent": [row.element.id for row in self.absent],
        }


def _cell_dict(row: Row, k: int) -> dict[str, Any]:
    facts = row.facts(k)
    shown = ("present", "text", "status", "moved", "similarity", "modal")
    genus = genus_dict(row.cells[k].facets)
    return {**{key: facts[key] for key in shown}, "items": list(facts["items"] or ()), **genus}


def cell_kinds(wanted: str | Iterable[str]) -> tuple[CellKind, ...]:
    """The kinds of cells of a list of names, or of names separated by commas, each once.

    Raises:
        InputError: A kind does not exist, none is named, or one needs a cell of its own.
    """
    demand(wanted, Iterable, "kinds of cells")
    parts = wanted.split(",") if isinstance(wanted, str) else wanted
    names = tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))
    if not names:
        raise InputError(f"a cell shows nothing; choose from: {', '.join(CELLS)}")
    found = tuple(kind for name in names for kind in CELLS if kind == one_of(name, CELLS, "kind of cell"))
    if {"text", "redline"} <= set(found):
        raise InputError("a cell shows the text or its redline, not both")
    return found


def table(
    *texts: Text,
    cells: str | Sequence[str] = "text",
    elements: str | Sequence[str] = "all",
    transpose: bool = False,
    highlight: str = "core",
    notes: str | bool = "citation",
    dates: DateStyle = "british",
    language: Language = "en",
    caption: str | None = None,
    name: str = "",
    baseline: Text | None = None,
    method: str = "auto",
    lang: str | None = None,
    library: LibraryLike | None = None,
    taxonomy: TaxonomyLike | None = None,
) -> ElementTable:
    """Definitions by element as one table, as a paper prints it.

    Args:
        texts: One or more definitions: ids or aliases, definitions, or any text.
        cells: What a cell shows: "text" (the official words), "redline" (against the baseline),
            "status", "similarity", "modal", "items" or "ticks"; several are set one below the other.
        elements: "all", "core" or ids of elements, in the order in which they shall stand.
        transpose: Whether definitions are rows and elements columns.
        highlight: Group of elements to bring out: "core", "supporting" or "none".
        notes: What stands below: "citation" (sources and explanations), "verification" (also where each
            wording was read) or "none"; True and False are the first and the last.
        dates: "british" (13 June 2024), "american" (June 13, 2024) or "iso" (2024-06-13).
        language: Of the table's own words, "en" or "fr".
        caption: What stands above; None for words that say what is shown.
        name: Name for cross references.
        baseline: The definition that the others are related to; by default the first.
        method: How to segment, see `segment`.
        lang: Language of plain texts; by default each is recognised.
        library: Where names are looked up.
        taxonomy: The elements; by default those of the term that is defined.

    Raises:
        UnknownName: A name of a definition or element that stands for nothing.
        InputError: Nothing to show, or a choice that does not exist.
    """
    library = library_of(library)
    taxonomy = taxonomy_of(taxonomy)
    from aidefs.comparison.table import ElementTable, Looks, cell_kinds

    if not texts:
        raise InputError("a table takes one or more definitions; none given")
    kinds = cell_kinds(cells)
    kind = ("citation" if notes else "none") if isinstance(notes, bool) else notes
    looks = Looks(transpose, highlight, kind, dates, language, caption, name)
    chosen = from_baseline(texts, baseline, library, lang)
    used = elements_of(chosen, library, taxonomy)
    cuts = segmentations_of(chosen, method, library, used)
    whole = side_by_side(chosen, cuts, used.arrange(elements), used, library)
    shown = tuple(row for row in whole.rows if not row.empty)
    if not shown:
        raise InputError("no definition has any of the elements")
    absent = tuple(row for row in whole.rows if row.absent)
    term = used.terms.get(language, used.term)
    return ElementTable(replace(whole, rows=shown), kinds, looks, term, absent)
