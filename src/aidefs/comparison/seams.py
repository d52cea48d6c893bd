"""Seams: the words that join a piece of a definition to its neighbours and say nothing of it.

"and that, for explicit or implicit objectives," says of the objectives what "that, for explicit or implicit
objectives," says: whether "and" stands there depends on the piece before. Words at a seam are shown, and
decide neither the status nor the similarity of a row.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from aidefs.alignment.edits import Edit, WordCounts
from aidefs.classes import NamedTuple
from aidefs.comparison.comparison import SeamChange
from aidefs.segmentation.grammar import Grammar
from aidefs.text.tokens import Scan

__all__ = ["Seams", "comparable_seams", "seam_changes", "seams_of", "words_without_seams"]


class Seams(NamedTuple):
    """The seams of a cell.

    A seam is the run of coordinating conjunctions and relative pronouns, and the commas at them, with which a
    segment opens or closes. A segment of nothing else has none.

    Attributes:
        tokens: Indices of the tokens that stand in a seam.
        conjunctions: Those of the coordinating conjunctions, each with its key.
    """

    tokens: frozenset[int] = frozenset()
    conjunctions: Mapping[int, str] = MappingProxyType({})

    @property
    def without_conjunctions(self) -> Seams:
        """The seams of relative pronouns alone."""
        return Seams(self.tokens.difference(self.conjunctions))

    def words(self, columns: Scan, indices: Iterable[int]) -> list[str]:
        """The words of seams among the tokens, as they are printed."""
        return [columns.forms[i].strip() for i in indices if i in self.tokens and columns.kind(i) == "word"]


def seams_of(columns: Scan, starts: Sequence[int], grammar: Grammar) -> Seams:
    """The seams of a cell.

    Args:
        columns: The tokens of its segments, which are joined.
        starts: Where each segment begins.
        grammar: That of the language.
    """
    edges = [*(bisect_left(columns.starts, at) for at in starts), len(columns)]
    found: set[int] = set()
    for low, high in pairwise(edges):
        opening = _run(columns, range(low, high), grammar)
        if opening < high - low:
            closing = _run(columns, range(high - 1, low - 1, -1), grammar)
            found.update((*range(low, low + opening), *range(high - closing, high)))
    keys = {i: columns.key(i) for i in sorted(found)}
    return Seams(frozenset(found), {i: key for i, key in keys.items() if grammar.is_coordinator(key)})


def comparable_seams(a: Seams, b: Seams) -> tuple[Seams, Seams]:
    """The seams of two cells as far as they decide nothing.

    Where one conjunction stands for another they do: "or" for "and" is a change of words.
    """
    joins_a, joins_b = set(a.conjunctions.values()), set(b.conjunctions.values())
    if joins_a <= joins_b or joins_b <= joins_a:
        return a, b
    return a.without_conjunctions, b.without_conjunctions


def _run(columns: Scan, indices: Iterable[int], grammar: Grammar) -> int:
    """How many tokens from the first on make a seam; 0 where no word is among them."""
    length, word = 0, False
    for i in indices:
        key = columns.key(i)
        if grammar.is_seam(key):
            word = True
        elif key != ",":
            break
        length += 1
    return length if word else 0


def _tokens(columns: Scan, span: tuple[int, int] | None) -> range:
    """Indices of the tokens that begin in a span of characters."""
    low, high = span or (0, 0)
    starts = columns.starts
    return range(bisect_left(starts, low), min(bisect_left(starts, high), len(columns)))


def words_without_seams(
    script: Iterable[Edit], a: Scan, b: Scan, seams_a: Seams, seams_b: Seams
) -> tuple[WordCounts, bool]:
    """Words kept, deleted and inserted outside the seams, and whether anything changes there.

    A word that is kept counts where it stands in a seam of neither text.
    """
    words_a, words_b = set(a.words), set(b.words)
    equal = deleted = inserted = 0
    changed = False
    for edit in script:
        own_a = _tokens(a, edit.a)
        own_b = _tokens(b, edit.b)
        if edit.op == "equal":
            equal += sum(
                i in words_a and i not in seams_a.tokens and j not in seams_b.tokens
                for i, j in zip(own_a, own_b, strict=True)
            )
            continue
        rest_a = [i for i in own_a if i not in seams_a.tokens]
        rest_b = [j for j in own_b if j not in seams_b.tokens]
        deleted += sum(i in words_a for i in rest_a)
        inserted += sum(j in words_b for j in rest_b)
        changed = changed or bool(rest_a or rest_b)
    return WordCounts(equal, deleted, inserted), changed


def seam_changes(
    script: Iterable[Edit], a: Scan, b: Scan, seams_a: Seams, seams_b: Seams
) -> Iterator[SeamChange]:
    """The words that a seam of one text has and the other text lacks, one a place."""
    old: list[str] = []
    new: list[str] = []
    for edit in script:
        if edit.op == "equal" and (old or new):
            yield SeamChange(" ".join(old), " ".join(new))
            old, new = [], []
        elif edit.op == "delete":
            old += seams_a.words(a, _tokens(a, edit.a))
        elif edit.op == "insert":
            new += seams_b.words(b, _tokens(b, edit.b))
    if old or new:
        yield SeamChange(" ".join(old), " ".join(new))
