"""Patterns that were compiled when a wheel was built: what `re` would make of them here, or nothing."""

from __future__ import annotations

import pickle
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import aidefs.readers.markup
import aidefs.readers.regions
import aidefs.text.tokens  # noqa: F401
from aidefs import patterns
from aidefs.patterns import PATTERNS, compiled_before, late, patterns_made, those_put_off

ROOT = Path(__file__).parents[2]
# Of those that other tests have imported too; those of bytes are in no file, and a short one reads none.
MADE = sorted((one for one in those_put_off() if isinstance(one[0], str)), key=lambda one: -len(one[0]))
WHOLE = patterns_made(MADE)


@pytest.fixture
def held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of compiled patterns in the place where a wheel has it."""
    (tmp_path / "data").mkdir()
    file = tmp_path / "data" / PATTERNS
    file.write_bytes(WHOLE)
    monkeypatch.setattr(patterns, "__file__", str(tmp_path / "patterns.py"))
    monkeypatch.setattr(patterns, "_table", None)
    return file


def test_each_is_what_the_compiler_makes(held: Path) -> None:
    """Two patterns are equal where their code, their flags and their words are."""
    assert len(MADE) > 40
    for words, flags in MADE:
        made, known = compiled_before(words, flags), re.compile(words, flags)
        assert made == known
        assert made is not None and (made.groups, made.groupindex) == (known.groups, known.groupindex)


def test_a_late_pattern_is_taken_from_the_file(held: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    again: list[object] = []
    compiling = re.compile
    monkeypatch.setattr(re, "compile", lambda *given: (again.append(given), compiling(*given))[1])
    words, flags = MADE[0]
    assert late(words, flags).pattern == pickle.loads(pickle.dumps(late(words, flags))).pattern == words
    assert again == []
    assert late(f"{words}|an edit", flags).pattern != words
    assert again == [(f"{words}|an edit", flags)]


def test_a_short_pattern_reads_no_file(held: Path) -> None:
    words, flags = MADE[-1]
    assert len(words) < 80 and compiled_before(words, flags) is None
    assert compiled_before(*MADE[0]) and compiled_before(words, flags) == re.compile(words, flags)


@pytest.mark.parametrize(
    "other",
    [
        b"",
        b"\n",
        b"cpython-399 1 4 little\n" + WHOLE.split(b"\n", 1)[1],
        WHOLE[:-1],
        WHOLE + b"0",
        WHOLE[:60],
    ],
    ids=["empty", "a line", "another release", "cut off", "longer", "most of it missing"],
)
def test_what_is_not_of_this_python_or_not_whole_is_left_alone(held: Path, other: bytes) -> None:
    held.write_bytes(other)
    assert [compiled_before(words, flags) for words, flags in MADE[:3]] == [None] * 3
    assert late(*MADE[0]).pattern == MADE[0][0]


@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 255))
def test_a_damaged_file_is_left_alone(at: int, change: int) -> None:
    damaged = bytearray(WHOLE)
    damaged[at] ^= change
    assert patterns.table_of(bytes(damaged)) == {}


def test_a_checkout_has_no_such_file() -> None:
    # The two folders that a build reads, and not an environment beside them with a wheel in it.
    assert not [*(ROOT / "data").rglob(PATTERNS), *(ROOT / "src").rglob(PATTERNS)]
    assert patterns.table_of(WHOLE).keys() == {(words, int(flags)) for words, flags in MADE}


@pytest.mark.parametrize("seed", ["1", "2"])
def test_two_builds_write_the_same_bytes(seed: str, tmp_path: Path) -> None:
    pytest.importorskip("hatchling", reason="the package cannot be built without hatchling")
    program = runpy.run_path(str(ROOT / "hatch_build.py"))["PATTERNS"]
    for name in ("one", "other"):
        command = [sys.executable, "-B", "-c", program, str(ROOT / "src"), str(tmp_path / name)]
        environment = {"PYTHONHASHSEED": seed if name == "one" else "3", "PATH": ""}
        subprocess.run(command, check=True, env=environment)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
    assert len(patterns.table_of((tmp_path / "one").read_bytes())) > 300
