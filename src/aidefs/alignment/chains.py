"""Redlines one behind the other: how a text came to be, version by version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from aidefs.alignment.redline import COLUMNS, Redline, edit_dict
from aidefs.library.describe import definition_dict
from aidefs.library.library import Library
from aidefs.library.records import Definition
from aidefs.results import Result
from aidefs.tidy import Column, columns_of

__all__ = ["Chain"]


_COLUMNS = (
    columns_of("""
step integer Number of the step, from 1
from string Name of the earlier text, A
to string Name of the later text, B
""")
    + COLUMNS
)


@dataclass(frozen=True, repr=False)
class Chain(Result):
    """Texts in an order, each redlined against the one before it.

    Attributes:
        definitions: The texts, in the order given.
        redlines: One a step: `redlines[0]` leads from the first text to the second.
    """

    definitions: tuple[Definition, ...]
    redlines: tuple[Redline, ...]

    @property
    def changes(self) -> int:
        """Places where a text differs from the one before it, over all steps."""
        return sum(len(line.changes) for line in self.redlines)

    @property
    def library(self) -> Library | None:
        """The library that was used, None for the one that comes with aidefs."""
        return self.redlines[0].library

    def __repr__(self) -> str:
        return f"<Chain {' → '.join(d.id for d in self.definitions)}: {self.changes} changes>"

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`."""
        return _COLUMNS

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row an edit, with the step in which it was made."""
        return tuple(
            {"step": number, "from": line.names[0], "to": line.names[1], **edit}
            for number, line in enumerate(self.redlines, 1)
            for edit in line.records()
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/chain/1"; each step as in "aidefs/redline/1"."""
        library = self.library or Library.shipped()
        return {
            **self._stamp("chain"),
            "definitions": [definition_dict(d, library.alias_of(d.id)) for d in self.definitions],
            "steps": [
                {
                    "from": line.names[0],
                    "to": line.names[1],
                    "edits": [edit_dict(edit) for edit in line.edits],
                    "similarity": round(line.similarity, 4),
                    "words": line.words._asdict(),
                    "punctuation_changes": line.punctuation_changes,
                }
                for line in self.redlines
            ],
        }
