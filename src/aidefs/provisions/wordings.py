"""The words by which the statutes of a language define a term, one table a language.

Patterns of regular expressions: white space stands for any white space, "_" parts a list. They are read with
capitals ignored, since whole acts are printed in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from aidefs.classes import NamedTuple
from aidefs.text.languages import primary

__all__ = ["Wordings", "is_known", "wordings_of"]


class Wordings(NamedTuple):
    """Patterns of one language.

    Attributes:
        defining: Connectors that define wherever a term stands before them: "means".
        referring: Connectors behind which the source of the meaning stands: "has the meaning given".
        including: Connectors that define only behind a term in quotation marks: "includes", "is".
        copulas: Connectors that define behind such a term where an article follows: "is a".
        adding: Connectors that add to a definition or take from it: "does not include".
        leads: How the words begin that say for which law a term is defined: "for the purposes of".
        naming: Words before a term that announce it: "the term".
        announcing: Words before a term that define it without a connector: "on entend par".
        fronting: Words before a term that define it, where an article begins its meaning: "entende-se por".
        introducing: The same before a term in quotation marks alone: "bezeichnet der Ausdruck".
        continuing: What may stand between a term so introduced and its meaning: "versteht man".
        articles: Words with which such a meaning begins.
        following: What stands between a term in quotation marks and its meaning, where no connector does.
        either: Words between two names of a term: "or".
        excluding: Words by which something is taken out of a term.
        source: Words between a connector and the citation of a source: "given the term in".
        taking: Words between a term said again and the source of its meaning: "as defined in".
        subject_stop: Words that no term has.
        mentioned: Words between a term and its connector that say where it is used: "as referred to in".
        glossary: Words in the heading of a list of terms.
        stems: Parts of words, one a line, of which each connector of `defining` and `referring` has one; ""
            where they are looked for everywhere.
        anaphora: Words with which a sentence goes on about the term: "it", "such".
    """

    defining: str = r"(?!)"
    referring: str = r"(?!)"
    including: str = r"(?!)"
    copulas: str = r"(?!)"
    adding: str = r"(?!)"
    leads: str = r"(?!)"
    naming: str = r"(?!)"
    announcing: str = r"(?!)"
    fronting: str = r"(?!)"
    introducing: str = r"(?!)"
    continuing: str = r"(?!)"
    articles: str = r"(?!)"
    following: str = r": ?"
    either: str = r"or"
    excluding: str = r"(?!)"
    source: str = r"(?!)"
    taking: str = r"(?!)"
    subject_stop: str = r"(?!)"
    mentioned: str = r"(?!)"
    glossary: str = r"(?!)"
    anaphora: str = r"(?!)"
    stems: str = ""


_ENGLISH = Wordings(
    defining=(
        r"(?:shall |must )?means?(?: and includes?)?|(?:is|are|shall be|will be) (?:further "
        r")?defined(?: herein| (?:in|by|under) [^.;\"“]{3,80}?)? "
        r"(?:as(?: meaning)?|to (?:be|mean|include))|(?:shall |may |will )?refers? to|(?:is|are|shall "
        r"be) (?:used to|understood (?:as|to)) "
        r"(?:mean|refer to|describe|indicate)|denotes?|signif(?:y|ies)|(?:shall be|is|are|shall) "
        r"(?:construed|deemed|taken|understood|interpreted) (?:as|to (?:mean|include|embrace|refer to))|"
        r"(?:is|are) understood as|(?:is|are) (?:a|an) (?:new |broad |specific |particular )?"
        r"(?:kind|type|form|subset|branch|category|class|field|subfield)s? of"
    ),
    referring=(
        r"(?:shall )?(?:has|have|bears?|carr(?:y|ies)) (?:the |a |that )?(?:same |respective |"
        r"following |like )*"
        r"(?:meanings?|definitions?|significance)|"
        r"(?:is|are|shall be|shall have)(?: as)? defined (?=in|under|by|at|pursuant|within)|"
        r"(?:is|are|shall be) (?:given|assigned|as given|used as defined)|(?:shall )?(?:has|have) "
        r"(?:that|those) meanings?"
    ),
    including=(
        r"(?:shall |may |will |can |also |only |specifically )*includes?(?: but is not limited to)?|"
        r"(?:shall )?(?:consists?|consisting|comprises?|covers?|encompass(?:es)?|constitutes?)(?: of)?|"
        r"(?:is|are) (?:the|an?(?! reference)|any|one|when|where|that|those|all|either|considered)\b|"
        r"(?:is|are)(?: \w+){1,4} (?:that|which|who|whose)\b"
    ),
    copulas=r"(?:is|are) (?:the|an?|any|one of|those|when|where)\b",
    adding=(
        r"(?:does|do|shall|may|will|is|are) not (?:include|mean|refer|apply|extend|encompass|cover|limited)|"
        r"excludes?|(?:shall |may |also |can )+includes?|includes?"
    ),
    leads=(
        r"for (?:the |all )?purposes?(?: of)?|as used|used|when used|in this|in these|in the|in "
        r"sections?|in paragraphs?|in subsections?|"
        r"in that|within this|under this|in (?:part|chapter|title|article|regulation|subdivision)s?|"
        r"throughout this|wherever used|"
        r"unless|with respect to|with regard to|except|notwithstanding|in relation to|"
        r"in (?:construing|determining|interpreting)|whenever|where|here"
    ),
    naming=(
        r"(?:the |a |an |each |any )?(?:following )?(?:terms?|words?|phrases?|expressions?|"
        r"definitions?)(?: or (?:terms?|words?|phrases?))?"
        r"|references? to(?: the terms?)?|the|an?|any|all|such"
    ),
    excluding=r"(?:does|do|shall|may|will|is|are) not (?:include|mean|refer|extend|encompass|cover|"
    r"apply)|excludes?",
    source=(
        r"(?:(?:as|which|that|is|are|given|assigned|provided|ascribed|attributed|set forth|set out|"
        r"established|stated|specified|"
        r"described|contained|found|prescribed|defined|used|to|the|it|such|term|terms|meaning|"
        r"definition|those|them|same|phrase|"
        r"has|have|been|respectively|[“\"‘`]+[^”\"’]{1,80}[”\"’']+) )*(?:in|by|under|at|within|"
        r"pursuant to|as|for|from|of|to)"
    ),
    subject_stop=(
        r"which|who|whom|whose|that|this|these|those|it|they|he|she|we|you|i|there|if|when|shall|may|"
        r"must|should|will|would|can|"
        r"could|not|by|no|other|such|what|also|thereby|because|is|are|was|were|has|have|had|each|"
        r"section|subsection|paragraph|"
        r"article|every|effective|any references?|references?|all|using|reasonable|chapter|title|"
        r"subparagraph|table|figure|annex|nothing"
    ),
    mentioned=r"(?:as )?(?:mentioned|referred to|used|stated|described|so used|defined) (?:in|herein|"
    r"for|by)|as used|within the meaning of",
    announcing=r"following (?:terms|definitions|meanings|words|expressions)|(?:shall )?means?\s*[:—-]",
    following=r",?(?=\s+(?:any|the|an?|all|every)\b)",
    glossary=r"expression meaning|(?:terms? )?definitions?|(?:key |defined )?(?:definitions?|glossary|"
    r"terms|terminology|concepts)(?: of (?:key )?terms| and (?:definitions|acronyms|"
    r"abbreviations|interpretation))?",
    anaphora=(
        r"it|its|they|this|these|that|those|such|the terms?|the definition|the phrase|the word|"
        r"examples?|an example|included|excluded|"
        r"for (?:the )?(?:purposes?|example)"
    ),
    stems=(
        "mean\nrefers to\nrefer to\ndefin\ndenote\nsignify\nsignifies\nsignificance\nindicate\n"
        "construed \ndeemed \ntaken as\ntaken to\nunderstood \n"
        "interpreted \nkind of\ntype of\nform of\nsubset of\nbranch of\ncategory of\nclass of\nfield "
        "of\nkinds of\ntypes of\n"
        "forms of"
    ),
)

_FRENCH = Wordings(
    defining=(
        r"s[’']entend(?:ent)?(?! sans)(?: de| d[’']| du| des| par| comme| également)?|désigne(?:nt)?|"
        r"signifie(?:nt)?|on entend|"
        r"(?:est|sont) (?:défini|définie|définis|définies) comme|vise(?:nt)?"
    ),
    referring=r"(?:a|ont) (?:le même sens|le sens|la même signification|la signification)|(?:est|sont) "
    r"défini(?:e|s|es)? (?=à|au|aux|par|dans)",
    including=r"comprend|comprennent|inclut|incluent|(?:est|sont) (?:un|une|le|la|les|l[’']|tout|toute|"
    r"des)\b",
    copulas=r"(?:est|sont) (?:un|une|le|la|les|tout|toute|des)\b",
    leads=r"aux fins|au sens|pour l[’']application|dans (?:la|le|les|cette|ce)|sauf|les définitions|pour les",
    naming=r"par|(?:le|les|l[’'])\s?(?:termes?|mots?|expressions?|notions?)|le|la|les|l[’']|un|une",
    fronting=r"on entend par|est considéré(?:e)? comme|sont considérés? comme",
    introducing=r"(?:il faut|on doit) entendre par|(?:s[’']entend|s[’']entendent) par",
    articles=r"tout|toute|tous|toutes|un|une|le|la|les|des|l[’']\w+",
    announcing=r"on entend par|s[’']entend par|s[’']entendent par|définitions suivantes|il faut "
    r"entendre par|est considérée? comme",
    excluding=r"ne (?:comprend|comprennent|vise|visent|s[’']entend|inclut|incluent) pas|(?:est|sont) "
    r"exclu(?:e|s|es)?|à l[’']exclusion",
    source=r"(?:(?:que|qui|donnée?|lui|leur|est|sont|celui|celle|au|prévue?|définie?|attribuée?) "
    r")*(?:à|au|aux|par|dans|en)",
    taking=r"au sens d[eu]s?|(?:tel(?:le)?s? que? )?défini(?:e|s|es)? (?:à|au|aux|dans|par)",
    subject_stop=r"qui|que|quoi|dont|il|elle|ils|elles|ce|cette|ces|celui|si|lorsque|ne|doit|doivent|peut|"
    r"peuvent|article",
    glossary=r"définitions?|glossaire|terminologie",
    either=r"ou",
    following=r"[,:] ?|\s(?=tout|toute)",
    anaphora=r"il|elle|ils|elles|ce|cette|ces|sont exclus",
)

_GERMAN = Wordings(
    defining=(
        r"bezeichne[nt]|bedeute[nt]|(?:ist|sind) (?:im Sinne|als)|im Sinne (?:dieses|dieser|des|"
        r"der)(?: \w+){1,4} (?:ist|sind|gilt|gelten|besteht|bestehen)|"
        r"(?:gilt|gelten) als|(?:wird|werden) verstanden"
    ),
    referring=r"(?:hat|haben) (?:die|dieselbe) Bedeutung|(?:ist|sind) definiert (?=in|durch|gemäß)",
    including=r"umfass(?:t|en)|schließ(?:t|en) ein|(?:ist|sind) (?:ein|eine|einen|der|die|das|jede|"
    r"jeder|jedes|alle)\b",
    copulas=r"(?:ist|sind) (?:ein|eine|der|die|das|jede|jeder|jedes|alle)\b",
    leads=r"im Sinne|für die Zwecke|für Zwecke|in diesem|in dieser|soweit|bei",
    naming=r"(?:der|die|das)? ?(?:Begriffe?|Ausdrücke?|Ausdruck|Bezeichnung|Wort|Wörter)|der|die|das|"
    r"ein|eine",
    introducing=(
        r"(?:bezeichnet|bedeutet)(?: (?:der (?:Ausdruck|Begriff)|die Bezeichnung))?|bezeichnen(?: die "
        r"(?:Ausdrücke|Begriffe))?|(?:gilt|gelten) als|versteht man unter|"
        r"im Sinne (?:dieses|dieser)(?: \w+){1,4} (?:ist|sind|gilt als|gelten als)|"
        r"(?:(?:ist|sind|wird|werden) )?unter(?: (?:einem|einer|dem Begriff|dem Ausdruck|der "
        r"Bezeichnung))?(?=[^.;]{1,400}?\b(?:versteh(?:t|en)|verstanden)\b)"
    ),
    continuing=r"versteht man|(?:ist|sind|wird|werden)",
    articles=r"ein|eine|einen|der|die|das|den|jede|jeder|jedes|jeden|alle",
    announcing=r"bezeichnet der Ausdruck|bezeichnen die Ausdrücke|Begriffsbestimmungen|(?:ist|sind|"
    r"gelten|gilt|bedeuten|bedeutet|bezeichnet)[:—]?$|"
    r"im Sinne dieses Gesetzes|im Sinne dieser Verordnung|versteht man unter|verstehen unter",
    excluding=r"umfass(?:t|en) nicht|(?:gilt|gelten) nicht|ausgenommen (?:ist|sind)|schließ(?:t|en) nicht",
    source=r"(?:(?:wie|die|der|das|in|die ihm|gegebene) )*(?:in|nach|gemäß|durch|von)",
    taking=r"im Sinne (?:von|der|des|vo[mn])|(?:gemäß|nach) der (?:Definition|Begriffsbestimmung) in",
    subject_stop=r"der|was|wer|wie|welche[rs]?|wenn|soweit|er|sie|es|nicht|muss|müssen|kann|können|darf|dürfen|"
    r"soll|sollen",
    glossary=r"(?:Begriffsbestimmung(?:en)?|Definition(?:en)?|Begriffe|Glossar)(?: und .{0,40})?",
    either=r"oder",
    following=r": ?|\s(?=(?:ein|eine|einen|der|die|das|den|jede|jeder|jedes|jeden|alle)\b)|, "
    r"?(?=(?:ein|eine|der|die|das|jede|jeder|jedes|alle)\b)",
    anaphora=r"er|sie|es|dies|diese|dazu|hierzu|darunter",
)

_SPANISH = Wordings(
    defining=(
        r"significa(?:n|rá)?|se (?:entiende|entienden|entenderá|entenderán)(?: por| como)?|designa(?:n)?|"
        r"(?:es|son|se) defin(?:e|en|ido|ida|idos|idas) como|se refiere(?:n)? a"
    ),
    referring=r"(?:tiene|tienen|tendrá|tendrán) (?:el mismo|el|la misma) significado|(?:está|están) "
    r"definid[oa]s? (?=en|por)",
    including=r"comprende(?:n)?|incluye(?:n)?|(?:es|son) (?:un|una|el|la|los|las|todo|toda|cualquier)\b",
    copulas=r"(?:es|son) (?:un|una|el|la|los|las|todo|toda|cualquier)\b",
    leads=r"a (?:los )?efectos|para (?:los )?efectos|para los fines|en (?:la|esta|el|este)|salvo",
    naming=r"(?:el|los|la|las) (?:términos?|expresión|expresiones|palabras?)|el|la|los|las|un|una",
    fronting=r"se entiende por|se entenderá por|se considera(?:rá|n)?|se entiende como",
    articles=r"el|la|los|las|un|una|todo|toda|aquel|aquella|aquellos|aquellas|cualquier",
    announcing=r"se entiende(?:n)? por|se entenderá(?:n)? por|se entenderá(?:n)?|se entiende|"
    r"definiciones siguientes|siguientes definiciones|se considera(?:n|rá|rán)?",
    excluding=r"no (?:comprende|incluye|comprenderá|incluirá)(?:n)?|se excluye(?:n)?|quedan excluid[oa]s",
    source=r"(?:(?:que|se|le|les|da|atribuye|atribuido|dado|establecido|previsto) )*(?:en|por|de|del)",
    taking=r"(?:tal (?:y )?como se )?defin(?:ido|ida|idos|idas|e|en) en|en el sentido de[l]?",
    subject_stop=r"que|qué|quien|quién|cómo|cuando|si|no|debe|deben|puede|pueden|artículo",
    glossary=r"(?:definiciones|definición|glosario|términos)(?: y .{0,40})?",
    either=r"o",
    following=r"[:,] ?",
    anaphora=r"este|esta|estos|estas|dicho|dicha|no se considera",
)

_ITALIAN = Wordings(
    defining=(
        r"significa(?:no)?|si intend(?:e|ono)(?: per| come)?|indica(?:no)?|designa(?:no)?|"
        r"(?:è|sono) definit[oaie] come|(?:è|sono) da intendersi"
    ),
    referring=r"(?:ha|hanno) (?:lo stesso|il) significato|(?:è|sono) definit[oaie] (?=all|nell|dall|da|in)",
    including=r"comprend(?:e|ono)|include|includono|(?:è|sono) (?:un|una|uno|il|la|lo|i|gli|le|ogni)\b",
    copulas=r"(?:è|sono) (?:un|una|uno|il|la|lo|i|gli|le|ogni)\b",
    leads=r"ai fini|agli effetti|ai sensi|nel presente|nella presente|salvo",
    naming=r"per|(?:il|i|l[’']|le|la) ?(?:termin[ei]|espression[ei]|parol[ae])|il|la|lo|i|gli|le|un|una|uno",
    fronting=r"si intende per|s[’']intende per|si intendono per",
    articles=r"il|la|lo|i|gli|le|un|una|ogni|qualsiasi|quell[oaie]",
    announcing=r"si intend(?:e|ono)(?: per)?|definizioni seguenti|seguenti definizioni|s[’']intend(?:e|"
    r"ono)(?: per)?",
    excluding=r"non (?:comprend(?:e|ono)|include|includono)|(?:è|sono) esclus[oaie]",
    source=r"(?:(?:che|di|cui|attribuito|dato|previsto) )*(?:all[’'a]?\w*|nell[’'ae]?\w*|"
    r"dall[’'ae]?\w*|da|in|di)",
    taking=r"(?:quali |come )?definit[oaie] (?:all[’']|al|alla|nel|nella|dal|dalla|da)|"
    r"ai sensi d(?:i|el|ella|ell[’'])",
    subject_stop=r"che|chi|cosa|quando|deve|devono|può|possono|articolo",
    glossary=r"(?:definizioni|definizione|glossario|termini)(?: e .{0,40})?",
    either=r"o",
    following=r"[:,] ?",
    anaphora=r"esso|essa|questo|questa|tale|tali",
)

_DUTCH = Wordings(
    defining=(
        r"betekent|betekenen|wordt verstaan(?: onder)?|worden verstaan(?: onder)?|verstaan onder|"
        r"verstaat onder|"
        r"(?:wordt|worden) gedefinieerd als|(?:wordt|worden) bedoeld"
    ),
    referring=r"(?:heeft|hebben) (?:dezelfde|de) betekenis|(?:is|zijn) gedefinieerd (?=in|door|bij)",
    including=r"omvat(?:ten)?|(?:is|zijn) (?:een|de|het|elke|elk|alle)\b",
    copulas=r"(?:is|zijn) (?:een|de|het|elke|elk|alle)\b",
    leads=r"voor de toepassing|in deze|in dit|voor de doeleinden|tenzij|bij",
    naming=r"onder|(?:de|het)? ?(?:term(?:en)?|begrip(?:pen)?|uitdrukking(?:en)?|woord(?:en)?)|de|het|een",
    introducing=(
        r"(?:wordt|worden) verstaan onder|verstaat men onder|"
        r"(?:wordt|worden) onder(?: (?:een|de term|het begrip))?(?=[^.;]{1,400}?\bverstaan\b)"
    ),
    continuing=r"verstaan",
    articles=r"een|elke?|iedere?|alle|de|het",
    announcing=r"wordt verstaan onder|worden verstaan onder|verstaan onder|volgende definities|"
    r"begripsbepalingen|wordt verstaan",
    excluding=r"omvat(?:ten)? niet|(?:is|zijn) uitgesloten",
    source=r"(?:(?:die|dat|als|daaraan|gegeven) )*(?:in|door|bij|van|volgens)",
    taking=r"zoals (?:gedefinieerd|omschreven) in|in de zin van",
    subject_stop=r"die|dat|wat|wie|hoe|welke|wanneer|indien|niet|moet|moeten|kan|kunnen|mag|mogen|artikel",
    glossary=r"(?:definities|definitie|begripsbepaling(?:en)?|begrippen(?:lijst)?|"
    r"begripsomschrijving(?:en)?)(?: en .{0,40})?",
    either=r"of",
    following=r"[:,] ?|\s(?=(?:een|elke|elk|alle|de|het)\b)",
    anaphora=r"dit|deze|die|dat|hij|zij|het",
)

_PORTUGUESE = Wordings(
    defining=(
        r"significa(?:m)?|entende-se(?: por| como)?|entendem-se(?: por| como)?|considera(?:m)?-se|"
        r"designa(?:m)?|"
        r"(?:é|são) definid[oa]s? como|refere(?:m)?-se a"
    ),
    referring=r"(?:tem|têm) o (?:mesmo )?significado|(?:é|são|está|estão) definid[oa]s? (?=n[oa]s?|em|por)",
    including=r"compreende(?:m)?|inclui|incluem|(?:é|são) (?:um|uma|o|a|os|as|todo|toda|qualquer)\b",
    copulas=r"(?:é|são) (?:um|uma|o|a|os|as|todo|toda|qualquer)\b",
    leads=r"para (?:os )?(?:efeitos|fins)|nos termos|na presente|nesta|neste|no presente|salvo",
    naming=r"(?:o|os|a|as) (?:termos?|expressão|expressões|palavras?)|o|a|os|as|um|uma",
    fronting=r"entende-se por|entendem-se por|consideram?-se",
    articles=r"o|a|os|as|um|uma|aquel[ea]s?|todo|toda|qualquer",
    announcing=r"entende-se por|entendem-se por|considera(?:m)?-se|seguintes definições|definições "
    r"seguintes|entende-se|ficam estabelecidas",
    excluding=r"não (?:compreende|inclui|abrange)(?:m)?|(?:é|são|ficam) excluíd[oa]s?",
    source=r"(?:(?:que|lhe|lhes|é|dado|atribuído|previsto) )*(?:n[oa]s?|em|por|pel[oa]s?)",
    taking=r"(?:tal )?(?:como |conforme )?definid[oa]s? (?:no|na|nos|nas|em)|na aceção d[oae]",
    subject_stop=r"que|quê|quem|quando|se|não|deve|devem|pode|podem|artigo",
    glossary=r"(?:das )?(?:definições|definição|glossário|termos)(?: .{0,40})?",
    either=r"ou",
    following=r"[:,] ?",
    anaphora=r"este|esta|estes|estas|tal|tais",
)

_WORDINGS: Mapping[str, Wordings] = {
    "de": _GERMAN,
    "en": _ENGLISH,
    "es": _SPANISH,
    "fr": _FRENCH,
    "it": _ITALIAN,
    "nl": _DUTCH,
    "pt": _PORTUGUESE,
}


@cache
def wordings_of(lang: str) -> Wordings:
    """The words of a language; of one without a table those that hold nothing."""
    found = _WORDINGS.get(primary(lang), Wordings())
    return Wordings(*(re.sub(" ", r"\\s+", pattern) for pattern in found))._replace(stems=found.stems)


def is_known(lang: str) -> bool:
    """Whether there is a table of a language."""
    return primary(lang) in _WORDINGS
