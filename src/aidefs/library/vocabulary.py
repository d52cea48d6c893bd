"""The closed lists of values that a definition record may use."""

from __future__ import annotations

from typing import Final

__all__ = ["GROUNDS", "KINDS", "LEGAL_FORCES", "SCHEMES", "STATES", "STATUSES"]

KINDS: Final = (
    "treaty",
    "regulation",
    "statute",
    "executive-order",
    "bill",
    "draft",
    "recommendation",
    "guideline",
    "policy",
    "standard",
)
"""Kinds of instrument."""

LEGAL_FORCES: Final = ("binding", "non-binding", "proposed")
"""Legal forces of an instrument."""

STATUSES: Final = ("in force", "adopted", "signed", "draft", "rejected", "withdrawn", "superseded")
"""What has become of a text."""

GROUNDS: Final = ("documented", "wording")
"""Why a text counts as a predecessor: a source says so, or it is seen in the words alone."""

STATES: Final = ("official document seen", "two independent copies", "one copy")
"""How far the wording of a text was checked."""

SCHEMES: Final = (
    "celex",
    "oj",
    "com",
    "cets",
    "oecd",
    "pl",
    "usc",
    "fr",
    "eo",
    "iso",
    "un",
    "council",
    "ep",
    "bill",
    "act",
    "si",
    "doi",
    "doc",
)
"""Schemes of official numbers in the shipped collection; "doc" is any other."""
