"""The pages of the collection: start, list with facets, one definition, search, elements, prose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any
from urllib.parse import quote, urlencode

from werkzeug.exceptions import NotFound

from aidefs.classes import NamedTuple
from aidefs.comparison.rows import compare
from aidefs.errors import AidefsError, InputError
from aidefs.formats.document import Document, Paragraph
from aidefs.library.citations import STYLES, cite
from aidefs.library.files import EVERY_TERM, MAIN_TERM
from aidefs.library.listing import Listed
from aidefs.library.records import KINDS, STATES, STATUSES, Definition
from aidefs.output.render import render_bytes
from aidefs.output.views.words import edit_runs
from aidefs.segmentation.segmentation import Segmentation, segment
from aidefs.survey.lineage import Edge, Lineage
from aidefs.survey.origins import origins
from aidefs.survey.search import search as find_words
from aidefs.text.languages import is_right_to_left, language_name
from aidefs.web.pages import KINDS as MEDIA
from aidefs.web.pages import Answered, Call, Site, day_in, file_name, json_answer
from aidefs.web.phrases import LANGUAGES

__all__ = [
    "FACETS",
    "definition",
    "definition_file",
    "elements",
    "engine",
    "list_index",
    "listed",
    "listed_by",
    "prose",
    "search",
    "search_index",
    "start",
    "static",
]

READY = (("coe", "eu"), ("oecd@2019", "oecd"), ("eu@2021", "eu"))
"""Comparisons that the first page shows."""


class Facet(NamedTuple):
    """What definitions can be chosen by.

    Attributes:
        name: Its name in addresses.
        of: The values that a definition has.
        order: The values in the order in which they are shown; by number of definitions where it is empty.
    """

    name: str
    of: Callable[[Definition], Sequence[str]]
    order: tuple[str, ...] = ()


FACETS: tuple[Facet, ...] = (
    Facet("term", lambda one: one.terms or (MAIN_TERM,)),
    Facet("jurisdiction", lambda one: (one.jurisdiction,)),
    Facet("kind", lambda one: (one.kind,), KINDS),
    Facet("status", lambda one: (one.status,), STATUSES),
    Facet("lang", lambda one: (one.lang,)),
    Facet("year", lambda one: (one.adopted[:4],)),
    Facet("verified", lambda one: (one.verification.state if one.verification else "",), STATES),
)
_MAIN = {"term": [MAIN_TERM]}  # which is meant where no term is chosen
_FACET = {facet.name: facet for facet in FACETS}
_PROSE = ("about", "method", "cite", "accessibility", "hosting")


# --- start, and pages of words alone ----------------------------------------------------------


def start(site: Site, call: Call) -> Answered:
    """The first page."""
    ready = []
    for names in READY:
        if all(name in site.library for name in names):
            pair = tuple(site.library[name] for name in names)
            path = site.comparison(*(one.id for one in pair))
            if path:
                ready.append((pair, path, compare(*pair, elements="core", library=site.library)))
    title = site.say("start.title", call.lang)
    return site.page(
        "start", call, title, ready=ready, choice=site.current or site.definitions, count=len(site.library)
    )


def prose(site: Site, call: Call) -> Answered:
    """A page of words: sentences of the catalogue under headings."""
    name = call.path.strip("/")
    if name not in _PROSE:
        raise NotFound
    title = site.say(f"{name}.title", call.lang)
    facts: dict[str, Any] = {
        "count": len(site.library),
        "languages": len({one.lang for one in site.library.values()}),
        "jurisdictions": len({one.jurisdiction for one in site.library.values()}),
        "data_version": site.library.data_version,
        "data_hash": site.library.data_hash,
    }
    states = Counter(one.verification.state for one in site.library.values() if one.verification)
    counted = [(state, states[state]) for state in STATES]
    return site.page("prose", call, title, name=name, facts=facts, states=counted)


def engine(site: Site, call: Call) -> Answered:
    """The page of files that runs the explorer in the browser."""
    if site.engine is None:
        raise NotFound
    return site.page("engine", call, site.say("engine.title", call.lang))


def static(site: Site, call: Call, name: str) -> Answered:
    """A file of the package."""
    if name not in site.static_files:
        raise NotFound
    body, kind = site.static_files[name]
    return Answered(body, kind, headers=(("Cache-Control", "max-age=3600"),))


def elements(site: Site, call: Call, term: str = MAIN_TERM) -> Answered:
    """The elements of a term, what each asks, and who explains it."""
    taxonomy = site.elements_of(term)
    if not taxonomy:
        raise NotFound
    title, is_main = site.say("elements.title", call.lang), term == MAIN_TERM
    if not is_main:
        title += f": {site.term_name(term, call.lang)}"
    return site.page("elements", call, title, taxonomy=taxonomy, is_main=is_main)


# --- the list ---------------------------------------------------------------------------------


def listed(site: Site, call: Call) -> Answered:
    """The definitions that have every value that the address names."""
    given = call.request.args
    chosen = {name: given.getlist(name) for name in _FACET if given.getlist(name)}
    return _listed(site, call, chosen, given.get("words", "").strip())


def listed_by(site: Site, call: Call, facet: str, value: str) -> Answered:
    """The definitions that have one value, at an address that can be a file."""
    if facet not in _FACET or value not in {each for one in site.every for each in _FACET[facet].of(one)}:
        raise NotFound
    return _listed(site, call, {facet: [value]}, "")


def _listed(site: Site, call: Call, chosen: Mapping[str, list[str]], words: str) -> Answered:
    named = set(site.library.where(about=words, term=EVERY_TERM)) if words else None
    among = [one for one in site.every if named is None or one in named]
    title = site.say("collection.title", call.lang)
    return site.page(
        "collection",
        call,
        title,
        found=_having(among, chosen),
        total=len(_having(site.every, {name: vs for name, vs in chosen.items() if name == "term"})),
        chosen=chosen,
        words=words,
        facets=list(_counted(site, call, among, chosen, words)),
        name_of=lambda facet, value: _value_name(site, facet, value, call.lang),
        core=[site.taxonomy[name] for name in site.taxonomy.core],
    )


def _having(among: Iterable[Definition], chosen: Mapping[str, list[str]]) -> list[Definition]:
    wanted = {**_MAIN, **chosen}
    return [
        one
        for one in among
        if all(not set(values).isdisjoint(_FACET[name].of(one)) for name, values in wanted.items())
    ]


class _Choice(NamedTuple):
    value: str
    name: str
    number: int
    chosen: bool
    path: str


def _counted(
    site: Site, call: Call, among: Sequence[Definition], chosen: Mapping[str, list[str]], words: str
) -> Iterator[tuple[str, list[_Choice]]]:
    """Each facet with its values: how many definitions there would be, and the address that has them."""
    for facet in FACETS:
        others = {name: values for name, values in chosen.items() if name != facet.name}
        every = {"term": list(site.library.terms)} if facet.name == "term" else {}
        counts = Counter(value for one in _having(among, {**others, **every}) for value in facet.of(one))
        if facet.name == "term" and len(counts) < 2:
            continue
        own = chosen.get(facet.name, [])
        choices = []
        for value in _arranged(facet, counts):
            now = value in (own or _MAIN.get(facet.name, []))
            after = {**others, facet.name: [one for one in own if one != value] + [value] * (not now)}
            name = _value_name(site, facet.name, value, call.lang)
            path = _address({name: vs for name, vs in after.items() if vs}, words, site.static)
            choices.append(_Choice(value, name, counts[value], now, path))
        yield facet.name, choices


def _arranged(facet: Facet, counts: Counter[str]) -> list[str]:
    """The values of a facet that definitions have, in the order in which they are shown."""
    if facet.name == "year":
        return sorted(filter(None, counts), reverse=True)
    values = [value for value in facet.order if counts[value]]
    return values or sorted(filter(None, counts), key=lambda value: (-counts[value], value))


def list_index(site: Site, call: Call) -> Answered:
    """What the script of the list reads in files: each text with its values, and what these are called."""
    counts = {facet: Counter(v for one in site.every for v in facet.of(one)) for facet in FACETS}
    rows = [
        {
            **{name: getattr(one, name) for name in ("id", "name", "title", "text")},
            "days": {lang: day_in(one.adopted, lang) for lang in LANGUAGES},
            "values": {facet.name: facet.of(one) for facet in FACETS},
        }
        for one in site.every
    ]
    names = {
        lang: {
            facet.name: [(value, _value_name(site, facet.name, value, lang)) for value in _arranged(facet, n)]
            for facet, n in counts.items()
        }
        for lang in LANGUAGES
    }
    return json_answer({"main": MAIN_TERM, "names": names, "rows": rows})


def _address(chosen: Mapping[str, list[str]], words: str, static: bool) -> str:
    """The address of a choice: a path where one value is chosen, and in files nothing else."""
    pairs = [(name, value) for name in _FACET for value in chosen.get(name, ())]
    if (len(pairs) == 1 and not words) or (static and pairs):
        return f"/definitions/{pairs[-1][0]}/{quote(pairs[-1][1])}/"
    query = urlencode(pairs + ([("words", words)] if words else []))
    return f"/definitions/?{query}" if query else "/definitions/"


def _value_name(site: Site, facet: str, value: str, lang: str) -> str:
    if facet == "jurisdiction":
        return site.jurisdiction(value)
    if facet == "lang":
        return language_name(value)
    if facet == "term":
        return site.term_name(value, lang)
    return site.value(value, lang)


# --- one definition ---------------------------------------------------------------------------


class _Piece(NamedTuple):
    """A piece of a text with the number of its element, 0 for none."""

    text: str
    element: str
    number: int


def definition(site: Site, call: Call, name: str) -> Answered:
    """A definition with all that is known of it; other names than the id lead to its address."""
    one = site.library[name]
    if one.id != name:
        return Answered(b"", status=307, location=site.href(f"/d/{quote(one.id)}/", call.lang))
    cut = _cut(site, one)
    numbers = (
        {name: n for n, name in enumerate(dict.fromkeys(s.element for s in cut.segments), 1)} if cut else {}
    )
    graph = site.lineage_of(one)
    own = {other.id for node in graph.nodes if one in node.all for other in node.all}
    links = [_link(site, graph, edge) for edge in graph.edges]
    return site.page(
        "definition",
        call,
        one.title or one.name,
        one=one,
        taxonomy=site.elements_of(site.term_of(one)),
        elements_path=_elements_path(site.term_of(one)),
        cut=cut,
        stretches=list(_stretches(one, cut, numbers)),
        numbers=numbers,
        traced=_traced(site, one),
        earlier=[link for link in links if link["edge"].later in own],
        later=[link for link in links if link["edge"].earlier in own],
        same=site.same_words[one.id],
        languages={lang: text for lang, text in site.library.languages(one.id).items() if text.id != one.id},
        near=site.nearest_to(one),
        citations=_citations(site, one),
        alias=site.library.alias_of(one.id),
        jurisdiction=site.jurisdiction(one.jurisdiction),
        language=language_name(one.lang),
        direction="rtl" if is_right_to_left(one.lang) else "ltr",
        rtl=is_right_to_left,
        language_name=language_name,
    )


def _elements_path(term: str) -> str:
    return f"/elements/{quote(term)}/" if term != MAIN_TERM else "/elements/"


def _citations(site: Site, one: Definition) -> dict[str, str]:
    """The citation in each style, but for those whose package is not installed."""
    cited: dict[str, str] = {}
    for style in STYLES:
        with suppress(InputError):
            cited[style] = cite(one, style=style, library=site.library)
    return cited


def _traced(site: Site, one: Definition) -> bool:
    """Whether there are earlier texts in which its words can be looked for."""
    try:
        return bool(origins(one, library=site.library).ancestors)
    except AidefsError:
        return False


def _cut(site: Site, one: Definition) -> Segmentation | None:
    """Its elements, None where the program cannot read it."""
    try:
        return segment(one, library=site.library)
    except AidefsError:
        return None


def _stretches(one: Definition, cut: Segmentation | None, numbers: Mapping[str, int]) -> Iterator[_Piece]:
    """The text letter for letter, in pieces."""
    at = 0
    for piece in cut.segments if cut else ():
        if piece.start > at:
            yield _Piece(one.text[at : piece.start], "", 0)
        yield _Piece(piece.text, piece.element, numbers[piece.element])
        at = piece.end
    yield _Piece(one.text[at:], "", 0)


def _link(site: Site, graph: Lineage, edge: Edge) -> dict[str, Any]:
    """A link of the drafting graph with its redline, and the comparison that shows all of it."""
    ends = graph.by_id[edge.earlier].definition, graph.by_id[edge.later].definition
    line = edge.redline
    shown = Document("", (Paragraph(edit_runs(line.edits, line.b), ends[1].lang),)) if line else None
    return {
        "edge": edge,
        "ends": ends,
        "redline": site.fragment(shown, 3) if shown else None,
        "path": site.comparison(*(one.id for one in ends)),
    }


def definition_file(site: Site, call: Call, name: str, file: str) -> Answered:
    """A definition in a format to keep."""
    one = site.library[name]
    stem, _, ending = file.rpartition(".")
    if stem == "cite" and ending in ("bib", "json", "txt"):
        style = {"bib": "biblatex", "json": "csl", "txt": "plain"}[ending]
        body = (cite(one, style=style, library=site.library) + "\n").encode()
    elif stem == "definition" and ending in ("docx", "json", "md", "txt"):
        form = {"md": "markdown", "txt": "text"}.get(ending, ending)
        body = render_bytes(Listed(one, site.library), form)
    else:
        raise NotFound
    return Answered(body, MEDIA[ending], name=f"{file_name(one.id)}.{ending}")


# --- search -----------------------------------------------------------------------------------


def search(site: Site, call: Call) -> Answered:
    """Words in their context; in files a script looks for them."""
    words = call.request.args.get("q", "").strip()[:200]
    found = find_words(words, library=site.library) if words else None
    title = site.say("search.title", call.lang)
    return site.page("search", call, title, words=words, hits=found.hits if found is not None else None)


def search_index(site: Site, call: Call) -> Answered:
    """What the script of the search reads: each text with its name and place."""
    return json_answer(
        [
            {"id": one.id, "label": one.name, "lang": one.lang, "adopted": one.adopted, "text": one.text}
            for one in site.definitions
        ]
    )
