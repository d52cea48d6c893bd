"""The application: every address answers with sound pages, and nothing that is sent is obeyed."""

from __future__ import annotations

import io
import re
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from support.explorer import PAGES, PAIR, client, explorer, records, tree
from support.hostile import HOSTILE

import aidefs
from aidefs.errors import InputError
from aidefs.library.library import Library
from aidefs.library.records import Definition
from aidefs.output.render import render_bytes
from aidefs.web import app as application
from aidefs.web.app import Explorer
from aidefs.web.compare import _compared
from aidefs.web.guard import HEADERS, LARGEST_BODY, PICTURE_CSP
from aidefs.web.pages import Answered, Site

LANGUAGES = ("", "/fr")
PROMISED = {name.lower(): value for name, value in HEADERS.items()}


def kept_promises(answer: Any) -> bool:
    """Whether the headers are there with which a browser is told to do nothing by itself."""
    told = {name.lower(): value for name, value in answer.headers.items()}
    return all(told.get(name) == value for name, value in PROMISED.items()) and "set-cookie" not in told


# --- pages ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_sound(path: str, lang: str) -> None:
    if lang and path.startswith(("/survey/similarity", "/survey/formulas", "/survey/families", "/survey/l")):
        pytest.skip("the same long tables as in English")
    answer = client().get(lang + path, follow_redirects=True)
    assert answer.status_code == (200 if path not in PAGES[-3:] else 404 if path != PAGES[-1] else 422)
    assert kept_promises(answer)
    page = tree(answer.text)
    tags = [one.tag for one in page.iter()]
    assert tags.count("h1") == tags.count("main") == tags.count("title") == 1
    assert not {"script", "style", "iframe", "object", "base"} & set(tags)
    names = [name for one in page.iter() for name in one.attrib]
    assert not [name for name in names if name == "style" or name.startswith("on")]
    ids = [one.attrib["id"] for one in page.iter() if "id" in one.attrib]
    assert len(ids) == len(set(ids))
    levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h[1-6]", tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert page.attrib["lang"] == (lang[1:] or "en")
    for one in page.iter():
        for name in ("src", "action", "href"):
            address = one.attrib.get(name, "")
            outside = one.tag == "a" and address.startswith(("http://", "https://"))
            assert address == "" or address[0] in "/#" or outside, address


def test_every_link_leads_somewhere() -> None:
    """In the pages of a server; those of files are tested whole."""
    found = set()
    for path in (*PAGES[:3], *PAGES[5:12]):
        page = tree(client().get(path, follow_redirects=True).text)
        found |= {one.attrib[name] for one in page.iter() for name in ("href", "src") if name in one.attrib}
    inside = sorted({address.partition("#")[0] for address in found if address.startswith("/")})
    assert len(inside) > 200
    # Each definition and each choice has a page of one kind; a few of them stand for all.
    rare = [a for a in inside if not re.search(r"/d/|/definitions/|/compare/.+/.+/|\.svg|/survey/|^/fr", a)]
    for address in rare + inside[::29]:
        assert client().get(address, follow_redirects=True).status_code == 200, address


def test_a_page_is_the_same_each_time() -> None:
    fresh = Explorer()
    for path in (PAIR, "/d/eu-ai-act-2024/"):
        assert client(fresh).get(path).data == client().get(path).data == client(fresh).get(path).data


def test_the_official_wording_is_letter_for_letter() -> None:
    for one in list(Library.shipped().values())[::14]:
        page = tree(client().get(f"/d/{one.id}/").text)
        [quoted] = [each for each in page.iter("blockquote")]
        assert "".join(quoted.itertext()) == one.text
        assert quoted.attrib["lang"] == one.lang


def test_facets_combine() -> None:
    def rows(path: str) -> set[str]:
        found = re.findall(r'name="with" value="([^"]+)"', client().get(path).text)
        return set(found)

    library = Library.shipped()
    assert rows("/definitions/") == set(library)
    eu = {one.id for one in library.where(jurisdiction="EU")} - {
        one.id for one in library.where(jurisdiction="EU") if one.jurisdiction != "EU"
    }
    assert rows("/definitions/jurisdiction/EU/") == eu
    both = rows("/definitions/?jurisdiction=EU&status=in+force&lang=en")
    assert both == {one.id for one in library.where(status="in force") if one.id in eu and one.lang == "en"}
    counted = re.search(
        r'aria-current="true">([^<]+)</a> <span class="number">(\d+)<',
        client().get("/definitions/kind/bill/").text,
    )
    assert counted and int(counted[2]) == len(library.where(kind="bill"))


def test_facets_count_among_the_texts_that_have_the_words() -> None:
    page = client().get("/definitions/?words=colorado").text
    found = set(re.findall(r'name="with" value="([^"]+)"', page))
    assert found == {one.id for one in Library.shipped().where(about="colorado")}
    sums = [
        sum(map(int, re.findall(r'<span class="number">(\d+)<', facet)))
        for facet in re.findall(r"<details.*?</details>", page, re.DOTALL)[1:]  # that of terms looks at all
    ]
    assert max(sums) == len(found)


def test_definitions_of_other_terms_have_pages_and_are_a_facet() -> None:
    library = Library.shipped()
    page = client().get("/definitions/").text
    counted = dict(
        re.findall(r'href="/definitions/term/([^/]+)/"[^>]*>[^<]+</a> <span class="number">(\d+)<', page)
    )
    assert {term: int(number) for term, number in counted.items()} == {
        term: len(library.of(term)) for term in library.terms[1:]
    }
    assert set(re.findall(r'name="with" value="([^"]+)"', page)) == set(library)
    for term in library.terms[1:]:
        found = re.findall(r'name="with" value="([^"]+)"', client().get(f"/definitions/term/{term}/").text)
        assert set(found) == set(library.of(term))
    for term in ("deep-fake", "generative-ai"):
        one, two = list(library.of(term))[:2]
        for path in (f"/d/{one}/", f"/survey/lineage/{one}/", f"/compare/{one}/{two}/"):
            assert client().get(path).status_code == 200, path
        element = next(iter(library.elements(term)))
        assert client().get(f"/compare/{one}/{two}/elements/{element}/").status_code == 200
    assert "hypertrucage" in client().get("/fr/definitions/").text


def test_other_terms_are_offered_where_readers_choose() -> None:
    app = client()
    for path in ("/", "/compare/", "/survey/", "/fr/"):
        assert "/definitions/term/deep-fake/" in app.get(path).text, path
    assert 'href="/elements/deep-fake/"' in app.get("/d/eu-ai-act-2024-deep-fake/").text
    assert app.get("/elements/no-such-term/").status_code == 404
    ids = [one.id for one in Library.shipped().where(term="deep-fake")]
    page = tree(app.get(f"/compare/{ids[0]}/{ids[1]}/").text)
    assert {one.attrib["value"] for one in page.iter("option")} - {""} == set(ids)


def test_pages_do_without_the_packages_of_other_extras(monkeypatch: pytest.MonkeyPatch) -> None:
    for package in ("citeproc", "docx", "matplotlib", "weasyprint"):
        monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.setattr("aidefs.web.survey._draws", lambda: False)
    monkeypatch.setattr(Site, "word", False)
    pages = client(Explorer())
    for path in ("/", "/d/eu-ai-act-2024/", PAIR, "/survey/", "/survey/lineage/"):
        answer = pages.get(path)
        assert answer.status_code == 200 and ".docx" not in answer.text, path
    assert "BibTeX" in pages.get("/d/eu-ai-act-2024/").text


# --- comparisons ----------------------------------------------------------------------------------


def test_names_lead_to_the_address_that_stays() -> None:
    for path, target in {
        "/compare/coe/eu/": PAIR,
        "/compare/coe/eu": f"{PAIR}",
        "/fr/compare/coe/eu@2024-06/": f"/fr{PAIR}",
        "/compare/?with=coe-2024&with=eu-ai-act-2024&go=1": PAIR,
        "/compare/?with=coe&with=eu&element=autonomy": f"{PAIR}elements/autonomy/",
        "/d/eu": "/d/eu-ai-act-2024/",
        "/d/Texas/": f"/d/{aidefs.get('Texas').id}/" if "Texas" in Library.shipped() else "/d/Texas/",
    }.items():
        answer = client().get(path, follow_redirects=True)
        assert answer.request.path == target or answer.status_code == 422, path


def test_what_is_kept_of_stored_texts_changes_nothing() -> None:
    site = Site(Library.shipped())
    own = Definition(id="eu-ai-act-2024", text="An AI system is software that infers.", lang="en")
    texts = [site.library[name] for name in ("coe", "eu", "oecd", "eu:fr", "eu-ai-act-2024-deep-fake")]
    for chosen in (texts[:3], [texts[1], texts[3]], [own, texts[1]], texts[1:3], [texts[4], texts[4]]):
        for lang in ("en", "fr"):
            expected = aidefs.compare(*chosen, language=lang, library=site.library)
            assert _compared(site, chosen, (), lang) == expected
    assert _compared(site, texts[:2], ("autonomy",), "en") == aidefs.compare(
        *texts[:2], elements=["autonomy"]
    )
    with pytest.raises(InputError):
        _compared(site, [texts[0], texts[4]], (), "en")


def test_a_cited_address_says_whether_the_texts_have_changed(tmp_path: Path) -> None:
    page = client().get(PAIR).text
    cited = re.search(r'class="address">([^<]+)<', page)
    assert cited and cited[1].startswith(f"{PAIR}@{Library.shipped().data_version}-")
    assert "letter for letter as they were" in client().get(cited[1]).text
    other = f"{PAIR}@2025.01-00000000/"
    assert "have changed since" in client().get(other).text
    assert "does not tell" in client().get(f"{PAIR}@2025.01/").text
    assert "ont changé depuis" in client().get(f"/fr{other}").text


def test_downloads_are_what_the_public_functions_give() -> None:
    comparison = aidefs.compare("coe", "eu")
    for ending, form in {
        "tex": "latex",
        "md": "markdown",
        "csv": "csv",
        "json": "json",
        "docx": "docx",
    }.items():
        answer = client().get(f"{PAIR}comparison.{ending}")
        assert answer.data == render_bytes(comparison, form)
        assert f'filename="coe-2024-eu-ai-act-2024.{ending}"' in answer.headers["Content-Disposition"]
    assert client().get(f"{PAIR}redline.docx").data == render_bytes(aidefs.diff("coe", "eu"), "docx")
    assert client().get(f"{PAIR}references.bib").text == aidefs.cite("coe", "eu", style="biblatex") + "\n"
    assert client().get("/d/eu-ai-act-2024/cite.bib").text == aidefs.cite("eu", style="biblatex") + "\n"


@pytest.mark.programs
def test_a_comparison_is_kept_as_pdf() -> None:
    pytest.importorskip("weasyprint", reason="weasyprint is not installed", exc_type=(ImportError, OSError))
    assert f'href="{PAIR}comparison.pdf"' in client().get(PAIR).text
    assert client().get(f"{PAIR}comparison.pdf").data == render_bytes(aidefs.compare("coe", "eu"), "pdf")


@pytest.mark.parametrize(
    "path",
    [
        "/compare/eu/",
        "/compare/eu/coe/oecd/nist/iso/us/oecd@2019/",
        "/compare/a/b/",
        PAIR + "elements/nothing/",
    ],
)
def test_what_cannot_be_compared_is_said(path: str) -> None:
    answer = client().get(path, follow_redirects=True)
    assert answer.status_code in (404, 422) and 'role="alert"' in answer.text and kept_promises(answer)


# --- drafts ---------------------------------------------------------------------------------------

DRAFT = "An AI system is software that infers, from data, how to generate outputs such as predictions."


def test_a_draft_is_compared_and_not_kept() -> None:
    app = explorer()
    before = len(app._kept)
    answer = client().post("/draft/", data={"text": DRAFT, "with": ["eu", "coe"]})
    assert answer.status_code == 200 and kept_promises(answer)
    page = tree(answer.text)
    assert DRAFT in ["".join(one.itertext()) for one in page.iter("textarea")]
    assert "OECD" in answer.text and len(app._kept) == before
    again = client().post("/draft/comparison.json", data={"text": DRAFT, "with": "eu"})
    draft = aidefs.Definition(id="draft", label="Your draft", prose="your draft", text=DRAFT)
    assert again.text == aidefs.compare(draft, "eu").to_json()


def test_a_draft_may_be_a_document() -> None:
    def sent(data: bytes, name: str, **more: str) -> Any:
        return client().post("/draft/", data={"file": (io.BytesIO(data), name), "with": "eu", **more})

    document = render_bytes(aidefs.diff("eu@2021", "eu"), "docx")
    assert sent(document, "draft.docx", choice="all").status_code == 200
    two = f"1. {aidefs.get('eu').text}\n\n2. {aidefs.get('us').text}\n".encode()
    several = sent(two, "law.txt")
    assert several.status_code == 422 and "holds 2 definitions" in several.text
    assert sent(two, "law.txt", choice="2").status_code == 200


@pytest.mark.parametrize(
    "data", [{}, {"text": " \n "}, {"text": "x" * 20_001}, {"text": DRAFT, "with": ["eu"] * 2 + ["nix"]}]
)
def test_a_draft_that_cannot_be_used_leaves_the_form(data: dict[str, Any]) -> None:
    answer = client().post("/draft/", data=data)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text and 'id="text"' in answer.text and kept_promises(answer)


# --- what is refused ------------------------------------------------------------------------------

OURS = frozenset({"127.0.0.1:8000", "localhost:8000"})
guarded = Explorer(hosts=OURS)


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1", "127.0.0.1:8001", "localhost.evil.example:8000", "", "127.0.0.1:8000@evil"],
)
def test_other_hosts_are_refused(host: str) -> None:
    for method in ("get", "post"):
        answer = getattr(client(guarded), method)("/", headers={"Host": host})
        assert answer.status_code == 421 and kept_promises(answer)
    assert client(guarded).get("/about/", headers={"Host": "LOCALHOST:8000"}).status_code == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://127.0.0.1:8001"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "none"}, 403),
        ({"Origin": "http://127.0.0.1:8000", "Sec-Fetch-Site": "same-origin"}, 200),
        ({}, 200),
    ],
)
def test_foreign_forms_are_refused(headers: dict[str, str], status: int) -> None:
    answer = client(guarded).post(
        "/draft/", data={"text": DRAFT}, headers={"Host": "127.0.0.1:8000", **headers}
    )
    assert answer.status_code == status and kept_promises(answer)


@pytest.mark.parametrize("method", ["put", "delete", "patch", "options"])
def test_other_methods_are_refused(method: str) -> None:
    answer = getattr(client(), method)("/")
    assert answer.status_code == 405 and kept_promises(answer)
    assert client().post("/about/").status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py", "/static/..%2fapp.py", "/static/%2e%2e/%2e%2e/pyproject.toml",
        "/static//etc/passwd", "/d/../../etc/passwd/", "/d/%2e%2e%2f%2e%2e%2fetc%2fpasswd/",
        "/d/eu/..%2f..%2fpasswd", "/compare/../../etc/passwd",
        "/d/eu-ai-act-2024/definition.py", "/survey/../x.svg", "/api/../app",
        "/definitions/__class__/x/", "/d/\x00/",
        "/definitions/jurisdiction/%3Cscript%3E/", "/d/%ff%fe/", "/fr/static/explorer.css/x",
    ],
)  # fmt: skip
def test_nothing_but_pages_is_found(path: str) -> None:
    answer = client().get(path, follow_redirects=True)
    assert answer.status_code in (404, 422) and kept_promises(answer)
    assert "root:" not in answer.text and "import annotations" not in answer.text


@pytest.mark.parametrize(
    "path", ["//evil.example", "//evil.example/x", "/\\evil.example", "/fr//evil.example"]
)
def test_nobody_is_sent_elsewhere(path: str) -> None:
    answer = client().open("/", environ_overrides={"PATH_INFO": path})
    target = answer.headers.get("Location", "/")
    assert re.match(r"/(?![/\\])", target) and answer.status_code in (307, 308, 404)


def test_large_bodies_are_refused_before_they_are_read() -> None:
    class Endless(io.BytesIO):
        taken = 0

        def read(self, size: int | None = -1) -> bytes:
            self.taken += size or 0
            return b"x" * (size or 0)

    stream = Endless()
    kind = {"CONTENT_TYPE": "multipart/form-data; boundary=b", "CONTENT_LENGTH": str(200 << 20)}
    declared = client().post("/check/", environ_overrides={**kind, "wsgi.input": stream})
    assert declared.status_code == 413 and kept_promises(declared) and stream.taken == 0
    assert "20 MiB" in declared.text

    def parts(number: int, size: int) -> Any:
        each = b'--b\r\nContent-Disposition: form-data; name="text"\r\n\r\n' + b"x" * size + b"\r\n"
        body = each * number + b"--b--\r\n"
        return client().post("/draft/", data=body, content_type="multipart/form-data; boundary=b")

    assert parts(1, LARGEST_BODY + (2 << 20)).status_code == 413
    assert parts(1, 3 << 20).status_code == parts(500, 1).status_code == 413
    assert parts(1, 300).status_code != 413
    for length in ("-5", "many", "²"):
        odd = client().post("/draft/", environ_overrides={"CONTENT_LENGTH": length})
        assert odd.status_code == 413


def test_a_fault_of_the_program_shows_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> Answered:
        raise ZeroDivisionError("/home/somebody/secret")

    routes = tuple(
        (path, broken if path == "/about/" else handler, how) for path, handler, how in application._ROUTES
    )
    monkeypatch.setattr(application, "_ROUTES", routes)
    answer = client(Explorer()).get("/about/")
    assert answer.status_code == 500 and kept_promises(answer)
    assert "ZeroDivisionError" in answer.text
    assert "secret" not in answer.text and "Traceback" not in answer.text


def test_pictures_have_rules_of_their_own() -> None:
    pytest.importorskip("matplotlib")
    answer = client().get("/survey/timeline/adaptiveness.svg")
    assert answer.status_code == 200 and answer.mimetype == "image/svg+xml"
    assert answer.headers["Content-Security-Policy"] == PICTURE_CSP
    assert client().get("/survey/coverage.svg").status_code == 404


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(application, "_KEPT", 3)
    app = Explorer()
    for n in range(20):
        assert client(app).get(f"/definitions/?words=word{n}").status_code == 200
        assert len(app._kept) <= 3


# --- hostile words --------------------------------------------------------------------------------


def skeleton(page: str) -> list[str]:
    return [one.tag for one in tree(page).iter() if one.tag != "br"]


def harmless(page: str) -> bool:
    found: Element = tree(page)
    tags = {one.tag for one in found.iter()}
    names = {name for one in found.iter() for name in one.attrib}
    obeyed = [a for one in found.iter() for a in one.attrib.values() if re.match(r"\s*javascript:", a)]
    return (
        not {"script", "iframe", "style"} & tags
        and not [n for n in names if n.startswith("on")]
        and not obeyed
    )


HOSTILE_NAMES = ("script", "attribute", "comment", "entity", "bidi", "control", "macro", "lines", "formula")


@pytest.mark.parametrize("kind", HOSTILE_NAMES)
def test_hostile_records_are_words(kind: str, tmp_path: Path) -> None:
    def pages(text: str, folder: str) -> list[str]:
        clean = "".join(c for c in text if c.isprintable() or c == "\n")
        app = Explorer(records(tmp_path / folder, clean))
        paths = (
            "/d/one/",
            "/compare/one/two/",
            "/definitions/?words=infers",
            "/search/?q=infers+outputs",
            "/compare/",
        )
        return [client(app).get(path).text for path in paths]

    for hostile, plain in zip(pages(HOSTILE[kind], "hostile"), pages("plain", "plain"), strict=True):
        assert harmless(hostile)
        if "\n" not in HOSTILE[kind]:
            assert len(skeleton(hostile)) >= len(skeleton(plain)) - 30


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_questions_are_words(text: str) -> None:
    sent = text.encode("utf-8", "replace").decode()
    for answer in (
        client().get("/search/", query_string={"q": sent}),
        client().get("/definitions/", query_string={"words": sent, "kind": sent}),
        client().get("/compare/", query_string={"with": [sent, "eu"], "go": "1"}),
        client().post(
            "/draft/",
            data={"text": f"An AI system is {sent} that infers outputs.", "with": "eu", "lang": "en"},
        ),
        client().post("/draft/", data={"text": sent, "with": sent}),
    ):
        assert answer.status_code in (200, 404, 422) and kept_promises(answer)
        assert harmless(answer.text)
