"""Text made visible: what terminals and readers of XML would obey becomes signs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from support.hostile import SHIPPED, obeyed

from aidefs.text.visible import visible, visible_line


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_visible_text_is_harmless_and_keeps_lines(text: str) -> None:
    shown = visible(text)
    assert obeyed(shown) == []
    assert shown.count("\n") == text.count("\n")
    assert visible(shown) == shown


@given(st.text())
def test_visible_line_is_one_line(text: str) -> None:
    shown = visible_line(text)
    assert "\n" not in shown and "\t" not in shown
    assert shown == shown.strip(" ")


def test_official_letters_stay_as_they_are() -> None:
    changed = [name for name in SHIPPED if visible(SHIPPED[name].text) != SHIPPED[name].text]
    assert changed == []


def test_no_break_space_survives() -> None:
    assert visible_line(" Article\u00a03 \n (1)") == "Article\u00a03 (1)"
