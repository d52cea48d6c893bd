"""Comparisons of many: identical wordings stand in one column."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from typing import Any

import pytest

import aidefs
from aidefs.comparison.comparison import collapsed
from aidefs.output.views import document


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


# --- in brief -------------------------------------------------------------------------------------


def test_findings_stand_before_the_table_the_redline_and_the_sources() -> None:
    shown = aidefs.compare("coe", "eu").to_text()
    places = [shown.index(part) for part in ("Findings", "Summary", "│ Element", "Redline:", "Sources")]
    assert places == sorted(places)


def test_in_brief_only_the_findings_and_the_summary_are_shown() -> None:
    whole, brief = aidefs.compare("coe", "eu", "oecd"), aidefs.compare("coe", "eu", "oecd", brief=True)
    assert brief == whole and brief.to_json() == whole.to_json() and brief.records() == whole.records()
    shown = brief.to_text()
    assert "│" not in shown and "Redline" not in shown and "https:" not in shown
    assert all(finding.text.split()[0] in shown for finding in whole.findings)
    assert shown.rstrip().endswith("the same without\n--brief.")


def test_one_definition_is_not_compared() -> None:
    for given in ((), ("coe",)):
        with pytest.raises(aidefs.InputError, match=f"two or more definitions; {len(given)} given"):
            aidefs.compare(*given)


def test_the_repr_counts_the_elements_of_the_summary() -> None:
    result = aidefs.compare("coe", "eu")
    told = sum(1 for row in result.rows if row.pairs[0].status != "absent")
    assert f" {told} elements," in repr(result)
    assert told < len(result.rows)


def test_the_summary_says_how_much_was_read_in_doubt() -> None:
    draft = "„Kraftfahrzeug“ bezeichnet ein durch Maschinenkraft bewegtes Landfahrzeug, das fährt."
    assert "read automatically and uncertain" in aidefs.compare("eu", draft).to_markdown()
    assert "uncertain" not in aidefs.compare("coe", "eu").to_markdown()


def test_rows_that_the_summary_counts_and_the_table_leaves_out_are_named() -> None:
    texts = (
        f"“AI system” means software that {verb} glimmers from the blorp." for verb in ("infers", "draws")
    )
    shown = aidefs.compare(*texts).to_text(width=100)
    assert "In neither text as far as the program can read: " in shown
    table = shown.partition("In neither text as far")[0]
    assert ("│ ?" in table) == ("?: the program cannot read" in shown)
    assert "as far as the program can read" not in aidefs.compare("eu", "oecd").to_text(width=100)
