"""What the command line does with the world: reading texts, standard output, pipes."""

from __future__ import annotations

import os
import sys

from aidefs.errors import InputError
from aidefs.library.library import Library
from aidefs.library.records import Definition
from aidefs.text.visible import visible_line

__all__ = [
    "complain",
    "emit_text",
    "is_terminal",
    "put",
    "quiet_exit",
    "read_definition",
    "read_library",
    "say",
    "tell",
]


def say(*lines: str) -> None:
    """Lines on standard error."""
    if sys.stderr is not None:  # it is None where the shell closed it
        sys.stderr.write("".join(f"{line}\n" for line in lines))
        sys.stderr.flush()


def complain(*messages: str) -> int:
    """Says what is wrong, in a line for each fault, and gives the exit code for it."""
    for message in messages:
        line = visible_line(message)
        say(f"aidefs: {line[:1].lower()}{line[1:].rstrip('.')}")
    return 2


def read_library(folder: str | None) -> Library:
    """The shipped collection, with the definitions of a folder of the user's laid over it."""
    shipped = Library.shipped()
    if not folder:
        return shipped
    own = Library.load(folder)
    tell(*own.datasets[0].passed_over)
    return shipped.overlay(own)


def tell(*lines: str) -> None:
    """What a user has to know and is no fault, on standard error."""
    say(*(f"aidefs: {visible_line(line)}" for line in lines))


def read_definition(source: str, library: Library, lang: str | None) -> Definition:
    """The definition of a name, a document or standard input.

    An id or alias goes before a file of the same name, and a file before what people call a text; "./eu"
    names the file. The language of a text is recognised where none is given. What there is to know of how a
    document was read is said on standard error.
    """
    if os.path.basename(source) == source and library.holds(source):
        return library[source]  # no reader is imported for a name
    from aidefs.provisions.given import definition_of_file, file_and_choice
    from aidefs.readers.read import ENDINGS, STANDARD_INPUT

    path, choice = file_and_choice(source)
    if path != STANDARD_INPUT:
        name = os.path.basename(path)
        named_as_file = name != path or choice or os.path.splitext(name)[1].lower() in ENDINGS
        if not named_as_file and not os.path.isfile(path):
            return library[source]
        if not os.path.exists(path) and source in library:
            return library[source]  # "ISO/IEC 22989"
    given = definition_of_file(source, lang)
    if given.notes:
        shown = "standard input" if path == STANDARD_INPUT else f"'{path}'"
        tell(f"{shown}: {given.notes}")
    return given


def emit_text(text: str, out: str | None, *, force: bool = False) -> None:
    """Write text to standard output or to a file."""
    if out is None:
        put(text)
        return
    from aidefs.output.render import write

    write(text, out, force=force)


def put(content: str | bytes) -> None:
    """Content to standard output, text as UTF-8 whatever the locale says."""
    if sys.stdout is None:
        raise InputError("cannot write the result: standard output is closed")
    stream = getattr(sys.stdout, "buffer", None)
    if os.name == "nt" and isinstance(content, str) and is_terminal():
        import click  # an older console shows styles only through it

        click.echo(content, nl=False)
    elif stream is None:
        sys.stdout.write(content if isinstance(content, str) else content.decode("utf-8"))
    else:
        sys.stdout.flush()
        stream.write(content.encode("utf-8") if isinstance(content, str) else content)
        stream.flush()


def is_terminal() -> bool:
    """Whether standard output is a screen."""
    return sys.stdout is not None and sys.stdout.isatty()


def quiet_exit() -> None:
    """Let nothing be written after a reader closed the pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
