"""What changed between two versions of the data, as a list."""

from __future__ import annotations

from collections.abc import Sequence

from aidefs.formats.document import Block, Document, Heading, Paragraph, Run, Table, runs
from aidefs.library.changes import Changed, Changes
from aidefs.output.views.words import count

__all__ = ["changes_document"]

_MOST_NAMED = 12  # ids of what came or went; JSON and tables for programs have all


def changes_document(result: Changes) -> Document:
    """Changed texts and facts in a table, and the ids of what came and went."""
    blocks: list[Block] = []
    if result.changed:
        rows = tuple((runs(one.id), runs(one.what), runs(_said(one))) for one in result.changed)
        table = Table(("Id", "What", "From → to"), rows, compact=True, needed=(0, 1, 2))
        blocks += [Heading("Changed"), table]
    for title, ids in (("Added", result.added), ("Removed", result.removed)):
        if ids:
            blocks += [Heading(f"{title}: {count(len(ids), 'definition')}"), Paragraph(runs(_named(ids)))]
    if not result.all:
        blocks.append(Paragraph(runs(Run("Nothing changed.", "muted"))))
    return Document(f"Data {result.before} → {result.after}", tuple(blocks))


def _said(one: Changed) -> str:
    if one.hashed:
        return "changed" if one.before and one.after else "added" if one.after else "removed"
    return f"{one.before or '—'} → {one.after or '—'}"


def _named(ids: Sequence[str]) -> str:
    left = len(ids) - _MOST_NAMED
    more = f" and {left} more, which --format json and csv name" if left > 0 else ""
    return ", ".join(ids[:_MOST_NAMED]) + more
