"""A limit of time within a process: the system rings, and what takes too long ends with an exception.

It needs no further process, and goes no further than Python does: what C code does at one go is ended behind
it, and memory has no limit.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from types import FrameType
from typing import Any

__all__ = ["TooLong", "alarm", "can_ring"]

_AGAIN = 1.0  # seconds after which it rings again: an exception is lost where Python calls `__del__`
_SHORTEST, _LONGEST = 1e-3, 1e8  # seconds that the system takes


class TooLong(BaseException):
    """The time is over; who expects faults of a file does not take it for one."""


def can_ring() -> bool:
    """Whether there are alarms, an exception would reach this thread, and nobody else waits for an alarm."""
    import signal  # few documents are long
    import threading

    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        return False
    if signal.getsignal(signal.SIGALRM) != signal.SIG_DFL or any(signal.getitimer(signal.ITIMER_REAL)):
        return False
    try:
        signal.signal(signal.SIGALRM, _ring)
        # Some servers take no handlers; an alarm would end them.
        return signal.getsignal(signal.SIGALRM) is _ring
    except ValueError:  # an interpreter inside another one
        return False
    finally:
        if signal.getsignal(signal.SIGALRM) is _ring:
            signal.signal(signal.SIGALRM, signal.SIG_DFL)


@contextmanager
def alarm(seconds: float) -> Generator[None]:
    """Ends what takes longer, in the main thread.

    Args:
        seconds: How long it may take.

    Raises:
        TooLong: It took longer.
    """
    import signal

    before: Any = signal.signal(signal.SIGALRM, _ring)
    try:
        try:
            signal.setitimer(signal.ITIMER_REAL, min(max(seconds, _SHORTEST), _LONGEST), _AGAIN)
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    finally:  # it may have rung on the way to the line above
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(number: int, frame: FrameType | None) -> None:
    import signal

    if signal.getitimer(signal.ITIMER_REAL)[1]:  # else it rang while it was taken away
        raise TooLong
