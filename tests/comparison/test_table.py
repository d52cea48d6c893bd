"""The table of definitions by element: what is chosen is shown, in that order, in official words."""

from __future__ import annotations

import re
import string
from itertools import permutations, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.strategies import DEFINITIONS, ENGLISH

import aidefs
from aidefs.comparison.table import CELLS, ElementTable
from aidefs.errors import InputError, UnknownName
from aidefs.formats.document import Table, plain
from aidefs.library.records import STATES, STATUSES, Definition
from aidefs.library.taxonomy import Taxonomy
from aidefs.output.views import document
from aidefs.text.phrasebook import DATE_STYLES, LANGUAGES, PHRASES, date, phrase

NAMES = ("coe", "eu", "oecd", "nist")
ELEMENTS = tuple(Taxonomy.shipped())


def shown(result: ElementTable) -> Table:
    [table] = document(result).tables
    return table


def heads(table: Table) -> list[str]:
    return [plain(row[0]) for row in table.rows]


# --- what is shown ----------------------------------------------------------------------------


def test_a_table_of_three_texts_is_the_one_a_paper_prints() -> None:
    table = shown(aidefs.table("coe", "eu", "oecd", elements="core"))
    assert table.header == ("Element", "CoE Convention", "EU AI Act", "OECD 2024")
    assert heads(table) == ["Genus (machine-based)", "Autonomy", "Adaptiveness", "Inference", "Outputs"]
    assert plain(table.rows[4][2]) == (
        "generate outputs such as predictions, content, recommendations, or decisions"
    )
    assert table.caption == "Definitions of “AI system”: wording by element"
    assert table.emphasis == ()


@given(st.sampled_from(DEFINITIONS), st.sampled_from(DEFINITIONS), st.booleans())
@settings(max_examples=40, deadline=None)
def test_every_word_of_a_cell_is_official(a: Definition, b: Definition, transpose: bool) -> None:
    if not (a.reviewed and b.reviewed):
        return
    result = aidefs.table(a, b, transpose=transpose, notes=False)
    for row, line in enumerate(shown(result).rows):
        for column, cell in enumerate(line[1:]):
            definition = result.definitions[row if transpose else column]
            for piece in plain(cell).split(" … "):
                assert piece in definition.text or piece == "—"


def test_elements_stand_in_the_order_in_which_they_are_named() -> None:
    table = shown(aidefs.table("eu", "coe", elements=["outputs", "autonomy", "core"]))
    assert heads(table) == ["Outputs", "Autonomy", "Genus (machine-based)", "Adaptiveness", "Inference"]
    assert heads(shown(aidefs.table("eu", elements="environment,input"))) == ["Environment", "Input"]


@pytest.mark.parametrize("cells", [*CELLS, "text,modal,items", "redline,similarity"])
def test_rows_and_columns_change_places(cells: str) -> None:
    upright = shown(aidefs.table(*NAMES, cells=cells))
    across = shown(aidefs.table(*NAMES, cells=cells, transpose=True))
    assert [list(row[1:]) for row in across.rows] == [
        list(column) for column in zip(*(row[1:] for row in upright.rows), strict=True)
    ]
    assert list(across.header[1:]) == heads(upright)
    assert heads(across) == list(upright.header[1:])
    assert [across.lang(0, 1), upright.lang(0, 1), across.lang(0, 0)] == ["en", "en", ""]
    assert upright.emphasis == tuple(n - 1 for n in across.emphasis_columns) != ()
    assert [note.runs for note in across.notes] == [note.runs for note in upright.notes]


def test_the_order_of_the_texts_moves_columns_and_changes_no_cell() -> None:
    columns = set()
    for names in permutations(NAMES[1:]):
        table = shown(aidefs.table("coe", *names, cells="redline,status"))
        columns.add(frozenset(zip(table.header, *(table.rows), strict=True)))
    assert len(columns) == 1


def test_ticks() -> None:
    table = shown(aidefs.table("eu", "nist", cells="ticks", elements="core"))
    assert [[plain(cell) for cell in row[1:]] for row in table.rows] == [
        ["✓", "✓"], ["✓", "✓"], ["✓", "—"], ["✓", "—"], ["✓", "✓"],
    ]  # fmt: skip
    assert table.wide == ()


def test_modals_and_items() -> None:
    table = shown(aidefs.table("coe", "eu", cells="modal,items", elements="adaptiveness,environment,outputs"))
    assert [[plain(cell) for cell in row[1:]] for row in table.rows] == [
        ["—", "may"],
        ["may\nphysical, virtual", "can\nphysical, virtual"],
        ["—\npredictions, content, recommendations, decisions"] * 2,
    ]


def test_status_and_similarity_are_those_of_the_comparison() -> None:
    comparison = aidefs.compare("coe", "eu", elements="core")
    table = shown(aidefs.table("coe", "eu", cells="status", elements="core"))
    for row, line in zip(comparison.rows, table.rows, strict=True):
        said = row.pairs[0].status + (", moved" if row.pairs[0].moved else "")
        assert [plain(cell) for cell in line[1:]] == ["baseline", said]
    numbers = shown(aidefs.table("coe", "eu", cells="similarity", elements="core"))
    assert [plain(row[2]) for row in numbers.rows] == [
        f"{row.pairs[0].similarity:.2f}" for row in comparison.rows
    ]


def test_what_is_brought_out_stands_among_others_and_is_named() -> None:
    for highlight, rows in {"core": (1, 2), "supporting": (0,), "none": ()}.items():
        result = aidefs.table("eu", elements="input,autonomy,outputs", highlight=highlight)
        assert shown(result).emphasis == rows
        said = [plain(note.runs) for note in shown(result).notes[1:]]
        assert said == [f"Highlighted: {highlight} elements."] * bool(rows)
    assert shown(aidefs.table("eu", elements="core")).emphasis == ()


def test_another_baseline_comes_first() -> None:
    table = shown(aidefs.table("coe", "eu", cells="redline", baseline="eu", elements="environment"))
    assert table.header[1:] == ("EU AI Act", "CoE Convention")
    assert [run.mark for run in table.rows[0][2] if run.text.strip() in ("can", "may")] == [
        "delete",
        "insert",
    ]


def test_one_text_alone() -> None:
    table = shown(aidefs.table("eu"))
    assert len(table.header) == 2
    assert [plain(note.runs) for note in table.notes][-1] == "Not in the text: technique, capability, scope."
    assert "baseline" not in plain(shown(aidefs.table("eu", cells="ticks")).notes[0].runs)


def test_records_and_json_hold_what_any_cell_could_show() -> None:
    result = aidefs.table("coe", "eu", cells="ticks", elements="outputs,technique")
    assert [(r["element"], r["id"], r["status"]) for r in result.records()] == [
        ("outputs", "coe-2024", None),
        ("outputs", "eu-ai-act-2024", "punctuation only"),
    ]
    data = result.to_dict()
    assert data["schema"] == "aidefs/table/1" and data["absent"] == ["technique"]
    assert data["rows"][0]["cells"][1]["items"] == ["predictions", "content", "recommendations", "decisions"]


# --- notes ------------------------------------------------------------------------------------


def test_every_text_has_a_note_with_its_source_and_key() -> None:
    table = shown(aidefs.table("coe", "eu"))
    first, second, highlighted, absent = table.notes
    assert plain(first.runs) == (
        "Council of Europe Framework Convention on Artificial Intelligence and Human Rights, Democracy and "
        "the Rule of Law, Article 2, CETS No. 225, adopted 17 May 2024, signed (as of 21 September 2026), "
        "https://rm.coe.int/1680afae3c."
    )
    assert (first.columns, second.columns, table.numbers) == ((1,), (2,), (1, 2, 0, 0))
    assert f"@legislation{{{second.cite}," in aidefs.cite("coe", "eu", style="biblatex")
    assert plain(highlighted.runs) == "Highlighted: core elements."
    assert plain(absent.runs) == "In none of the texts: technique, capability, scope."
    assert table.marks(column=2) == (2,) and table.marks(row=0) == ()
    assert shown(aidefs.table("coe", "eu", notes=False)).notes == ()


@pytest.mark.parametrize(
    ("language", "words"), [("en", "read in a public copy"), ("fr", "lu dans une copie publique")]
)
def test_notes_cite_and_say_where_a_wording_was_read_if_they_are_asked(language: str, words: str) -> None:
    texts = ("it-legge-132-2025", "coe")
    said = {
        kind: [
            plain(note.runs) for note in shown(aidefs.table(*texts, notes=kind, language=language)).notes[:2]
        ]
        for kind in ("citation", "verification")
    }
    assert words in said["verification"][0] and words not in said["citation"][0]
    for cited, verified in zip(said["citation"], said["verification"], strict=True):
        assert len(cited) < len(verified)
    with pytest.raises(InputError, match="unknown kind of notes 'citations'; nearest: citation"):
        aidefs.table("coe", notes="citations")


def test_an_automatic_annotation_is_said_to_be_one() -> None:
    table = shown(aidefs.table("eu", "software that generates content for any purpose"))
    assert "Elements assigned automatically: text." in [plain(note.runs) for note in table.notes]
    assert plain(table.notes[1].runs) == "text given by the user, read as English."


# --- words and dates --------------------------------------------------------------------------


def fields(pattern: str) -> set[str | None]:
    return {field for _, field, _, _ in string.Formatter().parse(pattern) if field}


def test_the_phrase_book_is_complete() -> None:
    for key, words in PHRASES.items():
        assert set(words) == set(LANGUAGES), key
        assert len({frozenset(fields(text)) for text in words.values()}) == 1, key
    assert {*STATES, *STATUSES, *CELLS} <= set(PHRASES)
    for element in Taxonomy.shipped().values():
        assert set(element.labels) == set(LANGUAGES) - {"en"}
    assert set(Taxonomy.shipped().terms) >= set(LANGUAGES) - {"en"}


@pytest.mark.parametrize("key", PHRASES)
def test_french_words_have_french_spaces(key: str) -> None:
    assert not re.search(r" [:;!?»]|« |[\"']", PHRASES[key]["fr"])


def test_a_table_in_french() -> None:
    result = aidefs.table("coe", "eu", elements="core,technique", language="fr")
    table = shown(result)
    assert document(result).lang == "fr"
    assert table.header[0] == "Élément"
    assert heads(table) == [
        "Genre (système automatisé)",
        "Autonomie",
        "Capacité d’adaptation",
        "Déduction",
        "Sorties",
    ]
    assert table.caption == "Définitions de «\u00a0système d’IA\u00a0»\u00a0: libellé par élément"
    assert "adopté le 13 juin 2024, en vigueur depuis le 1er août 2024" in plain(table.notes[1].runs)
    assert plain(table.notes[-1].runs) == "Dans aucun des textes\u00a0: technique."


def test_labels_of_ones_own_taxonomy_stand_in_for_french_ones() -> None:
    own = Taxonomy(element._replace(labels={}) for element in Taxonomy.shipped().values())
    table = shown(aidefs.table("eu", elements="core", language="fr", taxonomy=own))
    assert heads(table)[0] == "Genus (machine-based)"


@pytest.mark.parametrize(
    ("text", "british", "american", "french"),
    [
        ("2024-06-13", "13 June 2024", "June 13, 2024", "13 juin 2024"),
        ("2024-08-01", "1 August 2024", "August 1, 2024", "1er août 2024"),
        ("2023-12", "December 2023", "December 2023", "décembre 2023"),
        ("2019", "2019", "2019", "2019"),
        ("spring 2019", "spring 2019", "spring 2019", "spring 2019"),
    ],
)
def test_dates(text: str, british: str, american: str, french: str) -> None:
    assert (date(text, "british"), date(text, "american"), date(text)) == (british, american, text)
    assert date(text, "british", "fr") == date(text, "american", "fr") == french


@pytest.mark.parametrize(("style", "language"), [*product(DATE_STYLES, LANGUAGES)])
def test_every_definition_has_a_source_in_every_style(style: str, language: str) -> None:
    for definition in ENGLISH:
        table = shown(aidefs.table(definition, dates=style, language=language, elements="all"))  # type: ignore[arg-type]
        said = plain(table.notes[0].runs)
        assert said.endswith(".") and "  " not in said and ", ," not in said
        if style != "iso":
            assert not re.search(r"adop\w+ (le )?\d{4}-", said)


# --- what cannot be -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"cells": "tick"}, "unknown kind of cell 'tick'; nearest: ticks"),
        ({"cells": ""}, "a cell shows nothing; choose from: text, redline"),
        ({"cells": "text,redline"}, "a cell shows the text or its redline, not both"),
        ({"dates": "amercan"}, "unknown date style 'amercan'; nearest: american"),
        ({"language": "de"}, "unknown language of a table 'de'; known: en, fr"),
        ({"highlight": "cor"}, "unknown highlight 'cor'; nearest: core"),
        ({"elements": ""}, "no element is selected"),
        ({"elements": "technique"}, "no definition has any of the elements"),
        ({"baseline": "nist"}, "baseline 'nist-ai-rmf-2023' is not among"),
    ],
)
def test_wrong_choices(options: dict[str, str], message: str) -> None:
    with pytest.raises(InputError, match=re.escape(message)):
        aidefs.table("coe", "eu", **options)  # type: ignore[arg-type]


def test_nothing_and_unknown_names() -> None:
    with pytest.raises(InputError, match="a table takes one or more definitions; none given"):
        aidefs.table()
    with pytest.raises(UnknownName, match="autonomy"):
        aidefs.table("eu", elements="autonmy")


def test_phrases_have_their_parts() -> None:
    assert phrase("about status", "fr", name="X") == "Texte de référence\u00a0: X."


# --- identical wordings -----------------------------------------------------------------------

SHARED = ("coe", "oecd", "eu", "oecd@2023", "uk-ai-playbook-2025")
ONE_HEAD = "OECD 2023 · also OECD 2024, UK AI Playbook 2025"


@pytest.mark.parametrize("transpose", [False, True])
def test_identical_wordings_share_a_column_and_keep_every_source(transpose: bool) -> None:
    result = aidefs.table(*SHARED, elements="core", transpose=transpose)
    table = shown(result)
    names = heads(table) if transpose else list(table.header[1:])
    assert names == ["CoE Convention", ONE_HEAD, "EU AI Act"]
    place = {"row": 1} if transpose else {"column": 2}
    assert table.marks(**place) == (2, 3, 4)
    assert [note.cite for note in table.notes if note.cite] == [
        "coe-2024", "oecd-2023", "oecd-2024", "uk-ai-playbook-2025", "eu-ai-act-2024",
    ]  # fmt: skip
    assert [one.id for one in result.definitions] == [aidefs.get(name).id for name in SHARED]
    assert len(result.to_dict()["rows"][0]["cells"]) == len(SHARED)


def test_two_texts_of_one_wording_stay_two_columns() -> None:
    table = shown(aidefs.table("oecd@2023", "oecd"))
    assert table.header[1:] == ("OECD 2023", "OECD 2024")


def test_those_that_share_a_wording_are_named_in_the_language_of_the_table() -> None:
    table = shown(aidefs.table(*SHARED, language="fr"))
    assert table.header[2] == ONE_HEAD.replace("also", "aussi")


@pytest.mark.parametrize(
    ("cells", "language", "what"),
    [
        ("text", "en", "wording by element"),
        ("ticks", "en", "elements present"),
        ("ticks,modal", "en", "presence and modal verbs by element"),
        ("text,status,modal", "en", "wording, agreement and modal verbs by element"),
        ("text,status", "fr", "libellé et concordance par élément"),
    ],
)
def test_a_caption_says_what_cells_show_and_nothing_twice(cells: str, language: Any, what: str) -> None:
    table = shown(aidefs.table("coe", "eu", cells=cells, language=language))
    assert re.split(r"\s?: ?", table.caption)[1].strip() == what


def test_json_names_the_aliases_of_definitions() -> None:
    for result in (aidefs.table("coe", "eu"), aidefs.chain("oecd@2019", "coe", "eu")):
        known = {one["id"]: one.get("alias") for one in result.to_dict()["definitions"]}
        assert (known["coe-2024"], known["eu-ai-act-2024"]) == ("coe", "eu")
        assert known.get("oecd-2019") is None


@pytest.mark.parametrize("term", aidefs.Library.shipped().terms)
def test_the_texts_of_every_term_are_set_side_by_side(term: str) -> None:
    library = aidefs.Library.shipped().of(term)
    names = [one.id for one in library.where(lang="en")][:4]
    if len(names) == 1:
        names = [one.id for one in library.where()][:2]  # one text and its language version
    rows = [row for row in aidefs.table(*names).records() if row["present"]]
    assert {row["id"] for row in rows} == {*names} and len({row["element"] for row in rows}) >= 4
    for row in rows:
        for piece in row["text"].split(" … "):
            assert piece in library[row["id"]].text
    assert len(aidefs.compare(*names).rows) >= 4


def test_modal_verbs_of_other_languages_are_explained() -> None:
    said = "Modal verbs of other languages"
    assert said in aidefs.table("eu", "eu:de", cells="modal").to_markdown()
    assert said not in aidefs.table("eu", "oecd", cells="modal").to_markdown()
    assert said not in aidefs.table("eu", "eu:de", cells="text").to_markdown()
