"""OpenDocument texts: paragraphs, tables, text boxes, notes, headers, with tracked changes accepted.

The elements are those of OpenDocument 1.3, Part 3, chapters 5 to 10. Words that are struck out or hidden are
not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from aidefs.errors import InputError
from aidefs.patterns import late
from aidefs.readers.archives import Archive, parse
from aidefs.readers.flow import SIDE_INDENT, Flow, Look, is_quotation_style
from aidefs.readers.source import ReadText, Scribe

__all__ = ["read_odt"]

# Deletions stand in a list of their own; comments and the signs of notes are no words of the text.
_UNREAD = frozenset(("tracked-changes", "annotation", "note-citation", "ruby-text", "forms", "scripts"))
_SIGNS = {"tab": "\t", "line-break": "\n"}
_PAGE_PARTS = {kind + suffix: kind for kind in ("header", "footer") for suffix in ("", "-left", "-first")}
_MOST_SPACES = 1000
_MOST_CELLS = 100  # columns or rows that one element stands for
_OTHER_STYLES = frozenset(("default-style", "list-style", "outline-style", "page-layout", "master-page"))
_LENGTH = late(r"(\d+(?:\.\d+)?)(pt|pc|in|cm|mm|px)")
_POINTS = {"pt": 1.0, "pc": 12.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75}


def read_odt(name: str, data: bytes) -> ReadText:
    """Reads an OpenDocument text."""
    archive = Archive(data)
    if "content.xml" not in archive.names:
        raise InputError("not an OpenDocument text: the archive has no 'content.xml'")
    if "META-INF/manifest.xml" in archive.names and b"encryption-data" in archive.read(
        "META-INF/manifest.xml"
    ):
        raise InputError("encrypted")
    scribe = Scribe()
    flow = Flow(scribe)
    styles = _OdfStyles()
    if "styles.xml" in archive.names:
        parse(archive, "styles.xml", styles.start)
    for part, inside in (("content.xml", True), ("styles.xml", False)):
        if part in archive.names:
            reading = _OdtReader(flow, styles, inside, scribe.enter_part(part))
            parse(archive, part, reading.start, reading.end, reading.words)
            flow.close()
    flow.finish()
    return replace(scribe.done(name, "odt", cites_by_number=True), data=data)


@dataclass(slots=True)
class _Style:
    """What a style says itself; None where it says nothing."""

    parent: str = ""
    names: tuple[str, ...] = ()
    left: float | None = None  # points
    right: float | None = None
    struck: bool | None = None


class _OdfStyles:
    """The styles of a document, each by its family and name."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str], _Style] = {}
        self.open = _Style()

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "style":
            name, family = attributes.get("name", ""), attributes.get("family", "")
            names = (_decoded(name), attributes.get("display-name", ""))
            self.open = self.known[family, name] = _Style(attributes.get("parent-style-name", ""), names)
        elif tag in _OTHER_STYLES:
            self.open = _Style()
        elif tag == "paragraph-properties":
            self.open.left = _points(attributes, "margin-left")
            self.open.right = _points(attributes, "margin-right")
        elif tag == "text-properties":
            line = [attributes.get(f"text-line-through-{key}") for key in ("style", "type")]
            display = attributes.get("display")
            if any(line) or display:
                self.open.struck = display == "none" or any(value not in (None, "none") for value in line)

    def look(self, style: str) -> Look:
        """What a paragraph of a style is."""
        left: float | None = None
        right: float | None = None
        for one in self._ancestors("paragraph", style):
            if "Title" in one.names:
                return Look(1)
            if any(map(is_quotation_style, one.names)):
                return Look(quoted=True)
            left = one.left if left is None else left
            right = one.right if right is None else right
        return Look(quoted=min(left or 0, right or 0) >= SIDE_INDENT)

    def struck(self, family: str, style: str) -> bool:
        """Whether the words of a style are struck out or hidden."""
        found = (one.struck for one in self._ancestors(family, style) if one.struck is not None)
        return next(found, False)

    def _ancestors(self, family: str, style: str) -> Iterator[_Style]:
        seen: set[str] = set()
        while (family, style) in self.known and style not in seen:
            seen.add(style)
            yield self.known[family, style]
            style = self.known[family, style].parent


def _points(attributes: dict[str, str], name: str) -> float | None:
    match = _LENGTH.fullmatch(attributes.get(name, ""))
    return float(match[1]) * _POINTS[match[2]] if match else None


def _decoded(name: str) -> str:
    """The name of a style whose spaces and signs are written as "_20_"."""
    return re.sub("_([0-9a-f]{2})_", lambda match: chr(int(match[1], 16)), name)


def _number(attributes: dict[str, str], name: str, most: int) -> int:
    number = attributes.get(name, "1")
    return min(int(number), most) if number.isascii() and number.isdigit() else 1


class _OdtReader:
    def __init__(self, flow: Flow, styles: _OdfStyles, inside: bool, place: int) -> None:
        self.flow = flow
        self.place = place  # of the next words in their part
        self.styles = styles
        self.inside = int(inside)  # of the styles only headers and footers are read
        self.unread = 0
        self.struck: list[bool] = []  # of the open paragraphs and spans
        self.paragraphs = 0  # open ones
        self.notes = 0
        self.columns = [1]  # that the open cell of each open table stands for
        self.rows = [1]

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.styles.start(tag, attributes)
        if tag in _UNREAD:
            self.unread += 1
        elif tag in _PAGE_PARTS:
            self.inside += 1
            self.flow.enter(_PAGE_PARTS[tag])
        elif self.unread or not self.inside:
            return
        elif tag in ("p", "h"):
            self.paragraph(tag, attributes)
        elif tag == "span":
            struck = self.styles.struck("text", attributes.get("style-name", ""))
            self.struck.append(struck or self.struck[-1:] == [True])
        elif tag == "a":
            self.flow.link(attributes.get("href", ""))
        elif tag == "text-box":
            self.flow.enter("text box")
        elif tag == "note":
            self.notes += 1
            self.flow.refer(f"note {self.notes}")
            self.flow.enter(f"{attributes.get('note-class', 'note')} {self.notes}", f"note {self.notes}")
        elif tag == "s":
            self.add(" " * _number(attributes, "c", _MOST_SPACES))
        elif tag in _SIGNS:
            self.add(_SIGNS[tag])
        else:
            self.table(tag, attributes)

    def paragraph(self, tag: str, attributes: dict[str, str]) -> None:
        self.paragraphs += 1
        style = attributes.get("style-name", "")
        self.struck.append(self.styles.struck("paragraph", style))
        heading = tag == "h"
        self.flow.begin(Look(_number(attributes, "outline-level", 9)) if heading else self.styles.look(style))

    def table(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table":
            self.columns.append(1)
            self.rows.append(1)
            self.flow.enter_table()
        elif tag == "table-row":
            self.flow.row(self.rows[-1])
            self.rows[-1] = _number(attributes, "number-rows-repeated", _MOST_CELLS)
            self.columns[-1] = 1
        elif tag in ("table-cell", "covered-table-cell"):
            self.flow.column(self.columns[-1])
            self.columns[-1] = _number(attributes, "number-columns-repeated", _MOST_CELLS)

    def end(self, tag: str) -> None:
        if tag in _UNREAD:
            self.unread -= 1
        elif tag in _PAGE_PARTS:
            self.inside -= 1
            self.flow.leave()
        elif self.unread or not self.inside:
            return
        elif tag in ("p", "h"):
            self.paragraphs -= 1
            self.struck.pop()
            self.flow.end()
        elif tag == "span":
            self.struck.pop()
        elif tag == "table":
            self.columns.pop()
            self.rows.pop()
            self.flow.leave_table()
        elif tag in ("text-box", "note"):
            self.flow.leave()

    def words(self, text: str) -> None:
        if self.paragraphs and self.inside and not self.unread:
            self.add(text, self.place)
        self.place += len(text)

    def add(self, text: str, begin: int = -1) -> None:
        """Adds words, unless they are struck out or hidden."""
        if self.struck[-1:] != [True]:
            self.flow.add(text, begin)
