"""The scripts of `benchmarks`: each runs, on as little as can be, and none is forgotten.

What they print is no matter of the tests; that a renamed function ends one of them is.
"""

from __future__ import annotations

import argparse
import ast
import gzip
import importlib
import json
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from support.documents import pdf

import aidefs
from aidefs.library.files import shipped_dataset

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "benchmarks"
SCRIPTS = sorted(FOLDER.glob("*.py"))


def module_of(path: Path) -> ModuleType:
    """A script as a module; it finds those beside it, as it does where it is run."""
    spec = spec_from_file_location(f"benchmark_{path.stem}", path)
    assert spec and spec.loader
    module = module_from_spec(spec)
    sys.path.insert(0, str(FOLDER))
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(FOLDER))
    return module


ALL = module_of(FOLDER / "all.py")
TIMING = sys.modules["timing"]  # as `all.py` has imported it
LEAST = ("--share", "0.01")
# What `all.py` does not run, because it measures no speed: arguments, {} standing for the folder of `given`.
OTHERS = {
    ("segmentation.py", "--drafts", str(FOLDER / "drafts-romance.toml")): (),
    ("segmentation.py", *LEAST): ("scipy",),
    ("word_weights.py", "--langs", "pl", "--share", "0.05"): (),
    ("chain.py", *LEAST): ("scipy",),
    ("quotations.py", "--data", "{}/passages.jsonl", "--halves", "--errors"): (),
    ("quotations.py", "--labels", "{}/labelled", "--terms", "--errors"): (),
    ("quotations.py", "--text", "{}/long.txt"): (),
    ("quotations.py", "--text", "{}/long.txt", "--perturbed", *LEAST): (),
}

LAW = 'Sec. 1. In this Act, the term "AI system" means a machine-based system that infers how to act.\n'
START = LAW.index("In this")
DEFINITION = LAW[START:].strip()


def lines(path: Path, *rows: object) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The smallest files of every kind that the repository does not hold."""
    folder = tmp_path_factory.mktemp("given")
    for name in ("plain", "laws", "labelled", "documents", "work"):
        (folder / name).mkdir()
    one = {
        "start": START, "end": len(LAW.strip()), "term": "AI system", "kind": "ai", "locator": None,
        "locator_alt": [], "by_reference": False,
    }  # fmt: skip
    lines(
        folder / "plain" / "extract-dev.jsonl",
        *(
            {
                "doc": name,
                "definitions": [one],
                "jurisdiction": "x",
                "type": "act",
                "complete": "all",
                "soft": [],
            }
            for name in "abcd"
        ),
    )
    names = ("detected", "iou90", "exact", "ai_iou90", "locator", "by_reference")
    figures = {name: [1, 1, 100] for name in names}
    said = {**figures, "gold": 1, "documents_without_definitions_left_empty": "0 of 0"}
    (folder / "plain" / "eval_extract.py").write_text(f"print({json.dumps(said)!r})\n")
    with gzip.open(folder / "texts.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps({"id": name, "text": LAW}) + "\n" for name in "abcd")
    (folder / "laws" / "law.txt").write_text(LAW, encoding="utf-8")
    lines(
        folder / "laws" / "gold.jsonl",
        {
            "file": "law.txt", "language": "en", "format": "text",
            "definitions": [{"text": DEFINITION, "term": "AI system"}],
        },
    )  # fmt: skip
    counts = {"all": {"hit": 1, "required": 1, "wrong": 0, "right": 1}}
    (folder / "laws" / "eval_documents.py").write_text(f"print({json.dumps(counts)!r})\n")
    quoted = aidefs.get("eu").text
    page = f"Article 3(1) of the EU AI Act says: {quoted}\n"
    lines(folder / "corpus.jsonl", *({"id": f"d{n}", "text": page, "date": "", "url": ""} for n in range(4)))
    wrong = quoted.replace("infers", "guesses")
    lines(
        folder / "passages.jsonl",
        *(
            {
                "id": str(n), "context": page.replace(quoted, text), "quoted": text, "of": "eu-ai-act-2024",
                "kind": "verbatim", "exact": not errors, "exact_ignoring_markup": not errors,
                "errors": errors, "attributed_to": "eu-ai-act-2024",
            }
            for n, (text, errors) in enumerate(((quoted, []), (wrong, ["'infers' -> 'guesses'"])))
        ),
    )  # fmt: skip
    (folder / "labelled" / "page.txt").write_text(page, encoding="utf-8")
    lines(
        folder / "labelled" / "labels.jsonl",
        {"file": "page.txt", "quote": quoted, "of": "eu-ai-act-2024", "wording": "exact", "reproach": None},
    )
    (folder / "documents" / "page.txt").write_text(page, encoding="utf-8")
    (folder / "long.txt").write_text(page + "Nothing is said here of any system.\n" * 200, encoding="utf-8")
    (folder / "page.pdf").write_bytes(pdf([["A system that infers."]]))
    return folder


def ran(script: str, *arguments: str) -> str:
    """What a script prints; it has to end well."""
    done = subprocess.run(
        [sys.executable, str(FOLDER / script), *arguments],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout
    return done.stdout


def skip_without(needs: tuple[str, ...]) -> None:
    for name in needs:
        if not find_spec(name):
            pytest.skip(f"{name} is not installed")


@pytest.mark.parametrize("run", ALL.RUNS, ids=lambda run: " ".join((run.script, *run.quick)))
def test_what_is_measured_of_speed_runs(run: tuple[object, ...], given: Path) -> None:
    skip_without(run.needs)  # type: ignore[attr-defined]
    script = str(run[0])
    if script == "library.py" and not all(one.compiled for one in shipped_dataset().definitions.values()):
        pytest.skip("a checkout has no compiled data")
    options = argparse.Namespace(
        quick=True, folder=str(given / "documents"), corpus=str(given / "corpus.jsonl"),
        work=str(given / "work"), plain=str(given / "plain"), texts=str(given / "texts.jsonl.gz"),
        laws=str(given / "laws"),
    )  # fmt: skip
    arguments = ALL.command(run, options)[2:]
    if script == "verify.py":
        arguments.append(str(given / "page.pdf"))  # or it would have pdflatex make one
    told = ran(script, *arguments)
    if script == "corpus.py":
        assert "tables of one process and of two are equal" in told
    if "--documents" in arguments:
        assert "| text | 1 | 1 | 1 | 0 |" in told.splitlines()


@pytest.mark.parametrize(("words", "needs"), OTHERS.items(), ids=lambda one: " ".join(one)[:60])
def test_what_is_learned_and_how_well_things_are_found_runs(
    words: tuple[str, ...], needs: tuple[str, ...], given: Path
) -> None:
    skip_without(needs)
    told = ran(*(word.replace("{}", str(given)) for word in words))
    if "--labels" in words:
        assert "1 passages in 1 documents" in told
    if "--data" in words:
        assert "recall, other than paraphrases  1.000 (2 of 2)" in told


def test_goals_are_read_as_they_are_printed() -> None:
    made = [
        TIMING.at_least("`a` / b, c", 7, 17.234, "M pairs/s"),
        TIMING.at_most("memory", 2048, 1440.4, "MiB"),
    ]
    printed = f"| | CPU |\n|---|--:|\n| x | 1 |\n\n{TIMING.goals(made)}\n\n{TIMING.goals(made[:1])}\nend"
    assert TIMING.goals_in(printed) == [*made, made[0]]
    assert [one.figure for one in made] == ["17.23 M pairs/s", "1,440 MiB"]


@pytest.mark.parametrize(
    ("made", "figures", "least", "met"),
    [
        (lambda figure: TIMING.at_least("speed", 800, figure, "/s"), (900, 1100.4, 799.6), "800 /s", False),
        (lambda figure: TIMING.at_least("speed", 3, figure), (3.2, 3.1, 12), "3.10 ×", True),
        (lambda figure: TIMING.at_most("time", 5, figure, "s"), (1.5, 10.2, 2), "10.20 s", False),
        (lambda figure: TIMING.at_most("time", 2000, figure, "s"), (1500, 20.5, 1499), "1,500 s", True),
    ],
)
def test_a_goal_is_told_with_its_worst_figure_and_met_where_every_run_met_it(
    made: Callable[[float], object], figures: tuple[float, ...], least: str, met: bool
) -> None:
    told = ALL.judged("a.py", [made(figure) for figure in figures])
    assert (told.figure, told.met) == (least, met)
    assert told.what.startswith("`a.py`: ")


def test_no_script_is_forgotten() -> None:
    known = {run.script for run in ALL.RUNS} | {words[0] for words in OTHERS}
    assert {path.name for path in SCRIPTS} == known | {"all.py", "timing.py"}


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_what_a_script_takes_from_aidefs_is_there(path: Path) -> None:
    """Also of scripts whose peers are not installed."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "aidefs":
            module = importlib.import_module(str(node.module))
            for one in node.names:
                if not hasattr(module, one.name):
                    importlib.import_module(f"{node.module}.{one.name}")
        if isinstance(node, ast.ImportFrom) and (FOLDER / f"{node.module}.py").exists():
            names = {one.name for one in node.names}
            assert names <= defined(FOLDER / f"{node.module}.py"), node.module
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "aidefs":
            assert hasattr(aidefs, node.attr), node.attr


def defined(path: Path) -> set[str]:
    """The names that a module binds at its top."""
    found: set[str] = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        for target in node.targets if isinstance(node, ast.Assign) else ():
            found.update(one.id for one in ast.walk(target) if isinstance(one, ast.Name))
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
    return found
