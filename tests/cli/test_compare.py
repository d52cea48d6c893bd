"""The commands `table` and `diff` with several texts: the choices that they pass on, and their JSON."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.command import Run, is_error
from support.redlines import check_tiling
from support.strategies import DEFINITIONS
from wcwidth import wcswidth

import aidefs
from aidefs.comparison.table import CELLS
from aidefs.formats.document import Heading, Paragraph, plain
from aidefs.library.records import Definition
from aidefs.output.views import document, tracked_document

EU = ("eu@2021", "eu@2022", "eu@2023", "eu")

# --- the table ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "choices"),
    [
        ("", {}),
        ("--elements core", {"elements": "core"}),
        ("--elements outputs,autonomy", {"elements": ["outputs", "autonomy"]}),
        ("--cells ticks", {"cells": "ticks"}),
        ("--cells modal,items --no-notes", {"cells": ["modal", "items"], "notes": False}),
        ("--cells redline --baseline oecd", {"cells": "redline", "baseline": "oecd"}),
        ("--transpose --cells status", {"transpose": True, "cells": "status"}),
        ("--highlight none --dates american", {"highlight": "none", "dates": "american"}),
        ("--language fr --dates iso", {"language": "fr", "dates": "iso"}),
        ("--caption Three --name defs", {"caption": "Three", "name": "defs"}),
        ("--caption= --method automatic", {"caption": "", "method": "automatic"}),
    ],
)
@pytest.mark.parametrize("form", ["text", "latex", "json"])
def test_options_of_the_command_are_those_of_the_function(
    run: Run, arguments: str, choices: dict[str, Any], form: str
) -> None:
    result = aidefs.table("coe", "eu", "oecd", **choices)
    ran = run("table", "coe", "eu", "oecd", *arguments.split(), "--format", form)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == {"text": result.to_text, "latex": result.to_latex, "json": result.to_json}[form]()


def test_a_table_has_its_caption_above(run: Run) -> None:
    shown = run("table", "coe", "eu", "--caption", "Two definitions").out
    assert shown.startswith("Two definitions\n\n┌")
    assert run("table", "coe", "eu", "--caption", "").out.startswith("┌")


@pytest.mark.parametrize("cells", CELLS)
@pytest.mark.parametrize("transpose", [[], ["--transpose"]])
def test_a_table_fits_a_screen(run: Run, cells: str, transpose: list[str]) -> None:
    for names in (["eu"], ["coe", "eu", "oecd"], ["coe", "eu", "oecd", "nist", "iso", "us"]):
        shown = run("table", *names, "--cells", cells, *transpose).out
        # An address alone may be wider.
        assert all(wcswidth(line) <= 80 or "https://" in line for line in shown.splitlines())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--cells", "tick"], "unknown kind of cell 'tick'; nearest: ticks"),
        (["--cells", "text,redline"], "a cell shows the text or its redline, not both"),
        (["--dates", "amercan"], "unknown date style 'amercan'; nearest: american"),
        (["--language", "de"], "unknown language of a table 'de'"),
        (["--highlight", "cor"], "unknown highlight 'cor'; nearest: core"),
        (["--elements", "autonmy"], "unknown element 'autonmy'; nearest: autonomy"),
        (["--elements", "technique"], "no definition has any of the elements"),
        (["--baseline", "nist"], "baseline 'nist-ai-rmf-2023' is not among"),
        (["--bib-style", "csl"], "'csl'"),
    ],
)
def test_mistakes_in_a_table(run: Run, arguments: list[str], message: str) -> None:
    is_error(run("table", "coe", "eu", *arguments), message)


def test_json_of_a_table_has_the_promised_shape(run: Run) -> None:
    data = json.loads(run("table", "coe", "eu", "--elements", "outputs,technique", "-f", "json").out)
    assert list(data) == ["schema", "data_version", "data_hash", "definitions", "cells", "rows", "absent"]
    assert data["schema"] == "aidefs/table/1"
    assert [d["id"] for d in data["definitions"]] == ["coe-2024", "eu-ai-act-2024"]
    assert (data["cells"], data["absent"]) == (["text"], ["technique"])
    [row] = data["rows"]
    assert (row["element"], row["label"], row["group"]) == ("outputs", "Outputs", "core")
    first, second = row["cells"]
    keys = ["present", "text", "status", "moved", "similarity", "modal", "items"]
    assert list(first) == list(second) == keys
    assert (first["status"], first["moved"], first["similarity"]) == (None, None, None)
    assert (second["status"], second["moved"], second["similarity"]) == ("punctuation only", False, 1.0)
    assert second["items"] == ["predictions", "content", "recommendations", "decisions"]


@given(st.lists(st.sampled_from(DEFINITIONS), min_size=1, max_size=4))
@settings(max_examples=25)
def test_json_and_records_of_a_table_agree(chosen: list[Definition]) -> None:
    result = aidefs.table(*(d for d in chosen if d.reviewed), aidefs.get("eu"), elements="core")
    flat = [cell for row in result.to_dict()["rows"] for cell in row["cells"]]
    records = [{**r, "text": r["text"] or "", "items": list(r["items"])} for r in result.records()]
    for record, cell in zip(records, flat, strict=True):
        shared = cell.keys() & record.keys()
        assert cell.keys() - shared <= {"machine_words"}  # which rows do not have
        assert {key: record[key] for key in shared} == {key: cell[key] for key in shared}


# --- chains -------------------------------------------------------------------------------------


def test_diff_with_several_texts_is_a_chain(run: Run) -> None:
    ran = run("diff", *EU)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == aidefs.chain(*EU).to_text()
    assert ran.out.startswith("Redlines: EU Commission (2021) → EU Council (Dec 2022) → ")
    assert run("diff", *EU[:2]).out == aidefs.diff(*EU[:2]).to_text()
    clauses = run("diff", *EU[:3], "--level", "clause").out
    assert clauses == aidefs.chain(*EU[:3], level="clause").to_text()


def test_exit_code_of_a_chain(run: Run) -> None:
    assert run("diff", "eu", "eu", "eu", "--exit-code").code == 0
    assert run("diff", "eu", "eu", "oecd", "--exit-code").code == 1
    assert run("diff", "eu", "eu", "oecd").code == 0


def test_texts_of_a_chain_may_be_given(run: Run) -> None:
    shown = run("diff", "--text", "one two", "--text", "one three", "--text", "four three").out
    assert "Redlines: text 1 → text 2 → text 3" in shown
    assert "one [-two-]{+three+}" in shown and "[-one-]{+four+} three" in shown


def test_json_of_a_chain_has_the_promised_shape(run: Run) -> None:
    data = json.loads(run("diff", *EU, "-f", "json").out)
    assert list(data) == ["schema", "data_version", "data_hash", "definitions", "steps"]
    assert data["schema"] == "aidefs/chain/1"
    assert [d["id"] for d in data["definitions"]] == [aidefs.get(name).id for name in EU]
    assert len(data["steps"]) == 3
    for step, (name, after) in zip(data["steps"], pairwise(EU), strict=True):
        assert list(step) == ["from", "to", "edits", "similarity", "words", "punctuation_changes"]
        whole = aidefs.diff(name, after).to_dict()
        assert {key: step[key] for key in ("edits", "similarity", "words", "punctuation_changes")} == {
            key: whole[key] for key in ("edits", "similarity", "words", "punctuation_changes")
        }


@given(st.lists(st.sampled_from(DEFINITIONS), min_size=2, max_size=5))
@settings(max_examples=25)
def test_every_text_of_a_chain_comes_back(chosen: list[Definition]) -> None:
    result = aidefs.chain(*chosen)
    assert len(result.redlines) == len(chosen) - 1
    for line, (old, new) in zip(result.redlines, pairwise(chosen), strict=True):
        assert (line.a, line.b) == (old.text, new.text)
        check_tiling(line.edits, old.text, new.text)
    assert result.changes == sum(len(line.changes) for line in result.redlines)
    steps = [record["step"] for record in result.records()]
    assert steps == sorted(steps) and len({frozenset(record) for record in result.records()}) == 1


def test_a_chain_shows_each_text_under_its_name_and_date() -> None:
    shown = document(aidefs.chain(*EU))
    headings = [block.text for block in shown.blocks if isinstance(block, Heading)]
    assert headings == [
        "EU Commission (2021), 2021-04-21, superseded",
        "EU Council (Dec 2022), 2022-12-06, superseded",
        "EU Parliament (Jun 2023), 2023-06-14, superseded",
        "EU AI Act, 2024-06-13, in force",
    ]
    paragraphs = [block for block in shown.blocks if isinstance(block, Paragraph)]
    assert plain(paragraphs[0].runs) == aidefs.get("eu@2021").text


def test_the_changes_of_a_chain_are_tracked_step_by_step() -> None:
    found = tracked_document(aidefs.chain(*EU))
    assert found is not None
    scripts = [block for block in found.blocks if isinstance(block, Paragraph)]
    for script, (old, new) in zip(scripts, pairwise(EU), strict=True):
        assert script.tracked
        assert plain(run for run in script.runs if run.mark != "insert") == aidefs.get(old).text
        assert plain(run for run in script.runs if run.mark != "delete") == aidefs.get(new).text


def test_edits_of_the_records_are_those_of_the_redlines() -> None:
    result = aidefs.chain(*EU)
    nothing = (None, None)
    edits = [
        (r["op"], (r["a_start"], r["a_end"]), (r["b_start"], r["b_end"]), r["text"]) for r in result.records()
    ]
    assert edits == [
        (e.op, e.a or nothing, e.b or nothing, e.text) for line in result.redlines for e in line.edits
    ]
