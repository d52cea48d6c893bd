"""Pages of reference that the program itself knows best: its commands, its Python names, its files.

`write_reference(folder)` writes them anew each time the site is built; none of them is kept in the repository.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path

import click

import aidefs
from aidefs.cli.main import cli
from aidefs.errors import AidefsError
from aidefs.library.rules import RULES
from aidefs.library.taxonomy import Taxonomy

__all__ = ["commands", "write_reference"]

_SUBJECTS = {
    "alignment": "Redlines and collations",
    "comparison": "Comparison and tables",
    "drafting": "Drafts",
    "errors": "Errors",
    "library": "The collection",
    "output": "Exports",
    "quotations": "Quotations",
    "segmentation": "Elements of a text",
    "survey": "Surveys",
    "text": "Words",
}


def commands() -> dict[str, click.Command]:
    """The commands by name, in the order of the help."""
    context = click.Context(cli)
    found = {name: cli.get_command(context, name) for name in cli.list_commands(context)}
    return {name: command for name, command in found.items() if command is not None}


def write_reference(folder: Path) -> None:
    """Write the pages into a folder, which is made."""
    folder.mkdir(exist_ok=True)
    pages = {"commands": _commands, "python": _python, "records": _records}
    for name, lines in pages.items():
        text = "\n".join(lines()) + "\n"
        file = folder / f"{name}.md"
        if not file.exists() or file.read_text("utf-8") != text:  # else all is built anew each time
            file.write_text(text, "utf-8")


def _commands() -> Iterator[str]:
    yield from (
        "# Commands",
        "",
        "What `aidefs COMMAND --help` says of each. [The command line](../command-line.md) explains",
    )
    yield from (
        "names, files, formats and filters, which all commands share.",
        "",
        "## aidefs",
        "",
        "```text",
    )
    yield from (click.Context(cli, info_name="aidefs").get_help(), "```", "")
    for name, command in commands().items():
        with click.Context(command, info_name=f"aidefs {name}", max_content_width=100) as context:
            yield from (f"## {name}", "", "```text", command.get_help(context), "```", "")
    yield from ("## Exit codes", "", "| code | meaning |", "|---|---|", "| 0 | fine |")
    yield "| 1 | a check found faults (`check`, `verify`), or texts differ (`diff --exit-code`) |"
    yield "| 2 | wrong usage, an unknown name, input that cannot be read, or a fault of the program itself |"


def _python() -> Iterator[str]:
    yield from (
        "# Python",
        "",
        "Everything public is imported from `aidefs`; each name is loaded when it is first used.",
        "",
    )
    by_room: dict[str, list[str]] = {}
    for name in aidefs.__all__:
        value = getattr(aidefs, name)
        room = getattr(value, "__module__", "aidefs").split(".")[1:2]
        if room:
            by_room.setdefault(room[0], []).append(name)
    for room, names in sorted(by_room.items(), key=lambda one: _SUBJECTS.get(one[0], one[0])):
        yield from (f"## {_SUBJECTS.get(room, room)}", "", "```{eval-rst}")
        for name in sorted(names, key=lambda one: (one[0].isupper(), one)):
            value = getattr(aidefs, name)
            if not inspect.isclass(value):
                yield f".. autofunction:: aidefs.{name}"
            elif issubclass(value, AidefsError):
                yield from (f".. autoexception:: aidefs.{name}", "   :members:")
            else:
                yield from (
                    f".. autoclass:: aidefs.{name}",
                    "   :members:",
                    "   :exclude-members: __init__, __new__",
                )
            yield ""
        yield from ("```", "")


def _records() -> Iterator[str]:
    yield from ("# Records, rules and elements", "", "The keys of a record, one by one, stand in")
    yield from ("[Adding a definition](../../CONTRIBUTING.md).", "", "## Rules of `aidefs check`", "")
    yield from (
        "The code stands in brackets behind each fault.",
        "",
        "| code | what it demands |",
        "|---|---|",
    )
    for code, demand in RULES.items():
        yield f"| `{code}` | {demand} |"
    yield from ("", "## Elements of an AI system", "", "| id | name | question |", "|---|---|---|")
    for element in Taxonomy.shipped().values():
        yield f"| `{element.id}` | {element.label} | {element.asks} |"
