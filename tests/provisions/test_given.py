"""A definition out of a document that a user hands over in place of a name."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.command import Run, is_error

import aidefs
from aidefs.errors import InputError, SeveralDefinitions
from aidefs.library.library import Library
from aidefs.provisions.given import definition_of_file, file_and_choice

ONE = "“AI system” means a machine-based system that infers how to generate outputs."
ACT = f"""Chapter 1

(1) {ONE[:-1]};

(2) “provider” means a person that develops an AI system;

(3) “model of an AI system” means a “model” that has been trained.

Article 4

Providers shall take measures.
"""


@pytest.fixture
def act(here: Path) -> Path:
    (here / "act.txt").write_text(ACT, encoding="utf-8")
    return here / "act.txt"


def _docx(text: str, path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for paragraph in text.split("\n\n"):
        document.add_paragraph(paragraph)
    document.save(str(path))


def test_several_definitions_are_listed(run: Run, act: Path) -> None:
    ran = run("segment", "act.txt")
    assert (ran.code, ran.out) == (2, "")
    first, *lines = ran.err.splitlines()
    assert first == (
        "aidefs: 'act.txt' holds 3 definitions; name one: act.txt#2 or act.txt#\"provider\"; "
        "act.txt#all is the whole text"
    )
    assert [line.split()[0] for line in lines] == ["1", "2", "3"]
    assert "provider" in lines[1] and "“provider” means a person that" in lines[1]


def test_one_of_several_is_chosen_by_number_or_term(run: Run, act: Path) -> None:
    by_number = run("segment", "act.txt#1", "--format", "json")
    assert by_number.code == 0 and by_number.err == ""
    for choice in ("AI system", '"AI system"', "ai-system"):
        assert definition_of_file(f"act.txt#{choice}").text == ONE[:-1]
    assert definition_of_file("act.txt#all").text == ACT.rstrip("\n")
    assert definition_of_file("act.txt#2").label == "act.txt#2"
    both = run("diff", "act.txt#1", "act.txt#2")
    assert "act.txt#1 → act.txt#2" in both.out


def test_a_choice_that_is_not_there_names_what_is(run: Run, act: Path) -> None:
    is_error(run("segment", "act.txt#providr"), "nearest: provider")
    nothing = run("segment", "act.txt#7")
    assert nothing.code == 2 and "has no definition 7" in nothing.err and nothing.err.count("\n") == 4
    is_error(run("segment", "no.txt#2"), "cannot read 'no.txt'", "no such file")


def test_headings_of_a_page_are_no_part_of_its_definition(here: Path) -> None:
    page = f"<h1>Draft</h1><p>Section 2. Definitions</p><p>{ONE}</p>"
    (here / "a.html").write_text(page, encoding="utf-8")
    taken = definition_of_file("a.html")
    assert taken.text == ONE and "not the 3 words around it" in taken.notes
    (here / "b.html").write_text(f"<p>{ONE}</p><p>It may differ in kind.</p>", encoding="utf-8")
    assert definition_of_file("b.html").text.startswith(ONE)


def test_a_definition_among_other_words_is_taken_and_said(run: Run, here: Path) -> None:
    (here / "a.txt").write_text(f"Dear all,\n\n{ONE}\n\nKind regards\n\nJane", encoding="utf-8")
    taken = definition_of_file("a.txt")
    assert taken.text == ONE and "the definition of “AI system”, not the 5 words around it" in taken.notes
    ran = run("segment", "a.txt")
    assert ran.code == 0 and ran.err.startswith("aidefs: 'a.txt': taken: the definition of “AI system”")
    assert definition_of_file("a.txt#all").notes == ""


# Most of their words stand behind the sentence that defines, on lines of their own.
MOSTLY_BEHIND = ("eu-com-2018-237-fi", "eu-com-2018-237-pt")


@pytest.mark.parametrize("name", MOSTLY_BEHIND)
def test_a_definition_before_most_of_the_words_is_taken_and_said(here: Path, name: str) -> None:
    whole = Library.shipped()[name].text
    (here / "stored.txt").write_text(whole + "\n", encoding="utf-8")
    taken = definition_of_file("stored.txt")
    assert whole.startswith(taken.text) and "taken: the definition of “" in taken.notes
    assert definition_of_file("stored.txt#all").text == whole


def test_a_text_of_one_definition_is_taken_as_it_stands(here: Path) -> None:
    for one in Library.shipped().values():
        if one.id in MOSTLY_BEHIND:
            continue
        (here / "stored.txt").write_text(one.text + "\n", encoding="utf-8")
        given = definition_of_file("stored.txt")
        assert given.text == one.text, one.id
        assert "taken:" not in given.notes


@pytest.mark.parametrize("codec", ["utf-16", "cp1252", "utf-8-sig"])
def test_encodings_are_read_and_a_guess_is_said(run: Run, here: Path, codec: str) -> None:
    (here / "b.txt").write_bytes(ONE.encode(codec))
    ran = run("diff", "draft.txt", "b.txt")
    assert ran.code == 0 and "{+“+}AI system [-is" in ran.out
    said = {"cp1252": "aidefs: 'b.txt': read as cp1252 (guessed)\n", "utf-8-sig": ""}
    assert ran.err == said.get(codec, "aidefs: 'b.txt': read as utf-16-le (by its byte order mark)\n")


def test_formats_give_the_same_words(here: Path) -> None:
    (here / "b.md").write_text(ONE.replace("machine-based", "**machine-based**"), encoding="utf-8")
    (here / "b.html").write_text(f"<p>{ONE.replace('system', '<b>system</b>')}</p>", encoding="utf-8")
    (here / "b.tex").write_text(f"\\emph{{{ONE}}}", encoding="utf-8")
    _docx(ONE, here / "b.docx")
    assert {definition_of_file(path).text for path in sorted(here.glob("b.*"))} == {ONE}


def test_standard_input_holds_documents_as_well(run: Run) -> None:
    ran = run("segment", "--format", "json", "--", "-#provider", stdin=ACT.encode())
    assert ran.code == 0 and "person that develops" in ran.out


def test_paths_serve_in_python(here: Path, act: Path) -> None:
    _docx(ONE, here / "draft.docx")
    assert aidefs.compare("oecd", here / "draft.docx").definitions[1].text == ONE
    assert aidefs.segment(Path("act.txt#1")).text == ONE[:-1]
    assert aidefs.nearest(Path("draft.docx")).overall
    with pytest.raises(SeveralDefinitions, match=r"act\.txt#2"):
        aidefs.diff("eu", act)
    with pytest.raises(InputError, match=r"give Path\('draft.docx'\)"):
        aidefs.compare("oecd", "draft.docx")


def test_a_file_whose_name_has_the_sign_goes_before(here: Path) -> None:
    (here / "c#2.txt").write_text(ONE, encoding="utf-8")
    assert file_and_choice("c#2.txt") == ("c#2.txt", "")
    assert file_and_choice("c#2.txt#1") == ("c#2.txt", "1")
    assert file_and_choice("eu") == ("eu", "")


def test_a_long_text_without_definition_says_so(here: Path) -> None:
    (here / "long.txt").write_text("Words follow upon words here. " * 60, encoding="utf-8")
    assert definition_of_file("long.txt").notes.startswith("no definition was found in it")
