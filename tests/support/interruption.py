"""Interruptions at every moment of a piece of work, one after the other."""

from __future__ import annotations

import gc
import sys
import warnings
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

import aidefs

__all__ = ["moments"]

_OURS = aidefs.__path__[0]


def moments(work: Callable[[], object]) -> Iterator[Callable[[], None]]:
    """Does the work again and again, interrupted one line of our code later each time, until it ends.

    A line is where Python looks for signals: what Control-C raises is raised there. What the work had open is
    closed before the next, as the end of a program would.
    """
    number, ended = 0, False
    gc.collect()
    gc.freeze()  # so that to collect what is new takes no time

    def interrupted() -> None:
        nonlocal ended
        left = number

        def trace(frame: FrameType, event: str, _: Any) -> Any:
            nonlocal left
            if not frame.f_code.co_filename.startswith(_OURS):
                return None
            if event == "line":
                if not left:
                    sys.settrace(None)
                    raise KeyboardInterrupt
                left -= 1
            return trace

        before = sys.gettrace()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)  # of what is closed as it is forgotten
            sys.settrace(trace)
            try:
                work()
                ended = True
            except KeyboardInterrupt:
                pass
            finally:
                sys.settrace(before)
            gc.collect()

    while not ended:
        yield interrupted
        number += 1
    gc.unfreeze()
