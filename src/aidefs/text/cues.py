"""Cues: wordings that point to an element, written in a pattern language that reads as text.

    generat* outputs            the words in a row; * stands for any ending (or any beginning: *-based)
    (goal*|objective*)          one of several wordings, each of one or more words
    [human] oversight           a word that may be missing
    influenc* ... environment*  at most six words between
    ^ for                       only at the head of a piece, before anything but its connectives
    ! and ~                     before a cue: it weighs double (!) or half (~)

Case, quotation marks and hyphen styles do not matter, because cues are matched on the comparison key of
the tokens. A cue never reaches across a semicolon, an enumerator or the end of a sentence. A match that
lies wholly inside a longer one is dropped: "machine learning" does not speak in "machine learning-based".

To look for a cue takes time linear in the text, whatever the cue. So that it takes little, a cue may be read
in at most 2,000 ways at one place: each gap multiplies them by seven, each word that may be missing by two,
and each choice of several wordings by how many lengths, in words, these have.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile, zip_longest
from math import prod
from operator import attrgetter
from typing import Any

from aidefs.classes import NamedTuple, Remembered, kept
from aidefs.errors import InputError
from aidefs.patterns import late
from aidefs.text.tokens import scan

__all__ = ["PLAIN", "Cue", "CueMatch", "Cues", "compile_cues", "cue_fault", "cues_as_written", "find_cues"]

PLAIN = 2.0  # weight of a cue without a mark
_WEIGHTS = {"!": 4.0, "": PLAIN, "~": 1.0}
_ITEM = re.compile(r"\.\.\.|\(([^()]*)\)|\[([^\[\]]*)\]|([^\s()\[\]]+)")
_WORD_OF_CUE = late(r"[^\s()|\[\]^!~.]+")
_WITHIN = re.compile(r"\*[^*]+\*")  # a word with a star at both ends
_BRACKETS = frozenset("()[]")
_WIDEST = 6  # words that "..." may skip
_SHORTEST = 3  # letters of a word of a cue that says what the cue is about
_MOST_WAYS = 2_000  # in which a cue may be read at one place
_TOLD = 2  # words by which it is told which cues may begin
_MOST_KEPT = 20_000  # words of texts of which it is remembered which cues may begin at them

_Words = tuple[str, ...]  # in a row; each may have stars
_NOTHING: frozenset[str] = frozenset()
_ANYTHING = _NOTHING  # where no certain word has to stand


class _Step(NamedTuple):
    """What a cue has in one place.

    Attributes:
        wordings: Those of which the first that leads on counts; an empty one skips the step. A gap has none.
        begins: The words of which one has to stand there, `_ANYTHING` where none has to.
        single: Whether each wording is one word, so that it does not matter which of them fits.
    """

    wordings: tuple[_Words, ...] = ()
    begins: frozenset[str] = _ANYTHING
    single: bool = False


_GAP = _Step()
_is_single = attrgetter("single")


class Cue(NamedTuple):
    """One compiled cue.

    Attributes:
        element: Id of the element it points to.
        text: The cue as it is written in the taxonomy.
        weight: 4, 2 or 1.
        head_only: Whether it counts only at the head of a piece.
        steps: What has to follow one another.
        needs: Where there is a gap, which makes it costly to follow: for each step behind those told that
            cannot be skipped the words that its wordings begin with.
        told: How many of the first steps stand where the cue may begin: whether two words in a row may begin
            it is asked of these words, which settles two steps of one word each.
    """

    element: str
    text: str
    weight: float
    head_only: bool
    steps: tuple[_Step, ...]
    needs: tuple[frozenset[str], ...]
    told: int


class CueMatch(NamedTuple):
    """A cue found in a text.

    Attributes:
        cue: The cue.
        tokens: Indices of the tokens that it names; those in its gaps are left out.
    """

    cue: Cue
    tokens: tuple[int, ...]


class _Unreadable(ValueError):
    """A cue breaks the pattern language; the message quotes it."""


# --- reading ----------------------------------------------------------------------------------


@lru_cache(maxsize=4096)  # cues repeat their words
def _key(word: str) -> str:
    """The comparison key of a word, its stars kept."""
    if word.isascii() and word.replace("*", "").replace("-", "").isalnum():
        return word.lower()
    return "*".join("".join(scan(part).keys) for part in word.split("*"))


def _step(choices: str, *, skipped: bool = False) -> _Step:
    wordings = tuple([tuple([_key(word) for word in choice.split()]) for choice in choices.split("|")])
    if skipped:
        return _Step((*wordings, ()))
    return _Step(wordings, frozenset([one[0] for one in wordings]), all([len(one) == 1 for one in wordings]))


def _compile(element: str, text: str) -> Cue:
    body = text.strip()
    mark = body[:1] if body[:1] in ("!", "~") else ""
    body = body[len(mark) :].strip()
    head_only = body.startswith("^")
    body = body.removeprefix("^").strip()
    steps: list[_Step] = []
    for item in _ITEM.finditer(body):
        either, maybe, word = item.groups()
        if item[0] == "...":
            steps.append(_GAP)
        elif either is not None:
            steps.append(_step(either))
        elif maybe is not None:
            steps.append(_step(maybe, skipped=True))
        else:
            steps.append(_step(word))
    bracketed = not _BRACKETS.isdisjoint(body)  # else each letter is part of an item
    if not steps or (bracketed and _ITEM.sub("", body).strip()):
        raise _Unreadable(f"cannot be read: {text!r}")
    ways = prod(
        _WIDEST + 1 if step is _GAP else len({len(wording) for wording in step.wordings}) for step in steps
    )
    if ways > _MOST_WAYS:
        raise _Unreadable(f"can be read in {ways:,} ways, and {_MOST_WAYS:,} are allowed: {text!r}")
    if not any([step.begins for step in steps]):
        raise _Unreadable(f"matches without any word: {text!r}")
    told = len(list(takewhile(_is_single, steps[:_TOLD])))
    needs = tuple([step.begins for step in steps[told:] if step.begins]) if _GAP in steps else ()
    return Cue(element, text, _WEIGHTS[mark], head_only, tuple(steps), needs, told)


def cue_fault(text: str) -> str:
    """What is wrong with a cue, "" where it can be used."""
    try:
        _compile("", text)
    except _Unreadable as error:
        return str(error)
    return ""


class _Word(NamedTuple):
    """What is known of a word of a text.

    Attributes:
        fitting: The words of cues that fit it.
        starts: The numbers of the cues that may begin with it, whatever the next word is.
        starts_before: Word of a cue → the numbers of those that may begin where it fits the next word.
    """

    fitting: frozenset[str]
    starts: Sequence[int]
    starts_before: Mapping[str, Sequence[int]]


_Begun = tuple[int, Cue, int, tuple[frozenset[str], ...], tuple[_Step, ...]]
"""A cue that may begin somewhere: its number, itself, `told`, `needs`; its steps where some are not told."""


class Cues:
    """Cues ready to be found, by the words that stand in them."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        made = list(cues)
        beginning: dict[str, dict[int, tuple[str, ...]]] = {}
        for number, cue in enumerate(made):
            for word, behind in _beginnings(cue).items():
                beginning.setdefault(word, {})[number] = tuple(sorted(behind))
        words = {word for cue in made for step in cue.steps for wording in step.wordings for word in wording}
        self._take([(cue.element, cue.text) for cue in made], beginning, words | beginning.keys())
        self._made.update(enumerate(made))

    def _take(
        self,
        written: Sequence[tuple[str, str]],
        beginning: Mapping[str, Mapping[int, tuple[str, ...]]],
        words: Iterable[str],
    ) -> None:
        self._written = written  # element and cue
        self._beginning = beginning  # word of a cue → number of a cue → as in `_Word.starts`
        self._words = frozenset(words)  # of all cues
        self._made: dict[int, Cue] = {}
        self._prefixes = {word[:-1] for word in self._words if word.find("*") == len(word) - 1}
        self._longest = max(map(len, self._prefixes), default=0)
        # German and Dutch have hundreds with a star in front, to which each new word would have to be held.
        others = [word for word in self._words if -1 < word.find("*") < len(word) - 1]
        self._endings = {word[1:] for word in others if word.rfind("*") == 0}
        self._insides = [word[1:-1] for word in others if _WITHIN.fullmatch(word)]
        self._others = [word for word in others if word.rfind("*") and not _WITHIN.fullmatch(word)]
        self._known: Mapping[str, _Word] = Remembered(self._look_up, _MOST_KEPT)
        self._fitting: Mapping[str, frozenset[str]] = Remembered(
            lambda word: self._known[word].fitting, _MOST_KEPT
        )
        self._begun: Mapping[int, _Begun] = Remembered(self._begun_as, len(written))
        self._beginning_at: Mapping[tuple[str, str | None], tuple[_Begun, ...]] = Remembered(
            lambda pair: self._begun_by(*pair), _MOST_KEPT
        )

    def to_dict(self) -> dict[str, Any]:
        """What `from_dict` makes the same cues of, each of which is then compiled when a text may have it."""
        return {"beginning": self._beginning, "words": " ".join(sorted(self._words))}

    @classmethod
    def from_dict(cls, known: Mapping[str, Any], written: Iterable[tuple[str, str]]) -> Cues:
        """The cues of which this was written; each as element and text, in the same order."""
        made = cls.__new__(cls)
        made._take(list(written), known["beginning"], known["words"].split())
        return made

    def __iter__(self) -> Iterator[Cue]:
        return map(self._cue, range(len(self)))

    def __len__(self) -> int:
        return len(self._written)

    def _cue(self, number: int) -> Cue:
        cue = self._made.get(number)
        if cue is None:
            cue = self._made[number] = _compile(*self._written[number])
        return cue

    def having(self, word: str) -> Mapping[str, int]:
        """Element → how many of its cues have a word of three letters or more that fits a word."""
        numbers = {n for pattern in self._known[word].fitting for n in self._having.get(pattern, ())}
        return Counter([self._written[number][0] for number in sorted(numbers)])

    @kept
    def _having(self) -> Mapping[str, Sequence[int]]:
        """The words of cues, each with the numbers of the cues that have it."""
        having: dict[str, list[int]] = {}
        for number, (_, text) in enumerate(self._written):
            for word in dict.fromkeys(map(_key, _WORD_OF_CUE.findall(text))):
                if len(word.strip("*")) >= _SHORTEST:
                    having.setdefault(word, []).append(number)
        return having

    def matches(self, line: Sequence[str]) -> list[tuple[Cue, tuple[int, ...]]]:
        """Where the cues stand in a row of words, in the order of the cues; no cue overlaps itself."""
        hits: list[tuple[int, tuple[int, ...], Cue]] = []
        reached: dict[int, int] = {}
        beginning = self._beginning_at
        fitting = [*map(self._fitting.__getitem__, line), _NOTHING]
        lacks = _NOTHING.union(*fitting).isdisjoint
        for at, pair in enumerate(zip_longest(line, line[1:])):
            for number, cue, told, needs, further in beginning[pair]:
                if reached.get(number, 0) > at:
                    continue
                for words in needs:
                    if lacks(words):  # as half of all cues
                        break
                else:
                    named = (at,) if told == 1 else tuple(range(at, at + told))
                    if further:
                        rest = _follow(further, told, fitting, line, at + told)
                        if rest is None:
                            continue
                        named += rest
                    reached[number] = named[-1] + 1
                    hits.append((number, named, cue))
        hits.sort()
        return [(cue, named) for _, named, cue in hits]

    def _begun_by(self, word: str, behind: str | None) -> tuple[_Begun, ...]:
        """The cues that may begin with a word, by the word behind it, with their numbers."""
        first = self._known[word]
        numbers = first.starts
        if first.starts_before and behind is not None:  # most words begin no cue
            fitting, before = self._known[behind].fitting, first.starts_before
            further = [n for pattern in fitting for n in before.get(pattern, ())]
            numbers = (*numbers, *dict.fromkeys(further))
        return tuple([self._begun[n] for n in numbers])

    def _begun_as(self, number: int) -> _Begun:
        cue = self._cue(number)
        return number, cue, cue.told, cue.needs, cue.steps if cue.told < len(cue.steps) else ()

    def _look_up(self, word: str) -> _Word:
        fitting = {pattern for pattern in self._others if _fits(pattern, word)}
        if "*" not in word and word in self._words:
            fitting.add(word)
        if ";" not in word:
            prefixes = (word[:length] for length in range(min(len(word), self._longest) + 1))
            fitting.update(prefix + "*" for prefix in prefixes if prefix in self._prefixes)
            if self._endings:
                ends = (word[start:] for start in range(len(word)))
                fitting.update("*" + end for end in ends if end in self._endings)
            fitting.update(f"*{part}*" for part in self._insides if part in word)
        starts: dict[int, frozenset[str]] = {}
        for pattern in fitting:
            for number, listed in self._beginning.get(pattern, {}).items():
                behind = frozenset(listed)
                other = starts.get(number, behind)
                starts[number] = behind | other if behind and other else _ANYTHING
        before: dict[str, list[int]] = {}
        for number, behind in starts.items():
            for pattern in behind:
                before.setdefault(pattern, []).append(number)
        always = [number for number, behind in starts.items() if not behind]
        return _Word(frozenset(fitting), always, before)


def _beginnings(cue: Cue) -> dict[str, frozenset[str]]:
    """The words that a cue may begin with, each with those of which one then has to follow, if one has to."""
    found: dict[str, frozenset[str]] = {}
    for number, step in enumerate(cue.steps):
        if step is _GAP:
            return {**found, "*": _ANYTHING}
        for wording in filter(None, step.wordings):
            behind = frozenset(wording[1:2]) or _first_words(cue.steps[number + 1 :])
            other = found.get(wording[0], behind)
            found[wording[0]] = behind | other if behind and other else _ANYTHING
        if step.begins:
            break
    return found


def _first_words(steps: tuple[_Step, ...]) -> frozenset[str]:
    """The words of which one has to stand where some steps begin, `_ANYTHING` where none has to."""
    found: set[str] = set()
    for step in steps:
        if step is _GAP:
            break
        if step.begins:
            return step.begins.union(found)
        found.update([wording[0] for wording in step.wordings if wording])
    return _ANYTHING


_Written = tuple[tuple[str, tuple[str, ...]], ...]  # element and its cues
_Stored = Callable[[str], Mapping[str, Any] | None]


@lru_cache(maxsize=64)
def _compiled(cues: _Written, stored: _Stored | None) -> Cues:
    known = stored(repr(cues)) if stored else None
    if known:
        return Cues.from_dict(known, [(element, text) for element, texts in cues for text in texts])
    compiled = []
    for element, texts in cues:
        try:
            compiled += [_compile(element, text) for text in texts]
        except _Unreadable as error:
            raise InputError(f"cue of element {element!r} {error}") from None
    return Cues(compiled)


def cues_as_written(cues: Mapping[str, Iterable[str]]) -> str:
    """The cues of a taxonomy in one language in a line, which `compile_cues` asks `stored` for."""
    return repr(_in_order(cues))


def _in_order(cues: Mapping[str, Iterable[str]]) -> _Written:
    return tuple([(element, tuple(texts)) for element, texts in cues.items()])


def compile_cues(cues: Mapping[str, Iterable[str]], stored: _Stored | None = None) -> Cues:
    """Compile the cues of a taxonomy in one language.

    Args:
        cues: Element id → cues as written.
        stored: Gives for `cues_as_written` what `Cues.to_dict` gave, where somebody holds it.

    Raises:
        InputError: A cue that cannot be read; the message quotes it.
    """
    return _compiled(_in_order(cues), stored)


# --- finding ----------------------------------------------------------------------------------


def _fits(pattern: str, word: str) -> bool:
    """Whether a word is what a cue with stars has in its place; a star stands for anything but a stop."""
    first, *inner, last = pattern.split("*")
    at, end = len(first), len(word) - len(last)
    if ";" in word or at > end or not (word.startswith(first) and word.endswith(last)):
        return False
    for part in inner:
        found = word.find(part, at, end)
        if found < 0:
            return False
        at = found + len(part)
    return True


def _follow(
    steps: tuple[_Step, ...], number: int, fitting: Sequence[frozenset[str]], line: Sequence[str], at: int
) -> tuple[int, ...] | None:
    """The places that the steps from a number on name, begun at a place; None where they do not fit.

    `fitting` has for each word of the line the words of cues that fit it, and behind the last nothing.
    """
    if number == len(steps):
        return ()
    step = steps[number]
    if step.begins and step.begins.isdisjoint(fitting[at]):
        return None
    if step.single:
        begun = at
        while step.single:  # most cues are words in a row
            if step.begins.isdisjoint(fitting[at]):
                return None
            at, number = at + 1, number + 1
            if number == len(steps):
                return tuple(range(begun, at))
            step = steps[number]
        rest = _follow(steps, number, fitting, line, at)
        return None if rest is None else (*range(begun, at), *rest)
    if step is _GAP:  # the nearest of several words is meant
        begins = steps[number + 1].begins if number + 1 < len(steps) else _ANYTHING
        last = number + 2 == len(steps)
        for stop in range(at, min(at + _WIDEST, len(line)) + 1):
            if stop > at and ";" in line[stop - 1]:
                return None
            if begins and begins.isdisjoint(fitting[stop]):
                continue  # as its own look would find: most words lead nowhere
            if last and steps[-1].single:
                return (stop,)
            if (rest := _follow(steps, number + 1, fitting, line, stop)) is not None:
                return rest
        return None
    tried: set[int] = set()  # places behind wordings: what follows is asked once for each
    for wording in step.wordings:
        stop = at
        for word in wording:
            if word not in fitting[stop]:
                break
            stop += 1
        else:
            if stop in tried:
                continue
            tried.add(stop)
            if (rest := _follow(steps, number + 1, fitting, line, stop)) is not None:
                return (*range(at, stop), *rest)
    return None


def find_cues(cues: Cues, words: Mapping[int, str], heads: frozenset[int]) -> list[CueMatch]:
    """Find the cues in a text.

    Args:
        cues: Compiled cues.
        words: Token index → key for every token that counts, in order; ";" is a stop.
        heads: Indices of the tokens at which a piece has its head.

    Returns:
        The matches that no longer match covers, in the order of the cues.
    """
    indices = list(words)
    found: dict[tuple[str, tuple[int, ...]], CueMatch] = {}
    for cue, named in cues.matches(list(words.values())):
        tokens = tuple(map(indices.__getitem__, named))
        if cue.head_only and tokens[0] not in heads:
            continue
        said = cue.element, tokens
        known = found.get(said)
        if known is None or known.cue.weight < cue.weight:
            found[said] = CueMatch(cue, tokens)
    matches = list(found.values())
    longer: dict[int, list[frozenset[int]]] = {}  # token → matches of several tokens that it is in
    for _, tokens in matches:
        if len(tokens) > 1:
            together = frozenset(tokens)
            for token in tokens:
                longer.setdefault(token, []).append(together)
    return [
        match
        for match in matches
        if match.tokens[0] not in longer or not _is_covered(match.tokens, longer[match.tokens[0]])
    ]


def _is_covered(tokens: tuple[int, ...], others: Sequence[frozenset[int]]) -> bool:
    """Whether another match, of those of several tokens that have the first of these, has all and more."""
    count = len(tokens)
    return count == 1 or any([len(other) > count and other.issuperset(tokens) for other in others])
