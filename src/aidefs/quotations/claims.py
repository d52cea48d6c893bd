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
from functools import cache

from aidefs.alignment.edits import Edit
from aidefs.patterns import late
from aidefs.quotations.introductions import DEFINED_AS
from aidefs.quotations.marks import MARKS, QuotedSpans, enclosing
from aidefs.quotations.passages import ParallelPassage
from aidefs.quotations.placement import Placement
from aidefs.quotations.quotation import Attribution, Claim, Reproach, Verdict
from aidefs.quotations.titles import Titles

__all__ = ["claim_of", "defines_itself", "is_reported", "is_somebodys", "lists_elements", "reproaches"]

FEW = 3  # words that may be put in or taken out of a block that is a text "but for a few words"
LONG = 20  # words of it that must agree
NEARLY = 0.9  # similarity from which words without marks are a claim, where the source is said to define so
LISTED = 2  # semicolons or enumerators put in that make a list of elements

_BULLET = late(r"[ \t]*(?:[-*+•‣▪◦–]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)])[ \t]+")
_LABEL = late(r"[^\n.;!?]{0,80}(?:[:–—]|\bmeans|\breads)[*_]*\s*")
_INTRODUCED = late(r"(?:[:–—]|\bmeans|\breads|\bas follows)\W{0,4}\s*\Z")
_CELL = late(r"[|\t]\s*(?:an?|the)?\W{0,4}\Z", re.IGNORECASE)
_CITATION = late(r"[\s.;,]*(?:\([^()\n]{0,160}\)|\[[^\[\]\n]{0,80}\])?[\s.;,”\"’»]*\Z")
# The term between marks and a connector, as a law prints its own definitions.
# Of the marks of a bill in plain text, ``…'', Markdown may have left one before the term.
_OWN_DEFINITION = late(
    r"(?:[“\"‘«„]|``?|'')[^“”\"«»„]{2,90}(?:[”\"’»“]|'')[^.;“”\"«»„]{0,80}?(?:(?:[“\"‘«„]"
    r"|``)[^\n“”\"«»„]{2,60}"
    r"(?:[”\"’»“]|'')[^.;\n]{0,40}?)?(?:\b(?:means?|includes?|refers?\s+to|is|are|désigne|signifie"
    r"|bezeichnet|significa|oznacza)\b|\bhas\s+the\s+(?:same\s+)?meaning\s(?:[^:;]{0,90}(?=:)|(?:\w+\s+){1,4}(?:in|by|under)\b))"
    r"[\s,:—–-]*(?:\([A-Za-z0-9]{1,3}\)\s*)?(?:an?|any|the|all|each|every)?\s*\Z",
    re.IGNORECASE,
)
_OWN_BEGINNING = late(
    r"(?:the\s+term\s+)?(?:[“\"‘«„]|``?)[^“”\"«»„]{2,90}(?:[”\"’»“]|'')\s*(?:means|has\s+the\s+meaning)\b",
    re.IGNORECASE,
)
_MEANS = late(
    r"\b(?:means?|refers?\s+to|includes?)\b[\s,:—–-]*(?:\([A-Za-z0-9]{1,3}\)\s*)?(?:an?|any|the)?\s*\Z",
    re.IGNORECASE,
)
# The author does not present the words as the text's: says that they are not, or would or should be.
_DISCLAIMED = late(
    r"\b(?:(?:do(?:es)?|did|is|are|was|would|could)(?:\s+not|n[’']t)\s+(?:\w+\s+)?(?:say|read"
    r"|state|speak|use|contain|mean|define)"
    r"|replied|answered|adapted\s+from|paraphras\w*|in\s+other\s+words|simplified|freely|roughly"
    r"|loosely|in\s+short|in\s+essence"
    r"|sinngemäß|vereinfacht|en\s+substance|en\s+esencia|in\s+sostanza|vrij\s+naar"
    r"|nowhere|mis(?:quot|read|stat|render|translat|remember|cit|attribut)\w*|wrong(?:ly)?|erroneous\w*|incorrect\w*|false(?:ly)?"
    r"|if\b[^.;]{0,80}\bhad|(?-i:Had)\s[^.,;:!?“”\"]{2,80}?\s(?:written|said|read|been|used|chosen|adopted|opted|kept|stated|defined|spoken)"
    r"|(?-i:Had(?:den)?)\s[^.,;:!?“”\"]{2,80}?\s(?:gestaan|geschreven|gezegd|geluid|bepaald)"
    r"|(?-i:Hätten?|Stünden?|Lautete)\s|wenn\b[^.;]{0,80}\b(?:hätten?|stünde|lautete)|si\b[^.;]{0,80}\b(?:avai(?:en)?t|disait|hubiera|hubiese|dijera)"
    r"|se\b[^.;]{0,80}\b(?:avesse(?:ro)?|dicesse|tivesse|dissesse)"
    # Others have quoted it so: "was quoted last week by a lobbyist as covering".
    r"|(?:is|was|were|been)\s(?:\w+\s){0,2}quoted\s[^.;:“”\"]{0,60}\bas|suppose|imagine|(?:wish|hope|want|prefer)\w*\s[^.;]{0,80}\b(?:read|said|say)"
    r"|with\s+(?:\w+\s+){0,2}(?:changes|modifications|adaptations|alterations)|as\s+(?:modified|adapted|altered)"
    r"|(?:would|should|could|might)\s+(?:read|be|say"
    r"|have(?!\s+(?!read|said|been)(?:\w+ed|caught|meant|had|held|brought|put|left|drawn|set|kept|gone|taken|made|swept)\b))"
    r"|tabled"
    # "A leaflet has the Communication speak of", "makes the proposal say": whoever does so is not the text.
    r"|(?:has|have|had|mak(?:es?|ing)|made|lets?|letting)\s[^.,;:]{3,80}\s(?:speak|say|read|state|define)"
    r"|(?:briefs?|slides?|leaflets?|brochures?|handouts?|flyers?|posters?|counsel|defendants?|plaintiffs?"
    r"|opponents?|papers?|articles?|decisions?|memos?|notes?|submissions?|letters?|cards?|lobbyists?|witness(?:es)?)"
    r"(?:[’']s?)?\s(?:\w+\s){0,3}?(?:renders?|rendered|(?:mis)?quot(?:es?|ed)|cit(?:es?|ed)|recit(?:es?|ed))"
    r"|(?:propos\w+|suggest\w*|recommend\w*|want\w*|plan\w*)\s+(?:that\s+we\s+|to\s+)?(?:amend|change|reword|redraft|rewrite|replac|alter)\w*"
    r"|(?:my|our|his|her|their|own)\s+propos\w+|propos\w+\b[^.;]{0,60}\bwould|amendment\s+\d+"
    r"|fälschlich\w*|falsch|irrtümlich|à\s+tort|erróneamente|por\s+error|erroneamente"
    r"|ten\s+onrechte|błędnie)\b"
    r"(?:[^.;!?\n]|\n(?=\w)|\.(?=\d)){0,120}\Z",
    re.IGNORECASE,
)
# "Tokyo does not define AI but “AI-related technology”, which its Act takes to be “…”".
_BUT = late(
    r"\b(?:but|sondern|mais|sino|bensì|maar)\b(?!\s(?:not|only|implies|means|suggests|nicht|pas|no|non|niet)\b)",
    re.IGNORECASE,
)
# "She is wrong: the treaty says": what follows is said to be right.
_CORRECTED = late(
    r"(?:wrong|false|incorrect|falsch)\s*[:;—–]\s+(?:(?:under|in|according\sto|nach)\s)?(?:the|its|that|article|der|die|das)\s"
    r"(?:[^.;:“”\"„«»]){3,90}?\b(?:says?|reads?|defines?|requires?|provides?|speaks?|sagt|lautet)\b",
    re.IGNORECASE,
)
_FAILED = late(
    r"\b(?:vetoed|failed|defeated|lapsed|died|dead|abandoned|withdrawn|never\s(?:passed|became|adopted|enacted))\b"
    r"[^.;!?\n]{0,120}\Z"
)
# What says right behind a quotation that the text ends with it: "Full stop.", "La définition s’arrête là".
SAID_TO_END = late(
    r"[\s\"”’»“.,;:!?)(\[\]*_–—-]*(?:(?:and|but|und|et|y|e|en)\s+)?"
    r"(?:(?:[Tt]h(?:at|is)\sis|(?:is|was|[Ss]o)(?:\s(?:reads|runs|says))?)\s[^.;:“”\"„«»\n]{0,60}?\bin\s(?:full|its\sentirety)\b(?!\s\w)|[Tt]h(?:at|is)\sis\s(?:the\s(?:whole|full|entire|complete)|all)\b"
    r"|(?:[Ii]n\s(?:full|its\sentirety))\b(?!\s\w)|[Tt]here\sis\snothing\s(?:more|else|further)\b|[Nn]othing\s(?:more|else|further)\s(?:follows|is\sthere|stands)\b"
    r"|[Ss]o\slautet\s[^.;:“”\"„«»\n]{0,60}?\bvollständig\b|[Mm]ehr\ssteht\s[^.;:“”\"„«»\n]{0,40}?\bnicht\b"
    r"|[Ff]ull\sstop\b|[Pp]eriod[.!]|[Nn]othing\s(?:more|else)[.!:;]|[Tt]hat(?:\sis|['’]s)\sall[.!:;]|[Tt]hat(?:\sis|['’]s)\s(?:the\swhole|all\sof\sit)\b"
    r"|(?:[Tt]he\s(?:definition|text|provision|sentence)|[Ii]t)\s(?:stops|ends)\s(?:there|here)\b|[Tt]here\s(?:the\s(?:definition|text)|it)\s(?:stops|ends)\b"
    r"|[^.;:“”\"„«»\n]{0,60}?\b(?:definition|text|provision|sentence|point|clause)\s(?:ends|stops|closes)\s(?:with\s(?:these|those)\swords|there|here)\b"
    r"|[Tt]here\s(?:is|are)\sno\s(?:other\s)?(?:exceptions?|exemptions?|qualifications?|carve-outs?)(?:\s(?:to|from|of)\s(?:it|this|that))?[.!;]"
    r"|(?:[Ee]ine\s)?[Aa]usnahmen?\s(?:gibt\ses|kennt\ssie)\s(?:nicht|keine)\b|[Ss]ans\s(?:aucune\s)?(?:exception|réserve)\b|[Ss]in\sexcepci(?:ón|ones)\b|[Ss]enza\seccezion[ei]\b"
    r"|[Pp]unkt[.!]|[Mm]ehr\s(?:steht\s(?:da|dort)\s)?nicht[.!:;]|(?:[Dd]amit|[Dd]ort|[Hh]ier)\sendet\s(?:die|der)\b|[Dd]ie\s(?:Definition|Begriffsbestimmung)\sendet\s(?:dort|da|hier|damit)\b"
    r"|[Rr]ien\sde\splus(?:\s?[.!:;]|\sne\s(?:suit|figure|limite)\b)|(?:[Ll]a\sdéfinition|[Ll]e\stexte)\ss[’']arrête\s(?:là|ici)\b|[Pp]oint\sfinal\b"
    r"|[Pp]unto(?:\sfinal|\sy\saparte|\se\sbasta)?[.!]|[Nn]ada\smás[.!:;]|[Ll]a\sdefinición\s(?:termina|acaba)\s(?:ahí|aquí)\b"
    r"|[Nn]i(?:ente|ent[’']altro)(?:\sdi\spiù)?[.!:;]|[Ll]a\sdefinizione\s(?:finisce|termina|si\sferma)\s(?:qui|lì)\b"
    r"|[Pp]unt[.!]|[Dd]aar\s(?:eindigt|stopt|houdt)\s(?:de\s(?:definitie|bepaling|zin|tekst))\b|(?:[Nn]iets|[Mm]eer)\s(?:meer|niet)[.!:;]|[Dd]e\sdefinitie\s(?:eindigt|stopt|houdt)\s(?:daar|hier)\b"
    r"|[Kk]ropka[.!]|[Nn]ic\swięcej[.!:;])"
)
# What says the same before it: "reads in full:", "lautet vollständig", "el texto íntegro es".
_SAID_TO_BE_WHOLE = late(
    r"(?:(?<!\bapply )(?<!\bapplies )(?<!\bapplied )(?<!\bapplicable )"
    r"\b(?:in\s(?:full(?!\s\w*(?:force|effect|view|swing|text|line))|its\sentirety|toto|extenso)"
    r"|(?:vollständig|ungekürzt|in\svoller\sLänge|in\sGänze)|(?:intégralement|en\sentier|dans\s(?:son|leur)\s(?:intégralité|entier))"
    r"|(?:íntegramente|en\ssu\s(?:totalidad|integridad)|por\scompleto)|(?:integralmente|per\sintero|per\sesteso|nella\ssua\sinterezza)"
    r"|(?:volledig|voluit|in\s(?:zijn|haar|hun)\sgeheel|onverkort)|w\scałości)\b"
    r"|\bcomplete\sin\s(?:these|those|the\sfollowing)\swords\b"
    r"|\b(?:(?:full|entire|complete|whole|unabridged)\s(?:text|definition|sentence|wording|provision)"
    r"|(?:vollständige[rn]?|ganze[rn]?|volle[rn]?)\s(?:Text|Wortlaut|Definition|Begriffsbestimmung|Satz)"
    r"|(?:texte|définition|libellé)\s(?:intégrale?|complète?|complet)|(?:texto|definición)\s(?:íntegr[oa]|complet[oa])"
    r"|(?:testo|definizione)\s(?:integrale|complet[oa])|(?:volledige|hele|gehele)\s(?:tekst|definitie|bepaling))\b)"
    r"(?:[^.;:“”\"„«»\n]{0,60}?(?:\b(?:is|are|reads?|runs?|says?|states?|as\sfollows|this|means|covers|defines|lautet|ist|bezeichnet|meint|definiert|wie\sfolgt|est|dit|vise|désigne|définit"
    r"|es|dice|reza|designa|define|è|recita|indica|definisce|luidt|omschrijft)\b|(?=:)))?"
    r"[\s:,\"“„«‘*_>]*\Z",
    re.IGNORECASE,
)
# Of a part of it: "the first sentence reads in full", "limb (b), in its entirety".
_OF_A_PART = late(
    r"\b(?:sentence|limb|half|clause|phrase|part|item|indent|Satz|Halbsatz|Teil|phrase|frase|inciso|partie|parte|zin|deel|letra|lettre|lettera)\b|\([a-hA-H]\)",
    re.IGNORECASE,
)
# The same said behind the words: "…” No such words stand in the Act", "…” Eso no está en el Reglamento".
_DENIED = late(
    r"[\s\"”’»“.,;:!?)\]*_–—-]*(?:(?:and|but|yet|although)\s+)?"
    r"(?:[^.;\n“”\"„«»]{0,40}?\b(?:has|have|had|contains?|says?|knows?|uses?)\s+no\s+such\s+(?:clauses?|definitions?|language|"
    r"passages?|phrases?|provisions?|sentences?|text|things?|words?|wording)\b"
    r"|(?:(?:[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|[Tt]he)\s(?:(?:words?|sentence|phrase|wording|text|passage)\s)?(?:is|are|was|were|do(?:es)?)(?:n[’']t|\s+not)\s+"
    r"(?:in|stand|appear|occur|what|its|the\s+(?:words|text))\b"
    r"|(?:[Tt]hat|[Tt]he|[Tt]hose|[Tt]hese)\s(?:words?|sentence|phrase|wording)\sbelongs?\s(?:elsewhere|to)\b"
    r"|only\s+in\s+the\s+(?:reading|imagination|minds?|words|version)\s+of\b|[Ii]s\sthat\s(?:so|right|correct|true)\?"
    r"|I\s(?:could|can|did)(?:n[’']t|\s?not)\s(?:find|see)\s(?:that|this|it|them|these|those)\b"
    r"|[Tt]hat\sis\s(?:wrong|false|a\smis\w+)\b|[Nn]o\ssuch\swords?\b"
    r"|(?:[Dd]as|[Dd]ie(?:se)?s?)\s(?:\w+\s)?(?:steht|stehen|ist|sind)\s(?:so\s)?nicht\b|[Cc]ela\sn[’'](?:est|y)\b[^.;]{0,20}\bpas\b"
    r"|[^.;\n“”\"„«»]{0,60}\b(?:Fehlübersetzung|Übersetzungsfehler|Fehlzitat|Falschzitat|mistranslation|misquot\w+|vertaalfout"
    r"|erreur\sde\s(?:traduction|citation)|error\sde\s(?:traducción|cita)|errore\sdi\s(?:traduzione|citazione))\b"
    r"|(?:[Ss]o|[Dd]as|[Ee]s)\ssteht\s(?:es\s|das\s|so\s)?(?:dort\s|da\s|im\s\w+\s)?nicht\b"
    r"|[Ee]so\sno\s(?:está|es|figura)\b|[Qq]uesto\snon\s(?:è|c[’']è|sta)\b|[Dd]at\sstaat\s(?:er\s)?niet\b))"
)
# What says behind a quotation what the text has instead: "The bill says “resembles”", "“or” is right".
_TELLS_RIGHT = late(
    r"(?:\b(?:bill|act|text|law|statute|regulation|order|convention|treaty|definition|provision|section|article|original|official\sjournal"
    r"|Gesetz|Verordnung|Text|Original|loi|règlement|texte|ley|reglamento|texto|legge|regolamento|testo|wet|verordening|tekst)\b"
    r"[^.;:“”\"„«»\n]{0,40}?\b(?:says?|reads?|has|uses?|sagt|lautet|hat|dit|porte|dice|zegt|luidt)"
    r"|\b(?:right|correct(?:ly)?|rightly|richtig|correctement|correct[oa]|corrett[oa]|juist)\b[^.;“”\"„«»\n]{0,30}?)"
    r"[\s:,]*[“\"„«‘']\s?(?P<said>[^“”\"„«»\n]{2,240}?)[.,;]?\s?[”\"“»’']",
    re.IGNORECASE,
)
# The words are a person's or another body's, who speaks of the law: "MEP X said the AI Act covers “…”".
_REPORTED = late(
    # Between commas the name is the subject: "it is enough, says the Act, that".
    r"\b(?<!,\s)(?:said|says|told|argued|argues|explained|explains|wrote|writes|noted|noting|stated"
    r"|tweeted|claims|claimed|put\s+it"
    # Without a comma the name is the subject: "sagt die KI-Verordnung".
    r"|(?:schreibt|schrieb|sagt|sagte|meint|erklärt\w*)(?=,|\s+zur?\b))\b[,\s]*(?:that\s+|zur?\s+"
    r"|in\s+\w+\s+\w+\s+(?:on|of)\s+)?"
    r"(?:the\s+|der\s+|die\s+|das\s+)?\Z"
    r"|(?:\A|[.!?]\s+)(?:According\s+to|Selon|Según|Per|Secondo|Laut|Volgens|As)\s+[^,.;\n]{3,60}"
    r"(?:,|\b(?:ziet|sieht|put\s+it,?))\s+(?:de\s+|the\s+|die\s+|le\s+|el\s+|il\s+|la\s+)?\Z"
    r"|\bFAQ\b[^.;\n]{0,40}\Z",
    re.IGNORECASE,
)
_SPEAKER = late(
    r"(?:,[”\"’»“]|[”\"’»“],?)[ ]+(?:(?:(?-i:[A-Z])[\w.]+|he|she|they)\s){0,4}"
    r"(?:said|says|told|explained|wrote|added|sagte|erklärte)\b"
    # "…”, says Article 3(3)": the text itself
    r"(?!\s(?:the\s)?(?:[\w’'-]+\s){0,4}?(?:article|act|bill|clause|convention|definition|directive|law|paragraph|point|provision"
    r"|recommendation|regulation|section|statute|text|treaty)\b)",
    re.IGNORECASE,
)
# Recitals often say again what the definition says, in other words: "Recital 12 of the AI Act adds that".
_RECITAL = late(
    r"\b(?:recitals?|Erwägungsgr[uü]nd\w*|ErwGr?\.?|considérants?|considerandos?|considerando|overweging(?:en)?"
    r"|motyw\w*)\s+(?:No\.?\s|n[.°º]\s?)?\(?\d[^.;:“”\"„«»\n]{0,80}[,:]?[^\w.!?;]*\Z",
    re.IGNORECASE,
)
_RECITAL_REACH = 140
# A sentence of its own that introduces the words as those of the text: "The full text is this:".
_TEXT_ITSELF = late(
    r"[.!?]\s+[^.!?]*\b(?:texts?|wording|definition|provision|Wortlaut|Text|texte|texto|testo)\b[^.!?:]{0,40}:\s*\W*\Z"
)
_ACCORDING = late(
    r"\b(?:according\s+to|under|in\s+the\s+words\s+of|nach|gemäß|laut|selon|según|secondo|volgens)\s+"
    r"(?:the\s+|der\s+|dem\s+|l[ae]\s+|l[’']|el\s+|il\s+|de\s+|het\s+)?"
    r"(?:art\w*\.?\s[\d(). ]+(?:of\s+the\s+)?)?\Z",
    re.IGNORECASE,
)
_ANOTHER_QUOTATION = late(r"[“\"„«][^“”\"„«»]{20,}[”\"“»]")
# What stands before words that may be anybody's: a bill, a policy, a contract.
_SOMEBODY = late(
    r"\b(?:bills?|laws?|acts?|statutes?|polic(?:y|ies)|contracts?|agreements?|guidelines?|codes?"
    r"|ordinances?|decrees?|rules?|handbook"
    r"|\w*gesetz\w*|\w*entwurf\w*|\w*vereinbarung\w*|\w*ordnung\w*|satzung|lois?|projet|décret"
    r"|règlement|ley(?:es)?|proyecto"
    r"|decreto|legge|disegno|regolamento|wet|decreet|besluit|ustaw\w*|lei|projeto|sens|sinne"
    r"|entiende|entend\w*|intende|verstaan)\b",
    re.IGNORECASE,
)
_ITEM = late(r"\n[ \t>]*(?:[-*+•‣▪◦–]|\(?(?:\d{1,3}|[a-zA-Z])[.)])[ \t]")
_NEXT_PARAGRAPH = late(r"\n[ \t]*\n\s*(?!\(?\w{1,4}[.)])")  # without an enumerator, which a law may have
_PROVISION = late(r"\s*\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)]\s")
_ENUMERATED = late(r"(?:\n|\A)[ \t]*(?:\(?[\dA-Za-z]{1,4}[.)]|§)[^\n]{0,140}\Z")
_ANNOUNCED = late(
    r"[^\s(]\s?:\s*[>*_\s“\"'‘„«]*(?:\(?\w{1,3}[.)]\s*)?"
    r"(?:(?:for|as|in|aux|pour|im|für)\b[^.:;\n]{1,90},?\s+)?(?:the\s+term\s+)?[“\"'‘„«]*\Z",
    re.IGNORECASE,
)
_ANNOUNCEMENT = 160  # characters before a definition in which a colon may announce it
_WHOLE_REACH = 160  # characters before it in which it may be said to be whole
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
    if any(span.end >= passage.end for span in enclosing(spans, definiens)):
        return "quoted"
    if lists_elements(passage, printed):
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
    if _OWN_BEGINNING.match(text, definiens):
        return True  # the definition has no words of introduction of its own in the collection
    low = max(definiens - _REACH, 0)
    before = text[low:definiens]
    found = _OWN_DEFINITION.search(before)
    if not found and not enclosing(spans, definiens):
        found = _ENUMERATED.search(before) if _MEANS.search(before) else None
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
    return bool(_ANNOUNCED.search(text, low, at)) and any(one.ids for one in titles.mentions(text, low, at))


def is_somebodys(introduction: str) -> bool:
    """Whether a sentence speaks of a bill, policy or contract that is not named, whose words may follow."""
    return _SOMEBODY.search(re.split(r"[.!?]\s", introduction[-200:])[-1]) is not None


def _is_disclaimed(introduction: str) -> bool:
    """Whether words are introduced as none of the text's; what a failed bill would have been, it says."""
    found = _DISCLAIMED.search(introduction)
    if found is None or _BUT.search(found[0]) or _CORRECTED.match(found[0]):
        return False
    failed = found[0].startswith("would have been") and _FAILED.search(introduction)
    return not failed


def _is_said_to_be_whole(introduction: str, behind: str) -> bool:
    """Whether words that a text begins with are said to be all of it, and not of a part of it."""
    opened = introduction[-_WHOLE_REACH:]
    if _OF_A_PART.search(re.split(r"[.!?]\s", opened)[-1]):
        return False
    return bool(_SAID_TO_BE_WHOLE.search(opened) or SAID_TO_END.match(behind))


def _is_put_right(passage: ParallelPassage, behind: str) -> bool:
    """Whether the text behind a passage gives, as what its text has, the words at each place that differs.

    "They say that it “replaces” them. The bill says “resembles”."
    """
    low, high = passage.official
    official = passage.reference.definition.text[low:high].casefold()
    paragraph = behind.split("\n\n", 1)[0]
    told = [found["said"].casefold() for found in _TELLS_RIGHT.finditer(paragraph)]
    told = [said for said in told if said in official and said not in passage.text.casefold()]
    right = [(at, at + len(said)) for said in told for at in (official.find(said),)]

    def is_right(change: Sequence[Edit]) -> bool:
        places = [edit.a for edit in change if edit.a]
        return bool(places) and any(a <= places[0][0] and places[-1][1] <= b + 1 for a, b in right)

    return bool(right) and all(map(is_right, passage.faults))


def is_reported(text: str, start: int, end: int, mentions: Sequence[str]) -> bool:
    """Whether a passage is said to be what somebody says of the text that is named."""
    low = max(start - 300, 0)
    before = text[low:start]
    at = max((before.rfind(name) for name in mentions), default=-1)
    said = at >= 0 and _REPORTED.search(before[:at]) and not _ANOTHER_QUOTATION.search(before, at)
    said = said and not _TEXT_ITSELF.search(before, at)
    if at >= 0 and _ACCORDING.search(before[:at]):
        return False  # whoever says so: "According to the OECD, systems “…”, he added"
    return bool(said or _SPEAKER.match(text, end))


def reproaches(
    passage: ParallelPassage,
    verdict: Verdict,
    claim: Claim,
    attribution: Attribution,
    *,
    equal: bool,
    itself: bool,
    introduction: str,
    behind: str = "",
    reported: bool = False,
    spoken: bool = False,
    listed: bool = False,
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
        behind: The text behind it.
        listed: Whether it is a list of the elements.
        reported: Whether they are the words of somebody who speaks of the text.
        spoken: Whether the sentence has another subject, who defines or says so.
    """
    differs = verdict in ("punctuation", "changed")
    if (differs or verdict == "not found") and _RECITAL.search(introduction[-_RECITAL_REACH:]):
        return (), "not checked: it is said to be from a recital, which is not in the collection"
    if spoken and attribution.fits and (verdict == "not found" or differs):
        return (), "presented as the words of somebody else"

    @cache
    def disclaimed() -> bool:  # asked where it matters: most passages are exact
        return _is_disclaimed(introduction) or _DENIED.match(behind) is not None

    if verdict == "not found" and disclaimed():
        return (), "not presented as the words of the text"
    if attribution.fits is False and _DENIED.match(behind):
        return (), "said not to be the words of the text that is named"
    if verdict == "not found":
        return ("wording",), "introduced as the definition, and in no version of the text that is named"
    if attribution.unknown:
        return (), f"not checked: {attribution.unknown} is not in the collection"
    if itself and attribution.how not in ("footnote", "table"):
        return (), "not checked: it stands as a definition of its own" if differs else ""
    changed = sum(gone + new for gone, new in passage.changed)
    if differs and attribution.fits and disclaimed():
        return (), "not presented as the words of the text"
    opened = introduction[-120:].rstrip(MARKS + " ")
    defines = passage.similarity >= NEARLY and DEFINED_AS.search(opened) is not None
    if differs and attribution.fits and reported and not defines:
        return (), "presented as somebody's words on the text"
    nearly = changed <= FEW and passage.redline.words.equal >= LONG and not lists_elements(passage)
    if listed:
        return (), "a list of elements is no quotation"
    said = claim != "unmarked" or (bool(attribution.fits) and attribution.how != "" and (nearly or defines))
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
    if nearly and claim in ("quoted", "block") and not (disclaimed() or is_somebodys(introduction)):
        return ("wording",), "almost letter for letter; no source is named"
    return (), "no source is named"
