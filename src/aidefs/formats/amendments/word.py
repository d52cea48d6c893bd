"""Word documents: `w:ins` and `w:del` for changes, comments for remarks (ECMA-376, Part 1, 17.13).

A run is cut where a change begins and ends; each piece keeps its properties. Where Word has no comments (in
notes and text boxes), the comment stands at what the note or the box hangs on; a header has none.

In the first paragraph of a content control that stands around paragraphs, LibreOffice (7.4) forgets what is
tracked, so that the old words stay beside the new ones, and loses the words before the end of a comment.
Nothing is changed there, and the comment stands before the first word.
"""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from aidefs.formats.amendments.plan import (
    AUTHOR,
    Change,
    Placed,
    Refused,
    Remark,
    by_part,
    ends,
    free_numbers,
    gathered,
    is_whole,
    placed,
    remarks_of_before,
)
from aidefs.formats.amendments.xml import Splice, TaggedElement, Words, edited, escaped, index, quoted
from aidefs.formats.archive import DECLARATION
from aidefs.readers.archives import Archive

__all__ = ["amend_word"]

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONS = {
    _MAIN: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    _STRICT: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
}
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES = "[Content_Types].xml"
# Where a run may stand and be put into a change; elsewhere it is somebody's change, or worked out by Word.
_HOLDERS = frozenset(("p", "hyperlink", "smartTag", "sdt", "sdtContent", "customXml"))
# Properties of a content control in which nothing is tracked: Word takes its words from elsewhere (from data
# that are bound to it, from a list), or keeps everybody from changing them, or LibreOffice forgets there what
# is tracked and leaves the old words beside the new ones ("text": a control of plain text).
_HELD_BY = frozenset(("dataBinding", "dropDownList", "comboBox", "date", "citation", "bibliography", "text"))
_LOCKS = frozenset(("contentLocked", "sdtContentLocked"))
_CHARACTERS = frozenset(("noBreakHyphen", "softHyphen", "sym"))
_REFERENCES = {"footnote": "footnoteReference", "endnote": "endnoteReference"}
_ID = re.compile(r"""\s[\w.-]+:id\s*=\s*["'](\d+)["']""")
_WHY = "it stands in a field, a content control, a formula, a drawing or a tracked change"


@dataclass(slots=True)
class _WordPart:
    """A part, what it holds besides words, and what is done to it."""

    data: bytes
    edits: list[Splice] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)  # of runs, those that are asked for
    placed: list[Placed] = field(default_factory=list)
    signs: list[TaggedElement] = field(default_factory=list)  # characters that are elements
    properties: dict[int, TaggedElement] = field(default_factory=dict)  # of runs and of paragraphs, by starts
    references: dict[tuple[str, str], TaggedElement] = field(default_factory=dict)  # of notes
    root: TaggedElement | None = None
    fields: int = 0  # that are open
    in_field: set[int] = field(default_factory=set)  # starts of the runs inside of one
    held: set[int] = field(default_factory=set)  # starts of content controls in which nothing is tracked
    frail: set[int] = field(default_factory=set)  # starts of the first paragraphs of content controls
    controls: set[int] = field(default_factory=set)  # starts of the content controls that hold a paragraph

    def read(self, wanted: Sequence[tuple[int, int]]) -> None:
        """Reads the part."""
        self.words = [one for one in index(self.data, wanted, self._started) if _is_words_of_run(one)]

    def _started(self, one: TaggedElement) -> None:
        self.root = self.root or one
        if one.name in _CHARACTERS:
            self.signs.append(one)
        elif one.parent and (one.parent.name, one.name) in (("r", "rPr"), ("p", "pPr")):
            self.properties.setdefault(one.parent.start, one)
        elif one.parent and one.parent.name == "sdtPr" and one.parent.parent:
            if one.name in _HELD_BY or (one.name == "lock" and _value(one, "val") in _LOCKS):
                self.held.add(one.parent.parent.start)
        elif one.name == "p":
            around = {each.start for each in one.above() if each.name == "sdt"}
            if not around <= self.controls:
                self.frail.add(one.start)
                self.controls |= around
        elif one.name == "fldChar":
            kind = _value(one, "fldCharType")
            self.fields = max(self.fields + (kind == "begin") - (kind == "end"), 0)
        elif one.name == "r" and self.fields:
            self.in_field.add(one.start)
        elif one.name in _REFERENCES.values():
            self.references.setdefault((one.name, _value(one, "id")), one)

    def is_changeable(self, run: TaggedElement) -> bool:
        """Whether a run may be put into a change."""
        above = list(run.above())
        names = [one.name for one in above]
        inside = names[: names.index("p") + 1] if "p" in names else []
        return (
            bool(inside)
            and set(inside) <= _HOLDERS
            and bool(run.prefix)
            and run.start not in self.in_field
            and (self.held | self.frail).isdisjoint(one.start for one in above)
        )

    def head(self, run: TaggedElement) -> bytes:
        """How a run begins, with its properties."""
        own = self.properties.get(run.start)
        return self.data[run.start : run.inner] + (self.data[own.start : own.end] if own else b"")


class _WordAmendment:
    """One document that is amended."""

    def __init__(
        self, archive: Archive, main: str, changes: Sequence[Change], remarks: Sequence[Remark]
    ) -> None:
        self.archive = archive
        self.main = main
        self.changes = changes
        self.remarks = remarks if _TYPES in archive.names else ()
        self.new: dict[str, bytes] = {}  # parts besides those of the text
        where = [one.where for one in changes] + [one.where for one in self.remarks]
        wanted = by_part(stretch for stretches in where for stretch in stretches)
        self.parts = {name: _WordPart(archive.read(name)) for name in dict.fromkeys([main, *wanted])}
        for name, part in self.parts.items():
            part.read(wanted.get(name, ()))
        self.old_comments = self._comments_part()
        self.said = Counter[str]()
        if self.old_comments:
            old = archive.read(self.old_comments)
            self.said = remarks_of_before(old, "comment", lambda one, _: _value(one, "author") == AUTHOR)
        held = [part.data for part in self.parts.values()]
        held += [archive.read(self.old_comments)] if self.old_comments else []
        self.numbers = free_numbers(n for data in held for n in _ID.findall(data.decode("utf-8", "replace")))

    def made(self) -> tuple[dict[str, bytes], tuple[Refused, ...]]:
        """The parts that are new or changed, and what could not be done."""
        refused = tuple(Refused(k, _WHY) for k, change in enumerate(self.changes) if not self._change(change))
        comments = [text for remark in self.remarks if (text := self._remark(remark))]
        for part in self.parts.values():
            for one in gathered(part.placed):
                part.edits += self._rewritten(part, one)
        self._write_comments(comments)
        changed = {name: edited(part.data, part.edits) for name, part in self.parts.items() if part.edits}
        return {**changed, **self.new}, refused

    # --- changes ---

    def _change(self, change: Change) -> bool:
        part = self.parts[change.where[0].part]
        own = placed(part.words, change.where[0].part, change)
        signs = [
            (sign, sign.parent)
            for _, begin, end in change.where
            for sign in part.signs[
                bisect_right(part.signs, begin, key=_at) : bisect_left(part.signs, end, key=_at)
            ]
            if sign.parent is not None
        ]
        runs = [run for one in own if (run := one.words.inside.parent)] + [run for _, run in signs]
        if (
            not is_whole(own, change)
            or not all(part.is_changeable(run) for run in runs)
            or not all(one.words.plain for one in own)
        ):
            return False
        part.placed += own
        for sign, run in signs:
            head, old = part.head(run), part.data[sign.start : sign.end]
            end = f"</{run.prefix}r>".encode()
            new = self._tracked("del", run, head + old + end)
            part.edits.append(Splice(sign.start, sign.end, end + new + head))
        return True

    def _tracked(self, tag: str, run: TaggedElement, content: bytes) -> bytes:
        w = run.prefix
        head = f'<{w}{tag} {w}id="{next(self.numbers)}" {w}author={quoted(AUTHOR)}>'
        return head.encode() + content + f"</{w}{tag}>".encode()

    def _rewritten(self, part: _WordPart, one: Placed) -> Iterator[Splice]:
        """The words of a run as several runs."""
        element = one.words.inside
        run = element.parent
        assert run is not None
        w, head = run.prefix, part.head(run)
        if f"{_XML}}}space" not in element.attributes:
            yield Splice(element.inner - 1, element.inner, b' xml:space="preserve">')
        out: list[bytes] = []
        is_open = True
        for kind, text in one.steps():
            content = escaped(text).encode()
            if kind == "kept":
                out += [content] if is_open else [head, f'<{w}t xml:space="preserve">'.encode(), content]
                is_open = True
                continue
            out += [f"</{w}t></{w}r>".encode()] if is_open else []
            is_open = False
            if kind == "mark":
                out.append(text.encode())
            else:
                tag = "delText" if kind == "gone" else "t"
                words = f'<{w}{tag} xml:space="preserve">'.encode() + content + f"</{w}{tag}></{w}r>".encode()
                out.append(self._tracked("del" if kind == "gone" else "ins", run, head + words))
        out += [] if is_open else [head, f'<{w}t xml:space="preserve">'.encode()]
        yield Splice(one.words.start, one.words.end, b"".join(out))

    # --- remarks ---

    def _remark(self, remark: Remark) -> str:
        """Marks a passage and gives the comment, "" where there is no place for one."""
        if not remark.where:
            return ""
        if self.said["".join(remark.paragraphs)] > 0:
            self.said["".join(remark.paragraphs)] -= 1
            return ""
        name = remark.where[0].part
        part, main = self.parts[name], self.parts[self.main]
        where = [one for one in remark.where if one.part == name]
        found = ends(part.words, where)
        if found is None:
            return ""
        first, last = found
        hook: TaggedElement | None = None
        if name != self.main:
            notes = (one for one in first.words.inside.above() if one.name in _REFERENCES)
            note = next(notes, None)
            reference = main.references.get((_REFERENCES[note.name], _value(note, "id"))) if note else None
            hook = _hook(reference) if reference else None
            if hook is None:
                return ""
        elif not (_is_cuttable(part, first.words) and _is_cuttable(part, last.words)):
            hook = _hook(first.words.inside)
            if hook is None:
                return ""
        frail = next((p for p in first.words.inside.above() if p.start in part.frail), None)
        number, w = next(self.numbers), (hook or first.words.inside).prefix
        opening = f'<{w}commentRangeStart {w}id="{number}"/>'
        closing = f'<{w}commentRangeEnd {w}id="{number}"/>'
        closing += f'<{w}r><{w}commentReference {w}id="{number}"/></{w}r>'
        if frail is not None and name == self.main:
            own = part.properties.get(frail.start)
            at = own.end if own else frail.inner
            part.edits.append(Splice(at, at, (opening + closing).encode()))
        elif hook is not None:
            main.edits.append(Splice(hook.start, hook.start, opening.encode()))
            main.edits.append(Splice(hook.end, hook.end, closing.encode()))
        else:
            part.placed.append(Placed(first.words, opening=[(first.gone[0][0], opening)]))
            part.placed.append(Placed(last.words, closing=[(last.gone[0][1], closing)]))
        said = "".join(
            f"<w:p>{'<w:r><w:annotationRef/></w:r>' * (k == 0)}"
            f'<w:r><w:t xml:space="preserve">{escaped(text)}</w:t></w:r></w:p>'
            for k, text in enumerate(remark.paragraphs)
        )
        author = quoted(AUTHOR)
        return f'<w:comment w:id="{number}" w:author={author} w:initials="a">{said}</w:comment>'

    def _write_comments(self, comments: Sequence[str]) -> None:
        if not comments:
            return
        root = self.parts[self.main].root
        space = root.space if root and root.space in _RELATIONS else _MAIN
        if self.old_comments:
            own = f' xmlns:w="{space}"'
            marked = "".join(text.replace("<w:comment", f"<w:comment{own}", 1) for text in comments)
            self.new[self.old_comments] = _appended(self.archive.read(self.old_comments), marked)
            return
        folder, base = posixpath.split(self.main)
        name = _unused(self.archive, posixpath.join(folder, "comments"))
        relations = posixpath.join(folder, "_rels", f"{base}.rels")
        old = self.archive.read(relations) if relations in self.archive.names else None
        empty = f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships"></Relationships>'.encode()
        used = re.findall(r"""\bId\s*=\s*["']([^"']*)["']""", (old or empty).decode("utf-8", "replace"))
        number = next(n for n in free_numbers(()) if f"aidefs{n}" not in used)
        target = quoted(posixpath.basename(name))
        self.new[relations] = _appended(
            old or empty,
            f'<{{}}Relationship Id="aidefs{number}" Type="{_RELATIONS[space]}" Target={target}/>',
        )
        self.new[_TYPES] = _appended(
            self.archive.read(_TYPES),
            f'<{{}}Override PartName={quoted(f"/{name}")} ContentType="{_CONTENT}"/>',
        )
        text = f'{DECLARATION}<w:comments xmlns:w="{space}">{"".join(comments)}</w:comments>'
        self.new[name] = text.encode()

    def _comments_part(self) -> str:
        """The part that holds the comments of the document, "" where there is none."""
        folder, base = posixpath.split(self.main)
        relations = posixpath.join(folder, "_rels", f"{base}.rels")
        found: list[str] = []

        def started(one: TaggedElement) -> None:
            if one.attributes.get("Type") in _RELATIONS.values():
                target = one.attributes.get("Target", "")
                found.append(posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))

        if relations in self.archive.names:
            index(self.archive.read(relations), (), started)
        return next((name for name in found if name in self.archive.names), "")


_XML = "http://www.w3.org/XML/1998/namespace"


def amend_word(
    archive: Archive, main: str, changes: Sequence[Change], remarks: Sequence[Remark]
) -> tuple[dict[str, bytes], tuple[Refused, ...]]:
    """The parts of a Word document that are written anew, and the changes that could not be made.

    Args:
        archive: The document.
        main: Its main part.
        changes: What is put in the place of what.
        remarks: What is said of passages.

    Raises:
        InputError: A part is not in UTF-8.
    """
    return _WordAmendment(archive, main, changes, remarks).made()


def _is_words_of_run(words: Words) -> bool:
    one = words.inside
    run = one.parent
    known = one.space in _RELATIONS and one.name == "t"
    return known and run is not None and run.name == "r" and run.space == one.space


def _is_cuttable(part: _WordPart, words: Words) -> bool:
    """Whether a mark can stand in the midst of a run."""
    run = words.inside.parent
    boxed = any(one.name == "txbxContent" for one in words.inside.above())
    return run is not None and not boxed and words.plain and part.is_changeable(run)


def _hook(one: TaggedElement) -> TaggedElement | None:
    """What stands in the outermost paragraph and holds an element."""
    path = [one, *one.above()]
    paragraphs = [k for k, other in enumerate(path) if other.name == "p" and other.space in _RELATIONS]
    return path[paragraphs[-1] - 1] if paragraphs and paragraphs[-1] and path[paragraphs[-1]].prefix else None


def _at(one: TaggedElement) -> int:
    return one.at


def _value(one: TaggedElement, name: str) -> str:
    return one.attributes.get(f"{one.space}}}{name}", "")


def _appended(data: bytes, content: str) -> bytes:
    """A part with something more at the end of its root; "{}" stands for the prefix of the root."""
    roots: list[TaggedElement] = []

    def started(one: TaggedElement) -> None:
        if not roots:
            roots.append(one)

    index(data, (), started)
    root = roots[0]
    new = content.replace("{}", root.prefix).encode()
    if root.stop == root.end:
        tag = _name(data, root)
        return edited(data, [Splice(root.end - 2, root.end, b">" + new + b"</" + tag + b">")])
    return edited(data, [Splice(root.stop, root.stop, new)])


def _name(data: bytes, one: TaggedElement) -> bytes:
    return data[one.start + 1 : one.inner].split()[0].rstrip(b"/>")


def _unused(archive: Archive, stem: str) -> str:
    names = (f"{stem}{number or ''}.xml" for number in range(len(archive.names) + 1))
    return next(name for name in names if name not in archive.names)
