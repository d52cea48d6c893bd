"""How a sentence says that the words behind it are a definition: "the Act defines an AI system as", "reads".

The words stand in the profiles of the languages; here they are put together, for a document may quote in any.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from aidefs.patterns import late
from aidefs.text.languages import profiles

__all__ = ["DEFINED_AS", "DEFINES", "DEFINES_OR_STATES", "DEFINING_CUES", "STATES_IN_PROVISION"]

_Words = Literal["defining", "stating", "rendering"]


def _any_of(words: Iterable[_Words]) -> str:
    """An expression for the words of all languages, the longest first; of the first kind they are stems."""
    found = {
        rf"{re.escape(word)}\w*" if kind == "defining" else word.replace("_", r"\s+")
        for one in profiles()
        for kind in words
        for word in getattr(one, kind).split()
    }
    return "|".join(sorted(found, key=lambda word: (-len(word), word)))


DEFINES = late(rf"\b(?:{_any_of(['defining'])}|has\s|reads\s)", re.IGNORECASE)
"""That a text has a definition at all."""

DEFINES_OR_STATES = late(rf"\b(?:{_any_of(['defining', 'stating'])})\b", re.IGNORECASE)
"""That it has one, or that a text reads so."""

DEFINING_CUES = frozenset(
    word[:5] for one in profiles() for word in f"{one.defining} {one.stating}".split() if len(word) >= 4
)
"""With what the words of that begin, as a first look finds them: cut to five letters."""

DEFINED_AS = late(
    rf"\b(?:{_any_of(['defining'])})\b(?P<what>[^.:;\n]{{0,90}}?)\b(?:{_any_of(['rendering'])})\b[\s:,*_>]*\Z",
    re.IGNORECASE,
)
"""That what follows is the definition of a term, which is named between the two words."""

STATES_IN_PROVISION = late(
    r"\bart(?:icle|ikel|ículo|icolo|ykuł|igo)?\.?\s*\d+(?:(?!recital|erwägung|consid[eé]r)[^;\n]){0,100}?"
    rf"\b(?:{_any_of(['defining', 'stating'])})\b[^.;\n]{{0,60}}\Z",
    re.IGNORECASE,
)
"""That what follows is what an article reads."""
