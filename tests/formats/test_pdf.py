"""Documents as PDF: that words and tables come out, alike each time, and what is said where not."""

from __future__ import annotations

import socket
import sys
from contextlib import closing
from pathlib import Path
from types import ModuleType

import pytest
from support.programs import REQUIRE_PROGRAMS

import aidefs
from aidefs.errors import InputError
from aidefs.formats import pdf
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
    with closing(pdfium.PdfDocument(data)) as held:  # as pypdfium2 4 has it, too
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in held).split())


@pytest.mark.programs
@pytest.mark.parametrize("name", RESULTS)
def test_words_come_out_alike_each_time(name: str, pango: None) -> None:
    result = RESULTS[name]()
    data = render_bytes(result, "pdf")
    assert data.startswith(b"%PDF-") and data == render_bytes(result, "pdf")
    assert b"CreationDate" not in data
    assert "levels of autonomy" in words(data)


@pytest.mark.programs
def test_nothing_is_fetched_whatever_the_page_asks_for(
    pango: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No text becomes mark-up; should one ever, the page still gets no file and no address."""
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret", encoding="utf-8")
    secret.with_suffix(".css").write_text("p::after { content: 'a secret' }", encoding="utf-8")
    picture = "<svg xmlns='http://www.w3.org/2000/svg'><text y='9'>a secret</text></svg>"
    secret.with_suffix(".svg").write_text(picture, encoding="utf-8")
    asked: list[tuple[str, object]] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        here, there = (secret.with_suffix("").as_uri(), f"http://127.0.0.1:{server.getsockname()[1]}/x")
        page = "".join(
            f"<link rel=stylesheet href={at}.css><link rel=attachment href={at}.txt><img src={at}.svg alt=x>"
            f"<style>@import '{at}.css'; p {{ background: url({at}.svg) }}</style>"
            for at in (here, there)
        )
        monkeypatch.setattr(pdf, "render_html", lambda *given: asked.append(given) or f"{page}<p>words</p>")
        data = render_bytes(aidefs.get("coe"), "pdf")
        with pytest.raises(TimeoutError):
            server.accept()
    assert asked and "words" in words(data) and "secret" not in words(data)
    assert b"/EmbeddedFile" not in data and b"/Image" not in data


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
