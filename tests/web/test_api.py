"""The addresses for programs: the JSON of the command line, letter for letter, and a true description."""

from __future__ import annotations

import io
import json
import shlex
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.command import Run
from support.explorer import PAGES, client

from aidefs.web.api import OPERATIONS
from aidefs.web.pages import json_answer

# What the examples of the description are about, by the names in their addresses.
ABOUT = {"name": "eu", "element": "autonomy"}
NAMES = {"compare": "coe/eu", "diff": "oecd@2019/oecd"}
QUERIES = {"definitions": "?jurisdiction=EU", "search": "?q=autonomy"}


@pytest.mark.parametrize("one", [one for one in OPERATIONS if one.method == "get"], ids=lambda one: one.path)
def test_an_address_gives_what_the_command_line_prints(one: object, run: Run) -> None:
    path, command = one.path, one.command  # type: ignore[attr-defined]
    kind = path.split("/")[2]
    address = path.format(**ABOUT, names=NAMES.get(kind, "")) + QUERIES.get(kind, "")
    answer = client().get(address)
    assert answer.status_code == 200 and answer.mimetype == "application/json"
    assert answer.text == run(*shlex.split(command)[1:]).out


def test_a_document_gives_what_verify_prints(here: object, run: Run) -> None:
    text = "The AI Act says: " + client().get("/api/definitions/eu").json["definition"]["text"]
    answer = client().post("/api/verify", data={"file": (io.BytesIO(text.encode()), "article.txt")})
    with open("article.txt", "wb") as file:
        file.write(text.encode())
    assert answer.text == run("verify", "article.txt", "--format", "json").out


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/definitions/nothing", 404), ("/api/compare/eu", 422), ("/api/compare/a/b/c/d/e/f/g", 404),
        ("/api/compare/" + "/".join(["eu"] * 7), 422), ("/api/nothing", 404), ("/api/timeline/nothing", 404),
        ("/api/coverage?kind=nothing", 422),
        ("/api/segment/eu/coe", 404), ("/api/search", 422), ("/api/definitions?status=nothing", 422),
        ("/api/compare/coe/eu?elements=nothing", 404), ("/api/origins/us-ms-eo1584-2025-ai", 422),
    ],
)  # fmt: skip
def test_errors_are_one_line_of_json(path: str, status: int) -> None:
    answer = client().get(path)
    assert answer.status_code == status
    assert set(answer.json) == {"error"} and "\n" not in answer.json["error"]


def test_no_sign_of_an_answer_turns_it_round() -> None:
    answer = client().get("/api/segment/a\u202eb")
    assert answer.status_code == 404 and "\u202e" not in answer.text and r"\u202e" in answer.text
    assert json_answer({"error": "a\u202eb"}).body.decode() == '{\n  "error": "a\\u202eb"\n}\n'


def test_the_description_is_of_what_there_is() -> None:
    told = client().get("/api/openapi.json").json
    assert told["openapi"].startswith("3.1") and set(told["paths"]) == {one.path for one in OPERATIONS}
    ids = [operation["operationId"] for path in told["paths"].values() for operation in path.values()]
    assert len(ids) == len(set(ids))
    for path, operations in told["paths"].items():
        for operation in operations.values():
            inside = {one["name"] for one in operation["parameters"] if one["in"] == "path"}
            assert inside == {part[1:-1] for part in path.split("/") if part.startswith("{")}
    for one in OPERATIONS:
        if one.schema:
            kind = one.path.split("/")[2]
            if one.method == "get":
                address = one.path.format(**ABOUT, names=NAMES.get(kind, ""))
                assert json.loads(client().get(address).data)["schema"] == f"aidefs/{one.schema}"
    page = client().get("/api/").text
    assert all(one.path in page for one in OPERATIONS)


_WORDS = st.sampled_from(
    (
        "eu",
        "coe",
        "eu-ai-act-2024",
        "eu:fr",
        "oecd@2019",
        "autonomy",
        "core",
        "elements",
        "@2026.11-0",
        "..",
        "fr",
    )
) | st.text(max_size=12)
_ADDRESSES = st.builds(
    lambda page, parts: page.rstrip("/") + "".join("/" + quote(one, safe="@,:") for one in parts),
    st.sampled_from((*PAGES, *(one.path.partition("{")[0] for one in OPERATIONS), "/fr/")).map(
        lambda page: page.partition("?")[0]
    ),
    st.lists(_WORDS, max_size=3),
)
_QUERIES = st.dictionaries(
    st.sampled_from(
        ("q", "words", "status", "kind", "elements", "lang", "year", "text", "baseline", "measure", "a")
    )
    | st.text(max_size=4),
    _WORDS | st.integers().map(str),
    max_size=3,
)


@given(_ADDRESSES, _QUERIES)
def test_any_address_has_an_answer_and_none_is_a_fault(address: str, query: dict[str, str]) -> None:
    answer = client().get(address, query_string=query)
    assert answer.status_code < 500, answer.text[-500:]
    assert answer.mimetype != "application/json" or "\u202e" not in answer.text
