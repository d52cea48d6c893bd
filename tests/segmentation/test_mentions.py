"""An element is not called missing where a word of another element's segment says it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import aidefs
from aidefs import Definition, Segmentation
from aidefs.segmentation.lexicon import lexicon_of
from aidefs.segmentation.segmentation import segmentation_of

INFERS = {
    "en": "AI system means a {} machine-based system that infers, from the input it receives, how to "
    "generate "
    "outputs such as predictions{}.",
    "de": "„KI-System“ ist ein {} maschinengestütztes System, das aus den erhaltenen Eingaben ableitet, "
    "wie {} "
    "Ausgaben wie etwa Vorhersagen erstellt werden.",
    "fr": "« système d’IA », un système automatisé {} qui déduit, à partir des entrées qu’il reçoit, la "
    "manière de "
    "générer {} des sorties telles que des prédictions.",
    "es": "«sistema de IA»: un sistema {} basado en una máquina que infiere de la información de entrada que "
    "recibe la manera de generar {} resultados de salida.",
    "it": "«sistema di IA»: un sistema automatizzato {} che deduce dall’input che riceve come generare "
    "{} output "
    "quali previsioni.",
    "pt": "«Sistema de IA», um sistema baseado em máquinas {} que infere, a partir dos dados de entrada que "
    "recebe, a forma de gerar {} resultados, tais como previsões.",
    "nl": "„AI-systeem”: een {} op een machine gebaseerd systeem dat uit de ontvangen input afleidt hoe {} "
    "output te genereren zoals voorspellingen.",
    "pl": "„system AI” oznacza {} system maszynowy, który wnioskuje, jak {} generować na podstawie "
    "otrzymanych "
    "danych wejściowych wyniki, takie jak predykcje.",
    "cs": "„systémem AI“ se rozumí {} strojový systém, který z obdržených vstupů odvozuje, jak {} generovat "
    "výstupy, jako jsou predikce.",
}
OPERATES = {
    "en": "AI system means a {} machine-based system that operates with varying levels of autonomy.",
    "de": "„KI-System“ ist ein {} maschinengestütztes System, das mit unterschiedlichem Grad an Autonomie "
    "betrieben wird.",
    "fr": "« système d’IA », un système automatisé {} qui fonctionne à différents niveaux d’autonomie.",
    "es": "«sistema de IA»: un sistema {} basado en una máquina que funciona con distintos niveles de "
    "autonomía.",
    "it": "«sistema di IA»: un sistema automatizzato {} che funziona con livelli di autonomia variabili.",
    "pt": "«Sistema de IA», um sistema baseado em máquinas {} que funciona com níveis de autonomia "
    "variáveis.",
    "nl": "„AI-systeem”: een {} op een machine gebaseerd systeem dat met verschillende niveaus van autonomie "
    "werkt.",
    "pl": "„system AI” oznacza {} system maszynowy, który działa z różnym poziomem autonomii.",
}
# Attributes of the genus, one a place between commas.
ATTRIBUTES = {
    (
        "en",
        "autonomy",
    ): "autonomous, unattended, self-governing, semi-autonomous, agentic, automatic, unsupervised",
    ("en", "adaptiveness"): "self-learning, adaptive, evolving, self-modifying, trainable, ever-changing",
    ("en", "objectives"): "goal-directed, goal-seeking, task-oriented, purpose-built, problem-solving",
    ("en", "capability"): "intelligent, human-like, cognitive, thinking",
    ("en", "technique"): "neural, machine-learning, statistical, rule-based",
    ("en", "environment"): "interactive, environment-aware, world-changing, embodied",
    ("en", "outputs"): "generative, predictive, decision-making, content-generating",
    ("en", "input"): "data-driven, data-processing, sensor-fed, input-driven",
    ("en", "inference"): "inferring, reasoning, deductive",
    ("de", "autonomy"): "autonomes, selbsttätiges, unbeaufsichtigtes, teilautonomes",
    ("de", "adaptiveness"): "selbstlernendes, lernfähiges, anpassungsfähiges",
    ("de", "objectives"): "zielgerichtetes, aufgabenbezogenes",
    ("de", "outputs"): "generatives, prädiktives, inhalteerzeugendes",
    ("de", "input"): "datengetriebenes, datenverarbeitendes, datenbasiertes",
    ("fr", "autonomy"): "autonome, indépendant, non supervisé",
    ("fr", "adaptiveness"): "auto-apprenant, adaptatif, évolutif",
    ("fr", "objectives"): "finalisé",
    ("fr", "outputs"): "génératif, prédictif, décisionnel",
    ("fr", "inference"): "inférentiel, déductif",
    ("es", "autonomy"): "autónomo, independiente, automático",
    ("es", "adaptiveness"): "adaptativo, autodidacta, evolutivo",
    ("es", "outputs"): "generativo, predictivo",
    ("es", "inference"): "inferencial, deductivo",
    ("it", "autonomy"): "autonomo, indipendente, non presidiato",
    ("it", "adaptiveness"): "adattivo, autoapprendente, evolutivo",
    ("it", "outputs"): "generativo, predittivo",
    ("it", "input"): "alimentato da dati",
    ("pt", "autonomy"): "autónomo, autônomo, automático",
    ("pt", "adaptiveness"): "adaptativo, evolutivo",
    ("pt", "outputs"): "generativo, preditivo",
    ("nl", "autonomy"): "autonoom, zelfstandig, zelfsturend, onbewaakt",
    ("nl", "adaptiveness"): "zelflerend, adaptief",
    ("nl", "objectives"): "doelgericht, taakgericht",
    ("nl", "input"): "datagedreven, gegevensverwerkend",
    ("pl", "autonomy"): "autonomiczny, samodzielny, samosterujący",
    ("pl", "adaptiveness"): "samouczący się, adaptacyjny",
    ("pl", "outputs"): "generatywny, predykcyjny",
    ("pl", "input"): "sterowany danymi",
    ("cs", "autonomy"): "samostatný, autonomní, nezávislý",
    ("cs", "adaptiveness"): "samoučící se, adaptivní",
    ("cs", "technique"): "neuronový, statistický",
}
ADJUNCTS = {
    (
        "en",
        "autonomy",
    ): " automatically, with nobody in the loop, by itself, on its own, unaided, with little oversight",
    ("en", "environment"): " influencing people, with effects on persons, that change behaviour",
    ("en", "adaptiveness"): " by learning from use",
    ("en", "objectives"): " towards a goal, for a given task, to solve problems",
    ("de", "autonomy"): "automatisch, ohne menschliches Zutun, selbsttätig",
    ("fr", "autonomy"): "automatiquement, de façon autonome",
    ("es", "autonomy"): "automáticamente, por sí solo",
    ("it", "autonomy"): "automaticamente, da solo",
    ("pt", "autonomy"): "automaticamente, sozinho",
    ("nl", "autonomy"): "automatisch, zonder toezicht",
    ("pl", "autonomy"): "automatycznie, samodzielnie, bez nadzoru",
    ("cs", "autonomy"): "automaticky, samostatně",
}
WHOLE = (
    ("en", "input", "AI system means a machine-based system that infers how to turn input into outputs."),
    (
        "en",
        "input",
        "AI system means a machine-based system that infers how to generate outputs given prompts.",
    ),
    (
        "en",
        "environment",
        "AI system means a machine-based system that generates outputs such as predictions influencing "
        "people.",
    ),
    (
        "en",
        "outputs",
        "AI system means a machine-based system that operates with varying levels of autonomy and whose "
        "outputs "
        "can influence physical or virtual environments.",
    ),
)


def plain(text: str) -> str:
    return " ".join(text.replace(" ,", ",").replace(" .", ".").split())


def drafts() -> Iterator[tuple[str, str, str]]:
    for (lang, element), listed in ATTRIBUTES.items():
        of = OPERATES if element in ("outputs", "input", "inference") else INFERS
        for word in listed.split(","):
            text = of[lang].format(word.strip(), "")
            yield lang, element, plain(text.replace(" a a", " an a"))
    for (lang, element), listed in ADJUNCTS.items():
        for words in listed.split(","):
            yield lang, element, plain(INFERS[lang].format("", f" {words.strip()}"))
    yield from WHOLE


def cut(text: str, lang: str) -> Segmentation:
    return segmentation_of(Definition("", text, lang=lang), method="automatic")


def memo_on(text: str) -> str:
    return " ".join(aidefs.review(text, against="eu").to_text().split())


@pytest.mark.parametrize(("lang", "element", "text"), list(drafts()))
def test_what_a_word_says_is_not_called_missing(lang: str, element: str, text: str) -> None:
    cell = cut(text, lang).cell(element)
    assert cell.segments or cell.unread


@pytest.mark.parametrize("lang", INFERS)
def test_what_no_word_says_is_called_missing(lang: str) -> None:
    found = cut(plain(INFERS[lang].format("", "")), lang)
    assert {"machine-based", "inference", "outputs"} <= {one.element for one in found.segments}
    for element in ("autonomy", "adaptiveness", "objectives", "environment"):
        cell = found.cell(element)
        assert not cell.segments and not cell.unread


def test_findings_and_memos_do_not_say_that_it_is_missing() -> None:
    draft = plain(INFERS["en"].format("", " automatically"))
    told = [one for one in aidefs.compare("eu", draft).findings if one.element == "autonomy"]
    assert [one.kind for one in told] == ["not recognised"]
    memo = memo_on(draft)
    lacking = memo.partition("the draft lacks ")[2].partition(";")[0]
    assert "environment" in lacking and "autonomy" not in lacking
    assert "not recognised" in memo and "lacks autonomy" not in memo


def test_a_word_that_nothing_knows_may_say_anything() -> None:
    found = cut("AI system means a zorbulent machine-based system that generates outputs.", "en")
    assert {"autonomy", "adaptiveness", "environment"} <= found.doubtful


def test_parts_of_a_compound_have_classes() -> None:
    lexicon = lexicon_of("de")
    assert lexicon is not None
    assert "data" in lexicon.within_word("datenverarbeitendes")
    assert "data" not in lexicon.of_word("datenverarbeitendes")


NEITHER = (
    "“AI system” means a machine-based system that neither infers how to generate outputs nor operates "
    "with any "
    "level of autonomy."
)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", NEITHER),
        ("en", "AI system means a machine-based system that does not infer how to generate outputs."),
        (
            "de",
            "„KI-System“ ist ein maschinengestütztes System, das weder aus den Eingaben Ausgaben "
            "ableitet noch mit "
            "einem Grad an Autonomie betrieben wird.",
        ),
        (
            "fr",
            "« système d’IA », un système automatisé qui ne déduit pas la manière de générer des sorties "
            "et qui ne "
            "fonctionne pas à différents niveaux d’autonomie.",
        ),
    ],
)
def test_what_is_denied_is_never_sure(lang: str, text: str) -> None:
    said = [one for one in cut(text, lang).segments if one.element not in ("frame", "machine-based")]
    assert said and {one.confidence for one in said} == {"low"}


def test_a_memo_doubts_what_is_denied() -> None:
    memo = memo_on(NEITHER)
    assert "little doubt" not in memo
    assert "perhaps rewords autonomy, inference and outputs" in memo


def test_a_denial_that_is_part_of_a_wording_leaves_no_doubt() -> None:
    text = INFERS["en"].format("", " without human intervention").replace(" a  ", " a ")
    assert all(one.confidence == "high" for one in cut(text, "en").segments if one.element != "outputs")


@pytest.mark.parametrize(
    ("text", "element"),
    [
        ("An AI system is a machine-based system that generates text from text.", "input"),
        ("An AI system is a machine-based system that generates decisions on people.", "environment"),
        ("An AI system is a machine-based system that generates decisions as it sees fit.", "autonomy"),
        ("An AI system is a machine-based system that has an aim and generates content.", "objectives"),
    ],
)
def test_small_words_and_phrases_may_be_about_an_element(text: str, element: str) -> None:
    assert aidefs.segment(text).cell(element).unread


def test_a_phrase_that_is_an_element_hides_no_other() -> None:
    text = (
        "An AI system is a machine-based system that infers, from the input it receives, how to generate "
        "outputs such as predictions, content, recommendations, or decisions."
    )
    found = aidefs.segment(text)
    for element in ("autonomy", "objectives", "environment"):
        assert not found.cell(element).segments
        assert not found.cell(element).unread
