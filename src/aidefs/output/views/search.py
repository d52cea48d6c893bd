"""A search: every hit between what stands before and behind it."""

from __future__ import annotations

from aidefs.formats.document import Block, Cells, Document, Paragraph, Run, Table, runs
from aidefs.output.views.words import count
from aidefs.survey.search import Concordance, Hit

__all__ = ["concordance_document"]


def concordance_document(result: Concordance) -> Document:
    """The hits under the definitions in which they stand, each in its context."""
    found = (
        f"{count(len(result), 'hit')} in {len(result.found_in)} of {count(result.searched, 'definition')}."
    )
    if result.loosely:
        found += f" With --loose: {count(result.loosely, 'hit')}."
    if result.nearest:
        found += f" Nearest words: {', '.join(result.nearest)}."
    if not result.searched and not result.left_aside:
        found += " No definition meets all conditions."
    if result.left_aside:
        found += f" Not searched: {result.left_aside} whose elements are neither annotated nor read."
    blocks: list[Block] = [Paragraph(runs(Run(found, "muted")))]
    if result.hits:
        blocks.insert(0, _table(result))
    return Document(f"Search: {result.query}", tuple(blocks))


def _table(result: Concordance) -> Table:
    languages = {hit.definition.lang for hit in result.hits}
    lang = languages.pop() if len(languages) == 1 else ""
    header = ("Id", "Label", "Element", "Before", "Match", "Behind")
    rows = tuple(_row(hit, "" if lang else hit.definition.lang) for hit in result.hits)
    return Table(header, rows, "Hits", ("", "", "", lang, lang, lang), (3, 4, 5), keyword=4)


def _row(hit: Hit, lang: str) -> tuple[Cells, ...]:
    """One hit; `lang` is its language where not all hits have the same."""
    d = hit.definition
    before = "…" if len(hit.left) < hit.start else ""
    behind = "…" if hit.end + len(hit.right) < len(d.text) else ""
    return (
        runs(d.id),
        runs(d.name),
        runs(", ".join(hit.elements) or Run("—", "muted")),
        runs(Run(before + hit.left, lang=lang)),
        runs(Run(hit.match, "strong", lang=lang)),
        runs(Run(hit.right + behind, lang=lang)),
    )
