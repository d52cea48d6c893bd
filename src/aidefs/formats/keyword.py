"""Keywords in context as text: the matches of a table one below the other, with what fits beside them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from aidefs.formats.document import Run, Table, plain
from aidefs.text.visible import columns, visible_line

__all__ = ["keyword_lines"]

Line = list[Run]


def keyword_lines(table: Table, width: int, signs: tuple[str, str]) -> list[Line]:
    """The rows as lines of at most `width` columns, a match that is wider aside.

    Rows that agree in the columns before the last one in front of the context share a head. The last
    one stands at the beginning of each line.

    Args:
        table: A table with a `keyword`.
        width: Columns of the screen.
        signs: What to put around a match.
    """
    k = table.keyword or 0
    tags = [visible_line(plain(row[k - 2])) for row in table.rows]
    margin = max(map(columns, tags), default=0)
    if margin > width // 3:
        margin = 0  # a tag of many elements gets a line of its own
    room = width - 2 - (margin + 2 if margin else 0)
    matches = [signs[0] + visible_line(plain(row[k])) + signs[1] for row in table.rows]
    beside = room - max(map(columns, matches), default=0)
    most = max(beside * 2 // 5, 0)  # a little more is seen of what follows
    lefts = [_end_of(_flat(plain(row[k - 1]), "left"), most) for row in table.rows]
    space = max(map(columns, lefts), default=0)
    lines: list[Line] = []
    parts = zip(table.rows, tags, lefts, matches, strict=True)
    for heads, group in groupby(parts, key=lambda one: tuple(map(plain, one[0][: k - 2]))):
        lines.append(_head(heads, width))
        for row, tag, left, match in group:
            if margin:
                lead = Run("  " + _padded(tag, margin) + "  ", "muted")
            else:
                lines.append([Run("  " + tag, "muted")])
                lead = Run("  ")
            pad = " " * (space - columns(left))
            behind = _flat(plain(row[k + 1]), "right")
            shown = _beginning_of(behind, room - space - columns(match))
            lines.append([lead, Run(pad + left), Run(match, "strong"), Run(shown)])
    return lines


def _head(heads: Sequence[str], width: int) -> Line:
    """The first of the shared columns, and the others where they fit beside it."""
    first, rest = visible_line(heads[0]), ", ".join(visible_line(head) for head in heads[1:] if head)
    fits = rest and columns(first) + 2 + columns(rest) <= width
    return [Run(first, "strong"), *([Run(f"  {rest}", "muted")] if fits else [])]


def _flat(text: str, side: str) -> str:
    """The text on one line; white space beside the match stays, because it may also be missing there."""
    return visible_line(text + "|")[:-1] if side == "left" else visible_line("|" + text)[1:]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - columns(text))


def _beginning_of(text: str, room: int) -> str:
    """As much of the text as fits, cut behind a word where there is one."""
    if columns(text.rstrip()) <= room:
        return text.rstrip()
    if room < 2:
        return ""
    kept = text[: _fitting(text, room - 1)]
    if " " in kept.strip() and text[len(kept) : len(kept) + 1] != " ":
        kept = kept[: kept.rindex(" ")]
    return kept.rstrip(" …") + "…"


def _end_of(text: str, room: int) -> str:
    """The same from the end."""
    if columns(text) <= room:
        return text
    if room < 2:
        return ""
    start = len(text) - _fitting(text[::-1], room - 1)
    kept = text[start:]
    if " " in kept.strip() and text[start - 1 : start] != " ":
        kept = kept[kept.index(" ") :]
    return "…" + kept.lstrip(" …")


def _fitting(text: str, room: int) -> int:
    """How many characters of the text fit into so many columns."""
    used = 0
    for n, character in enumerate(text):
        used += columns(character)
        if used > room:
            return n
    return len(text)
