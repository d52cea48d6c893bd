"""Conditions on definitions.

The annotations are read while this module runs: as strings, those of `Filters` would each be compiled.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeAlias, TypedDict

from aidefs.errors import InputError, demand
from aidefs.library.names import begins, nearest_hint
from aidefs.library.records import KINDS, STATUSES, Definition
from aidefs.text.languages import language_tag

if TYPE_CHECKING:
    from aidefs.library.called import Called

__all__ = [
    "Conditions",
    "Filters",
    "Wanted",
    "Years",
    "conditions",
    "language_of_texts",
    "several",
    "speaking_of",
]

Test: TypeAlias = Callable[[Definition], bool]
Wanted: TypeAlias = str | Iterable[str] | None
Years: TypeAlias = int | str | Iterable[int | str] | None


class Filters(TypedDict, total=False):
    """Conditions on the records; each is one value or several, of which any will do.

    Capitals do not matter.

    Attributes:
        jurisdiction: Code or name ("UK", "Utah", "Europäische Union"); "US" covers "US-CO" too.
        status: "in force", "adopted", "signed", "published", "draft", "lapsed", "withdrawn" or "superseded".
        kind: "treaty", "regulation", "statute" and so on; see `aidefs.library.records.Definition`.
        lang: BCP 47 tag; "zh" covers "zh-Hant" too.
        year: Year of adoption.
        term: Id or name of a term ("deep-fake", "deepfakes", "hypertrucage"), "all" for every term, or else a
            definiendum as texts write it ("automated decision tool"), runs of white space folded; AI systems
            where it is not given.
    """

    jurisdiction: Wanted
    status: Wanted
    kind: Wanted
    lang: Wanted
    year: Years
    term: Wanted


class Conditions(Filters, total=False):
    """Conditions on the records and on their texts.

    Attributes:
        text: Words that the text contains, runs of white space folded.
        about: Words that stand in the text or in what it is called; of a whole name ("Utah", "AI Act") those
            that are called so, whatever texts contain the words.
        one_per_instrument: Of the language versions and translations of one text only one, the text that
            they belong to where it is among them.
    """

    text: Wanted
    about: Wanted
    one_per_instrument: bool | None


def language_of_texts(wanted: Conditions) -> str | None:
    """The language of plain texts that are given beside conditions: the first one wanted, if any is."""
    lang = wanted.get("lang")
    return lang if lang is None or isinstance(lang, str) else next(iter(lang), None)


def conditions(*, year: Years = None, **wanted: Wanted) -> list[Test]:
    """Makes a test of each condition that is given; see `Conditions`.

    Raises:
        InputError: A value is not one that the condition can have.
        TypeError: There is no such condition.
    """
    for name in wanted:
        if name not in _TESTS:
            raise TypeError(f"unknown condition {name!r}{nearest_hint(name, _TESTS)}")
    given = {name: several(values) for name, values in wanted.items() if values is not None}
    if year is not None:
        given["year"] = [str(one) for one in ((year,) if isinstance(year, int | str) else year)]
    return [_TESTS[name](name, values) for name, values in given.items()]


def several(values: str | Iterable[str]) -> list[str]:
    """The values of a condition, which may be one.

    Raises:
        InputError: It is no word and no list of words.
    """
    demand(values, Iterable, "a word, or several, for a condition")
    return [values] if isinstance(values, str) else list(values)


def speaking_of(phrases: list[str], called: "Called") -> Test:
    """A test whether a phrase stands in a text or in what it is called; see `Conditions.about`."""
    ids: set[str] = set()
    texts: list[str] = []
    for phrase in phrases:
        named, whole = called.about(phrase)
        ids |= named
        texts += [] if whole else [_folded(phrase)]
    return lambda one: one.id in ids or any(text in _folded(one.text) for text in texts)


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


def _one_of(name: str, values: list[str]) -> Test:
    wanted = {_folded(value) for value in values}
    return lambda definition: _folded(getattr(definition, name)) in wanted


def _one_of_list(name: str, values: list[str]) -> Test:
    allowed = {"kind": KINDS, "status": STATUSES}[name]
    for value in values:
        if _folded(value) not in allowed:
            near = nearest_hint(value, allowed) or f"; expected one of: {', '.join(allowed)}"
            raise InputError(f"unknown {name} {value!r}{near}")
    return _one_of(name, values)


def _below(name: str, values: list[str]) -> Test:
    wanted = [value.casefold() for value in values]
    return lambda definition: any(begins(getattr(definition, name).casefold(), value) for value in wanted)


def _in_language(name: str, values: list[str]) -> Test:
    return _below(name, [language_tag(value) for value in values])


def _adopted_in(name: str, values: list[str]) -> Test:
    for value in values:
        if not (len(value) == 4 and value.isdecimal()):
            raise InputError(f"a {name} has four digits, unlike {value!r}")
    return lambda definition: definition.adopted[:4] in values


def _containing(name: str, values: list[str]) -> Test:
    wanted = [_folded(value) for value in values]

    def test(definition: Definition) -> bool:
        text = _folded(definition.text)
        return any(value in text for value in wanted)

    return test


_TESTS: dict[str, Callable[[str, list[str]], Test]] = {
    "jurisdiction": _below,
    "status": _one_of_list,
    "kind": _one_of_list,
    "lang": _in_language,
    "year": _adopted_in,
    "text": _containing,
    "term": _one_of,
}
