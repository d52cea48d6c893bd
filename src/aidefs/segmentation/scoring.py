"""What speaks for an element in a piece: cues, its place in the clause, the nearest reviewed wording.

A plain cue says 2, a strong one 4, a weak one 1 (`cues`); the weights below, those of `structure` and the
costs of `decode` are set against that scale. Where a rule of
docs/elements.md stands behind a number, the comment names it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from aidefs.segmentation import english as g
from aidefs.segmentation.decoding import CLAUSAL
from aidefs.segmentation.exemplars import Witness
from aidefs.segmentation.phrases import Link, Piece
from aidefs.segmentation.scores import Roles, Scoring
from aidefs.segmentation.segments import Evidence
from aidefs.segmentation.structure import add_running_scope, add_structure
from aidefs.text.columns import Columns
from aidefs.text.cues import Match

__all__ = ["score"]

_FURTHER = (1.0, 0.5, 0.25)  # each further cue of an element in a piece counts for less
_DEPENDENT = 0.35  # rule 1, head decides: what a cue inside a list is worth
_DEPENDENT_CLAUSE = 0.7  # ... inside a clause that may hang on the last item or on the whole list
_IN_GENUS = 0.6  # ... and inside the genus, which may name anything (rule 9)
_BEHIND_HEAD = 0.75  # ... and what it is worth behind the head of its piece
_NEAREST = 1.0  # each content word beyond the first few of the run that a reviewed wording shares
_TOO_SHORT = 3  # content words of a run that say nothing yet: "a machine learning model" is everywhere
_NEAREST_MOST = 6.0


def _add_cues(
    result: Scoring,
    pieces: Sequence[Piece],
    columns: Columns,
    matches: Sequence[Match],
    genus: Collection[int],
    roles: Roles,
) -> None:
    owner = {token: n for n, piece in enumerate(pieces) for token in range(piece.start, piece.end)}
    found: dict[tuple[int, str], list[tuple[float, Match]]] = {}
    for match in matches:
        for at in sorted({owner[token] for token in match.tokens if token in owner}):
            piece = pieces[at]
            weight = match.cue.weight
            if piece.in_list or _in_series(pieces, at):
                weight *= _DEPENDENT_CLAUSE if piece.link in CLAUSAL or piece.tail else _DEPENDENT
            elif piece.head not in match.tokens:
                weight *= _BEHIND_HEAD
            if roles.genus and at in genus and match.cue.element != roles.genus:
                weight *= _IN_GENUS
            found.setdefault((at, match.cue.element), []).append((weight, match))
    for (at, element), hits in found.items():
        hits.sort(key=lambda hit: -hit[0])
        for (weight, match), share in zip(hits, _FURTHER, strict=False):
            result.add(at, element, weight * share, Evidence("cue", _wording(columns, match)))


def _in_series(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a piece continues a series ("planning, creativity and autonomy") that nothing introduces."""
    pair = pieces[max(0, at - 1) : at + 1]
    return pieces[at].link is Link.ITEM and (
        pieces[at].comma or any(one.comma and one.link is Link.ITEM for one in pair)
    )


def _words(piece: Piece, columns: Columns) -> list[int]:
    return [i for i in range(piece.start, piece.end) if columns.kinds[i] == 2]


def _wording(columns: Columns, match: Match) -> str:
    """The words in which a cue was found, with an ellipsis for a gap that is not empty."""
    shown: list[str] = []
    last = match.tokens[0]
    for at in match.tokens:
        if any(columns.kinds[i] == 2 for i in range(last + 1, at)):
            shown.append("…")
        shown.append(columns.printed(at, at + 1))
        last = at
    return " ".join(shown)


def _add_nearest(
    result: Scoring, pieces: Sequence[Piece], columns: Columns, near: Mapping[int, Witness]
) -> None:
    for at, piece in enumerate(pieces):
        words = [i for i in _words(piece, columns) if columns.keys[i] not in g.FUNCTION]
        if not words:
            continue
        if not piece.bare_modal:
            words = [i for i in words if columns.keys[i] not in g.MODAL]
        said: dict[str, list[int]] = {}
        for i in words:
            if i in near:
                said.setdefault(near[i].element, []).append(i)
        for element, where in said.items():
            longest = max((near[i] for i in where), key=lambda witness: witness.content)
            telling = max(0, longest.content - _TOO_SHORT)
            weight = min(_NEAREST_MOST, _NEAREST * telling) * len(where) / len(words)
            if piece.in_list:
                weight *= _DEPENDENT
            wording = columns.printed(where[0], where[-1] + 1)
            result.add(at, element, weight, Evidence("nearest", " ".join(wording.split()), longest.source))


def score(
    pieces: Sequence[Piece],
    columns: Columns,
    matches: Sequence[Match],
    near: Mapping[int, Witness],
    roles: Roles,
) -> Scoring:
    """Score every piece for every element."""
    result = Scoring([{} for _ in pieces], [{} for _ in pieces])
    genus = add_structure(result, pieces, columns, roles)
    _add_cues(result, pieces, columns, matches, genus, roles)
    add_running_scope(result, pieces, columns, roles)
    _add_nearest(result, pieces, columns, near)
    return result
