"""Which version of an instrument a name means, and whether words are those of another version.

"The AI Act" is the Act in force, "the OECD's definition of 2019" that of the year. Words that stand letter
for letter in another version, and in none that is meant, are attributed wrongly, unless the document speaks
of versions there: of a draft, of what was dropped, of several years. A name without a year is that of all
texts with its official number, and the name of a bill that of all its versions, until the document says that
it has become law.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from aidefs.alignment.edits import Edit
from aidefs.patterns import late
from aidefs.quotations.index import Index
from aidefs.quotations.passages import ParallelPassage
from aidefs.quotations.references import YEAR_OF_NO_TEXT, ReferenceText
from aidefs.text.tokens import scan

__all__ = [
    "has_become_law",
    "has_number",
    "has_words_of",
    "is_another_version",
    "is_code",
    "speaks_of_change",
    "year_told",
]

BESIDE = 2  # tokens before and behind a fault by which it is known in another text

# What a document says of words that a version does not have, or that another one had.
_CHANGE = late(
    r"\b(?:no\s+(?:longer|words?|trace|mention|place|room)|never|not|drop(?:s|ped|ping)?|delet\w+|remov\w+|replac\w+|abandon\w*|reject\w*"
    r"|instead|rather|unlike|without|lack\w*|omit\w*|str(?:uck|ik)\w*|gone|disappear\w*|vanish\w*|former\w*"
    r"|earlier|previous\w*|origin\w+|initial\w*|once|old|until|(?<!has\s)(?<!have\s)had(?!\s(?:given|spoken|been|to)\b)|echo\w*|inherit\w*|survive[sd]?"
    r"|against|versus|vs|compar\w+|differ\w*|variants?|whereas"
    r"|nicht|kein\w*|gestrichen|entfallen|entfiel|ersetzt\w*|statt|früher\w*|ursprünglich\w*|vormals"
    r"|(?:ne\s|n[’'])\w+\s(?:\w+\s)?plus|pas|ancien\w*|supprim\w+|remplac\w+|abandonn\w+"
    r"|ya\s+no|eliminad\w*|suprimid\w*|anterior\w*|non|niet|nie)\b|[\"”’»]\s*(?:/|→|->)\s",
    re.IGNORECASE,
)
# What is said of a case and not of a text: "“…”, and a calculator is not among them".
_APPLIED = late(
    r",\s(?:and|but|so)\s(?!(?:the(?:se|y)?|th(?:is|at|ose)|its?)\b)[^.,;:“”\"]{3,60}?\s(?:is|are|was|were|falls?|fell)\s(?:not|outside)"
    r"\s(?:among|one\sof|covered|caught|included|within)\b"
)
_HAD = late(r"\b(?:already\s)?had\b", re.IGNORECASE)
_YEAR = late(r"(?<![\d/])20[12]\d(?![\d/])")
# No version: numbers, dates of days, "first adopted in 2019", "since 2019".
_NO_VERSION = late(
    rf"{YEAR_OF_NO_TEXT}|"
    r"\b\d{4}/\d+|\(\d{4}\)\s?\d{2,}|\b(?:\d{1,2}\s\w+|\w+\s\d{1,2},)\s20\d\d"
    r"|\b(?:first|originally|since|until|seit|depuis|desde|dal)\s(?:\w+\s){0,3}20\d\d",
    re.IGNORECASE,
)
_NUMBER = late(r"[A-Z][A-Za-z.]*\s?(?:No\.\s?)?\d[\d-]*")
_BECAME_LAW = (
    r"[^.;\n]{0,80}\b(?<!not )(?<!never )(?<!if )(?<!be )(?:signed|enacted|became\s+law|(?:is\s+)?now\s+law"
    r"|is\s+law|took\s+effect|takes\s+effect|in\s+force|in\s+effect|chaptered)\b"
)
_BILL = late(r"\b(?:[A-Z]\.?){1,2}\s?(?:No\.\s?)?\d[\d-]*|\b[Bb]ill\b|\bPL\s\d")
_CODE = late(r"\bCode\b|\bStat(?:utes?|\.)|§|\bLaws?\b")


def year_told(sentence: str, context: str) -> str | None:
    """The year that tells a version, that of the sentence before that of the line, row or heading.

    Returns:
        "" where none is told, None where several are.
    """
    for text in (sentence, context):
        years = set(_YEAR.findall(_NO_VERSION.sub("", text)))
        if years:
            return years.pop() if len(years) == 1 else None
    return ""


def speaks_of_change(text: str, *, of_draft: bool = False) -> bool:
    """Whether words may be said to stand no longer, not yet or not at all in a text.

    Of a draft one says that it had them.
    """
    said = _APPLIED.sub("", text)
    return _CHANGE.search(_HAD.sub("", said) if of_draft else said) is not None


def has_become_law(text: str, mentions: Iterable[str]) -> bool:
    """Whether a document says of a bill, by its number, that it is law; a section of a code always is."""
    for mention in mentions:
        number = _NUMBER.search(mention)
        if is_code(mention) or (
            number and re.search(rf"\b{re.escape(number[0])}\b{_BECAME_LAW}", text) is not None
        ):
            return True
    return False


def has_number(name: str) -> bool:
    """Whether a name may be that of a bill, by its number, which all its versions have."""
    return _BILL.search(name) is not None


def is_code(name: str) -> bool:
    """Whether a name is that of a section of a code, which is law."""
    return _CODE.search(name) is not None


def is_another_version(name: str, named: Sequence[str], year: str, index: Index, *, enacted: bool) -> bool:
    """Whether a text is a version of an instrument, and not one that its name means.

    Args:
        name: Id of the text.
        named: Ids of the definitions that are named, of one instrument.
        year: The year that tells the version, "" for none.
        index: The index over the library.
        enacted: Whether the document says that the instrument has become law.
    """
    if name in named:
        return bool(year) and len(set(named)) > 1 and index.titles.years.get(name) != year
    family = set(index.family(name))
    instrument = index.instruments(named)
    if not family & instrument and name not in instrument:
        return False
    adopted = index.titles.years
    if year and adopted.get(name) == year:
        return False
    if name not in instrument:
        return True
    if year:
        return any(adopted.get(one) == year for one in family)
    return enacted and name in index.titles.passed and not set(named) & index.titles.passed


def has_words_of(passage: ParallelPassage, others: Iterable[ReferenceText]) -> bool:
    """Whether a passage has at one of its faults what another text has there, and may be from that one.

    What it has there is told by the tokens beside it.

    Args:
        passage: The passage.
        others: Texts of the same term.
    """
    lang = passage.reference.definition.lang
    side = scan(passage.text, lang)
    starts, keys = list(side.starts), list(side.keys)
    stretches = []
    for low, high in _places_of_faults(passage):
        first, last = bisect_left(starts, low), bisect_left(starts, high)
        stretches.append(_line(keys[max(first - BESIDE, 0) : last + BESIDE]))
    for one in others:
        own = _line(scan(one.definition.text, lang).keys)
        if any(stretch in own for stretch in stretches):
            return True
    return False


def _line(keys: Iterable[str]) -> str:
    return "\n".join(("", *keys, ""))


def _places_of_faults(passage: ParallelPassage) -> Iterator[tuple[int, int]]:
    """Where the faults stand in the text of a passage; what is left out, where it would stand."""
    at = 0
    behind: dict[Edit, int] = {}
    for edit in passage.redline.edits:
        at = edit.b[1] if edit.b else at
        behind[edit] = at
    for change in passage.faults:
        places = [edit.b or (behind[edit], behind[edit]) for edit in change]
        yield min(low for low, _ in places), max(high for _, high in places)
