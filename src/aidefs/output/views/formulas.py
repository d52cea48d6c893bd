"""Formulas: wordings that recur, each with its variants, how widely it is spread and who had it first."""

from __future__ import annotations

from aidefs.formats.document import Cells, Document, Paragraph, Run, Table, runs
from aidefs.output.views.words import count
from aidefs.survey.formulas import Formula, Formulas

__all__ = ["formulas_document"]

_VARIANTS = 3  # shown of a formula; the rest are counted
_FOOT = (
    "Marks and capitals do not count. First: the earliest text of this collection; it does not say that "
    "anybody took the words from there. C-value: how much a formula stands by itself and not in longer ones "
    "(log2 of its words, times its jurisdictions less the mean of those of the longer formulas). LL, PMI: "
    "log-likelihood ratio, and mutual information in bits, of the three words in it that hang together least."
)


def formulas_document(result: Formulas, limit: int = 20) -> Document:
    """A row a formula, below it its most frequent variants.

    Args:
        result: The formulas.
        limit: How many are shown, variants aside.
    """
    families = result.families
    title = f"Formulas of {count(result.searched, 'definition')}"
    if not families:
        none = f"No run of words recurs in {count(result.wordings, 'different text')}."
        return Document(title, (Paragraph(runs(none)),))
    rows = []
    for head, variants in families[:limit]:
        rows.append(_row(runs(Run(head.text, "strong")), head))
        shown = sorted(variants, key=lambda one: -len(one.definitions))[:_VARIANTS]  # stable
        rows += [_row(runs(Run("~ ", "muted"), one.text), one) for one in shown]
        if left := len(variants) - len(shown):
            rows.append((runs(Run(f"~ {left} more", "muted")), *[runs("")] * 6))
    header = ("Formula", "Jur.", "Def.", "First", "C-value", "LL", "PMI")
    langs = (result.lang, *[""] * 6)
    table = Table(header, tuple(rows), "Formulas", langs, wide=(0,), compact=True, needed=tuple(range(7)))
    heads, all_of_them = len(families), len(result.formulas)
    foot = f"{min(limit, heads)} of {count(heads, 'formula')}; with variants (~) there are {all_of_them}, in "
    foot += f"{count(result.wordings, 'different text')}. {_FOOT}"
    return Document(title, (table, Paragraph(runs(Run(foot, "muted")))))


def _row(formula: Cells, one: Formula) -> tuple[Cells, ...]:
    spread = (str(len(one.jurisdictions)), str(len(one.definitions)))
    ratio = "—" if one.loglikelihood is None else f"{one.loglikelihood:.0f}"
    measures = (f"{one.c_value:.1f}", ratio, "—" if one.pmi is None else f"{one.pmi:.1f}")
    return (formula, *map(runs, (*spread, one.first.name, *measures)))
