"""Fragments: a few words of a text between quotation marks, near its name.

Lawyers quote clauses: “may exhibit adaptiveness after deployment”. So short a passage says nothing by
itself; it is held against the text that is named beside it, in all its versions. It is a fragment of this
text where its words stand there, a changed one where all but a few do. That it stands in no version is said
only of words that are introduced as the definition of the term, because nothing but the definition is
stored of an instrument.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from math import ceil

from aidefs.alignment.edits import Edit
from aidefs.classes import NamedTuple
from aidefs.patterns import late
from aidefs.quotations.candidates import FirstLook
from aidefs.quotations.index import Index, bits_in, pairs, places_of, small
from aidefs.quotations.introductions import (
    DEFINED_AS,
    DEFINES_OR_STATES,
    DEFINING_CUES,
    DEFINITION_READS,
    IS_IN_PROVISION,
    IS_UNDER,
    NO_TERM,
    SPEAKS_IN_PROVISION,
    STATES_IN_PROVISION,
    WORDS_OF_PROVISION,
)
from aidefs.quotations.local_alignment import ROUNDING, Stretch
from aidefs.quotations.marks import MARKS, QuotedSpan, quoted_spans
from aidefs.quotations.passages import ParallelPassage, may_add_openly
from aidefs.quotations.references import ReferenceText, StemmedWord, words
from aidefs.text.tokens import Scan

__all__ = [
    "ALIKE",
    "CUES",
    "KNOWN",
    "LETTERS",
    "STATED",
    "UNKNOWN_LENGTH",
    "Overlap",
    "begins_as_definition",
    "best_fragment",
    "cited_behind",
    "fragment_of",
    "has_in_common",
    "introduced_as_definition",
    "is_changed",
    "is_introduced",
    "is_nearly",
    "is_shortened",
    "is_spelt_otherwise",
    "is_term",
    "least_departing",
    "long_enough",
    "may_be_changed",
    "may_be_of_any",
    "may_define",
    "may_quote_definition",
    "quoted_words",
    "statements",
]

CONTENT = 3  # content words of a fragment
OMITTED = 8  # words that are left out of a fragment at one place; more speak no louder against a text
WINDOW = 40  # words of a fragment up to which it is looked for word by word
DIAGONALS = 3  # places of a text that are tried
SLACK = 4  # words by which such a place may be longer or shorter than the fragment
SHARED = 2  # content words beside the term that a fragment has in common with its text
LETTERS = 4  # of a content word
SHARE = 0.5  # of the content words that must be known to the library
MOSTLY = 0.6  # of the content words, where none stand beside each other in it
STATED = 0.3  # similarity from which a statement in prose is a paraphrase of the text that is named
PUT_IN = 0.6  # similarity from which a fragment into which words are put is a changed one
LEFT_OUT = 6  # words of a fragment that is changed if words are left out of it, however many
CONDENSED = 4  # content words of one that is condensed
STRETCHED = 1.75  # words of the stretch that it is made from, for each of its own
ALMOST = 0.85  # the same by stems, where some agree letter for letter
FEWEST_EQUAL = 5
SAME = 0.7  # similarity from which a fragment is taken for a changed one
KNOWN = 0.75  # similarity from which words are known to be those of a text
FEW_CHANGED = 3  # words of them that may be others
MANY_LEFT = 10  # of words that may lack more of the text
ALIKE = 0.4  # similarity from which the definition that is named is said to be changed, and not another
UNKNOWN_LENGTH = 8  # words of a quotation of another text that is worth a note
PROVISION = 40  # characters before a quotation in which "in the words of Article 3(1)" may stand
BEFORE = 240  # characters before a quotation in which a sentence may say what it is
LONGEST = 400  # words
_Departure = tuple[bool, float, int, int]
_ENDS = 2  # of a part of a text
_NUMERAL = late(r"[a-z]|[ivx]{1,4}")  # a word that may be an enumerator
_NUMERAL_LETTERS = 4
_LETTER = late(r"\((?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})\)")  # "(A)" before a limb, and not "(AI)"

# A sentence that says in prose what the definition of a text is.
_STATEMENT = late(
    r"(?:\b(?:defin(?:es|ed|ing)|explain(?:s|ed)|describe[sd]?|understands?|definiert|définit"
    r"|definisce|definieert|definiuje"
    r"|define)\s+(?:an?\s+|the\s+term\s+|einen?\s+|une?\s+|l’|les\s+|uno?\s+|una\s+|een\s+)?"
    r"|\b(?:under|according\s+to|nach|gemäß|laut|selon|según|secondo"
    r"|volgens)\s+[^,.;\n]{3,80},?\s+(?:an?\s+)?)"
    r"[“\"'‘„«*]{0,3}(?:artificial\s+intelligence|AI|KI|IA|SI)?"
    r"(?:[- ]?(?:systems?|Systeme?|systeem|sistemas?))?"
    r"[”\"'’“»*]{0,3}\s++"
    r"(?:broadly\s+|generally\s+)?(?:as|als|comme|como|come|jako|is|are|means?|to\s+be|ist|sind|est|es|è)\s+",
    re.IGNORECASE,
)
_STATED = late(
    r"[^.;\n]{20,600}(?:[.](?=\s|\Z)(?:\s+(?:These|They|It|Such|In\s+addition|Sie|Diese|Ils|Elles"
    r"|Ces|Estos)\b[^.\n]{10,400}[.]){0,2})?"
)
_CONNECTOR = late(
    r"[”’\"'»“]*\s*(?:\([^()]{1,40}\)\s*)?(?:,?\s*(?:or|and)\s+[“‘\"'].{2,60}?[”’\"']\s*)?(?:shall\s+)?"
    r"(?:means?|has|have|refers?|includes?|is\s+defined|bezeichnet|désigne|significa|oznacza)\b",
    re.IGNORECASE,
)
# The term between marks and a connector, between the marks of a quotation; the first mark may be missing.
_BEGINS_AS_DEFINITION = late(
    r"\W*(?:the\s+term\s+)?[“\"‘'«„]?(?P<term>[^“”\"«»„\n]{2,80}?)[”\"’'»“]\s+(?:(?:shall|does|may|also)\s+)*(?:not\s+)?"
    r"(?:means?|includes?|excludes?|refers?\s+to|bezeichnet|désigne|comprend|significa|comprende|betekent|omvat)\b",
    re.IGNORECASE,
)
_TO_LAST_SENTENCE = late(r".*[.;!?]\s", re.DOTALL)
_AMENDS = late(r"\b(?:strik|insert|amend|redesignat|substitut|delet|replac|adding)\w*", re.IGNORECASE)
_SAYS = late(
    r"\b(?:d[eé]fin\w*|mean\w*|is|are|refers?|reads|says|understood|ist|sind|bezeichnet|lautet|est"
    r"|désigne|es|è|son|sono"
    r"|oznacza|betekent)\b",
    re.IGNORECASE,
)
_CITED = late(r"[\s.,;”\"’»“]*[(\[](?P<cited>(?:[^()\[\]\n]|\([^()\n]{0,12}\)){3,80})[)\]]")
_CITES_MORE = late(
    r"\b(?:recitals?|annex\w*|and|with|compare|cf|erwägungs\w*|anhang|und|consid[eé]r\w*|et|y|e|en)\b|[;/&]",
    re.IGNORECASE,
)
# With what such words begin that stand in these patterns, as a first look finds them: cut to five letters.
_STATEMENT_CUES = frozenset(
    ("defin", "défin", "expla", "descr", "under", "accor", "nach", "gemäß", "laut", "selon", "según", "secon",
     "volge")
)  # fmt: skip
CUES = _STATEMENT_CUES | DEFINING_CUES
_OF_AI = frozenset(("intel", "intél", "ai", "ki", "ia"))
_ARTIFICIAL = frozenset(("arti", "küns", "kuns", "kuen", "ai", "ki", "ia"))


def statements(text: str, look: FirstLook) -> Iterator[tuple[int, int]]:
    """Where a text says in prose what a definition is: "Under the Act, an AI system is …".

    Args:
        text: The text.
        look: What a first look for `CUES` told of it.
    """
    behind = 0
    for at in _places(look, _STATEMENT_CUES):
        match = _STATEMENT.match(text, at) if at >= behind else None
        if match:
            behind = match.end()
            stated = _STATED.match(text, behind)
            if stated:
                yield stated.span()


def may_define(text: str, look: FirstLook) -> bool:
    """Whether a text speaks of definitions at all; `look` as in `statements`."""
    return any(DEFINES_OR_STATES.match(text, at) for at in _places(look, DEFINING_CUES))


def _places(look: FirstLook, wanted: frozenset[str]) -> Iterator[int]:
    """Where some of the cues stand, in order."""
    for low, high, cues in look.cued:
        found = []
        for cue in cues & wanted:
            at = look.small.find(cue, low, high)
            while at >= 0:
                found.append(at)
                at = look.small.find(cue, at + 1, high)
        yield from sorted(found)


def is_term(behind: str) -> bool:
    """Whether words between marks are a term, by the connector that follows."""
    return _CONNECTOR.match(behind) is not None


def has_in_common(content: str, references: Iterable[ReferenceText], least: int = SHARED) -> bool:
    """Whether words have more in common with a text than the term that it defines: some content words."""
    keys = {key for key, _, _ in words(content) if len(key) >= LETTERS}
    return any(len(keys & one.content) >= least for one in references)


def is_changed(passage: ParallelPassage) -> bool:
    """Whether words that differ from a text are a changed fragment of it, and no other words.

    They are where most agree, where a few words are put in, or where words are left out of a longer one.
    """
    gone, new = (sum(counts) for counts in zip((0, 0), *passage.changed, strict=True))
    low, high = passage.words
    left_out = not new and high - low >= LEFT_OUT
    put_in = not gone and passage.similarity >= PUT_IN
    alike = passage.similarity >= SAME or put_in or left_out
    return alike or _differs_in_endings(passage) or _is_condensed(passage)


def _differs_in_endings(passage: ParallelPassage) -> bool:
    """Whether most words that differ are those of the text in another number: "the inputs they receive"."""
    equal, gone, new = passage.redline.words.equal, 0, 0
    if equal < FEWEST_EQUAL:
        return False
    for change in passage.faults:
        sides = ("".join(one.text for one in change if one.op == op) for op in ("delete", "insert"))
        old, now = (Counter(key for key, _, _ in words(side)) for side in sides)
        same = (old & now).total()
        equal, gone, new = equal + same, gone + old.total() - same, new + now.total() - same
    return 2 * equal >= ALMOST * (2 * equal + gone + new)


def _is_condensed(passage: ParallelPassage) -> bool:
    """Whether all words stand in a stretch of the text in their order, though perhaps with other endings.

    "replaces or substantially replaces decisions", of "to replace decisions or substantially replace them".
    """
    keys = [key for key, _, _ in words(passage.text)]
    if len(keys) < LEFT_OUT or sum(len(key) >= LETTERS for key in keys) < CONDENSED:
        return False
    stretch = _in_order(passage.reference, keys)
    return stretch is not None and stretch[1] - stretch[0] <= STRETCHED * len(keys)


def is_spelt_otherwise(change: Sequence[Edit]) -> bool:
    """Whether a change leaves the letters as they are: "decision-making", "decision making"."""
    gone, new = (
        "".join(c for one in change if one.op == op for c in one.text.casefold() if c.isalnum())
        for op in ("delete", "insert")
    )
    return gone == new != ""


def is_nearly(passage: ParallelPassage) -> bool:
    """Whether words are known to be those of a text, but for one or two."""
    changed = sum(max(sides) for sides in passage.changed)
    return passage.similarity >= KNOWN and changed <= FEW_CHANGED


def is_shortened(passage: ParallelPassage) -> bool:
    """Whether many words are known to be those of a text of which a stretch is left out or exchanged."""
    low, high = passage.words
    new = sum(added for _, added in passage.changed)
    return passage.similarity >= KNOWN and new <= FEW_CHANGED and high - low >= MANY_LEFT


def begins_as_definition(content: str, reference: ReferenceText) -> bool:
    """Whether words begin as a law does where it defines a term: "“Artificial intelligence” excludes"."""
    found = _BEGINS_AS_DEFINITION.match(content)
    if found is None:
        return False
    return [key for key, _, _ in words(found["term"])] == [
        key for key, _, _ in words(reference.definition.term)
    ]


def may_be_changed(overlap: Overlap, reference: ReferenceText, least: float = 0.0) -> bool:
    """Whether words may be letter for letter a fragment of a text, or a changed one: a look before redlines.

    Args:
        overlap: The words.
        reference: The text.
        least: Similarity that a changed fragment needs besides.
    """
    return overlap.may_be_similar(reference, max(PUT_IN, least))


def may_be_of_any(overlap: Overlap, index: Index, least: float = 0.0, ranks: Set[int] | None = None) -> bool:
    """The same of any text of an index, or of any with one of some ranks."""
    likely = overlap.likely(index, max(PUT_IN, least), ranks)
    return any(may_be_changed(overlap, one, least) for one in likely)


def may_quote_definition(before: str) -> bool:
    """Whether the sentence before a quotation says what something is, and does not amend a law."""
    ends = _TO_LAST_SENTENCE.match(before)
    sentence = before[ends.end() :] if ends else before
    said = _SAYS.search(sentence) is not None or before.rstrip(MARKS + " \n").endswith(":")
    return said and not _AMENDS.search(sentence)


def long_enough(content: str) -> bool:
    """Whether words between marks are a fragment of a text rather than a term."""
    return sum(len(key) >= LETTERS for key, _, _ in words(content)) >= CONTENT


def quoted_words(text: str, index: Index) -> Iterator[QuotedSpan]:
    """The stretches between marks that may be fragments of the library, or quotations of another text."""
    for span in quoted_spans(text):
        low, high = span.inner
        if not span.closed or high - low < CONTENT * LETTERS or high - low > LONGEST * 12:
            continue
        known = not index.postings.keys().isdisjoint(pairs(small(text[low:high])))
        before = text[max(span.start - BEFORE, 0) : span.start]
        stated = WORDS_OF_PROVISION.search(before, max(len(before) - PROVISION, 0))
        said = may_quote_definition(before)
        if not (known or stated or said):
            continue  # before its words are looked at one by one
        keys = [key for key, _, _ in words(text[low:high])]
        if len(keys) > LONGEST:
            continue
        content = [key for key in keys if len(key) >= LETTERS]
        stored = sum(key in index.stems for key in content)
        like = (known and stored >= SHARE * len(content)) or stated is not None
        # "for explicit or tacit objectives": a word between two that are known leaves no pair of them.
        like = bool(like) or (said and len(content) > stored >= MOSTLY * len(content))
        like = bool(like) or _BEGINS_AS_DEFINITION.match(text, low, high) is not None
        if (like and len(content) >= CONTENT) or (len(keys) >= UNKNOWN_LENGTH and said):
            yield span


class Overlap:
    """What words may have in common with texts, at most: a look that spares redlines.

    No redline keeps more words than the longest common subsequence of both texts has (computed as in
    `alignment.engine`). Each word of a fragment that it has not is a fault, unless it may be an enumerator or
    an editor's, or stand in a note.
    """

    def __init__(self, content: str) -> None:
        """Takes the words of a fragment."""
        self._content = content
        self._sides: dict[bool, _QuotedKeys] = {}
        self._agreeing: dict[str, int] = {}

    def lacks(self, reference: ReferenceText) -> int:
        """How many words of the fragment are faults beside a text, at least."""
        return max(self._side_of(reference.elides).faults - self.agreeing(reference), 0)

    def may_be_all(self, reference: ReferenceText) -> bool:
        """Whether it lacks none, perhaps: first by the words that both have in any order."""
        return self.may_be_similar(reference, 1.0)

    def similarity(self, reference: ReferenceText) -> float:
        """How similar both may be."""
        return self._side_of(reference.elides).similarity(self.agreeing(reference))

    def may_be_similar(self, reference: ReferenceText, least: float) -> bool:
        """Whether both may be so similar, first by the words that both have in any order."""
        side = self._side_of(reference.elides)
        # Of the different words, as if each that stands twice did so in both: a look that refuses most texts.
        most = len(reference.set_of_keys.intersection(side.places)) + len(side.keys) - len(side.places)
        if side.similarity(most + _ENDS) < least:
            return False  # whatever the compounds
        both = sum(map(reference.set_of_keys.__contains__, side.keys))
        both += side.torn(reference.keys_in_compounds)
        return side.similarity(both) >= least and self.similarity(reference) >= least

    def likely(self, index: Index, least: float, ranks: Set[int] | None = None) -> Iterator[ReferenceText]:
        """The texts of an index to which the words may be similar, by those that stand in both in any order.

        Args:
            index: The index.
            least: How similar.
            ranks: Ranks of the texts that count; by default all.
        """
        counting = -1 if ranks is None else sum(1 << rank for rank in ranks)
        for elides, ranks_with in index.ranks_with.items():
            side = self._side_of(elides)
            torn = side.torn(index.keys_in_compounds)
            needed = side.faults * least / (2 - least) - torn - ROUNDING
            if needed <= 0:
                some = index.references if ranks is None else map(index.references.__getitem__, sorted(ranks))
                yield from (one for one in some if one.elides == elides)
                continue
            bits = index.bits_with[elides]
            found = bits_in(ceil(needed), (bits[key] for key in side.keys if key in ranks_with))
            yield from map(index.references.__getitem__, places_of(found & counting))

    def agreeing(self, reference: ReferenceText) -> int:
        """How many words both may have in common, in their order."""
        if reference.id not in self._agreeing:
            self._agreeing[reference.id] = self._most(reference)
        return self._agreeing[reference.id]

    def _most(self, reference: ReferenceText) -> int:
        side = self._side_of(reference.elides)
        keys, places = side.keys, side.places
        if not side.faults:
            return len(keys)
        state = full = (1 << len(keys)) - 1  # a bit is 0 where the subsequence grows at that word
        for key in reference.keys_of_words:
            if key in places:
                both = state & places[key]
                state = ((state + both) | (state - both)) & full
        return len(keys) - state.bit_count() + side.torn(reference.keys_in_compounds)

    def _side_of(self, elides: bool) -> _QuotedKeys:
        found = self._sides.get(elides)
        if found is None and elides and not ("’" in self._content or "'" in self._content):
            found = self._sides[elides] = self._side_of(False)
        if found is None:
            side = Scan(self._content, elides)
            keys = list(side.keys_of(side.word_codes))
            plain = sum(
                key.isalpha() and not (len(key) <= _NUMERAL_LETTERS and _NUMERAL.fullmatch(key))
                for key in keys
            )
            places: dict[str, int] = {}
            for k, key in enumerate(keys):
                places[key] = places.get(key, 0) | 1 << k
            faults = 0 if may_add_openly(self._content) else plain
            compounds = sum(not key.isalnum() for key in keys)
            found = self._sides[elides] = _QuotedKeys(keys, places, faults, compounds)
        return found


class _QuotedKeys(NamedTuple):
    """The words of a fragment.

    Attributes:
        keys: Their comparison keys.
        places: Key → where it stands, a bit each.
        faults: How many are faults if they do not agree.
        compounds: How many are compounds, or enumerators.
    """

    keys: list[str]
    places: dict[str, int]
    faults: int
    compounds: int

    def similarity(self, agreeing: int) -> float:
        """How similar a text may be of which so many agree."""
        lacks = self.faults - agreeing
        return 2 * agreeing / (2 * agreeing + lacks) if lacks > 0 else 1.0

    def torn(self, parts: Set[str]) -> int:
        """How many may agree with the rest of a compound in which a part of a text begins or ends."""
        if self.compounds >= _ENDS or parts.isdisjoint(self.places):
            return min(self.compounds, _ENDS)
        return min(self.compounds + sum(map(parts.__contains__, self.keys)), _ENDS)


def fragment_of(
    reference: ReferenceText,
    text: str,
    found: Sequence[StemmedWord],
    total: Sequence[float],
    low: int,
    high: int,
    *,
    strange: bool = False,
) -> ParallelPassage | None:
    """The words `found[low:high]` beside what they give of a definition.

    None where they share nothing, unless such `strange` words are to be held against the whole definiens.
    """
    own = reference.words
    windows = _windows(reference, found, total, low, high)
    if not windows and strange:
        windows = [(reference.head_word, reference.end_word)]
    start, end = found[low][1], found[high - 1][2]
    at = reference.definition.text.find(
        text[start:end]
    )  # not "Technologies for", where the words are "Technology for"
    first = bisect_left(own, at, key=lambda one: one[1])
    last = first + high - low
    if at >= 0 and last <= len(own) and (own[first][1], own[last - 1][2]) == (at, at + end - start):
        windows = [*dict.fromkeys((*windows, (first, last)))]
    if "[" in text[start:end]:  # of "betrekking [heeft] op" the text has "heeft betrekking op"
        places = reference.places.get(found[low][0], ())
        near = ((at, last) for first, last in windows for at in places if 0 < abs(at - first) <= SLACK)
        windows = [*dict.fromkeys((*windows, *((at, last) for at, last in near if at < last)))]
    # What an editor puts in the place of the first or last words: "[AI systems] integrate".
    start -= text[start - 1 : start] == "[" and "]" in text[start:end]
    end += text[end : end + 1] == "]" and "[" in text[start:end]
    passages = (
        ParallelPassage(
            reference=reference,
            words=(low, high),
            definiens=low,
            start=start,
            end=end,
            text=text[start:end],
            official=(own[first][1], own[last - 1][2]),
            late=max(first - reference.head_word, 0),
            early=max(reference.end_word - last, 0),
            dotted=False,
            framed=False,
            introduced=False,
            continued=False,
        )
        for first, last in windows
    )
    best: tuple[_Departure, ParallelPassage] | None = None
    for passage in passages:
        departure = _departure(passage, ())
        if best is None or departure < best[0]:
            best = departure, passage
        if not (departure[0] or departure[1]):
            break  # no other stretch of the text can depart less
    return best[1] if best else None


def _windows(
    reference: ReferenceText, found: Sequence[StemmedWord], total: Sequence[float], low: int, high: int
) -> list[tuple[int, int]]:
    """Stretches of a definition that words may be from.

    They are that of their best alignment, the one in which all stand in order, and the likeliest
    others, which have as many words, give or take a few at the end, and begin where most words are
    at their place.
    """
    own = reference.words
    made: list[tuple[int, int]] = []
    alignment = Stretch(found, total, low, high).alignment(reference)
    if alignment is not None:
        first = max(alignment.start - (alignment.first - low), 0)
        made.append((first, min(alignment.stop + (high - alignment.last), len(own))))
    if high - low > WINDOW:
        return made
    spread = _in_order(reference, [key for key, _, _ in found[low:high]])
    if spread is not None:
        made.append(spread)
    votes: Counter[int] = Counter()
    for k in range(low, high):
        for place in reference.places.get(found[k][0], ()):
            votes[place - (k - low)] += len(found[k][0])
    for shift, _ in votes.most_common(DIAGONALS):
        first = min(max(shift, 0), len(own) - 1)
        last = min(max(shift + high - low, first + 1), len(own))
        nearby = range(max(last - SLACK, first + 1), min(last + SLACK, len(own)) + 1)
        ends = [end for end in nearby if own[end - 1][0] == found[high - 1][0]]
        made.append((first, min(ends, key=lambda end: abs(end - last), default=last)))
    return list(dict.fromkeys((_behind_enumerator(reference, *one), one[1]) for one in made))


def _behind_enumerator(reference: ReferenceText, first: int, last: int) -> int:
    """The first word of a stretch of a definition that is not the letter of "(A)"."""
    text, own = reference.definition.text, reference.words
    while first + 1 < last and _LETTER.match(text, max(own[first][1] - 1, 0)):
        first += 1
    return first


def _in_order(reference: ReferenceText, keys: Sequence[str]) -> tuple[int, int] | None:
    """The shortest stretch of a definition in which words stand in their order, None where they do not."""
    best: tuple[int, int] | None = None
    for first in reference.places.get(keys[0], ()):
        place = first
        for key in keys[1:]:
            place = next((later for later in reference.places.get(key, ()) if later > place), -1)
            if place < 0:
                break
        if place >= 0 and (best is None or place + 1 - first < best[1] - best[0]):
            best = first, place + 1
    return best


def best_fragment(passages: Iterable[ParallelPassage], preferred: Sequence[str]) -> ParallelPassage | None:
    """The passage that departs least from its text; of equal ones that of the text that is named first."""
    return min(passages, key=lambda passage: _departure(passage, preferred), default=None)


def least_departing(
    overlap: Overlap,
    references: Iterable[ReferenceText],
    made: Callable[[ReferenceText], ParallelPassage | None],
    preferred: Sequence[str],
) -> ParallelPassage | None:
    """The same of what is made of words with each text, but for texts that lack too many of them.

    Args:
        overlap: The words.
        references: The texts.
        made: Gives the passage beside a text.
        preferred: As in `best_fragment`.
    """
    best: tuple[_Departure, ParallelPassage] | None = None
    for lacks, reference in sorted(((overlap.lacks(one), one) for one in references), key=lambda one: one[0]):
        if best and (lacks > 0, 2 * lacks) > best[0]:
            break  # nor can any other depart less
        passage = made(reference)
        if passage is not None:
            departure = _departure(passage, preferred)
            if best is None or departure < best[0]:
                best = departure, passage
    return best[1] if best else None


def _departure(passage: ParallelPassage, preferred: Sequence[str]) -> _Departure:
    """What speaks against a passage, the gravest first."""
    name = passage.reference.definition.id
    # Words that are left out speak less against a text than words that it does not have.
    changed = sum(2 * new + min(gone, OMITTED) for gone, new in passage.changed)
    return (
        bool(passage.faults),
        changed + 0.5 * len(passage.faults),
        preferred.index(name) if name in preferred else len(preferred),
        passage.reference.rank,
    )


# Capitals that stand for a term, and the words whose first letters are among them.
_ACRONYM = late(r"\b(?P<letters>[A-Z]{3,6})s?\b")
_WORDS = late(r"[^\W\d_]+")


def is_introduced(before: str) -> bool:
    """Whether words may be said to be the definition of any term."""
    if _defined(before) is not None or IS_IN_PROVISION.search(before):
        return True
    return _states_in_provision(before) or _speaks_in_provision(before)


def _defined(before: str) -> re.Match[str] | None:
    """How words are said to be the definition of a term."""
    return DEFINED_AS.search(before) or DEFINITION_READS.search(before) or IS_UNDER.search(before)


def _states_in_provision(before: str) -> bool:
    return bool(STATES_IN_PROVISION.search(before) or WORDS_OF_PROVISION.search(before))


def _speaks_in_provision(before: str) -> bool:
    return SPEAKS_IN_PROVISION.search(before) is not None


def cited_behind(behind: str) -> str:
    """What stands in brackets right behind a quotation and cites one article alone; "" for nothing."""
    found = _CITED.match(behind)
    return found["cited"] if found and not _CITES_MORE.search(found["cited"]) else ""


def introduced_as_definition(
    before: str, reference: ReferenceText, *, provision: bool = False, alone: bool = False
) -> bool:
    """Whether words are said to be the definition of the term: "defines an AI system as “…”".

    Where its provision is named it is enough that the text is said to read so: "Article 3(1) reads:", and
    where that provision is the definition `alone`, that it speaks so.
    """
    match = _defined(before)
    if match is None:
        return (provision and _states_in_provision(before)) or (alone and _speaks_in_provision(before))
    term = {key for key, _, _ in words(reference.definition.term)}
    what = [key for key, _, _ in words(_without_acronym(match["what"], reference.definition.term))]
    rest = [key for key in what if key not in term | NO_TERM and not key.isdigit()]
    alone = "intel" in what and not any(key[:4] in _ARTIFICIAL for key in what)  # "defines intelligence as"
    # "Defines artificial intelligence as" is not said of generative AI.
    other = not _OF_AI.isdisjoint(what) and not term - NO_TERM <= {*what}
    return bool(what) and not rest and not alone and not other


def _without_acronym(what: str, term: str) -> str:
    """What is said to be defined, with the term itself for letters that stand for it: "ADMT"."""
    letters = "".join(filter(str.isalnum, term.casefold()))
    initials = [word[0] for word in _WORDS.findall(term.casefold())]

    def spelt(found: re.Match[str]) -> str:
        short = found["letters"].casefold()
        fits = short[0] == letters[:1] and _is_within(short, letters) and _is_within(initials, short)
        return term if fits else found[0]

    return _ACRONYM.sub(spelt, what)


def _is_within(some: Iterable[str], letters: str) -> bool:
    """Whether letters stand among others in their order."""
    rest = iter(letters)
    return all(letter in rest for letter in some)
