"""A segmentation: elements in the order of the text, with facets and evidence."""

from __future__ import annotations

from aidefs.present.dispatch import present
from aidefs.present.words import count
from aidefs.segmentation import Segmentation
from aidefs.table import Document, Paragraph, Run, Table, runs

__all__: list[str] = []


@present.register
def _(result: Segmentation) -> Document:
    rows = []
    for segment in result.segments:
        f = segment.facets
        facts = [
            f"modal {f.modal}" if f.modal else "",
            f.position if f.position != "main" else "",
            "open list" if f.open_list else "",
            "negated" if f.negated else "",
            "items: " + ", ".join(f.items) if f.items else "",
        ]
        reasons = [f"{e.kind}: {e.value}" + (f" ({e.source})" if e.source else "") for e in segment.evidence]
        rows.append(
            (
                runs(Run(segment.element, "strong")),
                runs(segment.text),
                runs("; ".join(fact for fact in facts if fact)),
                runs("; ".join(reasons)),
            )
        )
    table = Table(
        ("Element", "Text", "Facets", "Evidence"),
        tuple(rows),
        "Elements in the order of the text",
        ("", result.lang, "", ""),
        (1, 2, 3),
    )
    how = f"Segmentation: {result.method}, {count(len(result.segments), 'segment')}."
    return Document(result.id or "Segmentation", (table, Paragraph(runs(Run(how, "muted")))))
