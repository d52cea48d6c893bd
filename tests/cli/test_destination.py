"""Where results go: files that are not replaced unawares, several files at once, pipes, screens."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete
from support.command import DRAFT, Run, is_error
from support.interruption import moments

import aidefs
from aidefs.cli.destination import _stamped
from aidefs.cli.group import cli
from aidefs.errors import InputError
from aidefs.formats.files import scratch_folder, write, write_all

PICTURE = b"\x89 not a picture \x00\n"
EXAMPLES = Path(__file__).parents[2] / "examples"
WRITERS = (
    "compare coe eu", "diff oecd@2019 oecd", "diff eu@2021 eu@2022 eu", "table coe eu", "segment eu", "list",
    "terms", "collection", "changes 2026.11",
    "review eu@2021 --against eu", "search autonomy", "show eu", "cite eu", "elements", "check", "glossary",
    "matrix --only eu --only coe",
    "formulas --jurisdiction EU --jurisdiction OECD",
    f"agreement {EXAMPLES / 'first.csv'} {EXAMPLES / 'second.csv'}",
    "families --jurisdiction EU", "nearest eu", "coverage --jurisdiction EU", "timeline --words infers",
    "lineage coe", "origins coe", "collate coe eu",
)  # fmt: skip


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


# --- files that are there -----------------------------------------------------------------------


@pytest.mark.parametrize("command", WRITERS)
def test_a_file_is_replaced_with_force_alone(run: Run, here: Path, command: str) -> None:
    refused = run(*command.split(), "--out", "draft.txt")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == "aidefs: 'draft.txt' exists; --force replaces it\n"
    assert contents(here) == {"draft.txt": DRAFT.encode()}
    written = run(*command.split(), "--out", "draft.txt", "--force")
    assert (written.code, written.out, written.err) == (0, "", "")
    assert contents(here) == {"draft.txt": run(*command.split()).out.encode()}


def test_every_command_that_writes_files_is_among_them() -> None:
    context = click.Context(cli)
    commands = {name: cli.get_command(context, name) for name in cli.list_commands(context)}
    writing = {n for n, c in commands.items() if c and any("--out" in p.opts for p in c.params)}
    # verify and extract need a document, corpus and spread many: see their own tests.
    others = {"corpus", "extract", "spread", "verify"}
    assert writing == {command.split()[0] for command in WRITERS} | others


def test_a_file_that_is_there_is_found_before_anything_is_worked_out(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "aidefs.comparison.rows.compare", lambda *_, **__: pytest.fail("a comparison was made")
    )
    is_error(run("compare", "coe", "eu", "--out", "draft.txt"), "'draft.txt' exists")


def test_a_link_to_nothing_is_there(run: Run, here: Path) -> None:
    (here / "link.txt").symlink_to("nothing.txt")
    is_error(run("show", "eu", "--out", "link.txt"), "'link.txt' exists")
    assert run("show", "eu", "--out", "link.txt", "--force").code == 0
    assert (here / "link.txt").is_symlink() and "Article 3(1)" in (here / "nothing.txt").read_text("utf-8")


def test_results_replace_files_in_python(here: Path) -> None:
    aidefs.diff("coe", "eu").save("draft.txt")
    assert "CoE Convention" in (here / "draft.txt").read_text(encoding="utf-8")


@pytest.mark.skipif(not os.path.exists("/dev/stdout"), reason="needs devices")
def test_devices_and_pipes_are_written_to_and_stay(run: Run, here: Path) -> None:
    before = os.stat("/dev/null")
    assert run("show", "eu", "--format", "json", "--out", "/dev/null").code == 0
    assert os.stat("/dev/null").st_mode == before.st_mode
    command = [sys.executable, "-m", "aidefs", "show", "eu", "--format", "json", "--out", "/dev/stdout"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["schema"] == "aidefs/definition/1"


# --- several files ------------------------------------------------------------------------------


def test_all_files_are_written_or_none(here: Path) -> None:
    before = contents(here)
    cases: list[tuple[str, str]] = [
        ("no-folder/b.txt", "cannot write 'no-folder/b.txt': there is no folder 'no-folder'"),
        ("draft.txt", "'draft.txt' exists; --force replaces it"),
        ("./a.txt", "'./a.txt' is to be written twice"),
        (".", "cannot write '.': is a directory"),
    ]
    for path, message in cases:
        with pytest.raises(InputError, match=re.escape(message)):
            write_all([("a.txt", "one"), (path, "two")], force=False)
        assert contents(here) == before and names(here) == ["draft.txt"]
    write_all([("a.txt", "ö\ud800"), ("draft.txt", PICTURE)])
    assert contents(here) == {"a.txt": "ö?".encode(), "draft.txt": PICTURE}


@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
@pytest.mark.parametrize(
    "there", [{}, {"a.txt": b"old"}, {"b.txt": b"old"}, {"a.txt": b"old", "b.txt": b"old"}]
)
def test_what_is_in_place_is_taken_back_where_the_next_cannot_be_put_there(
    here: Path, monkeypatch: pytest.MonkeyPatch, links: bool, there: dict[str, bytes]
) -> None:
    for name, data in there.items():
        (here / name).write_bytes(data)
    before = contents(here)
    replace, link = os.replace, os.link

    def failing(source: str, target: str) -> None:
        if os.path.basename(target) == "b.txt" and source.endswith(".new"):
            raise OSError(28, "No space left on device")
        replace(source, target)

    def linking(source: str, target: str) -> None:
        if not links:
            raise PermissionError(1, "Operation not permitted")
        if os.path.basename(target) == "b.txt" and not os.path.exists(target):
            raise OSError(28, "No space left on device")
        link(source, target)

    monkeypatch.setattr(os, "replace", failing)
    monkeypatch.setattr(os, "link", linking)
    with pytest.raises(InputError, match=r"cannot write 'b\.txt': no space left on device"):
        write_all([("a.txt", "new"), ("b.txt", "new")])
    assert contents(here) == before and names(here) == sorted(before)
    monkeypatch.setattr(os, "replace", replace)
    write_all([("a.txt", "new"), ("b.txt", "new")])
    assert contents(here) == {**before, "a.txt": b"new", "b.txt": b"new"}


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is full")
def test_files_beside_a_device_that_takes_nothing_are_taken_back(here: Path) -> None:
    with pytest.raises(InputError, match="cannot write '/dev/full': no space left on device"):
        write_all([("/dev/full", "new"), ("draft.txt", "new"), ("a.txt", "new")])
    assert contents(here) == {"draft.txt": DRAFT.encode()}


def test_one_of_six_writers_makes_the_file(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of them have looked before any writes, as programs do that start at one time."""
    monkeypatch.setattr("aidefs.formats.files.free", lambda *_, **__: None)

    def attempt(number: int) -> str:
        try:
            write_all([("a.txt", str(number)), (f"b{number}.txt", "b")], force=False)
        except InputError as error:
            return str(error)
        return str(number)

    for _ in range(5):
        with ThreadPoolExecutor(6) as pool:
            said = list(pool.map(attempt, range(6)))
        (winner,) = set(said) - {"'a.txt' exists; --force replaces it"}
        assert names(here) == ["a.txt", f"b{winner}.txt", "draft.txt"]
        assert (here / "a.txt").read_text(encoding="utf-8") == winner
        (here / "a.txt").unlink()
        (here / f"b{winner}.txt").unlink()


def test_what_a_run_that_goes_on_has_in_hand_is_left_to_it(here: Path) -> None:
    with scratch_folder(str(here)) as scratch:
        Path(scratch, "new").write_text("half", "utf-8")
        write("another run", here / "b.txt")
        assert Path(scratch, "new").read_text("utf-8") == "half"
    assert names(here) == ["b.txt", "draft.txt"]


def test_halves_of_characters_are_written_as_questions(here: Path) -> None:
    write("caf\udce9", here / "a.txt")
    assert (here / "a.txt").read_bytes() == b"caf?"


def test_an_interruption_at_any_moment_leaves_all_files_old_or_all_new(here: Path) -> None:
    old = {"a.txt": b"old", "b.txt": b"old"}
    for there in (old, {"a.txt": b"old"}, {}):
        for moment in moments(lambda: write_all([("a.txt", "new"), ("b.txt", "new")])):
            for name in old:
                (here / name).unlink(missing_ok=True)
            for name, data in there.items():
                (here / name).write_bytes(data)
            moment()
            left = contents(here)
            del left["draft.txt"]
            assert left in (there, dict.fromkeys(old, b"new"))
            write("last", "draft.txt")
            assert names(here) == sorted({*left, "draft.txt"})


def test_a_disk_that_fills_up_leaves_no_rest(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "chmod", refuse)
    with pytest.raises(InputError, match=r"cannot write 'a\.txt': no space left on device"):
        write("text", "a.txt")
    assert names(here) == ["draft.txt"]


def test_a_table_and_its_references(run: Run, here: Path) -> None:
    table = ("table", "coe", "eu", "--format", "latex")
    assert run(*table, "--out", "table.tex", "--bib", "refs.bib") == (0, "", "")
    assert names(here) == ["draft.txt", "refs.bib", "table.tex"]
    references = (here / "refs.bib").read_text(encoding="utf-8")
    assert references == run("cite", "coe", "eu", "--style", "biblatex").out
    assert (here / "table.tex").read_text(encoding="utf-8") == run(*table, "--bib", "other.bib").out
    assert (here / "other.bib").read_text(encoding="utf-8") == references
    run(*table, "--bib", "refs.bib", "--bib-style", "bibtex", "--force")
    bibtex = run("cite", "coe", "eu", "--style", "bibtex").out
    assert (here / "refs.bib").read_text(encoding="utf-8") == bibtex


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (["--out", "t.tex", "--bib", "old.bib"], "'old.bib' exists; --force replaces it"),
        (["--out", "draft.txt", "--bib", "new.bib"], "'draft.txt' exists; --force replaces it"),
        (["--bib", "old.bib"], "'old.bib' exists; --force replaces it"),
        (["--out", "t.tex", "--bib", "no/new.bib"], "cannot write 'no/new.bib': there is no folder 'no'"),
        (["--out", "t.tex", "--bib", "refs"], "'refs' is no name for references: it has to end in .bib"),
        (
            ["--out", "new.bib", "--bib", "new.bib", "--format", "latex"],
            "'new.bib' is to be written twice",
        ),
    ],
)
def test_neither_is_written_where_one_cannot_be(run: Run, here: Path, files: list[str], message: str) -> None:
    (here / "old.bib").write_text("@misc{mine}\n", encoding="utf-8")
    before = contents(here)
    is_error(run("table", "coe", "eu", *files), message)
    assert contents(here) == before


@pytest.mark.parametrize(
    ("out", "bib", "resource"),
    [
        ("table.tex", "refs.bib", "refs"),
        ("paper/table.tex", "paper/refs.bib", "refs"),
        ("paper/table.tex", "refs.bib", "../refs"),
        ("table.tex", "./paper/refs.v2.bib", "paper/refs.v2"),
        (None, "paper/refs.bib", "paper/refs"),
    ],
)
def test_references_are_named_from_the_folder_of_the_table(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, out: str | None, bib: str, resource: str
) -> None:
    (here / "paper").mkdir()
    asked: list[str] = []
    whole = aidefs.output.render.render_bytes

    def noting(result: object, form: str, **options: object) -> bytes:
        asked.append(str(options["bibliography"]))
        return whole(result, form, **options)

    monkeypatch.setattr("aidefs.output.render.render_bytes", noting)
    files = ["--out", out] if out else []
    assert run("table", "eu", "--format", "latex", *files, "--bib", bib).code == 0
    assert asked == [resource]


# --- screens, pipes, bytes ----------------------------------------------------------------------


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every result has a picture."""
    monkeypatch.setattr("aidefs.output.pictures.picture", lambda *_: PICTURE)


@pytest.mark.usefixtures("drawn")
def test_bytes_go_to_files_and_pipes_as_they_are(
    here: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    from aidefs.cli.main import main

    assert main(["compare", "coe", "eu", "--out", "x.png"]) == 0
    assert (here / "x.png").read_bytes() == PICTURE
    assert main(["compare", "coe", "eu", "--format", "png", "--stamp"]) == 0
    assert capsysbinary.readouterr() == (PICTURE, b"")


@pytest.mark.usefixtures("drawn")
def test_bytes_are_nothing_for_a_screen(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aidefs.cli.destination.is_terminal", lambda: True)
    is_error(
        run("compare", "coe", "eu", "--format", "png"),
        "png is nothing for a screen; write it to a file with --out or into a pipe",
    )
    assert run("compare", "coe", "eu", "--format", "png", "--out", "x.png").code == 0


def test_pages_and_fragments(run: Run, here: Path) -> None:
    command = ("diff", "oecd@2019", "oecd", "--format", "html")
    page, fragment = run(*command, "--standalone").out, run(*command).out
    assert page.startswith("<!DOCTYPE html>") and not fragment.startswith("<!DOCTYPE")
    assert run(*command, "--fragment").out == fragment
    for option, content in (([], page), (["--fragment"], fragment), (["--standalone"], page)):
        run(*command, *option, "--out", "x.html", "--force")
        assert (here / "x.html").read_text(encoding="utf-8") == content


def test_a_layout_that_does_not_exist(run: Run) -> None:
    is_error(run("table", "eu", "--layout", "wide"), "'wide' for --layout", "known: auto, float, span")


def test_a_stamp_leaves_changes_tracked() -> None:
    document = _stamped(aidefs.diff("oecd@2019", "oecd"), "docx")
    assert document.blocks[0].tracked and document.blocks[-1].runs[0].text.startswith("aidefs ")


# --- completion ---------------------------------------------------------------------------------


def completed(*words: str) -> list[str]:
    """What a shell offers in place of the last word."""
    found = ShellComplete(cli, {}, "aidefs", "_AIDEFS_COMPLETE").get_completions([*words[:-1]], words[-1])
    return [item.value for item in found if item.type == "plain"]


def test_shells_complete_commands_names_and_choices(here: Path) -> None:
    assert completed("ta") == ["table"]
    assert completed("table", "coe", "oecd-20") == ["oecd-2019", "oecd-2023", "oecd-2024"]
    assert completed("show", "eu-ai-act-2024-f") == ["eu-ai-act-2024-fr"]
    assert completed("diff", "--level", "w") == ["word"]
    assert completed("tabel", "eu") == []
    (here / "mine").mkdir()
    (here / "mine" / "my-bill.toml").write_text(f'id = "my-bill"\ntext = "{DRAFT}"\n', encoding="utf-8")
    assert completed("compare", "--library", "mine", "my") == ["my-bill"]
    assert completed("compare", "--library", "none", "my") == []


def test_excel_gets_the_mark_by_which_it_knows_utf_8(run: Run, here: Path) -> None:
    chosen = ("--jurisdiction", "COE")
    bare = run("list", *chosen, "--format", "csv").out
    assert run("list", *chosen, "--excel").out == "\ufeff" + bare
    assert run("list", *chosen, "--excel", "--out", "list.csv").code == 0
    assert (here / "list.csv").read_bytes() == ("\ufeff" + bare).encode()
    assert run("export", "all", "--excel", *chosen).code == 0
    assert all(file.read_bytes().startswith("\ufeff".encode()) for file in (here / "all").iterdir())
    is_error(run("list", "--excel", "--format", "html"), "--excel", "csv")
    is_error(run("export", "other", "--excel", "--format", "json"), "--excel", "csv")
