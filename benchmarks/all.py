"""Everything that is measured of speed and memory, in one run: what `benchmarks/speed.md` shows.

    python benchmarks/all.py [--quick] [--runs 3] [--folder DOCUMENTS]
                             [--corpus DOCUMENTS.jsonl.gz --work FOLDER]
                             [--plain GOLD --texts TEXTS.jsonl.gz] [--laws DOCUMENTS] > benchmarks/speed.md

The scripts are run one after the other, each in a process of its own, on a machine that should do nothing
else; their output is Markdown, with each goal beside what was measured. With more runs than one those that
have goals are run again, all in turn, so that a busy minute does not fall on one of them alone; the tables
are those of the first run, and each goal is told once more with the worst figure of all. Some scripts need
files that the repository does not hold, or an extra: what was not given, or is not installed, is named at
the end.
"""

from __future__ import annotations

import argparse
import datetime
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from timing import Goal, goals, goals_in, versions, worst

HERE = Path(__file__).resolve().parent


class Run(NamedTuple):
    """A script, its arguments, and those with which it runs for seconds, as the tests have it do.

    Attributes:
        given: What it is told by options of this script: its own option, "" for an argument without one,
            and the name of ours. Without all of them it is left out.
        more: The same for what it can do without.
        needs: Modules without which it is left out.
    """

    script: str
    arguments: tuple[str, ...] = ()
    quick: tuple[str, ...] = ()
    given: tuple[tuple[str, str], ...] = ()
    more: tuple[tuple[str, str], ...] = ()
    needs: tuple[str, ...] = ()


PEERS_OF_MANY = ("numpy", "rapidfuzz", "fastcluster", "scipy")
OF_WEB = ("jinja2", "waitress", "werkzeug")
RUNS = (
    Run("startup.py", quick=("--rounds", "1"), needs=("redlines",)),
    Run("library.py", quick=("--rounds", "1")),
    Run(
        "diff.py",
        quick=("--rounds", "1"),
        needs=("cydifflib", "fast_diff_match_patch", "rapidfuzz", "redlines"),
    ),
    Run("long.py", quick=("--rounds", "1", "--share", "0.01"), needs=("rapidfuzz", "redlines")),
    Run("linear.py", quick=("--rounds", "1", "--share", "0.01")),
    Run("many.py", quick=("--rounds", "1", "--share", "0.01"), needs=PEERS_OF_MANY),
    Run("segmentation.py", ("--speed",), ("--speed", "--rounds", "1", "--share", "0.01")),
    Run(
        "quotations.py",
        ("--speed",),
        ("--speed", "--rounds", "1", "--share", "0.01"),
        more=(("--folder", "folder"),),
    ),
    Run("verify.py", quick=("--rounds", "1", "--share", "0.01"), needs=("pypdfium2",)),
    Run("collation.py", quick=("--rounds", "1"), needs=("collatex",)),
    Run("web.py", quick=("--clients", "1", "--seconds", "0.1"), needs=OF_WEB),
    Run("web.py", ("--uploads",), ("--uploads", "--clients", "1", "--seconds", "0.1"), needs=OF_WEB),
    Run("extraction.py", given=(("--plain", "plain"), ("--texts", "texts"))),
    Run("extraction.py", given=(("--documents", "laws"),)),
    Run(
        "corpus.py",
        quick=("--sizes", "4"),
        given=(("", "corpus"), ("--work", "work")),
        needs=("distributed", "pyarrow"),
    ),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="As little as can be, to see whether all runs.")
    parser.add_argument("--runs", type=int, default=1, metavar="N", help="Of each script that has goals.")
    parser.add_argument("--folder", metavar="DOCUMENTS", help="For the search for quotations.")
    parser.add_argument("--corpus", metavar="DOCUMENTS", help="JSON lines, for `aidefs corpus`.")
    parser.add_argument("--work", metavar="FOLDER", help="Where larger ones are made of them.")
    parser.add_argument("--plain", metavar="GOLD", help="For `extract`: offsets into plain texts ...")
    parser.add_argument("--texts", metavar="TEXTS", help="... which are these JSON lines.")
    parser.add_argument("--laws", metavar="DOCUMENTS", help="For `extract`: laws with their gold.")
    options = parser.parse_args()
    print(f"# Speed and memory\n\n{datetime.date.today()}, {versions('aidefs')}, {os.cpu_count()} cores.")
    measured: dict[str, tuple[Run, list[Goal]]] = {}
    failed, left_out = [], []
    for run in RUNS:
        missing = [f"--{name}" for _, name in run.given if not getattr(options, name)]
        missing += [f"the module {name}" for name in run.needs if not find_spec(name)]
        order = " ".join([run.script, *(run.quick if options.quick else run.arguments)])
        if missing:
            left_out.append(f"{order} (for want of {', '.join(missing)})")
            continue
        left_out += [
            f"{order} {option} (for want of --{name})"
            for option, name in run.more
            if not getattr(options, name)
        ]
        print(f"\n## {order}\n\nLoad before: {load()}\n", flush=True)
        done = ran(run, options)
        print(done.stdout, end="", flush=True)
        if done.returncode:
            failed.append(order)
        elif found := goals_in(done.stdout):
            measured[order] = run, found
    figures = {(order, one.what, one.goal): [one] for order, (_, found) in measured.items() for one in found}
    try:
        for _ in range(options.runs - 1):
            for order, (run, _) in measured.items():
                done = ran(run, options)
                if done.returncode:
                    failed.append(order)
                for one in goals_in(done.stdout):
                    figures.setdefault((order, one.what, one.goal), []).append(one)
    except KeyboardInterrupt:
        print("\nInterrupted: the rest is of fewer runs.", file=sys.stderr)
    counts = sorted({len(runs) for runs in figures.values()}) or [0]
    of = f"Runs of each goal: {' to '.join(map(str, counts))}. Load at the end: {load()}."
    print(f"\n## Each goal with its worst figure\n\n{of}\n")
    print(goals(judged(order, runs) for (order, *_), runs in figures.items()))
    if left_out:
        print(f"\nLeft out: {'; '.join(left_out)}.")
    if failed:
        raise SystemExit(f"failed: {', '.join(failed)}")


def load() -> str:
    """How many processes wanted a core in the last one, five and fifteen minutes."""
    if not hasattr(os, "getloadavg"):
        return "unknown"
    return ", ".join(f"{part:.1f}" for part in os.getloadavg())


def ran(run: Run, options: argparse.Namespace) -> subprocess.CompletedProcess[str]:
    """A script run to its end; what it says of errors is seen at once."""
    return subprocess.run(command(run, options), stdout=subprocess.PIPE, encoding="utf-8", check=False)


def judged(order: str, runs: list[Goal]) -> Goal:
    """A goal that is met where every run met it, with the worst figure and the script that measures it."""
    least = worst(runs)
    return least._replace(what=f"`{order}`: {least.what}", met=all(one.met for one in runs))


def command(run: Run, options: argparse.Namespace) -> list[str]:
    """The command of a script, with all that it is told."""
    chosen = list(run.quick if options.quick else run.arguments)
    for option, name in (*run.given, *run.more):
        if value := getattr(options, name):
            chosen += [option, value] if option else [value]
    return [sys.executable, str(HERE / run.script), *chosen]


if __name__ == "__main__":
    main()
