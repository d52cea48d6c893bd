"""What a comment says of a passage that is left to the author: the fault, the wording, its source."""

from __future__ import annotations

from collections.abc import Iterator

from aidefs.library.library import Library
from aidefs.library.records import Definition
from aidefs.quotations.quotation import Quotation

__all__ = ["remark_on"]


def remark_on(quotation: Quotation, left: str, library: Library) -> tuple[str, ...]:
    """The paragraphs of a comment.

    Args:
        quotation: The passage.
        left: Why it is left to the author.
        library: The collection that it was held against.
    """
    return tuple(_paragraphs(quotation, left, library))


def _paragraphs(quotation: Quotation, left: str, library: Library) -> Iterator[str]:
    q = quotation
    named = ", ".join(q.attribution.mentions) or ", ".join(q.attribution.named)
    if "source" in q.reproach:
        exactly = "letter for letter" if q.verdict == "exact" else "with changes"
        yield f"The source named is “{named}”; the wording is that of {q.definition.name}, {exactly}."
    elif q.verdict == "not found":
        yield f"These words stand in no version of the text that is named (“{named}”)."
    elif q.verdict == "exact":
        yield f"{q.definition.name} goes on behind these words. Left to the author: {left}."
    else:
        differ = "Punctuation differs" if q.verdict == "punctuation" else "Words differ"
        yield f"{differ} from {q.definition.name}. Left to the author: {left}."
    yield from _official(q.definition, q.official if q.verdict != "not found" else None, library)
    other = next((library[name] for name in q.attribution.named[:1] if name in library), None)
    if "source" in q.reproach and other is not None and other.id != q.definition.id:
        yield f"The text that is named, {other.name}:"
        yield from _official(other, None, library)


def _official(definition: Definition, span: tuple[int, int] | None, library: Library) -> Iterator[str]:
    """The official wording and where it stands."""
    from aidefs.library.citations import cite  # wanted where there is something to remark

    start, end = span or (0, len(definition.text))
    yield f"Official wording: {definition.text[start:end]}"
    yield f"Source: {cite(definition, library=library).strip()}"
