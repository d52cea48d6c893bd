"""Who works on the parts: this process, processes of this machine, or a cluster.

The engine is `distributed` of Dask. It hands out parts, takes no results but counts, and starts a worker that
died anew; what makes a run safe is the unit of work (`work`). One process needs no engine.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import shutil
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import islice
from typing import Any

from aidefs.corpora.sources import Part
from aidefs.corpora.work import Done, Task, work
from aidefs.errors import InputError, missing
from aidefs.library.library import Library

__all__ = ["Failed", "by_cluster", "by_one", "by_processes"]

Failed = tuple[Part, str]

_AHEAD = 4  # parts that wait at the scheduler for each that is worked on
_ATTEMPTS = 50  # times that a part is given out again whose workers died: a document costs two of them
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
    "distributed.comm.timeouts.connect": "30s",
}  # fmt: skip


def by_one(parts: Sequence[Part], task: Task, library: Library) -> Iterator[Done | Failed]:
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
    with dask.config.set(_SETTINGS):
        yield distributed


def by_processes(
    parts: Sequence[Part], task: Task, jobs: int, memory: str, scratch: str
) -> Iterator[Done | Failed]:
    """The parts, done by processes of this machine, in the order in which they are done.

    Args:
        parts: The parts.
        task: What is done with each.
        jobs: How many processes.
        memory: What each may take; one that takes more is ended.
        scratch: A folder for files of the engine, which is removed.

    Raises:
        InputError: The package is missing, or this process is itself such a process.
    """
    if getattr(multiprocessing.process.current_process(), "_inheriting", False):
        raise InputError(
            "a script that starts processes is read by each of them: put the call under "
            "if __name__ == '__main__':"
        )
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
        except (RuntimeError, ValueError) as error:
            raise InputError(f"the processes could not be started: {str(error).rstrip('.')}") from None
        stack.enter_context(cluster)
        client = stack.enter_context(distributed.Client(cluster, set_as_default=False))
        yield from _handed_out(distributed, client, parts, task, jobs)


def by_cluster(parts: Sequence[Part], task: Task, address: str) -> Iterator[Done | Failed]:
    """The parts, done by the workers of a scheduler, which see the same folders as this process.

    Raises:
        InputError: The package is missing, or the scheduler does not answer.
    """
    with ExitStack() as stack:
        distributed = stack.enter_context(_dask())
        try:
            client = stack.enter_context(distributed.Client(address, timeout="30s", set_as_default=False))
        except (OSError, TimeoutError, ValueError) as error:
            raise InputError(
                f"no scheduler answers at '{address}': {str(error).partition(chr(10))[0]}"
            ) from None
        yield from _handed_out(distributed, client, parts, task, len(client.scheduler_info()["workers"]))


def _handed_out(
    distributed: Any, client: Any, parts: Sequence[Part], task: Task, workers: int
) -> Iterator[Done | Failed]:
    """The parts as they are done. Only so many are with the scheduler at a time that it never has many."""
    left = iter(parts)
    attempts: dict[int, int] = {}
    of: dict[Any, Part] = {}

    def submit(part: Part) -> Any:
        future = client.submit(
            work, part, task, pure=False, key=f"part-{part.number}-{attempts.get(part.number, 0)}"
        )
        of[future] = part
        return future

    first = [submit(part) for part in islice(left, max(workers, 1) * _AHEAD)]
    running = distributed.as_completed(first, loop=client.loop)
    for future in running:
        part = of.pop(future)
        if future.status == "finished":
            yield future.result()
        else:
            error = future.exception() if future.status == "error" else None
            if isinstance(error, InputError):
                raise error
            attempts[part.number] = attempts.get(part.number, 0) + 1
            if isinstance(error, distributed.KilledWorker) and attempts[part.number] < _ATTEMPTS:
                running.add(submit(part))
                continue
            yield part, f"{type(error).__name__}: {error}" if error else "it was cancelled"
        future.release()
        for following in islice(left, 1):
            running.add(submit(following))
