"""Instruments that a text names and that are perhaps not in the collection.

They are recognised by how law is cited: a number in the style of a gazette, code or standard, an abbreviation
that stands for one act, or a title in capitals that ends with the kind of an instrument. A passage beside
such a name is another text's wording, of which nothing can be said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aidefs.patterns import late

__all__ = ["cited"]

_KINDS = (
    r"Acts?|Bills?|Codes?|Codified\sLaws|Laws?|Regulations?|Directives?|Conventions?|Statutes?"
    r"|Orders?|Ordinances?"
    r"|Polic(?:y|ies)|Decrees?|Strategy|Framework|Guidelines|Guidance|Recommendations?"
    r"|Declarations?|Treaty|Standards?"
    r"|Charter|Constitution|Resolutions?|Rules?|Proclamation|Memorandum|Circular|White\sPaper"
    r"|Glossary|Handbook|(?<=Interim\s)Measures"
    r"|Ley|Loi|Legge|Lei|Ustawa"
)
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'&.-]*+"
_JOINT = r"(?:of|on|for|and|the|in|to|de|du|des|la|le|del|della|der|über|und|zur|van|het)"
_PATTERNS = (
    # Regulation (EU) 2016/679, règlement (UE) 2016/679, Directive 95/46/EC
    r"(?:Regulation|Directive|Decision|Verordnung|Richtlinie|[Rr]èglement|[Dd]irective"
    r"|[Rr]eglamento|[Dd]irectiva"
    r"|[Rr]egolamento|[Dd]irettiva|[Vv]erordening|[Rr]ichtlijn|[Rr]ozporządzeni[ea]|[Rr]egulamento)"
    r"\s*\(?(?:EU|EC|EEC|UE|CE|EG)?\)?\s*(?:No\.?|Nr\.?|n[°º.]+)?\s*\d{2,4}/\d{1,4}(?:/\w{2,3})?",
    r"(?:Executive\sOrder|E\.\s?O\.|EO)\s*(?:No\.?\s*)?\d{5}\b",
    rf"(?:\b{_CAPITAL}\s){{0,3}}\b(?:Senate|House|Assembly)\s(?:Bill|File|Resolution)\s(?:No\.\s*)?\d{{1,5}}\b",
    r"(?:[HSA]\.\s?[BFR]?\.?(?:\sNo\.)?|AB|SB|HB|HD|HR|HF|SF|PL|LB|LD)\s?\d{1,5}\b",
    r"(?:Act|Law|Ley|Lei|Loi|Legge|Gesetz|Decreto(?:\sSupremo)?)\s(?:No?\.?|N[°º.]+|Nr\.?"
    r"|n[°º.]+)?\s?\d[\w/.-]*"
    r"(?:\s(?:of|de|von|du|del)\s\d{4})?",
    r"\d{1,2}\s(?:U\.?\s?S\.?\s?C\.?|C\.?\s?F\.?\s?R\.?)(?:\s?§{1,2})?\s?\d[\w.()-]*",
    rf"(?:\b{_CAPITAL}\s(?:&\s)?){{1,7}}(?:tit\.?\s\w+,?\s)?§{{1,2}}\s?[\w.:()-]*\d[\w.:()-]*",
    rf"(?:\b{_CAPITAL}\s){{1,4}}(?:Ann(?:otated|\.)\s)?(?:s|sec|section|art|art\.)\.?\s\d[\w.()-]*",
    r"Pub(?:lic|\.)\s?L(?:aw|\.)?\s?(?:No\.\s*)?\d+[-–]\d+",
    r"COM\s?\(\d{4}\)\s?\d+",
    r"(?:ISO|IEC|IEEE|ETSI|ITU|SAE|CEN|DIN|BS)(?:/(?:IEC|IEEE|TR|TS|PAS|[A-Z]{2,4}))*"
    r"[ -](?:[A-Z]{1,4}[ -])?[A-Z]?\d[\w.:-]*",
    r"(?:GDPR|DSGVO|DS-GVO|RGPD|AVG|DSA|DMA|DGA|CCPA|CPRA|HIPAA|FCRA|NIS\s?2|TFEU|AEUV|TFUE|ECHR|CFR)\b",
    # § 2 KIMÜG, KommAustria-Gesetz, loi n° 78-17, Real Decreto 817/2023, decreto legislativo 196/2003
    r"§{1,2}\s?\d+[a-z]?(?:\s(?:Abs\.?|Absatz|Nr\.?|Ziff?\.?|Satz|lit\.?)\s?\w+)*\s(?:des\s"
    r"|der\s)?[A-ZÄÖÜ][\w-]*(?:G|VO|B|O|E)\b",
    r"(?!EU-|KI-|AI-|Ver?ordnung|An?ordnung|Rechtsordnung|Vertrag)[A-ZÄÖÜ][\w-]+(?:gesetz"
    r"|-Gesetz|gesetzbuch|verordnung|-Verordnung|richtlinie|ordnung|vertrag)(?:e?s)?\b",
    r"(?:loi|décret|ordonnance|arrêté)\s(?:n[°ºo]\.?\s?\d[\d-]+|du\s\d{1,2}(?:er)?\s\w+\s\d{4})",
    r"(?:Ley|Real\sDecreto(?:-ley)?|Decreto)\s(?:Orgánica\s)?\d+/\d{4}",
    r"(?:legge|decreto\slegislativo|d\.\s?lgs\.)\s(?:n\.\s?)?\d+/\d{4}",
    # A title in capitals: "South Dakota Codified Laws", "Digital Services Act (2022)"
    rf"(?:\b{_CAPITAL}\s(?:{_JOINT}\s){{0,2}}){{1,9}}(?:{_KINDS})\b"
    rf"(?:\s(?:on|of|for|über|sobre|sur)\s(?:the\s)?{_CAPITAL}(?:\s(?:{_JOINT}\s)?{_CAPITAL}){{0,6}})?"
    r"(?:,?\s\(?(?:of\s)?(?:19|20)\d\d\b\)?|\sNo\.?\s?\d[\w/.-]*)?",
    # A title that begins with its kind is one where it has a year: "Law on Artificial Intelligence 2025"
    rf"(?:Law|Act|Bill|Decree|Statute|Ordinance)\s(?:on|concerning|regarding)\s(?:the\s)?{_CAPITAL}"
    rf"(?:\s(?:{_JOINT}\s){{0,2}}{_CAPITAL}){{0,6}}(?:,?\s\(?(?:of\s)?(?:19|20)\d\d\b\)?)",
)
# With what any of them begins, a word if no sign: a look that spares most places of a text all patterns.
_SMALL = r"r(?:è|eg|ich|oz)|d(?:ire|é|ecreto|\.)|l(?:oi|egge)\s|ordonn|arrêt|veror"
_BEGINS = rf"(?=\b(?:[A-ZÀ-ÖØ-Þ\d]|{_SMALL})|§)"
_CITED = late(f"{_BEGINS}(?:{'|'.join(_PATTERNS)})")
# What begins a sentence or determines a name, and is no part of it.
_NO_NAME = frozenset(
    [
        "the",
        "a",
        "an",
        "what",
        "why",
        "how",
        "which",
        "who",
        "whose",
        "where",
        "whether",
        "was",
        "wie",
        "warum",
        "wer",
        "wo",
        "in",
        "under",
        "as",
        "by",
        "of",
        "and",
        "or",
        "but",
        "see",
        "also",
        "since",
        "when",
        "while",
        "if",
        "for",
        "from",
        "this",
        "that",
        "these",
        "those",
        "such",
        "our",
        "its",
        "his",
        "her",
        "their",
        "your",
        "any",
        "every",
        "each",
        "article",
        "section",
        "sections",
        "recital",
        "paragraph",
        "compare",
        "cf",
        "unlike",
        "per",
        "to",
        "on",
        "at",
        "with",
        "according",
        "pursuant",
        "both",
        "der",
        "die",
        "das",
        "des",
        "dem",
        "den",
        "im",
        "nach",
        "in",
        "laut",
        "gemäß",
        "article",
        "l",
        "le",
        "la",
        "les",
        "un",
        "une",
        "el",
        "los",
        "las",
        "según",
        "nach",
        "il",
        "lo",
        "gli",
        "het",
        "de",
        "una",
        "title",
        "chapter",
        "part",
        "annex",
        "note",
        "source",
        "sources",
    ]
)
_FIRST = late(r"[\w’'.&/-]+[\s,]*")
_CHAMBER = late(r"(?<![\w.])A\.\s?\d{3}")
_SENTENCE = late(r"[A-Z]\w+[.?!]\s+[Tt]he\s+")
_KIND_ALONE = late(rf"(?:{_KINDS})(?:\s.*)?\Z", re.DOTALL)


def cited(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Where a stretch of a text cites instruments: offsets of their names, which do not overlap.

    "The Act" alone is no name, and an article in front of a name is no part of it.
    """
    match = _CITED.search(text, low, high)
    while match:
        start, end = match.span()
        while word := _FIRST.match(text, start, end):
            if _CHAMBER.match(text, start, end):
                break  # "A. 768"
            if word[0].strip(" ,\n\t.").casefold() not in _NO_NAME:
                break
            start = word.end()
        if sentence := _SENTENCE.match(text, start, end):
            start = sentence.end()  # "Yes. The White Paper of 2023"
        if start > match.start() and start < end:
            again = _CITED.match(text, start, high)  # without the article it may be a number
            end = max(end, again.end()) if again else end
        while end > start and _is_of_sentence(text, start, end):
            end -= 1
        name = text[start:end]
        if name and (not _KIND_ALONE.match(name) or re.search(r"\d", name)):
            yield start, end
        match = _CITED.search(text, max(end, match.end()), high)


def _is_of_sentence(text: str, start: int, end: int) -> bool:
    """Whether the last sign of a name is the sentence's: "§ 12-26-32:", "(15 U.S.C. 9401(3))."."""
    last = text[end - 1]
    if last == ")":
        return text.count(")", start, end) > text.count("(", start, end)
    before = text[end - 2 : end - 1]
    return last in ".:-" and (before.isdigit() or before in (")", last))
