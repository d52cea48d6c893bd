"""Which grammar a language has."""

from __future__ import annotations

from collections.abc import Mapping

from aidefs.segmentation.english import ENGLISH, English
from aidefs.segmentation.grammar import Grammar
from aidefs.text.languages import primary

__all__ = ["grammar_of"]


class _Unknown(English):
    """What stands in for a grammar where there is none.

    Pieces of such a text are found without words, but weighed with those of English, of which some stand in
    many languages ("in", "per").
    """

    __slots__ = ()

    lang = ""


_GRAMMARS: Mapping[str, Grammar] = {ENGLISH.lang: ENGLISH}
_UNKNOWN = _Unknown()


def grammar_of(lang: str) -> Grammar:
    """The grammar of the language of a BCP 47 tag; one whose `lang` is "" where there is none."""
    return _GRAMMARS.get(primary(lang), _UNKNOWN)
