"""Places where a document has the words of a stored definition.

A corpus asks less of a passage than `quotations` does, and asks it of a thousand times as many texts: which
definition is nearest and how near, not who is named as its source or what is to be mended. Three looks, each
closer than the one before:

1. Every text: which blocks share pairs of rare words with some definition (`quotations.index`).
2. Those blocks: where these pairs stand close together, and of which definitions they are.
3. Those places: the words that agree, by a longest common subsequence of stems, and the clause around them.

What is compared is the clause, from the verb that defines to the end of its sentence, with the part of the
definiens that it gives: two texts that only share a turn of phrase are not alike.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, islice

from aidefs.alignment.engine import matching_blocks
from aidefs.classes import NamedTuple
from aidefs.corpora.clauses import beginning, ending
from aidefs.corpora.occurrence import Occurrence, Relation
from aidefs.corpora.standing import UNKNOWN, Standings, Taker
from aidefs.patterns import late
from aidefs.quotations.index import Index, WordPair, small, word_pattern
from aidefs.quotations.references import ReferenceText, stem, weight
from aidefs.quotations.titles import Mention, Titles

__all__ = ["CHANGED", "PARAPHRASE", "Parallels"]

CHANGED = 0.7  # similarity from which a passage is the definition with changes
PARAPHRASE = 0.45  # from which it is a paraphrase
BLOCK = 2048  # characters that are looked at as one
SHARE = 0.3  # of the pairs of a definition that a place must have ...
MOST = 8  # ... but no more than these
LEAST = 4  # nor fewer, where the definition has as many
APART = 240  # characters between two pairs of one place
REACH = 40  # words before and behind the pairs that are aligned
RIVALS = 12  # wordings that a place is aligned with
RIVAL = 0.5  # share of the votes of the best one that another needs
ADDED = 0.5  # what a word costs that stands between words that agree, in words of five letters
OMITTED = 0.1  # what one costs that is left out there ...
OMITTED_AT_MOST = 1.0  # ... and all of them together
CITED = 300  # characters before and behind a passage in which its source may be named
FRAME_GAP = 120  # characters between the verb that defines and what agrees
LIGHTEST = 5.0  # weight of the words that agree; fewer are a turn of phrase
LIGHTEST_PART = 8.0  # the same of a part of a definition
WHOLE = 0.75  # share of a definiens that counts as all of it
PART = 0.85  # what the likeness with a part is worth beside that with a whole

WINDOW = 8000  # characters of a stretch that is searched at once
TAIL = 2500  # characters at its end in which a passage may go on behind it

_WORD = late(r"[^\W_]+")
_SPACE = late(r"\s")
# The verbs that define, in the languages of most of the collection, and the marks that stand for one.
_FRAME = late(
    r"\b(?:means?|includes?|refers?\s+to|(?:is|are)\s+defined\s+as|is|are|as|encompass(?:es)?"
    r"|bezeichnet|bedeutet|ist|sind|désigne|s['’]entend|est|significa|es|son|entenderá|è|sono|é|são"
    r"|wordt|betekent|is|oznacza)\b[\s:—–,-]*"
    r"|[:—–：是指]\s*|,\s+(?=an?\s)",
    re.IGNORECASE,
)


class _PlacedWord(NamedTuple):
    """A word of a text: its stem, the word in small letters, and its place."""

    stem: str
    small: str
    start: int
    end: int


class _Aligned(NamedTuple):
    """Words of a text beside those of a definiens.

    Attributes:
        first: Index of the first word that agrees.
        last: Index behind the last one.
        place: Index of its first word in the definiens.
        stop: Index behind the last one there.
        score: Weight of what agrees less the cost of what stands between.
    """

    first: int
    last: int
    place: int
    stop: int
    score: float


class _Clause(NamedTuple):
    """A clause around words that agree.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last one.
        body: Where it begins to say what the term means.
        framed: Whether a verb defines.
    """

    start: int
    end: int
    body: int
    framed: bool


Merit = tuple[float, float, int]  # how near, how much agrees, and the order of the definitions
Placed = tuple[WordPair, int]  # a pair of words and its offset


class _Definiens:
    """One stored definiens, prepared.

    Attributes:
        reference: The definition.
        words: Its words.
        codes: A character a word, by its stem.
        total: Running weights of its words.
        letters: Its letters in one row, without enumerators.
        parts: Its elements with the words of each: name, first, behind the last.
    """

    def __init__(self, reference: ReferenceText, alphabet: dict[str, str], titles: Titles) -> None:
        text = reference.definition.text
        self.reference = reference
        self.words = _words(text, reference.head, reference.end)
        self.codes = "".join(alphabet.setdefault(word.stem, chr(len(alphabet) + 1)) for word in self.words)
        # Who names the same Act has not the same definition.
        named = [
            one for one in titles.mentions(text, reference.head, reference.end) if one.kind == "instrument"
        ]
        self.total = [0.0, *accumulate(_weight(word, named) for word in self.words)]
        self.letters = _letters(self.words)
        self.parts = tuple(_parts(reference, [word.start for word in self.words]))

    @property
    def id(self) -> str:
        """Id of the definition."""
        return self.reference.definition.id


def _words(text: str, start: int, end: int) -> list[_PlacedWord]:
    """The words between two offsets; enumerators and the numbers of notes are none."""
    return [
        _PlacedWord(stem(word), word.casefold(), match.start(), match.end())
        for match in _WORD.finditer(text, start, end)
        if (len(word := match[0]) > 3 or not _is_number(word))
    ]


def _is_number(word: str) -> bool:
    return (len(word) == 1 and word.isascii()) or word.isdecimal() or not word.strip("ivx")


def _weight(word: _PlacedWord, named: Iterable[Mention]) -> float:
    """How much it means that a word agrees: nothing in the name of an instrument."""
    return 0.0 if any(one.start <= word.start < one.end for one in named) else weight(word.stem)


def _letters(words: Iterable[_PlacedWord]) -> str:
    """The letters of words in one row: lines that are cut in a word or at a hyphen are no difference."""
    return "".join([word.small for word in words])


def _parts(reference: ReferenceText, starts: Sequence[int]) -> Iterator[tuple[str, int, int]]:
    """The elements of a reviewed definition with the words of each, by their indices in the definiens."""
    text, at = reference.definition.text, 0
    places = [place for place, sign in enumerate(text) if not sign.isspace()]
    signs = "".join(text.split())
    for element, words in reference.definition.segments:
        sought = "".join(words.split())
        begin = signs.find(sought, at) if sought else -1
        if begin < 0:
            return
        at = begin + len(sought)
        first, last = bisect_left(starts, places[begin]), bisect_right(starts, places[at - 1])
        if first < last and element != "frame":
            yield element, first, last


class Parallels:
    """The search for the words of the definitions of a library.

    Args:
        index: The index over the library.
    """

    def __init__(self, index: Index) -> None:
        self.index = index
        self.known = frozenset(index.postings)
        sizes = Counter(chain.from_iterable(index.postings.values()))
        self.needed = tuple(
            min(max(LEAST, min(MOST, round(SHARE * sizes[one.rank]))), max(sizes[one.rank], 1))
            for one in index.references
        )
        self.least = min(self.needed, default=1)
        self.alphabet: dict[str, str] = {}
        self.definientia = tuple(_Definiens(one, self.alphabet, index.titles) for one in index.references)
        self.ranks = {one.id: rank for rank, one in enumerate(self.definientia)}
        self.worded: dict[str, list[str]] = {}
        for one in self.definientia:
            self.worded.setdefault(one.letters, []).append(one.id)
        self.standings = Standings(index)

    def find(self, text: str, lowered: str | None = None, document: Taker = UNKNOWN) -> list[Occurrence]:
        """The places of a text that have the words of definitions, in order; they do not overlap.

        Args:
            text: The text.
            lowered: The same in small letters, by `quotations.index.small`.
            document: What is known of the document, by which one of several texts is its origin.
        """
        lowered = small(text) if lowered is None else lowered
        found: list[Occurrence] = []
        pattern = word_pattern(lowered)
        for low, high in self._hot(lowered, pattern):
            for group in _groups(self._placed(pattern.finditer(lowered, low, high))):
                found += self._in_group(text, document, group, found[-1].end if found else 0)
        return found

    def _in_group(
        self, text: str, document: Taker, group: Sequence[Placed], floor: int
    ) -> Iterator[Occurrence]:
        """The passages of pairs that stand close together, a window at a time."""
        while group:
            low, last = group[0][1], group[-1][1]
            high = min(last + 1, low + WINDOW)
            window = group[: bisect_left(group, high, key=lambda one: one[1])]
            following = high if high > last else high - TAIL
            if self._touched({pair for pair, _ in window}):
                around = max(low - 8 * REACH, floor), min(high + 8 * REACH, len(text))
                place = _Place(text, document, self.index.titles, self.alphabet, *around)
                for one in self._within(place, window, floor, len(text)):
                    if high <= last and one.end > high - TAIL and one.start > low:
                        following = min(following, one.start)  # perhaps it goes on behind the window
                        break
                    floor = one.end
                    following = max(following, floor)
                    yield one
            group = group[bisect_left(group, following, key=lambda one: one[1]) :]

    # --- the first look -----------------------------------------------------------------------

    def _hot(self, lowered: str, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
        """Spans of blocks that share enough with a definition, with the blocks beside them."""
        hot: list[tuple[int, int]] = []
        before: frozenset[WordPair] = frozenset()
        low = start = 0
        while start < len(lowered):
            end = _cut(lowered, start + BLOCK)
            words = pattern.findall(lowered, start, end)
            found = self.known.intersection(zip(words, islice(words, 1, None), strict=False))
            if len(found) + len(before) >= self.least and self._touched(found | before):
                top = _cut(lowered, end + BLOCK // 2)
                if hot and hot[-1][1] >= low:
                    hot[-1] = hot[-1][0], top
                else:
                    hot.append((low, top))
            before = found
            low, start = start, end
        return hot

    def _touched(self, found: Iterable[WordPair], among: frozenset[str] | None = None) -> list[int]:
        """The definitions that have enough of some pairs, the best first."""
        votes = Counter(chain.from_iterable(map(self.index.postings.__getitem__, found)))
        if among is not None:
            votes = Counter({n: count for n, count in votes.items() if self.definientia[n].id in among})
        most = max(votes.values(), default=0)
        if most < self.least:
            return []
        needed, least = self.needed, most * RIVAL
        ranks = [rank for rank, count in votes.items() if count >= needed[rank] and count >= least]
        ranks.sort(key=lambda rank: (-votes[rank], rank))
        return ranks

    # --- the second ---------------------------------------------------------------------------

    def _placed(self, matches: Iterable[re.Match[str]]) -> list[Placed]:
        """The pairs of some words that stand in definitions, with their offsets."""
        found = list(matches)
        words = [match[1] for match in found]
        pairs = zip(words, islice(words, 1, None), strict=False)
        return [
            (pair, match.start()) for pair, match in zip(pairs, found, strict=False) if pair in self.known
        ]

    def _within(
        self, place: _Place, group: Sequence[Placed], floor: int, ceiling: int
    ) -> Iterator[Occurrence]:
        """The passages of a group of pairs between two offsets: the nearest first, then around it."""
        one = self._nearest(place, group, floor, ceiling)
        if one is None:
            return
        yield from self._within(place, [pair for pair in group if pair[1] < one.start], floor, one.start)
        yield one
        yield from self._within(place, [pair for pair in group if pair[1] >= one.end], one.end, ceiling)

    def _nearest(self, place: _Place, group: Sequence[Placed], floor: int, ceiling: int) -> Occurrence | None:
        """The passage that some pairs are: of the nearest text, and of one that was there before."""
        document, standings = place.document, self.standings
        one = self._best(place, group, floor, ceiling)
        if one is None:
            return None
        if one.same_wording and (cited := place.named(one.start, one.end).intersection(one.same_wording)):
            one = self._best(place, group, floor, ceiling, cited) or one
        if standings.standing(one.definition, document) in ("earlier", ""):
            return one
        return one._replace(earlier=self._best(place, group, floor, ceiling, standings.before(document)))

    def _best(
        self,
        place: _Place,
        group: Sequence[Placed],
        floor: int,
        ceiling: int,
        among: frozenset[str] | None = None,
    ) -> Occurrence | None:
        """The nearest of some texts, by default of all; of those with the same words the likeliest origin."""
        best: tuple[Merit, Occurrence] | None = None
        touched = self._touched({pair for pair, _ in group}, among)
        for letters in islice(dict.fromkeys(self.definientia[rank].letters for rank in touched), RIVALS):
            names = [name for name in self.worded[letters] if among is None or name in among]
            rank = self.ranks[self.standings.first(names, place.document)]
            made = self._passage(place, rank, group, floor, ceiling)
            if made is not None and (best is None or made[0] > best[0]):
                best = made
        return best and best[1]

    # --- the third ----------------------------------------------------------------------------

    def _passage(
        self, place: _Place, rank: int, group: Sequence[Placed], floor: int, ceiling: int
    ) -> tuple[Merit, Occurrence] | None:
        """The passage of one definition, with how much speaks for it; None where it is none."""
        own = self.index.postings
        places = [at for pair, at in group if rank in own[pair]]
        if not places:
            return None  # the words before the definiens are those of another text that has the same
        low, high = _densest(places)
        definiens = self.definientia[rank]
        first, last = place.words_between(max(low - 8 * REACH, floor), min(high + 8 * REACH, ceiling))
        words, codes = place.words[first:last], place.codes[first:last]
        aligned = _aligned(definiens, codes)
        if aligned is None or aligned.score < LIGHTEST:
            return None
        clause = place.clause(words[aligned.first].start, words[aligned.last - 1].end, floor, ceiling)
        begin = min(bisect_left(words, clause.body, key=lambda word: word.start), aligned.first)
        stop = max(bisect_right(words, clause.end, key=lambda word: word.end), aligned.last)
        written = words[begin:stop]
        there, same = _agreeing(definiens, written, codes[begin:stop])
        whole = 2 * sum(same) / (len(written) + len(same))
        inner = same[aligned.place : aligned.stop]
        part = 2 * sum(inner) / (len(written) + len(inner))
        letters = _letters(written)
        exact = definiens.letters in letters and whole >= PARAPHRASE
        relation, extent, similarity = _judged(exact, whole, part, len(inner) / len(same), aligned.score)
        if relation is None or (relation == "paraphrase" and not clause.framed):
            return None
        merit = 1.0 if letters == definiens.letters else max(whole, PART * part)
        alike = tuple(name for name in self.worded[definiens.letters] if name != definiens.id)
        found = Occurrence(
            clause.start,
            clause.end,
            definiens.id,
            relation,
            extent,
            round(similarity, 4),
            alike,
            "",
            *_elements(definiens, there, same),
        )
        return (merit, aligned.score, -rank), found


class _Place:
    """A stretch of a text that is aligned with several definitions."""

    def __init__(
        self, text: str, document: Taker, titles: Titles, alphabet: Mapping[str, str], low: int, high: int
    ) -> None:
        self.text = text
        self.document = document
        self.titles = titles
        self.words = _words(text, low, high)
        self.starts = [word.start for word in self.words]
        self.codes = "".join([alphabet.get(word.stem, "\0") for word in self.words])
        self.clauses: dict[tuple[int, int, int, int], _Clause] = {}

    def words_between(self, low: int, high: int) -> tuple[int, int]:
        """Indices of the first word behind an offset, and of the first behind another."""
        return bisect_left(self.starts, low), bisect_left(self.starts, high)

    def named(self, start: int, end: int) -> frozenset[str]:
        """The stored texts whose names stand beside a passage."""
        low, high = max(start - CITED, 0), min(end + CITED, len(self.text))
        told = self.titles.mentions(self.text, low, high)
        return frozenset(name for one in told if one.kind == "instrument" for name in one.ids)

    def clause(self, start: int, end: int, floor: int, ceiling: int) -> _Clause:
        """The clause of some words; several definitions mostly have the same."""
        place = start, end, floor, ceiling
        if place not in self.clauses:
            self.clauses[place] = _clause(self.text, *place)
        return self.clauses[place]


def _judged(
    exact: bool, whole: float, part: float, share: float, score: float
) -> tuple[Relation | None, str, float]:
    """How a clause gives a definition, how much of it, and how near it is.

    Args:
        exact: Whether the whole definiens is there word for word.
        whole: Similarity with the whole definiens.
        part: Similarity with the part of it that is there.
        share: How much of it that is.
        score: Weight of what agrees.
    """
    if exact:
        return "exact", "whole", 1.0
    extent = "whole" if share >= WHOLE else "truncated"
    similarity = whole if extent == "whole" else max(part, whole)
    if similarity >= CHANGED and (extent == "whole" or score >= LIGHTEST_PART):
        return "changed", extent, similarity
    return ("paraphrase" if similarity >= PARAPHRASE else None), extent, similarity


def _cut(text: str, at: int) -> int:
    """A place at or shortly behind an offset where no word is cut."""
    if at >= len(text):
        return len(text)
    space = _SPACE.search(text, at, at + 100)
    return space.start() if space else at


def _groups(placed: Iterable[Placed]) -> Iterator[list[Placed]]:
    """Pairs that stand close together."""
    group: list[Placed] = []
    for one in placed:
        if group and one[1] - group[-1][1] > APART:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _densest(places: Sequence[int]) -> tuple[int, int]:
    """The longest run of offsets with no gap; the first of several."""
    best = low = 0
    size = 0
    for k in range(len(places)):
        if k and places[k] - places[k - 1] > APART:
            low = k
        if k - low + 1 > size:
            size, best = k - low + 1, low
    return places[best], places[best + size - 1]


def _aligned(definiens: _Definiens, codes: str) -> _Aligned | None:
    """The words that agree, without those that agree by chance before and behind."""
    best: _Aligned | None = None
    score = 0.0
    first = place = behind = ahead = 0
    total = definiens.total
    for i, j, length in matching_blocks(definiens.codes, codes):
        cost = ADDED * (j - behind) + min(OMITTED * (i - ahead), OMITTED_AT_MOST)
        if score <= cost:
            score, first, place = 0.0, j, i
        else:
            score -= cost
        score += total[i + length] - total[i]
        behind, ahead = j + length, i + length
        if best is None or score > best.score:
            best = _Aligned(first, behind, place, ahead, score)
    return best and _extended(best, definiens.codes, codes)


def _extended(one: _Aligned, official: str, codes: str) -> _Aligned:
    """What agrees right before and behind, for which the alignment took other places: "the", "of"."""
    first, last, place, stop, _ = one
    while first and place and codes[first - 1] == official[place - 1]:
        first, place = first - 1, place - 1
    while last < len(codes) and stop < len(official) and codes[last] == official[stop]:
        last, stop = last + 1, stop + 1
    return one._replace(first=first, last=last, place=place, stop=stop)


def _clause(text: str, start: int, end: int, floor: int, ceiling: int) -> _Clause:
    begin = beginning(text, start, floor)
    body, framed = start, False
    for match in _FRAME.finditer(text, begin, start + 1):
        body, framed = match.end(), True
    if start - body > FRAME_GAP:
        body = start
    return _Clause(begin, ending(text, end, ceiling), body, framed)


def _agreeing(
    definiens: _Definiens, written: Sequence[_PlacedWord], codes: str
) -> tuple[bytearray, bytearray]:
    """Of each word of a definiens whether it is there by its stem, and whether it is there as it stands."""
    there, same = bytearray(len(definiens.words)), bytearray(len(definiens.words))
    for i, j, length in matching_blocks(definiens.codes, codes):
        for k in range(length):
            there[i + k] = 1
            same[i + k] = definiens.words[i + k].small == written[j + k].small
    return there, same


def _elements(
    definiens: _Definiens, there: bytearray, same: bytearray
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The elements of a definiens that are kept word for word, in part, and hardly at all."""
    counts: dict[str, list[int]] = {}
    for element, first, last in definiens.parts:
        count = counts.setdefault(element, [0, 0, 0])
        count[0] += last - first
        count[1] += sum(there[first:last])
        count[2] += sum(same[first:last])
    kept = tuple(name for name, (every, _, word) in counts.items() if word == every)
    lost = tuple(name for name, (every, have, _) in counts.items() if 2 * have < every)
    return kept, tuple(name for name in counts if name not in kept and name not in lost), lost
