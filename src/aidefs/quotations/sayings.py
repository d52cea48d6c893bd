"""What is said around a passage of whose words it is: a law's, its author's own, somebody else's, nobody's.

Each function answers one question of the text before, behind or above a passage, and knows nothing of how the
passage looks or what else is said. What follows from the answers stands in `judgement`.
"""

from __future__ import annotations

from collections.abc import Sequence

from aidefs.alignment.edits import Edit
from aidefs.patterns import late
from aidefs.quotations.marks import QuotedSpans, enclosing
from aidefs.quotations.passages import ParallelPassage
from aidefs.quotations.phrases import (
    ACCORDING,
    ADAPTED,
    ADAPTED_BEHIND,
    ANNOUNCED,
    BESIDE_LAW,
    BUT,
    CORRECTED,
    DENIED,
    DISCLAIMED,
    FAILED,
    LEGAL_DEFINITION,
    MEANS,
    NO_LEGAL_DEFINITION,
    OF_A_PART,
    OWN_BEGINNING,
    OWN_DEFINITION,
    RECITAL,
    REPORTED,
    SAID_TO_BE_WHOLE,
    SAID_TO_END,
    SOMEBODY,
    SPEAKER,
    TELLS_RIGHT,
    TERM_IS,
    TEXT_ITSELF,
)
from aidefs.quotations.placement import Placement
from aidefs.quotations.titles import Titles

__all__ = [
    "ANNOUNCEMENT",
    "LONGEST_LABEL",
    "defines_itself",
    "is_adapted",
    "is_asked",
    "is_beside_law",
    "is_disclaimed",
    "is_headed_as_law",
    "is_of_quoted_law",
    "is_of_recital",
    "is_put_right",
    "is_reported",
    "is_said_to_be_of_law",
    "is_said_to_be_whole",
    "is_said_to_end",
    "is_somebodys",
]

ANNOUNCEMENT = 160  # characters before a definition in which a colon may announce it
LONGEST_LABEL = 120

_ANOTHER_QUOTATION = late(r"[“\"„«][^“”\"„«»]{20,}[”\"“»]")
_ASKS = late(r"[\s.…]?\?")  # between the marks still: of a question around a quotation it stands behind them
_PROVISION = late(r"\s*\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)]\s")
_ENUMERATED = late(r"(?:\n|\A)[ \t]*(?:\(?[\dA-Za-z]{1,4}[.)]|§)[^\n]{0,140}\Z")
_OF_LAW_NAMED = late(r"\s[^:;\n]{2,60}?[.:]\s")  # "(a legal definition) from Colorado SB24-205. "
_SENTENCE_ENDS = late(r"[.!?]\s")
_RECITAL_REACH = 140
_SENTENCE_REACH = 200
_REPORTED_REACH = 300
_WHOLE_REACH = 160  # characters before it in which it may be said to be whole
_SOURCE_REACH = 120  # characters behind it in which its source may be named
_REACH = 260  # characters before a definiens in which a law has its term


# --- a law's -----------------------------------------------------------------------------------


def is_of_quoted_law(passage: ParallelPassage, text: str, placement: Placement, titles: Titles) -> bool:
    """Whether a heading, or the line above, says that what follows it is the definition of a law.

    "Statutory Definition", "Definición legal (§ 22757.11(j)):": no law has such words above its own. Nor is a
    bill or policy a document on a law, where its title says that it is one and names none.

    Args:
        passage: The passage.
        text: The reading.
        placement: Where in its document it stands.
        titles: The names of the stored texts.
    """
    title = placement.headings[-1] if placement.headings else ""
    if SOMEBODY.search(title) and not any(one.ids for one in titles.mentions(title)):
        return False
    low = text.rfind("\n", 0, passage.start) + 1
    end = len(text[:low].rstrip())
    above = text[text.rfind("\n", 0, end) + 1 : end]
    for said in (text[low : passage.start], above, *placement.headings[:1]):
        found = LEGAL_DEFINITION.search(said) if len(said) <= LONGEST_LABEL else None
        if found:
            return not NO_LEGAL_DEFINITION.search(said, 0, found.start())
    return False


def is_headed_as_law(placement: Placement) -> bool:
    """Whether the nearest heading says that a law's definition follows: "Legaldefinition — Art. 3 Nr. 3"."""
    heading = placement.headings[0] if placement.headings else ""
    found = LEGAL_DEFINITION.search(heading) if len(heading) <= LONGEST_LABEL else None
    return found is not None and not NO_LEGAL_DEFINITION.search(heading, 0, found.start())


def is_said_to_be_of_law(passage: ParallelPassage, text: str) -> bool:
    """Whether an entry says that it is a law's definition: "A legal definition from X. It refers to …".

    Args:
        passage: The passage.
        text: The reading.
    """
    before = text[text.rfind("\n", 0, passage.start) + 1 : passage.start]
    found = LEGAL_DEFINITION.search(before[-ANNOUNCEMENT:])
    if passage.late or not found or NO_LEGAL_DEFINITION.search(before[-ANNOUNCEMENT:], 0, found.start()):
        return False
    rest = before[-ANNOUNCEMENT:][found.end() :]
    named = _OF_LAW_NAMED.match(rest)
    return named is not None and TERM_IS.fullmatch(rest, named.end()) is not None


def defines_itself(
    text: str, definiens: int, spans: QuotedSpans, placement: Placement, titles: Titles
) -> bool:
    """Whether the words before a definiens define a term as a law does, outside of quotation marks.

    What is introduced by a colon behind the name of a text is that text's: "Article 3(1) of the AI Act:".
    """
    if placement.block == "quotation":
        return False
    if OWN_BEGINNING.match(text, definiens):
        return True  # the definition has no words of introduction of its own in the collection
    low = max(definiens - _REACH, 0)
    before = text[low:definiens]
    found = OWN_DEFINITION.search(before)
    if not found and not enclosing(spans, definiens):
        found = _ENUMERATED.search(before) if MEANS.search(before) else None
    if not found:
        return False
    start = low + found.start()
    around = enclosing(spans, definiens)
    if any(span.start > start for span in around):
        return False  # the mark in front of the term closes another quotation
    if any(not _PROVISION.match(text, span.inner[0]) for span in around):
        return False  # a bill puts the provisions between marks that it puts into another law
    return not any(_is_announced(text, at, titles) for at in (start, *(span.start for span in around)))


def _is_announced(text: str, at: int, titles: Titles) -> bool:
    """Whether a colon behind the name of a text announces what stands at a place."""
    low = max(at - ANNOUNCEMENT, 0)
    return bool(ANNOUNCED.search(text, low, at)) and any(one.ids for one in titles.mentions(text, low, at))


def is_of_recital(introduction: str) -> bool:
    """Whether words are said to be from a recital."""
    return RECITAL.search(introduction[-_RECITAL_REACH:]) is not None


# --- somebody else's ---------------------------------------------------------------------------


def _last_sentence(said: str) -> str:
    """The sentence that goes on in what follows some words."""
    return _SENTENCE_ENDS.split(said[-_SENTENCE_REACH:])[-1]


def is_somebodys(introduction: str) -> bool:
    """Whether a sentence speaks of a bill, policy or contract that is not named, whose words may follow."""
    return SOMEBODY.search(_last_sentence(introduction)) is not None


def is_beside_law(introduction: str) -> bool:
    """Whether a sentence speaks of guidelines, an example or a summary, whose words may follow."""
    return BESIDE_LAW.search(_last_sentence(introduction)) is not None


def is_reported(text: str, start: int, end: int, mentions: Sequence[str]) -> bool:
    """Whether a passage is said to be what somebody says of the text that is named."""
    low = max(start - _REPORTED_REACH, 0)
    before = text[low:start]
    at = max((before.rfind(name) for name in mentions), default=-1)
    said = at >= 0 and REPORTED.search(before[:at]) and not _ANOTHER_QUOTATION.search(before, at)
    said = said and not TEXT_ITSELF.search(before, at)
    if at >= 0 and ACCORDING.search(before[:at]):
        return False  # whoever says so: "According to the OECD, systems “…”, he added"
    return bool(said or SPEAKER.match(text, end))


def is_adapted(introduction: str, behind: str, mentions: Sequence[str]) -> bool:
    """Whether a passage is said to be made after the text that is named: "based on", "(adapted from …)".

    Args:
        introduction: The text before it.
        behind: The text behind it.
        mentions: How the source is named.
    """
    line = behind[:_SOURCE_REACH].split("\n\n", 1)[0]
    at = max((introduction.rfind(name) for name in mentions), default=-1)
    if at >= 0 and ADAPTED.search(introduction[:at]):
        return True
    return any(ADAPTED_BEHIND.search(line[: line.find(name)]) for name in mentions if name in line)


# --- not the text's, or not all of it ----------------------------------------------------------


def is_asked(behind: str) -> bool:
    """Whether what follows a passage is the end of a question in the same marks."""
    return _ASKS.match(behind) is not None


def is_disclaimed(introduction: str, behind: str) -> bool:
    """Whether words are said not to be the text's, before them or behind them.

    What a failed bill would have been, it says.
    """
    return _is_disclaimed_before(introduction) or DENIED.match(behind) is not None


def _is_disclaimed_before(introduction: str) -> bool:
    """The same, of what introduces them."""
    found = DISCLAIMED.search(introduction)
    if found is None or BUT.search(found[0]) or CORRECTED.match(found[0]):
        return False
    failed = found[0].startswith("would have been") and FAILED.search(introduction)
    return not failed


def is_said_to_be_whole(introduction: str, behind: str) -> bool:
    """Whether words that a text begins with are said to be all of it, and not of a part of it."""
    opened = introduction[-_WHOLE_REACH:]
    if OF_A_PART.search(_last_sentence(opened)):
        return False
    return bool(SAID_TO_BE_WHOLE.search(opened) or is_said_to_end(behind))


def is_said_to_end(behind: str) -> bool:
    """Whether a text is said to end where a passage of it does."""
    return SAID_TO_END.match(behind) is not None


def is_put_right(passage: ParallelPassage, behind: str) -> bool:
    """Whether the text behind a passage gives, as what its text has, the words at each place that differs.

    "They say that it “replaces” them. The bill says “resembles”."
    """
    low, high = passage.official
    official = passage.reference.definition.text[low:high].casefold()
    paragraph = behind.split("\n\n", 1)[0]
    told = [found["said"].casefold() for found in TELLS_RIGHT.finditer(paragraph)]
    told = [said for said in told if said in official and said not in passage.text.casefold()]
    right = [(at, at + len(said)) for said in told for at in (official.find(said),)]

    def is_right(change: Sequence[Edit]) -> bool:
        places = [edit.a for edit in change if edit.a]
        return bool(places) and any(a <= places[0][0] and places[-1][1] <= b + 1 for a, b in right)

    return bool(right) and all(map(is_right, passage.faults))
