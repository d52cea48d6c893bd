"""What a reader gives: the plain text of a document, and where each of its characters comes from."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from aidefs.classes import NamedTuple, dataclass, field
from aidefs.readers.limits import CHARACTERS, few_characters
from aidefs.readers.regions import Region, entries, in_order, regions

__all__ = ["Anchor", "Encoded", "Location", "PartStretch", "ReadText", "Scribe", "SourceMap"]

_EDGE = 64  # characters of a region that are looked at at once for white space
PARAGRAPH = "\n\n"  # what stands between two paragraphs of every text that is read


class Location(NamedTuple):
    """Where something stands in a document, in the terms of its format.

    Attributes:
        part: "footnote 2", "table 1", "cell 3", "chapter-1.xhtml"; "" for the document itself.
        page: Page of a PDF, counted from 1 as a viewer counts, whatever is printed on it.
        paragraph: Paragraph of the part, from 1; empty paragraphs are not counted.
        line: Line of the file, the page or the cell, from 1.
    """

    part: str = ""
    page: int | None = None
    paragraph: int | None = None
    line: int | None = None

    def __str__(self) -> str:
        named = (("page", self.page), ("paragraph", self.paragraph), ("line", self.line))
        parts = [self.part, *(f"{name} {number}" for name, number in named if number is not None)]
        return ", ".join(filter(None, parts))


class PartStretch(NamedTuple):
    """Characters of a part of an archive, counted in all the words between its tags, white space included.

    Attributes:
        part: Name of the part, an XML file.
        begin: Number of characters before the first one.
        end: The same behind the last one.
    """

    part: str
    begin: int
    end: int


class Encoded(NamedTuple):
    """The characters of a text file, and how they were encoded.

    Attributes:
        text: The whole file, decoded.
        codec: Python's name of the encoding.
        mark: The byte order mark that stood first, or b"".
        ground: How the encoding is known: "mark", "declared", "valid" or "guessed".
    """

    text: str
    codec: str
    mark: bytes
    ground: str

    def encode(self, text: str) -> bytes:
        """Another text as a file in the same encoding.

        Raises:
            UnicodeEncodeError: The encoding lacks a character of it.
        """
        return self.mark + text.encode(self.codec)


class SourceMap:
    """The pieces of a text and the stretches of the source that they stand for, in the order of the text.

    A piece that is as long as its stretch corresponds to it character by character. Another one, such as
    the character of "&eacute;", stands for its stretch as a whole.
    """

    __slots__ = ("_begin", "_end", "_start")

    def __init__(self) -> None:
        self._start = array("q")  # offset of the piece in the text
        self._begin = array("q")  # its stretch of the source, [begin, end)
        self._end = array("q")

    def add(self, start: int, length: int, begin: int, end: int) -> None:
        """Adds the next piece, `length` characters from `start` on, for the stretch [begin, end)."""
        copied = length == end - begin and bool(self._start) and self._end[-1] == begin
        if copied and start - self._start[-1] == begin - self._begin[-1]:
            self._end[-1] = end  # it only continues the last piece
            return
        self._start.append(start)
        self._begin.append(begin)
        self._end.append(end)

    def source(self, start: int, end: int, length: int) -> tuple[int, int]:
        """The stretch of the source of the characters [start, end) of a text of a given length.

        Where the text takes its words from several places, as from a footnote, the stretch runs from
        the source of the first character to that of the last, or is empty at the first.
        """
        begin = self._edges(start, length)[0]
        return begin, max(begin, self._edges(end - 1, length)[1]) if end > start else begin

    def stretches(self, start: int, end: int, length: int) -> list[tuple[int, int]]:
        """The stretches of the source of the characters [start, end), without what stands between them."""
        found: list[tuple[int, int]] = []
        while start < end:
            k = self._piece(start)
            stop = min(self._start[k + 1] if k + 1 < len(self._start) else length, end)
            begin, behind = self.source(start, stop, length)
            if found and found[-1][1] == begin:
                found[-1] = (found[-1][0], behind)
            else:
                found.append((begin, behind))
            start = stop
        return found

    def place(self, at: int, length: int) -> int:
        """The first character of a text of a given length whose stretch begins at an offset or behind it.

        It is for a text that has its words in the order of the source.
        """
        k = bisect_left(self._begin, at)
        behind = self._start[k] if k < len(self._start) else length
        if k:
            start, begin, end = self._start[k - 1], self._begin[k - 1], self._end[k - 1]
            if end - begin == behind - start:
                return min(start + at - begin, behind)
        return behind

    def _piece(self, offset: int) -> int:
        return max(bisect_right(self._start, offset) - 1, 0)

    def _edges(self, offset: int, length: int) -> tuple[int, int]:
        """The stretch of one character; nothing at the beginning where there is none."""
        if not self._start:
            return 0, 0
        k = self._piece(offset)
        stop = self._start[k + 1] if k + 1 < len(self._start) else length
        begin, end = self._begin[k], self._end[k]
        if end - begin != stop - self._start[k]:
            return begin, end
        at = begin + min(max(offset - self._start[k], 0), end - begin)
        return at, min(at + 1, end)


class Anchor(NamedTuple):
    """Where a stretch of a text stands in its document.

    Attributes:
        start: Offset at which the stretch begins; it goes on to the next one.
        place: Its place.
    """

    start: int
    place: Location


@dataclass(frozen=True)
class ReadText:
    """The plain text of a document.

    Attributes:
        name: The file as the user named it, "-" for standard input.
        form: Name of the format: "text", "markdown", "html", "docx", "odt", "pdf", "tex", "notebook", "epub".
        text: The words in reading order. Notes, text boxes and headers stand behind what they belong to.
        encoded: Of formats that are text: the file itself.
        notes: What a user has to know of how the file was read, such as a guessed encoding.
        apart: What the document sets apart, in the order of the text, the larger before those in it; None
            where nothing but the look of the text tells it.
        foreign: Stretches of the text whose words stand in other files, which the document puts in.
        parts: Of Word and OpenDocument: the parts that were read, in order.
        data: Of Word and OpenDocument: the file itself.
        folder: Where the files lie that it may put in, None where no others are read.
    """

    name: str
    form: str
    text: str = field(repr=False)
    encoded: Encoded | None = field(default=None, repr=False)
    notes: tuple[str, ...] = ()
    apart: tuple[Region, ...] | None = field(default=(), repr=False)
    foreign: tuple[tuple[int, int], ...] = field(default=(), repr=False)
    anchors: tuple[Anchor, ...] = field(default=(), repr=False)
    map: SourceMap | None = field(default=None, repr=False, compare=False)
    parts: tuple[str, ...] = field(default=(), repr=False)
    inside: SourceMap | None = field(default=None, repr=False, compare=False)
    data: bytes = field(default=b"", repr=False, compare=False)
    folder: str | None = field(default=None, repr=False, compare=False)

    @property
    def regions(self) -> tuple[Region, ...]:
        """What the document sets apart; of plain text it is found by the look of its lines, when asked."""
        if self.apart is not None:
            return self.apart
        return regions(self.text)

    def place(self, offset: int) -> Location:
        """Where the character at an offset of the text stands."""
        at, place = _NOWHERE
        if self.anchors:
            at, place = self.anchors[max(bisect_right(self.anchors, offset, key=_start) - 1, 0)]
        if place == Location():
            source = self.source(offset, offset + 1)
            if self.encoded and source:
                return Location(line=self.encoded.text.count("\n", 0, source[0]) + 1)
            return place
        if place.line is not None:
            return place._replace(line=place.line + self.text.count("\n", at, offset))
        if place.paragraph is not None:
            return place._replace(paragraph=place.paragraph + self.text.count(PARAGRAPH, at, offset))
        return place

    def source(self, start: int, end: int) -> tuple[int, int] | None:
        """Offsets [begin, end) in the decoded file of the characters [start, end) of the text.

        None for formats that are not text, which have no such offsets, and for words of another file.
        """
        return self.map.source(start, end, len(self.text)) if self.map and self._own(start, end) else None

    def stretches(self, start: int, end: int) -> list[tuple[int, int]]:
        """The same without the mark-up that stands between the characters; empty where `source` is None."""
        return self.map.stretches(start, end, len(self.text)) if self.map and self._own(start, end) else []

    def part_stretches(self, start: int, end: int) -> list[PartStretch]:
        """Where the characters [start, end) stand in an office document, without what is no character there.

        A tab, a line break and the space between paragraphs are none. Where start and end are the same, the
        one stretch is empty and stands behind the character before. Empty for other formats.
        """
        if self.inside is None:
            return []
        length = len(self.text)
        if start == end:
            at = (
                self.inside.source(start - 1, start, length)[1]
                if start
                else self.inside.source(0, 1, length)[0]
            )
            return [self._in_part(at, at)]
        found = self.inside.stretches(start, end, length)
        return [self._in_part(begin, behind) for begin, behind in found if begin < behind]

    def _in_part(self, begin: int, end: int) -> PartStretch:
        number = begin >> _PART_BITS
        base = number << _PART_BITS
        return PartStretch(self.parts[number], begin - base, end - base)

    def _own(self, start: int, end: int) -> bool:
        """Whether characters stand in the file itself, all of them."""
        before = bisect_right(self.foreign, start, key=_first) - 1
        held = before >= 0 and self.foreign[before][1] > start
        following = before + 1
        return not held and not (following < len(self.foreign) and self.foreign[following][0] < end)


_NOWHERE = Anchor(0, Location())
_PART_BITS = (
    32  # of an offset in `inside`, for the characters of a part, which are fewer; the rest is its number
)


def _start(anchor: Anchor) -> int:
    return anchor.start


def _first(stretch: tuple[int, int]) -> int:
    return stretch[0]


class Scribe:
    """Writes a text piece by piece and notes where each comes from.

    Args:
        most: Characters that the text may have; more are an `InputError`.
    """

    def __init__(self, most: int = CHARACTERS) -> None:
        self.length = 0
        self._most = most
        self._pieces: list[str] = []
        self._anchors: list[Anchor] = []
        self._regions: list[Region] = []
        self._foreign: list[tuple[int, int]] = []
        self._map = SourceMap()
        self._mapped = False
        self._parts: list[str] = []
        self._inside = SourceMap()
        self._behind = 0  # offset in `_inside` behind the last character
        self.in_paragraph = False  # whether the last paragraph has words and is not ended

    def write(self, text: str) -> None:
        """Adds words without a source."""
        if text:
            if self._parts:
                self._inside.add(self.length, len(text), self._behind, self._behind)
            self._add(text)

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self.length += len(text)
        if self.length > self._most:
            few_characters(self.length, self._most)
        if not self.in_paragraph and not text.isspace():
            self.in_paragraph = True

    def copy(self, text: str, begin: int, end: int) -> None:
        """Adds words that stand for [begin, end) of the source."""
        if text:
            self._mapped = True
            self._map.add(self.length, len(text), begin, end)
            self._add(text)

    def enter_part(self, part: str) -> int:
        """Begins to read a part of an office document; what `from_part` counts from."""
        self._parts.append(part)
        return len(self._parts) - 1 << _PART_BITS

    def from_part(self, text: str, begin: int) -> None:
        """Adds words that stand in a part, `begin` characters behind its beginning."""
        if text:
            self._behind = begin + len(text)
            self._inside.add(self.length, len(text), begin, self._behind)
            self._add(text)

    def end_paragraph(self, at: int | None = None) -> None:
        """Ends the paragraph, if one has begun; `at` is the offset in the source."""
        if self.in_paragraph:
            if at is None:
                self.write(PARAGRAPH)
            else:
                self.copy(PARAGRAPH, at, at)
            self.in_paragraph = False

    def anchor(self, place: Location) -> None:
        """Says where the words that follow stand, after a paragraph has ended."""
        if self._anchors and self._anchors[-1].start == self.length:
            self._anchors.pop()
        self._anchors.append(Anchor(self.length, place))

    def locate(self, place: Location) -> None:
        """The same for a paragraph, which needs no words where it is the next one of its part."""
        last = self._anchors[-1] if self._anchors else None
        if last and last.place.part == place.part and last.place.page == place.page:
            return
        self.anchor(place)

    def region(self, region: Region) -> None:
        """Notes a stretch of the text; one that is empty or reaches too far is cut to what is written."""
        self._regions.append(region)

    def regions(self, regions: Iterable[Region], shift: int = 0, tables: int = 0) -> None:
        """Notes what was found in a part of the text, whose offsets and tables are counted on from the part.

        Args:
            regions: What was found.
            shift: Where the part begins in the text.
            tables: Number of the first of its tables.
        """
        for one in regions:
            self.region(
                one._replace(
                    start=one.start + shift,
                    end=one.end + shift,
                    anchor=None if one.anchor is None else one.anchor + shift,
                    table=None if one.table is None else one.table + tables,
                )
            )

    @property
    def text(self) -> str:
        """What is written so far."""
        return "".join(self._pieces)

    def text_from(self, offset: int) -> str:
        """What is written from an offset on."""
        pieces: list[str] = []
        at = self.length
        for piece in reversed(self._pieces):
            if at <= offset:
                break
            at -= len(piece)
            pieces.append(piece)
        return "".join(reversed(pieces))[max(0, offset - at) :]

    @property
    def tables(self) -> int:
        """Number of the tables whose cells are noted."""
        return max((one.table + 1 for one in self._regions if one.table is not None), default=0)

    def include(self, other: ReadText, part: str, at: int, tables: int = 0) -> None:
        """Adds the words of another file that the document puts in.

        Args:
            other: The file, one that is text.
            part: What a reader is told of it.
            at: Where in the source it is put in.
            tables: Number of the first of its tables.
        """
        if not other.text:
            return
        start = self.length
        if not self._anchors:
            self._anchors.append(_NOWHERE)
        self._mapped = True
        self._map.add(start, len(other.text), at, at)
        self._anchors += (Anchor(start + k, place) for k, place in _places(other, part))
        self.write(other.text)
        self.in_paragraph = not other.text.endswith(PARAGRAPH)
        self._foreign.append((start, self.length))
        self._anchors.append(Anchor(self.length, Location()))
        self.regions(other.regions, start, tables)

    def done(
        self,
        name: str,
        form: str,
        encoded: Encoded | None = None,
        notes: tuple[str, ...] = (),
        *,
        cites_by_number: bool = False,
    ) -> ReadText:
        """The text that was written.

        Args:
            name: The file as the user named it.
            form: Its format.
            encoded: Its text as it stands in the file, where that is one.
            notes: What is to be said of the file.
            cites_by_number: Whether it may have a list of the works that it cites by number, which its format
                does not tell.
        """
        text = self.text
        found = list(entries(text)) if cites_by_number else []
        if found:  # a link may lead to one, too
            starts = sorted(one.start for one in found)
            self._regions = [*(_as_entry(one, starts) for one in self._regions), *found]
        source = self._map if self._mapped else None
        regions = in_order(_within(region, text) for region in self._regions)
        foreign, anchors = tuple(self._foreign), tuple(self._anchors)
        inside = self._inside if self._parts else None
        return ReadText(
            name, form, text, encoded, notes, regions, foreign, anchors, source, tuple(self._parts), inside
        )


def _as_entry(region: Region, starts: list[int]) -> Region:
    """A region; a note that holds the beginning of an entry is one."""
    at = bisect_left(starts, region.start)
    holds = region.kind == "note" and at < len(starts) and starts[at] < region.end
    return region._replace(entry=True) if holds else region


def _places(read: ReadText, part: str) -> Iterator[Anchor]:
    """Where the lines of a text stand, as those of a part; the places of files inside it stay."""
    ends = [match.start() for match in re.finditer("\n", read.encoded.text)] if read.encoded else []
    lines = {0, *(match.end() for match in re.finditer("\n", read.text))}
    named = {anchor.start: anchor.place for anchor in read.anchors}
    inside = False
    for at in sorted(lines | named.keys()):
        place = named.get(at)
        inside = bool(place.part) if place else inside
        if place and place.part:
            yield Anchor(at, place)
        elif not inside:
            source = read.source(at, at + 1)
            yield Anchor(at, Location(part, line=bisect_left(ends, source[0]) + 1 if source else None))


def _within(region: Region, text: str) -> Region:
    """A region without the white space at its ends."""
    start, end = max(region.start, 0), min(region.end, len(text))
    while start < end and text[end - 1].isspace():
        edge = text[max(start, end - _EDGE) : end]
        end -= len(edge) - len(edge.rstrip())
    while start < end and text[start].isspace():
        edge = text[start : min(end, start + _EDGE)]
        start += len(edge) - len(edge.lstrip())
    return region._replace(start=start, end=end)
