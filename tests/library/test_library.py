"""The library: names, look-ups that read little, selections, overlays and the state of the data."""

from __future__ import annotations

import copy
import pickle
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from shutil import copytree, ignore_patterns
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import aidefs
from aidefs.errors import AidefsError, DataError, InputError, UnknownName
from aidefs.library.checks import check
from aidefs.library.files import Disk, open_dataset
from aidefs.library.library import Alias, Library
from aidefs.library.names import Name, split_name
from aidefs.library.records import Authenticity, Copy, Definition, Predecessor, Verified
from aidefs.library.taxonomy import Taxonomy

SOURCE = Path(__file__).parents[2] / "src" / "aidefs"
DATA = Path(__file__).parents[2] / "data"

BILL = 'lang = "en"\njurisdiction = "NN"\nkind = "bill"\nstatus = "superseded"\n'
ACT = 'kind = "statute"\nstatus = "in force"\n'
RECORDS = {
    "north-2020": 'adopted = "2020"\n' + BILL,
    "north-2021-03": 'adopted = "2021-03-02"\n' + BILL,
    "north-2021-11": 'lang = "en"\nadopted = "2021-11-30"\njurisdiction = "NN"\n' + ACT,
    "north-2021-11-fr": 'adopted = "2021-11-30"\nlang = "fr"\nversion_of = "north-2021-11"',
    "north-2021-11-fr-own": 'adopted = "2022"\nlang = "fr"\ntranslation_of = "north-2021-11"',
    "north-2021-11-ja": 'adopted = "2022"\nlang = "ja"\ntranslation_of = "north-2021-11"',
    "east-2022": 'lang = "en"\nadopted = "2022"\njurisdiction = "NN-E"\nterm = "AI"\n' + ACT,
}
ALIASES = """\
east = "east-2022"

[north]
current = "north-2021-11"
versions = ["north-2020", "north-2021-03", "north-2021-11"]

[drafts]
versions = ["north-2020", "north-2021-03"]
"""


def make(folder: Path, records: dict[str, str], aliases: str = "") -> Path:
    """Writes a user's folder; each text names its record."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, keys in records.items():
        record = f'id = "{name}"\ntext = "{name}  means\\na system."\n{keys}\n'
        (folder / f"{name}.toml").write_text(record, encoding="utf-8")
    if aliases:
        (folder / "aliases.toml").write_text(aliases, encoding="utf-8")
    return folder


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.load(make(tmp_path / "mine", RECORDS, ALIASES))


# --- names --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("north-2020", "north-2020"),
        ("north", "north-2021-11"),
        ("east", "east-2022"),
        ("north@2020", "north-2020"),
        ("north@2021-03", "north-2021-03"),
        ("north@2021-03-02", "north-2021-03"),
        ("drafts@2021", "north-2021-03"),
        ("north:en", "north-2021-11"),
        ("north:fr", "north-2021-11-fr"),
        ("north:ja", "north-2021-11-ja"),
        ("north@2021-11:fr", "north-2021-11-fr"),
        ("north-2021-11-fr:en", "north-2021-11"),
        ("north-2021-11-fr:ja", "north-2021-11-ja"),
        ("north-2020:en", "north-2020"),
    ],
)
def test_a_name_finds_its_definition(library: Library, name: str, found: str) -> None:
    assert library[name].id == found
    assert name in library
    assert library.get(name) is library[found]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nort", "unknown definition 'nort'; nearest: north, north-2020, north-2021-03"),
        ("zzz", "unknown definition 'zzz'; 'aidefs list' shows all names"),
        ("", "an empty name stands for no definition; 'aidefs list' shows all names"),
        ("north@2019", "no version of 'north' is of '2019'; there are: 2020, 2021-03-02, 2021-11-30"),
        ("north@202", "no version of 'north' is of '202'; there are: 2020, 2021-03-02, 2021-11-30"),
        ("north@2020-05", "no version of 'north' is of '2020-05'; there are: 2020, 2021-03-02, 2021-11-30"),
        ("north@", "no version of 'north' is of ''; there are: 2020, 2021-03-02, 2021-11-30"),
        ("north-2020@2020", "'north-2020' is one text; only an alias has versions of different dates"),
        ("north:de", "no text of 'north-2021-11' in language 'de'; there are: en, fr, ja"),
        ("north:", "no text of 'north-2021-11' in language ''; there are: en, fr, ja"),
    ],
)
def test_a_name_that_stands_for_nothing(library: Library, name: str, message: str) -> None:
    with pytest.raises(UnknownName) as caught:
        library[name]
    assert str(caught.value) == message
    assert name not in library
    assert library.get(name) is None


def test_a_date_that_several_versions_have(library: Library) -> None:
    with pytest.raises(InputError) as caught:
        library["north@2021"]
    assert str(caught.value) == (
        "'north@2021' stands for 2 texts: north@2021-03 (north-2021-03), north@2021-11 (north-2021-11)"
    )
    assert "north@2021" not in library


def test_an_alias_without_a_current_text(library: Library) -> None:
    with pytest.raises(InputError) as caught:
        library["drafts"]
    assert str(caught.value) == (
        "'drafts' has no current text; choose: drafts@2020 (north-2020), drafts@2021 (north-2021-03)"
    )


def test_what_is_not_a_string_is_no_name(library: Library) -> None:
    things: list[object] = [3, None, [], ("north",)]
    assert [thing for thing in things if thing in library] == []
    with pytest.raises(UnknownName):
        library[3]  # type: ignore[index]


@given(st.text(alphabet="north@:-2021frdast ", max_size=20))
def test_asking_never_raises(name: str) -> None:
    """`in` answers for any string, and look-up either finds or gives one of the library's errors."""
    shipped = Library.shipped()
    try:
        found = bool(shipped[name].id)
    except AidefsError as error:
        found = False
        assert "\n" not in str(error)
    assert (name in shipped) is found


def test_a_name_is_taken_apart() -> None:
    assert split_name("eu") == Name("eu")
    assert split_name("eu@2021-04:fr") == Name("eu", "2021-04", "fr")
    assert split_name("eu:") == Name("eu", None, "")


def test_aliases(library: Library) -> None:
    assert list(library.aliases) == ["east", "north", "drafts"]
    assert library.aliases["east"] == Alias("east", "east-2022", ("east-2022",))
    assert library.aliases["drafts"].current == ""
    assert library.alias_of("north-2021-11") == "north"
    assert library.alias_of("north-2020") is None


def test_languages_of_a_text(library: Library) -> None:
    languages = library.languages("north")
    assert {lang: text.id for lang, text in languages.items()} == {
        "en": "north-2021-11",
        "fr": "north-2021-11-fr",  # the authentic version goes before a translation
        "ja": "north-2021-11-ja",
    }
    assert library.languages("north-2021-11-ja") == languages
    assert list(library.languages("east")) == ["en"]


# --- as a mapping -------------------------------------------------------------------------------


def test_only_ids_are_counted(library: Library) -> None:
    assert list(library) == sorted(RECORDS)
    assert len(library) == len(RECORDS)
    assert [text.id for text in library.values()] == sorted(RECORDS)
    assert repr(library).startswith(f"<Library of {len(RECORDS)} definitions: ")


def test_a_full_record_arrives_whole(tmp_path: Path) -> None:
    keys = """\
identifiers = { bill = "N 1" }
supersedes = ["north-2020"]
implements = ["north-2020"]
segments = [["frame", "full means"], ["machine-based", "a system."]]
predecessors = [{ id = "north-2020", ground = "wording", note = "a system" }]
authenticity = { languages = ["en", "fr"], note = "final clause" }

[verification]
state = "one copy"
seen = "2026"
places = [{ title = "Gazette", official = true }]
"""
    folder = make(tmp_path, {"full": keys, "north-2020": ""})
    full = Library.load(folder)["full"]
    assert full.text == "full  means\na system."
    assert full.identifiers == {"bill": "N 1"}
    assert (full.supersedes, full.implements) == (("north-2020",), ("north-2020",))
    assert full.segments == (("frame", "full means"), ("machine-based", "a system."))
    assert full.predecessors == (Predecessor("north-2020", "wording", "a system"),)
    assert full.authenticity == Authenticity(("en", "fr"), note="final clause")
    assert full.verification == Verified("one copy", "2026", (Copy("Gazette", official=True),))
    assert full.source == f"{folder.as_posix()}/full.toml"
    with pytest.raises(TypeError):
        full.identifiers["bill"] = "N 2"  # type: ignore[index]


# --- a user's folder ----------------------------------------------------------------------------


def test_all_faults_are_raised_at_once(tmp_path: Path) -> None:
    records = {"a": "lnag = 3", "b": 'kind = "statu"', "c": ""}
    folder = make(tmp_path, records, 'd = "e"\n')
    with pytest.raises(DataError) as caught:
        Library.load(folder)
    codes = [(Path(fault.file).name, fault.code) for fault in caught.value.faults]
    assert codes == [
        ("a.toml", "unknown-key"),
        ("b.toml", "unknown-value"),
        ("aliases.toml", "alias-unknown"),
    ]
    assert check(folder) == list(caught.value.faults)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (make(tmp_path, {"a": ""}) / "b.toml").mkdir()
    with pytest.raises(DataError, match=r"b\.toml: cannot be read: .* \[unreadable-file\]"):
        Library.load(tmp_path)


def test_definitions_may_lie_in_a_folder_of_their_own(tmp_path: Path) -> None:
    make(tmp_path / "definitions", {"a": ""})
    (tmp_path / "aliases.toml").write_text('first = "a"\n', encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    library = Library.load(tmp_path)
    assert list(library) == ["a"]
    assert library["first"].id == "a"


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    make(tmp_path, {"a": ""})
    for name in ("._a.toml", "README.md", "a.toml.bak"):
        (tmp_path / name).write_bytes(b"\xff")
    assert list(Library.load(tmp_path)) == ["a"]


def test_windows_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b'\xef\xbb\xbfid = "a"\r\ntext = """\r\none\r\ntwo"""\r\n')
    assert Library.load(tmp_path)["a"].text == "one\ntwo"


def test_elements_of_ones_own_are_used_for_segments(tmp_path: Path) -> None:
    make(tmp_path, {"a": 'segments = [["duty", "a means a system."]]'})
    assert [fault.code for fault in check(tmp_path)] == ["segment-element"]
    own = '[[element]]\nid = "duty"\ngroup = "core"\n'
    (tmp_path / "elements.toml").write_text(own, encoding="utf-8")
    assert check(tmp_path) == []


def test_a_record_may_refer_to_the_shipped_collection(tmp_path: Path) -> None:
    make(
        tmp_path,
        {"a": '[[predecessors]]\nid = "eu-ai-act-2024"\nground = "wording"'},
        'act = "eu-ai-act-2024"\n',
    )
    library = Library.load(tmp_path)
    with pytest.raises(UnknownName, match="there is no definition 'eu-ai-act-2024' in this library"):
        library["act"]
    both = Library.shipped().overlay(library)
    assert both["act"] == both["eu"]


def test_folders_that_cannot_be_used(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder: "):
        Library.load(tmp_path / "none")
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="not a folder: "):
        check(tmp_path / "file")
    with pytest.raises(DataError, match="there are no definitions in this folder"):
        Library.load(tmp_path)


def test_a_loaded_library_does_not_change_with_its_files(tmp_path: Path) -> None:
    folder = make(tmp_path, {"a": ""}, 'first = "a"\n')
    library = Library.load(folder)
    before = Library.load(folder).data_hash
    for file in list(folder.iterdir()):
        file.unlink()
    assert library["first"].text == "a  means\na system."
    assert library.data_hash == before


@pytest.mark.parametrize("again", [copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_a_library_can_be_copied_and_pickled(library: Library, again: Callable[[Library], Library]) -> None:
    for one in (library, Library.shipped(), Library.shipped().overlay(library)):
        assert one.aliases  # what was read already goes along
        other = again(one)
        assert dict(other) == dict(one) and other.aliases == one.aliases
        assert other.data_hash == one.data_hash
        with pytest.raises(TypeError):
            other.aliases["x"] = next(iter(one.aliases.values()))  # type: ignore[index]


# --- selections ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, sorted(RECORDS, key=lambda name: (RECORDS[name].split('adopted = "')[1], name))),
        ({"jurisdiction": "NN-E"}, ["east-2022"]),
        ({"jurisdiction": "nn", "kind": "statute"}, ["north-2021-11", "east-2022"]),
        ({"status": ["superseded", "in force"], "year": 2020}, ["north-2020"]),
        ({"year": ["2020", 2021], "lang": "en"}, ["north-2020", "north-2021-03", "north-2021-11"]),
        ({"lang": ["fr", "ja"], "year": "2022"}, ["north-2021-11-fr-own", "north-2021-11-ja"]),
        ({"text": "EAST-2022 means a"}, ["east-2022"]),
        ({"term": "ai"}, ["east-2022"]),
        ({"kind": []}, []),
    ],
)
def test_selections(library: Library, wanted: dict[str, Any], found: list[str]) -> None:
    assert [text.id for text in library.where(**wanted)] == found


def test_a_language_covers_its_scripts() -> None:
    assert {text.lang for text in Library.shipped().where(lang="zh")} == {"zh-Hans", "zh-Hant"}


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"status": "in forse"}, "unknown status 'in forse'; nearest: in force"),
        ({"kind": "xyz"}, "unknown kind 'xyz'; expected one of: treaty, regulation, "),
        ({"year": "20x1"}, "a year has four digits, unlike '20x1'"),
    ],
)
def test_conditions_that_nothing_could_meet(library: Library, wanted: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError) as caught:
        library.where(**wanted)
    assert str(caught.value).startswith(message)


def test_an_unknown_condition_is_an_error_of_the_program(library: Library) -> None:
    for call in (library.where, aidefs.definitions, partial(aidefs.search, "system")):
        with pytest.raises(TypeError, match="unknown condition 'statas'; nearest: status"):
            call(statas="red")  # type: ignore[operator]
        with pytest.raises(TypeError, match="unknown condition 'colour'"):
            call(colour=1)  # type: ignore[operator]


# --- overlays -----------------------------------------------------------------------------------


def test_an_overlay_holds_both(library: Library, tmp_path: Path) -> None:
    own = Library.load(make(tmp_path / "own", {"west-2023": ""}, '[west]\ncurrent = "west-2023"\n'))
    both = library.overlay(own)
    assert list(both) == sorted([*RECORDS, "west-2023"])
    assert both["west"].id == "west-2023"
    assert both["north"] is library["north"]
    assert "west" not in library
    assert both.data_hash == own.overlay(library).data_hash != library.data_hash


@pytest.mark.parametrize(
    ("records", "aliases", "names"),
    [
        ({"north-2020": ""}, "", "north-2020"),
        ({"x": ""}, 'north = "x"\n', "north"),
        ({"north": ""}, "", "north"),
        ({"x": ""}, 'east-2022 = "x"\n', "east-2022"),
    ],
)
def test_a_name_has_one_meaning(
    library: Library, tmp_path: Path, records: dict[str, str], aliases: str, names: str
) -> None:
    own = Library.load(make(tmp_path / "own", records, aliases))
    with pytest.raises(InputError, match=f"two meanings of {names}: "):
        library.overlay(own)


# --- the state of the data ----------------------------------------------------------------------


def test_the_hash_sees_every_change_but_that_of_line_ends(tmp_path: Path) -> None:
    folder = make(tmp_path, {"a": "", "b": ""}, 'first = "a"\n')
    before = Library.load(folder).data_hash
    assert len(before) == 12
    record = (folder / "a.toml").read_bytes()
    (folder / "a.toml").write_bytes(record.replace(b"\n", b"\r\n"))
    assert Library.load(folder).data_hash == before
    (folder / "a.toml").write_bytes(record.replace(b"system", b"System"))
    changed = Library.load(folder).data_hash
    (folder / "a.toml").write_bytes(record)
    (folder / "aliases.toml").write_text('second = "a"\n', encoding="utf-8")
    renamed = Library.load(folder).data_hash
    assert len({before, changed, renamed}) == 3


def test_the_hash_does_not_depend_on_the_place(tmp_path: Path) -> None:
    one = Library.load(make(tmp_path / "one", RECORDS, ALIASES))
    make(tmp_path / "two" / "definitions", RECORDS)
    (tmp_path / "two" / "aliases.toml").write_text(ALIASES, encoding="utf-8")
    assert one.data_hash == Library.load(tmp_path / "two").data_hash


def test_versions_of_the_data(tmp_path: Path) -> None:
    make(tmp_path, {"a": ""})
    assert Library.load(tmp_path).data_version == ""
    (tmp_path / "dataset.toml").write_text('version = "7"\n', encoding="utf-8")
    own = Library.load(tmp_path)
    shipped = Library.shipped()
    assert shipped.overlay(own).data_version == f"{shipped.data_version}+7"
    assert shipped.stamp == {"data_version": shipped.data_version, "data_hash": shipped.data_hash}
    assert own.stamp == {"data_version": "7", "data_hash": own.data_hash}


# --- terms --------------------------------------------------------------------------------------


def test_a_library_is_one_of_a_term() -> None:
    shipped = Library.shipped()
    every = shipped.of("all")
    assert shipped.of("ai-system") is shipped and shipped.of("deep-fake") is shipped.of("deep-fake")
    assert every.of("ai-system") is shipped
    own = {term: set(shipped.of(term)) for term in shipped.terms}
    assert set(every) == set().union(*own.values())
    for term, ids in own.items():
        assert ids and ids == {one.id for one in aidefs.definitions(term=term)}
        for name in ids:
            assert name in shipped and shipped[name] is every[name]
            assert term in (shipped[name].terms or ("ai-system",))


def test_without_a_term_the_definitions_of_ai_systems_are_meant() -> None:
    assert {one.id for one in aidefs.definitions()} == set(Library.shipped())
    assert not any(one.terms and one.terms[0] != "ai-system" for one in Library.shipped().values())


def test_a_definiendum_is_looked_for_among_all_terms() -> None:
    found = aidefs.definitions(term="Automated  decision tool")
    assert {one.term.casefold() for one in found} == {"automated decision tool"}
    assert aidefs.definitions(term=["deep-fake", "risk"], lang="nl") == tuple(
        sorted(
            (*aidefs.definitions(term="deep-fake", lang="nl"), *aidefs.definitions(term="risk", lang="nl")),
            key=lambda one: (one.adopted, one.id),
        )
    )


@pytest.mark.parametrize("call", [Library.shipped().of, lambda term: aidefs.definitions(term=term)])
def test_a_term_that_does_not_exist(call: Callable[[str], object]) -> None:
    with pytest.raises(InputError, match="unknown term 'deployerr'; nearest: deployer"):
        call("deployerr")


@pytest.mark.parametrize(
    "name, term",
    [
        ("deepfake", "deep-fake"),
        ("Deep Fakes", "deep-fake"),
        ("hypertrucage", "deep-fake"),
        ("general purpose AI model", "general-purpose-ai-model"),
        ("general-purpose artificial intelligence models", "general-purpose-ai-model"),
        ("GPAI models", "general-purpose-ai-model"),
        ("foundation model", "foundation-model"),
        ("foundation_models", "foundation-model"),
        ("high-impact capability", "high-impact-capabilities"),
        ("données d'entraînement", "training-data"),
        ("KI-System", "ai-system"),
        ("생성형 인공지능", "generative-ai"),
        ("critical harm", "catastrophic-risk"),
    ],
)
def test_a_term_is_found_by_its_names(name: str, term: str) -> None:
    shipped = Library.shipped()
    assert shipped.term_id(name) == term
    assert shipped.of(name) is shipped.of(term)
    assert shipped.elements(name) is shipped.elements(term)
    assert aidefs.definitions(term=name) == aidefs.definitions(term=term)


def test_what_every_text_calls_a_term_in_its_file_finds_it() -> None:
    shipped = Library.shipped()
    for term in shipped.terms:
        elements = shipped.elements(term)
        for name in (term, elements.term, *elements.terms.values()):
            assert shipped.term_id(name) == term, name


def test_a_name_of_several_terms_says_which() -> None:
    with pytest.raises(InputError, match="general-purpose-ai-model, general-purpose-ai-system"):
        aidefs.definitions(term="gpai")


def test_the_id_of_a_term_opens_no_file_of_elements() -> None:
    fresh = Library(Library.shipped().datasets)
    assert fresh.of("deep-fake") and fresh.of("deepfakes")
    assert "_terms_by_name" not in vars(fresh)


def test_a_look_up_in_another_term_reads_one_file() -> None:
    read: list[str] = []

    class Watched(Disk):
        def joinpath(self, child: str, /) -> Watched:
            return Watched(super().joinpath(child).path)

        def iterdir(self) -> Iterator[Disk]:
            return (Watched(node.path) for node in super().iterdir())

        def read_bytes(self) -> bytes:
            read.append(self.name)
            return super().read_bytes()

    library = Library([open_dataset(Watched(str(DATA)), "data", shipped=True)])
    assert library["eu-ai-act-2024-deployer"].terms == ("deployer",)
    assert read == ["eu-ai-act-2024-deployer.toml"]


def test_records_of_ones_own_say_their_term(tmp_path: Path) -> None:
    make(tmp_path, {"a": "", "b": 'terms = ["deep-fake"]', "c": 'terms = ["ai-system", "duty"]'})
    (tmp_path / "terms").mkdir()
    (tmp_path / "terms" / "duty.toml").write_text('[[element]]\nid = "who"\ngroup = "core"\n')
    assert check(tmp_path) == []
    library = Library.load(tmp_path)
    assert list(library) == ["a", "c"] and list(library.of("deep-fake")) == ["b"]
    assert list(library.of("duty")) == ["c"] and list(library.elements("duty")) == ["who"]
    both = Library.shipped().overlay(library)
    assert {"b", "eu-ai-act-2024-deep-fake"} <= set(both.of("deep-fake"))
    assert both.elements("deep-fake").source == "data/terms/deep-fake.toml"


def test_two_files_of_one_name_are_told(tmp_path: Path) -> None:
    make(tmp_path / "definitions", {"a": ""})
    make(tmp_path / "definitions" / "duty", {"a": "", "b": 'terms = ["duty"]'})
    dataset = open_dataset(Disk(str(tmp_path)), "mine")
    assert dataset.passed_over == (
        "'mine/definitions/duty/a.toml' has the name of 'mine/definitions/a.toml' and is passed over",
    )
    assert dataset.filed == {"b": "duty"}
    assert open_dataset(Disk(str(DATA)), "data", shipped=True).passed_over == ()


# --- the shipped collection ---------------------------------------------------------------------


def test_the_shipped_library_is_one_object() -> None:
    assert Library.shipped() is Library.shipped()


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("eu", "eu-ai-act-2024"),
        ("coe", "coe-2024"),
        ("oecd@2019", "oecd-2019"),
        ("eu@2021", "eu-commission-2021"),
        ("eu@2021-04", "eu-commission-2021"),
        ("eu:fr", "eu-ai-act-2024-fr"),
        ("eu:en", "eu-ai-act-2024"),
    ],
)
def test_names_that_everyone_uses(name: str, found: str) -> None:
    assert Library.shipped()[name].id == found


def test_versions_of_one_year_are_told_apart() -> None:
    with pytest.raises(InputError, match=r"eu@2024-01 \(eu-provisional-agreement-2024\), eu@2024-03 \("):
        Library.shipped()["eu@2024"]


def test_the_source_of_a_shipped_record_is_the_same_everywhere() -> None:
    assert Library.shipped()["eu"].source == "data/definitions/eu-ai-act-2024.toml"


def test_a_look_up_reads_only_two_files() -> None:
    read: list[str] = []

    class Watched(Disk):
        def joinpath(self, child: str, /) -> Watched:
            return Watched(super().joinpath(child).path)

        def iterdir(self) -> Iterator[Disk]:
            return (Watched(node.path) for node in super().iterdir())

        def read_bytes(self) -> bytes:
            read.append(self.name)
            return super().read_bytes()

    library = Library([open_dataset(Watched(str(DATA)), "data", shipped=True)])
    assert (len(library), read) == (len(Library.shipped()), [])
    assert library["eu-ai-act-2024"].id == "eu-ai-act-2024"
    assert read == ["eu-ai-act-2024.toml"]
    assert library["eu"] is library["eu-ai-act-2024"]
    assert read == ["eu-ai-act-2024.toml", "aliases.toml"]


def test_a_faulty_record_in_an_installation_is_reported(tmp_path: Path) -> None:
    make(tmp_path / "definitions", {"a": "colour = 1"})
    library = Library([open_dataset(Disk(str(tmp_path)), "data", shipped=True)])
    with pytest.raises(DataError, match=r"data/definitions/a\.toml: colour: unknown key \[unknown-key\]"):
        library["a"]


def run(program: str, path: Path) -> str:
    """Runs a program in a fresh interpreter that finds aidefs at `path` and nowhere else."""
    code = f"import sys; sys.path.insert(0, {str(path)!r}); {program}"
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=False)
    return done.stdout.strip() or done.stderr.strip().splitlines()[-1]


LOOK_UP = "from aidefs.library.library import Library as L; print(L.shipped()['eu'].source, len(L.shipped()))"


def test_the_data_is_found_in_a_zipped_package(tmp_path: Path) -> None:
    package = tmp_path / "aidefs.zip"
    with zipfile.ZipFile(package, "w") as archive:
        for file in sorted(SOURCE.rglob("*.py")):
            archive.write(file, f"aidefs/{file.relative_to(SOURCE).as_posix()}")
        for file in sorted(DATA.rglob("*.*")):
            archive.write(file, f"aidefs/data/{file.relative_to(DATA).as_posix()}")
    expected = f"data/definitions/eu-ai-act-2024.toml {len(Library.shipped())}"
    assert run(LOOK_UP, package) == expected


def test_an_installation_without_data_says_so(tmp_path: Path) -> None:
    package = tmp_path / "lib" / "python" / "aidefs"
    copytree(SOURCE, package, ignore=ignore_patterns("__pycache__"))
    lacking = "aidefs.errors.AidefsError: the installation of aidefs lacks its folder data/definitions"
    assert run(LOOK_UP, package.parent) == lacking


def test_a_start_imports_nothing_heavy() -> None:
    checking = "'aidefs.library.schema', 'aidefs.library.checks'"
    heavy = f"'nltk', 'importlib.resources', 'pathlib', 'hashlib', {checking}"
    program = (
        "before = set(sys.modules); from aidefs.library.library import Library; Library.shipped()['coe']; "
        f"print(sorted({{{heavy}}} & (set(sys.modules) - before)))"
    )
    assert run(program, SOURCE.parent) == "[]"


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"status": "expired"}, "status: unknown value 'expired'; expected one of: in force, "),
        ({"status": 5}, "status: expected a string, found an integer"),
        ({"kind": "Law"}, "kind: unknown value 'Law'; expected one of: treaty, "),
        ({"adopted": "yesterday"}, "adopted: 'yesterday' is not of the form YYYY"),
        ({"url": "javascript:x"}, "url: 'javascript:x' does not begin with https://"),
        ({"verification": Verified("seen")}, "verification.state: unknown value 'seen'"),
        ({"predecessors": (Predecessor("a", "guess"),)}, r"predecessors[1].ground: unknown value 'guess'"),
        ({"predecessors": ("a",)}, "a value has not the type of its field"),
    ],
    ids=str,
)
def test_definitions_of_programs_are_held_to_the_rules_of_files(given: dict[str, Any], fault: str) -> None:
    with pytest.raises(InputError, match=re.escape(f"definition 'x': {fault}")):
        Definition("x", "An AI system is x.", **given)


def test_every_definition_of_a_file_may_be_given_by_a_program() -> None:
    for d in Library.shipped().values():
        assert replace(d, source="").to_dict() == d.to_dict()


_ELEMENTS = """
[[element]]
id = "thing"
label = "Thing"
asks = "What?"
group = "core"
role = "rest"
[element.cues]
en = ["small file"]

[[element]]
id = "frame"
label = "Frame"
asks = "Which term?"
group = "frame"
role = "frame"
"""


def test_elements_of_a_folder_of_ones_own_are_used_without_being_named(tmp_path: Path) -> None:
    (tmp_path / "elements.toml").write_text(_ELEMENTS, encoding="utf-8")
    (tmp_path / "cookie-law.toml").write_text(
        'id = "cookie-law"\nlang = "en"\ntext = "‘cookie’ means a small file."\n'
        'segments = [["frame", "‘cookie’ means"], ["thing", "a small file."]]\n',
        encoding="utf-8",
    )
    own = Library.load(tmp_path)
    assert own.taxonomy is not None and list(own.taxonomy) == ["thing", "frame"]
    assert own.in_use.taxonomy is not None and Library.shipped().taxonomy is None
    text = "‘cookie’ means a small file that a server places."
    assert {one.element for one in aidefs.segment(text, lang="en", library=tmp_path).segments} == {
        "frame",
        "thing",
    }
    assert [one.id for one in aidefs.coverage("cookie-law", library=own).elements] == ["thing"]
    assert [one.element.id for one in aidefs.compare("cookie-law", text, library=own).rows] == [
        "thing",
        "frame",
    ]
    assert aidefs.timeline("thing", library=own).threads
    # Elements that are named go before those of the folder.
    named = aidefs.coverage("cookie-law", library=own, taxonomy=Taxonomy.shipped())
    assert "autonomy" in {one.id for one in named.elements}
