"""`aidefs mcp`: the tools for assistants."""

from __future__ import annotations

from aidefs.cli.console import read_library
from aidefs.cli.declare import command
from aidefs.cli.options import library_option

__all__ = ["COMMANDS"]


@command()
@library_option
def mcp(library: str | None) -> None:
    """Serve assistants: official wordings, comparisons, and a check of what they quote.

    Speaks the Model Context Protocol on standard input and output, so that it is a program that starts it;
    docs/mcp.md says what to write into the settings of which. Needs the extra mcp.

    \b
    Examples:
      aidefs mcp
      aidefs mcp --library my-definitions
    """
    from aidefs.web.mcp import serve

    serve(read_library(library))


COMMANDS = (mcp,)
