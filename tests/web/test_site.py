"""The pages as files: the same bytes each time, links that hold in any folder, no need of a server."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote

import pytest
from support.explorer import tree
from werkzeug.test import Client

import aidefs
from aidefs.errors import InputError, UnknownName
from aidefs.library.library import Library
from aidefs.web import survey
from aidefs.web.app import Explorer
from aidefs.web.site import MARK, site_files, write_site

PAIRS = (("eu", "coe"), ("coe", "eu"), ("one", "two"))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A collection that is made in a moment: a few records of the shipped one, and two more."""
    folder = tmp_path_factory.mktemp("library")
    for name, text in {
        "one": aidefs.get("eu").text,
        "two": aidefs.get("oecd").text,
        "eu": "AI means software.",
        "coe": "AI means a machine.",
    }.items():
        label = json.dumps(f"Law {name}")
        (folder / f"{name}.toml").write_text(
            f'id = "{name}"\nlabel = {label}\njurisdiction = "EU"\nkind = "statute"\nstatus = "in force"\n'
            f'adopted = "2024"\ntext = {json.dumps(text, ensure_ascii=False)}\n',
            encoding="utf-8",
        )
    return Library.load(folder, only=True)


@pytest.fixture(scope="module")
def files(small: Library) -> Iterator[dict[str, bytes]]:
    """The files of its site, but for pictures, which take a second each and are tested elsewhere."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(survey, "_draws", lambda: False)
        yield site_files(library=small, pairs=PAIRS, url="https://example.org/ai/")


def test_the_same_bytes_each_time(small: Library, files: dict[str, bytes]) -> None:
    assert site_files(library=small, pairs=PAIRS, url="https://example.org/ai/") == files


def test_every_link_is_a_file_of_the_site(files: dict[str, bytes]) -> None:
    pages = [name for name in files if name.endswith(".html")]
    assert len(pages) > 60
    for name in pages:
        for one in tree(files[name].decode()).iter():
            for attribute in ("href", "src", "action", "data-index"):
                target = one.attrib.get(attribute, "").partition("#")[0]
                if target and not re.match(r"https?:", target):
                    assert not target.startswith("/") and " " not in target, (name, target)
                    assert normpath(join(dirname(name), unquote(target))) in files, (name, target)


def test_pages_bring_their_rules_and_no_form_that_needs_a_server(files: dict[str, bytes]) -> None:
    for name, body in files.items():
        if name.endswith(".html") and b'http-equiv="refresh"' not in body:
            text = body.decode()
            told = {
                one.attrib.get("http-equiv"): one.attrib["content"]
                for one in tree(text).iter("meta")
                if "content" in one.attrib
            }
            assert told["Content-Security-Policy"].endswith("; script-src 'self'; connect-src 'self'")
            tags = [one for one in tree(text).iter() if one.tag in ("form", "script", "style")]
            forms = {one.attrib.get("id") for one in tags if one.tag == "form"}
            assert forms <= {"search", "words"}  # which a script shows
            assert all("src" in one.attrib for one in tags if one.tag == "script")


def test_comparisons_are_those_that_are_wanted(files: dict[str, bytes]) -> None:
    found = {name for name in files if re.match(r"compare/.+/index.html", name)}
    assert found == {f"compare/{a}/{b}/index.html" for a, b in PAIRS}
    known = json.loads(files["compare/one/two/comparison.json"])
    assert [one["id"] for one in known["definitions"]] == ["one", "two"]


def test_the_index_and_the_map(small: Library, files: dict[str, bytes]) -> None:
    index = json.loads(files["search.json"])
    assert {one["id"]: one["text"] for one in index} == {one.id: one.text for one in small.values()}
    assert b"<loc>https://example.org/ai/d/one/</loc>" in files["sitemap.xml"]
    assert json.loads(files[MARK])["data_hash"] == small.data_hash


def test_a_site_takes_the_place_of_a_site_and_of_nothing_else(
    files: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aidefs.web.site.site_files", lambda **_: made)
    made = files
    folder = tmp_path / "public"
    done = write_site(folder)
    written = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert written == set(files) and done == (len(files), sum(map(len, files.values())))
    with pytest.raises(InputError, match="not empty"):
        write_site(folder)
    made = {name: body for name, body in files.items() if "/one/" not in name}
    write_site(folder, force=True)
    assert not (folder / "compare" / "one").exists()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.docx").write_bytes(b"years of work")
    with pytest.raises(InputError, match=r"thesis\.docx"):
        write_site(tmp_path / "mine", force=True)


def test_what_pages_of_files_link_to_is_there() -> None:
    """Definitions of other terms, too, to which languages and predecessors lead."""
    pages = Client(Explorer(uploads=False, pairs=[("coe-2024", "eu-ai-act-2024")]))
    library = Library.shipped()
    ids = set(library)
    linked = {
        name
        for one in library.values()
        for name in (
            *(earlier.id for earlier in one.predecessors if library.holds(earlier.id)),
            *(other.id for other in library.languages(one.id).values()),
        )
        if name not in ids
    }
    linked |= {one.id for one in library.where(term="deep-fake")}
    assert "cn-genai-interim-measures-2023-en" in linked
    for name in sorted(linked):
        assert pages.get(f"/d/{name}/").status_code == 200, name
    assert "/definitions/term/deep-fake/" in pages.get("/definitions/").text


def test_pairs_that_are_none(small: Library) -> None:
    with pytest.raises(UnknownName):
        site_files(library=small, pairs=[("one", "nothing")])
    for names in (("one",), ("one", "one")):
        with pytest.raises(InputError, match="two to six"):
            site_files(library=small, pairs=[names])


def test_the_core_pairs_of_the_collection() -> None:
    from aidefs.web.site import _core

    pairs = _core(Library.shipped())
    assert ("coe-2024", "eu-ai-act-2024") in pairs and ("eu-ai-act-2024", "coe-2024") in pairs
    assert ("oecd-2019", aidefs.get("oecd").id) in pairs and len(pairs) == len(set(pairs))
    page = Explorer(pairs=pairs)
    assert page.site.comparison("coe-2024", "eu-ai-act-2024") and not page.site.comparison(
        "coe-2024", "iso-iec-1"
    )


def test_a_file_in_the_place_of_the_folder_is_refused_before_any_page_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = tmp_path / "pages"
    taken.write_text("mine", encoding="utf-8")
    monkeypatch.setattr("aidefs.web.site.site_files", lambda **_: pytest.fail("pages were made"))
    with pytest.raises(InputError, match="it is a file, and no folder"):
        write_site(taken)
    assert taken.read_text(encoding="utf-8") == "mine"
