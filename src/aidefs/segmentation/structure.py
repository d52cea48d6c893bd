"""What the place of a piece in its clause says: the slot of the genus, exclusions, what is left over."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from aidefs.segmentation import english as g
from aidefs.segmentation.phrases import Link, Piece
from aidefs.segmentation.scores import LEFT_OVER, Roles, Scoring
from aidefs.segmentation.segments import Evidence
from aidefs.text.columns import Columns

__all__ = ["add_running_scope", "add_structure", "scope_opener"]

_FRAME = 50.0  # what stands before the connector is frame and nothing else is
_GENUS = 8.0  # the phrase behind the connector fills the slot of the genus, circular or not (rule 9)
_GENUS_OF = 0.8  # "a form of automated processing": the noun that counts may stand behind "of"
_LIMB_GENUS = 3.0  # a limb that begins "A system …" is a definition of its own
_GENUS_ELSEWHERE = -1.5  # a genus is a noun phrase: a clause on it is another element
_LEFT_OVER = 0.5  # words that nothing speaks for are scope (rule 10)
_CASE = 2.0  # "where …" says in what cases the term applies
_RUNS_ON = 6.0  # an exclusion or an alternative condition runs to the end of its sentence
# Links of pieces that can be left over; a list item or an of-phrase without a cue goes with its head.
_INDEPENDENT = frozenset(
    {Link.SENTENCE, Link.LIMB, Link.STOP, Link.RELATIVE, Link.SUBORDINATE, Link.VERB, Link.PARTICIPLE}
)
# Conjunctions that state an exclusion or an alternative; "when" and "where" only qualify.
_CONDITION = g.words("whether unless except excluding provided regardless irrespective")
# "AI includes several approaches" says how it is built.
_WAYS = ("approach", "technique", "method", "algorithm")
# "AI systems can be used in …": forms and areas of use, whatever they name in passing.
_USED = g.words("applied deployed embedded embodied found implemented incorporated integrated used")
_INCLUDED = "what the term includes"


def add_structure(result: Scoring, pieces: Sequence[Piece], columns: Columns, roles: Roles) -> set[int]:
    limbs_define = _limbs_define(pieces, columns)
    in_genus = False
    genus = set()
    for at, piece in enumerate(pieces):
        if piece.link is Link.FRAME:
            result.add(at, roles.frame, _FRAME, Evidence("clause", Link.FRAME.value))
            continue
        result.add(at, roles.frame, -_FRAME)
        in_genus = in_genus and piece.link in {Link.OF, Link.ITEM, Link.ADJUNCT, Link.LIST}
        if piece.link is Link.GENUS and not _begins_predicate(piece, columns):
            in_genus = True
            result.add(at, roles.genus, _GENUS, Evidence("clause", Link.GENUS.value))
        elif piece.link is Link.ALTERNATIVE:
            in_genus = True
            result.add(at, roles.genus, _LIMB_GENUS, Evidence("clause", piece.link.value))
        elif limbs_define and _is_limb(piece, columns) and _is_noun_phrase(piece, columns):
            in_genus = True
            result.add(at, roles.genus, _LIMB_GENUS, Evidence("clause", "the limb begins with a noun"))
        elif not in_genus:
            result.add(at, roles.genus, _GENUS_ELSEWHERE)
            # "when exposed to data" and "capable of …" say nothing yet, and go with what they lead to.
            leads = columns.keys[piece.head] in g.POSTPOSED if piece.head >= 0 else False
            qualifies = leads or columns.keys[piece.start] in {"when", "if"}
            if piece.link in _INDEPENDENT | {Link.GENUS} and not (piece.in_list or qualifies):
                weight = _CASE if columns.keys[piece.start] == "where" else _LEFT_OVER
                result.add(at, roles.left_over, weight, Evidence("clause", LEFT_OVER))
        if in_genus:
            genus.add(at)
            if piece.link is Link.OF:
                result.add(at, roles.genus, _GENUS_OF)
    return genus


def _begins_predicate(piece: Piece, columns: Columns) -> bool:
    """Whether the first piece lacks a noun: "capable of …", "to generate …", "in section 2 of …"."""
    first, head = columns.keys[piece.start], columns.keys[piece.head] if piece.head >= 0 else ""
    if first == "that" and piece.start and columns.keys[piece.start - 1] in {"is", "are"}:
        return False  # "AI is that activity which …"
    return first in g.RELATIVE | g.ADJUNCT | {"to"} or head in g.POSTPOSED


def _is_limb(piece: Piece, columns: Columns) -> bool:
    return piece.link in {Link.LIMB, Link.NOUN_LIMB} or columns.kinds[piece.start] == 1


def _is_noun_phrase(piece: Piece, columns: Columns) -> bool:
    words = [columns.keys[i] for i in range(piece.start, piece.end) if columns.kinds[i] == 2]
    words = [word for word in words[:3] if word not in g.CONJUNCTION]
    return bool(words) and (words[0] in g.DETERMINER or not (g.is_verb(words[0]) or words[0] in g.FUNCTION))


def _limbs_define(pieces: Sequence[Piece], columns: Columns) -> bool:
    """Whether the enumerated limbs are definitions of their own: the first follows the frame at once."""
    first = next((piece for piece in pieces if piece.link is not Link.FRAME), None)
    return first is not None and columns.kinds[first.start] == 1


def add_running_scope(result: Scoring, pieces: Sequence[Piece], columns: Columns, roles: Roles) -> None:
    running, reason = -1, ""
    for at, piece in enumerate(pieces):
        if reason == _INCLUDED and piece.link is Link.RELATIVE:
            running = -1  # "and shall include systems that analyse data": the clause says what they do
        if piece.sentence == running:
            result.add(at, roles.left_over, _RUNS_ON, Evidence("clause", f"{reason} runs on"))
            continue
        reason = scope_opener(piece, columns)
        if reason:
            running = piece.sentence
            result.add(at, roles.left_over, _RUNS_ON, Evidence("clause", reason))


def scope_opener(piece: Piece, columns: Columns) -> str:
    """What makes the rest of a sentence scope from this piece on, "" where nothing does."""
    keys = columns.keys[piece.start : piece.end]
    if piece.link is Link.SUBORDINATE and _CONDITION & set(keys[:3]):
        return "condition or exception"
    pairs = set(pairwise(keys))
    if any(("not", verb) in pairs for verb in ("include", "mean", "apply", "cover", "extend")):
        return "exclusion"
    if piece.link in {Link.SENTENCE, Link.VERB} and _includes(columns.keys[piece.start : piece.start + 12]):
        return _INCLUDED
    if piece.link is Link.SENTENCE and columns.kinds[piece.start] != 1 and _of_use(keys):
        return "form or area of use"
    return ""


def _of_use(keys: Sequence[str]) -> bool:
    """Whether a sentence says in what forms or where the thing is used ("can be embedded in …")."""
    for at in range(len(keys) - 2):
        if keys[at] in {"can", "may"} and keys[at + 1] == "be":
            return any(key in _USED or key.endswith("-based") for key in keys[at + 2 : at + 5])
    return False


def _includes(keys: Sequence[str]) -> bool:
    """Whether a sentence says what the term includes ("AI includes generative AI"), not how it is built."""
    at = next((i for i, key in enumerate(keys[:8]) if key in {"include", "includes"}), -1)
    if at < 0 or any(key.startswith(_WAYS) for key in keys[at + 1 : at + 5]):
        return False
    return keys[at] == "includes" or keys[at - 1] == "shall"
