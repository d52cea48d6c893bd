"""What is loaded when: the package starts light, and a command loads what it needs and no more."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMANDS = Path(__file__).parents[2] / "src" / "aidefs" / "cli"

# Other packages that only some results need, and what takes long to import.
HEAVY = ("nltk", "rich", "tabulate", "numpy", "pandas", "matplotlib", "docx", "openpyxl", "pyarrow")
TEXT = "“AI tool” means software that learns from data and generates recommendations for its users"


def loaded(code: str, *modules: str) -> list[str]:
    """Which of the modules a fresh interpreter has loaded after running the code."""
    last = f"import sys; print(*[m for m in {modules!r} if m in sys.modules], file=sys.stderr)"
    # A measurement of coverage would load modules of its own.
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{last}"], capture_output=True, text=True, check=True, env=unmeasured
    )
    return done.stderr.split()


def called(arguments: list[str]) -> str:
    """The code that calls a command."""
    return f"from aidefs.cli.main import main; assert main({arguments!r}) == 0"


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert loaded("import aidefs", *HEAVY, "click", "tomllib", "aidefs.library.library") == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["list"],
        ["show", "eu"],
        ["elements"],
        ["compare", "coe", "eu"],
        ["diff", "coe", "eu"],
        ["segment", "eu"],
        ["cite", "eu"],
        ["search", "levels of autonomy"],
    ],
    ids=" ".join,
)
def test_commands_on_stored_definitions_load_nothing_heavy(arguments: list[str]) -> None:
    assert loaded(called(arguments), *HEAVY) == []


@pytest.mark.parametrize(
    ("command", "module"),
    [("compare coe eu", "compare"), ("list", "collection"), ("lineage eu", "survey"), ("verify", "verify")],
)
def test_a_command_loads_no_commands_but_those_beside_it(command: str, module: str, tmp_path: Path) -> None:
    arguments = command.split()
    if module == "verify":
        page = tmp_path / "page.txt"
        page.write_text("words of a page", encoding="utf-8")
        arguments.append(str(page))
    code = called(arguments)
    homes = ("collection", "compare", "survey", "verify")
    assert {f"{name}.py" for name in homes} <= {path.name for path in COMMANDS.iterdir()}
    assert loaded(code, *(f"aidefs.cli.{name}" for name in homes)) == [f"aidefs.cli.{module}"]


@pytest.mark.parametrize(
    "line",
    ["list", "show eu", "compare coe eu", "diff coe eu", "lineage eu", "verify page.md", "segment --text"],
)
def test_a_plain_line_is_read_without_click(line: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"{TEXT}.", encoding="utf-8")
    arguments = [str(page) if word == page.name else word for word in line.split()]
    arguments += [TEXT] * (arguments[-1] == "--text")
    assert loaded(called(arguments), "click", "inspect", "dataclasses", "threading") == []


# Not plain, so that click reads it.
BY_CLICK = (
    "import sys; sys.argv = ['aidefs', 'compare', 'coe', 'eu', '--format=text']\n"
    "from aidefs.__main__ import run\ntry: run()\nexcept SystemExit: pass"
)


def test_the_command_line_executes_no_inspect() -> None:
    assert loaded(BY_CLICK, "ast") == []  # which inspect imports
    assert loaded(f"{BY_CLICK}\nimport inspect; inspect.cleandoc('')", "ast") == ["ast"]
    assert loaded(f"{BY_CLICK}\nfrom inspect import signature; signature(run)", "ast") == ["ast"]


def test_the_command_line_executes_no_uuid() -> None:
    assert loaded(BY_CLICK, "platform", "dataclasses") == []  # the first is what uuid imports
    later = "import click, uuid; assert click.UUID.convert('0' * 32, None, None) == uuid.UUID(int=0)"
    assert loaded(f"{BY_CLICK}\n{later}", "platform") == ["platform"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["compare", "eu", "--text", TEXT],
        ["diff", "eu", "--text", TEXT],
        ["table", "eu", "--text", TEXT],
        ["segment", "--text", TEXT],
        ["nearest", "--text", TEXT],
        ["coverage", "eu"],
        ["origins", "eu"],
        ["collate", "eu", "--text", TEXT],
        ["matrix", "coe", "eu"],
        ["families"],
        ["timeline", "adaptiveness"],
        ["lineage", "eu"],
        ["check"],
        ["verify", "page.md"],
    ],
    ids=" ".join,
)
def test_no_command_on_a_text_loads_nltk(arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(f"The Act says: {TEXT}.\n", encoding="utf-8")
    code = f"import os; os.chdir({str(tmp_path)!r})\n{called(arguments)}"
    assert loaded(code, "nltk") == []
