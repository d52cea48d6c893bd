"""What stands around a passage and may name its source.

The nearest names count. A name blames a passage for being another text only where it is said to be the
source: in its line or paragraph before it, or right behind it. What stands elsewhere, and what the sentence
calls a relative ("aligned with the OECD definition"), can only confirm.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from aidefs.classes import NamedTuple, dataclass
from aidefs.patterns import late
from aidefs.quotations.introductions import DEFINES_OR_STATES, SPEAKS, subjects
from aidefs.quotations.marks import NO_SPANS, QuotedSpans, enclosing
from aidefs.quotations.placement import NOWHERE, Placement
from aidefs.quotations.quotation import How
from aidefs.quotations.references import YEAR_OF_NO_TEXT, provision_named
from aidefs.quotations.titles import FOREIGN_KINDS, KINDS, Mention, Titles, ids_of, is_instrument, text_of

__all__ = [
    "LINE_BEFORE",
    "YEAR",
    "Surroundings",
    "Tier",
    "article_in",
    "is_relative",
    "is_subject",
    "reach",
    "tells_version",
]

_CSV = late(r"(?:[^,\"\n]*|\"[^\"\n]*\")(?:,(?:[^,\"\n]*|\"[^\"\n]*\"))*,\"\Z")
_OF_CSV = late(r"(?:\A|,)((?:\"[^\"]*+(?:\"|\Z)|[^,\"])*+)")
# The name of a field before what stands in its value.
_FIELD_OF = late(r"(?:\A|[\n{,]|(?<=\n))[ \t\"'-]*(?P<key>[A-Za-z_]\w{1,30})[\"']?\s?:\s?[^\n:{},]{0,80}\Z")
_CELL_EDGE = late(r"\t|\|\s")
_CELL_CLOSES = late(r"\s\|\s")
_LINE = late(r"\n")
_SOURCE = late(
    r"\s*[*_]{0,2}(?:sources?\b|answer:|solution:|[—–]|\((?!\w{1,4}\))|--)", re.IGNORECASE
)  # not an enumerator
# "(Adapted from: …)" names what a text was made of, not where it stands.
_FORERUNNER = late(r"\s*[.\"”’]{0,2}\s*\(\s?adapted\s?from\b[^()]{0,200}\)", re.IGNORECASE)
# A note that says what a text has or lacks is a remark on it, and cites nothing: "The draft lacks a pronoun".
_REMARKS = late(
    r"\b(?:lack(?:s|ed)|omit(?:s|ted)|drop(?:s|ped)|delete[sd]|restore[sd]|differ(?:s|ed)"
    r"|fehlt\w*|entfiel|strich|omet|supprime|omite|suprime|omette|sopprime)\b",
    re.IGNORECASE,
)
_NEXT_BLOCK = late(r"[^\n]*:?\s*\n\s*(?:>|[“\"„«])")  # the source of the quotation that follows
# A line that goes on in the next one: no label, item, heading or cell, and long or without an end.
_WRAPPED = late(r"(?![ \t]*(?:[-*•#|>]|\(?\w{1,3}[.)]\s))(?:[^\n|\t]{40,}|[^\n|\t]*[^\s.:;!?|\t*_])[ \t]*")
_WRAPPED_ITEM = late(r"[ \t]*\(?\w{1,3}[.)]\s[^\n|\t]{50,}[\w,][ \t]*")  # an item that does
_WRAPPED_LINES = 6
_PARAGRAPH = late(r"\n\s*\n")
_HEADING = 60  # characters of a line that may be a heading
LINE_BEFORE = 240  # characters before a passage, in its paragraph, where a source is looked for first
_BEHIND = 160  # characters behind it
_BEFORE = 600  # characters before it where one is looked for next
_NAME = 80  # characters of a name that begins before the line is looked at
_BEFORE_NAME = 100  # characters before a name that tell whether it is only a relative

_BRACKETED = r"\((?:[^()\n]|\([^()\n]{0,40}\)){0,160}\)"
# Not behind an abbreviation ("Gov. Code").
_SENTENCE_END = (
    r"(?:(?<=[a-zß-ÿ]{4})|(?<=[a-zß-ÿ]{4}\s)|(?<=[A-Z]{3})|(?<=[\d)\]\"”’»])|(?<=\sit)|(?<=\sAI)"
    r"|(?<=\s(?:Act|act|Law|law)))[.!?][\"”’»)\]]*\s+"
)
_SENTENCE = late(rf"{_SENTENCE_END}(?=[A-Z])")
_SENTENCE_OR_QUOTED = late(rf"{_SENTENCE_END}(?=[A-Z“„«])")
# The source of the passage before, in brackets behind it.
_OWN_SOURCE = late(r"[\s.,;\"”’»*_]{0,6}" + _BRACKETED)
# The same in words behind it: "“…” is what the OECD says, and", "“…”, says the AI Act;".
_OWN_CLAUSE = late(
    r"[\s.,;\"”’»*_]{0,6}(?:(?:is|was)\s+(?:what|how)|says|said|reads|writes|states)"
    r"\s[^.;,:“”\"„«»\n]{3,80}(?=[.;,]\s|\s(?:and|while|whereas|but)\s)"
)
# The same behind a dash, to the end of its line, where the next line begins with a quotation.
_OWN_LINE = late(
    r"[\s.,;\"”’»*_]{0,6}(?:[—–―]|--)\s?"
    r"(?!(?:and|but|while|whereas|und|aber|während|et|mais|y|pero|e|ma|mas|en|maar|i|a|ale|och|og|ja|és)\b)"
    r"[^“”\"„«»\n]{2,120}(?=\n\s*(?:[-*+>•]\s+|\d{1,3}[.)]\s)?[“\"„«])"
)
# The same further behind, where it is said to be one: "… environments. This covers models. (Ref: OECD)".
_REFERENCE = late(
    r"[(\[]\s*(?:sources?|refs?\.?|references?|quelle|fuente|fonte|bron|źródło)\s*:[^()\[\]\n|]{2,160}[)\]]",
    re.IGNORECASE,
)
# What stands beside names in a citation: numbers, "Article 3", "p. 7".
_LOCATOR = late(
    r"(?:[\W\d_]|\b(?:see|cf|article|art|section|sec|point|paragraph|para|page|pp?|no|nr)\b)*", re.IGNORECASE
)
_BORDER = late(r"[|\t]")
# A sentence whose subject is the text that the sentence before names: "It defines an AI system as".
_PRONOUN = late(
    r"\W*(?:\w+,\s+|(?:[Ll]ater|[Ee]lsewhere|[Ff]urther)\s(?:on\s|down\s)?)?"
    r"(?:[Ii]t|[Tt]h(?:at|is)\sone|[Ee]s|[Ss]ie|[Ii]l|[Ee]lle|[Hh]et)\s+(?=(?:then\s+|also\s+)?(?P<says>\w+))"
)
# The same without a verb of its own: "Its definition reads", "Under it, an AI system is".
_OF_ITS = late(
    r"\W*(?:(?:Its|Ihre|Seine|Sa|Son|Su|Sua|Zijn)\s+(?:own\s+)?(?:definition|définition|definición|definizione"
    r"|definitie|art(?:icle|ikel|ículo|icolo)?\b\.?|section)(?:\sof\s[^.,;:“”\"«»„\n]{2,50})?[\s\d().]*(?:(?:is|reads|says|states|lautet|ist|est|es|è|luidt)\b)?"
    r"|(?:There|Therein|Under\sit|In\sit|Darin|Dort|According\sto\sit|Selon\s(?:lui|elle|ce\stexte)|Según\s(?:él|ella)"
    r"|Secondo\sesso|Volgens\s(?:deze|die))\s*,[^.;:\n“\"„«]{0,40}?"
    r"|(?:Danach|Demnach|Hiernach)\s[^.;:\n“\"„«]{0,40}?)[\s:,]*[“\"„«]?\s*",
    re.IGNORECASE,
)
# Before a name that is the subject of its sentence, or what was adopted: "Parliament passed the".
_FOREMOST = late(
    r"(?:[^.;\n]{0,80}?\b(?:adopted|passed|enacted|approved|issued|published|signed|verabschiedete[nt]?|beschloss|adopté"
    r"|adoptó|aprobó))?\W*(?:[A-Z][\w.]*[’']s\s)?(?:(?:[Tt]he|D(?:er|ie|as)|d(?:er|ie|as|en)|L[ae]|l[ae]|L[’']|l[’']|[Ee]l|[Ii]l|[Hh]et|[Ii]ts|new|final|of|[Aa]rticle|[Ss]ection)"
    r"[\s\d().*_“\"„«‘]*)*(?:(?:[a-z-]+\s){1,2}(?:bill|act|law|statute|draft|text|treaty),\s(?:the\s)?)?"
)
# Before a name: "When the", "**The enacted statute** (", "Two years later, the rules of that law (".
_NOBODY_BEFORE = late(
    r"[\W\d_]*(?:(?:When|As|Once|Since|After|Before|Under|In|By|With|Where|While|Wenn|Als|Nach|Unter|Quand|Lorsque|Cuando|Según|Quando|Toen)\s"
    r"|(?:The|Die|Der|Das|La|Le|El|Il|Het|De)\s(?:[a-zà-ÿ-]+\s){0,3}[a-zà-ÿ-]+[\W_]{1,6}"
    r"|[A-ZÀ-Þ][a-zà-ÿ]+(?:\s[a-zà-ÿ-]+)+,\s)?(?:[a-zà-ÿ-]+[\s*_(“\"„«]+)*"
)
# "Both the OECD and the AI Act define it. The latter reads".
_FORMER_OR_LATTER = late(
    r"\b(?:(?P<former>the\sformer\b|erstere[rsnm]?\b)|the\slatter\b|letztere[rsnm]?\b|ce\sdernier|cette\sdernière|est[ea]\súltim[oa]|quest[’']ultim[oa])",
    re.IGNORECASE,
)
_GIVES = frozenset(
    ("provides", "contains", "gives", "has", "covers", "speaks", "uses", "provided",
     "contained", "gave", "had", "covered", "spoke", "used")
)  # fmt: skip
# What makes a name a relative of the source: "aligned with the OECD's definition", "unlike the AI Act".
_RELATIVE = late(
    r"\b(?:align\w*|tak(?:es?|en|ing)\s+over|took\s+over|consistent|in line|compatible|compar\w+|similar\w*"
    r"|inspir\w*|ispir\w*|based"
    r"|buil(?:t|ds?|ding)|"
    r"modell?ed|(?:clos(?:e|er|est)|near(?:er|est)?)(?=\s+to\b)|inspiration|influenc\w*|(?<!the\s)(?<!as\s)follow(?:s|ed|ing)?|derive[sd]?|adapted|draw(?:s|n|ing)?"
    r"|drew|look(?:s|ed|ing)?(?=\s+like\b)|resembl\w*|unlike|differ\w*|contrast|opposed|mirror\w*|echo\w*|borrow\w*"
    r"|folgt|angelehnt|orientiert|beruht|suit|sigue|siguiendo|basad[oa]s?|basat[oaie]|segue|volgt|gebaseerd)"
    r"\b(?:[^\w.;:|\n]+\w+){0,6}?[^\w.;:|\n]*\Z",
    re.IGNORECASE,
)
# The same right before it: "narrower than Colorado's", "rather than the Act".
_THAN = late(
    r"\b(?:\w+er|(?:more|less)\s\w+)\s+than\s+(?:(?:the|that|those|of|in|its|under)\s+)*\Z", re.IGNORECASE
)
# Where such a word opens its sentence and a comma ends what it says, the name behind it is the subject:
# "Unlike the OECD, the AI Act says".
_FRONTED = late(r"(?:\A|[.!?:;|>]\s+|\n)\W*(?:(?:in|as|by|very|much|anders|im)\s+)?\Z", re.IGNORECASE)
_SUBJECT = late(
    r",\s+(?:the\s|l[ae]\s|l[’']|el\s|il\s|de\s|het\s|d(?:er|ie|as)\s)?[“\"‘*_]*\Z", re.IGNORECASE
)
_AND_MORE = late(
    r"(?:,|\s+(?:and|or|und|et|y|e|en)\b)\s"
)  # but not in "based on the OECD, the Act and others"
# Behind a name that is said to be the source for all that: "Compare Kazakhstan, whose law calls".
_WHOSE = late(r"(?:[’']s)?,?\s+(?:whose|which|where)\b[^.;:\n“”\"„«»]{0,80}[“\"„«]?\Z")
# The same behind the name: "the OECD's definition was the model for".
_MODEL = late(
    r"(?:[’']s?)?(?:\s+\w+){0,3}?\s+(?:was|is|were|served|has\s+been|inspired|influenced"
    r"|formed)\b(?:\s+\w+){0,4}?\s*"
    r"\b(?:(?:model|template|blueprint|basis|inspiration|source)\s+(?:for|of)|starting\s+point"
    r"|inspired|influenced)\b"
    r"|(?:[’']s?)?(?:\s\w+){0,2}?\s+(?:became|led\s+to|turned\s+into|resulted\s+in|evolved\s+into|gave\s+way\s+to)\b",
    re.IGNORECASE,
)
# "… has the meaning given in 15 U.S.C. 9401(3)" is about the term that stands before it.
_MEANING = late(r"\b(?:meaning|defined)\b[^.;\n]{0,60}\Z")
_SMALL_KINDS = "act|bill|convention|declaration|directive|order|recommendation|regulation|statute|treaty"
_KIND = late(
    rf"\b(?:[Tt]he (?:Framework (?!Act)|adopted |final |same )?(?=[A-Z]|(?:{_SMALL_KINDS})\b)"
    r"|[Ll][ae] |[Ll][’']|[Dd](?:er|ie|as|es|em|e) |[Ee]l |[Ii]l |[Hh]et )"
    rf"({'|'.join(sorted(KINDS | FOREIGN_KINDS))}|Ley|Loi|(?:(?<=[Tt]he\s)|(?<=same\s))(?:{_SMALL_KINDS}))\b"
    r"(?!\s(?:on|of|for|to(?!\s(?:which|whom))|sur|über|sobre|su|inzake)\b|\s\()"
)
_KIND_ALONE = late(rf"\W*(?:[Tt]he\s)?({'|'.join(sorted(KINDS | FOREIGN_KINDS))})\W*")
# Kinds of which no other instrument is called: any law may be "the Act" or "the bill".
_OWN_KINDS = frozenset(
    ("Convention", "Declaration", "Directive", "Order", "Recommendation", "Regulation", "Resolution",
     "Treaty")
)  # fmt: skip
# The same with its owner: "Strasbourg’s treaty".
_OWNED_KIND = late(
    r"\b[A-Z]\w+(?:[’']s|(?<=s)[’'])\s(?:[a-z]+\s)?(convention|declaration|directive|recommendation|resolution|treaty)\b"
)
# Of a text that is only likened to the one spoken of: "The Act, unlike the Convention, says".
_SET_BESIDE = late(
    r"\b(?:unlike|like|than|to|from|with|as|alongside|besides?|before|after|since|and\snot|of)\s(?:\w+\s)?\Z",
    re.IGNORECASE,
)
# Every statute calls itself "this Act", also one that takes over the text of another; these kinds are rarer.
_THIS = late(r"\b[Tt]his (Convention|Declaration|Directive|Recommendation|Regulation|Treaty)\b")
# Between a name and the passage that it introduces.
_INTRODUCES = late(
    r"(?:(?:[\s(§)\d.,’'-]|\b(?:clause|section|article|recital|point|paragraph|annex|art|sec|s|p"
    r"|pp|no|nr)\b){0,40}:)?"
    r"[\s“\"'‘„«(]*",
    re.IGNORECASE,
)
# What makes the subject of a sentence another text that is like a known one: "A bill copies the AI Act".
_LIKENS = late(
    r"\b(?:cop(?:ies|ied)|follow(?:s|ed)|mirror(?:s|ed)|echo(?:es|ed)|reproduce[sd]|imitate[sd]|emulate[sd]|replicate[sd]|track(?:s|ed)"
    r"|parallel(?:s|ed)|resemble[sd]|adapt(?:s|ed)|transplant(?:s|ed)|borrow(?:s|ed)|draws|drew|takes\sover|took\sover|builds\son|built\son"
    r"|(?:is|was|are|were|has\sbeen)\s(?:\w+\s)?(?:modell?ed|inspired|based|patterned|copied|taken|drawn|borrowed|adapted|derived)"
    r"|kopiert|übernimmt|folgt|lehnt\ssich|orientiert\ssich|beruht|ahmt|ist\s(?:\w+\s)?(?:angelehnt|inspiriert)"
    r"|copie|suit|reprend|imite|calque|reproduit|s[’']inspire|s[’']aligne|est\s(?:\w+\s)?(?:inspirée?|calquée?|tirée?)"
    r"|copia|sigue|imita|calca|reproduce|se\sinspira|está\s(?:inspirad|basad|copiad)[oa]|retoma"
    r"|segue|riprende|ricalca|riproduce|si\sispira|è\s(?:ispirat|copiat|modellat)[oa]"
    r"|kopieert|volgt|neemt|imiteert|lijkt|is\s(?:\w+\s)?(?:gebaseerd|geïnspireerd|ontleend)"
    r"|kopiuje|powiela|naśladuje|powtarza|wzoruje\ssię|przejmuje|jest\swzorowan[aey]|inspira-se|reproduz)\b"
    # Or what it is to that one: "Brazil's equivalent of the AI Act", "Vietnam's version", none in a language.
    r"|\b(?P<noun>(?:equivalents?|counterparts?|analogues?|answers?|responses?|imitations?|adaptations?|copy|(?<=[’']s\s)(?:own\s)?version)\s(?:of|to|for)"
    r"|(?:Pendants?|Gegenstücke?|Entsprechung|Äquivalent|Antwort|Nachahmung|Kopie)\s(?:zu[rm]?|auf|von|des|der)"
    r"|(?:équivalents?|pendants?|homologues?|réponse|copie|adaptation)(?:\s\w+)?\s(?:de|du|des|à|au)"
    r"|(?:equivalentes?|homólog[oa]s?|respuesta|resposta|copia|cópia|adaptación|adaptação)(?:\s\w+)?\s(?:del?|d[ao]|al?|à|ao)"
    r"|(?:equivalenti?|corrispettiv[oi]|omolog[oi]|risposta|copia|adattamento)(?:\s\w+)?\s(?:d[ei]|al|del)(?:l[aeo’'])?"
    r"|(?:tegenhangers?|equivalent|antwoord|kopie|navolging)\s(?:van|op|voor)"
    r"|(?:odpowiednik\w*|odpowiedź|kopia)(?:\s(?:na|dla|do))?)(?:\s|(?<=[’']))",
    re.IGNORECASE,
)
_LIKENED, _LIKENED_BY_NOUN = 48, 12  # characters behind it in which the name of that one begins
_LAWS = (
    r"(?:bill|law|act|statute|draft|decree|code|policy|regulation|ordinance|proposal|directive|treaty|standard|contract"
    r"|Gesetz(?:entwurf)?|Entwurf|Vorschlag|Verordnung|loi|projet|décret|texte|ley|proyecto|decreto|legge|disegno|wet|wetsvoorstel|voorstel"
    r"|ustawa|projekt|lei|projeto)"
)
_OTHER_LAW = late(rf"\b{_LAWS}s?\b", re.IGNORECASE)
_TERM_OF = late(r"\b(?:terms?|words?|Begriff|terme|término|termine)\b")
_NOTHING = late(r"[\W\d_]*(?:the\s|l[ae]\s|l[’']|die\s|el\s|il\s|het\s)?", re.IGNORECASE)
# But not the one that was named before: "The Act follows the OECD".
_THE_LAW = late(
    r"[\W\d_]*(?:(?:and|but|here|und|et|y|e|en)\s)?(?:the|this|that|its|der|die|das|dieses|diese|le|la|l[’']|ce|cette|el|esta?|il|lo|questa?|de|het|dit|deze)\s?"
    rf"(?:(?:new|final|adopted|enacted|same|EU|European|union|neue|endgültige|own)\s)*{_LAWS}(?:\s(?:also|itself|here|in\sturn|then))?[\s,]*",
    re.IGNORECASE,
)
# A name before a colon or dash that says nothing else: "**European Union:** “…”".
_LABEL = late(r"(?:\A|\n)[\s*_#•|>-]*[^\n:.;!?]{1,60}(?:\([^()\n]*\))?[*_]*\s?[:–—][*_]*\s*[“\"'‘„«]?\Z")
# The first cell of a line of comma- or tab-separated values.
_FIRST_CELL = late(
    r"(?:\A|\n)\"?[^\n,;\t\".]{1,60}\"?[,;\t]\s*[“\"'‘„«]?(?:(?:an?|any|the)\s)?\Z", re.IGNORECASE
)
# Its provision may stand behind the term, too: "Deployer (Art. 3(4)):".
_LABEL_OF_TERM = late(
    r"(?:\A|\n)[\s*_#•|>-]*([^\n:.;!?|()]{2,60}?)[*_]*(?:\s\((?:[^()\n]|\(\d{1,3}\)){2,40}\)[*_]*){0,2}"
    r"\s?:[*_]*\s*[“\"'‘„«]?\s*\Z"
)
_LABEL_REACH = 90
_TERM = 40  # characters between marks that may be a term
_IN_BRACKETS = late(r"[^.;:()“”\"„«»\n]{0,30}\(")
_DIGIT = late(r"\d")
_YEAR_LABEL = late(
    r"[\s*_#>•-]*(?:(?:before|after|old|new|text|version)\s)?(?:of\s|in\s)?\(?(20[12]\d)\)?[*_]*\s*[.:–—-][*_]*\s*"
    r"[“\"«„]?",
    re.IGNORECASE,
)
_IN_YEAR = late(
    r"\W*in\s(20[12]\d),?\s(?:it|this|the\s(?:text|definition|sentence|version|wording))\s(?:still\s|already\s)?"
    r"(?:read|said|ran|was|went|defined)\b[\s:,]*[“\"«„]?",
    re.IGNORECASE,
)
# Around a name that is the heading of its line: "**RAISE Act.** New York adds".
_HEAD_BEGINS = late(r"[\s*_>•-]*(?:[Tt]he\s|[A-Z]\w+(?:\s[A-Z]\w+)?(?:[’']s)?,?\s)?")
# The speaker of an answer, before what he quotes: "Dr. PRUITT. “…”", "A: “…”".
_ANSWER = late(r"[\s*_>-]*(?:[A-Z][\w.’' -]{0,40}[.:])?[\s*_]*(?:[“\"„«]\s*)?")
_OF_TWO_PLACES = frozenset(
    ("Washington", "Georgia", "New York")
)  # the State or the capital, the country, the city
_IS_DEFINED = late(
    r"\b(?:an?|any|the)\s(?:[\w-]+\s){1,5}(?:is|are|means?)\s+(?:(?:an?|any|the)\s+)?[“\"„«]?\s*\Z",
    re.IGNORECASE,
)
_HEAD_ENDS = late(r"[*_]*[.:][*_]*\s+[A-Z]")
_AND_IT_SAYS = late(
    r",\s(?:and|but|yet)\sit\s(?:also\s)?(?:says?|said|reads?|defines?|defined|calls?|called|states?)\b"
)
_NEAR = 20  # characters of a sentence before the name that is its subject
_CLOSING = late(r"[\s.,;*_]{0,4}[\"”’»]")  # the mark that closes a quotation, and what stands before it
_CLAUSE = late(r"[,;:–—]|\b(?:and|while|whereas|but)\b")
_WORD = late(r"[^\W_]")
_WORDS = late(r"[^\W_]+")
_HEADING_REST = 2  # words of a heading beside the names in it
# A heading that says that what stands under it is from the text it names: "Glossary of the AI Act".
_GLOSSARY = late(
    r"\b(?:glossar\w*|glosario|definitions?|terms|begriff\w*|definitionen|définitions?|termes|definici\w+"
    r"|términos|definizion[ei]|begrippen\w*|definities)\b",
    re.IGNORECASE,
)
_DATE = late(
    r"\b(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\s)?(?:19|20)\d\d\b"
)
_FUNCTION_WORD = 4  # letters of one in a heading: "from"
_FIELD = late(
    r"[\"']?\b(?P<key>source|instrument|law|title|jurisdiction|citation|document|authority|origin"
    r"|quelle|fuente|fonte)[\"']?\s*[:=]\s*"
    r"([^\n]{2,200})",
    re.IGNORECASE,
)
_STATED = late(r"\W*(?:sources?|quelle|fuente|fonte|bron|źródło)\s*:", re.IGNORECASE)
_CELL = 100  # characters of a cell that may name a source
_LONG = 60  # characters between marks that are a quotation rather than a title or a term
_FAR = 160  # characters between a name and the passage of which it is the subject
_APART = late(r";|[.!?]\s+(?=[A-Z])|\n\s*\n\s*\S[^\n]*\n\s*\n")
# Behind such a word a name is no subject: "looked to the OECD", but "according to the OECD" it is.
_OBLIQUE = late(
    r"(?:(?<!ccording )\bto|\bafter|\bbefore|\bthan|\blike|\bunlike|\bwith|\bbeyond|\bagainst"
    r"|\bwhile|\bnach|\bmit|\bwie"
    r"|\bcomme|\bcomo|\bcome)\s+(?:the\s+|der\s+|dem\s+|die\s+|l[ea]s?\s+|l['’]|el\s+|il\s+)?\Z",
    re.IGNORECASE,
)
# Of a body that is no subject, but those who belong to it or what it has: "NIST staff helped to draft".
_PEOPLE = late(
    r"(?:[’']s?)?\s+(?:\w+\s+)?(?:staff|members?|states|neighbou?rs|officials?|experts?|researchers?|employees|presidents?"
    r"|directors?|delegat\w+|negotiators?|critics|website|websites|blog|work)\b"
)
# "Commenting on the AI Act, IBM defines": the words are not those of the name.
_ANOTHER_SUBJECT = late(r",\s+(?:the\s+)?(?!AI\b|Art|Sec|An?\s)[A-Z][\w.&’'-]+")
# "The notion is defined in Article 3(60) as": the subject is the term, unless it is said by whom.
_PASSIVE = late(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+\s+)?\Z")
_BY = late(r"\s+by\b")
# A text of no name: one of many, or somebody's own.
_OF_ANY = late(
    r"(?:\A|[.!?:;]\s+|\b(?:and|but|while|yet)\s+|\n\W*)(?:(?:the\s)?\w+[’']s|an?|one|another|some|many|most|our|their|my|his|her)\s(?:[\w’'-]+\s){0,4}?"
    r"(?:clauses?|contracts?|polic(?:y|ies)|agreements?|terms|vendors?|bills?|drafts?|templates?|guides?|glossar(?:y|ies)"
    r"|textbooks?|firms?|compan(?:y|ies)|statements?|websites?|reports?)(?:,\s[^,.;:\n]{2,60},)?\s(?:of\s[^,.;:\n]{2,40}\s)?"
    r"(?:reads?|says?|states?|provides?|uses?|runs?|speaks?|has|have|contains?|covers?|defines?)\b"
    # "The bill of Ruritania", of which no name is known
    r"|(?:\A|[.!?:;]\s+|\n\W*)the\s(?:draft\s)?(?:bill|law|act|statute|decree)\sof\s(?:the\s)?(?-i:[A-Z])\w+\s\w+",
    re.IGNORECASE,
)
_ENDS_IN_VERB = late(r"\b(?:is|are|means?|ist|sind|est|sont|es|son|è|sono)\s*[:“\"„«]?\s*\Z")
_STOPS = late(r"[.!?:]\W*\s")
# With what a sentence begins that is about the text named before it, or that says nothing of its subject.
_OF_THE_TEXT = late(
    r"\W*(?:(?:to\s\w+|worse|better|even|still|more\w*|equally|finally|lastly)\b[^,;:.]{0,40},\s+)?"
    r"(?:(?:there|here|specifically|namely|then|also|now|today|and|but|so|thus|accordingly|moreover|elsewhere|(?:later|further)(?:\son)?),?\s+)?"
    r"(?:th(?:at|is)\sone|the\ssame\s[\w-]+|it(?:\s(?:goes|went)\son\b.*|\s(?:continues|adds|also|then|further)\b.*)?|which|that|this|[\d(].*|its\s.*|art(?:icle|ículo|igo|icolo|ikel)?\b.*|sec(?:tion)?\b.*"
    r"|(?:points?|nos?|number|paragraph|annex|schedule|clause|nummer|punto|anhang|annexe)\b\.?\s[\dIVX(].*"
    r"|their\s(?:\w+\s)?white\spaper\b.*|(?:su|suo|seu|son|sein|ihr|zijn)\s.*|(?:in|under|for|by|as|according)\b.*"
    r"|(?:(?:about|on|of|as\sto|regarding)\s[^,.;:]{0,40}\s|(?:an?|the)\s[^,.;:]{0,40},\s)it"
    # "I prefer the Act. A law that says"
    r"|(?:an?\s)?(?:law|text|statute|treaty|provision|rule)\s(?:which|that|who)"
    r"|(?:o|el|il|le|der|la)\s(?:texto?|testo|wortlaut|texte|ley|lei|legge|loi)\b.*"
    r"|(?:the|this|that)\s(?:[\w,-]+\s){0,3}?"
    r"(?:definition|edition|version|text|provision|article|clause|wording|section|sentence|paragraph|legislat(?:or|ure)|instrument"
    r"|memorandum|proposal|white\spaper|communication|principles|commitments|ordinance|measures|regulations|playbook"
    rf"|{'|'.join(sorted(KINDS))})\b.*)\s*",
    re.IGNORECASE | re.DOTALL,
)
# "… a deployer, which the Act defines as".
# "AI systems, it says, “use”": it is no person.
_TEXT_ITSELF = late(
    rf"\b(?:the|this)\s(?:(?:(?:19|20)\d\d|final|adopted|enacted|published)\s)?(?:{'|'.join(sorted(KINDS))})\s*\Z|,\s+it\s*\Z"
    r"|\b(?:the|this|that|same|its)\s(?:\w+\s)?(?:paragraph|article|section|subsection|provision|point|clause)\s*\Z",
    re.IGNORECASE,
)
# "In contrast to the AI Act, the contract defines", "Anders als die KI-VO definiert der Vertrag", "While the
# AI Act speaks of machines, our charter covers"; and of what is made after it: "Adapting the AI Act, we".
_CONTRAST = late(
    r"\b(?:in\scontrast\s(?:to|with)|unlike|contrary\sto|as\sopposed\sto|departing\sfrom|im\s(?:Unterschied|Gegensatz)\szu[mr]?"
    r"|anders\sals|abweichend\svo\w+|contrairement\s(?:à|aux?)|à\sla\sdifférence\sd\w+|a\sdiferencia\sdel?|contrariamente\sal?"
    r"|a\sdifferenza\sd\w+|in\stegenstelling\stot|anders\sdan|w\sprzeciwieństwie\sdo"
    r"|(?:adapt|modify|extend|narrow|simplify)ing|en\s(?:adaptant|modifiant)|adaptando|modificando"
    r"|where(?:as|\sthe)|while|während|tandis\sque|alors\sque|mientras\sque|mentre|terwijl|podczas\sgdy)\s"
    r"[^,;:.“”\"„«»\n]{2,100}?(?:,|(?=\s(?:defini(?!ti)|versteht|bezeichnet|omschrijft|verstaat)))",
    re.IGNORECASE,
)
# "The policy departs from the AI Act and defines": the verb behind has the same subject.
_DEPARTS = late(
    r"\b(?:(?:depart|deviate|diverge|differ)(?:s|ed)?\sfrom|(?:goes|went)\s(?:\w+\s)?beyond|weich(?:t|en)\svo\w+|(?:geht|gehen)\süber"
    r"|s[’']écarte(?:nt)?\sd\w+|va\splus\sloin\sque|se\s(?:aparta|desvía)n?\sdel?|va\smás\sallá\sdel?|si\s(?:discosta|distacca)(?:no)?\sda\w*"
    r"|wijk(?:t|en)\saf\svan|gaat\sverder\sdan|odbiega(?:ją)?\sod)[\s’'][^,;:.“”\"„«»\n]{2,100}?"
    r"(?:\s(?:and|und|et|y|e|en|i)\s|[:;,]\s(?:and\s)?)(?:(?:it|they|sie|er|es|il|elle)\s)?"
    r"(?=(?:defin|describ|says?\b|understands?|calls?\b|versteht|bezeichnet|beschreibt|défini|décrit|entend|entiende|describe|descrive"
    r"|intende|omschrijft|verstaat|określa|opisuje|rozumie))",
    re.IGNORECASE,
)
_DEFINES_OTHERWISE = late(
    r"\b(?:defin\w+|describ\w+|says?|states?|calls?|reads?|provides?|covers?|understands?|versteht|bezeichnet|erfasst|définit|couvre|dit|entend"
    r"|entiende|dice|verstaat|omschrijft)\b"
)
_INVERTED = late(r"\s(?:der|die|das|unser\w*|ihr\w*|sein\w*|het|de|onze)\s", re.IGNORECASE)
# Behind the verb: "A substantial modification, says the Act, is".
_TEXT_BEHIND = late(
    rf"\s+(?:(?:the|this)\s(?:[\w’'-]+\s)?(?:{'|'.join(sorted(KINDS))}|statute|text|definition)\b(?![’'])|(?:art(?:icle|\.)?|section|§|point)\s\d)",
    re.IGNORECASE,
)
# "I would have said it is a risk in the sense of Article 3(2), i.e. “…”": the words are those of the article.
_IN_ITS_SENSE = late(
    r"\b(?:in\sthe\s(?:sense|meaning)|within\sthe\smeaning|as\sdefined|for\sthe\spurposes)\s(?:of|in|by)\s(?:the\s)?"
    r"(?:Art|Sec|§|point|para)[^;“”\"„«»\n]{0,60}\W*\Z",
    re.IGNORECASE,
)
_CONTRASTS = late(r"while\b", re.IGNORECASE)  # "while the AI Act reads “…”"
_SAYS = late(
    r"\A[\s\"”’»“.,;*_]*(?:[—–(\[]|--|(?:answer|solution):|as\b|(?:(?:is|was)\s+)?(?:what|how)\b|says?\b|said\b"
    r"|according\s+to\b|per\b|source\b)",
    re.IGNORECASE,
)
# What tells that a forerunner of the text in force is meant.
_VERSION = late(
    r"\b(?:draft|propos\w*|origin\w*|first|early|earlier|initial\w*|(?<!current\s)(?<!present\s)(?<!final\s)version\w*|birth|tabled"
    r"|adopted\s+by|voted|position(?!\s+paper)|amend\w*"
    r"|general\s+approach|compromise|provisional|Parliament|Council(?!\s+of\s+Europe)|Commission|Entwurf|Vorschlag"
    r"|(?<!geltende\s)(?<!heutige\s)(?<!aktuelle\s)(?<!jetzige\s)(?<!endgültige\s)Fassung|projet|proposition"
    r"|propuesta|borrador|proposta|bozza|voorstel|ontwerp|projekt|wniosek|rascunho|návrh\w*|forslag(?:et)?|förslag(?:et)?"
    r"|u[dt]kast(?:et)?|ehdotu\w+|luonno\w+|tervezet\w*|javaslat\w*|trilog\w*|trílogos?|legislative\shistory)\b",
    re.IGNORECASE,
)
_QUOTED_WORDS = late(r"[“\"„«][^“”\"„«»]{12,}[”\"“»]")
_OFFICIAL = late(
    rf"{YEAR_OF_NO_TEXT}|" r"\b\d{4}/\d+|\(\d{4}\)\s?\d{2,}|\b\d{1,2}\s\w+\s20\d\d"
)  # numbers and dates, no versions
YEAR = late(r"\b20[12]\d\b")
# Between a name and the year of the version that is meant: "the OECD's 2019 definition", "In 2019, the OECD".
_BESIDE_YEAR = late(
    r"(?:[’'‘]s?\b)?,?[\s(]*(?:(?:the|its|of|from|in|text|version|definition|wording|recommendation|proposal|draft"
    r"|principles|act|regulation|edition|original|first|revised|new|old"
    r"|der|die|das|von|vom|aus|Fassung|Definition|Entwurf|de|du|version|texte|définition|del?|texto|definición)"
    r"[\s(]++)*+[\s(]*",
    re.IGNORECASE,
)
# The same where the sentence says so of the version: "in the version revised in May 2024 it runs".
_VERSION_OF_YEAR = late(
    r"\b(?:version|edition|text|wording|definition)\s(?:(?:as|last|revised|updated|amended|adopted|agreed|published|issued|of|from|in"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)\s){1,4}(?P<year>20[12]\d)\b",
    re.IGNORECASE,
)
# What says that a sentence tells the history of a text, of which a year may be any.
_HISTORY = late(
    r"\b(?:now|today|since|until|before|prior|later|after|current(?:ly)?|updat\w+|replac\w+|supersed\w+|propos(?:ed|es)"
    r"|negotiat\w*|began|announced|successor|heute|seither|seit|nun|inzwischen|aujourd|désormais|depuis|hoy|ahora|desde)\b",
    re.IGNORECASE,
)


class Tier(NamedTuple):
    """Names that stand at one place.

    Attributes:
        how: How they are said to be the source.
        names: The names.
        accuses: Whether a passage that is from none of them is attributed wrongly; else they only confirm.
        closed: Whether nothing further away counts beside them, as with a label.
    """

    how: How
    names: tuple[Mention, ...]
    accuses: bool = True
    closed: bool = False


@dataclass(frozen=True)
class Surroundings:
    """What stands around a passage.

    Attributes:
        tiers: Names that are said to be its source, the nearest first.
        context: The words of its sentence, row and heading, which tell the version of a text that is meant.
        further: Gives `weak`.
        relatives: Names that the text calls relatives of the source; they can only confirm it, too.
        article: The article that is named nearby ("3(1)"), "" for none.
        article_in_line: Whether that is in the line of the passage.
        apart: Whether it stands in a column whose head is no name, beside columns whose heads are.
        article_in_sentence: Whether its sentence, or what cites it, names an article.
        named_before: Whether a text is named in the paragraph before the line.
        kind: What the line calls an instrument that it does not name ("Act" of "the Act"), "" for none.
        years: The years that date the source: beside its name, or in its row or heading.
        introduced: The same as `kind`, where its sentence names nothing else before the passage.
        sentence: The words of its sentence before it.
        cited: The notes that are tied to it, and the words of its paragraph behind it.
        point: The article with its point that its sentence says it is from, and no other ("3(4)"); else "".
        heads: What may be the term that it defines: the line above it, its label, the head of its row.
        speakers: Where the sentence says that somebody defines or says so who is no text of the library, the
            definitions that may be meant for all that: those of the jurisdictions it names; None else.
        itself: What the text calls itself ("Convention" of "this Convention"), "" for none.
    """

    tiers: tuple[Tier, ...]
    further: Callable[[], tuple[Mention, ...]]
    relatives: tuple[Mention, ...]
    article: str
    article_in_line: bool
    named_before: bool
    kind: str
    itself: str
    article_in_sentence: bool = True
    apart: bool = False
    context: str = ""
    years: frozenset[str] = frozenset()
    introduced: str = ""
    sentence: str = ""
    cited: str = ""
    point: str = ""
    heads: tuple[str, ...] = ()
    speakers: frozenset[str] | None = None

    @classmethod
    def of(
        cls,
        text: str,
        start: int,
        end: int,
        titles: Titles,
        passed: int = 0,
        spans: QuotedSpans = NO_SPANS,
        placement: Placement = NOWHERE,
        links: Sequence[Mention] = (),
    ) -> Surroundings:
        """Read what stands around `text[start:end]`.

        Args:
            text: The reading.
            start: Offset of the first character of the passage.
            end: Offset behind the passage.
            titles: What running text calls the definitions.
            passed: Offset behind the passage before this one.
            spans: What stands between quotation marks.
            placement: Where in its document the passage stands.
            links: The texts that links and citation keys in the reading lead to, in its order.
        """
        end = _behind_forerunner(text, end)
        own = None
        if passed:
            own = _OWN_SOURCE.match(text, passed, start) or _OWN_CLAUSE.match(text, passed, start)
            own = own or _OWN_LINE.match(text, passed, start + 1)
        first, last = max(start - LINE_BEFORE, 0), min(end + _BEHIND, len(text))
        row = text.rfind("\n", 0, start) + 1 if placement.block == "cell" else _line_start(text, start)
        line = max(row, first, own.end() if own else 0)
        # Behind another quotation, one begins a sentence of its own: "“…” (OECD, 2024). “…” (AI Act)."
        follows = bool(passed) and line <= passed <= start
        ends = _SENTENCE_OR_QUOTED if follows else _SENTENCE
        began = _last_end(ends, text, passed if follows else line, start)
        # Behind "today it says" what was named before is no longer what is quoted.
        present = max((one.start for one in links if one.present and line <= one.start < start), default=0)
        line, began = max(line, present), max(began, present)
        stop = _before(_LINE, text, end, last)
        if placement.column and any(map(is_instrument, titles.mentions(placement.column))):
            # The other cells of the row are of other texts.
            stop = _before(_CELL_CLOSES, text, end, stop)
        bracket = _OWN_SOURCE.match(text, end, stop)
        cited = bracket.end() if bracket else end
        sentence = _before(_SENTENCE, text, cited, stop)
        # What stands before the next quotation introduces it.
        following = spans.first_in(end + 1, sentence)
        if following is not None:
            closing = _CLOSING.match(text, end, following.start)
            clause = _before(_CLAUSE, text, closing.end() if closing else end, following.start)
            sentence = max(cited, clause)
        else:
            cited = max(cited, _citation_behind(text, sentence, stop, titles))
            sentence = max(cited, sentence)
        source = _source_line(text, stop, last)
        paragraph = min(max(text.rfind("\n\n", 0, start), first), line)
        behind = _before(_PARAGRAPH, text, source, last)

        if passed:  # a key right behind the passage before is the source of that one
            links = [one for one in links if not passed <= one.start < _next_word(text, passed, start)]

        # "the 2025 text" behind a passage introduces the next one.
        links = [one for one in links if one.by or one.end <= start or end <= one.start < cited]

        def within(*stretches: tuple[int, int]) -> tuple[Mention, ...]:
            return tuple(
                name
                for low, high in stretches
                for name in _names(
                    text, (max(low - _NAME, 0) if 0 < low == first else low, high), titles, links
                )
                if name.start >= low or name.end > low
            )

        referred = _reference_behind(text, cited, following.start if following else stop)
        said = within((began, start), (end, sentence), referred, (stop, source))
        below = within((stop, source))  # a line that states the source; one above is that of another passage
        told = within((line, began))
        above = within((paragraph, line))
        if own:
            above = tuple(name for name in above if not own.start() <= name.start < own.end())
        relatives = {
            name for name in said + told + above
            if _is_relative(text, name, (start, end), passed, spans)
            or _gives_way(text, name, start, titles)
        }  # fmt: skip
        likened = _likened(text, began, start, said)
        if likened is not None:
            relatives.update(name for name in said if is_instrument(name) and name.ids and name.end <= start)
        # What introduces the next quotation cannot confirm the source of this one.
        later = following.start if following and following.inner[1] - following.start > _LONG else sentence

        def further() -> tuple[Mention, ...]:
            if apart:
                return ()
            others = within(
                (later, stop), (source, behind), (max(start - _BEFORE, 0), paragraph), (behind, last)
            )
            others = tuple(name for name in others if name.end <= start or not _begins(text, name, spans))
            if placement.block == "cell":
                of_row = any(name.ids for cell in cells for name in _in_texts(cell, titles))
                others = tuple(
                    name
                    for name in others
                    if not (of_row or _names_other_row(name, placement.others))
                    or not _is_of_other_row(text, name, start, end)
                )
            else:
                others = tuple(name for name in others if not _is_of_other_line(text, name, start))
            others = tuple(name for name in others if not _is_of_other_record(text, name, start, end))
            return (*others, *_in_texts((*placement.twins, *placement.asides, *placement.headings), titles))

        # Most have none around them, which is asked once.
        articles = _ARTICLE.search(text, max(start - _BEFORE, 0), last) is not None

        def article(*stretches: tuple[int, int]) -> str:
            return _article(text, *stretches) if articles else ""

        near = article((line, start), (end, sentence), (stop, source), (sentence, stop))
        far = article((paragraph, line), (source, behind), (max(start - _BEFORE, 0), paragraph))
        near_by = text[max(start - _LABEL_REACH, 0) : start]
        label = bool(_LABEL.search(near_by) or _FIRST_CELL.search(near_by))
        label = label and not any(_PEOPLE.match(text, name.end) for name in said if name.end <= start)
        short = [cell for cell in placement.row if len(cell) <= _CELL]
        cells = [short[:1], (placement.column,), short[1:]]
        label = label or _is_behind_first_cell(text, row, start, placement)
        own_names = _of_one_each(text, [name for name in said if name not in relatives])
        if placement.notes and passed:  # "(2020) it is “…”;[1] the first edition said “…”[2]"
            own_names = tuple(name for name in own_names if name.start >= passed)
        own_names = _of_subject(text, own_names, began, start)
        low = max(start - _BEFORE, text.rfind("\n\n", 0, start) + 1)
        meant = _of_two(text, (began, start), low, titles, spans)
        if meant:
            own_names = (*meant, *(name for name in own_names if name.start >= meant[0].start))
        asserted = _asserted(text, own_names, (start, end), cited, referred)
        # A state has many laws of a year: that its definition is quoted tells that the stored one is meant.
        if asserted and not any(name.sure for name in own_names if is_instrument(name)):
            asserted = not any(map(is_instrument, own_names)) or _defines(text, began, start)
        heading = _plain_heading(text, start)
        plain = text[slice(*heading)]
        leads = tuple(one for one in links if heading[0] <= one.start <= heading[1] > heading[0])
        before = tuple(n for n in told if n not in relatives and is_instrument(n))
        named = [
            Tier(
                "footnote", _in_texts(placement.notes, titles), not any(map(_REMARKS.search, placement.notes))
            ),
            Tier("label", () if below else tuple(titles.mentions(_source_above(text, start))), closed=True),
            Tier("label" if label else "sentence", own_names, asserted or label, label),
            Tier("label", _fields(text, start, titles)),
            *_of_row([_in_texts(cell, titles) for cell in cells]),
            Tier("heading", _heading(plain, titles) or leads),
            Tier("sentence", () if own_names else _asked(text, row, start, titles)),
            Tier("heading", () if own_names else _place_heading(text, told, row)),
            Tier(
                "sentence",
                before,
                _goes_on(text, before, line, began, start) or _heads(text, before, row, began, start),
            ),
            Tier("sentence", tuple(n for n in above if n not in relatives and is_instrument(n)), False),
            Tier("footnote", _in_texts((placement.tied_to,), titles), False),
            Tier("heading", _in_texts((placement.preface,), titles), False),
            *_of_headings(placement.headings, titles),
        ]
        beside = (*placement.row, placement.column, plain, *placement.headings[:1])
        # "AI Act | Convention": what a column of its own has is of nothing that is named outside of its row.
        apart = bool(placement.column and _in_texts(placement.beside, titles)) and not _in_texts(
            (placement.column,), titles
        )
        if apart:
            named = [tier for tier in named if tier.how in ("footnote", "table")]
        return cls(
            tuple(tier for tier in named if tier.names),
            further,
            tuple(sorted(relatives)),
            near or far,
            bool(near),
            bool(above),
            _kind_of(placement.column) or _kind(text[line:start]) or _kind(text[end:sentence]),
            _last(_THIS, text[first:start]),
            apart=apart,
            article_in_sentence=bool(article((began, start), (end, sentence), (stop, source))),
            introduced="" if own_names else _kind(text[began:start]) or _owned_kind(text[began:start]),
            sentence=text[began:start],
            cited=" ".join((*placement.notes, text[end:source], text[source:behind])),
            point=_point(text, (began, start), (end, cited), spans) if articles else "",
            heads=tuple(filter(None, (plain, _first_line(text, line, start), _label_of(near_by), *short))),
            speakers=_speakers(text, began, start, own_names) if likened is None else likened,
            context=" ".join((text[_behind_quoted(line, start, spans) : start], *beside)),
            years=_years(text, own_names, (began, start), (*beside, *_year_alone(text, row, began, start))),
        )

    @cached_property
    def weak(self) -> tuple[Mention, ...]:
        """Names that can only confirm a source: those further away, and those behind it.

        The latter stand in a sentence or paragraph of their own. They are read when they are first asked for:
        many a passage has names that are nearer.
        """
        return self.further()

    @property
    def names_nothing(self) -> bool:
        """Whether no name stands anywhere around."""
        return not (self.tiers or self.relatives or self.weak)

    @property
    def tells_version(self) -> bool:
        """Whether a forerunner of the text in force is meant."""
        return tells_version(self.context)

    @property
    def nearest(self) -> Tier:
        """The nearest names that are said to be the source; without names where there are none."""
        return next(iter(self.tiers), Tier("", ()))

    @property
    def names_source(self) -> bool:
        """Whether an instrument of the library is said to be the source, and is not just named nearby."""
        tier = next((one for one in self.tiers if any(n.ids and is_instrument(n) for n in one.names)), None)
        return bool(self.introduced) if tier is None else tier.accuses

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The names that count: the nearest that there are."""
        return self.nearest.names or self.weak

    @property
    def ids(self) -> tuple[str, ...]:
        """The definitions named: those of the nearest names of instruments, else of jurisdictions."""
        for tier in self.tiers:
            found = ids_of(filter(is_instrument, tier.names)) or ids_of(tier.names)
            if found:
                return found
        return ids_of(self.mentions)

    @property
    def unlisted(self) -> str:
        """The instruments among the nearest names that stand for no definition: "AB 3030"."""
        return text_of(name for name in self.nearest.names if is_instrument(name) and not name.ids)

    @property
    def strong(self) -> frozenset[str]:
        """The definitions that are said to be the source by the nearest name of an instrument."""
        tiers = (tier.names for tier in self.tiers if any(map(is_instrument, tier.names)))
        return frozenset(ids_of(filter(is_instrument, next(tiers, ()))))


def reach(text: str, start: int, end: int) -> tuple[int, int]:
    """Between which offsets a name counts that `Surroundings` finds around a stretch of a text."""
    low, high = _plain_heading(text, start)
    first = max(start - _BEFORE - _NAME, 0)
    return (min(low, first) if high else first), _behind_forerunner(text, end) + _BEHIND


def _behind_quoted(at: int, start: int, spans: QuotedSpans) -> int:
    """Where the words of the author begin behind an offset, which may stand in the midst of a quotation."""
    return max((span.end for span in enclosing(spans, at) if span.end < start), default=at)


def _behind_forerunner(text: str, end: int) -> int:
    """The end of what stands behind a passage and names what it was made of."""
    found = _FORERUNNER.match(text, end)
    return found.end() if found else end


def tells_version(text: str) -> bool:
    """Whether words outside of quotation marks speak of a draft, a proposal or an earlier version."""
    return _VERSION.search(_QUOTED_WORDS.sub("", text)) is not None


def _next_word(text: str, start: int, end: int) -> int:
    found = _WORD.search(text, start, end)
    return found.start() if found else end


def is_subject(text: str, low: int, name: Mention) -> bool:
    """Whether the sentence of a name is about it, as far as what stands before the name tells.

    Nobody else is named there: not as in "Colorado copied the AI Act" or "IBM studied it".

    Args:
        text: The text.
        low: Where the paragraph of the name begins.
        name: The name.
    """
    began = max(_last_end(_SENTENCE, text, low, name.start), low)
    return (
        _FOREMOST.fullmatch(text, began, name.start) is not None
        or _NOBODY_BEFORE.fullmatch(text, began, name.start) is not None
    )


def is_relative(text: str, name: Mention) -> bool:
    """Whether the words before a name say that a text is made of that one: "takes over the OECD's"."""
    return _RELATIVE.search(text, max(name.start - _BEFORE_NAME, 0), name.start) is not None


def _names(text: str, stretch: tuple[int, int], titles: Titles, links: Sequence[Mention]) -> list[Mention]:
    """The names in a stretch of a text, and what the links in it lead to, in order."""
    named = titles.mentions(text, *stretch)
    linked = [one for one in links if stretch[0] <= one.start <= stretch[1]]
    if not linked:
        return named
    # "the Interim Measures of 2023" is a name only where the document says whose they are.
    named = [one for one in named if one.ids or not any(_covers(other, one) for other in linked)]
    return sorted([*named, *linked], key=lambda one: one.start)


def _is_behind_first_cell(text: str, row: int, start: int, placement: Placement) -> bool:
    """Whether nothing but the first cell of its row, which is short, stands before a cell."""
    first = placement.row[0].strip() if placement.row else ""
    return 0 < len(first) <= _CELL and text[row:start].strip(" \t|*_") == first


def _is_of_other_row(text: str, name: Mention, start: int, end: int) -> bool:
    """Whether a name is a cell of another row, or stands in its line, and names the source of that one alone.

    Not where the words of the passage stand behind it, too: of two rows with one text the first may have
    taken it over.
    """
    low, high = text.rfind("\n", 0, name.start) + 1, text.find("\n", name.end)
    line = text[low : high if high >= 0 else len(text)]
    in_row = _CELL_EDGE.search(line) is not None or len(line.split()) <= len(name.text.split()) + 1
    return in_row and text[start:end] not in text[name.end : name.end + end - start + _CELL]


def _is_of_other_line(text: str, name: Mention, start: int) -> bool:
    """Whether a name stands in another line of cells, where that of a passage has a cell of its own there.

    A file of such lines may be no table for its reader. Heads are short, and may name what stands below them.
    """
    own, other = (_line_of(text, at) for at in (start, name.start))
    if own == other:
        return False
    mark = "\t" if "\t" in text[own[0] : start] else _CSV.match(text, own[0], start) and ","
    if not mark:
        return False
    before = _cells(text[own[0] : start].rstrip('"'), mark)
    cells, column = _cells(text[slice(*other)], mark), len(_cells(text[other[0] : name.start], mark)) - 1
    if len(cells) < len(before) or column >= len(before) - 1:
        return False
    return bool(before[column].strip()) and len(cells[len(before) - 1]) > _CELL


def _line_of(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)


def _cells(line: str, mark: str) -> list[str]:
    """The cells of a line; between straight marks a comma divides none."""
    return [one[1] for one in _OF_CSV.finditer(line)] if mark == "," else line.split(mark)


def _is_of_other_record(text: str, name: Mention, start: int, end: int) -> bool:
    """Whether a name stands in a field that the record of a passage has, too, before it.

    ``"law": "AI Act"`` in one record, and ``"law": "draft"`` in the next one. Not where the words of the
    passage stand behind it, as in `_is_of_other_row`.
    """
    if text[start:end] in text[name.end : name.end + end - start + _CELL]:
        return False
    found = _FIELD_OF.search(text, text.rfind("\n", 0, name.start) + 1, name.start)
    if found is None:
        return False
    low = name.end if name.end <= start else max(start - _BEFORE, 0)
    again = re.compile(rf"[\n{{,][\s\"'-]*{re.escape(found['key'])}[\"']?\s?:\s?[\"']?[^\s\"']")
    return again.search(text, low, start) is not None


def _names_other_row(name: Mention, others: Sequence[str]) -> bool:
    """Whether a name stands in a cell of another row, in a column in which the row of a passage has one, too.

    "Angola | draft | …" below "Brazil | PL 2338 | …", whether its place is known or not. Where a table has
    "Source | AI Act" above "Text | …", the name stands in the column of the passage, and may be its source.
    """
    said = " ".join(name.text.replace("|", " ").split())
    return any(said in one for one in others)


def _covers(described: Mention, name: Mention) -> bool:
    return described.start <= name.start and name.end <= described.end


def _in_texts(found: Iterable[str], titles: Titles) -> tuple[Mention, ...]:
    """The names in texts of their own, such as notes; what a note quotes names no source."""
    return tuple(
        mention
        for text in found
        for mention in titles.mentions(text)
        if not _RELATIVE.search(text, max(mention.start - _BEFORE_NAME, 0), mention.start)
    )


def _of_row(cells: Sequence[tuple[Mention, ...]]) -> Iterator[Tier]:
    """The names in the first cell of a row, in the head of the column and in the other short cells.

    Beside a cell with a country or State, one with an instrument of it tells which of its texts is meant.
    """
    first, *others = cells
    places = {one for name in first for one in name.ids}
    beside = [name for cell in others[1:] for name in cell if is_instrument(name) and name.ids]
    if (
        first
        and not any(map(is_instrument, first))
        and beside
        and all(places.issuperset(name.ids) for name in beside)
    ):
        first = (*first, *beside)
    yield Tier("table", first, closed=True)
    for names in others:
        yield Tier("table", names)


def _heading(heading: str, titles: Titles) -> tuple[Mention, ...]:
    """The names in a heading that says little else: it names what stands under it."""
    found = titles.mentions(heading)
    beside = " ".join(heading[low:high] for low, high in _beside(found, 0, len(heading)))
    words = _WORDS.findall(_GLOSSARY.sub("", _DATE.sub("", beside)))
    if _GLOSSARY.search(beside):
        words = [word for word in words if len(word) > _FUNCTION_WORD]
    return tuple(found) if len(words) <= _HEADING_REST else ()


def _of_headings(headings: Iterable[str], titles: Titles) -> Iterator[Tier]:
    """The names in the headings above a passage, the nearest first.

    An acronym in the title of a glossary, "NIST CSRC Glossary", is that of a body, which need not have
    written each of its entries.
    """
    for at, heading in enumerate(headings):
        names = _heading(heading, titles)
        rest = "".join(heading[low:high] for low, high in _beside(names, 0, len(heading)))
        bodies = all(one.text.isupper() for one in names) and _WORDS.search(rest)
        yield Tier("heading", names, not (at and bodies))


def _beside(names: Iterable[Mention], low: int, high: int) -> Iterator[tuple[int, int]]:
    """What stands between two offsets before, between and behind names."""
    ends = [low, *(at for name in names for at in (name.start, name.end)), high]
    return zip(ends[::2], ends[1::2], strict=True)


def _citation_behind(text: str, end: int, stop: int, titles: Titles) -> int:
    """The end of a sentence behind another one that only cites: "… outputs. OECD (2019), Recommendation."

    0 where the next sentence says more.
    """
    gap = _SENTENCE.match(text, end, stop)
    if gap is None:
        return 0
    close = _before(_SENTENCE, text, gap.end(), stop)
    names = titles.mentions(text, gap.end(), close)
    rest = _beside(names, gap.end(), close)
    cites = any(map(is_instrument, names)) and all(_LOCATOR.fullmatch(text, *one) for one in rest)
    return close if cites and text[close - 1] != ":" else 0


def _reference_behind(text: str, end: int, stop: int) -> tuple[int, int]:
    """Where a bracket further behind states the source, in the line or cell; empty where none does."""
    found = _REFERENCE.search(text, end, _before(_BORDER, text, end, stop))
    return found.span() if found else (end, end)


def _goes_on(text: str, names: Sequence[Mention], line: int, began: int, start: int) -> bool:
    """Whether a sentence goes on about the one text that is named before it: "It defines an AI system as".

    That is the subject of the last sentence that names it, or what this says was adopted.
    """
    if len({name.ids for name in names}) != 1:
        return False
    at = names[-1].start
    if not _FOREMOST.fullmatch(text, _last_end(_SENTENCE, text, line, at), at):
        return False
    return _is_about_it(text, began, start)


def _gives_way(text: str, name: Mention, start: int, titles: Titles) -> bool:
    """Whether "the Convention" stands between a passage and a name before it that is of no convention.

    "The AI Act says “…”; the Convention says “…”": that of the second is no source of what follows.
    """
    if not name.ids or name.end > start:
        return False
    kinds = {kind for one in name.ids for kind in titles.kinds.get(one, ())}
    return any(
        found[1].capitalize() in _OWN_KINDS - kinds and not _SET_BESIDE.search(text, name.end, found.start())
        for pattern in (_KIND, _OWNED_KIND)
        for found in pattern.finditer(text, name.end, start)
    )


def _of_one_each(text: str, names: Sequence[Mention]) -> tuple[Mention, ...]:
    """The names but for the second ones that stand for no text: "the Coordinated Plan (COM(2018) 795)"."""
    kept: list[Mention] = []
    for name in names:
        last = kept[-1] if kept else None
        if last and is_instrument(last) and is_instrument(name) and bool(last.ids) != bool(name.ids):
            between = text[last.end : name.start]
            if last.ids and _IN_BRACKETS.fullmatch(between) and text[name.end : name.end + 1] == ")":
                continue
            numbered = _DIGIT.search(name.text) and not _DIGIT.search(last.text)
            if name.ids and between == ", " and numbered and text[name.end : name.end + 1] == ",":
                kept.pop()
        kept.append(name)
    return tuple(kept)


def _heads(text: str, names: Sequence[Mention], row: int, began: int, start: int) -> bool:
    """Whether the one text that a line names before a passage is its heading, and the sentence defines.

    "RAISE Act. New York is stricter. A frontier model is “…”".
    """
    if len({name.ids for name in names}) != 1 or not _IS_DEFINED.search(text, began, start):
        return False
    begins = _HEAD_BEGINS.fullmatch(text, row, names[0].start) is not None
    return begins and _HEAD_ENDS.match(text, names[0].end) is not None


def _asked(text: str, row: int, start: int, titles: Titles) -> tuple[Mention, ...]:
    """The name in a question above a line that answers it with a quotation: "And H.R. 6881 says?", "“…”"."""
    low, high = _line_above(text, row)
    if text[high - 1 : high] != "?" or _ANSWER.fullmatch(text, row, start) is None:
        return ()
    names = titles.mentions(text, max(low, high - _BEFORE_NAME), high)
    return tuple(filter(is_instrument, names[-1:]))


def _place_heading(text: str, names: Sequence[Mention], row: int) -> tuple[Mention, ...]:
    """The country or State that is the heading of a line which names nothing else: "**Shenzhen.** Its"."""
    if len(names) != 1 or names[0].kind != "jurisdiction" or names[0].text in _OF_TWO_PLACES:
        return ()
    begins = _HEAD_BEGINS.fullmatch(text, row, names[0].start) is not None
    return tuple(names) if begins and _HEAD_ENDS.match(text, names[0].end) is not None else ()


def _of_subject(text: str, names: Sequence[Mention], began: int, start: int) -> tuple[Mention, ...]:
    """The names of a sentence, or its subject alone: "The order points to the Act, and it says"."""
    goes_on = _AND_IT_SAYS.search(text, began, start)
    if goes_on is None or len(names) < 2 or not is_instrument(names[0]) or names[0].start > began + _NEAR:
        return tuple(names)
    later = (one for one in names[1:] if one.start > goes_on.start())
    return (names[0], *later)


def _of_two(
    text: str, sentence: tuple[int, int], low: int, titles: Titles, spans: QuotedSpans
) -> tuple[Mention, ...]:
    """What "the former" or "the latter" of a sentence stands for: one of two instruments named before it."""
    found = list(_FORMER_OR_LATTER.finditer(text, *sentence))
    if not found:
        return ()
    at = found[-1].start()
    if any(map(is_instrument, titles.mentions(text, at, sentence[1]))):
        return ()  # "the latter agreed with the OECD"
    names: dict[tuple[str, ...] | str, Mention] = {}
    for name in titles.mentions(text, low, at):
        quoted = any(span.inner[1] - span.start > _LONG for span in enclosing(spans, name.start))
        if is_instrument(name) and not quoted:
            names.setdefault(name.ids or name.text, name)
    if len(names) != 2:
        return ()
    one = list(names.values())[0 if found[-1]["former"] else 1]
    return (one._replace(start=at, shown=False),)


def _speakers(text: str, began: int, start: int, names: Sequence[Mention]) -> frozenset[str] | None:
    """Whose words a sentence says that it quotes, if not those of a text: "IBM defines an AI system as".

    The definitions of the jurisdictions that it names; None where nobody else speaks.
    """
    before = [name for name in names if name.end <= start]
    last = max((name.end for name in before if is_instrument(name)), default=began)
    spoken = SPEAKS.search(text, last, start)
    if _is_contrasted(text, began, start, before):
        return frozenset()
    own = _OF_ANY.search(text[began:start])
    if own and last <= began + own.start() and not _within(names, began + own.start(), began + own.end()):
        return frozenset()  # "A typical clause reads", "Our policy states"
    if spoken is None or (names and not before):
        return None
    if _PASSIVE.search(text, last, spoken.start()) and not _BY.match(text, spoken.end()):
        return None
    if _TEXT_BEHIND.match(text, spoken.end()) or _IN_ITS_SENSE.search(text, spoken.end(), start):
        return None
    subject = _STOPS.split(text[last : spoken.start()])[-1]
    theirs = _OF_THE_TEXT.fullmatch(subject) or _TEXT_ITSELF.search(subject)
    unnamed = last == began and subject.strip() and not theirs
    other = unnamed or _ANOTHER_SUBJECT.search(subject)
    places = (name for name in before if not is_instrument(name))
    return frozenset(ids_of(places)) if other else None


def _is_contrasted(text: str, began: int, start: int, names: Sequence[Mention]) -> bool:
    """Whether somebody else speaks than the text named: "In contrast to the AI Act, the contract defines".

    Behind the comma, or the verb, nothing is named, and the text itself is not meant.
    """
    departs = _DEPARTS.search(text, began, start)
    if departs is not None:
        who = text[began : departs.start()]
        theirs = _OF_THE_TEXT.fullmatch(who) or _TEXT_ITSELF.search(who)
        alone = all(departs.start() < one.start < departs.end() for one in names)
        return bool(who.strip()) and alone and not theirs
    contrast = _CONTRAST.search(text, began, start)
    if contrast is None or any(not contrast.start() < one.start < contrast.end() for one in names):
        return False  # "The AI Act, unlike the Convention, says"
    spoken = _DEFINES_OTHERWISE.search(text, contrast.end(), start)
    inverted = spoken is not None and not text[contrast.end() : spoken.start()].strip()
    if spoken is None or (inverted and not _INVERTED.match(text, spoken.end(), start)):
        return False
    subject = text[spoken.end() : start] if inverted else text[contrast.end() : spoken.start()]
    theirs = _OF_THE_TEXT.fullmatch(subject) or _TEXT_ITSELF.search(subject)
    return bool(subject.strip()) and not theirs and "," not in subject


def _likened(text: str, began: int, start: int, names: Sequence[Mention]) -> frozenset[str] | None:
    """The definitions of a text that a sentence says is like a known one: "Vietnam's law follows the AI Act".

    Those of the jurisdictions that its subject names, perhaps none; None where no other text is the subject.
    """
    known = [one for one in names if is_instrument(one) and one.ids and one.end <= start]
    for like in _LIKENS.finditer(text, began, start):
        low, high = like.span()
        reach = _LIKENED_BY_NOUN if like["noun"] else _LIKENED
        theirs = [one for one in known if high <= one.start <= high + reach]
        if not theirs:
            continue
        before = [one for one in names if began <= one.start < low]
        subject = text[began:low]
        if any(is_instrument(one) and one.ids for one in before) or _THE_LAW.fullmatch(subject):
            return None
        places = [one for one in before if not is_instrument(one)]
        own = ids_of(places)
        if {*own} & {*ids_of(theirs)} or _TERM_OF.search(subject):
            continue  # "For policies in Texas the term “risk” follows HB 1709"
        alone = any(_NOTHING.fullmatch(text, began, one.start) for one in places)
        if like["noun"] or _OTHER_LAW.search(subject) or alone:
            return frozenset(own)
    return None


def _defines(text: str, began: int, start: int) -> bool:
    """Whether a sentence says that a term is defined by what follows it."""
    return (
        DEFINES_OR_STATES.search(text, began, start) is not None
        or _ENDS_IN_VERB.search(text, began, start) is not None
        or any(subjects(text[began:start]))
    )


def _within(names: Iterable[Mention], low: int, high: int) -> bool:
    return any(low <= name.start < high for name in names)


def _asserted(
    text: str, names: Sequence[Mention], passage: tuple[int, int], cited: int, referred: tuple[int, int]
) -> bool:
    """Whether a sentence says of a name that it is the source: right before, or in a citation behind.

    Before it the last name counts, if no clause comes between, and if it does not stand behind "to", "after"
    or "like"; behind it what is cited, behind a dash, or the subject of "as … puts it".
    """
    start, end = passage
    before = [name for name in names if name.end <= start]
    if before:
        last = before[-1]
        between = text[last.end : start]
        oblique = _OBLIQUE.search(text[: last.start][-24:])
        subject = oblique is None or (_CONTRASTS.match(oblique[0]) and not _CLAUSE.search(between))
        other = _ANOTHER_SUBJECT.search(between)
        subject = subject and not _PEOPLE.match(text, last.end)
        subject = subject and not (other and DEFINES_OR_STATES.search(between, other.end()))
        if len(between) <= _FAR and subject and _goes_together(text, last, start):
            return True
    return any(
        name.start >= end
        and (
            name.end <= cited
            or referred[0] <= name.start < referred[1]
            or _SAYS.search(text[end : name.start])
            or (name.by and not _WORD.search(text, end, name.start))
        )
        for name in names
    )


def _goes_together(text: str, name: Mention, start: int) -> bool:
    """Whether nothing parts a name from a passage, or the last sentence between them is about it."""
    apart = _last_end(_APART, text, name.end, start)
    return apart == name.end or ("\n\n" not in text[name.end : start] and _is_about_it(text, apart, start))


def _is_about_it(text: str, began: int, start: int) -> bool:
    """Whether a sentence is about the text named before it: "It defines", "Its definition reads"."""
    opened = max(text.rfind(mark, began, start) for mark in "“„«")
    start = opened if opened > began else start  # words of introduction may stand between the marks, too
    pronoun = _PRONOUN.match(text, began)
    if pronoun is None:
        return _OF_ITS.fullmatch(text, began, start) is not None
    return pronoun["says"] in _GIVES or DEFINES_OR_STATES.match(text, pronoun.start("says")) is not None


def _fields(text: str, start: int, titles: Titles) -> tuple[Mention, ...]:
    """The names in the fields of a record that say where its text is from: ``"source": "OECD (2024)"``."""
    low = max(start - _BEFORE, 0)
    low = max(low, text.rfind("{", low, start), text.rfind("\n\n", low, start))
    if text.find(":", low, start) < 0 and text.find("=", low, start) < 0:
        return ()
    # Of a name that two fields have the second one is that of the record of the text.
    last = {field["key"].lower(): field.span(2) for field in _FIELD.finditer(text, low, start)}
    return tuple(name for low, high in last.values() for name in titles.mentions(text, low, high))


def _source_above(text: str, start: int) -> str:
    """The line right above a passage that states its source, "" where there is none."""
    line = text[slice(*_line_above(text, text.rfind("\n", 0, start) + 1))]
    return line if len(line) <= LINE_BEFORE and _STATED.match(line) else ""


def _plain_heading(text: str, start: int) -> tuple[int, int]:
    """Where a short line stands above a passage that may be a heading without marks; empty for none."""
    low, high = _line_above(text, text.rfind("\n", 0, start) + 1)
    short = 0 < high - low <= _HEADING and text[high - 1] not in ".:;,"
    return (low, high) if short and not _SOURCE.match(text, low, high) else (0, 0)


def _is_relative(text: str, name: Mention, passage: tuple[int, int], passed: int, spans: QuotedSpans) -> bool:
    """Whether a name is said to be no source of the passage; the words of another quotation do not say so."""
    start, end = passage
    at = name.start
    if name.end <= start and _INTRODUCES.fullmatch(text, name.end, start):
        return False  # "Compare 15 U.S.C. 9401(3): “…”"
    low = max(at - _BEFORE_NAME, end if at >= end else passed if at >= passed else 0)
    found = _RELATIVE.search(text, low, at)
    if name.end <= start and _WHOSE.match(text, name.end, start):
        return False
    if found and _FRONTED.search(text, low, found.start()) and _SUBJECT.search(text, found.start(), at):
        return _AND_MORE.match(text, name.end) is not None
    if found and not any(span.end <= at for span in enclosing(spans, found.start())):
        return True
    if name.end <= start and (_MODEL.match(text, name.end, start) or _THAN.search(text, low, at)):
        return True
    return "\n" in text[at:start] and _MEANING.search(text, low, at) is not None


def _begins(text: str, name: Mention, spans: QuotedSpans) -> bool:
    """Whether a name introduces a quotation behind it: "OECD: “…”"."""
    quoted = spans.first_in(name.end, name.end + _LABEL_REACH)
    if quoted is None or quoted.inner[1] - quoted.start <= _LONG:
        return False
    return _INTRODUCES.fullmatch(text, name.end, quoted.start) is not None


def _years(
    text: str, names: Sequence[Mention], sentence: tuple[int, int], short: Iterable[str]
) -> frozenset[str]:
    """The years that date a source: beside its name in the sentence of a passage, or in a cell or heading.

    A sentence that tells what became of the text is no date of it: "proposed in 2021, the Act now reads".
    """
    low, high = sentence
    found: set[str] = set()
    if not _HISTORY.search(text, low, high):
        for year in YEAR.finditer(text, low, high):
            if _OFFICIAL.search(text, max(year.start() - 12, low), min(year.end() + 12, high)):
                continue
            found.update(
                year[0]
                for name in names
                if is_instrument(name)
                and (
                    (name.end <= year.start() and _BESIDE_YEAR.fullmatch(text, name.end, year.start()))
                    or (year.end() <= name.start and _BESIDE_YEAR.fullmatch(text, year.end(), name.start))
                    or name.start <= year.start() < name.end
                )
            )
        found.update(match["year"] for match in _VERSION_OF_YEAR.finditer(text, low, high) if names)
    told = (_OFFICIAL.sub("", one) for one in short if len(one) <= _CELL)
    return frozenset(found.union(*map(YEAR.findall, told)))


def _year_alone(text: str, row: int, began: int, start: int) -> list[str]:
    """The year that is all that a line says before a passage: "2019: “…”", "In 2019 it read “…”"."""
    label = _YEAR_LABEL.fullmatch(text, row, start) or _IN_YEAR.fullmatch(text, began, start)
    return [label[1]] if label else []


def _kind(text: str) -> str:
    """What a text calls an instrument last: "Order" of "the Order" and "the order"."""
    found = _last(_KIND, text)
    return found.capitalize() if found.capitalize() in KINDS else found


def _owned_kind(text: str) -> str:
    """The same with its owner: "Treaty" of "Strasbourg’s treaty"."""
    return _last(_OWNED_KIND, text).capitalize()


def _last(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.findall(text)
    return found[-1] if found else ""


def _kind_of(head: str) -> str:
    """The kind of instrument that the head of a column says and nothing else: "Convention", "The Act"."""
    found = _KIND_ALONE.fullmatch(head)
    return found[1] if found else ""


def _line_start(text: str, start: int) -> int:
    """Where the line of a passage begins, with those that it goes on from, and one ending in a colon."""
    line = text.rfind("\n", 0, start) + 1
    for _ in range(_WRAPPED_LINES):
        before = text.rfind("\n", 0, line - 1) + 1
        if line and _WRAPPED_ITEM.fullmatch(text, before, line - 1):
            line = before
            break
        if line == 0 or not _WRAPPED.fullmatch(text, before, line - 1):
            break
        line = before
    low, high = _line_above(text, line)
    return low if text[high - 1 : high] == ":" else line


def _line_above(text: str, at: int) -> tuple[int, int]:
    """The last line with words before an offset, without the space behind it."""
    while at and text[at - 1].isspace():
        at -= 1
    return text.rfind("\n", 0, at) + 1, at


def _source_line(text: str, stop: int, last: int) -> int:
    """The end of a line behind the line of a passage that states a source; `stop` where none does."""
    source = _SOURCE.match(text, stop, last)
    if source is None or (
        text.count("\n", stop, source.end()) > 1 and _NEXT_BLOCK.match(text, source.end(), last + 300)
    ):
        return stop
    return _before(_LINE, text, source.end(), last)


def _last_end(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    """The end of the last match between two offsets; `start` where there is none."""
    found = start
    for match in pattern.finditer(text, start, end):
        found = match.end()
    return found


def _before(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    found = pattern.search(text, start, end)
    return found.start() if found else end


_ARTICLE = late(
    # It begins with a class of characters, for which `re` looks fastest.
    r"[Aa](?<!\w[Aa])(?:rticle|(?<=A)rt\.?|rt\.|(?<=A)rtikel|rtículo|rticolo)[\s\"':]{1,4}(\d{1,3})"
    r"(?:\s?[(.]\s?(\d{1,2})\)?|,?\s(?:point|no\.?|Nummer|Nr\.|punto?|pkt)\s?\(?(\d{1,2})\)?)?"
)


def article_in(text: str) -> str:
    """The article that a short text names: "3(1)" or "3"; "" for none."""
    return _article(text, (0, len(text)))


# Behind an article, where another one follows: "Article 3(3) and (4)".
_ANOTHER_POINT = late(
    r"\s*(?:,|and|to|or|[-–/]|und|bis|oder|et|à|ou|y|o|e|en|of|i)\s*(?:points?\s|Art\w*\.?\s)?\(?\d",
    re.IGNORECASE,
)


def _point(text: str, before: tuple[int, int], behind: tuple[int, int], spans: QuotedSpans) -> str:
    """The article with its point that a sentence says words are from: cited behind them, or named before.

    "" where it names several, or where another quotation stands between the name and the words.
    """
    for low, high in (behind, before):
        found = list(_ARTICLE.finditer(text, low, high))
        if not found:
            continue
        article, one, other = found[0].groups()
        at = found[0].end()
        parted = spans.first_in(at, high)
        if len(found) > 1 or _ANOTHER_POINT.match(text, at, high) or not (one or other):
            return ""
        if parted is not None and parted.closed and parted.end <= high and parted.end - parted.start > _TERM:
            return ""
        return provision_named(article, one or other)
    return ""


def _first_line(text: str, line: int, start: int) -> str:
    """The first of the lines before a passage that go on in it, where it may be a heading; "" where not."""
    end = text.find("\n", line, start)
    return text[line:end] if 0 < end - line <= _HEADING and text[end - 1] not in ".:;," else ""


def _label_of(before: str) -> str:
    """What stands before a colon and makes up the line before a passage: "Deployer: “…”"."""
    found = _LABEL_OF_TERM.search(before)
    return found[1] if found else ""


def _article(text: str, *spans: tuple[int, int]) -> str:
    """The article that is named last in the first span that names one: "3(1)" or "3"."""
    for span in spans:
        found = list(_ARTICLE.finditer(text, *span))
        if found:
            article, one, other = found[-1].groups()
            return provision_named(article, one or other)
    return ""
