"""Where in a document a passage stands: its block, row, headings and notes.

All of it is told by the regions that a reader found (`readers.source.Region`). What they say of the source
of a passage is for `attribution`; that a block quotation or a cell presents it as a quotation is for
`claims`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from aidefs.patterns import late
from aidefs.quotations.marks import QuotedSpan
from aidefs.readers.regions import Region, may_hold_cells, may_hold_quotations
from aidefs.readers.regions import regions as find_regions

__all__ = ["NOWHERE", "Placement", "Placements"]

_REACH = 240  # characters between a passage and the mark of a note at the end of its sentence
# Between a passage and the mark of its note: other marks, numbers, punctuation.
_NOTE_MARK = late(r"\[\^[^\]\s]{1,40}\]|<sup\b.{0,200}?</sup>|\^\[|footnote:?\[?|\[\d{1,3}\]|\\\w+\{?")
_CLOSING = late(r"\A[\s”\"’'»«“›‹.,;:)\]]{1,6}")  # what closes the passage, in any language
_STOP = late(r"[.!?][\"”’»)\]]*\s+[A-Z“‘\"«„]|\n\s*\n|[“„«]")


class Placement(NamedTuple):
    """What a document says around a passage by its structure.

    Attributes:
        block: "quotation", "cell", "code" or "note", "" for a paragraph of the text.
        notes: The notes that are tied to it, the nearest first.
        asides: Notes that are tied to the sentence, but not behind the passage.
        row: The other cells of its row.
        column: The head of its column.
        headings: The headings above it, the nearest first.
        within: Span of the block.
    """

    block: str = ""
    notes: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    row: tuple[str, ...] = ()
    column: str = ""
    headings: tuple[str, ...] = ()
    within: tuple[int, int] | None = None


class _Sorted(NamedTuple):
    """Regions by their kinds."""

    headings: list[Region]
    blocks: list[Region]
    reach: list[int]  # the furthest end of the blocks up to each
    notes: list[Region]
    rows: dict[tuple[int | None, int | None], list[Region]]
    heads: dict[tuple[int | None, int | None], Region]

    @classmethod
    def of(cls, regions: Iterable[Region]) -> _Sorted:
        """Sort regions."""
        made = cls([], [], [], [], {}, {})
        for one in regions:
            if one.kind == "heading":
                made.headings.append(one)
            elif one.kind in ("quotation", "cell", "code", "note"):
                made.blocks.append(one)
            if one.kind == "note" and one.anchor is not None:
                made.notes.append(one)
            if one.kind == "cell":
                made.rows.setdefault((one.table, one.row), []).append(one)
                if one.row == 0:
                    made.heads[one.table, one.column] = one
        made.blocks.sort(key=lambda one: one.start)
        made.reach.extend(accumulate((one.end for one in made.blocks), max))
        made.notes.sort(key=lambda one: one.anchor or 0)
        return made


NOWHERE = Placement()
"""The placement of a text that has no structure."""


class Placements:
    """The structure of one document, asked for passage after passage."""

    def __init__(self, text: str, regions: Iterable[Region] | None) -> None:
        """Takes a text and its regions; without any, the look of the text tells them when they are needed."""
        self.text = text
        self._given = regions

    @cached_property
    def _sorted(self) -> _Sorted:
        return _Sorted.of(find_regions(self.text) if self._given is None else self._given)

    @property
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

    def of(self, start: int, end: int) -> Placement:
        """The placement of the characters [start, end)."""
        blocks, reach = self._sorted.blocks, self._sorted.reach
        last = bisect_left(blocks, end, key=lambda one: one.start)
        holding = [one for one in blocks[bisect_right(reach, start) : last] if start < one.end]
        inner = min(holding, key=lambda one: (one.end - one.start, one.start), default=None)
        notes, asides = self._tied(start, end)
        cell = next((one for one in holding if one.kind == "cell"), None)
        row: Sequence[Region] = self._sorted.rows.get((cell.table, cell.row), ()) if cell else ()
        head = self._sorted.heads.get((cell.table, cell.column)) if cell else None
        return Placement(
            inner.kind if inner else "",
            tuple(map(self._words, notes)),
            tuple(map(self._words, asides)),
            tuple(self._words(one) for one in row if one is not cell),
            self._words(head) if head and head is not cell else "",
            tuple(map(self._words, self._above(start))),
            (inner.start, inner.end) if inner else None,
        )

    def _words(self, region: Region) -> str:
        return self.text[region.start : region.end]

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

    def _tied(self, start: int, end: int) -> tuple[list[Region], list[Region]]:
        tied: list[Region] = []
        asides: list[Region] = []
        first = bisect_right(self._sorted.notes, start - _REACH, key=lambda one: one.anchor or 0)
        for note in self._sorted.notes[first:]:
            anchor = note.anchor or 0
            if anchor > end + _REACH:
                break
            if note.start <= start and end <= note.end:
                continue  # it stands in the note
            if anchor <= start:
                before = _NOTE_MARK.sub("", self.text[anchor:start])
                if not _STOP.search(before.rstrip("“„«\"'‘ ")):
                    asides.append(note)
                continue
            between = _CLOSING.sub("", self.text[end:anchor])
            if anchor < end or not _STOP.search(_NOTE_MARK.sub("", between)):
                tied.append(note)
        return tied, asides
