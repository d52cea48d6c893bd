"""What the collection covers, as tables with bars."""

from __future__ import annotations

from math import ceil

from aidefs.formats.document import Block, Document, Heading, Paragraph, Run, Table, runs
from aidefs.output.views.words import count
from aidefs.survey.collection import Collection

__all__ = ["collection_document"]

_LONGEST = 30  # signs of the longest bar
_HEADS = {"elements": "Annotation of elements", "verification": "Verification of the wording"}


def collection_document(result: Collection) -> Document:
    """A table for each thing that definitions are counted by, with a bar for each number."""
    blocks: list[Block] = []
    for by, numbers in result.counts.items():
        if by == "term" and len(numbers) < 2:
            continue
        most = max(numbers.values())
        rows = tuple(
            (
                runs(result.label(by, value)),
                runs(str(number)),
                runs("─" * ceil(number * _LONGEST / most)),
            )
            for value, number in numbers.items()
        )
        name = by.capitalize()
        blocks += [Heading(_HEADS.get(by, f"By {by}")), Table((name, "Definitions", ""), rows, compact=True)]
    foot = f"{count(len(result.definitions), 'definition')}."
    return Document("Collection", (*blocks, Paragraph(runs(Run(foot, "muted")))))
