"""Which grammar a language has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from aidefs.segmentation.english import ENGLISH
from aidefs.segmentation.grammar import Grammar
from aidefs.text.languages import primary

__all__ = ["grammar_of"]

_GRAMMARS: Mapping[str, Grammar] = {ENGLISH.lang: ENGLISH}
# The pieces of other texts are found without words, but weighed with those of English, of which some stand in
# many languages ("in", "per").
_UNKNOWN = replace(ENGLISH, lang="")


def grammar_of(lang: str) -> Grammar:
    """The grammar of the language of a BCP 47 tag; one whose `lang` is "" where there is none."""
    return _GRAMMARS.get(primary(lang), _UNKNOWN)
