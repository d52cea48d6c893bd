"""Language tags, and scripts."""

from __future__ import annotations

import re
from functools import cache

__all__ = ["has_unspaced_letters", "is_right_to_left", "primary"]

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
