"""The memo on a draft: it says what the comparison and the survey say, of the right version, and no more."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.strategies import DEFINITIONS, REVIEWED

import aidefs
from aidefs import Review
from aidefs.comparison.findings import AUTOMATIC
from aidefs.drafting.review import AGAINST
from aidefs.errors import InputError, NoDefinition, UnknownName
from aidefs.formats.document import Bullets, Document, Heading, Paragraph, Table, plain
from aidefs.library.library import Library
from aidefs.library.records import Definition
from aidefs.output.views import document

DRAFT = (
    "“AI system” means a machine-based system that is designed to operate with varying levels of autonomy, "
    "that shall exhibit adaptiveness after deployment and that infers, from the input it receives, how to "
    "generate outputs including predictions, content, recommendations or classifications that may influence "
    "physical or virtual environments, by means of machine learning."
)
FRENCH = (
    "On entend par « système d’IA » un système automatisé qui est conçu pour fonctionner à différents "
    "niveaux d’autonomie et qui, pour des objectifs explicites, déduit, à partir des entrées qu’il reçoit, "
    "la manière de générer des sorties telles que des prédictions ou des décisions."
)
CHINESE = "人工智能系统,是指为特定目标,通过机器学习方法生成内容、预测、建议或者决定的软件。"


def ids(one: aidefs.Against, *wanted: Any) -> list[str]:
    return [row.element.id for row in one.standing(*wanted)]


def sections(result: Review) -> dict[str, list[Any]]:
    """The blocks of the memo by the headings above them."""
    found: dict[str, list[Any]] = {}
    under = ""
    for block in document(result).blocks:
        if isinstance(block, Heading):
            under = block.text
        found.setdefault(under, []).append(block)
    return found


def told(result: Review, name: str) -> dict[str, list[str]]:
    """The sentences of the memo on one text, by their small headings."""
    found: dict[str, list[str]] = {}
    head = ""
    for block in sections(result)[f"Compared with {name}"]:
        if isinstance(block, Paragraph):
            head = plain(block.runs)
        elif isinstance(block, Bullets):
            found[head] = [plain(item) for item in block.items]
    return found


# --- what is said -----------------------------------------------------------------------------


def test_what_a_draft_has_and_lacks_of_the_act() -> None:
    result = aidefs.review(DRAFT, "eu")
    [one] = result.against
    assert ids(one, "lacking") == ["objectives"]
    assert ids(one, "added") == ["technique"]
    assert ids(one, "reworded") == ["adaptiveness", "outputs", "environment"]
    assert ids(one, "identical", "punctuation only") == ["machine-based", "autonomy", "inference", "input"]
    said = told(result, "EU AI Act")
    assert said["Lacks"] == ["Objectives: and that, for explicit or implicit objectives,"]
    assert said["Adds"] == ["Technique: by means of machine learning."]
    assert said["Modal verbs"] == [
        "Adaptiveness: the EU AI Act says may exhibit, the draft shall exhibit.",
        "Environment: the EU AI Act says can influence, the draft may influence.",
    ]
    assert said["Lists"] == [
        "Outputs: decisions is listed only in the EU AI Act; classifications is listed only in the draft."
    ]
    assert said["Same words"][0] == "Genus, autonomy, inference and input."
    [gist, _] = next(block.items for block in sections(result)["In short"] if isinstance(block, Bullets))
    assert plain(gist) == (
        "EU AI Act: the draft lacks objectives; adds technique; rewords adaptiveness, "
        "outputs and environment; has the same words on genus, autonomy, inference and input."
    )


def test_a_text_that_is_reviewed_against_itself_lacks_and_adds_nothing() -> None:
    [one] = aidefs.review("eu", "eu").against
    assert {row.pairs[0].status for row in one.rows} == {"identical", "absent"}
    assert [*told(aidefs.review("eu", "eu"), "EU AI Act")] == ["Same words"]


@settings(max_examples=10)
@given(st.sampled_from(REVIEWED), st.sampled_from(REVIEWED))
def test_the_memo_says_what_the_comparison_and_the_survey_say(draft: Definition, text: Definition) -> None:
    result = aidefs.review(draft, text, limit=1)
    [one] = result.against
    assert one.comparison == aidefs.compare(one.text, draft)
    found = aidefs.nearest(draft, limit=1)
    assert result.nearest.overall == found.overall
    # The words that count are those of a comparison; the wordings are the same.
    bare = {
        element: tuple(match._replace(words=None) for match in matches)
        for element, matches in result.nearest.elements.items()
    }
    same = bare == dict(found.elements)  # said in one word: the records are long
    assert same
    assert result.draft == draft


@settings(max_examples=10)
@given(st.sampled_from(REVIEWED))
def test_every_element_of_either_text_stands_in_the_memo_once(draft: Definition) -> None:
    result = aidefs.review(draft, "eu", limit=1)
    [one] = result.against
    said = told(result, one.name)
    shown = [
        line.removeprefix(AUTOMATIC).split(":")[0]
        for heading in ("Lacks", "Adds", "Reworded", "In both, in two languages", "Not recognised")
        for line in said.get(heading, [])
    ]
    wanted = one.standing("lacking", "added", "reworded", "other language")
    assert set(shown) >= {row.element.short_label for row in wanted}
    for row in one.standing("lacking"):
        assert any(line.endswith(row.cells[0].text) for line in said["Lacks"])  # whole, to be taken over
        assert all(segment.text in one.text.text for segment in row.cells[0].segments)
    for row in one.standing("added"):
        assert any(line.endswith(row.cells[1].text) for line in said["Adds"])


def test_what_is_not_sure_is_said_to_be_so() -> None:
    draft = "“AI system” means a program generating forecasts using neural networks."
    result = aidefs.review(draft, "eu")
    [one] = result.against
    doubtful = [row for row in one.standing("lacking") if one.uncertain(row)]
    assert doubtful, "the draft is meant to be hard to read"
    said = told(result, "EU AI Act")
    for row in one.standing("lacking", "added", "reworded"):
        [line] = [
            line
            for heading in ("Lacks", "Adds", "Reworded")
            for line in said.get(heading, [])
            if f"{row.element.short_label}: " in line
        ]
        assert line.startswith(AUTOMATIC) == one.uncertain(row)
    assert "the draft perhaps lacks" in plain(sections(result)["In short"][1].items[0])


# --- the version that is compared -------------------------------------------------------------


def test_the_authentic_version_in_the_language_of_the_draft_is_taken() -> None:
    for name in ("eu", "eu:de", "eu:fr"):
        [one] = aidefs.review(FRENCH, name).against
        assert one.text.id == "eu-ai-act-2024-fr"
        assert one.version == ("named" if name == "eu:fr" else "authentic")
        assert one.comparison.comparable == (True,)
    words = told(aidefs.review(FRENCH, "eu"), "EU AI Act (French)")
    lacks = "Environment: qui peuvent influencer les environnements physiques ou virtuels;"
    assert any(one.endswith(lacks) for one in words["Lacks"])  # "Read automatically:" may stand before it


def test_where_none_is_stored_elements_are_compared_and_the_memo_says_why() -> None:
    [convention] = aidefs.review(FRENCH, "coe").against
    assert (convention.version, convention.comparison.comparable) == ("not stored", (False,))
    assert ids(convention, "lacking") == ["adaptiveness", "environment"]
    assert ids(convention, "reworded", "identical") == []
    assert "is not in the collection: the\ntwo are compared by element" in aidefs.review(
        FRENCH, "coe"
    ).to_text(width=80)
    [korean] = aidefs.review(DRAFT, "kr-ai-basic-act-2025-ai-ko").against
    assert korean.version == "not authentic"
    assert korean.translation and korean.translation.id == "kr-ai-basic-act-2025-ai"
    assert korean.text == korean.named
    [proposal] = aidefs.review(FRENCH, "eu@2021").against
    assert proposal.version == "unknown"


def test_a_text_of_ones_own_has_no_versions() -> None:
    own = Definition("eu-ai-act-2024", "A tool that acts is an AI system.", lang="en")
    [one] = aidefs.review(FRENCH, own).against
    assert (one.text, one.version) == (own, "unknown")


def test_of_a_draft_that_cannot_be_read_no_element_is_told() -> None:
    result = aidefs.review(CHINESE, ["eu", "cn-genai-interim-measures-2023"])
    act, chinese = result.against
    assert not act.read and not chinese.read
    assert chinese.comparison.comparable == (True,)
    shown = sections(result)
    assert "The elements at a glance" not in shown and "What the draft has" not in shown
    assert any(heading.startswith("Redline: China") for heading in shown)
    assert {"lacking", "added"}.isdisjoint(row["standing"] for row in result.records())
    assert "lacks" not in plain(shown["In short"][1].items[0])


# --- what goes in -----------------------------------------------------------------------------


def test_what_the_draft_is_compared_with() -> None:
    assert [one.named.id for one in aidefs.review(DRAFT).against] == [aidefs.get(name).id for name in AGAINST]
    assert aidefs.review(DRAFT, "oecd") == aidefs.review(DRAFT, ["oecd"])
    twice = aidefs.review(FRENCH, ("eu", "EU AI Act", "eu:fr"))
    assert [one.text.id for one in twice.against] == ["eu-ai-act-2024-fr"]


def test_a_library_that_stands_alone_may_have_nothing_to_compare_with(tmp_path: Path) -> None:
    mine = 'id = "mine"\nlang = "en"\ntext = "AI means a machine that infers."\n'
    (tmp_path / "mine.toml").write_text(mine, encoding="utf-8")
    alone = Library.load(tmp_path, only=True)
    with pytest.raises(InputError, match="nothing to hold the draft against"):
        aidefs.review(DRAFT, library=alone)
    [one] = aidefs.review(DRAFT, "mine", library=alone).against
    assert one.text.id == "mine"
    assert len(aidefs.review("mine", library=tmp_path).against) == len(AGAINST)


def test_wrong_input_is_one_line() -> None:
    with pytest.raises(UnknownName, match="nosuch"):
        aidefs.review(DRAFT, "nosuch")
    with pytest.raises(InputError, match="the limit is a number from 1 on"):
        aidefs.review(DRAFT, limit=0)
    with pytest.raises(NoDefinition):
        aidefs.review("Good morning to you all.", lang="en")


def test_the_memo_calls_the_draft_so_and_tables_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "act.txt"
    file.write_text(DRAFT, encoding="utf-8")
    result = aidefs.review(file, "eu")
    assert result.draft.name == result.against[0].comparison.names[1] == "act.txt"
    assert all("act.txt" not in finding.text for finding in result.against[0].comparison.findings)


# --- what comes out ---------------------------------------------------------------------------


def test_records_have_one_row_an_element_and_text() -> None:
    result = aidefs.review(DRAFT, ["eu", "oecd"])
    rows = result.records()
    names = [column.name for column in result.columns()]
    assert all(list(row) == names for row in rows)
    assert len({(row["element"], row["id"]) for row in rows}) == len(rows)
    outputs = next(row for row in rows if row["element"] == "outputs")
    assert (outputs["id"], outputs["standing"]) == ("eu-ai-act-2024", "reworded")
    assert outputs["official"].startswith("generate outputs such as")
    assert outputs["draft_items"] == ("predictions", "content", "recommendations", "classifications")
    assert (outputs["official_open_list"], outputs["draft_open_list"]) == (True, True)
    lacking = next(row for row in rows if row["standing"] == "lacking")
    assert lacking["draft"] is None and lacking["draft_open_list"] is None


@pytest.mark.parametrize("draft", [DRAFT, FRENCH, CHINESE])
def test_json(draft: str) -> None:
    result = aidefs.review(draft, ["eu", "coe"])
    data = result.to_dict()
    assert json.loads(result.to_json()) == json.loads(json.dumps(data)) == data
    assert data["schema"] == "aidefs/review/1"
    assert list(data) == ["schema", "data_version", "data_hash", "draft", "against", "nearest"]
    for one, told in zip(result.against, data["against"], strict=True):
        assert sorted(name for group in told["elements"].values() for name in group) == sorted(
            row.element.id for row in one.rows
        )
        assert told["comparison"] == one.comparison.to_dict()
    assert data["nearest"] == result.nearest.to_dict()


@pytest.mark.parametrize("draft", [DRAFT, FRENCH, CHINESE])
def test_every_form(draft: str, tmp_path: Path) -> None:
    result = aidefs.review(draft, ["eu", "oecd"])
    for form in (result.to_text(), result.to_markdown(), result.to_latex(), result.to_html()):
        assert "Compared with" in form
    for ending in ("docx", "xlsx", "csv", "rst"):
        result.save(tmp_path / f"memo.{ending}")
        assert (tmp_path / f"memo.{ending}").stat().st_size


@settings(max_examples=10)
@given(st.sampled_from(DEFINITIONS))
def test_any_definition_can_be_the_draft(draft: Definition) -> None:
    memo: Document = document(aidefs.review(draft, ["eu", "coe"], limit=1))
    headings = [block.text for block in memo.blocks if isinstance(block, Heading)]
    assert headings[0] == "In short" and headings[-1] == "Sources"
    assert len(set(headings)) == len(headings)
    findings = memo.blocks.index(Heading("Nearest wordings anywhere"))
    assert all(k > findings for k, block in enumerate(memo.blocks) if isinstance(block, Table))
    assert not any(block.caption for block in memo.tables)  # the heading says it


# --- doubt ------------------------------------------------------------------------------------

CARS = {
    "de": "„Kraftfahrzeug“ bezeichnet ein durch Maschinenkraft bewegtes Landfahrzeug, das nicht an "
    "Bahngleise gebunden ist.",
    "es": "“Vehículo”: un aparato con motor que no está unido a carriles y que circula por una vía.",
}


@pytest.mark.parametrize("lang", CARS)
def test_what_is_uncertain_is_so_across_languages_too(lang: str) -> None:
    result = aidefs.review(CARS[lang], "oecd@2024", lang=lang)
    (one,) = result.against
    both = one.standing("other language")
    assert both
    assert all(map(one.uncertain, both))
    shown = result.to_markdown()
    assert ": the draft perhaps has" in shown
    assert ": the draft has" not in shown


def test_what_is_sure_across_languages_is_said_without_doubt() -> None:
    shown = aidefs.review("eu:fr", "oecd").to_markdown()
    assert ": the draft has" in shown
    assert "perhaps has" not in shown


def test_a_glance_says_what_is_said_in_short() -> None:
    # Only the mark at the end differs, which belongs to the sentence.
    result = aidefs.review("us-co-sb24-205-2024", "eu")
    (one,) = result.against
    (row,) = (row for row in one.rows if row.element.id == "environment")
    assert row.pairs[0].status == "punctuation only"
    glance = next(block for block in document(result).blocks if isinstance(block, Table))
    assert glance.keys[[*glance.keys].index("environment")] == "environment"
    assert plain(glance.rows[[*glance.keys].index("environment")][1]) == "same words"
    assert plain(glance.rows[[*glance.keys].index("inference")][1]) == "other punctuation"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (DRAFT, "eu"),
        (FRENCH, "eu:fr"),
        (
            "„KI-System“ bezeichnet ein maschinengestütztes System, das autonom betrieben werden kann und "
            "das nach seiner Betriebsaufnahme anpassungsfähig ist und aus den Eingaben ableitet, wie "
            "Vorhersagen erstellt werden.",
            "eu:de",
        ),
    ],
)
def test_a_memo_has_one_similarity_for_two_wordings(text: str, name: str) -> None:
    result = aidefs.review(text, name, limit=5)
    (one,) = result.against
    told = {row.element: row.pairs[0].similarity for row in one.rows}
    seen = 0
    for element, matches in result.nearest.elements.items():
        assert [m.similarity for m in matches] == sorted((m.similarity for m in matches), reverse=True)
        for match in matches:
            if one.text in match.wording.definitions:
                assert match.similarity == told[element]
                seen += 1
    assert seen


def test_a_memo_says_once_that_a_draft_defines_another_thing() -> None:
    draft = "„Kraftfahrzeug“ ist ein Landfahrzeug, das durch Maschinenkraft bewegt wird."
    text = aidefs.review(draft).to_text()
    assert text.count("the draft defines *Kraftfahrzeug*") == 1
    assert "defines" not in aidefs.review(DRAFT).to_text().partition("Compared with")[0]
