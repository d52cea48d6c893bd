"""Where the words of a document may come from: which stored texts were there before it or are its own.

That a text is near says nothing of who took it from whom. What can be known is told: the dates of both, the
address of the document, and the names that stand beside a passage.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from aidefs.classes import NamedTuple
from aidefs.quotations.index import Index

__all__ = ["UNKNOWN", "Standing", "Standings", "Taker", "standing"]

Standing = Literal["earlier", "same day", "later", "own", ""]
_LIKELY = ("earlier", "", "own", "same day", "later")  # in which order one of equal words is taken
_WHOLE = len("2024-05-17")
_PASSED = ("draft", "superseded")  # of two texts with the same words the one that came of the other is meant


def standing(adopted: str, date: str) -> Standing:
    """How a text of one date stands to a document of another; "" where the dates do not tell.

    Args:
        adopted: ISO date of the text, or the beginning of one.
        date: The same of the document.
    """
    common = min(len(adopted), len(date))
    if not common:
        return ""
    if adopted[:common] == date[:common]:
        return "same day" if common == _WHOLE else ""
    return "earlier" if adopted < date else "later"


class Taker(NamedTuple):
    """What is known of a document from which the origin of its words may be told.

    Attributes:
        date: When it was made, as an ISO date or the beginning of one, "" where that is not known.
        url: Its address, "" where that is not known.
    """

    date: str = ""
    url: str = ""


UNKNOWN = Taker()


class Standings:
    """What a library says of the age and the places of its texts.

    Args:
        index: The index over the library.
    """

    def __init__(self, index: Index) -> None:
        known = [one.definition for one in index.references]
        self._addresses = index.titles.addresses
        # What was asked of a document is asked again and again, and then no more.
        self._own: dict[str, frozenset[str]] = {}
        self._before: dict[Taker, frozenset[str]] = {}
        self._drafts = index.titles.drafts
        self._adopted = {d.id: d.adopted for d in known}
        self._age = {d.id: (d.status in _PASSED, d.adopted or "9", rank) for rank, d in enumerate(known)}

    def own(self, document: Taker) -> frozenset[str]:
        """The texts that are taken from this very document: those that its address leads to."""
        if not document.url:
            return frozenset()
        if document.url not in self._own:
            self._own = {document.url: frozenset(self._addresses.ids(document.url))}
        return self._own[document.url]

    def standing(self, name: str, document: Taker) -> Standing:
        """How a stored text stands to a document."""
        return "own" if name in self.own(document) else standing(self._adopted.get(name, ""), document.date)

    def known(self, name: str, document: Taker) -> str:
        """What a document means that cites a text: if that came later, the last draft before it."""
        if self.standing(name, document) != "later":
            return name
        before = self.before(document).intersection(self._drafts.get(name, ()))
        return max(before, key=lambda draft: (self._adopted[draft], draft), default=name)

    def before(self, document: Taker) -> frozenset[str]:
        """The texts that were certainly there before a document."""
        if document not in self._before:
            found = frozenset(name for name in self._adopted if self.standing(name, document) == "earlier")
            self._before = {document: found}
        return self._before[document]

    def first(self, names: Sequence[str], document: Taker) -> str:
        """Which of several texts with the same words may be the origin: the earliest that was there.

        A draft is none where the text that came of it was there too. Where none was there, it is the
        document's own, else the earliest.
        """
        if len(names) == 1:
            return names[0]
        return min(names, key=lambda name: (_LIKELY.index(self.standing(name, document)), self._age[name]))
