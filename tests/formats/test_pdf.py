"""Documents as PDF: that words and tables come out, alike each time, and what is said where not."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest
from support.programs import REQUIRE_PROGRAMS

import aidefs
from aidefs.errors import InputError
from aidefs.output.render import render_bytes

RESULTS = {
    "comparison": lambda: aidefs.compare("coe", "eu", elements="core"),
    "table": lambda: aidefs.table("coe", "eu", elements="core"),
    "review": lambda: aidefs.review("An AI system is software that may learn.", against=("oecd",)),
    "definition": lambda: aidefs.get("coe"),
}


@pytest.fixture
def pango() -> None:
    """WeasyPrint with the library that it stands on."""
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError) as error:
        if REQUIRE_PROGRAMS:
            raise
        pytest.skip(f"WeasyPrint cannot be loaded: {error}")


def words(data: bytes) -> str:
    pdfium = pytest.importorskip("pypdfium2")
    with pdfium.PdfDocument(data) as held:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in held).split())


@pytest.mark.programs
@pytest.mark.parametrize("name", RESULTS)
def test_words_come_out_alike_each_time(name: str, pango: None) -> None:
    result = RESULTS[name]()
    data = render_bytes(result, "pdf")
    assert data.startswith(b"%PDF-") and data == render_bytes(result, "pdf")
    assert b"CreationDate" not in data
    assert "levels of autonomy" in words(data)


def test_a_result_that_has_a_picture_is_drawn() -> None:
    pytest.importorskip("matplotlib")
    data = render_bytes(aidefs.lineage("oecd"), "pdf")
    assert data.startswith(b"%PDF-") and b"WeasyPrint" not in data


@pytest.mark.parametrize(
    ("held", "message"),
    [
        (None, r"^a document in PDF needs weasyprint: pip install 'aidefs\[pdf\]'$"),
        (OSError("cannot load library 'libpango'"), r"^a document in PDF needs the library Pango, .*browser"),
    ],
)
def test_what_is_missing_is_named(
    monkeypatch: pytest.MonkeyPatch, held: OSError | None, message: str
) -> None:
    class Broken(ModuleType):
        def __getattr__(self, name: str) -> None:
            assert held is not None
            raise held

    monkeypatch.setitem(sys.modules, "weasyprint", None if held is None else Broken("weasyprint"))
    with pytest.raises(InputError, match=message):
        render_bytes(aidefs.get("coe"), "pdf")
