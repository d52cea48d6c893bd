"""Golden files: whole outputs, to be read by a person before they are trusted.

Each file of `tests/golden/<room>` is what one command prints. After a change that is meant to change them:

    python -m pytest tests/house/test_golden.py --update

writes them anew; `git diff tests/golden` then shows what a user will see differently. The hash and the
version of the data are masked, because they change with every record.
"""

from __future__ import annotations

import re
import sys
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest

from aidefs.cli.main import main

GOLDEN = Path(__file__).parents[1] / "golden"
DRAFTS = {GOLDEN / "my-draft.txt", GOLDEN / "my-draft-fr.txt"}  # what some commands read

# The room of what a command does; its golden files stand in the folder of that name.
ROOMS = {
    "library": ("list", "show", "elements", "check", "cite"),
    "alignment": ("diff", "collate"),
    "segmentation": ("segment",),
    "comparison": ("compare", "table"),
    "drafting": ("review",),
    "survey": ("matrix", "families", "nearest", "coverage", "timeline", "lineage", "origins", "search"),
    "quotations": ("verify",),
}
ROOM = {command: room for room, commands in ROOMS.items() for command in commands}

OF_OTHER_TESTS = {GOLDEN / "segmentation" / "genus.txt"}

CITED = "coe eu oecd iso nist us us-eo-14110-2023-ai jp-ai-promotion-act-2025"

COLLATED = "eu eu@2023 eu-provisional-agreement-2024 eu-parliament-first-reading-2024"

COMMANDS = {
    "compare-coe-eu.txt": "compare coe eu",
    "compare-coe-eu-140.txt": "compare coe eu --width 140",
    "compare-coe-eu.json": "compare coe eu --format json",
    "compare-coe-eu.md": "compare coe eu --format markdown",
    "compare-coe-eu.html": "compare coe eu --format html",
    "compare-coe-eu.tex": "compare coe eu --format latex",
    "compare-coe-eu.rst": "compare coe eu --format rst",
    "compare-coe-eu.tsv": "compare coe eu --format tsv",
    "compare-coe-eu-github.md": "compare coe eu --format github",
    "compare-coe-eu-oecd.txt": "compare coe eu oecd",
    "compare-coe-eu-oecd.md": "compare coe eu oecd --format markdown",
    "compare-coe-eu-oecd-core.json": "compare coe eu oecd --baseline oecd --elements core --format json",
    "compare-coe-draft.txt": "compare coe my-draft.txt",
    "compare-coe-eu-fr.txt": "compare coe eu --language fr",
    "diff-oecd.txt": "diff oecd@2019 oecd",
    "diff-oecd.md": "diff oecd@2019 oecd --format markdown",
    "diff-oecd.json": "diff oecd@2019 oecd --format json",
    "diff-oecd-clause.txt": "diff oecd@2019 oecd --level clause",
    "diff-coe-draft.txt": "diff coe my-draft.txt",
    "diff-eu-chain.txt": "diff eu@2021 eu@2022 eu@2023 eu",
    "diff-eu-chain.tex": "diff eu@2022 eu@2023 eu --format latex",
    "diff-eu-chain.json": "diff eu@2022 eu@2023 eu --format json",
    "table.txt": "table coe eu oecd --elements core",
    "table.md": "table coe eu oecd --elements core --format markdown",
    "table.html": "table coe eu oecd --elements core --format html",
    "table.tex": "table coe eu oecd --elements core --format latex",
    "table.qmd": "table coe eu oecd --elements core,input --name definitions --format pandoc",
    "table.json": "table coe eu --elements core --format json",
    "table-redline-fr.md": "table coe eu --cells redline --language fr --elements all --format markdown",
    "table-across.txt": "table coe eu nist --transpose --cells ticks,modal --elements core",
    "table-across.tex": "table coe eu:fr --transpose --elements autonomy,outputs --format latex",
    "review-draft.txt": "review my-draft.txt --against oecd eu",
    "review-draft.md": "review my-draft.txt --against eu --limit 1 --format markdown",
    "review-draft.html": "review my-draft.txt --against eu --limit 1 --format html",
    "review-draft.tex": "review my-draft.txt --against eu --limit 1 --format latex",
    "review-draft.json": "review my-draft.txt --against eu --limit 1 --format json",
    "review-draft-fr.txt": "review my-draft-fr.txt",
    "review-draft-fr.md": "review my-draft-fr.txt --against eu,coe --format markdown",
    "review-draft-fr.html": "review my-draft-fr.txt --against eu,coe --format html",
    "review-draft-fr.tex": "review my-draft-fr.txt --against eu,coe --format latex",
    "review-draft-fr.json": "review my-draft-fr.txt --against eu,coe --format json",
    "segment-eu.txt": "segment eu",
    "segment-eu.json": "segment eu --format json",
    "segment-draft.txt": "segment my-draft.txt",
    "list-eu.txt": "list --jurisdiction EU",
    "list-ja.txt": "list --lang ja --width 140",
    "show-coe.txt": "show coe",
    "show-eu-fr.txt": "show eu:fr",
    "show-eu.json": "show eu --format json",
    "show-oecd.txt": "show oecd",
    "show-italy.txt": "show it-legge-132-2025",
    "show-japan.txt": "show jp-ai-promotion-act-2025-ja",
    "elements.txt": "elements",
    "check.txt": "check",
    "cite.txt": f"cite {CITED}",
    "cite-bibtex.bib": f"cite {CITED} --style bibtex",
    "cite-biblatex.bib": f"cite {CITED} --style biblatex",
    "cite.json": f"cite {CITED} --style csl",
    "list-coe.csv": "list --jurisdiction COE --format csv",
    "matrix-eu.txt": "matrix --jurisdiction EU --jurisdiction OECD --width 140",
    "matrix-eu.json": "matrix --jurisdiction EU --measure adaptiveness --format json",
    "families-eu.md": "families --jurisdiction EU --jurisdiction OECD --format markdown",
    "families-eu.json": "families --jurisdiction EU --format json",
    "nearest-draft.txt": "nearest my-draft.txt --limit 2",
    "nearest-draft.json": "nearest my-draft.txt --limit 1 --format json",
    "coverage-eu.txt": "coverage --jurisdiction EU --elements all --width 140",
    "coverage-outputs.json": "coverage --jurisdiction COE --elements outputs --format json",
    "timeline-adaptiveness.txt": "timeline adaptiveness --width 100",
    "timeline-infer.txt": "timeline --words infer* --jurisdiction EU --jurisdiction OECD",
    "timeline-infer.json": "timeline --words infers --jurisdiction OECD --format json",
    "lineage-eu.txt": "lineage eu",
    "lineage-us.txt": "lineage --jurisdiction US --least 0.7",
    "lineage-eu.mmd": "lineage eu --format mermaid",
    "lineage-eu.dot": "lineage eu --format dot",
    "origins-eu.txt": "origins eu",
    "origins-coe.md": "origins coe --format markdown",
    "origins-coe.json": "origins coe --format json",
    "lineage-coe.json": "lineage coe --format json",
    "collate-eu.txt": f"collate {COLLATED}",
    "collate-eu-table.txt": f"collate {COLLATED} --table --width 120",
    "collate-eu.md": f"collate {COLLATED} --format markdown",
    "collate-eu.json": f"collate {COLLATED} --format json",
    "collate-eu.xml": f"collate {COLLATED} --format tei",
    "collate-eu.tex": f"collate {COLLATED} --format reledmac",
    "search-autonomy.txt": "search autonom* --jurisdiction EU --jurisdiction COE",
    "verify-article.txt": "verify ../../examples/article.md",
    "verify-article.json": "verify ../../examples/article.md --format json",
    "search-autonomy.json": "search autonom* --jurisdiction COE --format json",
}


def file_of(name: str) -> Path:
    """The golden file of a name in `COMMANDS`."""
    return GOLDEN / ROOM[COMMANDS[name].split()[0]] / name


def masked(shown: str) -> str:
    """The output without what changes whenever any record does."""
    shown = re.sub(r'("data_(?:hash|version)": )"[^"]*"', r'\1"…"', shown)
    return re.sub(r"(data )[\d.]+(, hash )[0-9a-f]{12}", r"\1…\2…", shown)


def printed(command: str, capture: pytest.CaptureFixture[bytes]) -> str:
    assert main(command.split()) == command.startswith("verify")  # the article has wrong quotations
    out, err = capture.readouterr()
    assert err == b""
    return masked(out.decode("utf-8"))


@pytest.mark.parametrize("name", COMMANDS)
def test_output_is_that_of_the_golden_file(
    name: str,
    update: bool,
    capsysbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(GOLDEN)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=BytesIO()))
    shown = printed(COMMANDS[name], capsysbinary)
    file = file_of(name)
    if update:
        file.parent.mkdir(exist_ok=True)
        file.write_text(shown, encoding="utf-8", newline="\n")
    assert file.exists(), "no golden file; see the head of this module"
    assert shown == file.read_bytes().decode("utf-8")


def test_no_golden_file_is_left_over() -> None:
    found = {path for path in GOLDEN.rglob("*") if path.is_file()}
    assert found == {*map(file_of, COMMANDS), *DRAFTS, *OF_OTHER_TESTS}


@pytest.mark.parametrize("name", COMMANDS)
def test_golden_files_are_clean(name: str) -> None:
    """No path of the checkout that wrote them, no traceback, no stray control character."""
    text = file_of(name).read_bytes().decode("utf-8")
    assert str(GOLDEN.parent.parent) not in text
    assert "Traceback" not in text
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", text.replace("\t", " "))
    assert text.endswith("\n")


def test_masks_hide_only_the_stamp() -> None:
    stamp = '{\n  "schema": "aidefs/x/1",\n  "data_version": "2026.11",\n  "data_hash": "2ada740b27ae",\n'
    assert masked(stamp) == ('{\n  "schema": "aidefs/x/1",\n  "data_version": "…",\n  "data_hash": "…",\n')
