"""The term that the opening words of a text name."""

from __future__ import annotations

import pytest

from aidefs.segmentation.defined import defined_term, speaks_of_ai
from aidefs.segmentation.segmentation import segmentation_of


def term(text: str, lang: str = "en") -> str:
    return defined_term(segmentation_of(text, lang), "frame")


@pytest.mark.parametrize(
    ("lang", "text", "defined"),
    [
        ("en", "“Motor vehicle” means a mechanically propelled vehicle intended for use on roads.",
         "Motor vehicle"),
        ("en", "A cat is a small domesticated mammal that can hunt at night.", "cat"),
        ("de", "„Kraftfahrzeug“ ist ein Landfahrzeug, das durch Maschinenkraft bewegt wird.",
         "Kraftfahrzeug"),
        ("fr", "« Véhicule » désigne tout engin à moteur qui peut circuler sur route.", "Véhicule"),
        ("it", "Il contratto è l’accordo di due o più parti per costituire un rapporto.", "contratto"),
        ("es", "El gato es un mamífero que puede cazar de noche.", "gato"),
        # What names no term, or more than one.
        ("en", "The answer is a machine that generates predictions from data.", ""),
        ("en", "It is a machine that generates predictions from data.", ""),
        ("en", "“Car” means a machine that moves. “Truck” means a machine that carries loads.", ""),
        ("en", "“Car” and “truck” mean a machine that moves on roads.", ""),
        ("en", "a machine-based system that infers how to generate outputs", ""),
        ("it", "Per robot sociale, nel progetto «Nonni in compagnia», si intende un pupazzo che parla.", ""),
    ],
)  # fmt: skip
def test_a_term_is_told_where_the_frame_names_one(lang: str, text: str, defined: str) -> None:
    assert term(text, lang) == defined


@pytest.mark.parametrize(
    ("lang", "text", "speaks"),
    [
        ("en", "a program that uses AI", True),
        ("en", "an AI-based tool", True),
        ("en", "the branch of artificial intelligence", True),
        ("en", "machine learning in a car", True),
        ("de", "ein Fahrzeug mit KI-Steuerung", True),
        ("de", "ein Fahrzeug mit AI", True),
        ("de", "ein künstlich intelligentes Fahrzeug", True),
        ("fr", "un véhicule doté d’une IA", True),
        ("en", "a vehicle that is driven by a person", False),
        ("de", "ein Fahrzeug, das durch Maschinenkraft bewegt wird", False),
    ],
)
def test_what_names_ai_anywhere_speaks_of_it(lang: str, text: str, speaks: bool) -> None:
    assert speaks_of_ai(text, lang) is speaks
