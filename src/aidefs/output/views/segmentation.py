"""A segmentation: elements in the order of the text, with facets and evidence."""

from __future__ import annotations

from aidefs.formats.document import Document, Paragraph, Run, Table, runs
from aidefs.output.views.words import count
from aidefs.segmentation.segmentation import Segmentation
from aidefs.segmentation.segments import Evidence, Facets, as_printed
from aidefs.text.languages import language_name

__all__ = ["facet_words", "segmentation_document"]


def segmentation_document(result: Segmentation) -> Document:
    """A row a segment, with its words, its facets and, where it was made by rule, the evidence."""
    automatic = result.method == "automatic"
    rows = []
    for segment in result.segments:
        cells = [
            runs(Run(segment.element, "strong")),
            # A format whose cells have one line shows a line break as a semicolon, which no text has here.
            runs(segment.text.replace("\n", " ")),
            runs("; ".join(facet_words(segment.facets, segment.text))),
        ]
        if automatic:  # of a reviewed segment there is nothing to say but that it was reviewed
            doubt = ["uncertain"] if segment.confidence == "low" else []
            cells.append(runs("; ".join([*map(_reason, segment.evidence), *doubt])))
        rows.append(tuple(cells))
    header = ("Element", "Text", "Facets", "Evidence")[: 4 if automatic else 3]
    langs = ("", result.lang, "", "")[: len(header)]
    table = Table(header, tuple(rows), "", langs, tuple(range(1, len(header))))
    how = f"Segmentation: {result.method}, {count(len(result.segments), 'segment')}."
    if any(segment.element == "frame" for segment in result.segments):
        how += " Frame: the opening words, which only name the term."
    if result.lang_recognised:
        how += f" Read as {language_name(result.lang)}."
    if result.unread:
        how += f" Not known, for want of cues in this language: {', '.join(sorted(result.unread))}."
    if result.doubtful:
        doubtful = ", ".join(sorted(result.doubtful))
        how += f" Not recognised, but words of other segments may be about: {doubtful}."
    name = f"Elements of {result.id}" if result.id else "Elements"
    return Document(name, (table, Paragraph(runs(Run(how, "muted")))))


def facet_words(facets: Facets, text: str) -> list[str]:
    """What is read of the words of an element, fact by fact."""
    facts = [
        f"modal {facets.modal}" if facets.modal else "",
        {"separate": "separate sentence", "list": "list limb"}.get(facets.position, ""),
        "open list" if facets.open_list else "",
        "negated" if facets.negated else "",
        f"genus: {facets.genus}" if facets.genus else "",
        _machine(facets),
        "items: " + ", ".join(as_printed(item, text) for item in facets.items) if facets.items else "",
    ]
    return [fact for fact in facts if fact]


def _machine(facets: Facets) -> str:
    if facets.machine_based is None or (facets.negated and not facets.machine_based):
        return ""  # not said, or denied
    return f"machine: {', '.join(facets.machine_words)}" if facets.machine_based else "no word for machine"


def _reason(evidence: Evidence) -> str:
    source = f" ({evidence.source})" if evidence.source else ""
    return f"{evidence.kind}: {evidence.value}{source}"
