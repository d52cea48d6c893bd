"""The nearest stored wordings: the same words by element, and redlines from the stored to the given words."""

from __future__ import annotations

from aidefs.formats.document import Block, Cells, Document, Heading, Paragraph, Run, Table, runs
from aidefs.library.taxonomy import Element
from aidefs.output.views.words import SIMILARITY, count, edit_runs, named, read_as, why_unread
from aidefs.survey.nearest import Match, Nearest
from aidefs.text.languages import language_name

__all__ = ["by_element", "composition", "nearest_document", "overall"]


def nearest_document(result: Nearest) -> Document:
    """The same words, the nearest wordings as a whole and by element, each with a redline."""
    if not result.searched:
        nothing = (
            f"There is no other definition in {language_name(result.definition.lang)} to compare it with."
        )
        return Document(f"Nearest to {result.definition.name}", (Paragraph(runs(nothing)),))
    blocks: list[Block] = []
    if result.shared:
        blocks.append(Paragraph(composition(result)))
    blocks += [Heading("As a whole"), overall(result)] if result.overall else []
    about = Paragraph(runs(Run(SIMILARITY, "muted")))
    if result.overall:
        blocks.append(about)
    if result.elements:
        blocks += [Heading("Element by element"), by_element(result)]
        blocks += [] if result.overall else [about]
    whole = "" if result.measure == "text" else " The text does not name its term, so nor do the others."
    if not result.elements:
        whole = f" Wholes are compared: the elements are not known, {why_unread(result.definition)}."
    foot = (
        f"{count(result.searched, 'definition')} searched, drafts and superseded texts among them."
        f"{whole} Redlines run from the stored wording to the text."
    )
    if result.definition.lang_recognised:
        foot += f" The text: {read_as(result.definition)}."
    blocks.append(Paragraph(runs(Run(foot, "muted"))))
    return Document(f"Nearest to {result.definition.name}", tuple(blocks))


def composition(result: Nearest) -> Cells:
    """ "Same words: autonomy as in NIST AI RMF, outputs as in OECD 2019." """
    said = []
    for element, match in result.shared.items():
        punctuation = "" if match.same_wording else " (but for punctuation)"
        said.append(f"{element.short_label.lower()} as in {match.wording.label}{punctuation}")
    return runs(Run("Same words: ", "strong"), ", ".join(said) + ".")


def overall(result: Nearest) -> Table:
    """The nearest wordings of whole definitions, each with a redline."""
    lang = result.definition.lang
    return Table(
        ("Wording", "Similarity", "Redline"),
        tuple((named(match.wording), _similarity(match), _changes(match)) for match in result.overall),
        "Nearest wordings as a whole",
        ("", "", lang),
        (2,),
    )


def by_element(result: Nearest) -> Table:
    """The nearest wording of each element, with a redline."""
    best = {element: matches[0] for element, matches in result.elements.items() if matches}
    alone = [element for element, matches in result.elements.items() if not matches]
    rows = [(_head(e), named(m.wording), _similarity(m), _changes(m)) for e, m in best.items()]
    rows += [(_head(e), runs("—"), runs("0.00"), runs(Run("no word in common", "muted"))) for e in alone]
    lang = result.definition.lang
    header = ("Element", "As in", "Similarity", "Redline")
    return Table(header, tuple(rows), "Nearest wordings by element", ("", "", "", lang), (3,))


def _head(element: Element) -> Cells:
    return runs(Run(element.label, "strong"))


def _similarity(match: Match) -> Cells:
    status = "" if match.status == "reworded" else f"\n{match.status}"
    return tuple(run for run in (Run(f"{match.similarity:.2f}"), Run(status, "muted")) if run.text)


def _changes(match: Match) -> Cells:
    return edit_runs(match.redline.edits, match.redline.b)
