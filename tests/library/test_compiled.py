"""The compiled data of a wheel give what the TOML files say, or nothing."""

from __future__ import annotations

import json
import marshal
import pickle
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidefs.errors import DataError
from aidefs.library import compiled as compiling
from aidefs.library import files as store
from aidefs.library import taxonomy
from aidefs.library.checks import check
from aidefs.library.compiled import COMPILED, DERIVED, Compiled, compile_tables, compile_values
from aidefs.library.files import Disk, File, open_dataset, read_table, shipped_dataset, shipped_derived
from aidefs.library.library import Library
from aidefs.library.taxonomy import Taxonomy

DATA = Path(__file__).parents[2] / "data"
FILES = {  # all but what earlier versions of the data were, which `changes` alone reads
    path.relative_to(DATA.parent).as_posix(): path.read_bytes()
    for path in sorted(DATA.rglob("*.toml"))
    if path.parent.name != "versions"
}
WHOLE = compile_tables(FILES)
NAME = "data/definitions/coe-2024.toml"


def reader(data: bytes) -> Callable[[int, int | None], bytes]:
    """What reads a file that holds the data."""
    return lambda start, length: data[start:][:length]


def test_every_table_comes_back() -> None:
    compiled = Compiled(reader(WHOLE))
    assert len(FILES) > 120
    for name, content in FILES.items():
        assert compiled.table(name, content) == tomllib.loads(content.decode()), name


def test_the_file_does_not_depend_on_the_order() -> None:
    assert compile_tables(dict(reversed(FILES.items()))) == WHOLE


def test_little_is_read_of_it_and_only_when_it_is_needed() -> None:
    parts: list[int | None] = []

    def read(start: int, length: int | None) -> bytes:
        parts.append(length)
        return reader(WHOLE)(start, length)

    compiled = Compiled(read)
    assert parts == []
    assert compiled.table(NAME, FILES[NAME]) and compiled.table("none", b"") is None
    assert len(parts) == 3 and sum(part or 0 for part in parts) < len(WHOLE) / 10  # head, index and table
    for name, content in FILES.items():
        assert compiled.table(name, content)
    assert parts.count(None) == 1 and len(parts) < 50


def test_a_changed_file_is_not_answered() -> None:
    compiled = Compiled(reader(WHOLE))
    content = FILES[NAME]
    changes = (content + b"\n", content.replace(b",", b";", 1), content[:-1], b"", FILES["data/aliases.toml"])
    assert [compiled.table(NAME, change) for change in changes] == [None] * len(changes)


@given(st.data())
def test_a_damaged_compiled_file_never_gives_another_text(data: st.DataObject) -> None:
    """Any stretch overwritten with any bytes: the table is right or there is none."""
    small = compile_tables({NAME: FILES[NAME], "data/aliases.toml": FILES["data/aliases.toml"]})
    start = data.draw(st.integers(0, len(small)))
    end = data.draw(st.integers(start, min(len(small), start + 20)))
    damaged = small[:start] + data.draw(st.binary(max_size=12)) + small[end:]
    assert Compiled(reader(damaged)).table(NAME, FILES[NAME]) in (None, tomllib.loads(FILES[NAME].decode()))


@pytest.mark.parametrize(
    "index", [[], 3, None, {}, {NAME: 3}, {NAME: ("a", 1, b"")}, {NAME: (0, 1)}, {NAME: (0, 2, None)}, {3: 4}]
)
def test_a_compiled_file_of_another_shape_is_left_alone(index: object) -> None:
    written = marshal.dumps(index, 2)
    data = b"".join([len(written).to_bytes(8, "big"), compiling._hash(b"", written), written, b"{}"])
    assert Compiled(reader(data)).table(NAME, FILES[NAME]) is None


@pytest.mark.parametrize("data", [b"", b"{}\n{}\n", bytes(200), b"\xff" * 200, WHOLE[:-9], WHOLE[:100]])
def test_a_file_that_is_none_or_cut_off_is_left_alone(data: bytes) -> None:
    last = max(FILES)
    assert Compiled(reader(data)).table(last, FILES[last]) is None


def test_a_compiled_file_that_cannot_be_read_is_left_alone() -> None:
    def read(start: int, length: int | None) -> bytes:
        raise PermissionError

    assert Compiled(read).table(NAME, FILES[NAME]) is None


@pytest.mark.parametrize("content", [b"day = 2024-05-17\n", b"text = nan\n", b"text = \xff\n", b"text\n"])
def test_a_date_or_no_number_stops_the_build(content: bytes) -> None:
    with pytest.raises(ValueError):
        compile_tables({"data/x.toml": content})


# --- in an installation -------------------------------------------------------------------------


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of data with a compiled file, used as the shipped one."""
    for name, content in FILES.items():
        place = tmp_path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    folder = tmp_path / "data"
    (folder / "LICENSE.md").write_bytes((DATA / "LICENSE.md").read_bytes())
    (folder / COMPILED).write_bytes(WHOLE)
    monkeypatch.setattr(store, "shipped_root", lambda: Disk(str(folder)))
    shipped_dataset.cache_clear()
    shipped_derived.cache_clear()
    yield folder
    shipped_dataset.cache_clear()
    shipped_derived.cache_clear()


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that TOML was asked to parse."""
    texts: list[str] = []
    loads = tomllib.loads

    def watched(text: str) -> object:
        texts.append(text)
        return loads(text)

    monkeypatch.setattr(tomllib, "loads", watched)
    return texts


def test_an_installation_parses_no_toml(installed: Path, parsed: list[str]) -> None:
    library = Library([shipped_dataset()])
    found = (list(library.values()), library.aliases, library.data_version, library.data_hash)
    assert parsed == []
    shipped = Library.shipped()
    assert found == (list(shipped.values()), shipped.aliases, shipped.data_version, shipped.data_hash)


def test_a_library_of_an_installation_can_be_handed_to_another_process(installed: Path) -> None:
    library = Library([shipped_dataset()])
    assert library["coe"].reviewed
    copy = pickle.loads(pickle.dumps(library))
    assert copy["eu"] == library["eu"] and copy["eu"] is not library["eu"]


def test_a_file_edited_in_an_installation_is_read(installed: Path, parsed: list[str]) -> None:
    file = installed / "definitions" / "coe-2024.toml"
    edited = file.read_bytes().replace(b"machine-based", b"machine based")
    file.write_bytes(edited)
    text = Library([shipped_dataset()])["coe"].text
    assert "machine based system" in text and "machine-based" not in text
    assert parsed == [edited.decode()]


def test_a_stale_compiled_file_changes_nothing(installed: Path) -> None:
    stale = {name: content.replace(b"system", b"apparatus") for name, content in FILES.items()}
    (installed / COMPILED).write_bytes(compile_tables(stale))
    assert list(Library([shipped_dataset()]).values()) == list(Library.shipped().values())


def test_a_check_reads_the_files_themselves(installed: Path, parsed: list[str]) -> None:
    assert check([shipped_dataset()]) == []
    assert len(parsed) == len(FILES)


def test_the_cues_of_elements_are_read_when_they_are_wanted(
    installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "data/terms/ai-system.toml"
    known = Taxonomy.of(File(name, FILES[name]), "ai-system")
    read: list[str] = []

    def watched(file: File) -> dict[str, Any]:
        read.append(file.name)
        return read_table(file)

    monkeypatch.setattr(taxonomy, "read_table", watched)
    elements = Taxonomy.of(shipped_dataset().terms["ai-system"], "ai-system")
    assert (list(elements), elements.term, elements.roles) == (list(known), known.term, known.roles)
    assert read == []
    assert elements == known == pickle.loads(pickle.dumps(elements))
    assert list(map(hash, elements.values())) == list(map(hash, known.values()))
    assert str(list(elements.values())) == str(list(known.values()))
    assert read == [name]


def test_faults_are_reported_as_without_a_compiled_file(installed: Path) -> None:
    (installed / "definitions" / "coe-2024.toml").write_bytes(b"id =\n")
    with pytest.raises(DataError, match=r"data/definitions/coe-2024\.toml: not valid TOML"):
        Library([shipped_dataset()])["coe-2024"]


# --- in a checkout ------------------------------------------------------------------------------


def test_a_checkout_reads_toml(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether the tests run on an installed package or in place."""
    assert not (DATA / COMPILED).exists()
    monkeypatch.setattr(store, "shipped_root", lambda: Disk(str(DATA)))
    shipped_dataset.cache_clear()
    dataset = shipped_dataset()
    shipped_dataset.cache_clear()
    assert {file.compiled for file in (*dataset.definitions.values(), *dataset.extras.values())} == {None}


def test_a_compiled_file_in_a_users_folder_is_not_read(tmp_path: Path) -> None:
    record = b'id = "a"\ntext = "one"\n'
    (tmp_path / "a.toml").write_bytes(record)
    line = json.dumps({"id": "a", "text": "two"}).encode()
    (tmp_path / COMPILED).write_bytes(b"{}\n" + line)
    assert Library.load(tmp_path)["a"].text == "one"
    assert open_dataset(Disk(str(tmp_path)), "mine").definitions["a"].compiled is None


# --- what is worked out from several files ------------------------------------------------------


def derived(folder: Path) -> object:
    """What an installation gives; it was worked out from the files as they are at the first call."""
    library = Library([shipped_dataset()])
    if not (folder / DERIVED).exists():
        (folder / DERIVED).write_bytes(compile_values({"x": (library.content(), {"known": 1})}))
    return library.derived("x")


def test_what_was_worked_out_is_given(installed: Path) -> None:
    assert derived(installed) == {"known": 1}
    library = Library([shipped_dataset()])
    assert library.derived("y") is None
    assert library.of("all").derived("x") is None
    assert Library([shipped_dataset()._replace(shipped=False)]).derived("x") is None


@pytest.mark.parametrize("name", ["definitions/coe-2024.toml", "aliases.toml", "jurisdictions.toml"])
def test_it_is_not_given_of_other_files(installed: Path, name: str) -> None:
    assert derived(installed)
    file = installed / name
    file.write_bytes(file.read_bytes() + b"\n")
    assert derived(installed) is None


def test_it_is_not_given_where_a_file_is_gone_or_added(installed: Path) -> None:
    assert derived(installed)
    file = installed / "definitions" / "coe-2024.toml"
    content = file.read_bytes()
    file.unlink()
    assert derived(installed) is None  # listed, and cannot be read
    shipped_dataset.cache_clear()
    assert derived(installed) is None
    file.write_bytes(content)
    (installed / "definitions" / "coe-2025.toml").write_bytes(content)
    shipped_dataset.cache_clear()
    assert derived(installed) is None


def test_a_folder_without_the_file_has_nothing_worked_out(installed: Path) -> None:
    assert not (installed / DERIVED).exists()
    assert Library([shipped_dataset()]).derived("index") is None
