"""Tools for assistants, by the Model Context Protocol: official wordings, and quotations checked.

Each tool takes a few bounded arguments, never a path, and answers with a short text and the same as data.
What a model can mend, such as a name that does not exist, is an answer that says so in one line, not an error
of the protocol.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from aidefs.alignment.edits import Edit
from aidefs.classes import NamedTuple
from aidefs.errors import AidefsError, InputError, choice, missing
from aidefs.library.citations import bibliography
from aidefs.library.files import EVERY_TERM
from aidefs.library.library import Library
from aidefs.library.records import STATUSES, Definition
from aidefs.readers.limits import SECONDS
from aidefs.readers.read import read_bytes
from aidefs.text.visible import visible_line
from aidefs.version import __version__

if TYPE_CHECKING:
    from mcp.server import Server

__all__ = ["LONGEST", "TOOLS", "Answer", "Tool", "answer", "serve", "server"]

LONGEST = 200_000  # characters of a text that is checked or compared
_MOST_FOUND = 50  # definitions that are listed; more are counted
_MOST_SHOWN = 50  # passages that are described; more are counted
_MOST_WORDS = 2_000  # characters of a passage that are shown

INSTRUCTIONS = (
    "Legal definitions of 'artificial intelligence system', letter for letter, with provision, dated status "
    "and how each was verified. Take wordings from here instead of memory, and check with verify_quotes what "
    "you have written before you show it."
)

Schema = dict[str, Any]


class Answer(NamedTuple):
    """What a tool answers.

    Attributes:
        text: For reading; wordings stand in it as they are.
        data: The same for programs.
    """

    text: str
    data: dict[str, Any]


class Tool(NamedTuple):
    """A tool.

    Attributes:
        title: What people see of it.
        description: When a model should call it, and what it gets.
        arguments: JSON Schema of each argument, by name.
        required: The arguments that have to be given.
        run: Answers, from the library and the arguments.
    """

    title: str
    description: str
    arguments: dict[str, Schema]
    required: tuple[str, ...]
    run: Callable[..., Answer]

    @property
    def schema(self) -> Schema:
        """JSON Schema of all arguments together."""
        return {
            "type": "object",
            "properties": self.arguments,
            "required": list(self.required),
            "additionalProperties": False,
        }


# --- what the tools do ------------------------------------------------------------------------


def _find(
    library: Library,
    words: str = "",
    jurisdiction: str | None = None,
    status: str | None = None,
    year: int | None = None,
) -> Answer:
    found = library.where(about=words or None, jurisdiction=jurisdiction, status=status, year=year)
    shown = found[:_MOST_FOUND]
    lines = [f"{len(found)} of {len(library)} definitions."]
    lines += [f"- **{one.id}**: {_about(one)}" for one in shown]
    if len(found) > len(shown):
        lines.append(f"- and {len(found) - len(shown)} more: narrow the search")
    data = {"count": len(found), "definitions": [_facts(one) for one in shown]}
    return _answer(library, "find_definitions", lines, data)


def _get(library: Library, name: str) -> Answer:
    one = library[name]
    return _answer(library, "get_definition", _quoted(one), {"definition": _record(one)})


def _compare(library: Library, names: Sequence[str], elements: Sequence[str] = ("all",)) -> Answer:
    from aidefs.comparison.rows import compare

    chosen = [library[name] for name in names]
    wanted = elements[0] if list(elements) in (["all"], ["core"]) else list(elements)
    result = compare(*chosen, elements=wanted, library=library)
    lines = ["Findings:", *(f"- {one.text}" for one in result.findings)] if result.findings else []
    for row in result.rows:
        how = ", ".join(pair.status for pair in row.pairs)
        lines.append(f"- **{row.element.label}**: {how}")
    lines += ["", *(line for one in chosen for line in [*_quoted(one), ""])]
    data = {
        "definitions": [_record(one) for one in chosen],
        "findings": [one.text for one in result.findings],
        "elements": {row.element.id: [pair.status for pair in row.pairs] for row in result.rows},
        "similarity": [round(redline.similarity, 4) for redline in result.redlines],
    }
    return _answer(library, "compare_definitions", lines, data)


def _verify(library: Library, text: str) -> Answer:
    from aidefs.quotations.jobs import Task
    from aidefs.quotations.verification import check_in_time

    task = Task.of(library.of(EVERY_TERM), None, None, SECONDS)
    file = check_in_time(read_bytes("text", text.encode(), "markdown"), task)
    if file.fault:
        raise InputError(file.fault)
    lines = [
        f"{len(file.passages)} passages quote or adapt a definition; {len(file.wrong)} wrong."
        if file.passages
        else "No passage was found that quotes or adapts a definition of the collection."
    ]
    for passage in file.passages[:_MOST_SHOWN]:
        one = passage.quotation
        wrong = "WRONG" if passage.wrong else "no fault"
        lines.append(f"- line {passage.place.line}: {one.verdict}, {wrong}. {one.reason}".rstrip())
        if passage.wrong:
            lines += [f"  [-left out-]{{+put in+}}: {_changes(one.edits)}", *_quoted(one.definition)]
    lines += [f"- line {one.place.line}: not checked, {one.why}" for one in file.unchecked]
    data = {
        "passages": len(file.passages),
        "wrong": len(file.wrong),
        "quotations": [
            {
                "line": passage.place.line,
                "text": passage.quotation.text[:_MOST_WORDS],
                "verdict": passage.quotation.verdict,
                "wrong": passage.wrong,
                "severity": passage.quotation.severity,
                "reproach": list(passage.quotation.reproach),
                "reason": passage.quotation.reason,
                "official": _record(passage.quotation.definition) if passage.wrong else None,
                "definition": _facts(passage.quotation.definition),
            }
            for passage in file.passages[:_MOST_SHOWN]
        ],
        "unchecked": [{"line": one.place.line, "why": one.why} for one in file.unchecked[:_MOST_SHOWN]],
    }
    return _answer(library, "verify_quotes", lines, data)


def _nearest(library: Library, text: str) -> Answer:
    from aidefs.survey.nearest import nearest

    result = nearest(Definition.of_text(text), library=library)
    near_ones = [(match.wording.definition, match.similarity) for match in result.overall]
    lines = [line for one, like in near_ones for line in (f"Similarity {like:.2f}:", *_quoted(one), "")]
    data = {"nearest": [{"similarity": round(like, 4), **_record(one)} for one, like in near_ones]}
    return _answer(library, "nearest_definitions", lines or ["Nothing in this language to compare."], data)


def _cite(library: Library, names: Sequence[str], style: str = "plain") -> Answer:
    chosen = [library[name] for name in names]
    cited = bibliography(chosen, style)
    data = {"style": style, "citations": cited, "definitions": [_facts(one) for one in chosen]}
    return _answer(library, "cite_definition", [cited], data)


def _answer(library: Library, tool: str, lines: Iterable[str], data: dict[str, Any]) -> Answer:
    stamp = library.stamp
    foot = f"(aidefs {__version__}, data {stamp['data_version']})"
    return Answer(
        "\n".join([*lines, foot]) + "\n",
        {"schema": f"aidefs/mcp-{tool.replace('_', '-')}/1", **stamp, **data},
    )


def _changes(edits: Iterable[Edit]) -> str:
    """What has to be changed, from the official words to those that are printed, on one line."""
    signs = {"delete": "[-{}-]", "insert": "{{+{}+}}", "equal": "{}"}
    words = "".join(signs[edit.op].format(edit.text) for edit in edits)
    return visible_line(" ".join(words.split()))[:_MOST_WORDS]


def _facts(one: Definition) -> dict[str, Any]:
    """What is known of a definition beside its words."""
    return {
        "id": one.id,
        "label": one.label,
        "term": one.term,
        "instrument": one.instrument,
        "provision": one.provision or None,
        "jurisdiction": one.jurisdiction or None,
        "lang": one.lang,
        "status": one.status or None,
        "status_as_of": one.status_as_of or None,
        "verification": one.verification.state if one.verification else None,
        "url": one.url or None,
    }


def _record(one: Definition) -> dict[str, Any]:
    return {**_facts(one), "text": one.text}


def _about(one: Definition) -> str:
    """ "EU AI Act, Article 3(1); in force (as of 2026-11-21); official document seen"."""
    status = f"{one.status} (as of {one.status_as_of})" if one.status_as_of else one.status
    seen = one.verification.state if one.verification else ""
    named = ", ".join(filter(None, (one.label or one.id, one.provision)))
    return "; ".join(filter(None, (named, status, seen)))


def _quoted(one: Definition) -> list[str]:
    return [f"**{one.id}**: {_about(one)}", *(f"> {line}" for line in one.text.splitlines())]


# --- what they are called ---------------------------------------------------------------------

_NAME: Schema = {
    "type": "string",
    "maxLength": 200,
    "description": "An id or a name: eu, coe, oecd, eu:fr, eu@2021-04, us-co-sb24-205-2024, 'AI Act'.",
}
_TEXT: Schema = {"type": "string", "minLength": 1, "maxLength": LONGEST}
TOOLS: dict[str, Tool] = {
    "find_definitions": Tool(
        "Find legal definitions of AI",
        "Before you say which laws define artificial intelligence, look them up here: those that have words "
        "in their text or their name, of a jurisdiction, with a status, of a year.",
        {
            "words": {"type": "string", "maxLength": 200, "description": "Words of the text, or a name."},
            "jurisdiction": {"type": "string", "maxLength": 200, "description": "EU, US, US-CO, Utah, UK, …"},
            "status": {"type": "string", "enum": list(STATUSES)},
            "year": {"type": "integer", "description": "Year of adoption."},
        },
        (),
        _find,
    ),
    "get_definition": Tool(
        "Get a definition",
        "Before you quote a legal definition of an AI system, take its wording from here, letter for letter.",
        {"name": _NAME},
        ("name",),
        _get,
    ),
    "compare_definitions": Tool(
        "Compare definitions",
        "When you say how definitions differ, take the differences from here, element by element; the first "
        "is the one that the others are compared with.",
        {
            "names": {"type": "array", "items": _NAME, "minItems": 2, "maxItems": 8},
            "elements": {
                "type": "array",
                "items": {"type": "string", "maxLength": 60},
                "minItems": 1,
                "maxItems": 30,
                "description": "Ids such as autonomy, outputs; or only 'core' or 'all', the default.",
            },
        },
        ("names",),
        _compare,
    ),
    "verify_quotes": Tool(
        "Verify quotations",
        "After you have written an answer that quotes a definition of AI, check it here before you show it, "
        "and correct what is reported: each passage is held letter for letter against the official text.",
        {
            "text": {
                **_TEXT,
                "description": "The answer, in Markdown or plain text, with the sources it names.",
            }
        },
        ("text",),
        _verify,
    ),
    "nearest_definitions": Tool(
        "Nearest definitions",
        "When somebody gives a definition of AI without its source, or a draft, find here the official "
        "wordings that are most like it.",
        {"text": {**_TEXT, "description": "The definition."}},
        ("text",),
        _nearest,
    ),
    "cite_definition": Tool(
        "Cite definitions",
        "When you cite a definition, take the citation from here.",
        {
            "names": {"type": "array", "items": _NAME, "minItems": 1, "maxItems": 50},
            "style": {"type": "string", "enum": ["plain", "bibtex", "biblatex", "csl"]},
        },
        ("names",),
        _cite,
    ),
}

# --- arguments --------------------------------------------------------------------------------

_TYPES: dict[str, tuple[type, str]] = {
    "string": (str, "a text"),
    "integer": (int, "a whole number"),
    "array": (list, "a list"),
}


def answer(library: Library, name: str, arguments: dict[str, Any]) -> Answer:
    """The answer of a tool.

    Args:
        library: The collection.
        name: The tool.
        arguments: What a client sent, whatever that is.

    Raises:
        AidefsError: An argument is missing or wrong, or stands for nothing.
    """
    tool = TOOLS[name]
    for given, value in arguments.items():
        if given not in tool.arguments:
            raise InputError(f"unknown argument '{given[:60]}'; {choice(given, tool.arguments)}")
        _check(given, value, tool.arguments[given])
    for needed in tool.required:
        if needed not in arguments:
            raise InputError(f"{name} takes the argument '{needed}'")
    return tool.run(library, **arguments)


def _check(name: str, value: Any, schema: Schema) -> None:
    """Holds an argument to its schema."""
    kind, shown = _TYPES[schema["type"]]
    if not isinstance(value, kind) or isinstance(value, bool):
        raise InputError(f"{name} is {shown}")
    if isinstance(value, str):
        if len(value) > schema.get("maxLength", LONGEST):
            raise InputError(f"{name} has at most {schema['maxLength']:,} characters, not {len(value):,}")
        if "minLength" in schema and not value.strip():
            raise InputError(f"{name} is empty")
        if any("\ud800" <= sign <= "\udfff" for sign in value):
            raise InputError(f"{name} holds half a character")
    if "enum" in schema and value not in schema["enum"]:
        raise InputError(f"{name} is one of: {', '.join(schema['enum'])}")
    if isinstance(value, list):
        if not schema["minItems"] <= len(value) <= schema["maxItems"]:
            raise InputError(
                f"{name} has {schema['minItems']} to {schema['maxItems']} entries, not {len(value)}"
            )
        for one in value:
            _check(f"each of {name}", one, schema["items"])


# --- the server -------------------------------------------------------------------------------


def server(library: Library) -> Server[Any]:
    """The server of a collection, not yet running.

    Raises:
        InputError: The package of the protocol is not installed.
    """
    try:
        import mcp_types as types
        from mcp import MCPError
        from mcp.server import Server
    except ImportError:
        raise missing("mcp", "the package mcp", "mcp") from None
    one_by_one = asyncio.Lock()

    async def list_tools(*_: Any) -> types.ListToolsResult:
        hints = types.ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
        listed = [
            types.Tool(
                name=name,
                title=tool.title,
                description=tool.description,
                input_schema=tool.schema,
                annotations=hints,
            )
            for name, tool in TOOLS.items()
        ]
        return types.ListToolsResult(tools=listed)

    async def call_tool(_: Any, asked: types.CallToolRequestParams) -> types.CallToolResult:
        if asked.name not in TOOLS:
            raise MCPError(types.INVALID_PARAMS, f"unknown tool '{asked.name[:60]}'")
        try:
            async with one_by_one:  # the others are answered meanwhile: a check may take its time
                said = await asyncio.to_thread(answer, library, asked.name, asked.arguments or {})
        except AidefsError as error:
            line = types.TextContent(type="text", text=visible_line(str(error)))
            return types.CallToolResult(content=[line], is_error=True)
        return types.CallToolResult(
            content=[types.TextContent(type="text", text=said.text)], structured_content=said.data
        )

    return Server(
        "aidefs",
        version=__version__,
        instructions=INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


def serve(library: Library) -> None:
    """Answers on standard input and output until the client closes them.

    Raises:
        InputError: The package of the protocol is not installed.
    """
    asyncio.run(_over_stdio(server(library)))


async def _over_stdio(running: Server[Any]) -> None:
    from mcp.server.stdio import stdio_server

    try:
        async with stdio_server() as (come, go):
            await running.run(come, go, running.create_initialization_options())
    except* BrokenPipeError:
        pass  # the client is gone
