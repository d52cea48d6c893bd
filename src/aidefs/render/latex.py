r"""Documents as LaTeX for a document that loads booktabs, tabularx and ulem.

Insertions and deletions are set by `\aidefsins` and `\aidefsdel`, which a document may redefine; the
output provides them only where they are not defined yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from aidefs.render.clean import visible_line
from aidefs.render.options import Options
from aidefs.tables import Block, Bullets, Document, Heading, Mark, Paragraph, Run, Table

__all__ = ["escape", "render_document"]

_PREAMBLE = r"""% needs: \usepackage[T1]{fontenc}\usepackage{booktabs,tabularx}\usepackage[normalem]{ulem}
\providecommand{\aidefsdel}[1]{\sout{#1}}
\providecommand{\aidefsins}[1]{\uline{#1}}
"""
_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "%": r"\%",
        "_": r"\_",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        '"': r"\textquotedbl{}",
        "'": r"\textquotesingle{}",
        "`": r"\textasciigrave{}",
        "‘": r"\textquoteleft{}",
        "’": r"\textquoteright{}",
        "“": r"\textquotedblleft{}",
        "”": r"\textquotedblright{}",
        "–": r"\textendash{}",
        "—": r"\textemdash{}",
        "…": r"\dots{}",
        "→": r"$\rightarrow$",
        "\u00a0": "~",
        "[": "{[}",  # behind \\\\ a bracket or an asterisk would be taken for its argument
        "]": "{]}",
        "*": "{*}",
    }
)
_LIGATURE = re.compile("-{2,}|,{2,}")
_COMMANDS: dict[Mark, str] = {
    "delete": "aidefsdel",
    "insert": "aidefsins",
    "strong": "textbf",
    "quote": "emph",
    "muted": "textit",
}


def escape(text: str) -> str:
    """The text with every character that TeX would act upon made plain."""
    # Two hyphens or commas would be drawn together to a dash or a quotation mark.
    return _LIGATURE.sub(lambda match: "{}".join(match[0]), visible_line(text).translate(_SPECIAL))


def render_document(document: Document, options: Options) -> str:
    """The document as a fragment; no preamble, no section heading."""
    return _PREAMBLE + "\n" + "\n\n".join(map(_block, document.blocks)) + "\n"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return rf"\paragraph{{{escape(block.text)}}}"
    if isinstance(block, Paragraph):
        return _inline(block.runs, r"\par ")
    if isinstance(block, Bullets):
        items = "\n".join(r"  \item " + _inline(item, " ") for item in block.items)
        return "\\begin{itemize}\n" + items + "\n\\end{itemize}"
    return _table(block)


def _table(table: Table) -> str:
    raggedright = r">{\raggedright\arraybackslash}"
    columns = "".join(raggedright + "X" if k in table.wide else "l" for k in range(len(table.header)))
    lines = [r"\begin{table}"]
    if table.caption:
        lines.append(rf"\caption{{{escape(table.caption)}}}")
    lines += [rf"\begin{{tabularx}}{{\linewidth}}{{@{{}}{columns}@{{}}}}", r"\toprule"]
    if any(table.header):
        lines += [" & ".join(rf"\textbf{{{escape(name)}}}" for name in table.header) + r" \\", r"\midrule"]
    rows = []
    for row in table.rows:
        cells = [
            _inline(cell, r"\newline ") if k in table.wide else _stacked(cell) for k, cell in enumerate(row)
        ]
        rows.append(" & ".join(cells) + r" \\")
    lines.append("\n\\addlinespace\n".join(rows))
    return "\n".join([*lines, r"\bottomrule", r"\end{tabularx}", r"\end{table}"])


def _stacked(cell: Iterable[Run]) -> str:
    body = _inline(cell, r" \\ ")
    return rf"\begin{{tabular}}[t]{{@{{}}l@{{}}}}{body}\end{{tabular}}" if r" \\ " in body else body


def _inline(runs: Iterable[Run], line_break: str) -> str:
    return "".join(line_break.join(_run(line, run.mark) for line in run.text.split("\n")) for run in runs)


def _run(text: str, mark: Mark) -> str:
    body = escape(text)
    if not body:
        return " " if text else ""
    if mark in _COMMANDS:
        body = rf"\{_COMMANDS[mark]}{{{body}}}"
    return (" " if text[0].isspace() else "") + body + (" " if text[-1].isspace() else "")
