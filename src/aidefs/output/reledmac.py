r"""A collation as a LaTeX document for the package reledmac: text with line numbers, apparatus at its foot.

Lemmata may overlap, which nested `\edtext` cannot express. Therefore each entry has two labels in the
text (`\edlabel`), and a note that takes its line numbers from them (`\xxref`). For the same reason a lemma
that stands elsewhere in the text as well is no `\sameword`, which knows the argument of `\edtext` alone: each
of its places has a label, and where several are on one line the lemma bears a number.
"""

from __future__ import annotations

import re
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
# The number of a lemma among its likes on the line, where there are some: its label, and those of all.
_RANK = r"""\makeatletter
\DeclareRobustCommand{\aidefsrank}[2]{\begingroup\@tempcnta=0 \@tempcntb=0 \def\aidefs@own{#1}%
\@for\aidefs@one:=#2\do{\ifnum\xlineref{\aidefs@one}=\xlineref{#1}\relax\advance\@tempcnta by 1
\ifx\aidefs@one\aidefs@own\@tempcntb=\@tempcnta\fi\fi}%
\ifnum\@tempcnta>1 \textsuperscript{\number\@tempcntb}\fi\endgroup}
\makeatother
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
            _RANK if r"\aidefsrank" in body else "",
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
    likes = {entry.number: _likes(text, entry) for entry in collation.apparatus}
    for place in sorted({place for places in likes.values() for place in places}):
        marks.setdefault(place, []).append(rf"\edlabel{{at{place}}}")
    for entry in collation.apparatus:
        note = _note(entry, likes[entry.number])
        marks.setdefault(entry.span[1], []).append(rf"\edlabel{{{entry.number}b}}{note}")
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


def _likes(text: str, entry: Entry) -> tuple[int, ...]:
    """Where the lemma of an entry stands in the text, its own place too; none where that is the only one."""
    words = entry.lemma.split()
    if not words or len(words) > _LONGEST_LEMMA:
        return ()
    found = tuple(match.start() for match in re.finditer(r"\s+".join(map(_whole, words)), text))
    return found if len(found) > 1 and entry.span[0] in found else ()


def _whole(word: str) -> str:
    """A pattern of a word that no letter stands beside."""
    before, behind = (r"(?<!\w)" * word[0].isalnum(), r"(?!\w)" * word[-1].isalnum())
    return before + re.escape(word) + behind


def _note(entry: Entry, likes: tuple[int, ...]) -> str:
    readings = "; ".join(
        (escape(reading.text) if reading.text else r"\textit{om.}")
        + rf" \textit{{{' '.join(reading.sigla)}}}"
        for reading in entry.readings
    )
    labels = rf"\xxref{{{entry.number}a}}{{{entry.number}b}}"
    lemma = _lemma(entry.lemma)
    if likes:
        lemma += rf"\aidefsrank{{at{entry.span[0]}}}{{{','.join(f'at{place}' for place in likes)}}}"
    return rf"\edtext{{}}{{{labels}\lemma{{{lemma}}}\Afootnote{{{readings}}}}}"


def _lemma(text: str) -> str:
    words = text.split()
    if len(words) <= _LONGEST_LEMMA:
        return escape(text)
    return rf"{escape(' '.join(words[:2]))} \dots{{}} {escape(' '.join(words[-2:]))}"
