"""Which definitions have which elements, and in what form: the modal verb, the place, the listed items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Unpack

from aidefs.classes import NamedTuple, dataclass, field, replace
from aidefs.errors import InputError, choice
from aidefs.library.filters import Conditions, language_of_texts
from aidefs.library.library import Library
from aidefs.library.lookup import (
    LibraryLike,
    TaxonomyLike,
    Text,
    baseline_among,
    elements_of,
    library_of,
    taxonomy_of,
)
from aidefs.library.records import INSTRUMENT, Definition
from aidefs.library.taxonomy import Element
from aidefs.library.wordings import Wording, by_date, group_wordings
from aidefs.results import Column, Result, columns_of, observation
from aidefs.segmentation.segmentation import Segmentation
from aidefs.segmentation.segments import MODALS, Cell, genus_dict
from aidefs.survey.selection import chosen_definitions, if_read, segmenter

__all__ = ["SORTS", "Count", "Coverage", "CoverageRow", "Item", "coverage", "coverage_of", "forms"]


_COLUMNS = columns_of(f"""
id string Id of the definition
instrument_id string {INSTRUMENT}
label string Its short name
adopted date When it was adopted
jurisdiction string Code of its jurisdiction
wording string Id of the definition that stands for all with the same wording
method string reviewed (annotated by hand), automatic, or none where the text cannot be read
element string Id of the element
present boolean Whether the definition has the element; none where it cannot be read
modal string Modal verb with its negation: may, cannot, must and so on, or the infinitive in another language
position string main (in the defining clause), separate (in a later sentence) or list (an enumerated limb)
negated boolean Whether it excludes
items array The enumerated items in order, lower case
machine_based boolean Whether the genus says machine or computer; none for other elements
genus string Head noun of the genus; none for other elements
text string Official words, with " … " where other elements stand between
""")
SORTS = ("date", "label", "count")
FORMS = ("plain", *MODALS, "separate", "negated")


class CoverageRow(NamedTuple):
    """A wording and what it says on each element.

    Attributes:
        wording: Who has it.
        cells: One an element; a cell without segments where it says nothing.
        method: How it was cut into elements: "reviewed", "automatic", or "none" where it could not be read.
    """

    wording: Wording
    cells: tuple[Cell, ...]
    method: str

    @property
    def number(self) -> int:
        """How many of the elements it has."""
        return sum(bool(cell.segments) for cell in self.cells)


class Count(NamedTuple):
    """How many wordings have an element, and in what form.

    Attributes:
        element: The element.
        wordings: Wordings that have it.
        definitions: Definitions that have it, each one counted.
        forms: Wordings by form: "plain" (in the defining clause, without modal verb), "may", "can",
            "must", "shall" or such a verb of another language, "separate" (in a later sentence) and
            "negated"; one wording may have several.
        machine_based: Wordings of which the genus says machine or computer; None for other elements.
        genera: Head nouns of the other wordings with their number, the most frequent first; "" stands for
            those that could not be read.
    """

    element: Element
    wordings: int
    definitions: int
    forms: dict[str, int]
    machine_based: int | None
    genera: dict[str, int]


class Item(NamedTuple):
    """A listed item and who lists it.

    Attributes:
        element: The element in whose words it stands.
        item: The item, in lower case.
        wordings: Who lists it.
    """

    element: Element
    item: str
    wordings: tuple[Wording, ...]


@dataclass(frozen=True, repr=False)
class Coverage(Result):
    """Wordings and the elements that they have.

    Attributes:
        elements: The elements, one a column.
        rows: The wordings.
        sort: What the rows are ordered by.
        baseline: What stands first, and for its wording; None for nothing.
        library: The library that was used, None for the one that comes with aidefs.
    """

    elements: tuple[Element, ...]
    rows: tuple[CoverageRow, ...]
    sort: str = "date"
    baseline: Definition | None = None
    library: Library | None = field(default=None, compare=False, repr=False)

    def __repr__(self) -> str:
        return f"<Coverage: {len(self.rows)} wordings, {len(self.elements)} elements>"

    @property
    def counts(self) -> tuple[Count, ...]:
        """How many have each element."""
        return tuple(self._count(k, element) for k, element in enumerate(self.elements))

    @property
    def items(self) -> tuple[Item, ...]:
        """The listed items of each element, the most frequent first."""
        found: list[Item] = []
        for k, element in enumerate(self.elements):
            who: dict[str, list[Wording]] = {}
            for row in self.rows:
                for item in dict.fromkeys(row.cells[k].facets.items):
                    who.setdefault(item, []).append(row.wording)
            each = [Item(element, item, tuple(wordings)) for item, wordings in who.items()]
            found += sorted(each, key=lambda one: (-len(one.wordings), one.item))
        return tuple(found)

    def _count(self, k: int, element: Element) -> Count:
        having = [row for row in self.rows if row.cells[k].segments]
        each = [form for row in having for form in forms(row.cells[k])]
        return Count(
            element,
            len(having),
            sum(len(row.wording.definitions) for row in having),
            {form: each.count(form) for form in FORMS if form in each},
            *_count_genera([row.cells[k] for row in having]),
        )

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`."""
        return _COLUMNS

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row for each definition and element."""
        return tuple(
            observation(
                _COLUMNS,
                {
                    **cell.facets._asdict(),
                    "id": definition.id,
                    "instrument_id": definition.instrument_id,
                    "label": definition.label,
                    "adopted": definition.adopted,
                    "jurisdiction": definition.jurisdiction,
                    "wording": row.wording.id,
                    "method": row.method,
                    "element": element.id,
                    "present": None if cell.unread else bool(cell.segments),
                    "position": cell.facets.position if cell.segments else None,
                    "text": cell.text,
                },
            )
            for row in self.rows
            for definition in row.wording.definitions
            for element, cell in zip(self.elements, row.cells, strict=True)
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/coverage/1"."""
        return {
            **self._stamp("coverage"),
            "sort": self.sort,
            "baseline": self.baseline.id if self.baseline else None,
            "elements": [element.id for element in self.elements],
            "rows": [_row_dict(row, self.elements) for row in self.rows],
            "counts": [
                {
                    "element": one.element.id,
                    "wordings": one.wordings,
                    "definitions": one.definitions,
                    "forms": one.forms,
                    **_genera_dict(one),
                }
                for one in self.counts
            ],
            "items": [
                {"element": one.element.id, "item": one.item, "ids": [who.id for who in one.wordings]}
                for one in self.items
            ],
        }


def coverage(
    *definitions: Text,
    elements: str | Sequence[str] = "core",
    sort: str = "date",
    baseline: Text | None = None,
    method: str = "auto",
    library: LibraryLike | None = None,
    taxonomy: TaxonomyLike | None = None,
    **wanted: Unpack[Conditions],
) -> Coverage:
    """Which definitions have which elements, with which modal verb and which listed items.

    Args:
        definitions: Ids, aliases, definitions or texts, in any order; where none is given, those of the
            library that meet the conditions.
        elements: "all", "core" or ids of elements.
        sort: "date", "label", "count" (the most elements first) or the id of one of the elements.
        baseline: The definition that stands first whatever the order, and for its wording.
        method: How texts are cut into elements, see `segment`.
        library: Where names are looked up.
        taxonomy: The elements; by default those of the term that is defined.
        wanted: Conditions as in `aidefs.definitions`; `lang` is "en" where it is not given.

    Raises:
        UnknownName: A name of a definition or element that stands for nothing.
        InputError: There is nothing to show, no such order, or a baseline that is not among the
            definitions.
    """
    library = library_of(library)
    taxonomy = taxonomy_of(taxonomy)
    chosen = chosen_definitions(definitions, library, wanted)
    used = elements_of(chosen, library, taxonomy, wanted.get("term"))
    segmented = if_read(segmenter(library, used, method), used)
    columns = [used[name] for name in used.select(elements)]
    base = baseline_among(chosen, definitions, baseline, library, language_of_texts(wanted))
    found = coverage_of(chosen, [segmented(one) for one in chosen], columns, sort, base)
    return replace(found, library=library)


def forms(cell: Cell) -> tuple[str, ...]:
    """In what form a definition has an element, none where it has not.

    The words alone are looked at: whether "may exhibit" leaves an element optional is for the reader.
    """
    if not cell.segments:
        return ()
    facets = cell.facets
    found = [facets.modal] if facets.modal else []
    found += ["separate"] if facets.position == "separate" else []
    found += ["negated"] if facets.negated else []
    return tuple(found) or ("plain",)


def _count_genera(cells: Sequence[Cell]) -> tuple[int | None, dict[str, int]]:
    """How many genera say machine or computer, and what the others are."""
    facets = [cell.facets for cell in cells if cell.facets.genus is not None]
    if not facets:
        return None, {}
    others = Counter(one.genus or "" for one in facets if not one.machine_based)
    ordered = sorted(others.items(), key=lambda one: (one[0] == "", -one[1], one[0]))
    return sum(one.machine_based is True for one in facets), dict(ordered)


def _genera_dict(one: Count) -> dict[str, Any]:
    """The JSON form of the numbers on a genus; nothing for other elements."""
    if one.machine_based is None:
        return {}
    nouns = [{"genus": noun or None, "wordings": number} for noun, number in one.genera.items()]
    return {"machine_based": one.machine_based, "genera": nouns}


def coverage_of(
    definitions: Sequence[Definition],
    segmentations: Sequence[Segmentation],
    elements: Sequence[Element],
    sort: str = "date",
    baseline: Definition | None = None,
) -> Coverage:
    """Says which definitions have which elements.

    Args:
        definitions: Any, in any order.
        segmentations: One a definition.
        elements: The columns.
        sort: "date", "label", "count" (the most elements first) or the id of an element: those that
            have it first, by its form.
        baseline: One of the definitions, which is to stand first and for its wording.

    Raises:
        InputError: There is nothing to show, or no such order.
    """
    if not definitions:
        raise InputError("there is no definition to show")
    cut = {id(one): found for one, found in zip(definitions, segmentations, strict=True)}
    rows = []
    for wording in by_date(group_wordings(definitions, baseline=baseline)):
        segmentation = cut[id(wording.definition)]
        cells = tuple(segmentation.cell(element.id) for element in elements)
        rows.append(CoverageRow(wording, cells, segmentation.method))
    ordered = _sorted(rows, elements, sort)
    if baseline is not None:
        ordered.sort(key=lambda row: row.wording.definition != baseline)
    return Coverage(tuple(elements), tuple(ordered), sort, baseline)


def _sorted(rows: list[CoverageRow], elements: Sequence[Element], sort: str) -> list[CoverageRow]:
    """The rows, which come by date, in another order; sorting is stable."""
    names = [element.id for element in elements]
    if sort == "date":
        return rows
    if sort == "label":
        return sorted(rows, key=lambda row: row.wording.label.casefold())
    if sort == "count":
        return sorted(rows, key=lambda row: -row.number)
    if sort in names:
        return sorted(rows, key=lambda row: _form_rank(row.cells[names.index(sort)]))
    raise InputError(f"cannot sort by '{sort}'; {choice(sort, [*SORTS, *names])}")


def _form_rank(cell: Cell) -> list[int]:
    other = [cell.facets.machine_based is not True] if cell.facets.genus is not None else []
    return other + [FORMS.index(form) for form in forms(cell)] or [len(FORMS)]


def _row_dict(row: CoverageRow, elements: Sequence[Element]) -> dict[str, Any]:
    return {
        "ids": list(row.wording.ids),
        "label": row.wording.label,
        "adopted": row.wording.definition.adopted,
        "method": row.method,
        "elements": {
            element.id: {
                "modal": cell.facets.modal,
                "position": cell.facets.position,
                "negated": cell.facets.negated,
                "items": list(cell.facets.items),
                **genus_dict(cell.facets),
                "text": cell.text,
            }
            for element, cell in zip(elements, row.cells, strict=True)
            if cell.segments
        },
        "unknown": [e.id for e, cell in zip(elements, row.cells, strict=True) if cell.unread],
    }
