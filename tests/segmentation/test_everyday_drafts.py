"""Frames and clauses of everyday Dutch, Polish and Portuguese, and some of German."""

from __future__ import annotations

import pytest

import aidefs
from aidefs.errors import NoDefinition
from aidefs.library.records import Definition
from aidefs.segmentation.clauses import cut as pieces_of
from aidefs.segmentation.grammars import grammar_of
from aidefs.segmentation.segmentation import segmentation_of
from aidefs.text.tokens import token_columns


def cut(text: str, lang: str) -> list[tuple[str, str]]:
    """Elements and wordings, found without the help of reviewed ones."""
    found = segmentation_of(Definition("", text, lang=lang), library={}, method="automatic")
    return [(one.element, one.text) for one in found.segments]


def pieces(text: str, lang: str) -> list[tuple[str, str]]:
    """The pieces that a text is cut into, each with what it hangs by."""
    columns, grammar = token_columns(text, lang), grammar_of(lang)
    found = pieces_of(grammar.read(columns), grammar)
    return [(one.link.name, columns.printed(one.start, one.end)) for one in found]


@pytest.mark.parametrize(
    ("lang", "frame", "head"),
    [
        # Put in short.
        ("nl", "Kunstmatige intelligentie is kort gezegd", "een programma"),
        ("nl", "AI is, voor ons,", "een programma"),
        ("pl", "Sztuczna inteligencja to po prostu", "program,"),
        ("pl", "AI to dla nas", "program,"),
        ("nl", "Kunstmatige intelligentie, kortweg AI, is volgens onze leerlingen", "een programma"),
        ("de", "KI ist kurz gesagt", "ein Programm,"),
        # Said of what one speaks of.
        ("de", "Wenn wir im Verein von KI sprechen, meinen wir", "ein Programm,"),
        ("nl", "Als we het in onze club over AI hebben, bedoelen we", "een programma"),
        ("nl", "Wanneer de school van AI spreekt, doelt zij op", "een programma"),
        ("pl", "Kiedy w kole mówimy o AI, chodzi nam o", "program,"),
        ("pt", "Sempre que neste contrato se fale em IA, trata-se de", "um programa"),
        ("pt", "Para os nossos sócios, IA quer dizer", "um programa"),
        # Described as something.
        ("nl", "Voor dit onderzoek omschrijven we AI als", "een programma"),
        ("pl", "Na potrzeby badania opisujemy AI jako", "program,"),
        ("pt", "Neste estudo, descrevemos a IA como", "um programa"),
        # What is inserted behind the term says whose word it is.
        ("nl", "Een slimme camera, zoals wij die bedoelen, is", "een programma"),
        ("pl", "Inteligentna kamera, o jaką nam chodzi, to", "program,"),
        ("pl", "AI, jak ją rozumieją uczniowie z koła, to", "program,"),
        ("de", "Eine kluge Kamera, wie wir sie meinen, ist", "ein Programm,"),
        # The one who defines stands behind the term.
        ("nl", "Een slimme bel noemen wij in de buurt", "een programma"),
        ("nl", "In deze folder heet AI", "een programma"),
        ("nl", "Met een rijhulp duidt de fabrikant", "een programma"),
        ("pl", "W tej umowie pod pojęciem AI strony rozumieją", "program,"),
        ("pl", "Autonomicznym systemem producent nazywa", "program,"),
    ],
)
def test_a_frame_of_talk_is_told(lang: str, frame: str, head: str) -> None:
    clauses = {"nl": "dat teksten maakt.", "pl": "który tworzy teksty.", "pt": "que gera textos."}
    found = cut(f"{frame} {head} {clauses.get(lang, 'das Texte schreibt.')}", lang)
    assert found[:2] == [("frame", frame), ("machine-based", head)]


@pytest.mark.parametrize(
    ("lang", "text", "genus"),
    [
        ("nl", "AI is een programma dat klanten beschrijft als groep.", "een programma"),
        ("pl", "AI to program, który opisuje klientów jako grupę.", "program,"),
        ("pt", "IA é um programa que descreve clientes como grupo.", "um programa"),
    ],
)
def test_a_clause_that_describes_is_no_frame(lang: str, text: str, genus: str) -> None:
    assert cut(text, lang)[1] == ("machine-based", genus)


@pytest.mark.parametrize(
    ("lang", "text", "piece"),
    [
        ("nl", "AI is een app waar je een vraag in stopt.", ("RELATIVE", "waar je een vraag")),
        ("nl", "AI is een app die tekst leest, waarna zij antwoordt.", ("RELATIVE", "waarna zij antwoordt.")),
        ("nl", "AI is een app die werkt, ook als niemand kijkt.", ("SUBORDINATE", "ook als niemand kijkt.")),
        ("nl", "AI is een app die leert doordat hij speelt.", ("SUBORDINATE", "doordat hij speelt.")),
        ("nl", "AI is een app die op basis van data kan leren.", ("VERB", "kan leren.")),
        (
            "nl",
            "AI is een app die op grond van aangiften, meldingen en tijden berekent of het waar is.",
            ("VERB", "berekent"),
        ),
        (
            "pl",
            "AI to program, który działa, choć nikt nie patrzy.",
            ("SUBORDINATE", "choć nikt nie patrzy."),
        ),
        ("pl", "AI to program, o ile uczy się z danych.", ("SUBORDINATE", "o ile uczy się")),
        ("pt", "IA é um programa que age, mesmo que falhe.", ("SUBORDINATE", "mesmo que falhe.")),
        ("pt", "IA é um programa que escreve porque leu.", ("SUBORDINATE", "porque leu.")),
    ],
)
def test_a_clause_begins_with_its_word(lang: str, text: str, piece: tuple[str, str]) -> None:
    assert piece in pieces(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "piece"),
    [
        ("nl", "AI is een app die berekent waar de bus rijdt.", "RELATIVE"),  # it asks where
        ("nl", "AI is een app die beelden, geluiden en teksten ontvangt.", "VERB"),  # its objects
    ],
)
def test_the_same_word_elsewhere_begins_none(lang: str, text: str, piece: str) -> None:
    word = "waar" if "waar" in text else "ontvangt"
    assert not any(link == piece and said.startswith(word) for link, said in pieces(text, lang))


def test_a_text_without_cue_and_connector_is_read_by_its_words() -> None:
    text = (
        "Wij, de werkgroep, noemen een preekgenerator zo'n schrijfprogramma op internet waaraan men een "
        "thema en oude preken opgeeft, dat daaruit verbanden legt, zonder hulp een nieuwe tekst schrijft en "
        "bij elke klacht bijleert."
    )
    assert "outputs" in {one.element for one in aidefs.segment(text, lang="nl").segments}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nl", "Zet het apparaat uit, haal de stekker eruit en maak het schoon met een vochtige doek."),
        ("pl", "Kupiłem wczoraj komputer i drukarkę, ale sklep przysłał mi tylko klawiaturę."),
        ("pt", "Comprei ontem um computador, mas a loja enviou apenas o teclado."),
    ],
)
def test_a_text_about_a_device_is_no_definition_for_that(lang: str, text: str) -> None:
    with pytest.raises(NoDefinition):
        aidefs.segment(text, lang=lang)
