"""Commands and options as click has them, but cheap to declare.

A module has up to a dozen commands, of which a start calls one: only of that are the options made. And click
cleans the help of each option by `inspect` when it is made. That module takes a tenth of the time of a start,
which has no other use for it (`aidefs.__main__` puts it off), and help on one line is clean.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

import click

from aidefs.classes import NamedTuple

__all__ = ["Command", "Declared", "Group", "Option", "argument", "command", "option"]

F = TypeVar("F", bound=Callable[..., Any])
_PARAMETERS = "declared_parameters"  # attribute of a function, which `functools.wraps` hands on


class Option(click.Option):
    """An option whose help stands on one line."""

    def __init__(self, *args: Any, help: str | None = None, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.help = help


def _show_help(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        click.echo(context.get_help(), color=context.color)
        context.exit()


class Command(click.Command):
    """A command, with the option that shows its help."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _HELP


class Group(Command, click.Group):
    """The same of a command that has others."""


_HELP = Option(
    ["-h", "--help"],
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_help,
    help="Show this message and exit.",
)


class Declared(NamedTuple):
    """A command that is made when it is called or its help is shown.

    Attributes:
        name: The name by which it is called.
        function: What it does.
        kind: The class of which it is made.
        settings: What else click has to know of it.
    """

    name: str
    function: Callable[..., Any]
    kind: type[click.Command]
    settings: dict[str, Any]

    def made(self) -> click.Command:
        """The command as click runs it."""
        parameters = [make() for make in reversed(vars(self.function).get(_PARAMETERS, ()))]
        return self.kind(
            self.name,
            callback=self.function,
            params=parameters,
            help=self.function.__doc__,
            **self.settings,
        )


def command(
    name: str = "", kind: type[click.Command] = Command, **settings: Any
) -> Callable[[Callable[..., Any]], Declared]:
    """`click.command`; without a name it has that of the function."""
    return lambda function: Declared(name or function.__name__, function, kind, settings)


def option(*names: str, **settings: Any) -> Callable[[F], F]:
    """`click.option` with help that stands on one line."""
    return _declared(partial(Option, names, **settings))


def argument(name: str, **settings: Any) -> Callable[[F], F]:
    """`click.argument`."""
    return _declared(partial(click.Argument, [name], **settings))


def _declared(make: Callable[[], click.Parameter]) -> Callable[[F], F]:
    def declared(function: F) -> F:
        vars(function).setdefault(_PARAMETERS, []).append(make)
        return function

    return declared
