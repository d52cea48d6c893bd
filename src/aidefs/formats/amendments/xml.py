"""The XML of an office document with the place of every byte, so that a change leaves all else alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from aidefs.classes import NamedTuple
from aidefs.errors import InputError
from aidefs.text.visible import storable

__all__ = ["Splice", "TaggedElement", "Words", "edited", "escaped", "index", "quoted"]

_TAG = re.compile(rb"""<(?:[^"'>]|"[^"]*"|'[^']*')*+>""")


@dataclass(slots=True, eq=False)
class TaggedElement:
    """An element of a part.

    Attributes:
        space: Its namespace.
        name: Its name in it.
        prefix: Its prefix with the colon, "" where it has none.
        attributes: By their names, those of other namespaces as "namespace}name".
        parent: The element around it.
        start: Offset of its first byte.
        inner: Offset behind its start tag.
        stop: Offset of its end tag; the same as `end` in an empty one.
        end: Offset behind its last byte.
        at: Number of characters between tags before it.
    """

    space: str
    name: str
    prefix: str
    attributes: dict[str, str]
    parent: TaggedElement | None
    start: int
    inner: int
    at: int
    stop: int = 0
    end: int = 0

    def above(self) -> Iterable[TaggedElement]:
        """The elements around it, from the inside."""
        one = self.parent
        while one is not None:
            yield one
            one = one.parent


class Words(NamedTuple):
    """Characters between two tags.

    Attributes:
        text: The characters.
        at: Number of characters between tags before them.
        start: Offset of their first byte.
        end: Offset behind their last byte.
        inside: The element around them.
        plain: Whether they stand there as they are or as references, not in a CDATA section.
    """

    text: str
    at: int
    start: int
    end: int
    inside: TaggedElement
    plain: bool


class Splice(NamedTuple):
    """Bytes [start, end) of a part, and what is written in their place."""

    start: int
    end: int
    new: bytes


def edited(data: bytes, edits: Iterable[Splice]) -> bytes:
    """A part with its edits made.

    They do not overlap; those at one place keep their order, and equal ones are one.
    """
    parts = []
    at = 0
    for start, end, new in sorted(dict.fromkeys(edits), key=lambda edit: edit[:2]):
        parts += [data[at:start], new]
        at = end
    return b"".join([*parts, data[at:]])


def escaped(text: str) -> str:
    """A text as words between tags."""
    return escape(storable(text))


def quoted(text: str) -> str:
    """A text as the value of an attribute, with its quotation marks."""
    return quoteattr(storable(text))


def index(
    data: bytes,
    wanted: Iterable[tuple[int, int]],
    started: Callable[[TaggedElement], None] = lambda element: None,
) -> list[Words]:
    """The words of a part that are asked for, with the bytes that they are written in.

    Args:
        data: A part in UTF-8.
        wanted: Stretches of characters between tags; words that only touch one are given, too.
        started: What is told of every element when it begins; its ends are filled in later.

    Raises:
        InputError: The part is not in UTF-8, or not well formed.
    """
    reading = _XmlIndex(data, wanted, started)
    parser = expat.ParserCreate("utf-8", namespace_separator="}")
    parser.namespace_prefixes = True
    parser.buffer_text = False

    def refuse(*_: object) -> None:
        raise InputError("a document type declaration, which is not read")

    def declared(_version: str, encoding: str | None, _standalone: int) -> None:
        if (encoding or "utf-8").lower() not in ("utf-8", "us-ascii"):
            raise InputError(f"a part in {encoding}")

    parser.StartDoctypeDeclHandler = refuse
    parser.XmlDeclHandler = declared
    parser.StartElementHandler = lambda tag, attributes: reading.start(
        tag, attributes, parser.CurrentByteIndex
    )
    parser.EndElementHandler = lambda _: reading.stop(parser.CurrentByteIndex)
    parser.CharacterDataHandler = lambda text: reading.words(text, parser.CurrentByteIndex)
    parser.CommentHandler = lambda _: reading.flush(parser.CurrentByteIndex)
    parser.ProcessingInstructionHandler = lambda *_: reading.flush(parser.CurrentByteIndex)
    parser.StartCdataSectionHandler = lambda: reading.cdata(parser.CurrentByteIndex, begins=True)
    parser.EndCdataSectionHandler = lambda: reading.cdata(parser.CurrentByteIndex, begins=False)
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise InputError(f"not well-formed XML: {error}") from None
    return reading.found


class _XmlIndex:
    def __init__(
        self, data: bytes, wanted: Iterable[tuple[int, int]], started: Callable[[TaggedElement], None]
    ) -> None:
        self.data = data
        self.wanted = _merged(wanted)
        self.ends = [end for _, end in self.wanted]
        self.started = started
        self.found: list[Words] = []
        self.open: TaggedElement | None = None
        self.at = 0  # characters so far
        self.pieces: list[str] = []
        self.first = 0  # byte of the first of them
        self.plain = True

    def start(self, tag: str, attributes: dict[str, str], place: int) -> None:
        self.flush(place)
        space, name, prefix = _names(tag)
        match = _TAG.match(self.data, place)
        assert match
        own = {"}".join(filter(None, _names(key)[:2])): value for key, value in attributes.items()}
        prefix = f"{prefix}:" if prefix else ""
        self.open = TaggedElement(space, name, prefix, own, self.open, place, match.end(), self.at)
        self.started(self.open)

    def stop(self, place: int) -> None:
        self.flush(place)
        one = self.open
        assert one is not None
        if self.data[one.inner - 2 : one.inner] == b"/>":
            one.stop = one.end = one.inner
        else:
            one.stop, one.end = place, self.data.index(b">", place) + 1
        self.open = one.parent

    def words(self, text: str, place: int) -> None:
        if not self.pieces:
            self.first = place
        self.pieces.append(text)

    def cdata(self, place: int, *, begins: bool) -> None:
        self.flush(place)
        self.plain = not begins

    def flush(self, place: int) -> None:
        if not self.pieces:
            return
        text = "".join(self.pieces)
        self.pieces = []
        begin, self.at = self.at, self.at + len(text)
        k = bisect_left(self.ends, begin)
        if k < len(self.wanted) and self.wanted[k][0] <= self.at and self.open is not None:
            self.found.append(Words(text, begin, self.first, place, self.open, self.plain))


def _merged(wanted: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for begin, end in sorted(wanted):
        if merged and begin <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((begin, end))
    return merged


def _names(tag: str) -> tuple[str, str, str]:
    """Namespace, name and prefix of a name as expat gives it."""
    parts = tag.split("}")
    if len(parts) == 1:
        return "", parts[0], ""
    return parts[0], parts[1], parts[2] if len(parts) > 2 else ""
