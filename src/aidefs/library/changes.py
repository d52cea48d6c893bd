"""What changed between two versions of the collection: which texts, annotations and legal facts.

The present state is what is shipped; of each earlier version a file `versions/<version>.toml` holds what has
to be known to say what changed since: hashes of text and annotation, and the facts of `FACTS`. `snapshot`
writes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from aidefs.classes import NamedTuple, dataclass
from aidefs.errors import InputError
from aidefs.library.files import EVERY_TERM, checksum, read_table, shipped_dataset, toml_string
from aidefs.library.library import Library
from aidefs.library.names import nearest_hint
from aidefs.library.records import Definition
from aidefs.results import Column, Result, columns_of, observation

__all__ = ["FACTS", "Changed", "Changes", "changes", "snapshot"]

FACTS = ("status", "status_as_of", "legal_force", "kind", "adopted", "in_force", "provision", "verification")
"""What is compared beside text and annotation."""
_HASHED = ("text", "segments")

_COLUMNS = columns_of("""
id string Id of the definition
what string text, segments, one of the legal facts, or the definition itself where it came or went
before string What was there; of texts and segments the first digits of their hash
after string What is there now
""")

State = Mapping[str, Mapping[str, str]]


class Changed(NamedTuple):
    """A difference between two versions in one definition.

    Attributes:
        id: Id of the definition.
        what: "text", "segments", one of `FACTS`, or "definition" where it was added or removed.
        before: What was there, "" for nothing.
        after: What is there.
    """

    id: str
    what: str
    before: str
    after: str

    @property
    def hashed(self) -> bool:
        """Whether before and after are hashes."""
        return self.what in _HASHED


@dataclass(frozen=True, repr=False)
class Changes(Result):
    """The differences between two versions of the data.

    Attributes:
        before: The earlier version.
        after: The later one.
        all: The differences, by id.
    """

    before: str
    after: str
    all: tuple[Changed, ...]

    def __repr__(self) -> str:
        return f"<Changes from {self.before} to {self.after}: {len(self.all)}>"

    @property
    def added(self) -> tuple[str, ...]:
        """Ids of the definitions that came."""
        return tuple(one.id for one in self.all if one.what == "definition" and one.after)

    @property
    def removed(self) -> tuple[str, ...]:
        """Ids of the definitions that went."""
        return tuple(one.id for one in self.all if one.what == "definition" and one.before)

    @property
    def changed(self) -> tuple[Changed, ...]:
        """The differences in definitions that both versions have."""
        return tuple(one for one in self.all if one.what != "definition")

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`."""
        return _COLUMNS

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row a difference."""
        return tuple(observation(_COLUMNS, one._asdict()) for one in self.all)

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/changes/1"."""
        return {
            **self._stamp("changes"),
            "before": self.before,
            "after": self.after,
            "added": list(self.added),
            "removed": list(self.removed),
            "changed": [one._asdict() for one in self.changed],
        }


def changes(before: str, after: str | None = None) -> Changes:
    """What changed in the collection that comes with aidefs between two versions of its data.

    Args:
        before: The earlier version ("2026.11").
        after: The later one; by default the present one.

    Raises:
        InputError: Nothing is known of a version.
    """
    earlier, later = _state(before), _state(after or Library.shipped().data_version)
    found = tuple(_differences(earlier, later))
    return Changes(before, after or Library.shipped().data_version, found)


def snapshot() -> str:
    """The present state as the file of its version."""
    lines = [f'version = "{Library.shipped().data_version}"']
    for name, facts in _present().items():
        lines += ["", f'["{name}"]', *(f"{key} = {toml_string(value)}" for key, value in facts.items())]
    return "\n".join([*lines, ""])


def _state(version: str) -> State:
    if version == Library.shipped().data_version:
        return _present()
    known = shipped_dataset().versions
    if version not in known:
        there = (*known, Library.shipped().data_version)
        hint = nearest_hint(version, there) or f"; there are: {', '.join(there)}"
        raise InputError(f"nothing is known of the data version {version!r}{hint}")
    return {name: facts for name, facts in read_table(known[version]).items() if isinstance(facts, dict)}


def _present() -> State:
    return {name: dict(_facts(one)) for name, one in Library.shipped().of(EVERY_TERM).items()}


def _facts(one: Definition) -> Iterator[tuple[str, str]]:
    yield "text", checksum(one.text.encode())[:12]
    if one.segments:
        yield "segments", checksum("\n".join(map("\t".join, one.segments)).encode())[:12]
    for name in FACTS:
        value = one.verification.state if name == "verification" and one.verification else getattr(one, name)
        if value:
            yield name, str(value)


def _differences(before: State, after: State) -> Iterator[Changed]:
    for name in sorted({*before, *after}):
        if name not in before or name not in after:
            yield Changed(name, "definition", name if name in before else "", name if name in after else "")
            continue
        for what in (*_HASHED, *FACTS):
            old, new = before[name].get(what, ""), after[name].get(what, "")
            if old != new:
                yield Changed(name, what, old, new)
