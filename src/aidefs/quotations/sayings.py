"""What is said around a passage of whose words it is: a law's, its author's own, somebody else's, nobody's.

Each function answers one question of the text before, behind or above a passage, and knows nothing of how the
passage looks or what else is said. What follows from the answers stands in `judgement`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from aidefs.alignment.edits import Edit
from aidefs.patterns import late
from aidefs.quotations.marks import MARKS, QuotedSpans, enclosing, field_of
from aidefs.quotations.passages import OMITTED, ParallelPassage
from aidefs.quotations.phrases import (
    ACCORDING,
    ADAPTED,
    ADAPTED_BEHIND,
    ALTERNATIVE,
    ANNOUNCED,
    BESIDE_LAW,
    BUT,
    CANDIDATES,
    CORRECTED,
    CROSSED,
    DENIED,
    DISCLAIMED,
    EXERCISE,
    FAILED,
    GAP,
    GIVEN_UP,
    HEADED_RIGHT,
    HEADED_WRONG,
    HEDGED,
    IN_PART,
    LEGAL_DEFINITION,
    MEANS,
    NO_LEGAL_DEFINITION,
    OF_A_PART,
    OTHER_STAGE,
    OTHER_STAGE_BEHIND,
    OTHER_TRANSLATION,
    OTHER_TRANSLATION_BEHIND,
    OTHER_YEAR_BEHIND,
    OWN_BEGINNING,
    OWN_DEFINITION,
    PROVISION,
    RECITAL,
    REPORTED,
    SAID_TO_BE_WHOLE,
    SAID_TO_END,
    SOMEBODY,
    SOURCE_BELOW,
    SPEAKER,
    TELLING_EXCEPTION,
    TELLS_RIGHT,
    TERM_AT_HEAD,
    TERM_IS,
    TEXT_ITSELF,
    TICKED,
    WHICH,
)
from aidefs.quotations.placement import Placement
from aidefs.quotations.titles import Titles
from aidefs.quotations.versions import has_number
from aidefs.text.languages import primary, profile

__all__ = [
    "ANNOUNCEMENT",
    "LONGEST_LABEL",
    "before_in_line",
    "defines_itself",
    "has_model",
    "is_adapted",
    "is_asked",
    "is_beside_law",
    "is_catchword",
    "is_disclaimed",
    "is_exercise",
    "is_headed_as_law",
    "is_of_other_stage",
    "is_of_other_translation",
    "is_of_quoted_law",
    "is_of_recital",
    "is_one_of_alternatives",
    "is_put_right",
    "is_reported",
    "is_said_to_be_a_part",
    "is_said_to_be_of_law",
    "is_said_to_be_whole",
    "is_said_to_end",
    "is_shown_as_wrong",
    "is_somebodys",
    "is_titled_as_somebodys",
    "line_above",
    "states_source",
    "tells_exception",
    "term_at_head",
]

ANNOUNCEMENT = 160  # characters before a definition in which a colon may announce it
LONGEST_LABEL = 120

_ANOTHER_QUOTATION = late(r"[“\"„«][^“”\"„«»]{20,}[”\"“»]")
_ASKS = late(r"[\s.…]?\?")  # between the marks still: of a question around a quotation it stands behind them
_PROVISION = late(r"\s*\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)]\s")
# Of a bill: its number and the term, and no verb. "3) «sistema de IA»:", "Art. 3 pkt 1: „system AI” –".
_OWN_ENTRY = late(
    r"[\s*_>-]*(?:(?:art\w*|§{1,2}|pkt|ust|nr|no|n[.º°])[\s.]*|\(?\w{1,4}[.):]+[\s*_]*|\d[\d.]*[\s*_]*){1,5}[\s*_:–—-]*"
    r"[“„«‘\"'”][^“”„«»\"\n]{2,60}[”\"’'»“][\s*_]*[:,–—=-]?[\s*_]*",
    re.IGNORECASE,
)
_MODEL_FIELD = late(
    r"[\"'\n{,]\s*(?:based|adapted|inspired|derived|modell?ed)[_ ]?(?:on|from|by|after)[\"']?\s?:\s?[\"']?\w",
    re.IGNORECASE,
)
_SOURCE_FIELD = late(
    r"(?:\A|[\n{,])[ \t\"'-]*(?:source|instrument|law|act|bill|country|state|jurisdiction|citation|authority"
    r"|gesetz|land|quelle|loi|pays|ley|pa[ií]s|fuente|legge|paese|fonte|wet|bron)[\"']?\s?:\s?[\"']?(?!null|none)\w[^\n{}]*\n?[^\n{}]*\Z",
    re.IGNORECASE,
)
# The cells of a file of lines before one with the words of a text.
_ROW_BEFORE = late(
    r"(?:\n|\A)(?:[^\t\n]{2,100}\t(?:[^\t\n]{0,100}\t)*\"?|[^,\"\n]{1,100},(?:[^,\"\n]{0,100},)*\")\Z"
)
_ENUMERATED = late(r"(?:\n|\A)[ \t]*(?:\(?[\dA-Za-z]{1,4}[.)]|§)[^\n]{0,140}\Z")
_COLON = late(r":")
_HEADING = late(r"[#*=]*[^\n]{0,60}[^\n.,;:!?]")  # a line that is no sentence; in Markdown with its marks
_OF_LAW_NAMED = late(r"\s[^:;\n]{2,60}?[.:]\s")  # "(a legal definition) from Colorado SB24-205. "
_WORD = late(r"[^\W\d_]+")
_LONG_WORD = late(r"[^\W\d_]{6,}")
_SENTENCE_ENDS = late(r"[.!?]\s")
_NEXT_SENTENCE = late(r"[.!?]\s+(?=[^\W\d_a-zà-ÿ])")  # not behind "Art. 3" and "Nr. 4"
_RECITAL_REACH = 140
_SENTENCE_REACH = 200
_REPORTED_REACH = 300
_WHOLE_REACH = 160  # characters before it in which it may be said to be whole
_SOURCE_REACH = 120  # characters behind it in which its source may be named
_LONGEST_TERM = 6  # words of the term with which a quotation begins
_STEM = 6  # letters of a word that tells a stage: "introduced", "introduction"
FEWEST_CATCHWORDS = 4  # between marks in a row, that name elements and quote nothing
LONGEST_CATCHWORD = 5  # words of one
_SHORT_CATCHWORD = 2  # words of most of them
_NEXT_TO_EACH_OTHER = late(r"[\s,;/]*(?:[^\W\d_]{1,3}\s)?")
_EXERCISE_REACH = 260  # characters before it in which it may be said to be an exercise
_MOST_ALTERNATIVES = 8  # answers above it from which one has to be chosen, too
_CROSSED_REACH = 100  # characters before it in which a cross may stand at the head of its line
_TICKED_REACH = 800  # characters around it in which a line is ticked
_CLOSES = late(r"[\s”\"’»“.,;:)\]*_|–—-]*")  # between a quotation and what is said of it
_SAME_WORD = 7  # letters with which words begin that are forms of one: "professional", "professionally"
_BEGINS = 8  # words by which an exception is known wherever it stands in a document
_DOTS = 5  # characters of an ellipsis behind the marks
_TOLD_BEHIND = 320  # characters behind it in which its exception may be told
_REACH = 260  # characters before a definiens in which a law has its term


def before_in_line(text: str, at: int) -> str:
    """What stands before a place in its line."""
    return text[text.rfind("\n", 0, at) + 1 : at]


def line_above(text: str, at: int, *, parted: bool = True) -> str:
    """The line above one that begins at a place, over empty lines if it may be parted from it."""
    end = len(text[:at].rstrip()) if parted else max(at - 1, 0)
    return text[text.rfind("\n", 0, end) + 1 : end].rstrip()


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
    if is_titled_as_somebodys(placement, titles):
        return False
    before = before_in_line(text, passage.start)
    above = line_above(text, passage.start - len(before))
    for said in (before, above, *placement.headings[:1]):
        found = LEGAL_DEFINITION.search(said) if len(said) <= LONGEST_LABEL else None
        if found:
            return not NO_LEGAL_DEFINITION.search(said, 0, found.start())
    return False


def is_titled_as_somebodys(placement: Placement, titles: Titles) -> bool:
    """Whether the title of a document is that of a bill, policy or contract, and names no stored text."""
    title = placement.headings[-1] if placement.headings else ""
    return SOMEBODY.search(title) is not None and not any(one.ids for one in titles.mentions(title))


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
    before = before_in_line(text, passage.start)
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
    titled = is_titled_as_somebodys(placement, titles)
    line = text[text.rfind("\n", 0, definiens) + 1 : definiens]
    if not found and titled and _OWN_ENTRY.fullmatch(line) and not enclosing(spans, definiens):
        return not any(one.ids for one in titles.mentions(line))
    connector = None if found or enclosing(spans, definiens) else MEANS.search(before)
    if connector:
        found = _ENUMERATED.search(before)
    if not found:
        return False
    start = low + found.start()
    if connector:
        # Its law may be named before the term: "Art. 3(4) AI Act: 'deployer' means".
        colons = _COLON.finditer(before, found.start(), connector.start())
        if any(_is_announced(text, low + colon.end(), titles, start) for colon in colons):
            return False
    around = enclosing(spans, definiens)
    if any(span.start > start for span in around):
        return False  # the mark in front of the term closes another quotation
    if any(not _PROVISION.match(text, span.inner[0]) for span in around):
        return False  # a bill puts the provisions between marks that it puts into another law
    if titled:  # its own articles have colons, too
        return not _is_announced(text, start, titles, text.rfind("\n", 0, start) + 1)
    return not any(_is_announced(text, at, titles) for at in (start, *(span.start for span in around)))


def _is_announced(text: str, at: int, titles: Titles, begins: int = 0) -> bool:
    """Whether a colon behind the name of a text, which begins at a place or later, announces what follows."""
    low = max(at - ANNOUNCEMENT, begins)
    return bool(ANNOUNCED.search(text, low, at)) and any(one.ids for one in titles.mentions(text, low, at))


def term_at_head(text: str, begins: int) -> str:
    """The term with which a quotation begins, before a colon or between marks of its own; "" for none.

    Args:
        text: The reading.
        begins: Where the quotation begins.
    """
    found = TERM_AT_HEAD.match(text, begins)
    said = (found["marked"] or found["plain"]).strip() if found else ""
    return said if len(said.split()) <= _LONGEST_TERM else ""


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


def states_source(before: str) -> bool:
    """Whether the record or row that goes on behind some words has a field or cell for its source.

    ``"law": "bill", "text":``, or ``B,draft of Paraguay,"``, whether it names anything or not.
    """
    record = before[before.rfind("{") + 1 :]
    return _SOURCE_FIELD.search(record) is not None or _ROW_BEFORE.search(before) is not None


def has_model(before: str) -> bool:
    """Whether the record that goes on behind some words has a field for what its text was made after."""
    return _MODEL_FIELD.search(before, before.rfind("{") + 1) is not None


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


def is_of_other_stage(
    introduction: str, behind: str, mentions: Sequence[str], years: Set[str], *, drafted: bool, told: str
) -> bool:
    """Whether a passage is said to be of a stage or year of the text that is named which is not stored.

    It is said right beside the name or the provision: "An earlier version of the bill", "SB 24-205 as
    introduced"; behind it also in the line for its source, where one stands below.

    Args:
        introduction: The text before it.
        behind: The text behind it.
        mentions: How the source is named.
        years: The years that the stored versions may be said to be of.
        drafted: Whether the stored text may itself be called a draft.
        told: What the record of the stored text says of its stage.
    """
    line = behind[:_SOURCE_REACH].split("\n\n", 1)[0]
    below = SOURCE_BELOW.match(behind)
    if below:
        line = below["source"]
    near = introduction[-_SENTENCE_REACH:]
    for provision in [*PROVISION.finditer(near)][-1:]:  # "An earlier draft of Article 3(1) read"
        found = OTHER_STAGE.search(near[: provision.start()].rstrip(", "))
        if found and not (found["draft"] and drafted) and not _is_told(found[0], told):
            return True
    for name in mentions:
        for said, at in ((introduction, introduction.rfind(name)), (line, line.find(name))):
            if at < 0:
                continue
            rest = said[at + len(name) :]
            for found in (OTHER_STAGE.search(said[:at]), OTHER_STAGE_BEHIND.match(rest)):
                if found and not (found["draft"] and drafted) and not _is_told(found[0], told):
                    return True
            dated = OTHER_YEAR_BEHIND.match(rest)
            # Of a body the year of a work is told where the line says nothing but the source.
            numbered = dated is not None and (dated["bill"] is None or has_number(name) or bool(below))
            if dated is not None and numbered and years and dated["year"] not in years:
                return True
    return False


def _is_told(stage: str, told: str) -> bool:
    """Whether what a record says of its stage has the first long word of what is said, but for its ending."""
    word = _LONG_WORD.search(stage)
    return word is not None and word[0][:_STEM].casefold() in told.casefold()


def is_of_other_translation(introduction: str, behind: str) -> bool:
    """Whether a passage is said to be a translation that is nobody's official one."""
    closed = behind.lstrip('”"’»“ ')
    return bool(OTHER_TRANSLATION.search(introduction) or OTHER_TRANSLATION_BEHIND.match(closed))


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


def is_catchword(text: str, start: int, end: int, spans: QuotedSpans) -> bool:
    """Whether a passage is one of several catchwords that name the elements of a definition.

    "seven elements: “machine-based”, “autonomy”, “inferencing how to generate outputs”": most are a word.

    Args:
        text: The reading.
        start: Offset of the passage.
        end: Offset behind it.
        spans: What stands between quotation marks.
    """
    if len(text[start:end].split()) > LONGEST_CATCHWORD:
        return False
    low, high = max(start - _REPORTED_REACH, 0), end + _REPORTED_REACH
    near = sorted(one for one in spans.reaching(low, high) if one.closed)
    row: list[str] = []
    own, last = False, -1
    for one in near:
        if not _NEXT_TO_EACH_OTHER.fullmatch(text, last, one.start):
            if own:
                break
            row = []
        row.append(text[slice(*one.inner)])
        own, last = own or one.start <= start < one.end, one.end
    short = sum(len(said.split()) <= _SHORT_CATCHWORD for said in row)
    return own and len(row) >= FEWEST_CATCHWORDS and 2 * short > len(row)


def is_exercise(introduction: str, printed: str) -> bool:
    """Whether a reader has something to do with words: to find their error, or to fill a blank in them.

    Args:
        introduction: The text before them.
        printed: The words.
    """
    if GAP.search(printed):
        return True
    return EXERCISE.search(introduction[-_EXERCISE_REACH:].rstrip(MARKS + " *_>\n")) is not None


def is_one_of_alternatives(text: str, start: int, end: int, spans: QuotedSpans) -> bool:
    """Whether a passage is one of several answers of which one has to be chosen, and the others are wrong.

    They are lines "a) …" and "b) …" below "Which of these is …?", or the strings of a list "options".

    Args:
        text: The reading.
        start: Offset of the passage.
        end: Offset behind it.
        spans: What stands between quotation marks.
    """
    around = enclosing(spans, start)
    if around and CANDIDATES.search(field_of(spans, text, start)):
        before = text[: around[0].start].rstrip()
        return before.endswith(("[", ","))
    letter = before_in_line(text, start)
    if ALTERNATIVE.fullmatch(letter.rstrip(MARKS)) is None:
        return False
    line = start - len(letter)
    below = text[end:].partition("\n")[2][:_SENTENCE_REACH].lstrip()
    several = ALTERNATIVE.match(below) is not None
    for _ in range(_MOST_ALTERNATIVES):
        above = line_above(text, line)
        line = len(text[:line].rstrip()) - len(above)
        if ALTERNATIVE.match(above) is None:
            return several and WHICH.search(above) is not None
        several = True
    return False


def is_disclaimed(introduction: str, behind: str, mentions: Sequence[str] = ()) -> bool:
    """Whether words are said not to be the text's, before them or behind them.

    What a failed bill would have been, it says. The name of the text says nothing of them: the words of
    "amendment 165" are what Parliament adopted, where this is the source.

    Args:
        introduction: The text before them.
        behind: The text behind them.
        mentions: How the source is named.
    """
    for name in mentions:
        if DISCLAIMED.search(name):
            introduction = introduction.replace(name, " ")
    given_up = GIVEN_UP.search(introduction) is not None
    return given_up or _is_disclaimed_before(introduction) or DENIED.match(behind) is not None


def _is_disclaimed_before(introduction: str) -> bool:
    """The same, of what introduces them."""
    found = DISCLAIMED.search(introduction)
    if found is None or BUT.search(found[0]) or CORRECTED.match(found[0]):
        return False
    failed = found[0].startswith("would have been") and FAILED.search(introduction)
    return not failed


def is_shown_as_wrong(text: str, start: int, end: int, placement: Placement) -> bool:
    """Whether a passage is shown as an error beside what is right.

    "| Wrong | Right |" above two cells, or a line with ❌ and one with ✅ near it. A cross alone may deny
    something else.

    Args:
        text: The reading.
        start: Offset of the passage.
        end: Offset behind it.
        placement: Where in its document it stands.
    """
    if placement.column and HEADED_WRONG.fullmatch(placement.column):
        return any(map(HEADED_RIGHT.fullmatch, placement.beside))
    if not CROSSED.search(text, max(start - _CROSSED_REACH, 0), start):
        return False
    return bool(
        TICKED.search(text, end, end + _TICKED_REACH)
        or TICKED.search(text, max(start - _TICKED_REACH, 0), start)
    )


def is_said_to_be_whole(introduction: str, behind: str) -> bool:
    """Whether words that a text begins with are said to be all of it, and not of a part of it."""
    opened = introduction[-_WHOLE_REACH:]
    if OF_A_PART.search(_last_sentence(opened)):
        return False
    return bool(SAID_TO_BE_WHOLE.search(opened) or is_said_to_end(behind))


def is_said_to_end(behind: str) -> bool:
    """Whether a text is said to end where a passage of it does."""
    return SAID_TO_END.match(behind) is not None


def is_said_to_be_a_part(introduction: str, behind: str) -> bool:
    """Whether words are said to be a part of a text or what it comes to: "provides in part", "(excerpt)".

    Args:
        introduction: The text before them.
        behind: The text behind them.
    """
    before = _last_sentence(introduction)
    closed = _CLOSES.match(behind).end()  # type: ignore[union-attr]
    after = _NEXT_SENTENCE.split(behind[closed : closed + _SENTENCE_REACH])[0].split("\n", 1)[0]
    if OMITTED.search(behind[: closed + _DOTS]) or OF_A_PART.search(before):
        return True
    if HEDGED.search(introduction.rstrip(MARKS + " *_")):
        return True
    return any(IN_PART.search(said) for said in (before, after))


def tells_exception(passage: ParallelPassage, text: str, document: str, beside: Sequence[str] = ()) -> bool:
    """Whether its author tells of the exception that a passage leaves off, in whatever words.

    He has the beginning of it somewhere in the document; or in the paragraph, in the next one or beside it he
    says that something is excepted, or has a long word of the exception: "in a professional context".

    Args:
        passage: The passage, which ends before an exception.
        text: The reading.
        document: The whole document.
        beside: Its notes, and the other cells of its row.
    """
    begins = r"\W+".join(re.findall(r"\w+", passage.left_off)[:_BEGINS])
    if re.search(begins, document, re.IGNORECASE):
        return True
    lang = passage.reference.definition.lang
    low = max(text.rfind("\n\n", 0, passage.start), passage.start - _SENTENCE_REACH, 0)
    first, *rest = text[passage.end : passage.end + _TOLD_BEHIND].split("\n\n")
    rest = [one for one in rest if not _HEADING.fullmatch(one.strip())]
    said = "\n".join((text[low : passage.start], first, *rest[:1], *beside))
    if TELLING_EXCEPTION.search(said):
        return True
    common = profile(primary(lang))
    usual = {*common.common_words.split(), *common.function_words.split()}
    usual.update(_WORD.findall(passage.text.casefold()))
    left_off, told = (
        {
            word[:_SAME_WORD] for word in _LONG_WORD.findall(part.casefold())
            if usual.isdisjoint((word, word[:-1]))  # "models" beside "model"
        }
        for part in (passage.left_off, said)
    )  # fmt: skip
    return not left_off.isdisjoint(told)


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
