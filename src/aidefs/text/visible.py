"""Characters that no output may act upon, and the room that characters take on a screen.

What terminals and readers would obey becomes visible. Widths come from wcwidth, which is loaded only for
text in which a letter may take another width than one column.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from aidefs.patterns import late

__all__ = [
    "columns",
    "is_formula_like",
    "json_visible",
    "markup_visible",
    "prints_alike",
    "storable",
    "visible",
    "visible_line",
    "xml_visible",
]

_BREAKING_SPACE = late("[^\\S\u00a0\u2007\u202f]+")
# C0 controls to their pictures (U+2400…), DEL, C1 controls, and the marks that reorder what is read.
_PICTURES: dict[int, str] = {n: chr(0x2400 + n) for n in range(32) if chr(n) not in "\n\t"}
_PICTURES[0x7F] = "\u2421"
_PICTURES |= dict.fromkeys(range(0x80, 0xA0), "\ufffd")
_PICTURES |= {n: f"[U+{n:04X}]" for n in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
_PICTURES |= dict.fromkeys((0x2028, 0x2029, 0x0B, 0x0C), " ")
# Characters beyond ASCII that take one column each, without asking wcwidth: Latin, Greek, Cyrillic,
# general punctuation, arrows, operators, lines of boxes and trees.
_ONE_EACH = frozenset(
    chr(n)
    for low, high in (
        (0xA0, 0xAC), (0xAE, 0x24F), (0x391, 0x482), (0x2010, 0x2027), (0x2190, 0x2193),
        (0x2200, 0x22FF), (0x2500, 0x257F),
    )
    for n in range(low, high + 1)
)  # fmt: skip
# Soft hyphen, zero-width characters and joiners; hyphens that differ in where a line may break alone.
_ALIKE: dict[int, str | None] = dict.fromkeys((0xAD, *range(0x200B, 0x200E), 0x2060, 0xFEFF))
_ALIKE |= dict.fromkeys((0x2010, 0x2011), "-")
# Controls that JSON and XML hold as they are, and marks of direction: an editor obeys them.
_OBEYED = late("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_ESCAPE = late("\x1b\\[[0-9;]*m")


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


def xml_visible(text: str) -> str:
    """`visible` as XML can hold it."""
    return storable(visible(text))


def json_visible(text: str) -> str:
    """JSON text in which characters that nobody sees, and that change what is seen, are escapes."""
    return _OBEYED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def markup_visible(text: str) -> str:
    """The same of XML text."""
    return _OBEYED.sub(lambda match: f"&#x{ord(match[0]):X};", text)


def prints_alike(one: str, other: str) -> bool:
    """Whether a reader sees no difference: white space, invisible characters, kinds of hyphens aside."""
    return one == other or _as_printed(one) == _as_printed(other)


def _as_printed(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.translate(_ALIKE).split()))


def columns(text: str) -> int:
    """How many columns of a terminal a text takes, styles aside."""
    if "\x1b" in text:
        text = _ESCAPE.sub("", text)
    if text.isascii() or all(c in _ONE_EACH for c in text if c > "~"):
        return len(text)
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)


def is_formula_like(text: str) -> bool:
    """Whether a spreadsheet would take a text for a formula if somebody typed it in."""
    return text[:1] in ("=", "+", "-", "@")
