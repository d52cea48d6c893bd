"""Alarms: what takes too long ends, and nothing is left of it."""

from __future__ import annotations

import signal
import sys
import threading
import time

import pytest

from aidefs.readers.alarm import TooLong, alarm, can_ring

pytestmark = pytest.mark.skipif(not can_ring(), reason="needs alarms")


def test_what_takes_too_long_ends() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with pytest.raises(TooLong), alarm(0.05):
        time.sleep(60)
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


@pytest.mark.parametrize("seconds", [60.0, float("inf"), 1e300])
def test_what_is_done_in_time_is_not_disturbed(seconds: float) -> None:
    with alarm(seconds):
        done = sum(range(1000))
    assert done == 499500 and can_ring()


def test_no_time_is_no_boundless_time() -> None:
    with pytest.raises(TooLong), alarm(0):
        time.sleep(60)


def test_it_rings_again_where_the_first_exception_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    lost: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda unraisable: lost.append(unraisable.exc_type))

    class Slow:
        def __del__(self) -> None:
            time.sleep(0.2)

    with pytest.raises(TooLong), alarm(0.05):
        one = Slow()
        del one
        time.sleep(60)
    assert lost == [TooLong]


def test_an_alarm_of_somebody_else_is_left_alone() -> None:
    signal.setitimer(signal.ITIMER_REAL, 60)
    try:
        assert not can_ring()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    before = signal.signal(signal.SIGALRM, signal.SIG_IGN)
    try:
        assert not can_ring()
    finally:
        signal.signal(signal.SIGALRM, before)


def test_servers_that_take_no_handlers_get_no_alarm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signal, "signal", lambda number, handler: None)
    assert not can_ring()


def test_another_thread_has_no_alarm() -> None:
    found: list[bool] = []
    thread = threading.Thread(target=lambda: found.append(can_ring()))
    thread.start()
    thread.join()
    assert found == [False]
