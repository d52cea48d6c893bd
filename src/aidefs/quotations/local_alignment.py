"""Local alignment: the runs of words that a passage shares with a definition, chained in order.

A run is a maximal sequence of words that agree by their stems. A chain takes runs in the order of both
texts and pays for what stands between them: much for words that the passage adds, little for words of the
definition that it leaves out, so that an abridged quotation stays one passage (sparse dynamic programming
as in Eppstein and others, "Sparse dynamic programming I", Journal of the ACM 39, 1992).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial
from itertools import accumulate
from operator import itemgetter

from aidefs.classes import NamedTuple
from aidefs.quotations.references import ReferenceText, StemmedWord, spots, weight

__all__ = [
    "ADDED_AT_MOST",
    "ROUNDING",
    "RUNS",
    "AgreeingRun",
    "Enough",
    "LocalAlignment",
    "Run",
    "Stretch",
    "bound",
    "naming",
    "running",
    "weights",
]

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


Run = tuple[int, int, int]
"""The same as a plain tuple, as long as there are many, of which but a few end up in a chain."""
_Part = tuple[float, int, int]  # what no chain in a part can score more than, its first run, the run behind
_Link = tuple[int, int]  # a run before another, and how many words of the latter it has taken
_STEM_OF = itemgetter(0)
_NOT_YET = float("-inf")  # score of a run before which nothing ends


class LocalAlignment(NamedTuple):
    """Runs in the order of both texts.

    Attributes:
        runs: The runs; each begins behind the one before in both texts.
        weight: Weight of the words that agree.
        score: Weight less the cost of what stands between the runs, and without the names of instruments to
            which the definition refers: whoever cites one of these does not quote the definition.
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


Enough = Callable[[Sequence[Run], ReferenceText, Sequence[float], Callable[[], LocalAlignment]], bool]


def weights(found: Sequence[StemmedWord]) -> list[float]:
    """Running total of the weights of words: the weight of words i to j is `total[j] - total[i]`."""
    return running(map(_STEM_OF, found))


def running(keys: Iterable[str]) -> list[float]:
    """The same of the stems of words."""
    return list(accumulate(map(weight, keys), initial=0.0))


class Stretch:
    """Words of a text that are aligned with definitions, one after another.

    Attributes:
        found: All words of the text.
        total: Running weights of all words of the text.
        low: Index of the first word in the text.
        high: Index behind the last one.
        around: A longer stretch in which it stands, whose runs are its own but for those at its edges.
    """

    def __init__(
        self,
        found: Sequence[StemmedWord],
        total: Sequence[float],
        low: int,
        high: int,
        around: Stretch | None = None,
    ) -> None:
        self.found = found
        self.total = total
        self.low = low
        self.high = high
        self.around = around
        self._known: dict[str, list[Run]] = {}  # id of a definition → all runs

    def holds(self, low: int, high: int) -> bool:
        """Whether other words stand in the stretch."""
        return self.low <= low and high <= self.high

    @cached_property
    def keys(self) -> list[str]:
        """The stems of its words."""
        return list(map(_STEM_OF, self.found[self.low : self.high]))

    @cached_property
    def spots(self) -> dict[str, list[int]]:
        """Where a run may begin: stem, or two in a row → indices in the text, see `references.spots`."""
        return spots(self.keys, self.low)

    @cached_property
    def _ended(self) -> list[str | None]:
        """The stems, and one that agrees with nothing; it also stands before the first."""
        return [*self.keys, None]

    def alignment(self, reference: ReferenceText) -> LocalAlignment | None:
        """The chain with the highest score of one definition, None where no run is heavy enough."""
        runs = self._runs(reference)
        return self._chained(runs, reference, _parts(runs, self.total)) if runs else None

    def alignments(
        self,
        references: Iterable[ReferenceText],
        share: float,
        enough: Enough | None = None,
    ) -> list[tuple[LocalAlignment, ReferenceText]]:
        """The best chains with several definitions, in their order; none where none can be enough.

        Args:
            references: The definitions.
            share: Of the highest score. A definition that cannot come so near is left out.
            enough: Whether a chain of runs may be a quotation of a definition, by the running weights of the
                words and, if need be, the best chain; any may by default.
        """
        runs = [(found, one) for one in references if (found := self._runs(one))]
        parts = [_parts(found, self.total) for found, _ in runs]
        made: dict[int, LocalAlignment] = {}

        def chained(k: int) -> LocalAlignment:
            if k not in made:
                made[k] = self._chained(*runs[k], parts[k])
            return made[k]

        if enough and not any(enough(*runs[k], self.total, partial(chained, k)) for k in range(len(runs))):
            return []
        bounds = [own[0][0] for own in parts]
        best = 0.0
        kept: list[int] = []
        for k in sorted(range(len(runs)), key=lambda k: -bounds[k]):
            if bounds[k] < share * best - ROUNDING:
                break
            kept.append(k)
            best = max(best, chained(k).score)
        return [(made[k], runs[k][1]) for k in sorted(kept)]

    def _chained(
        self, runs: Sequence[Run], reference: ReferenceText, parts: Iterable[_Part]
    ) -> LocalAlignment:
        """The chain of runs with the highest score."""
        best: tuple[float, int] | None = None
        before: list[_Link | None] = []
        for most, low, high in parts:
            if best and most < best[0] - ROUNDING:
                break  # nor can any other part have a better chain
            scores, links = self._linked(runs[low:high], reference.weights)
            k = max(range(high - low), key=lambda k: (scores[k], -k))
            if best is None or (scores[k], -low - k) > (best[0], -best[1]):
                best, before, first = (scores[k], low + k), links, low
        assert best is not None
        traced = _traced(runs[first:], best[1] - first, best[0], before, self.total)
        named = sum(naming(run, reference) for run in traced.runs)
        return traced._replace(score=traced.score - named) if named else traced

    def _linked(self, runs: Sequence[Run], places: Sequence[float]) -> tuple[list[float], list[_Link | None]]:
        """The highest score of a chain that ends with each run, and the run before it in that chain."""
        total = self.total
        begins = [at for at, _, _ in runs]
        begun = [place for _, place, _ in runs]
        stops = [at + length for at, _, length in runs]
        order = sorted(range(len(runs)), key=stops.__getitem__)
        reach = [stops[k] for k in order]
        scores = [_NOT_YET] * len(runs)
        links: list[_Link | None] = [None] * len(runs)
        nearest = 0
        for k, (at, place, length) in enumerate(runs):
            start = total[at]
            whole = best = total[at + length] - start
            while reach[nearest] < at - ADDED_AT_MOST:
                nearest += 1
            for other in order[nearest : bisect_left(reach, at + length, nearest)]:
                if scores[other] + whole <= best:
                    continue
                if begins[other] >= at or begun[other] >= place:
                    continue
                stop = stops[other]
                place_stop = begun[other] + stop - begins[other]
                shift = stop - at if stop - at > place_stop - place else place_stop - place
                if shift < 0:
                    shift = 0
                elif shift >= length:
                    continue
                kept = whole - (total[at + shift] - start) if shift else whole
                added = total[at + shift] - total[stop]
                omission = OMITTED * (places[place + shift] - places[place_stop])
                if omission > OMITTED_AT_MOST:
                    omission = OMITTED_AT_MOST
                score = scores[other] + kept - ADDED * added - omission
                if score > best:
                    best, links[k] = score, (other, shift)
            scores[k] = best
        return scores, links

    def _runs(self, reference: ReferenceText) -> list[Run]:
        """The runs in the order of the text; the heaviest of many."""
        runs = self._within_around(reference)
        if runs is None:
            runs = self._all_runs(reference)
        self._known[reference.id] = runs
        if len(runs) > RUNS:
            total = self.total
            heaviest = sorted(runs, key=lambda run: (total[run[0]] - total[run[0] + run[2]], run))
            runs = sorted(heaviest[:RUNS])
        return runs

    def _within_around(self, reference: ReferenceText) -> list[Run] | None:
        """All runs, cut out of those of a stretch around this one; None where none of these knows any."""
        around = self.around
        while around and reference.id not in around._known:
            around = around.around
        if not around:
            return None
        low, high, total = self.low, self.high, self.total
        runs: list[Run] = []
        for at, place, length in around._known[reference.id]:
            stop = at + length
            if low <= at and stop <= high:
                runs.append((at, place, length))
            elif at < high and low < stop:
                first, behind = max(at, low), min(stop, high)
                if total[behind] - total[first] >= LIGHTEST:
                    runs.append((first, place + first - at, behind - first))
        runs.sort()
        return runs

    def _all_runs(self, reference: ReferenceText) -> list[Run]:
        """All runs, found word by word."""
        total, low, mine = self.total, self.low, self.spots
        own, places = reference.ended, reference.spots
        keys = self._ended
        runs: list[Run] = []
        for spot in mine.keys() & places.keys():
            there = places[spot]
            for at in mine[spot]:
                k = at - low
                last = keys[k - 1]
                for place in there:
                    if last == own[place - 1]:
                        continue  # inside a longer run
                    i, j = k + 1, place + 1
                    while keys[i] == own[j]:
                        i += 1
                        j += 1
                    if total[low + i] - total[at] >= LIGHTEST:
                        runs.append((at, place, i - k))
        runs.sort()
        return runs


def naming(run: AgreeingRun, reference: ReferenceText) -> float:
    """Weight of the words of a run in which a definition names other instruments."""
    if not reference.names:
        return 0.0
    own = reference.weights
    spans = ((max(run.place, low), min(run.place + run.length, high)) for low, high in reference.names)
    return sum(own[stop] - own[start] for start, stop in spans if start < stop)


def bound(runs: Sequence[Run], total: Sequence[float]) -> float:
    """What no chain of runs can score more than: as if all of them agreed, whatever their order there."""
    return _parts(runs, total)[0][0] if runs else 0.0


def _parts(runs: Sequence[Run], total: Sequence[float]) -> list[_Part]:
    """The parts of runs, in the order of the text, between which no chain can reach, the heaviest first."""
    parts: list[_Part] = []
    low = 0
    best = score = 0.0
    behind = runs[0][0]
    for k, (at, _, length) in enumerate(runs):
        stop = at + length
        if stop <= behind:
            continue
        if at > behind:
            if at - behind > ADDED_AT_MOST:
                parts.append((best, low, k))
                low, best, score = k, 0.0, 0.0
            else:
                score -= ADDED * (total[at] - total[behind])
                if score < 0.0:
                    score = 0.0
            behind = at
        score += total[stop] - total[behind]
        if score > best:
            best = score
        behind = stop
    parts.append((best, low, len(runs)))
    parts.sort(key=lambda part: (-part[0], part[1]))
    return parts


def _traced(
    runs: Sequence[Run],
    last: int,
    score: float,
    before: Sequence[_Link | None],
    total: Sequence[float],
) -> LocalAlignment:
    """The chain that ends with a run."""
    k, taken = last, []
    while (link := before[k]) is not None:
        at, place, length = runs[k]
        k, shift = link
        taken.append(AgreeingRun(at + shift, place + shift, length - shift))
    taken.append(AgreeingRun(*runs[k]))
    taken.reverse()
    weight = sum(total[run.at + run.length] - total[run.at] for run in taken)
    return LocalAlignment(tuple(taken), weight, score)
