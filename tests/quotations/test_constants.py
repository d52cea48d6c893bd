"""The numbers that the documentation of the search states are the constants that it names."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "quotations.md").read_text(encoding="utf-8")
NAMED = list(re.finditer(r"`(?P<module>[a-z_]+)\.(?P<name>_?[A-Z][A-Z_]+)`", PAGE))
_NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?")


def test_the_page_names_constants() -> None:
    assert len(NAMED) > 40


@pytest.mark.parametrize("named", NAMED, ids=lambda match: match[0].strip("`"))
def test_the_number_before_a_constant_is_its_value(named: re.Match[str]) -> None:
    room = "readers" if named["module"] == "spacing" else "quotations"
    value = getattr(import_module(f"aidefs.{room}.{named['module']}"), named["name"])
    number = _NUMBER.findall(PAGE, max(named.start() - 250, 0), named.start())[-1]
    assert float(number.replace(",", "")) == value
