"""Entries of the list of the works that a document cites by number: whether one is a text or a work on it.

"[53] European Parliament, legislative resolution of 13 March 2024 on …" is the text itself, whose words may
be quoted. "[54] J. Smith, The AI Act explained" names it, too, and has other words. What of an entry is not
known to be the name of a text, of those who made it or of the place where it was published speaks for a work
on it: of such an entry nothing follows.
"""

from __future__ import annotations

import re

from aidefs.patterns import late
from aidefs.quotations.titles import Mention, Titles, is_instrument

__all__ = ["is_looked_at_beside", "is_text_itself", "stands_at_end"]

# Who makes texts, and what is said of a text before its name. Nobody's surname is among them.
_WORDS_BEFORE = """
    a an the of and for by on in to at as from with see cf article art section sec point para paragraph no
    nr pub european union parliament council commission europe eu ec uk us u s usa congress united states
    america kingdom nations government state commonwealth general assembly senate house representatives
    legislature department ministry office secretary president governor republic organisation organization
    economic co operation cooperation development national institute standards technology cyberspace
    administration international adopted amended amendments amending consolidated final draft proposed
    proposal legislative resolution position first reading decision version text legislation official law
    public treaty series recommendation regulation directive convention act bill statute approach agreement
    provisional laying down harmonised harmonized rules artificial intelligence ai new
    january february march april may june july august september october november december
    europäische europäisches europäischer europäischen parlament parlaments rat rates kommission der die das
    des vom von und zur für eine einer festlegung harmonisierter vorschriften künstliche künstlicher
    intelligenz verordnung entwurf vorschlag gesetz siehe
    parlement européen européenne commission conseil le la les l du de des et règlement proposition
    établissant des règles harmonisées concernant intelligence artificielle un une sur voir
    parlamento europeo europea comisión consejo unión el los las y reglamento propuesta que se establecen
    establece normas armonizadas materia inteligencia un una véase
    commissione consiglio unione il lo gli e regolamento proposta che stabilisce regole armonizzate sull
    intelligenza artificiale un vedi
    europees europese commissie raad unie het een en van verordening voorstel tot vaststelling
    geharmoniseerde regels betreffende artificiële intelligentie voor zie
    parlamentu europejskiego rady komisja europejska i rozporządzenie
    europeia comissão conselho união o os regulamento
"""
_BEFORE = frozenset(_WORDS_BEFORE.split())
_WORD = late(r"[^\W\d_]+")
# A body that has made many texts is the author of an entry, and no text: "OECD (2024). Explanatory note".
_BODY = late(r"(?:[A-Z]{2,7}|[^,.\d]*\bGroup\b[^,.\d]*)[,.]?(?:\s?\(?(?:19|20)\d\d\)?)?")
_NUMBERED = late(
    r"\d{2,}[:/]\d|[A-Z]{2}\d\d-\d|\(\d{4}\)\s?\d"
)  # official numbers, behind which a title stands
_BEHIND = late(
    r"[*_”\"’'»]*(?:\s*\Z|\s*[\].,;(\[–—/-]|(?:\s|(?<=\s))(?:of|on|for|official|full|text|final|consolidated|art(?:icle)?|sec(?:tion)?|recital|annex|§|\d|laying|and|amending|adopted|as|to"
    r"|concerning|pursuant|vom|zur|über|für|und|sur|relatif|relative|du|de|del|sobre|por|su|che|sul|inzake|betreffende|tot|van)\b"
    r"|\s?:\s?(?:OJ|COM|CELEX|ELI|https?|Art|§))"
)
_ON_A_TEXT = late(
    r"\b(?:comment\w*|expla(?:in|nat)\w*|explor\w*|guid(?:es?|elines?|ance)|handbook|manual|overview|summar\w*|anal[yi][sz]\w*"
    r"|assess\w*|critiqu\w*|playbook|toolkit|brief(?:ing)?s?|faqs?|questions|answers|news|blog|press|fact\s?sheet|infographic"
    r"|(?<!official\s)journal|reviews?|arxiv|ssrn|univ(?:ersity)?|springer|elsevier|routledge|wiley|eds?|vol|pp|isbn|issn|papers?"
    r"|workshop|conference|proceedings|thesis|toward\w*|implications?|perspectives?|challenges?|understanding|demystify\w*"
    r"|what|how|why|kommentar\w*|handbuch|leitfaden|zeitschrift|überblick|einführung|revue|guide|commentaires?|analyse"
    r"|revista|guía|comentarios?|análisis|rivista|guida|commentario|analisi|tijdschrift|handleiding|toelichting)\b",
)
_CLOSES = r"[\s”\"’'»«“›‹.,;:*_)\]]"
_BESIDE = (
    r"\([^()\n]{0,60}(?:\([^()\n]{0,12}\)[^()\n]{0,40})?\)|\\?\[\d{1,3}[^\[\]\n]{0,60}\]"
    r"|\b(?:in|at|the|art(?:icle|ikel|ículo|icolo|igo)?|sec(?:tion)?|point|para(?:graph)?|nr|no|pp?|s)\b\.?|§|\d++(?:\(\w{1,3}\))*+"
)
_AT_END = late(rf"(?!.*?\n\s*\n)(?>{_CLOSES}|{_BESIDE}){{0,40}}+\\?", re.S | re.I)
# Right before the mark of a work that is only looked at beside: "(see also [12])".
_LOOKED_AT = late(
    r"\b(?:see\s+also|see,?\s+(?:e\.g|for\s+(?:example|instance))|cf|cfr|compare|siehe\s+auch|vgl|vergleiche|voir\s+aussi|voir\s+également"
    r"|véase\s+también|vedi\s+anche|zie\s+ook|based\s+(?:up)?on|adapted\s+from|similar\s+to|aligned\s+with|in\s+line\s+with|unlike|than"
    r"|inspired\s+by|derived\s+from|angelehnt\s+an|inspirée?s?\s+(?:de|par)|basad[oa]s?\s+en|basat[oaie]\s+su|gebaseerd\s+op)"
    r"[\s.,]*(?:(?:the|that|those|in|of|by|work|definition)\s+){0,3}\(?\\?\Z",
    re.IGNORECASE,
)


def is_text_itself(entry: str, titles: Titles) -> bool:
    """Whether an entry of a list of works is a text that may be quoted, stored or not.

    Args:
        entry: Its words, without its number.
        titles: The names of the stored texts.
    """
    names = titles.mentions(entry)
    texts = [one for one in names if is_instrument(one) and not _BODY.fullmatch(one.text)]
    if not texts:
        return False
    first = texts[0]
    end = first.end
    for one in names:  # "SB24-205 Consumer Protections for Artificial Intelligence"
        if end <= one.start <= end + 1:
            end = one.end
    known = [one for one in names if one.start < first.start]
    if not all(word.casefold() in _BEFORE for word in _WORD.findall(_without(entry[: first.start], known))):
        return False
    named = _NUMBERED.search(first.text) is not None or _BEHIND.match(entry, end) is not None
    return named and not _ON_A_TEXT.search(_without(entry, names).casefold())


def _without(words: str, names: list[Mention]) -> str:
    """Words without the names in them."""
    for one in reversed(names):
        words = f"{words[: one.start]} {words[one.end :]}"
    return words


def stands_at_end(between: str) -> bool:
    """Whether the mark of an entry stands at the end of a passage: nothing between but its provision."""
    return _AT_END.fullmatch(between) is not None


def is_looked_at_beside(before: str) -> bool:
    """Whether the words before the mark of an entry say that it is not the source: "see also"."""
    return _LOOKED_AT.search(before) is not None
