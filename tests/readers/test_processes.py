"""Child processes: answers in order, whatever happens to one of them, and none that outlives its parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.children import are_gone, is_running, obey_interrupts

from aidefs.readers.processes import Ended, Process, answers

START = partial(Process, "support.worker")
LONG = 60.0
POSIX = pytest.mark.skipif(os.name != "posix", reason="asks the system about processes as POSIX does")


def shown(found: list[bytes | Ended]) -> list[object]:
    return [one if isinstance(one, bytes) else (one.code, one.late) for one in found]


def test_answers_stand_in_the_order_of_the_questions() -> None:
    questions = [b"sleep 0.3", b"a", b"", b"b" * 2_000_000, b"print", b"\x00\xff"]
    assert list(answers(START, b"", iter(questions), processes=3, seconds=LONG)) == questions


@settings(max_examples=8, deadline=None)
@given(st.lists(st.sampled_from([b"a", b"b", b"die", b"print"]), max_size=8), st.integers(1, 3))
def test_a_process_that_dies_loses_its_own_question_alone(questions: list[bytes], processes: int) -> None:
    found = list(answers(START, b"", questions, processes=processes, seconds=LONG))
    assert shown(found) == [(7, False) if one == b"die" else one for one in questions]


@POSIX
def test_a_process_that_takes_too_long_is_ended() -> None:
    found = list(answers(START, b"", [b"spin", b"a", b"sleep 60", b"b"], processes=2, seconds=3))
    assert shown(found) == [(-signal.SIGKILL, True), b"a", (-signal.SIGKILL, True), b"b"]


def test_a_module_that_is_not_there_is_no_answer() -> None:
    found = list(answers(partial(Process, "support.nothing"), b"", [b"a", b"b"], processes=2, seconds=LONG))
    assert shown(found) == [(1, False)] * 2


@POSIX
def test_where_the_caller_stops_no_process_is_left() -> None:
    found = answers(START, b"", [b"who", *[b"spin"] * 5], processes=2, seconds=LONG)
    number = next(found)
    assert isinstance(number, bytes) and is_running(int(number))
    found.close()
    assert are_gone([int(number)])


def test_more_questions_than_are_taken_at_once() -> None:
    asked: list[int] = []

    def questions() -> object:
        for k in range(1000):
            asked.append(k)
            yield str(k).encode()

    found = answers(START, b"", questions(), processes=2, seconds=LONG)  # type: ignore[arg-type]
    assert next(found) == b"0" and len(asked) < 200
    assert [int(one) for one in found if isinstance(one, bytes)] == list(range(1, 1000))


PARENT = """
import sys
from functools import partial
from aidefs.readers.processes import Process
with Process("support.worker") as child:
    print(child.ask(b"who", 60).decode(), flush=True)
    child.ask({question!r}, 60)
"""


@POSIX
@pytest.mark.parametrize("question", [b"spin", b"sleep 60", b"sleep 0.01"])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT])
def test_a_child_dies_with_its_parent(question: bytes, number: int) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", PARENT.format(question=question)]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        preexec_fn=obey_interrupts,
    ) as parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        assert child != parent.pid
        time.sleep(0.2)
        parent.send_signal(number)
        parent.wait()
    assert are_gone([child])
