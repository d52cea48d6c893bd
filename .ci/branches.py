"""The share of the branches of src/aidefs that the tests take; fails below `LEAST`.

    python .ci/branches.py [DATA]

DATA is what `pytest --cov` has written, .coverage by default. The total of `coverage report` counts lines as
well, of which there are four times as many.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from coverage import Coverage

SHOWN = 10  # files with most branches left
# Percent. 95.1 were measured, without what other processes take and without tests of random inputs; how far
# a slow test gets while it is measured (tests/conftest.py) depends on the machine.
LEAST = 94.0


def main(data: str = ".coverage") -> int:
    measured = Coverage(data_file=data)
    measured.load()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "coverage.json")
        measured.json_report(outfile=str(report))
        found = json.loads(report.read_text(encoding="utf-8"))
    left = {name: file["summary"]["missing_branches"] for name, file in found["files"].items()}
    for name in sorted(left, key=lambda name: -left[name])[:SHOWN]:
        print(f"{left[name]:5} branches left in {name}")
    total = found["totals"]
    share = 100 * total["covered_branches"] / total["num_branches"]
    print(f"Branches taken: {share:.2f} % of {total['num_branches']}; {LEAST:g} % are asked for.")
    return int(share < LEAST)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
