"""The command line: parse, call one public function, write.

Exit codes: 0 fine, 1 a check found faults or differences, 2 wrong usage, an unknown name or input that
cannot be read (a line on standard error for each fault).
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from aidefs import __version__
from aidefs.console import emit_text, put, quiet_exit, read_library
from aidefs.errors import AidefsError, DataError, InputError, near, reason
from aidefs.library import Library
from aidefs.options import (
    Filters,
    Input,
    Output,
    library_option,
    method_option,
    read_taxonomy,
    taxonomy_option,
    with_filters,
    with_input,
    with_output,
)
from aidefs.render.clean import visible_line
from aidefs.render.names import EXPORT_FORMATS

if TYPE_CHECKING:
    from aidefs.redline import Level

__all__ = ["cli", "main"]


def _print_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        data = Library.shipped()  # the hash takes reading every file, so nothing else waits for it
        put(f"aidefs {__version__} (data {data.data_version}, hash {data.data_hash})\n")
        context.exit()


class _Group(click.Group):
    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        command = super().get_command(ctx, name)
        if command is None:
            hint = ", ".join(near(name, self.commands)) or ", ".join(self.commands)
            raise InputError(f"unknown command '{name}'; nearest: {hint}")
        return command


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the versions of aidefs and of its data, and exit.",
)
def cli() -> None:
    """Compare legal definitions of "artificial intelligence system", letter for letter.

    A definition is named by its id (oecd-2019), an alias (coe, eu, oecd: the current text), an alias
    with a date (eu@2021-04), any of these with a language (eu:fr), a file, or "-" for standard input.

    \b
    Examples:
      aidefs compare coe eu
      aidefs diff oecd@2019 oecd
      aidefs list --jurisdiction EU
    """


@cli.command()
@click.argument("names", nargs=-1, metavar="A B [C …]")
@click.option("--baseline", metavar="NAME", help="The definition that the others are compared with.")
@click.option(
    "--elements", default="all", show_default=True, metavar="all|core|LIST", help="Elements to show."
)
@method_option
@taxonomy_option
@with_input
@with_output
def compare(
    names: tuple[str, ...],
    baseline: str | None,
    elements: str,
    method: str,
    taxonomy: str | None,
    given: Input,
    output: Output,
) -> None:
    """Compare definitions element by element, with a redline.

    \b
    Examples:
      aidefs compare coe eu
      aidefs compare coe eu oecd --elements core
      aidefs compare eu my-draft.txt --out comparison.html
      aidefs compare coe --text "an AI system is software that infers" --format json
    """
    from aidefs.api import compare as compare_definitions

    chosen = given.definitions(names)
    if len(chosen) < 2:
        raise InputError(f"compare takes two or more definitions; {len(chosen)} given")
    result = compare_definitions(
        *chosen,
        elements=elements,
        baseline=given.named(baseline) if baseline else None,
        method=method,
        library=given.library,
        taxonomy=read_taxonomy(taxonomy),
    )
    output.write(result)


@cli.command()
@click.argument("names", nargs=-1, metavar="A B")
@click.option(
    "--level",
    type=click.Choice(["word", "char", "clause"]),
    default="word",
    show_default=True,
    help="Unit of change.",
)
@click.option("--exit-code", is_flag=True, help="Exit with 1 where the texts differ.")
@with_input
@with_output
def diff(names: tuple[str, ...], level: Level, exit_code: bool, given: Input, output: Output) -> int:
    """Show the redline of two texts.

    \b
    Examples:
      aidefs diff oecd@2019 oecd
      aidefs diff eu my-draft.txt --level char
      aidefs diff oecd coe --format markdown
    """
    from aidefs.api import diff as diff_definitions

    chosen = given.definitions(names)
    if len(chosen) != 2:
        raise InputError(f"diff takes two texts; {len(chosen)} given")
    result = diff_definitions(chosen[0], chosen[1], level, library=given.library)
    output.write(result)
    return 1 if exit_code and result.changes else 0


@cli.command(name="list")
@click.argument("words", nargs=-1, metavar="[WORDS]")
@click.option(
    "--by",
    type=click.Choice(["jurisdiction", "kind", "status", "lang", "year"]),
    help="One table a group.",
)
@with_filters
@library_option
@with_output
def list_(
    words: tuple[str, ...], by: str | None, filters: Filters, library: str | None, output: Output
) -> None:
    """List definitions; WORDS must stand in the text. Filters combine.

    \b
    Examples:
      aidefs list
      aidefs list --jurisdiction EU --status superseded
      aidefs list "levels of autonomy" --year 2024
      aidefs list --lang en --by jurisdiction
    """
    from aidefs.present.lists import Listing

    known = read_library(library)
    found = known.where(text=" ".join(words) or None, **filters)
    output.write(Listing(found, known, by or ""))


@cli.command()
@click.argument("words", nargs=-1, required=True, metavar="WORDS…")
@click.option(
    "--context", type=click.IntRange(0), default=8, show_default=True, metavar="N", help="Tokens on a side."
)
@with_filters
@library_option
@with_output
def search(
    words: tuple[str, ...], context: int, filters: Filters, library: str | None, output: Output
) -> None:
    """Find words in definitions, with their context; filters as in list.

    Words are compared as tokens, capitals and the shapes of quotation marks and dashes aside; a * at
    the end of a word stands for any end (put it in quotes, or the shell takes it).

    \b
    Examples:
      aidefs search levels of autonomy
      aidefs search "adapt*" --jurisdiction EU --jurisdiction COE
      aidefs search "machine-based" --kind treaty --format json
    """
    output.write(read_library(library).search(" ".join(words), context=context, **filters))


@cli.command()
@click.argument("folder", metavar="DIR")
@click.argument("words", nargs=-1, metavar="[WORDS]")
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(EXPORT_FORMATS),
    default="csv",
    show_default=True,
    help="What to write; parquet needs the extra of this name.",
)
@click.option("--force", is_flag=True, help="Replace an earlier export.")
@with_filters
@library_option
def export(
    folder: str, words: tuple[str, ...], form: str, force: bool, filters: Filters, library: str | None
) -> None:
    """Write the collection into a new folder DIR, for R, spreadsheets and other programs.

    WORDS and filters choose the definitions as in list.

    \b
    Examples:
      aidefs export aidefs-csv
      aidefs export --format datapackage aidefs-package
      aidefs export --format jsonl eu-texts --jurisdiction EU --lang en
    """
    from aidefs.api import export as export_definitions

    known = read_library(library)
    text = " ".join(words) or None
    done = export_definitions(folder, form, force=force, library=known, text=text, **filters)
    rows = ", ".join(
        f"{number} {name.removesuffix('s') if number == 1 else name}" for name, number in done.rows.items()
    )
    put(f"{rows}.\n{visible_line(done.folder)}: {', '.join(done.files)}\n")


@cli.command()
@click.argument("name")
@library_option
@with_output
def show(name: str, library: str | None, output: Output) -> None:
    """Show a definition with its source, status and verification.

    \b
    Examples:
      aidefs show eu
      aidefs show oecd@2019 --format json
    """
    from aidefs.present.definition import Entry

    known = read_library(library)
    output.write(Entry(known[name], known))


@cli.command()
@click.argument("names", nargs=-1, metavar="NAME…")
@click.option("--all", "everything", is_flag=True, help="Cite every definition.")
@click.option(
    "--style",
    type=click.Choice(["plain", "bibtex", "biblatex", "csl"]),
    help="Style; by default that of the ending of FILE, or plain.",
)
@click.option("--out", "-o", metavar="FILE", help="Write to FILE: .bib is biblatex, .json csl, .txt plain.")
@library_option
def cite(
    names: tuple[str, ...], everything: bool, style: str | None, out: str | None, library: str | None
) -> None:
    """Cite definitions, as a bibliography in the order named.

    \b
    Examples:
      aidefs cite eu
      aidefs cite coe eu oecd --style bibtex
      aidefs cite --all --out aidefs.bib
    """
    from aidefs.api import cite as cite_definitions
    from aidefs.citations import style_of

    if names and everything:
        raise InputError("cite takes names or --all, not both")
    known = read_library(library)
    chosen = known.where() if everything else [known[name] for name in names]
    emit_text(cite_definitions(*chosen, style=style or style_of(out)) + "\n", out)


@cli.command()
@click.argument("names", nargs=-1, metavar="NAME|FILE|-")
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
    from aidefs.api import segment as segment_definition

    chosen = given.definitions(names)
    if len(chosen) != 1:
        raise InputError(f"segment takes one text: a name, a file, '-' or --text; {len(chosen)} given")
    result = segment_definition(
        chosen[0], method=method, library=given.library, taxonomy=read_taxonomy(taxonomy)
    )
    output.write(result)


@cli.command()
@taxonomy_option
@with_output
def elements(taxonomy: str | None, output: Output) -> None:
    """Show the elements, what each asks, and the authorities that explain it.

    \b
    Examples:
      aidefs elements
      aidefs elements --taxonomy my-elements.toml
    """
    from aidefs.present.lists import ElementsList
    from aidefs.taxonomy import Taxonomy

    output.write(ElementsList(read_taxonomy(taxonomy) or Taxonomy.shipped()))


@cli.command()
@click.argument("folder", required=False)
@click.option("--complete", is_flag=True, help="Demand every key that the shipped definitions have.")
@with_output
def check(folder: str | None, complete: bool, output: Output) -> int:
    """Check the definitions of FOLDER, or those that come with aidefs; exit with 1 where there are faults.

    \b
    Examples:
      aidefs check
      aidefs check my-definitions/
    """
    from aidefs.present.lists import CheckReport

    report = CheckReport.of(folder, complete=complete)
    output.write(report)
    return 1 if report.faults else 0


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and give its exit code; no user's mistake shows a traceback."""
    try:
        code = cli.main(args=arguments, prog_name="aidefs", standalone_mode=False)
        if sys.stdout is not None:  # it is None where the shell closed it
            sys.stdout.flush()
    except DataError as error:
        return _complain(*map(str, error.faults))
    except AidefsError as error:
        return _complain(str(error))
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "", err=True)
        return 2
    except click.ClickException as error:
        return _complain(error.format_message())
    except click.exceptions.Abort:
        return 130
    except BrokenPipeError:
        quiet_exit()
        return 0
    except OSError as error:
        return _complain(f"cannot write the result: {reason(error)}")
    return code if isinstance(code, int) else 0


def _complain(*messages: str) -> int:
    for message in messages:
        line = visible_line(message)
        click.echo(f"aidefs: {line[:1].lower()}{line[1:].rstrip('.')}", err=True)
    return 2
