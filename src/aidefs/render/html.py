"""Documents as HTML: a self-contained fragment, without script or anything from outside."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape as _escape

from aidefs.render.clean import visible
from aidefs.render.options import Options
from aidefs.tables import Block, Bullets, Document, Heading, Mark, Paragraph, Run, Table

__all__ = ["escape", "render_document"]

_TAGS: dict[Mark, str] = {
    "delete": "del",
    "insert": "ins",
    "strong": "strong",
    "quote": "em",
    "muted": "small",
}
# Tints behind letters in the page's own colour are legible on light and dark pages; underline and strike
# carry the meaning alone.
_STYLE = """<style>
.aidefs{max-width:70rem;line-height:1.5;color-scheme:light dark}
.aidefs table{border-collapse:collapse;width:100%;text-align:left}
.aidefs caption{text-align:left;font-style:italic;padding:.25rem 0}
.aidefs th,.aidefs td{vertical-align:top;text-align:left;padding:.4rem .6rem;border-top:1px solid #8888}
.aidefs td,.aidefs th,.aidefs .text{white-space:pre-line}
.aidefs small{opacity:.8;font-weight:normal}
.aidefs del{text-decoration:line-through;background:rgba(255,60,40,.18)}
.aidefs ins{text-decoration:underline;background:rgba(40,120,255,.2)}
.aidefs del+ins{margin-left:.2em}
.aidefs td,.aidefs li{overflow-wrap:anywhere}
</style>"""


def escape(text: str) -> str:
    """The text as HTML character data, also inside a quoted attribute."""
    return _escape(visible(text), quote=True)


def render_document(document: Document, options: Options) -> str:
    """The document as one `<section>`."""
    lang = f' lang="{escape(document.lang)}"' if document.lang else ""
    title = f"<h2>{escape(document.title)}</h2>\n" if document.title else ""
    body = "\n".join(map(_block, document.blocks))
    return f'{_STYLE}\n<section class="aidefs"{lang}>\n{title}{body}\n</section>\n'


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"<h3>{escape(block.text)}</h3>"
    if isinstance(block, Paragraph):
        lang = f' lang="{escape(block.lang)}"' if block.lang else ""
        return f'<p class="text"{lang}>{_inline(block.runs)}</p>'
    if isinstance(block, Bullets):
        return "<ul>\n" + "\n".join(f"<li>{_inline(item)}</li>" for item in block.items) + "\n</ul>"
    return _table(block)


def _table(table: Table) -> str:
    langs = table.langs or ("",) * len(table.header)
    caption = f"<caption>{escape(table.caption)}</caption>" if table.caption else ""
    head = ""
    if any(table.header):
        names = "".join(f'<th scope="col">{escape(name)}</th>' for name in table.header)
        head = f"<thead><tr>{names}</tr></thead>\n"
    rows = []
    for first, *others in table.rows:
        cells = [f'<th scope="row">{_inline(first)}</th>']
        for cell, lang in zip(others, langs[1:], strict=True):
            attribute = f' lang="{escape(lang)}"' if lang else ""
            cells.append(f"<td{attribute}>{_inline(cell)}</td>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{caption}\n{head}<tbody>\n" + "\n".join(rows) + "\n</tbody></table>"


def _inline(runs: Iterable[Run]) -> str:
    parts = []
    for run in runs:
        tag = _TAGS.get(run.mark)
        parts.append(f"<{tag}>{escape(run.text)}</{tag}>" if tag and run.text else escape(run.text))
    return "".join(parts)
