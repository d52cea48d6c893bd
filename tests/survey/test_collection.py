"""What the collection covers: every definition is counted once, and the page shows what is counted."""

from __future__ import annotations

import pytest

import aidefs
from aidefs.cli.main import main
from aidefs.errors import InputError
from aidefs.survey.collection import BY


@pytest.mark.parametrize("term", [None, "all", "deployer"])
@pytest.mark.parametrize("by", BY)
def test_every_definition_is_counted(term: str | None, by: str) -> None:
    result = aidefs.collection(term=term)
    found = aidefs.definitions(term=term)
    assert result.definitions == tuple(found)
    several = sum(max(len(one.terms), 1) for one in found)
    assert sum(result.counts[by].values()) == (several if by == "term" else len(found))


def test_counts_are_those_of_selections() -> None:
    counts = aidefs.collection(term="all").counts
    for term, number in counts["term"].items():
        assert len(aidefs.definitions(term=term)) == number
    for year, number in counts["year"].items():
        assert len(aidefs.definitions(term="all", year=year)) == number
    for code in ("US", "EU", "CN"):
        assert len(aidefs.definitions(term="all", jurisdiction=code)) == counts["jurisdiction"][code]
    assert list(counts["year"]) == sorted(counts["year"])
    assert list(counts["kind"].values()) == sorted(counts["kind"].values(), reverse=True)


def test_rows_and_json_say_the_same() -> None:
    result = aidefs.collection(term="all")
    rows = [(row["by"], row["value"], row["definitions"]) for row in result.records()]
    assert rows == [
        (by, value, n) for by, each in result.to_dict()["counts"].items() for value, n in each.items()
    ]
    assert {row["label"] for row in result.records()} >= {"German", "United States", "two independent copies"}


def test_the_longest_bar_is_that_of_the_most(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["collection", "--term", "all"]) == 0
    lines = capsys.readouterr().out.splitlines()
    bars = {line.split()[0]: line.count("─") for line in lines if "─" in line}
    assert bars["ai-system"] == max(bars.values()) > bars["deployer"] >= bars["risk"] >= 1


def test_nothing_to_count() -> None:
    with pytest.raises(InputError, match="there is no definition to count"):
        aidefs.collection(term="risk", lang="ja")
