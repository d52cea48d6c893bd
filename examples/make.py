"""Makes the examples of this folder anew: what is written, and how it looks when it is printed.

    python examples/make.py                makes all of them where they are
    python examples/make.py FOLDER         makes them in another folder
    python examples/make.py --no-pages     leaves out what needs LaTeX, LibreOffice or a browser

Each file is what one command line writes; the tests compare them with those that lie here. The pages
need pdflatex and biber, soffice, chromium and pdftoppm; what is missing is named and left out.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from aidefs.cli import main as aidefs

HERE = Path(__file__).resolve().parent
TABLE = "table coe eu oecd --elements core,objectives,input,environment"
HISTORY = "diff eu@2021 eu@2022 eu@2023 eu@2024-01 eu@2024-03 eu"

# The command lines, each with the files that it writes.
COMMANDS = {
    f"{TABLE} --name definitions --out paper/table.tex --bib paper/refs.bib": (
        "paper/table.tex",
        "paper/refs.bib",
    ),
    f"{TABLE} --out paper/table.docx": ("paper/table.docx",),
    "diff oecd@2019 oecd --out redline/oecd.docx": ("redline/oecd.docx",),
    "diff oecd@2019 oecd --out redline/oecd.html": ("redline/oecd.html",),
    "diff oecd@2019 oecd --standalone --out redline/oecd.tex": ("redline/oecd.tex",),
    f"{HISTORY} --out history/eu.md": ("history/eu.md",),
    f"{HISTORY} --out history/eu.html": ("history/eu.html",),
    f"{HISTORY} --out history/eu.docx": ("history/eu.docx",),
}
SOURCES = ("paper/paper.tex",)  # written by hand

_BROWSER = ("chromium", "chromium-browser", "google-chrome", "chrome")
_QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
)  # fmt: skip


class Clip(NamedTuple):
    """A part of a page, in dots at `resolution` dots an inch, from the upper left corner."""

    left: int
    top: int
    width: int
    height: int
    resolution: int = 80


# --- files --------------------------------------------------------------------------------------


def write_files(folder: Path) -> None:
    """Run the command lines in a folder."""
    for name in (*SOURCES, *(file for files in COMMANDS.values() for file in files)):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
    for name in SOURCES:
        if folder != HERE:
            shutil.copyfile(HERE / name, folder / name)
    before = Path.cwd()
    os.chdir(folder)
    try:
        for command in COMMANDS:
            if code := aidefs([*shlex.split(command), "--force"]):
                raise SystemExit(f"exit code {code}: aidefs {command}")
    finally:
        os.chdir(before)


# --- pages --------------------------------------------------------------------------------------


def latex(source: Path, target: Path, engine: str = "pdflatex") -> None:
    """Compile a LaTeX document, with its references where it cites, to a PDF."""
    with tempfile.TemporaryDirectory() as scratch:
        for part in source.parent.iterdir():
            shutil.copy(part, scratch)
        once = [program(engine), "-interaction=nonstopmode", "-halt-on-error", source.name]
        run(once, scratch)
        if Path(scratch, f"{source.stem}.bcf").exists():
            run([program("biber"), "--quiet", source.stem], scratch)
            run(once, scratch)
        run(once, scratch)
        shutil.copyfile(Path(scratch, f"{source.stem}.pdf"), target)


def office(source: Path, target: Path) -> None:
    """Print a Word file to a PDF, its changes shown."""
    soffice = program("soffice", "libreoffice")
    with tempfile.TemporaryDirectory() as scratch:
        profile = f"-env:UserInstallation={Path(scratch, 'profile').as_uri()}"
        convert = ["--headless", "--convert-to", "pdf", "--outdir", scratch]
        run([soffice, profile, *convert, str(source)], scratch)
        shutil.copyfile(Path(scratch, f"{source.stem}.pdf"), target)


def picture_of_pdf(source: Path, target: Path, clip: Clip) -> None:
    """Draw a part of the first page of a PDF."""
    place = ["-x", clip.left, "-y", clip.top, "-W", clip.width, "-H", clip.height, "-r", clip.resolution]
    pages = ["-f", "1", "-l", "1", "-singlefile", "-png"]
    stem = str(target.with_suffix(""))
    run([program("pdftoppm"), *pages, *map(str, place), str(source), stem], target.parent)


def picture_of_page(source: Path, target: Path, width: int, height: int) -> None:
    """Draw the top of a page of HTML as a browser shows it."""
    with tempfile.TemporaryDirectory() as scratch:
        window = [f"--window-size={width},{height}", f"--user-data-dir={scratch}"]
        shot = f"--screenshot={target}"
        run([program(*_BROWSER), *_QUIET, *window, shot, source.as_uri()], target.parent)


class Missing(Exception):
    """A program is not installed."""


def program(*names: str) -> str:
    """The path of the first of these programs that is installed."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        raise Missing(names[0])
    return found


def run(command: list[str], folder: str | Path) -> None:
    """Run a program; what it says is shown if it fails."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")


def pages(folder: Path) -> dict[str, Callable[[], None]]:
    """How each page and picture is made, in this order."""
    paper, redline, history = folder / "paper", folder / "redline", folder / "history"
    pictures = folder / "pictures"
    return {
        "paper/paper.pdf": lambda: latex(paper / "paper.tex", paper / "paper.pdf"),
        "paper/table.pdf": lambda: office(paper / "table.docx", paper / "table.pdf"),
        "redline/oecd.pdf": lambda: latex(redline / "oecd.tex", redline / "oecd.pdf"),
        "redline/oecd-word.pdf": lambda: office(redline / "oecd.docx", redline / "oecd-word.pdf"),
        "history/eu.pdf": lambda: office(history / "eu.docx", history / "eu.pdf"),
        "pictures/paper.png": lambda: picture_of_pdf(
            paper / "paper.pdf", pictures / "paper.png", Clip(40, 50, 600, 700)
        ),
        "pictures/word.png": lambda: picture_of_pdf(
            redline / "oecd-word.pdf", pictures / "word.png", Clip(0, 40, 660, 260)
        ),
        "pictures/history.png": lambda: picture_of_page(
            history / "eu.html", pictures / "history.png", 900, 900
        ),
    }


def make_pages(folder: Path) -> list[str]:
    """Make the pages and pictures for which there are programs; the others are given back."""
    (folder / "pictures").mkdir(exist_ok=True)
    left_out = []
    for name, make in pages(folder).items():
        try:
            make()
        except Missing as missing:
            left_out.append(f"{name}: {missing} is not installed")
    return left_out


def main(arguments: list[str]) -> None:
    """Make the examples in the folder that is named, or in this one."""
    places = [argument for argument in arguments if not argument.startswith("-")]
    folder = Path(places[0] if places else HERE).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    write_files(folder)
    if "--no-pages" not in arguments:
        print(*make_pages(folder), sep="\n", end="")


if __name__ == "__main__":
    main(sys.argv[1:])
