"""The search for quotations: candidates, passages, extents, identification, attribution."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from aidefs.alignment.edits import Edit
from aidefs.library.library import Library
from aidefs.quotations.attribution import Surroundings, attributed
from aidefs.quotations.candidates import RIVALS, clusters, hot_regions
from aidefs.quotations.claims import claim_of, defines_itself, reproaches
from aidefs.quotations.extents import delimited
from aidefs.quotations.identification import Rival, agreeing, contenders, convincing, likeliest
from aidefs.quotations.index import Index, index_of, pairs, small
from aidefs.quotations.local_alignment import LocalAlignment, best_alignment, weights
from aidefs.quotations.marks import QuotedSpan, quoted_spans
from aidefs.quotations.passages import ParallelPassage
from aidefs.quotations.quotation import Quotation
from aidefs.quotations.references import ReferenceText, StemmedWord, words
from aidefs.quotations.setting import Settings
from aidefs.readers.markup import CleanReading, without_markup
from aidefs.readers.regions import regions as find_regions
from aidefs.readers.source import Region

__all__ = ["find_quotations"]

TERM = 6  # words between marks that may be a term, which no passage ends at
QUOTED = 0.6  # share of what agrees that makes a passage end at the quotation marks around it
REACH = 40  # words before and behind a cluster that may belong to its passage


def find_quotations(
    text: str,
    lang: str | None = None,
    *,
    library: Library | None = None,
    regions: Iterable[Region] | None = None,
) -> tuple[Quotation, ...]:
    """Find the passages of a text that quote or adapt stored definitions.

    Args:
        text: Any text, with or without mark-up (Markdown, HTML, XML, LaTeX, strings of programs).
        lang: Look only for definitions in this language (BCP 47 tag); by default for all.
        library: Where the definitions come from; by default the collection that comes with aidefs.
        regions: What the document sets apart (headings, block quotations, cells, notes); by default what the
            look of the text tells.

    Returns:
        The quotations in the order of the text; they do not overlap. Offsets are code points of `text`.
    """
    index = index_of(Library.shipped() if library is None else library)
    found: list[Quotation] = []
    settings: Settings | None = None
    for low, high in hot_regions(text, index):
        region = _HotRegion(text, without_markup(text[low:high], index.known), low, index, lang)
        found += region.quotations()
    return tuple(found)


class _HotRegion:
    """A part of the text that is read closely."""

    def __init__(
        self,
        text: str,
        reading: CleanReading,
        offset: int,
        index: Index,
        lang: str | None,
        settings: Settings,
    ) -> None:
        self.text = text
        self.settings = settings
        self.reading = reading
        self.offset = offset
        self.index = index
        self.lang = lang
        self.words: list[StemmedWord] = []
        self.total: list[float] = []
        self.starts: list[int] = []
        self.spans: tuple[QuotedSpan, ...] = ()
        self.passed = 0  # offset in the reading behind the passage before

    def quotations(self) -> Iterator[Quotation]:
        """The quotations in order."""
        found = list(clusters(self.reading.text, self.index))
        if not found:
            return
        self.words = words(self.reading.text)
        self.total = weights(self.words)
        self.starts = starts = [start for _, start, _ in self.words]
        self.spans = quoted_spans(self.reading.text)
        floor = 0
        for cluster in found:
            low = max(bisect_left(starts, cluster.start) - REACH, bisect_left(starts, cluster.wall), floor)
            high = min(bisect_left(starts, cluster.end) + REACH, len(self.words))
            for source in self._in_windows(low, high, cluster.ranks):
                floor = source.passage.words[1]
                yield self._quotation(source)
                self.passed = source.passage.end

    # --- candidates: stretches of words, and the definitions that each may give ------------------

    def _in_windows(self, low: int, high: int, ranks: Sequence[int]) -> Iterator[Rival]:
        """The passages of a stretch of any length, which is searched a window at a time."""
        window = self.index.longest + 2 * REACH
        if high - low <= 2 * window:
            yield from self._passages(low, high, ranks)
            return
        while low < high:
            top = min(low + window, high)
            following = max(top - REACH, low + 1) if top < high else high
            for source in self._passages(low, top, self._touched(low, top)):
                first, last = source.passage.words
                if top < high and last > top - REACH and first > low:
                    following = first  # perhaps it goes on behind the window
                    break
                yield source
                following = max(following, last)
            low = following

    def _passages(self, low: int, high: int, ranks: Sequence[int]) -> Iterator[Rival]:
        """The passages of a stretch of words, the heaviest taken first, in the order of the text."""
        source = self._source(low, high, ranks)
        if source is None:
            return
        first, last = source.passage.words
        yield from self._passages(low, first, self._touched(low, first))
        yield source
        yield from self._passages(last, high, self._touched(last, high))

    def _touched(self, low: int, high: int) -> Sequence[int]:
        if high <= low:
            return ()
        text = small(self.reading.text[self.words[low][1] : self.words[high - 1][2]])
        return self.index.touched(set(pairs(text)) & self.index.postings.keys())[:RIVALS]

    # --- passages, extents, identification ------------------------------------------------------

    def _source(self, low: int, high: int, ranks: Sequence[int]) -> Rival | None:
        """The heaviest passage of a stretch, as the definition that it most likely gives."""
        rivals: list[Rival] = []
        stretch = low, high
        aligned = contenders(self._alignments(*stretch, ranks))
        wide = {reference.rank: alignment for alignment, reference in aligned}
        while aligned:
            narrower = self._between_marks(aligned[0][0], *stretch)
            if narrower == stretch:
                break
            stretch = narrower
            aligned = contenders(self._alignments(*stretch, ranks))
        for alignment, reference in aligned:
            before = wide.get(reference.rank, alignment)
            passage = delimited(
                alignment, before, reference, self.reading.text, self.words, self.spans, stretch
            )
            if passage is not None:
                rivals.append(Rival.of(passage, alignment, self.total))
        rivals = convincing(rivals, self.total, self.index)
        if not rivals:
            return None
        start = min(self.words[rival.passage.definiens][1] for rival in rivals)
        end = max(rival.passage.end for rival in rivals)
        return likeliest(rivals, self._surroundings(start, end), self.index)

    def _surroundings(self, start: int, end: int, passed: int = 0) -> Surroundings:
        """What stands around a stretch of the reading."""
        setting = self.settings.of(*self._raw(start, end))
        return Surroundings.of(
            self.reading.text, start, end, self.index.titles, passed, self.spans, setting
        )

    def _alignments(
        self, low: int, high: int, ranks: Sequence[int]
    ) -> Iterator[tuple[LocalAlignment, ReferenceText]]:
        """What a stretch of words has in common with definitions."""
        for rank in ranks:
            reference = self.index.references[rank]
            if self.lang is None or reference.definition.lang.split("-")[0] == self.lang.split("-")[0]:
                alignment = best_alignment(self.words, self.total, low, high, reference)
                if alignment is not None:
                    yield alignment, reference

    def _between_marks(self, alignment: LocalAlignment, low: int, high: int) -> tuple[int, int]:
        """The part of a stretch that a passage may take: no passage crosses a quotation mark.

        Where most of what agrees stands between marks, it is what stands between the heaviest pair of them;
        else what stands before, between or behind the pairs that it would cross.
        """
        inside: list[tuple[float, int, int]] = []
        crossed: list[tuple[int, int]] = []
        for span in self.spans:
            first, last = (bisect_left(self.starts, at) for at in span.inner)
            if last <= alignment.first or alignment.last <= first or first >= last:
                continue
            if first <= alignment.first and alignment.last <= last:
                continue  # it holds all of it
            inside.append((agreeing(alignment, first, last, self.total), first, last))
            cut = first < alignment.first < last or first < alignment.last < last
            if cut and last - first > TERM:
                crossed.append((first, last))
        outer = [one for one in inside if not any(o[1] <= one[1] and one[2] <= o[2] for o in inside if o != one)]
        if sum(weight for weight, _, _ in outer) >= QUOTED * alignment.weight:
            _, first, last = max(inside, key=lambda one: (one[0], one[1] - one[2]))
            return max(low, first), min(high, last)
        for first, last in crossed:
            if first <= alignment.first:
                low = max(low, last)
            else:
                high = min(high, first)
        return low, high

    # --- attribution, and what is reported ------------------------------------------------------

    def _quotation(self, source: Rival) -> Quotation:
        passage = source.passage
        reference = passage.reference
        start, end = self._raw(passage.start, passage.end)
        others = [one for one in self.index.references if one.definition.id != reference.definition.id]
        same = tuple(one.definition.id for one in others if one.definiens == reference.definiens)
        exact = tuple(
            one.definition.id
            for one in others
            if one.definition.id not in same and passage.keys in (one.definiens, one.whole)
        )
        definiens = self.words[passage.definiens][1]
        around = self._surroundings(min(definiens, passage.start), passage.end, self.passed)
        texts = {reference.definition.id, *same, *exact}
        attribution = attributed(reference, texts, around, self.text, start, self.index)
        setting = self.settings.of(start, end)
        claim = claim_of(passage, self.reading.text, definiens, self.spans, setting)
        verdict = passage.verdict
        if verdict == "paraphrase" and claim == "quoted" and attribution.fits and attribution.how:
            verdict = "changed"  # between the marks of a quotation nothing is paraphrased
        reproach, reason = reproaches(
            passage,
            verdict,
            claim,
            attribution,
            equal=bool(exact),
            itself=defines_itself(self.reading.text, definiens, self.spans, setting),
            introduction=self.reading.text[max(passage.start - 400, 0) : passage.start],
        )
        return Quotation(
            start=start,
            end=end,
            text=self.text[start:end],
            reading=passage.text,
            definition=reference.definition,
            official=passage.official,
            same_wording=same,
            verdict=verdict,
            extent=passage.extent,
            claim=claim,
            exact_matches=exact,
            edits=tuple(self._placed(edit, passage) for edit in passage.redline.edits),
            faults=tuple(self._placed(edit, passage) for change in passage.faults for edit in change),
            similarity=passage.similarity,
            attribution=attribution,
            score=source.score,
            severity=passage.severity,
            truncated_condition=passage.truncated_condition,
            reproach=reproach,
            reason=reason,
        )

    def _raw(self, start: int, end: int) -> tuple[int, int]:
        low, high = self.reading.span(start, end)
        return low + self.offset, high + self.offset

    def _placed(self, edit: Edit, passage: ParallelPassage) -> Edit:
        """An edit with its spans in the whole official text and in the original text."""
        official = passage.official[0]
        a = (edit.a[0] + official, edit.a[1] + official) if edit.a else None
        b = self._raw(edit.b[0] + passage.start, edit.b[1] + passage.start) if edit.b else None
        return edit._replace(a=a, b=b)
