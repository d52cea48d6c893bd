"""The unit of work: a part of a corpus becomes a file.

It can be done by any process, again and again, and killed at any moment: the file is there whole or not at
all, and says in itself what it was made of, so that it is kept where that is still so and made anew where it
is not. A journal names the document in hand. It outlives the process, so that a document that ends its
process, takes too long or eats the memory is known the next time, and after the second time it is passed
over: it costs itself alone.
"""

from __future__ import annotations

import os
import signal
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from hashlib import sha256
from typing import Any

from aidefs.classes import NamedTuple
from aidefs.corpora.finder import CorpusFinder
from aidefs.corpora.occurrence import Occurrence
from aidefs.corpora.sources import Columns, CorpusPart, SourceRecord, digest, records
from aidefs.corpora.tables import manifest, modest, write_part
from aidefs.errors import AidefsError, InputError
from aidefs.library.library import Library
from aidefs.quotations.index import index_of
from aidefs.readers.alarm import TooLong, alarm
from aidefs.version import __version__

__all__ = ["CorpusTask", "Done", "Journal", "file_of", "work"]

SCHEMA = 2  # of the files of parts
_TWICE = 2  # times that a document may end its process
DIED = "its worker died or took too long, twice"


class CorpusTask(NamedTuple):
    """What is done with each part.

    Attributes:
        folder: Where the files of parts go.
        columns: Which fields of records say what.
        library: A folder of definitions beside those that come with aidefs, "" for none.
        term: The term that is defined, "all", or "" for AI systems.
        data: Hash of the definitions.
        timeout: Seconds for a document.
        apart: Whether it is done in a process that is there for nothing else, and may be ended.
        own: Whether that process was started for it, and has no packages of anyone else.
    """

    folder: str
    columns: Columns
    library: str
    term: str
    data: str
    timeout: float
    apart: bool = False
    own: bool = False


class Done(NamedTuple):
    """What became of a part.

    Attributes:
        number: Its number.
        documents: How many documents it has.
        failed: How many of them could not be read or searched.
        passages: How many passages were found.
        kept: Whether it was there already.
    """

    number: int
    documents: int
    failed: int
    passages: int
    kept: bool


def file_of(folder: str, number: int) -> str:
    """The file of a part."""
    return os.path.join(folder, f"{number:06d}.parquet")


def work(part: CorpusPart, task: CorpusTask, library: Library | None = None) -> Done:
    """Do a part, unless it is done.

    Args:
        part: The part.
        task: What is done with it.
        library: The definitions, where this process has them at hand.

    Raises:
        InputError: The source cannot be read at all, or this process has other definitions.
    """
    finder = _finder(task, library)
    path = file_of(task.folder, part.number)
    key = _key(part, task)
    told = manifest(path)
    if told and told["key"] == key and not told["again"]:
        return Done(part.number, told["documents"], told["failed"], told["passages"], True)
    documents: list[dict[str, Any]] = []
    passages: list[dict[str, Any]] = []
    again = False
    with Journal(f"{path.removesuffix('.parquet')}.journal", key) as journal:
        for number, record in enumerate(_whole(part, task)):
            found: list[Occurrence] = []
            characters, fault = None, ""
            if number in journal.passed_over:
                fault, again = DIED, True
            else:
                journal.begin(number)
                try:
                    with _at_most(task.timeout, task.apart):
                        text = record.read()
                        found = finder.find(text, record.date, record.url)
                        characters = len(text)
                except TooLong:
                    fault, again = f"it takes longer than {task.timeout:g} s; --timeout allows more", True
                except Exception as error:
                    fault = _why(error)
                journal.end()
            documents.append(_document(record, part, characters, len(found), fault))
            passages += (_passage(record, one) for one in found)
        failed = sum(row["fault"] is not None for row in documents)
        counts = {"documents": len(documents), "failed": failed, "passages": len(passages)}
        write_part(path, documents, passages, {"schema": SCHEMA, "key": key, "again": again, **counts})
        journal.done()
    return Done(part.number, kept=False, **counts)


_finders: dict[tuple[str, str, str], CorpusFinder] = {}


def _finder(task: CorpusTask, library: Library | None) -> CorpusFinder:
    """What finds; made once in a process."""
    known = task.library, task.term, task.data
    if known not in _finders:
        if task.own:
            modest()
        used = library or Library.shipped()
        if library is None and task.library:
            used = used.overlay(Library.load(task.library))
        if library is None and task.term:
            used = used.of(task.term)
        if used.data_hash != task.data:
            raise InputError(f"this worker has other definitions (hash {used.data_hash}, not {task.data})")
        _finders.clear()
        _finders[known] = CorpusFinder(index_of(used))
    return _finders[known]


def _key(part: CorpusPart, task: CorpusTask) -> str:
    """What a part is made of: records, definitions, program and options."""
    facts = (
        SCHEMA,
        __version__,
        task.term,
        task.data,
        task.columns,
        task.timeout,
        part.kind,
        part.shown or part.path,
    )
    return sha256(repr((facts, digest(part, task.columns))).encode()).hexdigest()


def _whole(part: CorpusPart, task: CorpusTask) -> Iterator[SourceRecord]:
    """The records of a part; where the file is damaged, one that says why there are no more."""
    position = -1
    try:
        for record in records(part, task.columns, task.timeout):
            position = record.position
            yield record
    except AidefsError:
        raise
    except Exception as error:
        why = _why(error)

        def read() -> str:
            raise InputError(f"the file cannot be read further: {why}")

        yield SourceRecord(f"{part.shown or part.path}#{position + 1}", position + 1, read)


def _why(error: Exception) -> str:
    if isinstance(error, AidefsError):
        return str(error)
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


def _plain(text: str) -> str | None:
    """A text that any file takes; halves of characters, which JSON can name, are none."""
    return text.encode("utf-8", "replace").decode() or None


def _document(
    record: SourceRecord, part: CorpusPart, characters: int | None, passages: int, fault: str
) -> dict[str, Any]:
    return {
        "doc": _plain(record.doc),
        "source": part.shown or part.path or record.doc,
        "position": record.position,
        "characters": characters,
        "passages": passages,
        "fault": _plain(fault),
        "date": _plain(record.date),
        "jurisdiction": _plain(record.jurisdiction),
    }


def _passage(record: SourceRecord, one: Occurrence) -> dict[str, Any]:
    return {
        "doc": _plain(record.doc),
        "start": one.start,
        "end": one.end,
        "definition": one.definition,
        "class": one.relation,
        "extent": one.extent or None,
        "similarity": one.similarity,
        "same_wording": list(one.same_wording),
        "locator": _plain(one.locator),
        "date": _plain(record.date),
        "jurisdiction": _plain(record.jurisdiction),
        "kept": list(one.kept),
        "altered": list(one.altered),
        "lost": list(one.lost),
        "standing": one.standing or None,
        "own": one.own or None,
        **_earlier(one.earlier),
    }


def _earlier(one: Occurrence | None) -> dict[str, Any]:
    """The columns about the nearest text that was there before the document."""
    return {
        "earlier": one.definition if one else None,
        "earlier_class": one.relation if one else None,
        "earlier_similarity": one.similarity if one else None,
        "earlier_kept": list(one.kept) if one else [],
        "earlier_altered": list(one.altered) if one else [],
        "earlier_lost": list(one.lost) if one else [],
    }


# --- the document in hand ---------------------------------------------------------------------


class Journal:
    """A file beside that of a part which names the document in hand.

    Before each document a few bytes are put in their place, which cost a microsecond and are there whatever
    becomes of the process.

    Args:
        path: The file.
        key: What the part is made of; a journal of anything else is worth nothing.

    Attributes:
        passed_over: Numbers of the documents that have ended their process too often.
    """

    _HEAD = struct.Struct("<64sq")  # key, number of the document in hand or -1
    _COUNT = struct.Struct("<qq")  # number of a document, how often it ended its process

    def __init__(self, path: str, key: str) -> None:
        self._path = path
        self._key = key.encode()
        self._counts: dict[int, int] = {}
        self.passed_over: frozenset[int] = frozenset()

    def __enter__(self) -> Journal:
        self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
        old = os.read(self._file, 1 << 20)
        if len(old) >= self._HEAD.size:
            key, last = self._HEAD.unpack_from(old)
            if key == self._key:
                whole = (len(old) - self._HEAD.size) // self._COUNT.size * self._COUNT.size
                self._counts = dict(self._COUNT.iter_unpack(old[self._HEAD.size : self._HEAD.size + whole]))
                if last >= 0:
                    self._counts[last] = self._counts.get(last, 0) + 1
        self.passed_over = frozenset(n for n, times in self._counts.items() if times >= _TWICE)
        counts = b"".join(self._COUNT.pack(*count) for count in self._counts.items())
        self._put(0, self._HEAD.pack(self._key, -1) + counts)
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self.end()  # what is raised is no death
        os.close(self._file)

    def _put(self, at: int, data: bytes) -> None:
        if hasattr(os, "pwrite"):
            os.pwrite(self._file, data, at)
        else:
            os.lseek(self._file, at, os.SEEK_SET)
            os.write(self._file, data)

    def begin(self, number: int) -> None:
        """A document is taken in hand."""
        self._put(64, struct.pack("<q", number))

    def end(self) -> None:
        """None is in hand."""
        self._put(64, struct.pack("<q", -1))

    def done(self) -> None:
        """The part is done, and the journal is no longer needed."""
        with suppress(OSError):
            os.unlink(self._path)


# --- limits -----------------------------------------------------------------------------------


@contextmanager
def _at_most(seconds: float, apart: bool) -> Iterator[None]:
    """Ends what takes longer.

    A process that is there for nothing else is ended by the system, whatever it does, also in C code that no
    exception reaches; the journal knows why. In the process of a user an exception has to do, and that
    reaches Python in the main thread alone.
    """
    if not hasattr(signal, "setitimer"):
        with _ended_by_watchdog(seconds) if apart else nullcontext():
            yield
        return
    main = threading.current_thread() is threading.main_thread()
    if apart:
        signal.setitimer(signal.ITIMER_REAL, seconds)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        return
    with alarm(seconds) if main else nullcontext():
        yield


@contextmanager
def _ended_by_watchdog(seconds: float) -> Iterator[None]:
    """The same where there are no alarms."""
    import faulthandler

    with open(os.devnull, "w") as nowhere:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()
