"""Word documents: paragraphs, tables, text boxes, notes, headers, with tracked changes accepted.

Words that are struck out or hidden are not read, since nobody who reads the document takes them for its text.

The parts are read as they stand in the archive (ECMA-376, Part 1, clause 17). python-docx, which writes
such documents well, gives neither notes nor text boxes nor inserted words, and unpacks without a limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from aidefs.errors import InputError
from aidefs.patterns import late
from aidefs.readers.archives import Archive, parse
from aidefs.readers.flow import SIDE_INDENT, Flow, Look, is_quotation_style
from aidefs.readers.source import ReadText, Scribe

__all__ = ["read_docx"]

# What a tracked change took away, alternatives for old programs, and codes of fields.
_UNREAD = frozenset(("del", "moveFrom", "Fallback", "instrText", "delText", "rubyText", "rt"))
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "sym": " "}
_NOTES = frozenset(("footnote", "endnote"))
_SEPARATORS = frozenset(("separator", "continuationSeparator", "continuationNotice"))
_TABLE = frozenset(("tbl", "tr", "tc", "gridSpan"))
_REFERENCES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_STRUCK = frozenset(("strike", "dstrike", "vanish"))
_LOOKS = _STRUCK | {"outlineLvl", "ind"}
# Elements that begin something; all others say at most how it looks.
_BEGINNING = _UNREAD | _SIGNS.keys() | _NOTES | _REFERENCES.keys() | _TABLE | {"p", "r", "txbxContent"}
_OFF = frozenset(("0", "false", "off"))
_STYLES = late(r"(?:.*/)?styles\d*\.xml")
_HEADING = late(r"heading (\d)")
_HYPERLINK = late(r"\bHYPERLINK\s+\"([^\"]{1,1000})\"")
_TWIPS = 20  # a point
_MOST_COLUMNS = 100
_PARTS = (
    (re.compile(r"(?:.*/)?footnotes\d*\.xml"), ""),
    (re.compile(r"(?:.*/)?endnotes\d*\.xml"), ""),
    (re.compile(r"(?:.*/)?header\d*\.xml"), "header"),
    (re.compile(r"(?:.*/)?footer\d*\.xml"), "footer"),
)


def read_docx(name: str, data: bytes) -> ReadText:
    """Reads a Word document."""
    archive = Archive(data)
    main = _main_part(archive)
    related = _Relations(archive)
    scribe = Scribe()
    flow = Flow(scribe)
    styles = _WordStyles()
    for part in sorted(filter(_STYLES.fullmatch, archive.names))[:1]:
        parse(archive, part, styles.start, styles.end)
    _read_part(archive, main, flow, styles, related, "")
    for pattern, part in _PARTS:
        for other in sorted(filter(pattern.fullmatch, archive.names)):
            _read_part(archive, other, flow, styles, related, part)
    flow.finish()
    return replace(scribe.done(name, "docx", cites_by_number=True), data=data)


def _main_part(archive: Archive) -> str:
    """The part that the relationships of the package call the document (ECMA-376, Part 2, clause 6.5)."""
    found: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship" and attributes.get("Type", "").endswith("/officeDocument"):
            found.append(attributes.get("Target", "").lstrip("/"))

    if "_rels/.rels" in archive.names:
        parse(archive, "_rels/.rels", start)
    main = found[0] if found else "word/document.xml"
    if main not in archive.names:
        raise InputError("not a Word document: the archive has no document part; save it as .docx or .odt")
    if main.startswith(("xl/", "ppt/")):
        raise InputError("a workbook or a presentation, which is not read; save its words as .docx or .odt")
    return main


def _read_part(
    archive: Archive, name: str, flow: Flow, styles: _WordStyles, related: _Relations, part: str
) -> None:
    reading = _DocxReader(flow, styles, flow.scribe.enter_part(name), related.of(name))
    if part:
        flow.enter(part)
    parse(archive, name, reading.start, reading.end, reading.words)
    flow.close()


class _Relations:
    """What the parts of a document refer to."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive

    def of(self, part: str) -> dict[str, str]:
        """The addresses outside of the document to which a part has links, by identifier."""
        found: dict[str, str] = {}

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag == "Relationship" and attributes.get("TargetMode") == "External":
                found[attributes.get("Id", "")] = attributes.get("Target", "")

        folder, _, name = part.rpartition("/")
        relations = f"{folder}/_rels/{name}.rels".lstrip("/")
        with suppress(InputError):  # a document without its links can still be read
            if relations in self.archive.names:
                parse(self.archive, relations, start)
        return found


@dataclass(slots=True)
class _Properties:
    """What a style, or a paragraph itself, says of its looks; None where it says nothing."""

    based_on: str = ""
    name: str = ""
    outline: int | None = None  # from 0; 9 is no heading
    left: float | None = None  # points
    right: float | None = None
    struck: bool | None = None

    def take(self, tag: str, attributes: dict[str, str]) -> None:
        """Takes in a property of paragraphs or runs (ECMA-376, Part 1, clauses 17.3.1 and 17.3.2)."""
        value = attributes.get("val", "")
        if tag == "outlineLvl" and value.isdecimal():
            self.outline = int(value)
        elif tag == "ind":
            left, right = (
                attributes.get(a, attributes.get(b)) for a, b in (("start", "left"), ("end", "right"))
            )
            self.left = self.left if left is None else _points(left)
            self.right = self.right if right is None else _points(right)
        elif tag in _STRUCK:
            self.struck = bool(self.struck) or value not in _OFF


_PLAIN = _Properties()  # what most paragraphs and runs say of themselves; it is never changed


class _WordStyles:
    """The styles of a document."""

    def __init__(self) -> None:
        self.looks: dict[str, Look] = {}  # of paragraphs that say nothing themselves, by style
        self.known: dict[str, _Properties] = {}
        self.open: _Properties | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "style":
            self.open = self.known[attributes.get("styleId", "")] = _Properties()
        elif self.open is None:
            return
        elif tag == "name":
            self.open.name = attributes.get("val", "")
        elif tag == "basedOn":
            self.open.based_on = attributes.get("val", "")
        else:
            self.open.take(tag, attributes)

    def end(self, tag: str) -> None:
        if tag == "style":
            self.open = None

    def look(self, style: str, own: _Properties) -> Look:
        """What a paragraph is, by its style and by what it says itself."""
        if own is not _PLAIN:
            return self._look(style, own)
        if style not in self.looks:
            self.looks[style] = self._look(style, own)
        return self.looks[style]

    def _look(self, style: str, own: _Properties) -> Look:
        outline, left, right = own.outline, own.left, own.right
        level: int | None = None
        quoted = False
        for identifier, one in self._ancestors(style):
            quoted = quoted or is_quotation_style(one.name) or is_quotation_style(identifier)
            heading = _HEADING.fullmatch(one.name.lower())
            level = int(heading[1]) if heading and level is None else level
            level = 1 if one.name.lower() == "title" and level is None else level
            outline = one.outline if outline is None else outline
            left, right = one.left if left is None else left, one.right if right is None else right
        if outline is not None:
            level = outline + 1 if outline < 9 else None
        if level is not None:
            return Look(level)
        return Look(None, quoted or min(left or 0, right or 0) >= SIDE_INDENT)

    def struck(self, style: str) -> bool:
        """Whether the words of a style are struck out or hidden."""
        found = (one.struck for _, one in self._ancestors(style) if one.struck is not None)
        return next(found, False)

    def _ancestors(self, style: str) -> Iterator[tuple[str, _Properties]]:
        seen: set[str] = set()
        while style in self.known and style not in seen:
            seen.add(style)
            yield style, self.known[style]
            style = self.known[style].based_on


def _points(twips: str) -> float:
    try:
        return float(twips) / _TWIPS
    except ValueError:
        return 0.0


class _DocxReader:
    def __init__(self, flow: Flow, styles: _WordStyles, place: int, links: dict[str, str]) -> None:
        self.flow = flow
        self.links = links
        self.place = place  # of the next words in their part
        self.styles = styles
        self.path: list[str] = []  # the open elements
        self.unread = 0  # length of the path at an element whose words are not read, 0 outside of one
        self.notes = 0
        self.joined = False  # whether the mark that ends the paragraph was deleted
        self.paragraphs: list[tuple[str, _Properties]] = []  # style and own properties of the open ones
        self.runs: list[tuple[str, _Properties]] = []  # the same for runs
        self.code = ""  # of the field that is open
        self.spans = [1]  # columns of the open cell of each open table

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        path = self.path
        if tag == "del" and path[-2:] == ["pPr", "rPr"]:
            self.joined = True
        path.append(tag)
        if tag == "instrText":
            self.code = ""
        if self.unread:
            return
        if tag == "hyperlink" and "id" in attributes:
            self.flow.link(self.links.get(attributes["id"], ""))
        elif tag == "fldSimple":
            self.follow(attributes.get("instr", ""))
        if tag not in _BEGINNING:
            if len(path) > 2:
                self.properties(tag, attributes)
        elif tag in _UNREAD or (tag in _NOTES and attributes.get("type") in _SEPARATORS):
            self.unread = len(self.path)
        elif tag == "p":
            self.paragraphs.append(("", _PLAIN))
            self.flow.begin()
        elif tag == "r":
            self.runs.append(("", _PLAIN))
        elif tag == "txbxContent":
            self.flow.enter("text box")
        elif tag in _NOTES:
            self.notes += 1
            self.flow.enter(f"{tag} {self.notes}", f"{tag} {attributes.get('id', '')}")
        elif tag in _REFERENCES:
            self.flow.refer(f"{_REFERENCES[tag]} {attributes.get('id', '')}")
        elif tag in _SIGNS:
            if path[-2:-1] == ["r"]:
                self.add(_SIGNS[tag])
        else:
            self.table(tag, attributes)

    def table(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "tbl":
            self.spans.append(1)
            self.flow.enter_table()
        elif tag == "tr":
            self.spans[-1] = 1
            self.flow.row()
        elif tag == "tc":
            self.flow.column(self.spans[-1])
            self.spans[-1] = 1
        elif tag == "gridSpan":
            value = attributes.get("val", "")
            self.spans[-1] = min(max(int(value), 1), _MOST_COLUMNS) if value.isdecimal() else 1

    def properties(self, tag: str, attributes: dict[str, str]) -> None:
        """Notes the looks of the paragraph or the run that is open."""
        parent, around = self.path[-2], self.path[-3]
        if parent == "pPr" and around == "p" and self.paragraphs:
            _own(self.paragraphs, "pStyle", tag, attributes)
            self.flow.look(self.styles.look(*self.paragraphs[-1]))
        elif parent == "rPr" and around == "r" and self.runs:
            _own(self.runs, "rStyle", tag, attributes)

    def end(self, tag: str) -> None:
        read = not self.unread
        if tag == "instrText" and len(self.path) == self.unread:
            self.follow(self.code)
        if len(self.path) == self.unread:
            self.unread = 0
        self.path.pop()
        if not read or tag not in _BEGINNING:
            return
        if tag == "p":
            self.paragraphs.pop()
            self.flow.end(joined=self.joined)
            self.joined = False
        elif tag == "r":
            self.runs.pop()
        elif tag == "tbl":
            self.spans.pop()
            self.flow.leave_table()
        elif tag == "txbxContent" or tag in _NOTES:
            self.flow.leave()

    def follow(self, code: str) -> None:
        """Notes the link that the code of a field makes (ECMA-376, Part 1, clause 17.16.5.25)."""
        link = _HYPERLINK.search(code)
        if link:
            self.flow.link(link[1])

    def words(self, text: str) -> None:
        if not self.unread and self.path[-1] == "t":
            self.add(text, self.place)
        elif self.path[-1] == "instrText":
            self.code += text
        self.place += len(text)

    def add(self, text: str, begin: int = -1) -> None:
        """Adds words, unless they are struck out or hidden."""
        style, own = self.runs[-1] if self.runs else ("", _PLAIN)
        struck = own.struck if own.struck is not None else bool(style) and self.styles.struck(style)
        if not struck:
            self.flow.add(text, begin)


def _own(opened: list[tuple[str, _Properties]], style: str, tag: str, attributes: dict[str, str]) -> None:
    name, own = opened[-1]
    if tag == style:
        opened[-1] = attributes.get("val", ""), own
    elif tag in _LOOKS:
        if own is _PLAIN:
            own = _Properties()
        own.take(tag, attributes)
        opened[-1] = name, own
