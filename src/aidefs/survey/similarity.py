"""The similarity of every pair of many wordings, and the families that it makes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, TypeVar, Unpack

from aidefs.classes import dataclass, field, replace
from aidefs.errors import InputError, NoCues, UnknownName, demand
from aidefs.library.filters import Conditions, language_of_texts
from aidefs.library.library import Library
from aidefs.library.lookup import (
    LibraryLike,
    TaxonomyLike,
    Text,
    baseline_among,
    elements_of,
    library_of,
    taxonomy_of,
)
from aidefs.library.names import nearest_hint
from aidefs.library.records import Definition
from aidefs.library.taxonomy import Taxonomy
from aidefs.library.wordings import Part, Wording, by_date, chronological, group_wordings
from aidefs.results import Column, Result, columns_of, observation, port
from aidefs.segmentation.segmentation import Segmentation
from aidefs.survey.clustering import Tree, average_linkage
from aidefs.survey.lcs import engine, similarities
from aidefs.survey.selection import check_least, chosen_definitions, segmenter
from aidefs.text.languages import UNDETERMINED, primary
from aidefs.text.tokens import in_one_lexicon, scan

__all__ = [
    "MEASURES",
    "Families",
    "Matrix",
    "Written",
    "expected_seconds",
    "families",
    "matrix",
    "similarity_matrix",
    "single_language",
]


Kind = TypeVar("Kind")

MEASURES = ("text", "definiens")
_FORMULA = "2·shared / (words of A + words of B), shared in the same order"
_PAIRS = columns_of("""
id string Id of the definition that stands for the earlier wording
other string Id of the definition that stands for the later one
measure string What was compared: text, definiens or the id of an element
similarity number Of the words, 0 to 1
""")
_FAMILIES = columns_of("""
family integer Number of the family, from 1
id string Id of the definition that stands for the wording
label string Its short name
also array Ids of the others with this wording
adopted date When it was adopted
nearest string Id of the definition that stands for the most similar wording
similarity number Similarity to that one, 0 to 1
""")


class Written(dict[float, Kind]):
    """What is shown for a number; many pairs have the same, for which it is made once."""

    def __init__(self, make: Callable[[float], Kind]) -> None:
        self.make = make

    def __missing__(self, value: float) -> Kind:
        made = self[value] = self.make(value)
        return made


@dataclass(frozen=True, repr=False)
class Matrix(Result):
    """The similarity of every pair of wordings.

    Attributes:
        wordings: Who is compared, by date; definitions of one wording stand together.
        measure: What is compared: "text", "definiens" or the id of an element.
        values: A row for each wording, with one number from 0 to 1 for each wording:
            2·shared / (words of A + words of B), where `shared` is the number of words that both have
            in the same order, at most (their longest common subsequence). Punctuation does not count.
        without: Definitions that have no such element, and so no place in the matrix.
        baseline: What stands first in the order of the tree, and for its wording; None for nothing.
        library: The library that was used, None for the one that comes with aidefs.
    """

    wordings: tuple[Wording, ...]
    measure: str
    values: Sequence[Sequence[float]]
    without: tuple[Definition, ...] = ()
    baseline: Definition | None = None
    library: Library | None = field(default=None, compare=False, repr=False)

    def __len__(self) -> int:
        return len(self.wordings)

    def __repr__(self) -> str:
        return f"<Matrix of {len(self)} wordings, measure {self.measure}>"

    @cached_property
    def tree(self) -> Tree:
        """The wordings clustered by average linkage; `tree.order` is the order in which tables show them."""
        tree = average_linkage(self.values)
        return tree if self.baseline is None else tree.facing(self._place(self.baseline.id))

    @property
    def ordered(self) -> tuple[Wording, ...]:
        """The wordings in the order of the tree."""
        return tuple(self.wordings[n] for n in self.tree.order)

    def between(self, a: str, b: str) -> float:
        """The similarity of two definitions.

        Args:
            a: Id of one.
            b: Id of the other.

        Raises:
            UnknownName: A definition is not in the matrix.
        """
        return self.values[self._place(a)][self._place(b)]

    def nearest_to(self, n: int) -> tuple[int, float] | None:
        """The wording that is most similar to the n-th, and how similar; the earliest of several."""
        row = list(self.values[n])
        if len(row) == 1:
            return None
        row[n] = -1.0  # below every similarity
        best = max(row)
        return row.index(best), best

    def _place(self, name: str) -> int:
        for n, wording in enumerate(self.wordings):
            if name in wording.ids:
                return n
        known = [one for wording in self.wordings for one in wording.ids]
        raise UnknownName(f"{name!r} is not in this matrix{nearest_hint(name, known)}")

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`."""
        return _PAIRS

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row for each pair of wordings, the earlier first."""
        return tuple(
            {
                "id": a.id,
                "other": b.id,
                "measure": self.measure,
                "similarity": self.values[n][m],
            }
            for n, a in enumerate(self.wordings)
            for m, b in enumerate(self.wordings[n + 1 :], n + 1)
        )

    def to_frame(self) -> Any:
        """The matrix as a square DataFrame in the order of the tree, ids for index and columns.

        Raises:
            InputError: pandas is not installed.
        """
        square = port().frame(_Square(self)).set_index("id")
        square.columns = square.columns.astype(square.index.dtype)  # pandas 2 compares no text with objects
        return square

    def pairs(self) -> Any:
        """`records` as a DataFrame: a row for each pair of wordings.

        Raises:
            InputError: pandas is not installed.
        """
        return port().frame(self)

    def sheet(self) -> Iterator[list[str]]:
        """The table for programs: ids for names, and numbers of four digits."""
        order = self.tree.order
        written = Written(lambda value: f"{value:.4f}")
        yield ["id", *(self.wordings[n].id for n in order)]
        for n in order:
            numbers = list(self.values[n])
            yield [self.wordings[n].id, *map(written.__getitem__, map(numbers.__getitem__, order))]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/matrix/1"."""
        rounded = Written(lambda value: round(value, 4))
        return {
            **self._stamp("matrix"),
            "measure": self.measure,
            "formula": _FORMULA,
            "ids": [wording.id for wording in self.wordings],
            "wordings": list(map(wording_dict, self.wordings)),
            "values": [list(map(rounded.__getitem__, row)) for row in self.values],
            "order": list(self.tree.order),
            "without": [definition.id for definition in self.without],
            "baseline": self.baseline.id if self.baseline else None,
        }


@dataclass(frozen=True, repr=False)
class _Square(Result):
    """A matrix as rows of numbers.

    Attributes:
        matrix: The matrix.
    """

    matrix: Matrix

    def columns(self) -> tuple[Column, ...]:
        """The id of a wording, then a column a wording."""
        numbers = (Column(one.id, "number", "Similarity to it") for one in self.matrix.ordered)
        return (_PAIRS[0], *numbers)

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row a wording."""
        order, values = self.matrix.tree.order, self.matrix.values
        ids = [one.id for one in self.matrix.ordered]
        return tuple(
            {"id": name, **dict(zip(ids, (values[n][m] for m in order), strict=True))}
            for name, n in zip(ids, order, strict=True)
        )


@dataclass(frozen=True, repr=False)
class Families(Result):
    """The wordings of a matrix as a tree, cut into families.

    Attributes:
        matrix: The similarities.
        least: Average similarity that the members of a family have at least.
        library: The library that was used, None for the one that comes with aidefs.
    """

    matrix: Matrix
    least: float = 0.5
    library: Library | None = field(default=None, compare=False, repr=False)

    @property
    def groups(self) -> tuple[tuple[int, ...], ...]:
        """The families in the order of the tree, as numbers of wordings in the matrix."""
        return self.matrix.tree.families(self.least)

    def __repr__(self) -> str:
        return f"<Families: {len(self.groups)} of {len(self.matrix)} wordings at {self.least:g}>"

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`."""
        return _FAMILIES

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row for each wording, in the order of the tree."""
        rows = []
        for number, group in enumerate(self.groups, 1):
            for n in group:
                near = self.matrix.nearest_to(n)
                wording = self.matrix.wordings[n]
                row = {
                    "family": number,
                    "id": wording.id,
                    "label": wording.label,
                    "also": [one.id for one in wording.also],
                    "adopted": wording.definition.adopted,
                    "nearest": self.matrix.wordings[near[0]].id if near else None,
                    "similarity": near[1] if near else None,
                }
                rows.append(observation(_FAMILIES, row))
        return tuple(rows)

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/families/1"."""
        tree = self.matrix.tree
        return {
            **self._stamp("families"),
            "measure": self.matrix.measure,
            "formula": _FORMULA,
            "ids": [wording.id for wording in self.matrix.wordings],
            "wordings": list(map(wording_dict, self.matrix.wordings)),
            "joins": [
                {"left": j.left, "right": j.right, "similarity": round(j.similarity, 4), "size": j.size}
                for j in tree.joins
            ],
            "order": list(tree.order),
            "least": self.least,
            "families": [[self.matrix.wordings[n].id for n in group] for group in self.groups],
            "without": [definition.id for definition in self.matrix.without],
            "baseline": self.matrix.baseline.id if self.matrix.baseline else None,
        }


def matrix(
    *definitions: Text,
    measure: str = "text",
    baseline: Text | None = None,
    method: str = "auto",
    library: LibraryLike | None = None,
    taxonomy: TaxonomyLike | None = None,
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
        taxonomy: The elements; by default those of the term that is defined.
        wanted: Conditions as in `aidefs.definitions`; `lang` is "en" where it is not given.

    Raises:
        UnknownName: A name or measure that stands for nothing.
        InputError: There is nothing to compare, the texts are in several languages, or the baseline is
            not among them or lacks the element.
    """
    library = library_of(library)
    taxonomy = taxonomy_of(taxonomy)
    chosen = chosen_definitions(definitions, library, wanted)
    # Whole texts are compared whatever they define.
    read = () if measure == "text" else chosen
    used = elements_of(read, library, taxonomy, wanted.get("term"))
    base = baseline_among(chosen, definitions, baseline, library, language_of_texts(wanted))
    segmented = segmenter(library, used, method)
    table = similarity_matrix(chosen, measure, segmented, used, baseline=base)
    return replace(table, library=library)


def families(
    *definitions: Text,
    measure: str = "definiens",
    least: float = 0.5,
    baseline: Text | None = None,
    method: str = "auto",
    library: LibraryLike | None = None,
    taxonomy: TaxonomyLike | None = None,
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
    library = library_of(library)
    taxonomy = taxonomy_of(taxonomy)
    check_least(least)
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


# Measured on one core, the tree and the text of the table included.
_SECONDS_PER_PAIR = {"rapidfuzz": 0.6e-6, "integers": 2e-6}


def expected_seconds(count: int, which: str = "") -> float:
    """How long the matrix of so many definitions and its tree may take: an order of magnitude.

    Args:
        count: Number of definitions.
        which: Engine, as in `aidefs.survey.lcs`; by default the one that would count.
    """
    return count**2 / 2 * _SECONDS_PER_PAIR[engine(which, count**2)]


def wording_dict(wording: Wording) -> dict[str, Any]:
    """The JSON form of a wording."""
    return {
        "id": wording.id,
        "label": wording.label,
        "adopted": wording.definition.adopted,
        "also": [{"id": one.id, "label": one.label, "adopted": one.adopted} for one in wording.also],
    }


def similarity_matrix(
    definitions: Sequence[Definition],
    measure: str,
    segmented: Callable[[Definition], Segmentation],
    taxonomy: Taxonomy,
    which: str = "",
    baseline: Definition | None = None,
) -> Matrix:
    """Compare every pair.

    Args:
        definitions: Definitions of one language, in any order.
        measure: "text", "definiens" (the text without its frame) or the id of an element.
        segmented: Cuts a definition into its elements.
        taxonomy: The elements.
        which: Engine that counts the shared words, for tests and benchmarks.
        baseline: One of the definitions, which is to stand first and for its wording.

    Raises:
        InputError: There is nothing to compare, the baseline lacks what is compared, or the texts are
            in several languages.
        UnknownName: The measure is neither of the two nor an element.
    """
    part = _part(measure, segmented, taxonomy)
    single_language(definitions)
    try:
        return _compared(definitions, measure, part, which, baseline)
    except NoCues as error:
        raise NoCues(f"{error}, and so does the measure 'text'") from None


def _compared(
    definitions: Sequence[Definition],
    measure: str,
    part: Part,
    which: str,
    baseline: Definition | None,
) -> Matrix:
    if baseline is not None and part(baseline) is None:
        raise InputError(f"baseline '{baseline.id}' has no words on the element '{measure}'")
    wordings = by_date(group_wordings(definitions, part=part, baseline=baseline))
    if not wordings:
        what = f" with the element '{measure}'" if definitions and measure not in MEASURES else ""
        raise InputError(f"there is no definition{what} to compare")
    scans = in_one_lexicon([scan(one.text, one.definition.lang) for one in wordings])
    codes = [one.word_codes for one in scans]
    without = sorted((one for one in definitions if part(one) is None), key=chronological)
    return Matrix(wordings, measure, similarities(codes, which), tuple(without), baseline)


def _part(measure: str, segmented: Callable[[Definition], Segmentation], taxonomy: Taxonomy) -> Part:
    """Gives the words of a definition that a measure compares, None where it has no such words."""
    demand(measure, str, "a measure")
    if measure == "text":
        return lambda definition: definition.text
    if measure == "definiens":
        frame = taxonomy.group("frame")
        return lambda definition: segmented(definition).definiens(frame).words or None
    if measure not in taxonomy:
        hint = nearest_hint(measure, [*MEASURES, *taxonomy])
        raise UnknownName(
            f"unknown measure {measure!r}{hint}; it is text (all words), definiens (the defining words) or "
            f"one element: {', '.join(taxonomy)}"
        )
    return lambda definition: segmented(definition).cell(measure).words or None


def single_language(definitions: Sequence[Definition]) -> None:
    """Sees to it that words can be compared.

    Raises:
        InputError: The texts are in several languages.
    """
    # One that could not be told is none: the words are compared as they stand.
    languages = sorted({primary(definition.lang) for definition in definitions} - {UNDETERMINED})
    if len(languages) > 1:
        raise InputError(f"words of several languages cannot be compared: {', '.join(languages)}")
