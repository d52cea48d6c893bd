"""What `extract` gives: the provisions of a document that define a term.

The steps stand in modules of their own, in this order: `structure` (and `markup`), `candidates`,
`boundaries`, `locators`, `references` (and `identifiers`), `kinds`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import Any

from aidefs.classes import NamedTuple, dataclass, field, replace
from aidefs.errors import InputError, demand, near
from aidefs.library.library import Library
from aidefs.library.lookup import LibraryLike, library_of
from aidefs.provisions.boundaries import Extent, boundaries
from aidefs.provisions.candidates import candidates
from aidefs.provisions.documents import Source, read_source, source_of_text
from aidefs.provisions.identifiers import resolved
from aidefs.provisions.kinds import kind_of
from aidefs.provisions.locators import locators
from aidefs.provisions.margins import joined
from aidefs.provisions.references import exclusions_of, reference_of
from aidefs.results import Column, Result, columns_of, observation, sheet_of
from aidefs.text.languages import UNDETERMINED, language_tag
from aidefs.text.recognition import recognise

__all__ = ["Extraction", "Extractions", "Provision", "extract", "extract_source", "plain"]


class Provision(NamedTuple):
    """A provision that gives a term its meaning.

    Attributes:
        start: Offset of its first character in the text of the document, as it was read.
        end: Offset behind its last one.
        text: Its words, letter for letter, without the numbers of lines that a page prints between them; of a
            PDF without its line breaks, too, and the hyphens at them.
        term: The term as printed.
        also: Further terms that it defines.
        locator: Where it stands, as a lawyer cites it: "§ 7223(4)", "Article 3(1)"; "" where nothing is
            numbered.
        connector: The words between term and meaning; "" where there are none.
        by_reference: The citation of the source from which the meaning is taken; "" where it gives its own.
        resolved: Id of the stored definition that stands there; "" where none is known to.
        exclusions: Stretches of the document that take something out of the term.
        limbs: The number of its limbs.
        kind: "ai-system", "cognate" or "other".
        nested_in: The term of the provision inside which it stands; "" where there is none.
        quoted: Whether it is to be put into another act.
    """

    start: int
    end: int
    text: str
    term: str
    also: tuple[str, ...] = ()
    locator: str = ""
    connector: str = ""
    by_reference: str = ""
    resolved: str = ""
    exclusions: tuple[tuple[int, int], ...] = ()
    limbs: int = 0
    kind: str = "other"
    nested_in: str = ""
    quoted: bool = False

    @property
    def terms(self) -> tuple[str, ...]:
        """All terms that it defines."""
        return (self.term, *self.also)

    def to_dict(self) -> dict[str, Any]:
        """The JSON form; what is not there is null."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "term": self.term,
            "also": list(self.also),
            "locator": self.locator or None,
            "connector": self.connector or None,
            "by_reference": self.by_reference or None,
            "resolved": self.resolved or None,
            "exclusions": [list(stretch) for stretch in self.exclusions],
            "limbs": self.limbs,
            "kind": self.kind,
            "nested_in": self.nested_in or None,
            "quoted": self.quoted,
        }


_COLUMNS = columns_of("""
file string The document, as the user named it
number integer Its number among the provisions of the document, from 1
term string The term as printed
also array Further terms of the same provision
locator string Where it stands, as a lawyer cites it
text string Its words
connector string The words between term and meaning
by_reference string The citation from which the meaning is taken
resolved string Id of the stored definition that stands there
kind string ai-system, cognate or other
limbs integer Number of its limbs
nested_in string The term of the provision inside which it stands
start integer Offset of its first character in the text as read, in code points from 0
end integer Offset behind the last character
""")


@dataclass(frozen=True, repr=False)
class Extraction(Result):
    """The provisions of a document that define a term, in its order.

    Attributes:
        file: The document as the user named it; "" for a text.
        provisions: The provisions.
        numbers: Their numbers among all of the document, from 1, which name them: `act.pdf#2`.
        lang: BCP 47 tag of its language.
        characters: Length of its text.
        notes: What there is to know of how it was read.
        library: The library in which sources were looked up, None for the one that comes with aidefs.
    """

    file: str
    provisions: tuple[Provision, ...]
    numbers: tuple[int, ...] = ()
    lang: str = UNDETERMINED
    characters: int = 0
    notes: tuple[str, ...] = ()
    library: Library | None = field(default=None, compare=False, repr=False)

    def __len__(self) -> int:
        return len(self.provisions)

    def __iter__(self) -> Iterator[Provision]:
        return iter(self.provisions)

    def __repr__(self) -> str:
        return f"<Extraction of {self.file or 'a text'!r}: {len(self)} provisions>"

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`."""
        return _COLUMNS

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row a provision."""
        return tuple(
            observation(_COLUMNS, {**one.to_dict(), "file": self.file, "number": number})
            for one, number in zip(self.provisions, self.numbers, strict=True)
        )

    def sheet(self) -> Iterator[tuple[str, ...]]:
        """The same as text, for CSV and TSV."""
        return sheet_of(_COLUMNS, self.records(), "; ")

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/extraction/1"."""
        return {**self._stamp("extraction"), "files": [self.data()]}

    def data(self) -> dict[str, Any]:
        """What the JSON form says of the document."""
        return {
            "file": self.file,
            "lang": self.lang,
            "characters": self.characters,
            "notes": list(self.notes),
            "provisions": [
                {"number": number, **one.to_dict()}
                for one, number in zip(self.provisions, self.numbers, strict=True)
            ],
        }

    def chosen(self, term: str = "", *, ai: bool = False) -> Extraction:
        """The provisions of one term, or those of AI and its kin; numbers stay.

        Args:
            term: A term; capitals, hyphens and white space do not matter.
            ai: Whether only provisions of the kinds "ai-system" and "cognate" are kept.

        Raises:
            InputError: No provision defines the term.
        """
        rows = list(zip(self.numbers, self.provisions, strict=True))
        if term:
            wanted = plain(term)
            rows = [(number, one) for number, one in rows if wanted in map(plain, one.terms)]
            if not rows:
                known = list(dict.fromkeys(name for one in self.provisions for name in one.terms))
                hint = ", ".join(near(term, known))
                raise InputError(
                    f"{_shown(self.file)} has no definition of “{term}”"
                    + (f"; nearest: {hint}" if hint else "")
                )
        if ai:
            rows = [(number, one) for number, one in rows if one.kind != "other"]
        return replace(
            self, provisions=tuple(one for _, one in rows), numbers=tuple(number for number, _ in rows)
        )


@dataclass(frozen=True, repr=False)
class Extractions(Result):
    """The provisions of several documents.

    Attributes:
        files: One extraction a document.
        library: The library in which sources were looked up, None for the one that comes with aidefs.
    """

    files: tuple[Extraction, ...]
    library: Library | None = field(default=None, compare=False, repr=False)

    def __len__(self) -> int:
        return sum(map(len, self.files))

    def __iter__(self) -> Iterator[Extraction]:
        return iter(self.files)

    def __repr__(self) -> str:
        return f"<Extractions of {len(self.files)} documents: {len(self)} provisions>"

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`."""
        return _COLUMNS

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row a provision."""
        return tuple(row for one in self.files for row in one.records())

    def sheet(self) -> Iterator[tuple[str, ...]]:
        """The same as text, for CSV and TSV."""
        return sheet_of(_COLUMNS, self.records(), "; ")

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/extraction/1"."""
        return {**self._stamp("extraction"), "files": [one.data() for one in self.files]}


def plain(term: str) -> str:
    """A term without what does not count when it is looked for."""
    return " ".join(re.sub(r"[^\w\s]", " ", term.casefold()).split())


def extract(
    source: str | os.PathLike[str],
    *,
    term: str = "",
    ai: bool = False,
    lang: str | None = None,
    library: LibraryLike | None = None,
) -> Extraction:
    """The provisions of a document or text that define a term.

    Args:
        source: The path of a document, "-" for standard input, or a text. A string of one line without a
            space, or one that is the path of a file, is a path.
        term: Keep those of one term.
        ai: Keep those of AI and its kin.
        lang: BCP 47 tag of its language; by default recognised.
        library: Where sources are looked up.

    Raises:
        InputError: The file cannot be read, or no provision defines the term.
    """
    used = library_of(library)
    demand(source, (str, os.PathLike), "the path of a document, or a text")
    path = os.fspath(source)
    is_path = not isinstance(source, str) or (" " not in path.strip() and "\n" not in path) or _is_file(path)
    found = extract_source(read_source(path) if is_path else source_of_text(path), lang, used)
    return found.chosen(term, ai=ai)


def _is_file(path: str) -> bool:
    try:
        return len(path) < _LONGEST_PATH and os.path.isfile(path)
    except ValueError:
        return False


_LONGEST_PATH = 4096


def _shown(file: str) -> str:
    return "the text" if not file else "standard input" if file == "-" else f"'{file}'"


def extract_source(
    source: Source, lang: str | None = None, library: Library | None = None, *, resolving: bool = True
) -> Extraction:
    """The provisions of a document that was read; arguments as in `extract`.

    Args:
        source: The document.
        lang: BCP 47 tag of its language; by default recognised.
        library: Where sources are looked up.
        resolving: Whether they are looked up at all.
    """
    structure = source.structure
    language = language_tag(lang) if lang else recognise(structure.text)
    # A text too short to tell is read with the words of English, which hold nothing in another language.
    words = "en" if language == UNDETERMINED else language
    extents = boundaries(structure, candidates(structure, words), words)
    used = (library or Library.shipped()) if resolving else None
    rows = tuple(
        _provision(source, extent, locator, language, used)
        for extent, locator in zip(extents, locators(structure, extents, language), strict=True)
    )
    return Extraction(
        source.document.name,
        rows,
        tuple(range(1, len(rows) + 1)),
        language,
        len(source.document.text),
        source.document.notes,
        library,
    )


def _provision(source: Source, extent: Extent, locator: str, lang: str, library: Library | None) -> Provision:
    one, text = extent.candidate, source.structure.text
    start, end = source.cleaned.origin(one.start, extent.end)
    words = text[one.start : extent.end]
    reference = reference_of(words, one, lang)
    stored = resolved(reference, one.terms, library) if reference and library is not None else ""
    exclusions = (
        source.cleaned.origin(one.start + low, one.start + high) for low, high in exclusions_of(words, lang)
    )
    blocks = source.structure.blocks
    shapes = [(blocks[k].marks[0].shape, blocks[k].depth) for k in extent.limbs if blocks[k].marks]
    printed = source.document.form == "pdf"  # whose lines are those of a page
    return Provision(
        start,
        end,
        joined(words, text) if printed else words,
        one.terms[0],
        one.terms[1:],
        locator,
        one.connector,
        reference,
        stored,
        tuple(exclusions),
        shapes.count(shapes[0]) if shapes else 0,
        kind_of(one.terms),
        extent.nested_in,
        blocks[one.block].quoted,
    )
