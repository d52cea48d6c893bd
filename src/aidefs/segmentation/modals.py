"""Modal verbs and what denies them: "may not exhibit", "cannot influence", "nicht lernen kann".

A verb and its negation say one thing together, so the facet has them together. The rules look for the
negation where the language puts it: right before the verb ("no puede"), right behind it ("may not") or
anywhere in its clause ("nach der Inbetriebnahme nicht verändert werden darf"). "Not only" denies nothing, and
what is denied elsewhere ("may exhibit no change") is no matter of the verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from aidefs.segmentation.grammar import Grammar, Phrases, either, first_words
from aidefs.segmentation.grammars import grammar_of
from aidefs.text.tokens import TokenColumns, token_columns

__all__ = ["modal_value", "modal_words", "negation_of"]

_BREAKS = frozenset({",", ";", ":", ".", "(", ")", "?", "!"})
_CLITICS = 2  # words between a negation and the verb behind it ("no se puede")
_ADVERBS = 3  # words between a verb and the negation behind it ("may in any event not")
_LONGEST_QUOTE = 8  # words from a negation to its verb; of more the two ends are quoted


def modal_value(columns: TokenColumns, g: Grammar, low: int, high: int, at: int) -> str | None:
    """What the facet says of a modal verb in a run of tokens; None for one that is none where not denied."""
    value, words = g.modal_of(columns.keys[at]), g.facets
    place = negation_of(columns, g, low, high, at)
    if columns.keys[at] in words.only_denied:
        return words.only_denied[columns.keys[at]] if place is not None else None
    if place is None:
        return value
    behind = place > at and not words.denying_in_clause
    return (words.denied_behind if behind else words.denied).get(value) or words.denied.get(value, value)


def negation_of(columns: TokenColumns, g: Grammar, low: int, high: int, at: int) -> int | None:
    """Where the negation of a modal verb stands: at the verb itself in "cannot"; None where there is none."""
    keys, words = columns.keys, g.facets
    if keys[at] in words.denying_forms:
        return None if _only(keys, g, at) or _taken_back(keys, g, at + 1) else at
    if words.denying_in_clause:
        return _in_clause(columns, g, low, high, at)
    for n in range(at - 1, max(at - 2 - _CLITICS, low - 1), -1):
        if keys[n] in words.denying_before:
            freed = _only(keys, g, at) or _restricted(keys, g, at) or _taken_back(keys, g, at + 1)
            return None if freed else n
        if keys[n] not in g.clitic:
            break
    first = first_words(words.denying_behind)
    for n in range(at + 1, min(at + 2 + _ADVERBS, high)):
        if keys[n] in first and _run_at(keys, n, words.denying_behind):
            behind = n + len(_run_at(keys, n, words.denying_behind))
            freed = _only(keys, g, n) or _restricted(keys, g, n) or _taken_back(keys, g, behind)
            return None if freed else n
        if keys[n] in _BREAKS and keys[n] != ",":
            break
        if keys[n] != "," and not g.is_adverb(keys[n]) and keys[n] not in either(g.also, words.between):
            break
    return None


def _only(keys: Sequence[str], g: Grammar, at: int) -> bool:
    """Whether what stands behind a negation makes it deny nothing ("not only", "not be limited to")."""
    behind = keys[at + 1 : at + 2]
    if behind and behind[0] in either(g.facets.completing, g.scope.be):
        behind = keys[at + 2 : at + 3]
    return not g.facets.only.isdisjoint(behind)


def _run_at(keys: Sequence[str], at: int, runs: Phrases) -> tuple[str, ...]:
    """The longest of some runs of words that stands at a place; empty where none does."""
    return next((run for run in runs if tuple(keys[at : at + len(run)]) == run), ())


def _taken_back(keys: Sequence[str], g: Grammar, at: int) -> bool:
    """Whether words take a denial back: with them it says that there is no choice ("cannot but learn")."""
    return bool(_run_at(keys, at, g.facets.taking_back))


def _restricted(keys: Sequence[str], g: Grammar, at: int) -> bool:
    """Whether words behind a verb say what it may alone ("ne peut influencer que …", "non può che …")."""
    words = g.facets
    for n in range(at + 1, len(keys)):
        if keys[n] in _BREAKS or keys[n] in words.completing:
            return False
        if n - at <= words.restricting.get(keys[n], 0):
            return keys[n - 1] not in words.subordinating
    return False


def _in_clause(columns: TokenColumns, g: Grammar, low: int, high: int, at: int) -> int | None:
    """The negation of a verb that stands at the end of its clause, or before what it governs."""
    keys, denying = columns.keys, g.facets.denying_in_clause
    joins = g.conjunction - denying - g.facets.denying_on
    ends = either(_BREAKS, g.relative, g.subordinator, g.completive, joins)
    n = at - 1
    while n >= low and keys[n] not in ends:
        if keys[n] in denying and not _frees(keys, g, n) and not _of_attribute(columns, n, at):
            return n
        n -= 1
    # Behind a verb at the end of its clause "aber" joins another clause; behind one that opens it or follows
    # its subject it is an adverb.
    governed = n >= low and keys[n] in either(g.relative, g.subordinator, g.completive)
    leads = not governed and (
        at == low or keys[at - 1] in _BREAKS or columns.printed(at - 1, at)[:1].isupper()
    )
    for n in range(at + 1, high):
        if n == at + 1 and leads and keys[n] in g.facets.adversative:
            continue
        if keys[n] in ends:
            break
        if keys[n] in denying:
            return None if _frees(keys, g, n) or _of_attribute(columns, n, high) else n
    return None


def _frees(keys: Sequence[str], g: Grammar, at: int) -> bool:
    """Whether what stands at and behind a negation in a clause makes it deny nothing."""
    return _only(keys, g, at) or _taken_back(keys, g, at)


def _of_attribute(columns: TokenColumns, at: int, high: int) -> bool:
    """Whether a negation denies an adjective before its noun ("nicht vorhersehbare Ergebnisse").

    Such an adjective has an ending, and the noun behind it a capital where the language writes it so.
    """
    if columns.lang.partition("-")[0] != "de" or columns.keys[at] != "nicht" or at + 2 >= high:
        return False
    ends = columns.keys[at + 1].endswith(("e", "en", "er", "es", "em"))
    return (
        ends
        and columns.printed(at + 1, at + 2)[:1].islower()
        and columns.printed(at + 2, at + 3)[:1].isupper()
    )


def _freed(keys: Sequence[str], g: Grammar, at: int) -> int:
    """Where a negation stands that is taken back, which is quoted all the same; the verb if none does."""
    if g.facets.denying_in_clause:
        near = range(at - 1, max(at - _LONGEST_QUOTE, -1), -1)
        return next((n for n in near if _run_at(keys, n, g.facets.taking_back)), at)
    n = at - 1
    while n >= 0 and keys[n] in g.clitic and keys[n] not in g.facets.denying_before:
        n -= 1
    return n if n >= 0 and keys[n] in g.facets.denying_before else at


def modal_words(text: str, lang: str, value: str) -> str:
    """The official words of a modal verb with its negation and the verb that it governs.

    Args:
        text: The words of an element.
        lang: Their language.
        value: What the facet says; where no verb of it is found, the first words are given.
    """
    g = grammar_of(lang)
    columns = g.read(token_columns(text, lang))
    keys, high = columns.keys, len(columns.keys)
    at = next(
        (
            n
            for n, key in enumerate(keys)
            if (g.is_modal(key) or key in g.facets.only_denied)
            and modal_value(columns, g, 0, high, n) == value
        ),
        None,
    )
    if at is None:
        return columns.printed(0, min(2, high))
    place = negation_of(columns, g, 0, high, at)
    first, last = (_freed(keys, g, at), at) if place is None else (min(at, place), max(at, place))
    if place is not None and place < at and g.facets.denying_in_clause and last - first > _LONGEST_QUOTE:
        return f"{columns.printed(first, first + 1)} … {columns.printed(last, last + 1)}"
    joins = either(
        g.conjunction, first_words(g.facets.denying_behind), frozenset(g.facets.only_denied), g.facets.only
    )
    last += 1
    while last < high and (keys[last] in joins or g.is_modal(keys[last])):
        last += 1  # "may but need not learn"
    if first < at and not g.facets.denying_in_clause:
        freeing = len(_run_at(keys, last, g.facets.taking_back))
        last += freeing or int(last < high and keys[last] in g.facets.restricting)
    return columns.printed(first, last + (last < high and columns.kinds[last] == 2))
