"""The glossary as a table, or one of its words in a sentence."""

from __future__ import annotations

from aidefs.formats.document import Cells, Document, Paragraph, Run, Table, runs
from aidefs.library.glossary import Glossary, GlossaryEntry

__all__ = ["glossary_document"]


def glossary_document(result: Glossary) -> Document:
    """A table of all entries; of a single one its meaning."""
    if len(result.entries) == 1:
        [entry] = result.entries
        return Document("", (Paragraph((*_words(entry), Run(f": {entry.meaning}"))),))
    rows = tuple((_words(entry), runs(entry.meaning)) for entry in result.entries)
    return Document("", (Table(("Word", "Meaning"), rows, "Glossary", wide=(1,)),))


def _words(entry: GlossaryEntry) -> Cells:
    also = f" ({', '.join(entry.also)})" if entry.also else ""
    return runs(Run(entry.word, "strong"), also)
