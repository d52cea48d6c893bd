"""Exports: every text comes back exactly, every column is described, and a folder is written whole or not."""

from __future__ import annotations

import csv
import json
import os
import signal
import stat
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from support.children import obey_interrupts
from support.interruption import moments
from support.strategies import DEFINITIONS, REVIEWED

import aidefs
from aidefs.cli.main import main
from aidefs.errors import InputError
from aidefs.formats.files import keep_for
from aidefs.formats.options import EXPORT_FORMATS
from aidefs.library.files import DataSet, File
from aidefs.library.library import Library
from aidefs.library.records import Definition
from aidefs.output.export import Exported, _exchanged, write_folder

SHIPPED = Library.shipped()
TABLES = ("definitions", "segments", "predecessors", "places")
# Letter for letter: white space at the edges, line ends of every kind, quotation marks, formulas, numbers.
TEXTS = {
    "equals": "=SUM(A1) is a system",
    "plus": "+1 system",
    "minus": "-1 system",
    "at": "@system",
    "lines": 'a "system",\nor\r\nanother\rone; and',
    "edges": " \t system \u00a0",
    "number": "007",
    "missing": "NA",
    "signs": "“AI” – «système d’IA» 人工智能 👩\u200d💻 e\u0301",
}


@pytest.fixture
def own() -> Library:
    """Texts that the check of a folder would not even let in."""
    files = {name: File(name, b"") for name in TEXTS}
    read = {name: Definition(name, text) for name, text in TEXTS.items()}
    return Library([DataSet("own", files, {})], read, only=True)


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with open(folder / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def parquet(folder: Path, name: str) -> Any:
    reader = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    return reader.read_table(folder / f"{name}.parquet")


# --- what is written ------------------------------------------------------------------------------


def test_csv_gives_every_definition_back(tmp_path: Path) -> None:
    done = aidefs.export(tmp_path / "out")
    assert done.files == tuple(f"{name}.csv" for name in TABLES)
    rows = {row["id"]: row for row in table(tmp_path / "out", "definitions")}
    assert list(rows) == [d.id for d in SHIPPED.where()]
    plain = (
        "text", "label", "title", "prose", "term", "lang", "version_of", "translation_of", "instrument",
        "issuer", "jurisdiction", "kind", "legal_force", "status", "status_as_of", "adopted", "in_force",
        "provision", "url", "variants", "notes", "rights",
    )  # fmt: skip
    for d in DEFINITIONS:
        row = rows[d.id]
        assert {name: row[name] for name in plain} == {name: getattr(d, name) for name in plain}
        assert json.loads(row["identifiers"] or "{}") == d.identifiers
        assert tuple(json.loads(row["supersedes"] or "[]")) == d.supersedes
        assert tuple(json.loads(row["implements"] or "[]")) == d.implements
        assert tuple(json.loads(row["authentic_languages"] or "[]")) == d.authenticity.languages
        assert row["translation"] == ("true" if d.authenticity.translation else "false")
        assert row["reviewed"] == ("true" if d.reviewed else "false")
        assert row["alias"] == (SHIPPED.alias_of(d.id) or "")
        assert d.verification and row["verification_state"] == d.verification.state
        assert row["verification_note"] == d.verification.note
    assert any(row["supersedes"] for row in rows.values()) and any(row["implements"] for row in rows.values())


def test_segments_stand_where_their_offsets_say(tmp_path: Path) -> None:
    done = aidefs.export(tmp_path / "out", "csv")
    rows = table(tmp_path / "out", "segments")
    assert len(rows) == done.rows["segments"] == sum(len(d.segments) for d in DEFINITIONS)
    for row in rows:
        assert SHIPPED[row["id"]].text[int(row["start"]) : int(row["end"])] == row["text"]
    found = [(row["id"], row["n"]) for row in rows]
    assert len(set(found)) == len(found)
    for d in REVIEWED:
        mine = [row for row in rows if row["id"] == d.id]
        assert [int(row["n"]) for row in mine] == list(range(1, len(mine) + 1))
        assert [row["element"] for row in mine] == [element for element, _ in d.segments]
    outputs = next(row for row in rows if row["id"] == "eu-ai-act-2024" and row["element"] == "outputs")
    assert json.loads(outputs["items"]) == ["predictions", "content", "recommendations", "decisions"]
    assert (outputs["open_list"], outputs["negated"]) == ("true", "false")


def test_predecessors_and_places(tmp_path: Path) -> None:
    aidefs.export(tmp_path / "out")
    found = [
        (r["id"], r["predecessor"], r["ground"], r["note"]) for r in table(tmp_path / "out", "predecessors")
    ]
    assert found == [(d.id, p.id, p.ground, p.note) for d in SHIPPED.where() for p in d.predecessors]
    places = [
        (r["id"], r["title"], r["publisher"], r["url"], r["official"])
        for r in table(tmp_path / "out", "places")
    ]
    wanted = [
        (d.id, p.title, p.publisher, p.url, str(p.official).lower())
        for d in SHIPPED.where()
        for p in (d.verification.places if d.verification else ())
    ]
    assert places == wanted


@pytest.mark.parametrize("form", EXPORT_FORMATS)
def test_any_text_comes_back_exactly(own: Library, tmp_path: Path, form: str) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    out = tmp_path / "out"
    aidefs.export(out, form, library=own)
    if form == "parquet":
        rows = parquet(out, "definitions").to_pylist()
    elif form == "json":
        rows = json.loads((out / "definitions.json").read_bytes())["definitions"]
    elif form == "jsonl":
        rows = [json.loads(line) for line in (out / "definitions.jsonl").read_bytes().splitlines()]
    else:
        rows = table(out, "definitions")
    assert {row["id"]: row["text"] for row in rows} == TEXTS


def test_csv_is_that_of_rfc_4180(own: Library, tmp_path: Path) -> None:
    aidefs.export(tmp_path / "out", library=own)
    data = (tmp_path / "out" / "definitions.csv").read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    assert b'"a ""system"",\nor\r\nanother\rone; and"' in data
    assert b",=SUM(A1) is a system," in data  # exactness goes first
    assert data.count(b"\r\n") == 1 + len(TEXTS) + 1  # one of them inside a text


def test_json_and_json_lines_hold_the_same(tmp_path: Path) -> None:
    aidefs.export(tmp_path / "a", "json")
    aidefs.export(tmp_path / "b", "jsonl")
    data = json.loads((tmp_path / "a" / "definitions.json").read_bytes())
    assert list(data) == ["schema", "data_version", "data_hash", "definitions"]
    assert (data["schema"], data["data_hash"]) == ("aidefs/export/1", SHIPPED.data_hash)
    lines = (tmp_path / "b" / "definitions.jsonl").read_bytes().decode().splitlines(keepends=False)
    assert [json.loads(line) for line in lines] == data["definitions"]
    eu = next(d for d in data["definitions"] if d["id"] == "eu-ai-act-2024")
    assert (eu["text"], eu["prose"]) == (SHIPPED["eu"].text, SHIPPED["eu"].prose)
    assert [part["element"] for part in eu["segments"]] == [element for element, _ in SHIPPED["eu"].segments]
    assert [p["id"] for p in eu["predecessors"]] == [p.id for p in SHIPPED["eu"].predecessors]


def test_parquet_holds_what_csv_holds(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    aidefs.export(tmp_path / "p", "parquet")
    aidefs.export(tmp_path / "c")
    for name in TABLES:
        read = parquet(tmp_path / "p", name)
        rows = table(tmp_path / "c", name)
        assert read.column_names == list(rows[0])
        for mine, other in zip(read.to_pylist(), rows, strict=True):
            for key, value in mine.items():
                shown = "" if value is None else value if isinstance(value, str) else json.dumps(
                    value, ensure_ascii=False, separators=(",", ":")
                )  # fmt: skip
                assert shown == other[key]
        assert read.schema.metadata[b"data_hash"] == SHIPPED.data_hash.encode()
        assert all(field.metadata[b"description"] for field in read.schema)


def test_parquet_without_its_package_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(InputError, match=r"pyarrow: pip install 'aidefs\[parquet\]'"):
        aidefs.export(tmp_path / "out", "parquet")
    assert not (tmp_path / "out").exists()


def test_the_data_package_describes_every_file_and_column(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = aidefs.export(out, "datapackage")
    package = json.loads((out / "datapackage.json").read_bytes())
    assert package["version"] == f"{SHIPPED.data_version}+{SHIPPED.data_hash}"
    assert package["licenses"][0]["path"] == "LICENSE.md"
    assert "European Union" in (out / "LICENSE.md").read_text(encoding="utf-8")
    assert [resource["name"] for resource in package["resources"]] == list(TABLES)
    assert {"datapackage.json", "LICENSE.md", *(r["path"] for r in package["resources"])} == set(done.files)
    for resource in package["resources"]:
        data = (out / resource["path"]).read_bytes()
        assert (resource["bytes"], resource["hash"]) == (len(data), f"sha256:{sha256(data).hexdigest()}")
        rows = table(out, resource["name"])
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == list(rows[0])
        assert all(field["description"] for field in fields)
        for field in fields:
            for row in rows:
                check_type(row[field["name"]], field["type"])
        keys = [tuple(row[name] for name in resource["schema"]["primaryKey"]) for row in rows]
        assert len(set(keys)) == len(keys)
    texts = {row["id"]: row["text"] for row in table(out, "definitions")}
    assert texts == {d.id: d.text for d in DEFINITIONS}


def check_type(value: str, kind: str) -> None:
    types = {"integer": int, "boolean": bool, "array": list, "object": dict}
    if value and kind != "string":
        assert type(json.loads(value)) is types[kind]


def test_rights_of_the_texts_are_headings_of_the_licence(tmp_path: Path) -> None:
    aidefs.export(tmp_path / "out", "datapackage")
    lines = (tmp_path / "out" / "LICENSE.md").read_text(encoding="utf-8").splitlines()
    headings = {line[3:].lower().replace(" ", "-").replace("(", "").replace(")", "") for line in lines
                if line.startswith("## ")}  # fmt: skip
    assert {row["rights"] for row in table(tmp_path / "out", "definitions")} <= headings


def test_filters_and_own_definitions(own: Library, tmp_path: Path) -> None:
    done = aidefs.export(tmp_path / "eu", jurisdiction="EU", lang="fr")
    french = [d.id for d in DEFINITIONS if d.lang == "fr" and d.jurisdiction == "EU"]
    assert done.rows["definitions"] == len(french) > 0
    assert sorted(row["id"] for row in table(tmp_path / "eu", "definitions")) == sorted(french)
    assert {row["id"] for row in table(tmp_path / "eu", "segments")} == {
        d.id for d in DEFINITIONS if d.id in french and d.segments
    }
    both = aidefs.export(tmp_path / "both", library=SHIPPED.overlay(own))
    assert both.rows["definitions"] == len(DEFINITIONS) + len(TEXTS)
    with pytest.raises(InputError, match="nothing to export"):
        aidefs.export(tmp_path / "none", year=1900)
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("form", EXPORT_FORMATS)
def test_exports_are_the_same_every_time(form: str, tmp_path: Path) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    for name in ("a", "b"):
        aidefs.export(tmp_path / name, form)
    first = {path.name: path.read_bytes() for path in (tmp_path / "a").iterdir()}
    assert first == {path.name: path.read_bytes() for path in (tmp_path / "b").iterdir()}


def test_unknown_format(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="unknown export format 'jsnl'; nearest: json"):
        aidefs.export(tmp_path / "out", "jsnl")


# --- the folder -----------------------------------------------------------------------------------


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_an_empty_folder_is_filled_and_keeps_its_mode(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir(mode=0o750)
    out.chmod(0o750)
    aidefs.export(out)
    assert len(names(out)) == 4
    assert stat.S_IMODE(out.stat().st_mode) == 0o750
    assert names(tmp_path) == {"out"}


def test_a_folder_that_holds_something_is_refused(tmp_path: Path) -> None:
    aidefs.export(tmp_path / "out", "json")
    before = (tmp_path / "out" / "definitions.json").read_bytes()
    with pytest.raises(InputError, match="is not empty; --force"):
        aidefs.export(tmp_path / "out")
    assert (tmp_path / "out" / "definitions.json").read_bytes() == before
    aidefs.export(tmp_path / "out", force=True)
    assert names(tmp_path / "out") == {f"{name}.csv" for name in TABLES}
    assert names(tmp_path) == {"out"}


@pytest.mark.parametrize("foreign", ["notes.txt", "definitions.csv/inner"])
def test_force_removes_nothing_that_is_not_an_export(tmp_path: Path, foreign: str) -> None:
    path = tmp_path / "out" / foreign
    path.parent.mkdir(parents=True)
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match="holds what no export wrote"):
        aidefs.export(tmp_path / "out", force=True)
    assert path.read_text(encoding="utf-8") == "mine"
    assert names(tmp_path) == {"out"}


def test_a_file_and_the_working_folder_are_no_targets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(InputError, match="it is a file"):
        aidefs.export(tmp_path / "file", force=True)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    with pytest.raises(InputError, match="is the working folder"):
        aidefs.export(".")
    aidefs.export(tmp_path / "her")  # a name that begins alike is another folder
    with pytest.raises(InputError, match=r"cannot write.*no such file"):
        aidefs.export(tmp_path / "missing" / "out")


def test_a_failure_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_folder({"definitions.csv": b"old"}, tmp_path / "out")
    with pytest.raises(InputError):  # the second file cannot be written
        write_folder({"definitions.csv": b"new", "definitions.csv/x": b""}, tmp_path / "out", force=True)
    assert names(tmp_path) == {"out"} and names(tmp_path / "out") == {"definitions.csv"}
    rename = os.rename

    def failing(source: str, target: str) -> None:
        if source.endswith("new"):
            raise OSError(28, "No space left on device")
        rename(source, target)

    monkeypatch.setattr(os, "rename", failing)
    monkeypatch.setattr("aidefs.output.export._exchanged", lambda *_: False)
    with pytest.raises(InputError, match="no space left"):
        write_folder({"definitions.csv": b"new"}, tmp_path / "out", force=True)
    assert (tmp_path / "out" / "definitions.csv").read_bytes() == b"old"
    assert names(tmp_path) == {"out"}


OLD, NEW = {"definitions.csv": b"old"}, {"definitions.csv": b"new", "segments.csv": b"new"}


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("exchange", [True, False], ids=["exchange", "two renames"])
def test_an_interruption_at_any_moment_leaves_the_old_export_or_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchange: bool
) -> None:
    if not exchange:
        monkeypatch.setattr("aidefs.output.export._exchanged", lambda *_: False)
    out = tmp_path / "out"
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, ()) if hasattr(signal, "pthread_sigmask") else None
    for moment in moments(lambda: write_folder(NEW, out, force=True)):
        write_folder(OLD, out, force=True)
        moment()
        if mask is not None:  # which no signal could have left as it is: between two lines they are held off
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        assert held(out) in (OLD, NEW)
        write_folder(OLD, tmp_path / "next", force=True)
        assert names(tmp_path) == {"out", "next"}  # nothing is left of the run that was interrupted


def test_two_folders_are_exchanged_in_one_act(tmp_path: Path) -> None:
    """Where this fails the next test is easier to pass than it ought to be."""
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    assert _exchanged(str(tmp_path / "a"), str(tmp_path / "b")) == (sys.platform in ("linux", "darwin"))
    if sys.platform in ("linux", "darwin"):
        assert names(tmp_path / "a") == {"b"} and names(tmp_path / "b") == {"a"}


_EXPORTER = """
import sys
from aidefs.output.export import write_folder
names = ("definitions.csv", "segments.csv", "places.csv")
old, new = (dict.fromkeys(names, content) for content in (b"old", b"new"))
write_folder(old, sys.argv[1], force=True)
print("ready", flush=True)
while True:
    write_folder(new, sys.argv[1], force=True)
    write_folder(old, sys.argv[1], force=True)
"""


def kill(folder: Path, times: int) -> None:
    """Kills programs that export without a break, and looks each time at what is there."""
    for n in range(times):
        command = [sys.executable, "-c", _EXPORTER, str(folder / "out")]
        quiet = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        with subprocess.Popen(command, preexec_fn=obey_interrupts, **quiet) as program:
            assert program.stdout is not None and program.stdout.readline() == b"ready\n"
            time.sleep(n % 10 / 1000)
            program.send_signal((signal.SIGTERM, signal.SIGINT, signal.SIGKILL)[n % 3])
            with suppress(subprocess.TimeoutExpired):
                program.wait(10)
            program.kill()  # what SIGINT raises is lost where it comes while an object is finalised
        assert program.returncode != 0
        there = held(folder / "out")
        assert len(there) == 3 and len(set(there.values())) == 1
    write_folder(OLD, folder / "out", force=True)
    assert names(folder) == {"out"} and held(folder / "out") == OLD


@pytest.mark.skipif(sys.platform != "linux", reason="kills by signals")
def test_an_export_that_is_killed_leaves_the_old_one_or_the_new_one(tmp_path: Path) -> None:
    kill(tmp_path, 9)


@pytest.mark.exhaustive
@pytest.mark.skipif(sys.platform != "linux", reason="kills by signals")
def test_many_exports_that_are_killed_leave_the_old_one_or_the_new_one(tmp_path: Path) -> None:
    kill(tmp_path, 60)  # each signal after each delay, twice


@pytest.mark.parametrize("there", [False, True], ids=["new folder", "empty folder"])
def test_one_of_six_exports_makes_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    """All of them have looked before any writes, as programs do that start at one time."""
    monkeypatch.setattr("aidefs.output.export.check_folder", lambda *_, **__: None)

    def attempt(number: int) -> bytes:
        try:
            write_folder({"definitions.csv": b"%d" % number}, tmp_path / "out")
        except InputError:
            return b""
        return b"%d" % number

    if there:
        (tmp_path / "out").mkdir()
    with ThreadPoolExecutor(6) as pool:
        (winner,) = filter(None, pool.map(attempt, range(6)))
    assert held(tmp_path / "out") == {"definitions.csv": winner}
    assert names(tmp_path) == {"out"}


def test_what_a_killed_run_took_away_comes_back(tmp_path: Path) -> None:
    """A run that was killed where two folders cannot be exchanged, between the two renames."""
    write_folder(OLD, tmp_path / "out")
    scratch = tmp_path / ".aidefs-unfinished-x"
    scratch.mkdir()
    (tmp_path / "out").rename(keep_for(str(tmp_path / "out"), str(scratch)))
    write_folder(NEW, tmp_path / "other")
    assert held(tmp_path / "out") == OLD and names(tmp_path) == {"out", "other"}


_BETWEEN = """
import os, signal, sys
from aidefs.output import export
export._exchanged = lambda *_: False
rename = os.rename
def renamed(source, target):
    rename(source, target)
    os.kill(os.getpid(), int(sys.argv[2]))
os.rename = renamed
export.write_folder({"definitions.csv": b"new"}, sys.argv[1], force=True)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="kills by signals")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_between_two_renames_loses_nothing(number: int, tmp_path: Path) -> None:
    """All but one wait until the new folder is in place; after that one the next run brings the old back."""
    out = tmp_path / "out"
    write_folder(OLD, out)
    done = subprocess.run([sys.executable, "-c", _BETWEEN, str(out), str(int(number))], check=False)
    assert done.returncode == -number
    assert not out.exists() if number == signal.SIGKILL else held(out) == {"definitions.csv": b"new"}
    write_folder(NEW, tmp_path / "other")
    assert names(tmp_path) == {"out", "other"}
    assert held(out) == (OLD if number == signal.SIGKILL else {"definitions.csv": b"new"})


# --- the command ----------------------------------------------------------------------------------


def test_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["export", "--format", "jsonl", "out", "levels", "of", "autonomy", "--year", "2024"]) == 0
    out, err = capsysbinary.readouterr()
    assert err == b""
    lines = (tmp_path / "out" / "definitions.jsonl").read_bytes().splitlines()
    assert out.decode().startswith(f"{len(lines)} definitions, ")
    assert out.endswith(b"out: definitions.jsonl\n")
    assert main(["export", "one", "--jurisdiction", "EU", "--lang", "hr"]) == 0
    assert capsysbinary.readouterr().out.startswith(b"1 definition, ")
    assert main(["export", "out"]) == 2
    assert b"is not empty" in capsysbinary.readouterr().err
    assert main(["export", "out", "--force"]) == 0
    assert main(["export", "x", "--format", "xlsx"]) == 2


def test_what_an_export_returns(tmp_path: Path) -> None:
    done = aidefs.export(tmp_path / "out", "json", jurisdiction="COE")
    assert isinstance(done, Exported)
    assert (done.folder, done.files) == (str(tmp_path / "out"), ("definitions.json",))
    assert list(done.rows) == list(TABLES)
