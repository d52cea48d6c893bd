"""A part of a document that is read closely: its words, marks and names, and the texts that it may quote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property

from aidefs.quotations.antecedents import SHORT
from aidefs.quotations.descriptions import Described, present_versions, without_owner
from aidefs.quotations.fragments import KNOWN, LETTERS, Overlap, fragment_of, is_nearly, may_be_changed
from aidefs.quotations.index import Index, pairs, small
from aidefs.quotations.local_alignment import running
from aidefs.quotations.marks import QuotedSpans, enclosing, quoted_spans
from aidefs.quotations.passages import ParallelPassage
from aidefs.quotations.placement import Placements
from aidefs.quotations.references import ReferenceText, StemmedWord, word_columns
from aidefs.quotations.surroundings import Surroundings, reach
from aidefs.quotations.titles import Mention
from aidefs.readers.markup import without_markup
from aidefs.text.languages import primary

__all__ = ["Excerpt"]

QUOTED = 60  # characters between marks that are a quotation rather than a title or a term


class Excerpt:
    """A part of a document, read without its mark-up.

    Attributes:
        text: The whole document.
        placements: What it sets apart.
        reading: The part without mark-up.
        offset: Where it begins in the document.
        index: The index over the library.
        lang: Language of the texts that are looked for, None for all.
    """

    def __init__(
        self, text: str, low: int, high: int, index: Index, lang: str | None, placements: Placements
    ) -> None:
        """Reads a part.

        Args:
            text: The whole text.
            low: Offset of the first character of the part.
            high: Offset behind its last one.
            index: The index over the library.
            lang: Language (BCP 47 tag) of the texts that are looked for, None for all.
            placements: What the document sets apart.
        """
        self.text = text
        self.placements = placements
        self.reading = without_markup(text[low:high], index.known)
        self.offset = low
        self.index = index
        self.lang = lang
        self._around: dict[tuple[int, int, int], Surroundings] = {}
        self._overlaps: dict[tuple[int, int], Overlap] = {}
        self._known_descriptions: dict[Described, Mention | None] = {}

    @cached_property
    def words(self) -> list[StemmedWord]:
        """The words of the reading."""
        return list(zip(*self._columns, strict=True))

    @cached_property
    def _columns(self) -> tuple[list[str], list[int], list[int]]:
        return word_columns(self.reading.text)

    @cached_property
    def total(self) -> list[float]:
        """Their running weights."""
        return running(self._columns[0])

    @cached_property
    def starts(self) -> list[int]:
        """Where they begin."""
        return self._columns[1]

    @cached_property
    def spans(self) -> QuotedSpans:
        """What stands between quotation marks in the reading."""
        return quoted_spans(self.reading.text)

    @cached_property
    def _links(self) -> list[Mention]:
        """What links and citation keys in the reading lead to."""
        found = self.placements.links(self.offset, self.offset + len(self.reading.raw))
        return [one._replace(start=self.behind(one.start)) for one in found]

    @cached_property
    def _descriptions(self) -> list[Described]:
        """The descriptions that do not say whose the text is, in a short document."""
        return list(without_owner(self.reading.text)) if len(self.text) <= SHORT else []

    def links(self, low: int, high: int) -> tuple[Mention, ...]:
        """What links and citation keys in the reading lead to, and descriptions that need the document.

        Of the latter those that begin between two offsets: for each all names of the document are asked.
        """
        described = map(self._meant, self._between(low, high + 1))
        present = (one for one in self._present if low <= one.start <= high)
        links = [*self._links, *filter(None, described), *present]
        return tuple(sorted(links, key=lambda one: one.start))

    @cached_property
    def _present(self) -> list[Mention]:
        """What stands for the version in force of a text that is named before it: "today it says"."""
        text = self.reading.text
        found: list[Mention] = []
        for said in present_versions(text, *self._columns[:2]) if len(self.text) <= SHORT else ():
            if self._is_quoted(said.start()):
                continue
            low = text.rfind("\n\n", 0, said.start()) + 1
            names = [
                *self.placements.titles.mentions(text, low, said.start()),
                *filter(None, map(self._meant, self._between(low, said.start()))),
            ]
            own = [one for one in names if one.kind == "instrument" and not self._is_quoted(one.start)]
            last = max(own, key=lambda one: one.start, default=None)
            ids = self._brought_up(last.ids, others=said["final"] is not None) if last else ()
            if ids:
                found.append(Mention(said[0], said.start(), ids, present=True))
        return found

    def _between(self, low: int, high: int) -> list[Described]:
        """The descriptions that begin between two offsets."""
        return [one for one in self._descriptions if low <= one.start < high]

    def _is_quoted(self, at: int) -> bool:
        """Whether a place stands in a longer quotation, whose words name no source."""
        return any(one.closed and one.end - one.start > QUOTED for one in enclosing(self.spans, at))

    def _brought_up(self, ids: Sequence[str], *, others: bool) -> tuple[str, ...]:
        """The versions in force of texts that have several; behind those of drafts perhaps `others`."""
        families, passed = self.index.families, self.index.titles.passed
        lines = [families.get(one, (one,)) for one in ids]
        if all(len(line) == 1 for line in lines):
            return ()
        kept = [line[-1] for line in lines if line[-1] not in passed]
        drafts = others and passed >= {*ids}
        rest = (one for line in lines for one in line if drafts and one in passed and one not in ids)
        return tuple(dict.fromkeys((*kept, *rest))) if kept else ()

    def _meant(self, said: Described) -> Mention | None:
        """What a description stands for."""
        if said not in self._known_descriptions:
            text = self.reading.text
            ids = self.placements.antecedents.described(said, self.raw(said.start, said.end)[0])
            named = self.placements.titles.mentions(text, said.start, said.end) if ids else []
            told = ids and not any(one.ids for one in named)
            made = Mention(text[said.start : said.end], said.start, ids) if told else None
            self._known_descriptions[said] = made
        return self._known_descriptions[said]

    def surroundings(self, start: int, end: int, passed: int = 0) -> Surroundings:
        """What stands around a stretch of the reading: asked for a passage and, before, for its rivals."""
        known = self._around.get((start, end, passed))
        if known is None:
            placement = self.placements.of(*self.raw(start, end))
            known = Surroundings.of(
                self.reading.text,
                start,
                end,
                self.placements.titles,
                passed,
                self.spans,
                placement,
                self.links(*reach(self.reading.text, start, end)),
            )
            self._around[start, end, passed] = known
        return known

    def sharing(self, low: int, high: int) -> Iterator[ReferenceText]:
        """The texts that share a pair of long words with a few words, which may be too few to touch any."""
        if high <= low:
            return
        text = small(self.reading.text[self.words[low][1] : self.words[high - 1][2]])
        postings = self.index.postings
        ranks = {rank for pair in {*pairs(text)} for rank in postings.get(pair, ())}
        yield from (self.index.references[rank] for rank in sorted(ranks))

    def exact(self, first: int, last: int) -> list[ParallelPassage]:
        """The texts in which some words stand letter for letter."""
        overlap = self.overlap(first, last)
        likely = [one for one in self.sharing(first, last) if self.wanted(one) and overlap.may_be_all(one)]
        return list(self.letter_for_letter(likely, first, last))

    def nearly(self, first: int, last: int) -> list[ParallelPassage]:
        """The texts in which some words stand but for one or two."""
        overlap = self.overlap(first, last)
        likely = (
            one for one in self.sharing(first, last)
            if self.wanted(one) and may_be_changed(overlap, one, KNOWN)
        )  # fmt: skip
        made = (self.beside(one, first, last) for one in likely)
        return [one for one in made if one is not None and is_nearly(one)]

    def letter_for_letter(
        self, references: Iterable[ReferenceText], first: int, last: int
    ) -> Iterator[ParallelPassage]:
        """The passages of those of some texts in which words stand letter for letter."""
        for one in references:
            made = self.beside(one, first, last)
            if made is not None and not made.faults:
                yield made

    def beside(
        self, reference: ReferenceText, first: int, last: int, *, strange: bool = False
    ) -> ParallelPassage | None:
        """Some words beside what they give of a text; `strange` as in `fragments.fragment_of`."""
        return fragment_of(reference, self.reading.text, self.words, self.total, first, last, strange=strange)

    def overlap(self, first: int, last: int) -> Overlap:
        """What some words have in common with texts."""
        return self.overlap_between(self.words[first][1], self.words[last - 1][2])

    def overlap_between(self, start: int, end: int) -> Overlap:
        """The same of a stretch of the reading, which begins and ends with a word."""
        if (start, end) not in self._overlaps:
            self._overlaps[start, end] = Overlap(self.reading.text[start:end])
        return self._overlaps[start, end]

    def telling(self, first: int, last: int) -> Set[str]:
        """The stems of words that stand in definitions of few terms."""
        keys = {key for key, _, _ in self.words[first:last] if len(key) >= LETTERS}
        return {key for key in keys if self.index.is_of_few(key)}

    def versions(self, named: Sequence[str]) -> list[ReferenceText]:
        """The texts of the instruments that are named, in all languages that are looked for."""
        return sorted(self.references(self.index.instruments(named)), key=lambda one: one.rank)

    def references(self, names: Iterable[str]) -> list[ReferenceText]:
        """The texts of some ids, in all languages that are looked for."""
        ranks = (self.index.ranks[name] for name in names if name in self.index.ranks)
        return list(filter(self.wanted, map(self.index.references.__getitem__, ranks)))

    def are_of_one(self, ids: Sequence[str]) -> bool:
        """Whether definitions are of one instrument."""
        return self.index.instruments(ids[:1]).issuperset(ids)

    def speaks_of_it_alone(self, one: ReferenceText, place: tuple[int, int] | None = None) -> bool:
        """Whether a short document names the instrument of a text, wherever it does, and no other one.

        Of a place in the reading that is asked of its paragraph.
        """
        own = self.index.instruments([one.id, *self.index.family(one.id)])
        low, high = 0, len(self.text)
        if place is not None:
            start, end = self.raw(*place)
            low = self.text.rfind("\n\n", 0, start) + 1
            high = self.text.find("\n\n", end) % (len(self.text) + 1)
        names = [
            name
            for name in self.placements.antecedents.names
            if name.kind == "instrument" and low <= name.start < high
        ]
        return bool(names) and all(own & {*name.ids} for name in names)

    def alone_defines(self, one: ReferenceText, place: tuple[int, int]) -> tuple[str, ...]:
        """The names of a text's instrument or country, where no other of which texts are stored is named.

        Args:
            one: The text.
            place: Where it is quoted in the original text; names in it are its own.
        """
        own = self.index.instruments([one.id, *self.index.family(one.id)])
        names = self.placements.antecedents.names
        known = [
            one for one in names if one.ids and one.kind != "people" and not place[0] <= one.start < place[1]
        ]
        theirs = all(own & {*name.ids} for name in known)
        return tuple(dict.fromkeys(name.text for name in known)) if theirs else ()

    def wanted(self, reference: ReferenceText) -> bool:
        """Whether a text is in the language that is looked for."""
        return self.lang is None or primary(reference.lang) == primary(self.lang)

    def behind(self, raw: int) -> int:
        """The offset in the reading of an offset of the original text."""
        if self.reading.text is self.reading.raw:
            return min(max(raw - self.offset, 0), len(self.reading.text))
        return self.reading.place(raw - self.offset)

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original text of a stretch of the reading."""
        low, high = self.reading.span(start, end)
        return low + self.offset, high + self.offset
