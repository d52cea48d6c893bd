"""Documents as text for terminals and mails.

Without a painter, changes are marked as in wdiff: [-deleted-] and {+inserted+}. With one (colour on a
terminal) the marks are left out and the painter is asked to style each stretch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from aidefs.render.clean import visible
from aidefs.render.grid import columns, grid, simple_grid
from aidefs.table import Block, Bullets, Document, Heading, Mark, Paragraph, Run, Table, plain

__all__ = ["Painter", "render_document"]

Painter = Callable[[str, Mark], str]
_Word = list[tuple[str, Mark]]  # pieces with no white space between them

_SIGNS: dict[Mark, tuple[str, str]] = {"delete": ("[-", "-]"), "insert": ("{+", "+}")}
_QUOTES = {"quote": ("*", "*")}
_NARROWEST = 16  # columns of a table cell, where its words need as many


def render_document(document: Document, *, width: int = 80, paint: Painter | None = None) -> str:
    """The document as lines of at most `width` columns, as far as words allow."""
    writer = _Writer(max(width, 40), paint)
    blocks = [writer.block(block) for block in document.blocks]
    return "\n\n".join(block for block in blocks if block) + "\n"


class _Writer:
    def __init__(self, width: int, paint: Painter | None) -> None:
        self.width = width
        self.paint = paint

    def block(self, block: Block) -> str:
        if isinstance(block, Heading):
            return self._styled([(visible(block.text), "strong")])
        if isinstance(block, Paragraph):
            return "\n".join(self.lines(block.runs, self.width))
        if isinstance(block, Bullets):
            return "\n".join(
                ("- " if n == 0 else "  ") + line
                for item in block.items
                for n, line in enumerate(self.lines(item, self.width - 2))
            )
        return self.table(block)

    def table(self, table: Table) -> str:
        if table.compact:
            return self.compact_table(table)
        widths = self.column_widths(table)
        ruled = any(table.header)
        rows = [
            ["\n".join(self.lines(cell, w, ruled)) for cell, w in zip(row, widths, strict=True)]
            for row in table.rows
        ]
        if not ruled:
            return grid(rows, (), "plain")
        header = [
            "\n".join(self.lines((Run(h, "strong"),), w)) for h, w in zip(table.header, widths, strict=True)
        ]
        return simple_grid(rows, header)

    def compact_table(self, table: Table) -> str:
        """One line a row; the first columns that fit, so that no line wraps."""
        held = [[plain(cell) for cell in column] for column in zip(*table.rows, strict=True)]
        used = shown = 0
        for name, column in zip(table.header, held or [[] for _ in table.header], strict=True):
            used += max(map(columns, [name, *column])) + 2
            if used > self.width + 2:
                break
            shown += 1
        rows = [[self._styled([(visible(plain(cell)), "")]) for cell in row[:shown]] for row in table.rows]
        return grid(rows, table.header[:shown], "simple")

    def column_widths(self, table: Table) -> list[int]:
        """Narrow columns get what they need, wide ones share the rest by how much they hold."""
        held = list(zip(table.header, *(map(plain, row) for row in table.rows), strict=True))
        longest = [max(columns(line) for text in column for line in text.split("\n")) for column in held]
        words = [max(columns(w) for text in column for w in ["", *text.split()]) for column in held]
        frame = 3 * len(held) + 1
        narrow = sum(longest[k] for k in range(len(held)) if k not in table.wide)
        left = self.width - frame - narrow
        result = list(longest)
        wide = sorted(table.wide, key=lambda k: longest[k])
        for n, k in enumerate(wide):
            share = left // (len(wide) - n)
            result[k] = min(longest[k], max(share, min(words[k], _NARROWEST)))
            left -= result[k]
        return result

    def lines(self, cell: Iterable[Run], width: int, cut: bool = False) -> list[str]:
        """The runs, wrapped; a word that is wider than the line is cut only if `cut` says so."""
        result: list[str] = []
        for paragraph in _paragraphs(self._marked(cell)):
            line: _Word = []
            used = 0
            for word in (part for whole in paragraph for part in (_broken(whole, width) if cut else [whole])):
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
            signs = (_SIGNS | _QUOTES).get(run.mark) if self.paint is None else None
            text = visible(run.text)
            if signs and text.strip():
                # Signs embrace the words, not the white space at the edges.
                head = text[: len(text) - len(text.lstrip())]
                tail = text[len(text.rstrip()) :]
                text = head + signs[0] + text.strip() + signs[1] + tail
            result.append(Run(text, run.mark))
        return result

    def _styled(self, pieces: _Word) -> str:
        if self.paint is None:
            return "".join(text for text, _ in pieces).rstrip()
        joined: _Word = []
        for text, mark in pieces:
            if joined and joined[-1][1] == mark:
                joined[-1] = (joined[-1][0] + text, mark)
            else:
                joined.append((text, mark))
        return "".join(self.paint(text, mark) if mark else text for text, mark in joined)


def _paragraphs(cell: Sequence[Run]) -> list[list[_Word]]:
    """Words of each line of the source; a word may change its mark in the middle."""
    result: list[list[_Word]] = [[]]
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


def _broken(word: _Word, width: int) -> list[_Word]:
    """A word that is wider than the line, in parts that fit: scripts without spaces need it."""
    if sum(columns(piece) for piece, _ in word) <= width:
        return [word]
    parts: list[_Word] = [[]]
    used = 0
    for piece, mark in word:
        for character in piece:
            size = columns(character)
            if used + size > width and used:
                parts.append([])
                used = 0
            parts[-1].append((character, mark))
            used += size
    return parts
