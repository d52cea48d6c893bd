"""The names of the formats, and what can be chosen about their looks; each format reads its part."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, get_args

from aidefs.classes import dataclass
from aidefs.errors import InputError, choice

__all__ = [
    "BINARY_FORMATS",
    "EDITION_FORMATS",
    "EXCEL_MARK",
    "EXPORT_FORMATS",
    "FORMATS",
    "GRAPH_FORMATS",
    "LAYOUTS",
    "OFFICE_FORMATS",
    "OWN_FORMATS",
    "PICTURE_FORMATS",
    "SEPARATED_FORMATS",
    "SPECIAL_FORMATS",
    "STYLES",
    "TABULATE_FORMATS",
    "TEXT_FORMATS",
    "Options",
    "Painter",
    "Styles",
    "TableLayout",
]

# --- names: no code of a format is loaded for them, so that `--help` costs nothing -------------

OWN_FORMATS = ("text", "markdown", "pandoc", "latex", "html", "json")
# Of tabulate's, each for a reader of its own; "csv" and "tsv" are separated values, which it does not write.
SEPARATED_FORMATS = ("csv", "tsv")
TABULATE_FORMATS = (
    "asciidoc", "csv", "github", "grid", "mediawiki", "plain", "psql", "rst", "simple", "textile", "tsv",
)  # fmt: skip
OFFICE_FORMATS = ("docx", "xlsx")
PICTURE_FORMATS = ("svg", "pdf", "png")
BINARY_FORMATS = OFFICE_FORMATS + PICTURE_FORMATS
GRAPH_FORMATS = ("mermaid", "dot", "graphml")
EDITION_FORMATS = ("tei", "reledmac")
SPECIAL_FORMATS = GRAPH_FORMATS + EDITION_FORMATS  # of some results alone
TEXT_FORMATS = OWN_FORMATS + TABULATE_FORMATS
FORMATS = OWN_FORMATS + BINARY_FORMATS + SPECIAL_FORMATS + TABULATE_FORMATS
EXPORT_FORMATS = ("csv", "json", "jsonl", "parquet", "datapackage")

EXCEL_MARK = "\ufeff"
"""What tells Excel that separated values are UTF-8; other programs take it for part of the first name."""

# --- what can be chosen -----------------------------------------------------------------------

Painter = Callable[[str, str], str]  # text, mark → the text with terminal styles
TableLayout = Literal["auto", "float", "span", "long"]
LAYOUTS: tuple[TableLayout, ...] = get_args(TableLayout)
Styles = Literal["own", "none"]
STYLES: tuple[Styles, ...] = get_args(Styles)


@dataclass(frozen=True)
class Options:
    """The options of all formats.

    Attributes:
        width: Text: how many columns it may take.
        paint: Text: marks a stretch for a terminal; signs are used where there is none.
        standalone: HTML and LaTeX: a whole document rather than a part of one. None leaves it to the
            place: a file of HTML is a page, all else a part.
        layout: LaTeX: "float" for a table in one column, "span" for one across both columns of a
            two-column paper, "long" for one that breaks across pages, "auto" for float or long by
            how much there is.
        bibliography: LaTeX: name of the file of references, without ending; notes then end in
            citations. "" for no citations.
        excel: CSV and TSV: begin with the mark by which Excel knows UTF-8.
        styles: HTML: "own" for looks that go with the words, "none" for classes alone, whose looks are those
            of one stylesheet for all pages (`aidefs.stylesheet`).
        level: HTML: level of the heading of a part, whose own headings follow; 1 to 4.
    """

    width: int = 80
    paint: Painter | None = None
    standalone: bool | None = None
    layout: TableLayout = "auto"
    bibliography: str = ""
    excel: bool = False
    styles: Styles = "own"
    level: int = 2

    @classmethod
    def of(cls, **options: Any) -> Options:
        """The options of the names.

        Raises:
            InputError: There is no such option, or it cannot have that value.
        """
        known = list(cls.__annotations__)
        for name in options:
            if name not in known:
                raise InputError(f"unknown option '{name}'; {choice(name, known)}")
        made = cls(**options)
        for name, allowed in (("layout", LAYOUTS), ("styles", STYLES)):
            value = getattr(made, name)
            if value not in allowed:
                raise InputError(f"unknown {name} '{value}'; {choice(str(value), allowed)}")
        if made.level not in range(1, 5):
            raise InputError(f"a heading has a level from 1 to 4, not {made.level}")
        return made
