"""A definition that is denied is not read as one that is affirmed."""

from __future__ import annotations

import pytest

import aidefs
from aidefs.segmentation.segments import Segment


def read(text: str, lang: str) -> list[Segment]:
    return list(aidefs.segment(text, lang=lang).segments)


@pytest.mark.parametrize(
    ("lang", "text", "frame"),
    [
        ("cs", "Systém AI není strojový systém.", "Systém AI"),
        ("da", "Et AI-system er ikke et maskinbaseret system.", "Et AI-system er"),
        ("de", "Ein KI-System ist nicht ein maschinengestütztes System.", "Ein KI-System ist"),
        ("en", "An AI system is not a machine-based system.", "An AI system is"),
        ("es", "Un sistema de IA no es una máquina.", "Un sistema de IA"),
        ("fi", "Tekoälyjärjestelmä ei ole konepohjainen järjestelmä.", "Tekoälyjärjestelmä"),
        ("fr", "Un système d’IA n’est pas un système automatisé.", "Un système d’IA"),
        ("it", "I sistemi di IA non sono macchine.", "I sistemi di IA"),
        ("nl", "Een AI-systeem is niet een op een machine gebaseerd systeem.", "Een AI-systeem is"),
        ("pl", "System AI nie jest systemem maszynowym.", "System AI"),
        ("pt", "Um sistema de IA não é uma máquina.", "Um sistema de IA"),
        ("sv", "Ett AI-system är inte ett maskinbaserat system.", "Ett AI-system är"),
    ],
)
def test_the_denial_belongs_to_the_genus(lang: str, text: str, frame: str) -> None:
    opening, genus = read(text, lang)
    assert (opening.element, opening.text) == ("frame", frame)
    assert (genus.element, genus.confidence) == ("machine-based", "low")
    assert genus.facets.negated
    assert genus.facets.machine_based is False
    assert not genus.facets.genus


@pytest.mark.parametrize(
    ("lang", "text", "genus"),
    [
        ("en", "AI is not only software but a machine-based system that generates outputs.", True),
        (
            "fr",
            "L’IA n’est pas seulement un logiciel mais un système automatisé qui génère des contenus.",
            True,
        ),
        ("es", "La IA no es otra cosa que un conjunto de técnicas que generan contenidos.", False),
    ],
)
def test_what_is_not_only_one_thing_is_not_denied(lang: str, text: str, genus: bool) -> None:
    found = next(one for one in read(text, lang) if one.element == "machine-based")
    assert not found.facets.negated
    assert found.facets.machine_based is genus


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "A program that only stores data is not an AI system."),
        ("en", "Software which only stores data shall not be deemed an AI system."),
        ("de", "Ein Programm, das nur Daten speichert, ist kein KI-System."),
        ("es", "No es sistema de IA el programa que solo almacena datos."),
        ("fr", "N’est pas un système d’IA le logiciel qui stocke des données."),
        ("it", "Non è un sistema di IA il programma che memorizza dati."),
        ("nl", "Een programma dat gegevens opslaat is geen AI-systeem."),
        ("pl", "Program, który tylko przechowuje dane, nie jest systemem AI."),
        ("pt", "Um programa que só armazena dados não é um sistema de IA."),
    ],
)
def test_a_thing_that_is_no_ai_system_is_an_exclusion(lang: str, text: str) -> None:
    (found,) = read(text, lang)
    assert found.element == "scope"
    assert found.facets.negated


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "A system that is not an AI system generates outputs without data."),
        ("de", "Ein KI-System ist ein System, das kein KI-Modell ist und Inhalte erzeugt."),
    ],
)
def test_a_clause_that_denies_excludes_no_sentence(lang: str, text: str) -> None:
    assert read(text, lang)[0].element != "scope"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "AI is a machine-based system that infers nothing from the input it receives."),
        ("en", "An AI system is a machine-based system that hardly ever infers how to generate outputs."),
        ("en", "An AI system is a machine-based system incapable of adapting after deployment."),
        ("en", "An AI system is a machine-based system unable to infer how to generate outputs."),
        ("en", "An AI system is a machine-based system devoid of autonomy and adaptiveness."),
        ("de", "Eine KI ist ein maschinengestütztes System, das aus den Eingaben nichts ableitet."),
        ("es", "La IA es un sistema basado en una máquina incapaz de adaptarse tras el despliegue."),
        ("fr", "Un système d’IA est un système automatisé incapable de s’adapter après son déploiement."),
        ("it", "Un sistema di IA è un sistema automatizzato incapace di adattarsi dopo la diffusione."),
    ],
)
def test_what_is_denied_to_the_system_is_never_sure(lang: str, text: str) -> None:
    frame, genus, *others = read(text, lang)
    assert (frame.element, genus.element) == ("frame", "machine-based")
    assert genus.facets.genus.lower() in {"system", "sistema", "système"}
    assert others
    assert {one.confidence for one in others} == {"low"}


def test_what_is_affirmed_stays_sure() -> None:
    text = "An AI system is a machine-based system capable of adapting after deployment."
    assert read(text, "en")[-1].confidence == "high"
