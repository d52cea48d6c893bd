"""What a page needs to run aidefs in a browser: Pyodide as npm gives it, and the packages that run here.

Pyodide is CPython for WebAssembly (https://pyodide.org, MPL-2.0). It is no dependency and comes with no
wheel: whoever writes a site names the folder of the npm package. The packages beside it are those of this
Python, in pure Python, so that nothing is fetched from anywhere.
"""

from __future__ import annotations

import bz2
import io
import json
import os
import tarfile
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from aidefs.classes import NamedTuple
from aidefs.errors import InputError, missing, reason
from aidefs.library.compiled import COMPILED, compile_tables
from aidefs.library.files import shipped_root
from aidefs.library.library import Library

if TYPE_CHECKING:
    from aidefs.library.files import Traversable

__all__ = ["OWN", "OWN_ONLY", "PACKAGES", "PDF", "PYODIDE", "Engine", "engine_of", "packages"]

PYODIDE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
"""The files of the npm package that a page loads."""
PACKAGES, PDF = "packages.tar.bz2", "pdf.tar.bz2"
"""What is loaded at the beginning, and what is loaded before a document is read; it may be empty."""
OWN, OWN_ONLY = "texts", "texts-only"
"""Folders of definitions of one's own among the packages: laid over the collection, or in its place."""

_DISTRIBUTIONS = ("diff-match-patch", "jinja2", "markupsafe", "snowballstemmer", "werkzeug")
_COMPILED = (".so", ".pyd", ".pyc", ".pyi", ".c")  # markupsafe has a way in Python, too
_OLDEST = (3, 11)
_HOW = "type: npm pack pyodide, unpack what comes, and name its folder 'package'"


class Engine(NamedTuple):
    """What runs in the browser.

    Attributes:
        files: Content by file name.
        pyodide: Version of Pyodide.
        python: Version of Python in it.
        pdf: Whether it reads PDF.
    """

    files: dict[str, bytes]
    pyodide: str
    python: str
    pdf: bool

    @property
    def limits(self) -> tuple[str, ...]:
        """What pages say that it cannot do, by keys of the catalogue."""
        return ("1", *(() if self.pdf else ("pdf",)), "2", "3", "4")

    @property
    def told(self) -> dict[str, str]:
        """What pages say of it: its versions, and how much a browser loads where nothing is compressed."""
        size = sum(len(content) for name, content in self.files.items() if name != PDF) / 1e6
        return {"pyodide": self.pyodide, "python": self.python, "megabytes": f"{size:.0f}"}


def engine_of(folder: str | os.PathLike[str], library: Library) -> Engine:
    """What runs in the browser, with a library.

    Args:
        folder: The npm package `pyodide`, unpacked. A wheel of pypdfium2 for WebAssembly that lies there is
            taken, too, and PDF is then read.
        library: The collection that is shown.

    Raises:
        InputError: The folder is no such package, its Python is too old, or a package is not installed.
    """
    held = {name: _read(folder, name) for name in PYODIDE}
    try:
        told = json.loads(held["pyodide-lock.json"])["info"]["python"]
        version = json.loads(_read(folder, "package.json"))["version"]
        enough = tuple(map(int, told.split(".")[:2])) >= _OLDEST
    except (ValueError, KeyError, TypeError, AttributeError):
        raise InputError(f"'{os.fspath(folder)}' is not the npm package pyodide; {_HOW}") from None
    if not enough:
        raise InputError(f"'{os.fspath(folder)}' has Python {told}, and aidefs needs 3.11; {_HOW}")
    wheels = sorted(Path(folder).glob("pypdfium2-*_wasm32.whl"))
    more = _unzipped(wheels[-1]) if wheels else {}
    made = {PACKAGES: packages(library), PDF: _archive(more)}
    return Engine({**held, **made}, str(version), told, bool(wheels))


def _read(folder: str | os.PathLike[str], name: str) -> bytes:
    try:
        with open(os.path.join(folder, name), "rb") as file:
            return file.read()
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else "no such name"
        raise InputError(f"'{os.fspath(folder)}' lacks {name} ({why}); {_HOW}") from None


def _unzipped(wheel: Path) -> dict[str, bytes]:
    try:
        with ZipFile(wheel) as archive:
            return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    except (OSError, BadZipFile):
        raise InputError(f"cannot read '{wheel}': it is not a wheel") from None


def packages(library: Library) -> bytes:
    """The packages that aidefs runs with, its data, and definitions of one's own, as one archive.

    Args:
        library: The collection that is shown.

    Raises:
        InputError: A package is not installed.
    """
    return _archive(dict(_installed()) | dict(_aidefs()) | dict(_own(library)))


def _archive(held: Mapping[str, bytes]) -> bytes:
    """Files by path as one.

    Its bytes depend on nothing but these: of bzip2 there is one method, while what a zip file holds depends
    on the version of zlib.
    """
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, content in sorted(held.items()):
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return bz2.compress(made.getvalue())


def _installed() -> Iterator[tuple[str, bytes]]:
    """The other packages with their licences; what a compiler made for this machine is left out."""
    for name in _DISTRIBUTIONS:
        try:
            listed = distribution(name).files or ()
        except PackageNotFoundError:
            raise missing("the engine", name, "web") from None
        for path in listed:
            about = path.parts[0].endswith(".dist-info")
            if path.suffix in _COMPILED or ".." in path.parts or (about and "licen" not in str(path).lower()):
                continue
            yield PurePosixPath(path).as_posix(), path.read_binary()


def _aidefs() -> Iterator[tuple[str, bytes]]:
    """This package and its data, which stand elsewhere in a checkout, with the tables that are read fast."""
    for path, content in _walked(files("aidefs"), "aidefs"):
        if not path.startswith("aidefs/data/"):
            yield path, content
    data = {path: content for path, content in _walked(shipped_root(), "data") if not path.endswith(COMPILED)}
    for path, content in data.items():
        yield f"aidefs/{path}", content
    read_fast = {
        path: content
        for path, content in data.items()
        if path.endswith(".toml") and not path.startswith("data/versions/")
    }
    yield f"aidefs/data/{COMPILED}", compile_tables(read_fast)


def _walked(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for node in folder.iterdir():
        path = f"{name}/{node.name}"
        if node.is_dir():
            if node.name != "__pycache__":
                yield from _walked(node, path)
        elif not path.endswith(_COMPILED):
            yield path, node.read_bytes()


def _own(library: Library) -> Iterator[tuple[str, bytes]]:
    """The files of definitions of one's own, in a folder as `Library.load` reads it."""
    beside = any(dataset.shipped for dataset in library.datasets)
    for dataset in library.datasets:
        if not dataset.shipped:
            root = OWN if beside else OWN_ONLY
            for name, file in dataset.definitions.items():
                shelf = f"{dataset.filed[name]}/" if name in dataset.filed else ""
                yield f"{root}/definitions/{shelf}{name}.toml", file.read()
            yield from ((f"{root}/{name}", file.read()) for name, file in dataset.extras.items())
            yield from ((f"{root}/terms/{name}.toml", file.read()) for name, file in dataset.terms.items())
