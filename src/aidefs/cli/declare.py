"""Commands and options as click has them, but cheap to declare.

click cleans the help of each option by `inspect` when the option is made. That module takes a tenth of the
time of a start, which has no other use for it (`aidefs.__main__` puts it off), and help on one line is clean.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

__all__ = ["Command", "Group", "command", "option"]

F = TypeVar("F", bound=Callable[..., Any])


class _Option(click.Option):
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


_HELP = _Option(
    ["-h", "--help"],
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_help,
    help="Show this message and exit.",
)


def command(**settings: Any) -> Callable[[Callable[..., Any]], click.Command]:
    """`click.command` with these options."""
    made: Callable[[Callable[..., Any]], click.Command] = click.command(**{"cls": Command, **settings})
    return made


def option(*names: str, **settings: Any) -> Callable[[F], F]:
    """`click.option` with help that stands on one line."""
    return click.option(*names, cls=_Option, **settings)
