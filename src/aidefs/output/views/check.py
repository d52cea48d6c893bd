"""One quotation checked against one text: the answer, the redline, and the official words."""

from __future__ import annotations

from aidefs.formats.document import Block, Document, Paragraph, Run, runs
from aidefs.output.views.words import CUT_SHORT, edit_runs
from aidefs.quotations.check import CheckedQuotation

__all__ = ["check_document"]

_ANSWERS = {
    "exact": "Letter for letter",
    "punctuation": "Punctuation differs",
    "changed": "Words differ",
    "not found": "In no version of this text",
}
_EXTENTS = {
    "whole": "the whole text",
    "definiens": "the defining words",
    "truncated": "a part",
    "fragment": "a few words",
}
_GRAVE = {"operator": "a word that carries the rule differs", "words": "", "punctuation": ""}


def check_document(result: CheckedQuotation) -> Document:
    """The answer in a line, the redline where something differs, the official words, the source."""
    d = result.definition
    answer = _ANSWERS[result.verdict]
    notes = [_EXTENTS[result.extent] if result.extent else "", _GRAVE.get(result.severity or "", "")]
    line = "; ".join(filter(None, (answer, *notes)))
    blocks: list[Block] = [Paragraph(runs(Run(f"{line}.", "strong")))]
    if result.verdict in ("punctuation", "changed"):
        legend = Run("left out", "delete"), Run(" "), Run("put in", "insert")
        blocks.append(Paragraph(runs("From the official wording to the quotation: ", *legend, ".")))
        blocks.append(Paragraph(edit_runs(result.edits, result.quotation), d.lang))
    if result.truncated_condition:
        blocks.append(Paragraph(runs(f"It {CUT_SHORT}.")))
    head = "The text: " if result.official is None else "Official words: "
    blocks.append(Paragraph(runs(Run(head, "muted"), result.official_words), d.lang))
    where = ", ".join(filter(None, (d.name, d.provision)))
    blocks.append(Paragraph(runs(Run(f"{where} ({d.id}).", "muted"))))
    return Document(f"Quotation against {d.name}", tuple(blocks))
