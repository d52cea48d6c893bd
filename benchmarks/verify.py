"""Checking a long PDF against reading it, as a ratio in one run.

    python benchmarks/verify.py FILE.pdf [--rounds 7]

`pypdfium2` is the reader alone, called as its documentation shows, in this process. `read` is
`aidefs.readers.read.read`, which runs the same reader in a process of its own and takes running heads away.
`verify` is `aidefs.verify`, with the collection and its index loaded. Every round runs all three in a new
shuffled order; a ratio is the median over the rounds of the quotients within a round, so that a busy
machine slows both sides. Without FILE a PDF is made by pdflatex, 300 pages in
two columns with hyphenation: words of the documentation in random order, and eight definitions.
"""

from __future__ import annotations

import argparse
import platform
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pypdfium2

import aidefs
from aidefs.readers.read import read

ROOT = Path(__file__).parent.parent
PAGES = 300
_PREAMBLE = r"""\documentclass[twocolumn,10pt]{article}
\usepackage[T1]{fontenc}\usepackage{lmodern}\usepackage[margin=2.2cm]{geometry}
\usepackage{fancyhdr}\pagestyle{fancy}\fancyhead[L]{A journal of definitions}\fancyhead[R]{\thepage}
\emergencystretch=3em
\begin{document}
"""


def made(folder: Path) -> Path:
    """The PDF that is measured where none is named."""
    if not shutil.which("pdflatex"):
        sys.exit("name a PDF; pdflatex, which makes one, is not there")
    shuffled = random.Random(1)
    texts = [d.text for d in aidefs.definitions(lang="en") if d.text.isascii()]
    documentation = "".join(page.read_text(encoding="utf-8") for page in sorted((ROOT / "docs").glob("*.md")))
    words = [word for word in documentation.split() if word.isalpha() and word.isascii()]
    paragraphs = [" ".join(shuffled.choices(words, k=120)) + "." for _ in range(PAGES * 8)]
    for k, text in enumerate(shuffled.sample(texts, 8), 1):
        paragraphs.insert(k * len(paragraphs) // 9, text)
    body = "\n\n".join("".join("\\" + c if c in "&%$#_{}" else c for c in p) for p in paragraphs)
    (folder / "long.tex").write_text(f"{_PREAMBLE}{body}\n\\end{{document}}\n", encoding="utf-8")
    command = ["pdflatex", "-interaction=batchmode", "long.tex"]
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=True)
    return folder / "long.pdf"


def pages_of(path: Path) -> list[str]:
    """The reader alone."""
    document = pypdfium2.PdfDocument(path)
    return [page.get_textpage().get_text_range() for page in document]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(options.file or made(Path(folder)), options.rounds)


def measure(path: Path, rounds: int) -> None:
    """Prints times and ratios."""
    tools: dict[str, Callable[[], object]] = {
        "pypdfium2": lambda: pages_of(path),
        "read": lambda: read(path),
        "verify": lambda: aidefs.verify(path),
    }
    shown = aidefs.verify(path)
    pages = len(pages_of(path))
    characters = sum(file.characters for file in shown)
    print(f"Python {platform.python_version()}, pypdfium2 {version('pypdfium2')}, {rounds} rounds")
    print(f"{pages} pages, {characters:,} characters, {len(shown.passages)} passages found")
    times: dict[str, list[float]] = {name: [] for name in tools}
    order = list(tools)
    shuffled = random.Random(1)
    for _ in range(rounds):
        shuffled.shuffle(order)
        for name in order:
            begin = time.perf_counter()
            tools[name]()
            times[name].append(time.perf_counter() - begin)
    for name, values in times.items():
        print(f"  {name:10} {statistics.median(values) * 1000:6.0f} ms")
    for name in ("read", "verify"):
        ratio = statistics.median(x / y for x, y in zip(times[name], times["pypdfium2"], strict=True))
        goal = " (at most 1.20)" if name == "verify" else ""
        print(f"  {name} / pypdfium2: {ratio:.2f}{goal}")


if __name__ == "__main__":
    main()
