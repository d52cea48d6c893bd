"""The names by which definitions are asked for: `id`, `alias`, `alias@date`, `name:lang`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from aidefs.classes import NamedTuple
from aidefs.errors import InputError, UnknownName, near

__all__ = [
    "NAMES",
    "Alias",
    "Name",
    "beginnings",
    "begins",
    "nearest_hint",
    "split_name",
    "term_key",
    "to_aliases",
    "version",
]


# --- the grammar of names ---------------------------------------------------------------------


class Name(NamedTuple):
    """A name taken apart.

    Attributes:
        base: Id or alias.
        date: What stands behind "@", None where there is no "@".
        lang: What stands behind ":", None where there is no ":".
    """

    base: str
    date: str | None = None
    lang: str | None = None


def split_name(name: str) -> Name:
    """Takes `base@date:lang` apart; date and language may be absent."""
    front, colon, lang = name.partition(":")
    base, at, date = front.partition("@")
    return Name(base, date if at else None, lang if colon else None)


def begins(value: str, start: str, joint: str = "-") -> bool:
    """Whether `value` is `start` or goes on from it behind a joint: "US-CO" from "US", not "USX"."""
    return value == start or value.startswith(start + joint)


def beginnings(value: str, joint: str = "-") -> Iterator[str]:
    """All that `begins` says a value begins with: "US-CO" and "US"."""
    yield value
    yield from (value[:k] for k, sign in enumerate(value) if sign == joint)


def nearest_hint(name: str, names: Iterable[str]) -> str:
    """The end of a message about an unknown name: "; nearest: a, b", "" where nothing is near."""
    found = near(name, names)
    return "; nearest: " + ", ".join(found) if found else ""


def term_key(name: str) -> str:
    """What ways of writing the name of a term have in common: no hyphens or spaces, the singular, "AI"."""
    words = (_singular(word) for word in re.findall(r"\w+", name.casefold().replace("_", " ")))
    return "".join(words).replace("artificialintelligence", "ai")


def _singular(word: str) -> str:
    """An English noun without its plural; other words lose an s, too, which is alike on both sides."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


# --- aliases ----------------------------------------------------------------------------------

NAMES = "names"
"""Key of `aliases.toml` that is no alias: what running text calls texts that have none."""


class Alias(NamedTuple):
    """A short name for an instrument whose text has had several versions.

    Attributes:
        name: The short name ("eu").
        current: Id of the text that the name stands for, "" where it needs a date.
        versions: Ids of all texts of the instrument, drafts included, the current one among them; none where
            it stands for nothing and only holds names.
        names: Id and what running text calls that text ("European AI Act"), one pair for each name.
    """

    name: str
    current: str
    versions: tuple[str, ...]
    names: tuple[tuple[str, str], ...] = ()


def to_aliases(table: Mapping[str, Any]) -> dict[str, Alias]:
    """Makes aliases of `aliases.toml`, in its order.

    Each key is an alias. Its value is the id of the text that it stands for, or a table with
    `current` (that id; left out where the alias needs a date), `versions` (ids of all texts of the
    instrument) and perhaps `names` (id → what running text calls that text). The key `names` at the top holds
    such names of texts that have no alias.
    """
    return {name: _alias(name, value) for name, value in table.items()}


def _alias(name: str, value: str | Mapping[str, Any]) -> Alias:
    if isinstance(value, str):
        return Alias(name, value, (value,))
    if name == NAMES:
        value = {"names": value}
    current: str = value.get("current", "")
    versions = tuple(value.get("versions", ()))
    if current and current not in versions:
        versions += (current,)
    names = tuple((text, called) for text, each in value.get("names", {}).items() for called in each)
    return Alias(name, current, versions, names)


def version(alias: Alias, date: str | None, adopted: Callable[[str], str]) -> str:
    """The id of the text that an alias stands for.

    Args:
        alias: The alias.
        date: Date of adoption or its beginning ("2021", "2021-04"); None for the current text.
        adopted: Gives the date of adoption of an id.

    Raises:
        UnknownName: No version is of this date; the message gives the dates that there are.
        InputError: Several are, or there is no current text; the message gives the choices.
    """
    if date is None and alias.current:
        return alias.current
    dates = {name: adopted(name) for name in alias.versions}
    hits = [name for name in dates if date is None or begins(dates[name], date)]
    if not hits:
        there_are = ", ".join(sorted(filter(None, set(dates.values())))) or "no dated versions"
        raise UnknownName(f"no version of {alias.name!r} is of {date!r}; there are: {there_are}")
    if len(hits) == 1 and date is not None:
        return hits[0]
    ordered = sorted(hits, key=lambda name: (dates[name], name))
    choice = ", ".join(f"{alias.name}@{_shortest(dates[name], dates.values())} ({name})" for name in ordered)
    if date is None:
        raise InputError(f"{alias.name!r} has no current text; choose: {choice}")
    raise InputError(f"'{alias.name}@{date}' stands for {len(hits)} texts: {choice}")


def _shortest(date: str, dates: Iterable[str]) -> str:
    """The shortest beginning of a date that no other date has; all of it where there is none."""
    others = list(dates)
    starts = (date[:length] for length in (4, 7) if length < len(date))
    return next((start for start in starts if sum(begins(other, start) for other in others) == 1), date)
