"""Local alignment: the runs of words that a passage shares with a definition, chained in order.

A run is a maximal sequence of words that agree by their stems. A chain takes runs in the order of both
texts and pays for what stands between them: much for words that the passage adds, little for words of the
definition that it leaves out, so that an abridged quotation stays one passage (sparse dynamic programming
as in Eppstein and others, "Sparse dynamic programming I", Journal of the ACM 39, 1992).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from aidefs.quotations.references import ReferenceText, StemmedWord, spots, weight

__all__ = ["ROUNDING", "AgreeingRun", "LocalAlignment", "Stretch", "weights"]

ADDED = 0.5  # cost of a word that the passage adds, in its weight
OMITTED = 0.1  # cost of a word of the definition that is left out, in its weight
OMITTED_AT_MOST = 1.0  # an omission of any length costs no more
ADDED_AT_MOST = 16  # words between two runs; more end a passage
LIGHTEST = 1.0  # weight of a run that counts: one word of five letters, or a few short ones
RUNS = 400  # runs that are chained; only the heaviest of more
ROUNDING = 1e-6  # of sums of weights


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
    return list(accumulate(map(weight, [key for key, _, _ in found]), initial=0.0))


class Stretch:
    """Words of a text that are aligned with definitions, one after another.

    Attributes:
        low: Index of the first word in the text.
        keys: Their stems.
        total: Running weights of all words of the text.
        spots: Where a run may begin: stem, or two in a row, as in `ReferenceText.spots` → indices in the text.
        held: Stem → its weight, as often as it stands here.
    """

    def __init__(self, found: Sequence[StemmedWord], total: Sequence[float], low: int, high: int) -> None:
        self.low = low
        self.keys = [key for key, _, _ in found[low:high]]
        self.total = total
        self.spots = spots(self.keys, low)
        self.held: dict[str, float] = {}
        for key in self.keys:
            self.held[key] = self.held.get(key, 0.0) + weight(key)

    def common(self, reference: ReferenceText) -> float:
        """Weight of the words that stand in a definition, too: no alignment weighs more."""
        return sum(map(self.held.__getitem__, self.held.keys() & reference.places.keys()))

    def alignment(self, reference: ReferenceText, least: float = 0.0) -> LocalAlignment | None:
        """The best chain with one definition.

        Args:
            reference: The definition.
            least: Score that a chain must reach to be of use.

        Returns:
            The chain with the highest score; None where no run is heavy enough, and where all runs together
            weigh less than the least score.
        """
        runs = self._runs(reference)
        if not runs or _covered(runs, self.total) < least - ROUNDING:
            return None
        total, places = self.total, reference.weights
        behind = [(at + length, place + length) for at, place, length in runs]
        ends = sorted((stop, k) for k, (stop, _) in enumerate(behind))
        reach = [end for end, _ in ends]
        scores: list[float] = []
        before: list[tuple[int, AgreeingRun] | None] = []
        for k, (at, place, length) in enumerate(runs):
            whole = best = total[at + length] - total[at]
            choice: tuple[int, AgreeingRun] | None = None
            for _, other in ends[bisect_left(reach, at - ADDED_AT_MOST) : bisect_left(reach, at + length)]:
                if other >= k or scores[other] + whole <= best:
                    continue
                earlier_at, earlier_place, _ = runs[other]
                if earlier_at >= at or earlier_place >= place:
                    continue
                stop, place_stop = behind[other]
                shift = max(stop - at, place_stop - place, 0)
                if shift >= length:
                    continue
                kept = whole - (total[at + shift] - total[at])
                added = total[at + shift] - total[stop]
                omitted = places[place + shift] - places[place_stop]
                score = scores[other] + kept - ADDED * added - min(OMITTED * omitted, OMITTED_AT_MOST)
                if score > best:
                    best, choice = score, (other, AgreeingRun(at + shift, place + shift, length - shift))
            scores.append(best)
            before.append(choice)
        return _traced(runs, scores, before, total)

    def _runs(self, reference: ReferenceText) -> list[AgreeingRun]:
        """The runs in the order of the text."""
        keys, total, low = self.keys, self.total, self.low
        own, places = reference.stems, reference.spots
        runs = []
        for spot in self.spots.keys() & places.keys():
            for at in self.spots[spot]:
                k = at - low
                last = keys[k - 1] if k else None
                for place in places[spot]:
                    if place and last == own[place - 1]:
                        continue  # inside a longer run
                    length = 1
                    limit = min(len(keys) - k, len(own) - place)
                    while length < limit and keys[k + length] == own[place + length]:
                        length += 1
                    if total[at + length] - total[at] >= LIGHTEST:
                        runs.append(AgreeingRun(at, place, length))
        runs.sort()
        if len(runs) > RUNS:
            runs = sorted(sorted(runs, key=lambda run: (total[run.at] - total[run.at + run.length], run))[:RUNS])
        return runs


def _covered(runs: Iterable[AgreeingRun], total: Sequence[float]) -> float:
    """Weight of the words that are in any run: no chain weighs more."""
    weight, behind = 0.0, 0
    for run in runs:  # in the order of their first words
        stop = run.at + run.length
        if stop > behind:
            weight += total[stop] - total[max(run.at, behind)]
            behind = stop
    return weight


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
