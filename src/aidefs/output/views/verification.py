"""Checked documents: a table of the passages, the redlines of those that differ, and a summary."""

from __future__ import annotations

from collections.abc import Iterator

from aidefs.formats.document import Block, Bullets, Cells, Document, Mark, Paragraph, Run, Table, runs
from aidefs.library.library import Library
from aidefs.output.views.words import count
from aidefs.quotations.quotation import Quotation
from aidefs.quotations.verification import CheckedFile, Passage, Verification

__all__ = ["verification_document"]

# Verdict → how a row says it, and how the summary counts it.
_VERDICTS = {
    "exact": ("exact", "exact"),
    "punctuation": ("punctuation differs", "differing in punctuation"),
    "changed": ("words differ", "differing in words"),
    "paraphrase": ("paraphrase", "paraphrased"),
    "not found": ("in no version", "in no version of the text that is named"),
}
_EXTENTS = {"whole": "whole", "definiens": "definiens", "truncated": "a part", "fragment": "a few words"}
_HEADER = ("No.", "Place", "Definition", "Wording", "Source named")
_WIDE = (2, 4)


def verification_document(result: Verification) -> Document:
    """A row a passage, the redlines of those that differ, remarks on files, and a summary."""
    blocks: list[Block] = []
    rows = tuple(_rows(result))
    if rows:
        blocks.append(Table(_HEADER, rows, "Passages", wide=_WIDE if len(result) == 1 else (1, *_WIDE)))
        blocks += _redlines(result)
    remarks = tuple(_remarks(result))
    if remarks:
        blocks.append(Bullets(remarks))
    blocks.append(Paragraph(runs(Run(summary(result), "strong"))))
    return Document(_title(result), tuple(blocks))


def summary(result: Verification) -> str:
    """The counts in one line."""
    read = len(result) - len(result.faults)
    files = count(read, "file")
    found = (
        f"{count(len(result.passages), 'passage')} in {files}"
        if result.passages
        else f"No passage in {files}"
    )
    verdicts = [f"{number} {_VERDICTS[verdict][1]}" for verdict, number in result.counts().items() if number]
    parts = [f"{found}: {', '.join(verdicts)}" if verdicts else found]
    misattributed = sum(passage.misattributed for passage in result.passages)
    if misattributed:
        parts.append(f"{misattributed} attributed to another text")
    if result.faults:
        parts.append(f"{count(len(result.faults), 'file')} not read")
    return "; ".join(parts) + "."


def _title(result: Verification) -> str:
    return f"Quotations in {_name(result.files[0])}" if len(result) == 1 else "Quotations"


def _name(file: CheckedFile) -> str:
    return "standard input" if file.name == "-" else file.name


def _numbered(result: Verification) -> Iterator[tuple[int, CheckedFile, Passage]]:
    number = 0
    for file in result:
        for passage in file.passages:
            number += 1
            yield number, file, passage


def _rows(result: Verification) -> Iterator[tuple[Cells, ...]]:
    for number, file, passage in _numbered(result):
        q = passage.quotation
        place = str(passage.place) or "—"
        yield (
            runs(str(number)),
            runs(place if len(result) == 1 else f"{_name(file)}: {place}"),
            runs(q.definition.name, f" ({q.definition.id})"),
            runs(
                Run(_VERDICTS[q.verdict][0], "strong" if passage.misworded else ""),
                f", {_EXTENTS[q.extent]}",
            ),
            _attribution(passage),
        )


def _attribution(passage: Passage) -> Cells:
    attribution = passage.quotation.attribution
    if attribution.fits is None:
        return runs(Run("none", "muted"))
    fits = "fits" if attribution.fits else "does not fit"
    named = ", ".join(attribution.mentions) or ", ".join(attribution.named)
    return runs(Run(fits, "strong" if passage.misattributed else ""), f": {named}")


def _redlines(result: Verification) -> Iterator[Block]:
    """Official wording to what is printed, for each passage that is not letter for letter."""
    differing = [q.verdict != "exact" for q in (passage.quotation for passage in result.passages)]
    if any(differing):
        legend = Run("left out", "delete"), Run(" "), Run("put in", "insert")
        yield Paragraph(runs("From the official wording to what is printed: ", *legend, "."))
    names = {d.id: d.name for d in (result.library or Library.shipped()).values()}
    for number, _, passage in _numbered(result):
        q = passage.quotation
        head = f"{number}. "
        if passage.misattributed:
            named = ", ".join(q.attribution.mentions) or ", ".join(q.attribution.named)
            exactly = ", letter for letter" if q.verdict == "exact" else ", with changes"
            text = f"The source named is “{named}”; the wording is that of {q.definition.name}{exactly}."
            yield Paragraph(runs(Run(head, "strong"), text))
            head = ""
        if q.verdict != "exact":
            yield Paragraph((Run(f"{head}{q.definition.name}: ", "strong"), *_marked(q)), q.definition.lang)
        if q.exact_matches and q.verdict != "exact":
            equal = ", ".join(f"{names.get(name, name)} ({name})" for name in q.exact_matches)
            yield Paragraph(runs(Run(f"What is printed is letter for letter {equal}.", "muted")))


def _marked(quotation: Quotation) -> Cells:
    """The redline; differences that are no faults, such as enumerators and footnote marks, are left out."""
    faults = set(quotation.faults)
    marks: dict[str, Mark] = {"equal": "", "delete": "delete", "insert": "insert"}
    return tuple(
        Run(" ".join(edit.text.split("\n")), marks[edit.op] if edit in faults else "")
        for edit in quotation.edits
        if edit in faults or edit.op != "insert"
    )


def _remarks(result: Verification) -> Iterator[Cells]:
    """How files were read, and which were not."""
    for file in result:
        if file.fault:
            yield runs(Run(file.fault, "strong"))
        for note in file.notes:
            yield runs(Run(f"{_name(file)}: {note}", "muted"))
