"""OpenDocument texts: paragraphs, tables, text boxes, notes, headers, with tracked changes accepted.

The elements are those of OpenDocument 1.3, Part 3, chapters 5 to 10.
"""

from __future__ import annotations

from aidefs.errors import InputError
from aidefs.readers.archives import Archive, parse
from aidefs.readers.flow import Flow
from aidefs.readers.source import ReadText, Scribe

__all__ = ["read_odt"]

# Deletions stand in a list of their own; comments and the signs of notes are no words of the text.
_UNREAD = frozenset(("tracked-changes", "annotation", "note-citation", "ruby-text", "forms", "scripts"))
_SIGNS = {"tab": "\t", "line-break": "\n"}
_PAGE_PARTS = {kind + suffix: kind for kind in ("header", "footer") for suffix in ("", "-left", "-first")}
_MOST_SPACES = 1000


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
    for part, inside in (("content.xml", True), ("styles.xml", False)):
        if part in archive.names:
            reading = _OdtReader(flow, inside)
            parse(archive, part, reading.start, reading.end, reading.words)
            flow.close()
    return scribe.done(name, "odt")


class _OdtReader:
    def __init__(self, flow: Flow, inside: bool) -> None:
        self.flow = flow
        self.inside = int(inside)  # of the styles only headers and footers are read
        self.unread = 0
        self.paragraphs = 0  # open ones
        self.tables = 0
        self.notes = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _UNREAD:
            self.unread += 1
        elif tag in _PAGE_PARTS:
            self.inside += 1
            self.flow.enter(_PAGE_PARTS[tag])
        elif self.unread or not self.inside:
            return
        elif tag in ("p", "h"):
            self.paragraphs += 1
            self.flow.begin()
        elif tag == "table":
            self.tables += 1
            self.flow.enter(f"table {self.tables}")
        elif tag == "text-box":
            self.flow.enter("text box")
        elif tag == "note":
            self.notes += 1
            self.flow.enter(f"{attributes.get('note-class', 'note')} {self.notes}")
        elif tag == "s":
            number = attributes.get("c", "1")
            self.flow.add(
                " " * (min(int(number), _MOST_SPACES) if number.isascii() and number.isdigit() else 1)
            )
        elif tag in _SIGNS:
            self.flow.add(_SIGNS[tag])

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
            self.flow.end()
        elif tag in ("table", "text-box", "note"):
            self.flow.leave()

    def words(self, text: str) -> None:
        if self.paragraphs and self.inside and not self.unread:
            self.flow.add(text)
