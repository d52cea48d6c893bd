"""The explorer in tests: an application, its pages as trees, and a collection of hostile records."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from werkzeug.test import Client

from aidefs.library.library import Library
from aidefs.web.app import Explorer

PAIR = "/compare/coe-2024/eu-ai-act-2024/"
# An address of each kind of page.
PAGES = (
    "/", "/definitions/", "/definitions/jurisdiction/EU/", "/definitions/?kind=statute&status=in+force",
    "/definitions/?words=autonomy", "/definitions/term/deep-fake/", "/d/eu-ai-act-2024-deep-fake/",
    "/d/eu-ai-act-2024/", "/d/eu-ai-act-2024-fr/", "/compare/", PAIR,
    "/compare/eu-ai-act-2024/coe-2024/oecd-2019/elements/autonomy,outputs/",
    "/compare/eu-ai-act-2024/eu-ai-act-2024-fr/", "/check/", "/survey/", "/survey/similarity/",
    "/survey/families/", "/survey/coverage/", "/survey/formulas/", "/survey/lineage/",
    "/survey/lineage/eu-ai-act-2024/", "/survey/timeline/autonomy/", "/survey/origins/eu-ai-act-2024/",
    "/search/",
    "/search/?q=levels+of+autonomy", "/search/?q=nothing+like+it", "/elements/",
    "/elements/deep-fake/", "/about/", "/method/",
    "/cite/", "/accessibility/", "/hosting/", "/api/", "/nowhere/", "/d/eu-ai-akt/",
    "/compare/eu-ai-act-2024/",
)  # fmt: skip


@cache
def explorer() -> Explorer:
    """An application over the shipped collection; what it keeps is kept between tests."""
    return Explorer()


def client(app: Explorer | None = None) -> Any:
    return Client(app or explorer())


def tree(page: str) -> Element:
    """The tree of a page without faults in its mark-up."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parsed: Element = parser.parse(page)
    assert [error for error in parser.errors if error[1] != "invalid-codepoint"] == []
    return parsed


def records(folder: Path, text: str) -> Library:
    """A collection in which every field that is free holds a text that somebody would obey."""
    folder.mkdir(exist_ok=True)
    written = "".join(f"\\u{ord(c):04x}" if ord(c) < 0x10000 else f"\\U{ord(c):08x}" for c in text)
    for name in ("one", "two"):
        fields = ("label", "title", "prose", "term", "instrument", "issuer", "provision", "notes", "variants")
        lines = [f'id = "{name}"', f'text = "An AI system means {written} that infers outputs ({name})."']
        lines += [f'{field} = "{written} {name}"' for field in fields]
        (folder / f"{name}.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return Library.load(folder, only=True)
