"""EPUB books: the chapters in their reading order (EPUB 3.3, chapters 4 and 5)."""

from __future__ import annotations

from urllib.parse import unquote

from aidefs.errors import InputError
from aidefs.readers.archives import Archive, parse
from aidefs.readers.encodings import decode
from aidefs.readers.html import NoteMark, Notes, NoteTarget, struck_classes, tied, write_html
from aidefs.readers.source import Location, ReadText, Scribe

__all__ = ["read_epub"]

_CONTAINER = "META-INF/container.xml"


def read_epub(name: str, data: bytes) -> ReadText:
    """Reads a book."""
    archive = Archive(data)
    if "META-INF/encryption.xml" in archive.names:
        _refuse_rights_management(archive)
    scribe = Scribe()
    notes = Notes()
    tables = 0
    chapters, sheets = _chapters(archive)
    struck = {name for sheet in sheets for name in struck_classes(decode(archive.read(sheet)).text)}
    for chapter in chapters:
        scribe.end_paragraph()
        scribe.anchor(Location(part=chapter.rpartition("/")[2], paragraph=1))
        page = Scribe()
        found = write_html(page, decode(archive.read(chapter), "html").text, struck)
        _gather(notes, found, archive, chapter, scribe.length)
        read = page.done("", "")
        scribe.regions(read.regions, scribe.length, tables)
        tables += len({one.table for one in read.regions} - {None})
        scribe.write(read.text)
    scribe.regions(tied(notes))
    return scribe.done(name, "epub", cites_by_number=True)


def _gather(notes: Notes, found: Notes, archive: Archive, chapter: str, shift: int) -> None:
    """Takes the notes of a chapter to those of the book, under names that are unique in it."""
    for href, offset, certain in found.references:
        path, _, name = href.partition("#")
        file = archive.beside(chapter, unquote(path)) if path else chapter
        notes.references.append(NoteMark(f"{file}#{unquote(name)}", offset + shift, certain))
    for name, (start, end, note) in found.targets.items():
        notes.targets[f"{chapter}#{name}"] = NoteTarget(start + shift, end + shift, note)
    notes.nameless += (NoteTarget(start + shift, end + shift, note) for start, end, note in found.nameless)


def _chapters(archive: Archive) -> tuple[list[str], list[str]]:
    """Names of the content documents in the order of the spine, each once, and of the style sheets."""
    packages: list[str] = []
    items: dict[str, tuple[str, str]] = {}
    spine: list[str] = []

    def container(tag: str, attributes: dict[str, str]) -> None:
        if tag == "rootfile":
            packages.append(attributes.get("full-path", ""))

    def package(tag: str, attributes: dict[str, str]) -> None:
        if tag == "item":
            items[attributes.get("id", "")] = (attributes.get("href", ""), attributes.get("media-type", ""))
        elif tag == "itemref":
            spine.append(attributes.get("idref", ""))

    if _CONTAINER not in archive.names:
        raise InputError(f"not an EPUB: the archive has no '{_CONTAINER}'")
    parse(archive, _CONTAINER, container)
    if not packages:
        raise InputError(f"not an EPUB: '{_CONTAINER}' names no package")
    parse(archive, packages[0], package)
    chosen = (items[key][0] for key in dict.fromkeys(spine) if key in items and "html" in items[key][1])
    styles = (href for href, kind in items.values() if kind == "text/css")
    chapters, sheets = (
        list(dict.fromkeys(archive.beside(packages[0], unquote(href)) for href in some))
        for some in (chosen, styles)
    )
    return chapters, [sheet for sheet in sheets if sheet in archive.names]


def _refuse_rights_management(archive: Archive) -> None:
    """Fonts may be obscured; where chapters are, there is nothing to read."""
    encrypted: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "CipherReference":
            encrypted.append(attributes.get("URI", ""))

    parse(archive, "META-INF/encryption.xml", start)
    if any(name.lower().endswith(("html", "htm")) for name in encrypted):
        raise InputError("encrypted")
