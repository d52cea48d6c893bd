r"""A collation as a LaTeX document for the package reledmac: text with line numbers, apparatus at its foot.

Lemmata may overlap, which nested `\edtext` cannot express. Therefore each entry has two labels in the
text (`\edlabel`), and a note that takes its line numbers from them (`\xxref`).
"""

from __future__ import annotations

from typing import Any

from aidefs.alignment.apparatus import Entry
from aidefs.alignment.collation import AlignmentTable, Collation
from aidefs.errors import InputError, described
from aidefs.formats.latex.preamble import macros, opening
from aidefs.formats.latex.words import escape

__all__ = ["render_reledmac"]

_LONGEST_LEMMA = 6  # words; a longer lemma is printed by its beginning and end

_RELEDMAC = r"""\usepackage[series={A},noend,noeledsec,nofamiliar,noledgroup]{reledmac}
\Xarrangement[A]{paragraph}
\Xlemmaseparator[A]{]}
\firstlinenum{1}\linenumincrement{1}
"""


def render_reledmac(result: Any) -> str:
    """A collation as a document for three runs of LaTeX: labels and notes find their line numbers in turn.

    Args:
        result: The collation, or its alignment table.

    Raises:
        InputError: The result is no collation.
    """
    collation = result.collation if isinstance(result, AlignmentTable) else result
    if not isinstance(collation, Collation):
        raise InputError(f"{described(result)} has no form 'reledmac'; a collation has")
    known = collation.stamp
    body = "".join(
        (
            f"\\section*{{{escape(collation.base.definition.name)}}}\n",
            _witnesses(collation),
            "\\beginnumbering\n\\pstart\n",
            _text(collation),
            "\n\\pend\n\\endnumbering\n",
        )
    )
    return "".join(
        (
            f"% aidefs data {known['data_version']}, hash {known['data_hash']}\n",
            "% Needs three runs of LaTeX.\n",
            opening(body, collation.base.definition.lang, ()),
            _RELEDMAC,
            macros(body).partition("\n")[2],  # without the list of packages, which are loaded above
            "\\begin{document}\n",
            body,
            "\\end{document}\n",
        )
    )


def _witnesses(collation: Collation) -> str:
    rows = []
    for one in collation.by_siglum:
        base = " (base text)" if one is collation.base else ""
        date = f", {one.definition.adopted}" if one.definition.adopted else ""
        rows.append(rf"\textit{{{one.siglum}}} & {escape(one.label + date + base)}\\")
    return "\\begin{tabular}{@{}ll@{}}\n" + "\n".join(rows) + "\n\\end{tabular}\n\\bigskip\n\n"


def _text(collation: Collation) -> str:
    """The base text with the labels and notes of the apparatus at their places."""
    text = collation.base.text
    marks: dict[int, list[str]] = {}
    for entry in collation.apparatus:
        marks.setdefault(entry.span[0], []).append(rf"\edlabel{{{entry.number}a}}")
    for entry in collation.apparatus:
        marks.setdefault(entry.span[1], []).append(rf"\edlabel{{{entry.number}b}}{_note(entry)}")
    found, at = [], 0
    for place in sorted(marks):
        found += [_spaced(text[at:place]), *marks[place]]
        at = place
    return "".join((*found, _spaced(text[at:])))


def _spaced(text: str) -> str:
    """The text with a space at either end where there is white space."""
    if not text.strip():
        return " " if text else ""
    return " " * text[0].isspace() + escape(text) + " " * text[-1].isspace()


def _note(entry: Entry) -> str:
    readings = "; ".join(
        (escape(reading.text) if reading.text else r"\textit{om.}")
        + rf" \textit{{{' '.join(reading.sigla)}}}"
        for reading in entry.readings
    )
    labels = rf"\xxref{{{entry.number}a}}{{{entry.number}b}}"
    return rf"\edtext{{}}{{{labels}\lemma{{{_lemma(entry.lemma)}}}\Afootnote{{{readings}}}}}"


def _lemma(text: str) -> str:
    words = text.split()
    if len(words) <= _LONGEST_LEMMA:
        return escape(text)
    return rf"{escape(' '.join(words[:2]))} \dots{{}} {escape(' '.join(words[-2:]))}"
