"""Which text of a library an address leads to: that of a link, or one that is printed.

An address is that of a text where it is the one that the record gives as its official place, or where it
holds the official number of the instrument: CELEX, ELI, DOI, the number of the OECD and their like. What else
it may say ("blog.example.org/what-the-eu-ai-act-means") names nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from aidefs.classes import dataclass
from aidefs.library.records import Definition
from aidefs.patterns import late

__all__ = ["ADDRESS", "Addresses"]

ADDRESS = late(r"https?://[^\s<>\"'“”‘’„«»`{}|\\^]++")
"""An address in running text; punctuation behind it is part of what is found."""

_SIGNS = late(r"[^a-z0-9]+")
_FRONT = late(r"\A[a-z]{1,10}://(?:www\.)?")
_BEHIND = late(r"(?:#.*)?\Z", re.S)
_CELEX = late(r"3(?P<year>\d{4})(?P<kind>[RLD])(?P<number>\d{4})\Z")
_KINDS = {"R": "reg", "L": "dir", "D": "dec"}
_TREATIES = ("treatynum", "conventions-treaty")  # before a number in the addresses of the Treaty Office
_SCHEMES = frozenset(
    ("celex", "doi", "oecd", "iso", "com", "ep", "un", "doc")
)  # whose numbers stand in addresses
_LETTERED = late(r"(?=.*[a-z])(?=.*\d{3})")  # a number of its own in any address
_SHORTEST = 7  # characters of one


@dataclass(frozen=True)
class Addresses:
    """The addresses of the texts of a library.

    Attributes:
        places: Address without scheme, "www." and fragment → the texts that have it as their official place.
        numbers: First word of an official number → numbers with their texts.
    """

    places: Mapping[str, tuple[str, ...]]
    numbers: tuple[tuple[str, tuple[str, ...]], ...]

    @classmethod
    def of(cls, definitions: Iterable[Definition]) -> Addresses:
        """Collect the addresses of definitions."""
        places: dict[str, list[str]] = {}
        numbers: dict[str, list[str]] = {}
        for d in definitions:
            place = _plain(d.url)
            if "/" in place:  # else the home page of a body
                places.setdefault(place, []).append(d.id)
            for number in _numbers(d):
                numbers.setdefault(number, []).append(d.id)
        return cls(
            {place: tuple(ids) for place, ids in places.items()},
            tuple((number, tuple(ids)) for number, ids in numbers.items()),
        )

    def ids(self, address: str) -> tuple[str, ...]:
        """The definitions that an address leads to; none where it is not known."""
        found = self.places.get(_plain(address))
        if found:
            return found
        signs = f"-{_SIGNS.sub('-', _unquoted(address).lower())}-"
        return tuple(dict.fromkeys(name for number, ids in self.numbers if number in signs for name in ids))


def _plain(address: str) -> str:
    return _BEHIND.sub("", _FRONT.sub("", _unquoted(address).lower())).rstrip("/")


def _unquoted(address: str) -> str:
    if "%" not in address:
        return address
    from urllib.parse import unquote  # few addresses need it

    return unquote(address)


def _numbers(d: Definition) -> Iterator[str]:
    """The official numbers of an instrument as they stand in addresses, each between two hyphens."""
    for scheme, value in d.identifiers.items():
        celex = _CELEX.match(value) if scheme == "celex" else None
        if celex:
            year, number = celex["year"], celex["number"]
            yield f"-eli-{_KINDS[celex['kind']]}-{year}-{int(number)}-"
            yield f"-0{value[1:].lower()}-"  # as consolidated
            yield f"-l-{year}{int(number):05}-"
        if scheme == "cets":
            yield from (f"-{way}-{value}-" for way in _TREATIES)
        plain = _SIGNS.sub("-", value.lower()).strip("-")
        if scheme in _SCHEMES and len(plain) >= _SHORTEST and _LETTERED.match(plain):
            yield f"-{plain}-"
