"""Files written whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import BinaryIO

from aidefs.classes import NamedTuple
from aidefs.errors import InputError, reason

__all__ = ["Path", "free", "keep_for", "scratch_folder", "write", "write_all"]

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

    Where several programs write the same file without `force`, one of them does.

    Raises:
        InputError: A file cannot be written, is there and may not be replaced, or is named twice.
    """
    contents = [(path, _encoded(data)) for path, data in files]
    free([path for path, _ in contents], force=force)
    streams = [(path, content) for path, content in contents if _is_stream(path)]
    regular = [(path, content) for path, content in contents if not _is_stream(path)]
    path: Path = ""
    try:
        with ExitStack() as stack:
            scratches: dict[str, str] = {}
            drafts: list[_Draft] = []
            for path, content in regular:
                target = os.path.realpath(path)
                if os.path.isdir(target):
                    raise IsADirectoryError(21, "Is a directory")
                folder = os.path.dirname(target)
                if folder not in scratches:
                    scratches[folder] = stack.enter_context(scratch_folder(folder))
                scratch = os.path.join(scratches[folder], str(len(drafts)))
                drafts.append(_draft(path, target, scratch, content))
            try:
                for draft in drafts:
                    path = draft.path
                    last = draft is drafts[-1] and not streams
                    _put_in_place(draft, force=force, undoable=not last)
                for path, content in streams:  # which cannot be undone
                    with open(path, "wb") as stream:
                        stream.write(content)
            except BaseException:
                # An interruption may come when the last of them is in place, and then all are.
                if streams or not all(draft.is_in_place for draft in drafts):
                    for draft in reversed(drafts):
                        _take_back(draft)
                raise
    except OSError as error:
        folder = os.path.dirname(os.fspath(path))
        missing = isinstance(error, FileNotFoundError) and folder and not os.path.isdir(folder)
        why = f"there is no folder '{folder}'" if missing else reason(error)
        raise InputError(f"cannot write '{os.fspath(path)}': {why}") from None


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


class _Draft(NamedTuple):
    """A file that is to be put in place.

    Attributes:
        path: Its name as the user gave it.
        target: Where it goes, links followed.
        fresh: The file that holds what is new.
        old: Where the file that it replaces is kept meanwhile.
    """

    path: Path
    target: str
    fresh: str
    old: str

    @property
    def is_in_place(self) -> bool:
        """Whether what is new stands under the name of the file."""
        return not os.path.exists(self.fresh) or (
            os.path.exists(self.target) and os.path.samefile(self.fresh, self.target)
        )


def _draft(path: Path, target: str, scratch: str, content: bytes) -> _Draft:
    """What is new in a file of its own, with the mode of what it replaces."""
    draft = _Draft(path, target, f"{scratch}.new", f"{scratch}.old")
    mode = os.stat(target).st_mode & 0o777 if os.path.exists(target) else 0o666 & ~_umask()
    with open(draft.fresh, "xb") as file:
        file.write(content)
    os.chmod(draft.fresh, mode)
    return draft


def _put_in_place(draft: _Draft, *, force: bool, undoable: bool) -> None:
    """Give what is new its name, by an act that fails where there is a file and none may be replaced."""
    try:
        _create(draft)
    except FileExistsError:
        if not force:
            raise InputError(f"'{os.fspath(draft.path)}' exists; --force replaces it") from None
        if undoable:
            try:
                os.link(draft.target, draft.old)
            except OSError:  # a file of another owner, or a file system without links
                import shutil

                shutil.copy2(draft.target, draft.old)
        os.replace(draft.fresh, draft.target)


def _create(draft: _Draft) -> None:
    """Make the file, which must not be there."""
    try:
        os.link(draft.fresh, draft.target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        os.close(os.open(draft.target, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        try:
            os.replace(draft.fresh, draft.target)
        except BaseException:
            if os.path.exists(draft.fresh):
                os.unlink(draft.target)
            raise


def _take_back(draft: _Draft) -> None:
    """Bring back what was there before, a file or none."""
    if os.path.exists(draft.old):
        os.replace(draft.old, draft.target)
    elif draft.is_in_place:
        os.unlink(draft.target)


# --- scratch ----------------------------------------------------------------------------------

_SCRATCH = ".aidefs-unfinished-"
_KEPT, _NAME = "kept", "name"  # in scratch: a folder that was taken away, and how it is called


@contextmanager
def scratch_folder(folder: str) -> Iterator[str]:
    """A folder inside another one, for what is not finished; it goes when the block ends.

    What runs that were killed have left there goes first. That a run still goes on is known by a lock, which
    the system takes off a process that ends, however it ends. Where there are no such locks, all is left.

    Args:
        folder: Where what is finished will stand, so that it has but to be renamed.
    """
    import shutil
    import tempfile  # here, because most results go to the screen

    with suppress(PermissionError):  # a folder that one may write into and not list
        for name in os.listdir(folder):
            if name.startswith(_SCRATCH):
                _remove_abandoned(os.path.join(folder, name))
    while True:
        scratch = tempfile.mkdtemp(dir=folder, prefix=_SCRATCH)
        try:
            lock = _lock(scratch)
        except (BlockingIOError, FileNotFoundError):
            continue  # another run took it for abandoned, before it was locked
        break
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
        if lock is not None:
            lock.close()


def keep_for(target: str, scratch: str) -> str:
    """Where a folder is kept in scratch while another takes its name, for the next run if this is killed."""
    with open(os.path.join(scratch, _NAME), "wb") as file:
        file.write(os.fsencode(os.path.basename(target)))
    return os.path.join(scratch, _KEPT)


def _remove_abandoned(scratch: str) -> None:
    """Remove a folder of a run that was killed; what that had taken away and not replaced comes back."""
    import shutil

    with suppress(OSError):
        lock = _lock(scratch)
        if lock is not None:
            with suppress(OSError):
                with open(os.path.join(scratch, _NAME), "rb") as file:
                    name = os.path.basename(os.fsdecode(file.read()))
                target = os.path.join(os.path.dirname(scratch), name)
                if not os.path.lexists(target):
                    os.rename(os.path.join(scratch, _KEPT), target)
            shutil.rmtree(scratch, ignore_errors=True)
            lock.close()


def _lock(folder: str) -> BinaryIO | None:
    """A file that locks a scratch folder as long as it is open, None where the system has no such locks.

    Raises:
        BlockingIOError: Another run holds it.
        FileNotFoundError: It is gone.
    """
    try:
        import fcntl
    except ImportError:
        return None
    name = os.path.join(folder, "lock")
    lock = open(name, "ab")  # noqa: SIM115 - it is closed by who holds it
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.stat(name)
    except (BlockingIOError, FileNotFoundError):
        lock.close()
        raise
    except OSError:  # a file system without locks
        lock.close()
        return None
    return lock


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
