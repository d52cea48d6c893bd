"""Pieces to elements: every piece is scored for every element, and the best sequence is found.

The score of a piece is the sum of what its cues, its place in the clause and the nearest reviewed wording
say. Letting the element change between two pieces costs as much as the second hangs on the first, so
that a piece without words of its own goes with its clause. The best sequence is found exactly (Viterbi);
where two change the element at different seams and cost the same, the later seam is taken, and other ties
fall to the order of the elements, so the result is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import add

from aidefs.segmentation.phrases import ClausePiece, Link

__all__ = ["CLAUSAL", "Lattice", "Scores", "change_cost", "first_of_best", "leads"]

Scores = list[list[float]]  # for each piece: the score of each element, in an order of the elements

# What a change of element costs at the seam before a piece, by the link of that piece.
_COST = {
    Link.FRAME: 0.0,
    Link.GENUS: 0.0,
    Link.SENTENCE: 0.0,
    Link.ANAPHORIC: 5.0,
    Link.LIMB: 0.3,
    Link.NOUN_LIMB: 1.8,
    Link.STOP: 0.3,
    Link.RELATIVE: 0.5,
    Link.SUBORDINATE: 0.5,
    Link.COMPLEMENT: 0.5,
    Link.OBJECT: 0.5,
    Link.VERB: 0.8,
    Link.ALTERNATIVE: 0.8,
    Link.PARTICIPLE: 1.0,
    Link.INFINITIVE: 1.0,
    Link.ADJUNCT: 1.4,
    Link.PHRASE: 0.8,
    Link.OF: 2.6,
    Link.ITEM: 2.6,
    Link.PARENTHESIS: 1.2,
    Link.LIST: 4.0,  # rule 4: a list belongs to its head
}
_IN_LIST = 2.5  # added inside a list ...
_CLAUSE_IN_LIST = 1.5  # ... before a clause, which may hang on the last item or on the list as a whole
_AT_COMMA = 0.6  # factor: a comma loosens the link
CLAUSAL = frozenset({Link.RELATIVE, Link.PARTICIPLE, Link.INFINITIVE})
_LOOSE = frozenset({Link.RELATIVE, Link.ADJUNCT, Link.PARTICIPLE, Link.INFINITIVE, Link.VERB})


def change_cost(piece: ClausePiece) -> float:
    """What it costs to let the element change before a piece."""
    cost = _COST[piece.link]
    if piece.comma and piece.link in _LOOSE:
        cost *= _AT_COMMA
    if piece.in_list:
        cost += _CLAUSE_IN_LIST if piece.link in CLAUSAL or piece.tail else _IN_LIST
    return cost


class Lattice:
    """The scores of the pieces of a text for all elements, and the sums by which sequences are compared."""

    def __init__(self, scores: Scores, costs: Sequence[float], elements: Sequence[str]) -> None:
        """Adds up what leads to each element of each piece.

        Args:
            scores: The scores of the pieces.
            costs: What a change costs before each piece.
            elements: All elements, in the order of the scores; of two that would do as well, the first is
                taken.
        """
        self._elements = elements
        self._rows = scores
        self._costs = costs
        self._totals = [self._rows[0]]  # the best sequence up to each element of a piece
        self._changes = [0.0]  # the best up to a piece before which the element changes
        for here, cost in zip(self._rows[1:], costs[1:], strict=True):
            total = self._totals[-1]
            change = max(total) - cost
            self._changes.append(change)
            self._totals.append(
                [(stay if stay > change else change) + own for stay, own in zip(total, here, strict=True)]
            )

    def best_sequence(self) -> list[str]:
        """The sequence of elements with the highest score, one element a piece."""
        at = first_of_best(self._totals[-1])
        path = [at]
        for total, change in zip(reversed(self._totals[:-1]), reversed(self._changes[1:]), strict=True):
            if total[at] <= change:
                at = first_of_best(total)
            path.append(at)
        return [self._elements[at] for at in reversed(path)]

    def margins(self, path: Sequence[str]) -> list[float]:
        """By how much the best sequence beats the best one with another element, piece by piece.

        Args:
            path: The elements that were chosen.

        Returns:
            One number a piece; it is negative where a piece was given another element than its best.
        """
        behind = [0.0] * len(self._elements)
        backward = [behind]
        for here, cost in zip(reversed(self._rows[1:]), reversed(self._costs[1:]), strict=True):
            gain = list(map(add, behind, here))
            change = max(gain) - cost
            behind = [stay if stay > change else change for stay in gain]
            backward.append(behind)
        through = [list(map(add, *both)) for both in zip(self._totals, reversed(backward), strict=True)]
        return leads(through, self._elements, path)


def first_of_best(total: list[float]) -> int:
    """Where the highest number stands first."""
    return total.index(max(total))


def leads(through: Sequence[Sequence[float]], elements: Sequence[str], path: Sequence[str]) -> list[float]:
    """By how much each chosen element beats the best other one, piece by piece.

    Args:
        through: For each piece the highest sum of a sequence in which it has each element.
        elements: The elements, in the order of the sums.
        path: The elements that were chosen.
    """
    found = []
    for sums, chosen in zip(through, path, strict=True):
        others = list(sums)
        own = others.pop(elements.index(chosen))
        found.append(own - max(others, default=0.0))
    return found
