"""LaTeX documents typeset: what the log says, what stands on the pages, and what TeX did not have.

What a machine has of TeX differs more than which programs it has. A document that asks for what is not there
skips its test and names it; nothing that the document itself does wrong is taken for that.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from support.programs import lacking, needs_program, needs_tex

__all__ = ["needed", "page_text", "run_latex", "unavailable"]

# Only where a document loads them without a condition: that of an engine, or that a file exists, is its own.
_CONDITION = re.compile(r"^\\(?:if|IfFileExists).*", re.M)
_COMMENT = re.compile(r"(?<!\\)%.*")
_LOADED = re.compile(r"\\(documentclass|usepackage|RequirePackage)(?:\[[^]]*\])?{([^}]*)}")

# How TeX and its packages say that a file is not there; the group is its name.
_ABSENT = (
    r"^! LaTeX Error: File `([^']+)' not found",
    r"^! Font [^\n=]*=\[?([\w-]+)[^\n]* not loadable: [Mm]etric",
    r'^! Package fontspec Error:\s+(?:\(fontspec\)\s+)?The font "([^"]+)" cannot\s+be',
    r"^! Package babel Error: Unknown (?:option|language) [`']([\w-]+)'",
    r"^! I can't find file `([^']+)'",
    r"^!pdfTeX error: [^\n]*\(file ([^)]+)\): [^\n]*not found",
    r"^! luaotfload error: [^\n]*cannot find ([\w.-]+)",
)

_LONG_LINES = {**os.environ, "max_print_line": "1000"}  # else the log is broken after 79 characters


def needed(source: str) -> list[str]:
    """The files of the class and of the packages that a document loads without a condition."""
    head = source.partition(r"\begin{document}")[0]
    head = _CONDITION.sub("", _COMMENT.sub("", head))
    return [
        f"{name.strip()}.{'cls' if command == 'documentclass' else 'sty'}"
        for command, names in _LOADED.findall(head)
        for name in names.split(",")
    ]


def unavailable(log: str) -> str | None:
    """What TeX did not find, by its own words in a log; None where it found everything."""
    found = (re.search(pattern, log, re.M) for pattern in _ABSENT)
    return next((match[1] for match in found if match), None)


def run_latex(
    engine: str,
    source: str,
    folder: Path,
    *,
    needs: Iterable[str] = (),
    own: Iterable[str] = (),
    name: str = "paper",
    runs: int = 1,
) -> str:
    """Typesets a document and gives the log of the last run.

    Args:
        engine: "pdflatex" or "lualatex".
        source: The document; it is written to the folder.
        folder: Where the PDF is, in the end.
        needs: Further files that TeX must have, as `needs_tex` takes them.
        own: Files of the folder that the document loads like packages.
        name: Name of the document without its ending.
        runs: How often it is typeset, for references.
    """
    program = needs_tex(engine, *(file for file in needed(source) if file not in own), *needs)
    (folder / f"{name}.tex").write_text(source, encoding="utf-8")
    command = [program, "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", f"{name}.tex"]
    for _ in range(runs):
        done = subprocess.run(
            command, cwd=folder, env=_LONG_LINES, capture_output=True, timeout=300, check=False
        )
        log = (folder / f"{name}.log").read_bytes().decode("utf-8", "replace")
        if done.returncode and (missing := unavailable(log)):
            lacking(f"{engine} lacks {missing}")
        assert done.returncode == 0, "\n".join(re.findall(r"^!.*\n(?:.*\n){0,8}", log, re.M)) or log[-2000:]
    return log


def page_text(pdf: Path, layout: str = "-raw") -> str:
    """The words of a PDF, in the order or in the places in which they stand ("-layout")."""
    reader = needs_program("pdftotext")
    done = subprocess.run([reader, layout, str(pdf), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8")
