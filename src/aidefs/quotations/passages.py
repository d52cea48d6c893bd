"""A passage beside the part of a definition that it gives, and in what it departs from it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from aidefs.alignment.edits import Edit
from aidefs.alignment.redline import Redline, redline_scans
from aidefs.quotations.ellipses import ELLIPSIS, beside_ellipses, is_ellipsis
from aidefs.quotations.quotation import Extent, Verdict
from aidefs.quotations.references import Wording, compared, significant
from aidefs.text.tokens import scan

__all__ = ["PARAPHRASE", "Passage"]

PARAPHRASE = 0.7  # similarity of words below which a passage is a paraphrase
_OMISSION_COST = 8  # words of one omission that speak against a source; more do not speak louder
_PUNCTUATION_COST = 1.0  # in changed words
_MISSING_COST = 0.01  # of a word that a truncated passage lacks
_MISSING_AT_MOST = 30
_IDLE_COST = 2.0  # of an ellipsis where nothing is left out, in changed words

# The notes at the foot of a page inside a passage: lines that begin with a number and a capital letter.
_NOTES = re.compile(r"\s*\n(?:\s*\d{1,3}[.)]?\s?[A-Z][^\n]*\n)+\s*")
_NOTE_NUMBER = re.compile(
    r"[\s(\[]*\d{1,3}[\s)\]]*"
)  # of a footnote, or of a line or page that was copied with it


@dataclass(frozen=True)
class Passage:
    """A stretch of a reading set beside the part of a definition that it gives.

    Attributes:
        wording: The definition.
        words: Indices of its first word and of the word behind it.
        definiens: Index of the first word of the definiens.
        start: Offset in the reading.
        end: Offset behind the passage.
        text: The reading between them.
        official: Span of the official text that it is compared with.
        late: Words of the definiens that are missing before the official span.
        early: Words of the definiens that are missing behind it.
        dotted: Whether an ellipsis follows.
        framed: Whether words that introduce the definition stand shortly before the definiens.
        introduced: Whether they stand right before it.
        continued: Whether the definition goes on with a limb of its own behind the end of the official text.
    """

    wording: Wording
    words: tuple[int, int]
    definiens: int
    start: int
    end: int
    text: str
    official: tuple[int, int]
    late: int
    early: int
    dotted: bool
    framed: bool
    introduced: bool
    continued: bool

    @cached_property
    def redline(self) -> Redline:
        """The redline from the official part to the passage; an ellipsis stands at what it leaves out."""
        low, high = self.official
        lang = self.wording.definition.lang
        made = redline_scans(
            scan(self.wording.definition.text[low:high], lang), scan(self.text, lang), lang=lang
        )
        return replace(made, edits=beside_ellipses(made.edits)) if ELLIPSIS.search(self.text) else made

    @cached_property
    def faults(self) -> tuple[tuple[Edit, ...], ...]:
        """The changes of the redline that count."""
        lang = self.wording.definition.lang
        return tuple(change for change in self.redline.changes if not _forgiven(change, lang))

    @cached_property
    def changed(self) -> list[tuple[int, int]]:
        """Words that each fault deletes and inserts."""
        return [(_words(change, "delete"), _words(change, "insert")) for change in self.faults]

    @property
    def extent(self) -> Extent:
        """How much of the definition the passage gives."""
        low, high = self.official
        elided = ELLIPSIS.search(self.text) and not ELLIPSIS.search(self.wording.definition.text, low, high)
        if self.late or self.early or self.dotted or elided:
            return "truncated"
        return "whole" if self.official[0] == 0 else "definiens"

    @property
    def verdict(self) -> Verdict:
        """How true the passage is to the official text."""
        if not self.faults:
            return "exact"
        if not any(map(any, self.changed)):
            return "punctuation"
        return "changed" if self.similarity >= PARAPHRASE else "paraphrase"

    @property
    def similarity(self) -> float:
        """2·equal / (words of both sides); words that are omitted with a mark do not count."""
        gone, new = (sum(counts) for counts in zip((0, 0), *self.changed, strict=True))
        total = 2 * self.redline.words.equal + gone + new
        return 2 * self.redline.words.equal / total if total else 1.0

    @cached_property
    def cost(self) -> float:
        """What speaks against the passage being from this text, in changed words."""
        missing = min(self.late + self.early, _MISSING_AT_MOST) * _MISSING_COST
        idle = sum(len(change) == 1 and is_ellipsis(change[0]) for change in self.redline.changes)
        changes = (min(gone, _OMISSION_COST) + new or _PUNCTUATION_COST for gone, new in self.changed)
        return missing + sum(changes) + idle * _IDLE_COST

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Comparison keys of the passage."""
        return compared(scan(self.text, self.wording.definition.lang))


def _words(change: Sequence[Edit], op: str) -> int:
    """Words in the deletions or insertions of a change, quotation marks and enumerators not counted."""
    side = scan("".join(edit.text for edit in change if edit.op == op))
    return sum(side.kind(i) == "word" for i in range(len(side)))


def _forgiven(change: Sequence[Edit], lang: str) -> bool:
    """Whether a change is no fault.

    None are marks of quotation, enumerators, notes and their numbers, and an omission that is marked.
    """
    gone, new = ("".join(edit.text for edit in change if edit.op == op) for op in ("delete", "insert"))
    if ELLIPSIS.search(new) and not re.search(r"\w", new):
        return True
    if not gone.strip() and (_NOTE_NUMBER.fullmatch(new) or _NOTES.fullmatch(new)):
        return True
    sides = (scan(gone, lang), scan(new, lang))
    before, after = ([side.key(i) for i in significant(side)] for side in sides)
    return before == after
