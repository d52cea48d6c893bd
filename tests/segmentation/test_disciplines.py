"""Definitions of what imitates thought: a simulation and who simulates, a field and what it makes."""

from __future__ import annotations

import pytest

from aidefs.segmentation.segmentation import segment

IMITATIONS = [
    ("de", "Künstliche Intelligenz ist", "die Nachbildung menschlicher Intelligenz", "durch Maschinen."),
    ("fr", "L’IA est", "l’imitation de l’intelligence humaine", "par des ordinateurs."),
    ("es", "La IA es", "la simulación del pensamiento humano", "por máquinas."),
    ("it", "L’IA è", "la riproduzione del pensiero umano", "da parte di calcolatori."),
    ("nl", "AI is", "het nabootsen van menselijke intelligentie", "door machines."),
    ("pt", "A IA é", "a imitação do raciocínio humano", "por computadores."),
    ("pl", "Sztuczna inteligencja to", "naśladowanie ludzkiego rozumu", "przez maszyny."),
]
FIELDS = [
    (
        "de",
        "ein Teilgebiet der Informatik, das sich mit dem Bau von Maschinen befasst,",
        "die wie Menschen denken.",
    ),
    ("fr", "une discipline qui étudie la conception de machines", "capables de penser comme des humains."),
    (
        "es",
        "una rama de la informática dedicada a construir máquinas",
        "capaces de razonar como las personas.",
    ),
    ("it", "una disciplina che studia come costruire macchine", "in grado di ragionare come le persone."),
    ("nl", "een vakgebied dat zich bezighoudt met het bouwen van machines", "die denken als mensen."),
    ("pt", "um ramo da informática que se dedica à criação de máquinas", "capazes de pensar como pessoas."),
]
NAMED = {"de": "KI ist", "fr": "L’IA est", "es": "La IA es", "it": "L’IA è", "nl": "AI is", "pt": "A IA é"}


def read(lang: str, text: str) -> list[tuple[str, str]]:
    """Each segment of a text with its element."""
    return [(one.element, one.text.strip()) for one in segment(text, lang=lang).segments]


@pytest.mark.parametrize(("lang", "frame", "what", "who"), IMITATIONS)
def test_who_imitates_is_the_genus(lang: str, frame: str, what: str, who: str) -> None:
    pieces = [("frame", frame), ("capability", what), ("machine-based", who)]
    assert read(lang, f"{frame} {what} {who}") == pieces


@pytest.mark.parametrize(("lang", "frame", "what", "who"), IMITATIONS)
def test_of_which_no_segment_is_sure(lang: str, frame: str, what: str, who: str) -> None:
    found = segment(f"{frame} {what} {who}", lang=lang).segments
    assert [one.confidence for one in found[1:]] == ["low", "low"]


@pytest.mark.parametrize(("lang", "field", "able"), FIELDS)
def test_what_a_field_makes_is_of_the_genus(lang: str, field: str, able: str) -> None:
    pieces = [("frame", NAMED[lang]), ("machine-based", field), ("capability", able)]
    assert read(lang, f"{NAMED[lang]} {field} {able}") == pieces


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "de",
            "KI ist Software, die menschliches Denken nachahmt, wie Sprache verstehen oder Urteile fällen.",
        ),
        (
            "nl",
            "AI is software die menselijk denken nabootst, zoals leren, plannen of beslissingen nemen.",
        ),
        (
            "fr",
            "L’IA est un logiciel qui imite l’intelligence humaine : apprendre, décider, prévoir.",
        ),
    ],
)
def test_listed_faculties_go_with_their_head(lang: str, text: str) -> None:
    assert [element for element, _ in read(lang, text)] == ["frame", "machine-based", "capability"]


def test_a_list_of_faculties_ends_at_a_semicolon() -> None:
    text = (
        "Künstliche Intelligenz: die Fähigkeit eines Computers, menschliches Denken nachzuahmen, wie das "
        "Verstehen von Sprache; einfache Tabellenkalkulation bleibt außer Betracht."
    )
    assert read("de", text)[-1] == ("scope", "einfache Tabellenkalkulation bleibt außer Betracht.")


@pytest.mark.parametrize(
    ("lang", "first", "second"),
    [
        ("es", "La IA es un programa que imita la inteligencia humana.",
         "Estos procesos incluyen el aprendizaje, el razonamiento y la autocorrección."),
        ("nl", "AI is software die menselijke intelligentie nabootst.",
         "Deze processen omvatten leren, redeneren en zichzelf verbeteren."),
    ],
)  # fmt: skip
def test_a_sentence_that_lists_faculties_goes_with_them(lang: str, first: str, second: str) -> None:
    assert read(lang, f"{first} {second}")[-1] == ("capability", second)


@pytest.mark.parametrize(
    ("lang", "first", "second"),
    [
        ("fr", "L’IA est un logiciel qui imite l’intelligence humaine.",
         "Elle recouvre plusieurs sous-domaines : l’apprentissage automatique et la vision par ordinateur."),
        ("de", "KI ist Software, die Denken nachahmt.", "Maschinelles Lernen ist ein Teilgebiet der KI."),
    ],
)  # fmt: skip
def test_a_sentence_that_names_subfields_is_scope(lang: str, first: str, second: str) -> None:
    assert read(lang, f"{first} {second}")[-1] == ("scope", second)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Als künstliche Intelligenz werden | Programme | bezeichnet, | die wie Menschen denken."),
        ("de", "Unter KI wird | Software | verstanden, | die menschliches Denken nachahmt."),
        (
            "nl",
            "Onder AI worden | programma’s | verstaan | die menselijk denken nabootsen.",
        ),
    ],
)
def test_a_frame_stands_around_the_head(lang: str, text: str) -> None:
    elements = ["frame", "machine-based", "frame", "capability"]
    parts = list(zip(elements, text.split(" | "), strict=True))
    assert read(lang, text.replace(" | ", " ")) == parts


@pytest.mark.parametrize(
    ("lang", "frame", "rest"),
    [
        (
            "it",
            "Una definizione semplice: l’intelligenza artificiale è",
            "un programma che imita il pensiero umano.",
        ),
        ("fr", "Le terme IA est utilisé pour désigner", "des programmes qui imitent la pensée humaine."),
        ("es", "Entiendo la inteligencia artificial como", "un programa que imita el pensamiento humano."),
        ("pt", "Trata-se", "de um programa que imita o pensamento humano."),
        ("nl", "Het gaat om", "software die menselijk denken nabootst."),
    ],
)
def test_frames_of_courses_and_glossaries(lang: str, frame: str, rest: str) -> None:
    assert read(lang, f"{frame} {rest}")[0] == ("frame", frame)
