"""The index over a library: which pairs of rare words stand in which definitions.

The pairs are two successive words of four letters or more, cut to five; short words are passed over, since
they are common in every language. Pairs that belong to the defined terms ("artificial intelligence system")
stand in any text on the matter and are left out. The languages that are written without spaces count each
character as a word.
"""

from __future__ import annotations

import re
from _weakref import ref  # `weakref` imports much that nothing here needs
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import accumulate, chain, compress, count, islice, pairwise
from operator import itemgetter
from typing import Any

from aidefs.alignment.redline import redline
from aidefs.classes import Remembered, dataclass
from aidefs.library.files import EVERY_TERM, MAIN_TERM
from aidefs.library.library import Library
from aidefs.library.names import Alias
from aidefs.library.records import Definition
from aidefs.patterns import late
from aidefs.quotations.introductions import NO_TERM
from aidefs.quotations.references import (
    CJK,
    ReferenceText,
    has_other_letters,
    reference_texts,
    words,
)
from aidefs.quotations.signs import Signs, WordPair
from aidefs.quotations.titles import Titles

__all__ = [
    "Index",
    "PlacedPair",
    "WordPair",
    "bits_in",
    "index_of",
    "long_words",
    "pairs",
    "pairs_between",
    "parts_are_read_alike",
    "placed_pairs",
    "places_of",
    "small",
    "word_pattern",
]

_ASCII = late(r"([a-z]{4,5})[a-z]*+")
_ANY = late(rf"([{CJK}]|[^\W\d_{CJK}]{{4,5}})[^\W\d_{CJK}]*+")
_ASCII_APART = late(r"([a-z]{4,5})([a-z]*+)")
_ANY_APART = late(rf"([{CJK}]|[^\W\d_{CJK}]{{4,5}})([^\W\d_{CJK}]*+)")
# Letters where there are others beside those of ASCII, and one whose small letter depends on the next.
_READ_APART = late("[¹²³¼½¾Σ]")
_COMPOUND = late(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PASSED = ("draft", "superseded")  # status of a text that is not the current one
FEW = 6  # words by which a draft may differ from the current text and still be taken for it
SHARE = 0.4  # of the pairs of the best wording that another must have to be compared
DERIVED = "index"  # name of the index of the shipped library among what is derived from it
WORTH = 32  # fragments from which it pays to know in which texts each word stands
_TELLING = 4  # letters of a word by which a term is known
# "Artificial" in languages in which it begins otherwise than in English, cut to five letters.
_OF_AI = frozenset(("konst", "künst", "meste", "sztuc", "tekoä", "umělá", "umělé", "umělo", "yapay"))
NEEDED = 4  # different pairs of one definition that make a place worth a closer look


def long_words(text: str) -> list[str]:
    """The words of four letters or more, cut to five, of a text in small letters."""
    return word_pattern(text).findall(text)


def word_pattern(text: str) -> re.Pattern[str]:
    """What finds the long words: English with curly quotation marks is read as fast as without."""
    return _ANY if has_other_letters(text) else _ASCII


def small(text: str) -> str:
    """The text in small letters, each character in its place (one capital letter has two small ones)."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text.replace("İ", "I").lower()


def pairs(text: str) -> Iterator[WordPair]:
    """Successive long words of a text in small letters."""
    found = long_words(text)
    return zip(found, islice(found, 1, None), strict=False)


def bits_in(least: int, numbers: Iterable[int]) -> int:
    """The bits that are set in some numbers, or in more; `least` is one of them at the least."""
    counts: list[
        int
    ] = []  # how often each bit is set, in binary: the last digits of all bits, those before …
    for number in numbers:
        for k, digits in enumerate(counts):
            counts[k], number = digits ^ number, digits & number
            if not number:
                break
        else:
            counts.append(number)
    if least >> len(counts):
        return 0
    more, equal = 0, -1
    for k in reversed(range(len(counts))):
        if least >> k & 1:
            equal &= counts[k]
        else:
            more |= equal & counts[k]
            equal &= ~counts[k]
    return more | equal


def places_of(bits: int) -> Iterator[int]:
    """Which bits of a number are set, from the lowest on."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


PlacedPair = tuple[WordPair, int, int]  # with the offsets of both words


def placed_pairs(text: str, known: Container[WordPair]) -> list[PlacedPair]:
    """The pairs that are known, with their places, in order."""
    pattern = _ANY_APART if has_other_letters(text) else _ASCII_APART
    parts = pattern.split(text)  # between words, a word as it counts, its rest: faster than a match for each
    found = list(pairwise(parts[1::3]))
    hits = list(compress(range(len(found)), map(known.__contains__, found)))
    places = list(accumulate(map(len, parts))) if hits else []
    return [(found[k], places[3 * k], places[3 * k + 3]) for k in hits]


def pairs_between(placed: Sequence[PlacedPair], start: int, end: int) -> set[WordPair]:
    """Those of some placed pairs, in order, that stand between the begin of a word and the end of another."""
    first = bisect_left(placed, start, key=itemgetter(1))
    last = bisect_left(placed, end, first, key=itemgetter(2))
    return {pair for pair, _, _ in placed[first:last]}


def parts_are_read_alike(text: str) -> bool:
    """Whether a part of a text, from word to word, has the pairs by itself that stand there in the text."""
    return not has_other_letters(text) or _READ_APART.search(text) is None


TERMS = 5  # terms in whose definitions a word stands that tells one of them from the rest of a law


@dataclass(frozen=True)
class Index:
    """What quotations are looked for with.

    Attributes:
        references: The definitions of a library, prepared for comparison.
        postings: Pair of long words → ranks of the wordings that have it.
        needed: How many pairs of each wording make a place worth a closer look.
        known: The words of all definitions in small letters, compounds whole and apart.
        titles: What running text calls the definitions.
        aliased: Ids of the texts that a short name stands for.
        settled: Id of a draft → id of the current text from which it differs by few words.
        numbers: Id → official numbers of the instrument.
        longest: Words of the longest wording.
        stems: The stems of all words of the definitions.
        families: Id → all texts of the instrument, drafts and forerunners included, where it has several.
    """

    references: tuple[ReferenceText, ...]
    postings: Mapping[WordPair, tuple[int, ...]]
    needed: tuple[int, ...]
    known: frozenset[str]
    titles: Titles
    aliased: frozenset[str]
    settled: Mapping[str, str]
    numbers: Mapping[str, tuple[str, ...]]
    longest: int
    stems: frozenset[str]
    families: Mapping[str, tuple[str, ...]]

    @cached_property
    def ranks(self) -> dict[str, int]:
        """Id → rank of its text."""
        return {one.id: one.rank for one in self.references}

    @cached_property
    def worded(self) -> dict[str, list[str]]:
        """Fingerprint of the keys of a definiens or of a whole text → ids of the texts that have these."""
        found: dict[str, list[str]] = {}
        for one in self.references:
            for keys in {one.definiens, one.whole}:
                found.setdefault(keys, []).append(one.id)
        return found

    @cached_property
    def defined(self) -> dict[str, list[str]]:
        """Fingerprint of the keys of a definiens → ids of the texts that have these."""
        found: dict[str, list[str]] = {}
        for one in self.references:
            found.setdefault(one.definiens, []).append(one.id)
        return found

    @cached_property
    def _numbered(self) -> dict[str, list[str]]:
        """Official number → ids of the texts that have it."""
        found: dict[str, list[str]] = {}
        for name, numbers in self.numbers.items():
            for number in numbers:
                found.setdefault(number, []).append(name)
        return found

    def bearing(self, name: str) -> list[str]:
        """The texts that have a number in the name of an instrument: "SB 53"."""
        return list(self.titles.bearing(name))

    @cached_property
    def _called(self) -> dict[str, frozenset[str]]:
        """Id → the words of all terms that definitions of its terms define, cut to five letters."""
        found: dict[str, set[str]] = {}
        for one in self.references:
            keys = {key for key, _, _ in words(one.definition.term)} - NO_TERM
            for term in one.terms:
                found.setdefault(term, set()).update(keys)
        return {one.id: frozenset().union(*(found[term] for term in one.terms)) for one in self.references}

    @cached_property
    def _called_of_all(self) -> frozenset[str]:
        """The words of the terms that any definition defines."""
        return frozenset().union(*self._called.values())

    @cached_property
    def _of_many(self) -> frozenset[str]:
        """The stems that stand in definitions of many terms."""
        found: dict[str, set[str]] = {}
        for one in self.references:
            for key in one.content:
                found.setdefault(key, set()).update(one.terms)
        return frozenset(key for key, terms in found.items() if len(terms) > TERMS)

    def is_of_few(self, key: str) -> bool:
        """Whether a stem stands in definitions of few terms: not "person" or "market", but "adaptiveness"."""
        return key not in self._of_many

    @cached_property
    def _ranks_of_few_written(self) -> str:
        """The same as `to_dict` writes it: few documents ask for it; "" where it was not written."""
        return ""

    @cached_property
    def _ranks_of_few(self) -> dict[str, list[int]]:
        if self._ranks_of_few_written:
            lines = (line.split(" ") for line in self._ranks_of_few_written.split("\n"))
            return {key: list(map(int, ranks)) for key, *ranks in lines}
        found: dict[str, list[int]] = {}
        for one in self.references:
            for key in filter(self.is_of_few, one.content):
                found.setdefault(key, []).append(one.rank)
        return found

    def ranks_of_few(self, key: str) -> Sequence[int]:
        """Ranks of the texts that have a stem beside their term, if it stands in definitions of few terms."""
        return self._ranks_of_few.get(key, ())

    def is_other_term(self, said: str, name: str) -> bool:
        """Whether words name a term of the library that is none of those of the definition of an id."""
        keys = {key for key, _, _ in words(said)} - NO_TERM
        if not keys or keys & self._called[name]:
            return False
        return keys <= self._called_of_all

    def is_strange_term(self, said: str, name: str) -> bool:
        """Whether words name a term, be it of the library or not, that has no word of the term of an id."""
        keys = {key for key, _, _ in words(said) if len(key) >= _TELLING} - NO_TERM
        own = {key for key, _, _ in words(self.references[self.ranks[name]].definition.term)}
        return bool(keys) and keys.isdisjoint(own | _OF_AI)

    @cached_property
    def ranks_with(self) -> dict[bool, dict[str, tuple[int, ...]]]:
        """Of languages that elide articles, and of the others: comparison key → ranks of its texts."""
        found: dict[bool, dict[str, list[int]]] = {False: {}, True: {}}
        for one in self.references:
            ranks = found[one.elides]
            for key in {*one.keys_of_words, *one.keys_in_compounds}:
                ranks.setdefault(key, []).append(one.rank)
        return {
            elides: {key: tuple(with_it) for key, with_it in ranks.items()}
            for elides, ranks in found.items()
            if ranks
        }

    @cached_property
    def bits_with(self) -> dict[bool, Remembered[str, int]]:
        """The same with a bit for each rank, so that texts are counted all at once."""

        def bits_of(ranks: Mapping[str, Sequence[int]]) -> Remembered[str, int]:
            return Remembered(lambda key: sum(1 << rank for rank in ranks[key]), len(ranks))

        return {elides: bits_of(ranks) for elides, ranks in self.ranks_with.items()}

    @cached_property
    def keys_in_compounds(self) -> frozenset[str]:
        """Those of all texts, see `references`."""
        return frozenset().union(*(one.keys_in_compounds for one in self.references))

    def is_worth_ranks(self) -> bool:
        """Whether `ranks_with` is made, or asked for often enough to be worth the time that it takes."""
        return "ranks_with" in vars(self) or next(self._asked) >= WORTH

    @cached_property
    def _asked(self) -> Iterator[int]:
        return count()

    @cached_property
    def _of_few(self) -> Set[WordPair]:
        """The pairs of wordings of which fewer than usual make a place worth a closer look."""
        few = {rank for rank, needed in enumerate(self.needed) if needed < NEEDED}
        return {pair for pair, ranks in self.postings.items() if not few.isdisjoint(ranks)}

    @cached_property
    def signs(self) -> Signs:
        """The pairs as numpy looks for them."""
        return Signs(self.postings)

    def may_touch(self, found: Set[WordPair]) -> bool:
        """Whether some wording may share enough with the pairs: a look before `touched`."""
        return not self._of_few.isdisjoint(found) or self._has_enough(found)

    def touches(self, found: Set[WordPair]) -> bool:
        """Whether `touched` has any: of most places of a text nobody asks which."""
        return self._has_enough(found) or (not self._of_few.isdisjoint(found) and bool(self.touched(found)))

    def _has_enough(self, found: Set[WordPair]) -> bool:
        """Whether some wording has as many of the pairs as any needs."""
        if len(found) < NEEDED:
            return False
        # They are counted for all wordings at once, a bit each: which have an odd one, which two, which four.
        odd = two = 0
        for ranks in map(self._bits.__getitem__, found):
            again = odd & ranks
            odd ^= ranks
            if two & again:
                return True
            two ^= again
        return False

    @cached_property
    def _bits(self) -> Remembered[WordPair, int]:
        """The ranks of the wordings that have a pair, a bit each."""
        return Remembered(lambda pair: sum(1 << rank for rank in self.postings[pair]), len(self.postings))

    def touched(self, found: Set[WordPair]) -> list[int]:
        """Ranks of the wordings that share enough with some different pairs, the best first.

        A wording that shares much less than the best one does not count.
        """
        if not self.may_touch(found):
            return []
        votes = Counter(chain.from_iterable(map(self.postings.__getitem__, found)))
        least = max(votes.values(), default=0) * SHARE
        ranks = [rank for rank, count in votes.items() if count >= self.needed[rank] and count >= least]
        return sorted(ranks, key=lambda rank: (-votes[rank], rank))

    def instruments(self, named: Iterable[str]) -> set[str]:
        """The ids, and those of other versions of the same instruments: they share an official number."""
        ids = set(named)
        numbers = {number for name in ids for number in self.numbers.get(name, ())}
        return ids.union(*(self._numbered[number] for number in numbers))

    def terms_of(self, name: str) -> Set[str]:
        """The words of the terms that definitions of the terms of an id define, cut to five letters."""
        return self._called[name] or frozenset((MAIN_TERM,))

    def family(self, name: str) -> list[str]:
        """The texts of all versions of the instrument of an id; of other terms than its own, those of AI."""
        kin = (other for one in sorted(self.instruments([name])) for other in self.families.get(one, ()))
        return list(dict.fromkeys(kin))

    @classmethod
    def of(cls, library: Library) -> Index:
        """Index a library."""
        aliases = library.aliases.values()
        texts = reference_texts(library.values(), _short_named(aliases))
        lines = _lines(texts, aliases)
        postings = _postings(texts)
        sizes = Counter(chain.from_iterable(postings.values()))
        return cls(
            texts,
            postings,
            tuple(min(NEEDED, max(sizes[one.rank], 1)) for one in texts),
            _known(texts),
            Titles.of(library.values(), aliases, library.jurisdictions.values()),
            frozenset(_short_named(aliases)),
            _settled(texts, lines),
            _numbers(library, texts),
            max((len(one.words) for one in texts), default=0),
            frozenset(key for one in texts for key in one.places),
            {name: line for line in lines for name in line},
        )

    def to_dict(self) -> dict[str, Any]:
        """What `from_dict` makes the index of, with the same library; columns are read faster than rows."""
        return {
            "texts": [(one.id, one.rank, one.head, one.end, *one.known) for one in self.references],
            "first": " ".join(first for first, _ in self.postings),
            "second": " ".join(second for _, second in self.postings),
            "ranks": list(self.postings.values()),
            "needed": self.needed,
            "known": " ".join(sorted(self.known)),
            "titles": self.titles.to_dict(),
            "aliased": sorted(self.aliased),
            "families": self.families,
            "settled": self.settled,
            "numbers": self.numbers,
            "longest": self.longest,
            "stems": " ".join(sorted(self.stems)),
            "of_many": " ".join(sorted(self._of_many)),
            "of_few": [at for at, pair in enumerate(self.postings) if pair in self._of_few],
            "called": self._called_written(),
            "ranks_of_few": "\n".join(
                " ".join((key, *map(str, ranks))) for key, ranks in self._ranks_of_few.items()
            ),
        }

    def _called_written(self) -> list[tuple[str, str]]:
        """What the terms of texts are called, and the texts, which share it by dozens."""
        found: dict[str, list[str]] = {}
        for name, called in self._called.items():
            found.setdefault(" ".join(sorted(called)), []).append(name)
        return [(called, " ".join(names)) for called, names in found.items()]

    @classmethod
    def from_dict(cls, known: Mapping[str, Any], library: Library) -> Index:
        """The index that was written so. Of the records it reads only what is wanted later."""
        pairs = list(zip(known["first"].split(), known["second"].split(), strict=True))
        made = cls(
            tuple(
                ReferenceText(name, rank, head, end, library).with_known(told)
                for name, rank, head, end, *told in known["texts"]
            ),
            dict(zip(pairs, map(tuple, known["ranks"]), strict=True)),
            tuple(known["needed"]),
            frozenset(known["known"].split()),
            Titles.from_dict(known["titles"]),
            frozenset(known["aliased"]),
            known["settled"],
            {name: tuple(numbers) for name, numbers in known["numbers"].items()},
            known["longest"],
            frozenset(known["stems"].split()),
            {name: tuple(line) for name, line in known["families"].items()},
        )
        vars(made).update(
            _of_many=frozenset(known["of_many"].split()),
            _of_few=frozenset(map(pairs.__getitem__, known["of_few"])),
            _called={
                name: keys
                for called, names in known["called"]
                for keys in (frozenset(called.split()),)
                for name in names.split()
            },
            _ranks_of_few_written=known["ranks_of_few"],
        )
        return made


def _short_named(aliases: Iterable[Alias]) -> list[str]:
    """Ids of the texts that a short name stands for, the current ones first."""
    current = [alias.current for alias in aliases if alias.current]
    return [*current, *(name for alias in aliases for name in alias.versions)]


def _numbers(library: Library, texts: Iterable[ReferenceText]) -> dict[str, tuple[str, ...]]:
    """The official numbers of the instruments of all texts that are indexed or have a name."""
    stored = {one.id: one.definition for one in texts}
    # In the library of a term, the names of an act are those of its record of AI systems.
    aliases = library.aliases.values()
    called = {*_short_named(aliases), *(name for alias in aliases for name, _ in alias.names)}
    stored |= {name: library[name] for name in sorted(called) if name not in stored and name in library}
    return {
        name: tuple(f"{scheme} {value}" for scheme, value in one.identifiers.items() if scheme != "doc")
        for name, one in stored.items()
    }


def _postings(texts: Sequence[ReferenceText]) -> dict[WordPair, tuple[int, ...]]:
    terms = {pair for one in texts for pair in pairs(small(one.definition.term))}
    postings: dict[WordPair, list[int]] = {}
    for one in texts:
        for pair in dict.fromkeys(pairs(small(one.definition.text))):
            if pair not in terms:
                postings.setdefault(pair, []).append(one.rank)
    return {pair: tuple(ranks) for pair, ranks in postings.items()}


def _known(texts: Iterable[ReferenceText]) -> frozenset[str]:
    compounds = {word.lower() for one in texts for word in _COMPOUND.findall(one.definition.text)}
    return frozenset(compounds | {part for word in compounds for part in word.split("-")})


def _lines(texts: Sequence[ReferenceText], aliases: Iterable[Alias]) -> list[tuple[str, ...]]:
    """The texts of each instrument that has several, forerunners first, the current one last.

    Aliases say so, the drafts of the same lawgiver from which a text was made, with the drafts of these, and
    the texts of its own whose place it has taken.
    """
    by_id = {one.definition.id: one.definition for one in texts}
    found = [(*(name for name in one.versions if name != one.current), one.current) for one in aliases]
    known = {name for line in found for name in line}
    for definition in by_id.values():
        if definition.id not in known and definition.status not in _PASSED:
            earlier = dict.fromkeys(_earlier(definition, by_id))
            found.append((*reversed(earlier), definition.id))
    return [line for line in found if len(line) > 1]


def _earlier(definition: Definition, by_id: Mapping[str, Definition]) -> Iterator[str]:
    """The drafts and superseded texts of the same lawgiver before a text, the latest first."""
    for name in (*definition.supersedes, *(one.id for one in reversed(definition.predecessors))):
        one = by_id.get(name)
        if one is None or one.status not in _PASSED or one.jurisdiction != definition.jurisdiction:
            continue
        if one.kind == "draft" or name in definition.supersedes:
            yield name
            yield from _earlier(one, by_id)


def _settled(texts: Sequence[ReferenceText], lines: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """Drafts that a reader takes for the text that came of them."""
    by_id = {one.id: one for one in texts}
    found = {}
    for *earlier, current in lines:
        final = by_id.get(current)
        for name in earlier if final else ():
            draft = by_id.get(name)
            if draft and final and draft is not final and draft.definition.status in _PASSED:
                counts = redline(
                    draft.definition.text[draft.head : draft.end],
                    final.definition.text[final.head : final.end],
                ).words
                if counts.deleted + counts.inserted <= FEW:
                    found[name] = current
    return found


def every_text() -> Library:
    """The shipped definitions of every term: what quotations are held against where no library is named."""
    return Library.shipped().of(EVERY_TERM)


_made: list[tuple[ref[Library], Index]] = []


def index_of(library: Library | None) -> Index:
    """The index of a library, made when it is first asked for and kept as long as the library.

    Args:
        library: The library, None for the shipped definitions of every term.
    """
    library = every_text() if library is None else library
    for known, index in _made:
        if known() is library:
            return index
    _made[:] = [(known, index) for known, index in _made if known() is not None]
    derived = library.derived(DERIVED)
    index = Index.from_dict(derived, library) if derived else Index.of(library)
    _made.append((ref(library), index))
    return index
