"""Who works on the parts: what is said where nobody can."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from support.corpora import record, write_lines

from aidefs.corpora import engines
from aidefs.corpora.corpus import Incomplete, corpus
from aidefs.corpora.sources import Columns, CorpusPart, plan
from aidefs.corpora.work import CorpusTask, Done
from aidefs.errors import InputError
from aidefs.library.library import Library

pytest.importorskip("pyarrow")


def test_parts_that_are_missing_are_named_and_done_by_the_same_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from aidefs.corpora import corpus as room

    path = write_lines(tmp_path / "a.jsonl", map(record, range(30)))

    def lame(parts: list[CorpusPart], *given: object) -> object:
        for part in parts:
            yield (part, "it was cancelled") if part.number == 1 else engines.work(part, *given)  # type: ignore[arg-type]

    with monkeypatch.context() as broken:
        broken.setattr(room, "by_one", lame)
        with pytest.raises(Incomplete, match=r"1 of .* missing, the first of them part 1") as raised:
            corpus(path, out=tmp_path / "out", part_size=3000)
        assert not raised.value.wanted and not (tmp_path / "out" / "summary.json").exists()
    assert corpus(path, out=tmp_path / "out", part_size=3000).summary["documents"] == 30


def test_a_scheduler_that_does_not_answer_is_one_line(
    distributed: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_lines(tmp_path / "a.jsonl", [record(1)])

    def nobody(*given: object, **more: object) -> object:
        raise OSError("Timed out trying to connect to tcp://127.0.0.1:1 after 30 s\nmore")

    monkeypatch.setattr(distributed, "Client", nobody)
    with pytest.raises(
        InputError, match=r"no scheduler answers at 'tcp://127.0.0.1:1': Timed out .* after 30 s$"
    ):
        corpus(path, out=tmp_path / "out", cluster="tcp://127.0.0.1:1")


# --- an engine whose workers do as they are told ----------------------------------------------------


class Future:
    """What comes of one part."""

    def __init__(self, made: object) -> None:
        self.made = made
        self.status = "error" if isinstance(made, Exception) else "finished"

    def add_done_callback(self, put: Callable[[Future], None]) -> None:
        put(self)

    def result(self, timeout: float) -> object:
        return self.made

    def exception(self, timeout: float) -> object:
        return self.made


class Client:
    """A client whose workers do a part, or what stands for its number in `harm`, so many times."""

    def __init__(self, harm: dict[int, list[Exception]], workers: int = 2) -> None:
        self.harm, self.workers = harm, workers
        self.given: list[int] = []
        self.loop = SimpleNamespace(asyncio_loop=SimpleNamespace(set_exception_handler=lambda _: None))

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def nthreads(self) -> dict[str, int]:
        return {str(n): 1 for n in range(self.workers)}

    def submit(self, do: Callable[..., Done], part: CorpusPart, task: CorpusTask, **_: object) -> Future:
        self.given.append(part.number)
        left = self.harm.get(part.number)
        if not left:
            return Future(do(part, task))
        return Silent(None) if left[0] is SILENCE else Future(left.pop(0))


class Silent(Future):
    """A part of which nothing is ever heard."""

    def add_done_callback(self, put: Callable[[Future], None]) -> None:
        pass


SILENCE = Exception()


@pytest.fixture(scope="module")
def distributed() -> Any:
    return pytest.importorskip("distributed")


@pytest.fixture
def parts(tmp_path: Path) -> tuple[list[CorpusPart], CorpusTask]:
    """Five parts, and what is done with each."""
    path = write_lines(tmp_path / "a.jsonl", map(record, range(30)))
    (tmp_path / "parts").mkdir()
    task = CorpusTask(str(tmp_path / "parts"), Columns(id="id"), "", "", Library.shipped().data_hash, 60.0)
    made = list(plan([str(path)], "", path.stat().st_size // 5 + 1))
    assert len(made) == 5
    return made, task


def handed_out(distributed: Any, client: Client, given: tuple[list[CorpusPart], CorpusTask]) -> list[Any]:
    parts, task = given
    return list(engines._handed_out(distributed, client, parts, task, 2, patient=False))


def test_a_part_whose_workers_die_is_given_out_again_and_then_named(
    distributed: Any, parts: tuple[list[CorpusPart], CorpusTask]
) -> None:
    death = distributed.KilledWorker("task", SimpleNamespace(address="worker"), 10)
    client = Client({0: [death] * 2, 3: [death] * engines._ATTEMPTS})
    done = handed_out(distributed, client, parts)
    assert sorted(one.number for one in done if isinstance(one, Done)) == [0, 1, 2, 4]
    assert [one for one in done if not isinstance(one, Done)] == [(parts[0][3], "its workers died")]
    assert client.given.count(0) == 3 and client.given.count(3) == engines._ATTEMPTS


def test_a_part_that_raises_an_error_is_given_out_a_few_times(
    distributed: Any, parts: tuple[list[CorpusPart], CorpusTask]
) -> None:
    full = OSError("no space left on device")
    client = Client({1: [full] * (engines._FAULTS - 1), 2: [full] * engines._FAULTS})
    done = handed_out(distributed, client, parts)
    assert [one for one in done if not isinstance(one, Done)] == [
        (parts[0][2], "OSError: no space left on device")
    ]
    assert client.given.count(1) == client.given.count(2) == engines._FAULTS


def test_what_a_user_can_do_wrong_ends_the_run(
    distributed: Any, parts: tuple[list[CorpusPart], CorpusTask]
) -> None:
    with pytest.raises(InputError, match="other definitions"):
        handed_out(distributed, Client({2: [InputError("other definitions")]}), parts)


def test_processes_that_die_are_started_anew_a_few_times(
    distributed: Any,
    parts: tuple[list[CorpusPart], CorpusTask],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing is heard of part 4, and no worker comes back; the others are done by the first processes."""
    monkeypatch.setattr(engines, "_LOOK", 0.01)
    monkeypatch.setattr(engines, "_IDLE", 0.02)
    started: list[Client] = []

    def client(*_: object, **__: object) -> Client:
        started.append(Client({4: [SILENCE]}, workers=0))
        return started[-1]

    monkeypatch.setattr(distributed, "LocalCluster", lambda **_: nullcontext())
    monkeypatch.setattr(distributed, "Client", client)
    scratch = tmp_path / "scratch"
    done = list(engines.by_processes(*parts, 2, "1GiB", str(scratch)))
    assert [one.number for one in done[:4] if isinstance(one, Done)] == [0, 1, 2, 3]
    assert done[4:] == [(parts[0][4], "its processes died, 5 times in a row")]
    assert [one.given for one in started] == [[0, 1, 2, 3, 4], *[[4]] * 4] and not scratch.exists()


def test_processes_that_cannot_be_started_are_one_line(
    distributed: Any,
    parts: tuple[list[CorpusPart], CorpusTask],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def cluster(**_: object) -> object:
        raise ValueError("Could not parse '1 gig' as a size.")

    monkeypatch.setattr(distributed, "LocalCluster", cluster)
    with pytest.raises(InputError, match=r"^the processes could not be started: Could not .* as a size$"):
        list(engines.by_processes(*parts, 2, "1 gig", str(tmp_path / "scratch")))


def test_a_cluster_does_the_parts(
    distributed: Any, parts: tuple[list[CorpusPart], CorpusTask], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(distributed, "Client", lambda *_, **__: Client({}))
    done = list(engines.by_cluster(*parts, "tcp://127.0.0.1:1"))
    assert sorted(one.number for one in done if isinstance(one, Done)) == [0, 1, 2, 3, 4]
