"""EPUB books: the chapters in their reading order (EPUB 3.3, chapters 4 and 5)."""

from __future__ import annotations

from urllib.parse import unquote

from aidefs.errors import InputError
from aidefs.readers.archives import Archive, parse
from aidefs.readers.encodings import decode
from aidefs.readers.html import write_html
from aidefs.readers.source import Location, ReadText, Scribe

__all__ = ["read_epub"]

_CONTAINER = "META-INF/container.xml"


def read_epub(name: str, data: bytes) -> ReadText:
    """Reads a book."""
    archive = Archive(data)
    if "META-INF/encryption.xml" in archive.names:
        _refuse_rights_management(archive)
    scribe = Scribe()
    for chapter in _chapters(archive):
        scribe.end_paragraph()
        scribe.anchor(Location(part=chapter.rpartition("/")[2], paragraph=1))
        page = Scribe()
        write_html(page, decode(archive.read(chapter), declares=True).text)
        scribe.write(page.done("", "").text)
    return scribe.done(name, "epub")


def _chapters(archive: Archive) -> list[str]:
    """Names of the content documents in the order of the spine, each once."""
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
    return list(dict.fromkeys(archive.beside(packages[0], unquote(href)) for href in chosen))


def _refuse_rights_management(archive: Archive) -> None:
    """Fonts may be obscured; where chapters are, there is nothing to read."""
    encrypted: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "CipherReference":
            encrypted.append(attributes.get("URI", ""))

    parse(archive, "META-INF/encryption.xml", start)
    if any(name.lower().endswith(("html", "htm")) for name in encrypted):
        raise InputError("encrypted")
