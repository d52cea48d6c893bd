"""Many documents: in folders, by several processes, as lines of JSON, always the same."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from support.children import are_gone, children, obey_interrupts
from support.documents import ENDING, MAKERS, make

import aidefs
from aidefs.cli.main import main
from aidefs.quotations import jobs, verification
from aidefs.quotations.verification import CheckedFile, verify, verify_each
from aidefs.readers.alarm import can_ring

EU = aidefs.get("eu").text
OECD = aidefs.get("oecd").text.replace("infers, from", "derives, from")
LAW = f"The AI Act says: “{EU}”"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A document of every format, with a right and a wrong quotation."""
    for form in MAKERS:
        path = tmp_path / "docs" / form / f"article{ENDING[form]}"
        path.parent.mkdir(parents=True)
        path.write_bytes(make(form, [LAW, f"The OECD Recommendation says: “{OECD}”"]))
    return tmp_path / "docs"


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes are started for every file, however small."""
    monkeypatch.setattr(jobs, "_SHARE", 1)


def facts(file: CheckedFile) -> object:
    return file, file.to_dict(), file.corrected(), [passage.quotation for passage in file.passages]


@pytest.mark.parametrize("number", [2, 3])
@pytest.mark.usefixtures("eager")
def test_what_is_found_does_not_depend_on_the_number_of_processes(number: int, folder: Path) -> None:
    broken = folder / "broken.docx"
    broken.write_bytes(b"no archive")
    alone = verify(folder, broken, jobs=1)
    together = verify(folder, broken, jobs=number)
    assert len(alone) == len(MAKERS) + 2 and len(alone.wrong) >= len(MAKERS)
    assert list(map(facts, together)) == list(map(facts, alone))
    for ours, theirs in zip(alone.passages, together.passages, strict=True):
        assert ours.quotation.definition is theirs.quotation.definition


@pytest.mark.usefixtures("eager")
def test_a_library_of_ones_own_goes_along(tmp_path: Path) -> None:
    own = aidefs.Library.load(Path(__file__).parents[2] / "examples" / "my-definitions")
    name = next(iter(own))
    for k in range(3):
        (tmp_path / f"{k}.md").write_text(own[name].text, encoding="utf-8")
    found = [verify(tmp_path, library=own, jobs=number) for number in (1, 2)]
    assert found[0].files == found[1].files
    assert [one.quotation.definition.id for one in found[1].passages] == [name] * 3


def test_small_documents_start_no_process(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_WORKER", "support.nothing")
    assert not verify(folder / "markdown", folder / "text", jobs=8).faults


@pytest.mark.usefixtures("eager")
def test_a_process_that_dies_or_hangs_loses_its_own_document_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "_WORKER", "support.verification_worker")
    for name in ("a", "b die", "c", "d spin", "e"):
        (tmp_path / f"{name}.md").write_text(LAW, encoding="utf-8")
    result = verify(tmp_path, jobs=2, timeout=15)
    assert [len(file.passages) for file in result] == [1, 0, 1, 0, 1]
    assert result.faults == (
        f"cannot read '{tmp_path / 'b die.md'}': the process that read it ended (exit code 9); it may need "
        "more memory than there is",
        f"cannot read '{tmp_path / 'd spin.md'}': it takes longer than 15 s; --timeout allows more",
    )
    assert result.exit_code == 2


@pytest.fixture
def without_alarms(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a system that has none."""
    monkeypatch.setattr(verification, "can_ring", lambda: False)


def spin(*_: object) -> CheckedFile:
    while True:
        pass


@pytest.mark.skipif(not can_ring(), reason="needs alarms")
def test_a_long_document_alone_is_checked_without_a_process_and_ended_in_time(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = verify(folder / "docx")
    monkeypatch.setattr(verification, "LONG", 100)
    monkeypatch.setattr(jobs, "_WORKER", "support.nothing")
    assert list(map(facts, verify(folder / "docx", jobs=8))) == list(map(facts, here))
    path = tmp_path / "spin.md"
    path.write_text(LAW, encoding="utf-8")
    monkeypatch.setattr(verification, "check_read", spin)
    begin = time.monotonic()
    assert verify(path, timeout=0.5).faults == (
        f"cannot read '{path}': it takes longer than 0.5 s; --timeout allows more",
    )
    assert 0.5 <= time.monotonic() - begin < 30
    assert can_ring()  # nothing is left of it


@pytest.mark.usefixtures("without_alarms")
def test_a_long_document_is_checked_by_a_process_that_can_be_ended(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    some = (folder / "docx", folder / "pdf", folder / "tex")
    here = verify(*some)
    monkeypatch.setattr(verification, "LONG", 100)
    assert list(map(facts, verify(*some))) == list(map(facts, here))
    monkeypatch.setattr(jobs, "_WORKER", "support.verification_worker")
    path = tmp_path / "spin.md"
    path.write_text(LAW, encoding="utf-8")
    assert verify(path, timeout=0.5).faults == (
        f"cannot read '{path}': it takes longer than 0.5 s; --timeout allows more",
    )
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(LAW.encode())))
    monkeypatch.setattr(jobs, "_WORKER", "support.nothing")
    code, _, err = ran(capsys, "-")
    assert code == 2 and err.startswith("aidefs: cannot read standard input: the process that read it ended")


def test_a_long_document_among_others_has_a_process_of_its_own(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verification, "LONG", 100)
    monkeypatch.setattr(jobs, "_WORKER", "support.nothing")
    faults = verify(folder / "docx", folder / "tex").faults
    assert len(faults) == 2 and all("the process that read it ended" in fault for fault in faults)


@pytest.mark.usefixtures("without_alarms")
def test_where_there_are_no_processes_a_long_document_is_checked_without(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("emscripten does not support processes")

    monkeypatch.setattr(verification, "LONG", 100)
    monkeypatch.setattr(subprocess, "Popen", refuse)
    assert verify(folder / "docx").exit_code == 1


@pytest.mark.usefixtures("eager")
def test_files_come_as_soon_as_they_are_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_WORKER", "support.verification_worker")
    for name in ("a", "b", "c spin"):
        (tmp_path / f"{name}.md").write_text(LAW, encoding="utf-8")
    checks = verify_each(tmp_path, jobs=2, timeout=600)
    assert len(checks) == 3
    with closing(iter(checks)) as files:
        assert [Path(next(files).name).name for _ in range(2)] == ["a.md", "b.md"]


# --- the command ------------------------------------------------------------------------------


def ran(capture: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    code = main(["verify", *map(str, arguments)])
    return code, *capture.readouterr()


def test_lines_of_json_are_the_files_of_the_json(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = ran(capsys, folder, "--format", "jsonl")
    whole = json.loads(ran(capsys, folder, "--format", "json")[1])
    assert (code, err) == (1, "")
    assert [json.loads(line) for line in out.splitlines()] == whole["files"]
    assert ran(capsys, folder, "--out", tmp_path / "a.jsonl") == (1, "", "")
    assert (tmp_path / "a.jsonl").read_text(encoding="utf-8") == out
    code, _, err = ran(capsys, folder, "--out", tmp_path / "a.jsonl")
    assert code == 2 and err.endswith("exists; --force replaces it\n")


def test_lines_of_json_and_the_exit_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "right.md").write_text(LAW, encoding="utf-8")
    (tmp_path / "empty.md").write_bytes(b"")
    code, out, err = ran(capsys, tmp_path, "--format", "jsonl")
    assert (code, len(out.splitlines())) == (0, 2)
    assert err == f"aidefs: nothing to check in '{tmp_path / 'empty.md'}': the file is empty\n"
    (tmp_path / "wrong.md").write_text(f"The OECD Recommendation says: “{OECD}”", encoding="utf-8")
    assert ran(capsys, tmp_path, "--format", "jsonl")[0] == 1
    assert ran(capsys, tmp_path, "--include", "r*", "--include", "e*", "--format", "jsonl")[0] == 0
    code, out, err = ran(capsys, tmp_path, "missing.md", "--format", "jsonl")
    assert (code, len(out.splitlines())) == (2, 4)
    assert err.endswith("aidefs: cannot read 'missing.md': no such file or directory\n")


def test_corrected_copies_beside_lines_of_json(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = ran(capsys, folder / "markdown", "--format", "jsonl", "--fix", tmp_path / "new")
    assert code == 1 and len(out.splitlines()) == 1
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["article.md"]


def test_a_folder_in_which_nothing_is_chosen_is_no_success(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ran(capsys, folder, "--include", "*.rtf") == (
        2, "", f"aidefs: cannot read '{folder}': no document in it\n",
    )  # fmt: skip


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "aidefs", "verify", *map(str, arguments)]


def test_progress_is_shown_on_a_terminal_alone(folder: Path) -> None:
    pty = pytest.importorskip("pty")
    screen, end = pty.openpty()
    arguments = command(folder, "--include", "*.md", "--include", "*.txt", "--format", "jsonl")
    with open(screen, "rb", buffering=0) as shown:
        piped = subprocess.run(arguments, stdout=subprocess.PIPE, stderr=end, check=False)
        os.close(end)
        assert b"Checking" in shown.read(10_000)
    unseen = subprocess.run(arguments, capture_output=True, check=False)
    assert unseen.stderr == b"" and unseen.stdout == piped.stdout


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="asks Linux for the processes")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, -signal.SIGTERM)])
def test_no_process_is_left_where_the_command_is_stopped(number: int, code: int, tmp_path: Path) -> None:
    for k in range(3):
        (tmp_path / f"{k}.md").write_text(f"{LAW}\n\n" * (3 * jobs._SHARE // len(LAW)), encoding="utf-8")
    running = subprocess.Popen(
        command(tmp_path, "--jobs", "2"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        preexec_fn=obey_interrupts,
    )
    with running:
        started: list[int] = []
        for _ in range(600):
            started = list(children(running.pid))
            if len(started) == 2:
                break
            time.sleep(0.05)
        time.sleep(1)
        running.send_signal(number)
        _, said = running.communicate(timeout=60)
    assert len(started) == 2 and running.returncode == code and b"Traceback" not in said
    assert are_gone(started)


@pytest.mark.parametrize(("counted", "cores"), [(6, 6), (None, 1)])
def test_where_no_system_says_on_which_processors_it_may_run_all_are_counted(
    counted: int | None, cores: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: counted)
    assert jobs.cores() == cores
