"""Word documents: paragraphs, tables, text boxes, notes, headers, with tracked changes accepted.

The parts are read as they stand in the archive (ECMA-376, Part 1, clause 17). python-docx, which writes
such documents well, gives neither notes nor text boxes nor inserted words, and unpacks without a limit.
"""

from __future__ import annotations

import re

from aidefs.errors import InputError
from aidefs.readers.archives import Archive, parse
from aidefs.readers.flow import Flow
from aidefs.readers.source import ReadText, Scribe

__all__ = ["read_docx"]

# What a tracked change took away, alternatives for old programs, and codes of fields.
_UNREAD = frozenset(("del", "moveFrom", "Fallback", "instrText", "delText", "rubyText", "rt"))
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "sym": " "}
_NOTES = frozenset(("footnote", "endnote"))
_SEPARATORS = frozenset(("separator", "continuationSeparator", "continuationNotice"))
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
    scribe = Scribe()
    flow = Flow(scribe)
    _read_part(archive, main, flow, "")
    for pattern, part in _PARTS:
        for other in sorted(filter(pattern.fullmatch, archive.names)):
            _read_part(archive, other, flow, part)
    return scribe.done(name, "docx")


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
        raise InputError("not a Word document: the archive has no document part")
    return main


def _read_part(archive: Archive, name: str, flow: Flow, part: str) -> None:
    reading = _DocxReader(flow)
    if part:
        flow.enter(part)
    parse(archive, name, reading.start, reading.end, reading.words)
    flow.close()


class _DocxReader:
    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.path: list[str] = []  # the open elements
        self.unread = 0  # length of the path at an element whose words are not read, 0 outside of one
        self.tables = 0
        self.notes = 0
        self.joined = False  # whether the mark that ends the paragraph was deleted

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "del" and self.path[-2:] == ["pPr", "rPr"]:
            self.joined = True
        self.path.append(tag)
        if self.unread:
            return
        if tag in _UNREAD or (tag in _NOTES and attributes.get("type") in _SEPARATORS):
            self.unread = len(self.path)
        elif tag == "p":
            self.flow.begin()
        elif tag == "tbl":
            self.tables += 1
            self.flow.enter(f"table {self.tables}")
        elif tag == "txbxContent":
            self.flow.enter("text box")
        elif tag in _NOTES:
            self.notes += 1
            self.flow.enter(f"{tag} {self.notes}")
        elif tag in _SIGNS and self.path[-2:-1] == ["r"]:
            self.flow.add(_SIGNS[tag])

    def end(self, tag: str) -> None:
        read = not self.unread
        if len(self.path) == self.unread:
            self.unread = 0
        self.path.pop()
        if not read:
            return
        if tag == "p":
            self.flow.end(joined=self.joined)
            self.joined = False
        elif tag in ("tbl", "txbxContent") or tag in _NOTES:
            self.flow.leave()

    def words(self, text: str) -> None:
        if not self.unread and self.path[-1] == "t":
            self.flow.add(text)
