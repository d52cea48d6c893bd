"""What a document claims of a passage, and what follows from it: whether there is anything to reproach.

Three things are kept apart: how the passage is presented (`claim`), what is named as its source
(`attribution`), and how its words agree (`passages`). A reproach needs all three to be plain. Wording is
reproached of what is presented as a quotation of a text of the collection that is named, or of a block that
is that text but for a few words. A source is reproached where a text of the collection is named and another
one is quoted. A list of elements, a paraphrase in prose and a law that defines the term itself are no
quotations.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from aidefs.quotations.marks import QuotedSpan, enclosing
from aidefs.quotations.passages import ParallelPassage
from aidefs.quotations.placement import Placement
from aidefs.quotations.quotation import Attribution, Claim, Reproach, Verdict
from aidefs.quotations.titles import Titles

__all__ = ["claim_of", "defines_itself", "reproaches"]

FEW = 3  # words that may be put in or taken out of a block that is a text "but for a few words"
LONG = 20  # words of it that must agree
NEARLY = 0.9  # similarity from which words without marks are a claim, where the source is said to define so
LISTED = 2  # semicolons or enumerators put in that make a list of elements

_BULLET = re.compile(r"[ \t]*(?:[-*+•‣▪◦–]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)])[ \t]+")
_LABEL = re.compile(r"[^\n.;!?]{0,80}(?:[:–—]|\bmeans|\breads)[*_]*\s*")
_INTRODUCED = re.compile(r"(?:[:–—]|\bmeans|\breads|\bas follows)\W{0,4}\s*\Z")
_CELL = re.compile(r"[|\t]\s*(?:an?|the)?\W{0,4}\Z", re.IGNORECASE)
_CITATION = re.compile(r"[\s.;,]*(?:\([^()\n]{0,160}\)|\[[^\[\]\n]{0,80}\])?[\s.;,”\"’»]*\Z")
_DEFINES = re.compile(
    r"\b(?:defin\w+|definier\w*|définit|define[ns]?|definisce|definieert|definiuje)\b[^.:;\n]{0,60}\b"
    r"(?:as|als|comme|como|come|jako|mean\w*)\s*:?\s*\Z",
    re.IGNORECASE,
)
# The term between marks and a connector, as a law prints its own definitions.
_OWN_DEFINITION = re.compile(
    r"(?:[“\"‘«„]|``|'')[^\n“”\"«»„]{2,90}(?:[”\"’»“]|'')[^.;“”\"«»„]{0,80}?(?:(?:[“\"‘«„]|``)[^\n“”\"«»„]{2,60}"
    r"(?:[”\"’»“]|'')[^.;\n]{0,40}?)?(?:\b(?:means?|includes?|refers?\s+to|is|are|désigne|signifie"
    r"|bezeichnet|significa|oznacza)\b|\bhas\s+the\s+(?:same\s+)?meaning\s[^:;\n]{0,90}(?=:))"
    r"[\s,:—–-]*(?:\([A-Za-z0-9]{1,3}\)\s*)?(?:an?|any|the|all|each|every)?\s*\Z",
    re.IGNORECASE,
)
_MEANS = re.compile(
    r"\b(?:means?|refers?\s+to|includes?)\b[\s,:—–-]*(?:\([A-Za-z0-9]{1,3}\)\s*)?(?:an?|any|the)?\s*\Z",
    re.IGNORECASE,
)
_ENUMERATED = re.compile(r"(?:\n|\A)[ \t]*(?:\(?[\dA-Za-z]{1,4}[.)]|§)[^\n]{0,140}\Z")
_ANNOUNCED = re.compile(
    r"[^\s(]\s?:\s*[>*_\s“\"'‘„«]*(?:\(?\w{1,3}[.)]\s*)?"
    r"(?:(?:for|as|in|aux|pour|im|für)\b[^.:;\n]{1,90},?\s+)?(?:the\s+term\s+)?[“\"'‘„«]*\Z",
    re.IGNORECASE,
)
_ANNOUNCEMENT = 160  # characters before a definition in which a colon may announce it
_REACH = 260  # characters before a definiens in which a law has its term


def claim_of(
    passage: ParallelPassage, text: str, definiens: int, spans: Sequence[QuotedSpan], placement: Placement
) -> Claim:
    """How a passage is presented.

    Args:
        passage: The passage.
        text: The reading.
        definiens: Offset in it of the first word of the definiens.
        spans: What stands between quotation marks in it.
        placement: Where in its document the passage stands.
    """
    if any(span.end >= passage.end for span in enclosing(spans, definiens)):
        return "quoted"
    if _lists_elements(passage):
        return "unmarked"
    if placement.block in ("quotation", "code"):
        return "block"
    low = text.rfind("\n", 0, passage.start) + 1
    high = text.find("\n", passage.end)
    before, behind = text[low : passage.start], text[passage.end : high if high >= 0 else len(text)]
    if placement.block == "cell" or _CELL.search(before) or "|" in behind[:4]:
        return "cell"
    bullet = _BULLET.match(before)
    rest = before[bullet.end() :] if bullet else before
    if bullet and passage.extent == "truncated":
        return "unmarked"
    alone = _CITATION.match(behind) is not None
    if alone and (not rest.strip(" \t>*_“\"'‘") or _LABEL.fullmatch(rest) or _INTRODUCED.search(rest)):
        return "block"
    return "unmarked"


def _lists_elements(passage: ParallelPassage) -> bool:
    """Whether a passage is cut into a list that the official text does not have."""
    put = sum(
        edit.op == "insert" and bool(re.search(r";|\n\s*[-*•]|\(\w{1,3}\)", edit.text))
        for edit in passage.redline.edits
    )
    return put > LISTED


def defines_itself(
    text: str, definiens: int, spans: Sequence[QuotedSpan], placement: Placement, titles: Titles
) -> bool:
    """Whether the words before a definiens define a term as a law does, outside of quotation marks.

    What is introduced by a colon behind the name of a text is that text's: "Article 3(1) of the AI Act:".
    """
    if placement.block == "quotation":
        return False
    low = max(definiens - _REACH, 0)
    before = text[low:definiens]
    found = _OWN_DEFINITION.search(before) or (_MEANS.search(before) and _ENUMERATED.search(before))
    if not found:
        return False
    start = low + found.start()
    if any(span.start <= start for span in enclosing(spans, definiens)):
        return False
    low = max(start - _ANNOUNCEMENT, 0)
    return not (
        _ANNOUNCED.search(text, low, start) and any(one.ids for one in titles.mentions(text, low, start))
    )


def reproaches(
    passage: ParallelPassage,
    verdict: Verdict,
    claim: Claim,
    attribution: Attribution,
    *,
    equal: bool,
    itself: bool,
    introduction: str,
) -> tuple[tuple[Reproach, ...], str]:
    """What is to be mended in a passage, and why, or why nothing is.

    Args:
        passage: The passage.
        verdict: How its words agree.
        claim: How it is presented.
        attribution: What is named as its source.
        equal: Whether it is letter for letter another stored text.
        itself: Whether a law defines the term in it.
        introduction: The text before it.
    """
    if verdict == "not found":
        return ("wording",), "introduced as the definition, and in no version of the text that is named"
    differs = verdict in ("punctuation", "changed")
    if attribution.unknown:
        return (), f"not checked: {attribution.unknown} is not in the collection"
    if itself and attribution.how not in ("footnote", "table"):
        return (), "not checked: it stands as a definition of its own" if differs else ""
    changed = sum(gone + new for gone, new in passage.changed)
    nearly = changed <= FEW and passage.redline.words.equal >= LONG and not _lists_elements(passage)
    said = claim != "unmarked" or (
        bool(attribution.fits)
        and attribution.how != ""
        and (nearly or (passage.similarity >= NEARLY and _DEFINES.search(introduction[-120:]) is not None))
    )
    if attribution.fits is False:
        close = verdict == "exact" or passage.similarity >= NEARLY
        if verdict != "paraphrase" and (said or close):
            both: tuple[Reproach, ...] = (
                ("wording", "source") if differs and said and not equal else ("source",)
            )
            return both, "another text is named than the one that is quoted"
        return (), ""
    if not differs:
        return (), ""
    if not said:
        return (), "not presented as a quotation"
    if attribution.fits:
        return ("wording",), "presented as a quotation of the text that is named"
    if equal:
        return (), "letter for letter another stored text; no source is named"
    if nearly:
        return ("wording",), "almost letter for letter; no source is named"
    return (), "no source is named"
