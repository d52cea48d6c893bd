"""Documentation is run: commands give what stands below them, Python blocks work, examples of --help do.

In `console` blocks a line beginning with "$ " is a command and the lines below it are its output, where
"…" on a line of its own stands for any lines. In `sh` blocks every line is a command; a `text`, `json` or
`markdown` block right behind a block of one command is its output. Only `aidefs …` and `python -m aidefs …`
are run. The blocks of one page share a folder, which begins as a copy of `examples`, and a namespace; a
`toml` block with elements is the file `elements.toml` of that folder.
`<!-- not run: reason -->` right before a block leaves it out.

After a change that is meant to change them:

    python -m pytest tests/house/test_documents.py --update

writes the outputs into the pages; `git diff` then shows what a reader will see differently. A line "…" stays
where it is, and beside it as many lines are shown as before.
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

import click
import pytest

import aidefs
from aidefs.cli.group import cli
from aidefs.cli.main import main

ROOT = Path(__file__).parents[2]
PAGES = [
    page
    for page in (
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        ROOT / "examples" / "README.md",
        *sorted((ROOT / "docs").glob("**/*.md")),
    )
    if page.exists()
]
_FENCE = re.compile(
    r"^(?P<skip><!-- not run: [^\n]+ -->\n+)?"
    r"(?P<indent> *)```(?P<kind>\w*)[^\n]*\n(?P<body>.*?)^(?P=indent)```$",
    re.M | re.S,
)
_COMMAND = re.compile(r"^(?:python3? -m )?aidefs\b|\| *(?:python3? -m )?aidefs\b")


class Block(NamedTuple):
    """A fenced block; `output` is what must come out, None where nothing is shown."""

    line: int
    kind: str
    body: str
    output: str | None = None
    start: int = 0  # of the block in the page
    indent: str = ""


class Example(NamedTuple):
    """A command and the output below it, "" where none is shown."""

    command: str
    output: str


def blocks(page: str) -> Iterator[Block]:
    """The blocks that are to be run, each with the output block right behind it."""
    found = list(_FENCE.finditer(page))
    for n, match in enumerate(found):
        if match["skip"] or match["kind"] not in ("console", "sh", "bash", "python"):
            continue
        output = None
        if n + 1 < len(found):
            then = found[n + 1]
            between = page[match.end() : then.start()]
            if then["kind"] in ("text", "json", "markdown") and not between.strip():
                output = _dedented(then)
        line = page[: match.start()].count("\n") + 1
        yield Block(line, match["kind"], _dedented(match), output, match.start("body"), match["indent"])


def _dedented(match: re.Match[str]) -> str:
    return re.sub(rf"^{match['indent']}", "", match["body"], flags=re.M)


def examples(block: Block) -> list[Example]:
    """The commands of a block, each with its output."""
    joined = block.body.replace("\\\n", " ")
    if block.kind == "console":
        parts = re.split(r"^\$ ", joined, flags=re.M)
        pairs = [part.partition("\n") for part in parts[1:]]
        return [Example(_plain(command), output) for command, _, output in pairs]
    commands = [Example(_plain(line), "") for line in joined.splitlines() if line.strip() and line[0] != "#"]
    if block.output is not None:
        assert len(commands) == 1, f"line {block.line}: whose output is it?"
        commands = [Example(commands[0].command, block.output)]
    return commands


def _plain(command: str) -> str:
    return re.sub(r"\s+# .*", "", command).strip()


_GAP = re.compile(r"^ *(?:…|\.\.\.)\n", re.M)


def _gaps(expected: str) -> list[str]:
    """What a page shows, cut at its gaps."""
    return _GAP.split(expected.rstrip() + "\n")


def same(shown: str, expected: str) -> bool:
    """Whether the output is what the page shows; "…" alone on a line stands for any lines."""
    pattern = r"(?:.*\n)*?".join(map(re.escape, _gaps(expected)))
    return re.fullmatch(pattern, shown.rstrip() + "\n") is not None


def renewed(shown: str, expected: str) -> str:
    """The output to be written in the place of what the page shows, with the gaps that the page has.

    The lines before the first gap are the first ones of the output, and those behind the last gap its last
    ones. What stands between two gaps is taken where the output is most like it.
    """
    lines = (shown.rstrip() + "\n").splitlines(keepends=True)
    parts = [part.splitlines(keepends=True) for part in _gaps(expected)]
    gaps = _GAP.findall(expected.rstrip() + "\n")
    if not gaps:
        return shown.rstrip() + "\n"
    first, *middle, last = parts
    chosen = [lines[: len(first)]]
    at, end = len(first), max(len(first), len(lines) - len(last))
    for part in middle:
        starts = range(at, max(at, end - len(part)) + 1)
        start = max(starts, key=lambda k: (_likeness(lines[k : k + len(part)], part), -k))
        chosen.append(lines[start : start + len(part)])
        at = start + len(part)
    chosen.append(lines[max(at, end) :])
    filled = "".join("".join(part) + gap for part, gap in zip(chosen, [*gaps, ""], strict=True))
    return filled if same(shown, filled) else shown.rstrip() + "\n"


def _likeness(lines: list[str], others: list[str]) -> float:
    return SequenceMatcher(None, "".join(lines), "".join(others), autojunk=False).ratio()


class Renewal:
    """A page whose outputs are replaced, from its beginning to its end."""

    def __init__(self, page: Path) -> None:
        self.page = page
        self.before = self.text = page.read_text(encoding="utf-8")
        self.at = 0

    def replace(self, block: Block, old: str, new: str) -> None:
        """Put an output of a block in the place of the one that the page shows."""
        behind = len(self.text) - len(self.before)  # by which all that follows has moved
        self.at = self.text.index(_indented(old, block.indent), max(self.at, block.start + behind))
        end = self.at + len(_indented(old, block.indent))
        self.text = self.text[: self.at] + _indented(new, block.indent) + self.text[end:]
        self.at += len(_indented(new, block.indent))

    def save(self) -> None:
        if self.text != self.before:
            self.page.write_text(self.text, encoding="utf-8", newline="\n")


def _indented(text: str, indent: str) -> str:
    return re.sub("^(?=.)", indent, text, flags=re.M)


class Printed(NamedTuple):
    """What a command gives: its exit code, and both outputs together as a reader sees them."""

    code: int
    text: str


_OF_A_SHELL = re.compile(r"[][|<>&;$`*?~(){}!]|^python")


def printed(command: str, folder: Path, *, by_shell: bool = False) -> Printed:
    """Runs a command line; one of plain words runs in this process, where the collection has been read.

    Args:
        command: The line as a page has it.
        folder: Where it runs, which is the working directory.
        by_shell: Whether a shell runs it in any case, as a reader does.
    """
    if by_shell or _OF_A_SHELL.search(command):
        return _by_shell(command, folder)
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="", write_through=True)
    with contextlib.redirect_stdout(stream), contextlib.redirect_stderr(stream):
        code = main(shlex.split(command)[1:])
    return Printed(code, stream.buffer.getvalue().decode("utf-8"))  # type: ignore[attr-defined]


def _by_shell(command: str, folder: Path) -> Printed:
    """Runs a command line with this interpreter's aidefs."""
    line = re.sub(
        r"(^|\| *)(?:python3? -m )?aidefs\b", rf"\1{shlex.quote(sys.executable)} -m aidefs", command
    )
    done = subprocess.run(
        ["bash", "-c", line],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return Printed(done.returncode, done.stdout)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the example files that the pages speak of."""
    shutil.copytree(ROOT / "examples", tmp_path, dirs_exist_ok=True)
    shutil.copytree(ROOT / "examples", tmp_path / "examples")  # README.md speaks of it from outside
    shutil.copy(tmp_path / "personal-data.toml", tmp_path / "my-elements.toml")  # named so by --help
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


def _with_end_of(old: str, shown: str) -> str:
    """The renewed output with the empty lines at the end of the old one."""
    return renewed(shown, old).rstrip("\n") + old[len(old.rstrip()) :]


# --- pages ----------------------------------------------------------------------------------------


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs a shell")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
@pytest.mark.exhaustive
def test_commands_of_the_pages(page: Path, folder: Path, update: bool) -> None:
    wrong = []
    renewal = Renewal(page)
    for block in blocks(page.read_text(encoding="utf-8")):
        if block.kind == "python":
            continue
        for example in examples(block):
            if not _COMMAND.search(example.command):
                continue
            ran = printed(example.command, folder, by_shell=page == ROOT / "README.md")
            place = f"{page.relative_to(ROOT)}:{block.line}: $ {example.command}"
            if example.output.strip():
                if update and not same(ran.text, example.output):
                    renewal.replace(block, example.output, _with_end_of(example.output, ran.text))
                elif not same(ran.text, example.output):
                    wrong.append(f"{place}\n--- shown on the page\n{example.output}--- printed\n{ran.text}")
            elif ran.code == 2 or "Traceback" in ran.text:
                wrong.append(f"{place}\n{ran.text}")
    renewal.save()
    assert not wrong, "\n\n".join(wrong)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_python_of_the_pages(page: Path, folder: Path, update: bool) -> None:
    renewal = Renewal(page)
    names: dict[str, object] = {"__name__": "__main__"}
    text = page.read_text(encoding="utf-8")
    if "to_frame()" in text:
        pytest.importorskip("pandas")
    for match in _FENCE.finditer(text):
        if match["kind"] == "toml" and "[[element]]" in match["body"]:
            (folder / "elements.toml").write_text(match["body"], encoding="utf-8")
    for block in blocks(text):
        if block.kind != "python":
            continue
        printed = io.StringIO()
        code = compile("\n" * block.line + block.body, str(page), "exec")
        with contextlib.redirect_stdout(printed):
            exec(code, names)
        if block.output is not None:
            if update and not same(printed.getvalue(), block.output):
                renewal.replace(block, block.output, _with_end_of(block.output, printed.getvalue()))
                continue
            assert same(printed.getvalue(), block.output), (
                f"{page.relative_to(ROOT)}:{block.line}\n{printed.getvalue()}"
            )
    renewal.save()


def test_the_readme_shows_commands_with_output_and_python() -> None:
    found = list(blocks((ROOT / "README.md").read_text(encoding="utf-8")))
    shown = [example for block in found if block.kind == "console" for example in examples(block)]
    assert any(example.command.startswith("aidefs compare") and example.output for example in shown)
    assert any(block.kind == "python" for block in found)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_inside_the_repository_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```|`[^`]*`", "", page.read_text(encoding="utf-8"), flags=re.S)
    targets = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", text)
    assert [target for target in targets if not (page.parent / target).exists()] == []


# --- help -----------------------------------------------------------------------------------------


def commands() -> dict[str, click.Command]:
    """The commands by name."""
    context = click.Context(cli)
    found = {name: cli.get_command(context, name) for name in cli.list_commands(context)}
    return {name: command for name, command in found.items() if command is not None}


def help_examples() -> list[str]:
    """The command lines of every "Examples:" section."""
    texts = [cli.help or "", *(command.help or "" for command in commands().values())]
    return [
        line.strip() for text in texts for line in text.splitlines() if line.strip().startswith("aidefs ")
    ]


@pytest.mark.parametrize("line", help_examples())
def test_examples_of_help(
    line: str, folder: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    if line.startswith("aidefs mcp"):  # which serves until what started it is gone
        command = [sys.executable, "-m", *shlex.split(line)]
        ended = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=True)
        assert ended.stdout + ended.stderr == b""
        return
    if line.startswith(("aidefs serve", "aidefs site")):
        pytest.importorskip("waitress")
        # A server would go on, and a site takes a minute: tests/web looks at both.
        monkeypatch.setattr("waitress.server.BaseWSGIServer.run", lambda server: None)
        monkeypatch.setattr("webbrowser.open", lambda address: True)
        monkeypatch.setattr("aidefs.web.site.site_files", lambda **_: {"aidefs-site.json": b"{}"})
    wrong = "verify article.md" in line  # which has wrong quotations, for show
    if line.startswith("aidefs spread"):
        pytest.importorskip("pyarrow")
        main(["corpus", "bills.jsonl", "--out", "found", "--date", "introduced", "--jurisdiction", "state"])
        capsysbinary.readouterr()
    elif line.startswith("aidefs corpus"):
        pytest.importorskip("pyarrow")
    assert main(shlex.split(line)[1:]) == wrong
    out, err = capsysbinary.readouterr()
    assert err == b""
    assert out or "--out" in line


def test_every_term_has_a_page_with_a_table() -> None:
    terms = aidefs.Library.shipped().terms[1:]
    listed = (ROOT / "docs" / "terms.md").read_text(encoding="utf-8")
    assert sorted(page.stem for page in (ROOT / "docs" / "terms").glob("*.md")) == sorted(terms)
    for term in terms:
        page = (ROOT / "docs" / "terms" / f"{term}.md").read_text(encoding="utf-8")
        assert "$ aidefs table " in page and f"(terms/{term}.md)" in listed


def test_every_command_has_an_example() -> None:
    used = {shlex.split(line)[1] for line in help_examples()}
    assert used == set(commands())


# --- the reader of the pages itself ---------------------------------------------------------------

_PAGE = """
```console
$ aidefs show eu | head -2
EU
…
$ aidefs diff a \\
    b  # a remark
```

<!-- not run: needs a network -->
```sh
pip install aidefs
```

  ```sh
  aidefs list
  ```

  ```text
  x
    y
  ```

```python
print(1)
```
"""


def test_blocks_and_examples_are_found() -> None:
    console, listing, python = blocks(_PAGE)
    assert examples(console) == [
        Example("aidefs show eu | head -2", "EU\n…\n"),
        Example("aidefs diff a      b", ""),
    ]
    assert examples(listing) == [Example("aidefs list", "x\n  y\n")]
    assert (python.kind, python.body, python.line, python.output) == ("python", "print(1)\n", 24, None)
    assert listing.indent == "  " and _PAGE[listing.start :].startswith("  aidefs list\n")


def test_outputs_are_compared_to_the_letter() -> None:
    assert same("a\nb\nc\n", "a\nb\nc\n")
    assert same("a\nb\nc\n", "a\n…\nc\n")
    assert same("a\nc\n", "a\n...\nc\n")
    assert not same("a\nb\nc\n", "a\nc\n")
    assert not same("a\nb \nc\n", "a\nb\nc\n")
    assert not same("a\nb\nc\n", "a\nb\n")


@pytest.mark.parametrize(
    ("shown", "before", "after"),
    [
        ("a\nB\n", "a\nb\n", "a\nB\n"),
        ("A\nb\nc\nD\n", "a\n…\nd\n", "A\n…\nD\n"),
        ("A\nb\nc\nd\n", "a\n…\n", "A\n…\n"),
        ("one\nx\ntwo 3\ny\nend\n", "ONE\n…\ntwo 2\n…\nend\n", "one\n…\ntwo 3\n…\nend\n"),
        ("a\n", "a\nb\n…\nc\n", "a\n…\n"),  # too short for what the page shows
    ],
)
def test_a_renewed_output_keeps_its_gaps(shown: str, before: str, after: str) -> None:
    assert renewed(shown, before) == after
    assert same(shown, after)


def test_outputs_are_written_into_the_page_where_they_stand(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(_PAGE.replace("EU\n…", "EU\n…\n$ aidefs show eu:fr\nEU"), encoding="utf-8")
    renewal = Renewal(page)
    console, listing, _ = blocks(renewal.before)
    renewal.replace(console, "EU\n…\n", "Union\n…\n")
    renewal.replace(console, "EU\n", "Union\n\ntwo\n")
    renewal.replace(listing, "x\n  y\n", "z\n")
    renewal.save()
    expected = _PAGE.replace("EU\n…", "Union\n…\n$ aidefs show eu:fr\nUnion\n\ntwo")
    assert page.read_text(encoding="utf-8") == expected.replace("  x\n    y\n", "  z\n")
