"""OpenDocument texts: tracked changes and annotations (OpenDocument 1.3, Part 3, 5.5 and 14.1).

What goes is kept in the list of changes and marked where it stood; what is new stands between two marks.
A change must have a date, which here is the first one that computers know.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from aidefs.formats.amendments.plan import (
    AUTHOR,
    Change,
    Placed,
    Refused,
    Remark,
    ends,
    free_numbers,
    gathered,
    is_whole,
    placed,
    remarks_of_before,
)
from aidefs.formats.amendments.xml import Splice, TaggedElement, Words, edited, escaped, index, quoted
from aidefs.readers.archives import Archive

__all__ = ["amend_opendocument"]

_PART = "content.xml"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_DC = "http://purl.org/dc/elements/1.1/"
_NO_DATE = "1970-01-01T00:00:00"
_HOLDERS = frozenset(("p", "h", "span", "a", "meta"))
_NO_TEXT = frozenset(("tracked-changes", "annotation", "note-citation", "ruby-text"))
_NAMES = re.compile(rb"aidefs(\d+)")
_EDGES = re.compile(r"\A\s|\s\Z")
_WHY = "it stands in a field or a tracked change"
_OUTSIDE = "it stands in a header or footer"


@dataclass(slots=True)
class _OdfContent:
    """The part of the text, and what is done to it."""

    data: bytes
    edits: list[Splice] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    body: TaggedElement | None = None
    forms: TaggedElement | None = None
    changes: TaggedElement | None = None
    inserted: list[list[int]] = field(default_factory=list)  # characters in insertions of others
    open: int = 0

    def read(self, wanted: Sequence[tuple[int, int]]) -> None:
        """Reads the part."""
        found = index(self.data, wanted, self._started)
        self.words = [one for one in found if _is_text(one)]

    def _started(self, one: TaggedElement) -> None:
        above = one.parent
        if one.name == "text" and one.space == _OFFICE:
            self.body = self.body or one
        elif above is not None and above is self.body and one.name == "forms":
            self.forms = one
        elif above is not None and above is self.body and one.name == "tracked-changes":
            self.changes = one
        elif one.name == "change-start" and one.space == _TEXT:
            self.open += 1
            if self.open == 1:
                self.inserted.append([one.at, one.at])
        elif one.name == "change-end" and one.space == _TEXT and self.open:
            self.open -= 1
            self.inserted[-1][1] = one.at

    def is_changeable(self, words: Words) -> bool:
        """Whether words may be changed so that it can be rejected."""
        end = words.at + len(words.text)
        mine = any(low < end and words.at < high for low, high in self.inserted)
        return words.plain and not mine and bool(words.inside.prefix)


class _OdfAmendment:
    """One document that is amended."""

    def __init__(self, archive: Archive, changes: Sequence[Change], remarks: Sequence[Remark]) -> None:
        self.changes = changes
        self.remarks = remarks
        where = [one.where for one in changes] + [one.where for one in remarks]
        wanted = [one for stretches in where for one in stretches if one.part == _PART]
        self.content = _OdfContent(archive.read(_PART))
        self.content.read([one[1:] for one in wanted])
        used = (number.decode() for number in _NAMES.findall(self.content.data))
        self.names = (f"aidefs{number}" for number in free_numbers(used))
        self.regions: list[str] = []
        self.said = Counter[str]()
        if remarks and b"annotation" in self.content.data:
            self.said = remarks_of_before(
                self.content.data, "annotation", lambda _, words: words.strip().startswith(AUTHOR)
            )
        body = self.content.body
        self.office = body.prefix if body else ""
        self.text = ""

    def made(self) -> tuple[dict[str, bytes], tuple[Refused, ...]]:
        """The parts that are changed, and what could not be done."""
        content = self.content
        refused = tuple(
            Refused(k, why) for k, change in enumerate(self.changes) if (why := self._refused(change))
        )
        for remark in self.remarks:
            self._remark(remark)
        for one in gathered(content.placed):
            content.edits.append(self._rewritten(one))
        self._write_regions()
        return ({_PART: edited(content.data, content.edits)} if content.edits else {}), refused

    # --- changes ---

    def _refused(self, change: Change) -> str:
        """Places a change, or says why it cannot be made."""
        content = self.content
        if content.body is None or not self.office or change.where[0].part != _PART:
            return _OUTSIDE
        own = placed(content.words, _PART, change)
        if not is_whole(own, change) or not all(content.is_changeable(one.words) for one in own):
            return _WHY
        content.placed += own
        return ""

    def _rewritten(self, one: Placed) -> Splice:
        """Words with the marks of changes between them."""
        t = self.text = one.words.inside.prefix
        out: list[str] = []
        for kind, text in one.steps():
            if kind in ("kept", "mark"):
                out.append(escaped(text) if kind == "kept" else text)
                continue
            name = next(self.names)
            if kind == "gone":
                self.regions.append(self._region(t, name, self._deletion(one.words, text)))
                out.append(f'<{t}change {t}change-id="{name}"/>')
            else:
                self.regions.append(self._region(t, name, f"<{t}insertion>{self._info()}</{t}insertion>"))
                mark = f'{t}change-id="{name}"/>'
                out.append(f"<{t}change-start {mark}{escaped(text)}<{t}change-end {mark}")
        return Splice(one.words.start, one.words.end, "".join(out).encode())

    def _region(self, t: str, name: str, content: str) -> str:
        return f'<{t}changed-region xml:id="{name}" {t}id="{name}">{content}</{t}changed-region>'

    def _info(self) -> str:
        said = f'<dc:creator xmlns:dc="{_DC}">{AUTHOR}</dc:creator>'
        said += f'<dc:date xmlns:dc="{_DC}">{_NO_DATE}</dc:date>'
        return f"<{self.office}change-info>{said}</{self.office}change-info>"

    def _deletion(self, words: Words, text: str) -> str:
        """What went, in a paragraph and in the spans that it stood in."""
        t = words.inside.prefix
        path = [words.inside, *words.inside.above()]
        paragraph = next(k for k, one in enumerate(path) if one.name in ("p", "h"))
        spans = [one for one in reversed(path[:paragraph]) if one.name == "span"]
        # White space at the edges of a paragraph is none.
        inner = _EDGES.sub(f"<{t}s/>", escaped(text))
        opened = "".join(f"<{one.prefix}span{_styled(one)}>" for one in spans)
        closed = "".join(f"</{one.prefix}span>" for one in reversed(spans))
        held = f"<{t}p{_styled(path[paragraph])}>{opened}{inner}{closed}</{t}p>"
        return f"<{t}deletion>{self._info()}{held}</{t}deletion>"

    def _write_regions(self) -> None:
        """The list of changes, the first thing in the text but for forms."""
        content, t = self.content, self.text
        if not self.regions or content.body is None:
            return
        new = "".join(self.regions)
        old = content.changes
        if old is None:
            at = content.forms.end if content.forms else content.body.inner
            new = f'<{t}tracked-changes {t}track-changes="false">{new}</{t}tracked-changes>'
            content.edits.append(Splice(at, at, new.encode()))
        elif old.stop == old.end:
            closed = f">{new}</{old.prefix}tracked-changes>"
            content.edits.append(Splice(old.end - 2, old.end, closed.encode()))
        else:
            content.edits.append(Splice(old.stop, old.stop, new.encode()))

    # --- remarks ---

    def _remark(self, remark: Remark) -> None:
        content = self.content
        found = ends(content.words, [one for one in remark.where if one.part == _PART])
        if found is None or not self.office:
            return
        if self.said["".join(remark.paragraphs)] > 0:
            self.said["".join(remark.paragraphs)] -= 1
            return
        first, last = found
        t, o = first.words.inside.prefix, self.office
        if not (t and first.words.plain and last.words.plain):
            return
        said = "".join(f"<{t}p>{escaped(text)}</{t}p>" for text in remark.paragraphs)
        creator = f'<dc:creator xmlns:dc="{_DC}">{AUTHOR}</dc:creator>'
        note = next((one for one in first.words.inside.above() if one.name == "note"), None)
        if note is not None:
            held = f"<{o}annotation>{creator}{said}</{o}annotation>"
            content.edits.append(Splice(note.start, note.start, held.encode()))
            return
        name = next(self.names)
        opening = f'<{o}annotation {o}name="{name}">{creator}{said}</{o}annotation>'
        closing = f'<{o}annotation-end {o}name="{name}"/>'
        content.placed.append(Placed(first.words, opening=[(first.gone[0][0], opening)]))
        content.placed.append(Placed(last.words, closing=[(last.gone[0][1], closing)]))


def amend_opendocument(
    archive: Archive, changes: Sequence[Change], remarks: Sequence[Remark]
) -> tuple[dict[str, bytes], tuple[Refused, ...]]:
    """The parts of an OpenDocument text that are written anew, and the changes that could not be made.

    Args:
        archive: The document.
        changes: What is put in the place of what.
        remarks: What is said of passages.

    Raises:
        InputError: The part is not in UTF-8.
    """
    return _OdfAmendment(archive, changes, remarks).made()


def _styled(one: TaggedElement) -> str:
    """The attribute that names the style of a paragraph or span."""
    style = one.attributes.get(f"{_TEXT}}}style-name", "")
    return f" {one.prefix}style-name={quoted(style)}" if style else ""


def _is_text(words: Words) -> bool:
    """Whether words are text of a paragraph, not of a field or of somebody's remark."""
    path = [words.inside, *words.inside.above()]
    held = iter(path)
    for one in held:
        if one.name in ("p", "h"):
            break
        if one.name not in _HOLDERS or one.space != _TEXT:
            return False
    return path[0].space == _TEXT and not any(one.name in _NO_TEXT for one in held)
