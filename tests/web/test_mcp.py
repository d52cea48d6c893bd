"""The tools for assistants, driven by the official client over standard input and output."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import aidefs
from aidefs.cli.main import main
from aidefs.errors import AidefsError
from aidefs.library.library import Library
from aidefs.web.mcp import LONGEST, TOOLS, answer

EU = aidefs.get("eu").text
WRONG = f"Article 3(1) of the AI Act says: “{EU.rstrip(';').replace('infers', 'deduces')}”"
# Arguments that are right, and words that the answer must hold.
CALLS: dict[str, tuple[dict[str, Any], tuple[str, ...]]] = {
    "find_definitions": (
        {"words": "levels of autonomy", "jurisdiction": "EU", "year": 2024},
        ("eu-ai-act-2024",),
    ),
    "get_definition": ({"name": "eu"}, (EU, "Article 3(1)", "official document seen", "in force (as of 20")),
    "compare_definitions": (
        {"names": ["coe", "eu"], "elements": ["core"]},
        ("may influence", "reworded", EU),
    ),
    "verify_quotes": ({"text": WRONG}, ("WRONG", "[-infers-]{+deduces+}", EU)),
    "nearest_definitions": ({"text": "a machine-based system that infers outputs"}, ("Similarity 0.", "> ")),
    "cite_definition": ({"names": ["eu"], "style": "bibtex"}, ("@", "2024/1689")),
}
# Arguments that are wrong, and the one line that is said.
MISTAKES: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("get_definition", {"name": "euu"}, "unknown definition 'euu'; nearest: eu"),
    ("get_definition", {}, "get_definition takes the argument 'name'"),
    ("get_definition", {"name": 3}, "name is a text"),
    ("get_definition", {"name": "e" * 201}, "name has at most 200 characters, not 201"),
    ("get_definition", {"nam": "eu"}, "unknown argument 'nam'; nearest: name"),
    ("get_definition", {"a\n\u202eb": 1}, "unknown argument 'a [U+202E]b'; "),
    ("get_definition", {"name": "/etc/passwd"}, "unknown definition '/etc/passwd'"),
    ("compare_definitions", {"names": ["eu"]}, "names has 2 to 8 entries, not 1"),
    ("compare_definitions", {"names": ["eu"] * 9}, "names has 2 to 8 entries, not 9"),
    ("compare_definitions", {"names": "eu"}, "names is a list"),
    ("compare_definitions", {"names": ["eu", 1]}, "each of names is a text"),
    ("compare_definitions", {"names": ["eu", "coe"], "elements": ["x"]}, "unknown element 'x'"),
    ("find_definitions", {"status": "valid"}, "status is one of: in force, "),
    ("find_definitions", {"year": True}, "year is a whole number"),
    ("find_definitions", {"year": 24}, "a year has four digits"),
    ("verify_quotes", {"text": " "}, "text is empty"),
    ("verify_quotes", {"text": "x" * (LONGEST + 1)}, "text has at most 200,000 characters, not 200,001"),
    ("nearest_definitions", {"text": ""}, "text is empty"),
    ("cite_definition", {"names": ["eu"], "style": "apa"}, "style is one of: plain, bibtex, biblatex, csl"),
)


def driven(work: Callable[[Any], Awaitable[Any]], *arguments: str, mode: str = "auto") -> Any:
    """What the official client does with a server that it has started."""
    from mcp import Client, StdioServerParameters

    async def run() -> Any:
        command = StdioServerParameters(command=sys.executable, args=["-m", "aidefs", "mcp", *arguments])
        async with Client(command, mode=mode, read_timeout_seconds=120) as client:
            return await work(client)

    return asyncio.run(run())


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_every_tool_answers_the_official_client(mode: str) -> None:
    async def work(client: Any) -> Any:
        listed = (await client.list_tools()).tools
        return listed, {
            name: await client.call_tool(name, arguments) for name, (arguments, _) in CALLS.items()
        }

    listed, answers = driven(work, mode=mode)
    assert [tool.name for tool in listed] == list(TOOLS) == list(CALLS)
    assert all(tool.annotations.read_only_hint and tool.description for tool in listed)
    version = Library.shipped().stamp["data_version"]
    for name, (_, words) in CALLS.items():
        result = answers[name]
        assert not result.is_error
        (said,) = result.content
        assert all(word in said.text for word in words), said.text
        assert version in said.text and result.structured_content["data_version"] == version
        assert result.structured_content["schema"] == f"aidefs/mcp-{name.replace('_', '-')}/1"
    (wrong,) = answers["verify_quotes"].structured_content["quotations"]
    assert (
        wrong["wrong"]
        and wrong["official"]["text"] == EU
        and wrong["official"]["provision"] == "Article 3(1)"
    )


def test_mistakes_are_one_line_that_a_model_can_read() -> None:
    from mcp import MCPError

    async def work(client: Any) -> Any:
        said = [await client.call_tool(name, arguments) for name, arguments, _ in MISTAKES]
        with pytest.raises(MCPError, match="unknown tool 'delete_all'"):
            await client.call_tool("delete_all", {})
        return said, await client.call_tool("get_definition", {"name": "eu"})

    answers, last = driven(work)
    for result, (_, _, line) in zip(answers, MISTAKES, strict=True):
        assert result.is_error
        (said,) = result.content
        assert said.text.startswith(line) and "\n" not in said.text
    assert not last.is_error


def test_answers_are_short_and_the_same_twice() -> None:
    library = Library.shipped()
    for name, (arguments, _) in CALLS.items():
        first, second = (answer(library, name, arguments) for _ in range(2))
        assert first == second
        assert len(first.text) < 6_000 and len(json.dumps(first.data)) < 12_000
    everything = answer(library, "find_definitions", {})
    assert f"{len(library)} of {len(library)} definitions." in everything.text
    assert len(everything.data["definitions"]) == 50 and "and " in everything.text


def test_a_long_text_is_checked_and_its_passages_are_counted() -> None:
    given = answer(Library.shipped(), "verify_quotes", {"text": f"{WRONG}\n\n" * 60})
    assert given.data["passages"] == given.data["wrong"] == 60 and len(given.data["quotations"]) == 50


def test_a_right_answer_has_no_fault() -> None:
    given = answer(Library.shipped(), "verify_quotes", {"text": f"The AI Act says: “{EU}”"})
    assert given.data["wrong"] == 0 and "exact, no fault" in given.text
    nothing = answer(Library.shipped(), "verify_quotes", {"text": "The weather was fine."})
    assert nothing.text.startswith("No passage was found")


def test_definitions_of_every_term_are_known() -> None:
    provider = aidefs.get("eu-ai-act-2024-provider").text.replace("or free of charge", "and free of charge")
    given = answer(Library.shipped(), "verify_quotes", {"text": f"The AI Act says: “{provider}”"})
    [wrong] = given.data["quotations"]
    assert given.data["wrong"] == 1 and wrong["definition"]["id"] == "eu-ai-act-2024-provider"


def test_no_argument_is_a_path(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("a secret", encoding="utf-8")
    for name, (arguments, _) in CALLS.items():
        for key, value in arguments.items():
            path = str(tmp_path / "draft.txt")
            changed = {**arguments, key: [path, path] if isinstance(value, list) else path}
            try:
                said = answer(Library.shipped(), name, changed).text
            except AidefsError as error:
                said = str(error)
            assert "a secret" not in said


_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=20)
    | st.sampled_from(("eu", "coe", "EU", "autonomy", "core", "bibtex", WRONG)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


@given(st.data())
def test_any_arguments_have_an_answer_or_are_refused(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(TOOLS)))
    names = st.sampled_from(sorted(TOOLS[name].arguments)) | st.text(max_size=5)
    arguments = data.draw(st.dictionaries(names, _VALUES, max_size=4))
    with suppress(AidefsError):
        answer(Library.shipped(), name, CALLS[name][0] | arguments)


def test_a_library_of_ones_own_is_served(tmp_path: Path) -> None:
    text = "AI system means a toaster that infers."
    (tmp_path / "own.toml").write_text(f'id = "own"\ntext = "{text}"\n', encoding="utf-8")

    async def work(client: Any) -> Any:
        return await client.call_tool("get_definition", {"name": "own"})

    assert text in driven(work, "--library", str(tmp_path)).content[0].text


def test_without_its_package_the_command_says_what_to_type(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "mcp_types", None)
    assert main(["mcp"]) == 2
    assert capsys.readouterr().err == ("aidefs: mcp needs the package mcp: pip install 'aidefs[mcp]'\n")


def test_a_client_that_is_gone_or_writes_rubbish_is_no_fault() -> None:
    ping = b'{"jsonrpc": "2.0", "id": 1, "method": "ping"}\n'
    for sent in (b"", b"rubbish {\n", ping):
        with subprocess.Popen(
            [sys.executable, "-m", "aidefs", "mcp"], stdin=-1, stdout=-1, stderr=-1
        ) as program:
            assert program.stdin and program.stdout and program.stderr
            program.stdout.close()
            with suppress(BrokenPipeError):
                program.stdin.write(sent)
                program.stdin.close()
            said = program.stderr.read()
        assert (program.returncode, said) == (0, b"")
