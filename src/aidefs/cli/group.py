"""The commands as click has them: for help, for shells that complete words, for all that is not plain.

click cleans the help of each option by `inspect` when it is made. That module takes a tenth of the time of a
start, which has no other use for it (`main` puts it off), and help on one line is clean.
"""

from __future__ import annotations

from typing import Any

import click

from aidefs.cli.commands import HOME, command_of
from aidefs.cli.console import complain, put
from aidefs.cli.declare import Command, Decimal, OneOf, Parameter, Whole
from aidefs.errors import InputError, near
from aidefs.library.library import Library
from aidefs.version import __version__

__all__ = ["cli", "run"]


class _Option(click.Option):
    """An option whose help stands on one line."""

    def __init__(self, *args: Any, help: str | None = None, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.help = help


def _show_help(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        click.echo(context.get_help(), color=context.color)
        context.exit()


_HELP = _Option(
    ["-h", "--help"],
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_help,
    help="Show this message and exit.",
)


class _CommandOfClick(click.Command):
    """A command of its declaration, with the option that shows its help."""

    def __init__(self, declared: Command) -> None:
        function, parameters = declared.function, list(map(_parameter, declared.parameters))
        super().__init__(declared.name, callback=function, params=parameters, help=function.__doc__)
        self._respell = declared.respell

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _HELP

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, args if self._respell is None else list(self._respell(args)))


def _parameter(declared: Parameter) -> click.Parameter:
    settings = dict(declared.settings)
    if "type" in settings:
        settings["type"] = _kind(settings["type"])
    make = _Option if declared.written else click.Argument
    return make(list(declared.names), **settings)


def _kind(declared: OneOf | Whole | Decimal) -> click.ParamType[Any]:
    if isinstance(declared, OneOf):
        return click.Choice(declared.words, case_sensitive=False)
    return (click.IntRange if isinstance(declared, Whole) else click.FloatRange)(*declared)


def _print_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        data = Library.shipped()  # the hash takes reading every file, so nothing else waits for it
        put(f"aidefs {__version__} (data {data.data_version}, hash {data.data_hash})\n")
        context.exit()


class _Commands(click.Group):
    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _HELP

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(HOME)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name in HOME:
            return _CommandOfClick(command_of(name))
        if ctx.resilient_parsing:  # a shell asks what could stand here
            return None
        hint = ", ".join(near(name, HOME))
        told = f"nearest: {hint}" if hint else "aidefs --help shows all"
        raise InputError(f"unknown command '{name}'; {told}")


@click.group(
    cls=_Commands,
    params=[
        _Option(
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


def run(words: list[str] | None) -> int:
    """Runs what a command line says, and gives its exit code.

    Args:
        words: The words behind the name of the program; None for those of the process.
    """
    try:
        code = cli.main(args=words, prog_name="aidefs", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "", err=True)
        return 2
    except click.ClickException as error:
        from aidefs.cli.usage import told

        return complain(told(error))
    except click.exceptions.Abort:
        return 130
    return code if isinstance(code, int) else 0
