"""Similarity of many definitions: the matrix, the families, and the JSON of all surveys."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from importlib import import_module
from itertools import permutations
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from support.strategies import DEFINITIONS, ENGLISH
from support.surveys import CHAIN, shuffled

import aidefs
from aidefs.alignment.redline import redline
from aidefs.cli.main import main
from aidefs.errors import InputError, UnknownName
from aidefs.formats.document import plain
from aidefs.library.records import Definition
from aidefs.output.views import document
from aidefs.results import Result
from aidefs.survey.similarity import expected_seconds

# --- the matrix --------------------------------------------------------------------------------


def test_the_values_are_shared_words_by_all_words() -> None:
    found = aidefs.matrix("the cat sat on a mat", "a cat sat on the mat", "dogs bark")
    assert found.between("text-1", "text-2") == 2 * 4 / 12  # cat sat on mat
    assert found.between("text-1", "text-3") == 0.0
    assert [row[n] for n, row in enumerate(found.values)] == [1.0] * 3


def test_the_matrix_is_symmetric_and_never_below_the_redline() -> None:
    found = aidefs.matrix(*CHAIN, "coe", "nist")
    for n, a in enumerate(found.wordings):
        for m, b in enumerate(found.wordings):
            assert found.values[n][m] == found.values[m][n]
            assert found.values[n][m] >= redline(a.text, b.text).similarity - 1e-12


def test_where_no_match_is_coincidence_it_is_the_similarity_of_the_redline() -> None:
    for a, b in (("eu", "eu@2024-03"), ("oecd", "coe"), ("oecd@2019", "nist")):
        line = aidefs.diff(a, b)
        ids = (aidefs.get(a).id, aidefs.get(b).id)
        assert aidefs.matrix(a, b).between(*ids) == pytest.approx(line.similarity)


def test_the_convention_is_nearer_to_the_oecd_than_to_the_act() -> None:
    found = aidefs.matrix("coe", "oecd", "eu")
    assert found.between("coe-2024", "oecd-2024") > found.between("coe-2024", "eu-ai-act-2024")


def test_measures_compare_different_words() -> None:
    whole = aidefs.matrix("oecd", "au-dta-technical-standard-2025")
    assert 0.9 < whole.between("oecd-2024", "au-dta-technical-standard-2025") < 1
    definiens = aidefs.matrix("oecd", "au-dta-technical-standard-2025", measure="definiens")
    assert [one.ids for one in definiens.wordings] == [("oecd-2024", "au-dta-technical-standard-2025")]
    autonomy = aidefs.matrix("eu", "eu@2024-03", "eu@2021-04", measure="autonomy")
    assert autonomy.between("eu-ai-act-2024", "eu-parliament-first-reading-2024") == 2 * 8 / 18
    assert [one.id for one in autonomy.without] == ["eu-commission-2021"]


def test_a_measure_that_is_none_is_refused() -> None:
    with pytest.raises(UnknownName, match=r"unknown measure 'autonmy'; nearest: autonomy"):
        aidefs.matrix("eu", "coe", measure="autonmy")


def test_words_of_two_languages_are_not_compared() -> None:
    with pytest.raises(InputError, match="words of several languages cannot be compared: en, fr"):
        aidefs.matrix("eu", "eu:fr")
    assert {one.definition.lang for one in aidefs.matrix().wordings} == {"en"}
    assert {one.definition.lang for one in aidefs.matrix(lang="fr").wordings} == {"fr"}


def test_nothing_to_compare_is_said() -> None:
    with pytest.raises(InputError, match="there is no definition to compare"):
        aidefs.matrix(jurisdiction="FR")
    with pytest.raises(InputError, match="no definition with the element 'adaptiveness' to compare"):
        aidefs.matrix("eu@2021-04", measure="adaptiveness")
    with pytest.raises(InputError, match="named or chosen by year, not both"):
        aidefs.matrix("eu", year=2024)
    with pytest.raises(UnknownName, match="'eu-ai-act-2023' is not in this matrix; nearest: eu-ai-act-2024"):
        aidefs.matrix("eu", "coe").between("eu-ai-act-2023", "coe-2024")


@pytest.mark.exhaustive
def test_no_order_changes_the_matrix() -> None:
    matrix = aidefs.matrix(*ENGLISH)
    for seed in range(40):
        assert aidefs.matrix(*shuffled(seed)) == matrix, seed


@pytest.mark.exhaustive
def test_no_permutation_changes_matrix_families_and_coverage() -> None:
    names = ("oecd", "uk-ai-playbook-2025", "eu", "coe", "oecd@2023")
    for make in (aidefs.matrix, aidefs.families, aidefs.coverage):
        results = [make(*order).to_text() for order in permutations(names)]
        assert len(set(results)) == 1


@pytest.mark.parametrize("baseline", ["oecd", "uk-ai-playbook-2025", "eu", "coe"])
@pytest.mark.exhaustive
def test_the_baseline_goes_first_whatever_the_order(baseline: str) -> None:
    names = ("oecd", "uk-ai-playbook-2025", "eu", "coe", "oecd@2023")
    base = aidefs.get(baseline)
    matrix, families = aidefs.matrix(*names, baseline=baseline), aidefs.families(*names, baseline=baseline)
    coverage = aidefs.coverage(*names, baseline=baseline, sort="label")
    firsts = (matrix.ordered[0], families.matrix.wordings[families.groups[0][0]], coverage.rows[0].wording)
    assert [one.definition for one in firsts] == [base] * 3
    for make in (aidefs.matrix, aidefs.families, aidefs.coverage):
        results = {make(*order, baseline=baseline).to_text() for order in permutations(names)}
        assert len(results) == 1


def test_the_baseline_turns_the_tree_and_changes_no_number() -> None:
    plain_one = aidefs.matrix()
    for one in ENGLISH[::9]:
        turned = aidefs.matrix(baseline=one)
        assert turned.values == plain_one.values
        assert turned.tree.joins == plain_one.tree.joins
        assert [set(wording.ids) for wording in turned.wordings] == [
            set(wording.ids) for wording in plain_one.wordings
        ]
        assert turned.to_dict()["baseline"] == one.id


def test_the_baseline_is_marked(capsys: pytest.CaptureFixture[str]) -> None:
    chosen = ["--only", "oecd@2023", "--only", "oecd", "--only", "eu", "--baseline", "oecd"]
    for command in ("matrix", "coverage"):
        assert main([command, *chosen]) == 0
        said = capsys.readouterr().out
        assert "OECD 2024 (baseline)" in said and "OECD 2024 · also OECD 2023" in said
    assert main(["families", *chosen]) == 0
    assert "OECD 2024 · also" in capsys.readouterr().out


def test_a_plain_text_may_be_the_baseline() -> None:
    texts = ("a b c", "x y z", "a b d")
    assert aidefs.matrix(*texts, baseline="a b d").ordered[0].text == "a b d"
    assert aidefs.coverage(*texts, baseline="a b d", elements="all").rows[0].wording.text == "a b d"
    assert aidefs.collate(*texts, baseline="a b d").base.text == "a b d"


def test_a_baseline_that_is_not_there_is_refused() -> None:
    for make in (aidefs.matrix, aidefs.families, aidefs.coverage):
        with pytest.raises(InputError, match="baseline 'eu-ai-act-2024' is not among the definitions"):
            make(jurisdiction="US", baseline="eu")
    with pytest.raises(InputError, match="baseline 'eu-commission-2021' has no words on the element 'adapt"):
        aidefs.matrix(measure="adaptiveness", baseline="eu@2021")


def test_the_tree_is_worked_out_once_and_orders_the_table() -> None:
    found = aidefs.matrix(*CHAIN)
    assert found.tree is found.tree
    table = document(found).tables[0]
    assert [plain(row[1]) for row in table.rows] == [one.label for one in found.ordered]
    assert [plain(row[k]) for k, row in enumerate(table.rows, 2)] == ["1.00"] * len(found)


def test_csv_is_the_matrix_alone(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["matrix", "--only", "coe", "--only", "eu", "--only", "oecd", "--format", "csv"]) == 0
    rows = list(csv.reader(io.StringIO(capsysbinary.readouterr().out.decode())))
    assert rows[0] == ["id", *(row[0] for row in rows[1:])]
    assert {row[0] for row in rows[1:]} == {"coe-2024", "eu-ai-act-2024", "oecd-2024"}
    found = aidefs.matrix("coe", "eu", "oecd")
    for row in rows[1:]:
        assert row[1:] == [f"{found.between(row[0], name):.4f}" for name in rows[0][1:]]


@pytest.mark.parametrize("command", ["matrix", "families", "coverage"])
def test_names_and_files_choose_as_well_as_words(
    command: str, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("An AI system is a machine-based system that infers.", encoding="utf-8")

    def ids(*arguments: str) -> set[str]:
        assert main([command, *arguments, "--format", "json"]) == 0
        data = json.loads(capsysbinary.readouterr().out)
        return (
            {name for row in data["rows"] for name in row["ids"]}
            if command == "coverage"
            else set(data["ids"])
        )

    assert ids("coe", "eu", str(draft)) == {"coe-2024", "eu-ai-act-2024", "draft.txt"}
    assert ids("coe", "--only", "eu") == {"coe-2024", "eu-ai-act-2024"}
    found = ids("real or virtual environments")
    assert "oecd-2019" in found and "coe-2024" not in found
    assert main([command, "coe", "euu"]) == 2
    assert b"unknown definition 'euu'; nearest: eu" in capsysbinary.readouterr().err


@pytest.mark.parametrize(
    "make",
    [aidefs.compare, aidefs.table, aidefs.coverage, aidefs.matrix, aidefs.families, aidefs.collate],
)
def test_a_definition_of_ones_own_may_have_any_mapping(make: Any) -> None:
    text = "An AI system is a machine-based system that infers."
    mine = Definition("mine", text, identifiers={"celex": "32024R1689"})
    assert hash(mine) == hash(replace(mine)) and mine.identifiers == {"celex": "32024R1689"}
    assert "mine" in make(mine, "coe", "eu").to_text(width=400)
    assert "mine" in aidefs.lineage(mine).to_text(width=400)


def test_names_in_a_sheet_stay_text() -> None:
    evil = replace(aidefs.get("coe"), id="=cmd|'x'", label="evil")
    shown = aidefs.matrix("eu", evil)._render("csv")
    assert shown.splitlines()[0] in ("id,eu-ai-act-2024,'=cmd|'x'", "id,'=cmd|'x',eu-ai-act-2024")


def test_a_large_matrix_as_text_has_every_value_with_two_decimals() -> None:
    found = aidefs.matrix()
    order = found.tree.order
    lines = found.to_text(width=60).splitlines()
    rows = [re.split(r"  +", line) for line in lines[4 : 4 + len(found)]]
    shown = len(rows[0]) - 2
    assert 2 < shown < 8
    assert [row[2:] for row in rows] == [[f"{found.values[n][m]:.2f}" for m in order[:shown]] for n in order]


# --- families ----------------------------------------------------------------------------------


def family(found: aidefs.Families, name: str) -> set[str]:
    groups = [{one for n in group for one in found.matrix.wordings[n].ids} for group in found.groups]
    return next(group for group in groups if name in group)


def test_the_oecd_family_and_the_american_one() -> None:
    found = aidefs.families()
    oecd = family(found, "oecd-2023")
    assert oecd >= {"eu-ai-act-2024", "coe-2024", "eu-parliament-2023", "us-il-hb3773-2024"}
    assert "oecd-2019" not in oecd and "eu-commission-2021" not in oecd
    assert family(found, "us-naiia-2020") >= {"us-eo-14110-2023-ai", "us-ny-raise-2025", "us-mi-pa264-2023"}
    assert family(found, "us-ndaa-fy2019-238g") == {
        "us-ndaa-fy2019-238g", "us-s1792-2025", "us-future-of-ai-act-2017"
    }  # fmt: skip


def test_a_family_is_as_similar_as_is_asked_for() -> None:
    for least in (0.0, 0.3, 0.7, 1.0):
        found = aidefs.families(*CHAIN, least=least)
        for group in found.groups:
            values = [found.matrix.values[n][m] for n in group for m in group if n != m]
            assert not values or sum(values) / len(values) >= least - 1e-9
    assert len(aidefs.families(*CHAIN, least=0).groups) == 1


def test_a_family_needs_a_similarity() -> None:
    with pytest.raises(InputError, match="a similarity lies between 0 and 1, unlike 2"):
        aidefs.families(least=2)


# --- JSON --------------------------------------------------------------------------------------

STRING, NUMBER, INTEGER = {"type": "string"}, {"type": "number"}, {"type": "integer"}
NAME = {"type": ["string", "null"]}
SHARE = {"type": "number", "minimum": 0, "maximum": 1}


def array(items: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": items, **more}


def shape(kind: str = "", /, **properties: dict[str, Any]) -> dict[str, Any]:
    """An object that has these keys and no others."""
    if kind:
        head = {"schema": {"const": f"aidefs/{kind}/1"}, "data_version": STRING, "data_hash": STRING}
        properties = head | properties
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


COUNT = {"element": STRING, "wordings": INTEGER, "definitions": INTEGER, "forms": {"type": "object"}}
OF_GENUS = {"machine_based": INTEGER, "genera": array(shape(genus=NAME, wordings=INTEGER))}
SHARED = shape(id=STRING, label=STRING, adopted=STRING)
WORDING = shape(id=STRING, label=STRING, adopted=STRING, also=array(SHARED))
MATCH = shape(
    id=STRING, label=STRING, also=array(STRING), similarity=SHARE, status=STRING, a=STRING, b=STRING,
    edits=array({"type": "object"}),
)  # fmt: skip
DATED = shape(
    id=STRING, label=STRING, jurisdiction=STRING, adopted=STRING, days={"type": ["integer", "null"]}
)
JSON = {
    "matrix": shape(
        "matrix", measure=STRING, formula=STRING, ids=array(STRING), wordings=array(WORDING),
        values=array(array(SHARE)), order=array(INTEGER), without=array(STRING), baseline=NAME,
    ),
    "families": shape(
        "families", measure=STRING, formula=STRING, ids=array(STRING), wordings=array(WORDING),
        joins=array(shape(left=INTEGER, right=INTEGER, similarity=SHARE, size=INTEGER)), order=array(INTEGER),
        least=SHARE, families=array(array(STRING)), without=array(STRING), baseline=NAME,
    ),
    "nearest": shape(
        "nearest", id=STRING, text=STRING, lang=STRING, lang_recognised={"type": "boolean"},
        measure={"enum": ["text", "definiens"]},
        searched=INTEGER, overall=array(MATCH),
        elements={"type": "object", "additionalProperties": array(MATCH)},
    ),
    "coverage": shape(
        "coverage", sort=STRING, baseline=NAME, elements=array(STRING), rows=array({"type": "object"}),
        counts=array({"anyOf": [shape(**COUNT), shape(**COUNT, **OF_GENUS)]}),
        items=array(shape(element=STRING, item=STRING, ids=array(STRING))),
    ),
    "timeline": shape(
        "timeline", subject=STRING, kind={"enum": ["element", "words"]}, lang=STRING, searched=INTEGER,
        threads=array(shape(text=STRING, definitions=array(DATED, minItems=1))),
    ),
}  # fmt: skip


def results() -> dict[str, Result]:
    return {
        "matrix": aidefs.matrix(*CHAIN, "uk-ai-playbook-2025", measure="adaptiveness"),
        "families": aidefs.families(*CHAIN),
        "nearest": aidefs.nearest("eu"),
        "coverage": aidefs.coverage(*CHAIN, elements="all"),
        "timeline": aidefs.timeline("inference"),
    }


@pytest.mark.parametrize("kind", JSON)
def test_json_has_the_shape_that_is_promised(kind: str) -> None:
    result = results()[kind]
    assert next(iter(result.to_dict())) == "schema"
    jsonschema.validate(json.loads(result.to_json()), JSON[kind])


def test_the_matrix_in_json_is_square_and_names_its_rows() -> None:
    data = results()["matrix"].to_dict()
    assert len(data["ids"]) == len(data["values"]) == len(data["order"])
    assert all(len(row) == len(data["ids"]) for row in data["values"])
    assert "eu-commission-2021" in data["without"]


@pytest.mark.parametrize("kind", JSON)
def test_records_have_the_same_keys(kind: str) -> None:
    rows = results()[kind].records()
    assert rows and len({tuple(row) for row in rows}) == 1


@pytest.mark.parametrize("kind", JSON)
@pytest.mark.parametrize("form", ["markdown", "latex", "html", "csv", "github"])
def test_every_result_renders_and_is_the_same_twice(kind: str, form: str) -> None:
    from aidefs.output.render import render

    assert render(results()[kind], form) == render(results()[kind], form) != ""


def test_a_library_of_ones_own_is_named_in_the_stamp() -> None:
    mine = aidefs.Library.shipped()
    assert aidefs.matrix("eu", "coe", library=mine).library is mine
    assert aidefs.families("eu", "coe", library=mine).library is mine
    assert aidefs.coverage("eu", library=mine).library is mine
    assert aidefs.timeline(words="infers", library=mine).library is mine
    assert aidefs.nearest("eu", library=mine).library is mine


def test_definitions_that_cannot_be_hashed_are_welcome() -> None:
    made = [
        Definition(f"d{n}", text, identifiers={"doc": "1"})
        for n, text in enumerate(("AI is code", "AI is fun"))
    ]
    assert len(aidefs.matrix(*made)) == 2
    assert len(aidefs.coverage(*made, elements="all").rows) == 2
    assert aidefs.nearest(made[0]).overall


def test_all_definitions_of_the_collection_in_their_own_language() -> None:
    for lang in sorted({one.lang for one in DEFINITIONS}):
        assert len(aidefs.matrix(lang=lang)) >= 1


# --- how long it takes -------------------------------------------------------------------------


def test_what_takes_long_is_said_beforehand(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    module = import_module("aidefs.survey.similarity")
    chosen = ["--only", "oecd", "--only", "eu", "--only", "coe"]
    for command in ("matrix", "families"):
        assert main([command, *chosen]) == 0
        quiet = capsys.readouterr()
        assert quiet.err == ""
        monkeypatch.setattr(module, "_SECONDS_PER_PAIR", {"integers": 100.0, "rapidfuzz": 10.0})
        assert main([command, *chosen]) == 0
        warned = capsys.readouterr()
        assert warned.out == quiet.out
        assert warned.err == (
            "aidefs: 3 pairs are compared, which may take about 8 minutes; "
            "with the extra many (a minute): pip install 'aidefs[many]'\n"
        )
        monkeypatch.undo()


def test_a_library_of_thousands_takes_no_minute_with_the_extra() -> None:
    assert expected_seconds(10_000, "rapidfuzz") < 60 < expected_seconds(10_000, "integers")
    assert expected_seconds(5_000, "integers") < 60
