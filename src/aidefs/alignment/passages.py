"""Passages: where aligned witnesses agree to the letter, and where they differ.

The passages follow each other without gap or overlap in every witness, white space included, so that
each witness can be read off them. White space between two tokens belongs to the passage of the first,
unless the witnesses agree in the token and not in what stands behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from aidefs.alignment.cleanup import FUNCTION_WORDS, LONGEST_ISLAND, SEA
from aidefs.text.tokens import FIRST_WORD, Scan

__all__ = ["Columns", "Kind", "Passage", "columns_from", "passages"]

Kind = Literal["agreed", "wording", "punctuation", "typographic", "space"]
Columns = tuple[tuple[int | None, ...], ...]  # for each column the token of each witness


class Passage(NamedTuple):
    """A stretch over which all witnesses agree, or over which some differ.

    Attributes:
        kind: "agreed" (to the letter), "wording", "punctuation" (the words are equal, what stands
            between them is not), "typographic" (equal tokens that are printed differently) or "space"
            (nothing but white space).
        columns: Half-open range of columns; empty for "space".
        spans: Half-open character span in each witness, empty where it has nothing here.
    """

    kind: Kind
    columns: tuple[int, int]
    spans: tuple[tuple[int, int], ...]

    @property
    def varies(self) -> bool:
        """Whether the tokens differ, and not only how they are printed."""
        return self.kind in ("wording", "punctuation")


def columns_from(numbers: Sequence[Sequence[int]]) -> Columns:
    """The table of an alignment.

    Args:
        numbers: For each witness the column of each of its tokens.
    """
    width = max((row[-1] + 1 for row in numbers if row), default=0)
    table: list[list[int | None]] = [[None] * len(numbers) for _ in range(width)]
    for witness, row in enumerate(numbers):
        for index, column in enumerate(row):
            table[column][witness] = index
    return tuple(map(tuple, table))


def passages(scans: Sequence[Scan], columns: Columns) -> tuple[Passage, ...]:
    """Cut aligned witnesses into passages.

    Args:
        scans: The witnesses, all with one lexicon.
        columns: Their alignment.
    """
    kinds = [_kind(scans, column) for column in columns]
    stretches = [(kind, len(list(run))) for kind, run in groupby(_with_islands(scans, columns, kinds))]
    return tuple(_Cutter(scans, columns).cut(stretches))


def _kind(scans: Sequence[Scan], column: Sequence[int | None]) -> Kind:
    """What one column is; whether only punctuation varies is not seen in one column."""
    if None in column:
        return "wording"
    tokens = [(one.codes[index], one.forms[index].rstrip()) for one, index in _present(scans, column)]
    if len({code for code, _ in tokens}) > 1:
        return "wording"
    return "agreed" if len({form for _, form in tokens}) == 1 else "typographic"


def _present(scans: Sequence[Scan], column: Sequence[int | None]) -> Iterator[tuple[Scan, int]]:
    return ((one, index) for one, index in zip(scans, column, strict=True) if index is not None)


def _with_islands(scans: Sequence[Scan], columns: Columns, kinds: Sequence[Kind]) -> list[Kind]:
    """The kinds, where a few function words between two larger variants belong to these."""
    runs = []
    for varies, run in groupby(enumerate(kinds), lambda one: one[1] == "wording"):
        runs.append((varies, [place for place, _ in run]))
    found = list(kinds)
    for before, (varies, places), behind in zip(runs, runs[1:], runs[2:], strict=False):
        words = [place for place in places if _is_word(scans, columns[place])]
        if varies or not 0 < len(words) <= LONGEST_ISLAND:
            continue
        keys = {one.key(index) for place in words for one, index in _present(scans, columns[place])}
        if keys <= FUNCTION_WORDS and len(before[1]) + len(behind[1]) >= SEA * len(words):
            found[places[0] : places[-1] + 1] = ["wording"] * len(places)
    return found


def _is_word(scans: Sequence[Scan], column: Sequence[int | None]) -> bool:
    return any(one.codes[index] >= FIRST_WORD for one, index in _present(scans, column))


class _Cutter:
    """Where the passages begin and end in the characters of the witnesses."""

    def __init__(self, scans: Sequence[Scan], columns: Columns) -> None:
        self.scans = scans
        self.columns = columns
        self.next = [0] * len(scans)  # the first token of each witness that is not passed yet
        self.cut_at = [0] * len(scans)  # the first character of each that is in no passage yet

    def cut(self, stretches: Sequence[tuple[Kind, int]]) -> Iterator[Passage]:
        """The passages of stretches of columns, given as (kind, number of columns)."""
        column = 0
        yield from self._spaces(0, stretches[0][0] if stretches else "agreed")
        for number, (kind, width) in enumerate(stretches):
            following = stretches[number + 1][0] if number + 1 < len(stretches) else "agreed"
            if kind == "agreed":
                yield from self._agreed(column, column + width, following)
            else:
                yield self._varying(kind, column, column + width)
            column += width
        ends = [len(one.text) for one in self.scans]
        if self.cut_at != ends:  # texts of nothing but white space
            yield self._until("agreed", (column, column), ends)

    def _spaces(self, column: int, following: Kind) -> Iterator[Passage]:
        """The white space before the next tokens as a passage, where it differs and no variant follows."""
        gaps = [one.text[low:high] for one, (low, high) in zip(self.scans, self._gaps(), strict=True)]
        if len(set(gaps)) > 1 and following == "agreed":
            yield self._until("space", (column, column), [high for _, high in self._gaps()])

    def _gaps(self) -> list[tuple[int, int]]:
        """The span of the white space before the next token of each witness."""
        return [
            (one.starts[k - 1] + len(one.forms[k - 1].rstrip()) if k else 0, one.starts[k])
            for one, k in zip(self.scans, self.next, strict=True)
        ]

    def _agreed(self, low: int, high: int, following: Kind) -> Iterator[Passage]:
        begin = low
        for column in range(low, high):
            self._pass(column)
            gaps = self._gaps()
            spaces = {one.text[low:high] for one, (low, high) in zip(self.scans, gaps, strict=True)}
            if len(spaces) > 1:
                yield self._until("agreed", (begin, column + 1), [low for low, _ in gaps])
                begin = column + 1
                if column + 1 < high or following == "agreed":
                    yield self._until("space", (begin, begin), [high for _, high in gaps])
        if begin < high:
            yield self._until("agreed", (begin, high), [high for _, high in self._gaps()])

    def _varying(self, kind: Kind, low: int, high: int) -> Passage:
        first = list(self.next)
        for column in range(low, high):
            self._pass(column)
        if kind == "wording":
            words = {
                tuple(code for code in one.codes[i:j] if code >= FIRST_WORD)
                for one, i, j in zip(self.scans, first, self.next, strict=True)
            }
            kind = "wording" if len(words) > 1 else "punctuation"
        return self._until(kind, (low, high), [high for _, high in self._gaps()])

    def _pass(self, column: int) -> None:
        for witness, index in enumerate(self.columns[column]):
            if index is not None:
                self.next[witness] = index + 1

    def _until(self, kind: Kind, columns: tuple[int, int], ends: Sequence[int]) -> Passage:
        spans = tuple(zip(self.cut_at, ends, strict=True))
        self.cut_at = list(ends)
        return Passage(kind, columns, spans)
