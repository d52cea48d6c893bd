"""`aidefs serve` and `aidefs site`: what the options become, and what is said where something is missing."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from support.command import Run

from aidefs.cli import explorer


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the functions behind the commands are called with."""
    pytest.importorskip("waitress")
    found: dict[str, Any] = {}

    def serve(library: Any, *, ready: Any, **options: Any) -> None:
        found.update(options, library=library)
        ready("http://127.0.0.1:8000/")

    def files(**options: Any) -> dict[str, bytes]:
        found.update(options)
        return {"aidefs-site.json": b"{}", "d/eu/index.html": b"x" * 1_500_000}

    monkeypatch.setattr("aidefs.web.server.serve", serve)
    monkeypatch.setattr("aidefs.web.site.site_files", files)
    monkeypatch.setattr("webbrowser.open", lambda address: found.update(opened=address))
    return found


def test_serve_says_where_and_opens_the_browser(given: dict[str, Any], run: Run) -> None:
    ran = run("serve")
    assert (ran.code, ran.err) == (0, "") and ran.out.splitlines()[0] == given["opened"]
    assert (given["host"], given["port"], given["allowed"], given["uploads"]) == ("127.0.0.1", 0, (), None)
    given.clear()
    run("serve", "--no-open", "--port", "8000", "--host", "0.0.0.0", "--allow-host", "a.example", "--uploads")
    assert given["allowed"] == ("a.example",) and given["uploads"] is True and "opened" not in given


def test_site_says_how_much_it_wrote(given: dict[str, Any], run: Run, here: Path) -> None:
    (here / "pairs.txt").write_text("# mine\neu coe\n\noecd iso nist\n", encoding="utf-8")
    ran = run("site", "public", "--pairs", "pairs.txt", "--url", "https://example.org/")
    assert (ran.code, ran.out) == (0, "public: 2 files, 1.5 MB\n")
    assert list(given["pairs"]) == [["eu", "coe"], ["oecd", "iso", "nist"]]
    assert (here / "public" / "d" / "eu" / "index.html").stat().st_size == 1_500_000
    assert run("site", "public").code == 2
    assert run("site", "public", "--force").code == 0 and given["pairs"] is None


def test_pairs_that_cannot_be_read(given: dict[str, Any], run: Run, here: Path) -> None:
    assert "neither core nor a file" in run("site", "public", "--pairs", "nothing.txt").err
    assert not (here / "public").exists()


@pytest.mark.parametrize("command", [("serve",), ("site", "public")])
def test_the_extra_is_named_where_it_is_missing(
    command: tuple[str, ...], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(explorer, "find_spec", lambda name: None)
    ran = run(*command)
    assert ran.code == 2
    assert re.fullmatch(r"aidefs: the explorer needs werkzeug: pip install 'aidefs\[web\]'\n", ran.err)
