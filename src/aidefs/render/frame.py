"""Results as data frames of the pandas package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aidefs.errors import InputError
from aidefs.result import Result

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["frame"]


def frame(result: Result) -> DataFrame:
    """The records of a result as a DataFrame, one observation a row.

    Raises:
        InputError: pandas is not installed.
    """
    try:
        from pandas import DataFrame
    except ImportError:
        raise InputError("a data frame needs pandas: install aidefs with the extra 'pandas'") from None
    return DataFrame(list(result.records()))
