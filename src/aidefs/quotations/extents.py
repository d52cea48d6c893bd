"""Where a passage begins and ends: from an alignment with a definition to a passage."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from aidefs.quotations.local_alignment import LocalAlignment
from aidefs.quotations.passages import ParallelPassage
from aidefs.quotations.references import ReferenceText, StemmedWord, compared
from aidefs.text.tokens import scan

__all__ = ["delimited"]

REPLACED = 2  # words at the end of the definiens that may be replaced by others
ARTICLE = 3  # letters of the first word of a definiens that may be left to the sentence around it
FRAME_GAP = 4  # words that may stand between the term and the definiens ("is defined as")

_MARKS = "'\"‘’‚‛“”„‟«»‹›`"
_PAIRS = {"“": "”", '"': '"', "„": "“", "«": "»"}
_DETERMINERS = frozenset({"a", "an", "any", "the", "each", "every", "all"})
_ARTICLE = re.compile(r"\b(?:an?|the)\Z", re.IGNORECASE)
_CLOSED = re.compile(r"\s*(?:[.;!?\n\"'”’»›)\]|]|\Z)")
_BREAK = re.compile(r"[.;!?\n\"”»…]")
_DOTS = re.compile(r"[\s,;\[(]{0,4}(?:…|\.\s?\.\s?\.)")
# A further limb of the definition: "; and (B) is …", but not "; (4) ‘provider’ means …".
_LIMB = re.compile(
    r"[;,]\s*(?:and|or)?\s*[“\"']?\((?:[A-Za-z]|[ivx]{1,4}|\d)\)\s+(?![“‘\"'])(?![^.;\n]{0,60}\bmeans?\b)"
)
_ADDED = re.compile(r",?\s[^.;!?\n\"“”„«»]{2,250}(?=[.]?[\"”“»])")
_ADDED_SENTENCE = re.compile(r"[.,]?\s(?![(\[]|Source|See\b|Art)[^;\n\"“”„«»]{2,250}(?<![.\s])(?=[.]?[”“»])")
_ADDED_TO_PARAGRAPH = re.compile(r",\s[^.;!?\n\"“”„«»]{2,250}(?=[.]\s*(?:\n|\Z))")


class _Boundary(NamedTuple):
    """Where a passage begins or ends: a word of each text, and words that are missing."""

    at: int
    place: int
    missing: int


def delimited(
    alignment: LocalAlignment, reference: ReferenceText, text: str, found: Sequence[StemmedWord]
) -> ParallelPassage | None:
    """Delimit the passage of an alignment.

    Args:
        alignment: The words that agree.
        reference: The definition that they agree with.
        text: The reading.
        found: Its words.

    Returns:
        The passage; None where nothing but the words that introduce a definition agree.
    """
    return _Boundaries(alignment, reference, text, found).passage()


def _opening(text: str, start: int) -> str:
    """The character before a passage, white space and an article passed over ("an engineered system")."""
    before = text[max(start - 20, 0) : start].rstrip()
    return _ARTICLE.sub("", before).rstrip()[-1:]


class _Boundaries:
    """One alignment in its text."""

    def __init__(
        self, alignment: LocalAlignment, reference: ReferenceText, text: str, found: Sequence[StemmedWord]
    ) -> None:
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
        first = self._with_frame(definiens)
        last = self._end(definiens)
        if last.place <= first.place or last.at <= first.at:
            return None
        own, found = self.reference.words, self.found
        low, start = self._widened(own[first.place][1], found[first.at][1], -1)
        high, end = self._widened(own[last.place - 1][2], found[last.at - 1][2], 1)
        if not last.missing:
            end = self._with_added(start, end, whole=first.place == 0)
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
            replaced = at > 0 and found[at - 1][0] in _DETERMINERS and self._between(at - 1, at).isspace()
            return _Boundary(at - 1, head, 0) if replaced else _Boundary(at, place, 0)
        return _Boundary(at, place, place - head)

    def _with_frame(self, definiens: _Boundary) -> _Boundary:
        """The beginning with the words that introduce the definition, where they are quoted too."""
        head, at = self.reference.head_word, definiens.at
        if not head or definiens.place != head:
            return definiens
        if at >= head:
            frame = self.text[self.found[at - head][1] : self.found[at][1]]
            official = self.reference.keys(0, self.reference.words[head][1])
            if compared(scan(frame, self.lang)) == official:
                return _Boundary(at - head, 0, 0)
        before = [
            run for run in self.alignment.runs if run.place < head and at - run.at - run.length <= FRAME_GAP
        ]
        if before and self._copied(before[-1].at, at):
            return _Boundary(before[-1].at, before[-1].place, 0)
        return definiens

    def _copied(self, first: int, at: int) -> bool:
        """Whether altered words of introduction belong to a quotation, and not to the sentence around it.

        They do if a quotation mark opens before them and closes behind the definiens only, or if they
        begin a line and have the term in quotation marks, as statutes print it.
        """
        found, text = self.found, self.text
        if first and len(found[first - 1][0]) <= ARTICLE:
            first -= not self._between(first - 1, first).strip(" " + _MARKS)
        before = text[: found[first][1]].rstrip(" ")
        frame = text[found[first][1] : found[at][1]]
        outer = before.rstrip(_MARKS)
        if outer and not outer[-1].isspace() and outer[-1] not in "(:>":
            return False  # the mark closes
        marks, inside = len(before) - len(outer), sum(map(frame.count, _MARKS))
        if marks >= 2 or (marks and not inside):
            return True
        begins_line = not outer.rstrip(" \t") or outer.rstrip(" \t")[-1] == "\n"
        return begins_line and marks + inside >= 2 and frame.rstrip(_MARKS + " ")[-1:].isalpha()

    def _gap(self, length: int = 1) -> int | None:
        """Words between the definiens and the last run before it that is so long; None where none is."""
        head = self.reference.head_word
        frame = [run for run in self.alignment.runs if run.place < head and run.length >= length]
        rest = [run for run in self.alignment.runs if run.place + run.length > head]
        if not frame or not rest:
            return None
        first = rest[0].at + max(head - rest[0].place, 0)
        return max(first - min(frame[-1].at + frame[-1].length, first), 0)

    # --- the end ------------------------------------------------------------------------------

    def _end(self, definiens: _Boundary) -> _Boundary:
        """Where the passage ends, behind its last words."""
        found, tail, alignment = self.found, self.reference.end_word, self.alignment
        limit = self._closing(found[definiens.at][1], found[alignment.last - 1][2])
        last, stop = self._before(tail, limit)
        if alignment.stop == len(self.reference.words) > tail:
            source = self.official[self.reference.end : self.reference.words[-1][2]]
            behind = self.text[found[last - 1][2] : found[alignment.last - 1][2]]
            # Behind a full stop or a quotation mark that closes it belongs to the text around the passage.
            if behind.lstrip()[:1] == source.lstrip()[:1] and compared(scan(behind)) == compared(
                scan(source)
            ):
                return _Boundary(alignment.last, alignment.stop, 0)
        missing = max(tail - stop, 0)
        for number in range(1, REPLACED + 1) if 0 < missing <= REPLACED else ():
            if last + number > len(found):
                break
            between = self.text[found[last - 1][2] : found[last + number - 1][2]]
            if _CLOSED.match(self.text, found[last + number - 1][2]) and not _BREAK.search(between):
                return _Boundary(last + number, tail, 0)
        return _Boundary(last, stop, missing)

    def _before(self, tail: int, limit: int) -> tuple[int, int]:
        """The end of the last run before a word of the definition and an offset of the text."""
        for run in reversed(self.alignment.runs):
            length = min(run.length, tail - run.place)
            while length > 0 and self.found[run.at + length - 1][2] > limit:
                length -= 1
            if length > 0:
                return run.at + length, run.place + length
        return 0, 0

    def _closing(self, start: int, end: int) -> int:
        """Where the quotation mark closes that stands before a passage; the end where none does inside it."""
        frame = self.official[: self.reference.words[self.reference.head_word][1]].rstrip()
        opening = _opening(self.text, start)
        closing = _PAIRS.get(opening)
        if not closing or (frame and frame[-1] in _MARKS):  # the mark belongs to the official text
            return end
        depth = 1
        for at in range(start, end):
            depth += (self.text[at] == opening != closing) - (self.text[at] == closing)
            if not depth:
                return at
        return end

    def _with_added(self, start: int, end: int, *, whole: bool) -> int:
        """The end of the quotation where words are added to the definition inside it.

        They are inside if the quotation mark closes behind them, or if the whole text is quoted as a
        paragraph of its own that ends with them.
        """
        text = self.text
        before = text[:start].rstrip(" \t")
        opening = _opening(text, start)
        closing = _PAIRS.get(opening)
        for pattern in (_ADDED, _ADDED_SENTENCE) if closing else ():
            # Between straight marks, which also delimit the strings of programs, a sentence may be anything.
            added = pattern.match(text, end) if pattern is _ADDED or opening != closing else None
            if added and closing and text[added.end() :].lstrip(".").startswith(closing):
                return added.end()
        paragraph = whole and (not before or before.endswith("\n"))
        added = _ADDED_TO_PARAGRAPH.match(text, end) if paragraph else None
        return added.end() if added else end

    # --- both ---------------------------------------------------------------------------------

    def _between(self, low: int, high: int) -> str:
        return self.text[self.found[low][2] : self.found[high][1]]

    def _widened(self, official: int, at: int, step: int) -> tuple[int, int]:
        """Both offsets moved over marks that stand beside the words in both texts."""
        full, text = self.official, self.text
        while True:
            i, k = (official - 1, at - 1) if step < 0 else (official, at)
            if not (0 <= i < len(full) and 0 <= k < len(text)) or full[i].isspace() or full[i].isalnum():
                return official, at
            if full[i] != text[k] and not (full[i] in _MARKS and text[k] in _MARKS):
                return official, at
            official, at = official + step, at + step
