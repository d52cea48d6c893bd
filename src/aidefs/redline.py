"""Redlines: what was deleted, inserted and kept, with the place of every character in both texts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from aidefs.edits import edits
from aidefs.errors import InputError
from aidefs.letters import refine
from aidefs.library import Library
from aidefs.model import Edit
from aidefs.opcodes import WordCounts, clause_opcodes, opcodes
from aidefs.result import Result
from aidefs.tokens import Scan, scan

__all__ = ["LEVELS", "Level", "Redline", "edit_dict", "redline", "redline_scans"]

Level = Literal["word", "char", "clause"]
LEVELS: tuple[Level, ...] = ("word", "char", "clause")


@dataclass(frozen=True, repr=False)
class Redline(Result):
    """The edit script between two texts.

    Attributes:
        a: The earlier or left-hand text.
        b: The later or right-hand text.
        edits: The script; see `Edit`. Dropping the insertions gives `a`, the deletions `b`.
        level: "word", "char" or "clause".
        words: Words kept, deleted and inserted.
        names: How the two texts are called.
        lang: BCP 47 tag of the texts.
        library: The library that was used, None for the one that comes with aidefs.
    """

    a: str
    b: str
    edits: tuple[Edit, ...]
    level: Level
    words: WordCounts
    names: tuple[str, str] = ("A", "B")
    lang: str = "en"
    library: Library | None = field(default=None, compare=False, repr=False)

    @property
    def similarity(self) -> float:
        """2·equal / (2·equal + deleted + inserted), counted in words of this script; 0 to 1."""
        return self.words.similarity

    @property
    def changes(self) -> tuple[tuple[Edit, ...], ...]:
        """The places where the texts differ, each as a deletion, an insertion, or both."""
        groups: list[list[Edit]] = []
        previous = "equal"
        for edit in self.edits:
            if edit.op != "equal":
                if previous == "equal":
                    groups.append([])
                groups[-1].append(edit)
            previous = edit.op
        return tuple(map(tuple, groups))

    @property
    def punctuation_changes(self) -> int:
        """Places where nothing but punctuation or an enumerator differs."""
        return sum(all(edit.punctuation for edit in change) for change in self.changes)

    def __repr__(self) -> str:
        w = self.words
        return (
            f"<Redline {self.names[0]} → {self.names[1]}: {w.equal} words kept, {w.deleted} deleted, "
            f"{w.inserted} inserted, similarity {self.similarity:.2f}>"
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/redline/1"."""
        return {
            **self._stamp("redline"),
            "a": {"name": self.names[0], "text": self.a},
            "b": {"name": self.names[1], "text": self.b},
            "level": self.level,
            "edits": [edit_dict(edit) for edit in self.edits],
            "similarity": round(self.similarity, 4),
            "words": self.words._asdict(),
            "punctuation_changes": self.punctuation_changes,
        }


def edit_dict(edit: Edit) -> dict[str, Any]:
    """The JSON form of one edit; `typographic` and `punctuation` only where they hold."""
    result: dict[str, Any] = {
        "op": edit.op,
        "a": list(edit.a) if edit.a else None,
        "b": list(edit.b) if edit.b else None,
        "text": edit.text,
    }
    if edit.typographic:
        result["typographic"] = True
    if edit.punctuation:
        result["punctuation"] = True
    return result


def redline(
    a: str,
    b: str,
    level: Level = "word",
    *,
    lang: str = "en",
    names: tuple[str, str] = ("A", "B"),
    engine: str = "",
) -> Redline:
    """Compare two texts.

    Args:
        a: The earlier or left-hand text.
        b: The later or right-hand text.
        level: "word"; "char" keeps the letters that a replaced word shares with its replacement;
            "clause" replaces whole clauses.
        lang: BCP 47 tag, for the tokens.
        names: How the two texts are called in the output.
        engine: Name of the diff engine, for tests and benchmarks.

    Raises:
        InputError: The level is none of the three.
    """
    return redline_scans(scan(a, lang), scan(b, lang), level, names=names, engine=engine, lang=lang)


def redline_scans(
    a: Scan,
    b: Scan,
    level: Level = "word",
    *,
    names: tuple[str, str] = ("A", "B"),
    engine: str = "",
    lang: str = "en",
) -> Redline:
    """`redline` for texts whose tokens are known already."""
    if level not in LEVELS:
        raise InputError(f"unknown level '{level}'; expected word, char or clause")
    ops = clause_opcodes(a, b, engine) if level == "clause" else opcodes(a, b, engine)
    script, words = edits(a, b, ops)
    if level == "char":
        script = refine(script)
    return Redline(a.text, b.text, tuple(script), level, words, names, lang)
