"""Whole runs: nothing lost, whoever does it, and whatever is killed."""

from __future__ import annotations

import io
import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from support.children import are_gone, children
from support.command import Run, is_error
from support.corpora import environment, found, leftovers, record, start, tables, write_lines
from support.hostile import obeyed

import aidefs
from aidefs.corpora.corpus import Incomplete, _Progress, corpus, opened
from aidefs.corpora.sources import CorpusPart
from aidefs.corpora.tables import DOCUMENTS, PASSAGES
from aidefs.corpora.work import DIED, Done
from aidefs.errors import InputError
from aidefs.library.library import Library

pytest.importorskip("pyarrow")

LINUX = pytest.mark.skipif(not os.path.exists("/proc/self"), reason="looks at processes as Linux tells them")
ENGINE = pytest.mark.skipif(
    find_spec("distributed") is None or find_spec("cryptography") is None, reason="needs the extra"
)
SMALL = 1 << 20  # the smallest part that the command line allows
HANGS = 600  # seconds after which a run will not end; how long it may take is no matter of these tests


def big(folder: Path, number: int = 60, size: int = 70_000) -> Path:
    """Documents enough for several parts."""
    made = [record(n) for n in range(number)]
    for one in made:
        one["text"] += "A line of words on other matters, which takes time to read.\n" * (size // 60)
    return write_lines(folder / "big.jsonl", made)


def serial(path: Path, folder: Path, size: int = SMALL) -> dict[str, bytes]:
    corpus(path, out=folder, part_size=size)
    return tables(folder)


def test_every_document_stands_in_the_tables_once(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", map(record, range(100)))
    result = corpus(path, out=tmp_path / "out", part_size=5000)
    documents, passages = found(tmp_path / "out")
    assert [row["doc"] for row in documents] == [f"d{n}" for n in range(100)]
    assert list(documents[0]) == [name for name, _, _ in DOCUMENTS]
    assert list(passages[0]) == [name for name, _, _ in PASSAGES]
    expected = [f"d{n}" for n in range(100) for taken in (n % 3 == 0, n % 7 == 0) if taken]
    assert [row["doc"] for row in passages] == expected
    for row in passages:
        text = record(int(row["doc"][1:]))["text"]
        assert "ntelligence" in text[row["start"] : row["end"]]
        assert (row["date"], row["jurisdiction"]) == (
            record(int(row["doc"][1:]))["date"],
            f"J{int(row['doc'][1:]) % 4}",
        )
    assert (result.summary["documents"], result.summary["passages"], len(result)) == (100, 49, 49)
    assert result.summary["classes"] == {"exact": 34, "changed": 0, "paraphrase": 0, "by-reference": 15}
    assert leftovers(tmp_path / "out") == []


def test_tables_do_not_depend_on_the_cut(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", map(record, range(80)))
    made = []
    for size in (999, 10_000, 1 << 22):
        corpus(path, out=tmp_path / str(size), part_size=size)
        made.append(tables(tmp_path / str(size)))
    assert made[0] == made[1] == made[2]


def test_what_is_added_is_all_that_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from aidefs.corpora import engines

    path = write_lines(tmp_path / "a.jsonl", map(record, range(50)))
    corpus(path, out=tmp_path / "out", part_size=3000)
    kept = []
    work = engines.work

    def counted(*given: object) -> object:
        done = work(*given)  # type: ignore[arg-type]
        kept.append(done.kept)
        return done

    monkeypatch.setattr(engines, "work", counted)
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(record(50)) + "\n")
    corpus(path, out=tmp_path / "out", part_size=3000)
    assert kept.count(False) == 1 and len(kept) > 3
    assert [row["doc"] for row in found(tmp_path / "out")[0]] == [f"d{n}" for n in range(51)]


def test_shares_make_a_whole(tmp_path: Path, run: Run) -> None:
    path = big(tmp_path)
    expected = serial(path, tmp_path / "serial")
    line = ("corpus", str(path), "--out", str(tmp_path / "out"), "--part-size", "1")
    for n in (2, 1, 3):
        ran = run(*line, "--share", f"{n}/3")
        assert (
            ran.code == 0
            and f"share {n}/3 is done" in ran.err
            and not (tmp_path / "out" / "summary.json").exists()
        )
    assert run(*line).code == 0
    assert tables(tmp_path / "out") == expected


def test_documents_of_one_name_are_reported(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", [record(3), record(3), record(4)])
    assert corpus(path).summary["repeated_ids"] == 1


def test_a_result_without_a_folder_is_there_as_long_as_it_is_held(tmp_path: Path) -> None:
    result = corpus(write_lines(tmp_path / "a.jsonl", [record(3)]))
    folder = Path(result.folder)
    assert len(result.records()) == 1
    if find_spec("pandas"):
        assert result.to_frame()["class"].tolist() == ["exact"]
    del result
    assert not folder.exists()


def test_a_library_of_ones_own(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    words = (
        "a loom that weaves patterns by punched cards, chosen by the weaver for the colour of every thread"
    )
    (own / "loom.toml").write_text(f'id = "loom"\nterm = "loom"\ntext = "‘Loom’ means {words}."\n')
    path = write_lines(tmp_path / "a.jsonl", [{"id": "x", "text": f"Sec. 1. “Loom” means {words}."}])
    (row,) = corpus(path, library=own).records()
    assert (row["definition"], row["class"]) == ("loom", "exact")


def test_lines_of_json_hold_no_unseen_character_and_give_the_name_back(tmp_path: Path, run: Run) -> None:
    name = "a\u202eb\x9bc\u200fd\u2028"
    path = write_lines(tmp_path / "a.jsonl", [{**record(3), "id": name}])
    assert run("corpus", str(path), "--out", str(tmp_path / "out"), "--jsonl").code == 0
    (line,) = (tmp_path / "out" / "passages.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
    assert obeyed(line) == [] and "\u200f" not in line and json.loads(line)["doc"] == name


def test_the_summary_holds_no_unseen_character_and_gives_the_place_back(tmp_path: Path, run: Run) -> None:
    place = "a\u202eb\x9bc\u200fd\u2028"
    path = write_lines(tmp_path / "a.jsonl", [{**record(3), "jurisdiction": place}])
    assert run("corpus", str(path), "--out", str(tmp_path / "out")).code == 0
    summary = (tmp_path / "out" / "summary.json").read_text(encoding="utf-8")
    assert obeyed(summary.replace("\n", "")) == [] and "\u200f" not in summary
    assert [one["jurisdiction"] for one in json.loads(summary)["jurisdictions"]] == [place]


def test_the_command_line(tmp_path: Path, run: Run) -> None:
    path = write_lines(tmp_path / "a.jsonl", map(record, range(10)))
    ran = run("corpus", str(path), "--out", str(tmp_path / "out"), "--jsonl")
    assert (ran.code, ran.err) == (0, "") and "10 documents, 5 of them with 6 passages" in ran.out
    lines = (tmp_path / "out" / "passages.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["doc"] for line in lines] == [row["doc"] for row in found(tmp_path / "out")[1]]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--share", "3/2"), "--share is '3/2'; it takes the number of a share"),
        (("--jobs", "2", "--cluster", "tcp://127.0.0.1:1"), "exclude each other"),
        (("--library", "nowhere"), "nowhere"),
    ],
)
def test_wrong_options_are_one_line(tmp_path: Path, run: Run, arguments: tuple[str, ...], said: str) -> None:
    path = write_lines(tmp_path / "a.jsonl", [record(1)])
    is_error(run("corpus", str(path), "--out", str(tmp_path / "out"), *arguments), said)


def test_no_source_is_one_line(run: Run, tmp_path: Path) -> None:
    is_error(run("corpus", "--out", str(tmp_path / "out")), "one or more sources")


@pytest.mark.parametrize("package", ["pyarrow", "distributed", "cryptography"])
def test_without_the_extra_one_line_says_what_to_install(tmp_path: Path, package: str) -> None:
    path = write_lines(tmp_path / "a.jsonl", [record(1)])
    line = f"import sys; sys.modules[{package!r}] = None; from aidefs.cli.main import main; "
    line += "sys.exit(main(sys.argv[1:]))"
    words = ["corpus", str(path), "--out", str(tmp_path / "out"), "--jobs", "2"]
    ran = subprocess.run([sys.executable, "-c", line, *words], capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert ran.stderr.endswith("pip install 'aidefs[corpus]'\n") and ran.stderr.count("\n") == 1
    checked = subprocess.run(
        [sys.executable, "-c", line, "verify", str(Path(__file__).parents[2] / "examples" / "my-draft.txt")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert checked.returncode in (0, 1) and "Traceback" not in checked.stderr


# --- processes --------------------------------------------------------------------------------


def wait_for_work(process: subprocess.Popen[str], out: Path) -> None:
    """Until the first part is done."""
    while not list(out.glob("parts/*.parquet")) and process.poll() is None:
        time.sleep(0.1)


@LINUX
@ENGINE
def test_poisons_and_a_killed_worker_cost_themselves_alone(tmp_path: Path) -> None:
    """Four documents that raise, kill, hang in C code and eat memory, and a worker that is killed besides."""
    path = big(tmp_path, 100)
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, poison in ((11, "raise"), (30, "kill"), (52, "loop"), (77, "memory")):
        one = json.loads(lines[number])
        lines[number] = json.dumps({**one, "text": f"{one['text']} POISON {poison}"}, ensure_ascii=False)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    out = tmp_path / "out"
    words = (path, "--out", out, "--jobs", "2", "--part-size", "1", "--timeout", "5", "--memory", "400MiB")
    process = start(words, env=environment(tmp_path))
    wait_for_work(process, out)
    below = list(children(process.pid))
    for number in below[-1:]:
        os.kill(number, signal.SIGKILL)
    _, told = process.communicate(timeout=HANGS)
    assert process.returncode == 0, told
    documents, passages = found(out)
    assert [row["doc"] for row in documents] == [f"d{n}" for n in range(100)]
    faults = {row["doc"]: row["fault"] for row in documents if row["fault"]}
    assert faults == {"d11": "LookupError: spoilt", "d30": DIED, "d52": DIED, "d77": DIED}
    assert len(passages) == sum((n % 3 == 0) + (n % 7 == 0) for n in range(100) if f"d{n}" not in faults)
    assert leftovers(out) == [] and are_gone(below)
    assert "Traceback" not in told


@LINUX
@ENGINE
def test_a_killed_run_goes_on_where_it_was_and_ends_equal(tmp_path: Path) -> None:
    path = big(tmp_path, 80)
    expected = serial(path, tmp_path / "serial")
    out = tmp_path / "out"
    words = (path, "--out", out, "--jobs", "2", "--part-size", "1")
    process = start(words)
    wait_for_work(process, out)
    below = list(children(process.pid))
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    assert are_gone(below)
    again = start(words)
    _, told = again.communicate(timeout=HANGS)
    assert again.returncode == 0, told
    assert tables(out) == expected
    assert leftovers(out) == []


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stderr
    for line in process.stderr:
        if match := re.search(r"Scheduler at:\s+(tcp://\S+)", line):
            return match[1]
    raise AssertionError("no scheduler")


@LINUX
@ENGINE
@pytest.mark.exhaustive
def test_workers_of_a_cluster_by_address_of_which_one_is_killed(tmp_path: Path) -> None:
    path = big(tmp_path, 200)
    expected = serial(path, tmp_path / "serial")
    dask = [
        sys.executable,
        "-m",
        "distributed.cli.dask_scheduler",
        "--host",
        "127.0.0.1",
        "--port",
        "0",
        "--no-dashboard",
    ]
    started = [subprocess.Popen(dask, stderr=subprocess.PIPE, encoding="utf-8")]
    try:
        address = _address(started[0])
        for _ in range(2):
            one = [
                sys.executable,
                "-m",
                "distributed.cli.dask_worker",
                address,
                "--nthreads",
                "1",
                "--no-dashboard",
            ]
            started.append(subprocess.Popen(one, stderr=subprocess.DEVNULL, cwd=tmp_path))
        process = start((path, "--out", tmp_path / "out", "--cluster", address, "--part-size", "1"))
        wait_for_work(process, tmp_path / "out")
        for number in list(children(started[1].pid))[:1]:
            os.kill(number, signal.SIGKILL)
        _, told = process.communicate(timeout=HANGS)
        assert process.returncode == 0, told
        assert tables(tmp_path / "out") == expected
    finally:
        for one in started:
            for number in (*children(one.pid), one.pid):
                os.kill(number, signal.SIGKILL)
            one.communicate()


@LINUX
@ENGINE
@pytest.mark.exhaustive
@pytest.mark.long
@pytest.mark.parametrize("mode", ["main", "worker", "group"])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_kills_at_random_lose_nothing(tmp_path: Path, mode: str, jobs: str) -> None:
    """Forty-two kills in all: the main process, a worker, the whole group, of one process and of several."""
    if mode == "worker" and jobs == "1":
        mode = "main"
    chance = random.Random(f"{mode}{jobs}")
    path = big(tmp_path, 120)
    expected = serial(path, tmp_path / "serial")
    out = tmp_path / "out"
    words = (path, "--out", out, "--jobs", jobs, "--part-size", "1")
    kills = 0
    seen: set[int] = set()
    while kills < 7:
        process = start(words)
        seen.add(process.pid)
        while kills < 7 and process.poll() is None:
            time.sleep(chance.uniform(0.5, 3.0 if jobs == "1" else 8.0))
            below = list(children(process.pid))
            seen.update(below)
            if process.poll() is not None:
                break
            if mode == "group":
                os.killpg(process.pid, signal.SIGKILL)
            else:
                victims = below if mode == "worker" else [process.pid]
                for number in chance.sample(victims, min(1, len(victims))):
                    os.kill(number, signal.SIGKILL)
            kills += 1
            if mode != "worker":
                break
        process.communicate(timeout=HANGS)
        if kills < 7 and (out / "summary.json").exists():
            for made in out.glob("parts/*.parquet"):
                made.unlink()  # so that there is something left to kill
    again = start(words)
    _, told = again.communicate(timeout=HANGS)
    assert again.returncode == 0, told
    assert tables(out) == expected
    assert leftovers(out) == [] and are_gone(seen)


def test_a_script_without_a_guard_is_told(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    path = write_lines(tmp_path / "a.jsonl", [record(1)])
    script = tmp_path / "script.py"
    script.write_text(f"import aidefs\naidefs.corpus({str(path)!r}, out={str(tmp_path / 'out')!r}, jobs=2)\n")
    ran = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, check=False, timeout=HANGS
    )
    assert "put the call under if __name__ == '__main__':" in ran.stderr


def test_the_public_names() -> None:
    assert aidefs.corpus is corpus


def test_other_terms_are_looked_for_where_they_are_asked_for(tmp_path: Path) -> None:
    fake = Library.shipped()["us-co-hb24-1147-2024-deepfake"]
    path = write_lines(tmp_path / "a.jsonl", [{"id": "a", "text": fake.text, "date": "2025-01-01"}])
    assert len(corpus(path, out=tmp_path / "systems")) == 0
    for term in ("deep-fake", "deep fake", "all"):
        result = corpus(path, out=tmp_path / "fakes", term=term)  # in one folder: a part knows its term
        assert [row["definition"] for row in result.passages()] == [fake.id], term
        assert [course.definition.id for course in aidefs.spread(result).courses] == [fake.id]
    with pytest.raises(InputError, match="unknown term"):
        corpus(path, out=tmp_path / "none", term="unicorn")


def test_shares_in_python_are_put_together_by_a_call_without_one(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", map(record, range(40)))
    for share in ("1/2", "2/2"):
        with pytest.raises(Incomplete, match=f"share {share} is done") as told:
            corpus(path, out=tmp_path / "out", share=share, part_size=3000)
        assert told.value.wanted
    corpus(path, out=tmp_path / "out", part_size=3000)
    assert tables(tmp_path / "out") == serial(path, tmp_path / "whole", 3000)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"share": "3/2"}, "--share is '3/2'; it takes the number of a share"),
        ({"share": "half"}, "--share is 'half'"),
        ({"jobs": 2, "cluster": "tcp://127.0.0.1:1"}, "exclude each other"),
        ({"jobs": 2, "library": Library.shipped()}, "library is a folder that each of them can read"),
    ],
)
def test_what_cannot_be_used_in_python_is_one_line(tmp_path: Path, given: dict[str, Any], said: str) -> None:
    path = write_lines(tmp_path / "a.jsonl", map(record, range(4)))
    with pytest.raises(InputError) as told:
        corpus(path, out=tmp_path / "out", **given)
    assert said in str(told.value) and "\n" not in str(told.value)


def test_a_folder_of_something_else_holds_no_corpus(tmp_path: Path) -> None:
    for content in (None, "{", "[]", '{"schema": "aidefs/other/1"}'):
        if content is not None:
            (tmp_path / "summary.json").write_text(content, "utf-8")
        with pytest.raises(InputError, match="holds no corpus"):
            opened(tmp_path)
    with pytest.raises(InputError, match="one or more sources"):
        corpus(out=tmp_path / "out")
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(InputError, match="cannot write"):
        corpus(tmp_path / "summary.json", out=tmp_path / "file")


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("stream", [Screen(), io.StringIO(), None])
def test_a_run_says_how_far_it_is(stream: io.StringIO | None, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(0, 10_000, 40))
    monkeypatch.setattr("aidefs.corpora.corpus.time.monotonic", lambda: float(next(clock)))
    parts = [CorpusPart(number, "jsonl", "a.jsonl", 0, 100) for number in range(3)]
    told = _Progress(parts, stream)
    told.done(Done(0, documents=10, failed=1, passages=4, kept=False))
    told.done(Done(1, documents=5, failed=0, passages=0, kept=True))
    told.end()
    if stream is None:
        return
    said = stream.getvalue()
    assert "10 documents" in said and "1 failed" in said and "left" in said and "5 kept from before" in said
    assert ("\r" in said) == stream.isatty()
