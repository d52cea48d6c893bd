"""The public functions: names in, results out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Unpack

from aidefs.alignment.chains import Chain
from aidefs.alignment.redline import Level, Redline
from aidefs.alignment.redline import redline as _redline
from aidefs.comparison.comparison import Comparison
from aidefs.comparison.rows import align
from aidefs.errors import InputError
from aidefs.library.describe import distinct_names
from aidefs.library.filters import Conditions, Filters
from aidefs.library.library import Library
from aidefs.library.listing import Definitions
from aidefs.library.records import Definition
from aidefs.library.taxonomy import Taxonomy
from aidefs.segmentation.segmentation import Segmentation
from aidefs.segmentation.segmentation import segment as _segment
from aidefs.text.languages import has_unspaced_letters

if TYPE_CHECKING:
    from aidefs.comparison.table import ElementTable
    from aidefs.output.exports import Exported
    from aidefs.survey.search import Concordance
    from aidefs.text.phrasebook import DateStyle, Language

__all__ = [
    "chain",
    "cite",
    "compare",
    "definitions",
    "diff",
    "export",
    "get",
    "resolve",
    "resolve_all",
    "search",
    "segment",
    "table",
]

Text = str | Definition


def get(name: str, *, library: Library | None = None) -> Definition:
    """The definition of a name.

    Args:
        name: An id ("oecd-2019"), an alias ("eu": the current text), an alias with a date
            ("eu@2021-04"), each perhaps with a language ("eu:fr").
        library: Where to look; by default the collection that comes with aidefs.

    Raises:
        UnknownName: The name stands for nothing; a `KeyError` with the nearest names.
        InputError: The date fits several versions.
    """
    return (library or Library.shipped())[name]


def definitions(*, library: Library | None = None, **wanted: Unpack[Conditions]) -> Definitions:
    """The definitions that meet every condition, by date of adoption and id.

    The result is a tuple that a notebook shows as a list.

    Args:
        library: Where to look; by default the collection that comes with aidefs.
        wanted: `jurisdiction`, `status`, `kind`, `lang`, `year`, `text` and `term`, each one value or
            several; see `aidefs.library.filters.Conditions`.

    Raises:
        InputError: A status or kind that does not exist, or a year that does not have four digits.
    """
    used = library or Library.shipped()
    return Definitions(used.where(**wanted), used)


def search(
    words: str, *, context: int = 8, library: Library | None = None, **wanted: Unpack[Filters]
) -> Concordance:
    """The places where words stand in definitions, each with its context and element.

    Args:
        words: What to look for, token by token: capitals, white space and the shapes of quotation
            marks and dashes do not matter, "machine based" does not find "machine-based", and `*` at
            the end of a word stands for any end.
        context: How many tokens to give on either side of a hit.
        library: Where to look; by default the collection that comes with aidefs.
        wanted: `jurisdiction`, `status`, `kind`, `lang`, `year` and `term`, as in `definitions`.

    Raises:
        InputError: There is nothing to look for, or a status or kind does not exist.
    """
    return (library or Library.shipped()).search(words, context=context, **wanted)


def export(
    path: str | os.PathLike[str],
    format: str = "csv",
    *,
    force: bool = False,
    library: Library | None = None,
    **wanted: Unpack[Conditions],
) -> Exported:
    """Write the collection, or a selection of it, into a folder for other programs.

    Args:
        path: The folder: new or empty.
        format: "csv" (four tables), "json", "jsonl", "parquet" (four tables, needs pyarrow) or
            "datapackage" (the CSV files with a description of every column).
        force: Replace an earlier export.
        library: What to write; by default the collection that comes with aidefs.
        wanted: Conditions, as in `definitions`.

    Returns:
        The names of the files and the number of rows of each table.

    Raises:
        InputError: Nothing to write, an unknown format, a package that is missing, or a folder that
            holds something or cannot be written.
    """
    from aidefs.output.exports import export_definitions  # wanted by few calls

    used = library or Library.shipped()
    return export_definitions(used.where(**wanted), used, path, format, force=force)


def resolve(source: Text, library: Library | None = None, *, lang: str = "en", number: int = 0) -> Definition:
    """A definition from a name, a definition or plain text.

    A string with white space inside is taken as text, and so is one in a script that is written without
    spaces (Chinese, Japanese, Thai and their like); any other is a name.

    Args:
        source: What to resolve.
        library: Where names are looked up.
        lang: Language of a plain text.
        number: Number of a plain text, 0 where there is only one.

    Raises:
        UnknownName: A string that is neither a text nor a name.
        InputError: The text is empty, or is the name of a file.
    """
    if isinstance(source, Definition):
        return source
    if not isinstance(source, str):
        raise InputError(f"expected a name, a text or a definition, not {type(source).__name__}")
    words = source.split()
    if len(words) < 4 and source.endswith((".txt", ".md")) and "\n" not in source:
        raise InputError(f"'{source}' looks like a file: read it and give its text")
    if not words:
        raise InputError("the text is empty")
    if _is_text(source):
        return Definition.of_text(source, lang, number)
    return (library or Library.shipped())[words[0]]


def _is_text(source: str) -> bool:
    return len(source.split()) > 1 or has_unspaced_letters(source)


def resolve_all(sources: Iterable[Text], library: Library | None, lang: str) -> list[Definition]:
    """Definitions of all sources; plain texts are numbered where there are several."""
    given = list(sources)
    texts = [k for k, source in enumerate(given) if isinstance(source, str) and _is_text(source)]
    numbers = {k: number for number, k in enumerate(texts, 1)} if len(texts) > 1 else {}
    return [resolve(one, library, lang=lang, number=numbers.get(k, 0)) for k, one in enumerate(given)]


def cite(*names: Text, style: str = "plain", library: Library | None = None) -> str:
    """The bibliography of definitions, in the order in which they are named.

    Args:
        names: Ids or aliases, or definitions.
        style: "plain" (one line each), "bibtex", "biblatex" or "csl" (a JSON array); see
            `docs/citations.md`.
        library: Where names are looked up.

    Raises:
        UnknownName: A name that stands for nothing.
        InputError: The style does not exist, or nothing is named.
    """
    from aidefs.library.citations import cite as cite_definitions

    if not names:
        raise InputError("cite takes one or more definitions; none given")
    # A plain text has no source that could be cited, so words are no text here but a name that is wrong.
    chosen = [name if isinstance(name, Definition) else get(name, library=library) for name in names]
    return cite_definitions(chosen, style)


def segment(
    text_or_definition: Text,
    lang: str = "en",
    method: str = "auto",
    *,
    library: Library | None = None,
    taxonomy: Taxonomy | None = None,
) -> Segmentation:
    """Cut a definition into its elements.

    Args:
        text_or_definition: An id or alias, a definition, or any text.
        lang: Language of a plain text.
        method: "reviewed" takes the annotation stored in the record, "automatic" works it out from
            the text, "auto" takes the first that there is. An annotation counts where `taxonomy` has all
            its elements.
        library: Where names and annotated wordings are looked up.
        taxonomy: The elements; by default those of `data/elements.toml`.

    Raises:
        UnknownName: A string without white space that is no name.
        InputError: No annotation that counts where a reviewed one is asked for, or no cues for the
            language.
    """
    definition = resolve(text_or_definition, library, lang=lang)
    return _segment(definition, definition.lang, method, library=library, taxonomy=taxonomy)


def diff(
    a: Text, b: Text, level: Level = "word", *, lang: str = "en", library: Library | None = None
) -> Redline:
    """The redline of two texts.

    Args:
        a: The earlier or left-hand text: an id or alias, a definition, or any text.
        b: The later or right-hand text.
        level: "word", "char" or "clause".
        lang: Language of plain texts.
        library: Where names are looked up.

    Raises:
        UnknownName: A string without white space that is no name.
        InputError: The level does not exist.
    """
    return chain(a, b, level=level, lang=lang, library=library).redlines[0]


def chain(
    a: Text, b: Text, *more: Text, level: Level = "word", lang: str = "en", library: Library | None = None
) -> Chain:
    """Redlines one behind the other, for the versions of a text: each against the one before it.

    Args:
        a: The first text: an id or alias, a definition, or any text.
        b: The second.
        more: Those that follow.
        level: "word", "char" or "clause".
        lang: Language of plain texts.
        library: Where names are looked up.

    Raises:
        UnknownName: A string without white space that is no name.
        InputError: The level does not exist.
    """
    texts = resolve_all((a, b, *more), library, lang)
    steps = pairwise(zip(texts, distinct_names(texts), strict=True))
    lines = (
        replace(_redline(old.text, new.text, level, lang=old.lang, names=(name, new_name)), library=library)
        for (old, name), (new, new_name) in steps
    )
    return Chain(tuple(texts), tuple(lines))


def compare(
    a: Text,
    b: Text,
    *more: Text,
    elements: str | Sequence[str] = "all",
    baseline: Text | None = None,
    method: str = "auto",
    lang: str = "en",
    library: Library | None = None,
    taxonomy: Taxonomy | None = None,
) -> Comparison:
    """Definitions side by side, element by element.

    Args:
        a: The baseline: an id or alias, a definition, or any text.
        b: Another.
        more: Further ones.
        elements: "all", "core" or ids of elements.
        baseline: The definition that the others are compared with, in place of the first.
        method: How to segment, see `segment`.
        lang: Language of plain texts.
        library: Where names are looked up.
        taxonomy: The elements; by default those of `data/elements.toml`.

    Raises:
        UnknownName: A name of a definition or element that stands for nothing.
        InputError: The baseline is not among the definitions.
    """
    used = taxonomy or Taxonomy.shipped()
    chosen = from_baseline((a, b, *more), baseline, library, lang)
    return _aligned(chosen, used.select(elements), method, library, used)


def from_baseline(
    sources: Sequence[Text], baseline: Text | None, library: Library | None, lang: str
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
    lang: str,
) -> Definition | None:
    """The definition that is named as the baseline, None where none is.

    Args:
        chosen: The definitions, of which the baseline has to be one.
        sources: How they were named, if they were.
        baseline: How the baseline is named.
        library: Where names are looked up.
        lang: Language of a plain text.

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


def _aligned(
    chosen: Sequence[Definition],
    elements: Sequence[str],
    method: str,
    library: Library | None,
    taxonomy: Taxonomy,
) -> Comparison:
    segmentations = [
        _segment(definition, definition.lang, method, library=library, taxonomy=taxonomy)
        for definition in chosen
    ]
    return align(chosen, segmentations, taxonomy, elements, library)


def table(
    *texts: Text,
    cells: str | Sequence[str] = "text",
    elements: str | Sequence[str] = "all",
    transpose: bool = False,
    highlight: str = "core",
    notes: bool = True,
    dates: DateStyle = "british",
    language: Language = "en",
    caption: str | None = None,
    name: str = "",
    baseline: Text | None = None,
    method: str = "auto",
    lang: str = "en",
    library: Library | None = None,
    taxonomy: Taxonomy | None = None,
) -> ElementTable:
    """Definitions by element as one table, as a paper prints it.

    Args:
        texts: One or more definitions: ids or aliases, definitions, or any text.
        cells: What a cell shows: "text" (the official words), "redline" (against the baseline),
            "status", "similarity", "modal", "items" or "ticks"; several are set one below the other.
        elements: "all", "core" or ids of elements, in the order in which they shall stand.
        transpose: Whether definitions are rows and elements columns.
        highlight: Group of elements to bring out: "core", "supporting" or "none".
        notes: Whether sources and explanations stand below.
        dates: "british" (13 June 2024), "american" (June 13, 2024) or "iso" (2024-06-13).
        language: Of the table's own words, "en" or "fr".
        caption: What stands above; None for words that say what is shown.
        name: Name for cross references.
        baseline: The definition that the others are related to; by default the first.
        method: How to segment, see `segment`.
        lang: Language of plain texts.
        library: Where names are looked up.
        taxonomy: The elements; by default those of `data/elements.toml`.

    Raises:
        UnknownName: A name of a definition or element that stands for nothing.
        InputError: Nothing to show, or a choice that does not exist.
    """
    from aidefs.comparison.table import ElementTable, Looks, cell_kinds

    if not texts:
        raise InputError("a table takes one or more definitions; none given")
    kinds = cell_kinds(cells)
    looks = Looks(transpose, highlight, notes, dates, language, caption, name)
    used = taxonomy or Taxonomy.shipped()
    chosen = from_baseline(texts, baseline, library, lang)
    whole = _aligned(chosen, used.arrange(elements), method, library, used)
    shown = tuple(row for row in whole.rows if not row.absent)
    if not shown:
        raise InputError("no definition has any of the elements")
    absent = tuple(row for row in whole.rows if row.absent)
    term = used.terms.get(language, used.term)
    return ElementTable(replace(whole, rows=shown), kinds, looks, term, absent)
