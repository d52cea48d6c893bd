"""Pages of reference that the program itself knows best: its commands, its Python names, its rules.

`write_reference(folder)` writes them anew each time the site is built; none is kept in the repository.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import FunctionType

import click

import aidefs
from aidefs.cli.group import cli
from aidefs.errors import AidefsError
from aidefs.library.rules import RULES
from aidefs.library.taxonomy import Taxonomy

__all__ = ["commands", "parts", "write_reference"]

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

    of_results = "\n".join(f".. autoclass:: {one}\n   :members:\n" for one in parts())
    yield f"## Parts of results\n\nWhat the attributes of results hold.\n\n```{{eval-rst}}\n{of_results}```\n"


def parts() -> list[str]:
    """Classes of which the types of public functions and attributes speak, and of which those do."""
    public = [getattr(aidefs, name) for name in aidefs.__all__]
    found: dict[object, str] = {}
    open_ones = [one for one in public if inspect.isclass(one) or inspect.isfunction(one)]
    while open_ones:
        for one in _annotated(open_ones.pop()):
            if one not in public and one not in found:
                found[one] = f"{one.__module__}.{one.__qualname__}"
                open_ones.append(one)
    return sorted(found.values(), key=lambda name: name.rpartition(".")[2])


def _annotated(one: type | FunctionType) -> Iterator[type]:
    """The classes of aidefs of which the annotations of a function, or of a class and its methods, speak."""
    hints = [{name: hint for name, hint in getattr(one, "__annotations__", {}).items() if name[:1] != "_"}]
    for name, value in vars(one).items() if inspect.isclass(one) else ():
        function = next((f for part in _WRAPPED if (f := getattr(value, part, None))), value)
        if inspect.isfunction(function) and name[:1] != "_":
            hints.append(function.__annotations__)
    spoken = {word for hint in hints for value in hint.values() for word in re.findall(r"\w+", str(value))}
    known = _names_in(one.__module__)
    for word in sorted(spoken):
        value = known.get(word)
        if inspect.isclass(value) and value.__module__.startswith("aidefs."):
            yield value


_WRAPPED = ("fget", "func", "__func__")  # of a property, of one that is kept, of a method of a class


@cache
def _names_in(module: str) -> dict[str, object]:
    """What the names in a module stand for, those too that it imports for its types alone."""
    names: dict[str, object] = dict(vars(sys.modules[module]))
    for node in ast.walk(ast.parse(inspect.getsource(sys.modules[module]))):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            for line in node.body:
                if isinstance(line, ast.ImportFrom) and str(line.module).startswith("aidefs"):
                    taken = import_module(str(line.module))
                    names |= {one.asname or one.name: getattr(taken, one.name) for one in line.names}
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
