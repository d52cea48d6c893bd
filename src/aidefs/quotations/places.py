"""A place in front of a bare name, which tells whose law is meant: "In Colorado, the AI Act defines it as".

"The AI Act" alone is that of the Union, and each country calls its own so. A place in front of the name says
whose it is where the law is said to define or state something there; one where it only applies says nothing.
In the States of the Union, and in those that take over its law, the Act of the Union is their law.
"""

from __future__ import annotations

import re

from aidefs.classes import NamedTuple
from aidefs.patterns import late
from aidefs.text.languages import profiles

__all__ = ["NamedThere", "has_law_of_union", "named_there"]

# The Union, and Iceland, Liechtenstein and Norway, which take its law over.
_OF_UNION = """
EU AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO
"""
_WITH_LAW_OF_UNION = frozenset(_OF_UNION.split())
_SAYS = "|".join(
    sorted({rf"{re.escape(word)}\w*" for one in profiles() for word in one.defining.split()})
    + sorted({re.escape(word) for one in profiles() for word in one.stating.split()})
)
_IN = late(
    r"(?:\A|[.!?:;(\n>*_“\"„«]\s*|[,;–—]\s)(?:(?:and|but|while|whereas|und|aber|während|et|mais|tandis\sque|y|pero|mientras|ma"
    r"|mentre|en|maar|terwijl|ale)\s)?(?<!,\s)"
    r"(?:[Ii]n|[Ii]m|[Aa]ux?|[Ee]n|[Nn]el|[Nn]ella|[Ii]n\sder|[Ii]n\sden|[Ee]m|[Nn]o|[Nn]a|[Ww]e?)\s"
    r"(?:(?:the|der|den|la|le|het)\s)?(?:State\sof\s)?\Z"
)
_TO_PLACE = 40  # characters that are more than any of these
_ARTICLE = r"(?:the|its|der|die|das|la|le|el|il|lo|de|het|o|a)"
_BARE = (
    r"(?:(?:AI|Artificial\sIntelligence|KI|IA)[\s-](?:(?:Basic|Framework)\s)?"
    r"(?:Act|Law|Bill|Statute|Regulation|Code|Ordinance|Gesetz|Verordnung|VO|wet)"
    r"|(?:[Ll]oi|[Ll]ey|[Ll]egge|[Ll]ei|[Rr]èglement|[Rr]eglamento|[Rr]egolamento|[Uu]stawa)\s"
    r"(?:sur|de|sobre|sull|di|o)[\s’'](?:l[’'])?(?:la\s)?(?:IA|AI|SI|intelligence\sartificielle|[Ii]nteligencia\s[Aa]rtificial"
    r"|[Ii]ntelligenza\s[Aa]rtificiale|[Ii]nteligência\s[Aa]rtificial))\b"
)
_OWN = r"(?:new|own|proposed|draft|failed|vetoed|enacted|(?:state|country)(?:[’']s)?(?:\sown)?|so-called)"
_ADVERBS = (
    r"(?:will|would|also|now|itself|thus|then|further|simply|expressly|does|already|for\sits\spart|in\s(?:its\s)?(?:[Ss]ection|[Aa]rticle|§)"
    r"\s?[\w.()-]+)"
)
_NAMED = late(
    rf"(?:,?\s(?P<verb>(?:{_SAYS})\s)?(?:{_ARTICLE}\s|[Ll][’'])?(?:{_OWN}\s)?(?P<name>{_BARE}))"
    r"(?P<behind>(?:,?\s\(?(?:of\s)?(?:19|20)\d\d\b\)?)?(?:\s\([^()\n]{1,40}\))?"
    rf"(?:,?\s{_ADVERBS},?){{0,3}},?\s"
    rf"(?:{_SAYS}|describes?|understands?|covers?|speaks?\sof|means|calls?|uses)\b)?"
)


class NamedThere(NamedTuple):
    """Where the bare name of a law stands behind a place.

    Attributes:
        start: Offset of the name, or of the place where the two stand together.
        name: Offset of the name.
        end: Offset behind it.
    """

    start: int
    name: int
    end: int


def named_there(text: str, start: int, end: int) -> NamedThere | None:
    """The bare name of a law behind a place that tells whose it is; None where none does.

    Args:
        text: The text.
        start: Where the name of the place begins.
        end: Where it ends.
    """
    found = _NAMED.match(text, end)
    if found is None or not (found["verb"] or found["behind"]):
        return None
    if _IN.search(text, max(start - _TO_PLACE, 0), start) is None:
        return None
    name = found.start("name")
    return NamedThere(name if found["verb"] else start, name, found.end("name"))


def has_law_of_union(place: str) -> bool:
    """Whether in a place, by its name, the law of the Union is the law."""
    from aidefs.library.jurisdictions import jurisdictions  # few documents have such a place

    return not _WITH_LAW_OF_UNION.isdisjoint(jurisdictions().named(place)[:1])
