"""How a sentence says that the words behind it are a definition: "the Act defines an AI system as", "reads".

The words stand in the profiles of the languages; here they are put together, for a document may quote in any.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from aidefs.patterns import late
from aidefs.quotations.marks import MARKS
from aidefs.text.languages import profiles

__all__ = [
    "DEFINED_AS",
    "DEFINES",
    "DEFINES_OR_STATES",
    "DEFINING_CUES",
    "DEFINING_NOW",
    "DEFINITION_READS",
    "IS_IN_PROVISION",
    "IS_UNDER",
    "NO_TERM",
    "SPEAKS",
    "SPEAKS_IN_PROVISION",
    "STATES",
    "STATES_IN_PROVISION",
    "WORDS_OF_PROVISION",
    "subjects",
    "term_said",
]

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

SPEAKS = late(
    r"(?<!-)\b(?:defin(?:es?|ed)|describe[sd]?|writes?|wrote|says?|said|explain(?:s|ed)|understands?)\b"
)
"""That somebody speaks in words of his own; texts of law read and state as well."""

DEFINING_NOW = "defines?|describes?|understands?|says|states|reads|provides|calls"
"""The same and what texts do, in the present: it may stand between marks before a definition. A pattern."""

STATES = late(
    rf"\b(?:{_any_of(['stating'])}|as\s+follows|wie\s+folgt)\b[^.;:\n]{{0,40}}[:,]?\Z", re.IGNORECASE
)
"""That a text reads so: "Article 3(1) reads as follows:"."""

_ARTICLES = (
    r"an?|the|any|every|each|jede[mnrs]?|eine?[mnrs]?|d(?:er|ie|as|en|em|es)|un|une|uno|una|le|la|les|el|los|las|il|lo|een|de|het"
    r"|l[’']|d[’']"
)
_GENERIC = (
    r"person|persons|people|natural|legal|or|thing|body|organi[sz]ation|entity|someone|somebody|anyone|one|those|whoever|who|which|that|program|system|systems|software|tool|model"
    r"|technology|company|wer|der|die|das|diejenige|derjenige|jemand|Person|Stelle|System|Unternehmen|personne|celui|celle|système|modèle"
    r"|entité|qui|persona|quien|sistema|modelo|entidad|que|colui|soggetto|modello|che|persoon|degene|systeem|entiteit|die"
)
# What may stand beside a verb without a change in what is defined: "an AI model was simply “”".
_ADVERBS = (
    r"also|simply|merely|just|only|thus|now|then|auch|mithin|somit|demnach|lediglich|nur|schlicht|aussi|donc|simplement"
    r"|seulement|también|simplemente|solo|anche|semplicemente|dunque|ook|slechts"
)
# "… as the “”", "… as one that “”": what stands between the rendering word and the quotation.
_HEAD = rf"(?:\s+(?:{_ARTICLES}|{_GENERIC})\b){{0,4}}"

DEFINED_AS = late(
    rf"\b(?:{_any_of(['defining'])}|bestimmt)\b(?P<what>[^.:;\n]{{0,90}}?)\b(?:{_any_of(['rendering'])})\b{_HEAD}[\s:,*_>]*\Z",
    re.IGNORECASE,
)
"""That what follows is the definition of a term, which is named between the two words."""

_PROVISION = r"\bart(?:icle|ikel|ículo|icolo|ykuł|igo)?\.?\s*\d+"

STATES_IN_PROVISION = late(
    rf"{_PROVISION}(?:(?!recital|erwägung|consid[eé]r)[^;\n]){{0,100}}?"
    rf"\b(?:{_any_of(['defining', 'stating'])})\b[^.;\n]{{0,60}}\Z",
    re.IGNORECASE,
)
"""That what follows is what an article reads."""

WORDS_OF_PROVISION = late(
    rf"\b(?:words|wording|language)\s+of\s+{_PROVISION}[\d().\s]*[,:\s]*\Z", re.IGNORECASE
)
"""The same in other words: "in the words of Article 3(1)"."""

SPEAKS_IN_PROVISION = late(
    rf"{_PROVISION}(?:(?!recital|erwägung|consid[eé]r)[^;\n]){{0,60}}?"
    r"\b(?:speaks?\s+of|refers?\s+to|requires?|demands?|(?:must|has\s+to|needs?\s+to)\s+be|(?:uses?|contains?|has)\s+the\s+(?:words?|phrase|formula)"
    r"|(?:turns?|hinges?|rests?)\s+on|spricht\s+von|verlangt|fordert|stellt\s+auf|parle\s+d[e’']|exige|vise"
    r"|habla\s+de|parla\s+di|richiede|spreekt\s+van|vereist|mówi\s+o|wymaga)"
    r"[^.;:“”\"„«»\n]{0,24}\Z",
    re.IGNORECASE,
)
"""The same of a part of it: "Article 3(1) requires that systems be “…”"."""

IS_IN_PROVISION = late(
    rf"{_PROVISION}(?:(?!recital|erwägung|consid[eé]r)[^.;:“”\"„«»\n]){{0,100}}?"
    r"\b(?:is|are|means?|ist|sind|est|sont|es|son|è|sono|zijn)\b[^.;:“”\"„«»\n]{0,40}\Z",
    re.IGNORECASE,
)
"""That what follows is what something is in an article: "Under Article 3(4) a deployer is “…”"."""

IS_UNDER = late(
    r"(?:\A|[.!?:>]\W*\s|\n\W*)(?:under|according\s+to|within\s+the\s+meaning\s+of|for\s+the\s+purposes\s+of"
    r"|nach|gemäß|laut|im\s+Sinne|selon|au\s+sens|según|secondo|volgens)\s+[^,.:;“”\"„«»\n]{3,70},?\s+"
    r"(?P<what>(?:an?|the|any|ein|eine|une?|uno?|una)\s+[^.,:;\n]{2,60}?)\s+(?:is|are|means?|ist|est|es|è)\b"
    r"\s+(?:(?:an?|any|the|one|ein|eine|une?)\b(?:\s+(?:machine|computer|software|system|one|System|système)s?\b)?"
    r"(?:\s+(?:that|which|das|qui)\b)?|(?:one|that)\s+which\b)"
    r"[\s:,*_>]*\Z",
    re.IGNORECASE,
)
"""The same of the definition in a sentence: "Under the Act, an AI system is a system that “…”"."""

DEFINITION_READS = late(
    rf"\b(?:{_any_of(['defining'])})\b(?P<what>[^.:;\n]{{0,60}}?)"
    r"(?:\b(?:reads?|says?|runs?|lautet|se\s+lit|dice|luidt)\b[\s:,*_>]*|:[\s*_>]*"
    # "Its definition of an AI system, “…”, shows"
    r"|(?<!\bin)(?:(?<=\w),|\s[–—-]{1,2})\s*)\Z",
    re.IGNORECASE,
)
"""The same: "Its definition of an AI system reads:"."""

_BESIDE_TERMS = """
a an the term terms d l in of art by under for its that which einen ein eine das den der begriff
un une le la les el il lo een het de na and as uno articl artic artik eu s syste artif intel ai
ki ia kunst intél
"""
NO_TERM = frozenset(_BESIDE_TERMS.split())
"""What stands beside the name of a term, and the words of "AI system": cut to five letters."""

# The term between marks and a connector: "‘provider’ means".
_TERM_MEANS = late(r"[“\"‘'«„]([^“”\"«»„\n]{2,60})[”\"’'»“]\s+(?:shall\s+)?means?\b[\s:,*_>]*\Z")


def term_said(before: str) -> str:
    """The term that a sentence says is defined by the words behind it, "" where it says none."""
    opened = before.rstrip(MARKS + " ")
    found = DEFINED_AS.search(opened) or _TERM_MEANS.search(opened)
    return found[1].strip(MARKS + " ") if found else ""


# Where it stands, before a subject without a comma: "In Kazakhstan an AI system is", "Under § 401 a tool is".
_IN_TEXT = (
    r"(?:In|Under|For|At|By|To|Nach|Laut|Gemäß|Bei|En|Selon|Según|Secondo|Volgens|Pour|Para|Per|Voor)\s[^.,:;()“”\"\n«»„|]{2,60}?"
    rf"(?<!\bof)(?<!\bto)(?<!\bfor)(?<!\bwith)(?<!\bby)(?<!\bfrom)(?<!\bin)(?<!\bon)(?<!\band)(?<!\bor)\s(?=(?:{_ARTICLES})\s)"
)
_SUBJECT = late(
    r"(?:\A|[.!?:;>]\W*\s|\n\W*|,\s)"
    rf"[\W_]{{0,4}}(?:{_IN_TEXT})?(?P<what>[^\W\d_][^.,:;()“”\"\n«»„|]{{2,50}}?)[\W_]{{0,3}}?"
    r"(?:\s\([^()\n]{1,40}\))?(?:,[^,;“”\"«»„]{3,60},)?"
    r"(?:\s+(?:is|are|was|means?|meant|became|includes?|covers?|comprises?|ist|sind|war|bezeichnet|umfasst|est|sont|désigne|comprend"
    r"|es|son|incluye|è|sono|significa|comprende|betekent|omvat)\b"
    r"(?:\s+(?:nach|laut|gemäß|under|selon|según|secondo|volgens)\s(?:[^.,:;“”\"«»„]|(?<=\bNr)\.|(?<=\bArt)\.|(?<=\bno)\.){3,50})?"
    rf"(?:,?\s+(?:(?:{_ADVERBS}|{_ARTICLES}|{_GENERIC})\b)){{0,6}}"
    # "is one who uses the system “under its authority”"
    r"(?:(?:(?<=\bwho)|(?<=\bwhich)|(?<=\bthat)|(?<=\bqui)|(?<=\bquien)|(?<=\bche)|(?<=\bque)|(?<=\bdie))(?:\s[^\W\d_]+){1,4})?"
    rf"|\s+[–—-]),?\s*\Z"
)
_OPENS = late(r"\A.*\b(?:that|says|said|provides|reads|dass|que|dat|che)\s", re.DOTALL)
_OWNER = late(r"\A[^.,;]{2,40}[’']s?\s(?=\w)")  # "the order’s AI model"
_BESIDE_SUBJECT = late(
    rf"\A\W*(?:(?:{_ARTICLES})(?:\b\s*|(?<=[’'])))*(?:(?:term|word|Begriff|terme|término|termine)\s)?|\s+(?:auch|also|dagegen|hingegen|jedoch|aber|however|though|en\srevanche|en\scambio|sin\sembargo|invece|daarentegen|echter)\Z"
    # "defines a deployer in Article 3(4) as": where it stands is no word of the term.
    r"|\s+(?:in|im|under|unter|nach|gemäß|at|en|à|al|nel|secondo|según|selon|volgens)?\s?(?:l[’']|nell[’']|all[’'])?"
    r"(?:art(?:icle|ikel|ículo|icolo|\.)|sec(?:tion|\.)|§|point|paragraph)\s?\d.*\Z",
    re.IGNORECASE,
)
_WHO_IS = late(
    r"\bist\s+(?P<what>[^\W\d_]+(?:\s[^\W\d_]+)?)(?:\s+auch)?,(?:[^,;“”\"«»„]{3,60},)?\s+wer"
    rf"(?:\s+(?:{_ARTICLES}|{_GENERIC})\b){{0,3}}\s*\Z"
)
# "Nach Artikel 3 Nummer 2 der Verordnung ist Risiko „…“".
_IS_BEHIND = late(
    r"(?:\A|[.!?:;]\W*\s|\n\W*)(?:Nach|Laut|Gemäß|Im\sSinne)\s[^,:;“”\"\n«»„|]{3,90}?\s(?:ist|sind|bezeichnet|meint)\s"
    rf"(?P<what>(?:(?:{_ARTICLES})\s)?[^\W\d_a-zäöüß][\w-]+(?:\s[^\W\d_a-zäöüß][\w-]+)?)(?:\s(?:{_ADVERBS}))*"
    rf"(?:,?\s+(?:{_ARTICLES}|{_GENERIC})\b){{0,4}}\s*\Z"
)
# "In Colorado “algorithmic discrimination” is defined as “…”".
_IS_DEFINED = late(
    r"(?P<what>[^\W\d_][^.,:;()“”\"\n«»„|]{2,50}?)[”\"’'»“*_]{0,3}\s+(?:is|are|was|wird|werden|est|sont|es|son|è|sono|wordt|worden|é|são)"
    rf"\s+(?:\w+\s){{0,2}}(?:{_any_of(['defining'])}|bestimmt)\b[^.:;\n]{{0,60}}?\b(?:{_any_of(['rendering'])})\b{_HEAD}[\s:,*_>]*\Z",
    re.IGNORECASE,
)
# "The order called an AI model a “…”".
_CALLED = late(
    r"\b(?:calls?|called|nennt|nannte|appelle|llama|chiama|noemt)\s+(?P<what>[^.,:;()“”\"\n«»„|]{3,50}?)"
    rf"\s+(?:{_ARTICLES})\s*\Z"
)
# "The definition of a deployer in the Act speaks of “…”".
_DEFINITION_OF = late(
    r"\b(?:definition|concept|notion|Definition|Begriff|Begriffsbestimmung|définition|definición|concepto|definizione|nozione|definitie|begrip)"
    r"\s+(?:of|des|der|von|du|des?|del(?:la)?|di|van)\s+(?P<what>[^.,:;()“”\"\n«»„|]{3,60}?)"
    r"(?:\s+(?:in|under|at|from|by|im|nach|gemäß|dans|selon|en|según|nel(?:la)?|secondo|volgens)\s"
    r"(?:(?!\b(?:that|which|who|whose|when|where|but|die|das|welche\w*|que|qui|che)\b)[^.,;:!?“”\"\n«»„]){2,100}?)?"
    r"\s+(?:is|has|reads?|says?|speaks\sof|contains?|includes?|covers?|uses?|requires?|refers\sto|lautet|spricht\svon|hat|ist|est|parle\sde|es|habla\sde|è|parla\sdi|spreekt\svan)"
    rf"(?:\s+(?:{_ARTICLES}|{_GENERIC}|words?)\b){{0,4}}\s*\Z"
)


_NAMEISH = r"[^.,:;()“”\"\n«»„|]{2,70}?"  # the name of a text, or a provision of one
_WITHIN = (
    r"(?:in|under|of|for|within\sthe\smeaning\sof|for\sthe\spurposes\sof|im\sSinne|nach|gemäß|in|der|des|au\ssens|selon|dans|de"
    r"|en|según|ai\ssensi|secondo|nel(?:la|l[’'])?|in\sde\szin\svan|volgens|van)"
)
_MUST_BE = (
    r"(?:is|are|was|means?|must\sbe|has\sto\sbe|ist|sind|muss|est|doit\sêtre|es|debe\sser|è|deve\sessere"
    r"|moet|betekent)"
)
_FILLED = rf"(?:,?\s+(?:(?:{_ADVERBS}|{_ARTICLES}|{_GENERIC})\b)){{0,6}},?\s*\Z"
_TERM_SAID = r"(?P<what>[^\W\d_][^.,:;()“”\"\n«»„|]{2,50}?)"
# Terms whose text is named beside them, by what stands between them and the words.
_BESIDE_NAME = (
    # "“Provider” in the Act is a person “…”", "A provider within the meaning of the Act is one “…”"
    late(
        rf"(?:\A|[.!?:;>]\W*\s|\n\W*|,\s)[\W_]{{0,4}}(?:(?:{_ARTICLES})\b\s*)?{_TERM_SAID}[”\"’'»“*_]{{0,3}}\s+"
        rf"{_WITHIN}\s{_NAMEISH}\s+{_MUST_BE}{_FILLED}"
    ),
    # "For the Act, a provider is what is “…”"
    late(
        rf"(?:\A|[.!?:;>]\W*\s|\n\W*)(?:Under|In|For|Within|There|Nach|Laut|Gemäß|Selon|Pour|Según|Para|Secondo|Per|Volgens|Voor)\b"
        rf"(?:\s{_NAMEISH})?,\s(?:{_ARTICLES})\s{_TERM_SAID}\s+{_MUST_BE}(?:\s+what(?:\s(?:is|are))?)?{_FILLED}"
    ),
    # "The Act takes a provider to be “…”", "describes the provider as", "calls a provider whoever is"
    late(
        r"\b(?:takes?|took|considers?|regards?|treats?|describes?|described|calls?|called|understands?|understood|versteht|nennt|entend|entiende|intende)\s"
        rf"(?:(?:by|unter|par|por|per)\s)?(?:(?:{_ARTICLES})\s)?{_TERM_SAID}"
        rf"(?:\s(?:to\sbe|as|(?:whoever|anyone\swho|everyone\swho)(?:\sis)?|any|one)\b){_FILLED}"
    ),
    # "When the Act speaks of a provider, it means one “…”", "What the Act means by a provider is “…”"
    late(
        rf"\b(?:speaks?\sof|means?\sby|says?\sof|has\sthis\s(?:of|on)|on|meint\smit)\s(?:(?:{_ARTICLES})\s)?{_TERM_SAID}"
        rf"(?:,?\sit\smeans|\s+is|\s+ist|:|(?=\s*\Z)){_FILLED}"
    ),
    # "To be a provider under the Act one has to be “…”"
    late(
        rf"\b(?:[Tt]o\sbe|[Tt]o\scount\sas|[Tt]o\squalify\sas)\s(?:{_ARTICLES})\s{_TERM_SAID}\s{_WITHIN}\s{_NAMEISH},?\s"
        rf"(?:one|you|it|a\s\w+|an\s\w+)\s(?:has\sto|have\sto|must|needs?\sto)\sbe{_FILLED}"
    ),
    # "Definition of provider (AI Act): “…”", "**Provider** (AI Act): “…”"
    late(
        rf"(?:\A|\n|[.!?|]\s)[\W_]{{0,6}}(?:[Dd]efinition\sof\s)?(?:(?:{_ARTICLES})\b\s*)?{_TERM_SAID}[”\"’'»“*_]{{0,3}}\s\([^()\n]{{2,70}}\)[*_]{{0,2}}:[\s*_]*\Z"
    ),
)


def subjects(before: str) -> Iterator[str]:
    """What a sentence may say is defined by the words behind it, which is the subject of its last verb.

    "A provider, under Article 3(3), is an entity “…”", "HB 60 says a deployer is “…”", "Training data – “…”",
    "Betreiber ist, wer „…“". Whether it is a term of the text that is meant is for the caller to see.

    Args:
        before: The words of the sentence before the quotation.
    """
    opened = before.rstrip(MARKS + " \n")
    told = set()
    for pattern in (
        DEFINED_AS,
        _TERM_MEANS,
        IS_UNDER,
        _SUBJECT,
        _WHO_IS,
        _IS_BEHIND,
        _IS_DEFINED,
        _CALLED,
        _DEFINITION_OF,
        *_BESIDE_NAME,
    ):
        found = pattern.search(opened)
        if found:
            said = _OPENS.sub("", found["what"] if pattern is not _TERM_MEANS else found[1])
            subject = _BESIDE_SUBJECT.sub("", _OWNER.sub("", said)).strip(MARKS + " ")
            if subject not in told:
                told.add(subject)
                yield subject
