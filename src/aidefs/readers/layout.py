"""What the layout of a page puts between the words of a text: numbers of lines, heads and feet of pages.

Bills are printed with a number before each line. In plain text, and in what is taken out of a PDF, the
numbers stand between the words, and at the end of a page its foot and the head of the next one do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from aidefs.classes import NamedTuple
from aidefs.patterns import late

__all__ = ["between_lines"]

_NUMBERED = late(r"^[ \t\f]*+(?P<number>\d{1,2})(?:[ \t]++(?=\S)|[ \t]*+(?=\r?$))", re.M)
_END_OF_PARAGRAPH = late(r"[.;:!?]\W{0,3}?\n[ \t]*+\r?\n")  # numbered paragraphs are no numbered lines
_LEAST = 3  # lines one after the other that are numbered on
_APART = 2  # lines from one number to the next; one without a number may be between
_EDGES = 6  # lines of the foot of a page and the head of the next one
_LONGEST = 120  # characters of such a line


class _Mark(NamedTuple):
    """A number at the beginning of a line."""

    line: int
    number: int
    start: int  # of the line
    end: int  # behind the number and the space


def between_lines(text: str) -> list[tuple[int, int]]:
    """The stretches of a text that are no words of it: numbers of lines, and what stands between two pages.

    Args:
        text: Any text.

    Returns:
        Half-open stretches in order. One that stands between two pages begins behind the last word of the
        first one.
    """
    found: list[tuple[int, int]] = []
    for run in _runs(text):
        for k, mark in enumerate(run):
            end = _behind(text, mark)
            if k and mark.number == 1 and run[k - 1].number > 1:
                found.append((max(_line_end(text, run[k - 1].start), found[-1][1]), end))
            else:
                found.append((mark.start, end))
    return found


def _behind(text: str, mark: _Mark) -> int:
    """Where the words begin behind a number: on the next line where it stands alone."""
    return min(_line_end(text, mark.start) + 1, len(text)) if _stands_alone(text, mark) else mark.end


def _stands_alone(text: str, mark: _Mark) -> bool:
    """Whether there is nothing on the line but the number."""
    return not text[mark.end : _line_end(text, mark.start)].strip()


def _runs(text: str) -> Iterator[list[_Mark]]:
    """Lines that are numbered on, over the ends of pages, which begin with 1 again."""
    run: list[_Mark] = []
    for mark in _marks(text):
        if run and not _goes_on(text, run[-1], mark):
            if _stands_alone(text, mark):
                continue  # the number of a page, it may be
            if _is_numbered(run):
                yield run
            run = []
        run.append(mark)
    if _is_numbered(run):
        yield run


def _is_numbered(run: list[_Mark]) -> bool:
    """Whether lines of a run follow each other often enough to be no list of a few numbers."""
    following = sum(one.number + 1 == other.number for one, other in pairwise(run))
    return following + 1 >= _LEAST


def _goes_on(text: str, last: _Mark, mark: _Mark) -> bool:
    if mark.number == last.number + 1:
        return mark.line - last.line <= _APART and not _END_OF_PARAGRAPH.search(text, last.start, mark.start)
    if mark.number != 1 or last.number == 1 or mark.line - last.line > _EDGES + 1:
        return False
    lines = text[_line_end(text, last.start) : mark.start].split("\n")
    return all(len(line) <= _LONGEST for line in lines)


def _marks(text: str) -> Iterator[_Mark]:
    line = at = 0
    for match in _NUMBERED.finditer(text):
        line += text.count("\n", at, match.start())
        at = match.start()
        yield _Mark(line, int(match["number"]), match.start(), match.end())


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
