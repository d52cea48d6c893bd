"""Provisions of a text in few words, for tests of the steps by which they are found."""

from __future__ import annotations

from aidefs.provisions.documents import Source, source_of_text
from aidefs.provisions.extraction import Provision, extract_source
from aidefs.provisions.margins import Cleaned
from aidefs.provisions.markup import read_markup

__all__ = ["found", "found_in_markup", "placed", "provisions_of"]


def provisions_of(text: str, lang: str = "en") -> tuple[Provision, ...]:
    """The provisions of a plain text; what they refer to is not looked up."""
    return tuple(extract_source(source_of_text(text), lang, resolving=False))


def found(text: str, lang: str = "en") -> list[tuple[str, str]]:
    """Term and words of each provision of a text."""
    return [(one.term, one.text) for one in provisions_of(text, lang)]


def placed(text: str, lang: str = "en") -> list[tuple[str, str]]:
    """Locator and term of each provision of a text."""
    return [(one.locator, one.term) for one in provisions_of(text, lang)]


def found_in_markup(page: str, lang: str = "en") -> list[tuple[str, str, str]]:
    """Locator, term and words, on one line, of each provision of an XML or HTML file."""
    document, structure = read_markup("act.xml", page.encode())
    source = Source(document, structure, Cleaned(document.text))
    ones = extract_source(source, lang, resolving=False)
    return [(one.locator, one.term, " ".join(one.text.split())) for one in ones]
