"""What single words say of an element: weights learned from annotated definitions.

A cue is written by a person and says much; most words say a little. `data/word-weights.toml` holds, for each
element, the stems of words with hundredths of a point for or against it, on the scale of `scoring`. They were
learned on top of the rules: a weight only moves where the rules leave a text wrong or in doubt, so a piece in
which cues and clauses agree keeps its element. `benchmarks/word_weights.py` learns them.

The weights belong to the elements that come with aidefs; with other elements there are none.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

from aidefs.classes import Remembered
from aidefs.library.files import read_table, shipped_dataset
from aidefs.segmentation.exemplars import stemmer
from aidefs.segmentation.grammar import Grammar, either
from aidefs.segmentation.phrases import ClausePiece, Link
from aidefs.text.tokens import TokenColumns

__all__ = ["FILE", "Weights", "are_shipped", "heaviest", "telling_words", "word_weights", "words_say"]

FILE = "word-weights.toml"
_BEHIND_HEAD = 0.75  # what a word is worth behind the head of its piece, as with cues
_VERBAL = frozenset({Link.RELATIVE, Link.VERB})
_SILENT: Mapping[str, float] = {}
_MOST_WORDS = 20_000  # of which the stems are remembered

Weights = Mapping[str, Mapping[str, float]]
"""Stem → element → weight."""


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    tables: Mapping[str, Mapping[str, str]] = read_table(shipped_dataset().extra(FILE))
    return tables


@cache
def _weights(lang: str) -> Weights:
    weights: dict[str, dict[str, float]] = {}
    for element, listed in _tables().get(lang, {}).items():
        entries = listed.split()
        for stem, hundredths in zip(entries[::2], entries[1::2], strict=True):
            weights.setdefault(stem, {})[element] = int(hundredths) / 100
    return weights


def are_shipped(elements: Collection[str]) -> bool:
    """Whether elements are those of AI systems that come with aidefs, on which the method was measured."""
    return frozenset(_tables().get("en", ())).issubset(elements)


def word_weights(lang: str, elements: Collection[str]) -> Weights:
    """The weights for texts in a language.

    Args:
        lang: Primary language subtag ("en").
        elements: The elements of the taxonomy; there are no weights for others than the shipped ones.
    """
    return _weights(lang) if frozenset(_tables().get(lang, ())).issubset(elements) else {}


def telling_words(piece: ClausePiece, columns: TokenColumns, g: Grammar) -> dict[str, tuple[float, int]]:
    """The stems of a piece that may tell its element: how much each counts, and the token it stands at."""
    found: dict[str, tuple[float, int]] = {}
    if piece.link is Link.FRAME:
        return found
    keys, kinds, stems = columns.keys, columns.kinds, _stems(g)
    head, alike = piece.head, piece.in_list
    for at in range(piece.start, piece.end):
        if kinds[at] != 2:
            continue
        word = stems[keys[at]]
        if word is None:
            continue
        share = 1.0 if at == head or alike else _BEHIND_HEAD
        if word not in found or found[word][0] < share:
            found[word] = (share, at)
    torn = piece.link in _VERBAL and keys[piece.end - 1] == ","
    return {} if torn and len(found) == 1 else found  # "that makes, or is a factor in, …": the object tells


@cache
def _stems(g: Grammar) -> Mapping[str, str | None]:
    """The stems of words, None for those that tell nothing."""
    stem, silent = stemmer(g.lang), either(g.function, g.modal, g.determiner)
    return Remembered(lambda word: None if word in silent else stem(word), _MOST_WORDS)


def words_say(words: Mapping[str, tuple[float, int]], weights: Weights) -> dict[str, float]:
    """What the words of a piece together say of each element of which they say anything."""
    said: dict[str, float] = {}
    for word, (share, _) in words.items():
        of_word = weights.get(word)
        if of_word is None:
            continue
        # Not by `sum`, which adds up in another way from Python 3.12 on.
        for element, weight in of_word.items():
            if element in said:
                said[element] += share * weight
            else:
                said[element] = share * weight
    return said


def heaviest(words: Mapping[str, tuple[float, int]], weights: Weights, element: str, most: int) -> list[int]:
    """The tokens of the words that speak loudest for an element, in the order of the text."""
    loud = [(share * weights.get(word, _SILENT).get(element, 0.0), at) for word, (share, at) in words.items()]
    loud = sorted((one for one in loud if one[0] > 0), key=lambda one: (-one[0], one[1]))
    return sorted(at for _, at in loud[:most])
