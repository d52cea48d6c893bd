"""How far annotators agree: coefficients, elements, what is confused with what, and where."""

from __future__ import annotations

from aidefs.formats.document import Block, Bullets, Document, Heading, Paragraph, Run, Table, runs
from aidefs.output.views.words import count
from aidefs.segmentation.agreement import Agreement, TwoAnnotators

__all__ = ["agreement_document"]

_HOW = (
    "Units are words, punctuation aside; every word counts, function words too. Kappa (Cohen) and alpha "
    "(Krippendorff, nominal): 1 is full agreement, 0 that of chance. Windowdiff: 0 where segments begin at "
    "the same words. Dice: twice the words that both give an element, by the sum of what each gives it."
)


def agreement_document(result: Agreement) -> Document:
    """Coefficients of each two annotators, then their elements, confusions and differences."""
    two = len(result.pairs) == 1  # else alpha is one number over all of them
    head = ("Annotators", "Same element", "Kappa", *(["Alpha"] if two else []), "Windowdiff")
    rows = []
    for pair in result.pairs:
        values = [pair.kappa, *([result.alpha] if two else []), pair.windowdiff]
        row = (f"{pair.first} / {pair.second}", f"{pair.percent:.1%}", *map(_coefficient, values))
        rows.append(tuple(map(runs, row)))
    blocks: list[Block] = [Table(head, tuple(rows), "Agreement", wide=(0,))]
    if not two:
        everyone = f"Krippendorff's alpha over all {len(result.annotators)}: {_coefficient(result.alpha)}."
        blocks.append(Paragraph(runs(everyone)))
    for pair in result.pairs:
        blocks += _blocks(pair, len(result.pairs) > 1)
    if result.left_out:
        blocks += [
            Heading("Not compared"),
            Bullets(tuple(runs(f"{name}: only in {', '.join(who)}") for name, who in result.left_out)),
        ]
    blocks.append(Paragraph(runs(Run(_HOW, "muted"))))
    words = f"{count(len(result.texts), 'text')}, {count(result.words, 'word')}"
    return Document(f"Agreement of {count(len(result.annotators), 'annotator')} on {words}", tuple(blocks))


def _blocks(pair: TwoAnnotators, several: bool) -> list[Block]:
    of = f": {pair.first} / {pair.second}" if several else ""
    rows = tuple(
        tuple(map(runs, (one.element, *map(str, (one.first, one.second, one.both)), f"{one.dice:.2f}")))
        for one in pair.elements
    )
    header = ("Element", f"Words by {pair.first}", f"Words by {pair.second}", "By both", "Dice")
    blocks: list[Block] = [Heading(f"By element{of}"), Table(header, rows, f"Elements{of}")]
    if not pair.differences:
        return [*blocks, Paragraph(runs("They do not differ on any word."))]
    confused = sorted({name for run in pair.differences for name in (run.first, run.second)})
    square = tuple(
        (
            runs(f"{number} {one}"),
            *(runs(str(pair.confusion.get((one, other), "·"))) for other in confused),
        )
        for number, one in enumerate(confused, 1)
    )
    caption = f"Words by element: rows {pair.first}, columns {pair.second}"
    head = (pair.first, *map(str, range(1, len(confused) + 1)))  # numbers, so that all find room in a line
    table = Table(head, square, caption, compact=True, needed=tuple(range(len(head))))
    where = tuple(
        (runs(run.id), runs(run.text), runs(run.first), runs(run.second)) for run in pair.differences
    )
    return [
        *blocks,
        Heading(f"Confused elements{of}"),
        table,
        Paragraph(
            runs(
                Run(
                    f"Words that {pair.first} gives the element of the row, and {pair.second} that of the "
                    "column.",
                    "muted",
                )
            )
        ),
        Heading(f"Where they differ{of}"),
        Table(("Text", "Words", pair.first, pair.second), where, f"Differences{of}", wide=(1,)),
    ]


def _coefficient(value: float | None) -> str:
    return "not defined" if value is None else f"{value:.3f}"
