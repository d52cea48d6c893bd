"""What jurisdictions are called: countries, their states, and bodies of several states.

The names stand in `jurisdictions.toml`, by the code that the records use. A user's folder may have such a
file for jurisdictions that the shipped one lacks.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import Any

from aidefs.classes import NamedTuple
from aidefs.library.files import DataSet, read_table, shipped_dataset

__all__ = ["Jurisdiction", "Jurisdictions", "jurisdictions", "plain_name", "without_accents"]

FILE = "jurisdictions.toml"
_SIGNS = str.maketrans("-", " ", ".,'’ʻ")


class Jurisdiction(NamedTuple):
    """A jurisdiction.

    Attributes:
        code: What `jurisdiction` of a record says: "EU", "US-CO".
        names: What it is called, its usual English name first; all may stand in running text.
        codes: Other codes by which one asks for it ("CO", "Colo."), too short for running text.
        adjectives: What stands before "law", "Act" or "definition": "Canadian".
        seats: Cities that stand for the legislature, and tell whose the number of a bill is: "Sacramento".
    """

    code: str
    names: tuple[str, ...]
    codes: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The usual English name."""
        return self.names[0]


class Jurisdictions(Mapping[str, Jurisdiction]):
    """Jurisdictions by code."""

    def __init__(self, known: Iterable[Jurisdiction]) -> None:
        """Takes the jurisdictions; of two with one code the later counts."""
        self._known = {one.code: one for one in known}

    def __getitem__(self, code: str) -> Jurisdiction:
        return self._known[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def named(self, name: str) -> tuple[str, ...]:
        """The codes for which a name may stand, the likeliest first; none where it is not known.

        A code of the records goes before a name, a name before another code, and that before an adjective:
        "CA" is Canada before California, "Georgia" the country and the state. Capitals, accents, full stops
        and an article do not count.
        """
        if self._is_longer_than_any(name):  # as most texts are, which may be names for all one knows
            return ()
        return self._called.get(plain_name(name), ())

    def _is_longer_than_any(self, name: str) -> bool:
        """Whether a name has more words that begin with a letter of ASCII than any, an article aside.

        Each of them is a word of its plain name, too.
        """
        parts = name.split()
        return len(parts) > self._longest and (
            sum(part[0].isascii() and part[0].isalpha() for part in parts) > self._longest
        )

    @cached_property
    def _longest(self) -> int:
        """Words of the longest name, and one for an article."""
        return max((len(name.split()) for name in self._called), default=0) + 1

    def name_of(self, code: str) -> str:
        """The usual English name of a code, the code itself where it has none."""
        return self._known[code].name if code in self._known else code

    @cached_property
    def called(self) -> tuple[str, ...]:
        """Every name, for a hint at the nearest ones: usual names first, no codes."""
        return tuple(dict.fromkeys(name for one in self._known.values() for name in one.names))

    @cached_property
    def _called(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        ways = (
            lambda one: (one.code,),
            lambda one: one.names,
            lambda one: one.codes,
            lambda one: one.adjectives,
        )
        for way in ways:
            for one in self._known.values():
                for name in way(one):
                    found.setdefault(plain_name(name), {})[one.code] = None
        return {name: tuple(codes) for name, codes in found.items()}


def plain_name(name: str) -> str:
    """A name as names are compared: no capitals, accents, full stops or article, single spaces."""
    bare = name.strip().casefold()
    if bare.endswith(("'s", "’s")):
        bare = bare[:-2]
    plain = " ".join(without_accents(bare).translate(_SIGNS).split()).removeprefix("the ")
    return unicodedata.normalize("NFC", plain)


def without_accents(text: str) -> str:
    """A text without accents, with letters in the place of signs that stand for them (NFKD)."""
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFKD", text)
    marks = list(filter(unicodedata.combining, {*plain}))  # each sign is asked for once, and few have any
    return plain.translate(dict.fromkeys(map(ord, marks))) if marks else plain


def jurisdictions(datasets: Iterable[DataSet] = ()) -> Jurisdictions:
    """The jurisdictions of the shipped table, with those of other data sets laid over them."""
    own = [dataset for dataset in datasets if not dataset.shipped and FILE in dataset.extras]
    if not own:
        return _shipped()
    added = [one for dataset in own for one in _read(dataset)]
    return Jurisdictions([*_shipped().values(), *added])


@cache
def _shipped() -> Jurisdictions:
    return Jurisdictions(_read(shipped_dataset()))


def _read(dataset: DataSet) -> list[Jurisdiction]:
    return [_jurisdiction(code, value) for code, value in read_table(dataset.extra(FILE)).items()]


def _jurisdiction(code: str, value: Mapping[str, Any]) -> Jurisdiction:
    return Jurisdiction(
        code,
        tuple(value["names"]),
        tuple(value.get("codes", ())),
        tuple(value.get("adjectives", ())),
        tuple(value.get("seats", ())),
    )
