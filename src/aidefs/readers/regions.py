"""What a text of unknown format sets apart: headings, block quotations, tables, code and notes.

Markdown, reStructuredText, AsciiDoc and plain text set such things apart by the look of their lines. What is
found here are stretches of the text as it stands; nothing is taken away. Where a look may mean two things,
such as a line that begins with a number, it is a region only where something else says the same, such as a
raised number in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from typing import Literal

from aidefs.classes import NamedTuple
from aidefs.patterns import late
from aidefs.readers.layout import between_lines

__all__ = ["Region", "entries", "in_order", "may_hold_cells", "may_hold_quotations", "regions"]

_LINE = late(r"[^\r\n]*+(?:\r\n|\r|\n|\Z)")
_FENCE = late(r"[ \t]*+(?P<fence>`{3,}+|~{3,}+)(?P<info>[^\r\n]*+)")
_FRONT = late(r"(?:---|\+\+\+)[ \t]*+\Z")
_ATX = late(r"[ ]{0,3}(?P<marks>#{1,6}|={1,6}(?=[ \t]))(?:[ \t]++|\Z)(?P<words>.*+)", re.S)
_CLOSING_MARKS = late(r"(?:\A|[ \t]++)(?:#++|=++)[ \t]*+\Z")
_UNDERLINE = late(r"[ ]{0,3}(?P<mark>[=~^\"'`*+#.:_-])(?P=mark)++[ \t]*+\Z")
_QUOTATION_FENCE = late(r"_{4,}+[ \t]*+\Z")  # of AsciiDoc
_QUOTED = late(r"[ \t]*+(?:(?:[-*+]|\d{1,3}[.)])[ \t]++)?(?P<marks>>(?:[ \t]?>)*+)[ \t]?(?P<words>.*+)", re.S)
_DELIMITER = late(r"[ \t]*+\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+\Z")
_CELL = late(r"(?:\\.|\[\[[^\[\]|]{0,200}+\|[^\[\]|]{0,200}+\]\]|[^|])*+", re.S)
_LIST_ITEM = r"[ \t]*+(?:[-*+•]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxlc]{1,6})[.)])[ \t]++"
_SET_IN = late(r"[ ]{2}|[ ]?\t")
_SET_IN_LINE = late(r"\n(?:[ ]{2}|[ ]?\t)")
# What begins a line that stands apart, if no sign within the text says so; and a paragraph that is set in.
_APART_LINE = late(r"\n[ \t]*+(?:[#=]|\[\^|(?P<mark>[`~_^\"'*+.:-])(?P=mark)(?:(?P=mark)|[ \t\n]|\Z))")
_SET_IN_PARAGRAPH = late(rf"\n[^\S\n]*+\n(?:[ ]{{2}}|[ ]?\t)(?!{_LIST_ITEM})")
_APART_SIGNS = ("|", ">", "^[", "footnote:", "://")
_BEGINNINGS = frozenset("`~_#=^\"'*+.:-[|")  # of lines that do not stand in a paragraph
_INDENTED = late(r"[ ]{4}|[ ]{0,3}\t")  # as much as sets code apart
_COLUMNS = late(r"\[[^\]]*\bcols\s?=\s?\"?(?P<cols>[^\"\]]{1,200})")
# Of reStructuredText, whose lines are set in behind it; of MyST and a filter of Pandoc, which have a fence.
_LIST_TABLE = late(
    r"(?P<margin>[ \t]*+)"
    r"(?:\.\.[ ]list-table::|(?P<colons>:{3,}+)[ \t]*+(?:\{\.?list-table[ \t}]|list-table[ \t]*+\Z))"
)
_INFO_OF_LIST_TABLE = late(r"[ \t]*+\{list-table\}")
_CLOSING_COLONS = late(r"[ \t]*+(?P<colons>:{3,}+)[ \t]*+\Z")
_BULLET = late(r"(?P<margin>[ \t]*+)[-*+](?=[ \t]|\Z)[ \t]*+")
_LONGEST_TABLE = 5_000  # lines
_FEWEST_CELLS, _FEWEST_ROWS = 3, 2  # of a table without its head
_GRID = late(r"\|={3,}+[ \t]*+\Z")  # at the beginning and the end of a table of AsciiDoc
_LIST = late(_LIST_ITEM)
_DEFINITION = late(
    r"[ ]{0,3}(?:\[\^(?P<id>[^\]\s]{1,80}+)\]:|\.\.[ ]\[(?P<rest>#?[\w.-]{0,80}+)\](?=[ \t]|\Z))[ \t]*+"
)
_REFERENCE = late(r"\[\^(?P<id>[^\]\s]{1,80}+)\]|\[(?P<rest>#?[\w.-]{0,80}+)\]_(?!\w)")
# A run of backticks, and what no code within a sentence goes over: an empty line, or one that stands apart.
_TICKS = late(
    rf"""
      (?:(?<!\\)(?P<escapes>\\++))?(?P<ticks>`++)
    | (?:\n|\r(?!\n))(?=[ \t]*+[\r\n#>|]|{_LIST_ITEM})
    """,
    re.X,
)
_BEFORE_WORDS = frozenset("([{<“‘«„\"'/—–-")  # what may stand before the first word of something
_BEHIND_WORDS = frozenset(".,;:!?…)]}>’”»\"'")  # and behind the last one
_BRACKET = late(r"\\.|\[|\]|\n[ \t]*+\r?\n", re.S)
_INLINE = late(r"(?<=[^\s\[(|])(?P<mark>\^|footnote:[\w-]{0,40}+)\[")

# "[words](address)", the attribute of a tag, and "[words][label]" with "[label]: address" on a line.
_LINK = late(
    r"""(?:\]\(\s?<?|\b(?:href|cite)\s?=\s?["']?)(?P<address>https?://[^\s<>"'`]{4,1000}?)(?=[)>"'\s])""",
    re.I,
)
_LABELLED = late(
    r"^[ ]{0,3}\[(?!\^)(?P<label>[^\[\]\n]{1,200}+)\]:[ \t]*+<?(?P<address>https?://[^\s<>]{4,1000}+)", re.M
)
_LABEL = late(r"\[(?P<label>[^\[\]\n]{1,200}+)\](?![:(\[])")

_RAISED = "¹²³⁰⁴-⁹"
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_GLUED = late(rf"[0-9{_RAISED}]{{1,3}}+(?![\w%]|[.,:/-]\d)")
_APART = 400  # characters between two numbered lines of one run
_NEXT = 2_000  # characters behind a run in which its numbers do not come again
_MARK_BEGINS = late(rf"""[{_RAISED}<\[”’»“"›](?:(?<=[{_RAISED}])|(?=[.,;]?\d|sup>))""")
# Behind the number of an entry those of others, and a place in it: "[12, 53]", "[52–54]", "[53, Art. 3(1)]".
_MORE_NUMBERS = (
    r"(?:\s?[-,;–]\s?\d{1,3}(?![\w.])){0,12}"
    r"(?:[,;]\s?[^\W\d_][^\[\]\\\n]{0,40}|:\s?[^\[\]\\\s][^\[\]\\\n]{0,40})?"
)
_FIRST_TO_LAST = late(r"[,;]?\s?(\d{1,3})(?:\s?[-–]\s?(\d{1,3}))?(?=[-\s,;:–]|\Z)")
_MOST_BETWEEN = 30  # entries that a mark names by the first and the last
_NUMBER_MARK = late(
    rf"""
      (?<=\S)(?P<raised>[{_RAISED}]{{1,3}}+)
    | (?<=\S)<sup>\s?+[\[(]?(?P<tag>\d{{1,3}})[\])]?\s?+</sup>
    | (?: (?:(?<=[^\W_])|(?<=[.,;:!?…)\]]))[”’“"] | [»›] )
      [.,;]?(?P<glued>\d{{1,3}}+)(?![\w%"”’]|[.,:/-]\d)
    | (?: (?<=[^\s\]]) | (?<=\S[ \t]) | (?:(?<=\S\n)|(?<=\S\r\n))(?=\[[^\]\n]{{1,60}}\][.,;)]) )
      \[(?P<bracket>\d{{1,3}}{_MORE_NUMBERS})\\?\](?![(\[_])
    """,
    re.X,
)
_NUMBERED = late(
    rf"""
    [ \t]{{0,8}}
    (?: (?: (?P<raised>[{_RAISED}]{{1,3}}+) | <sup>\s?+[\[(]?(?P<tag>\d{{1,3}})[\])]?\s?+</sup>
        | (?:[-*+•][ \t]{{1,3}}+(?=\\?\[\d{{1,3}}\\?\][ \t]))?
          \\?\[(?P<bracket>\d{{1,3}})\\?\](?::|(?![.,;)])) )[ \t]*+
      | (?P<plain>\d{{1,3}}+)(?:[.)][ \t]++|[ \t]++(?=[^\W\d_a-z]|["“„«‘'(§])) )
    (?=\S)
    """,
    re.X,
)
_NOTES_HEADING = late(
    r"(?:end|foot)?notes?|references|sources|bibliography|works cited|anmerkungen|fu(?:ß|ss)noten|endnoten"
    r"|einzelnachweise|quellen|literatur|nachweise|références|bibliographie|notas|referencias|fuentes|fontes"
    r"|bibliografía|bibliografia|riferimenti|fonti|noten|voetnoten|bronnen|przypisy"
    r"|references\s(?:and\snotes|cited)|(?:list\sof\s)?references|literature(?:\scited)?|cited\sliterature|reference\slist"
    r"|(?:literatur|quellen)verzeichnis|références\sbibliographiques|referencias\sbibliográficas"
    r"|referências(?:\sbibliográficas)?|riferimenti\sbibliografici|literatuur(?:lijst)?|referenties|literatura",
    re.I,
)
# Of these those above notes; the others stand above the list of the works that a text cites.
_ABOVE_NOTES = late(
    r"(?:end|foot)?notes?|anmerkungen|fu(?:ß|ss)noten|endnoten|notas|(?:voet)?noten|przypisy", re.I
)
_SECTION = late(r"\A(?:\d{1,2}|[IVX]{1,5})[.)]?\s+")  # the number of the section before its heading
_FEWEST_ENTRIES = 3  # with numbers in brackets that follow one another, without a heading above them
_PAGE = 60  # lines
_LONGEST_HEADING = 250  # characters; a longer line is a comment or a paragraph
_LONGEST_INLINE = 5_000  # characters of a note inside a sentence


class Region(NamedTuple):
    """A stretch of a text that its document sets apart.

    Attributes:
        kind: A heading, a block quotation, a cell of a table, a footnote or endnote, code, a link, or a
            citation key that the bibliography has or that ends in a year; the last two may hold nothing.
        start: Offset of its first character in the text.
        end: Offset behind its last one.
        anchor: Of a note: offset in the text of the place that it is tied to, just behind its reference mark
            where that is part of the text; None where no reference was found. A note that is referred to
            from several places stands once for each.
        table: Of a cell: number of its table in the document, from 0.
        row: Of a cell, from 0, which is the row of the heads where there is one.
        column: Of a cell, from 0.
        level: Of a heading, from 1; None where the document does not say it.
        source: Of a link: its address. Of a citation: what the bibliography says of the work, its title and
            the numbers and addresses by which it is known, a line each.
        entry: Of a note: True where it is an entry of the list of the works that a text cites by number, and
            says no more than what work it is; else None.
    """

    kind: Literal["heading", "quotation", "cell", "note", "code", "link", "citation"]
    start: int
    end: int
    anchor: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    level: int | None = None
    source: str | None = None
    entry: bool | None = None


class _Line(NamedTuple):
    """A line without what ends it."""

    start: int
    end: int
    text: str

    @property
    def blank(self) -> bool:
        return not self.text or self.text.isspace()

    @property
    def first(self) -> int:
        """Offset of its first character that is no space."""
        return self.end - len(self.text.lstrip())

    @property
    def last(self) -> int:
        """Offset behind its last character that is no space."""
        return self.start + len(self.text.rstrip())


def regions(text: str) -> tuple[Region, ...]:
    """The headings, block quotations, cells, notes and pieces of code of a text of unknown format.

    Args:
        text: Plain text, Markdown or a like format.

    Returns:
        Regions with offsets in `text`, in its order. Quotation marks and signs between the lines of a region
        are part of it.
    """
    if not _may_hold_any(text):
        return ()
    found = _Blocks(text)
    found.read()
    code = _Stretches(sorted([*found.code, *_inline_code(text, found)]))
    named = _named_notes(text, found.definitions, code)
    notes = [*named, *_inline_notes(text, code), *_numbered_notes(text, found, code)]
    return in_order([*found.regions, *notes, *_links(text, code)])


def entries(text: str) -> Iterator[Region]:
    """The works that a text cites by number, where its format tells no more than the lines of their list.

    Args:
        text: Plain text, taken out of a page or an office document.
    """
    if "\n[" in text:  # with a number, of course; a look that costs next to nothing
        yield from (one for one in regions(text) if one.entry)


def may_hold_cells(text: str) -> bool:
    """Whether there may be a table in a text; a look that costs next to nothing."""
    return "|" in text or "list-table" in text


def may_hold_quotations(text: str) -> bool:
    """Whether there may be block quotations in a text; a look that costs next to nothing.

    Without its marks (">", a row of underscores, lines that are set in) none are found.
    """
    return (
        ">" in text
        or "____" in text
        or (_SET_IN_LINE.search(_as_lines(text)) is not None and _may_hold_any(text))
    )


def _may_hold_any(text: str) -> bool:
    """Whether there may be any region in a text; running text has none, and need not be read line by line."""
    lines = _as_lines(text)
    return (
        any(sign in text for sign in _APART_SIGNS)
        or _APART_LINE.search(lines) is not None
        or _SET_IN_PARAGRAPH.search(lines) is not None
        or next(_number_marks(text), None) is not None
    )


def _as_lines(text: str) -> str:
    """A text in which each line begins behind a line feed, the first one behind an empty line."""
    return "\n\n" + text.replace("\r", "\n")


class _Stretches:
    """Stretches that do not overlap, asked whether an offset lies in one."""

    def __init__(self, stretches: list[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in stretches]
        self._ends = [end for _, end in stretches]

    def __contains__(self, offset: int) -> bool:
        k = bisect_right(self._starts, offset) - 1
        return k >= 0 and offset < self._ends[k]


# --- blocks -----------------------------------------------------------------------------------


class _Named(NamedTuple):
    """The definition of a note with a name."""

    id: str
    mark: int  # its bracket
    start: int
    end: int


class _Blocks:
    """The lines of a text, gathered into what stands apart from its paragraphs."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = list(_lines(text))
        self.regions: list[Region] = []
        self.definitions: list[_Named] = []
        self.tables = 0
        self.paragraph = -1  # line with which the open paragraph begins, -1 outside of one
        self.listed = False  # whether the paragraph before is an item of a list or belongs to one
        self.fences = self._closable() if "```" in text or "~~~" in text else {}

    def read(self) -> None:
        """Reads every line once."""
        at = self._behind_front_matter()
        while at < len(self.lines):
            line = self.lines[at]
            behind = self._block(at, line)
            if behind:
                self.paragraph = -1
            elif _LIST.match(line.text):
                self.paragraph, self.listed = at, True
            elif self.paragraph < 0:
                self.paragraph = at
                self.listed = self.listed and line.text[:1] in " \t"
            at = behind or at + 1

    def _block(self, at: int, line: _Line) -> int:
        """The line behind what stands apart from this line on, 0 where it is a line of a paragraph."""
        first = line.text.lstrip()[:1]
        if not first:
            return at + 1
        text = line.text
        if not (text[0] in " \t" or first in _BEGINNINGS or "|" in text or ">" in text):
            return 0  # most lines are
        return (
            self._fenced(at)
            or self._delimited(at, line)
            or self._quotation(at, line)
            or self._grid(at, line)
            or self._table(at, line)
            or self._list_table(at, line)
            or self._heading(at, line)
            or self._underlined(at, line)
            or self._definition(at, line)
            or self._indented(at, line)
        )

    def _behind_front_matter(self) -> int:
        if not self.lines or not _FRONT.match(self.lines[0].text):
            return 0
        for k, line in enumerate(self.lines[1:200], 1):
            if line.text.rstrip() in ("---", "...", "+++"):
                return k + 1
        return 0

    def _add(self, region: Region) -> None:
        start, end = _without_space(self.text, region.start, region.end)
        self.regions.append(region._replace(start=start, end=end))

    @property
    def code(self) -> list[tuple[int, int]]:
        """The stretches of the blocks of code."""
        return [(one.start, one.end) for one in self.regions if one.kind == "code"]

    @property
    def fence_lines(self) -> list[tuple[int, int]]:
        """The lines around blocks of code."""
        lines = (self.lines[k] for both in self.fences.items() for k in both)
        return [(one.start, one.end) for one in lines]

    # --- code ---

    def _closable(self) -> dict[int, int]:
        """Line of each fence that opens code → line of the fence that closes it."""
        marks: list[tuple[int, str, bool]] = []
        for k, line in enumerate(self.lines):
            match = _FENCE.match(line.text) if line.text.lstrip(" \t")[:3] in ("```", "~~~") else None
            if match and not (match["fence"][0] == "`" and "`" in match["info"]):
                bare = not match["info"].strip()
                if not (bare and match["fence"][0] == "~" and self._is_underline(k, match["fence"])):
                    marks.append((k, match["fence"], bare))
        longest = [{"`": 0, "~": 0}]  # of the bare fences behind each
        for _, fence, bare in reversed(marks):
            behind = dict(longest[-1])
            if bare:
                behind[fence[0]] = max(behind[fence[0]], len(fence))
            longest.append(behind)
        longest.reverse()
        found: dict[int, int] = {}
        k = 0
        while k < len(marks):
            opening, fence, _ = marks[k]
            k += 1
            if longest[k][fence[0]] < len(fence):
                continue  # nothing closes it
            while not (marks[k][2] and marks[k][1].startswith(fence)):
                k += 1
            found[opening] = marks[k][0]
            k += 1
        return found

    def _is_underline(self, at: int, fence: str) -> bool:
        """Whether a row of tildes is the underline of a title, as in reStructuredText."""
        title = self.lines[at - 1].text.strip() if at else ""
        return bool(title) and len(title) <= len(fence) and (at < 2 or self.lines[at - 2].blank)

    def _fenced(self, at: int) -> int:
        close = self.fences.get(at)
        if close is None:
            return 0
        match = _FENCE.match(self.lines[at].text)
        if match and _INFO_OF_LIST_TABLE.match(match["info"]) and self._list_of_lists(at + 1, close):
            return close + 1
        if close > at + 1:
            self._add(Region("code", self.lines[at + 1].start, self.lines[close - 1].end))
        return close + 1

    def _delimited(self, at: int, line: _Line) -> int:
        """A block quotation between two lines of underscores, no further apart than a page."""
        before = self.lines[at - 1].text.strip() if self.paragraph >= 0 else "[]"
        if not _QUOTATION_FENCE.match(line.text) or not (before[:1] == "[" and before[-1:] == "]"):
            return 0  # the underline of a title
        for k in range(at + 1, min(at + _PAGE, len(self.lines))):
            if _QUOTATION_FENCE.match(self.lines[k].text):
                if k > at + 1:
                    self._add(Region("quotation", self.lines[at + 1].start, self.lines[k - 1].end))
                return k + 1
        return 0

    @cached_property
    def sparse(self) -> bool:
        """Whether no more lines are indented than not; else indentation does not set apart."""
        written = [
            line.text[0] in " \t" and bool(_SET_IN.match(line.text)) for line in self.lines if not line.blank
        ]
        return 2 * sum(written) <= len(written)

    def _indented(self, at: int, line: _Line) -> int:
        """Paragraphs that are set in with all of their lines: code, or a block quotation of plain text."""
        if not self.sparse or self.listed or self.paragraph >= 0 or not _SET_IN.match(line.text):
            return 0
        if _LIST.match(line.text):
            return 0
        start = line.first
        last = self._last_set_in(at, _INDENTED)
        if last >= at:
            self._add(Region("code", start, self.lines[last].end))
            return last + 1
        last = self._last_set_in(at, _SET_IN, most=1)
        if last >= at:
            self._add(Region("quotation", start, self.lines[last].end))
        return last + 1 if last >= at else 0

    def _last_set_in(self, at: int, margin: re.Pattern[str], most: int = -1) -> int:
        """The last line of the paragraphs that are set in with all of their lines; before `at` without any.

        Args:
            at: The first line.
            margin: What each line begins with.
            most: Number of the paragraphs; any where it is negative.
        """
        k, last = at, at - 1
        while k < len(self.lines) and most and (self.lines[k].blank or margin.match(self.lines[k].text)):
            if self.lines[k].blank and not self.lines[k - 1].blank:
                last = k - 1
                most -= 1
            k += 1
        return k - 1 if k == len(self.lines) and not self.lines[k - 1].blank else last

    # --- quotations, tables, headings ---

    def _quotation(self, at: int, line: _Line) -> int:
        match = _QUOTED.match(line.text)
        if not match:
            return 0
        start, end = line.start + match.start("words"), line.end
        held = bool(match["words"].strip())
        k = at + 1
        while k < len(self.lines) and not self.lines[k].blank:
            more = _QUOTED.match(self.lines[k].text)
            if not more and (not held or self._interrupts(k)):
                break
            held = bool(more["words"].strip()) if more else True
            end = self.lines[k].end
            k += 1
        self._add(Region("quotation", start, end))
        return k

    def _interrupts(self, at: int) -> bool:
        """Whether a line ends a paragraph that has no blank line behind it."""
        text = self.lines[at].text
        return bool(
            at in self.fences
            or _ATX.match(text)
            or _LIST.match(text)
            or _UNDERLINE.match(text)
            or _DEFINITION.match(text)
            or text.lstrip(" \t").startswith(("|", ">"))
        )

    def _table(self, at: int, line: _Line) -> int:
        if "|" not in line.text or at + 1 >= len(self.lines):
            return 0
        delimiter = self.lines[at + 1].text
        if "|" not in delimiter or not _DELIMITER.match(delimiter):
            return self._rows_without_head(at)
        columns = len(list(_cells(line)))
        if columns != len(list(_cells(self.lines[at + 1]))):
            return 0
        k, row = at, 0
        while k < len(self.lines) and "|" in self.lines[k].text:
            if k != at + 1:
                for column, (start, end) in enumerate(_cells(self.lines[k])):
                    if start < end:
                        self._add(Region("cell", start, end, table=self.tables, row=row, column=column))
                row += 1
            k += 1
        self.tables += 1
        return k

    def _rows_without_head(self, at: int) -> int:
        """Rows of a table of which the head is not there, as in a part of a document.

        They stand between bars, and have as many cells as each other.
        """
        rows: list[list[tuple[int, int]]] = []
        for line in islice(self.lines, at, at + _LONGEST_TABLE):
            words = line.text.strip()
            cells = list(_cells(line)) if words[:1] == words[-1:] == "|" else []
            if len(cells) < _FEWEST_CELLS or (rows and len(cells) != len(rows[0])):
                break
            rows.append(cells)
        if len(rows) < _FEWEST_ROWS:
            return 0
        for row, cells in enumerate(rows, 1):  # the row 0 is that of the heads
            for column, (start, end) in enumerate(cells):
                if start < end:
                    self._add(Region("cell", start, end, table=self.tables, row=row, column=column))
        self.tables += 1
        return at + len(rows)

    def _grid(self, at: int, line: _Line) -> int:
        """A table of AsciiDoc, whose cells go on to the next bar; its first line has a row of them."""
        if not _GRID.match(line.text):
            return 0
        stop = next(
            (
                k
                for k in range(at + 1, min(at + _LONGEST_TABLE, len(self.lines)))
                if _GRID.match(self.lines[k].text)
            ),
            0,
        )
        cells: list[tuple[int, int]] = []
        columns = self._columns(at)
        for line in (one for one in self.lines[at + 1 : stop] if not one.blank):
            own = list(_cells(line))
            if not line.text.lstrip().startswith("|"):
                (_, end), *own = own
                cells[-1:] = [(start, end) for start, _ in cells[-1:]]  # a cell goes on
            columns = columns or len(own)
            cells += own
        for k, (start, end) in enumerate(cells):
            if start < end:
                place = divmod(k, max(columns, 1))
                self._add(Region("cell", start, end, None, self.tables, *place))
        self.tables += bool(cells)
        return stop + 1 if stop else 0

    def _columns(self, at: int) -> int:
        """How many columns the line above a table of AsciiDoc says that it has, 0 where it says nothing."""
        match = _COLUMNS.search(self.lines[at - 1].text) if at else None
        said = (match["cols"].replace(";", ",").split(",")) if match else []
        return sum(
            int(one.partition("*")[0]) if one.partition("*")[0].isdecimal() and "*" in one else 1
            for one in said
        )

    def _list_table(self, at: int, line: _Line) -> int:
        """A table of reStructuredText or MyST that is a list of lists."""
        match = _LIST_TABLE.match(line.text)
        if not match:
            return 0
        k = at + 1
        if match["colons"]:
            while k < len(self.lines):
                closing = _CLOSING_COLONS.match(self.lines[k].text)
                if closing and len(closing["colons"]) >= len(match["colons"]):
                    break
                k += 1
            self._list_of_lists(at + 1, k)
            return k + 1
        margin = _width(match["margin"])
        while k < len(self.lines) and (self.lines[k].blank or _width(_margin(self.lines[k].text)) > margin):
            k += 1
        self._list_of_lists(at + 1, k)
        return k

    def _list_of_lists(self, at: int, stop: int) -> bool:
        """Whether lines are rows of cells, a bullet in a bullet; a list within a cell is set in further.

        Args:
            at: The first line; what stands before the first bullet is about the table.
            stop: The line behind the last one.
        """
        cells: list[Region] = []
        row, column = -1, -1
        of_rows, of_cells = -1, -1  # how far their bullets are set in
        for here in self.lines[at:stop]:
            match = _BULLET.match(here.text)
            width = _width(match["margin"]) if match else -1
            if match and (width == of_rows or row < 0):
                row, column, of_rows, of_cells = row + 1, -1, width, -1
                match = _BULLET.match(here.text, match.end())
                width = _width(here.text[: match.end("margin")]) if match else -1
            if match and column < 0 and width > of_rows:
                of_cells = width
            if match and width == of_cells:
                column += 1
                start = here.start + match.end()
                cells.append(Region("cell", start, here.end, None, self.tables, row, column))
            elif column >= 0 and not here.blank:
                cells[-1] = cells[-1]._replace(end=here.end)
        for one in cells:
            self._add(one)
        self.tables += bool(cells)
        return bool(cells)

    def _heading(self, at: int, line: _Line) -> int:
        match = _ATX.match(line.text) if line.end - line.start <= _LONGEST_HEADING else None
        if not match or self._is_comment(at, match["marks"]):
            return 0
        words = _CLOSING_MARKS.sub("", match["words"]).rstrip()
        start = line.start + match.start("words")
        self._add(Region("heading", start, start + len(words), level=len(match["marks"])))
        self.listed = False
        return at + 1

    def _is_comment(self, at: int, marks: str) -> bool:
        """Whether a neighbouring line begins with the same marks, as in the comments of a program."""
        for k in (at - 1, at + 1):
            match = _ATX.match(self.lines[k].text) if 0 <= k < len(self.lines) else None
            if match and match["marks"] == marks:
                return True
        return False

    def _underlined(self, at: int, line: _Line) -> int:
        match = _UNDERLINE.match(line.text) if self.paragraph >= 0 else None
        if not match or self.listed:
            return 0
        overline = self.paragraph < at - 1 and _UNDERLINE.match(self.lines[self.paragraph].text)
        first = self.lines[self.paragraph + bool(overline)]
        title, end = first.start, self.lines[at - 1].end
        mark, short = match["mark"], end - title <= _LONGEST_HEADING
        rest = mark not in "=-"  # reStructuredText has an underline as long as the title
        if not short or (
            rest and (first is not self.lines[at - 1] or len(line.text.strip()) < len(first.text.strip()))
        ):
            return 0
        start = title + len(first.text) - len(first.text.lstrip())
        self._add(Region("heading", start, end, level={"=": 1, "-": 2}.get(mark)))
        return at + 1

    # --- notes with names ---

    def _definition(self, at: int, line: _Line) -> int:
        match = _DEFINITION.match(line.text)
        if not match:
            return 0
        end = last = at
        indent = 3 if match["rest"] else 2
        k = at + 1
        while k < len(self.lines):
            text = self.lines[k].text
            if self.lines[k].blank:
                end = k
            elif end != last and not text[:indent].isspace():
                break  # the next paragraph begins at the margin
            elif end == last and self._interrupts(k) and not text[:indent].isspace():
                break
            else:
                end = last = k
            k += 1
        words = _without_space(self.text, line.start + match.end(), self.lines[last].end)
        self.definitions.append(_Named(_name(match), line.start + line.text.index("["), *words))
        return last + 1


def _margin(text: str) -> str:
    """The space that a line begins with."""
    return text[: len(text) - len(text.lstrip(" \t"))]


def _width(margin: str) -> int:
    """How many columns the beginning of a line takes."""
    return len(margin.expandtabs(8))


def _without_space(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of a text without the space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    for words in text.split("\n") if "\r" not in text else ():
        yield _Line(at, at + len(words), words)
        at += len(words) + 1
    for match in _LINE.finditer(text) if "\r" in text else ():
        words = match[0].rstrip("\r\n")
        yield _Line(match.start(), match.start() + len(words), words)


def _cells(line: _Line) -> Iterator[tuple[int, int]]:
    """The stretches of the cells of a row, without the space around them."""
    low = line.first
    high = line.last
    text, shift = line.text, line.start
    at = low - shift
    if text.startswith("|", at):
        at += 1
    while at < high - shift or at == low - shift:
        match = _CELL.match(text, at, high - shift)
        assert match is not None
        words = match[0]
        start = match.start() + len(words) - len(words.lstrip())
        yield shift + start, shift + max(start, match.start() + len(words.rstrip()))
        at = match.end() + 1


# --- code within sentences --------------------------------------------------------------------


def _inline_code(text: str, found: _Blocks) -> Iterator[tuple[int, int]]:
    """Stretches of a sentence between runs of equally many backticks: what they hold is shown, not meant.

    Backticks are quotation marks and apostrophes, too: where two may be that, there is no code.
    """
    if "`" not in text:
        return
    blocks = _Stretches(sorted([*found.code, *found.fence_lines]))
    runs: list[re.Match[str]] = []  # of one paragraph
    for match in _TICKS.finditer(text):
        if match["ticks"] and match.start("ticks") not in blocks:
            runs.append(match)
        else:
            yield from _between(text, runs)
            runs = []
    yield from _between(text, runs)


def _between(text: str, runs: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """The code between the runs of backticks of a paragraph, without them."""
    closing: dict[int, int] = {}  # number of each run → that of the next one of its length
    following: dict[int, int] = {}
    for k in range(len(runs) - 1, -1, -1):
        length = len(runs[k]["ticks"])
        closing[k] = following.get(length, 0)
        following[length] = k
    k = 0
    while k < len(runs):
        opens, close = runs[k], closing[k]
        if not close or not _may_open(text, opens) or _must_open(text, runs[close]):
            k += 1
            continue
        if not text.startswith("_", runs[close].end()):  # a link of reStructuredText
            yield opens.end(), runs[close].start("ticks")
        k = close + 1


def _may_open(text: str, run: re.Match[str]) -> bool:
    before, behind = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
    if len(run["escapes"] or "") % 2 or before.isalnum():
        return False
    return bool(behind.strip()) or not before.strip()


def _must_open(text: str, run: re.Match[str]) -> bool:
    """Whether a run of backticks can only stand before words, so that it closes nothing."""
    before, behind = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
    apart = not before.strip() or before in _BEFORE_WORDS
    return apart and bool(behind.strip()) and behind not in _BEHIND_WORDS


# --- notes ------------------------------------------------------------------------------------


def _name(match: re.Match[str]) -> str:
    """What a note is called, in its definition and where it is referred to."""
    return (match["id"] or match["rest"]).casefold()


def _named_notes(text: str, definitions: list[_Named], code: _Stretches) -> Iterator[Region]:
    """Notes "[^id]" with a definition, one region for each reference."""
    marks = {one.mark for one in definitions}
    anchors: dict[str, list[int | None]] = defaultdict(list)
    for match in _REFERENCE.finditer(text) if definitions else ():
        if match.start() not in marks and match.start() not in code:
            anchors[_name(match)].append(match.end())
    for one in definitions:
        found = anchors.pop(one.id, [])
        if one.id == "#":  # numbered by their order
            anchors[one.id], found = found[1:], found[:1]
        for anchor in found or [None]:
            yield Region("note", one.start, one.end, anchor)


def _inline_notes(text: str, code: _Stretches) -> Iterator[Region]:
    """Notes "^[words]", which stand where they belong."""
    if "^[" not in text and "footnote:" not in text:
        return
    closed: dict[int, int] = {}  # offset of each bracket → that of the bracket that closes it
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        if match[0] == "[":
            opened.append(match.start())
        elif match[0] == "]":
            if opened:
                closed[opened.pop()] = match.start()
        elif match[0].startswith("\n"):
            opened.clear()
    for match in _INLINE.finditer(text):
        start, end = match.end(), closed.get(match.end() - 1, 0)
        worded = 0 < end - start <= _LONGEST_INLINE and any(map(str.isalpha, text[start:end]))
        if worded and match.start() not in code:
            yield Region("note", *_without_space(text, start, end), match.start())


# --- links ------------------------------------------------------------------------------------


def _links(text: str, code: _Stretches) -> Iterator[Region]:
    """Links whose address is no word of the text, at the place of the address or of the label for it."""
    if "://" not in text:
        return
    for match in _LINK.finditer(text):
        if match.start() not in code:
            yield Region("link", *match.span("address"), source=match["address"])
    labels = {
        _label(match["label"]): match["address"]
        for match in _LABELLED.finditer(text)
        if match.start("label") not in code
    }
    for match in _LABEL.finditer(text) if labels else ():
        address = labels.get(_label(match["label"]))
        if address and match.start() not in code:
            yield Region("link", match.start(), match.end(), source=address)


def _label(printed: str) -> str:
    return " ".join(printed.casefold().split())


class _Numbered(NamedTuple):
    """The words behind a number with which a line begins."""

    number: int
    mark: int  # where the number stands
    start: int
    end: int
    raised: bool  # whether the number is raised or in brackets
    listed: bool  # whether it stands below a heading such as "Notes"
    bracket: bool = False  # whether the number is in brackets
    entry: bool = False  # whether it is an entry of the list of the works that are cited


def _numbered_notes(text: str, found: _Blocks, code: _Stretches) -> Iterator[Region]:
    """Notes with a number that is raised or in brackets, whose words begin a line further down.

    A number may come again, as on every page of a book. Those between two lines that begin with it mean the
    second one.
    """
    matches = [match for match in _number_marks(text) if match.start() not in code]
    if not matches:
        return
    lines: dict[int, list[_Numbered]] = defaultdict(list)
    counted = _Stretches(between_lines(text))  # bills count their lines
    all_lines = _with_entries([one for one in _numbered_lines(found) if one.mark not in counted])
    for one in _without_lists(text, all_lines):
        lines[one.number].append(one)
    marks = {one.mark for one in all_lines}
    places: dict[int, list[re.Match[str]]] = defaultdict(list)
    for match in matches:
        if match.start(match.lastgroup or 0) not in marks:
            for number in _numbers(match):
                places[number].append(match)
    for number, referred in places.items():
        candidates = lines.get(number, [])
        if any(one.entry for one in candidates):  # others are lines of the text that begin with a mark
            candidates = [one for one in candidates if one.entry or not one.bracket]
        starts = [one.mark for one in candidates]
        low = high = len(starts)
        meant: dict[bool, _Numbered | None] = {}
        for match in reversed(referred):
            behind = bisect_left(starts, match.end())
            if behind != low or not meant:
                low, high = behind, low
                meant = {bracket: _meant(candidates[low:high], bracket) for bracket in (False, True)}
            one_ = meant[match.lastgroup == "bracket"]
            if one_:
                yield Region("note", one_.start, one_.end, match.end(), entry=one_.entry or None)


def _with_entries(lines: list[_Numbered]) -> list[_Numbered]:
    """The lines, those told as entries that have numbers in brackets which follow one another.

    A heading above them that is one of notes says that they are none.
    """
    run: list[int] = []
    found: set[int] = set()
    for k, one in enumerate(lines):
        if not one.bracket or one.listed:
            continue
        run = [*run, k] if run and one.number == lines[run[-1]].number + 1 else [k]
        if len(run) >= _FEWEST_ENTRIES:
            found.update(run[-_FEWEST_ENTRIES:])
    return [one._replace(entry=one.entry or k in found) for k, one in enumerate(lines)] if found else lines


def _without_lists(text: str, lines: list[_Numbered]) -> Iterator[_Numbered]:
    """The lines that may be notes: of those with a plain number, runs whose numbers have all gone before.

    A number glued to a word or a mark may be that of a note. In a run of notes each number has stood so
    before the run, and none comes behind it before it begins again.
    """
    places: dict[int, list[int]] = {}
    for one in lines:
        if not (one.raised or one.listed):
            places.setdefault(one.number, [])
    for match in _GLUED.finditer(text) if places else ():
        before, digits = text[match.start() - 1 : match.start()], match[0].translate(_DIGITS)
        if digits.isdecimal() and int(digits) in places and before.strip() and before not in "(/[-–§$€£#":
            places[int(digits)].append(match.start())
    run: list[_Numbered] = []
    for one in lines:
        if one.raised or one.listed:
            yield one
        elif run and one.number == run[-1].number + 1 and one.mark - run[-1].end <= _APART:
            run.append(one)
        else:
            yield from run if _is_referred_to(run, places) else ()
            run = [one]
    yield from run if _is_referred_to(run, places) else ()


def _is_referred_to(run: list[_Numbered], places: dict[int, list[int]]) -> bool:
    for one in run:
        found = places[one.number]
        before = bisect_left(found, run[0].mark)
        if not before or (before < len(found) and found[before] - run[-1].end <= _NEXT):
            return False
    return True


def _number_marks(text: str) -> Iterator[re.Match[str]]:
    end = 0
    for sign in _MARK_BEGINS.finditer(text):
        match = _NUMBER_MARK.match(text, sign.start()) if sign.start() >= end else None
        if match:
            end = match.end()
            yield match


def _numbers(match: re.Match[str]) -> Iterator[int]:
    """The numbers of a mark: of "[12, 53, p. 4]" 12 and 53, of "[52–54]" these and the one between."""
    said = match[match.lastgroup or 0].translate(_DIGITS)
    if said.isdecimal():
        yield int(said)
        return
    at = 0
    while one := _FIRST_TO_LAST.match(said, at):
        first, last = int(one[1]), int(one[2] or one[1])
        yield from range(first, last + 1) if last - first <= _MOST_BETWEEN else (first, last)
        at = one.end()


def _meant(candidates: list[_Numbered], bracket: bool) -> _Numbered | None:
    """The line that a number means; None where there is none, or where it could be several."""
    raised = [one for one in candidates if one.raised]
    listed = [one for one in candidates if one.listed]
    chosen = raised or listed or ([] if bracket else candidates)
    return chosen[0] if len(chosen) == 1 else None


def _numbered_lines(found: _Blocks) -> Iterator[_Numbered]:
    """The lines that begin with a number, each with those that go on with it."""
    headings = {one.start for one in found.regions if one.kind == "heading"}
    code = _Stretches(found.code)
    cells = _Stretches([(one.start, one.end) for one in found.regions if one.kind == "cell"])
    listed = works = False
    last: _Numbered | None = None
    for line in found.lines:
        match = _NUMBERED.match(line.text)
        if match and last and _goes_on(last, match):
            match = None
        words = line.text.strip(" \t#*_=:.")
        words = _SECTION.sub("", words) if len(words) < 40 else ""
        heading = line.start + len(line.text) - len(line.text.lstrip(" \t#=")) in headings
        notes = bool(words) and _NOTES_HEADING.fullmatch(words) is not None
        outside = line.first in code or line.first in cells
        if last and (match or heading or notes or outside or line.blank):
            yield last
            last = None
        if outside:
            continue
        if heading or notes:
            listed = notes
            works = notes and _ABOVE_NOTES.fullmatch(words) is None
        elif match:
            kind = next(name for name in ("raised", "tag", "bracket", "plain") if match[name])
            number = int(match[kind].translate(_DIGITS))
            places = line.start + match.start(kind), line.start + match.end(), line.last
            last = _Numbered(number, *places, kind != "plain", listed, kind == "bracket", works)
        elif last:
            last = last._replace(end=line.last)
    if last:
        yield last


def _goes_on(last: _Numbered, match: re.Match[str]) -> bool:
    """Whether a line that begins with a number goes on with the entry before: "resolution of", "13 March"."""
    if not match["plain"] or not (last.bracket or last.entry):
        return False
    number, dotted = int(match["plain"]), match[0].rstrip()[-1:] in ".)"
    return number not in (1, last.number, last.number + 1) and not (last.bracket and dotted)


def in_order(regions: Iterable[Region]) -> tuple[Region, ...]:
    """The regions that hold anything, in the order of a text, the larger before those in it."""
    held = (region for region in regions if region.start < region.end or region.source)
    return tuple(sorted(held, key=lambda one: (one.start, -one.end, one.kind, one.anchor or 0)))
