"""The commands by name, each in a module that is imported when one of its commands is called."""

from __future__ import annotations

from aidefs.cli.declare import Command

__all__ = ["HOME", "command_of"]

# In the order of the help, by the module that has them in its COMMANDS.
_HOMES = {
    "compare": ("compare", "diff", "table", "segment", "agreement"),
    "review": ("review",),
    "survey": (
        "matrix",
        "families",
        "nearest",
        "coverage",
        "timeline",
        "formulas",
        "lineage",
        "origins",
        "collate",
    ),
    "collection": (
        "list",
        "terms",
        "collection",
        "search",
        "show",
        "cite",
        "export",
        "elements",
        "glossary",
        "check",
        "changes",
    ),
    "verify": ("verify",),
    "mcp": ("mcp",),
    "extract": ("extract",),
    "corpus": ("corpus", "spread"),
    "explorer": ("serve", "site"),
}
HOME = {name: module for module, names in _HOMES.items() for name in names}
"""The module of each command, in the order of the help."""


def command_of(name: str) -> Command:
    """A command.

    Args:
        name: One of `HOME`.
    """
    return next(command for command in _commands(HOME[name]) if command.name == name)


def _commands(home: str) -> tuple[Command, ...]:
    match home:
        case "compare":
            from aidefs.cli import compare

            return compare.COMMANDS
        case "review":
            from aidefs.cli import review

            return review.COMMANDS
        case "survey":
            from aidefs.cli import survey

            return survey.COMMANDS
        case "explorer":
            from aidefs.cli import explorer

            return explorer.COMMANDS
        case "collection":
            from aidefs.cli import collection

            return collection.COMMANDS
        case "mcp":
            from aidefs.cli import mcp

            return mcp.COMMANDS
        case "extract":
            from aidefs.cli import extract

            return extract.COMMANDS
        case "corpus":
            from aidefs.cli import corpus

            return corpus.COMMANDS
        case _:
            from aidefs.cli import verify

            return verify.COMMANDS
