"""`python -m aidefs`, and the `aidefs` command."""

import sys


def run() -> None:
    """Run the command line and leave with its exit code."""
    from aidefs.cli.main import main

    sys.exit(main())


if __name__ == "__main__":
    run()
