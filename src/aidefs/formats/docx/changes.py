"""Tracked changes: two texts in one paragraph, which accepting and rejecting give back letter for letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from aidefs.formats.document import Mark, Run
from aidefs.formats.docx.elements import XmlElement, characters, run, w
from aidefs.text.visible import storable

__all__ = ["AUTHOR", "line_feeds", "tracked_runs"]

AUTHOR = "aidefs"
_ELEMENTS: dict[Mark, str] = {"delete": "del", "insert": "ins"}


def tracked_runs(cell: Iterable[Run], lang: str, numbers: Iterator[int]) -> Iterator[XmlElement]:
    """Insertions as `w:ins`, deletions as `w:del`, all else as it is.

    A change has no date: the attribute is optional, and there is none that would be true.

    Args:
        cell: The two texts.
        lang: BCP 47 tag of both.
        numbers: Identifiers of changes, which no other change of the file may have.
    """
    for mark, text in line_feeds(cell):
        tag = "delText" if mark == "delete" else "t"
        content = run(*characters(storable(text), tag), lang=lang)
        if mark in _ELEMENTS:
            yield w(_ELEMENTS[mark], content, id=next(numbers), author=AUTHOR)
        else:
            yield content


def line_feeds(cell: Iterable[Run]) -> Iterator[tuple[Mark, str]]:
    """Stretches of one mark, the line ends of both texts as line feeds.

    Word knows one line break. A carriage return with the line feed behind it is one line end, and so is
    either of them alone; which of them meet may differ between the two texts.
    """
    letters: list[tuple[str, Mark]] = [
        (letter, part.mark if part.mark in _ELEMENTS else "") for part in cell for letter in part.text
    ]
    gone: dict[Mark, set[int]] = {}  # carriage returns that a line feed follows, by the mark that hides them
    for other in _ELEMENTS:
        own = [place for place, (_, mark) in enumerate(letters) if mark != other]
        twins = ((p, q) for p, q in pairwise(own) if letters[p][0] == "\r" and letters[q][0] == "\n")
        gone[other] = {p for p, _ in twins}
    kept: list[tuple[Mark, str]] = []
    for place, (letter, mark) in enumerate(letters):
        in_old = mark != "insert" and place not in gone["insert"]
        in_new = mark != "delete" and place not in gone["delete"]
        if in_old or in_new:
            own_mark: Mark = "" if in_old and in_new else "delete" if in_old else "insert"
            kept.append((own_mark, "\n" if letter == "\r" else letter))
    for mark, same in groupby(kept, key=lambda pair: pair[0]):
        yield mark, "".join(letter for _, letter in same)
