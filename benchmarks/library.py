"""Time to load the whole collection, of all terms, cold, from compiled data and from TOML.

    python benchmarks/library.py [--rounds 15]

Run it with the Python of an environment into which aidefs was installed with `pip install .` (not in
place), so that there are compiled data. Every measurement is a process of its own: it imports
`aidefs.library.library`, and then counts the time of `tuple(Library.shipped().of("all").values())` and
nothing else: its own processor time, and that of the clock, which a busy machine stretches. "TOML files"
hides the compiled data, so that the files are read as in a checkout. The kinds alternate in shuffled order
after a round to warm up.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys

from timing import Took, at_most, cpu, goals, options, table, versions, wall

from aidefs.library.files import shipped_dataset

LOAD = """
import time
from aidefs.library.library import Library
{before}
wall, cpu = time.perf_counter(), time.process_time()
found = tuple(Library.shipped().of("all").values())
print(time.process_time() - cpu, time.perf_counter() - wall)
"""
KINDS = {
    "compiled data": LOAD.format(before=""),
    "TOML files": LOAD.format(before="import aidefs.library.files; aidefs.library.files.COMPILED = 'none'"),
}


def took(program: str, environment: dict[str, str]) -> Took:
    """What one process measured."""
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    return Took(*map(float, done.stdout.split()))


def main() -> None:
    rounds = options(__doc__, 15).parse_args().rounds
    dataset = shipped_dataset()
    if not all(file.compiled for file in dataset.definitions.values()):
        sys.exit("this installation has no compiled data; install aidefs with 'pip install .', not in place")
    # Some shells forbid bytecode; nobody's everyday start is without it.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    times: dict[str, list[Took]] = {kind: [] for kind in KINDS}
    order = list(KINDS)
    shuffled = random.Random(1)
    for n in range(rounds + 1):
        shuffled.shuffle(order)
        for kind in order:
            found = took(KINDS[kind], environment)
            if n:
                times[kind].append(found)
    print(f"{versions('aidefs')}, {len(dataset.definitions)} definitions, {rounds} rounds\n")
    print(table(["data", "CPU", "fastest", "slowest", "wall"], map(row, times.items())) + "\n")
    print(
        goals([at_most("the whole collection, compiled data", 60, 1e3 * cpu(times["compiled data"]), "ms")])
    )


def row(measured: tuple[str, list[Took]]) -> list[str]:
    """A row of the table, in milliseconds."""
    kind, times = measured
    each = [one.cpu for one in times]
    return [kind, *(f"{1e3 * one:.1f} ms" for one in (cpu(times), min(each), max(each), wall(times)))]


if __name__ == "__main__":
    main()
