"""When wordings first appear: a row a wording of an element, or a row a definition that has some words."""

from __future__ import annotations

from aidefs.formats.document import Cells, Document, Paragraph, Run, Table, runs
from aidefs.library.records import Definition
from aidefs.output.views.words import count
from aidefs.survey.timeline import Thread, Timeline

__all__ = ["timeline_document"]


def timeline_document(result: Timeline) -> Document:
    """When words or the wordings of an element first appear, and who has them later."""
    if not result.threads:
        none = f"None of {count(result.searched, 'definition')} has it."
        return Document(f"Timeline: {result.subject}", (Paragraph(runs(none)),))
    table = _of_words(result) if result.kind == "words" else _of_element(result)
    having = {one.id for thread in result.threads for one in thread.definitions}
    foot = (
        f"{len(having)} of {count(result.searched, 'definition')}. First means first in this collection; "
        "a date that is known in part counts as the end of its month or year."
    )
    return Document(f"Timeline: {result.subject}", (table, Paragraph(runs(Run(foot, "muted")))))


def _of_element(result: Timeline) -> Table:
    rows = tuple(
        (
            runs(thread.first.adopted or "—"),
            runs(Run(thread.first.name, "strong")),
            runs(thread.text),
            runs("\n".join(map(_dated, thread.later)) or Run("—", "muted")),
        )
        for thread in result.threads
    )
    header = ("Adopted", "First in", "Words", "Later in")
    return Table(header, rows, f"Wordings of {result.subject}", ("", "", result.lang, ""), (2,))


def _dated(definition: Definition) -> str:
    return f"{definition.name} ({definition.adopted})" if definition.adopted else definition.name


def _of_words(result: Timeline) -> Table:
    several = len(result.threads) > 1 or "*" in result.subject
    rows = tuple(cells if several else cells[1:] for thread in result.threads for cells in _spread(thread))
    header = ("Words", "Adopted", "Definition", "Where", "Days")[0 if several else 1 :]
    langs = (result.lang, "", "", "", "")[0 if several else 1 :]
    return Table(header, rows, f"Definitions with {result.subject}", langs, compact=True)


def _spread(thread: Thread) -> list[tuple[Cells, ...]]:
    rows: list[tuple[Cells, ...]] = []
    for n, one in enumerate(thread.definitions):
        days = thread.days(n)
        since = "first" if n == 0 else f"+{days}" if days is not None else "—"
        text = runs(thread.text if n == 0 else "")
        rows.append((text, runs(one.adopted or "—"), runs(one.name), runs(one.jurisdiction), runs(since)))
    return rows
