"""SVG as matplotlib writes it, in fewer characters: the same drawing to a hundredth of a point."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["slim"]

_UNIT = 100  # parts of a point that are told apart
_PATH = re.compile(r'(?<= d=")[^"]*')
_STEP = re.compile(r"([MLQCz])([^MLQCz]*)")
_LONG_NUMBER = re.compile(r"-?\d+\.\d{3,}")
_PLACE = re.compile(r"(?<=translate\()[^)]*")
_WORDS = re.compile(r"(?:<use [^>]*/>\s*){2,}")
_GLYPH = re.compile(r'(?<= id=")DejaVuSans-|(?<=href="#)DejaVuSans-')
_INDENT = re.compile(r"\n +(?=<)")


def slim(svg: str) -> str:
    """The drawing with short numbers and steps, and with words that stand in it twice drawn once.

    Args:
        svg: What matplotlib wrote, letters as outlines.
    """
    svg = _PATH.sub(lambda match: "".join(_steps(match[0])), svg)
    svg = _PLACE.sub(lambda match: _LONG_NUMBER.sub(lambda n: _short(_units(n[0])), match[0]), svg)
    known: dict[str, str] = {}

    def once(match: re.Match[str]) -> str:
        words = match[0].rstrip()
        behind = match[0][len(words) :]
        if words in known:
            return f'<use xlink:href="#{known[words]}"/>{behind}'
        known[words] = f"words{len(known) + 1}"
        return f'<g id="{known[words]}">{words}</g>{behind}'

    return _WORDS.sub(once, _GLYPH.sub("d", _INDENT.sub("\n", svg)))


def _steps(path: str) -> Iterator[str]:
    """The steps of a path from place to place."""
    x = y = 0
    start = (0, 0)
    for command, numbers in _STEP.findall(path):
        ends = list(map(_units, numbers.split()))
        points = list(zip(ends[::2], ends[1::2], strict=True))
        moves = [coordinate for px, py in points for coordinate in (px - x, py - y)]
        if command == "L" and 0 in moves:
            yield f"h{_short(moves[0])}" if moves[1] == 0 else f"v{_short(moves[1])}"
        else:
            yield command.lower() + " ".join(map(_short, moves)).replace(" -", "-")
        if command == "z":
            x, y = start
        else:
            x, y = points[-1]
        if command == "M":
            start = (x, y)


def _units(number: str) -> int:
    return round(float(number) * _UNIT)


def _short(units: int) -> str:
    """A number of units as points, without zeros that say nothing."""
    whole, rest = divmod(abs(units), _UNIT)
    digits = f"{whole}.{rest:02}".rstrip("0").rstrip(".")
    return f"-{digits}" if units < 0 else digits
