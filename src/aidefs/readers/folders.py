"""Folders as the documents in them, always in the same order.

Passed over are files and folders whose names begin with a full stop, the files by which Word says that a
document is open, and folders behind symbolic links, so that no circle of links is followed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator

from aidefs.classes import NamedTuple
from aidefs.errors import demand, reason
from aidefs.readers.limits import no_document
from aidefs.readers.read import ENDINGS, STANDARD_INPUT

__all__ = ["DocumentFile", "documents"]

_HIDDEN = (".", "~$")


class DocumentFile(NamedTuple):
    """A document to be read.

    Attributes:
        name: Its path; for one that lies in a folder, that of the folder and its path from there.
        fault: Why it cannot be read, as far as that is known without opening it, else "".
    """

    name: str
    fault: str = ""


def documents(paths: Iterable[str | os.PathLike[str]], include: Iterable[str] = ()) -> Iterator[DocumentFile]:
    """The documents that are meant by the names of files and folders, in the order of the names.

    What lies in a folder is in the order of the names, each folder at the place of its own.

    Args:
        paths: Files, folders, "-" for standard input.
        include: Patterns such as "*.docx", of which a file in a folder has to match one, in capital or small
            letters: one with a "/" its path inside the folder, else its name. By default it has to have an
            ending of a format that is read.
    """
    wanted = _wanted(tuple(include))
    for path in paths:
        demand(path, (str, os.PathLike), "the path of a file or folder")
        name = os.fspath(path)
        if name == STANDARD_INPUT or not os.path.isdir(name):
            yield DocumentFile(name)
            continue
        found = False
        for one in _inside(name, wanted):
            found = True
            yield one
        if not found:
            yield DocumentFile(name, f"cannot read '{name}': no document in it")


def _wanted(include: tuple[str, ...]) -> Callable[[str], bool]:
    """Whether a path inside a folder, with "/" between its parts, is that of a document."""
    if not include:
        return lambda path: os.path.splitext(path)[1].lower() in ENDINGS
    from fnmatch import translate  # few ask for it

    patterns = [("/" in one, re.compile(translate(one), re.I)) for one in include]
    return lambda path: any(
        pattern.match(path if whole else path.rpartition("/")[2]) for whole, pattern in patterns
    )


def _inside(folder: str, wanted: Callable[[str], bool]) -> Iterator[DocumentFile]:
    """The documents in a folder. Folders may be nested deeper than functions can be."""
    root = "" if folder == os.curdir else folder
    left = [("", True)]  # paths inside the folder, the next one last, and whether each is a folder
    while left:
        inner, is_folder = left.pop()
        name = os.path.join(root, *inner.split("/")) if inner else folder
        if not is_folder:
            fault = _fault(name)
            yield DocumentFile(name, f"cannot read '{name}': {fault}" if fault else "")
            continue
        try:
            with os.scandir(name) as entries:
                listed = sorted(entries, key=lambda entry: entry.name, reverse=True)
        except OSError as error:
            yield DocumentFile(name, f"cannot read '{name}': {reason(error)}")
            continue
        for entry in listed:
            path = f"{inner}/{entry.name}" if inner else entry.name
            if entry.name.startswith(_HIDDEN):
                continue
            if entry.is_dir(follow_symlinks=False):
                left.append((path, True))
            elif wanted(path) and not os.path.isdir(entry.path):
                left.append((path, False))


def _fault(name: str) -> str:
    """What a name stands for that is no file."""
    try:
        kind = no_document(name)
    except OSError as error:
        return reason(error)
    return f"{kind}, which is passed over" if kind else ""
