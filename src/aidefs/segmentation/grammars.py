"""Which grammar a language has."""

from __future__ import annotations

from functools import cache

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


_UNKNOWN = _Unknown()


@cache
def grammar_of(lang: str) -> Grammar:
    """The grammar of the language of a BCP 47 tag; one whose `lang` is "" where there is none.

    A grammar other than the English one is read when a text in its language is met.
    """
    match primary(lang):
        case "en":
            return ENGLISH
        case "de":
            from aidefs.segmentation.german import GERMAN

            return GERMAN
        case "nl":
            from aidefs.segmentation.dutch import DUTCH

            return DUTCH
        case "pl":
            from aidefs.segmentation.polish import POLISH

            return POLISH
        case "es":
            from aidefs.segmentation.spanish import SPANISH

            return SPANISH
        case "fr":
            from aidefs.segmentation.french import FRENCH

            return FRENCH
        case "it":
            from aidefs.segmentation.italian import ITALIAN

            return ITALIAN
        case "sv":
            from aidefs.segmentation.swedish import SWEDISH

            return SWEDISH
        case "da":
            from aidefs.segmentation.danish import DANISH

            return DANISH
        case "hu":
            from aidefs.segmentation.hungarian import HUNGARIAN

            return HUNGARIAN
        case "fi":
            from aidefs.segmentation.finnish import FINNISH

            return FINNISH
        case "cs":
            from aidefs.segmentation.czech import CZECH

            return CZECH
        case "pt":
            from aidefs.segmentation.portuguese import PORTUGUESE

            return PORTUGUESE
    return _UNKNOWN
