"""A table with its notes as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil

from aidefs.formats.document import Cells, Note, Run, Table, plain
from aidefs.formats.html.inline import KeyNames, element, escape, inline, language
from aidefs.formats.html.style import BEFORE, CELL, FOOT, HEAD, STUB, TABLE, TOP, emphasised, step
from aidefs.formats.widths import cell_lines, longest

__all__ = ["is_grid", "least_width", "table_html"]

_WIDE = 9  # em that a column of texts needs to be read
_LETTER, _SIDES, _EDGES = 0.56, 1.5, 3  # em: a letter, what is left and right of a cell, and of a page
_SHORT = 16  # characters of a line that is not broken
_PIECE = re.compile(r"[^\s-]+-?|-")


def is_grid(table: Table) -> bool:
    """Whether a table is one of signs, numbers and names and not of texts.

    It is read by its columns, so where it is too wide it is moved to and fro and does not become a list.
    """
    return not table.wide and table.keyword is None and any(table.header)


def least_width(table: Table) -> int:
    """Width in em below which the columns cannot stand side by side."""
    # A column that holds texts must be wide enough to be read, any other as wide as its longest word.
    words = longest(table.columns, len, _unbroken)
    each = (_WIDE if k in table.wide else _LETTER * word + _SIDES for k, word in enumerate(words))
    return ceil(_EDGES + sum(each))


def _unbroken(cell: str) -> Iterator[str]:
    """What is never broken: short lines, and the words of others."""
    for line in cell_lines(cell):
        yield from [line] if len(line) <= _SHORT else _PIECE.findall(line)


def table_html(table: Table, prefix: str, names: KeyNames, is_title: bool = False, bare: bool = False) -> str:
    """The table, and its notes below it.

    Args:
        table: The table.
        prefix: Beginning of the ids of its notes, one of its own.
        names: What keys are called.
        is_title: Whether the caption is the title of the page.
        bare: Whether it has classes and no styles.
    """
    return _HtmlTable(table, prefix, names, is_title, bare).html()


class _HtmlTable:
    def __init__(self, table: Table, prefix: str, names: KeyNames, is_title: bool, bare: bool) -> None:
        self.table = table
        self.prefix = prefix
        self.names = names
        self.is_title = is_title
        self.bare = bare

    def html(self) -> str:
        table = self.table
        body = "\n".join(self.row(n, row) for n, row in enumerate(table.rows))
        parts = [self.caption(), self.head(), f"<tbody>\n{body}\n</tbody>"]
        grid = is_grid(table)
        kinds = {
            f"w{step(least_width(table)) if self.bare else least_width(table)}": not grid,
            "tight": not table.wide,
            "compact": table.compact,
            "keyword": table.keyword is not None,
            "barred": bool(table.emphasis),
        }
        made = element(
            "table",
            "\n".join(part for part in parts if part),
            id="-".join(f"tab {table.name}".split()) if table.name else "",
            class_=" ".join(kind for kind, holds in kinds.items() if holds),
            style=self.looks(TABLE if not table.wide else f"{TABLE};width:100%"),
        )
        if grid:
            # The tabulator key reaches it, so that it can be moved without a pointer.
            label = self.table.caption or "Table"
            made = element("div", made, class_="scroll", role="group", aria_label=label, tabindex=0)
        return "\n".join(part for part in (made, self.notes()) if part)

    def caption(self) -> str:
        caption = escape(self.table.caption)
        if caption and self.is_title:
            caption = element("h1", caption)
        return element("caption", caption) if caption else ""

    def head(self) -> str:
        """The heads of the columns; none where they have no names."""
        if not any(self.table.header):
            return ""
        cells = []
        for column, name in enumerate(self.table.header):
            words = (Run(name, "strong"),)
            content = inline(words) + self.marks(self.table.marks(column=column))
            style = self.looks(TOP + (BEFORE if self.is_before(column) else HEAD))
            cells.append(
                element("th", content, scope="col", class_=self.kind(column, words), style=style)
                if content
                else element("td", "", style=self.looks(TOP + CELL))  # an empty head is no head
            )
        return element("thead", element("tr", "".join(cells)))

    def row(self, n: int, row: tuple[Cells, ...]) -> str:
        table = self.table
        key = table.keys[n] if table.keys else ""
        brought_out = n in table.emphasis
        if key:  # the row lights up as a whole
            row = tuple(
                tuple(run._replace(key="") if run.key == key else run for run in cell) for cell in row
            )
        first = inline(row[0], self.names, self.bare) + self.marks(table.marks(row=n))
        style = HEAD if row[0] and row[0][0].mark == "strong" else STUB
        style = self.looks(self.foot(n) + (emphasised(style) if brought_out else style))
        cells = [
            element(
                "th",
                first,
                scope="row",
                class_=self.kind(0, row[0]),
                style=style,
                **language(table.lang(n, 0)),
            )
        ]
        cells += [self.cell(n, column, cell) for column, cell in enumerate(row[1:], 1)]
        return element(
            "tr",
            "".join(cells),
            class_="emphasis" if brought_out else "",
            data_key=key,
            tabindex=0 if key else None,
        )

    def cell(self, n: int, column: int, cell: Cells) -> str:
        return element(
            "td",
            inline(cell, self.names, self.bare),
            class_=self.kind(column, cell),
            data_head=self.table.header[column],
            style=self.looks(self.foot(n) + (BEFORE if self.is_before(column) else CELL)),
            **language(self.table.lang(n, column)),
        )

    def kind(self, column: int, cell: Cells) -> str:
        """Classes of a cell."""
        table = self.table
        wide = column in table.wide
        kinds = {
            "wide": wide,
            # A date or a name of one word is not broken at its hyphens.
            "short": not wide and max(map(len, plain(cell).split("\n"))) <= _SHORT,
            "emphasis": column in table.emphasis_columns,
            "before": self.bare and self.is_before(column),
        }
        return " ".join(kind for kind, holds in kinds.items() if holds)

    def looks(self, style: str) -> str:
        """A style, where there are any."""
        return "" if self.bare else style

    def foot(self, n: int) -> str:
        """The rule below the last row."""
        return FOOT if n == len(self.table.rows) - 1 else ""

    def is_before(self, column: int) -> bool:
        """Whether the column holds what stands before a match, and ends where the match begins."""
        return self.table.keyword == column + 1

    def marks(self, numbers: tuple[int, ...]) -> str:
        """Numbers of notes, each leading to its note."""
        links = (element("a", str(n), href=f"#{self.note_id(n)}", role="doc-noteref") for n in numbers)
        joined = ",".join(links)
        return element("sup", joined) if joined else ""

    def notes(self) -> str:
        """The numbered notes as a list, then the others."""
        pairs = list(zip(self.table.numbers, self.table.notes, strict=True))
        items = [element("li", self.note(note), id=self.note_id(n)) for n, note in pairs if n]
        rest = [element("p", self.note(note), class_="note") for n, note in pairs if not n]
        listed = [element("ol", "\n" + "\n".join(items) + "\n", class_="notes")] if items else []
        return "\n".join(listed + rest)

    def note(self, note: Note) -> str:
        return inline(note.runs, self.names, self.bare)

    def note_id(self, number: int) -> str:
        return f"{self.prefix}-note-{number}"
