"""What is seen of a piece where its words are weighed: the features that `chain` has weights for.

A feature is a kind and a value. Those of general kinds are the same in all languages: what opens the piece,
its marks, the classes of its words (`lexicon`), of its head, of the pieces beside it, of the verb that
governs it. Those of words are of one language: stems, beginnings of words, the stem of the head.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, compress

from aidefs.classes import NamedTuple
from aidefs.segmentation.exemplars import stemmer
from aidefs.segmentation.grammar import Grammar
from aidefs.segmentation.lexicon import UNLISTED, WordClasses
from aidefs.segmentation.phrases import ClausePiece, Link
from aidefs.segmentation.scoring import Scoring
from aidefs.text.tokens import TokenColumns

__all__ = ["OF_WORDS", "Feature", "Features", "WordsOfPiece", "features", "seam", "words_of_piece"]

Feature = tuple[str, str]
"""Kind and value."""


class Features:
    """Features that are seen together.

    Texts repeat them, so that it pays to remember what they say together. They are made once, and therefore
    known by themselves and not by what they hold.

    Attributes:
        kinds: Kind → its values, each of which is there once.
    """

    __slots__ = ("kinds",)

    def __init__(self, kinds: Mapping[str, Iterable[str]]) -> None:
        self.kinds = kinds

    def __iter__(self) -> Iterator[Feature]:
        """One by one."""
        return ((kind, value) for kind, values in self.kinds.items() for value in values)


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
_NAMES = {link: link.name for link in Link}  # an Enum works it out again each time
_SEAMS = {(link, comma): f"{name},{int(comma)}" for link, name in _NAMES.items() for comma in (False, True)}
_MOST = 4096  # that are remembered of each thing ...
_MOST_WORDS = 20_000  # ... but of words, which texts of a dozen languages share
_NONE: frozenset[str] = frozenset()


# --- words ------------------------------------------------------------------------------------


class _WordSeen(NamedTuple):
    """What is seen of a word by itself.

    Attributes:
        plain: Its key without the mark of a word class.
        stem: Its stem.
        beginning: Its first letters.
        content: Whether it is one of content, whose stem and beginning are seen.
        unlisted: Its class where the lexicon has none.
        light: Whether it says little.
    """

    plain: str
    stem: str
    beginning: str
    content: bool
    unlisted: frozenset[str]
    light: bool


@lru_cache(maxsize=_MOST_WORDS)
def _word(key: str, g: Grammar) -> _WordSeen:
    plain = key.partition("/")[0]
    stem, light = stemmer(g.lang)(plain), key in g.function
    content = not light and key not in g.determiner
    unlisted = UNLISTED if content and key[:1].isalpha() else _NONE
    return _WordSeen(plain, stem, plain[:_BEGINNING], content, unlisted, light)


class _Classes:
    """What the classes of words are to their piece and to others; of all its words, or of its head alone."""

    __slots__ = ("before", "behind", "names", "own", "remote")

    def __init__(self, names: frozenset[str], kind: str, remote: str, pairs: bool) -> None:
        self.names = listed = sorted(names)
        # "Without" and "operator" say more than each by itself.
        paired = {"class-pair": list(map("|".join, combinations(listed, 2)))} if pairs else {}
        self.own = Features({kind: listed, **paired})
        self.before, self.behind = Features({f"{kind}-before": listed}), Features({f"{kind}-behind": listed})
        self.remote = Features({remote: listed})


@lru_cache(maxsize=_MOST)
def _of_all(names: frozenset[str]) -> _Classes:
    """Those of all words; `remote` is what they are to what stands behind them in a sentence they open."""
    return _Classes(names, "class", "class-of-opening", pairs=True)


@lru_cache(maxsize=_MOST)
def _of_head(names: frozenset[str]) -> _Classes:
    """Those of the head; `remote` is what they are to the pieces that it governs."""
    return _Classes(names, "class-of-head", "class-of-governor", pairs=False)


class WordsOfPiece:
    """What is seen of the words of a piece by themselves, wherever they stand.

    Attributes:
        listed: The classes of each of its tokens, `UNLISTED` not among them.
        head: The place of its head, -1 for none.
        tokens: The features that are words of the language: kind → value → the token that gives it first.
        told: The same features.
        shown: What its marks and its length show.
        classes: Those of all its words.
        of_head: Those of its head.
    """

    __slots__ = ("classes", "head", "listed", "of_head", "shown", "tokens", "told")

    def __init__(
        self, keys: tuple[str, ...], kinds: tuple[int, ...], head: int, g: Grammar, lexicon: WordClasses
    ) -> None:
        """Looks at the words.

        Args:
            keys: The keys of the tokens.
            kinds: Their kinds.
            head: The head among them, -1 for none.
            g: The grammar.
            lexicon: The classes of words.
        """
        words = [_word(key, g) for key in keys]
        self.listed = list(lexicon.of_words([word.plain for word in words]))
        seen, length = [], 0
        stems: dict[str, int] = {}
        beginnings: dict[str, int] = {}
        for at, (word, kind, classes) in enumerate(zip(words, kinds, self.listed, strict=True)):
            if kind != 2:
                seen.append(_NONE)
                self.listed[at] = _NONE
                continue
            seen.append(classes or word.unlisted)
            length += not word.light
            if word.content:
                stems.setdefault(word.stem, at)
                beginnings.setdefault(word.beginning, at)
        self.head = head
        heads = {words[head].stem: head} if head >= 0 and kinds[head] == 2 else {}
        self.tokens = dict(zip(OF_WORDS, (stems, beginnings, heads), strict=True))
        self.told = Features(self.tokens)
        marks = *map(keys.__contains__, _SHOWN_BY_MARK), not g.modal.isdisjoint(keys)
        self.shown = _shown(min(length, _LONGEST), keys[-1] if keys[-1] in _MARKS else "", marks)
        self.classes = _of_all(_NONE.union(*seen))
        self.of_head = _of_head(seen[head] if head >= 0 else _NONE)


@lru_cache(maxsize=_MOST)
def _shown(length: int, last: str, flags: tuple[bool, ...]) -> Features:
    shown = list(compress((*_SHOWN_BY_MARK.values(), "modal"), flags))
    return Features({"bias": ["-"], "length": [str(length)], "is": shown, "mark-at-end": [last] if last else []})


_words_of_piece = lru_cache(maxsize=_MOST)(WordsOfPiece)


def words_of_piece(
    piece: ClausePiece, columns: TokenColumns, g: Grammar, lexicon: WordClasses
) -> WordsOfPiece:
    """What is seen of the words of a piece by themselves."""
    start, end = piece.start, piece.end
    head = piece.head - start if start <= piece.head < end else -1
    return _words_of_piece(columns.keys[start:end], columns.kinds[start:end], head, g, lexicon)


# --- pieces -----------------------------------------------------------------------------------


def features(
    pieces: Sequence[ClausePiece], columns: TokenColumns, g: Grammar, scoring: Scoring, lexicon: WordClasses
) -> list[list[Features]]:
    """The features of each piece.

    Args:
        pieces: The pieces of a text.
        columns: Its tokens as the grammar reads them.
        g: The grammar.
        scoring: What the rules say, with the pieces of the genus and what makes others scope.
        lexicon: The classes of words.
    """
    words = [words_of_piece(piece, columns, g, lexicon) for piece in pieces]
    frames = [at for at, piece in enumerate(pieces) if piece.link is Link.FRAME] or [len(pieces), -1]
    last, keys, genus, scope = len(pieces) - 1, columns.keys, scoring.genus, scoring.scope
    found = []
    governor: WordsOfPiece | None = None
    opening: WordsOfPiece | None = None
    for at, (piece, own) in enumerate(zip(pieces, words, strict=True)):
        link, mark = piece.link, keys[piece.start - 1] if piece.start else "none"
        fresh = at == 0 or piece.sentence != pieces[at - 1].sentence
        if fresh or link in _OPEN_ANEW:
            governor = None
        flags = piece.in_list, piece.tail, at == 0, at == last, at in genus, at > frames[0], at < frames[-1]
        row = [
            *(own.told, own.shown, own.classes.own, own.of_head.own),
            _of_classes_and_link(own.classes, link),
            _of_links(link, pieces[at - 1].link if at else None, pieces[at + 1].link if at < last else None),
            _of_seam(link, piece.comma, mark if mark in _MARKS or not piece.start else "word"),
            _of_place(min(piece.sentence, _LAST_SENTENCE), scope[at], flags),
        ]
        if at:
            row += (words[at - 1].of_head.before, words[at - 1].classes.before)
        if at < last:
            row += (words[at + 1].of_head.behind, words[at + 1].classes.behind)
        if governor is not None and link in _DEPENDENT:
            row.append(governor.of_head.remote)
        if fresh:
            opening = own
        elif opening is not None and piece.sentence:
            row.append(opening.classes.remote)
        if link not in _DEPENDENT:
            governor = own
        found.append(row)
    return found


@lru_cache(maxsize=_MOST)
def _of_classes_and_link(classes: _Classes, link: Link) -> Features:
    opened = _NAMES[link]
    return Features({"class-link": [f"{name}|{opened}" for name in classes.names]})


@lru_cache(maxsize=_MOST)
def _of_links(link: Link, before: Link | None, behind: Link | None) -> Features:
    kinds = {"link": [link.name]}
    if before:
        kinds |= {"link-before": [before.name], "links": [f"{before.name}|{link.name}"]}
    if behind:
        kinds["link-behind"] = [behind.name]
    return Features(kinds)


@lru_cache(maxsize=_MOST)
def _of_seam(link: Link, comma: bool, mark: str) -> Features:
    return Features({"seam": [_SEAMS[link, comma]], "mark-before": [mark]})


@lru_cache(maxsize=_MOST)
def _of_place(sentence: int, scope: str, flags: tuple[bool, ...]) -> Features:
    names = ("in-list", "tail", "first", "last", "genus", "behind-frame", "before-frame")
    kinds = {"sentence": [str(sentence)], "is": list(compress(names, flags))}
    if scope:
        kinds["scope"] = [scope.replace(" ", "-")]
    return Features(kinds)


def seam(piece: ClausePiece) -> str:
    """What the seam before a piece is like: what opens the piece, and whether a comma stands there."""
    return _SEAMS[piece.link, piece.comma]
