"""The rules that say where a piece begins.

A rule looks at one word and its neighbours and answers with the link by which a piece that begins there
hangs on what stands before it, or with None.
"""

from __future__ import annotations

from aidefs.segmentation import english as g
from aidefs.segmentation.phrases import Link, Piece
from aidefs.text.columns import Columns

__all__ = ["Openers"]

_HYPHENS = "-\u2010\u2011"
_AUXILIARY = g.words("is are be been being was were has have not") | g.MODAL
_BEFORE_HEAD = g.RELATIVE | g.CONJUNCTION | _AUXILIARY | g.words("also then either otherwise a an the any")
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

    def __init__(self, columns: Columns, structured: bool) -> None:
        self.columns = columns
        self.keys = columns.keys
        self.kinds = columns.kinds
        self.structured = structured
        self.pieces: list[Piece] = []

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
