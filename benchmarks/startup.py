"""Cold start of the command line against redlines and against bare Python, as ratios in one run.

    python benchmarks/startup.py [--rounds 25]

Run it with the Python of an environment into which aidefs was installed with `pip install ".[bench]"` (not
in place), so that both tools start from compiled bytecode. Every command runs once to warm up, and then once
in every round, in a new shuffled order, as a process of its own. A ratio is the median over the rounds of the
quotients within a round, a difference the median of the differences within a round, so that a busy machine
slows both sides.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import aidefs

COMPARE = "python -m aidefs compare coe eu"
DIFF = "python -m aidefs diff coe eu"
LIST = "python -m aidefs list"
REDLINES = "redlines coe.txt eu.txt"
REDLINES_TEXT = "redlines text --quiet coe.txt eu.txt"
BARE = "python -c pass"
IMPORT = 'python -c "import aidefs"'
NLTK = 'python -c "import nltk"'


def commands(folder: Path) -> dict[str, list[str]]:
    """The commands by the name under which they are printed; writes the two texts into a folder."""
    files = []
    for name in ("coe", "eu"):
        file = folder / f"{name}.txt"
        file.write_text(aidefs.get(name).text, encoding="utf-8")
        files.append(str(file))
    python = sys.executable
    redlines = str(Path(sysconfig.get_path("scripts")) / "redlines")
    return {
        COMPARE: [python, "-m", "aidefs", "compare", "coe", "eu"],
        DIFF: [python, "-m", "aidefs", "diff", "coe", "eu"],
        LIST: [python, "-m", "aidefs", "list"],
        REDLINES: [redlines, *files],
        REDLINES_TEXT: [redlines, "text", "--quiet", *files],
        BARE: [python, "-c", "pass"],
        IMPORT: [python, "-c", "import aidefs"],
        NLTK: [python, "-c", "import nltk"],
    }


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """Wall-clock time of one process, its output thrown away."""
    begin = time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begin


def measure(tools: dict[str, list[str]], rounds: int) -> dict[str, list[float]]:
    """Seconds of every command in every round."""
    # Some shells forbid bytecode; nobody's everyday start is without it.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    for command in tools.values():
        seconds(command, environment)
    order = list(tools)
    shuffled = random.Random(1)
    times: dict[str, list[float]] = {name: [] for name in tools}
    for _ in range(rounds):
        shuffled.shuffle(order)
        for name in order:
            times[name].append(seconds(tools[name], environment))
    return times


def within_rounds(a: list[float], b: list[float], of: Callable[[float, float], float]) -> float:
    """Median over the rounds of a value of two times of the same round."""
    return statistics.median(of(x, y) for x, y in zip(a, b, strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=25)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        times = measure(commands(Path(folder)), rounds)
    peer = f"redlines {version('redlines')}"
    print(f"Python {platform.python_version()}, aidefs {aidefs.__version__}, {peer}, {rounds} rounds")
    for name, values in times.items():
        over = within_rounds(values, times[BARE], lambda x, y: x - y)
        median = statistics.median(values)
        print(f"  {name:38} {median * 1000:6.0f} ms, {over * 1000:5.0f} ms more than bare Python")
    print("Ratios (goal)")
    for peer, goal in ((REDLINES, " (at most 0.80)"), (REDLINES_TEXT, "")):
        ratio = within_rounds(times[COMPARE], times[peer], lambda x, y: x / y)
        print(f"  {COMPARE} / {peer}: {ratio:.2f}{goal}")
    extra = within_rounds(times[IMPORT], times[BARE], lambda x, y: x - y)
    print(f"  {IMPORT} over bare Python: {extra * 1000:.0f} ms (at most 50 ms)")


if __name__ == "__main__":
    main()
