"""The scores of the pieces of a text, and the roles of elements that its structure points to."""

from __future__ import annotations

from dataclasses import dataclass, field

from aidefs.segmentation.decoding import Scores
from aidefs.segmentation.segments import Evidence

__all__ = ["LEFT_OVER", "Roles", "Scoring"]

LEFT_OVER = "nothing else speaks for it"


@dataclass(frozen=True, slots=True)
class Roles:
    """The elements of a taxonomy that the structure of a definition itself points to; "" where it has none.

    Attributes:
        frame: Term and connector.
        genus: What kind of thing the term is.
        left_over: What no other element covers.
    """

    frame: str = ""
    genus: str = ""
    left_over: str = ""


@dataclass(slots=True)
class Scoring:
    """Scores of the pieces and the evidence behind them.

    Attributes:
        scores: For each piece: element → score.
        evidence: For each piece: element → what speaks for it, with its weight.
    """

    scores: Scores
    evidence: list[dict[str, list[tuple[float, Evidence]]]] = field(default_factory=list)

    def add(self, at: int, element: str, weight: float, evidence: Evidence | None = None) -> None:
        if not element:
            return
        self.scores[at][element] = self.scores[at].get(element, 0.0) + weight
        if evidence is not None:
            self.evidence[at].setdefault(element, []).append((weight, evidence))
