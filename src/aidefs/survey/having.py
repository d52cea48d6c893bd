"""Which definitions have words on elements, perhaps with a modal verb: what a list is narrowed to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aidefs.classes import NamedTuple
from aidefs.errors import InputError
from aidefs.library.library import Library
from aidefs.library.lookup import elements_of
from aidefs.library.names import nearest_hint
from aidefs.library.records import Definition
from aidefs.library.taxonomy import Taxonomy
from aidefs.segmentation.segments import MODALS
from aidefs.survey.selection import if_read, segmenter

__all__ = ["Having", "having"]


class Having(NamedTuple):
    """The definitions that have something.

    Attributes:
        definitions: They, in the order given.
        unread: How many others there are of which the program cannot tell.
    """

    definitions: tuple[Definition, ...]
    unread: int


def having(
    definitions: Iterable[Definition],
    elements: Sequence[str] = (),
    modals: Sequence[str] = (),
    *,
    method: str = "auto",
    library: Library | None = None,
    taxonomy: Taxonomy | None = None,
) -> Having:
    """The definitions that have every element, with one of the modal verbs where some are named.

    Args:
        definitions: Where to look.
        elements: Ids of elements, "core" or "all"; none for any element.
        modals: Modal verbs, see `aidefs.segmentation.segments.MODALS`; none for any form.
        method: How texts are cut into elements, see `segment`.
        library: Where reviewed wordings are looked up.
        taxonomy: The elements; by default those of the term that is defined.

    Raises:
        UnknownName: There is no such element.
        InputError: There is no such modal verb.
    """
    definitions = tuple(definitions)
    used = elements_of(definitions, library, taxonomy)
    for modal in modals:
        if modal not in MODALS:
            raise InputError(f"unknown modal verb {modal!r}{nearest_hint(modal, MODALS)}")
    wanted = used.select(elements) if elements else ()
    enough = all if wanted else any
    segmented = if_read(segmenter(library, used, method), used)
    found: list[Definition] = []
    unread = 0
    for one in definitions:
        cut = segmented(one)
        cells = [cut.cell(name) for name in wanted or used]
        fits = [bool(cell.segments) and (not modals or cell.facets.modal in modals) for cell in cells]
        if enough(fits):
            found.append(one)
        elif enough(fit or cell.unread for fit, cell in zip(fits, cells, strict=True)):
            unread += 1
    return Having(tuple(found), unread)
