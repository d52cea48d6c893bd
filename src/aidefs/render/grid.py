"""The one door to the tabulate package, whose guesses about numbers and white space are not wanted here."""

from __future__ import annotations

from collections.abc import Sequence

from tabulate import tabulate

__all__ = ["grid"]


def grid(rows: Sequence[Sequence[str]], header: Sequence[str], form: str) -> str:
    """A table in one of tabulate's formats; cells stay as they are ("1.10" would become "1.1")."""
    text: str = tabulate(rows, header, tablefmt=form, disable_numparse=True, preserve_whitespace=True)
    return text
