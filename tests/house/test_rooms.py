"""Rooms: the directions of design that ARCHITECTURE.md draws, proved from the code's own imports.

A room imports only from rooms on lines above its own. Imports under `TYPE_CHECKING` and inside functions
count like all others; nothing is exempt because it happens late.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "aidefs"

# From the ground up. Rooms on one line do not import each other.
LINES = (
    "classes modules patterns version",
    "errors results",
    "text readers",
    "library formats",
    "alignment segmentation",
    "comparison survey quotations provisions",
    "drafting corpora",
    "output",
    "web",
    "cli __init__",
    "__main__",
)
LINE = {room: number for number, rooms in enumerate(LINES) for room in rooms.split()}

# The only modules that import by a string: the public names and the port, the formats and the stemmers chosen
# by name.
BY_NAME = {"__init__", "output.render", "segmentation.exemplars"}

# What is not in the standard library, and the one place of each.
THIRD_PARTY = {
    "citeproc": ("library.legal_styles",),
    "click": ("cli",),
    "cryptography": ("corpora.engines",),
    "dask": ("corpora.engines",),
    "diff_match_patch": ("alignment.letters",),
    "distributed": ("corpora.engines",),
    "docx": ("formats.docx",),
    "jinja2": ("web.pages",),
    "lxml": ("formats.docx",),  # which python-docx stands on
    "markupsafe": ("web.pages",),  # which Jinja2 stands on
    "matplotlib": ("output.pictures",),
    "nltk": ("segmentation.agreement", "survey.formulas"),
    "mcp": ("web.mcp",),
    "mcp_types": ("web.mcp",),  # which comes with mcp
    "numpy": ("quotations.signs", "survey.clustering", "survey.lcs"),
    "openpyxl": ("formats.xlsx",),
    "pandas": ("output.frame",),
    "pyarrow": ("corpora.tables", "output.export"),
    "pypdfium2": ("readers.pdf_worker",),
    "rapidfuzz": ("alignment.engine", "survey.lcs"),
    "tabulate": ("formats.tabulated",),
    "waitress": ("web.server",),
    "warcio": ("corpora.sources",),
    "wcwidth": ("text.visible",),
    "weasyprint": ("formats.pdf",),
    "werkzeug": ("web",),
}


def module_name(path: Path) -> str:
    name = path.relative_to(SOURCE).with_suffix("").as_posix().replace("/", ".")
    return name.removesuffix(".__init__")


MODULES = {module_name(path): ast.parse(path.read_bytes()) for path in sorted(SOURCE.rglob("*.py"))}


def imports(module: str) -> Iterator[str]:
    """Every name that a module imports, wherever in the file, types included."""
    for node in ast.walk(MODULES[module]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0 and node.module, f"{module}: relative imports hide their room"
            for alias in node.names:
                name = f"{node.module}.{alias.name}"
                yield name if name.removeprefix("aidefs.") in MODULES else node.module


def own(module: str) -> set[str]:
    """The modules of the package that a module imports."""
    names = {name for name in imports(module) if name.split(".")[0] == "aidefs"}
    return {"__init__" if name == "aidefs" else name.removeprefix("aidefs.") for name in names}


def room(module: str) -> str:
    return module.split(".")[0]


def test_every_module_stands_in_a_room() -> None:
    assert {room(module) for module in MODULES} <= set(LINE)


def test_no_import_points_up_or_sideways() -> None:
    wrong = {
        f"{module} imports {name}"
        for module in MODULES
        for name in own(module)
        if room(module) != room(name) and LINE[room(name)] >= LINE[room(module)]
    }
    assert wrong == set()


def test_no_circle_of_modules() -> None:
    left = {module: own(module) - {module} for module in MODULES}
    while free := [module for module, needs in left.items() if not needs & left.keys()]:
        for module in free:
            del left[module]
    assert sorted(left) == []


def test_modules_are_imported_by_a_string_in_one_place() -> None:
    wanted = {"import_module", "__import__"}
    found = {
        module
        for module, tree in MODULES.items()
        if wanted & {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    }
    assert found == BY_NAME


def test_other_packages_stay_in_their_places() -> None:
    known = sys.stdlib_module_names | {"aidefs"}
    for module in MODULES:
        for name in {name.split(".")[0] for name in imports(module)} - known:
            places = THIRD_PARTY.get(name, ())
            assert any(f"{module}.".startswith(f"{place}.") for place in places), f"{module} imports {name}"
