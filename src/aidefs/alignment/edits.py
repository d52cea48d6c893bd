"""Edit scripts: from matched words to the script a lawyer would draw, with the place of every character.

Words are matched first, by the engine and the clean-up; punctuation afterwards, between matched
words, so that a comma can never decide which words correspond. The script is worked out in one direction
and turned round for the other, since a minimal script is in general not the mirror image of the one found
the other way.

A script with the fewest changed words is not unique, and not always legible. Two rules of clean-up,
applied in this order, make it both:

1. *Slide.* An insertion or deletion that can be shifted without changing either text goes where it
   meets another change, so that the two become one; else to the best boundary: behind the end of a
   clause or before punctuation, and among equals to the rightmost place.
2. *Absorb islands.* One or two function words ("for", "of the") that are all that two larger changes
   leave standing between them tell the reader nothing, and join the change. Modal verbs and negations
   are never absorbed: they are what a lawyer looks for.

Blocks and their offsets count words; changes count tokens, and edits have spans of characters. The letters
that a replaced word and its replacement have in common are the subject of `letters.py`.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal

from aidefs.alignment.engine import MatchingBlock, matching_blocks, shared_head
from aidefs.classes import NamedTuple
from aidefs.errors import InputError
from aidefs.text.languages import FUNCTION_WORDS
from aidefs.text.tokens import FIRST_WORD, Scan

__all__ = [
    "LONGEST_ISLAND",
    "SEA",
    "Edit",
    "Op",
    "TokenChange",
    "WordCounts",
    "WordStatus",
    "absorb_islands",
    "changed_clauses",
    "changed_tokens",
    "edits",
    "is_island",
    "slide",
    "word_status",
]


Op = Literal["equal", "delete", "insert"]
WordStatus = Literal["identical", "punctuation only", "reworded"]
TokenChange = tuple[int, int, int, int]  # tokens i1:i2 of a are replaced by tokens j1:j2 of b
_MOST_CLAUSES = sys.maxunicode + 1 - 0x10000  # codes beyond those that hold surrogates and line ends


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


class Edit(NamedTuple):
    """One step of a redline.

    The `a` spans of "equal" and "delete" tile A and the `b` spans of "equal" and "insert" tile B,
    white space included, so both texts come back from the spans alone.

    Attributes:
        op: "equal", "delete" or "insert".
        a: Half-open character span in A, None for an insertion.
        b: Half-open character span in B, None for a deletion.
        text: A's characters for "equal" and "delete", B's for "insert". B may space or print an "equal"
            differently, so without insertions the texts of a script are A, but only the spans give B.
        typographic: The sides of an "equal" are printed differently (‘ and “, capital and small).
        punctuation: The edit holds no word, only punctuation or enumerators.
    """

    op: Op
    a: tuple[int, int] | None
    b: tuple[int, int] | None
    text: str
    typographic: bool = False
    punctuation: bool = False


def word_status(words: WordCounts, changed: bool) -> WordStatus:
    """How two texts relate: by the words of the script between them, and whether it changes anything."""
    if words.deleted or words.inserted:
        return "reworded"
    return "punctuation only" if changed else "identical"


# --- from matched words to edit scripts -------------------------------------------------------


def changed_tokens(a: Scan, b: Scan, engine: str = "") -> list[TokenChange]:
    """The edit script of two scanned texts whose codes are those of one lexicon.

    Args:
        a: One text.
        b: The other.
        engine: Name of the diff engine, for tests and benchmarks.

    Returns:
        The changes in order, with common tokens before and behind each. `changed_tokens(b, a)` is the mirror
        image.
    """
    return [] if a.codes == b.codes else _changes(a, b, _word_blocks(a, b, engine))


def changed_clauses(a: Scan, b: Scan, engine: str = "") -> list[TokenChange]:
    """The edit script in whole clauses, a clause ending behind a comma, semicolon, colon or full stop."""
    units: dict[str, int] = {}

    def encode(side: Scan) -> tuple[str, list[int]]:
        cuts = [0]
        cuts += [i + 1 for i, key in enumerate(side.keys) if key in (",", ";", ":", ".")]
        if cuts[-1] != len(side):
            cuts.append(len(side))
        clauses = [side.codes[low:high] for low, high in pairwise(cuts)]
        numbers = [units.setdefault(clause, len(units)) for clause in clauses]
        if len(units) > _MOST_CLAUSES:
            raise InputError(f"texts of more than {_MOST_CLAUSES:,} different clauses cannot be compared")
        return "".join(chr(0x10000 + number) for number in numbers), cuts

    codes_a, cuts_a = encode(a)
    codes_b, cuts_b = encode(b)
    if _turned(a, b):
        blocks = [(i, j, n) for j, i, n in matching_blocks(codes_b, codes_a, engine)]
    else:
        blocks = matching_blocks(codes_a, codes_b, engine)
    changes: list[TokenChange] = []
    i = j = 0
    for bi, bj, n in [*blocks, (len(codes_a), len(codes_b), 0)]:
        if bi > i or bj > j:
            changes.append((cuts_a[i], cuts_a[bi], cuts_b[j], cuts_b[bj]))
        i, j = bi + n, bj + n
    return changes


def _word_blocks(a: Scan, b: Scan, engine: str) -> list[MatchingBlock]:
    if _turned(a, b):
        blocks = [(i, j, n) for j, i, n in matching_blocks(b.word_codes, a.word_codes, engine)]
    else:
        blocks = matching_blocks(a.word_codes, b.word_codes, engine)
    return absorb_islands(slide(blocks, a, b), a, b)


def _turned(a: Scan, b: Scan) -> bool:
    """Whether the script is worked out from b to a: from the shorter text, by the words if equally long.

    Codes cannot decide, for they depend on what was read before.
    """
    if len(a.word_codes) != len(b.word_codes):
        return len(b.word_codes) < len(a.word_codes)
    for x, y in zip(a.codes, b.codes, strict=False):
        if x != y and a.lexicon.keys[x] != a.lexicon.keys[y]:
            return a.lexicon.keys[y] < a.lexicon.keys[x]
    # An enumerator is a word where it refers, and has the same key where it marks a limb.
    return (len(b), b.words) < (len(a), a.words)


def _changes(a: Scan, b: Scan, blocks: list[MatchingBlock]) -> list[TokenChange]:
    """The changes that matched words leave, punctuation taken into account."""
    changes: list[TokenChange] = []
    words_a, words_b = a.words, b.words
    codes_a, codes_b = a.codes, b.codes
    i = j = 0
    for bi, bj, n in blocks:
        i1, j1 = words_a[bi], words_b[bj]
        if i < i1 and j < j1:
            _between(a, b, (i, i1, j, j1), changes)
        elif i < i1 or j < j1:
            changes.append((i, i1, j, j1))
        i, j = words_a[bi + n - 1] + 1, words_b[bj + n - 1] + 1
        if codes_a[i1:i] != codes_b[j1:j]:
            _within(a, b, words_a[bi : bi + n], words_b[bj : bj + n], changes)
    if codes_a[i:] != codes_b[j:]:
        _between(a, b, (i, len(codes_a), j, len(codes_b)), changes)
    return changes


def _between(a: Scan, b: Scan, gap: TokenChange, changes: list[TokenChange]) -> None:
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


def _within(a: Scan, b: Scan, words_a: list[int], words_b: list[int], changes: list[TokenChange]) -> None:
    """Add the punctuation that changes between matched words."""
    codes_a, codes_b = a.codes, b.codes
    i, j, end_a, end_b = words_a[0], words_b[0], words_a[-1] + 1, words_b[-1] + 1
    while codes_a[i:end_a] != codes_b[j:end_b]:
        alike = shared_head(codes_a, i, codes_b, j, min(end_a - i, end_b - j))
        k = bisect_left(words_a, i + alike)  # the first word behind the punctuation that differs
        i, j = words_a[k], words_b[k]
        _between(a, b, (words_a[k - 1] + 1, i, words_b[k - 1] + 1, j), changes)


# --- clean-up ---------------------------------------------------------------------------------


LONGEST_ISLAND = 2  # words
SEA = 3  # changed words around an island, for each word of it, that make it one


def slide(blocks: list[MatchingBlock], a: Scan, b: Scan) -> list[MatchingBlock]:
    """Shift pure insertions and deletions to where they read best."""
    codes_a, codes_b = a.word_codes, b.word_codes
    blocks = [(0, 0, 0), *blocks, (len(codes_a), len(codes_b), 0)]
    k = _first_that_may_slide(blocks, codes_a, codes_b)
    if k < 0:
        return blocks[1:-1]
    slid = False
    while k + 1 < len(blocks):
        pi, pj, pn = blocks[k]
        i, j, n = blocks[k + 1]
        low_a, low_b = pi + pn, pj + pn
        if (low_a == i) != (low_b == j):
            side, codes, low, high = (b, codes_b, low_b, j) if low_a == i else (a, codes_a, low_a, i)
            left = right = shift = 0
            while right < n and codes[low + right] == codes[high + right]:
                right += 1
            while left < pn and codes[low - 1 - left] == codes[high - 1 - left]:
                left += 1
            if right and right == n and k + 2 < len(blocks):
                shift = right
            elif left and left == pn and k > 0:
                shift = -left
            elif left or right:
                shift = _best_shift(side, low, high, range(-left, right + 1))
            if shift:
                slid = True
                blocks[k] = (pi, pj, pn + shift)
                blocks[k + 1] = (i + shift, j + shift, n - shift)
                if n == shift and k + 2 < len(blocks):
                    del blocks[k + 1]  # look at the joined change again
                    continue
                if pn == -shift and k > 0:
                    del blocks[k]
                    k -= 1
                    continue
        k += 1
    return [block for block in blocks if block[2]] if slid else blocks[1:-1]


def _first_that_may_slide(blocks: list[MatchingBlock], codes_a: str, codes_b: str) -> int:
    """The first block behind which an insertion or deletion stands that can be shifted; -1 for none."""
    low_a = low_b = before = 0
    for k, (i, j, n) in enumerate(blocks):
        if (low_a == i) != (low_b == j):
            codes, low, high = (codes_b, low_b, j) if low_a == i else (codes_a, low_a, i)
            if (n and codes[low] == codes[high]) or (before and codes[low - 1] == codes[high - 1]):
                return k - 1
        low_a, low_b, before = i + n, j + n, n
    return -1


def _best_shift(side: Scan, low: int, high: int, shifts: range) -> int:
    return max(shifts, key=lambda shift: (_boundary(side, low + shift, high + shift), shift))


def _boundary(side: Scan, low: int, high: int) -> int:
    """How well a change of the words `low` to `high` is bounded by the punctuation of its text."""

    def mark(before: int, behind: int) -> int:
        if before < 0 or behind >= len(side.words):
            return 3  # the edge of the text
        between = [side.key(i) for i in range(side.words[before] + 1, side.words[behind])]
        if not between:
            return 0
        return 3 if any(key in ".;:!?" for key in between) else 1

    return mark(low - 1, low) + mark(high - 1, high)


def absorb_islands(blocks: list[MatchingBlock], a: Scan, b: Scan) -> list[MatchingBlock]:
    """Leave out blocks of one or two function words between larger changes."""
    kept: list[MatchingBlock] = []
    edge = 0  # where the last kept block ended, in both together
    codes, function_words = a.word_codes, a.lexicon.function_words
    end = (len(codes), len(b.word_codes), 0)
    for block, (ni, nj, _) in pairwise([*blocks, end]):
        bi, bj, n = block
        low, high = bi + bj, bi + bj + 2 * n
        # `is_island` by codes; the blocks beside it need not be looked at.
        if (
            0 < n <= LONGEST_ISLAND
            and edge < low
            and high < ni + nj
            and ni + nj - edge >= (SEA + 2) * n
            and function_words.issuperset(codes[bi : bi + n])
        ):
            continue
        kept.append(block)
        edge = high
    return kept


def is_island(words: int, keys: Iterable[str], changed: int) -> bool:
    """Whether words that two changes leave standing between them join the change.

    Args:
        words: How many there are.
        keys: Their comparison keys.
        changed: How many words the two changes hold together.
    """
    if not 0 < words <= LONGEST_ISLAND or changed < SEA * words:
        return False
    for key in keys:  # noqa: SIM110 - one or two, of which a generator takes three times as long
        if key not in FUNCTION_WORDS:
            return False
    return True


# --- from scripts to edits with their places --------------------------------------------------


def edits(a: Scan, b: Scan, changes: Sequence[TokenChange]) -> tuple[list[Edit], WordCounts]:
    """Changes as edits with character spans that tile both texts, and how many words they touch.

    White space beside a change goes with the common text where both sides have it, and else with the
    change, so that `that, for` → `that is new, for` reads "that[ is new], for". Differences in white
    space alone are no change.
    """
    text_a, text_b = a.text, b.text
    if text_a == text_b or (text_a.isspace() and text_b.isspace()):
        script = [Edit("equal", (0, len(text_a)), (0, len(text_b)), text_a)] if text_a else []
        return script, WordCounts(len(a.word_codes), 0, 0)
    result: list[Edit] = []
    add, new = result.append, tuple.__new__  # of all six at once: in half the time
    starts_a, starts_b = a.starts, b.starts
    words_a, codes_b = a.words, b.codes
    end_i, end_j = len(starts_a) - 1, len(starts_b) - 1
    if not end_i and not end_j:
        changes = [(0, 0, 0, 0)]  # an empty text and white space
    deleted = low_i = low_j = start_a = start_b = 0  # low: tokens of the common text from start to stop
    for i1, i2, j1, j2 in changes:
        stop_a = stop_b = 0
        next_a, next_b = starts_a[i2], starts_b[j2]  # where the common text behind the change begins
        if low_i < i1:
            stop_a, stop_b = starts_a[i1], starts_b[j1]
            if (  # else one space stands on both sides, as nearly always, and stays with the common text
                text_a[stop_a - 1] != " "
                or text_b[stop_b - 1] != " "
                or text_a[stop_a - 2].isspace()
                or text_b[stop_b - 2].isspace()
            ):
                while text_a[stop_a - 1].isspace():
                    stop_a -= 1
                while text_b[stop_b - 1].isspace():
                    stop_b -= 1
                while stop_a < next_a and stop_b < next_b:
                    space = text_a[stop_a]
                    if space != text_b[stop_b] or not space.isspace():
                        break
                    stop_a += 1
                    stop_b += 1
        if i2 < end_i:
            while stop_a < next_a and stop_b < next_b:
                space = text_a[next_a - 1]
                if space != text_b[next_b - 1] or not space.isspace():
                    break
                next_a -= 1
                next_b -= 1
        if stop_a > start_a:
            text = text_a[start_a:stop_a]
            if text == text_b[start_b:stop_b]:
                add(new(Edit, ("equal", (start_a, stop_a), (start_b, stop_b), text, False, False)))
            else:
                run = (low_i, i1, low_j, j1)
                result += _printed_runs(a, b, run, (start_a, stop_a), (start_b, stop_b))
        if next_a > stop_a:
            words = bisect_left(words_a, i2) - bisect_left(words_a, i1)
            add(new(Edit, ("delete", (stop_a, next_a), None, text_a[stop_a:next_a], False, not words)))
            deleted += words
        if next_b > stop_b:
            wordless = (j1 == j2 or codes_b[j1] < FIRST_WORD) and not b.count_words(j1, j2)
            add(new(Edit, ("insert", None, (stop_b, next_b), text_b[stop_b:next_b], False, wordless)))
        start_a, start_b, low_i, low_j = next_a, next_b, i2, j2
    if low_i < end_i:
        text = text_a[start_a:]
        stop_a, stop_b = len(text_a), len(text_b)
        if text == text_b[start_b:]:
            add(new(Edit, ("equal", (start_a, stop_a), (start_b, stop_b), text, False, False)))
        else:
            run = (low_i, end_i, low_j, end_j)
            result += _printed_runs(a, b, run, (start_a, stop_a), (start_b, stop_b))
    equal = len(a.word_codes) - deleted
    return result, WordCounts(equal, deleted, len(b.word_codes) - equal)


def _printed_runs(
    a: Scan, b: Scan, run: TokenChange, span_a: tuple[int, int], span_b: tuple[int, int]
) -> Iterator[Edit]:
    """Cut common text where tokens that compare as equal begin or cease to be printed alike."""
    text = a.text[span_a[0] : span_a[1]]
    if text == b.text[span_b[0] : span_b[1]]:
        yield Edit("equal", span_a, span_b, text)
        return
    i1, i2, j1, j2 = run
    unlike = [x != y for x, y in zip(a.forms_of(i1, i2), b.forms_of(j1, j2), strict=True)]
    last = i2 - i1
    start_a, start_b = span_a[0], span_b[0]
    for k, differs in enumerate(unlike, 1):
        if k < last and unlike[k] == differs:
            continue
        end_a, end_b = (a.starts[i1 + k], b.starts[j1 + k]) if k < last else (span_a[1], span_b[1])
        yield Edit("equal", (start_a, end_a), (start_b, end_b), a.text[start_a:end_a], differs)
        start_a, start_b = end_a, end_b
