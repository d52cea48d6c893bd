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
    total = {element: scores[0].get(element, 0.0) for element in elements}
    back: list[dict[str, str]] = []
    for here, cost in zip(scores[1:], costs[1:], strict=True):
        best = max(elements, key=total.__getitem__)  # the first of equals
        step, following = {}, {}
        for element in elements:
            stay, change = total[element], total[best] - cost
            step[element] = element if stay > change else best
            following[element] = max(stay, change) + here.get(element, 0.0)
        total = following
        back.append(step)
    element = max(elements, key=total.__getitem__)
    path = [element]
    for step in reversed(back):
        element = step[element]
        path.append(element)
    return path[::-1]


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
    forward = [dict.fromkeys(elements, 0.0)]
    for here, cost in zip(scores, costs, strict=True):
        top = max(forward[-1].values()) - (cost if len(forward) > 1 else 0.0)
        forward.append({e: max(forward[-1][e], top) + here.get(e, 0.0) for e in elements})
    backward = [dict.fromkeys(elements, 0.0)]
    for here, cost in zip(reversed(scores[1:]), reversed(costs[1:]), strict=True):
        gain = {e: backward[-1][e] + here.get(e, 0.0) for e in elements}
        top = max(gain.values()) - cost
        backward.append({e: max(gain[e], top) for e in elements})
    found = []
    for ahead, behind, chosen in zip(forward[1:], reversed(backward), path, strict=True):
        rival = max((ahead[e] + behind[e] for e in elements if e != chosen), default=0.0)
        found.append(ahead[chosen] + behind[chosen] - rival)
    return found
