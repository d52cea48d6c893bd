"""Sources: cut anywhere, each record stands in one part; and what a damaged one says."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import tracemalloc
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.corpora import record, write_lines
from support.documents import make

from aidefs.corpora import sources
from aidefs.corpora.sources import Columns, CorpusPart, digest, plan, records
from aidefs.errors import InputError
from aidefs.readers import limits
from aidefs.readers import read as reading

pa = pytest.importorskip("pyarrow")
pytest.importorskip("pyarrow.parquet")

COLUMNS = Columns(id="id", date="date", jurisdiction="jurisdiction")


def read(parts: Sequence[CorpusPart], columns: Columns = COLUMNS) -> list[tuple[str, str]]:
    """Names and texts of the records of parts; of one that cannot be read the reason."""
    made = []
    for part in parts:
        for one in records(part, columns, 60):
            try:
                made.append((one.doc, one.read()))
            except InputError as error:
                made.append((one.doc, f"! {error}"))
    return made


def expected(number: int) -> list[tuple[str, str]]:
    return [(one["id"], one["text"]) for one in map(record, range(number))]


@pytest.mark.parametrize("size", [1, 100, 1000, 5000, 1 << 22])
def test_lines_of_json(tmp_path: Path, size: int) -> None:
    path = write_lines(tmp_path / "a.jsonl", map(record, range(60)))
    parts = plan([str(path)], str(tmp_path / "spool"), size)
    assert read(parts) == expected(60)
    assert len(parts) == -(-path.stat().st_size // size)


@given(st.lists(st.text(max_size=40), max_size=20), st.integers(1, 200))
@settings(max_examples=60, deadline=None)
def test_no_character_inside_a_record_ends_it(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], size: int
) -> None:
    folder = tmp_path_factory.mktemp("lines")
    path = write_lines(folder / "a.jsonl", ({"id": str(n), "text": text} for n, text in enumerate(texts)))
    lasting = [text.encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass") for text in texts]
    assert read(plan([str(path)], "", size)) == [(str(n), text) for n, text in enumerate(lasting)]


def test_separators_of_unicode_stay_in_their_record(tmp_path: Path) -> None:
    text = "a\u2028b\u2029c\x85d\x0be\x0cf\x1cg"
    path = write_lines(tmp_path / "a.jsonl", [{"id": "x", "text": text}, {"id": "y", "text": "z"}])
    assert read(plan([str(path)], "", 10)) == [("x", text), ("y", "z")]


def test_packed_lines_are_unpacked_once(tmp_path: Path) -> None:
    plain = write_lines(tmp_path / "a.jsonl", map(record, range(60)))
    packed = tmp_path / "b.jsonl.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    parts = plan([str(packed)], str(tmp_path / "spool"), 3000)
    assert read(parts) == expected(60)
    assert len(list((tmp_path / "spool").iterdir())) == 1
    assert {part.shown for part in parts} == {str(packed)}
    packed.write_bytes(packed.read_bytes()[:-30])
    with pytest.raises(InputError, match="damaged"):
        plan([str(packed)], str(tmp_path / "spool"), 3000)


@pytest.mark.parametrize("ending", [".csv", ".tsv"])
@pytest.mark.parametrize("size", [50, 700, 1 << 22])
def test_tables_with_line_ends_and_marks_in_cells(tmp_path: Path, ending: str, size: int) -> None:
    rows = [
        {**record(n), "text": f'{record(n)["text"]}\n"{n}", he said; "a\r\n"b"" ' + "x" * 200}
        for n in range(30)
    ]
    path = tmp_path / f"a{ending}"
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]), delimiter="\t" if ending == ".tsv" else ",")
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(out.getvalue().encode())
    parts = plan([str(path)], "", size)
    assert read(parts) == [(row["id"], row["text"]) for row in rows]
    at = [one.position for part in parts for one in records(part, COLUMNS, 60)]
    assert all(
        path.read_bytes()[place:].startswith(f"d{n}{',' if ending == '.csv' else chr(9)}".encode())
        for n, place in enumerate(at)
    )


def test_a_cell_may_be_longer_than_the_csv_module_allows(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,text\n1," + "x" * 200_000 + "\n")
    assert read(plan([str(path)], "", 1 << 20), Columns(id="id"))[0][1] == "x" * 200_000


@pytest.mark.parametrize("size", [500, 1 << 22])
@pytest.mark.parametrize("group", [7, 1000])
def test_parquet(tmp_path: Path, size: int, group: int) -> None:
    path = tmp_path / "a.parquet"
    pa.parquet.write_table(pa.Table.from_pylist([record(n) for n in range(60)]), path, row_group_size=group)
    parts = plan([str(path)], "", size)
    assert read(parts) == expected(60)
    assert [one.position for part in parts for one in records(part, COLUMNS, 60)] == list(range(60))


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # of the writer
def test_archives_of_web_pages(tmp_path: Path) -> None:
    pytest.importorskip("warcio")
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    path = tmp_path / "a.warc.gz"
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        page = io.BytesIO(b"<html><body><p>A law &amp; a page</p></body></html>")
        head = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.0")
        writer.write_record(
            writer.create_warc_record("http://a.example/1", "response", payload=page, http_headers=head)
        )
        text = io.BytesIO(b"Plain text of a law")
        writer.write_record(
            writer.create_warc_record(
                "http://a.example/2", "conversion", payload=text, warc_content_type="text/plain"
            )
        )
    found = read(plan([str(path)], "", 1 << 20))
    assert [(name, text.strip()) for name, text in found] == [
        ("http://a.example/1", "A law & a page"), ("http://a.example/2", "Plain text of a law"),
    ]  # fmt: skip


def test_folders_lists_and_several_sources(tmp_path: Path) -> None:
    folder = tmp_path / "laws"
    folder.mkdir()
    (folder / "a.txt").write_text("first")
    (folder / "b.docx").write_bytes(make("docx", ["second"]))
    (folder / "c.docx").write_bytes(b"no such thing")
    lines = write_lines(tmp_path / "z.jsonl", [{"id": "third", "text": "third"}])
    names = tmp_path / "names.txt"
    names.write_text(f"{folder}\n\n{lines}\n")
    found = read(plan([f"@{names}"], "", 1 << 20), Columns(id="id"))
    assert [(Path(name).name, text.strip()) for name, text in found[:2]] == [
        ("a.txt", "first"),
        ("b.docx", "second"),
    ]
    assert Path(found[2][0]).name == "c.docx" and found[2][1].startswith("! cannot read")
    assert found[3] == ("third", "third")


def test_records_without_names_go_by_file_and_place(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", [{"text": "a"}, {"text": "b"}])
    assert [name for name, _ in read(plan([str(path)], "", 1 << 20))] == [f"{path}#0", f"{path}#14"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "no JSON"),
        ("[1]", "no object"),
        ('{"text": ' + "[" * 100_000, "no JSON object: maximum recursion depth exceeded"),
        ('{"id": "x"}', "no such field; there are id"),
        ('{"text": 3}', "int"),
    ],
)
def test_a_record_that_is_none_costs_itself_alone(tmp_path: Path, line: str, why: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"text": "a"}}\n{line}\n\n{{"text": "b"}}\n')
    found = [text for _, text in read(plan([str(path)], "", 1 << 20))]
    assert (found[0], found[2], len(found)) == ("a", "b", 3)
    assert found[1].startswith("! ") and why in found[1]


@pytest.mark.parametrize("ending", [".csv", ".parquet"])
def test_a_column_that_is_not_there_is_said_at_once(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a{ending}"
    if ending == ".csv":
        path.write_text("id,body\n1,a\n")
    else:
        pa.parquet.write_table(pa.table({"id": ["1"], "body": ["a"]}), path)
    with pytest.raises(InputError, match="no column 'text'; there are id, body"):
        read(plan([str(path)], "", 1 << 20))


@pytest.mark.parametrize("name", ["a.xyz", "nothing.jsonl"])
def test_what_is_no_source_is_said(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.xyz").write_text("x")
    with pytest.raises(InputError, match=f"cannot read '.*{name}'"):
        plan([str(tmp_path / name)], "", 1 << 20)


def test_every_change_of_a_record_changes_the_digest_of_its_part_alone(tmp_path: Path) -> None:
    """Also of the end of a record that begins before a cut and ends behind it."""
    made = [record(n) for n in range(40)]
    path = write_lines(tmp_path / "a.jsonl", made)
    parts = plan([str(path)], "", 2000)
    before = [digest(part, COLUMNS) for part in parts]
    starts = [[one.position for one in records(part, COLUMNS, 60)] for part in parts]
    crossing = next(
        k for k, part in enumerate(parts) if starts[k] and starts[k][-1] < part.stop < len(path.read_bytes())
    )
    data = path.read_bytes()
    end = data.index(b"\n", starts[crossing][-1]) - 3
    assert end > parts[crossing].stop
    path.write_bytes(data[:end] + b"#" + data[end + 1 :])
    after = [digest(part, COLUMNS) for part in parts]
    assert [k for k, (a, b) in enumerate(zip(before, after, strict=True)) if a != b] == [crossing]


def written(folder: Path, kind: str, words: str) -> Path:
    """A source of one record, or of a document and one that is damaged, with the words in it."""
    path = folder / f"a.{kind}"
    if kind == "csv":
        path.write_text(f"id,text\n1,{words}\n")
    elif kind == "parquet":
        pa.parquet.write_table(pa.Table.from_pylist([{"id": "1", "text": words}]), path)
    elif kind == "warc":
        path.write_text(words)
    else:
        path.mkdir(exist_ok=True)
        (path / "a.txt").write_text(words)
        (path / "b.txt").unlink(missing_ok=True)
        (path / "b.txt").symlink_to(path / "none.txt")
    return path


@pytest.mark.parametrize("kind", ["csv", "parquet", "warc", "folder"])
def test_the_digest_of_every_kind_of_source_follows_its_words(kind: str, tmp_path: Path) -> None:
    marks = []
    for words in ("a tool", "a tool", "a saw"):
        (part,) = plan([str(written(tmp_path, kind, words))], "", 1 << 20)
        marks.append(digest(part, Columns(id="id")))
    assert marks[0] == marks[1] != marks[2]


def test_documents_are_put_together_up_to_the_size_of_a_part(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(name * 60)
    assert [len(part.files) for part in plan([str(tmp_path)], "", 130)] == [2, 1]
    with pytest.raises(InputError, match="its ending is none of"):
        packed = tmp_path / "laws.odd.gz"
        packed.write_bytes(gzip.compress(b"x"))
        plan([str(packed)], "")


def test_lines_are_what_json_says(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(json.dumps({"text": "half \ud800"}).encode() + b"\r\n" + b'{"text": "b"}')
    assert [text for _, text in read(plan([str(path)], "", 1 << 20))] == ["half \ud800", "b"]


# --- hostile sources ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.jsonl.gz", "a.warc", "a.parquet", "a.txt"])
@pytest.mark.skipif(not os.path.exists("/dev/null"), reason="the system has no such devices")
def test_devices_and_pipes_are_no_sources(name: str, tmp_path: Path) -> None:
    (tmp_path / name).symlink_to("/dev/null")
    with pytest.raises(InputError, match="it is a device"):
        plan([str(tmp_path / name)], "")
    (tmp_path / name).unlink()
    os.mkfifo(tmp_path / name)
    with pytest.raises(InputError, match="it is a named pipe"):
        plan([str(tmp_path / name)], "")


def test_lines_that_become_far_more_than_they_are_packed_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "FILE", 1 << 20)
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b" " * (4 << 20)))
    with pytest.raises(InputError, match="it becomes more than 200 times as large"):
        plan([str(path)], str(tmp_path / "spool"))
    assert list((tmp_path / "spool").iterdir()) == []


@pytest.mark.parametrize("size", [700, 1 << 22])
def test_a_line_longer_than_a_file_may_be_is_a_fault_of_its_own(
    size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "FILE", 3000)
    long = {"id": "long", "text": "a " * 3000}
    path = write_lines(tmp_path / "a.jsonl", [record(0), long, record(1), long, record(2)])
    found = [text for _, text in read(plan([str(path)], "", size))]
    assert found == [record(0)["text"], "! larger than 0 MiB", record(1)["text"], found[1], record(2)["text"]]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # of the reader
def test_a_page_that_unpacks_to_more_than_a_file_may_be_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "FILE", 1 << 20)
    monkeypatch.setattr(limits, "FILE", 1 << 20)
    monkeypatch.setattr(reading, "FILE", 1 << 20)
    body = gzip.compress(os.urandom(10 << 20).hex().encode(), 1)
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + body
    fields = {
        "WARC-Type": "response",
        "WARC-Target-URI": "http://x/",
        "WARC-Date": "2020-01-01T00:00:00Z",
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(http)),
    }
    head = "WARC/1.0\r\n" + "".join(f"{name}: {value}\r\n" for name, value in fields.items()) + "\r\n"
    (tmp_path / "a.warc").write_bytes((head.encode() + http + b"\r\n\r\n") * 2)
    tracemalloc.start()
    try:
        assert read(plan([str(tmp_path / "a.warc")], "")) == [("http://x/", "! larger than 1 MiB")] * 2
        assert tracemalloc.get_traced_memory()[1] < 10 << 20  # the page has 20 MiB
    finally:
        tracemalloc.stop()


TABLE = "".join(f"d{n},text {n}\n" for n in range(40))


@pytest.mark.parametrize("size", [100, 1 << 22])
def test_a_row_larger_than_a_file_may_be_is_a_fault_of_its_own(
    size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With an open quotation mark, all that follows would be one cell."""
    monkeypatch.setattr(sources, "FILE", 3000)
    path = tmp_path / "a.csv"
    path.write_text(f'id,text\na,one\nb,"open {TABLE * 10}c,{"x" * 4000}\nd,two\n')
    found = read(plan([str(path)], "", size), Columns(id="id"))
    large = "! larger than 0 MiB; perhaps a quotation mark is not closed"
    faults = [text for _, text in found if text.startswith("!")]
    assert (found[0], found[-1], found[1]) == (("a", "one"), ("d", "two"), (f"{path}#14", large))
    assert found[2][0].startswith("d") and found[2][1].startswith("text")  # the next line begins a row
    assert faults == [large] * 2


@pytest.mark.parametrize("size", [10, 1 << 22])
def test_a_quotation_mark_that_stays_open_is_a_fault(size: int, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('id,text\na,one\nb,5" wide\nc,"two\nd,three\n')
    assert read(plan([str(path)], "", size), Columns(id="id")) == [
        ("a", "one"), ("b", '5" wide'), (f"{path}#24", "! a quotation mark is not closed"),
    ]  # fmt: skip


def test_a_table_whose_first_row_does_not_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('id,"text\na,one\n')
    with pytest.raises(InputError, match="its first row: a quotation mark is not closed"):
        read(plan([str(path)], ""))


ROW = st.lists(st.text("ab\"',;\r\n\té\u2028", max_size=8), min_size=2, max_size=2)


@given(st.lists(ROW, max_size=12), st.integers(1, 60), st.booleans())
def test_any_table_is_cut_at_its_rows(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], size: int, marked: bool
) -> None:
    path = tmp_path_factory.mktemp("rows") / "a.csv"
    out = io.StringIO(newline="")
    csv.writer(out).writerows([["id", "text"], *rows])
    path.write_bytes(out.getvalue().encode("utf-8-sig" if marked else "utf-8"))
    parts = plan([str(path)], "", size)
    assert [one.stop for one in parts[:-1]] == [one.start for one in parts[1:]]
    found = read(parts, Columns(id="id"))
    assert [(name, text) for (name, text), (own, _) in zip(found, rows, strict=True) if own] == [
        (own, text) for own, text in rows if own
    ]


def warc(head: bytes, body: bytes, number: int = 1) -> bytes:
    """An archive of pages that are all the same, with more lines in their heads."""
    length = b"Content-Length: %d\r\n" % len(body)
    kind = b"WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\n"
    return (kind + head + length + b"\r\n" + body + b"\r\n\r\n") * number


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # of the reader
@pytest.mark.parametrize("head", [b"X: %s\r\n" % (b"a" * (20 << 20)), b"X: a\r\n" * 1000, b" a\r\n" * 1000])
def test_the_head_of_a_page_is_bounded(head: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("warcio")
    monkeypatch.setattr(sources, "HEAD", 1000)
    path = tmp_path / "a.warc"
    path.write_bytes(warc(b"", b"words") * 50 + warc(b"X: y\r\n" + head, b"words"))
    found = records(CorpusPart(0, "warc", str(path)), COLUMNS, 60)
    tracemalloc.start()
    try:
        assert [next(found).read() for _ in range(50)] == ["words"] * 50
        with pytest.raises(ValueError, match="the head of a page is larger than 0 MiB"):
            next(found)
        assert tracemalloc.get_traced_memory()[1] < 10 << 20
    finally:
        tracemalloc.stop()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # of the reader
@pytest.mark.parametrize("kind", [b"", b"WARC-Type: metadata\r\n"])
def test_an_archive_that_becomes_far_more_than_it_is_packed_is_not_read_to_its_end(
    kind: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither in a page, nor in what is passed over."""
    pytest.importorskip("warcio")
    monkeypatch.setattr(sources, "FILE", 1 << 20)
    path = tmp_path / "a.warc.gz"
    large = warc(b"", b" " * (8 << 20)).replace(
        b"WARC-Type: conversion\r\n", kind or b"WARC-Type: resource\r\n"
    )
    path.write_bytes(gzip.compress(warc(b"", b"words")) + gzip.compress(large))
    found = records(CorpusPart(0, "warc", str(path)), COLUMNS, 60)
    assert next(found).read() == "words"
    with pytest.raises(ValueError, match="it becomes more than 200 times as large"):
        list(found)


@pytest.mark.parametrize("name", ["a.csv", "a.parquet"])
def test_a_cell_larger_than_a_file_may_be_is_a_fault(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / name
    texts = ["one", "x" * 2000, "two"]
    if name == "a.csv":
        path.write_text("text\n" + "\n".join(texts))
    else:
        pa.parquet.write_table(pa.table({"text": texts}), path)
    monkeypatch.setattr(sources, "FILE", 1000)
    found = [text for _, text in read(plan([str(path)], ""), Columns())]
    assert found[0] == "one" and found[1].startswith("! larger than 0 MiB") and found[2] == "two"
