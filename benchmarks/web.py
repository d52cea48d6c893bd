"""The explorer under load on the loopback: requests a second, how long they take, memory.

    python benchmarks/web.py               8 clients on comparisons, for 10 seconds
    python benchmarks/web.py --uploads     50 clients for 60 seconds, documents to check among them
    python benchmarks/web.py --uploads --rounds 3    the same again and again, of one server

The server runs on one core, the clients on another, where the system can bind them. Figures depend on the
machine and on what else it does; the share of processor time that the server had says how far.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterable
from http.client import HTTPConnection
from itertools import combinations

from timing import table

import aidefs

DOCUMENT = f"Article 3(1) of the AI Act says: “{aidefs.get('eu').text}”\n".encode()
BOUNDARY = "b0undary"
SHARES = (0.5, 0.95, 0.99)  # of the requests, of which the longest wait is told
FORM = (
    f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="article.txt"\r\n\r\n'.encode()
    + DOCUMENT
    + f"\r\n--{BOUNDARY}--\r\n".encode()
)


def bound(core: int) -> None:
    """Keeps a process on one of the cores that it may use."""
    if hasattr(os, "sched_setaffinity"):
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {cores[core % len(cores)]})


def memory(process: int) -> float:
    """MiB that a process holds, 0 where the system does not say."""
    try:
        with open(f"/proc/{process}/status", encoding="ascii") as file:
            found = re.search(r"VmRSS:\s+(\d+)", file.read())
    except OSError:
        return 0.0
    return int(found[1]) / 1024 if found else 0.0


def children(process: int) -> list[int]:
    """The processes that a process has started and that have not ended."""
    found: list[int] = []
    for name in os.listdir(f"/proc/{process}/task"):
        try:
            with open(f"/proc/{process}/task/{name}/children", encoding="ascii") as file:
                found += map(int, file.read().split())
        except OSError:  # the thread has ended
            continue
    return found


class Watch(threading.Thread):
    """Notes every few seconds how much memory a server and the processes that it started hold.

    Args:
        process: The server.
        every: Seconds between two looks.
    """

    def __init__(self, process: int, every: float = 5) -> None:
        super().__init__(daemon=True)
        self.process, self.every = process, every
        self.seen: list[tuple[float, float]] = []
        self.done = threading.Event()

    def run(self) -> None:
        while True:
            self.seen.append((memory(self.process), sum(map(memory, children(self.process)))))
            if self.done.wait(self.every):
                return


def processor_time(process: int) -> float:
    """Seconds of processor time that a process has had."""
    with open(f"/proc/{process}/stat", encoding="ascii") as file:
        fields = file.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Client(threading.Thread):
    """One reader, who asks without a pause.

    Args:
        port: Where the server listens.
        number: Which of the clients it is; each asks in an order of its own.
        end: When it stops.
        uploads: Whether every twentieth request sends a document.
    """

    def __init__(self, port: int, number: int, end: float, uploads: bool) -> None:
        super().__init__()
        self.port, self.end, self.uploads = port, end, uploads
        self.random = random.Random(number)
        self.times: list[float] = []
        self.wrong = 0

    def run(self) -> None:
        english = [one.id for one in aidefs.definitions(lang="en")]
        pairs = list(combinations(english, 2))
        connection = HTTPConnection("127.0.0.1", self.port, timeout=120)
        while time.monotonic() < self.end:
            a, b = self.random.choice(pairs)
            start = time.monotonic()
            if self.uploads and self.random.random() < 0.05:
                kind = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
                connection.request("POST", "/check/", FORM, kind)
            else:
                connection.request("GET", f"/compare/{a}/{b}/")
            answer = connection.getresponse()
            answer.read()
            self.times.append(time.monotonic() - start)
            self.wrong += answer.status != 200


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--uploads", action="store_true")
    parser.add_argument("--clients", type=int)
    parser.add_argument("--seconds", type=float)
    parser.add_argument("--rounds", type=int, default=1)
    given = parser.parse_args()
    clients = given.clients or (50 if given.uploads else 8)
    seconds = given.seconds or (60 if given.uploads else 10)
    command = [sys.executable, "-m", "aidefs", "serve", "--no-open"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, preexec_fn=lambda: bound(1)) as server:
        try:
            assert server.stdout
            port = int(server.stdout.readline().rpartition(":")[2].strip().rstrip("/"))
            bound(0)
            Client(port, 0, time.monotonic() + 1, False).run()  # what is read once
            print(f"memory at the beginning: {memory(server.pid):.0f} MiB")
            for n in range(given.rounds):
                measured(server.pid, port, range(n * clients, (n + 1) * clients), seconds, given.uploads)
        finally:
            server.terminate()  # or an error would wait for it


def measured(server: int, port: int, numbers: Iterable[int], seconds: float, uploads: bool) -> None:
    """Lets readers ask, and prints what they met.

    Args:
        server: Process of the server.
        port: Where it listens.
        numbers: The readers, each with an order of its own.
        seconds: How long they ask.
        uploads: Whether they send documents.
    """
    began, start, watch = processor_time(server), time.monotonic(), Watch(server)
    readers = [Client(port, n, start + seconds, uploads) for n in numbers]
    for thread in (watch, *readers):
        thread.start()
    for reader in readers:
        reader.join()
    took = time.monotonic() - start
    watch.done.set()
    watch.join()
    times = sorted(one for reader in readers for one in reader.times)
    busy = (processor_time(server) - began) / took
    waits = (f"{times[int(share * (len(times) - 1))] * 1000:.0f} ms" for share in SHARES)
    rows = [
        ("clients, seconds", f"{len(readers)}, {took:.0f}"),
        ("requests a second", f"{len(times) / took:.0f}"),
        ("share of a core that the server takes", f"{busy:.0%}"),
        ("requests per second of the server's processor time", f"{len(times) / (busy * took):.0f}"),
        (f"answered within, {', '.join(f'{share:.0%}' for share in SHARES)}", ", ".join(waits)),
        ("wrong answers", str(sum(reader.wrong for reader in readers))),
    ]
    for of, held in zip(
        ("server", "processes that read documents"), zip(*watch.seen, strict=True), strict=True
    ):
        rows.append((f"MiB of the {of}, every {watch.every:.0f} s", ", ".join(f"{one:.0f}" for one in held)))
    print(f"\n{table(('', ''), rows)}")


if __name__ == "__main__":
    main()
