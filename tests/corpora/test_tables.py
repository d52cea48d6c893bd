"""Tables: sealed parts, row groups of one size."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.corpora import record, write_lines

from aidefs.corpora import tables
from aidefs.corpora.corpus import corpus
from aidefs.corpora.tables import draft_of, manifest, parquet_file, read_rows

pytest.importorskip("pyarrow")


@pytest.mark.exhaustive
@pytest.mark.long
def test_a_wrong_bit_in_any_byte_of_a_part_is_found(tmp_path: Path) -> None:
    corpus(write_lines(tmp_path / "a.jsonl", map(record, range(12))), out=tmp_path / "out")
    made = tmp_path / "out" / "parts" / "000000.parquet"
    good = made.read_bytes()
    assert manifest(str(made)) is not None
    for at in range(len(good)):
        bad = bytearray(good)
        bad[at] ^= 1 << at % 8
        made.write_bytes(bad)
        assert manifest(str(made)) is None, f"byte {at}"


def test_row_groups_are_of_one_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "ROWS", 7)
    corpus(write_lines(tmp_path / "a.jsonl", map(record, range(40))), out=tmp_path / "out", part_size=999)
    with parquet_file(str(tmp_path / "out" / "documents.parquet")) as file:
        sizes = [file.metadata.row_group(k).num_rows for k in range(file.num_row_groups)]
    assert sizes == [7] * 5 + [5]
    rows = read_rows(str(tmp_path / "out" / "documents.parquet"))
    assert [row["doc"] for row in rows] == [f"d{n}" for n in range(40)]


def test_a_draft_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.write_text("old")
    with pytest.raises(ZeroDivisionError), draft_of(str(target)) as draft:
        Path(draft).write_text("half")
        _ = 1 / 0
    assert target.read_text() == "old" and [path.name for path in tmp_path.iterdir()] == ["a"]
    with draft_of(str(target)) as draft:
        Path(draft).write_text("new")
    assert target.read_text() == "new"
    (tmp_path / "b").touch()
    assert target.stat().st_mode == (tmp_path / "b").stat().st_mode, "a group may read what one of it made"
