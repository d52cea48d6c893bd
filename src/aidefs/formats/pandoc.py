"""Documents as Pandoc's Markdown, which Quarto and R Markdown read.

Unlike GitHub's it survives the way to Word and PDF: insertions are underlined, deletions struck, languages
said, tables have captions that can be referred to, and notes cite the bibliography.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from aidefs.formats.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Mark,
    Note,
    Paragraph,
    Run,
    Table,
    plain,
)
from aidefs.formats.notes import weighed
from aidefs.formats.options import Options
from aidefs.formats.widths import filled, longest
from aidefs.text.languages import is_tag
from aidefs.text.visible import columns, visible_line

__all__ = ["escape", "render_document"]

# Every sign may stand behind a backslash (https://pandoc.org/MANUAL.html, "Backslash escapes"); these must.
# What opens a quotation is among them, for quotations are printed with the marks of the reader's language.
_SPECIAL = {ord(c): "\\" + c for c in "\\`*_{}[]#|~$^@'\"<>&‘“"}
# The fonts that Pandoc takes for PDF do not have the tick; other formats do not see this.
_TICK = r"""```{=latex}
\ifdefined\Umathcode\catcode"2713=13 \protected\def✓{\ensuremath{\checkmark}}%
\else\expandafter\def\csname u8:\detokenize{✓}\endcsname{\ensuremath{\checkmark}}\fi
```"""
_DRAWN_TOGETHER = re.compile(r"-(?=-)|(?<=-)-|\.(?=\.)|(?<=\.)\.")
_OPENS_A_BLOCK = re.compile(r"(?:[-+:%=]|\(?\w+[.)])(?=\s|$)|[-=:]+$")
_TASK = re.compile(r"^\\\[[xX ]\\\]")  # would begin an item of a list of tasks
_MARKS: dict[Mark, tuple[str, str]] = {
    "delete": ("~~", "~~"),
    "insert": ("[", "]{.underline}"),
    "strong": ("**", "**"),
    "quote": ("*", "*"),
    "muted": ("*", "*"),
}
_WIDTH = 96  # characters of a table; Pandoc takes the widths of wide tables for parts of the line
_LEAST = 9


def escape(text: str) -> str:
    """The text on one line, with every character that Pandoc could act upon made plain."""
    return _guarded(_escaped(visible_line(text)))


def _escaped(line: str) -> str:
    return _DRAWN_TOGETHER.sub(r"\\\g<0>", line.translate(_SPECIAL)).replace("\u00a0", r"\ ")


def render_document(document: Document, options: Options) -> str:
    """The document under a heading of the second level."""
    title = [f"## {escape(document.title)}"] if document.title else []
    blocks = [_block(block, options) for block in document.blocks]
    ticks = [_TICK] if any("✓" in block for block in blocks) else []
    return "\n\n".join([*ticks, *title, *blocks]) + "\n"


def _block(block: Block, options: Options) -> str:
    if isinstance(block, Heading):
        return f"### {escape(block.text)}"
    if isinstance(block, Paragraph):
        return "\\\n".join(_lines(block.runs, block.lang))
    if isinstance(block, Bullets):
        items = (" ".join(_lines(item)) for item in block.items)
        return "\n".join("- " + _TASK.sub(r"[\g<0>]{}", item) for item in items)
    return _table(weighed(block), bool(options.bibliography))


# --- tables -----------------------------------------------------------------------------------


def _table(table: Table, cite: bool) -> str:
    """A grid table, the kind whose cells may wrap and hold several lines, with its caption and notes."""
    heads = [[_head(table, k)] for k in range(len(table.header))]
    rows = [_row(table, n) for n in range(len(table.rows))]
    shown = [*([heads] if any(table.header) else []), *rows]
    natural = longest(zip(*shown, strict=True), columns, list)
    widths = filled(natural, _WIDTH - 3 * len(natural) - 1, [_LEAST] * len(natural))
    drawn = [_grid(shown, widths, bool(any(table.header)))]
    if table.caption or table.name:
        name = f" {{#tbl-{'-'.join(table.label.split())}}}" if table.name else ""
        drawn.append(f": {_escaped(visible_line(table.caption))}{name}")
    notes = [_note(number, note, cite) for number, note in zip(table.numbers, table.notes, strict=True)]
    return "\n\n".join([*drawn, *(["\\\n".join(notes)] if notes else [])])


def _head(table: Table, k: int) -> str:
    name = escape(table.header[k])
    return (f"**{name}**" if name and k in table.emphasis_columns else name) + _raised(table.marks(column=k))


def _row(table: Table, n: int) -> list[list[str]]:
    cells = [_lines(cell, table.lang(n, k)) for k, cell in enumerate(table.rows[n])]
    cells[0][0] += _raised(table.marks(row=n))
    return cells


def _note(number: int, note: Note, cite: bool) -> str:
    source = f" [@{note.cite}]" if cite and note.cite else ""
    mark = _raised((number,)) + " " if number else ""
    return mark + " ".join(_lines(note.runs)) + source


def _raised(numbers: Sequence[int]) -> str:
    return f"^{','.join(map(str, numbers))}^" if numbers else ""


def _grid(rows: Sequence[Sequence[Sequence[str]]], widths: Sequence[int], headed: bool) -> str:
    wrapped = [
        [_wrapped(cell, width) for cell, width in zip(row, widths, strict=True)] for row in rows
    ]  # fmt: skip
    widths = [
        max([width, *(columns(line) for row in wrapped for line in row[k])]) for k, width in enumerate(widths)
    ]
    drawn = [_rule(widths, "-")]
    for n, row in enumerate(wrapped):
        for m in range(max(map(len, row))):
            cells = (cell[m] if m < len(cell) else "" for cell in row)
            padded = (cell + " " * (w - columns(cell)) for cell, w in zip(cells, widths, strict=True))
            drawn.append("| " + " | ".join(padded) + " |")
        drawn.append(_rule(widths, "=" if headed and n == 0 else "-"))
    return "\n".join(drawn)


def _rule(widths: Sequence[int], sign: str) -> str:
    return "+" + "+".join(sign * (width + 2) for width in widths) + "+"


def _wrapped(lines: Sequence[str], width: int) -> list[str]:
    """The lines of a cell, broken at spaces; a backslash keeps the breaks between them."""
    result: list[str] = []
    for n, line in enumerate(lines):
        # Not the space behind a backslash, which is a no-break space.
        words = re.split(r"(?<!\\) ", line + ("\\" if n < len(lines) - 1 else ""))
        current = words[0]
        for word in words[1:]:
            if columns(current) + 1 + columns(word) > width:
                result.append(current)
                current = _guarded(word)
            else:
                current += " " + word
        result.append(current)
    return result


# --- runs -------------------------------------------------------------------------------------


def _lines(cell: Iterable[Run], lang: str = "") -> list[str]:
    """The lines of a cell; words in a language of their own say so."""
    cell = tuple(cell)
    foreign = is_tag(lang) and not lang.lower().startswith("en") and any(c.isalpha() for c in plain(cell))
    lines = [""]
    for run in cell:
        for n, part in enumerate(run.text.split("\n")):
            if n:
                lines.append("")
            lines[-1] += _run(part, run.mark)
    shown = [_guarded(line.strip(" ")) for line in lines if line.strip(" ")] or [""]
    return [f"[{line}]{{lang={lang}}}" if foreign else line for line in shown]


def _run(text: str, mark: Mark) -> str:
    body = _escaped(visible_line(text))
    if body and mark in _MARKS:
        before, after = _MARKS[mark]
        body = before + body + after  # marks must touch words, not white space
    if not body:
        return " " if text else ""
    return (" " if _breaks(text[0]) else "") + body + (" " if _breaks(text[-1]) else "")


def _breaks(character: str) -> bool:
    return character.isspace() and character not in "\u00a0\u2007\u202f"


def _guarded(line: str) -> str:
    """A line that must not begin a list, a rule, a heading or a definition."""
    match = _OPENS_A_BLOCK.match(line)
    if match is None:
        return line
    at = match.end() - 1 if match[0][-1] in ".)" else 0
    return f"{line[:at]}\\{line[at:]}"
