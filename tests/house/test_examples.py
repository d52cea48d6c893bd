"""The examples: what lies in the folder is what the commands write, and it can be printed.

After a change that is meant to change them:

    python -m pytest tests/house/test_examples.py --update

writes anew those that differ; `python examples/make.py` writes all of them, with the pictures of the pages.
"""

from __future__ import annotations

import importlib.util
import re
import shutil
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import pytest
from support.libreoffice import office
from support.programs import lacking, needs_program, needs_tex
from support.tex import needed, page_text, unavailable

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
LARGEST_PICTURE = 150_000  # bytes; README.md shows them


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make", EXAMPLES / "make.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


make = _script()
WRITTEN = tuple(name for names in make.COMMANDS.values() for name in names)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files made anew."""
    folder = tmp_path_factory.mktemp("examples")
    make.write_files(folder)
    return folder


def content(path: Path) -> dict[str, bytes]:
    """The bytes of a file; of a Word file those of its words, not of what python-docx puts beside them.

    The hash of the data, which changes with every record, is left out.
    """
    if path.suffix != ".docx":
        return {path.name: re.sub(rb"(data )[\d.]+(, hash )[0-9a-f]{12}", rb"\1\2", path.read_bytes())}
    with ZipFile(path) as parts:
        words = ("word/document.xml", "word/footnotes.xml")
        return {name: parts.read(name) for name in words if name in parts.namelist()}


@pytest.mark.parametrize("name", WRITTEN)
def test_the_commands_write_what_lies_here(name: str, made: Path, update: bool) -> None:
    if update and not ((EXAMPLES / name).exists() and content(made / name) == content(EXAMPLES / name)):
        shutil.copyfile(made / name, EXAMPLES / name)
    assert content(made / name) == content(EXAMPLES / name)


def test_nothing_else_lies_beside_it(made: Path) -> None:
    folders = {Path(name).parent for name in WRITTEN}
    files = {path.relative_to(EXAMPLES) for folder in folders for path in (EXAMPLES / folder).iterdir()}
    beside = {name for name in make.SOURCES if Path(name).parent in folders}
    # PDFs are made and not kept.
    assert {path.as_posix() for path in files if path.suffix != ".pdf"} == {*WRITTEN, *beside}
    assert {p.relative_to(made).as_posix() for p in made.rglob("*.*")} == {*WRITTEN, *make.SOURCES}


def test_the_page_on_the_examples_names_every_command() -> None:
    page = re.sub(r" *\\\n *", " ", (EXAMPLES / "README.md").read_text(encoding="utf-8"))
    assert [command for command in make.COMMANDS if f"aidefs {command} --force\n" not in page] == []


def test_the_pictures_are_small_and_all_there() -> None:
    names = {name for name in make.PAGES if name.endswith(".png")}
    # Those of family_pictures.py.
    drawn = {f"pictures/{name}.svg" for name in ("eu-lineage", "families", "formulas", "similarity")}
    assert {f"pictures/{path.name}" for path in (EXAMPLES / "pictures").iterdir()} == names | drawn
    sizes = {name: (EXAMPLES / name).stat().st_size for name in names}
    assert {name for name, size in sizes.items() if size > LARGEST_PICTURE} == set()


@pytest.mark.programs
def test_everything_can_be_printed(made: Path, tmp_path: Path) -> None:
    for program in ("biber", "pdftoppm", "pdftotext"):
        needs_program(program)
    office()
    needs_program(*make.BROWSERS)
    for name in ("paper/paper.tex", "redline/oecd.tex"):
        needs_tex("pdflatex", *needed((made / name).read_text(encoding="utf-8")))
    folder = tmp_path / "examples"
    shutil.copytree(made, folder)
    try:
        assert make.make_pages(folder) == []
    except SystemExit as stopped:
        if missing := unavailable(str(stopped)):
            lacking(f"pdflatex lacks {missing}")
        raise
    for name in make.PAGES:
        assert (folder / name).read_bytes()[:4] in (b"%PDF", b"\x89PNG"), name
    paper = words_of(folder / "paper" / "paper.pdf")
    assert "Table 1 sets them side by side" in paper and "References" in paper
    assert "??" not in paper and "[coe-2024]" not in paper
    for name in ("redline/oecd.pdf", "redline/oecd-word.pdf"):
        assert "that can influence physical" in words_of(folder / name)


def words_of(pdf: Path) -> str:
    return " ".join(page_text(pdf).split())


def test_a_program_that_is_missing_is_named(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    left_out = make.make_pages(made)
    assert len(left_out) == len(make.PAGES)
    assert left_out[0] == "paper/paper.pdf is left out: pdflatex is not installed"
