"""Processes of the system: those below another one, and whether they have ended."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterable, Iterator
from pathlib import Path


def children(parent: int) -> Iterator[int]:
    """The processes below a process, as Linux tells them."""
    for task in Path(f"/proc/{parent}/task").glob("*/children"):
        for child in map(int, task.read_text().split()):
            yield child
            yield from children(child)


def obey_interrupts() -> None:
    """Makes a process that is about to begin stop at SIGINT, which a shell has its background jobs ignore."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def is_running(number: int) -> bool:
    """Whether a process goes on; one that has ended may still wait for its parent to ask how."""
    try:
        os.kill(number, 0)
        return ") Z" not in Path(f"/proc/{number}/stat").read_text() if os.path.exists("/proc/self") else True
    except (ProcessLookupError, FileNotFoundError):
        return False


def are_gone(numbers: Iterable[int]) -> bool:
    """Whether processes end soon."""
    left = list(numbers)
    for _ in range(200):
        left = [one for one in left if is_running(one)]
        if not left:
            return True
        time.sleep(0.05)
    return False
