"""Pages of reference that the program itself knows best: its commands, its Python names, its rules.

`write_reference(folder)` writes them anew each time the site is built; none is kept in the repository.
"""

from __future__ import annotations

import inspect
import re
import sys
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


_COMMANDS = """# Commands

What `aidefs COMMAND --help` says of each. [The command line](../command-line.md) explains names, files,
formats and filters, which the commands share.
"""
_CODES = """## Exit codes

| code | meaning |
|---|---|
| 0 | fine |
| 1 | a check found faults (`check`, `verify`), or texts differ (`diff --exit-code`) |
| 2 | wrong usage, an unknown name, input that cannot be read, or a fault of the program itself |
"""


def _commands() -> Iterator[str]:
    yield _COMMANDS
    yield _help("aidefs", cli)
    for name, command in commands().items():
        yield _help(name, command)
    yield _CODES


def _help(name: str, command: click.Command) -> str:
    called = name if command is cli else f"aidefs {name}"
    with click.Context(command, info_name=called, max_content_width=100) as context:
        return f"## {name}\n\n```text\n{command.get_help(context)}\n```\n"


def _python() -> Iterator[str]:
    yield "# Python\n\nEverything public is imported from `aidefs`; a name is loaded when it is first used.\n"
    by_room: dict[str, list[str]] = {}
    for name in aidefs.__all__:
        room = getattr(getattr(aidefs, name), "__module__", "aidefs").split(".")[1:2]
        if room:
            by_room.setdefault(room[0], []).append(name)
    for room, names in sorted(by_room.items(), key=lambda one: _SUBJECTS.get(one[0], one[0])):
        each = sorted(names, key=lambda one: (one[0].isupper(), one))  # functions before classes
        documented = "\n".join(map(_documented, each))
        yield f"## {_SUBJECTS.get(room, room)}\n\n```{{eval-rst}}\n{documented}```\n"

    parts = "\n".join(f".. autoclass:: {one}\n   :members:\n" for one in _parts())
    yield f"## Parts of results\n\nWhat the attributes of results hold.\n\n```{{eval-rst}}\n{parts}```\n"


def _parts() -> list[str]:
    """Classes that attributes of public classes hold, and attributes of those, with their modules."""
    public = {value for name in aidefs.__all__ if inspect.isclass(value := getattr(aidefs, name))}
    found: dict[type, str] = {}
    open_classes = list(public)
    while open_classes:
        for name in _annotated(open_classes.pop()):
            module, _, last = name.rpartition(".")
            value = getattr(sys.modules.get(module), last, None)
            if inspect.isclass(value) and value not in public and value not in found:
                found[value] = name
                open_classes.append(value)
    return sorted(found.values(), key=lambda name: name.rpartition(".")[2])


def _annotated(one: type) -> set[str]:
    """The names of the classes of aidefs that the annotations of a class and of its methods speak of."""
    names = set()
    hints = [getattr(one, "__annotations__", {})]
    for value in vars(one).values():
        function = value.fget if isinstance(value, property) else getattr(value, "__func__", value)
        if inspect.isfunction(function) and not function.__name__.startswith("_"):
            hints.append(function.__annotations__)
    spoken = {word for hint in hints for value in hint.values() for word in re.findall(r"\w+", str(value))}
    module = sys.modules[one.__module__]
    for word in spoken:
        value = getattr(module, word, None)
        if inspect.isclass(value) and value.__module__.startswith("aidefs."):
            names.add(f"{value.__module__}.{value.__qualname__}")
    return names


def _documented(name: str) -> str:
    value = getattr(aidefs, name)
    if not inspect.isclass(value):
        return f".. autofunction:: aidefs.{name}\n"
    if issubclass(value, AidefsError):
        return f".. autoexception:: aidefs.{name}\n   :members:\n"
    return f".. autoclass:: aidefs.{name}\n   :members:\n   :exclude-members: __init__, __new__\n"


_RECORDS = """# Records, rules and elements

The keys of a record, one by one, stand in [Adding a definition](../../CONTRIBUTING.md).

## Rules of `aidefs check`

The code stands in brackets behind each fault.

| code | what it demands |
|---|---|"""
_ELEMENTS = """
## Elements of an AI system

| id | name | question |
|---|---|---|"""


def _records() -> Iterator[str]:
    yield _RECORDS
    yield from (f"| `{code}` | {demand} |" for code, demand in RULES.items())
    yield _ELEMENTS
    yield from (f"| `{one.id}` | {one.label} | {one.asks} |" for one in Taxonomy.shipped().values())
