"""English definitions as courses, glossaries, documentation and policies word them."""

from __future__ import annotations

import pytest

from aidefs.library.records import Definition
from aidefs.segmentation.segmentation import segmentation_of


def cut(text: str, lang: str = "en") -> list[tuple[str, str]]:
    """Elements and wordings, found without the help of reviewed ones."""
    found = segmentation_of(Definition("", text, lang=lang), library={}, method="automatic")
    return [(one.element, one.text) for one in found.segments]


@pytest.mark.parametrize(
    ("frame", "head"),
    [
        # A label stands before the frame.
        ("Def2: An agent is", "a computer system"),
        ("(Software) Agent: a software agent is", "a computer program"),
        ("Rule 1.3(a): “Generative technology” is", "a computer tool"),
        ("As amended, paragraph (c) reads: “AI system” means", "a constructed system"),
        # A colon may be the connector itself.
        ("Artificial intelligence:", "a branch of computing"),
        # The term in quotation marks follows what introduces it without a comma.
        ("For present purposes a “thinking machine” is", "any physical device"),
        ("In this Part “relevant software” is", "software"),
        ("As used in the clauses below “AI” covers", "software"),
        # What the term means is a clause.
        ("Artificial intelligence means that", "a computer"),
        # The term is used, applied or reserved for what follows.
        ("The expression AI is applied in medicine to", "a program"),
        ("“AI” is used in this survey as shorthand for", "a program"),
        ("Throughout this toolkit, “AI” is shorthand for", "a product"),
        ("Artificial intelligence can be used to refer to", "a program"),
        ("The phrase may also be employed to describe", "a program"),
        ("By artificial general intelligence is meant", "a hypothetical system"),
        ("Artificial intelligence (AI) alludes to", "a program"),
        ("Artificial intelligence (AI) is nothing else but", "a program"),
        # A term includes where nothing else connects it.
        ("For the purposes of this policy, “AI tools” includes", "any software"),
        # Sentences that define nothing stand before it.
        ("The board considered eleven definitions before choosing its own. An AI system is", "a program"),
        ("Title III applies to “algorithmic intermediaries”. An algorithmic intermediary is", "a service"),
        ("“Artificial intelligence” does not mean any single device. It means", "a program"),
        (
            "Robotics and artificial intelligence are not the same. Artificial intelligence is about",
            "a program",
        ),
    ],
)
def test_a_frame_ends_before_its_head(frame: str, head: str) -> None:
    found = cut(f"{frame} {head} that generates texts.")
    opening = " ".join(wording for element, wording in found if element == "frame")
    assert opening == frame
    assert next(wording for element, wording in found if element != "frame").startswith(head)


@pytest.mark.parametrize(
    "text",
    [
        "A subset of AI where computers learn patterns from data. A model is a file with what was learned.",
        "Any program with a model of the world. It means that forecasts can be made.",
    ],
)
def test_a_bare_definition_is_no_story_before_one(text: str) -> None:
    assert cut(text)[0][0] == "machine-based"


@pytest.mark.parametrize(
    "text",
    [
        "AI is used in medicine to detect diseases.",
        "Machine learning is applied to images and generates predictions.",
        "Models that are used to describe the world.",
    ],
)
def test_use_of_the_thing_is_no_use_of_the_word(text: str) -> None:
    frame = [wording for element, wording in cut(text) if element == "frame"]
    assert not any(one.endswith((" to", "describe")) for one in frame)


def test_a_later_sentence_may_say_what_else_the_term_is_used_for() -> None:
    found = cut("AI refers to a program. The term may likewise be applied to a machine that generates texts.")
    assert ("frame", "The term may likewise be applied to") in found


def test_a_definition_may_end_with_the_name_of_a_method() -> None:
    found = cut("Part of AI that is based on statistics is called machine learning.")
    assert found[-1] == ("frame", "is called machine learning.")


def test_what_a_frame_denies_is_excluded_from_nothing() -> None:
    found = cut("“AI” does not mean any single device. It means a program that generates texts.")
    assert ("outputs", "that generates texts.") in found


@pytest.mark.parametrize(
    ("lang", "contrast", "rest"),
    [
        ("en", "Unlike ordinary software,", "it generates texts and predictions."),
        ("en", "Unlike software that obeys commands,", "it can generate predictions."),
        ("en", "Unlike a calculator, which follows fixed rules,", "it generates predictions."),
        ("fr", "Contrairement aux logiciels ordinaires,", "il génère des textes."),
        ("es", "A diferencia del software común,", "genera textos y predicciones."),
        ("it", "A differenza dei programmi comuni,", "genera testi e previsioni."),
        ("pt", "Ao contrário dos programas comuns,", "gera textos e previsões."),
        ("pl", "W przeciwieństwie do zwykłych programów,", "generuje teksty i prognozy."),
    ],
)
def test_what_a_thing_differs_from_is_scope_as_far_as_the_subject(
    lang: str, contrast: str, rest: str
) -> None:
    opening = {
        "en": "“Agent” means a computer program.",
        "fr": "« Agent » : un programme informatique.",
        "es": "«Agente»: un programa informático.",
        "it": "«Agente»: un programma informatico.",
        "pt": "«Agente»: um programa informático.",
        "pl": "„Agent” – program komputerowy.",
    }[lang]
    found = cut(f"{opening} {contrast} {rest}", lang)
    assert ("scope", contrast) in found
    assert found[-1][0] == "outputs"


@pytest.mark.parametrize(
    ("lang", "text", "frame"),
    [
        ("en", "“AI” means a program; and “robot” means a machine that moves.", "and “robot” means"),
        ("en", "(1) “AI” means a program; (2) “robot” means a machine that moves.", "(2) “robot” means"),
        ("en", "“Training data” means data; “model” denotes a file.", "“model” denotes"),
        # Each stands on a line of its own.
        ("en", "a) 'AI' means a program;\nb) 'robot' means a machine that moves.", "b) 'robot' means"),
        ("en", "1. AI system\nA program that learns.\n2. Provider\nA person.", "2. Provider"),
        # A mark, an article or a verb connects where it does in the first of them.
        ("en", "“AI”: a program; “robot”: a machine that moves.", "“robot”:"),
        ("fr", "1) « IA » : un programme ; 2) « risque » : la combinaison.", "2) « risque » :"),
        ("es", "1) «IA»: un programa; 2) «riesgo»: la combinación.", "2) «riesgo»:"),
        ("pt", "1) «IA», um programa; 2) «Risco», a combinação.", "2) «Risco»,"),
        ("de", "1. „KI-System“ ein Programm; 2. „Risiko“ die Kombination.", "2. „Risiko“"),
        ("pl", "1) „AI” oznacza program; 2) „ryzyko” oznacza połączenie.", "2) „ryzyko” oznacza"),
    ],
)
def test_a_further_term_may_be_defined_behind_a_semicolon(lang: str, text: str, frame: str) -> None:
    assert ("frame", frame) in cut(text, lang)


@pytest.mark.parametrize(
    "text",
    [
        "“AI” means a program that: (a) learns; (b) ‘decides’, as a person would; (c) ‘acts’, alone.",
        "“AI”: software; “smart”, in a word.",
        "1. A program that\n2. learns from data\n3. generates texts.",
    ],
)
def test_what_is_quoted_or_numbered_is_no_further_term(text: str) -> None:
    assert [element for element, _ in cut(text)].count("frame") <= 1


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        ("a sub-field of computer science which deals with building systems", "that can learn from data."),
        ("a branch of computing that studies how to design machines", "capable of intelligent behaviour."),
        ("a field concerned with the development of programs", "that imitate human thought."),
    ],
)
def test_the_clause_on_a_field_belongs_to_the_genus(head: str, rest: str) -> None:
    assert cut(f"Artificial intelligence is {head} {rest}")[1] == ("machine-based", head)


def test_who_imitates_is_the_genus() -> None:
    found = cut("Artificial intelligence refers to the simulation of human intelligence in machines.")
    assert found[1:] == [
        ("capability", "the simulation of human intelligence"),
        ("machine-based", "in machines."),
    ]


def test_a_list_of_faculties_is_over_behind_its_last_item() -> None:
    text = "“AI” means software that imitates human skills such as seeing, hearing and judging, usually by"
    assert cut(f"{text} way of machine learning models.")[-1][0] == "technique"


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        # A noun for a kind goes with what it is a kind of.
        (
            "a series of existing algorithm families e.g. machine learning, reinforcement learning, deep "
            "learning and generative algorithms",
            "that can perform tasks once thought to be unique to human intelligence.",
        ),
        # An adjective and a noun in -ing.
        (
            "an interdisciplinary engineering field, usually counted as part of computer science,",
            "that builds systems.",
        ),
        # Several nouns are the genus together, and several participles follow.
        (
            "any machine learning model, neural network, or artificial intelligence algorithm or software",
            "developed, trained, or improved using the Data.",
        ),
    ],
)
def test_the_genus_ends_before_its_clause(head: str, rest: str) -> None:
    assert cut(f"Artificial intelligence is {head} {rest}")[1] == ("machine-based", head)
