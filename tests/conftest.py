"""The hypothesis profile, the fixtures and the options of all tests."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import settings
from support.command import DRAFT, Ran, Run

# Derandomised, so that a change of the code and nothing else can change the outcome of a test.
settings.register_profile("aidefs", derandomize=True, deadline=None, max_examples=150)
settings.load_profile("aidefs")


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line in this process; standard output is a pipe, as far as it can see."""
    from aidefs.cli.main import main

    def run_it(*arguments: str, stdin: bytes | None = None) -> Ran:
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(stdin)))
        code = main(list(arguments))
        out, err = capsysbinary.readouterr()
        return Ran(code, out.decode(), err.decode())

    return run_it


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with one draft."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    return tmp_path


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds `--update-golden` (see `test_golden.py`) and `--update-texts` (see `test_texts.py`)."""
    parser.addoption("--update-golden", action="store_true", help="write the files of tests/golden anew")
    parser.addoption(
        "--update-texts", action="store_true", help="write the hashes of the official texts anew"
    )
