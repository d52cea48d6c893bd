"""The enumerated items of a segment: "predictions, content, recommendations, or decisions" has four."""

from __future__ import annotations

from aidefs.segmentation.english import (
    COMPOUNDING,
    CONJUNCTION,
    DETERMINER,
    FUNCTION,
    MODAL,
    POSTPOSED,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    has_ing,
    is_participle,
    is_verb,
    words,
)
from aidefs.text.columns import Columns

__all__ = ["items_of"]

_LEADING = DETERMINER | words("but not limited to without limitation either both also as")
_QUANTITIES = words("more no none less all not other")  # "one or more" enumerates nothing
_STOPS = RELATIVE | SUBORDINATOR | MODAL
_OUTSIDE = FUNCTION | _STOPS | PRONOUN | DETERMINER  # words before the noun phrase of an item


def items_of(columns: Columns, low: int, high: int, opener: int | None) -> tuple[str, ...]:
    """The items of the longest enumeration in a run of tokens.

    Args:
        columns: The tokens of the text.
        low: First token of the segment.
        high: Token behind its last.
        opener: Token behind "such as" or "including", None where nothing introduces a list.

    Returns:
        The items in order, in lower case, without article; empty where nothing is enumerated. In an
        enumeration by limbs each limb gives its first phrase.
    """
    if opener is not None:
        marks = [i for i in range(opener, high) if columns.kinds[i] == 1]
        if len(marks) > 1:
            return tuple(filter(None, (_phrase(columns, at + 1, high) for at in marks)))
        return _introduced(columns, opener, high)
    best: list[str] = []
    for chunks in _enumerations(columns, low, high):
        found = _pair(columns, *chunks) if len(chunks) == 2 else _series(columns, chunks)
        if len(found) > len(best) and all(found) and not _QUANTITIES & set(found):
            best = found
    return tuple(best)


_Chunk = list[int]  # tokens of one item


def _text(columns: Columns, chunk: _Chunk) -> str:
    while chunk and columns.keys[chunk[0]] in _LEADING:
        chunk = chunk[1:]
    if not chunk:
        return ""
    return " ".join(columns.printed(chunk[0], chunk[-1] + 1).split()).lower()


def _phrase(columns: Columns, low: int, high: int) -> str:
    at = low
    while at < high and columns.kinds[at] == 2:
        at += 1
    return _text(columns, list(range(low, at)))


def _introduced(columns: Columns, low: int, high: int) -> tuple[str, ...]:
    """Items behind an opener: what commas and conjunctions part, up to a clause or a full stop."""
    chunks: list[_Chunk] = [[]]
    depth = 0
    for at in range(low, high):
        key = columns.keys[at]
        depth += (key == "(") - (key == ")")
        if depth > 0 or key == ")":
            continue
        if depth < 0 or key in {".", ":", ";"} or (key in _STOPS and chunks != [[]]):
            break
        if key in {",", "/"} or key in CONJUNCTION:
            chunks.append([])
        elif columns.kinds[at] == 2:
            chunks[-1].append(at)
    return tuple(filter(None, (_text(columns, chunk) for chunk in chunks)))


def _enumerations(columns: Columns, low: int, high: int) -> list[list[_Chunk]]:
    """Runs of chunks joined by commas and closed by a conjunction with one chunk behind it."""
    found: list[list[_Chunk]] = []
    chunks: list[_Chunk] = [[]]
    closing = False
    for at in range(low, high + 1):
        key = columns.keys[at] if at < high else "."
        word = at < high and columns.kinds[at] == 2 and key not in CONJUNCTION
        if word and not (closing and _leaves(key, chunks[-1])):
            chunks[-1].append(at)
        elif not _says_something(columns, chunks[-1]):
            # Nothing but connectives so far ("and that, for …"): what follows begins afresh.
            chunks[-1] = []
            closing = len(chunks) > 1 and (closing or key in CONJUNCTION)
        elif key in {",", "-"} and not closing:
            chunks.append([])
        elif key in {",", "-"} and len(chunks) > 3:
            chunks[-2:] = [chunks[-2] + chunks[-1], []]  # "…, identity and access management, …"
            closing = False
        elif key in CONJUNCTION and not closing:
            closing = True
            chunks.append([])
        else:
            if closing:
                found.append([chunk for chunk in chunks if chunk])
            # The last item may begin the next enumeration ("content or make decisions, predictions …").
            goes_on = closing and (key in CONJUNCTION or key == ",")
            chunks = [chunks[-1], []] if goes_on else [[at] if word else []]
            closing = goes_on and key in CONJUNCTION
    return [one for one in found if len(one) > 1]


def _says_something(columns: Columns, chunk: _Chunk) -> bool:
    return any(columns.keys[at] not in FUNCTION | _STOPS for at in chunk)


def _leaves(key: str, chunk: _Chunk) -> bool:
    """Whether a word ends the last item."""
    if not chunk or key == "of":
        return False
    return key in FUNCTION | POSTPOSED | _STOPS or has_ing(key) or is_participle(key)


def _opens_phrase(columns: Columns, chunk: _Chunk, n: int) -> bool:
    """Whether a word is a participle with an object ("requiring human-like perception")."""
    return has_ing(columns.keys[chunk[n]]) and (n == 0 or columns.keys[chunk[n - 1]] not in COMPOUNDING)


def _tail(columns: Columns, chunk: _Chunk, nominal: bool = True) -> _Chunk:
    """The phrase that ends a chunk: behind the last function word or verb.

    With `nominal` a participle counts as a verb; in a list of participles it begins the item.
    """
    cut = 0
    for n, at in enumerate(chunk):
        key = columns.keys[at]
        last = n == len(chunk) - 1
        verbal = is_verb(key) or (nominal and _opens_phrase(columns, chunk, n))
        if key in _OUTSIDE or (verbal and not last):
            cut = n + 1
    return chunk[cut:]


def _series(columns: Columns, chunks: list[_Chunk]) -> list[str]:
    """Three and more: the first is cut down to its noun phrase."""
    nominal = len(chunks[1]) == 1 or not has_ing(columns.keys[chunks[1][0]])
    first = _tail(columns, chunks[0], nominal)
    if not nominal and first and not has_ing(columns.keys[first[0]]):
        return []  # "data, reasoning on …, or processing …": clauses are joined, not items
    return [_text(columns, chunk) for chunk in (first, *chunks[1:])]


def _pair(columns: Columns, left: _Chunk, right: _Chunk) -> list[str]:
    """Two: either modifiers of one noun ("explicit or implicit objectives") or two nouns."""
    left = _tail(columns, left) or left[-1:]
    first, second = columns.keys[left[-1]], columns.keys[right[0]]
    if (
        second in FUNCTION | _STOPS | PRONOUN
        or is_verb(first) != is_verb(second)
        or (len(right) > 1 and has_ing(second) and columns.keys[right[1]] != "of")
    ):
        return []  # clauses are joined, not items
    if len(right) > 1 and not columns.keys[right[0]].endswith("ly") and second not in DETERMINER:
        return [_text(columns, left[-1:]), _text(columns, right[:1])]
    return [_text(columns, left), _text(columns, right)]
