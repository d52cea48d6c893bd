"""Names of instruments in running text: each that the data give is found, whole, as its own text."""

from __future__ import annotations

import pytest

from aidefs.library.library import Library
from aidefs.quotations.titles import Titles

LIBRARY = Library.shipped()
TITLES = Titles.of(LIBRARY.values(), LIBRARY.aliases.values())
GIVEN = [(text, name) for alias in LIBRARY.aliases.values() for text, name in alias.names]


def test_every_name_of_the_data_is_found_in_running_text() -> None:
    wrong = []
    for text, name in GIVEN:
        found = list(TITLES.mentions(f"defined in the {name}: “x”"))
        drafts = TITLES.drafts.get(text, ())
        if len(found) != 1 or not {text, *drafts} & set(found[0].ids):
            wrong.append((text, name, found))
    assert wrong == []


def test_no_name_is_given_twice_for_a_text() -> None:
    assert len(set(GIVEN)) == len(GIVEN)


@pytest.mark.parametrize(
    "named",
    [
        "HB 149",
        "SB 2",
        "the Framework Convention for the Protection of National Minorities",
        "das Rahmenübereinkommen zum Schutz nationaler Minderheiten",
        "Convention-cadre sur les changements climatiques",
        "the Model AI Governance Framework for Generative AI",
        "the White Paper on Artificial Intelligence",
        "the RIA of 2020",
    ],
)
def test_names_of_other_texts_are_none(named: str) -> None:
    assert not [mention for mention in TITLES.mentions(f"As {named} says") if mention.ids]
