"""Finds quotations: candidate places, rival definitions, the likeliest source and its attribution."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from aidefs.alignment.edits import Edit
from aidefs.library.library import Library
from aidefs.quotations.attribution import Surroundings, antecedent, ids_of
from aidefs.quotations.candidates import RIVALS, clusters, hot_regions
from aidefs.quotations.extents import passage
from aidefs.quotations.identification import Match, convinces, likeliest
from aidefs.quotations.index import Index, index_of, pairs, small
from aidefs.quotations.local_alignment import Chain, best_chain, weights
from aidefs.quotations.passages import Passage
from aidefs.quotations.quotation import Attribution, Quotation
from aidefs.quotations.references import Word, Wording, words
from aidefs.quotations.titles import PASSED_STATUS, Mention
from aidefs.readers.markup import Reading, read

__all__ = ["find_quotations"]

RIVAL = 0.7  # share of the best score with which a definition is considered as the source
REACH = 40  # words before and behind a cluster that may belong to its passage


def find_quotations(
    text: str, lang: str | None = None, *, library: Library | None = None
) -> tuple[Quotation, ...]:
    """Find the passages of a text that quote or adapt stored definitions.

    Args:
        text: Any text, with or without mark-up (Markdown, HTML, XML, LaTeX, strings of programs).
        lang: Look only for definitions in this language (BCP 47 tag); by default for all.
        library: Where the definitions come from; by default the collection that comes with aidefs.

    Returns:
        The quotations in the order of the text; they do not overlap. Offsets are code points of `text`.
    """
    index = index_of(Library.shipped() if library is None else library)
    found: list[Quotation] = []
    for low, high in hot_regions(text, index):
        region = _Region(text, read(text[low:high], index.known), low, index, lang)
        found += region.quotations()
    return tuple(found)


class _Region:
    """A part of the text that is read closely."""

    def __init__(self, text: str, reading: Reading, offset: int, index: Index, lang: str | None) -> None:
        self.text = text
        self.reading = reading
        self.offset = offset
        self.index = index
        self.lang = lang
        self.words: list[Word] = []
        self.total: list[float] = []
        self.passed = 0  # offset in the reading behind the passage before

    def quotations(self) -> Iterator[Quotation]:
        """The quotations in order."""
        found = list(clusters(self.reading.text, self.index))
        if not found:
            return
        self.words = words(self.reading.text)
        self.total = weights(self.words)
        starts = [start for _, start, _ in self.words]
        floor = 0
        for cluster in found:
            low = max(bisect_left(starts, cluster.start) - REACH, bisect_left(starts, cluster.wall), floor)
            high = min(bisect_left(starts, cluster.end) + REACH, len(self.words))
            for match in self._in_windows(low, high, cluster.ranks):
                floor = match.passage.words[1]
                yield self._quotation(match)
                self.passed = match.passage.end

    def _in_windows(self, low: int, high: int, ranks: Sequence[int]) -> Iterator[Match]:
        """The passages of a stretch of any length, which is searched a window at a time."""
        window = self.index.longest + 2 * REACH
        if high - low <= 2 * window:
            yield from self._matches(low, high, ranks)
            return
        while low < high:
            top = min(low + window, high)
            following = max(top - REACH, low + 1) if top < high else high
            for match in self._matches(low, top, self._touched(low, top)):
                first, last = match.passage.words
                if top < high and last > top - REACH and first > low:
                    following = first  # perhaps it goes on behind the window
                    break
                yield match
                following = max(following, last)
            low = following

    def _matches(self, low: int, high: int, ranks: Sequence[int]) -> Iterator[Match]:
        """The passages of a stretch of words, the heaviest taken first, in the order of the text."""
        match = self._best(low, high, ranks)
        if match is None:
            return
        first, last = match.passage.words
        yield from self._matches(low, first, self._touched(low, first))
        yield match
        yield from self._matches(last, high, self._touched(last, high))

    def _touched(self, low: int, high: int) -> Sequence[int]:
        if high <= low:
            return ()
        text = small(self.reading.text[self.words[low][1] : self.words[high - 1][2]])
        return self.index.touched(set(pairs(text)) & self.index.postings.keys())[:RIVALS]

    def _best(self, low: int, high: int, ranks: Sequence[int]) -> Match | None:
        chains: list[tuple[Chain, Wording]] = []
        for rank in ranks:
            wording = self.index.wordings[rank]
            if self.lang is None or wording.definition.lang.split("-")[0] == self.lang.split("-")[0]:
                chain = best_chain(self.words, self.total, low, high, wording)
                if chain is not None:
                    chains.append((chain, wording))
        if not chains:
            return None
        top = max(chains, key=lambda pair: pair[0].score)[0]
        rivals: list[Match] = []
        doubtful: list[Match] = []
        for chain, wording in chains:
            if chain.score < RIVAL * top.score or chain.last <= top.first or top.last <= chain.first:
                continue
            made = passage(chain, wording, self.reading.text, self.words)
            if made is not None:
                match = Match.of(made, chain, self.total)
                (rivals if convinces(match, self.total) else doubtful).append(match)
        best = max((match.score for match in rivals), default=0.0)
        better = [match.passage for match in doubtful if match.score > best]
        if any(made.continued for made in better):
            return None  # what agrees best is a limb of another definition
        if all(match.passage.late for match in rivals) and not all(made.late for made in better):
            return (
                None  # words from the midst of a definition inside another one, which has its own beginning
            )
        # A draft does not convince without the text that came of it.
        lasting = {self.index.settled.get(match.id) for match in rivals}
        rivals += [match for match in doubtful if match.id in lasting]
        if not rivals:
            return None
        start = min(self.words[match.passage.definiens][1] for match in rivals)
        end = max(match.passage.end for match in rivals)
        around = Surroundings.of(self.reading.text, start, end, self.index.names)
        return likeliest(rivals, around, self.index)

    # --- what is reported ---------------------------------------------------------------------

    def _quotation(self, match: Match) -> Quotation:
        made = match.passage
        definition = made.wording.definition
        raw = self._raw(made.start, made.end)
        definiens = made.wording.definiens
        same = tuple(
            one.definition.id
            for one in self.index.wordings
            if one.definition.id != definition.id and one.definiens == definiens
        )
        exact = self._exact_matches(made, {definition.id, *same})
        return Quotation(
            start=raw[0],
            end=raw[1],
            text=self.reading.raw[raw[0] - self.offset : raw[1] - self.offset],
            reading=made.text,
            definition=definition,
            official=made.official,
            same_wording=same,
            verdict=made.verdict,
            extent=made.extent,
            exact_matches=exact,
            edits=tuple(self._placed(edit, made) for edit in made.redline.edits),
            faults=tuple(self._placed(edit, made) for change in made.faults for edit in change),
            similarity=made.similarity,
            attribution=self._attribution(made, {definition.id, *same, *exact}, raw[0]),
            score=match.score,
        )

    def _raw(self, start: int, end: int) -> tuple[int, int]:
        low, high = self.reading.span(start, end)
        return low + self.offset, high + self.offset

    def _placed(self, edit: Edit, made: Passage) -> Edit:
        """An edit with its spans in the whole official text and in the original text."""
        official = made.official[0]
        a = (edit.a[0] + official, edit.a[1] + official) if edit.a else None
        b = self._raw(edit.b[0] + made.start, edit.b[1] + made.start) if edit.b else None
        return edit._replace(a=a, b=b)

    def _exact_matches(self, made: Passage, known: set[str]) -> tuple[str, ...]:
        return tuple(
            one.definition.id
            for one in self.index.wordings
            if one.definition.id not in known and made.keys in (one.definiens, one.whole)
        )

    def _attribution(self, made: Passage, texts: set[str], start: int) -> Attribution:
        names = self.index.names
        around = Surroundings.of(
            self.reading.text, self.words[made.definiens][1], made.end, names, self.passed
        )
        own, article = made.wording.definition.id, around.article
        confirmed = made.wording.in_article(article)
        alone = not around.mentions or (around.article_in_line and not around.named_before)
        if confirmed and alone and not around.line:
            return Attribution((own,), True, (), article)
        if around.line:
            return self._judged(around.line, texts, article)
        if around.kind:
            named = antecedent(self.text[:start], around.kind, names)
            if named:
                return self._judged((Mention(f"the {around.kind}", 0, named),), texts, article)
            in_force = made.wording.definition.status not in PASSED_STATUS
            if named is None and in_force and around.kind in names.kinds[own]:
                return Attribution((own,), True, (f"the {around.kind}",), article)
        if around.paragraph:
            return self._judged(around.paragraph, texts, article)
        fitting = [name for name in around.weak if self._judged((name,), texts, article).fits]
        if fitting:
            return self._judged(fitting, texts, article)
        if around.itself in names.kinds[own]:
            return Attribution((own,), True, (f"this {around.itself}",), article)
        return Attribution(provision=article)  # what is too far away is no reproach

    def _judged(self, mentions: Sequence[Mention], texts: set[str], article: str) -> Attribution:
        named = ids_of(mentions)
        settled = {self.index.settled.get(name, name) for name in named}
        fits = bool(texts & (self.index.instruments(named) | settled))
        printed = tuple(dict.fromkeys(mention.text for mention in mentions))
        return Attribution(named, fits, printed, article)
