"""What is found: quotations with their place, source, faults and attribution."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from aidefs.alignment.edits import Edit
from aidefs.alignment.redline import edit_dict
from aidefs.library.records import Definition

__all__ = ["Attribution", "Extent", "Quotation", "Verdict"]

Verdict = Literal["exact", "punctuation", "changed", "paraphrase"]
Extent = Literal["whole", "definiens", "truncated"]


class Attribution(NamedTuple):
    """What the text around a passage names as its source.

    Attributes:
        named: Ids of the definitions that are named, the nearest first; empty where none is.
        fits: Whether the passage is one of these texts, another version of the same instrument, or equal
            to one of them letter for letter; None where nothing is named.
        mentions: The names as printed.
        provision: The article that is named nearby ("3(1)"), "" for none.
    """

    named: tuple[str, ...] = ()
    fits: bool | None = None
    mentions: tuple[str, ...] = ()
    provision: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "named": list(self.named),
            "fits": self.fits,
            "mentions": list(self.mentions),
            "provision": self.provision,
        }


@dataclass(frozen=True, repr=False)
class Quotation:
    """A passage that quotes or adapts a stored definition.

    Attributes:
        start: Offset of its first character in the text that was searched (code points).
        end: Offset behind its last character.
        text: The characters of the passage as printed, mark-up included.
        reading: The passage without mark-up.
        definition: The definition.
        official: The span of the official text that the passage is compared with.
        same_wording: Ids of other definitions whose definiens has the same words and punctuation.
        verdict: "exact"; "punctuation" (no word differs); "changed"; "paraphrase".
        extent: "whole"; "definiens" (without the words that introduce it); "truncated" (a part, or with
            an ellipsis).
        exact_matches: Ids of other stored texts that the passage equals letter for letter as a whole
            or in their definiens, superseded drafts among them.
        edits: The redline from the official text to the passage. `a` spans are offsets in the official
            text, `b` spans offsets in the text that was searched.
        faults: The edits that count: not those in quotation marks, brackets, enumerators or
            at an ellipsis.
        similarity: Of the words of the official span and the passage, 0 to 1.
        attribution: What is named nearby.
        score: Weight of the agreement, in words of five letters or more.
    """

    start: int
    end: int
    text: str
    reading: str
    definition: Definition
    official: tuple[int, int]
    same_wording: tuple[str, ...]
    verdict: Verdict
    extent: Extent
    exact_matches: tuple[str, ...]
    edits: tuple[Edit, ...]
    faults: tuple[Edit, ...]
    similarity: float
    attribution: Attribution
    score: float

    def __repr__(self) -> str:
        return (
            f"<Quotation of {self.definition.id} at {self.start}–{self.end}: {self.extent}, {self.verdict}>"
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, an entry of `quotations` in schema "aidefs/verification/1"."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "definition": self.definition.id,
            "same_wording": list(self.same_wording),
            "verdict": self.verdict,
            "extent": self.extent,
            "official": list(self.official),
            "exact_matches": list(self.exact_matches),
            "edits": [edit_dict(edit) for edit in self.edits],
            "faults": [edit_dict(edit) for edit in self.faults],
            "similarity": round(self.similarity, 4),
            "attribution": self.attribution.to_dict(),
        }
