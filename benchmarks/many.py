"""Speed of the matrix of similarities, and how far its measure is from the similarity of redlines.

    python benchmarks/many.py [--largest 5000]

The definitions are those of the collection in English, and seeded edits of them (about one word in twelve
deleted, replaced or followed by a new one) until there are 150, 1,000 and 5,000. "from definitions to
values" is `aidefs.matrix`, texts cut into words and all; "tree" is the clustering that tables and pictures
need besides. The loop that the matrix is compared with makes a redline of every pair.
"""

from __future__ import annotations

import argparse
import platform
import random
import statistics
import time
from collections.abc import Callable
from importlib.metadata import version
from itertools import combinations

import aidefs
from aidefs.alignment import engine
from aidefs.alignment.redline import redline_scans
from aidefs.library.records import Definition
from aidefs.library.taxonomy import Taxonomy
from aidefs.survey.similarity import similarity_matrix
from aidefs.text.tokens import scan

FILLERS = [
    "any",
    "such",
    "certain",
    "relevant",
    "automated",
    "other",
    "human",
    "technical",
    "given",
    "intended",
]
ENGINES = ("rapidfuzz", "integers")


def definitions(count: int, seed: int = 20241) -> list[Definition]:
    """The English definitions of the collection, and edits of them."""
    chosen = random.Random(seed)
    base = list(aidefs.definitions(lang="en"))
    made = base[:count]
    while len(made) < count:
        words = edited(chosen.choice(base).text.split(), chosen)
        made.append(Definition(f"edit-{len(made)}", " ".join(words)))
    return made


def edited(words: list[str], chosen: random.Random) -> list[str]:
    """The words with about one in twelve changed."""
    result = []
    for word in words:
        dice = chosen.random()
        if dice >= 0.03:
            result.append(chosen.choice(FILLERS) if dice < 0.055 else word)
        if 0.055 <= dice < 0.08:
            result.append(chosen.choice(FILLERS))
    return result


def seconds(work: Callable[[], object], rounds: int) -> float:
    """Median seconds of some work."""
    times = []
    for _ in range(rounds):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def matrix(chosen: list[Definition], which: str) -> aidefs.Matrix:
    """The matrix, counted by one engine."""
    return similarity_matrix(chosen, "text", lambda one: aidefs.segment(one), Taxonomy.shipped(), which)


def all_redlines(chosen: list[Definition]) -> None:
    """A redline of every pair."""
    scans = [scan(one.text) for one in chosen]
    for a, b in combinations(scans, 2):
        redline_scans(a, b)


def differences() -> None:
    """How the measure differs from that of redlines over all pairs of the collection."""
    found = aidefs.matrix()
    scans = [scan(one.text) for one in found.wordings]
    apart = []
    for n, m in combinations(range(len(scans)), 2):
        apart.append(found.values[n][m] - redline_scans(scans[n], scans[m]).similarity)
    close = [
        gap for gap, (n, m) in zip(apart, combinations(range(len(scans)), 2), strict=True)
        if found.values[n][m] >= 0.5
    ]  # fmt: skip
    print(f"above the similarity of the redline, {len(apart):,} pairs of the collection:")
    print(f"  all pairs:        mean {statistics.mean(apart):.3f}, most {max(apart):.3f}")
    print(f"  {len(close)} pairs from 0.5: mean {statistics.mean(close):.3f}, most {max(close):.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--largest", type=int, default=5000)
    largest = parser.parse_args().largest
    print(
        f"Python {platform.python_version()}, rapidfuzz {version('rapidfuzz')}, numpy {version('numpy')}, "
        f"redlines by {engine.name()}"
    )
    for count in (90, 150, 1000, largest):
        chosen = definitions(count)
        rounds = 15 if count <= 150 else 3 if count <= 1000 else 1
        print(f"{count:,} definitions, {count * (count - 1) // 2:,} pairs")
        for which in ENGINES:
            found = matrix(chosen, which)  # warm up
            taken = seconds(lambda chosen=chosen, which=which: matrix(chosen, which), rounds)  # type: ignore[misc]
            print(f"  from definitions to values, {which:10} {taken:9.3f} s")
        print(f"  tree                                   {seconds(lambda: found.tree, 1):9.3f} s")  # noqa: B023
        if count <= 150:
            taken = seconds(lambda chosen=chosen: all_redlines(chosen), 5)  # type: ignore[misc]
            print(f"  a redline of every pair                {taken:9.3f} s")
    differences()


if __name__ == "__main__":
    main()
