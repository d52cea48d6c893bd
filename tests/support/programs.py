"""Programs that some tests need; see CONTRIBUTING for which."""

from __future__ import annotations

import os
import shutil
from typing import NoReturn

import pytest

REQUIRE_PROGRAMS = "AIDEFS_REQUIRE_PROGRAMS"  # set by .ci/run, where nothing may be left untested


def needs_program(*names: str) -> str:
    """The path of the first of these programs that is installed; see `lacking` for when none is."""
    found = filter(None, map(shutil.which, names))
    return next(found, None) or lacking(f"{' or '.join(names)} is not installed")


def lacking(reason: str) -> NoReturn:
    """Skips the test for want of something optional; fails it where everything optional is demanded."""
    if os.environ.get(REQUIRE_PROGRAMS):
        pytest.fail(f"{reason}, and {REQUIRE_PROGRAMS} is set", pytrace=False)
    pytest.skip(reason)
