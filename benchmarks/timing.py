"""Times that can be compared on a busy machine: interleaved rounds, CPU and wall time, medians."""

from __future__ import annotations

import argparse
import gc
import platform
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple, TypeVar

MIB = 2**20
Item = TypeVar("Item")


def options(doc: str | None, rounds: int) -> argparse.ArgumentParser:
    """The options that scripts on time and memory share.

    Args:
        doc: Docstring of the script, whose first line says what it measures.
        rounds: How often each work is done where nothing else is said.
    """
    parser = argparse.ArgumentParser(description=(doc or "").split("\n", 1)[0])
    parser.add_argument("--rounds", type=int, default=rounds, help=f"of which the median is taken ({rounds})")
    return parser


def add_share(parser: argparse.ArgumentParser) -> None:
    """The option with which a script works on less: its figures mean nothing then, but that it runs."""
    parser.add_argument("--share", type=float, default=1.0, help="of the length or number of its texts (1)")


def some(items: Sequence[Item], share: float) -> Sequence[Item]:
    """That share of the items, from all over them."""
    return items[:: max(round(1 / share), 1)]


class Took(NamedTuple):
    """Seconds of one run."""

    cpu: float
    wall: float


def verdict(met: bool) -> str:
    """What a table says of a goal."""
    return "met" if met else "**missed**"


class Goal(NamedTuple):
    """A stated goal and what was measured; both as printed."""

    what: str
    goal: str
    figure: str
    met: bool

    def row(self) -> str:
        """A row of a Markdown table."""
        return cells_as_row((self.what, self.goal, self.figure, verdict(self.met)))


def shown(figure: float) -> str:
    """A figure as it is printed: two decimals where they tell anything."""
    return f"{figure:.2f}" if abs(figure) < 100 else f"{figure:,.0f}"


def at_least(what: str, goal: float, figure: float, unit: str = "×") -> Goal:
    """A goal that is met by a figure as large or larger."""
    return Goal(what, f"≥ {goal:,g} {unit}", f"{shown(figure)} {unit}", figure >= goal)


def at_most(what: str, goal: float, figure: float, unit: str = "×") -> Goal:
    """A goal that is met by a figure as small or smaller."""
    return Goal(what, f"≤ {goal:,g} {unit}", f"{shown(figure)} {unit}", figure <= goal)


def once(work: Callable[[], object]) -> Took:
    """One run; of the CPU time that of all threads."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Took(time.process_time() - cpu, time.perf_counter() - wall)


def interleaved(tools: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[Took]]:
    """Every tool once a round, each round in another order, so that a busy machine slows all of them."""
    order = list(tools)
    shuffled = random.Random(1)
    for name in order:
        tools[name]()  # warm up
    times: dict[str, list[Took]] = {name: [] for name in order}
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds):
            shuffled.shuffle(order)
            for name in order:
                times[name].append(once(tools[name]))
            gc.collect()
    finally:
        gc.enable()
    return times


def cpu(times: Iterable[Took]) -> float:
    """Median of the CPU time."""
    return statistics.median(took.cpu for took in times)


def wall(times: Iterable[Took]) -> float:
    """Median of the wall time."""
    return statistics.median(took.wall for took in times)


def faster(ours: Sequence[Took], theirs: Sequence[Took]) -> float:
    """How many times as fast ours is: the median over the rounds of the quotient of CPU times."""
    return statistics.median(their.cpu / our.cpu for our, their in zip(ours, theirs, strict=True))


def peak() -> int:
    """Peak memory of this process so far, in bytes."""
    unit = 1 if sys.platform == "darwin" else 1024  # getrusage counts bytes there, kibibytes elsewhere
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def versions(*packages: str) -> str:
    """Python and packages with their versions, those that are missing left out."""
    found = [f"Python {platform.python_version()}"]
    for package in packages:
        try:
            found.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            continue
    return ", ".join(found)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table, all columns but the first aligned to the right."""
    lines = [cells_as_row(head), f"|---|{'--:|' * (len(head) - 1)}"]
    return "\n".join(lines + [cells_as_row(row) for row in rows])


def cells_as_row(cells: Iterable[str]) -> str:
    """A row of a Markdown table."""
    return f"| {' | '.join(cells)} |"


HEAD_OF_GOALS = ("| goal | | measured | |", "|---|--:|--:|---|")


def goals(lines: Iterable[Goal]) -> str:
    """Goals as a Markdown table."""
    return "\n".join([*HEAD_OF_GOALS, *(line.row() for line in lines)])


def goals_in(printed: str) -> list[Goal]:
    """The goals that a script printed, read again."""
    lines = iter(printed.splitlines())
    found: list[Goal] = []
    for line in lines:
        if line != HEAD_OF_GOALS[0]:
            continue
        next(lines)
        for row in lines:
            if not row.startswith("| "):
                break
            what, goal, figure, judged = row[2:-2].split(" | ")
            found.append(Goal(what, goal, figure, judged == verdict(True)))
    return found


def worst(runs: Sequence[Goal]) -> Goal:
    """Of one goal as several runs measured it the run that speaks against it most."""
    far = max if runs[0].goal.startswith("≤") else min
    return far(runs, key=lambda one: float(one.figure.split()[0].replace(",", "")))
