"""HTML and XHTML as the words that a reader of the page sees, each with its place in the file.

The tokens of the page are found by one expression that follows the HTML Standard where it matters here
(section 13.2.5: an unclosed tag or comment reaches to the end of the file). The parser of the standard
library gives no offsets, and on a page of unclosed comments it takes time by the square of its length.

What a browser does not show, or shows struck out, is not read, where the page says so of the element itself
or strikes out its class. What a class hides is read: a program or the width of the window may show it.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from aidefs.classes import NamedTuple
from aidefs.patterns import late
from aidefs.readers.encodings import decode, notes
from aidefs.readers.limits import few_marks
from aidefs.readers.regions import Region
from aidefs.readers.source import ReadText, Scribe

__all__ = ["TOKEN", "NoteMark", "NoteTarget", "Notes", "read_html", "struck_classes", "tied", "write_html"]

# A sign that begins nothing.
_STRAY = r"(?:<(?!/?[A-Za-z]|[!?])|&(?!\#|[A-Za-z][A-Za-z0-9]))"
# What is most frequent stands first, and is written without alternatives where it can be.
TOKEN = late(
    rf"""
      (?P<text>[^<&]++(?:{_STRAY}[^<&]*+)*+|(?:{_STRAY}[^<&]*+)++)
    | <(?P<end>/?+)(?P<tag>[A-Za-z][^\s/>]{{0,60}}+)
      (?P<attributes>[^>=]*+(?:=(?:\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)))?+[^>=]*+)*+)(?:>|\Z)
    | (?P<entity>&(?:\#[xX]?[0-9a-fA-F]{{1,8}}|[A-Za-z][A-Za-z0-9]{{1,31}});?)
    | <!--(?:-?+>|.*?(?:-->|\Z))
    | <!\[CDATA\[.*?(?:\]\]>|\Z)
    | <[!?][^>]*+(?:>|\Z)
    | (?P<sign>[<&])
    """,
    re.X | re.S,
)
_TAG_PARTS = tuple(TOKEN.groupindex[name] for name in ("end", "tag", "attributes"))
_TAG_END = TOKEN.groupindex["attributes"]
_ENTITY = TOKEN.groupindex["entity"]
_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol "
    "optgroup option p pre section select summary table tbody td tfoot th thead tr ul"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
# Elements whose words are not read: those outside of the page, programs, forms, and what was struck out.
_UNREAD_NAMES = "title script style template noscript iframe object svg math select button del s strike"
_UNREAD = frozenset(_UNREAD_NAMES.split())
_TOLD_APART = frozenset(("a", "br", "q", "sup"))  # of which an end tag does more than end a block
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_VOID_NAMES = "area base br col embed hr img input link meta source track wbr"
_VOID = frozenset(_VOID_NAMES.split())
_ATTRIBUTE = late(r"""([^\s=/>"']++)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s>"']++))?""")
_STRUCK_CLASS = late(
    r"(?:^|[},;>\s])\.([\w-]{1,60}+)\s*+\{[^{}]{0,2000}?text-decoration[^;{}]{0,80}line-through"
)
_HIDDEN = late(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)"
    r"|text-decoration(?:-line)?\s*:[^;]*\bline-through)\b",
    re.I,
)
# Elements that end another one whose end tag is left out: those that are ended, and those that shield them.
_ENDS = {
    "li": (frozenset(("li",)), frozenset(("ul", "ol", "menu", "table"))),
    "dt": (frozenset(("dt", "dd")), frozenset(("dl", "table"))),
    "dd": (frozenset(("dt", "dd")), frozenset(("dl", "table"))),
    "td": (frozenset(("td", "th")), frozenset(("tr", "table"))),
    "th": (frozenset(("td", "th")), frozenset(("tr", "table"))),
    "tr": (frozenset(("tr",)), frozenset(("table", "tbody", "thead", "tfoot"))),
}
_APART = _HEADINGS | {"blockquote", "pre", "table", "tr", "td", "th"}  # which may be regions
_MOST_KNOWN = 1000  # ways to write attributes that are kept in mind
_NEAR = 30  # open elements in which one without an end tag is looked for
_NOTE = late(r"\b(?:doc-)?(?:foot|end|rear)note\b", re.I)  # a role, or a type of EPUB
_NOTES = late(r"\b(?:doc-)?(?:foot|end|rear)notes\b|\breferences\b", re.I)
_NOTE_REFERENCE = late(r"\b(?:doc-)?noteref\b|\b(?:foot|end)note-?ref(?:erence)?\b", re.I)
_NOTE_NAME = late(r"fn|note|ftn|edn|ref", re.I)  # in the identifier of a note
_MARKED = late(r"\s*(?:\[[^\[\]]{1,12}\]|\((?:\d{1,3}|[a-z])\)|[*†‡§]{1,3})\s*")
_TAG = late(r"<[^<>]*+>")
_NOTE_ELEMENTS = frozenset(("li", "div", "aside", "dd"))
_LONGEST_NOTE = 10_000  # characters of what is taken for a note by the look of a link alone
_MOST_COLUMNS = 50  # that are counted on below a cell of several rows
_QUOTE = {"": "“", "/": "”"}
_BLANK_LINES = late(r"\n[ \t\r\f]*+\n\s*+")
_MARK = late(r"\s*[\[(]?\s*(?:[0-9]{1,3}|[a-z*†‡§↩↑])\s*[\])]?\s*")  # what a footnote mark looks like

_LONGEST_MARK = 20
_LONGEST_ADDRESS = 1_000


def read_html(name: str, data: bytes) -> ReadText:
    """Reads an HTML or XHTML file."""
    encoded = decode(data, "html")
    scribe = Scribe()
    found = write_html(scribe, encoded.text)
    own = [one._replace(href=unquote(one.href[1:])) for one in found.references if one.href.startswith("#")]
    scribe.regions(tied(Notes(own, found.targets, found.nameless)))
    return scribe.done(name, "html", encoded, notes(encoded), cites_by_number=True)


class NoteMark(NamedTuple):
    """A link that looks like the mark of a note."""

    href: str
    offset: int
    certain: bool  # whether the page says that it is one


class NoteTarget(NamedTuple):
    """What a link may mean."""

    start: int
    end: int
    note: bool  # whether the page says that it is a note


@dataclass(slots=True)
class Notes:
    """The marks of notes on a page, and what they may mean.

    Attributes:
        references: The marks that are links.
        targets: Every element with an identifier.
        nameless: Notes without an identifier.
    """

    references: list[NoteMark] = field(default_factory=list)
    targets: dict[str, NoteTarget] = field(default_factory=dict)
    nameless: list[NoteTarget] = field(default_factory=list)


def tied(notes: Notes) -> Iterator[Region]:
    """The notes as regions, each tied to its marks.

    A link leads to a note where the page says so. Else it has to look like a mark and lead forward: the links
    that lead back from a note to the text look alike.
    """
    seen: set[str] = set()
    for href, offset, certain in notes.references:
        target = notes.targets.get(href)
        if target is None:
            continue
        forward = target.start >= offset
        short = target.end - target.start <= _LONGEST_NOTE
        if (certain and target.note) or (forward and (certain or target.note or short)):
            seen.add(href)
            yield Region("note", target.start, target.end, offset)
    for name, target in notes.targets.items():
        if target.note and name not in seen:
            yield Region("note", target.start, target.end)
    for target in notes.nameless:
        yield Region("note", target.start, target.end)


def struck_classes(style_sheet: str) -> set[str]:
    """The classes that a style sheet strikes out."""
    return set(_STRUCK_CLASS.findall(style_sheet))


def write_html(scribe: Scribe, page: str, struck: Iterable[str] = ()) -> Notes:
    """Writes the words of a page, and says what notes it has; other regions are told to the scribe.

    Args:
        scribe: Where they are written.
        page: The page.
        struck: Classes that a style sheet of its own strikes out.
    """
    few_marks(page, "<&")
    reading = _HtmlReader(scribe, page)
    reading.struck.update(struck)
    reading.read()
    return reading.notes


@dataclass(slots=True)
class _OpenElement:
    """An element that is open."""

    tag: str
    start: int  # offset in the text
    region: Region | None = None
    names: tuple[str, ...] = ()
    note: bool = False
    notes: bool = False  # whether its items are notes


@dataclass(slots=True)
class _OpenTable:
    """A table that is open; one that only lays out the page has no number."""

    number: int | None
    row: int = -1
    column: int = 0
    taken: dict[int, int] = field(default_factory=dict)  # column → row from which on it is free again


class _Said(NamedTuple):
    """What the attributes of an element say.

    Attributes:
        attributes: The values by name.
        names: Under which names a link can lead to it.
        hidden: Whether it is hidden or struck out.
        note: Whether it is a note.
        notes: Whether its items are notes.
    """

    attributes: dict[str, str]
    names: tuple[str, ...] = ()
    hidden: bool = False
    note: bool = False
    notes: bool = False


_NOTHING_SAID = _Said({})


class _HtmlReader:
    def __init__(self, scribe: Scribe, page: str) -> None:
        self.scribe = scribe
        self.page = page
        self.unread: list[str] = []  # open elements whose words are not read
        self.raised = -1  # where the words of an open <sup> begin in the page, -1 outside of one
        self.raised_text: list[tuple[str, int, int]] = []
        self.struck: set[str] = set()  # classes
        self.known: dict[str, _Said] = {}
        self.notes = Notes()
        self.open: list[_OpenElement] = []
        self.opened: Counter[str] = Counter()  # tags of the open elements
        self.tables: list[_OpenTable] = []
        self.table_number = 0
        self.link: tuple[str, int, bool, bool] | None = None  # (href, place, certain, raised) of an open link
        self.linked = False  # whether what is raised has a link; nothing has while nothing is raised
        self.recent: list[str] = []  # those of the paragraphs since the last note
        self.points: list[tuple[str, int]] = []  # identifiers inside the paragraph, and where they stand
        self.numbers: dict[str, list[int]] = {}  # raised numbers without a link
        self.numbered: dict[str, list[list[int]]] = {}  # paragraphs that begin with one
        self.beginning: list[int] | None = None  # the one that is open

    def read(self) -> None:
        at = 0
        while at < len(self.page):
            at = self.tokens(at)
        self.end_block(at)
        self.close(0)
        self.tie_numbers()

    def tokens(self, at: int) -> int:
        """Obeys the tokens from an offset on, and says where to read on: behind a program, or at the end."""
        scribe, element = self.scribe, self.element
        for match in TOKEN.finditer(self.page, at):
            kind = match.lastindex
            if kind == _TAG_END:
                at = match.end()
                behind = element(match, at)
                if behind != at:
                    return behind
            elif kind and not self.unread:
                text = match[0]
                if scribe.in_paragraph or self.raised >= 0 or not text.isspace():
                    self.words(html.unescape(text) if kind == _ENTITY else text, *match.span())
        return len(self.page)

    def words(self, text: str, begin: int, end: int) -> None:
        """Takes words in, which are those of [begin, end) of the page."""
        if self.raised >= 0:
            self.raised_text.append((text, begin, end))
        elif self.scribe.in_paragraph or not text.isspace():
            if "\n" in text:
                self.copy(text, begin, end)
            else:
                self.scribe.copy(text, begin, end)

    def copy(self, text: str, begin: int, end: int) -> None:
        """Writes words; blank lines of the file are no ends of paragraphs."""
        at = 0
        for blank in _BLANK_LINES.finditer(text) if end - begin == len(text) else ():
            self.scribe.copy(text[at : blank.start()], begin + at, begin + blank.start())
            self.scribe.copy("\n", begin + blank.start(), begin + blank.end())
            at = blank.end()
        self.scribe.copy(text[at:], begin + at, end)

    def element(self, match: re.Match[str], at: int) -> int:
        """Obeys a tag and says where to read on."""
        end, name, written = match.group(*_TAG_PARTS)
        tag = name.lower()
        if self.unread and self.unread[-1] == "p" and tag in _BLOCKS:
            self.unread.pop()  # the end tag of a paragraph may be left out
        if self.unread or tag in _UNREAD:
            return self.unread_element(tag, end, written, at)
        block = tag in _BLOCKS
        if end and tag not in _TOLD_APART:
            if block:
                self.end_block(match.start())
                self.end_element(tag)
            return at
        said = (self.known.get(written) or self.said(written)) if written and not end else _NOTHING_SAID
        attributes = said.attributes
        if (said.hidden or (self.struck and self.is_struck(attributes))) and tag not in _VOID:
            if block:
                self.end_block(match.start())
            self.skip(tag, end, written)
        elif tag == "br":
            self.scribe.copy("\n", match.start(), at)
            self.end_points(match.start())
        elif block:
            self.end_block(match.start())
            if tag not in _VOID:
                self.begin_element(tag, said)
        elif tag == "q":
            self.lead(attributes.get("cite", ""))
            self.words(_QUOTE[end], match.start(), at)
        elif tag == "sup":
            self.lower()
            self.raised = -1 if end else at
        if tag == "a":
            self.follow(end, attributes, match.start(), at)
        if said.names and not block:
            self.points += ((name, self.scribe.length) for name in said.names)
        return at

    def unread_element(self, tag: str, end: str, written: str, at: int) -> int:
        """Obeys a tag of or inside an element that is not read."""
        if tag in ("script", "style") and not end:
            behind = self.behind(tag, at)
            if tag == "style":
                self.struck |= struck_classes(self.page[at:behind])
            return behind
        if tag in _UNREAD or tag in self.unread:
            self.skip(tag, end, written)
        return at

    def said(self, written: str) -> _Said:
        """What the attributes of a tag say that were not written so before."""
        said = _said(_attributes(written))
        if len(self.known) < _MOST_KNOWN:
            self.known[written] = said
        return said

    def is_struck(self, attributes: dict[str, str]) -> bool:
        """Whether a style sheet of the page strikes out a class of an element."""
        return not self.struck.isdisjoint(attributes.get("class", "").split())

    def skip(self, tag: str, end: str, attributes: str) -> None:
        if not end and not attributes.endswith("/"):
            if len(self.unread) < 1000:
                self.unread.append(tag)
        elif tag in self.unread:
            while self.unread.pop() != tag:
                pass

    def lower(self) -> None:
        """Writes what was raised, unless it is the mark of a footnote."""
        if self.raised < 0:
            self.linked = False
            return
        raised = "".join(text for text, _, _ in self.raised_text)
        if len(raised) > _LONGEST_MARK or not _MARK.fullmatch(raised):
            for text, begin, end in self.raised_text:
                self.scribe.copy(text, begin, end)
        elif not self.linked:
            self.count(raised.strip(" []()\n\t"))
        self.raised, self.raised_text, self.linked = -1, [], False

    def behind(self, tag: str, at: int) -> int:
        """The end tag of a script or style sheet, whose content is no mark-up."""
        close = re.compile(f"</{tag}", re.I).search(self.page, at)
        return close.start() if close else len(self.page)

    # --- elements that stand apart ---

    def begin_element(self, tag: str, said: _Said) -> None:
        if self.open and self.open[-1].tag == "p":
            self.close(len(self.open) - 1)
        if tag in _ENDS:
            self.end_before(tag)
        region = self.region_of(tag, said.attributes) if tag in _APART else None
        element = _OpenElement(tag, self.scribe.length, region, said.names, said.note, said.notes)
        if element.names and tag in ("li", "p", "div", "dd", "aside") and not element.notes:
            around = self.open[-1] if self.open else None
            element.note = element.note or (around is not None and around.notes)
        if tag in ("ol", "ul", "dl") and self.open and self.open[-1].notes:
            element.notes = True
        self.open.append(element)
        self.opened[tag] += 1

    def end_before(self, tag: str) -> None:
        """Ends the element whose end tag may be left out before another one of a tag."""
        ended, shields = _ENDS[tag]
        for k in range(len(self.open) - 1, max(len(self.open) - _NEAR, 0) - 1, -1):
            if self.open[k].tag in shields:
                break
            if self.open[k].tag in ended:
                self.close(k)
                break

    def region_of(self, tag: str, attributes: dict[str, str]) -> Region | None:
        """The region that an element begins, if it begins one."""
        start = self.scribe.length
        if tag in _HEADINGS:
            return Region("heading", start, start, level=int(tag[1]))
        if tag in ("blockquote", "pre"):
            self.lead(attributes.get("cite", ""))
            return Region("quotation" if tag == "blockquote" else "code", start, start)
        if tag == "table":
            layout = attributes.get("role") in ("presentation", "none")
            self.tables.append(_OpenTable(None if layout else self.table_number))
            self.table_number += not layout
        elif tag == "tr" and self.tables:
            self.tables[-1].row += 1
            self.tables[-1].column = 0
        elif tag in ("td", "th") and self.tables:
            return self.cell(self.tables[-1], attributes)
        return None

    def cell(self, table: _OpenTable, attributes: dict[str, str]) -> Region | None:
        row = max(table.row, 0)
        while table.taken.get(table.column, 0) > row:
            table.column += 1
        column = table.column
        table.column += _number(attributes.get("colspan", ""))
        rows = _number(attributes.get("rowspan", ""))
        for k in range(column, min(table.column, _MOST_COLUMNS)) if rows > 1 else ():
            table.taken[k] = row + rows
        start = self.scribe.length
        if table.number is None:
            return None
        return Region("cell", start, start, table=table.number, row=row, column=column)

    def end_element(self, tag: str) -> None:
        if self.opened[tag]:
            k = len(self.open) - 1
            while self.open[k].tag != tag:
                k -= 1
            self.close(k)

    def close(self, k: int) -> None:
        """Ends the open elements from one on."""
        while len(self.open) > k:
            one = self.open.pop()
            self.opened[one.tag] -= 1
            if one.tag == "table" and self.tables:
                self.tables.pop()
            end = self.scribe.length
            if one.region:
                self.scribe.region(one.region._replace(end=end))
            if one.names or one.note:
                self.note(one, end)

    def note(self, one: _OpenElement, end: int) -> None:
        """Notes what a link to an element means, and a note that has no name."""
        for name in one.names if one.tag not in _HEADINGS else ():
            self.notes.targets.setdefault(name, NoteTarget(one.start, end, one.note))
        if one.names and one.tag in _NOTE_ELEMENTS and any(map(_NOTE_NAME.search, one.names)):
            self.extend(one.start, end)
        if one.note and not one.names:
            self.notes.nameless.append(NoteTarget(one.start, end, True))

    def extend(self, start: int, end: int) -> None:
        """Takes what an identifier at the beginning of a note means to the end of that note."""
        for name in self.recent:
            target = self.notes.targets[name]
            if start <= target.start <= start + _LONGEST_MARK:
                self.notes.targets[name] = target._replace(end=end)
        self.recent = []

    def end_block(self, at: int) -> None:
        """Ends a paragraph, and what reaches to the end of it."""
        if self.raised >= 0:
            self.lower()
        if self.points:
            self.end_points(at)
        if self.beginning:
            self.beginning[1] = self.scribe.length
            self.beginning = None
        if self.scribe.in_paragraph:
            self.scribe.end_paragraph(at)

    # --- notes ---

    def end_points(self, at: int) -> None:
        for name, start in self.points:
            if name not in self.notes.targets:
                self.notes.targets[name] = NoteTarget(start, self.scribe.length, False)
                self.recent.append(name)
        self.points = []

    def follow(self, end: str, attributes: dict[str, str], begin: int, at: int) -> None:
        """Begins or ends a link, and notes it where it looks like the mark of a note."""
        if not end:
            self.lead(attributes.get("href", ""))
            kind = " ".join(attributes.get(name, "") for name in ("role", "epub:type", "class"))
            certain = _NOTE_REFERENCE.search(kind) is not None
            self.link = (attributes.get("href", ""), at, certain, self.raised >= 0)
            if certain and self.raised < 0:
                self.raised = at  # by its style, as in books
            self.linked = self.linked or self.raised >= 0
            return
        link, self.link = self.link, None
        if link and link[2] and not link[3]:
            self.lower()
        if link is None or "#" not in link[0] or begin - link[1] > 500:
            return
        href, start, certain, raised = link
        inside = self.page[start:begin]
        words = html.unescape(_TAG.sub("", inside))
        marked = _MARKED.fullmatch(words) is not None
        if not certain and not (marked or (_MARK.fullmatch(words) and len(words) <= _LONGEST_MARK)):
            return
        likely = raised or marked or "<sup" in inside or _NOTE_NAME.search(href.rpartition("#")[2])
        if certain or likely:
            self.notes.references.append(NoteMark(href, self.scribe.length, certain))

    def lead(self, address: str) -> None:
        """Notes the address of a link, or of what is quoted, where its words begin."""
        if address.startswith(("http://", "https://")) and len(address) <= _LONGEST_ADDRESS:
            self.scribe.region(Region("link", self.scribe.length, self.scribe.length, source=address))

    def count(self, number: str) -> None:
        """Notes a raised number that is no link: the mark of a note, or the beginning of one."""
        if not number.isdecimal():
            return
        if self.scribe.in_paragraph:
            self.numbers.setdefault(number, []).append(self.scribe.length)
        elif not self.beginning:
            self.beginning = [self.scribe.length, self.scribe.length]
            self.numbered.setdefault(number, []).append(self.beginning)

    def tie_numbers(self) -> None:
        """Ties each raised number to the next paragraph that begins with it."""
        for number, offsets in self.numbers.items():
            paragraphs = self.numbered.get(number, [])
            for offset in offsets:
                k = bisect_left(paragraphs, [offset, 0])
                if k < len(paragraphs):
                    self.scribe.region(Region("note", paragraphs[k][0], paragraphs[k][1], offset))


def _attributes(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(text):
        bare = value.strip("\"'")
        found.setdefault(name.lower(), html.unescape(bare) if "&" in bare else bare)
    return found


def _said(attributes: dict[str, str]) -> _Said:
    identifier, name = attributes.get("id"), attributes.get("name")
    named = tuple(filter(None, (identifier, name))) if name else (identifier,) if identifier else ()
    kind = " ".join(attributes[key] for key in ("role", "epub:type") if key in attributes)
    classes = attributes.get("class", "")
    return _Said(
        attributes,
        named,
        _is_hidden(attributes),
        bool(kind) and _NOTE.search(kind) is not None,
        bool(kind or classes) and _NOTES.search(f"{kind} {classes}") is not None,
    )


def _is_hidden(attributes: dict[str, str]) -> bool:
    if "hidden" in attributes:
        # Books keep notes hidden until their mark is touched.
        return not _NOTE.search(attributes.get("epub:type", "") + attributes.get("role", ""))
    return "style" in attributes and _HIDDEN.search(attributes["style"]) is not None


def _number(text: str) -> int:
    return min(max(int(text), 1), 1000) if text.isascii() and text.isdigit() and len(text) < 9 else 1
