"""Places where a document takes a meaning from a stored definition by citing it.

"The term ‘artificial intelligence’ has the meaning given that term in section 5002 of the National Artificial
Intelligence Initiative Act of 2020 (15 U.S.C. 9401)" is a definition without a word of the text it stands
for. What is cited is told from the names and numbers of the records (`quotations.titles`); the term and the
number of the section have to be those of the record, so that "section 3(p) of Executive Order 14110" is not
its section 3(b).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from aidefs.classes import NamedTuple
from aidefs.corpora.clauses import beginning, ending
from aidefs.corpora.occurrence import Occurrence
from aidefs.corpora.standing import UNKNOWN, Standings, Taker
from aidefs.library.records import Definition
from aidefs.patterns import late
from aidefs.quotations.index import Index, small

__all__ = ["Meanings"]

_TAKES = late(
    r"""\b(?:
        (?:same\s+)?(?:meanings?|definitions?)\s+
            (?:(?:as\s+)?(?:(?:that|which|such|those|it)\s+)?(?:(?:is|are|was|were|has)\s+)?
               (?:given|set|provided|ascribed|assigned|specified|stated|described|used|defined|contained|
                  established|found|prescribed|attributed|accorded|as|in|under)\b)
      | as\s+(?:(?:that|such|this|those|the)\s+(?:terms?|phrase)\s+(?:is|are)\s+|it\s+is\s+)?defined\s+
            (?:in|by|under|at|pursuant)\b
      | (?:is|are|shall\s+be)\s+defined\s+(?:as\s+)?(?:in|by|under|at|pursuant)\b
    )""",
    re.I | re.X,
)
_WORDS = ("meaning", "definition", "defined")
_VERB = 48  # characters before and behind one of these words that belong to the verb
_BEFORE = 200  # characters before it in which a term stands ...
_BEHIND = 100  # ... and behind it
_FIRST = late(r"\w+")
_CITATION = 420  # characters of a citation
_QUOTED = late(r"(?:“|\"|‘{1,2}|`{1,2}|'{1,2}|«)([^“”\"‘’`'«»\n]{2,80}?)(?:,?(?:”|\"|’{1,2}|'{1,2}|»))")
_MEANS = late(
    r"\b(?:means?|is|are|refers?\s+to|includes?)\s+(?:(?:an?|the|any)\s+)?([^.;:]{2,80}?)[\s”\"’,(]*\Z", re.I
)
_ENTRY = late(r"\s*[“\"‘«]?([^“”\"‘’\n]{2,80}?)[.:,]?[”\"’»]?[.:]?\s*\Z")
_BARE = late(
    r"(?:\A|[,:]\s|\b(?:terms?|order|section|chapter|act)\b,?\s)(?:the\s+terms?\s+)?"
    r"([^,:;“”\"]{2,80}?)\s+(?:has|have|shall|is|are|bears?|means?)\b[\s\w]*\Z",
    re.I,
)
# "The term ‘X’— (A) has the meaning given …; and (B) includes …": the verb of a limb, and what is before it.
_FIRST_LIMB = late(r"(?:has|have|shall\s+have|means|is|are)\b", re.I)
_LEAD = late(r"[:—–-]\s*\(\w{1,4}\)\s*\Z")
_NUMBER = late(r"\d[\w.:–-]*(?:\s?\(\w{1,5}\))*")
_TITLE = late(r"\s*(?:U\.?\s?S\.?\s?C|C\.?\s?F\.?\s?R|CCR|ILCS|V\.S\.A|Stat\b|Fed\.)")
_YEAR = late(r"(?:19|20)\d\d\Z")
_OF_RECORD = late(
    r"(?:\b[Ss]ecs?\.?|§{1,2}|\b[Aa]rticle|\b[Ss]ection|U\.S\.C\.|\b(?:MCL|KRS|ILCS|RSA|CCR|CFR|AS|RCW))\s?(?=\d)"
    r"|,\s(?=\d[\d.]+\b)|\bnote prec\.\s(?=\d)"
)
_LONGEST_CODE = 5  # letters and digits of a number that is that of one section of all codes


class _Number(NamedTuple):
    """The number of a section, "238(g)": its base, and its paragraphs in brackets."""

    base: str
    inner: str

    def meets(self, other: _Number) -> bool:
        """Whether both may be one provision: one may be said more exactly."""
        return self.base == other.base and (
            self.inner.startswith(other.inner) or other.inner.startswith(self.inner)
        )


def _number(printed: str) -> _Number:
    base, bracket, inner = printed.partition("(")
    return _Number(base.strip(" .:-–").casefold(), "".join((bracket + inner).split()).casefold())


def _numbers(text: str, low: int, high: int) -> Iterator[_Number]:
    """The numbers in a citation that may be those of sections: not of volumes, nor years."""
    for match in _NUMBER.finditer(text, low, high):
        if not _YEAR.match(match[0].rstrip(".,")) and not _TITLE.match(text, match.end()):
            yield _number(match[0])


def _end(text: str, at: int) -> int:
    """Where a citation ends: with its sentence, but not inside of "(15 U.S.C. 9401; Public Law …)"."""
    top = min(at + _CITATION, len(text))
    end = ending(text, at, top)
    while text.count("(", at, end) > text.count(")", at, end) and text[end : end + 1] == ";":
        further = ending(text, end + 1, top)
        if further <= end + 1:
            break
        end = further
    return end


def _of_record(definition: Definition) -> frozenset[_Number]:
    """The numbers under which a provision is cited."""
    told = "; ".join(
        (
            definition.provision,
            definition.instrument,
            *(value for scheme, value in definition.identifiers.items() if scheme in ("usc", "doc")),
        )
    )
    found = set()
    for match in _OF_RECORD.finditer(told):
        number = _NUMBER.match(told, match.end())
        if number and not _YEAR.match(number[0].rstrip(".,;")):
            found.add(_number(number[0]))
    return frozenset(found)


def _plain(term: str) -> str:
    """A term as it is compared: artificial intelligence is AI, a plural is its singular."""
    words = re.sub(r"\([^()]*\)|[^\w\s-]", " ", term.casefold())
    words = re.sub(r"\bartificial\s+intelligence\b|\ba\s?i\b", "ai", " ".join(words.split()))
    return re.sub(r"^(?:the|an?|any)\s+", "", " ".join(words.split())).removesuffix("s")


class Meanings:
    """The search for references to the definitions of a library.

    Args:
        index: The index over the library.
    """

    def __init__(self, index: Index) -> None:
        self.titles = index.titles
        self.standings = Standings(index)
        known = [one.definition for one in index.references]
        self.known = {d.id: d for d in known}
        self.rank = {d.id: k for k, d in enumerate(known)}
        self.numbers = {d.id: _of_record(d) for d in known}
        self.terms = {d.id: _plain(d.term) for d in known}
        self.defined = frozenset(self.terms.values())
        first = {small(word) for d in known for word in _FIRST.findall(d.term)[:1]}
        near = (*sorted(first - {"ai"}), " ai", "“ai", "‘ai", '"ai', "a.i.")
        self.near = re.compile("|".join(map(re.escape, near)))
        self.by_number: dict[str, list[str]] = {}
        for name, numbers in self.numbers.items():
            for base in {number.base for number in numbers}:
                if len(re.sub(r"\W", "", base)) >= _LONGEST_CODE and re.search(r"[.:-]", base):
                    self.by_number.setdefault(base, []).append(name)

    def find(self, text: str, lowered: str | None = None, document: Taker = UNKNOWN) -> list[Occurrence]:
        """The places of a text that take a meaning from a stored definition, in order.

        Args:
            text: The text.
            lowered: The same in small letters, by `quotations.index.small`.
            document: What is known of the document: one of 2022 cites the draft of an act of 2024.
        """
        lowered = small(text) if lowered is None else lowered
        found: list[Occurrence] = []
        for at in self._looked_at(lowered):
            match = _TAKES.search(text, max(at - _VERB, 0), at + _VERB)
            floor = found[-1].end if found else 0
            if match and match.start() >= floor and (one := self._reference(text, match, floor, document)):
                found.append(one)
        return found

    def _looked_at(self, lowered: str) -> list[int]:
        """Where a word stands that takes meanings, with a term near it; most texts go no further."""
        places = []
        for word in _WORDS:
            at = lowered.find(word)
            while at >= 0:
                if self.near.search(lowered, max(at - _BEFORE, 0), at + _BEHIND):
                    places.append(at)
                at = lowered.find(word, at + len(word))
        return sorted(places)

    def _reference(self, text: str, match: re.Match[str], floor: int, document: Taker) -> Occurrence | None:
        start = beginning(text, match.start(), floor)
        if _FIRST_LIMB.match(text, start, match.end()) and (lead := _LEAD.search(text, floor, start)):
            start = beginning(text, lead.start(), floor)
        subject = text[start : match.start()]
        end = _end(text, match.end())
        defined = match[0].lower().startswith(("as", "is", "are", "shall"))
        terms = self._terms(subject, text[match.end() : end], defined)
        if not terms:
            return None
        cited = list(_numbers(text, match.end(), end))
        named = [
            name
            for mention in self.titles.mentions(text, match.end(), end)
            if mention.kind == "instrument"
            for name in mention.ids
        ]
        named += [name for number in cited for name in self.by_number.get(number.base, ())]
        fitting = [name for name in dict.fromkeys(named) if self._fits(name, terms, cited)]
        if not fitting:
            return None
        chosen = min(fitting, key=self.rank.__getitem__)
        return Occurrence(start, end, self.standings.known(chosen, document), "by-reference")

    def _terms(self, subject: str, citation: str, defined: bool) -> frozenset[str]:
        """The terms that a clause gives a meaning, as far as definitions are stored of them."""
        quoted = [match[1] for match in _QUOTED.finditer(subject)]
        if defined:
            said = _MEANS.search(subject)
            entry = None if said else _ENTRY.fullmatch(subject)
            if said is None and entry is None:
                return frozenset()
            if said and quoted and not {_plain(one) for one in quoted} & {_plain(said[1])}:
                return frozenset()
            quoted += [one[1] for one in (said, entry) if one]
        elif not quoted:
            bare = _BARE.search(subject + " has")
            quoted = re.split(r"\s+(?:or|and)\s+", bare[1]) if bare else [subject]
        else:
            quoted += [match[1] for match in _QUOTED.finditer(citation)]
        return self.defined & {_plain(one) for one in quoted}

    def _fits(self, name: str, terms: Iterable[str], cited: Iterable[_Number]) -> bool:
        """Whether a definition is one of a term that a clause cites, in the section that it cites."""
        if self.terms[name] not in terms:
            return False
        own, cited = self.numbers[name], list(cited)
        return not own or not cited or any(one.meets(other) for one in own for other in cited)
