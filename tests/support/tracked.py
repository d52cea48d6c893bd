"""Tracked changes of office documents accepted or rejected, and comments, by the XML alone."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree

from support.documents import with_part

__all__ = ["accepted", "comments", "parts", "rejected"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_O = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of an archive, which must be whole."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def accepted(data: bytes) -> bytes:
    """A document in which every change is made."""
    return _changed(data, accept=True)


def rejected(data: bytes) -> bytes:
    """A document in which no change is made."""
    return _changed(data, accept=False)


def comments(data: bytes) -> list[list[str]]:
    """The paragraphs of each comment, in the order of their identifiers or of the text."""
    held = parts(data)
    if "content.xml" in held:
        found = etree.fromstring(held["content.xml"]).iter(f"{_O}annotation")
        paragraph = f"{_T}p"
    else:
        name = next((name for name in held if name.endswith("comments.xml")), None)
        found = etree.fromstring(held[name]).iter(f"{_W}comment") if name else iter(())
        paragraph = f"{_W}p"
    return [["".join(p.itertext()) for p in one.iter(paragraph)] for one in found]


def _changed(data: bytes, *, accept: bool) -> bytes:
    for name, content in parts(data).items():
        if not name.endswith(".xml") or not content.startswith(b"<"):
            continue
        root = etree.fromstring(content)
        if name == "content.xml":
            _opendocument(root, accept=accept)
        else:
            _word(root, accept=accept)
        data = with_part(data, name, etree.tostring(root, encoding="UTF-8", xml_declaration=True))
    return data


def _word(root: Any, *, accept: bool) -> None:
    for gone in list(root.iter(f"{_W}del" if accept else f"{_W}ins")):
        if gone.getparent().tag != f"{_W}rPr":
            gone.getparent().remove(gone)
    for kept in list(root.iter(f"{_W}ins" if accept else f"{_W}del")):
        _unwrap(kept)
    for text in list(root.iter(f"{_W}delText")):
        text.tag = f"{_W}t"
    for tag in ("commentRangeStart", "commentRangeEnd"):
        for mark in list(root.iter(f"{_W}{tag}")):
            mark.getparent().remove(mark)


def _opendocument(root: Any, *, accept: bool) -> None:
    regions = {region.get(f"{_T}id"): region for region in root.iter(f"{_T}changed-region")}
    for listed in list(root.iter(f"{_T}tracked-changes")):
        listed.getparent().remove(listed)
    for note in [*root.iter(f"{_O}annotation"), *root.iter(f"{_O}annotation-end")]:
        _put(note, [])
    for mark in list(root.iter(f"{_T}change")):
        (held,) = regions[mark.get(f"{_T}change-id")].iter(f"{_T}deletion")
        (paragraph,) = held.iter(f"{_T}p")
        _put(mark, [] if accept else [paragraph.text or "", *_flat(paragraph)])
    for start in list(root.iter(f"{_T}change-start")):
        end = start.getnext()
        assert end.tag == f"{_T}change-end" and end.get(f"{_T}change-id") == start.get(f"{_T}change-id")
        assert len(list(regions[start.get(f"{_T}change-id")].iter(f"{_T}insertion"))) == 1
        words = start.tail or ""
        start.tail = words if accept else ""
        _put(start, [])
        _put(end, [])


def _flat(paragraph: Any) -> list[Any]:
    """What stands in a paragraph, without its spans: text, and elements for white space."""
    found: list[Any] = []
    for child in paragraph:
        if child.tag == f"{_T}span":
            found += [child.text or "", *_flat(child)]
        else:
            found.append(" " if child.tag == f"{_T}s" else child)
        found.append(child.tail or "")
    return found


def _put(mark: Any, content: list[Any]) -> None:
    """Puts text in the place of an element that is only a mark."""
    assert all(isinstance(piece, str) for piece in content)
    text = "".join(content) + (mark.tail or "")
    before, parent = mark.getprevious(), mark.getparent()
    if before is None:
        parent.text = (parent.text or "") + text
    else:
        before.tail = (before.tail or "") + text
    mark.tail = None
    parent.remove(mark)


def _unwrap(element: Any) -> None:
    parent = element.getparent()
    at = parent.index(element)
    for child in list(element):
        parent.insert(at, child)
        at += 1
    parent.remove(element)
