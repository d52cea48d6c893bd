"""Words in their context: a search by tokens.

The wanted words are cut into tokens as the texts are and compared on the same keys, so that capitals,
white space and the shapes of quotation marks and dashes do not matter, and everything else does. A `*` at
the end of a word stands for any end of that word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from aidefs.errors import InputError
from aidefs.library.records import Definition, Segment
from aidefs.segmentation.segmentation import segment
from aidefs.survey.search import Concordance, Hit
from aidefs.text.tokens import Scan, scan

__all__ = ["concordance"]


class _Wanted(NamedTuple):
    """One token to look for."""

    key: str
    open: bool = False

    def fits(self, key: str) -> bool:
        return key.startswith(self.key) if self.open else key == self.key


def concordance(definitions: Iterable[Definition], words: str, context: int = 8) -> Concordance:
    """Every place where the words stand, one behind the other.

    Hits do not overlap.

    Args:
        definitions: Where to look, in this order.
        words: One or more words; punctuation between them counts.
        context: How many tokens to give on either side of a hit.

    Raises:
        InputError: There is nothing to look for, a `*` does not stand at the end of a word, or
            `context` is negative.
    """
    if not isinstance(words, str):
        raise InputError(f"expected words to look for, not {type(words).__name__}")
    if context < 0:
        raise InputError(f"the context is a number of tokens from 0 on, unlike {context}")
    chosen = tuple(definitions)
    _wanted(words, "en")  # so that a faulty query is an error whatever the definitions
    hits = [hit for definition in chosen for hit in _hits(definition, words, context)]
    return Concordance(words, tuple(hits), len(chosen))


def _wanted(words: str, lang: str) -> list[_Wanted]:
    found: list[_Wanted] = []
    for word in words.split():
        stem = word.removesuffix("*")
        if not stem or "*" in stem:
            raise InputError(f"'*' stands for the end of a word and cannot stand elsewhere, as in {word!r}")
        if stem == word:
            found += map(_Wanted, scan(word, lang).keys)
            continue
        # A letter put behind the stem shows where the last word begins: "machine-" is the beginning of
        # one word here, where it would be a word and a hyphen.
        *whole, last = scan(stem + "x", lang).keys
        found += map(_Wanted, whole)
        if last != "x":
            found.append(_Wanted(last.removesuffix("x"), True))
    if not found:
        raise InputError("there are no words to look for")
    return found


def _hits(definition: Definition, words: str, context: int) -> list[Hit]:
    wanted = _wanted(words, definition.lang)
    tokens = scan(definition.text, definition.lang)
    places = _places(tokens.keys, wanted)
    if not places:
        return []
    segments = segment(definition, method="reviewed").segments if definition.reviewed else ()
    return [_hit(definition, tokens, place, place + len(wanted), context, segments) for place in places]


def _places(keys: Sequence[str], wanted: Sequence[_Wanted]) -> list[int]:
    """Indices of the tokens at which a hit begins."""
    places = []
    at = 0
    while at <= len(keys) - len(wanted):
        if all(one.fits(keys[at + n]) for n, one in enumerate(wanted)):
            places.append(at)
            at += len(wanted)
        else:
            at += 1
    return places


def _hit(
    definition: Definition,
    tokens: Scan,
    low: int,
    high: int,
    context: int,
    segments: Sequence[Segment],
) -> Hit:
    starts, last = tokens.starts, high - 1
    start, end = starts[low], starts[last] + len(tokens.forms[last].rstrip())
    first = starts[low - context] if low > context else 0
    behind = starts[min(high + context, len(tokens))]
    touched = (one.element for one in segments if one.start < end and start < one.end)
    elements = tuple(dict.fromkeys(touched))
    return Hit(definition, start, end, elements, definition.text[first:start], definition.text[end:behind])
