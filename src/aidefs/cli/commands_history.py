"""Commands about how texts came to be: thin, as all commands."""

from __future__ import annotations

import click

from aidefs.cli.options import Filters, Input, Output, library_option, with_filters, with_input, with_output
from aidefs.errors import InputError

__all__ = ["COMMANDS"]


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME|FILE|-]")
@click.option(
    "--least",
    type=click.FloatRange(0, 1),
    default=0.5,
    show_default=True,
    metavar="NUMBER",
    help="Similarity of an earlier wording that is linked without anybody saying so.",
)
@with_filters
@library_option
@with_output
def lineage(
    names: tuple[str, ...], least: float, filters: Filters, library: str | None, output: Output
) -> None:
    """Show which definitions were made from which: the drafting graph.

    Solid links are documented by a source; dashed ones are seen in the words alone. With a NAME only its
    origins and its offspring are shown. The format may also be mermaid or dot, for drawing programs, and
    a picture is a graph (--out FILE.svg, .pdf or .png).

    \b
    Examples:
      aidefs lineage eu
      aidefs lineage --jurisdiction US --least 0.7
      aidefs lineage my-draft.txt
      aidefs lineage coe --format mermaid
    """
    from aidefs.cli.console import read_library
    from aidefs.history import lineage as trace

    known = read_library(library)
    lang = (filters["lang"] or ("en",))[0]
    chosen = Input(known, (), lang).definitions(names)
    output.write(trace(*chosen, least=least, library=known, **filters))


@click.command()
@click.argument("names", nargs=-1, metavar="A B [C …]")
@click.option("--baseline", metavar="NAME", help="The text that is printed in full, in place of the first.")
@click.option("--table", is_flag=True, help="Show the alignment as a table, a column for each witness.")
@with_input
@with_output
def collate(names: tuple[str, ...], baseline: str | None, table: bool, given: Input, output: Output) -> None:
    """Collate texts: one in full, with a critical apparatus of what the others read.

    The order of the others does not matter. The format may also be tei (TEI P5, parallel segmentation)
    or reledmac (a LaTeX document that prints the apparatus at the foot of the page).

    \b
    Examples:
      aidefs collate eu eu-parliament-first-reading-2024 eu-provisional-agreement-2024
      aidefs collate oecd@2019 oecd@2023 coe --baseline coe --table
      aidefs collate eu eu@2024-03 my-draft.txt --format tei
    """
    from aidefs.history import collate as align

    chosen = given.definitions(names)
    if not chosen:
        raise InputError("collate takes two or more texts; none given")
    result = align(*chosen, baseline=given.named(baseline) if baseline else None, library=given.library)
    output.write(result.table() if table else result)


COMMANDS = (lineage, collate)
