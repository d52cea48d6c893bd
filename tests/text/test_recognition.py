"""The language of a text: what is told, what is not, and what a short or mixed text does."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import aidefs
from aidefs.errors import NoCues, NoDefinition
from aidefs.library.library import Library
from aidefs.library.records import Definition
from aidefs.text.languages import FUNCTION_WORDS, language_name, primary, profiles
from aidefs.text.recognition import recognise

LIBRARY = Library.shipped()
GERMAN = (
    "Im Sinne dieses Gesetzes bezeichnet „KI-System“ eine Software, die mit einem gewissen Grad an Autonomie "
    "arbeitet und aus den Daten ableitet, wie sie Vorhersagen oder Empfehlungen erzeugt."
)


@pytest.mark.parametrize("name", sorted(LIBRARY))
def test_the_language_of_every_stored_text_is_told(name: str) -> None:
    one = LIBRARY[name]
    assert recognise(one.text) == primary(one.lang)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("“AI system” means software that infers how to act.", "en"),
        ("Un système d’intelligence artificielle est un logiciel qui peut apprendre.", "fr"),
        ("Un sistema de inteligencia artificial es un programa que puede aprender.", "es"),
        ("Un sistema di intelligenza artificiale è un software che può imparare.", "it"),
        ("Um sistema de inteligência artificial é um programa que pode aprender.", "pt"),
        ("Een systeem van kunstmatige intelligentie is software die kan leren.", "nl"),
        ("System sztucznej inteligencji to oprogramowanie, które może się uczyć.", "pl"),
        ("Systém umělé inteligence je software, který se může učit.", "cs"),
        ("Systém umelej inteligencie je softvér, ktorý sa môže učiť.", "sk"),
        ("Et system med kunstig intelligens er software, hvis beslutninger bliver til uden mennesker.", "da"),
        (
            "Et system med kunstig intelligens er programvare som ikke blir til uten mennesker, også når.",
            "no",
        ),
        ("Ett system med artificiell intelligens är programvara som kan lära sig.", "sv"),
        ("Tekoälyjärjestelmä on ohjelmisto, joka voi oppia ilman ihmisen apua.", "fi"),
        ("Tehisintellektisüsteem on tarkvara, mis võib õppida ilma inimese abita.", "et"),
        ("Mākslīgā intelekta sistēma ir programmatūra, kas var mācīties no datiem.", "lv"),
        ("Dirbtinio intelekto sistema yra programinė įranga, kuri gali mokytis iš duomenų.", "lt"),
        ("A mesterséges intelligencia olyan rendszer, amely képes az adatok alapján tanulni.", "hu"),
        ("Un sistem de inteligență artificială este un program care poate să învețe din date.", "ro"),
        ("Система с изкуствен интелект означава софтуер, който може да се учи от данни.", "bg"),
        ("Система искусственного интеллекта — это программа, которая может учиться.", "ru"),
        ("Система штучного інтелекту — це програма, яка може навчатися з даних.", "uk"),
        ("Σύστημα τεχνητής νοημοσύνης είναι λογισμικό που μπορεί να μαθαίνει.", "el"),
        ("Sustav umjetne inteligencije znači softver koji može učiti na temelju podataka.", "hr"),
        ("Sistem umetne inteligence pomeni programsko opremo, ki se lahko uči iz podatkov.", "sl"),
        (
            "Is éard is córas intleachta saorga ann bogearraí atá in ann foghlaim ó shonraí agus ar féidir.",
            "ga",
        ),
        ("Sistema ta’ intelliġenza artifiċjali tfisser softwer li jista’ jitgħallem mid-data.", "mt"),
        ("Yapay zeka sistemi, verilerden öğrenebilen bir yazılım olarak ifade edilir ve bu sistem.", "tr"),
        ("本法所称人工智能系统，是指能够学习的软件。", "zh"),
        ("人工知能システムとは、学習することができるソフトウェアをいう。", "ja"),
        ("인공지능 시스템이란 학습할 수 있는 소프트웨어를 말한다.", "ko"),
        ("نظام الذكاء الاصطناعي هو برنامج يمكنه التعلم من البيانات.", "ar"),
    ],
)
def test_a_sentence_in_each_language(text: str, lang: str) -> None:
    assert recognise(text) == lang


@pytest.mark.parametrize(
    "text",
    [
        "",
        "42 §",
        "hello world",
        "x y z",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.",
        "A machine that learns from the data. Une machine qui apprend à partir des données du monde.",
        "Mae’r system yn gallu dysgu o ddata ac mae’n gweithredu gyda lefelau gwahanol o ymreolaeth.",
    ],
)
def test_what_says_too_little_is_not_guessed(text: str) -> None:
    assert recognise(text) == "und"


@pytest.mark.parametrize(
    "text",
    [
        "Un sistema de IA é un sistema baseado en máquinas que xera resultados.",  # Galician
        "A IA é o conxunto de programas que aprenden dos datos e que toman decisións pola súa conta.",
        "KI-stelsel beteken 'n masjien wat leer uit data en besluite neem.",  # Afrikaans
        "En KI-System ass e maschinnebaséierte System, dat Resultater produzéiert.",  # Luxembourgish
        "Es KI-System isch es Programm, wo us Date lernt und Entscheidige trifft.",  # Swiss German
        "Systema intelligentiae artificialis est machina quae ex datis discit et consilia capit.",  # Latin
        "Un sistema de IA ye un programa qu'aprende de los datos y que toma decisiones.",  # Asturian
        "Kunstmatige intelliginsje is in systeem dat leart fan gegevens en besluten nimt.",  # Frisian
        "Eit KI-system er eit maskinbasert system som genererer resultat ut frå data det får.",  # Nynorsk
        "En IA-sistemo estas maŝino kiu lernas el datumoj.",  # Esperanto
    ],
)
def test_a_language_without_a_profile_is_not_read_as_its_neighbour(text: str) -> None:
    assert recognise(text) == "und"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("An AI system is a machine that acts ex ante and not ab initio, inter alia in Latin.", "en"),
        ("Un sistema de IA es un programa que aprende de los datos y toma decisiones.", "es"),
        ("Um sistema de IA é um programa que aprende com os dados.", "pt"),
        ("Een AI-systeem is een programma dat leert van gegevens en besluiten neemt.", "nl"),
        ("Ein KI-System ist ein Programm, das aus Daten lernt.", "de"),
        ("Et AI-system er et maskinbaseret system, der genererer output.", "da"),
    ],
)
def test_nor_is_the_neighbour_taken_for_it(text: str, lang: str) -> None:
    assert recognise(text) == lang


def test_a_quotation_in_another_language_does_not_decide() -> None:
    assert recognise(f"{LIBRARY['eu'].text} In French: «système d’IA», un système automatisé.") == "en"


@given(st.text(max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_text_has_a_language_that_is_known_or_none(text: str) -> None:
    found = recognise(text)
    assert found == "und" or not language_name(found).startswith("language")
    assert recognise(text) == found


def test_words_of_recognition_join_no_islands() -> None:
    own = {word for one in profiles() for word in one.function_words.split()}
    assert own == FUNCTION_WORDS and not {"can", "must", "may", "not"} & FUNCTION_WORDS


# --- what follows from it ---------------------------------------------------------------------


def test_a_definition_without_a_language_has_its_own() -> None:
    one = Definition("draft", GERMAN)
    assert (one.lang, one.lang_recognised) == ("de", True)
    given = Definition("draft", GERMAN, lang="fr")
    assert (given.lang, given.lang_recognised) == ("fr", False)
    assert Definition.of_text("hello world").lang == "und"


def test_nothing_is_missing_from_a_text_that_cannot_be_read() -> None:
    chinese = "本法所称智能软件，是指能够根据收到的信息推断如何作出预测、建议或者决定，并影响现实环境的机器。"
    result = aidefs.compare("oecd", chinese)
    assert {pair.status for row in result.rows for pair in row.pairs} == {"unknown"}
    assert result.findings == () and result.summaries[0]["unknown"] == len(result.rows)
    assert result.summaries[0]["similarity"] is None
    assert "read as Chinese" in result.to_text(width=200)
    table = aidefs.table("oecd", chinese, cells="ticks", elements="core")
    assert {row.facts(1)["present"] for row in table.rows} == {None}
    assert "?" in table.to_text() and "read as Chinese" in table.to_text(width=200)
    cover = aidefs.coverage("oecd", chinese)
    assert all(count.wordings <= 1 for count in cover.counts)
    assert {row["present"] for row in cover.records() if row["id"] == "text"} == {None}
    with pytest.raises(NoCues, match="read as Chinese, and there are no cues for Chinese"):
        aidefs.segment(chinese)


def test_a_redline_holds_where_no_element_is_known() -> None:
    first, second = (
        LIBRARY[name].text for name in ("tw-ai-basic-act-2026-zh", "cn-gd-shenzhen-ai-regulations-2022")
    )
    result = aidefs.compare(first, second)
    assert result.comparable == (True,) and result.summaries[0]["text_similarity"] is not None


@pytest.mark.parametrize("text", ["hello world", "The cat sat on the mat and then it went home."])
def test_what_is_no_definition_is_said_to_be_none(text: str) -> None:
    for make in (
        aidefs.segment,
        lambda one: aidefs.compare("oecd", one),
        lambda one: aidefs.table("eu", one),
    ):
        with pytest.raises(NoDefinition, match=r"^no definition recognised in 'text': ") as caught:
            make(text)
        assert "\n" not in str(caught.value)


def test_the_nearest_are_sought_in_the_language_of_the_text() -> None:
    found = aidefs.nearest(GERMAN)
    assert (found.definition.lang, found.overall[0].wording.definition.lang) == ("de", "de")
    assert "The text: read as German." in found.to_text(width=300)
    unknown = aidefs.nearest("Quisque systema artificiale, quod per se intelligit et agit, machina est.")
    assert unknown.definition.lang == "und" and unknown.searched > 100


def test_a_segmentation_says_how_its_language_is_known() -> None:
    text = "an AI system is software that infers"
    assert aidefs.segment(text).to_dict()["lang_recognised"] is True
    assert aidefs.segment(text, lang="en").to_dict()["lang_recognised"] is False
    assert "Read as English." in aidefs.segment(text).to_text()


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (
            "«Sistema de IA»: el sistema definido en el artículo 3, punto 1, del Reglamento (UE) 2024/1689.",
            "es",
        ),
        ("«Sistema de IA»: o sistema definido no artigo 3.º, ponto 1, do Regulamento (UE) 2024/1689.", "pt"),
        ("Sistema de IA: o sistema definido no artigo 3, punto 1, do Regulamento (UE) 2024/1689.", "und"),
    ],
)
def test_a_noun_that_takes_a_reference_tells_a_language_where_no_neighbour_has_it(
    text: str, lang: str
) -> None:
    assert recognise(text) == lang
