"""A passage where it stands: its place in the document, what is around it, and which texts have its words."""

from __future__ import annotations

import re

from aidefs.classes import kept
from aidefs.library.compiled import fingerprint
from aidefs.patterns import late
from aidefs.quotations.companions import Companion, companion_of
from aidefs.quotations.excerpt import Excerpt
from aidefs.quotations.identification import FRAMED_BY
from aidefs.quotations.introductions import subjects
from aidefs.quotations.marks import QuotedSpans
from aidefs.quotations.passages import ParallelPassage
from aidefs.quotations.placement import Placement
from aidefs.quotations.sayings import is_of_quoted_law
from aidefs.quotations.surroundings import Surroundings
from aidefs.quotations.titles import ids_of

__all__ = ["Situation"]

_THIS_STATE = late(r"\W*this\s+(?:state|commonwealth)\W*", re.IGNORECASE)


class Situation:
    """A passage where it stands.

    Attributes:
        excerpt: The part of the document that is read.
        passage: The passage.
        start: Offset of its first character in the document.
        end: Offset behind its last one.
        definiens: Offset in the reading of the first word of its definiens.
        framed: Whether it has long words of introduction, in which names are the law's own.
        same_wording: Ids of the other definitions whose definiens has the same words.
        exact_matches: Ids of further texts that it equals letter for letter.
    """

    def __init__(self, excerpt: Excerpt, passage: ParallelPassage, passed: int) -> None:
        """Looks up what has its words.

        Args:
            excerpt: The part of the document.
            passage: The passage.
            passed: Offset in the reading behind the passage before.
        """
        self.excerpt, self.passage, self._passed = excerpt, passage, passed
        self.start, self.end = excerpt.raw(passage.start, passage.end)
        self.definiens = excerpt.words[passage.definiens][1]
        self.framed = passage.definiens - passage.words[0] >= FRAMED_BY
        reference, index = passage.reference, excerpt.index
        self.same_wording = tuple(name for name in index.defined[reference.definiens] if name != reference.id)
        equal = index.worded.get(fingerprint(passage.keys), ())
        known = (reference.id, *self.same_wording)
        self.exact_matches = tuple(name for name in equal if name not in known)

    @property
    def text(self) -> str:
        """The reading."""
        return self.excerpt.reading.text

    @property
    def printed(self) -> str:
        """The characters of the passage, mark-up included."""
        return self.excerpt.text[self.start : self.end]

    @property
    def spans(self) -> QuotedSpans:
        """What stands between quotation marks in the reading."""
        return self.excerpt.spans

    @kept
    def texts(self) -> frozenset[str]:
        """Ids of all definitions that have its words."""
        return frozenset((self.passage.reference.id, *self.same_wording, *self.exact_matches))

    @kept
    def placement(self) -> Placement:
        """Where in its document it stands."""
        return self.excerpt.placements.of(self.start, self.end)

    @kept
    def around(self) -> Surroundings:
        """What stands around it."""
        begins = self.passage.start if self.framed else self.definiens
        return self.excerpt.surroundings(begins, self.passage.end, self._passed)

    @kept
    def alone_defines(self) -> tuple[str, ...]:
        """The names of its instrument or country outside of it, where no other that has texts is named."""
        return self.excerpt.alone_defines(self.passage.reference, (self.start, self.end))

    @kept
    def of_quoted_law(self) -> bool:
        """Whether it differs, and stands below words that say that a law's definition follows."""
        titles = self.excerpt.placements.titles
        return bool(self.passage.faults) and is_of_quoted_law(self.passage, self.text, self.placement, titles)

    @kept
    def state_put_in(self) -> str:
        """The name of its State where the text says "this State", as who tells of it says; "" for none."""
        passage, titles = self.passage, self.excerpt.placements.titles
        for change in passage.faults:
            gone = " ".join(one.text for one in change if one.a)
            put = " ".join(one.text for one in change if one.b)
            names = titles.mentions(put) if _THIS_STATE.fullmatch(gone) else []
            if any(passage.reference.id in one.ids for one in names):
                return put
        return ""

    @kept
    def companion(self) -> Companion | None:
        """What is said to have its words, and is not stored: a recital, another article, a work on the text.

        Of an article whose number may be wrong they are where they are said to define the term.
        """
        excerpt, index, reference = self.excerpt, self.excerpt.index, self.passage.reference
        names = {reference.id, *ids_of(self.around.nearest.names)}
        stored = " ".join(index.titles.written.get(name, "") for name in names).casefold()
        theirs = excerpt.references({*names, *index.instruments([reference.id])})
        articles = {one.article.partition("(")[0] for one in theirs} - {""}
        if any(subjects(self.around.sentence)):
            articles = set()
        place = self.passage.start, self.passage.end
        titles = excerpt.placements.titles
        return companion_of(self.text, place, titles, self.spans, self.placement, stored, articles)
