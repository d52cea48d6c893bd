"""Time to load the whole collection, of all terms, cold, from compiled data and from TOML.

    python benchmarks/library.py [--rounds 15]

Run it with the Python of an environment into which aidefs was installed with `pip install .` (not in
place), so that there are compiled data. Every measurement is a process of its own: it imports
`aidefs.library.library`, and then counts the time of `tuple(Library.shipped().of("all").values())` and
nothing else. "TOML files" hides the compiled data, so that the files are read as in a checkout. The kinds
alternate in shuffled order after a round to warm up.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import statistics
import subprocess
import sys

import aidefs
from aidefs.library.files import shipped_dataset

LOAD = """
import time
from aidefs.library.library import Library
{before}
begin = time.perf_counter()
found = tuple(Library.shipped().of("all").values())
print(time.perf_counter() - begin)
"""
KINDS = {
    "compiled data": LOAD.format(before=""),
    "TOML files": LOAD.format(before="import aidefs.library.files; aidefs.library.files.COMPILED = 'none'"),
}


def seconds(program: str, environment: dict[str, str]) -> float:
    """What one process measured."""
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    dataset = shipped_dataset()
    if not all(file.compiled for file in dataset.definitions.values()):
        sys.exit("this installation has no compiled data; install aidefs with 'pip install .', not in place")
    # Some shells forbid bytecode; nobody's everyday start is without it.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    times: dict[str, list[float]] = {kind: [] for kind in KINDS}
    order = list(KINDS)
    shuffled = random.Random(1)
    for n in range(rounds + 1):
        shuffled.shuffle(order)
        for kind in order:
            found = seconds(KINDS[kind], environment)
            if n:
                times[kind].append(found)
    print(f"Python {platform.python_version()}, aidefs {aidefs.__version__}", end=", ")
    print(f"{len(dataset.definitions)} definitions, {rounds} rounds")
    for kind, values in times.items():
        low, middle, high = (1000 * f(values) for f in (min, statistics.median, max))
        print(f"  {kind:14} {middle:6.1f} ms (fastest {low:.1f} ms, slowest {high:.1f} ms)")
    faster = statistics.median(b / a for a, b in zip(*times.values(), strict=True))
    print(f"  compiled data are {faster:.1f} times as fast (goal: at most 60 ms)")


if __name__ == "__main__":
    main()
