"""Results to text in some format, and to files.

`render(result, form)` gives text, `render_bytes` any format, Word files and pictures included; both take
any result, definition or `Document`. `FORMATS` lists the forms. Besides the whole-document forms (text,
markdown, pandoc, latex, html, json, docx, xlsx) csv, tsv and some formats of the tabulate package stand under
their own names and show the tables of the document alone. Graphs have forms of their own (mermaid, dot),
and so have collations (tei, reledmac).
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any

from aidefs.errors import InputError, choice, demand, near
from aidefs.formats.document import Document
from aidefs.formats.files import write, write_all
from aidefs.formats.options import (
    BINARY_FORMATS,
    EXCEL_MARK,
    FORMATS,
    OFFICE_FORMATS,
    PICTURE_FORMATS,
    SEPARATED_FORMATS,
    SPECIAL_FORMATS,
    TABULATE_FORMATS,
    TEXT_FORMATS,
    Options,
)
from aidefs.results import Result, sheet_of

if TYPE_CHECKING:
    from aidefs.library.lookup import TaxonomyLike

__all__ = [
    "BINARY_FORMATS",
    "FORMATS",
    "TABULATE_FORMATS",
    "TEXT_FORMATS",
    "form_of",
    "is_picture",
    "render",
    "render_bytes",
    "render_file",
    "save",
    "shown",
    "stylesheet",
    "write",
    "write_all",
]

_ENDINGS = {
    ".txt": "text",
    ".md": "markdown",
    ".qmd": "pandoc",
    ".tex": "latex",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".rst": "rst",
    ".csv": "csv",
    ".tsv": "tsv",
    ".mmd": "mermaid",
    ".dot": "dot",
    ".gv": "dot",
    ".graphml": "graphml",
    ".xml": "tei",
    **{f".{form}": form for form in BINARY_FORMATS},
}
# Formats of tables that were here, and in which not every text can be written so that nothing obeys it.
_GONE = ("jira", "orgtbl")
# What people call some formats that have another name here.
_MEANT = {"word": "docx", "excel": "xlsx", "quarto": "pandoc", "web": "html", "plain text": "text"}


def render(result: Any, form: str = "text", **options: Any) -> str:
    """A result as text.

    Args:
        result: Comparison, Redline, Segmentation, Definition or Document.
        form: One of `TEXT_FORMATS`.
        options: See `Options`.

    Raises:
        InputError: The format or an option does not exist, the format is no text, or the result has no
            such form.
    """
    if _known(form) in BINARY_FORMATS:
        raise InputError(f"{form} is not text; write it to a file whose name ends in .{form}")
    return _text(result, form, _chosen(form, options))


def render_bytes(result: Any, form: str, **options: Any) -> bytes:
    """A result in any format, as the content of a file; text is UTF-8.

    Raises:
        InputError: The format or an option does not exist, the result has no such form, or the package
            that makes it is not installed.
    """
    chosen = _chosen(_known(form), options)
    if form in TEXT_FORMATS + SPECIAL_FORMATS:
        return _text(result, form, chosen).encode("utf-8", "replace")
    if is_picture(result, form):
        from aidefs.output.pictures import picture

        return picture(result, form)
    assert form in OFFICE_FORMATS or form == "pdf"
    module = import_module(f"aidefs.formats.{form}")
    data: bytes = module.render_document(shown(result, form), chosen)
    return data


def is_picture(result: Any, form: str) -> bool:
    """Whether a format shows a picture: a PDF holds one where the result has one, else words and tables."""
    if form != "pdf":
        return form in PICTURE_FORMATS
    from aidefs.output.pictures import has_picture

    return has_picture(result)


def _known(form: str) -> str:
    if form in _GONE:
        raise InputError(f"the format '{form}' is gone: it cannot hold every text; nearest: markdown, html")
    if form not in FORMATS:
        meant = _ENDINGS.get(f".{form.lower()}") or _MEANT.get(form.lower())
        if not meant and not near(form, FORMATS):
            meant = ", ".join(_MEANT[name] for name in near(form.lower(), _MEANT))
        told = f"nearest: {meant}" if meant else choice(form, FORMATS)
        raise InputError(f"unknown format '{form}'; {told}")
    return form


def _chosen(form: str, options: dict[str, Any]) -> Options:
    chosen = Options.of(**options)
    if chosen.excel and form not in SEPARATED_FORMATS:
        known = " or ".join(SEPARATED_FORMATS)
        raise InputError(f"--excel (excel=True) is for {known}, not for {form}; xlsx needs no such mark")
    return chosen


def _text(result: Any, form: str, options: Options) -> str:
    if form == "json":
        from aidefs.output.json import render_json

        return render_json(result)
    if form in SPECIAL_FORMATS:
        return _special(result, form)
    if form in TABULATE_FORMATS:
        made = _tabulated(result, form)
        return EXCEL_MARK + made if options.excel else made
    document = shown(result, form)
    module = import_module(f"aidefs.formats.{form}")
    text: str = module.render_document(document, options)
    return text


def _tabulated(result: Any, form: str) -> str:
    """The tables of a result; as separated values also the records of one that readers get no table of."""
    from aidefs.formats.tabulated import SEPARATED, render_sheet, render_tables

    separated = form in SEPARATED and isinstance(result, Result)
    sheet = result.sheet() if separated else None
    if sheet is None:
        document = shown(result, form)
        if document.tables or not separated or not result.columns():
            return render_tables(document, form)
        sheet = sheet_of(result.columns(), result.records(), "; ")
    return render_sheet(sheet, form)


def _special(result: Any, form: str) -> str:
    """A form that some results have and no document has: graphs of a lineage, editions of a collation."""
    match form:
        case "dot":
            from aidefs.output.graphs import render_dot

            return render_dot(result)
        case "graphml":
            from aidefs.output.graphml import render_graphml

            return render_graphml(result)
        case "mermaid":
            from aidefs.output.graphs import render_mermaid

            return render_mermaid(result)
        case "reledmac":
            from aidefs.output.reledmac import render_reledmac

            return render_reledmac(result)
        case "tei":
            from aidefs.output.tei import render_tei

            return render_tei(result)
        case other:
            raise AssertionError(f"no module writes the form {other}")


def shown(result: Any, form: str = "text") -> Document:
    """The document that a format shows of a result."""
    if isinstance(result, Document):
        return result
    from aidefs.output.views import document, tracked_document

    # A Word file of changes holds them as tracked changes and nothing else, for editing.
    return (tracked_document(result) if form == "docx" else None) or document(result)


def stylesheet(*taxonomies: TaxonomyLike) -> str:
    """The looks of all HTML that is made with `styles="none"`, for the one stylesheet of a site.

    Every rule begins with the class of the fragments and touches nothing else of a page.

    Args:
        taxonomies: The elements whose words are brought out together where a reader points at one; by default
            those that come with aidefs.

    Raises:
        InputError: One is neither a taxonomy nor the path of a file.
    """
    # Only here: no command writes a stylesheet.
    from aidefs.formats.html import stylesheet as rules
    from aidefs.library.lookup import taxonomy_of
    from aidefs.library.taxonomy import Taxonomy

    used = [taxonomy_of(one) for one in taxonomies] or [Taxonomy.shipped()]
    return rules(dict.fromkeys(name for taxonomy in used for name in taxonomy or ()))


def form_of(path: str | os.PathLike[str]) -> str:
    """The format that the ending of a file name stands for.

    Raises:
        InputError: It stands for none.
    """
    demand(path, (str, os.PathLike), "the path of a file")
    name = os.path.basename(os.fspath(path))
    ending = os.path.splitext(name)[1].lower()
    if ending not in _ENDINGS:
        wrong = f"'{ending}' stands for no format" if ending else "the name has no ending"
        raise InputError(f"cannot write '{name}': {wrong}; {choice(ending, _ENDINGS)}")
    return _ENDINGS[ending]


def render_file(result: Any, path: str | os.PathLike[str], form: str = "", **options: Any) -> bytes:
    """The content of a file.

    Args:
        result: A result, definition or `Document`.
        path: The file; its ending chooses the format.
        form: A format that goes before that of the ending.
        options: See `Options`. HTML is a page, unless `standalone=False` asks for a fragment.

    Raises:
        InputError: The ending stands for no format, the result has no such form, or a package is missing.
    """
    form = form or form_of(path)
    if form == "html" and options.get("standalone") is None:
        options["standalone"] = True
    return render_bytes(result, form, **options)


def save(result: Any, path: str | os.PathLike[str], **options: Any) -> None:
    """Write a result to a file in the format of its ending; see `write` and `render_file` for how."""
    write(render_file(result, path, **options), path)
