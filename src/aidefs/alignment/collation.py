"""Collation: many witnesses of one text side by side, with what each reads where they differ.

The alignment is made by `variant_graph`, and cut into passages and read as an apparatus by `apparatus`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from aidefs.alignment.apparatus import (
    AlignmentColumns,
    CollatedPassage,
    Entry,
    Reading,
    Witness,
    apparatus,
    columns_from,
    grouped,
    passages,
)
from aidefs.alignment.variant_graph import columns_of_witnesses
from aidefs.classes import dataclass, field, replace
from aidefs.errors import InputError
from aidefs.library.library import Library
from aidefs.library.lookup import LibraryLike, Text, from_baseline, library_of
from aidefs.library.records import Definition, comparable
from aidefs.library.wordings import chronological
from aidefs.results import Column, Result, columns_of, observation
from aidefs.text.tokens import in_one_lexicon, scan

__all__ = ["AlignmentTable", "Collation", "Entry", "Reading", "Witness", "collate", "collation_of"]


_COLUMNS = columns_of("""
column integer Number of the column, from 0
kind string agreed, wording, punctuation or typographic: the passage that the column is in
siglum string Letter of the witness
id string Id of the definition that stands for the witness
token string Official characters, none for a gap
key string What is compared: without capitals and kinds of quotation marks
start integer Offset of the first character in the text of the witness
end integer Offset behind the last
""")


@dataclass(frozen=True, repr=False)
class Collation(Result):
    """Witnesses aligned token by token.

    Attributes:
        witnesses: The base first, then the others by date and id.
        alignment: For each column the index of the token of each witness, None where it has none.
        library: The library that was used, None for the one that comes with aidefs.
    """

    witnesses: tuple[Witness, ...]
    alignment: AlignmentColumns
    library: Library | None = field(default=None, compare=False, repr=False)

    @property
    def base(self) -> Witness:
        """The witness whose text is printed in full."""
        return self.witnesses[0]

    @property
    def by_siglum(self) -> tuple[Witness, ...]:
        """The witnesses in the order of their sigla, which is that of their dates."""
        return tuple(sorted(self.witnesses, key=lambda one: (len(one.siglum), one.siglum)))

    @cached_property
    def passages(self) -> tuple[CollatedPassage, ...]:
        """Where the witnesses agree and where they differ, covering every character of every witness."""
        return passages([one.tokens for one in self.witnesses], self.alignment)

    @cached_property
    def apparatus(self) -> tuple[Entry, ...]:
        """What differs from the base, in the order of the base text; white space alone does not count."""
        return apparatus(self.witnesses, self.alignment)

    def readings(self, passage: CollatedPassage) -> tuple[Reading, ...]:
        """What the witnesses read at a passage, to the letter: the base's reading first."""
        texts = [one.text[low:high] for one, (low, high) in zip(self.witnesses, passage.spans, strict=True)]
        return grouped(self.witnesses, texts)

    def __repr__(self) -> str:
        return (
            f"<Collation of {len(self.witnesses)} witnesses, base {self.base.definition.id}: "
            f"{len(self.alignment)} columns, {len(self.apparatus)} entries>"
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/collation/1"."""
        return {
            **self._stamp("collation"),
            "base": self.base.siglum,
            "witnesses": [
                {
                    "siglum": one.siglum,
                    "ids": [definition.id for definition in one.definitions],
                    "label": one.definition.label,
                    "adopted": one.definition.adopted,
                    "lang": one.definition.lang,
                    "text": one.text,
                    "tokens": [list(one.span(index)) for index in range(len(one.tokens))],
                }
                for one in self.witnesses
            ],
            "columns": [list(column) for column in self.alignment],
            "passages": [
                {
                    "kind": passage.kind,
                    "columns": list(passage.columns),
                    "spans": [list(span) for span in passage.spans],
                }
                for passage in self.passages
            ],
            "apparatus": [
                {
                    "number": entry.number,
                    "kind": entry.kind,
                    "lemma": entry.lemma,
                    "span": list(entry.span),
                    "readings": [
                        {"text": reading.text, "sigla": list(reading.sigla)} for reading in entry.readings
                    ],
                }
                for entry in self.apparatus
            ],
        }

    def sheet(self) -> Iterator[list[str]]:
        """The apparatus as one table with a column for each text, for CSV and TSV.

        A cell is empty where its text reads as the base does, or differs over more words of it.
        """
        others = [one for one in self.by_siglum if one is not self.base]
        named = [f"{one.siglum}: {one.label}" for one in others]
        yield ["No.", f"{self.base.siglum}: {self.base.label} (base)", *named, "Kind"]
        for entry in self.apparatus:
            read = {siglum: one.text or "omitted" for one in entry.readings for siglum in one.sigla}
            yield [str(entry.number), entry.lemma, *(read.get(one.siglum, "") for one in others), entry.kind]

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`."""
        return _COLUMNS

    def records(self) -> tuple[dict[str, Any], ...]:
        """A row for each column and witness, gaps included: the alignment table in long form."""
        kinds = {number: passage.kind for passage in self.passages for number in range(*passage.columns)}
        return tuple(
            observation(
                _COLUMNS,
                {
                    "column": number,
                    "kind": kinds[number],
                    "siglum": witness.siglum,
                    "id": witness.definition.id,
                    **witness.token(index),
                },
            )
            for number, column in enumerate(self.alignment)
            for witness, index in zip(self.witnesses, column, strict=True)
        )

    def table(self) -> AlignmentTable:
        """The alignment to be shown as a table, a column for each witness."""
        return AlignmentTable(self)

    def to_tei(self) -> str:
        """TEI P5 with the apparatus by parallel segmentation; every witness can be read back from it."""
        return self._render("tei")

    def to_reledmac(self) -> str:
        """A LaTeX document that prints the base text with its apparatus by the package reledmac."""
        return self._render("reledmac")


@dataclass(frozen=True)
class AlignmentTable(Result):
    """A collation that is shown as a table: what stands for what, with explicit gaps.

    Attributes:
        collation: The collation.
    """

    collation: Collation

    @property
    def library(self) -> Library | None:
        """That of the collation."""
        return self.collation.library

    def to_dict(self) -> dict[str, Any]:
        """The JSON form of the collation."""
        return self.collation.to_dict()

    def columns(self) -> tuple[Column, ...]:
        """The columns of the collation."""
        return self.collation.columns()

    def records(self) -> tuple[dict[str, Any], ...]:
        """The rows of the collation."""
        return self.collation.records()


def collate(
    base: Text,
    *others: Text,
    baseline: Text | None = None,
    lang: str | None = None,
    library: LibraryLike | None = None,
) -> Collation:
    """Align texts token by token, as witnesses of one text.

    Only the base has a place of its own; the result does not depend on the order of the others.
    Definitions whose texts are equal to the letter are one witness.

    Args:
        base: The text that is printed in full: an id or alias, a definition, or any text.
        others: Those whose variants are wanted; all in the language of the base.
        baseline: The base, in place of the first.
        lang: Language of plain texts; by default each is recognised.
        library: Where names are looked up.

    Raises:
        UnknownName: A name that stands for nothing.
        InputError: Fewer than two texts, several languages, or a baseline that is not among the texts.
    """
    library = library_of(library)
    chosen = from_baseline((base, *others), baseline, library, lang)
    if len(chosen) < 2:
        raise InputError(f"collate takes two or more texts; {len(chosen)} given")
    return replace(collation_of(chosen), library=library)


def collation_of(definitions: Sequence[Definition]) -> Collation:
    """`collate` for definitions that are known.

    Args:
        definitions: The base, then the others; all in one language.

    Raises:
        InputError: There are fewer than two, or they are in several languages.
    """
    base, *others = definitions
    for other in others:
        if not comparable(base, other):
            raise InputError(
                f"collate takes texts in one language: '{base.id}' is in {base.lang}, "
                f"'{other.id}' in {other.lang}"
            )
    groups = _to_the_letter(definitions)
    sigla = {group: _siglum(number) for number, group in enumerate(groups)}
    first = next(group for group in groups if base in group)
    ordered = (first, *(group for group in groups if group is not first))
    scans = in_one_lexicon([scan(group[0].text, group[0].lang) for group in ordered])
    alignment = columns_from(columns_of_witnesses(scans))
    witnesses = tuple(Witness(sigla[group], group, one) for group, one in zip(ordered, scans, strict=True))
    return Collation(witnesses, alignment)


def _to_the_letter(definitions: Sequence[Definition]) -> list[tuple[Definition, ...]]:
    """The definitions by their texts, in chronological order."""
    groups: dict[str, list[Definition]] = {}
    for one in sorted(set(definitions), key=lambda one: (*chronological(one), one.text, one.label)):
        groups.setdefault(one.text, []).append(one)
    return [tuple(group) for group in groups.values()]


def _siglum(number: int) -> str:
    """A, B, … Z, AA, AB, …"""
    letters = ""
    number += 1
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters
