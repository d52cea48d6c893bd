"""One quotation against one text that is named: a strict answer."""

from __future__ import annotations

from typing import Any

from aidefs.alignment.edits import Edit
from aidefs.alignment.redline import edit_dict
from aidefs.classes import dataclass, field
from aidefs.errors import InputError, demand
from aidefs.library.library import Library
from aidefs.library.lookup import LibraryLike, get, library_of
from aidefs.library.records import Definition
from aidefs.quotations.fragments import ALIKE, best_fragment, fragment_of
from aidefs.quotations.index import Index, index_of
from aidefs.quotations.local_alignment import weights
from aidefs.quotations.quotation import Extent, Verdict
from aidefs.quotations.references import ReferenceText, words
from aidefs.quotations.severity import Severity
from aidefs.readers.markup import without_markup
from aidefs.results import Result
from aidefs.text.languages import UNDETERMINED, primary
from aidefs.text.recognition import recognise

__all__ = ["CheckedQuotation", "check"]


@dataclass(frozen=True, repr=False)
class CheckedQuotation(Result):
    """How a quotation agrees with the text that it is said to be from.

    Attributes:
        quotation: The words that were given.
        definition: The text with which they are compared.
        verdict: "exact", "punctuation" (no word differs), "changed" or "not found".
        extent: "whole", "definiens", "truncated" or "fragment"; None where it is not found.
        official: Span of the official text that is quoted; None where it is not found.
        edits: The redline from the official text to the quotation, offsets in both.
        faults: The edits that count.
        similarity: Of the words of both, 0 to 1.
        severity: How grave the gravest fault is: "operator", "words" or "punctuation"; None without one.
        truncated_condition: Whether the quotation ends before a condition or exception, or begins or ends
            at an operator.
        library: The library that was used, None for the one that comes with aidefs.
    """

    quotation: str
    definition: Definition
    verdict: Verdict
    extent: Extent | None = None
    official: tuple[int, int] | None = None
    edits: tuple[Edit, ...] = ()
    faults: tuple[Edit, ...] = ()
    similarity: float = 0.0
    severity: Severity | None = None
    truncated_condition: bool = False
    library: Library | None = field(default=None, compare=False, repr=False)

    @property
    def official_words(self) -> str:
        """The official words in the place of the quotation; the whole text where it is not found."""
        return self.definition.text[slice(*self.official)] if self.official else self.definition.text

    @property
    def exit_code(self) -> int:
        """0 where it is exact, else 1."""
        return 0 if self.verdict == "exact" else 1

    def __repr__(self) -> str:
        return f"<CheckedQuotation of {self.definition.id}: {self.verdict}>"

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/quotation/1"."""
        return {
            **self._stamp("quotation"),
            "quotation": self.quotation,
            "definition": self.definition.id,
            "verdict": self.verdict,
            "extent": self.extent,
            "official": list(self.official) if self.official else None,
            "official_words": self.official_words,
            "edits": [edit_dict(edit) for edit in self.edits],
            "faults": [edit_dict(edit) for edit in self.faults],
            "similarity": round(self.similarity, 4),
            "severity": self.severity,
            "truncated_condition": self.truncated_condition,
        }


def check(
    quotation: str, against: str | Definition, *, library: LibraryLike | None = None
) -> CheckedQuotation:
    """Compare a quotation with the text that it is said to be from.

    Everything that is given is compared, from the first word to the last. Mark-up, quotation marks around it,
    the case of the first letter, enumerators, editors' brackets and marked omissions are no departures.

    Args:
        quotation: The words, in any length.
        against: A definition, its id, or another name of it ("eu"). Where a short name stands for a text in
            several
            languages, the version in the language of the quotation is taken.
        library: Where the definition comes from; by default those of every term that come with aidefs.

    Returns:
        The answer, which is always one of four.

    Raises:
        InputError: There is no word in the quotation.
        UnknownName: There is no such definition.
    """
    demand(quotation, str, "a quotation")
    used = library_of(library)
    index = index_of(used)
    named = against if isinstance(against, Definition) else get(against, library=used)
    reading = without_markup(quotation, index.known)
    text = reading.text
    found = words(text)
    if not found:
        raise InputError("the quotation has no words")
    versions = _versions(named, text, against, index)
    own = [one for one in index.references if one.id in versions]
    own = own or [ReferenceText.of(named, 0)]
    total = weights(found)
    passages = (fragment_of(one, text, found, total, 0, len(found)) for one in own)
    passage = best_fragment([one for one in passages if one is not None], [named.id])
    if passage is None or passage.similarity < ALIKE:
        similarity = passage.similarity if passage else 0.0
        return CheckedQuotation(
            quotation, own[0].definition, "not found", similarity=similarity, library=used
        )

    def placed(edit: Edit) -> Edit:
        low, first = passage.official[0], passage.start
        a = (edit.a[0] + low, edit.a[1] + low) if edit.a else None
        b = reading.span(edit.b[0] + first, edit.b[1] + first) if edit.b else None
        return edit._replace(a=a, b=b)

    return CheckedQuotation(
        quotation,
        passage.reference.definition,
        "changed" if passage.verdict == "paraphrase" else passage.verdict,
        "fragment" if passage.late and passage.early else passage.extent,
        passage.official,
        tuple(map(placed, passage.redline.edits)),
        tuple(placed(edit) for change in passage.faults for edit in change),
        passage.similarity,
        passage.severity,
        passage.truncated_condition,
        used,
    )


def _versions(named: Definition, text: str, against: str | Definition, index: Index) -> set[str]:
    """The text that is named; where a short name is, its version in the language of the quotation."""
    lang = recognise(text)
    if against == named or against == named.id or lang in (UNDETERMINED, primary(named.lang)):
        return {named.id}
    versions = index.instruments([named.id])
    stored = (one.definition for one in index.references if one.id in versions)
    return {one.id for one in stored if primary(one.lang) == lang} or {named.id}
