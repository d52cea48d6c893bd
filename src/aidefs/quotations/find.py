"""The search for quotations: candidates, passages, extents, identification, attribution."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import cache, cached_property, partial
from itertools import chain, pairwise

from aidefs.alignment.edits import Edit
from aidefs.classes import NamedTuple
from aidefs.errors import demand
from aidefs.library.compiled import fingerprint
from aidefs.library.lookup import LibraryLike, library_of
from aidefs.patterns import late
from aidefs.quotations.antecedents import SHORT
from aidefs.quotations.attribution import attributed, dated
from aidefs.quotations.candidates import MARGIN, RIVALS, FirstLook, clusters, first_look
from aidefs.quotations.claims import (
    claim_of,
    defines_itself,
    is_reported,
    is_somebodys,
    lists_elements,
    reproaches,
)
from aidefs.quotations.excerpt import Excerpt
from aidefs.quotations.extents import delimited, may_be_dotted
from aidefs.quotations.fragments import (
    ALIKE,
    CUES,
    KNOWN,
    LETTERS,
    STATED,
    UNKNOWN_LENGTH,
    Overlap,
    best_fragment,
    cited_behind,
    fragment_of,
    has_in_common,
    introduced_as_definition,
    is_changed,
    is_introduced,
    is_nearly,
    is_term,
    least_departing,
    long_enough,
    may_be_changed,
    may_be_of_any,
    may_define,
    may_quote_definition,
    quoted_words,
    statements,
)
from aidefs.quotations.identification import (
    FRAMED_BY,
    RIVAL,
    Rival,
    agreeing,
    contenders,
    convincing,
    likeliest,
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
from aidefs.quotations.introductions import SPEAKS
from aidefs.quotations.local_alignment import Enough, LocalAlignment, Stretch
from aidefs.quotations.marks import MARKS, QuotedSpan, QuotedSpans, between_straight
from aidefs.quotations.misattribution import (
    LONG_VERSION,
    OWN,
    are_enough,
    are_misattributed,
    defines_same,
    defining,
    in_version_meant,
    is_of_unstored,
    of_another,
    of_other_term,
    of_text_told,
    of_version_in_force,
)
from aidefs.quotations.owners import (
    TOLD_BY_ANOTHER,
    LastNamed,
    is_called,
    is_issuer,
    is_kind,
    last_named,
    tells,
    unless_listed,
)
from aidefs.quotations.passages import ParallelPassage
from aidefs.quotations.placement import Placements
from aidefs.quotations.quilts import quilted_with
from aidefs.quotations.quotation import Attribution, Extent, Quotation, Verdict
from aidefs.quotations.references import ReferenceText, StemmedWord, words
from aidefs.quotations.surroundings import Surroundings, article_in
from aidefs.quotations.titles import KINDS, Mention
from aidefs.readers.regions import Region
from aidefs.text.languages import UNDETERMINED, language_tag, primary
from aidefs.text.recognition import recognise

__all__ = ["Examination", "Unchecked", "examine", "find_quotations"]

TERM_LETTERS = 16  # the same in characters, for languages without spaces
TERM = 6  # words between marks that may be a term, which no passage ends at
PARTED = late(r"\n\s*\n|[\"'\]}][ \t]*,?[ \t]*\n")  # between paragraphs, and between strings of a program
PARAGRAPH_ENDS = late(r"\n\s*\n")
LONGEST_TERM = 10  # words between marks that may be a term, by what follows them
SHORTEST_STATEMENT = 8  # words in prose that may paraphrase a definition
CITED = 100  # characters behind a quotation in which brackets may cite its provision
MANY = 12  # words of one that need none of these, where nearly all agree
SOME = 8  # the same, where the first and the last agree
MOST = 0.8  # share of a definition that is most of it
CLOSE = 0.85  # similarity from which nearly all agree
COMMON = 3  # content words that such words have in common with it
FEW_INSTRUMENTS = 3  # that a document speaks of in which one named far away may be meant
CERTAIN = 0.88  # similarity from which words at the edge of a fragment may be changed ones
NEARLY_SAME = 0.8  # similarity from which words are those of a text that is named far away
SOMEBODY_SPEAKS = late(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|him|her|them)\b")
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
    return examine(text, lang, library=library, regions=regions).quotations


class Unchecked(NamedTuple):
    """A quotation that could not be checked.

    Attributes:
        start: Offset of its first character in the text.
        end: Offset behind its last character.
        why: What is missing, in a few words.
    """

    start: int
    end: int
    why: str


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
    demand(text, str, "a text")
    lang = language_tag(lang) if lang else lang
    used = library_of(library)
    index = index_of(used)
    placements = Placements(text, regions, index.titles)
    found: list[Quotation] = []
    look = first_look(text, index, CUES)
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
    loose = [one for one in found if one.verdict == "paraphrase" and one.claim == "unmarked"]
    taken = [(one.start, one.end) for one in found if one not in loose]
    apart = _set_apart(text, index, placements, bool(found), look)
    for low, high, spans in (*_beside(text, apart, taken), *_in_notes(notes, apart, taken)):
        region = _HotRegion(text, low, high, index, lang, placements)
        near = [*_between(found, low, high), *_between(fragments, low, high)]
        for span in spans:
            made = region.fragment(span, near)
            if isinstance(made, Quotation):
                fragments.append(made)
                near.append(made)
            elif made is not None:
                unchecked.append(made)
    unchecked = [one for one in unchecked if not any(_overlap(one, other) for other in loose)]
    torn = [one for one in loose if any(_overlap(one, other) for other in fragments)]
    found = [one for one in found if one not in torn]
    found += fragments
    found += _paraphrases(text, found, look, index, lang, placements)
    found.sort(key=lambda one: one.start)
    return Examination(tuple(found), tuple(sorted(unchecked)))


def _set_apart(
    text: str, index: Index, placements: Placements, found: bool, look: FirstLook
) -> list[QuotedSpan]:
    """What stands between marks, in block quotations and cells, and may be a fragment."""
    apart = list(quoted_words(text, index))
    blocks, cells = placements.block_quotations, placements.cells(0, len(text))
    if (blocks or cells) and (
        (found and len(text) <= SHORT) or may_define(text, look) or placements.antecedents.instruments
    ):
        as_marked = [*blocks, *(QuotedSpan(low - 1, high, False) for low, high in cells)]
        # Of a cell or block that quotes, what it quotes is looked at.
        free = [one for one in as_marked if not _holds(one, apart)]
        apart += free
    return sorted(apart)


def _holds(block: QuotedSpan, spans: Sequence[QuotedSpan]) -> bool:
    """Whether a block says something of what stands between marks in it, of spans in order."""
    first = bisect_left(spans, block.start, key=lambda one: one.start)
    last = bisect_left(spans, block.end, key=lambda one: one.start)
    return last > first


def _printed(names: Iterable[Mention]) -> tuple[str, ...]:
    """How the names that stand for texts of the library are printed, each once."""
    return tuple(dict.fromkeys(name.text for name in names if name.ids))


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


def _goes_over(change: Sequence[Edit], passage: ParallelPassage) -> bool:
    """Whether words are put in where a passage begins, or others end it in the midst of a text."""
    put = [edit.b for edit in change if edit.b]
    ends = any(end == len(passage.text) for _, end in put)
    ends = ends and passage.early > 0 and passage.severity != "operator"  # "… anpassungsfähig sein muss"
    return ends or (any(start == 0 for start, _ in put) and not any(edit.a for edit in change))


class _HotRegion(Excerpt):
    """A part of the text, and the quotations in it."""

    def __init__(
        self, text: str, low: int, high: int, index: Index, lang: str | None, placements: Placements
    ) -> None:
        """Takes a part, as `Excerpt` does."""
        super().__init__(text, low, high, index, lang, placements)
        self.passed = 0  # offset in the reading behind the passage before
        self.found: list[Quotation] = []  # the passages so far
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
                self.found.append(self._of_owner(made, source) or made)
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
                stretch,
                walls,
            )
            if passage is not None:
                rivals.append(Rival.of(passage, alignment, self.total))
        rivals = convincing(rivals, self.total, self.index)
        if len(rivals) < 2:
            return next(iter(rivals), None)
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
        if alignment.start > reference.head_word:
            ends_in_it = (last for first, last in few if first <= alignment.first < last < alignment.last)
            low = max(ends_in_it, default=low)
        if alignment.stop < len(reference.words):
            begins_in_it = (first for first, last in few if alignment.first < first < alignment.last <= last)
            high = min(begins_in_it, default=high)
        return low, high

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
            likely = [one for one in (passage.reference, *kin) if self._stand_in(one, first, last)]
            if "[" in passage.text and passage.reference not in likely:
                likely.insert(0, passage.reference)
            passage = next(self.letter_for_letter(likely, first, last), passage)
        return self._reported(passage, source.score)

    def _stand_in(self, reference: ReferenceText, first: int, last: int) -> bool:
        """Whether words stand one after the other in a text, but for the ends that they may have."""
        keys = [key for key, _, _ in self.words[first:last]]
        own = reference.words
        return any(
            all(own[place + k][0] == key for k, key in enumerate(keys))
            for place in reference.places.get(keys[0], ())
            if place + len(keys) <= len(own)
        )

    def _reported(
        self,
        passage: ParallelPassage,
        score: float,
        attribution: Attribution | None = None,
        verdict: Verdict | None = None,
        *,
        told: bool = False,
    ) -> Quotation:
        """A passage with its claim, source and wording; of a fragment the source is known.

        Of one whose sentence has another subject it may have been `told` by the words of its title.
        """
        reference = passage.reference
        start, end = self.raw(passage.start, passage.end)
        own = reference.definition.id
        same = tuple(name for name in self.index.defined[reference.definiens] if name != own)
        equal = self.index.worded.get(fingerprint(passage.keys), ())
        exact = tuple(name for name in equal if name != own and name not in same)
        definiens = self.words[passage.definiens][1]
        # Names in long words of introduction are the law's own.
        framed = passage.definiens - passage.words[0] >= FRAMED_BY
        begins = passage.start if framed else definiens
        around = self.surroundings(begins, passage.end, self.passed)
        placement = self.placements.of(start, end)
        claim = claim_of(passage, self.reading.text, definiens, self.spans, placement, self.text[start:end])
        texts = {reference.definition.id, *same, *exact}
        extent: Extent = "fragment" if attribution and verdict != "paraphrase" else passage.extent
        if attribution is None:
            attribution = attributed(
                reference,
                texts,
                around,
                self.text,
                start,
                self.index,
                self.placements.antecedents,
                verdict=passage.verdict,
                frame=self.reading.text[passage.start : definiens] if framed else "",
            )
            if claim == "quoted" and passage.faults and attribution.fits is None and not attribution.unknown:
                far = self._named_far(around, passage.start, start)
                if passage.similarity >= NEARLY_SAME and texts & self.index.instruments(far):
                    attribution = attribution._replace(named=far, fits=True)
        if attribution.fits is False and not self._would_have(texts, attribution, around):
            # Of the term there may be a definition in it that is not stored.
            whose = f"such a definition of {reference.definition.term} ({attribution.mentions[-1]})"
            attribution = attribution._replace(fits=None, unknown=whose)
        if verdict in (None, "exact") and claim != "unmarked":
            attribution = of_version_in_force(self, passage, {own, *same, *exact}, attribution, around)
            attribution = of_text_told(self, passage, {own, *same, *exact}, attribution, around)
            attribution = of_other_term(self, passage, {own, *same, *exact}, attribution, around)
        verdict = verdict or passage.verdict
        # A string of a program may say anything before what it says of the law.
        spoken = between_straight(self.spans, self.reading.text, definiens)
        if (
            verdict == "paraphrase"
            and claim == "quoted"
            and not spoken
            and attribution.fits
            and attribution.how
        ):
            verdict = "changed"  # between the marks of a quotation nothing is paraphrased
        reproach, reason = reproaches(
            passage,
            verdict,
            claim,
            attribution,
            equal=bool(exact),
            itself=defines_itself(
                self.reading.text,
                definiens if reference.head else passage.start,
                self.spans,
                placement,
                self.placements.titles,
            ),
            introduction=self.reading.text[max(passage.start - 400, 0) : passage.start],
            behind=self.reading.text[passage.end : passage.end + 160],
            listed=lists_elements(passage, self.text[start:end]) and claim == "unmarked",
            reported=is_reported(self.reading.text, passage.start, passage.end, attribution.mentions),
            spoken=around.speakers is not None
            and not told
            and attribution.how in ("", "sentence")
            and reference.definition.id not in around.speakers
            and not self._is_told(reference, around),
        )
        if reproach == ("source",) and own in self.index.instruments(attribution.named):
            terms = {one.definition.term.casefold() for one in self.references(attribution.named)}
            if reference.definition.term.casefold() not in terms:
                reason = f"the words of another term of the text that is named: {reference.definition.term}"
        family = self.index.families.get(reference.definition.id, ())
        if exact and reproach == ("wording",) and set(exact) & set(family) and around.tells_version:
            reproach, reason = (), "letter for letter another version, which is said to be meant"
        return Quotation(
            start=start,
            end=end,
            text=self.text[start:end],
            reading=passage.text,
            definition=reference.definition,
            official=passage.official,
            same_wording=same,
            verdict=verdict,
            extent=extent,
            claim=claim,
            exact_matches=exact,
            edits=tuple(self._placed(edit, passage) for edit in passage.redline.edits),
            faults=tuple(self._placed(edit, passage) for change in passage.faults for edit in change),
            similarity=passage.similarity,
            attribution=attribution,
            score=score,
            severity=passage.severity,
            truncated_condition=passage.truncated_condition,
            reproach=reproach,
            reason=reason,
        )

    def _would_have(self, texts: Set[str], attribution: Attribution, around: Surroundings) -> bool:
        """Whether of what is named a definition is stored that would have the words of some texts."""
        if not attribution.mentions:
            return True
        quoted = self.references(texts)
        named = self.versions(attribution.named)
        langs = {one.definition.lang for one in quoted}
        if any(defining(named, around.sentence, lang) for lang in langs):
            return True
        kin = {name for one in named for name in self.index.family(one.id)}
        if not kin.isdisjoint(self.index.instruments(texts)):
            return True  # those of another version
        return defines_same({*named, *self.references(kin)}, quoted, around.sentence, self.index)

    # --- fragments ------------------------------------------------------------------------------

    def fragment(self, span: QuotedSpan, near: Sequence[Quotation]) -> Quotation | Unchecked | None:
        """What stands between marks at a place of the original text, as a fragment of a text named nearby.

        Args:
            span: The marks in the original text.
            near: The passages that were found in the region.
        """
        place = self._in_reading(span)
        text = self.reading.text
        content = text[slice(*place)]
        inside = words(content)
        if not inside:
            return None
        begin = place[0] + inside[0][1]
        foreign = len(inside) >= UNKNOWN_LENGTH and may_quote_definition(
            text[max(place[0] - 240, 0) : place[0]]
        )
        own = introduced = False
        said = partial(self.overlap_between, begin, place[0] + inside[-1][2])
        if long_enough(content) and not (
            len(inside) <= LONGEST_TERM and is_term(text[place[1] : place[1] + 120])
        ):
            own = introduced = is_introduced(self._introduction(begin)) or bool(
                article_in(cited_behind(text[place[1] : place[1] + CITED]))
            )
            own = own or (
                has_in_common(content, self.index.references) and self._may_tell_of_any(said, inside)
            )
        if not (foreign or own):
            return None  # whatever is named
        nearly = partial(bool, True) if introduced else partial(self._may_be_nearly, said)
        made = self._named_fragment(span, place, near, nearly, foreign=foreign, own=own)
        return self._exact_of_any(*place) if made is None and own else made

    def _exact_of_any(self, start: int, end: int) -> Quotation | None:
        """Words that are letter for letter those of a text, whether or not anything says of which."""
        first, last = (bisect_left(self.starts, at) for at in (start, end))
        if not are_enough(self, first, last):
            return None
        exact = self.exact(first, last)
        if not exact:
            return None
        around = self.surroundings(start, end)
        confirmed = [one for one in exact if {*around.ids} & self.index.instruments([one.reference.id])]
        passage = best_fragment(confirmed or exact, ())
        assert passage is not None
        attribution = Attribution(provision=around.article)
        return self._reported(passage, self.total[last] - self.total[first], attribution, "exact")

    def _named_fragment(
        self,
        span: QuotedSpan,
        place: tuple[int, int],
        near: Sequence[Quotation],
        nearly: Callable[[], bool],
        *,
        foreign: bool,
        own: bool,
    ) -> Quotation | Unchecked | None:
        """The same by what is named around the place, with its place in the reading.

        Args:
            span: The marks in the original text.
            place: The same in the reading.
            near: The passages that were found in the region.
            nearly: Whether the words may be nearly those of a text.
            foreign: Whether they may be those of a text that is not in the collection.
            own: Whether they may be those of one that is.
        """
        before = max((one.end for one in near if one.end <= span.start), default=0)
        passed = self.behind(before) if before else 0
        around = self.surroundings(*place, passed)
        how, names = around.nearest.how, around.nearest.names
        nearest = next((name for name in reversed(names) if name.start < place[0] or how == "footnote"), None)
        first, last = (bisect_left(self.starts, at) for at in place)
        if nearest is not None and not nearest.ids and how in ("sentence", "label", "footnote", "table"):
            made = self._numbered(nearest.text, around, place) if own else None
            if made is None and own:
                made = self._known_by_words(first, last, around, span.start)
            why = f"{unless_listed(nearest.text, self.index)} is not in the collection"
            return made or (Unchecked(span.start, span.end, why) if foreign else None)
        if not own:
            return None
        named, besides, far = self._named(around, place[0], span, near, nearly)
        references = self.versions(named)
        if not references:
            return self._known_by_words(first, last, around, span.start, near=near)
        others = around.article and not any(one.in_article(around.article) for one in references)
        others = others and any(one.definition.provision for one in references)
        if others and around.article_in_line and around.article_in_sentence:
            return self._known_by_words(first, last, around, span.start, references)  # another provision
        doubtful = far or bool(others and around.article_in_line)
        others_near = self.versions(besides)
        made_of = self._fragment_of(references, others_near, named, around, place, doubtful=doubtful)
        placed = far is None and made_of is not None and made_of.verdict != "exact"
        if made_of is None:
            made_of = self._of_subject(named, around, place)
        if made_of is None or placed:  # of a jurisdiction not all texts are known
            but = references if far is not None else ()
            known = None
            if made_of is None and far is not True:
                passage = of_another(self, references, named, around, place)
                known = self._misattributed(passage, named, around, place) if passage else None
            known = known or self._known_by_words(first, last, around, span.start, but, near)
            if known is None and made_of is None and not doubtful:
                known = self._quilt(references, named, around, place)
            return known
        return made_of

    def _quilt(
        self,
        references: Sequence[ReferenceText],
        named: Sequence[str],
        around: Surroundings,
        place: tuple[int, int],
    ) -> Quotation | None:
        """Words of the text that is named and of another one between one pair of marks."""
        if around.speakers is not None or around.apart or not self.are_of_one(named):
            return None
        if is_of_unstored(references, around.sentence, self.index):
            return None
        first, last = (bisect_left(self.starts, at) for at in place)
        own = quilted_with(self, references, named, first, last)
        if own is None:
            return None
        passage = fragment_of(own, self.reading.text, self.words, self.total, first, last)
        if passage is None or not passage.faults:
            return None
        how = around.nearest.how or "sentence"
        attribution = Attribution(tuple(named), True, _printed(around.nearest.names), around.article, how)
        return self._reported(passage, self.total[last] - self.total[first], attribution, "changed")

    def _of_subject(
        self, named: Sequence[str], around: Surroundings, place: tuple[int, int]
    ) -> Quotation | None:
        """Words that are nearly those of the text that their sentence names first, and not of a later one.

        "Memorandum M-25-21 goes back to section 238(g) and adds that “…”".
        """
        before = [one for one in around.nearest.names if one.end <= place[0] and one.kind == "instrument"]
        if around.nearest.how != "sentence" or len(before) < 2 or {*before[0].ids} & {*named}:
            return None
        ids = before[0].ids
        return self._fragment_of(self.versions(ids), (), ids, around, place, doubtful=True) if ids else None

    def _misattributed(
        self, passage: ParallelPassage, named: Sequence[str], around: Surroundings, place: tuple[int, int]
    ) -> Quotation:
        """Words of one text that are said to be those of another, which is named."""
        first, last = (bisect_left(self.starts, at) for at in place)
        nearest = around.nearest
        how = nearest.how or "sentence"
        attribution = Attribution(tuple(named), False, _printed(nearest.names), around.article, how)
        verdict = "changed" if passage.verdict == "paraphrase" else passage.verdict
        return self._reported(passage, self.total[last] - self.total[first], attribution, verdict)

    def _of_owner(self, made: Quotation, source: Rival) -> Quotation | None:
        """A quotation of which no source is named, as one of a text that is known by its words."""
        attribution = made.attribution
        if attribution.fits is False and made.verdict == "paraphrase" and made.claim == "quoted":
            around = self.surroundings(source.passage.start, source.passage.end, self.passed)
            place = source.passage.start, source.passage.end
            named = attribution.named
            of_named = self._fragment_of(self.versions(named), (), named, around, place, doubtful=True)
            if of_named and of_named.verdict == "changed":
                return of_named
            return self._quilt(self.versions(named), named, around, place)
        if attribution.unknown and made.claim == "quoted" and made.verdict == "changed":
            around = self.surroundings(source.passage.start, source.passage.end, self.passed)
            place = source.passage.start, source.passage.end
            numbered = self._numbered(attribution.unknown, around, place)
            return numbered if numbered and numbered.similarity >= KNOWN else None
        known = attribution.fits is not None or attribution.unknown or made.reproach
        if known or made.claim != "quoted" or made.verdict != "changed":
            return None
        around = self.surroundings(source.passage.start, source.passage.end, self.passed)
        return self._known_by_words(*source.passage.words, around, made.start, near=self.found)

    def _known_by_words(
        self,
        first: int,
        last: int,
        around: Surroundings,
        at: int,
        but: Sequence[ReferenceText] = (),
        near: Sequence[Quotation] = (),
    ) -> Quotation | None:
        """Words that differ but little from one text, whose owner the document names before them.

        Args:
            first: The first of the words.
            last: Behind the last.
            around: What stands around them.
            at: Where they begin in the original text.
            but: Texts that they were held against.
            near: The passages that were found nearby, of which one in its paragraph tells the text.
        """
        text = self.reading.text
        overlap = self.overlap(first, last)
        quoted = [one for one in near if one.end <= at and not PARTED.search(self.text, one.end, at)]
        siblings = self.versions([one.definition.id for one in quoted])
        beside = self.versions([one.definition.id for one in near if one.end <= at])
        wanted = filter(self.wanted, {*self.sharing(first, last), *beside})
        likely = [
            one for one in sorted(wanted, key=lambda one: one.rank) if may_be_changed(overlap, one, KNOWN)
        ]

        @cache
        def made(one: ReferenceText) -> ParallelPassage | None:
            return fragment_of(one, text, self.words, self.total, first, last)

        behind = max((one.end for one in near if one.end <= at), default=at)
        beside = [one for one in beside if self._goes_on(one, around, behind, at)]
        owners = {
            one: LastNamed.OWN if one in siblings and one in beside else self._told(one, around, at, beside)
            for one in likely
            if one not in but
        }
        owned = [one for one, told in owners.items() if told in (LastNamed.OWN, LastNamed.PLACE)]
        passage = least_departing(overlap, owned, made, around.ids)
        if passage is not None and not passage.faults and around.speakers is None:
            kin = self.index.family(passage.reference.id)
            versions = any(one.id in kin for one in but)  # another version of what is named
            return None if versions else self._told_exactly(passage, first, last, around)
        if passage is None or not passage.faults:
            return None
        if not is_nearly(passage) or not self._tells_apart(passage):
            return None
        family = self.index.instruments(self.index.families.get(passage.reference.id, [passage.reference.id]))
        # Of a place not all texts are known: one with a common formula may differ in just this word.
        least = passage.similarity if owners[passage.reference] is LastNamed.PLACE else 1.0
        others = (made(one) for one in likely if one.id not in family or least == 1.0)
        if any(one is not None and (not one.faults or one.similarity >= least) for one in others):
            return None  # another text has these words
        ids = sorted(self.index.instruments([passage.reference.id]))
        attribution = Attribution(tuple(ids), True, (), around.article, "sentence")
        score = self.total[last] - self.total[first]
        verdict: Verdict = "punctuation" if passage.verdict == "punctuation" else "changed"
        return self._reported(passage, score, attribution, verdict, told=around.speakers is not None)

    def _told_exactly(
        self, passage: ParallelPassage, first: int, last: int, around: Surroundings
    ) -> Quotation | None:
        """Words that are letter for letter those of a text whose owner the document names before them."""
        if not self.telling(first, last) & passage.reference.content:
            return None  # words that any law may have
        ids = tuple(sorted(self.index.instruments([passage.reference.id])))
        attribution = Attribution(ids, True, (), around.article, "sentence")
        return self._reported(passage, self.total[last] - self.total[first], attribution, "exact")

    def _goes_on(self, one: ReferenceText, around: Surroundings, behind: int, at: int) -> bool:
        """Whether nothing else is named, and nobody else speaks, between a quotation and a place."""
        if around.speakers is not None or around.unlisted or len(self.text) > SHORT:
            return False
        own = self.index.instruments([one.id, *self.index.families.get(one.id, ())])
        names = self.placements.antecedents.names
        return all(own & {*name.ids} for name in names if behind <= name.start and name.end <= at)

    def _told(
        self, one: ReferenceText, around: Surroundings, at: int, siblings: Sequence[ReferenceText]
    ) -> LastNamed:
        """What a document says before a place of a text that may stand there; its own, where it is told.

        Args:
            one: The text.
            around: What stands around the place.
            at: The place in the original text.
            siblings: The texts that are quoted before it, with those of the same instruments, where nothing
                else is named since.
        """
        said = f"{around.sentence} {around.context}"
        nearest = around.nearest
        if (
            nearest.how == "sentence"
            and nearest.accuses
            and not any(one.id in name.ids for name in nearest.names)
        ):
            said = around.sentence  # "China has none yet. That of Shenzhen speaks of"
        own = self.index.instruments([one.id, *self.index.family(one.id)])
        if any(own & {*name.ids} for name in around.relatives):
            return LastNamed.UNKNOWN  # "our contract, inspired by the Act"
        if around.speakers is not None or around.apart:
            by_person = SOMEBODY_SPEAKS.search(around.sentence) is not None  # named in the sentence before
            if tells(one, said if by_person else around.sentence or said, self.index, TOLD_BY_ANOTHER):
                return LastNamed.OWN
            return LastNamed.PLACE if is_issuer(around.sentence, one) else LastNamed.UNKNOWN
        if around.unlisted and not is_called(around.unlisted, one, self.index):
            return LastNamed.UNKNOWN
        related = {name.text for name in around.relatives}
        low = self.text.rfind("\n\n", 0, at)
        names = [
            name for name in self.placements.antecedents.names if name.start < low or name.text not in related
        ]
        last = last_named(one, names, self.text, at, self.index)
        if last in (LastNamed.OWN, LastNamed.UNKNOWN):
            return last
        if last is LastNamed.KIN and self.speaks_of_it_alone(one):
            return LastNamed.OWN
        meant = (last is LastNamed.KIN or one in siblings) and is_kind(around.kind, one, self.index)
        if meant or tells(one, said, self.index):
            return LastNamed.OWN
        if last is LastNamed.KIN and tells(one, around.cited, self.index):
            return LastNamed.OWN
        return LastNamed.PLACE if is_issuer(around.sentence, one) else last

    def _is_told(self, one: ReferenceText, around: Surroundings) -> bool:
        """Whether the subject of a sentence is no known name, but words of the title of a text.

        Behind a comma it is somebody who speaks of the text.
        """
        says = SPEAKS.search(around.sentence)
        subject = around.sentence[: says.start()] if says else around.sentence
        if "," in subject:
            return False
        family = self.index.instruments([one.id, *self.index.family(one.id)])
        related = any(family & {*name.ids} for name in around.relatives)
        return not related and tells(one, subject, self.index, TOLD_BY_ANOTHER)

    def _numbered(self, name: str, around: Surroundings, place: tuple[int, int]) -> Quotation | None:
        """Words as a fragment of a text with the number in a name that several states may use: "SB 53"."""
        named = self.index.bearing(name)
        bearing = self.references(named)
        return self._fragment_of(bearing, (), named, around, place) if bearing else None

    def _introduction(self, begin: int) -> str:
        """What stands before an offset, without marks between."""
        return self.reading.text[max(begin - 200, 0) : begin].rstrip(MARKS + " \n>")

    def paraphrase(self, start: int, end: int) -> Quotation | None:
        """What is stated in prose at a place of the original text, beside the text that is named."""
        low, high = self.behind(start), self.behind(end)
        first, last = (bisect_left(self.starts, at) for at in (low, high))
        if last - first < SHORTEST_STATEMENT:
            return None
        around = self.surroundings(low, high)
        how, names = around.nearest.how, around.nearest.names
        named = [name for mention in names if mention.kind == "instrument" for name in mention.ids]
        if not named:
            named = list(self._called(around, start))
        references = self.versions(named)
        text = self.reading.text
        made = (fragment_of(one, text, self.words, self.total, first, last) for one in references)
        passages = [one for one in made if one is not None]
        passage = max(passages, key=lambda one: (one.similarity, -one.reference.rank), default=None)
        if passage is None or passage.similarity < STATED:
            return None
        mentions = _printed(names)
        attribution = Attribution(tuple(named), True, mentions, around.article, how or "sentence")
        score = self.total[last] - self.total[first]
        return self._reported(passage, score, attribution, "paraphrase")

    def _fragment_of(
        self,
        references: Sequence[ReferenceText],
        besides: Sequence[ReferenceText],
        named: Sequence[str],
        around: Surroundings,
        place: tuple[int, int],
        *,
        doubtful: bool = False,
    ) -> Quotation | None:
        """Words as a fragment of the texts that are named, or letter for letter of another one nearby.

        Where it is doubtful that the text that is named is meant, they are but those that are nearly its own.
        """
        text = self.reading.text
        first, last = (bisect_left(self.starts, at) for at in place)
        begin, end = self.words[first][1], self.words[last - 1][2]
        introduction = self._introduction(begin)
        lang = recognise(text[begin:end])
        if lang == UNDETERMINED:
            lang = recognise(text[max(begin - 300, 0) : end])
        cited = article_in(cited_behind(text[end : end + CITED]))
        introduced = [
            one for one in references
            if (around.names_source or (around.article_in_line and one.in_article(around.article)))
            and primary(one.definition.lang) == lang
            and (
                introduced_as_definition(
                    introduction,
                    one,
                    provision=one.in_article(around.article),
                    alone=one.is_article(around.article),
                )
                or one.is_article(cited)
            )
        ]  # fmt: skip
        if not introduced and not has_in_common(text[begin:end], references):
            return None
        # Of whom it is said what a term of it is: "In Kazakhstan an AI system is “…”".
        of_term = [] if introduced or not around.names_source else defining(references, around.sentence, lang)
        overlap, strange = self.overlap(first, last), bool(introduced)

        @cache
        def made(one: ReferenceText, *, strange: bool = strange) -> ParallelPassage | None:
            return fragment_of(one, text, self.words, self.total, first, last, strange=strange)

        passage = None
        telling = self.telling(first, last)
        likely = (made(one) for one in references if self._may_tell(overlap, one, telling))
        if introduced or any(one and self._tells(one, around) for one in likely):
            passage = least_departing(overlap, introduced or references, made, named)
        if of_term and (passage is None or passage.faults):
            passage = least_departing(overlap, of_term, made, named) or passage
        if passage is None or passage.faults:
            # Who does not say that the text defines so may speak of a draft: "in the vote of March".
            kin = [] if introduced else [one for name in named for one in self.index.families.get(name, ())]
            others = (one for one in (*besides, *self.versions(kin)) if not overlap.lacks(one))
            tried = (made(one, strange=False) for one in others)
            exact = [one for one in tried if one is not None and not one.faults]
            passage = best_fragment(exact, ()) or passage
        if passage is None:
            return None
        passage, fits = in_version_meant(self, passage, (*references, *besides), named, around, first, last)
        if fits and not passage.faults and passage.reference not in references and not doubtful:
            enough = are_enough(self, first, last)
            fits = not (enough and are_misattributed(self, [passage], references, named, around, place))
        verdict: Verdict = passage.verdict
        nearly = passage.similarity >= NEARLY_SAME and has_in_common(
            text[begin:end], [passage.reference], COMMON
        )
        if passage.faults and doubtful and not (introduced or nearly):
            return None
        alone = around.article_in_line and passage.reference.is_article(around.article)
        said = bool(introduced) or alone or passage.reference in of_term
        if passage.faults and not said and not self._tells_apart(passage):
            return None  # words that any provision of a law may have
        if passage.faults and is_of_unstored(references, around.sentence, self.index):
            return None
        if passage.faults and not is_changed(passage):
            if not introduced:
                return None
            verdict = "changed" if passage.similarity >= ALIKE else "not found"
        elif verdict == "paraphrase":
            verdict = "changed"
        how, names = around.nearest.how or "sentence", around.nearest.names
        mentions = _printed(names)
        attribution = Attribution(tuple(named), fits, mentions, around.article, how)
        if fits and verdict == "exact" and last - first >= LONG_VERSION and passage.reference.id in named:
            told = dated(attribution, {passage.reference.id}, around, self.index)
            meant = (made(one, strange=False) for one in self.references(told.named))
            if told.fits is False and all(one is None or one.faults for one in meant):
                attribution = told
        score = self.total[last] - self.total[first]
        return self._reported(passage, score, attribution, verdict)

    def _may_tell_of_any(self, said: Callable[[], Overlap], inside: Sequence[StemmedWord]) -> bool:
        """The same of any text of the index: a look before any word around them is read.

        Args:
            said: Gives what the words have in common with texts.
            inside: The words.
        """
        if not self.index.is_worth_ranks():
            return True
        keys = {key for key, _, _ in inside if len(key) >= LETTERS}
        telling = Counter(chain.from_iterable(map(self.index.ranks_of_few, keys)))
        told = {rank for rank, number in telling.items() if number >= OWN}
        changed = told and may_be_of_any(said(), self.index, ranks=told)
        return bool(changed) or self._may_be_nearly(said)

    def _may_be_nearly(self, said: Callable[[], Overlap]) -> bool:
        """Whether words may be nearly those of any text of the index."""
        return not self.index.is_worth_ranks() or may_be_of_any(said(), self.index, NEARLY_SAME)

    def _may_tell(self, overlap: Overlap, reference: ReferenceText, telling: Set[str]) -> bool:
        """Whether words that are not introduced may be reported as a fragment of a text."""
        least = 0.0 if len(telling & reference.content) >= OWN else NEARLY_SAME
        return may_be_changed(overlap, reference, least)

    def _tells(self, passage: ParallelPassage, around: Surroundings) -> bool:
        """Whether they are reported, beside what they give of it.

        Of a provision that is the definition and nothing else, words are no others of its law.
        """
        alone = around.article_in_line and passage.reference.is_article(around.article)
        return not passage.faults or (is_changed(passage) and (alone or self._tells_apart(passage)))

    def _tells_apart(self, passage: ParallelPassage) -> bool:
        """Whether words are known to be from a definition, and not from the rest of its law.

        They are where some of those that agree stand in definitions of few terms, where they are many and
        but a few of them are changed, where they are most of the definition, or where the words that
        introduce it are among them.
        """
        low, high = passage.words
        own = len(self.telling(low, high) & passage.reference.content)
        changed = [edit.b for edges in passage.faults for edit in edges if edit.b]
        inside = all(start > 0 and end < len(passage.text) for start, end in changed)
        if passage.similarity < CERTAIN and any(_goes_over(edges, passage) for edges in passage.faults):
            return False  # words of its law that go over into words which the definition has, too
        first, last = passage.official
        reference = passage.reference
        if last - first >= MOST * (reference.end - reference.head) and passage.similarity >= NEARLY_SAME:
            return True
        framed = first < passage.reference.head < last and all(start > 0 for start, _ in changed)
        if framed and passage.similarity >= NEARLY_SAME:
            return True
        return own >= OWN or (passage.similarity >= CLOSE and high - low >= (SOME if inside else MANY))

    def _named(
        self,
        around: Surroundings,
        at: int,
        span: QuotedSpan,
        near: Sequence[Quotation],
        nearly: Callable[[], bool],
    ) -> tuple[list[str], list[str], bool | None]:
        """The definitions that a fragment is said to be of, and others that are named or quoted near it.

        With them goes whether the former are named far away only; None where but their jurisdiction is named.

        It is of what is named last before it, then of what is named anywhere near, and then of what its
        paragraph quotes.
        """
        known = [
            (tier.how, [one for one in tier.names if one.kind == "instrument" and one.ids])
            for tier in around.tiers
        ]
        how, first = next((tier for tier in known if tier[1]), ("", []))
        places = [
            one for one in around.nearest.names if one.kind == "jurisdiction" and one.ids and one.end <= at
        ]
        # A note or cell is a text of its own, whose names stand neither before the words nor behind them.
        said = (
            first if how in ("footnote", "table") else [one for one in first if one.end <= at][-1:] or first
        )
        if places and said and said[-1].end <= at and places[-1].start > said[-1].start:
            said = places[-1:]  # "the OECD (“…”) and the CoE (“…”)"
        called = self._called(around, span.start)
        # "OECD, Recommendation (OECD/LEGAL/0449, 2023)": the name that is dated goes before the short one.
        said = sorted(said, key=lambda one: any({*one.ids} < {*other.ids} for other in said))
        named = list(dict.fromkeys(name for one in said for name in one.ids)) or list(called)
        before = [one for one in reversed(near) if one.end <= span.start]
        if around.apart:
            before = []
        if not named:
            paragraph = [one for one in before if not PARTED.search(self.text, one.end, span.start)]
            named = [one.definition.id for one in paragraph[:1]]
        if not named and around.article_in_line:  # "also in Article 3(1)"
            quoted = self.versions([one.definition.id for one in before])
            named = [one.definition.id for one in quoted if one.in_article(around.article)][:1]
        if not named:
            earlier = [one for one in around.weak if one.kind == "instrument" and one.ids and one.end <= at]
            named = [name for one in earlier[-1:] for name in one.ids]
            places = places or self._place_of_line(span.start)
        far: bool | None = not named
        if far and nearly():  # of a text that is named far away a fragment has nearly the words
            named = list(self._named_far(around, at, span.start))
        if not (said or called) and self._is_of_another_kind(around.introduced, named):
            named = []
        if not (said or called) and places and not {*named} & {*places[-1].ids}:
            named = list(places[-1].ids)  # "In California it is “…”. New York adds “…”"
            far = None
        # A note names where words come from that its sentence may say of a place: "the EU’s “…”[^1]".
        owners = [one for tier in around.tiers for one in tier.names if how == "footnote"]
        others = [
            name
            for names in (*(names for _, names in known), owners, around.relatives)
            for one in names
            for name in one.ids
        ]
        if not (said and first is known[0][1] and around.nearest.accuses):
            others += [one.definition.id for one in before]
        return named, [*others, *called], far

    def _place_of_line(self, start: int) -> list[Mention]:
        """The country or State that is named last in the line before a place of the original text."""
        low = self.text.rfind("\n", 0, start)
        if not self.index.titles.may_place(self.text, low + 1, start):
            return []  # before all names of the document are read
        names = [one for one in self.placements.antecedents.names if low < one.start and one.end <= start]
        return [one for one in names[-1:] if one.kind == "jurisdiction" and one.ids]

    def _named_far(self, around: Surroundings, at: int, start: int) -> tuple[str, ...]:
        """The text that is named last in the document before a place, where nothing nearby may be the source.

        Args:
            around: What stands around the place.
            at: The place in the reading.
            start: The same in the original text.
        """
        before = self.reading.text[max(at - 400, 0) : at].rstrip(MARKS + " ")
        if around.apart or around.speakers is not None or is_somebodys(before):
            return ()
        found = self.placements.antecedents.far(start)
        named = {frozenset(self.index.instruments(one)) for one in self.placements.antecedents.instruments}
        if found is None or len(named) > FEW_INSTRUMENTS:
            return ()
        ids = found.ids or tuple(self.index.bearing(found.text))
        places = [one for tier in around.tiers for one in tier.names]
        theirs = all(one.kind != "instrument" and set(one.ids) & set(ids) for one in places)
        return ids if theirs and self.are_of_one(ids) else ()

    def _is_of_another_kind(self, kind: str, named: Sequence[str]) -> bool:
        """Whether a sentence speaks of "the Convention", and no text that is named elsewhere is one."""
        kinds = self.index.titles.kinds
        return kind in KINDS and not any(kind in kinds.get(one, ()) for one in self.index.instruments(named))

    def _called(self, around: Surroundings, start: int) -> tuple[str, ...]:
        """What "the Act" stands for in the line of a place of the original text."""
        return self.placements.antecedents.of(start, around.kind) or () if around.kind else ()

    def _in_reading(self, span: QuotedSpan) -> tuple[int, int]:
        """What stands between marks of the original text, in the reading."""
        low, high = span.inner
        return self.behind(low), self.behind(high)

    def _placed(self, edit: Edit, passage: ParallelPassage) -> Edit:
        """An edit with its spans in the whole official text and in the original text."""
        official = passage.official[0]
        a = (edit.a[0] + official, edit.a[1] + official) if edit.a else None
        b = self.raw(edit.b[0] + passage.start, edit.b[1] + passage.start) if edit.b else None
        return edit._replace(a=a, b=b)
