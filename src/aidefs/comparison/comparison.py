"""The records of a comparison: pairs, rows, findings, and the whole, which knows who shares a wording."""

from __future__ import annotations

from functools import cached_property
from typing import Any, Literal

from aidefs.alignment.edits import Edit, WordCounts
from aidefs.alignment.redline import Redline, edit_dict
from aidefs.classes import NamedTuple, dataclass, field, replace
from aidefs.library.library import Library
from aidefs.library.records import Definition, definition_dict, distinct_names
from aidefs.library.taxonomy import Element
from aidefs.library.wordings import Wording, chronological, wording_key
from aidefs.results import Column, Result, columns_of, observation
from aidefs.segmentation.segmentation import Segmentation
from aidefs.segmentation.segments import FACET_COLUMNS, Cell, segment_dict
from aidefs.text.phrasebook import Language

__all__ = [
    "STATUSES",
    "Collapsed",
    "Comparison",
    "FacetChange",
    "Finding",
    "Pair",
    "Row",
    "SeamChange",
    "Status",
    "collapsed",
]


Status = Literal[
    "identical",
    "punctuation only",
    "reworded",
    "other language",
    "only in A",
    "only in B",
    "absent",
    "unknown",
]
STATUSES: tuple[Status, ...] = (
    "identical", "punctuation only", "reworded", "other language", "only in A", "only in B", "absent",
    "unknown",
)  # fmt: skip


_COLUMNS = (
    columns_of("""
element string Id of the element
label string Its name
group string Its group
id string Id of the definition
name string Name of the definition in tables
lang string BCP 47 tag of its text
baseline boolean Whether the others are compared with it
present boolean Whether the definition has the element; none where it cannot be read
text string Official words, with " … " where other elements stand between; none where there are none
status string How the words relate to those of the baseline; none for the baseline itself
moved boolean Whether the element stands at another place than in the baseline
similarity number Of the words to those of the baseline, 0 to 1; none across languages
""")
    + FACET_COLUMNS
)


class FacetChange(NamedTuple):
    """A facet in which two cells differ.

    Attributes:
        facet: "modal", "position", "open_list", "items", "negated", "machine_based" or "genus".
        values: Its value in A and in B.
    """

    facet: str
    values: tuple[Any, Any]

    @property
    def added(self) -> tuple[str, ...]:
        """Items of B that A does not have."""
        return tuple(x for x in self.values[1] if x not in self.values[0]) if self.facet == "items" else ()

    @property
    def removed(self) -> tuple[str, ...]:
        """Items of A that B does not have."""
        return tuple(x for x in self.values[0] if x not in self.values[1]) if self.facet == "items" else ()

    @property
    def reordered(self) -> bool:
        """Whether the items that both have stand in another order."""
        if self.facet != "items":
            return False
        kept = [[x for x in self.values[k] if x in self.values[1 - k]] for k in (0, 1)]
        return kept[0] != kept[1]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form; lists in place of tuples."""
        result: dict[str, Any] = {
            "facet": self.facet,
            "values": [list(v) if isinstance(v, tuple) else v for v in self.values],
        }
        if self.facet == "items":
            result |= {"added": list(self.added), "removed": list(self.removed), "reordered": self.reordered}
        return result


class SeamChange(NamedTuple):
    """Words that join a piece to its neighbours, "and" or "that", in which two cells differ.

    Attributes:
        old: Words that A has, "" for none.
        new: Words that B has in their place, "" for none.
    """

    old: str
    new: str

    @property
    def note(self) -> str:
        """The change in words: "and" added."""
        if self.old and self.new:
            return f'"{self.new}" for "{self.old}"'
        return f'"{self.new}" added' if self.new else f'"{self.old}" left out'

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {"values": [self.old, self.new], "note": self.note}


class Pair(NamedTuple):
    """One row of the baseline (A) and one further definition (B).

    Attributes:
        status: How the wordings relate; "unknown" where the element cannot be read in one of the texts.
        moved: Whether the element stands at another place, among the elements that both texts have or
            as a sentence of its own instead of in the defining clause.
        words: Words kept, deleted and inserted, without those that only join the pieces of a text.
        edits: The edit script, with spans in the official texts.
        facet_changes: Facets that differ.
        seam_changes: Words that join the piece to its neighbours and differ; they are shown among the edits,
            and decide neither status nor similarity.
    """

    status: Status
    moved: bool
    words: WordCounts
    edits: tuple[Edit, ...]
    facet_changes: tuple[FacetChange, ...]
    seam_changes: tuple[SeamChange, ...] = ()

    @property
    def marked(self) -> bool:
        """Whether both have the element and anything in their words is to be marked."""
        return self.status in ("reworded", "punctuation only") or bool(self.seam_changes)

    @property
    def similarity(self) -> float | None:
        """2·equal / (2·equal + deleted + inserted), in words of this row; 0 to 1.

        None where the cells are in different languages, whose words are not compared, or where one of
        them cannot be read.
        """
        return None if self.status in ("other language", "unknown") else self.words.similarity


class Row(NamedTuple):
    """One element in all definitions.

    Attributes:
        element: The element.
        cells: One a definition, the baseline first.
        pairs: One a further definition, each with the baseline.
    """

    element: Element
    cells: tuple[Cell, ...]
    pairs: tuple[Pair, ...]

    @property
    def absent(self) -> bool:
        """Whether no definition has the element, and each could be read for it."""
        return not any(cell.segments or cell.unread for cell in self.cells)

    @property
    def empty(self) -> bool:
        """Whether no words on the element were found in any definition."""
        return not any(cell.segments for cell in self.cells)

    def facts(self, k: int) -> dict[str, Any]:
        """What the row says of definition `k`; nothing relates the baseline to itself."""
        cell = self.cells[k]
        pair = self.pairs[k - 1] if k else None
        facets: dict[str, Any] = cell.facets._asdict()
        if not cell.segments:
            facets = dict.fromkeys(facets)
        return {
            **self.element._asdict(),
            **facets,
            "element": self.element.id,
            "baseline": k == 0,
            "present": None if cell.unread else bool(cell.segments),
            "text": cell.text,
            "status": pair.status if pair else None,
            "moved": pair.moved if pair else None,
            "similarity": _rounded(pair.similarity) if pair else None,
        }

    def __repr__(self) -> str:
        return f"<Row {self.element.id}: {', '.join(pair.status for pair in self.pairs)}>"


class Finding(NamedTuple):
    """A sentence on one row.

    Attributes:
        element: Id of the element of the row.
        kind: "another term", "only in one", "genus", "modal", "moved", "negation", "items", "open list",
            "reworded", "punctuation" or "not recognised".
        parts: The sentence in parts, each with a flag that says whether it is official words.
        pair: Index of the pair it is about.
    """

    element: str
    kind: str
    parts: tuple[tuple[str, bool], ...]
    pair: int = 0

    @property
    def text(self) -> str:
        """The sentence, official words between asterisks."""
        return "".join(f"*{words}*" if official else words for words, official in self.parts)

    def __repr__(self) -> str:
        return f"<Finding: {self.text}>"


@dataclass(frozen=True, repr=False)
class Comparison(Result):
    """Definitions side by side, element by element.

    Attributes:
        definitions: The definitions, the baseline first.
        segmentations: How each was cut into elements, and whether by a scholar or automatically.
        rows: One a chosen element, in the order of the taxonomy.
        redlines: The whole texts, baseline against each further definition.
        findings: Sentences made from the rows, most important first.
        names: How the definitions are called, each differently.
        comparable: Per pair, whether the two texts are in one language.
        library: The library that was used, None for the one that comes with aidefs.
        brief: Whether it shows its findings and its summary alone; data and data frames hold all of it.
        language: Of its own words, the findings among them: "en" or "fr".
    """

    definitions: tuple[Definition, ...]
    segmentations: tuple[Segmentation, ...]
    rows: tuple[Row, ...]
    redlines: tuple[Redline, ...]
    findings: tuple[Finding, ...]
    names: tuple[str, ...]
    comparable: tuple[bool, ...]
    library: Library | None = field(default=None, compare=False, repr=False)
    brief: bool = field(default=False, compare=False, repr=False)
    language: Language = field(default="en", repr=False)

    @cached_property
    def summaries(self) -> tuple[dict[str, Any], ...]:
        """For each pair `similarity` over all rows, `text_similarity` of running texts, rows by status.

        The first is None where no more than the frame could be read and is shared: its words say nothing.
        """
        result: list[dict[str, Any]] = []
        for k, line in enumerate(self.redlines):
            pairs = [row.pairs[k] for row in self.rows]
            words = WordCounts(*(sum(p.words[n] for p in pairs) for n in range(3)))
            counts: dict[str, int] = {s: sum(p.status == s for p in pairs) for s in STATUSES}
            alike = self.comparable[k]
            if alike:
                del counts["other language"]
            measured = alike and any(p.similarity is not None for p in pairs)
            if any(p.status == "unknown" for p in pairs):
                # Where the rows that could be compared share no more than their frames, the others decide.
                shared = [row.pairs[k].words.equal for row in self.rows if row.element.group != "frame"]
                measured = measured and any(shared)
            result.append(
                {
                    "similarity": _rounded(words.similarity) if measured else None,
                    "text_similarity": _rounded(line.similarity) if alike else None,
                    **counts,
                    "moved": sum(p.moved for p in pairs),
                }
            )
        return tuple(result)

    def __repr__(self) -> str:
        names = ", ".join(d.id for d in self.definitions)
        elements = sum(not row.absent for row in self.rows)  # as many as the summary counts
        return f"<Comparison of {names}: {elements} elements, {len(self.findings)} findings>"

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`."""
        return _COLUMNS

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row an element and definition; elements in the order of the rows, the baseline first."""
        return tuple(
            observation(_COLUMNS, {**one.facts(k), "id": d.id, "name": name, "lang": d.lang})
            for one in self.rows
            for k, (d, name) in enumerate(zip(self.definitions, self.names, strict=True))
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/comparison/2"."""
        library = self.library or Library.shipped()
        return {
            **self._stamp("comparison", 2),
            "definitions": [
                {
                    **definition_dict(d, library.alias_of(d.id)),
                    **({"lang_recognised": True} if d.lang_recognised else {}),
                    "method": s.method,
                }
                for d, s in zip(self.definitions, self.segmentations, strict=True)
            ],
            "rows": [_row_dict(row) for row in self.rows],
            "redlines": [{"edits": [edit_dict(e) for e in line.edits]} for line in self.redlines],
            "findings": [
                {"element": f.element, "pair": f.pair, "kind": f.kind, "text": f.text} for f in self.findings
            ],
            "summaries": list(self.summaries),
        }


def _rounded(similarity: float | None) -> float | None:
    return None if similarity is None else round(similarity, 4)


def _row_dict(row: Row) -> dict[str, Any]:
    return {
        "element": row.element.id,
        "label": row.element.label,
        "group": row.element.group,
        "cells": [{"segments": [segment_dict(s) for s in cell.segments]} for cell in row.cells],
        "pairs": [
            {
                "status": pair.status,
                "moved": pair.moved,
                "similarity": _rounded(pair.similarity),
                "facet_changes": [change.to_dict() for change in pair.facet_changes],
                "seam_changes": [change.to_dict() for change in pair.seam_changes],
                "edits": [edit_dict(edit) for edit in pair.edits],
            }
            for pair in row.pairs
        ],
    }


# --- identical wordings in one column ----------------------------------------------------------


class Collapsed(NamedTuple):
    """A comparison in which no wording stands twice.

    Attributes:
        comparison: One definition a wording, the baseline first.
        wordings: Who shares each, in the order of the columns.
    """

    comparison: Comparison
    wordings: tuple[Wording, ...]


def collapsed(result: Comparison) -> Collapsed:
    """Put identical wordings together.

    The columns keep their order. In each the baseline stands for the others, or else the earliest
    definition, whichever was named first. Two texts are kept apart where they are cut differently, and
    so are two definitions that are all there is to compare.
    """
    groups: dict[tuple[object, ...], list[int]] = {}
    if len(result.definitions) > 2:
        for k, cut in enumerate(result.segmentations):
            groups.setdefault(_key(cut), []).append(k)
    if len(groups) < 2:
        return Collapsed(result, tuple(Wording((one,), one.text) for one in result.definitions))
    columns = list(groups.values())

    def rank(k: int) -> tuple[object, ...]:
        return k != 0, *chronological(result.definitions[k])

    columns = [sorted(group, key=rank) for group in columns]
    named = (tuple(result.definitions[k] for k in group) for group in columns)
    wordings = tuple(Wording(group, group[0].text) for group in named)
    return Collapsed(_restricted(result, [group[0] for group in columns]), wordings)


def _key(cut: Segmentation) -> tuple[object, ...]:
    parts = tuple((one.element, wording_key(one.text, cut.lang)) for one in cut.segments)
    return wording_key(cut.text, cut.lang), parts


def _restricted(result: Comparison, kept: list[int]) -> Comparison:
    """The comparison with some columns only; the first is the baseline and always stays."""
    pair = {k - 1: n for n, k in enumerate(kept[1:])}
    return replace(
        result,
        definitions=tuple(result.definitions[k] for k in kept),
        segmentations=tuple(result.segmentations[k] for k in kept),
        rows=tuple(
            Row(row.element, tuple(row.cells[k] for k in kept), tuple(row.pairs[k] for k in pair))
            for row in result.rows
        ),
        redlines=tuple(result.redlines[k] for k in pair),
        names=distinct_names(tuple(result.definitions[k] for k in kept)),
        comparable=tuple(result.comparable[k] for k in pair),
        findings=tuple(f._replace(pair=pair[f.pair]) for f in result.findings if f.pair in pair),
    )
