"""Finding the pieces of a reviewed annotation in the text they were cut from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aidefs.patterns import late

__all__ = ["locate"]

_QUOTED = 30  # characters shown of either side where a piece and the text part


def locate(text: str, pieces: Sequence[str]) -> list[tuple[int, int]]:
    """Finds consecutive pieces of a text.

    White space is folded: a run of it in a piece stands for any run of it in the text, and between
    two pieces the text may have any or none. Everything else must agree character for character,
    and the pieces must exhaust the text.

    Args:
        text: The official text.
        pieces: The pieces in the order of the text.

    Returns:
        Half-open character spans `[start, end)` of the pieces in `text`, white space around them
        excluded.

    Raises:
        ValueError: A piece is empty, or the pieces and the text part; the message says where, with
            the character offset in the text and what either side has there.
    """
    spans = []
    at = 0
    for number, piece in enumerate(pieces, 1):
        words = piece.split()
        if not words:
            raise ValueError(f"piece {number} is empty")
        start = at = _skip_space(text, at)
        for index, word in enumerate(words):
            if index:
                after = _skip_space(text, at)
                if after == at:
                    raise ValueError(_parting(text, at, " " + " ".join(words[index:]), number))
                at = after
            if not text.startswith(word, at):
                raise ValueError(_parting(text, at, " ".join(words[index:]), number))
            at += len(word)
        spans.append((start, at))
    rest = _skip_space(text, at)
    if rest < len(text):
        raise ValueError(
            f"the pieces end at character {rest}, where the text goes on with {_quote(text[rest:])}"
        )
    return spans


_SPACE = late(r"\s*")


def _skip_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _parting(text: str, at: int, wanted: str, number: int) -> str:
    same = 0
    while text[at + same : at + same + 1] == wanted[same : same + 1] != "":
        same += 1
    here = f"has {_quote(text[at + same :])}" if at + same < len(text) else "ends"
    return (
        f"piece {number} and the text part at character {at + same}: "
        f"the piece has {_quote(wanted[same:])}, the text {here}"
    )


def _quote(words: str) -> str:
    folded = re.sub(r"\s+", " ", words)  # not split(): a space at the front can be the difference
    return repr(folded if len(folded) <= _QUOTED else folded[:_QUOTED] + "…")
