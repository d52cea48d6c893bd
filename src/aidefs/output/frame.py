"""Results as data frames of the pandas package."""

from __future__ import annotations

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
    "array": "object", "object": "object",
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
        {name: Series([one[name] for one in records], dtype=_DTYPES[kind]) for name, kind, _ in columns}
    )
