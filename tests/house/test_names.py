"""Names: the public ones stand in three lists that agree, and no name has two meanings."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

import aidefs

SOURCE = Path(__file__).parents[2] / "src" / "aidefs"
TREES = {path.relative_to(SOURCE).as_posix(): ast.parse(path.read_bytes()) for path in SOURCE.rglob("*.py")}


# --- the public names -------------------------------------------------------------------------


def for_types() -> dict[str, str]:
    """The public names that the package imports for type checkers alone, each with its module."""
    (block,) = (
        node
        for node in TREES["__init__.py"].body
        if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING"
    )
    return {
        alias.asname or alias.name: node.module or ""
        for node in block.body
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("aidefs.")
        for alias in node.names
    }


def test_what_is_imported_late_is_what_type_checkers_see() -> None:
    assert for_types() == aidefs._HOME


def test_what_is_public_is_what_can_be_imported() -> None:
    assert {*aidefs._HOME, "__version__"} == set(aidefs.__all__)
    assert sum(len(names) for names in aidefs._HOMES.values()) == len(aidefs._HOME), "a name has two homes"


def test_every_public_name_is_at_home_where_it_is_said_to_be() -> None:
    for name, module in aidefs._HOME.items():
        tree = TREES[module.removeprefix("aidefs.").replace(".", "/") + ".py"]
        own = {node.name for node in tree.body if isinstance(node, ast.ClassDef | ast.FunctionDef)}
        assert name in own, f"{name} is not defined in {module}"
        assert getattr(aidefs, name).__module__ == module


def test_no_room_hides_a_public_function() -> None:
    """A module stands in the place of a public name of its own name as soon as anything imports it."""
    assert {place.split("/")[0].removesuffix(".py") for place in TREES}.isdisjoint(aidefs.__all__)


# --- one name for one thing -------------------------------------------------------------------


def classes() -> dict[str, list[str]]:
    """The places of each class by its name without underscores in front."""
    found = defaultdict(list)
    for place, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                found[node.name.lstrip("_")].append(f"{place}:{node.lineno}")
    return found


def test_no_class_name_has_two_meanings() -> None:
    double = {name: places for name, places in classes().items() if len(places) > 1}
    assert double == {}


def test_no_function_is_nameless() -> None:
    """`_` hides what a function does, and is read as a translation."""
    found = {
        place
        for place, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name == "_"
    }
    assert found == set()
