"""What is seen of a piece where its words are weighed: the features that `chain` has weights for.

A feature is a kind and a value. Those of general kinds are the same in all languages: what opens the piece,
its marks, the classes of its words (`lexicon`), of its head, of the pieces beside it, of the verb that
governs it. Those of words are of one language: stems, beginnings of words, the stem of the head.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aidefs.segmentation.exemplars import stemmer
from aidefs.segmentation.grammar import Grammar
from aidefs.segmentation.lexicon import UNLISTED, WordClasses
from aidefs.segmentation.phrases import ClausePiece, Link
from aidefs.segmentation.scoring import Scoring
from aidefs.text.tokens import TokenColumns

__all__ = ["OF_WORDS", "Feature", "features", "seam", "word_features"]

Feature = tuple[str, str]
"""Kind and value."""

OF_WORDS = ("stem", "beginning", "head")
"""The kinds whose values are words of one language."""

_BEGINNING = 5  # letters; endings are left out that a stemmer may leave
_LONGEST = 4  # words of content that are counted
_MARKS = frozenset(",;:.()-'")
_DEPENDENT = frozenset(
    {
        *(Link.OF, Link.ITEM, Link.ADJUNCT, Link.LIST, Link.PARENTHESIS),
        *(Link.OBJECT, Link.COMPLEMENT, Link.INFINITIVE, Link.PARTICIPLE),
    }
)
_OPEN_ANEW = frozenset({Link.LIMB, Link.STOP})  # as a sentence does: nothing before governs them


class _WordsOfPiece:
    """The words of a piece with their classes."""

    __slots__ = ("bag", "content", "head", "head_classes", "listed", "tokens", "words")

    def __init__(self, piece: ClausePiece, columns: TokenColumns, g: Grammar, lexicon: WordClasses) -> None:
        span = range(piece.start, piece.end)
        self.words = [columns.keys[at].partition("/")[0] for at in span]  # without the mark of a word class
        self.tokens = [at for at in span if columns.kinds[at] == 2]
        known = lexicon.of_words(self.words)
        content: list[bool] = []
        self.listed: list[frozenset[str]] = []
        for at, word, classes in zip(span, self.words, known, strict=True):
            key = columns.keys[at]
            of_content = columns.kinds[at] == 2 and key not in g.function and key not in g.determiner
            content.append(of_content)
            if columns.kinds[at] != 2:
                classes = frozenset()
            elif not classes and of_content and word[:1].isalpha():
                classes = UNLISTED
            self.listed.append(classes)
        self.content = content
        self.head = piece.head - piece.start if piece.start <= piece.head < piece.end else -1
        self.head_classes: Sequence[str] = sorted(self.listed[self.head]) if self.head >= 0 else ()
        self.bag: Sequence[str] = sorted(frozenset().union(*self.listed)) if self.listed else ()


def features(
    pieces: Sequence[ClausePiece], columns: TokenColumns, g: Grammar, scoring: Scoring, lexicon: WordClasses
) -> list[list[Feature]]:
    """The features of each piece.

    Args:
        pieces: The pieces of a text.
        columns: Its tokens as the grammar reads them.
        g: The grammar.
        scoring: What the rules say, with the pieces of the genus and what makes others scope.
        lexicon: The classes of words.
    """
    words = [_WordsOfPiece(piece, columns, g, lexicon) for piece in pieces]
    frames = [at for at, piece in enumerate(pieces) if piece.link is Link.FRAME]
    found = []
    governor: _WordsOfPiece | None = None
    opening: _WordsOfPiece | None = None
    for at, (piece, own) in enumerate(zip(pieces, words, strict=True)):
        fresh = at == 0 or piece.sentence != pieces[at - 1].sentence
        if fresh or piece.link in _OPEN_ANEW:
            governor = None
        row = [("bias", "-")]
        row += _of_place(pieces, at, columns, g, own)
        if at in scoring.genus:
            row.append(("is", "genus"))
        if scoring.scope[at]:
            row.append(("scope", scoring.scope[at].replace(" ", "-")))
        if frames and at > frames[0]:
            row.append(("is", "behind-frame"))
        if frames and at < frames[-1]:
            row.append(("is", "before-frame"))
        for name in own.bag:
            row += (("class", name), ("class-link", f"{name}|{piece.link.name}"))
        row += (("class-of-head", name) for name in own.head_classes)
        row += _of_words_beside(words, at)
        if governor is not None and piece.link in _DEPENDENT:
            row += (("class-of-governor", name) for name in governor.head_classes)
        if fresh:
            opening = own
        elif opening is not None and piece.sentence:
            row += (("class-of-opening", name) for name in opening.bag)
        if piece.link not in _DEPENDENT:
            governor = own
        row += (feature for _, feature in word_features(piece, columns, g))
        found.append(row)
    return found


def _of_place(
    pieces: Sequence[ClausePiece], at: int, columns: TokenColumns, g: Grammar, own: _WordsOfPiece
) -> Iterator[Feature]:
    piece = pieces[at]
    link = piece.link.name
    yield "link", link
    yield "seam", seam(piece)
    if at:
        yield "link-before", pieces[at - 1].link.name
        yield "links", f"{pieces[at - 1].link.name}|{link}"
    if at + 1 < len(pieces):
        yield "link-behind", pieces[at + 1].link.name
    yield "sentence", str(min(piece.sentence, 2))
    yield "length", str(min(sum(columns.keys[i] not in g.function for i in own.tokens), _LONGEST))
    before = columns.keys[piece.start - 1] if piece.start else ""
    yield "mark-before", before if before in _MARKS else "word" if before else "none"
    last = columns.keys[piece.end - 1]
    if last in _MARKS:
        yield "mark-at-end", last
    flags = {
        "in-list": piece.in_list,
        "tail": piece.tail,
        "quoting": "'" in own.words,
        "bracketed": "(" in own.words,
        "announcing": ":" in own.words,
        "modal": not g.modal.isdisjoint(columns.keys[piece.start : piece.end]),
        "first": at == 0,
        "last": at == len(pieces) - 1,
    }
    for name, holds in flags.items():
        if holds:
            yield "is", name


def _of_words_beside(words: Sequence[_WordsOfPiece], at: int) -> Iterator[Feature]:
    for shift, side in ((-1, "before"), (1, "behind")):
        if 0 <= at + shift < len(words):
            beside = words[at + shift]
            for name in beside.head_classes:
                yield f"class-of-head-{side}", name
            for name in beside.bag:
                yield f"class-{side}", name


def word_features(piece: ClausePiece, columns: TokenColumns, g: Grammar) -> Iterator[tuple[int, Feature]]:
    """The features that are words of the language, each once, with the token that gives it."""
    stem = stemmer(g.lang)
    seen = set()
    for at in range(piece.start, piece.end):
        key = columns.keys[at]
        if columns.kinds[at] != 2:
            continue
        word = key.partition("/")[0]
        if key not in g.function and key not in g.determiner:
            for feature in (("stem", stem(word)), ("beginning", word[:_BEGINNING])):
                if feature not in seen:
                    seen.add(feature)
                    yield at, feature
        if at == piece.head:
            yield at, ("head", stem(word))


def seam(piece: ClausePiece) -> str:
    """What the seam before a piece is like: what opens the piece, and whether a comma stands there."""
    return f"{piece.link.name},{int(piece.comma)}"
