"""Commands and options as they are declared, without the package that reads what is typed.

To import click and to make the options of a command of it takes a fifth of the time of a start. So a module
declares its commands in plain values: `plain` reads most of what is typed by them, and `group` makes of them
what click needs to read the rest and to show help.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from aidefs.classes import NamedTuple

__all__ = ["Command", "Decimal", "OneOf", "Parameter", "Whole", "argument", "command", "option"]

F = TypeVar("F", bound=Callable[..., Any])
_PARAMETERS = "declared_parameters"  # attribute of a function, which `functools.wraps` hands on


class OneOf(NamedTuple):
    """The kind of a value that is one of some words, in capitals or not.

    Attributes:
        words: The words.
    """

    words: tuple[str, ...]


class Whole(NamedTuple):
    """The kind of a value that is a whole number.

    Attributes:
        least: The least that it may be.
        most: The most, None for any.
    """

    least: int
    most: int | None = None


class Decimal(NamedTuple):
    """The kind of a value that is a number with or without a fraction.

    Attributes:
        least: The least that it may be.
        most: The most.
    """

    least: float
    most: float


class Parameter(NamedTuple):
    """An option, or an argument.

    Attributes:
        names: As click takes them: how an option is written, and the name of the value in Python where it
            has another one.
        settings: What else click takes, but for the kind of a value (`type`), which is one of those above.
    """

    names: tuple[str, ...]
    settings: dict[str, Any]

    @property
    def written(self) -> tuple[str, ...]:
        """How an option is written, each way by itself; nothing for an argument."""
        return tuple([name for name in self.names if name[0] == "-"])

    @property
    def name(self) -> str:
        """The name of the value in Python."""
        given = [name for name in self.names if name[0] != "-"]
        long = [name for name in self.names if name.startswith("--")]
        return (given or long)[0].partition("/")[0].strip("-").replace("-", "_").lower()


class Command(NamedTuple):
    """A command.

    Attributes:
        name: The name by which it is called.
        function: What it does.
        respell: What makes the words behind its name those that its options say, where that is needed.
    """

    name: str
    function: Callable[..., Any]
    respell: Callable[[Sequence[str]], Iterable[str]] | None = None

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """Its options and arguments, in the order of the help."""
        return tuple(reversed(vars(self.function).get(_PARAMETERS, ())))


def command(
    name: str = "", respell: Callable[[Sequence[str]], Iterable[str]] | None = None
) -> Callable[[Callable[..., Any]], Command]:
    """Declares a command; without a name it has that of the function. See `Command`."""
    return lambda function: Command(name or function.__name__, function, respell)


def option(*names: str, **settings: Any) -> Callable[[F], F]:
    """Declares an option of a command, with help that stands on one line. See `Parameter`."""
    return _declared(Parameter(names, settings))


def argument(name: str, **settings: Any) -> Callable[[F], F]:
    """Declares an argument of a command. See `Parameter`."""
    return _declared(Parameter((name,), settings))


def _declared(parameter: Parameter) -> Callable[[F], F]:
    def declared(function: F) -> F:
        vars(function).setdefault(_PARAMETERS, []).append(parameter)
        return function

    return declared
