"""What every result can do: become data, text in some format, or a file."""

from __future__ import annotations

import os
from importlib import import_module
from typing import Any

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

    def to_text(self, *, width: int = 80) -> str:
        """Plain text for a terminal or a mail, at most `width` columns wide where words allow."""
        return self._render("text", width=width)

    def to_markdown(self) -> str:
        """GitHub-flavoured Markdown."""
        return self._render("markdown")

    def to_latex(self) -> str:
        """LaTeX for a document that loads booktabs and tabularx."""
        return self._render("latex")

    def to_html(self) -> str:
        """A self-contained HTML fragment."""
        return self._render("html")

    def to_json(self) -> str:
        """`to_dict` as indented JSON text, ending in a line feed."""
        return self._render("json")

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the result to a file in the format that the ending of its name says.

        Raises:
            InputError: The ending stands for no format, or the file cannot be written.
        """
        import_module("aidefs.render").save(self, path)

    def _repr_html_(self) -> str:
        return self.to_html()

    def _render(self, form: str, **options: Any) -> str:
        text: str = import_module("aidefs.render").render(self, form, **options)
        return text

    @staticmethod
    def _stamp(kind: str) -> dict[str, Any]:
        """Schema name and the version of the data, which every JSON object begins with."""
        stamp: dict[str, Any] = import_module("aidefs.library").stamp()
        return {"schema": f"aidefs/{kind}/1", **stamp}
