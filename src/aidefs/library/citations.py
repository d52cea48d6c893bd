"""Definitions as entries of a bibliography: plain, BibTeX, BibLaTeX, CSL-JSON, and in the styles of lawyers.

What each style says is taken from `references`; OSCOLA, Bluebook and their kind stand in `legal_styles`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, get_args

from aidefs.errors import InputError, choice
from aidefs.library.lookup import LibraryLike, get, library_of
from aidefs.library.records import Definition
from aidefs.library.references import Reference, is_said, keyed, month, references
from aidefs.patterns import late
from aidefs.text.languages import profile
from aidefs.text.visible import json_visible

if TYPE_CHECKING:
    from aidefs.library.jurisdictions import Jurisdictions

__all__ = ["STYLES", "Style", "bibliography", "cite", "keys", "style_of"]


Style = Literal["plain", "bibtex", "biblatex", "csl", "oscola", "bluebook", "apa", "chicago", "aglc"]
STYLES: tuple[Style, ...] = get_args(Style)
_ENDINGS: dict[str, Style] = {".bib": "biblatex", ".json": "csl", ".txt": "plain"}


def cite(*names: str | Definition, style: str = "plain", library: LibraryLike | None = None) -> str:
    """The bibliography of definitions, in the order in which they are named.

    Args:
        names: Ids or aliases, or definitions.
        style: "plain" (one line each), "bibtex", "biblatex", "csl" (a JSON array), "oscola", "bluebook",
            "apa", "chicago" or "aglc" (one line each); see `docs/citations.md`.
        library: Where names are looked up.

    Raises:
        UnknownName: A name that stands for nothing.
        InputError: The style does not exist, needs a package that is not installed, or nothing is named.
    """
    library = library_of(library)
    if not names:
        raise InputError("cite takes one or more definitions; none given")
    # A plain text has no source that could be cited, so words are no text here but a name that is wrong.
    chosen = [name if isinstance(name, Definition) else get(name, library=library) for name in names]
    return bibliography(chosen, style, library.jurisdictions if library else None)


def bibliography(
    definitions: Iterable[Definition], style: str = "plain", known: Jurisdictions | None = None
) -> str:
    """The bibliography of definitions, in their order; one that comes again is cited once.

    Args:
        definitions: What is cited.
        style: See `cite`.
        known: What jurisdictions are called; None for the shipped table.

    Raises:
        InputError: The style does not exist, or needs a package that is not installed.
    """
    if style not in STYLES:
        raise InputError(f"unknown citation style '{style}'; {choice(style, STYLES)}")
    entries = list(references(definitions))
    if style == "csl":
        import json  # wanted by this style alone

        return json_visible(json.dumps([_csl(r) for r in entries], ensure_ascii=False, indent=2))
    if style == "plain":
        return "\n".join(map(_plain, entries))
    if style in ("bibtex", "biblatex"):
        return "\n\n".join(map(_bibtex if style == "bibtex" else _biblatex, entries))
    from aidefs.library.jurisdictions import jurisdictions
    from aidefs.library.legal_styles import legal_bibliography  # wanted by few citations

    return "\n".join(legal_bibliography(entries, style, known or jurisdictions()))


def keys(definitions: Iterable[Definition]) -> tuple[str, ...]:
    """The key of each definition in the bibliography that `bibliography` makes of them."""
    chosen = list(definitions)
    cited = keyed(chosen)
    return tuple(next(key for key, d in cited.items() if d == definition) for definition in chosen)


def style_of(path: str | None) -> Style:
    """The style that the ending of a file name stands for; "plain" where there is no file.

    Raises:
        InputError: It stands for none.
    """
    if path is None:
        return "plain"
    ending = os.path.splitext(path)[1].lower()
    if ending not in _ENDINGS:
        known = ", ".join(_ENDINGS)
        raise InputError(f"cannot tell the citation style of '{os.path.basename(path)}'; known: {known}")
    return _ENDINGS[ending]


# --- plain ------------------------------------------------------------------------------------


def _plain(r: Reference) -> str:
    said = f"{r.title} {r.provision}"
    date = " ".join([*map(str, r.date[2:]), *(month(m) for m in r.date[1:2]), *map(str, r.date[:1])])
    bracket = ", ".join(filter(None, (date, *r.remarks)))
    title = f"{r.title} ({bracket})" if bracket else r.title
    address = f"https://doi.org/{r.doi}" if r.doi else r.url
    parts = (
        r.author if not r.title.startswith(r.author) else "",
        title,
        *(number for number in r.numbers if not is_said(number, said)),
        r.provision,
        address,
    )
    return ", ".join(part for part in parts if part)


# --- BibTeX and BibLaTeX ----------------------------------------------------------------------

# Not the escapes of LaTeX tables: BibTeX counts braces even behind a backslash, and what TeX does not act
# upon stays as it is, for the many programs that read these files without being TeX.
_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        **{char: f"\\{char}" for char in "$&#%_"},
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        '"': r"\textquotedbl{}",
        "`": r"\textasciigrave{}",
        "\u00a0": "~",
    }
)


_QUOTED = late(r"(?<![\w'])'(?=\w)([^']*)'(?![\w'])")


def _tex(text: str) -> str:
    """Text for a value; straight marks around words would be printed as two closing ones."""
    quoted = _QUOTED.sub(r"\\textquotesingle{}\1\\textquotesingle{}", text.translate(_TEX))
    return re.sub("-{2,}|'{2,}", lambda run: "{}".join(run[0]), quoted)


def _kept(text: str) -> str:
    """Text in braces of its own, so that a style changes no capital and splits no name."""
    return f"{{{_tex(text)}}}" if text else ""


def _address(url: str) -> str:
    """An address that neither BibTeX nor the url command can misread."""
    from urllib.parse import quote  # its import takes longer than a citation

    return quote(url, safe="%/:=&?~#+!$,;'@()*[]")


def _entry(kind: str, key: str, fields: Iterable[tuple[str, str]]) -> str:
    lines = [f"  {name} = {value}," for name, value in fields if value]
    return "\n".join([f"@{kind}{{{key},", *lines, "}"])


def _biblatex(r: Reference) -> str:
    kind, _, name = r.types
    report = kind == "report"
    fields = {
        "author": _kept(r.author),
        "title": _kept(r.title),
        "shorttitle": _kept(r.short),
        "type": _tex(name),
        "institution": _kept(r.author) if report else "",
        "number": _tex(r.numbers[0]) if r.numbers else "",
        # The standard styles print the number of a report, and for other types only this field.
        "howpublished": "" if report else _tex("; ".join(r.beside)),
        "date": "-".join(f"{part:02}" for part in r.date),
        "note": _tex("; ".join(filter(None, (*r.numbers[1:] * report, r.provision, *r.remarks)))),
        "doi": _address(r.doi),
        "url": _address(r.url),
        "langid": profile(r.lang).langid,
    }
    return _entry(kind, r.key, ((field, f"{{{value}}}" if value else "") for field, value in fields.items()))


def _bibtex(r: Reference) -> str:
    address = _address(f"https://doi.org/{r.doi}" if r.doi else r.url)
    published = [
        *map(_tex, filter(None, (r.types[2], *r.beside))),
        *([rf"\url{{{address}}}"] * bool(address)),
    ]
    issued = month(r.date[1])[:3].lower() if r.date[1:] else ""
    fields = {
        "author": f"{{{_kept(r.author)}}}" if r.author else "",
        "title": f"{{{_kept(r.title)}}}",
        "howpublished": f"{{{', '.join(published)}}}" if published else "",
        "month": f'"{r.date[2]}~" # {issued}' if r.date[2:] else issued,
        "year": f"{{{r.date[0]}}}" if r.date else "",
        "note": f"{{{_tex('; '.join(said))}}}"
        if (said := [*filter(None, [r.provision]), *r.remarks])
        else "",
    }
    return _entry("misc", r.key, fields.items())


# --- CSL-JSON ---------------------------------------------------------------------------------


def _csl(r: Reference) -> dict[str, Any]:
    _, kind, name = r.types
    item = {
        "id": r.key,
        "type": kind,
        "author": [{"literal": r.author}] if r.author else [],
        "title": r.title,
        "title-short": r.short,
        "genre": name,
        "number": r.numbers[0] if r.numbers else "",
        "section": r.provision,
        "issued": {"date-parts": [list(r.date)]} if r.date else {},
        "jurisdiction": r.jurisdiction,
        "status": r.status,
        "DOI": r.doi,
        "URL": r.url,
        "language": r.lang,
        "note": "; ".join([*r.numbers[1:], *(["translation"] if r.translation else [])]),
    }
    return {key: value for key, value in item.items() if value}
