"""Definitions as entries of a bibliography: plain, BibTeX, BibLaTeX and CSL-JSON.

What is not known is left out: no entry has an empty field. Dates are as precise as the record. The day on
which copies were compared is no `urldate`, because it does not say that the official address was opened.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from typing import Any, Literal
from urllib.parse import quote

from aidefs.classes import NamedTuple
from aidefs.errors import InputError, near
from aidefs.library.lookup import LibraryLike, get, library_of
from aidefs.library.records import Definition, identifier
from aidefs.text.languages import UNDETERMINED, profile
from aidefs.text.visible import visible_line

__all__ = ["STYLES", "Reference", "Style", "bibliography", "cite", "keyed", "keys", "references", "style_of"]


Style = Literal["plain", "bibtex", "biblatex", "csl"]
STYLES: tuple[Style, ...] = ("plain", "bibtex", "biblatex", "csl")
_ENDINGS: dict[str, Style] = {".bib": "biblatex", ".json": "csl", ".txt": "plain"}


def cite(*names: str | Definition, style: str = "plain", library: LibraryLike | None = None) -> str:
    """The bibliography of definitions, in the order in which they are named.

    Args:
        names: Ids or aliases, or definitions.
        style: "plain" (one line each), "bibtex", "biblatex" or "csl" (a JSON array); see
            `docs/citations.md`.
        library: Where names are looked up.

    Raises:
        UnknownName: A name that stands for nothing.
        InputError: The style does not exist, or nothing is named.
    """
    library = library_of(library)
    if not names:
        raise InputError("cite takes one or more definitions; none given")
    # A plain text has no source that could be cited, so words are no text here but a name that is wrong.
    chosen = [name if isinstance(name, Definition) else get(name, library=library) for name in names]
    return bibliography(chosen, style)


def bibliography(definitions: Iterable[Definition], style: str = "plain") -> str:
    """The bibliography of definitions, in their order; one that comes again is cited once.

    Args:
        definitions: What is cited.
        style: "plain" (one line each), "bibtex", "biblatex" or "csl" (a JSON array).

    Raises:
        InputError: The style does not exist.
    """
    if style not in STYLES:
        hint = ", ".join(near(style, STYLES)) or ", ".join(STYLES)
        raise InputError(f"unknown citation style '{style}'; nearest: {hint}")
    entries = list(references(definitions))
    if style == "csl":
        return json.dumps([_csl(r) for r in entries], ensure_ascii=False, indent=2)
    if style == "plain":
        return "\n".join(map(_plain, entries))
    return "\n\n".join(map(_bibtex if style == "bibtex" else _biblatex, entries))


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
    date = " ".join([*map(str, r.date[2:]), *(_month(m) for m in r.date[1:2]), *map(str, r.date[:1])])
    bracket = ", ".join(filter(None, (date, *r.remarks)))
    title = f"{r.title} ({bracket})" if bracket else r.title
    address = f"https://doi.org/{r.doi}" if r.doi else r.url
    parts = (
        r.author if not r.title.startswith(r.author) else "",
        title,
        *(number for number in r.numbers if number not in said),
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


def _tex(text: str) -> str:
    return re.sub("-{2,}|'{2,}", lambda run: "{}".join(run[0]), text.translate(_TEX))


def _kept(text: str) -> str:
    """Text in braces of its own, so that a style changes no capital and splits no name."""
    return f"{{{_tex(text)}}}" if text else ""


def _address(url: str) -> str:
    """An address that neither BibTeX nor the url command can misread."""
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
        "howpublished": "" if report else _tex("; ".join(r.numbers)),
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
        *map(_tex, filter(None, (r.types[2], *r.numbers))),
        *([rf"\url{{{address}}}"] * bool(address)),
    ]
    month = _month(r.date[1])[:3].lower() if r.date[1:] else ""
    fields = {
        "author": f"{{{_kept(r.author)}}}" if r.author else "",
        "title": f"{{{_kept(r.title)}}}",
        "howpublished": f"{{{', '.join(published)}}}" if published else "",
        "month": f'"{r.date[2]}~" # {month}' if r.date[2:] else month,
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


# --- what every style says --------------------------------------------------------------------

# Kind → entry type of BibLaTeX, type of CSL 1.0.2, and the words that name the kind where the type does not.
_TYPES = {
    "treaty": ("legal", "treaty", ""),
    "regulation": ("legislation", "regulation", ""),
    "statute": ("legislation", "legislation", ""),
    "executive-order": ("legislation", "regulation", ""),
    "bill": ("legislation", "bill", "Bill"),
    "draft": ("legislation", "bill", "Draft"),
    "recommendation": ("report", "report", "Recommendation"),
    "guideline": ("report", "report", "Guideline"),
    "policy": ("report", "report", "Policy"),
    "standard": ("standard", "standard", ""),
    "scholarly": ("misc", "document", ""),
}
# The first scheme that a record has gives the number of the entry; the others stand beside it.
_NUMBERS = (
    "cets", "oecd", "iso", "un", "pl", "act", "eo", "si", "com", "council", "ep", "celex", "bill", "doc"
)  # fmt: skip
_SETTLED = (
    "in force",
    "adopted",
    "published",
)  # any other status is said, so that no one cites a dead text unawares


class Reference(NamedTuple):
    """What a citation says of a definition, the same in all styles; "" or nothing where unknown."""

    key: str
    kind: str
    author: str
    title: str
    short: str
    date: tuple[int, ...]
    numbers: tuple[str, ...]
    provision: str
    status: str
    translation: bool
    doi: str
    url: str
    jurisdiction: str
    lang: str

    @property
    def types(self) -> tuple[str, str, str]:
        """Entry types of BibLaTeX and CSL, and the name of the kind."""
        unknown = ("online", "webpage", "") if self.url else ("misc", "document", "")
        latex, csl, name = _TYPES.get(self.kind, unknown)
        if self.kind == "draft" and self.jurisdiction == "COE":  # a draft of a treaty
            return "legal", "treaty", name
        if self.kind == "regulation" and self.jurisdiction == "EU":  # passed by the legislature itself
            return latex, "legislation", name
        return latex, csl, name

    @property
    def remarks(self) -> list[str]:
        """What the reader has to know of the text itself."""
        return [part for part in (self.status, "translation" if self.translation else "") if part]


def references(definitions: Iterable[Definition]) -> Iterator[Reference]:
    """The references of definitions in their order, each once and with a key of its own."""
    for key, definition in keyed(definitions).items():
        yield _reference(definition, key)


def keyed(definitions: Iterable[Definition]) -> dict[str, Definition]:
    """The definitions by the key of each in a bibliography, in their order, each once."""
    cited: dict[str, Definition] = {}
    for d in definitions:
        # Ids of records are safe as they are; a definition made in Python may have any.
        base = key = re.sub(r"[^A-Za-z0-9.:+-]+", "-", d.id).strip("-") or "text"
        number = 1
        while key in cited and cited[key] != d:
            number += 1
            key = f"{base}-{number}"
        cited.setdefault(key, d)
    return cited


def _reference(d: Definition, key: str) -> Reference:
    order = ("bill", *_NUMBERS) if d.kind in ("bill", "draft") else _NUMBERS
    schemes = [scheme for scheme in order if scheme in d.identifiers]
    schemes += [scheme for scheme in d.identifiers if scheme not in schemes and scheme != "doi"]
    title = next(filter(None, map(visible_line, (d.instrument, d.title, d.label, d.id))), key)
    short = visible_line(d.label)
    provision = visible_line(d.provision)
    known = (visible_line(identifier(scheme, d.identifiers[scheme])) for scheme in schemes)
    numbers = list(dict.fromkeys(filter(None, known)))
    doi = visible_line(d.identifiers.get("doi", ""))
    return Reference(
        key=key,
        kind=d.kind,
        author=visible_line(d.issuer),
        title=title,
        short=short if short != title else "",
        date=_date(d.adopted),
        numbers=(*numbers[:1], *(n for n in numbers[1:] if n not in f"{title} {provision}")),
        provision=provision,
        status=visible_line(d.status) if d.status not in _SETTLED else "",
        translation=d.authenticity.translation,
        doi=doi,
        url="" if doi and d.url == f"https://doi.org/{doi}" else visible_line(d.url),
        jurisdiction=visible_line(d.jurisdiction),
        lang="" if d.lang == UNDETERMINED else visible_line(d.lang),
    )


def _month(number: int) -> str:
    return profile("en").months[number - 1]


def _date(text: str) -> tuple[int, ...]:
    """Year, month and day as far as they are known; a date of another form is not cited."""
    known = re.fullmatch(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?", text, re.ASCII)
    return tuple(int(part) for part in known.groups() if part) if known else ()
