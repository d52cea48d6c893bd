"""Language tags, and scripts."""

from __future__ import annotations

import re
from functools import cache

__all__ = ["FUNCTION_WORDS", "has_unspaced_letters", "is_right_to_left", "primary"]


_RIGHT_TO_LEFT = {"ar", "fa", "he", "ps", "ug", "ur", "yi"}


def primary(tag: str) -> str:
    """The primary language subtag in lower case: "zh" of "zh-Hant".

    It is the first subtag, and capitals do not matter (BCP 47, RFC 5646, sections 2.1.1 and 2.2.1).
    """
    return tag.partition("-")[0].lower()


def is_right_to_left(tag: str) -> bool:
    """Whether the lines of a language run from right to left."""
    return primary(tag) in _RIGHT_TO_LEFT


def has_unspaced_letters(text: str) -> bool:
    """Whether a text has letters of a script that is written without spaces between words."""
    # None of them stands among the quotation marks and dashes that most texts have.
    foreign = any("\u0e01" <= letter < "\u2000" or letter > "\u3004" for letter in set(text))
    return foreign and _unspaced().search(text) is not None


@cache  # costly to compile, and most texts do without
def _unspaced() -> re.Pattern[str]:
    """Letters of scripts whose texts have no spaces between words.

    Those of line breaking class SA (Unicode Standard Annex #14) in the order of their code points, then
    kana, bopomofo and Chinese characters.
    """
    return re.compile(
        "[\u0e01-\u0e4e\u0e81-\u0edf\u1000-\u109f\u1780-\u17d3\u1950-\u19df\u1a20-\u1aad\ua9e0-\ua9fe"
        "\uaa60-\uaadf\u3005-\u3007\u3041-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf"
        "\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U0001b000-\U0001b16f\U00020000-\U0003ffff]"
    )


# Articles, prepositions, conjunctions, relative pronouns and auxiliaries, by comparison key. Modal
# verbs (may, can, must, shall) and negations are left out on purpose.
FUNCTION_WORDS = frozenset(
    " ".join(
        (
            # English
            "a an the this that these those which who whom whose it its their they of to in on at by for",
            "from with without into onto upon under over between through within as than and or nor",
            "but if whether is are was were be been being has have had do does",
            # French, German, Spanish, Italian
            "le la les l' un une des du de d' et ou qui que dont elle à au aux en par pour dans sur",
            "der die das den dem des ein eine einer eines und oder zu im mit für von auf",
            "el los las una y o u e con del al para se su sus il lo gli i uno da di per tra fra",
        )
    ).split()
)
