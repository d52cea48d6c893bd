"""Provisions as files of records, for a folder of definitions of one's own.

What the document says is written: the term, the words, the place. What only a person knows (which law it is,
who made it, its force and its state) stands in the file as lines that wait, marked "#?".
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from unicodedata import normalize

from aidefs.library.fields import LABEL_LENGTH
from aidefs.library.files import toml_escape, toml_string
from aidefs.provisions.extraction import Extraction, Provision
from aidefs.provisions.margins import joined
from aidefs.text.languages import UNDETERMINED
from aidefs.text.visible import visible_line

__all__ = ["record_files"]

WAITING = "#?"
"""What begins a line of a record that only a person can write."""

_WAITING = """\
#? title = ""         # a longer name of this text
#? prose = ""         # how a sentence names it: "the Algorithmic Accountability Act"
#? instrument = ""    # official name of the law, standard or document
#? issuer = ""        # who made it
#? jurisdiction = ""  # ISO 3166 code: US, US-CO, EU …
#? kind = ""          # treaty, regulation, statute, executive-order, bill, draft …
#? legal_force = ""   # binding, non-binding or proposed
#? status = ""        # in force, adopted, signed, published, draft, lapsed, withdrawn or superseded
#? status_as_of = ""  # day for which the status is stated
#? adopted = ""       # date of adoption; of a draft its own date
#? rights = ""        # under which terms the text may be reproduced
"""
_LONGEST_SLUG = 40


def record_files(results: Iterable[Extraction]) -> list[tuple[str, str]]:
    """The files of the provisions of documents: name and content, no name twice."""
    files: dict[str, str] = {}
    for result in results:
        stem = _slug(os.path.splitext(os.path.basename(result.file))[0]) if result.file else "text"
        for number, one in zip(result.numbers, result.provisions, strict=True):
            base = name = f"{stem}-{_slug(one.term)}".strip("-")
            again = 2
            while f"{name}.toml" in files:
                name, again = f"{base}-{again}", again + 1
            files[f"{name}.toml"] = _record(name, number, one, result)
    return list(files.items())


def _record(name: str, number: int, one: Provision, result: Extraction) -> str:
    lines = [
        f"# Written by aidefs extract. Lines that begin with {WAITING} wait for what only a person knows.",
        f"id = {toml_string(name)}",
        f"label = {toml_string(name[:LABEL_LENGTH].strip('-'))}",
        f"term = {toml_string(one.term)}",
    ]
    if result.lang != UNDETERMINED:
        lines.append(f"lang = {toml_string(result.lang)}")
    lines.append(f'text = """\n{_block(joined(one.text, one.text))}"""')
    if one.locator:
        lines.append(f"provision = {toml_string(one.locator)}")
    if said := _notes(one):
        lines.append(f"notes = {toml_string(said)}")
    where = f"{os.path.basename(result.file) or 'a text'}#{number}, characters {one.start} to {one.end}"
    lines.append(f"# Found in {visible_line(where)}.")
    return "\n".join(lines) + "\n" + _WAITING


def _notes(one: Provision) -> str:
    said = []
    if one.also:
        said.append("The provision also defines " + ", ".join(f"“{term}”" for term in one.also) + ".")
    if one.by_reference:
        stored = f" (stored as {one.resolved})" if one.resolved else ""
        said.append(f"The meaning is taken from {one.by_reference}{stored}.")
    return " ".join(said)


def _slug(words: str) -> str:
    letters = normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
    if len(slug) > _LONGEST_SLUG:
        whole = slug[:_LONGEST_SLUG].rpartition("-")[0] if slug[_LONGEST_SLUG] != "-" else ""
        slug = whole or slug[:_LONGEST_SLUG]
    return slug or "text"


def _block(words: str) -> str:
    """Words between three quotation marks: lines stay, and marks only where three would meet."""
    kept = "".join(letter if letter in '\n"' else toml_escape(letter) for letter in words)
    kept = kept.replace('""', '"\\"')
    return kept[:-1] + '\\"' if kept.endswith('"') else kept
