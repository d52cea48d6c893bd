"""Addresses of comparisons, and the stamps by which a cited state is known."""

from __future__ import annotations

from dataclasses import replace

import aidefs
from aidefs.library.library import Library
from aidefs.web.addresses import changed_since, compared, stamp_of

LIBRARY = Library.shipped()
TEXTS = (aidefs.get("coe"), aidefs.get("eu"))


def test_an_address_is_a_path() -> None:
    assert compared(["a", "b"]) == "/compare/a/b/"
    assert compared(["a", "b/?#"], ["autonomy", "outputs"], "1-2") == (
        "/compare/a/b%2F%3F%23/elements/autonomy,outputs/@1-2/"
    )


def test_a_stamp_changes_with_a_letter_of_these_texts_and_with_nothing_else() -> None:
    stamp = stamp_of(TEXTS, LIBRARY)
    assert changed_since(stamp, TEXTS, LIBRARY) is False
    assert changed_since("2031.01-" + stamp.rpartition("-")[2], TEXTS, LIBRARY) is False
    noted = (TEXTS[0], replace(TEXTS[1], notes="another note", status="lapsed"))
    assert stamp_of(noted, LIBRARY) == stamp
    for other in ((TEXTS[0], replace(TEXTS[1], text=TEXTS[1].text + ";")), TEXTS[::-1], TEXTS[:1]):
        assert changed_since(stamp, other, LIBRARY) is True


def test_a_version_alone_does_not_tell() -> None:
    assert changed_since(LIBRARY.data_version, TEXTS, LIBRARY) is None
    assert changed_since("", TEXTS, LIBRARY) is None
