"""Timelines: when wordings first appear, and who has them afterwards."""

from __future__ import annotations

from functools import cache

import pytest
from support.strategies import ENGLISH
from support.surveys import shuffled

import aidefs
from aidefs.errors import InputError, UnknownName
from aidefs.library.records import Definition
from aidefs.survey.timeline import timeline_of_element, timeline_of_words


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


@pytest.mark.exhaustive
def test_no_order_changes_a_timeline() -> None:
    of_words, of_element = timeline_of_words("infer*", ENGLISH), aidefs.timeline("autonomy", lang="en")
    autonomy = aidefs.Taxonomy.shipped()["autonomy"]
    for seed in range(40):
        mixed = shuffled(seed)
        assert timeline_of_words("infer*", mixed) == of_words, seed
        assert timeline_of_element(autonomy, mixed, map(segmented, mixed)) == of_element, seed


@cache
def segmented(one: Definition) -> aidefs.Segmentation:
    return aidefs.segment(one)


def test_a_timeline_of_nothing_and_of_both() -> None:
    english = sum(d.lang == "en" for d in aidefs.Library.shipped().values())
    assert f"None of {english} definitions has it." in aidefs.timeline(words="flux capacitor").to_text()
    for wrong in ({}, {"element": "autonomy", "words": "autonomy"}):
        with pytest.raises(InputError, match="timeline takes "):
            aidefs.timeline(**wrong)
    with pytest.raises(UnknownName, match="unknown element 'autonmy'; nearest: autonomy"):
        aidefs.timeline("autonmy")


def test_nobody_has_an_element_before_its_first_thread() -> None:
    for element in ("autonomy", "outputs"):
        found = aidefs.timeline(element)
        having = [one.id for thread in found.threads for one in thread.definitions]
        assert len(having) == len(set(having))
