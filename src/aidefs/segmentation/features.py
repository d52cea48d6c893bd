"""What is seen of a piece where its words are weighed: the features that `chain` has weights for.

A feature is a kind and a value. Those of general kinds are the same in all languages: what opens the piece,
its marks, the classes of its words (`lexicon`), of its head, of the pieces beside it, of the verb that
governs it. Those of words are of one language: stems, beginnings of words, the stem of the head.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import combinations, compress, pairwise
from typing import Any, Generic, Protocol, Self, TypeVar

from aidefs.classes import Remembered
from aidefs.segmentation.exemplars import stemmer
from aidefs.segmentation.grammar import Grammar
from aidefs.segmentation.lexicon import UNLISTED, WordClasses
from aidefs.segmentation.phrases import ClausePiece, Link, Phrase
from aidefs.text.tokens import TokenColumns

__all__ = ["OF_WORDS", "Feature", "Kinds", "Sight", "WordsOfPiece", "as_seen", "seam"]

Feature = tuple[str, str]
"""Kind and value."""


Kinds = Mapping[str, Iterable[str]]
"""Features that are seen together: kind → its values, each of which is there once."""


class _Added(Protocol):
    """What can be added to its like."""

    def __add__(self, other: Any, /) -> Self: ...


Told = TypeVar("Told", bound=_Added)
"""What features tell: what is learned of them (`chain`), or the features themselves, to learn from them.

What several tell is added together.
"""


def as_seen(kinds: Kinds) -> tuple[Feature, ...]:
    """The features themselves."""
    return tuple([(kind, value) for kind, values in kinds.items() for value in values])


OF_WORDS = ("stem", "beginning", "head")
"""The kinds whose values are words of one language."""

_BEGINNING = 5  # letters; endings are left out that a stemmer may leave
_LONGEST = 4  # words of content that are counted
_LAST_SENTENCE = 2  # that is told from those behind it
_MARKS = frozenset(",;:.()-'")
_DEPENDENT = frozenset(
    {
        *(Link.OF, Link.ITEM, Link.ADJUNCT, Link.LIST, Link.PARENTHESIS),
        *(Link.OBJECT, Link.COMPLEMENT, Link.INFINITIVE, Link.PARTICIPLE),
    }
)
_OPEN_ANEW = frozenset({Link.LIMB, Link.STOP})  # as a sentence does: nothing before governs them
_SHOWN_BY_MARK = {"'": "quoting", "(": "bracketed", ":": "announcing"}
_SEAMS = {(link, comma): f"{link.name},{int(comma)}" for link in Link for comma in (False, True)}
_MOST = 4096  # that are remembered of each thing
_NONE: frozenset[str] = frozenset()


# --- words ------------------------------------------------------------------------------------


class _WordSeen(Generic[Told]):
    """What is seen of a word by itself, and what that tells of its piece.

    Attributes:
        plain: Its key without the mark of a word class.
        content: Whether it is one of content, whose stem and beginning are seen.
        stem: Its stem.
        beginning: Its first letters.
        light: Whether it says little.
        listed: The classes that the lexicon has for it.
        seen: The same, or that it has none.
        behind: What stands behind it in expressions of the lexicon, as `WordClasses.second_words` has it.
        of_stem: What its stem tells of its piece.
        of_beginning: What its first letters tell of it.
        tells: What both tell.
        told: What they and its classes tell.
    """

    __slots__ = ("beginning", "behind", "content", "light", "listed", "of_beginning", "of_stem",
                 "plain", "seen", "stem", "tells", "told")  # fmt: skip

    def __init__(self, key: str, sight: Sight[Told]) -> None:
        g, told, lexicon = sight.grammar, sight.told, sight.lexicon
        self.plain = plain = key.partition("/")[0]
        self.stem, self.beginning, self.light = stemmer(g.lang)(plain), plain[:_BEGINNING], key in g.function
        self.content = not self.light and key not in g.determiner
        self.listed, self.behind = lexicon.of_word(plain), lexicon.second_words(plain)
        unlisted = UNLISTED if self.content and key[:1].isalpha() else _NONE
        self.seen = self.listed or unlisted
        self.of_stem = told({"stem": [self.stem]}) if self.content else sight.nothing
        self.of_beginning = told({"beginning": [self.beginning]}) if self.content else sight.nothing
        self.tells = self.of_stem + self.of_beginning
        self.told = self.tells + sight.of_class[self.listed]


class _Classes(Generic[Told]):
    """What the classes of words tell of their piece and of others; of all its words, or of its head alone.

    Attributes:
        names: The classes.
        own: What they tell of their piece.
        before: What they tell of the piece behind it.
        behind: What they tell of the piece before it.
        remote: Those of all words, what they tell of what stands behind them in a sentence they open; those
            of the head, of the pieces that it governs.
    """

    __slots__ = ("before", "behind", "names", "own", "remote")

    def __init__(
        self,
        names: frozenset[str],
        kind: str,
        remote: str,
        of_pair: Mapping[tuple[str, ...], Told] | None,
        told: Callable[[Kinds], Told],
    ) -> None:
        self.names = listed = sorted(names)
        self.own = told({kind: listed})
        if of_pair is not None:  # "without" and "operator" say more than each by itself
            for pair in combinations(listed, 2):
                self.own += of_pair[pair]
        self.before, self.behind = told({f"{kind}-before": listed}), told({f"{kind}-behind": listed})
        self.remote = told({remote: listed})


class WordsOfPiece(Generic[Told]):
    """What is seen of the words of a piece by themselves, wherever they stand.

    Attributes:
        each: What each of its tokens tells by itself of the piece.
        classes: The classes of all its words.
        own: What its words and marks tell of the piece.
        before: What they tell of the piece behind it.
        behind: What they tell of the piece before it.
        governing: What its head tells of the pieces that it governs.
        opening: What they tell of those behind it in a sentence that it opens.
    """

    __slots__ = ("before", "behind", "classes", "each", "governing", "opening", "own")

    def __init__(self, keys: tuple[str, ...], kinds: tuple[int, ...], head: int, sight: Sight[Told]) -> None:
        """Looks at the words.

        Args:
            keys: The keys of the tokens.
            kinds: Their kinds.
            head: The head among them, -1 for none.
            sight: What knows the words of the language.
        """
        words = list(map(sight.words.__getitem__, keys))
        listed = by_itself = tuple([word.listed for word in words])
        if any([after.plain in word.behind or "*" in word.behind for word, after in pairwise(words)]):
            listed = sight.lexicon.of_words([word.plain for word in words])
        spoken = [kind == 2 for kind in kinds]
        said = list(compress(words, spoken))
        content = [word for word in said if word.content]
        once = len({word.stem for word in content}) == len(content)
        once = once and len({word.beginning for word in content}) == len(content)
        if once and listed == by_itself:  # as mostly
            own = sum([word.tells for word in content], sight.nothing)
            each = [word.told if one else sight.nothing for word, one in zip(words, spoken, strict=True)]
            seen = _NONE.union(*[word.seen for word in said])
        else:
            own, each, seen = _told_apart(words, spoken, listed, sight)
        length = len([word for word in said if not word.light])
        of_head = sight.of_head[_NONE]
        if head >= 0 and kinds[head] == 2:
            word, classes = words[head], listed[head]
            of_head = sight.of_head[classes or word.seen]
            own += sight.of_head_word[word.stem]
            each[head] += sight.of_head_word[word.stem]
            if classes:
                each[head] += of_head.own
        marks = *map(keys.__contains__, _SHOWN_BY_MARK), not sight.grammar.modal.isdisjoint(keys)
        of_all = sight.of_all[seen]
        self.each, self.classes = each, of_all
        self.own = own + of_all.own + of_head.own
        self.own += sight.shown[min(length, _LONGEST), keys[-1] if keys[-1] in _MARKS else "", marks]
        self.before, self.behind = of_head.before + of_all.before, of_head.behind + of_all.behind
        self.governing, self.opening = of_head.remote, of_all.remote


def _told_apart(
    words: Sequence[_WordSeen[Told]],
    spoken: Sequence[bool],
    listed: Sequence[frozenset[str]],
    sight: Sight[Told],
) -> tuple[Told, list[Told], frozenset[str]]:
    """What the words of a piece tell of it where some repeat others, or are part of an expression.

    Each stem and each beginning tells of the piece once.

    Args:
        words: The tokens.
        spoken: Which of them are words.
        listed: Their classes, those of expressions among them.
        sight: What knows the words of the language.

    Returns:
        What their stems and beginnings tell together, what each token tells by itself, and all classes.
    """
    own, each, seen = sight.nothing, list[Told](), set[str]()
    stems, beginnings = set[str](), set[str]()
    for word, is_word, classes in zip(words, spoken, listed, strict=True):
        if not is_word:
            each.append(sight.nothing)
            continue
        seen |= classes or word.seen
        tells = sight.nothing
        if word.content and word.stem not in stems:
            tells += word.of_stem
        if word.content and word.beginning not in beginnings:
            tells += word.of_beginning
        if word.content:
            stems.add(word.stem)
            beginnings.add(word.beginning)
        own += tells
        each.append(tells + sight.of_class[classes])
    return own, each, frozenset(seen)


# --- pieces -----------------------------------------------------------------------------------


class Sight(Generic[Told]):
    """What is seen of the pieces of the texts of a language.

    Texts repeat it, so that it pays to remember what is told by features that are seen together.

    Attributes:
        grammar: The grammar of the language.
        lexicon: The classes of its words.
        told: What features tell.
        nothing: What none tells.
        words: What is seen of a word by itself, by its key.
        of_class: What the classes of a token tell by themselves.
        of_head_word: What the stem of a head tells.
        shown: The same of the length of a piece, the mark at its end and what else its marks show.
        of_all: The classes of all words of a piece, by their names.
        of_head: Those of its head.
    """

    def __init__(
        self, grammar: Grammar, lexicon: WordClasses, told: Callable[[Kinds], Told], most: int = _MOST
    ) -> None:
        """Has seen nothing yet.

        Args:
            grammar: The grammar of the language.
            lexicon: The classes of its words.
            told: Gives what features tell.
            most: How many of each thing are remembered.
        """
        self.grammar, self.lexicon, self.told, self.nothing = grammar, lexicon, told, told({})

        def each(kinds: Callable[..., Kinds]) -> Mapping[Any, Told]:
            return Remembered(lambda seen: told(kinds(*seen)), most)

        self.words: Mapping[str, _WordSeen[Told]] = Remembered(lambda key: _WordSeen(key, self), most)
        self.of_head_word: Mapping[str, Told] = Remembered(lambda stem: told({"head": [stem]}), most)
        self.of_class = each(lambda *names: {"class": names})
        self.shown = each(_shown)
        of_pair: Mapping[tuple[str, ...], Told] = each(lambda *names: {"class-pair": ["|".join(names)]})
        self.of_all: Mapping[frozenset[str], _Classes[Told]] = Remembered(
            lambda names: _Classes(names, "class", "class-of-opening", of_pair, told), most
        )
        self.of_head: Mapping[frozenset[str], _Classes[Told]] = Remembered(
            lambda names: _Classes(names, "class-of-head", "class-of-governor", None, told), most
        )
        self._phrases: Mapping[Phrase, WordsOfPiece[Told]] = Remembered(
            lambda one: WordsOfPiece(*one, self), most
        )
        self._classes_and_link, self._links = each(_of_classes_and_link), each(_of_links)
        self._seam, self._place = each(_of_seam), each(_of_place)

    def words_of(self, phrases: Iterable[Phrase]) -> list[WordsOfPiece[Told]]:
        """What is seen of the words of pieces by themselves; their keys are as the grammar reads them."""
        return list(map(self._phrases.__getitem__, phrases))

    def features(
        self,
        pieces: Sequence[ClausePiece],
        columns: TokenColumns,
        genus: Collection[int],
        scope: Sequence[str],
        words: Sequence[WordsOfPiece[Told]],
    ) -> list[Told]:
        """What the features of each piece tell.

        Args:
            pieces: The pieces of a text.
            columns: Its tokens as the grammar reads them.
            genus: The pieces of the genus.
            scope: What makes each piece scope, "" for nothing.
            words: What is seen of the words of each piece.
        """
        frames = [at for at, piece in enumerate(pieces) if piece.link is Link.FRAME] or [len(pieces), -1]
        last, keys = len(pieces) - 1, columns.keys
        found = []
        governor: WordsOfPiece[Told] | None = None
        opening: WordsOfPiece[Told] | None = None
        sentence = -1
        for at, (piece, own) in enumerate(zip(pieces, words, strict=True)):
            link, mark = piece.link, keys[piece.start - 1] if piece.start else "none"
            fresh = piece.sentence != sentence
            sentence = piece.sentence
            if fresh or link in _OPEN_ANEW:
                governor = None
            around = at == 0, at == last, at in genus, at > frames[0], at < frames[-1]
            told = own.own + self._classes_and_link[own.classes, link]
            told += self._links[
                link, pieces[at - 1].link if at else None, pieces[at + 1].link if at < last else None
            ]
            told += self._seam[link, piece.comma, mark if mark in _MARKS or not piece.start else "word"]
            told += self._place[min(sentence, _LAST_SENTENCE), scope[at], piece.in_list, piece.tail, around]
            if at:
                told += words[at - 1].before
            if at < last:
                told += words[at + 1].behind
            if governor is not None and link in _DEPENDENT:
                told += governor.governing
            if fresh:
                opening = own
            elif opening is not None and sentence:
                told += opening.opening
            if link not in _DEPENDENT:
                governor = own
            found.append(told)
        return found


def _shown(length: int, last: str, flags: tuple[bool, ...]) -> Kinds:
    kinds = {"bias": ["-"], "length": [str(length)]}
    kinds["is"] = list(compress((*_SHOWN_BY_MARK.values(), "modal"), flags))
    return {**kinds, "mark-at-end": [last]} if last else kinds


def _of_classes_and_link(classes: _Classes[Any], link: Link) -> Kinds:
    opened = link.name
    return {"class-link": [f"{name}|{opened}" for name in classes.names]}


def _of_links(link: Link, before: Link | None, behind: Link | None) -> Kinds:
    kinds = {"link": [link.name]}
    if before:
        kinds |= {"link-before": [before.name], "links": [f"{before.name}|{link.name}"]}
    if behind:
        kinds["link-behind"] = [behind.name]
    return kinds


def _of_seam(link: Link, comma: bool, mark: str) -> Kinds:
    return {"seam": [_SEAMS[link, comma]], "mark-before": [mark]}


def _of_place(sentence: int, scope: str, in_list: bool, tail: bool, around: tuple[bool, ...]) -> Kinds:
    names = ("in-list", "tail", "first", "last", "genus", "behind-frame", "before-frame")
    kinds = {"sentence": [str(sentence)], "is": list(compress(names, (in_list, tail, *around)))}
    return {**kinds, "scope": [scope.replace(" ", "-")]} if scope else kinds


def seam(piece: ClausePiece) -> str:
    """What the seam before a piece is like: what opens the piece, and whether a comma stands there."""
    return _SEAMS[piece.link, piece.comma]
