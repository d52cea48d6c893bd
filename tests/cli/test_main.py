"""The command line: what is written where, exit codes, errors of one line, terminals, pipes, files."""

from __future__ import annotations

import json
import os
import re
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.command import DRAFT, Ran, Run, is_error
from support.strategies import texts

import aidefs
from aidefs.cli.group import cli
from aidefs.cli.main import main
from aidefs.errors import InputError
from aidefs.library.library import Library
from aidefs.output.render import TEXT_FORMATS

COMMANDS = tuple(cli.list_commands(click.Context(cli)))


def process(*arguments: str, env: dict[str, str] | None = None, stdin: bytes = b"") -> Ran:
    """Runs the command line in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "aidefs", *arguments],
        input=stdin,
        capture_output=True,
        env={**os.environ, **(env or {})},
        check=False,
    )
    # Help and errors follow the locale, results never do.
    return Ran(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))


# --- it works -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("compare coe eu", "Redline: CoE Convention → EU AI Act"),
        ("compare coe eu oecd", "In none of the texts"),
        ("compare eu eu@2021 --method reviewed", "EU Commission (2021)"),
        ("diff oecd@2019 oecd", "[-real-]{+physical+}|influencing real"),
        ("diff oecd@2019 oecd --level char", "OECD 2019 → OECD 2024"),
        ("diff oecd@2019 oecd --level clause", "OECD 2019 → OECD 2024"),
        ("diff eu:de eu:fr", "KI-System"),
        ("list", "ALL definitions."),
        ("list --jurisdiction EU --status superseded", "eu-commission-2021"),
        ("list levels of autonomy --year 2024", "coe-2024"),
        ("list --lang fr", "eu-ai-act-2024-fr"),
        ("list --kind treaty --kind regulation", "coe-2024"),
        ("list --jurisdiction US", "us-co-sb24-205-2024"),
        ("show eu", "Article 3(1)"),
        ("show eu:fr", "système d’IA"),
        ("segment eu", "Segmentation: reviewed"),
        ("segment eu --method automatic", "Segmentation: automatic"),
        ("elements", "How far does it act"),
        ("check", "no faults"),
    ],
)
def test_commands(run: Run, arguments: str, words: str) -> None:
    ran = run(*arguments.split())
    assert (ran.code, ran.err) == (0, "")
    found = words.split("|") if "|" in words else [words]
    if words.startswith("ALL"):
        found = [f"{len(aidefs.Library.shipped())} definitions."]
    assert any(part in ran.out for part in found)
    assert ran.out.endswith("\n") and not ran.out.endswith("\n\n")
    assert "\x1b" not in ran.out


@pytest.mark.parametrize("form", TEXT_FORMATS)
def test_every_format(run: Run, form: str) -> None:
    ran = run("compare", "coe", "eu", "--format", form)
    assert (ran.code, ran.err) == (0, "")
    assert ran == run("compare", "coe", "eu", "-f", form)


@pytest.mark.parametrize(
    "arguments",
    ["compare coe eu", "diff coe eu", "show eu", "segment eu", "list", "elements", "check",
     "search autonomy"],
)  # fmt: skip
def test_json_is_one_object_with_its_schema_first(run: Run, arguments: str) -> None:
    data = json.loads(run(*arguments.split(), "--format", "json").out)
    assert list(data)[:3] == ["schema", "data_version", "data_hash"]
    assert re.fullmatch(r"aidefs/[a-z]+/[12]", data["schema"])


def test_json_of_a_comparison_has_the_promised_shape(run: Run) -> None:
    data = json.loads(run("compare", "coe", "eu", "-f", "json").out)
    first = data["definitions"][0]
    assert (first["id"], first["alias"], first["label"], first["provision"]) == (
        "coe-2024", "coe", "CoE Convention", "Article 2",
    )  # fmt: skip
    row = next(row for row in data["rows"] if row["element"] == "environment")
    [pair] = row["pairs"]
    assert pair["status"] == "reworded" and pair["moved"] is False and 0 < pair["similarity"] < 1
    assert pair["facet_changes"] == [{"facet": "modal", "values": ["may", "can"]}]
    assert [len(cell["segments"]) for cell in row["cells"]] == [1, 1]
    assert {"op": "delete", "text": "may"}.items() <= next(
        e for e in pair["edits"] if e["op"] == "delete"
    ).items()
    assert set(data["summaries"][0]) >= {
        "similarity",
        "identical",
        "punctuation only",
        "reworded",
        "only in A",
        "absent",
    }
    many = json.loads(run("compare", "coe", "eu", "oecd", "-f", "json").out)
    assert all(len(row["pairs"]) == 2 for row in many["rows"])
    assert len(many["redlines"]) == len(many["summaries"]) == 2
    assert many["rows"][0].keys() == row.keys() and many["rows"][0]["pairs"][1].keys() == pair.keys()


def test_json_of_a_redline_has_the_promised_shape(run: Run) -> None:
    data = json.loads(run("diff", "oecd@2019", "oecd", "-f", "json").out)
    a, b = aidefs.get("oecd@2019").text, aidefs.get("oecd").text
    for side, text, ops in (("a", a, ("equal", "delete")), ("b", b, ("equal", "insert"))):
        assert "".join(text[slice(*edit[side])] for edit in data["edits"] if edit["op"] in ops) == text
    assert set(data["words"]) == {"equal", "deleted", "inserted"}
    assert isinstance(data["punctuation_changes"], int) and 0 <= data["similarity"] <= 1


def test_json_of_a_segmentation_has_the_promised_shape(run: Run) -> None:
    data = json.loads(run("segment", "eu", "-f", "json").out)
    assert data["method"] == "reviewed" and data["lang"] == "en"
    for one in data["segments"]:
        assert data["text"][one["start"] : one["end"]] == one["text"]
        facets = {"modal", "position", "open_list", "items", "negated"}
        of_genus = {"machine_based", "genus", "machine_words"} if one["element"] == "machine-based" else set()
        assert set(one["facets"]) == facets | of_genus


def test_show_takes_a_definition_apart_for_scripts(run: Run) -> None:
    data = json.loads(run("show", "eu", "-f", "json").out)
    assert data["definition"]["text"] == aidefs.get("eu").text
    assert data["definition"]["alias"] == "eu"


def test_baseline_goes_first(run: Run) -> None:
    data = json.loads(run("compare", "coe", "eu", "oecd", "--baseline", "oecd", "-f", "json").out)
    assert [d["id"] for d in data["definitions"]] == ["oecd-2024", "coe-2024", "eu-ai-act-2024"]


def test_baseline_may_be_a_file(run: Run, here: Path) -> None:
    data = json.loads(run("compare", "coe", "draft.txt", "--baseline", "draft.txt", "-f", "json").out)
    assert [d["id"] for d in data["definitions"]] == ["draft.txt", "coe-2024"]


def test_elements_core_list_and_order(run: Run) -> None:
    def chosen(selection: str) -> list[str]:
        data = json.loads(run("compare", "coe", "eu", "--elements", selection, "-f", "json").out)
        return [row["element"] for row in data["rows"]]

    assert set(chosen("core")) < set(chosen("all"))
    assert set(chosen("outputs,autonomy")) == {"autonomy", "outputs"}
    assert chosen("autonomy") == ["autonomy"]
    assert chosen("outputs, autonomy") == chosen("outputs,autonomy")


def test_texts_from_the_command_line(run: Run) -> None:
    ran = run("diff", "--text", "one two three", "--text", "one four three")
    assert ran.code == 0 and "one [-two-]{+four+} three" in ran.out
    assert "text 1 → text 2" in ran.out


def test_exit_code_of_differences(run: Run) -> None:
    assert run("diff", "oecd@2019", "oecd", "--exit-code").code == 1
    assert run("diff", "oecd", "oecd", "--exit-code").code == 0
    assert run("diff", "oecd@2019", "oecd").code == 0
    assert run("diff", "--text", "a b, c", "--text", "a b c", "--exit-code").code == 1


def test_check_finds_all_faults(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.toml").write_text('id = "good"\ntext = "a text"\n', encoding="utf-8")
    assert run("check", str(tmp_path)).code == 0
    (tmp_path / "one.toml").write_text('id = "two"\ntext = ""\n', encoding="utf-8")
    (tmp_path / "broken.toml").write_text("id = \n", encoding="utf-8")
    ran = run("check", str(tmp_path))
    assert ran.code == 1 and ran.err == ""
    assert "one.toml" in ran.out and "broken.toml" in ran.out
    assert re.search(r"[3-9] faults in ", ran.out)
    data = json.loads(run("check", str(tmp_path), "-f", "json").out)
    assert {Path(fault["file"]).name for fault in data["faults"]} == {"one.toml", "broken.toml"}


def test_library_of_ones_own(run: Run, here: Path) -> None:
    folder = here / "mine"
    folder.mkdir()
    (folder / "my-bill.toml").write_text(f'id = "my-bill"\ntext = "{DRAFT}"\n', encoding="utf-8")
    assert "my-bill" in run("compare", "eu", "my-bill", "--library", "mine").out
    assert "my-bill" in run("list", "--library", "mine").out
    assert DRAFT.split()[0] in run("show", "my-bill", "--library", "mine").out


@pytest.mark.parametrize(
    "command", ["compare eu bill", "diff eu bill", "segment bill", "show bill", "list", "search system"]
)
def test_outputs_speak_of_the_library_that_was_used(run: Run, here: Path, command: str) -> None:
    (here / "mine").mkdir()
    (here / "mine" / "my-bill.toml").write_text(f'id = "my-bill"\ntext = "{DRAFT}"\n', encoding="utf-8")
    (here / "mine" / "aliases.toml").write_text('bill = "my-bill"\n', encoding="utf-8")
    shipped = Library.shipped()
    used = shipped.overlay(Library.load(here / "mine"))
    arguments = [*command.split(), "--library", "mine"]
    data = json.loads(run(*arguments, "-f", "json").out)
    assert (data["data_version"], data["data_hash"]) == (used.data_version, used.data_hash)
    stamped = run(*arguments, "--stamp").out
    assert used.data_hash in stamped and shipped.data_hash not in stamped
    shown = [data["definition"]] if "definition" in data else data.get("definitions", [])
    if command.split()[0] in ("compare", "show", "list"):
        assert [one["alias"] for one in shown if one["id"] == "my-bill"] == ["bill"]


def test_same_bytes_twice(run: Run) -> None:
    for arguments in (
        ["compare", "coe", "eu", "oecd"],
        ["list", "-f", "json"],
        ["segment", "coe", "-f", "html"],
    ):
        assert run(*arguments) == run(*arguments)


def test_width(run: Run) -> None:
    narrow, wide = run("show", "coe", "--width", "60").out, run("show", "coe", "--width", "120").out
    assert len(narrow.splitlines()) > len(wide.splitlines())
    assert run("show", "coe").out == run("show", "coe", "--width", "80").out


# --- help -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], *([c, "--help"] for c in COMMANDS)], ids=" ".join)
def test_help(run: Run, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.err) == (0, "")
    assert "Usage: aidefs" in ran.out and "Examples:" in ran.out
    assert all(len(line) <= 100 for line in ran.out.splitlines())


def test_no_command_shows_the_help_as_it_is_written(run: Run) -> None:
    ran = run()
    assert ran.code in (0, 2)
    shown = ran.out or ran.err
    assert "Usage: aidefs" in shown
    assert max(map(len, shown.splitlines())) <= 100


def test_help_names_every_command(run: Run) -> None:
    shown = run("--help").out
    for command in COMMANDS:
        assert re.search(rf"^  {command}\b", shown, re.M)


def test_version(run: Run) -> None:
    data = aidefs.Library.shipped()
    stated = f"aidefs {aidefs.__version__} (data {data.data_version}, hash {data.data_hash})\n"
    assert run("--version") == Ran(0, stated, "")


# --- errors ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (["show", "oecd-2091"], ["unknown definition 'oecd-2091'", "nearest: ", "oecd-2019"]),
        (["show", "zzzzzzzz"], ["unknown definition 'zzzzzzzz'"]),
        (["show", ""], ["an empty name stands for no definition"]),
        (["compare", "coe", "eu-ai-akt-2024"], ["eu-ai-act-2024"]),
        (["show", "eu@1999"], ["no version of 'eu'", "2024-06-13"]),
        (["show", "eu@2024"], ["stands for 3 texts", "eu@2024-06", "eu-ai-act-2024"]),
        (["diff", "eu@2024", "eu"], ["stands for 3 texts"]),
        (["show", "eu:xx"], ["no text", "'xx'", "fr"]),
        (["compre", "coe", "eu"], ["unknown command 'compre'", "nearest: compare"]),
        (["qqq"], ["unknown command 'qqq'", "aidefs --help shows all"]),
        (["compare", "coe", "eu", "--formt", "json"], ["no such option", "--format"]),
        (["compare", "coe", "eu", "--format", "jsn"], ["unknown format 'jsn'", "json"]),
        (["compare", "coe", "eu", "--format"], ["--format"]),
        (["compare", "coe", "eu", "--elements", "autonomi"], ["unknown element 'autonomi'", "autonomy"]),
        (["compare", "coe", "eu", "--elements", ""], ["no element is selected"]),
        (["compare", "coe", "eu", "--method", "magic"], ["'magic'", "automatic"]),
        (["diff", "coe", "eu", "--level", "wrd"], ["'wrd'", "nearest: word"]),
        (["list", "--status", "in-force"], ["unknown status 'in-force'", "in force"]),
        (["list", "--kind", "law"], ["unknown kind 'law'", "statute"]),
        (["list", "--year", "24"], ["year", "'24'"]),
        (["compare"], ["two or more definitions; 0 given"]),
        (["compare", "coe"], ["two or more definitions; 1 given"]),
        (["diff", "coe"], ["two or more texts; 1 given"]),
        (["table"], ["one or more definitions; none given"]),
        (["segment"], ["one text", "0 given"]),
        (["segment", "coe", "eu"], ["one text", "2 given"]),
        (["show"], ["name"]),
        (["show", "coe", "eu"], ["eu"]),
        (["compare", "coe", "--text", ""], ["--text is empty"]),
        (["compare", "coe", "--text", " \n"], ["--text is empty"]),
        (["compare", "coe", "eu", "--baseline", "oecd"], ["baseline 'oecd-2024' is not among"]),
        (["compare", "coe", "eu", "--baseline", "oced"], ["oced", "oecd"]),
        (["compare", "coe", "eu", "--width", "10"], ["--width", "40"]),
        (["compare", "coe", "eu", "--width", "wide"], ["--width", "wide"]),
        (["compare", "coe", "eu", "--library", "no-folder"], ["no such folder", "no-folder"]),
        (["list", "--library", "draft.txt"], ["not a folder", "draft.txt"]),
        (["check", "no-folder"], ["no such folder", "no-folder"]),
        (["compare", "coe", "eu", "--taxonomy", "no-file.toml"], ["no-file.toml", "no such file"]),
        (["elements", "--taxonomy", "draft.txt"], ["draft.txt", "toml"]),
        (["compare", "coe", "eu", "--taxonomy", "."], ["is a directory"]),
        (["compare", "coe", "no-file.txt"], ["cannot read 'no-file.txt'", "no such file"]),
        (["compare", "coe", "no/such/eu"], ["cannot read 'no/such/eu'"]),
        (["compare", "coe", "./"], ["cannot read './'", "it is a folder"]),
        (["segment", "--text", "a text of two", "--lang", "xx"], ["'xx'", "en"]),
        (["segment", "ru-strategy-2024", "--method", "reviewed"], ["reviewed"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)  # fmt: skip
def test_mistakes(run: Run, here: Path, arguments: list[str], parts: list[str]) -> None:
    ran = run(*arguments)
    is_error(ran)
    for part in parts:
        assert part in ran.err.lower()


@pytest.mark.parametrize("name", ["\x1b[31mred", "a\nb", "bell\x07", "\x9b31m", "\u202eevil"])
def test_errors_obey_no_control_character(run: Run, here: Path, name: str) -> None:
    for arguments in (
        ["show", name],
        [name],
        ["show", f"--{name}"],
        ["compare", "coe", f"{name}.txt"],
        ["compare", "coe", "eu", "--format", name],
        ["compare", "coe", "eu", "--elements", name],
        ["list", "--status", name],
        ["list", "--library", name],
        ["show", "eu", "--out", f"{name}/x.txt"],
        ["show", "eu", "--out", f"x.{name}"],
    ):
        ran = run(*arguments)
        assert ran.code == 2 and ran.err.count("\n") == 1
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", ran.err), arguments


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"", "holds no text"),
        (b" \n\t\n", "holds no text"),
        (b"\xef\xbb\xbf", "holds no text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "holds no text; a picture"),
        (b"\x00\x01\x02\x00binary without high bytes", "file.txt"),
    ],
    ids=["empty", "white space", "mark alone", "png", "nul"],
)
def test_input_that_is_no_text(run: Run, here: Path, content: bytes, part: str) -> None:
    (here / "file.txt").write_bytes(content)
    is_error(run("compare", "coe", "file.txt"), part)
    is_error(run("segment", "-", stdin=content), part.replace("file.txt", "standard input"))


def test_directory_in_place_of_a_file(run: Run, here: Path) -> None:
    (here / "folder.txt").mkdir()
    is_error(run("compare", "coe", "folder.txt"), "cannot read 'folder.txt': it is a folder")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_unreadable_file(run: Run, here: Path) -> None:
    (here / "draft.txt").chmod(0)
    is_error(run("compare", "coe", "draft.txt"), "cannot read 'draft.txt': permission denied")


def test_link_in_a_circle(run: Run, here: Path) -> None:
    (here / "round.txt").symlink_to("round.txt")
    is_error(run("compare", "coe", "round.txt"), "cannot read 'round.txt'")


def test_name_longer_than_any_file_may_have(run: Run, here: Path) -> None:
    is_error(run("compare", "coe", "x" * 5000 + ".txt"), "cannot read")
    is_error(run("compare", "coe", "x" * 5000), "unknown definition")


def test_library_reports_every_fault_at_once(run: Run, here: Path) -> None:
    (here / "one.toml").write_text('id = "two"\ntext = ""\nstatus = "gone"\n', encoding="utf-8")
    (here / "broken.toml").write_text("id = \n", encoding="utf-8")
    for command in (["list"], ["show", "eu"], ["compare", "coe", "eu"]):
        ran = run(*command, "--library", ".")
        assert ran.code == 2 and ran.out == ""
        lines = ran.err.splitlines()
        assert len(lines) >= 4
        assert all(line.startswith("aidefs: ") and "Traceback" not in line for line in lines)
        assert any("one.toml: text" in line for line in lines)
        assert any("one.toml: status" in line for line in lines)
        assert any("broken.toml" in line and "TOML" in line for line in lines)


def test_taxonomy_reports_every_fault_at_once(run: Run, here: Path) -> None:
    (here / "mine.toml").write_text(
        '[[element]]\nid = "all"\ngroup = "x"\n\n[[element]]\nlabel = "L"\n', encoding="utf-8"
    )
    for command in (["elements"], ["compare", "coe", "eu"], ["segment", "eu"]):
        ran = run(*command, "--taxonomy", "mine.toml")
        assert ran.code == 2 and ran.out == ""
        assert len(ran.err.splitlines()) >= 3
        assert all(line.startswith("aidefs: ") for line in ran.err.splitlines())


def test_main_gives_codes_and_never_exits() -> None:
    with pytest.raises(InputError):
        aidefs.compare("coe", "eu", baseline="oecd")
    assert main(["compare", "coe", "eu", "--baseline", "oecd"]) == 2


# --- files, standard input ------------------------------------------------------------------------


def test_a_name_goes_before_a_file_of_the_same_name(run: Run, here: Path) -> None:
    (here / "eu").write_text("Another text altogether.", encoding="utf-8")
    assert "EU AI Act" in run("diff", "eu", "coe").out
    assert "Another text" in run("diff", "./eu", "coe").out


def test_a_file_without_ending(run: Run, here: Path) -> None:
    (here / "mydraft").write_text(DRAFT, encoding="utf-8")
    assert (
        run("compare", "coe", "mydraft").out.replace("mydraft", "draft.txt").split()
        == run("compare", "coe", "draft.txt").out.split()
    )


def test_standard_input(run: Run, here: Path) -> None:
    ran = run("diff", "draft.txt", "-", stdin=DRAFT.replace("software", "a machine").encode())
    assert ran.code == 0 and "[-software-]{+a machine+}" in ran.out
    assert "draft.txt → standard input" in ran.out


def test_standard_input_twice_is_a_mistake(run: Run) -> None:
    is_error(run("diff", "-", "-", stdin=DRAFT.encode()), "standard input")


def test_byte_order_mark_is_no_part_of_the_text(run: Run, here: Path) -> None:
    (here / "bom.txt").write_bytes(b"\xef\xbb\xbf" + DRAFT.encode())
    assert run("diff", "draft.txt", "bom.txt", "--exit-code").code == 0


def test_line_ends_of_windows_are_line_ends(run: Run, here: Path) -> None:
    (here / "unix.txt").write_bytes(b"An AI system is\nsoftware.\n")
    (here / "windows.txt").write_bytes(b"An AI system is\r\nsoftware.\r\n")
    ran = run("diff", "unix.txt", "windows.txt", "--exit-code")
    assert ran.code == 0
    assert "␍" not in ran.out


def test_line_feed_at_the_end_of_a_file_is_no_part_of_the_text(run: Run, here: Path) -> None:
    (here / "end.txt").write_text(DRAFT + "\n", encoding="utf-8")
    assert "\n\n\n" not in run("diff", "end.txt", "end.txt").out
    data = json.loads(run("segment", "end.txt", "-f", "json").out)
    assert data["text"].strip() == DRAFT


# --- writing --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "form"),
    [("x.txt", "text"), ("x.md", "markdown"), ("x.tex", "latex"), ("x.html", "html"), ("x.htm", "html"),
     ("x.json", "json"), ("x.rst", "rst"), ("x.tsv", "tsv"), ("x.csv", "csv"), ("x.y.MD", "markdown")],
)  # fmt: skip
def test_out_chooses_the_format_by_its_ending(run: Run, here: Path, name: str, form: str) -> None:
    assert run("compare", "coe", "eu", "--out", name) == Ran(0, "", "")
    whole = ["--standalone"] if form == "html" else []
    assert (here / name).read_bytes().decode() == run("compare", "coe", "eu", "-f", form, *whole).out
    assert sorted(path.name for path in here.iterdir()) == sorted(["draft.txt", name])


def test_a_format_goes_before_the_ending(run: Run, here: Path) -> None:
    run("show", "eu", "--out", "x.txt", "--format", "json")
    assert json.loads((here / "x.txt").read_text(encoding="utf-8"))["schema"] == "aidefs/definition/1"
    run("show", "eu", "--out", "no-ending", "--format", "text")
    assert (here / "no-ending").read_text(encoding="utf-8") == run("show", "eu").out


@pytest.mark.parametrize("name", ["x.doc", "x", "x.", ".txt", "folder/x.txt", "sub"])
def test_out_that_cannot_be_written_leaves_nothing(run: Run, here: Path, name: str) -> None:
    (here / "sub").mkdir()
    before = sorted(path.name for path in here.iterdir())
    ran = run("compare", "coe", "eu", "--out", name)
    is_error(ran, "cannot write" if name != ".txt" else "")
    assert sorted(path.name for path in here.iterdir()) == before


def test_out_onto_a_folder(run: Run, here: Path) -> None:
    (here / "folder.txt").mkdir()
    is_error(run("show", "eu", "--out", "folder.txt"), "cannot write 'folder.txt': is a directory")
    assert sorted(path.name for path in here.iterdir()) == ["draft.txt", "folder.txt"]


def test_out_keeps_mode_and_link(run: Run, here: Path) -> None:
    (here / "real.txt").write_text("old", encoding="utf-8")
    (here / "real.txt").chmod(0o640)
    (here / "link.txt").symlink_to("real.txt")
    assert run("show", "eu", "--out", "link.txt", "--force").code == 0
    assert (here / "link.txt").is_symlink()
    assert stat.S_IMODE((here / "real.txt").stat().st_mode) == 0o640
    assert "Article 3(1)" in (here / "real.txt").read_text(encoding="utf-8")


def test_out_makes_files_as_the_umask_says(run: Run, here: Path) -> None:
    before = os.umask(0o027)
    try:
        run("show", "eu", "--out", "new.txt")
        assert os.umask(0o027) == 0o027
    finally:
        os.umask(before)
    assert stat.S_IMODE((here / "new.txt").stat().st_mode) == 0o640


def test_out_is_written_at_once_or_not_at_all(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "x.txt").write_text("old", encoding="utf-8")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    is_error(run("show", "eu", "--out", "x.txt", "--force"), "cannot write 'x.txt': no space left on device")
    assert (here / "x.txt").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in here.iterdir()) == ["draft.txt", "x.txt"]


def test_a_mistake_leaves_an_existing_file_alone(run: Run, here: Path) -> None:
    is_error(run("compare", "coe", "eo", "--out", "draft.txt", "--force"), "'eo'")
    assert (here / "draft.txt").read_text(encoding="utf-8") == DRAFT


# --- processes, locales, pipes --------------------------------------------------------------------

posix = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")


def test_python_m_aidefs_and_exit_codes() -> None:
    assert process("show", "eu").code == 0
    assert process("diff", "oecd@2019", "oecd", "--exit-code").code == 1
    is_error(process("show", "eo"), "'eo'")


@pytest.mark.parametrize(
    ("columns", "width"), [("120", 120), ("60", 60), ("7", 40), ("", 80), ("wide", 80), ("0", 80)]
)
def test_columns_count_where_there_is_no_screen(columns: str, width: int, run: Run) -> None:
    env = {"COLUMNS": columns}
    assert (
        process("compare", "coe", "eu", env=env).out == run("compare", "coe", "eu", "--width", str(width)).out
    )


@pytest.mark.parametrize(
    "env",
    [
        {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
        {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LINES": "7"},
    ],
    ids=["ascii", "c", "cp1252", "other"],
)
def test_same_bytes_whatever_the_environment(run: Run, env: dict[str, str], here: Path) -> None:
    (here / "quoted.txt").write_text("«système d’IA» means “an AI system” – 人工知能", encoding="utf-8")
    for arguments in (
        ["compare", "coe", "eu"],
        ["show", "jp-ai-promotion-act-2025-ja"],
        ["diff", "coe", "quoted.txt"],
    ):
        assert process(*arguments, env=env) == run(*arguments)
    assert process("list", "-h", env=env).code == 0
    is_error(process("show", "‘eu’", env=env), "unknown definition")


@posix
def test_a_closed_pipe_is_quiet() -> None:
    command = f"set -o pipefail; {sys.executable} -m aidefs list --format json | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"{\n", b"")


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_an_error_of_one_line() -> None:
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m aidefs list > /dev/full"], capture_output=True, check=False
    )
    is_error(Ran(done.returncode, "", done.stderr.decode()), "no space left on device")


@posix
def test_a_closed_standard_output_shows_no_traceback() -> None:
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m aidefs list >&-"], capture_output=True, check=False
    )
    assert b"Traceback" not in done.stderr


def unread(pipe: int) -> int:
    """How many bytes stand in a pipe."""
    import fcntl
    import struct
    import termios

    answer: bytes = fcntl.ioctl(pipe, termios.FIONREAD, bytes(4))
    return int(struct.unpack("i", answer)[0])


@posix
def test_an_interrupt_shows_no_traceback() -> None:
    # What is started from a shell's background ignores interrupts, and so would the child.
    heed = "import signal, runpy; signal.signal(signal.SIGINT, signal.default_int_handler)"
    with subprocess.Popen(
        [sys.executable, "-c", f"{heed}; runpy.run_module('aidefs', run_name='__main__')", "segment", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as child:
        assert child.stdin and child.stderr
        child.stdin.write(b"An AI")  # it waits for more
        child.stdin.flush()
        while unread(child.stdin.fileno()):  # however long this machine takes to start it
            with pytest.raises(subprocess.TimeoutExpired):
                child.wait(0.1)
        child.send_signal(signal.SIGINT)
        child.stdin.close()
        assert child.wait(10) == 130
        assert b"Traceback" not in child.stderr.read()


# --- a terminal -----------------------------------------------------------------------------------


def terminal(*arguments: str, columns: int = 100, **env: str) -> str:
    """What a pseudo-terminal of some width receives."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    attributes = termios.tcgetattr(theirs)
    attributes[1] &= ~termios.OPOST  # line feeds as they are
    termios.tcsetattr(theirs, termios.TCSANOW, attributes)
    clean = {
        k: v
        for k, v in os.environ.items()
        if k not in ("NO_COLOR", "COLUMNS", "LINES", "FORCE_COLOR", "COLORTERM")
    }
    child = subprocess.Popen(
        [sys.executable, "-m", "aidefs", *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.PIPE,
        env={**clean, "TERM": "xterm-256color", **env},
    )
    os.close(theirs)
    received = b"".join(_chunks(ours))
    os.close(ours)
    assert child.stderr
    errors = child.stderr.read()
    child.stderr.close()
    assert (child.wait(), errors) == (0, b"")
    return received.decode()


def _chunks(descriptor: int) -> Iterator[bytes]:
    while True:
        try:
            chunk = os.read(descriptor, 65536)
        except OSError:  # Linux reports the end so
            return
        if not chunk:
            return
        yield chunk


def bare(shown: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", shown)


@posix
def test_a_terminal_shows_colour_in_place_of_marks() -> None:
    shown = terminal("compare", "coe", "eu")
    assert "[-" not in shown and "{+" not in shown
    assert re.search(r"\x1b\[[0-9;]*9[0-9;]*m[^\x1b]*may\x1b\[0m", shown)  # struck
    assert re.search(r"\x1b\[[0-9;]*4[0-9;]*m[^\x1b]*can\x1b\[0m", shown)  # underlined
    boxed = [line for line in bare(shown).splitlines() if line[:1] in "┌├│└" and line]
    assert {len(line) for line in boxed} == {len(boxed[0])} and len(boxed[0]) <= 100
    assert max(map(len, bare(shown).splitlines())) <= 100


@posix
@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_without_colour_a_terminal_shows_marks(run: Run, env: dict[str, str]) -> None:
    assert (
        terminal("compare", "coe", "eu", columns=90, **env)
        == run("compare", "coe", "eu", "--width", "90").out
    )


@posix
def test_an_empty_no_color_means_nothing() -> None:
    """As no-color.org has it: set and not empty."""
    assert "\x1b[" in terminal("diff", "oecd@2019", "oecd", NO_COLOR="")


@posix
@pytest.mark.parametrize("columns", [0, 30, 500])
def test_strange_terminals(columns: int) -> None:
    shown = terminal("diff", "oecd@2019", "oecd", columns=columns)
    assert "machine-based" in shown


@posix
def test_other_formats_have_no_colour_on_a_terminal(run: Run) -> None:
    for form in ("markdown", "json", "github"):
        assert terminal("compare", "coe", "eu", "-f", form) == run("compare", "coe", "eu", "-f", form).out


@posix
def test_a_hostile_text_cannot_reach_the_terminal(here: Path) -> None:
    evil = "An AI \x1b]0;title\x07 system \x1b[2J is \x9b31m software \x08\x08."
    (here / "evil.txt").write_text("An AI \x1b[2J system is \x9b31m software.", encoding="utf-8")
    assert "\x1b[2J" not in terminal("diff", "draft.txt", "evil.txt")
    shown = terminal("diff", "draft.txt", "--text", evil)
    assert not re.search("[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f]", bare(shown))
    assert "\x1b" not in bare(shown)


def test_a_list_in_groups(run: Run) -> None:
    shown = run(
        "list", "--jurisdiction", "EU", "--jurisdiction", "OECD", "--lang", "en", "--by", "jurisdiction"
    ).out
    assert (
        shown.index("European Union (EU): 10 definitions")
        < shown.index("eu-ai-act-2024")
        < shown.index("OECD: 4 definitions")
    )
    assert shown.rstrip().splitlines()[-1].startswith("14 definitions of ")
    data = json.loads(run("list", "--jurisdiction", "OECD", "--by", "year", "-f", "json").out)
    assert data["groups"] == {
        "2019": ["oecd-2019"],
        "2021": ["oecd-ai-partners-note-2021"],
        "2023": ["oecd-2023"],
        "2024": ["oecd-2024"],
    }


@pytest.mark.parametrize("form", ["text", "markdown", "latex", "html"])
def test_a_stamp_says_which_data_were_used(run: Run, form: str) -> None:
    data = json.loads(run("show", "eu", "-f", "json").out)
    for command in (["compare", "coe", "eu"], ["diff", "coe", "eu"], ["list"], ["show", "eu"]):
        plain, stamped = run(*command, "-f", form).out, run(*command, "-f", form, "--stamp").out
        assert data["data_hash"] in stamped and data["data_version"] in stamped
        assert data["data_hash"] not in plain


# --- names ------------------------------------------------------------------------------------


def test_names_of_people_serve_wherever_ids_do(run: Run) -> None:
    assert run("show", "Colorado AI Act").out == run("show", "us-co-sb24-205-2024").out
    assert run("show", "ISO/IEC 22989").out == run("show", "iso").out
    assert run("compare", "Council of Europe", "ISO/IEC 22989").out == run("compare", "coe", "iso").out
    assert run("cite", "32024R1689").out == run("cite", "eu").out
    several = run("show", "EO 14110")
    assert several.code == 2 and "us-eo-14110-2023-ai-system" in several.err
    assert "eu-ai-act-2024 (AI Act)" in run("show", "AI Akt").err


def test_a_file_goes_before_what_people_call_a_text(run: Run, here: Path) -> None:
    (here / "Texas").write_text("“AI” means a tool that acts.", encoding="utf-8")
    assert "Comparison: CoE Convention / Texas\n" in run("compare", "coe", "Texas").out


def test_lists_are_never_silent(run: Run) -> None:
    assert "us-ut-53-25-901-2025  " in run("list", "utah").out
    assert "uk-white-paper-2023" in run("list", "--jurisdiction", "UK").out
    unknown = run("list", "--jurisdiction", "Narnia")
    assert unknown.code == 2 and "unknown jurisdiction 'Narnia'; nearest: " in unknown.err
    nothing = run("list", "colorodo act")
    assert nothing.code == 0 and "Nearest names: " in nothing.out and "Colorado" in nothing.out
    assert json.loads(run("list", "colorodo act", "-f", "json").out)["nearest"]
    assert "Military AI Declaration" in run("list", "--element", "autonomy", "--modal", "may").out
    assert run("list", "--element", "autonomi").code == 2


def test_words_choose_what_is_surveyed_as_they_choose_a_list(run: Run) -> None:
    assert run("coverage", "utah").out == run("coverage", "--jurisdiction", "US-UT").out


# --- errors that say what to type -----------------------------------------------------------------


def test_errors_say_what_to_type(run: Run) -> None:
    is_error(run("timeline"), '--words "infer*"', "adaptiveness")
    is_error(run("coverage", "--elements", "zzz"), "unknown element 'zzz'", "autonomy", "outputs")
    for command in (["list"], ["segment", "eu"], ["nearest", "eu"], ["timeline", "outputs"]):
        is_error(run(*command, "--lang", "French"), "fr in place of 'French'")
    is_error(run("list", "--lang", "Deutsch!"), "en (English)")
    is_error(run("matrix", "--measure", "zzz"), "definiens", "autonomy")
    assert run("list", "--lang", "zh-Hant").code == run("list", "--lang", "FR").code == 0


def test_a_file_whose_name_has_spaces_is_a_file(run: Run, here: Path) -> None:
    (here / "my own draft.txt").write_text(DRAFT, encoding="utf-8")
    assert "Nearest to my own draft.txt" in run("nearest", "my own draft.txt").out


# --- whatever goes wrong --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (RecursionError("maximum recursion depth exceeded"), "something in the input stands too deep"),
        (MemoryError(), "there is not enough memory for this input"),
        (ValueError("two\nlines"), "a fault of the program, worth a report: ValueError: two lines"),
        (KeyError("x"), "a fault of the program, worth a report: KeyError: 'x'"),
        (AssertionError(), "a fault of the program, worth a report: AssertionError"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_no_fault_shows_a_traceback_or_ends_as_a_difference(
    run: Run, monkeypatch: pytest.MonkeyPatch, fault: Exception, said: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr("aidefs.comparison.rows.compare", fail)
    ran = run("compare", "coe", "eu")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert said in ran.err and "Traceback" not in ran.err


_ARGUMENTS = """
eu coe oecd@2019 eu:fr draft.txt - . .. /dev/null --out --format json latex rst docx csv --force --lang
--level char clause --text --library --taxonomy --elements core --name --caption --cells ticks --width 60
--baseline --style bibtex --year 2024 --limit 3 --words --only --transpose --layout span --against
"""
_WORDS = st.one_of(st.sampled_from(_ARGUMENTS.split()), texts(4).map(lambda text: text.replace("/", "")))


# These wait for a reader, or work for minutes; their arguments are tried in their own tests.
_QUICK = [name for name in COMMANDS if name not in ("corpus", "mcp", "serve", "site")]


@given(command=st.sampled_from(_QUICK), arguments=st.lists(_WORDS, max_size=6))
@settings(
    max_examples=settings.default.max_examples // 3,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_no_arguments_show_a_fault_of_the_program(
    run: Run, here: Path, command: str, arguments: list[str]
) -> None:
    ran = run(command, *arguments, stdin=DRAFT.encode())
    assert ran.code in (0, 1, 2) and "a fault of the program" not in ran.err
    assert ran.code == 0 or ran.code == 1 or ran.err.startswith("aidefs: ")


@pytest.mark.skipif(sys.platform == "win32", reason="names of files are texts there")
def test_files_whose_names_are_no_text(here: Path) -> None:
    """As a person calls it, in a program of its own: names come in and go out as the system gives them."""
    name, library = b"caf\xe9.txt", b"l\xe9b"
    quoted = b"The AI Act says: \xe2\x80\x9cAI system means a machine-based thing\xe2\x80\x9d"
    Path(os.fsdecode(name)).write_bytes(b"An AI system is a machine-based system that infers.")
    Path(os.fsdecode(b"q\xe9.txt")).write_bytes(quoted)
    Path(os.fsdecode(library)).mkdir()
    Path(os.fsdecode(library), "x.toml").write_text('id = "x"\ntext = "An AI system is x."\n', "utf-8")
    calls: tuple[tuple[int, list[bytes]], ...] = (
        (0, [b"compare", b"eu", name]),
        (0, [b"compare", b"eu", name, b"-f", b"docx", b"-o", b"\xe9.docx"]),
        (0, [b"diff", name, b"eu", b"-f", b"json"]),
        (0, [b"segment", name, b"-o", b"\xe9.html"]),
        (0, [b"table", b"eu", name, b"-f", b"latex", b"--bib", b"\xe9.bib"]),
        (0, [b"verify", name, b"-f", b"json"]),
        (0, [b"verify", name, b"-o", b"\xe9.sarif"]),
        (0, [b"export", b"out\xe9", b"--library", library]),
        (0, [b"check", library]),
        (2, [b"show", b"no-\xe9"]),
        (2, [b"verify", b"no-\xe9.pdf"]),
        (2, [b"check", name]),
    )
    for code, arguments in calls:
        done = subprocess.run([sys.executable, "-m", "aidefs", *arguments], capture_output=True, check=False)
        assert (done.returncode, b"Traceback" in done.stderr) == (code, False), (arguments, done.stderr)
        assert len(done.stderr.splitlines()) == (code == 2), arguments


@pytest.mark.parametrize(
    "command", ["check deep", "list --library deep", "segment eu --taxonomy deep/x.toml"]
)
@pytest.mark.parametrize(
    "deep",
    [".".join("a" * 2000) + " = 1", f"a = {'[' * 9000}{']' * 9000}", f"a = {'{b=' * 900}1{'}' * 900}"],
    ids=["keys", "arrays", "tables"],
)
def test_tables_that_stand_too_deep_are_a_fault_of_the_file(
    run: Run, here: Path, command: str, deep: str
) -> None:
    (here / "deep").mkdir()
    (here / "deep" / "x.toml").write_text(f'id = "x"\ntext = "An AI system is x."\n{deep}\n', "utf-8")
    ran = run(*command.split())
    fault = "deep/x.toml: holds more than 50 tables in each other [toml-syntax]"
    if command == "check deep":
        assert (ran.code, ran.err) == (1, "") and fault in ran.out
    else:
        is_error(ran, fault)


@pytest.mark.parametrize("arguments", [("Deutschland",), ("--jurisdiction", "Germany")])
def test_of_a_country_without_a_text_that_is_said_and_nothing_else(
    run: Run, arguments: tuple[str, ...]
) -> None:
    said = run("list", *arguments)
    assert said.code == 0 and said.out.endswith(" There is no text of Germany.\n")
