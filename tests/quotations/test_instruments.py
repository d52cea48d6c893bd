"""Instruments that are cited: known by their form, in or outside of the collection."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import texts

import aidefs
from aidefs.quotations import instruments
from aidefs.quotations.instruments import cited

EU = aidefs.get("eu").text
CHANGED = EU[EU.index("a machine") : -1].replace("may exhibit", "can exhibit")

# Instruments that the collection does not have.
OTHERS = (
    "Regulation (EU) 2016/679",
    "Directive 95/46/EC",
    "règlement (UE) 2016/679",
    "Verordnung (EU) 2016/679",
    "Reglamento (UE) 2016/679",
    "Executive Order 12866",
    "Senate Bill 9999",
    "42 U.S.C. § 1983",
    "45 C.F.R. § 46.102",
    "S.D. Codified Laws § 12-26-32",
    "Mont. Code Ann. § 30-14-2802",
    "IEEE 7000-2021",
    "ETSI EN 303645",
    "Ley 25326",
    "Loi 78-17",
    "GDPR",
    "DSGVO",
    "the Digital Services Act",
    "the Algorithmic Fairness Act",
    "the Wyoming Robot Companions Statute",
    "the Law on Artificial Intelligence 2025",
    "the Ordinance concerning Companion Robots of 2024",
)


def names(text: str) -> list[str]:
    return [text[slice(*span)].rstrip(" ,(\n") for span in cited(text, 0, len(text))]


@pytest.mark.parametrize("name", OTHERS)
def test_a_citation_is_known_by_its_form(name: str) -> None:
    (found,) = names(f"In the words of {name} it rained.")
    assert found == name.removeprefix("the ")


@pytest.mark.parametrize(
    "text",
    [
        "the Act says",
        "This Regulation applies.",
        "In Article 3 it rained.",
        "the law of the sea",
        "In 2019 the Member States met in Brussels.",
        "She acts, orders and rules.",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("S.D. Codified Laws § 12-26-32: “", "S.D. Codified Laws § 12-26-32"),
        ("(Tex. Gov't Code § 999.001): “", "Tex. Gov't Code § 999.001"),
        ("(Tex. Gov't Code § 999.001(a)(2)): “", "Tex. Gov't Code § 999.001(a)(2)"),
        ("(42 U.S.C. § 1983(b)).", "42 U.S.C. § 1983(b)"),
        ("under 45 C.F.R. § 46.102.", "45 C.F.R. § 46.102"),
        ("of Rev. Stat. § 14:73.13: “", "Rev. Stat. § 14:73.13"),
    ],
)
def test_signs_of_the_sentence_are_no_part_of_a_name(text: str, name: str) -> None:
    assert [text[slice(*span)] for span in cited(text, 0, len(text))] == [name]


@given(st.lists(st.sampled_from((*OTHERS, " ", "x", "§", "é", "1")), max_size=6).map("".join) | texts(60))
def test_names_begin_as_is_looked_for_first(text: str) -> None:
    patterns = "|".join(f"(?:{pattern})" for pattern in instruments._PATTERNS)
    any_place = re.compile(rf"(?:\b|(?=§))(?:{patterns})")  # where a word begins, or at a sign
    assert [one.span() for one in any_place.finditer(text)] == [
        one.span() for one in instruments._CITED.finditer(text)
    ]


@given(texts(60))
def test_names_are_in_the_text_and_apart(text: str) -> None:
    end = 0
    for start, stop in cited(text, 0, len(text)):
        assert end <= start < stop <= len(text)
        end = stop


@pytest.mark.parametrize("filler", ["A ", "Act ", "the ", "§ ", "Aa ", "1 U.S.C. ", "Regulation ", "(1"])
def test_a_text_of_names_takes_no_time(filler: str) -> None:
    text = filler * (40_000 // len(filler))
    assert all(0 <= start < stop <= len(text) for start, stop in cited(text, 0, len(text)))


# --- a named instrument that is not in the collection is never reproached -----------------------

TEMPLATES = (
    "{name} says: “{words}”.",
    "What is meant by {name} is “{words}”.",
    "An AI system is “{words}” ({name}).",
    "**{name}:** “{words}”",
    "{name} defines an AI system as follows:\n\n> {words}\n",
    "An AI system is “{words}”.[^1]\n\n[^1]: {name}.\n",
    "| Source | Definition |\n|---|---|\n| {name} | {words} |\n",
)


@given(
    st.sampled_from(OTHERS),
    st.sampled_from(TEMPLATES),
    st.sampled_from(["may", "never", "can", "", "ought to"]),
)
def test_another_instrument_is_never_reproached(name: str, template: str, word: str) -> None:
    words = re.sub(" +", " ", CHANGED.replace("can exhibit", f"{word} exhibit"))
    text = template.format(name=name, words=words)
    found = aidefs.find_quotations(text[0].upper() + text[1:])
    assert found
    for one in found:
        assert not one.wrong
        assert one.attribution.unknown and one.attribution.fits is None
        assert one.verdict == "exact" or one.reason.startswith("not checked: ")
