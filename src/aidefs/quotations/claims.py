"""How a passage is presented: between marks, as a block or a cell, or in its author's own words.

A *claim* is told by looks alone: where a passage stands and how its words compare with the text, whatever is
named as its source. A list of elements, a paraphrase in prose and what its author says in his own words are
no quotations.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from aidefs.alignment.edits import Edit
from aidefs.classes import NamedTuple
from aidefs.patterns import late
from aidefs.quotations.introductions import DEFINED_AS, STATES
from aidefs.quotations.marks import MARKS, QuotedSpan, enclosing, field_of, is_string
from aidefs.quotations.passages import OMITTED, ParallelPassage
from aidefs.quotations.phrases import (
    AS_DEFINED,
    BESIDE_LAW,
    DEFINITION_ALONE,
    DEFINITIONS,
    DESCRIPTION,
    IN_PART,
    LEGAL_DEFINITION,
    MORE_POINTS,
    NAME,
    NO_LEGAL_DEFINITION,
    PROVISION,
    SUMMARY,
    TERM_IS,
    article_and_point,
)
from aidefs.quotations.placement import Placement
from aidefs.quotations.quotation import Claim
from aidefs.quotations.references import provision_named, words
from aidefs.quotations.sayings import (
    ANNOUNCEMENT,
    LONGEST_LABEL,
    before_in_line,
    is_headed_as_law,
    is_said_to_be_of_law,
    is_titled_as_somebodys,
    line_above,
)
from aidefs.quotations.situation import Situation
from aidefs.quotations.titles import is_instrument

__all__ = [
    "FEW",
    "LONG",
    "NEARLY",
    "Presentation",
    "introduces_otherwise",
    "is_given_as_whole",
    "lists_elements",
    "presented",
    "stands_behind_provision",
]

FEW = 3  # words that may be put in or taken out of prose that is the text named "but for a few words"
LONG = 20  # words of it that must agree
NEARLY = 0.9  # similarity from which words without marks are a claim, where the source is said to define so
OF_A_TEXT = 0.75  # the same where its table says of what text a cell has words
IN_FULL = 0.7  # of the words of a definition, from which a definition with its provision is given in full
LABELLED = 0.65  # the same where its label says that it is a definition
REWORDED = 0.5  # similarity of one whose label or heading says that a law's definition follows
RESTATED = 0.85  # similarity of one without marks below which its author may restate it in his own words
FEW_PLACES = 3  # at which a cell or paragraph without marks may differ from the text that it gives
LISTED = 2  # semicolons or enumerators put in that make a list of elements

_BULLET = late(r"[ \t]*(?:[-*+•‣▪◦–]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)])[ \t]+")
_LABEL = late(r"[^\n.;!?]{0,80}(?:[:–—]|\bmeans|\breads)[*_]*\s*")
_INTRODUCED = late(r"(?:[:–—]|\bmeans|\breads|\bas follows)\W{0,4}\s*\Z")
# In a string of a program prose is prose: "A provider is defined by Article 3(3) as".
_IN_SENTENCE = late(r"\b(?:as|is|are|als|ist|comme|est|como|es|come|è)[ \t\n]+\Z")
_CELL = late(r"[|\t]\s*(?:an?|the)?\W{0,4}\Z", re.IGNORECASE)
_CITATION = late(r"[\s.;,]*(?:\([^()\n]{0,160}\)|\[[^\[\]\n]{0,80}\])?[\s.;,”\"’»]*\Z")
_ITEM = late(r"\n[ \t>]*(?:[-*+•‣▪◦–]|\(?(?:\d{1,3}|[a-zA-Z])[.)])[ \t]")
_NEXT_PARAGRAPH = late(r"\n[ \t]*\n\s*(?!\(?\w{1,4}[.)])")  # without an enumerator, which a law may have
_PUT_IN_LIST = late(r";|\n\s*[-*•]|\(\w{1,3}\)")
_TOLD = 3  # times as long as a passage is what is said between marks in which somebody tells of it
_SENTENCE_END = late(r"[^\W\d_]{2}[.!?]\s")
_CLOSED = late(r"[\s.;,:*_]*\Z")  # up to the mark that closes it
_CELL_ENDS = late(r"[\s.;,*_”\"’»]*(?:\([^()\n]{0,160}\))?[\s.;]*(?:[|\t\n]|\Z)")
_OF_WHOM = late(
    r"\b(?:any|every|each|no|all|an?|the|jede[mnrs]?|alle|eine?|die|der|tout\w*|chaque|une?|tod[ao]s?|cualquier|ogni"
    r"|un[oa]?|elke?|iedere?|een|każd\w+)\s\Z",
    re.IGNORECASE,
)
_OWN_WORD = 16  # characters in which such a word stands
# Between a provision and the end of the introduction of the term behind it.
_BEHIND_PROVISION = late(r"[\s*_]*[:–—-][\s*_]*[“\"„«‘'][^“”\"„«»\n]{2,60}[”\"’'»“][^.;:\n]{0,30}")
_LEFT_OUT = late(r"\[\s?(?:…|\.\s?\.\s?\.)\s?\]")
_ENTRY = late(r"[^\n.;!?]{2,80}:")
_WORD = late(r"[^\W\d_]")
_IS_BOUND = late(
    r"[\s”\"’»“]*(?:\([^()\n]{0,60}\)\s)?(?:must|shall|has\sto|have\sto|needs?\sto|should|may|can|will|is\s\w+ed\b|muss|müssen|hat|haben"
    r"|soll\w*|darf|dürfen|doi(?:t|vent)|peu(?:t|vent)|deben?|debe(?:rá)?n?|dev(?:e|ono)|può|moet\w*|mag|musi|muszą|może)\b",
    re.IGNORECASE,
)
_MARK_UP = " >*_"  # what may stand before a line without a label
_LEADS_ON = late(r"(?:[:–—]|\s-)[\s*_]*\Z")  # a label to what follows it
_ENTRY_ENDS = late(r"[\s*_”\"’»]*(?:[.;(\[]|\n|\Z)")
_NEARLY_ENDS = late(r"[^.;:\n]{0,120}[.;]?[\s*_”\"’»]*(?:\n|\Z)")
_ARTICLE = late(
    r"(?:an?|the|eine?|der|die|das|une?|le|la|les|un[oa]?|el|los|las|il|lo|gli|een|de|het|uma?|os?)\s*",
    re.IGNORECASE,
)


class Presentation(NamedTuple):
    """How a passage is presented.

    Attributes:
        claim: As what.
        listed: Whether it is a list of the elements.
        own: Whether it is in its author's own words.
        given: Whether it is said to be the definition of a text, so that nothing in it is a paraphrase.
    """

    claim: Claim
    listed: bool = False
    own: bool = False
    given: bool = False


def presented(situation: Situation) -> Presentation:
    """How a passage is presented; of what may be said of it the first that holds.

    1. Between quotation marks it is "quoted", whatever it has in common with the text. In a field for its
       author's own words ("description") a string is "unmarked" where it differs by such words.
    2. A list of its elements is "unmarked", but for one that a law's words of introduction stand before.
    3. A definition at full length under its provision, or below "Key definitions" in a document on its law,
       and a paragraph under a label that says that it is the definition of a text, are a "block", though they
       may look like prose.
    4. A cell, a block or an entry that is said to be a law's is "unmarked" where it differs from the text in
       its author's own words.
    5. An entry that is said to be a law's is a "block".
    6. Else it is what it looks like.

    Args:
        situation: The passage where it stands.
    """
    passage, text, placement = situation.passage, situation.text, situation.placement
    if _is_between_marks(situation):
        straight = text[enclosing(situation.spans, situation.definiens)[0].start] in "'\""
        told = straight and _is_shorthand(passage)
        own = bool(passage.faults) and (told or _is_in_field_of_own_words(situation))
        return Presentation("unmarked" if own else "quoted", own=own)
    if lists_elements(passage, situation.printed) and not (passage.introduced and situation.of_quoted_law):
        return Presentation("unmarked", listed=True)
    claim = _looks(passage, text, placement)
    if claim != "cell" and _is_labelled_as_definition(situation):
        return Presentation("block", given=True)
    in_full = claim != "cell" and not _is_told(situation)
    if in_full and (_is_given_as_provision(passage, text, placement) or _is_among_definitions(situation)):
        return Presentation("block", given=True)
    if claim == "unmarked" and (is_said_to_be_of_law(passage, text) or stands_behind_provision(situation)):
        claim = "block"
    if claim == "unmarked" and _LEFT_OUT.search(passage.text):
        claim = "block"  # only who quotes marks what he leaves out
    own = _is_in_own_words(situation, claim)
    return Presentation("unmarked" if own and passage.faults else claim, own=own)


def _is_between_marks(situation: Situation) -> bool:
    """Whether quotation marks stand around a passage, and not around much more in which it is told."""
    passage = situation.passage
    return any(
        span.end >= passage.end and not _is_told_in(span, passage, situation.text)
        for span in enclosing(situation.spans, situation.definiens)
    )


def _is_told_in(span: QuotedSpan, passage: ParallelPassage, text: str) -> bool:
    """Whether straight marks are around much more, in which a passage is what a speaker tells of a law.

    A law that is quoted at such length introduces its definition in the words of a law.
    """
    start, end = span.inner
    if text[span.start] not in "'\"" or passage.introduced or (end - start) < _TOLD * len(passage.text):
        return False
    return _SENTENCE_END.search(text, start, passage.start) is not None


def _is_in_field_of_own_words(situation: Situation) -> bool:
    """Whether a string of a program or of JSON gives a definition in its author's own words.

    A field for a summary or a name has nothing else; one for a description may have a copy with few errors.
    """
    field = field_of(situation.spans, situation.text, situation.definiens)
    if SUMMARY.search(field) or NAME.search(field):
        return True
    return DESCRIPTION.search(field) is not None and _is_in_own_words(situation, "block")


def _looks(passage: ParallelPassage, text: str, placement: Placement) -> Claim:
    """As what a passage without marks stands there, by its block, line and cell.

    Args:
        passage: The passage.
        text: The reading.
        placement: Where in its document it stands.
    """
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


def _is_given_as_provision(passage: ParallelPassage, text: str, placement: Placement) -> bool:
    """Whether an entry or paragraph without marks gives a definition at full length as its provision.

    The provision with its point stands in its label ("Deployer (Art. 3(4)) — …"), or in the heading above it,
    under which a paragraph begins with the term: "A **deployer** is any natural or legal person …". Who sums
    a definition up has fewer words than it, and leaves out its beginning or its end; where the
    label or heading speaks of a definition it may be further from the law.

    Args:
        passage: The passage.
        text: The reading.
        placement: Where in its document it stands.
    """
    legal = _called_definition(passage, text, placement)
    enough = LABELLED if legal == "label" else IN_FULL
    full = _begins(passage) and passage.share_of_words >= enough
    if not full or passage.similarity < (REWORDED if legal else RESTATED):
        return False
    if not _differs(passage) and not (legal and passage.faults):
        return False
    ends = _ENTRY_ENDS.match(text, passage.end) or (legal and _NEARLY_ENDS.match(text, passage.end))
    if not passage.reference.article or not ends:
        return False
    if _is_summed_up(passage, placement) or not _differs_in_definiens(passage):
        return False
    before = before_in_line(text, passage.start)
    if len(before) > LONGEST_LABEL or BESIDE_LAW.search(before):
        return False
    if not before.strip(_MARK_UP):  # a label in a line of its own
        above = line_above(text, passage.start - len(before), parted=False)
        before = above if len(above) <= LONGEST_LABEL and above.endswith(":") else before
    label = PROVISION.search(before)
    if label:
        return _is_provision(passage, before) and _LEADS_ON.search(before) is not None
    heading = placement.headings[0] if placement.headings else ""
    if len(heading) > LONGEST_LABEL or BESIDE_LAW.search(heading):
        return False
    if legal == "heading":  # "Definizioni — Art. 3", and below it each term
        entry = before + passage.text[: _definiens_of(passage)]
        if _ENTRY.match(entry) and _is_provision(passage, f"{heading} {entry}"):
            return True
    return _is_provision(passage, heading) and TERM_IS.fullmatch(before) is not None


def stands_behind_provision(situation: Situation) -> bool:
    """Whether an entry has the very provision before its term: "Article 3(3) — "provider" means".

    No law has its own article before each of its entries. Another one may be told of so, with the same
    number, where one without a text in the collection, or a country, is named.

    Args:
        situation: The passage where it stands.
    """
    passage, text = situation.passage, situation.text
    start = situation.definiens if passage.reference.head else passage.start
    before = before_in_line(text, start)[-LONGEST_LABEL:]
    found = PROVISION.search(before)
    if found is None or not _BEHIND_PROVISION.fullmatch(before, found.end()):
        return False
    if not passage.reference.is_article(provision_named(*article_and_point(found))):
        return False
    placements, index = situation.excerpt.placements, situation.excerpt.index
    own = {*index.instruments([passage.reference.id]), *index.family(passage.reference.id)}
    above = [
        one for said in (*situation.placement.headings, before) for one in placements.titles.mentions(said)
    ]
    if any(own.isdisjoint(one.ids) for one in above if one.kind != "people"):
        return False
    if is_titled_as_somebodys(situation.placement, placements.titles):
        above = placements.titles.mentions(before)
        return any(not own.isdisjoint(one.ids) for one in above)
    return bool(situation.alone_defines) or any(not own.isdisjoint(one.ids) for one in above)


def _called_definition(
    passage: ParallelPassage, text: str, placement: Placement
) -> Literal["", "label", "heading"]:
    """Whether the label of an entry says that a definition follows, or the heading right above it does."""
    for said in (before_in_line(text, passage.start), *placement.headings[:1]):
        found = DEFINITIONS.search(said)
        if found and not NO_LEGAL_DEFINITION.search(said, 0, found.start()):
            return "heading" if said in placement.headings[:1] else "label"
    return "heading" if is_headed_as_law(placement) else ""


def _begins(passage: ParallelPassage) -> bool:
    """Whether a passage begins where the definition does, or behind its article."""
    reference = passage.reference
    left_out = reference.definition.text[reference.head : passage.official[0]]
    return not passage.late or _ARTICLE.fullmatch(left_out) is not None


def _is_labelled_as_definition(situation: Situation) -> bool:
    """Whether a paragraph without marks stands under a label that says no more than that a text defines so.

    "**Colorado AI Act Definition:**", or that it is a law's: "Definition (exact statutory language):". It
    begins with the kind of thing, as a definition does, and ends with its paragraph. One that has less in
    common with the text is what its author makes of it.

    Args:
        situation: The passage where it stands.
    """
    passage, text = situation.passage, situation.text
    departs = passage.faults and passage.similarity >= REWORDED
    if passage.late or not (_differs(passage) or departs) or not _NEARLY_ENDS.match(text, passage.end):
        return False
    label = before_in_line(text, passage.start)
    if not label.strip(_MARK_UP):
        label = line_above(text, passage.start - len(label))
    if len(label) > LONGEST_LABEL:
        return False
    if LEGAL_DEFINITION.search(label) and _LEADS_ON.search(label):
        return situation.of_quoted_law
    names = situation.excerpt.placements.titles.mentions(label)
    index = situation.excerpt.index
    own = {
        passage.reference.id,
        *index.family(passage.reference.id),
        *index.instruments([passage.reference.id]),
    }
    if len(names) != 1 or not is_instrument(names[0]) or own.isdisjoint(names[0].ids):
        return False
    rest = f"{label[: names[0].start]} {label[names[0].end :]}"
    return DEFINITION_ALONE.fullmatch(rest) is not None


def _is_among_definitions(situation: Situation) -> bool:
    """Whether an entry below a heading for definitions gives one at full length, in a document on its law.

    "## Key definitions", and below it "**Provider**: A natural or legal person …": no other text of the
    collection, and no other country that has one, is named in the document.
    """
    passage, text, headings = situation.passage, situation.text, situation.placement.headings
    full = not passage.late and passage.share_of_words >= IN_FULL and passage.similarity >= RESTATED
    if not full or not _differs(passage) or not _ENTRY_ENDS.match(text, passage.end):
        return False
    if _is_summed_up(passage, situation.placement) or not any(map(DEFINITIONS.search, headings[:2])):
        return False
    before = before_in_line(text, passage.start)
    entry = len(before) <= LONGEST_LABEL and (_LABEL.fullmatch(before) or TERM_IS.fullmatch(before))
    return bool(entry and _differs_in_definiens(passage) and situation.alone_defines)


def _is_told(situation: Situation) -> bool:
    """Whether an entry has the name of a State for "this State": who tells of its law speaks so.

    What is said to be the definition of the law letter for letter has its words.
    """
    return bool(situation.state_put_in) and not situation.of_quoted_law


def _differs(passage: ParallelPassage) -> bool:
    """Whether a passage is a text but for words or punctuation."""
    return passage.verdict in ("punctuation", "changed")


def _differs_in_definiens(passage: ParallelPassage) -> bool:
    """Whether what differs is not but the words of introduction: "Ein KI-System ist" for "bezeichnet"."""
    begins = _definiens_of(passage)
    head = passage.reference.head - passage.official[0]
    edits = [edit for change in passage.faults for edit in change]
    return any(one.b is not None and one.b[0] >= begins for one in edits) or any(
        one.a is not None and one.a[0] >= head for one in edits
    )


def introduces_otherwise(passage: ParallelPassage) -> bool:
    """Whether a passage has a word of its own between the term and the definition: "„KI-System“ meint"."""
    begins = _definiens_of(passage)
    edits = [edit for change in passage.faults for edit in change]
    return any(one.b is not None and one.b[1] <= begins and _WORD.search(one.text) for one in edits)


def _definiens_of(passage: ParallelPassage) -> int:
    """Offset in a passage of the first word of its definiens."""
    own = words(passage.text)
    before = passage.definiens - passage.words[0]
    return own[before][1] if before < len(own) else 0


def _is_provision(passage: ParallelPassage, said: str) -> bool:
    """Whether a label or heading names the provision of a passage, and no other, by its point or its term."""
    found = list(PROVISION.finditer(said))
    if len(found) != 1 or MORE_POINTS.match(said, found[0].end()):
        return False
    article, point = article_and_point(found[0])
    term = {key for key, _, _ in words(passage.reference.definition.term)}
    if term <= {key for key, _, _ in words(said)} and passage.reference.in_article(article):
        return True  # whatever number it gives the point: the term is that of the definition
    return passage.reference.is_article(provision_named(article, point))


def _is_in_own_words(situation: Situation, claim: Claim) -> bool:
    """Whether a cell, or a block without marks, gives a definition in its author's own words.

    An author who copies a definition out gives it from its first word, with its article, and errs in few
    places; who sums it up, leaves out and rewords. A column or section may say so: "Definition summary".
    What is introduced by "Article 3(1) reads:", or has the official words of introduction with the marks
    around the term, is presented as the law's whatever it says; so is what cites the very provision
    ("AI system (Art. 3(1)): …") and has about as many words as it.

    Args:
        situation: The passage where it stands.
        claim: How it looks.
    """
    passage, placement = situation.passage, situation.placement
    if claim not in ("cell", "block") or placement.block == "quotation":
        return False
    # Whether its table says of what text a cell has words.
    told = claim == "cell" and situation.excerpt.placements.gives_words(placement.column, placement.row)
    if _is_shorthand(passage):
        return True
    if not passage.faults:
        return not told and passage.redline.words.equal < LONG and passage.extent == "truncated"
    if claim == "block" and all(map(_is_article, passage.faults)):
        return True
    before = situation.text[max(passage.start - ANNOUNCEMENT, 0) : passage.start].rstrip(MARKS + " \n*_>`")
    whole = passage.extent == "whole" or passage.official[0] == 0
    marked = passage.text[0] in MARKS and not is_string(situation.spans, situation.text, situation.definiens)
    shortened = claim == "block" and _LEFT_OUT.search(passage.text) is not None
    if (claim == "block" and whole and marked) or shortened or _is_announced_as_text(before):
        return False
    if SUMMARY.search(placement.column) or _is_summed_up(passage, placement) or _is_told(situation):
        return True
    if passage.reference.is_article(situation.around.article) and passage.share_of_words >= IN_FULL:
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


def _is_summed_up(passage: ParallelPassage, placement: Placement) -> bool:
    """Whether a heading says that what stands below it is a summary.

    In a document with the title "Summary of the AI Act" definitions may be copied, below "Key definitions".
    One in which no word differs is a copy; of others it cannot be told.
    """
    *nearer, title = placement.headings or ("",)
    if any(map(SUMMARY.search, nearer)):
        return True
    copied = passage.verdict == "punctuation" and any(map(DEFINITIONS.search, nearer))
    return not copied and SUMMARY.search(title) is not None


def _is_shorthand(passage: ParallelPassage) -> bool:
    """Whether a passage has a stroke for a word of the text: "a natural/legal person"."""
    return any(
        any(one.a is not None and len(one.text.strip()) > 1 for one in change)
        and any(one.b is not None and one.text.strip() == "/" for one in change)
        for change in passage.faults
    )


def _is_article(change: Sequence[Edit]) -> bool:
    """Whether a change puts an article before the first word: "Ein KI-System ist", for "KI-System“ ein"."""
    [edit, *more] = change
    return not more and edit.b is not None and edit.b[0] == 0 and _ARTICLE.fullmatch(edit.text) is not None


def _is_announced_as_text(before: str) -> bool:
    """Whether what follows is introduced as the words of a text: "reads", "defines an AI system as:".

    So is what stands behind the term: "AI system as defined by the AI Act:".
    """
    if STATES.search(before) or AS_DEFINED.search(before):
        return True
    return before.endswith(":") and DEFINED_AS.search(before) is not None


def is_given_as_whole(situation: Situation, claim: Claim) -> bool:
    """Whether a quotation that begins where a definition does ends as a whole: with its marks, block, cell.

    Not what stands in a summary, below "Excerpts" or in a field of a program for its author's own words, nor
    what marks an omission in its midst, whose author may leave out at its end, too. Of whom a sentence says
    that he has to do something, it says so, and no definition: "any “person … using an AI system” must".

    Args:
        situation: The passage where it stands.
        claim: How it is presented.
    """
    passage, text, placement = situation.passage, situation.text, situation.placement
    if passage.late or passage.dotted or OMITTED.search(passage.text):
        return False
    if any(map(IN_PART.search, (placement.column, *placement.headings[:1]))):
        return False
    if claim == "quoted":
        around = [one for one in enclosing(situation.spans, situation.definiens) if one.end >= passage.end]
        if not around or not around[0].closed or not _CLOSED.match(text[passage.end : around[0].inner[1]]):
            return False
        if _OF_WHOM.search(text, max(around[0].start - _OWN_WORD, 0), around[0].start) and _IS_BOUND.match(
            text, around[0].end
        ):
            return False
        field = field_of(situation.spans, text, situation.definiens)
        label = text[around[0].inner[0] : passage.start].rstrip(MARKS + _MARK_UP)
        own = any(one.search(field) for one in (SUMMARY, DESCRIPTION, IN_PART))
        return not own and len(label) <= LONGEST_LABEL
    if any(map(SUMMARY.search, (placement.column, *placement.headings[:1]))):
        return False
    if claim == "cell":
        return _CELL_ENDS.match(text, passage.end) is not None
    label = before_in_line(text, passage.start)
    if len(label) <= LONGEST_LABEL and any(one.search(label) for one in (SUMMARY, DESCRIPTION, IN_PART)):
        return False
    line = text[passage.end :].partition("\n")[0]
    return claim == "block" and _CITATION.match(line) is not None


def lists_elements(passage: ParallelPassage, printed: str = "") -> bool:
    """Whether a passage is cut into a list that the official text does not have."""
    official = passage.reference.definition.text[slice(*passage.official)]
    items = max(len(_ITEM.findall(printed)), len(_NEXT_PARAGRAPH.findall(passage.text)))
    if items > LISTED - 1 + official.count("\n"):
        return True
    put = sum(
        edit.op == "insert" and _PUT_IN_LIST.search(edit.text) is not None for edit in passage.redline.edits
    )
    return put > LISTED
