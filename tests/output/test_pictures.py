"""Pictures: nothing cut off, the same bytes every time, fonts inside, and signs that need no colour."""

from __future__ import annotations

import html
import io
import os
import re
import shutil
import subprocess
import sys
import zlib
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

import aidefs
from aidefs.errors import InputError
from aidefs.library.records import Definition

mpl = pytest.importorskip("matplotlib", reason="matplotlib is not installed")

from matplotlib import colormaps  # noqa: E402
from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: E402
from matplotlib.image import imread  # noqa: E402

from aidefs.output.pictures import canvas, families, picture, timeline  # noqa: E402
from aidefs.output.pictures import figure as draw  # noqa: E402
from aidefs.output.pictures import matrix as heatmap  # noqa: E402

HOMES = (families, heatmap, timeline)  # imported, so that they are registered
CHAIN = ("eu@2021-04", "eu@2023", "eu@2024-01", "eu", "oecd@2019", "oecd", "uk-ai-playbook-2025", "coe")
LONG = "A label that is much longer than those of the collection, by far, and has $ign$ and <marks> & more"


def odd() -> list[Definition]:
    """Texts with labels that are long, of another script, and full of mark-up."""
    labels = (LONG, "人工知能の定義", "$x^2$ \\textbf{x} _a_", "tab\tand\u202ebidi")
    return [
        Definition(f"odd-{n}", f"a machine-based system of kind {n}", label=label, adopted=f"202{n}")
        for n, label in enumerate(labels)
    ]


RESULTS = {
    "matrix": lambda: aidefs.matrix(*CHAIN),
    "matrix-large": lambda: aidefs.matrix(),
    "matrix-odd": lambda: aidefs.matrix(*odd()),
    "matrix-one": lambda: aidefs.matrix("eu"),
    "families": lambda: aidefs.families(),
    "families-odd": lambda: aidefs.families(*odd()),
    "families-one": lambda: aidefs.families("eu"),
    "timeline": lambda: aidefs.timeline("autonomy"),
    "timeline-words": lambda: aidefs.timeline(words="explicit or implicit"),
}


def figure_of(result: Any) -> Any:
    with canvas.style():
        figure = draw(result)
        figure.draw_without_rendering()
    return figure


def texts_of(figure: Any) -> list[Any]:
    return [text for ax in figure.axes for text in ax.texts if text.get_text()]


@pytest.mark.parametrize("name", RESULTS)
def test_no_label_is_cut_off(name: str) -> None:
    figure = figure_of(RESULTS[name]())
    page = figure.bbox
    for text in texts_of(figure):
        box = text.get_window_extent()
        inside = box.x0 >= page.x0 and box.y0 >= page.y0 and box.x1 <= page.x1 and box.y1 <= page.y1
        assert inside, text.get_text()


@pytest.mark.parametrize("name", RESULTS)
def test_no_label_lies_on_another(name: str) -> None:
    figure = figure_of(RESULTS[name]())
    boxes = [(text.get_window_extent().padded(-0.6), text.get_text()) for text in texts_of(figure)]
    for n, (box, words) in enumerate(boxes):
        for other, more in boxes[n + 1 :]:
            apart = box.x1 <= other.x0 or other.x1 <= box.x0 or box.y1 <= other.y0 or other.y1 <= box.y0
            assert apart, (words, more)


@pytest.mark.parametrize("name", ["matrix", "families-odd", "timeline"])
@pytest.mark.parametrize("form", ["svg", "pdf", "png"])
def test_the_same_result_gives_the_same_bytes(name: str, form: str) -> None:
    first = picture(RESULTS[name](), form)
    mpl.rcParams["font.size"] = 22  # somebody's own settings
    mpl.rcParams["svg.hashsalt"] = "other"
    try:
        assert picture(RESULTS[name](), form) == first
        assert mpl.rcParams["font.size"] == 22
    finally:
        mpl.rcdefaults()


def test_another_process_gives_the_same_bytes() -> None:
    code = (
        "import sys, aidefs; from aidefs.output.pictures import picture;"
        "sys.stdout.buffer.write(picture(aidefs.matrix('eu', 'coe', 'oecd'), 'svg'))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert runs == {picture(aidefs.matrix("eu", "coe", "oecd"), "svg")}


@pytest.mark.parametrize("form", ["svg", "pdf", "png"])
def test_files_hold_no_date_and_no_version(form: str) -> None:
    data = picture(aidefs.matrix("eu", "coe"), form)
    assert not re.search(rb"CreationDate|ModDate|<dc:date>|Matplotlib v|matplotlib\.org", data)
    assert b"Similarity of 2 wordings" in data or form == "pdf"


def test_svg_holds_letters_as_outlines_and_no_raster_image() -> None:
    data = picture(aidefs.matrix(*CHAIN), "svg").decode()
    tree = ElementTree.fromstring(data)
    names = {element.tag.rpartition("}")[2] for element in tree.iter()}
    assert "text" not in names and "image" not in names
    assert "font-family" not in data


def test_pdf_embeds_its_fonts() -> None:
    data = picture(aidefs.families(*CHAIN), "pdf")
    body = data + b"".join(
        zlib.decompress(part)
        for part in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.S)
        if part[:1] == b"x"
    )
    assert body.count(b"/FontFile2") >= 1
    assert not re.search(rb"/Subtype\s*/Type3", body)


def test_png_is_an_image_with_ink() -> None:
    pixels = imread(io.BytesIO(picture(aidefs.matrix("eu", "coe"), "png")))
    assert pixels.shape[0] > 100 and pixels.min() < 0.3 and pixels.max() == 1.0


def test_dollars_and_mark_up_are_letters() -> None:
    labels = {text.get_text() for text in texts_of(figure_of(aidefs.matrix(*odd())))}
    assert "$x^2$ \\textbf{x} _a_" in labels
    assert LONG in labels
    assert "odd-1" in labels  # the font lacks the characters of the label: the id stands for it


def lightness(colour: tuple[float, ...]) -> float:
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]


def test_the_colours_of_the_heat_map_grow_darker_and_nothing_else() -> None:
    shades = [lightness(colormaps[heatmap._COLOURS](k / 50)) for k in range(51)]
    assert all(light > dark for light, dark in pairwise(shades))


def test_every_kind_of_maker_has_a_shape_of_its_own() -> None:
    kinds = [
        canvas.sign_of(Definition("x", "y", jurisdiction=code)) for code in ("EU", "US-CO", "OECD", "KR")
    ]
    assert len({kind.shape for kind in kinds}) == len({kind.colour for kind in kinds}) == 4
    assert canvas.sign_of(Definition("x", "y", jurisdiction="COE")) == kinds[2]


def test_the_numbers_are_written_where_there_is_room() -> None:
    small, large = (figure_of(RESULTS[name]()) for name in ("matrix", "matrix-large"))
    assert sum(text.get_text() == "1.00" for text in texts_of(small)) == len(aidefs.matrix(*CHAIN))
    assert not any(text.get_text() == "1.00" for text in texts_of(large))


def test_the_heat_map_names_who_shares_a_wording_and_what_was_compared() -> None:
    labels = [text.get_text() for text in texts_of(figure_of(aidefs.matrix(*CHAIN, "oecd@2023")))]
    assert labels.count("OECD 2023 +2") == 2  # at its row and at its column
    assert "OECD 2023 +2: also OECD 2024, UK AI Playbook 2025" in labels
    assert "similarity of whole texts" in labels


def test_the_heat_map_is_a_small_file_of_lines() -> None:
    """Each of 7,000 cells as an outline of its own makes 70 bytes a cell more."""
    result = aidefs.matrix()
    cells = [len(path) for path in re.findall(r'<path d="[^"]*"', picture(result, "svg").decode())]
    assert sum(size for size in cells if size > 2000) < 40 * len(result) ** 2


def _absolute(path: str) -> list[tuple[str, tuple[float, ...]]]:
    """The steps of a path with the places where they lead to."""
    x = y = 0.0
    start = (0.0, 0.0)
    found = []
    for command, rest in re.findall(r"([a-zA-Z])([^a-zA-Z]*)", path):
        numbers = [float(n) for n in re.findall(r"-?\d*\.?\d+", rest)]
        if command == "h":
            command, numbers = "l", [numbers[0], 0.0]
        elif command == "v":
            command, numbers = "l", [0.0, numbers[0]]
        if command.islower():
            numbers = [n + (y if k % 2 else x) for k, n in enumerate(numbers)]
        x, y = numbers[-2:] if numbers else start
        start = (x, y) if command in "mM" else start
        found.append((command.upper(), tuple(numbers)))
    return found


def _drawn(svg: str) -> list[tuple[str, list[tuple[str, tuple[float, ...]]]]]:
    """The paths of a drawing, words that are drawn by reference written out."""
    words = {f'<use xlink:href="#{name}"/>': body for name, body in
             re.findall(r'<g id="(words\d+)">(.*?)</g>', svg, re.S)}  # fmt: skip
    for use, body in words.items():
        svg = svg.replace(use, body)
    svg = svg.replace('"#d', '"#DejaVuSans-').replace('id="d', 'id="DejaVuSans-')
    return [
        (used, _absolute(path)) for path, used in re.findall(r' d="([^"]*)"|<use xlink:href="([^"]*)"', svg)
    ]


def test_a_slim_drawing_is_the_same_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    from aidefs.output.pictures import canvas

    written: list[str] = []
    slim = canvas.slim
    monkeypatch.setattr(canvas, "slim", lambda svg: written.append(svg) or slim(svg))
    result = aidefs.matrix(*CHAIN)
    short = picture(result, "svg").decode()
    [long] = written
    assert len(short) < 0.7 * len(long)
    pairs = list(zip(_drawn(long), _drawn(short), strict=True))
    assert len(pairs) > 100
    for (name, steps), (other, shorter) in pairs:
        assert [step for step, _ in steps] == [step for step, _ in shorter]
        assert steps or name == other
        for (_, places), (_, found) in zip(steps, shorter, strict=True):
            assert found == pytest.approx(places, abs=0.0051)


def test_every_cell_of_the_heat_map_has_its_shade() -> None:
    result = aidefs.matrix(*CHAIN)
    order = result.tree.order
    cells = figure_of(result).axes[1]
    found = {}
    for patch in cells.patches:
        points = patch.get_path().vertices
        if patch.get_facecolor()[3] == 0 and len(points) % 2 == 0 and patch.get_capstyle() == "butt":
            for (x1, y1), (x2, y2) in zip(points[::2], points[1::2], strict=True):
                if y1 == y2 and y1 % 1:
                    found |= {(int(y1), x): patch.get_edgecolor() for x in range(int(x1), int(x2))}
    assert len(found) == len(result) ** 2
    for (n, m), colour in found.items():
        shade = heatmap._shade(result.values[order[n]][order[m]])
        assert colour == pytest.approx(heatmap._colour(shade))


def test_the_family_picture_names_every_wording_and_who_shares_it() -> None:
    result = aidefs.families(*CHAIN)
    labels = " ".join(text.get_text() for text in texts_of(figure_of(result)))
    for wording in result.matrix.wordings:
        assert wording.label in labels
    assert "also UK AI Playbook 2025" in labels


@pytest.mark.parametrize(
    ("adopted", "span"), [("", None), ("2024", (2024.0, 2025.0)), ("2024-07", (2024.5, 2024.5 + 1 / 12))]
)
def test_dates_are_drawn_as_precisely_as_they_are_known(adopted: str, span: Any) -> None:
    assert timeline._span(adopted) == pytest.approx(span)


def test_days_of_a_year_stand_in_order() -> None:
    days = [f"2024-{month:02}-{day:02}" for month in range(1, 13) for day in (1, 15, 28)]
    starts = [timeline._span(day) for day in days]
    assert starts == sorted(starts)  # type: ignore[type-var]
    assert all(span and 2024 < span[0] == span[1] < 2025 for span in starts)


def test_a_result_without_a_picture_says_so() -> None:
    with pytest.raises(InputError, match="a nearest has no picture, and svg is one"):
        picture(aidefs.nearest("eu"), "svg")
    undated = aidefs.timeline(words="flux capacitor")
    with pytest.raises(InputError, match="there is nothing to draw"):
        picture(undated, "svg")


def test_without_matplotlib_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(InputError, match=r"a picture needs matplotlib: pip install 'aidefs\[pictures\]'"):
        picture(aidefs.matrix("eu", "coe"), "svg")


def test_figures_are_drawn_without_a_screen() -> None:
    assert isinstance(figure_of(aidefs.matrix("eu", "coe")).canvas, FigureCanvasAgg)


# --- the pictures among the examples ----------------------------------------------------------

EXAMPLES = Path(__file__).parents[2] / "examples"


def labels_in(svg: str) -> list[str]:
    """The labels of a picture: matplotlib writes each into a comment beside its outlines."""
    return sorted(html.unescape(words) for words in re.findall(r"<!-- (.*?) -->", svg))


@pytest.mark.exhaustive
def test_the_pictures_among_the_examples_are_those_of_the_collection(tmp_path: Path, update: bool) -> None:
    code = {"__name__": "family_pictures"}
    exec((EXAMPLES / "family_pictures.py").read_text(encoding="utf-8"), code)
    drawn: list[Path] = code["draw_all"](tmp_path)  # type: ignore[operator]
    assert {path.name for path in drawn} <= {path.name for path in (EXAMPLES / "pictures").iterdir()}
    for path in drawn:
        file = EXAMPLES / "pictures" / path.name
        labels = labels_in(path.read_text(encoding="utf-8"))
        if update and labels_in(file.read_text(encoding="utf-8")) != labels:
            shutil.copyfile(path, file)
        kept = file.read_text(encoding="utf-8")
        assert labels_in(kept) == labels, "python examples/family_pictures.py"
        # A formula is named by the oldest of the many texts that have it, a text by its own name.
        named = {"OECD 2023 and 20 more"} if "formulas" in path.name else {"OECD 2023", "OECD 2023 +4"}
        assert named & set(labels_in(kept))


def test_threads_draw_the_same_bytes_as_one() -> None:
    """The settings of matplotlib are global: without a lock one drawing would have those of another."""
    results = [aidefs.matrix("eu", "coe", name) for name in ("oecd", "nist", "iso")]
    alone = [picture(result, "svg") for result in results]
    with ThreadPoolExecutor(8) as pool:
        drawn = list(pool.map(lambda n: picture(results[n % 3], "svg"), range(60)))
    assert drawn == alone * 20
