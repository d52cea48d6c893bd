"""Command lines that are read without click: options written in full, values as they are shown.

What is not that plain (a short option with its value attached, a word in other capitals, a call for help,
any fault) is left to click, which knows what to say of it. Where a line is read here, click would read the
same; a test draws lines and compares.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from aidefs.cli.declare import Command, Decimal, OneOf, Parameter, Whole

__all__ = ["plainly"]

# Settings that say nothing here, and those that are heeded; an option with any other is left to click.
_FOR_HELP = frozenset({"help", "metavar", "show_default", "shell_complete"})
_OF_OPTIONS = _FOR_HELP | {"default", "is_flag", "multiple", "required", "type"}
_OF_ARGUMENTS = _FOR_HELP | {"nargs", "required"}
_DIGITS = 9  # of a number that is read here


class _NotPlain(Exception):
    """The line is one for click."""


def plainly(command: Command, words: Sequence[str]) -> dict[str, Any] | None:
    """What a command is called with.

    Args:
        command: The command.
        words: What stands behind its name.

    Returns:
        Name of a parameter → value; None where click has to read the words.
    """
    if command.respell is not None:
        return None
    try:
        return _read(command.parameters, words)
    except _NotPlain:
        return None


def _read(parameters: Sequence[Parameter], words: Sequence[str]) -> dict[str, Any]:
    options = [one for one in parameters if one.written]
    arguments = [one for one in parameters if not one.written]
    by_name = {way: one for one in options for name in one.written for way in name.split("/")}
    found: dict[str, Any] = {}
    free: list[str] = []
    rest = iter(words)
    for word in rest:
        if word[:1] != "-" or word == "-":
            free.append(_filled(word))
            continue
        option = by_name.get(word)
        if option is None:
            raise _NotPlain
        name, settings = option.name, option.settings
        if _is_flag(option):
            found[name] = word not in [way.partition("/")[2] for way in option.written]
        else:
            value = _value(_filled(next(rest, "-")), settings.get("type"))
            found[name] = (*found.get(name, ()), value) if settings.get("multiple") else value
    for option in options:
        if not option.settings.keys() <= _OF_OPTIONS:
            raise _NotPlain
        if option.name not in found:
            found[option.name] = _default(option)
    return found | _taken(arguments, free)


def _is_flag(option: Parameter) -> bool:
    return bool(option.settings.get("is_flag")) or "/" in option.names[0]


def _filled(word: str) -> str:
    """A word that is no option and not empty."""
    if not word or (word[0] == "-" and word != "-"):
        raise _NotPlain
    return word


def _value(word: str, kind: OneOf | Whole | Decimal | None) -> Any:
    """What the value of an option says."""
    if word == "-":
        raise _NotPlain
    if kind is None:
        return word
    if isinstance(kind, OneOf):
        if word in kind.words:
            return word
    elif word.isascii() and len(word) <= _DIGITS and word.replace(".", "", 1).isdecimal():
        if isinstance(kind, Decimal):
            if kind.least <= float(word) <= kind.most:
                return float(word)
        elif "." not in word and kind.least <= int(word) and (kind.most is None or int(word) <= kind.most):
            return int(word)
    raise _NotPlain


def _default(option: Parameter) -> Any:
    settings = option.settings
    if settings.get("required"):
        raise _NotPlain
    if "default" in settings:
        return settings["default"]
    if settings.get("multiple"):
        return ()
    return False if _is_flag(option) else None


def _taken(arguments: Sequence[Parameter], words: Sequence[str]) -> dict[str, Any]:
    """The arguments that words are, the last of which may take any number."""
    found: dict[str, Any] = {}
    for at, argument in enumerate(arguments):
        settings = argument.settings
        if not settings.keys() <= _OF_ARGUMENTS or (
            settings.get("nargs", 1) < 0 and argument != arguments[-1]
        ):
            raise _NotPlain
        several = settings.get("nargs", 1) < 0
        if at >= len(words) and settings.get("required", not several):
            raise _NotPlain
        found[argument.name] = tuple(words[at:]) if several else words[at] if at < len(words) else None
        if several:
            return found
    if len(words) > len(arguments):
        raise _NotPlain
    return found
