"""Reading documents and checking them against the bare readers, as ratios in one run.

    python benchmarks/verify.py [FILE …] [--rounds 7] [--share 1]

Each line is a target: what was measured in CPU time (that of child processes included) and in wall time, and,
below, whether the quotient of the CPU times meets the goal. Every round runs both sides of a line, in a
shuffled order; a figure is the median over the rounds of the quotients within a round, so that a busy machine
slows both sides.

- HTML: `read_bytes` against `html.parser`, which collects the words of the page and nothing else.
- Word: `read_bytes` against `xml.etree`, which iterates the parts of the archive that hold words and styles.
- PDF: `aidefs.verify` against `pypdfium2`, called as its documentation shows, and the search for quotations
  in its text.

Without FILE the documents are made here, of stored definitions and words of the documentation in random
order: a page with tables, classes and identifiers, a Word document of as many words with runs, styles and
tables, and 300 pages of PDF in two columns by pdflatex. A FILE with one of the endings .html, .docx and .pdf
takes the place of one of them.
"""

from __future__ import annotations

import io
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pypdfium2
from timing import Goal, add_share, at_most, goals, options, table, versions

try:
    import resource
except ImportError:  # Windows, which does not tell of children
    resource = None  # type: ignore[assignment]

import aidefs
from aidefs.quotations.find import examine
from aidefs.readers.encodings import decode
from aidefs.readers.read import read, read_bytes

ROOT = Path(__file__).parent.parent
PAGES = 300
PARAGRAPHS = 2000  # of the page and of the Word document
_PREAMBLE = r"""\documentclass[twocolumn,10pt]{article}
\usepackage[T1]{fontenc}\usepackage{lmodern}\usepackage[margin=2.2cm]{geometry}
\usepackage{fancyhdr}\pagestyle{fancy}\fancyhead[L]{A journal of definitions}\fancyhead[R]{\thepage}
\emergencystretch=3em
\begin{document}
"""
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


class Row(NamedTuple):
    """What was measured of one target.

    Attributes:
        goal: What is compared with what, the highest quotient that meets it, and that of the CPU times.
        wall: Quotient of the wall times.
        ours: Seconds of CPU time of this side.
        theirs: The same of the other one.
    """

    goal: Goal
    wall: float
    ours: float
    theirs: float

    def cells(self) -> tuple[str, ...]:
        """As a row of a table."""
        spent = [f"{seconds * 1000:.0f} ms" for seconds in (self.ours, self.theirs)]
        return self.goal.what, *spent, self.goal.figure, f"{self.wall:.2f} ×"


# --- documents --------------------------------------------------------------------------------


def paragraphs(number: int) -> list[str]:
    """Words of the documentation in random order, and stored definitions between them."""
    shuffled = random.Random(1)
    texts = [d.text for d in aidefs.definitions(lang="en") if d.text.isascii()]
    documentation = "".join(page.read_text(encoding="utf-8") for page in sorted((ROOT / "docs").glob("*.md")))
    words = [word for word in documentation.split() if word.isalpha() and word.isascii()]
    found = [" ".join(shuffled.choices(words, k=120)) + "." for _ in range(number)]
    for k, text in enumerate(shuffled.sample(texts, 8), 1):
        found.insert(k * len(found) // 9, text)
    return found


def page(texts: Sequence[str]) -> bytes:
    """A web page as official journals have them: tables for points, classes, identifiers, links."""
    parts = ['<!DOCTYPE html>\n<html lang="en">\n <head>\n  <title>A page</title>\n </head>\n <body>\n']
    for k, text in enumerate(texts):
        link = f'<a href="#n{k}" id="c{k}">({k})</a>' if k % 5 == 0 else ""
        words = f'{escape(text[:40])}{link} <span class="italic">{escape(text[40:])}</span>&nbsp;'
        paragraph = f'   <p class="normal">{words}</p>\n'
        number = f' <td valign="top">\n  <p class="normal">({k})</p>\n </td>\n'
        row = f' <tr>\n{number} <td valign="top">\n{paragraph} </td>\n </tr>\n'
        table = f'<table width="100%">\n <tbody>\n{row} </tbody>\n</table>\n'
        parts.append(table if k % 3 == 0 else f'  <div class="part" id="d{k}">\n{paragraph}  </div>\n')
    return "".join([*parts, " </body>\n</html>\n"]).encode()


def word(texts: Sequence[str]) -> bytes:
    """A Word document: styles, runs of a few words with properties, a table for every tenth paragraph."""
    body: list[str] = []
    for k, text in enumerate(texts):
        words = text.split(" ")
        pieces = [" ".join(words[i : i + 12]) + " " for i in range(0, len(words), 12)]
        runs = "".join(
            f'<w:r><w:rPr><w:b/><w:sz w:val="22"/></w:rPr><w:t xml:space="preserve">{escape(one)}</w:t></w:r>'
            for one in pieces
        )
        style = '<w:pPr><w:pStyle w:val="Body"/><w:jc w:val="both"/></w:pPr>'
        paragraph = f'<w:p w:rsidR="00{k:06}">{style}<w:proofErr w:type="spellStart"/>{runs}</w:p>'
        cell = f'<w:tc><w:tcPr><w:tcW w:w="100"/></w:tcPr>{paragraph}</w:tc>'
        body.append(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>" if k % 10 == 0 else paragraph)
    styles = '<w:style w:type="paragraph" w:styleId="Body"><w:name w:val="Body Text"/></w:style>'
    relation = f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}">{relation}</Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{"".join(body)}</w:body></w:document>',
        "word/styles.xml": f'<w:styles xmlns:w="{_WORD}">{styles}</w:styles>',
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def made(folder: Path, pages: int) -> Path:
    """The PDF that is measured where none is named."""
    if not shutil.which("pdflatex"):
        sys.exit("name a PDF; pdflatex, which makes one, is not there")
    texts = paragraphs(pages * 8)
    body = "\n\n".join("".join("\\" + c if c in "&%$#_{}" else c for c in p) for p in texts)
    (folder / "long.tex").write_text(f"{_PREAMBLE}{body}\n\\end{{document}}\n", encoding="utf-8")
    command = ["pdflatex", "-interaction=batchmode", "long.tex"]
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=True)
    return folder / "long.pdf"


# --- the bare readers -------------------------------------------------------------------------


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def words_of_page(data: bytes) -> str:
    """`html.parser` alone; the encoding is told by the same function on both sides."""
    parser = _Words()
    parser.feed(decode(data, "html").text)
    parser.close()
    return "".join(parser.words)


def words_of_archive(data: bytes) -> str:
    """`xml.etree` alone."""
    words: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                with archive.open(name) as part:
                    for _, element in ElementTree.iterparse(part):
                        if element.text and element.tag.endswith("}t"):
                            words.append(element.text)
    return "".join(words)


def pages_of(path: Path) -> list[str]:
    """`pypdfium2` alone."""
    document = pypdfium2.PdfDocument(path)
    return [page.get_textpage().get_text_range() for page in document]


# --- measures ---------------------------------------------------------------------------------


def cpu() -> float:
    """CPU time of this process and of its children that have ended."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN) if resource else None
    return time.process_time() + (ended.ru_utime + ended.ru_stime if ended else 0)


def compared(
    target: str, goal: float, ours: Callable[[], object], theirs: Callable[[], object], rounds: int
) -> Row:
    """One line: both sides run once to warm up, then in every round."""
    sides = {"ours": ours, "theirs": theirs}
    times: dict[str, list[tuple[float, float]]] = {"ours": [], "theirs": []}
    shuffled = random.Random(1)
    ours()
    theirs()
    for _ in range(rounds):
        for side in shuffled.sample(sorted(sides), 2):
            begin = cpu(), time.perf_counter()
            sides[side]()
            times[side].append((cpu() - begin[0], time.perf_counter() - begin[1]))
    ratios = [
        statistics.median(a[k] / b[k] for a, b in zip(times["ours"], times["theirs"], strict=True))
        for k in (0, 1)
    ]
    spent = [statistics.median(one[0] for one in times[side]) for side in ("ours", "theirs")]
    return Row(at_most(target, goal, ratios[0]), ratios[1], spent[0], spent[1])


def measure(files: Sequence[Path] = (), rounds: int = 7, share: float = 1.0) -> Iterator[Row]:
    """The targets, each as soon as it is measured.

    Args:
        files: Documents in the place of those that are made.
        rounds: How often each side is run.
        share: Of the paragraphs and pages that are made.
    """
    given = {path.suffix.lower(): path for path in files}
    texts = paragraphs(max(round(PARAGRAPHS * share), 9))
    html = given[".html"].read_bytes() if ".html" in given else page(texts)
    office = given[".docx"].read_bytes() if ".docx" in given else word(texts)
    yield compared(
        "HTML, read / html.parser",
        1.3,
        lambda: read_bytes("a.html", html),
        lambda: words_of_page(html),
        rounds,
    )
    yield compared(
        "Word, read / iterating its XML",
        2.0,
        lambda: read_bytes("a.docx", office),
        lambda: words_of_archive(office),
        rounds,
    )
    with tempfile.TemporaryDirectory() as folder:
        path = given.get(".pdf") or made(Path(folder), max(round(PAGES * share), 2))
        shown = read(path)

        def bare() -> None:
            pages_of(path)
            examine(shown.text, regions=shown.apart)

        yield compared("PDF, verify / pypdfium2 + search", 1.3, lambda: aidefs.verify(path), bare, rounds)


def main() -> None:
    parser = options(__doc__, 7)
    parser.add_argument("files", nargs="*", type=Path)
    add_share(parser)
    given = parser.parse_args()
    print(f"{versions('pypdfium2')}, {given.rounds} rounds\n")
    rows = list(measure(given.files, given.rounds, given.share))
    print(table(("", "CPU", "of the other side", "quotient", "wall"), (row.cells() for row in rows)))
    print(f"\n{goals(row.goal for row in rows)}")


if __name__ == "__main__":
    main()
