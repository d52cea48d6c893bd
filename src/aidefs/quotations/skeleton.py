"""The mark-up of a text file without its words: what a correction has to leave as it is.

Two states of a file have the same structure where these are equal: the same signs in the same order, the same
of them without words between, and, for signs whose meaning hangs on their neighbours, neighbours of the same
kind. This is no parser and need not be one: what a parser makes of the signs, it makes of equal ones, too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from aidefs.patterns import late
from aidefs.readers.markup import marks

__all__ = ["skeleton"]

_TAG = late(r"""<!--.*?-->|<[!?/]?[A-Za-z](?:[^<>"']|"[^"]*"|'[^']*')*+>""", re.S)
# A character that is written as a command is no structure; commands, groups, comments, blank lines are.
_TEX = late(
    r"\\[&%$#_{}]|\\textbackslash\{\}|\\textasciitilde\{\}|\\\^\{\}"
    r"|(?P<sign>\\[A-Za-z@]++\*?|\\.|[{}$&~]|%[^\n]*|\n[ \t]*\n)",
    re.S,
)
# What makes a line begin a block: a paragraph, a list, a heading, a quotation, a table, code.
_BLOCK = late(r"\n[ \t]*(?=\r?\n)|^[ \t>]*(?:\d{1,9}[.)](?=\s)|[-+*#>|=~`:]|[ ]{4})|[ ]{2,}$|\\$", re.M)
_BRACKET = late(r"(?<!\\)[\[\]<>]")
_HANGING = "*_~`="  # signs that open or close by what stands beside them

_Sign = tuple[str, ...]


def skeleton(source: str, form: str) -> tuple[_Sign, ...]:
    """The mark-up of a file, in order.

    Args:
        source: The decoded file, or whole lines of it.
        form: Its format, one of those that are text.
    """
    match form:
        case "html":
            return tuple(_html(source))
        case "tex":
            return tuple(_tex(source))
        case "notebook":
            return tuple(_notebook(source))
        case _:
            return tuple(_marked(source))


def _html(source: str) -> Iterator[_Sign]:
    at = 0
    last = ""
    for match in _TAG.finditer(source):
        empty = (
            last[:1] == "<"
            and last[:2] != "</"
            and match[0][:2] == "</"
            and not source[at : match.start()].strip()
        )
        yield match[0], "empty" if empty else ""
        at, last = match.end(), match[0]


def _tex(source: str) -> Iterator[_Sign]:
    at = 0
    last = ""
    for match in _TEX.finditer(source):
        if match["sign"] is None:
            continue
        sign = match[0] if match[0].strip() else "\n\n"
        empty = last == "{" and sign == "}" and not source[at : match.start()].strip()
        yield sign, "empty" if empty else ""
        at, last = match.end(), sign


def _marked(source: str) -> Iterator[_Sign]:
    """Of Markdown and its like, and of text, which may hold any mark-up."""
    at = 0
    for start, end, kind in _signs(source):
        words = source[at:start].strip()
        sign = source[start:end]
        beside = _beside(source, start, end) if sign[:1] in _HANGING else ""
        yield kind, sign, "words" if words else "", beside
        at = end
    yield "", "", "words" if source[at:].strip() else "", ""
    for match in _BLOCK.finditer(source):
        yield "block", match[0].strip("\r\n")


def _signs(source: str) -> Iterator[tuple[int, int, str]]:
    """What looks like mark-up, and the brackets that may open or close some."""
    at = 0
    for start, end, kind in [*marks(source), (len(source), len(source), "")]:
        yield from ((match.start(), match.end(), "bracket") for match in _BRACKET.finditer(source, at, start))
        if kind:
            yield start, end, kind
        at = end


def _beside(source: str, start: int, end: int) -> str:
    """The kinds of the characters beside a sign (CommonMark 0.31, 6.2)."""
    return _kind(source[start - 1 : start] if start else "") + _kind(source[end : end + 1])


def _kind(letter: str) -> str:
    if not letter or letter.isspace():
        return " "
    return "." if unicodedata.category(letter)[0] in "PS" else "a"


def _notebook(source: str) -> Iterator[_Sign]:
    """Of a notebook: all that is no source of a cell as it stands, and the mark-up of the sources."""
    import json  # few documents are notebooks

    notebook: Any = json.loads(source)
    sources: list[str] = []

    def without(value: Any, key: str) -> Any:
        if key in ("source", "input") and isinstance(value, (str, list)):
            lines = value if isinstance(value, list) else [value]
            sources.append("".join(line for line in lines if isinstance(line, str)))
            return len(lines)
        if isinstance(value, dict):
            return {name: without(held, name) for name, held in value.items()}
        return [without(held, "") for held in value] if isinstance(value, list) else value

    yield "json", json.dumps(without(notebook, ""))
    for cell in sources:
        yield from _marked(cell)
