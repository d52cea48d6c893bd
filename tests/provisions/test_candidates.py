"""Places where a term is defined, told from places that only look like it."""

from __future__ import annotations

import pytest
from support.provisions import found, found_in_markup, placed, provisions_of


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        # an edition that lost the opening mark
        ("The term gadget’ means a thing.", ("gadget",)),
        ("The term “tool”, or the term gadget’ means a thing.", ("tool",)),
        ("Artificial intelligence (“AI”) means a machine.", ("Artificial intelligence", "AI")),
        ("“Tool”, when used in the second table of the schedule, includes a hammer.", ("Tool",)),
        ("Subject to the regulations of the Minister, the term “tool” means a thing.", ("tool",)),
        ("For the purposes of this section, a tool is a thing that cuts.", ("tool",)),
    ],
)
def test_the_whole_sentence_is_the_provision(text: str, terms: tuple[str, ...]) -> None:
    (one,) = provisions_of(text)
    assert (one.terms, one.text) == (terms, text)


@pytest.mark.parametrize(
    ("before", "words"),
    [("So ", "“tool” means a thing."), ("and so on ", "the term “tool” means a thing.")],
)
def test_words_that_lead_nowhere_are_no_part_of_it(before: str, words: str) -> None:
    assert found(before + words) == [("tool", words)]


@pytest.mark.parametrize(
    "text",
    [
        "The list has these words:\n(a) “tool”\n(b) means of transport of any kind.",
        "Artificial intelligence (“AI”) – an acronym.",
        # "includes" and "is" define where the term stands near them and begins its sentence
        "“Tool” in the first line of the second table of the schedule includes a hammer.",
        "Nobody knows whether “tool” includes a hammer.",
        "He wrote that his “tool” means a thing.",
        "“‘” means an opening mark.",
        "In this Act the following terms have the meaning given in section 2: tool, saw.",
        "Alternative means of transport are allowed.",
        "The notice shall refer to the law of the State.",
        "For the purposes of this section, it is the duty of the owner to cut.",
    ],
)
def test_what_only_looks_like_a_definition(text: str) -> None:
    assert found(text) == []


def test_a_sentence_without_marks_defines_at_the_beginning_of_its_paragraph() -> None:
    words = "Tool means a hammer."
    assert found(f"(a) Tools. {words}") == [("Tool", words)]
    before = "The Secretary shall keep a list of the things that are sold in the markets of the whole State."
    assert found(f"(a) {before} {words}") == []


def test_a_table_of_contents_defines_nothing() -> None:
    contents = "Sec. 2. “Tool” includes a hammer.\n\nSec. 3. Saws.\n\n"
    section = "Sec. 2. “Tool” includes a hammer.\n\nThe word tool includes a saw too.\n\nSec. 3. Saws.\n"
    assert found(contents + section) == []


def test_a_long_sentence_is_no_title_of_a_section() -> None:
    words = f"“Tool” includes {', '.join(['a hammer', 'a saw', 'a drill'] * 6)}. The tool is kept clean."
    assert placed(f"Sec. 5. TOOLS. {words}") == [("§ 5", "Tool")]
    assert found(f"Sec. 5. TOOLS. {words}") == [("Tool", words)]


# --- glossaries -------------------------------------------------------------------------------


def test_the_words_that_open_a_glossary_are_no_entry() -> None:
    text = "Definitions\nWords used here: words of the common law\n(a) Tool: a thing that cuts\n"
    assert placed(text + "(b) Saw: a tool that has teeth\n") == [("(a)", "Tool"), ("(b)", "Saw")]


def test_limbs_of_an_entry_are_no_entries() -> None:
    text = """Definitions

Tool: a thing that cuts well

Saw: a tool that has teeth

(a) Fine: with many small teeth

(b) Rough: with few large teeth

File: a tool that has ridges
"""
    assert [term for term, _ in found(text)] == ["Tool", "Saw", "File"]


def test_words_that_come_again_and_again_are_no_terms() -> None:
    responses = [f"Response: the agency agrees with comment {number}\n" for number in range(3)]
    assert found("Definitions\nTool: a thing that cuts well\n" + "".join(responses)) == []


def test_an_entry_has_a_meaning_and_no_rule() -> None:
    text = """Definitions
The following terms: are those of this act
Hammer: tool
Saw: a tool with teeth
Plane: it must be kept dry
File: a tool with ridges
"""
    assert [term for term, _ in found(text)] == ["Saw", "File"]


def test_an_entry_may_have_nothing_but_limbs() -> None:
    text = """Begriffsbestimmungen

Betreiber:

a) eine Person, die handelt;

b) eine Stelle, die handelt;

Anbieter: eine Person, die liefert

Nutzer:

siehe oben
"""
    assert [term for term, _ in found(text, "de")] == ["Betreiber", "Anbieter"]


def test_tables_of_terms() -> None:
    rows = (
        ("Term", "Definition"),  # the heads of the columns
        ("Tool", "a thing that cuts"),
        ("[Repealed]", "by the Act of 1990"),
        ("Table", "12"),
        ("Saw:", "a tool that has teeth"),
    )
    table = "".join(f"<tr><td>{term}</td><td>{meaning}</td></tr>" for term, meaning in rows)
    assert found_in_markup(f"<h1>Definitions</h1><table>{table}</table>") == [
        ("", "Tool", "Tool a thing that cuts"),
        ("", "Saw", "Saw: a tool that has teeth"),
    ]


# --- terms that mark-up sets apart -----------------------------------------------------------------


@pytest.mark.parametrize(
    "page",
    [
        "<p><b>Note.</b> means nothing here.</p>",
        "<p>Nothing that is in the list of <def>tool</def> means a thing.</p>",
        "<h2>“Record” means a note</h2>",
        "<h2>Artificial intelligence means a machine</h2>",
    ],
)
def test_not_all_that_is_set_apart_is_a_term(page: str) -> None:
    assert found_in_markup(page + "<p>“File” means a folder.</p>") == [("", "File", "“File” means a folder.")]


@pytest.mark.parametrize(
    "words",
    [
        "<def>tool</def> (a thing that cuts)",
        "In this Act, unless otherwise stated, <def>tool</def> means a thing that cuts.",
    ],
)
def test_a_term_that_is_declared_needs_few_other_signs(words: str) -> None:
    text = words.replace("<def>", "").replace("</def>", "")
    assert found_in_markup(f"<p>{words}</p>") == [("", "tool", text)]


def test_words_that_define_may_stand_before_the_term() -> None:
    words = "Entende-se por incidente o evento que cause dano."
    assert found(f"Art. 4º {words}", "pt") == [("incidente", words)]
    led = "Para os fins desta Lei, entende-se por incidente o evento que cause dano."
    assert found(f"Art. 4º {led}", "pt") == [("incidente", led)]
    assert found("Art. 4º O ministro declara que entende-se por incidente o evento.", "pt") == []
