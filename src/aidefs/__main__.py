"""`python -m aidefs`, and the `aidefs` command."""

import gc
import sys

_ALLOCATIONS = 200_000


def run() -> None:
    """Run the command line and leave with its exit code."""
    # Nothing that a start makes is garbage, nor is it worth a last search for some at the end.
    gc.set_threshold(_ALLOCATIONS)
    from aidefs.modules import forget, put_off

    put_off("inspect")
    put_off("uuid", "UUID")  # click has a type of parameters of that class, which no command uses
    from aidefs.cli.main import main

    forget("uuid", "UUID")

    code = main()
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    run()
