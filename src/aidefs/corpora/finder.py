"""What is looked for in each document of a corpus: the words of definitions, and references to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aidefs.corpora.clauses import locator
from aidefs.corpora.meanings import Meanings
from aidefs.corpora.occurrence import Occurrence
from aidefs.corpora.parallels import Parallels
from aidefs.corpora.standing import Taker
from aidefs.quotations.index import Index, small

__all__ = ["CorpusFinder", "merged"]

BESIDE = 120  # characters between a reference and the text that it introduces


def merged(worded: Sequence[Occurrence], referring: Iterable[Occurrence]) -> list[Occurrence]:
    """What was found by words and by reference, in order; they do not overlap.

    A reference behind which the text itself stands introduces it. Where the only words that agree are those
    of the reference, it is one.
    """
    found = list(worded)
    for one in referring:
        restated = [
            k
            for k, other in enumerate(found)
            if one.start < other.end and other.end > one.end + BESIDE
            if other.start < one.end or (other.start < one.end + BESIDE and one.definition in other.names)
        ]
        if restated:
            k = restated[0]
            found[k] = found[k]._replace(start=min(found[k].start, one.start))
            continue
        found = [other for other in found if other.end <= one.start or one.end <= other.start]
        found.append(one)
    return sorted(found)


class CorpusFinder:
    """The search through one document after another.

    Args:
        index: The index over the library.
    """

    def __init__(self, index: Index) -> None:
        self.parallels = Parallels(index)
        self.meanings = Meanings(index)

    def find(self, text: str, date: str = "", url: str = "") -> list[Occurrence]:
        """The places of a text that give, adapt or refer to stored definitions, in order.

        Args:
            text: The text.
            date: When the document was made, as an ISO date or the beginning of one.
            url: Its address, by which a stored text is known as its own.
        """
        lowered = small(text)
        standings = self.parallels.standings
        document = Taker(date, url)
        found = merged(
            self.parallels.find(text, lowered, document), self.meanings.find(text, lowered, document)
        )
        return [
            one._replace(
                locator=locator(text, one.start),
                standing=standings.standing(one.definition, document),
                own=next((name for name in one.names if name in standings.own(document)), ""),
            )
            for one in found
        ]
