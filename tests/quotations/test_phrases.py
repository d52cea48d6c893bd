"""The tables of phrases: each is an expression by itself, in a known language, found as its notation says."""

from __future__ import annotations

import re

import pytest

import aidefs
from aidefs.quotations import phrases
from aidefs.quotations.phrases import ACCORDING, DENIED, SAID_TO_END
from aidefs.text.languages import profiles

TABLES = {
    name: table for name, table in vars(phrases).items() if isinstance(table, dict) and name[1:].isupper()
}
LANGUAGES = {one.tag for one in profiles()}


@pytest.mark.parametrize("name", TABLES)
def test_each_phrase_stands_by_itself_under_a_known_language(name: str) -> None:
    assert TABLES[name].keys() <= LANGUAGES
    for those in TABLES[name].values():
        assert not isinstance(those, str), f"one phrase of {name} is no tuple"
        for phrase in those:
            re.compile(phrase)  # a bracket that is left open would close behind another phrase
            assert phrase and len(set(those)) == len(those)


def test_every_expression_can_be_compiled() -> None:
    assert len(TABLES) > len(phrases.__all__)
    for name in filter(str.isupper, phrases.__all__):
        assert getattr(phrases, name).pattern


def test_a_space_is_one_white_space_and_a_line_below_it_any_number() -> None:
    assert SAID_TO_END.match("”. Full\nstop") and not SAID_TO_END.match("”. Full  stop")
    assert ACCORDING.search("in  the\nwords of the ")


@pytest.mark.parametrize("case", [str, str.lower])
def test_a_capital_that_begins_a_phrase_is_found_small_too(case: type[str]) -> None:
    assert SAID_TO_END.match(case("Nada más."))
    assert DENIED.match(case("No such words"))


def test_other_letters_are_found_as_they_stand() -> None:
    assert not SAID_TO_END.match("NADA MÁS.")
    assert DENIED.match("I can find that") is None
    assert DENIED.match("I cannot find that") and not DENIED.match("i cannot find that")


_NOT_THE_ACTS = "must exhibit adaptiveness after deployment"


@pytest.mark.parametrize(
    "said",
    [
        "The AI Act never said “{}”.",
        "The AI Act does not require that a system “{}”.",
        "The AI Act has “may”, not “{}”.",
        "The AI Act chose “may” rather than “{}”.",
        "The AI Act avoids saying “{}”.",
        "The AI Act is silent on whether a system “{}”.",
        "It is not true that under the AI Act a system “{}”.",
        "The drafters of the AI Act rejected “{}”.",
        "We propose that Article 3(1) of the AI Act be amended to read: “{}”.",
        "Replace Article 3(1) of the AI Act with the following: “{}”.",
        "The delegation suggested that the AI Act speak of what “{}”.",
        "Our amendment to the AI Act: “{}”.",
        "A student asked whether the AI Act covers what “{}”.",
        "Does the AI Act say “may” or “{}”?",
        "Were the AI Act to say “{}”, much would change.",
        "The AI Act might just as well have read “{}”.",
        "Jones, discussing the AI Act, calls it what “{}”.",
        "A court held that under the AI Act a tool “{}”.",
        "It is a common mistake to quote the AI Act as “{}”.",
        "In plain English, the AI Act’s definition is: “{}”.",
        "The AI Act’s “may exhibit” is not the same as “{}”.",
    ],
)
def test_words_that_are_said_not_to_be_the_acts(said: str) -> None:
    assert not any(one.wrong for one in aidefs.find_quotations(said.format(_NOT_THE_ACTS)))


@pytest.mark.parametrize(
    "said",
    [
        "The AI Act asks whether a system “{}”.",
        "The AI Act, which never mentions robots, says that a system “{}”.",
        "An expert read the AI Act. Its system “{}”.",
        "Rather than listing tools, the AI Act says that a system “{}”.",
        "The AI Act is not long. A system, it says, “{}”.",
    ],
)
def test_words_that_are_said_to_be_the_acts(said: str) -> None:
    assert any(one.wrong for one in aidefs.find_quotations(said.format(_NOT_THE_ACTS)))


@pytest.mark.parametrize(
    "said",
    [
        "Die KI-Verordnung verlangt nicht, dass ein System „{}“.",
        "Wir schlagen vor, Artikel 3 der KI-Verordnung so zu fassen: „{}“.",
        "Ein Student fragte, ob die KI-Verordnung sagt, dass ein System „{}“.",
        "Hätte die KI-Verordnung gesagt, dass ein System „{}“, wäre es anders.",
    ],
)
def test_the_same_in_german(said: str) -> None:
    changed = "das nach seiner Betriebsaufnahme anpassungsfähig sein muss"
    assert not any(one.wrong for one in aidefs.find_quotations(said.format(changed)))
    plain = "Nach der KI-Verordnung gilt, dass ein System „{}“."
    assert any(one.wrong for one in aidefs.find_quotations(plain.format(changed)))


# By language: a name of the Act, a sentence that says that it reads so, and some that say that it does not.
_SAID_OF_THE_ACT = {
    "de": (
        "Art. 3 Nr. 1 KI-VO lautet: „{}“.",
        "Falsch ist die Wiedergabe von Art. 3 Nr. 1 KI-VO als „{}“.",
        "Es ist ein Mythos, dass die KI-VO „{}“ verlangt.",
        "Wenn Art. 3 Nr. 1 KI-VO lauten würde: „{}“, dann wäre vieles anders.",
        "Hätte der Gesetzgeber in Art. 3 Nr. 1 KI-VO „{}“ geschrieben, wäre es anders.",
    ),
    "fr": (
        "Le règlement sur l’IA dit « {} ».",
        "Il est faux que le règlement sur l’IA définisse « {} ».",
        "C’est une erreur de dire que le règlement sur l’IA définit « {} ».",
    ),
    "es": (
        "El Reglamento de IA define «{}».",
        "Es un error decir que el Reglamento de IA define «{}».",
        "No es cierto que el Reglamento de IA defina «{}».",
    ),
    "it": (
        "Il regolamento sull’IA definisce «{}».",
        "Non è vero che il regolamento sull’IA definisce «{}».",
    ),
    "nl": (
        "De AI-verordening zegt „{}”.",
        "Het is een misverstand dat de AI-verordening zegt „{}”.",
    ),
    "pl": (
        "Akt w sprawie sztucznej inteligencji stanowi „{}”.",
        "Nie jest prawdą, że akt w sprawie sztucznej inteligencji mówi „{}”.",
        "Gdyby akt w sprawie sztucznej inteligencji stanowił „{}”, byłoby inaczej.",
    ),
    "cs": (
        "Akt o umělé inteligenci stanoví „{}“.",
        "Není pravda, že akt o umělé inteligenci říká „{}“.",
        "Akt o umělé inteligenci neříká „{}“.",
        "Kdyby akt o umělé inteligenci stanovil „{}“, bylo by to jinak.",
    ),
    "da": (
        "AI-forordningen siger »{}«.",
        "Det er en myte, at AI-forordningen siger »{}«.",
        "AI-forordningen siger ikke »{}«.",
        "Hvis AI-forordningen sagde »{}«, ville alt være anderledes.",
    ),
    "hu": (
        "Az MI-rendelet azt mondja, hogy „{}”.",
        "Téves, hogy az MI-rendelet szerint „{}”.",
        "Az MI-rendelet nem azt mondja, hogy „{}”.",
        "Ha az MI-rendelet azt mondaná, hogy „{}”, minden más lenne.",
    ),
}


@pytest.mark.parametrize("lang", _SAID_OF_THE_ACT)
def test_words_that_are_denied_or_supposed_in_any_language(lang: str) -> None:
    official = aidefs.get(f"eu-ai-act-2024-{lang}").text.rstrip(";").split()
    changed = " ".join((*official[6:-5], *official[-4:]))  # without a word
    plain, *denied = _SAID_OF_THE_ACT[lang]
    assert any(one.wrong for one in aidefs.find_quotations(plain.format(changed)))
    for said in denied:
        assert not any(one.wrong for one in aidefs.find_quotations(said.format(changed))), said


@pytest.mark.parametrize(
    "said",
    [
        "It is a myth that the AI Act is vague: it says that a system “{}”.",
        "It is a mistake to think that all is clear. The AI Act says that a system “{}”.",
        "AI-forordningen siger ikke kun det, men at et system “{}”.",
    ],
)
def test_what_is_denied_of_something_else_is_said_of_the_words(said: str) -> None:
    assert any(one.wrong for one in aidefs.find_quotations(said.format(_NOT_THE_ACTS)))


def test_the_same_in_english() -> None:
    said = "It is a myth that the AI Act says that a system “{}”."
    assert not any(one.wrong for one in aidefs.find_quotations(said.format(_NOT_THE_ACTS)))


# By language: a sentence that says that the Act reads so, and some in which somebody says it of the Act.
_SAID_BY_OTHERS = {
    "en": (
        "Article 3(1) AI Act: “{}”.",
        "According to Professor Smith’s reading of Article 3(1) AI Act, an AI system is “{}”.",
        "Smith (2025, p. 12) summarises Art. 3(1) AI Act: “{}”.",
        "The minister said of the AI Act: “{}”.",
        "Critics read Article 3(1) AI Act as if it said “{}”.",
        "ChatGPT’s answer to a question on the AI Act was: “{}”.",
        "Article 3(1) AI Act: “{}” Wrong, of course.",
        "In easy language, Art. 3(1) AI Act says: “{}”.",
        "Adapted from Art. 3(1) AI Act: “{}”.",
        "Simplified, Art. 3(1) AI Act says: “{}”.",
    ),
    "de": (
        "Art. 3 Nr. 1 KI-VO: „{}“.",
        "Der Minister sagte zur KI-VO: „{}“.",
        "Müller fasst Art. 3 Nr. 1 KI-VO so zusammen: „{}“.",
        "Er liest Art. 3 Nr. 1 KI-VO, als stünde dort „{}“.",
        "In leichter Sprache sagt Art. 3 Nr. 1 KI-VO: „{}“.",
        "Frei nach Art. 3 Nr. 1 KI-VO: „{}“.",
    ),
    "fr": (
        "L’article 3, point 1, du règlement sur l’IA : « {} ».",
        "Le ministre a dit à propos du règlement sur l’IA : « {} ».",
        "Ils lisent le règlement sur l’IA comme s’il disait : « {} ».",
        "En langage clair, le règlement sur l’IA dit : « {} ».",
        "Adapté du règlement sur l’IA : « {} ».",
    ),
    "es": (
        "El Reglamento de IA dice: «{}».",
        "El ministro dijo del Reglamento de IA: «{}».",
        "En lectura fácil, el Reglamento de IA dice: «{}».",
        "Adaptado del Reglamento de IA: «{}».",
    ),
    "it": (
        "Il regolamento sull’IA dice: «{}».",
        "Il ministro ha detto del regolamento sull’IA: «{}».",
        "In parole semplici, il regolamento sull’IA dice: «{}».",
    ),
    "nl": (
        "De AI-verordening zegt: „{}”.",
        "De minister zei over de AI-verordening: „{}”.",
        "In eenvoudige taal zegt de AI-verordening: „{}”.",
    ),
    "pl": (
        "Akt w sprawie sztucznej inteligencji stanowi: „{}”.",
        "Minister powiedział o akcie w sprawie sztucznej inteligencji: „{}”.",
        "Prostym językiem akt w sprawie sztucznej inteligencji mówi: „{}”.",
    ),
    "cs": (
        "Akt o umělé inteligenci stanoví: „{}“.",
        "Ministr řekl o aktu o umělé inteligenci: „{}“.",
        "Zjednodušeně akt o umělé inteligenci stanoví: „{}“.",
    ),
    "da": (
        "AI-forordningen siger: »{}«.",
        "Ministeren sagde om AI-forordningen: »{}«.",
        "På let sprog siger AI-forordningen: »{}«.",
    ),
}


@pytest.mark.parametrize("lang", _SAID_BY_OTHERS)
def test_words_of_others_on_the_act_and_simpler_words(lang: str) -> None:
    official = aidefs.get("eu" if lang == "en" else f"eu-ai-act-2024-{lang}").text.rstrip(";").split()
    changed = " ".join((*official[6:-5], *official[-4:]))  # without a word
    plain, *others = _SAID_BY_OTHERS[lang]
    assert any(one.wrong for one in aidefs.find_quotations(plain.format(changed)))
    for said in others:
        assert not any(one.wrong for one in aidefs.find_quotations(said.format(changed))), said


@pytest.mark.parametrize(
    "said",
    [
        "What the AI Act says of AI systems is plain: a system “{}”.",
        "ChatGPT is an AI system under the AI Act, since it “{}”.",
        "The Commission told us where to look. Under the AI Act a system “{}”.",
        "The AI Act is summarised in its recitals. Under the AI Act a system “{}”.",
    ],
)
def test_words_that_nobody_else_says(said: str) -> None:
    assert any(one.wrong for one in aidefs.find_quotations(said.format(_NOT_THE_ACTS)))
