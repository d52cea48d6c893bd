"""Where in a document a passage stands: its block, row, headings and notes.

All of it is told by the regions that a reader found (`readers.source.Region`). What they say of the source
of a passage is for `attribution`; that a block quotation or a cell presents it as a quotation is for
`claims`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, cached_property
from itertools import accumulate
from typing import Literal

from aidefs.classes import NamedTuple
from aidefs.patterns import late
from aidefs.quotations.antecedents import Antecedents, introduced
from aidefs.quotations.index import small
from aidefs.quotations.marks import QuotedSpan
from aidefs.quotations.phrases import PARAPHRASES_ALL, SUMMARY, VERBATIM
from aidefs.quotations.titles import LaterNames, Mention, Titles, ids_of, is_instrument
from aidefs.readers.regions import Region, may_hold_cells, may_hold_quotations
from aidefs.readers.regions import regions as find_regions

__all__ = ["HEAD", "NOWHERE", "Placement", "Placements"]

HEAD = 1_000  # characters at the beginning of a document that say what it is
_REACH = 240  # characters between a passage and the mark of a note at the end of its sentence
# Between a passage and the mark of its note: other marks, numbers, punctuation.
_NOTE_MARK_WORDS = (
    r"\[\^[^\]\s]{1,40}\]|<sup\b.{0,200}?</sup>|\^\[|footnote:?\[?"
    r"|\\?\[\d{1,3}(?:\s?[-,;:–][^\[\]\n]{1,60})?\]|\\\w+\{?"
)
_NOTE_MARK = late(_NOTE_MARK_WORDS)
_BEHIND_WORD = late(rf"[^\W_](?:{_NOTE_MARK_WORDS})?\Z")
_OPENS = late(rf"(?:{_NOTE_MARK_WORDS})?[\s:,]*[“„«\"]")  # behind such a mark a quotation
_OPENED = late(r"[\s:,]*[“„«\"][^“”„«»\"]{0,80}")  # and nothing closes it
_WORD = late(r"\w")
_MARK = 60  # characters of the mark of a note, and of words before it
_CLOSING = late(r"\A[\s”\"’'»«“›‹.,;:)\]]{1,6}")  # what closes the passage, in any language
_WITHIN = ("^[", "footnote:")
_ENDS = late(r"[.!?][\"”’»)\]]*\s+(?=[A-Z“])|\n\s*\n")
_STOP = late(r"[.!?][\"”’»)\]]*\s+[A-Z“‘\"«„]|\n\s*\n|[“„«]")


_ENTRIES = "terms|definitions|entries|begriffe|definitionen|termes|définitions|términos|definiciones"
_REPRODUCED = (
    r"[^!?\n]{0,160}?\b(?:reproduced|quoted|copied|taken|wiedergegeben|zitiert|übernommen|entnommen|reproduite?s"
    r"|citée?s|tirée?s|reproducid[ao]s|citad[ao]s|tomad[ao]s)\b"
)
# "The definitions below are taken from Article 3 of the AI Act", "Terms marked (*) are reproduced from".
_PREFACE = late(
    r"\b(?:(?:all|these|following|alle|diese|folgenden?|ces|les|estos|estas|siguientes)\s+(?:\w+\s+){0,2}?"
    rf"(?:{_ENTRIES})|(?:{_ENTRIES})\s+(?:marked|below|here|in\s+this|unten|ci-dessous|siguientes))\b"
    rf"{_REPRODUCED}[^.!?\n]{{0,160}}",
    re.IGNORECASE,
)
_WORDS_BEFORE_ENTRY = 3  # with which it may begin
# The end of any, in small letters: a look at a whole document that few get beyond.
_PREFACE_ENDS = late(rf"(?:{_ENTRIES})(?:\s+(?:in\s+this|[\w-]+))?{_REPRODUCED}")
_MARKED = late(r"\(?\*\)?|\b(?:marked|asterisk|starred|bold|italics?|gekennzeichnet|marqués|marcad[ao]s)\b")
_ENTRY = late(r"[^.!?\n]{0,60}")  # what stands before the definition in the line of an entry
_STAR = "*)"  # of a term that is marked


# A note that cites what another one does: "Ibid., Art. 3(1)", "Ebd.", "supra note 3", "Oben Fn. 3".
_SAME_AS_BEFORE = late(
    r"[\W\d]*(?:ibid(?:em)?|idem|ebd|ebenda|ib\.|(?:see\s|siehe\s|cf\.\s)?id\.(?=\s*(?:at|art|§|p|[,;.]|\Z)))(?!\w)",
    re.IGNORECASE,
)
_SAME_AS_NOTE = late(
    r"\b(?:supra|above|oben|précitée?|cit\.)(?:,?\s\(?)(?:note|notes|fn\.?|n\.?|Fußnote)\s(?P<number>\d{1,3})\b"
    r"|\((?:n|fn)\.?\s(?P<short>\d{1,3})\)",
    re.IGNORECASE,
)
_NOTE_ALONE = 200  # characters of a note that says little else
_REFERRED = 8  # notes of which each refers to the next
_LEAD = late(
    r"[ \t=-]*\s*(?P<said>(?![-#*+•|>“\"„«‘(\[]|\d+[.)])[^\n]+(?:\n(?![-*+•|]|\s*\n)[^\n]+)*)(?=\n|\Z)"
)
_LABEL = 12  # characters before a note in which its number stands
FEWEST_IN_CELL = 8  # words of a cell without marks that may be a fragment of a text
LONGEST_NAME = 160  # characters of a cell or head that names a text
BESIDE_NAME = 2  # words beside such a name
_LETTERS = late(r"[^\W\d_]{2,}")
_NUMBER = late(r"\d+")
_LEADING_NUMBER = late(r"\W*(\d{1,3})\b[.)\]]?\s")


class Placement(NamedTuple):
    """What a document says around a passage by its structure.

    Attributes:
        block: "quotation", "cell", "code" or "note", "" for a paragraph of the text.
        notes: The notes that are tied to it, the nearest first.
        asides: Notes that are tied to the sentence, but not behind the passage.
        cited: Entries of the list of works that the sentence cites behind the passage, of something else.
        of_work: Whether a work is cited with it that is no text and may have its words.
        row: The other cells of its row.
        others: Of each other row of its table, the cells in the columns in which its own row has one, without
            its own column.
        twins: The cells beside the same words in other rows.
        column: The head of its column.
        headings: The headings above it, the nearest first.
        within: Span of the block.
        tied_to: Of a passage in a note: the sentence that the note is tied to.
        beside: Of a cell: the heads of the other columns.
        preface: Of an entry: the sentence before the glossary that says where its definitions are from.
    """

    block: str = ""
    notes: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    row: tuple[str, ...] = ()
    column: str = ""
    headings: tuple[str, ...] = ()
    within: tuple[int, int] | None = None
    tied_to: str = ""
    preface: str = ""
    beside: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()
    of_work: bool = False
    others: tuple[str, ...] = ()
    twins: tuple[str, ...] = ()

    @property
    def tells_anything(self) -> bool:
        """Whether a source may be named in any of its words."""
        return any(
            (self.notes, self.asides, self.row, self.column, self.headings, self.tied_to, self.preface)
        )


class RowOfCells(NamedTuple):
    """The row of a table.

    Attributes:
        cells: The spans of its cells.
        heads: The words of the head of the column of each.
    """

    cells: list[tuple[int, int]]
    heads: list[str]


class _Sorted(NamedTuple):
    """Regions by their kinds."""

    headings: list[Region]
    blocks: list[Region]
    reach: list[int]  # the furthest end of the blocks up to each
    notes: list[Region]
    links: list[Region]
    rows: dict[tuple[int | None, int | None], list[Region]]
    heads: dict[tuple[int | None, int | None], Region]

    @classmethod
    def of(cls, regions: Iterable[Region]) -> _Sorted:
        """Sort regions."""
        made = cls([], [], [], [], [], {}, {})
        for one in regions:
            if one.kind == "heading":
                made.headings.append(one)
            elif one.kind in ("quotation", "cell", "code", "note"):
                made.blocks.append(one)
            elif one.source:
                made.links.append(one)
            if one.kind == "note" and one.anchor is not None:
                made.notes.append(one)
            if one.kind == "cell":
                made.rows.setdefault((one.table, one.row), []).append(one)
                if one.row == 0:
                    made.heads[one.table, one.column] = one
        made.blocks.sort(key=lambda one: one.start)
        made.reach.extend(accumulate((one.end for one in made.blocks), max))
        made.notes.sort(key=lambda one: one.anchor or 0)
        made.links.sort(key=lambda one: one.start)
        return made


def _places(text: str, word: str) -> Iterator[int]:
    """Where a word stands: for few and rare words faster than a pattern for all of them."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


_NO_TITLES = Titles.of((), ())
NOWHERE = Placement()
"""The placement of a text that has no structure."""


class _RowBeside(NamedTuple):
    """A row of a table, seen from the cells of other rows.

    Attributes:
        row: Its number.
        cells: Its cells in the columns in which the others have one.
        joined: These as one string.
        whole: All its cells, each behind a sign that no text has.
    """

    row: int | None
    cells: tuple[str, ...]
    joined: str
    whole: str

    @classmethod
    def of(cls, row: Sequence[Region], columns: frozenset[int | None], text: str) -> _RowBeside:
        """What is seen of a row from some columns."""
        cells = tuple(text[one.start : one.end] for one in row if one.column in columns)
        whole = "\0".join(text[one.start : one.end] for one in row)
        return cls(row[0].row, cells, " ".join(" ".join(cells).split()), whole)


class Placements:
    """The structure of one document, asked for passage after passage."""

    def __init__(
        self,
        text: str,
        regions: Iterable[Region] | None,
        titles: Titles = _NO_TITLES,
        lowered: str | None = None,
    ) -> None:
        """Takes a document.

        Args:
            text: Its text.
            regions: Its regions; without them the look of the text tells them when they are needed.
            titles: The names of the texts that its links may lead to.
            lowered: The text in small letters, where it is known.
        """
        self.text = text
        self._given = regions
        self._titles = titles
        self._lowered = lowered

    @cached_property
    def _sorted(self) -> _Sorted:
        return _Sorted.of(find_regions(self.text) if self._given is None else self._given)

    @cached_property
    def paraphrases(self) -> bool:
        """Whether the document says at its head that what it says of terms are paraphrases."""
        return PARAPHRASES_ALL.search(self.text, 0, HEAD) is not None

    def leads(self, start: int) -> Iterator[str]:
        """The paragraphs that lead to a place: the first below each heading above it, without one of all.

        An entry or an item is none, and may have any words in its definition.

        Args:
            start: The place.
        """
        for begin in [one.end for one in self._above(start)] or [0]:
            found = _LEAD.match(self.text, begin)
            if found and found.end() <= start:
                yield found["said"]

    @cached_property
    def antecedents(self) -> Antecedents:
        """What short names such as "the Act" stand for in the document."""
        return Antecedents(self.text, self._titles)

    @cached_property
    def titles(self) -> Titles:
        """The names of the texts of the library, with those that they have in the document."""
        short = introduced(self.text, self._titles)
        titles = self._titles.with_names(short)
        return titles.with_later(self._later(short)) if self.antecedents.may_place else titles

    def _later(self, short: Mapping[str, Mention]) -> LaterNames:
        """Those with the names of `Antecedents.placed`, too, of which a text that has any needs all names."""
        complete = cache(lambda: self._titles.with_names({**self.antecedents.placed, **short}))
        return LaterNames(self.antecedents.may_stand_in, complete)

    @property
    def notes_within(self) -> list[tuple[int, int]]:
        """The notes that stand inside of a sentence, such as "^[words]" in Markdown."""
        if not any(mark in self.text for mark in _WITHIN):
            return []
        notes = self._sorted.notes
        return [(one.start, one.end) for one in notes if self.text.startswith(_WITHIN, one.anchor)]

    @cached_property
    def block_quotations(self) -> list[QuotedSpan]:
        """The block quotations, as if they stood between marks."""
        if self._given is None and not may_hold_quotations(self.text):
            return []
        return [
            QuotedSpan(one.start - 1, one.end, False)
            for one in self._sorted.blocks
            if one.kind == "quotation"
        ]

    def cells(self, low: int, high: int) -> list[tuple[int, int]]:
        """The cells of tables in a part of the text."""
        if self._given is None and not may_hold_cells(self.text):
            return []
        found = (one for one in self._sorted.blocks if one.kind == "cell")
        return [(one.start, one.end) for one in found if one.start < high and low < one.end]

    @property
    def rows(self) -> list[RowOfCells]:
        """The rows of tables."""
        if self._given is None and not may_hold_cells(self.text):
            return []
        return [
            RowOfCells([(one.start, one.end) for one in row], [self._head(one) for one in row])
            for row in self._sorted.rows.values()
        ]

    @cached_property
    def _tables(self) -> dict[int | None, list[list[Region]]]:
        """The rows of each table."""
        made: dict[int | None, list[list[Region]]] = {}
        for (table, _), row in self._sorted.rows.items():
            made.setdefault(table, []).append(row)
        return made

    def _head(self, cell: Region) -> str:
        """The words of the head of the column of a cell, "" where it has none or is the head."""
        head = self._sorted.heads.get((cell.table, cell.column))
        return self._words(head) if head and head is not cell else ""

    def giving_words(self, row: RowOfCells) -> Iterator[bool]:
        """Of each cell of a row, whether the table says of what text it has words."""
        cells = [self.text[low:high] for low, high in row.cells]
        for k, (cell, head) in enumerate(zip(cells, row.heads, strict=True)):
            enough = len(cell.split()) >= FEWEST_IN_CELL
            yield enough and self.gives_words(head, (*cells[:k], *cells[k + 1 :]))

    def gives_words(self, column: str, row: Iterable[str]) -> bool:
        """Whether a table says that a cell has words of a text, or of what text.

        Args:
            column: The head of its column: "Wording", or the name of a text.
            row: The other cells of its row, of which one may be the name of a text and little else.
        """
        if SUMMARY.search(column):
            return False
        return VERBATIM.search(column) is not None or any(map(self.is_name, (column, *row)))

    def is_name(self, words: str) -> bool:
        """Whether words are the name of a text, perhaps with a provision: "AI Act, Art. 3(60)"."""
        if len(words) > LONGEST_NAME:
            return False
        names = [one for one in self.titles.mentions(words) if one.kind == "instrument"]
        if not names:
            return False
        rest = words
        for one in reversed(names):
            rest = rest[: one.start] + rest[one.end :]
        return len(_LETTERS.findall(rest)) <= BESIDE_NAME

    def links(self, low: int, high: int) -> list[Mention]:
        """The texts to which links and citation keys in a part of the text lead, at their places."""
        links = self._sorted.links
        first = bisect_left(links, low, key=lambda one: one.start)
        last = bisect_right(links, high, key=lambda one: one.start)
        return [one for one in map(self._linked, links[first:last]) if one is not None]

    def _linked(self, link: Region) -> Mention | None:
        by: Literal["link", "citation key"] = "link" if link.kind == "link" else "citation key"
        return self._titles.linked(link.source or "", link.start, by)

    @cached_property
    def _prefaces(self) -> list[re.Match[str]]:
        lowered = small(self.text) if self._lowered is None else self._lowered
        ends = (at for word in _ENTRIES.split("|") for at in _places(lowered, word))
        begun = {begin for at in ends if _PREFACE_ENDS.match(lowered, at) for begin in self._words_up_to(at)}
        found: list[re.Match[str]] = []
        for begin in sorted(begun):
            match = _PREFACE.match(self.text, begin)
            if match and not (found and begin < found[-1].end()):
                found.append(match)
        return found

    def _words_up_to(self, at: int) -> Iterator[int]:
        """Where a preface may begin: at the word at a place, or at one of those right before it."""
        yield at
        for _ in range(_WORDS_BEFORE_ENTRY):
            end = at
            while end and self.text[end - 1].isspace():
                end -= 1
            if end == at:
                return
            at = end
            while at and (self.text[at - 1].isalnum() or self.text[at - 1] == "_"):
                at -= 1
            if at == end:
                return
            yield at

    def _preface(self, start: int) -> str:
        """The last sentence before an entry that says where definitions are from; "" for none."""
        line = self.text.rfind("\n", 0, start) + 1
        if not _ENTRY.fullmatch(self.text, line, start):
            return ""
        before = [match for match in self._prefaces if match.end() <= start]
        if not before:
            return ""
        head = self.text[self.text.rfind("\n", 0, max(line - 1, 0)) + 1 : start]
        said = before[-1][0]
        return said if _STAR in head or not _MARKED.search(said) else ""

    def of(self, start: int, end: int) -> Placement:
        """The placement of the characters [start, end)."""
        blocks, reach = self._sorted.blocks, self._sorted.reach
        last = bisect_left(blocks, end, key=lambda one: one.start)
        holding = [one for one in blocks[bisect_right(reach, start) : last] if start < one.end]
        inner = min(holding, key=lambda one: (one.end - one.start, one.start), default=None)
        notes, asides, cited, of_work = self._tied(start, end)
        cell = next((one for one in holding if one.kind == "cell"), None)
        row: Sequence[Region] = self._sorted.rows.get((cell.table, cell.row), ()) if cell else ()
        head = self._sorted.heads.get((cell.table, cell.column)) if cell else None
        others, twins = self._of_other_rows(cell, row, self.text[start:end]) if cell else ((), ())
        return Placement(
            inner.kind if inner else "",
            tuple(map(self._of_note, notes)),
            tuple(map(self._of_note, asides)),
            tuple(self._words(one) for one in row if one is not cell),
            self._words(head) if head and head is not cell else "",
            tuple(map(self._words, self._above(start))),
            (inner.start, inner.end) if inner else None,
            self._sentence(next((one for one in holding if one.kind == "note"), None)),
            self._preface(start),
            tuple(self._words(one) for one in self._sorted.rows.get((cell.table, 0), ()) if one is not head)
            if cell and head and head is not cell
            else (),
            tuple(map(self._of_note, cited)),
            of_work,
            others,
            twins,
        )

    def _rows_beside(self, table: int | None, columns: frozenset[int | None]) -> list[_RowBeside]:
        """The rows of a table with their cells in some columns; worked out once for all its passages."""
        known = self._beside.get((table, columns))
        if known is None:
            known = self._beside[table, columns] = [
                _RowBeside.of(row, columns, self.text)
                for row in self._tables.get(table, ())
                if row[0].row != 0
            ]
        return known

    @cached_property
    def _beside(self) -> dict[tuple[int | None, frozenset[int | None]], list[_RowBeside]]:
        return {}

    def _of_other_rows(
        self, cell: Region, row: Iterable[Region], words: str
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The cells of the other rows of a table that stand above or below those beside a cell.

        First those of each row, as one string; then the short ones beside the same words. The heads of the
        columns are none of them.
        """
        columns = frozenset(
            one.column for one in row if one is not cell and self.text[one.start : one.end].strip()
        )
        rows = (
            [one for one in self._rows_beside(cell.table, columns) if one.row != cell.row] if columns else ()
        )
        others = [one.joined for one in rows]
        twins = [
            said for one in rows if words in one.whole for said in one.cells if len(said) <= LONGEST_NAME
        ]
        return tuple(others), tuple(twins)

    def _sentence(self, note: Region | None) -> str:
        """The sentence before the mark of a note."""
        if note is None or note.anchor is None:
            return ""
        before = self.text[max(note.anchor - _REACH, 0) : note.anchor]
        ends = [match.end() for match in _ENDS.finditer(before.rstrip(" .!?"))]
        return before[ends[-1] if ends else 0 :]

    def _words(self, region: Region) -> str:
        """The words of a region, and behind them the names of the texts that its links lead to."""
        text = self.text[region.start : region.end]
        named = (one.text for one in self.links(region.start, region.end))
        return "; ".join((text, *(name for name in named if name not in text)))

    @cached_property
    def _numbered(self) -> list[Region]:
        """The notes in the order of their numbers, each once."""
        return [*{one.start: one for one in sorted(self._sorted.notes, key=lambda one: one.start)}.values()]

    def _of_note(self, note: Region) -> str:
        """The words of a note, behind those of the one that it refers to: the one before it, or by number."""
        said = [self._words(note)]
        at = bisect_left(self._numbered, note.start, key=lambda one: one.start)
        while len(said[0]) <= _NOTE_ALONE and len(said) < _REFERRED:
            number = _SAME_AS_NOTE.search(said[0])
            if _SAME_AS_BEFORE.match(said[0]):
                at -= 1
            elif number and not self._titles.mentions(said[0]):
                at = self._with_number(number["number"] or number["short"])
            else:
                break
            if at < 0:
                break
            said.insert(0, self._words(self._numbered[at]))
        return "; ".join(said)

    def _with_number(self, number: str) -> int:
        """Which note begins with a number, or has it printed before it; -1 where none has."""
        for k, one in enumerate(self._numbered):
            own = _LEADING_NUMBER.match(self.text, one.start, one.end)
            before = _NUMBER.findall(self.text, max(one.start - _LABEL, 0), one.start)
            if (own[1] if own else "".join(before[-1:])) == number:
                return k
        return -1

    def _above(self, start: int) -> list[Region]:
        """The heading of the section, and those of the sections around it."""
        found: list[Region] = []
        level = 99
        for one in reversed(
            self._sorted.headings[: bisect_right(self._sorted.headings, start, key=lambda one: one.start)]
        ):
            if (one.level or 1) < level:
                found.append(one)
                level = one.level or 1
        return found

    def _tied(self, start: int, end: int) -> tuple[list[Region], list[Region], list[Region], bool]:
        """The notes that are tied to a passage, those tied to its sentence, and entries cited behind it.

        Last whether a work that is no text is cited with it, whose words it may have, whatever else is cited.
        """
        tied, asides, cited = self._near(start, end)
        of_work = any(one.entry and not self._is_text(one) for one in tied)
        if of_work:
            tied = [one for one in tied if not one.entry]
        asides, cited = (
            [one for one in those if not one.entry or self._is_text(one)] for those in (asides, cited)
        )
        return tied, asides, cited, of_work

    def _near(self, start: int, end: int) -> tuple[list[Region], list[Region], list[Region]]:
        """The same, works that are no texts among them."""
        tied: list[Region] = []
        asides: list[Region] = []
        cited: list[Region] = []
        first = bisect_right(self._sorted.notes, start - _REACH, key=lambda one: one.anchor or 0)
        last = bisect_right(self._sorted.notes, end + _REACH, first, key=lambda one: one.anchor or 0)
        if first == last:
            return tied, asides, cited
        from aidefs.quotations.works import is_looked_at_beside, stands_at_end  # few documents have notes

        for note in self._sorted.notes[first:last]:
            anchor = note.anchor or 0
            if note.start <= start and end <= note.end:
                continue  # it stands in the note
            mark = self.text.rfind("[", 0, anchor) if note.entry else anchor
            if note.entry and is_looked_at_beside(self.text[max(mark - _MARK, 0) : mark]):
                continue
            if note.entry and anchor > start and not (mark >= end and stands_at_end(self.text[end:mark])):
                if not _STOP.search(self.text[end:mark]):
                    cited.append(note)
                continue
            if anchor <= start:
                before = _NOTE_MARK.sub("", self.text[anchor:start])
                if self._introduces(anchor) and _OPENED.fullmatch(before):
                    tied.append(note)
                elif not _STOP.search(before.rstrip("“„«\"'‘ ")):
                    asides.append(note)
                continue
            between = _CLOSING.sub("", self.text[end:anchor])
            if _WORD.search(between) and self._introduces(anchor):
                continue  # it is that of the next quotation
            if anchor < end or not _STOP.search(_NOTE_MARK.sub("", between)):
                tied.append(note)
        return tied, asides, cited

    def _is_text(self, note: Region) -> bool:
        """Whether an entry of the list of works is a text, and no work on one."""
        from aidefs.quotations.works import is_text_itself

        known = self._texts.get(note.start)
        if known is None:
            known = self._texts[note.start] = is_text_itself(self._words(note), self._titles)
        return known

    @cached_property
    def _texts(self) -> dict[int, bool]:
        """Where an entry begins → whether it is a text, of those that were asked for."""
        return {}

    def cites(self, start: int, end: int, versions: Set[str], in_force: Set[str]) -> bool:
        """Whether a passage or its sentence cites one of some versions of an instrument.

        Or the document does in its list of works, and has none in force there, so that it means that one
        wherever it names the instrument.

        Args:
            start: Where the passage begins.
            end: Where it ends.
            versions: Ids of the versions.
            in_force: Ids of the texts in force of the instrument.
        """
        placement = self.of(start, end)
        near = (*placement.notes, *placement.asides, *placement.cited)
        if any(versions & self.ids_of_text(words) for words in near):
            return True
        works = self._works
        return any(versions & ids for ids in works) and not any(in_force & ids for ids in works)

    def ids_of_text(self, words: str) -> set[str]:
        """The texts that words name by a name of their own."""
        return {*ids_of(filter(is_instrument, self._titles.mentions(words)))}

    @cached_property
    def _works(self) -> list[set[str]]:
        """The stored texts that each cited work stands for; of a draft that names the act, it."""
        entries = {one.start: one for one in self._sorted.notes if one.entry}
        named = [self.ids_of_text(self._words(one)) for one in entries.values() if self._is_text(one)]
        return [ids & self._titles.passed or ids for ids in named]

    def _introduces(self, anchor: int) -> bool:
        """Whether the mark of a note stands between a word and a quotation: "the Texan act[5] “…”"."""
        before = self.text[max(anchor - _MARK, 0) : anchor]
        return _BEHIND_WORD.search(before) is not None and _OPENS.match(self.text, anchor) is not None
