"""The few kinds of error a user can meet, each with a one-line, lower-case message."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from aidefs.classes import NamedTuple

__all__ = [
    "AidefsError",
    "DataError",
    "Fault",
    "InputError",
    "NoCues",
    "NoDefinition",
    "SeveralDefinitions",
    "UnknownName",
    "choice",
    "described",
    "missing",
    "near",
    "reason",
]


class AidefsError(Exception):
    """Base of all errors that a user can cause; the command line prints it and exits with 2."""


class InputError(AidefsError):
    """An argument, an option or an input file cannot be used."""


class NoCues(InputError):
    """A text cannot be cut into elements, because nothing is known of its language."""


class NoDefinition(NoCues):
    """A text cannot be cut into elements, because nothing in it looks like a definition."""


class SeveralDefinitions(InputError):
    """A document holds several definitions and none is chosen; `listed` has a line for each."""

    def __init__(self, message: str, listed: Iterable[str]) -> None:
        self.message = message
        self.listed: tuple[str, ...] = tuple(listed)
        super().__init__("\n".join((message, *self.listed)))


class UnknownName(AidefsError, KeyError):
    """A name stands for nothing in the library; the message gives the nearest names.

    It is also a `KeyError`, so `Library` behaves as any mapping does.
    """

    def __str__(self) -> str:
        return str(self.args[0])  # KeyError would print the repr


class Fault(NamedTuple):
    """One fault of one file.

    Attributes:
        file: Name of the file as the user gave it.
        key: Dotted path of the key at fault, "" for the file as a whole.
        message: What was found and what was expected.
        code: Short stable name of the rule, such as "segments-partition".
    """

    file: str
    key: str
    message: str
    code: str

    def __str__(self) -> str:
        where = f"{self.file}: {self.key}" if self.key else self.file
        return f"{where}: {self.message} [{self.code}]"


class DataError(AidefsError):
    """One or more files are faulty; `faults` holds every one of them."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


def reason(error: OSError) -> str:
    """Why the system refused a file, in its own words and in lower case: "no such file or directory"."""
    return (error.strerror or str(error)).lower()


def missing(what: str, package: str, extra: str) -> InputError:
    """The error where an optional package is not installed; it says what to type."""
    return InputError(f"{what} needs {package}: pip install 'aidefs[{extra}]'")


def described(value: object) -> str:
    """What kind of thing a value is, in words: "a comparison", "an element table"."""
    if value is None:
        return "None"
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(value).__name__).lower()
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def demand(value: object, kind: type | tuple[type, ...], what: str) -> None:
    """Sees to it that a value is of a kind.

    Args:
        value: What a user gave.
        kind: What it has to be.
        what: The same in words: "a text", "the path of a file".

    Raises:
        InputError: It is of another.
    """
    if not isinstance(value, kind):
        raise InputError(f"expected {what}, not {described(value)}")


def choice(name: str, names: Iterable[str]) -> str:
    """What to type in place of a name: "nearest: a, b", or where none is near, "known: " and all."""
    known = list(names)
    found = near(name, known)
    return f"nearest: {', '.join(found)}" if found else f"known: {', '.join(known)}"


def near(name: str, names: Iterable[str], limit: int = 3, least: float = 0.3) -> Sequence[str]:
    """The names most like `name`, best first, for a "did you mean".

    Likeness is the Dice coefficient of letter pairs, so that a swapped, missing or added letter
    costs little; ties fall to alphabetical order.

    Args:
        name: What was given.
        names: What there is.
        limit: How many are wanted.
        least: Likeness from which a name counts; one that goes on as `name` begins always does.
    """

    def pairs(word: str) -> set[str]:
        padded = f"^{word.casefold()}$"
        return {padded[i : i + 2] for i in range(len(padded) - 1)}

    wanted = pairs(name)
    scored = []
    for other in set(names):
        have = pairs(other)
        score = 2 * len(wanted & have) / (len(wanted) + len(have))
        if score >= least or (name and other.casefold().startswith(name.casefold())):
            scored.append((-score, other))
    return [other for _, other in sorted(scored)[:limit]]
