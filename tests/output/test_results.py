"""Results as data, files and notebook displays: every kind of result in every form."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from support.hostile import SHIPPED

import aidefs
from aidefs.formats.options import OWN_FORMATS
from aidefs.output.render import FORMATS, form_of, render
from aidefs.segmentation.segmentation import segment

RESULTS = (
    "comparison", "redline", "segmentation", "definition", "definitions", "elements", "check", "search",
    "terms", "collection", "changes",
)  # fmt: skip


@cache
def result_of(kind: str) -> Any:
    from aidefs.library.listing import CheckReport, ElementsList, Listing, TermsList
    from aidefs.library.taxonomy import Taxonomy

    make: dict[str, Callable[[], Any]] = {
        "comparison": lambda: aidefs.compare("coe", "eu"),
        "redline": lambda: aidefs.diff("oecd@2019", "oecd"),
        "segmentation": lambda: segment("eu"),
        "definition": lambda: aidefs.get("eu"),
        "definitions": lambda: Listing((aidefs.get("eu"),), SHIPPED),
        "elements": lambda: ElementsList(Taxonomy.shipped()),
        "terms": lambda: TermsList(SHIPPED),
        "collection": lambda: aidefs.collection(term="risk"),
        "changes": lambda: aidefs.changes("2026.11"),
        "check": lambda: CheckReport.of(None),
        "search": lambda: aidefs.search("levels of autonomy"),
    }
    return make[kind]()


@pytest.mark.parametrize("kind", RESULTS)
def test_results_show_themselves(kind: str) -> None:
    result = result_of(kind)
    assert result.to_html() == render(result, "html")
    assert result.to_text() == render(result, "text")
    assert result.to_text(width=140) == render(result, "text", width=140)
    assert result.to_markdown() == render(result, "markdown")
    assert result.to_latex() == render(result, "latex")


@pytest.mark.parametrize("kind", RESULTS)
def test_results_become_data(kind: str) -> None:
    data = result_of(kind).to_dict()
    assert list(data)[:3] == ["schema", "data_version", "data_hash"]
    assert data["schema"] == f"aidefs/{kind}/{2 if kind in ('comparison', 'segmentation') else 1}"
    assert json.loads(render(result_of(kind), "json")) == json.loads(json.dumps(data))


@pytest.mark.parametrize("kind", RESULTS)
@pytest.mark.parametrize("ending", ["txt", "md", "tex", "html", "json", "rst", "csv", "tsv"])
def test_results_save_themselves(kind: str, ending: str, tmp_path: Any) -> None:
    if kind == "check" and ending in ("rst", "csv", "tsv"):
        pytest.skip("a check without faults has no table")
    path = tmp_path / f"result.{ending}"
    result_of(kind).save(path)
    form = form_of(path)
    page = True if form == "html" else None
    assert path.read_bytes().decode("utf-8") == render(result_of(kind), form, standalone=page)
    result_of(kind).save(str(path))


@pytest.mark.parametrize("kind", RESULTS)
def test_reprs_are_short(kind: str) -> None:
    shown = repr(result_of(kind))
    assert len(shown) < 300 and "\n" not in shown


def test_json_of_text_that_utf_8_cannot_hold() -> None:
    source = aidefs.diff("a lone \ud800 here", "another text here").to_json()
    assert json.loads(source)["a"]["text"] == "a lone \ud800 here"
    source.encode("utf-8")


def test_own_formats_come_first() -> None:
    assert FORMATS[: len(OWN_FORMATS)] == OWN_FORMATS
    assert len(set(FORMATS)) == len(FORMATS)


def test_public_names_are_not_hidden_by_modules() -> None:
    """A module `aidefs.segment` once took the place of the function as soon as it was imported."""
    script = (
        "import aidefs, importlib, pkgutil\n"
        "modules = [m.name for m in pkgutil.walk_packages(aidefs.__path__, 'aidefs.')]\n"
        "[importlib.import_module(name) for name in modules if not name.endswith('__main__')]\n"
        "print([name for name in aidefs.__all__ if type(getattr(aidefs, name)).__name__ == 'module'])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
