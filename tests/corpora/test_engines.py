"""Who works on the parts: what is said where nobody can."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.corpora import record, write_lines

from aidefs.corpora.corpus import Incomplete, corpus
from aidefs.corpora.sources import CorpusPart
from aidefs.errors import InputError

pytest.importorskip("pyarrow")


def test_parts_that_are_missing_are_named_and_done_by_the_same_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from aidefs.corpora import corpus as room
    from aidefs.corpora import engines

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
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    distributed = pytest.importorskip("distributed")
    path = write_lines(tmp_path / "a.jsonl", [record(1)])

    def nobody(*given: object, **more: object) -> object:
        raise OSError("Timed out trying to connect to tcp://127.0.0.1:1 after 30 s\nmore")

    monkeypatch.setattr(distributed, "Client", nobody)
    with pytest.raises(
        InputError, match=r"no scheduler answers at 'tcp://127.0.0.1:1': Timed out .* after 30 s$"
    ):
        corpus(path, out=tmp_path / "out", cluster="tcp://127.0.0.1:1")
