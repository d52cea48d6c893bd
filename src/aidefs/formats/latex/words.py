r"""Text that TeX prints as it stands, whatever it says, and runs of marked text, every mark a macro.

The escapes hold for pdfLaTeX with T1 fonts and for LuaLaTeX alike. Fonts draw some neighbours together to
one sign (two hyphens to a dash, two single quotation marks to a double one); a kern of no width keeps
them apart in both, where an empty group would do so in pdfLaTeX alone.

Files that other programs than TeX read need less and stand by themselves: BibTeX in
`aidefs.library.citations`, words put into somebody's source in `aidefs.quotations.corrections`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from unicodedata import category, normalize

from aidefs.formats.document import TINTS, Mark, Run
from aidefs.formats.latex.languages import babel, stretches
from aidefs.text.visible import visible_line

__all__ = ["ROMAN", "Voice", "escape", "is_wide"]

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


# --- runs -------------------------------------------------------------------------------------


ROMAN = ("i", "ii", "iii", "iv", "v", "vi")  # a command has no digits in its name
_COMMANDS: dict[Mark, str] = {
    "delete": "aidefsdel",
    "insert": "aidefsins",
    "strong": "aidefsstrong",
    "quote": "aidefsquote",
    "muted": "aidefsmuted",
    **{tint: f"aidefs{tint[:-1]}{ROMAN[n]}" for n, tint in enumerate(TINTS)},
}
_CHANGES = ("delete", "insert")


class Voice:
    """Sets text that stands in a document of some language.

    Attributes:
        own: babel's name of the language of the document.
        spoken: babel's names of all its languages, in the order in which they come.
    """

    def __init__(self, lang: str, langs: Iterable[str] = ()) -> None:
        self.own = babel(lang)
        self.spoken = tuple(dict.fromkeys(filter(None, map(babel, langs))))

    def text(self, text: str, lang: str = "") -> str:
        """Escaped text, whose words of other scripts are set in their languages."""
        language = babel(lang) or self.own
        parts = []
        for part, name in stretches(text, language, self.spoken):
            body = escape(part)
            parts.append(_spaced(part, rf"\aidefslang{{{name}}}{{{body}}}" if name and body else body))
        return "".join(parts).strip(" ")

    def runs(self, cell: Iterable[Run], line_break: str, lang: str = "") -> str:
        """A cell or paragraph; see `lines`."""
        return line_break.join(self.lines(cell, lang))

    def lines(self, cell: Iterable[Run], lang: str = "") -> list[str]:
        """Its lines; the words are those of `lang`, "" for the language of the document."""
        lines = [self._line(line, lang) for line in _lines(cell)]
        language = babel(lang)
        if not language or language == self.own:
            return lines
        return [rf"\aidefslang{{{language}}}{{{line}}}" if line else "" for line in lines]

    def _line(self, line: list[Run], lang: str) -> str:
        parts: list[str] = []
        for before, run in pairwise([Run(""), *line]):
            if (before.mark, run.mark) == _CHANGES and not (_breaks(before.text[-1]) or _breaks(run.text[0])):
                parts.append(r"\aidefsgap{}")
            parts.append(self._run(run, lang))
        return "".join(parts)

    def _run(self, run: Run, lang: str) -> str:
        body = self.text(run.text, lang)
        if not body:
            return " "
        if run.mark in _CHANGES:
            body = _broken(body)
        if run.mark in _COMMANDS:
            body = rf"\{_COMMANDS[run.mark]}{{{body}}}"
        return _spaced(run.text, body)


def _spaced(text: str, body: str) -> str:
    """The body of a text with the spaces that stand at its edges."""
    return (" " if _breaks(text[:1]) else "") + body + (" " if _breaks(text[-1:]) else "")


def _breaks(character: str) -> bool:
    """Whether a line may break at a character; "" is none."""
    return character.isspace() and character not in "\u00a0\u2007\u202f"


def _lines(cell: Iterable[Run]) -> list[list[Run]]:
    """The runs of each line of a cell, empty ones left out."""
    lines: list[list[Run]] = [[]]
    for run in cell:
        for n, part in enumerate(run.text.split("\n")):
            if n:
                lines.append([])
            if part:
                lines[-1].append(run._replace(text=part))
    return lines


def _broken(body: str) -> str:
    r"""Breaks between the signs of scripts without spaces: ulem sets what it underlines in whole words."""
    parts = [body[:1]]
    for before, character in pairwise(body):
        if is_wide(before) and is_wide(character) and before.isalpha() and character.isalpha():
            parts.append(r"\allowbreak{}")
        parts.append(character)
    return "".join(parts)
