"""What aligned witnesses share and where they vary: passages of a collation, and its critical apparatus.

The terms are those of textual criticism. A *witness* is a text; its *siglum* is the letter by which the
apparatus names it. The *lemma* is what the base reads at some place, and a *reading* what a witness has
instead. The apparatus is negative: who is not named at a lemma reads as the base does, or differs from it
over a longer lemma. Lemmata may overlap, because each witness is held against the base for itself; that
keeps them short where one witness has another sentence and the rest a comma.

*Passages* follow each other without gap or overlap in every witness, white space included, so that each
witness can be read off them. White space between two tokens belongs to the passage of the first, unless the
witnesses agree in the token and not in what stands behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, Literal

from aidefs.alignment.edits import is_island
from aidefs.classes import NamedTuple
from aidefs.library.records import Definition
from aidefs.text.tokens import FIRST_WORD, Scan

__all__ = [
    "AlignmentColumns",
    "CollatedPassage",
    "Entry",
    "Reading",
    "Variation",
    "Witness",
    "apparatus",
    "columns_from",
    "grouped",
    "passages",
]


Variation = Literal["agreed", "wording", "punctuation", "typographic", "space"]
AlignmentColumns = tuple[tuple[int | None, ...], ...]  # for each column the token of each witness
_AlignedTokens = tuple[int | None, int | None]  # a token of the base and one of the witness

# What a difference is called that holds several kinds: the first of these.
_STRENGTH: tuple[Variation, ...] = ("wording", "punctuation", "typographic")


class Witness(NamedTuple):
    """One text, letter for letter, and the definitions that have it.

    Attributes:
        siglum: "A" for the earliest witness, "B" for the next one, and so on.
        definitions: Those that share the text, the earliest first.
        tokens: The tokens of the text.
    """

    siglum: str
    definitions: tuple[Definition, ...]
    tokens: Scan

    @property
    def definition(self) -> Definition:
        """The definition that stands for all."""
        return self.definitions[0]

    @property
    def text(self) -> str:
        """The official wording."""
        return self.definition.text

    @property
    def label(self) -> str:
        """Who has the text: "OECD 2023 · also OECD 2024"."""
        first, *others = (one.label or one.id for one in self.definitions)
        return f"{first} · also {', '.join(others)}" if others else first

    def span(self, index: int) -> tuple[int, int]:
        """The characters of a token, white space behind it aside."""
        start = self.tokens.starts[index]
        return start, start + len(self.tokens.forms[index])

    def token(self, index: int | None) -> dict[str, Any]:
        """A token as plain data; all values None for a gap."""
        if index is None:
            return {"token": None, "key": None, "start": None, "end": None}
        start, end = self.span(index)
        return {"token": self.text[start:end], "key": self.tokens.key(index), "start": start, "end": end}

    def words(self, low: int, high: int) -> list[str]:
        """The comparison keys of the words in a range of tokens."""
        return [self.tokens.key(index) for index in range(low, high) if self.is_word(index)]

    def is_word(self, index: int) -> bool:
        """Whether a token is a word, and no punctuation or enumerator."""
        return self.tokens.codes[index] >= FIRST_WORD


class CollatedPassage(NamedTuple):
    """A stretch over which all witnesses agree, or over which some differ.

    Attributes:
        kind: "agreed" (to the letter), "wording", "punctuation" (the words are equal, what stands
            between them is not), "typographic" (equal tokens that are printed differently) or "space"
            (nothing but white space).
        columns: Half-open range of columns; empty for "space".
        spans: Half-open character span in each witness, empty where it has nothing here.
    """

    kind: Variation
    columns: tuple[int, int]
    spans: tuple[tuple[int, int], ...]

    @property
    def varies(self) -> bool:
        """Whether the tokens differ, and not only how they are printed."""
        return self.kind in ("wording", "punctuation")


class Reading(NamedTuple):
    """What one or more witnesses have.

    Attributes:
        text: The official characters; "" where the witnesses have nothing.
        sigla: The witnesses, in order of their sigla.
    """

    text: str
    sigla: tuple[str, ...]


class Entry(NamedTuple):
    """One entry of the apparatus.

    Attributes:
        number: Its number, from 1 on.
        kind: "wording", "punctuation" or "typographic" (equal tokens that are printed differently).
        span: Half-open character span of the lemma in the base.
        lemma: What the base reads. Where that would be nothing or only punctuation, the token before
            it stands in front of the lemma and of all readings.
        readings: What others read.
    """

    number: int
    kind: Variation
    span: tuple[int, int]
    lemma: str
    readings: tuple[Reading, ...]


def columns_from(numbers: Sequence[Sequence[int]]) -> AlignmentColumns:
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


# --- passages ---------------------------------------------------------------------------------


def passages(scans: Sequence[Scan], columns: AlignmentColumns) -> tuple[CollatedPassage, ...]:
    """Cut aligned witnesses into passages.

    Args:
        scans: The witnesses, all with one lexicon.
        columns: Their alignment.
    """
    kinds = [_passage_kind(scans, column) for column in columns]
    stretches = [(kind, len(list(run))) for kind, run in groupby(_with_islands(scans, columns, kinds))]
    return tuple(_PassageCutter(scans, columns).cut(stretches))


def _with_islands(
    scans: Sequence[Scan], columns: AlignmentColumns, kinds: Sequence[Variation]
) -> list[Variation]:
    """The kinds, where a few function words between two larger variants belong to these."""
    runs = []
    for varies, run in groupby(enumerate(kinds), lambda one: one[1] == "wording"):
        runs.append((varies, [place for place, _ in run]))
    found = list(kinds)
    for before, (varies, places), behind in zip(runs, runs[1:], runs[2:], strict=False):
        words = [place for place in places if _is_word(scans, columns[place])]
        keys = {one.key(index) for place in words for one, index in _present(scans, columns[place])}
        if not varies and is_island(len(words), keys, len(before[1]) + len(behind[1])):
            found[places[0] : places[-1] + 1] = ["wording"] * len(places)
    return found


def _passage_kind(scans: Sequence[Scan], column: Sequence[int | None]) -> Variation:
    """What one column is; whether only punctuation varies is not seen in one column."""
    if None in column:
        return "wording"
    tokens = [(one.codes[index], one.forms[index]) for one, index in _present(scans, column)]
    if len({code for code, _ in tokens}) > 1:
        return "wording"
    return "agreed" if len({form for _, form in tokens}) == 1 else "typographic"


def _is_word(scans: Sequence[Scan], column: Sequence[int | None]) -> bool:
    return any(one.codes[index] >= FIRST_WORD for one, index in _present(scans, column))


def _present(scans: Sequence[Scan], column: Sequence[int | None]) -> Iterator[tuple[Scan, int]]:
    return ((one, index) for one, index in zip(scans, column, strict=True) if index is not None)


class _PassageCutter:
    """Where the passages begin and end in the characters of the witnesses."""

    def __init__(self, scans: Sequence[Scan], columns: AlignmentColumns) -> None:
        self.scans = scans
        self.columns = columns
        self.next = [0] * len(scans)  # the first token of each witness that is not passed yet
        self.cut_at = [0] * len(scans)  # the first character of each that is in no passage yet

    def cut(self, stretches: Sequence[tuple[Variation, int]]) -> Iterator[CollatedPassage]:
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

    def _spaces(self, column: int, following: Variation) -> Iterator[CollatedPassage]:
        """The white space before the next tokens as a passage, where it differs and no variant follows."""
        gaps = [one.text[low:high] for one, (low, high) in zip(self.scans, self._gaps(), strict=True)]
        if len(set(gaps)) > 1 and following == "agreed":
            yield self._until("space", (column, column), [high for _, high in self._gaps()])

    def _gaps(self) -> list[tuple[int, int]]:
        """The span of the white space before the next token of each witness."""
        return [
            (one.starts[k - 1] + len(one.forms[k - 1]) if k else 0, one.starts[k])
            for one, k in zip(self.scans, self.next, strict=True)
        ]

    def _agreed(self, low: int, high: int, following: Variation) -> Iterator[CollatedPassage]:
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

    def _varying(self, kind: Variation, low: int, high: int) -> CollatedPassage:
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

    def _until(self, kind: Variation, columns: tuple[int, int], ends: Sequence[int]) -> CollatedPassage:
        spans = tuple(zip(self.cut_at, ends, strict=True))
        self.cut_at = list(ends)
        return CollatedPassage(kind, columns, spans)


# --- entries of the apparatus -----------------------------------------------------------------


class _Difference(NamedTuple):
    """Where one witness differs from the base: token ranges in both."""

    base: tuple[int, int]
    other: tuple[int, int]
    kind: Variation


def apparatus(witnesses: Sequence[Witness], columns: AlignmentColumns) -> tuple[Entry, ...]:
    """The apparatus of a collation.

    Args:
        witnesses: The base first.
        columns: For each column the token of each witness.
    """
    base = witnesses[0]
    places: dict[tuple[tuple[int, int], Variation], list[tuple[Witness, tuple[int, int]]]] = {}
    for number, witness in enumerate(witnesses[1:], 1):
        pairs = [(column[0], column[number]) for column in columns]
        for found in _merged(_differences(base, witness, pairs)):
            places.setdefault((found.base, found.kind), []).append((witness, found.other))
    entries: list[Entry] = []
    # By the end of the lemma, where a number stands in the text.
    for ((low, high), kind), others in sorted(places.items(), key=lambda one: (one[0][0][::-1], one[0][1])):
        readings = grouped([one for one, _ in others], [_text(one, span) for one, span in others])
        readings = tuple(sorted(readings, key=lambda one: _alphabetical(one.sigla[0])))
        span = base.tokens.starts[low], base.span(high - 1)[1] if high > low else base.tokens.starts[low]
        entries.append(Entry(len(entries) + 1, kind, span, base.text[slice(*span)], readings))
    return tuple(entries)


def grouped(witnesses: Sequence[Witness], texts: Sequence[str]) -> tuple[Reading, ...]:
    """The different texts of witnesses as readings, that of the first witness first.

    Args:
        witnesses: The witnesses.
        texts: What each has.
    """
    groups: dict[str, list[str]] = {}
    for witness, text in zip(witnesses, texts, strict=True):
        groups.setdefault(text, []).append(witness.siglum)
    found = [Reading(text, tuple(sorted(sigla, key=_alphabetical))) for text, sigla in groups.items()]
    return (*found[:1], *sorted(found[1:], key=lambda one: _alphabetical(one.sigla[0])))


def _alphabetical(siglum: str) -> tuple[int, str]:
    return len(siglum), siglum


def _text(witness: Witness, tokens: tuple[int, int]) -> str:
    low, high = tokens
    return witness.text[witness.tokens.starts[low] : witness.span(high - 1)[1]] if high > low else ""


def _differences(base: Witness, other: Witness, pairs: Sequence[_AlignedTokens]) -> Iterator[_Difference]:
    """The places where a witness differs from the base."""
    real = [pair for pair in pairs if pair != (None, None)]
    i = j = 0
    for kind, run in _runs(base, other, real):
        x, y = i, j
        i += sum(pair[0] is not None for pair in run)
        j += sum(pair[1] is not None for pair in run)
        if kind == "agreed":
            continue
        lemma = base.words(x, i)
        if kind == "wording" and lemma == other.words(y, j):
            kind = "punctuation"
        if lemma:
            yield _Difference((x, i), (y, j), kind)
        elif x and y:  # the token before stands in both
            yield _Difference((x - 1, i), (y - 1, j), kind)
        else:  # at the beginning of the texts the one behind has to do
            further = i < len(base.tokens) and j < len(other.tokens)
            yield _Difference((x, i + further), (y, j + further), kind)


def _runs(
    base: Witness, other: Witness, pairs: Sequence[_AlignedTokens]
) -> list[tuple[Variation, list[_AlignedTokens]]]:
    """Pairs by kind, where function words between two larger differences belong to these."""
    runs = [
        (kind, [pair for _, pair in run])
        for kind, run in groupby(((_kind(base, other, pair), pair) for pair in pairs), lambda one: one[0])
    ]
    joined: list[tuple[Variation, list[_AlignedTokens]]] = []
    for number, (kind, run) in enumerate(runs):
        around = [len(pairs) for kind, pairs in runs[max(number - 1, 0) : number + 2] if kind == "wording"]
        words = [base.tokens.key(x) for x, _ in run if x is not None and base.is_word(x)]
        if kind != "wording" and len(around) == 2 and is_island(len(words), words, sum(around)):
            kind = "wording"
        if joined and joined[-1][0] == kind:
            joined[-1][1].extend(run)
        else:
            joined.append((kind, run))
    return joined


def _kind(base: Witness, other: Witness, pair: _AlignedTokens) -> Variation:
    x, y = pair
    if x is None or y is None or base.tokens.codes[x] != other.tokens.codes[y]:
        return "wording"
    same = base.tokens.forms[x] == other.tokens.forms[y]
    return "agreed" if same else "typographic"


def _merged(found: Iterable[_Difference]) -> list[_Difference]:
    """The differences, where those that took the same token for their lemma are one."""
    merged: list[_Difference] = []
    for one in found:
        if merged and one.base[0] < merged[-1].base[1]:
            last = merged.pop()
            kind = min(last.kind, one.kind, key=_STRENGTH.index)
            one = _Difference((last.base[0], one.base[1]), (last.other[0], one.other[1]), kind)
        merged.append(one)
    return merged
