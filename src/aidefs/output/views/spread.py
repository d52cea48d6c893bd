"""How definitions spread: all of them side by side, or the documents that take one."""

from __future__ import annotations

from aidefs.corpora.occurrence import CLASSES
from aidefs.corpora.spread import Adopter, Course, Spread
from aidefs.formats.document import Block, Cells, Document, Heading, Paragraph, Run, Table, runs
from aidefs.output.views.corpus import HOW, RELATIONS
from aidefs.output.views.words import count

__all__ = ["spread_document"]

_WHICH = {"own": "the text itself", "same day": "of its day", "later": "before it"}


def spread_document(result: Spread) -> Document:
    """The table of all definitions that are taken; of the one that was asked for, takers and elements."""
    documents = count(result.corpus.summary["documents"], "document")
    if not result.courses:
        said = f"None of {documents} takes {result.asked or 'a stored definition'}."
        return Document("Spread of definitions", (Paragraph(runs(said)),))
    if not result.asked:
        foot = (
            "First means first in this corpus. Docs: documents that take it, each counted once, by the "
            "nearest of its passages; those without a date are counted and not dated. Not taken: documents "
            "that have its words and are the text itself, of its day, or before it."
        )
        taken = tuple(course for course in result.courses if course.adopters)
        further = len(result.courses) - len(taken)
        if further:
            foot += f" Of {count(further, 'further definition')} there are only such documents."
        return Document(
            f"Spread of definitions in {documents}",
            (_overview(taken), Paragraph(runs(Run(foot, "muted")))),
        )
    blocks: list[Block] = []
    for course in result.courses:
        blocks += [Heading(course.definition.name), *_of_one(course, result)]
    return Document(f"Spread of {result.asked} in {documents}", tuple(blocks))


def _overview(courses: tuple[Course, ...]) -> Table:
    header = (
        "Definition", "First", "Docs", *(RELATIONS[relation] for relation in CLASSES),
        "Not taken", "Adopted", "Last", "First in",
    )  # fmt: skip
    rows = tuple(
        (
            runs(course.definition.name),
            runs(course.first.date if course.first else "—"),
            runs(str(len(course.adopters))),
            *(runs(str(number or "—")) for number in course.relations.values()),
            runs(str(len(course.others) or "—")),
            runs(course.definition.adopted or "—"),
            runs(course.last.date if course.last else "—"),
            runs(_named(course.first) if course.first else "—"),
        )
        for course in courses
    )
    return Table(header, rows, "Definitions and who takes them", compact=True, needed=tuple(range(7)))


def _named(one: Adopter) -> str:
    return f"{one.doc}, {one.jurisdiction}" if one.jurisdiction else one.doc


def _of_one(course: Course, result: Spread) -> list[Block]:
    header = ("Date", "Document", "Where", "How", "Similarity", "Lost elements")
    labels = {s.element: s.label for s in course.survival(result.taxonomy)}
    rows = tuple(
        (*_row(one), runs(", ".join(labels.get(name, name) for name in one.lost) or "—"))
        for one in course.adopters
    )
    blocks: list[Block] = []
    if rows:
        caption = f"Documents that take {course.definition.name}"
        blocks.append(Table(header, rows, caption, compact=True))
    if course.others:
        header = (*header[:-1], "Which is")
        others = tuple((*_row(one), runs(_WHICH[one.standing])) for one in course.others)
        blocks.append(Table(header, others, "Documents that have its words otherwise", compact=True))
    survival = course.survival(result.taxonomy)
    if survival:
        shown = tuple(
            (runs(s.label), *(runs(str(number or "—")) for number in (s.kept, s.altered, s.lost)))
            for s in survival
        )
        table = Table(
            ("Element", "Word for word", "Altered", "Lost"), shown, "Elements that survive", compact=True
        )
        blocks += [table]
    return blocks


def _row(one: Adopter) -> tuple[Cells, ...]:
    return (
        runs(one.date or "—"),
        runs(one.doc),
        runs(one.jurisdiction or "—"),
        runs(HOW[one.relation]),
        runs("—" if one.similarity is None else f"{one.similarity:.2f}"),
    )
