"""The elements: what is shipped, selections, and files of one's own."""

from __future__ import annotations

import ast
import copy
import pickle
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from aidefs.errors import DataError, InputError, UnknownName
from aidefs.library.library import Library
from aidefs.library.taxonomy import GROUPS, Authority, Element, Roles, Taxonomy, roles_of

DOCS = Path(__file__).parents[2] / "docs" / "elements.md"

CORE = ("machine-based", "autonomy", "adaptiveness", "inference", "outputs")
SUPPORTING = ("objectives", "input", "environment")
OTHERS = ("technique", "capability", "scope")
ALL = (*CORE, *SUPPORTING, *OTHERS, "frame")


# --- what is shipped ----------------------------------------------------------------------------


def test_the_shipped_elements_in_their_order() -> None:
    taxonomy = Taxonomy.shipped()
    assert tuple(taxonomy) == ALL
    assert len(taxonomy) == 12
    assert taxonomy.term == "AI system"
    assert taxonomy.source == "data/terms/ai-system.toml" and taxonomy.id == "ai-system"
    assert Taxonomy.shipped() is taxonomy


def test_the_shipped_groups() -> None:
    taxonomy = Taxonomy.shipped()
    assert taxonomy.core == CORE
    assert [taxonomy.group(name) for name in GROUPS] == [CORE, SUPPORTING, OTHERS, ("frame",)]


def test_every_shipped_element_asks_a_question() -> None:
    for element in Taxonomy.shipped().values():
        assert element.asks.endswith("?")
        # The element is not named after one of its values: software is a genus too.
        labels = {"genus": "genus (machine-based)", "frame": "opening words"}
        assert element.label.lower() == labels.get(element.role, element.id)


def test_the_seven_elements_of_the_guidelines_have_their_paragraphs() -> None:
    """Paragraphs of the Commission guidelines C(2025) 5053 final, split as in its para. (9)."""
    pins = {
        name: [authority.pin for authority in element.authorities if "C(2025) 5053" in authority.document]
        for name, element in Taxonomy.shipped().items()
    }
    assert {name: pin[0] for name, pin in pins.items() if pin} == {
        "machine-based": "paras. (11)-(13)",
        "autonomy": "paras. (14)-(21)",
        "adaptiveness": "paras. (22)-(23)",
        "inference": "paras. (26)-(51)",
        "outputs": "paras. (52)-(59)",
        "objectives": "paras. (24)-(25)",
        "input": "para. (9)",
        "environment": "para. (60)",
        "technique": "paras. (30)-(39)",
    }


def test_a_document_that_was_not_seen_has_no_page() -> None:
    unseen = [
        authority
        for element in Taxonomy.shipped().values()
        for authority in element.authorities
        if "memorandum" in authority.document
    ]
    assert unseen
    assert all(
        authority.pin == "" and "seen only as others quote it" in authority.note for authority in unseen
    )


def test_elements_can_be_copied_and_pickled() -> None:
    taxonomy = Taxonomy.shipped()
    for other in (copy.deepcopy(taxonomy), pickle.loads(pickle.dumps(taxonomy))):
        assert tuple(other.items()) == tuple(taxonomy.items())
        assert (other.term, other.source) == (taxonomy.term, taxonomy.source)


# --- selections ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("all", ALL),
        ("core", CORE),
        ("inference,autonomy", ("autonomy", "inference")),
        (" inference , autonomy, inference ", ("autonomy", "inference")),
        (["inference", "autonomy"], ("autonomy", "inference")),
        (["frame", "core"], (*CORE, "frame")),
        (("scope,all",), ALL),
    ],
)
def test_selections(wanted: str | Sequence[str], found: tuple[str, ...]) -> None:
    assert Taxonomy.shipped().select(wanted) == found


def test_all_elements_are_selected_by_default() -> None:
    assert Taxonomy.shipped().select() == ALL


@pytest.mark.parametrize("wanted", ["", " , ", []])
def test_nothing_cannot_be_selected(wanted: str | Sequence[str]) -> None:
    with pytest.raises(InputError, match="no element is selected; name elements, or all, or core"):
        Taxonomy.shipped().select(wanted)


def test_unknown_names() -> None:
    taxonomy = Taxonomy.shipped()
    with pytest.raises(UnknownName) as caught:
        taxonomy.select("core,autonmy")
    assert str(caught.value) == "unknown element 'autonmy'; nearest: autonomy"
    assert "autonmy" not in taxonomy
    assert taxonomy.get("autonmy") is None
    with pytest.raises(
        InputError, match="unknown group of elements 'other'; expected one of: core, supporting, "
    ):
        taxonomy.group("other")


def test_roles_are_declared_in_the_file() -> None:
    assert Taxonomy.shipped().roles == Roles("frame", "machine-based", "scope")


# --- files of one's own -------------------------------------------------------------------------

OWN = """\
term = "deployer"

[[element]]
id = "person"
label = "Who"
asks = "Who is it?"
group = "core"

[[element.authorities]]
document = "Handbook"
pin = "p. 3"

[element.cues]
en = ["natural person", "legal person"]
fr = ["personne"]

[[element]]
id = "frame"
group = "frame"
"""


def test_a_file_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "deployer.toml"
    file.write_text(OWN, encoding="utf-8")
    taxonomy = Taxonomy.load(file)
    assert taxonomy.term == "deployer"
    assert taxonomy.source == str(file)
    assert dict(taxonomy) == {
        "person": Element(
            "person",
            "Who",
            "Who is it?",
            "core",
            (Authority("Handbook", "p. 3"),),
            {"en": ("natural person", "legal person"), "fr": ("personne",)},
        ),
        "frame": Element("frame", "frame", group="frame"),
    }
    with pytest.raises(TypeError):
        taxonomy["person"].cues["de"] = ()  # type: ignore[index]


def test_roles_of_a_file_of_ones_own(tmp_path: Path) -> None:
    def roles(text: str) -> Roles:
        file = tmp_path / "own.toml"
        file.write_text(text, encoding="utf-8")
        return Taxonomy.load(file).roles

    assert roles(OWN) == Roles(frame="frame")
    called = OWN.replace('"person"', '"machine-based"') + '[[element]]\nid = "scope"\ngroup = "supporting"\n'
    assert roles(called) == Roles("frame", "machine-based", "scope")  # by id, as no role is given
    given = called.replace('id = "scope"', 'id = "scope"\nrole = "genus"')
    assert roles(given) == Roles("frame", "scope")
    assert roles(given.replace('"genus"', '"frame"')) == Roles("scope")
    assert roles_of({}) == Roles()


def test_all_faults_of_a_file_at_once(tmp_path: Path) -> None:
    file = tmp_path / "elements.toml"
    broken = OWN.replace('group = "core"', 'group = "cor"').replace('"Handbook"', "7")
    broken = broken.replace('label = "Who"', 'labl = "Who"').replace('"legal person"', '"legal)", "...", ""')
    file.write_text(broken, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        Taxonomy.load(file)
    assert [str(fault).removeprefix(f"{file}: ") for fault in caught.value.faults] == [
        "element[1].labl: unknown key; nearest: label, labels [unknown-key]",
        "element[1].group: unknown value 'cor'; nearest: core [unknown-value]",
        "element[1].cues.en[4]: is empty; a key without a value is left out [empty-value]",
        "element[1].authorities[1].document: "
        "expected a string, found an integer; put it in quotes [wrong-type]",
        "element[1].cues.en[2]: cannot be read: 'legal)' [cue-syntax]",
        "element[1].cues.en[3]: matches without any word: '...' [cue-syntax]",
    ]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read: no such file"):
        Taxonomy.load(tmp_path / "none.toml")


# --- the documentation --------------------------------------------------------------------------


def test_the_page_describes_every_element() -> None:
    page = DOCS.read_text(encoding="utf-8")
    for element in Taxonomy.shipped():
        assert f"| `{element}` |" in page
    for group in GROUPS:
        assert group in page


def test_the_example_of_the_page_says_what_is_true(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = DOCS.read_text(encoding="utf-8")
    (file,) = re.findall(r"```toml\n(.*?)```", page, flags=re.DOTALL)
    (program,) = re.findall(r"```python\n(.*?)```", page, flags=re.DOTALL)
    monkeypatch.chdir(tmp_path)
    Path("elements.toml").write_text(file, encoding="utf-8")
    names: dict[str, Any] = {}
    shown = 0
    for line in program.splitlines():
        expression, _, stated = line.partition("  # ")
        if stated:
            value = ast.literal_eval(re.sub(r"(?<=[)\"]):.*", "", stated))
            assert eval(expression, names) == value
            shown += 1
        else:
            exec(line, names)
    assert shown == 3


# --- the elements of other terms ----------------------------------------------------------------


@pytest.mark.parametrize("term", Library.shipped().terms)
def test_every_term_has_a_frame_a_genus_a_rest_and_questions(term: str) -> None:
    taxonomy = Taxonomy.shipped(term)
    assert taxonomy.id == term and taxonomy.term
    assert 3 <= len([one for one in taxonomy.values() if one.group != "frame"]) <= 11
    assert all(taxonomy.roles) and taxonomy.roles.frame == taxonomy.group("frame")[0]
    assert taxonomy.core
    for element in taxonomy.values():
        assert element.asks.endswith("?")
        assert element.cues.get("en") or element.role in ("frame", "rest") or term == "ai-system"


def test_a_term_that_nobody_knows() -> None:
    with pytest.raises(InputError, match="unknown term 'deep-fakes'; nearest: deep-fake"):
        Taxonomy.shipped("deep-fakes")


@pytest.mark.parametrize(
    ("label", "name"), [("Genus", "machine-based"), ("opening words", "frame"), ("opening-words", "frame")]
)
def test_an_element_that_is_asked_for_as_tables_call_it_is_named(label: str, name: str) -> None:
    with pytest.raises(UnknownName, match=f"unknown element '{label}'; nearest: {name}, which tables call "):
        Taxonomy.shipped().select(label)
