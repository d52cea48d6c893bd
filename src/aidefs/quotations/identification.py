"""Whether a passage is a quotation at all, and of which definition."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from aidefs.quotations.attribution import Surroundings
from aidefs.quotations.index import Index
from aidefs.quotations.local_alignment import Chain
from aidefs.quotations.passages import Passage
from aidefs.quotations.titles import PASSED_STATUS

__all__ = ["Match", "convinces", "likeliest"]

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
LOOSE = 0.85  # similarity below which a passage counts as a paraphrase in this respect


class Match(NamedTuple):
    """A passage and how well it agrees.

    Attributes:
        passage: The passage.
        chain: The words that agree.
        score: Score of the chain without the words before and behind the definiens.
    """

    passage: Passage
    chain: Chain
    score: float

    @classmethod
    def of(cls, made: Passage, chain: Chain, total: Sequence[float]) -> Match:
        """Score a passage; `total` are the running weights of the words of the text."""
        outside = chain.weight - _inside(chain, made.definiens, made.words[1], total)
        return cls(made, chain, chain.score - outside)

    @property
    def id(self) -> str:
        """Id of the definition."""
        return self.passage.wording.definition.id


def _inside(chain: Chain, low: int, high: int, total: Sequence[float]) -> float:
    """Weight of the words that agree between two words of the text."""
    spans = ((max(run.at, low), min(run.at + run.length, high)) for run in chain.runs)
    return sum(total[stop] - total[start] for start, stop in spans if start < stop)


def convinces(match: Match, total: Sequence[float]) -> bool:
    """Whether a passage is a quotation or a paraphrase at all."""
    made, chain = match.passage, match.chain
    first, last = made.words
    inside = _inside(chain, first, last, total)
    if inside < DENSITY * (total[last] - total[first]):
        return False
    longest = max(total[run.at + run.length] - total[run.at] for run in chain.runs)
    own = made.wording.weights
    definiens = own[made.wording.end_word] - own[made.wording.head_word]
    if longest >= VERBATIM or inside >= COMPLETE * definiens:
        return True
    if made.continued:
        return False  # another definition, which borrows a clause
    needed = (FRAMED if made.framed else UNFRAMED) - (DOTTED if made.dotted else 0.0)
    return (not made.late or made.introduced) and match.score >= needed


def likeliest(rivals: Sequence[Match], around: Surroundings, index: Index) -> Match:
    """The source: it agrees best, and is named nearby or well known.

    A draft gives way to the text that came of it.
    """
    named = index.instruments(around.ids)
    present = {match.id for match in rivals}
    lasting = [match for match in rivals if index.settled.get(match.id) not in present]

    def order(match: Match) -> tuple[float, int]:
        return _merit(match, named, around.article, index), -match.passage.wording.rank

    return max(lasting or rivals, key=order)


def _merit(match: Match, named: set[str], article: str, index: Index) -> float:
    made = match.passage
    definition = made.wording.definition
    exact = not made.faults and made.extent != "truncated"
    merit = match.score - CHANGE * made.cost
    merit += FRAME if made.words[0] < made.definiens else 0.0
    merit += EXACT if exact else 0.0
    if definition.id in named:
        merit += NAMED
    elif not named and made.wording.in_article(article):
        merit += ARTICLE
    elif definition.status in PASSED_STATUS and made.similarity < LOOSE:
        merit -= PASSED
    whole = exact and made.extent == "whole" and made.framed
    return merit if whole or definition.id in index.aliased else merit - UNKNOWN
