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
and where one of several wordings is meant, those that have more or fewer words than the one before count.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from aidefs.errors import InputError
from aidefs.text.tokens import token_columns

__all__ = ["PLAIN", "Cue", "CueMatch", "compile_cues", "cue_fault", "find_cues"]

PLAIN = 2.0  # weight of a cue without a mark
_WEIGHTS = {"!": 4.0, "": PLAIN, "~": 1.0}
_GAP = r"((?: [^ ;]++){0,6}?)"  # the nearest of several words is meant
_GAP_WAYS = 7
_MOST_WAYS = 2000
_STAR = "zqxjzqxj"  # stands for the star where the key of a word is worked out
_ITEM = re.compile(r"\.\.\.|\(([^()]*)\)|\[([^\[\]]*)\]|([^\s()\[\]]+)")


@dataclass(frozen=True, slots=True)
class Cue:
    """One compiled cue.

    Attributes:
        element: Id of the element it points to.
        text: The cue as it is written in the taxonomy.
        weight: 4, 2 or 1.
        head_only: Whether it counts only at the head of a piece.
        pattern: Regular expression over a line of keys, one blank before and behind each.
    """

    element: str
    text: str
    weight: float
    head_only: bool
    pattern: re.Pattern[str]


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


def _word(word: str) -> str:
    """A pattern that takes one whole word or none, in one way, and in time linear in the word.

    What stands between two stars is taken where it comes first, what ends the word where it ends; then
    nothing is tried again.
    """
    key = "".join(token_columns(re.sub(r"\*+", _STAR, word)).keys)  # the key of the word, whatever the hyphen
    first, *inner = map(re.escape, key.split(_STAR))
    if not inner:
        return first
    *inner, last = inner
    tail = f"(?>[^ ;]*{last}(?= ))" if last else "[^ ;]*+"
    return first + "".join(f"(?>[^ ;]*?{part})" for part in inner) + tail


def _words(text: str) -> str:
    return "".join(" " + _word(word) for word in text.split())


def _choices(text: str) -> tuple[str, int]:
    """A pattern of several wordings, and in how many ways it can be read at one place.

    Neighbours that have equally many words end at the same place, so of these one is enough.
    """
    runs = [[*run] for _, run in groupby(text.split("|"), key=lambda choice: len(choice.split()))]
    return "|".join("(?>(?:" + "|".join(map(_words, run)) + ")(?= ))" for run in runs), len(runs)


def _compile(element: str, text: str) -> Cue:
    body = text.strip()
    mark = body[:1] if body[:1] in ("!", "~") else ""
    body = body[len(mark) :].strip()
    head_only = body.startswith("^")
    body = body.removeprefix("^").strip()
    parts = []
    ways = 1
    for item in _ITEM.finditer(body):
        either, maybe, word = item.groups()
        if item[0] == "...":
            parts.append(_GAP)
            ways *= _GAP_WAYS
        elif either is not None:
            choices, number = _choices(either)
            parts.append(f"(?:{choices})")
            ways *= number
        elif maybe is not None:
            choices, number = _choices(maybe)
            parts.append(f"(?:{choices})?")
            ways *= number + 1
        else:
            parts.append(" " + _word(word))
    if not parts or _ITEM.sub("", body).strip():
        raise _Unreadable(f"cannot be read: {text!r}")
    if ways > _MOST_WAYS:
        raise _Unreadable(f"can be read in {ways:,} ways, and {_MOST_WAYS:,} are allowed: {text!r}")
    pattern = re.compile("".join(parts) + "(?= )")
    if pattern.match(" "):
        raise _Unreadable(f"matches without any word: {text!r}")
    return Cue(element, text, _WEIGHTS[mark], head_only, pattern)


def cue_fault(text: str) -> str:
    """What is wrong with a cue, "" where it can be used."""
    try:
        _compile("", text)
    except _Unreadable as error:
        return str(error)
    return ""


@lru_cache(maxsize=64)
def _compiled(element: str, texts: tuple[str, ...]) -> tuple[Cue, ...]:
    try:
        return tuple(_compile(element, text) for text in texts)
    except _Unreadable as error:
        raise InputError(f"cue of element {element!r} {error}") from None


def compile_cues(cues: Mapping[str, Iterable[str]]) -> tuple[Cue, ...]:
    """Compile the cues of a taxonomy in one language.

    Args:
        cues: Element id → cues as written.

    Raises:
        InputError: A cue that cannot be read; the message quotes it.
    """
    return tuple(cue for element, texts in cues.items() for cue in _compiled(element, tuple(texts)))


def find_cues(cues: Iterable[Cue], words: Mapping[int, str], heads: frozenset[int]) -> list[CueMatch]:
    """Find the cues in a text.

    Args:
        cues: Compiled cues.
        words: Token index → key for every token that counts, in order; ";" is a stop.
        heads: Indices of the tokens at which a piece has its head.

    Returns:
        The matches that no longer match covers, in the order of the cues.
    """
    starts: list[int] = []
    indices: list[int] = []
    parts, at = [" "], 0
    for index, key in words.items():
        starts.append(at)
        indices.append(index)
        parts.append(key.replace(" ", "") + " ")
        at += len(parts[-1])
    line = "".join(parts)
    found: dict[tuple[str, tuple[int, ...]], CueMatch] = {}
    for cue in cues:
        for hit in cue.pattern.finditer(line):
            gaps = [hit.span(group) for group in range(1, cue.pattern.groups + 1)]
            run = range(bisect_left(starts, hit.start()), bisect_left(starts, hit.end()))
            tokens = tuple(indices[k] for k in run if not any(low <= starts[k] < high for low, high in gaps))
            if cue.head_only and tokens[0] not in heads:
                continue
            known = found.get((cue.element, tokens))
            if known is None or known.cue.weight < cue.weight:
                found[cue.element, tokens] = CueMatch(cue, tokens)
    matches = list(found.values())
    sets = [frozenset(match.tokens) for match in matches]
    at_token: dict[int, list[frozenset[int]]] = {}
    for own in sets:
        for token in own:
            at_token.setdefault(token, []).append(own)
    return [
        match
        for match, own in zip(matches, sets, strict=True)
        if not any(own < other for other in at_token[match.tokens[0]])
    ]
