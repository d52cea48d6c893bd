"""Where the words of a text were first seen: for each word the earliest ancestor in which it stands.

The ancestors are the texts from which the records say that a text was made, at any remove, or those that
are named. Each is aligned with the text. A run of words that the redline keeps is an aligned passage
where one of them says something, and so is a run of three words or more, two of which say something, that
stands at another place. Of all ancestors that have a word in an aligned passage the earliest is where it
was first seen. That is a fact about the texts of the collection: it does not say that anybody took the
word from there.
"""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from aidefs.alignment.redline import redline_scans
from aidefs.classes import NamedTuple, dataclass, field
from aidefs.errors import InputError
from aidefs.library.library import Library
from aidefs.library.lookup import LibraryLike, Text, library_of, resolve, resolve_all
from aidefs.library.records import Definition, PredecessorGround, comparable, distinct_names
from aidefs.library.wordings import chronological
from aidefs.results import Column, Result, columns_of, observation
from aidefs.text.languages import FUNCTION_WORDS
from aidefs.text.tokens import Scan, in_one_lexicon, scan

__all__ = ["Ancestor", "FirstSeen", "Origins", "origins"]

_SHORTEST_MOVED = 3  # words of a passage that stands at another place ...
_TELLING = 2  # ... of which so many are no function words

_COLUMNS = columns_of("""
passage integer Number of the passage, from 1
text string Official characters
start integer Offset of the first character, in code points from 0
end integer Offset behind the last character
words integer Number of words
id string Id of the earliest text that has the words in an aligned passage; none where no text has
name string What that text is called
adopted date Its date, as precise as it is known
ground string documented (by sources, step by step), noted (a step is seen in the words alone) or named
moved boolean Whether the words stand at another place there
ancestor_start integer Offset of the first character there
ancestor_end integer Offset behind the last
""")


class Ancestor(NamedTuple):
    """An earlier text.

    Attributes:
        definition: The text.
        ground: "documented" where sources say of each step that one text was made from the other, "noted"
            where some step is seen in the words alone, "named" where the user named it.
    """

    definition: Definition
    ground: str


class FirstSeen(NamedTuple):
    """A run of the text whose words were first seen in one place.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last character, white space before the next run included.
        text: The official characters.
        words: Number of its words.
        span: Half-open character span from its first word to its last; the marks around them stand in the
            ancestor or do not.
        ancestor: Index of the ancestor; None where the words stand in no ancestor.
        place: Half-open character span there.
        moved: Whether it stands at another place there.
    """

    start: int
    end: int
    text: str
    words: int
    span: tuple[int, int] = (0, 0)
    ancestor: int | None = None
    place: tuple[int, int] | None = None
    moved: bool = False


@dataclass(frozen=True, repr=False)
class Origins(Result):
    """Where each word of a text was first seen.

    Attributes:
        definition: The text.
        ancestors: The texts that were looked at, the earliest first.
        passages: Runs of the text; they tile it.
        unread: Ancestors in other languages, whose words cannot be compared.
        library: The library that was used, None for the one that comes with aidefs.
    """

    definition: Definition
    ancestors: tuple[Ancestor, ...]
    passages: tuple[FirstSeen, ...]
    unread: tuple[Definition, ...] = ()
    library: Library | None = field(default=None, compare=False, repr=False)

    def __repr__(self) -> str:
        return f"<Origins of {self.definition.id}: {len(self.ancestors)} ancestors>"

    @cached_property
    def names(self) -> tuple[str, ...]:
        """How the text and then its ancestors are called, each differently."""
        return distinct_names((self.definition, *(one.definition for one in self.ancestors)))

    @cached_property
    def words(self) -> int:
        """Number of words of the text."""
        return sum(one.words for one in self.passages)

    @cached_property
    def shares(self) -> Mapping[int | None, int]:
        """Words first seen in each ancestor, the earliest first; None is for those of the text alone."""
        found: dict[int | None, int] = {}
        for one in self.passages:
            found[one.ancestor] = found.get(one.ancestor, 0) + one.words
        return {key: found[key] for key in (*range(len(self.ancestors)), None) if found.get(key)}

    def of(self, ancestor: int | None) -> tuple[FirstSeen, ...]:
        """The passages first seen in an ancestor, or in the text itself."""
        return tuple(one for one in self.passages if one.ancestor == ancestor)

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`."""
        return _COLUMNS

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row a passage, in the order of the text."""
        return tuple(
            observation(_COLUMNS, {**self._facts(one), "passage": n})
            for n, one in enumerate(self.passages, 1)
        )

    def _facts(self, one: FirstSeen) -> dict[str, Any]:
        ancestor = None if one.ancestor is None else self.ancestors[one.ancestor]
        return {
            "text": one.text,
            "start": one.start,
            "end": one.end,
            "words": one.words,
            "id": ancestor.definition.id if ancestor else "",
            "name": self.names[one.ancestor + 1] if one.ancestor is not None else "",
            "adopted": ancestor.definition.adopted if ancestor else "",
            "ground": ancestor.ground if ancestor else "",
            "moved": one.moved if ancestor else None,
            "ancestor_start": one.place[0] if one.place else None,
            "ancestor_end": one.place[1] if one.place else None,
        }

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/origins/1"."""
        return {
            **self._stamp("origins"),
            "id": self.definition.id,
            "text": self.definition.text,
            "lang": self.definition.lang,
            "words": self.words,
            "ancestors": [
                {
                    "id": one.definition.id,
                    "label": one.definition.label,
                    "adopted": one.definition.adopted,
                    "ground": one.ground,
                    "words": self.shares.get(n, 0),
                }
                for n, one in enumerate(self.ancestors)
            ],
            "own_words": self.shares.get(None, 0),
            "other_languages": [one.id for one in self.unread],
            "passages": [
                {
                    "start": one.start,
                    "end": one.end,
                    "text": one.text,
                    "words": one.words,
                    "first_seen": None
                    if one.ancestor is None
                    else self.ancestors[one.ancestor].definition.id,
                    "place": list(one.place) if one.place else None,
                    "moved": one.moved,
                }
                for one in self.passages
            ],
        }


def origins(
    text_or_definition: Text,
    *,
    among: Text | Iterable[Text] | None = None,
    documented: bool = False,
    lang: str | None = None,
    library: LibraryLike | None = None,
) -> Origins:
    """Every word of a text with the earliest ancestor in which it stands in an aligned passage.

    Args:
        text_or_definition: An id or alias, a definition, or any text.
        among: The earlier texts to look at, in place of the recorded ancestors; a text that is certainly
            later, or is the text itself, is refused.
        documented: Look only at ancestors of which sources say, for each step, that one text was made from
            the other.
        lang: Language of plain texts; by default each is recognised.
        library: Where names are looked up.

    Raises:
        UnknownName: A name that stands for nothing.
        InputError: There are no earlier texts to look at, none is in the language of the text, or one that
            is named is not earlier.
    """
    library = library_of(library)
    used = library or Library.shipped()
    given = resolve(text_or_definition, library, lang=lang)
    if among is None:
        found = _ancestors(given, used, documented)
    else:
        texts = [among] if isinstance(among, str | Definition | os.PathLike) else among
        found = _named(given, resolve_all(texts, library, lang))
    readable = [one for one in found if comparable(one.definition, given)]
    if not readable:
        raise InputError(_nothing_to_look_at(given, found, among is not None))
    unread = tuple(one.definition for one in found if one not in readable)
    return Origins(given, tuple(readable), _first_seen(given, readable), unread, library)


# --- the ancestors ----------------------------------------------------------------------------


def _ancestors(given: Definition, library: Library, documented: bool) -> list[Ancestor]:
    """The recorded predecessors at any remove, by date; the best ground of all ways that lead to one."""
    base = library[given.version_of or given.translation_of or given.id] if given.id in library else given
    best: dict[str, str] = {}
    ways: list[tuple[Definition, str]] = [(base, "documented")]
    while ways:
        later, ground = ways.pop()
        for link in later.predecessors:
            if link.id not in library:
                continue
            own = _weaker(ground, link.ground)
            if best.get(link.id) in (own, "documented"):
                continue
            best[link.id] = own
            ways.append((library[link.id], own))
    chosen = {name: ground for name, ground in best.items() if ground == "documented" or not documented}
    texts = [Ancestor(_in_language(library, name, given.lang), ground) for name, ground in chosen.items()]
    return sorted(texts, key=lambda one: chronological(one.definition))


def _weaker(ground: str, link: PredecessorGround) -> str:
    return "documented" if ground == link == "documented" else "noted"


def _in_language(library: Library, name: str, lang: str) -> Definition:
    """The text in the language, where the library has it."""
    found = library[name]
    versions = library.languages(name)
    return next((one for one in versions.values() if one.lang == lang), found)


def _named(given: Definition, texts: Sequence[Definition]) -> list[Ancestor]:
    for one in texts:
        if one == given:
            raise InputError(f"{given.id!r} is the text itself and none of its ancestors")
        if given.adopted and one.adopted > given.adopted:
            later = f"{one.id!r} ({one.adopted}) is later than {given.id!r} ({given.adopted})"
            raise InputError(f"{later}, whose words were first seen in earlier texts")
    distinct = list(dict.fromkeys(texts))
    return [Ancestor(one, "named") for one in sorted(distinct, key=chronological)]


def _nothing_to_look_at(given: Definition, found: Sequence[Ancestor], named: bool) -> str:
    if found:
        languages = ", ".join(sorted({one.definition.lang for one in found}))
        return f"no earlier text of {given.id!r} is in its language, {given.lang}; there are: {languages}"
    if named:
        return "origins takes one or more earlier texts; none given"
    return f"the records name no earlier text of {given.id!r}; name some, as with --among oecd@2019"


# --- the alignment ----------------------------------------------------------------------------


class _Found(NamedTuple):
    """A word of the text in an ancestor: which word there, and whether at another place."""

    ancestor: int
    word: int
    moved: bool


def _first_seen(given: Definition, ancestors: Sequence[Ancestor]) -> tuple[FirstSeen, ...]:
    own, *others = in_one_lexicon(
        [scan(given.text, given.lang), *(scan(one.definition.text, given.lang) for one in ancestors)]
    )
    found: list[_Found | None] = [None] * len(own.words)
    for n, other in enumerate(others):
        for word, there, moved in _aligned(own, other):
            if found[word] is None:
                found[word] = _Found(n, there, moved)
    return tuple(_passages(own, others, found))


def _aligned(own: Scan, other: Scan) -> Iterator[tuple[int, int, bool]]:
    """Words of the text that stand in aligned passages of another: (word, word there, moved)."""
    kept = dict(_kept(own, other))
    yield from ((word, there, False) for word, there in kept.items())
    yield from ((word, there, True) for word, there in _moved(own, other, kept.keys()))


def _kept(own: Scan, other: Scan) -> Iterator[tuple[int, int]]:
    """The runs of words that the redline keeps, but for those of function words alone."""
    words, words_there = _word_starts(own), _word_starts(other)
    run: list[tuple[int, int]] = []
    for edit in redline_scans(other, own).edits:
        if edit.op == "equal" and edit.a and edit.b:
            run += zip(_within(words, edit.b), _within(words_there, edit.a), strict=True)
        elif not edit.punctuation:
            yield from _if_telling(own, run, 1)
            run = []
    yield from _if_telling(own, run, 1)


def _word_starts(one: Scan) -> list[int]:
    """Where each word begins in the text."""
    return [one.starts[index] for index in one.words]


def _within(starts: Sequence[int], span: tuple[int, int]) -> range:
    """The words, by their numbers among words, that begin in a span of characters."""
    return range(bisect_left(starts, span[0]), bisect_left(starts, span[1]))


def _if_telling(own: Scan, run: list[tuple[int, int]], least: int) -> list[tuple[int, int]]:
    telling = sum(own.key(own.words[word]) not in FUNCTION_WORDS for word, _ in run)
    return run if telling >= least else []


def _moved(own: Scan, other: Scan, kept: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The longest runs of words not yet found that stand anywhere in the other text, one after the other."""
    taken = set(kept)
    here, there = own.word_codes, other.word_codes
    places: dict[str, list[int]] = {}
    for n in range(len(there) - _SHORTEST_MOVED + 1):
        places.setdefault(there[n : n + _SHORTEST_MOVED], []).append(n)
    runs: list[tuple[int, int, int]] = []
    for word in range(len(here) - _SHORTEST_MOVED + 1):
        for place in places.get(here[word : word + _SHORTEST_MOVED], ()):
            if word and place and here[word - 1] == there[place - 1] and word - 1 not in taken:
                continue  # inside a run that began before
            length = 0
            while (
                word + length < len(here)
                and place + length < len(there)
                and here[word + length] == there[place + length]
                and word + length not in taken
            ):
                length += 1
            runs.append((-length, word, place))
    for negative, word, place in sorted(runs):
        run = [(word + n, place + n) for n in range(-negative) if word + n not in taken]
        if len(run) >= _SHORTEST_MOVED and (telling := _if_telling(own, run, _TELLING)):
            taken.update(one for one, _ in telling)
            yield from telling


# --- the passages -----------------------------------------------------------------------------


def _passages(own: Scan, others: Sequence[Scan], found: Sequence[_Found | None]) -> Iterator[FirstSeen]:
    """Runs of words of one origin; marks and white space go with the word before them."""
    if not found:
        yield FirstSeen(0, len(own.text), own.text, 0, (0, len(own.text)))
        return
    begins = [n for n in range(len(found)) if n == 0 or not _goes_on(found[n - 1], found[n])]
    for low, high in zip(begins, [*begins[1:], len(found)], strict=True):
        start = own.starts[own.words[low]] if low else 0
        end = own.starts[own.words[high]] if high < len(found) else len(own.text)
        first, last = found[low], found[high - 1]
        opening, closing = own.words[low], own.words[high - 1]
        span = own.starts[opening], own.starts[closing] + len(own.forms[closing])
        seen = FirstSeen(start, end, own.text[start:end], high - low, span)
        if first is not None and last is not None:
            there = others[first.ancestor]
            begin, final = there.words[first.word], there.words[last.word]
            stop = there.starts[final] + len(there.forms[final])
            seen = seen._replace(
                ancestor=first.ancestor, place=(there.starts[begin], stop), moved=first.moved
            )
        yield seen


def _goes_on(before: _Found | None, here: _Found | None) -> bool:
    """Whether two neighbouring words stand behind each other in one ancestor, or in none."""
    if before is None or here is None:
        return before is here
    follows = (before.ancestor, before.word + 1, before.moved)
    return (here.ancestor, here.word, here.moved) == follows
