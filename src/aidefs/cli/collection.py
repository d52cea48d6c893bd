"""Commands on the collection and its records: thin, as all commands."""

from __future__ import annotations

from aidefs.cli.console import emit_text, put, read_library, tell
from aidefs.cli.declare import OneOf, Whole, argument, command, option
from aidefs.cli.options import (
    FilterOptions,
    Output,
    force_option,
    library_option,
    names_argument,
    read_taxonomy,
    taxonomy_option,
    term_option,
    with_filters,
    with_output,
)
from aidefs.errors import InputError
from aidefs.formats.options import EXPORT_FORMATS
from aidefs.library.files import MAIN_TERM
from aidefs.text.visible import visible_line

__all__ = ["COMMANDS"]


_element_option = option(
    "--element", multiple=True, metavar="ELEMENT", help="Only words on this element; repeatable."
)


@command("list")
@argument("words", nargs=-1, metavar="[WORDS]")
@option(
    "--by",
    type=OneOf(("jurisdiction", "kind", "status", "lang", "year")),
    help="One table a group.",
)
@_element_option
@option("--modal", multiple=True, metavar="VERB", help="With this modal verb: may, cannot, must, shall.")
@with_filters
@taxonomy_option
@library_option
@with_output
def list_(
    words: tuple[str, ...],
    by: str | None,
    element: tuple[str, ...],
    modal: tuple[str, ...],
    filters: FilterOptions,
    taxonomy: str | None,
    library: str | None,
    output: Output,
) -> None:
    """List definitions; WORDS stand in the text or in its names. Filters combine.

    A whole name, of a jurisdiction or an instrument, lists what is called so.

    \b
    Examples:
      aidefs list
      aidefs list utah
      aidefs list --jurisdiction "European Union" --status superseded
      aidefs list "levels of autonomy" --year 2024
      aidefs list --lang en --by jurisdiction
      aidefs list --element autonomy --modal may
      aidefs list --term deep-fake --jurisdiction US
    """
    from aidefs.library.listing import Listing

    known = read_library(library)
    phrase = " ".join(words)
    found, unread = known.where(about=phrase or None, **filters), 0
    if element or modal:
        from aidefs.survey.having import having

        found, unread = having(found, element, modal, library=known, taxonomy=read_taxonomy(taxonomy))
    term = filters["term"]
    shelf = known.of(term) if term and known.term_id(term) else known
    output.write(Listing(found, shelf, by or "", phrase, unread, filters["jurisdiction"] or ()))


@command()
@argument("words", nargs=-1, required=True, metavar="WORDS…")
@option("--context", type=Whole(0), default=8, show_default=True, metavar="N", help="Tokens on a side.")
@_element_option
@option("--loose", is_flag=True, help="Hyphens are spaces, other punctuation does not count.")
@with_filters
@taxonomy_option
@library_option
@with_output
def search(
    words: tuple[str, ...],
    context: int,
    element: tuple[str, ...],
    loose: bool,
    filters: FilterOptions,
    taxonomy: str | None,
    library: str | None,
    output: Output,
) -> None:
    """Find words in definitions, with their context; filters as in list.

    Words are compared as tokens, capitals and the shapes of quotation marks and dashes aside; a * at
    the end of a word stands for any end (put it in quotes, or the shell takes it).

    \b
    Examples:
      aidefs search levels of autonomy
      aidefs search "adapt*" --jurisdiction EU --jurisdiction COE
      aidefs search "machine-based" --kind treaty --format json
      aidefs search --element inference "infer*"
      aidefs search --loose machine based
    """
    from aidefs.survey.search import search as search_definitions

    found = search_definitions(
        " ".join(words),
        element=element or None,
        loose=loose,
        context=context,
        library=read_library(library),
        taxonomy=read_taxonomy(taxonomy),
        **filters,
    )
    output.write(found)


@command()
@names_argument("NAME", nargs=1)
@library_option
@with_output
def show(name: str, library: str | None, output: Output) -> None:
    """Show a definition with its source, status and verification.

    \b
    Examples:
      aidefs show eu
      aidefs show oecd@2019 --format json
    """
    from aidefs.library.listing import Listed

    known = read_library(library)
    output.write(Listed(known[name], known))


@command()
@names_argument("NAME…")
@option("--all", "everything", is_flag=True, help="Cite every definition of an AI system.")
@option(
    "--style",
    type=OneOf(("plain", "bibtex", "biblatex", "csl", "oscola", "bluebook", "apa", "chicago", "aglc")),
    help="Style; by default that of the ending of FILE, or plain.",
)
@option("--out", "-o", metavar="FILE", help="Write to FILE: .bib is biblatex, .json csl, .txt plain.")
@force_option
@library_option
def cite(
    names: tuple[str, ...],
    everything: bool,
    style: str | None,
    out: str | None,
    force: bool,
    library: str | None,
) -> None:
    """Cite definitions, as a bibliography in the order named.

    \b
    Examples:
      aidefs cite eu
      aidefs cite coe eu oecd --style oscola
      aidefs cite --all --out aidefs.bib
    """
    from aidefs.library.citations import cite as cite_definitions
    from aidefs.library.citations import style_of

    if names and everything:
        raise InputError("cite takes names or --all, not both")
    known = read_library(library)
    chosen = known.where() if everything else [known[name] for name in names]
    emit_text(cite_definitions(*chosen, style=style or style_of(out)) + "\n", out, force=force)


@command()
@argument("folder", metavar="DIR")
@argument("words", nargs=-1, metavar="[WORDS]")
@option(
    "--format",
    "-f",
    "form",
    type=OneOf(EXPORT_FORMATS),
    default="csv",
    show_default=True,
    help="What to write; parquet needs the extra of this name.",
)
@option("--force", is_flag=True, help="Replace an earlier export.")
@option("--excel", is_flag=True, help="CSV as Excel reads it: with a mark that it is UTF-8.")
@with_filters
@library_option
def export(
    folder: str,
    words: tuple[str, ...],
    form: str,
    force: bool,
    excel: bool,
    filters: FilterOptions,
    library: str | None,
) -> None:
    """Write the collection into a new folder DIR, for R, spreadsheets and other programs.

    WORDS and filters choose the definitions as in list.

    \b
    Examples:
      aidefs export aidefs-csv
      aidefs export --format datapackage aidefs-package
      aidefs export --format jsonl eu-texts --jurisdiction EU --lang en
    """
    from aidefs.output.export import export as export_definitions

    known = read_library(library)
    done = export_definitions(
        folder, form, force=force, excel=excel, library=known, about=" ".join(words) or None, **filters
    )
    rows = ", ".join(
        f"{number} {name.removesuffix('s') if number == 1 else name}" for name, number in done.rows.items()
    )
    put(f"{rows}.\n{visible_line(done.folder)}: {', '.join(done.files)}\n")


@command()
@library_option
@with_output
def terms(library: str | None, output: Output) -> None:
    """Show the terms of which there are definitions: how many, from where and since when.

    \b
    Examples:
      aidefs terms
      aidefs terms --format csv
    """
    from aidefs.library.listing import TermsList

    output.write(TermsList(read_library(library)))


@command()
@with_filters
@library_option
@with_output
def collection(filters: FilterOptions, library: str | None, output: Output) -> None:
    """Count the definitions by term, year, jurisdiction, kind, status, language and verification.

    \b
    Examples:
      aidefs collection
      aidefs collection --term all --format csv
      aidefs collection --jurisdiction US
    """
    from aidefs.survey.collection import collection as count

    output.write(count(library=read_library(library), **filters))


@command()
@term_option
@taxonomy_option
@library_option
@with_output
def elements(term: str | None, taxonomy: str | None, library: str | None, output: Output) -> None:
    """Show the elements, what each asks, and the authorities that explain it.

    \b
    Examples:
      aidefs elements
      aidefs elements --term general-purpose-ai-model
      aidefs elements --taxonomy my-elements.toml
    """
    from aidefs.library.listing import ElementsList

    known = read_library(library)
    output.write(ElementsList(read_taxonomy(taxonomy) or known.elements(term or MAIN_TERM)))


@command()
@argument("words", nargs=-1, metavar="[TERM]")
@with_output
def glossary(words: tuple[str, ...], output: Output) -> None:
    """Explain the words of aidefs: all of them, or TERM.

    \b
    Examples:
      aidefs glossary
      aidefs glossary opening words
    """
    from aidefs.library.glossary import glossary as explain

    output.write(explain(" ".join(words) if words else None))


@command()
@argument("folder", required=False)
@option("--complete", is_flag=True, help="Demand every key that the shipped definitions have.")
@with_output
def check(folder: str | None, complete: bool, output: Output) -> int:
    """Check the definitions of FOLDER, or those that come with aidefs; exit with 1 where there are faults.

    \b
    Examples:
      aidefs check
      aidefs check my-definitions/
    """
    from aidefs.library.listing import CheckReport

    report = CheckReport.of(folder, complete=complete)
    tell(*report.passed_over)
    output.write(report)
    return 1 if report.faults else 0


@command()
@argument("before", metavar="VERSION")
@argument("after", required=False, metavar="[VERSION]")
@with_output
def changes(before: str, after: str | None, output: Output) -> None:
    """Show which texts, annotations and legal facts changed between two versions of the data.

    \b
    Examples:
      aidefs changes 2026.11
      aidefs changes 2026.11 2026.12 --format json
    """
    from aidefs.library.changes import changes as differences

    output.write(differences(before, after))


COMMANDS = (list_, terms, collection, search, show, cite, export, elements, glossary, check, changes)
