"""Everything that is measured of speed and memory, in one run: what `benchmarks/README.md` shows.

    python benchmarks/all.py [--quick] [--folder DOCUMENTS] > measured.md

The scripts are run one after the other, each in a process of its own, on a machine that should do nothing
else; their output is Markdown, with each goal beside what was measured. A folder (or JSON lines) of documents
of one's own is what the search for quotations is timed on besides.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent

# Script, its arguments, and those of a quick run.
RUNS: tuple[tuple[str, list[str], list[str]], ...] = (
    ("startup.py", [], ["--rounds", "3"]),
    ("library.py", [], []),
    ("diff.py", ["--rounds", "15"], ["--rounds", "3"]),
    ("long.py", ["--repeat", "5"], ["--repeat", "1"]),
    ("linear.py", [], ["--repeat", "1"]),
    ("many.py", [], ["--rounds", "1", "--largest", "5000"]),
    ("segmentation.py", ["--speed"], ["--speed", "--rounds", "1"]),
    ("quotations.py", ["--speed"], ["--speed", "--rounds", "1"]),
    ("verify.py", [], []),
    ("collation.py", [], []),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="Fewer rounds, to see whether all runs.")
    parser.add_argument("--folder", metavar="DOCUMENTS", help="For the search for quotations.")
    options = parser.parse_args()
    failed = []
    for script, arguments, quick in RUNS:
        chosen = quick if options.quick else arguments
        if script == "quotations.py" and options.folder:
            chosen = [*chosen, "--folder", options.folder]
        load = (
            ", ".join(f"{part:.1f}" for part in os.getloadavg()) if hasattr(os, "getloadavg") else "unknown"
        )
        print(
            f"\n## {script} {' '.join(quick if options.quick else arguments)}\n\nLoad before: {load}\n",
            flush=True,
        )
        if subprocess.run([sys.executable, str(HERE / script), *chosen], check=False).returncode:
            failed.append(script)
    if failed:
        raise SystemExit(f"failed: {', '.join(failed)}")


if __name__ == "__main__":
    main()
