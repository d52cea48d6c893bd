"""What running text calls the texts of a library.

The names come from the records (label, title, instrument, short title in brackets, official numbers and
provision) and from `names` in `aliases.toml`. They are compared word by word, capitals and punctuation aside,
so that "15 U.S.C. § 9401(3)", "15 USC 9401(3)" and "EU_AI_ACT" are found; "artificial intelligence" and "AI"
are the same, and a name of one word must have its capitals. Where two names begin at one word, the longer one
counts. A name with "draft" or "proposed" beside it stands for the forerunners of the text.

Countries, states and bodies are names too, weaker ones: "Colorado" may mean any text of Colorado. One that
stands right before the name of an instrument tells whose it is: the "Colorado AI Act" is not the AI Act, nor
is that of "In Colorado, the AI Act defines" (`places`). Instruments that are cited and not in the library
(`instruments`) are mentions without definitions. The address of a text (`addresses`) is a name of it; other
addresses are no names, whatever words stand in them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, cached_property, partial
from itertools import accumulate, compress, pairwise
from typing import TYPE_CHECKING, Any, Literal, cast

from aidefs.classes import NamedTuple, dataclass, replace
from aidefs.library.names import Alias, begins
from aidefs.library.records import Definition, identifier
from aidefs.patterns import late
from aidefs.quotations.addresses import ADDRESS, Addresses
from aidefs.quotations.descriptions import (
    BODY,
    Described,
    Facts,
    before_owner,
    behind_owner,
    common,
    of_body,
    with_adjective,
)
from aidefs.quotations.instruments import cited
from aidefs.quotations.places import has_law_of_union, named_there
from aidefs.quotations.references import (
    PASSED_STATUS,
    SPACED_WORD,
    has_other_letters,
    numbers_of,
    without_separators,
)
from aidefs.text.languages import profiles

if TYPE_CHECKING:
    from aidefs.library.jurisdictions import Jurisdiction

__all__ = [
    "FOREIGN_KINDS",
    "KINDS",
    "LaterNames",
    "Mention",
    "Titles",
    "ids_of",
    "is_instrument",
    "text_of",
]

# What a text calls an instrument that it has named before: "the Act".
KINDS = frozenset(
    ("Act", "Bill", "Convention", "Declaration", "Decree", "Directive", "Framework", "Guidelines", "Law",
     "Order", "Recommendation", "Regulation", "Resolution", "Standard", "Statute", "Treaty")
)  # fmt: skip
_OWNED = KINDS | {"Code"}  # a word that makes an instrument of the jurisdiction before it
_TO_NUMBER = 60  # characters in which its number ends: "Virginia’s vetoed House Bill No. 2094"
# The same in other languages: "le règlement".
FOREIGN_KINDS = frozenset(word for one in profiles() for word in one.instruments.split())

_DETERMINED = late(r"\b(?:the|this|its|our)\s+\Z")
_CAPITALS = late(r"\b[A-Z][^\W\d_]+")
# What may stand before any name with a capital letter, and is none of its words.
_OF_ANY_NAME = late(
    r"EU|European|Union|Today|Current|Enacted|Draft|Final|Proposed|New|Old|First|Revised|Amended|Adopted|Whole|Entire|Full|Article|Articles"
    r"|Recital|Recitals|Annex|Chapter|Title|Section|Part|Point|Brussels|Commission|Parliament|Council|Horizontal"
    r"|Regulation|Directive|The|This|That|Its|Whether|When|What|How|Why|Under|In|On|For|From|As|Is|Does|If|And|But|Only|While|Where"
    r"|Unlike|Like|By|With|Both|Since|After|Before|Not|Even|So|Yet|Or|Of|To|At|Per|See|Cf|Compare|Both|Neither|Either|Our|Your|Mr|Ms"
    r"|[IVXLC]+"
)
_ACCORDING_TO = frozenset(
    ("art", "conforme", "enligt", "gemäß", "gemäss", "ifølge", "laut", "mukaan", "notre", "nuestra",
     "nuestro", "onze", "podle", "podľa", "potrivit", "secondo", "segundo", "seit", "según", "selon",
     "szerint", "unser", "unsere", "versus", "volgens", "vs", "według", "zgodnie")
)  # fmt: skip
_NUMBER = late(r"(?!(?:19|20)\d\d\b)\d{4,6}")
_WORD = late(r"[^\W_]+")
_WORD_APART = late(r"([^\W_]++)")
_BRACKETS = late(r"\(([^()]+)\)")
# What stands before the kind of an instrument and tells none of them apart.
_OF_MANY = frozenset(
    ("ai", "an", "assembly", "executive", "house", "intelligence", "local", "public", "senate", "supreme")
)
_PART = late(rf"\b[A-Z][\w-]+\s(?:{'|'.join(sorted(KINDS))}|Measures)\b")  # of a name: "Promotion Act"
# What any heading may be, and the name of no text.
# Between the name of an instrument and a place that it may be of.
_OF_PLACE = late(r"\s(?:of|der|des|von|de|du|di|del|van)\s(?:(?:the|la|der)\s)?")
_GENERIC = late(
    r"(?:AI|Artificial\sIntelligence)\s(?:Policy|Strategy|Glossary|Guidance|Guidelines|Rules|Standards?)\s*"
)
_HOUSE = late(r"\s*\[.*")
_BRACKETS_WITHIN = late(r"\([A-Z][a-z]+\)\s[A-Z]")
_SHORT_TITLE = late(r"\(([A-Z][^()\d]+ [A-Z][^()\d]+)\)")
_QUESTION = late(r"(?:What|Who|How|Why|When|Which)\b.*\?\Z")  # a title that anybody's heading may be
_SUBSECTION = late(r"(?:\(\w{1,4}\))+\Z")
_AROUND = 120  # characters of a name before and behind one of its words
# Between a name and the kind of its instrument: "OECD 2019 Recommendation".
_NEXT_WORD = late(r"[\w\s(]{0,8}")
_SIGN = late(r"§+\s?")
_TERM = ("ai",)  # "artificial intelligence" names a thing and no text
# Between a jurisdiction and the name of its instrument: "Colorado's AI Act".
_OWNER = late(r"(?:[’']s|,)?\s(?:(?:new|own|proposed|draft|failed|vetoed|enacted)\s)?")
# The same between it and a number: "Virginia's new bill, HB 713", "HB 713 (Virginia)".
_OWNER_OF_NUMBER = late(
    r"(?:[’']s|,)?\s(?:\(|(?:new|own|proposed|draft|failed|vetoed|enacted|bill|act|law|statute|legislature|senate|house"
    r"|general|assembly|version|text|of|from|in|as|introduced|amended|its|the|a|an|\d{4}|Bill|Act|Senate|House|Assembly|No\.),?\s){0,4}\(?"
)
_OF_OWNER = late(r",?\s(?:of|in|from)\s(?:the\s)?(?:[Ss]tate\sof\s)?|\s?\((?:\d{4},\s)?|,\s")
_TO_OWNED = 60  # characters that are more than any of these
_PROPOSED = late(r"\b(?:draft|proposed|proposal for (?:an?|the))\s*[\"'“‘*_]{0,2}\Z", re.IGNORECASE)
_DIGITS = late(r"\d{3}")
_KEY = late(r"(?P<name>[A-Za-z][A-Za-z_:.-]*?)[_:.-]?(?P<year>(?:19|20)\d\d)")
_SHORTEST_KEY = 5  # letters of it: "aiact"
_OFFICIAL_NUMBER = late(r"\d{4}/\d{3,4}|\d{3,4}/\d{4}|\d{5}")
_CODE = late(r"[^\d§]*\b(?:Code|Codified Laws|Statutes)")
_UNITED_STATES_CODE = late(r"(?:United\sStates|U\.?\s?S\.?)\sCode")
_SECTION = late(r"\b[Ss]ec(?:tions?|\.)\s\d[^;\n]{0,60}\Z")
_TO_CODE = 70  # characters of that at most
_SECTION_OF_TITLE = late(
    r"\b[Ss]ec(?:tion|\.)\s(?P<section>\d[\w()-]*),?\s(?:of|in)\s[Tt]itle\s(?P<title>\d{1,2}),?\s(?:of\s(?:the\s)?)?\Z"
)
_TO_SECTION = 100  # characters of that at most
_SENTENCE_BEGINS = late(r"(?:\A|[.,:;]\s+|[“\"‘])(?:[Tt]he\s+|[Ll][ae]s?\s+|[Dd](?:er|ie|as)\s+)?\Z")
_SUBTITLE = late(r"[”’\"]?\s*(?:[:—–?]|and\b|in\b|und\b|et\b)")  # "The AI Act: a commentary"
_PROPOSAL = late(r"[\"'”’*_]{0,2}\s*\(?(?:draft|proposal)\b", re.IGNORECASE)
# What stands behind a name and may date it: "OECD/LEGAL/0449, as amended in 2024".
_DATED = late(r"[^.;\n]{0,48}")
# The year of a later version behind the name and year of an earlier one: "OECD (2019; revised 2024)".
_FURTHER_YEAR = late(
    r"\s?[,;/–-]\s?(?:(?:as|last|and|rev\.|revised|updated|amended|überarbeitet|geändert|révisée?|modifiée?|revisad[oa]"
    r"|rivist[oa]|herzien|zmienion\w+|revidovan\w+|revideret|reviderad|in|on|im|en|nel|May|November)\s){0,4}(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
_NEXT_NAME = late(r"[,;]\s+the\s", re.IGNORECASE)  # between two: "of the 2021 draft, the AI Act"
# A name in small letters behind such a word is none: "a fair AI act", "our compromise text".
_INDEFINITE = late(
    r"\b(?:an?|any|our|my|your|some|no|another|every|each|one|such|there\s(?:is|was))\s+(?:[a-z]+\s+){0,2}\Z",
    re.IGNORECASE,
)
_ACRONYM_ACT = late(r"\b([A-Z]{2,}[a-z]*[A-Z]+)\s(?:(?:of\s)?AI\s)?Act\b")  # which may be any word
_STAGE = late(r"(?:Draft|Proposed|Revised|Exposure)\b")
_SMALL = late(
    r"(?:(?:AI|[a-z]+)\s)+(?:act|agreement|approach|bill|convention|law|policy|reading|resolution|text)"
)
# What a body is called, and no text of it: "EU Commission (2018)" without its year.
_BODY = late(r"[^()]*\b(?:Commission|Council|Parliament)\s\((?:[A-Z][a-z]{2}\s)?\d{4}\)")
# The date of a text inside its name: "the Parliament's June 2023 position".
_DATE_WITHIN = late(
    r"[’']s\s(?P<date>(?:(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\s)?20\d\d)(?=\s[A-Za-z])"
)
_YEAR = late(r"(?<![\d/])(?:19|20)\d\d(?![\d/])")
_YEAR_AT_END = late(r",?\s\(?(?:of\s)?(?:19|20)\d\d\)?\Z")
_DIGIT_GROUP = late(r"\d+")
_ACT = "act"
_FOR_ACT = frozenset(("law", "statute", "bill"))  # what an act is called, too
_BESIDE_TITLE = frozenset(
    ("ai", "of", "on", "for", "and", "s", "eu", "european", "union", "new", "york", "north", "south")
)
_UNION = "EU"
_SEVERAL = "INT"  # texts of several states, of which each has an issuer of its own
_EUROPEAN = "europ"  # with what its adjective begins in most languages
# Before a body that is not that of the Union: "OECD Council", "Federal Council".
_OF_OTHER_BODY = late(
    r"\b(?!(?:The|European|EU|Die|Der|Das|Den|La|Le|Il|El|De|Het|In|And|But|While|When|If|As|Once|Since|After|Before"
    r"|Although|Though|Then|So|Yet|Only|Both|Under|By|For|From|That|What|Als|Wenn|Nachdem|Quand|Lorsque|Cuando|Quando|Toen)\b)"
    r"[A-Z][\w-]*\s\Z"
)
# The number of another text of a body: "NIST SP 800-53", "the Council of Europe's Convention 108".
_OTHER_NUMBER = late(
    r"(?:[’']s)?\s(?:Convention|Recommendation|Resolution|Standard|Treaty|SP|IR|CETS|ETS|STCE)\s(?:No\.?\s)?"
    r"(?P<number>(?!(?:19|20)\d\d\b)\d{2,}(?:[-/.]\d+)*)"
)
_THEIRS_OPENS = late(r"([’']s)\s[“\"„«]")  # "the Commission's “…”"
_OF_OTHER_PLACE = late(r"\s(?:of|for)\s(?:the\s)?[A-Z][\w-]+\b(?!\s(?:19|20)\d\d)")
_DIGIT = late(r"\d")
_TO_YEAR = 300  # characters behind a name in which the year of a description stands
_LAST = (4, 5)  # digits at the end of a longer number that may be one by themselves


MentionKind = Literal["instrument", "jurisdiction", "people"]


@cache
def _of_any_sentence() -> frozenset[str]:
    """What a sentence may begin with before a name, in any language: "Az AI Act", "Według AI Act"."""
    known = (f"{one.function_words} {one.common_words} {one.demonstratives}" for one in profiles())
    return _ACCORDING_TO.union(*(words.split() for words in known))


class Mention(NamedTuple):
    """A name that was found.

    Attributes:
        text: The name as printed.
        start: Offset of its first character.
        ids: The definitions that it may stand for; none where the library has none.
        kind: "instrument"; "jurisdiction", whose texts all may be meant; "people", an adjective ("Canadian").
        by: "link" and "citation key", where it is no words that name the text.
        shown: Whether it is printed; else it stands between two characters, as the address of a link does.
        sure: Whether it says more than a place, a kind and a year, which others of its texts may have.
        present: Whether it stands for the version in force of a text that is named before it: "today".
    """

    text: str
    start: int
    ids: tuple[str, ...]
    kind: MentionKind = "instrument"
    by: Literal["", "link", "citation key"] = ""
    shown: bool = True
    sure: bool = True
    present: bool = False

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.start + len(self.text) * self.shown


def is_instrument(mention: Mention) -> bool:
    """Whether a name is that of an instrument, and not of a body or place."""
    return mention.kind == "instrument"


def ids_of(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The definitions that names stand for, each once."""
    return tuple(dict.fromkeys(name for mention in mentions for name in mention.ids))


def text_of(mentions: Iterable[Mention]) -> str:
    """The names as one text."""
    return " ".join(mention.text for mention in mentions)


class _TitleWords(NamedTuple):
    words: tuple[str, ...]
    capitals: str  # how a name of one word is printed, or an acronym in a longer one: "COPIED Act"
    ids: tuple[str, ...]
    kind: MentionKind = "instrument"

    def is_called(self, said: Sequence[str]) -> bool:
        """Whether words are its own, but for "act": "the FUTURE of AI bill of 2017".

        Of a State and "AI" alone there may be several: "the Colorado AI law".
        """
        at = self.words.index(_ACT)
        if len(said) != len(self.words) or said[at] not in _FOR_ACT:
            return False
        rest = [word for k, word in enumerate(said) if k != at]
        if rest != [word for k, word in enumerate(self.words) if k != at]:
            return False
        return bool(self.capitals) or len({*self.words[:at]} - _BESIDE_TITLE) > 1

    def is_printed(self, name: str) -> bool:
        """Whether words have the capitals of the name."""
        return name == self.capitals if len(self.words) == 1 else self.capitals in name


class _StoredNames(Mapping[str, tuple[_TitleWords, ...]]):
    """Names by their first words, as `written` gives them; each is made when it is first wanted."""

    def __init__(self, lines: Mapping[str, str], known: Sequence[str]) -> None:
        self._lines = lines
        self._known = known
        self._made: dict[str, tuple[_TitleWords, ...]] = {}

    @staticmethod
    def written(names: Iterable[_TitleWords], ranks: Mapping[str, int]) -> str:
        """Names with the same first word, a line each: there are thousands, and a text has few of them.

        For an id, which many names have, stands its rank.
        """
        return "\n".join(
            "\t".join(
                (" ".join(one.words), one.capitals, " ".join(str(ranks[id]) for id in one.ids), one.kind)
            )
            for one in names
        )

    def __getitem__(self, first: str) -> tuple[_TitleWords, ...]:
        if first not in self._made:
            fields = (line.split("\t") for line in self._lines[first].split("\n"))
            self._made[first] = tuple(
                _TitleWords(
                    tuple(words.split()),
                    capitals,
                    tuple(self._known[int(rank)] for rank in ranks.split()),
                    cast("MentionKind", kind),
                )
                for words, capitals, ranks, kind in fields
            )
        return self._made[first]

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


class _MoreNames(Mapping[str, tuple[_TitleWords, ...]]):
    """Names by their first words with some of a document, which go before those of as many words."""

    def __init__(self, base: Mapping[str, tuple[_TitleWords, ...]], more: Iterable[_TitleWords]) -> None:
        self._base = base
        self._more: dict[str, list[_TitleWords]] = {}
        for one in more:
            self._more.setdefault(one.words[0], []).append(one)

    def __getitem__(self, first: str) -> tuple[_TitleWords, ...]:
        names = (*self._more.get(first, ()), *self._base.get(first, ()))
        if not names:
            raise KeyError(first)
        return tuple(sorted(names, key=lambda one: -len(one.words)))

    def __iter__(self) -> Iterator[str]:
        return iter({**dict.fromkeys(self._base), **dict.fromkeys(self._more)})

    def __len__(self) -> int:
        return len(self._base.keys() | self._more.keys())


class _InWritten:
    """What stands in the names and numbers of texts, worked out when it is first wanted or read ready."""

    def __init__(self, written: Mapping[str, str]) -> None:
        self.written = written
        self._words: dict[str, frozenset[str]] = {}  # what `words_of` said before
        self.ends: dict[str, str] = {}  # what `Titles.end_of_part` said before

    def with_ready(self, parts: Mapping[str, str], borne: Mapping[str, list[str]]) -> _InWritten:
        """The same, of which it is known what `parts` and `borne` are."""
        vars(self).update(parts=parts, borne=borne)
        return self

    def words_of(self, name: str) -> frozenset[str]:
        """The words of the names of a text."""
        if name not in self._words:
            self._words[name] = frozenset(_split(self.written[name]))
        return self._words[name]

    @cached_property
    def joined(self) -> str:
        """All of them."""
        return "\0".join(self.written.values())

    @cached_property
    def parts(self) -> Mapping[str, str]:
        """The last two words of names that end with the kind of an instrument → the texts that have them."""
        found: dict[str, list[str]] = {}
        for one, written in self.written.items():
            for part in dict.fromkeys(_PART.findall(written)):
                words = _split(part)
                if len(words) == 2 and words[0] not in _OF_MANY:
                    found.setdefault(" ".join(words), []).append(one)
        return {words: " ".join(ids) for words, ids in found.items()}

    @cached_property
    def digits(self) -> dict[str, list[tuple[str, list[str]]]]:
        """The digits in a row that tell most of a number that is no bill's → it, and all its digits."""
        found: dict[str, list[tuple[str, list[str]]]] = {}
        for number in self.borne:
            groups = _DIGIT_GROUP.findall(number)
            if number[0].isdigit():
                telling = max(groups, key=lambda one: (not _YEAR.fullmatch(one), len(one)))
                found.setdefault(telling, []).append((number, groups))
        return found

    @cached_property
    def borne(self) -> Mapping[str, list[str]]:
        """Number → ids of the texts in whose names or numbers it stands."""
        found: dict[str, list[str]] = {}
        for name, written in self.written.items():
            for number in sorted(numbers_of(written)):
                found.setdefault(number, []).append(name)
        return found


class LaterNames(NamedTuple):
    """Titles with names of a document that take long to find, and of which few passages have one near them.

    Attributes:
        may_stand_in: Whether one of these names may stand in words, with these in small letters beside them.
        titles: Gives the titles.
    """

    may_stand_in: Callable[[str, Sequence[str]], bool]
    titles: Callable[[], Titles]


@dataclass(frozen=True)
class Titles:
    """The names of the texts of a library.

    Attributes:
        by_first: First word → the names that begin with it, the longest first.
        drafts: Id → the drafts of the text and what else it has superseded.
        years: Id → the year of adoption, "" where none is known.
        passed: The texts that are no longer, or were never, in force.
        kinds: Id → the kinds of instrument ("Act") that its names speak of.
        owners: Id → code of the jurisdiction whose text it is.
        written: Id → label, instrument, provision and numbers, in which the numbers of its names stand.
        facts: By what the texts may be described.
        addresses: Where the texts are found.
        seats: City → code of the State whose laws are made there.
        later: What takes their place where more names may stand.
    """

    by_first: Mapping[str, tuple[_TitleWords, ...]]
    drafts: Mapping[str, tuple[str, ...]]
    years: Mapping[str, str]
    passed: Set[str]
    kinds: Mapping[str, frozenset[str]]
    owners: Mapping[str, str]
    written: Mapping[str, str]
    facts: Facts
    addresses: Addresses
    seats: Mapping[str, str]
    later: LaterNames | None = None

    @classmethod
    def of(
        cls,
        definitions: Iterable[Definition],
        aliases: Iterable[Alias],
        jurisdictions: Iterable[Jurisdiction] = (),
    ) -> Titles:
        """Collect the names of definitions."""
        definitions, aliases, jurisdictions = list(definitions), list(aliases), list(jurisdictions)
        found: dict[tuple[tuple[str, ...], str], list[str]] = {}
        pairs = [(d.id, name) for d in definitions for name in _own_names(d)]
        pairs += [pair for alias in aliases for pair in alias.names]
        pairs += [(text, _SIGN.sub("section ", name)) for text, name in pairs if "§" in name]
        given = {_split(name) for alias in aliases for _, name in alias.names}
        chosen = {pair for alias in aliases for pair in alias.names}
        for text, name in pairs:
            words = _split(name)
            single = name if len(words) == 1 else "".join(_ACRONYM_ACT.findall(name)[:1])
            if words and words != _TERM and (words not in given or (text, name) in chosen):
                ids = found.setdefault((words, single), [])
                if text not in ids:
                    ids.append(text)
        titles = [_TitleWords(words, single, tuple(ids)) for (words, single), ids in found.items()]
        titles += _places(jurisdictions, definitions, found.keys())
        by_first: dict[str, list[_TitleWords]] = {}
        for title in sorted(titles, key=lambda title: (-len(title.words), title)):
            by_first.setdefault(title.words[0], []).append(title)
        passed = {d.id for d in definitions if d.status in PASSED_STATUS}
        drafts = {a.current: tuple(name for name in a.versions if name in passed) for a in aliases}
        kinds = {d.id: frozenset[str]() for d in definitions}
        for text, name in pairs:
            kinds[text] = kinds.get(text, frozenset()) | KINDS.intersection(_WORD.findall(name))
        owners = {d.id: d.jurisdiction for d in definitions}
        written = {
            d.id: " ".join((d.label, d.title, d.instrument, d.provision, *d.identifiers.values()))
            for d in definitions
        }
        for text, name in pairs:
            written[text] = f"{written.get(text, '')} {name}"
        named = {first: tuple(names) for first, names in by_first.items()}
        years = {d.id: d.adopted[:4] for d in definitions}
        facts = Facts(
            {d.id: Facts.line(d.adopted, d.in_force, d.status, d.issuer, d.term) for d in definitions},
            written,
        )
        seats = {city: one.code for one in jurisdictions for city in one.seats}
        return cls(
            named, drafts, years, passed, kinds, owners, written, facts, Addresses.of(definitions), seats
        )

    def to_dict(self) -> dict[str, Any]:
        """What `from_dict` makes the titles of."""
        ids = sorted({id for names in self.by_first.values() for one in names for id in one.ids})
        ranks = {id: rank for rank, id in enumerate(ids)}
        return {
            "ids": ids,
            "names": {first: _StoredNames.written(names, ranks) for first, names in self.by_first.items()},
            "drafts": self.drafts,
            "years": self.years,
            "passed": sorted(self.passed),
            "kinds": {name: sorted(kinds) for name, kinds in self.kinds.items()},
            "owners": self.owners,
            "written": self.written,
            "facts": self.facts.lines,
            "places": self.addresses.places,
            "numbers": self.addresses.numbers,
            "seats": self.seats,
            "parts": self._in_written.parts,
            "borne": self._in_written.borne,
        }

    @classmethod
    def from_dict(cls, known: Mapping[str, Any]) -> Titles:
        """The titles that were written so."""
        made = cls(
            _StoredNames(known["names"], known["ids"]),
            {name: tuple(drafts) for name, drafts in known["drafts"].items()},
            known["years"],
            frozenset(known["passed"]),
            {name: frozenset(kinds) for name, kinds in known["kinds"].items()},
            known["owners"],
            known["written"],
            Facts(known["facts"], known["written"]),
            Addresses(
                {place: tuple(ids) for place, ids in known["places"].items()},
                tuple((number, tuple(ids)) for number, ids in known["numbers"]),
            ),
            known["seats"],
        )
        vars(made).update(_in_written=_InWritten(known["written"]).with_ready(known["parts"], known["borne"]))
        return made

    def with_names(self, names: Mapping[str, Mention]) -> Titles:
        """The same titles with short names that a document introduces; themselves where there are none."""
        split = ((name, _split(name), one) for name, one in names.items())
        more = [
            _TitleWords(words, name if len(words) == 1 or numbers_of(name) else "", one.ids)
            for name, words, one in split
            if words and words != _TERM
        ]
        return self._but(by_first=_MoreNames(self.by_first, more)) if more else self

    def with_later(self, later: LaterNames) -> Titles:
        """The same titles with names of a document that are worked out where one of them may stand."""
        return self._but(later=later)

    def _but(self, **changes: Any) -> Titles:
        """The same but for some fields; what is known by the others is not worked out again."""
        made = replace(self, **changes)
        known = ["_in_written", "_in_order"]
        if "by_first" not in changes:
            known += ["_first_words", "_by_two"]
        vars(made).update((name, getattr(self, name)) for name in known)
        return made

    def are_of(self, name: str, text: str) -> bool:
        """Whether all words of a name stand in the names of a definition."""
        return self._in_written.words_of(text).issuperset(_split(name))

    def mentions(self, text: str, low: int = 0, high: int | None = None) -> list[Mention]:
        """The names in a stretch of a text, in order; they do not overlap.

        Names of instruments that are not in the library are among them, without definitions.
        """
        high = len(text) if high is None else high
        if low >= high:
            return []
        if low == 0 and high == len(text):
            return self._mentions(text, low, high)
        asked = self._asked  # for passages one after another, which have much around them in common
        if asked[0] is not text:
            asked = vars(self)["_asked"] = text, {}
        found = asked[1].get((low, high))
        if found is None:
            found = asked[1][low, high] = self._mentions(text, low, high)
        return found.copy()

    @cached_property
    def _asked(self) -> tuple[str, dict[tuple[int, int], list[Mention]]]:
        """The text of which stretches were asked for last, and what `mentions` said of each."""
        return "", {}

    def _mentions(self, text: str, low: int, high: int) -> list[Mention]:
        printed = list(self._known(text, low, high))
        known = self._owned(text, printed)
        unlisted = []
        for start, end in cited(text, low, high):
            over = _over(known, start, end)
            if over and self._is_other(text[start:end], over):
                known = [one for one in known if one not in over]
                over = []
            section = self._section_of_code(text, low, start, end)
            if section is not None:
                known = [one for one in known if one.end <= section.start or section.end <= one.start]
                unlisted.append(section)
            elif self._is_known_code(text, low, start, end):
                continue  # it is neither in the library nor outside of it, whatever section is meant
            elif _GENERIC.fullmatch(text, start, end):
                continue
            elif all(one.kind != "instrument" for one in over):
                known = [one for one in known if one not in over]
                name = Mention(text[start:end].rstrip(" ,(\n"), start, ())
                owner = over[0] if len(over) == 1 and over[0].start == start else None
                if owner and name.text[len(owner.text) :].strip() in KINDS:
                    name = name._replace(ids=self._kin(owner, name))  # "the Colorado Act"
                elif owner:
                    name = name._replace(ids=self._titled(owner, name))
                unlisted.append(name._replace(ids=name.ids or self._numbered(text, name, printed)))
        named = self._placed(text, high, _of_other_places(text, [*known, *unlisted]))
        found = self._with_described(text, low, high, printed, named)
        for match in ADDRESS.finditer(text, low, high) if text.find("://", low, high) >= 0 else ():
            start, end = match.span()
            found = [one for one in found if one.end <= start or end <= one.start]
            address = match[0].rstrip(".,;:!?)]*_")
            ids = self.addresses.ids(address)
            if ids:
                found.append(Mention(address, start, ids, by="link"))
        return sorted(found, key=lambda one: one.start)

    def _with_described(
        self, text: str, low: int, high: int, printed: Sequence[Mention], found: list[Mention]
    ) -> list[Mention]:
        """The names and those that are descriptions, which take the place of what stands in them.

        Args:
            text: The text.
            low: Where the stretch begins.
            high: Where it ends.
            printed: The places and names of texts in it.
            found: Those of them that count, and names of instruments that are not in the library.
        """
        for said, ids in self._descriptions(text, low, high, printed):
            over = [one for one in found if one.start < said.end and said.start < one.end]
            known = {one for name in over if name.kind == "instrument" for one in name.ids}
            if not ids and (not said.kinds or any(numbers_of(name.text) for name in over if name.ids)):
                continue
            kept = known.intersection(ids) if ids and known else ids
            end = said.end + (text.count("(", said.start, said.end) > text.count(")", said.start, said.end))
            called = (
                text[said.start : end].rstrip(" ,") if text[end - 1] == ")" else text[said.start : said.end]
            )
            sure = bool(said.words or known)
            name = Mention(called, said.start, tuple(sorted(kept or ids)), sure=sure)
            found = [*(one for one in found if one not in over), name]
        return found

    def _descriptions(
        self, text: str, low: int, high: int, printed: Sequence[Mention]
    ) -> Iterator[tuple[Described, list[str]]]:
        """The descriptions in a stretch of a text, and the texts that they may stand for."""
        owned = [self._owning(one) for one in printed if _may_be_dated(text, one)]
        for body in BODY.finditer(text, low, high):
            start, end = body.span()
            within = [one for one in printed if one.start < start < one.end and one.kind != "instrument"]
            if not within and not _OF_OTHER_BODY.search(text, max(start - 30, 0), start):
                theirs = partial(self.facts.from_body, of_body(body[0]))
                if opens := _THEIRS_OPENS.match(text, end, high):
                    yield Described.of_all(start, opens.end(1)), theirs()
                owned.append((start, end, theirs))
        behind = 0
        for start, end, among in sorted(owned, key=lambda one: one[0]):
            other = _OTHER_NUMBER.match(text, end) if start < end else None
            if other and not any(other["number"] in self.written.get(one, "") for one in among()):
                yield Described.of_other(start, other.end()), []
                continue
            if start == end or _OF_OTHER_PLACE.match(text, end):
                continue
            said = behind_owner(text, start, end) or before_owner(text, low, start, end)
            if said is None or said.start < behind:
                continue
            behind = said.end
            ids = self.facts.fitting(said, among())
            if len({self.owners.get(one) for one in ids}) < 2:
                yield said, ids
        for said, words in with_adjective(text, low, high):
            code, adjective = self._country(words)
            if adjective and said.start >= behind:
                said = said.without(adjective)
                yield said, self.facts.fitting(said, self._of_owners.get(code, []))

    def described(self, said: Described, name: Mention) -> tuple[str, ...]:
        """The texts of those whose a name is, or of whose texts, that a description may stand for."""
        theirs: Sequence[str] = self._own(name.ids)
        if name.kind == "instrument":
            owner = self.owners.get(theirs[0], "")
            theirs = self.facts.of_bodies(name.ids) if owner == _SEVERAL else self._of_owners[owner]
        return tuple(sorted(self.facts.fitting(said, theirs)))

    @cached_property
    def _of_owners(self) -> dict[str, list[str]]:
        """Code → the texts of the jurisdiction."""
        found: dict[str, list[str]] = {}
        for one, owner in self.owners.items():
            found.setdefault(owner, []).append(one)
        return found

    def _country(self, words: Sequence[str]) -> tuple[str, str]:
        """The jurisdiction of which one of some words is the adjective, and that word; "" where none is."""
        best: dict[tuple[str, str], int] = {}
        for name, code in self._countries if words else ():
            for word in words:
                best[code, word] = max(best.get((code, word), 0), common(word, name))
        most = max(best.values(), default=0)
        found = [one for one, count in best.items() if count == most > 0]
        return found[0] if len(found) == 1 else ("", "")

    @cached_property
    def _countries(self) -> list[tuple[str, str]]:
        """The names of one word of all jurisdictions, and "Europe"; with the code, "" for no texts."""
        found: list[tuple[str, str]] = []
        for names in self.by_first.values():
            for one in names:
                code = min((self.owners.get(text, "") for text in one.ids), key=len, default="")
                if one.kind == "jurisdiction" and len(one.words) == 1:
                    found.append((one.words[0], code))
                elif one.kind == "jurisdiction" and code == _UNION:
                    found += [(word, code) for word in one.words if word.startswith(_EUROPEAN)]
        return found

    def _own(self, ids: Sequence[str]) -> list[str]:
        """The texts of places themselves, and not those of their parts: those of Congress, not of Texas."""
        codes = {self.owners.get(one, "") for one in ids}
        parts = {code for code in codes for other in codes if code != other and begins(code, other)}
        return [one for one in ids if self.owners.get(one, "") not in parts]

    def _owning(self, name: Mention) -> tuple[int, int, Callable[[], Sequence[str]]]:
        """Where the name of a place or body stands in a name, and what gives the texts of it."""
        if name.kind != "instrument":
            return name.start, name.end, partial(self._own, name.ids)
        owner = self.facts.owner_in(name.text, name.ids)
        return name.start, name.start + len(owner), partial(self.facts.of_bodies, name.ids)

    def may_be_in(self, text: str, low: int, high: int) -> bool:
        """Whether a stretch of a text may name an instrument of the library: a look before `mentions`."""
        if text.find("://", low, high) >= 0 or BODY.search(text, low, high):
            return True
        return any(
            one.kind == "instrument" or _may_own(text, one.end) or named_there(text, one.start, one.end)
            for one in self._known(text, low, high)
        )

    def may_place(self, text: str, low: int, high: int) -> bool:
        """Whether a stretch of a text may name a jurisdiction of the library: a look before `mentions`."""
        begun = self._first_words.intersection(_words(text, low, high).keys)
        return any(one.kind == "jurisdiction" for first in begun for one in self.by_first[first])

    def linked(self, source: str, at: int, by: Literal["link", "citation key"]) -> Mention | None:
        """What a link leads to or a citation key stands for, as a name; None where that is not known.

        Args:
            source: The address, or what a bibliography says of the work, a line each.
            at: The place of the link or key.
            by: Which of them it is.
        """
        found = self.mentions(source if by == "link" else self.of_work(source))
        one = next((name for name in found if name.kind == "instrument"), None)
        return one._replace(start=at, by=by, shown=False) if one else None

    def of_work(self, source: str) -> str:
        """The names by which an entry of a bibliography is known to be a text of law; "" for works on one.

        These are a name with which its title, or a sentence of it, begins, and numbers and addresses. A key
        that no bibliography has may be a name and the year of its text: "euaiact2024".
        """
        if key := _KEY.fullmatch(source):
            return self._of_key(key["name"], key["year"])
        title, _, rest = source.partition("\n")
        named = [one.text for one in self.mentions(title) if self._is_title(title, one)]
        named += [one.text for one in self.mentions(rest) if one.by or _DIGITS.search(one.text)]
        return "; ".join(named)

    def _of_key(self, name: str, year: str) -> str:
        """The name of several words that a citation key is made of, if its text is of the year of the key."""
        key = "".join(_words(name.replace("_", " "), 0, len(name)).keys)
        key = key.replace("artificialintelligence", "ai")
        for names in self.by_first.values() if len(key) >= _SHORTEST_KEY else ():
            for one in names:
                dated = any(self.years.get(text) == year for text in one.ids)
                if dated and one.kind == "instrument" and len(one.words) > 1 and "".join(one.words) == key:
                    return " ".join(one.words)
        return ""

    @staticmethod
    def _is_title(title: str, name: Mention) -> bool:
        if name.kind != "instrument" or name.by or _OFFICIAL_NUMBER.search(name.text):
            return name.kind == "instrument"
        begins = _SENTENCE_BEGINS.search(title, 0, name.start) if name.start else True
        return bool(begins) and not _SUBTITLE.match(title, name.end)

    def _known(self, text: str, low: int, high: int) -> Iterator[Mention]:
        printed = _words(text, low, high)
        if self.later and self.later.may_stand_in(text[low:high], printed.keys):
            return self.later.titles()._named(printed, text, low, high)
        return self._named(printed, text, low, high)

    def _named(self, printed: _PrintedWords, text: str, low: int, high: int) -> Iterator[Mention]:
        if self._first_words.isdisjoint(printed.keys):
            return iter(())
        dates = [match.span("date") for match in _DATE_WITHIN.finditer(text, low, high)]
        if not dates:
            return self._among(printed, text)
        undated = printed.without(dates)
        found = list(self._among(printed, text))
        for name in self._among(undated, text):
            over = [one for one in found if one.start < name.end and name.start < one.end]
            if all(len(one.text) < len(name.text) for one in over):
                found = [*(one for one in found if one not in over), name]
        return iter(sorted(found, key=lambda one: one.start))

    def _among(self, printed: _PrintedWords, text: str) -> Iterator[Mention]:
        """The names among words of a text, in order."""
        keys, starts, ends = printed
        behind = 0
        for at in compress(range(len(keys)), map(self._first_words.__contains__, keys)):
            following = keys[at + 1] if at + 1 < len(keys) else ""
            for name in self._begun(keys[at], following) if at >= behind else ():
                end = at + len(name.words)
                start, stop = starts[at], ends[min(end, len(keys)) - 1]
                said = tuple(keys[at:end])
                if said != name.words and not (_ACT in name.words and name.is_called(said)):
                    continue
                if not name.is_printed(text[start:stop]):
                    continue
                if name.kind != "instrument" and len(name.words) == 1 and not text[start].isupper():
                    continue
                if (
                    text.count("(", start, stop) > text.count(")", start, stop)
                    and text[stop : stop + 1] == ")"
                ):
                    stop += 1
                if _NEXT_NAME.search(text, start, stop) or _is_any(text, start, stop):
                    continue
                meant = self._meant(name.ids, text, start, stop)
                yield Mention(text[start:stop], start, meant, name.kind)
                behind = end
                break

    @cached_property
    def _first_words(self) -> frozenset[str]:
        return frozenset(self.by_first)

    def _begun(self, first: str, second: str) -> tuple[_TitleWords, ...]:
        """The names that may begin with two words, the longest first."""
        if first not in self._by_two:
            self._by_two[first] = _by_second(self.by_first[first])
        by_second = self._by_two[first]
        found = by_second.get(second) or by_second[""]
        return (*by_second.get(_ACT, ()), *found) if second in _FOR_ACT else found

    @cached_property
    def _by_two(self) -> dict[str, dict[str, tuple[_TitleWords, ...]]]:
        """What is known of the names by their first two words, for the first words that were met."""
        return {}

    def _is_known_code(self, text: str, low: int, start: int, end: int) -> bool:
        """Whether a code is named without a section, and the library has a section of it."""
        if not _CODE.fullmatch(text, start, end):
            return False
        if _SECTION.search(text, max(low, start - _TO_CODE), start):
            return False
        called = _UNITED_STATES_CODE.sub("U.S.C.", text[start:end])
        return "\0" not in called and called in self._in_written.joined

    def _section_of_code(self, text: str, low: int, start: int, end: int) -> Mention | None:
        """The section of the United States Code of which a text says "section 9401(3) of title 15"."""
        if not _UNITED_STATES_CODE.fullmatch(text, start, end):
            return None
        found = _SECTION_OF_TITLE.search(text, max(low, start - _TO_SECTION), start)
        if not found:
            return None
        called = f"{found['title']} U.S.C. {found['section']}"
        ids = (one.ids for one in self._known(called, 0, len(called)) if one.text == called)
        return Mention(text[found.start() : end], found.start(), next(ids, ()))

    def _is_other(self, name: str, known: Sequence[Mention]) -> bool:
        """Whether a number makes a name that of another text than the known one in it: "ISO 42001"."""
        if self._has_other_words(name, known):
            return True
        numbers = _NUMBER.findall(name)
        within = sum(len(one.text) for one in known) < len(name)
        if not (within and numbers and all(one.kind == "instrument" for one in known)):
            return False
        own = " ".join(self.written.get(text, "") for one in known for text in one.ids)
        return not any(number in own for number in numbers)

    def _has_other_words(self, name: str, known: Sequence[Mention]) -> bool:
        """Whether a name that ends in a known one begins with words of another title."""
        last = known[-1]
        name = _YEAR_AT_END.sub("", name.rstrip())
        if last.kind != "instrument" or not last.ids:
            return False
        called = _YEAR_AT_END.sub("", last.text)
        if not called or not name.endswith(called):
            return False
        before = name[: -len(called)]
        if _DETERMINED.search(before):
            return False  # "Quoting the AI Act"
        titled = [word for word in _CAPITALS.findall(before) if not _OF_ANY_NAME.fullmatch(word)]
        titled = [word for word in titled if not (word.istitle() and word.casefold() in _of_any_sentence())]
        if not titled:
            return False
        own = set(_split(" ".join(self.written.get(text, "") for text in last.ids)))
        return any(word.casefold() not in own for word in titled)

    def _owned(self, text: str, found: list[Mention]) -> list[Mention]:
        """The names; one of an instrument takes the jurisdiction before it: "Colorado AI Act"."""
        made: list[Mention] = []
        for one in found:
            last = made[-1] if made else None
            if last and last.kind != "instrument" and one.kind == "instrument":
                between = text[last.end : one.start]
                theirs = tuple(name for name in one.ids if name in last.ids)
                if _OWNER.fullmatch(between) and not (last.kind == "people" and not theirs):
                    made[-1] = Mention(text[last.start : one.end], last.start, theirs or self._kin(last, one))
                    continue
            made.append(one)
        return made

    def _placed(self, text: str, high: int, found: list[Mention]) -> list[Mention]:
        """The names; a bare one behind a place is that of a law there: "In Colorado, the AI Act defines"."""
        for place in [one for one in found if one.kind == "jurisdiction"]:
            there = named_there(text, place.start, place.end)
            if there is None or there.end > high:
                continue
            over = [one for one in found if one.start < there.end and there.name < one.end]
            if any(one.start < there.name or there.end < one.end for one in over):
                continue  # it has a number or a year of its own
            said = {id for one in over for id in one.ids}
            name = Mention(text[there.start : there.end], there.start, ())
            theirs = self._kin(place._replace(ids=tuple(self._own(place.ids))), name)
            if not said.isdisjoint(place.ids) or ((said or not theirs) and has_law_of_union(place.text)):
                continue
            named = name._replace(ids=theirs)
            found = [one for one in found if one.end <= there.start or there.end <= one.start]
            found.append(named)
        return found

    def _numbered(self, text: str, name: Mention, known: Sequence[Mention]) -> tuple[str, ...]:
        """The texts of the jurisdiction beside a number that have it: "Virginia's vetoed HB 2094"."""
        bearing = self.bearing(name.text)
        if not bearing:
            return ()
        for owner in _over(known, name.start - _TO_OWNED, name.end + _TO_OWNED):
            within = name.start <= owner.start and owner.end <= name.end
            if owner.kind != "instrument" and (
                within
                or _OWNER_OF_NUMBER.fullmatch(text, owner.end, name.start)
                or _OF_OWNER.fullmatch(text, name.end, owner.start)
            ):
                theirs = tuple(one for one in owner.ids if one in bearing)
                if theirs:
                    return theirs
        return ()

    def of_kind(self, kind: str) -> frozenset[str]:
        """The texts of a kind of instrument that but one jurisdiction has, none where several have it."""
        if kind not in self._of_kinds:
            found = frozenset(one for one, kinds in self.kinds.items() if kind in kinds)
            self._of_kinds[kind] = found if len({self.owners.get(one) for one in found}) == 1 else frozenset()
        return self._of_kinds[kind]

    @cached_property
    def _of_kinds(self) -> dict[str, frozenset[str]]:
        """What `of_kind` said before."""
        return {}

    def with_part(self, name: str) -> tuple[str, ...]:
        """The texts of whose names a short one is part, up to the kind of the instrument: "Promotion Act"."""
        found = self._in_written.parts.get(self.end_of_part(name), "").split()
        asked = f" {' '.join(_split(name))} " if found else ""
        return tuple(one for one in found if asked in f" {' '.join(_split(self.written[one]))} ")

    def end_of_part(self, name: str) -> str:
        """The last two words of a name in small letters, if `with_part` may have texts for it; else ""."""
        end = self._in_written.ends.get(name)
        if end is None:
            end = " ".join(_split(name)[-2:])
            end = self._in_written.ends[name] = end if end in self._in_written.parts else ""
        return end

    @cached_property
    def _in_written(self) -> _InWritten:
        return _InWritten(self.written)

    def bearing(self, name: str) -> tuple[str, ...]:
        """The texts that have a number in the name of an instrument: "SB 53"."""
        borne = self._in_written.borne
        return tuple(
            dict.fromkeys(one for number in sorted(numbers_of(name)) for one in borne.get(number, ()))
        )

    def may_be_borne(self, text: str) -> set[str]:
        """The texts that `bearing` may have for a name among words, part of a longer number as it may be."""
        digits = {*_DIGIT_GROUP.findall(text), *_DIGIT_GROUP.findall(without_separators(text))}
        borne, known = self._in_written.borne, self._in_written.digits
        digits.update(one[-k:] for one in [*digits] if len(one) > _LAST[-1] for k in _LAST)
        numbers = (
            number for one in digits for number, groups in known.get(one, ()) if digits.issuperset(groups)
        )
        return {one for number in numbers for one in borne[number]}.union(
            self.bearing(text) if digits else ()
        )

    def _kin(self, owner: Mention, named: Mention) -> tuple[str, ...]:
        """The texts of a jurisdiction that are of the kind of an instrument that a name speaks of."""
        kinds = KINDS.intersection(_WORD.findall(named.text))
        return tuple(name for name in owner.ids if not kinds or kinds & self.kinds[name])

    def _titled(self, owner: Mention, named: Mention) -> tuple[str, ...]:
        """The texts of a jurisdiction whose titles have all words: "Singapore's Model Framework"."""
        years = _YEAR.findall(named.text)
        rest = {*_split(named.text[len(owner.text) :])} - {"s", *years}
        if not rest or numbers_of(named.text):
            return ()
        theirs = (one for one in owner.ids if rest <= self._in_written.words_of(one))
        return tuple(one for one in theirs if not years or self.years.get(one) in years)

    def at(self, text: str, place: tuple[int, int]) -> tuple[str, ...]:
        """The definitions whose name covers a place of a text, or ends before it ("OECD Recommendation")."""
        low, high = max(place[0] - _AROUND, 0), min(place[1] + _AROUND, len(text))
        before: tuple[str, ...] = ()
        for mention in self.mentions(text, low, high):
            start, end = mention.start, mention.end
            if mention.kind == "instrument" and start < place[1] and place[0] < end:
                return mention.ids
            if mention.kind == "instrument" and end <= place[0] and _NEXT_WORD.fullmatch(text, end, place[0]):
                before = mention.ids
        return before

    def _meant(self, ids: tuple[str, ...], text: str, start: int, stop: int) -> tuple[str, ...]:
        """The texts that a name stands for: where it is called a draft, those that have been superseded.

        Of several versions the one of the latest year that stands behind the name goes first, and then those
        in force.
        """
        if _PROPOSED.search(text, max(start - 20, 0), start) or _PROPOSAL.match(text, stop):
            return tuple(draft for name in ids for draft in self.drafts.get(name, ())) or ids
        if len(ids) == 1:
            return self._of_both_years(ids, text, start, stop)
        behind = _DATED.match(text, stop)
        years = set(_YEAR.findall(behind[0])) if behind else set[str]()
        # Most names stand without a year, and that of a country for hundreds of texts.
        latest = (
            max(years.intersection(self.years.get(name, "") for name in ids), default="") if years else ""
        )
        if (ids, latest) not in self._in_order:
            order = sorted(ids, key=lambda name: (self.years.get(name, "") != latest, name in self.passed))
            self._in_order[ids, latest] = tuple(order)
        return self._in_order[ids, latest]

    def _of_both_years(self, ids: tuple[str, ...], text: str, start: int, stop: int) -> tuple[str, ...]:
        """A text that a name with its year stands for, and the version of a further year behind that.

        "OECD (2019; revised 2024)": either may be quoted.
        """
        more = _FURTHER_YEAR.match(text, stop)
        if more is None or text[start:stop].rstrip(")")[-4:] != self.years.get(ids[0]):
            return ids
        kin = next(((one, *drafts) for one, drafts in self.drafts.items() if ids[0] in (one, *drafts)), ())
        further = (one for one in kin if self.years.get(one) == more["year"] and one not in ids)
        return (*ids, *further)

    @cached_property
    def _in_order(self) -> dict[tuple[tuple[str, ...], str], tuple[str, ...]]:
        """What `_meant` said before, by ids and the year that goes first."""
        return {}


def _places(
    jurisdictions: Iterable[Jurisdiction],
    definitions: Iterable[Definition],
    taken: Container[tuple[tuple[str, ...], str]],
) -> Iterator[_TitleWords]:
    """The names of jurisdictions, each for all its texts; names of instruments go before them."""
    owned: dict[str, list[str]] = {}
    for d in definitions:
        owned.setdefault(d.jurisdiction, []).append(d.id)
    found: dict[tuple[tuple[str, ...], str, MentionKind], list[str]] = {}
    for one in jurisdictions:
        ids = [name for code, names in owned.items() if begins(code, one.code) for name in names]
        names: list[tuple[str, MentionKind]] = [(name, "jurisdiction") for name in one.names]
        people = {name for word in one.adjectives for name in (word, *_people(word))}
        names += [(name, "people") for name in sorted(people.difference(one.names))]
        for name, kind in names:
            words = _split(name)
            single = name if len(words) == 1 else ""
            if words and (words, single) not in taken:
                found.setdefault((words, single, kind), []).extend(ids)
    for (words, single, kind), ids in found.items():
        yield _TitleWords(words, single, tuple(dict.fromkeys(ids)), kind)


class _PrintedWords(NamedTuple):
    """Words of a text in columns, which are made faster than a row for each.

    Attributes:
        keys: The words in small letters; "artificial intelligence" is one, "ai". "the" is none: "Order on the
            Safe, Secure, and Trustworthy Development" is the same without it.
        starts: Where they begin.
        ends: Where they end.
    """

    keys: list[str]
    starts: list[int]
    ends: list[int]

    def without(self, spans: Sequence[tuple[int, int]]) -> _PrintedWords:
        """The words that do not begin in some stretches of the text."""
        kept = [True] * len(self.starts)
        for low, high in spans:
            first, last = (bisect_left(self.starts, at) for at in (low, high))
            kept[first:last] = [False] * (last - first)
        return self._where(kept)

    def _where(self, kept: Sequence[bool]) -> _PrintedWords:
        keys, starts, ends = self
        return _PrintedWords(
            list(compress(keys, kept)), list(compress(starts, kept)), list(compress(ends, kept))
        )


def _words(text: str, low: int, high: int) -> _PrintedWords:
    """The words of a stretch of a text."""
    part = text[low:high]
    folded = not has_other_letters(part)
    # Every other one is a word: faster than a match for each.
    parts = SPACED_WORD.split(part.lower()) if folded else _WORD_APART.split(part)
    places = list(accumulate(map(len, parts), initial=low))
    keys = parts[1::2] if folded else list(map(str.casefold, parts[1::2]))
    found = _PrintedWords(keys, places[1:-1:2], places[2::2])
    if "the" in found.keys:
        found = found._where(list(map("the".__ne__, found.keys)))
    if "artificial" not in found.keys:
        return found
    keys, _, ends = found
    ai = [k for k, pair in enumerate(pairwise(keys)) if pair == ("artificial", "intelligence")]
    kept = [True] * len(keys)
    for k in ai:
        keys[k], ends[k], kept[k + 1] = "ai", ends[k + 1], False
    return found._where(kept) if ai else found


def _over(names: Sequence[Mention], start: int, end: int) -> list[Mention]:
    """Those of some names in order that have characters of a stretch; names do not overlap."""
    last = bisect_left(names, end, key=lambda one: one.start)
    first = last
    while first and start < names[first - 1].end:
        first -= 1
    return list(names[first:last])


def _is_any(text: str, start: int, stop: int) -> bool:
    """Whether words are printed as no name is, and said of any thing of the kind."""
    return (
        _SMALL.fullmatch(text, start, stop) is not None
        and _INDEFINITE.search(text, max(start - 40, 0), start) is not None
    )


def _may_own(text: str, at: int) -> bool:
    """Whether an instrument, by its kind or number, may follow a jurisdiction whose name ends at a place."""
    return _next_word(text, at) in _OWNED or any(map(str.isdigit, text[at : at + _TO_NUMBER]))


def _may_be_dated(text: str, name: Mention) -> bool:
    """Whether a year or number may belong to a name: a look before it is asked whose texts are meant."""
    return _DIGIT.search(text, name.start, name.end + _TO_YEAR) is not None


def _next_word(text: str, at: int) -> str:
    found = _WORD.search(text, at)
    return found[0] if found else ""


def _people(adjective: str) -> list[str]:
    """Who is called by an adjective: "the Koreans"."""
    return [f"{adjective}s"] if adjective.endswith(("an", "i")) else []


def _split(name: str) -> tuple[str, ...]:
    return tuple(_words(name, 0, len(name)).keys)


def _by_second(names: Sequence[_TitleWords]) -> dict[str, tuple[_TitleWords, ...]]:
    """Second word → the names that may begin so, the longest first; "" for any other second word."""
    single = tuple(name for name in names if len(name.words) == 1)
    longer: dict[str, list[_TitleWords]] = {}
    for name in names:
        if len(name.words) > 1:
            longer.setdefault(name.words[1], []).append(name)
    return {"": single, **{second: (*some, *single) for second, some in longer.items()}}


def _own_names(d: Definition) -> Iterator[str]:
    bracketed = [one for one in _SHORT_TITLE.findall(d.instrument) if not _STAGE.match(one)]
    head = d.label.partition(",")[0]  # "AZ SB 1359, synth. media"
    numbered = [head] if numbers_of(head) else []
    titles = [d.label, *numbered, d.title, d.instrument, d.official_title, *bracketed]
    for title in titles:
        if _BODY.fullmatch(title):
            continue
        if _BRACKETS_WITHIN.search(title):
            yield _HOUSE.sub("", title)  # "Artificial Intelligence (Regulation) Bill [HL]"
        plain = _BRACKETS.sub("", title).strip()
        if len(_split(plain)) > 1 and not _QUESTION.match(plain):
            yield plain
    numbers = [text for scheme, value in d.identifiers.items() for text in (value, identifier(scheme, value))]
    numbers += [text.removesuffix(" final") for text in numbers if text.endswith(" final")]
    for number in [*numbers, d.provision]:
        words = _split(number)
        if (len(words) > 2 or len(number) > 5) and re.search(r"\d{2}", number) and _official(number):
            yield number
            short = _SUBSECTION.sub("", number)
            if short != number and len(_split(short)) > 2:
                yield short


def _official(number: str) -> bool:
    """Whether a number is more than "Article 12" or a date."""
    return bool(re.search(r"[§/]|[A-Z]\.|[A-Z]{2}|\d{5}|\d-\d|No", number))


def _of_other_places(text: str, names: Sequence[Mention]) -> list[Mention]:
    """The names, of which one before another place is of an instrument there: "the AI Act of Thailand"."""
    places = {one.start: one for one in names if one.kind == "jurisdiction"}
    made: list[Mention] = []
    taken: set[int] = set()
    for one in names if places else ():
        found = _OF_PLACE.match(text, one.end) if one.kind == "instrument" and one.ids else None
        place = places.get(found.end()) if found else None
        if place is not None and not numbers_of(one.text) and set(place.ids).isdisjoint(one.ids):
            taken.add(place.start)
            kind: MentionKind = "jurisdiction" if place.ids else "instrument"
            made.append(one._replace(text=text[one.start : place.end], ids=place.ids, kind=kind))
        else:
            made.append(one)
    kept = made if places else names
    return [one for one in kept if one.kind != "jurisdiction" or one.start not in taken]
