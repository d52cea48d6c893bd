"""Cold start of the command line against redlines and against bare Python, as ratios in one run.

    python benchmarks/startup.py [--rounds 15]

Run it with the Python of an environment into which aidefs was installed with `pip install ".[bench]"` (not
in place), so that both tools start from compiled bytecode. Every command runs once to warm up, and then once
in every round, in another order each time, as a process of its own: with a pseudo-terminal for standard
output, and with a pipe. Times are those of whole processes, CPU time of user and system together; a ratio is
the median over the rounds of the quotients within a round.

The peer is the command line of redlines on two text files that hold the same two definitions. It prints a
redline of them as JSON, or with `text` as coloured text; it looks nothing up and compares no elements.
"""

from __future__ import annotations

import os
import pty
import random
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from timing import Goal, Took, at_most, cpu, goals, options, table, versions, wall

import aidefs

TERMINAL, PIPE = "terminal", "pipe"
TEXT = (
    "“AI tool” means software that learns from data and, for a given set of objectives, generates outputs "
    "such as predictions or recommendations that influence real environments."
)
REDLINES = "redlines"
GOALS = {
    "compare coe eu": 0.5,
    "show eu": 0.5,
    "diff coe eu": 0.5,
    "list": 0.5,
    "verify small.md": 0.8,
    "lineage eu": 0.9,
    "segment --text": 0.8,
}
"""Most that a command may take, as a share of `redlines` on a terminal."""


class Row(NamedTuple):
    """A command and its times.

    Attributes:
        name: The command as it is printed.
        place: Where its output goes, a terminal or a pipe.
        times: One run a round.
    """

    name: str
    place: str
    times: Sequence[Took]

    def share(self, peer: Row) -> float:
        """Its CPU time as a share of that of another command, both of the same rounds."""
        return median(our.cpu / their.cpu for our, their in zip(self.times, peer.times, strict=True))


def commands(folder: Path) -> dict[str, list[str]]:
    """The commands by the name under which they are printed; writes the files that they read."""
    for name in ("coe", "eu"):
        folder.joinpath(f"{name}.txt").write_text(aidefs.get(name).text, encoding="utf-8")
    note = f"# A note\n\nThe Act says: “{aidefs.get('eu').text}” (Article 3(1) of the EU AI Act).\n"
    folder.joinpath("small.md").write_text(note, encoding="utf-8")
    scripts = Path(sysconfig.get_path("scripts"))
    own, peer, python = str(scripts / "aidefs"), str(scripts / "redlines"), sys.executable
    files = [str(folder / "coe.txt"), str(folder / "eu.txt")]
    return {
        "python -c pass": [python, "-c", "pass"],
        'python -c "import aidefs"': [python, "-c", "import aidefs"],
        'python -c "import click"': [python, "-c", "import click"],
        "show eu": [own, "show", "eu"],
        "list": [own, "list"],
        "diff coe eu": [own, "diff", "coe", "eu"],
        "compare coe eu": [own, "compare", "coe", "eu"],
        "verify small.md": [own, "verify", str(folder / "small.md")],
        "lineage eu": [own, "lineage", "eu"],
        "segment --text": [own, "segment", "--text", TEXT],
        REDLINES: [peer, *files],
        "redlines text": [peer, "text", "--quiet", *files],
    }


def ran(command: Sequence[str], place: str) -> Took:
    """One run of a process, from its start to its end.

    Raises:
        CalledProcessError: It fails.
    """
    # Some shells forbid bytecode; nobody's everyday start is without it.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    ours, theirs = pty.openpty() if place == TERMINAL else os.pipe()
    begin = time.perf_counter()
    process = subprocess.Popen(
        command, env=environment | {"TERM": "xterm-256color"}, stdin=subprocess.DEVNULL, stdout=theirs
    )
    os.close(theirs)
    try:
        while os.read(ours, 65_536):
            pass
    except OSError:  # how Linux says that nobody holds the other end of a terminal
        pass
    os.close(ours)
    _, status, used = os.wait4(process.pid, 0)
    took = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Took(used.ru_utime + used.ru_stime, took)


def measure(rounds: int) -> list[Row]:
    """All commands on a terminal and in a pipe."""
    with tempfile.TemporaryDirectory() as folder:
        tools = commands(Path(folder))
        order = [(name, place) for name in tools for place in (TERMINAL, PIPE)]
        times: dict[tuple[str, str], list[Took]] = {one: [] for one in order}
        for name, place in order:
            ran(tools[name], place)
        shuffled = random.Random(1)
        for _ in range(rounds):
            shuffled.shuffle(order)
            for name, place in order:
                times[name, place].append(ran(tools[name], place))
    return [Row(name, place, taken) for (name, place), taken in times.items()]


def judged(rows: Sequence[Row]) -> list[Goal]:
    """The goals beside what was measured on a terminal."""
    on_terminal = {row.name: row for row in rows if row.place == TERMINAL}
    peer = on_terminal[REDLINES]
    return [
        at_most(f"`{name}` / `{REDLINES}`, CPU time on a terminal", most, on_terminal[name].share(peer))
        for name, most in GOALS.items()
    ]


def report(rows: Sequence[Row]) -> str:
    """The times and the goals as Markdown."""
    peers = {row.place: row for row in rows if row.name == REDLINES}
    times = [
        (
            f"`{row.name}`, {row.place}",
            f"{cpu(row.times) * 1000:.0f} ms",
            f"{wall(row.times) * 1000:.0f} ms",
            f"{row.share(peers[row.place]):.2f}",
        )
        for row in rows
    ]
    return f"{table(('command', 'CPU', 'wall', '/ redlines'), times)}\n\n{goals(judged(rows))}"


def main() -> None:
    rounds = options(__doc__, 15).parse_args().rounds
    print(versions("aidefs", "redlines", "click") + f", {rounds} rounds\n")
    print(report(measure(rounds)))


if __name__ == "__main__":
    main()
