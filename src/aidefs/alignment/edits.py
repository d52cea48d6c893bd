"""The edit script of two scanned texts, in tokens.

Words are matched first, by diff-match-patch and the clean-up; punctuation afterwards, between matched
words. The script is worked out in one direction and turned round for the other, since a minimal script
is in general not the mirror image of the one found the other way.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from aidefs.alignment.cleanup import absorb_islands, slide
from aidefs.alignment.engine import Block, matching_blocks
from aidefs.library.records import Op
from aidefs.text.tokens import FIRST_WORD, Scan

__all__ = ["Opcode", "WordCounts", "clause_opcodes", "opcodes"]

Opcode = tuple[Op, int, int, int, int]  # op, tokens i1:i2 of a, tokens j1:j2 of b


class WordCounts(NamedTuple):
    """Words (not punctuation) that an edit script keeps, deletes and inserts."""

    equal: int
    deleted: int
    inserted: int

    @property
    def similarity(self) -> float:
        """2·equal / (2·equal + deleted + inserted); 1.0 where there is no word on either side.

        The Dice coefficient of the two texts under the displayed script: symmetric, between 0 and 1,
        blind to punctuation.
        """
        total = 2 * self.equal + self.deleted + self.inserted
        return 2 * self.equal / total if total else 1.0


def opcodes(a: Scan, b: Scan, engine: str = "") -> list[Opcode]:
    """The edit script of two scanned texts, in tokens.

    Args:
        a: One text.
        b: The other.
        engine: Name of the diff engine, for tests and benchmarks.

    Returns:
        (op, i1, i2, j1, j2) in order, as difflib has it but without "replace": a deletion stands
        before the insertion that replaces it. `opcodes(b, a)` is the mirror image.
    """
    if a.lexicon is not b.lexicon:  # one of them is older than the last change of code table
        a = a.recoded(b.lexicon)
    if a.codes == b.codes:
        return [("equal", 0, len(a), 0, len(b))] if len(a) else []
    ops: list[Opcode] = []
    i = j = 0
    for i1, i2, j1, j2 in _changes(a, b, _word_blocks(a, b, engine)):
        if i1 > i:
            ops.append(("equal", i, i1, j, j1))
        if i2 > i1:
            ops.append(("delete", i1, i2, j1, j1))
        if j2 > j1:
            ops.append(("insert", i2, i2, j1, j2))
        i, j = i2, j2
    if i < len(a):
        ops.append(("equal", i, len(a), j, len(b)))
    return ops


def _word_blocks(a: Scan, b: Scan, engine: str) -> list[Block]:
    if _turned(a, b):
        return [(i, j, n) for j, i, n in _word_blocks(b, a, engine)]
    return absorb_islands(slide(matching_blocks(a.word_codes, b.word_codes, engine), a, b), a, b)


def _turned(a: Scan, b: Scan) -> bool:
    """Whether the script is worked out from b to a: from the shorter text, by the words if equally long.

    Codes cannot decide, for they depend on what was read before.
    """
    if len(a.word_codes) != len(b.word_codes):
        return len(b.word_codes) < len(a.word_codes)
    return b.keys < a.keys


Change = tuple[int, int, int, int]  # tokens i1:i2 of a are replaced by tokens j1:j2 of b


def _changes(a: Scan, b: Scan, blocks: list[Block]) -> list[Change]:
    """The changes that matched words leave, punctuation taken into account."""
    changes: list[Change] = []
    words_a, words_b = a.words, b.words
    i = j = 0
    for bi, bj, n in blocks:
        i1, j1 = words_a[bi], words_b[bj]
        if i < i1 or j < j1:
            _between(a, b, (i, i1, j, j1), changes)
        i, j = words_a[bi + n - 1] + 1, words_b[bj + n - 1] + 1
        if a.codes[i1:i] != b.codes[j1:j]:
            _within(a, b, words_a[bi : bi + n], words_b[bj : bj + n], changes)
    _between(a, b, (i, len(a), j, len(b)), changes)
    return changes


def _between(a: Scan, b: Scan, gap: Change, changes: list[Change]) -> None:
    """Add what changes in a gap where no word matches; punctuation at its ends may."""
    i1, i2, j1, j2 = gap
    if i1 < i2 and j1 < j2:
        x, y = a.codes, b.codes
        while i1 < i2 and j1 < j2 and x[i1] == y[j1] and x[i1] < FIRST_WORD:
            i1 += 1
            j1 += 1
        while i1 < i2 and j1 < j2 and x[i2 - 1] == y[j2 - 1] and x[i2 - 1] < FIRST_WORD:
            i2 -= 1
            j2 -= 1
    if i1 < i2 or j1 < j2:
        changes.append((i1, i2, j1, j2))


def _within(a: Scan, b: Scan, words_a: list[int], words_b: list[int], changes: list[Change]) -> None:
    """Add the punctuation that changes between matched words, found by halving."""
    i1, i2, j1, j2 = words_a[0], words_a[-1], words_b[0], words_b[-1]
    if a.codes[i1 : i2 + 1] == b.codes[j1 : j2 + 1]:
        return
    if len(words_a) == 2:
        _between(a, b, (i1 + 1, i2, j1 + 1, j2), changes)
        return
    half = len(words_a) // 2
    _within(a, b, words_a[: half + 1], words_b[: half + 1], changes)
    _within(a, b, words_a[half:], words_b[half:], changes)


def clause_opcodes(a: Scan, b: Scan, engine: str = "") -> list[Opcode]:
    """The edit script in whole clauses, a clause ending behind a comma, semicolon, colon or full stop."""
    units: dict[str, str] = {}

    def encode(side: Scan) -> tuple[str, list[int]]:
        cuts = [0]
        cuts += [i + 1 for i, key in enumerate(side.keys) if key in (",", ";", ":", ".")]
        if cuts[-1] != len(side):
            cuts.append(len(side))
        clauses = [side.codes[low:high] for low, high in pairwise(cuts)]
        return "".join(units.setdefault(c, chr(0x10000 + len(units))) for c in clauses), cuts

    codes_a, cuts_a = encode(a)
    codes_b, cuts_b = encode(b)
    if _turned(a, b):
        blocks = [(i, j, n) for j, i, n in matching_blocks(codes_b, codes_a, engine)]
    else:
        blocks = matching_blocks(codes_a, codes_b, engine)
    ops: list[Opcode] = []
    i = j = 0
    for bi, bj, n in [*blocks, (len(codes_a), len(codes_b), 0)]:
        if bi > i:
            ops.append(("delete", cuts_a[i], cuts_a[bi], cuts_b[j], cuts_b[j]))
        if bj > j:
            ops.append(("insert", cuts_a[bi], cuts_a[bi], cuts_b[j], cuts_b[bj]))
        if n:
            ops.append(("equal", cuts_a[bi], cuts_a[bi + n], cuts_b[bj], cuts_b[bj + n]))
        i, j = bi + n, bj + n
    return ops
