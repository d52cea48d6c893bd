r"""Text that TeX prints as it stands, whatever it says.

The rules hold for pdfLaTeX with T1 fonts and for LuaLaTeX alike. Fonts draw some neighbours together to
one sign (two hyphens to a dash, two single quotation marks to a double one); a kern of no width keeps
them apart in both, where an empty group would do so in pdfLaTeX alone.
"""

from __future__ import annotations

import re
from unicodedata import category, normalize

from aidefs.text.visible import visible_line

__all__ = ["escape", "is_wide"]

_BREAK, _APART = "\x00", "\x01"  # no text has them once it is visible
_SPECIAL = {
    _BREAK: r"\allowbreak{}",
    _APART: r"\kern0pt{}",
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': r"\textquotedbl{}",
    "'": r"\textquotesingle{}",
    "`": r"\textasciigrave{}",
    "…": r"\dots{}",
    "→": r"$\rightarrow$",
    "←": r"$\leftarrow$",
    "↔": r"$\leftrightarrow$",
    "−": "$-$",
    "≤": r"$\leq$",
    "≥": r"$\geq$",
    "≠": r"$\neq$",
    "≈": r"$\approx$",
    "✓": r"\aidefstick{}",
    **dict.fromkeys("│├└", r"\textbar{}"),  # the lines of a tree
    "─": r"\textendash{}",
    "╌": r"\textperiodcentered{}",
    "\u00a0": "~",
    "\u202f": r"\,",
    "\u2007": r"\enspace{}",
    "\u00ad": r"\-",
    "\u2011": r"\mbox{-}",
    "\u200b": r"\allowbreak{}",
    "\ufeff": "",
    "[": "{[}",  # behind \\ a bracket or an asterisk would be taken for its argument
    "]": "{]}",
    "*": "{*}",
}
_SPECIAL |= {raised: rf"\textsuperscript{{{n}}}" for n, raised in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
_TABLE = str.maketrans(_SPECIAL)
# Symbols that the text fonts of both engines have.
_SET = frozenset("|~^`<>=+$¢£¤¥¦¨©¬®¯°±´¶¸×÷·•†‡‰€№™ªº¹²³¼½¾§" + "".join(_SPECIAL))
_PLAIN = re.compile("[A-Za-z0-9 .,;:()/?!+=-]*")
_LIGATURE = re.compile("(?<=[-‐–—])(?=[-‐–—])|(?<=[‘’`'])(?=[‘’`'])|(?<=,)(?=,)")
_LONG = re.compile(r"[^\s\u00a0]{25,}")
_MAY_BREAK = re.compile("(?<=[/._=&?#:,;@%+|\\\\])(?=[^/._=&?#:,;@%+|\\\\\x00]{2})")
_UNBROKEN = re.compile("[^\x00-]{41,}|(?=[^\x00-]*\\d)[^\x00-]{25,}")
_STEP = 12


def escape(text: str) -> str:
    """The text on one line, with every character that TeX would act upon made plain.

    Long words such as addresses get places where a line may break. Canonically equivalent characters are
    composed, because they print alike and pdfLaTeX knows the composed ones. Signs that no text font has
    are set by `\\aidefscode`, which takes their code point.
    """
    line = visible_line(text)
    plain = _PLAIN.fullmatch(line) is not None
    if not plain:
        line = normalize("NFC", line)
    line = _LIGATURE.sub(_APART, _LONG.sub(lambda match: _breakable(match[0]), line))
    if plain:
        return line.translate(_TABLE)
    return "".join(map(_character, line))


def is_wide(character: str) -> bool:
    """Whether a letter belongs to a script that is written without spaces and broken anywhere."""
    return "\u2e80" <= character <= "\ud7ff" or "\uf900" <= character <= "\ufaff" or character > "\U0001ffff"


def _character(character: str) -> str:
    if character in _SPECIAL:
        return _SPECIAL[character]
    if ord(character) < 0x180 or character in _SET:
        return character
    kind = category(character)
    if kind in ("Cn", "Co", "Cf", "So", "Sm", "Sk"):
        return rf"\aidefscode{{{ord(character):04X}}}"
    return character


def _breakable(word: str) -> str:
    """A long word with breaks behind the signs of addresses, and inside codes where there are none.

    Words of letters are left to hyphenation, those of wide scripts to the rules of their language.
    """
    if any(map(is_wide, word)):
        return word
    word = _MAY_BREAK.sub(_BREAK, word)
    return _UNBROKEN.sub(lambda m: _BREAK.join(re.findall(f"(?s).{{1,{_STEP}}}", m[0])), word)
