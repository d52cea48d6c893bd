"""Time and peak memory of the redline of long texts, alike and unlike, as installed and with RapidFuzz.

    python benchmarks/long.py [--rounds 5] [--share 1]

The text is made of runs of 8 to 40 words of the stored English definitions, drawn at random with a fixed
seed until it is long enough. *Edited*: the other side is a seeded edit of it, 4 % of the words deleted,
replaced or followed by a new one, and blocks of 25 words, one for every 2,500 words, moved elsewhere.
*Unlike*: each side is made of words drawn one by one, as often as they stand in the collection, together with
20,000 made-up words as rare as those of real texts, by two seeds.

Every length is measured in a process of its own. Its memory is the rise of the peak of the process over what
it held with both texts in memory and all modules loaded. The first run of the process is the one whose words
were not met before ("cold"); the others give the median.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
from typing import Any

from timing import MIB, Goal, add_share, at_most, cpu, goals, once, options, peak, table, versions, wall

EDITED = (5_000, 10_000, 20_000, 40_000)
UNLIKE = (1_000, 2_000, 4_000, 16_000, 20_000, 50_000, 100_000)
BLOCK = 25


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


def unlike(length: int, seed: int) -> list[str]:
    """Words without any order."""
    import aidefs

    chosen = random.Random(seed)
    words = [word for one in aidefs.definitions(lang="en") for word in one.text.split()]
    return [
        chosen.choice(words) if chosen.random() < 0.6 else f"w{int(chosen.paretovariate(0.3)) % 20_000}"
        for _ in range(length)
    ]


def texts(kind: str, length: int) -> tuple[str, str]:
    """The two sides."""
    if kind == "edited":
        words = text_of(length)
        return " ".join(words), " ".join(edited(words))
    return " ".join(unlike(length, 1)), " ".join(unlike(length, 2))


def one(kind: str, length: int, engine: str, rounds: int) -> dict[str, Any]:
    """What one length takes, in this process."""
    from aidefs.alignment.redline import redline

    a, b = texts(kind, length)
    redline("a system that infers", "a system that may infer", engine=engine)  # loads the modules
    before = peak()
    cold = once(lambda: redline(a, b, engine=engine))
    memory = peak() - before
    warm = [once(lambda: redline(a, b, engine=engine)) for _ in range(rounds)]
    return {"cold": cold.cpu, "cpu": cpu(warm), "wall": wall(warm), "memory": memory}


def theirs(length: int, rounds: int) -> dict[str, Any]:
    """The same of redlines."""
    from redlines import Redlines

    a, b = texts("unlike", length)
    before = peak()
    cold = once(lambda: Redlines(a, b).output_markdown)
    memory = peak() - before
    warm = [once(lambda: Redlines(a, b).output_markdown) for _ in range(rounds)]
    return {"cold": cold.cpu, "cpu": cpu(warm), "wall": wall(warm), "memory": memory}


def in_process(*arguments: object) -> dict[str, Any]:
    """The same in a process of its own."""
    command = [sys.executable, __file__, "--one", *map(str, arguments)]
    result: dict[str, Any] = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    return result


def measure(rounds: int, share: float) -> tuple[str, list[Goal]]:
    """The table in Markdown, and the goals, of texts of that share of their length."""
    rows, lines = [], []
    found: dict[tuple[str, int, str], dict[str, Any]] = {}
    for kind, lengths in (("edited", EDITED), ("unlike", UNLIKE)):
        for length in lengths:
            for engine in ("integers", "rapidfuzz", *(["redlines"] if kind == "unlike" else [])):
                runs = rounds if length <= 20_000 else min(rounds, 3)
                if engine == "redlines" and length > 20_000:
                    continue
                took = found[kind, length, engine] = in_process(kind, round(length * share), engine, runs)
                name = {"integers": "default", "rapidfuzz": "RapidFuzz"}.get(engine, engine)
                times = [f"{took[key] * 1000:,.0f} ms" for key in ("cpu", "wall", "cold")]
                rows.append(
                    [kind, f"{round(length * share):,}", name, *times, f"{took['memory'] / MIB:.1f} MiB"]
                )

    def seconds(kind: str, length: int, engine: str = "integers") -> float:
        result: float = found[kind, length, engine]["cpu"]
        return result

    slowest = max(
        seconds(kind, 20_000, engine) for kind in ("edited", "unlike") for engine in ("integers", "rapidfuzz")
    )
    memory = [found["unlike", length, "integers"]["memory"] for length in (50_000, 100_000)]
    lines += [
        at_most("two unlike texts of 16,000 words, default", 100, seconds("unlike", 16_000) * 1000, "ms"),
        at_most("two texts of 20,000 words, the slowest of four", 500, slowest * 1000, "ms"),
        at_most(
            "two unlike texts of 50,000 words, default (stated limit)", 2, seconds("unlike", 50_000), "s"
        ),
        at_most(
            "two unlike texts of 100,000 words, default (stated limit)", 5, seconds("unlike", 100_000), "s"
        ),
        at_most("memory of 100,000 unlike words / of 50,000", 2.3, memory[1] / memory[0]),
    ]
    head = ["texts", "words", "install", "CPU", "wall", "CPU, cold", "memory"]
    return table(head, rows), lines


def main() -> None:
    parser = options(__doc__, 5)
    add_share(parser)
    parser.add_argument(
        "--one", nargs=4, metavar=("KIND", "WORDS", "ENGINE", "ROUNDS"), help=argparse.SUPPRESS
    )
    given = parser.parse_args()
    if given.one:
        kind, length, engine, rounds = given.one
        took = (
            theirs(int(length), int(rounds))
            if engine == "redlines"
            else one(kind, int(length), engine, int(rounds))
        )
        print(json.dumps(took))
        return
    shown, found = measure(given.rounds, given.share)
    print(versions("redlines", "rapidfuzz"))
    print(f"\n{shown}\n\n{goals(found)}")


if __name__ == "__main__":
    main()
