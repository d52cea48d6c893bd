"""Step 5: references: where a provision takes the meaning from, and the stored text that stands there."""

from __future__ import annotations

import re
from functools import cache

from aidefs.patterns import late
from aidefs.provisions.candidates import Candidate
from aidefs.provisions.structure import abbreviates
from aidefs.provisions.wordings import wordings_of
from aidefs.text.languages import primary

__all__ = ["exclusions_of", "reference_of"]

_LONGEST = 400  # characters of a citation
_END = late(
    r"[.;](?=\s*(?:[\"”’)]|$|\n))|[.;]\s+(?=[A-Z“\"])|\n\s*\n|:\s|,?\s+(?:except|provided|but|and "
    r"(?:also )?includes?|unless)\b",
    re.I,
)


_MARKS = '"“”‘’«» '
_ARTICLE = late(
    r"\A(?:(?:an?|the|une?|les?|la|een|de|het|die|der|das|eine?|los|las|el|una|il|lo|i|gli|os|as|o)\s+|l[’'])"
)


@cache
def _patterns(lang: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    w = wordings_of(lang)
    return (
        re.compile(rf"\s*,?\s*(?:{w.source})\s+(?=\S)", re.I),
        re.compile(rf"\s*(?P<same>.{{3,160}}?),?\s+(?:{w.taking})(?!\w)\s*", re.I | re.S)
        if primary(lang) != "en"
        else re.compile(
            r"(?P<same>.{3,160}?),?\s+(?:\(?as\s+)?(?:that|which|such)?\s*(?:terms?|phrase|is|"
            r"are)*\s*(?:so\s+)?(?:is |are )?defined\s+(?P<where>(?:in|by|under|at|pursuant)\b)",
            re.I | re.S,
        ),
        re.compile(rf"(?<!\w)(?:{w.excluding})(?!\w)", re.I),
    )


def reference_of(text: str, one: Candidate, lang: str) -> str:
    """The citation from which a provision takes its meaning, as printed, "" where it gives one of its own.

    Args:
        text: The provision.
        one: Its candidate.
        lang: BCP 47 tag of its language.
    """
    source, defined, _ = _patterns(lang)
    body = text[one.behind - one.start :]
    if one.kind == "referring":
        match = source.match(body)
        return _cut(body[match.end() :] if match else body)
    if (one.connector.lower().startswith("mean") or one.kind == "entry") and (match := defined.match(body)):
        same = _ARTICLE.sub("", " ".join(match["same"].casefold().strip(_MARKS).split())).strip(_MARKS)
        if any(_alike(term, same) for term in one.terms):
            return _cut(body[match.end() :])
    return ""


def exclusions_of(text: str, lang: str) -> list[tuple[int, int]]:
    """The sentences of a provision that take something out of its term, as stretches of it."""
    found: list[tuple[int, int]] = []
    for match in _patterns(lang)[2].finditer(text):
        low = max(
            (cut.end() for cut in _CUT.finditer(text, 0, match.start() + 1) if cut.end() <= match.start()),
            default=0,
        )
        stop = _STOP.search(text, match.end())
        high = stop.start() + 1 if stop else len(text)
        if not found or low >= found[-1][1]:
            found.append((low, high))
    return found


_CUT = late(r"[.;:—]\s+(?=\S)|\n\s*(?:\(\w{1,4}\)\s*)?")
_STOP = late(r"\.(?=\s+[\"“‘«`(]*[A-Z]|\s*$)")


def _alike(term: str, said: str) -> bool:
    term = term.casefold()
    return said == term or said.rstrip("s") == term.rstrip("s") or said in {"that term", "term"}


def _cut(words: str) -> str:
    end = next((m.start() for m in _END.finditer(words) if _ends(words, m)), len(words))
    return " ".join(words[: min(end, _LONGEST)].split()).strip(" ,;.")


def _ends(words: str, match: re.Match[str]) -> bool:
    return not _inside(words, match.start()) and not (
        match[0][0] == "." and abbreviates(words, match.start())
    )


def _inside(words: str, at: int) -> bool:
    return words.count("(", 0, at) > words.count(")", 0, at)
