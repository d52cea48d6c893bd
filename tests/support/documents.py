"""Small documents of every format that aidefs reads, made from paragraphs.

    make("odt", ["First.", "Second."])

gives the bytes of a file. Word documents are written by python-docx, the others here, by the rules of
their formats, so that no office program is needed.
"""

from __future__ import annotations

import html
import io
import json
import re
import textwrap
import zipfile
from collections.abc import Callable, Sequence

__all__ = ["ENDING", "MAKERS", "archive", "docx_parts", "make", "numbered", "pdf", "with_part"]

Paragraphs = Sequence[str]

_TEX = {"\\": r"\textbackslash{}"} | {c: "\\" + c for c in "&%$#_{}"} | {"~": r"\textasciitilde{}"}


def make(form: str, paragraphs: Paragraphs) -> bytes:
    """A document of a format with these paragraphs."""
    return MAKERS[form](paragraphs)


def archive(parts: dict[str, str | bytes], stored: Sequence[str] = ("mimetype",)) -> bytes:
    """A zip archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in parts.items():
            # A fixed date, so that the same parts give the same bytes.
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            out.writestr(info, content)
    return file.getvalue()


def with_part(data: bytes, name: str, content: str | bytes) -> bytes:
    """An archive with one part replaced or added."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        parts: dict[str, str | bytes] = {key: old.read(key) for key in old.namelist()}
    return archive({**parts, name: content})


def _text(paragraphs: Paragraphs) -> bytes:
    return ("\n\n".join(textwrap.fill(p, 72, break_on_hyphens=False) for p in paragraphs) + "\n").encode()


def _markdown(paragraphs: Paragraphs) -> bytes:
    return ("# Title\n\n" + "\n\n".join(f"> {p}" for p in paragraphs) + "\n").encode()


def _html(paragraphs: Paragraphs) -> bytes:
    body = "".join(f"<p>{html.escape(p)}</p>\n" for p in paragraphs)
    head = '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Page</title>'
    return f"{head}<style>p {{ color: black }}</style></head>\n<body>\n{body}</body></html>\n".encode()


def _docx(paragraphs: Paragraphs) -> bytes:
    from docx import Document

    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def docx_parts(body: str, **parts: str) -> bytes:
    """A Word document whose body, and further parts by name, are given as XML."""
    space = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    packaging = "http://schemas.openxmlformats.org/package/2006/relationships"
    wrapped = {}
    for name, content in parts.items():
        root = name.rstrip("0123456789")
        root = {"header": "hdr", "footer": "ftr"}.get(root, root)
        wrapped[f"word/{name}.xml"] = f"<w:{root} {space}>{content}</w:{root}>"
    return archive(
        {
            "_rels/.rels": f'<Relationships xmlns="{packaging}"><Relationship Id="r1" Type="{relation}" '
            'Target="word/document.xml"/></Relationships>',
            "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>",
            **wrapped,
        }
    )


def _odt(paragraphs: Paragraphs) -> bytes:
    space = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    body = "".join(f"<text:p>{html.escape(p)}</text:p>" for p in paragraphs)
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {space}>'
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        }
    )


def _epub(paragraphs: Paragraphs) -> bytes:
    """A book of two chapters: a title, and the paragraphs."""
    page = (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body>{}</body></html>'
    )
    return archive(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
            'version="1.0"><rootfiles><rootfile full-path="OEBPS/book.opf" '
            'media-type="application/oebps-package+xml"/></rootfiles></container>',
            "OEBPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><manifest>'
            '<item id="b" href="text/chapter%202.xhtml" media-type="application/xhtml+xml"/>'
            '<item id="a" href="title.xhtml" media-type="application/xhtml+xml"/></manifest>'
            '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
            "OEBPS/title.xhtml": page.format("<h1>A book</h1>"),
            "OEBPS/text/chapter 2.xhtml": page.format(
                "".join(f"<p>{html.escape(p)}</p>" for p in paragraphs)
            ),
        }
    )


def _notebook(paragraphs: Paragraphs) -> bytes:
    cells = [
        {"cell_type": "code", "metadata": {}, "execution_count": 1, "source": "print(1)",
         "outputs": [{"output_type": "stream", "name": "stdout", "text": ["not read\n"]}]},
        *({"cell_type": "markdown", "metadata": {}, "source": [f"> {p}\n", "> \n"]} for p in paragraphs),
    ]  # fmt: skip
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}, indent=1).encode()


def _tex(paragraphs: Paragraphs) -> bytes:
    body = "\n\n".join(
        textwrap.fill("".join(_TEX.get(c, c) for c in p), 72, break_on_hyphens=False) for p in paragraphs
    )
    return (
        "\\documentclass{article} % not read\n\\usepackage[utf8]{inputenc}\n\\begin{document}\n"
        f"{body}\n\\end{{document}}\n"
    ).encode()


def _pdf(paragraphs: Paragraphs) -> bytes:
    """Lines of at most 80 characters, the longer words divided, with a running head and page numbers."""
    lines = [line for p in paragraphs for line in [*textwrap.wrap(p, 80, break_on_hyphens=False), ""]]
    sheets = [lines[k : k + 40] for k in range(0, len(lines), 40)]
    return pdf([["A journal of definitions", *sheet, f"Page {n}"] for n, sheet in enumerate(sheets, 1)])


def pdf(sheets: Sequence[Sequence[str]]) -> bytes:
    """A PDF of pages of lines, in Windows-1252."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    kids = []
    for lines in sheets:
        shown = b"".join(b"(%s) Tj T*\n" % _escaped(line) for line in lines)
        stream = b"BT /F1 10 Tf 14 TL 50 780 Td\n" + shown + b"ET"
        kids.append(len(objects) + 1)
        font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F1 %s>>>>>>"
            % (len(objects) + 2, font)
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
    pages = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (pages, len(kids))
    return numbered(objects)


def _escaped(line: str) -> bytes:
    return re.sub(rb"([\\()])", rb"\\\1", line.encode("cp1252", "replace"))


def numbered(objects: Sequence[bytes]) -> bytes:
    """A PDF of objects, which are numbered from 1."""
    file = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return bytes(file + end % (size, table, size, len(file)))


MAKERS: dict[str, Callable[[Paragraphs], bytes]] = {
    "text": _text,
    "markdown": _markdown,
    "html": _html,
    "docx": _docx,
    "odt": _odt,
    "pdf": _pdf,
    "tex": _tex,
    "notebook": _notebook,
    "epub": _epub,
}
ENDING = {
    "text": ".txt", "markdown": ".md", "html": ".html", "docx": ".docx", "odt": ".odt", "pdf": ".pdf",
    "tex": ".tex", "notebook": ".ipynb", "epub": ".epub",
}  # fmt: skip
