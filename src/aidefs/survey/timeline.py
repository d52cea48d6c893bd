"""When a wording first appears in the collection, and which definitions have it afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Unpack

from aidefs.classes import NamedTuple, dataclass, field, replace
from aidefs.errors import InputError
from aidefs.library.filters import Conditions
from aidefs.library.library import Library
from aidefs.library.lookup import LibraryLike, TaxonomyLike, elements_of, library_of, taxonomy_of
from aidefs.library.records import INSTRUMENT, Definition
from aidefs.library.taxonomy import Element
from aidefs.library.wordings import chronological, group_wordings
from aidefs.results import Column, Result, columns_of, observation
from aidefs.segmentation.segmentation import Segmentation
from aidefs.survey.search import concordance
from aidefs.survey.selection import chosen_definitions, if_read, segmenter
from aidefs.text.tokens import scan

__all__ = ["Thread", "Timeline", "timeline", "timeline_of_element", "timeline_of_words"]


_COLUMNS = columns_of(f"""
wording integer Number of the wording, from 1
text string The words, as the first definition prints them
n integer Place of the definition among those that have the words, from 1
id string Id of the definition
instrument_id string {INSTRUMENT}
label string Its short name
jurisdiction string Code of its jurisdiction
adopted date When it was adopted
days integer Days from the first definition to this one; none unless both days are known
""")


class Thread(NamedTuple):
    """A wording through time.

    Attributes:
        text: The words, as the first definition prints them.
        definitions: Who has them, by date; a date that is known in part counts as the end of its time.
    """

    text: str
    definitions: tuple[Definition, ...]

    @property
    def first(self) -> Definition:
        """The earliest definition of the collection that has the words."""
        return self.definitions[0]

    @property
    def later(self) -> tuple[Definition, ...]:
        """The others."""
        return self.definitions[1:]

    def days(self, n: int) -> int | None:
        """Days from the first definition to the n-th; None unless both days are known."""
        try:
            start, end = (date.fromisoformat(self.definitions[k].adopted) for k in (0, n))
        except ValueError:
            return None
        return (end - start).days


@dataclass(frozen=True, repr=False)
class Timeline(Result):
    """The wordings of an element, or certain words, through time.

    Attributes:
        subject: Label of the element, or the words that were looked for.
        kind: "element" or "words".
        threads: The wordings by the date on which each first appears.
        searched: Number of definitions that were read.
        lang: Language of the texts, "" where there are several.
        library: The library that was used, None for the one that comes with aidefs.
    """

    subject: str
    kind: str
    threads: tuple[Thread, ...]
    searched: int
    lang: str = "en"
    library: Library | None = field(default=None, compare=False, repr=False)

    def __repr__(self) -> str:
        return f"<Timeline of {self.subject!r}: {len(self.threads)} wordings>"

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`."""
        return _COLUMNS

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row for each wording and definition that has it."""
        return tuple(
            observation(
                _COLUMNS,
                {
                    "wording": number,
                    "text": thread.text,
                    "n": n + 1,
                    "id": one.id,
                    "instrument_id": one.instrument_id,
                    "label": one.label,
                    "jurisdiction": one.jurisdiction,
                    "adopted": one.adopted,
                    "days": thread.days(n),
                },
            )
            for number, thread in enumerate(self.threads, 1)
            for n, one in enumerate(thread.definitions)
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/timeline/1"."""
        return {
            **self._stamp("timeline"),
            "subject": self.subject,
            "kind": self.kind,
            "lang": self.lang,
            "searched": self.searched,
            "threads": [
                {
                    "text": thread.text,
                    "definitions": [
                        {
                            "id": one.id,
                            "label": one.label,
                            "jurisdiction": one.jurisdiction,
                            "adopted": one.adopted,
                            "days": thread.days(n),
                        }
                        for n, one in enumerate(thread.definitions)
                    ],
                }
                for thread in self.threads
            ],
        }


def timeline(
    element: str | None = None,
    *,
    words: str | None = None,
    method: str = "auto",
    library: LibraryLike | None = None,
    taxonomy: TaxonomyLike | None = None,
    **wanted: Unpack[Conditions],
) -> Timeline:
    """When wordings first appear in the collection, and which definitions have them afterwards.

    Args:
        element: Id of an element: every wording of it is followed.
        words: Words to follow in place of an element; `*` at the end of a word stands for any end.
        method: How texts are cut into elements, see `segment`.
        library: Where to look; by default the collection that comes with aidefs.
        taxonomy: The elements; by default those of the term that is defined.
        wanted: Conditions as in `aidefs.definitions`; `lang` is "en" where it is not given.

    Raises:
        UnknownName: There is no such element.
        InputError: Neither an element nor words are given, or both are, or no definition meets the
            conditions.
    """
    library = library_of(library)
    taxonomy = taxonomy_of(taxonomy)
    used = elements_of((), library, taxonomy, wanted.get("term"))
    if element is not None and words is not None:
        raise InputError("timeline takes an element or words, and not both")
    if element is None and words is None:
        raise InputError(f'timeline takes words (--words "infer*") or an element: {", ".join(used)}')
    chosen = chosen_definitions((), library, wanted)
    if not chosen:
        raise InputError("there is no definition to look at")
    if words is not None:
        return replace(timeline_of_words(words, chosen), library=library)
    segmented = if_read(segmenter(library, used, method), used)
    found = timeline_of_element(used[element or ""], chosen, [segmented(one) for one in chosen])
    return replace(found, library=library)


def timeline_of_element(
    element: Element, definitions: Sequence[Definition], segmentations: Iterable[Segmentation]
) -> Timeline:
    """The wordings of an element, by the date on which each first appears.

    Args:
        element: The element.
        definitions: Definitions in any order.
        segmentations: One a definition.
    """
    words = {
        id(definition): cut.cell(element.id).text
        for definition, cut in zip(definitions, segmentations, strict=True)
    }
    wordings = group_wordings(definitions, part=lambda one: words[id(one)] or None)
    threads = tuple(Thread(wording.text, wording.definitions) for wording in wordings)
    return Timeline(element.label, "element", threads, len(definitions), _language(definitions))


def timeline_of_words(words: str, definitions: Sequence[Definition]) -> Timeline:
    """Where certain words stand, by date; with `*` for an end, each form of them is a wording.

    Args:
        words: What to look for, as in `aidefs.survey.search`.
        definitions: Definitions in any order.

    Raises:
        InputError: There is nothing to look for.
    """
    ordered = sorted(definitions, key=chronological)
    found: dict[tuple[str, ...], tuple[str, list[Definition]]] = {}
    for hit in concordance(ordered, words, 0).hits:
        key = tuple(scan(hit.match, hit.definition.lang).keys)
        who = found.setdefault(key, (hit.match, []))[1]
        if not who or who[-1] is not hit.definition:
            who.append(hit.definition)
    threads = tuple(Thread(text, tuple(who)) for text, who in found.values())
    return Timeline(words, "words", threads, len(ordered), _language(ordered))


def _language(definitions: Sequence[Definition]) -> str:
    languages = {definition.lang for definition in definitions}
    return languages.pop() if len(languages) == 1 else ""
