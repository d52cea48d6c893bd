"""What words name or do: the classes of words by which a text in words of its own is read.

A cue is a wording that points to an element. Many drafters use other words for the same things; what they
name ("a ledger", "sensor readings": data; "works out", "deduces": inferring) still tells the element,
together with the words around it. `data/segmentation/lexicon-<language>.toml` lists words by class. An
entry is a word in lower case, with a star for any letters at its end, at its beginning (what ends German
and Dutch compounds) or at both; `_` joins the words of an expression. A word may be of several classes.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any

from aidefs.classes import Remembered
from aidefs.library.files import read_content, read_derived, read_table, shipped_dataset
from aidefs.text.languages import primary

__all__ = ["UNLISTED", "WordClasses", "derived_lexicons", "lexicon_of"]

UNLISTED = frozenset({"unlisted"})
"""The class of a word of content that stands in no other."""

_Listed = dict[str, frozenset[str]]
_Expressions = dict[str, list[tuple[tuple[str, ...], str]]]  # by `_first_of`: words, class
_Begun = dict[str, dict[tuple[str, ...], frozenset[str]]]  # by their second word: those behind it, classes
_NONE: frozenset[str] = frozenset()
_SHORTEST = 2  # letters of a stem before a star
_SHORTEST_PART = 4  # letters of a listed beginning or ending that may be part of any longer word
_LONGEST = 60  # letters; no part of a word that is listed has more, and a text may hold a word of any length
_MOST_WORDS = 20_000  # that are remembered


class WordClasses:
    """The classes of the words of one language."""

    def __init__(self, table: Mapping[str, str]) -> None:
        """Reads the entries of each class."""
        # Most entries are of one class, and of few: a set is made once for each.
        self._whole: _Listed = {}
        self._beginnings: _Listed = {}
        self._endings: _Listed = {}
        self._expressions: _Expressions = {}
        for name, listed in table.items():
            one = frozenset((name,))
            for entry in listed.casefold().split():
                if "_" in entry:
                    parts = tuple(entry.split("_"))
                    self._expressions.setdefault(_first_of(parts[0]), []).append((parts, name))
                elif "*" not in entry:
                    _list(self._whole, entry, one)
                else:
                    word = entry.strip("*")
                    if entry[0] == "*":
                        _list(self._endings, word, one)
                    if entry[-1] == "*":
                        _list(self._beginnings, word, one)
        # Word → classes, and what it may begin.
        self._known: Mapping[str, tuple[frozenset[str], _Begun]] = Remembered(self._look_up, _MOST_WORDS)

    def to_dict(self) -> dict[str, Any]:
        """What `from_dict` makes the same classes of."""
        listed = {"whole": self._whole, "beginnings": self._beginnings, "endings": self._endings}
        sets = dict.fromkeys(classes for one in listed.values() for classes in one.values())
        numbers = {classes: number for number, classes in enumerate(sets)}
        return {
            "sets": [" ".join(sorted(classes)) for classes in sets],
            "expressions": self._expressions,
            **{
                name: (" ".join(one), [numbers[classes] for classes in one.values()])
                for name, one in listed.items()
            },
        }

    @classmethod
    def from_dict(cls, known: Mapping[str, Any]) -> WordClasses:
        """The classes that were written so."""
        sets = [frozenset(names.split()) for names in known["sets"]]
        made = cls({})
        made._whole, made._beginnings, made._endings = (
            dict(zip(words.split(), map(sets.__getitem__, numbers), strict=True))
            for words, numbers in (known["whole"], known["beginnings"], known["endings"])
        )
        made._expressions = known["expressions"]
        return made

    def of_word(self, word: str) -> frozenset[str]:
        """The classes of a word by itself: those of the word, of its longest beginning and longest ending."""
        return self._known[word][0]

    def within_word(self, word: str) -> frozenset[str]:
        """The classes of a word, and of what it begins with, of four letters or more, or ends with, of five.

        They tell what a compound is made of ("datenverarbeitend": data), and more than it says.
        """
        found = self.of_word(word)
        for at in range(_SHORTEST_PART, min(len(word), _LONGEST) + 1):
            found |= self._whole.get(word[:at], _NONE) | self._beginnings.get(word[:at], _NONE)
            if at > _SHORTEST_PART:  # "generate" ends with "rate"
                found |= self._whole.get(word[-at:], _NONE) | self._endings.get(word[-at:], _NONE)
        return found

    def second_words(self, word: str) -> Collection[str]:
        """The second words of the expressions that a word may begin; "*" where one has a star there."""
        return self._known[word][1]

    def _look_up(self, word: str) -> tuple[frozenset[str], _Begun]:
        """The classes of a word, and the expressions that it may begin, by their second words."""
        found = self._whole.get(word, _NONE)
        for end in range(min(len(word), _LONGEST), _SHORTEST - 1, -1):
            if word[:end] in self._beginnings:
                found |= self._beginnings[word[:end]]
                break
        last = max(len(word) - _LONGEST, 0)
        for start in range(last, len(word) - 1) if self._endings else ():  # only compounds are told by them
            if word[start:] in self._endings:
                found |= self._endings[word[start:]]
                break
        begun: _Begun = {}
        starred = self._expressions.get(word[:_SHORTEST] + "*", ())
        for parts, name in (*self._expressions.get(word, ()), *starred):
            if _fits(parts[0], word):
                # Behind a star the second word has to be asked once more, else it is known to stand there.
                second, behind = ("*", parts[1:]) if parts[1][-1] == "*" else (parts[1], parts[2:])
                rest = begun.setdefault(second, {})
                rest[behind] = rest.get(behind, _NONE) | {name}
        return found, begun

    def of_words(self, words: Sequence[str]) -> tuple[frozenset[str], ...]:
        """The classes of the words of a piece, those of the expressions that they are part of among them."""
        each = list(map(self._known.__getitem__, words))
        found = [classes for classes, _ in each]
        for at, begun, second in [
            (at, begun, second)
            for at, ((_, begun), second) in enumerate(zip(each, words[1:], strict=False))
            if second in begun or "*" in begun  # as most are not
        ]:
            for key, low in (("*", at + 1), (second, at + 2 - (second == "*"))):
                for parts, names in begun[key].items() if key in begun else ():
                    high = low + len(parts)
                    if not parts or (high <= len(words) and all(map(_fits, parts, words[low:high]))):
                        for part in range(at, high):
                            found[part] |= names
        return tuple(found)


def _first_of(word: str) -> str:
    """By what expressions are looked up: their first word, or its first letters where it has a star."""
    return word[:_SHORTEST] + "*" if word[-1] == "*" else word


def _list(listed: _Listed, word: str, classes: frozenset[str]) -> None:
    known = listed.setdefault(word, classes)
    if known is not classes:
        listed[word] = known | classes


def _fits(part: str, word: str) -> bool:
    return word.startswith(part[:-1]) if part[-1:] == "*" else word == part


@cache
def lexicon_of(lang: str) -> WordClasses | None:
    """The lexicon of the language of a BCP 47 tag, None where there is none."""
    name = f"lexicon-{primary(lang)}"
    file = shipped_dataset().segmentation.get(name)
    if file is None:
        return None
    known = read_derived(name, read_content(file))
    return WordClasses.from_dict(known) if known else WordClasses(read_table(file))


def derived_lexicons() -> dict[str, tuple[bytes, dict[str, Any]]]:
    """What a wheel holds of all lexicons, with the content of their files."""
    files = {
        name: file for name, file in shipped_dataset().segmentation.items() if name.startswith("lexicon")
    }
    return {
        name: (read_content(file), WordClasses(read_table(file)).to_dict()) for name, file in files.items()
    }
