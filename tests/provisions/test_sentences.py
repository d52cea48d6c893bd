"""Provisions that define a term: where they begin and end, and what they define."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aidefs.library.library import Library
from aidefs.provisions.sentences import find_statements
from aidefs.segmentation.grammars import grammar_of

ARTICLE = """Article 3 Definitions
For the purposes of this Regulation, the following definitions apply:
(1) ‘AI system’ means a machine-based system that infers;
(2) ‘provider’ means a natural or legal person that develops:
(a) an AI system; or
(b) a model;
(3) ‘deployer’ means a person using an AI system. It does not include consumers.
Article 4 AI literacy
Providers shall take measures.
"""


def found(text: str, lang: str = "") -> list[tuple[str, str, str]]:
    return [(one.number, one.term, text[one.start : one.end]) for one in find_statements(text, lang)]


def test_entries_of_a_list_end_where_the_next_begins() -> None:
    assert found(ARTICLE) == [
        ("(1)", "AI system", "‘AI system’ means a machine-based system that infers"),
        (
            "(2)",
            "provider",
            "‘provider’ means a natural or legal person that develops:\n(a) an AI system; or\n(b) a model",
        ),
        ("(3)", "deployer", "‘deployer’ means a person using an AI system. It does not include consumers."),
    ]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("In this section, the term “robot” means a machine.", "robot"),
        ("(A) ROBOT.—The term ``robot'' means a machine.", "robot"),
        ("“Robot” and “bot” mean a machine.", "Robot"),
        ("“Robot”, with respect to a home, means a machine.", "Robot"),
        ("The term ‘robot’ has the meaning given that term in section 3 of the Act.", "robot"),
        ("“Roboter” ist ein System, das handelt. Er umfasst keine Menschen.", "Roboter"),
        ("Im Sinne dieses Gesetzes bezeichnet der Ausdruck „Robot“ ein System, das handelt.", "Robot"),
        ("In deze verordening wordt verstaan onder “robot” een systeem dat handelt.", "robot"),
        ("Para os fins desta Lei, considera-se “robot” o sistema que age para os objetivos.", "robot"),
        ("On entend par « robot » un système qui agit pour des objectifs donnés.", "robot"),
        ("Se entiende por «robot» un sistema que actúa para los objetivos de una persona.", "robot"),
        ("Per «robot» si intende un sistema che agisce per gli obiettivi della persona.", "robot"),
    ],
)
def test_frames_of_many_kinds(text: str, term: str) -> None:
    [one] = find_statements(text)
    assert (one.term, one.stated) == (term, True)
    assert one.end == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "The report shall include an analysis of the means developed under paragraph (1).",
        "It also means assuring developers that models will learn.",
        "This Act may be cited as the “Robots Act”.",
        "The Minister said that “robots” will come, and “they will stay”.",
        "No word of it.\n\n\n",
        "",
    ],
)
def test_what_does_not_define_is_not_found(text: str) -> None:
    assert found(text, "en") == []


def test_a_further_sentence_belongs_to_its_term_and_no_other() -> None:
    text = "“Robot” means a machine. A robot may learn. Other words follow here."
    assert found(text) == [("", "Robot", "“Robot” means a machine. A robot may learn.")]


def test_an_exclusion_of_its_own_belongs_to_the_provision() -> None:
    text = "“Robot” means a machine of the U.S. Army.\n\n“Robot” does not include a tool."
    text += "\n\n“Tool” means a thing."
    assert [term for _, term, _ in found(text)] == ["Robot", "Tool"]
    assert found(text)[0][2].endswith("include a tool.")


def test_what_has_the_form_is_told_from_what_says_that_it_defines() -> None:
    form, said = find_statements(
        "An AI system is a machine.\n\nThe term “tool” means a thing of the machine."
    )
    assert (form.stated, said.stated) == (False, True)


def test_entries_of_a_glossary_stand_under_its_heading() -> None:
    entries = "Robot: a machine that acts\nMachine learning: a way of learning from data\n"
    heading = "Definitions\nThese terms are used here.\n"
    assert [(one.term, one.stated) for one in find_statements(heading + entries)] == [
        ("Robot", True),
        ("Machine learning", True),
    ]
    assert find_statements("Contact\n" + entries, "en") == ()


def test_numbers_on_lines_of_their_own_belong_to_the_next_line() -> None:
    text = "(1)\n\n‘tool’ means:\n\n(a)\n\na hammer; or\n\n(b)\n\na saw;\n\n(2)\n\n‘nail’ means a pin;\n\n(3)"
    assert found(text, "en") == [
        ("(1)", "tool", "‘tool’ means:\n\n(a)\n\na hammer; or\n\n(b)\n\na saw"),
        ("(2)", "nail", "‘nail’ means a pin"),
    ]


def test_a_language_without_grammar_gives_nothing() -> None:
    assert found("「人工知能」とは、機械をいう。") == []


def test_stored_definitions_are_one_provision_at_most() -> None:
    for one in Library.shipped().values():
        provisions = find_statements(one.text, one.lang)
        assert len(provisions) <= 1, one.id
        if not grammar_of(one.lang).lang:
            assert not provisions


_WORDS = st.sampled_from(
    ["“", "”", "means", "the term", "robot", "a", "(1)", "(a)", ";", ".", "\n", "\n\n", ":", "—", "``", "''",
     "and", "For", "section", ",", "U.S.", "includes", "is", "1.", "§ 3", "\t", "é"]
)  # fmt: skip


@settings(max_examples=200)
@given(st.lists(_WORDS, max_size=60), st.sampled_from(["en", "de", "fr", "es", "it", "nl", "pt", "pl"]))
def test_spans_lie_in_the_text_in_order_and_do_not_overlap(words: list[str], lang: str) -> None:
    text = " ".join(words)
    behind = 0
    for one in find_statements(text, lang):
        assert behind <= one.start < one.end <= len(text)
        assert one.term and not text[one.start].isspace() and not text[one.end - 1].isspace()
        behind = one.end


@pytest.mark.parametrize(
    "piece", ["1. ", "“", "“a” means b. ", "(a) ", "A is a b. It is so. ", " \n", ";" * 7, "For "]
)
def test_long_texts_take_time_in_proportion(piece: str) -> None:
    find_statements(piece * (200_000 // len(piece)), "en")


def test_words_that_are_no_frame_define_nothing() -> None:
    for text in (
        "It means that “” means.",
        "In this Act, “robot” means:\n\nSection 4",
        "A system, a robot, is a machine.",
    ):
        assert found(text, "en") == []


def test_a_verb_in_a_limb_belongs_to_the_term_before_the_limbs() -> None:
    one = "“Robot”—\n(A) means a machine; and\n(B) includes a tool."
    assert found(f"{one}\n“Saw” means a tool.", "en") == [
        ("", "Robot", one),
        ("", "Saw", "“Saw” means a tool."),
    ]


@pytest.mark.parametrize(
    ("between", "provisions"), [("\n\n", 1), ("\n\n" + "Other words. " * 30 + "\n\n", 2)]
)
def test_what_adds_to_a_term_stands_near_it(between: str, provisions: int) -> None:
    assert len(found(f"“Robot” means a machine.{between}“Robot” includes a tool.", "en")) == provisions


def test_a_provision_may_be_wrapped_over_lines() -> None:
    words = "“Robot” means a machine that acts\nin the world of the people and that\nlearns."
    assert found(words + " Other words.", "en") == [("", "Robot", words)]


@pytest.mark.parametrize(
    ("before", "words", "behind"),
    [
        ("", "“Robot” means a machine.", " (1990) 5 6"),
        ("(1) ", "“Robot” means a machine", "; and"),
        ("The Act is amended: ", "“Robot” means a machine.", "”"),
        ("The Act is amended: “(5) ", "‘Robot’ means a machine", "”."),
        ("", "The robot of steel means a machine.", ""),
    ],
)
def test_what_stands_around_a_provision_is_no_part_of_it(before: str, words: str, behind: str) -> None:
    assert [text for _, _, text in found(before + words + behind, "en")] == [words]
