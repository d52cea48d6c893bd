"""Quotations of stored definitions in running text: found, identified, compared, attributed."""

from __future__ import annotations

from aidefs.quotations.find import find_quotations
from aidefs.quotations.quotation import Attribution, Quotation

__all__ = ["Attribution", "Quotation", "find_quotations"]
