"""Tests of optional programs: skipped where one is missing, unless all of them are demanded."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.programs import MARKED, REQUIRE_PROGRAMS, lacking, needs_program, needs_tex
from support.tex import needed, unavailable


@pytest.fixture
def marked() -> Iterator[None]:
    """As if the test had the marker `programs`: these start none."""
    token = MARKED.set(True)
    yield
    MARKED.reset(token)


@pytest.fixture
def finder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A TeX that has the class article and nothing else."""
    for name, line in {"pdflatex": "exit 1", "kpsewhich": '[ "$2" = article.cls ] && echo "$2"'}.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{line}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.usefixtures("marked")
def test_a_program_that_is_there_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    folder, _, name = sys.executable.rpartition("/")
    monkeypatch.setenv("PATH", folder)
    assert needs_program("no-such-program", name) == sys.executable


@pytest.mark.usefixtures("marked")
def test_a_missing_program_skips_the_test(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(REQUIRE_PROGRAMS, raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"^no-such-program is not installed$"):
        needs_program("no-such-program")


@pytest.mark.usefixtures("marked")
def test_a_missing_program_fails_the_test_where_all_are_demanded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(REQUIRE_PROGRAMS, "1")
    with pytest.raises(pytest.fail.Exception, match=r"^no-such-program is not installed, and "):
        needs_program("no-such-program")
    with pytest.raises(pytest.fail.Exception, match=r"^no font, and AIDEFS_REQUIRE_PROGRAMS is set$"):
        lacking("no font")


def test_without_the_marker_no_program_may_be_asked_for() -> None:
    with pytest.raises(pytest.fail.Exception, match=r"has the marker programs \(sh or bash\)$"):
        needs_program("sh", "bash")
    with pytest.raises(pytest.fail.Exception, match="has the marker programs"):
        lacking("there is no font")


@pytest.mark.programs
def test_with_the_marker_a_program_may_be_asked_for() -> None:
    assert needs_program(Path(sys.executable).name, sys.executable)


# --- TeX --------------------------------------------------------------------------------------


@pytest.mark.skipif(os.name != "posix", reason="needs scripts of a shell")
@pytest.mark.usefixtures("marked", "finder")
def test_a_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(REQUIRE_PROGRAMS, raising=False)
    assert needs_tex("pdflatex", "article.cls") == str(tmp_path / "pdflatex")
    with pytest.raises(pytest.skip.Exception, match=r"^pdflatex lacks reledmac\.sty$"):
        needs_tex("pdflatex", "article.cls", "reledmac.sty")
    with pytest.raises(pytest.skip.Exception, match=r"^lualatex is not installed$"):
        needs_tex("lualatex", "article.cls")


def test_what_a_document_needs_is_read_from_it() -> None:
    source = r"""\documentclass[a4paper]{article} % \usepackage{nothing}
\usepackage{array,booktabs}\usepackage[normalem]{ulem}
\iftutex\usepackage{fontspec}\else\usepackage[T1]{fontenc}\fi
\ifluatex\IfFileExists{lua-ul.sty}{\usepackage{lua-ul}}{}\fi
\begin{document}
\verb|\usepackage{shown}|
\end{document}
"""
    assert needed(source) == ["article.cls", "array.sty", "booktabs.sty", "ulem.sty"]


@pytest.mark.parametrize(
    ("log", "name"),
    [
        ("! LaTeX Error: File `xargs.sty' not found.\n\nType X to quit", "xargs.sty"),
        ("! Font T1/lmr/m/n/10=ec-lmr10 at 10.0pt not loadable: Metric (TFM) file not found.", "ec-lmr10"),
        (
            r"! Font \TU/lmr/m/n/10=[lmroman10-regular]:+tlig; at 10pt not loadable: metric data not found",
            "lmroman10-regular",
        ),
        (
            '! Package fontspec Error: \n(fontspec)                The font "CMU Serif" cannot be\n',
            "CMU Serif",
        ),
        ("! LaTeX Error: Environment longtable undefined.", None),
        ("! Undefined control sequence.", None),
    ],
)
def test_what_tex_did_not_find_is_read_from_its_log(log: str, name: str | None) -> None:
    assert unavailable(log) == name
