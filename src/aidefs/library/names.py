"""The grammar of the names by which definitions are asked for: `id`, `alias`, `alias@date`, `name:lang`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from aidefs.errors import InputError, UnknownName, near

__all__ = ["Alias", "Name", "begins", "nearest_hint", "split_name", "version"]


class Alias(NamedTuple):
    """A short name for an instrument whose text has had several versions.

    Attributes:
        name: The short name ("eu").
        current: Id of the text that the name stands for, "" where it needs a date.
        versions: Ids of all texts of the instrument, drafts included, the current one among them.
        names: Id and what running text calls that text ("European AI Act"), one pair for each name.
    """

    name: str
    current: str
    versions: tuple[str, ...]
    names: tuple[tuple[str, str], ...] = ()


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


def nearest_hint(name: str, names: Iterable[str]) -> str:
    """The end of a message about an unknown name: "; nearest: a, b", "" where nothing is near."""
    found = near(name, names)
    return "; nearest: " + ", ".join(found) if found else ""


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
