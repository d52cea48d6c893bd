"""The public functions about many definitions at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Unpack

from aidefs.api import Text, baseline_among, resolve, resolve_all
from aidefs.errors import InputError, NoCues
from aidefs.library.filters import Conditions, language_of_texts
from aidefs.library.library import Library
from aidefs.library.records import Definition
from aidefs.library.taxonomy import Taxonomy
from aidefs.library.wordings import Part
from aidefs.segmentation.segmentation import Segmentation
from aidefs.segmentation.segmentation import segment as _segment
from aidefs.survey.coverage import Coverage, coverage_of
from aidefs.survey.nearest import Match, Nearest, closest
from aidefs.survey.similarity import Families, Matrix, definiens_of, similarity_matrix, words_of
from aidefs.survey.timeline import Timeline, timeline_of_element, timeline_of_words
from aidefs.text.languages import primary

__all__ = ["coverage", "families", "matrix", "nearest", "timeline"]


def matrix(
    *definitions: Text,
    measure: str = "text",
    baseline: Text | None = None,
    method: str = "auto",
    library: Library | None = None,
    taxonomy: Taxonomy | None = None,
    **wanted: Unpack[Conditions],
) -> Matrix:
    """The similarity of every pair of definitions.

    Args:
        definitions: Ids, aliases, definitions or texts, in any order; where none is given, those of the
            library that meet the conditions.
        measure: "text" (the whole text), "definiens" (without the words that only name the term) or the
            id of an element, whose words alone are compared.
        baseline: The definition that stands first, before what is like it, and for its wording; by
            default the earliest stands for a wording, and none goes first.
        method: How texts are cut into elements, see `segment`.
        library: Where names are looked up; by default the collection that comes with aidefs.
        taxonomy: The elements; by default those of `data/elements.toml`.
        wanted: Conditions as in `aidefs.definitions`; `lang` is "en" where it is not given.

    Raises:
        UnknownName: A name or measure that stands for nothing.
        InputError: There is nothing to compare, the texts are in several languages, or the baseline is
            not among them or lacks the element.
    """
    used = taxonomy or Taxonomy.shipped()
    chosen = _chosen(definitions, library, wanted)
    base = baseline_among(chosen, definitions, baseline, library, language_of_texts(wanted))
    segmented = _segmenter(library, used, method)
    table = similarity_matrix(chosen, measure, segmented, used, baseline=base)
    return replace(table, library=library)


def families(
    *definitions: Text,
    measure: str = "definiens",
    least: float = 0.5,
    baseline: Text | None = None,
    method: str = "auto",
    library: Library | None = None,
    taxonomy: Taxonomy | None = None,
    **wanted: Unpack[Conditions],
) -> Families:
    """The tree of definitions by similarity, and the families that it falls into.

    Args:
        definitions: See `matrix`, also for the others.
        measure: "definiens", "text" or the id of an element.
        least: Average similarity that the members of a family have at least, from 0 to 1.
        baseline: The definition whose family goes first, and which stands for its wording.
        method: How texts are cut into elements.
        library: Where names are looked up.
        taxonomy: The elements.
        wanted: Conditions.

    Raises:
        UnknownName: A name or measure that stands for nothing.
        InputError: There is nothing to compare, the texts are in several languages, the baseline is
            not among them, or `least` is no similarity.
    """
    if not 0 <= least <= 1:
        raise InputError(f"a similarity lies between 0 and 1, unlike {least:g}")
    table = matrix(
        *definitions,
        measure=measure,
        baseline=baseline,
        method=method,
        library=library,
        taxonomy=taxonomy,
        **wanted,
    )
    return Families(table, least, library)


def nearest(
    text_or_definition: Text,
    *,
    limit: int = 3,
    method: str = "auto",
    library: Library | None = None,
    taxonomy: Taxonomy | None = None,
    **wanted: Unpack[Conditions],
) -> Nearest:
    """The stored wordings that are closest to a text, as a whole and element by element.

    Drafts and superseded texts are looked at as all others, so that a quotation of a draft is known
    for what it is. A stored definition is not compared with itself. In a language of which no elements
    are known, whole texts alone are compared.

    Args:
        text_or_definition: An id or alias, a definition, or any text. Where a text does not name its
            term ("a machine-based system that …"), it is compared with what others say behind theirs.
        limit: How many wordings to give of the whole and of each element, at most.
        method: How texts are cut into elements, see `segment`.
        library: Where to look; by default the collection that comes with aidefs.
        taxonomy: The elements; by default those of `data/elements.toml`.
        wanted: Conditions on what is looked at, as in `aidefs.definitions`; `lang`, the language of a
            plain text and of what is looked at, is "en" where it is not given.

    Raises:
        UnknownName: A string without white space that is no name.
        InputError: The limit is below 1, or the text is empty.
    """
    if limit < 1:
        raise InputError(f"the limit is a number from 1 on, unlike {limit}")
    used = taxonomy or Taxonomy.shipped()
    given = resolve(text_or_definition, library, lang=language_of_texts(wanted))
    wanted["lang"] = primary(given.lang)
    stored = [one for one in _chosen((), library, wanted) if one != given]
    segmented = _segmenter(library, used, method)
    own = _if_possible(segmented, given)
    frame = used.group("frame")
    measure = "definiens" if own and frame and own.segments[0].element not in frame else "text"

    def search(words: str, part: Part) -> tuple[Match, ...]:
        return closest(words, given.name, stored, part, limit, given.lang)

    def of_element(element: str) -> Part:
        return lambda one: words_of(cut, element) if (cut := _if_possible(segmented, one)) else None

    wholes: dict[str, Part] = {
        "text": lambda one: one.text,
        "definiens": lambda one: definiens_of(segmented(one), frame),
    }
    elements = {
        used[element]: search(words, of_element(element))
        for element in used
        if own and element not in frame and (words := words_of(own, element))
    }
    overall = search(given.text, wholes[measure])
    return Nearest(given, measure, overall, elements, len(stored), library)


def coverage(
    *definitions: Text,
    elements: str | Sequence[str] = "core",
    sort: str = "date",
    baseline: Text | None = None,
    method: str = "auto",
    library: Library | None = None,
    taxonomy: Taxonomy | None = None,
    **wanted: Unpack[Conditions],
) -> Coverage:
    """Which definitions have which elements, with which modal verb and which listed items.

    Args:
        definitions: Ids, aliases, definitions or texts, in any order; where none is given, those of the
            library that meet the conditions.
        elements: "all", "core" or ids of elements.
        sort: "date", "label", "count" (the most elements first) or the id of one of the elements.
        baseline: The definition that stands first whatever the order, and for its wording.
        method: How texts are cut into elements, see `segment`.
        library: Where names are looked up.
        taxonomy: The elements; by default those of `data/elements.toml`.
        wanted: Conditions as in `aidefs.definitions`; `lang` is "en" where it is not given.

    Raises:
        UnknownName: A name of a definition or element that stands for nothing.
        InputError: There is nothing to show, no such order, a baseline that is not among the
            definitions, or a text that cannot be cut into elements.
    """
    used = taxonomy or Taxonomy.shipped()
    chosen = _chosen(definitions, library, wanted)
    segmented = _segmenter(library, used, method)
    columns = [used[name] for name in used.select(elements)]
    base = baseline_among(chosen, definitions, baseline, library, language_of_texts(wanted))
    found = coverage_of(chosen, [segmented(one) for one in chosen], columns, sort, base)
    return replace(found, library=library)


def timeline(
    element: str | None = None,
    *,
    words: str | None = None,
    method: str = "auto",
    library: Library | None = None,
    taxonomy: Taxonomy | None = None,
    **wanted: Unpack[Conditions],
) -> Timeline:
    """When wordings first appear in the collection, and which definitions have them afterwards.

    Args:
        element: Id of an element: every wording of it is followed.
        words: Words to follow in place of an element; `*` at the end of a word stands for any end.
        method: How texts are cut into elements, see `segment`.
        library: Where to look; by default the collection that comes with aidefs.
        taxonomy: The elements; by default those of `data/elements.toml`.
        wanted: Conditions as in `aidefs.definitions`; `lang` is "en" where it is not given.

    Raises:
        UnknownName: There is no such element.
        InputError: Neither an element nor words are given, or both are, or no definition meets the
            conditions.
    """
    if (element is None) == (words is None):
        raise InputError("timeline takes an element or words, and not both")
    used = taxonomy or Taxonomy.shipped()
    chosen = _chosen((), library, wanted)
    if not chosen:
        raise InputError("there is no definition to look at")
    if words is not None:
        return replace(timeline_of_words(words, chosen), library=library)
    segmented = _segmenter(library, used, method)
    found = timeline_of_element(used[element or ""], chosen, [segmented(one) for one in chosen])
    return replace(found, library=library)


# --- what they share --------------------------------------------------------------------------


def _chosen(names: Sequence[Text], library: Library | None, wanted: Conditions) -> tuple[Definition, ...]:
    """The definitions that are named, or else those that meet the conditions."""
    if not names:
        used = wanted.copy()
        used["lang"] = wanted.get("lang") or "en"
        return (library or Library.shipped()).where(**used)
    others = [name for name, value in wanted.items() if value is not None and name != "lang"]
    if others:
        raise InputError(f"definitions are named or chosen by {', '.join(others)}, not both")
    return tuple(resolve_all(names, library, language_of_texts(wanted)))


def _if_possible(segmented: Callable[[Definition], Segmentation], one: Definition) -> Segmentation | None:
    """The elements of a definition, None where nothing is known of its language."""
    try:
        return segmented(one)
    except NoCues:
        return None


def _segmenter(
    library: Library | None, taxonomy: Taxonomy, method: str
) -> Callable[[Definition], Segmentation]:
    """Cuts definitions, each once."""
    known: dict[int, tuple[Definition, Segmentation]] = {}

    def segmented(one: Definition) -> Segmentation:
        if id(one) not in known:  # by identity, because one that a user made may not be hashable
            cut = _segment(one, one.lang, method, library=library, taxonomy=taxonomy)
            known[id(one)] = (one, cut)
        return known[id(one)][1]

    return segmented
