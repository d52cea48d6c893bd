"""The search for quotations: candidates, passages, extents, identification, attribution."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import chain, compress, pairwise

from aidefs.classes import NamedTuple
from aidefs.errors import demand
from aidefs.library.lookup import LibraryLike, library_of
from aidefs.patterns import late
from aidefs.quotations.anchors import entries
from aidefs.quotations.antecedents import SHORT
from aidefs.quotations.candidates import MARGIN, RIVALS, FirstLook, clusters, first_look
from aidefs.quotations.copies import held_against_the_law_they_copy
from aidefs.quotations.earlier_versions import held_against_their_version
from aidefs.quotations.extents import delimited, may_be_dotted
from aidefs.quotations.fragment_search import FragmentSearch
from aidefs.quotations.fragments import (
    CUES,
    may_define,
    quoted_words,
    statements,
)
from aidefs.quotations.identification import (
    RIVAL,
    Rival,
    agreeing,
    contenders,
    convincing,
    likeliest,
    longest_exact,
    may_convince,
)
from aidefs.quotations.index import (
    Index,
    PlacedPair,
    index_of,
    pairs,
    pairs_between,
    parts_are_read_alike,
    placed_pairs,
    small,
)
from aidefs.quotations.local_alignment import Enough, LocalAlignment, Stretch
from aidefs.quotations.marks import QuotedSpan, QuotedSpans, is_key, is_pattern
from aidefs.quotations.placement import Placements
from aidefs.quotations.quotation import Quotation, Unchecked
from aidefs.quotations.references import ReferenceText
from aidefs.readers.regions import Region
from aidefs.text.languages import language_tag

__all__ = ["Examination", "examine", "find_quotations"]

TERM = 6  # words between marks that may be a term, which no passage ends at
TERM_LETTERS = 16  # the same in characters, for languages without spaces
PARAGRAPH_ENDS = late(r"\n\s*\n")
SOURCE_DASH = late(r"\n[ \t>]*(?:[—–]|--)[ \t]?\Z")
QUOTED = 0.6  # share of what agrees that makes a passage end at the quotation marks around it
REACH = 40  # words before and behind a cluster that may belong to its passage


def find_quotations(
    text: str,
    lang: str | None = None,
    *,
    library: LibraryLike | None = None,
    regions: Iterable[Region] | None = None,
) -> tuple[Quotation, ...]:
    """Find the passages of a text that quote or adapt stored definitions.

    Args:
        text: Any text, with or without mark-up (Markdown, HTML, XML, LaTeX, strings of programs).
        lang: Look only for definitions in this language (BCP 47 tag); by default for all.
        library: Where the definitions come from; by default those of every term that come with aidefs.
        regions: What the document sets apart (headings, block quotations, cells, notes); by default what the
            look of the text tells.

    Returns:
        The quotations in the order of the text; they do not overlap. Offsets are code points of `text`.
    """
    return _searched(text, lang, library, regions, quotations_alone=True).quotations


class Examination(NamedTuple):
    """What was found in a text.

    Attributes:
        quotations: The passages that quote or adapt stored definitions, in order.
        unchecked: Quotations of texts that are not in the collection, in order.
    """

    quotations: tuple[Quotation, ...]
    unchecked: tuple[Unchecked, ...]


def examine(
    text: str,
    lang: str | None = None,
    *,
    library: LibraryLike | None = None,
    regions: Iterable[Region] | None = None,
) -> Examination:
    """Find the passages of a text, and what is quoted in it and cannot be checked; see `find_quotations`."""
    return _searched(text, lang, library, regions)


def _searched(
    text: str,
    lang: str | None,
    library: LibraryLike | None,
    regions: Iterable[Region] | None,
    *,
    quotations_alone: bool = False,
) -> Examination:
    """The same, or the quotations alone: of what cannot be checked nothing around it is read then."""
    demand(text, str, "a text")
    lang = language_tag(lang) if lang else lang
    used = library_of(library)
    index = index_of(used)
    look = first_look(text, index, CUES)
    placements = Placements(text, regions, index.titles, look.small)
    found: list[Quotation] = []
    for low, high in look.hot:
        found += _HotRegion(text, low, high, index, lang, placements).quotations()
    notes = placements.notes_within
    for low, high in notes:  # which are left out where a sentence is read
        if not any(one.start < high and low < one.end for one in found):
            found += _HotRegion(text, low, high, index, lang, placements).quotations()
    found.sort(key=lambda one: one.start)
    unchecked: list[Unchecked] = []
    fragments: list[Quotation] = []
    # What stands between marks in an author's own words on a definition is a fragment.
    loose = [
        one for one in found
        if one.verdict in ("paraphrase", "changed") and one.claim == "unmarked" and not one.wrong
    ]  # fmt: skip
    taken = [(one.start, one.end) for one in found if one not in loose]
    apart = _set_apart(text, index, placements, bool(found), look)
    for low, high, spans in (*_beside(text, apart, taken), *_in_notes(notes, apart, taken)):
        region = _HotRegion(text, low, high, index, lang, placements)
        near = [*_between(found, low, high), *_between(fragments, low, high)]
        for span in spans:
            made = region.fragment(span, near, known_alone=quotations_alone)
            if isinstance(made, Quotation):
                fragments.append(made)
                near.append(made)
            elif made is not None:
                unchecked.append(made)
    unchecked = [one for one in unchecked if not any(_overlap(one, other) for other in loose)]
    torn = [one for one in loose if any(_overlap(one, other) for other in fragments)]
    found = [one for one in found if one not in torn]
    found += fragments
    found += _entries(text, found, index, lang, placements)
    found += _paraphrases(text, found, look, index, lang, placements)
    found.sort(key=lambda one: one.start)
    found = [*held_against_the_law_they_copy(found, placements, index)]
    found = [*held_against_their_version(found, index)]
    return Examination(tuple(found), tuple(sorted(unchecked)))


def _set_apart(
    text: str, index: Index, placements: Placements, found: bool, look: FirstLook
) -> list[QuotedSpan]:
    """What stands between marks, in block quotations and cells, and may be a fragment."""
    apart = [one for one in quoted_words(text, index) if not (is_key(one, text) or is_pattern(one, text))]
    blocks, rows = placements.block_quotations, placements.rows
    if (blocks or rows) and (
        (found and len(text) <= SHORT) or may_define(text, look) or placements.antecedents.instruments
    ):
        # Of a cell or block that quotes, what it quotes is looked at; other cells of its row remark on it.
        # A cell is a remark, too, where nothing in its row or column says that it has words of a text.
        free = [one for one in blocks if not _holds(one, apart)]
        for row in rows:
            spans = [QuotedSpan(low - 1, high, False) for low, high in row.cells]
            if not any(_holds(one, apart) for one in spans):
                free += compress(spans, placements.giving_words(row))
        apart += free
    return sorted(apart)


def _holds(block: QuotedSpan, spans: Sequence[QuotedSpan]) -> bool:
    """Whether a block says something of what stands between marks in it, of spans in order."""
    first = bisect_left(spans, block.start, key=lambda one: one.start)
    last = bisect_left(spans, block.end, key=lambda one: one.start)
    return last > first


def _overlap(one: Quotation | Unchecked, other: Quotation) -> bool:
    """Whether two quotations have a character in common."""
    return one.start < other.end and other.start < one.end


def _between(found: Sequence[Quotation], low: int, high: int) -> Sequence[Quotation]:
    """The quotations that begin between two offsets, of those in order."""
    first, last = (bisect_left(found, at, key=lambda one: one.start) for at in (low, high))
    return found[first:last]


def _paraphrases(
    text: str,
    found: Sequence[Quotation],
    look: FirstLook,
    index: Index,
    lang: str | None,
    placements: Placements,
) -> Iterator[Quotation]:
    """Statements in prose of what a definition is, where the text is named and no passage was found."""
    taken = sorted((one.start, one.end) for one in found)
    for start, end in statements(text, look):
        k = bisect_left(taken, (start, start))
        before, behind = taken[k - 1 : k], taken[k : k + 1]
        if (before and before[0][1] > start) or (behind and behind[0][0] < end):
            continue
        region = _HotRegion(
            text, max(start - MARGIN, 0), min(end + MARGIN, len(text)), index, lang, placements
        )
        made = region.paraphrase(start, end)
        if made is not None:
            yield made


def _entries(
    text: str, found: Sequence[Quotation], index: Index, lang: str | None, placements: Placements
) -> Iterator[Quotation]:
    """Entries right behind a provision with its term, where no passage was found."""
    for start, end in entries(text):
        if any(one.start < end and start < one.end for one in found):
            continue
        low, high = max(start - MARGIN, 0), min(end + MARGIN, len(text))
        made = _HotRegion(text, low, high, index, lang, placements).of_entry(start, end)
        if made is not None:
            yield made


def _beside(
    text: str, spans: Iterable[QuotedSpan], taken: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, list[QuotedSpan]]]:
    """Stretches between marks that no passage takes; those that stand near are read together."""
    group: list[QuotedSpan] = []
    k = end = 0
    for span in spans:
        low, high = span.inner
        while k < len(taken) and taken[k][1] <= low:
            k += 1
        if (k < len(taken) and taken[k][0] < high) or low < end:
            continue  # it is a passage, or stands between the marks of another
        if group and low - group[-1].end > MARGIN:
            yield max(group[0].start - MARGIN, 0), min(group[-1].end + MARGIN, len(text)), group
            group = []
        group.append(span)
        end = span.end
    if group:
        yield max(group[0].start - MARGIN, 0), min(group[-1].end + MARGIN, len(text)), group


def _in_notes(
    notes: Iterable[tuple[int, int]], spans: Sequence[QuotedSpan], taken: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, list[QuotedSpan]]]:
    """The same in notes inside of sentences."""
    for low, high in notes:
        held = [span for span in spans if low <= span.start and span.end <= high]
        free = [span for span in held if not any(a < span.end and span.start < b for a, b in taken)]
        if free:
            yield low, high, free


class _HotRegion(FragmentSearch):
    """A part of the text, and the quotations in it."""

    def __init__(
        self, text: str, low: int, high: int, index: Index, lang: str | None, placements: Placements
    ) -> None:
        """Takes a part, as `Excerpt` does."""
        super().__init__(text, low, high, index, lang, placements)
        self._stretches: list[Stretch] = []  # that were aligned in the window, the latest last

    def quotations(self) -> Iterator[Quotation]:
        """The quotations in order."""
        floor = 0
        for cluster in clusters(self.reading.text, self._known_pairs, self.index):
            starts = self.starts
            low = max(
                bisect_left(starts, cluster.start) - REACH, bisect_left(starts, cluster.walls[0]), floor
            )
            high = min(
                bisect_left(starts, cluster.end) + REACH,
                bisect_left(starts, cluster.walls[1]),
                len(self.words),
            )
            for source in self._in_windows(low, high, cluster.ranks):
                if starts[source.passage.words[0]] > cluster.end:
                    break  # the next cluster has the whole of it
                floor = source.passage.words[1]
                made = self._quotation(source)
                self.found.append(self.of_owner(made, source) or made)
                yield self.found[-1]
                self.passed = source.passage.end

    # --- candidates: stretches of words, and the definitions that each may give ------------------

    def _in_windows(self, low: int, high: int, ranks: Sequence[int]) -> Iterator[Rival]:
        """The passages of a stretch of any length, which is searched a window at a time."""
        window = self.index.longest + 2 * REACH
        self._stretches = []
        if high - low <= 2 * window:
            yield from self._passages(low, high, ranks, self._walls)
            return
        while low < high:
            self._stretches = []
            top = min(low + window, high)
            following = max(top - REACH, low + 1) if top < high else high
            for source in self._passages(low, top, self._touched(low, top), self._walls):
                first, last = source.passage.words
                if top < high and last > top - REACH and first > low:
                    following = first  # perhaps it goes on behind the window
                    break
                yield source
                following = max(following, last)
            low = following

    @property
    def _walls(self) -> tuple[int, int]:
        """Where the next passages may stand: behind the last one."""
        return self.passed, len(self.reading.text)

    def _passages(self, low: int, high: int, ranks: Sequence[int], walls: tuple[int, int]) -> Iterator[Rival]:
        """The passages of a stretch of words, the heaviest taken first, in the order of the text.

        None takes a word or a mark of another one: the heaviest is a wall to those before and behind it.
        """
        source = self._source(low, high, ranks, walls) if ranks else None
        if source is None:
            if ranks:
                yield from self._in_marks(low, high)
            return
        first, last = source.passage.words
        start, end = source.passage.start, source.passage.end
        yield from self._passages(low, first, self._touched(low, first), (walls[0], start))
        yield source
        yield from self._passages(last, high, self._touched(last, high), (end, walls[1]))

    def _in_marks(self, low: int, high: int) -> Iterator[Rival]:
        """The passages that stand whole between marks in a stretch that is no passage with what is around."""
        if low >= high:
            return
        start, end = self.words[low][1], self.words[high - 1][2]
        behind = start
        for span in sorted(self.spans.reaching(start, end)):
            first, last = (bisect_left(self.starts, at) for at in span.inner)
            if (
                span.start < behind
                or not span.closed
                or not low <= first < last <= high
                or last - first <= TERM
            ):
                continue
            behind = span.end
            ranks = self._touched(first, last)
            source = self._source(first, last, ranks, span.inner) if ranks else None
            if source is not None:
                yield source

    def _touched(self, low: int, high: int) -> Sequence[int]:
        if high <= low:
            return ()
        start, end = self.words[low][1], self.words[high - 1][2]
        if self._is_read_alike:
            found = pairs_between(self._known_pairs, start, end)
        else:
            found = self.index.postings.keys() & pairs(small(self.reading.text[start:end]))
        return self.index.touched(found)[:RIVALS]

    @cached_property
    def _known_pairs(self) -> list[PlacedPair]:
        """The known pairs of long words in the reading."""
        return placed_pairs(small(self.reading.text), self.index.postings)

    @cached_property
    def _is_read_alike(self) -> bool:
        """Whether parts of the reading have the same pairs by themselves."""
        return parts_are_read_alike(self.reading.text)

    # --- passages, extents, identification ------------------------------------------------------

    def _source(self, low: int, high: int, ranks: Sequence[int], walls: tuple[int, int]) -> Rival | None:
        """The heaviest passage of a stretch, as the definition that it most likely gives."""
        rivals: list[Rival] = []
        stretch = low, high
        enough = partial(may_convince, dotted=self.dotted)
        aligned = contenders(self._alignments(*stretch, ranks, enough))
        wide = {reference.rank: alignment for alignment, reference in aligned}
        while aligned:
            narrower = self._between_marks(aligned[0][0], *stretch)
            if narrower == stretch:
                narrower = self._of_whole_paragraphs(*aligned[0], *stretch)
            if narrower == stretch:
                break
            stretch = narrower
            aligned = contenders(self._alignments(*stretch, ranks))
        for alignment, reference in aligned:
            before = wide.get(reference.rank, alignment)
            passage = delimited(
                alignment,
                before,
                reference,
                self.reading.text,
                self.words,
                self.starts,
                self.spans,
                self.blocks,
                self.cells,
                stretch,
                walls,
            )
            if passage is not None:
                rivals.append(Rival.of(passage, alignment, self.total))
        rivals = convincing(rivals, self.total, self.index)
        if len(rivals) < 2:
            return next(iter(rivals), None)
        longest = longest_exact(rivals)
        if longest is not None:
            return longest  # whatever stands around
        start = min(self.words[rival.passage.definiens][1] for rival in rivals)
        # That of the best: a definition that ends with its source would take one named behind the passage.
        end = max(rivals, key=lambda rival: rival.score).passage.end
        return likeliest(rivals, self.surroundings(start, end), self.index)

    def _alignments(
        self,
        low: int,
        high: int,
        ranks: Sequence[int],
        enough: Enough | None = None,
    ) -> list[tuple[LocalAlignment, ReferenceText]]:
        """What a stretch of words has in common with definitions, but for those far from the best."""
        wanted = filter(self.wanted, map(self.index.references.__getitem__, ranks))
        around = next((one for one in reversed(self._stretches) if one.holds(low, high)), None)
        stretch = Stretch(self.words, self.total, low, high, around)
        self._stretches.append(stretch)
        return stretch.alignments(wanted, RIVAL, enough)

    @cached_property
    def dotted(self) -> bool:
        """Whether an ellipsis may follow a passage."""
        return may_be_dotted(self.reading.text)

    @cached_property
    def blocks(self) -> QuotedSpans:
        """The block quotations in the reading, as if they stood between marks."""
        low, high = self.offset, self.offset + len(self.reading.raw)
        near = (one for one in self.placements.block_quotations if one.start < high and low < one.end)
        return self._as_marked((max(one.inner[0], low), min(one.end, high)) for one in near)

    @cached_property
    def cells(self) -> QuotedSpans:
        """The cells of tables in the reading, as if they stood between marks."""
        return self._as_marked(self.placements.cells(self.offset, self.offset + len(self.reading.raw)))

    def _as_marked(self, places: Iterable[tuple[int, int]]) -> QuotedSpans:
        """Places of the original text in the reading, as what stands between marks."""
        placed = ((self.behind(start), self.behind(end)) for start, end in places)
        return QuotedSpans(QuotedSpan(start - 1, end, False) for start, end in placed)

    def _between_marks(self, alignment: LocalAlignment, low: int, high: int) -> tuple[int, int]:
        """The part of a stretch that a passage may take: no passage crosses a quotation mark.

        Where most of what agrees stands between marks, it is what stands between the heaviest pair of them;
        else what stands before, between or behind the pairs that it would cross.
        """
        inside: list[tuple[float, int, int]] = []
        crossed: list[tuple[int, int]] = []
        start, end = self.starts[alignment.first], self.words[alignment.last - 1][2]
        near = (reversed([*spans.reaching(start, end)]) for spans in (self.spans, self.cells))
        for span in chain.from_iterable(near):
            first, last = (bisect_left(self.starts, at) for at in span.inner)
            if last <= alignment.first or alignment.last <= first or first >= last:
                continue
            if first <= alignment.first and alignment.last <= last:
                continue  # it holds all of it
            inside.append((agreeing(alignment, first, last, self.total), first, last))
            cut = (
                first <= alignment.first < last < alignment.last
                or alignment.first < first < alignment.last <= last
            )
            if cut and last - first > TERM and span.inner[1] - span.inner[0] > TERM_LETTERS:
                crossed.append((first, last))
        outer = [
            one for one in inside if not any(o[1] <= one[1] and one[2] <= o[2] for o in inside if o != one)
        ]
        if sum(weight for weight, _, _ in outer) >= QUOTED * alignment.weight:
            _, first, last = max(inside, key=lambda one: (one[0], one[1] - one[2]))
            return max(low, first), min(high, last)
        for first, last in crossed:
            if first <= alignment.first:
                low = max(low, last)
            else:
                high = min(high, first)
        return low, high

    def _of_whole_paragraphs(
        self, alignment: LocalAlignment, reference: ReferenceText, low: int, high: int
    ) -> tuple[int, int]:
        """The part of a stretch without a paragraph at its edge that has but a few words of the definition.

        A quotation that goes on behind the end of a paragraph has most of the words of the next one, or all
        that follow in the definition; an author's own sentence may begin with some of them.
        """
        behind = self.words[high - 1][2]
        ends = PARAGRAPH_ENDS.finditer(self.reading.text, self.starts[low], behind)
        edges = [low, *(bisect_left(self.starts, match.end()) for match in ends), high]
        few = [
            (first, last)
            for first, last in pairwise(edges)
            if agreeing(alignment, first, last, self.total) < QUOTED * (self.total[last] - self.total[first])
        ]
        high = self._before_source(edges[1:-1], low, high)
        if alignment.start > reference.head_word:
            ends_in_it = (last for first, last in few if first <= alignment.first < last < alignment.last)
            low = max(ends_in_it, default=low)
        if alignment.stop < len(reference.words):
            begins_in_it = (first for first, last in few if alignment.first < first < alignment.last <= last)
            high = min(begins_in_it, default=high)
        return low, high

    def _before_source(self, paragraphs: Iterable[int], low: int, high: int) -> int:
        """The end of a stretch, before a paragraph that says where it is from: "— AI Act"."""
        text = self.reading.text
        for first in paragraphs:
            start = self.starts[first]
            end = text.find("\n", start) % (len(text) + 1)
            dash = first > low and SOURCE_DASH.search(text, max(start - 4, 0), start)
            if dash and self.placements.titles.mentions(text, start, end):
                return min(first, high)
        return high

    # --- attribution, and what is reported ------------------------------------------------------

    def _quotation(self, source: Rival) -> Quotation:
        passage = source.passage
        first, last = passage.words
        if passage.faults:
            # An editor may have put words in another order, or a quotation begin in the midst of the term.
            # Of a version that is named it is quoted letter for letter rather than of another one.
            named = self.surroundings(passage.start, passage.end, self.passed).ids
            family = self.index.families.get(passage.reference.id, ())
            kin = self.references(name for name in family if name in named)
            keys = [key for key, _, _ in self.words[first:last]]
            likely = [one for one in (passage.reference, *kin) if one.run(keys) == len(keys)]
            if "[" in passage.text and passage.reference not in likely:
                likely.insert(0, passage.reference)
            passage = next(self.letter_for_letter(likely, first, last), passage)
            if passage.faults and passage.reference.id not in self.index.instruments(named):
                # Words that are nearer to the text that is named are held against that one.
                beside = (self.beside(one, first, last) for one in self.references(named))
                nearer = [one for one in beside if one and one.similarity > passage.similarity]
                passage = max(nearer, key=lambda one: one.similarity, default=passage)
        else:  # words of several texts are those of the one that is named
            named = self.surroundings(passage.start, passage.end, self.passed).ids
            if named and passage.reference.id not in named:
                passage = next(self.letter_for_letter(self.references(named), first, last), passage)
        return self.reported(passage, source.score)
