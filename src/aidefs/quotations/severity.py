"""How grave a departure from the official words is, from textual facts alone.

Four degrees, the gravest first: *condition*, where a text is given as whole and ends before an exception or
a proviso of it; *operator*, where a word that carries the logic of a rule is put in, taken out or exchanged
(modal verbs, negations, conditions, "and" for "or", numbers, references to other provisions); *words*;
*punctuation*. Which words are operators, and begin an exception, stands in the profile of the language. Of
the words alone a condition is never told: whether they are given as whole is for `case`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Literal

from aidefs.patterns import late
from aidefs.text.languages import primary, profile
from aidefs.text.tokens import scan

__all__ = [
    "SEVERITIES",
    "Severity",
    "begins_behind_operator",
    "ends_before_condition",
    "ends_before_exception",
    "ends_within_condition",
    "operators_in",
    "rest_of_sentence",
    "severity",
    "tears_rule",
]

Severity = Literal["condition", "operator", "words", "punctuation"]
SEVERITIES: tuple[Severity, ...] = ("condition", "operator", "words", "punctuation")
"""From the gravest."""

_ROMAN = late(r"[ivxlc]+")
_OPENING = late(r"[\s,;:.(–—-]*")
_OF_SENTENCE = late(r"[\s,;–—-]*")  # between a rule and its exception: no new sentence, no new limb
_SENTENCE = late(r"(?:[^.;]|[.](?=\w))*")
_REACH = 80  # characters behind a text in which a condition may begin


@cache
def _operators(lang: str) -> frozenset[str]:
    return frozenset(profile(primary(lang)).operators.split())


@cache
def _conjunctions(lang: str) -> frozenset[str]:
    return frozenset(profile(primary(lang)).conjunctions.split())


@cache
def _conditions(lang: str) -> tuple[tuple[str, ...], ...]:
    return (*_phrases(profile(primary(lang)).conditions), *_exceptions(lang))


@cache
def _exceptions(lang: str) -> tuple[tuple[str, ...], ...]:
    return _phrases(profile(primary(lang)).exceptions)


def _phrases(lines: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in lines.split("\n") if phrase.strip())


def operators_in(text: str, lang: str) -> list[str]:
    """The operators among the words of a text, in order, as comparison keys."""
    known = _operators(lang)
    side = scan(text, lang)
    return [side.key(i) for i in range(len(side)) if side.key(i) in known]


def severity(changes: Iterable[tuple[str, str]], lang: str) -> Severity | None:
    """The gravest degree among changes.

    Args:
        changes: What each takes out and puts in.
        lang: Language of the official text.

    Returns:
        None where nothing changes.
    """
    found = {_degree(gone, new, lang) for gone, new in changes}
    return next((degree for degree in SEVERITIES if degree in found), None)


def _degree(gone: str, new: str, lang: str) -> Severity:
    out, put = (Counter(_carrying(side, lang)) for side in (gone, new))
    operators = _operators(lang)
    moved = (out - put) + (put - out)
    if any(key in operators or key.isdigit() for key in moved):
        return "operator"
    if all(any(map(_ROMAN.fullmatch, side)) for side in (out - put, put - out)):
        return "operator"  # "Annex I" for "Annex II"
    conjunctions = _conjunctions(lang)
    if set(out - put) & conjunctions and set(put - out) & conjunctions:
        return "operator"
    sides = scan(gone, lang), scan(new, lang)
    marks = [{side.key(i) for i in range(len(side)) if side.kind(i) == "mark"} for side in sides]
    if marks[0] and marks[1] and marks[0] != marks[1]:
        return "operator"  # "paragraph (a)" for "paragraph (b)"
    return "words" if out or put else "punctuation"


def _carrying(text: str, lang: str) -> list[str]:
    side = scan(text, lang)
    return [side.key(i) for i in range(len(side)) if side.kind(i) not in ("punct", "mark")]


def ends_before_condition(official: str, end: int, lang: str) -> bool:
    """Whether a text is cut off from what limits it.

    It goes on behind the offset with a condition or an exception ("unless", "provided that"), or the cut is
    at an operator: right before it ("that | may exhibit"), or between it and what it governs ("may | learn").
    """
    rest = official[_OPENING.match(official, end).end() :][:_REACH]  # type: ignore[union-attr]
    keys = tuple(scan(rest, lang).keys)
    last = scan(official[max(end - 40, 0) : end].rstrip(), lang).keys[-1:]
    at_operator = not _operators(lang).isdisjoint((*keys[:1], *last))
    return at_operator or any(keys[: len(phrase)] == phrase for phrase in _conditions(lang))


def ends_before_exception(official: str, end: int, lang: str) -> bool:
    """Whether a text is cut off from what excepts something from all of it, or makes it depend on something.

    It goes on behind the offset, in the same sentence, with "unless", "except where", "provided that".
    """
    begins = _OF_SENTENCE.match(official, end).end()  # type: ignore[union-attr]
    keys = tuple(scan(official[begins : begins + _REACH], lang).keys)
    return any(keys[: len(phrase)] == phrase for phrase in _exceptions(lang))


def rest_of_sentence(official: str, end: int) -> str:
    """What a text has behind an offset up to the end of the sentence, without the punctuation before it."""
    return " ".join(_SENTENCE.match(official, end)[0].split()).lstrip(",;–— ")  # type: ignore[index]


def ends_within_condition(left_out: str, rest: str, lang: str) -> bool:
    """Whether what is left out begins a condition or an exception that goes on behind it: "unless it is".

    Args:
        left_out: What is left out.
        rest: What follows in the official text.
        lang: Its language.
    """
    if not rest.strip() or _OPENING.match(rest)[0].strip():  # type: ignore[index]
        return False  # the condition ends with what is left out
    whole = left_out.rstrip()
    side = scan(whole.rstrip(","), lang)
    clause = max((i + 1 for i, key in enumerate(side.keys) if key in ",;:."), default=0)
    keys = tuple(side.keys[clause:])
    if whole.endswith(","):  # "es sei denn, | das System wird": else the clause ends with what is left out
        return any(keys[-len(phrase) :] == phrase for phrase in _conditions(lang))
    return any(
        keys[at : at + len(phrase)] == phrase for at in range(len(keys)) for phrase in _conditions(lang)
    )


def tears_rule(left_out: str, rest: str, lang: str) -> bool:
    """Whether what is left out in the midst of a text has a word of its rule, and not the whole rule.

    It denies or excepts something ("without", "except where"), or a modal verb in it goes with words that
    stay: "that … adaptiveness" without "may exhibit", "that … make predictions" without "can, for …
    objectives,". A clause that is left out as a whole tears nothing.

    Args:
        left_out: What is left out.
        rest: What follows in the official text.
        lang: Its language.
    """
    behind = scan(rest[:_REACH], lang).keys[:1]
    if not behind or not any(map(str.isalnum, rest)):
        return False  # it goes to the end
    side = scan(left_out.rstrip(), lang)
    found = set(side.keys)
    known = profile(primary(lang))
    if found & set(known.limits.split()):
        return True
    modal = _operators(lang) - set(known.quantifiers.split())
    stops = [i for i, key in enumerate(side.keys) if key in ",;:."]
    if stops and stops[-1] == len(side) - 1:  # "can, for a given set of objectives, | make"
        opened = stops[-2] if len(stops) > 1 else 0
        return opened > 0 and side.keys[opened - 1] in modal
    clause = side.keys[stops[-1] + 1 if stops else 0 :]
    goes_on = behind[0] not in _conjunctions(lang) and behind[0] not in ",;:."
    return goes_on and not modal.isdisjoint(clause)


def begins_behind_operator(left_out: str, lang: str) -> bool:
    """Whether what a quotation leaves out before it ends with what governs it: "that may | exhibit".

    The first word of a definiens ("any") may be left to the sentence around the quotation.
    """
    side = scan(left_out, lang)
    words = sum(side.kind(i) == "word" for i in range(len(side)))
    return words > 1 and side.keys[-1] in _operators(lang)  # behind "can," it governs something else
