"""Identical wordings: which definitions say the same, and which of them stands for all.

A wording is what a text says, token by token on the comparison key, in one language. The marks at the
end of a text are no part of it: whether a semicolon or a full stop stands there is up to the list or
sentence around it. Every comma inside is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from aidefs.classes import NamedTuple
from aidefs.library.records import Definition
from aidefs.text.languages import primary
from aidefs.text.tokens import scan

__all__ = ["Part", "Wording", "by_date", "chronological", "group_wordings", "wording_key"]

_MOST_NAMED = 6  # further definitions that are named; beyond that the rest are counted
_END_MARKS = frozenset(".;,:'")


Part = Callable[[Definition], str | None]  # gives the part that is compared, None where there is none


class Wording(NamedTuple):
    """Definitions that share one wording.

    Attributes:
        definitions: The one that stands for all, then the others by date and id.
        text: What it says there: the whole text or the part that was compared.
    """

    definitions: tuple[Definition, ...]
    text: str

    @property
    def definition(self) -> Definition:
        """The one that stands for all, the baseline if it is among them, or else the earliest."""
        return self.definitions[0]

    @property
    def also(self) -> tuple[Definition, ...]:
        """The others."""
        return self.definitions[1:]

    @property
    def id(self) -> str:
        """Id of the one that stands for all."""
        return self.definition.id

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of all."""
        return tuple(definition.id for definition in self.definitions)

    @property
    def label(self) -> str:
        """Label of the one that stands for all."""
        return self.definition.name

    @property
    def others(self) -> str:
        """The labels of the others, such as "also OECD 2024, Texas HB 149"; "" where there are none."""
        named = [definition.name for definition in self.also[:_MOST_NAMED]]
        left = len(self.also) - len(named)
        if left:
            named.append(f"{left} more")
        return "also " + ", ".join(named) if named else ""

    @property
    def words(self) -> str:
        """Who shares it, such as "OECD 2023 · also OECD 2024, UK AI Playbook 2025"."""
        return " · ".join(filter(None, (self.label, self.others)))

    def __repr__(self) -> str:
        return f"<Wording of {', '.join(self.ids)}>"


def group_wordings(
    definitions: Iterable[Definition],
    *,
    part: Part | None = None,
    baseline: Definition | None = None,
) -> tuple[Wording, ...]:
    """Gather the definitions that have the same wording.

    The result does not depend on the order in which the definitions are given.

    Args:
        definitions: Any; one that is given twice counts once.
        part: Gives the part of a definition that is to be compared, for example its definiens, and
            None where it has none and is left out; by default the whole text.
        baseline: Goes before all others, and stands for the wording that it has.

    Returns:
        The wordings by date and id of the definitions that stand for them.
    """
    ordered = sorted(definitions, key=lambda one: (one != baseline, *_rank(one)))
    groups: dict[tuple[str, ...], tuple[list[Definition], str]] = {}
    for before, one in pairwise([None, *ordered]):
        if one == before or one is None:
            continue
        text = one.text if part is None else part(one)
        if text is not None:
            groups.setdefault(wording_key(text, one.lang), ([], text))[0].append(one)
    return tuple(Wording(tuple(group), text) for group, text in groups.values())


def by_date(wordings: Iterable[Wording]) -> tuple[Wording, ...]:
    """Wordings by the first definition that has each, whichever stands for it."""
    return tuple(sorted(wordings, key=lambda wording: min(map(_rank, wording.definitions))))


def _rank(definition: Definition) -> tuple[str, ...]:
    return (*chronological(definition), definition.lang, definition.text, definition.label)


def wording_key(text: str, lang: str = "en") -> tuple[str, ...]:
    """What two texts of one wording have in common: the language and the keys of their tokens."""
    keys = scan(text, lang).keys
    last = len(keys)
    while last and keys[last - 1] in _END_MARKS:
        last -= 1
    return (primary(lang), *keys[:last])


def chronological(definition: Definition) -> tuple[str, str]:
    """Sorts definitions by date of adoption, then by id.

    A date of which only the year or the month is known counts as the end of that time, and none as
    the end of all, so that no text goes before another without a known date that says so.
    """
    return definition.adopted.ljust(10, "~"), definition.id
