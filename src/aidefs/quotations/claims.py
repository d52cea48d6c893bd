"""What a document claims of a passage, and what follows from it: whether there is anything to reproach.

Three things are kept apart: how the passage is presented (`claim`), what is named as its source
(`attribution`), and how its words agree (`passages`). A reproach needs all three to be plain. Wording is
reproached of what is presented as a quotation of a text of the collection that is named, or where none is
named of what is a text but for one or two words that no version of it has. A source is reproached where a
text of the collection is named and another one is quoted. A list of elements, a paraphrase in prose and a law
that defines the term itself are no quotations.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from aidefs.alignment.edits import Edit
from aidefs.patterns import late
from aidefs.quotations.introductions import DEFINED_AS, STATES
from aidefs.quotations.marks import MARKS, QuotedSpan, QuotedSpans, enclosing
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
    MORE_POINTS,
    NO_LEGAL_DEFINITION,
    OF_A_PART,
    OWN_BEGINNING,
    OWN_DEFINITION,
    PROVISION,
    RECITAL,
    REPORTED,
    SAID_TO_BE_WHOLE,
    SAID_TO_END,
    SOMEBODY,
    SPEAKER,
    SUMMARY,
    TELLS_RIGHT,
    TERM_IS,
    TEXT_ITSELF,
)
from aidefs.quotations.placement import Placement
from aidefs.quotations.quotation import Attribution, Claim, Reproach, Verdict
from aidefs.quotations.references import words
from aidefs.quotations.titles import Titles

__all__ = [
    "claim_of",
    "defines_itself",
    "is_adapted",
    "is_given_as_provision",
    "is_in_own_words",
    "is_of_quoted_law",
    "is_reported",
    "is_said_to_be_of_law",
    "is_somebodys",
    "lists_elements",
    "reproaches",
]

FEW = 3  # words that may be put in or taken out of prose that is the text named "but for a few words"
LONG = 20  # words of it that must agree
FEWEST = 2  # words that may be others where no source is named
RUN = 15  # words that must agree for each of them
NEARLY = 0.9  # similarity from which words without marks are a claim, where the source is said to define so
OF_A_TEXT = 0.75  # the same where its table says of what text a cell has words
IN_FULL = 0.7  # of the words of a definition, from which a definition with its provision is given in full
RESTATED = 0.85  # similarity of one without marks below which its author may restate it in his own words
FEW_PLACES = 3  # at which a cell or paragraph without marks may differ from the text that it gives
LOOSE = 0.7  # similarity below which words between marks may be those of a guideline, where one is spoken of
LISTED = 2  # semicolons or enumerators put in that make a list of elements

_BULLET = late(r"[ \t]*(?:[-*+•‣▪◦–]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)])[ \t]+")
_LABEL = late(r"[^\n.;!?]{0,80}(?:[:–—]|\bmeans|\breads)[*_]*\s*")
_INTRODUCED = late(r"(?:[:–—]|\bmeans|\breads|\bas follows)\W{0,4}\s*\Z")
# In a string of a program prose is prose: "A provider is defined by Article 3(3) as".
_IN_SENTENCE = late(r"\b(?:as|is|are|als|ist|comme|est|como|es|come|è)[ \t\n]+\Z")
_CELL = late(r"[|\t]\s*(?:an?|the)?\W{0,4}\Z", re.IGNORECASE)
_CITATION = late(r"[\s.;,]*(?:\([^()\n]{0,160}\)|\[[^\[\]\n]{0,80}\])?[\s.;,”\"’»]*\Z")
_RECITAL_REACH = 140
_BESIDE_REACH = 200
_ANOTHER_QUOTATION = late(r"[“\"„«][^“”\"„«»]{20,}[”\"“»]")
_ITEM = late(r"\n[ \t>]*(?:[-*+•‣▪◦–]|\(?(?:\d{1,3}|[a-zA-Z])[.)])[ \t]")
_ASKS = late(r"[\s.…]?\?")  # between the marks still: of a question around a quotation it stands behind them
_NEXT_PARAGRAPH = late(r"\n[ \t]*\n\s*(?!\(?\w{1,4}[.)])")  # without an enumerator, which a law may have
_PROVISION = late(r"\s*\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)]\s")
_ENUMERATED = late(r"(?:\n|\A)[ \t]*(?:\(?[\dA-Za-z]{1,4}[.)]|§)[^\n]{0,140}\Z")
_ANNOUNCEMENT = 160  # characters before a definition in which a colon may announce it
_WHOLE_REACH = 160  # characters before it in which it may be said to be whole
_SOURCE_REACH = 120  # characters behind it in which its source may be named
_TOLD = 3  # times as long as a passage is what is said between marks in which somebody tells of it
_SENTENCE_END = late(r"[^\W\d_]{2}[.!?]\s")
_LEADS_ON = late(r"(?:[:–—]|\s-)[\s*_]*\Z")  # a label to what follows it
_ENTRY_ENDS = late(r"[\s*_”\"’»]*(?:[.;(\[]|\n|\Z)")
_OF_LAW_NAMED = late(r"\s[^:;\n]{2,60}?[.:]\s")  # "(a legal definition) from Colorado SB24-205. "
_ARTICLE = late(
    r"(?:an?|the|eine?|der|die|das|une?|le|la|les|un[oa]?|el|los|las|il|lo|gli|een|de|het|uma?|os?)\s*",
    re.IGNORECASE,
)
_LONGEST_LABEL = 120
_REACH = 260  # characters before a definiens in which a law has its term


def claim_of(
    passage: ParallelPassage,
    text: str,
    definiens: int,
    spans: QuotedSpans,
    placement: Placement,
    printed: str = "",
) -> Claim:
    """How a passage is presented.

    Args:
        passage: The passage.
        text: The reading.
        definiens: Offset in it of the first word of the definiens.
        spans: What stands between quotation marks in it.
        placement: Where in its document the passage stands.
        printed: Its characters with mark-up.
    """
    if any(
        span.end >= passage.end and not _is_told_in(span, passage, text)
        for span in enclosing(spans, definiens)
    ):
        return "quoted"
    if lists_elements(passage, printed):
        return "unmarked"
    in_sentence = placement.block == "code" and _IN_SENTENCE.search(
        text, max(passage.start - 40, 0), passage.start
    )
    if placement.block in ("quotation", "code") and not in_sentence:
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


def _is_told_in(span: QuotedSpan, passage: ParallelPassage, text: str) -> bool:
    """Whether straight marks are around much more, in which a passage is what a speaker tells of a law.

    A law that is quoted at such length introduces its definition in the words of a law.
    """
    start, end = span.inner
    if text[span.start] not in "'\"" or passage.introduced or (end - start) < _TOLD * len(passage.text):
        return False
    return _SENTENCE_END.search(text, start, passage.start) is not None


def is_in_own_words(
    passage: ParallelPassage, claim: Claim, text: str, placement: Placement, *, told: bool, article: str = ""
) -> bool:
    """Whether a cell, or a block without marks, gives a definition in its author's own words.

    An author who copies a definition out gives it from its first word, with its article, and errs in few
    places; who sums it up, leaves out and rewords. A column or section may say so: "Definition summary".
    What is introduced by "Article 3(1) reads:", or has the official words of introduction with the marks
    around the term, is presented as the law's whatever it says; so is what cites the very provision
    ("AI system (Art. 3(1)): …") and has about as many words as it.

    Args:
        passage: The passage.
        claim: How it looks.
        text: The reading.
        placement: Where in its document it stands.
        told: Whether its table says of what text a cell has words.
        article: The article that is named beside it ("3(1)"), "" for none.
    """
    if claim not in ("cell", "block") or placement.block == "quotation":
        return False
    if not passage.faults:
        return not told and passage.redline.words.equal < LONG and passage.extent == "truncated"
    if claim == "block" and all(map(_is_article, passage.faults)):
        return True
    before = text[max(passage.start - _ANNOUNCEMENT, 0) : passage.start].rstrip(MARKS + " \n*_>`")
    whole = passage.extent == "whole" or passage.official[0] == 0
    if (claim == "block" and whole and passage.text[0] in MARKS) or _is_announced_as_text(before):
        return False
    summed_up = any(SUMMARY.search(one) for one in (placement.column, *placement.headings))
    if summed_up:
        return True
    if passage.reference.is_article(article) and passage.share_of_words >= IN_FULL:
        return False
    if passage.late and not told:
        return True
    without_article = not passage.late and passage.reference.head < passage.official[0]
    places = len(passage.faults) + without_article
    if places > FEW_PLACES:
        return True
    few = all(max(sides) <= FEW for sides in passage.changed)
    complete = passage.extent != "truncated" and not without_article
    return passage.similarity < (OF_A_TEXT if told else NEARLY) and not (few and complete)


def is_given_as_provision(passage: ParallelPassage, text: str, placement: Placement) -> bool:
    """Whether an entry or paragraph without marks gives a definition at full length as its provision.

    The provision with its point stands in its label ("Deployer (Art. 3(4)) — …"), or in the heading above it,
    under which a paragraph begins with the term: "A **deployer** is any natural or legal person …". Who sums
    a definition up has fewer words than it, and leaves out its beginning or its end.

    Args:
        passage: The passage.
        text: The reading.
        placement: Where in its document it stands.
    """
    full = not passage.late and passage.share_of_words >= IN_FULL and passage.similarity >= RESTATED
    if not full or passage.verdict not in ("punctuation", "changed"):
        return False
    if not passage.reference.article or not _ENTRY_ENDS.match(text, passage.end):
        return False
    if any(map(SUMMARY.search, placement.headings)) or not _differs_in_definiens(passage):
        return False
    before = text[text.rfind("\n", 0, passage.start) + 1 : passage.start]
    if len(before) > _LONGEST_LABEL or BESIDE_LAW.search(before):
        return False
    low = passage.start - len(before)
    if not before.strip(" >*_"):  # a label in a line of its own
        above = text[text.rfind("\n", 0, low - 1) + 1 : low].rstrip() if low else ""
        before = above if len(above) <= _LONGEST_LABEL and above.endswith(":") else before
    label = PROVISION.search(before)
    if label:
        return _is_provision(passage, before) and _LEADS_ON.search(before) is not None
    heading = placement.headings[0] if placement.headings else ""
    if len(heading) > _LONGEST_LABEL or BESIDE_LAW.search(heading):
        return False
    return _is_provision(passage, heading) and TERM_IS.fullmatch(before) is not None


def _differs_in_definiens(passage: ParallelPassage) -> bool:
    """Whether what differs is not but the words of introduction: "Ein KI-System ist" for "bezeichnet"."""
    own = words(passage.text)
    before = passage.definiens - passage.words[0]
    begins = own[before][1] if before < len(own) else 0
    head = passage.reference.head - passage.official[0]
    edits = [edit for change in passage.faults for edit in change]
    return any(one.b is not None and one.b[0] >= begins for one in edits) or any(
        one.a is not None and one.a[0] >= head for one in edits
    )


def _is_provision(passage: ParallelPassage, said: str) -> bool:
    """Whether a label or heading names the provision of a passage, and no other, by its point or its term."""
    found = list(PROVISION.finditer(said))
    if len(found) != 1 or MORE_POINTS.match(said, found[0].end()):
        return False
    article, point = found[0]["article"] or found[0]["before"], found[0]["one"] or found[0]["other"]
    term = {key for key, _, _ in words(passage.reference.definition.term)}
    if term <= {key for key, _, _ in words(said)} and passage.reference.in_article(article):
        return True  # whatever number it gives the point: the term is that of the definition
    return passage.reference.is_article(f"{article}({point})" if point else article)


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
        found = LEGAL_DEFINITION.search(said) if len(said) <= _LONGEST_LABEL else None
        if found:
            return not NO_LEGAL_DEFINITION.search(said, 0, found.start())
    return False


def is_said_to_be_of_law(passage: ParallelPassage, text: str) -> bool:
    """Whether an entry says that it is a law's definition: "A legal definition from X. It refers to …".

    Args:
        passage: The passage.
        text: The reading.
    """
    before = text[text.rfind("\n", 0, passage.start) + 1 : passage.start]
    found = LEGAL_DEFINITION.search(before[-_ANNOUNCEMENT:])
    if passage.late or not found or NO_LEGAL_DEFINITION.search(before[-_ANNOUNCEMENT:], 0, found.start()):
        return False
    rest = before[-_ANNOUNCEMENT:][found.end() :]
    named = _OF_LAW_NAMED.match(rest)
    return named is not None and TERM_IS.fullmatch(rest, named.end()) is not None


def _is_article(change: Sequence[Edit]) -> bool:
    """Whether a change puts an article before the first word: "Ein KI-System ist", for "KI-System“ ein"."""
    [edit, *more] = change
    return not more and edit.b is not None and edit.b[0] == 0 and _ARTICLE.fullmatch(edit.text) is not None


def _is_announced_as_text(before: str) -> bool:
    """Whether what follows is introduced as the words of a text: "reads", "defines an AI system as:"."""
    return bool(STATES.search(before) or (before.endswith(":") and DEFINED_AS.search(before)))


def lists_elements(passage: ParallelPassage, printed: str = "") -> bool:
    """Whether a passage is cut into a list that the official text does not have."""
    official = passage.reference.definition.text[slice(*passage.official)]
    items = max(len(_ITEM.findall(printed)), len(_NEXT_PARAGRAPH.findall(passage.text)))
    if items > LISTED - 1 + official.count("\n"):
        return True
    put = sum(
        edit.op == "insert" and bool(re.search(r";|\n\s*[-*•]|\(\w{1,3}\)", edit.text))
        for edit in passage.redline.edits
    )
    return put > LISTED


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
    low = max(at - _ANNOUNCEMENT, 0)
    return bool(ANNOUNCED.search(text, low, at)) and any(one.ids for one in titles.mentions(text, low, at))


def is_somebodys(introduction: str) -> bool:
    """Whether a sentence speaks of a bill, policy or contract that is not named, whose words may follow."""
    return SOMEBODY.search(re.split(r"[.!?]\s", introduction[-200:])[-1]) is not None


def _is_disclaimed(introduction: str) -> bool:
    """Whether words are introduced as none of the text's; what a failed bill would have been, it says."""
    found = DISCLAIMED.search(introduction)
    if found is None or BUT.search(found[0]) or CORRECTED.match(found[0]):
        return False
    failed = found[0].startswith("would have been") and FAILED.search(introduction)
    return not failed


def _is_beside_law(introduction: str) -> bool:
    """Whether a sentence speaks of guidelines, an example or a summary, whose words may follow."""
    return BESIDE_LAW.search(re.split(r"[.!?]\s", introduction[-_BESIDE_REACH:])[-1]) is not None


def _is_said_to_be_whole(introduction: str, behind: str) -> bool:
    """Whether words that a text begins with are said to be all of it, and not of a part of it."""
    opened = introduction[-_WHOLE_REACH:]
    if OF_A_PART.search(re.split(r"[.!?]\s", opened)[-1]):
        return False
    return bool(SAID_TO_BE_WHOLE.search(opened) or SAID_TO_END.match(behind))


def _is_put_right(passage: ParallelPassage, behind: str) -> bool:
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


def is_reported(text: str, start: int, end: int, mentions: Sequence[str]) -> bool:
    """Whether a passage is said to be what somebody says of the text that is named."""
    low = max(start - 300, 0)
    before = text[low:start]
    at = max((before.rfind(name) for name in mentions), default=-1)
    said = at >= 0 and REPORTED.search(before[:at]) and not _ANOTHER_QUOTATION.search(before, at)
    said = said and not TEXT_ITSELF.search(before, at)
    if at >= 0 and ACCORDING.search(before[:at]):
        return False  # whoever says so: "According to the OECD, systems “…”, he added"
    return bool(said or SPEAKER.match(text, end))


def reproaches(
    passage: ParallelPassage,
    verdict: Verdict,
    claim: Claim,
    attribution: Attribution,
    *,
    equal: bool,
    itself: Callable[[], bool],
    introduction: str,
    behind: str,
    reported: Callable[[], bool],
    spoken: Callable[[], bool],
    listed: bool,
    own: bool,
    hedged: Callable[[], bool],
    quotation: bool,
    string: Callable[[], bool],
    elsewhere: Callable[[], bool],
) -> tuple[tuple[Reproach, ...], str]:
    """What is to be mended in a passage, and why, or why nothing is.

    What is a function is asked where it matters: most passages are exact, and of those little does.

    Args:
        passage: The passage.
        verdict: How its words agree.
        claim: How it is presented.
        attribution: What is named as its source.
        equal: Whether it is letter for letter another stored text.
        itself: Whether a law defines the term in it.
        introduction: The text before it.
        behind: The text behind it.
        listed: Whether it is a list of the elements.
        own: Whether it is in its author's own words, see `is_in_own_words`.
        reported: Whether they are the words of somebody who speaks of the text.
        spoken: Whether the sentence has another subject, who defines or says so.
        hedged: Whether it stands without marks and is said to be the sense of the text.
        quotation: Whether it stands in a block quotation.
        string: Whether its marks are those of a string of a program.
        elsewhere: Whether what differs stands in another version of the text.
    """
    differs = verdict in ("punctuation", "changed")
    if (differs or verdict == "not found") and RECITAL.search(introduction[-_RECITAL_REACH:]):
        return (), "not checked: it is said to be from a recital, which is not in the collection"
    if (differs or verdict == "not found") and _ASKS.match(behind):
        return (), "a question is no quotation"
    if attribution.fits and (verdict == "not found" or differs) and spoken():
        return (), "presented as the words of somebody else"

    @cache
    def disclaimed() -> bool:
        return _is_disclaimed(introduction) or DENIED.match(behind) is not None

    if verdict == "not found" and (reported() or disclaimed() or _is_beside_law(introduction)):
        return (), "not presented as the words of the text"
    if attribution.fits is False and disclaimed():
        return (), "said not to be the words of the text that is named"
    if verdict == "not found":
        return ("wording",), "introduced as the definition, and in no version of the text that is named"
    if attribution.unknown:
        return (), f"not checked: {attribution.unknown} is not in the collection"
    if attribution.how not in ("footnote", "table") and itself():
        return (), "not checked: it stands as a definition of its own" if differs else ""
    changed = sum(gone + new for gone, new in passage.changed)
    others = sum(map(max, passage.changed))  # one that stands for another counts once
    if differs and attribution.fits and disclaimed():
        return (), "not presented as the words of the text"
    if (differs or attribution.fits is False) and hedged():
        return (), "said to be the sense of the text, and not its words"
    opened = introduction[-120:].rstrip(MARKS + " ")
    defines = passage.similarity >= NEARLY and others <= FEW and DEFINED_AS.search(opened) is not None
    loose = passage.similarity < LOOSE and claim == "quoted"
    if differs and loose and _is_beside_law(introduction):
        return (), "not presented as the words of the text"
    if differs and attribution.fits and not defines and reported():
        return (), "presented as somebody's words on the text"
    nearly = changed <= FEW and passage.redline.words.equal >= LONG and not lists_elements(passage)
    if listed:
        return (), "a list of elements is no quotation"
    if own and (differs or attribution.fits is False):
        return (), "not presented as a quotation"
    long = passage.redline.words.equal >= RUN  # a few words in prose are its author's own
    said = claim != "unmarked" or (
        bool(attribution.fits) and attribution.how != "" and (nearly or (defines and long))
    )
    if attribution.fits is False and claim == "unmarked" and attribution.how == "heading":
        return (), "not presented as a quotation"  # "the usual formula: a system that …" below a title
    if attribution.fits is False:
        close = verdict == "exact" or passage.similarity >= NEARLY
        if verdict != "paraphrase" and (said or close):
            both: tuple[Reproach, ...] = (
                ("wording", "source") if differs and said and not equal else ("source",)
            )
            return both, "another text is named than the one that is quoted"
        return (), "not presented as a quotation" if differs else ""
    sure = verdict == "exact" and bool(attribution.fits) and claim != "unmarked"
    if sure and passage.cut_from_condition and SAID_TO_END.match(behind) and not disclaimed():
        return ("wording",), "said to end there, and the text that is named goes on with a condition"
    cut = passage.early > 0 and not passage.late and not passage.dotted
    if sure and cut and _is_said_to_be_whole(introduction, behind) and not disclaimed():
        return ("wording",), "said to be whole, and the text that is named goes on"
    if not differs:
        return (), ""
    if not said:
        return (), "not presented as a quotation"
    if _is_put_right(passage, behind):
        return (), "put right behind it"
    if attribution.fits:
        return ("wording",), "presented as a quotation of the text that is named"
    if equal:
        return (), "letter for letter another stored text; no source is named"
    # The words may be those of a version, or of another law, that is not in the collection.
    almost = others <= FEWEST and max(others * RUN, LONG) <= passage.redline.words.equal
    sure = almost and claim in ("quoted", "block") and not string()
    # Of an entry without marks that goes less far its author may have made a definition of his own.
    sure = sure and (claim == "quoted" or quotation or passage.extent != "truncated")
    if sure and not (disclaimed() or is_somebodys(introduction) or elsewhere()):
        return ("wording",), "almost letter for letter; no source is named"
    return (), f"not checked: no source is named; nearest {passage.reference.definition.label}"
