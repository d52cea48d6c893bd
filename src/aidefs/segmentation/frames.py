"""Where a definition stops naming its term and begins to define it.

The frame is the definiendum with its connector ("For the purposes of this Act, “AI” means"). It is found
by its form alone: a connector counts only where nothing before it can already be part of the definiens.
"""

from __future__ import annotations

from collections.abc import Sequence

from aidefs.segmentation.english import (
    ADJUNCT,
    DETERMINER,
    MODAL,
    POSTPOSED,
    PRONOUN,
    RELATIVE,
    is_participle,
    is_verb,
    word_class,
)

__all__ = ["frame_end"]

_REACH = 60  # tokens in which a connector is looked for; longer preambles name no term
_DEFINING_AS = word_class(
    "approach approaches conceive conceived conceives consider considered considers deemed define "
    "defined defines describe described describes refer referred refers regard regarded regards taken "
    "treat treats understand understands understood view views"
)
_NO_NOUN_AFTER = frozenset({"of", "by", "to", "through"})
_MEANS_AS_NOUN = frozenset({"by", "through", "via", "a", "other", "such"})  # "through electronic means"
_BEHIND_PASSIVE = ADJUNCT | {"to", "as", "and", "or", ",", ".", ";"}
_INTRODUCING = frozenset({"for", "in", "under", "as", "within"})
_NOT_DEFINED = word_class("not to also often commonly typically only capable able based")
_PASSIVE = word_class("is are be commonly generally often typically usually")
# "AI comprises …": verbs that connect a bare term, and nothing longer, with its definition.
_EQUATING = word_class("comprises constitutes covers describes encompasses")
# Behind "has the meaning": words that only lead to the source ("… given that term in section 5").
_LENDING = word_class("as ascribed assigned given provided same set forth specified the that such term it to")


def _phrase(keys: Sequence[str], at: int, *words: str) -> bool:
    return tuple(keys[at : at + len(words)]) == words


def _absorb(keys: Sequence[str], at: int, end: int) -> int:
    """Skip the punctuation that closes a connector ("means:", "means—")."""
    while at < end and keys[at] in {":", ",", "-"}:
        at += 1
    return at


def _short_subject(keys: Sequence[str], start: int, at: int) -> bool:
    """Whether the words before a copula, a dash or a colon can be a bare term."""
    while start < at and keys[start][:1] in {"(", *"0123456789"}:
        start += 1  # the number of the provision
    if keys[start] in _INTRODUCING:
        if "," not in keys[start:at]:
            return False  # "In this Act: “AI” means …"
        start = start + 1 + list(keys[start:at]).index(",")  # "For the purposes of this Act, …"
    named = [key for key in keys[start:at] if key[:1].isalnum() or key[:1] == "("]
    return (
        0 < len(named) <= 9
        and named[0] != "there"
        and not any(word in RELATIVE | MODAL | {"to", "by", "with"} for word in named)
    )


def _as_end(keys: Sequence[str], at: int, end: int) -> int:
    """The end of "refers to an AI system as", 0 where no "as" follows soon."""
    for j in range(at + 1, min(at + 9, end - 1)):
        if keys[j] in {",", ";", "."} | RELATIVE or (keys[j] == "as" and keys[j - 1] == "such"):
            return 0
        if keys[j] == "as":
            return j + (2 if keys[j + 1] == "being" else 1)
    return 0


def _connector(keys: Sequence[str], start: int, at: int, end: int) -> int:
    """The end of the connector that begins at a token, 0 where none begins there."""
    key, after = keys[at], keys[at + 1] if at + 1 < end else ""
    if key == "means" and after not in _NO_NOUN_AFTER:
        return 0 if _MEANS_AS_NOUN & set(keys[max(start, at - 3) : at]) else at + 1
    if key == "mean" and keys[at - 1] in {"we", "i"}:
        return at + 1  # "By “AI” we mean …"
    if key in {"mean", "include", "includes", "describe"} and keys[at - 1] in MODAL | {"will", "to"}:
        return at + 1
    if key in {"denotes", "designates", "signifies"}:
        return at + 1
    if key in _EQUATING and after != "as" and _short_subject(keys, start, at):
        return at + 1
    if key in {"has", "have"} and "meaning" in keys[at + 1 : at + 5]:
        # A meaning borrowed and then spelled out: the words up to the colon only name the source.
        colons = [j for j in range(at, end - 1) if keys[j] == ":"]
        return colons[0] + 1 if colons else _borrowed(keys, keys.index("meaning", at) + 1, end)
    if key in _DEFINING_AS and tuple(keys[at + 1 : at + 3]) == ("to", "be") and keys[at - 1] in _PASSIVE:
        return at + 3  # "is considered to be"
    if key in _DEFINING_AS and (stop := _as_end(keys, at, end)):
        return stop
    if key in {"refers", "refer"} and after == "to":
        return at + 2
    if key in {"is", "are"} and _short_subject(keys, start, at):
        if stop := _is_a_term(keys, at + 1, end):
            return stop
        if after == "that" and keys[at + 2 : at + 3] and not _begins_clause(keys[at + 2]):
            return at + 1  # "AI is that activity which …"
        # "are designed to …" is a predicate, "are automated processes" a definition.
        passive = is_participle(after) and keys[at + 2 : at + 3] and keys[at + 2] in _BEHIND_PASSIVE
        nominal = not passive and after not in POSTPOSED | RELATIVE | _NOT_DEFINED
        return at + 1 if after in DETERMINER or nominal else 0
    return 0


def _borrowed(keys: Sequence[str], at: int, end: int) -> int:
    """The end of "has the meaning given that term", before the source of the meaning."""
    while at < end - 1 and keys[at] in _LENDING:
        at += 1
    return at


def _is_a_term(keys: Sequence[str], at: int, end: int) -> int:
    """The end of "is an umbrella term for" and "is a term used to describe", 0 where it is not that."""
    for j in range(at, min(at + 5, end - 1)):
        if keys[j] != "term":
            continue
        if keys[j + 1] in {"for", "describing", "covering"}:
            return j + 2
        verbs = {"describe", "describes", "mean", "means", "to", "covers"}
        found = [i for i in range(j + 1, min(j + 6, end)) if keys[i] in verbs]
        return found[-1] + 1 if found else 0
    return 0


def _begins_clause(key: str) -> bool:
    return key in DETERMINER | PRONOUN | MODAL or key.endswith("s") or is_verb(key)


_BEFORE_TERM = word_class("- : the term terms expression word words")
_FOLLOWING = (
    ("any", "of", "the", "following"),
    ("all", "of", "the", "following"),
    ("the", "following"),
)


def _includes_end(keys: Sequence[str], start: int, end: int) -> int:
    """The end of "The term X includes", a connector only where the sentence has no other."""
    if keys[start] != "'" and not _phrase(keys, start, "the", "term"):
        return 0
    for at in range(start + 1, min(start + 14, end)):
        if keys[at] in {"includes", "include"}:
            tails = [len(tail) for tail in _FOLLOWING if _phrase(keys, at + 1, *tail)]
            return at + 1 + max(tails, default=0)
    return 0


def _apposition_end(keys: Sequence[str], start: int, end: int) -> int:
    """The end of "Artificial intelligence (AI)," before "the ability of …", as dictionaries define."""
    for at in range(start + 3, min(start + 10, end - 1)):
        if keys[at - 1 : at + 1] == (")", ",") and keys[at + 1] in {"a", "an", "the"}:
            return at + 1
    return 0


def frame_end(keys: Sequence[str], start: int, end: int, *, later: bool = False, framed: bool = False) -> int:
    """Find the end of the frame in one sentence.

    Args:
        keys: Comparison keys of the tokens of the text.
        start: First token of the sentence.
        end: Token behind its last.
        later: The sentence is not the first of the text: only a term in quotation marks, or one that the
            text takes *as* something, makes it a frame.
        framed: An earlier sentence has a frame: only a term in quotation marks makes another.

    Returns:
        Index of the first token of the definiens; `start` where the sentence has no frame.
    """
    relative = False
    for at in range(start + 1, min(end, start + _REACH)):
        if not later and keys[at] in {"-", ":"} and _stands_for_verb(keys, start, at):
            return start if keys[start] in {"a", "an", "any"} else _absorb(keys, at, end)
        relative = relative or (keys[at] in RELATIVE and keys[at - 1] != "-")
        stop = _connector(keys, start, at, end)
        taken_as = keys[at] in _DEFINING_AS and keys[stop - 1] == "as" and not framed
        if later and not _names_term(keys, start) and not taken_as:
            continue
        # A relative clause before the connector belongs to a definiens, unless the term was named first.
        if stop and (not relative or "'" in keys[start : start + 8]):
            return _absorb(keys, stop, end)
    if later:
        return start
    return _includes_end(keys, start, end) or _apposition_end(keys, start, end) or start


def _names_term(keys: Sequence[str], start: int) -> bool:
    """Whether a sentence begins with a term in quotation marks, or with what is called a term.

    "—The term “AI” means …"; "In this framework, the term AI describes …".
    """
    if keys[start] in _INTRODUCING and "," in keys[start : start + 9]:
        start = start + 1 + list(keys[start : start + 9]).index(",")
    if _phrase(keys, start, "the", "term"):
        return True
    while keys[start : start + 1] and keys[start] in _BEFORE_TERM:
        start += 1
    return keys[start : start + 1] == ("'",)


def _stands_for_verb(keys: Sequence[str], start: int, at: int) -> bool:
    """Whether a dash or a colon is the connector itself ("T: …"), and not "T: (a) means …"."""
    verb_follows = {"means", "mean"} & set(keys[at + 1 : at + 4])
    relative_follows = at + 1 < len(keys) and keys[at + 1] in RELATIVE
    rubric = keys[at - 1] == "."  # "(a) In general.—The term …"
    return _short_subject(keys, start, at) and not (verb_follows or relative_follows or rubric)
