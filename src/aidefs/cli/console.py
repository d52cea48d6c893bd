"""What the command line does with the world: reading texts, standard output, pipes."""

from __future__ import annotations

import os
import sys

import click

from aidefs.errors import InputError, reason
from aidefs.library.library import Library
from aidefs.library.records import Definition

__all__ = ["emit_text", "is_terminal", "put", "quiet_exit", "read_definition", "read_library", "read_text"]

_TEXT_ENDINGS = (".txt", ".text", ".md")


def read_library(folder: str | None) -> Library:
    """The shipped collection, with the definitions of a folder of the user's laid over it."""
    shipped = Library.shipped()
    return shipped.overlay(Library.load(folder)) if folder else shipped


def read_text(source: str) -> str:
    """The text of a file, or of standard input for "-".

    Raises:
        InputError: There is no such file, it cannot be read, it is not UTF-8 or holds no text.
    """
    name = "standard input" if source == "-" else f"'{source}'"
    try:
        data = sys.stdin.buffer.read() if source == "-" else _bytes(source)
    except OSError as error:
        raise InputError(f"cannot read {name}: {reason(error)}") from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{name} is not utf-8 text (byte {error.start})") from None
    if "\0" in text:
        raise InputError(f"{name} is not text: it holds NUL characters")
    if not text.strip():
        raise InputError(f"{name} holds no text")
    return text.rstrip("\r\n")  # the end of the file's last line is no part of the text


def _bytes(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def read_definition(source: str, library: Library, lang: str | None) -> Definition:
    """The definition of a name, a file or standard input.

    An id or alias goes before a file of the same name, and a file before what people call a text; "./eu"
    names the file. The language of a text is recognised where none is given.
    """
    if source == "-":
        return Definition(id="standard-input", label="standard input", text=read_text("-"), lang=lang or "")
    name = os.path.basename(source)
    named_as_file = name != source or os.path.splitext(name)[1] in _TEXT_ENDINGS
    if not named_as_file and (library.holds(source) or not os.path.isfile(source)):
        return library[source]
    if not os.path.exists(source) and source in library:
        return library[source]  # "ISO/IEC 22989"
    return Definition(id=name, label=name, text=read_text(source), lang=lang or "")


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
        click.echo(content, nl=False)  # an older console shows styles only through click
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
