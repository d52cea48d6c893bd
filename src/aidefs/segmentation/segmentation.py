"""A definition to segments: a partition of its tokens in which each segment carries one element.

A reviewed annotation is used where a record has one; any other text is cut and labelled here, from clause
structure (`clauses`), wordings that express an element (`cues`) and the nearest reviewed wordings
(`exemplars`), which `scoring` weighs and `decoding` puts together. Every segment says what decided it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from aidefs.classes import dataclass, field
from aidefs.errors import InputError, NoCues, NoDefinition
from aidefs.library.files import MAIN_TERM
from aidefs.library.library import Library
from aidefs.library.lookup import (
    LibraryLike,
    TaxonomyLike,
    Text,
    elements_of,
    library_of,
    resolve,
    taxonomy_of,
)
from aidefs.library.records import Definition
from aidefs.library.taxonomy import Element, Taxonomy, roles_of
from aidefs.results import Column, Result, columns_of, observation
from aidefs.segmentation.facets import facets
from aidefs.segmentation.segments import (
    FACET_COLUMNS,
    Cell,
    Evidence,
    Labelled,
    Method,
    Segment,
    segment_dict,
)
from aidefs.text.spans import locate
from aidefs.text.tokens import TokenColumns, token_columns

__all__ = ["Segmentation", "segment", "segmentation_if_read", "segmentation_of", "unread"]


_LONGEST = 250_000  # characters that are cut by rule: a book, and some ten seconds
_METHODS = ("auto", "reviewed", "automatic")
_REVIEWED = (Evidence("reviewed", "annotated by hand"),)


_COLUMNS = (
    columns_of("""
id string Id of the definition; none for a text given at the call
segment integer Number of the segment in the text, from 1
element string Id of the element
start integer Offset of the first character, in code points from 0
end integer Offset behind the last character
text string Official characters
""")
    + FACET_COLUMNS
    + columns_of("""
method string reviewed (annotated by hand) or automatic
confidence string high, or low for an automatic cut that a reader should look at
evidence array What decided the element
""")
)


@dataclass(frozen=True, repr=False)
class Segmentation(Result):
    """A text in segments.

    Attributes:
        text: The official text.
        lang: Its BCP 47 tag.
        method: "reviewed" (annotated by hand), "automatic", or "none" where the text could not be read.
        segments: They partition the tokens: in order, with nothing but white space before, between and
            behind them. There is none where the text could not be read.
        id: Id of the definition, "" for a text given at the call.
        lang_recognised: Whether the language was told from the words of the text.
        unread: Ids of the elements that would not have been seen if the text had them, because there are
            no cues for them in its language.
        doubtful: Ids of the elements that no segment has and that may lie in those of low confidence all the
            same, or be what a word of another element says ("an autonomous system").
        library: The library that was used, None for the one that comes with aidefs.
    """

    text: str
    lang: str
    method: Method
    segments: tuple[Segment, ...]
    id: str = ""
    library: Library | None = field(default=None, compare=False, repr=False)
    lang_recognised: bool = False
    unread: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()

    def __repr__(self) -> str:
        return f"<Segmentation of {self.id or 'a text'}: {self.method}, {len(self.segments)} segments>"

    @property
    def cells(self) -> dict[str, Cell]:
        """What the text says on each of its elements, in the order in which they first stand in it."""
        return {name: self.cell(name) for name in dict.fromkeys(one.element for one in self.segments)}

    def cell(self, element: str) -> Cell:
        """What the text says on an element; a cell without segments where nothing was found."""
        unread = element in self.unread or element in self.doubtful
        return Cell(tuple(one for one in self.segments if one.element == element), unread)

    def definiens(self, frame: Collection[str]) -> Cell:
        """What the text says behind its term.

        Args:
            frame: Ids of the elements that only name the term.
        """
        return Cell(tuple(one for one in self.segments if one.element not in frame))

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`."""
        return _COLUMNS

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row a segment, in the order of the text."""
        return tuple(
            observation(
                _COLUMNS,
                {
                    **one._asdict(),
                    **one.facets._asdict(),
                    "id": self.id,
                    "segment": n,
                    "method": self.method,
                    "evidence": [f"{e.kind}: {e.value}" for e in one.evidence],
                },
            )
            for n, one in enumerate(self.segments, 1)
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/segmentation/2"."""
        return {
            **self._stamp("segmentation", 2),
            **({"id": self.id} if self.id else {}),
            "text": self.text,
            "lang": self.lang,
            "lang_recognised": self.lang_recognised,
            "method": self.method,
            "segments": [segment_dict(one) for one in self.segments],
        }


def segment(
    text_or_definition: Text,
    lang: str | None = None,
    method: str = "auto",
    *,
    library: LibraryLike | None = None,
    taxonomy: TaxonomyLike | None = None,
) -> Segmentation:
    """Cut a definition into its elements.

    Args:
        text_or_definition: An id or alias, a definition, or any text.
        lang: Language of a plain text; recognised where it is not given.
        method: "reviewed" takes the annotation stored in the record, "automatic" works it out from
            the text, "auto" takes the first that there is. An annotation counts where `taxonomy` has all
            its elements.
        library: Where names and annotated wordings are looked up.
        taxonomy: The elements; by default those of the term that is defined.

    Raises:
        UnknownName: A string without white space that is no name.
        InputError: No annotation that counts where a reviewed one is asked for.
        NoCues: The language cannot be told, or nothing is known of it.
        NoDefinition: Neither a connector ("means") nor any words that point to an element.
    """
    library = library_of(library)
    definition = resolve(text_or_definition, library, lang=lang)
    taxonomy = taxonomy_of(taxonomy, None if definition.terms else library)
    return segmentation_of(definition, definition.lang, method, library=library, taxonomy=taxonomy)


def segmentation_of(
    text: str | Definition,
    lang: str = "en",
    method: str = "auto",
    *,
    library: Mapping[str, Definition] | None = None,
    taxonomy: Mapping[str, Element] | None = None,
    exclude: Collection[str] = (),
) -> Segmentation:
    """Cut a definition into segments, one element each.

    Unlike `segment` it looks up no name: a string is always a text, and the definitions may be any mapping.

    Args:
        text: A text, or a definition (whose own language then counts).
        lang: BCP 47 tag of a text.
        method: "reviewed" takes the reviewed annotation, "automatic" ignores it, "auto" takes it where
            there is one. An annotation counts where the taxonomy has all its elements.
        library: Where reviewed wordings are looked up; the shipped library by default.
        taxonomy: The elements and their cues. By default those of the term, and an annotation counts
            as it is: it was checked against the elements that it was written with.
        exclude: Ids of definitions whose reviewed wordings may not help.

    Returns:
        The segmentation. Equal arguments give equal results on every machine.

    Raises:
        InputError: Unknown method; "reviewed" for a text without a reviewed annotation, or with one whose
            elements the taxonomy lacks; a text without words, or one far longer than a definition.
        NoCues: A language for which there are neither cues nor reviewed definitions that the text repeats.
        NoDefinition: Neither a connector ("means") nor any words that point to an element.
    """
    if method not in _METHODS:
        raise InputError(f"unknown method {method!r}; expected auto, reviewed or automatic")
    definition = text if isinstance(text, Definition) else Definition(id="", text=text, lang=lang)
    hindrance = _hindrance(definition, taxonomy)
    if method == "reviewed" and hindrance:
        name = repr(definition.id) if definition.id else "this text"
        raise InputError(f"{name} has {hindrance}; use the automatic method")
    taxonomy = _own_elements(definition, library) if taxonomy is None else taxonomy
    if len(definition.text) > _LONGEST:
        name = repr(definition.id) if definition.id else "this text"
        raise InputError(
            f"{name} is too long for a definition: {len(definition.text):,} characters; elements are looked "
            f"for in at most {_LONGEST:,}, and extract finds the definitions of a long text"
        )
    columns = token_columns(definition.text, definition.lang)
    if method != "automatic" and not hindrance:
        return _finish(definition, columns, "reviewed", _reviewed(definition), library, taxonomy, frozenset())
    # Only here: most texts have a reviewed annotation, and need no rules.
    from aidefs.segmentation.automatic import assign_elements, out_of_sight, perhaps_overlooked

    reviewed = Library.shipped() if library is None else library
    if isinstance(reviewed, Library) and (term := getattr(taxonomy, "id", "")) in reviewed.terms:
        reviewed = reviewed.of(term)  # the same words may be another element of another term
    labelled = assign_elements(definition, reviewed, taxonomy, exclude, columns=columns)
    unread = out_of_sight(definition.lang, taxonomy).difference(one[0] for one in labelled)
    doubtful = perhaps_overlooked(columns, definition.lang, labelled, taxonomy) - unread
    return _finish(definition, columns, "automatic", labelled, library, taxonomy, unread, doubtful)


def segmentation_if_read(
    definition: Definition,
    method: str,
    *,
    library: Mapping[str, Definition] | None,
    taxonomy: Mapping[str, Element],
) -> Segmentation:
    """`segmentation_of` for results in which a text that cannot be read stands beside others.

    Of such a text it is not known whether it has an element: all of them are `unread`.

    Raises:
        NoDefinition: Nothing in the text looks like a definition.
    """
    try:
        return segmentation_of(definition, definition.lang, method, library=library, taxonomy=taxonomy)
    except NoDefinition:
        raise
    except NoCues:
        return unread(definition, taxonomy)


def unread(definition: Definition, taxonomy: Mapping[str, Element]) -> Segmentation:
    """What is known of the elements of a text that the program cannot read: nothing."""
    columns = token_columns(definition.text, definition.lang)
    return _finish(definition, columns, "none", [], None, taxonomy, frozenset(taxonomy))


def _own_elements(definition: Definition, library: Mapping[str, Definition] | None) -> Taxonomy:
    """The elements of what is defined; none where nobody wrote them and it is annotated all the same."""
    try:
        return elements_of((definition,), library if isinstance(library, Library) else None)
    except InputError:
        if definition.reviewed:
            return Taxonomy(())
        raise


def _hindrance(definition: Definition, taxonomy: Mapping[str, Element] | None) -> str:
    """Why the annotation of a definition cannot be used with a taxonomy; "" where it can."""
    if not definition.reviewed:
        return "no reviewed annotation"
    if taxonomy is None:
        return ""
    missing = dict.fromkeys(element for element, _ in definition.segments if element not in taxonomy)
    return f"a reviewed annotation with elements of another taxonomy: {', '.join(missing)}" if missing else ""


def _reviewed(definition: Definition) -> list[Labelled]:
    try:
        spans = locate(definition.text, [text for _, text in definition.segments])
    except ValueError as error:
        raise InputError(f"the annotation of {definition.id!r} does not fit its text: {error}") from None
    return [
        Labelled(element, start, end, _REVIEWED, "high", True)
        for (element, _), (start, end) in zip(definition.segments, spans, strict=True)
    ]


def _finish(
    definition: Definition,
    columns: TokenColumns,
    method: Method,
    labelled: list[Labelled],
    library: Mapping[str, Definition] | None,
    taxonomy: Mapping[str, Element],
    unread: frozenset[str],
    doubtful: frozenset[str] = frozenset(),
) -> Segmentation:
    text = definition.text
    roles = roles_of(taxonomy)
    # Whether it is a machine is asked of systems, and not of a deployer or a decision.
    genus = roles.genus if getattr(taxonomy, "id", "") in ("", MAIN_TERM) else ""
    found = facets(columns, [one[:3] for one in labelled], roles.frame, genus)
    segments = tuple(
        Segment(element, start, end, text[start:end], one, evidence, confidence)
        for (element, start, end, evidence, confidence, _), one in zip(labelled, found, strict=True)
    )
    used = library if isinstance(library, Library) else None  # any mapping may hold reviewed wordings
    recognised = definition.lang_recognised
    told = recognised, unread, doubtful
    return Segmentation(text, definition.lang, method, segments, definition.id, used, *told)
