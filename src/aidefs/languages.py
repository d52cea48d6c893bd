"""Language tags."""

from __future__ import annotations

__all__ = ["primary"]


def primary(tag: str) -> str:
    """The primary language subtag in lower case: "zh" of "zh-Hant".

    It is the first subtag, and capitals do not matter (BCP 47, RFC 5646, sections 2.1.1 and 2.2.1).
    """
    return tag.partition("-")[0].lower()
