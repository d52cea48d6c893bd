"""The alignment of many witnesses: a variant graph, and the columns that follow from it.

A node of the graph is a reading of one token, with the witnesses that have it; the path of a witness
through the nodes is its text. Witnesses are laid into the graph one after another:

1. *Words first.* A witness takes the chain of nodes that agrees with most of what is there. An agreement
   counts once for every witness agreed with, so that the sum over all pairs of witnesses is what grows.
   Of chains that agree with as much, the one with fewer breaks wins.
2. *Punctuation last.* It agrees only where it touches an agreement, so that no comma decides which words
   correspond.

The most central witness comes first, then always the one most like any that is in. Every choice is made
by the texts, so that the result does not depend on the order in which the witnesses are given. That a
table follows from such a graph by rank is Dekker and Middell's ("Computer-supported collation with
CollateX", 2011); how the graph is filled is not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from aidefs.text.tokens import FIRST_WORD, Scan, in_one_lexicon

__all__ = ["columns_of_witnesses"]

_WORD, _BOND = 1000, 1  # weights of an agreement in a word, and of two words that agree one behind the other

_Agreement = tuple[int, int]  # index of a token of the text, place of a node in the graph
# A word of the text, a word of the graph, and the chain before.
_AgreementChain = tuple[int, int, "_AgreementChain | None"]


class _VariantNode:
    """One reading of one token.

    Attributes:
        code: The comparison key of the token, encoded.
        word: Whether it is a word.
        at: Witness → index of its token.
    """

    __slots__ = ("at", "code", "word")

    def __init__(self, code: str) -> None:
        self.code = code
        self.word = code >= FIRST_WORD
        self.at: dict[int, int] = {}


class _Graph:
    """Nodes in an order in which every path runs forward, and the path of each witness."""

    def __init__(self, texts: Sequence[Scan]) -> None:
        self.texts = texts
        self.order: list[_VariantNode] = []
        self.paths: dict[int, list[_VariantNode]] = {}

    def add(self, witness: int) -> None:
        """Lay a witness in."""
        text, order = self.texts[witness], self.order
        found = self._with_punctuation(text, self._chain(text))
        path: list[_VariantNode] = []
        fresh: dict[int, list[_VariantNode]] = {}  # place → new nodes that stand behind it
        place = -1
        for index, code in enumerate(text.codes):
            if index in found:
                place = found[index]
                node = order[place]
            else:
                node = _VariantNode(code)
                fresh.setdefault(place, []).append(node)
            node.at[witness] = index
            path.append(node)
        self.paths[witness] = path
        for place in sorted(fresh, reverse=True):
            order[place + 1 : place + 1] = fresh[place]

    def _chain(self, text: Scan) -> list[_Agreement]:
        """The words of a text that agree with nodes, in order.

        Words that stand once in the text and once in all the witnesses are fixed points, if their order
        is the same. Between these, and in the whole text if it is not, the heaviest chain is taken.
        """
        # From here on a place is one among the nodes that are words.
        nodes = [
            (place, node.code, len(node.at) * _WORD) for place, node in enumerate(self.order) if node.word
        ]
        weights = [weight for _, _, weight in nodes]
        places: dict[str, list[int]] = {}
        for place, (_, code, _) in enumerate(nodes):
            if code in places:
                places[code].append(place)
            else:
                places[code] = [place]
        words = text.word_codes
        full = len(self.paths) * _WORD
        fixed = [
            (number, at[0])
            for number, code in enumerate(words)
            if len(at := places.get(code, [])) == 1 and weights[at[0]] == full and words.count(code) == 1
        ]
        if any(low[1] > high[1] for low, high in pairwise(fixed)):
            fixed = []
        found: list[tuple[int, int]] = []
        for (i, low), (j, high) in pairwise([(-1, -1), *fixed, (len(words), len(nodes))]):
            if j - i > 1 and high - low > 1:
                found += _heaviest(words, range(i + 1, j), places, range(low + 1, high), weights)
            found.append((j, high))
        return [(text.words[number], nodes[place][0]) for number, place in found[:-1]]

    def _with_punctuation(self, text: Scan, words: list[_Agreement]) -> dict[int, int]:
        """The matches of words, and of the punctuation that touches them on both sides alike."""
        found = dict(words)
        codes = "".join([node.code for node in self.order])
        ends = [(-1, -1), *words, (len(text), len(codes))]
        for (i, low), (j, high) in pairwise(ends):
            if j - i < 2 or high - low < 2:
                continue
            if text.codes[i + 1 : j] == codes[low + 1 : high]:
                found.update(zip(range(i + 1, j), range(low + 1, high), strict=True))
                continue
            last = self._touching(text, range(i + 1, j), range(low, high), found)
            self._touching(text, range(j - 1, i, -1), range(high, last, -1), found)
        return found

    def _touching(self, text: Scan, indices: range, places: range, found: dict[int, int]) -> int:
        """Match punctuation from one end of a gap on; the place of the last match.

        Args:
            text: The text.
            indices: Its tokens in the gap, from that end.
            places: The place at that end, then those of the nodes in the gap.
            found: Where the matches go.
        """
        last, way = places[0], places.step
        at = self._at(last)
        for index in indices:
            code = text.codes[index]
            if code >= FIRST_WORD or index in found:
                break
            for place in range(last + way, places.stop, way):
                node = self.order[place]
                if node.code == code and any(at.get(w) == k - way for w, k in node.at.items()):
                    found[index] = last = place
                    at = node.at
                    break
            else:
                break
        return last

    def _at(self, place: int) -> dict[int, int]:
        if place < 0:
            return dict.fromkeys(self.paths, -1)
        if place == len(self.order):
            return {witness: len(path) for witness, path in self.paths.items()}
        return self.order[place].at

    def ranks(self) -> dict[int, tuple[int, ...]]:
        """The column of each token by witness: one more than the last of what goes before the node."""
        reached = dict.fromkeys(self.paths, -1)  # witness → rank of its last node so far
        rank: dict[_VariantNode, int] = {}
        for node in self.order:
            rank[node] = 1 + max(map(reached.__getitem__, node.at))
            reached.update(dict.fromkeys(node.at, rank[node]))
        return {witness: tuple(map(rank.__getitem__, path)) for witness, path in self.paths.items()}


def _heaviest(
    words: str, numbers: range, places: Mapping[str, Sequence[int]], window: range, weights: Sequence[int]
) -> list[tuple[int, int]]:
    """The heaviest chain of agreements between some words of a text and a window of the graph.

    Candidates are met by word; the front keeps, by place, the scores that no earlier place reaches.
    Places of one word are taken from behind, so that none is chained to another.

    Args:
        words: The words of the text, encoded.
        numbers: Which of them.
        places: Where each word stands in the graph.
        window: The places that count.
        weights: What an agreement weighs at each place.
    """
    front = [-1]
    scores = [0]
    chains: list[_AgreementChain | None] = [None]
    previous: dict[int, tuple[int, _AgreementChain | None]] = {window.start - 1: (0, None)}
    for number in numbers:
        here: dict[int, tuple[int, _AgreementChain | None]] = {}
        for place in reversed(places.get(words[number], ())):
            if place not in window:
                continue
            k = len(front) if place > front[-1] else bisect_left(front, place)
            bar = score = scores[k - 1]
            back = chains[k - 1]
            if place - 1 in previous:
                bound, chain = previous[place - 1]
                if bound >= score:
                    score, back = bound + _BOND, chain
            score += weights[place]
            here[place] = score, (number, place, back)
            if score > bar and (k == len(front) or front[k] > place or scores[k] < score):
                end = k
                while end < len(front) and scores[end] <= score:
                    end += 1
                front[k:end] = [place]
                scores[k:end] = [score]
                chains[k:end] = [here[place][1]]
        previous = here
    matches = []
    last = chains[-1]
    while last:
        number, place, last = last
        matches.append((number, place))
    return matches[::-1]


def columns_of_witnesses(scans: Sequence[Scan]) -> tuple[tuple[int, ...], ...]:
    """Align texts token by token.

    Args:
        scans: The texts, one or more.

    Returns:
        For each text the number of the column in which each of its tokens stands, rising. Tokens of
        one column stand for each other; those with the same key agree.
    """
    same = in_one_lexicon(scans)
    by_codes = {one.codes: one for one in same}
    # Sorted by what is read, because codes depend on what was read before.
    distinct = sorted(by_codes.values(), key=lambda one: one.keys)
    ranks = _filled(distinct).ranks()
    number = {one.codes: witness for witness, one in enumerate(distinct)}
    return tuple(ranks[number[one.codes]] for one in same)


def _filled(texts: Sequence[Scan]) -> _Graph:
    """The graph with every text in it; all differ."""
    shared = _shared_words([Counter(text.word_codes) for text in texts])
    order = _from_the_centre(shared)
    graph = _Graph(texts)
    for witness in order:
        graph.add(witness)
    return graph


def _shared_words(words: Sequence[Counter[str]]) -> list[list[int]]:
    """How many words each two witnesses have in common, wherever they stand."""
    shared = [[one.total()] * len(words) for one in words]
    for i, one in enumerate(words):
        for j in range(i):
            shared[i][j] = shared[j][i] = sum((one & words[j]).values())
    return shared


def _from_the_centre(shared: Sequence[Sequence[int]]) -> list[int]:
    """The witnesses, the one with most in common with all first, then always the one nearest to any."""

    def likeness(i: int, j: int) -> float:
        total = shared[i][i] + shared[j][j]
        return 2 * shared[i][j] / total if total else 1.0

    left = list(range(len(shared)))
    chosen = max(left, key=lambda one: (sum(likeness(one, other) for other in left), -one))
    order = [chosen]
    nearest = [likeness(chosen, one) for one in left]
    left.remove(chosen)
    while left:
        chosen = max(left, key=lambda one: (nearest[one], -one))
        order.append(chosen)
        left.remove(chosen)
        nearest = [max(known, likeness(chosen, one)) for one, known in enumerate(nearest)]
    return order
