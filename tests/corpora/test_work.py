"""The unit of work: kept, made anew, resumed where it was killed, and what a bad document costs."""

from __future__ import annotations

import os
import signal
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from support.corpora import environment, record, write_lines

from aidefs.corpora.finder import CorpusFinder
from aidefs.corpora.sources import Columns, plan
from aidefs.corpora.tables import manifest, read_rows
from aidefs.corpora.work import DIED, CorpusTask, Done, Journal, file_of, work
from aidefs.library.library import Library

pytest.importorskip("pyarrow")


def task(folder: Path, timeout: float = 60.0) -> CorpusTask:
    return CorpusTask(str(folder), Columns(id="id"), "", "", Library.shipped().data_hash, timeout)


def whole(path: Path, folder: Path, **options: float) -> Done:
    folder.mkdir(exist_ok=True)
    (part,) = plan([str(path)], "")
    return work(part, task(folder, **options))


def faults(folder: Path) -> dict[str, str]:
    return {row["doc"]: row["fault"] for row in read_rows(file_of(str(folder), 0)) if row["fault"]}


def test_a_part_is_done_once(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", map(record, range(20)))
    first = whole(path, tmp_path / "parts")
    assert first == Done(0, 20, 0, 10, False)
    before = Path(file_of(str(tmp_path / "parts"), 0)).read_bytes()
    assert whole(path, tmp_path / "parts") == first._replace(kept=True)
    assert Path(file_of(str(tmp_path / "parts"), 0)).read_bytes() == before
    assert [name.name for name in (tmp_path / "parts").iterdir()] == ["000000.parquet"]


def test_a_part_is_done_anew_where_anything_differs(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", map(record, range(20)))
    whole(path, tmp_path / "parts")
    assert not whole(path, tmp_path / "parts", timeout=61.0).kept
    path.write_bytes(path.read_bytes().replace(b"wells", b"walls", 1))
    assert not whole(path, tmp_path / "parts", timeout=61.0).kept


@pytest.mark.parametrize("damage", ["cut", "turned", "empty"])
def test_a_damaged_part_is_done_anew(tmp_path: Path, damage: str) -> None:
    """A bit that is turned where nothing reads it does no harm; any other is found."""
    path = write_lines(tmp_path / "a.jsonl", map(record, range(40)))
    whole(path, tmp_path / "parts")
    made = Path(file_of(str(tmp_path / "parts"), 0))
    good, rows = made.read_bytes(), list(read_rows(str(made)))
    found = 0
    places = range(4, len(good), len(good) // 60) if damage == "turned" else [0]
    for at in places:
        bad = bytearray(good)
        bad[at] ^= 0x10
        made.write_bytes({"cut": good[: len(good) // 2], "turned": bytes(bad), "empty": b""}[damage])
        if manifest(str(made)) is None:
            found += 1
        else:
            assert list(read_rows(str(made))) == rows
    assert found > len(places) // 2
    made.write_bytes(good[:-20])
    assert not whole(path, tmp_path / "parts").kept
    assert made.read_bytes() == good


def test_a_document_that_raises_costs_itself_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_lines(tmp_path / "a.jsonl", map(record, range(9)))
    find = CorpusFinder.find

    def spoilt(self: CorpusFinder, text: str, *facts: str) -> object:
        if "SEC. 4." in text:
            raise LookupError("spoilt")
        return find(self, text, *facts)

    monkeypatch.setattr(CorpusFinder, "find", spoilt)
    assert whole(path, tmp_path / "parts") == Done(0, 9, 1, 5, False)
    assert faults(tmp_path / "parts") == {"d4": "LookupError: spoilt"}


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no alarms here")
def test_a_document_that_takes_too_long_costs_itself_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_lines(tmp_path / "a.jsonl", map(record, range(5)))
    find = CorpusFinder.find

    def slow(self: CorpusFinder, text: str, *facts: str) -> object:
        while "SEC. 2." in text:
            pass
        return find(self, text, *facts)

    monkeypatch.setattr(CorpusFinder, "find", slow)
    whole(path, tmp_path / "parts", timeout=0.5)
    assert faults(tmp_path / "parts") == {"d2": "it takes longer than 0.5 s; --timeout allows more"}
    monkeypatch.undo()
    assert not whole(path, tmp_path / "parts", timeout=0.5).kept, "a document is given another chance"
    assert faults(tmp_path / "parts") == {}


_ALONE = """
import sys
from aidefs.corpora.sources import Columns, plan
from aidefs.corpora.work import CorpusTask, work
from aidefs.library.library import Library
path, folder = sys.argv[1:]
(part,) = plan([path], "")
print(work(part, CorpusTask(folder, Columns(id="id"), "", "", Library.shipped().data_hash, 3.0, True)))
"""


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no alarms here")
@pytest.mark.parametrize("poison", ["kill", "loop"])
def test_a_document_that_ends_its_process_twice_is_passed_over(tmp_path: Path, poison: str) -> None:
    """Also one that is deep in C code, where no exception reaches it."""
    made = [record(n) for n in range(8)]
    made[5]["text"] += f"POISON {poison}"
    path = write_lines(tmp_path / "a.jsonl", made)
    parts = tmp_path / "parts"
    parts.mkdir()

    def run() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", _ALONE, str(path), str(parts)],
            env=environment(tmp_path), capture_output=True, text=True, check=False,
        )  # fmt: skip

    ends = [run() for _ in range(3)]
    killed = -signal.SIGKILL if poison == "kill" else -signal.SIGALRM
    assert [one.returncode for one in ends] == [killed, killed, 0], ends[-1].stderr
    assert faults(parts) == {"d5": DIED}
    assert [name.name for name in parts.iterdir()] == ["000000.parquet"]


def test_the_journal_outlives_its_process(tmp_path: Path) -> None:
    path, key = str(tmp_path / "j"), "k" * 64
    for passed_over in (frozenset(), frozenset(), frozenset({7})):
        journal = Journal(path, key)
        journal.__enter__()
        assert journal.passed_over == passed_over
        journal.begin(3)
        journal.end()
        journal.begin(7)
        os.close(journal._file)  # as a process ends that is killed
    with Journal(path, key):
        pass
    with Journal(path, key) as left:
        assert left.passed_over == {7}, "an end without a death counts nothing"
    with Journal(path, "x" * 64) as other:
        assert other.passed_over == frozenset(), "a journal of other records says nothing"
    Path(path).write_bytes(b"k" * 64 + struct.pack("<q", 2)[:3])
    with Journal(path, key) as torn:
        assert torn.passed_over == frozenset()


def test_what_a_file_cannot_give_further_is_one_fault(tmp_path: Path) -> None:
    pytest.importorskip("warcio")
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"\x1f\x8b\x08 no archive at all")
    done = whole(path, tmp_path / "parts")
    assert (done.documents, done.failed) == (1, 1)
    assert "cannot be read further" in next(iter(faults(tmp_path / "parts").values()))


def test_workers_with_other_definitions_say_so(tmp_path: Path) -> None:
    from aidefs.errors import InputError

    path = write_lines(tmp_path / "a.jsonl", [record(1)])
    (part,) = plan([str(path)], "")
    with pytest.raises(InputError, match="other definitions"):
        work(part, task(tmp_path)._replace(data="000000000000"))
