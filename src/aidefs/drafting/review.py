"""The memo on a draft: what it has and lacks of other texts, and what is nearest to it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from aidefs.classes import NamedTuple, dataclass, field, replace
from aidefs.comparison.comparison import Comparison, Row
from aidefs.comparison.findings import unsure
from aidefs.comparison.rows import Side, segmentations_of, side_by_side, sides_compared
from aidefs.errors import InputError, demand
from aidefs.library.library import Library
from aidefs.library.lookup import LibraryLike, TaxonomyLike, Text, library_of, resolve, taxonomy_of
from aidefs.library.records import Definition, comparable, definition_dict
from aidefs.library.taxonomy import Element, Taxonomy
from aidefs.results import Column, Result, columns_of, observation
from aidefs.segmentation.segmentation import Segmentation
from aidefs.segmentation.segments import segment_dict
from aidefs.survey.nearest import Match, Nearest, nearest
from aidefs.text.languages import primary

__all__ = ["AGAINST", "Against", "Review", "Standing", "Version", "review"]


AGAINST = ("eu", "oecd", "coe")
"""What a draft is held against where nothing is named: the three texts that most drafts start from."""

Standing = Literal[
    "identical", "punctuation only", "reworded", "other language", "lacking", "added", "absent", "unknown"
]
_STANDINGS: dict[str, Standing] = {
    "identical": "identical", "punctuation only": "punctuation only", "reworded": "reworded",
    "other language": "other language", "only in A": "lacking", "only in B": "added", "absent": "absent",
    "unknown": "unknown",
}  # fmt: skip
Version = Literal["named", "authentic", "not stored", "not authentic", "unknown"]

_COLUMNS = columns_of("""
element string Id of the element
label string Its name
group string Its group
id string Id of the text that the draft is compared with
name string Name of that text in tables
lang string BCP 47 tag of that text
version string Why in this language: named, authentic, not stored, not authentic or unknown
standing string How the draft stands to it: lacking, added, identical, punctuation only, reworded and so on
uncertain boolean Whether that rests on an automatic reading of low confidence
moved boolean Whether the element stands at another place in the draft
similarity number Of the words of both, 0 to 1; none across languages
official string Words of the text, with " … " where other elements stand between
draft string Words of the draft
official_modal string Modal verb of the text
draft_modal string Modal verb of the draft
official_open_list boolean Whether the text introduces a list as examples
draft_open_list boolean Whether the draft does
official_items array Items that the text lists, lower case
draft_items array Items that the draft lists
""")


class Against(NamedTuple):
    """A draft beside one text.

    Attributes:
        named: The text as it was named.
        comparison: Of the text, which is the baseline, and the draft.
        version: Why the text is compared in its language: "named" (it is in that of the draft), "authentic"
            (an equally authentic version in that of the draft has taken the place of what was named), "not
            stored" (there is such a version, but not in the library), "not authentic" (there is none) or
            "unknown" (whether there is one is not known).
        translation: A translation into the draft's language that has no legal force, where nothing better is
            stored. It is named and not compared.
    """

    named: Definition
    comparison: Comparison
    version: Version
    translation: Definition | None = None

    @property
    def text(self) -> Definition:
        """The text that the draft is compared with."""
        return self.comparison.definitions[0]

    @property
    def name(self) -> str:
        """Its name in tables."""
        return self.comparison.names[0]

    @property
    def read(self) -> bool:
        """Whether elements of both are known."""
        return all(cut.segments for cut in self.comparison.segmentations)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that say something of the term, which the frame does not."""
        return tuple(row for row in self.comparison.rows if row.element.group != "frame")

    def standing(self, *wanted: Standing) -> tuple[Row, ...]:
        """The rows in which the draft stands so to the text."""
        return tuple(row for row in self.rows if standing(row) in wanted)

    def uncertain(self, row: Row) -> bool:
        """Whether what is said of a row rests on an automatic reading of low confidence."""
        return row.element.id in unsure(self.comparison.rows, 0)


def standing(row: Row) -> Standing:
    """How the draft stands to the text in a row."""
    return _STANDINGS[row.pairs[0].status]


@dataclass(frozen=True, repr=False)
class Review(Result):
    """What a draft has and lacks of other texts, and the stored wordings that are nearest to it.

    Attributes:
        draft: The draft.
        segmentation: How it was cut into elements.
        against: The draft beside each text, in the order in which they were named.
        nearest: The stored wordings that are nearest to it.
        library: The library that was used, None for the one that comes with aidefs.
    """

    draft: Definition
    segmentation: Segmentation
    against: tuple[Against, ...]
    nearest: Nearest
    library: Library | None = field(default=None, compare=False, repr=False)

    def __repr__(self) -> str:
        return f"<Review of {self.draft.id} against {', '.join(one.text.id for one in self.against)}>"

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`."""
        return _COLUMNS

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row an element and text: the texts in their order, the elements in that of the taxonomy."""
        return tuple(
            observation(_COLUMNS, _record(one, row)) for one in self.against for row in one.comparison.rows
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/review/1"."""
        library = self.library or Library.shipped()
        cut = self.segmentation
        return {
            **self._stamp("review"),
            "draft": {
                **definition_dict(self.draft, library.alias_of(self.draft.id)),
                "lang_recognised": self.draft.lang_recognised,
                "method": cut.method,
                "segments": [segment_dict(one) for one in cut.segments],
            },
            "against": [_against_dict(one) for one in self.against],
            "nearest": self.nearest.to_dict(),
        }


def _record(one: Against, row: Row) -> dict[str, Any]:
    official, draft = row.cells
    facets = {
        f"{side}_{name}": getattr(cell.facets, name) if cell.segments else None
        for side, cell in (("official", official), ("draft", draft))
        for name in ("modal", "open_list", "items")
    }
    told = row.facts(1)
    return {
        **{name: told[name] for name in ("element", "label", "group", "moved", "similarity")},
        **facets,
        "id": one.text.id,
        "name": one.name,
        "lang": one.text.lang,
        "version": one.version,
        "standing": standing(row),
        "uncertain": one.uncertain(row),
        "official": official.text,
        "draft": draft.text,
    }


def _against_dict(one: Against) -> dict[str, Any]:
    """Ids of the elements by how the draft stands to the text, and the comparison with all the words."""
    rows: dict[str, list[str]] = {}
    for row in one.rows:
        rows.setdefault(standing(row), []).append(row.element.id)
    return {
        "named": one.named.id,
        "id": one.text.id,
        "version": one.version,
        "translation": one.translation.id if one.translation else None,
        "elements": rows,
        "uncertain": [row.element.id for row in one.rows if one.uncertain(row)],
        "comparison": one.comparison.to_dict(),
    }


def review(
    draft: Text,
    against: Text | Sequence[Text] = (),
    *,
    limit: int = 3,
    method: str = "auto",
    lang: str | None = None,
    library: LibraryLike | None = None,
    taxonomy: TaxonomyLike | None = None,
) -> Review:
    """What a draft has and lacks of other texts, element by element, and what is nearest to it anywhere.

    A text is taken in the language of the draft where an authentic version in it is stored. Where there is
    none, the two are compared by element and not by words.

    Args:
        draft: The draft: any text, the path of a document, an id or alias, or a definition.
        against: The texts that it is held against, one or several; by default `AGAINST`.
        limit: How many of the nearest wordings to give of the whole and of each element, at most.
        method: How texts are cut into elements, see `segment`.
        lang: Language of plain texts; by default each is recognised.
        library: Where names are looked up and the nearest wordings are looked for.
        taxonomy: The elements; by default those of AI systems.

    Raises:
        UnknownName: A name that stands for nothing.
        InputError: The draft is empty, or the limit is below 1.
        NoDefinition: Nothing in a text looks like a definition.
    """
    library = library_of(library)
    taxonomy = taxonomy_of(taxonomy, library)
    known, used = library or Library.shipped(), taxonomy or Taxonomy.shipped()
    given = resolve(draft, library, lang=lang)
    texts = [resolve(one, library, lang=lang) for one in _several(against) or _default(known)]
    found = {one[1]: one for text in texts for one in [(text, *_counterpart(text, given, known))]}
    # Sentences call it what a memo calls it; it keeps its own name in tables.
    called = given if given.prose else replace(given, prose="the draft")
    cut, *cuts = segmentations_of([given, *found], method, library, used)
    elements = used.select("all")
    beside = tuple(
        Against(
            named, side_by_side([text, called], [own, cut], elements, used, library), version, translation
        )
        for (named, text, version, translation), own in zip(found.values(), cuts, strict=True)
    )
    closest = nearest(given, limit=limit, method=method, library=library, taxonomy=taxonomy)
    return Review(given, cut, beside, _as_compared(closest, cut, method, known, used), library)


def _as_compared(
    found: Nearest, cut: Segmentation, method: str, library: Library, taxonomy: Taxonomy
) -> Nearest:
    """The nearest wordings of each element, measured as the comparisons of the memo measure them.

    A memo has one number for two wordings: words that only join an element to its neighbours count in none.
    """
    own, sides = Side(cut), dict[Definition, Side]()

    def measured(element: Element, match: Match) -> Match:
        stored = match.wording.definition
        if stored not in sides:
            sides[stored] = Side(*segmentations_of([stored], method, library, taxonomy))
        both = sides_compared(
            (stored, found.definition), (sides[stored], own), (element.id,), taxonomy, library
        )
        return match._replace(words=both.rows[0].pairs[0].words) if both.comparable[0] else match

    elements = {
        element: tuple(sorted((measured(element, one) for one in matches), key=lambda one: -one.similarity))
        for element, matches in found.elements.items()
    }
    return replace(found, elements=elements)


def _several(against: Text | Sequence[Text]) -> tuple[Text, ...]:
    demand(against, (Iterable, Definition, os.PathLike), "one or more texts to hold the draft against")
    one = isinstance(against, str | Definition | os.PathLike)
    return (against,) if one else tuple(against)  # type: ignore[arg-type, return-value]


def _default(library: Library) -> tuple[str, ...]:
    names = tuple(name for name in AGAINST if library.holds(name))
    if not names:
        raise InputError("there is nothing to hold the draft against: name one or more texts")
    return names


def _counterpart(
    text: Definition, draft: Definition, library: Library
) -> tuple[Definition, Version, Definition | None]:
    """The text in the language of the draft, why in this one, and a translation that is no such text."""
    if comparable(text, draft):
        return text, "named", None
    stored = library.languages(text.id) if text.id in library and library[text.id] == text else {}
    versions = [one for one in stored.values() if comparable(one, draft)]
    authentic = next((one for one in versions if not one.authenticity.translation), None)
    if authentic:
        return authentic, "authentic", None
    languages = _primary(text.authenticity.languages)
    version: Version = "unknown"
    if languages:
        version = "not stored" if primary(draft.lang) in languages else "not authentic"
    return text, version, next(iter(versions), None)


def _primary(tags: Iterable[str]) -> set[str]:
    return {primary(tag) for tag in tags}
