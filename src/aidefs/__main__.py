"""`python -m aidefs`, and the `aidefs` command."""

import gc
import sys

_ALLOCATIONS = 200_000


def run() -> None:
    """Run the command line and leave with its exit code."""
    # Nothing that a start makes is garbage, nor is it worth a last search for some at the end.
    gc.set_threshold(_ALLOCATIONS)
    from aidefs.cli.main import main

    code = main()
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    run()
