"""Phrases that several presenters share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aidefs.alignment.edits import Edit
from aidefs.formats.document import Cells, Mark, Run
from aidefs.library.records import Definition, identifier
from aidefs.library.wordings import Wording

__all__ = ["count", "described", "edit_runs", "exact_runs", "label", "named", "sentence", "separated"]


def described(definition: Definition, method: str = "") -> str:
    """Title, provision, date, status, source and verification in one line."""
    d = definition
    numbers = [identifier(scheme, value) for scheme, value in d.identifiers.items()]
    status = f"{d.status} since {d.in_force}" if d.status == "in force" and d.in_force else d.status
    dates = [f"adopted {d.adopted}" if d.adopted else "", status if status != "adopted" else ""]
    known_dates = "; ".join(filter(None, dates)) or status
    if known_dates and d.status_as_of:
        known_dates += f" (as of {d.status_as_of})"
    parts = [
        d.instrument if d.instrument else d.title if d.title != d.label else "",
        d.provision,
        ", ".join(number for number in numbers if number != d.provision),
        known_dates,
        d.verification.state if d.verification else "",
        d.url,
    ]
    known = "; ".join(part for part in parts if part) or "text given at the call"
    elements = {"reviewed": "; elements: reviewed", "automatic": "; elements: automatic"}
    return known + elements.get(method, "")


def edit_runs(edits: Iterable[Edit]) -> Cells:
    """A redline as running text."""
    marks: dict[str, Mark] = {"equal": "", "delete": "delete", "insert": "insert"}
    return tuple(Run(edit.text, marks[edit.op]) for edit in edits)


def exact_runs(edits: Iterable[Edit], b: str) -> Cells:
    """The same, from which both texts come back letter for letter.

    Typographic variants, which a redline passes over, are replaced here: “ is not ‘ in an editor.
    """
    parts: list[Run] = []
    for edit in edits:
        own = b[slice(*edit.b)] if edit.b else ""
        if edit.op != "equal" or own == edit.text:
            parts += edit_runs([edit])
        else:
            parts += [Run(edit.text if edit.a else "", "delete"), Run(own, "insert")]
    return tuple(run for run in parts if run.text)


def separated(edits: Iterable[Edit]) -> Iterable[Edit]:
    """The edits of a row, a space put in where one segment ends and the next begins."""
    end_a = end_b = None
    for edit in edits:
        gap_a = edit.a and end_a is not None and edit.a[0] != end_a
        gap_b = edit.b and end_b is not None and edit.b[0] != end_b
        yield edit._replace(text=" " + edit.text) if gap_a or gap_b else edit
        end_a = edit.a[1] if edit.a else end_a
        end_b = edit.b[1] if edit.b else end_b


def sentence(parts: Iterable[tuple[str, bool]], sources: Sequence[Definition] = ()) -> Cells:
    """A finding; its official words are marked as a quotation, in the language of the text they are from."""
    return tuple(
        Run(words, "quote", lang=_language(words, sources)) if official else Run(words)
        for words, official in parts
    )


def _language(words: str, sources: Sequence[Definition]) -> str:
    """The language that all texts are in, or that of the first text in which the words stand."""
    languages = {d.lang for d in sources}
    found = languages if len(languages) == 1 else (d.lang for d in sources if words in d.text)
    return next(iter(found), "")


def label(definition: Definition) -> str:
    return definition.name


def count(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def named(wording: Wording) -> Cells:
    """The definition that stands for a wording, and the others that share it."""
    others = Run(" · " + wording.others, "muted") if wording.also else Run("")
    return tuple(run for run in (Run(wording.label), others) if run.text)
