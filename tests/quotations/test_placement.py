"""Where in a document a passage stands: its block, row, headings and notes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import texts

import aidefs
from aidefs.library.library import Library
from aidefs.quotations.index import index_of
from aidefs.quotations.placement import _PREFACE, _PREFACE_ENDS, NOWHERE, Placement, Placements
from aidefs.readers.regions import Region

DOCUMENT = """# The law

Some words.[^1] Other words “in marks”.[^2]

> A block quotation.

## Tables

| Land | Words |
|---|---|
| Aland | one thing |
| Bland | another thing |

```
code here
```

[^1]: First note.
[^2]: Second note.
"""


def at(words: str, document: str = DOCUMENT) -> Placement:
    """The placement of some words of a document."""
    start = document.index(words)
    return Placements(document, None).of(start, start + len(words))


@pytest.mark.parametrize(
    ("words", "block"),
    [
        ("Some words", ""),
        ("A block quotation", "quotation"),
        ("another thing", "cell"),
        ("code here", "code"),
        ("Second note", "note"),
    ],
)
def test_the_block(words: str, block: str) -> None:
    placement = at(words)
    assert placement.block == block
    if placement.within:
        assert words in DOCUMENT[slice(*placement.within)]
    else:
        assert not block


def test_the_row_and_the_head_of_the_column() -> None:
    placement = at("another thing")
    assert [cell.strip() for cell in placement.row] == ["Bland"]
    assert placement.column.strip() == "Words"
    assert [cell.strip() for cell in at("Land").row] == ["Words"] and at("Land").column == ""


def test_the_headings_above_the_nearest_first() -> None:
    assert [heading.strip("# \n") for heading in at("one thing").headings] == ["Tables", "The law"]
    assert [heading.strip("# \n") for heading in at("Some words").headings] == ["The law"]
    sisters = "# A\n\n## B\n\nx\n\n## C\n\nwords\n"
    assert [heading.strip("# \n") for heading in at("words", sisters).headings] == ["C", "A"]


def test_a_note_is_tied_to_the_words_before_its_mark() -> None:
    assert [note.strip() for note in at("Some words").notes] == ["First note."]
    assert [note.strip() for note in at("in marks").notes] == ["Second note."]
    assert at("First note").notes == ()


def test_a_note_before_the_words_of_a_sentence_is_an_aside() -> None:
    placement = at("is a system", "The Act[^1] says that it is a system.\n\n[^1]: OJ L 12.\n")
    assert placement.notes == () and [note.strip() for note in placement.asides] == ["OJ L 12."]


def test_given_regions_go_before_the_look_of_the_text() -> None:
    regions = [Region("quotation", 0, 5), Region("note", 20, 25, anchor=12)]
    placements = Placements("> one two three four five six", regions)
    assert placements.of(0, 3).block == "quotation"
    assert placements.of(6, 9).block == ""
    assert Placements("> one two", ()).of(2, 5) == NOWHERE
    assert [(one.start, one.end) for one in placements.block_quotations] == [(-1, 5)]


@given(texts(60), st.data())
def test_every_place_of_any_text_has_a_placement(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    placement = Placements(text, None).of(start, end)
    assert placement.block in ("", "quotation", "cell", "code", "note")
    assert (placement.within is None) is (placement.block == "")
    if placement.within:
        low, high = placement.within
        assert 0 <= low < high <= len(text) and low < end and start < high


@pytest.mark.parametrize(
    ("text", "reproaches"),
    [
        ("Some text.^[The AI Act says “{changed}”.] More.", [("wording",)]),
        ("Some text.^[The AI Act says “{right}”.] More.", [()]),
        ("The AI Act has a definition.^[It is “{changed}”.] More.", [("wording",)]),
        ("The AI Act has a definition.^[Systems “may exhibit adaptation after deployment”.]", [("wording",)]),
        ("The AI Act has a definition.^[The OECD’s is “{right}”.] More.", [("source",)]),
        ("Some text.footnote:[The AI Act says “{changed}”.] More.", [("wording",)]),
        ("The AI Act has a definition.[^1] More.\n\n[^1]: It is “{changed}”.\n", [("wording",)]),
        ("The AI Act has a definition.[^1] More.\n\n[^1]: Compare “{oecd}”.\n", [()]),
    ],
)
def test_quotations_in_notes(text: str, reproaches: list[tuple[str, ...]]) -> None:
    eu, oecd = aidefs.get("eu").text, aidefs.get("oecd").text
    right = eu[eu.index("a machine") : -1]
    words = {
        "right": right,
        "changed": right.replace("may exhibit", "can exhibit"),
        "oecd": oecd[oecd.index("a machine") : -1],
    }
    found = aidefs.find_quotations(text.format(**words))
    assert [one.reproach for one in found] == reproaches


def test_cells_are_those_of_tables_alone() -> None:
    cells = Placements(DOCUMENT, None).cells(0, len(DOCUMENT))
    assert [DOCUMENT[low:high].strip() for low, high in cells] == [
        "Land", "Words", "Aland", "one thing", "Bland", "another thing",
    ]  # fmt: skip
    low = DOCUMENT.index("Bland")
    assert [DOCUMENT[a:b].strip() for a, b in Placements(DOCUMENT, None).cells(low, low + 3)] == ["Bland"]


NOTES = """The law is new.[^1] It is broad.[^2] These are words.[^3]

[^1]: The first source.
[^2]: {second}
[^3]: {third}
"""


@pytest.mark.parametrize(
    ("second", "third", "expected"),
    [
        ("The second source.", "Ibid., art 3.", "The second source.; Ibid., art 3."),
        ("Ibid.", "ibid", "The first source.; Ibid.; ibid"),
        ("The second source.", "Ebd., S. 3.", "The second source.; Ebd., S. 3."),
        ("The second source.", "Id. at 4.", "The second source.; Id. at 4."),
        ("The second source.", "See supra note 1, at 4.", "The first source.; See supra note 1, at 4."),
        ("The second source.", "Smith (n 1) 4.", "The first source.; Smith (n 1) 4."),
        ("The second source.", "AI Act (n 1) art 3.", "AI Act (n 1) art 3."),  # it says so itself
        ("The second source.", "Supra note 7.", "Supra note 7."),
        ("The second source.", "Ideas differ.", "Ideas differ."),
    ],
)
def test_a_note_that_refers_to_another(second: str, third: str, expected: str) -> None:
    document = NOTES.format(second=second, third=third)
    titles = index_of(Library.shipped()).titles
    start = document.index("These")
    placement = Placements(document, None, titles).of(start, start + len("These are words"))
    assert placement.notes == (expected,)


def test_a_note_that_refers_to_itself_ends() -> None:
    document = NOTES.format(second="See supra note 3.", third="See supra note 2.")
    assert at("These are words", document).notes[0].endswith("See supra note 3.; See supra note 2.")


said = (
    "The", "These", "all", "following", "Terms", "definitions", "begriffe", "in this", "here", "below",
    "marked (*)", "are", "Taken", "reproduced", "citados", "\n", "!", "from the Act",
)  # fmt: skip


@given(st.lists(st.sampled_from(said)).map(" ".join))
def test_a_look_before_misses_no_preface(text: str) -> None:
    assert _PREFACE_ENDS.search(text.lower()) or not _PREFACE.search(text)


@given(
    st.lists(st.tuples(st.sampled_from(said), st.sampled_from((" ", "\n", "  ", "-", "", "x_"))), max_size=30)
)
def test_prefaces_are_found_behind_their_ends(parts: list[tuple[str, str]]) -> None:
    text = "".join(f"{words}{between}" for words, between in parts)
    found = [match.span() for match in Placements(text, ())._prefaces]
    assert found == [match.span() for match in _PREFACE.finditer(text)]


@pytest.mark.parametrize("before", ["", "Nothing yet. ", "Is it new? "])
def test_a_passage_in_a_note_is_tied_to_the_sentence_before_its_mark(before: str) -> None:
    document = f"{before}This has one.[^1] More.\n\n[^1]: A note.\n"
    assert at("A note", document).tied_to.removesuffix("[^1]") == "This has one."
    assert at("More", document).tied_to == ""


def test_a_note_on_where_words_come_from_takes_no_word_from_the_sentence() -> None:
    words = "“is designed to operate with varying levels of autonomy”"
    note = "[^1]: The words go back to the OECD’s text of 2019."
    for owner in ("The EU’s definition is longer, because the system", "The AI Act says that the system"):
        [found] = aidefs.find_quotations(f"{owner} {words}.[^1]\n\n{note}")
        assert (found.definition.id, found.reproach) == ("eu-ai-act-2024", ())
    [found] = aidefs.find_quotations(f"The system {words}.[^1]\n\n{note}")
    assert found.reproach == ("wording",)
