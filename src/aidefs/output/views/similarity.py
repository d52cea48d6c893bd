"""How alike many definitions are: the matrix, the families, and what is closest to a text."""

from __future__ import annotations

from aidefs.formats.document import Block, Bullets, Cells, Document, Heading, Paragraph, Run, Table, runs
from aidefs.library.records import Definition, Element
from aidefs.library.wordings import Wording
from aidefs.output.views.dispatch import present
from aidefs.output.views.words import count, edit_runs
from aidefs.survey.nearest import Match, Nearest
from aidefs.survey.similarity import Families, Matrix

__all__: list[str] = []


class _Numbers(dict[float, Cells]):
    """The cell of each number; equal ones are one object, for 5,000 wordings have 25 million of them."""

    def __missing__(self, value: float) -> Cells:
        cell = self[value] = runs(f"{value:.2f}")
        return cell


_COMPARED = {"text": "whole texts", "definiens": "texts without the words that only name the term"}


@present.register
def _(result: Matrix) -> Document:
    order = result.tree.order
    header = ("No.", "Wording", *(str(n) for n in range(1, len(order) + 1)))
    numbers = _Numbers()
    rows = tuple(
        (
            runs(str(place)),
            _labelled(result.wordings[n], result.baseline),
            *(numbers[result.values[n][m]] for m in order),
        )
        for place, n in enumerate(order, 1)
    )
    blocks: list[Block] = [Table(header, rows, "Similarity of every pair", compact=True)]
    blocks += _shared(result.ordered)
    blocks.append(_measured(result))
    return Document(f"Similarity of {count(len(order), 'wording')}", tuple(blocks))


def _labelled(wording: Wording, baseline: Definition | None) -> Cells:
    mark = Run(" (baseline)", "muted") if wording.definition == baseline else Run("")
    return tuple(run for run in (Run(wording.label), mark) if run.text)


def _shared(wordings: tuple[Wording, ...]) -> list[Block]:
    shared = tuple(_named(wording) for wording in wordings if wording.also)
    return [Heading("Identical wordings"), Bullets(shared)] if shared else []


def _named(wording: Wording) -> Cells:
    others = Run(" · " + wording.others, "muted") if wording.also else Run("")
    return tuple(run for run in (Run(wording.label), others) if run.text)


def _measured(result: Matrix) -> Paragraph:
    what = _COMPARED.get(result.measure, f"the words on the element {result.measure}")
    parts = [
        f"Compared: {what}.",
        "Similarity: 2·shared / (words of A + words of B), where shared is the largest number of words that "
        "both have in the same order; punctuation does not count.",
        "Order: by average-linkage clustering, like beside like"
        + ("." if result.baseline is None else ", turned so that the baseline stands first."),
    ]
    if result.without:
        parts.append(f"Without such words: {', '.join(one.name for one in result.without)}.")
    return Paragraph(runs(Run(" ".join(parts), "muted")))


# --- families ---------------------------------------------------------------------------------


@present.register
def _(result: Families) -> Document:
    matrix, rows = result.matrix, []
    for number, group in enumerate(result.groups, 1):
        for n in group:
            wording = matrix.wordings[n]
            near = matrix.nearest_to(n)
            rows.append(
                (
                    runs(str(number)),
                    _named(wording),
                    runs(wording.definition.adopted),
                    runs(matrix.wordings[near[0]].label if near else "—"),
                    runs(f"{near[1]:.2f}" if near else "—"),
                )
            )
    header = ("Family", "Wording", "Adopted", "Nearest", "Similarity")
    families = f"{len(result.groups)} {'family' if len(result.groups) == 1 else 'families'}"
    found = f"{families} of {count(len(matrix), 'wording')}; average similarity inside a family at least "
    return Document(
        "Families of definitions",
        (
            Table(header, tuple(rows), "Families of definitions", wide=(1,)),
            Paragraph(runs(f"{found}{result.least:.2f}.")),
            _measured(matrix),
        ),
    )


# --- the nearest wordings ---------------------------------------------------------------------


@present.register
def _(result: Nearest) -> Document:
    if not result.searched:
        nothing = (
            f"There is no other definition in the language '{result.definition.lang}' to compare it with."
        )
        return Document(f"Nearest to {result.definition.name}", (Paragraph(runs(nothing)),))
    blocks: list[Block] = []
    if result.shared:
        blocks.append(Paragraph(_composition(result)))
    blocks += [Heading("As a whole"), _overall(result)] if result.overall else []
    if result.elements:
        blocks += [Heading("Element by element"), _by_element(result)]
    whole = "" if result.measure == "text" else " The text does not name its term, so nor do the others."
    if not result.elements:
        whole = f" The elements of texts in '{result.definition.lang}' are not known, so wholes are compared."
    foot = (
        f"{count(result.searched, 'definition')} searched, drafts and superseded texts among them."
        f"{whole} Redlines run from the stored wording to the text."
    )
    blocks.append(Paragraph(runs(Run(foot, "muted"))))
    return Document(f"Nearest to {result.definition.name}", tuple(blocks))


def _composition(result: Nearest) -> Cells:
    """ "Same words: autonomy as in NIST AI RMF, outputs as in OECD 2019." """
    said = []
    for element, match in result.shared.items():
        punctuation = "" if match.same_wording else " (but for punctuation)"
        said.append(f"{element.label.lower()} as in {match.wording.label}{punctuation}")
    return runs(Run("Same words: ", "strong"), ", ".join(said) + ".")


def _overall(result: Nearest) -> Table:
    lang = result.definition.lang
    return Table(
        ("Wording", "Similarity", "Redline"),
        tuple((_named(match.wording), _similarity(match), _changes(match)) for match in result.overall),
        "Nearest wordings as a whole",
        ("", "", lang),
        (2,),
    )


def _by_element(result: Nearest) -> Table:
    best = {element: matches[0] for element, matches in result.elements.items() if matches}
    alone = [element for element, matches in result.elements.items() if not matches]
    rows = [(_head(e), _named(m.wording), _similarity(m), _changes(m)) for e, m in best.items()]
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
    return edit_runs(match.redline.edits)
