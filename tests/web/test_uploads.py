"""What readers send: read apart, bounded, never taken for a path, and gone when the answer is there."""

from __future__ import annotations

import base64
import io
import os
import re
from pathlib import Path
from typing import Any

import pytest
from support.children import children
from support.documents import archive, make
from support.explorer import client, explorer, tree

import aidefs
from aidefs.library.library import Library
from aidefs.readers.processes import Process
from aidefs.web import uploads
from aidefs.web.app import Explorer

EU = aidefs.get("eu").text
WRONG = EU.replace("varying", "various")
PARAGRAPHS = ["Article 3(1) of the AI Act says:", f"“{WRONG}”"]


def check(data: bytes, name: str, app: Explorer | None = None) -> Any:
    head = f'--b\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'.encode()
    # The client of Werkzeug would leave a file of its own open where a document is large.
    body = head + data + b"\r\n--b--\r\n"
    return client(app).post("/check/", data=body, content_type="multipart/form-data; boundary=b")


def inside(page: str, name: str) -> bytes:
    """The file that a page holds under a name."""
    found = re.search(rf'download="{re.escape(name)}" href="data:[^;]+;base64,([^"]*)"', page)
    assert found, f"no {name} in the page"
    return base64.b64decode(found[1])


@pytest.mark.parametrize("form", ["docx", "markdown", "pdf"])
def test_a_document_is_checked_and_its_corrected_copy_is_in_the_page(form: str) -> None:
    name = {"docx": "article.docx", "markdown": "article.md", "pdf": "article.pdf"}[form]
    data = make(form, PARAGRAPHS)
    answer = check(data, name)
    assert answer.status_code == 200 and "various" in answer.text
    tree(answer.text)
    [known] = aidefs.verify_bytes(name, data)
    assert inside(answer.text, "report.json").decode() == aidefs.verify_bytes(name, data).to_json()
    if form == "pdf":
        assert "corrected-" not in answer.text
    else:
        assert inside(answer.text, f"corrected-{name}") == known.corrected()


def test_a_document_without_quotations_is_said_to_have_none() -> None:
    answer = check(b"The weather was fine.", "<b>weather.txt")
    assert answer.status_code == 200 and "No passage" in answer.text
    assert "&lt;b&gt;weather" in answer.text and "<b>weather" not in answer.text


BOMB = archive({"word/document.xml": b"<a>" + b" " * (200 << 20) + b"</a>"})
HOSTILE = {
    "empty.docx": b"",
    "broken.docx": b"PK\x03\x04 no archive",
    "bomb.docx": BOMB,
    "broken.pdf": b"%PDF-1.7 nothing else",
    "outside.docx": archive({"word/document.xml": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w>&e;</w>'}),
    "picture.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 99,
    "noise.epub": bytes(range(256)) * 99,
    "nul.ipynb": b'{"cells": [\0]}',
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_documents_are_a_sentence_above_the_form(name: str) -> None:
    before = set(children(os.getpid()))
    answer = check(HOSTILE[name], name)
    assert answer.status_code in (200, 422)
    assert "Traceback" not in answer.text and "root:" not in answer.text
    if answer.status_code == 422:
        assert 'role="alert"' in answer.text and 'type="file"' in answer.text
    assert set(children(os.getpid())) <= before


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "C:\\secret\\article.tex", "-"])
def test_names_are_never_paths(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "beside.tex").write_text(aidefs.get("oecd").text, encoding="utf-8")
    answer = check(f"The AI Act says: {EU}\n\n\\input{{beside}}".encode(), name)
    assert answer.status_code == 200
    assert "root:" not in answer.text and "OECD 2024" not in answer.text


def test_a_deadline_ends_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "SECONDS", 0.3)
    before = set(children(os.getpid()))
    answer = check(f"{EU}\n\n".encode() * 20_000, "long.txt")
    assert answer.status_code == 422 and "takes longer than 0.3 s" in answer.text
    assert set(children(os.getpid())) <= before


def test_a_process_that_dies_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        Process, "ask", lambda self, question, seconds: (_ for _ in ()).throw(uploads.Ended(-9, False))
    )
    answer = check(b"x", "x.txt")
    assert answer.status_code == 422 and "may need more memory" in answer.text


def test_places_are_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "_LONGEST_WAIT", 0.01)
    app = Explorer()
    for _ in range(3):  # more than there are places
        check(b"PK\x03\x04", "x.docx", app)
    assert check(b"The weather.", "x.txt", app).status_code == 200
    for _ in range(2):
        app.site.workshop._places.acquire()
    assert "try again" in check(b"The weather.", "x.txt", app).text


def test_a_server_may_take_no_documents() -> None:
    app = Explorer(uploads=False)
    assert check(b"x", "x.txt", app).status_code == 422
    assert 'type="file"' not in client(app).get("/check/").text
    sent = {"file": (io.BytesIO(EU.encode()), "x.txt"), "with": "coe"}
    assert "takes no documents" in client(app).post("/draft/", data=sent).text
    assert client(app).post("/draft/", data={"text": EU, "with": "coe"}).status_code == 200


def test_a_library_of_ones_own_goes_with_the_document(tmp_path: Path) -> None:
    text = "A widget engine means any contraption that whirls gears and emits purple smoke under moonlight."
    (tmp_path / "mine.toml").write_text(f'id = "mine"\nlabel = "Mine"\ntext = "{text}"\n', encoding="utf-8")
    app = Explorer(Library.load(tmp_path).in_use)
    answer = check(f"The law says: “{text}”".encode(), "article.txt", app)
    assert answer.status_code == 200 and "Mine (mine)" in answer.text


def test_no_form_without_a_document() -> None:
    assert client().post("/check/", data={}).status_code == 422
    assert client().post("/check/", data={"file": "text, no file"}).status_code == 422
    assert explorer().site.uploads
