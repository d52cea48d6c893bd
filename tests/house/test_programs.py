"""Tests of optional programs: skipped where one is missing, unless all of them are demanded."""

from __future__ import annotations

import sys

import pytest
from support.programs import REQUIRE_PROGRAMS, lacking, needs_program


def test_a_program_that_is_there_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    folder, _, name = sys.executable.rpartition("/")
    monkeypatch.setenv("PATH", folder)
    assert needs_program("no-such-program", name) == sys.executable


def test_a_missing_program_skips_the_test(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(REQUIRE_PROGRAMS, raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"^no-such-program is not installed$"):
        needs_program("no-such-program")


def test_a_missing_program_fails_the_test_where_all_are_demanded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(REQUIRE_PROGRAMS, "1")
    with pytest.raises(pytest.fail.Exception, match=r"^no-such-program is not installed, and "):
        needs_program("no-such-program")
    with pytest.raises(pytest.fail.Exception, match=r"^no font, and AIDEFS_REQUIRE_PROGRAMS is set$"):
        lacking("no font")
