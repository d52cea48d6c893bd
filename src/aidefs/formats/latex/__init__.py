r"""Documents as LaTeX: a fragment for a paper, or a document of its own.

Every mark and every place that a journal may want to look otherwise is a macro, `\aidefsins`, `\aidefsdel`
and so on; a fragment provides those that it uses where the paper has not defined them. See docs/latex.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from aidefs.formats.document import Block, Bullets, Document, Heading, Paragraph, Table
from aidefs.formats.latex.preamble import macros, opening
from aidefs.formats.latex.table import table
from aidefs.formats.latex.words import Voice
from aidefs.formats.options import Options

__all__ = ["render_document"]


def render_document(document: Document, options: Options) -> str:
    """The document as a fragment without title, or as a document of its own where `standalone` is set."""
    voice = Voice(document.lang, _langs(document))
    body = "\n\n".join(_block(block, voice, document, options) for block in document.blocks) + "\n"
    if any(isinstance(block, Paragraph | Bullets) for block in document.blocks):
        # Changes and addresses break at fewer places than other words.
        body = "\\begingroup\\aidefsloose\n" + body + "\\par\\endgroup\n"
    if not options.standalone:
        return macros(body) + "\n" + body
    title = rf"\section*{{{voice.text(document.title)}}}" + "\n\n" if document.title else ""
    body = title + body
    top = opening(
        body,
        document.lang,
        voice.spoken,
        columns=2 if options.layout == "span" else 1,
        bibliography=options.bibliography,
    )
    references = "\\printbibliography\n" if options.bibliography else ""
    return f"{top}{macros(body)}\n\\begin{{document}}\n\n{body}\n{references}\\end{{document}}\n"


def _langs(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block.lang
        elif isinstance(block, Table):
            yield from (*block.langs, *block.row_langs)


def _block(block: Block, voice: Voice, document: Document, options: Options) -> str:
    if isinstance(block, Heading):
        return rf"\aidefsheading{{{voice.text(block.text)}}}"
    if isinstance(block, Paragraph):
        return voice.runs(block.runs, "\\par\n", block.lang)
    if isinstance(block, Bullets):
        items = "\n".join(r"  \item " + voice.runs(item, " ") for item in block.items)
        return "\\begin{itemize}\n" + items + "\n\\end{itemize}" if items else ""
    return table(block, voice, options.layout, document.lang, bool(options.bibliography))
