"""The tokens of a text in columns, as the automatic segmentation reads them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from aidefs.text.tokens import tokenize

__all__ = ["Columns", "columns_of"]


@dataclass(frozen=True)
class Columns:
    """The tokens of one text; index i is the same token in every column.

    Attributes:
        text: The official text.
        keys: Comparison keys.
        kinds: 2 for a word, 1 for an enumerator, 0 for punctuation.
        starts: Offset of the first character of each token.
        ends: Offset behind the last.
    """

    text: str
    keys: tuple[str, ...]
    kinds: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @cached_property
    def words(self) -> list[int]:
        """Indices of the tokens that are words."""
        return [i for i, kind in enumerate(self.kinds) if kind == 2]

    def printed(self, low: int, high: int) -> str:
        """The official characters of the tokens `low` to `high`, the latter excluded."""
        return self.text[self.starts[low] : self.ends[high - 1]]


_KINDS = {"word": 2, "mark": 1}


def columns_of(text: str, lang: str = "en") -> Columns:
    """Cut a text into tokens and lay them out in columns; white space alone gives no token."""
    tokens = [token for token in tokenize(text, lang) if token.kind != "space"]
    return Columns(
        text,
        tuple(token.key for token in tokens),
        tuple(_KINDS.get(token.kind, 0) for token in tokens),
        tuple(token.start for token in tokens),
        tuple(token.end for token in tokens),
    )
