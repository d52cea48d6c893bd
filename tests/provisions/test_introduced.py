"""Terms that stand behind the words that define them, in the languages that speak so."""

from __future__ import annotations

import pytest
from support.provisions import provisions_of

PROVISIONS = [
    "Aux fins de la présente loi, on entend par « outil » un objet qui coupe.",
    "Aux fins de la présente loi, on entend par « outil » : un objet qui coupe.",
    "Au sens du présent décret, on entend par « outil » tout objet qui coupe.",
    "Est considéré comme « outil » tout objet qui coupe le bois.",
    "Im Sinne dieses Gesetzes bezeichnet der Ausdruck „Werkzeug“ ein Ding, das schneidet.",
    "Im Sinne dieser Verordnung bezeichnet „Werkzeug“ jedes Ding, das schneidet.",
    "Im Sinne dieses Gesetzes ist „Werkzeug“ ein Ding, das schneidet.",
    "Für die Zwecke dieses Gesetzes gilt als „Werkzeug“ jedes Ding, das schneidet.",
    "Unter einem „Werkzeug“ versteht man ein Ding, das schneidet.",
    "Unter „Werkzeug“ wird ein Ding verstanden, das schneidet.",
    "A los efectos de la presente ley, se entenderá por «herramienta» un objeto que corta.",
    "Ai fini della presente legge, si intende per «utensile» un oggetto che taglia.",
    "Voor de toepassing van deze wet wordt verstaan onder “werktuig”: een ding dat snijdt.",
    "In deze wet wordt onder “werktuig” een ding dat snijdt verstaan.",
    "Para os efeitos desta lei, entende-se por «ferramenta» um objeto que corta.",
]
LANGUAGES = ["fr"] * 4 + ["de"] * 6 + ["es", "it", "nl", "nl", "pt"]
TERMS = {
    "fr": "outil",
    "de": "Werkzeug",
    "es": "herramienta",
    "it": "utensile",
    "nl": "werktuig",
    "pt": "ferramenta",
}


@pytest.mark.parametrize(("lang", "text"), [*zip(LANGUAGES, PROVISIONS, strict=True)])
def test_the_whole_sentence_is_the_provision(lang: str, text: str) -> None:
    (one,) = provisions_of(text, lang)
    assert (one.terms, one.text) == ((TERMS[lang],), text)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Le rapport dit ce que l’on entend par « outil » un peu partout."),
        ("fr", "La Commission explique ce qu’on entend par « outil » et pourquoi ce terme divise."),
        ("de", "In diesem Aufsatz ist „Werkzeug“ ein Thema unter vielen."),
        ("de", "Im Sinne des Autors ist „Faust“ ein Trauerspiel."),
        ("de", "Der Bericht fragt, was man unter „Werkzeug“ versteht und warum."),
        ("de", "Unter „Sonstiges“ wird ein Bericht behandelt."),
        ("de", "Was bezeichnet der Ausdruck „Werkzeug“ eigentlich?"),
        ("es", "El informe explica qué se entiende por «herramienta» y por qué divide."),
        ("nl", "Het rapport zegt wat wordt verstaan onder “werktuig” en waarom."),
    ],
)
def test_words_that_ask_or_tell_of_a_meaning_give_none(lang: str, text: str) -> None:
    assert not provisions_of(text, lang)
