"""Who works on the parts: this process, processes of this machine, or a cluster.

The engine is `distributed` of Dask. It hands out parts, takes no results but counts, and starts a worker that
died anew; what makes a run safe is the unit of work (`work`). One process needs no engine.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import shutil
import uuid
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import islice
from queue import Empty, SimpleQueue
from typing import Any

from aidefs.corpora.sources import CorpusPart
from aidefs.corpora.work import CorpusTask, Done, work
from aidefs.errors import InputError, missing
from aidefs.library.library import Library

__all__ = ["Failed", "by_cluster", "by_one", "by_processes"]

Failed = tuple[CorpusPart, str]

_AHEAD = 4  # parts that wait at the scheduler for each that is worked on
_ATTEMPTS = 50  # times that a part is given out again whose workers died: a document costs two of them
_FAULTS = 3  # times that a part is given out which raises an error, such as that of a full disk
_PATIENCE = 30.0  # seconds for the few bytes of a result
_STARTS = 5  # times in a row that processes are started anew without any part being done
_LOOK = 2.0  # seconds between two looks whether there are workers
_IDLE = 20.0  # seconds without any worker after which none comes back
# In the process that asks, before the cluster is made. Only the part that runs is suspect when a worker dies;
# a worker that is taken away is no fault of its part, for the journal ends what would go on for ever.
_SETTINGS = {
    "distributed.scheduler.worker-saturation": 1.0,
    "distributed.scheduler.allowed-failures": 10,
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "2s",
    "distributed.admin.tick.limit": "30s",
    "distributed.worker.memory.monitor-interval": "100ms",
    "distributed.admin.system-monitor.interval": "5s",
    "distributed.comm.timeouts.connect": "120s",  # a busy machine takes its time to start a process
    # After 15 s, the cluster would give up a worker that dies a second time before it is back, for good.
    "distributed.deploy.lost-worker-timeout": "86400s",
}  # fmt: skip


def by_one(parts: Sequence[CorpusPart], task: CorpusTask, library: Library) -> Iterator[Done | Failed]:
    """The parts, done one after another in this process."""
    for part in parts:
        yield work(part, task, library)


@contextmanager
def _dask() -> Generator[Any]:
    try:
        import dask
        import distributed
    except ImportError:
        raise missing("more than one process", "distributed", "corpus") from None
    loggers = [logging.getLogger(name) for name in ("asyncio", "distributed", "tornado")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(
            logging.CRITICAL
        )  # what becomes of the parts is said; how the engine got there is not
    try:
        with dask.config.set(_SETTINGS):
            yield distributed
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def by_processes(
    parts: Sequence[CorpusPart], task: CorpusTask, jobs: int, memory: str, scratch: str
) -> Iterator[Done | Failed]:
    """The parts, done by processes of this machine, in the order in which they are done.

    Args:
        parts: The parts.
        task: What is done with each.
        jobs: How many processes.
        memory: What each may take; one that takes more is ended.
        scratch: A folder for files of the engine, which is removed.

    Raises:
        InputError: A package is missing, the processes cannot be started, or this process is itself one.
    """
    if getattr(multiprocessing.process.current_process(), "_inheriting", False):
        raise InputError(
            "a script that starts processes is read by each of them: put the call under "
            "if __name__ == '__main__':"
        )
    left = {part.number: part for part in parts}
    starts = 0
    while left and starts < _STARTS:
        starts += 1
        try:
            for one in _by_new_processes(list(left.values()), task, jobs, memory, scratch):
                del left[one.number if isinstance(one, Done) else one[0].number]
                starts = 1
                yield one
        except _NoWorkers:
            continue
    for part in left.values():
        yield part, f"its processes died, {_STARTS} times in a row"


def _by_new_processes(
    parts: Sequence[CorpusPart], task: CorpusTask, jobs: int, memory: str, scratch: str
) -> Iterator[Done | Failed]:
    with ExitStack() as stack:
        distributed = stack.enter_context(_dask())
        try:
            import cryptography  # noqa: F401
        except ImportError:
            raise missing("more than one process", "cryptography", "corpus") from None
        stack.callback(shutil.rmtree, scratch, ignore_errors=True)
        os.makedirs(scratch, mode=0o700, exist_ok=True)
        # Anyone on the machine could otherwise have the workers run what they like, or look on.
        try:
            cluster = distributed.LocalCluster(
                n_workers=jobs,
                threads_per_worker=1,
                memory_limit=memory,
                dashboard_address=None,
                security=True,
                silence_logs=logging.CRITICAL,
                local_directory=scratch,
            )
        except (RuntimeError, TimeoutError) as error:
            raise _NoWorkers from error
        except ValueError as error:
            raise InputError(f"the processes could not be started: {str(error).rstrip('.')}") from None
        stack.enter_context(cluster)
        client = stack.enter_context(distributed.Client(cluster, set_as_default=False))
        yield from _handed_out(distributed, client, parts, task, jobs, patient=False)


def by_cluster(parts: Sequence[CorpusPart], task: CorpusTask, address: str) -> Iterator[Done | Failed]:
    """The parts, done by the workers of a scheduler, which see the same folders as this process.

    Where there are no workers yet, it waits for them.

    Raises:
        InputError: The package is missing, or the scheduler does not answer.
    """
    with ExitStack() as stack:
        distributed = stack.enter_context(_dask())
        try:
            client = stack.enter_context(distributed.Client(address, timeout="30s", set_as_default=False))
        except (OSError, TimeoutError, ValueError) as error:
            why = str(error).partition("\n")[0]
            raise InputError(f"no scheduler answers at '{address}': {why}") from None
        yield from _handed_out(distributed, client, parts, task, len(client.nthreads()), patient=True)


class _NoWorkers(Exception):
    """All workers are gone, and none comes back."""


def _handed_out(
    distributed: Any,
    client: Any,
    parts: Sequence[CorpusPart],
    task: CorpusTask,
    workers: int,
    *,
    patient: bool,
) -> Iterator[Done | Failed]:
    """The parts as they are done. Only so many are with the scheduler at a time that it never has many.

    Args:
        distributed: The package.
        client: A client of the scheduler.
        parts: The parts.
        task: What is done with each.
        workers: How many there are.
        patient: Whether to wait for workers where there are none.
    """
    left = iter(parts)
    attempts: dict[int, int] = {}
    of: dict[Any, CorpusPart] = {}
    ended: SimpleQueue[Any] = SimpleQueue()

    def submit(part: CorpusPart) -> None:
        key = f"part-{part.number}-{attempts.get(part.number, 0)}-{uuid.uuid4().hex}"
        future = client.submit(work, part, task, pure=False, key=key)
        of[future] = part
        future.add_done_callback(ended.put)

    # Results that are lost with their workers leave tasks behind whose errors nobody asks for.
    client.loop.asyncio_loop.set_exception_handler(lambda loop, context: None)
    for part in islice(left, max(workers, 1) * _AHEAD):
        submit(part)
    idle = 0.0
    while of:
        try:
            future = ended.get(timeout=_LOOK)
        except Empty:
            idle = 0.0 if patient or client.nthreads() else idle + _LOOK
            if idle > _IDLE:
                raise _NoWorkers from None
            continue
        part = of.pop(future)
        made = _result(distributed, future)
        if isinstance(made, Done):
            yield made
        elif isinstance(made, InputError):
            raise made
        else:
            attempts[part.number] = attempts.get(part.number, 0) + 1
            most = _ATTEMPTS if made is None else _FAULTS
            if attempts[part.number] < most:
                submit(part)  # which keeps it where it is done, and only its result is lost
                continue
            yield part, f"{type(made).__name__}: {made}" if made else "its workers died"
        for following in islice(left, 1):
            submit(following)


def _result(distributed: Any, future: Any) -> Done | Exception | None:
    """What came of a part; None where its worker died, perhaps with a result in hand."""
    if future.status == "finished":
        try:
            done: Done = future.result(timeout=_PATIENCE)
        except (distributed.CancelledError, TimeoutError):
            return None
        return done
    error = future.exception(timeout=_PATIENCE) if future.status == "error" else None
    return None if isinstance(error, distributed.KilledWorker) else error
