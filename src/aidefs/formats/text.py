"""Documents as text for terminals and mails.

Without a painter, changes are marked as in wdiff: [-deleted-] and {+inserted+}. With one (colour on a
terminal) the marks are left out and the painter is asked to style each stretch.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from aidefs.formats.document import (
    SIGNS,
    Block,
    Bullets,
    Document,
    Heading,
    Mark,
    Paragraph,
    Run,
    Table,
    embraced,
    plain,
    runs,
)
from aidefs.formats.notes import spelled_out, weighed
from aidefs.formats.options import Options, Painter
from aidefs.formats.widths import cell_lines, filled, grown, longest
from aidefs.text.visible import columns, visible

__all__ = ["render_document", "simple", "simple_grid"]

_MarkedWord = list[tuple[str, Mark]]  # pieces with no white space between them
_QUOTES: dict[Mark, tuple[str, str]] = {"quote": ("*", "*")}
_NARROWEST = 13  # a table whose text columns would be narrower is written one block a row
_MOST_LEFT_OUT = 6  # columns without room that are named; more are counted
_HEAD = 18  # widest column of row heads, single words aside


def render_document(document: Document, options: Options) -> str:
    """The document as lines of at most `width` columns, as far as words allow.

    Where it has no title, the captions of its tables say what is shown; lists need none.
    """
    writer = _TextWriter(max(options.width, 40), options.paint)
    headed: list[Block] = [Heading(document.title)] if document.title else []
    for block in document.blocks:
        if isinstance(block, Table) and block.caption and not (block.compact or document.title):
            headed.append(Heading(block.caption))
        headed.append(block)
    blocks = [writer.block(block) for block in headed]
    return "\n\n".join(block for block in blocks if block) + "\n"


class _TextWriter:
    def __init__(self, width: int, paint: Painter | None) -> None:
        self.width = width
        self.paint = paint

    def block(self, block: Block) -> str:
        if isinstance(block, Heading):
            return "\n".join(self.lines((Run(block.text, "strong"),), self.width))
        if isinstance(block, Paragraph):
            return "\n".join(self.lines(block.runs, self.width if block.wrap else sys.maxsize))
        if isinstance(block, Bullets):
            return "\n".join(self.hanging(item, "- ") for item in block.items)
        return self.noted(block)

    def noted(self, table: Table) -> str:
        """A table and its notes."""
        bare, notes = spelled_out(weighed(table))
        below = "\n".join("\n".join(self.lines(note, self.width)) for note in notes)
        return f"{self.table(bare)}\n\n{below}" if below else self.table(bare)

    def hanging(self, cell: Iterable[Run], sign: str) -> str:
        """A paragraph that hangs from a sign."""
        lines = self.lines(cell, self.width - len(sign))
        return "\n".join((sign if n == 0 else " " * len(sign)) + line for n, line in enumerate(lines))

    def table(self, table: Table) -> str:
        if table.compact:
            return self.compact_table(table)
        if table.keyword is not None:
            return self.keyword_table(table)
        ruled = any(table.header)
        frame = 3 * len(table.header) + 1 if ruled else 2
        widths = self.column_widths(table, frame)
        natural = _natural(table) if table.wide else []
        narrow = any(widths[k] < min(_NARROWEST, natural[k]) for k in table.wide)
        if ruled and (narrow or sum(widths) + frame > self.width):
            return self.stacked_table(table)
        rows = [
            ["\n".join(self.lines(cell, w, ruled)) for cell, w in zip(row, widths, strict=True)]
            for row in table.rows
        ]
        if not ruled:
            return simple(rows)
        header = [
            "\n".join(self.lines((Run(name, "strong"),), w, True))
            for name, w in zip(table.header, widths, strict=True)
        ]
        return simple_grid(rows, header)

    def compact_table(self, table: Table) -> str:
        """One line a row; columns that do not fit are left out and named, so that no line wraps."""
        room = self.width + 2
        shown: dict[int, list[str]] = {}
        wanted = [(table.header[k], *(plain(row[k]) for row in table.rows)) for k in table.needed]
        natural = longest(wanted, columns, cell_lines)
        needed = sum(max(n, columns(column[0]) + 2) + 2 for n, column in zip(natural, wanted, strict=True))
        if needed > room and (wrapped := self.wrapped_table(table)):
            return wrapped
        for k, name in enumerate(table.header):
            needed = columns(name) + 4  # a column is two wider than its head, and two from the next
            if needed > room and k:
                continue  # whatever it holds
            held = [visible(plain(row[k])) for row in table.rows]
            needed = max([needed, *(columns(cell) + 2 for cell in held)])
            if needed <= room or k == 0:
                shown[k] = held
                room -= needed
        rows = [list(row) for row in zip(*shown.values(), strict=True)]
        return self.left_out(table, list(shown), simple(rows, [table.header[k] for k in shown]))

    def wrapped_table(self, table: Table) -> str:
        """The needed columns with cells of several lines; "" where not even their words fit."""
        kept = table.needed
        inner = [table.columns[k] for k in kept]
        least = longest(inner, columns, str.split)
        room = self.width - 2 * (len(kept) - 1)
        if sum(least) > room:
            return ""
        widths = grown(least, longest(inner, columns, cell_lines), room)
        rows = [
            ["\n".join(self.lines(row[k], width)) for k, width in zip(kept, widths, strict=True)]
            for row in table.rows
        ]
        return self.left_out(table, kept, simple(rows, [table.header[k] for k in kept], 0))

    def left_out(self, table: Table, shown: Sequence[int], body: str) -> str:
        """A compact table, and which columns had no room."""
        left = [name for k, name in enumerate(table.header) if k not in shown]
        if not left:
            return body
        named = ", ".join(left) if len(left) <= _MOST_LEFT_OUT else f"{len(left)} columns"
        note = (Run(f"Left out for want of width: {named}.", "muted"),)
        return "\n\n".join((body, "\n".join(self.lines(note, self.width))))

    def keyword_table(self, table: Table) -> str:
        """One line a match, the matches one below the other."""
        from aidefs.formats.keyword import keyword_lines  # few tables are such

        signs = _QUOTES["quote"] if self.paint is None else ("", "")
        lines = keyword_lines(table, self.width, signs)
        return "\n".join(self._styled([(run.text, run.mark) for run in line]) for line in lines)

    def stacked_table(self, table: Table) -> str:
        """One block a row, for more columns than stand side by side."""
        blocks = []
        for head, *cells in table.rows:
            inline = (Run(run.text.replace("\n", "; "), run.mark) for run in head)
            lines = ["\n".join(self.lines(inline, self.width))]
            for name, cell in zip(table.header[1:], cells, strict=True):
                lines.append(self.hanging((Run(f"{name}: ", "strong"), *cell), "  "))
            blocks.append("\n".join(lines))
        return "\n\n".join(blocks)

    def column_widths(self, table: Table, frame: int) -> list[int]:
        """Narrow columns get what they need, wide ones share the rest by how much they hold.

        Where no column is wide, all of them wrap as far as they must and their words allow.
        """
        natural, words = _natural(table), longest(table.columns, columns, str.split)
        result = [min(n, max(w, _HEAD)) for n, w in zip(natural, words, strict=True)]
        left = self.width - frame - sum(n for k, n in enumerate(result) if k not in table.wide)
        if not table.wide:
            least = [max(n, 1) for n in words]
            return grown(least, natural, self.width - frame) if left < 0 else result
        even = filled([natural[k] for k in table.wide], left, [1] * len(table.wide))
        roomy = all(w >= min(_NARROWEST, natural[k]) for w, k in zip(even, table.wide, strict=True))
        least = self.least(table) if roomy and any(table.header) else [1] * len(natural)
        for k, width in enumerate(result):  # heads give way before words of the texts are broken
            short = sum(least[k] for k in table.wide) - left
            if k not in table.wide and short > 0:
                result[k] = max(width - short, words[k])
                left += width - result[k]
        wide = filled([natural[k] for k in table.wide], left, [least[k] for k in table.wide])
        for k, width in zip(table.wide, wide, strict=True):
            result[k] = width
        return result

    def least(self, table: Table) -> list[int]:
        """Widths below which a word of a column would be broken; addresses as wide as half a page are."""
        cells = ((runs(name), *(row[k] for row in table.rows)) for k, name in enumerate(table.header))
        return longest(
            (map(self._marked, column) for column in cells),
            lambda part: part,
            lambda cell: (
                width
                for line in _paragraphs(cell)
                for word in line
                for width in _unbroken_widths(word)
                if width <= self.width // 2
            ),
        )

    def lines(self, cell: Iterable[Run], width: int, cut: bool = False) -> list[str]:
        """The runs, wrapped; a word that is wider than the line is cut only if `cut` says so."""
        result: list[str] = []
        for paragraph in _paragraphs(self._marked(cell)):
            line: _MarkedWord = []
            used = 0
            for word in (part for whole in paragraph for part in _broken(whole, width, cut)):
                size = sum(columns(piece) for piece, _ in word)
                if line and used + 1 + size > width:
                    result.append(self._styled(line))
                    line, used = [], 0
                if line:
                    # The space takes the style of its neighbours where they agree.
                    line.append((" ", word[0][1] if word[0][1] == line[-1][1] else ""))
                    used += 1
                line += word
                used += size
            result.append(self._styled(line))
        return result

    def _marked(self, cell: Iterable[Run]) -> list[Run]:
        """The runs with signs put in where there is no painter."""
        result = []
        for run in cell:
            signs = (SIGNS | _QUOTES).get(run.mark) if self.paint is None else None
            text = visible(run.text)
            result.append(Run(embraced(text, *signs) if signs else text, run.mark))
        return result

    def _styled(self, pieces: _MarkedWord) -> str:
        if self.paint is None:
            return "".join(text for text, _ in pieces).rstrip()
        joined: _MarkedWord = []
        for text, mark in pieces:
            if joined and joined[-1][1] == mark:
                joined[-1] = (joined[-1][0] + text, mark)
            else:
                joined.append((text, mark))
        return "".join(self.paint(text, mark) if mark else text for text, mark in joined)


def _natural(table: Table) -> list[int]:
    """Widths at which no line of a column is broken."""
    return longest(table.columns, columns, cell_lines)


def _paragraphs(cell: Sequence[Run]) -> list[list[_MarkedWord]]:
    """Words of each line of the source; a word may change its mark in the middle."""
    result: list[list[_MarkedWord]] = [[]]
    glued = False
    for run in cell:
        for n, line in enumerate(run.text.split("\n")):
            if n:
                result.append([])
                glued = False
            parts = line.replace("\t", " ").split(" ")
            for m, part in enumerate(parts):
                if m:
                    glued = False
                if part:
                    if glued:
                        result[-1][-1].append((part, run.mark))
                    else:
                        result[-1].append([(part, run.mark)])
                    glued = True
    return result


def _broken(word: _MarkedWord, width: int, cut: bool) -> list[_MarkedWord]:
    """A word that is wider than the line, in parts that fit.

    Without `cut` only words of wide characters are broken, which belong to scripts without spaces; an
    address stays whole. A break goes between what is left out and what is put in, else behind a hyphen or a
    slash where there is one, and never between a sign and the word that it marks.
    """
    text = "".join(piece for piece, _ in word)
    if columns(text) <= width or not (cut or columns(text) > len(text)):
        return [word]
    if cut and len(halves := _changes(word)) > 1:
        return [part for half in halves for part in _broken(half, width, cut)]
    characters = [(character, mark) for piece, mark in word for character in piece]
    parts: list[_MarkedWord] = []
    start = 0
    while start < len(characters):
        stop, used = start, 0
        while stop < len(characters) and (stop == start or used + columns(characters[stop][0]) <= width):
            used += columns(characters[stop][0])
            stop += 1
        if stop < len(characters):
            hyphens = (k for k in range(stop, start, -1) if text[k - 1] in "-/" and _may_break(text, k))
            anywhere = (k for k in range(stop, start, -1) if _may_break(text, k))
            stop = next(hyphens, None) or next(anywhere, None) or stop
        parts.append(characters[start:stop])
        start = stop
    return parts


def _changes(word: _MarkedWord) -> list[_MarkedWord]:
    """A word in its parts where a change of one kind follows one of another, "[-a-]" and "{+b+}"."""
    parts: list[_MarkedWord] = []
    for piece, mark in word:
        if parts and not (mark in SIGNS and parts[-1][-1][1] in SIGNS and mark != parts[-1][-1][1]):
            parts[-1].append((piece, mark))
        else:
            parts.append([(piece, mark)])
    return parts


def _unbroken_widths(word: _MarkedWord) -> list[int]:
    """Widths of the parts of a word between the places at which `_broken` breaks it gladly."""
    widths = []
    for part in _changes(word):
        text = "".join(piece for piece, _ in part)
        if columns(text) > len(text):
            widths.append(2)  # characters of scripts without spaces part anywhere
            continue
        start = 0
        for k in range(1, len(text) + 1):
            if k == len(text) or (text[k - 1] in "-/" and _may_break(text, k)):
                widths.append(columns(text[start:k]))
                start = k
    return widths


def _may_break(text: str, k: int) -> bool:
    opens, closes = ("[-", "{+"), ("-]", "+}")
    return not (
        text[k - 2 : k] in opens or text[k : k + 2] in closes or text[k - 1 : k + 1] in (*opens, *closes)
    )


# --- tables -----------------------------------------------------------------------------------
# Drawn here, because importing tabulate takes longer than the whole of `aidefs compare coe eu`; tests hold
# them to its "simple_grid", "simple" and "plain".


def simple_grid(rows: Sequence[Sequence[str]], header: Sequence[str]) -> str:
    """A table with a rule between all rows; cells may hold line breaks."""
    split = [[cell.split("\n") for cell in row] for row in (header, *rows)]
    widths = longest(zip(*split, strict=True), columns, list)

    def rule(left: str, middle: str, right: str) -> str:
        return left + middle.join("─" * (width + 2) for width in widths) + right

    def lines(row: list[list[str]]) -> Iterable[str]:
        for n in range(max(map(len, row))):
            cells = (cell[n] if n < len(cell) else "" for cell in row)
            padded = (c + " " * (w - columns(c)) for c, w in zip(cells, widths, strict=True))
            yield "│ " + " │ ".join(padded) + " │"

    body = ("\n" + rule("├", "┼", "┤") + "\n").join("\n".join(lines(row)) for row in split)
    return "\n".join((rule("┌", "┬", "┐"), body, rule("└", "┴", "┘")))


def simple(rows: Sequence[Sequence[str]], header: Sequence[str] = (), wider: int = 2) -> str:
    """A table without rules but for one below the header; cells may hold line breaks, a header may not.

    A column is wider than its head, by two as tabulate has it.
    """
    split = [[cell.split("\n") for cell in row] for row in rows]
    heads = [columns(name) + wider for name in header] or [0] * max(map(len, split), default=0)
    widths = [
        max([head, *(columns(line) for row in split for line in row[k])]) for k, head in enumerate(heads)
    ]

    def line(cells: Iterable[str]) -> str:
        padded = (cell + " " * (width - columns(cell)) for cell, width in zip(cells, widths, strict=True))
        return "  ".join(padded).rstrip()

    result = [line(header), line("-" * width for width in widths)] if header else []
    for row in split:
        for n in range(max(map(len, row))):
            result.append(line(cell[n] if n < len(cell) else "" for cell in row))
    return "\n".join(result)
