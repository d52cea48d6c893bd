"""Broken and hostile files: one clear line each, the others still read, memory bounded."""

from __future__ import annotations

import inspect
import io
import os
import signal
import struct
import subprocess
import sys
import time
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.children import are_gone, children, obey_interrupts
from support.documents import ENDING, MAKERS, archive, docx_parts, make, numbered, pdf, with_part

import aidefs
from aidefs.cli.main import main
from aidefs.errors import InputError
from aidefs.readers import archives, flow, limits, source
from aidefs.readers.limits import CHARACTERS, FILE, MARKS, MIB, PARTS
from aidefs.readers.read import read, read_bytes

PARAGRAPHS = ["One paragraph — with a “quotation”.", aidefs.get("coe").text]
ENTITIES = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "lol">' for n in range(10))
LAUGHS = f"<!DOCTYPE x [{ENTITIES}]>"
OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


def encrypted_zip(data: bytes) -> bytes:
    """An archive whose parts claim to have a password."""
    out = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = out.find(signature)
        while at >= 0:
            flags = struct.unpack_from("<H", out, at + offset)[0]
            struct.pack_into("<H", out, at + offset, flags | 1)
            at = out.find(signature, at + 4)
    return bytes(out)


def bomb(form: str, part: str, size: int) -> bytes:
    """An archive in which one part unpacks to a great size."""
    return with_part(make(form, ["x"]), part, b"<a>" + b" " * size + b"</a>")


def pdf_bomb(content: bytes, times: int) -> bytes:
    """A PDF whose page unpacks to a great size."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(content) for _ in range(times)) + packer.flush()
    plain = pdf([["x"]])
    start, end = plain.index(b"<</Length"), plain.index(b"endstream")
    stream = b"<</Length %d/Filter/FlateDecode>>stream\n%s\n" % (len(packed), packed)
    return plain[:start] + stream + plain[end:]  # PDFium rebuilds the table of offsets


def encrypted_pdf() -> bytes:
    return pdf([["x"]]).replace(
        b"/Root 1 0 R>>",
        b"/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4"
        b"/O<" + b"00" * 32 + b">/U<" + b"11" * 32 + b">>>>>",
    )


def shared_pages(levels: int) -> bytes:
    """A PDF of ten pages to the power of `levels`, which are all the same object."""
    page = b"<</Type/Page/MediaBox[0 0 9 9]>>"
    kids = [
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (b"%d 0 R " % (k + 3) * 10, 10 ** (levels - k))
        for k in range(levels)
    ]
    return numbered([b"<</Type/Catalog/Pages 2 0 R>>", *kids, page])


def spaces(number: int) -> bytes:
    """An OpenDocument text of a word and of elements that are a thousand spaces each, not compressed."""
    data = make("odt", ["an AI system"])
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        content = old.read("content.xml").decode()
    head, end, tail = content.partition("</text:p>")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as new:
        new.writestr("content.xml", head + '<text:s text:c="1000"/>' * number + end + tail)
    return packed.getvalue()


MACRO = b"\\newcommand{\\a}{" + b"x" * 9800 + b"}\n"
# Macros of thousands of macros, each of which would be 30 million characters.
MACROS = MACRO + b"".join(
    b"\\newcommand{\\b%c%c}{%s}\n" % (97 + k // 26, 97 + k % 26, b"\\a " * 3000) for k in range(600)
)

SHEET = '<a><Relationship Type="x/officeDocument" Target="xl/workbook.xml"/></a>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
JUNK = bytes(range(256)) * 40

# What each file must be called, by name: (content, what is said).
BROKEN = {
    "nul.txt": (b"text \0 text", "not text"),
    "junk.txt": (JUNK, "not text"),
    "controls.txt": (b"\x01\x02\x03 abc" * 50, "not text"),
    "half.txt": (b"\xff\xfe\x00\xd8\x00", "not the utf-16-le text that its first bytes announce"),
    "mark.txt": (b"\xef\xbb\xbf\xff", "not the utf-8 text that its first bytes announce"),
    "large.txt": (b"a" * (FILE + 1), "larger than 64 mib"),
    "marks.html": (b"<b>" * (MARKS + 1), "more than 2,000,000 signs of mark-up"),
    "macro.tex": (MACRO + b"\\a " * 500_000, "it becomes more than 67,108,864 characters"),
    "spaces.odt": (spaces(70_000), "it becomes more than 67,108,864 characters"),
    "pages.pdf": (shared_pages(6), "more than 50,000 pages"),
    "marks.tex": (b"{" * (MARKS + 1), "more than 2,000,000 signs of mark-up"),
    "old.docx": (OLE, "an old binary or an encrypted document, which is not read; save it as .docx or .odt"),
    "junk.docx": (JUNK, "damaged, or not of the kind that its name says"),
    "cut.docx": (make("docx", ["x"])[:-200], "damaged, or not of the kind that its name says"),
    "word.docx": (archive({"a.xml": "<a/>"}), "not a word document: the archive has no document part; save"),
    "sheet.docx": (
        archive({"_rels/.rels": SHEET, "xl/workbook.xml": "<a/>"}),
        "a workbook or a presentation, which is not read",
    ),
    "password.docx": (encrypted_zip(make("docx", ["x"])), "'_rels/.rels' in the archive is encrypted"),
    "xml.docx": (
        with_part(make("docx", ["x"]), "word/document.xml", "<a><b></a>"),
        "'word/document.xml' in the archive is not well-formed xml: mismatched tag",
    ),
    "laughs.docx": (
        with_part(make("docx", ["x"]), "word/document.xml", LAUGHS + "<x>&l9;</x>"),
        "'word/document.xml' in the archive has a document type declaration, which is not read",
    ),
    "outside.odt": (
        with_part(make("odt", ["x"]), "content.xml", OUTSIDE + "<x>&e;</x>"),
        "'content.xml' in the archive has a document type declaration, which is not read",
    ),
    "laughs.epub": (
        with_part(make("epub", ["x"]), "OEBPS/book.opf", LAUGHS + "<x>&l9;</x>"),
        "'oebps/book.opf' in the archive has a document type declaration, which is not read",
    ),
    "text.odt": (archive({"x": "y"}), "not an opendocument text: the archive has no 'content.xml'"),
    "password.odt": (
        with_part(make("odt", ["x"]), "META-INF/manifest.xml", "<m><encryption-data/></m>"),
        "encrypted",
    ),
    "ratio.odt": (
        bomb("odt", "content.xml", 20_000_000),
        "'content.xml' in the archive becomes more than 200 times as large",
    ),
    "parts.docx": (
        archive({str(number): "" for number in range(PARTS + 1)}, stored=()),
        "an archive of more than 10,000 files",
    ),
    "book.epub": (archive({"x": "y"}), "not an epub: the archive has no 'meta-inf/container.xml'"),
    "chapter.epub": (
        with_part(make("epub", ["x"]), "OEBPS/book.opf",
                  '<p><item id="a" href="../../no.xhtml" media-type="xhtml"/><itemref idref="a"/></p>'),
        "the archive has no '../no.xhtml'",
    ),
    "junk.pdf": (JUNK, "not a pdf"),
    "cut.pdf": (b"%PDF-1.7\n" + JUNK, "not a pdf that pdfium can read"),
    "password.pdf": (encrypted_pdf(), "encrypted; it opens with a password only"),
    "deep.ipynb": (b"[" * 100_000, "not a notebook: maximum recursion depth exceeded"),
    "list.ipynb": (b"[1]", "not a notebook: it has no list of cells"),
}  # fmt: skip


# What is said of a document that is well and has no words.
EMPTY = {
    "empty.txt": (b"", "the file is empty"),
    "empty.docx": (b"", "the file is empty"),
    "blank.md": (b" \n\n\t", "the file holds no text"),
    "empty.html": (b"<html><script>a b c</script></html>", "the file holds no text"),
    "macros.tex": (rb"\newcommand{\ai}{artificial intelligence}", "the file holds no text"),
    "scan.pdf": (pdf([[""]]), "a PDF without text; scanned pages need character recognition first"),
    "figure.png": (b"\x89PNG\r\n\x1a\n" + JUNK, "a picture, which holds no text that can be read"),
    "figure": (b"\xff\xd8\xff\xe0" + JUNK, "a picture, which holds no text that can be read"),
}


@pytest.mark.parametrize("name", EMPTY)
def test_a_file_without_words_is_no_fault(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, why = EMPTY[name]
    (tmp_path / name).write_bytes(data)
    reading = read(tmp_path / name)
    assert (reading.text, reading.notes) == ("", (why,))
    result = aidefs.verify(tmp_path / name)
    assert (result.exit_code, result.faults) == (0, ())
    assert main(["verify", str(tmp_path / name)]) == 0
    assert capsys.readouterr().err == f"aidefs: nothing to check in '{tmp_path / name}': {why}\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every broken file and one that is whole."""
    folder = tmp_path_factory.mktemp("broken")
    for name, (data, _) in BROKEN.items():
        (folder / name).write_bytes(data)
    (folder / "whole.docx").write_bytes(make("docx", PARAGRAPHS))
    return folder


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_one_clear_line(name: str, folder: Path) -> None:
    with pytest.raises(InputError) as caught:
        read(folder / name)
    message = str(caught.value)
    assert message.startswith(f"cannot read '{folder / name}': ")
    assert BROKEN[name][1] in message.lower()
    assert "\n" not in message and len(message) < 300 + len(str(folder))


def test_the_other_files_are_still_read(folder: Path) -> None:
    result = aidefs.verify(*sorted(folder.iterdir()))
    assert len(result.faults) == len(BROKEN)
    assert [passage.quotation.definition.id for passage in result.passages] == ["coe-2024"]
    assert result.exit_code == 2


@pytest.mark.parametrize("path", ["missing.txt", ".", "a\0b", "x" * 5000])
def test_paths_that_are_no_files(path: str) -> None:
    with pytest.raises(InputError, match="cannot read"):
        read(path)


def test_a_file_that_says_it_is_smaller_than_it_is() -> None:
    data = bytearray(archive({"content.xml": "x" * 1000}, stored=()))
    at = data.find(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 10)  # the uncompressed size of the directory
    with pytest.raises(InputError, match=r"content\.xml"):
        read_bytes("a.odt", bytes(data))


def test_a_part_is_counted_however_often_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many chapters that are each below the limit are together above it."""
    monkeypatch.setattr(archives, "INFLATED", MIB)
    page = b"<html><body><p>" + os.urandom(100_000).hex().encode() + b"</p></body></html>"
    number = MIB // len(page) + 1
    book = make("epub", ["x"])
    items = "".join(f'<item id="i{n}" href="{n}.xhtml" media-type="xhtml"/>' for n in range(number))
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(number))
    with zipfile.ZipFile(io.BytesIO(book)) as old:
        parts: dict[str, str | bytes] = {name: old.read(name) for name in old.namelist()}
    parts["OEBPS/book.opf"] = f"<package>{items}{spine}</package>"
    parts |= {f"OEBPS/{n}.xhtml": page for n in range(number)}
    with pytest.raises(InputError, match="the archive becomes larger than 1 MiB"):
        read_bytes("a.epub", archive(parts))


def test_external_entities_are_never_fetched(tmp_path: Path) -> None:
    file = tmp_path / "file.txt"
    file.write_text("a secret", encoding="utf-8")
    page = f'<!DOCTYPE html [<!ENTITY e SYSTEM "{file.as_uri()}">]><p>a &e; b</p>'
    assert "secret" not in read_bytes("a.html", page.encode()).text


# --- what a document becomes, and how long that takes ---------------------------------------------


def test_elements_are_counted_over_all_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "NODES", 500)
    monkeypatch.setattr(limits, "NODES", 500)
    assert "word" in read_bytes("a.docx", docx_parts("<w:p><w:r><w:t>word</w:t></w:r></w:p>" * 100)).text
    with pytest.raises(InputError, match="more than 500 elements"):
        read_bytes("a.docx", docx_parts("<w:p><w:r><w:t>word</w:t></w:r></w:p>" * 200))


@pytest.mark.parametrize("form", [form for form in MAKERS if form != "pdf"])
def test_characters_are_counted_in_every_format(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    most = inspect.signature(source.Scribe).parameters["most"].default
    assert most == CHARACTERS
    monkeypatch.setattr(source.Scribe.__init__, "__defaults__", (1000,))
    assert read_bytes("a" + ENDING[form], make(form, ["A few words."])).text
    with pytest.raises(InputError, match="it becomes more than 1,000 characters"):
        read_bytes("a" + ENDING[form], make(form, ["Many words. " * 200]))


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_characters_of_a_paragraph_are_counted_before_it_ends(
    form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flow, "CHARACTERS", 1000)
    monkeypatch.setattr(flow, "few_characters", lambda number: limits.few_characters(number, 1000))
    assert read_bytes("a" + ENDING[form], make(form, ["A few words."])).text
    with pytest.raises(InputError, match="it becomes more than 1,000 characters"):
        read_bytes("a" + ENDING[form], make(form, ["Many words. " * 200]))


def test_macros_of_macros_are_given_up_soon() -> None:
    begin = time.process_time()
    reading = read_bytes("a.tex", MACROS + b"\\begin{document}\\baa word\\end{document}")
    spent = time.process_time() - begin
    assert reading.text.split() == ["word"] and spent < 30  # it would be minutes


def test_a_pdf_may_take_some_time_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "slow.pdf"
    path.write_bytes(shared_pages(4))
    with pytest.raises(InputError, match=r"slow.pdf': it takes longer than 0.01 s; --timeout allows more"):
        read(path, seconds=0.01)
    assert aidefs.verify(path, timeout=0.01).faults == (
        f"cannot read '{path}': it takes longer than 0.01 s; --timeout allows more",
    )
    assert main(["verify", str(path), "--timeout", "60"]) == 0
    assert "a PDF without text" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="asks Linux for the processes")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT])
def test_no_process_is_left_where_the_reading_of_a_pdf_is_stopped(number: int, tmp_path: Path) -> None:
    (tmp_path / "slow.pdf").write_bytes(shared_pages(4) + b" " * 1_000_000)
    command = [sys.executable, "-m", "aidefs", "verify", str(tmp_path / "slow.pdf")]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=obey_interrupts
    ) as running:
        while not (started := list(children(running.pid))) and running.poll() is None:
            time.sleep(0.01)
        running.send_signal(number)
        running.wait()
    assert started and running.returncode in (-number, 130)
    assert are_gone(started)


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null"])
@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="the system has no such devices")
def test_devices_are_refused(path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["diff", "eu", path], ["verify", path], ["compare", "eu", "oecd", "--taxonomy", path]):
        assert main(arguments) == 2
        assert "it is a device" in capsys.readouterr().err
    (tmp_path / "a.toml").symlink_to(path)
    (tmp_path / "own.toml").write_text('id = "own"\ntext = "An AI system is a system."\n', encoding="utf-8")
    assert main(["list", "--library", str(tmp_path)]) == 0
    assert capsys.readouterr().err == f"aidefs: '{tmp_path / 'a.toml'}' is a device and is passed over\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_named_pipe_in_a_library_is_passed_over(tmp_path: Path) -> None:
    """In a process of its own, which would wait for the pipe for ever."""
    (tmp_path / "own.toml").write_text('id = "own"\ntext = "An AI system is a system."\n', encoding="utf-8")
    os.mkfifo(tmp_path / "pipe.toml")
    os.mkfifo(tmp_path / "aliases.toml")
    said = f"aidefs: '{tmp_path / 'pipe.toml'}' is a named pipe and is passed over\n"
    for arguments, shown in (
        (("show", "own", "--library", str(tmp_path)), "An AI system is a system."),
        (("check", str(tmp_path)), "1 definition"),
    ):
        command = [sys.executable, "-m", "aidefs", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
        assert shown in done.stdout and done.stderr == said


@pytest.mark.parametrize("option", ["--taxonomy", "--library"])
def test_files_of_ones_own_have_the_limits_of_documents(
    option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    large = tmp_path / "large.toml"
    with open(large, "wb") as file:
        file.truncate(FILE + 1)
    assert main(["compare", "eu", "oecd", option, str(large if option == "--taxonomy" else tmp_path)]) == 2
    assert "cannot be read: larger than 64 MiB [unreadable-file]" in capsys.readouterr().err


# --- memory ---------------------------------------------------------------------------------------

_MEASURE = """
import resource, sys
from aidefs.errors import InputError
from aidefs.readers.read import read
for name in sys.argv[1:]:
    try:
        print(len(read(name).text) > 0)
    except InputError as error:
        print(error)
status = open("/proc/self/status").read()
print(int(status.split("VmHWM:")[1].split()[0]) // 1024)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
"""
MOST = 450  # MiB that this process may have used at its peak
MOST_OF_PDFIUM = 1100  # MiB of the process that reads a PDF: its limit, and Python


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is limited and measured on Linux")
@pytest.mark.exhaustive
def test_memory_is_bounded(tmp_path: Path) -> None:
    paragraphs = "<w:p><w:r><w:t>a</w:t></w:r></w:p>"
    random = os.urandom(1 << 20).hex()
    hostile = {
        "spaces.docx": bomb("docx", "word/document.xml", 100_000_000),
        "paragraphs.docx": docx_parts(paragraphs * 100_000),
        "nested.odt": with_part(make("odt", ["x"]), "content.xml", "<p>" * 100_000),
        "spaces.pdf": pdf_bomb(b" " * 1_000_000, 800),
        "words.pdf": pdf_bomb(b"BT /F1 1 Tf 9 9 Td " + b"(a) Tj " * 100_000, 60),
        "line.txt": (random * 31).encode(),
        "line.html": ("<p>" + "a" * 60_000_000).encode(),
        "pieces.html": b"a<b>" * (MARKS // 10),
        "pieces.tex": b"{a}" * (MARKS // 10),
        "macro.tex": MACRO + b"\\a " * 500_000,
        "macros.tex": MACROS + b"words",
        "spaces.odt": spaces(200_000),
        "pages.pdf": shared_pages(6),
        "cells.ipynb": b'{"cells": [{"source": ["' + b"a\\n" * (MARKS // 10) + b'"]}]}',
    }
    for name, data in hostile.items():
        (tmp_path / name).write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-c", _MEASURE, *hostile], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    *said, own, children = done.stdout.splitlines()
    assert len(said) == len(hostile) and done.stderr == ""
    by_name = dict(zip(hostile, said, strict=True))
    assert by_name["macros.tex"] == "True"
    assert all("becomes more than" in by_name[name] for name in ("macro.tex", "spaces.odt"))
    assert "times as large" in by_name["spaces.docx"] and "PDFium gave up" in by_name["words.pdf"]
    assert int(own) < MOST
    assert int(children) < MOST_OF_PDFIUM


# --- mutated files --------------------------------------------------------------------------------


@st.composite
def mutated(draw: st.DrawFn, form: str) -> bytes:
    """A small document of a format with some bytes changed, taken away, doubled or put in."""
    data = bytearray(make(form, PARAGRAPHS))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        length = draw(st.sampled_from([1, 2, 10, 100, 1000]))
        change = draw(st.sampled_from(["set", "cut", "double", "insert", "end"]))
        if change == "set":
            data[at : at + 1] = bytes([draw(st.integers(0, 255))])
        elif change == "cut":
            del data[at : at + length]
        elif change == "double":
            data[at:at] = data[at : at + length]
        elif change == "insert":
            data[at:at] = draw(st.binary(max_size=20))
        else:
            del data[at:]
    return bytes(data)


def read_or_refuse(form: str, data: bytes) -> None:
    """Reads a file; whatever is wrong with it has to be one line."""
    try:
        reading = read_bytes("x" + ENDING[form], data, form)
    except InputError as error:
        assert str(error) and "\n" not in str(error)
    except (ValueError, MemoryError, RecursionError) as error:  # what `read` turns into one line
        assert str(error) or type(error).__name__
    else:
        assert reading.text.strip() or (reading.text == "" and reading.notes)
        assert reading.place(max(len(reading.text) - 1, 0)) is not None
        assert all(0 <= one.start < one.end <= len(reading.text) for one in reading.regions)
        assert len(reading.text) < 100_000


@pytest.mark.parametrize("form", [form for form in MAKERS if form != "pdf"])
@given(data=st.data())
@pytest.mark.exhaustive
def test_mutated_files(form: str, data: st.DataObject) -> None:
    read_or_refuse(form, data.draw(mutated(form)))


@given(data=st.data())
@settings(max_examples=25)  # each one starts a process
@pytest.mark.exhaustive
def test_mutated_pdfs(data: st.DataObject) -> None:
    read_or_refuse("pdf", data.draw(mutated("pdf")))


@pytest.mark.parametrize("form", [form for form in MAKERS if form not in ("pdf",)])
@given(data=st.binary(max_size=300))
def test_arbitrary_bytes(form: str, data: bytes) -> None:
    read_or_refuse(form, data)


def test_mutated_parts_of_archives() -> None:
    """Damage inside of an archive, behind the check sums."""
    whole = make("docx", PARAGRAPHS)
    with zipfile.ZipFile(io.BytesIO(whole)) as old:
        document = old.read("word/document.xml")
    for at in range(0, len(document), 97):
        read_or_refuse("docx", with_part(whole, "word/document.xml", document[:at] + document[at + 1 :]))
