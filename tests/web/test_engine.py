"""The program in the reader's browser: what it consists of, and that it answers as the program here does."""

from __future__ import annotations

import base64
import io
import json
import os
import random
import subprocess
import tarfile
import threading
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from support.browser import axe
from support.documents import ENDING, make
from support.explorer import tree
from support.programs import lacking, needs_fonts, needs_program
from werkzeug.test import EnvironBuilder, encode_multipart

import aidefs
from aidefs.errors import InputError
from aidefs.library.library import Library
from aidefs.web import survey
from aidefs.web.app import Explorer
from aidefs.web.browser import Browser, Told
from aidefs.web.engine import OWN, OWN_ONLY, PACKAGES, PDF, PYODIDE, Engine, engine_of, packages
from aidefs.web.site import _core, site_files, write_site

SCRIPT = Path(__file__).parents[1] / "support" / "engine.mjs"
ARTICLE = Path(__file__).parents[2] / "examples" / "article.md"
DRAFTS = (
    "An AI system is software that infers how to generate outputs such as predictions.",
    "“AI system” means a machine-based system that, for explicit or implicit objectives, infers.\n(2) Rest.",
    "On entend par «\u00a0système d’IA\u00a0» un système automatisé qui déduit des sorties.",
    "<b>nothing</b> that defines \U0001d538\u0301 anything \u202e at all",
)


# --- what it consists of ----------------------------------------------------------------------


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A collection that is made in a moment."""
    folder = tmp_path_factory.mktemp("texts")
    for name, source in (("one", "eu"), ("two", "oecd")):
        text = json.dumps(aidefs.get(source).text, ensure_ascii=False)
        (folder / f"{name}.toml").write_text(
            f'id = "{name}"\nlabel = "Law {name}"\ntext = {text}\n', encoding="utf-8"
        )
    return Library.load(folder, only=True)


def unpacked(archive: bytes) -> dict[str, bytes]:
    with tarfile.open(fileobj=io.BytesIO(archive)) as opened:
        return {one.name: opened.extractfile(one).read() for one in opened}  # type: ignore[union-attr]


@pytest.fixture
def fake(tmp_path: Path) -> Path:
    """A folder with files of the names that the npm package has."""
    for name in PYODIDE:
        (tmp_path / name).write_bytes(name.encode())
    (tmp_path / "pyodide-lock.json").write_text('{"info": {"python": "3.14.2"}}')
    (tmp_path / "package.json").write_text('{"version": "314.0.7"}')
    return tmp_path


def test_the_packages_are_the_same_bytes_and_hold_nothing_compiled(own: Library) -> None:
    made = packages(Library.shipped())
    assert made == packages(Library.shipped())
    held = unpacked(made)
    assert not [name for name in held if name.endswith((".so", ".pyc", ".pyd")) or "__pycache__" in name]
    for name in ("aidefs/web/browser.py", "aidefs/data/terms/ai-system.toml", "jinja2/__init__.py"):
        assert name in held
    assert sum(name.startswith("aidefs/data/definitions/") for name in held) == len(
        aidefs.definitions(term="all")
    )
    assert [name for name in held if "jinja2" in name and "LICENSE" in name]
    assert f"{OWN_ONLY}/definitions/one.toml" in unpacked(packages(own))
    over = Library.shipped().overlay(own)
    assert (
        unpacked(packages(over))[f"{OWN}/definitions/one.toml"] == own.datasets[0].definitions["one"].read()
    )


def test_a_folder_that_is_not_the_npm_package(fake: Path, tmp_path: Path) -> None:
    shipped = Library.shipped()
    engine = engine_of(fake, shipped)
    assert (engine.pyodide, engine.python, engine.pdf) == ("314.0.7", "3.14.2", False)
    assert sorted(engine.files) == sorted((*PYODIDE, PACKAGES, PDF))
    assert unpacked(engine.files[PDF]) == {}
    for lock, what in (
        ('{"info": {"python": "3.10.2"}}', "Python 3.10"),
        ("[]", "not the npm package"),
        ("{", "not the npm"),
    ):
        (fake / "pyodide-lock.json").write_text(lock)
        with pytest.raises(InputError, match=f"{what}.*npm pack pyodide"):
            engine_of(fake, shipped)
    (fake / "pyodide.asm.wasm").unlink()
    with pytest.raises(InputError, match=r"lacks pyodide.asm.wasm \(.*npm pack pyodide") as told:
        engine_of(fake, shipped)
    assert "\n" not in str(told.value)
    (fake / "pypdfium2-5-py3-none-any_wasm32.whl").write_bytes(b"no zip")


def test_a_wheel_that_is_none(fake: Path) -> None:
    (fake / "pypdfium2-5-py3-none-any_wasm32.whl").write_bytes(b"no zip")
    with pytest.raises(InputError, match="not a wheel"):
        engine_of(fake, Library.shipped())


def test_the_command_says_what_to_type(run: Any, tmp_path: Path) -> None:
    ran = run("site", str(tmp_path / "public"), "--engine", str(tmp_path))
    assert ran.code == 2 and "npm pack pyodide" in ran.err and ran.err.count("\n") == 1
    assert not (tmp_path / "public").exists()


def test_pages_lead_to_it_where_there_is_one(own: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(survey, "_draws", lambda: False)
    engine = Engine({"pyodide.mjs": b"x" * 2_000_000}, "1", "3.14.2", False)
    monkeypatch.setattr("aidefs.web.site.engine_of", lambda folder, library: engine)
    files = site_files(library=own, pairs=[("one", "two")], engine="anywhere")
    assert files["engine/pyodide.mjs"] == engine.files["pyodide.mjs"]
    for lang in ("", "fr/"):
        for name in ("check", "compare", "compare/one/two"):
            links = [
                one.attrib.get("href", "")
                for one in tree(files[f"{lang}{name}/index.html"].decode()).iter("a")
            ]
            assert [one for one in links if "engine/index.html#/" in one], (lang, name)
        page = files[f"{lang}engine/index.html"].decode()
        scripts = [one.attrib["src"] for one in tree(page).iter("script")]
        assert [one.rpartition("/")[2] for one in scripts] == ["engine.js"]
        assert "static/engine-worker.js" in files and "2 M" in page and "PDF" in page
        assert "Pyodide 1" in files[f"{lang}about/index.html"].decode()
    plain = site_files(library=own, pairs=[("one", "two")])
    assert not [name for name in plain if "engine" in name]
    assert not [name for name, body in plain.items() if name.endswith(".html") and b"engine" in body]


# --- what it answers --------------------------------------------------------------------------


def form(path: str, **fields: Any) -> tuple[str, str, bytes, str]:
    """A form as a browser sends it."""
    files = {name: value for name, value in fields.items() if isinstance(value, tuple)}
    plain = {name: value for name, value in fields.items() if name not in files}
    builder = EnvironBuilder(method="POST", data={**plain})
    for name, (called, data) in files.items():
        builder.files.add_file(name, io.BytesIO(data), called)
    boundary, body = encode_multipart(
        {**builder.form.to_dict(flat=False), **builder.files}, boundary="boundary"
    )
    return "POST", path, body, f"multipart/form-data; boundary={boundary}"


def test_requests_as_plain_values(own: Library) -> None:
    browser = Browser(own)
    told = browser.ask("GET", "/compare/?with=one&with=two&go=1")
    assert (told.status, told.path, told.name) == (200, "/compare/one/two/", "")
    page = told.body.decode()
    assert "comparison.csv" in page and ".docx" not in page and "comparison.pdf" not in page
    kept = browser.ask("GET", "/compare/one/two/comparison.csv")
    assert kept.name == "one-two.csv" and kept.kind.startswith("text/csv")
    drafted = browser.ask(*form("/draft/", text=DRAFTS[0], **{"with": "one"}))
    assert drafted.status == 200 and drafted.path == "/draft/"
    checked = browser.ask(*form("/check/", file=("../a.md", ARTICLE.read_bytes())))
    assert checked.status == 200 and b"report.json" in checked.body and b"report.docx" not in checked.body
    assert browser.ask("GET", "/nowhere/").status == 404


def test_documents_are_read_in_this_process(own: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aidefs.web.uploads.Process", None)
    broken = Browser(own).ask(*form("/check/", file=("a.docx", b"PK no archive")))
    assert broken.status == 422
    assert b"There are several" not in broken.body
    assert Explorer(own).site.in_browser is False


def pyodide() -> Path:
    """The folder of the npm package, which `.ci/run` fetches and names in AIDEFS_PYODIDE."""
    folder = os.environ.get("AIDEFS_PYODIDE")
    if not folder:
        lacking("AIDEFS_PYODIDE does not name the folder of the npm package pyodide")
    return Path(folder)


def _requests(pdf: bool) -> Iterator[tuple[str, str, bytes, str]]:
    """Core pairs, random ones, drafts and documents."""
    shipped = Library.shipped()
    core = _core(shipped)
    drawn = random.Random(0)
    ids = [one.id for one in shipped.values()]
    for n, pair in enumerate((*core, *(drawn.sample(ids, 2) for _ in range(60)))):
        yield "GET", f"{'/fr' * (n % 7 == 0)}/compare/{'/'.join(pair)}/", b"", ""
    for file in ("comparison.json", "comparison.csv", "comparison.md", "comparison.tex", "references.bib"):
        yield "GET", f"/compare/{'/'.join(core[0])}/{file}", b"", ""
    for text in DRAFTS:
        yield form("/draft/", text=text, **{"with": ["eu", "coe"]})
        yield form("/draft/comparison.json", text=text, **{"with": ["oecd"]})
    yield "GET", "/definitions/?kind=statute&words=autonomy", b"", ""
    quoted = [aidefs.get("eu").text.replace("may", "can"), "Some words between.", aidefs.get("coe").text]
    for kind, ending in ENDING.items():
        if kind != "pdf" or pdf:
            yield form("/check/", file=(f"article{ending}", make(kind, quoted)))


@pytest.mark.programs
def test_the_same_answers_byte_for_byte(tmp_path: Path) -> None:
    node, folder = needs_program("node"), pyodide()
    engine = engine_of(folder, Library.shipped())
    archives = [tmp_path / PACKAGES, tmp_path / PDF]
    for archive in archives:
        archive.write_bytes(engine.files[archive.name])
    asked = list(_requests(engine.pdf))
    coded = [[method, path, base64.b64encode(body).decode(), kind] for method, path, body, kind in asked]
    (tmp_path / "requests").write_text(json.dumps(coded))
    done = subprocess.run(
        [node, str(SCRIPT), str(folder), str(tmp_path / "requests"), *map(str, archives)],
        stdout=subprocess.PIPE,
        timeout=900,
        check=True,
    )
    there = json.loads(done.stdout)["answers"]
    browser = Browser()

    def here(told: Told) -> list[Any]:
        return [told.status, told.path, told.kind, told.name, sha256(told.body).hexdigest()]

    differing = [
        request[:2]
        for request, answer in zip(asked, there, strict=True)
        if here(browser.ask(*request)) != answer
    ]
    assert differing == []
    shown = [answer for answer in there if answer[0] == 200]  # the others say what is wrong with a request
    assert len(shown) > 0.9 * len(asked)


# --- the page ---------------------------------------------------------------------------------


class Quiet(SimpleHTTPRequestHandler):
    """A server of files that says nothing."""

    def log_message(self, *_: Any) -> None:
        """Keeps standard error free."""


@pytest.mark.programs
def test_the_page_in_a_browser(own: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    program, folder = needs_program("chromium", "chromium-browser", "google-chrome"), pyodide()
    needs_fonts()
    monkeypatch.setattr(survey, "_draws", lambda: False)
    write_site(tmp_path / "public", library=own, pairs=[("one", "two")], engine=folder)
    flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
    flags += ["--disable-background-networking", "--disable-component-update"]
    handler = partial(Quiet, directory=str(tmp_path / "public"))
    with (
        ThreadingHTTPServer(("127.0.0.1", 0), handler) as files,
        playwright.sync_playwright() as driver,
    ):
        threading.Thread(target=files.serve_forever, daemon=True).start()
        started = driver.chromium.launch(executable_path=program, args=flags)
        context = started.new_context(accept_downloads=True)
        page = context.new_page()
        page.set_default_timeout(120_000)
        told: list[str] = []
        asked: list[tuple[str, str]] = []
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        context.on("request", lambda request: asked.append((request.method, request.url)))
        address = f"http://127.0.0.1:{files.server_port}"
        heading = page.get_by_role("heading", level=1)

        def shows(title: str) -> None:
            playwright.expect(heading).to_have_text(title, timeout=120_000)  # machines of tests are busy

        page.goto(f"{address}/check/index.html")
        page.get_by_role("link", name="Choose a document").click()
        wrong = own["one"].text.replace("varying", "various")
        article = make("docx", ["Law one says:", f"“{wrong}”"])
        page.locator("#file").set_input_files({"name": "article.docx", "mimeType": "", "buffer": article})
        page.locator("#engine form button").click()
        shows("Quotations in article.docx")
        with page.expect_download() as kept:
            page.get_by_role("link", name="Corrected copy").click()
        kept.value.save_as(tmp_path / "corrected.docx")
        [checked] = aidefs.verify_bytes("article.docx", article, library=own)
        assert (tmp_path / "corrected.docx").read_bytes() == checked.corrected()
        page.go_back()
        shows("Check the quotations in a document")

        page.goto(f"{address}/compare/index.html")
        page.get_by_role("link", name="Paste a draft").click()
        page.locator("#text").fill(DRAFTS[0])
        page.locator("#draft input[value=two]").check()
        page.locator("#draft button").click()
        shows("Your draft / Law one / Law two")
        playwright.expect(page.locator("#engine-stop")).to_be_hidden()
        with page.expect_download() as kept:
            page.get_by_role("button", name="CSV").click()
        kept.value.save_as(tmp_path / "draft.csv")
        assert (tmp_path / "draft.csv").read_text("utf-8").startswith("Element,Your draft")
        page.evaluate(axe())
        assert page.evaluate("axe.run()")["violations"] == []

        page.goto(f"{address}/fr/compare/one/two/index.html")
        page.get_by_role("link", name="dans votre navigateur").click()
        page.locator("#change").locator("xpath=..").get_by_role("link", name="Law two").click()
        shows("Law two / Law one")
        assert page.url == f"{address}/fr/engine/index.html#/compare/two/one/"
        assert page.locator("code.address").inner_text().startswith(f"{page.url}@own-")
        page.locator("#engine-stop").evaluate("button => button.click()")  # it is shown where one waits
        page.locator("#change").locator("xpath=..").get_by_role("link", name="Law one").click()
        shows("Law one / Law two")
        page.go_back()
        shows("Law two / Law one")
        page.locator(".references, .crumbs a").first.wait_for()
        assert told == []
        assert [
            one for one in asked if one[0] != "GET" or not one[1].startswith((address, "blob:", "data:"))
        ] == []
        started.close()
        files.shutdown()
