"""What is found in a document of a corpus: a place that gives, adapts or refers to a stored definition."""

from __future__ import annotations

from typing import Literal

from aidefs.classes import NamedTuple
from aidefs.corpora.standing import Standing

__all__ = ["CLASSES", "Occurrence", "Relation"]

Relation = Literal["exact", "changed", "paraphrase", "by-reference"]
CLASSES: tuple[Relation, ...] = ("exact", "changed", "paraphrase", "by-reference")


class Occurrence(NamedTuple):
    """A place of a document.

    Attributes:
        start: Offset of its first character (code points).
        end: Offset behind its last one.
        definition: Id of the stored definition that is nearest, or whose meaning is taken.
        relation: "exact", word for word; "changed"; "paraphrase"; "by-reference", where the meaning is taken
            from the text that is cited.
        extent: "whole", or "truncated" where the document has a part alone; "" by reference.
        similarity: Of the words of both, 0 to 1; None by reference.
        same_wording: Ids of other definitions that are as near.
        locator: The section and the numbers before it, "" where none is printed.
        kept: Elements of the definition that are there word for word, None by reference.
        altered: Those of which at least half of the words are there.
        lost: Those of which less is there.
        standing: Whether the definition was there before the document, came later, is of the same day or is
            the document's own; "" where that is not known.
        own: Id of the stored definition with these words that is the document's own, "" where there is none.
        earlier: The same place as one of the nearest text that was certainly there before the document, where
            the definition was not.
    """

    start: int
    end: int
    definition: str
    relation: Relation
    extent: str = ""
    similarity: float | None = None
    same_wording: tuple[str, ...] = ()
    locator: str = ""
    kept: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    standing: Standing = ""
    own: str = ""
    earlier: Occurrence | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Ids of the definitions with these words, the one that is told first."""
        return (self.definition, *self.same_wording)
