"""Many definitions: the matrix of similarities, the tree of families, lineages; and how far measures differ.

    python benchmarks/many.py [--rounds 5] [--share 1]

The definitions are those of the collection in English, and seeded edits of them (about one word in twelve
deleted, replaced or followed by a new one) with seeded dates. "rapidfuzz" is the extra `many`, "integers" the
default install; both give the same numbers. "matrix" is from definitions to numbers, texts cut into words and
all; pairs are counted once, n·(n - 1)/2. "tree" is the clustering of these numbers by average linkage; its
peers are given the distances ready-made. A lineage is that of one text, or the whole graph.

Every measurement is a process of its own, which is asked for its own processor time, wall time and greatest
memory; what is compared alternates within a round, and the medians over the rounds are printed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from timing import Goal, add_share, at_least, at_most, cells_as_row, goals, options, table, versions

import aidefs
from aidefs.alignment.redline import redline_scans
from aidefs.library.records import Definition
from aidefs.library.taxonomy import Taxonomy
from aidefs.survey.clustering import average_linkage
from aidefs.survey.lcs import similarities
from aidefs.survey.lineage import drafting_graph
from aidefs.survey.similarity import similarity_matrix
from aidefs.text.tokens import scan

PEERS = ("numpy", "rapidfuzz", "fastcluster", "scipy")
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


# --- definitions ------------------------------------------------------------------------------


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


def dated(count: int) -> list[Definition]:
    """The whole collection, and edits of its English definitions with dates of 36 years."""
    shipped = list(aidefs.definitions())
    chosen = random.Random(7)
    edits = definitions(count)[len(shipped) :]
    dates = (date(1990, 1, 1) + timedelta(chosen.randrange(36 * 365)) for _ in edits)
    return [*shipped, *(replace(one, adopted=day.isoformat()) for one, day in zip(edits, dates, strict=True))]


def write_library(folder: Path, count: int) -> None:
    """The edits as records of a library of one's own."""
    for one in dated(count):
        if one.id.startswith("edit-"):
            keys = {"id": one.id, "label": one.id, "lang": "en", "term": "AI system", "adopted": one.adopted}
            lines = [f"{key} = {json.dumps(value)}" for key, value in (*keys.items(), ("text", one.text))]
            (folder / f"{one.id}.toml").write_text("\n".join(lines), encoding="utf-8")


# --- what is measured -------------------------------------------------------------------------


class Spent(NamedTuple):
    """Seconds of processor and of the clock, and the greatest memory of the process in MiB."""

    cpu: float
    wall: float
    memory: float


def spent_by(work: Callable[[], object]) -> Spent:
    """What some work takes in this process."""
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    return Spent(cpu, wall, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def matrix(count: int, which: str) -> Callable[[], object]:
    """From definitions to numbers, by one engine."""
    chosen, taxonomy = definitions(count), Taxonomy.shipped()
    return lambda: similarity_matrix(chosen, "text", aidefs.segment, taxonomy, which)


def tree(count: int, which: str) -> Callable[[], object]:
    """Clustering, by aidefs or by a peer; the peers start from the condensed distances.

    To make these takes hundreds of megabytes, which the machine then has ready. It is done for aidefs, too:
    new memory may take a virtual machine longer to give than the clustering takes.
    """
    import numpy

    table = similarities([scan(one.text).word_codes for one in definitions(count)])
    distances = 1 - numpy.array(table)[numpy.triu_indices(count, 1)]
    if which in ("numpy", "arrays"):
        return lambda: average_linkage(table, which)
    if which == "fastcluster":
        import fastcluster

        return lambda: fastcluster.linkage(distances, "average")
    from scipy.cluster.hierarchy import linkage

    return lambda: linkage(distances, "average")


def lineage(count: int, which: str) -> Callable[[], object]:
    """The lineage of one text, or of all."""
    chosen = dated(count)
    focus = [] if which == "all" else [which]
    return lambda: drafting_graph(chosen, 0.5, focus)


def redlines(count: int, which: str) -> Callable[[], object]:
    """A redline of every pair, which is what the matrix spares."""
    scans = [scan(one.text) for one in definitions(count)]
    return lambda: [redline_scans(a, b) for a, b in combinations(scans, 2)]


WORKS = {"matrix": matrix, "tree": tree, "lineage": lineage, "redlines": redlines}


def in_process(what: str, count: int, which: str, extras: bool = True) -> Spent:
    """What some work takes in a process of its own, with the extras or as if they were not installed."""
    order = [sys.executable, __file__, "--one", what, str(count), which, *(() if extras else ("--bare",))]
    return Spent(*json.loads(subprocess.run(order, check=True, capture_output=True, text=True).stdout))


def command(*arguments: str) -> Spent:
    """What a command of aidefs takes, start and end and all."""
    begin = time.perf_counter()
    with open(os.devnull, "w") as nowhere:
        child = subprocess.Popen([sys.executable, "-m", "aidefs", *arguments], stdout=nowhere)
        _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0, arguments
    return Spent(used.ru_utime + used.ru_stime, time.perf_counter() - begin, used.ru_maxrss / 1024)


def medians(works: Mapping[str, Callable[[], Spent]], rounds: int) -> dict[str, Spent]:
    """The median of each work, done in turns."""
    found: dict[str, list[Spent]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            found[name].append(work())
    return {name: Spent(*map(statistics.median, zip(*each, strict=True))) for name, each in found.items()}


# --- the measurements -------------------------------------------------------------------------


class Row(NamedTuple):
    """A line of the table: what was measured, what it comes to, and the goals that it has."""

    what: str
    spent: Spent
    figure: str = ""
    goals: tuple[Goal, ...] = ()

    def cells(self) -> tuple[str, ...]:
        """As a row of a table."""
        cpu, wall, memory = self.spent
        return self.what, f"{cpu:.3f} s", f"{wall:.3f} s", f"{memory:,.0f} MiB", self.figure


HEAD = ("", "CPU", "wall", "memory", "")


def measure(rounds: int = 5, share: float = 1.0) -> Iterator[Row]:
    """All measurements, one after the other.

    Args:
        rounds: How often each is made; the long ones once or twice.
        share: Of the definitions that are made.
    """
    yield from _matrices(rounds, share)
    yield from _trees(rounds, share)
    yield from _lineages(rounds, share)
    yield from _commands(share)


def _counts(counts: Sequence[int], share: float) -> list[int]:
    return [max(round(count * share), 2) for count in counts]


def _matrices(rounds: int, share: float) -> Iterator[Row]:
    for count in _counts((150, 1000, 5000, 20_000), share):
        which = ("rapidfuzz", "integers") if count <= 5000 else ("rapidfuzz",)
        works = {one: lambda one=one: in_process("matrix", count, one) for one in which}  # noqa: B023
        for one, spent in medians(works, rounds if count <= 1000 else 2 if count <= 5000 else 1).items():
            what, pairs = f"matrix of {count:,}, {one}", count * (count - 1) / 2 / spent.cpu / 1e6
            found: list[Goal] = []
            if one == "rapidfuzz" and count >= 5000:
                found.append(at_least(what, 7, pairs, "M pairs/s"))
            if count >= 20_000:
                found += [at_most(what, 30, spent.cpu, "s"), at_most(what, 1.7 * 1024, spent.memory, "MiB")]
            yield Row(what, spent, f"{pairs:.2f} M pairs/s", tuple(found))
    count = round(150 * share)
    yield Row(f"a redline of every pair of {count}", in_process("redlines", count, ""))


def _trees(rounds: int, share: float) -> Iterator[Row]:
    for count in _counts((150, 1000, 5000), share):
        names = ("numpy", "fastcluster", "scipy", "arrays")
        works = {one: lambda one=one: in_process("tree", count, one) for one in names}  # noqa: B023
        found = medians(works, rounds)
        for one, spent in found.items():
            what, ratio = f"tree of {count:,}, {one}", spent.cpu / found["fastcluster"].cpu
            goal = at_most(f"{what} / fastcluster", 1.5, ratio)
            judged = (goal,) if (one, count) == ("numpy", 5000) else ()
            yield Row(what, spent, f"{ratio:.2f} of fastcluster", judged)


def _lineages(rounds: int, share: float) -> Iterator[Row]:
    shipped = len(aidefs.definitions())
    for count in (shipped, *_counts((1000, 5000), share)):
        goal = {1000: 1.0, 5000: 10.0}.get(count)
        for extras in (True, False):
            works = {
                one: lambda one=one: in_process("lineage", count, one, extras)  # noqa: B023
                for one in ("eu-ai-act-2024", "oecd-2019", "all")
            }
            for one, spent in medians(works, rounds if count <= 1000 else 2).items():
                what = f"lineage of {one} in {count:,}{'' if extras else ', default install'}"
                yield Row(what, spent, "", () if goal is None else (at_most(what, goal, spent.cpu, "s"),))


def _commands(share: float) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        count = max(round(10_000 * share), len(aidefs.definitions()) + 2)
        write_library(Path(folder), count)
        for order in (("matrix",), ("families",), ("families", "--measure", "text")):
            spent = command(*order, "--library", folder)
            what = f"`aidefs {' '.join(order)}`, {count:,} records"
            took, held = (
                at_most(f"{what}, wall", 60, spent.wall, "s"),
                at_most(what, 2048, spent.memory, "MiB"),
            )
            yield Row(what, spent, "", (took, held))


def differences() -> str:
    """How the measure differs from that of redlines over all pairs of the collection."""
    found = aidefs.matrix()
    scans = [scan(one.text) for one in found.wordings]
    pairs = [
        (found.values[n][m], redline_scans(scans[n], scans[m]).similarity)
        for n, m in combinations(range(len(scans)), 2)
    ]
    some_pairs = {"all": pairs, "of 0.5 or more": [pair for pair in pairs if pair[0] >= 0.5]}
    rows = []
    for name, chosen in some_pairs.items():
        apart = [measured - drawn for measured, drawn in chosen]
        rows.append((name, f"{len(apart):,}", f"{statistics.mean(apart):.3f}", f"{max(apart):.3f}"))
    return table(("above the similarity of the redline", "pairs", "mean", "most"), rows)


def hide_extras() -> None:
    """As in an environment without numpy and rapidfuzz."""
    for name in ("numpy", "rapidfuzz", "fast_diff_match_patch"):
        sys.modules[name] = None  # type: ignore[assignment]


def main() -> None:
    parser = options(__doc__, 5)
    add_share(parser)
    parser.add_argument("--one", nargs=3, metavar=("WORK", "COUNT", "WHICH"), help=argparse.SUPPRESS)
    parser.add_argument("--bare", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        what, count, which = given.one
        if given.bare:
            hide_extras()
        print(json.dumps(spent_by(WORKS[what](int(count), which))))
        return
    print(f"{versions(*PEERS)}, {given.rounds} rounds\n")
    print(table(HEAD, ()))
    found: list[Goal] = []
    for row in measure(given.rounds, given.share):
        print(cells_as_row(row.cells()), flush=True)
        found += row.goals
    print(f"\n{goals(found)}\n\n{differences()}")


if __name__ == "__main__":
    main()
