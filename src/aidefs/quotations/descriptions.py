"""Texts that are named by what they are: by their place or body, their kind and their year.

"Texas's 2025 statute", "the Commission's communication of 2018", "la ley peruana de 2023" are no titles.
Which texts they may stand for follows from the records: the jurisdiction, the body that a text is from, the
kinds of instrument that its names speak of, the date of adoption, and the words of its names and term. A
description with a year that no text of its place has is that of an instrument which is not stored; so is one
with a word that none of their names has ("Kentucky's privacy act of 2024"). Where several fit, it stands for
all of them. Without a year it may mean any law of the place and is no name, and neither is one of many ("a
Texas law of 2025"). "The 2025 text" and "its act of 2023" are descriptions where a document says before whose
text is meant.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import compress

from aidefs.classes import NamedTuple, dataclass
from aidefs.library.names import begins
from aidefs.patterns import late
from aidefs.quotations.references import PASSED_STATUS

__all__ = [
    "BODY",
    "Described",
    "Facts",
    "before_owner",
    "behind_owner",
    "common",
    "of_body",
    "present_versions",
    "with_adjective",
    "without_owner",
]

STEM = 5  # letters of a word that count
SHORTEST = 4  # letters that an adjective has in common with the name of its country
_FRONT = 80  # characters before a kind in which what determines it stands
SHARE = 0.55  # of the letters of that name

# What an instrument is called → of what kind it is. Where a word is two kinds, so is a text with it.
_KINDS = {
    "law": """act acts law laws statute statutes legislation code budget gesetz gesetzes gesetze loi ley legge
        wet lei ustawa""",
    "bill": "bill bills gesetzentwurf wetsvoorstel",
    "order": "order orders decree dekret erlass décret decreto",
    "regulation": """regulation regulations rules measures provisions verordnung règlement reglamento
        regolamento verordening regulamento""",
    "directive": "directive richtlinie directiva direttiva richtlijn",
    "recommendation": """recommendation empfehlung recommandation recomendación raccomandazione aanbeveling
        recomendação principles""",
    "treaty": """convention treaty konvention übereinkommen traité convenio tratado convenzione trattato
        verdrag convenção""",
    "declaration": "declaration erklärung déclaration declaración dichiarazione verklaring declaração",
    "communication": "communication mitteilung comunicación comunicazione mededeling comunicação",
    "guidance": "guidelines guidance guide advice leitlinien directrices orientamenti richtsnoeren",
    "framework": "framework",
    "standard": "standard vocabulary",
    "resolution": "resolution resolución risoluzione resolutie entschließung résolution",
    "memorandum": "memorandum memo",
    "policy": "policy",
    "plan": "plan strategy",
    "proposal": "proposal vorschlag proposition propuesta proposta voorstel",
    "position": "position mandate approach amendments standpunkt mandat posición posizione standpunt",
    "draft": "draft print entwurf borrador bozza ontwerp",
    "code": "code",
    "report": "report rapport bericht informe relazione",
    "paper": "paper papers",
    "commitments": "commitments",
}
_KIND_OF: dict[str, frozenset[str]] = {}
for _kind, _words in _KINDS.items():
    for _word in _words.split():
        _KIND_OF[_word] = _KIND_OF.get(_word, frozenset()) | {_kind}
# A bill is called a law once it is one, and laws are called bills where their making is told.
_ALIKE = {"law": {"law", "bill"}, "bill": {"law", "bill"}, "draft": set[str]()}
_ANY = frozenset(
    ("text", "version", "edition", "definition", "wording", "instrument", "texte", "texto", "testo", "tekst")
)
# What stands before a kind and tells nothing of what it is about.
_BESIDE_KIND = """
a adopted ai amended an and approved artificial basic broad central code comprehensive consolidated
current draft earlier
enacted european executive failed federal final first formal framework full general house initial
intelligence its joint landmark lapsed latest legislative main model national negotiating new of
official old operating original own passed pending
presidential proper proposed public published recent revised
second senate short signed single state system systems technical technology texts the then third updated
vetoed working
"""
_FILLERS = frozenset(_BESIDE_KIND.split())
_OF_STAGE = {
    "vetoed": False, "lapsed": False, "failed": False, "pending": False, "proposed": False, "draft": False,
    "enacted": True, "signed": True, "final": True,
}  # fmt: skip
_NEVER = frozenset(("draft", "lapsed", "withdrawn"))

# With what the names of the months begin in the languages of the kinds, from January.
_MONTHS = (
    "jan gen ene", "feb fév fev", "mar mär maa", "apr avr abr", "may mai mei mag", "jun juin giu",
    "jul juil lug", "aug aoû ago", "sep set", "oct okt ott out", "nov", "dec dez déc dic",
)  # fmt: skip
_MONTH_OF = {begins: f"{k:02}" for k, names in enumerate(_MONTHS, 1) for begins in names.split()}
_ANY_KIND = "|".join(sorted({*_KIND_OF, *_ANY}, key=lambda word: (-len(word), word)))
_DATE = (
    rf"(?:(?:\d{{1,2}}\.?\s)?(?:de\s)?(?P<@_month>(?:{'|'.join(_MONTH_OF)})[^\W\d_]{{0,7}})\.?\s(?:del?\s)?)?"
    r"(?P<@_year>(?:19|20)\d\d)(?![\d/-])"
)
_EARLY, _LATE = (_DATE.replace("@", name) for name in ("early", "late"))
_WORDS = r"(?P<words>(?:[^\W\d_][\w-]*\s){0,4}?)"
_OF = r"(?:,?\s(?:of|from|in|de|del|du|von|vom|van|uit|do)\s(?:the\s)?|\s\(|,\s)"
_TOPIC = r"(?:\s(?:on|for|about|concerning|to)\s(?:the\s)?(?:[^\W\d_][\w-]*\s?){1,6}?)?"
# Behind the owner: "’s June 2023 position", "’s budget act of 2021", " law on biometric data of 2008".
_DATED_BEFORE = late(rf"(?:[’']s?)?\s{_EARLY}\s{_WORDS}(?P<kind>{_ANY_KIND})\b", re.IGNORECASE)
_DATED_BEHIND = late(
    rf"(?:[’']s?)?\s{_WORDS}(?P<kind>{_ANY_KIND})\b(?P<topic>{_TOPIC}){_OF}{_LATE}(?P<more>{_TOPIC})",
    re.IGNORECASE,
)
_ARTICLE = (
    r"(?:the|das|die|der|den|dem|des|l[ae]|el|il|het|de|o|a|all[ao]|nella|della|del|dell|dalla|du|au|al)"
)
# Before it: "the treaty of [the Council of Europe] of 1981", "la communication de la [Commission] de 2018".
_BEFORE = late(
    rf"\b{_ARTICLE}\s{_WORDS}(?P<kind>{_ANY_KIND})"
    r"\s(?:(?:tabled|adopted|passed|issued|published|made|presented)\s)?"
    r"(?:of|by|from|de|der|des|della|dell|van|du|da|do|del)\s?(?:the\s|l[ae]\s|[’']|de\s)?\Z",
    re.IGNORECASE,
)
_THEN_DATE = late(rf"{_OF}{_LATE}", re.IGNORECASE)
# "la ley peruana de 2023", "das kanadische Gesetz von 2022": the owner is an adjective in small letters.
_ADJECTIVE = late(
    rf"\b{_ARTICLE}\s(?:(?P<front>[^\W\d_]{{5,}})\s)?(?P<kind>{_ANY_KIND})(?P<behind>(?:\s[^\W\d_]{{4,}}){{0,2}})"
    rf"\s(?:de|del|von|van|du|do|vom|uit)\s{_LATE}",
    re.IGNORECASE,
)
# What such a description ends with; of few years nothing else is asked.
_ANY_YEAR = late(r"[12][90]\d\d(?<=19\d\d|20\d\d)")
_TO_YEAR = 400  # characters from a name to its year at most
_OWNED_DATE = late(rf"\s(?:de|del|von|van|du|do|vom|uit)\s{_LATE}\Z", re.IGNORECASE)
_OWNED_DATE_AT_MOST = 60  # characters of it
_WITH_KIND = late(rf"(.+?)(?:[’']s?)?(?:\s[\w-]+){{0,3}}?\s(?:{_ANY_KIND})\b", re.IGNORECASE)
# Without an owner: "the 2025 text", "the July print", "its act of 2023", "the agency's draft of March 2024".
# It begins with a class of characters, for which `re` looks fastest.
_DATED_ALONE = late(
    r"[TtIiıİ](?<!\w[TtIiıİ])(?i:(?:(?<=t)he(?:ir)?|(?<=i)ts)"
    rf"\s(?:{_EARLY}|(?P<name>(?:{'|'.join(_MONTH_OF)})[a-z]*))\s{_WORDS}(?P<kind>{_ANY_KIND})\b)"
)
_OF_DATE = late(rf",?\s(?:of|from)\s{_LATE}", re.IGNORECASE)
_KIND_AT_END = late(rf"\b(?P<kind>{_ANY_KIND})\Z", re.IGNORECASE)
_DETERMINED = late(
    r"\b(?:the|its|their)\s(?:(?:agency|state|city|governor|legislature|latter|former|country)[’']s\s)?"
    r"(?P<words>(?:[^\W\d_][\w-]*\s){0,3})\Z",
    re.IGNORECASE,
)
_INDEFINITE = late(
    r"\b(?:an?|another|any|some|one|no|every|each|other|several|two|many|eine?[mnrs]?|une?|uno|una|um|uma|een)\s"
    r"(?:[\w-]+\s){0,2}\Z",
    re.IGNORECASE,
)
_WORD = late(r"[^\W_]+")
_YEAR = late(r"(?<![\d/(])(?:19|20)\d\d(?![\d/)])")
# The bodies of which running text leaves out whose they are; behind the first is how the records call them.
_BODIES = (
    ("European Commission", "Commission Kommission Commissione Comisión Commissie Comissão"),
    ("European Parliament", "Parliament Parlament Parlement Parlamento Parlements"),
    ("Council of the European Union", "Council Rat Conseil Consejo Consiglio Raad Conselho"),
    ("European Union", "Union Unión Unione Unie União"),
    ("President", "President Präsident Président Presidente presidential Presidential"),
    ("Office of Management and Budget", "OMB"),
    ("G7", "G7"),
)
_BODY_OF = {name: body for body, names in _BODIES for name in names.split()}
_FIRST = "".join(sorted({name[0] for name in _BODY_OF}))
_AFTER = "|".join(f"(?<={name[0]}){name[1:]}" for name in sorted(_BODY_OF))
BODY = late(rf"[{_FIRST}](?<!\w[{_FIRST}])(?:{_AFTER})\b")
"""A body that is named without its place: "the Commission"."""

_TEXTS = (
    "text|version|wording|definition|edition|one|act|law|regulation|recommendation|directive|convention|treaty"
    "|statute"
)
_NOW = "now|today|currently|nowadays|at\\spresent"
_IT = (
    rf"(?:it|they|(?:the|this|its)\s(?:{_TEXTS})"
    r"|es|sie|er|(?:der|die|das)\s(?:Text|Fassung|Wortlaut|Definition)|il|elle|l[ea]\s(?:texte|définition)"
    r"|el\stexto|la\s(?:definición|definizione|definição)|il\stesto|het|hij|de\s(?:tekst|definitie)|ona?|o\stexto)"
)
_SAYS = (
    r"(?:(?:says?|speaks?|reads?|has|have|runs?|is|asks?|requires?|uses?|defines?|covers?|refers?|contains?|goes)"
    r"|lautet|heißt|spricht|steht|hat|ist|sagt|definiert|verlangt|enthält|dit|parle|lit|vise|définit|prévoit|porte|comporte|est|a"
    r"|dice|habla|reza|define|exige|tiene|parla|recita|definisce|ha|luidt|zegt|spreekt|staat|heeft|heet|is"
    r"|brzmi|mówi|stanowi|definiuje|ma|diz|fala|tem)"
)
_NOWADAYS = (
    rf"(?:{_NOW}|heute|jetzt|nun|nunmehr|inzwischen|aujourd[’']hui|désormais|maintenant|à\sprésent|hoy|ahora|actualmente"
    r"|oggi|ora|adesso|attualmente|nu|thans|tegenwoordig|vandaag|obecnie|dziś|dzisiaj|teraz|hoje|agora|atualmente)"
)
_LACKS = (
    r"no\s|does\snot|doesn|has\sno|lacks?|omits?|drop\w+|delet\w+|replac\w+|removed|abandoned|fehlt|hat\s\w+\snicht|spricht\snicht"
    r"|kennt\sk|enthält\sk|sagt\sn|ne\s|n[’']|ya\sno|non\s|niet|nie\s|já|não"
)
_PRESENT = late(
    r"\b(?:(?P<final>(?:the|its)\s(?:final|adopted|enacted|eventual)\s(?:"
    rf"{_TEXTS})"
    r"|(?:der|die|das|dem|den)\s(?:endgültige|verabschiedete|beschlossene)n?\s(?:Text|Fassung|Wortlaut|Definition|Gesetz|Verordnung)"
    r"|(?:le\stexte|la\s(?:version|définition|rédaction))\s(?:finale?|définiti(?:f|ve)|adoptée?)"
    r"|(?:el\stexto|la\s(?:versión|definición|redacción))\s(?:final|definitiv[oa]|aprobad[oa]|adoptad[oa])"
    r"|(?:il\stesto|la\s(?:versione|definizione|formulazione))\s(?:finale|definitiv[oa]|adottat[oa]|approvat[oa])"
    r"|(?:de|het)\s(?:definitieve|uiteindelijke|vastgestelde)\s(?:tekst|versie|definitie|verordening)"
    r"|(?:ostateczn[ya]|końcow[ya]|przyjęt[ya])\s(?:tekst|wersja|definicja)"
    r"|(?:o\stexto|a\s(?:versão|definição|redação))\s(?:final|definitiv[oa]|aprovad[oa]))"
    rf"|(?:the|its)\s(?:current|present|applicable)\s(?:{_TEXTS})|(?:the|its)\s(?:text|version|wording|definition|act|law)\s(?:now\s)?in\sforce"
    r"|(?:der|die|das|dem|den)\s(?:geltende|heutige|jetzige|aktuelle|gegenwärtige)n?\s(?:Text|Fassung|Wortlaut|Definition|Gesetz|Verordnung|Empfehlung)"
    r"|(?:le\stexte|la\s(?:version|définition|rédaction))\s(?:actuel(?:le)?|en\svigueur|d[’']aujourd[’']hui)|l[’']actuelle\s(?:version|définition|rédaction)"
    r"|(?:el\stexto|la\s(?:versión|definición|redacción))\s(?:actual|vigente|en\svigor)|(?:el\svigente\stexto|la\svigente\sredacción)"
    r"|(?:il\stesto|la\s(?:versione|definizione|formulazione))\s(?:attuale|vigente|in\svigore)|l[’']attuale\s(?:testo|versione|definizione)"
    r"|(?:de|het)\s(?:huidige|geldende|tegenwoordige)\s(?:tekst|versie|definitie|verordening|aanbeveling)"
    r"|(?:obecn[ya]|obowiązując[ya]|aktualn[ya])\s(?:tekst|wersja|definicja|brzmienie)"
    r"|(?:o\stexto|a\s(?:versão|definição|redação))\s(?:atual|vigente|em\svigor))"
    rf"\b(?!\s(?:of|by|for|der|des|von|du|de|del|della|dell|van|do|da)\b|[’']|\s(?:{_LACKS}))"
    rf"|\b{_NOWADAYS},?(?=\s(?:{_IT}\s)?{_SAYS}\b|\s?:)"
    rf"|(?<=\bit\s){_NOWADAYS}(?=\s{_SAYS}\b)|\b{_IT}\s(?:{_NOWADAYS}\s{_SAYS}|{_SAYS}\s{_NOWADAYS})\b",
    re.IGNORECASE,
)
# The words by stem one of which each such phrase has, and how many words stand before it there at most.
_PRESENT_CUES = frozenset(
    ("final", "adopt", "enact", "event", "endgü", "verab", "besch", "défin", "defin", "aprob", "appro",
     "aprov", "uitei", "vastg", "ostat", "końco", "przyj", "curre", "prese", "appli", "force", "gelte",
     "heuti", "jetzi", "aktue", "gegen", "actue", "adott", "gelde", "prése", "vigue", "aujou", "actua",
     "vigen", "vigor", "attua", "huidi", "tegen", "obecn", "obowi", "aktua", "atual", "now", "today",
     "nowad", "heute", "jetzt", "nun", "nunme", "inzwi", "désor", "maint", "hoy", "ahora", "oggi", "ora",
     "adess", "nu", "thans", "vanda", "dziś", "dzisi", "teraz", "hoje", "agora")
)  # fmt: skip
_BEFORE_CUE = 4


class Described(NamedTuple):
    """What a description says.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last.
        kinds: The kinds of instrument that it may speak of; none where it says "text".
        year: Its year.
        month: Its month as a number, "" for none.
        words: The words that tell what it is about, by stem.
        stage: Whether it is said to have become law, None where nothing is said.
    """

    start: int
    end: int
    kinds: frozenset[str]
    year: str
    month: str
    words: frozenset[str]
    stage: bool | None

    @classmethod
    def of_all(cls, start: int, end: int) -> Described:
        """The description that says nothing but whose text it is."""
        return cls(start, end, frozenset(), "", "", frozenset(), None)

    @classmethod
    def of_other(cls, start: int, end: int) -> Described:
        """The description that tells another text of a body by its number."""
        return cls(start, end, frozenset(("law",)), "", "", frozenset(), None)

    def without(self, word: str) -> Described:
        """The same but for a word that is no part of what it is about."""
        return self._replace(words=self.words - {word.casefold()[:STEM]})


def _made(start: int, end: int, kind: str, year: str, month: str | None, said: str) -> Described:
    words = [word.casefold() for word in _WORD.findall(said)]
    stages = [_OF_STAGE[word] for word in words if word in _OF_STAGE]
    telling = {word[:STEM] for word in words if word not in _FILLERS and len(word) >= SHORTEST}
    kinds = _KIND_OF.get(kind.casefold(), frozenset[str]())
    number = next((one for begin, one in _MONTH_OF.items() if (month or "").casefold().startswith(begin)), "")
    return Described(start, end, kinds, year, number, frozenset(telling), stages[0] if stages else None)


def behind_owner(text: str, start: int, end: int) -> Described | None:
    """What is said behind the name of a place or body at [start, end), if it is a description with a year."""
    if not _ANY_YEAR.search(text, end, end + _TO_YEAR):
        return None  # before any word is looked at
    found = _DATED_BEFORE.match(text, end)
    dated = "early"
    if found is None:
        found, dated = _DATED_BEHIND.match(text, end), "late"
    if found is None or _INDEFINITE.search(text, max(start - 40, 0), start):
        return None
    topic = f"{found['words']} {found['topic']} {found['more']}" if dated == "late" else found["words"]
    return _made(start, found.end(), found["kind"], found[f"{dated}_year"], found[f"{dated}_month"], topic)


def before_owner(text: str, low: int, start: int, end: int) -> Described | None:
    """The same of what is said before it and behind it: "the convention of the Council of Europe of 1981"."""
    dated = _THEN_DATE.match(text, end)
    found = _BEFORE.search(text, low, start) if dated else None
    if found is None or dated is None:
        return None
    year, month = dated["late_year"], dated["late_month"]
    return _made(found.start(), dated.end(), found["kind"], year, month, found["words"])


def of_body(name: str) -> str:
    """What the records call a body that is named so: "Commission" is the European Commission."""
    return _BODY_OF.get(name, "")


def with_adjective(text: str, low: int, high: int) -> Iterator[tuple[Described, list[str]]]:
    """The descriptions whose owner is an adjective in small letters, with the words that may be it."""
    years = (year.end() for year in _ANY_YEAR.finditer(text, low, high))
    if not any(_OWNED_DATE.search(text, max(end - _OWNED_DATE_AT_MOST, low), end) for end in years):
        return  # before any article is looked at
    for found in _ADJECTIVE.finditer(text, low, high):
        words = [*filter(None, [found["front"]]), *found["behind"].split()]
        kind, year, month = found["kind"], found["late_year"], found["late_month"]
        yield _made(found.start(), found.end(), kind, year, month, " ".join(words)), words


def without_owner(text: str) -> Iterator[Described]:
    """The descriptions that do not say whose the text is: "the 2025 text", "its act of 2023"."""
    for found in _DATED_ALONE.finditer(text):
        month = found["early_month"] or found["name"]
        yield _made(
            found.start(), found.end(), found["kind"], found["early_year"] or "", month, found["words"]
        )
    for dated in _OF_DATE.finditer(text):
        low = max(dated.start() - _FRONT, 0)
        kind = _KIND_AT_END.search(text, low, dated.start())
        before = _DETERMINED.search(text, low, kind.start()) if kind else None
        if kind and before:
            year, month = dated["late_year"], dated["late_month"]
            yield _made(before.start(), dated.end(), kind["kind"], year, month, before["words"])


def present_versions(text: str, keys: Sequence[str], starts: Sequence[int]) -> Iterator[re.Match[str]]:
    """Where a text says that its version in force is spoken of: "the current one", "today it says".

    The group "final" is what may also be said of the last of a body's drafts. The first word of such a phrase
    begins half of all sentences: a word that it has later on is looked for first.

    Args:
        text: The text.
        keys: Its words by stem.
        starts: Where they begin.
    """
    asked = behind = 0
    for cue in compress(range(len(keys)), map(_PRESENT_CUES.__contains__, keys)):
        for k in range(max(cue - _BEFORE_CUE, asked), cue + 1):
            found = _PRESENT.match(text, starts[k]) if starts[k] >= behind else None
            if found:
                behind = found.end()
                yield found
        asked = cue + 1


class _Known(NamedTuple):
    """What is known of one text: dates and status; the years, kinds and words of its names."""

    adopted: str
    status: str
    years: frozenset[str]
    kinds: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True)
class Facts:
    """What is known of the texts of a library by which they are described.

    Attributes:
        lines: Id → what `line` makes of its record.
        written: Id → the names of the text.
    """

    lines: Mapping[str, str]
    written: Mapping[str, str]

    @staticmethod
    def line(adopted: str, in_force: str, status: str, issuer: str, term: str) -> str:
        """The facts of a record."""
        return "\t".join((adopted, in_force, status, issuer, term))

    @cached_property
    def _known(self) -> dict[str, _Known]:
        """What `_of` said before."""
        return {}

    def _of(self, one: str) -> _Known:
        if one not in self._known:
            adopted, in_force, status, body, term = self.lines[one].split("\t")
            names = self.written[one]
            words = [word.casefold() for word in _WORD.findall(names)]
            kinds = frozenset[str]().union(*(_KIND_OF.get(word, frozenset()) for word in words))
            years = frozenset((adopted[:4], in_force[:4], *_YEAR.findall(names)))
            others = _WORD.findall(f"{term} {body}".casefold())
            stems = frozenset(word[:STEM] for word in (*words, *others))
            self._known[one] = _Known(adopted, status, years, kinds, stems)
        return self._known[one]

    def _body(self, one: str) -> str:
        """The body of a text: of all that is known of it, what is asked of every text."""
        return self.lines[one].split("\t")[3]

    def from_body(self, body: str) -> list[str]:
        """The texts that are from a body, as the records call it."""
        return [one for one in self.lines if body in self._body(one)]

    def owner_in(self, name: str, ids: Sequence[str]) -> str:
        """The body of a text with which its name begins: "OECD" of "OECD's Recommendation"; "" for none."""
        found = _WITH_KIND.match(name)
        owner = found[1] if found else name
        return owner if self._is_body(owner, ids) else ""

    def _is_body(self, name: str, ids: Iterable[str]) -> bool:
        """Whether a name is that of a body from which one of some texts is."""
        words = {word.casefold() for word in _WORD.findall(name)}
        return any(
            words <= {*map(str.casefold, _WORD.findall(one)), _initials(one)} for one in self._bodies(ids)
        )

    def _bodies(self, ids: Iterable[str]) -> set[str]:
        return {self._body(one) for one in ids if one in self.lines}

    def of_bodies(self, ids: Iterable[str]) -> list[str]:
        """All texts of the bodies from which some are."""
        bodies = self._bodies(ids)
        return [one for one in self.lines if any(_is_part(self._body(one), body) for body in bodies)]

    def may_fit(self, said: Described) -> bool:
        """Whether `fitting` may find any text for a description: a look before it is asked among which."""
        kinds = _with_alike(said.kinds)
        return any(
            said.words <= known.words
            and (known.adopted.startswith(said.year) or said.year in known.years)
            and ("draft" in kinds or not kinds or not known.kinds or bool(kinds & known.kinds))
            for known in map(self._of, self.lines)
        )

    def fitting(self, said: Described, among: Iterable[str]) -> list[str]:
        """The texts of some that a description may stand for.

        Those that were adopted in its year go before others in whose names it stands, those of its month
        before those of which the month is not known.
        """
        among = [one for one in among if one in self.lines]
        found = [one for one in among if self._of(one).adopted.startswith(said.year)]
        found = found or [one for one in among if said.year in self._of(one).years]
        kinds = _with_alike(said.kinds)
        if "draft" in said.kinds:
            found = [one for one in found if self._of(one).status in PASSED_STATUS]
        elif kinds:
            found = [one for one in found if kinds & self._of(one).kinds or not self._of(one).kinds]
        found = [one for one in found if said.words <= self._of(one).words]
        if said.month:
            of_month = [one for one in found if self._of(one).adopted[5:7] == said.month]
            found = of_month or [one for one in found if said.year and not self._of(one).adopted[5:7]]
        stage = True if said.stage is None and said.kinds == {"law"} else said.stage
        if stage is not None:
            found = [one for one in found if (self._of(one).status in _NEVER) is not stage] or found
        return found


def _with_alike(kinds: Iterable[str]) -> frozenset[str]:
    """Kinds of instruments with those that may be called the same."""
    return frozenset[str]().union(*(_ALIKE.get(kind, {kind}) for kind in kinds))


def common(adjective: str, name: str) -> int:
    """How many letters an adjective has in common with the name of a country, 0 where they are too few."""
    folded = [_plain(one) for one in (adjective, name)]
    count = next(
        (k for k, pair in enumerate(zip(*folded, strict=False)) if pair[0] != pair[1]),
        min(map(len, folded)),
    )
    return count if count >= SHORTEST and count >= SHARE * len(name) else 0


def _is_part(body: str, other: str) -> bool:
    """Whether one body is another or a part of it: "Council of Europe, Committee on …"."""
    return begins(body, other, "") or begins(other, body, "")


def _initials(body: str) -> str:
    return "".join(word[0] for word in _WORD.findall(body.partition("(")[0]) if word[0].isupper()).casefold()


def _plain(word: str) -> str:
    return "".join(
        one for one in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(one)
    )
