"""Texts that are named by what they are: by their place or body, their kind and their year.

"Texas's 2025 statute", "the Commission's communication of 2018", "la ley peruana de 2023" are no titles. Which
texts they may stand for follows from the records: the jurisdiction, the body that a text is from, the kinds of
instrument that its names speak of, the date of adoption, and the words of its names and term. A description
with a year that no text of its place has is that of an instrument which is not stored; so is one with a word
that none of their names has ("Kentucky's privacy act of 2024"). Where several fit, it stands for all of them.
Without a year it may mean any law of the place and is no name, and neither is one of many ("a Texas law").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from aidefs.classes import NamedTuple
from aidefs.library.names import begins
from aidefs.patterns import late

__all__ = [
    "BODY",
    "Described",
    "Facts",
    "before_owner",
    "behind_owner",
    "common",
    "of_body",
    "with_adjective",
    "without_owner",
]

STEM = 5  # letters of a word that count
SHORTEST = 4  # letters that an adjective has in common with the name of its country
_FRONT = 80  # characters before a kind in which what determines it stands
SHARE = 0.55  # of the letters of that name

# What an instrument is called → of what kind it is. Where a word is two kinds, so is a text with it.
_KINDS = {
    "law": "act acts law laws statute statutes legislation code budget gesetz gesetzes gesetze loi ley legge wet"
    " lei ustawa",
    "bill": "bill bills gesetzentwurf wetsvoorstel",
    "order": "order orders decree dekret erlass décret decreto",
    "regulation": "regulation regulations rules measures provisions verordnung règlement reglamento regolamento"
    " verordening regulamento",
    "directive": "directive richtlinie directiva direttiva richtlijn",
    "recommendation": "recommendation empfehlung recommandation recomendación raccomandazione aanbeveling"
    " recomendação principles",
    "treaty": "convention treaty konvention übereinkommen traité convenio tratado convenzione trattato verdrag"
    " convenção",
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
_ANY = frozenset(("text", "version", "definition", "wording", "instrument", "texte", "texto", "testo", "tekst"))
# What stands before a kind and tells nothing of what it is about.
_FILLERS = frozenset(
    """
    a ai an and artificial basic broad central comprehensive consolidated current earlier enacted european executive
    failed final first formal framework full general intelligence interim its joint landmark lapsed latest main model
    national federal negotiating new official old operating original own pending presidential proposed draft published
    public recent revised second short signed single so-called state the then third updated vetoed working legislative
    technical technology proper initial amended house senate of systems system code texts
    """.split()
)
_OF_STAGE = {
    "vetoed": False, "lapsed": False, "failed": False, "pending": False, "proposed": False, "draft": False,
    "enacted": True, "signed": True, "final": True,
}  # fmt: skip
_NEVER = frozenset(("draft", "lapsed", "withdrawn"))

# With what the names of the months begin in the languages of the kinds, from January.
_MONTHS = (
    "jan gen ene", "feb fév fev", "mar mär maa", "apr avr abr", "may mai mei mag", "jun juin giu", "jul juil lug",
    "aug aoû ago", "sep set", "oct okt ott out", "nov", "dec dez déc dic",
)  # fmt: skip
_MONTH_OF = {begins: f"{k:02}" for k, names in enumerate(_MONTHS, 1) for begins in names.split()}
_ANY_KIND = "|".join(sorted({*_KIND_OF, *_ANY}, key=lambda word: (-len(word), word)))
_DATE = (
    r"(?:(?:\d{1,2}\.?\s)?(?:de\s)?(?P<@_month>(?:#)[^\W\d_]{0,7})\.?\s(?:del?\s)?)?(?P<@_year>(?:19|20)\d\d)(?![\d/-])"
)
_DATE = _DATE.replace("#", "|".join(_MONTH_OF))
_EARLY, _LATE = (_DATE.replace("@", name) for name in ("early", "late"))
_WORDS = r"(?P<words>(?:[^\W\d_][\w-]*\s){0,4}?)"
_OF = r"(?:,?\s(?:of|from|in|de|del|du|von|vom|van|uit|do)\s(?:the\s)?|\s\(|,\s)"
_TOPIC = r"(?:\s(?:on|for|about|concerning|to)\s(?:the\s)?(?:[^\W\d_][\w-]*\s?){1,6}?)?"
# Behind the owner: "’s June 2023 position", "’s budget act of 2021", " law on biometric data of 2008".
_DATED_BEFORE = late(rf"(?:[’']s?)?\s{_EARLY}\s{_WORDS}(?P<kind>{_ANY_KIND})\b", re.IGNORECASE)
_DATED_BEHIND = late(
    rf"(?:[’']s?)?\s{_WORDS}(?P<kind>{_ANY_KIND})\b(?P<topic>{_TOPIC}){_OF}{_LATE}(?P<more>{_TOPIC})", re.IGNORECASE
)
# Before it: "the convention of [the Council of Europe] of 1981", "la communication de la [Commission] de 2018".
_BEFORE = late(
    rf"\b(?P<the>the|das|die|der|den|dem|l[ae]|el|il|het|de|o|a|all[ao]|nella|della|del|dell|der|des|du|au|al)\s{_WORDS}(?P<kind>{_ANY_KIND})"
    r"\s(?:(?:tabled|adopted|passed|issued|published|made|presented)\s)?(?:of|by|from|de|der|des|della|dell|van|du|da|do|del)"
    r"\s?(?:the\s|l[ae]\s|[’']|de\s)?\Z|\b(?P<its>l)[’']"
    rf"(?P<lkind>{_ANY_KIND})\s(?:de|du|della)\s(?:la\s|l[’'])?\Z",
    re.IGNORECASE,
)
_THEN_DATE = late(rf"{_OF}{_LATE}", re.IGNORECASE)
# "la ley peruana de 2023", "das kanadische Gesetz von 2022": the owner is an adjective in small letters.
_ADJECTIVE = late(
    r"\b(?:das|die|der|dem|den|des|l[ae]|el|il|het|de|o|a|al|au|du|del|della|dalla|nella|alla)\s"
    rf"(?:(?P<front>[^\W\d_]{{5,}})\s)?(?P<kind>{_ANY_KIND})(?P<behind>(?:\s[^\W\d_]{{4,}}){{0,2}})"
    rf"\s(?:de|del|von|van|du|do|vom|uit)\s{_LATE}",
    re.IGNORECASE,
)
_WITH_KIND = late(rf"(.+?)(?:[’']s?)?(?:\s[\w-]+){{0,3}}?\s(?:{_ANY_KIND})\b", re.IGNORECASE)
# The same without an owner: "the 2025 text", "the July print", "its act of 2023", "the agency's draft of March 2024".
_DATED_ALONE = late(
    rf"\b(?:the|its|their)\s(?:{_EARLY}|(?P<name>(?:{'|'.join(_MONTH_OF)})[a-z]*))\s{_WORDS}(?P<kind>{_ANY_KIND})\b", re.IGNORECASE
)
_KIND_DATED = late(rf"\b(?P<kind>{_ANY_KIND})\s(?:of|from)\s{_LATE}", re.IGNORECASE)
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
BODY = late(rf"\b(?:{'|'.join(sorted(_BODY_OF))})\b")
"""A body that is named without its place: "the Commission"."""


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
    kind = found["kind"] or found["lkind"]
    return _made(found.start(), dated.end(), kind, dated["late_year"], dated["late_month"], found["words"] or "")


def of_body(name: str) -> str:
    """What the records call a body that is named so: "Commission" is the European Commission."""
    return _BODY_OF.get(name, "")


def with_adjective(text: str, low: int, high: int) -> Iterator[tuple[Described, list[str]]]:
    """The descriptions whose owner is an adjective in small letters, with the words that may be it."""
    for found in _ADJECTIVE.finditer(text, low, high):
        words = [*filter(None, [found["front"]]), *found["behind"].split()]
        kind, year, month = found["kind"], found["late_year"], found["late_month"]
        yield _made(found.start(), found.end(), kind, year, month, " ".join(words)), words


def without_owner(text: str) -> Iterator[Described]:
    """The descriptions that do not say whose the text is: "the 2025 text", "its act of 2023"."""
    for found in _DATED_ALONE.finditer(text):
        month = found["early_month"] or found["name"]
        yield _made(found.start(), found.end(), found["kind"], found["early_year"] or "", month, found["words"])
    for found in _KIND_DATED.finditer(text):
        before = _DETERMINED.search(text, max(found.start() - _FRONT, 0), found.start())
        if before:
            kind, year, month = found["kind"], found["late_year"], found["late_month"]
            yield _made(before.start(), found.end(), kind, year, month, before["words"])


class Facts:
    """What is known of the texts of a library by which they are described.

    Args:
        lines: Id → what `line` makes of its record.
        written: Id → the names of the text.
    """

    def __init__(self, lines: Mapping[str, str], written: Mapping[str, str]) -> None:
        """Takes what was written of the texts."""
        self.lines = lines
        self._written = written
        self._known: dict[str, tuple[str, str, str, frozenset[str], frozenset[str], frozenset[str]]] = {}

    @staticmethod
    def line(adopted: str, in_force: str, status: str, issuer: str, term: str) -> str:
        """The facts of a record."""
        return "\t".join((adopted, in_force, status, issuer, term))

    def _of(self, one: str) -> tuple[str, str, str, frozenset[str], frozenset[str], frozenset[str]]:
        """Date, status, body; years, kinds and words of a text."""
        if one not in self._known:
            adopted, in_force, status, issuer, term = self.lines[one].split("\t")
            names = self._written[one]
            words = [word.casefold() for word in _WORD.findall(names)]
            kinds = frozenset().union(*(_KIND_OF.get(word, frozenset()) for word in words))
            years = {adopted[:4], in_force[:4], *_YEAR.findall(names)}
            stems = frozenset(word[:STEM] for word in (*words, *_WORD.findall(f"{term} {issuer}".casefold())))
            self._known[one] = adopted, status, issuer, frozenset(years), kinds, stems
        return self._known[one]

    def from_body(self, body: str) -> list[str]:
        """The texts that are from a body, as the records call it."""
        return [one for one in self.lines if body in self.lines[one].split("\t")[3]]

    def owner_in(self, name: str, ids: Sequence[str]) -> str:
        """The body of a text with which its name begins: "OECD" of "OECD's Recommendation"; "" for none."""
        found = _WITH_KIND.match(name)
        owner = found[1] if found else name
        return owner if self.of_same_body(owner, ids) is not None else ""

    def of_same_body(self, name: str, ids: Sequence[str]) -> list[str] | None:
        """All texts of the body whose text is called but by the name of the body; None for another name."""
        bodies = {self._of(one)[2] for one in ids if one in self.lines}
        words = {word.casefold() for word in _WORD.findall(name)}
        if not any(words <= {*map(str.casefold, _WORD.findall(one)), _initials(one)} for one in bodies):
            return None
        return self.of_bodies(ids)

    def of_bodies(self, ids: Iterable[str]) -> list[str]:
        """All texts of the bodies from which some are."""
        bodies = {self._of(one)[2] for one in ids if one in self.lines}
        return [
            one for one in self.lines
            if any(begins(self._of(one)[2], body, "") or begins(body, self._of(one)[2], "") for body in bodies)
        ]  # fmt: skip

    def fitting(self, said: Described, among: Iterable[str]) -> list[str]:
        """The texts of some that a description may stand for.

        Those that were adopted in its year go before others in whose names it stands; where a month, a stage or
        a kind is told, those that have it go before others.
        """
        among = [one for one in among if one in self.lines]
        found = [one for one in among if self._of(one)[0].startswith(said.year)]
        found = found or [one for one in among if said.year in self._of(one)[3]]
        kinds = frozenset().union(*(_ALIKE.get(kind, {kind}) for kind in said.kinds))
        if "draft" in said.kinds:
            found = [one for one in found if self._of(one)[1] in _PASSED]
        elif kinds:
            found = [one for one in found if kinds & self._of(one)[4] or not self._of(one)[4]]
        found = [one for one in found if said.words <= self._of(one)[5]]
        if said.month:
            of_month = [one for one in found if self._of(one)[0][5:7] == said.month]
            found = of_month or [one for one in found if said.year and not self._of(one)[0][5:7]]
        stage = True if said.stage is None and said.kinds == {"law"} else said.stage
        if stage is not None:
            found = [one for one in found if (self._of(one)[1] in _NEVER) is not stage] or found
        return found


_YEAR = late(r"(?<![\d/(])(?:19|20)\d\d(?![\d/)])")
_PASSED = frozenset(("draft", "superseded", "lapsed", "withdrawn"))


def common(adjective: str, name: str) -> int:
    """How many letters an adjective has in common with the name of a country, 0 where they are too few."""
    folded = [_plain(one) for one in (adjective, name)]
    count = next(
        (k for k, pair in enumerate(zip(*folded, strict=False)) if pair[0] != pair[1]),
        min(map(len, folded)),
    )
    return count if count >= SHORTEST and count >= SHARE * len(name) else 0


def _initials(body: str) -> str:
    return "".join(word[0] for word in _WORD.findall(body.partition("(")[0]) if word[0].isupper()).casefold()


def _plain(word: str) -> str:
    import unicodedata

    return "".join(one for one in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(one))
