"""Words that several views share: numbers, names, where a definition comes from, redlines as running text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from aidefs.formats.document import Cells, Mark, Run
from aidefs.library.records import Definition, identifier
from aidefs.library.references import is_said
from aidefs.text.languages import UNDETERMINED, language_name
from aidefs.text.phrasebook import phrase
from aidefs.text.visible import prints_alike

if TYPE_CHECKING:  # lists of definitions have no use for these
    from aidefs.alignment.edits import Edit
    from aidefs.library.wordings import Wording
    from aidefs.segmentation.segments import Cell
    from aidefs.text.phrasebook import DateStyle, Language

__all__ = [
    "CUT_SHORT",
    "SIMILARITY",
    "count",
    "edit_runs",
    "exact_runs",
    "named",
    "read_as",
    "read_in",
    "row_runs",
    "sentence",
    "source_line",
    "source_note",
    "tick",
    "why_unread",
]

CUT_SHORT = (
    "ends before a condition or an exception of the official text, or begins or ends at a word "
    "that carries its rule"
)
"""What is told of a quotation that is cut off from what limits it."""


def count(n: int, noun: str) -> str:
    """A number with its noun: "1 text", "2 texts"."""
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def tick(cell: Cell) -> str:
    """What shows that a definition has words on an element.

    A genus is ticked where it says machine or computer. Any other shows its head noun, and one that could
    not be read its words.
    """
    facets = cell.facets
    if facets.genus is None or facets.machine_based:
        return "✓"
    return facets.genus or cell.text


def named(wording: Wording) -> Cells:
    """The definition that stands for a wording, and the others that share it."""
    others = Run(" · " + wording.others, "muted") if wording.also else Run("")
    return tuple(run for run in (Run(wording.label), others) if run.text)


def sentence(parts: Iterable[tuple[str, bool]], sources: Sequence[Definition] = ()) -> Cells:
    """A finding; its official words are marked as a quotation, in the language of the text they are from."""
    return tuple(
        Run(words, "quote", lang=_language_of(words, sources)) if official else Run(words)
        for words, official in parts
    )


def _language_of(words: str, sources: Sequence[Definition]) -> str:
    """The language that all texts are in, or that of the first text in which the words stand."""
    languages = {d.lang for d in sources}
    found = languages if len(languages) == 1 else (d.lang for d in sources if words in d.text)
    return next(iter(found), "")


SIMILARITY = phrase("what similarity is")
"""What a similarity is, for where it first stands in an output."""


# --- where a definition comes from ------------------------------------------------------------


def source_line(definition: Definition, method: str = "") -> str:
    """Title, provision, date, status, source and verification in one line, for reading on a screen.

    Args:
        definition: The definition.
        method: How its elements were found, "reviewed", "automatic" or "none"; "" where that is not to
            be said.
    """
    d = definition
    numbers = [identifier(scheme, value) for scheme, value in d.identifiers.items()]
    status = f"{d.status} since {d.in_force}" if d.status == "in force" and d.in_force else d.status
    made = "published" if d.kind == "scholarly" else "adopted"
    dates = [f"{made} {d.adopted}" if d.adopted else "", status if status != made else ""]
    known_dates = "; ".join(filter(None, dates)) or status
    if known_dates and d.status_as_of:
        known_dates += f" (as of {d.status_as_of})"
    parts = [
        d.instrument if d.instrument else d.title if d.title != d.label else "",
        d.provision,
        ", ".join(number for number in numbers if not is_said(number, d.provision)),
        known_dates,
        read_in(d),
        d.url,
    ]
    known = "; ".join(part for part in parts if part) or "text given at the call"
    elements = {
        "reviewed": "; elements: reviewed",
        "automatic": "; elements: automatic",
        "none": f"; elements: not known, {why_unread(d)}",
    }
    return known + (f"; {read_as(d)}" if d.lang_recognised else "") + elements.get(method, "")


def read_as(definition: Definition) -> str:
    """In what language a text was read whose language was not given: "read as French"."""
    if definition.lang == UNDETERMINED:
        return "language not told (--lang names it)"
    return f"read as {language_name(definition.lang)}"


def why_unread(definition: Definition) -> str:
    """Why no element of a text is known, as the end of a sentence."""
    if definition.lang == UNDETERMINED:
        return "because its language is not"
    return f"because there are no cues for {language_name(definition.lang)}"


def read_in(definition: Definition, language: Language = "en") -> str:
    """Where the wording was read: "read in a public copy"; "" where the record does not say."""
    from aidefs.text.phrasebook import phrase

    verified = definition.verification
    if verified is None:
        return ""
    nowhere = verified.state == "one copy" and not any(place.url for place in verified.places)
    return phrase("one copy without address" if nowhere else verified.state, language)


def source_note(
    definition: Definition, *, verified: bool = False, dates: DateStyle = "iso", language: Language = "en"
) -> str:
    """The source of a definition as a note in print, one sentence that ends in a full stop.

    Instrument, provision, numbers, dates, status and address. A note cites the source; it does not vouch
    that the address was opened.

    Args:
        definition: The definition.
        verified: Whether it also says where the wording was read.
        dates: How dates are printed.
        language: Of all but the names; they stay as the record has them.
    """
    d = definition
    numbers = [identifier(scheme, value) for scheme, value in d.identifiers.items()]
    title = d.instrument or d.title
    parts = [
        title,
        d.provision,
        *(number for number in numbers if not is_said(number, f"{title} {d.provision}")),
        *_dates_of(d, dates, language),
        phrase("translation", language) if d.authenticity.translation else "",
        read_in(d, language) if verified else "",
        d.url,
    ]
    known = ", ".join(part for part in parts if part) or phrase("given text", language)
    if d.lang_recognised:
        key = "language not told" if d.lang == UNDETERMINED else "read as {name}"
        known += ", " + phrase(key, language, name=d.lang if language == "fr" else language_name(d.lang))
    return known + "."


def _dates_of(d: Definition, dates: DateStyle, language: Language) -> list[str]:
    from aidefs.text.phrasebook import date

    found = []
    if d.adopted:
        spelt = date(d.adopted, dates, language)
        made = "published" if d.kind == "scholarly" else "adopted"
        key = f"{made} {{date}}" if len(d.adopted) == 10 else f"{made} in {{date}}"
        found.append(phrase(key, language, date=spelt))
    status = d.status if d.status not in ("adopted", "published") or not d.adopted else ""
    if status == "in force" and d.in_force:
        status = phrase("in force since {date}", language, date=date(d.in_force, dates, language))
    elif status:
        status = phrase(status, language)
    if status and d.status_as_of:
        status += f" ({phrase('as of {date}', language, date=date(d.status_as_of, dates, language))})"
    return [*found, status]


# --- redlines as running text -----------------------------------------------------------------


def edit_runs(edits: Iterable[Edit], b: str) -> Cells:
    """A redline as running text, which shows what each text prints and nothing that neither does.

    Without insertions it reads as A, without deletions as B, white space and invisible characters aside:
    tokens that compare as equal and are printed differently (“ and ‘, a capital and a small letter) are shown
    as a change of print, joined to the change beside it.

    Args:
        edits: The script.
        b: The text that the spans of B are places in.
    """
    from aidefs.alignment.edits import Edit

    parts: list[Run] = []
    changes: list[Edit] = []  # of wording, since the last common text
    print_changed = False

    def add_changes() -> None:
        nonlocal print_changed
        if print_changed:
            for op in ("delete", "insert"):
                parts.append(Run("".join(edit.text for edit in changes if edit.op == op), _MARKS[op]))
        else:
            parts.extend(Run(edit.text, _MARKS[edit.op]) for edit in changes)
        changes.clear()
        print_changed = False

    for edit in edits:
        own = b[slice(*edit.b)] if edit.b else ""
        if edit.op != "equal":
            changes.append(edit)
        elif not edit.typographic or not edit.a or not edit.b or prints_alike(edit.text, own):
            add_changes()
            parts.append(Run(edit.text))
        else:
            head, old, tail = _edges(edit.text)
            new = own.strip()
            if head or own[:1].isspace():
                add_changes()
                parts.append(Run(head))
            changes += [Edit("delete", edit.a, None, old), Edit("insert", None, edit.b, new)]
            print_changed = True
            if tail or own[-1:].isspace():
                add_changes()
                parts.append(Run(tail))
    add_changes()
    return tuple(run for run in parts if run.text)


_MARKS: dict[str, Mark] = {"equal": "", "delete": "delete", "insert": "insert"}


def _edges(text: str) -> tuple[str, str, str]:
    """White space, what it surrounds, white space."""
    core = text.strip()
    head = text[: len(text) - len(text.lstrip())]
    return head, core, text[len(head) + len(core) :]


def exact_runs(edits: Iterable[Edit], b: str) -> Cells:
    """The same, from which both texts come back letter for letter.

    White space and invisible characters, which `edit_runs` passes over, are replaced too: an editor has them.
    """
    parts: list[Run] = []
    for edit in edits:
        own = b[slice(*edit.b)] if edit.b else ""
        if edit.op != "equal" or own == edit.text:
            parts.append(Run(edit.text, _MARKS[edit.op]))
        else:
            parts += [Run(edit.text if edit.a else "", "delete"), Run(own, "insert")]
    return tuple(run for run in parts if run.text)


def row_runs(edits: Iterable[Edit], cell: Cell) -> Cells:
    """The redline of a row as running text, as `edit_runs`.

    Args:
        edits: The script.
        cell: What B says in the row.
    """
    b = ""  # its words at their places in B
    for segment in cell.segments:
        b = b.ljust(segment.start) + segment.text
    return edit_runs(_separated(edits), b)


def _separated(edits: Iterable[Edit]) -> Iterable[Edit]:
    """The edits of a row, a space put in where one segment ends and the next begins."""
    end_a = end_b = None
    for edit in edits:
        gap_a = edit.a and end_a is not None and edit.a[0] != end_a
        gap_b = edit.b and end_b is not None and edit.b[0] != end_b
        yield edit._replace(text=" " + edit.text) if gap_a or gap_b else edit
        end_a = edit.a[1] if edit.a else end_a
        end_b = edit.b[1] if edit.b else end_b
