"""From a minimal edit script over words to the one a lawyer would draw.

An edit script with the fewest changed words is not unique, and not always legible. Two rules, applied
in this order, make it both:

1. *Slide.* An insertion or deletion that can be shifted without changing either text goes where it
   meets another change, so that the two become one; else to the best boundary: behind the end of a
   clause or before punctuation, and among equals to the rightmost place.
2. *Absorb islands.* One or two function words ("for", "of the") that are all that two larger changes
   leave standing between them tell the reader nothing, and join the change. Modal verbs and negations
   are never absorbed: they are what a lawyer looks for.

Blocks and offsets count words; punctuation is matched afterwards, between matched words, so that a
comma can never decide which words correspond.
"""

from __future__ import annotations

from aidefs.alignment.engine import Block
from aidefs.text.tokens import Scan

__all__ = ["FUNCTION_WORDS", "LONGEST_ISLAND", "SEA", "absorb_islands", "slide"]

# Articles, prepositions, conjunctions, relative pronouns and auxiliaries, by comparison key. Modal
# verbs (may, can, must, shall) and negations are left out on purpose.
FUNCTION_WORDS = frozenset(
    " ".join(
        (
            # English
            "a an the this that these those which who whom whose it its their they of to in on at by for",
            "from with without into onto upon under over between through within as than and or nor",
            "but if whether is are was were be been being has have had do does",
            # French, German, Spanish, Italian
            "le la les l' un une des du de d' et ou qui que dont elle à au aux en par pour dans sur",
            "der die das den dem des ein eine einer eines und oder zu im mit für von auf",
            "el los las una y o u e con del al para se su sus il lo gli i uno da di per tra fra",
        )
    ).split()
)
LONGEST_ISLAND = 2  # words
SEA = 3  # changed words around an island, for each word of it, that make it one


def slide(blocks: list[Block], a: Scan, b: Scan) -> list[Block]:
    """Shift pure insertions and deletions to where they read best."""
    blocks = [(0, 0, 0), *blocks, (len(a.word_codes), len(b.word_codes), 0)]
    k = 0
    while k + 1 < len(blocks):
        pi, pj, pn = blocks[k]
        i, j, n = blocks[k + 1]
        gap_a, gap_b = i - pi - pn, j - pj - pn
        if (gap_a == 0) != (gap_b == 0):
            side, low, high = (a, i - gap_a, i) if gap_a else (b, j - gap_b, j)
            codes = side.word_codes
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
    return [block for block in blocks if block[2]]


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


def absorb_islands(blocks: list[Block], a: Scan, b: Scan) -> list[Block]:
    """Leave out blocks of one or two function words between larger changes."""
    kept: list[Block] = []
    i = j = 0  # where the last kept block ended
    for k, (bi, bj, n) in enumerate(blocks):
        if n <= LONGEST_ISLAND:
            before = bi - i + bj - j
            ni, nj = blocks[k + 1][:2] if k + 1 < len(blocks) else (len(a.word_codes), len(b.word_codes))
            behind = ni - bi - n + nj - bj - n
            if (
                before
                and behind
                and before + behind >= SEA * n
                and all(a.key(w) in FUNCTION_WORDS for w in a.words[bi : bi + n])
            ):
                continue
        kept.append((bi, bj, n))
        i, j = bi + n, bj + n
    return kept
