"""Quotation marks in running text: which stretches stand between them.

Marks are paired as the typography of the languages of the collection does: “…”, ‘…’, „…“ and „…”, «…», ``…'',
»…«, ‹…›, 「…」 and straight ones, by what stands beside them. An apostrophe is no mark. A mark that is opened
and never closed ends with its paragraph: quotations of several paragraphs open each of them again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from aidefs.patterns import late

__all__ = ["MARKS", "QuotedSpan", "between_straight", "enclosing", "quoted_spans"]

MARKS = "'\"‘’‚‛“”„‟«»‹›`「」『』"
# Which marks may close one that is open.
_CLOSES = {
    "“": "”",
    "‘": "’",
    "„": "“”",
    "‚": "‘’",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "『": "』",
    '"': '"',
    "'": "'",
    "”": "”",
    "``": "''",
}
_FOUND = late(rf"``|''|[{MARKS}]|\n\s*\n")
_STRAIGHT = ("'", '"', "`", "``")  # open and never closed, they are no marks
_DEEPEST = 8  # marks open at a time; more are no text


class QuotedSpan(NamedTuple):
    """A stretch between quotation marks.

    Attributes:
        start: Offset of the opening mark.
        end: Offset behind the closing mark, or of the end of the paragraph where none closes.
        closed: Whether a mark closes it.
    """

    start: int
    end: int
    closed: bool

    @property
    def inner(self) -> tuple[int, int]:
        """What stands between the marks."""
        return self.start + 1, self.end - self.closed

    @property
    def single(self) -> bool:
        """Whether it holds nothing."""
        return self.end - self.start <= 1 + self.closed


def quoted_spans(text: str) -> tuple[QuotedSpan, ...]:
    """The stretches between quotation marks, nested ones too, in the order of their beginnings."""
    found: list[QuotedSpan] = []
    opened: list[tuple[str, int]] = []
    for match in _FOUND.finditer(text):
        mark, at = match[0], match.start()
        if mark[0] == "\n":
            found += [QuotedSpan(start, at, False) for kind, start in opened if kind not in _STRAIGHT]
            opened = []
            continue
        depth = _closed_by(mark, text, at, opened)
        if depth is not None:
            found.append(QuotedSpan(opened[depth][1], match.end(), True))
            del opened[depth:]
        elif _opens(mark, text, at) and len(opened) < _DEEPEST:
            opened.append((mark, at))
    found += [QuotedSpan(start, len(text), False) for kind, start in opened if kind not in _STRAIGHT]
    return tuple(sorted(found))


def enclosing(spans: Sequence[QuotedSpan], at: int) -> list[QuotedSpan]:
    """The stretches that hold the character at an offset, the innermost first."""
    behind = bisect_right(spans, at, key=lambda span: span.start)
    return [span for span in reversed(spans[:behind]) if span.inner[0] <= at < span.inner[1]]


def between_straight(spans: Sequence[QuotedSpan], text: str, at: int) -> bool:
    """Whether the marks around an offset are straight, and other words come before it between them."""
    around = enclosing(spans, at)
    return (
        bool(around) and text[around[0].start] in "'\"" and bool(text[around[0].inner[0] : at].strip(" \"'"))
    )


def _closed_by(mark: str, text: str, at: int, opened: Sequence[tuple[str, int]]) -> int | None:
    """Which of the open marks this one closes, None where it closes none."""
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    if mark == "''":
        return next((k for k in reversed(range(len(opened))) if opened[k][0] == "``"), None)
    if mark in "’'" and behind.isalnum():
        return None  # an apostrophe
    if mark in "\"'" and (not before or before in "([{" or (before.isspace() and behind.isalnum())):
        return None  # it opens
    for depth in reversed(range(len(opened))):
        kind, start = opened[depth]
        if len(kind) == 1 and mark in _CLOSES.get(kind, "") and start < at - 1:
            return depth
    return None


def _opens(mark: str, text: str, at: int) -> bool:
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    if mark in ("``", "''"):
        return mark == "``"
    if mark in "‘'`":
        return not before.isalnum() and bool(behind) and not behind.isspace()
    if mark == '"':
        return bool(behind) and (not behind.isspace() or before.isspace())
    if mark in "»›":
        return not before.isalnum() and behind.isalnum()  # as in German and Danish books
    return mark in "“„‚«‹「『" or (mark == "”" and not before.isalnum() and behind.isalnum())
