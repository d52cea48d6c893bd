"""Texts cut by the automatic method, and cuts as a label for each word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aidefs.library.records import Definition
from aidefs.segmentation.grammars import grammar_of
from aidefs.segmentation.segmentation import segmentation_of
from aidefs.text.spans import locate
from aidefs.text.tokens import token_columns


def cut(text: str, lang: str) -> list[tuple[str, str]]:
    """Elements and wordings, found without an annotation of the text."""
    found = segmentation_of(Definition("", text, lang=lang), method="automatic")
    return [(one.element, one.text) for one in found.segments]


def labels(text: str, lang: str, pieces: Iterable[Sequence[str]]) -> list[str]:
    """The element of every word that is scored."""
    pieces = list(pieces)
    columns = token_columns(text, lang)
    spans = locate(text, [wording for _, wording in pieces])
    scored = [i for i in columns.words if columns.keys[i] not in grammar_of(lang).function]
    return [
        next(p[0] for p, (low, high) in zip(pieces, spans, strict=True) if low <= columns.starts[i] < high)
        for i in scored
    ]
