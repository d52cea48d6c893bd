"""What all pictures share: fonts, colours, measured labels, and files that are the same every time.

Colours are of M. Okabe and K. Ito's palette, which readers with any kind of colour vision tell apart, and
never the only sign: shapes, outlines and lightness say the same in black and white.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, NamedTuple

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.textpath import text_to_path

from aidefs.library.records import Definition
from aidefs.text.visible import visible_line

__all__ = [
    "GREY",
    "INK",
    "MARGIN",
    "PALE",
    "Figure",
    "axes",
    "kind_of",
    "legend",
    "saved",
    "shown",
    "sign",
    "style",
    "width",
    "words",
]

INK, GREY, PALE = "#000000", "#808080", "#dddddd"
MARGIN = 0.15  # inches around everything
_FONT = "DejaVu Sans"  # comes with matplotlib, so that pictures are alike everywhere

_STYLE: dict[Any, Any] = {
    "font.family": [_FONT],
    "font.size": 8,
    "axes.linewidth": 0.6,
    "xtick.major.width": 0.6,
    "ytick.major.width": 0.6,
    "lines.linewidth": 0.9,
    "text.parse_math": False,  # a dollar sign in a label is a dollar sign
    "text.usetex": False,
    "text.hinting": "none",  # so that letters are as wide as was measured
    "svg.fonttype": "path",  # letters as outlines: nothing to be missing on another machine
    "svg.hashsalt": "aidefs",
    "pdf.fonttype": 42,  # fonts embedded as TrueType
    "savefig.dpi": 200,
    "figure.dpi": 72,
    "figure.facecolor": "white",
    "path.simplify": False,
}
_NO_DATES: dict[str, dict[str, Any]] = {
    "svg": {"Date": None, "Creator": None},
    "pdf": {"CreationDate": None, "ModDate": None, "Creator": None, "Producer": None},
    "png": {"Software": None},
}


@contextmanager
def style() -> Iterator[None]:
    """The looks of all pictures, whatever the user's own settings of matplotlib are."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(_STYLE)
        yield


def saved(figure: Figure, form: str, title: str) -> bytes:
    """The figure as a file, without date and version, with a title for those who cannot see it."""
    file = io.BytesIO()
    figure.savefig(file, format=form, metadata=_NO_DATES[form] | {"Title": title})
    return file.getvalue()


def axes(size: tuple[float, float], *boxes: tuple[float, float, float, float]) -> tuple[Figure, list[Any]]:
    """A figure with axes without frames.

    Args:
        size: Width and height in inches.
        boxes: Left, bottom, width and height of each, in inches.
    """
    figure = Figure(figsize=size)
    FigureCanvasAgg(figure)
    made = []
    for left, bottom, wide, high in boxes:
        one = figure.add_axes((left / size[0], bottom / size[1], wide / size[0], high / size[1]))
        one.set_axis_off()
        made.append(one)
    return figure, made


# --- labels -----------------------------------------------------------------------------------


@cache
def _characters() -> frozenset[int]:
    font = font_manager.get_font(font_manager.findfont(_FONT))
    return frozenset(font.get_charmap())


def shown(text: str, otherwise: str = "") -> str:
    """The text in one line, or something else where the font lacks one of its characters."""
    line = visible_line(text)
    if all(ord(character) in _characters() for character in line):
        return line
    return "".join(c if ord(c) in _characters() else "?" for c in visible_line(otherwise or text))


def width(texts: Iterable[str], size: float) -> float:
    """Inches that the widest of some texts takes."""
    font = font_manager.FontProperties(family=[_FONT], size=size)
    points = (text_to_path.get_text_width_height_descent(text, font, False)[0] for text in texts if text)
    return float(1.01 * max(points, default=0.0) / 72 + 0.02)  # a hair more, for letters that lean over


def words(ax: Any, x: float, y: float, text: str, size: float, **looks: Any) -> None:
    """Write one or more lines, the middle of their letters at the height y."""
    ax.text(x, y, text, **{"va": "center_baseline", "fontsize": size, "linespacing": 1.1, **looks})


# --- kinds of makers --------------------------------------------------------------------------


class Kind(NamedTuple):
    """Who made a definition, as a sign.

    Attributes:
        name: Who they are.
        colour: Colour of the sign.
        shape: Its shape, in matplotlib's letters.
    """

    name: str
    colour: str
    shape: str


_KINDS = {
    "EU": Kind("European Union", "#0072B2", "o"),
    "US": Kind("United States, federal and state", "#D55E00", "s"),
    "INT": Kind("international organisations", "#009E73", "^"),
    "": Kind("others", "#CC79A7", "D"),
}
_INTERNATIONAL = {"COE", "OECD", "UN", "INT", "G7"}


def kind_of(definition: Definition) -> Kind:
    """The sign of a definition."""
    code = definition.jurisdiction.partition("-")[0]
    return _KINDS.get("INT" if code in _INTERNATIONAL else code, _KINDS[""])


def sign(ax: Any, x: float, y: float, kind: Kind, *, filled: bool = True) -> None:
    """Draw a sign; an open one stands for something that is not known exactly."""
    ax.plot(
        [x],
        [y],
        kind.shape,
        markersize=4.6,
        markerfacecolor=kind.colour if filled else "white",
        markeredgecolor=kind.colour,
        markeredgewidth=0.9,
        clip_on=False,
        zorder=3,
    )


def legend(ax: Any, definitions: Iterable[Definition], left: float, top: float) -> None:
    """Explain the signs that occur, one below the other; axes in inches."""
    found = [kind_of(definition) for definition in definitions]
    for n, kind in enumerate(kind for kind in _KINDS.values() if kind in found):
        y = top - n * 0.16
        sign(ax, left + 0.06, y, kind)
        words(ax, left + 0.17, y, kind.name, 7)
