"""Names of the formats, apart from the code that makes them, so that `--help` costs nothing."""

from __future__ import annotations

__all__ = [
    "BINARY_FORMATS",
    "EXPORT_FORMATS",
    "FORMATS",
    "OFFICE_FORMATS",
    "OWN_FORMATS",
    "PICTURE_FORMATS",
    "TABULATE_FORMATS",
    "TEXT_FORMATS",
]

OWN_FORMATS = ("text", "markdown", "latex", "html", "json")
# Of tabulate's formats those that are neither unescaped ("unsafehtml", "latex_raw") nor ours already, in a
# form that keeps every character (its LaTeX takes a cell that begins with "[" for an argument).
TABULATE_FORMATS = (
    "asciidoc", "csv", "double_grid", "double_outline", "fancy_grid", "fancy_outline", "github", "grid",
    "heavy_grid", "heavy_outline", "jira", "mediawiki",
    "mixed_grid", "mixed_outline", "moinmoin", "orgtbl", "outline", "pipe", "plain", "presto",
    "pretty", "psql", "rounded_grid", "rounded_outline", "rst", "simple", "simple_grid",
    "simple_outline", "textile", "tsv", "youtrack",
)  # fmt: skip
OFFICE_FORMATS = ("docx", "xlsx")
PICTURE_FORMATS = ("svg", "pdf", "png")
BINARY_FORMATS = OFFICE_FORMATS + PICTURE_FORMATS
TEXT_FORMATS = OWN_FORMATS + TABULATE_FORMATS
FORMATS = OWN_FORMATS + BINARY_FORMATS + TABULATE_FORMATS
EXPORT_FORMATS = ("csv", "json", "jsonl", "parquet", "datapackage")
