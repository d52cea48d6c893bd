"""A text to sentences and minimal pieces: the cuts at which one element may give way to another.

A piece is never longer than a phrase: relative clauses, participles, infinitives of purpose, adjuncts,
enumerated limbs and list items each begin one. How firmly a piece hangs on the one before it is its link;
the decoder (`decoding`) lets the element change at a loose link at little cost, and at a firm one
only where the words leave no doubt.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import Any

from aidefs.segmentation import english as g
from aidefs.segmentation.frames import frame_end
from aidefs.segmentation.openers import Openers
from aidefs.segmentation.phrases import Link, Piece
from aidefs.text.columns import Columns

__all__ = ["cut", "sentence_starts"]

# Abbreviations of legal writing behind which no sentence ends.
_ABBREVIATIONS = g.words(
    "art arts approx app al cf ch cl co corp dept e.g ed eds et etc fig i.e inc jr l ltd no nos oj p para "
    "paras pp pt pub reg regs resp s sec sect secs st stat subch subd subpara subsec u.k u.n u.s u.s.c v viz "
    "vol vs"
)
_LEAVES_LIST = frozenset({Link.ALTERNATIVE, Link.STOP, Link.SUBORDINATE, Link.VERB, Link.COMPLEMENT})
_LEAVES_LIST_AT_COMMA = frozenset({Link.RELATIVE, Link.ADJUNCT, Link.PARTICIPLE, Link.INFINITIVE})
_BEFORE_ITEMS = g.CONJUNCTION | {",", ":", "example", "instance", "not", "limited", "to", "as"}


@lru_cache(maxsize=1)
def _punkt() -> Any:
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()  # untrained: no data has to be downloaded
    parameters.abbrev_types = set(_ABBREVIATIONS)
    return PunktSentenceTokenizer(parameters)


def sentence_starts(columns: Columns) -> list[int]:
    """Indices of the tokens that begin a sentence, the first token among them."""
    if not columns.keys:
        return []
    offsets = {start for start, _ in _punkt().span_tokenize(columns.text)}
    starts = [0]
    for at in range(1, len(columns.keys)):
        low, high = columns.starts[at - 1], columns.starts[at]
        begins = any(offset in offsets for offset in range(low + 1, high + 1))
        if begins and columns.keys[at - 1] not in {",", ";", "("}:
            starts.append(at)
    return starts


class _Cutter(Openers):
    """Cuts one text, sentence by sentence."""

    def sentence(self, start: int, end: int, number: int, definiens: int) -> None:
        """Cut one sentence; `definiens` is the token behind its frame."""
        framed = bool(self.pieces) and self.pieces[-1].link is Link.FRAME
        link = Link.SENTENCE
        if definiens > start:
            self.add(start, definiens, Link.FRAME, number)
            start, link = definiens, Link.GENUS
        elif number == 0 or framed:
            link = Link.GENUS
        elif self.structured and self._spells_out(start):
            link = Link.ANAPHORIC
        if start < end:
            self.add(start, end, link, number)
            self._cut_definiens(start, end, number)

    def add(self, start: int, end: int, link: Link, sentence: int) -> None:
        """Begin a piece."""
        self.pieces.append(Piece(start, end, link, sentence=sentence, head=self.head(start, end)))

    def _cut_definiens(self, start: int, end: int, number: int) -> None:
        open_list, verbal_list, limb_list, closing, depth = False, False, False, False, 0
        for at in range(start + 1, end):
            depth += (self.key(at - 1) == "(") - (self.key(at - 1) == ")")
            if depth > 0 or not (self.kinds[at] or self.key(at) == "("):
                continue
            found = self._parenthesis(at, end) if self.key(at) == "(" else self.opener(at, end)
            if found is None:
                continue
            if not self._says_something(self.pieces[-1].start, at):
                open_list = open_list or found is Link.LIST
                continue
            comma = self.key(at - 1) == ","
            if found is Link.LIST:
                open_list, closing, verbal_list = True, False, self._lists_verbs(at, end)
                limb_list = ":" in self.keys[at : at + 6]
            elif found in {Link.LIMB, Link.NOUN_LIMB}:
                # A list inside a limb ends with it ("(a) …, such as reasoning; (b) …").
                inside = not limb_list and 1 in self.kinds[start:at]
                open_list = open_list and not inside and self.key(at - 1) in {":", ";", "and", "or", ","}
            elif open_list and verbal_list and found is Link.PARTICIPLE:
                found = Link.ITEM
            elif limb_list and found is Link.STOP:
                pass  # "techniques such as: first …; second …" is one list to its end
            elif found in _LEAVES_LIST or (comma and found in _LEAVES_LIST_AT_COMMA):
                open_list = False
            self.pieces[-1].end = at
            self.add(at, end, found, number)
            self.pieces[-1].comma = comma
            self.pieces[-1].in_list = open_list and found is not Link.LIST
            self.pieces[-1].tail = closing and found is Link.ADJUNCT
            open_list = open_list and not self.pieces[-1].tail  # what follows hangs on that adjunct
            closing = open_list and (closing or (found is Link.ITEM and self.key(at) in g.CONJUNCTION))

    def _spells_out(self, start: int) -> bool:
        """Whether a sentence only spells out the one before ("This could include …")."""
        includes = any(key in {"include", "includes", "means"} for key in self.keys[start + 1 : start + 4])
        return self.keys[start] in {"this", "these", "such"} and includes

    def _lists_verbs(self, at: int, end: int) -> bool:
        """Whether the items of a list are verbs ("including recognizing patterns, drawing …")."""
        first = next((i for i in range(at + 1, end) if self.key(i) not in _BEFORE_ITEMS), at)
        return g.has_ing(self.key(first)) and self._followed(first, end)

    def _parenthesis(self, at: int, end: int) -> Link | None:
        """A long parenthesis is a piece of its own where it closes a sentence or lists what is meant."""
        close = next((i for i in range(at, end) if self.key(i) == ")"), end)
        closes = not any(map(self.is_word, range(close, end)))
        lists = self.key(at + 1) in {"including", "excluding"}
        return Link.PARENTHESIS if close - at > 4 and (closes or lists) else None

    def _says_something(self, start: int, end: int) -> bool:
        """Whether a piece of these tokens says more than its connectives; "and that can," does."""
        keys = [self.keys[i] for i in range(start, end) if self.is_word(i)]
        if any(key not in g.FUNCTION | g.MODAL for key in keys):
            return True
        return self.keys[end - 1] == "," and any(key in g.MODAL for key in keys)


def _is_heading(columns: Columns, start: int, end: int) -> bool:
    """Whether a first sentence is the bare term ("Artificial intelligence system. An engineered …")."""
    keys = columns.keys[start:end]
    short = end < len(columns.keys) and len(keys) <= 9
    bare = keys[0] not in g.DETERMINER and columns.kinds[start] != 1
    return short and bare and not any(key in g.RELATIVE | g.MODAL or g.is_verb(key) for key in keys)


def _heading_line(columns: Columns, first_sentence: int) -> int:
    """The end of what may be a heading: the first line, or else the first sentence."""
    for at in range(1, min(10, first_sentence)):
        if "\n" in columns.text[columns.ends[at - 1] : columns.starts[at]]:
            return at
    return first_sentence


def _frames(columns: Columns, bounds: list[int]) -> list[int]:
    """For each sentence the token behind its frame; its first token where it has none."""
    frames: list[int] = []
    for low, high in pairwise(bounds):
        framed = any(stop > start for start, stop in zip(bounds, frames, strict=False))
        frames.append(frame_end(columns.keys, low, high, later=low > 0, framed=framed))
    heading = _heading_line(columns, bounds[1])
    if frames[0] == 0 and heading and _is_heading(columns, 0, heading):
        frames[0] = heading
    return frames


def cut(columns: Columns, *, structured: bool = True) -> list[Piece]:
    """Cut a text into minimal pieces.

    Args:
        columns: The tokens of the text, at least one.
        structured: Apply the English word classes; otherwise cut at punctuation, enumerators and lines.

    Returns:
        The pieces in order; together they cover every token.
    """
    bounds = [*sentence_starts(columns), len(columns.keys)]
    frames = _frames(columns, bounds) if structured else bounds[:-1]
    framed = [n for n, (start, stop) in enumerate(zip(bounds, frames, strict=False)) if stop > start]
    first = framed[0] if framed and columns.keys[bounds[framed[0]]] != "'" else 0
    # Sentences before the first connector are part of the frame (rule 10 in docs/elements.md).
    bounds = [0, *bounds[first + 1 :]]
    cutter = _Cutter(columns, structured)
    for number, (low, high) in enumerate(pairwise(bounds)):
        cutter.sentence(low, high, number, frames[first + number])
    for piece in cutter.pieces:
        keys = {columns.keys[i] for i in range(piece.start, piece.end) if columns.kinds[i] == 2}
        piece.bare_modal = bool(keys & g.MODAL) and keys <= g.MODAL | g.FUNCTION | {"also"}
    return cutter.pieces
