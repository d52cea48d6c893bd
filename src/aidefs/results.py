"""What every result can do: become data, text in some format, a data frame, or a file.

A result knows its own facts as plain data. How they look is the business of rooms above, which results
reach through a port that is handed in.
"""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from aidefs.classes import NamedTuple

__all__ = [
    "Column",
    "Result",
    "Type",
    "columns_of",
    "connect",
    "dated",
    "held",
    "observation",
    "port",
    "sheet_of",
]


Type = Literal["string", "integer", "number", "boolean", "date", "array", "object"]
_TYPES: dict[str, Type] = {
    "string": "string", "integer": "integer", "number": "number", "boolean": "boolean", "date": "date",
    "array": "array", "object": "object",
}  # fmt: skip


class Column(NamedTuple):
    """A column.

    Attributes:
        name: Its name.
        type: Type of its values, in the words of the Frictionless standard; None is no value. A date is
            one of ISO 8601 as precise as it is known: "2024", "2024-05" or "2024-05-17".
        description: What it says.
    """

    name: str
    type: Type
    description: str


def columns_of(lines: str) -> tuple[Column, ...]:
    """Columns from lines of name, type and description; behind a date stands how precise it is."""
    split = (line.split(None, 2) for line in lines.strip().splitlines())
    return dated(Column(name, _TYPES[kind], description) for name, kind, description in split)


_PRECISIONS = {4: "year", 7: "month", 10: "day"}  # by the length of the date


def dated(columns: Iterable[Column], names: Container[str] = ()) -> tuple[Column, ...]:
    """The columns, and behind each date one that says how precise it is.

    Args:
        columns: The columns.
        names: Those that hold dates, beside those of this type.
    """
    found: list[Column] = []
    for column in columns:
        if column.name in names:
            column = column._replace(type="date")
        found.append(column)
        if column.type == "date":
            found.append(
                Column(f"{column.name}_precision", "string", f"year, month or day: of `{column.name}`")
            )
    return tuple(found)


def held(value: Any) -> Any:
    """The value, None for an empty one; no is a value and so is zero."""
    return value if value or value is False or value == 0 else None


def observation(columns: Iterable[Column], values: Mapping[str, Any]) -> dict[str, Any]:
    """One row: the values of the columns in their order, lists as tuples, empty texts as None.

    Args:
        columns: The columns.
        values: A value a column; what belongs to no column is left out.
    """
    columns = tuple(columns)
    precise = {
        f"{name}_precision": _PRECISIONS.get(len(values[name] or ""))
        for name, kind, _ in columns
        if kind == "date"
    }
    told = {**values, **precise}
    return {
        name: tuple(told[name] or ()) if kind == "array" else held(told[name]) for name, kind, _ in columns
    }


def sheet_of(
    columns: Iterable[Column], rows: Iterable[Mapping[str, Any]], between: str
) -> Iterator[tuple[str, ...]]:
    """Records as rows of text, the names of the columns first, nothing where there is no value.

    Args:
        columns: The columns.
        rows: The records.
        between: What stands between the parts of a list.
    """
    yield tuple(column.name for column in columns)
    for row in rows:
        yield tuple(
            between.join(value) if isinstance(value, tuple) else "" if value is None else str(value)
            for value in row.values()
        )


# --- the port ---------------------------------------------------------------------------------


if TYPE_CHECKING:  # a protocol takes its time to be made at every start
    from typing import Protocol

    class Port(Protocol):
        """What results hand on to the rooms above them, which they do not import."""

        def render(self, result: Result, form: str, **options: Any) -> str:
            """The result as text in a format."""
            ...

        def save(self, result: Result, path: str | os.PathLike[str], **options: Any) -> None:
            """Write the result to a file."""
            ...

        def frame(self, result: Result) -> Any:
            """The records of the result as a pandas DataFrame."""
            ...

        def cite(self, definition: Any, style: str) -> str:
            """The citation of a definition."""
            ...

        def document(self, path: str | os.PathLike[str], lang: str | None) -> Any:
            """The definition in a document of the user's."""
            ...

        def shipped(self) -> Any:
            """The `aidefs.library.library.Library` that comes with aidefs."""
            ...


_ports: list[Port] = []


def connect(given: Port) -> None:
    """Hands in the port; `aidefs/__init__.py`, which stands above all rooms, does it once."""
    _ports[:] = [given]


def port() -> Port:
    """The port that was handed in."""
    return _ports[0]


# --- results ----------------------------------------------------------------------------------


class Result:
    """Base of all results.

    The formats stand in rooms above and know the results; results do not know them. What these methods
    hand on goes through the port.
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
        return port().frame(self)

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

    def to_html(self, *, standalone: bool = False, styles: str = "own", level: int = 2) -> str:
        """HTML without script or anything from outside: a fragment, or a page where `standalone` is set.

        Args:
            standalone: A page of its own.
            styles: "own" for looks that go with the words, wherever they are pasted; "none" for classes
                alone, for pages that forbid inline styles: their looks are those of `aidefs.stylesheet`.
            level: Level of the heading of a fragment, whose own headings follow; 1 to 4.
        """
        return self._render("html", standalone=standalone, styles=styles, level=level)

    def to_json(self) -> str:
        """`to_dict` as indented JSON text, ending in a line feed."""
        return self._render("json")

    def save(self, path: str | os.PathLike[str], **options: Any) -> None:
        """Write the result to a file in the format that the ending of its name says.

        A file that is there is replaced, whole or not at all.

        Args:
            path: The file; .txt, .md, .tex, .html, .json, .csv, .tsv, .rst, .docx, .xlsx, .pdf, and .svg,
                .png where the result has a picture.
            options: Those of `to_text`, `to_latex` and `to_html`.

        Raises:
            InputError: The ending stands for no format, the result has no such form, a package is
                missing, or the file cannot be written.
        """
        port().save(self, path, **options)

    def _repr_html_(self) -> str:
        return self.to_html()

    def _repr_markdown_(self) -> str:
        return self.to_markdown()

    def _repr_latex_(self) -> str:
        return self.to_latex()

    def _render(self, form: str, **options: Any) -> str:
        return port().render(self, form, **options)

    @property
    def library(self) -> Any:
        """The `aidefs.library.library.Library` that was used, None for the one that comes with aidefs."""
        return None

    @property
    def stamp(self) -> dict[str, str]:
        """Version and hash of the data that were used."""
        used: dict[str, str] = (self.library or port().shipped()).stamp
        return used

    def _stamp(self, kind: str, number: int = 1) -> dict[str, Any]:
        """Schema name and the version of the data used, which every JSON object begins with."""
        return {"schema": f"aidefs/{kind}/{number}", **self.stamp}
