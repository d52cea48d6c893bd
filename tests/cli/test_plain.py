"""Lines that are read without click: where one is, click reads the same."""

from __future__ import annotations

from typing import Any

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidefs.cli.commands import HOME, command_of
from aidefs.cli.declare import Command, Parameter, argument, command, option
from aidefs.cli.destination import _painted
from aidefs.cli.group import cli
from aidefs.cli.plain import plainly

COMMANDS = tuple(map(command_of, HOME))
ODD = (
    "-",
    "--",
    "",
    "-f",
    "-h",
    "--help",
    "--nothing",
    "-fjson",
    "--format=json",
    "0",
    "-1",
    "1.5",
    "7",
    "½",
    "٣",
)


def by_click(command: Command, words: list[str]) -> dict[str, Any] | None:
    """What click makes of a line, None where it complains or shows help."""
    context = click.Context(cli, info_name="aidefs")
    made = cli.get_command(context, command.name)
    assert made is not None
    try:
        return made.make_context(command.name, list(words), parent=context).params
    except (click.ClickException, click.exceptions.Exit):
        return None


def values(parameter: Parameter) -> st.SearchStrategy[str]:
    """Values that an option may have, and some that it may not."""
    kind = parameter.settings.get("type")
    known = [str(one) for one in getattr(kind, "words", kind or ()) if one is not None]
    return st.sampled_from([*known, "eu", "JSON", *ODD, *(word.upper() for word in known)])


@st.composite
def lines(draw: st.DrawFn, command: Command) -> list[str]:
    """The words behind the name of a command, mostly as a person would type them."""
    words: list[str] = []
    for parameter in draw(st.lists(st.sampled_from(command.parameters), max_size=6)):
        ways = [way for name in parameter.written for way in name.split("/")]
        if ways:
            words.append(draw(st.sampled_from(ways)))
        if not ways or not (parameter.settings.get("is_flag") or len(ways) > len(parameter.written)):
            words.append(draw(values(parameter)))
    if draw(st.booleans()):
        words.insert(draw(st.integers(0, len(words))), draw(st.sampled_from(ODD)))
    return words


@pytest.mark.parametrize("declared", COMMANDS, ids=lambda one: one.name)
@given(data=st.data())
def test_a_plain_line_is_read_as_click_reads_it(declared: Command, data: st.DataObject) -> None:
    words = data.draw(lines(declared))
    read = plainly(declared, words)
    if read is not None:
        expected = by_click(declared, words)
        assert read == expected
        assert {name: type(value) for name, value in read.items()} == {
            name: type(value) for name, value in (expected or {}).items()
        }


@pytest.mark.parametrize(
    "line",
    [
        "compare coe eu",
        "compare coe eu --format json --width 100",
        "diff coe eu --level char -o redline.html --force",
        "list --jurisdiction EU --jurisdiction US levels of autonomy",
        "verify page.md - --fail-on words --timeout 20",
        "lineage eu --least 0.4",
        "segment --text words --fragment",
        "segment --text words --standalone",
        "export out parquet",
        "check",
        "changes 2026.10",
        "corpus laws --out found --jobs 2",
        "serve --no-uploads",
    ],
)
def test_what_people_type_is_plain(line: str) -> None:
    name, *words = line.split()
    read = plainly(command_of(name), words)
    assert read is not None and read == by_click(command_of(name), words)


@pytest.mark.parametrize(
    "line",
    [
        "compare --help",
        "compare coe eu --format=json",
        "compare coe eu -fjson",
        "compare coe eu --level WORD",
        "compare coe eu --width 20",
        "compare coe eu --width",
        "compare -- coe eu",
        "review draft.txt --against oecd eu",
        "corpus laws",
        "changes",
        "changes 1 2 3",
        "export",
        "lineage --least 2",
        "diff coe eu --form json",
    ],
)
def test_everything_else_is_for_click(line: str) -> None:
    name, *words = line.split()
    assert plainly(command_of(name), words) is None


def test_an_option_of_a_kind_that_is_not_known_here_is_for_click() -> None:
    @command()
    @argument("name")
    @option("--count", count=True)
    def counted(name: str, count: int) -> None: ...

    assert plainly(counted, ["eu"]) is None


@pytest.mark.parametrize(
    ("mark", "look"),
    [
        ("delete", {"fg": "red", "strikethrough": True}),
        ("insert", {"fg": "blue", "underline": True}),
        ("strong", {"bold": True}),
        ("muted", {"dim": True}),
        ("quote", {"italic": True}),
        *[
            (f"tint{n}", {"fg": colour})
            for n, colour in enumerate(("blue", "yellow", "green", "magenta", "cyan", "red"), 1)
        ],
    ],
)
def test_words_are_painted_as_click_paints_them(mark: str, look: dict[str, Any]) -> None:
    assert _painted("words", mark) == click.style("words", **look)
    assert _painted("", mark) == ""
    assert _painted("words", "plain") == "words"
