"""What every result can do: become data, text in some format, a data frame, or a file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

from aidefs.tidy import Column

__all__ = ["Result"]


class Result:
    """Base of all results.

    The renderers stand on a higher floor and know the results; results do not know them. These
    methods are a convenience for the user and find the renderer by name when they are called.
    """

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The result as plain data, the JSON of `docs/json.md`."""
        raise TypeError(f"{type(self).__name__} has no JSON form")

    def columns(self) -> tuple[Column, ...]:
        """Name, type and meaning of each column of `records`, of which an empty result has none to show.

        Empty where the types are left to the values.
        """
        return ()

    def records(self) -> tuple[dict[str, Any], ...]:
        """The result as rows with the same keys each, one observation a row; see `docs/notebooks.md`."""
        raise TypeError(f"{type(self).__name__} has no rows")

    def sheet(self) -> Iterable[Sequence[str]] | None:
        """Rows of text for CSV and TSV, where programs need others than readers; None where they do not."""
        return None

    def to_frame(self) -> Any:
        """`records` as a pandas DataFrame, each column in the type that `columns` gives it.

        Raises:
            InputError: pandas is not installed.
        """
        return import_module("aidefs.output.frame").frame(self)

    def to_text(self, *, width: int = 80) -> str:
        """Plain text for a terminal or a mail, at most `width` columns wide where words allow."""
        return self._render("text", width=width)

    def to_markdown(self) -> str:
        """GitHub-flavoured Markdown, which Pandoc and Quarto read too."""
        return self._render("markdown")

    def to_latex(self, *, standalone: bool = False, layout: str = "auto", bibliography: str = "") -> str:
        """LaTeX; the first lines name the packages that it needs.

        Args:
            standalone: A document that can be compiled as it is.
            layout: "float", "span" (across two columns), "long" (breaks across pages) or "auto".
            bibliography: Name of a file of references, without ending; notes then end in citations.
        """
        return self._render("latex", standalone=standalone, layout=layout, bibliography=bibliography)

    def to_html(self, *, standalone: bool = False) -> str:
        """Self-contained HTML: a fragment, or a page where `standalone` is set."""
        return self._render("html", standalone=standalone)

    def to_json(self) -> str:
        """`to_dict` as indented JSON text, ending in a line feed."""
        return self._render("json")

    def save(self, path: str | os.PathLike[str], **options: Any) -> None:
        """Write the result to a file in the format that the ending of its name says.

        A file that is there is replaced, whole or not at all.

        Args:
            path: The file; .txt, .md, .tex, .html, .json, .csv, .tsv, .rst, .docx, .xlsx, and .svg, .pdf,
                .png where the result has a picture.
            options: Those of `to_text`, `to_latex` and `to_html`.

        Raises:
            InputError: The ending stands for no format, the result has no such form, a package is
                missing, or the file cannot be written.
        """
        import_module("aidefs.output.render").save(self, path, **options)

    def _repr_html_(self) -> str:
        return self.to_html()

    def _repr_markdown_(self) -> str:
        return self.to_markdown()

    def _repr_latex_(self) -> str:
        return self.to_latex()

    def _render(self, form: str, **options: Any) -> str:
        text: str = import_module("aidefs.output.render").render(self, form, **options)
        return text

    @property
    def library(self) -> Any:
        """The `aidefs.library.library.Library` that was used, None for the one that comes with aidefs."""
        return None

    def _stamp(self, kind: str) -> dict[str, Any]:
        """Schema name and the version of the data used, which every JSON object begins with."""
        stamp: dict[str, Any] = import_module("aidefs.library.library").stamp(self.library)
        return {"schema": f"aidefs/{kind}/1", **stamp}
