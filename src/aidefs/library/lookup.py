"""From what a user names to definitions: names, plain texts, conditions, and a baseline among them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Unpack

from aidefs.errors import InputError, described
from aidefs.library.files import EVERY_TERM, MAIN_TERM
from aidefs.library.library import Library
from aidefs.library.records import Definition
from aidefs.library.taxonomy import Taxonomy
from aidefs.results import port
from aidefs.text.languages import has_unspaced_letters, language_tag

if TYPE_CHECKING:
    from aidefs.library.filters import Conditions, Wanted
    from aidefs.library.listing import Definitions

__all__ = [
    "LibraryLike",
    "TaxonomyLike",
    "Text",
    "baseline_among",
    "definitions",
    "elements_of",
    "from_baseline",
    "get",
    "library_of",
    "resolve",
    "resolve_all",
    "taxonomy_of",
    "terms_asked",
]


_LONGEST_NAME = 200  # characters of a string that may be a name with spaces

Text = str | Definition | os.PathLike[str]
"""A name, a text, a definition, or the path of a document (`Path("draft.docx")`, `Path("act.pdf#2")`)."""
LibraryLike = Library | str | os.PathLike[str]
"""A library, or the folder of one's own that is laid over the one that comes with aidefs."""
TaxonomyLike = Taxonomy | str | os.PathLike[str]
"""Elements, or the file that holds them."""


def library_of(given: LibraryLike | None) -> Library | None:
    """The library that a user gives to a function, None for the one that comes with aidefs.

    A library or folder adds to the shipped one, unless it was loaded to stand alone.

    Raises:
        InputError: It is none, there is no such folder, or a name has a meaning in the shipped one already.
        DataError: Files of the folder are faulty.
    """
    if given is None:
        return None
    if isinstance(given, Library):
        return given.in_use
    if isinstance(given, str | os.PathLike):
        return Library.load(given).in_use
    raise InputError(f"a library is a Library or the path of a folder, not {described(given)}")


def taxonomy_of(given: TaxonomyLike | None, library: Library | None = None) -> Taxonomy | None:
    """The elements that a user gives to a function, None for those that come with aidefs.

    Args:
        given: What the user gave; a folder of the user's own that holds elements need not be named again.
        library: The library that is used.

    Raises:
        InputError: It is neither a taxonomy nor the path of a file.
        DataError: The file is faulty or cannot be read.
    """
    if given is None:
        return library.taxonomy if library else None
    if isinstance(given, Taxonomy):
        return given
    if isinstance(given, str | os.PathLike):
        return Taxonomy.load(given)
    raise InputError(f"a taxonomy is a Taxonomy or the path of a file of elements, not {described(given)}")


def elements_of(
    definitions: Iterable[Definition],
    library: Library | None,
    taxonomy: Taxonomy | None = None,
    term: Wanted = None,
) -> Taxonomy:
    """The elements by which definitions are read: those of the first term that all of them define.

    A text that is in no collection may define any term.

    Args:
        definitions: What is read.
        library: Where they come from, None for the collection that comes with aidefs.
        taxonomy: Elements that are given, and then count.
        term: The term that is asked for, if one is.

    Raises:
        InputError: They define no term in common, or its elements are not known.
    """
    if taxonomy is not None:
        return taxonomy
    used = library or Library.shipped()
    asked = terms_asked(used, term)
    if len(asked) == 1:
        return used.elements(asked[0])
    shared: tuple[str, ...] = ()
    first: Definition | None = None
    for one in definitions:
        own = one.terms or ((MAIN_TERM,) if one.source else ())
        if not own:
            continue
        common = tuple(name for name in shared if name in own) if first else own
        if first and not common:
            raise InputError(
                f"'{first.id}' defines {shared[0]} and '{one.id}' {own[0]}, which share no elements; "
                "diff shows the words of both"
            )
        first, shared = first or one, common
    return used.elements(shared[0] if shared else MAIN_TERM)


def terms_asked(library: Library, term: Wanted) -> tuple[str, ...]:
    """The ids of terms among the values of the condition `term`; the others are words that texts define."""
    values = (term,) if isinstance(term, str) else tuple(term or ())
    named = (library.term_id(one) for one in values)
    return tuple(one for one in named if one and one != EVERY_TERM)


def get(name: str, *, library: LibraryLike | None = None) -> Definition:
    """The definition of a name.

    Args:
        name: An id ("oecd-2019"), an alias ("eu": the current text), an alias with a date
            ("eu@2021-04"), each perhaps with a language ("eu:fr").
        library: Where to look; by default the collection that comes with aidefs.

    Raises:
        UnknownName: The name stands for nothing; a `KeyError` with the nearest names.
        InputError: The date fits several versions.
    """
    return (library_of(library) or Library.shipped())[name]


def definitions(*, library: LibraryLike | None = None, **wanted: Unpack[Conditions]) -> Definitions:
    """The definitions that meet every condition, by date of adoption and id.

    The result is a tuple that a notebook shows as a list.

    Args:
        library: Where to look; by default the collection that comes with aidefs.
        wanted: `jurisdiction`, `status`, `kind`, `lang`, `year`, `text` and `term`, each one value or
            several; see `aidefs.library.filters.Conditions`.

    Raises:
        InputError: A status or kind that does not exist, or a year that does not have four digits.
    """
    from aidefs.library.listing import Definitions  # wanted by few calls

    used = library_of(library) or Library.shipped()
    return Definitions(used.where(**wanted), used)


def resolve(
    source: Text, library: Library | None = None, *, lang: str | None = None, number: int = 0
) -> Definition:
    """A definition from a name, a definition, a plain text or the path of a document.

    A string with white space inside is taken as text, and so is one in a script that is written without
    spaces (Chinese, Japanese, Thai and their like), unless it is a name of the library in its whole length
    ("EU AI Act"); any other is a name.

    Args:
        source: What to resolve.
        library: Where names are looked up.
        lang: Language of a plain text; recognised where it is not given.
        number: Number of a plain text, 0 where there is only one.

    Raises:
        UnknownName: A string that is neither a text nor a name.
        InputError: The text is empty, or is the name of a file; or the document cannot be read or holds not
            one definition.
    """
    lang = language_tag(lang) if lang else lang
    if isinstance(source, Definition):
        return source
    if isinstance(source, os.PathLike):
        found: Definition = port().document(source, lang)
        return found
    if isinstance(source, list | tuple | set):
        raise InputError("names are given one by one, not as a list: with a star in front, *names")
    if not isinstance(source, str):
        raise InputError(f"expected a name, a text, a definition or a path, not {described(source)}")
    words = source.split()
    if len(words) < 4 and "\n" not in source:
        ending = os.path.splitext(source.partition("#")[0])[1].lower()
        if ending:
            from aidefs.readers.read import ENDINGS  # a name has none, and wants no reader

            if ending in ENDINGS:
                raise InputError(f"'{source}' looks like a file: give Path('{source}')")
    if not words:
        raise InputError("the text is empty")
    used = library or Library.shipped()
    if len(words) > 1 or has_unspaced_letters(source):
        name = used.called.one(source) if len(source) <= _LONGEST_NAME else None
        return used[name] if name else Definition.of_text(source, lang, number)
    return used[words[0]]


def _is_text(source: str) -> bool:
    return len(source.split()) > 1 or has_unspaced_letters(source)


def resolve_all(sources: Iterable[Text], library: Library | None, lang: str | None) -> list[Definition]:
    """Definitions of all sources; plain texts are numbered where there are several."""
    given = list(sources)
    texts = [k for k, source in enumerate(given) if isinstance(source, str) and _is_text(source)]
    numbers = {k: number for number, k in enumerate(texts, 1)} if len(texts) > 1 else {}
    return [resolve(one, library, lang=lang, number=numbers.get(k, 0)) for k, one in enumerate(given)]


def from_baseline(
    sources: Sequence[Text], baseline: Text | None, library: Library | None, lang: str | None
) -> list[Definition]:
    """The definitions, the baseline before the others."""
    chosen = resolve_all(sources, library, lang)
    base = baseline_among(chosen, sources, baseline, library, lang)
    if base is not None:
        chosen.remove(base)  # one of them: a text may be compared with itself
        chosen.insert(0, base)
    return chosen


def baseline_among(
    chosen: Sequence[Definition],
    sources: Sequence[Text],
    baseline: Text | None,
    library: Library | None,
    lang: str | None,
) -> Definition | None:
    """The definition that is named as the baseline, None where none is.

    Args:
        chosen: The definitions, of which the baseline has to be one.
        sources: How they were named, if they were.
        baseline: How the baseline is named.
        library: Where names are looked up.
        lang: Language of a plain text; recognised where it is not given.

    Raises:
        UnknownName: The baseline is a name that stands for nothing.
        InputError: It is not among the definitions.
    """
    if baseline is None:
        return None
    known = baseline in sources  # a plain text has its number
    base = chosen[sources.index(baseline)] if known else resolve(baseline, library, lang=lang)
    if base not in chosen:
        raise InputError(f"baseline '{base.id}' is not among the definitions")
    return base
