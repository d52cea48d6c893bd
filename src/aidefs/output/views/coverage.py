"""Which definitions have which elements, in which form, and the items that they list."""

from __future__ import annotations

from aidefs.formats.document import Block, Bullets, Cells, Document, Heading, Paragraph, Run, Table, runs
from aidefs.output.views.words import count, read_as, tick
from aidefs.segmentation.segments import Cell
from aidefs.survey.coverage import Count, Coverage, CoverageRow, forms

__all__ = ["coverage_document"]

_FEW = 3  # columns that leave room for the listed items
_MOST_ITEMS = 12  # listed items of an element that are named; beyond that the rest are counted
_SHORT = {"plain": "", "separate": "sep.", "negated": "excl."}


def coverage_document(result: Coverage) -> Document:
    """A tick for each element that a wording has, how many have it, and the listed items."""
    few = len(result.elements) <= _FEW
    header = ("Wording", "Year", *(element.short_label for element in result.elements))
    listed = {item.element.id for item in result.items}
    wide = tuple(k for k, element in enumerate(result.elements, 2) if few and element.id in listed)
    needed = () if few else tuple(range(len(header)))
    rows = tuple(_row(row, few, row.wording.definition == result.baseline) for row in result.rows)
    blocks: list[Block] = [
        Table(header, rows, "Elements of definitions", wide=wide, compact=not few, needed=needed),
        Heading("How many have it"),
        Bullets(tuple(map(_counted, result.counts))),
    ]
    if listed:
        blocks += [Heading("Listed items"), Bullets(_items(result))]
    shared = tuple(runs(row.wording.words) for row in result.rows if row.wording.also)
    if shared:
        blocks += [Heading("Identical wordings"), Bullets(shared)]
    legend = (
        "✓ has words on the element; may, cannot, must, pouvoir …: with this modal verb; sep.: in a "
        "sentence of its own behind the definition; excl.: as an exclusion. These are facts of the wording; "
        "what they mean in law they do not say."
    )
    genus = next((one.element.label for one in result.counts if one.machine_based is not None), "")
    if genus:
        legend = (
            f"{genus}: ✓ where the genus says machine or computer, or else its head noun. Others: {legend}"
        )
    if any(cell.unread for row in result.rows for cell in row.cells):
        legend += " ?: the program cannot read this element in this text; it may be there."
    if any(cell.uncertain for row in result.rows for cell in row.cells):
        legend += " (?): assigned automatically, and uncertain."
    given = [one for row in result.rows for one in row.wording.definitions if one.lang_recognised]
    legend += "".join(f" {one.name}: {read_as(one)}." for one in given)
    blocks.append(Paragraph(runs(Run(legend, "muted"))))
    found = sum(len(row.wording.definitions) for row in result.rows)
    return Document(f"Elements of {count(found, 'definition')}", tuple(blocks))


def _row(row: CoverageRow, few: bool, first: bool) -> tuple[Cells, ...]:
    cells = (_tick(cell, few) for cell in row.cells)
    label = runs(row.wording.label, Run(" (baseline)", "muted")) if first else runs(row.wording.label)
    return (label, runs(row.wording.definition.adopted[:4]), *cells)


def _tick(cell: Cell, few: bool) -> Cells:
    if not cell.segments:
        return runs(Run("?" if cell.unread else "—", "muted"))
    marks = " ".join(filter(None, (tick(cell), *(_SHORT.get(form, form) for form in forms(cell)))))
    marks += " (?)" if cell.uncertain else ""
    items = cell.facets.items if few else ()
    more = "such as " if cell.facets.open_list else ""
    return runs(marks, Run(f"\n{more}{', '.join(items)}", "muted")) if items else runs(marks)


def _counted(one: Count) -> Cells:
    names = {
        "plain": "without modal verb", "separate": "in a sentence of its own", "negated": "as an exclusion",
    }  # fmt: skip
    parts = [f"{number} {names.get(form, f'with “{form}”')}" for form, number in one.forms.items()]
    total = f": {count(one.wordings, 'wording')} ({count(one.definitions, 'definition')})"
    if one.machine_based is not None:
        total = f": {one.machine_based} of {count(one.wordings, 'wording')}"
        nouns = [f"{noun or 'not read'} {number}" for noun, number in one.genera.items()]
        total += f", the others {', '.join(nouns)}" if nouns else ""
    return runs(Run(one.element.label, "strong"), total + ("; " + ", ".join(parts) if parts else "") + ".")


def _items(result: Coverage) -> tuple[Cells, ...]:
    found = []
    for element in result.elements:
        own = [item for item in result.items if item.element is element]
        named = [f"{item.item} {len(item.wordings)}" for item in own[:_MOST_ITEMS]]
        if len(own) > _MOST_ITEMS:
            named.append(f"{len(own) - _MOST_ITEMS} more")
        if named:
            found.append(runs(Run(element.label, "strong"), ": " + ", ".join(named) + "."))
    return tuple(found)
