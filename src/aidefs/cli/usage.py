"""What is wrong with a command as it was typed, in one line that says what to type."""

from __future__ import annotations

import inspect
import re

import click

from aidefs.errors import choice

__all__ = ["told"]

_NUMBERS = {"float": "is not a number", "integer": "is not a whole number"}
_NO_NUMBER = re.compile(r"is not a valid (float|integer)(?: range)?")
_EXTRA = re.compile(r"Got unexpected extra arguments? \((.*)\)", re.DOTALL)


def told(error: click.ClickException) -> str:
    """The message for an error of click, in its words where these say enough."""
    kind, context = getattr(error, "param", None), getattr(error, "ctx", None)
    if isinstance(error, click.MissingParameter):
        return f"{error.format_message().rstrip('.')}{_as_in(context)}"
    if isinstance(error, click.BadParameter) and kind is not None and isinstance(kind.type, click.Choice):
        given = re.match(r"'(.*)' is not one of", error.message, re.DOTALL)
        if given:
            known = [str(one) for one in kind.type.choices]
            return f"unknown value '{given[1]}' for {kind.opts[0]}; {choice(given[1].lower(), known)}"
    message = error.format_message()
    extra = _EXTRA.fullmatch(message.rstrip("."))
    if extra and context is not None:
        return f"{context.info_name} takes no further word: '{extra[1]}'{_as_in(context)}"
    return _NO_NUMBER.sub(lambda found: _NUMBERS[found[1]], message)


def _as_in(context: click.Context | None) -> str:
    """The first example of the help of a command, as the end of a message."""
    lines = inspect.cleandoc(context.command.help or "").splitlines() if context is not None else []
    example = next((line.strip() for line in lines if line.strip().startswith("aidefs ")), "")
    return f"; for example: {example}" if example else ""
