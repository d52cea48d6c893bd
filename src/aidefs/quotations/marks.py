"""Quotation marks in running text, which stretches stand between them, and marks of omission.

Marks are paired as the typography of the languages of the collection does: “…”, ‘…’, „…“ and „…”, «…», ``…'',
»…«, ‹…›, 「…」 and straight ones, by what stands beside them. An apostrophe is no mark. A mark that is opened
and never closed ends with its paragraph: quotations of several paragraphs open each of them again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate

from aidefs.classes import NamedTuple
from aidefs.patterns import late

__all__ = [
    "MARKS",
    "NO_SPANS",
    "OMISSION",
    "WORDS_OF_OMISSION",
    "QuotedSpan",
    "QuotedSpans",
    "between_straight",
    "enclosing",
    "field_of",
    "is_key",
    "is_pattern",
    "is_string",
    "quoted_spans",
]

MARKS = "'\"‘’‚‛“”„‟«»‹›`「」『』"
_OMITTED = r"\s?(?:snip|omissis|omitted|omitido|ausgelassen|omis|weggelaten|pominięto)\s?[\])]"
WORDS_OF_OMISSION = rf"[\[(]{_OMITTED}"
"""A pattern, for any case."""
OMISSION = rf"[….\[(](?:(?<=…)|(?<=\.)\s?\.\s?\.|(?<=[\[(]){_OMITTED})"
"""Marks of omission of all traditions, for any case. `readers.markup` makes an ellipsis of "* * *".

It begins with a class of characters, for which `re` looks fastest.
"""
# Which marks may close one that is open.
_CLOSES = {
    "“": "”",
    "‘": "’",
    "„": '“”"',  # the last as typed: „…"
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
# Apostrophes inside a word and before one neither open nor close anything. A number right behind a mark is
# that of a note: "… free of charge.’6".
_BEHIND_MARK = r"(?:(?<=`)`|(?<=')')?(?<!’(?=[^\W\d_]))(?<![\s\d]’(?=\d))(?<![^\W_]'(?=[^\W_]))"
# Both begin with a class of characters, for which `re` looks fastest.
_OPENING = late(rf"[{MARKS}]{_BEHIND_MARK}")
_FOUND = late(rf"[{MARKS}\n](?:(?<=\n)\s*\n|(?<!\n){_BEHIND_MARK})")
# A mark with a blank behind it, which one in its paragraph closes that is no apostrophe.
_CLOSED = late(r"‘\s(?:[^‘’\n]|’(?=[^\W_])|\n(?!\s*\n)){1,800}(?<!\s)’(?![^\W_])")
# The same of a straight one, where its marks hold a paragraph: "' an AI model, including … .' 31".
_PARAGRAPH_CLOSED = late(r"'[ \t]\S(?:[^'\n]|(?<=\w)'(?=\w)){1,2000}+'(?:\s?\d{1,3})?[ \t]*(?:\n|\Z)")
_STRAIGHT = ("'", '"', "`", "``")  # open and never closed, they are no marks
# Characters of a quotation that an apostrophe may close, or no mark: where no paragraph ends, one would, or
# all that follows would be quoted.
_LONGEST = 6000
_SENTENCE_END = late(r"[.!?](?=\s)")
# Before a string: a key between marks, or one word that begins its line; behind it what programs have there.
_STRING_OPENS = late(r"(?:[\"']\s*:|(?:\n|\A)[ \t]*+(?:(?:const|let|var)\s)?\w++\s*[:=])\s*+\Z")
# The key of a string: "summary": "…", roleDesc: '…', description = "…".
_KEY = late(r"(?P<key>[\w$ .-]{1,60}+)[\"']?\s*+[:=]\s*+(?:\(\s*+|f|r)?\Z")
_OF_TRIPLE = late(r"(?<![\w:/])[\w-]{0,20}:(?P<key>[a-zA-Z]\w{1,40})\s{1,8}\Z")  # of Turtle: "rdfs:label"
_OF_A_LIST = late(
    r"(?P<key>[\w$ .-]{1,60}+)[\"']?\s*+[:=]\s*+\[(?:\s*+(?:\"[^\"\n]{0,600}+\"|'[^'\n]{0,600}+'),)*+\s*+\Z"
)
_PARTS_OF_KEY = late(r"[_.$-]+|(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_LONGEST_LIST = 2400  # characters of a list before one of its strings
_VALUE_FOLLOWS = late(r"\s*+:\s*+[\"'\[{(\d]")
_STRING_ENDS = late(r"\s*+(?:[,;})\]]|\Z)|\s*+\n\s*+[}\])\"']")
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


class QuotedSpans(tuple[QuotedSpan, ...]):
    """Stretches in the order of their beginnings, asked which of them reach to a place."""

    @cached_property
    def _reach(self) -> list[int]:
        return list(accumulate((span.end for span in self), max))

    def first_in(self, low: int, high: int) -> QuotedSpan | None:
        """The first that begins between two offsets."""
        k = bisect_left(self, low, key=lambda span: span.start)
        return self[k] if k < len(self) and self[k].start < high else None

    def reaching(self, at: int, end: int) -> Iterable[QuotedSpan]:
        """Those that begin before `end` and may end behind `at`, the last first."""
        for k in reversed(range(bisect_left(self, end, key=lambda span: span.start))):
            if self._reach[k] <= at:
                break
            yield self[k]


NO_SPANS = QuotedSpans()


def quoted_spans(text: str) -> QuotedSpans:
    """The stretches between quotation marks, nested ones too, in the order of their beginnings."""
    found: list[QuotedSpan] = []
    opened: list[tuple[str, int]] = []
    behind = 0
    while match := (_FOUND if opened else _OPENING).search(text, behind):
        mark, at = match[0], match.start()
        behind = match.end()
        if mark[0] == "\n":
            found += _unclosed(text, at, found, opened)
            opened = []
            continue
        if mark == "’" and any(_is_left_open(one, at) for one in opened):
            found += [
                _left_open(text, start, at, found, opened)
                for kind, start in opened
                if _is_left_open((kind, start), at)
            ]
            opened = [one for one in opened if not _is_left_open(one, at)]
        depth = _closed_by(mark, text, at, opened) if opened else None
        if depth is not None:
            found.append(QuotedSpan(opened[depth][1], match.end(), True))
            del opened[depth:]
        elif _opens(mark, text, at) and len(opened) < _DEEPEST:
            opened.append((mark, at))
    found += _unclosed(text, len(text), found, opened)
    return QuotedSpans(sorted(found))


def enclosing(spans: QuotedSpans, at: int) -> list[QuotedSpan]:
    """The stretches that hold the character at an offset, the innermost first."""
    return [span for span in spans.reaching(at, at + 1) if span.inner[0] <= at < span.inner[1]]


def between_straight(spans: QuotedSpans, text: str, at: int) -> bool:
    """Whether the marks around an offset are straight, and other words come before it between them."""
    around = enclosing(spans, at)
    return (
        bool(around) and text[around[0].start] in "'\"" and bool(text[around[0].inner[0] : at].strip(" \"'"))
    )


def _is_left_open(opened: tuple[str, int], at: int) -> bool:
    """Whether a mark that an apostrophe may close was opened so far before a place that nothing closed it."""
    return opened[0] == "‘" and at - opened[1] > _LONGEST


def _unclosed(
    text: str, end: int, found: Sequence[QuotedSpan], opened: Sequence[tuple[str, int]]
) -> list[QuotedSpan]:
    """The stretches behind marks that nothing has closed where their paragraph ends."""
    return [
        QuotedSpan(start, end, False)
        if end - start <= _LONGEST
        else _left_open(text, start, end, found, opened)
        for kind, start in opened
        if kind not in _STRAIGHT
    ]


def _left_open(
    text: str, start: int, at: int, found: Sequence[QuotedSpan], opened: Sequence[tuple[str, int]]
) -> QuotedSpan:
    """The stretch behind such a mark: to the end of its sentence, or to a mark that goes on behind that."""
    sentence = _SENTENCE_END.search(text, start, at)
    end = sentence.start() if sentence else at
    others = [one.start for one in found if start < one.start < end < one.end]
    others += [place for _, place in opened if start < place < end]
    return QuotedSpan(start, min([end, *others]), False)


def is_string(spans: QuotedSpans, text: str, at: int) -> bool:
    """Whether the marks around an offset are those of a string of a program or of JSON: "text": "…"."""
    around = enclosing(spans, at)
    if not around or not around[0].closed or text[around[0].start] not in "\"'`":
        return False
    low, high = around[0].start, around[0].end
    return bool(_STRING_OPENS.search(text, max(low - 80, 0), low) and _STRING_ENDS.match(text, high))


def is_key(span: QuotedSpan, text: str) -> bool:
    """Whether what stands between marks is a key of JSON or of a program, behind which its value follows."""
    if not span.closed or text[span.start] not in "\"'" or not _VALUE_FOLLOWS.match(text, span.end):
        return False
    return text[: span.start].rstrip(" \t\r\n")[-1:] in ("{", ",", "")


def is_pattern(span: QuotedSpan, text: str) -> bool:
    """Whether what stands between marks is a raw string of Python, which is the pattern of an expression."""
    before = text[max(span.start - 2, 0) : span.start]
    return before[-1:] in ("r", "R") and not before[:-1].isalnum() and text[span.start] in "\"'"


def field_of(spans: QuotedSpans, text: str, at: int) -> str:
    """The name of the field of a program or of JSON whose string, or list of strings, holds an offset.

    "" for none. Words that are run together are parted: "role desc" of `roleDesc` and `role_desc`.
    """
    for span in enclosing(spans, at):
        if span.closed and text[span.start] in "\"'`":
            low = max(span.start - _LONGEST_LIST, 0)
            found = _KEY.search(text, max(span.start - 80, 0), span.start)
            found = found or _OF_TRIPLE.search(text, max(span.start - 80, 0), span.start)
            found = found or _OF_A_LIST.search(text, low, span.start)
            if found:
                return " ".join(_PARTS_OF_KEY.sub(" ", found["key"]).split()).lower()
    return ""


def _closed_by(mark: str, text: str, at: int, opened: Sequence[tuple[str, int]]) -> int | None:
    """Which of the open marks this one closes, None where it closes none."""
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    if mark == "''":
        return next((k for k in reversed(range(len(opened))) if opened[k][0] == "``"), None)
    noted = mark == "’" and behind.isdigit() and not (before.isspace() or before.isdigit())
    if mark in "’'" and behind.isalnum() and not noted:
        return None  # an apostrophe
    if mark in "\"'" and (not before or before in "([{" or (before.isspace() and behind.isalnum())):
        return None  # it opens
    for depth in reversed(range(len(opened))):
        kind, start = opened[depth]
        empty = start == at - 1 and (kind in _STRAIGHT or behind.isalnum())  # “”, if nothing follows
        if len(kind) == 1 and mark in _CLOSES.get(kind, "") and not empty:
            return depth
    return None


def _opens(mark: str, text: str, at: int) -> bool:
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    if mark in ("``", "''"):
        return mark == "``"
    if mark == "‘" and behind.isspace() and not before.isalnum() and _CLOSED.match(text, at):
        return True  # as typesetting leaves it: "AI systems ‘ for the purpose of …’"
    if mark == "'" and behind.isspace() and before in ("", "\n") and _PARAGRAPH_CLOSED.match(text, at):
        return True
    if mark in "‘'`":
        return not before.isalnum() and bool(behind) and not behind.isspace()
    if mark == '"':
        return bool(behind) and (not behind.isspace() or before.isspace())
    if mark in "»›":
        return not before.isalnum() and behind.isalnum()  # as in German and Danish books
    return mark in "“„‚«‹「『" or (mark == "”" and not before.isalnum() and behind.isalnum())
