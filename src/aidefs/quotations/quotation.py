"""What is found: quotations with their place, source, faults and attribution."""

from __future__ import annotations

from typing import Any, Literal

from aidefs.alignment.edits import Edit
from aidefs.alignment.redline import edit_dict
from aidefs.classes import NamedTuple, dataclass, field
from aidefs.library.records import Definition
from aidefs.quotations.severity import Severity, rest_of_sentence

__all__ = [
    "VERDICTS",
    "Attribution",
    "Claim",
    "Extent",
    "How",
    "Quotation",
    "Reproach",
    "Unchecked",
    "Verdict",
]

Verdict = Literal["exact", "punctuation", "changed", "paraphrase", "not found"]
VERDICTS: tuple[Verdict, ...] = ("exact", "punctuation", "changed", "paraphrase", "not found")
Extent = Literal["whole", "definiens", "truncated", "fragment"]
Claim = Literal["quoted", "block", "cell", "unmarked"]
How = Literal["sentence", "label", "heading", "table", "footnote", "link", "citation key", "file", ""]
Reproach = Literal["wording", "source"]


class Attribution(NamedTuple):
    """What the text around a passage names as its source.

    Attributes:
        named: Ids of the definitions that are named, the nearest first; empty where none is.
        fits: Whether the passage is one of these texts, another version of the same instrument, or equal
            to one of them letter for letter; None where nothing is named.
        mentions: The names as printed.
        provision: The article that is named nearby ("3(1)"), "" for none.
        how: How they are named: in the "sentence" or one before it, in a "label", "heading", "table" or
            "footnote", in the sentence by nothing but a "link" or a "citation key", or by what the "file"
            says of itself; "" for names that stand further away.
        unknown: The instrument that is named as the source and is not in the collection, "" for none.
    """

    named: tuple[str, ...] = ()
    fits: bool | None = None
    mentions: tuple[str, ...] = ()
    provision: str = ""
    how: How = ""
    unknown: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "named": list(self.named),
            "fits": self.fits,
            "mentions": list(self.mentions),
            "provision": self.provision,
            "how": self.how or None,
            "unknown": self.unknown or None,
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
        verdict: "exact"; "punctuation" (no word differs); "changed"; "paraphrase"; "not found" (in no version
            of the text that is named).
        extent: "whole"; "definiens" (without the words that introduce it); "truncated" (a part, or with
            an ellipsis); "fragment" (a few words).
        claim: How it is presented: "quoted" between marks, as a "block" or a "cell", or "unmarked".
        exact_matches: Ids of other stored texts that the passage equals letter for letter as a whole
            or in their definiens, superseded drafts among them.
        edits: The redline from the official text to the passage. `a` spans are offsets in the official
            text, `b` spans offsets in the text that was searched.
        faults: The edits that count: not those in quotation marks, brackets, enumerators or
            at an ellipsis.
        similarity: Of the words of the official span and the passage, 0 to 1.
        attribution: What is named nearby.
        score: Weight of the agreement, in words of five letters or more.
        severity: How grave the gravest fault is: "condition" (it is given as whole, and the text goes on
            with an exception or a proviso), "operator", "words" or "punctuation"; None without one.
        truncated_condition: Whether it ends before a condition or exception of the official text, or begins
            or ends at a word that carries its rule (may, can, not).
        reproach: What the author has to mend: "wording", "source".
        reason: Why nothing is reproached though something differs, or what is; one sentence.
        earlier: Whether it has words of an earlier version, where it departs from the text in force.
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
    claim: Claim
    exact_matches: tuple[str, ...]
    edits: tuple[Edit, ...]
    faults: tuple[Edit, ...]
    similarity: float
    attribution: Attribution
    score: float
    severity: Severity | None = None
    truncated_condition: bool = False
    reproach: tuple[Reproach, ...] = ()
    reason: str = ""
    earlier: bool = field(default=False, compare=False)

    @property
    def wrong(self) -> bool:
        """Whether the author has something to mend."""
        return bool(self.reproach)

    @property
    def left_off(self) -> str:
        """The exception or proviso before which it ends, where that is its fault; "" where it is not."""
        cut = self.wrong and self.severity == "condition"
        return rest_of_sentence(self.definition.text, self.official[1]) if cut else ""

    def __repr__(self) -> str:
        return (
            f"<Quotation of {self.definition.id} at {self.start}–{self.end}: {self.extent}, {self.verdict}>"
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, an entry of `quotations` in schema "aidefs/verification/2"."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "definition": self.definition.id,
            "same_wording": list(self.same_wording),
            "verdict": self.verdict,
            "extent": self.extent,
            "claim": self.claim,
            "official": list(self.official),
            "exact_matches": list(self.exact_matches),
            "edits": [edit_dict(edit) for edit in self.edits],
            "faults": [edit_dict(edit) for edit in self.faults],
            "similarity": round(self.similarity, 4),
            "attribution": self.attribution.to_dict(),
            "wrong": self.wrong,
            "severity": self.severity,
            "truncated_condition": self.truncated_condition,
            "reproach": list(self.reproach),
            "reason": self.reason,
        }


class Unchecked(NamedTuple):
    """A quotation that could not be checked.

    Attributes:
        start: Offset of its first character in the text.
        end: Offset behind its last character.
        why: What is missing, in a few words.
    """

    start: int
    end: int
    why: str
