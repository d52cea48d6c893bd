"""Documents that give the text of a law itself, in which a definition has other words than the law.

A file of data, a page or a prompt has Article 3 as the law prints it: "For the purposes of this Regulation,
the following definitions apply", each definition under its number. One that differs looks like a definition
of a law's own, and is none: its neighbours are letter for letter those of one instrument, and have the
numbers that they have there. A draft, another law, a contract or a policy has other numbers or another
opening, or says that it is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from aidefs.classes import replace
from aidefs.patterns import late
from aidefs.quotations.index import Index
from aidefs.quotations.judgement import OF_ITS_OWN
from aidefs.quotations.phrases import ANOTHER_STATE, OPENS_DEFINITIONS
from aidefs.quotations.placement import HEAD, Placements
from aidefs.quotations.quotation import Attribution, Quotation
from aidefs.quotations.titles import FOREIGN_KINDS, KINDS, Titles, is_instrument

__all__ = ["held_against_the_law_they_copy"]

# Definitions letter for letter, each under its official number, by which a text is known as a copy.
FEWEST = 2
FEWEST_NAMED = 1  # the same where the document names that instrument and no other one
NEARLY = 0.85  # similarity from which a definition is one of the law with other words
SERIES = 20_000  # characters behind the opening words in which the definitions stand

_NUMBER = late(r"[ \t>*_-]*\(?(?P<number>\d{1,3}[a-z]?)[).][ \t*_“\"'‘„«`]*")
_POINT = late(r"\((\d{1,3}[a-z]?)\)\Z")
_KIND = late(rf"(?:{'|'.join(sorted(KINDS | FOREIGN_KINDS))})\b", re.IGNORECASE)
_OF_A_YEAR = late(r"\b(?:no|nr|n[°ºo])\.?\s?\d{1,4}/\d{2,4}\b", re.IGNORECASE)
_BEFORE_TITLE = " \t#*_=>"
_REASON = "the document gives the text of the law itself, and has other words here"


def held_against_the_law_they_copy(
    found: Sequence[Quotation], placements: Placements, index: Index
) -> Iterator[Quotation]:
    """The passages of a document, with a reproach of those that change the law that it copies.

    Args:
        found: All passages of the document.
        placements: What the document sets apart and names.
        index: The index over the library.

    Yields:
        Each passage, in the same order.
    """
    if not any(one.reason == OF_ITS_OWN for one in found):
        yield from found
        return
    text = placements.text
    instruments = [{*name.ids} for name in placements.antecedents.names if is_instrument(name)]
    openings = [one.end() for one in OPENS_DEFINITIONS.finditer(text)]
    for one in found:
        opening = max((at for at in openings if one.start - SERIES < at <= one.start), default=None)
        if opening is None or not _may_be_changed(one, text) or _is_another_state(text, opening):
            yield one
            continue
        copied = [
            other for other in found
            if opening <= other.start < opening + SERIES and _is_copied(other, one, text)
        ]  # fmt: skip
        rightly = {other.definition.id for other in copied if _has_its_number(other, text, index)}
        # Who numbers anew what he copies letter for letter has no numbers of another text.
        known = _has_its_number(one, text, index) or len(rightly) < len(copied)
        theirs = index.instruments([one.definition.id])
        alone = bool(instruments) and all(ids <= theirs for ids in instruments) and any(instruments)
        enough = len(rightly) >= (FEWEST_NAMED if alone else FEWEST)
        if known and enough and not _is_titled_otherwise(text, opening, placements.titles, theirs):
            source = Attribution((one.definition.id,), True, (), one.attribution.provision, "file")
            yield replace(one, reproach=("wording",), reason=_REASON, attribution=source)
        else:
            yield one


def _may_be_changed(one: Quotation, text: str) -> bool:
    """Whether a passage that looks like a law's own definition may be a stored one with other words."""
    if one.reason != OF_ITS_OWN or one.similarity < NEARLY or one.exact_matches:
        return False
    return one.extent == "whole" and one.attribution.fits is not False and bool(_number(one, text))


def _is_copied(other: Quotation, one: Quotation, text: str) -> bool:
    """Whether another passage is of the instrument of one, letter for letter, and in the same form."""
    if other.verdict != "exact" or other.extent != "whole" or other.wrong or not _number(other, text):
        return False
    own, theirs = one.definition, other.definition
    return own.id != theirs.id and own.lang == theirs.lang and own.instrument == theirs.instrument


def _has_its_number(one: Quotation, text: str, index: Index) -> bool:
    """Whether a passage stands under the official number of its point."""
    point = _POINT.search(index.references[index.ranks[one.definition.id]].article)
    return point is not None and _number(one, text) == point[1]


def _number(one: Quotation, text: str) -> str:
    """The number under which a passage stands, alone before it in its line; "" for none."""
    found = _NUMBER.fullmatch(text, text.rfind("\n", 0, one.start) + 1, one.start)
    return found["number"] if found else ""


def _is_another_state(text: str, opening: int) -> bool:
    """Whether a document says that it is a draft, an amended text or made after another one."""
    heads = text[: min(HEAD, opening)], text[max(opening - HEAD, 0) : opening]
    return any(map(ANOTHER_STATE.search, heads))


def _is_titled_otherwise(text: str, opening: int, titles: Titles, theirs: Set[str]) -> bool:
    """Whether a document has the title of another law at its head, and none of the one that it agrees with.

    "REGULATION OF THE GOVERNMENT … No. 17/2026": a line that begins with the kind of a law and has a number,
    a country or the name of another one.

    Args:
        text: The document.
        opening: Offset behind the opening words.
        titles: The names of the stored texts.
        theirs: The definitions of the law that it agrees with.
    """
    otherwise = False
    for line in text[: min(HEAD, opening)].split("\n"):
        names = titles.mentions(line)
        if any(theirs & {*one.ids} for one in names):
            return False
        begins = len(line) - len(line.lstrip(_BEFORE_TITLE))
        named = any(is_instrument(one) and one.start <= begins for one in names)
        of_kind = _KIND.match(line, begins) is not None
        otherwise = otherwise or named or (of_kind and (bool(names) or _OF_A_YEAR.search(line) is not None))
    return otherwise
