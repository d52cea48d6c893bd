"""Whether words are said to be from what stands beside a text: its recitals, its guidelines, a work on it.

An explanatory report, guidelines, an impact assessment or a commentary has words of its own, often nearly
those of the text that it is on, and so has a recital. Of a text but its definitions are stored: what such a
document says cannot be known, and is held against nothing. It is meant wherever it is named last before the
words, and in the sentences behind that go on about it.
"""

from __future__ import annotations

import re
from collections.abc import Set

from aidefs.classes import NamedTuple
from aidefs.patterns import late
from aidefs.quotations.introductions import DEFINES_OR_STATES, SPEAKS
from aidefs.quotations.marks import QuotedSpans
from aidefs.quotations.phrases import COMPANION, NOT_OF_COMPANION, ON_THE, RECITAL_NAMED, WORK_ON
from aidefs.quotations.placement import Placement
from aidefs.quotations.surroundings import LINE_BEFORE
from aidefs.quotations.titles import FOREIGN_KINDS, KINDS, Mention, Titles, is_instrument

__all__ = ["Companion", "companion_of"]

_REACH = 600  # characters before a passage in which what it is from may be named
_BEHIND = 120  # characters behind it in which a bracket may
_NEAR = 48  # characters behind it in which the subject of a sentence does: "“…”, the guidelines say"
_HEAD = 100  # characters of a heading, cell or note that names it
_BEFORE = 60  # characters before it in which it may be said not to be meant
_NAME = 40  # characters between the name of a text and a work of it: "the OECD's"
_KINDS = "|".join(sorted(KINDS | FOREIGN_KINDS))
_BRACKET = late(r"[\s.,;\"”’»*_]{0,6}\((?P<said>[^()\n]{2,100}(?:\([^()\n]{0,40}\)[^()\n]{0,40})?)\)")
_LOOKED_AT = late(r"\b(?:see|cf|vgl|siehe|voir|véase|vedi|zie|zob)\b", re.IGNORECASE)
_OWNER = late(r"(?:[’']s?)?\s(?:[\w-]+\s){0,2}")
_SENTENCE_ENDS = late(r"[.!?][”\"’»“]?\s+(?=[“\"„«‘'(*]{0,2}[^\W\d_a-z])")
_ENDED = late(r"[.!?]\s+\W*\Z")  # the passage begins a sentence of its own
_GOES_ON = late(
    r"\W*(?:(?:and|but|then|there|further|also|later|elsewhere)\b\W*)*"
    r"(?:it|they|he|she|this|these|es|sie|er|il|elle|ils|elles|ell[oa]s?|ess[oa]|ze|zij|het|ono|ele|ela)\b",
    re.IGNORECASE,
)
# "how the Act defines": the text that a work is on is none that is spoken of in it.
_CLAUSE = late(
    r"\b(?:that|how|what|which|where|whether|who|dass|wie|que|qui|comment|cómo|che|come|dat|die\sde|hoe|że|jak|como)\b",
    re.IGNORECASE,
)
_PROVISION = late(r"(?:\b(?:art(?:icle|ikel|ículo|icolo|igo|ykuł)?|sec(?:tion)?)\b\.?|§)\s*\d", re.IGNORECASE)
_ARTICLE_WORD = r"art(?:icle|ikel|ículo|icolo|igo|ykuł\w*)?"
_ARTICLE = late(
    rf"\b{_ARTICLE_WORD}\b\.?\s*(?P<number>\d{{1,3}})(?:\s?\(\w{{1,3}}\))*",
    re.IGNORECASE,
)
_WORDING = late(
    r"\b(?:(?:legal|statutory|official)\s(?:text|definition)|legaldefinition|définition\slégale|definición\slegal"
    r"|definizione\slegale|wettelijke\sdefinitie|definicj\w\sustawow\w+|definição\slegal)\b",
    re.IGNORECASE,
)
# A work on a provision: "the commentary on Article 3(1), para. 5,".
_ON_PROVISION = late(
    r"\s(?:on|to|zu|zum|sur|de|sobre|del|all[’']|sull[’']|bij|do|ao)\s?(?:the\s|l[’'])?"
    rf"(?:{_ARTICLE_WORD}|sec(?:tion)?|§)\.?\s*\d[\d().]*",
    re.IGNORECASE,
)
# A work on a text that is named before: "the preamble to the Convention".
_ON_KIND = late(
    r"\s[a-zà-ÿ]{1,14}(?:\s|(?<=[’']))(?:(?:the|der|dem|des|die|la|le|l[’']|el|il|lo|de|het|o|a)\s?)?(?:[A-Z]\w+\s)?"
    rf"(?:{_KINDS})\b(?!\s\()"
)
_CLAUSE_BEHIND = late(r"[\s”\"’»“,*_]*[^.;:“”\"„«»\n]{3,120}")
_ACCORDING = late(
    r"\A\W*(?:as|wie|comme|como|come|zoals|jak)\s|\b(?:according\sto|laut|selon|según|secondo|volgens|według|segundo)\b",
    re.IGNORECASE,
)
_CLOSED = late(r"\)(?P<ends>[.;|]|\s*\Z)?")
_BRACKETS = late(r"(?:\s*\((?:[^()\n]|\([^()\n]{0,40}\)){0,100}\))+")
# In what it says it may quote the text: "The guidelines explain how the Act defines it:".
_THE_TEXT_SAYS = late(
    rf"\b(?:the|this|d(?:er|ie|as)|l[ae]|l[’']|el|il|lo|de|het)\s?(?:{_KINDS})\s"
    r"(?:itself\s|also\s|selbst\s)?(?:defin\w+|says|reads|states|bestimmt|lautet|énonce|dispone|establece|stanowi)\b",
    re.IGNORECASE,
)
_WORD = late(r"[^\W\d_]{5,}")
_STEM = 6  # letters by which a word of a title is known


class Companion(NamedTuple):
    """What stands beside a text, and what words are said to be from.

    Attributes:
        name: How it is printed.
        recital: Whether it is a part of the text itself.
    """

    name: str
    recital: bool


def companion_of(
    text: str,
    passage: tuple[int, int],
    titles: Titles,
    spans: QuotedSpans,
    placement: Placement,
    stored: str,
    articles: Set[str],
) -> Companion | None:
    """What stands beside a text and is named as what a passage is from; None where there is nothing.

    Args:
        text: The reading.
        passage: Where the passage begins and ends in it.
        titles: The names of the stored texts.
        spans: What stands between quotation marks.
        placement: Where in its document the passage stands.
        stored: The titles of the texts that may be meant, of which some are guidelines themselves.
        articles: The articles of the stored provisions, where the words may be of another one of that text.
    """
    start, end = passage
    known = _Stored(titles, stored, articles)
    bracket = _BRACKET.match(text, end, end + _BEHIND)
    for said in (*placement.notes, *([bracket["said"]] if bracket else ())):
        found = _last(said, known)
        if found and not _LOOKED_AT.search(said, 0, found[1].start):
            return found[0]
        if _PROVISION.search(said):
            return None
    clause = _CLAUSE_BEHIND.match(text, end)
    if clause and any(one.search(clause[0]) for one in (_ACCORDING, SPEAKS, DEFINES_OR_STATES)):
        found = _last(clause[0], known)
        if found and found[1].start <= _NEAR and _governs(clause[0], found[1], titles):
            return found[0]
    low = text.rfind("\n", 0, start) + 1 if placement.block == "cell" else _paragraph(text, start)
    said = _without_quotations(text, low, start, spans)
    found = _last(said, known)
    if found and _governs(said, found[1], titles):
        return found[0]
    if any(map(is_instrument, titles.mentions(said, max(len(said) - LINE_BEFORE, 0)))):
        return None
    for said in (placement.column, *placement.row, *placement.headings[:-1][:1]):
        found = _last(said, known) if len(said) <= _HEAD else None
        if found and _governs(said, found[1], titles):
            return found[0]
    return None


class _WhereNamed(NamedTuple):
    """Where something beside a text is named.

    Attributes:
        start: Offset of its name.
        end: Offset behind the name of the text that it is on.
    """

    start: int
    end: int


class _Stored(NamedTuple):
    """What is known of the texts that may be meant.

    Attributes:
        titles: The names of all.
        written: Their titles, in small letters.
        articles: The articles of their provisions; empty where the article tells nothing.
    """

    titles: Titles
    written: str
    articles: Set[str]


def _last(said: str, known: _Stored) -> tuple[Companion, _WhereNamed] | None:
    """What is named last in some words, and where."""
    names = known.titles.mentions(said)
    kinds = (RECITAL_NAMED, COMPANION, WORK_ON, *([_ARTICLE] if known.articles else []))
    found = [(one, kind) for kind in kinds for one in kind.finditer(said)]
    for one, kind in sorted(found, key=lambda item: (-item[0].end(), item[0].start())):
        start, end = one.span()
        recital, is_work = kind is RECITAL_NAMED, kind is WORK_ON
        if any(name.ids and name.start <= start and end <= name.end for name in names):
            continue  # "Ethics Guidelines for Trustworthy AI" are stored
        opened = said.rfind("(", 0, start)
        if opened > said.rfind(")", 0, start) and not _is_meant(said, opened, start):
            continue
        if kind is _ARTICLE:
            if one["number"] in known.articles:
                continue
        elif not recital:
            if any(word[:_STEM] in known.written for word in map(str.casefold, _WORD.findall(one[0]))):
                continue
            if NOT_OF_COMPANION.search(said[max(start - _BEFORE, 0) : start]):
                continue
        stop = _behind_text(said, end, names, bare=not is_work)
        owned = any(
            is_instrument(name) and _OWNER.fullmatch(said, name.end, start)
            for name in names
            if start - _NAME <= name.end <= start
        )
        if is_work and stop == end and not owned:
            continue
        return Companion(one[0], recital), _WhereNamed(start, stop)
    return None


def _is_meant(said: str, opened: int, start: int) -> bool:
    """Whether a bracket that names something beside a text says that what follows it is from that.

    "Recital 12" in it may be what has to be looked at, or have the words before it: "… system (Recital 97)."
    """
    if _LOOKED_AT.search(said, opened, start):
        return False
    closed = _CLOSED.search(said, start)
    return closed is None or (not closed["ends"] and not _PROVISION.search(said, opened, closed.start()))


def _behind_text(said: str, end: int, names: list[Mention], *, bare: bool) -> int:
    """Where the name of the text ends that a work is on, and its brackets; `end` where none follows.

    Args:
        said: The words.
        end: Where the name of the work ends.
        names: The names in them.
        bare: Whether the name of the text may follow without a word between them: "Recital 12 AI Act".
    """
    began = end
    kind = _ON_KIND.match(said, end)
    if kind and not any(pattern.search(kind[0]) for pattern in (DEFINES_OR_STATES, SPEAKS)):
        end = kind.end()
    provision = _ON_PROVISION.match(said, end)
    if provision:
        end = provision.end()
    for name in names:
        if name.start < end or not is_instrument(name):
            continue
        between = ON_THE.fullmatch(said, end, name.start)
        if (
            between is None
            or (end == began and not (bare or between["on"]))
            or any(pattern.search(said, end, name.start) for pattern in (_CLAUSE, DEFINES_OR_STATES, SPEAKS))
        ):
            break
        end = name.end
    brackets = _BRACKETS.match(said, end)
    return brackets.end() if brackets else end


def _governs(said: str, place: _WhereNamed, titles: Titles) -> bool:
    """Whether nothing else is named between something beside a text and the end of the words."""
    if any(is_instrument(name) for name in titles.mentions(said, place.end)):
        return False
    if any(pattern.search(said, place.end) for pattern in (_PROVISION, _WORDING, _THE_TEXT_SAYS)):
        return False
    if _ENDED.search(said, place.end):
        return False
    later = _SENTENCE_ENDS.split(said[place.end :])[1:]
    return all(map(_GOES_ON.match, later))


def _paragraph(text: str, start: int) -> int:
    """Where the paragraph of a place begins, or the one before it where a colon ends that."""
    low = text.rfind("\n\n", 0, start) + 1
    if text[:low].rstrip().endswith(":"):
        low = text.rfind("\n\n", 0, max(low - 1, 0)) + 1
    return max(low, start - _REACH)


def _without_quotations(text: str, low: int, start: int, spans: QuotedSpans) -> str:
    """The words of the author between two offsets, without those that he quotes; their places stay."""
    said = text[low:start]
    for span in spans.reaching(low, start):
        begin, stop = max(span.inner[0] - low, 0), span.inner[1] - 1 - low  # with its full stop
        if span.closed and span.end <= start and begin < stop:
            said = f"{said[:begin]}{' ' * (stop - begin)}{said[stop:]}"
    return said
