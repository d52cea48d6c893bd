"""Tables of mark-up as programs render them: the text of each cell, and what else is on the page."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

__all__ = ["RENDERERS", "Page", "squeezed"]


class Page(NamedTuple):
    """A page with a table.

    Attributes:
        cells: The text of each cell, row by row, without white space.
        kinds: The kinds of the nodes inside the cells and paragraphs: tags of HTML, classes of docutils.
        paragraphs: The text of each paragraph below the table.
    """

    cells: list[list[str]]
    kinds: set[str]
    paragraphs: list[str]


def squeezed(text: str) -> str:
    """The text without white space, which is no matter of mark-up."""
    return "".join(text.split())


def _html(source: str) -> Page:
    html5lib = pytest.importorskip("html5lib")
    page = html5lib.parse(source, namespaceHTMLElements=False)
    rows = [[squeezed("".join(cell.itertext())) for cell in row] for row in page.iter("tr")]
    for table in page.iter("table"):
        held = table
    kinds = {str(node.tag) for node in page.iter() if node.tag not in _LAYOUT}
    inside = set(map(id, held.iter()))
    below = [squeezed("".join(p.itertext())) for p in page.iter("p") if id(p) not in inside]
    return Page(rows, kinds, below)


# Nodes of every page that holds a table and paragraphs.
_LAYOUT = {
    "html", "head", "body", "table", "tbody", "thead", "tr", "td", "th", "p", "col", "colgroup", "div",
}  # fmt: skip


def _github(source: str) -> Page:
    markdown_it = pytest.importorskip("markdown_it")
    pytest.importorskip("linkify_it")
    reader = markdown_it.MarkdownIt("gfm-like", {"html": True})
    reader.linkify.set({"fuzzy_link": False})  # GitHub makes no link of a name without "www."
    return _html(reader.render(source))


def _asciidoc(source: str) -> Page:
    asciidocapi = pytest.importorskip("asciidoc.api")
    program, page = asciidocapi.AsciiDocAPI(), io.StringIO()
    program.options("--no-header-footer")
    program.execute(io.StringIO(source), page, backend="html4")
    assert program.messages == []
    return _html(page.getvalue())


def _textile(source: str) -> Page:
    shown = _html(pytest.importorskip("textile").textile(source))
    return shown._replace(kinds=shown.kinds - {"span"})  # around capitals


def _rst(source: str) -> Page:
    core = pytest.importorskip("docutils.core")
    nodes = pytest.importorskip("docutils.nodes")
    errors = io.StringIO()
    settings = {"report_level": 1, "warning_stream": errors, "file_insertion_enabled": True}
    page = core.publish_doctree(source, settings_overrides=settings)
    assert errors.getvalue() == ""
    kinds = {type(node).__name__ for node in page.findall()} - _DOCUTILS
    rows = [[squeezed(cell.astext()) for cell in row.findall(nodes.entry)] for row in page.findall(nodes.row)]
    below = [squeezed(node.astext()) for node in page.children if isinstance(node, nodes.paragraph)]
    return Page(rows, kinds, below)


_DOCUTILS = {
    "document", "table", "tgroup", "colspec", "thead", "tbody", "row", "entry", "paragraph", "Text",
    "comment",
}  # fmt: skip


def _mediawiki(source: str) -> Page:
    """As a parser sees it whose nodes are those of MediaWiki."""
    parser = pytest.importorskip("mwparserfromhell")
    table, *below = source.split("\n|}\n")
    kinds: set[str] = set()

    def words(code: Any) -> str:
        shown = []
        for node in code.nodes:
            kind = type(node).__name__
            if kind == "HTMLEntity":
                shown.append(node.normalize())
            else:
                shown.append(str(node))
                kinds.update(set() if kind == "Text" else {kind})
        return squeezed("".join(shown))

    (held,) = parser.parse(table + "\n|}").filter_tags(matches=lambda node: node.tag == "table")
    rows = [
        [words(cell.contents) for cell in row.contents.filter_tags(recursive=False)]
        for row in held.contents.filter_tags(recursive=False, matches=lambda node: node.tag == "tr")
    ]
    paragraphs = [words(parser.parse(part)) for part in "".join(below).strip("\n").split("\n\n") if part]
    return Page(rows, kinds, paragraphs)


RENDERERS: dict[str, Callable[[str], Page]] = {
    "asciidoc": _asciidoc,
    "github": _github,
    "mediawiki": _mediawiki,
    "rst": _rst,
    "textile": _textile,
}
