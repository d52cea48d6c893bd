"""The command `review`: names behind one option, and where the draft comes from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.command import DRAFT, Run, is_error

FORMS = (
    "--against oecd eu",
    "--against oecd,eu",
    "--against=oecd,eu",
    "--against=oecd --against=eu",
    "--against oecd --against eu",
    "--against OECD/LEGAL/0449 32024R1689",
)


def against(out: str) -> list[str]:
    return [one["named"] for one in json.loads(out)["against"]]


@pytest.mark.parametrize("form", FORMS)
def test_several_names_may_follow(run: Run, here: Path, form: str) -> None:
    done = run("review", "draft.txt", *form.split(), "--format", "json")
    assert (done.code, done.err) == (0, "")
    assert against(done.out) == ["oecd-2024", "eu-ai-act-2024"]


def test_a_name_with_spaces_and_a_file_are_names(run: Run, here: Path) -> None:
    (here / "one,two.txt").write_text(
        "AI means a machine that infers, from data, what to do.", encoding="utf-8"
    )
    done = run("review", "draft.txt", "--against", "EU AI Act", "one,two.txt", "-f", "json")
    assert against(done.out) == ["eu-ai-act-2024", "one,two.txt"]


def test_without_names_it_is_the_three_international_texts(run: Run, here: Path) -> None:
    assert against(run("review", "draft.txt", "-f", "json").out) == [
        "eu-ai-act-2024",
        "oecd-2024",
        "coe-2024",
    ]


def test_options_behind_the_names_are_options(run: Run, here: Path) -> None:
    done = run("review", "--text", DRAFT, "--against", "oecd", "eu", "--limit", "1", "--out", "memo.md")
    assert (done.code, done.out) == (0, "")
    memo = (here / "memo.md").read_text(encoding="utf-8")
    assert "Compared with OECD 2024" in memo and "Compared with EU AI Act" in memo


def test_the_draft_stands_in_front(run: Run, here: Path) -> None:
    is_error(run("review", "--against", "oecd", "draft.txt"), "one draft, in front of --against")
    is_error(run("review"), "one draft")
    is_error(run("review", "draft.txt", "draft.txt"), "2 given")
    assert run("review", "--against", "oecd", "--", "draft.txt").code == 0


def test_what_is_wrong_with_a_name_is_said(run: Run, here: Path) -> None:
    is_error(run("review", "draft.txt", "--against", "oecd", "cooe"), "unknown definition 'cooe'", "coe")
    for end in ([], ["--limit", "1"]):
        is_error(run("review", "draft.txt", "--against", *end), "--against takes one or more names")


def test_of_several_definitions_in_a_file_one_is_chosen(run: Run, here: Path) -> None:
    law = "# Law\n\n(1) “AI system” means software that infers;\n\n(2) “provider” means one who sells it.\n"
    (here / "law.md").write_text(law, encoding="utf-8")
    asked = run("review", "law.md", "--against", "eu")
    assert asked.code == 2 and "law.md#2" in asked.err
    assert "software that infers" in run("review", "law.md#1", "--against", "eu").out
