"""Where words may come from: dates, addresses, drafts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import aidefs
from aidefs.corpora.finder import CorpusFinder
from aidefs.corpora.standing import Standings, Taker, standing
from aidefs.library.library import Library
from aidefs.quotations.index import index_of

DATES = st.dates().map(str).flatmap(lambda date: st.sampled_from([date, date[:7], date[:4], ""]))


@pytest.fixture(scope="module")
def finder() -> CorpusFinder:
    return CorpusFinder(index_of(Library.shipped()))


@pytest.fixture(scope="module")
def standings(finder: CorpusFinder) -> Standings:
    return finder.parallels.standings


@pytest.mark.parametrize(
    ("adopted", "date", "told"),
    [
        ("2024-05-03", "2024-05-04", "earlier"),
        ("2024-05-03", "2024-05-03", "same day"),
        ("2024-05-03", "2023", "later"),
        ("2024-05-03", "2024-05", ""),
        ("2024", "2024-05-03", ""),
        ("", "2024-05-03", ""),
        ("2024-05-03", "", ""),
    ],
)
def test_dates_tell_as_far_as_both_are_precise(adopted: str, date: str, told: str) -> None:
    assert standing(adopted, date) == told


@given(DATES, DATES)
def test_what_is_earlier_one_way_is_later_the_other(one: str, other: str) -> None:
    turned = {"earlier": "later", "later": "earlier"}
    told = standing(one, other)
    assert standing(other, one) == turned.get(told, told)


def test_the_address_of_a_document_tells_whose_text_it_is(standings: Standings) -> None:
    act = aidefs.get("eu-ai-act-2024")
    own = Taker("2024-06-13", f"{act.url}#art_3")
    assert standings.standing(act.id, own) == "own"
    assert standings.standing(act.id, Taker("2024-06-13", "https://example.org/act")) == "same day"


def test_of_equal_words_the_earliest_that_was_there_is_the_origin(standings: Standings) -> None:
    names = ["us-naiia-2020", "us-eo-14110-2023-ai"]
    assert standings.first(names, Taker("2024-01-01")) == "us-naiia-2020"
    assert standings.first(names[::-1], Taker()) == "us-naiia-2020"
    assert standings.first(names, Taker("2020-01-01")) == "us-naiia-2020"


def test_a_citation_of_what_is_not_yet_there_is_one_of_its_draft(finder: CorpusFinder) -> None:
    text = "‘AI system’ means an AI system as defined in Article 3(1) of the EU AI Act."
    found = {date: finder.find(text, date)[0].definition for date in ("", "2022-09-28", "2025-01-01")}
    assert found == {
        "": "eu-ai-act-2024", "2022-09-28": "eu-commission-2021", "2025-01-01": "eu-ai-act-2024",
    }  # fmt: skip


def test_a_document_of_its_own_text_tells_what_was_there_before(finder: CorpusFinder) -> None:
    own = aidefs.get("coe-2024")
    (one,) = finder.find(own.text, "2024-05-17", own.url)
    assert (one.definition, one.relation, one.standing, one.own) == ("coe-2024", "exact", "own", "coe-2024")
    assert one.earlier is not None and one.earlier.definition == "oecd-2024"
    assert one.earlier.relation == "changed"


def test_what_was_there_before_is_nearest_itself(finder: CorpusFinder) -> None:
    (one,) = finder.find(aidefs.get("us-naiia-2020").text, "2025-01-01")
    assert (one.standing, one.earlier) == ("earlier", None)
    (undated,) = finder.find(aidefs.get("us-naiia-2020").text)
    assert (undated.standing, undated.earlier) == ("", None)


def test_the_text_that_is_named_beside_equal_words_is_their_origin(finder: CorpusFinder) -> None:
    order = aidefs.get("us-eo-14110-2023-ai")
    (plain,) = finder.find(order.text, "2025-01-01")
    (named,) = finder.find(f"In the words of Executive Order 14110:\n\n{order.text}", "2025-01-01")
    assert plain.definition == "us-naiia-2020" and order.id in plain.same_wording
    assert named.definition == order.id and plain.definition in named.same_wording
