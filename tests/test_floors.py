"""Floors: a module imports from its own floor and from those below, and the core imports nothing heavy."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import aidefs

SOURCE = Path(__file__).parents[1] / "src" / "aidefs"

# From low to high. `render.clean` stands low, because it knows no format and is about any text.
# A new module fails the test until it gets a floor here.
FLOORS = (
    "errors languages model result tidy",
    "compiled store reading vocabulary rules names records filters pieces fields elements schema links "
    "readers readers.archives readers.docx readers.encodings readers.epub readers.flow readers.hypertext "
    "readers.limits readers.notebook readers.odt readers.pdf readers.pdf_worker readers.plain readers.record "
    "readers.running readers.tex readers.texsigns "
    "checks library taxonomy describe hits phrasebook render.clean tokens columns cues",
    "references citations",
    "engine cleanup opcodes edits letters redline facets items segmentation clauses grammar frames "
    "phrases witnesses scoring decode automatic openers scores structure concordance resources "
    "wordings subsequences clusters variants passages",
    "comparison findings align element_table chains listing "
    "similarities closest presence chronology collapse apparatus collation drafting ancestry",
    "quotations quotations.attribution quotations.candidates quotations.chains quotations.ellipses "
    "quotations.extents quotations.find quotations.index quotations.naming quotations.passages "
    "quotations.quotation quotations.reading quotations.rivals quotations.spacing quotations.wordings",
    "corrections verification",
    "tables present present.dispatch present.words present.lists present.comparison present.definition "
    "present.redline present.search present.segmentation present.sources present.table "
    "present.presence present.similarity present.collation present.lineage present.verification render.graph",
    "pictures pictures.canvas pictures.dendrogram pictures.dispatch pictures.families pictures.heatmap "
    "pictures.layers pictures.lineage pictures.timeline "
    "render render.archive render.bundle render.files render.frame render.grid render.html "
    "render.html.inline render.html.style render.html.table render.json render.keyword render.latex "
    "render.latex.columns render.latex.escape render.latex.inline render.latex.languages "
    "render.latex.preamble render.latex.table render.markdown render.names render.notes render.options "
    "render.panels render.pandoc render.plain render.text render.mermaid render.dot render.tei "
    "render.reledmac "
    "render.docx render.docx.changes render.docx.frame render.docx.languages render.docx.names "
    "render.docx.notes render.docx.runs render.docx.styles render.docx.table render.docx.widths "
    "render.docx.writer render.docx.xml render.xlsx render.xlsx.text render.xlsx.workbook",
    "exports api many history sarif __init__",
    "console output options commands_collection commands_compare commands_history commands_many "
    "commands_verify cli __main__",
)
FLOOR = {module: number for number, modules in enumerate(FLOORS) for module in modules.split()}
CORE = 5  # the highest floor that knows nothing of tables and formats

# What is not in the standard library, and who may import it.
THIRD_PARTY = {
    "diff_match_patch": {"engine"},
    "fast_diff_match_patch": {"engine"},
    "nltk": {"clauses", "witnesses"},
    "tabulate": {"render.grid"},
    "wcwidth": {"render.grid"},
    "click": {
        "cli",
        "commands_collection",
        "commands_compare",
        "commands_history",
        "commands_many",
        "commands_verify",
        "options",
    },
    "rich": {"output"},
    "rapidfuzz": {"subsequences"},
    "pyarrow": {"render.bundle"},
    "pandas": {"render.frame"},
    "matplotlib": {"pictures.canvas", "pictures.heatmap", "pictures.lineage"},
    "docx": {"render.docx", "render.docx.frame", "render.docx.notes", "render.docx.xml"},
    "lxml": {"render.docx.notes"},  # which python-docx stands on
    "openpyxl": {"render.xlsx", "render.xlsx.text", "render.xlsx.workbook"},
    "pypdfium2": {"readers.pdf_worker"},
}
# These find modules of higher floors by name when they are called; everything else is seen by `imports`.
BY_NAME = {"cli", "library", "model", "result", "__init__", "pictures", "present", "readers", "render"}


def module_name(path: Path) -> str:
    parts = list(path.relative_to(SOURCE).with_suffix("").parts)
    if parts[-1] == "__init__" and len(parts) > 1:
        parts.pop()
    return ".".join(parts)


MODULES = {module_name(path): path for path in sorted(SOURCE.rglob("*.py"))}


def tree_of(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


def imports(module: str) -> Iterator[str]:
    """Every absolute name that a module imports, wherever in the file, types included."""
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative imports hide their floor"
            assert node.module
            for alias in node.names:
                name = f"{node.module}.{alias.name}"
                yield name if name.removeprefix("aidefs.") in MODULES else node.module


def own(module: str) -> set[str]:
    """The modules of the package that a module imports."""
    names = {name for name in imports(module) if name.split(".")[0] == "aidefs"}
    return {"__init__" if name == "aidefs" else name.removeprefix("aidefs.") for name in names}


def test_every_module_has_a_floor_and_no_floor_is_stale() -> None:
    assert sorted(MODULES) == sorted(FLOOR)


@pytest.mark.parametrize("module", MODULES)
def test_no_import_points_up(module: str) -> None:
    assert {name for name in own(module) if FLOOR[name] > FLOOR[module]} == set()


def test_no_module_has_the_name_of_a_public_function() -> None:
    """The import of such a module would put it in the place of the function: `aidefs.nearest`."""
    assert {module.split(".")[0] for module in MODULES} & set(aidefs.__all__) == set()


def test_the_scan_sees_imports() -> None:
    assert {"tokens", "engine"} <= own("cleanup")
    assert "grammar" in own("scoring") and "__init__" in own("cli")
    assert sum(len(own(module)) for module in MODULES) > 100


@pytest.mark.parametrize("module", MODULES)
def test_only_few_modules_import_by_name(module: str) -> None:
    names = {node.id for node in ast.walk(tree_of(module)) if isinstance(node, ast.Name)}
    assert ("import_module" in names or "__import__" in names) == (module in BY_NAME)


@pytest.mark.parametrize("module", MODULES)
def test_third_party_imports_stay_where_they_are(module: str) -> None:
    foreign = {name.split(".")[0] for name in imports(module)} - sys.stdlib_module_names - {"aidefs"}
    assert {name for name in foreign if module not in THIRD_PARTY.get(name, ())} == set()


@pytest.mark.parametrize("module", [module for module, floor in FLOOR.items() if floor <= CORE])
def test_the_core_imports_no_tables_plots_and_documents(module: str) -> None:
    heavy = {"pandas", "pyarrow", "matplotlib", "docx", "numpy", "tabulate", "rich", "click", "wcwidth"}
    assert heavy.isdisjoint(name.split(".")[0] for name in imports(module))


# --- what is loaded ---------------------------------------------------------------------------


def loaded(code: str, *modules: str) -> list[str]:
    """Which of the modules a fresh interpreter has loaded after running the code."""
    last = f"import sys; print(*[m for m in {modules!r} if m in sys.modules], file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{last}"], capture_output=True, text=True, check=True
    )
    return done.stderr.split()


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert loaded("import aidefs", "nltk", "click", "rich", "tabulate", "tomllib", "aidefs.library") == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["compare", "coe", "eu"],
        ["list"],
        ["show", "eu"],
        ["diff", "coe", "eu"],
        ["segment", "eu"],
        ["cite", "eu"],
        ["search", "levels of autonomy"],
        ["--help"],
    ],
)
def test_commands_that_need_no_segmenter_do_not_load_nltk(arguments: list[str]) -> None:
    code = f"from aidefs.cli import main; assert main({arguments!r}) == 0"
    assert loaded(code, "nltk", "pandas", "matplotlib", "docx", "pyarrow") == []


@pytest.mark.parametrize(("command", "module"), [("compare coe eu", "compare"), ("list", "collection")])
def test_a_command_loads_no_commands_but_those_beside_it(command: str, module: str) -> None:
    code = f"from aidefs.cli import main; assert main({command.split()!r}) == 0"
    modules = [name for name in MODULES if name.startswith("commands_")]
    assert loaded(code, *(f"aidefs.{name}" for name in modules)) == [f"aidefs.commands_{module}"]


def test_the_segmenter_is_where_nltk_comes_in() -> None:
    code = "import aidefs; aidefs.segment('eu', method='automatic')"
    assert loaded(code, "nltk") == ["nltk"]
