"""Files that lie in the folder of a document, which it may put in or refer to; none outside of it."""

from __future__ import annotations

import os
from collections.abc import Iterable

from aidefs.errors import InputError

__all__ = ["path_beside"]


def path_beside(folder: str, name: str, endings: Iterable[str], kind: str) -> str:
    """The path of a file in a folder, without symbolic links.

    Args:
        folder: Where it has to lie, without symbolic links.
        name: What the document calls it; the first of the endings may be left out.
        endings: Those that its name may have, in small letters.
        kind: What a file with such an ending is, for messages.

    Raises:
        InputError: It lies elsewhere, does not exist, or has another ending.
    """
    endings = tuple(endings)
    wanted = name.strip().strip('"')
    ending = os.path.splitext(wanted)[1].lower()
    if not wanted or "\0" in wanted or os.path.isabs(wanted):
        raise InputError("it is not in the folder of the main file")
    for ended in (wanted + endings[0], wanted) if ending not in endings else (wanted,):
        path = os.path.realpath(os.path.join(folder, ended))
        if os.path.commonpath([path, folder]) != folder:
            raise InputError("it is not in the folder of the main file")
        if os.path.isfile(path):
            if not path.lower().endswith(endings):
                raise InputError(f"it is no {kind} file")
            return path
    raise InputError("there is no such file")
