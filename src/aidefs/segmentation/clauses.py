"""A text to sentences and minimal pieces: the cuts at which one element may give way to another.

A piece is never longer than a phrase: relative clauses, participles, infinitives of purpose, adjuncts,
enumerated limbs and list items each begin one. A rule looks at one word and its neighbours and answers with
the link by which a piece that begins there hangs on what stands before it, or with None. How firmly it hangs
is for the decoder (`decoding`), which lets the element change at a loose link at little cost, and at a firm
one only where the words leave no doubt.

The words that the rules look for are those of the grammar of the text's language. A text in a language
without one is cut at punctuation, enumerators and line breaks alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import pairwise

from aidefs.classes import Remembered
from aidefs.segmentation.frames import (
    behind_story,
    closes_with_name,
    closing_frame,
    conditional_frame,
    frame_end,
    lead_end,
    says_what_is_none,
    tells,
)
from aidefs.segmentation.grammar import Grammar, Phrases, either, first_words
from aidefs.segmentation.phrases import ClausePiece, Link
from aidefs.text.languages import profile
from aidefs.text.sentences import sentence_offsets
from aidefs.text.tokens import TokenColumns

__all__ = ["cut", "sentence_starts"]

_MOST_WORDS = 20_000  # of a language of which it is remembered whether a piece may begin with them
_HYPHENS = "-\u2010\u2011"
_PADDING = 16  # more tokens than any rule looks behind a word, before it or past the end
_RECENT = 6  # pieces in which the noun of a sentence that spells them out is looked for
_ROMAN = re.compile(r"[ivx]{2,5}")  # "i" and "x" may be words
_BULLETS = frozenset("•‣▪◦●·")
_EN_DASH = "\u2013"
_DASH = frozenset({"-"})
_COMMA, _QUOTE = frozenset({","}), frozenset({"'"})
_NUMBERING = frozenset({")", "°"})
_BEHIND_COLON = frozenset({Link.STOP, Link.INFINITIVE, Link.VERB, Link.LIST, Link.ITEM})
_OBJECT = 6  # words within which the noun of an object stands behind its verb
_BARE_HEADING = 6  # ... of one with a full stop, where verbs may not be known
_BEFORE_TERM = 6  # tokens in which a further term begins
_TWO_QUOTED = 4  # quotation marks around two terms
_FULL_STOP = frozenset({"."})
_BEHIND_NUMBER = frozenset({".", ")"})
_HEADING = 9  # tokens of a heading
_HEAD_OF_ENTRY = 10  # tokens in which the head of a glossary entry ends
_BRACKETS = frozenset({"(", ")", "-"})
_STOPS, _CLOSE = frozenset({";", "."}), frozenset({")"})
_SERIAL = frozenset({",", "/"})
_BEFORE_LIMB = frozenset({":", ";", ","})
_LEADS = frozenset({":", ";", ",", "-"})  # behind one of these a piece may begin with any word
_NOUNS_OF_GENUS = frozenset({Link.GENUS, Link.ITEM})
_NAMING = frozenset({Link.FRAME, Link.GENUS})
_LEAVES_LIST = frozenset({Link.ALTERNATIVE, Link.STOP, Link.SUBORDINATE, Link.VERB, Link.COMPLEMENT})
_LEAVES_LIST_AT_COMMA = frozenset({Link.RELATIVE, Link.ADJUNCT, Link.PARTICIPLE, Link.INFINITIVE})
_ITEM = frozenset({Link.ITEM})
_NOMINAL = frozenset({Link.ITEM, Link.OF, Link.ADJUNCT, Link.LIST})
_VERBAL = frozenset({Link.PARTICIPLE, Link.VERB})
_LIMBS = frozenset({Link.LIMB, Link.NOUN_LIMB})
_MAY_SAY_ORIGIN = frozenset({Link.ITEM, Link.PARTICIPLE, Link.OF, Link.ADJUNCT})
_BEFORE_VERB = frozenset({Link.ADJUNCT, Link.OF})

# --- sentences --------------------------------------------------------------------------------


def sentence_starts(columns: TokenColumns) -> list[int]:
    """Indices of the tokens that begin a sentence, the first token among them."""
    if not columns.keys:
        return []
    offsets = sentence_offsets(columns.text, columns.lang)
    starts = [0]
    for at in dict.fromkeys(bisect_left(columns.starts, offset) for offset in offsets):
        if not 0 < at < len(columns.keys) or columns.keys[at - 1] in {",", ";", "("}:
            continue
        numbered = _only_numbers(columns, _line_start(columns, starts[-1], at), at)
        if not numbered and (len(starts) > 1 or not _only_numbers(columns, 0, at)):
            starts.append(at)
    return starts


def _only_numbers(columns: TokenColumns, start: int, end: int) -> bool:
    """Whether tokens only number what follows ("Art. 2. 1.", "3. «", or "3." on a new line).

    Where no word has been said in a text, nothing has.
    """
    words = [columns.keys[i] for i in range(start, end) if columns.kinds[i] == 2]
    before_number = profile(columns.lang).before_number.split()
    numbers = all(
        len(word) == 1 or not word.isalpha() or word in before_number or _ROMAN.fullmatch(word)
        for word in words
    )
    return numbers and (bool(words) or start == 0)


def _line_start(columns: TokenColumns, start: int, end: int) -> int:
    """The first token of the last line that tokens stand on."""
    return next((i for i in range(end - 1, start, -1) if _breaks_line(columns, i)), start)


def _breaks_line(columns: TokenColumns, at: int) -> bool:
    """Whether a token stands first on its line."""
    return "\n" in columns.text[columns.ends[at - 1] : columns.starts[at]]


def _line_starts(columns: TokenColumns) -> frozenset[int]:
    """The tokens that stand first on their line, but for the first of the text."""
    if "\n" not in columns.text:
        return frozenset()
    return frozenset(at for at in range(1, len(columns.keys)) if _breaks_line(columns, at))


# --- where a piece begins ---------------------------------------------------------------------


class _AskedTogether:
    """Classes of words that the rules ask for together, of one grammar.

    Attributes:
        auxiliary: Auxiliary and modal verbs.
        before_head: What may stand before the head of a piece.
        bound: Behind one of these nothing begins.
        connectives: What connects a piece with what stands before it.
        not_free: Behind one of these a participle is an attribute.
        no_object: What is no object behind a verb ("or process that …", "and use of …").
        not_inferred: With what none begins that says what is inferred.
        before_items: What may stand before the items of a list.
        light: What says nothing by itself.
        opens_joining: The first words of "as well as" and the like.
        opens_phrase: The first words of all phrases.
        opens_not_limited: The first words of "but not limited to" and the like.
        leads: Behind one of these a piece may begin with any word.
        tells: Word → whether it is in any class that the rules of `_Openers.opener` ask for at the place of
            a piece.
    """

    def __init__(self, g: Grammar) -> None:
        self.auxiliary = either(g.auxiliary, g.modal)
        self.before_head = either(g.relative, g.conjunction, self.auxiliary, g.before_head)
        self.bound = either(g.conjunction, g.focus)
        self.connectives = either(g.conjunction, g.connecting, _SERIAL, g.focus, _BULLETS)
        self.not_free = either(g.determiner, g.pronoun)
        self.no_object = either(g.relative, g.modal, g.no_object)
        self.not_inferred = either(g.function, g.question, g.relative, g.subordinator)
        self.before_items = either(g.conjunction, g.before_items)
        self.light = either(g.function, g.modal)
        self.opens_joining = first_words(g.joining)
        self.opens_phrase = either(
            *map(
                first_words,
                (g.joining, g.consecutive, g.purpose, g.purpose_adjunct, g.list_openers, g.idioms),
            )
        )
        self.opens_not_limited = first_words(g.not_limited)
        self.leads = either(g.question_clause, g.inferring, g.infinitive, _LEADS)
        asked = either(
            *(g.question_clause, g.conjunction, g.focus, g.completive, g.article, g.place, g.relative),
            *(g.subordinator, g.modal, g.infinitive, g.purpose_clause, g.before_verb, g.adjunct, g.genitive),
            *(g.question, g.postposed, _BULLETS),
            *map(first_words, (g.joining, g.manner, g.list_openers, g.consecutive, g.purpose)),
        )

        def tells(word: str) -> bool:
            return (
                word in asked
                or g.is_present_participle(word)
                or g.is_past_participle(word)
                or g.opens_infinitive(word)
                or (bool(g.manner) and g.is_infinitive(word))
            )

        self.tells: Mapping[str, bool] = Remembered(tells, _MOST_WORDS)


_classes_of = cache(_AskedTogether)


class _Openers:
    """The rules, over one text.

    Attributes:
        columns: The tokens of the text.
        classes: Classes of words of the grammar, put together.
        key: Index → key of the token, "" a few tokens before the text and behind it.
        grammar: The words that the rules look for.
        structured: Whether there are any; otherwise only punctuation and enumerators count.
        pieces: The pieces cut so far; the last is still open.
        first_end: The token behind the first sentence.
        closed: Whether the first sentence ends with its frame.
    """

    def __init__(self, columns: TokenColumns, grammar: Grammar) -> None:
        self.columns = columns
        self.keys = columns.keys
        padded = (*columns.keys, *[""] * _PADDING)  # indices below 0 count from its end
        self.key: Callable[[int], str] = padded.__getitem__
        self.kinds = columns.kinds
        self.grammar = g = grammar
        self.classes = _classes_of(g)
        self.structured = bool(g.lang)
        self.pieces: list[ClausePiece] = []
        self.first_end = len(self.keys)
        self.closed = False
        # What is asked again and again of the text before, and must not be looked for from its beginning.
        self._places: dict[frozenset[str], list[int]] = {}
        self._said: dict[frozenset[Link], tuple[int, dict[str, int]]] = {}
        self._silent = (0, 0, False)
        self.joined = {  # inside "as well as" and the like
            at + n
            for words in g.joining
            if words[0] in self.keys
            for at, key in enumerate(self.keys)
            if key == words[0] and self.has(at, *words)
            for n in range(1, len(words))
        }
        self.line_starts = _line_starts(columns)
        self.numbered: dict[tuple[str, str], int] = {}  # what numbers a limb, and where it stands first
        for at, pair in enumerate(pairwise(self.keys)):
            if pair[1] in _NUMBERING:
                self.numbered.setdefault(pair, at)

    def is_word(self, at: int) -> bool:
        """Whether there is a word at an index."""
        return 0 <= at < len(self.kinds) and self.kinds[at] == 2

    def has(self, at: int, *words: str) -> bool:
        """Whether certain words stand at an index, in a row."""
        return self.keys[at : at + len(words)] == words

    def ahead(self, at: int, wanted: frozenset[str], end: int) -> int:
        """The first token from an index on that is one of some words, `end` where there is none before it."""
        places = self._places.get(wanted)
        if places is None:
            places = self._places[wanted] = [n for n, key in enumerate(self.keys) if key in wanted]
        found = bisect_left(places, at)
        return min(places[found], end) if found < len(places) else end

    def said(self, links: frozenset[Link]) -> dict[str, int]:
        """The words of the pieces with certain links, but for the last one, each with its first token."""
        read, found = self._said.get(links, (0, {}))
        for one in self.pieces[read:-1]:
            if one.link in links:
                for i in filter(self.is_word, range(one.start, one.end)):
                    found.setdefault(self.keys[i], i)
        self._said[links] = max(read, len(self.pieces) - 1), found
        return found

    def stands(self, at: int, phrases: Phrases) -> bool:
        """Whether one of some phrases stands at an index."""
        key = self.key(at)
        if key not in self.classes.opens_phrase:  # asked at most tokens, and true at few
            return False
        return any([words[0] == key and self.keys[at : at + len(words)] == words for words in phrases])

    def head(self, start: int, end: int) -> int:
        """The first token that says more than a connective, -1 where there is none."""
        words, keys, light = self.columns.words, self.keys, self.classes.before_head
        at = bisect_left(words, start)
        stop = bisect_left(words, end, at)
        if at < stop and self._is_enumerator(words[at], opens_piece=True):
            at += 1  # "a) …" names a limb
        while at < stop and keys[words[at]] in light:
            at += 1
        if at < stop and keys[words[at]] in self.classes.opens_phrase and self._of_purpose(words[at]):
            at += 2
        if at + 1 < stop and keys[words[at]] in self.grammar.infinitive:
            at += 1
        return words[at] if at < stop else -1

    def _is_enumerator(self, at: int, opens_piece: bool = False) -> bool:
        """Whether a word is the mark of a limb: at the beginning of a line ("1.") or of a piece ("iii)")."""
        length = len(self.keys[at])
        short = length <= 2 or self.keys[at].isdigit()
        if not (short or length == 3):  # as most words
            return False
        if opens_piece and self.key(at + 1) == ")" and length <= 3:
            return True
        first = at - (self.key(at - 1) == "(")
        return short and self.key(at + 1) in {".", ")", "°"} and (first == 0 or first in self.line_starts)

    def may_open(self, at: int) -> bool:
        """Whether a word or the one before it is of any class that the rules of `opener` ask for.

        Most words are not, and need not be taken through the rules. A rule that asks for a further class has
        to be known here; a test compares what is cut with and without this look.
        """
        return (
            self.keys[at - 1] in self.classes.leads
            or self.classes.tells[self.keys[at]]
            or at in self.line_starts
            or self.kinds[at] == 1
            or (
                (self.grammar.displaced_verb or self.pieces[-1].link is Link.GENUS)
                and self.grammar.is_verb(self.keys[at])
            )
        )

    def opener(self, at: int, end: int) -> Link | None:
        """The link of a piece that would begin at a token, None where none begins."""
        before, key = self.key(at - 1), self.key(at)
        g, classes = self.grammar, self.classes
        if key in classes.opens_not_limited and any(
            key == first and then in self.keys[at + 1 : at + 4] for first, then in g.not_limited
        ):
            return None  # "including, but not limited to, …"
        if before in {";", ":"} or (before == "-" and not self._suspended(at - 1)) or at in self.line_starts:
            return self._behind_stop(at, end)
        if before == "," and self._numbers_next_limb(at):
            return self._limb(at + 1, end)  # "a) …, b) …"
        if key in _BULLETS:
            return self._behind_stop(at, end)
        if before in _BULLETS:
            return None
        if before in g.provision and self.kinds[at] == 1:
            return None  # "in paragraph (1)"
        if self.kinds[at] == 1:
            return self._limb(at, end)
        if not self.structured:
            return Link.ITEM if before == "," else None
        if key in g.question_clause:
            if before in g.question_clause or g.is_verb(self.key(at - 1 - (before == ","))):
                return None  # "leitet ab, wie …": it goes with its verb
            return Link.COMPLEMENT
        joined = at > 1 and at in self.joined
        if before in classes.bound or before == "/" or joined:
            return None
        coordinated = key in g.conjunction or (key in classes.opens_joining and self.stands(at, g.joining))
        if coordinated and ((before, self.key(at + 1)) in g.degrees or self._shares_object(at)):
            return None  # "with a more or less wide margin"
        fresh = coordinated or before == ","
        if key in g.focus and self.stands(at, g.consecutive):
            return Link.SUBORDINATE  # "mesmo que o resultado sirva apenas …"
        skipped = coordinated or key in g.focus or (fresh and g.gerund_verbal and key in g.connecting)
        head = self._past_connectives(at, end) if skipped else at
        while fresh and (self.key(head) in g.focus or self._is_adverb_of_clause(head)):
            head += 1
        link = self._clause(self._past_clitics(head) if fresh else head, end, fresh)
        if link is None and fresh:
            # "…, das autonom arbeitet, sich nach der Inbetriebnahme anpasst": a clause with the same subject.
            return Link.VERB if g.verb_last and self._closes_clause(at - (before == ",")) else Link.ITEM
        return link

    def _is_adverb_of_clause(self, at: int) -> bool:
        """Whether an adverb stands before the participle of a clause (", eventualmente capace di …")."""
        g, after = self.grammar, self.key(at + 1)
        return (
            bool(g.means)
            and g.is_adverb(self.key(at))
            and (after in g.postposed or g.is_past_participle(after))
        )

    def _closes_clause(self, at: int) -> bool:
        """Whether a verb stands before an index, as it does at the end of a clause."""
        return self.grammar.is_verb(self.key(at - 1)) or self.key(at - 1) in self.classes.auxiliary

    def _shares_object(self, at: int) -> bool:
        """Whether two verbs share their object, so that none is cut off ("make or support")."""
        g, lead = self.grammar, self.key(at - 2)
        verbal = lead == "," or lead in either(g.infinitive, g.modal, g.relative) or g.is_adverb(lead)
        return verbal and g.is_verb(self.key(at - 1)) and g.is_verb(self.key(at + 1))

    # --- marks and stops ----------------------------------------------------------------------

    def _past_connectives(self, at: int, end: int) -> int:
        while at < end and self.key(at) in self.classes.connectives:
            at += 1
        if self.key(at) not in self.classes.opens_joining:
            return at
        return at + max((len(words) for words in self.grammar.joining if self.has(at, *words)), default=0)

    def _past_clitics(self, at: int) -> int:
        """The verb behind its clitics ("et s’adapte"); the index itself where no verb follows."""
        verb = at
        while self.key(verb) in self.grammar.clitic:
            verb += 1
        return verb if verb > at and self.grammar.is_verb(self.key(verb)) else at

    def _suspended(self, at: int) -> bool:
        """Whether a hyphen ends half a compound ("machine- and human-based")."""
        glued = at > 0 and self.columns.ends[at - 1] == self.columns.starts[at]
        mark = self.columns.text[self.columns.starts[at]]
        hyphen = mark in _HYPHENS
        if glued and mark == _EN_DASH and self.columns.starts[at + 1 : at + 2] == (self.columns.ends[at],):
            return self.is_word(at + 1)  # "recommendation–type"
        torn = glued and self.key(at + 1) in self.grammar.compound_ends  # "machine learning– based"
        return torn or (glued and hyphen and self.key(at + 1) in either(self.grammar.conjunction, _COMMA))

    def _behind_stop(self, at: int, end: int) -> Link:
        head = self._past_clitics(self._past_connectives(at, end))
        if head < end and self.kinds[head] == 1:
            return self._limb(head, end)
        if self.structured and (self._only_names(at, end) or self._inserts(at, end)):
            return Link.LIST  # "une réponse : un mot, un chiffre, une image"
        link = self._clause(head, end, True) if self.structured else None
        clause = {Link.RELATIVE, Link.SUBORDINATE, Link.LIST, Link.PARTICIPLE}
        return link if link in clause else Link.STOP

    def _only_names(self, at: int, end: int) -> bool:
        """Whether nothing but nouns stands between a colon and the end of the sentence: what it announced."""
        g = self.grammar
        stop = self.ahead(at, _STOPS, end)
        keys = self.keys[at:stop]
        said = self.pieces[-1].link not in _NAMING and self.key(at - 1) == ":" and "," in keys
        return said and not any(
            key in either(g.relative, self.classes.auxiliary) or g.is_infinitive(key) or g.is_verb(key)
            for before, key in pairwise((":", *keys))
            if before not in g.article  # "un chiffre" is no verb
        )

    def _inserts(self, at: int, end: int) -> bool:
        """Whether things stand between two dashes, and not a clause ("acciones – bloquear un pago, … –")."""
        g = self.grammar
        stop = self.ahead(at, _DASH, end)
        keys = self.keys[at:stop]
        clause = either(g.relative, g.pronoun, g.subordinator, self.classes.auxiliary)
        bullet = self.key(at - 2) in _BEFORE_LIMB or at - 1 in self.line_starts
        apart = self.key(at - 1) == "-" and not bullet and stop < end
        return apart and "," in keys and clause.isdisjoint(keys)

    def _numbers_next_limb(self, at: int) -> bool:
        """Whether "b)" or "2°" stands at a word, and "a)" or "1°" before it."""
        key, mark = self.key(at), self.key(at + 1)
        if len(key) != 1 or mark not in _NUMBERING:
            return False
        return self.numbered.get((chr(ord(key) - 1), mark), at) < at

    def _limb(self, at: int, end: int) -> Link:
        """A limb that is a clause, or one that is a noun of the clause before ("the following: (i) text")."""
        g = self.grammar
        key = self.key(self._past_clitics(self._past_connectives(at + 1, end)))
        clause = g.is_stop(key) or key in either(g.adjunct, g.determiner, g.clause_limb)
        clause = clause or g.is_verb(key) or g.is_present_participle(key) or g.is_past_participle(key)
        return Link.LIMB if clause or not self.structured else Link.NOUN_LIMB

    # --- words --------------------------------------------------------------------------------

    def _clause(self, at: int, end: int, fresh: bool) -> Link | None:
        """The link by the word itself; `fresh` says that a comma or a conjunction stands before it."""
        g, key, before, after = self.grammar, self.key(at), self.key(at - 1), self.key(at + 1)
        if at < end and self.kinds[at] == 1:
            return self._limb(at, end)
        if g.manner:
            asks = g.is_infinitive(key) and any(self._manner(at - n) == n for n in range(1, 5))
            if asks or self._manner(at):
                return Link.COMPLEMENT  # "infère | la manière de | générer …"
        opens_phrase = key in self.classes.opens_phrase
        if opens_phrase and before not in g.negation and self._is_list_opener(at):
            return self._list(at, coordinated=before in g.conjunction)
        if fresh and self._further_head(at):
            return Link.ALTERNATIVE
        if key in g.completive:
            return Link.OF
        if fresh and not g.scope.exclusions.isdisjoint((self.keys[at : at + 2], self.keys[at + 1 : at + 3])):
            return Link.VERB  # ", but does not include …"
        if opens_phrase and self.stands(at, g.consecutive):
            return Link.SUBORDINATE
        nominal = fresh or key in g.article
        if nominal and self.key(at + 2) in g.genitive and self.key(at + 3) in g.relative:
            return Link.RELATIVE  # ", the result of which …"
        if g.means and key in g.article and after in g.relative:
            return Link.RELATIVE  # "il cui comportamento", "el cual"
        if before == "," and after in g.relative and key in g.anaphoric and key in g.takes_relative:
            return Link.RELATIVE  # ", ce qui influe sur le monde"
        if key in g.place and before != ",":
            return Link.OF  # "le milieu où ils sont utilisés" says which
        if key in g.relative:
            led = g.means and self.pieces[-1].start == at - 1 and self.pieces[-1].link is Link.RELATIVE
            return None if led or before in g.takes_relative else Link.RELATIVE
        if key in g.subordinator and g.subordinator_pairs.get(key, after) == after:
            return Link.SUBORDINATE
        if key in g.modal:
            apart = g.displaced_verb and self._behind_adjunct()  # "uit de invoer | kan afleiden"
            return Link.VERB if fresh or apart else None
        if key in g.infinitive or (opens_phrase and self.stands(at, g.purpose)):
            return self._infinitive(at)
        if key in g.purpose_clause or g.opens_infinitive(key):
            return Link.INFINITIVE
        if key in g.before_verb and g.is_infinitive(self.key(self._past_object(at + 1))):
            taken = before in either(g.takes_infinitive, g.before_infinitive, g.adjunct) or self._governs(
                at - 1
            )
            return None if taken else Link.INFINITIVE
        if opens_phrase and not fresh and self.stands(at, g.idioms):
            return None  # "mettant en œuvre l’apprentissage"
        if key in g.adjunct:
            if after in g.relative or (after in g.means and self._relative_behind(at + 1)):
                apart = before == "," and self.pieces[-1].link is not Link.OF
                return Link.RELATIVE if apart and g.means else self._prepositional_relative()
            stranded = after == ","  # "the environment it interacts with, …"
            return None if stranded or self._governs(at - 1) else Link.ADJUNCT
        if key in g.genitive:
            return self._prepositional_relative() if after in g.relative else Link.OF
        if before in g.question_clause:
            return Link.COMPLEMENT
        if fresh and g.displaced_verb and g.is_adverb(key) and g.is_present_participle(after):
            return Link.PARTICIPLE  # ", istotnie wspierające decyzje"
        if key in g.question and after in g.infinitive and not self._is_head(at - 1):
            return Link.COMPLEMENT  # "infers from the input how to …", but not "infers how to …"
        inferred = before in g.inferring and self._is_head(at - 1) and self.is_word(at)
        if inferred and key not in self.classes.not_inferred:
            return Link.COMPLEMENT  # "infers predictions, content …"
        if before in g.infinitive and self.key(at - 2) in g.question:
            return Link.COMPLEMENT
        if g.is_present_participle(key):
            return self._present_participle(at, end, fresh)
        finite = fresh and g.is_third_person(key) and g.is_verb(key) and self._has_object(at, end)
        if (g.is_past_participle(key) and not finite) or key in g.postposed:
            return self._past_participle(at, fresh)  # "déduit" may be either
        if g.displaced_verb and g.is_verb(key) and (before == "," or self._behind_adjunct()):
            return Link.VERB
        whole = self._has_object(at, end) or before in g.only_clitic  # "et s’instruit de leur issue"
        verb = (fresh or self._bare_subject(at)) and g.is_verb(key) and whole
        if fresh and not verb and self._is_absolute(at, end):
            return Link.SUBORDINATE
        return Link.VERB if verb else None

    def _is_absolute(self, at: int, end: int) -> bool:
        """Whether a noun with a present participle begins here (", l’opérateur pouvant lever l’alerte")."""
        g = self.grammar
        if not g.absolute or self.key(at - 1) != "," or self.key(at) not in g.determiner:
            return False
        stop = min(end, at + _OBJECT)
        apart = either(g.relative, g.conjunction, g.modal, _LEADS)
        for verb in range(at + 2, stop):
            key = self.key(verb)
            if key in apart or g.is_verb(key):
                return False
            if g.is_present_participle(key) and key not in g.about:
                return self._followed(verb, end)
        return False

    def _in_absolute(self, at: int) -> bool:
        """Whether a participle is that of such a clause."""
        last = self.pieces[-1]
        if last.link is not Link.SUBORDINATE or at - last.start >= _OBJECT or not self.grammar.absolute:
            return False
        first = self.key(last.start) in self.grammar.determiner
        return first and not any(map(self.grammar.is_present_participle, self.keys[last.start : at]))

    def _behind_adjunct(self) -> bool:
        """Whether the last piece is an adjunct or what hangs on one, the last of several things among them.

        "Op basis van aangiften, meldingen en tijdstippen | berekent": the verb of the clause may follow.
        """
        last = -1
        while (
            self.pieces[last].link is Link.ITEM and not self.pieces[last].in_list and len(self.pieces) > -last
        ):
            last -= 1
        return self.pieces[last].link in _BEFORE_VERB

    def _manner(self, at: int) -> int:
        """How many words long is "la manière de" or the like, before an infinitive, at a word; 0 if none."""
        key = self.key(at)
        for words in self.grammar.manner:
            if words[0] != key:
                continue
            behind = at + len(words)
            if self.has(at, *words) and self.grammar.is_infinitive(self.key(self._past_object(behind))):
                return len(words)
        return 0

    def _past_object(self, at: int) -> int:
        """The index behind the clitics of an infinitive ("de s’adapter")."""
        while self.key(at) in self.grammar.clitic:
            at += 1
        return at

    def _further_head(self, at: int) -> bool:
        """Whether a second genus begins (", or the capability of a device to …")."""
        g = self.grammar
        as_head = self.key(at - 1) in g.as_
        joined = as_head or self.key(at - 2) == ","
        noun = at + (self.key(at) in g.article)
        return joined and self.key(noun) in g.heads and (noun > at or as_head)

    def _is_list_opener(self, at: int) -> bool:
        """Whether examples are introduced at a word."""
        return self.stands(at, self.grammar.list_openers)

    def _opens_examples(self, at: int) -> bool:
        """Whether examples are introduced at a word, and not a clause ("including one derived from …")."""
        return self._is_list_opener(at) and self._list(at, coordinated=False) is Link.LIST

    def _list(self, at: int, coordinated: bool) -> Link:
        """The link of what an opener of lists begins, which may be a clause all the same."""
        g, key, after = self.grammar, self.key(at), self.key(at + 1)
        if coordinated and key in g.list_verbs:
            return Link.VERB  # "and includes generative AI"
        if after in g.subordinator:
            return Link.SUBORDINATE
        if key in g.list_participle and after in g.by:
            return Link.ADJUNCT  # "including by using …"
        if key in g.list_participle and self._repeats_genus(at + 1):
            return Link.PARTICIPLE  # "including such a system or process derived from …"
        beyond = self.key(at + 2)
        stands_in = after in g.stand_in and (g.is_past_participle(beyond) or g.is_present_participle(beyond))
        return Link.PARTICIPLE if stands_in else Link.LIST

    def _repeats_genus(self, at: int) -> bool:
        """Whether the genus stands once more at a word, with a clause on it ("any such system that …")."""
        g = self.grammar
        last, said = self.pieces[-1], self.said(_NOUNS_OF_GENUS)
        in_last = range(last.start, min(last.end, at)) if last.link in _NOUNS_OF_GENUS else range(0)
        others = set() if last.sentence else {self.key(i) for i in filter(self.is_word, in_last)}

        def is_noun(key: str) -> bool:
            known = key in others or said.get(key, self.first_end) < self.first_end
            return known and key not in either(g.function, g.determiner)

        while self.key(at) in self.classes.before_items | g.negation | {
            word for pair in g.not_limited for word in pair
        }:
            at += 1
        first = at
        while self.key(at) in g.determiner:
            at += 1
        noun, named = at, False
        while is_noun(self.key(at)) or self.key(at) in either(g.conjunction, _COMMA):
            named = named or is_noun(self.key(at))
            at += 1
        clause = self.key(at) in g.relative or g.is_past_participle(self.key(at))
        clause = clause or g.is_present_participle(self.key(at))
        return noun > first and named and clause and is_noun(self.key(at - 1))

    def _has_object(self, at: int, end: int) -> bool:
        """Whether a word in the form of a verb has an object, or only an insertion before it."""
        g = self.grammar
        if self._followed(at, end) or self.kinds[at + 1 : at + 2] == (1,):
            return self.key(at + 1) not in self.classes.no_object or self.key(at) in g.takes_genitive
        beyond = self.key(at + 2)
        if self.key(at + 1) in g.conjunction and g.is_third_person(beyond) and g.is_verb(beyond):
            return g.is_third_person(self.key(at))  # ", razona y extrae conclusiones"
        # "that, for explicit objectives, infers, from the input, …"; "that, when used, makes, or is a …"
        inserted = self.key(at - 1) == "," and self.key(at + 1) == "," and g.is_third_person(self.key(at))
        return inserted and (beyond in g.adjunct or (beyond in g.conjunction and g.is_verb(self.key(at + 3))))

    def _followed(self, at: int, end: int) -> bool:
        """Whether a word follows that is not a conjunction: what stands here has an object."""
        return at + 1 < end and self.is_word(at + 1) and self.key(at + 1) not in self.grammar.conjunction

    def _governs(self, at: int) -> bool:
        """Whether a word opens its piece and takes the preposition behind it ("based on", "designed to")."""
        g, word = self.grammar, self.key(at)
        return word in g.adjunct or (
            self._is_head(at) and (g.is_past_participle(word) or word in g.postposed)
        )

    def _is_head(self, at: int) -> bool:
        return bool(self.pieces) and self.pieces[-1].head == at

    def _relative_behind(self, at: int) -> bool:
        """Whether "means of which" stands at a word."""
        while self.key(at) in self.grammar.means:
            at += 1
        return self.key(at) in self.grammar.relative

    def _prepositional_relative(self) -> Link:
        """The link of "of which": it qualifies the genus, or else only the noun before it."""
        last, g = -1, self.grammar
        nominal = _NOMINAL if g.verb_last or g.adjective_behind else _ITEM if g.means else frozenset()
        while self.pieces[last].link in nominal and len(self.pieces) > -last:
            last -= 1  # "el programa o equipo en el que", "ein Verfahren der Statistik, mit dem"
        return Link.RELATIVE if self.pieces[last].link is Link.GENUS else Link.OF

    def _of_purpose(self, at: int) -> bool:
        """Whether "in order to" or the like stands at a word."""
        behind = self.key(at + 2) in self.grammar.infinitive
        g = self.grammar
        return behind and (self.stands(at, g.purpose) or self.stands(at, g.purpose_adjunct))

    def _infinitive(self, at: int) -> Link | None:
        g, before = self.grammar, self.key(at - 1)
        if self.key(at + 1) in either(g.determiner, g.pronoun):
            return Link.OF  # the preposition: "similar to the results"
        if self.key(at) not in g.infinitive:  # "in order"
            return Link.INFINITIVE
        if before in g.govern_to:
            return None if self._governs(at - 1) else Link.OF
        if before in either(g.takes_infinitive, g.before_infinitive) or self._governs(at - 1):
            return None
        return Link.INFINITIVE

    def _present_participle(self, at: int, end: int, fresh: bool) -> Link | None:
        g, before = self.grammar, self.key(at - 1)
        if not fresh and self._in_absolute(at):
            return None
        free = fresh or (self.is_word(at - 1) and before not in either(self.classes.not_free, g.function))
        compound = (
            "-" in self.key(at)
            or before in g.compounding
            or (g.is_past_participle(before) and self.key(at) not in g.instrument)
        )
        # "The training of models", but "un logiciel traitant des données".
        noun = not g.gerund_verbal and self.key(at + 1) in g.genitive
        noun = noun and self.key(at) not in g.gerund_clauses
        noun = noun or self.key(at + 1) in either(g.relative, g.modal)  # "or a ranking that …"
        goes_on = self._followed(at, end) or self._inserts_before_object(at, end)
        clause = free and not compound and not noun and goes_on
        if not clause:
            return None
        return Link.OF if self.key(at) in g.about else Link.PARTICIPLE

    def _inserts_before_object(self, at: int, end: int) -> bool:
        """Whether commas part a participle from what it takes ("reproduisant, même mal, des gestes")."""
        g = self.grammar
        if not g.gerund_verbal or self.key(at + 1) != "," or self.key(at - 1) == ",":
            return False
        comma = self.ahead(at + 2, _COMMA, min(end, at + 2 + _OBJECT))
        return self.key(comma) == "," and self.key(comma + 1) in either(g.determiner, g.genitive)

    def _past_participle(self, at: int, fresh: bool) -> Link | None:
        g, key, after = self.grammar, self.key(at), self.key(at + 1)
        if self.key(at - 1) in g.subordinator or self.stands(at - 1, g.consecutive):
            return None  # "when performed by …", "exception faite de …"
        if self.key(at - 1) in g.heads and after in g.genitive and key not in g.postposed:
            return None  # "conjunto organizado de programas", but "a technology | capable of …"
        if key in g.able and after == "," and (fresh or self.pieces[-1].link in _NAMING):
            return Link.PARTICIPLE  # "apto, atendiendo a …, para generar"
        if key in g.given and after in g.article:
            return Link.ADJUNCT  # "given a specific goal"
        governs = after in either(g.adjunct, g.behind_participle) or (
            key in g.postposed and after in g.genitive
        )
        governs = governs or (g.is_adverb(after) and self.key(at - 1) not in g.adjunct)  # "used solely …"
        beyond = self.key(at + 3)
        joined = after in g.conjunction and g.is_past_participle(self.key(at + 2))
        governs = governs or (
            joined and beyond in either(g.adjunct, g.behind_participle)
        )  # "developed or sold to …"
        governs = governs or self._participles_in_series(at)
        governs = governs or (g.adjective_behind and self.key(at - 1) == ",")  # a complement without "of"
        free = fresh or (
            self.is_word(at - 1)
            and self.key(at - 1) not in either(self.classes.not_free, self.classes.auxiliary)
        )
        if not (governs and free):
            return None
        return Link.OF if key in g.about else Link.PARTICIPLE

    def _participles_in_series(self, at: int) -> bool:
        """Whether the first of several participles stands here ("created, configured or deployed in")."""
        g, last = self.grammar, at
        while self.key(last + 1) == "," or self.key(last + 1) in g.conjunction:
            behind = last + 2 + (self.key(last + 2) in g.conjunction)
            if not g.is_past_participle(self.key(behind)):
                return False
            last = behind
        after = self.key(last + 1)
        return last > at + 2 and after in either(g.adjunct, g.behind_participle)

    def _bare_subject(self, at: int) -> bool:
        """Whether the definition is a clause ("AI technologies carry …", "IA é quando a máquina lê …")."""
        first = self.pieces[-1]
        if first.link is not Link.GENUS or at - first.start > 4:
            return False
        alone = len(self.pieces) == 1 and self.grammar.is_plural(self.key(at - 1))
        return alone or self.key(first.start - 1) in self.grammar.scope.leads


# --- the pieces of a text ---------------------------------------------------------------------


class _ClauseCutter(_Openers):
    """Cuts one text, sentence by sentence."""

    def sentence(self, start: int, end: int, number: int, definiens: int) -> None:
        """Cut one sentence; `definiens` is the token behind its frame."""
        framed = bool(self.pieces) and self.pieces[-1].link is Link.FRAME and not self.closed
        self.first_end = self.first_end if number else end
        link = Link.SENTENCE
        behind = conditional_frame(self.keys, self.grammar, start, end) if number == 0 else None
        if behind:  # "Un dispositif | relève de l’IA lorsque : | …"
            head, frame, definiens = behind
            if head > start:
                self.add(start, head, Link.FRAME, number)
            self.add(head, frame, Link.GENUS, number)
            self.add(frame, definiens, Link.FRAME, number)
            start = definiens
        elif definiens > start:
            self.add(start, definiens, Link.FRAME, number)
            start, link = definiens, Link.GENUS
        elif number == 0 and says_what_is_none(self.keys, self.grammar, start, end):
            self.closed = True  # "A calculator is not an AI system.": it is what the term leaves out
        elif number == 0 or framed:
            link = Link.GENUS
            behind_all = closing_frame(self.keys, self.grammar, start, end) if number == 0 else end
            if behind_all < end:  # "Een model dat …, | heet in deze leidraad AI."
                self.add(start, behind_all, link, number)
                self._cut_definiens(start, behind_all, number)
                start, link, self.closed = behind_all, Link.FRAME, True
        elif self.structured and self._spells_out(start, end):
            link = Link.ANAPHORIC
        subject = self._subject_behind_contrast(start, end) if link is Link.SENTENCE else start
        if subject > start:  # "Unlike ordinary software, | agents can …"
            self.add(start, subject, Link.SUBORDINATE, number)
            start = subject
            once_more = frame_end(self.keys, start, end, self.grammar, later=True, framed=True)
            if once_more > start:
                self.add(start, once_more, Link.FRAME, number)
                start, link = once_more, Link.GENUS
        if start < end:
            self.add(start, end, link, number)
        if start < end and link is not Link.FRAME:
            self._cut_definiens(start, end, number)

    def _subject_behind_contrast(self, start: int, end: int) -> int:
        """The subject behind words that say from what the thing differs; `start` where there are none."""
        g = self.grammar
        if not any(self.has(start, *words) for words in g.scope.contrasting):
            return start
        comma = self.ahead(start, _COMMA, end)
        if self.key(comma + 1) in g.relative:  # "Unlike software, which follows fixed rules, …"
            comma = self.ahead(comma + 1, _COMMA, end)
        return comma + 1 if comma + 2 < end else start

    def add(self, start: int, end: int, link: Link, sentence: int) -> None:
        """Begin a piece."""
        self.pieces.append(ClausePiece(start, end, link, sentence=sentence, head=self.head(start, end)))

    def _cut_definiens(self, start: int, end: int, number: int) -> None:
        g, keys, kinds = self.grammar, self.keys, self.kinds
        open_list, verbal_list, limb_list, closing, depth = False, False, False, False, 0
        first_mark = next((i for i in range(start, end) if kinds[i] == 1), end)
        bracketed = "(" in keys[start:end]
        for at in range(start + 1, end):
            before, key = keys[at - 1], keys[at]
            if bracketed:
                depth += (before == "(") - (before == ")")
            if depth > 0:
                continue
            if kinds[at] or key in _BULLETS:
                if not self.may_open(at):
                    continue
                found = self.opener(at, end)
            elif key == "(":
                found = self._parenthesis(at, end)
            else:
                continue
            if found is None:
                continue
            if not self._says_something(self.pieces[-1].start, at):
                open_list = open_list or found is Link.LIST
                continue
            comma = self.key(at - 1) == ","
            if before == "-" and not limb_list:
                open_list = False  # behind the second dash the clause goes on
            if found is Link.LIST:
                open_list, closing, verbal_list = True, False, self._lists_verbs(at, end)
                limb_list = ":" in self.keys[at : at + 6]
            elif found in _LIMBS:
                # A list inside a limb ends with it ("(a) …, such as reasoning; (b) …").
                inside = not limb_list and first_mark < at
                open_list = open_list and not inside and self.key(at - 1) in either(g.closing, _BEFORE_LIMB)
            elif open_list and verbal_list and found in _VERBAL and not self._finite(at, end):
                found = Link.ITEM
            elif limb_list and found is Link.STOP:
                pass  # "techniques such as: first …; second …" is one list to its end
            elif open_list and comma and found is Link.PARTICIPLE and not closing and self._goes_on(at, end):
                found = Link.ITEM  # "such as parsing, training models, and planning"
            elif open_list and found is Link.VERB and not closing and self._last_item(at):
                found = Link.ITEM  # "penalties, timing, or process requirements"
            elif found in _LEAVES_LIST or (comma and found in _LEAVES_LIST_AT_COMMA):
                open_list = False
            self.pieces[-1].end = at
            self.add(at, end, found, number)
            self.pieces[-1].comma = comma
            exemplifies = found is Link.PARENTHESIS and self._opens_examples(at + 1)
            exemplifies = exemplifies or (
                found is Link.LIST and before == "-" and not self._is_list_opener(at)
            )
            self.pieces[-1].in_list = (open_list and found is not Link.LIST) or exemplifies
            self.pieces[-1].tail = closing and found is Link.ADJUNCT
            open_list = open_list and not self.pieces[-1].tail  # what follows hangs on that adjunct
            closing = open_list and (closing or (found is Link.ITEM and self.key(at) in g.conjunction))

    def _spells_out(self, start: int, end: int) -> bool:
        """Whether a sentence only spells out the one before ("This could include …")."""
        g = self.grammar
        verb = next((i for i in range(start, min(start + 8, end)) if self.key(i) in g.spelling_out), -1)
        between = [self.key(i) for i in range(start, verb) if self.is_word(i)]
        subject = [key for key in between if key not in either(g.modal, g.also)]
        if not subject or g.negation & set(subject):
            return False
        if len(subject) == 1 and subject[0].startswith(g.scope.example):
            return False  # "Examples include …" gives examples of the term
        noun = "" if subject[-1] in g.anaphoric else subject[-1]
        if noun and self._is_said(noun, _NAMING):
            return False  # "Such systems include …" says what the term includes
        recent = self._words_of(self.pieces[-_RECENT:])
        said = noun in recent and not self._is_said(noun, frozenset({Link.FRAME}))
        return subject[0] in g.anaphoric or said

    def _is_said(self, noun: str, links: frozenset[Link]) -> bool:
        """Whether a noun, singular or plural, stands in a piece with one of certain links."""
        last = self._words_of(self.pieces[-1:]) if self.pieces[-1].link in links else set()
        said = self.said(links)
        return noun in last or noun in said or (noun.endswith("s") and noun[:-1] in said)

    def _words_of(self, pieces: list[ClausePiece]) -> set[str]:
        """The words of pieces, singular and plural alike."""
        words = {self.key(i) for one in pieces for i in range(one.start, one.end) if self.is_word(i)}
        return words | {word + "s" for word in words}

    def _lists_verbs(self, at: int, end: int) -> bool:
        """Whether the items of a list are verbs ("including recognizing patterns, drawing …")."""
        first = next((i for i in range(at + 1, end) if self.key(i) not in self.classes.before_items), at)
        infinitive = self.key(at + 1) in self.grammar.infinitive or any(
            self.grammar.is_infinitive(self.key(verb)) for verb in (at, first)
        )
        return infinitive or (
            self.grammar.is_present_participle(self.key(first)) and self._followed(first, end)
        )

    def _finite(self, at: int, end: int) -> bool:
        """Whether a finite verb stands behind the connectives at a word: no list of infinitives holds one."""
        verb = self._past_connectives(at, end)
        return bool(self.grammar.means) and not self.grammar.is_infinitive(self.key(verb))

    def _last_item(self, at: int) -> bool:
        """Whether a conjunction before a word in the form of a verb closes a list of at least three items."""
        items = [one.link is Link.ITEM and one.comma for one in self.pieces[-2:]]
        joins = self.key(at) in self.grammar.conjunction and self.key(at - 1) == ","
        return joins and len(items) == 2 and all(items)

    def _goes_on(self, at: int, end: int) -> bool:
        """Whether a list goes on behind an item in the form of a participle: a comma, then "and" or "or"."""
        stop = self.ahead(at, either(self.grammar.relative, _STOPS), end)
        comma = self.ahead(at, _COMMA, stop)
        return self.ahead(comma, self.grammar.conjunction, stop) < stop

    def _parenthesis(self, at: int, end: int) -> Link | None:
        """A long parenthesis is a piece of its own where it closes a sentence or lists what is meant."""
        close = self.ahead(at, _CLOSE, end)
        words = self.columns.words
        behind = bisect_left(words, close)
        closes = behind == len(words) or words[behind] >= end
        names = at + 1 + (self.key(at + 1) in self.grammar.article)  # "(the “AI System”)"
        quoted = self.key(names) == "'" == self.key(close - 1)
        calls = quoted or self._calls(at + 1, close)
        if calls and closes and at - 1 > 0 and not any(one.link is Link.FRAME for one in self.pieces):
            return Link.FRAME  # "(henceforth “AI systems”)": the term stands behind its definition
        lists = self.key(at + 1) in self.grammar.parenthetic
        return Link.PARENTHESIS if close - at > 4 and (closes or lists) else None

    def _calls(self, at: int, end: int) -> bool:
        """Whether words that begin with one of calling end with a name or a term in quotation marks."""
        f = self.grammar.frame
        return self.key(at) in f.calling and closes_with_name(self.keys, self.grammar, at, end)

    def _says_something(self, start: int, end: int) -> bool:
        """Whether a piece of these tokens says more than its connectives; "and that can," does."""
        g, light = self.grammar, self.classes.light
        begin, read, modal = self._silent
        if begin != start or read > end:
            read, modal = start, False
        for i in range(read, end):
            key = self.keys[i]
            silent = self.kinds[i] != 2 or (key in light and key not in g.modal)
            if not (silent or self._is_enumerator(i)):
                if key not in light:
                    return True
                modal = True
        self._silent = start, end, modal
        return modal and self.keys[end - 1] == ","


def _further_terms(columns: TokenColumns, g: Grammar) -> dict[int, int]:
    """The tokens with which a further term in quotation marks is defined, each with that behind its frame.

    "“AI” means …; and “robot” means …"; "1) « IA » : …; 2) « risque » : …", where each stands behind a
    semicolon or on a line of its own. A mark, an article or a verb that defines nothing elsewhere connects
    only where it does in the first of them.
    """
    keys, lines = columns.keys, _line_starts(columns)
    if keys.count("'") < _TWO_QUOTED or not g.lang:
        return _headings(columns, g, sorted(lines))
    connector = _quoted_term(columns, g, 0)[0] or "-"
    found: dict[int, int] = {}
    for at in range(1, len(keys)):
        if keys[at - 1] != ";" and at not in lines:
            continue
        behind, stop, numbered = _quoted_term(columns, g, at)
        if behind in either(g.frame.means, g.frame.denotes):
            found[at] = stop + 1
        elif numbered and behind in g.article and connector in g.article:
            found[at] = stop
        elif behind == connector and (
            behind == ":" or (numbered and behind not in either(g.function, _STOPS))
        ):
            found[at] = stop + 1
    return found


def _headings(columns: TokenColumns, g: Grammar, lines: Sequence[int]) -> dict[int, int]:
    """The numbered headings of further terms, each with the token behind it.

    "1. AI system", "2. Provider", each on a line of its own: the first of them begins the text.
    """
    if not lines or columns.keys[1] not in _BEHIND_NUMBER:
        return {}
    found: dict[int, int] = {}
    wanted = columns.keys[0]
    for at, stop in pairwise((0, *lines)):
        if columns.keys[at] != wanted or not wanted.isdigit() or stop - at > _HEADING:
            continue
        words, kinds = columns.keys[at + 2 : stop], columns.kinds[at + 2 : stop]
        clause = any(key in either(g.relative, g.modal, g.adjunct) or g.is_verb(key) for key in words)
        if columns.keys[at + 1] == columns.keys[1] and set(kinds) == {2} and not clause:
            found[at] = stop
            wanted = str(int(wanted) + 1)
        elif not at:
            break
    found.pop(0, 0)
    return found


def _quoted_term(columns: TokenColumns, g: Grammar, at: int) -> tuple[str, int, bool]:
    """What connects a term in quotation marks that begins at a token, where, and whether it is numbered.

    The connector is "" where there is no such term.
    """
    keys = (*columns.keys[at : at + _BEFORE_TERM + _HEADING], *[""] * 4)
    light, n, numbered = either(g.conjunction, g.article), 0, False
    while keys[n] in light and keys[n + 1] != ")":
        n += 1
    if columns.kinds[at + n : at + n + 1] == (1,):
        n, numbered = n + 1, True
    elif keys[n + 1] in either(_NUMBERING, _FULL_STOP) and (len(keys[n]) == 1 or keys[n].isdigit()):
        n, numbered = n + 2, True
    close = next((i for i in range(n + 2, min(n + _HEADING, len(keys))) if keys[i] == "'"), 0)
    return (keys[close + 1], at + close + 1, numbered) if keys[n] == "'" and close else ("", at, False)


def _is_heading(columns: TokenColumns, g: Grammar, start: int, end: int) -> bool:
    """Whether a first sentence is the bare term ("Artificial intelligence system. An engineered …")."""
    keys = columns.keys[start:end]
    short = end < len(columns.keys) and len(keys) <= _HEADING
    if not short or keys[0] in g.determiner or columns.kinds[start] == 1:
        return False
    if keys[-2:] == (")", "."):
        return not any(key in either(g.relative, g.modal) for key in keys)  # "Decision support AI (DS-AI)."
    # "Speech recognition turns spoken words into text." is a sentence whose verb is not known.
    said = len(keys) > _BARE_HEADING and keys[-1] == "." and g.frame.subject_alone
    plain = not any(key in either(g.relative, g.modal) or g.is_verb(key) for key in keys)
    return plain and not said


def _says_definition(columns: TokenColumns, g: Grammar, end: int) -> bool:
    """Whether the tokens before one only say that a definition follows ("Définition.")."""
    words = [columns.keys[at] for at in range(end) if columns.kinds[at] == 2]
    return g.frame.labelled and bool(words) and g.frame.headings.issuperset(words)


def _heading_line(columns: TokenColumns, first_sentence: int) -> int:
    """The end of what may be a heading: the first line, or else the first sentence."""
    if "\n" not in columns.text:
        return first_sentence
    for at in range(1, min(10, first_sentence)):
        numbered = not any(key.isalpha() for key in columns.keys[:at])  # "3.4" on a line of its own
        if not numbered and "\n" in columns.text[columns.ends[at - 1] : columns.starts[at]]:
            return at
    return first_sentence


def _rubric_end(columns: TokenColumns, g: Grammar, first_sentence: int) -> int:
    """The token behind the heading of the provision ("Artículo 4."), 0 where there is none."""
    heading = _heading_line(columns, first_sentence)
    is_rubric = columns.keys[0] in g.frame.rubrics and heading < len(columns.keys) and heading <= 9
    return heading if is_rubric and {"'", ":"}.isdisjoint(columns.keys[:heading]) else 0


def _frames(columns: TokenColumns, g: Grammar, bounds: list[int], further: Mapping[int, int]) -> list[int]:
    """For each sentence the token behind its frame; its first token where it has none.

    `further` says it of those that define a further term.
    """
    frames: list[int] = []
    framed, told = False, g.frame.subject_alone
    heading = _heading_line(columns, bounds[1])
    headed = bool(heading) and _is_heading(columns, g, 0, heading)
    begin = _rubric_end(columns, g, bounds[1])
    for low, high in pairwise(bounds):
        start = min(max(low, begin), high)
        excluding = low == 0 and says_what_is_none(columns.keys, g, start, high)
        closed = excluding or (low == 0 and closing_frame(columns.keys, g, start, high) < high)
        if low in further:
            frames.append(further[low])
        elif closed or start == high:
            frames.append(start)
        else:
            known = framed or (headed and low > bounds[1])  # a heading names the term of the first sentence
            # "Définition. L’IA recouvre …": a heading that names no term.
            behind = headed and low == bounds[1] and _says_definition(columns, g, low)
            end = frame_end(columns.keys, start, high, g, later=low > begin and not behind, framed=known)
            if end == start and frames and not known and told:
                end = behind_story(columns.keys, start, high, g)
            frames.append(_entry_end(columns, g, start, high) if end == start == 0 else end)
        framed = framed or frames[-1] > start
        told = told and (tells(columns.keys, start, high, g) or (low == 0 and headed))
    if len(bounds) > 2 and columns.keys[bounds[1] - 1] == "?":
        frames[0] = bounds[1]  # "What is AI? It is …"
        frames[1] = max(frames[1], _answer(columns, g, bounds[1], bounds[2]))
    elif frames[0] == 0 and headed:
        frames[0] = heading
        if heading == bounds[1] and len(bounds) > 2 and frames[1] == heading:
            frames[1] = lead_end(columns.keys, heading, bounds[2], g)
    return frames


def _entry_end(columns: TokenColumns, g: Grammar, start: int, end: int) -> int:
    """The token behind the head of a glossary entry, which only a capital parts from what it says.

    "AI agent A software program that …", "Artificial intelligence (AI) Software that …". The token `start`
    where the text has none.
    """
    for at in range(start, min(start + _HEAD_OF_ENTRY, end - 1)):
        key = columns.keys[at]
        bracketed = at > start + 2 and columns.keys[at - 1] == ")" and columns.keys[at - 3] == "("
        capital = at > start and columns.text[columns.starts[at]].isupper()
        if capital and (key in g.article or bracketed):
            short = bracketed and columns.printed(at - 2, at - 1).isupper()
            verbal = g.is_verb(key) or key in either(g.function, g.modal)
            return at if key in g.article or (short and not verbal) else start
        word = columns.kinds[at] == 2 or key in _BRACKETS
        if not word or key in either(g.function, g.modal, g.determiner, g.pronoun) or g.is_verb(key):
            return start
    return start


def _origins_apart(pieces: Sequence[ClausePiece], columns: TokenColumns, g: Grammar) -> None:
    """Part from the genus where a thing may be from ("un logiciel, | interne ou externe, | qui …")."""
    for at, piece in enumerate(pieces[1:-1], 1):
        if not piece.comma or piece.link not in _MAY_SAY_ORIGIN:
            continue
        if columns.keys[piece.start] not in g.scope.origins:
            continue
        end = next((i for i in range(piece.start, pieces[at + 1].end) if columns.keys[i] == ","), 0)
        genus = any(
            one.link is Link.GENUS and one.sentence == piece.sentence for one in pieces[max(0, at - 3) : at]
        )
        if genus and not g.conjunction.isdisjoint(columns.keys[piece.start : end]):
            piece.link = Link.STOP


def _lists_behind_colons(pieces: Sequence[ClausePiece], columns: TokenColumns, g: Grammar) -> None:
    """Make a list of verbs behind a colon that spell out a whole clause ("imite l’esprit : voir, parler")."""
    keys, reach = columns.keys, 0
    if ":" not in keys:
        return
    ends = {Link.STOP, Link.RELATIVE, Link.SUBORDINATE, Link.LIMB, Link.SENTENCE}
    for at, piece in enumerate(pieces):
        behind = at > max(reach, 1) and keys[piece.start - 1] == ":" and piece.link in _BEHIND_COLON
        before = keys[piece.start - 2] if behind else ""
        if not behind or before in either(g.function, g.modal, g.determiner, g.announcing):
            continue
        first, verbs = (
            keys[piece.start],
            [i for i in range(pieces[at - 1].start, piece.start) if g.is_verb(keys[i])],
        )
        stop = next((n for n in range(at + 1, len(pieces)) if pieces[n].link in ends), len(pieces))
        series = any(one.comma for one in pieces[at + 1 : stop])
        if series and not g.is_verb(before) and (g.is_infinitive(first) or (verbs and g.is_verb(first))):
            piece.link = Link.LIST
            for one in pieces[at:stop]:
                one.in_list = True
            reach = stop - 1


def _alternatives_in_lists(pieces: Sequence[ClausePiece], columns: TokenColumns, g: Grammar) -> None:
    """Make a list of alternatives that spell out what stands before ("outputs, whether text or images")."""
    within = {Link.ITEM, Link.OF, Link.ADJUNCT}
    for at, piece in enumerate(pieces):
        if piece.link is not Link.SUBORDINATE or columns.keys[piece.start] not in g.scope.concessions:
            continue
        behind = at and pieces[at - 1].sentence == piece.sentence
        if not behind or pieces[at - 1].link in {Link.GENUS, Link.FRAME}:
            continue
        stop = next((n for n in range(at + 1, len(pieces)) if pieces[n].link not in within), len(pieces))
        keys = columns.keys[piece.start : pieces[stop - 1].end]
        verbal = any(g.is_verb(key) or g.is_past_participle(key) or key in g.auxiliary for key in keys)
        if not verbal and not g.conjunction.isdisjoint(keys):
            piece.link = Link.LIST
            for one in pieces[at:stop]:
                one.in_list = True


def _objects_apart(pieces: Sequence[ClausePiece], columns: TokenColumns, g: Grammar) -> list[ClausePiece]:
    """Part what a verb of analysing works on from the verb ("qui analyse | des données")."""
    result: list[ClausePiece] = []
    for piece in pieces:
        whole = piece.in_list or piece.link in {Link.FRAME, Link.GENUS, Link.LIST, Link.ITEM}
        at = 0 if whole else _object_start(piece, columns, g)
        partitive = piece.link is Link.OF and not whole and _works(columns.keys[piece.start - 1], g)
        noun = _worked_on(columns, g, piece.start if partitive else at, piece.end) if at or partitive else 0
        if noun and partitive:  # "analyse | des données"
            piece = piece.but(link=Link.OBJECT, head=noun)
        elif noun:
            result.append(piece.but(end=at))
            piece = ClausePiece(at, piece.end, Link.OBJECT, sentence=piece.sentence, head=noun)
        result.append(piece)
    return result


def _works(key: str, g: Grammar) -> bool:
    """Whether a word is a form of a verb of analysing."""
    verbal = g.is_verb(key) or g.is_infinitive(key) or g.is_present_participle(key)
    return verbal and key.startswith(g.analysing)


def _object_start(piece: ClausePiece, columns: TokenColumns, g: Grammar) -> int:
    """The token behind a verb of analysing in a piece and its adverbs, 0 where nothing follows one."""
    verb = next((i for i in range(piece.start, piece.end) if _works(columns.keys[i], g)), piece.end)
    at = verb + 1
    while at < piece.end and g.is_adverb(columns.keys[at]):
        at += 1
    return at if at < piece.end else 0


def _worked_on(columns: TokenColumns, g: Grammar, at: int, end: int) -> int:
    """The noun for what is worked on with which an object begins at a token, 0 where it is something else."""
    for noun in range(at, min(at + _OBJECT, end)):
        key = columns.keys[noun]
        if columns.kinds[noun] != 2 or key in either(g.said_before, g.conjunction, g.relative, g.adjunct):
            return 0
        if key.startswith(g.worked_on) and (noun > at or not g.is_verb(key)):
            return noun  # behind an article it is no verb: "analizza le immagini"
    return 0


def _answer(columns: TokenColumns, g: Grammar, start: int, end: int) -> int:
    """The token behind the words by which an answer takes up its question ("It is", "È", "To")."""
    light = either(g.frame.copula, g.frame.pronoun, g.frame.answering)
    at = start
    while at < min(start + 3, end - 1) and columns.keys[at] in light:
        if columns.keys[at] in g.determiner and columns.keys[at + 1] not in g.frame.copula:
            break  # "Parce que ce logiciel …", and not "Ce sont …"
        at += 1
    return at


def cut(columns: TokenColumns, grammar: Grammar) -> list[ClausePiece]:
    """Cut a text into minimal pieces.

    Args:
        columns: The tokens of the text, at least one.
        grammar: That of its language; without one, cut at punctuation, enumerators and line breaks.

    Returns:
        The pieces in order; together they cover every token.
    """
    bounds = [*sentence_starts(columns), len(columns.keys)]
    further = _further_terms(columns, grammar)
    if further:
        inside = {at for low, high in further.items() for at in range(low + 1, high)}  # "2. | „Risiko“"
        bounds = sorted({*bounds, *further} - inside)
    frames = _frames(columns, grammar, bounds, further) if grammar.lang else bounds[:-1]
    framed = [n for n, (start, stop) in enumerate(zip(bounds, frames, strict=False)) if stop > start]
    first = framed[0] if framed else 0
    if first and columns.keys[bounds[first]] == "'":
        # Before a term in quotation marks stands a definition of another, or what announces definitions.
        first *= not grammar.frame.headings.isdisjoint(columns.keys[bounds[first - 1] : bounds[first]])
    # Sentences before the first connector are part of the frame (rule 10 in docs/elements.md).
    bounds = [0, *bounds[first + 1 :]]
    cutter = _ClauseCutter(columns, grammar)
    for number, (low, high) in enumerate(pairwise(bounds)):
        cutter.sentence(low, high, number, frames[first + number])
    _origins_apart(cutter.pieces, columns, grammar)
    _lists_behind_colons(cutter.pieces, columns, grammar)
    if grammar.scope.concessions and not grammar.displaced_verb:  # else its verb may stand far behind
        _alternatives_in_lists(cutter.pieces, columns, grammar)
    if grammar.analysing:
        cutter.pieces = _objects_apart(cutter.pieces, columns, grammar)
    able = either(grammar.modal, grammar.able)
    light = either(able, grammar.function, grammar.also)
    starts = [piece.start for piece in cutter.pieces]
    for at in [at for at, key in enumerate(columns.keys) if key in able]:
        piece = cutter.pieces[bisect_right(starts, at) - 1]
        keys = {columns.keys[i] for i in range(piece.start, piece.end) if columns.kinds[i] == 2}
        piece.bare_modal = keys <= light and not keys.isdisjoint(able)
    return cutter.pieces
