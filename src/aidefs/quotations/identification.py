"""Whether a passage is a quotation at all, and of which definition."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from aidefs.classes import NamedTuple
from aidefs.quotations.index import Index
from aidefs.quotations.local_alignment import (
    ADDED_AT_MOST,
    ROUNDING,
    RUNS,
    LocalAlignment,
    Run,
    bound,
    naming,
)
from aidefs.quotations.passages import ParallelPassage
from aidefs.quotations.references import PASSED_STATUS, ReferenceText
from aidefs.quotations.surroundings import Surroundings

__all__ = [
    "FRAMED_BY",
    "Rival",
    "agreeing",
    "contenders",
    "convincing",
    "likeliest",
    "longest_exact",
    "may_convince",
]

RIVAL = 0.7  # share of the best score with which a definition is considered as the source

# What makes a quotation, in the weight of words that agree (a word of five letters or more weighs 1):
FRAMED = 7.0  # score that a passage needs that is introduced as a definition
UNFRAMED = 12.0  # score that any other needs
DOTTED = 4.0  # what an ellipsis behind the passage is worth
VERBATIM = 13.0  # weight of an unbroken run that is a quotation wherever in the definiens it begins
DENSITY = 0.75  # share of the passage that agrees, by weight
COMPLETE = 0.95  # share of a short definiens that makes a quotation in spite of a low score
# What speaks for and against a source, on the same scale:
CHANGE = 0.25  # a changed word, beside the agreement that it costs
NAMED = 2.5  # that the text, or its instrument, is named nearby
ARTICLE = 1.0  # that its article is
EXACT = 1.0  # that nothing differs and nothing is missing
FRAME = 0.5  # that the words agree that introduce it
UNKNOWN = 1.5  # that it has no short name: fewer people quote it
PASSED = 2.0  # that a paraphrase would be of a text that has been superseded
FRAMED_BY = 8  # words of introduction that tell a text from others with the same definiens
LOOSE = 0.85  # similarity below which a passage counts as a paraphrase in this respect


class Rival(NamedTuple):
    """A passage and how well it agrees.

    Attributes:
        passage: The passage.
        alignment: The words that agree.
        score: Score of the alignment without the words before and behind the definiens.
    """

    passage: ParallelPassage
    alignment: LocalAlignment
    score: float

    @classmethod
    def of(cls, made: ParallelPassage, alignment: LocalAlignment, total: Sequence[float]) -> Rival:
        """Score a passage; `total` are the running weights of the words of the text."""
        outside = alignment.weight - agreeing(alignment, made.definiens, made.words[1], total)
        return cls(made, alignment, alignment.score - outside)

    @property
    def id(self) -> str:
        """Id of the definition."""
        return self.passage.reference.definition.id


def agreeing(alignment: LocalAlignment, low: int, high: int, total: Sequence[float]) -> float:
    """Weight of the words that agree between two words of the text."""
    spans = ((max(run.at, low), min(run.at + run.length, high)) for run in alignment.runs)
    return sum(total[stop] - total[start] for start, stop in spans if start < stop)


def contenders(
    alignments: Iterable[tuple[LocalAlignment, ReferenceText]],
) -> list[tuple[LocalAlignment, ReferenceText]]:
    """The best alignment of a stretch of words first, then those at its place that are nearly as good."""
    found = list(alignments)
    if not found:
        return []
    top = max((alignment for alignment, _ in found), key=lambda alignment: alignment.score)
    near = [
        (alignment, reference)
        for alignment, reference in found
        if alignment.score >= RIVAL * top.score and alignment.last > top.first and top.last > alignment.first
    ]
    return sorted(near, key=lambda one: one[0] is not top)


def convincing(rivals: Iterable[Rival], total: Sequence[float], index: Index) -> list[Rival]:
    """The definitions that a passage may be a quotation of; none where it is no quotation."""
    sure: list[Rival] = []
    doubtful: list[Rival] = []
    for rival in rivals:
        (sure if _convinces(rival, total) else doubtful).append(rival)
    best = max((rival.score for rival in sure), default=0.0)
    better = [rival.passage for rival in doubtful if rival.score > best]
    if any(passage.continued for passage in better):
        return []  # what agrees best is a limb of another definition
    if all(rival.passage.late for rival in sure) and not all(passage.late for passage in better):
        return []  # words from the midst of a definition inside another one, which has its own beginning
    # Where words of introduction convince of one text, another that agrees as well in the rest is as likely.
    as_good = [
        rival
        for rival in doubtful
        if any(rival.score >= one.score and rival.passage.cost <= one.passage.cost for one in sure)
    ]
    sure += as_good
    doubtful = [rival for rival in doubtful if rival not in as_good]
    # A draft does not convince without the text that came of it.
    lasting = {index.settled.get(rival.id) for rival in sure}
    return sure + [rival for rival in doubtful if rival.id in lasting]


def _convinces(rival: Rival, total: Sequence[float]) -> bool:
    """Whether a passage is a quotation or a paraphrase at all."""
    made, alignment = rival.passage, rival.alignment
    first, last = made.words
    inside = agreeing(alignment, first, last, total)
    first, last = max(first, alignment.first), min(last, alignment.last)  # words that are added are none
    if inside < DENSITY * (total[last] - total[first]):
        return False
    longest = max(
        total[run.at + run.length] - total[run.at] - naming(run, made.reference) for run in alignment.runs
    )
    if longest >= VERBATIM or inside >= COMPLETE * _weight_of_definiens(made.reference):
        return True
    if made.continued:
        return False  # another definition, which borrows a clause
    needed = (FRAMED if made.framed else UNFRAMED) - (DOTTED if made.dotted else 0.0)
    return (not made.late or made.introduced) and rival.score >= needed


def may_convince(
    runs: Sequence[Run],
    reference: ReferenceText,
    total: Sequence[float],
    chained: Callable[[], LocalAlignment],
    *,
    dotted: bool,
) -> bool:
    """Whether a chain of runs may convince: a look that spares most stretches of words all but a few chains.

    What no part of the stretch can have the stretch has not.

    Args:
        runs: All runs of a stretch of words, in their order.
        reference: The definition that they agree with.
        total: The running weights of the words of the text.
        chained: Gives the best chain.
        dotted: Whether an ellipsis may follow the passage.
    """
    if len(runs) >= RUNS or any(total[at + length] - total[at] >= VERBATIM for at, _, length in runs):
        return True
    if _covered(runs, total) >= COMPLETE * _weight_of_definiens(reference) - ROUNDING:
        return True
    head = reference.head_word
    framed = any(place < head for _, place, _ in runs)
    needed = (FRAMED if framed else UNFRAMED) - (DOTTED if dotted else 0.0) - ROUNDING
    inside = sorted(_behind(run, head) for run in runs if run[1] + run[2] > head)
    if bound(inside, total) < needed:
        return False
    alignment = chained()
    return alignment.score + sum(naming(run, reference) for run in alignment.runs) >= needed


def _covered(runs: Iterable[Run], total: Sequence[float]) -> float:
    """The weight of the words that agree anywhere in a stretch that one chain can reach over."""
    most = covered = 0.0
    behind = 0
    for at, _, length in runs:
        stop = at + length
        if stop > behind:
            if at - behind > ADDED_AT_MOST:
                covered = 0.0
            covered += total[stop] - total[max(at, behind)]
            most = max(most, covered)
            behind = stop
    return most


def _behind(run: Run, head: int) -> Run:
    """What of a run stands behind the words that introduce a definition."""
    at, place, length = run
    shift = head - place
    return (at + shift, head, length - shift) if shift > 0 else run


def _weight_of_definiens(reference: ReferenceText) -> float:
    return reference.weights[reference.end_word] - reference.weights[reference.head_word]


def likeliest(rivals: Sequence[Rival], around: Surroundings, index: Index) -> Rival:
    """The source: it agrees best, and is named nearby or well known.

    A draft gives way to the text that came of it. One that has the words letter for letter does so where that
    text is named: of a part beside it, of the whole anywhere near, and if short names stand for it, always;
    and where the text in force has these words too, and no forerunner of it is meant.
    """
    named = index.instruments(around.ids)
    if around.unlisted:
        named.update(index.bearing(around.unlisted))
    present = {rival.id for rival in rivals}

    def gives_way(rival: Rival) -> bool:
        if not around.tells_version and rival.id not in named and _is_in_force_too(rival, rivals, index):
            return True
        final = index.settled.get(rival.id)
        if final not in present or rival.passage.faults or final in around.strong:
            return final in present
        return _is_whole(rival) and (final in index.aliased or final in named)

    lasting = [rival for rival in rivals if not gives_way(rival)]

    said = [rival for rival in rivals if rival.id in around.strong]
    equal = [rival for rival in said if _has_all_words(rival, rivals)]
    lasting = (
        [rival for rival in said if _is_whole(rival)]  # a name that equals the passage letter for letter
        or [rival for rival in equal if not rival.passage.faults]
        or equal
        or lasting
    )

    def promise(rival: Rival) -> float:
        return _merit(rival, named, around.article, index, at_most=True)

    best: tuple[float, int, Rival] | None = None
    for rival in sorted(lasting or rivals, key=promise, reverse=True):
        if best and promise(rival) < best[0]:
            break  # nor can any other be better
        merit = _merit(rival, named, around.article, index), -rival.passage.reference.rank
        if best is None or merit > best[:2]:
            best = *merit, rival
    assert best is not None
    return best[2]


def longest_exact(rivals: Sequence[Rival]) -> Rival | None:
    """A rival that is letter for letter with long words of introduction of its own, which no other has.

    "… has the meaning set forth in 15 U.S.C. 9401(3): a machine-based system …" is the order that says so.
    """
    framed = [rival for rival in rivals if rival.passage.reference.head_word >= FRAMED_BY]
    whole = [rival for rival in framed if rival.passage.official[0] == 0 and _is_whole(rival)]
    others = [rival for rival in rivals if rival not in whole]
    longer = [rival for rival in whole if all(_begins_before(rival, other) for other in others)]
    return longer[0] if len(longer) == 1 and others else None


def _begins_before(rival: Rival, other: Rival) -> bool:
    """Whether a passage begins before another one, or at the same word where the other differs."""
    begins, others = rival.passage.words[0], other.passage.words[0]
    return begins < others or (begins == others and bool(other.passage.faults))


def _is_whole(rival: Rival) -> bool:
    """Whether a passage is the whole of a definition or its definiens letter for letter."""
    return rival.passage.extent != "truncated" and not rival.passage.faults


def _is_in_force_too(rival: Rival, rivals: Sequence[Rival], index: Index) -> bool:
    """Whether a draft has no words letter for letter that the text in force does not have."""
    made = rival.passage
    if made.faults or made.reference.definition.status not in PASSED_STATUS:
        return False
    return any(
        not one.passage.faults
        and one.passage.words == made.words
        and one.score >= rival.score
        and one.passage.reference.definition.status not in PASSED_STATUS
        and one.id in index.families.get(rival.id, ())
        for one in rivals
    )


def _has_all_words(rival: Rival, rivals: Sequence[Rival]) -> bool:
    """Whether no word of a passage differs from a text, and no rival has more of them."""
    made = rival.passage
    wider = any(o.passage.words[0] < made.words[0] or made.words[1] < o.passage.words[1] for o in rivals)
    return not wider and not any(map(any, made.changed))


def _merit(rival: Rival, named: set[str], article: str, index: Index, *, at_most: bool = False) -> float:
    """What speaks for a rival; or at most may, where it is not compared word by word."""
    made = rival.passage
    definition = made.reference.definition
    exact = made.extent != "truncated" and (at_most or not made.faults)
    merit = rival.score - CHANGE * (0.0 if at_most else made.cost)
    merit += FRAME if made.words[0] < made.definiens else 0.0
    merit += EXACT if exact else 0.0
    if definition.id in named:
        merit += NAMED
    elif not named and made.reference.in_article(article):
        merit += ARTICLE
    elif definition.status in PASSED_STATUS and not at_most and made.similarity < LOOSE:
        merit -= PASSED
    whole = exact and made.extent == "whole" and made.framed
    return merit if whole or definition.id in index.aliased else merit - UNKNOWN
