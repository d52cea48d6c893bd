"""Segments: what a definition says, cut into pieces that carry one element each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from aidefs.classes import NamedTuple
from aidefs.results import columns_of

__all__ = [
    "FACET_COLUMNS",
    "MODALS",
    "Cell",
    "Confidence",
    "Evidence",
    "Facets",
    "Labelled",
    "Method",
    "Position",
    "Segment",
    "as_printed",
    "facets_dict",
    "genus_dict",
    "segment_dict",
]

MODALS = (
    *("may", "can", "must", "shall", "should", "will"),
    *("may not", "cannot", "must not", "need not", "shall not", "should not", "will not"),
    *("können", "sollen", "mögen", "nicht können", "nicht sollen", "nicht mögen"),
    *("kunnen", "niet kunnen", "niet moeten"),
    *("móc", "powinien", "należy", "nie móc", "móc nie", "nie powinien", "nie należy"),
    *("pouvoir", "devoir", "ne pas pouvoir", "pouvoir ne pas", "ne pas devoir", "devoir ne pas"),
    *("poder", "deber", "no poder", "poder no", "no deber", "deber no"),
    *("potere", "dovere", "non potere", "potere non", "non dovere", "dovere non"),
    *("dever", "não poder", "poder não", "não dever", "dever não"),
    *("moci", "nemoci"),
    *("kunne", "skulle", "måtte", "burde", "ikke kunne", "ikke skulle", "ikke måtte", "ikke burde"),
    *("kunna", "skola", "få", "måste", "böra"),
    *("inte kunna", "inte skola", "inte få", "inte måste", "inte böra"),
    *("voida", "ei voida"),
    *("képes", "képesek", "lehet", "lehetnek", "tud", "tudnak", "kell"),
    *("nem képes", "nem képesek", "nem lehet", "nem lehetnek", "nem tud", "nem tudnak", "nem kell"),
)
"""What the facet can say of a modal verb, with its negation where it has one. One of another language than
English stands for itself where it may be either of two: "peut" is "may" in one place of the French AI Act and
"can" in another."""


Method = Literal["reviewed", "automatic", "none"]
Confidence = Literal["high", "low"]
Position = Literal["main", "separate", "list"]


class Evidence(NamedTuple):
    """Why a segment carries its element.

    Attributes:
        kind: "reviewed", "cue", "clause" (clause structure decided), "nearest" (annotated wording) or
            "words" (single words that speak for the element in annotated definitions).
        value: The cue, the rule, the wording or the words.
        source: Id of the definition that the nearest wording stands in, "" otherwise.
    """

    kind: str
    value: str
    source: str = ""


class Labelled(NamedTuple):
    """A segment as it is cut.

    Attributes:
        element: Its element.
        start: First character.
        end: Character behind the last.
        evidence: What speaks for the element.
        confidence: How sure the element is.
        by_itself: Whether it is sure by what speaks for it, whatever else the text repeats.
    """

    element: str
    start: int
    end: int
    evidence: tuple[Evidence, ...]
    confidence: Confidence
    by_itself: bool


class Facets(NamedTuple):
    """Textual facts about a segment; see the annotation guide in `docs/elements.md`.

    Attributes:
        modal: One of `MODALS` or None.
        position: "main" (in the defining clause), "separate" (in a later sentence) or "list" (an
            enumerated limb).
        open_list: Whether a list is introduced as examples ("such as") or left open at its end ("etc.").
        items: The enumerated items in order, lower case.
        negated: Whether the segment excludes ("does not include").
        machine_based: On the genus, whether its words say machine or computer; None on other elements, and
            in a language of which these words are not known.
        genus: Its head noun ("system", "set of technologies"), "" where it cannot be read; None on other
            elements.
        machine_words: The words that say machine or computer, as they are printed.
    """

    modal: str | None = None
    position: Position = "main"
    open_list: bool = False
    items: tuple[str, ...] = ()
    negated: bool = False
    machine_based: bool | None = None
    genus: str | None = None
    machine_words: tuple[str, ...] = ()


FACET_COLUMNS = columns_of("""
modal string Modal verb with its negation: may, cannot, must and so on, or the infinitive in another language
position string main (in the defining clause), separate (in a later sentence) or list (an enumerated limb)
open_list boolean Whether a list is introduced as examples
items array The enumerated items in order, lower case
negated boolean Whether it excludes
machine_based boolean Whether the genus says machine or computer; none for other elements
genus string Head noun of the genus; none for other elements
""")
"""The facets that are compared, counted and given to other programs."""

_OF_GENUS = ("machine_based", "genus", "machine_words")


class Segment(NamedTuple):
    """A run of the text that carries one element.

    Attributes:
        element: Id of the element.
        start: Offset of its first character.
        end: Offset behind its last character, white space before the next segment excluded.
        text: The official characters.
        facets: Textual facts.
        evidence: What decided the element.
        confidence: "high" for what was annotated by hand, and for an automatic cut that leaves little
            doubt; "low" for one that a reader should look at.
    """

    element: str
    start: int
    end: int
    text: str
    facets: Facets = Facets()
    evidence: tuple[Evidence, ...] = ()
    confidence: Confidence = "high"


def segment_dict(segment: Segment) -> dict[str, Any]:
    """The JSON form of a segment."""
    return {
        "element": segment.element,
        "start": segment.start,
        "end": segment.end,
        "text": segment.text,
        "confidence": segment.confidence,
        "facets": facets_dict(segment.facets),
        "evidence": [
            {"kind": e.kind, "value": e.value, **({"source": e.source} if e.source else {})}
            for e in segment.evidence
        ],
    }


def facets_dict(facets: Facets) -> dict[str, Any]:
    """The JSON form of facets; what is read of a genus stands on the genus alone."""
    plain = {name: list(v) if isinstance(v, tuple) else v for name, v in facets._asdict().items()}
    return {name: value for name, value in plain.items() if name not in _OF_GENUS} | genus_dict(facets)


def genus_dict(facets: Facets) -> dict[str, Any]:
    """The JSON form of what is read of a genus; nothing on other elements."""
    if facets.genus is None:
        return {}
    words = list(facets.machine_words)
    return {"machine_based": facets.machine_based, "genus": facets.genus or None, "machine_words": words}


def as_printed(item: str, text: str) -> str:
    """An item, which facets have in lower case, with the capitals of the text."""
    at = text.lower().find(item)
    return text[at : at + len(item)] if at >= 0 and text[at : at + len(item)].lower() == item else item


class Cell(NamedTuple):
    """What one definition says on one element; no segment where nothing was found.

    Attributes:
        segments: The segments that carry the element, in the order of the text.
        unread: Whether the element may stand in the text unseen: for want of cues, or in words that were
            not understood.
    """

    segments: tuple[Segment, ...]
    unread: bool = False

    @property
    def text(self) -> str:
        """The official words; " … " where other elements stand between."""
        return " … ".join(segment.text for segment in self.segments)

    @property
    def words(self) -> str:
        """The official words run together, as they are compared with others."""
        return " ".join(segment.text for segment in self.segments)

    def __repr__(self) -> str:
        return f"<Cell: {self.text!r}>"

    @property
    def uncertain(self) -> bool:
        """Whether a segment of it was cut automatically and with low confidence."""
        return any(segment.confidence == "low" for segment in self.segments)

    @property
    def facets(self) -> Facets:
        """The facets of all its segments together.

        The first modal, the place of the first segment, the first head noun; a word for machine in any of
        them counts.
        """
        each = [segment.facets for segment in self.segments]
        nouns = [f.genus for f in each if f.genus is not None]
        return Facets(
            modal=next((f.modal for f in each if f.modal), None),
            position=each[0].position if each else "main",
            open_list=any(f.open_list for f in each),
            items=tuple(item for f in each for item in f.items),
            negated=any(f.negated for f in each),
            machine_based=_any_known(f.machine_based for f in each),
            genus=next(filter(None, nouns), nouns[0] if nouns else None),
            machine_words=tuple(word for f in each for word in f.machine_words),
        )


def _any_known(values: Iterable[bool | None]) -> bool | None:
    """Whether any is true; None where none is known."""
    known = [value for value in values if value is not None]
    return any(known) if known else None
