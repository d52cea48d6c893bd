"""Files written whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable

from aidefs.errors import InputError, reason

__all__ = ["Path", "free", "write", "write_all"]

Path = str | os.PathLike[str]


def write(data: str | bytes, path: Path, *, force: bool = True) -> None:
    """Write a file at once: a reader sees the old file or the new one, never half of it.

    Args:
        data: What to write; text as UTF-8.
        path: The file. A link stays a link; a pipe or a device is written to.
        force: Replace a file that is there.

    Raises:
        InputError: The file cannot be written, or is there and may not be replaced.
    """
    write_all([(path, data)], force=force)


def write_all(files: Iterable[tuple[Path, str | bytes]], *, force: bool = True) -> None:
    """Write files that belong together: where one of them cannot be written, none is.

    Raises:
        InputError: A file cannot be written, is there and may not be replaced, or is named twice.
    """
    contents = [(path, _encoded(data)) for path, data in files]
    paths = [path for path, _ in contents]
    free(paths, force=force)
    scratches: list[str] = []
    path: Path = ""
    try:
        for path, content in contents:
            scratches.append("" if _is_stream(path) else _scratch(path, content))
        for n, (path, content) in enumerate(contents):
            if scratches[n]:
                os.replace(scratches[n], os.path.realpath(path))
            else:
                with open(path, "wb") as stream:
                    stream.write(content)
            scratches[n] = ""
    except OSError as error:
        raise InputError(f"cannot write '{os.fspath(path)}': {reason(error)}") from None
    finally:
        for scratch in filter(None, scratches):
            os.unlink(scratch)


def free(paths: Iterable[Path], *, force: bool = False) -> None:
    """Make sure that files can be written without loss.

    Raises:
        InputError: A file is there and may not be replaced, or is named twice.
    """
    known: set[str] = set()
    for path in paths:
        name = os.fspath(path)
        if os.path.realpath(path) in known:
            raise InputError(f"'{name}' is to be written twice")
        known.add(os.path.realpath(path))
        if not force and os.path.lexists(path) and not _is_stream(path) and not os.path.isdir(path):
            raise InputError(f"'{name}' exists; --force replaces it")


def _encoded(data: str | bytes) -> bytes:
    return data.encode("utf-8", "replace") if isinstance(data, str) else data


def _is_stream(path: Path) -> bool:
    """Whether a name stands for a pipe, a terminal or another device, which nothing replaces."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _scratch(path: Path, content: bytes) -> str:
    """The name of a new file beside the one to be written, with its content and its mode."""
    import tempfile  # here, because most results go to the screen

    target = os.path.realpath(path)
    if os.path.isdir(target):
        raise IsADirectoryError(21, "Is a directory")
    mode = os.stat(target).st_mode & 0o777 if os.path.exists(target) else 0o666 & ~_umask()
    handle, scratch = tempfile.mkstemp(dir=os.path.dirname(target), prefix=".aidefs-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(scratch, mode)
    except BaseException:
        os.unlink(scratch)
        raise
    return scratch


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
