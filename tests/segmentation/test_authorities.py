"""What authorities do stands in many provisions and says nothing of the thing that is defined."""

from __future__ import annotations

import pytest

from aidefs.library.records import Definition
from aidefs.segmentation.segmentation import segmentation_of

DEFINITIONS = {
    "en": "‘AI system’ means a machine-based system that generates outputs.",
    "de": "Ein KI-System ist ein maschinengestütztes System, das Ausgaben erzeugt.",
    "fr": "Un système d’IA est un système automatisé qui génère des sorties.",
    "es": "Un sistema de IA es un sistema basado en una máquina que genera resultados.",
    "it": "Un sistema di IA è un sistema automatizzato che genera output.",
    "pt": "Um sistema de IA é um sistema baseado em máquinas que gera resultados.",
    "nl": "Een AI-systeem is een op een machine gebaseerd systeem dat output genereert.",
    "pl": "System AI to system maszynowy, który generuje wyniki.",
    "cs": "Systém AI je strojový systém, který generuje výstupy.",
    "da": "Et AI-system er et maskinbaseret system, der genererer output.",
    "sv": "Ett AI-system är ett maskinbaserat system som genererar utdata.",
}


def cut(text: str, lang: str) -> list[tuple[str, str]]:
    """Elements and wordings, found without the help of reviewed ones."""
    found = segmentation_of(Definition("", text, lang=lang), library={}, method="automatic")
    return [(one.element, one.text) for one in found.segments]


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "The Board shall review this definition every two years and make recommendations."),
        ("en", "The Secretary of State may by regulations specify techniques."),
        ("en", "Regulations may specify the data from which a system infers."),
        ("en", "Member States shall ensure that decisions are taken by persons."),
        ("de", "Die Kommission gibt Empfehlungen ab und trifft Entscheidungen."),
        ("fr", "La Commission adopte des lignes directrices et formule des recommandations."),
        ("fr", "Un décret en Conseil d’État fixe les techniques d’apprentissage visées."),
        ("es", "El Gobierno adoptará decisiones y recomendaciones."),
        ("it", "La Commissione formula raccomandazioni."),
        ("pt", "O Governo toma decisões e faz recomendações."),
        ("nl", "De Commissie doet aanbevelingen en neemt besluiten."),
        ("pl", "Rada Ministrów podejmuje decyzje i wydaje zalecenia."),
        ("cs", "Vláda vydává doporučení a rozhodnutí."),
        ("da", "Ministeren kan fastsætte regler om teknikker."),
        ("sv", "Regeringen får meddela föreskrifter om tekniker."),
    ],
)
def test_what_an_authority_does_is_scope(lang: str, sentence: str) -> None:
    assert cut(f"{DEFINITIONS[lang]} {sentence}", lang)[-1] == ("scope", sentence)


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "Government agencies use it to make decisions."),
        ("en", "The systems that the Commission uses make recommendations."),
        ("en", "The Board can overrule its decisions."),
        ("en", "The commission can overrule all decisions."),  # of a company, and not that of the Union
        ("fr", "Les systèmes du ministère formulent des recommandations."),
        ("it", "La commissione può disattenderlo."),
    ],
)
def test_what_a_system_does_for_an_authority_is_not_told_by_the_authority(lang: str, sentence: str) -> None:
    text = f"{DEFINITIONS[lang]} {sentence}"
    found = segmentation_of(Definition("", text, lang=lang), library={}, method="automatic")
    said = {reason.value for one in found.segments for reason in one.evidence}
    assert not any(reason.startswith("what an authority does") for reason in said)


@pytest.mark.parametrize(
    "frame",
    [
        "The Minister may by order provide that an AI system means",
        "The Secretary may, by order, determine that an AI system is",
        "The Court held that an AI system is",
        "The parties declare that “AI” means",
    ],
)
def test_who_defines_stands_in_the_frame(frame: str) -> None:
    assert cut(f"{frame} a program that writes texts.", "en")[:2] == [
        ("frame", frame),
        ("machine-based", "a program"),
    ]


def test_what_an_authority_provides_of_a_thing_is_no_frame() -> None:
    text = "A program is a thing that the Minister may by order provide that AI is a part of."
    assert cut(text, "en")[0] == ("frame", "A program is")
