"""The explorer as a WSGI application: from a request to a page, by way of one handler."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from threading import Lock
from typing import Any
from urllib.parse import quote

from werkzeug.exceptions import HTTPException, RequestEntityTooLarge
from werkzeug.routing import Map, RequestRedirect, Rule
from werkzeug.wrappers import Request, Response

from aidefs.errors import AidefsError, UnknownName
from aidefs.library.library import Library
from aidefs.readers.limits import MIB
from aidefs.web import api, check, collection, compare, survey
from aidefs.web.engine import Engine
from aidefs.web.guard import HEADERS, LARGEST_BODY, refused
from aidefs.web.pages import Answered, Call, Site
from aidefs.web.phrases import LANGUAGES
from aidefs.web.uploads import give_back

__all__ = ["Explorer"]

Handler = Callable[..., Answered]
_KEPT = 2000  # pages of stored texts, with at most so many bytes:
_KEPT_BYTES = 16 * MIB

# Address → handler. What a reader sends has no address, because it is not kept.
_ROUTES: tuple[tuple[str, Handler, str], ...] = (
    ("/", collection.start, "GET"),
    ("/static/<name>", collection.static, "GET"),
    ("/definitions/", collection.listed, "GET"),
    ("/definitions.json", collection.list_index, "GET"),
    ("/definitions/<facet>/<value>/", collection.listed_by, "GET"),
    ("/d/<name>/", collection.definition, "GET"),
    ("/d/<name>/<file>", collection.definition_file, "GET"),
    ("/search/", collection.search, "GET"),
    ("/search.json", collection.search_index, "GET"),
    ("/elements/", collection.elements, "GET"),
    ("/elements/<term>/", collection.elements, "GET"),
    ("/compare/", compare.choose, "GET"),
    ("/compare/<path:names>/<file>", compare.comparison_file, "GET"),
    ("/compare/<path:names>/", compare.comparison, "GET"),
    ("/draft/", compare.draft, "POST"),
    ("/draft/<file>", compare.draft_file, "POST"),
    ("/check/", check.form, "GET"),
    ("/check/", check.checked, "POST"),
    ("/survey/", survey.overview, "GET"),
    ("/survey/<kind>/", survey.page, "GET"),
    ("/survey/<kind>/<about>/", survey.page, "GET"),
    ("/survey/<kind>.svg", survey.picture, "GET"),
    ("/survey/<kind>/<about>.svg", survey.picture, "GET"),
    ("/about/", collection.prose, "GET"),
    ("/method/", collection.prose, "GET"),
    ("/cite/", collection.prose, "GET"),
    ("/accessibility/", collection.prose, "GET"),
    ("/hosting/", collection.prose, "GET"),
    ("/engine/", collection.engine, "GET"),
    ("/api/", api.described, "GET"),
    ("/api/openapi.json", api.openapi, "GET"),
    ("/api/verify", api.verified, "POST"),
    ("/api/<path:what>", api.answered, "GET"),
)


class Explorer:
    """The application.

    Args:
        library: The collection that is shown; by default the one that comes with aidefs.
        hosts: Names by which it may be asked, each with its port; any where there are none.
        uploads: Whether documents and drafts are taken.
        pairs: What `aidefs site` writes as pages, by ids: then pages link to no other comparison and hold no
            form. None for a server, which answers for every pair.
        engine: What runs in the browsers of those who read the pages of `pairs`.
        in_browser: Whether this is what runs there: it then makes no Word files and no pictures, and starts
            no processes.
    """

    def __init__(
        self,
        library: Library | None = None,
        *,
        hosts: Collection[str] = (),
        uploads: bool = True,
        pairs: Iterable[Sequence[str]] | None = None,
        engine: Engine | None = None,
        in_browser: bool = False,
    ) -> None:
        self.site = Site(
            library or Library.shipped(), uploads=uploads, pairs=pairs, engine=engine, in_browser=in_browser
        )
        self.hosts = frozenset(host.lower() for host in hosts)
        self._map = Map(
            [Rule(address, endpoint=handler, methods=[method]) for address, handler, method in _ROUTES]
        )
        self._kept: dict[tuple[str, str], Answered] = {}
        self._bytes = 0
        self._lock = Lock()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answers a request; whatever goes wrong is a page without a traceback."""
        with Request(environ) as request:
            request.max_content_length = LARGEST_BODY + MIB
            request.max_form_memory_size = MIB
            request.max_form_parts = 200
            response = self._response(request)
            headers = dict(HEADERS) | dict(response.headers)
            response.headers.clear()
            response.headers.extend(headers)
            answer: Iterable[bytes] = response(environ, start_response)
            return answer

    def _response(self, request: Any) -> Any:
        lang, path = _language(request.path)
        call = Call(request, lang, path)
        try:
            answer = self._answer(call)
        except RequestRedirect:  # a slash too few or too many
            straight = re.sub(r"/+", "/", f"{path}/")
            answer = Answered(b"", status=308, location=self.site.href(quote(straight), lang))
        except RequestEntityTooLarge:
            answer = self.site.error(call, 413, self.site.say("refused.large", lang))
        except HTTPException as error:
            phrase = {404: "error.404", 405: "refused.method"}.get(error.code or 500, "error.400")
            answer = self.site.error(call, error.code or 500, self.site.say(phrase, lang))
        except UnknownName as error:
            answer = self.site.error(call, 404, str(error), own=True)
        except AidefsError as error:
            answer = self.site.error(call, 422, str(error), own=True)
        except Exception as error:
            fault = self.site.say("error.500", lang).format(name=type(error).__name__)
            answer = self.site.error(call, 500, fault)
        return _sent(answer)

    def _answer(self, call: Call) -> Answered:
        no = refused(call.request.environ, self.hosts)
        if no is not None:
            return self.site.error(call, no.status, self.site.say(no.phrase, call.lang))
        adapter = self._map.bind("", path_info=call.path, default_method=call.request.method)
        handler, given = adapter.match()
        if call.request.method == "POST":
            try:
                answer: Answered = handler(self.site, call, **given)
            finally:
                give_back()
            return answer
        key = (call.lang, call.request.full_path)
        kept = self._kept.get(key)
        if kept is None:
            kept = handler(self.site, call, **given)
            self._keep(key, kept)
        return kept

    def _keep(self, key: tuple[str, str], answer: Answered) -> None:
        """Keeps what was made of stored texts, the newest; all go where they become too many."""
        with self._lock:
            if len(self._kept) >= _KEPT or self._bytes > _KEPT_BYTES:
                self._kept.clear()
                self._bytes = 0
            self._kept[key] = answer
            self._bytes += len(answer.body)


def _language(path: str) -> tuple[str, str]:
    """The language of a page, and its path without it."""
    first, _, rest = path.removeprefix("/").partition("/")
    if first in LANGUAGES[1:] and (rest or path.endswith("/")):
        return first, f"/{rest}"
    return LANGUAGES[0], path


def _sent(answer: Answered) -> Any:
    response = Response(answer.body, status=answer.status, content_type=answer.kind)
    if answer.location:
        response.headers["Location"] = answer.location
    if answer.name:
        response.headers["Content-Disposition"] = f'attachment; filename="{answer.name}"'
    for name, value in answer.headers:
        response.headers[name] = value
    return response
