"""Blocks of plain text: where a provision begins, and the sections and enumerators in which it stands."""

from __future__ import annotations

import pytest
from support.provisions import found, placed

from aidefs.provisions.structure import mark_of, structure_of_text


def blocks(text: str, *, wrapped: bool = False) -> list[str]:
    return [text[one.start : one.end] for one in structure_of_text(text, wrapped=wrapped).blocks]


@pytest.mark.parametrize(
    "paragraph",
    [
        "The term “tool” means a thing as defined in subparagraph\n(A) or (B) of this Act.",
        "The term “tool” means a thing that\nv. is sharp.",
        "The term “tool\nbox” means a thing.",
        "The term “tool” means a self-\nActing thing.",
        "The term “tool” means a thing of the sort of which Mr. John S.\n"
        "McCain has spoken in the year of the war of things.",
    ],
)
def test_wrapped_lines_are_one_paragraph(paragraph: str) -> None:
    assert blocks(f"Sec. 2\n{paragraph}\n") == ["Sec. 2", paragraph]
    assert [text for _, text in found(f"Sec. 2\n{paragraph}\n")] == [paragraph]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("{amended in 1990}", "The term “tool” means a thing."),  # a note on an amendment
        ("“Tool” means a thing,", "“Saw” means a tool."),  # entries that commas part
        ("Tool: a thing that cuts wood and other things that are hard", "Saw: a tool that has teeth"),
        (
            "The term “tool” means a thing that cuts wood and other things",
            "General Provisions Of Law",
        ),
    ],
)
def test_lines_of_their_own_stay_apart(first: str, second: str) -> None:
    assert blocks(f"{first}\n{second}\n") == [first, second]


def test_a_full_line_of_a_printed_page_goes_on_behind_a_full_stop_but_for_a_heading() -> None:
    full = "The term “tool” means a thing that cuts wood and that is used by the smiths of St."
    words, heading = "Helena, and by nobody else in the towns.", "Market Places And Fairs"
    assert blocks(f"{full}\n{words}\n", wrapped=True) == [f"{full}\n{words}"]
    assert blocks(f"{full}\n{heading}\n", wrapped=True) == [full, heading]


# --- enumerators in mid-line ------------------------------------------------------------------


def test_the_number_of_a_section_may_stand_behind_a_word_without_a_space() -> None:
    text = "This Act may be cited as the Tool ActSEC. 2. DEFINITIONS. The term “tool” means a thing."
    assert blocks(text)[1].startswith("SEC. 2. DEFINITIONS.")
    assert placed(text) == [("§ 2", "tool")]


def test_an_enumerator_behind_a_quotation_begins_a_provision() -> None:
    text = "SEC. 3. (a) It is cited as “the Act on a hammer or a saw.” (b) The term “file” means a tool.\n"
    assert placed(text) == [("§ 3(b)", "file")]


def test_the_number_of_what_is_cited_begins_none() -> None:
    text = "(a) The term “tool” has the meaning given in Rev. Stat. § 12 of the State."
    assert blocks(text) == [text]


# --- sections ---------------------------------------------------------------------------------


def test_sections_that_are_put_into_another_act_have_their_own_numbers() -> None:
    text = """SEC. 3. AMENDMENT.
The Act is amended by adding at the end the following:
“SEC. 5. TOOLS.
“(a) The term ‘tool’ means a thing.
“SEC. 6. SAWS.
“(a) The term ‘saw’ means a tool.”.

SEC. 4. OTHER.
(a) The term “file” means a tool.
"""
    assert placed(text) == [("§ 5(a)", "tool"), ("§ 6(a)", "saw"), ("§ 4(a)", "file")]


def test_the_next_paragraph_goes_on_with_the_act_that_amends() -> None:
    text = """SEC. 3. AMENDMENTS.
(a) Section 48 of the Act is amended by adding at the end the following:
“(4) The term ‘device’ means a thing.
“(5) The term ‘saw’ means a tool.”.
(b) In this section, the term “file” means a tool.
"""
    assert placed(text) == [("§ 48(4)", "device"), ("§ 48(5)", "saw"), ("§ 3(b)", "file")]


def test_limbs_that_are_put_into_another_act_need_no_marks_of_their_own() -> None:
    text = """SEC. 3. AMENDMENTS.
(A) Section 48 of the Act is amended by adding at the end the following:
“(4) The term ‘device’ means—
(A) a thing;
(B) a tool.”.
"""
    assert placed(text) == [("§ 48(4)", "device")]


def test_a_code_numbers_its_sections_with_a_hyphen_and_an_amount_is_none() -> None:
    text = """13-401. Definitions.
(a) “Tool” means a thing.
13-402. Saws.
3.5 percent of them are sharp.
(a) “Saw” means a tool.
"""
    assert placed(text) == [("§ 13-401(a)", "Tool"), ("§ 13-402(a)", "Saw")]


@pytest.mark.parametrize(
    ("printed", "token", "shape"),
    [
        ("(a)", "a", "()"),
        ("12a", "12a", ""),
        ("一", "一", ""),
        ("12º", "12", "°"),
        ("IV -", "IV", ""),
        ("f-bis", "f-bis", ""),
    ],
)
def test_enumerators_that_mark_up_names(printed: str, token: str, shape: str) -> None:
    mark = mark_of(printed)
    assert mark is not None and (mark.token, mark.shape) == (token, shape)


def test_words_are_no_enumerators() -> None:
    assert mark_of("Note") is None
