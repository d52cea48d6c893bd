"""Facets of a segment: facts that stand in its words, without interpretation.

Modal verb, open list, negation and items are read by English rules; in other languages only the position
is. The rules use the closed word classes of `english` and nothing heavier, because the facets of
reviewed segments are wanted at every start of the program.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

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
    word_class,
)
from aidefs.segmentation.segments import Facets, Position
from aidefs.text.languages import primary
from aidefs.text.tokens import TokenColumns, token_columns

__all__ = ["facets", "items_of"]


_OPENERS = (("such", "as"), ("including",), ("e.g",), ("e.g.",), ("for", "example"), ("for", "instance"))
_OPENING = frozenset(words[0] for words in _OPENERS)
_EXCLUDING = frozenset({"excluding", "excludes", "exclude", "except"})
_NEGATED_VERBS = frozenset({"include", "mean", "apply", "cover", "extend"})
_CLOSING = frozenset({"'", ")", "]"})


def facets(
    text: str, spans: Sequence[tuple[str, int, int]], lang: str = "en", frame: str = ""
) -> list[Facets]:
    """Read the facets of the segments of one text.

    Args:
        text: The official text.
        spans: Element, first character and character behind the last of each segment, in order.
        lang: BCP 47 tag of the text.
        frame: The element that names the term; what it enumerates is not said of the thing.

    Returns:
        One record a segment.
    """
    columns = token_columns(text, lang)
    runs = _token_runs(columns, spans)
    positions = _positions(columns, runs)
    if primary(lang) != "en":
        return [Facets(position=position) for position in positions]
    result = []
    pending: dict[str, str] = {}  # element → a modal that waits for its verb
    for (element, _, _), (low, high), position in zip(spans, runs, positions, strict=True):
        keys = columns.keys[low:high]
        modal = _modal(keys)
        if modal and _is_bare(columns, low, high):
            pending[element] = modal
        elif modal is None:
            modal = pending.pop(element, None)
        opener = _opener_end(keys)
        items = () if element == frame else items_of(columns, low, high, opener + low if opener else None)
        result.append(Facets(modal, position, opener > 0, items, _negated(keys)))
    return result


def _token_runs(columns: TokenColumns, spans: Sequence[tuple[str, int, int]]) -> list[tuple[int, int]]:
    """The tokens of each segment, as half-open runs."""
    runs, at = [], 0
    for _, _, end in spans:
        low = at
        while at < len(columns.starts) and columns.starts[at] < end:
            at += 1
        runs.append((low, at))
    return runs


# --- position ---------------------------------------------------------------------------------


def _positions(columns: TokenColumns, runs: Sequence[tuple[int, int]]) -> list[Position]:
    # A number before a single definition is its place in the article ("3) …"), not a limb.
    limbs_from_start = sum(columns.kinds[low] == 1 for low, high in runs if low < high) > 1
    result: list[Position] = []
    sentence: Position = "main"
    for n, (low, high) in enumerate(runs):
        begins = n == 0 or _ends_sentence(columns, runs[n - 1])
        limb = _begins_limb(columns, low, high)
        if begins and n:
            sentence = "list" if limb else "separate"
        elif begins and limb and limbs_from_start:
            sentence = "list"
        result.append("list" if limb and (n or limbs_from_start) else sentence)
    return result


def _begins_limb(columns: TokenColumns, low: int, high: int) -> bool:
    while low < high and columns.keys[low] in CONJUNCTION | RELATIVE | {"to", ":", "-"}:
        low += 1
    return low < high and columns.kinds[low] == 1


def _ends_sentence(columns: TokenColumns, run: tuple[int, int]) -> bool:
    at = run[1] - 1
    while at > run[0] and columns.keys[at] in _CLOSING:
        at -= 1
    return at >= run[0] and columns.keys[at] in {".", "?", "!"}


# --- modal, open list, negation ---------------------------------------------------------------


def _modal(keys: Sequence[str]) -> str | None:
    """The first modal; one inside a relative clause of the segment does not govern the segment."""
    inside = False
    for at, key in enumerate(keys):
        if key in MODAL:
            return None if inside else key
        if key in RELATIVE and at > 0 and not all(one in CONJUNCTION | {",", ";"} for one in keys[:at]):
            inside = True
    return None


def _is_bare(columns: TokenColumns, low: int, high: int) -> bool:
    words = [columns.keys[i] for i in range(low, high) if columns.kinds[i] == 2]
    return all(word in MODAL | RELATIVE | CONJUNCTION | {"also"} for word in words)


def _opener_end(keys: Sequence[str]) -> int:
    """Where the examples of an open list begin, 0 where there is none."""
    if not _OPENING & set(keys):
        return 0
    for at in range(len(keys)):
        for words in _OPENERS:
            if tuple(keys[at : at + len(words)]) == words:
                return at + len(words)
    return 0


def _negated(keys: Sequence[str]) -> bool:
    pairs = list(pairwise(keys))
    return bool(_EXCLUDING & set(keys)) or any(
        (first == "not" and second in _NEGATED_VERBS) or (first, second) == ("other", "than")
        for first, second in pairs
    )


_LEADING = DETERMINER | word_class("but not limited to without limitation either both also as")
_QUANTITIES = word_class("more no none less all not other")  # "one or more" enumerates nothing
_STOPS = RELATIVE | SUBORDINATOR | MODAL
_OUTSIDE = FUNCTION | _STOPS | PRONOUN | DETERMINER  # words before the noun phrase of an item


def items_of(columns: TokenColumns, low: int, high: int, opener: int | None) -> tuple[str, ...]:
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


_Member = list[int]  # tokens of one item


def _text(columns: TokenColumns, chunk: _Member) -> str:
    while chunk and columns.keys[chunk[0]] in _LEADING:
        chunk = chunk[1:]
    if not chunk:
        return ""
    return " ".join(columns.printed(chunk[0], chunk[-1] + 1).split()).lower()


def _phrase(columns: TokenColumns, low: int, high: int) -> str:
    at = low
    while at < high and columns.kinds[at] == 2:
        at += 1
    return _text(columns, list(range(low, at)))


def _introduced(columns: TokenColumns, low: int, high: int) -> tuple[str, ...]:
    """Items behind an opener: what commas and conjunctions part, up to a clause or a full stop."""
    chunks: list[_Member] = [[]]
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


def _enumerations(columns: TokenColumns, low: int, high: int) -> list[list[_Member]]:
    """Runs of chunks joined by commas and closed by a conjunction with one chunk behind it."""
    found: list[list[_Member]] = []
    chunks: list[_Member] = [[]]
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


def _says_something(columns: TokenColumns, chunk: _Member) -> bool:
    return any(columns.keys[at] not in FUNCTION | _STOPS for at in chunk)


def _leaves(key: str, chunk: _Member) -> bool:
    """Whether a word ends the last item."""
    if not chunk or key == "of":
        return False
    return key in FUNCTION | POSTPOSED | _STOPS or has_ing(key) or is_participle(key)


def _opens_phrase(columns: TokenColumns, chunk: _Member, n: int) -> bool:
    """Whether a word is a participle with an object ("requiring human-like perception")."""
    return has_ing(columns.keys[chunk[n]]) and (n == 0 or columns.keys[chunk[n - 1]] not in COMPOUNDING)


def _tail(columns: TokenColumns, chunk: _Member, nominal: bool = True) -> _Member:
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


def _series(columns: TokenColumns, chunks: list[_Member]) -> list[str]:
    """Three and more: the first is cut down to its noun phrase."""
    nominal = len(chunks[1]) == 1 or not has_ing(columns.keys[chunks[1][0]])
    first = _tail(columns, chunks[0], nominal)
    if not nominal and first and not has_ing(columns.keys[first[0]]):
        return []  # "data, reasoning on …, or processing …": clauses are joined, not items
    return [_text(columns, chunk) for chunk in (first, *chunks[1:])]


def _pair(columns: TokenColumns, left: _Member, right: _Member) -> list[str]:
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
