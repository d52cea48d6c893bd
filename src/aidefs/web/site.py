"""The explorer as files: the same pages, asked for in this process, with links that hold in any folder."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape, unescape
from itertools import permutations
from posixpath import dirname, relpath
from typing import Any
from urllib.parse import quote, unquote, urljoin, urlsplit

from werkzeug.test import Client

from aidefs.classes import NamedTuple
from aidefs.errors import InputError
from aidefs.library.library import Library
from aidefs.library.lookup import LibraryLike, library_of
from aidefs.output.export import check_folder, write_folder
from aidefs.version import __version__
from aidefs.web.app import Explorer
from aidefs.web.engine import engine_of
from aidefs.web.guard import CSP
from aidefs.web.phrases import LANGUAGES

__all__ = ["SiteWritten", "site_files", "write_site"]

MARK = "aidefs-site.json"  # by which a folder is known for a site that may be replaced
# A quotation mark in a text is escaped, so that this is an attribute. What begins an address is no page.
_LINK = re.compile(r'(?P<before> (?P<name>href|src|data-index|data-page)=")(?P<path>/[^"]*)"')
# Behind what is prepared, a site has a script of its own, the search, and asks for its index.
_CSP = CSP.replace("; frame-ancestors 'none'", "") + "; script-src 'self'; connect-src 'self'"
_RUN = ("/engine/", "/fr/engine/", "/static/engine-worker.js")
_STARTS = ("/", "/static/search.js", "/search.json", "/api/openapi.json")


class SiteWritten(NamedTuple):
    """What was written.

    Attributes:
        files: Number of files.
        bytes: Their size.
    """

    files: int
    bytes: int


def write_site(
    path: str | os.PathLike[str],
    *,
    library: LibraryLike | None = None,
    pairs: Iterable[Sequence[str]] | None = None,
    url: str = "",
    engine: str | os.PathLike[str] | None = None,
    force: bool = False,
) -> SiteWritten:
    """Writes the pages into a folder, all or none.

    Args:
        path: The folder: new, empty or, with `force`, one that holds an earlier site.
        library: The collection.
        pairs: Comparisons to prepare, each two to six names, the baseline first; by default those of any two
            texts that have an alias.
        url: Where the site will stand, for its map; "" for none.
        engine: Folder of the npm package `pyodide`, for a page that takes drafts and documents in the browser
            of the reader; None for none.
        force: Replace an earlier site.

    Raises:
        UnknownName: A name of a pair stands for nothing.
        InputError: The folder holds something else or cannot be written, or `engine` is no such package.
    """
    check_folder(path, force=force, mark=MARK)  # the pages take a while
    made = site_files(library=library, pairs=pairs, url=url, engine=engine)
    write_folder(made, path, force=force, mark=MARK)
    return SiteWritten(len(made), sum(map(len, made.values())))


def site_files(
    *,
    library: LibraryLike | None = None,
    pairs: Iterable[Sequence[str]] | None = None,
    url: str = "",
    engine: str | os.PathLike[str] | None = None,
) -> dict[str, bytes]:
    """The files of a site by their paths in its folder; arguments and errors as in `write_site`."""
    known = library_of(library) or Library.shipped()
    chosen = _core(known) if pairs is None else tuple(tuple(known[n].id for n in names) for names in pairs)
    for names in chosen:
        if not 2 <= len(set(names)) <= 6:
            raise InputError(f"a comparison has two to six different texts: {' '.join(names)}")
    runs = engine_of(engine, known) if engine is not None else None
    client = Client(Explorer(known, uploads=False, pairs=chosen, engine=runs))
    pages = dict(sorted(_crawled(client, _RUN if runs else ())))
    files = {_file(address): _as_file(address, body, pages) for address, body in pages.items()}
    files["404.html"] = _as_file("/404.html", client.get("/404.html").data, pages)
    files |= _pointers(known, files)
    files |= {f"engine/{name}": content for name, content in runs.files.items()} if runs else {}
    if url:
        files["sitemap.xml"] = _map(files, url)
    stamp = {"aidefs": __version__, **known.stamp, "pairs": len(chosen), "pages": len(pages)}
    files[MARK] = (json.dumps(stamp, indent=2) + "\n").encode()
    return dict(sorted(files.items()))


def _core(library: Library) -> tuple[tuple[str, ...], ...]:
    """Any two texts that have an alias, in both directions, and each with the version before it."""
    current = dict.fromkeys(library[name].id for name in library.short_names)
    pairs = dict.fromkeys(permutations(current, 2))
    for alias in library.aliases.values():
        earlier = (name for name in alias.versions if alias.current not in ("", name))
        pairs |= {(name, alias.current): None for name in earlier}
    return tuple(pairs)


def _crawled(client: Any, more: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Every page that can be reached, by its address, with its content; the others that are wanted, too."""
    waiting = [*_STARTS, *more, *(f"/{lang}/" for lang in LANGUAGES[1:])]
    seen = set(waiting)
    while waiting:
        address = waiting.pop()
        answer = client.get(address, follow_redirects=True)
        if answer.status_code != 200:
            raise AssertionError(f"{address} is linked and answers {answer.status_code}")
        body: bytes = answer.data
        yield address, body
        if answer.mimetype == "text/html":
            for found in _LINK.finditer(body.decode("utf-8")):
                path = urlsplit(unescape(found["path"])).path
                if found["name"] != "data-page" and path not in seen and not path.startswith("/api/compare"):
                    seen.add(path)
                    waiting.append(path)


def _file(address: str) -> str:
    """The file of an address."""
    path = unquote(address).lstrip("/")
    return f"{path}index.html" if path.endswith("/") or not path else path


def _as_file(address: str, body: bytes, pages: dict[str, bytes]) -> bytes:
    """A page with relative links, and with the rules that a server says in headers."""
    if not _file(address).endswith(".html"):
        return body
    here = dirname(_file(address))

    def linked(found: re.Match[str]) -> str:
        split = urlsplit(unescape(found["path"]))
        target = relpath(_file(split.path), here or ".")
        behind = f"#{split.fragment}" if split.fragment else ""
        return f'{found["before"]}{escape(quote(target) + behind)}"'

    text = _LINK.sub(linked, body.decode("utf-8"))
    rules = f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{escape(_CSP)}">'
    return text.replace('<meta charset="utf-8">', rules, 1).encode("utf-8")


def _pointers(library: Library, files: dict[str, bytes]) -> dict[str, bytes]:
    """Pages at the aliases that lead to the texts that are current."""
    made = {}
    for name in library.short_names:
        one = library[name]
        if f"d/{name}/index.html" not in files:
            target = escape(quote(relpath(f"d/{one.id}/index.html", f"d/{name}")))
            made[f"d/{name}/index.html"] = (
                '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
                f"<title>{escape(one.name)}</title>\n"
                f'<meta http-equiv="refresh" content="0; url={target}">\n</head>\n'
                f'<body><main><h1><a href="{target}">{escape(one.name)}</a></h1></main></body>\n</html>\n'
            ).encode()
    return made


def _map(files: Iterable[str], url: str) -> bytes:
    base = url if url.endswith("/") else f"{url}/"
    lines = [
        f"<url><loc>{escape(urljoin(base, quote(name.removesuffix('index.html'))))}</loc></url>"
        for name in sorted(files)
        if name.endswith("/index.html") or name == "index.html"
    ]
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    )
    return "\n".join((head, *lines, "</urlset>\n")).encode()
