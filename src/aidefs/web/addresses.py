"""Addresses of pages: paths alone, so that each can be cited and each page can be a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from urllib.parse import quote

from aidefs.library.library import Library
from aidefs.library.records import Definition

__all__ = ["MOST_TEXTS", "changed_since", "compared", "stamp_of"]

MOST_TEXTS = 6  # that are compared on one page


def compared(ids: Iterable[str], elements: Iterable[str] = (), stamp: str = "") -> str:
    """The path of a comparison.

    Args:
        ids: Ids of the definitions, the baseline first.
        elements: Ids of the elements that are shown, none for all.
        stamp: That of the state in which it is cited, see `stamp_of`.
    """
    parts = ["compare", *ids]
    chosen = ",".join(elements)
    parts += ["elements", chosen] if chosen else []
    parts += [f"@{stamp}"] if stamp else []
    return "/" + "/".join(quote(part, safe="@,") for part in parts) + "/"


def stamp_of(definitions: Sequence[Definition], library: Library) -> str:
    """What tells a state of texts: the version of the data, and eight digits of a hash of these texts."""
    held = "\0".join(f"{one.id}\0{one.text}" for one in definitions)
    return f"{library.data_version or 'own'}-{sha256(held.encode('utf-8', 'replace')).hexdigest()[:8]}"


def changed_since(cited: str, definitions: Sequence[Definition], library: Library) -> bool | None:
    """Whether texts have changed since an address was cited; None where the stamp does not tell.

    The version of the data alone does not, because a collection can change in other texts than these.
    """
    version, _, digits = cited.rpartition("-")
    return digits != stamp_of(definitions, library).rpartition("-")[2] if version else None
