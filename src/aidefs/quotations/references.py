"""Stored definitions as quotations are compared with them: their words, definiens and equal wordings."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property
from itertools import accumulate, pairwise

from aidefs.classes import Remembered, dataclass, field
from aidefs.library.compiled import fingerprint
from aidefs.library.files import MAIN_TERM
from aidefs.library.records import Definition
from aidefs.patterns import late
from aidefs.quotations.instruments import cited
from aidefs.readers.spacing import beyond_ascii
from aidefs.text.languages import profile
from aidefs.text.tokens import Scan, scan

__all__ = [
    "CJK",
    "PASSED_STATUS",
    "SPACED_WORD",
    "YEAR_OF_NO_TEXT",
    "ReferenceText",
    "StemmedWord",
    "compared",
    "has_other_letters",
    "numbers_of",
    "provision_named",
    "reference_texts",
    "significant",
    "spots",
    "stem",
    "weight",
    "without_separators",
    "words",
]

CACHED = 1 << 16  # words whose stem and weight are kept
STEM = 5  # letters of a word that count when passages are looked for
# Written without spaces, or, as Korean, with endings that leave little of a word unchanged.
CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_WORD = late(rf"([{CJK}]|[^\W_{CJK}]++)")
# The same where `has_other_letters` says that there are none: it compiles and finds faster.
SPACED_WORD = late(r"([0-9A-Za-z²³¹¼½¾]++)")
# Characters that may be letters of another alphabet: none of ASCII, Latin-1 and general punctuation is.
_LETTERS = late(
    "[^\x00-\x7f\u00a0-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u2000-\u206f\u2200-\u22ff\u25a0-\u25ff]"
)
# The source that a definition names behind itself in brackets may be left out of a quotation.
_SOURCE = late(r"\s*\([^()]{0,20}\b(?:cf|from|see|source)\b[^()]*\)[.;]?\s*\Z", re.IGNORECASE)
_IN_BRACKETS = late(r"\([^()]*\)")
_ENUMERATOR = late(r"\A\s*\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s", re.IGNORECASE)
_SHORTEST = 3  # words of a definiens; a frame that leaves fewer is none
_IGNORED = frozenset("'[]|*_\\…")  # quotation marks have the key '
# "Article 3(1)", "Article 3, point 63", "Artikel 3 Nummer 1", "Artykuł 3 pkt 1".
_ARTICLE = late(
    r"(?:Art\w*\.?|čl\.) (?P<article>\d+)(?:\((?P<one>\d+)\)"
    r"|,? (?:point|punto?|Nummer|nr\.|pkt|bod) \(?(?P<other>\d+)\)?)?"
    r"|(?P<cikk>\d+)\. cikk(?:, (?P<pont>\d+)\. pont)?"
)
# The section of a code: "N.Y.C. Admin. Code § 20-870 (definition)", "Ind. Code § 4-13.1-5-1".
_SECTION = late(r"§ (\d+[A-Za-z]?(?:[-.:]\d+[a-z]?)+)")
_BILL = late(
    r"\b(SENATE BILL|HOUSE BILL|ASSEMBLY BILL|S\.?\s?B\.?|H\.?\s?B\.?|A\.?\s?B\.?|H\.?\s?R\.?"
    r"|[AHS]\.(?=\s?\d{3})|[HS]\.?\s?F\.?|HD)"
    r"\s?(?:NO\.?\s?)?(\d+)"
)
# The number of a bill that looks like a year: "AB 2013", "S. 2019".
YEAR_OF_NO_TEXT = r"\b(?-i:[AHS](?:\.\s?[BFR]?\.?|[BFR])|PL|Bill|File)\s(?:No\.\s)?(?:19|20)\d\d\b"
_PAIR = late(r"\b(\d{3,4})/(\d{3,4})\b")
_LONG_NUMBER = late(r"\d+(?:[-.]\d+){1,3}|(?!(?:19|20)\d\d\b)\d{4,5}\b")
_SEPARATOR = late(r",(?<=\d,)(?=\d{3}\b)")
PASSED_STATUS = ("draft", "superseded", "lapsed", "withdrawn")
"""Status of a text that is not, or no longer, in force."""
_LEADING = frozenset("-:")
_CLOSING = frozenset(".;,:")

StemmedWord = tuple[str, int, int]  # stem, offset, offset behind it


def _stem(word: str) -> str:
    plain = word if word.isascii() else unicodedata.normalize("NFKC", word)
    return plain.casefold()[:STEM]


def _weight(word: str) -> float:
    return 0.5 if len(word) == 1 and not word.isascii() else min(len(word), STEM) / STEM


stem = Remembered(_stem, CACHED).__getitem__
"""What is compared of a word when passages are looked for: its first five letters.

Truncation treats "generate", "generates" and "generating" alike in any language that is written
with suffixes, and needs no dictionary (McNamee and Mayfield, "Character N-Gram Tokenization for
European Language Text Retrieval", Information Retrieval 7, 2004, found it about as good as stemmers).
"""

weight = Remembered(_weight, CACHED).__getitem__
"""How much it means that a word agrees: longer words are rarer (Zipf's law of abbreviation)."""


def has_other_letters(text: str) -> bool:
    """Whether there may be letters beside those of ASCII in a text; quotation marks and dashes are none."""
    others = beyond_ascii(text)
    return bool(others) and _LETTERS.search(others) is not None


def words(text: str) -> list[StemmedWord]:
    """The words of a text by stem, with their places; a compound with a hyphen is two words."""
    return list(zip(*word_columns(text), strict=True))


def word_columns(text: str) -> tuple[list[str], list[int], list[int]]:
    """The same in columns: stems, offsets, offsets behind them."""
    pattern = _WORD if has_other_letters(text) else SPACED_WORD
    parts = pattern.split(text)  # every other one is a word: faster than a match for each
    places = list(accumulate(map(len, parts)))
    return list(map(stem, parts[1::2])), places[:-1:2], places[1::2]


def spots(keys: Sequence[str], first: int = 0) -> dict[str, list[int]]:
    """The stem of a long word, or that of a shorter one and, behind a space, the next → indices of the word.

    A short word alone is too common to begin an agreement with.
    """
    found: dict[str, list[int]] = {}
    begins = [key if len(key) >= STEM else f"{key} {following}" for key, following in pairwise([*keys, ""])]
    for i, begin in enumerate(begins, first):
        if begin in found:
            found[begin].append(i)
        else:
            found[begin] = [i]
    return found


def significant(tokens: Scan) -> list[int]:
    """Indices of the tokens that count in a comparison.

    Left out are quotation marks, square brackets (as in "[can]"), ellipses, the rules of a table, enumerators
    and the dash or colon before one: none of them is a departure from the official text.
    """
    keys = tokens.keys
    # No enumerator is without a bracket.
    marks = [not key.isalnum() and tokens.kind(i) == "mark" for i, key in enumerate(keys)]
    return [
        i
        for i, key in enumerate(keys)
        if key not in _IGNORED
        and not marks[i]
        and not (key in _LEADING and i + 1 < len(keys) and marks[i + 1])
    ]


def compared(tokens: Scan) -> str:
    """Comparison keys on which the exactness of a passage depends, a line each; no final punctuation."""
    keys = tokens.keys
    found = [keys[i] for i in significant(tokens)]
    while found and found[-1] in _CLOSING:
        found.pop()
    while found and found[0] in _CLOSING:
        found.pop(0)
    return "\n".join(found)


_KEPT = ("definiens", "whole", "lang", "article", "term")


@dataclass(frozen=True)
class ReferenceText:
    """One stored text, prepared for comparison with passages.

    Attributes:
        id: Id of the record.
        rank: Place among the texts: an earlier one is preferred where nothing else decides.
        head: Offset in the text where the definiens begins.
        end: Offset behind the definiens, before a reference in brackets.
        library: Where the record stands; it is read when it is first wanted.
    """

    id: str
    rank: int
    head: int
    end: int
    library: Mapping[str, Definition] = field(compare=False, repr=False)

    @classmethod
    def of(cls, definition: Definition, rank: int) -> ReferenceText:
        """Prepare a definition."""
        text = definition.text
        source = _SOURCE.search(text)
        end = source.start() if source else len(text)
        head = _head(definition)
        begin = head if len(words(text[head:end])) >= _SHORTEST else 0
        return cls(definition.id, rank, begin, end, {definition.id: definition})

    @property
    def known(self) -> tuple[str, ...]:
        """What an index keeps of it, so that the record need not be read where nothing else is wanted."""
        return tuple(getattr(self, name) for name in _KEPT)

    def with_known(self, values: Iterable[str]) -> ReferenceText:
        """The same, of which it is known what `known` is."""
        vars(self).update(zip(_KEPT, values, strict=True))
        return self

    @cached_property
    def definition(self) -> Definition:
        """The record."""
        return self.library[self.id]

    @cached_property
    def lang(self) -> str:
        """Its language; asked of many texts of which nothing else is wanted."""
        return self.definition.lang

    @cached_property
    def term(self) -> str:
        """The term that it defines, see `Definition.term`."""
        return self.definition.term

    @cached_property
    def words(self) -> tuple[StemmedWord, ...]:
        """Words of the official text."""
        return tuple(words(self.definition.text))

    @cached_property
    def places(self) -> dict[str, tuple[int, ...]]:
        """Stem → indices in `words`."""
        found: dict[str, list[int]] = {}
        for i, (key, _, _) in enumerate(self.words):
            found.setdefault(key, []).append(i)
        return {key: tuple(places) for key, places in found.items()}

    @cached_property
    def stems(self) -> list[str]:
        """The stems of `words`."""
        return [key for key, _, _ in self.words]

    @cached_property
    def ended(self) -> list[str]:
        """The same, and one that agrees with nothing; it also stands before the first."""
        return [*self.stems, ""]

    @cached_property
    def spots(self) -> dict[str, list[int]]:
        """Where an agreement may begin, see `spots`."""
        return spots(self.stems)

    @cached_property
    def content(self) -> frozenset[str]:
        """The stems of the words beside the term that it defines."""
        return frozenset(self.places.keys() - {key for key, _, _ in words(self.definition.term)})

    @cached_property
    def elides(self) -> bool:
        """Whether its language elides articles, as `text.tokens` cuts them off."""
        return profile(self.lang).elides

    @cached_property
    def keys_of_words(self) -> tuple[str, ...]:
        """The comparison keys of the tokens that are compared as words."""
        side = scan(self.definition.text, self.lang)
        return tuple(side.keys_of(side.word_codes))

    @cached_property
    def set_of_keys(self) -> frozenset[str]:
        """The same, each once."""
        return frozenset(self.keys_of_words)

    @cached_property
    def keys_in_compounds(self) -> Set[str]:
        """Keys that a part of the text may have beside these, where it begins or ends within a compound."""
        text = self.definition.text
        side = scan(" ".join(text[start:end] for _, start, end in self.words), self.lang)
        apart = Counter(side.keys_of(side.word_codes))
        return (apart - Counter(self.keys_of_words)).keys()

    @cached_property
    def names_alone(self) -> bool:
        """Whether the words that introduce it are the term and no connector: "„Betreiber“ eine natürliche …".

        A law that lists definitions has the connector once, in the opening words of their article.
        """
        own = {key for key, _, _ in words(self.definition.term)}
        frame = _IN_BRACKETS.sub("", self.definition.text[: self.head])
        printed = {key for key, _, _ in words(_ENUMERATOR.sub("", frame))}
        return bool(printed) and printed <= own

    @cached_property
    def weights(self) -> list[float]:
        """Running total of the weights of `words`."""
        return list(accumulate((weight(key) for key, _, _ in self.words), initial=0.0))

    @cached_property
    def head_word(self) -> int:
        """Index in `words` of the first word of the definiens."""
        return next((i for i, word in enumerate(self.words) if word[1] >= self.head), 0)

    @cached_property
    def end_word(self) -> int:
        """Index in `words` behind the last word of the definiens."""
        return next((i for i, word in enumerate(self.words) if word[1] >= self.end), len(self.words))

    @cached_property
    def names(self) -> tuple[tuple[int, int], ...]:
        """Indices in `words` of the names of other instruments: first word, and the word behind."""
        starts = [start for _, start, _ in self.words]
        spans = cited(self.definition.text, self.head, self.end)
        return tuple((bisect_left(starts, low), bisect_left(starts, high)) for low, high in spans)

    @cached_property
    def definiens(self) -> str:
        """Fingerprint of the keys of the definiens: what two records of one wording have in common."""
        return fingerprint(self.keys(self.head, self.end))

    @property
    def terms(self) -> Sequence[str]:
        """The ids of the terms of which it is a definition."""
        return self.definition.terms or (MAIN_TERM,)

    def run(self, keys: Sequence[str], at: int = 0) -> int:
        """How many words from one on stand in the text one after the other, as they do among some.

        Args:
            keys: The stems of the words.
            at: The first of them.
        """
        own, most = self.words, 0
        for place in self.places.get(keys[at], ()):
            k = 0
            while at + k < len(keys) and place + k < len(own) and own[place + k][0] == keys[at + k]:
                k += 1
            most = max(most, k)
        return most

    def in_article(self, named: str) -> bool:
        """Whether an article named in a text ("3(1)" or "3") is that of the provision."""
        return bool(named) and named in (self.article, self.article.partition("(")[0])

    def is_article(self, named: str) -> bool:
        """Whether an article named in a text is the whole provision, with its point: "3(1)"."""
        return bool(named) and named == self.article

    @cached_property
    def article(self) -> str:
        """The article of the provision, with its point: "3(1)" or "2"; "" for other provisions."""
        found = _ARTICLE.match(self.definition.provision)
        if not found:
            return ""
        point = found["one"] or found["other"] or found["pont"]
        return provision_named(found["article"] or found["cikk"], point)

    @cached_property
    def section(self) -> str:
        """The section of a code that is the provision, without its paragraph: "20-870"; "" for others."""
        found = _SECTION.search(self.definition.provision)
        return found[1] if found else ""

    @cached_property
    def whole(self) -> str:
        """Fingerprint of the keys of the whole text, without a reference behind it."""
        return fingerprint(self.keys(0, self.end))

    def keys(self, start: int, end: int) -> str:
        """Comparison keys between two offsets, a line each."""
        return compared(scan(self.definition.text[start:end], self.lang))


def provision_named(article: str, point: str | None) -> str:
    """How an article with its point is written in all that is said of provisions: "3(1)", "2"."""
    return f"{article}({point})" if point else article


def without_separators(text: str) -> str:
    """A text without the commas in long numbers: "1,689"."""
    return _SEPARATOR.sub("", text) if "," in text else text


def numbers_of(text: str) -> set[str]:
    """The numbers in a text by which instruments are told apart: of bills, and long ones."""
    plain = without_separators(text)
    bills = (f"{kind[0]}{number}" for kind, number in _BILL.findall(plain.upper()))
    pairs = ("/".join(sorted(pair)) for pair in _PAIR.findall(plain))
    return {*bills, *pairs, *_LONG_NUMBER.findall(plain)}


def _is_forerunner(definition: Definition) -> bool:
    """Whether a text is a draft after which another one is meant by whoever names none."""
    return definition.kind == "draft" and definition.status == "superseded"


def _head(definition: Definition) -> int:
    """Where the definiens begins: behind the reviewed frame, or else behind what reads as one."""
    text = definition.text
    if definition.segments:
        element, frame = definition.segments[0]
        if element == "frame" and text.startswith(frame):
            return len(text) - len(text[len(frame) :].lstrip())
        return _behind_term(definition)
    # Only here: a wheel holds the index, so that a start has no use for the grammars.
    from aidefs.segmentation.frames import frame_end
    from aidefs.segmentation.grammars import grammar_of

    tokens = scan(text, definition.lang)
    sentence = next((i + 1 for i, key in enumerate(tokens.keys) if key in ".;"), len(tokens))
    end = frame_end(tuple(tokens.keys), 0, sentence, grammar_of(definition.lang))
    return (tokens.starts[end] if end < len(tokens) else 0) or _behind_term(definition)


def _behind_term(definition: Definition) -> int:
    """Where the definiens begins if the text begins with the term: '"Term": (a) Means any system'."""
    term = r"\s+".join(map(re.escape, definition.term.split()))
    frame = rf"\W*(?:the\s+term\W+)?{term}(?P<rest>(?:\(\w\)|\W|\bmeans?\b|\bincludes?\b)*)"
    found = re.match(frame, definition.text, re.IGNORECASE) if term else None
    return found.end() if found and re.search(r"[:—–\w]", found["rest"]) else 0


def reference_texts(definitions: Iterable[Definition], known: Sequence[str]) -> tuple[ReferenceText, ...]:
    """Prepare the definitions of a library.

    Args:
        definitions: The records.
        known: Ids of texts that have a short name; these come first.
    """
    order = {name: place for place, name in enumerate(dict.fromkeys(known))}
    chosen = sorted(
        definitions,
        key=lambda d: (order.get(d.id, len(order)), _is_forerunner(d), d.adopted or "9", d.id),
    )
    return tuple(
        ReferenceText.of(definition, rank) for rank, definition in enumerate(chosen) if definition.text
    )
