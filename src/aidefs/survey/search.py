"""What a search finds: hits with their context."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from aidefs.library.records import Definition
from aidefs.results import Result
from aidefs.tidy import Column, columns_of, observation

if TYPE_CHECKING:
    from aidefs.library.library import Library

__all__ = ["Concordance", "Hit"]


class Hit(NamedTuple):
    """One place where the wanted words stand.

    Attributes:
        definition: The definition.
        start: Offset of the first character (code points).
        end: Offset behind the last.
        elements: Elements of the reviewed segments that the hit touches, in order; empty where the
            record has no reviewed annotation.
        left: What stands before the hit, as many tokens as were asked for, white space included.
        right: What stands behind it.
    """

    definition: Definition
    start: int
    end: int
    elements: tuple[str, ...]
    left: str
    right: str

    @property
    def match(self) -> str:
        """The official characters that were found."""
        return self.definition.text[self.start : self.end]


_COLUMNS = columns_of("""
definition string Id of the definition
label string Its short name
lang string BCP 47 tag of its text
elements array Elements of the reviewed segments that the hit touches
start integer Offset of the first character, in code points from 0
end integer Offset behind the last character
left string What stands before the hit
match string Official characters that were found
right string What stands behind it
""")


@dataclass(frozen=True, slots=True, repr=False)
class Concordance(Result):
    """The hits of a search in the order of the definitions and of their texts.

    Attributes:
        query: What was looked for.
        hits: Where it stands.
        searched: Number of definitions that were read.
        library: The library that was used, None for the one that comes with aidefs.
    """

    query: str
    hits: tuple[Hit, ...]
    searched: int
    library: Library | None = field(default=None, compare=False, repr=False)

    def __len__(self) -> int:
        return len(self.hits)

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def __repr__(self) -> str:
        shown = self.query if len(self.query) <= 60 else self.query[:60] + "…"
        return f"<Concordance of {shown!r}: {len(self)} hits in {len(self.found_in)} definitions>"

    @property
    def found_in(self) -> tuple[str, ...]:
        """Ids of the definitions that have a hit, in order."""
        return tuple(dict.fromkeys(hit.definition.id for hit in self.hits))

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`."""
        return _COLUMNS

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row a hit."""
        return tuple(observation(_COLUMNS, _values(hit)) for hit in self.hits)

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/search/1"."""
        return {
            **self._stamp("search"),
            "query": self.query,
            "count": len(self.hits),
            "definitions": len(self.found_in),
            "searched": self.searched,
            "hits": [
                {
                    "id": hit.definition.id,
                    "label": hit.definition.label,
                    "lang": hit.definition.lang,
                    "elements": list(hit.elements),
                    "start": hit.start,
                    "end": hit.end,
                    "left": hit.left,
                    "match": hit.match,
                    "right": hit.right,
                }
                for hit in self.hits
            ],
        }


def _values(hit: Hit) -> dict[str, Any]:
    d = hit.definition
    return {**hit._asdict(), "definition": d.id, "label": d.label, "lang": d.lang, "match": hit.match}
