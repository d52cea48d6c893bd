"""How a definition spreads: takers by date, elements that survive, and the forms in which it is shown."""

from __future__ import annotations

import csv
import io
import json
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

import pytest
from support.command import Run, is_error
from support.corpora import LAW, REFERENCE, write_lines
from support.hostile import obeyed

import aidefs
from aidefs.corpora.corpus import Corpus, corpus
from aidefs.corpora.spread import Spread, spread
from aidefs.output.graphml import network
from aidefs.output.render import render, render_bytes

pytest.importorskip("pyarrow")

OECD, OLD = aidefs.get("oecd").text, aidefs.get("oecd@2019").text
TREATY = aidefs.get("coe-2024")
NEAR = LAW.replace("engineered or ", "").replace("infer", "guess")
BILLS = [
    {"id": "late", "date": "2026-01-02", "jurisdiction": "Beta", "text": f"(1) {LAW}"},
    {"id": "first", "date": "2025-03-01", "jurisdiction": "Alpha", "text": f"(1) {LAW}\nMore.\n(2) {LAW}"},
    {"id": "near", "date": "2025-05", "jurisdiction": "Alpha", "text": NEAR},
    {"id": "undated", "text": f"(1) {REFERENCE}"},
    {"id": "new", "date": "2025-06-01", "jurisdiction": "<Gamma> & \x1b\u200f", "text": OECD},
    {"id": "old", "date": "2020-06-01", "jurisdiction": "Beta", "text": OLD},
    {"id": "early", "date": "2023-05-01", "jurisdiction": "Beta", "text": f"(1) {LAW}"},
    {"id": "itself", "date": "2024-05-17", "text": TREATY.text, "url": TREATY.url},
    {"id": "none", "date": "2019-01-01", "jurisdiction": "Beta", "text": "A law on dogs."},
]  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("spread")
    return corpus(write_lines(folder / "a.jsonl", BILLS), out=folder / "out")


@pytest.fixture(scope="module")
def whole(made: Corpus) -> Spread:
    return spread(made)


def test_takers_stand_by_date_and_those_without_one_last(made: Corpus) -> None:
    (course,) = spread(made, "us-ca-ab2885-2024").courses
    assert [(one.doc, one.relation, one.passages) for one in course.adopters] == [
        ("first", "exact", 2), ("near", "changed", 1), ("late", "exact", 1),
    ]  # fmt: skip
    assert course.first is not None and course.first.doc == "first"
    assert course.jurisdictions == ("Alpha", "Beta")
    assert course.relations == {"exact": 2, "changed": 1, "paraphrase": 0, "by-reference": 0}


def test_who_had_the_words_before_or_is_the_text_takes_nothing(made: Corpus, whole: Spread) -> None:
    (course,) = spread(made, "us-ca-ab2885-2024").courses
    assert [(one.doc, one.standing) for one in course.others] == [("early", "later")]
    (treaty,) = spread(made, "coe-2024").courses
    assert treaty.adopters == () and [(one.doc, one.standing) for one in treaty.others] == [("itself", "own")]
    told = render(spread(made, "coe-2024"), "text")
    assert "the text itself" in told and "has its words" not in told
    assert {row["doc"]: row["standing"] for row in whole.records()}["early"] == "later"


def test_the_document_of_a_stored_text_takes_the_one_before_it(made: Corpus) -> None:
    oecd = {course.definition.id: course for course in spread(made, "oecd").courses}["oecd-2024"]
    taker = {one.doc: one for one in oecd.adopters}["itself"]
    assert (taker.relation, taker.standing) == ("changed", "earlier")
    assert "objectives" in taker.kept and "autonomy" in taker.altered


def test_a_citation_is_one_whatever_the_dates(tmp_path: Path) -> None:
    bill = {"id": "old", "date": "2019-05-01", "text": f"(1) {REFERENCE}"}
    found = spread(corpus(write_lines(tmp_path / "a.jsonl", [bill]), out=tmp_path / "out"))
    assert [(one.doc, one.standing) for one in found.courses[0].adopters] == [("old", "later")]


def test_elements_survive_or_do_not(made: Corpus) -> None:
    asked = spread(made, "us-ca-ab2885-2024")
    found = {
        one.element: (one.kept, one.altered, one.lost) for one in asked.courses[0].survival(asked.taxonomy)
    }
    assert found["environment"] == (3, 0, 0)
    assert found["machine-based"] == (2, 1, 0)
    assert all(sum(counts) == 3 for counts in found.values())


def test_a_short_name_is_all_versions(made: Corpus) -> None:
    asked = spread(made, "oecd")
    assert {"new", "old"} <= set(asked.adopters)
    versions = aidefs.Library.shipped().aliases["oecd"].versions
    assert {course.definition.id for course in asked.courses} <= set(versions)


def test_of_all_definitions_the_one_with_most_takers_is_first(whole: Spread) -> None:
    sizes = [len(course.adopters) for course in whole.courses]
    assert sizes == sorted(sizes, reverse=True)
    assert whole.courses[0].definition.id == "us-ca-ab2885-2024"
    assert "none" not in whole.adopters


def test_rows_columns_and_json_agree(whole: Spread) -> None:
    rows = whole.records()
    assert [column.name for column in whole.columns()] == list(rows[0])
    told = json.loads(render(whole, "json"))
    assert told["schema"] == "aidefs/spread/1" and told["documents"] == len(BILLS)
    assert sum(one["documents"] + len(one["others"]) for one in told["definitions"]) == len(rows)
    sheet = list(csv.DictReader(io.StringIO(render(whole, "csv"))))
    assert [row["doc"] for row in sheet] == [row["doc"] for row in rows]
    if find_spec("pandas"):
        assert whole.to_frame()["doc"].tolist() == [row["doc"] for row in rows]


@pytest.mark.parametrize("asked", ["", "oecd", "us-naiia-2020"])
def test_networks(made: Corpus, asked: str) -> None:
    result = spread(made, asked or None)
    vertices, links = network(result)
    assert {link.source for link in links} | {link.target for link in links} == {one.id for one in vertices}
    assert sum(link.documents for link in links) == sum(len(course.adopters) for course in result.courses)
    tree = ElementTree.fromstring(render_bytes(result, "graphml"))
    space = "{http://graphml.graphdrawing.org/xmlns}"
    assert len(tree.findall(f".//{space}node")) == len(vertices)
    assert len(tree.findall(f".//{space}edge")) == len(links)
    keys = {key.get("id") for key in tree.findall(f"{space}key")}
    assert {data.get("key") for data in tree.iter(f"{space}data")} <= keys
    dot = render_bytes(result, "dot").decode()
    assert dot.count(" -> ") == len(links) and "\x1b" not in dot


@pytest.mark.parametrize("asked", ["", "oecd"])
def test_pictures(made: Corpus, asked: str) -> None:
    pytest.importorskip("matplotlib")
    picture = render_bytes(spread(made, asked or None), "svg")
    assert picture.startswith(b"<?xml") and picture == render_bytes(spread(made, asked or None), "svg")


def test_graphml_holds_no_unseen_character(made: Corpus) -> None:
    shown = render(spread(made, "oecd"), "graphml") + render(spread(made), "graphml")
    assert "\u200f" not in shown and "&#x200F;" in shown and obeyed(shown) == []


def test_views(made: Corpus, whole: Spread) -> None:
    assert "California AB 2885" in render(whole, "text", width=100)
    assert "<Gamma>" not in render(spread(made, "oecd"), "html")
    assert "None of 9 documents takes us-mi-pa264-2023." in render(spread(made, "us-mi-pa264-2023"), "text")
    assert "9 documents, 8 of them with 9 passages" in render(made, "text")


def test_the_command_line(made: Corpus, run: Run, here: Path) -> None:
    ran = run("spread", made.folder, "--definition", "us-ca-ab2885-2024", "--format", "json")
    assert ran.code == 0 and json.loads(ran.out)["asked"] == "us-ca-ab2885-2024"
    assert run("spread", made.folder, "--out", "a.graphml").code == 0 and Path("a.graphml").exists()
    is_error(
        run("spread", "nowhere"), "'nowhere' holds no corpus; aidefs corpus SOURCE --out nowhere makes one"
    )
    is_error(run("spread", made.folder, "--definition", "oecdd"), "unknown definition")
    is_error(run("compare", "coe", "eu", "--format", "graphml"), "a spread has")
