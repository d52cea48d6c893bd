"""Minimal pieces of a text, and the links by which each hangs on what stands before it."""

from __future__ import annotations

from enum import Enum
from typing import Any

from aidefs.text.tokens import TokenColumns

__all__ = ["ClausePiece", "Link", "Phrase", "phrase_of"]

Phrase = tuple[tuple[str, ...], tuple[int, ...], int]
"""The words of a piece wherever they stand: keys and kinds of its tokens, and its head among them or -1."""


class Link(Enum):
    """What opens a piece, named as the evidence names it."""

    FRAME = "term and connector"
    GENUS = "head of the definition"
    SENTENCE = "new sentence"
    ANAPHORIC = "sentence that spells out the one before"
    LIMB = "enumerated limb"
    NOUN_LIMB = "enumerated noun"
    STOP = "words behind a semicolon or dash"
    RELATIVE = "relative clause"
    SUBORDINATE = "subordinate clause"
    VERB = "coordinated verb"
    ALTERNATIVE = "further head of the definition"
    COMPLEMENT = "“how to” and its verb"
    OBJECT = "what is worked on"
    PARTICIPLE = "participle"
    INFINITIVE = "infinitive"
    ADJUNCT = "adjunct"
    OF = "of-phrase"
    PHRASE = "phrase"
    LIST = "list"
    ITEM = "list item"
    PARENTHESIS = "parenthesis"

    __hash__ = object.__hash__  # that of Enum runs in Python, and the rules ask all the time


class ClausePiece:
    """A minimal piece of a text.

    Attributes:
        start: Its first token.
        end: The token behind its last.
        link: What opens it.
        comma: Whether a comma stands before it.
        sentence: Number of its sentence, from 0.
        tail: It stands behind the last item of a list, which it may qualify or not.
        in_list: It continues a list whose head stands in an earlier piece.
        head: Its first token that is not a connective, a modal or punctuation; -1 where there is none.
        bare_modal: It holds nothing but connectives and a modal ("and that can,").
    """

    __slots__ = ("bare_modal", "comma", "end", "head", "in_list", "link", "sentence", "start", "tail")

    def __init__(
        self,
        start: int,
        end: int,
        link: Link,
        comma: bool = False,
        sentence: int = 0,
        in_list: bool = False,
        tail: bool = False,
        head: int = -1,
        bare_modal: bool = False,
    ) -> None:
        self.start, self.end, self.link, self.comma, self.sentence = start, end, link, comma, sentence
        self.in_list, self.tail, self.head, self.bare_modal = in_list, tail, head, bare_modal

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ClausePiece) and self._values() == other._values()

    def __repr__(self) -> str:
        return f"ClausePiece({', '.join(f'{name}={value!r}' for name, value in self._values().items())})"

    def _values(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}

    def but(self, **changes: Any) -> ClausePiece:
        """The same piece with other values of some attributes."""
        return ClausePiece(**{**self._values(), **changes})


def phrase_of(piece: ClausePiece, columns: TokenColumns) -> Phrase:
    """The words of a piece."""
    start, end, head = piece.start, piece.end, piece.head
    return columns.keys[start:end], columns.kinds[start:end], head - start if start <= head < end else -1
