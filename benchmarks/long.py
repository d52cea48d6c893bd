"""Time and peak memory of the redline of long texts, with both engines.

    python benchmarks/long.py [--repeat 7]

The text is made of runs of 8 to 40 words of the stored English definitions, drawn at random with a fixed
seed until it is long enough. The other side is a seeded edit of it: 4 % of the words deleted, replaced or
followed by a new one, and blocks of 25 words, one for every 2,500 words, moved elsewhere.

Every length and engine is measured in a process of its own. Its memory is the rise of the peak of the
process over what it held with both texts in memory and all modules loaded; this counts what the C++ engine
allocates, too. Times are the median of the runs in a process, beside it the fastest. The pure engine runs
three times at most on the two longest texts, because it takes seconds.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

LENGTHS = (5_000, 10_000, 20_000, 40_000)
FAST, PURE = "fast-diff-match-patch", "diff-match-patch"
GOAL_WORDS, GOAL_MS = 20_000, 100
BLOCK = 25
MIB = 2**20


def text_of(length: int, seed: int = 20241) -> list[str]:
    """Words of the stored English definitions, in runs drawn at random."""
    import aidefs

    chosen = random.Random(seed)
    words: list[str] = []
    texts = [one.text.split() for one in aidefs.definitions(lang="en")]
    while len(words) < length:
        source = chosen.choice(texts)
        begin = chosen.randrange(len(source))
        words += source[begin : begin + chosen.randint(8, 40)]
    return words[:length]


def edited(words: list[str], seed: int = 20242) -> list[str]:
    """The words with 4 % changed and some blocks moved."""
    chosen = random.Random(seed)
    result: list[str] = []
    for word in words:
        dice = chosen.random()
        if dice < 0.013:
            continue
        result.append(chosen.choice(words) if dice < 0.027 else word)
        if 0.027 <= dice < 0.04:
            result.append(chosen.choice(words))
    for _ in range(len(words) // 2_500):
        begin = chosen.randrange(len(result) - BLOCK)
        block = result[begin : begin + BLOCK]
        del result[begin : begin + BLOCK]
        to = chosen.randrange(len(result))
        result[to:to] = block
    return result


def peak() -> int:
    """Peak memory of this process so far, in bytes."""
    unit = 1 if sys.platform == "darwin" else 1024  # getrusage counts bytes there, kibibytes elsewhere
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def measure(length: int, engine: str, repeat: int) -> dict[str, Any]:
    """Seconds and bytes of one length with one engine, in this process."""
    from aidefs.alignment.redline import redline, redline_scans
    from aidefs.text.tokens import scan

    words = text_of(length)
    a, b = " ".join(words), " ".join(edited(words))
    redline("a system that infers", "a system that may infer", engine=engine)  # loads the modules
    before = peak()
    result = redline(a, b, engine=engine)
    memory = peak() - before
    scans = scan(a), scan(b)

    def times(work: Callable[[], object]) -> list[float]:
        found = []
        for _ in range(repeat):
            begin = time.perf_counter()
            work()
            found.append(time.perf_counter() - begin)
        return found

    return {
        "whole": times(lambda: redline(a, b, engine=engine)),
        "cached": times(lambda: redline_scans(*scans, engine=engine)),
        "memory": memory,
        "changes": len(result.changes),
        "similarity": result.similarity,
    }


def in_process(length: int, engine: str, repeat: int) -> dict[str, Any]:
    """`measure` in a process of its own."""
    command = [sys.executable, __file__, "--one", str(length), engine, "--repeat", str(repeat)]
    result: dict[str, Any] = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeat", type=int, default=7)
    parser.add_argument("--one", nargs=2, metavar=("WORDS", "ENGINE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(int(options.one[0]), options.one[1], options.repeat)))
        return
    print(f"Python {platform.python_version()}; 4 % of the words edited, a block in 2,500 words moved")
    print(
        "engine                  words  changes  similarity   strings to edits     cached tokens     memory"
    )
    goal = ""
    for engine in (FAST, PURE):
        for length in LENGTHS:
            slow = engine == PURE and length >= 20_000
            found = in_process(length, engine, min(options.repeat, 3) if slow else options.repeat)
            print(
                f"{engine:21} {length:7,} {found['changes']:8,} {found['similarity']:11.3f}"
                f" {_times(found['whole'])} {_times(found['cached'])} {found['memory'] / MIB:8.1f} MiB"
            )
            if engine == FAST and length == GOAL_WORDS:
                took = statistics.median(found["whole"]) * 1000
                goal = (
                    f"{length:,} words, fast engine, strings to edits: {took:.0f} ms (at most {GOAL_MS} ms)"
                )
    print(goal)


def _times(seconds: list[float]) -> str:
    return f"{statistics.median(seconds) * 1000:7,.0f} ({min(seconds) * 1000:5,.0f}) ms"


if __name__ == "__main__":
    main()
