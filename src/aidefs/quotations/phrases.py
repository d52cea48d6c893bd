"""What authors write before and behind words that they quote: that these are not the text's, that it ends.

For each thing that may be said a table has the phrases by language, and below it stands the expression that
is made of them. To add a phrase, put it on a line of its own under its language in the table; to add a
language, put a line for it into each. A document may quote in any, so that an expression has those of all.

A phrase is written as a regular expression in which two characters are short for others: a space for one
white space, and "_" for one or more. In tables of which the expression knows large from small letters, a
capital that begins a phrase stands for the small one too. What begins or ends an expression for all of its
phrases is in the expression.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from aidefs.patterns import late

__all__ = [
    "ACCORDING",
    "ADAPTED",
    "ADAPTED_BEHIND",
    "ALTERNATIVE",
    "ANNOUNCED",
    "ANOTHER_STATE",
    "AS_DEFINED",
    "BESIDE_LAW",
    "BUT",
    "CANDIDATES",
    "CITED_THROUGH",
    "COMPANION",
    "CORRECTED",
    "CROSSED",
    "DEFINITIONS",
    "DEFINITION_ALONE",
    "DENIED",
    "DESCRIPTION",
    "DISCLAIMED",
    "EXERCISE",
    "FAILED",
    "FIRST_PERSON",
    "GAP",
    "GIVEN_UP",
    "HEADED_RIGHT",
    "HEADED_WRONG",
    "HEDGED",
    "IN_PART",
    "LAW_OF_FIELD",
    "LEGAL_DEFINITION",
    "MEANS",
    "MORE_POINTS",
    "NAME",
    "NOT_OF_COMPANION",
    "NO_LEGAL_DEFINITION",
    "OF_A_PART",
    "ON_THE",
    "OPENS_DEFINITIONS",
    "OTHER_STAGE",
    "OTHER_STAGE_BEHIND",
    "OTHER_TRANSLATION",
    "OTHER_TRANSLATION_BEHIND",
    "OTHER_YEAR_BEHIND",
    "OWN_BEGINNING",
    "OWN_DEFINITION",
    "OWN_ENTRIES",
    "PARAPHRASES_ALL",
    "PROVISION",
    "PROVISION_ALONE",
    "RECITAL",
    "RECITAL_NAMED",
    "REPORTED",
    "SAID_TO_BE_WHOLE",
    "SAID_TO_END",
    "SOMEBODY",
    "SOURCE_BELOW",
    "SPEAKER",
    "SUMMARY",
    "TELLING_EXCEPTION",
    "TELLS_RIGHT",
    "TERM_AT_HEAD",
    "TERM_IS",
    "TEXT_ITSELF",
    "TICKED",
    "VERBATIM",
    "WHICH",
    "WORK_ON",
    "article_and_point",
]

_Phrases = Mapping[str, Iterable[str]]
"""Phrases by language."""


def _any_of(phrases: _Phrases, *, either_case: bool = False) -> str:
    """The expression for any of the phrases; what two languages have in common is there once.

    Args:
        phrases: A table of them.
        either_case: Whether a capital that begins a word stands for the small letter, too.
    """
    every = dict.fromkeys(phrase for those in phrases.values() for phrase in those)
    if either_case:
        every = dict.fromkeys(map(_either_case, every))
    return "|".join(every).replace(" ", r"\s").replace("_", r"\s+")


def _either_case(phrase: str) -> str:
    large = phrase[:1].isupper() and phrase[1:2].islower()
    return f"[{phrase[0]}{phrase[0].lower()}]{phrase[1:]}" if large else phrase


# --- parts that many have ----------------------------------------------------------------------

# Marks around a term. Of those of a bill in plain text, ``…'', Markdown may have left one before it.
_TERM_OPENING = r"[“\"‘«„]|``"
_TERM_CLOSING = r"(?:[”\"’»“]|'')"
_QUOTING = r"“”\"„«»"  # in a class of characters: what no phrase reaches over
_BEHIND_QUOTED = r"\s\"”’»“.,;:!?)\]*_–—"  # in one: what may stand between a quotation and what is said of it
# The full stop of an abbreviation, which ends no sentence: "Art. 3", "čl. 3", "§ 2 Nr. 1".
_SHORT = r"(?:(?<=\b[Aa]rt)|(?<=\b(?:Nr|No|no|pt|[Čč]l))|(?<=\b(?:Abs|Sec|ust|pkt|núm)))\."
_LATER = rf"(?:[^.;]|{_SHORT}){{0,80}}\b"  # further on in the sentence
_TEXT = "definition|text|provision|sentence"
_TEXT_DE = "Definition|Begriffsbestimmung"
_ITEM = r"[\s,:—–-]*(?:\([A-Za-z0-9]{1,3}\)\s*)?"  # between a verb and what it defines


def _some(most: int) -> str:
    """Up to so many characters of a clause, as few as will do."""
    return rf"[^.;:{_QUOTING}\n]{{0,{most}}}?"


# --- the words are not the text's --------------------------------------------------------------

# The author says that they are not, or what they would or should be; before the words.
_NOT_ITS_WORDS: _Phrases = {
    "en": (
        r"(?:do(?:es)?|did|is|are|was|would|could)(?:_not|n[’']t)_(?:\w+_)?"
        r"(?:say|read|state|speak|use|contain|mean|define|require|demand|ask|provide|insist|call)",
        r"(?:is|are|was|were)(?:_not|n[’']t)_(?:\w+_)?defined_as",
        r"never_(?:says?|said|uses?|used|contain(?:s|ed)?|requires?|required|speaks?|spoke)",
        r"(?:avoid(?:s|ed)?|refrain(?:s|ed)?_from)_(?:saying|the_(?:words?|phrase))",
        r"(?:is|are|was|remains?)_silent_on",
        r"not_true_that",
        r"not_the_same_as",
        # "has “may”, not “must”"
        r"(?:(?<=[,”\"’»] )not|rather_than|instead_of)(?=[\s\"“„«‘]*\Z)",
        r"(?:drafters|legislators?|negotiators)\b[^.;:“”\"]{0,40}\b(?:rejected|considered|discarded|dropped|discussed)",
        r"replied",
        r"answered",
        # in other words
        r"adapted_from",
        r"back-?translat\w*",
        r"paraphras\w*",
        r"in_other_words",
        r"freely",
        r"roughly",
        r"loosely",
        r"in_short",
        r"in_essence",
        r"with_(?:\w+_){0,2}(?:changes|modifications|adaptations|alterations)",
        r"as_(?:modified|adapted|altered)",
        # wrongly
        r"nowhere",
        r"(?:common|frequent|usual|widespread)_(?:mistake|error)",
        r"mis(?:quot|read|stat|render|translat|remember|cit|attribut)\w*",
        r"wrong(?:ly)?",
        r"erroneous\w*",
        r"incorrect\w*",
        r"false(?:ly)?",
        # not yet or never
        rf"if\b{_LATER}(?:had|said|stated)",
        r"(?-i:Had) [^.,;:!?“”\"]{2,80}? "
        r"(?:written|said|read|been|used|chosen|adopted|opted|kept|stated|defined|spoken)",
        r"might_(?:just_)?as_well",
        r"suppose",
        r"imagine",
        rf"(?:wish|hope|want|prefer)\w* {_LATER}(?:read|said|say)",
        r"(?:should|ought_to)_define",  # a bill "would define" what it defines
        r"(?:would|should|could|might)_(?:read|be|say"
        r"|have(?!_(?!read|said|been)(?:\w+ed|caught|meant|had|held|brought|put|left|drawn|set|kept|gone|taken|made|swept)\b))",
        r"tabled",
        r"(?:propos\w+|suggest\w*|recommend\w*|want\w*|plan\w*)_(?:that_we_|to_)?(?:amend|change|reword|redraft|rewrite|replac|alter)\w*",
        r"(?:my|our|his|her|their|own)_propos\w+",
        r"propos\w+\b[^.;]{0,60}\bwould",
        r"amendment_\d+",
        r"(?:our|my|their|his|her|the)_(?:proposed_)?amendments?_to",
        r"(?:we|I|they|he|she|it)_(?:propos|suggest|recommend)(?:e?s|ed?)?_that",
        r"suggest(?:s|ed)?_that",
        r"be_(?:amended|changed|reworded|replaced)",
        r"replac(?:e|ing)\b[^.;]{0,80}\b(?:with|by)",
        r"would_(?:change|amend|replace)",
        r"draft_(?:report|opinion)_on",
        # "the EPP amendment to the Act", "as amended by my hypothetical bill"
        r"(?-i:(?!Parliament|EP\b|Council)[A-Z][\w&]+)(?:_[Gg]roup)?(?:[’']s?)?_amendments?_(?:to|of)",
        r"as_(?:amended|rewritten)_by_(?:my|our|his|her|their)",
        r"(?:hypothetical|fictitious|fictional|imaginary|invented)_"
        r"(?:bill|amendment|law|act|text|version|wording|definition|draft|reform)s?",
        # asked and not said: a capital begins the sentence
        r"(?-i:Does|Do|Did|Would|Could|Can|Should|Is|Are|Was|Were|Has|Have)",
        r"(?:students?|clients?|colleagues?|readers?|customers?|journalists?|members?|somebody|someone|I|we|he|she|they)_"
        r"(?:ha[sd]_|have_)?(?:ask(?:s|ed)?|wonder(?:s|ed)?)_(?:\w+_)?(?:whether|if)",
        # Others speak: of the text, or of something that they hold against it.
        r"(?:discuss|comment|review|analy[sz])ing_(?:on_)?the",
        r"press_release",
        r"(?-i:courts?|tribunals?|experts?|judges?|lawyers?|witness(?:es)?)\b[^.;:“”\"]{0,80}\b"
        r"(?:held|found|ruled|wrote|testified|submitted)",
        # Others have quoted it so: "was quoted last week by a lobbyist as covering".
        r"(?:is|was|were|been) (?:\w+ ){0,2}quoted [^.;:“”\"]{0,60}\bas",
        # "A leaflet has the Communication speak of": whoever does so is not the text.
        r"(?:has|have|had|mak(?:es?|ing)|made|lets?|letting) [^.,;:]{3,80} (?:speak|say|read|state|define)",
        r"(?:briefs?|slides?|leaflets?|brochures?|handouts?|flyers?|posters?|counsel|defendants?|plaintiffs?"
        r"|opponents?|papers?|articles?|decisions?|memos?|notes?|submissions?|letters?|cards?|lobbyists?"
        r"|witness(?:es)?)(?:[’']s?)? (?:\w+ ){0,3}?"
        r"(?:renders?|rendered|(?:mis)?quot(?:es?|ed)|cit(?:es?|ed)|recit(?:es?|ed))",
    ),
    "de": (
        r"sinngemäß",
        r"(?-i:Hätten?|Stünden?|Lautete|Ist|Sind|Wäre|Muss|Darf|Kann) (?=\w)",
        r"(?:verlangt|fordert|sagt|spricht|enthält|kennt|lautet|definiert|bestimmt)_(?:\w+_)?(?:nicht(?!_nur)|kein\w*|nie|niemals|nirgends)",
        r"nicht(?=[\s\"“„«‘]*\Z)",
        r"(?:schlage|schlagen|schlug|schlägt)\b[^.;]{0,80}\bvor",
        r"(?:hypothetisch|fiktiv|erfunden)e[nrsm]?_(?:\w*[Gg]esetz\w*|Änderung\w*|Fassung|Entwurf|Wortlaut|Text)",
        r"Änderungsantr\w+_(?:der|des|von)",
        r"sollte_(?:lauten|heißen)",
        r"fragten?,?_ob",
        rf"(?:wenn|falls)\b{_LATER}(?:hätten?|stünden?|lautete|hieße|definierte"
        r"|(?:lauten|sagen|heißen|besagen|bestimmen|definieren|verlangen)_würden?)",
        r"(?-i:(?<![\w,] )Würden?) (?=(?:\w+ ){1,8}[^.;]{0,60}\Z)",
        r"fälschlich\w*",
        r"falsch",
        r"irrtümlich",
    ),
    "fr": (
        r"en_substance",
        rf"si\b{_LATER}(?:avai(?:en)?t|disait)",
        r"(?:ne_|n[’'])(?:dit|parle|exige|contient|prévoit|emploie)_(?:pas|jamais|nulle|plus)",
        r"(?:loi|amendement|version|texte|rédaction|projet)s?_(?:hypothétique|ficti(?:f|ve)|imaginaire)s?",
        r"amendements?_d(?:u_groupe|e_notre|e_mon)",
        r"devrai(?:t|ent)_(?:dire|se_lire|être|définir)",
        r"propos(?:ons|e|ent)_(?:de|que)",
        r"demand\w+_si",
        r"à_tort",
    ),
    "es": (
        r"en_esencia",
        rf"si\b{_LATER}(?:hubiera|hubiese|dijera)",
        r"(?:no|nunca|jamás)_(?:dice|dijo|habla|exige|contiene|requiere)",
        r"(?:ley|enmienda|versión|texto|redacción|proyecto)s?_(?:hipotétic|ficticí?|imaginarí?)\w+",
        r"enmiendas?_(?:del_grupo|de_mi|de_nuestr\w+)",
        r"debería_(?:decir|rezar|ser|definir)",
        r"propone\w*_(?:que|sustituir|cambiar)",
        r"pregunt\w+_si",
        r"erróneamente",
        r"por_error",
    ),
    "it": (
        r"in_sostanza",
        rf"se\b{_LATER}(?:avesse(?:ro)?|dicesse)",
        r"non_(?:dice|parla|richiede|contiene|esige)",
        r"(?:legge|emendamento|versione|testo|progetto)_(?:ipotetic|fittizi|immaginari)\w+",
        r"emendament[oi]_(?:del_gruppo|mio|nostr[oi])",
        r"dovrebbe_(?:dire|recitare|essere|definire)",
        r"propon\w+_(?:che|di)",
        r"chie(?:de|se|sto)\w*_se",
        r"erroneamente",
    ),
    "nl": (
        r"vrij_naar",
        r"(?-i:Had(?:den)?) [^.,;:!?“”\"]{2,80}? (?:gestaan|geschreven|gezegd|geluid|bepaald)",
        r"ten_onrechte",
        r"(?:zegt|eist|vereist|bevat|spreekt)_(?:\w+_)?(?:niet|nergens|nooit|geen)",
        r"(?:hypothetische|fictieve|verzonnen)_(?:wet|wijziging|versie|tekst)",
        r"zou_moeten_definiëren",
        r"zou_(?:moeten_)?(?:luiden|zeggen)",
        r"stel(?:t|len)?_voor",
        r"(?:vraagt|vroeg|vragen)_(?:zich_af_)?of",
    ),
    "pl": (
        r"błędnie",
        r"nie_(?:mówi|wymaga|zawiera|stanowi|brzmi|definiuje|określa)(?!_tylko)",
        r"(?:gdyby\w*|jeśliby|jeżeliby)",
        r"(?:hipotetyczn|fikcyjn|wymyślon)\w+_(?:ustaw|poprawk|wersj|zmian|projekt)\w*",
        r"powinn[oay]\w*_(?:brzmieć|mówić|definiować)",
        r"proponuj\w+",
        r"(?:pyta|zapytał)\w*,?_czy",
    ),
    "pt": (
        rf"se\b{_LATER}(?:tivesse|dissesse)",
        r"não_(?:diz|fala|exige|contém|requer)",
        r"(?:lei|emenda|alteração|versão|texto|projeto)_(?:hipotétic|fictíci|imaginári)\w+",
        r"deveria_(?:dizer|ler-se|ser|definir)",
        r"prop(?:omos|õe)\w*_que",
        r"pergunt\w+_se",
    ),
    "cs": (
        r"ne(?:říká|stanoví|obsahuje|vyžaduje|mluví|hovoří|definuje|uvádí|zní)(?!_(?:jen|pouze))",
        r"kdyby\w*",
    ),
    "da": (
        r"(?:siger|kræver|indeholder|taler|definerer|bestemmer|lyder)_(?:\w+_)?(?:ikke(?!_(?:kun|bare|blot))|aldrig|ingen_steder)",
        rf"hvis\b{_LATER}(?:sagde|havde|lød|definerede|bestemte)",
    ),
    "sv": (
        r"(?:säger|kräver|innehåller|talar|definierar|anger|föreskriver|lyder)_(?:\w+_)?(?:inte(?!_(?:bara|endast))|aldrig|ingenstans)",
        rf"(?-i:Om|(?<=, )om)\b{_LATER}(?:sade|sa|hade|löd|definierade)",
    ),
    "fi": (
        r"ei_(?:\w+_)?(?:sano|edellytä|vaadi|sisällä|puhu|määrittele|säädä|kuulu)(?!_(?:vain|ainoastaan))",
        rf"jos\b{_LATER}\w+isi(?:vat)?",
    ),
    "hu": (
        r"nem_(?:azt_|úgy_|ezt_)?(?:mondja|írja|tartalmaz\w*|követel\w*|szól|beszél|rendelkezik|határoz\w*)",
        rf"ha\b{_LATER}(?:mondaná|szólna|volna|írná|tartalmazná|rendelkezne|határozná|lenne)",
    ),
}
# That the text says so is said to be untrue.
_UNTRUE: _Phrases = {
    "en": (
        r"(?:is|was|are|were|it[’']s|that[’']s)_(?:a|an)_(?:\w+_)?(?:myth|mistake|error|misconception|fallacy|misunderstanding|legend)",
        r"(?:is|it[’']s)_(?:untrue|inaccurate|not_(?:the_case|correct|accurate|right))",
        r"(?:myth|misconception|fallacy|legend)_that",
    ),
    "de": (
        r"(?:Mythos|Irrtum|Märchen|Missverständnis|Legende),?_(?:dass|zu)",
        r"unrichtig",
        r"unzutreffend\w*",
        r"(?:ist|es_stimmt|stimmt|trifft)_nicht_(?:wahr|richtig|zu)",
    ),
    "fr": (r"(?:il_est|c[’']est|serait)_(?:faux|inexact|erroné|une_erreur|un_mythe)", r"pas_(?:vrai|exact)"),
    "es": (
        r"es_(?:un_(?:error|mito)|una_equivocación|falso|incorrecto|inexacto)",
        r"no_es_(?:cierto|verdad|correcto)",
    ),
    "it": (
        r"è_(?:un_(?:errore|mito)|falso|sbagliato|errato|inesatto)",
        r"non_è_(?:vero|corretto|esatto)",
    ),
    "nl": (
        r"is_(?:een_(?:mythe|fout|misverstand|vergissing)|onjuist|fout|onwaar|niet_(?:waar|juist))",
        r"klopt_niet",
    ),
    "pl": (
        r"nie_jest_(?:prawdą|prawdziwe|tak)",
        r"(?:nieprawdą|błędem|mitem)_jest",
        r"(?:to|jest)_(?:mit|błąd|nieprawda)",
        r"nieprawda,?_że",
    ),
    "pt": (r"é_(?:um_(?:erro|mito)|falso|incorreto|errado)", r"não_é_(?:verdade|certo|correto)"),
    "cs": (
        r"není_(?:pravda|správné)",
        r"je_(?:mýtus|mýtem|omyl|omylem|chyba|chybou|nepravda)",
        r"(?:mylně|chybně|nesprávně)",
    ),
    "da": (
        r"er_(?:en_(?:myte|fejl|misforståelse|fejltagelse)|forkert|usandt|ikke_(?:sandt|rigtigt|korrekt))",
        r"fejlagtigt?",
    ),
    "sv": (
        r"är_(?:en_myt|ett_(?:misstag|missförstånd)|fel|falskt|osant|inte_(?:sant|riktigt|korrekt))",
        r"felaktigt?",
    ),
    "fi": (
        r"ei_ole_tot(?:ta|ena)",
        r"ei_pidä_paikkaansa",
        r"on_(?:myytti|virhe|väärin|virheellistä)",
        r"virheellisesti",
    ),
    "hu": (r"nem_igaz", r"(?:téves|helytelen|hibás)(?:en|ül|an)?", r"tévedés", r"tévhit"),
}
_CHATBOT = "(?:ChatGPT|GPT-?\\d[\\w.]*|Copilot|Gemini|Claude|Perplexity|DeepSeek|Mistral|chatbots?)"
# Somebody says it of the text, reads it so, or sums it up.
_SAID_OF_IT: _Phrases = {
    "en": (
        r"(?:said|says|spoke|wrote|writes|remarked|joked|tweeted)_(?:of|about)_(?:the_)?(?:[\w’']+_){0,2}"
        r"(?:act|regulation|law|convention|treaty|bill|art(?:icle)?|section|definition)",
        r"told_(?:us|me|them|reporters|journalists|listeners|(?:the|a)_(?:press|audience|committee|conference|panel|paper|newspaper))",
        r"[’']s?_(?:\w+_)?(?:reading|interpretation|understanding|gloss|summary|paraphrase|account)_of",
        r"summari[sz](?:es|ed)(?=_(?:the|its|this|that|art|section|§))",
        r"as_(?:if|though)_(?:it|they|this|the_\w+)_(?:said|read|were|was|had|meant|required|stated|defined|demanded)",
        rf"{_CHATBOT}(?:[’']s?)?_(?:\w+_){{0,2}}?"
        r"(?:answer|reply|response|output|version|says?|said|claims?|claimed|gave|gives|wrote|writes|told|produced|generated|returned)",
        rf"(?:answer|reply|response|output|version)_(?:of|from|by)_(?:the_)?{_CHATBOT}",
    ),
    "de": (
        r"(?:sagte|erklärte|äußerte|meinte)_(?:[\w-]+_){0,3}?(?:über|zu[rm]?)",
        r"als_(?:ob|stünde|stehe|hieße|heiße|lautete|laute|sagte|sage|verlangte)",
        rf"fasst\b{_LATER}zusammen",
        r"(?:nach|in)_\w+s_(?:Lesart|Auslegung|Deutung|Verständnis)",
        rf"{_CHATBOT}_(?:sagt|sagte|antwortet\w*|schreibt|schrieb|meint\w*|behauptet\w*)",
        rf"(?:Antwort|Auskunft|Version)_(?:von|des)_{_CHATBOT}",
    ),
    "fr": (
        r"a_(?:dit|déclaré|affirmé|expliqué|écrit)_(?:à_propos|au_sujet|sur)",
        r"comme_s[’']ils?",
        r"résume(?:nt)?_(?:ainsi_)?l[’']art",
        r"selon_la_lecture_d",
        rf"{_CHATBOT}_(?:dit|répond\w*|écrit|affirme)",
        rf"réponse_de_{_CHATBOT}",
    ),
    "es": (
        r"(?:dijo|declaró|afirmó|explicó|escribió)_(?:del?|sobre|acerca)",
        r"como_si",
        r"resume_(?:así_)?el_art",
        r"según_la_lectura_de",
        rf"{_CHATBOT}_(?:dice|dijo|respond\w+|escribe|escribió)",
        rf"respuesta_de_{_CHATBOT}",
    ),
    "it": (
        r"ha_(?:detto|dichiarato|affermato|scritto|spiegato)_(?:del(?:la)?|dell[’']|sul(?:la)?|sull[’']|riguardo|a_proposito)",
        r"come_se",
        r"riassume_(?:così_)?l[’']art",
        rf"{_CHATBOT}_(?:dice|risponde|scrive|afferma)",
        rf"risposta_di_{_CHATBOT}",
    ),
    "nl": (
        r"(?:zei|verklaarde|schreef)_over",
        r"alsof",
        rf"vat\b{_LATER}samen",
        rf"{_CHATBOT}_(?:zegt|zei|antwoord\w+|schrijft|schreef)",
        rf"antwoord_van_{_CHATBOT}",
    ),
    "pl": (
        r"(?:powiedział|stwierdził|napisał|oświadczył)\w*_o",
        r"jak(?:by|_gdyby)",
        rf"{_CHATBOT}_(?:mówi|odpowi\w+|pisze|twierdzi)",
    ),
    "pt": (
        r"(?:disse|declarou|afirmou|escreveu)_(?:d[aoe]|sobre|acerca)",
        r"como_se_(?:dissesse|fosse|tivesse|lesse|estivesse)",
        r"resume_o_art",
        rf"{_CHATBOT}_(?:diz|disse|responde\w*|escreve)",
    ),
    "cs": (
        r"(?:řekl|prohlásil|napsal|uvedl)[aiy]?_o",
        r"jako_(?:by|kdyby)",
        rf"{_CHATBOT}_(?:říká|odpov\w+|píše|tvrdí)",
    ),
    "da": (r"(?:sagde|udtalte|skrev)_om", r"som_om", rf"{_CHATBOT}_(?:siger|svarer?|svarede|skriver)"),
    "sv": (r"(?:sade|sa|yttrade|skrev)_om", r"som_om", rf"{_CHATBOT}_(?:säger|svarar|svarade|skriver)"),
    "fi": (r"ikään_kuin", rf"{_CHATBOT}_(?:sanoo|vastaa|vastasi|kirjoittaa)"),
    "hu": (
        r"mintha",
        r"(?:mondta|nyilatkozta)_(?:[\w-]+_){0,3}?(?:ról|ről|kapcsolatban)",
        rf"{_CHATBOT}_(?:szerint|válasz\w*)",
    ),
}
# A trade or the public has these words, whatever text is named before: "Vendors speak of “…”".
_TRADE = (
    "(?:industry|vendors?|marketers?|manufacturers?|retailers?|companies|firms|start-?ups?|lobbyists?|critics?"
    "|journalists?|commentators?|engineers?|scholars?|press|media|brochures?|advertisements?|adverts?)"
)
_RIGHT_BEHIND = r"(?=(?: [\w’']+){0,3}[\s\"“„«‘»]*\Z)"  # the words, but for "their own"
_SAID_IN_TRADE: _Phrases = {
    "en": (
        rf"{_TRADE}_(?:\w+_)?(?:speaks?_of|talks?_(?:of|about)|advertises?){_RIGHT_BEHIND}",
        rf"{_TRADE}[’']s?(?=[\s\"“„«‘]*\Z)",
    ),
    "de": (
        r"(?:Hersteller|Industrie|Branche|Verkäufer|Kritiker|Medien|Presse|Werbung|Fachleute)_(?:\w+_)?"
        rf"(?:spricht|sprechen|redet|reden|wirbt|werben)_(?:von|mit){_RIGHT_BEHIND}",
    ),
    "fr": (
        r"(?:industrie|vendeurs|fabricants|critiques|médias|presse|publicité)"
        rf"_(?:parle|vante)(?:nt)?{_RIGHT_BEHIND}",
    ),
    "es": (
        rf"(?:industria|vendedores|fabricantes|críticos|medios|prensa|publicidad)_hablan?_de{_RIGHT_BEHIND}",
    ),
    "it": (
        rf"(?:industria|venditori|produttori|critici|media|stampa|pubblicità)_parla(?:no)?_di{_RIGHT_BEHIND}",
    ),
    "nl": (
        rf"(?:industrie|verkopers|fabrikanten|critici|media|pers)_(?:spreekt|spreken|praten|praat)_(?:van|over){_RIGHT_BEHIND}",
    ),
    "pl": (rf"(?:branża|sprzedawcy|producenci|krytycy|media|prasa)_mów(?:i|ią)_o{_RIGHT_BEHIND}",),
    "pt": (
        rf"(?:indústria|vendedores|fabricantes|críticos|media|imprensa)_fala(?:m)?_(?:de|em){_RIGHT_BEHIND}",
    ),
    "cs": (rf"(?:prodejci|výrobci|kritici|média|tisk)_mluví_o{_RIGHT_BEHIND}",),
}
# It is said in simpler words, or made of the text's.
_SIMPLIFIED: _Phrases = {
    "en": (
        r"(?:plain|simple|easy)_(?:English|language|words)",
        # no "simplified output", which is what a tool makes
        r"simplified(?=\W*(?:[,:;)]|\Z))",
        r"simplified_(?:versions?|forms?|wordings?|terms|readings?|definitions?|language|English|summary|summaries|way)",
        r"(?:easy|simple|clear|everyday)_(?:read|language|English|words)",
    ),
    "de": (
        r"in_(?:leichter|einfacher)_Sprache",
        r"vereinfacht",
        r"(?:leichter|einfacher|verständlicher)_Sprache",
        r"(?:in|mit)_einfachen_Worten",
        r"frei_nach",
        r"adaptiert_(?:nach|aus|von)",
        r"in_Anlehnung_an",
    ),
    "fr": (
        r"en_(?:français|langage|termes)_(?:facile|clair|simple)s?",
        r"(?:langage|français|langue)_(?:clair|simple|facile|courant)e?",
        r"facile_à_lire",
        r"en_(?:termes|mots)_simples",
        r"simplifié(?:e|s|es)?(?=\W*(?:[,:;)]|\Z))",
        r"adapté(?:e|s|es)?_(?:de|du)",
        r"adapté(?:e|s|es)?_d[’'](?:après_)?",
    ),
    "es": (
        r"en_(?:lectura_fácil|lenguaje_(?:claro|sencillo|fácil)|palabras_sencillas)",
        r"lectura_fácil",
        r"lenguaje_(?:claro|sencillo|llano)",
        r"(?:palabras|términos)_sencill[oa]s",
        r"simplificad[oa]s?(?=\W*(?:[,:;)]|\Z))",
        r"adaptad[oa]s?_del?",
    ),
    "it": (
        r"in_(?:linguaggio|parole)_(?:facile|chiaro|semplic[ei])",
        r"linguaggio_(?:semplice|facile|chiaro)",
        r"(?:parole|termini)_semplici",
        r"semplificat[oa](?=\W*(?:[,:;)]|\Z))",
        r"adattat[oaie]_d\w+",
    ),
    "nl": (
        r"in_(?:eenvoudige|begrijpelijke|gewone)_taal",
        r"(?:eenvoudige|gewone|begrijpelijke)_(?:taal|woorden)",
        r"vereenvoudigd(?=\W*(?:[,:;)]|\Z))",
        r"(?:bewerkt|aangepast)_naar",
    ),
    "pl": (
        r"(?:prostym|łatwym)_językiem",
        r"prost(?:ym|ych)_(?:język\w+|słow\w+)",
        r"prostymi_słowami",
        r"w_uproszczeniu",
        r"opracowan\w+_na_podstawie",
    ),
    "pt": (
        r"em_linguagem_(?:simples|clara|fácil)",
        r"linguagem_(?:simples|clara)",
        r"palavras_simples",
        r"simplificad[oa](?=\W*(?:[,:;)]|\Z))",
        r"adaptad[oa]s?_d[eoa]",
    ),
    "cs": (
        r"(?:jednoduchým|snadným)_jazykem",
        r"zjednodušeně",
        r"jednoduše_řečeno",
        r"upraveno_podle",
        r"volně_podle",
    ),
    "da": (
        r"(?:på|i)_(?:let|letlæst|klart)_(?:dansk|sprog)",
        r"forenklet(?=\W*(?:[,:;)]|\Z))",
        r"let_sprog",
        r"(?:frit|bearbejdet)_efter",
    ),
    "sv": (
        r"på_(?:lätt|lättläst|enkel)_svenska",
        r"förenklat(?=\W*(?:[,:;)]|\Z))",
        r"(?:lättläst|enkel)_svenska",
        r"lättläst",
        r"fritt_efter",
    ),
    "fi": (
        r"selko(?:kielellä|suomeksi)",
        r"selkokiel\w+",
        r"yksinkertaistet\w+",
        r"yksinkertaisesti_sanottuna",
        r"mukaillen",
    ),
    "hu": (
        r"(?:közérthető|egyszerű)_nyelven",
        r"leegyszerűsítve",
        r"közérthetően",
        r"egyszerűen_(?:fogalmazva|szólva)",
        r"könnyen_érthető",
    ),
}
DISCLAIMED = late(
    rf"\b(?:{_any_of(_NOT_ITS_WORDS)}|{_any_of(_UNTRUE)}|{_any_of(_SAID_OF_IT)}|{_any_of(_SIMPLIFIED)}|{_any_of(_SAID_IN_TRADE)})\b(?:[^.;!?\n]|\n(?=\w)|\.(?=\s?\d)|{_SHORT}){{0,120}}(?:(?<=:)\s*\n[\s>*_]*)?\Z",
    re.IGNORECASE,
)
"""Before a quotation: its author does not present the words as the text's."""

# The author says that they are the sense of it; what stands between marks may be the text's all the same.
_IN_SUBSTANCE: _Phrases = {
    "en": (
        r"in_(?:substance|essence|short|brief|summary|sum|outline|other_words|plain_terms|simple_terms)",
        r"(?:roughly|broadly|loosely|essentially|basically|approximately)",
        r"more_or_less",
        r"(?:put|stated)_(?:simply|briefly|differently|another_way)",
        r"(?:simply|briefly)_put",
        r"to_(?:paraphrase|summari[sz]e|simplify)",
        r"(?:paraphras|summari[sz]|simplif|condens|abridg|shorten)\w+",
        r"words_to_(?:the|that)_effect",
    ),
    "de": (
        r"sinngemäß",
        r"im_(?:Wesentlichen|Kern|Grunde)",
        r"in_(?:etwa|Kürze|anderen_Worten|Kurzform)",
        r"(?:kurz|grob|vereinfacht|verkürzt|zusammengefasst|einfach)_(?:gesagt|gefasst|gesprochen|ausgedrückt|formuliert)",
        r"(?:zusammengefasst|zusammenfassend|vereinfacht|verkürzt|umschrieben|vereinfachend)",
        r"mit_anderen_Worten",
        r"(?:der_Sache|dem_Sinne?)_nach",
        r"grob",
    ),
    "fr": (
        r"en_(?:substance|résumé|bref|gros|somme|d[’']autres_termes)",
        r"pour_(?:l[’']essentiel|résumer|simplifier)",
        r"(?:grosso_modo|globalement|essentiellement|schématiquement)",
        r"autrement_dit",
        r"(?:paraphras|résum|simplifi)\w+",
    ),
    "es": (
        r"en_(?:esencia|resumen|síntesis|suma|sustancia|breve|otras_palabras|líneas_generales)",
        r"(?:esencialmente|básicamente|sustancialmente|grosso_modo|a_grandes_rasgos)",
        r"(?:dicho_de_otro|de_otro)_modo",
        r"(?:parafrase|resum|simplific)\w+",
    ),
    "it": (
        r"in_(?:sostanza|sintesi|breve|pratica|altre_parole|altri_termini|linea_di_massima)",
        r"(?:sostanzialmente|essenzialmente|sinteticamente|grosso_modo|a_grandi_linee)",
        r"(?:parafras|riassum|semplific)\w+",
    ),
    "nl": (
        r"in_(?:essentie|wezen|hoofdlijnen|grote_lijnen|het_kort|andere_woorden)",
        r"(?:kort|eenvoudig|simpel)_(?:gezegd|samengevat|gesteld)",
        r"samengevat",
        r"(?:grofweg|ruwweg|globaal)",
        r"met_andere_woorden",
        r"vrij_(?:naar|weergegeven)",
        r"parafras\w+",
    ),
    "pl": (
        r"w_(?:skrócie|istocie|uproszczeniu|przybliżeniu|zasadzie|streszczeniu)",
        r"(?:zasadniczo|ogólnie|najogólniej)",
        r"(?:krótko|prościej|ogólnie|inaczej)_mówiąc",
        r"innymi_słowy",
        r"(?:parafraz|streszcz|uproszcz|upraszcz)\w+",
    ),
    "pt": (
        r"em_(?:resumo|síntese|suma|essência|substância|linhas_gerais|outras_palavras)",
        r"(?:essencialmente|basicamente|substancialmente|grosso_modo)",
        r"por_outras_palavras",
        r"(?:parafrase|resum|simplific)\w+",
    ),
}
_OF_ALL_ENTRIES: _Phrases = {
    "en": (
        r"not_(?:(?:intended_as_|meant_as_)?(?:an?|the)_)?(?:verbatim|literal|word[- ]for[- ]word)",
        r"(?:are|as|of|contains?|only|compact|short|brief|concise|plain[- ]language)_paraphrases",
        r"(?:definitions|entries|terms|descriptions|texts?|wordings?)_(?:[\w’']+_){0,5}?(?:are|is|have_been|has_been|were)"
        r"_(?:all_|only_|heavily_|lightly_)?(?:paraphrased|summari[sz]ed|simplified|condensed|abridged|shortened|rephrased|reworded)",
        r"in_(?:our|my|their_authors?[’']?)_own_words",
    ),
    "de": (
        r"(?:nicht|keine)_(?:wörtlich\w*|wortwörtlich\w*|wortgetreu\w*|im_Wortlaut)",
        r"(?:sind|als|nur|kurze|knappe|sinngemäße)_Paraphrasen",
        r"(?:Definitionen|Begriffe|Einträge|Texte|Beschreibungen)_(?:[\w’']+_){0,5}?(?:paraphrasiert|vereinfacht|verkürzt|gekürzt|zusammengefasst|umformuliert|sinngemäß)",
        r"(?:mit|in)_eigenen_Worten",
    ),
    "fr": (
        r"pas_(?:une?_|de_)?(?:transcription|citation|reproduction|copie)s?_(?:littérale|textuelle|exacte)s?",
        r"(?:sont|comme|de|courtes|simples)_(?:des_)?paraphrases",
        r"(?:définitions|entrées|termes|textes)_(?:[\w’']+_){0,5}?(?:paraphrasée?s|résumée?s|simplifiée?s|abrégée?s|reformulée?s)",
        r"avec_nos_(?:propres_)?mots",
    ),
    "es": (
        r"no_(?:es|son|se_trata_de)_(?:una?s?_)?(?:transcripci|cita|reproducci|copia)\w*_(?:literal|textual|exacta)\w*",
        r"(?:son|como|de|breves)_paráfrasis",
        r"(?:definiciones|entradas|términos|textos)_(?:[\w’']+_){0,5}?(?:parafrasead|resumid|simplificad|abreviad|reformulad)[ao]s",
        r"con_(?:nuestras_propias|palabras_propias|nuestras)(?:_palabras)?",
    ),
    "it": (
        r"non_(?:è|sono|si_tratta_di)_(?:una?_)?(?:trascrizion|citazion|riproduzion|copi)\w+_(?:letteral|testual|esatt)\w+",
        r"(?:sono|come|di|brevi)_parafrasi",
        r"(?:definizioni|voci|termini|testi)_(?:[\w’']+_){0,5}?(?:parafrasat|riassunt|semplificat|abbreviat|riformulat)[ei]",
        r"con_parole_(?:nostre|proprie)",
    ),
    "nl": (
        r"(?:geen|niet)_(?:letterlijke?|woordelijke?)",
        r"(?:zijn|als|korte)_parafrases",
        r"(?:definities|begrippen|termen|teksten)_(?:[\w’']+_){0,5}?(?:geparafraseerd|vereenvoudigd|ingekort|samengevat|geherformuleerd)",
        r"in_(?:onze_)?eigen_woorden",
    ),
    "pl": (
        r"nie_(?:jest|są|stanowi|stanowią)_(?:to_)?(?:dosłown|wiern)\w+",
        r"(?:są|jako|krótkie|zwięzłe)_parafraz\w+",
        r"(?:definicje|hasła|terminy|teksty)_(?:[\w’']+_){0,5}?(?:sparafrazowan|uproszczon|skrócon|streszczon)\w+",
        r"(?:własnymi|naszymi)_słowami",
    ),
    "pt": (
        r"não_(?:é|são|se_trata_de)_(?:uma?_)?(?:transcriç|citaç|reproduç|cópia)\w*_(?:literal|textual|exata|literais|textuais)",
        r"(?:são|como|de|breves)_paráfrases",
        r"(?:definições|entradas|termos|textos)_(?:[\w’']+_){0,5}?(?:parafrasead|resumid|simplificad|abreviad|reformulad)[ao]s",
        r"com_palavras_(?:nossas|próprias)",
    ),
}
PARAPHRASES_ALL = late(rf"\b(?:{_any_of(_OF_ALL_ENTRIES)})\b", re.IGNORECASE)
"""At the head of a document: what it says of terms are no quotations, but where marks of its own say so."""

_OWN_ENTRIES: _Phrases = {
    "en": (
        r"in_(?:our|my|its|plain|simple|simpler|everyday)_(?:own_)?(?:words|terms|language|English)",
        r"working_definitions?",
        r"for_(?:the_purposes?_of_)?(?:this|our)_(?:polic(?:y|ies)|agreement|contract|addendum|annex|guide|guidance"
        r"|reports?|questionnaire|handbook|manual|paper|study|course|project|procedure|programme|platform|terms"
        r"|document|notice|charter|code)",
    ),
    "de": (
        r"(?:in|mit)_(?:eigenen|unseren|einfachen)_Worten",
        r"Arbeitsdefinition\w*",
        r"(?:für_die_Zwecke|[Ii]m_Sinne)_(?:dieser|dieses|der_vorliegenden)_(?:Richtlinie|Leitlinie|Vereinbarung"
        r"|Betriebsvereinbarung|Dienstvereinbarung|Ordnung|Policy|Handreichung|Studie|Vertrage?s|Leitfadens|Berichts"
        r"|Handbuchs|Dokuments)",
    ),
    "fr": (
        r"(?:en|avec)_(?:nos|ses|d[’']autres)_(?:propres_)?(?:mots|termes)",
        r"définitions?_de_travail",
        r"aux_fins_d(?:e_la_présente_(?:politique|charte|étude)|u_présent_(?:contrat|accord|guide|rapport|document))",
    ),
    "es": (
        r"con_(?:nuestras|otras)_(?:propias_)?palabras",
        r"definici(?:ón|ones)_de_trabajo",
        r"a_(?:los_)?efectos_de_est[ea]_(?:política|contrato|guía|acuerdo|informe|documento)",
    ),
    "it": (
        r"con_(?:parole_(?:nostre|proprie)|altre_parole)",
        r"definizion[ei]_di_lavoro",
        r"ai_fini_(?:della_presente_(?:policy|guida|politica)|del_presente_(?:contratto|accordo|documento))",
    ),
    "nl": (
        r"in_(?:onze_)?(?:eigen|andere|eenvoudige)_woorden",
        r"werkdefinities?",
        r"voor_de_toepassing_van_(?:dit|deze)_(?:beleid|overeenkomst|contract|gids|rapport|document)",
    ),
    "pl": (
        r"(?:własnymi|naszymi|innymi)_słowami",
        r"definicj\w+_robocz\w+",
        r"na_potrzeby_niniejsze(?:j_(?:polityki|umowy|instrukcji)|go_(?:dokumentu|regulaminu|przewodnika))",
    ),
    "pt": (
        r"(?:por|com)_(?:outras_palavras|palavras_(?:nossas|próprias))",
        r"definiç(?:ão|ões)_de_trabalho",
        r"para_(?:os_)?efeitos_dest[ea]_(?:política|contrato|guia|acordo|relatório|documento)",
    ),
}
# The same, where a sentence says it of definitions.
_MADE_CLOSE: _Phrases = {
    "en": (
        r"(?:stay\w*|keep\w*|kept|remain\w*|lean\w*|very|as)_(?:as_)?clos(?:e|ely)_(?:as_possible_)?to",
        r"adapt(?:ed|s|ing|ations?)",
        r"(?:lightly|slightly|minimally|freely|heavily)_\w+ed",
        r"with_(?:\w+_)?(?:changes|edits|adjustments|modifications|simplifications|amendments)",
        r"(?:simplif|paraphras|shorten|condens|abridg|abbreviat|summari[sz])\w+",
        r"(?:loosely|broadly|freely|roughly)_(?:based|modelled|modeled|follow\w*)",
        r"inspired_by",
    ),
    "de": (
        r"(?:vereinfach|verkürz|gekürzt|zusammengefass|paraphras|angepass|umformulier)\w*",
        r"sinngemäß\w*",
        r"in_Anlehnung|angelehnt|lehnen_sich|orientier(?:t|en)_sich",
    ),
    "fr": (r"(?:simplifi|abrég|résum|adapt|paraphras|reformul|raccourci)\w+", r"inspiré\w*|s[’']inspir\w+"),
    "es": (r"(?:simplificad|abreviad|resumid|adaptad|parafrasead|reformulad|inspirad)[ao]s?",),
    "it": (r"(?:semplificat|abbreviat|riassunt|adattat|parafrasat|riformulat|ispirat)[aeio]",),
    "nl": (
        r"(?:vereenvoudigd|ingekort|verkort|samengevat|aangepast|geparafraseerd|geïnspireerd)e?",
        r"vrij_naar",
    ),
    "pl": (r"(?:uproszcz|skróc|streszcz|dostosowan|sparafrazowan)\w+",),
    "pt": (r"(?:simplificad|abreviad|resumid|adaptad|parafrasead|reformulad|inspirad)[ao]s?",),
}
_ENTRIES: _Phrases = {
    "en": ("definitions?", "terms", "entries", "selection", "wordings?", "glossary"),
    "de": (
        r"\w*definition(?:en)?",
        r"\w*begriffe?",
        r"(?:Begriffs)?(?:bestimmung|erläuterung)en",
        "Einträge",
        "Glossar",
    ),
    "fr": ("définitions?", "termes", "notions", "glossaire"),
    "es": ("definici(?:ón|ones)", "términos", "conceptos", "glosario"),
    "it": ("definizion[ei]", "termini", "voci", "glossario"),
    "nl": ("definities?", "begrippen", "termen"),
    "pl": ("definicj[aei]", "pojęcia", "terminy", "hasła"),
    "pt": ("definiç(?:ão|ões)", "termos", "glossário"),
}
_IN_SENTENCE = r"(?:[^.;!?\n]|\.(?=\s?\d)){0,120}"
OWN_ENTRIES = late(
    rf"\b(?:(?:{_any_of(_OWN_ENTRIES)})\b|(?:{_any_of(_ENTRIES)})\b{_IN_SENTENCE}\b(?:{_any_of(_MADE_CLOSE)})\b"
    rf"|(?:{_any_of(_MADE_CLOSE)})\b{_IN_SENTENCE}\b(?:{_any_of(_ENTRIES)})\b)",
    re.IGNORECASE,
)
"""In the paragraph that leads to entries: they are made for the document, or stay but close to a text."""

HEDGED = late(rf"\b(?:{_any_of(_IN_SUBSTANCE)})\b(?:[^.;!?:\n]|\.(?=\d)){{0,80}}(?::\W*)?\Z", re.IGNORECASE)
"""Before words without marks: they are the sense of the text. "defines it, in substance, as"."""

_MADE_AFTER: _Phrases = {
    "en": (
        r"(?:based|modell?ed)_(?:up)?on",
        r"adapted_from",
        r"inspired_by",
        r"derived_from",
        r"(?:drafted|worded|written|modell?ed)_after",
    ),
    "de": (r"in_Anlehnung_an", r"angelehnt_an", r"basierend_auf", r"frei_nach"),
    "fr": (
        r"(?:librement|adapté(?:e|s|es)?)_d[’']après",
        r"(?:adapt|inspir)é(?:e|s|es)?_(?:de|du|par)",
        r"basé(?:e|s|es)?_sur",
    ),
    "es": (r"(?:basad|inspirad)[oa]s?_en", r"adaptad[oa]s?_del?"),
    "it": (r"(?:basat|ispirat)[oaie]_(?:su\w*|a\w*)", r"adattat[oaie]_d\w+"),
    "nl": (r"gebaseerd_op", r"ontleend_aan", r"naar_het_voorbeeld_van", r"vrij_naar"),
    "pl": (r"opracowan\w+_na_podstawie", r"w_oparciu_o", r"wzorowan\w+_na"),
    "pt": (r"(?:basead|inspirad)[oa]s?_(?:em|n[oa])", r"adaptad[oa]s?_d[eoa]"),
}
_MADE_AFTER_OR_UNDER: _Phrases = {"fr": (r"d[’']après",), "pl": (r"na_podstawie",)}
_THE_NAME = r"\W{1,4}(?:[\w’'-]+[^\w;:!?\n]{1,3}){0,6}\Z"
ADAPTED = late(rf"\b(?:{_any_of(_MADE_AFTER)}){_THE_NAME}", re.IGNORECASE)
"""Before the name of a text: what follows was made after it, and is its author's own."""
ADAPTED_BEHIND = late(
    rf"\b(?:{_any_of(_MADE_AFTER)}|{_any_of(_MADE_AFTER_OR_UNDER)}){_THE_NAME}", re.IGNORECASE
)
"""The same behind it: "(d’après l’article 3)", which before it says but what a text provides."""

# --- the words are those of another stage or translation ---------------------------------------

# What a text is called before it is made, or where it is not the one that was made in the end.
_UNFINISHED: _Phrases = {
    "en": (
        r"(?:earl(?:y|ier)|previous|prior|initial|preliminary|leaked|unpublished)_(?:versions?|drafts?|texts?|stages?)",
        r"(?:first|second|third|working|discussion|consolidated|zero)_drafts?",
        r"drafts?(?!_(?:Safe|of_the_Safe))",
        r"leaks?",
        # stages of a standard
        r"(?-i:F?DIS|CD|WD|(?:FD|PD|D)?Amd|DAM)",
    ),
    "de": (r"\w*[Ee]ntw(?:u|ü)rf\w*", r"(?:frühere|vorläufige)[nrs]?_(?:Fassung|Version)"),
    "fr": (r"(?:avant-)?projets?", "ébauche", r"version_(?:antérieure|précédente|préliminaire)"),
    "es": ("borrador(?:es)?", r"(?:ante)?proyectos?", r"versi[oó]n_(?:anterior|previa|preliminar)"),
    "it": (r"bozz[ae]", r"schema", r"versione_(?:precedente|preliminare|anteriore)"),
    "nl": (r"(?:voor)?ontwerp", r"(?:eerdere|vorige|voorlopige)_versie"),
    "pl": (r"projek(?:t|cie|tu|tem)", r"(?:wcześniejsz|poprzedni)\w+_wersj\w+"),
    "pt": ("rascunho", r"(?:ante)?projetos?", r"versão_(?:anterior|preliminar)"),
    "cs": (r"návrh\w*", r"(?:dřívější|předchozí|předběžn\w+)_(?:verze|znění)"),
    "da": (r"udkast(?:et)?", r"(?:tidligere|foreløbig)_(?:version|udgave)"),
    "sv": (r"utkast(?:et)?", r"(?:tidigare|preliminär)_version(?:en)?"),
    "fi": (r"luonno(?:s|ksen|ksessa)", r"(?:aiempi|aikaisempi)_versio"),
    "hu": (r"tervezet\w*", r"(?:korábbi|előzetes)_(?:változat|szöveg)\w*"),
}
# Where a bill is on its way.
_ON_ITS_WAY: _Phrases = {
    "en": (
        r"(?:as_(?:first_|originally_)?)?(?:introduced|engrossed|filed|tabled)(?:_(?:version|text|bill))?",
        r"as_(?:reported|amended|passed)_(?:in|by|out_of)_(?:the_)?(?:Senate|House|Assembly|committee|Legislature|Commons|Lords)",
        r"committee_(?:version|substitute|print)",
    ),
    "fr": (r"(?:tel_que_)?déposée?", r"en_première_lecture"),
    "es": (r"tal_como_se_presentó", r"en_primera_lectura"),
    "it": (r"(?:come_)?presentato_in_origine", r"in_prima_lettura"),
    "pt": (r"tal_como_apresentad[oa]",),
}
_OF_IT_OR_YEAR = (
    r"(?:[\s(/’'-]|\b(?:s|in|its|the|an?|of|from|as|bill|version|text|im|der|die|das|den|dem|zu[rm]?|vo[nm]|de"
    r"|du|des|la|le|les|el|los|del|sur|su|sul|sulla|en|sa|o|do|da|van|het|voor|til|till|för|om|for|on|to|w|v|az?"
    r"|(?:19|20)\d\d)\b)*"
)
_AROUND_NAME = (
    r"(?>[\s(),/:’'–—-]++|\b(?:s|in|its|the|an?|of|from|im|der|dans|sa|son|en|su|nella|nel|sua|de|version|text)\b"
    r"|\d[\d.:/]*+|(?-i:[A-Z][a-z]++)\)?){0,24}?"
)
OTHER_STAGE = late(
    rf"(?<!\w)(?:(?P<draft>{_any_of(_UNFINISHED)})|{_any_of(_ON_ITS_WAY)})(?!\w){_OF_IT_OR_YEAR}[\s“„«‘*_]*\Z",
    re.IGNORECASE,
)
"""Right before the name of a text: the words are those of another stage of it. "An earlier version of"."""
OTHER_STAGE_BEHIND = late(
    rf"{_AROUND_NAME}(?<!\w)(?:(?P<draft>{_any_of(_UNFINISHED)})|{_any_of(_ON_ITS_WAY)})(?!\w)", re.IGNORECASE
)
"""The same right behind it: "SB 24-205 as introduced", "ISO/IEC DIS 22989"."""
OTHER_YEAR_BEHIND = late(
    rf"(?:{_AROUND_NAME}\b(?:as_(?:last_)?amended|consolidated|revised|konsolidierte\w*|geänderte\w*|consolidée?|modifiée?"
    r"|consolidad[oa]|modificad[oa]|consolidat[oa]|geconsolideerde|gewijzigde|skonsolidowan\w+|zmienion\w+)\b"
    r"[^.;:“”\"„«»\n]{0,40}?".replace("_", r"\s+")
    + r"|(?P<bill>[\s,]*(?:\(|of\s|from\s|in\s)?))\b(?P<year>(?:19|20)\d\d)\b(?!\w|[/-]\d)",
    re.IGNORECASE,
)
"""Behind the name of a text: the year of a version, `bill` where that stands beside its name alone."""

_OF_SOURCE: _Phrases = {
    "en": ("Sources?",),
    "de": ("Quellen?",),
    "fr": ("Sources?",),
    "es": ("Fuentes?",),
    "it": ("Font[ei]",),
    "nl": ("Bron(?:nen)?",),
    "pl": ("Źródł[oa]",),
    "pt": ("Fontes?",),
}
SOURCE_BELOW = late(
    rf"[^\n]{{0,240}}\s*\n[\s*_>]*(?:{_any_of(_OF_SOURCE)})[*_]*\s?:(?P<source>[^\n]{{2,160}})"
)
"""Behind a quotation and the rest of its paragraph: the line for its source. "Source: OECD (2022)"."""
_FROM_ANOTHER: _Phrases = {
    "en": ("(?:as_)?per", "citing", "quoting", "as_(?:cited|quoted|adopted|used)_(?:in|by)", "after"),
    "de": ("nach", "zitiert_nach", "gemäß"),
    "fr": ("d[’']après", "citant", "cité_(?:par|dans)"),
    "es": ("citando", "citado_(?:por|en)"),
    "it": ("citando", "cit(?:ato)?_in"),
}
CITED_THROUGH = late(
    rf"[{_BEHIND_QUOTED}']*\((?P<source>(?!(?:Art|Sec|Ann|Chap|Rec|Def|Emph|Tit|Po|See|Vgl|Par|Nr|No)[a-z]*\b)"
    rf"[A-Z][^(),;\n]{{2,60}}),\s(?:{_any_of(_FROM_ANOTHER)})\s"
)
"""Behind a quotation: whose it is, and from what they have it. "(CNSSI 4009, per 15 U.S.C. 9401)"."""

_NOT_THE_COLLECTED: _Phrases = {
    "en": (
        r"(?:own|my|our|private|machine|automat(?:ic|ed)|unofficial|informal|free|literal|working|courtesy|provisional|alternative"
        r"|another|different|DeepL|Google)_(?:\w+_){0,2}translations?",
        r"(?:machine|DeepL|Google)[- ]translat\w+",
        r"translat(?:ion|ed)_(?:by|with|using)_(?:me|us|myself|ourselves|the_authors?|DeepL|Google|ChatGPT|AI|machine)",
        r"(?:my|our|author[’']?s?[’']?)_(?:own_)?translations?",
    ),
    "de": (
        r"(?:eigene|private|maschinelle|inoffizielle|nichtamtliche|freie|wörtliche|andere)[nrs]?_Übersetzung\w*",
        "Arbeitsübersetzung",
    ),
    "fr": (
        r"(?:notre|ma)_traduction",
        r"traduction_(?:libre|personnelle|privée|automatique|non_officielle|littérale|de_l[’']auteure?)",
    ),
    "es": (
        r"(?:nuestra|mi)_traducción",
        r"traducción_(?:propia|libre|privada|automática|no_oficial|literal)",
    ),
    "it": (
        r"(?:nostra|mia)_traduzione",
        r"traduzione_(?:propria|libera|privata|automatica|non_ufficiale|letterale|nostra|mia)",
    ),
    "nl": (r"(?:eigen|vrije|onofficiële|automatische|letterlijke|machine)[_-]?_?vertaling",),
    "pl": (r"tłumaczeni\w+_(?:własn|robocz|nieoficjaln|maszynow|woln)\w+",),
    "pt": (
        r"(?:nossa|minha)_tradução",
        r"tradução_(?:própria|livre|automática|não_oficial|nossa|minha|literal)",
    ),
    "cs": (r"(?:vlastní|neoficiální|pracovní|strojový)_překlad\w*",),
    "da": (r"(?:egen|uofficiel|fri|maskin)_?oversættelse\w*",),
    "sv": (r"(?:egen|inofficiell|fri|maskin)_?översättning\w*",),
    "fi": (r"(?:oma|epävirallinen|vapaa|kone)_?(?:kään|suomen)nös\w*",),
    "hu": (r"(?:saját|nem_hivatalos|gépi|szabad)_fordítás\w*",),
}
OTHER_TRANSLATION = late(
    rf"(?<!\w)(?:{_any_of(_NOT_THE_COLLECTED)})(?!\w)[^;!?\n{_QUOTING}]{{0,120}}[\s*_>{_QUOTING}]*\Z",
    re.IGNORECASE,
)
"""Before a quotation: it is a translation that its author, a program or nobody official made."""
OTHER_TRANSLATION_BEHIND = late(
    rf"[^.;!?\n{_QUOTING}]{{0,60}}?(?<!\w)(?:{_any_of(_NOT_THE_COLLECTED)})(?!\w)", re.IGNORECASE
)
"""Behind it: the same. "(our translation)"."""

FIRST_PERSON = late(
    r"\b(?:[Oo]urs?|[Ww]e|[Mm]y|[Uu]nser\w*|[Ww]ir|[Nn]otre|[Nn]ous|[Nn]uestr[oa]s?|[Nn]osotros|[Nn]ostr[aieo]"
    r"|[Oo]nze|[Ww]ij|[Nn]asz\w*|[Nn]oss[ao]s?)\b"
)
"""What somebody says of his own: "our machine-based tool"."""

_BUT_RATHER: _Phrases = {
    "en": ("but",),
    "de": ("sondern",),
    "fr": ("mais",),
    "es": ("sino",),
    "it": ("bensì",),
    "nl": ("maar",),
}
_BUT_STILL_NOT: _Phrases = {
    "en": ("not", "only", "implies", "means", "suggests"),
    "de": ("nicht",),
    "fr": ("pas",),
    "es": ("no",),
    "it": ("non",),
    "nl": ("niet",),
}
BUT = late(rf"\b(?:{_any_of(_BUT_RATHER)})\b(?!\s(?:{_any_of(_BUT_STILL_NOT)})\b)", re.IGNORECASE)
"""In what disclaims: what follows is the text's after all.

"Tokyo does not define AI but “AI-related technology”, which its Act takes to be “…”".
"""

_WRONG: _Phrases = {"en": ("wrong", "false", "incorrect"), "de": ("falsch",)}
_WHERE: _Phrases = {"en": ("under", "in", "according to"), "de": ("nach",)}
_THE_TEXT: _Phrases = {"en": ("the", "its", "that", "it", "article"), "de": ("der", "die", "das")}
_SAYS_RIGHTLY: _Phrases = {
    "en": ("says?", "reads?", "defines?", "requires?", "provides?", "speaks?"),
    "de": ("sagt", "lautet"),
}
CORRECTED = late(
    rf"(?:(?:{_any_of(_WRONG)})|(?:{_any_of(_UNTRUE)})\b[^:;]{{0,90}}?)\s*[:;—–]\s+(?:(?:{_any_of(_WHERE)})\s)?(?:{_any_of(_THE_TEXT)})\s"
    rf"(?:[^.;:{_QUOTING}]{{3,90}}?\b)?(?:{_any_of(_SAYS_RIGHTLY)})\b",
    re.IGNORECASE,
)
"""In what disclaims: what follows is said to be right. "She is wrong: the treaty says"."""

_CAME_TO_NOTHING: _Phrases = {
    "en": (
        r"vetoed",
        r"failed",
        r"defeated",
        r"lapsed",
        r"died",
        r"dead",
        r"abandoned",
        r"withdrawn",
        r"never (?:passed|became|adopted|enacted)",
    ),
}
FAILED = late(rf"\b(?:{_any_of(_CAME_TO_NOTHING)})\b[^.;!?\n]{{0,120}}\Z")
"""A bill that came to nothing: what it would have been, it says."""

# That a text has given words up, or had them before it was made.
_GAVE_UP: _Phrases = {
    "en": (
        r"(?:ha[sd]_)?(?:replaced|abandoned|dropped|discarded|scrapped|deleted|superseded|given_up|gave_up|left_behind)",
        r"(?:ha[sd]_)?(?:moved|gone|went|shifted|turned)_away_from",
        r"(?:ha[sd]_)?departed_from",
        r"no_longer_(?:says?|ha[sd]|reads?|uses?|contains?|speaks?_of|defines?(?:_\w+){0,4}_as|includes?)",
    ),
    "de": (
        r"(?:ersetzte|verwarf|strich|ließ_fallen)",
        r"(?:sagt|enthält|kennt|hat|verwendet)_nicht_mehr",
        r"(?:rückte|wich)_(?:ab_)?von",
    ),
    "fr": (
        r"(?:a_)?(?:remplac|abandonn|supprim|écart)(?:é|a)",
        r"ne_(?:dit|contient|porte|connaît)_plus",
        r"s[’'](?:est_éloigné|écarte)_de",
    ),
    "es": (
        r"(?:reemplazó|sustituyó|abandonó|suprimió|descartó)",
        r"ya_no_(?:dice|contiene|usa|habla_de)",
        "se_apartó_de",
    ),
    "it": (
        r"(?:ha_)?(?:sostituito|abbandonato|soppresso|scartato)",
        r"non_(?:dice|contiene|usa|parla_di)_più",
        "si_è_allontanat[oa]_da(?:lla)?",
    ),
    "nl": (r"(?:verving|schrapte|verwierp)", r"(?:zegt|bevat|kent)_niet_(?:meer|langer)", r"stapte_af_van"),
    "pl": (
        r"(?:zastąpił|porzucił|odrzucił|usunął)[ao]?",
        r"nie_(?:mówi|zawiera)_już",
        r"już_nie_(?:mówi|zawiera)",
    ),
    "pt": (r"(?:substituiu|abandonou|suprimiu|descartou)", r"já_não_(?:diz|contém|usa)"),
    "cs": (r"(?:nahradil|opustil|vypustil|zavrhl)[aoy]?", r"(?:již|už)_ne(?:říká|obsahuje)"),
    "da": (r"(?:erstattede|opgav|forkastede)", r"(?:siger|indeholder)_ikke_længere"),
    "sv": (r"(?:ersatte|övergav|förkastade|strök)", r"(?:säger|innehåller)_inte_längre"),
    "fi": (r"(?:korvasi|hylkäsi|poisti)", r"ei_enää_(?:sano|sisällä)"),
    "hu": (r"(?:felváltotta|elvetette|elhagyta)", r"már_nem_(?:mondja|tartalmazza)"),
}
# What else than a name a text may be said to be like.
_LIKE: _Phrases = {
    "en": (
        r"(?:resembl|echo|mirror|cop[iy]|follow|recall)\w*_(?:this|that|the_following|another)",
        r"(?:similar|close|akin|identical)_to_(?:this|that|the_following|another)",
        r"(?:modell?ed|based|patterned)_(?:up)?on_(?:this|that|the_following|another)",
        r"inspired_by_(?:this|that|the_following|another)",
    ),
    "de": (
        r"(?:ähnelt|gleicht|folgt)_(?:diese[rm]|folgende[rm])",
        r"(?:orientiert_sich|angelehnt)_an_(?:diese[rm]?|folgende[rm]?)",
    ),
    "fr": (
        r"(?:ressemble|semblable|proche|identique)_(?:à|de)_(?:cette|celle|ce|la_suivante)",
        r"s[’']inspire_de_(?:cette|celle|ce)",
    ),
    "es": (
        r"(?:se_parece|similar|parecid[oa])_a_(?:est[ea]|la_siguiente)",
        r"se_inspira_en_(?:est[ea]|la_siguiente)",
    ),
    "it": (r"(?:somiglia|assomiglia|simile)_a_(?:quest[oa]|quella)", r"si_ispira_a_(?:quest[oa]|quella)"),
    "nl": (r"(?:lijkt_op|volgt|gelijkt_op)_(?:deze|dit|de_volgende)",),
    "pl": (r"przypomina_(?:tę|następującą)", r"wzorowan\w+_na_(?:tej|następującej)"),
    "pt": (r"(?:assemelha-se|semelhante)_a_est[ea]", r"inspira-se_nest[ea]"),
    "cs": (r"podob\w+_(?:se_)?(?:této|následující)",),
    "da": (r"ligner_(?:denne|følgende)",),
    "sv": (r"liknar_(?:denna|följande)",),
    "fi": (r"muistuttaa_(?:tätä|seuraavaa)",),
    "hu": (r"hasonlít_(?:erre|a_következő)",),
}
_SOONER: _Phrases = {
    "en": (r"before", r"prior_to", r"until", r"up_to", r"ahead_of"),
    "de": (r"vor", r"bis_zu[rm]?", r"bevor", "ehe"),
    "fr": (r"avant", r"jusqu[’'](?:à|au|en)"),
    "es": (r"antes_del?", r"hasta", r"con_anterioridad_al?"),
    "it": (r"prima_d\w+", r"fino_al?\w*"),
    "nl": (r"vóór", r"voor", "voordat", "tot"),
    "pl": (r"przed", r"zanim", "do_czasu"),
    "pt": (r"antes_d\w+", r"até"),
    "cs": (r"před", "než", "do_doby"),
    "da": (r"før", "inden", "indtil"),
    "sv": (r"före", "innan", "fram_till"),
    "fi": (r"ennen",),
}
_THEN_WAS: _Phrases = {
    "en": ("was", "were", "read", "had_been", "ran", "said"),
    "de": ("lautete", "war", "hieß"),
    "fr": ("était", "se_lisait", "disait"),
    "es": ("era", "decía", "rezaba"),
    "it": ("era", "recitava", "diceva"),
    "nl": ("was", "luidde"),
    "pl": (r"brzmiał[ao]?", r"był[ao]?"),
    "pt": ("era", "dizia"),
    "cs": (r"byl[ao]?", r"zněl[ao]?"),
    "da": ("var", "lød"),
    "sv": ("var", "löd"),
    "fi": ("oli", "kuului"),
}
# The text itself, where no other text is named: "the working definition was", "lautete die Definition".
_NAMELESS = r"(?-i:[^\W\dA-Z])(?-i:[^A-Z.;:“”\"„«»\n]){2,60}?"
_WORDS_OF_IT = (
    r"(?:_(?:the|its?|earlier|older|old|former|original|previous|definition|wording|words?|text|phrase|formula|formulation"
    r"|d(?:ie|en|as|er)|la|le|l[’']|el|il|lo|de|het|alte|frühere|Definition|Wortlaut|définition|definición|definizione"
    r""
    r"|definitie|definicję|definição|definici|definitionen|määritelmän|meghatározást)){0,4}"
).replace("_", r"\s+")
GIVEN_UP = late(
    rf"(?:\b(?:{_any_of(_GAVE_UP)}){_WORDS_OF_IT}"
    rf"|\b(?:{_any_of(_LIKE)})\b{_some(80)}"
    rf"|\b(?:{_any_of(_SOONER)})\s+(?=[^,.;:]{{0,40}}(?-i:[A-Z]))[^.;:!?{_QUOTING}\n]{{2,80}}?"
    rf"(?:,\s+{_NAMELESS}\b(?:{_any_of(_THEN_WAS)})"
    rf"|\s(?:{_any_of(_THEN_WAS)})\s(?:d(?:ie|er|as)|de|het|definitionen|definitionen|määritelmä)(?:\s\w+)?))"
    rf"\s*:?[\s*_{_QUOTING}]*\Z",
    re.IGNORECASE,
)
"""Right before a quotation: the text has given the words up, is but like them, or they stood before it.

"The Act replaced", "is similar to this definition:", "Before the Act was adopted, the definition was".
"""

# The same behind the words: "“…” No such words stand in the Act", "“…” Eso no está en el Reglamento".
_ARE_NOT_THERE: _Phrases = {
    "en": (
        rf"[^.;\n{_QUOTING}]{{0,40}}?\b(?:has|have|had|contains?|says?|knows?|uses?)_no_such_"
        r"(?:clauses?|definitions?|language|passages?|phrases?|provisions?|sentences?|text|things?|words?|wording)\b",
        r"Th(?:is|at|[eo]se|e) (?:(?:words?|sentence|phrase|wording|text|passage) )?"
        r"(?:is|are|was|were|do(?:es)?)(?:n[’']t|_not)_(?:in|stand|appear|occur|what|its|the_(?:words|text))\b",
        r"Th(?:at|e|[eo]se) (?:words?|sentence|phrase|wording) belongs? (?:elsewhere|to)\b",
        r"only_in_the_(?:reading|imagination|minds?|words|version)_of\b",
        r"Is that (?:so|right|correct|true)\?",
        r"I (?:could|can|did)(?:n[’']t| ?not) (?:find|see) (?:that|this|it|them|these|those)\b",
        r"That is (?:wrong|false|a mis\w+)\b",
        r"(?:Wrong|False|Incorrect|Untrue|Not so|Not quite)(?:, (?:of course|obviously|again|alas))?[.!]",
        r"No such words?\b",
        r"[Ww]hich (?:was|were|had been) (?:(?:\w+ly|later|then|soon|eventually) )?"
        r"(?:dropped|deleted|removed|replaced|abandoned|discarded|struck|given up|superseded)\b",
    ),
    "de": (
        r"(?:[Dd]as|[Dd]ie(?:se)?s?) (?:\w+ )?(?:steht|stehen|ist|sind) (?:so )?nicht\b",
        r"(?:[Ss]o|[Dd]as|[Ee]s) steht (?:es |das |so )?(?:dort |da |im \w+ )?nicht\b",
        r"(?:Falsch|Irrtum|Stimmt nicht)[.!]",
        r"d(?:ie|er|as) (?:später|dann|schließlich) "
        r"(?:gestrichen|ersetzt|fallen ?gelassen|aufgegeben) wurden?\b",
    ),
    "fr": (
        r"Cela n[’'](?:est|y)\b[^.;]{0,20}\bpas\b",
        r"qui (?:a|ont|fut|furent) (?:été )?(?:ensuite |plus tard |finalement )?(?:été )?"
        r"(?:abandonn|supprim|remplac|écart)ée?s?\b",
    ),
    "es": (
        r"Eso no (?:está|es|figura)\b",
        r"que (?:luego|después|más tarde|finalmente|posteriormente) (?:se|fue(?:ron)?) "
        r"(?:suprimi|elimin|abandon|sustituy|descart)\w+",
    ),
    "it": (
        r"Questo non (?:è|c[’']è|sta)\b",
        r"che (?:poi|in seguito|successivamente|infine) (?:è stat|fu|furono|sono stat)\w* "
        r"(?:soppress|eliminat|abbandonat|sostituit)\w+",
    ),
    "nl": (
        r"Dat staat (?:er )?niet\b",
        r"die (?:later|vervolgens|uiteindelijk) (?:werd|is|werden|zijn) (?:geschrapt|vervangen|verlaten)\b",
    ),
}
_ARE_A_MISTAKE: _Phrases = {
    "en": ("mistranslation", r"misquot\w+"),
    "de": ("Fehlübersetzung", "Übersetzungsfehler", "Fehlzitat", "Falschzitat"),
    "fr": ("erreur de (?:traduction|citation)",),
    "es": ("error de (?:traducción|cita)",),
    "it": ("errore di (?:traduzione|citazione)",),
    "nl": ("vertaalfout",),
}
DENIED = late(
    rf"[{_BEHIND_QUOTED}-]*(?:(?:and|but|yet|although)\s+)?(?:{_any_of(_ARE_NOT_THERE, either_case=True)}"
    rf"|[^.;\n{_QUOTING}]{{0,60}}\b(?:{_any_of(_ARE_A_MISTAKE)})\b)"
)
"""Behind a quotation: the words are said not to be the text's."""

_AS_WRONG: _Phrases = {
    "en": (
        "wrong(?:ly)?",
        "incorrect(?:ly)?",
        "false",
        "misquot(?:ed|ations?)",
        "mistakes?",
        "errors?",
        "inaccurate",
        r"(?:do not|don[’']t) (?:write|say|use)",
    ),
    "de": ("falsch(?:e[rns]?)?", "fehlerhaft(?:e[rns]?)?", "unrichtig", "Fehler", "Falschzitate?"),
    "fr": ("faux", "fausse", "incorrecte?", "erronée?", "à éviter", "erreurs?"),
    "es": ("incorrect[oa]", "erróne[oa]", "mal", "falso", "errores", "error"),
    "it": ("sbagliat[oa]", "errat[oa]", "scorrett[oa]", "errore", "errori"),
    "nl": ("fout", "fouten", "onjuist", "verkeerd"),
    "pl": ("błędnie", "błędn[ey]", "źle", "niepoprawnie", "nieprawidłow[oe]", "błędy?"),
    "pt": ("errad[oa]", "incorret[oa]", "erros?"),
    "cs": ("špatně", "chybně", "nesprávně", "chyb[ay]"),
    "da": ("forkert", "fejl"),
    "sv": ("fel", "felaktigt"),
    "fi": ("väärin", "virheellinen", "virhe"),
    "hu": ("hibás(?:an)?", "helytelen(?:ül)?", "rossz", "téves"),
}
_AS_RIGHT: _Phrases = {
    "en": ("right", "correct(?:ed|ly|ion)?", "true", "official", "accurate", "instead"),
    "de": ("richtig(?:e[rns]?)?", "korrekt(?:e[rns]?)?", "amtlich"),
    "fr": ("juste", "correcte?", "exacte?"),
    "es": ("correct[oa]", "bien", "verdadero"),
    "it": ("corrett[oa]", "giust[oa]", "esatt[oa]"),
    "nl": ("goed", "juist", "correct"),
    "pl": ("poprawnie", "dobrze", "prawidłow[oe]"),
    "pt": ("corret[oa]", "cert[oa]"),
    "cs": ("správně", "dobře"),
    "da": ("rigtigt?", "korrekt"),
    "sv": ("rätt", "korrekt"),
    "fi": ("oikein", "oikea"),
    "hu": ("helyes(?:en)?", "jó"),
}
_CROSSES, _TICKS = "❌✗✘✖❎🚫👎", "✅✓✔☑👍"
HEADED_WRONG = late(rf"\W*(?:(?:{_any_of(_AS_WRONG)})|[{_CROSSES}])(?:\W+\w+)?\W*", re.IGNORECASE)
"""All of the head of a column whose cells are shown as wrong: "Wrong", "Falsches Zitat", "❌"."""
HEADED_RIGHT = late(rf"\W*(?:(?:{_any_of(_AS_RIGHT)})|[{_TICKS}])(?:\W+\w+)?\W*", re.IGNORECASE)
"""All of the head of the column beside it: "Right", "Richtig", "✅"."""
CROSSED = late(rf"(?:\n|\A)[^\w\n]*[{_CROSSES}][^.!?\n{_QUOTING}]{{0,60}}[{_QUOTING}‘'*_]*\Z")
"""A cross at the head of the line: what follows is shown as wrong."""
TICKED = late(rf"\n[^\w\n]*[{_TICKS}]")
"""The same of a line that is right."""

_TEXTS: _Phrases = {
    "en": (
        r"bill",
        r"act",
        r"text",
        r"law",
        r"statute",
        r"regulation",
        r"order",
        r"convention",
        r"treaty",
        r"definition",
        r"provision",
        r"section",
        r"article",
        r"original",
        r"official journal",
    ),
    "de": ("Gesetz", "Verordnung", "Text", "Original"),
    "fr": ("loi", "règlement", "texte"),
    "es": ("ley", "reglamento", "texto"),
    "it": ("legge", "regolamento", "testo"),
    "nl": ("wet", "verordening", "tekst"),
}
_SAYS: _Phrases = {
    "en": ("says?", "reads?", "has", "uses?"),
    "de": ("sagt", "lautet", "hat"),
    "fr": ("dit", "porte"),
    "es": ("dice",),
    "it": ("dice",),
    "nl": ("zegt", "luidt"),
}
_RIGHT: _Phrases = {
    "en": ("right", "correct(?:ly)?", "rightly"),
    "de": ("richtig",),
    "fr": ("correctement",),
    "es": ("correct[oa]",),
    "it": ("corrett[oa]",),
    "nl": ("juist",),
}
TELLS_RIGHT = late(
    rf"(?:\b(?:{_any_of(_TEXTS)})\b{_some(40)}\b(?:{_any_of(_SAYS)})"
    rf"|\b(?:{_any_of(_RIGHT)})\b[^.;{_QUOTING}\n]{{0,30}}?)"
    rf"[\s:,]*[“\"„«‘']\s?(?P<said>[^{_QUOTING}\n]{{2,240}}?)[.,;]?\s?[”\"“»’']",
    re.IGNORECASE,
)
"""Behind a quotation: what the text has instead, `said`. "The bill says “resembles”", "“or” is right"."""


# --- an exercise -------------------------------------------------------------------------------

_EXERCISES: _Phrases = {
    "en": (
        "true or false",
        "right or wrong",
        r"fill in the (?:\w+ )?(?:gaps?|blanks?|words?)",
        r"(?-i:Find|Spot|Correct|Mark|Identify|How_many)_(?:the_|an?_|all_)?(?:\w+_)?(?:mistakes?|errors?|differences?)",
        r"complete the (?:\w+ )?(?:sentence|definition|quotation|quote|text)",
        r"(?:choose|select|pick|tick) the (?:right|correct|wrong|incorrect|false) "
        r"(?:answer|definition|wording|option|version|words?|statement|quotation)",
        r"what(?: i|[’'])s wrong with (?:this|these|the following)",
    ),
    "de": (
        "(?:wahr|richtig) oder falsch",
        "(?:setze|füllen? sie|fülle|ergänzen? sie|ergänze) die lücken",
        r"(?-i:Finden?|Suchen?|Korrigieren?|Verbessern?|Wo ist)(?: Sie)? (?:den|die|der|alle) Fehler",
        "(?:wählen?|kreuzen?)(?:_sie)?_die_(?:richtige|korrekte|falsche)_(?:antwort|definition|aussage|fassung)",
        "lückentext",
    ),
    "fr": (
        "vrai ou faux",
        "complétez (?:la|le|les) (?:phrase|définition|texte|blancs|trous|mots)",
        r"(?-i:Trouvez|Cherchez|Corrigez|Repérez) (?:l[’']|les )(?:erreurs?|fautes?)",
        "(?:choisissez|cochez) la bonne (?:réponse|définition)",
        "texte à trous",
    ),
    "es": (
        "verdadero o falso",
        r"(?:completa|complete|rellena|rellene)_(?:los|la|el|las)_(?:huecos|espacios|blancos|frase|definición|texto)",
        r"(?:encuentra|encuentre|busca|corrige|corrija) (?:el|los) error(?:es)?",
        "(?:elige|elija|marca|marque) la (?:respuesta|opción)",
    ),
    "it": (
        "vero o falso",
        r"(?:completa|completate|riempi) (?:gli|la|il|le) (?:spazi|frase|definizione|testo)",
        r"(?:trova|trovate|correggi|individua) (?:l[’']|gli )error[ei]",
        "(?:scegli|indica) la risposta",
    ),
    "nl": (
        "(?:waar|juist|goed) of (?:niet waar|onwaar|onjuist|fout)",
        "vul (?:de )?(?:ontbrekende|gaten|lege)",
        "(?:zoek|vind|verbeter) de fouten?",
        "kies het (?:juiste|goede)",
    ),
    "pl": (
        "prawda (?:czy|lub|albo) fałsz",
        "uzupełnij (?:luki|brakujące|definicję|zdanie|tekst)",
        "(?:znajdź|wskaż|popraw) (?:błąd|błędy)",
        r"wybierz (?:poprawn|prawidłow)\w+",
    ),
    "pt": (
        "verdadeiro ou falso",
        "(?:preencha|complete) (?:as|a|os|o) (?:lacunas|frase|espaços|definição)",
        r"(?:encontre|corrija|identifique) o erro",
    ),
    "cs": (
        "(?:pravda|ano) nebo (?:nepravda|lež|ne)",
        "doplň(?:te)? (?:chybějící|slova|definici|větu|text)",
        "(?:najdi|najděte|opravte) chyb[uy]",
    ),
    "da": ("sandt eller falsk", "udfyld (?:hullerne|de tomme|de manglende)", "find fejlen(?:e)?"),
    "sv": ("sant eller falskt", "fyll i (?:luckorna|det som saknas|de saknade|orden)", "hitta fele[nt]"),
    "fi": (
        "totta vai tarua",
        "oikein vai väärin",
        "täydennä (?:lause|puuttuvat|aukot|määritelmä)",
        "etsi virhe",
    ),
    "hu": (
        "igaz vagy hamis",
        "egészítse ki (?:a|az) (?:mondatot|meghatározást|szöveget|hiányzó)",
        "keresse meg a hibát",
    ),
}
_ANSWERS: _Phrases = {
    "en": ("answers?", "solutions?", "correct version", "hint"),
    "de": ("antwort(?:en)?", r"lösung\w*", "hinweis"),
    "fr": ("réponses?", "solutions?", "corrigé"),
    "es": ("respuestas?", "soluci(?:ón|ones)"),
    "it": ("rispost[ae]", "soluzion[ei]"),
    "nl": (r"antwoord\w*", r"oplossing\w*"),
    "pl": (r"odpowied[zź]\w*", r"rozwiązani\w+"),
    "pt": ("respostas?", "soluç(?:ão|ões)"),
    "cs": (r"odpověď\w*", "řešení"),
    "da": ("svar", r"løsning\w*"),
    "sv": ("svar", r"lösning\w*"),
    "fi": (r"vastau\w+", r"ratkaisu\w*"),
    "hu": (r"válasz\w*", r"megoldás\w*"),
}
EXERCISE = late(
    rf"\b(?:{_any_of(_EXERCISES)})\b(?:(?!\b(?:{_any_of(_ANSWERS)})\b)[^{_QUOTING}]){{0,160}}\Z",
    re.IGNORECASE,
)
"""Before words: a task that has to be done with them, and no answer. "True or false? The Act says “…”"."""

_WHICH_ONE: _Phrases = {
    "en": (
        r"which_(?:one|of|is|(?:\w+_)?(?:definition|text|statement|answer|wording|version|quotation|option|sentence))",
    ),
    "de": (
        r"welche[rs]?_(?:der|dieser|von|ist|(?:\w+_)?(?:Definition|Aussage|Antwort|Fassung|Wortlaut|Satz|Begriffsbestimmung))",
    ),
    "fr": (r"(?:laquelle|lequel|quel(?:le)?s?) (?:est|de|des|parmi|définition|texte|réponse|version)",),
    "es": (r"cuál (?:es|de)", r"qué (?:definición|texto|respuesta|versión)"),
    "it": (r"qual(?:e|[’'])? ?(?:è|di|delle|dei|tra|definizione|testo|risposta|versione)",),
    "nl": (r"welke? (?:is|van|definitie|tekst|antwoord|uitspraak|versie)",),
    "pl": (r"któr[aey] (?:z|jest|definicja|odpowiedź|wersja)",),
    "pt": (r"qual (?:é|d[aeo]s?)",),
    "cs": (r"kter[áéý] (?:z|je|definice|odpověď|verze)",),
    "da": (r"hvilken (?:af|er|definition)",),
    "sv": (r"vilken (?:av|är|definition)",),
    "fi": (r"mikä (?:on|seuraavista|näistä)",),
    "hu": (r"melyik",),
}
WHICH = late(rf"\b(?:{_any_of(_WHICH_ONE)})\b[^\n]*[?:][\W_]*\Z", re.IGNORECASE)
"""A line that asks which of those below it is right: "Which of these is the definition of the Act?"."""
ALTERNATIVE = late(r"[\s>*_-]*(?:\[[ xX]?\]\s*)?(?:\(?[A-Ha-h1-8][).:]|[☐☑□○◯])[\s*_]+")
"""At the head of a line: one of the answers to choose from. "b) ", "☐ "."""
CANDIDATES = late(
    r"\b(?:candidates?|options?|choices?|distractors?|alternatives?|auswahl|choix|opciones|opzioni|opties|opções)\b",
    re.IGNORECASE,
)
"""The name of a list of a program or of JSON from whose strings one has to choose."""
GAP = late(r"(?<![^\s(\[“\"«„])_{3,}(?![^\s.,;:)\]”\"»“])")
"""A blank to be filled in: "that ______ exhibit"."""


# --- the text ends with the words, and is whole ------------------------------------------------

_AND: _Phrases = {
    "en": ("and", "but"),
    "de": ("und",),
    "fr": ("et",),
    "es": ("y",),
    "it": ("e",),
    "nl": ("en",),
}
_ENDS: _Phrases = {
    "en": (
        rf"(?:[Tt]h(?:at|is) is|(?:is|was|[Ss]o)(?: (?:reads|runs|says))?) {_some(60)}"
        r"\bin (?:full|its entirety)\b(?! \w)",
        r"Th(?:at|is) is (?:the (?:whole|full|entire|complete)|all)\b",
        r"In (?:full|its entirety)\b(?! \w)",
        r"There is nothing (?:more|else|further)\b",
        r"Nothing (?:more|else|further) (?:follows|is there|stands)\b",
        r"Nothing (?:more|else)[.!:;]",
        r"Full stop\b",
        r"Period[.!]",
        r"That(?: is|['’]s) all[.!:;]",
        r"That(?: is|['’]s) (?:the whole|all of it)\b",
        rf"(?:[Tt]he (?:{_TEXT})|[Ii]t) (?:stops|ends) (?:there|here)\b",
        r"There (?:the (?:definition|text)|it) (?:stops|ends)\b",
        rf"{_some(60)}\b(?:{_TEXT}|point|clause) (?:ends|stops|closes) "
        r"(?:with (?:these|those) words|there|here)\b",
        r"There (?:is|are) no (?:other )?(?:exceptions?|exemptions?|qualifications?|carve-outs?)"
        r"(?: (?:to|from|of) (?:it|this|that))?[.!;]",
    ),
    "de": (
        rf"So lautet {_some(60)}\bvollständig\b",
        rf"Mehr steht {_some(40)}\bnicht\b",
        r"Mehr (?:steht (?:da|dort) )?nicht[.!:;]",
        r"Punkt[.!]",
        r"(?:[Dd]amit|[Dd]ort|[Hh]ier) endet (?:die|der)\b",
        rf"Die (?:{_TEXT_DE}) endet (?:dort|da|hier|damit)\b",
        r"(?:[Ee]ine )?[Aa]usnahmen? (?:gibt es|kennt sie) (?:nicht|keine)\b",
    ),
    "fr": (
        r"Rien de plus(?: ?[.!:;]| ne (?:suit|figure|limite)\b)",
        r"(?:[Ll]a définition|[Ll]e texte) s[’']arrête (?:là|ici)\b",
        r"Point final\b",
        r"Sans (?:aucune )?(?:exception|réserve)\b",
    ),
    "es": (
        r"Punto(?: final| y aparte)?[.!]",
        r"Nada más[.!:;]",
        r"La definición (?:termina|acaba) (?:ahí|aquí)\b",
        r"Sin excepci(?:ón|ones)\b",
    ),
    "it": (
        r"Punto(?: e basta)?[.!]",
        r"Ni(?:ente|ent[’']altro)(?: di più)?[.!:;]",
        r"La definizione (?:finisce|termina|si ferma) (?:qui|lì)\b",
        r"Senza eccezion[ei]\b",
    ),
    "nl": (
        r"Punt[.!]",
        r"Daar (?:eindigt|stopt|houdt) (?:de (?:definitie|bepaling|zin|tekst))\b",
        r"De definitie (?:eindigt|stopt|houdt) (?:daar|hier)\b",
        r"(?:[Nn]iets|[Mm]eer) (?:meer|niet)[.!:;]",
    ),
    "pl": (
        r"Kropka[.!]",
        r"Nic więcej[.!:;]",
    ),
}
SAID_TO_END = late(
    rf"[{_BEHIND_QUOTED}(\[-]*(?:(?:{_any_of(_AND)})\s+)?(?:{_any_of(_ENDS, either_case=True)})"
)
"""Behind a quotation: the text ends with it. "Full stop.", "La définition s’arrête là"."""

# The same before it.
_IN_FULL: _Phrases = {
    "en": (
        r"in full(?! \w*(?:force|effect|view|swing|text|line))",
        r"in its entirety",
        r"in toto",
        r"in extenso",
    ),
    "de": ("vollständig", "ungekürzt", "in voller Länge", "in Gänze"),
    "fr": ("intégralement", "en entier", "dans (?:son|leur) (?:intégralité|entier)"),
    "es": ("íntegramente", "en su (?:totalidad|integridad)", "por completo"),
    "it": ("integralmente", "per intero", "per esteso", "nella sua interezza"),
    "nl": ("volledig", "voluit", "in (?:zijn|haar|hun) geheel", "onverkort"),
    "pl": ("w całości",),
}
_FULL_TEXT: _Phrases = {
    "en": (
        r"complete in (?:these|those|the following) words",
        rf"(?:full|entire|complete|whole|unabridged) (?:{_TEXT}|wording)",
    ),
    "de": (rf"(?:vollständige[rn]?|ganze[rn]?|volle[rn]?) (?:Text|Wortlaut|{_TEXT_DE}|Satz)",),
    "fr": (r"(?:texte|définition|libellé) (?:intégrale?|complète?|complet)",),
    "es": (r"(?:texto|definición) (?:íntegr[oa]|complet[oa])",),
    "it": (r"(?:testo|definizione) (?:integrale|complet[oa])",),
    "nl": (r"(?:volledige|hele|gehele) (?:tekst|definitie|bepaling)",),
}
_READS: _Phrases = {
    "en": (
        r"is",
        r"are",
        r"reads?",
        r"runs?",
        r"says?",
        r"states?",
        r"as follows",
        r"this",
        r"means",
        r"covers",
        r"defines",
    ),
    "de": ("lautet", "ist", "bezeichnet", "meint", "definiert", "wie folgt"),
    "fr": ("est", "dit", "vise", "désigne", "définit"),
    "es": ("es", "dice", "reza", "designa", "define"),
    "it": ("è", "recita", "indica", "definisce"),
    "nl": ("luidt", "omschrijft"),
}
# What applies in full is no text that is quoted so.
_APPLIES = "".join(rf"(?<!\b{word} )" for word in ("apply", "applies", "applied", "applicable"))
SAID_TO_BE_WHOLE = late(
    rf"(?:{_APPLIES}\b(?:{_any_of(_IN_FULL)})\b|\b(?:{_any_of(_FULL_TEXT)})\b)"
    rf"(?:{_some(60)}(?:\b(?:{_any_of(_READS)})\b|(?=:)))?[\s:,\"“„«‘*_>]*\Z",
    re.IGNORECASE,
)
"""Before a quotation: it is all of the text. "reads in full:", "lautet vollständig"."""

_PARTS: _Phrases = {
    "en": ("sentence", "limb", "half", "clause", "phrase", "part", "item", "indent"),
    "de": ("Satz", "Halbsatz", "Teil"),
    "fr": ("phrase", "partie", "lettre"),
    "es": ("frase", "inciso", "parte", "letra"),
    "it": ("frase", "parte", "lettera"),
    "nl": ("zin", "deel"),
}
OF_A_PART = late(rf"\b(?:{_any_of(_PARTS)})\b|\([a-hA-H]\)", re.IGNORECASE)
"""Where it is said to be whole: a part of it is. "the first sentence reads in full", "limb (b)"."""

# The author says that he gives a part of a text, or its main idea; before the words or behind them.
_IN_PART: _Phrases = {
    "en": (
        "in (?:(?:relevant|pertinent|material) )?part",
        "part(?:ly|ial(?:ly)?)",
        "inter alia",
        "among (?:others?|other things)",
        "(?:begin|start|open)s? (?:with|by|as|thus|like)",
        "main (?:clause|part|elements?)",
        "core",
        "essen(?:ce|tial(?:ly)?)",
        "basic(?:ally)?",
        "(?:broad|general|rough|loose)ly",
        "in (?:short|brief|principle|substance|summary)",
        r"(?:shorten|abbreviat|abridg|truncat|simplif|condens|summar|excerpt|extract)\w*",
        "so far as (?:relevant|material)",
        "anchors?|prefix(?:es)?|previews?|snippets?",  # fields of programs
    ),
    "de": (
        "(?:auszugs|teil)weise",
        "unter anderem",
        r"u\. ?a\.",
        r"beginn(?:t|en)",
        r"(?:ge|ver)kürzt\w*",
        r"vereinfacht\w*",
        "Auszug",
        "im (?:Kern|Wesentlichen|Grundsatz)",
        "grundsätzlich",
        "zunächst",
        r"erste[rnms]? \w*(?:Hälfte|Satz|Teil)",
        r"zusammenfass\w*",
    ),
    "fr": (
        "en (?:partie|bref|résumé|principe|substance)",
        "partiellement",
        "entre autres",
        "notamment",
        r"extraits?|abrég\w*|tronqu\w*|raccourci\w*|simplifi\w*|résum\w*",
        r"commenc\w*|début\w*",
        "première (?:partie|moitié|phrase|branche)",
        "pour l[’']essentiel",
    ),
    "es": (
        "en (?:parte|esencia|síntesis|resumen|principio)",
        "parcialmente",
        "entre otr[ao]s",
        r"extract\w*|abreviad\w*|resum\w*|simplificad\w*",
        r"comienza|empieza",
        "primera (?:parte|mitad|frase)",
    ),
    "it": (
        "in (?:parte|sostanza|sintesi|breve|linea di principio)",
        "parzialmente",
        "tra l[’']altro",
        r"estratt\w*|abbreviat\w*|semplificat\w*|riassun\w*",
        "inizia|comincia",
        "prima (?:parte|metà|frase)",
    ),
    "nl": (
        "gedeeltelijk|deels",
        "onder (?:meer|andere)",
        r"(?:in|ver)gekort\w*|verkort\w*|vereenvoudigd\w*|samengevat|samenvatting",
        "uittreksel",
        "begint",
        "eerste (?:helft|deel|zin)",
        "in (?:de kern|beginsel|het kort)",
        "kort gezegd",
    ),
    "pt": (
        "em (?:parte|essência|síntese|resumo|princípio)",
        "parcialmente",
        "entre outr[ao]s",
        r"excert\w*|trecho|abreviad\w*|resum\w*|simplificad\w*",
        "começa",
        "primeira (?:parte|metade|frase)",
    ),
    "pl": (
        "częściowo",
        r"m\.in\.",
        "między innymi",
        r"fragment\w*|skrócon\w*|uproszczon\w*|streszcz\w*",
        "zaczyna",
        "pierwsz[aey] (?:część|części|połow[ay]|zdanie)",
        "w (?:istocie|skrócie)",
        "co do zasady",
    ),
    "hu": ("részben", "többek között", r"kivonat\w*|egyszerűsít\w*|rövidít\w*", "kezdődik", "lényegében"),
}
IN_PART = late(rf"\b(?:{_any_of(_IN_PART)})(?!\w)", re.IGNORECASE)
"""The words are a part of a text, or what it comes to. "provides in part", "beginnt mit", "notamment"."""

# The author tells in his own words that something is excepted; before the words or behind them.
_TELLING_EXCEPTION: _Phrases = {
    "en": (
        r"(?:except|exempt|exclu)\w*",
        "unless",
        "other than",
        "provided that",
        r"carve[sd]?[- ]?outs?",
        "qualif(?:ies|ied|ications?)",
        "provisos?",
        "caveats?",
        "(?:does|do|shall) not (?:apply|cover|include|extend|capture)",
        "(?:is|are) (?:not|out)(?=[.;,])",
        r"(?:falls?|are|is|remains?) outside|private(?:ly)?|household|hobby\w*",
        r"miss(?:es|ing)|omit\w*|omissions?|left (?:out|aside|off)",
    ),
    "de": (
        r"ausnahm\w*|ausgenommen|ausgeschlossen|ausschluss|vorbehalt\w*",
        "außer",
        "es sei denn",
        "sofern|soweit",
        "nicht (?:erfasst|gemeint|umfasst)",
        "gilt nicht",
        r"privat\w*|fehlt|(?:aus|weg)gelassen|außerhalb",
    ),
    "fr": (
        r"(?:except|exempt|exclu|exclusion)\w*",
        "sauf",
        "hormis|hors",
        "à moins",
        "sous réserve",
        "à condition",
        "ne (?:vise|couvre|concerne|s[’']applique) pas",
        r"privée?s?|manque|omis\w*|en dehors",
    ),
    "es": (
        r"(?:excep|exclu|exenc)\w*",
        "salv(?:o|edad)",
        "a menos",
        "siempre que",
        "no (?:incluye|se aplica)",
        r"privad[ao]s?|omit\w*|falta|fuera",
    ),
    "it": (
        r"(?:eccez|eccett|esclu|esenz)\w*",
        "salvo",
        "tranne",
        "a meno",
        "purché",
        "non si applica",
        r"privat[aoie]|omess\w*|manca|fuori",
    ),
    "nl": (
        r"(?:uitzonder|uitgezonder|uitgeslot)\w*",
        "behalve",
        "tenzij",
        "mits",
        "niet van toepassing",
        r"privé\w*|weggelaten|ontbreekt|buiten",
    ),
    "pt": (
        r"(?:exce[çptl]|exclu)\w*",
        "salvo",
        "a menos",
        "desde que",
        "não (?:inclui|se aplica)",
        r"privad[ao]s?|omit\w*|falta|fora",
    ),
    "pl": (
        r"wyjąt\w*|wyłącz\w*",
        "chyba że",
        "o ile",
        "nie obejmuje",
        r"prywatn\w*|pomi[nj]\w*|brakuje|poza",
    ),
    "hu": ("kivéve", r"kivétel\w*", "hacsak", "feltéve", r"magán\w*|kihagy\w*|hiányzik"),
}
TELLING_EXCEPTION = late(rf"\b(?:{_any_of(_TELLING_EXCEPTION)})(?!\w)", re.IGNORECASE)
"""Something is said to be excepted or left out: "subject to an exception", "es sei denn", "is missing"."""


# --- what a heading says of the words below it ---------------------------------------------------

_SUMMARISED: _Phrases = {
    "en": (
        r"summar(?:y|ies|i[sz]ed?)",
        "at a glance",
        "in (?:brief|short|essence|a nutshell|plain [a-z]+)",
        "plain[- ](?:English|language|words)",
        "cheat[- ]?sheet",
        "key (?:points|takeaways|elements|features|ideas?)",
        r"simplified",
        r"paraphras\w*",
        "(?:short(?:ened)?|adapted|abridged|working|our|own) (?:definition|description|version|wording)s?",
        "(?:our|own) words",
        "what (?:it|this|that) means",
        "gist",
        "tl;?dr",
    ),
    "de": (
        r"Zusammenfassung\w*",
        "(?:Kurz|Vereinfachte|Gekürzte|Angepasste|Eigene) ?(?:fassung|definition|beschreibung|überblick)",
        "Arbeitsdefinition(?:en)?",
        "(?:eigene|unsere)n? Worte",
        "in Kürze",
        "auf einen Blick",
        "in einfachen Worten",
        "Kernaussagen?",
        "sinngemäß",
    ),
    "fr": (
        "résumés?",
        "en (?:bref|résumé|clair|un coup d[’']œil)",
        "synthèse",
        "l[’']essentiel",
        "points clés",
        "définitions? (?:courte|abrégée|simplifiée|adaptée|de travail)s?",
    ),
    "es": (
        "resum(?:en|ida|ido)",
        "en (?:breve|resumen|pocas palabras)",
        "síntesis",
        "puntos clave",
        "definici(?:ón|ones) (?:breve|abreviada|simplificada|adaptada|de trabajo)s?",
    ),
    "it": (
        "riassunt[oi]",
        "in (?:breve|sintesi|parole semplici)",
        "sintesi",
        "punti chiave",
        "definizion[ei] (?:brev[ei]|sintetic(?:a|he)|semplificat[ae]|adattat[ae]|di lavoro)",
    ),
    "nl": (
        "samenvatting",
        "in (?:het )?kort",
        "kort(?: gezegd|om)",
        "kernpunten",
        "(?:korte|verkorte|vereenvoudigde|aangepaste) definities?",
        "werkdefinities?",
    ),
    "pt": ("resumo", "em (?:resumo|síntese)", "síntese"),
    "pl": ("streszczenie", "w skrócie", "podsumowanie"),
}
SUMMARY = late(rf"\b(?:{_any_of(_SUMMARISED)})\b", re.IGNORECASE)
"""In the head of a column or a heading: what stands below it is said in its author's own, fewer words."""

_DESCRIBED: _Phrases = {
    "en": (
        "desc(?:ription)?s?",
        "answers?",
        "options?",
        "choices?",
        "expla(?:in|nation)s?",
        "rationale",
        "hints?",
        "tool ?tips?",
        "help(?:er)?",
        "blurb",
        "plain(?! ?text)",
        "sub ?title",
        "takeaways?",
        "interpretation",
    ),
    "de": ("beschreibung", "erkl(?:ä|ae)rung", "erl(?:ä|ae)uterung", "antwort(?:en)?", "hinweis"),
    "fr": ("explications?", "réponses?", "aide"),
    "es": ("descripci[oó]n", "explicaci[oó]n", "respuestas?", "ayuda"),
    "it": ("descrizione", "spiegazione", "rispost[ae]"),
    "nl": ("(?:be|om)schrijving", "uitleg", "toelichting", "antwoord(?:en)?"),
    "pt": ("descrição", "explicação", "respostas?", "ajuda"),
    "pl": ("opis", "wyjaśnienie", "odpowied[zź]\\w*"),
}
DESCRIPTION = late(rf"\b(?:{_any_of(_DESCRIBED)})\b", re.IGNORECASE)
"""In the name of a field of a program or of JSON: its string says something in its author's own words."""

_CALLED: _Phrases = {
    "en": ("(?:pref |alt )?label", "name", "title"),
    "de": ("bezeichnung", "titel"),
    "fr": ("étiquette", "nom", "titre"),
    "es": ("etiqueta", "nombre", "título"),
    "it": ("etichetta", "nome", "titolo"),
    "nl": ("naam", "titel"),
    "pt": ("nome", "título"),
    "pl": ("nazwa", "tytuł"),
}
NAME = late(rf"\b(?:{_any_of(_CALLED)})\Z", re.IGNORECASE)
"""At the end of the name of such a field: its string is what something is called: "label", "title"."""

_LETTER_FOR_LETTER: _Phrases = {
    "en": (
        "words",
        "wording",
        "(?:full|legal|statutory|official|original) text",
        "quot(?:es?|ed|ations?)",
        "verbatim",
    ),
    "de": ("Wortlaut", "Wörter", "(?:Gesetzes|Original)text", "Zitate?"),
    "fr": ("termes", "texte (?:intégral|légal|officiel)", "citations?", "libellé"),
    "es": ("palabras", "texto (?:íntegro|legal|oficial)", "citas?", "redacción"),
    "it": ("parole", "testo (?:integrale|ufficiale)", "citazion[ei]"),
    "nl": ("woorden", "wettekst", "citaat", "citaten"),
    "pt": ("palavras", "texto (?:integral|oficial)", "citaç(?:ão|ões)"),
    "pl": ("słowa", "cytaty?", "brzmienie"),
}
VERBATIM = late(rf"\b(?:{_any_of(_LETTER_FOR_LETTER)})\b", re.IGNORECASE)
"""In the head of a column: its cells have the words of texts."""

_OF_LAW: _Phrases = {
    "en": (
        "(?:statutory|legal|legislative) definitions?",
        "definitions? (?:in|under|of) the (?:law|statute)",
        "(?:statutory|legal) (?:text|language|wording)",
        "(?:exact|verbatim|literal) (?:text|language|wording|definition)",
    ),
    "de": (
        r"(?:gesetzliche|rechtliche)[nrs]? (?:Definition|Begriffsbestimmung)\w*",
        r"Legaldefinition\w*",
        r"(?:genau|exakt|wörtlich)e[nrs]? (?:Wortlaut|Gesetzestext|Definition)",
    ),
    "fr": ("définitions? (?:légales?|juridiques?)", "texte (?:légal|exact)", "libellé exact"),
    "es": ("definici(?:ón|ones) (?:legal|jurídica)(?:es|s)?", "texto (?:legal|literal|exacto)"),
    "it": ("definizion[ei] (?:legal[ei]|normativ[ae]|giuridic(?:a|he))",),
    "nl": (r"wettelijke (?:definitie|begripsomschrijving|begripsbepaling|omschrijving)\w*",),
    "pl": (r"definicj\w+ (?:ustawow|prawn|legaln)\w*",),
    "pt": ("definiç(?:ão|ões) (?:legal|legais|jurídicas?)",),
}
_NONE_OF_LAW: _Phrases = {
    "en": ("no", "not", "non", "without", "lacks?", r"propos\w+", r"suggest\w+", "draft", "future", "beyond"),
    "de": ("keine?", "nicht", "ohne", "fehlt", r"vorgeschlagen\w*", r"künftig\w*"),
    "fr": ("pas", "aucune?", "sans", r"propos\w+", "future"),
    "es": ("no", "ninguna", "sin", r"propuest\w+", "futura"),
    "it": ("non", "nessuna", "senza", r"propost\w+", "futura"),
    "nl": ("geen", "niet", "zonder", r"voorgesteld\w*", r"toekomstig\w*"),
    "pl": ("nie", "brak", "bez", r"proponowan\w*"),
    "pt": ("não", "nenhuma", "sem", r"propost\w+"),
}
_DEFINITIONS: _Phrases = {
    "en": ("definitions?", "text"),
    "de": ("Definition", "Begriffsbestimmung", "Wortlaut"),
    "fr": ("définition", "texte"),
    "es": ("definición", "texto"),
    "it": ("definizione", "testo"),
    "nl": ("definitie", "tekst"),
    "pl": ("definicja", "brzmienie", "tekst"),
    "pt": ("definição", "texto"),
}
_OF_IT = "the|of|in|under|its|der|des|de|du|del|della|dell|di|van|het|do|da|l"
_OF_DEFINITIONS: _Phrases = {
    "en": ("definitions?", "defined terms"),
    "de": (r"\w*definition(?:en)?", r"\w*begriffsbestimmung(?:en)?"),
    "fr": ("définitions?",),
    "es": ("definici(?:ón|ones)",),
    "it": ("definizion[ei]",),
    "nl": (r"\w*definities?", "begripsbepaling(?:en)?"),
    "pl": ("definicj[ae]",),
    "pt": ("definiç(?:ão|ões)",),
    "cs": ("definice", "vymezení pojmů"),
    "da": (r"\w*definition(?:er)?",),
    "sv": (r"\w*definition(?:er)?",),
    "fi": ("määritelmät?",),
    "hu": (r"(?:fogalom)?meghatározások?",),
}
DEFINITIONS = late(rf"\b(?:{_any_of(_OF_DEFINITIONS)})\b", re.IGNORECASE)
"""In a heading or label: what stands below it are definitions, and no glossary: "Key Definitions"."""
DEFINITION_ALONE = late(
    rf"[\W_]*(?:(?:{_any_of(_DEFINITIONS)}|{_OF_IT})[\W_]+)*(?:{_any_of(_DEFINITIONS)})(?:[\W_]+(?:{_OF_IT}))*[\W_]*",
    re.IGNORECASE,
)
"""All that a label says beside the name of a text: "EU AI Act Definition:", "Definition of the AI Act"."""
LEGAL_DEFINITION = late(rf"(?<!\w)(?:{_any_of(_OF_LAW)})(?!\w)", re.IGNORECASE)
"""In a heading or label: what stands below it is quoted from a law, and does not stand in one here."""
NO_LEGAL_DEFINITION = late(rf"(?<!\w)(?:{_any_of(_NONE_OF_LAW)})(?!\w)", re.IGNORECASE)
"""Before that: there is none, or it is but proposed."""


# --- the words are somebody's ------------------------------------------------------------------

_SAID_BY: _Phrases = {
    "en": (
        r"said",
        r"says",
        r"told",
        r"argued",
        r"argues",
        r"explained",
        r"explains",
        r"wrote",
        r"writes",
        r"noted",
        r"noting",
        r"stated",
        r"tweeted",
        r"claims",
        r"claimed",
        r"put_it",
    ),
    # Without a comma the name is the subject: "sagt die KI-Verordnung".
    "de": (r"(?:schreibt|schrieb|sagt|sagte|meint|erklärt\w*)(?=,|_zur?\b)",),
}
_OPINION: _Phrases = {
    "en": ("According_to", "Per", "As"),
    "de": ("Laut",),
    "fr": ("Selon",),
    "es": ("Según",),
    "it": ("Secondo",),
    "nl": ("Volgens",),
}
_SEES: _Phrases = {"en": ("put_it,?",), "de": ("sieht",), "nl": ("ziet",)}  # "As the Commission put it"
REPORTED = late(
    # Between commas the name is the subject: "it is enough, says the Act, that".
    rf"\b(?<!,\s)(?:{_any_of(_SAID_BY)})\b[,\s]*(?:that\s+|zur?\s+|in\s+\w+\s+\w+\s+(?:on|of)\s+)?"
    r"(?:the\s+|der\s+|die\s+|das\s+)?\Z"
    rf"|(?:\A|[.!?]\s+)(?:{_any_of(_OPINION)})\s+[^,.;\n]{{3,60}}(?:,|\b(?:{_any_of(_SEES)}))\s+"
    r"(?:de\s+|the\s+|die\s+|le\s+|el\s+|il\s+|la\s+)?\Z"
    r"|\bFAQ\b[^.;\n]{0,40}\Z",
    re.IGNORECASE,
)
"""Before the name of a text: a person or another body speaks of it. "MEP X said the AI Act covers “…”"."""

_SPOKE: _Phrases = {
    "en": ("said", "says", "told", "explained", "wrote", "added"),
    "de": ("sagte", "erklärte"),
}
_NO_SPEAKER: _Phrases = {
    "en": (
        r"article",
        r"act",
        r"bill",
        r"clause",
        r"convention",
        r"definition",
        r"directive",
        r"law",
        r"paragraph",
        r"point",
        r"provision",
        r"recommendation",
        r"regulation",
        r"section",
        r"statute",
        r"text",
        r"treaty",
    ),
}
SPEAKER = late(
    r"(?:,[”\"’»“]|[”\"’»“],?)[ ]+(?:(?:(?-i:[A-Z])[\w.]+|he|she|they)\s){0,4}"
    rf"(?:{_any_of(_SPOKE)})\b(?!\s(?:the\s)?(?:[\w’'-]+\s){{0,4}}?(?:{_any_of(_NO_SPEAKER)})\b)",
    re.IGNORECASE,
)
"""Behind a quotation: who said so, and not the text itself, as in "…”, says Article 3(3)"."""

_RECITALS: _Phrases = {
    "en": ("recitals?",),
    "de": (r"Erwägungsgr[uü]nd\w*", r"ErwGr?\.?"),
    "fr": ("considérants?",),
    "es": ("considerandos?",),
    "it": ("considerando",),
    "nl": ("overweging(?:en)?",),
    "pl": (r"motyw\w*",),
    "pt": ("considerandos?",),
}
# What the sentence speaks of; an annex beside the article that defines the term ("with Annex III") is not.
_ANNEXES: _Phrases = {
    "en": ("annex",),
    "de": ("Anhang",),
    "fr": ("annexe",),
    "es": ("anexo",),
    "it": ("allegato",),
    "nl": ("bijlage",),
    "pl": ("załącznik(?:u)?",),
    "sv": ("bilaga",),
}
RECITAL = late(
    rf"(?:\b(?:{_any_of(_RECITALS)})\s+(?:No\.?\s|n[.°º]\s?)?\(?\d"
    rf"|(?:\A|[.;:!?\n]\s)\s*(?:\w+[\s’']){{0,2}}(?:{_any_of(_ANNEXES)})\s+[IVX]+\b)"
    rf"[^.;:{_QUOTING}\n]{{0,80}}[,:]?[^\w.!?;]*\Z",
    re.IGNORECASE,
)
"""Before a quotation: it is from an annex, or a recital, which often says in other words what the text says.

"Recital 12 of the AI Act adds that", "Annex III of the AI Act lists".
"""

_NUMBERED_RECITAL = rf"\b(?:{_any_of(_RECITALS)})\s+(?:No\.?\s|n[.°º]\s?)?\(?\d+\)?"
RECITAL_NAMED = late(
    rf"{_NUMBERED_RECITAL}|(?:(?<=[.;:!?\n]\s)|\A)(?:\w+[\s’']){{0,2}}(?:{_any_of(_ANNEXES)})\s+[IVX]+\b"
    rf"|\b(?:the|this|that|der|die|diese[rsmn]?|ce|le|el|il|de|ten|o)\s(?:same\s)?(?:{_any_of(_RECITALS)})\b(?!\s*\d)",
    re.IGNORECASE,
)
"""What may have the words of all that follows it: "recital 12", and then "the recital"."""

# What is made beside a text and stands under a name of its own, whatever it is called after.
_COMPANIONS: _Phrases = {
    "en": (
        r"explanatory_(?:report|memorand(?:um|a)|notes?|statement)",
        r"(?:interpretive|interpretative|implementation|draft|commission)_guid(?:elines|ance)",
        "guid(?:elines|ance)",
        "impact_assessment",
        "corrigend(?:um|a)",
        r"FAQs?",
        "frequently_asked_questions",
        r"questions_and_answers|Q\s?&\s?As?",
        "(?:staff_)?working_(?:document|paper)",
        r"fact\s?sheet",
        "preamble",
        "travaux_préparatoires",
        "legislative_history",
        "(?:committee|bill)_(?:report|analysis)",
    ),
    "de": (
        r"erläuternde\w*_(?:Bericht\w*|Memorandum\w*|Vermerk\w*)",
        r"(?:Gesetzes)?Begründung(?=_(?:zu[rm]?|de[rs]|des)\b)|Gesetzesbegründung",
        r"Leitlinien|Leitfaden\w*",
        r"Folgenabschätzung\w*",
        r"Berichtigung\w*",
        r"(?:häufig(?:e|en)_(?:gestellte\w*_)?Fragen)",
        r"Arbeits(?:dokument|unterlage|papier)\w*",
        "Präambel",
        r"Faktenblatt\w*",
    ),
    "fr": (
        "(?:rapport|mémorandum|note)_explicati(?:f|ve)",
        "exposé_des_motifs",
        "lignes_directrices",
        r"(?:analyse|étude)_d[’']impact",
        "rectificatif",
        "foire_aux_questions",
        "document_de_travail",
        "préambule",
        "fiche_d[’']information",
    ),
    "es": (
        "(?:informe|memorando|memorándum|nota)_explicativ[oa]",
        "exposición_de_motivos",
        "directrices",
        "evaluación_de_impacto",
        "corrección_de_errores",
        "preguntas_frecuentes",
        "documento_de_trabajo",
        "preámbulo",
        "ficha_informativa",
    ),
    "it": (
        "(?:rapporto|relazione|memorandum|nota)_(?:esplicativ[oa]|illustrativa)",
        "orientamenti",
        "linee_guida",
        "valutazione_d[’']impatto",
        "rettifica",
        "domande_frequenti",
        "documento_di_lavoro",
        "preambolo",
        "scheda_informativa",
    ),
    "nl": (
        "toelichtend_(?:rapport|memorandum)",
        "(?:memorie_van_)?toelichting",
        "richtsnoeren",
        "effectbeoordeling",
        "rectificatie",
        "veelgestelde_vragen",
        "werkdocument",
        "preambule",
        "informatieblad",
    ),
    "pl": (
        r"(?:sprawozdan|raport|memorandum)\w*_wyjaśniając\w+",
        r"uzasadnieni\w+",
        r"wytyczn\w+",
        r"ocen\w+_skutków",
        r"sprostowani\w+",
        r"dokumen\w+_robocz\w+",
        r"preambuł\w+",
    ),
    "pt": (
        "(?:relatório|memorando|nota)_explicativ[oa]",
        "exposição_de_motivos",
        "(?:orientações|diretrizes|linhas_de_orientação)",
        "avaliação_de_impacto",
        "retificação",
        "perguntas_frequentes",
        "documento_de_trabalho",
        "preâmbulo",
        "ficha_informativa",
    ),
}
COMPANION = late(rf"(?<![\w-])(?:{_any_of(_COMPANIONS)})(?![\w-])", re.IGNORECASE)
"""What is made beside a text and has words of its own: "the Explanatory Report", "the guidelines"."""

# What says so of itself only with the text that it is on.
_WORKS_ON: _Phrases = {
    "en": (
        r"comment(?:ary|aries|s)?",
        "stud(?:y|ies)",
        "opinions?",
        "reports?",
        r"responses?",
        "notes?",
        r"handbooks?",
        "briefings?",
        r"summar(?:y|ies)",
        "overviews?",
        r"press_releases?",
        r"assessments?",
        r"analys[ie]s",
    ),
    "de": (
        r"(?:\w+)?Kommentar(?:s|e|en|ierung\w*)?",
        r"Studien?",
        r"Stellungnahmen?",
        r"Gutachtens?",
        r"Berichte?s?",
        r"Handbuch\w*",
        r"Zusammenfassung\w*",
        r"Pressemitteilung\w*",
        r"Antwort\w*",
    ),
    "fr": (
        "commentaires?",
        "études?",
        "avis",
        "rapports?",
        "réponses?",
        "notes?",
        "manuel",
        "résumés?",
        "communiqué_de_presse",
    ),
    "es": (
        r"comentarios?",
        "estudios?",
        "dict[aá]men(?:es)?",
        r"informes?",
        "respuestas?",
        "notas?",
        "manual",
        "resumen",
        "comunicado_de_prensa",
    ),
    "it": (
        r"comment(?:o|i|ario|ari)",
        "studi(?:o)?",
        "parer[ei]",
        "relazion[ei]",
        "rispost[ae]",
        "not[ae]",
        "manuale",
        "sintesi",
        "comunicato_stampa",
    ),
    "nl": (
        r"commenta(?:ar|ren)",
        "studies?",
        "advie(?:s|zen)",
        r"rapport(?:en)?",
        "antwoord",
        "handboek",
        "samenvatting",
        "persbericht",
    ),
    "pl": (
        r"komentarz\w*",
        r"opini\w+",
        r"studi\w+",
        r"raport\w*",
        r"sprawozdani\w+",
        r"odpowied\w+",
        r"streszczeni\w+",
    ),
    "pt": (
        "comentários?",
        "estudos?",
        "parecer(?:es)?",
        r"relatórios?",
        "respostas?",
        "notas?",
        "manual",
        "resumo",
        "comunicado_de_imprensa",
    ),
}
WORK_ON = late(rf"(?<![\w:-])(?:{_any_of(_WORKS_ON)})(?![\w-]|\s?[:=|])", re.IGNORECASE)
"""What is one where the name of a text follows it, or stands before it: "his commentary on the AI Act"."""

_ON_THE: _Phrases = {
    "en": ("on", "to", "of", "for", "accompanying", "concerning", "regarding", "about", "in", "beside"),
    "de": ("zu[rm]?", "über", "de[rs]", "des", "vo[nm]"),
    "fr": ("sur", "d[eu]", "des", "relati(?:f|ve)s?", "accompagnant", "à", "aux?"),
    "es": ("sobre", "del?", "al", "a_la", "que_acompaña", "relativ[ao]s?"),
    "it": ("sul?", "sull[a’']", "d[ei]", "del", "dell[a’']", "al", "all[a’']", "relativ[aoie]"),
    "nl": ("bij", "over", "van", "op", "tot", "inzake"),
    "pl": ("do", "o", "w_sprawie", "dotycząc\\w+"),
    "pt": ("sobre", "d[eoa]", "ao", "à", "relativ[ao]s?"),
}
ON_THE = late(
    rf"(?:\s\([^()\n]{{0,60}}\))?,?\s\(?(?P<on>\b(?:{_any_of(_ON_THE)})(?:(?<=[’'])|(?!\w))[^.;:,{_QUOTING}|]{{0,110}})[\s(‘“\"*_]{{0,3}}"
    r"|,?[ ]\(?|[ ]?\(",
    re.IGNORECASE,
)
"""Between such a work and the name of the text that it is on."""

_THIS_ONE: _Phrases = {
    "en": (
        "this",
        "our",
        "my",
        "unlike",
        "than",
        "besides?",
        "with",
        "see(?:_also)?",
        "cf",
        "compare",
        "not",
        "before",
        "after",
        "despite",
        "and",
        "or",
    ),
    "de": (
        r"diese\w*",
        r"unser\w*",
        "anders_als",
        "mit",
        "siehe",
        "vgl",
        "nicht",
        "vor",
        "nach_Erlass",
        "und",
        "oder",
    ),
    "fr": ("notre", "contrairement_à", "avec", "voir", "et", "ou"),
    "es": ("nuestr[oa]s?", "a_diferencia_de", "con", "véase", "o"),
    "it": ("nostr[oaie]", "a_differenza_de\\w*", "con", "vedi"),
    "nl": ("onze", "ons", "anders_dan", "met", "zie"),
    "pl": (r"nasz\w*", "w_odróżnieniu_od", r"zob\w*"),
    "pt": ("noss[oa]s?", "ao_contrário_d[oa]s?", "com", "ver", "veja"),
}
NOT_OF_COMPANION = late(
    rf"\b(?:{_any_of(_THIS_ONE)})[.\s]+(?:(?:the|der|die|dem|den|l[ae]s?|l[’']|el|los|il|i|gli|de|het|os?|as?)[\s’']\s?)?(?:[\w’'-]+\s){{0,2}}\Z",
    re.IGNORECASE,
)
"""Before it: it is the document itself, or a text is only set beside it. "unlike the guidelines"."""

_WORDING: _Phrases = {
    "en": ("texts?", "wording", "definition", "provision"),
    "de": ("Wortlaut", "Text"),
    "fr": ("texte",),
    "es": ("texto",),
    "it": ("testo",),
}
TEXT_ITSELF = late(rf"[.!?]\s+[^.!?]*\b(?:{_any_of(_WORDING)})\b[^.!?:]{{0,40}}:\s*\W*\Z")
"""A sentence of its own that introduces the words as those of the text: "The full text is this:"."""

_ACCORDING_TO: _Phrases = {
    "en": ("according_to", "under", "in_the_words_of"),
    "de": ("nach", "gemäß", "laut"),
    "fr": ("selon",),
    "es": ("según",),
    "it": ("secondo",),
    "nl": ("volgens",),
}
ACCORDING = late(
    rf"\b(?:{_any_of(_ACCORDING_TO)})\s+(?:the\s+|der\s+|dem\s+|l[ae]\s+|l[’']|el\s+|il\s+|de\s+|het\s+)?"
    r"(?:art\w*\.?\s[\d(). ]+(?:of\s+the\s+)?)?\Z",
    re.IGNORECASE,
)
"""Before the name of a text: it is the text that says so, whoever speaks of it."""

_UNNAMED: _Phrases = {
    "en": (
        r"bills?",
        r"laws?",
        r"acts?",
        r"statutes?",
        r"polic(?:y|ies)",
        r"contracts?",
        r"agreements?",
        r"guidelines?",
        r"codes?",
        r"ordinances?",
        r"decrees?",
        r"rules?",
        r"handbook",
    ),
    "de": (
        r"\w*gesetz\w*",
        r"\w*entwurf\w*",
        r"\w*vereinbarung\w*",
        r"\w*ordnung\w*",
        r"satzung",
        r"\w*verträge?",
        r"\w*vertrag",
        r"sinne",
    ),
    "fr": ("lois?", "projet", "décret", "règlement", "chartes?", "contrats?", "sens", r"entend\w*"),
    "es": ("ley(?:es)?", "proyecto", "decreto", "contratos?", "entiende"),
    "it": ("legge", "disegno", "decreto", "regolamento", "contratt[oi]", "intende"),
    "nl": ("wet", "decreet", "besluit", r"\w*beleid", "overeenkomst", "verstaan"),
    "pl": (r"ustaw\w*", r"regulamin\w*", r"umow\w+", r"polityk\w+"),
    "pt": ("lei", "projeto"),
}
SOMEBODY = late(rf"\b(?:{_any_of(_UNNAMED)})\b", re.IGNORECASE)
"""Before words that may be anybody's: a bill, a policy, a contract."""


_OF_FIELD: _Phrases = {
    "en": (
        r"(?:insurance|tax|election|labou?r|employment|education|health(?:_care)?|criminal|penal|banking|securities|housing|procurement"
        r"|copyright|privacy|consumer|public_records|unemployment|civil_rights)_"
        r"(?:law|code|provision|statute|act|regulation|rule|bill|ordinance|chapter)s?",
    ),
    "de": (
        r"(?:Versicherungs|Steuer|Wahl|Arbeits|Schul|Gesundheits|Straf|Bank|Vergabe|Urheber|Datenschutz|Verbraucher|Miet)\w*"
        r"(?:gesetz|recht|ordnung|gesetzbuch|vorschrift)\w*",
    ),
    "fr": (
        r"(?:loi|code|droit|règlement|disposition)s?_(?:\w+_)?(?:(?:sur|de|du|des|en)_)?(?:les?_|la_|l[’'])?(?:matière_(?:de_|d[’']))?"
        r"(?:assurances?|fiscale?|impôts?|électorale?|travail|éducation|santé|pénale?|bancaire|logement|consommation)",
    ),
    "es": (
        r"(?:ley|código|reglamento|norma|disposición)_(?:de_|del_|sobre_|general_de_)?(?:los_|las_|la_|el_)?"
        r"(?:seguros?|tributari[oa]|fiscal|electoral|trabajo|laboral|educación|salud|sanidad|penal|bancari[oa]|consumo)",
    ),
    "it": (
        r"(?:legge|codice|regolamento|norma|disposizione)_(?:del_|della_|delle_|dei_|sul_|sulle_|sui_)?"
        r"(?:assicurazioni|assicurativ[oa]|tributari[oa]|fiscale|elettorale|lavoro|istruzione|sanità|sanitari[oa]|penale|bancari[oa]|consumo)",
    ),
    "nl": (
        r"(?:verzekerings|belasting|kies|arbeids|onderwijs|zorg|straf|bank|aanbestedings|auteurs|consumenten|huur)"
        r"(?:wet|recht|wetboek|regeling|bepaling)\w*",
    ),
    "pl": (
        r"(?:ustaw|kodeks|praw|przepis)\w*_(?:o_)?"
        r"(?:ubezpieczeni\w+|podatk\w+|wyborcz\w+|prac[yę]|oświat\w+|zdrowi\w+|karn\w+|bankow\w+|konsument\w+)",
    ),
    "pt": (
        r"(?:lei|código|regulamento|norma|disposição)_(?:de_|do_|da_|dos_|sobre_)?(?:os_|as_|a_|o_)?"
        r"(?:seguros?|tributári[oa]|fiscal|eleitoral|trabalho|educação|saúde|penal|bancári[oa]|consumo)",
    ),
}
LAW_OF_FIELD = late(rf"\b(?:{_any_of(_OF_FIELD)})\b", re.IGNORECASE)
"""Beside the name of a place: which of its laws is meant. "Maryland insurance provision"."""


# --- a law defines the term itself -------------------------------------------------------------

_DEFINES: _Phrases = {
    "en": ("means?", "includes?", "refers?_to", "is", "are"),
    "de": ("bezeichnet",),
    "fr": ("désigne", "signifie"),
    "es": ("significa",),
    "it": ("significa",),
    "pl": ("oznacza",),
}
OWN_DEFINITION = late(
    rf"(?:{_TERM_OPENING}?|'')[^{_QUOTING}]{{2,90}}{_TERM_CLOSING}[^.;{_QUOTING}]{{0,80}}?"
    rf"(?:(?:{_TERM_OPENING})[^\n{_QUOTING}]{{2,60}}{_TERM_CLOSING}[^.;\n]{{0,40}}?)?"
    rf"(?:\b(?:{_any_of(_DEFINES)})\b"
    r"|\bhas\s+the\s+(?:same\s+)?meaning\s(?:[^:;]{0,90}(?=:)|(?:\w+\s+){1,4}(?:in|by|under)\b))"
    rf"{_ITEM}(?:an?|any|the|all|each|every)?\s*\Z",
    re.IGNORECASE,
)
"""Before a definition: the term between marks and a connector, as a law prints its own definitions."""

OWN_BEGINNING = late(
    rf"(?:the\s+term\s+)?(?:{_TERM_OPENING}?)[^{_QUOTING}]{{2,90}}{_TERM_CLOSING}\s*(?:means|has\s+the\s+meaning)\b",
    re.IGNORECASE,
)
"""The same as the beginning of it."""

# A regulation or a convention opens its definitions so; a statute calls itself "this Act", as many do, a
# contract or policy what it is.
_OPENS: _Phrases = {
    "en": ("[Ff]or_the_purposes?_of_this_(?:Regulation|Directive|Convention)",),
    "de": ("[Ff]ür_die_Zwecke_(?:dieser_(?:Verordnung|Richtlinie)|dieses_Übereinkommens)",
           "[Ii]m_Sinne_dieser_(?:Verordnung|Richtlinie)"),
    "fr": ("[Aa]ux_fins_(?:du_présent_règlement|de_la_présente_(?:directive|[Cc]onvention))",),
    "es": ("[Aa]_(?:los_)?efectos_(?:del_presente_(?:Reglamento|Convenio)|de_la_presente_Directiva)",),
    "it": ("[Aa]i_fini_(?:del_presente_regolamento|della_presente_(?:direttiva|[Cc]onvenzione))",),
    "nl": ("[Vv]oor_de_toepassing_van_(?:deze_(?:verordening|richtlijn)|dit_verdrag)",),
    "pt": ("[Pp]ara_(?:os_)?efeitos_d(?:o_presente_regulamento|a_presente_(?:diretiva|[Cc]onvenção))",),
    "pl": ("[Nn]a_użytek_niniejsze(?:go_rozporządzenia|j_(?:dyrektywy|[Kk]onwencji))",),
    "hu": ("[Ee]_(?:rendelet|irányelv)_alkalmazásában",),
}  # fmt: skip
OPENS_DEFINITIONS = late(rf"(?<!\w)(?:{_any_of(_OPENS)})(?!\w)[^.;\n]{{0,80}}:")
"""Before the definitions of a regulation or convention: "For the purposes of this Regulation, …:"."""

_OTHER_STATE: _Phrases = {
    "en": (
        r"consolidated|as amended|amend(?:ed|ing|ments?)|corrigend(?:um|a)|omnibus",
        r"proposals?|proposed|drafts?|compromise|trilogue|mandate|leaked|general approach",
        r"adapted|adaptation|modified|simplified|transpos\w+|implementing",
        r"inspired|based on|modell?ed (?:on|after)",
    ),
    "de": (
        r"konsolidiert\w*|geändert\w*|[ÄA]nderung\w*|Berichtigung|Omnibus",
        r"Vorschlag\w*|Entwurf\w*|Kompromiss\w*|Trilog",
        r"angepasst\w*|vereinfacht\w*|umsetz\w+|Umsetzung|in Anlehnung",
    ),
    "fr": (
        r"consolidée?|modifi\w+|rectificati\w+|omnibus",
        r"proposition|projet|compromis|trilogue",
        r"adapt\w+|simplifi\w+|transpos\w+|inspiré\w*",
    ),
    "es": (
        r"consolidad[ao]|modific\w+|corrección de errores|ómnibus",
        r"propuesta|proyecto|borrador|transaccional",
        r"adapta\w+|simplificad\w+|transpos\w+|inspirad\w+",
    ),
    "it": (
        r"consolidat[ao]|modific\w+|rettifica|omnibus",
        r"proposta|progetto|bozza|compromesso",
        r"adatta\w+|semplificat\w+|recepi\w+|ispirat\w+",
    ),
    "nl": (
        r"geconsolideerd\w*|gewijzigd\w*|wijziging\w*|rectificatie|omnibus",
        r"voorstel|ontwerp|compromis",
        r"aangepast\w*|vereenvoudigd\w*|omzet\w+",
    ),
    "pt": (
        r"consolidad[ao]|alterad[ao]|retificação|omnibus",
        r"proposta|projeto|rascunho|compromisso",
        r"adapta\w+|simplificad\w+|transpos\w+",
    ),
    "pl": (
        r"skonsolidowan\w+|zmienion\w+|zmian\w+|sprostowanie|omnibus",
        r"wniosek|projekt\w*|kompromis\w*",
        r"dostosowan\w+|uproszczon\w+|transpo\w+",
    ),
    "hu": (
        r"egységes szerkezet\w*|módosít\w+|helyesbítés",
        r"javaslat\w*|tervezet\w*",
        r"egyszerűsít\w+|átültet\w+",
    ),
}
ANOTHER_STATE = late(rf"\b(?:{_any_of(_OTHER_STATE)})(?!\w)", re.IGNORECASE)
"""At the head of a document: it is a draft, an amended text, or made after another one."""

MEANS = late(rf"\b(?:means?|refers?\s+to|includes?)\b{_ITEM}(?:an?|any|the)?\s*\Z", re.IGNORECASE)
"""The connector alone, before a definition with a number."""

_FOR: _Phrases = {
    "en": ("for", "as", "in"),
    "de": ("im", "für"),
    "fr": ("aux", "pour"),
}
ANNOUNCED = late(
    r"[^\s(]\s?:\s*[>*_\s“\"'‘„«]*(?:\(?\w{1,3}[.)]\s*)?"
    rf"(?:(?:{_any_of(_FOR)})\b[^.:;\n]{{1,90}},?\s+)?(?:the\s+term\s+)?[“\"'‘„«]*\Z",
    re.IGNORECASE,
)
"""Before the term: a colon that announces it. "Article 3(1) of the AI Act: for the purposes of this"."""

_ARTICLES: _Phrases = {
    "en": (r"articles?", r"art\.?"),
    "de": (r"artikels?",),
    "es": (r"artículos?",),
    "it": (r"articol[oi]",),
    "nl": (r"artikel",),
    "pl": (r"artyku[łl]\w*",),
    "pt": (r"artigos?",),
    "cs": (r"článk\w*", r"čl\.?"),
}
_POINTS: _Phrases = {
    "en": ("points?", r"no\.?", r"paragraph", r"par\.?", r"para\.?", r"pt\.?"),
    "de": (r"Nummer", r"Nr\.?", r"Ziff(?:er|\.)", r"Z\."),
    "fr": (r"n[.°º]\s?", "paragraphe"),
    "es": ("punto", "apartado", r"núm(?:ero|\.)"),
    "it": ("paragrafo", "comma"),
    "nl": ("punt", "lid"),
    "pl": (r"pkt\.?", r"ust\.?", "punkt"),
    "pt": ("ponto",),
    "cs": ("bod", r"odst\.?"),
    "sv": ("led", "punkt(?:en)?"),
}
_POINT = rf"(?:{_any_of(_POINTS)})\s?\(?"
# A number behind a comma is a point in brackets of one article: "(Art. 3, 1)", but not "(Articles 3, 4)".
PROVISION = late(
    rf"(?<!\w)(?:{_any_of(_ARTICLES)})\s{{0,2}}(?P<article>\d{{1,3}})(?!\d)"
    rf"(?:\s?[(.]\s?(?P<one>\d{{1,3}})\)?(?![\d.])|,?\s{_POINT}(?P<other>\d{{1,3}})\)?"
    r"|(?<!s \d),\s?(?P<bare>\d{1,2})(?=[)\]]))?"
    r"|(?<!\w)(?P<before>\d{1,3})(?:\.\scikk\w*|\sartikla\w*)(?:,?\s\(?(?P<third>\d{1,3})[.)]*\s(?:pont|bekezd|kohda|kohta|kohti))?",
    re.IGNORECASE,
)
"""An article with its point, in any of these languages: "Art. 3 Nr. 1", "(Art. 3, 1)", "3. cikk 1. pont"."""


def article_and_point(provision: re.Match[str]) -> tuple[str, str]:
    """The article that a match of `PROVISION` names, and its point, "" for none."""
    point = provision["one"] or provision["other"] or provision["bare"] or provision["third"] or ""
    return provision["article"] or provision["before"], point


PROVISION_ALONE = late(rf"(?<!\w){_POINT}(?P<point>\d{{1,3}})(?!\w)", re.IGNORECASE)
"""A point of an article that a heading names: "KI-System (Nr. 1)"."""
MORE_POINTS = late(r"\s*(?:,|and|to|or|[-–/]|und|bis|oder|et|à|ou|y|o|e|en|of|i)\s*(?:\w+\.?\s)?\(?\d")
"""Behind a provision: it is one of several. "Articles 3(3) and (4)"."""

_IS: _Phrases = {
    "en": ("is", "are", "means?", "refers to"),
    "de": ("ist", "sind", "bezeichnet", "bedeutet"),
    "fr": ("est", "sont", "désigne", "signifie"),
    "es": ("es", "son", "significa", "designa", "se refiere a"),
    "it": ("è", "sono", "significa", "indica", "designa"),
    "nl": ("is", "zijn", "betekent"),
    "pl": ("oznacza", "to", "jest to"),
    "pt": ("é", "são", "significa", "designa"),
}
TERM_IS = late(
    rf"[\W_]*(?:[^\n.:;!?]{{2,70}}?[\s*_”\"’»“)]+(?:{_any_of(_IS)}))?[\s*_:]*(?:\w{{1,4}}\s)?\W*",
    re.IGNORECASE,
)
"""All that stands before a definition in its line: a term and "is", or nothing. "A **deployer** is any"."""

_DEFINED_BY: _Phrases = {
    "en": ("as_(?:legally_)?defined_(?:in|by|under)",),
    "de": (r"wie_(?:in|im|von|vom|durch)_[^.:;\n]{2,60}_definiert",),
    "fr": ("tel(?:le)?s?_que_définie?s?_(?:par|dans|à)",),
    "es": ("(?:tal_(?:y_)?como|según)_(?:se_|l[ao]_)define", "según_la_definición"),
    "it": (r"come_definit[oaie]_(?:da|ne|a)l\w*",),
    "nl": ("zoals_gedefinieerd_(?:in|door)",),
}
AS_DEFINED = late(
    rf"(?<!\w)(?:{_any_of(_DEFINED_BY)})(?!\w)(?:[^.:;?!\n]|(?<=\b[Aa]rt)\.){{0,120}}:[\s*_>]*(?:\w{{1,4}}\s*)?\Z"
)
"""Behind a term, and before its definition: "AI system as defined by the AI Act:"."""

TERM_AT_HEAD = late(
    r"[\s*_`]*+(?:\(?\w{1,3}[.)]\s[\s*_`]*+)?"
    rf"(?:(?:{_TERM_OPENING}|')(?P<marked>[^\W\d_][^.:;,!?()“”\"„«»’‘'\n\d]{{2,80}}?)[”\"’'»“]"
    r"|(?P<plain>[^\W\d_][^.:;,!?()“”\"„«»’‘\n\d]{2,80}?)\s?:\s)"
)
"""Where a quotation begins: the term that it defines. "modelli di IA: i modelli", "‘provider’ means"."""

_NO_LAW: _Phrases = {
    "en": (
        "guid(?:elines|ance)",
        r"commentar\w*",
        "comments?",
        r"summar\w*",
        "for_example",
        r"e\.g",
        "examples?",
        r"explain\w*",
        "explanation",
        "question",
        "in_(?:short|substance|essence|brief)",
        r"in_(?:plain|simple|our|my|other)_\w+",
        r"(?:our|my|own|unofficial)_(?:\w+_)?translation",
        "roughly",
        "freely",
        "simplified",
        "note",
        r"key_\w+",
        "elements?",
    ),
    "de": (
        "leitlinien",
        r"kommentar\w*",
        r"zusammen\w+",
        r"beispiel\w*",
        r"z\.\s?b",
        r"erläuter\w*",
        r"erklär\w*",
        "frage",
        "sinngemäß",
        r"kurz\w*",
        "vereinfacht",
        r"eigene\w*_übersetzung",
        r"übersetz\w*",
        "dem_sinne?_nach",
        "in_(?:eigenen|anderen|einfachen)_worten",
        "merkmale?",
        r"hinweis\w*",
    ),
    "fr": (
        "lignes_directrices",
        r"comment(?:aire|é)\w*",
        r"résum\w*",
        "par_exemple",
        "exemples?",
        r"expli\w*",
        "en_(?:substance|bref|résumé)",
        "traduction_(?:libre|personnelle|non_officielle|de_l.auteur)",
        "notre_traduction",
        "éléments?",
        r"simplifié\w*",
    ),
    "es": (
        "directrices",
        r"comentari\w*",
        r"resum\w*",
        "por_ejemplo",
        "ejemplos?",
        r"explica\w*",
        "en_(?:esencia|síntesis|sustancia)",
        "traducción_(?:propia|libre|no_oficial)",
        "elementos?",
        r"simplificad\w*",
    ),
    "it": (
        "orientamenti",
        "linee_guida",
        r"comment\w*",
        r"riassun\w*",
        "sintesi",
        "per_esempio",
        "ad_esempio",
        r"esempi\w*",
        r"spieg\w*",
        "in_(?:sostanza|sintesi|breve)",
        "traduzione_(?:propria|libera|mia|nostra|non_ufficiale)",
        "elementi",
        r"semplificat\w*",
    ),
    "nl": (
        "richtsnoeren",
        "commentaar",
        r"samen\w+",
        "bijvoorbeeld",
        r"voorbeeld\w*",
        "uitleg",
        "kort_gezegd",
        "in_wezen",
        "(?:eigen|vrije)_vertaling",
        "elementen",
        r"vereenvoudigd\w*",
    ),
    "pl": (
        r"wytyczn\w*",
        r"komentarz\w*",
        r"streszcz\w*",
        "na_przykład",
        r"przykład\w*",
        r"wyjaśni\w*",
        "w_(?:skrócie|istocie|uproszczeniu)",
        "tłumaczenie_(?:własne|robocze|nieoficjalne)",
        r"element\w*",
        r"uproszcz\w*",
    ),
    "pt": (
        "orientações",
        r"comentári\w*",
        r"resum\w*",
        "por_exemplo",
        "exemplos?",
        "em_(?:essência|síntese|suma)",
        r"tradução_\w+",
        "elementos",
    ),
    "cs": (
        r"pokyn\w*",
        r"komentář\w*",
        r"shrnut\w*",
        "například",
        r"vysvětl\w*",
        "vlastní_překlad",
        r"prvk\w*",
    ),
}
BESIDE_LAW = late(rf"(?<!\w)(?:{_any_of(_RECITALS)}|motyw\w*|{_any_of(_NO_LAW)})(?!\w)", re.IGNORECASE)
"""Beside a provision: the words behind it are not said to be its own.

They are from recitals or guidelines, sum it up, explain it, or are the author's translation.
"""
