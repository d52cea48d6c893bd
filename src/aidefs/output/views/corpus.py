"""What was found in a corpus: counts, and which definitions were taken how often."""

from __future__ import annotations

from aidefs.corpora.corpus import Corpus
from aidefs.corpora.occurrence import CLASSES
from aidefs.formats.document import Block, Document, Paragraph, Run, Table, runs
from aidefs.output.views.words import count

__all__ = ["HOW", "RELATIONS", "corpus_document"]

RELATIONS = {"exact": "Exact", "changed": "Changed", "paraphrase": "Paraphr.", "by-reference": "By ref."}
"""What a relation is called at the head of a column."""
HOW = {"exact": "exact", "changed": "changed", "paraphrase": "paraphrase", "by-reference": "by reference"}
"""What it is called in a row."""


def corpus_document(result: Corpus) -> Document:
    """A row a definition: in how many documents, and how many passages of each kind."""
    told = result.summary
    head = (
        f"{count(told['documents'], 'document')}, {told['with_passages']} of them with "
        f"{count(told['passages'], 'passage')}"
    )
    head += f"; {told['failed']} could not be read" if told["failed"] else ""
    if told["repeated_ids"]:
        head += f"; {told['repeated_ids']} bear the name of another"
    blocks: list[Block] = [Paragraph(runs(f"{head}."))]
    if told["definitions"]:
        rows = tuple(
            (
                runs(one["id"]),
                runs(str(one["documents"])),
                *(runs(str(one[relation] or "—")) for relation in CLASSES),
            )
            for one in told["definitions"]
        )
        header = ("Definition", "Docs", *(RELATIONS[relation] for relation in CLASSES))
        needed = tuple(range(len(header)))
        blocks.append(Table(header, rows, "Definitions that were taken", compact=True, needed=needed))
    note = (
        f"Tables: {', '.join(('documents.parquet', 'passages.parquet', 'summary.json'))} in {result.folder}"
    )
    blocks.append(Paragraph(runs(Run(note, "muted"))))
    return Document("Definitions in a corpus", tuple(blocks))
