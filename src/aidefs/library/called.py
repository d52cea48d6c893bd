"""Definitions by what people call them: an instrument, its official number or provision, a jurisdiction.

Names are compared word by word: capitals, accents, full stops, signs, possessives and "No." do not count, and
"artificial intelligence" is "AI". A name has to be whole; what is merely alike is only hinted at.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import takewhile

from aidefs.classes import dataclass
from aidefs.errors import InputError, near
from aidefs.library.jurisdictions import Jurisdictions, without_accents
from aidefs.library.names import Alias, beginnings, begins
from aidefs.library.records import Definition, identifier
from aidefs.patterns import late

__all__ = ["Called", "name_words"]

Words = tuple[str, ...]

_WORD = late(r"[^\W_]+")
_LAST_WORD = late(r"[\W_]*[^\W_]+[\W_]*\Z")
_POSSESSIVE = late(r"['’](?:s\b)?")
_BRACKETS = late(r"\(([^()]*)\)")
_SUBSECTION = late(r"(?:\(\w{1,4}\))+\Z")
_OF_A_CODE = late(r"\d{2}|\d-\d")
_SHORTEST_NUMBER = 4  # digits of an official number that names a text without its kind
_MOST_NAMED = 9  # candidates that an error names
_KINDS = frozenset(
    ("act", "bill", "convention", "declaration", "definition", "framework", "law", "order", "recommendation",
     "regulation", "standard", "statute", "text", "treaty")
)  # fmt: skip
_IGNORED = frozenset(("no", "nr", "number", "num", "the"))
_OF_PROVISIONS = frozenset(
    ("art", "article", "articles", "articolo", "articulo", "artikel", "artigo", "para", "paragraph", "point",
     "s", "sec", "section", "subsection", "clause", "of", "in")
)  # fmt: skip


def name_words(name: str) -> Words:
    """The words of a name as names are compared."""
    bare = unicodedata.normalize("NFC", without_accents(name.casefold().replace(".", "")))
    found: list[str] = []
    for word in _WORD.findall(_POSSESSIVE.sub("", bare)):
        if word == "intelligence" and found and found[-1] == "artificial":
            found[-1] = "ai"
        elif word not in _IGNORED:
            found.append(word)
    return tuple(found)


@dataclass(frozen=True)
class Called:
    """What the definitions of a library are called.

    Attributes:
        definitions: The definitions by id.
        aliases: The short names, with what running text calls the texts.
        jurisdictions: What jurisdictions are called.
    """

    definitions: Mapping[str, Definition]
    aliases: tuple[Alias, ...]
    jurisdictions: Jurisdictions

    @cached_property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """Id → its names as they are printed."""
        found = {name: list(_names(one)) for name, one in self.definitions.items()}
        for alias in self.aliases:
            for name, called in alias.names:
                found.get(name, []).append(called)
        return {name: tuple(dict.fromkeys(each)) for name, each in found.items()}

    @cached_property
    def by_words(self) -> Mapping[Words, tuple[str, ...]]:
        """Words of a name → the ids that have it, in the order of the library."""
        found: dict[Words, list[str]] = {}
        for name, each in self.names.items():
            for words in dict.fromkeys(map(name_words, each)):
                if words:
                    found.setdefault(words, []).append(name)
        return {words: tuple(each) for words, each in found.items()}

    @cached_property
    def current(self) -> frozenset[str]:
        """Ids that have a short name."""
        return frozenset(alias.current for alias in self.aliases)

    # --- one definition -----------------------------------------------------------------------

    def ids(self, name: str) -> tuple[str, ...]:
        """The definitions that a name stands for; none where it is no whole name."""
        words = name_words(name)
        if not words:
            return ()
        found = self.by_words.get(words) or self._by_provision(words) or self._of_jurisdiction(name)
        if not found and words[-1] in _KINDS and len(words) > 1:  # "OECD Recommendation", "Texas statute"
            return self.ids(_LAST_WORD.sub("", name))
        return found

    def one(self, name: str) -> str | None:
        """The definition that a name stands for, None where it is no name.

        Of several texts it is the one with this label, the one that has a short name, or the one of which the
        others are language versions; a name in Latin letters stands for the English version if there is one.

        Raises:
            InputError: The name stands for several definitions; the message gives them.
        """
        found = self.ids(name)
        if len(found) > 1:
            words = name_words(name)
            labelled = tuple(one for one in found if name_words(self.definitions[one].label) == words)
            found = labelled or tuple(one for one in found if one in self.current) or found
        groups: dict[str, list[str]] = {}
        for one in found:
            groups.setdefault(self._base(one), []).append(one)
        chosen = [self._version(base, each, name) for base, each in groups.items()]
        if len(chosen) > 1:
            shown = ", ".join(f"{one} ({self.definitions[one].name})" for one in chosen[:_MOST_NAMED])
            more = f" and {len(chosen) - _MOST_NAMED} more" if len(chosen) > _MOST_NAMED else ""
            raise InputError(f"{name!r} stands for {len(chosen)} definitions: {shown}{more}")
        return chosen[0] if chosen else None

    def _base(self, name: str) -> str:
        one = self.definitions[name]
        return one.version_of or one.translation_of or name

    def _version(self, base: str, versions: Sequence[str], name: str) -> str:
        english = [one for one in versions if self.definitions[one].lang == "en"]
        if english and name.isascii():
            return english[0]
        return base if base in versions else versions[0]

    def _by_provision(self, words: Words) -> tuple[str, ...]:
        """An instrument with a provision before or behind it: "AI Act, Article 3(63)"."""
        if not any(word[0].isdecimal() for word in words):  # as in most texts that are no names
            return ()
        longest = max(_of_place(words), _of_place(words[::-1]))
        for cut in range(len(words) - 1, max(len(words) - longest, 1) - 1, -1):
            for name, rest in ((words[:cut], words[cut:]), (words[-cut:], words[:-cut])):
                place = _place(rest) if name in self.by_words else ()
                if place:
                    named = self._instrument(self.by_words[name])
                    found = tuple(one for one in named if _at(self.definitions[one].provision, place))
                    if found:
                        return found
        return ()

    def _instrument(self, names: Iterable[str]) -> tuple[str, ...]:
        """The definitions, and the others of the same instruments: they share an official number."""
        chosen = set(names)
        numbers = {number for one in chosen for number in _numbers(self.definitions[one])}
        return tuple(
            name for name, one in self.definitions.items() if name in chosen or numbers & _numbers(one)
        )

    # --- jurisdictions ------------------------------------------------------------------------

    def codes(self, name: str) -> tuple[str, ...]:
        """The codes that a jurisdiction's name or code may stand for, of those that the library has.

        Raises:
            InputError: There is no such jurisdiction; the message gives the nearest names.
        """
        found = self._codes(name)
        if not found:
            usual = [one.name for one in self.jurisdictions.values()]
            hint = ", ".join(near(name, [*usual, *self._stored]) or near(name, self.jurisdictions.called))
            told = f"nearest: {hint}" if hint else "'aidefs list --by jurisdiction' shows those with a text"
            raise InputError(f"unknown jurisdiction {name!r}; {told}")
        return found

    @cached_property
    def _stored(self) -> frozenset[str]:
        """The codes of the jurisdictions of which there are texts."""
        return frozenset(one.jurisdiction for one in self.definitions.values() if one.jurisdiction)

    @cached_property
    def _starts(self) -> frozenset[str]:
        """These, and what any of them begins with: "US" of "US-CO"."""
        return frozenset(start for code in self._stored for start in beginnings(code))

    @cached_property
    def _starts_folded(self) -> frozenset[str]:
        """The same in small letters."""
        return frozenset(start for code in self._stored for start in beginnings(code.casefold()))

    def _codes(self, name: str) -> tuple[str, ...]:
        """What `codes` gives, and nothing where there is no such jurisdiction."""
        folded = name.casefold().strip()
        if folded in self._starts_folded:
            return (name.strip().upper(),)
        found = self.jurisdictions.named(name)
        return tuple(code for code in found if code in self._starts) or found

    def code(self, name: str) -> str:
        """The code of a jurisdiction.

        Raises:
            InputError: There is no such jurisdiction, or the name stands for several that have texts.
        """
        found = self.codes(name)
        if len(found) > 1 and any(one.jurisdiction in found for one in self.definitions.values()):
            shown = ", ".join(f"{code} ({self.jurisdictions.name_of(code)})" for code in found)
            raise InputError(f"{name!r} stands for {len(found)} jurisdictions: {shown}")
        return found[0]

    def _of_jurisdiction(self, name: str) -> tuple[str, ...]:
        codes = self._codes(name)
        if not codes:
            return ()
        exact = tuple(i for i, one in self.definitions.items() if one.jurisdiction in codes)
        below = (i for i, one in self.definitions.items() if any(begins(one.jurisdiction, c) for c in codes))
        return exact or tuple(below)

    # --- several definitions ------------------------------------------------------------------

    def about(self, phrase: str) -> tuple[set[str], bool]:
        """The definitions in whose names a phrase stands, and whether it is a whole name.

        A whole name is one of an instrument, of a jurisdiction of which there are texts, or of a provision.
        """
        words = name_words(phrase)
        if not words:
            return set(), False
        whole = self.ids(phrase)
        within = {name for name, each in self.names.items() if any(_within(words, one) for one in each)}
        below: set[str] = set()
        if any(self.definitions[one].jurisdiction for one in self._of_jurisdiction(phrase)):
            codes = self.codes(phrase)
            below = {
                name
                for name, one in self.definitions.items()
                if any(begins(one.jurisdiction, code) for code in codes)
            }
        there = set[str]() if whole or below else self._at_provision(words)
        return within | set(whole) | below | there, bool(whole or below or there)

    def _at_provision(self, words: Words) -> set[str]:
        """The definitions that stand in a provision of whatever instrument: "Article 3(1)"."""
        place = _place(words) if words[0] in _OF_PROVISIONS else ()
        return {name for name, one in self.definitions.items() if place and _at(one.provision, place)}

    def nearest(self, name: str, others: Iterable[str] = ()) -> list[str]:
        """What is most like a name that stands for nothing: ids, short names, or ids with what is alike."""
        owners: dict[str, str] = {}
        for one, each in self.names.items():
            for called in each:
                owners.setdefault(called, one)
        for code in sorted({one.jurisdiction for one in self.definitions.values()} & set(self.jurisdictions)):
            owners.setdefault(self.jurisdictions.name_of(code), "")
        own = [*self.definitions, *others]
        found: dict[str, str] = {}
        for hit in near(name, [*own, *owners], limit=8):
            if hit in own:
                found.setdefault(hit, hit)
            elif owners[hit]:
                found.setdefault(owners[hit], f"{owners[hit]} ({hit})")
            else:
                found.setdefault(hit, hit)
        return list(found.values())[:3]


def _names(one: Definition) -> Iterator[str]:
    yield one.id
    for title in (one.label, one.title, one.instrument, one.prose):
        if title:
            yield title
            yield _BRACKETS.sub("", title).strip()
            yield from (short for short in _BRACKETS.findall(title) if len(name_words(short)) > 1)
    for scheme, value in one.identifiers.items():
        bare = _BRACKETS.sub("", value).split(",")[0]
        for number in (value, bare, *value.split(" / ")):
            if not (number.strip().isdecimal() and len(number.strip()) < _SHORTEST_NUMBER):
                yield number
        yield f"{scheme} {value}"
        yield identifier(scheme, value)
        if _SUBSECTION.search(value):
            yield _SUBSECTION.sub("", value)
    for provision in map(str.strip, one.provision.split(";")):
        if _OF_A_CODE.search(provision) and len(name_words(provision)) > 2:
            yield _BRACKETS.sub("", provision) if " (" in provision else provision
            yield _SUBSECTION.sub("", provision)


def _numbers(one: Definition) -> set[str]:
    return {f"{scheme} {value}" for scheme, value in one.identifiers.items() if scheme != "doc"}


def _place(words: Words) -> Words:
    """Numbers and letters of a provision, none where the words are no provision."""
    place = tuple(word for word in words if word not in _OF_PROVISIONS)
    return place if place and place[0][0].isdecimal() and all(map(_is_short, place)) else ()


def _of_place(words: Iterable[str]) -> int:
    """How many words may be those of a provision, from the first on."""
    return sum(1 for _ in takewhile(lambda word: word in _OF_PROVISIONS or _is_short(word), words))


def _is_short(word: str) -> bool:
    return len(word) < 5  # more have no numbers and letters of a provision


def _at(provision: str, place: Words) -> bool:
    words = tuple(word for word in name_words(provision) if word not in _OF_PROVISIONS)
    return words[: len(place)] == place


def _within(words: Words, name: str) -> bool:
    have = name_words(name)
    return any(have[k : k + len(words)] == words for k in range(len(have) - len(words) + 1))
