"""Redlines: what was deleted, inserted and kept, with the place of every character in both texts.

`diff` compares two texts, `chain` each of several with the one before it: how a text came to be, version by
version.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any, Literal

from aidefs.alignment.edits import (
    Edit,
    WordCounts,
    WordStatus,
    changed_clauses,
    changed_tokens,
    edits,
    word_status,
)
from aidefs.classes import dataclass, field, replace
from aidefs.errors import InputError
from aidefs.library.library import Library
from aidefs.library.lookup import LibraryLike, Text, library_of, resolve_all
from aidefs.library.records import Definition, definition_dict, distinct_names
from aidefs.results import Column, Result, columns_of, observation
from aidefs.text.tokens import Scan, scan

__all__ = [
    "COLUMNS",
    "LEVELS",
    "Chain",
    "Level",
    "Redline",
    "chain",
    "diff",
    "edit_dict",
    "redline",
    "redline_scans",
]


Level = Literal["word", "char", "clause"]
LEVELS: tuple[Level, ...] = ("word", "char", "clause")

COLUMNS = columns_of("""
edit integer Number of the edit, from 1
change integer Number of the place where the texts differ, from 1; none for common text
op string equal, delete or insert
text string Official characters: those of A for equal and delete, of B for insert
a_start integer Offset in A of the first character, in code points from 0; none for an insertion
a_end integer Offset in A behind the last character
b_start integer Offset in B of the first character; none for a deletion
b_end integer Offset in B behind the last character
punctuation boolean Whether the edit holds no word, only punctuation or enumerators
typographic boolean Whether common text is printed differently (‘ and “, capital and small)
""")

_STEP_COLUMNS = (
    columns_of("""
step integer Number of the step, from 1
from string Name of the earlier text, A
to string Name of the later text, B
""")
    + COLUMNS
)


@dataclass(frozen=True, repr=False)
class Redline(Result):
    """The edit script between two texts.

    Attributes:
        a: The earlier or left-hand text.
        b: The later or right-hand text.
        edits: The script; see `Edit`. By their spans, what is left without insertions is `a`, and without
            deletions `b`; their texts alone give `a`.
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
    def status(self) -> WordStatus:
        """How the words relate as the script shows it."""
        return word_status(self.words, bool(self.changes))

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

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`."""
        return COLUMNS

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row an edit, common text included."""
        number = {edit: n for n, change in enumerate(self.changes, 1) for edit in change}
        return tuple(
            observation(COLUMNS, {**_placed(edit), "edit": n, "change": number.get(edit)})
            for n, edit in enumerate(self.edits, 1)
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
        return _STEP_COLUMNS

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


# --- aligning ---------------------------------------------------------------------------------


def diff(
    a: Text, b: Text, level: Level = "word", *, lang: str | None = None, library: LibraryLike | None = None
) -> Redline:
    """The redline of two texts.

    Args:
        a: The earlier or left-hand text: an id or alias, a definition, or any text.
        b: The later or right-hand text.
        level: "word", "char" or "clause".
        lang: Language of plain texts; by default each is recognised.
        library: Where names are looked up.

    Raises:
        UnknownName: A string without white space that is no name.
        InputError: The level does not exist.
    """
    return chain(a, b, level=level, lang=lang, library=library).redlines[0]


def chain(
    a: Text,
    b: Text,
    *more: Text,
    level: Level = "word",
    lang: str | None = None,
    library: LibraryLike | None = None,
) -> Chain:
    """Redlines one behind the other, for the versions of a text: each against the one before it.

    Args:
        a: The first text: an id or alias, a definition, or any text.
        b: The second.
        more: Those that follow.
        level: "word", "char" or "clause".
        lang: Language of plain texts; by default each is recognised.
        library: Where names are looked up.

    Raises:
        UnknownName: A string without white space that is no name.
        InputError: The level does not exist.
    """
    library = library_of(library)
    texts = resolve_all((a, b, *more), library, lang)
    steps = pairwise(zip(texts, distinct_names(texts), strict=True))
    lines = (
        replace(redline(old.text, new.text, level, lang=old.lang, names=(name, new_name)), library=library)
        for (old, name), (new, new_name) in steps
    )
    return Chain(tuple(texts), tuple(lines))


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
    if a.lexicon is not b.lexicon:  # one of them is older than the last change of code table
        a = a.recoded(b.lexicon)
    changed = changed_clauses if level == "clause" else changed_tokens
    script, words = edits(a, b, changed(a, b, engine))
    if level == "char":
        from aidefs.alignment.letters import refine  # nothing else needs it

        script = refine(script)
    return Redline(a.text, b.text, tuple(script), level, words, names, lang, None)


# --- edits as data ----------------------------------------------------------------------------


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


def _placed(edit: Edit) -> dict[str, Any]:
    """An edit with its spans in four parts."""
    (a_start, a_end), (b_start, b_end) = edit.a or (None, None), edit.b or (None, None)
    return {**edit._asdict(), "a_start": a_start, "a_end": a_end, "b_start": b_start, "b_end": b_end}
