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
from operator import add
from typing import Any

from aidefs.classes import NamedTuple
from aidefs.library.files import read_table, shipped_dataset
from aidefs.segmentation.decoding import Scores, first_of_best, leads
from aidefs.segmentation.features import OF_WORDS, Feature, seam, word_features
from aidefs.segmentation.grammar import Grammar
from aidefs.segmentation.lexicon import WordClasses, lexicon_of
from aidefs.segmentation.phrases import ClausePiece
from aidefs.segmentation.scoring import PHASES, Trust
from aidefs.text.languages import primary
from aidefs.text.tokens import TokenColumns

__all__ = ["ChainLattice", "LinearChain", "chain_from", "chain_of"]

Row = int
"""Hundredths for each element, packed into one whole number: that of the first element stands lowest.

A piece has some eighty features and a dozen elements; so one addition takes in all elements of a feature.
"""

_BITS = 24  # of an element in a row
_HALF = 1 << _BITS - 1

# How much of what is learned counts beside the rules, in hundredths. The rules of English were made with
# hundreds of laws in view: of laws that neither had seen, most is right with a quarter.
_SHARE = {"en": 25}
_SHARE_ELSEWHERE = 85
_HUNDREDTHS = 100


class LinearChain(NamedTuple):
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
    """

    elements: Sequence[str]
    weights: Mapping[str, Mapping[str, Row]]
    changes: Sequence[Sequence[int]]
    stays: Mapping[str, int]
    cost: int
    trust: Trust
    share: int
    lexicon: WordClasses

    def add(self, scores: Scores, found: Sequence[Sequence[Feature]]) -> None:
        """Adds what the features of each piece say to its scores."""
        for row, own in zip(scores, found, strict=True):
            for element, said in zip(self.elements, self.said(own), strict=True):
                if said:
                    row[element] = row.get(element, 0.0) + said * self.share / _HUNDREDTHS**2

    def said(self, found: Sequence[Feature]) -> Sequence[int]:
        """What features say of each element together, in hundredths."""
        weights = self.weights
        rows = [weights[kind].get(value, 0) for kind, value in found if kind in weights]
        return unpacked(sum(rows), len(self.elements))

    def loudest(
        self, piece: ClausePiece, columns: TokenColumns, g: Grammar, element: str, most: int
    ) -> list[int]:
        """The tokens of the words that speak loudest for an element, in the order of the text."""
        place, size = self.elements.index(element), len(self.elements)
        loud: dict[int, int] = {}
        for at, feature in word_features(piece, columns, g):
            row = self.weights[feature[0]].get(feature[1], 0)
            loud[at] = loud.get(at, 0) + _number(row, place, size)
        words = [columns.keys[at].partition("/")[0] for at in range(piece.start, piece.end)]
        for at, classes in enumerate(self.lexicon.of_words(words), piece.start):
            for name in classes:
                for kind in ("class", "class-of-head") if at == piece.head else ("class",):
                    row = self.weights[kind].get(name, 0)
                    if row and columns.kinds[at] == 2:
                        loud[at] = loud.get(at, 0) + _number(row, place, size)
        enough = [(-weight, at) for at, weight in loud.items() if weight * self.share >= _LOUD]
        return sorted(at for _, at in sorted(enough)[:most])


_LOUD = 50 * _HUNDREDTHS  # half a point: a quarter of what a plain cue says


class ChainLattice:
    """As `decoding.Lattice`, with what is learned of each change of element."""

    def __init__(
        self, scores: Scores, pieces: Sequence[ClausePiece], costs: Sequence[float], chain: LinearChain
    ) -> None:
        """Adds up what leads to each element of each piece.

        Args:
            scores: The scores of the pieces.
            pieces: The pieces.
            costs: What a change costs before each piece by the rules.
            chain: What is learned; of two of its elements that would do as well, the first is taken.
        """
        self._elements = chain.elements
        self._rows = [[row.get(element, 0.0) for element in chain.elements] for row in scores]
        made: dict[float, _Seam] = {}
        self._seams: list[_Seam] = []
        for piece, cost in zip(pieces[1:], costs[1:], strict=True):
            stay = cost * _interpolated(chain.cost, chain.share)
            stay += chain.stays.get(seam(piece), 0) * chain.share / _HUNDREDTHS**2
            if stay not in made:
                made[stay] = _Seam(chain, stay)
            self._seams.append(made[stay])
        self._totals = [self._rows[0]]  # the best sequence up to each element of a piece
        for here, one in zip(self._rows[1:], self._seams, strict=True):
            before = self._totals[-1]
            self._totals.append(
                [max(map(add, before, into)) + own for into, own in zip(one.into, here, strict=True)]
            )

    def best_sequence(self) -> list[str]:
        """The sequence of elements with the highest score, one element a piece."""
        at = first_of_best(self._totals[-1])
        path = [at]
        for before, one in zip(reversed(self._totals[:-1]), reversed(self._seams), strict=True):
            at = first_of_best(list(map(add, before, one.into[at])))
            path.append(at)
        return [self._elements[at] for at in reversed(path)]

    def margins(self, path: Sequence[str]) -> list[float]:
        """As `decoding.Lattice.margins`."""
        behind = [0.0] * len(self._elements)
        backward = [behind]
        for here, one in zip(reversed(self._rows[1:]), reversed(self._seams), strict=True):
            gain = list(map(add, behind, here))
            behind = [max(map(add, out, gain)) for out in one.out]
            backward.append(behind)
        return leads(self._totals, backward[::-1], self._elements, path)


class _Seam:
    """What it says to go from each element to each: by those it goes out from, and by those it goes into."""

    __slots__ = ("into", "out")

    def __init__(self, chain: LinearChain, stay: float) -> None:
        self.out = [[change * chain.share / _HUNDREDTHS**2 for change in row] for row in chain.changes]
        for at, row in enumerate(self.out):
            row[at] += stay
        self.into = list(map(list, zip(*self.out, strict=True)))


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
    raised = row + _halves(size)  # no number below 0 borrows from the next
    return [(raised >> shift) % (2 * _HALF) - _HALF for shift in range(0, _BITS * size, _BITS)]


def _interpolated(factor: int, share: int) -> float:
    """A learned factor where only a share of what is learned counts: one between it and 1."""
    return (_HUNDREDTHS * _HUNDREDTHS + (factor - _HUNDREDTHS) * share) / _HUNDREDTHS**2


@cache
def _table(name: str) -> Mapping[str, Any]:
    file = shipped_dataset().segmentation.get(name)
    return read_table(file) if file else {}


@cache
def _shipped(lang: str) -> LinearChain | None:
    own, lexicon = _table(f"weights-{lang}"), lexicon_of(lang)
    return chain_from(_table("weights"), own, lexicon, lang) if own and lexicon else None


def chain_from(
    general: Mapping[str, Any], own: Mapping[str, Any], lexicon: WordClasses, lang: str
) -> LinearChain:
    """The chain that two tables hold: the general one and that of a language."""
    elements = general["elements"].split()
    place = {element: at for at, element in enumerate(elements)}
    share = _SHARE.get(lang, _SHARE_ELSEWHERE)
    trust = {
        phase: {element: _interpolated(number, share) for element, number in _pairs(general["trust"][phase])}
        for phase in PHASES
    }
    changes = [[0] * len(elements) for _ in elements]
    for element, listed in general["changes"].items():
        for other, number in _pairs(listed):
            changes[place[element]][place[other]] = number
    weights: dict[str, dict[str, Row]] = {kind: {} for kind in OF_WORDS}
    for kind, listed in (*general["features"].items(), *own.items()):
        rows = weights.setdefault(kind, {})
        for element, entries in listed.items():
            shift = _BITS * place[element]
            for value, number in _pairs(entries):
                rows[value] = rows.get(value, 0) + (number << shift)
    return LinearChain(
        elements, weights, changes, dict(_pairs(general["stays"])), general["cost"], trust, share, lexicon
    )


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
    known = _table("weights")
    same = known and frozenset(known["elements"].split()) == frozenset(elements)
    return _shipped(primary(lang)) if same else None
