"""What all handlers share: the call, the answer, and the site that makes pages of templates."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from importlib.resources import files
from importlib.util import find_spec
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from aidefs.classes import NamedTuple
from aidefs.comparison.rows import Side
from aidefs.errors import AidefsError, InputError
from aidefs.library.citations import cite
from aidefs.library.files import EVERY_TERM, MAIN_TERM
from aidefs.library.filters import Conditions
from aidefs.library.library import Library
from aidefs.library.records import Definition
from aidefs.library.taxonomy import Taxonomy
from aidefs.library.wordings import group_wordings
from aidefs.output.render import render, stylesheet
from aidefs.segmentation.segmentation import segmentation_if_read
from aidefs.survey.lineage import Lineage, lineage
from aidefs.survey.nearest import Match, nearest
from aidefs.text.phrasebook import date
from aidefs.text.visible import json_visible, visible
from aidefs.version import __version__
from aidefs.web.addresses import compared
from aidefs.web.engine import Engine
from aidefs.web.phrases import LANGUAGES, PHRASES
from aidefs.web.upload_worker import UploadWorker
from aidefs.web.uploads import Workshop

__all__ = ["Answered", "Call", "Site", "day_in", "file_name", "json_answer"]

HTML, JSON, TEXT = "text/html; charset=utf-8", "application/json", "text/plain; charset=utf-8"
KINDS = {
    "bib": "application/x-bibtex; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": JSON,
    "md": "text/markdown; charset=utf-8",
    "pdf": "application/pdf",
    "svg": "image/svg+xml",
    "tex": "application/x-tex; charset=utf-8",
    "txt": TEXT,
}
"""Media types by the ending of a file."""


class Call(NamedTuple):
    """A request.

    Attributes:
        request: That of Werkzeug.
        lang: Language of the page.
        path: Its path without the language.
    """

    request: Any
    lang: str
    path: str


class Answered(NamedTuple):
    """What is answered.

    Attributes:
        body: The content.
        kind: Its media type.
        status: HTTP status.
        name: File name of what is to be saved, "" for what is shown.
        location: Where a reader is sent.
        headers: Further ones.
    """

    body: bytes
    kind: str = HTML
    status: int = 200
    name: str = ""
    location: str = ""
    headers: tuple[tuple[str, str], ...] = ()


def json_answer(value: Any, status: int = 200) -> Answered:
    """Plain data as JSON."""
    written = json_visible(json.dumps(value, ensure_ascii=False, indent=2))
    return Answered((written + "\n").encode(), JSON, status)


def file_name(name: str) -> str:
    """A file name that every system takes, whatever a library of one's own has for a name."""
    return "".join(c if c.isascii() and (c.isalnum() or c in "-_") else "-" for c in name)


def day_in(value: str, lang: str) -> str:
    """A date as pages of a language write it."""
    return date(value, "british", "fr" if lang == "fr" else "en")


class Site:
    """One collection as pages.

    Args:
        library: The collection.
        uploads: Whether documents and drafts are taken.
        pairs: The comparisons that there are as pages, None for all.
        engine: What a page of files runs in the browser, None for nothing.
        in_browser: Whether this is what runs there.
    """

    def __init__(
        self,
        library: Library,
        *,
        uploads: bool = True,
        pairs: Iterable[Sequence[str]] | None = None,
        engine: Engine | None = None,
        in_browser: bool = False,
    ) -> None:
        self.library = library
        self.static = pairs is not None
        self.uploads = uploads and not self.static
        self.pairs = tuple(tuple(pair) for pair in pairs or ())
        self.taxonomy = Taxonomy.shipped()
        self.engine = engine
        self.in_browser = in_browser
        self.workshop = Workshop(library, here=UploadWorker().reply if in_browser else None)
        self.pictures: dict[tuple[str, str], bytes | None] = {}
        self._nearest: dict[str, tuple[Match, ...]] = {}
        self._graphs: dict[str, Lineage] = {}
        self._sides: dict[tuple[str, str], Side] = {}
        self._references: dict[str, str] = {}
        self._options: dict[str, Markup] = {}
        self._ticks: dict[tuple[str, str], Markup] = {}
        self._environment = Environment(
            loader=PackageLoader("aidefs.web"),
            autoescape=True,
            undefined=StrictUndefined,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters["visible"] = visible

    @cached_property
    def word(self) -> bool:
        """Whether Word files are made."""
        return not self.in_browser and find_spec("docx") is not None

    @cached_property
    def pdf(self) -> bool:
        """Whether comparisons are made as PDF, which takes seconds, and a site of files has many."""
        return not self.in_browser and not self.static and find_spec("weasyprint") is not None

    # --- words --------------------------------------------------------------------------------

    def say(self, key: str, lang: str, **parts: object) -> str:
        """The words of the catalogue for something."""
        words = PHRASES[key][LANGUAGES.index(lang)]
        return words.format(**parts) if parts else words

    def has(self, key: str) -> bool:
        """Whether the catalogue has words for something."""
        return key in PHRASES

    def value(self, value: str, lang: str) -> str:
        """A word of the records (a kind, a status, a state) as a page prints it."""
        return self.say(f"value.{value}", lang) if f"value.{value}" in PHRASES else value

    # --- the collection -----------------------------------------------------------------------

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """All of them, the newest first."""
        return tuple(reversed(self.library.where()))

    @cached_property
    def every(self) -> tuple[Definition, ...]:
        """Those of every term, the newest first."""
        return tuple(reversed(self.library.where(term=EVERY_TERM)))

    def term_of(self, one: Definition) -> str:
        """Id of the term that a definition is of in the first place."""
        return one.terms[0] if one.terms else MAIN_TERM

    def elements_of(self, term: str) -> Taxonomy:
        """The elements of a term; none where nobody wrote them."""
        if term == MAIN_TERM:
            return self.taxonomy
        try:
            return self.library.elements(term)
        except InputError:
            return Taxonomy((), term)

    @cached_property
    def current(self) -> tuple[Definition, ...]:
        """The texts that have an alias, which are those that most readers look for."""
        return tuple(dict.fromkeys(self.library[name] for name in self.library.short_names))

    @cached_property
    def others(self) -> tuple[Definition, ...]:
        """Those that have none, by name."""
        ids = {one.id for one in self.current}
        rest = (one for one in self.definitions if one.id not in ids)
        return tuple(sorted(rest, key=lambda one: (one.name.casefold(), one.id)))

    def options(self, term: str) -> Markup:
        """All texts of a term as the choices of a form; they are the same on every page."""
        if term not in self._options:
            chosen: Sequence[Definition] = (*self.current, *self.others)
            if term != MAIN_TERM:
                chosen = sorted(self.library.where(term=term), key=lambda one: (one.name.casefold(), one.id))
            option = Markup('<option value="{}">{}</option>')
            self._options[term] = Markup("\n").join(option.format(one.id, one.name) for one in chosen)
        return self._options[term]

    def term_name(self, term: str, lang: str) -> str:
        """What a term is called in the language of a page, or in English."""
        taxonomy = self.elements_of(term)
        return taxonomy.terms.get(lang) or taxonomy.term or term

    @cached_property
    def other_terms(self) -> tuple[tuple[str, int], ...]:
        """The terms beside the main one with how many definitions each has, the most first."""
        counts = Counter(term for one in self.every for term in one.terms if term != MAIN_TERM)
        return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0])))

    @cached_property
    def same_words(self) -> Mapping[str, tuple[Definition, ...]]:
        """Who has the same wording, by the id of each."""
        wordings = group_wordings(self.every)
        return {
            one.id: tuple(other for other in wording.definitions if other.id != one.id)
            for wording in wordings
            for one in wording.definitions
        }

    def _graph_of(self, term: str) -> Lineage:
        if term not in self._graphs:
            wanted: Conditions = {} if term == MAIN_TERM else {"term": term}
            self._graphs[term] = lineage(library=self.library, **wanted)
        return self._graphs[term]

    def lineage_of(self, one: Definition) -> Lineage:
        """The texts that one was made from and that were made from it."""
        graph = self._graph_of(self.term_of(one))
        [node] = (node for node in graph.nodes if any(other.id == one.id for other in node.all))
        return graph.around([node.id])

    def pictured(self, kind: str) -> bool:
        """Whether a survey of everything has something to draw."""
        if kind == "lineage":
            return bool(self._graph_of(MAIN_TERM).edges)
        return sum(one.lang.partition("-")[0] == "en" for one in self.definitions) > 1

    def nearest_to(self, one: Definition) -> tuple[Match, ...]:
        """The nearest wordings; none where the program cannot read what it would have to compare."""
        if one.id not in self._nearest:
            try:
                self._nearest[one.id] = nearest(one, library=self.library).overall
            except AidefsError:
                self._nearest[one.id] = ()
        return self._nearest[one.id]

    def side(self, one: Definition, taxonomy: Taxonomy) -> Side:
        """A definition cut into elements, with its words; that of a stored one is kept.

        Raises:
            NoDefinition: Nothing in the text looks like a definition.
        """
        key = one.id, taxonomy.id
        kept = self._sides.get(key)
        if kept is not None and self.library.get(one.id) is one:
            return kept
        side = Side(segmentation_if_read(one, "auto", library=self.library, taxonomy=taxonomy))
        if self.library.get(one.id) is one:
            self._sides[key] = side
        return side

    def reference(self, one: Definition) -> str:
        """The citation of a stored definition in one line."""
        if one.id not in self._references:
            self._references[one.id] = cite(one, library=self.library)
        return self._references[one.id]

    def ticks(self, taxonomy: Taxonomy, lang: str) -> Markup:
        """The elements as the boxes of a form, none ticked."""
        if (taxonomy.id, lang) not in self._ticks:
            box = Markup('<label><input type="checkbox" name="element" value="{}"> {}</label>\n')
            boxes = (box.format(name, one.label_in(lang)) for name, one in taxonomy.items())
            self._ticks[taxonomy.id, lang] = Markup("").join(boxes)
        return self._ticks[taxonomy.id, lang]

    def jurisdiction(self, code: str) -> str:
        """Its name."""
        return self.library.jurisdictions.name_of(code)

    # --- links --------------------------------------------------------------------------------

    def href(self, path: str, lang: str) -> str:
        """The address of a page in the language of the page that links to it."""
        return path if lang == LANGUAGES[0] or path.startswith("/static/") else f"/{lang}{path}"

    def comparison(self, *ids: str) -> str:
        """The path of a comparison, "" where there is no such page."""
        return compared(ids) if not self.static or ids in self.pairs else ""

    # --- pages --------------------------------------------------------------------------------

    def page(self, template: str, call: Call, title: str, status: int = 200, /, **context: Any) -> Answered:
        """A page made of a template.

        Args:
            template: Its name without ending.
            call: What is asked.
            title: Title of the page.
            status: HTTP status.
            context: What the template shows.
        """
        lang = call.lang
        others = [one for one in LANGUAGES if one != lang]
        text = self._environment.get_template(f"{template}.html").render(
            site=self,
            lang=lang,
            path=call.path,
            title=title,
            t=lambda key, **parts: self.say(key, lang, **parts),
            v=lambda value: self.value(value, lang),
            href=lambda path: self.href(path, lang),
            definition_href=lambda one: self.href(f"/d/{quote(one.id)}/", lang),
            day=lambda value: day_in(value, lang),
            label=lambda element: element.label_in(lang),
            translations=[(one, self.href(call.path, one)) for one in others],
            version=__version__,
            data_version=self.library.data_version,
            **context,
        )
        return Answered(text.encode("utf-8", "replace"), HTML, status)

    def error(self, call: Call, status: int, message: str, own: bool = False) -> Answered:
        """A page that says what is wrong; JSON where programs ask.

        Args:
            call: What was asked.
            status: HTTP status.
            message: What is wrong.
            own: Whether the words are those of the engine, which are English.
        """
        if call.path.startswith("/api/"):
            return json_answer({"error": message}, status)
        title = self.say("error.title", call.lang)
        home = call._replace(path="/")
        return self.page("error", home, title, status, message=message, own=own)

    def fragment(self, shown: Any, level: int = 2) -> Markup:
        """A result or document as part of a page."""
        return Markup(render(shown, "html", styles="none", level=level))

    # --- files of the package -----------------------------------------------------------------

    @cached_property
    def static_files(self) -> Mapping[str, tuple[bytes, str]]:
        """What pages ask for beside themselves: content and media type by name."""
        own = files("aidefs.web").joinpath("static")
        css = own.joinpath("explorer.css").read_text("utf-8")
        together = "".join(
            f'main:has([data-key="{name}"]:hover,[data-key="{name}"]:focus) [data-key="{name}"]'
            "{outline:2px solid;outline-offset:1px;background:var(--found)}\n"
            for name in dict.fromkeys(name for term in self.library.terms for name in self.elements_of(term))
        )
        scripts = ("collection.js", "search.js", "engine.js", "engine-worker.js")
        return {
            "explorer.css": (
                f"{stylesheet(self.taxonomy)}{css}{together}".encode(),
                "text/css; charset=utf-8",
            ),
            **{name: (own.joinpath(name).read_bytes(), "text/javascript; charset=utf-8") for name in scripts},
            "icon.svg": (own.joinpath("icon.svg").read_bytes(), "image/svg+xml"),
        }
