"""The diff engine: diff-match-patch on encoded tokens, its C++ build where that is installed.

Both builds are asked for the minimal script and nothing else: no deadline (diff-match-patch gives up
after one second of wall clock unless its timeout is 0, so that the same texts would give other results
on a busy machine), no line mode and no clean-up of their own, since that looks at encoded characters
as if they were letters. What the clean-up in `edits.py` makes of the script does not depend on the
build; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

__all__ = ["matching_blocks", "name"]

MatchingBlock = tuple[int, int, int]  # offset in a, offset in b, length


def _fast() -> Callable[[str, str], list[tuple[str, int]]]:
    from fast_diff_match_patch import diff

    def script(a: str, b: str) -> list[tuple[str, int]]:
        result: list[tuple[str, int]] = diff(
            a, b, timelimit=0, checklines=False, cleanup="No", counts_only=True
        )
        return result

    return script


def _pure() -> Callable[[str, str], list[tuple[str, int]]]:
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    signs = {0: "=", -1: "-", 1: "+"}

    def script(a: str, b: str) -> list[tuple[str, int]]:
        return [(signs[op], len(run)) for op, run in engine.diff_main(a, b, False)]

    return script


@cache
def _engine(which: str) -> tuple[str, Callable[[str, str], list[tuple[str, int]]]]:
    if which in ("", "fast-diff-match-patch"):
        try:
            return "fast-diff-match-patch", _fast()
        except ImportError:
            if which:
                raise
    return "diff-match-patch", _pure()


def name(which: str = "") -> str:
    """Name of the engine in use, "fast-diff-match-patch" or "diff-match-patch"."""
    return _engine(which)[0]


def matching_blocks(a: str, b: str, which: str = "") -> list[MatchingBlock]:
    """Where two strings match in a minimal edit script.

    Args:
        a: Encoded tokens of one text.
        b: Encoded tokens of the other.
        which: Engine to use; by default the fastest that is installed.

    Returns:
        Blocks (offset in a, offset in b, length), in order; no two of them touch in both texts.
    """
    if a == b:
        return [(0, 0, len(a))] if a else []
    blocks: list[MatchingBlock] = []
    i = j = 0
    for op, count in _engine(which)[1](a, b):
        if op == "=":
            blocks.append((i, j, count))
            i += count
            j += count
        elif op == "-":
            i += count
        else:
            j += count
    return blocks
