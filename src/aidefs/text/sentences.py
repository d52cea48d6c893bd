"""Where the sentences of a legal text begin.

A full stop ends no sentence behind an abbreviation ("Sec. 5"), an initial ("J. Doe"), an ordinal ("the 3.
option", "dem 1. Januar") or as part of an ellipsis. What else ends in a full stop, a question mark or an
exclamation mark ends there, whatever follows: statutes run on in small letters behind one.
"""

from __future__ import annotations

import re
from functools import cache

from aidefs.patterns import late
from aidefs.text.languages import profile

__all__ = ["sentence_offsets"]

_QUOTES = "\"'‘’“”«»"
_CLOSING = rf"{_QUOTES})\]}}*_"
_PARTS_WORDS = frozenset(f"{_QUOTES}`()[]{{}}„‹›*_/—–")  # beside white space


# A stop and what parts it from the next sentence: white space, or nothing before a bracket or quote.
_APART = rf"(?P<closing>[.?!{_CLOSING}]*+)\s++(?=[^\s)\]}}])"
_GLUED = rf"[)\]}}]++(?=[^\W\d_])|(?=[{_QUOTES}]*+[(\[{{]|[{_QUOTES}]++[^\W\d_])"
# To begin with the marks themselves lets the search pass by all else.
_STOP = late(rf"(?P<stop>[.?!](?<![.?!].)[.?!]*+)(?:{_APART}|{_GLUED})")
_NUMBER = late(r"-?[.,]?\d[\d,.-]*[°ºª]?")
_MOST_DIGITS = 3  # of an ordinal


@cache
def _before_ordinal(lang: str) -> frozenset[str]:
    return frozenset(profile(lang).before_ordinal.split())


@cache
def _abbreviations(lang: str) -> frozenset[str]:
    return frozenset(profile(lang).abbreviations.split())


def sentence_offsets(text: str, lang: str = "en") -> list[int]:
    """Offsets at which the sentences of a text begin, but for the first.

    Args:
        text: Any text.
        lang: BCP 47 tag of its language, which decides what is an abbreviation.

    Returns:
        Offsets in code points, in order. Marks that close a quotation or a parenthesis belong to the sentence
        that they close.
    """
    return [match.end() for match in _STOP.finditer(text) if _ends_sentence(text, match, lang)]


def _ends_sentence(text: str, match: re.Match[str], lang: str) -> bool:
    stop, closing = match["stop"], match["closing"]
    if stop[-1] != "." or (closing and not {".", "?", "!"}.isdisjoint(closing)):
        return True  # "etc.)." ends what "etc.)" does not
    start, following = match.start(), text[match.end() : match.end() + 1]
    if stop.startswith("..") or following == "." or text.endswith(". ", 0, start):
        return False  # "...", ". . ."
    word = text[_word_start(text, start) : start].casefold()
    known = _abbreviations(lang)
    if word in known or word.rpartition("-")[2] in known:
        return False
    if len(word) == 1 and word.isalpha():
        return not (following.isalpha() or following in ";:,!?–—-")  # "n. f. – Branche de …"
    if _NUMBER.fullmatch(word) and (following.islower() or following in ";:,!?"):
        return False
    if word.isdecimal() and len(word) <= _MOST_DIGITS and _before_ordinal(lang):
        end = start - len(word)
        while end and text[end - 1].isspace():
            end -= 1
        if text[_word_start(text, end) : end].casefold() in _before_ordinal(lang):
            return False
    return closing is not None or "." not in word  # "paragraph 1.2.(a)"


def _word_start(text: str, end: int) -> int:
    """Where the word begins that ends at an offset."""
    while end and not text[end - 1].isspace() and text[end - 1] not in _PARTS_WORDS:
        end -= 1
    return end
