"""The pages in Chromium: what readers do there, without scripts, on a telephone, in the dark, in print."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from support.browser import axe, faults
from support.documents import make
from support.explorer import PAGES, PAIR, client
from support.programs import needs_fonts, needs_program

import aidefs
from aidefs.library.library import Library
from aidefs.web.server import serve
from aidefs.web.site import write_site

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.programs

_FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
# 855 kB of numbers, and pages of words alone, are left to one of their kind.
_ALIKE = (
    "/survey/similarity/",
    "/hosting/",
    "/cite/",
    "/method/",
    "/d/eu-ai-akt/",
    "/definitions/term/deep-fake/",
    "/d/eu-ai-act-2024-deep-fake/",
)
ARTICLE = Path(__file__).parents[2] / "examples" / "article.md"
KINDS = [path for path in PAGES if path not in _ALIKE]
MAIN = [
    "/",
    "/definitions/",
    "/d/eu-ai-act-2024/",
    "/compare/",
    PAIR,
    "/check/",
    "/survey/coverage/",
    "/about/",
]


@pytest.fixture(scope="module")
def address() -> str:
    """Where a server of this process answers; it ends with the process."""
    told: list[str] = []
    ready = threading.Event()

    def listening(where: str) -> None:
        told.append(where.rstrip("/"))
        ready.set()

    threading.Thread(target=serve, kwargs={"ready": listening}, daemon=True).start()
    assert ready.wait(60)
    return told[0]


@pytest.fixture
def browser() -> Iterator[Any]:
    program = needs_program("chromium", "chromium-browser", "google-chrome")
    needs_fonts()
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=program, args=list(_FLAGS))
        yield started
        started.close()


class Quiet(SimpleHTTPRequestHandler):
    """A server of files that says nothing."""

    def log_message(self, *_: Any) -> None:
        """Keeps standard error free."""


def page_of(browser: Any, **looks: Any) -> Any:
    """A page without scripts, as is promised; what it asks of anybody else, or is forbidden, is a fault."""
    page = browser.new_context(**{"java_script_enabled": False, "accept_downloads": True, **looks}).new_page()
    page.set_default_timeout(120_000)  # machines of tests are busy, and pictures are drawn
    page.told = []
    page.on("console", lambda message: page.told.append(message.text))
    page.on(
        "request",
        lambda asked: (
            page.told.append(asked.url)
            if "127.0.0.1" not in asked.url and not asked.url.startswith("data:")
            else None
        ),
    )
    return page


def test_a_comparison_is_chosen_turned_round_cited_and_kept(
    browser: Any, address: str, tmp_path: Path
) -> None:
    page = page_of(browser)
    page.goto(address)
    page.get_by_role("button", name="Compare").click()
    playwright.expect(page).to_have_url(f"{address}{PAIR}")
    playwright.expect(page.get_by_role("heading", level=1)).to_have_text(
        re.compile("CoE Convention.*EU AI Act")
    )
    with page.expect_download() as kept:
        page.get_by_role("link", name="Word, tracked changes").click()
    kept.value.save_as(tmp_path / "redline.docx")
    assert (tmp_path / "redline.docx").read_bytes()[:2] == b"PK"
    page.locator("#change").locator("xpath=..").get_by_role("link", name="EU AI Act").click()
    playwright.expect(page).to_have_url(f"{address}/compare/eu-ai-act-2024/coe-2024/")
    page.get_by_label("Add a text").select_option("oecd-2019")
    page.get_by_role("button", name="Apply").click()
    playwright.expect(page).to_have_url(f"{address}/compare/eu-ai-act-2024/coe-2024/oecd-2019/")
    page.goto(address + page.locator(".address").text_content())
    playwright.expect(page.get_by_role("note")).to_contain_text("letter for letter")
    assert page.told == []


def test_a_draft_is_pasted(browser: Any, address: str) -> None:
    page = page_of(browser)
    page.goto(f"{address}/fr/compare/")
    page.get_by_label("Collez une définition").fill(
        "An AI system is software that infers how to generate outputs."
    )
    page.get_by_role("button", name="Comparer le projet").click()
    playwright.expect(page.get_by_role("heading", level=1)).to_contain_text("Votre projet")
    assert page.told == []


def test_a_word_file_is_checked_and_its_corrected_copy_is_kept(
    browser: Any, address: str, tmp_path: Path
) -> None:
    wrong = aidefs.get("eu").text.replace("varying", "various")
    (tmp_path / "article.docx").write_bytes(make("docx", ["Article 3(1) of the AI Act says:", f"“{wrong}”"]))
    page = page_of(browser)
    page.goto(f"{address}/check/")
    page.get_by_label("Document").set_input_files(tmp_path / "article.docx")
    page.get_by_role("button", name="Check it").click()
    playwright.expect(page.get_by_text("1 differing in words")).to_be_visible()
    with page.expect_download() as kept:
        page.get_by_role("link", name="Corrected copy").click()
    assert kept.value.suggested_filename == "corrected-article.docx"
    kept.value.save_as(tmp_path / "corrected.docx")
    [checked] = aidefs.verify(tmp_path / "article.docx")
    assert (tmp_path / "corrected.docx").read_bytes() == checked.corrected()
    assert page.told == []


def test_the_keyboard_alone_reaches_a_comparison(browser: Any, address: str) -> None:
    page = page_of(browser, java_script_enabled=True)
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(30):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", page.evaluate("document.activeElement.outerHTML.slice(0, 99)")
        if page.evaluate("document.activeElement.matches('button[name=go]')"):
            break
    page.keyboard.press("Enter")
    playwright.expect(page).to_have_url(f"{address}{PAIR}")
    page.locator("tr[data-key=autonomy]").focus()
    lit = page.locator(".texts [data-key=autonomy]").first
    assert lit.evaluate("each => getComputedStyle(each).outlineStyle") == "solid"


@pytest.mark.parametrize(
    ("scheme", "width", "lang", "paths"),
    [("light", 1200, "", KINDS), ("dark", 380, "/fr", MAIN)],
    ids=["light and wide", "dark and narrow"],
)
def test_axe_finds_nothing(
    scheme: str, width: int, lang: str, paths: list[str], browser: Any, address: str
) -> None:
    looks = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}
    page = page_of(browser, java_script_enabled=True, **looks)
    source, found = axe(), {}

    def look(name: str) -> None:
        page.evaluate(source)
        result = page.evaluate("axe.run()")
        assert len(result["passes"]) > 10
        for rule in result["violations"]:
            found[name, rule["id"]] = [node["html"][:150] for node in rule["nodes"][:2]]

    for path in paths:
        page.goto(address + lang + path)
        look(path)
    page.goto(f"{address}{lang}/compare/")
    page.locator("#text").fill("An AI system is software that infers how to generate outputs.")
    page.locator("#draft button").click()
    look("a draft")
    page.goto(f"{address}{lang}/check/")
    page.locator("#file").set_input_files(
        {"name": "article.md", "mimeType": "text/markdown", "buffer": ARTICLE.read_bytes()}
    )
    page.locator("main form button").click()
    page.locator(".verdict").wait_for()
    look("a report")
    assert found == {}
    assert [line for line in page.told if "status of 4" not in line] == []


def test_the_html_is_valid(tmp_path: Path) -> None:
    (tmp_path / "wrong.html").write_text("<!DOCTYPE html><title>x</title><p><a href='a b'>x</a>", "utf-8")
    app, draft = client(), {"text": "An AI system is software that infers outputs."}
    for lang in ("", "/fr"):
        answers = [app.get(lang + path, follow_redirects=True) for path in PAGES]
        answers.append(app.post(f"{lang}/draft/", data=draft))
        sent = {"file": (BytesIO(ARTICLE.read_bytes()), "article.md")}
        answers.append(app.post(f"{lang}/check/", data=sent))
        for n, answer in enumerate(answers):
            (tmp_path / f"{lang.strip('/')}{n}.html").write_bytes(answer.data)
    assert {fault.partition(".html")[0].rpartition("/")[2] for fault in faults(tmp_path)} == {"wrong"}


def test_nothing_is_wider_than_a_telephone(browser: Any, address: str) -> None:
    page = page_of(browser, java_script_enabled=True, viewport={"width": 380, "height": 800})
    wide = {}
    for path in KINDS:
        page.goto(address + path, wait_until="domcontentloaded")
        over = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        wide[path] = page.evaluate(over)
    assert {path: by for path, by in wide.items() if by} == {}


def test_pages_print(browser: Any, address: str, tmp_path: Path) -> None:
    page = page_of(browser)
    page.goto(address + PAIR)
    data = page.pdf(format="A4")
    assert data.startswith(b"%PDF") and 1 <= data.count(b"/Type /Page\n") + data.count(b"/Type /Page ") <= 5
    (tmp_path / "page.pdf").write_bytes(data)
    page.emulate_media(media="print")
    assert not page.get_by_role("navigation").first.is_visible()
    assert page.get_by_role("heading", name="Findings").is_visible()


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A site of two texts in a folder of a web host."""
    (tmp_path / "texts").mkdir()
    for name, status in (("one", "draft"), ("two", "in force")):
        (tmp_path / "texts" / f"{name}.toml").write_text(
            f'id = "{name}"\nlabel = "Law {name}"\nstatus = "{status}"\njurisdiction = "EU"\n'
            f'text = "AI means a machine ({name}) that <b>infers</b>."\n',
            encoding="utf-8",
        )
    monkeypatch.setattr("aidefs.web.survey._draws", lambda: False)
    public = tmp_path / "host" / "public"
    public.parent.mkdir()
    write_site(public, library=Library.load(tmp_path / "texts", only=True), pairs=[("one", "two")])
    handler = partial(Quiet, directory=str(public.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/public"
        server.shutdown()


def test_facets_of_a_site_of_files_combine(browser: Any, files: str) -> None:
    page = page_of(browser, java_script_enabled=True)
    page.goto(f"{files}/fr/definitions/status/in%20force/index.html")
    rows = page.locator("table.list tbody tr")
    playwright.expect(rows).to_have_count(1)
    facet = page.locator("[data-facet=status]")
    facet.get_by_role("link", name="projet").click()  # also drafts
    playwright.expect(rows).to_have_count(2)
    assert page.url.endswith("#status=in+force&status=draft")
    page.get_by_role("searchbox").fill("<B>infers MACHINE (two)")
    page.get_by_role("searchbox").press("Enter")
    playwright.expect(rows).to_have_count(1)
    playwright.expect(page.locator("#found")).to_contain_text("1 sur 2")
    page.reload()  # the address has the choice
    playwright.expect(rows).to_have_count(1)
    rows.get_by_role("link").click()
    playwright.expect(page).to_have_url(f"{files}/fr/d/two/index.html")
    page.go_back()
    page.get_by_role("link", name="Tout afficher").click()
    playwright.expect(rows).to_have_count(2)
    assert page.told == []


def test_a_site_of_files_is_searched(browser: Any, tmp_path: Path, files: str) -> None:
    page = page_of(browser, java_script_enabled=True)
    page.goto(f"{files}/fr/search/index.html")
    page.get_by_role("searchbox").fill("(two) that <b>")
    hit = page.locator("#hits li")
    playwright.expect(hit).to_have_text(re.compile("Law two .*machine \\(two\\) that <b>infers"))
    hit.get_by_role("link").click()
    playwright.expect(page.get_by_role("heading", level=1)).to_have_text("Law two")
    assert page.url.endswith("/fr/d/two/index.html")
    page.goto((tmp_path / "host" / "public" / "compare" / "one" / "two" / "index.html").as_uri())
    page.get_by_role("link", name="aidefs").click()  # from a folder
    playwright.expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert [line for line in page.told if not line.startswith("file:")] == []
