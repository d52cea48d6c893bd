"""What single words say of an element: weights learned from annotated definitions.

A cue is written by a person and says much; most words say a little. `data/word-weights.toml` holds, for each
element, the stems of words with hundredths of a point for or against it, on the scale of `scoring`. They were
learned on top of the rules: a weight only moves where the rules leave a text wrong or in doubt, so a piece in
which cues and clauses agree keeps its element. `benchmarks/word_weights.py` learns them.

The weights belong to the elements that come with aidefs; with other elements there are none.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache

from aidefs.classes import Remembered
from aidefs.library.files import read_table, shipped_dataset
from aidefs.segmentation.exemplars import stemmer
from aidefs.segmentation.grammar import Grammar, either
from aidefs.segmentation.phrases import ClausePiece, Link, Phrase, phrase_of
from aidefs.text.tokens import TokenColumns

__all__ = [
    "FILE",
    "LEAST_SHOWN",
    "WORDS_SHOWN",
    "Weights",
    "are_shipped",
    "asked_of",
    "telling_words",
    "word_weights",
    "words_say",
]

FILE = "word-weights.toml"
WORDS_SHOWN = 3  # as evidence, of those that speak for an element ...
LEAST_SHOWN = 0.5  # ... where together they say this much
_BEHIND_HEAD = 0.75  # what a word is worth behind the head of its piece, as with cues
_VERBAL = frozenset({Link.RELATIVE, Link.VERB})
_SILENT: Mapping[str, float] = {}
_NOT_SHOWN: Mapping[str, Sequence[int]] = {}
_MOST_WORDS = 20_000  # of which the stems are remembered
_MOST_PHRASES = 20_000  # of which it is remembered what their words say
_MOST_WEIGHTS = 16  # ... by so many weights

Weights = Mapping[str, Mapping[str, float]]
"""Stem → element → weight."""

_Says = tuple[Mapping[str, float], Mapping[str, Sequence[int]]]
"""Element → the weight for or against it; and, for those of which they say enough to be shown, where in the
piece the words stand that speak loudest, in the order of the text."""

_Asked = tuple[Phrase, bool, bool]
"""A phrase, whether its words count alike, and whether a verb of it may be torn from its object."""

# What phrases say by weights, by the number of these; they are held with it, so that no others get it.
_remembered: dict[int, tuple[Weights, Grammar, Mapping[_Asked, _Says]]] = {}


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
    """The stems of a piece that may tell its element: how much each counts, and where in it they stand."""
    phrase = phrase_of(piece, columns)
    return {} if piece.link is Link.FRAME else _telling(*asked_of(piece, phrase), g)


def _telling(phrase: Phrase, alike: bool, verbal: bool, g: Grammar) -> dict[str, tuple[float, int]]:
    """The same of what `asked_of` gives."""
    keys, kinds, head = phrase
    found: dict[str, tuple[float, int]] = {}
    stems = _stems(g)
    for at, (key, kind) in enumerate(zip(keys, kinds, strict=True)):
        word = stems[key] if kind == 2 else None
        if word is None:
            continue
        share = 1.0 if at == head or alike else _BEHIND_HEAD
        if word not in found or found[word][0] < share:
            found[word] = (share, at)
    torn = verbal and keys[-1] == ","
    return {} if torn and len(found) == 1 else found  # "that makes, or is a factor in, …": the object tells


@cache
def _stems(g: Grammar) -> Mapping[str, str | None]:
    """The stems of words, None for those that tell nothing."""
    stem, silent = stemmer(g.lang), either(g.function, g.modal, g.determiner)
    return Remembered(lambda word: None if word in silent else stem(word), _MOST_WORDS)


def words_say(g: Grammar, weights: Weights) -> Mapping[_Asked, _Says]:
    """What the words of phrases say of each element of which they say anything; texts repeat their phrases.

    Args:
        g: The grammar of their language.
        weights: What single words say.
    """
    known = _remembered.get(id(weights))
    if known is None or known[1] is not g:
        if len(_remembered) >= _MOST_WEIGHTS:
            _remembered.clear()
        said = Remembered[_Asked, _Says](lambda asked: _say(_telling(*asked, g), weights), _MOST_PHRASES)
        known = _remembered[id(weights)] = weights, g, said
    return known[2]


def asked_of(piece: ClausePiece, phrase: Phrase) -> _Asked:
    """The phrase of a piece, as `words_say` is asked for it."""
    return phrase, piece.in_list, piece.link in _VERBAL


def _say(words: Mapping[str, tuple[float, int]], weights: Weights) -> _Says:
    said: dict[str, float] = {}
    for word, (share, _) in words.items():
        # Not by `sum`, which adds up in another way from Python 3.12 on.
        for element, weight in weights.get(word, _SILENT).items():
            said[element] = said.get(element, 0.0) + share * weight
    shown = [element for element, weight in said.items() if weight >= LEAST_SHOWN]
    return said, {element: _heaviest(words, weights, element) for element in shown} if shown else _NOT_SHOWN


def _heaviest(words: Mapping[str, tuple[float, int]], weights: Weights, element: str) -> Sequence[int]:
    """Where the words stand that speak loudest for an element, in the order of the text."""
    loud = [(share * weights.get(word, _SILENT).get(element, 0.0), at) for word, (share, at) in words.items()]
    loud = sorted((one for one in loud if one[0] > 0), key=lambda one: (-one[0], one[1]))
    return tuple(sorted([at for _, at in loud[:WORDS_SHOWN]]))
