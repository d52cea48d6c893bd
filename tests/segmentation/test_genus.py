"""The genus: its head noun, and whether it says machine or computer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.command import Run

import aidefs
from aidefs.segmentation.facets import facets
from aidefs.segmentation.genus import Genus, genus_of
from aidefs.segmentation.segments import Facets
from aidefs.text.tokens import token_columns

TABLE = Path(__file__).parents[1] / "golden" / "segmentation" / "genus.txt"


def read(text: str, lang: str = "en") -> Genus:
    columns = token_columns(text, lang)
    return genus_of(columns, 0, len(columns.keys), lang)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("software", "software"),
        ("any data system, software, or tool", "system"),
        ("hardware or software", "hardware"),
        ("software or hardware systems designed by humans", "system"),
        ("software (and possibly also hardware) systems", "system"),
        ("an engineered or machine-based system", "system"),
        ("a complex, data-driven system", "system"),
        ("those highly capable AI models, including foundation models", "model"),
        ("a machine learned model", "model"),
        ("systems using neural networks", "system"),
        # What hangs on a participle or an adjective behind the noun.
        ("a system set up", "system"),
        ("a system lent to schools", "system"),
        ("software bound to a device", "software"),
        ("a tool built around a network", "tool"),
        ("a system cut off from control", "system"),
        ("a set of programs spread over many computers", "set of programs"),
        ("software read by machines", "software"),
        ("a machine free to decide", "machine"),
        ("a machine clever enough", "machine"),
        ("a program present in devices", "program"),
        ("a robot worth having", "robot"),
        # ... and the same words before it, or as nouns.
        ("a free tool", "tool"),
        ("a free and open tool", "tool"),
        ("an open source program", "program"),
        ("a set of rules", "set of rules"),
        ("a stand alone system", "system"),
        ("a computer set", "computer"),
        ("a cut of software", "cut"),
        ("technology specifically designed to act", "technology"),
        ("one or more automated systems", "system"),
        ("Technologies", "technology"),
        ("a process", "process"),
        ("other automated means", "means"),
        ("a set of technologies that learn", "set of technologies"),
        ("(a) A branch of computer science devoted to", "branch of computer science"),
        ("the ability of a computer or robot to", "ability of a computer or robot"),
        ("as well as technology related to systems", "technology"),
        ("the science and engineering of making machines", "science"),
        ("making machines that think", "making"),
        ("computer-generated AI", "AI"),
        ("ANY SYSTEM OR TOOL", "system"),
        ("the class of AI models", "class of AI models"),
        ("any of the following harms", "harm"),
        ("understood as an AI system", "system"),
        ("a system near the cutting edge", "system"),
        ("(1)", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_head_nouns_of_english(text: str, noun: str) -> None:
    assert read(text).noun == noun


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a machine-based system", ("machine-based",)),
        ("a computer program", ("computer",)),
        ("the ability of machines", ("machines",)),
        ("a computerised tool", ("computerised",)),
        ("any machine or computer system", ("machine", "computer")),
        ("software", ()),
        ("an automated system", ()),  # says that it works by itself, not what it is
        ("a computational process", ()),
        ("any machine learning-based system", ()),  # the name of a technique
        ("a machine-learning system", ()),
        ("a branch of computer science", ()),
        ("a computer vision tool on a computer", ("computer",)),
        ("a technology made by computer scientists", ()),
        ("a support vector machine", ()),
    ],
)
def test_words_that_say_machine(text: str, words: tuple[str, ...]) -> None:
    found = read(text)
    assert found.words == words
    assert found.machine_based is bool(words)


@pytest.mark.parametrize(
    ("lang", "text", "noun", "machine"),
    [
        ("fr", "un système automatisé", "système", True),  # the word of the French version of the AI Act
        ("fr", "des systèmes d’apprentissage automatisé", "système", False),
        ("fr", "un logiciel", "logiciel", False),
        ("de", "eine Suchmaschine", "Suchmaschine", False),
        ("nl", "een zoekmachine", "zoekmachine", False),
        ("nl", "een rekenmachine", "rekenmachine", True),
        ("fr", "un programme informatique", "programme", True),
        ("fr", "l’ensemble de technologies", "ensemble de technologies", False),
        ("fr", "une branche de l’informatique", "branche de l’informatique", False),
        ("fr", "la capacité de l’ordinateur", "capacité de l’ordinateur", True),
        ("es", "un sistema basado en una máquina", "sistema", True),
        (
            "es",
            "un sistema automatizado",
            "sistema",
            False,
        ),  # the Spanish version says "basado en una máquina"
        ("es", "la capacidad de la máquina", "capacidad de la máquina", True),
        ("es", "rama de la informática", "rama de la informática", False),
        ("it", "un sistema automatizzato", "sistema", True),
        ("it", "una branca dell’informatica", "branca dell’informatica", False),
        ("pt", "sistema baseado em máquina", "sistema", True),
        ("pt", "conjunto de técnicas", "conjunto de técnicas", False),
        ("de", "ein maschinengestütztes System", "System", True),
        ("de", "ein auf Maschinen basierendes System", "System", True),
        ("de", "ein auf maschinellem Lernen beruhendes System", "System", False),
        ("de", "ein automatisiertes oder softwarebasiertes System", "System", False),
        ("de", "Systeme", "System", False),
        ("de", "ein Teilgebiet der Informatik", "Teilgebiet der Informatik", False),
        ("nl", "een op een machine gebaseerd systeem", "systeem", True),
        ("nl", "een geautomatiseerd systeem", "systeem", False),
        ("nl", "systemen", "systeem", False),
        ("pl", "system maszynowy", "system", True),
        ("pl", "system uczenia maszynowego", "system", False),
        ("pl", "zautomatyzowany system", "system", False),
        ("cs", "strojový systém", "systém", True),
        ("cs", "systém strojového učení", "systém", False),
        ("da", "et maskinbaseret system,", "system", True),
        ("da", "et system baseret på maskinlæring", "system", False),
        ("hu", "gépi alapú rendszer,", "rendszer", True),
        ("hu", "gépi tanulási rendszer", "rendszer", False),
        ("sv", "ett maskinbaserat system", "system", True),
        ("zh-Hans", "基于机器的系统", "", None),  # nothing is known, so nothing is said
    ],
)
def test_other_languages(lang: str, text: str, noun: str, machine: bool | None) -> None:
    found = read(text, lang)
    assert (found.noun, found.machine_based) == (noun, machine)


def test_every_authentic_version_of_the_ai_act_is_machine_based() -> None:
    versions = ["eu", *(f"eu:{lang}" for lang in ("cs", "da", "de", "es", "fr", "hu", "it", "nl", "pl"))]
    for version in versions:
        assert aidefs.segment(version).cell("machine-based").facets.machine_based is True


def test_only_the_genus_has_these_facets() -> None:
    segments = aidefs.segment("eu").to_dict()["segments"]
    genus = {"machine_based": True, "genus": "system", "machine_words": ["machine-based"]}
    for one in segments:
        own = {key: one["facets"][key] for key in genus if key in one["facets"]}
        assert own == (genus if one["element"] == "machine-based" else {})


def test_the_role_decides_which_element_is_the_genus() -> None:
    text = "software that runs"
    spans = [("kind", 0, 8), ("machine-based", 9, len(text))]
    kind, other = facets(token_columns(text), spans, genus="kind")
    assert (kind.genus, kind.machine_based) == ("software", False)
    assert (other.genus, other.machine_based) == (None, None)
    assert facets(token_columns(text), spans)[0].genus is None


def test_the_first_of_several_segments_gives_the_noun_and_any_the_machine() -> None:
    cell = aidefs.segment("us-ky-sb4-2025-ai").cell("machine-based")
    assert len(cell.segments) == 2
    assert cell.facets.genus == "use of machine learning and related technologies"
    assert cell.facets.machine_words == ("computer",)
    assert cell.facets.machine_based is True
    assert aidefs.segment("eu").cell("nothing").facets == Facets()


def table() -> str:
    """Every English definition: its genus as it is read, and the words it is read from."""
    rows = [("definition", "machine", "genus", "wording")]
    for definition in aidefs.definitions(lang="en"):
        cell = aidefs.segment(definition).cell("machine-based")
        if not cell.segments:
            rows.append((definition.id, "", "", "(none)"))
            continue
        said = {True: "yes", False: "-", None: "?"}[cell.facets.machine_based]
        rows.append((definition.id, said, cell.facets.genus or "?", " ".join(cell.text.split())))
    widths = [max(len(row[n]) for row in rows) for n in range(3)]
    lines = (
        "  ".join([*(f"{cell:{w}}" for cell, w in zip(row, widths, strict=False)), row[3]]) for row in rows
    )
    return "".join(f"{line}\n" for line in lines)


def test_the_genus_of_every_english_definition(update: bool) -> None:
    if update:
        TABLE.write_text(table(), encoding="utf-8", newline="\n")
    assert table() == TABLE.read_text(encoding="utf-8")


# --- where it is shown ------------------------------------------------------------------------


def test_a_genus_without_machine_is_not_ticked(run: Run) -> None:
    shown = run("table", "eu@2021", "eu", "--cells", "ticks", "--elements", "core").out
    row = next(line for line in shown.splitlines() if "(machine-based)" in line or "Genus" in line)
    assert "software" in row and row.count("✓") == 1
    french = aidefs.table("eu@2021", "eu", cells="ticks", language="fr").to_markdown()
    assert "Genre (système automatisé)" in french and "nom noyau" in french
    words = aidefs.table("eu@2021", "eu", elements="machine-based").to_markdown()
    assert "a machine-based system" in words and "✓" not in words


def test_coverage_counts_machines_and_names_the_others(run: Run) -> None:
    found = aidefs.coverage("eu", "eu@2021", "eu@2022", "iso", elements="machine-based,autonomy")
    genus, autonomy = found.counts
    assert (genus.machine_based, genus.genera) == (1, {"system": 2, "software": 1})
    assert (autonomy.machine_based, autonomy.genera) == (None, {})
    data = json.loads(run("coverage", "eu", "eu@2021", "--elements", "machine-based", "--format", "json").out)
    assert data["counts"][0]["machine_based"] == 1
    assert data["counts"][0]["genera"] == [{"genus": "software", "wordings": 1}]
    assert "Genus (machine-based): 1 of 2 wordings, the others software 1" in found_text("eu", "eu@2021")


def found_text(*names: str) -> str:
    text = aidefs.coverage(*names, elements="machine-based").to_markdown()
    return text.replace("*", "")


def test_a_machine_comes_first_where_rows_are_sorted_by_the_genus() -> None:
    found = aidefs.coverage("eu@2021", "eu", elements="core", sort="machine-based")
    assert [row.wording.definition.id for row in found.rows] == ["eu-ai-act-2024", "eu-commission-2021"]


def test_a_change_of_the_genus_is_a_finding_of_its_own() -> None:
    found = aidefs.compare("eu@2021", "eu").findings
    own = [one for one in found if one.element == "machine-based"]
    assert [one.kind for one in own] == ["genus"]
    assert own[0].text == (
        "Genus: *software* in the Commission's proposal of 2021, *a machine-based system* in the EU AI Act."
    )
    kinds = [one.kind for one in found]
    assert kinds.index("genus") <= kinds.index("modal")


def test_of_two_languages_only_the_machine_is_compared() -> None:
    assert not [one for one in aidefs.compare("eu", "eu:fr").findings if one.kind == "genus"]
    change = aidefs.compare("eu@2021", "eu:de").findings
    assert [one.text for one in change if one.kind == "genus"] == [
        "Genus: *software* in the Commission's proposal of 2021, *ein maschinengestütztes System* in the "
        "German text of the EU AI Act."
    ]


@given(
    st.lists(st.sampled_from(["a", "machine", "learning", "system", "or", "(", ")", ",", "software", "of"]))
)
def test_what_is_read_stands_in_the_text(parts: list[str]) -> None:
    text = " ".join(parts)
    for lang in ("en", "fr", "de", "nl", "hu"):
        found = read(text, lang)
        assert all(word in text.split() for word in found.words)
        assert not found.noun or found.noun.split()[0].lower()[:3] in text.lower()


@pytest.mark.parametrize(
    ("lang", "denied", "said", "left_open"),
    [
        ("en", "software, not a machine,", "a machine-based system, not a human,",
         "a system, machine-based or not,"),
        ("en", "anything other than a machine-based system", "not only a machine-based system",
         "a system, whether or not machine-based,"),
        ("en", "a non-machine-based system", "a machine-based or human-based system",
         "a system, not necessarily machine-based,"),
        ("fr", "un système non automatisé", "un système automatisé", "un outil, informatique ou non,"),
        ("de", "eine Software, keine Maschine,", "ein maschinengestütztes System",
         "eine Software, maschinell oder nicht,"),
        ("it", "un sistema non automatizzato", "un sistema automatizzato", "un sistema, informatico o meno,"),
        ("es", "un sistema no basado en una máquina", "un sistema basado en una máquina",
         "un sistema, informático o no,"),
        ("pt", "um sistema não baseado em máquina", "um sistema baseado em máquina",
         "um sistema, informático ou não,"),
        ("nl", "software, geen machine,", "een op een machine gebaseerd systeem",
         "een systeem, machinaal of niet,"),
        ("pl", "oprogramowanie, nie maszyna,", "system maszynowy", "system, komputerowy lub nie,"),
        ("cs", "software, nikoli stroj,", "strojový systém", None),
        ("da", "software, ikke en maskine,", "et maskinbaseret system", None),
        ("sv", "programvara, inte en maskin,", "ett maskinbaserat system", None),
        ("hu", "nem gépi alapú rendszer", "gépi alapú rendszer", None),
        ("fi", "ei konepohjainen järjestelmä", "konepohjainen järjestelmä", None),
        ("ro", "un sistem care nu este bazat pe o mașină", "un sistem bazat pe o mașină", None),
    ],
)  # fmt: skip
def test_a_machine_that_is_denied_is_none(lang: str, denied: str, said: str, left_open: str | None) -> None:
    assert read(denied, lang)[1:] == (False, (), True)
    found = read(said, lang)
    assert found.machine_based and found.words and not found.denied
    if left_open:
        assert read(left_open, lang)[1:] == (None, (), False)


@pytest.mark.parametrize(
    ("lang", "runs", "is_one"),
    [
        ("en", "software that runs on a computer", "a system based on a machine"),
        ("fr", "un logiciel exécuté sur un ordinateur", "un système fondé sur une machine"),
        ("de", "eine Software, die auf einem Computer läuft", "ein auf einem Computer beruhendes System"),
        ("it", "un software eseguito su un computer", "un sistema basato su un computer"),
        ("es", "el software que se ejecuta en una máquina", "un sistema basado en una máquina"),
        ("pt", "software executado num computador", "um sistema baseado num computador"),
        ("nl", "software die op een computer draait", "een op een computer gebaseerd systeem"),
        ("pl", "oprogramowanie działające na komputerze", "system oparty na komputerze"),
    ],
)
def test_a_machine_on_which_it_runs_is_not_what_it_is(lang: str, runs: str, is_one: str) -> None:
    assert read(runs, lang)[1:] == (False, (), False)
    assert read(is_one, lang).machine_based


def test_the_facets_of_a_genus_say_that_it_is_denied() -> None:
    text = "“AI system” means software, not a machine, that composes music from recordings."
    genus = aidefs.segment(text).cell("machine-based").facets
    assert (genus.machine_based, genus.machine_words, genus.negated) == (False, (), True)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "a system that does not need a computer"),
        ("de", "ein nicht deterministisches maschinengestütztes System"),
        ("fr", "un système non déterministe automatisé"),
    ],
)
def test_a_negation_of_something_else_leaves_the_machine_open(lang: str, text: str) -> None:
    assert read(text, lang)[1:] == (None, (), False)
    assert read("a non-human, machine-based system").machine_based


@pytest.mark.parametrize(
    ("lang", "text", "noun"),
    [
        (
            "fr",
            "L'IA désigne la simulation de processus cognitifs humains par des systèmes informatiques.",
            "système",
        ),
        ("es", "La IA es la simulación de la inteligencia humana por parte de máquinas.", "máquina"),
        ("it", "L'IA è la simulazione dell'intelligenza umana da parte di macchine.", "macchine"),
        ("pt", "A IA é a simulação da inteligência humana pelas máquinas.", "máquina"),
        ("nl", "AI is de simulatie van menselijke intelligentie door machines.", "machines"),
        ("pl", "Sztuczna inteligencja to symulacja ludzkiej inteligencji przez maszyny.", "maszyny"),
    ],
)
def test_a_preposition_before_who_acts_is_no_genus(lang: str, text: str, noun: str) -> None:
    (genus,) = (one for one in aidefs.segment(text, lang=lang).segments if one.element == "machine-based")
    assert (genus.facets.genus, genus.facets.machine_based) == (noun, True)


@pytest.mark.parametrize(
    ("lang", "text", "machine_based"),
    [
        ("en", "a system, be it a machine or an organism,", None),
        ("en", "a machine, be it large or small,", True),
        ("es", "un sistema, esté o no basado en una máquina", None),
        ("es", "un sistema basado en una máquina", True),
        ("nl", "een al dan niet op een machine gebaseerd systeem", None),
        ("nl", "een op een machine gebaseerd systeem", True),
        ("pt", "um sistema baseado ou não em máquinas", None),
        # A compound is what its last word says; what a machine only makes or is used by is none.
        ("de", "eine Waschmaschine", True),
        ("nl", "een rekenmachine", True),
        ("sv", "en tvättmaskin", True),
        ("da", "en vaskemaskine", True),
        ("fi", "pesukone", True),
        ("en", "a machine gun", False),
        ("en", "a vending machine operator", False),
        ("en", "a vending machine", True),
        ("en", "a human–machine team", False),
        ("en", "a computer-generated character", False),
        ("en", "a computer-controlled robot", True),
    ],
)
def test_what_is_open_and_compounds(lang: str, text: str, machine_based: bool | None) -> None:
    assert read(text, lang).machine_based is machine_based


@pytest.mark.parametrize(
    ("behind", "machine_based"),
    [
        ("whether machine-based or not, that", None),
        ("operated by means of a machine that", None),
        ("that runs on a machine and", False),
        ("developed in computer software that", False),
    ],
)
def test_an_attribute_behind_the_genus_may_leave_it_open(behind: str, machine_based: bool | None) -> None:
    mark = "," if behind.startswith("whether") else ""
    text = f"An AI system is a system{mark} {behind} generates outputs."
    assert aidefs.segment(text).cell("machine-based").facets.machine_based is machine_based


@pytest.mark.parametrize(
    ("lang", "text", "noun"),
    [
        ("en", "An AI system is a system sold to schools that generates decisions.", "system"),
        ("en", "An AI system is a machine-based system fed with data that generates decisions.", "system"),
        ("en", "An AI system is a system overseen by humans that generates decisions.", "system"),
        ("de", "Ein KI-System ist ein vom Amt gekauftes System, das Ergebnisse erzeugt.", "System"),
        ("nl", "Een AI-systeem is een door de overheid gekocht systeem dat resultaten genereert.", "systeem"),
    ],
)
def test_a_participle_behind_the_noun_is_no_noun(lang: str, text: str, noun: str) -> None:
    assert aidefs.segment(text, lang=lang).cell("machine-based").facets.genus == noun


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("a large, complex and costly system", ""),
        ("a machine, device or software application", "machine"),
        ("a large system", "system"),
        ("a digital, adaptive and autonomous system", "system"),
        ("a widget, gadget or gizmo", "widget"),
    ],
)
def test_a_word_that_may_be_an_adjective_is_not_called_the_noun(text: str, noun: str) -> None:
    assert read(text).noun == noun


@pytest.mark.parametrize(
    ("lang", "text", "noun"),
    [
        ("en", "An AI system is a machine-based system fed with data that generates decisions.", "system"),
        ("en", "An AI system is a system overseen by humans that generates decisions.", "system"),
        ("de", "Ein KI-System ist ein vom Ministerium gekauftes System, das Inhalte erzeugt.", "System"),
        ("nl", "Een AI-systeem is een door het ministerie gekocht systeem dat besluiten neemt.", "systeem"),
        ("pl", "System AI to zasilany danymi system maszynowy, który generuje decyzje.", "system"),
        ("pl", "System AI to zakupiony przez ministerstwo system, który generuje decyzje.", ""),
        ("sv", "Ett AI-system är ett av ministeriet köpt system som genererar beslut.", "system"),
    ],
)
def test_an_attribute_is_not_the_noun(lang: str, text: str, noun: str) -> None:
    segments = aidefs.segment(text, lang=lang).segments
    assert next(one for one in segments if one.element == "machine-based").facets.genus == noun


def test_words_on_which_a_subject_hangs_are_no_noun() -> None:
    assert read("any information relating").noun == "information"
    assert read("any information concerning").noun == "information"
    assert read("a related technology").noun == "technology"
