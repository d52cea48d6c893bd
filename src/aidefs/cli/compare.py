"""Commands that set definitions side by side or take one apart: thin, as all commands."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from aidefs.cli.console import read_library
from aidefs.cli.declare import OneOf, argument, command, option
from aidefs.cli.options import (
    Input,
    Output,
    library_option,
    method_option,
    names_argument,
    read_taxonomy,
    taxonomy_option,
    with_input,
    with_output,
)
from aidefs.errors import InputError
from aidefs.formats.options import TABULATE_FORMATS

if TYPE_CHECKING:
    from aidefs.alignment.redline import Level
    from aidefs.segmentation.agreement import Against
    from aidefs.text.phrasebook import Language

__all__ = ["COMMANDS"]

_elements_option = option(
    "--elements", default="all", show_default=True, metavar="all|core|LIST", help="Elements to show."
)


@command()
@names_argument("A B [C …]")
@option("--baseline", metavar="NAME", help="The definition that the others are compared with.")
@option("--brief", is_flag=True, help="Show what differs in words, and nothing else.")
@option(
    "--language", default="en", show_default=True, metavar="en|fr", help="Of the words that are not official."
)
@_elements_option
@method_option
@taxonomy_option
@with_input
@with_output
def compare(
    names: tuple[str, ...],
    baseline: str | None,
    brief: bool,
    language: Language,
    elements: str,
    method: str,
    taxonomy: str | None,
    given: Input,
    output: Output,
) -> None:
    """Compare definitions element by element, with a redline.

    A file may be a document of any format that verify reads; of several definitions in it one is chosen by
    its number or its term (act.docx#2, act.docx#"AI system").

    \b
    Examples:
      aidefs compare coe eu
      aidefs compare coe eu --brief
      aidefs compare coe eu oecd --elements core
      aidefs compare coe eu --brief --language fr
      aidefs compare eu my-draft.txt --out comparison.html
      aidefs compare coe --text "an AI system is software that infers" --format json
    """
    from aidefs.comparison.rows import compare as compare_definitions

    if brief and output.chosen in (*TABULATE_FORMATS, "xlsx"):
        raise InputError(f"--brief shows sentences, and {output.chosen} shows tables: leave one of them out")
    result = compare_definitions(
        *given.definitions(names),
        brief=brief,
        language=language,
        elements=elements,
        baseline=given.named(baseline) if baseline else None,
        method=method,
        library=given.library,
        taxonomy=read_taxonomy(taxonomy),
    )
    output.write(result)


@command()
@names_argument("A B [C …]")
@option(
    "--level",
    type=OneOf(("word", "char", "clause")),
    default="word",
    show_default=True,
    help="Unit of change.",
)
@option("--exit-code", is_flag=True, help="Exit with 1 where the texts differ.")
@with_input
@with_output
def diff(names: tuple[str, ...], level: Level, exit_code: bool, given: Input, output: Output) -> int:
    """Show the redline of two texts.

    More than two make a chain, each text against the one before it.

    \b
    Examples:
      aidefs diff oecd@2019 oecd
      aidefs diff eu@2021 eu@2022 eu@2023 eu
      aidefs diff eu my-draft.txt --level char
      aidefs diff oecd coe --format markdown
    """
    from aidefs.alignment.redline import chain

    chosen = given.definitions(names)
    if len(chosen) < 2:
        raise InputError(f"diff takes two or more texts; {len(chosen)} given")
    whole = chain(*chosen, level=level, library=given.library)
    output.write(whole if len(chosen) > 2 else whole.redlines[0])
    return 1 if exit_code and whole.changes else 0


@command()
@names_argument("A [B …]")
@option(
    "--cells",
    default="text",
    show_default=True,
    metavar="KINDS",
    help="text, redline, status, similarity, modal, items, ticks; several separated by commas.",
)
@_elements_option
@option("--transpose", is_flag=True, help="Definitions as rows, elements as columns.")
@option("--baseline", metavar="NAME", help="The definition that the others are related to.")
@option(
    "--highlight",
    default="core",
    show_default=True,
    metavar="core|supporting|none",
    help="What to bring out.",
)
@option(
    "--notes",
    default="citation",
    show_default=True,
    metavar="citation|verification|none",
    help="What stands below: sources and explanations, also where each wording was read, or nothing.",
)
@option("--no-notes", "notes", flag_value="none", help="The same as --notes none.")
@option(
    "--dates",
    default="british",
    show_default=True,
    metavar="british|american|iso",
    help="13 June 2024, June 13, 2024 or 2024-06-13.",
)
@option("--language", default="en", show_default=True, metavar="en|fr", help="Of the table's own words.")
@option("--caption", metavar="TEXT", help="What stands above; by default what is shown.")
@option("--name", default="", metavar="LABEL", help="Label for cross references: tab:LABEL in LaTeX.")
@option("--bib", metavar="FILE", help="Write the references to FILE (.bib); LaTeX notes cite them.")
@option(
    "--bib-style",
    type=OneOf(("biblatex", "bibtex")),
    default="biblatex",
    show_default=True,
    help="Style of --bib.",
)
@method_option
@taxonomy_option
@with_input
@with_output
def table(
    names: tuple[str, ...],
    baseline: str | None,
    bib: str | None,
    bib_style: str,
    method: str,
    taxonomy: str | None,
    given: Input,
    output: Output,
    **looks: Any,
) -> None:
    """Set definitions by element in a table.

    It is the table that a paper prints: elements as they are chosen, official words or what is said of
    them, and the sources as notes below.

    \b
    Examples:
      aidefs table coe eu oecd --elements core
      aidefs table coe eu oecd nist iso --cells ticks --transpose
      aidefs table coe eu oecd --format latex --out table.tex --bib refs.bib
    """
    from aidefs.comparison.table import table as set_table
    from aidefs.library.citations import cite

    result = set_table(
        *given.definitions(names),
        baseline=given.named(baseline) if baseline else None,
        method=method,
        library=given.library,
        taxonomy=read_taxonomy(taxonomy),
        **looks,
    )
    if bib is None:
        output.write(result)
        return
    references = cite(*result.definitions, style=bib_style, library=given.library) + "\n"
    output.write(result, beside=[(bib, references)], bibliography=_stem(bib, output.out))


def _stem(bib: str, out: str | None) -> str:
    """The name by which LaTeX finds a file of references from the folder of the table."""
    if os.path.splitext(bib)[1] != ".bib":
        raise InputError(f"'{bib}' is no name for references: it has to end in .bib")
    start = os.path.dirname(out or "") or "."
    return os.path.splitext(os.path.relpath(bib, start))[0].replace(os.sep, "/")


@command()
@names_argument("NAME|FILE|-")
@method_option
@taxonomy_option
@with_input
@with_output
def segment(names: tuple[str, ...], method: str, taxonomy: str | None, given: Input, output: Output) -> None:
    """Cut a definition into its elements.

    \b
    Examples:
      aidefs segment eu
      aidefs segment my-draft.txt --format json
      aidefs segment --text "software that generates content without human oversight"
    """
    from aidefs.segmentation.segmentation import segment as segment_definition

    chosen = given.definitions(names)
    if len(chosen) != 1:
        raise InputError(f"segment takes one text: a name, a file, '-' or --text; {len(chosen)} given")
    result = segment_definition(
        chosen[0], method=method, library=given.library, taxonomy=read_taxonomy(taxonomy)
    )
    output.write(result)


@command()
@argument("files", nargs=-1, metavar="FILE [FILE …]")
@option(
    "--against",
    type=OneOf(("reviewed", "automatic")),
    help="One more annotator: the segments of the collection, or those worked out by rule.",
)
@library_option
@taxonomy_option
@with_output
def agreement(
    files: tuple[str, ...],
    against: Against | None,
    library: str | None,
    taxonomy: str | None,
    output: Output,
) -> None:
    """Say how far annotators agree who cut the same definitions into elements.

    A FILE is an annotation: the CSV or JSON of segment with other elements in it, or records in TOML.

    \b
    Examples:
      aidefs agreement first.csv second.csv
      aidefs agreement second.csv --against reviewed --out agreement.docx
    """
    from aidefs.segmentation.agreement import agreement as agree

    known = read_library(library)
    output.write(agree(*files, against=against, library=known, taxonomy=read_taxonomy(taxonomy)))


COMMANDS = (compare, diff, table, segment, agreement)
