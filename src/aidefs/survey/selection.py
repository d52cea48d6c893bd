"""What all surveys begin with: which definitions are meant, and each of them cut into elements once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from aidefs.errors import InputError, NoCues, demand
from aidefs.library.filters import Conditions, language_of_texts
from aidefs.library.library import Library
from aidefs.library.lookup import Text, resolve_all
from aidefs.library.records import Definition
from aidefs.library.taxonomy import Taxonomy
from aidefs.library.versions import one_per_instrument
from aidefs.segmentation.segmentation import Segmentation, segmentation_of, unread

__all__ = ["check_least", "chosen_definitions", "if_possible", "if_read", "segmenter"]


def chosen_definitions(
    names: Sequence[Text], library: Library | None, wanted: Conditions
) -> tuple[Definition, ...]:
    """The definitions that are named, or else those that meet the conditions."""
    if not names:
        used = wanted.copy()
        used["lang"] = wanted.get("lang") or "en"
        return (library or Library.shipped()).where(**used)
    with_names = ("lang", "one_per_instrument")
    others = [name for name, value in wanted.items() if value is not None and name not in with_names]
    if others:
        raise InputError(f"definitions are named or chosen by {', '.join(others)}, not both")
    named = resolve_all(names, library, language_of_texts(wanted))
    if wanted.get("one_per_instrument"):
        return one_per_instrument(named, library or Library.shipped())
    return tuple(named)


def check_least(least: float) -> None:
    """Sees to it that a least similarity is one.

    Raises:
        InputError: It does not lie between 0 and 1.
    """
    demand(least, (int, float), "a similarity from 0 to 1")
    if not 0 <= least <= 1:
        raise InputError(f"a similarity lies between 0 and 1, unlike {least:g}")


def if_possible(segmented: Callable[[Definition], Segmentation], one: Definition) -> Segmentation | None:
    """The elements of a definition, None where nothing is known of its language."""
    try:
        return segmented(one)
    except NoCues:
        return None


def if_read(
    segmented: Callable[[Definition], Segmentation], taxonomy: Taxonomy
) -> Callable[[Definition], Segmentation]:
    """Cuts definitions; of one that the program cannot read no element is known."""

    def cut(one: Definition) -> Segmentation:
        return if_possible(segmented, one) or unread(one, taxonomy)

    return cut


def segmenter(
    library: Library | None, taxonomy: Taxonomy, method: str
) -> Callable[[Definition], Segmentation]:
    """Cuts definitions, each once."""
    known: dict[int, tuple[Definition, Segmentation]] = {}

    def segmented(one: Definition) -> Segmentation:
        if id(one) not in known:  # by identity, because one that a user made may not be hashable
            cut = segmentation_of(one, one.lang, method, library=library, taxonomy=taxonomy)
            known[id(one)] = (one, cut)
        return known[id(one)][1]

    return segmented
