"""Whose words they are: what a document says of a text that is not named at the place where it is quoted.

Some words are known by themselves: a dozen of them stand, but for one or two, in a single text of the
library. Who quotes them may have named that text a paragraph earlier, or tell it by a few words of its title
("the cyber security code of 2025"), its State ("Minnesota … Its act of 2023") or its author ("Minsky later
made it crisper"). This says nothing where the name that stands last before the words is somebody else's, or
that of an instrument which the library does not have.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from enum import Enum
from itertools import islice

from aidefs.patterns import late
from aidefs.quotations.index import Index
from aidefs.quotations.introductions import NO_TERM
from aidefs.quotations.references import ReferenceText, stem, words
from aidefs.quotations.titles import KINDS, Mention

__all__ = [
    "TOLD_BY_ANOTHER",
    "LastNamed",
    "is_body",
    "is_called",
    "is_issuer",
    "is_kind",
    "is_named",
    "last_named",
    "tells",
    "unless_listed",
]

PASSED_OVER = 8  # names of other instruments of a jurisdiction that may stand between
LETTERS = 4  # of a word of a title that tells something
TOLD = 2  # words of a title by which a sentence tells a text
_DEFINITION = frozenset(("defin",))  # of "definition (d)", which "the bill defines" does not tell
WORDS_OF_NAME = 4  # words of a name that two texts of an owner have only if they are of one instrument
TOLD_BY_ANOTHER = 3  # the same, where the sentence has another subject
_POINT = late(r"\b(?:[Pp]oint|Nummer|Nr\.|punto|número)\s\(?(\d{1,2})\b")
_OF_ARTICLE = late(r"\bArt\w*\.?\s\d{1,3}\((\d{1,2})\)")
_WORDS = late(r"[^\W_]+")
_YEAR = late(r"(?:19|20)\d\d")
_PARTICLES = frozenset(("of", "the", "on", "for"))
_OF_KINDS = frozenset(stem(word) for word in KINDS)
SCHOLARLY = "published"  # status of a text that is told by its author


class LastNamed(Enum):
    """What the name that stands last before a place is of, seen from one text."""

    OWN = "the text, or another of its instrument"
    PLACE = "its jurisdiction"
    KIN = "another text of its jurisdiction, or none is named"
    OTHER = "another jurisdiction or a text of it"
    UNKNOWN = "an instrument that is not stored"


def last_named(
    reference: ReferenceText, names: Sequence[Mention], text: str, start: int, index: Index
) -> LastNamed:
    """What is named last before a place, seen from a text.

    Args:
        reference: The text.
        names: The names in the document, in order.
        text: The document.
        start: The place.
        index: The index over the library.
    """
    own = index.instruments([reference.id, *index.families.get(reference.id, ())])
    owner = index.titles.owners.get(reference.id)
    paragraph = text.rfind("\n\n", 0, start)
    before = names[: bisect_left(names, start, key=lambda one: one.end)]
    for one in islice(reversed(before), PASSED_OVER):
        if not one.ids and one.kind == "instrument":
            if is_called(one.text, reference, index):
                return LastNamed.OWN
            return LastNamed.UNKNOWN if one.start > paragraph else LastNamed.OTHER
        if one.kind != "instrument":
            # "United States" is not a name of Texas.
            code = min((index.titles.owners.get(other, "") for other in one.ids), key=len, default="")
            if reference.id not in one.ids or code != owner:
                return LastNamed.OTHER
            named = any(name.kind == "instrument" and own & {*name.ids} for name in before)
            return LastNamed.OWN if named else LastNamed.PLACE
        if own & set(one.ids):
            return LastNamed.OWN
        if all(index.titles.owners.get(other) != owner for other in one.ids):
            return LastNamed.OTHER
    return LastNamed.KIN


def unless_listed(name: str, index: Index) -> str:
    """A name that stands for no text, with the texts whose number it has: of another State it may be."""
    of_each = {index.titles.owners.get(one): one for one in reversed(index.titles.bearing(name))}
    ranks = (index.ranks[one] for one in of_each.values() if one in index.ranks)
    called = sorted({index.references[rank].definition.title.partition(":")[0] for rank in ranks})
    return f"{name} (unless it is the {' or the '.join(called)})" if called else name


def is_called(name: str, reference: ReferenceText, index: Index) -> bool:
    """Whether a name that stands for no text has but words of a title, and more than "Act 2020".

    The year of the text may be one of them, and makes them enough: "AI Law of 2025".
    """
    said = [key for key, _, _ in words(name) if key not in _PARTICLES]
    years = {key for key in said if _YEAR.fullmatch(key)}
    dated = years == {index.titles.years[reference.id]}
    if years and not dated:
        return index.titles.are_of(name, reference.id)
    telling = {key for key in said if len(key) >= LETTERS and key.isalpha()} - _OF_KINDS
    if telling and index.titles.are_of(name, reference.id):
        return True
    called = {key for key, _, _ in words(index.titles.written[reference.id])}
    return dated and len({*said} - years) >= TOLD and {*said} - years <= called


def is_kind(kind: str, reference: ReferenceText, index: Index) -> bool:
    """Whether what a line calls an instrument ("the Act", "le règlement") is said of a text in its names."""
    keys = {key for key, _, _ in words(kind)}
    return bool(keys) and keys <= {key for key, _, _ in words(index.titles.written[reference.id])}


def is_body(name: str, reference: ReferenceText) -> bool:
    """Whether a name is but that of the body that a text is from, which has others: "the OECD"."""
    said = set(_WORDS.findall(name.casefold()))
    return bool(said) and said <= set(_WORDS.findall(reference.definition.issuer.casefold()))


def is_named(name: Mention, reference: ReferenceText, index: Index) -> bool:
    """Whether a name is also that of another text of its owner, such as a translation of its text."""
    owners = index.titles.owners
    theirs = {owners.get(one) for one in name.ids}
    return (
        theirs == {owners.get(reference.id)}
        and len(name.text.split()) >= WORDS_OF_NAME
        and index.titles.are_of(name.text, reference.id)
    )


def is_issuer(said: str, reference: ReferenceText) -> bool:
    """Whether words name the body that a text is from: two of its words, "the European Commission"."""
    keys = {key for key, _, _ in words(said)}
    body = {key for key, _, _ in words(reference.definition.issuer) if len(key) >= LETTERS}
    return len(keys & body - NO_TERM) >= TOLD


def tells(
    reference: ReferenceText,
    said: str,
    index: Index,
    least: int = TOLD,
    *,
    besides: Sequence[ReferenceText] = (),
) -> bool:
    """Whether words have some of the title and year of a text, its number in an act, or its author's name.

    Args:
        reference: The text.
        said: The words, such as those of a sentence.
        index: The index over the library.
        least: How many words of the title.
        besides: Texts from which they have to tell it.
    """
    definition = reference.definition
    of_others = {key for one in besides for key, _, _ in words(index.titles.written[one.id])}
    keys = {key for key, _, _ in words(said)} - of_others
    called = {key for key, _, _ in words(index.titles.written[reference.id]) if len(key) >= LETTERS}
    of_term = (
        {key for key, _, _ in words(definition.term)} | NO_TERM | _DEFINITION
    )  # which any sentence on the term has
    title = (called | {index.titles.years[reference.id]}) - of_term
    author = words(definition.issuer)[-1:] if definition.status == SCHOLARLY else []
    if len(keys & title) >= least or any(key in keys for key, _, _ in author):
        return True
    point = _POINT.search(definition.provision) or _OF_ARTICLE.search(definition.provision)
    if any(one.definition.provision == definition.provision for one in besides):
        return False
    return point is not None and any(one[1] == point[1] for one in _POINT.finditer(said))
