"""Characters that no output may act upon: what terminals and readers would obey becomes visible."""

from __future__ import annotations

import re
from functools import cache

__all__ = ["shown", "storable", "visible", "visible_line"]

_BREAKING_SPACE = re.compile("[^\\S\u00a0\u2007\u202f]+")
# C0 controls to their pictures (U+2400…), DEL, C1 controls, and the marks that reorder what is read.
_PICTURES: dict[int, str] = {n: chr(0x2400 + n) for n in range(32) if chr(n) not in "\n\t"}
_PICTURES[0x7F] = "\u2421"
_PICTURES |= dict.fromkeys(range(0x80, 0xA0), "\ufffd")
_PICTURES |= {n: f"[U+{n:04X}]" for n in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
_PICTURES |= dict.fromkeys((0x2028, 0x2029, 0x0B, 0x0C), " ")


def visible(text: str) -> str:
    """The text with control characters shown as signs; line breaks and tabs stay."""
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_PICTURES).encode("utf-8", "replace").decode()


def visible_line(text: str) -> str:
    """The same on one line: every run of white space becomes a space, except no-break spaces."""
    return _BREAKING_SPACE.sub(" ", visible(text)).strip(" ")


def storable(text: str) -> str:
    """The text as XML can hold it: signs for control characters, U+FFFD for what is no character."""
    return _unstorable().sub(lambda match: _PICTURES.get(ord(match[0]), "\ufffd"), text)


@cache  # costly to compile, and text for terminals does without
def _unstorable() -> re.Pattern[str]:
    """All but what XML can hold: XML 1.0, production 2 (Char)."""
    return re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def shown(text: str) -> str:
    """`visible` as XML can hold it."""
    return storable(visible(text))
