r"""Runs of marked text as LaTeX; every mark is a macro that a document may redefine."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from aidefs.formats.document import Mark, Run
from aidefs.formats.latex.escape import escape, is_wide
from aidefs.formats.latex.languages import babel, stretches

__all__ = ["Voice"]

_COMMANDS: dict[Mark, str] = {
    "delete": "aidefsdel",
    "insert": "aidefsins",
    "strong": "aidefsstrong",
    "quote": "aidefsquote",
    "muted": "aidefsmuted",
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
