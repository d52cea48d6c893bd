"""Documents that a reader sends: each is read in a process of its own, with a deadline, and none is kept."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import cache
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, Any

from aidefs.classes import NamedTuple
from aidefs.errors import InputError
from aidefs.library.files import EVERY_TERM
from aidefs.library.library import Library
from aidefs.quotations.jobs import Task
from aidefs.quotations.packing import packed, unpacked
from aidefs.readers.processes import Ended, Process

if TYPE_CHECKING:
    from aidefs.quotations.verification import CheckedFile

__all__ = ["CPU_SECONDS", "MEMORY", "Sent", "Workshop", "give_back"]

_WORKER = "aidefs.web.upload_worker"
SECONDS = 20.0  # that a reader waits for a document
CPU_SECONDS = 15
MEMORY = 2 << 30  # bytes of address space of the process
_AT_ONCE = 2  # processes
_BEGINNING = 30.0  # seconds in which one has to be ready
_LONGEST_WAIT = 45.0  # seconds for a process to become free


class Sent(NamedTuple):
    """A document that a reader sends.

    Attributes:
        wanted: "check" or "draft".
        name: What it is called; never a path.
        data: Its content.
        choice: Which of its definitions is meant.
        lang: Language of its text.
    """

    wanted: str
    name: str
    data: bytes
    choice: str = ""
    lang: str | None = None


class Workshop:
    """Where documents are read, a few at once.

    Args:
        library: What they are compared with.
        here: What reads them in this process, where there are no others, as in a browser; there the reader
            ends it.
    """

    def __init__(self, library: Library, *, here: Callable[[Sent, Task], bytes] | None = None) -> None:
        self._library = library
        self._here = here
        self._places = BoundedSemaphore(_AT_ONCE)

    def checked(self, sent: Sent) -> CheckedFile:
        """What is found in a document.

        Raises:
            InputError: It takes too long, or the process that read it ended.
        """
        found: CheckedFile = self._done(sent)
        return found

    def drafted(self, sent: Sent) -> tuple[str, str, str]:
        """Text, language and notes of the definition in a document.

        Raises:
            InputError: It holds none, or several and none is chosen.
        """
        found = self._done(sent)
        if len(found) == 2:
            message, listed = found
            raise InputError("\n".join((message, *listed)))
        text, lang, notes = found
        return text, lang, notes

    def _done(self, sent: Sent) -> Any:
        task = Task.of(self._library.of(EVERY_TERM), None, None, SECONDS)
        if self._here:
            return unpacked(self._here(sent, task), task.used)
        if not self._places.acquire(timeout=_LONGEST_WAIT):
            raise InputError("too many documents are being read just now; try again in a minute")
        try:
            with Process(_WORKER) as process:
                process.ask(packed(task), _BEGINNING)
                return unpacked(process.ask(packed(sent), SECONDS), task.used)
        except Ended as error:
            raise InputError(_why(sent.name, error)) from None
        finally:
            self._places.release()


def _why(name: str, error: Ended) -> str:
    if error.late or error.code == -24:  # SIGXCPU
        return f"cannot read '{name}': it takes longer than {SECONDS:g} s; the command line has no such limit"
    return f"cannot read '{name}': the process that read it ended; it may need more memory than there is"


def give_back() -> None:
    """Gives the system the memory that an answer to a document took, where the C library would keep it.

    That of GNU keeps for each thread what it once needed, and all threads answer in turn. Python keeps what
    refers to itself in a circle until it looks for it, which with a whole collection in memory is seldom.
    """
    gc.collect()
    trim = _trim()
    if trim:
        trim(0)


@cache
def _trim() -> Callable[[int], int] | None:
    """The function of the GNU C library, None elsewhere."""
    try:
        from ctypes import CDLL

        found: Callable[[int], int] = CDLL(None).malloc_trim
    except (ImportError, OSError, AttributeError, TypeError):
        return None
    return found
