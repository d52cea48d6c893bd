"""Where a provision ends: behind its last limb and the sentences about its term."""

from __future__ import annotations

import pytest
from support.provisions import found, found_in_markup, placed, provisions_of

TOOL = "“Tool” means a thing."


def test_what_is_taken_out_of_a_term_behind_it_is_part_of_its_provision() -> None:
    without = "“Tool” does not include a saw."
    text = f"{TOOL}\n\n{without}\n\n“Saw” does not include a file.\n"
    assert found(text) == [("Tool", f"{TOOL}\n\n{without}"), ("Saw", "“Saw” does not include a file.")]


@pytest.mark.parametrize("further", ["“Tool” does not include a file.", "“Tool” includes a file."])
def test_elsewhere_it_is_a_provision_of_its_own(further: str) -> None:
    text = f"(1) {TOOL}\n(2) “Saw” means a tool with teeth.\n(3) {further}\n"
    assert placed(text) == [("(1)", "Tool"), ("(2)", "Saw"), ("(3)", "Tool")]
    assert found(text)[-1] == ("Tool", further)


def test_words_far_behind_begin_a_provision_of_their_own() -> None:
    between = "Many other words stand between the first of these provisions and the last of them all."
    assert found(f"(1) {TOOL}\n{between}\n(2) “Tool” includes a file.\n") == [
        ("Tool", TOOL),
        ("Tool", "“Tool” includes a file."),
    ]


def test_a_proviso_on_the_term_belongs_to_it() -> None:
    text = "“Tool” means a thing: provided that “tool” means a saw in this section."
    assert found(text) == [("Tool", text)]


def test_a_caption_between_paragraphs_on_one_term_does_not_part_them() -> None:
    text = """(1) The term “tool” means a thing.
(2) The term “tool” does not include a saw.
(3) Exception.—
The term “tool” shall not apply to a file."""
    assert found(text) == [("tool", text.removeprefix("(1) "))]


def test_limbs_may_begin_with_any_enumerator_and_end_at_the_next_provision() -> None:
    text = "(1) “Tool” means any of these:\n(b) a saw;\n(2) “File” means a folder.\n"
    assert found(text) == [
        ("Tool", "“Tool” means any of these:\n(b) a saw"),
        ("File", "“File” means a folder."),
    ]
    begun = "“Tool” means (i) a drawing; or\n(ii) a map; or\n(iii) a book."
    assert found(begun + "\n") == [("Tool", begun)]
    bullets = "“Tool” means:\n• a saw;\n• a file."
    assert found(f"{bullets}\n{TOOL}") == [("Tool", bullets), ("Tool", TOOL)]


def test_terms_defined_in_limbs_are_nested_and_the_next_entry_is_not() -> None:
    text = """(1) “Tool” includes the following:
(a) “saw” means a tool;
(b) “rasp” means a file;
(2) “File” means a folder.
"""
    ones = [(one.term, one.nested_in) for one in provisions_of(text)]
    assert ones == [("Tool", ""), ("saw", "Tool"), ("rasp", "Tool"), ("File", "")]


def test_a_definition_in_a_nested_one_is_left_inside_it() -> None:
    limb = "“tank” means a truck that includes “bowl” means a dish"
    text = f"“Vehicle” includes the following:\n(a) {limb};\n(b) a tractor.\n"
    assert found(text) == [("Vehicle", text.rstrip()), ("tank", limb)]


def test_what_is_taken_out_of_a_nested_term_stays_inside_it() -> None:
    limb = "“tank” means a truck. “Tank” does not include a bowl"
    text = f"“Vehicle” includes the following:\n(a) {limb};\n(b) a tractor.\n"
    assert found(text) == [("Vehicle", text.rstrip()), ("tank", limb)]


def test_limbs_of_a_nested_term_end_with_the_list_around_it() -> None:
    nested = "“tank” means:\n(i) a truck; or\n(ii) a cart"
    text = f"“Vehicle” includes the following:\n(a) a tractor;\n(b) {nested};\n\nMany other words.\n"
    assert [words for _, words in found(text)] == [text[: text.index(nested)] + nested, nested]


@pytest.mark.parametrize("between", ["; ", " Saws.—"])
def test_two_terms_in_one_paragraph(between: str) -> None:
    one, other = "The term “tool” means a thing.", "The term “saw” means a tool."
    assert [words.rstrip(".") for _, words in found(f"{one}{between}{other}")] == [one[:-1], other[:-1]]


def test_a_term_without_a_meaning_is_none() -> None:
    assert found("(1) “Tool” means\n\nSEC. 3. OTHER.\n\nWords.") == []


def test_words_behind_the_limbs_belong_to_it_where_no_sentence_has_ended() -> None:
    limbs = "“Tool” means—\n(a) a saw; or\n(b) a file"
    flush = ",\nthat is used by a smith."
    assert found(f"{limbs}{flush}\n\n“Saw” means a tool.\n")[0] == ("Tool", limbs + flush)
    assert found(f"{limbs}.\n\nthat is used by a smith.\n\n“Saw” means a tool.\n")[0] == ("Tool", limbs + ".")


@pytest.mark.parametrize(
    ("before", "words", "behind"),
    [
        ("", TOOL, " [Added 1990 c. 5]"),
        ("", TOOL, " (Amended by Order 5)"),
        ("", TOOL.rstrip("."), " ( 3 )"),  # the call of a footnote
        ("(", "in this Act “tool” means a thing", "))"),
        ("Section 3 is amended by adding:\n(a) ", "``Tool'' means what a user calls a `thing'.", "''"),
        ("He adds: ‘", "The term “tool” means the smiths’ thing.", "’"),
        ('He adds: "', "The term “tool” means a thing.", '"'),
    ],
)
def test_notes_and_closing_marks_are_no_part_of_it(before: str, words: str, behind: str) -> None:
    assert [text for _, text in found(before + words + behind)] == [words]


def test_headings_of_limbs_do_not_end_it_and_others_do() -> None:
    page = """<?xml version="1.0"?><act><section><num>2</num>
<subsection><num>(1)</num><intro><p>“Tool” means—</p></intro>
<paragraph><num>(a)</num><heading>Saws</heading><p>a saw; or</p></paragraph>
<paragraph><num>(b)</num><p>a file;</p></paragraph>
</subsection><heading>Other words</heading>
<subsection><num>(2)</num><p>“Saw” means a tool.</p></subsection>
<subsection><num>(3)</num><p>Tools are kept clean.</p></subsection></section></act>"""
    assert found_in_markup(page) == [
        ("§ 2(1)", "Tool", "“Tool” means— (a) Saws a saw; or (b) a file"),
        ("§ 2(2)", "Saw", "“Saw” means a tool."),
    ]
