"""Types that the public functions and attributes speak of are public themselves."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import pytest

SITE = Path(__file__).parents[2] / "docs" / "site"


def test_types_reachable_from_the_public_api_are_public(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is documented on the site and among the names for which its module answers."""
    monkeypatch.syspath_prepend(str(SITE))
    parts = import_module("reference").parts()
    assert "aidefs.survey.clustering.Tree" in parts  # what a method returns
    assert "aidefs.library.listing.Definitions" in parts  # what a function returns
    for one in parts:
        module, _, name = one.rpartition(".")
        assert name in sys.modules[module].__all__, one
