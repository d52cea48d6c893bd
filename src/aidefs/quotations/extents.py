"""Where a passage begins and ends: from an alignment with a definition to a passage."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import eq

from aidefs.classes import NamedTuple
from aidefs.patterns import late
from aidefs.quotations.introductions import DEFINING_NOW
from aidefs.quotations.local_alignment import LocalAlignment
from aidefs.quotations.marks import (
    MARKS,
    OMISSION,
    WORDS_OF_OMISSION,
    QuotedSpan,
    QuotedSpans,
    enclosing,
)
from aidefs.quotations.passages import ParallelPassage
from aidefs.quotations.references import CJK, ReferenceText, StemmedWord, compared, words
from aidefs.quotations.severity import operators_in
from aidefs.text.languages import primary, profile
from aidefs.text.tokens import scan

__all__ = ["delimited", "may_be_dotted"]

REPLACED = 2  # words at the end of the definiens that may be replaced by others
ARTICLE = 3  # letters of the first word of a definiens that may be left to the sentence around it
TERM = 3  # words at the beginning of a definition that may be left out of a quotation
FEW_WORDS = 4  # words before a definiens that may be the first of a block quotation
LONGEST_HEAD = 30  # words between an opening mark and the definiens that are compared
COPIED = 4  # words of the official introduction in a row that show that it is quoted
LONG_FRAME = 6  # words of an introduction that is quoted where more than one is another ...
SHORT_OF_FRAME = 2  # ... but no more than so many
FRAME_GAP = 4  # words that may stand between the term and the definiens ("is defined as")

_LINE_MARK = late(r"[ \t>*_]*(?:\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)]|[-*•–])?[ \t*_]*")
_SAID_BY = r"as\s(?:defined|stated|set|adopted|provided)|according|per\s"  # with what a source may begin
_ATTRIBUTION = late(rf"[,.]?\s*(?:{_SAID_BY}|[—–-])", re.IGNORECASE)
_DETERMINERS = frozenset({"a", "an", "any", "the", "each", "every", "all"})
_CLOSED = late(r"\s*(?:[.;!?\n\"'”’»›)\]|]|\Z)")
_BREAK = late(r"[.;!?\n\"”»…]")
_DOTS = late(rf"[\s,;\[(]{{0,4}}{OMISSION}", re.IGNORECASE)
_TWO_DOTS = late(r"\.\s?\.")
_ELLIPSIS = late(OMISSION, re.IGNORECASE)
_BRACKETED = late(r"\[[^\[\]]{0,400}\]")
_WORDS_FOR_DOTS = late(WORDS_OF_OMISSION, re.IGNORECASE)
# A further limb of the definition: "; and (B) is …", but not "; (4) ‘provider’ means …".
_LIMB = late(
    r"[;,]\s*(?:and|or)?\s*[“\"']?\((?:[A-Za-z]|[ivx]{1,4}|\d)\)\s+(?![“‘\"'])(?![^.;\n]{0,60}\bmeans?\b)"
)
_ADDED = late(r",?\s(?![(\[])[^.;!?\n\"“”„«»]{2,250}[.,;]?\s*")
_CHARACTER = late(f"[{CJK}]")  # that is a word
_ADDED_CHARACTERS = late(r"[^。；;！？!?\n\"“”「」『』«»]{1,250}[。；;]?\s*")  # where no spaces part words
_ADDED_SENTENCE = late(r"[.,]?\s(?![(\[]|Source|See\b|Art)[^;\n\"“”„«»]{2,250}")
_ADDED_TO_PARAGRAPH = late(rf",\s(?!{_SAID_BY})[^.;!?\n\"“”„«»]{{2,250}}(?=[.]\s*(?:\n|\Z))")
# What stands between quotation marks and is not quoted from the law: a sentence before, what introduces the
# provision or enumerates it, and what a speaker says of the law; the dots of an omission end no sentence.
_LEAD_IN = late(
    r"(?<!\.)(?<!\.\s)[.!?](?!\s?\.)[\"”’)\]]*\s+|:\s+|[：。]\s*|[.:]\s?[—–-]\s*|\A(?:\d{1,3}|[a-z]|[ivx]{1,4})[).]\s+"
    r"|\bfor (?:the )?purposes? of [^,:\n]{1,80}[,:]\s+"
    rf"|\b(?:{DEFINING_NOW})\b(?:[^.:;\n]{{0,60}}?\b(?:as|that)\b)?[\s,]*",
    re.IGNORECASE,
)
_ENUMERATED_LABEL = late(r"(?P<number>\(?\w{1,4}[.)])\s+[^\s.:;][^.:;\n]{0,40}:\s")
_LABELLED = late(r"[.:;!?]\s|\s[–—-]\s|\n")  # behind a label, or the first sentence
_CONNECTORS = frozenset(("a", "an", "the", "term"))
_EXCLUDES = late(r"\bexclud(?:es?|ed|ing)\b", re.IGNORECASE)


class _Boundary(NamedTuple):
    """Where a passage begins or ends: a word of each text, and words that are missing."""

    at: int
    place: int
    missing: int


def delimited(
    alignment: LocalAlignment,
    wide: LocalAlignment,
    reference: ReferenceText,
    text: str,
    found: Sequence[StemmedWord],
    starts: Sequence[int],
    spans: QuotedSpans,
    blocks: QuotedSpans,
    cells: QuotedSpans,
    stretch: tuple[int, int],
    walls: tuple[int, int],
) -> ParallelPassage | None:
    """Delimit the passage of an alignment.

    Args:
        alignment: The words that agree.
        wide: The same with those that agree outside of quotation marks around them.
        reference: The definition that they agree with.
        text: The reading.
        found: Its words.
        starts: Where each of them begins.
        spans: What stands between quotation marks in it.
        blocks: Its block quotations, as if between marks.
        cells: The cells of its tables, as if between marks.
        stretch: The words that a passage may take.
        walls: Offsets in the reading that it may not cross, where other passages end and begin.

    Returns:
        The passage; None where nothing but the words that introduce a definition agree.
    """
    boundaries = _Boundaries(
        alignment, wide, reference, text, found, starts, spans, blocks, cells, stretch, walls
    )
    return boundaries.passage()


def may_be_dotted(text: str) -> bool:
    """Whether there may be an ellipsis in a text; a look that costs next to nothing."""
    return "…" in text or _TWO_DOTS.search(text) is not None or _WORDS_FOR_DOTS.search(text) is not None


class _Boundaries:
    """One alignment in its text."""

    def __init__(
        self,
        alignment: LocalAlignment,
        wide: LocalAlignment,
        reference: ReferenceText,
        text: str,
        found: Sequence[StemmedWord],
        starts: Sequence[int],
        spans: QuotedSpans,
        blocks: QuotedSpans,
        cells: QuotedSpans,
        stretch: tuple[int, int],
        walls: tuple[int, int],
    ) -> None:
        self.stretch = stretch
        self.walls = walls
        self.wide = wide
        self.starts = starts
        self.spans = spans
        self.blocks = blocks
        self.cells = cells
        self.block: QuotedSpan | None = None  # the block quotation that it stands in
        self.span: QuotedSpan | None = None  # the marks that the definiens stands between
        self.alignment = alignment
        self.reference = reference
        self.text = text
        self.found = found
        self.official = reference.definition.text
        self.lang = reference.definition.lang

    def passage(self) -> ParallelPassage | None:
        """The passage, see `delimited`."""
        definiens = self._definiens()
        if definiens is None:
            return None
        around = enclosing(self.spans, self.found[definiens.at][1])
        self.span = next((span for span in around if self._holds(span)), None)
        self.block = next(iter(enclosing(self.blocks, self.found[definiens.at][1])), None)
        first = self._beginning(definiens)
        last = self._end()
        if last.place <= first.place or last.at <= first.at:
            return None
        own, found = self.reference.words, self.found
        low, start = self._widened(own[first.place][1], found[first.at][1], -1)
        high, end = self._widened(own[last.place - 1][2], found[last.at - 1][2], 1)
        if not last.missing and first.place == 0:
            end = self._with_paragraph(start, end)
        if start > self.walls[0] and self.text[start - 1] == "[" and "]" in self.text[start:end]:
            start -= 1  # "[An] ‘AI system’": the bracket is an editor's
        gap = self._gap()
        return ParallelPassage(
            reference=self.reference,
            words=(first.at, last.at),
            definiens=definiens.at,
            start=start,
            end=end,
            text=self.text[start:end],
            official=(low, high),
            late=first.missing,
            early=last.missing,
            dotted=bool(_DOTS.match(self.text, end) and not _DOTS.match(self.official, high)),
            framed=gap is not None and gap <= FRAME_GAP,
            introduced=gap is not None and gap <= 1 and self._gap(2) == gap,
            continued=not last.missing and bool(_LIMB.match(self.text, end)),
        )

    def _holds(self, span: QuotedSpan) -> bool:
        """Whether the marks are around the definiens, and not around a word of it."""
        return span.inner[1] >= self.found[self.alignment.last - 1][1] or not span.closed

    # --- the beginning ------------------------------------------------------------------------

    def _definiens(self) -> _Boundary | None:
        """Where the definiens begins, None where the alignment has none of it."""
        head, own, found = self.reference.head_word, self.reference.words, self.found
        run = next((run for run in self.alignment.runs if run.place + run.length > head), None)
        if run is None:
            return None
        shift = max(head - run.place, 0)
        at, place = run.at + shift, run.place + shift
        if place == head + 1 and own[head][2] - own[head][1] <= ARTICLE:
            # "machine-based system" leaves the article to the sentence, "any machine-based system" does not.
            before = found[at - 1][0] if at > self.stretch[0] else ""
            replaced = before in _DETERMINERS and self._between(at - 1, at).isspace()
            return _Boundary(at - 1, head, 0) if replaced else _Boundary(at, place, 0)
        return _Boundary(at, place, place - head)

    def _beginning(self, definiens: _Boundary) -> _Boundary:
        """The beginning with all that is quoted before the definiens."""
        if self.span is None:
            return self._with_frame(definiens)
        head, place = self.reference.head_word, definiens.place
        frame = definiens.at - head
        if 0 < head == place - 1 and self._is_frame(frame, definiens.at):
            return _Boundary(frame, 0, 0)  # the article behind the words of introduction is left out
        at = self._quoted_from(definiens)
        if at >= definiens.at:
            return definiens
        if place > head:  # the first words are replaced, or the passage begins in the midst
            began = max(place - (definiens.at - at), head)
            return _Boundary(at, began, began - head)
        if not head:
            return _Boundary(at, 0, 0) if self._names_more(at, definiens.at) else definiens
        run = next((run for run in self.alignment.runs if run.place < head and run.at >= at), None)
        began = max(run.place - (run.at - at), 0) if run else 0
        lacking = {key for key, _, _ in self.reference.words[:began]}
        if not {key for key, _, _ in self.found[at : definiens.at]} & self._term():
            lacking = set()  # it begins at the verb: the term stands before the mark
        # Words of the term that are missing are left out of the quotation; what comes before the term may be.
        cut = bool(lacking) and lacking <= self._term() | _CONNECTORS
        return _Boundary(at, 0 if cut and began <= TERM else began, 0)

    def _quoted_from(self, definiens: _Boundary) -> int:
        """The first word behind the opening mark that is quoted from the law.

        Not quoted from it are what a speaker says of it ("the Act defines an AI system as"), what introduces
        the provision ("For the purposes of this Act:", an enumerator), and the sentences before.
        """
        span, found, head = self.span, self.found, self.reference.head_word
        assert span is not None
        at, first = definiens.at, max(bisect_left(self.starts, span.inner[0]), self.stretch[0])
        if definiens.place == head and at - head >= first and head and self._is_frame(at - head, at):
            return first if self._is_addition(first, at - head) else at - head
        start = low = found[first][1] if first < len(found) else span.inner[0]
        for match in _LEAD_IN.finditer(self.text[start : found[at][1]]):
            another = match[0][0] == ":" and (
                self._is_term_of_another(start, start + match.start())
                or self._is_label_of_provision(first, start + match.end())
            )
            low = start if another else start + match.end()
        begins = max(bisect_left(self.starts, low), self.stretch[0])
        # Words of introduction that are nearly the official ones are quoted, whatever they look like.
        frame = next((r for r in self.alignment.runs if r.place < head and r.length >= COPIED), None)
        if frame is not None and frame.at >= first:
            return min(begins, max(frame.at - frame.place, first))
        return begins if at - begins <= LONGEST_HEAD else at

    def _is_term_of_another(self, start: int, end: int) -> bool:
        """Whether what stands before a colon is the term with other words: "High-risk AI system:"."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        keys = {key for key, _, _ in self.found[first:last]}
        official = {key for key, _, _ in self.reference.words[: self.reference.head_word]}
        own = self._term() | official | _CONNECTORS
        return 0 < len(keys) <= 8 and bool(keys & self._term()) and not keys <= own

    def _is_label_of_provision(self, first: int, behind: int) -> bool:
        """Whether a label is quoted, which nobody puts behind the enumerator of a provision: "i. AI:"."""
        official = _ENUMERATED_LABEL.match(self.official)
        printed = _ENUMERATED_LABEL.match(self.text, self.found[first][1], behind)
        return bool(official and printed) and official["number"] == printed["number"]  # type: ignore[index]

    def _is_addition(self, first: int, last: int) -> bool:
        """Whether words before the words of introduction belong to the quotation."""
        if last <= first:
            return False
        before = self.text[self.found[first][1] : self.found[last][1]]
        return not list(_LEAD_IN.finditer(before)) and last - first <= LONGEST_HEAD

    def _is_frame(self, first: int, last: int) -> bool:
        """Whether words are those that introduce the definition officially, letter for letter."""
        if first < self.stretch[0] or (self.span and self.starts[first] < self.span.inner[0]):
            return False
        printed = compared(scan(self.text[self.found[first][1] : self.found[last][1]], self.lang))
        return printed == self.reference.keys(0, self.reference.words[self.reference.head_word][1])

    def _names_more(self, first: int, last: int) -> bool:
        """Whether a denial stands before a definiens whose words of introduction are not stored."""
        head = self.text[self.found[first][1] : self.found[last][1]]
        known = profile(primary(self.lang))
        denying = {*known.limits.split(), *known.negations.split()}
        return not denying.isdisjoint(scan(head, self.lang).keys) or _EXCLUDES.search(head) is not None

    def _term(self) -> set[str]:
        return {key for key, _, _ in words(self.reference.definition.term)}

    def _from_block(self, definiens: _Boundary) -> _Boundary:
        """The beginning of a block quotation whose first words differ: "Not any machine-based system"."""
        first, head = self._first_of_line(definiens.at), self.reference.head_word
        number = definiens.at - first
        alone = not head and definiens.place == head  # the term before it is not stored
        most = FEW_WORDS + len(self._term()) if alone else FEW_WORDS
        if not 0 < number <= most or "|" in self._between(first, definiens.at):
            return definiens
        if definiens.place > head:
            began = max(definiens.place - number, head)
            return _Boundary(first, began, began - head)
        printed = self.text[self.found[first][1] : self.found[definiens.at][1]]
        changed = operators_in(printed, self.lang) or (alone and self._names_more(first, definiens.at))
        return _Boundary(first, head, 0) if changed else definiens

    def _with_frame(self, definiens: _Boundary) -> _Boundary:
        """The beginning with the words that introduce the definition, where they stand before it unmarked."""
        head, at = self.reference.head_word, definiens.at
        if not head or definiens.place != head:
            return self._from_block(definiens) if self.block is not None else definiens
        first = self._first_of_own(at)
        if first is not None and self._is_nearly_frame(first, at):
            return _Boundary(first, 0, 0)
        if self._is_frame(at - head, at):
            return _Boundary(at - head, 0, 0)
        if self.block is not None and not self._prints_frame(self._first_of_line(at), at):
            return self._from_block(definiens)
        first = self._first_of_line(at)
        if not 0 < at - first <= head + FRAME_GAP or not self._prints_frame(first, at):
            return definiens
        run = next((run for run in self.alignment.runs if run.place < head and run.at >= first), None)
        return _Boundary(first, max(run.place - (run.at - first), 0) if run else 0, 0)

    def _first_of_own(self, at: int) -> int | None:
        """The first word of the block quotation or cell that a word stands in, if it is in its first line."""
        place = self.found[at][1]
        held = self.block or next(iter(enclosing(self.cells, place)), None)
        if held is None or "\n" in self.text[held.inner[0] : place].strip():
            return None
        marks = _LINE_MARK.match(self.text, held.inner[0])
        first = bisect_left(self.starts, marks.end() if marks else held.inner[0])
        return first if first >= self.stretch[0] else None

    def _is_nearly_frame(self, first: int, at: int) -> bool:
        """Whether the words before a definiens are those that introduce it officially, but for one.

        Of many words it may be two. Not where a determiner or the last word differs, with which an author
        leads to the definition: "AI system is", for "AI system means"; a denial behind it is none of his.
        """
        number = _LINE_MARK.match(self.official)
        own = [
            key
            for key, start, _ in self.reference.words[: self.reference.head_word]
            if not number or start >= number.end()
        ]
        printed = [key for key, _, _ in self.found[first:at]]
        if abs(len(printed) - len(own)) > SHORT_OF_FRAME:
            return False
        labelled = _LABELLED.search(self.text, self.found[first][1], self.found[at][1])
        if labelled and not _LABELLED.search(self.official, 0, self.reference.head):
            return False
        alike = list(map(eq, own, printed))
        low = alike.index(False) if False in alike else len(alike)
        alike = list(map(eq, reversed(own[low:]), reversed(printed[low:])))
        ends = alike.index(False) if False in alike else len(alike)
        gone, put = own[low : len(own) - ends], printed[low : len(printed) - ends]
        most = SHORT_OF_FRAME if len(own) >= LONG_FRAME else 1
        if not 0 < max(len(gone), len(put)) <= most or not low + ends:
            return False
        if not ends and (gone or not self._names_more(at - len(put), at)):
            return False
        return _DETERMINERS.isdisjoint((*gone, *put))

    def _first_of_line(self, at: int) -> int:
        """The first word of the line of a word, behind its enumerator and what introduces the provision."""
        place = self.found[at][1]
        cell = next(iter(enclosing(self.cells, place)), None)
        low = max(self.text.rfind("\n", 0, place) + 1, cell.inner[0] if cell else 0)
        marks = _LINE_MARK.match(self.text, low)
        low = start = marks.end() if marks else low
        for match in _LEAD_IN.finditer(self.text[start : self.found[at][1]]):
            low = start + match.end()
        return max(bisect_left(self.starts, low), self.stretch[0])

    def _prints_frame(self, first: int, at: int) -> bool:
        """Whether words before a definiens introduce it as a text does that defines a term.

        They have the term in marks, as statutes print it, or all words that introduce it officially. A
        label with a colon and the border of a cell do not.
        """
        found, text = self.found, self.text
        frame = text[found[first][1] : found[at][1]]
        opened = text[max(found[first][1] - 3, 0) : found[first][1]]
        marks = sum(map(frame.count, MARKS)) + any(mark in opened for mark in MARKS)
        printed = {key for key, _, _ in found[first:at]}
        official = {key for key, _, _ in self.reference.words[: self.reference.head_word]}
        if " (" in frame and "(" not in self.official[: self.reference.head]:
            return False  # where it is from: "AI system (Article 3(1)) means"
        last = self.reference.words[self.reference.head_word - 1][0]
        leads = found[at - 1][0] != last  # to the definiens with a word of its author's
        if self.block and leads and last in self._term() and not self._names_more(first, at):
            return False  # "Un « système d’IA » est", for "« système d’IA »,"
        in_full = official <= printed and not leads
        return (marks >= 2 or in_full) and frame.rstrip(MARKS + " ")[-1:].isalpha()

    def _gap(self, length: int = 1) -> int | None:
        """Words between the definiens and the last run before it that is so long; None where none is."""
        head = self.reference.head_word
        frame = [run for run in self.wide.runs if run.place < head and run.length >= length]
        rest = [run for run in self.wide.runs if run.place + run.length > head]
        if not frame or not rest:
            return None
        first = rest[0].at + max(head - rest[0].place, 0)
        return max(first - min(frame[-1].at + frame[-1].length, first), 0)

    # --- the end ------------------------------------------------------------------------------

    def _end(self) -> _Boundary:
        """Where the passage ends, behind its last words."""
        found, tail, alignment = self.found, self.reference.end_word, self.alignment
        last, stop = self._before(tail)
        if alignment.stop == len(self.reference.words) > tail:
            source = self.official[self.reference.end : self.reference.words[-1][2]]
            behind = self.text[found[last - 1][2] : found[alignment.last - 1][2]]
            # Behind a full stop or a quotation mark that closes it belongs to the text around the passage.
            if behind.lstrip()[:1] == source.lstrip()[:1] and compared(scan(behind)) == compared(
                scan(source)
            ):
                return _Boundary(alignment.last, alignment.stop, 0)
        if self.span and self.span.closed and alignment.stop > tail + COPIED and last < alignment.last:
            closing = self._closing(self.span.inner[1])
            if self.text[found[last - 1][2] : found[last][1]].strip() == "(" and closing >= alignment.last:
                return _Boundary(closing, len(self.reference.words), 0)
        behind_dots = self._behind_dots(last, tail)
        if behind_dots is not None:
            return behind_dots
        missing = max(tail - stop, 0)
        for number in range(1, REPLACED + 1) if 0 < missing <= REPLACED else ():
            if last + number > self.stretch[1]:
                break
            between = self.text[found[last - 1][2] : found[last + number - 1][2]]
            ends = found[last + number - 1][2]
            bracket = tail < len(self.reference.words) and self.text.startswith(" (", ends)
            closed = bracket or _CLOSED.match(self.text, ends)
            if self.official[self.reference.words[stop - 1][2] :].startswith("."):
                between = between.removeprefix(".")  # that of an abbreviation: "15 U.S.C. 9401(3)"
            if closed and not _BREAK.search(between):
                return _Boundary(last + number, tail, 0)
        added = self._added(last, missing)
        return _Boundary(last + added, min(stop + added, max(tail, stop)), max(missing - added, 0))

    def _behind_dots(self, last: int, tail: int) -> _Boundary | None:
        """The end of a quotation of which the words behind its last ellipsis stand further on in the text.

        Those between an editor's brackets do not count: "system … [that] infers".
        """
        if (
            self.span is None
            or not self.span.closed
            or last >= (closing := self._closing(self.span.inner[1]))
        ):
            return None
        first = self.alignment.runs[0].at
        dots = list(_ELLIPSIS.finditer(self.text, self.found[first][1], self.span.inner[1]))
        if not dots or dots[-1].end() > self.found[last][1]:
            return None
        behind = bisect_left(self.starts, dots[-1].end())
        altered = [one.span() for one in _BRACKETED.finditer(self.text, dots[-1].end(), self.span.inner[1])]
        keys = [
            key for key, start, end in self.found[behind:closing]
            if not any(low < start and end < high for low, high in altered)
        ]  # fmt: skip
        runs = [run for run in self.alignment.runs if run.at < behind]
        place = max((run.place + min(run.length, behind - run.at) for run in runs), default=0)
        own = [key for key, _, _ in self.reference.words[:tail]]
        for at in range(place, tail - len(keys) + 1) if keys else ():
            if own[at : at + len(keys)] == keys:
                return _Boundary(closing, at + len(keys), tail - at - len(keys))
        return None

    def _before(self, tail: int) -> tuple[int, int]:
        """The end of the last run before a word of the definition and the end of the marks around it."""
        limit = self.span.inner[1] if self.span else len(self.text)
        for run in reversed(self.alignment.runs):
            length = min(run.length, tail - run.place)
            while length > 0 and self.found[run.at + length - 1][2] > limit:
                length -= 1
            if length > 0:
                return run.at + length, run.place + length
        return 0, 0

    def _added(self, last: int, missing: int) -> int:
        """How many words stand between the last one that agrees and the mark that closes the quotation.

        They are quoted if they go on with the sentence, or are one more sentence behind the whole definition;
        not if they are the next provision, or a reference in brackets.
        """
        at = self.found[last - 1][2]
        if self.span is None and self.block is not None and not missing:
            line = self.text.find("\n", at)
            stop = min(self.block.inner[1], line if line >= 0 else len(self.text))
            behind = self.text[at:stop].rstrip()
            added = _ADDED.fullmatch(behind) or _ADDED_SENTENCE.fullmatch(behind)
            return self._closing(stop) - last if added and not _ATTRIBUTION.match(behind) else 0
        if self.span is None or not self.span.closed:
            return 0
        behind = self.text[at : self.span.inner[1]]
        if self.text[at - 1] >= CJK[0] and _CHARACTER.match(self.text, at - 1):
            added = _ADDED_CHARACTERS.fullmatch(behind)
            return bisect_left(self.starts, self.span.inner[1]) - last if added else 0
        # Between straight marks, which also delimit the strings of programs, a sentence may be anything.
        sentence = not missing and self.text[self.span.start] not in "'\""
        if not (_ADDED.fullmatch(behind) or (sentence and _ADDED_SENTENCE.fullmatch(behind))):
            return 0
        return self._closing(self.span.inner[1]) - last

    def _closing(self, offset: int) -> int:
        """The word behind the last one that a passage may take before an offset."""
        return min(bisect_left(self.starts, offset), self.stretch[1])

    def _with_paragraph(self, start: int, end: int) -> int:
        """The end of a whole text that is quoted as a paragraph of its own, which ends with added words."""
        before = self.text[:start].rstrip(" \t")
        alone = self.span is None and (not before or before.endswith("\n"))
        added = _ADDED_TO_PARAGRAPH.match(self.text, end) if alone else None
        return min(added.end(), self.walls[1]) if added else end

    # --- both ---------------------------------------------------------------------------------

    def _between(self, low: int, high: int) -> str:
        return self.text[self.found[low][2] : self.found[high][1]]

    def _widened(self, official: int, at: int, step: int) -> tuple[int, int]:
        """Both offsets moved over marks that stand beside the words in both texts."""
        full, text, (low, high) = self.official, self.text, self.walls
        while True:
            i, k = (official - 1, at - 1) if step < 0 else (official, at)
            if not (0 <= i < len(full) and low <= k < high) or full[i].isspace() or full[i].isalnum():
                return official, at
            if full[i] != text[k] and not (full[i] in MARKS and text[k] in MARKS):
                return official, at
            official, at = official + step, at + step
