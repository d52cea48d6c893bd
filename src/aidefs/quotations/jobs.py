"""Documents handed out to several processes, and what they find brought back."""

from __future__ import annotations

import io
import os
import pickle
from collections.abc import Generator, Sequence
from functools import partial
from typing import Any, NamedTuple

from aidefs.library.library import Library
from aidefs.library.records import Definition
from aidefs.readers.limits import too_long
from aidefs.readers.processes import Process, answers

__all__ = ["Task", "in_processes", "processes_for"]

_WORKER = "aidefs.quotations.verification_worker"
_SHARE = 4 << 20  # bytes of documents for which a process is started; it takes some tenths of a second


class Task(NamedTuple):
    """What is done with each of several documents.

    Attributes:
        library: What to compare with, None for the collection that comes with aidefs.
        lang: Compare with the definitions of one language.
        form: Read every file as this format.
        timeout: Seconds that a process may take for a document.
    """

    library: Library | None
    lang: str | None
    form: str | None
    timeout: float

    @property
    def used(self) -> Library:
        """What to compare with."""
        return Library.shipped() if self.library is None else self.library

    def packed(self, result: Any) -> bytes:
        """What was found, for another process; definitions of the library go by their ids."""
        packed = io.BytesIO()
        _Pickler(packed, self.used).dump(result)
        return packed.getvalue()

    def unpacked(self, result: bytes) -> Any:
        """What another process found."""
        return _Unpickler(io.BytesIO(result), self.used).load()


class _Pickler(pickle.Pickler):
    def __init__(self, file: io.BytesIO, library: Library) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self.library = library

    def persistent_id(self, value: Any) -> str | None:
        known = isinstance(value, Definition) and self.library.get(value.id) is value
        return value.id if known else None


class _Unpickler(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, library: Library) -> None:
        super().__init__(file)
        self.library = library

    def persistent_load(self, name: str) -> Definition:
        return self.library[name]


def processes_for(names: Sequence[str], jobs: int) -> int:
    """How many processes are worth starting, at most `jobs`; by the number and the size of the files."""
    return min(jobs, len(names), sum(map(_size, names)) // _SHARE) if jobs > 1 else 1


def _size(name: str) -> int:
    try:
        return os.stat(name).st_size
    except (OSError, ValueError):
        return 0  # what is wrong with it is said when it is read


def in_processes(task: Task, names: Sequence[str], processes: int) -> Generator[Any]:
    """What is found in each file, in the order of the names; a text says why a file could not be checked.

    A process that dies or takes too long loses its own file alone. Where the iteration is given up, all
    processes end.
    """
    start = partial(Process, _WORKER)
    questions = map(os.fsencode, names)
    found = answers(start, pickle.dumps(task), questions, processes=processes, seconds=task.timeout)
    for name, answer in zip(names, found, strict=True):
        if isinstance(answer, bytes):
            yield task.unpacked(answer)
        else:
            why = too_long(task.timeout) if answer.late else _end(answer.code)
            yield f"cannot read '{name}': {why}"


def _end(code: int) -> str:
    return f"the process that read it ended (exit code {code}); it may need more memory than there is"
