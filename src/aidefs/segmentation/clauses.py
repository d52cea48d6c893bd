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
from aidefs.segmentation.phrases import ClausePiece, Link
from aidefs.text.tokens import TokenColumns

__all__ = ["Openers", "cut", "sentence_starts"]


_HYPHENS = "-\u2010\u2011"
_AUXILIARY = g.word_class("is are be been being was were has have not") | g.MODAL
_BEFORE_HEAD = (
    g.RELATIVE | g.CONJUNCTION | _AUXILIARY | g.word_class("also then either otherwise a an the any")
)
_OF_PURPOSE = (("in", "order"), ("so", "as"))  # before the "to" of an infinitive
# What stands for the genus in a list that is a reduced clause ("a process, including one derived from …").
_STAND_IN = frozenset({"one", "ones", "those", "any"})
_NO_OBJECT = g.RELATIVE | g.MODAL | {"of", "is", "are"}  # behind a noun: "or process that …", "and use of …"
_CONNECTING = g.CONJUNCTION | {"also", "then", "either", "both", ",", "/"}
_AS_WELL_AS = ("as", "well", "as")
_NOT_FREE = g.DETERMINER | g.PRONOUN  # behind one of these a participle is an attribute


class Openers:
    """The rules, over one text.

    Attributes:
        columns: The tokens of the text.
        structured: Apply the English word classes; otherwise only punctuation and enumerators count.
        pieces: The pieces cut so far; the last is still open.
    """

    def __init__(self, columns: TokenColumns, structured: bool) -> None:
        self.columns = columns
        self.keys = columns.keys
        self.kinds = columns.kinds
        self.structured = structured
        self.pieces: list[ClausePiece] = []

    def key(self, at: int) -> str:
        """The key of a token, "" outside the text."""
        return self.keys[at] if 0 <= at < len(self.keys) else ""

    def is_word(self, at: int) -> bool:
        """Whether there is a word at an index."""
        return 0 <= at < len(self.kinds) and self.kinds[at] == 2

    def has(self, at: int, *words: str) -> bool:
        """Whether certain words stand at an index, in a row."""
        return self.keys[at : at + len(words)] == words

    def head(self, start: int, end: int) -> int:
        """The first token that says more than a connective, -1 where there is none."""
        words = [i for i in range(start, end) if self.is_word(i)]
        while words and self.keys[words[0]] in _BEFORE_HEAD:
            words.pop(0)
        if words and any(self.has(words[0], *pair, "to") for pair in _OF_PURPOSE):
            del words[:2]
        if len(words) > 1 and self.keys[words[0]] == "to":
            del words[0]
        return words[0] if words else -1

    def opener(self, at: int, end: int) -> Link | None:
        """The link of a piece that would begin at a token, None where none begins."""
        before = self.key(at - 1)
        if self.key(at) == "but" and "limited" in self.keys[at + 1 : at + 4]:
            return None  # "including, but not limited to, …"
        if before in {";", ":"} or (before == "-" and not self._suspended(at - 1)) or self._line_break(at):
            return self._behind_stop(at, end)
        if self.kinds[at] == 1:
            return self._limb(at, end)
        if not self.structured:
            return Link.ITEM if before == "," else None
        joined = at > 1 and (self.has(at - 1, *_AS_WELL_AS) or self.has(at - 2, *_AS_WELL_AS))
        if before in g.CONJUNCTION | {"/"} or joined:
            return None
        coordinated = self.key(at) in g.CONJUNCTION or self.has(at, *_AS_WELL_AS)
        fresh = coordinated or before == ","
        link = self._clause(self._past_connectives(at, end) if coordinated else at, end, fresh)
        return Link.ITEM if link is None and fresh else link

    # --- marks and stops ----------------------------------------------------------------------

    def _past_connectives(self, at: int, end: int) -> int:
        while at < end and self.key(at) in _CONNECTING:
            at += 1
        return at + 3 if self.has(at, *_AS_WELL_AS) else at

    def _suspended(self, at: int) -> bool:
        """Whether a hyphen ends half a compound ("machine- and human-based")."""
        glued = at > 0 and self.columns.ends[at - 1] == self.columns.starts[at]
        hyphen = self.columns.text[self.columns.starts[at]] in _HYPHENS
        return glued and hyphen and self.key(at + 1) in g.CONJUNCTION | {","}

    def _line_break(self, at: int) -> bool:
        return "\n" in self.columns.text[self.columns.ends[at - 1] : self.columns.starts[at]]

    def _behind_stop(self, at: int, end: int) -> Link:
        head = self._past_connectives(at, end)
        if head < end and self.kinds[head] == 1:
            return self._limb(head, end)
        link = self._clause(head, end, True) if self.structured else None
        clause = {Link.RELATIVE, Link.SUBORDINATE, Link.LIST, Link.PARTICIPLE}
        return link if link in clause else Link.STOP

    def _limb(self, at: int, end: int) -> Link:
        """A limb that is a clause, or one that is a noun of the clause before ("the following: (i) text")."""
        key = self.key(self._past_connectives(at + 1, end))
        clause = key in g.RELATIVE | g.MODAL | g.ADJUNCT | g.DETERMINER | g.SUBORDINATOR | {"to", "does"}
        clause = clause or g.is_verb(key) or g.has_ing(key) or g.is_participle(key)
        return Link.LIMB if clause or not self.structured else Link.NOUN_LIMB

    # --- words --------------------------------------------------------------------------------

    def _clause(self, at: int, end: int, fresh: bool) -> Link | None:
        """The link by the word itself; `fresh` says that a comma or a conjunction stands before it."""
        key, before, after = self.key(at), self.key(at - 1), self.key(at + 1)
        if at < end and self.kinds[at] == 1:
            return self._limb(at, end)
        if before != "not" and any(self.has(at, *words) for words in g.LIST_OPENERS):
            return self._list(at, coordinated=before in g.CONJUNCTION)
        if fresh and self._further_head(at):
            return Link.ALTERNATIVE
        if self.has(at, "such", "that") or self.has(at, "so", "that"):
            return Link.SUBORDINATE
        if fresh and self.key(at + 2) == "of" and self.key(at + 3) in g.RELATIVE:
            return Link.RELATIVE  # ", the result of which …"
        if key in g.RELATIVE:
            return None if before in {"way", "manner", "such", "so"} else Link.RELATIVE
        if key in g.SUBORDINATOR and (key != "provided" or after == "that"):
            return Link.SUBORDINATE
        if key in g.MODAL:
            return Link.VERB if fresh else None
        if key == "to" or self.has(at, "in", "order"):
            return self._infinitive(at)
        if key in g.ADJUNCT:
            if after in g.RELATIVE:
                return self._prepositional_relative()
            stranded = after == ","  # "the environment it interacts with, …"
            return None if stranded or self._governs(at - 1) else Link.ADJUNCT
        if key == "of":
            return self._prepositional_relative() if after in g.RELATIVE else Link.OF
        if self.has(at, "how", "to") and not self._is_head(at - 1):
            return Link.COMPLEMENT  # "infers from the input how to …", but not "infers how to …"
        if before == "to" and self.key(at - 2) == "how":
            return Link.COMPLEMENT
        if g.has_ing(key):
            return self._present_participle(at, end, fresh)
        if g.is_participle(key) or key in g.POSTPOSED:
            return self._past_participle(at, fresh)
        verb = (fresh or self._bare_subject(at)) and g.is_verb(key) and self._has_object(at, end)
        return Link.VERB if verb else None

    def _further_head(self, at: int) -> bool:
        """Whether a second genus begins (", or the capability of a device to …")."""
        joined = self.key(at - 1) == "as" or self.key(at - 2) == ","
        noun = at + (self.key(at) in {"a", "an", "the"})
        return joined and self.key(noun) in g.HEADS and (noun > at or self.key(at - 1) == "as")

    def _list(self, at: int, coordinated: bool) -> Link:
        """The link of what an opener of lists begins, which may be a clause all the same."""
        key, after = self.key(at), self.key(at + 1)
        if coordinated and key in {"include", "includes"}:
            return Link.VERB  # "and includes generative AI"
        if after in g.SUBORDINATOR:
            return Link.SUBORDINATE
        if key == "including" and after in {"by", "through"}:
            return Link.ADJUNCT  # "including by using …"
        beyond = self.key(at + 2)
        stands_in = after in _STAND_IN and (g.is_participle(beyond) or g.has_ing(beyond))
        return Link.PARTICIPLE if stands_in else Link.LIST

    def _has_object(self, at: int, end: int) -> bool:
        """Whether a word in the form of a verb has an object, or only an insertion before it."""
        if self._followed(at, end) or self.kinds[at + 1 : at + 2] == (1,):
            return self.key(at + 1) not in _NO_OBJECT
        # "that, for explicit objectives, infers, from the input, …"; "that, when used, makes, or is a …"
        inserted = self.key(at - 1) == "," and self.key(at + 1) == "," and self.key(at).endswith("s")
        beyond = self.key(at + 2)
        return inserted and (beyond in g.ADJUNCT or (beyond in g.CONJUNCTION and g.is_verb(self.key(at + 3))))

    def _followed(self, at: int, end: int) -> bool:
        """Whether a word follows that is not a conjunction: what stands here has an object."""
        return at + 1 < end and self.is_word(at + 1) and self.key(at + 1) not in g.CONJUNCTION

    def _governs(self, at: int) -> bool:
        """Whether a word opens its piece and takes the preposition behind it ("based on", "designed to")."""
        word = self.key(at)
        return word in g.ADJUNCT or (self._is_head(at) and (g.is_participle(word) or word in g.POSTPOSED))

    def _is_head(self, at: int) -> bool:
        return bool(self.pieces) and self.pieces[-1].head == at

    def _prepositional_relative(self) -> Link:
        """The link of "of which": it qualifies the genus, or else only the noun before it."""
        return Link.RELATIVE if self.pieces[-1].link is Link.GENUS else Link.OF

    def _infinitive(self, at: int) -> Link | None:
        before = self.key(at - 1)
        if self.key(at + 1) in g.DETERMINER | g.PRONOUN:
            return Link.OF  # the preposition: "similar to the results"
        if self.key(at) == "in":
            return Link.INFINITIVE
        if before in g.GOVERN_TO:
            return None if self._governs(at - 1) else Link.OF
        if before in g.TAKES_INFINITIVE | {"how", "order", "as", "able"} or self._governs(at - 1):
            return None
        return Link.INFINITIVE

    def _present_participle(self, at: int, end: int, fresh: bool) -> Link | None:
        before = self.key(at - 1)
        free = fresh or (self.is_word(at - 1) and before not in _NOT_FREE | g.FUNCTION)
        compound = (
            "-" in self.key(at)
            or before in g.COMPOUNDING
            or (g.is_participle(before) and self.key(at) != "using")
        )
        noun = self.key(at + 1) == "of" and self.key(at) not in g.GERUND_CLAUSES  # "the training of models"
        noun = noun or self.key(at + 1) in g.RELATIVE | g.MODAL  # "or a ranking that …"
        clause = free and not compound and not noun and self._followed(at, end)
        if not clause:
            return None
        return Link.OF if self.key(at) in g.ABOUT else Link.PARTICIPLE

    def _past_participle(self, at: int, fresh: bool) -> Link | None:
        key, after = self.key(at), self.key(at + 1)
        if self.key(at - 1) in g.SUBORDINATOR:
            return None  # "when performed by …"
        governs = after in g.ADJUNCT | {"to", "as", "using"} or (key in g.POSTPOSED and after == "of")
        governs = governs or (after.endswith("ly") and self.key(at - 1) not in g.ADJUNCT)  # "used solely …"
        free = fresh or (self.is_word(at - 1) and self.key(at - 1) not in _NOT_FREE | _AUXILIARY)
        if not (governs and free):
            return None
        return Link.OF if key in g.ABOUT else Link.PARTICIPLE

    def _bare_subject(self, at: int) -> bool:
        """Whether a plural subject, and no connector, begins the definition ("AI technologies carry …")."""
        first = self.pieces[0]
        alone = len(self.pieces) == 1 and first.link is Link.GENUS and at - first.start <= 4
        return alone and self.key(at - 1).endswith("s")


# Abbreviations of legal writing behind which no sentence ends.
_ABBREVIATIONS = g.word_class(
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


def sentence_starts(columns: TokenColumns) -> list[int]:
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
        self.pieces.append(ClausePiece(start, end, link, sentence=sentence, head=self.head(start, end)))

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


def _is_heading(columns: TokenColumns, start: int, end: int) -> bool:
    """Whether a first sentence is the bare term ("Artificial intelligence system. An engineered …")."""
    keys = columns.keys[start:end]
    short = end < len(columns.keys) and len(keys) <= 9
    bare = keys[0] not in g.DETERMINER and columns.kinds[start] != 1
    return short and bare and not any(key in g.RELATIVE | g.MODAL or g.is_verb(key) for key in keys)


def _heading_line(columns: TokenColumns, first_sentence: int) -> int:
    """The end of what may be a heading: the first line, or else the first sentence."""
    for at in range(1, min(10, first_sentence)):
        if "\n" in columns.text[columns.ends[at - 1] : columns.starts[at]]:
            return at
    return first_sentence


def _frames(columns: TokenColumns, bounds: list[int]) -> list[int]:
    """For each sentence the token behind its frame; its first token where it has none."""
    frames: list[int] = []
    for low, high in pairwise(bounds):
        framed = any(stop > start for start, stop in zip(bounds, frames, strict=False))
        frames.append(frame_end(columns.keys, low, high, later=low > 0, framed=framed))
    heading = _heading_line(columns, bounds[1])
    if frames[0] == 0 and heading and _is_heading(columns, 0, heading):
        frames[0] = heading
    return frames


def cut(columns: TokenColumns, *, structured: bool = True) -> list[ClausePiece]:
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
