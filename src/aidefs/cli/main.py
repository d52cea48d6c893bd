"""The command line: parse, call one public function, write.

Exit codes: 0 fine, 1 a check found faults or differences, 2 wrong usage, an unknown name or input that
cannot be read (a line on standard error for each fault), or a fault of the program itself.
"""

from __future__ import annotations

import sys

import click

from aidefs.cli.console import put, quiet_exit
from aidefs.cli.declare import Declared, Group, Option
from aidefs.errors import AidefsError, DataError, InputError, SeveralDefinitions, near, reason
from aidefs.library.library import Library
from aidefs.text.visible import visible, visible_line
from aidefs.version import __version__

__all__ = ["cli", "main"]

# The commands in the order of the help, by the module that has them in its COMMANDS.
_HOMES = {
    "compare": ("compare", "diff", "table", "segment", "agreement"),
    "review": ("review",),
    "survey": (
        "matrix",
        "families",
        "nearest",
        "coverage",
        "timeline",
        "formulas",
        "lineage",
        "origins",
        "collate",
    ),
    "collection": (
        "list",
        "terms",
        "collection",
        "search",
        "show",
        "cite",
        "export",
        "elements",
        "glossary",
        "check",
        "changes",
    ),
    "verify": ("verify",),
    "mcp": ("mcp",),
    "extract": ("extract",),
    "corpus": ("corpus", "spread"),
    "explorer": ("serve", "site"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}


def _print_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        data = Library.shipped()  # the hash takes reading every file, so nothing else waits for it
        put(f"aidefs {__version__} (data {data.data_version}, hash {data.data_hash})\n")
        context.exit()


def _commands(home: str) -> tuple[Declared, ...]:
    """The commands of a module, which is imported when one of them is called."""
    match home:
        case "compare":
            from aidefs.cli import compare

            return compare.COMMANDS
        case "review":
            from aidefs.cli import review

            return review.COMMANDS
        case "survey":
            from aidefs.cli import survey

            return survey.COMMANDS
        case "explorer":
            from aidefs.cli import explorer

            return explorer.COMMANDS
        case "collection":
            from aidefs.cli import collection

            return collection.COMMANDS
        case "mcp":
            from aidefs.cli import mcp

            return mcp.COMMANDS
        case "extract":
            from aidefs.cli import extract

            return extract.COMMANDS
        case "corpus":
            from aidefs.cli import corpus

            return corpus.COMMANDS
        case _:
            from aidefs.cli import verify

            return verify.COMMANDS


class _Commands(Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_HOME)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name in _HOME:
            return next(command.made() for command in _commands(_HOME[name]) if command.name == name)
        if ctx.resilient_parsing:  # a shell asks what could stand here
            return None
        hint = ", ".join(near(name, _HOME))
        told = f"nearest: {hint}" if hint else "aidefs --help shows all"
        raise InputError(f"unknown command '{name}'; {told}")


@click.group(
    cls=_Commands,
    params=[
        Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_print_version,
            help="Show the versions of aidefs and of its data, and exit.",
        )
    ],
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
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


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and give its exit code; no traceback is shown, but in the mode for developers."""
    try:
        code = cli.main(args=arguments, prog_name="aidefs", standalone_mode=False)
        if sys.stdout is not None:  # it is None where the shell closed it
            sys.stdout.flush()
    except DataError as error:
        return _complain(*map(str, error.faults))
    except SeveralDefinitions as error:
        _complain(error.message)
        click.echo("".join(f"{visible(line)}\n" for line in error.listed), err=True, nl=False)
        return 2
    except AidefsError as error:
        return _complain(str(error))
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "", err=True)
        return 2
    except click.ClickException as error:
        from aidefs.cli.usage import told

        return _complain(told(error))
    except click.exceptions.Abort:
        return 130
    except BrokenPipeError:
        quiet_exit()
        return 0
    except OSError as error:
        return _complain(f"cannot write the result: {reason(error)}")
    except RecursionError:
        return _complain("something in the input stands too deep in something else")
    except MemoryError:
        return _complain("there is not enough memory for this input")
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        fault = f"a fault of the program, worth a report: {type(error).__name__}: {error}"
        return _complain(f"{fault} (python -X dev -m aidefs shows where)")
    return code if isinstance(code, int) else 0


def _complain(*messages: str) -> int:
    for message in messages:
        line = visible_line(message)
        click.echo(f"aidefs: {line[:1].lower()}{line[1:].rstrip('.')}", err=True)
    return 2
