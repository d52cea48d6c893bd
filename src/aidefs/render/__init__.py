"""Results to text in some format, and to files.

`render(result, form)` takes any result, definition or `Document`; `FORMATS` lists the forms. Besides
the whole-document forms (text, markdown, latex, html, json) the formats of the tabulate package and
csv stand under their own names and show the tables of the document alone.
"""

from __future__ import annotations

import os
from importlib import import_module
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
    ".csv": "csv",
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


def form_of(path: str | os.PathLike[str]) -> str:
    """The format that the ending of a file name stands for.

    Raises:
        InputError: It stands for none.
    """
    name = os.path.basename(os.fspath(path))
    ending = os.path.splitext(name)[1].lower()
    if ending not in _ENDINGS:
        wrong = f"'{ending}' stands for no format" if ending else "the name has no ending"
        raise InputError(f"cannot write '{name}': {wrong}; known: {', '.join(_ENDINGS)}")
    return _ENDINGS[ending]


def save(result: Any, path: str | os.PathLike[str], **options: Any) -> None:
    """Write a result to a file in the format of its ending; see `write` for how."""
    write(render(result, form_of(path), **options), path)


def write(text: str, path: str | os.PathLike[str]) -> None:
    """Write text to a file at once: a reader sees the old file or the new one, never half of it.

    Raises:
        InputError: The file cannot be written.
    """
    import tempfile  # here, because most results go to the screen

    target = os.path.realpath(path)  # a link stays a link
    try:
        mode = os.stat(target).st_mode & 0o777 if os.path.exists(target) else 0o666 & ~_umask()
        handle, scratch = tempfile.mkstemp(dir=os.path.dirname(target), prefix=".aidefs-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="\n") as file:
                file.write(text)
            os.chmod(scratch, mode)
            os.replace(scratch, target)
        except BaseException:
            os.unlink(scratch)
            raise
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(f"cannot write '{os.fspath(path)}': {reason}") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
