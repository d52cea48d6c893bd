"""The drafting graph: no edge leads back in time, and the words decide what no source says."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import replace
from importlib import import_module
from itertools import pairwise, permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.programs import needs_program
from support.strategies import DEFINITIONS, WORDS

import aidefs
from aidefs.alignment.redline import redline, redline_scans
from aidefs.library.records import Definition, Predecessor
from aidefs.output.render import render
from aidefs.survey.lineage import FLOOR, Edge, Lineage, certainly_before, drafting_graph


@pytest.fixture(scope="module")
def whole() -> Lineage:
    return aidefs.lineage()


def check(graph: Lineage) -> None:
    """The laws of every graph: edges run forward in the order of the nodes and never back in time."""
    place = {node.id: number for number, node in enumerate(graph.nodes)}
    assert len(place) == len(graph.nodes)
    for edge in graph.edges:
        assert place[edge.earlier] < place[edge.later], "every earlier text stands before the later one"
        earlier, later = graph.by_id[edge.earlier].definition, graph.by_id[edge.later].definition
        assert not (earlier.adopted and certainly_before(later, earlier))
        if edge.ground == "computed":
            assert certainly_before(earlier, later)
            assert edge.closest
            assert edge.similarity is not None and edge.similarity >= graph.least
        if edge.redline:
            texts = {one.text for one in graph.by_id[edge.earlier].all}
            assert edge.redline.a in texts
            assert edge.redline.b in {one.text for one in graph.by_id[edge.later].all}
            assert (
                edge.similarity == redline(edge.redline.a, edge.redline.b, lang=edge.redline.lang).similarity
            )
    assert len({(edge.earlier, edge.later) for edge in graph.edges}) == len(graph.edges)


def edge(graph: Lineage, earlier: str, later: str) -> Edge:
    (found,) = (one for one in graph.edges if (one.earlier, one.later) == (earlier, later))
    return found


# --- laws ---------------------------------------------------------------------------------------


def test_laws_of_the_collection(whole: Lineage) -> None:
    check(whole)
    named = [one.id for node in whole.nodes for one in node.all]
    assert sorted(named) == sorted(one.id for one in DEFINITIONS), "every definition is in one node"


_dates = st.sampled_from(["", "2019", "2019-05", "2019-05-22", "2020", "2020-01-01", "2021-11", "2023-11-08"])
_ids = [f"t{number}" for number in range(6)]
_text = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)


@st.composite
def collections(draw: st.DrawFn) -> list[Definition]:
    """Records with any dates; a predecessor has a smaller number, so that there is no circle."""
    found = []
    for number, name in enumerate(_ids[: draw(st.integers(1, 6))]):
        before = draw(st.lists(st.sampled_from(_ids[:number]), max_size=2, unique=True)) if number else []
        links = tuple(Predecessor(one, draw(st.sampled_from(["documented", "wording"]))) for one in before)
        lang = draw(st.sampled_from(["en", "en", "fr"]))
        found.append(
            Definition(id=name, text=draw(_text), adopted=draw(_dates), lang=lang, predecessors=links)
        )
    return found


@given(collections(), st.floats(0, 1))
def test_laws_of_any_collection(definitions: list[Definition], least: float) -> None:
    check(drafting_graph(definitions, least))


@given(collections())
@settings(max_examples=30)
def test_the_order_of_the_definitions_does_not_matter(definitions: list[Definition]) -> None:
    first = drafting_graph(definitions, 0.3)
    for order in list(permutations(definitions))[:: max(1, len(definitions) ** 2)]:
        assert drafting_graph(order, 0.3) == first


@given(collections())
@settings(max_examples=60)
def test_nothing_earlier_is_closer_than_the_closest(definitions: list[Definition]) -> None:
    """The bound that spares redlines cuts nothing off."""
    alone = [replace(one, predecessors=()) for one in definitions]
    graph = drafting_graph(alone, 0.0)
    for node in graph.nodes:
        likeness = [
            redline(other.definition.text, node.definition.text).similarity
            for other in graph.nodes
            if certainly_before(other.definition, node.definition)
            and other.definition.lang == node.definition.lang
        ]
        found = [one.similarity for one in graph.into(node.id) if one.closest]
        assert found == ([max(likeness)] if likeness else [])


@pytest.mark.parametrize(
    ("a", "b", "before"),
    [
        ("2024", "2025", True),
        ("2024", "2024-05", False),
        ("2024-05", "2024", False),
        ("2024-05-03", "2024-05-17", True),
        ("2024-05", "2024-05-17", False),
        ("2023-12", "2024", True),
        ("2024", "", True),
        ("", "2024", False),
        ("", "", False),
    ],
)
def test_dates_that_leave_no_doubt(a: str, b: str, before: bool) -> None:
    one, other = (Definition(id=f"t{date}", text="x", adopted=date) for date in (a, b))
    assert certainly_before(one, other) is before
    assert not (certainly_before(one, other) and certainly_before(other, one))


@given(collections(), st.floats(0, 1), st.data())
def test_what_is_worked_out_for_a_text_is_its_part_of_the_whole(
    definitions: list[Definition], least: float, data: st.DataObject
) -> None:
    whole = drafting_graph(definitions, least)
    home = {one.id: node.id for node in whole.nodes for one in node.all}
    focus = data.draw(st.lists(st.sampled_from(sorted(home)), min_size=1, max_size=2))
    assert drafting_graph(definitions, least, focus) == whole.around(home[one] for one in focus)
    kept = {*focus, *data.draw(st.lists(st.sampled_from(sorted(home))))}
    part = whole.only(home[one] for one in kept)
    assert drafting_graph(definitions, least, (), kept) == part
    assert drafting_graph(definitions, least, focus, kept) == part.around(home[one] for one in focus)


def tangled() -> list[Definition]:
    """A text came of one without a date, and that of a later one: words would close the circle."""
    return [
        Definition("a", "one two three four", adopted="2020", predecessors=(Predecessor("c", "documented"),)),
        Definition("b", "one two three five", adopted="2021"),
        Definition("c", "one two three six", predecessors=(Predecessor("b", "documented"),)),
    ]


def test_no_circle_is_closed_where_dates_are_half_known() -> None:
    graph = drafting_graph(tangled(), 0.0)
    assert [node.id for node in graph.nodes] == ["b", "c", "a"]
    assert [(one.earlier, one.later, one.ground) for one in graph.edges] == [
        ("b", "c", "documented"),
        ("c", "a", "documented"),
    ]
    for name in "abc":
        assert drafting_graph(tangled(), 0.0, [name]) == graph.around([name])


@pytest.mark.parametrize(
    "least", [0.5, *(pytest.param(least, marks=pytest.mark.exhaustive) for least in (0.0, 1.0))]
)
def test_the_lineage_of_every_text_is_its_part_of_the_whole(least: float) -> None:
    graph = aidefs.lineage(least=least)
    for node in graph.nodes:
        assert aidefs.lineage(node.id, least=least) == graph.around([node.id])


def test_few_redlines_are_made_for_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    lines = import_module("aidefs.survey.lineage")

    def counted(*texts: Any, **names: Any) -> Any:
        made.append(names)
        return redline_scans(*texts, **names)

    monkeypatch.setattr(lines, "redline_scans", counted)
    graph = aidefs.lineage("eu")
    assert len(graph.edges) <= len(made) < len(DEFINITIONS) / 2


# --- the collection -----------------------------------------------------------------------------


def test_the_act_and_its_origins() -> None:
    graph = aidefs.lineage("eu")
    assert graph.focus == ("eu-ai-act-2024",)
    assert [(one.earlier, one.ground) for one in graph.into("eu-ai-act-2024")] == [
        ("eu-parliament-first-reading-2024", "documented"),
        ("oecd-2023", "documented"),
        ("eu-commission-2021", "documented"),
        ("eu-provisional-agreement-2024", "noted"),
    ]
    assert edge(graph, "eu-parliament-first-reading-2024", "eu-ai-act-2024").changes == (
        ("", "that is"),
        (",", "and"),
        ("", ","),
    )
    origins = {node.id for node in graph.nodes}
    assert {"oecd-2019", "eu-commission-2021", "eu-council-2022", "eu-parliament-2023"} <= origins
    assert "coe-2024" not in origins, "a sibling is no origin"
    assert "it-legge-132-2025" in origins, "offspring belongs to it"


def test_the_parliament_is_closer_to_the_oecd_of_2023_than_the_oecd_of_2019(whole: Lineage) -> None:
    computed = edge(whole, "eu-parliament-2023", "oecd-2023")
    assert (computed.ground, computed.closest) == ("computed", True)
    documented = edge(whole, "oecd-2019", "oecd-2023")
    assert (documented.ground, documented.closest) == ("documented", False)
    assert computed.similarity > documented.similarity  # type: ignore[operator]


def test_colorado_is_closest_to_connecticut(whole: Lineage) -> None:
    assert whole.into("us-co-sb24-205-2024")[0].earlier == "us-ct-sb2-2024"


def test_identical_wordings_are_one_node(whole: Lineage) -> None:
    oecd = whole.by_id["oecd-2023"]
    assert "oecd-2024" in {one.id for one in oecd.same}
    assert "oecd-2024" not in whole.by_id


def test_language_versions_are_one_node(whole: Lineage) -> None:
    versions = {one.lang for one in whole.by_id["eu-ai-act-2024"].versions}
    assert versions == {"cs", "da", "de", "es", "fr", "hu", "it", "nl", "pl"}
    italian = edge(whole, "eu-ai-act-2024", "it-legge-132-2025").redline
    assert italian and italian.a == aidefs.get("eu:it").text, "compared with the Italian text of the Act"


def test_texts_in_different_languages_are_not_compared(whole: Lineage) -> None:
    found = edge(whole, "eu-ai-act-2024", "tw-bill-37-legislators-2025-zh")
    assert (found.ground, found.similarity, found.changes) == ("documented", None, ())


def test_a_text_of_ones_own_is_later_than_all() -> None:
    text = aidefs.get("eu-parliament-first-reading-2024").text.replace("infers", "deduces")
    graph = aidefs.lineage(text)
    (closest,) = graph.into("text")
    assert (closest.earlier, closest.ground) == ("eu-parliament-first-reading-2024", "computed")
    assert closest.changes == (("infers", "deduces"),)
    assert not any(one.earlier == "text" for one in graph.edges)


def test_conditions_choose_what_is_shown() -> None:
    graph = aidefs.lineage(jurisdiction="EU", lang="en")
    assert {node.definition.jurisdiction for node in graph.nodes} == {"EU"}
    assert edge(graph, "eu-parliament-2023", "eu-provisional-agreement-2024").similarity


def test_a_wording_that_comes_back_makes_no_circle() -> None:
    """The third text has the words of the first, and was made from the second."""
    first = Definition(id="a", text="a system that infers outputs", adopted="2019")
    second = Definition(
        id="b", text="software that acts", adopted="2020", predecessors=(Predecessor("a", "documented"),)
    )
    third = replace(first, id="c", adopted="2021", predecessors=(Predecessor("b", "documented"),))
    graph = drafting_graph([third, second, first], 0.5)
    check(graph)
    assert [(one.earlier, one.later, one.ground) for one in graph.edges] == [
        ("a", "b", "documented"),
        ("b", "c", "documented"),
        ("a", "c", "computed"),
    ]


def test_a_predecessor_without_a_date_stays_one() -> None:
    draft = Definition(id="draft", text="a system that infers outputs")
    final = Definition(
        id="final",
        text="a system that infers",
        adopted="2024",
        predecessors=(Predecessor("draft", "wording"),),
    )
    graph = drafting_graph([final, draft], 0.1)
    assert [(one.earlier, one.later, one.ground) for one in graph.edges] == [("draft", "final", "noted")]


def test_a_link_to_a_later_text_is_no_edge() -> None:
    later = Definition(id="later", text="x y", adopted="2024")
    earlier = Definition(
        id="earlier", text="z", adopted="2023", predecessors=(Predecessor("later", "documented"),)
    )
    assert drafting_graph([later, earlier], 1).edges == ()


def test_predecessors_in_a_circle_are_refused() -> None:
    one = Definition(id="a", text="x", predecessors=(Predecessor("b", "documented"),))
    other = Definition(id="b", text="y", predecessors=(Predecessor("a", "documented"),))
    with pytest.raises(aidefs.InputError, match="in a circle: a, b"):
        drafting_graph([one, other], 0.5)


@pytest.mark.parametrize("least", [-0.1, 1.5])
def test_a_similarity_that_cannot_be_is_refused(least: float) -> None:
    with pytest.raises(aidefs.InputError, match="lies between 0 and 1"):
        aidefs.lineage(least=least)


# --- the forms ----------------------------------------------------------------------------------

NASTY = [
    Definition(id='a"b', label='A "quoted" <b> | #1; -->', text="an AI system that infers", adopted="2020"),
    Definition(
        id="c\\d", label="back\\slash\nline `tick`", text="an AI system that infers it", adopted="2021"
    ),
]


def test_the_tree_keeps_its_shape() -> None:
    shown = aidefs.lineage("eu").to_text().splitlines()
    tree = [line.replace("\u00a0", " ") for line in shown[2 : shown.index("", 2)]]
    assert tree[0] == "OECD 2019 (2019-05-22)"
    assert tree[1] == "├── EU Commission (2021) (2021-04-21; documented, 0.38)"
    assert tree[2].startswith("│   └── EU Council")
    assert tree[4].startswith("├── EU Parliament (Jun 2023)")
    assert tree[6] == "│   └╌╌ EU agreement (Jan 2024) (2024-01-26; closest wording, 0.73)"
    assert tree[7] == "│       │   also OECD 2023 (similar wording, 0.71)"


def test_a_line_is_a_link_and_a_likeness_is_called_so(whole: Lineage) -> None:
    shown = whole.to_text(width=400).replace("\u00a0", " ").splitlines()
    tree = shown[2 : shown.index("", 2)]
    called = {True: "closest wording", False: "similar wording"}
    grounds = [
        "documented" if one.ground == "documented" else called[one.closest] for one in whole.drawn.edges
    ]
    for ground in ("documented", *called.values()):
        lines = sum(f"; {ground}" in line or f" ({ground}" in line for line in tree)
        assert lines == grounds.count(ground) > 0


def test_a_documented_link_goes_before_a_likeness(whole: Lineage) -> None:
    for node in whole.nodes:
        documented = [one.ground == "documented" for one in whole.into(node.id)]
        assert documented == sorted(documented, reverse=True)
    colder = [one for one in whole.edges if one.ground == "documented" and not one.closest]
    assert any(len(whole.into(one.later)) > 1 and whole.into(one.later)[0] == one for one in colder)


def test_texts_that_are_hardly_alike_are_named_and_not_drawn(whole: Lineage) -> None:
    refers = edge(whole, "eu-ai-act-2024", "it-legge-132-2025")
    assert refers.ground == "documented"
    assert refers.similarity is not None and refers.similarity < FLOOR
    assert refers not in whole.drawn.edges
    assert set(whole.edges) - set(whole.drawn.edges) == {one for one in whole.edges if not one.drawn}
    shown = " ".join(whole.to_text().split())
    assert "hardly alike in words (below 0.1) and so not drawn: " in shown
    assert "Italy Law 132/2025 and EU AI Act (documented, 0.06)" in shown


def test_changes_are_shown_where_they_are_asked_for() -> None:
    brief, whole = aidefs.lineage("eu"), aidefs.lineage("eu", changes=True)
    assert brief.to_dict() == whole.to_dict()
    assert "{+that is+}" not in brief.to_text()
    assert "{+that is+}" in whole.to_text()


def test_a_version_of_a_version_belongs_to_the_text_of_both() -> None:
    def text(name: str, lang: str, **more: str) -> Definition:
        return Definition(id=name, lang=lang, text=f"system {name}", adopted="2020", **more)

    chain = [
        text("a", "en"),
        text("b", "fr", version_of="a"),
        text("c", "de", translation_of="b"),
        text("d", "es", version_of="e"),
        text("e", "it", version_of="d"),
    ]
    graph = drafting_graph(chain, 0.5)
    assert {node.id: {one.id for one in node.all} for node in graph.nodes} == {
        "a": {"a", "b", "c"},
        "d": {"d"},
        "e": {"e"},
    }


def test_the_lines_of_the_tree_are_signs_that_latex_has() -> None:
    shown = render(aidefs.lineage("eu"), "latex")
    assert r"\aidefscode" not in shown
    assert r"\textbar{}\textendash{}\textendash{}~}EU Commission" in shown
    assert r"\textbar{}\textperiodcentered{}\textperiodcentered{}~}" in shown


@given(collections())
@settings(max_examples=40)
def test_every_text_is_in_the_output(definitions: list[Definition]) -> None:
    graph = drafting_graph(definitions, 0.3)
    shown = graph.to_text(width=400)
    assert all(re.search(rf"\b{node.id}\b", shown) for node in graph.nodes)


def test_mermaid_has_every_node_and_link(whole: Lineage) -> None:
    lines = whole.to_mermaid().splitlines()
    assert lines[1] == "flowchart LR"
    assert sum(bool(re.match(r'  n\d+\["', line)) for line in lines) == len(whole.nodes)
    solid = sum("-->" in line for line in lines)
    assert solid == sum(one.ground == "documented" for one in whole.drawn.edges) > 0
    assert sum("-.->" in line for line in lines) == len(whole.drawn.edges) - solid


def test_mermaid_takes_no_character_for_its_own() -> None:
    lines = render(drafting_graph(NASTY, 0.1), "mermaid").splitlines()
    labels = [match[1] for line in lines if (match := re.fullmatch(r'  n\d+\["(.*)"\]', line))]
    assert len(labels) == 2
    for label in labels:
        assert not re.search(r'["<>|`\\\[\]{}]', label.replace("<br/>", ""))
    assert "#34;quoted#34;" in labels[0]


@pytest.mark.parametrize("definitions", [NASTY, DEFINITIONS], ids=["nasty", "collection"])
@pytest.mark.programs
def test_graphviz_reads_the_graph(definitions: list[Definition]) -> None:
    program = needs_program("dot")
    graph = drafting_graph(definitions, 0.1)
    done = subprocess.run(
        [program, "-Tjson0"],
        input=graph.to_dot(),
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stderr == ""
    read = json.loads(done.stdout)
    assert [one["id"] for one in read["objects"]] == [node.id.replace("\\", "\\\\") for node in graph.nodes]
    styles = [one["style"] for one in read["edges"]]
    assert styles.count("solid") == sum(one.ground == "documented" for one in graph.drawn.edges)
    assert len(styles) == len(graph.drawn.edges)


@pytest.mark.parametrize("form", ["mermaid", "dot"])
def test_only_a_lineage_has_the_form_of_a_graph(form: str) -> None:
    with pytest.raises(aidefs.InputError, match=f"a redline has no form '{form}'"):
        render(aidefs.diff("coe", "eu"), form)


@pytest.mark.parametrize("form", ["text", "markdown", "html", "latex", "csv", "json"])
def test_every_form_takes_any_name(form: str) -> None:
    assert render(drafting_graph(NASTY, 0.1), form)


def test_rows_have_the_same_keys(whole: Lineage) -> None:
    rows = whole.records()
    assert len(rows) == len(whole.edges)
    assert {tuple(row) for row in rows} == {tuple(one.name for one in whole.columns())}


def test_a_frame_has_a_type_a_column(whole: Lineage) -> None:
    pytest.importorskip("pandas", reason="there are no frames without pandas")
    frame = whole.to_frame()
    assert list(frame.columns) == [column.name for column in whole.columns()]
    assert (frame["similarity"].dtype, frame["closest"].dtype) == ("float64", "boolean")
    assert frame["similarity"].isna().sum() == sum(one.similarity is None for one in whole.edges) > 0


SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "required": ["schema", "data_version", "data_hash", "focus", "least", "nodes", "edges"],
    "properties": {
        "schema": {"const": "aidefs/lineage/1"},
        "data_version": {"type": "string"},
        "data_hash": {"type": "string"},
        "focus": {"type": "array", "items": {"type": "string"}},
        "least": {"type": "number", "minimum": 0, "maximum": 1},
        "nodes": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["id", "label", "adopted", "jurisdiction", "lang", "same_wording", "versions"],
                "properties": {
                    **{key: {"type": "string"} for key in ("id", "label", "adopted", "jurisdiction", "lang")},
                    "same_wording": {"type": "array", "items": {"type": "string"}},
                    "versions": {"type": "object", "additionalProperties": {"type": "string"}},
                },
            },
        },
        "edges": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": [
                    "from", "to", "ground", "note", "closest", "similarity", "words", "changes",
                ],
                "properties": {
                    "from": {"type": "string"},
                    "to": {"type": "string"},
                    "ground": {"enum": ["documented", "noted", "computed"]},
                    "note": {"type": "string"},
                    "closest": {"type": "boolean"},
                    "similarity": {"type": ["number", "null"], "minimum": 0, "maximum": 1},
                    "words": {"type": ["object", "null"]},
                    "changes": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["deleted", "inserted"],
                            "properties": {"deleted": {"type": "string"}, "inserted": {"type": "string"}},
                        },
                    },
                },
            },
        },
    },
}  # fmt: skip


def test_the_json_has_the_documented_shape(whole: Lineage) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="a schema cannot be tried without jsonschema")
    jsonschema.validate(json.loads(whole.to_json()), SCHEMA)


# --- the picture ----------------------------------------------------------------------------------

LONG = "A label that is much longer than those of the collection, by far, and has $ign$ and <marks> & more"


def figure_of(graph: Lineage) -> Any:
    canvas = pytest.importorskip(
        "aidefs.output.pictures.canvas", reason="pictures need matplotlib", exc_type=ImportError
    )
    import_module("aidefs.output.pictures.lineage")  # so that it is registered
    from aidefs.output.pictures import figure as draw

    with canvas.style():
        figure = draw(graph)
        figure.draw_without_rendering()
    return figure


def odd() -> Lineage:
    labels = (LONG, "人工知能の定義", r"$x^2$ \textbf{x} _a_", "tab\tand\u202ebidi")
    return drafting_graph(
        [
            Definition(f"odd-{n}", f"a machine-based system of kind {n}", label=label, adopted=f"202{n}")
            for n, label in enumerate(labels)
        ],
        0.1,
    )


DRAWN = {"eu": lambda: aidefs.lineage("eu"), "whole": lambda: aidefs.lineage(), "odd": odd}


@pytest.mark.parametrize("name", DRAWN)
def test_no_label_of_the_picture_is_cut_off_or_covered(name: str) -> None:
    figure = figure_of(DRAWN[name]())
    page = figure.bbox
    found = [text for ax in figure.axes for text in ax.texts if text.get_text()]
    boxes = [(text.get_window_extent().padded(-0.6), text.get_text()) for text in found]
    assert len(boxes) > 8
    for n, (box, words) in enumerate(boxes):
        assert box.x0 >= page.x0 and box.y0 >= page.y0 and box.x1 <= page.x1 and box.y1 <= page.y1, words
        for other, more in boxes[:n]:
            apart = box.x1 <= other.x0 or other.x1 <= box.x0 or box.y1 <= other.y0 or other.y1 <= box.y0
            assert apart, (words, more)


@pytest.mark.parametrize("form", ["svg", "pdf", "png"])
def test_the_picture_has_the_same_bytes_every_time(form: str) -> None:
    pytest.importorskip("matplotlib")
    from aidefs.output.pictures import picture

    graph = aidefs.lineage("coe")
    assert picture(graph, form) == picture(graph, form)


def test_documented_links_are_solid_and_others_dashed(whole: Lineage) -> None:
    figure = figure_of(whole)
    styles = [patch.get_linestyle() for patch in figure.axes[0].patches if hasattr(patch, "get_arrowstyle")]
    assert len(styles) == len(whole.drawn.edges)
    assert styles.count("solid") == sum(one.ground == "documented" for one in whole.drawn.edges)


@pytest.mark.parametrize(("name", "down"), [("eu", True), ("coe", True), ("", False)])
def test_a_picture_takes_the_way_on_which_it_is_narrower(name: str, down: bool) -> None:
    """A page has little width: the history of one text runs down it, that of many short lines across."""
    figure = figure_of(aidefs.lineage(name) if name else aidefs.lineage())
    arrows = [patch for patch in figure.axes[0].patches if hasattr(patch, "get_arrowstyle")]
    ends = [patch._path_original.vertices[[0, -1]] for patch in arrows]
    assert ends and all((b[1] > a[1]) if down else (b[0] > a[0]) for a, b in ends)
    assert figure.get_size_inches()[0] < (6 if down else 25)


def test_a_graph_without_links_has_no_picture() -> None:
    pytest.importorskip("matplotlib")
    from aidefs.output.pictures import picture

    with pytest.raises(aidefs.InputError, match="no link to draw"):
        picture(drafting_graph([Definition("a", "x y")], 0.5), "svg")


# --- the layout -----------------------------------------------------------------------------------


@given(st.integers(1, 9), st.data())
def test_laws_of_the_layout(count: int, data: st.DataObject) -> None:
    """Edges run to later layers, and nothing lies on anything else."""
    from aidefs.output.pictures.layers import layered

    nodes = [f"n{number}" for number in range(count)]
    pairs = [(a, b) for n, b in enumerate(nodes) for a in nodes[:n]]
    edges = data.draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    heights = {node: data.draw(st.floats(0.1, 2)) for node in nodes}
    layout = layered(nodes, edges, heights, 0.2)
    layer = {point: n for n, points in enumerate(layout.layers) for point in points}
    assert all(layer[start] < layer[end] for start, end in edges)
    assert sorted(point for point in layer if isinstance(point, str)) == nodes
    for points in layout.layers:
        for above, below in pairwise(points):
            halves = sum(heights.get(point, 0.2) / 2 for point in (above, below))
            assert layout.middle[below] - layout.middle[above] >= halves + 0.2 - 1e-6
    for node in nodes:
        assert layout.middle[node] - heights[node] / 2 >= -1e-6
        assert layout.middle[node] + heights[node] / 2 <= layout.height + 1e-6


@pytest.mark.parametrize(
    "term, before, after, documented",
    [
        (
            "foundation-model",
            "eu-parliament-2023-foundation-model",
            "us-ca-sb53-2025-foundation-model",
            False,
        ),
        ("foundation-model", "us-ca-sb53-2025-01-foundation-model", "us-ca-sb53-2025-foundation-model", True),
        (
            "general-purpose-ai-model",
            "eu-parliament-2024-03-general-purpose-ai-model",
            "us-ny-a768-2025-general-purpose-ai-model",
            False,
        ),
        (
            "general-purpose-ai-model",
            "eu-parliament-2024-03-general-purpose-ai-model",
            "eu-ai-act-gpai-model-2024",
            True,
        ),
        ("generative-ai", "us-eo-14110-2023-generative-ai", "us-de-hb333-2024-generative-ai", False),
        ("generative-ai", "us-eo-14110-2023-generative-ai", "us-fl-hb919-2024-generative-ai", False),
        ("generative-ai", "us-eo-14110-2023-generative-ai", "us-s4178-2024-generative-ai", False),
        ("generative-ai", "us-eo-14110-2023-generative-ai", "us-s5379-2024-generative-ai-model", False),
        ("developer", "us-co-sb24-205-2024-developer", "us-ma-hd4053-2025-developer", False),
        ("deployer", "us-co-sb24-205-2024-deployer", "us-ma-hd4053-2025-deployer", False),
    ],
)
def test_what_came_of_a_text_of_another_term(term: str, before: str, after: str, documented: bool) -> None:
    graph = aidefs.lineage(term=term)
    grounds = {one.id: one.ground for one in aidefs.get(after).predecessors}
    assert grounds[before] == ("documented" if documented else "wording")
    if after not in graph.by_id:  # the same words stand in one node with those that they came of
        assert before in aidefs.get(after).same_text_as and aidefs.get(after).label in graph.to_text()
        return
    (edge,) = (one for one in graph.edges if (one.earlier, one.later) == (before, after))
    assert (edge.ground == "documented") is documented
