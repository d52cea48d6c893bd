"""What would have to be written in a document so that a quotation is letter for letter.

A correction replaces the characters that differ and nothing else: words of the author round the passage,
its case and quotation marks, and mark-up stay as they are. A passage whose attribution does not fit is not
corrected, because nobody but the author knows whether the words or the name are wrong.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from aidefs.alignment.edits import Edit
from aidefs.quotations.quotation import Quotation
from aidefs.readers.source import ReadText

__all__ = ["Correction", "corrected", "corrections"]

_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\^{}"} | {c: "\\" + c for c in "&%$#_{}"}
# How official words are written in a format.
_WRITTEN: dict[str, Callable[[str], str]] = {
    "text": str,
    "markdown": lambda words: re.sub(r"([\\`*_<>\[\]])", r"\\\1", words),
    "html": lambda words: html.escape(words, quote=False),
    "tex": lambda words: "".join(_TEX.get(c, c) for c in words),
    "notebook": lambda words: json.dumps(words, ensure_ascii=False)[1:-1],
}


class Correction(NamedTuple):
    """A stretch of a text file and what belongs in its place.

    Attributes:
        begin: Offset in the decoded file.
        end: Offset behind the stretch; the same as `begin` where words are missing.
        text: What to write, in the mark-up of the format.
    """

    begin: int
    end: int
    text: str


class _PlainCorrection(NamedTuple):
    """The same in the text that was read, in plain words."""

    start: int
    end: int
    words: str


def corrections(read: ReadText, quotation: Quotation, holds: Callable[[str], bool]) -> tuple[Correction, ...]:
    """The corrections of a passage, in order; none where it cannot or must not be corrected.

    Args:
        read: The document.
        quotation: The passage.
        holds: Whether a corrected passage is the definition letter for letter; one that is not is
            left to the author.
    """
    if read.form not in _WRITTEN or quotation.verdict not in ("punctuation", "changed"):
        return ()
    if quotation.attribution.fits is False:
        return ()
    changes = tuple(_changes(quotation))
    if not holds(_applied(read.text, changes, quotation.start, quotation.end)):
        return ()
    written = _WRITTEN[read.form]
    return tuple(
        correction for change in changes for correction in _in_source(read, change, written(change.words))
    )


def corrected(source: str, changes: Iterable[Correction]) -> str:
    """A file with its corrections made; where two overlap the first one counts."""
    return _applied(source, sorted(set(changes)), 0, len(source))


def _applied(text: str, changes: Iterable[Correction | _PlainCorrection], start: int, end: int) -> str:
    parts = []
    at = start
    for begin, stop, words in changes:
        if begin >= at:
            parts += [text[at:begin], words]
            at = stop
    return "".join(parts) + text[at:end]


def _changes(quotation: Quotation) -> Iterator[_PlainCorrection]:
    """Each unbroken run of faulty edits as one change."""
    faults = set(quotation.faults)
    at = quotation.start
    for faulty, run in groupby(quotation.edits, faults.__contains__):
        edits = list(run)
        if faulty:
            yield _change(edits, at)
        at = max((edit.b[1] for edit in edits if edit.b), default=at)


def _change(edits: list[Edit], at: int) -> _PlainCorrection:
    """The official words in the place of those that are printed, whose white space stays."""
    words = "".join(edit.text for edit in edits if edit.op == "delete")
    spans = [edit.b for edit in edits if edit.op == "insert" and edit.b]
    if not spans:
        return _PlainCorrection(at, at, words)
    printed = "".join(edit.text for edit in edits if edit.op == "insert")
    start = spans[0][0] + len(printed) - len(printed.lstrip())
    end = spans[-1][1] - (len(printed) - len(printed.rstrip()))
    if not words.strip():
        return _PlainCorrection(spans[0][0], spans[-1][1], words)
    return _PlainCorrection(min(start, end), max(start, end), words.strip())


def _in_source(read: ReadText, change: _PlainCorrection, words: str) -> Iterator[Correction]:
    """The new words go where the first of the old ones stand; mark-up between these is kept."""
    if change.start == change.end:
        source = read.source(max(change.start - 1, 0), change.start)
        if source:
            yield Correction(source[1], source[1], words)
        return
    for begin, end in read.stretches(change.start, change.end):
        yield Correction(begin, end, words)
        words = ""
