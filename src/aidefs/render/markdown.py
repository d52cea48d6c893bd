"""Documents as GitHub-flavoured Markdown, which Pandoc and Quarto read too."""

from __future__ import annotations

import re
from collections.abc import Iterable

from aidefs.render.clean import visible_line
from aidefs.render.options import Options
from aidefs.tables import Block, Bullets, Document, Heading, Mark, Paragraph, Run, Table

__all__ = ["escape", "render_document"]

_SPECIAL = {ord(c): "\\" + c for c in "\\`*_{}[]#|~$"} | {
    ord("<"): "&lt;",
    ord(">"): "&gt;",
    ord("&"): "&amp;",
}
_MARKS: dict[Mark, tuple[str, str]] = {
    "delete": ("<del>", "</del>"),
    "insert": ("<ins>", "</ins>"),
    "strong": ("**", "**"),
    "quote": ("*", "*"),
}


def escape(text: str) -> str:
    """The text with every character that Markdown or HTML could act upon made plain."""
    return visible_line(text).translate(_SPECIAL)


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

    head = line(escape(name) or " " for name in table.header)
    rule = line("---" for _ in table.header)
    rows = [line(_inline(cell, "<br>") for cell in row) for row in table.rows]
    caption = [f"*{escape(table.caption)}*", ""] if table.caption else []
    return "\n".join([*caption, head, rule, *rows])


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
