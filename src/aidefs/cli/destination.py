"""Where results go and how they look: the screen with its colours, pipes, files."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from aidefs.classes import NamedTuple
from aidefs.cli.console import is_terminal, put
from aidefs.errors import InputError
from aidefs.formats.options import BINARY_FORMATS, SPECIAL_FORMATS

__all__ = ["Output"]

_PLAIN_WIDTH = (
    80  # columns where the output is no terminal and COLUMNS is not set, so that files are the same
)
_NARROWEST, _WIDEST = 40, 400  # widths that are understood
_NO_STYLES = ("dumb", "unknown")  # names of terminals that show no styles
# The codes of ECMA-48 for colours and styles, and the one that ends them.
_COLOURS = {"blue": 34, "yellow": 33, "green": 32, "magenta": 35, "cyan": 36, "red": 31}
_BOLD, _DIM, _ITALIC, _UNDERLINE, _STRUCK, _PLAIN = 1, 2, 3, 4, 9, 0
# Deletions struck, insertions underlined, so that colour is never the only sign.
_LOOKS = {
    "delete": (_COLOURS["red"], _STRUCK),
    "insert": (_COLOURS["blue"], _UNDERLINE),
    "strong": (_BOLD,),
    "muted": (_DIM,),
    "quote": (_ITALIC,),
    # The colours that every terminal has; a sign behind each stretch says what it stands for.
    **{f"tint{n}": (colour,) for n, colour in enumerate(_COLOURS.values(), 1)},
}


class Output(NamedTuple):
    """Where a result goes and how it looks.

    Attributes:
        form: Format, None for that of the ending of `out`, or text.
        out: File, None for standard output.
        width: Columns of text, None for those of the screen.
        stamp: Whether it ends with the versions of aidefs and of the data; JSON always has
            them, and so have graphs and editions.
        force: Whether files that are there are replaced.
        standalone: Whether LaTeX and HTML are whole documents, None for what the place suggests.
        layout: Of tables in LaTeX, see `aidefs.formats.options.Options`.
        excel: Whether CSV begins with a mark that it is UTF-8.
    """

    form: str | None
    out: str | None
    width: int | None
    stamp: bool
    force: bool = False
    standalone: bool | None = None
    layout: str = "auto"
    excel: bool = False

    @property
    def chosen(self) -> str:
        """The format that is written."""
        from aidefs.output.render import form_of

        return self.form or (form_of(self.out) if self.out is not None else "text")

    def check(self) -> None:
        """Make sure that the file may be written, before time goes into what it shall hold.

        Raises:
            InputError: The file is there and may not be replaced.
        """
        if self.out is not None:
            from aidefs.formats.files import free

            free([self.out], force=self.force)

    def write(self, result: Any, *, beside: Iterable[tuple[str, str]] = (), bibliography: str = "") -> None:
        """Write the result, and texts that belong to it: all of them or none.

        Args:
            result: The result.
            beside: Further files, each with its text.
            bibliography: See `aidefs.formats.options.Options`.

        Raises:
            InputError: A file cannot be written or may not be replaced, the result has no such form, or
                it is for machines and would go to a screen.
        """
        from aidefs.output.render import is_picture, render_bytes, render_file, write_all

        form = self.chosen
        options: dict[str, Any] = {
            "standalone": self.standalone,
            "layout": self.layout,
            "bibliography": bibliography,
            "excel": self.excel,
        }
        if self.stamp and form not in ("json", *SPECIAL_FORMATS) and not is_picture(result, form):
            result = _stamped(result, form)
        if self.out is not None:
            options["width"] = self.width or _given_width() or _PLAIN_WIDTH
            content = render_file(result, self.out, form, **options)
            write_all([(self.out, content), *beside], force=self.force)
            return
        screen = is_terminal()
        if screen and form in BINARY_FORMATS:
            raise InputError(f"{form} is nothing for a screen; write it to a file with --out or into a pipe")
        options["width"] = self.width or _given_width() or (_screen_width() if screen else _PLAIN_WIDTH)
        if screen and form == "text" and _shows_styles():
            options["paint"] = _painted
        content = render_bytes(result, form, **options)
        write_all(beside, force=self.force)
        put(content.decode() if "paint" in options else content)


def _stamped(result: Any, form: str) -> Any:
    from aidefs.formats.document import Paragraph, Run
    from aidefs.output.render import shown
    from aidefs.version import __version__

    known = result.stamp
    line = f"aidefs {__version__}, data {known['data_version']}, hash {known['data_hash']}"
    document = shown(result, form)
    return document._replace(blocks=(*document.blocks, Paragraph((Run(line, "muted"),))))


def _given_width() -> int:
    """The width that COLUMNS in the environment asks for, 0 where it does not."""
    given = os.environ.get("COLUMNS", "")
    return min(max(int(given), _NARROWEST), _WIDEST) if given.isdecimal() and int(given) else 0


def _screen_width() -> int:
    from shutil import get_terminal_size

    return get_terminal_size((_PLAIN_WIDTH, 24)).columns


def _shows_styles() -> bool:
    """Whether the screen takes codes of colours and styles, and its user wants them (https://no-color.org)."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM", "").lower() not in _NO_STYLES


def _painted(text: str, mark: str) -> str:
    if not text or mark not in _LOOKS:
        return text
    return "".join([*map(_code, _LOOKS[mark]), text, _code(_PLAIN)])


def _code(number: int) -> str:
    return f"\x1b[{number}m"
