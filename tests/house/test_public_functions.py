"""The public functions: what goes in, what comes out, and that the same goes in and out everywhere."""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import ENGLISH, REVIEWED

import aidefs
from aidefs.comparison.comparison import STATUSES
from aidefs.errors import InputError, UnknownName
from aidefs.library.library import Library
from aidefs.library.records import Definition
from aidefs.library.taxonomy import Taxonomy

EDIT = {"op", "a", "b", "text"}


def run(code: str, **environment: str) -> bytes:
    """What a fresh interpreter prints."""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env={**os.environ, **environment}
    )
    assert done.stderr == b""
    return done.stdout


# --- names in ---------------------------------------------------------------------------------


def test_ids_aliases_definitions_and_texts_are_all_accepted() -> None:
    eu = aidefs.get("eu")
    for source in ("eu", "eu-ai-act-2024", eu, eu.text):
        assert aidefs.diff("coe", source).b == eu.text
        assert aidefs.compare("coe", source, method="auto").definitions[1].text == eu.text


def test_a_plain_text_is_called_text_and_several_have_numbers() -> None:
    assert aidefs.diff("coe", "a plain text").names == ("CoE Convention", "text")
    assert aidefs.diff("a plain text", "another plain text").names == ("text 1", "text 2")
    one, two = "AI means one tool", "AI means two tools"
    result = aidefs.compare(one, "eu", two, baseline=two, lang="en")
    assert result.names == ("text 2", "text 1", "EU AI Act")
    assert [d.id for d in result.definitions] == ["text-2", "text-1", "eu-ai-act-2024"]


def test_different_definitions_of_one_name_are_told_apart() -> None:
    eu, fr = aidefs.get("eu"), aidefs.get("eu:fr")
    one = Definition("draft", "AI means a tool.", label=eu.label, prose=eu.prose, lang="en")
    assert aidefs.diff(eu, eu).names == (eu.label, eu.label)
    assert aidefs.diff(eu, one).names == (f"{eu.label} ({eu.id})", f"{eu.label} (draft)")
    result = aidefs.compare(eu, one, fr)
    assert result.names == (f"{eu.label} ({eu.id})", f"{eu.label} (draft)", fr.label)
    for form in (result.to_text(width=200), result.to_markdown(), result.to_html()):
        assert f"{eu.label} (draft)" in form and f"{eu.label} ({eu.id})" in form
    assert any(f"{eu.prose} (draft)" in finding.text for finding in result.findings)
    twins = [Definition("x.txt", text) for text in ("A tool acts.", "A machine acts.")]
    assert aidefs.diff(*twins).names == ("x.txt (1)", "x.txt (2)")


@pytest.mark.parametrize("call", [aidefs.diff, aidefs.compare])
def test_a_name_that_stands_for_nothing_is_never_compared_as_text(call: Any) -> None:
    with pytest.raises(UnknownName, match="coe"):
        call("eu", "coee")
    with pytest.raises(KeyError):
        call("coee", "eu")
    for blank in ("", "  \n"):
        with pytest.raises(InputError, match="the text is empty"):
            call(blank, "eu")


@pytest.mark.parametrize(
    "text",
    [
        "人工智能系统是指基于机器的系统",
        "人工知能システムとは、機械に基づくシステムをいう。",
        "ระบบปัญญาประดิษฐ์หมายความว่าระบบที่ใช้เครื่องจักร",
        "ລະບົບປັນຍາປະດິດ",
        "ប្រព័ន្ធបញ្ញាសិប្បនិម្មិត",
        "ဉာဏ်ရည်တုစနစ်",
        "𠀀𠀁",
    ],
)
def test_a_text_of_a_script_without_spaces_is_no_name(text: str) -> None:
    assert aidefs.diff(text, "eu").a == text


@pytest.mark.parametrize("name", ["noé", "сое", "시스템", "προς"])
def test_one_word_of_any_other_script_is_a_name(name: str) -> None:
    with pytest.raises(UnknownName):
        aidefs.diff(name, "eu")


def test_the_name_of_a_file_is_no_text() -> None:
    for name in ("draft.txt", "my draft.md", "a b/my draft.txt"):
        with pytest.raises(InputError, match="looks like a file"):
            aidefs.diff(name, "eu")
    text = "The system is described in README.md"
    assert aidefs.diff(text, "eu").a == text


def test_own_library_and_taxonomy(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(
        'id = "mine"\nlabel = "Mine"\ntext = "A tool that acts."\n', encoding="utf-8"
    )
    library = Library.load(tmp_path)
    assert aidefs.get("mine", library=library).label == "Mine"
    assert aidefs.diff("mine", "some other text", library=library).names[0] == "Mine"
    taxonomy = Taxonomy.shipped()
    assert aidefs.compare("coe", "eu", taxonomy=taxonomy).rows == aidefs.compare("coe", "eu").rows


def test_a_folder_or_a_library_adds_to_the_shipped_one(tmp_path: Path) -> None:
    mine = 'id = "mine"\nlang = "en"\ntext = "AI means a machine that infers."\njurisdiction = "NR"\n'
    (tmp_path / "mine.toml").write_text(mine, encoding="utf-8")
    loaded = Library.load(tmp_path)
    for library in (tmp_path, str(tmp_path), loaded, Library.shipped().overlay(loaded)):
        assert aidefs.get("mine", library=library).id == "mine"
        assert aidefs.compare("oecd", "mine", library=library).definitions[1].id == "mine"
        assert aidefs.diff("oecd", "mine", library=library).names == ("OECD 2024", "mine")
        assert aidefs.segment("mine", library=library).segments
        assert aidefs.collate("oecd", "mine", library=library)
        assert "mine" in aidefs.cite("mine", library=library)
        assert len(aidefs.table("oecd", "mine", library=library).comparison.definitions) == 2
        assert len(aidefs.definitions(library=library)) == len(Library.shipped()) + 1
        assert aidefs.search("that infers", library=library, jurisdiction="NR").found_in == ("mine",)
        assert [one.id for one in aidefs.coverage("mine", library=library).rows[0].wording.definitions] == [
            "mine"
        ]
        assert aidefs.matrix("oecd", "mine", library=library).wordings
        assert aidefs.families("oecd", "mine", library=library)
        assert aidefs.timeline("autonomy", library=library)
        assert aidefs.nearest("mine", library=library)
        assert aidefs.origins("eu", library=library)
        assert aidefs.lineage("mine", library=library)
    assert loaded.in_use is loaded.in_use  # what is made of it is made once
    alone = Library.load(tmp_path, only=True)
    assert [one.id for one in aidefs.definitions(library=alone)] == ["mine"]
    with pytest.raises(UnknownName, match="unknown definition 'oecd'"):
        aidefs.compare("oecd", "mine", library=alone)


def test_a_library_of_the_same_ids_is_refused_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "oecd-2019.toml").write_text('id = "oecd-2019"\ntext = "AI means a tool."\n')
    with pytest.raises(InputError, match=r"two meanings of oecd-2019.*only=True"):
        aidefs.get("oecd-2019", library=tmp_path)


def test_elements_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "elements.toml"
    file.write_text(
        'term = "model"\n[[element]]\nid = "model"\nlabel = "Model"\nasks = "?"\n'
        'group = "core"\ncues.en = ["model"]\n'
    )
    for taxonomy in (file, str(file), Taxonomy.load(file)):
        found = aidefs.segment("“foundation model” means a model with data.", taxonomy=taxonomy)
        assert {one.element for one in found.segments} == {"model"}
        assert [one.id for one in aidefs.coverage("eu", taxonomy=taxonomy).elements] == ["model"]


@pytest.mark.parametrize("given", [3, {"a": 1}, ["bills"], True])
def test_what_is_no_library_or_taxonomy_gives_one_line(given: object) -> None:
    with pytest.raises(InputError, match=r"^a library is a Library or the path of a folder, not an? \w+$"):
        aidefs.compare("coe", "eu", library=given)  # type: ignore[arg-type]
    with pytest.raises(
        InputError, match=r"^a taxonomy is a Taxonomy or the path of a file of elements, not an? \w+$"
    ):
        aidefs.compare("coe", "eu", taxonomy=given)  # type: ignore[arg-type]
    with pytest.raises(InputError, match="no such folder"):
        aidefs.definitions(library="no/such/folder")


def test_a_whole_name_with_spaces_is_a_name() -> None:
    assert aidefs.compare("EU AI Act", "Colorado").definitions == aidefs.compare("eu", "us-co").definitions
    assert aidefs.nearest("EU AI Act", limit=1).definition.id == "eu-ai-act-2024"
    assert aidefs.diff("an AI act of some kind", "eu").names[0] != "EU AI Act"


def test_results_say_which_library_they_were_made_with(tmp_path: Path) -> None:
    mine = 'id = "mine"\nlang = "en"\ntext = "AI means a tool that acts."\n'
    (tmp_path / "mine.toml").write_text(mine, encoding="utf-8")
    (tmp_path / "aliases.toml").write_text('tool = "mine"\n', encoding="utf-8")
    library = Library.load(tmp_path, only=True)
    comparison = aidefs.compare("tool", "AI means a machine that acts", library=library)
    assert comparison.to_dict()["definitions"][0]["alias"] == "tool"
    for result in (
        comparison,
        aidefs.diff("tool", "AI means a machine that acts", library=library),
        aidefs.segment("tool", library=library),
        aidefs.search("tool", library=library),
        aidefs.table("tool", "AI means a machine that acts", library=library),
        aidefs.chain("tool", "AI means a machine that acts", "a tool", library=library),
    ):
        assert result.to_dict()["data_hash"] == library.data_hash
    assert aidefs.compare("coe", "eu").to_dict()["data_hash"] == Library.shipped().data_hash
    assert aidefs.compare("coe", "eu", library=Library.shipped()) == aidefs.compare("coe", "eu")


def test_language_of_plain_texts() -> None:
    line = aidefs.diff("capacité d’autonomie", "capacité d’inférence", lang="fr")
    assert line.words == (2, 1, 1)
    assert aidefs.diff("capacité d’autonomie", "capacité d’inférence").words == (1, 1, 1)


# --- public names -----------------------------------------------------------------------------


def test_public_names() -> None:
    assert list(aidefs.__all__) == sorted(aidefs.__all__)
    assert dir(aidefs) == aidefs.__all__
    for name in aidefs.__all__:
        assert getattr(aidefs, name) is not None
    with pytest.raises(AttributeError, match="module 'aidefs' has no attribute 'nothing'"):
        aidefs.nothing  # noqa: B018


# A submodule must not have the name of a function: once imported, it would stand in its place.
@pytest.mark.parametrize("first", ["compare", "diff", "Segmentation", "get", "segment", "review"])
def test_public_functions_stay_functions_whatever_is_used_first(first: str) -> None:
    code = (
        f"import aidefs; aidefs.{first}; aidefs.compare('coe', 'eu')\n"
        "print([n for n in aidefs.__all__ if type(getattr(aidefs, n)).__name__ == 'module'])"
    )
    assert run(code).strip() == b"[]"


def test_review_is_a_function_after_its_module_was_imported() -> None:
    code = "import aidefs.drafting.review, aidefs; print(aidefs.review('eu', 'oecd'), aidefs.review.__name__)"
    assert run(code).split() == b"<Review of eu-ai-act-2024 against oecd-2024> review".split()


# --- results out ------------------------------------------------------------------------------


def test_results_are_frozen() -> None:
    comparison = aidefs.compare("coe", "eu")
    row = comparison.rows[1]
    records: list[tuple[Any, str]] = [
        (comparison, "rows"),
        (row, "cells"),
        (row.pairs[0], "status"),
        (row.cells[0], "segments"),
        (row.cells[0].segments[0], "start"),
        (row.cells[0].segments[0].facets, "modal"),
        (comparison.definitions[0], "text"),
        (comparison.findings[0], "text"),
        (row.element, "label"),
        (comparison.segmentations[0], "text"),
    ]
    for record, name in records:
        with pytest.raises(AttributeError):  # FrozenInstanceError is one
            setattr(record, name, None)
    for record, name in (
        (row.pairs[0].edits[0], "text"),
        (row.pairs[0].words, "equal"),
        (aidefs.tokenize("a")[0], "key"),
    ):
        with pytest.raises(AttributeError):
            setattr(record, name, None)
    for many in (
        comparison.rows,
        comparison.findings,
        comparison.redlines,
        row.cells,
        row.pairs,
        row.pairs[0].edits,
    ):
        assert isinstance(many, tuple)
    with pytest.raises(TypeError, match="cannot be changed"):
        comparison.definitions[0].identifiers["x"] = "y"  # type: ignore[index]


def check_comparison_json(data: dict[str, Any], number: int) -> None:
    assert next(iter(data)) == "schema"
    assert data["schema"] == "aidefs/comparison/2"
    assert list(data) == [
        "schema", "data_version", "data_hash", "definitions", "rows", "redlines", "findings", "summaries",
    ]  # fmt: skip
    assert len(data["definitions"]) == number
    assert len(data["redlines"]) == len(data["summaries"]) == number - 1
    for definition in data["definitions"]:
        assert {"id", "text"} <= set(definition)
    for row in data["rows"]:
        assert list(row) == ["element", "label", "group", "cells", "pairs"]
        assert (len(row["cells"]), len(row["pairs"])) == (number, number - 1)
        for pair in row["pairs"]:
            assert list(pair) == ["status", "moved", "similarity", "facet_changes", "seam_changes", "edits"]
            assert pair["status"] in STATUSES
            assert isinstance(pair["moved"], bool)
            similarity = pair["similarity"]
            assert similarity is None if pair["status"] == "other language" else 0 <= similarity <= 1
            assert all(EDIT <= set(edit) <= EDIT | {"typographic", "punctuation"} for edit in pair["edits"])
            assert all(
                {"facet", "values"} <= set(change) and len(change["values"]) == 2
                for change in pair["facet_changes"]
            )
        for k, cell in enumerate(row["cells"]):
            for segment in cell["segments"]:
                text = data["definitions"][k]["text"]
                assert text[segment["start"] : segment["end"]] == segment["text"]
                facets = {"modal", "position", "open_list", "items", "negated"}
                if segment["element"] == "machine-based":
                    facets |= {"machine_based", "genus", "machine_words"}
                assert set(segment["facets"]) == facets
                assert all({"kind", "value"} <= set(evidence) for evidence in segment["evidence"])
    for finding in data["findings"]:
        assert list(finding) == ["element", "pair", "kind", "text"]
        assert 0 <= finding["pair"] < number - 1
    for summary in data["summaries"]:
        assert {
            "similarity",
            "identical",
            "punctuation only",
            "reworded",
            "only in A",
            "only in B",
            "absent",
        } <= set(summary)


@pytest.mark.parametrize("names", [("coe", "eu"), ("coe", "eu", "oecd@2019"), ("iso", "us")])
def test_json_of_a_comparison(names: tuple[str, ...]) -> None:
    data = aidefs.compare(*names).to_dict()
    assert json.loads(json.dumps(data)) == data
    check_comparison_json(data, len(names))


def test_json_of_every_reviewed_definition_against_the_act() -> None:
    for definition in REVIEWED:
        check_comparison_json(json.loads(json.dumps(aidefs.compare(definition, "eu").to_dict())), 2)


def test_json_holds_the_example_of_the_documentation() -> None:
    rows = {row["element"]: row for row in aidefs.compare("coe", "eu").to_dict()["rows"]}
    row = rows["environment"]
    [pair] = row["pairs"]
    assert (row["group"], pair["status"], pair["moved"]) == ("supporting", "reworded", False)
    assert pair["similarity"] == 0.8333
    assert pair["facet_changes"] == [{"facet": "modal", "values": ["may", "can"]}]
    deleted = next(edit for edit in pair["edits"] if edit["op"] == "delete")
    assert deleted["text"].strip() == "may" and deleted["b"] is None
    text = aidefs.get("coe").text
    assert text[slice(*deleted["a"])] == deleted["text"]


def test_json_gives_every_plain_key_of_a_record() -> None:
    for definition in ENGLISH:
        data = definition.to_dict()["definition"]
        for name in (field.name for field in dataclasses.fields(Definition)):
            value = getattr(definition, name)
            if isinstance(value, str) and name != "source":
                assert data.get(name, "") == value, (definition.id, name)


def test_json_gives_the_alias() -> None:
    definitions = aidefs.compare("coe", "eu").to_dict()["definitions"]
    assert [definition.get("alias") for definition in definitions] == ["coe", "eu"]


def test_json_of_a_segmentation() -> None:
    data = aidefs.compare("coe", "eu").segmentations[1].to_dict()
    assert data["schema"] == "aidefs/segmentation/2"
    assert {"text", "lang", "method", "segments"} <= set(data)
    assert json.loads(json.dumps(data)) == data


def test_results_have_every_form() -> None:
    for result in (aidefs.compare("coe", "eu"), aidefs.diff("coe", "eu")):
        for form in ("to_text", "to_markdown", "to_latex", "to_html", "to_json", "_repr_html_"):
            assert isinstance(getattr(result, form)(), str)
        assert json.loads(result.to_json()) == result.to_dict()


# --- the same everywhere ----------------------------------------------------------------------

BYTES = """
import json, aidefs
names = ["coe", "eu", "oecd", "oecd@2019", "iso", "nist", "us", "eu@2021-04"]
levels = "word", "char", "clause"
found = [aidefs.diff(a, b, level).to_dict() for a in names for b in names for level in levels]
found += [aidefs.compare("coe", b, *names).to_dict() for b in names]
found += [aidefs.compare("coe", b, method="automatic").to_dict() for b in ("eu", "oecd@2019")]
print(json.dumps(found))
"""


@pytest.mark.exhaustive
def test_the_same_bytes_whatever_the_hash_seed_the_locale_and_the_zone() -> None:
    plain = run(BYTES, PYTHONHASHSEED="0")
    assert plain == run(BYTES, PYTHONHASHSEED="1", LC_ALL="C", TZ="Asia/Tokyo")
    assert plain == run(
        BYTES, PYTHONHASHSEED="4242", LC_ALL="tr_TR.UTF-8", LANG="tr_TR.UTF-8", PYTHONUTF8="1"
    )


def test_results_do_not_depend_on_what_was_compared_before() -> None:
    fresh = run("import json, aidefs; print(json.dumps(aidefs.compare('eu', 'coe').to_dict()))")
    code = "\n".join([
        "import json, aidefs",
        "for d in reversed(aidefs.definitions(lang='en')): aidefs.diff(d, 'iso')",
        "print(json.dumps(aidefs.compare('eu', 'coe').to_dict()))",
    ])  # fmt: skip
    assert run(code) == fresh


@given(st.sampled_from(ENGLISH), st.sampled_from(ENGLISH))
def test_twice_the_same(a: Definition, b: Definition) -> None:
    assert aidefs.diff(a, b) == aidefs.diff(a, b)
    if a.reviewed and b.reviewed:
        assert aidefs.compare(a, b) == aidefs.compare(a, b)


def test_a_text_may_be_its_own_baseline() -> None:
    assert len(aidefs.compare("eu", "eu", baseline="eu").definitions) == 2
    assert [d.id for d in aidefs.compare("eu", "coe", "eu", baseline="eu").definitions] == [
        "eu-ai-act-2024",
        "coe-2024",
        "eu-ai-act-2024",
    ]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: aidefs.verify(3), "expected the path of a file or folder, not an int"),
        (lambda: aidefs.check(3, "eu"), "expected a quotation, not an int"),
        (lambda: aidefs.find_quotations(3), "expected a text, not an int"),
        (lambda: aidefs.tokenize(3), "expected a text, not an int"),
        (lambda: aidefs.segment("eu", lang=3), "expected the tag of a language, not an int"),
        (lambda: aidefs.coverage(elements=3), "expected ids of elements, not an int"),
        (lambda: aidefs.coverage(elements=[3]), "expected the id of an element, not an int"),
        (lambda: aidefs.matrix(measure=3), "expected a measure, not an int"),
        (lambda: aidefs.lineage(least="x"), "expected a similarity from 0 to 1, not a str"),
        (lambda: aidefs.nearest("eu", limit="x"), "expected a number of wordings, not a str"),
        (lambda: aidefs.get("eu").save(3), "expected the path of a file, not an int"),
        (lambda: aidefs.export(3), "expected the path of a folder, not an int"),
        (lambda: aidefs.table("eu", "coe", cells=3), "expected kinds of cells, not an int"),
        (
            lambda: aidefs.definitions(jurisdiction=3),
            "expected a word, or several, for a condition, not an int",
        ),
        (
            lambda: aidefs.review("eu", against=3),
            "expected one or more texts to hold the draft against, not an int",
        ),
    ],
)
def test_a_wrong_type_is_one_clear_line(call: Callable[[], object], message: str) -> None:
    with pytest.raises(aidefs.InputError) as caught:
        call()
    assert str(caught.value) == message
