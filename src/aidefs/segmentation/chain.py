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

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import repeat
from math import inf
from operator import add, truediv
from struct import Struct
from typing import Any

from aidefs.classes import Remembered, dataclass, kept
from aidefs.library.files import read_content, read_derived, read_table, shipped_dataset
from aidefs.segmentation.decoding import Scores, first_of_best, leads
from aidefs.segmentation.features import OF_WORDS, Kinds, Sight, WordsOfPiece, seam
from aidefs.segmentation.grammar import Grammar
from aidefs.segmentation.lexicon import WordClasses, lexicon_of
from aidefs.segmentation.phrases import ClausePiece
from aidefs.segmentation.scoring import PHASES, WORDS_SHOWN, Trust
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
_SHARE_FAR = {"en": ((0.3, 70), (0.4, 40))}
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
        size, share, whole = len(self.elements), self.share, repeat(_HUNDREDTHS**2)
        for scored, row in zip(scores, rows, strict=True):
            scored[:] = map(add, scored, map(truediv, unpacked(row * share, size), whole))

    def row(self, kinds: Kinds) -> Row:
        """What features say of each element."""
        weights = self.weights
        return sum(
            [sum(map(weights[kind].get, values, _ZEROS)) for kind, values in kinds.items() if kind in weights]
        )

    def _loud(self, words: WordsOfPiece[Row], element: str) -> Sequence[int]:
        of_class, of_head = self.weights["class"], self.weights["class-of-head"]
        said = [sum(map(of_class.get, classes, _ZEROS)) for classes in words.listed]
        if words.head >= 0:
            said[words.head] += sum(map(of_head.get, words.listed[words.head], _ZEROS))
        for kind, tokens in words.tokens.items():
            rows = self.weights[kind]
            for value, at in tokens.items():
                if value in rows:
                    said[at] += rows[value]
        place, size = self.elements.index(element), len(self.elements)
        loud = [(-_number(row, place, size), at) for at, row in enumerate(said) if row]
        return sorted(at for weight, at in sorted(loud)[:WORDS_SHOWN] if -weight * self.share >= _LOUD)


_ZEROS = repeat(0)
_LOUD = 50 * _HUNDREDTHS  # half a point: a quarter of what a plain cue says


class ChainLattice:
    """As `decoding.Lattice`, with what is learned of each change of element."""

    def __init__(
        self, scores: Scores, pieces: Sequence[ClausePiece], costs: Sequence[float], chain: LinearChain
    ) -> None:
        """Adds up what leads to each element of each piece.

        Args:
            scores: The scores of the pieces, for the elements of the chain.
            pieces: The pieces.
            costs: What a change costs before each piece by the rules.
            chain: What is learned; of two of its elements that would do as well, the first is taken.
        """
        self._elements = chain.elements
        self._rows = scores
        self._seams = [
            chain.seams[seam(piece), cost] for piece, cost in zip(pieces[1:], costs[1:], strict=True)
        ]
        total = self._rows[0]
        self._totals = [total]  # the best sequence up to each element of a piece
        for here, one in zip(self._rows[1:], self._seams, strict=True):
            total = list(map(add, one.out.best(total), here))
            self._totals.append(total)

    def best_sequence(self) -> list[str]:
        """The sequence of elements with the highest score, one element a piece."""
        at = first_of_best(self._totals[-1])
        path = [at]
        for before, one in zip(reversed(self._totals[:-1]), reversed(self._seams), strict=True):
            at = first_of_best(list(map(add, before, one.into.rows[at])))
            path.append(at)
        return [self._elements[at] for at in reversed(path)]

    def margins(self, path: Sequence[str]) -> list[float]:
        """As `decoding.Lattice.margins`."""
        behind: Sequence[float] = [0.0] * len(self._elements)
        backward = [behind]
        for here, one in zip(reversed(self._rows[1:]), reversed(self._seams), strict=True):
            behind = one.into.best(list(map(add, behind, here)))
            backward.append(behind)
        return leads(self._totals, backward[::-1], self._elements, path)


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

    def best(self, sums: Sequence[float]) -> Sequence[float]:
        """The best sum in each column where each row is added to a sum of its own.

        A row that even at its best stays behind another at its worst takes no part; mostly one is left.
        """
        rival, first = sorted((-inf, *sums))[-2:]
        at = sums.index(first)
        worst = first + self._least[at]
        if worst > rival + self._most:
            return [first + more for more in self.rows[at]]
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
        return [a if a >= b else b for a, b in zip(best, stayed, strict=True)]


def packed(numbers: Iterable[int]) -> Row:
    """A row of the numbers of the elements."""
    return sum(number << _BITS * at for at, number in enumerate(numbers))


def _number(row: Row, place: int, size: int) -> int:
    """The number of one element of a row."""
    return (row + _halves(size) >> _BITS * place) % (2 * _HALF) - _HALF


@cache
def _halves(size: int) -> Row:
    return packed([_HALF] * size)


def unpacked(row: Row, size: int) -> Sequence[int]:
    """The numbers of the elements of a row, or of a sum of rows."""
    halves = _halves(size)
    # Raised, no number below 0 borrows from the next; without the half again, each is one with a sign.
    apart = row + halves ^ halves
    return _signed(size).unpack(apart.to_bytes(size * _BITS // 8, "little"))


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

    least = _SHARE.get(lang, _SHARE_ELSEWHERE)

    def counting(share: int, far: Sequence[tuple[float, LinearChain]] = ()) -> LinearChain:
        counted = {
            # That an exclusion runs on is known by its form, whatever words a text has.
            one: [_interpolated(factor, least if one == "scope" else share) for factor in trust[one]]
            for one in PHASES
        }
        return LinearChain(elements, weights, changes, stays, cost, counted, share, lexicon, far)

    return counting(least, [(known, counting(share)) for known, share in _SHARE_FAR.get(lang, ())])


_ROWS = "rows"
_OF_ALL = "general"  # the table of all kinds of pieces, in that of a language that is learned by itself
_NO_ROWS: Mapping[str, Row] = {}


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
