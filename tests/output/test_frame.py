"""Notebooks: what a result offers to show, the example notebook executed, and rows for pandas.

`examples/tour.ipynb` holds its outputs. After a change that is meant to change them:

    python -m pytest tests/output/test_frame.py --update

executes it and writes them anew.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from support.strategies import DEFINITIONS, pairs, texts

import aidefs
from aidefs.errors import Fault, InputError
from aidefs.library.library import Library
from aidefs.library.listing import CheckReport, Definitions, ElementsList, Listing, TermsList
from aidefs.library.taxonomy import Taxonomy
from aidefs.results import Result

ROOT = Path(__file__).parents[2]
TOUR = ROOT / "examples" / "tour.ipynb"
SHIPPED = Library.shipped()

RESULTS: dict[str, Callable[[], Any]] = {
    "comparison": lambda: aidefs.compare("coe", "eu", "oecd"),
    "comparison across languages": lambda: aidefs.compare("eu", "eu:fr"),
    "redline": lambda: aidefs.diff("oecd@2019", "oecd"),
    "redline of equal texts": lambda: aidefs.diff("eu", "eu"),
    "chain": lambda: aidefs.chain("oecd@2019", "oecd@2023", "oecd"),
    "table": lambda: aidefs.table("coe", "eu", "oecd"),
    "segmentation": lambda: aidefs.segment("eu"),
    "segmentation of a text": lambda: aidefs.segment("An AI system is a machine that infers outputs."),
    "definition": lambda: aidefs.get("eu:fr"),
    "definition of a text": lambda: aidefs.compare("eu", "An AI system is a machine.").definitions[1],
    "definitions": lambda: aidefs.definitions(jurisdiction="EU"),
    "no definitions": lambda: aidefs.definitions(jurisdiction="EU", year=1950),
    "listing": lambda: Listing(DEFINITIONS, SHIPPED, "lang"),
    "elements": lambda: ElementsList(Taxonomy.shipped()),
    "terms": lambda: TermsList(SHIPPED),
    "collection": lambda: aidefs.collection(term="risk"),
    "changes": lambda: aidefs.changes("2026.11"),
    "no changes": lambda: aidefs.changes(SHIPPED.data_version),
    "check": lambda: CheckReport("here", 2, (Fault("a.toml", "text", "is missing", "missing"),)),
    "check without faults": lambda: CheckReport("here", 2, ()),
    "search": lambda: aidefs.search("levels of autonomy"),
    "search without hits": lambda: aidefs.search("abracadabra"),
    "coverage": lambda: aidefs.coverage("coe", "eu", "oecd"),
    "timeline": lambda: aidefs.timeline("adaptiveness", jurisdiction="EU"),
    "nearest": lambda: aidefs.nearest("eu"),
    "lineage": lambda: aidefs.lineage("eu"),
    "families": lambda: aidefs.families("coe", "eu", "oecd"),
    "verification": lambda: aidefs.verify(ROOT / "examples" / "article.md"),
}
EMPTY = {"no definitions", "no changes", "check without faults", "search without hits"}


@cache
def result_of(kind: str) -> Any:
    return RESULTS[kind]()


def each() -> Any:
    return pytest.mark.parametrize("kind", RESULTS)


# --- what a notebook shows ------------------------------------------------------------------------


@each()
def test_every_result_offers_html_markdown_and_latex(kind: str) -> None:
    result = result_of(kind)
    assert isinstance(result, Result)
    assert result._repr_html_() == result.to_html()
    assert result._repr_html_().count("<section") == 1
    assert result._repr_markdown_() == result.to_markdown()
    assert result._repr_latex_() == result.to_latex()


def test_definitions_are_a_tuple_that_shows_itself() -> None:
    found = aidefs.definitions(jurisdiction="EU")
    assert found == SHIPPED.where(jurisdiction="EU") and isinstance(found, tuple)
    assert isinstance(found[:3], Definitions) and found[:3].library is found.library
    assert found[:3] == tuple(found)[:3] and found[0] is next(iter(found))
    assert found.to_text() == Listing(tuple(found), SHIPPED).to_text()
    assert found.to_dict() == Listing(tuple(found), SHIPPED).to_dict()
    assert hash(found) == hash(tuple(found))


def test_definitions_survive_pickling() -> None:
    import copy
    import pickle

    found = aidefs.definitions(jurisdiction="COE")
    for again in (pickle.loads(pickle.dumps(found)), copy.copy(found)):
        assert again == found and isinstance(again, Definitions)
        assert again.to_markdown() == found.to_markdown()


# --- rows -----------------------------------------------------------------------------------------

_PYTHON = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": bool,
    "date": str,
    "array": tuple,
    "object": dict,
}


@each()
def test_records_have_the_declared_columns_and_types(kind: str) -> None:
    result = result_of(kind)
    columns = result.columns()
    assert columns
    assert len({column.name for column in columns}) == len(columns)
    records = result.records()
    assert (not records) == (kind in EMPTY)
    for record in records:
        assert list(record) == [column.name for column in columns]
        for name, type_, _ in columns:
            value = record[name]
            assert value is None or type(value) in (_PYTHON[type_], type(None)), (name, value)
            assert value != ""
            assert type_ != "array" or value is not None


def test_a_comparison_has_a_row_an_element_and_definition() -> None:
    comparison = aidefs.compare("coe", "eu", "oecd")
    records = comparison.records()
    assert len(records) == len(comparison.rows) * 3
    assert [r["id"] for r in records[:3]] == ["coe-2024", "eu-ai-act-2024", "oecd-2024"]
    for number, record in enumerate(records):
        row, k = comparison.rows[number // 3], number % 3
        assert record["element"] == row.element.id
        assert (record["text"] or "") == row.cells[k].text
        assert record["baseline"] == (k == 0)
        assert record["status"] == (row.pairs[k - 1].status if k else None)
        assert record["moved"] == (row.pairs[k - 1].moved if k else None)
        assert record["items"] == row.cells[k].facets.items
        assert record["present"] == bool(row.cells[k].segments)
    modal = {(r["element"], r["id"]): r["modal"] for r in records}
    assert modal["environment", "coe-2024"] == "may" and modal["environment", "eu-ai-act-2024"] == "can"
    missing = [r for r in records if not r["present"]]
    assert missing and all(r["position"] is None and r["items"] == () for r in missing)


@given(pairs())
def test_both_texts_come_back_from_the_rows_of_a_redline(pair: tuple[str, str]) -> None:
    from aidefs.alignment.redline import redline

    line = redline(*pair)
    records = line.records()
    assert "".join(r["text"] for r in records if r["op"] != "insert") == line.a
    assert "".join(line.b[r["b_start"] : r["b_end"]] for r in records if r["b_start"] is not None) == line.b
    assert len({r["change"] for r in records} - {None}) == len(line.changes)
    assert all((r["change"] is None) == (r["op"] == "equal") for r in records)


def test_segments_and_hits_stand_where_the_rows_say() -> None:
    for record in aidefs.segment("eu").records():
        assert aidefs.get("eu").text[record["start"] : record["end"]] == record["text"]
    for record in aidefs.search("levels of autonomy").records():
        assert aidefs.get(record["id"]).text[record["start"] : record["end"]] == record["match"]


def test_definitions_have_the_columns_of_an_export() -> None:
    from aidefs.output.export import resources

    exported = resources(DEFINITIONS, SHIPPED)[0]
    records = Listing(DEFINITIONS, SHIPPED).records()
    names = [tuple(name for name in record if not name.endswith("_precision")) for record in records]
    assert names == [tuple(c.name for c in exported.columns)] * len(DEFINITIONS)
    assert [r["text"] for r in records] == [d.text for d in DEFINITIONS]


# --- data frames ----------------------------------------------------------------------------------


@each()
def test_frames_have_a_type_a_column_whatever_they_hold(kind: str) -> None:
    pandas = pytest.importorskip("pandas")
    result = result_of(kind)
    frame = result.to_frame()
    assert list(frame.columns) == [column.name for column in result.columns()]
    assert len(frame) == len(result.records())
    same = {
        "string": pandas.StringDtype("python"), "integer": "Int64", "boolean": "boolean",
        "number": "float64", "date": "datetime64[s]",
    }  # fmt: skip
    for name, type_, _ in result.columns():
        assert frame[name].dtype == same.get(type_, "object"), name
        for value, cell in zip((r[name] for r in result.records()), frame[name], strict=True):
            assert pandas.isna(cell) if value is None else _same(cell, value, type_), name


def _same(cell: Any, value: Any, type_: str) -> bool:
    """Whether a frame holds the value; of a date it holds the first day."""
    return str(cell.date()) == (value + "-01-01")[:10] if type_ == "date" else bool(cell == value)


def test_frames_answer_questions() -> None:
    pytest.importorskip("pandas")
    frame = aidefs.compare("coe", "eu", "oecd").to_frame()
    reworded = frame[frame["status"] == "reworded"]
    assert "environment" in set(reworded["element"])
    assert frame[frame["moved"].fillna(False)]["id"].unique().tolist() == ["eu-ai-act-2024"]
    wide = frame.pivot(index="element", columns="id", values="similarity")
    assert wide.loc["machine-based", "eu-ai-act-2024"] == 1
    items = frame.explode("items").dropna(subset="items")
    assert "predictions" in set(items["items"])


def test_a_date_says_how_precise_it_is() -> None:
    pytest.importorskip("pandas")
    frame = aidefs.definitions().to_frame().set_index("id")
    assert {"year", "month", "day"} == set(frame["adopted_precision"].dropna())
    for one in DEFINITIONS:
        assert frame["adopted_precision"][one.id] == {4: "year", 7: "month", 10: "day"}[len(one.adopted)]
    late = frame[(frame["adopted"] > "2024-06-30") & (frame["adopted_precision"] == "day")]
    assert set(late.index) == {d.id for d in DEFINITIONS if len(d.adopted) == 10 and d.adopted > "2024-06-30"}


def test_frames_are_joined_by_one_key() -> None:
    pytest.importorskip("pandas")
    frames = [
        aidefs.coverage("coe", "eu"), aidefs.compare("coe", "eu"), aidefs.nearest("eu"), aidefs.segment("eu"),
        aidefs.timeline("autonomy"), aidefs.search("autonomy"), aidefs.lineage("eu"), aidefs.origins("eu"),
        aidefs.families("coe", "eu"), aidefs.collate("coe", "eu"), aidefs.review("eu", against=("oecd",)),
    ]  # fmt: skip
    for result in frames:
        assert set(result.to_frame()["id"].dropna()) <= {d.id for d in DEFINITIONS}, result


def test_a_matrix_is_square_and_its_pairs_are_long() -> None:
    pytest.importorskip("pandas")
    matrix = aidefs.matrix("coe", "eu", "oecd@2019", "nist")
    square, pairs = matrix.to_frame(), matrix.pairs()
    assert list(square.index) == list(square.columns) == [one.id for one in matrix.ordered]
    assert (square == square.T).all(axis=None) and set(map(float, square.to_numpy().diagonal())) == {1.0}
    assert len(pairs) == len(matrix.records()) == 6
    for row in pairs.itertuples():
        assert square.loc[row.id, row.other] == row.similarity == matrix.between(row.id, row.other)


def test_language_versions_are_counted_as_one() -> None:
    pytest.importorskip("pandas")
    all_of, once = aidefs.definitions(), aidefs.definitions(one_per_instrument=True)
    assert all_of.to_frame()["instrument_id"].nunique() == len(once) < len(all_of)
    assert "eu-ai-act-2024" in {d.id for d in once} and "eu-ai-act-2024-fr" not in {d.id for d in once}
    french = aidefs.definitions(lang="fr")
    assert aidefs.definitions(lang="fr", one_per_instrument=True) == french, "each text is there once anyway"
    assert len(aidefs.coverage("eu", "eu:fr", "coe", one_per_instrument=True).rows) == 2


@settings(max_examples=30)
@given(texts())
def test_frames_hold_every_character(text: str) -> None:
    pytest.importorskip("pandas")
    from aidefs.alignment.redline import redline

    frame = redline("one " + text, "another " + text).to_frame()
    assert "".join(frame[frame["op"] != "insert"]["text"]) == "one " + text


def test_without_pandas_one_line_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)  # as if it were not installed
    with pytest.raises(InputError) as caught:
        aidefs.get("eu").to_frame()
    assert str(caught.value) == "a data frame needs pandas: pip install 'aidefs[pandas]'"


def test_a_result_without_columns_leaves_the_types_to_the_values() -> None:
    pytest.importorskip("pandas")

    class Counts(Result):
        def records(self) -> tuple[dict[str, Any], ...]:
            return ({"word": "may", "count": 3}, {"word": "can", "count": 4})

    assert Counts().to_frame()["count"].sum() == 7


# --- the documentation of the columns --------------------------------------------------------------


def test_the_page_on_notebooks_names_every_column() -> None:
    page = (ROOT / "docs" / "notebooks.md").read_text(encoding="utf-8")
    tables = re.findall(r"^### `([^`]+)`.*?\n\n((?:\|.*\n)+)", page, re.M)
    described = {
        name: [
            tuple(cell.strip() for cell in line.strip("|\n").split("|")) for line in table.split("\n")[2:-1]
        ]
        for name, table in tables
    }
    expected = {
        "compare": "comparison", "diff": "redline", "segment": "segmentation", "search": "search",
        "ElementsList": "elements", "CheckReport": "check", "coverage": "coverage", "timeline": "timeline",
        "nearest": "nearest", "lineage": "lineage", "families": "families", "matrix": "matrix",
        "verify": "verification",
    }  # fmt: skip
    for name, kind in expected.items():
        result = aidefs.matrix("coe", "eu") if kind == "matrix" else result_of(kind)
        columns = [(f"`{c.name}`", c.type, c.description) for c in result.columns()]
        assert described[name] == columns, name


# --- the example notebook ---------------------------------------------------------------------------

_EXECUTE = """
import json, sys
import nbformat
from nbclient import NotebookClient

notebook = nbformat.reads(sys.stdin.read(), as_version=4)
NotebookClient(notebook, timeout=120, record_timing=False, kernel_name="python3").execute()
notebook.metadata["language_info"] = {"name": "python"}  # without the version of this Python
sys.stdout.write(nbformat.writes(notebook) + "\\n")
"""


@pytest.fixture(scope="module")
def executed() -> str:
    for package in ("nbclient", "ipykernel", "pandas"):
        pytest.importorskip(package)
    source = TOUR.read_text(encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", _EXECUTE], input=source, capture_output=True, encoding="utf-8", cwd=TOUR.parent
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


class _Words(HTMLParser):
    """The words of a page, without its style."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.silent = False
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.silent = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self.silent = False

    def handle_data(self, data: str) -> None:
        self.words += [] if self.silent else data.split()


def outputs(notebook: str) -> list[tuple[str, dict[str, Any]]]:
    """The outputs of each cell; of a data frame the words, whose mark-up is that of a version of pandas."""
    found = []
    for cell in json.loads(notebook)["cells"]:
        for output in cell.get("outputs", ()):
            data = {kind: "".join(text) for kind, text in output.get("data", {}).items()}
            if 'class="dataframe"' in data.get("text/html", ""):
                data = {"words": _Words(data["text/html"]).words}
            found.append((cell["id"], {**data, "kind": output["output_type"]}))
    return found


def test_the_tour_has_the_outputs_that_it_gives(executed: str, update: bool) -> None:
    if update:
        TOUR.write_text(executed, encoding="utf-8", newline="\n")
    assert outputs(executed) == outputs(TOUR.read_text(encoding="utf-8"))


def test_the_tour_shows_results_and_no_errors(executed: str) -> None:
    found = outputs(executed)
    assert {output["kind"] for _, output in found} == {"execute_result"}
    shown = dict(found)
    for cell in ("compare", "diff", "table", "list", "search", "show", "segment"):
        assert {"text/html", "text/markdown", "text/latex", "text/plain"} <= set(shown[cell]), cell
    for cell in ("frame", "pivot", "modal"):
        assert "words" in shown[cell], cell
    sources = {c["id"]: "".join(c["source"]) for c in json.loads(executed)["cells"]}
    assert sources["compare"] == 'aidefs.compare("coe", "eu")'
    assert shown["compare"]["text/html"] == aidefs.compare("coe", "eu").to_html()


def test_the_tour_says_nothing_of_the_machine() -> None:
    text = TOUR.read_text(encoding="utf-8")
    assert str(ROOT) not in text and not re.search(r"iso8601|timestamp|/home/|/tmp/|0x[0-9a-f]{6}", text)
