"""Many definitions at once: matrix, families, nearest wordings, coverage, timelines, one column a wording."""

from __future__ import annotations

import csv
import io
import json
import random
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import DEFINITIONS, ENGLISH

import aidefs
from aidefs.alignment.redline import redline
from aidefs.cli.main import main
from aidefs.comparison.comparison import collapsed
from aidefs.errors import InputError, UnknownName
from aidefs.formats.document import plain
from aidefs.library.records import Definition
from aidefs.output.views import document
from aidefs.results import Result
from aidefs.survey.timeline import timeline_of_element, timeline_of_words

CHAIN = ("eu@2021-04", "eu@2022", "eu@2023", "eu@2024-01", "eu@2024-03", "eu", "oecd@2019", "oecd")
FIRST_READING = aidefs.get("eu-parliament-first-reading-2024").text


def shuffled(seed: int) -> list[Definition]:
    chosen = list(ENGLISH)
    random.Random(seed).shuffle(chosen)
    return chosen


# --- the matrix -------------------------------------------------------------------------------


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
    assert [one.id for one in aidefs.matrix(lang="fr").wordings] == ["eu-ai-act-2024-fr"]


def test_nothing_to_compare_is_said() -> None:
    with pytest.raises(InputError, match="there is no definition to compare"):
        aidefs.matrix(jurisdiction="XX")
    with pytest.raises(InputError, match="no definition with the element 'adaptiveness' to compare"):
        aidefs.matrix("eu@2021-04", measure="adaptiveness")
    with pytest.raises(InputError, match="named or chosen by year, not both"):
        aidefs.matrix("eu", year=2024)
    with pytest.raises(UnknownName, match="'eu-ai-act-2023' is not in this matrix; nearest: eu-ai-act-2024"):
        aidefs.matrix("eu", "coe").between("eu-ai-act-2023", "coe-2024")


@given(st.integers(0, 2**32))
@pytest.mark.exhaustive
def test_no_order_changes_the_matrix(seed: int) -> None:
    assert aidefs.matrix(*shuffled(seed)) == aidefs.matrix(*ENGLISH)


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


# --- families ---------------------------------------------------------------------------------


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


# --- the nearest wordings ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        FIRST_READING,
        FIRST_READING.rstrip(";"),
        FIRST_READING.replace("‘", '"').replace("’", '"'),
        "  " + FIRST_READING.replace(" ", "\n", 5),
        FIRST_READING.removeprefix("‘AI system’ means "),
    ],
)
def test_the_first_reading_is_known_for_what_it_is_and_not_for_the_act(text: str) -> None:
    found = aidefs.nearest(text)
    best = found.overall[0]
    assert best.wording.id == "eu-parliament-first-reading-2024"
    assert best.same_wording
    assert found.overall[1].status == "reworded"
    assert all(match.same_wording for match in found.shared.values())
    assert set(found.shared) == set(found.elements)


def test_a_text_without_its_term_is_compared_with_what_stands_behind_the_terms() -> None:
    assert aidefs.nearest(FIRST_READING).measure == "text"
    found = aidefs.nearest(FIRST_READING.removeprefix("‘AI system’ means "))
    assert (found.measure, found.overall[0].similarity) == ("definiens", 1.0)


def test_element_by_element() -> None:
    text = (
        "An AI system is a machine-based system that infers, from the input it receives, how to generate "
        "forecasts. AI systems are designed to operate with varying levels of autonomy."
    )
    found = aidefs.nearest(text)
    best = {element.id: matches[0] for element, matches in found.elements.items()}
    assert "oecd-2019" in best["autonomy"].wording.ids and best["autonomy"].status == "identical"
    assert "nist-ai-rmf-2023" in best["autonomy"].wording.ids
    assert "oecd-2023" in best["input"].wording.ids and best["input"].status == "identical"
    assert best["outputs"].status == "reworded"
    assert "autonomy as in OECD 2019" in found.to_text(width=400)


def test_a_definition_is_not_its_own_neighbour() -> None:
    for name in ("eu", "oecd", "us-co-sb24-205-2024"):
        found = aidefs.nearest(name, limit=5)
        own = aidefs.get(name).id
        every = [*found.overall, *(match for matches in found.elements.values() for match in matches)]
        assert all(own not in match.wording.ids for match in every)
    assert aidefs.nearest("us-co-sb24-205-2024").overall[0].wording.id == "us-tx-hb149-2025"


@pytest.mark.parametrize("name", ["eu", "nist", "us-ca-ab2885-2024", "ca-aida-c27-2022"])
def test_the_search_finds_what_a_full_search_finds(name: str) -> None:
    one = aidefs.get(name)
    found = aidefs.nearest(name, limit=4)
    scores = sorted(
        (redline(other.text, one.text).similarity for other in ENGLISH if other != one), reverse=True
    )
    distinct = [match.similarity for match in found.overall for _ in match.wording.ids]
    assert distinct[: len(scores)] == pytest.approx(scores[: len(distinct)])


def test_each_match_has_the_redline_to_the_text() -> None:
    found = aidefs.nearest("eu", limit=2)
    for match in found.overall:
        assert (match.redline.a, match.redline.b) == (match.wording.definition.text, aidefs.get("eu").text)
        assert match.similarity == match.redline.similarity


def test_nothing_in_common_is_no_neighbour() -> None:
    found = aidefs.nearest("“Zzz” means qqq xxx", limit=2)
    assert all(match.redline.words.equal for match in found.overall)


def test_conditions_choose_where_to_look() -> None:
    found = aidefs.nearest("eu", jurisdiction="US")
    assert {one.jurisdiction[:2] for m in found.overall for one in m.wording.definitions} == {"US"}
    with pytest.raises(InputError, match="a number from 1 on"):
        aidefs.nearest("eu", limit=0)


def test_a_french_text_is_compared_with_french_texts() -> None:
    found = aidefs.nearest(aidefs.get("eu:fr").text, lang="fr")
    assert found.overall[0].wording.id == "eu-ai-act-2024-fr"


def test_where_no_elements_are_known_whole_texts_are_compared() -> None:
    found = aidefs.nearest("tw-ai-basic-act-2026-zh", lang="zh")
    assert found.overall and not found.elements
    assert "The elements of texts in 'zh-Hant' are not known" in found.to_text(width=400)
    with pytest.raises(InputError, match=r"no cues .* and so does the measure 'text'$"):
        aidefs.families(lang="zh")
    assert len(aidefs.families(lang="zh", measure="text").matrix) == 5


def test_a_language_with_one_text_has_no_neighbours() -> None:
    found = aidefs.nearest("eu:fr")
    assert (found.searched, found.records()) == (0, ())
    assert "There is no other definition in the language 'fr'" in found.to_text()


# --- coverage ---------------------------------------------------------------------------------


def row_of(found: aidefs.Coverage, name: str) -> dict[str, Any]:
    row = next(row for row in found.rows if name in row.wording.ids)
    return {element.id: cell for element, cell in zip(found.elements, row.cells, strict=True)}


def test_who_says_it_plainly_and_who_with_a_modal_verb() -> None:
    found = aidefs.coverage("eu", "eu@2021-04", "oecd", "coe", "eu@2023", elements="core")
    eu = row_of(found, "eu-ai-act-2024")
    assert eu["autonomy"].facets.modal is None and eu["adaptiveness"].facets.modal == "may"
    assert row_of(found, "oecd-2024")["autonomy"].facets.position == "separate"
    assert not row_of(found, "eu-commission-2021")["autonomy"].segments
    autonomy = next(count for count in found.counts if count.element.id == "autonomy")
    assert (autonomy.wordings, autonomy.forms) == (4, {"plain": 2, "separate": 2})


def test_who_lists_content() -> None:
    found = aidefs.coverage("eu", "eu@2021-04", "eu@2023", "oecd@2019", elements="outputs")
    content = next(item for item in found.items if item.item == "content")
    assert [one.id for one in content.wordings] == ["eu-commission-2021", "eu-ai-act-2024"]


def test_the_counts_are_those_of_the_rows() -> None:
    found = aidefs.coverage(elements="all")
    for k, count in enumerate(found.counts):
        having = [row for row in found.rows if row.cells[k].segments]
        assert count.wordings == len(having)
        assert count.definitions == sum(len(row.wording.definitions) for row in having)
    assert sum(len(row.wording.definitions) for row in found.rows) == len(ENGLISH)


def test_rows_are_sorted_as_asked() -> None:
    by_date = [row.wording.definition.adopted for row in aidefs.coverage(*CHAIN).rows]
    assert by_date == sorted(by_date)
    by_label = [row.wording.label for row in aidefs.coverage(*CHAIN, sort="label").rows]
    assert by_label == sorted(by_label, key=str.casefold)
    by_count = [row.number for row in aidefs.coverage(*CHAIN, sort="count").rows]
    assert by_count == sorted(by_count, reverse=True)
    by_element = aidefs.coverage(*CHAIN, elements="adaptiveness", sort="adaptiveness")
    assert [bool(row.cells[0].segments) for row in by_element.rows] == [True] * 4 + [False] * 4
    with pytest.raises(InputError, match="cannot sort by 'dat'; nearest: date"):
        aidefs.coverage("eu", sort="dat")
    with pytest.raises(InputError, match="there is no definition to show"):
        aidefs.coverage(jurisdiction="XX")


# --- timelines --------------------------------------------------------------------------------


def test_infers_is_first_in_the_council_of_2022() -> None:
    (thread,) = aidefs.timeline(words="infers").threads
    assert thread.first.id == "eu-council-2022"
    assert thread.later[0].id == "oecd-2023"


def test_explicit_or_implicit_is_first_in_the_parliament_five_months_before_the_oecd() -> None:
    (thread,) = aidefs.timeline(words="explicit or implicit").threads
    assert [one.id for one in thread.definitions[:2]] == ["eu-parliament-2023", "oecd-2023"]
    assert (thread.days(0), thread.days(1)) == (0, 147)  # 14 June to 8 November 2023


def test_each_form_of_a_word_is_a_wording_of_its_own() -> None:
    found = aidefs.timeline(words="infer*", jurisdiction="US")
    assert {thread.text for thread in found.threads} == {"infers", "infer", "inference", "inferences"}


def test_an_element_through_time() -> None:
    found = aidefs.timeline("adaptiveness")
    by_first = {thread.first.id: thread for thread in found.threads}
    oecd = by_first["oecd-2023"]
    assert oecd.text == "and adaptiveness after deployment."
    assert {one.id for one in oecd.later} >= {"oecd-2024", "coe-2024", "uk-ai-playbook-2025"}
    dates = [thread.first.adopted.ljust(10, "~") for thread in found.threads]
    assert dates == sorted(dates)


def test_a_date_known_in_part_gives_no_days() -> None:
    (thread,) = aidefs.timeline(words="adaptiveness after deployment", lang="en").threads
    days = {one.id: thread.days(n) for n, one in enumerate(thread.definitions)}
    assert days["uk-ai-playbook-2025"] is None and days["coe-2024"] == 191


@given(st.integers(0, 2**32))
@pytest.mark.exhaustive
def test_no_order_changes_a_timeline(seed: int) -> None:
    mixed = shuffled(seed)
    assert timeline_of_words("infer*", mixed) == timeline_of_words("infer*", ENGLISH)
    autonomy = aidefs.Taxonomy.shipped()["autonomy"]
    assert timeline_of_element(autonomy, mixed, map(segmented, mixed)) == aidefs.timeline(
        "autonomy", lang="en"
    )


@cache
def segmented(one: Definition) -> aidefs.Segmentation:
    return aidefs.segment(one)


def test_a_timeline_of_nothing_and_of_both() -> None:
    assert "None of 90 definitions has it." in aidefs.timeline(words="flux capacitor").to_text()
    for wrong in ({}, {"element": "autonomy", "words": "autonomy"}):
        with pytest.raises(InputError, match="an element or words, and not both"):
            aidefs.timeline(**wrong)
    with pytest.raises(UnknownName, match="unknown element 'autonmy'; nearest: autonomy"):
        aidefs.timeline("autonmy")


def test_nobody_has_an_element_before_its_first_thread() -> None:
    for element in ("autonomy", "outputs"):
        found = aidefs.timeline(element)
        having = [one.id for thread in found.threads for one in thread.definitions]
        assert len(having) == len(set(having))


# --- one column a wording ---------------------------------------------------------------------


def columns(names: Sequence[str], baseline: str) -> dict[str, list[Any]]:
    """Each column by its head, with status and similarity of every row."""
    result, wordings = collapsed(aidefs.compare(*names, baseline=baseline))
    found: dict[str, list[Any]] = {wordings[0].words: []}
    for k, wording in enumerate(wordings[1:]):
        found[wording.words] = [
            (row.element.id, row.pairs[k].status, row.pairs[k].similarity) for row in result.rows
        ]
    return found


@pytest.mark.parametrize("baseline", ["coe", "uk-ai-playbook-2025"])
def test_a_comparison_shows_each_wording_once_whatever_the_order(baseline: str) -> None:
    names = ("oecd", "uk-ai-playbook-2025", "coe", "oecd@2023")
    found = [columns(order, baseline) for order in permutations(names)]
    assert all(one == found[0] for one in found)
    shared = "OECD 2023 · also OECD 2024, UK AI Playbook 2025"
    if baseline == "uk-ai-playbook-2025":
        shared = "UK AI Playbook 2025 · also OECD 2023, OECD 2024"
    assert set(found[0]) == {"CoE Convention", shared}


def test_the_data_of_a_comparison_keep_every_definition() -> None:
    found = aidefs.compare("coe", "oecd", "uk-ai-playbook-2025")
    assert [one["id"] for one in found.to_dict()["definitions"]] == [
        "coe-2024", "oecd-2024", "uk-ai-playbook-2025"
    ]  # fmt: skip
    assert document(found).tables[0].header[1:] == (
        "CoE Convention", "OECD 2024 · also UK AI Playbook 2025"
    )  # fmt: skip


def test_two_definitions_are_never_put_together() -> None:
    assert len(collapsed(aidefs.compare("oecd", "oecd@2023")).wordings) == 2
    assert len(collapsed(aidefs.compare("oecd", "oecd@2023", "uk-ai-playbook-2025")).wordings) == 3


def test_findings_follow_their_columns() -> None:
    full = aidefs.compare("coe", "oecd", "oecd@2023", "eu")
    result, wordings = collapsed(full)
    assert [one.id for one in wordings] == ["coe-2024", "oecd-2023", "eu-ai-act-2024"]
    assert [f.text for f in result.findings if f.pair == 1] == [f.text for f in full.findings if f.pair == 2]


# --- JSON -------------------------------------------------------------------------------------

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
        "nearest", id=STRING, text=STRING, lang=STRING, measure={"enum": ["text", "definiens"]},
        searched=INTEGER, overall=array(MATCH),
        elements={"type": "object", "additionalProperties": array(MATCH)},
    ),
    "coverage": shape(
        "coverage", sort=STRING, baseline=NAME, elements=array(STRING), rows=array({"type": "object"}),
        counts=array(shape(element=STRING, wordings=INTEGER, definitions=INTEGER, forms={"type": "object"})),
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
