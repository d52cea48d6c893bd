"""Of a text that is stored in another language alone, or takes over another one, any words may be meant."""

from __future__ import annotations

import pytest

import aidefs

EXACT = (
    "a machine-based system that is designed to operate with varying levels of autonomy and that may exhibit "
    "adaptiveness after deployment"
)


@pytest.mark.parametrize(
    "said",
    [
        f"Vietnam's Law on Artificial Intelligence (134/2025/QH15) defines an AI system as “{EXACT}”.",
        f"In Korea, the AI Basic Act defines an AI system as “{EXACT}”.",
    ],
)
def test_a_translation_of_a_text_may_have_any_words(said: str) -> None:
    (found,) = aidefs.find_quotations(said)
    assert not found.wrong and "in English is not in the collection" in found.reason


@pytest.mark.parametrize(
    "said",
    [
        f"The AI Liability Directive proposal takes over the definition: “{EXACT}”.",
        f"The AI Liability Directive proposal takes over the definition: “{EXACT[:75]}”.",
        f"The Italian law No. 132/2025 defines an AI system as “{EXACT}”.",
    ],
)
def test_words_that_a_text_takes_over_are_its_own(said: str) -> None:
    assert not any(one.wrong for one in aidefs.find_quotations(said))


def test_a_text_that_is_stored_in_the_language_has_its_words() -> None:
    (found,) = aidefs.find_quotations(f"The OECD defines an AI system as “{EXACT}”.")
    assert found.reproach == ("source",)
