"""What jurisdictions are called: countries, their states, and bodies of several states.

The names stand in `jurisdictions.toml`, by the code that the records use. A user's folder may have such a
file for jurisdictions that the shipped one lacks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import Any

from aidefs.classes import NamedTuple
from aidefs.library.files import DataSet, read_table, shipped_dataset

__all__ = ["Jurisdiction", "Jurisdictions", "jurisdictions", "plain_name"]

FILE = "jurisdictions.toml"


class Jurisdiction(NamedTuple):
    """A jurisdiction.

    Attributes:
        code: What `jurisdiction` of a record says: "EU", "US-CO".
        names: What it is called, its usual English name first; all may stand in running text.
        codes: Other codes by which one asks for it ("CO", "Colo."), too short for running text.
        adjectives: What stands before "law", "Act" or "definition": "Canadian".
    """

    code: str
    names: tuple[str, ...]
    codes: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()

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
        return self._called.get(plain_name(name), ())

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
    parts = unicodedata.normalize("NFKD", re.sub("['’]s$", "", name.strip().casefold()))
    bare = "".join(char for char in parts if not unicodedata.combining(char) and char not in ".,'’ʻ")
    return unicodedata.normalize("NFC", " ".join(bare.replace("-", " ").split()).removeprefix("the "))


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
    )
