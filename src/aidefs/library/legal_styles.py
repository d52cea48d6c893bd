"""Citations in the styles that lawyers use: OSCOLA, Bluebook, APA, Chicago and AGLC.

Each style is a CSL file of this project, `data/styles/<style>.csl`, which citeproc-py writes by: it says
what stands in which order between which signs. What CSL cannot say is made here, before, from the fields of
the record: how a place in a text is abbreviated ("Article 3(1)" is "art 3(1)" or "art. 3(1)"), that a style
takes the full stops out of abbreviations but not out of "§ 551.001", that a statute is cited by its code,
and which part of a number is the session of a bill. What the record does not say is left out.
`docs/citations.md` names the rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from aidefs.classes import NamedTuple
from aidefs.errors import missing
from aidefs.library.files import shipped_root
from aidefs.library.jurisdictions import Jurisdictions
from aidefs.library.references import Reference, month
from aidefs.patterns import late

__all__ = ["LEGAL_STYLES", "legal_bibliography"]


class _Manner(NamedTuple):
    """What a style does inside the parts of a citation.

    Attributes:
        stops: Whether abbreviations keep their full stops: "art. 3", "15 U.S.C.".
        commas: Whether numbers of five digits have a comma: "Exec. Order No. 14,110".
        authors: Whether author and date stand in every entry, even where the title says them.
        home: Code of the jurisdiction whose texts need no name of a country.
    """

    stops: bool
    commas: bool = False
    authors: bool = False
    home: str = ""


_MANNERS: Mapping[str, _Manner] = MappingProxyType(
    {
        "oscola": _Manner(stops=False, home="GB"),
        "bluebook": _Manner(stops=True, commas=True, home="US"),
        "apa": _Manner(stops=True, commas=True, authors=True, home="US"),
        "chicago": _Manner(stops=True, commas=True, home="US"),
        "aglc": _Manner(stops=False, home="AU"),
    }
)
LEGAL_STYLES = tuple(_MANNERS)
"""The styles, each written by the CSL file of its name."""


def legal_bibliography(references: Iterable[Reference], style: str, known: Jurisdictions) -> list[str]:
    """The citations in one of `LEGAL_STYLES`, one for each reference, as plain text.

    Args:
        references: What is cited, each with a key of its own.
        style: The style.
        known: What jurisdictions are called.

    Raises:
        InputError: citeproc-py is not installed.
    """
    try:
        from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
        from citeproc.source.json import CiteProcJSON
    except ImportError:
        raise missing(f"the citation style {style}", "citeproc-py", "cite") from None
    items = [{"id": str(n), **_item(r, _MANNERS[style], known)} for n, r in enumerate(references)]
    written = CitationStylesBibliography(_csl(style), CiteProcJSON(items), formatter.plain)
    cited = [Citation([CitationItem(item["id"])]) for item in items]
    for citation in cited:
        written.register(citation)
    return [_ENDED.sub(r"\1", str(written.cite(citation, lambda _: None))) for citation in cited]


@cache
def _csl(style: str) -> Any:
    from io import BytesIO

    from citeproc import CitationStylesStyle

    source = shipped_root().joinpath("styles").joinpath(f"{style}.csl").read_bytes()
    return CitationStylesStyle(BytesIO(source), validate=False)


# --- the parts of a citation ------------------------------------------------------------------

# What the entries of the styles distinguish; kinds of the record that no style tells apart fall together.
_TYPES = {
    "treaty": "treaty",
    "regulation": "legislation",
    "statute": "legislation",
    "executive-order": "regulation",
    "bill": "bill",
    "standard": "report",
    "scholarly": "article",
}
# Schemes whose numbers a style prints; of several that of the first. Laws are cited by what made them law,
# papers by the number of their series. CELEX is a key of a database, which no style prints.
_PRINTED = ("cets", "oecd", "iso", "un", "pl", "act", "eo", "si", "com", "council", "ep", "bill", "doc")
_CODE = late(r"§|\b(?:U\.S\.C\.|C\.?F\.?R\.?|ILCS|RSA|KRS|RCW|CCR)(?:\W|$)")
_OFFICIAL_JOURNAL = late(r"OJ (?P<issue>[A-Z]{1,2}, (?P<volume>\d{4})/\d+)")
_REGISTER = late(r"\d+ Fed\. Reg\. \d+")
_SESSION = late(r"(?P<number>[^()]+?) \((?P<session>[^()]+)\)(?:, as introduced)?")
_BRITISH_SESSION = late(r",? Session (?P<session>\d{4}[-–]\d{2,4})\b.*")
# The number of a bill before its title; words in small letters are no title, and a code in capitals is none.
_BILL = late(
    r"\A(?:Substitute )?(?:House|Senate|Assembly) Bill (?:No\. )?\d+(?: \([^)]*\))?, "
    r"(?:\d+\w+ (?:Legislature|General \w+), )?(?=[A-Z][a-z]|AI |An? )"
)
_PERSON = late(r"(?P<given>(?:[A-Z]\.[ -]?)+) (?P<family>[^\W\d_][\w’'-]+)")


def _item(r: Reference, manner: _Manner, known: Jurisdictions) -> dict[str, Any]:
    """The fields of a CSL item as the style prints them; without those that are not known."""
    kind = _TYPES.get(r.kind, "report")
    scheme, number = next((pair for pair in r.ranked(_PRINTED)), ("", ""))
    numbered, session = _session(r, number) if kind == "bill" else (number, "")
    american = r.jurisdiction.partition("-")[0] == "US"
    code = _sections(r.provision) if kind == "legislation" and american and _CODE.search(r.provision) else ""
    title = _BRITISH_SESSION.sub("", _BILL.sub("", r.title.removesuffix(" (bill)")))
    title = _trimmed(title, (r.provision, *r.numbers))
    if code or numbered in title or title.startswith("Executive Order"):
        numbered = ""
    place = _place(r.provision, manner, american)
    joined = bool(session) and manner.stops and place.startswith("§")  # "119th Cong. § 2(3)"
    item = {
        "type": kind,
        "author": _authors(r, manner) if manner.authors or not title.startswith(r.author) else [],
        "title": title,
        "number": _number(numbered, scheme, manner),
        "chapter-number": f"{session} {place}" if joined else session,
        "references": code,
        "section": "" if code or joined else place,
        "jurisdiction": "" if code else _country(r, manner, known),
        "issued": {} if _dated(r, f"{title} {numbered}", manner, kind, code) else _issued(r),
        "genre": "COM document" if scheme == "com" else "",
        "status": _remark(r, kind),
        "URL": f"https://doi.org/{r.doi}" if r.doi else r.url,
        **_gazette(r, manner, kind),
    }
    if not manner.stops:
        for name in ("number", "references", "section", "container-title", "chapter-number"):
            item[name] = _STOP.sub("", str(item.get(name, "")))
    return {name: value for name, value in item.items() if value}


def _session(r: Reference, number: str) -> tuple[str, str]:
    """The number of a bill by itself, and its session: "S. 1792", "119th Cong."."""
    if british := _BRITISH_SESSION.search(r.instrument):
        return number, british["session"].replace("-", "–")
    found = _SESSION.fullmatch(number)
    if not found:
        return number, ""
    session = found["session"]
    said = f"{r.title} {r.date[0] if r.date else ''}"
    return found["number"], "" if session in said else session.replace("Congress", "Cong.")


def _gazette(r: Reference, manner: _Manner, kind: str) -> dict[str, str]:
    """Where it was published: an Official Journal by year and issue, a register by volume and page."""
    numbers = dict(r.identified)
    if found := _OFFICIAL_JOURNAL.fullmatch(numbers.get("oj", "")):
        return {"container-title": "OJ", "volume": found["volume"], "issue": found["issue"]}
    if kind == "regulation" and (found := _REGISTER.match(numbers.get("fr", ""))):
        return {"container-title": _commas(found[0]) if manner.commas else found[0]}
    return {}


def _dated(r: Reference, said: str, manner: _Manner, kind: str, code: str) -> bool:
    """Whether the date is said; the year of a code would be that of its edition, which is not known."""
    if kind == "legislation":
        return bool(code) or any(str(part) in said for part in r.date[:1])
    spelt = " ".join((*map(str, r.date[2:]), *map(month, r.date[1:2]), *map(str, r.date[:1])))
    return not manner.authors and len(r.date) == 3 and spelt in said


def _issued(r: Reference) -> dict[str, Any]:
    return {"date-parts": [list(r.date)]} if r.date else {}


def _remark(r: Reference, kind: str) -> str:
    """What a reader has to know of the text and what kind of thing is cited does not show."""
    if kind == "treaty":
        status = "not yet in force" if r.status == "signed" else r.status
    else:
        status = r.status if kind != "bill" else ""
    return ", ".join(filter(None, (status, "translation" if r.translation else "")))


def _authors(r: Reference, manner: _Manner) -> list[dict[str, str]]:
    """Persons by their names, where the record has initials and a name for each; else the body."""
    persons = [_PERSON.fullmatch(name) for name in r.author.split(", ")]
    if r.kind == "scholarly" and all(persons):
        found = [person.groupdict() for person in persons if person]
        return [
            {**one, "given": one["given"] if manner.stops else one["given"].replace(".", "")} for one in found
        ]
    return [{"literal": r.author}] if r.author else []


def _trimmed(title: str, said: Iterable[str]) -> str:
    """The title without what stands at its end and is said in a place of its own."""
    held = tuple(filter(None, said))
    while True:
        before, comma, last = title.rpartition(", ")
        if not comma or not any(one.startswith(last) for one in held):
            return title
        title = before


# --- how a style writes them ------------------------------------------------------------------

_WORDS = {"article": "art", "clause": "cl", "paragraph": "para", "subparagraph": "subpara", "appendix": "app"}
_UNIT = late(
    r"\b(?P<unit>article|clause|paragraph|subparagraph|appendix|section|sec\.)(?= (?:[\dIVX]|[A-Z]\b))", re.I
)
_UNMARKED = late(r"(\bU\.S\.C\.|\bC\.?F\.?R\.?|\bCCR) (?=\d)")
# The end of an abbreviation: no point between digits.
_STOP = late(r"(?<=[A-Za-z])\.(?=[\s,;:()A-Z&]|$)")
_FIVE = late(r"(?<![\d.,-])\d{5,}(?![\d.])")
_ENDED = late(r"([?!])\.")  # citeproc-py puts the full stop of an entry behind the question mark of a title
_COM = late(r"\b(COM)(?=\(\d{4}\))")


def _place(provision: str, manner: _Manner, american: bool) -> str:
    """A place in a text: "art 3(1)", "art. 3(1)", "§ 2(3)"."""

    def short(found: re.Match[str]) -> str:
        unit = found["unit"].lower()
        if unit in ("section", "sec."):
            return "§" if american or manner.stops else "s"
        return _WORDS[unit] + "." * manner.stops

    return _UNIT.sub(short, _sections(provision))


def _sections(text: str) -> str:
    """Sections of a code with their sign: "15 U.S.C. § 9401(3)"."""
    return _UNMARKED.sub(r"\1 § ", text)


def _number(number: str, scheme: str, manner: _Manner) -> str:
    """An official number: "COM (2021) 206 final", "C.E.T.S. No. 225", "Exec. Order No. 14,110"."""
    if scheme == "eo" and manner.commas:
        return _commas(number)
    if scheme == "cets":
        return number.replace("CETS", "C.E.T.S.")
    return _COM.sub(r"\1 ", number)


def _commas(number: str) -> str:
    """Numbers of five digits and more with their commas."""
    return _FIVE.sub(lambda found: f"{int(found[0]):,}", number)


# Table T10.3 of the Bluebook, for what the collection has.
_SHORT = {
    "AU": "Austl.", "BR": "Braz.", "CA": "Can.", "DE": "Ger.", "GB": "U.K.", "IN": "India", "IT": "It.",
    "KR": "S. Kor.", "KZ": "Kaz.", "NZ": "N.Z.", "RU": "Russ.", "SG": "Sing.", "TR": "Turk.", "VN": "Viet.",
}  # fmt: skip


def _country(r: Reference, manner: _Manner, known: Jurisdictions) -> str:
    """The country or state whose law is cited, where the citation does not show it."""
    country, _, state = r.jurisdiction.partition("-")
    if not country or r.jurisdiction in (manner.home, "US", "EU", "COE", "OECD", "UN", "INT"):
        return ""
    if country == "US" and state:
        short = (code for code in known[r.jurisdiction].codes if code.endswith("."))
        name = known.name_of(r.jurisdiction)
        return next(short, name) if manner.stops and r.jurisdiction in known else name
    if manner.stops:
        return _SHORT.get(country, known.name_of(country))
    return "UK" if country == "GB" else known.name_of(country)
