"""What pictures share: fonts and colours, measured words, signs, trees, and files that are always the same.

Colours are of M. Okabe and K. Ito's palette, which readers with any kind of colour vision tell apart, and
never the only sign: shapes, outlines and lightness say the same in black and white.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.textpath import text_to_path

from aidefs.classes import NamedTuple
from aidefs.library.records import Definition
from aidefs.output.pictures.slim import slim
from aidefs.survey.clustering import Tree
from aidefs.text.visible import visible_line

__all__ = [
    "GREY",
    "INK",
    "MARGIN",
    "PALE",
    "Figure",
    "Sign",
    "axes",
    "draw_legend",
    "draw_sign",
    "draw_tree",
    "draw_words",
    "drawable",
    "saved",
    "sign_of",
    "style",
    "width",
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
    made = file.getvalue()
    return slim(made.decode()).encode() if form == "svg" else made


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


def drawable(text: str, otherwise: str = "") -> str:
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


def draw_words(ax: Any, x: float, y: float, text: str, size: float, **looks: Any) -> None:
    """Write one or more lines, the middle of their letters at the height y."""
    ax.text(x, y, text, **{"va": "center_baseline", "fontsize": size, "linespacing": 1.1, **looks})


# --- signs of makers --------------------------------------------------------------------------


class Sign(NamedTuple):
    """Who made a definition, as a sign.

    Attributes:
        name: Who they are.
        colour: Colour of the sign.
        shape: Its shape, in matplotlib's letters.
    """

    name: str
    colour: str
    shape: str


_SIGNS = {
    "EU": Sign("European Union", "#0072B2", "o"),
    "US": Sign("United States, federal and state", "#D55E00", "s"),
    "INT": Sign("international organisations", "#009E73", "^"),
    "": Sign("others", "#CC79A7", "D"),
}
_INTERNATIONAL = {"COE", "OECD", "UN", "INT", "G7"}


def sign_of(definition: Definition) -> Sign:
    """The sign of a definition."""
    code = definition.jurisdiction.partition("-")[0]
    return _SIGNS.get("INT" if code in _INTERNATIONAL else code, _SIGNS[""])


def draw_sign(ax: Any, x: float, y: float, sign: Sign, *, filled: bool = True) -> None:
    """Draw a sign; an open one stands for something that is not known exactly."""
    ax.plot(
        [x],
        [y],
        sign.shape,
        markersize=4.6,
        markerfacecolor=sign.colour if filled else "white",
        markeredgecolor=sign.colour,
        markeredgewidth=0.9,
        clip_on=False,
        zorder=3,
    )


def draw_legend(ax: Any, definitions: Iterable[Definition], left: float, top: float) -> None:
    """Explain the signs that occur, one below the other; axes in inches."""
    found = [sign_of(definition) for definition in definitions]
    for n, sign in enumerate(sign for sign in _SIGNS.values() if sign in found):
        y = top - n * 0.16
        draw_sign(ax, left + 0.06, y, sign)
        draw_words(ax, left + 0.17, y, sign.name, 7)


# --- trees ------------------------------------------------------------------------------------


def draw_tree(ax: Any, tree: Tree, least: float) -> None:
    """Draw a tree of similarities from its leaves at the right to its root at the left.

    Similarity 1 is at the right edge, 0 at the left.

    Args:
        ax: Axes; leaf n of the order is at the height n + 0.5, counted from above.
        tree: The tree.
        least: Joins of less than this similarity are grey and thin.
    """
    count = len(tree.order)
    ax.set(xlim=(0, 1), ylim=(count, 0))
    at = {leaf: (n + 0.5, 1.0) for n, leaf in enumerate(tree.order)}
    for k, join in enumerate(tree.joins):
        (y1, x1), (y2, x2) = at[join.left], at[join.right]
        x = join.similarity
        inside = x >= least
        ax.plot(
            [x1, x, x, x2],
            [y1, y1, y2, y2],
            color=INK if inside else GREY,
            linewidth=1.1 if inside else 0.7,
            solid_joinstyle="miter",
            solid_capstyle="butt",
            clip_on=False,
            zorder=2 if inside else 1,
        )
        at[count + k] = ((y1 + y2) / 2, x)
