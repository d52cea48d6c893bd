"""Child processes that answer questions, and that cannot outlive the one that asks.

A child reads questions from standard input and writes answers to standard output, each as its length (eight
bytes, the highest first) and its bytes. Standard input is the life line, too: where the parent is gone,
however it ended, the system closes it, and the child ends at once, whatever it is doing.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Self

if TYPE_CHECKING:
    from concurrent.futures import Future

__all__ = ["Ended", "Process", "answers", "serve"]

_LENGTH = 8  # bytes before a message that say how long it is
_BEGINNING = 60.0  # seconds in which a process has to be ready for questions
_AHEAD = 64  # questions a process that may be answered while an earlier answer is waited for


class Ended(Exception):
    """A process ended without an answer.

    Attributes:
        code: Its exit code; negative where a signal ended it.
        late: Whether it was ended because it took too long.
    """

    def __init__(self, code: int, late: bool) -> None:
        self.code = code
        self.late = late
        super().__init__(code, late)


class Process:
    """A child that runs a module with the interpreter and the import path of this process.

    Args:
        module: Name of a module that calls `serve`.
        arguments: What it is called with.
        settings: What its environment has beside that of this process.

    Raises:
        OSError: It cannot be started.
    """

    def __init__(self, module: str, *arguments: str, settings: Mapping[str, str] | None = None) -> None:
        import subprocess  # the child itself has no need of it

        path = os.pathsep.join(filter(None, sys.path))
        environment = {**os.environ, **(settings or {}), "PYTHONPATH": path}
        # -S: the path is known, and need not be put together from the folders of packages again.
        self._child = subprocess.Popen(
            [sys.executable, "-P", "-S", "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        self._late = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def ask(self, question: bytes, seconds: float) -> bytes:
        """The answer to a question.

        Args:
            question: What the child is asked.
            seconds: How long it may take; then it is ended.

        Raises:
            Ended: There is none, and the process is gone.
        """
        assert self._child.stdin and self._child.stdout
        clock = threading.Timer(seconds, self._stop)
        clock.daemon = True
        clock.start()
        answer = None
        try:
            _send(self._child.stdin, question)
            answer = _received(self._child.stdout)
        except (OSError, ValueError):
            pass  # its end of a pipe is closed, or this one is
        finally:
            clock.cancel()
        if answer is None:
            self.end()
            raise Ended(self._child.returncode, self._late)
        return answer

    def end(self) -> None:
        """Ends the process, if it has not ended."""
        self._child.kill()
        self._child.wait()
        for pipe in (self._child.stdin, self._child.stdout):
            with suppress(OSError):  # a question that was not sent wholly
                if pipe:
                    pipe.close()

    def _stop(self) -> None:
        self._late = True
        self._child.kill()


def answers(
    start: Callable[[], Process],
    setting: bytes,
    questions: Iterable[bytes],
    *,
    processes: int,
    seconds: float,
) -> Iterator[bytes | Ended]:
    """The answers to questions in their order, each as soon as it and those before it are there.

    A process that ends loses its own question alone; another one takes its place. Where the caller stops, all
    processes are ended.

    Args:
        start: Starts a process.
        setting: What each process is asked first; the answer does not count.
        questions: What is asked then.
        processes: How many answer at the same time.
        seconds: How long one may take for a question.
    """
    from concurrent.futures import ThreadPoolExecutor  # not needed where one process does

    team = _Team(start, setting, seconds)
    waiting: deque[Future[bytes | Ended]] = deque()
    pool = ThreadPoolExecutor(processes)
    try:
        for question in questions:
            waiting.append(pool.submit(team.ask, question))
            if len(waiting) > _AHEAD * processes:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        team.end()
        pool.shutdown(cancel_futures=True)


class _Team:
    """Processes, one for each thread that asks."""

    def __init__(self, start: Callable[[], Process], setting: bytes, seconds: float) -> None:
        self._start = start
        self._setting = setting
        self._seconds = seconds
        self._lock = threading.Lock()
        self._running: dict[int, Process] = {}
        self._ended = False

    def ask(self, question: bytes) -> bytes | Ended:
        me = threading.get_ident()
        try:
            if me not in self._running:
                self._begin(me)
            return self._running[me].ask(question, self._seconds)
        except Ended as error:
            self._running.pop(me, None)
            return error

    def _begin(self, me: int) -> None:
        with self._lock:
            if self._ended:
                raise Ended(0, False)
            process = self._running[me] = self._start()
        process.ask(self._setting, _BEGINNING)

    def end(self) -> None:
        with self._lock:
            self._ended = True
            for process in list(self._running.values()):
                process.end()


# --- the child --------------------------------------------------------------------------------


def serve(answer: Callable[[bytes], bytes]) -> None:
    """Answers the questions of the parent until it is gone; never returns."""
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # which a terminal sends to all; the parent says what it means
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what is printed is no answer
    questions: deque[bytes] = deque()
    come = threading.Semaphore(0)
    threading.Thread(target=_listen, args=(questions, come), daemon=True).start()
    while True:
        come.acquire()
        _send(out, answer(questions.popleft()))


def _listen(questions: deque[bytes], come: threading.Semaphore) -> None:
    try:
        while (question := _received(sys.stdin.buffer)) is not None:
            questions.append(question)
            come.release()
    finally:
        os._exit(0)


def _send(pipe: IO[bytes], message: bytes) -> None:
    pipe.write(len(message).to_bytes(_LENGTH, "big"))
    pipe.write(message)
    pipe.flush()


def _received(pipe: IO[bytes]) -> bytes | None:
    """The next message, None where the pipe has ended."""
    head = pipe.read(_LENGTH)
    length = int.from_bytes(head, "big")
    message = pipe.read(length) if len(head) == _LENGTH else b""
    return message if len(head) == _LENGTH and len(message) == length else None
