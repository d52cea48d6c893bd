"""Checked documents: a summary, what is to be mended, a table of the passages, and what was not checked."""

from __future__ import annotations

from collections.abc import Iterator

from aidefs.formats.document import (
    Block,
    Bullets,
    Cells,
    Document,
    Heading,
    Mark,
    Paragraph,
    Run,
    Table,
    runs,
)
from aidefs.library.library import Library
from aidefs.output.views.words import CUT_SHORT, count
from aidefs.quotations.quotation import Quotation
from aidefs.quotations.severity import SEVERITIES
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
_EXTENTS = {
    "whole": "whole",
    "definiens": "the defining words",
    "truncated": "a part",
    "fragment": "a few words",
}
_SEVERITIES = {
    "condition": "It ends before a condition",
    "operator": "A word that carries the rule differs",
    "words": "Words differ",
    "punctuation": "Punctuation differs",
}
_SHOWN = 90  # characters of a quotation that is not checked
_HEADER = ("No.", "Place", "Definition", "Wording", "Source named")
_WIDE = (2, 4)


def verification_document(result: Verification) -> Document:
    """What is to be mended, a row a passage, what differs and is no fault, what was not checked."""
    blocks: list[Block] = [Paragraph(runs(Run(summary(result), "strong")))]
    blocks += _to_mend(result)
    rows = tuple(_rows(result))
    if rows:
        blocks.append(Table(_HEADER, rows, "Passages", wide=_WIDE if len(result) == 1 else (1, *_WIDE)))
    blocks += _not_reproached(result)
    blocks += _not_checked(result)
    remarks = tuple(_remarks(result))
    if remarks:
        blocks.append(Bullets(remarks))
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
    if result.passages:
        parts.append(f"{count(len(result.wrong), 'fault')} to mend" if result.wrong else "nothing to mend")
    if result.unchecked:
        parts.append(f"{count(len(result.unchecked), 'quotation')} of other texts not checked")
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
            _attribution(result, passage),
        )


def _attribution(result: Verification, passage: Passage) -> Cells:
    attribution = passage.quotation.attribution
    if attribution.unknown:
        return runs(Run(f"not in the collection: {attribution.unknown}", "muted"))
    if attribution.fits is None:
        return runs(Run("none", "muted"))
    fits = "fits" if attribution.fits else "does not fit"
    named = ", ".join(result.source_named(passage.quotation))
    return runs(Run(fits, "strong" if passage.misattributed else ""), f": {named}")


def _to_mend(result: Verification) -> Iterator[Block]:
    """What is wrong, the gravest first: what is named, the redline, the official source."""
    wrong = [one for one in _numbered(result) if one[2].wrong]
    if not wrong:
        return
    yield Heading("To mend, the gravest first")
    if any(passage.misworded for _, _, passage in wrong):
        legend = Run("left out", "delete"), Run(" "), Run("put in", "insert")
        yield Paragraph(runs("From the official wording to what is printed: ", *legend, "."))
    library = result.library or Library.shipped()
    cited: dict[str, int] = {}  # where the source of each definition is printed
    for number, file, passage in sorted(wrong, key=_gravity):
        q = passage.quotation
        where = ", ".join(filter(None, (_name(file) if len(result) > 1 else "", str(passage.place))))
        head = f"Passage {number}" + (f", {where}" if where else "") + ". "
        if passage.misattributed:
            exactly = ", letter for letter" if q.verdict == "exact" else ", with changes"
            named = ", ".join(result.source_named(q))
            said = (
                f"The source named is “{named}”"
                if q.attribution.mentions
                else f"By its context, the source is {named}"
            )
            text = f"{said}; the wording is that of {q.definition.name}{exactly}"
            if passage.misworded or q.verdict != "exact":  # its redline follows
                yield Paragraph(runs(Run(head, "strong"), f"{text}."))
            else:
                yield Paragraph(
                    runs(Run(head, "strong"), f"{text}: ", _shortened(q.reading)), q.definition.lang
                )
            head = ""
        if q.verdict == "not found":
            text = f"Introduced as the definition of {q.definition.name}, and in no version of it: "
            words = Run(f"“{_one_line(q.reading)}”")
            yield Paragraph(runs(Run(head, "strong"), text, words), q.definition.lang)
        elif passage.misworded and q.verdict == "exact" and not q.left_off:
            text = f"Said to be whole, where {q.definition.name} goes on: "
            words = Run(f"“{_one_line(q.reading)}”")
            yield Paragraph(runs(Run(head, "strong"), text, words), q.definition.lang)
        elif passage.misworded or q.verdict != "exact":
            grave = f"{_SEVERITIES[q.severity]}. " if q.severity else ""
            lead = (Run(head, "strong"), Run(grave), Run(f"{q.definition.name}: ", "strong"))
            left_off = runs(" ", Run(q.left_off, "delete")) if q.left_off else ()
            yield Paragraph((*(run for run in lead if run.text), *_marked(q), *left_off), q.definition.lang)
        if q.exact_matches and q.verdict != "exact":
            found = (f"{library[name].name} ({name})" for name in q.exact_matches if name in library)
            yield Paragraph(runs(Run(f"What is printed is letter for letter {', '.join(found)}.", "muted")))
        if _is_cut_short(passage):
            yield Paragraph(runs(Run(f"It {CUT_SHORT}.", "muted")))
        first = cited.setdefault(q.definition.id, number)  # a citation of six lines is read once
        source = _cited(q, library) if first == number else f"as under passage {first}."
        yield Paragraph(runs(Run(f"Official source: {source}", "muted", links=True)))


def _cited(quotation: Quotation, library: Library) -> str:
    from aidefs.library.citations import cite  # only what is reproached gets here

    return cite(quotation.definition, library=library).strip()


def _gravity(numbered: tuple[int, CheckedFile, Passage]) -> tuple[int, int]:
    number, _, passage = numbered
    # A wrong source is as grave as another rule.
    return SEVERITIES.index(passage.quotation.severity or "operator"), number


def _not_reproached(result: Verification) -> Iterator[Block]:
    """Passages that differ from the text they are nearest to, and why that is no fault."""
    doubtful = [one for one in _numbered(result) if one[2] in result.doubtful]
    cut = [one for one in _numbered(result) if _is_cut_short(one[2]) and not one[2].wrong]
    items = [
        runs(f"{number}. ", passage.quotation.reason or "differs", ": ", *_marked(passage.quotation))
        for number, _, passage in doubtful
    ]
    items += [runs(f"{number}. {CUT_SHORT}") for number, _, _ in cut]
    if items:
        yield Heading("Different, and no fault")
        yield Bullets(tuple(items))


def _is_cut_short(passage: Passage) -> bool:
    """Whether a passage is cut off from what limits it, and is not reproached for just that."""
    q = passage.quotation
    return q.truncated_condition and not q.left_off and not (passage.misworded and q.verdict == "exact")


def _not_checked(result: Verification) -> Iterator[Block]:
    items = tuple(
        runs(
            ", ".join(filter(None, (_name(file) if len(result) > 1 else "", str(one.place)))),
            f": {one.why}: ",
            Run(_shortened(one.text), "muted"),
        )
        for file in result
        for one in file.unchecked
    )
    if items:
        yield Heading("Not checked")
        yield Bullets(items)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _shortened(text: str) -> str:
    line = _one_line(text)
    return line if len(line) <= _SHOWN else line[:_SHOWN].rsplit(" ", 1)[0] + " …"


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
