"""Exports: the collection written into a folder, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from aidefs.errors import InputError, reason
from aidefs.library.library import Library
from aidefs.library.reading import read_text
from aidefs.library.records import Definition
from aidefs.output.export import LICENCE, Content, files
from aidefs.output.resources import full_dict, resources

__all__ = ["Exported", "export_definitions", "write_folder"]

_STEMS = ("definitions", "segments", "predecessors", "places")
# What any export may have written, and a new one may therefore replace.
_OURS = {"datapackage.json", LICENCE, "definitions.json", "definitions.jsonl"} | {
    f"{stem}.{ending}" for stem in _STEMS for ending in ("csv", "parquet")
}


class Exported(NamedTuple):
    """What was written.

    Attributes:
        folder: The folder, as it was named.
        files: Names of the files in it.
        rows: Number of definitions, segments, predecessors and places.
    """

    folder: str
    files: tuple[str, ...]
    rows: Mapping[str, int]


def export_definitions(
    definitions: Sequence[Definition],
    library: Library,
    path: str | os.PathLike[str],
    form: str = "csv",
    *,
    force: bool = False,
) -> Exported:
    """Write definitions into a folder that is new or empty.

    Args:
        definitions: What to write.
        library: Where it is from.
        path: The folder.
        form: "csv", "json", "jsonl", "parquet" or "datapackage".
        force: Replace an earlier export.

    Raises:
        InputError: Nothing to write, an unknown format, a package that is missing, or a folder that
            cannot be written.
    """
    if not definitions:
        raise InputError("there is nothing to export: no definition meets the conditions")
    tables = resources(definitions, library)
    content = Content(
        tables,
        [full_dict(definition, library) for definition in definitions],
        {"data_version": library.data_version, "data_hash": library.data_hash},
        _licence(library),
    )
    made = files(content, form)
    write_folder(made, path, force=force)
    rows = {table.name: len(table.rows) for table in tables}
    return Exported(os.fspath(path), tuple(made), rows)


def _licence(library: Library) -> str:
    pages = [dataset.extras[LICENCE] for dataset in library.datasets if LICENCE in dataset.extras]
    return "\n".join(map(read_text, pages))


def write_folder(made: Mapping[str, bytes], path: str | os.PathLike[str], *, force: bool = False) -> None:
    """Write files into a folder at once: a reader sees all of them or none.

    They are written into a folder beside it, which then takes its name.

    Args:
        made: Contents by file name.
        path: The folder: new, empty or, with `force`, one that holds nothing but an earlier export.
        force: Replace an earlier export.

    Raises:
        InputError: The folder holds something else or cannot be written.
    """
    import shutil
    import tempfile

    name, target = os.fspath(path), os.path.realpath(path)
    try:
        _check(name, target, force)
        scratch = tempfile.mkdtemp(dir=os.path.dirname(target), prefix=".aidefs-")
        try:
            fresh, old = os.path.join(scratch, "new"), os.path.join(scratch, "old")
            os.mkdir(fresh)
            for file, data in made.items():
                with open(os.path.join(fresh, file), "xb") as stream:
                    stream.write(data)
            if os.path.isdir(target):
                shutil.copymode(target, fresh)
            _swap(fresh, target, old)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
    except OSError as error:
        raise InputError(f"cannot write '{name}': {reason(error)}") from None


def _check(name: str, target: str, force: bool) -> None:
    if not os.path.lexists(target):
        return
    if not os.path.isdir(target):
        raise InputError(f"cannot write '{name}': it is a file, and an export is a folder")
    held = sorted(os.listdir(target))
    if held and not force:
        raise InputError(f"the folder '{name}' is not empty; --force (force=True) replaces an earlier export")
    foreign = [file for file in held if file not in _OURS or os.path.isdir(os.path.join(target, file))]
    if foreign:
        raise InputError(f"the folder '{name}' holds what no export wrote: {foreign[0]}; choose another one")
    here = os.path.realpath(os.curdir)
    if os.path.join(here, "").startswith(os.path.join(target, "")):
        raise InputError(f"the folder '{name}' is the working folder, which cannot be replaced; name another")


def _swap(fresh: str, target: str, old: str) -> None:
    """Give the new folder the name of the old one; the old one comes back where that fails."""
    if not os.path.isdir(target):
        os.rename(fresh, target)
        return
    os.rename(target, old)
    try:
        os.rename(fresh, target)
    except BaseException:
        os.rename(old, target)
        raise
