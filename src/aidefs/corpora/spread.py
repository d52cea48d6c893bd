"""How a definition spreads through a corpus: who took it when, changed or not, and which elements survive."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from aidefs.classes import NamedTuple, dataclass, field
from aidefs.corpora.corpus import Corpus, opened
from aidefs.corpora.occurrence import CLASSES, Relation
from aidefs.corpora.standing import Standing, standing
from aidefs.library.library import Library
from aidefs.library.lookup import LibraryLike, library_of
from aidefs.library.records import Definition
from aidefs.library.taxonomy import Taxonomy
from aidefs.results import Column, Result, columns_of, observation, sheet_of

__all__ = ["Adopter", "Course", "Spread", "Survival", "spread"]

_COLUMNS = columns_of("""
definition       string   Id of the stored definition
adopted          string   Date of its adoption
doc              string   Name of a document that takes it
date             string   Date of the document
jurisdiction     string   Jurisdiction of the document
standing         string   earlier, same day, later: the definition to the document; own: it is taken from it
class            string   The nearest of its passages: exact, changed, paraphrase or by-reference
similarity       number   Of the words of that passage; none by reference
passages         integer  How many passages of this definition the document has
kept             array    Elements of the definition that are there word for word
altered          array    Elements of which at least half of the words are there
lost             array    Elements of which less is there
""")


class Adopter(NamedTuple):
    """A document that takes a definition.

    Attributes:
        doc: Its name.
        date: Its date, "" where none is known.
        jurisdiction: Its jurisdiction, "" where none is known.
        standing: How the definition stands to it; "" where their dates do not tell.
        relation: The nearest of its passages.
        similarity: Of the words of that passage, None by reference.
        passages: How many passages of the definition it has.
        kept: Elements of the definition that are there word for word.
        altered: Those of which at least half of the words are there.
        lost: Those of which less is there.
    """

    doc: str
    date: str
    jurisdiction: str
    standing: Standing
    relation: Relation
    similarity: float | None
    passages: int
    kept: tuple[str, ...]
    altered: tuple[str, ...]
    lost: tuple[str, ...]


class Survival(NamedTuple):
    """What becomes of an element in the documents that take over words.

    Attributes:
        element: Its id.
        label: Its label.
        kept: In how many documents it is there word for word.
        altered: In how many with at least half of its words.
        lost: In how many with less.
    """

    element: str
    label: str
    kept: int
    altered: int
    lost: int


@dataclass(frozen=True)
class Course:
    """The course of one definition through a corpus.

    Attributes:
        definition: The definition.
        adopters: Who takes it, by date; those without a date come last.
        others: Who has its words and did not take them from it: the document that it is taken from, those of
            its day, and those before it.
    """

    definition: Definition
    adopters: tuple[Adopter, ...]
    others: tuple[Adopter, ...] = ()

    @property
    def first(self) -> Adopter | None:
        """The first that is dated; None where none is."""
        return next((one for one in self.adopters if one.date), None)

    @property
    def last(self) -> Adopter | None:
        """The last that is dated."""
        return next((one for one in reversed(self.adopters) if one.date), None)

    @property
    def jurisdictions(self) -> tuple[str, ...]:
        """Where it was taken, in the order in which it came there."""
        return tuple(dict.fromkeys(one.jurisdiction for one in self.adopters if one.jurisdiction))

    @property
    def relations(self) -> Mapping[Relation, int]:
        """How many documents take it in which way."""
        found = Counter(one.relation for one in self.adopters)
        return {relation: found[relation] for relation in CLASSES}

    def survival(self, taxonomy: Taxonomy) -> tuple[Survival, ...]:
        """What becomes of its elements, in the order of the definition; none where they are not reviewed."""
        counts = [
            Counter(name for one in self.adopters for name in getattr(one, state))
            for state in ("kept", "altered", "lost")
        ]
        names = dict.fromkeys(name for name, _ in self.definition.segments if any(c[name] for c in counts))
        return tuple(
            Survival(name, taxonomy[name].label if name in taxonomy else name, *(c[name] for c in counts))
            for name in names
        )


@dataclass(frozen=True, repr=False)
class Spread(Result):
    """How definitions spread through a corpus.

    Attributes:
        corpus: The corpus.
        courses: A course each definition, the one with most adopters first; of a definition that was asked
            for its versions, by date.
        asked: The name that was asked for, "" for all definitions.
        library: The library that was used, None for the one that comes with aidefs.
    """

    corpus: Corpus
    courses: tuple[Course, ...]
    asked: str = ""
    library: Library | None = field(default=None, compare=False, repr=False)

    def __repr__(self) -> str:
        return f"<Spread of {len(self.courses)} definitions in {self.corpus.summary['documents']} documents>"

    @property
    def taxonomy(self) -> Taxonomy:
        """The elements, whose labels are shown."""
        return Taxonomy.shipped()

    @property
    def adopters(self) -> tuple[str, ...]:
        """Every document that takes any of the definitions."""
        return tuple(dict.fromkeys(one.doc for course in self.courses for one in course.adopters))

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`."""
        return _COLUMNS

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row for each definition and document that takes it or has its words otherwise."""
        return tuple(
            observation(
                _COLUMNS,
                {
                    **one._asdict(),
                    "definition": course.definition.id,
                    "adopted": course.definition.adopted,
                    "class": one.relation,
                },
            )
            for course in self.courses
            for one in (*course.adopters, *course.others)
        )

    def sheet(self) -> Iterator[Sequence[str]]:
        """Rows of text for CSV: those of `records`, lists with spaces between."""
        return sheet_of(_COLUMNS, self.records(), " ")

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/spread/1"."""
        return {
            **self._stamp("spread"),
            "documents": self.corpus.summary["documents"],
            "asked": self.asked or None,
            "definitions": [
                {
                    "id": course.definition.id,
                    "adopted": course.definition.adopted or None,
                    "documents": len(course.adopters),
                    **course.relations,
                    "jurisdictions": list(course.jurisdictions),
                    "elements": [
                        {"element": s.element, "kept": s.kept, "altered": s.altered, "lost": s.lost}
                        for s in course.survival(self.taxonomy)
                    ],
                    "adopters": [_adopter_dict(one) for one in course.adopters],
                    "others": [_adopter_dict(one) for one in course.others],
                }
                for course in self.courses
            ],
        }


def _adopter_dict(one: Adopter) -> dict[str, Any]:
    return {
        "doc": one.doc,
        "date": one.date or None,
        "jurisdiction": one.jurisdiction or None,
        "standing": one.standing or None,
        "class": one.relation,
        "similarity": one.similarity,
        "passages": one.passages,
        "kept": list(one.kept),
        "altered": list(one.altered),
        "lost": list(one.lost),
    }


def spread(
    folder: str | os.PathLike[str] | Corpus,
    definition: str | None = None,
    *,
    library: LibraryLike | None = None,
) -> Spread:
    """How definitions spread through the documents of a corpus.

    A document takes a definition that it cites, that was there before it, or where no date says otherwise.
    One that has the words of a later text, or is the document of a stored one, takes the nearest text that
    was there before.

    Args:
        folder: What `corpus` gave, or the folder that it wrote.
        definition: The one that is asked for. A short name ("oecd") stands for all versions of the text, any
            other for one. A passage whose words several definitions have counts for each that is asked for.
        library: The definitions; by default the collection that comes with aidefs.

    Returns:
        A course for each definition.

    Raises:
        InputError: The folder holds no corpus.
        UnknownName: There is no such definition.
    """
    found = folder if isinstance(folder, Corpus) else opened(folder)
    given = library_of(library)
    used = Library.shipped() if given is None else given
    if (term := found.summary.get("term", used.term)) != used.term:
        used = used.of(term)
    wanted = _versions(definition, used) if definition else None
    by: dict[str, dict[str, list[Adopter]]] = {}
    for row in found.passages():
        for name, one in _users(row, used, wanted):
            by.setdefault(name, {}).setdefault(one.doc, []).append(one)
    courses = [_course(used[name], documents.values()) for name, documents in by.items()]
    if wanted is None:
        courses.sort(key=lambda course: (-len(course.adopters), course.definition.id))
    else:
        courses.sort(key=lambda course: wanted.index(course.definition.id))
    return Spread(found, tuple(courses), definition or "", given)


def _versions(name: str, library: Library) -> tuple[str, ...]:
    if name in library.short_names:
        return tuple(library.aliases[name].versions)
    return (library[name].id,)


def _users(
    row: Mapping[str, Any], library: Library, wanted: Sequence[str] | None
) -> Iterator[tuple[str, Adopter]]:
    """The document of a passage as one that uses the words of a definition, and of an earlier one."""
    names = [row["definition"]]
    if wanted is not None:
        names = [name for name in (row["definition"], *row["same_wording"]) if name in wanted][:1]
    for name in names:
        if name in library:
            yield name, _user(row, _standing(row, library[name]))
    name = row["earlier"]
    if name and name in library and (wanted is None or name in wanted):
        yield name, _user(row, "earlier", "earlier_")


def _standing(row: Mapping[str, Any], definition: Definition) -> Standing:
    if definition.id == row["own"]:
        return "own"
    if definition.id == row["definition"]:
        told: Standing = row["standing"] or ""
        return told
    return standing(definition.adopted, row["date"] or "")


def _user(row: Mapping[str, Any], standing: Standing, prefix: str = "") -> Adopter:
    """What a row says of the document and of the definition whose columns have a prefix."""
    return Adopter(
        row["doc"],
        row["date"] or "",
        row["jurisdiction"] or "",
        standing,
        row[f"{prefix}class"],
        row[f"{prefix}similarity"],
        1,
        *(tuple(row[f"{prefix}{state}"]) for state in ("kept", "altered", "lost")),
    )


def _course(definition: Definition, documents: Iterable[Sequence[Adopter]]) -> Course:
    """Who takes a definition: each document once, by the nearest of its passages."""
    users = []
    for passages in documents:
        near = min(passages, key=lambda one: (CLASSES.index(one.relation), -(one.similarity or 0.0)))
        users.append(near._replace(passages=len(passages)))
    users.sort(key=lambda one: (one.date or "9", one.doc))
    takers = [one for one in users if _takes(one)]
    return Course(definition, tuple(takers), tuple(one for one in users if one not in takers))


def _takes(one: Adopter) -> bool:
    """Whether a document takes a definition: it came after it, or it cites it, whatever their dates are."""
    return one.standing in ("earlier", "") or (one.relation == "by-reference" and one.standing != "own")
