"""Documents handed out to several processes, and what they find brought back."""

from __future__ import annotations

import os
from collections.abc import Generator, Sequence
from functools import partial
from typing import Any

from aidefs.classes import NamedTuple
from aidefs.library.library import Library
from aidefs.quotations.index import every_text
from aidefs.readers.limits import too_long
from aidefs.readers.read import cannot_read
from aidefs.readers.source import ReadText

__all__ = ["LONG", "Task", "cores", "in_processes", "processes_for"]

_WORKER = "aidefs.quotations.verification_worker"
_SHARE = 4 << 20  # bytes of documents for which a process is started; it takes some tenths of a second
LONG = 150_000  # characters of which a process can be busy so long that somebody has to look at the clock


class Task(NamedTuple):
    """What is done with each of several documents.

    Attributes:
        library: What to compare with, None for the texts of every term that come with aidefs.
        lang: Compare with the definitions of one language.
        form: Read every file as this format.
        timeout: Seconds that a process may take for a document.
    """

    library: Library | None
    lang: str | None
    form: str | None
    timeout: float

    @classmethod
    def of(cls, library: Library | None, lang: str | None, form: str | None, timeout: float) -> Task:
        """The same; a library that every process has at hand need not be handed over."""
        return cls(None if library is every_text() else library, lang, form, timeout)

    @property
    def used(self) -> Library:
        """What to compare with."""
        return every_text() if self.library is None else self.library


def cores() -> int:
    """How many processes of this one can run at the same time."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def processes_for(names: Sequence[str], jobs: int) -> int:
    """How many processes are worth starting, at most `jobs`; by the number and the size of the files."""
    return min(jobs, len(names), sum(map(_size, names)) // _SHARE) if jobs > 1 else 1


def _size(name: str) -> int:
    try:
        return os.stat(name).st_size
    except (OSError, ValueError):
        return 0  # what is wrong with it is said when it is read


def in_processes(task: Task, documents: Sequence[str | ReadText], processes: int) -> Generator[Any]:
    """What is found in each document, in their order; a text says why one could not be checked.

    A process that dies or takes too long loses its own document alone. Where the iteration is given up, all
    processes end.

    Args:
        task: What is done with each.
        documents: Names of files, or what was read.
        processes: How many work at the same time.

    Raises:
        OSError: No process can be started.
    """
    # Few documents need none of these.
    from aidefs.quotations.packing import packed, unpacked
    from aidefs.readers.processes import Process, answers

    start = partial(Process, _WORKER)
    questions = map(packed, documents)
    found = answers(start, packed(task), questions, processes=processes, seconds=task.timeout)
    for document, answer in zip(documents, found, strict=True):
        if isinstance(answer, bytes):
            yield unpacked(answer, task.used)
        else:
            name = document if isinstance(document, str) else document.name
            yield cannot_read(name, too_long(task.timeout) if answer.late else _end(answer.code))


def _end(code: int) -> str:
    return f"the process that read it ended (exit code {code}); it may need more memory than there is"
