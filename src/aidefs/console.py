"""What the command line does with the world: reading texts, writing results, colour, exit codes."""

from __future__ import annotations

import os
import sys
from typing import Any

from aidefs.errors import InputError, reason
from aidefs.library import Library
from aidefs.model import Definition

__all__ = ["emit", "emit_text", "put", "quiet_exit", "read_definition", "read_library", "read_text"]

_TEXT_ENDINGS = (".txt", ".text", ".md")
_PLAIN_WIDTH = 80  # columns where the output is no terminal, so that files are the same everywhere


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


def read_definition(source: str, library: Library, lang: str) -> Definition:
    """The definition of a name, a file or standard input.

    A name goes before a file of the same name; "./eu" names the file.
    """
    if source == "-":
        return Definition(id="standard-input", label="standard input", text=read_text("-"), lang=lang)
    name = os.path.basename(source)
    named_as_file = name != source or os.path.splitext(name)[1] in _TEXT_ENDINGS
    if not named_as_file and (source in library or not os.path.isfile(source)):
        return library[source]
    return Definition(id=name, label=name, text=read_text(source), lang=lang)


def emit(result: Any, form: str | None, out: str | None, width: int | None, *, stamped: bool = False) -> None:
    """Write a result to standard output or to a file, in a format named or taken from the file's name.

    With `stamped` the text ends with the versions of aidefs and of its data; JSON always has them.
    """
    from aidefs.render import form_of, render, write

    chosen = form or (form_of(out) if out is not None else "text")
    if stamped and chosen != "json":
        result = _stamped(result)
    if out is not None:
        write(render(result, chosen, **_options(chosen, width or _PLAIN_WIDTH, False)), out)
        return
    terminal = sys.stdout is not None and sys.stdout.isatty()
    if width is None:
        width = _terminal_width() if terminal else _PLAIN_WIDTH
    put(render(result, chosen, **_options(chosen, width, terminal)))


def _stamped(result: Any) -> Any:
    from aidefs import __version__
    from aidefs.library import stamp
    from aidefs.present import document
    from aidefs.tables import Paragraph, Run

    known = stamp(result.library)
    line = f"aidefs {__version__}, data {known['data_version']}, hash {known['data_hash']}"
    shown = document(result)
    return shown._replace(blocks=(*shown.blocks, Paragraph((Run(line, "muted"),))))


def emit_text(text: str, out: str | None) -> None:
    """Write text to standard output or to a file."""
    if out is None:
        put(text)
        return
    from aidefs.render import write

    write(text, out)


def put(text: str) -> None:
    """Text to standard output, as UTF-8 whatever the locale says."""
    if sys.stdout is None:
        raise InputError("cannot write the result: standard output is closed")
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(text)
    else:
        sys.stdout.flush()
        stream.write(text.encode("utf-8"))
        stream.flush()


def _options(form: str, width: int, terminal: bool) -> dict[str, Any]:
    if form != "text":
        return {}
    options: dict[str, Any] = {"width": width}
    if terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb":
        options["paint"] = _painter()
    return options


def _terminal_width() -> int:
    from shutil import get_terminal_size

    return get_terminal_size((_PLAIN_WIDTH, 24)).columns


def _painter() -> Any:
    """Deletions struck, insertions underlined, so that colour is never the only sign."""
    from rich.console import Console
    from rich.style import Style

    system = Console()._color_system  # what the terminal can show
    styles = {
        "delete": Style(color="red", strike=True),
        "insert": Style(color="blue", underline=True),
        "strong": Style(bold=True),
        "muted": Style(dim=True),
        "quote": Style(italic=True),
    }

    def paint(text: str, mark: str) -> str:
        return styles[mark].render(text, color_system=system) if mark in styles else text

    return paint


def quiet_exit() -> None:
    """Let nothing be written after a reader closed the pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
