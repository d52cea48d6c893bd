"""Results as data frames of the pandas package."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from aidefs.errors import missing
from aidefs.results import Result, Type

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["frame"]

# Types that know a missing value, so that a column has the same type whatever it holds. Strings are those
# of Python: the other storage, Arrow's, is there on some machines only and cannot hold every character.
_DTYPES: dict[Type, str] = {
    "string": "string[python]", "integer": "Int64", "number": "float64", "boolean": "boolean",
    "date": "datetime64[s]", "array": "object", "object": "object",
}  # fmt: skip


def frame(result: Result) -> DataFrame:
    """The records of a result as a DataFrame, one observation a row.

    Raises:
        InputError: pandas is not installed.
    """
    try:
        from pandas import DataFrame, Series
    except ImportError:
        raise missing("a data frame", "pandas", "pandas") from None
    records, columns = result.records(), result.columns()
    if not columns:
        return DataFrame(list(records))
    return DataFrame(
        {
            name: Series([_first_day(one[name]) if kind == "date" else one[name] for one in records],
                         dtype=_DTYPES[kind])
            for name, kind, _ in columns
        }
    )  # fmt: skip


def _first_day(date: str | None) -> datetime | None:
    """The first day that a date may mean, None where it is none."""
    try:
        return datetime.fromisoformat(f"{date}-01-01"[:10]) if date else None
    except ValueError:
        return None
