"""Documents as HTML: a self-contained fragment or page, without script or anything from outside."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from hashlib import sha256
from itertools import zip_longest

from aidefs.formats.document import (
    Block,
    Bullets,
    Cells,
    Document,
    FullTexts,
    Heading,
    Paragraph,
    Table,
    plain,
)  # fmt: skip
from aidefs.formats.html.inline import KeyNames, element, escape, inline, language
from aidefs.formats.html.style import PAGE, fragment_style, stylesheet
from aidefs.formats.html.table import is_grid, least_width, table_html
from aidefs.formats.options import Options

__all__ = ["render_document", "stylesheet"]

_PAGE_WIDTH, _MOST_WIDE = 64, 110  # rem; wider than usual where a table has more columns than fit


def render_document(document: Document, options: Options) -> str:
    """The document as one `<section>` behind its style, or as a page around it."""
    bare = options.styles == "none"
    if not options.standalone:
        return _HtmlWriter(document, options.level, bare).html()
    return _page(document, _HtmlWriter(document, 1, bare, page=True).html(), bare)


def _page(document: Document, section: str, bare: bool) -> str:
    title = document.title or _lead(document) or "aidefs"
    width = max([_PAGE_WIDTH, *(min(least_width(t) * 5 // 4, _MOST_WIDE) for t in document.tables)])
    head = "\n".join(
        (
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            element("title", escape(title)),
            *([] if bare else [element("style", PAGE.replace("@rem", f"{width}rem"))]),
        )
    )
    body = element("body", f"\n{element('main', chr(10) + section)}\n")
    return (
        "<!DOCTYPE html>\n"
        + element("html", f"\n<head>\n{head}\n</head>\n{body}\n", lang=document.lang)
        + "\n"
    )


def _lead(document: Document) -> str:
    """The caption of the first table, which stands for the title of a page where there is none."""
    return next((table.caption for table in document.tables[:1]), "")


class _HtmlWriter:
    """Writes one document.

    Its ids begin with a hash of what it shows: they are the same whenever it is shown, and those of two
    results on one page differ.
    """

    def __init__(self, document: Document, level: int, bare: bool, page: bool = False) -> None:
        self.document = document
        self.level = level
        self.bare = bare
        self.page = page
        self.names = _names(document)
        self.tables = 0

    @cached_property
    def prefix(self) -> str:
        """Worked out where something has an id: a heading or a table."""
        shown = repr(self.document).encode("utf-8", "backslashreplace")
        return "aidefs-" + sha256(shown).hexdigest()[:10]

    def html(self) -> str:
        document = self.document
        title = document.title or ("aidefs" if self.page and not _lead(document) else "")
        heading = self.heading(self.level, title, "title", self.prefix) if title else ""
        parts = [heading, *self.parts()]
        section = element(
            "section",
            "\n" + "\n".join(part for part in parts if part) + "\n",
            class_="aidefs",
            lang=document.lang,
            aria_labelledby=self.prefix if heading else "",
        )
        if self.bare:
            return f"{section}\n"
        widths = sorted({least_width(table) for table in document.tables if not is_grid(table)})
        style = element("style", fragment_style(dict.fromkeys(_keys(document)), widths))
        return f"{style}\n{section}\n"

    def parts(self) -> Iterator[str]:
        """The blocks, and the whole texts before the first table and the heading that it stands under."""
        texts = self.document.texts
        blocks = self.document.blocks
        for block, following in zip_longest(blocks, blocks[1:]):
            heads = isinstance(block, Heading) and isinstance(following, Table)
            if texts and (heads or isinstance(block, Table)):
                yield self.texts(texts)
                texts = None
            yield self.block(block)
        if texts:
            yield self.texts(texts)

    def block(self, block: Block) -> str:
        if isinstance(block, Heading):
            return self.heading(self.level + 1, block.text, "heading")
        if isinstance(block, Paragraph):
            kind = "" if block.wrap else "message"
            return element("p", self.inline(block.runs), class_=kind, **language(block.lang))
        if isinstance(block, Bullets):
            items = "\n".join(element("li", self.inline(item)) for item in block.items)
            return f"<ul>\n{items}\n</ul>"
        self.tables += 1
        is_title = self.page and self.tables == 1 and not self.document.title
        return table_html(block, f"{self.prefix}-{self.tables}", self.names, is_title, self.bare)

    def inline(self, cell: Cells) -> str:
        return inline(cell, self.names, self.bare)

    def texts(self, texts: FullTexts) -> str:
        """Columns that become blocks one below the other where there is no room."""
        columns = (
            element(
                "div",
                self.heading(self.level + 2, text.name, "name")
                + element("p", self.inline(text.runs), **language(text.lang)),
            )
            for text in texts.columns
        )
        return "\n".join(
            (
                self.heading(self.level + 1, texts.heading, "heading"),
                element("p", escape(texts.hint), class_="hint"),
                element("div", "\n" + "\n".join(columns) + "\n", class_="texts"),
            )
        )

    def heading(self, level: int, text: str, kind: str, name: str = "") -> str:
        return element(f"h{level}", escape(text), class_=kind, id=name)


def _keys(document: Document) -> Iterator[str]:
    """The keys that stand in the document, empty ones aside."""
    for text in document.texts.columns if document.texts else ():
        yield from (run.key for run in text.runs if run.key)
    for block in document.blocks:
        if isinstance(block, Table):
            yield from filter(None, block.keys)
            yield from (run.key for row in block.rows for cell in row for run in cell if run.key)
        elif isinstance(block, Paragraph):
            yield from (run.key for run in block.runs if run.key)
        elif isinstance(block, Bullets):
            yield from (run.key for item in block.items for run in item if run.key)


def _names(document: Document) -> KeyNames:
    """What a reader calls the keys: the first line of the row that speaks of each."""
    return {
        key: plain(row[0]).split("\n")[0]
        for table in document.tables
        for key, row in zip(table.keys, table.rows, strict=False)
        if key
    }
