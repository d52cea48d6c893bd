"""A linear chain over the pieces of a text: what is learned besides the rules, and the best sequence with it.

Rules and cues say much of texts in the words they were written for, and little of others. The chain adds,
for every piece and element, the weights of its features (`features`) to what the rules say, and for every
seam what it costs to go from one element to another. The weights are those of a conditional random field
(Lafferty, McCallum and Pereira 2001), learned by `benchmarks/chain.py` from annotated texts in which the
rules were given no help by the text itself; `data/segmentation/weights*.toml` holds them in hundredths. The
best sequence is found exactly (Viterbi). All sums of weights are of whole numbers, so that they are the
same on every machine.

The weights belong to the elements that come with aidefs; with other elements the rules stand alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import islice, repeat
from math import inf
from operator import add, ne, truediv
from struct import Struct
from typing import Any

from aidefs.classes import Remembered, dataclass, kept
from aidefs.library.files import read_content, read_derived, read_table, shipped_dataset
from aidefs.segmentation.decoding import Scores, first_of_best, leads
from aidefs.segmentation.features import OF_WORDS, Kinds, Sight, WordsOfPiece, seam
from aidefs.segmentation.grammar import Grammar
from aidefs.segmentation.lexicon import WordClasses, lexicon_of
from aidefs.segmentation.phrases import ClausePiece
from aidefs.segmentation.scoring import PHASES, Trust
from aidefs.segmentation.words import WORDS_SHOWN
from aidefs.text.languages import primary

__all__ = ["ChainLattice", "LinearChain", "chain_from", "chain_of", "derived_weights"]

Row = int
"""Hundredths for each element, packed into one whole number: that of the first element stands lowest.

A piece has some eighty features and a dozen elements; so one addition takes in all elements of a feature.
"""

_BITS = 32  # of an element in a row
_HALF = 1 << _BITS - 1

# How much of what is learned counts beside the rules, in hundredths. The rules of English were made with
# hundreds of laws in view: of laws that neither had seen, most is right with a fifth, and with more of texts
# that have fewer words which the rules know than the share that stands before.
_SHARE = {"en": 20}
_SHARE_ELSEWHERE = 90
_SHARE_FAR = {"en": ((0.3, 90), (0.5, 60))}
# What each element that a text has is worth by itself, in points. Where it was tried on English laws, which
# name few elements, more went wrong with it.
_TOGETHER = {"en": 0.0}
_TOGETHER_ELSEWHERE = 0.5
_HUNDREDTHS = 100
_MOST = 20_000  # that are remembered of each thing


@dataclass(frozen=True, repr=False)
class LinearChain:
    """What was learned for the texts of a language.

    Attributes:
        elements: The elements, in the order of the rows.
        weights: Kind of a feature → its value → row.
        changes: For each element what it says to go on with each, in hundredths.
        stays: What it says not to change the element at a seam, in hundredths.
        cost: Factor of what the rules say a change costs, in hundredths.
        trust: Factors of what the rules say.
        share: How much of the weights counts, in hundredths.
        lexicon: The classes of words.
        far: The same for texts of which the rules know fewer words than a share of them, the smallest share
            first; nothing where as much counts for them.
        together: What each element that a text has is worth by itself, in points.
    """

    elements: Sequence[str]
    weights: Mapping[str, Mapping[str, Row]]
    changes: Sequence[Sequence[int]]
    stays: Mapping[str, int]
    cost: int
    trust: Trust
    share: int
    lexicon: WordClasses
    far: Sequence[tuple[float, LinearChain]] = ()
    together: float = 0.0

    def of_text(self, known: float) -> LinearChain:
        """What counts of it in a text, by the share of its words that the rules know."""
        return next((chain for share, chain in self.far if known < share), self)

    @kept
    def sights(self) -> Mapping[Grammar, Sight[Row]]:
        """By the grammar with which they are read: what the features of pieces say of each element."""
        return Remembered(lambda grammar: Sight(grammar, self.lexicon, self.row, _MOST), _MOST)

    @kept
    def seams(self) -> Mapping[tuple[str, float], _Seam]:
        """What it says to go from element to element, by what a seam is like and costs by the rules."""
        return Remembered(lambda like: _Seam(self, *like), _MOST)

    @kept
    def loud(self) -> Mapping[tuple[WordsOfPiece[Row], str], Sequence[int]]:
        """The tokens of a piece that speak loudest for an element, in the order of the text."""
        return Remembered(lambda asked: self._loud(*asked), _MOST)

    def add(self, scores: Scores, rows: Iterable[Row]) -> None:
        """Adds what the features of each piece say to its scores."""
        share, whole = self.share, repeat(_HUNDREDTHS**2)
        numbers = unpacked([row * share for row in rows], len(self.elements))
        for scored, said in zip(scores, numbers, strict=True):
            scored[:] = map(add, scored, map(truediv, said, whole))

    def row(self, kinds: Kinds) -> Row:
        """What features say of each element."""
        weights, total = self.weights, 0
        for kind, values in kinds.items():
            rows = weights.get(kind, _NO_ROWS)
            for value in values:  # of most kinds there is one
                if value in rows:
                    total += rows[value]
        return total

    def _loud(self, words: WordsOfPiece[Row], element: str) -> Sequence[int]:
        place, size = self.elements.index(element), len(self.elements)
        loud = [(-_number(row, place, size), at) for at, row in enumerate(words.each) if row]
        return sorted(at for weight, at in sorted(loud)[:WORDS_SHOWN] if -weight * self.share >= _LOUD)


_NO_ROWS: Mapping[str, Row] = {}
_LOUD = 50 * _HUNDREDTHS  # half a point: a quarter of what a plain cue says


class ChainLattice:
    """As `decoding.Lattice`, with what is learned of each change of element, and of a text as a whole.

    A chain sees no further than the next piece: its best sequence has one element in two places and lacks
    another that is second in several. So an element that a sequence has is worth something by itself, and as
    much is lost with each run of pieces of an element behind its first (`LinearChain.together`).
    """

    def __init__(
        self, scores: Scores, pieces: Sequence[ClausePiece], costs: Sequence[float], chain: LinearChain
    ) -> None:
        """Adds up what leads to each element of each piece, and what follows it.

        Args:
            scores: The scores of the pieces, for the elements of the chain.
            pieces: The pieces.
            costs: What a change costs before each piece by the rules.
            chain: What is learned; of two of its elements that would do as well, the first is taken.
        """
        self._elements, self._together = chain.elements, chain.together
        self._rows = scores
        self._listed = [piece.in_list for piece in pieces]
        self._seams = seams = [
            chain.seams[seam(piece), cost] for piece, cost in zip(pieces[1:], costs[1:], strict=True)
        ]
        total = scores[0]
        self._totals = [total]  # the best sequence up to each element of a piece
        self._before: list[int] = []  # the element before each seam through which all of them go, or -1
        for here, one in zip(scores[1:], seams, strict=True):
            before, best = one.out.best(total)
            total = list(map(add, best, here))
            self._totals.append(total)
            self._before.append(before)
        behind: Sequence[float] = [0.0] * len(self._elements)
        self._behind = [behind]  # the best one that follows it
        for here, one in zip(reversed(scores[1:]), reversed(seams), strict=True):
            _, behind = one.into.best(list(map(add, behind, here)))
            self._behind.append(behind)
        self._behind.reverse()
        self._through = [list(map(add, *both)) for both in zip(self._totals, self._behind, strict=True)]

    def best_sequence(self) -> list[str]:
        """The sequence of elements that is worth most, one element a piece.

        It is looked for among the one with the highest score and those with the highest in which some piece
        has an element that the former lacks, or some piece of a run has another element where the former
        has the element of the run elsewhere, too. Of two that are worth as much the first is taken.
        """
        path = self._path(len(self._rows) - 1, first_of_best(self._totals[-1]))
        if self._together:
            path = self._worth_most(path)
        return [self._elements[at] for at in path]

    def _worth_most(self, path: list[int]) -> list[int]:
        through, score, worth = self._through, max(self._totals[-1]), _worth(path)
        again = worth < len(set(path))  # some element is in several runs
        least = score - self._together * (1 + again)  # what one element more and one run less bring
        asked = [
            (number, at, element)
            for element, number in enumerate(map(max, zip(*through, strict=True)))
            if number > least and element not in path
            for at in ([row[element] for row in through].index(number),)
            if not self._listed[at]  # a list belongs to its head
        ]
        if again:
            asked += _others_of_runs(through, path, least)
        best, most = path, 0.0
        for number, at, element in asked:
            other = self._path(at, element)
            more = number - score + self._together * (_worth(other) - worth)
            if more > most:
                best, most = other, more
        return best

    def _path(self, at: int, element: int) -> list[int]:
        """The best sequence in which a piece has an element, both by their places."""
        path = [element]
        for n in range(at - 1, -1, -1):
            before = self._before[n]
            if before < 0:
                before = first_of_best(list(map(add, self._totals[n], self._seams[n].into.rows[path[-1]])))
            path.append(before)
        path.reverse()
        for here, behind, one in zip(
            self._rows[at + 1 :], self._behind[at + 1 :], self._seams[at:], strict=True
        ):
            onward = map(add, one.out.rows[path[-1]], here)
            path.append(first_of_best(list(map(add, onward, behind))))
        return path

    def margins(self, path: Sequence[str]) -> list[float]:
        """As `decoding.Lattice.margins`; what elements are worth by themselves does not count.

        So a piece that has its element for that worth alone is never sure of it.
        """
        return leads(self._through, self._elements, path)


def _worth(path: Sequence[int]) -> int:
    """How many elements a sequence has, less the runs of pieces that are of one it had before."""
    changes: int = sum(map(ne, path, islice(path, 1, None)))
    return 2 * len(set(path)) - 1 - changes


def _others_of_runs(
    through: Sequence[Sequence[float]], path: Sequence[int], least: float
) -> list[tuple[float, int, int]]:
    """For each run of pieces of an element that has several: the highest number of another one.

    With its piece and the element, and only where it is more than the least.
    """
    starts = [at for at, element in enumerate(path) if not at or element != path[at - 1]]
    times = Counter([path[start] for start in starts])
    found = []
    for start, stop in zip(starts, [*starts[1:], len(path)], strict=True):
        own = path[start]
        if times[own] > 1:
            highest = least, -1, -1
            for at in range(start, stop):
                for element, number in enumerate(through[at]):
                    if number > highest[0] and element != own:
                        highest = number, at, element
            if highest[1] >= 0:
                found.append(highest)
    return found


class _Seam:
    """What it says to go from each element to each: by those it goes out from, and by those it goes into."""

    __slots__ = ("into", "out")

    def __init__(self, chain: LinearChain, like: str, cost: float) -> None:
        stay = cost * _interpolated(chain.cost, chain.share)
        stay += chain.stays.get(like, 0) * chain.share / _HUNDREDTHS**2
        out = [[change * chain.share / _HUNDREDTHS**2 for change in row] for row in chain.changes]
        for at, row in enumerate(out):
            row[at] += stay
        self.out, self.into = _RowsOfSeam(out), _RowsOfSeam(list(map(list, zip(*out, strict=True))))


class _RowsOfSeam:
    """As many rows of numbers as each has, one of which is added to a sum for each of the elements.

    Attributes:
        rows: The rows.
    """

    __slots__ = ("_least", "_most", "_most_apart", "_of_itself", "_rest", "rows")

    def __init__(self, rows: Sequence[Sequence[float]]) -> None:
        self.rows = rows
        self._least, self._most = list(map(min, rows)), max(map(max, rows))
        # Not to change the element is what says most; what each row has besides is bounded by itself.
        self._of_itself = [row[at] for at, row in enumerate(rows)]
        self._rest = [max((*row[:at], *row[at + 1 :]), default=-inf) for at, row in enumerate(rows)]
        self._most_apart = max(self._rest)

    def best(self, sums: Sequence[float]) -> tuple[int, Sequence[float]]:
        """The best sum in each column where each row is added to a sum of its own.

        A row that even at its best stays behind another at its worst takes no part; mostly one is left.

        Returns:
            The row that is left, -1 for several, and the best sums.
        """
        rival, first = sorted((-inf, *sums))[-2:]
        at = sums.index(first)
        worst = first + self._least[at]
        if worst > rival + self._most:
            return at, list(map(add, repeat(first), self.rows[at]))
        best: Sequence[float] = ()
        if worst > rival + self._most_apart:
            best = [first + more for more in self.rows[at]]
        else:
            floor = max(map(add, sums, self._least))
            for one, row, bound in zip(sums, self.rows, self._rest, strict=True):
                if one + bound >= floor:
                    own = [one + more for more in row]
                    best = [a if a >= b else b for a, b in zip(best, own, strict=True)] if best else own
        stayed = map(add, sums, self._of_itself)
        return -1, [a if a >= b else b for a, b in zip(best, stayed, strict=True)]


def packed(numbers: Iterable[int]) -> Row:
    """A row of the numbers of the elements."""
    return sum(number << _BITS * at for at, number in enumerate(numbers))


def _number(row: Row, place: int, size: int) -> int:
    """The number of one element of a row."""
    return (row + _halves(size) >> _BITS * place) % (2 * _HALF) - _HALF


@cache
def _halves(size: int) -> Row:
    return packed([_HALF] * size)


def unpacked(rows: Iterable[Row], size: int) -> list[Sequence[int]]:
    """The numbers of the elements of each row, or sum of rows."""
    halves, length, signed = _halves(size), size * _BITS // 8, _signed(size).unpack
    # Raised, no number below 0 borrows from the next; without the half again, each is one with a sign.
    return [signed((row + halves ^ halves).to_bytes(length, "little")) for row in rows]


@cache
def _signed(size: int) -> Struct:
    return Struct(f"<{size}i")


def _interpolated(factor: int, share: int) -> float:
    """A learned factor where only a share of what is learned counts: one between it and 1."""
    return (_HUNDREDTHS * _HUNDREDTHS + (factor - _HUNDREDTHS) * share) / _HUNDREDTHS**2


_GENERAL = "weights"


@cache
def _table(name: str) -> Mapping[str, Any]:
    """The weights of a file, as `chain_from` takes them."""
    file = shipped_dataset().segmentation.get(name)
    return (read_derived(name, _content(name)) or read_table(file)) if file else {}


def _content(name: str) -> bytes:
    """What the rows of a file of weights depend on: the general one has the elements of all."""
    files = shipped_dataset().segmentation
    return b"\n".join(read_content(files[one]) for one in dict.fromkeys((_GENERAL, name)))


def derived_weights() -> dict[str, tuple[bytes, dict[str, Any]]]:
    """What a wheel holds of all weights, with the content of their files."""
    files = shipped_dataset().segmentation
    general = read_table(files[_GENERAL])
    elements = general["elements"].split()
    found = {_GENERAL: (_content(_GENERAL), _with_rows(general, elements))}
    for name, file in files.items():
        if name.startswith(f"{_GENERAL}-"):
            table = read_table(file)
            apart = {_OF_ALL: _with_rows(table[_OF_ALL], elements)} if _OF_ALL in table else {}
            found[name] = _content(name), {_ROWS: _rows(table, elements), **apart}
    return found


def _with_rows(general: Mapping[str, Any], elements: Sequence[str]) -> dict[str, Any]:
    packed = {**general, _ROWS: _rows(general["features"], elements)}
    del packed["features"]
    return packed


@cache
def _elements() -> frozenset[str] | None:
    """The elements that something is learned of, None where nothing is."""
    known = _table(_GENERAL)
    return frozenset(known["elements"].split()) if known else None


@cache
def _shipped(lang: str) -> LinearChain | None:
    own, lexicon = _table(f"{_GENERAL}-{lang}"), lexicon_of(lang)
    return chain_from(_table(_GENERAL), own, lexicon, lang) if own and lexicon else None


def chain_from(
    general: Mapping[str, Any], own: Mapping[str, Any], lexicon: WordClasses, lang: str
) -> LinearChain:
    """The chain that two tables hold: the general one and that of a language.

    A table may have rows (`_rows`) in place of its features, and that of a language that is learned by
    itself a general one of its own.
    """
    general = own.get(_OF_ALL, general)
    elements = general["elements"].split()
    place = {element: at for at, element in enumerate(elements)}
    trust = {phase: _factors(general["trust"][phase], elements) for phase in PHASES}
    changes = [[0] * len(elements) for _ in elements]
    for element, listed in general["changes"].items():
        for other, number in _pairs(listed):
            changes[place[element]][place[other]] = number
    of_all = general[_ROWS] if _ROWS in general else _rows(general["features"], elements)
    of_language = own[_ROWS] if _ROWS in own else _rows(own, elements)
    # No kind of features is in both: those of words are of one language.
    weights = {**dict.fromkeys(OF_WORDS, _NO_ROWS), **of_all, **of_language}
    stays, cost = dict(_pairs(general["stays"])), general["cost"]

    least, together = _SHARE.get(lang, _SHARE_ELSEWHERE), _TOGETHER.get(lang, _TOGETHER_ELSEWHERE)

    def counting(share: int, far: Sequence[tuple[float, LinearChain]] = ()) -> LinearChain:
        counted = {
            # That an exclusion runs on is known by its form, whatever words a text has.
            one: [_interpolated(factor, least if one == "scope" else share) for factor in trust[one]]
            for one in PHASES
        }
        return LinearChain(elements, weights, changes, stays, cost, counted, share, lexicon, far, together)

    return counting(least, [(known, counting(share)) for known, share in _SHARE_FAR.get(lang, ())])


_ROWS = "rows"
_OF_ALL = "general"  # the table of all kinds of pieces, in that of a language that is learned by itself


def _rows(features: Mapping[str, Mapping[str, str]], elements: Sequence[str]) -> dict[str, dict[str, Row]]:
    """The rows of features: kind → value → row."""
    found: dict[str, dict[str, Row]] = {}
    for kind, listed in features.items():
        if kind == _OF_ALL:
            continue
        rows = found[kind] = {}
        for element, entries in listed.items():
            shift = _BITS * elements.index(element)
            for value, number in _pairs(entries):
                rows[value] = rows.get(value, 0) + (number << shift)
    return found


def _factors(listed: str, elements: Iterable[str]) -> list[int]:
    """Factors in hundredths, 1 for an element of which none is written."""
    known = dict(_pairs(listed))
    return [known.get(element, _HUNDREDTHS) for element in elements]


def _pairs(listed: str) -> list[tuple[str, int]]:
    entries = listed.split()
    return list(zip(entries[::2], map(int, entries[1::2]), strict=True))


def chain_of(lang: str, elements: Collection[str]) -> LinearChain | None:
    """What is learned for texts in a language.

    Args:
        lang: BCP 47 tag.
        elements: The elements of the taxonomy.

    Returns:
        None for a language of which nothing is learned, and for other elements than the shipped ones.
    """
    return _shipped(primary(lang)) if frozenset(elements) == _elements() else None
