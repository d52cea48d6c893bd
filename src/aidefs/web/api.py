"""The same results for programs: the JSON of the command line under addresses, and what describes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from werkzeug.exceptions import NotFound

from aidefs.alignment.redline import chain, diff
from aidefs.classes import NamedTuple
from aidefs.comparison.rows import compare
from aidefs.errors import InputError
from aidefs.library.citations import cite
from aidefs.library.listing import ElementsList, Listed
from aidefs.library.lookup import definitions
from aidefs.output.render import render
from aidefs.segmentation.segmentation import segment
from aidefs.survey.nearest import nearest
from aidefs.survey.search import search
from aidefs.version import __version__
from aidefs.web.addresses import MOST_TEXTS
from aidefs.web.check import verified_upload
from aidefs.web.pages import JSON, Answered, Call, Site, json_answer
from aidefs.web.survey import surveyed

__all__ = ["OPERATIONS", "Operation", "answered", "described", "openapi", "verified"]

_FILTERS = ("jurisdiction", "kind", "status", "lang", "year", "about")


class Operation(NamedTuple):
    """What programs can ask.

    Attributes:
        path: Its address, in the notation of OpenAPI.
        summary: What it gives.
        command: The command line that prints the same.
        query: Parameters behind a question mark.
        schema: Name of the JSON schema of the answer; see `docs/json.md`.
        method: "get" or "post".
    """

    path: str
    summary: str
    command: str
    query: tuple[str, ...] = ()
    schema: str = ""
    method: str = "get"


OPERATIONS = (
    Operation(
        "/api/definitions",
        "Definitions that meet all conditions",
        "aidefs list --jurisdiction EU --format json",
        _FILTERS,
        "definitions/1",
    ),
    Operation(
        "/api/definitions/{name}", "One definition", "aidefs show eu --format json", (), "definition/1"
    ),
    Operation(
        "/api/compare/{names}",
        "Two to six definitions, element by element; names are parted by slashes, the baseline first",
        "aidefs compare coe eu --format json",
        ("elements",),
        "comparison/2",
    ),
    Operation(
        "/api/diff/{names}",
        "The redline of two texts, or a chain of more",
        "aidefs diff oecd@2019 oecd --format json",
        (),
        "redline/1",
    ),
    Operation("/api/segment/{name}", "A text cut into its elements", "aidefs segment eu --format json"),
    Operation("/api/nearest/{name}", "The wordings nearest to a text", "aidefs nearest eu --format json"),
    Operation("/api/search", "Words in their context", "aidefs search autonomy --format json", ("q",)),
    Operation("/api/elements", "The elements", "aidefs elements --format json"),
    Operation("/api/coverage", "Who has which element", "aidefs coverage --format json", _FILTERS[:-1]),
    Operation("/api/similarity", "How similar every pair is", "aidefs matrix --format json", _FILTERS[:-1]),
    Operation("/api/families", "Families of wordings", "aidefs families --format json", _FILTERS[:-1]),
    Operation(
        "/api/lineage", "Which text was made from which", "aidefs lineage --format json", _FILTERS[:-1]
    ),
    Operation("/api/lineage/{name}", "Origins and offspring of a text", "aidefs lineage eu --format json"),
    Operation(
        "/api/timeline/{element}",
        "When the wordings of an element first appear",
        "aidefs timeline autonomy --format json",
    ),
    Operation("/api/origins/{name}", "Where each word was first seen", "aidefs origins eu --format json"),
    Operation("/api/cite/{name}", "The citation as CSL-JSON", "aidefs cite eu --style csl"),
    Operation(
        "/api/verify",
        "The quotations in a document that is sent as the field `file` of a form",
        "aidefs verify article.docx --format json",
        (),
        "verification/2",
        "post",
    ),
)


def answered(site: Site, call: Call, what: str) -> Answered:
    """The JSON of an operation; what the command line prints with `--format json`."""
    kind, _, about = what.partition("/")
    args = call.request.args
    wanted = {name: args.getlist(name) for name in _FILTERS if args.getlist(name)}
    result: Any
    match kind, about:
        case "definitions", "":
            result = definitions(library=site.library, **wanted)
        case "elements", "":
            result = ElementsList(site.taxonomy)
        case "search", "":
            result = search(args.get("q", ""), library=site.library)
        case (("coverage" | "similarity" | "families" | "lineage"), ""):
            wanted.pop("about", None)
            result = surveyed(site, kind, **wanted)
        case (("timeline" | "lineage" | "origins"), _):
            result = surveyed(site, kind, about)
        case "cite", _:
            return Answered((cite(about, style="csl", library=site.library) + "\n").encode(), JSON)
        case _ if kind in _OF_NAMES and about:
            names = [site.library[name] for name in about.split("/")]
            if len(names) > MOST_TEXTS:
                raise InputError(f"one to six texts are compared at once; {len(names)} given")
            result = _OF_NAMES[kind](site, names, args)
        case _:
            raise NotFound
    return Answered(render(result, "json").encode("utf-8", "replace"), JSON)


def _one(call: Callable[[Any, Any], Any]) -> Callable[[Site, list[Any], Any], Any]:
    def answer(site: Site, names: list[Any], args: Any) -> Any:
        if len(names) != 1:
            raise NotFound
        return call(names[0], site.library)

    return answer


_OF_NAMES: Mapping[str, Callable[[Site, list[Any], Any], Any]] = {
    "definitions": _one(lambda one, library: Listed(one, library)),
    "segment": _one(lambda one, library: segment(one, library=library)),
    "nearest": _one(lambda one, library: nearest(one, library=library)),
    "compare": lambda site, names, args: compare(
        *names, elements=args.get("elements") or "all", library=site.library
    ),
    "diff": lambda site, names, args: (
        diff(*names, library=site.library) if len(names) == 2 else chain(*names, library=site.library)
    ),
}


def verified(site: Site, call: Call) -> Answered:
    """The JSON of `aidefs verify`."""
    return Answered(render(verified_upload(site, call), "json").encode("utf-8", "replace"), JSON)


def openapi(site: Site, call: Call) -> Answered:
    """The description for programs."""
    paths: dict[str, Any] = {}
    for one in OPERATIONS:
        names = [part[1:-1] for part in one.path.split("/") if part.startswith("{")]
        parameters = [
            {"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in names
        ] + [
            {
                "name": name,
                "in": "query",
                "schema": {"type": "array", "items": {"type": "string"}},
                "style": "form",
                "explode": True,
            }
            for name in one.query
        ]
        described: dict[str, Any] = {
            "summary": one.summary,
            "description": f"The JSON that `{one.command}` prints.",
            "operationId": one.path.removeprefix("/api/").replace("/", "-").replace("{", "").replace("}", ""),
            "parameters": parameters,
            "responses": {
                "200": {
                    "description": one.summary,
                    "content": {"application/json": {"schema": _schema(one)}},
                },
                "404": {"$ref": "#/components/responses/Error"},
                "422": {"$ref": "#/components/responses/Error"},
            },
        }
        if one.method == "post":
            properties = {"file": {"type": "string", "format": "binary"}}
            form = {"schema": {"type": "object", "required": ["file"], "properties": properties}}
            described["requestBody"] = {"required": True, "content": {"multipart/form-data": form}}
        paths.setdefault(one.path, {})[one.method] = described
    error = {"type": "object", "required": ["error"], "properties": {"error": {"type": "string"}}}
    return json_answer(
        {
            "openapi": "3.1.0",
            "info": {
                "title": "aidefs",
                "version": __version__,
                "description": "Legal definitions of artificial intelligence systems, letter for letter. "
                f"Data {site.library.data_version}, hash {site.library.data_hash}.",
            },
            "paths": paths,
            "components": {
                "responses": {
                    "Error": {
                        "description": "One line that says what is wrong",
                        "content": {"application/json": {"schema": error}},
                    }
                }
            },
        }
    )


def _schema(one: Operation) -> dict[str, Any]:
    if not one.schema:
        return {"type": ["object", "array"]}
    name = {"type": "string", "const": f"aidefs/{one.schema}"}
    return {"type": "object", "required": ["schema"], "properties": {"schema": name}}


def described(site: Site, call: Call) -> Answered:
    """The description for people."""
    title = site.say("api.title", call.lang)
    return site.page("api", call, title, operations=OPERATIONS)
