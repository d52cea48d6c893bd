"""Frames behind their head or without a connector between term and definiens; clauses behind them."""

from __future__ import annotations

import pytest

from aidefs.library.records import Definition
from aidefs.segmentation.segmentation import segmentation_of


def cut(text: str, lang: str) -> list[tuple[str, str]]:
    """Elements and wordings, found without the help of reviewed ones."""
    found = segmentation_of(Definition("", text, lang=lang), library={}, method="automatic")
    return [(one.element, one.text) for one in found.segments]


@pytest.mark.parametrize(
    ("lang", "head", "frame"),
    [
        ("fr", "Un programme", "relève de l’intelligence artificielle lorsque :"),
        ("es", "Un programa", "se considera sistema inteligente cuando:"),
        ("it", "Un programma", "è considerato sistema intelligente quando:"),
        ("pt", "Um programa", "considera-se sistema inteligente quando:"),
        ("de", "Ein Programm", "gilt als KI-System, wenn es:"),
        ("nl", "Een programma", "geldt als AI-systeem wanneer het:"),
    ],
)
def test_a_frame_may_stand_behind_its_head(lang: str, head: str, frame: str) -> None:
    assert cut(f"{head} {frame} a) x; b) y.", lang)[:2] == [("machine-based", head), ("frame", frame)]


@pytest.mark.parametrize(
    ("lang", "frame", "head"),
    [
        ("fr", "Par intelligence artificielle, la Cour vise", "tout procédé"),
        ("es", "Es sistema de inteligencia artificial", "el conjunto de programas"),
        ("es", "XII. Sistema inteligente:", "el programa"),
        ("it", "Rientra nella nozione di intelligenza artificiale", "qualsiasi apparato"),
        ("pt", "É havido por sistema algorítmico", "o mecanismo informático"),
        ("de", "Der Senat versteht unter einem lernenden System", "ein Programm,"),
        ("de", "§ 3 Absatz 4: KI-Anwendungen sind", "Programme,"),
        ("nl", "Met AI doelen wij in deze handreiking op", "computerprogramma’s"),
        ("pl", "W tych wytycznych sztuczną inteligencją nazywamy", "programy komputerowe,"),
    ],
)
def test_a_frame_ends_before_its_head(lang: str, frame: str, head: str) -> None:
    rest = {"fr": "qui", "es": "que", "it": "che", "pt": "que", "de": "die", "nl": "die", "pl": "które"}
    found = cut(f"{frame} {head} {rest[lang]} x.", lang)
    assert found[0] == ("frame", frame)
    assert found[1][0] == "machine-based" and found[1][1].startswith(head)


@pytest.mark.parametrize(
    ("lang", "text", "piece"),
    [
        # A verb that stands in no list is known by its place: a conjunction before it, an article behind it.
        ("fr", "« IA » : outil qui analyse les données et gribouille des recommandations.", "et gribouille"),
        (
            "it",
            "«IA»: programma che analizza i dati e scarabocchia le previsioni, i testi e le decisioni.",
            "e scarabocchia",
        ),
        ("pl", "„AI” – program, który: a) zbiera dane, b) wykrywa wzorce.", "b) wykrywa"),
        ("es", "«IA»: programa por medio del cual se analizan los datos.", "por medio del cual"),
        ("pt", "«IA»: programa que analisa dados, seja qual for o método utilizado.", "seja qual for"),
    ],
)
def test_a_clause_begins(lang: str, text: str, piece: str) -> None:
    assert any(wording.startswith(piece) for _, wording in cut(text, lang))


def test_the_number_of_an_entry_stands_before_its_term() -> None:
    found = cut("3.4\nsystème d’IA\nsystème artificiel qui génère des prédictions", "fr")
    assert found[0] == ("frame", "3.4\nsystème d’IA")


def test_a_note_goes_with_what_it_says() -> None:
    text = "2.1\nsysteem\nprogramma dat voorspellingen doet\nOpmerking 1: De mate van autonomie verschilt."
    assert [element for element, wording in cut(text, "nl") if "Opmerking" in wording] == ["autonomy"]
