"""The same bytes whatever optional packages are installed, and on every version of Python that is at hand."""

from __future__ import annotations

import glob
import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

DRAFT = (
    "Article 3(1) of the AI Act says: “AI system means a machine-based system that is designed to operate "
    "with varying levels of autonomy and that, for explicit or implicit objectives, deduces, from the input "
    "it receives, how to generate outputs that can influence physical or virtual environments.”\n"
)
COMMANDS = (
    "compare coe eu oecd --format json",
    "compare coe eu --format latex",
    "compare coe draft.md --format html",
    "diff us eu:de --format json",
    "diff eu coe --level char",
    "matrix --format json",
    "families --lang fr",
    "nearest eu --format json",
    "lineage eu --format json",
    "origins eu --format json",
    "verify draft.md --format json",
    "segment --method automatic --format json eu",
    "collate coe eu oecd",
    "review draft.md --format markdown",
    "list --format csv",
)
PICTURES = (
    "matrix --out m.svg",
    "lineage eu --out l.svg",
    "families --out f.png",
    "timeline autonomy --out t.pdf",
)
# Whose absence must not show; the others make a command say which of them it needs.
NOT_DRAWING = ("rapidfuzz", "pandas", "pyarrow", "pypdfium2", "openpyxl", "docx", "lxml")
HIDDEN = ("numpy", "matplotlib", *NOT_DRAWING)
_PROGRAM = """
import hashlib, io, json, sys
hidden, commands = json.loads(sys.argv[1]), json.loads(sys.argv[2])
sys.modules.update(dict.fromkeys(hidden))
from aidefs.cli.main import main
found = {}
for command in commands:
    sys.stdout = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    code = main(command.split())
    sys.stdout.flush()
    data = sys.stdout.buffer.getvalue()
    if "--out" in command:
        with open(command.split()[-1], "rb") as file:
            data = file.read()
    found[command] = [code, len(data), hashlib.sha256(data).hexdigest()]
sys.__stdout__.write(json.dumps(found))
"""


def outputs(
    folder: Path, commands: tuple[str, ...], *hidden: str, python: str = sys.executable
) -> dict[str, list[object]]:
    """Exit code, length and hash of what each command writes, in a process of its own."""
    folder.mkdir()
    (folder / "draft.md").write_text(DRAFT, encoding="utf-8")
    ours = os.pathsep.join([str(Path(__file__).parents[2] / "src"), sysconfig.get_path("purelib")])
    environment = {**os.environ, **({} if python == sys.executable else {"PYTHONPATH": ours})}
    done = subprocess.run(
        [python, "-c", _PROGRAM, json.dumps(hidden), json.dumps(commands)],
        cwd=folder, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: dict[str, list[object]] = json.loads(done.stdout)
    assert {code for code, _, _ in found.values()} <= {0, 1}
    return found


def others() -> list[str]:
    """Other versions of Python from 3.11 on: on the path, or such as pyenv has installed."""
    names = [shutil.which(f"python3.{minor}") for minor in range(11, 20)]
    names += sorted(glob.glob(os.path.expanduser("~/.pyenv/versions/3.1[1-9]*/bin/python3")))
    found = {}
    for name in filter(None, names):
        said = subprocess.run([name, "-c", "import sys; print(sys.version_info[:2])"], capture_output=True)
        if said.returncode == 0 and said.stdout.decode().strip() != str(sys.version_info[:2]):
            found.setdefault(said.stdout, name)
    return list(found.values())


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[object]]:
    """What the commands write with all that is installed."""
    return outputs(tmp_path_factory.mktemp("here") / "out", COMMANDS)


def test_without_any_optional_package(here: dict[str, list[object]], tmp_path: Path) -> None:
    assert outputs(tmp_path / "out", COMMANDS, *HIDDEN) == here


@pytest.mark.exhaustive
@pytest.mark.long
@pytest.mark.parametrize("package", HIDDEN)
def test_without_one_optional_package(package: str, here: dict[str, list[object]], tmp_path: Path) -> None:
    assert outputs(tmp_path / "out", COMMANDS, package) == here


@pytest.mark.exhaustive
def test_pictures_do_not_depend_on_packages_that_do_not_draw(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    first = outputs(tmp_path / "first", PICTURES)
    assert outputs(tmp_path / "second", PICTURES, *NOT_DRAWING) == first


@pytest.mark.exhaustive
@pytest.mark.long
@pytest.mark.parametrize("python", others() or [""])
def test_on_another_version_of_python(python: str, here: dict[str, list[object]], tmp_path: Path) -> None:
    """The other version has the packages that are pure Python, and none of the extras that are not."""
    if not python:
        pytest.skip("there is no other version of Python from 3.11 on")
    assert outputs(tmp_path / "out", COMMANDS, *HIDDEN, python=python) == here
