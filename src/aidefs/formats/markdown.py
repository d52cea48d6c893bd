"""Documents as GitHub-flavoured Markdown; Pandoc's own stands in `pandoc`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from aidefs.formats.document import Block, Bullets, Document, Heading, Mark, Paragraph, Run, Table
from aidefs.formats.notes import weighed
from aidefs.formats.options import Options
from aidefs.text.visible import visible_line

__all__ = ["escape", "render_document", "unlinked"]

_SPECIAL = {ord(c): "\\" + c for c in "\\`*_{}[]#|~$@"} | {
    ord("<"): "&lt;",
    ord(">"): "&gt;",
    ord("&"): "&amp;",
}
_SHORT_CODE = re.compile(r":(?=[\w+\\-]+:)")  # of a picture: ":x:"
_ADDRESS = re.compile(r"(?i)(https?|ftp|www)([:.])")
_MARKS: dict[Mark, tuple[str, str]] = {
    "delete": ("<del>", "</del>"),
    "insert": ("<ins>", "</ins>"),
    "strong": ("**", "**"),
    "quote": ("*", "*"),
}


def escape(text: str) -> str:
    """The text with every character that Markdown or HTML could act upon made plain."""
    return " ".join(map(_escaped_word, visible_line(text).split(" ")))


def _escaped_word(word: str) -> str:
    """In an address that becomes a link by itself no sign can be escaped, so such a one is made none."""
    plain = _SHORT_CODE.sub(r"\:", word.translate(_SPECIAL))
    return plain if plain == word else unlinked(plain)


def unlinked(escaped: str) -> str:
    """Escaped text in which no address becomes a link by itself."""
    return _ADDRESS.sub(r"\1\\\2", escaped)


def render_document(document: Document, options: Options) -> str:
    """The document under a heading of the second level."""
    title = [f"## {escape(document.title)}"] if document.title else []
    return "\n\n".join([*title, *map(_block, document.blocks)]) + "\n"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"### {escape(block.text)}"
    if isinstance(block, Paragraph):
        return "  \n".join(map(_guarded, _inline(block.runs, "\n").split("\n")))
    if isinstance(block, Bullets):
        return "\n".join(f"- {_guarded(_inline(item, ' '))}" for item in block.items)
    return _table(block)


def _table(table: Table) -> str:
    def line(cells: Iterable[str]) -> str:
        return "| " + " | ".join(cells) + " |"

    table = weighed(table)
    head = line(_head(table, k) or " " for k in range(len(table.header)))
    rule = line("---" for _ in table.header)
    rows = [line(_cells(table, n)) for n in range(len(table.rows))]
    caption = [f"*{escape(table.caption)}*", ""] if table.caption else []
    return "\n".join([*caption, head, rule, *rows, *_notes(table)])


def _head(table: Table, k: int) -> str:
    # Heads are bold everywhere, so those that are brought out are italic besides.
    name = escape(table.header[k])
    return (f"*{name}*" if name and k in table.emphasis_columns else name) + _raised(table.marks(column=k))


def _cells(table: Table, n: int) -> Iterator[str]:
    first, *others = table.rows[n]
    line, *below = _inline(first, "\n").split("\n")
    yield "<br>".join([line + _raised(table.marks(row=n)), *below])
    yield from (_inline(cell, "<br>") for cell in others)


def _notes(table: Table) -> list[str]:
    lines = [
        _raised((number,) if number else ()) + (" " if number else "") + _inline(note.runs, " ")
        for number, note in zip(table.numbers, table.notes, strict=True)
    ]
    return ["", "  \n".join(map(_guarded, lines))] if lines else []


def _raised(numbers: Iterable[int]) -> str:
    marks = ",".join(map(str, numbers))
    return f"<sup>{marks}</sup>" if marks else ""


def _inline(runs: Iterable[Run], line_break: str) -> str:
    return "".join(line_break.join(_run(line, run.mark) for line in run.text.split("\n")) for run in runs)


def _run(text: str, mark: Mark) -> str:
    body = escape(text)
    if not body or mark not in _MARKS:
        return _edges(text, body)
    before, after = _MARKS[mark]
    return _edges(text, before + body + after)  # marks must touch words, not white space


def _edges(text: str, body: str) -> str:
    if not text.strip():
        return " " if text else ""
    return (" " if text[0].isspace() else "") + body + (" " if text[-1].isspace() else "")


_OPENS_A_BLOCK = re.compile(r"(\d{1,9})([.)])(?=\s|$)|([-+])(?=\s|$)|([-=])(?=[-=\s]*$)")


def _guarded(line: str) -> str:
    """A line that must not begin a list, a rule or a heading."""
    match = _OPENS_A_BLOCK.match(line)
    if match is None:
        return line
    at = match.end(1) if match[1] else 0
    return f"{line[:at]}\\{line[at:]}"
