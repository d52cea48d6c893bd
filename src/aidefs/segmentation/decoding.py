"""Pieces to elements: every piece is scored for every element, and the best sequence is found.

The score of a piece is the sum of what its cues, its place in the clause and the nearest reviewed wording
say. Letting the element change between two pieces costs as much as the second hangs on the first, so
that a piece without words of its own goes with its clause. The best sequence is found exactly (Viterbi);
where two change the element at different seams and cost the same, the later seam is taken, and other ties
fall to the order of the elements, so the result is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence

from aidefs.segmentation.phrases import ClausePiece, Link

__all__ = ["CLAUSAL", "Scores", "best_sequence", "change_cost", "margins"]

Scores = list[dict[str, float]]  # for each piece: element → score; an element that is missing has 0

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


def best_sequence(scores: Scores, costs: Sequence[float], elements: Sequence[str]) -> list[str]:
    """The sequence of elements with the highest score.

    Args:
        scores: The scores of the pieces of a text.
        costs: What a change costs before each piece.
        elements: All elements; of two that would do as well, the first is taken.

    Returns:
        One element a piece.
    """
    first, *rows = _table(scores, elements)
    total, back = first, []
    for here, cost in zip(rows, costs[1:], strict=True):
        top = max(total)
        best, change = total.index(top), top - cost  # the first of equals
        back.append([n if stay > change else best for n, stay in enumerate(total)])
        total = _onward(total, change, here)
    at = total.index(max(total))
    path = [at]
    for step in reversed(back):
        at = step[at]
        path.append(at)
    return [elements[at] for at in reversed(path)]


def _table(scores: Scores, elements: Sequence[str]) -> list[list[float]]:
    """For each piece the scores of all elements, in their order."""
    return [[row.get(element, 0.0) for element in elements] for row in scores]


def _onward(total: Sequence[float], change: float, here: Sequence[float]) -> list[float]:
    """What leads to each element of a piece: to stay or to change, and the score of the piece itself."""
    return [(stay if stay > change else change) + own for stay, own in zip(total, here, strict=True)]


def margins(
    scores: Scores, costs: Sequence[float], path: Sequence[str], elements: Sequence[str]
) -> list[float]:
    """By how much the best sequence beats the best one with another element, piece by piece.

    Args:
        scores: The scores of the pieces of a text.
        costs: What a change costs before each piece.
        path: The elements that were chosen.
        elements: All elements.

    Returns:
        One number a piece; it is negative where a piece was given another element than its best.
    """
    rows = _table(scores, elements)
    forward = [rows[0]]
    for here, cost in zip(rows[1:], costs[1:], strict=True):
        forward.append(_onward(forward[-1], max(forward[-1]) - cost, here))
    backward = [[0.0] * len(elements)]
    for here, cost in zip(reversed(rows[1:]), reversed(costs[1:]), strict=True):
        gain = [behind + own for behind, own in zip(backward[-1], here, strict=True)]
        change = max(gain) - cost
        backward.append([stay if stay > change else change for stay in gain])
    found = []
    for ahead, behind, chosen in zip(forward, reversed(backward), path, strict=True):
        through = [before + after for before, after in zip(ahead, behind, strict=True)]
        own = through.pop(elements.index(chosen))
        found.append(own - max(through, default=0.0))
    return found
