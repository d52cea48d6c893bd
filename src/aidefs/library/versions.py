"""Which texts are one: language versions and translations, and the text that they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from aidefs.library.records import Definition

__all__ = ["one_per_instrument", "original_of"]


def original_of(one: Definition, known: Mapping[str, Definition]) -> Definition:
    """The text that a definition is a language version or a translation of, itself where there is none.

    A version of a version belongs to the same text. Records that name each other in a circle are texts of
    their own.

    Args:
        one: The definition.
        known: Definitions by id; a text that is not among them is not looked for.
    """
    passed = {one.id}
    found = one
    while (name := found.version_of or found.translation_of) and (base := known.get(name)):
        if base.id in passed:
            return one if base.id == one.id else base
        passed.add(base.id)
        found = base
    return found


def one_per_instrument(
    definitions: Iterable[Definition], known: Mapping[str, Definition]
) -> tuple[Definition, ...]:
    """The definitions, of the language versions and translations of one text only one.

    That is the text that they belong to, or the first that is given where it is not among them.

    Args:
        definitions: Any.
        known: Definitions by id, in which the texts are looked up that versions belong to.
    """
    chosen: dict[str, Definition] = {}
    for one in definitions:
        original = original_of(one, known)
        if original.id not in chosen or one.id == original.id:
            chosen[original.id] = one
    return tuple(chosen.values())
