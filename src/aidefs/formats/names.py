"""Names of the formats, apart from the code that makes them, so that `--help` costs nothing."""

from __future__ import annotations

__all__ = [
    "BINARY_FORMATS",
    "EDITION_FORMATS",
    "EXPORT_FORMATS",
    "FORMATS",
    "GRAPH_FORMATS",
    "OFFICE_FORMATS",
    "OWN_FORMATS",
    "PICTURE_FORMATS",
    "SPECIAL_FORMATS",
    "TABULATE_FORMATS",
    "TEXT_FORMATS",
]

OWN_FORMATS = ("text", "markdown", "pandoc", "latex", "html", "json")
# All of tabulate's formats but "latex" and "html", which are ours. Those that it leaves unescaped
# ("unsafehtml", "latex_raw") are escaped like the others.
TABULATE_FORMATS = (
    "asciidoc", "colon_grid", "csv", "double_grid", "double_outline", "fancy_grid", "fancy_outline", "github",
    "grid", "heavy_grid", "heavy_outline", "jira", "latex_booktabs", "latex_longtable", "latex_raw",
    "mediawiki", "mixed_grid", "mixed_outline", "moinmoin", "orgtbl", "outline", "pipe", "plain", "presto",
    "pretty", "psql", "rounded_grid", "rounded_outline", "rst", "simple", "simple_grid",
    "simple_outline", "textile", "tsv", "unsafehtml", "youtrack",
)  # fmt: skip
OFFICE_FORMATS = ("docx", "xlsx")
PICTURE_FORMATS = ("svg", "pdf", "png")
BINARY_FORMATS = OFFICE_FORMATS + PICTURE_FORMATS
GRAPH_FORMATS = ("mermaid", "dot")
EDITION_FORMATS = ("tei", "reledmac")
SPECIAL_FORMATS = GRAPH_FORMATS + EDITION_FORMATS  # of some results alone
TEXT_FORMATS = OWN_FORMATS + TABULATE_FORMATS
FORMATS = OWN_FORMATS + BINARY_FORMATS + SPECIAL_FORMATS + TABULATE_FORMATS
EXPORT_FORMATS = ("csv", "json", "jsonl", "parquet", "datapackage")
