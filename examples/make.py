"""Makes the examples of this folder anew: what aidefs writes, and how it looks when it is printed.

    python examples/make.py                makes all of them where they are
    python examples/make.py FOLDER         makes them in another folder
    python examples/make.py --no-pages     leaves out what needs LaTeX, LibreOffice or a browser

Each file is what one command line writes; the tests compare them with those that lie here. The pages
need pdflatex and biber, soffice, chromium and pdftoppm; what cannot be made is named and left out.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from aidefs.cli.main import main as aidefs

HERE = Path(__file__).resolve().parent
SOURCES = ("article.md", "paper/paper.tex")  # written by hand

TABLE = "table coe eu oecd --elements core,objectives,input,environment"
HISTORY = "diff eu@2021 eu@2022 eu@2023 eu@2024-01 eu@2024-03 eu"

COLLATION = "collate eu eu@2023 eu@2024-01 eu@2024-03"

# The command lines, each with the files that it writes.
COMMANDS = {
    f"{TABLE} --name definitions --out paper/table.tex --bib paper/refs.bib": (
        "paper/table.tex",
        "paper/refs.bib",
    ),
    f"{TABLE} --out paper/table.docx": ("paper/table.docx",),
    "table coe eu --cells redline --elements core,environment --no-notes --out comparison/coe-eu.html": (
        "comparison/coe-eu.html",
    ),
    "diff oecd@2019 oecd --out redline/oecd.docx": ("redline/oecd.docx",),
    "diff oecd@2019 oecd --out redline/oecd.html": ("redline/oecd.html",),
    "diff oecd@2019 oecd --standalone --out redline/oecd.tex": ("redline/oecd.tex",),
    f"{HISTORY} --out history/eu.md": ("history/eu.md",),
    f"{HISTORY} --out history/eu.html": ("history/eu.html",),
    f"{HISTORY} --out history/eu.docx": ("history/eu.docx",),
    f"{COLLATION} --out collation/eu.md": ("collation/eu.md",),
    f"{COLLATION} --out collation/eu.xml": ("collation/eu.xml",),
    f"{COLLATION} --format reledmac --out collation/eu.tex": ("collation/eu.tex",),
    "verify article.md --out checked/article.html": ("checked/article.html",),
}

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
_QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
)  # fmt: skip


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
            # 1 says that a quotation is wrong, as some in the article are meant to be.
            if (code := aidefs([*shlex.split(command), "--force"])) > 1:
                raise SystemExit(f"exit code {code}: aidefs {command}")
    finally:
        os.chdir(before)


# --- pages --------------------------------------------------------------------------------------


class Missing(Exception):
    """A program is not installed."""


def latex(source: Path, target: Path) -> None:
    """Compile a LaTeX document, with its references where it cites, to a PDF."""
    with tempfile.TemporaryDirectory() as scratch:
        for part in (*source.parent.glob("*.tex"), *source.parent.glob("*.bib")):
            shutil.copy(part, scratch)
        once = [_program("pdflatex"), "-interaction=nonstopmode", "-halt-on-error", source.name]
        _run(once, scratch)
        if Path(scratch, f"{source.stem}.bcf").exists():
            _run([_program("biber"), "--quiet", source.stem], scratch)
            _run(once, scratch)
        _run(once, scratch)
        shutil.copyfile(Path(scratch, f"{source.stem}.pdf"), target)


def office(source: Path, target: Path) -> None:
    """Print a Word file to a PDF, its changes shown."""
    with tempfile.TemporaryDirectory() as scratch:
        profile = f"-env:UserInstallation={Path(scratch, 'profile').as_uri()}"
        convert = ["--headless", "--convert-to", "pdf", "--outdir", scratch]
        _run([_program("soffice", "libreoffice"), profile, *convert, str(source)], scratch)
        shutil.copyfile(Path(scratch, f"{source.stem}.pdf"), target)


def picture(source: Path, target: Path, left: int, top: int, width: int, height: int) -> None:
    """Draw a part of the first page of a PDF, in dots at 80 dots an inch from its upper left corner."""
    part = ["-x", left, "-y", top, "-W", width, "-H", height]
    page = ["-f", 1, "-l", 1, "-r", 80, "-singlefile", "-png"]
    _run([_program("pdftoppm"), *map(str, [*page, *part]), str(source), str(target.with_suffix(""))], HERE)


def screen(source: Path, target: Path, width: int, height: int) -> None:
    """Draw the top of a page of HTML as a browser shows it."""
    with tempfile.TemporaryDirectory() as scratch:
        window = [f"--window-size={width},{height}", f"--user-data-dir={scratch}"]
        _run([_program(*BROWSERS), *_QUIET, *window, f"--screenshot={target}", source.as_uri()], scratch)


def explored(address: str, source: Path, target: Path, width: int, height: int) -> None:
    """Draw a page of the explorer; a document that is sent to it is checked."""
    try:
        from werkzeug.test import Client

        from aidefs.web.app import Explorer
    except ImportError:
        raise Missing("werkzeug") from None
    browser = _program(*BROWSERS)
    client = Client(Explorer())
    if source.is_file():
        with source.open("rb") as document:
            page = client.post(address, data={"file": (document, source.name)}).text
    else:
        page = client.get(address).text
    with tempfile.TemporaryDirectory() as scratch:
        (Path(scratch) / "explorer.css").write_bytes(client.get("/static/explorer.css").data)
        shown = Path(scratch) / "page.html"
        shown.write_text(page.replace('"/static/explorer.css"', '"explorer.css"'), encoding="utf-8")
        window = [f"--window-size={width},{height}", f"--user-data-dir={scratch}/profile"]
        _run([browser, *_QUIET, *window, f"--screenshot={target}", shown.as_uri()], scratch)


# What is made of which file, in this order.
PAGES: dict[str, tuple[str, Callable[..., None], tuple[int, ...]]] = {
    "paper/paper.pdf": ("paper/paper.tex", latex, ()),
    "paper/table.pdf": ("paper/table.docx", office, ()),
    "redline/oecd.pdf": ("redline/oecd.tex", latex, ()),
    "redline/oecd-word.pdf": ("redline/oecd.docx", office, ()),
    "history/eu.pdf": ("history/eu.docx", office, ()),
    "pictures/comparison.png": ("comparison/coe-eu.html", screen, (900, 450)),
    "pictures/paper.png": ("paper/paper.pdf", picture, (60, 60, 540, 548)),
    "pictures/word.png": ("redline/oecd-word.pdf", picture, (60, 70, 540, 125)),
    "pictures/history.png": ("history/eu.html", screen, (900, 600)),
    "pictures/checked.png": ("checked/article.html", screen, (1000, 580)),
    "pictures/explorer-start.png": ("", partial(explored, "/"), (1200, 900)),
    "pictures/explorer-list.png": ("", partial(explored, "/definitions/"), (1200, 800)),
    "pictures/explorer-definition.png": ("", partial(explored, "/d/eu-ai-act-2024/"), (1200, 900)),
    "pictures/explorer-compare.png": (
        "",
        partial(explored, "/compare/coe-2024/eu-ai-act-2024/"),
        (1100, 800),
    ),
    "pictures/explorer-report.png": ("article.md", partial(explored, "/check/"), (1100, 700)),
}


def make_pages(folder: Path) -> list[str]:
    """Make the pages and pictures for which there are programs, and say which are left out."""
    (folder / "pictures").mkdir(exist_ok=True)
    left_out = []
    for name, (source, make, measures) in PAGES.items():
        try:
            make(folder / source, folder / name, *measures)
        except Missing as missing:
            left_out.append(f"{name} is left out: {missing} is not installed")
    return left_out


def _program(*names: str) -> str:
    """The path of the first of these programs that is installed."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        raise Missing(names[0])
    return found


def _run(command: list[str], folder: str | Path) -> None:
    """Run a program; what it says is shown if it fails."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")


def main(arguments: list[str]) -> None:
    """Make the examples in the folder that is named, or in this one."""
    places = [argument for argument in arguments if not argument.startswith("-")]
    folder = Path(places[0] if places else HERE).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    write_files(folder)
    if "--no-pages" not in arguments:
        for line in make_pages(folder):
            print(line)


if __name__ == "__main__":
    main(sys.argv[1:])
