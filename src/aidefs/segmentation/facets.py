"""Facets of a segment: facts that stand in its words, without interpretation.

Modal verb, open list, negation and items are read by English rules; in other languages only the position
is. The rules use the closed word classes of `english` and nothing heavier, because the facets of
reviewed segments are wanted at every start of the program.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from aidefs.segmentation.english import CONJUNCTION, MODAL, RELATIVE
from aidefs.segmentation.items import items_of
from aidefs.segmentation.segments import Facets, Position
from aidefs.text.columns import Columns, columns_of
from aidefs.text.languages import primary

__all__ = ["facets"]

_OPENERS = (("such", "as"), ("including",), ("e.g",), ("e.g.",), ("for", "example"), ("for", "instance"))
_OPENING = frozenset(words[0] for words in _OPENERS)
_EXCLUDING = frozenset({"excluding", "excludes", "exclude", "except"})
_NEGATED_VERBS = frozenset({"include", "mean", "apply", "cover", "extend"})
_CLOSING = frozenset({"'", ")", "]"})


def facets(text: str, spans: Sequence[tuple[str, int, int]], lang: str = "en") -> list[Facets]:
    """Read the facets of the segments of one text.

    Args:
        text: The official text.
        spans: Element, first character and character behind the last of each segment, in order.
        lang: BCP 47 tag of the text.

    Returns:
        One record a segment.
    """
    columns = columns_of(text, lang)
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
        items = () if element == "frame" else items_of(columns, low, high, opener + low if opener else None)
        result.append(Facets(modal, position, opener > 0, items, _negated(keys)))
    return result


def _token_runs(columns: Columns, spans: Sequence[tuple[str, int, int]]) -> list[tuple[int, int]]:
    """The tokens of each segment, as half-open runs."""
    runs, at = [], 0
    for _, _, end in spans:
        low = at
        while at < len(columns.starts) and columns.starts[at] < end:
            at += 1
        runs.append((low, at))
    return runs


# --- position ---------------------------------------------------------------------------------


def _positions(columns: Columns, runs: Sequence[tuple[int, int]]) -> list[Position]:
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


def _begins_limb(columns: Columns, low: int, high: int) -> bool:
    while low < high and columns.keys[low] in CONJUNCTION | RELATIVE | {"to", ":", "-"}:
        low += 1
    return low < high and columns.kinds[low] == 1


def _ends_sentence(columns: Columns, run: tuple[int, int]) -> bool:
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


def _is_bare(columns: Columns, low: int, high: int) -> bool:
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
