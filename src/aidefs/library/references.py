"""What a citation says of a definition, the same in all styles.

What is not known is left out: no entry has an empty field. Dates are as precise as the record. The day on
which copies were compared is no `urldate`, because it does not say that the official address was opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from aidefs.classes import NamedTuple
from aidefs.library.records import Definition, identifier
from aidefs.patterns import late
from aidefs.text.languages import UNDETERMINED, profile
from aidefs.text.visible import visible_line

__all__ = ["Reference", "is_said", "keyed", "month", "references"]

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
_SIGN = late(r"[\s§]+")
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
    instrument: str
    short: str
    date: tuple[int, ...]
    identified: tuple[tuple[str, str], ...]
    provision: str
    status: str
    translation: bool
    doi: str
    url: str
    jurisdiction: str
    lang: str

    @property
    def numbers(self) -> tuple[str, ...]:
        """The official numbers: that of the entry, then those that neither title nor provision says."""
        known = [number for _, number in self.identified]
        said = f"{self.title} {self.provision}"
        return (*known[:1], *(number for number in known[1:] if not is_said(number, said)))

    @property
    def beside(self) -> list[str]:
        """The official numbers for a style that prints the provision, too."""
        return [number for number in self.numbers if not is_said(number, self.provision)]

    def ranked(self, schemes: Sequence[str]) -> list[tuple[str, str]]:
        """The official numbers of some schemes with their schemes, in the order of these."""
        known = [pair for pair in self.identified if pair[0] in schemes]
        return sorted(known, key=lambda pair: schemes.index(pair[0]))

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


def is_said(number: str, text: str) -> bool:
    """Whether a text has an official number: the sign of a section more or less makes no other one of it."""
    return _SIGN.sub(" ", number) in _SIGN.sub(" ", text)


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
    named = (d.official_title, d.instrument, d.title, d.label, d.id)
    title = next(filter(None, map(visible_line, named)), key)
    short = visible_line(d.label)
    known = {visible_line(identifier(scheme, d.identifiers[scheme])): scheme for scheme in reversed(schemes)}
    doi = visible_line(d.identifiers.get("doi", ""))
    return Reference(
        key=key,
        kind=d.kind,
        author=visible_line(d.issuer),
        title=title,
        instrument=visible_line(d.instrument),
        short=short if short != title else "",
        date=_date(d.adopted),
        identified=tuple((scheme, number) for number, scheme in reversed(known.items()) if number),
        provision=visible_line(d.provision),
        status=_status(d, title),
        translation=d.authenticity.translation,
        doi=doi,
        url="" if doi and d.url == f"https://doi.org/{doi}" else visible_line(d.url),
        jurisdiction=visible_line(d.jurisdiction),
        lang="" if d.lang == UNDETERMINED else visible_line(d.lang),
    )


def _status(d: Definition, title: str) -> str:
    """What has become of the text, where a reader has to know; of a draft, what it is."""
    if d.status in _SETTLED:
        return ""
    if d.status == "superseded" and d.kind in ("bill", "draft"):
        stage = visible_line(d.stage) or d.kind
        return stage if stage.casefold() not in title.casefold() else ""
    return visible_line(d.status)


def month(number: int) -> str:
    return profile("en").months[number - 1]


def _date(text: str) -> tuple[int, ...]:
    """Year, month and day as far as they are known; a date of another form is not cited."""
    known = re.fullmatch(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?", text, re.ASCII)
    return tuple(int(part) for part in known.groups() if part) if known else ()
