"""The options that several commands share: where texts come from, which are chosen, where results go."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import TYPE_CHECKING, Any

from aidefs.classes import NamedTuple
from aidefs.cli.console import read_definition, read_library
from aidefs.cli.declare import OneOf, Whole, argument, option
from aidefs.cli.destination import Output
from aidefs.errors import InputError
from aidefs.formats.options import LAYOUTS, OFFICE_FORMATS, OWN_FORMATS, TABULATE_FORMATS
from aidefs.library.library import Library
from aidefs.library.records import Definition
from aidefs.text.languages import language_tag

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem

    from aidefs.library.taxonomy import Taxonomy

__all__ = [
    "Command",
    "FilterOptions",
    "Input",
    "Output",
    "complete_names",
    "force_option",
    "library_option",
    "method_option",
    "names_argument",
    "read_taxonomy",
    "taxonomy_option",
    "term_option",
    "with_filters",
    "with_input",
    "with_output",
]

Command = Callable[..., Any]
FilterOptions = dict[str, Any]  # conditions of `Library.where`


class Input(NamedTuple):
    """Where definitions come from."""

    library: Library
    texts: tuple[str, ...]
    lang: str | None

    def definitions(self, names: Iterable[str]) -> list[Definition]:
        """Definitions of names, files and "-", then the texts of --text."""
        given = [self.named(name) for name in names]
        several = len(self.texts) > 1
        return given + [_given(text, several * k, self.lang) for k, text in enumerate(self.texts, 1)]

    def named(self, name: str) -> Definition:
        """The definition of a name or file."""
        return read_definition(name, self.library, self.lang)


def with_output(command: Command) -> Command:
    """Adds the options on what a result looks like and where it goes; the command gets them as `output`."""

    @option("--format", "-f", "form", metavar="FORMAT", help=_FORMAT_HELP)
    @option("--out", "-o", metavar="FILE", help="Write to FILE; its ending chooses the format.")
    @force_option
    @option("--width", type=Whole(40, 400), metavar="N", help="Columns of text output.")
    @option(
        "--standalone/--fragment",
        default=None,
        help="LaTeX, HTML: a document of its own, or a part of one; a file of HTML is a page by default.",
    )
    @option(
        "--layout",
        type=OneOf(LAYOUTS),
        default="auto",
        show_default=True,
        help="LaTeX: a table in one column, across two, or broken across pages.",
    )
    @option("--excel", is_flag=True, help="CSV as Excel reads it: with a mark that it is UTF-8.")
    @option("--stamp", is_flag=True, help="End with the versions of aidefs and of its data.")
    @wraps(command)
    def run(
        *,
        form: str | None,
        out: str | None,
        force: bool,
        width: int | None,
        standalone: bool | None,
        layout: str,
        excel: bool,
        stamp: bool,
        **options: Any,
    ) -> Any:
        if excel and form is None and out is None:
            form = "csv"
        output = Output(form, out, width, stamp, force, standalone, layout, excel)
        output.check()
        return command(output=output, **options)

    return run


def with_input(command: Command) -> Command:
    """Adds the options on texts given at the call and on one's own library; the command gets `given`."""

    @option("--text", "texts", multiple=True, metavar="TEXT", help="A text, as a further definition.")
    @option("--lang", metavar="TAG", help="Language of given texts; by default recognised.")
    @library_option
    @wraps(command)
    def run(*, texts: tuple[str, ...], lang: str | None, library: str | None, **options: Any) -> Any:
        known = language_tag(lang) if lang else lang
        return command(given=Input(read_library(library), texts, known), **options)

    return run


def with_filters(command: Command) -> Command:
    """Adds the options that choose definitions; the command gets them as `filters`."""

    @option("--jurisdiction", multiple=True, metavar="NAME", help="EU, US-CO, Utah, UK, …; repeatable.")
    @option("--status", multiple=True, metavar="STATUS", help='For example "in force" or superseded.')
    @option("--kind", multiple=True, metavar="KIND", help="treaty, regulation, statute, draft, …")
    @option("--year", multiple=True, metavar="YEAR", help="Year of adoption.")
    @option("--lang", multiple=True, metavar="TAG", help="Language of the text.")
    @option("--one-per-instrument", is_flag=True, help="One of the language versions of each text, not all.")
    @term_option
    @wraps(command)
    def run(**options: Any) -> Any:
        filters = {name: options.pop(name) or None for name in _FILTERS}
        return command(filters=filters, **options)

    return run


_FILTERS = ("jurisdiction", "status", "kind", "year", "lang", "term", "one_per_instrument")
_FORMAT_HELP = f"{', '.join(OWN_FORMATS + OFFICE_FORMATS)}, or tables alone: {', '.join(TABULATE_FORMATS)}."


def complete_names(context: click.Context, _: click.Parameter, start: str) -> list[CompletionItem]:
    """Ids and aliases that begin as typed; the shell adds the names of files where there is none."""
    from click.shell_completion import CompletionItem

    from aidefs.errors import AidefsError

    try:
        library = read_library(context.params.get("library"))
    except AidefsError:
        return [CompletionItem(start, type="file")]
    known = [(name, library[name].name) for name in (*library.short_names, *library)]
    return [
        CompletionItem(start, type="file"),
        *(CompletionItem(name, help=label) for name, label in known if name.startswith(start)),
    ]


def names_argument(metavar: str, nargs: int = -1, **settings: Any) -> Callable[[Command], Command]:
    """The argument `names` (`name`, if there is one): names of definitions, which shells complete."""
    return argument(
        "names" if nargs < 0 else "name",
        nargs=nargs,
        metavar=metavar,
        shell_complete=complete_names,
        **settings,
    )


force_option = option("--force", is_flag=True, help="Replace a file that is there.")
library_option = option("--library", metavar="DIR", help="Add the definitions of a folder of yours.")
term_option = option("--term", metavar="TERM", help="deep-fake, …, all: see aidefs terms.")
taxonomy_option = option("--taxonomy", metavar="FILE", help="Use the elements of a file of yours.")
method_option = option(
    "--method",
    type=OneOf(("auto", "reviewed", "automatic")),
    default="auto",
    show_default=True,
    help="Where the elements of a text come from.",
)


def _given(text: str, number: int, lang: str | None) -> Definition:
    if not text.strip():
        raise InputError("--text is empty")
    return Definition.of_text(text, lang, number)


def read_taxonomy(path: str | None) -> Taxonomy | None:
    """The elements of a file of the user's, None where no file is named."""
    from aidefs.library.taxonomy import Taxonomy

    return Taxonomy.load(path) if path else None
