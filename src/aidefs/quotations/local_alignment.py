"""Local alignment: the runs of words that a passage shares with a definition, chained in order.

A run is a maximal sequence of words that agree by their stems. A chain takes runs in the order of both
texts and pays for what stands between them: much for words that the passage adds, little for words of the
definition that it leaves out, so that an abridged quotation stays one passage (sparse dynamic programming
as in Eppstein and others, "Sparse dynamic programming I", Journal of the ACM 39, 1992).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from aidefs.quotations.references import ReferenceText, StemmedWord, weight

__all__ = ["AgreeingRun", "LocalAlignment", "best_alignment", "weights"]

ADDED = 0.5  # cost of a word that the passage adds, in its weight
OMITTED = 0.1  # cost of a word of the definition that is left out, in its weight
OMITTED_AT_MOST = 1.0  # an omission of any length costs no more
ADDED_AT_MOST = 16  # words between two runs; more end a passage
LIGHTEST = 1.0  # weight of a run that counts: one word of five letters, or a few short ones
RUNS = 400  # runs that are chained; only the heaviest of more


class AgreeingRun(NamedTuple):
    """Words that agree: `length` of them from `at` in the passage and from `place` in the definition."""

    at: int
    place: int
    length: int


class LocalAlignment(NamedTuple):
    """Runs in the order of both texts.

    Attributes:
        runs: The runs; each begins behind the one before in both texts.
        weight: Weight of the words that agree.
        score: Weight less the cost of what stands between the runs.
    """

    runs: tuple[AgreeingRun, ...]
    weight: float
    score: float

    @property
    def first(self) -> int:
        """Index of the first word of the passage."""
        return self.runs[0].at

    @property
    def last(self) -> int:
        """Index behind the last word of the passage."""
        return self.runs[-1].at + self.runs[-1].length

    @property
    def start(self) -> int:
        """Index of the first word of the definition."""
        return self.runs[0].place

    @property
    def stop(self) -> int:
        """Index behind the last word of the definition."""
        return self.runs[-1].place + self.runs[-1].length


def weights(found: Sequence[StemmedWord]) -> list[float]:
    """Running total of the weights of words: the weight of words i to j is `total[j] - total[i]`."""
    return list(accumulate((weight(key) for key, _, _ in found), initial=0.0))


def best_alignment(
    found: Sequence[StemmedWord], total: Sequence[float], low: int, high: int, reference: ReferenceText
) -> LocalAlignment | None:
    """The best chain of a stretch of words with one definition.

    Args:
        found: The words of the text.
        total: Their running weights.
        low: First word of the stretch.
        high: Word behind the stretch.
        reference: The definition.

    Returns:
        The chain with the highest score, None where no run is heavy enough.
    """
    runs = _runs(found, total, low, high, reference)
    if not runs:
        return None
    places = reference.weights
    ends = sorted((run.at + run.length, k) for k, run in enumerate(runs))
    reach = [end for end, _ in ends]
    scores: list[float] = []
    before: list[tuple[int, AgreeingRun] | None] = []
    for k, run in enumerate(runs):
        best, choice = total[run.at + run.length] - total[run.at], None
        whole = best
        near = slice(bisect_left(reach, run.at - ADDED_AT_MOST), bisect_left(reach, run.at + run.length))
        for _, other in ends[near]:
            if other >= k:
                continue
            earlier = runs[other]
            shift = max(earlier.at + earlier.length - run.at, earlier.place + earlier.length - run.place, 0)
            if shift >= run.length or earlier.at >= run.at or earlier.place >= run.place:
                continue
            kept = whole - (total[run.at + shift] - total[run.at])
            added = total[run.at + shift] - total[earlier.at + earlier.length]
            omitted = places[run.place + shift] - places[earlier.place + earlier.length]
            score = scores[other] + kept - ADDED * added - min(OMITTED * omitted, OMITTED_AT_MOST)
            if score > best:
                rest = AgreeingRun(run.at + shift, run.place + shift, run.length - shift)
                best, choice = score, (other, rest)
        scores.append(best)
        before.append(choice)
    return _traced(runs, scores, before, total)


def _runs(
    found: Sequence[StemmedWord], total: Sequence[float], low: int, high: int, reference: ReferenceText
) -> list[AgreeingRun]:
    places, own = reference.places, reference.words
    runs = []
    for at in range(low, high):
        key = found[at][0]
        for place in places.get(key, ()):
            if at > low and place and found[at - 1][0] == own[place - 1][0]:
                continue  # inside a longer run
            length = 1
            limit = min(high - at, len(own) - place)
            while length < limit and found[at + length][0] == own[place + length][0]:
                length += 1
            if total[at + length] - total[at] >= LIGHTEST:
                runs.append(AgreeingRun(at, place, length))
    if len(runs) > RUNS:
        runs = sorted(sorted(runs, key=lambda run: (total[run.at] - total[run.at + run.length], run))[:RUNS])
    return runs


def _traced(
    runs: Sequence[AgreeingRun],
    scores: Sequence[float],
    before: Sequence[tuple[int, AgreeingRun] | None],
    total: Sequence[float],
) -> LocalAlignment:
    last = max(range(len(runs)), key=lambda k: (scores[k], -k))
    k, taken = last, []
    while (choice := before[k]) is not None:
        taken.append(choice[1])
        k = choice[0]
    taken.append(runs[k])
    taken.reverse()
    weight = sum(total[run.at + run.length] - total[run.at] for run in taken)
    return LocalAlignment(tuple(taken), weight, scores[last])
