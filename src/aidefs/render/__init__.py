"""Results to text in some format, and to files.

`render(result, form)` takes any result, definition or `Document`; `FORMATS` lists the forms. Besides
the whole-document forms (text, markdown, latex, html, json) the formats of the tabulate package stand
under their own names and show the tables of the document alone.
"""

from __future__ import annotations

import os
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

from aidefs.errors import InputError, near
from aidefs.render.names import FORMATS, TABULATE_FORMATS
from aidefs.table import Document

__all__ = ["FORMATS", "TABULATE_FORMATS", "form_of", "render", "save", "write"]

_ENDINGS = {
    ".txt": "text",
    ".md": "markdown",
    ".tex": "latex",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".rst": "rst",
    ".tsv": "tsv",
}


def render(result: Any, form: str = "text", **options: Any) -> str:
    """A result as text.

    Args:
        result: Comparison, Redline, Segmentation, Definition or Document.
        form: One of `FORMATS`.
        options: For "text": `width` in columns and `paint`, which marks a stretch of text.

    Raises:
        InputError: The format does not exist, or the result has no JSON form.
    """
    if form not in FORMATS:
        hint = ", ".join(near(form, FORMATS)) or ", ".join(FORMATS[:5])
        raise InputError(f"unknown format '{form}'; nearest: {hint}")
    if form == "json":
        from aidefs.render.json import render_json

        return render_json(result)
    shown = result if isinstance(result, Document) else _document(result)
    if form in TABULATE_FORMATS:
        from aidefs.render.plain import render_tables

        return render_tables(shown, form)
    module = import_module(f"aidefs.render.{form}")
    text: str = module.render_document(shown, **options)
    return text


def _document(result: Any) -> Document:
    from aidefs.present import document

    return document(result)


def form_of(path: Path) -> str:
    """The format that the ending of a file name stands for.

    Raises:
        InputError: It stands for none.
    """
    ending = path.suffix.lower()
    if ending not in _ENDINGS:
        known = ", ".join(_ENDINGS)
        raise InputError(
            f"'{path.name}': no format for '{ending or 'a name without ending'}'; known: {known}"
        )
    return _ENDINGS[ending]


def save(result: Any, path: Path, **options: Any) -> Path:
    """Write a result to a file in the format of its ending; see `write` for how."""
    return write(render(result, form_of(path), **options), path)


def write(text: str, path: Path) -> Path:
    """Write text to a file at once: a reader sees the old file or the new one, never half of it.

    Raises:
        InputError: The file cannot be written.
    """
    try:
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        handle, scratch = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            os.chmod(scratch, mode)
            os.replace(scratch, path)
        except BaseException:
            os.unlink(scratch)
            raise
    except OSError as error:
        raise InputError(f"cannot write '{path}': {(error.strerror or str(error)).lower()}") from None
    return path


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
