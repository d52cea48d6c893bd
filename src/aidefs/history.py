"""The public functions about how texts came to be: lineage and collation."""

from __future__ import annotations

from dataclasses import replace
from typing import Unpack

from aidefs.alignment.collation import Collation
from aidefs.alignment.collation import collate as _collate
from aidefs.api import Text, from_baseline, resolve_all
from aidefs.errors import InputError
from aidefs.library.filters import Conditions, language_of_texts
from aidefs.library.library import Library
from aidefs.survey.ancestry import drafting_graph
from aidefs.survey.lineage import Lineage

__all__ = ["collate", "lineage"]


def lineage(
    *names: Text,
    least: float = 0.5,
    library: Library | None = None,
    **wanted: Unpack[Conditions],
) -> Lineage:
    """The drafting graph: documented predecessors, and the closest earlier wordings.

    The whole library is searched for earlier wordings, drafts and superseded texts included.

    Args:
        names: Ids, aliases, definitions or texts of which the origins and the offspring are wanted; the
            whole graph where none is given. A text is later than every text that has a date.
        least: The similarity, from 0 to 1, that an earlier wording has at least to be linked without
            anybody saying so.
        library: Where names are looked up; by default the collection that comes with aidefs.
        wanted: Conditions as in `aidefs.definitions`; only texts that meet them are shown. `lang` is the
            language of plain texts, too.

    Raises:
        UnknownName: A name that stands for nothing.
        InputError: `least` is not between 0 and 1, or no text meets the conditions.
    """
    if not 0 <= least <= 1:
        raise InputError(f"a similarity is a number from 0 to 1, unlike {least}")
    used = library or Library.shipped()
    chosen = resolve_all(names, library, language_of_texts(wanted))
    graph = drafting_graph((*used.values(), *chosen), least)
    home = {one.id: node.id for node in graph.nodes for one in node.all}
    if any(value is not None for value in wanted.values()):
        kept = {one.id for one in (*used.where(**wanted), *chosen)}
        if not kept:
            raise InputError("no definition meets the conditions")
        graph = graph.only(name for one, name in home.items() if one in kept)
    if chosen:
        graph = graph.around(home[one.id] for one in chosen)
    return replace(graph, library=library)


def collate(
    base: Text,
    *others: Text,
    baseline: Text | None = None,
    lang: str = "en",
    library: Library | None = None,
) -> Collation:
    """Align texts token by token, as witnesses of one text.

    Only the base has a place of its own; the result does not depend on the order of the others.
    Definitions whose texts are equal to the letter are one witness.

    Args:
        base: The text that is printed in full: an id or alias, a definition, or any text.
        others: Those whose variants are wanted; all in the language of the base.
        baseline: The base, in place of the first.
        lang: Language of plain texts.
        library: Where names are looked up.

    Raises:
        UnknownName: A name that stands for nothing.
        InputError: Fewer than two texts, several languages, or a baseline that is not among the texts.
    """
    chosen = from_baseline((base, *others), baseline, library, lang)
    if len(chosen) < 2:
        raise InputError(f"collate takes two or more texts; {len(chosen)} given")
    return replace(_collate(chosen), library=library)
