"""A redline: running text, the list of changes, counts."""

from __future__ import annotations

from aidefs.present.dispatch import changes, present
from aidefs.present.words import count, edit_runs, exact_runs
from aidefs.redline import Redline
from aidefs.tables import Block, Document, Paragraph, Run, Table, runs

__all__: list[str] = []


@present.register
def _(result: Redline) -> Document:
    words = result.words
    facts = (
        f"{words.equal} words kept, {words.deleted} deleted, {words.inserted} inserted; "
        f"{count(result.punctuation_changes, 'change')} of punctuation only; "
        f"similarity {result.similarity:.2f}."
    )
    title = f"{result.names[0]} → {result.names[1]}"
    rows = tuple(
        (
            runs(str(n)),
            runs("".join(e.text for e in change if e.op == "delete").strip() or Run("—", "muted")),
            runs("".join(e.text for e in change if e.op == "insert").strip() or Run("—", "muted")),
            runs("punctuation" if all(e.punctuation for e in change) else "wording"),
        )
        for n, change in enumerate(result.changes, 1)
    )
    header = ("No.", "Deleted", "Inserted", "Kind")
    table = Table(header, rows, "Changes", ("", result.lang, result.lang, ""), (1, 2))
    blocks: list[Block] = [Paragraph(edit_runs(result.edits), result.lang)]
    if rows:
        blocks.append(table)
    blocks.append(Paragraph(runs(Run(facts, "muted"))))
    return Document(f"Redline: {title}", tuple(blocks))


@changes.register
def _(result: Redline) -> Document:
    """The two texts in one paragraph, letter for letter."""
    title = f"{result.names[0]} → {result.names[1]}"
    script = Paragraph(exact_runs(result.edits, result.b), result.lang, tracked=True)
    return Document(title, (script,), lang=result.lang)
