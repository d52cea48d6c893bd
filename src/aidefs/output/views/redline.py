"""A redline: running text, the list of changes, counts."""

from __future__ import annotations

from collections.abc import Iterator

from aidefs.alignment.redline import Chain, Redline
from aidefs.formats.document import Block, Cells, Document, Heading, Paragraph, Run, Table, runs
from aidefs.library.records import Definition
from aidefs.output.views.words import SIMILARITY, count, edit_runs, exact_runs
from aidefs.text.visible import prints_alike

__all__ = ["chain_changes", "chain_document", "redline_changes", "redline_document"]


def redline_document(result: Redline) -> Document:
    """The redline as running text, its changes in a table, and how many words they touch."""
    title = f"{result.names[0]} → {result.names[1]}"
    rows = tuple(_changes(result))
    header = ("No.", "Deleted", "Inserted", "Kind")
    table = Table(header, rows, "Changes", ("", result.lang, result.lang, ""), (1, 2))
    blocks: list[Block] = [Paragraph(edit_runs(result.edits, result.b), result.lang)]
    if rows:
        blocks.append(table)
    blocks += [_facts(result), Paragraph(runs(Run(SIMILARITY, "muted")))]
    return Document(f"Redline: {title}", tuple(blocks))


def _changes(result: Redline) -> Iterator[tuple[Cells, ...]]:
    """A row a change, as data number them; one of print alone, which data do not count, has no number."""
    pending = list(enumerate(result.changes, 1))
    for edit in result.edits:
        if pending and edit is pending[0][1][0]:
            n, change = pending.pop(0)
            old, new = ("".join(e.text for e in change if e.op == op).strip() for op in ("delete", "insert"))
            kind = "punctuation" if all(e.punctuation for e in change) else "wording"
            yield runs(str(n)), _or_none(old), _or_none(new), runs(kind)
        elif edit.op == "equal" and edit.typographic and edit.b:
            own = result.b[slice(*edit.b)]
            if not prints_alike(edit.text, own):
                yield _or_none(""), _or_none(edit.text.strip()), _or_none(own.strip()), runs("print")


def _or_none(words: str) -> Cells:
    return runs(words or Run("—", "muted"))


def _facts(line: Redline) -> Paragraph:
    words = line.words
    text = (
        f"{words.equal} words kept, {words.deleted} deleted, {words.inserted} inserted; "
        f"{count(line.punctuation_changes, 'change')} of punctuation only; "
        f"similarity {line.similarity:.2f}."
    )
    return Paragraph(runs(Run(text, "muted")))


def chain_document(result: Chain) -> Document:
    """The first text as it stands, then each step under the name of the text to which it leads."""
    first = result.definitions[0]
    blocks: list[Block] = [
        Heading(_dated(result.redlines[0].names[0], first)),
        Paragraph(runs(first.text), first.lang),
    ]
    for k, (line, definition) in enumerate(zip(result.redlines, result.definitions[1:], strict=True)):
        script = Paragraph(edit_runs(line.edits, line.b), definition.lang)
        blocks += [Heading(_dated(line.names[1], definition)), script, _facts(line)]
        if not k:
            blocks.append(Paragraph(runs(Run(SIMILARITY, "muted"))))
    names = (result.redlines[0].names[0], *(line.names[1] for line in result.redlines))
    return Document("Redlines: " + " → ".join(names), tuple(blocks))


def _dated(name: str, definition: Definition) -> str:
    return ", ".join(part for part in (name, definition.adopted, definition.status) if part)


def redline_changes(result: Redline) -> Document:
    """The two texts in one paragraph, letter for letter."""
    title = f"{result.names[0]} → {result.names[1]}"
    script = Paragraph(exact_runs(result.edits, result.b), result.lang, tracked=True)
    return Document(title, (script,), lang=result.lang)


def chain_changes(result: Chain) -> Document:
    """One tracked paragraph a step."""
    blocks: list[Block] = []
    for line in result.redlines:
        script = Paragraph(exact_runs(line.edits, line.b), line.lang, tracked=True)
        blocks += [Heading(f"{line.names[0]} → {line.names[1]}"), script]
    return Document("", tuple(blocks))
