"""Programs that some tests need, and what TeX needs besides; CONTRIBUTING says which.

A test that asks for one has the marker `programs`, so that `-m "not programs"` starts none of them. A test
without the marker that asks fails, on whatever machine it runs.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from contextvars import ContextVar
from functools import cache
from typing import NoReturn

import pytest

REQUIRE_PROGRAMS = "AIDEFS_REQUIRE_PROGRAMS"  # set by .ci/run, where nothing may be left untested

# Whether the test that runs has the marker; set by the hook in `conftest.py` before each.
MARKED: ContextVar[bool] = ContextVar("MARKED", default=False)


def needs_program(*names: str) -> str:
    """The path of the first of these programs that is installed; see `lacking` for when none is."""
    _may_ask(" or ".join(names))
    found = filter(None, map(shutil.which, names))
    return next(found, None) or lacking(f"{' or '.join(names)} is not installed")


def needs_tex(engine: str, *files: str) -> str:
    """The path of a TeX engine that has these files: packages, classes, fonts, hyphenation patterns.

    Args:
        engine: "pdflatex" or "lualatex".
        files: Names as kpsewhich knows them: "reledmac.sty", "ec-lmr10.tfm".
    """
    program = needs_program(engine)
    finder = needs_program("kpsewhich")
    if missing := [name for name in files if not _has_file(finder, engine, name)]:
        lacking(f"{engine} lacks {missing[0]}")
    return program


def needs_fonts() -> None:
    """Some font, whichever: a browser shows no letter without one, and LibreOffice does not start."""
    lister = shutil.which("fc-list")  # without it, fonts come with the system
    if (
        lister
        and not subprocess.run([lister, ":", "family"], capture_output=True, check=False).stdout.strip()
    ):
        lacking("there is no font")


@cache
def _has_file(finder: str, engine: str, name: str) -> bool:
    """Whether TeX finds a file; the answer stands for the session, as a question takes some milliseconds."""
    done = subprocess.run([finder, f"-progname={engine}", name], capture_output=True, check=False)
    return done.returncode == 0 and bool(done.stdout.strip())


def lacking(reason: str) -> NoReturn:
    """Skips the test for want of something optional; fails it where everything optional is demanded."""
    _may_ask(reason)
    if os.environ.get(REQUIRE_PROGRAMS):
        pytest.fail(f"{reason}, and {REQUIRE_PROGRAMS} is set", pytrace=False)
    pytest.skip(reason)


def _may_ask(what: str) -> None:
    if not MARKED.get():
        pytest.fail(f"a test that needs a program has the marker programs ({what})", pytrace=False)
