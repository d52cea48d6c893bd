"""What is installed: the sdist, the wheel made of it, and a clean environment with that wheel.

The package is built once, without network: `hatchling` and `build` are those of the test environment, and
the clean environment borrows its libraries. That the declared dependencies suffice is seen by `.ci/run`.
"""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import aidefs
from aidefs.library.compiled import COMPILED, DERIVED, Compiled
from aidefs.library.fields import Field
from aidefs.library.records import GROUNDS, KINDS, LEGAL_FORCES, SCHEMES, STATES, STATUSES
from aidefs.library.schema import DEFINITION
from aidefs.patterns import PATTERNS, table_of

pytest.importorskip("build", reason="the package cannot be built without build")
pytest.importorskip("hatchling", reason="the package cannot be built without hatchling")

ROOT = Path(__file__).resolve().parents[2]
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
DEFINITIONS = sorted((ROOT / "data" / "definitions").glob("*.toml"))
OF_TERMS = sorted((ROOT / "data" / "definitions").glob("*/*.toml"))
TERMS = sorted((ROOT / "data" / "terms").glob("*.toml"))
VERSIONS = sorted((ROOT / "data" / "versions").glob("*.toml"))
SEGMENTATION = sorted((ROOT / "data" / "segmentation").glob("*.toml"))
COUNT = "import aidefs; print(aidefs.__file__, len(aidefs.definitions()), sep='\\n')"


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    """Standard output of a command that must succeed, run without the settings of this shell."""
    done = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env={"PATH": "/usr/bin:/bin", "PYTHONUTF8": "1", **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, f"{' '.join(done.args)}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel that was built from the sdist."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def wheel(dist: Path) -> Path:
    """The wheel."""
    (path,) = dist.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def members(wheel: Path) -> dict[str, bytes]:
    """The files of the wheel by name."""
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def clean(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the programs of a new environment that holds the wheel."""
    folder = tmp_path_factory.mktemp("clean") / "venv"
    run(sys.executable, "-m", "venv", folder, cwd=folder.parent)
    base = {"base": str(folder), "platbase": str(folder)}
    programs = Path(sysconfig.get_path("scripts", "venv", base))
    run(programs / "python", "-m", "pip", "install", "-q", "--no-deps", "--no-index", wheel, cwd=folder)
    # A path file adds folders behind the environment's own: aidefs is the wheel's, the libraries are ours.
    ours = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    Path(sysconfig.get_path("purelib", "venv", base), "libraries.pth").write_text("\n".join(sorted(ours)))
    return programs


# --- contents ---------------------------------------------------------------------------------


@pytest.mark.exhaustive
def test_wheel_holds_every_definition_unchanged(members: dict[str, bytes]) -> None:
    paths = (*DEFINITIONS, *OF_TERMS, *SEGMENTATION, *TERMS, *VERSIONS)
    shipped = {f"aidefs/{path.relative_to(ROOT).as_posix()}": path.read_bytes() for path in paths}
    folders = tuple(f"aidefs/data/{name}/" for name in ("definitions", "segmentation", "terms", "versions"))
    found = {name: data for name, data in members.items() if name.startswith(folders)}
    assert len(DEFINITIONS) > 100 and len(OF_TERMS) > 100
    assert found == shipped


@pytest.mark.parametrize(
    "name",
    [
        "LICENSE.md",
        "aliases.toml",
        "dataset.toml",
        "definition.schema.json",
        "jurisdictions.toml",
        "output.schema.json",
        "word-weights.toml",
    ],
)
@pytest.mark.exhaustive
def test_wheel_holds_the_files_beside_the_definitions(members: dict[str, bytes], name: str) -> None:
    assert members[f"aidefs/data/{name}"] == (ROOT / "data" / name).read_bytes()


@pytest.mark.exhaustive
def test_wheel_holds_every_module_and_the_mark_of_types(members: dict[str, bytes]) -> None:
    source = ROOT / "src"
    modules = {path.relative_to(source).as_posix() for path in (source / "aidefs").rglob("*.py")}
    found = {name for name in members if name.endswith(".py")}
    assert found == modules
    assert "aidefs/py.typed" in members


@pytest.mark.exhaustive
def test_wheel_holds_the_pages(members: dict[str, bytes]) -> None:
    web = ROOT / "src" / "aidefs" / "web"
    files = [path for folder in ("static", "templates") for path in (web / folder).iterdir()]
    assert len(files) > 15
    for path in files:
        assert members[path.relative_to(ROOT / "src").as_posix()] == path.read_bytes()


@pytest.mark.exhaustive
def test_wheel_holds_both_licences(members: dict[str, bytes]) -> None:
    licences = f"aidefs-{aidefs.__version__}.dist-info/licenses"
    assert members[f"{licences}/LICENSE"] == (ROOT / "LICENSE").read_bytes()
    assert members[f"{licences}/data/LICENSE.md"] == (ROOT / "data" / "LICENSE.md").read_bytes()
    assert b"TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION" in members[f"{licences}/LICENSE"]


@pytest.mark.exhaustive
def test_the_page_of_an_index_has_no_link_that_leads_nowhere(members: dict[str, bytes]) -> None:
    (metadata,) = (data.decode() for name, data in members.items() if name.endswith("METADATA"))
    page = metadata.split("\n\n", 1)[1]
    assert re.findall(r"\]\((?!https://)", page) == []
    assert "comparison (docs/comparison.md)" in page


@pytest.mark.exhaustive
def test_wheel_holds_nothing_else(members: dict[str, bytes]) -> None:
    assert {name.split("/")[0] for name in members} == {"aidefs", f"aidefs-{aidefs.__version__}.dist-info"}
    strange = [name for name in members if name.startswith("aidefs/") and not _expected(name)]
    assert strange == []


def _expected(name: str) -> bool:
    written = (COMPILED, DERIVED, PATTERNS, "definition.schema.json", "output.schema.json")
    made = tuple(f"aidefs/data/{one}" for one in written)
    pages = name.startswith(("aidefs/web/static/", "aidefs/web/templates/"))
    return name.endswith((".py", ".toml", ".md", ".csl", "py.typed")) or name in made or pages


@pytest.mark.exhaustive
def test_wheel_holds_the_compiled_data_of_its_files(members: dict[str, bytes]) -> None:
    compiled = Compiled(lambda start, length: members[f"aidefs/data/{COMPILED}"][start:][:length])
    files = {name.removeprefix("aidefs/"): data for name, data in members.items() if name.endswith(".toml")}
    assert len(files) == len((*DEFINITIONS, *OF_TERMS, *SEGMENTATION, *TERMS, *VERSIONS)) + 4
    for name, content in files.items():
        earlier = name.startswith("data/versions/")  # of the data, which one command alone reads
        assert compiled.table(name, content) == (None if earlier else tomllib.loads(content.decode())), name


@pytest.mark.exhaustive
def test_wheel_holds_patterns_that_this_python_can_use(members: dict[str, bytes]) -> None:
    assert len(table_of(members[f"aidefs/data/{PATTERNS}"])) > 300


@pytest.mark.exhaustive
def test_sdist_and_checkout_hold_no_compiled_data(dist: Path) -> None:
    (path,) = dist.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        assert [name for name in archive.getnames() if name.endswith((COMPILED, DERIVED, PATTERNS))] == []
    assert list((ROOT / "data").rglob("*.jsonl")) == []


def test_an_installation_in_place_reads_the_toml_files(tmp_path: Path) -> None:
    code = (
        "from hatchling.build import build_editable; import os, sys; "
        f"os.chdir({str(ROOT)!r}); print(build_editable(sys.argv[1]))"
    )
    name = run(sys.executable, "-c", code, tmp_path, cwd=tmp_path).split()[-1]
    with zipfile.ZipFile(tmp_path / name) as archive:
        assert [name for name in archive.namelist() if "data/" in name and "licenses" not in name] == []


@pytest.mark.exhaustive
def test_sdist_can_be_tested(dist: Path) -> None:
    (path,) = dist.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    wanted = {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "CITATION.cff", "CONTRIBUTING.md"}
    wanted |= {"hatch_build.py"}
    wanted |= {f"tests/{path.name}" for path in (ROOT / "tests").glob("*.py")}
    wanted |= {path.relative_to(ROOT).as_posix() for path in (*DEFINITIONS, *OF_TERMS, *TERMS)}
    assert wanted - names == set()


# --- use --------------------------------------------------------------------------------------


@pytest.mark.exhaustive
def test_installed_wheel_has_all_definitions(clean: Path, tmp_path: Path) -> None:
    place, count = run(clean / "python", "-c", COUNT, cwd=tmp_path).splitlines()
    assert Path(place).is_relative_to(clean.parent)
    assert int(count) == len(DEFINITIONS)


@pytest.mark.exhaustive
def test_installed_command_compares(clean: Path, tmp_path: Path) -> None:
    data = aidefs.Library.shipped()
    stated = f"aidefs {aidefs.__version__} (data {data.data_version}, hash {data.data_hash})"
    assert run(clean / "aidefs", "--version", cwd=tmp_path).strip() == stated
    from_command = run(clean / "aidefs", "compare", "coe", "eu", cwd=tmp_path)
    from_module = run(clean / "python", "-m", "aidefs", "compare", "coe", "eu", cwd=tmp_path)
    assert "CoE Convention" in from_command
    assert from_command == from_module


TOML = "import sys, aidefs; print(len(aidefs.definitions())); print('tomllib' in sys.modules)"


@pytest.mark.exhaustive
def test_installed_wheel_parses_no_toml(clean: Path, wheel: Path, tmp_path: Path) -> None:
    count = str(len(DEFINITIONS))
    assert run(clean / "python", "-c", TOML, cwd=tmp_path).split() == [count, "False"]
    zipped = run(clean / "python", "-c", TOML, cwd=tmp_path, PYTHONPATH=str(wheel))
    assert zipped.split() == [count, "False"]


@pytest.mark.exhaustive
def test_zipped_wheel_works(clean: Path, wheel: Path, tmp_path: Path) -> None:
    place, count = run(clean / "python", "-c", COUNT, cwd=tmp_path, PYTHONPATH=str(wheel)).splitlines()
    assert place.startswith(str(wheel))
    assert int(count) == len(DEFINITIONS)
    compare = ("-m", "aidefs", "compare", "coe", "eu")
    zipped = run(clean / "python", *compare, cwd=tmp_path, PYTHONPATH=str(wheel))
    assert zipped == run(clean / "python", *compare, cwd=tmp_path)


@pytest.mark.exhaustive
def test_import_is_light(clean: Path, tmp_path: Path) -> None:
    listing = "import sys, aidefs; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    loaded = set(run(clean / "python", "-c", listing, cwd=tmp_path).split())
    heavy = {"click", "diff_match_patch", "nltk", "rapidfuzz", "tabulate", "tomllib"}
    assert "aidefs" in loaded
    assert loaded & (heavy | {"docx", "matplotlib", "numpy", "pandas", "wcwidth"}) == set()


# --- the checkout -----------------------------------------------------------------------------


def test_no_data_file_is_a_symbolic_link() -> None:
    # hatchling leaves links out without a word, and the wheel is then empty
    data = ROOT / "data"
    assert [path for path in (data, *data.rglob("*")) if path.is_symlink()] == []


def test_no_data_file_is_ignored() -> None:
    # what git ignores hatchling leaves out, again without a word
    data = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "data").rglob("*")) if path.is_file()]
    try:
        done = subprocess.run(
            ["git", "check-ignore", "--no-index", "--stdin"],
            cwd=ROOT,
            input="\n".join(data),
            capture_output=True,
            encoding="utf-8",
        )
    except FileNotFoundError:
        pytest.skip("git is not installed")
    if done.returncode == 128:
        pytest.skip("this is not a git checkout")
    assert done.stdout.splitlines() == []


def test_version_is_the_same_everywhere() -> None:
    citation = re.search(r"^version: (\S+)$", (ROOT / "CITATION.cff").read_text("utf-8"), re.MULTILINE)
    changelog = re.search(r"^## \[?([0-9][^\s\]]*)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    recipe = re.search(
        r'^  version: "(\S+)"$', (ROOT / "packaging" / "recipe.yaml").read_text("utf-8"), re.MULTILINE
    )
    hook = re.search(r"^  rev: v(\S+)$", (ROOT / "docs" / "verification.md").read_text("utf-8"), re.MULTILINE)
    assert citation and changelog and recipe and hook
    assert citation[1] == changelog[1] == recipe[1] == hook[1] == aidefs.__version__


def test_recipe_asks_for_what_the_package_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    recipe = (ROOT / "packaging" / "recipe.yaml").read_text("utf-8")
    stanzas = dict(re.findall(r"^  (host|run):\n((?:    - .*\n)+)", recipe, re.MULTILINE))
    asked = {
        name: {line.removeprefix("    - ").replace(" ", "") for line in lines.splitlines()}
        for name, lines in stanzas.items()
    }
    python = f"python{project['project']['requires-python']}"
    assert asked["host"] == {python, "pip", *project["build-system"]["requires"]}
    assert asked["run"] == {python, *project["project"]["dependencies"]}
    files = re.search(r"^  license_file: \[(.*)\]$", recipe, re.MULTILINE)
    assert files and files[1].split(", ") == project["project"]["license-files"]


def test_contributing_explains_every_key_of_a_record() -> None:
    explained = re.findall(r"^\| `\[*([a-z_.]+)\]*` \| (yes|no) \|", CONTRIBUTING, re.MULTILINE)
    assert explained == list(_keys(DEFINITION))


@pytest.mark.parametrize("values", [KINDS, LEGAL_FORCES, STATUSES, GROUNDS, STATES, SCHEMES])
def test_contributing_names_every_value_of_a_closed_list(values: tuple[str, ...]) -> None:
    assert [value for value in values if f"`{value}`" not in CONTRIBUTING] == []


def _keys(fields: tuple[Field, ...], path: str = "") -> Iterator[tuple[str, str]]:
    """Dotted keys, those of tables last, each with whether the shipped collection demands it."""
    for field in sorted(fields, key=lambda field: field.kind in ("table", "tables", "strings")):
        key = f"{path}{field.key}"
        yield key, "no" if field.required == "never" else "yes"
        yield from _keys(field.fields, f"{key}.")
