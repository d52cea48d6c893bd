"""Documents that are a version of an instrument which is not stored, or are built on one.

A vocabulary of the agreement of February 2024, or a compromise text itself, differs from the text in force in
many definitions at once, and in words that its drafts have. What of one definition would be a misspelling is
of many a version. Which one it is cannot be told, so that nothing is said of its words: neither that they are
wrong, nor that they are right.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from aidefs.alignment.edits import Edit
from aidefs.classes import replace
from aidefs.quotations.index import Index
from aidefs.quotations.quotation import Quotation
from aidefs.quotations.references import PASSED_STATUS, ReferenceText, numbers_of
from aidefs.text.languages import primary

__all__ = ["held_against_their_version", "in_force_of"]

FEWEST = 3  # definitions that tell of which version a document is; places at which one word is another
FEWEST_LOST = 2  # spaces that a reader of a document has lost, and no author
NEARLY = 0.85  # similarity from which a definition is given in the words of a text, and not in its author's
_REASON = "not checked: the definitions in this document are nearer to an earlier version of the text"
_EXTRACTED = "not checked: the document has lost spaces between words"
_LIKE = "not checked: the document has the definition itself elsewhere, and here one like it"
_ITSELF = "not checked: the document is itself a version of the text"


def held_against_their_version(found: Sequence[Quotation], index: Index) -> Iterator[Quotation]:
    """The passages of a document without reproaches that say no more than that it is of another version.

    Args:
        found: All passages of the document.
        index: The index over the library.

    Yields:
        Each passage, in the same order.
    """
    if not any(one.wrong for one in found):
        yield from found
        return
    earlier = {*_of_earlier_version(found, index)}
    lost = sum(map(_spaces_lost, found))
    for one in found:
        instrument = _instrument(one, index)
        if not one.wrong:
            yield one
        elif _is_of_document_itself(one, index):
            yield replace(one, reproach=(), reason=_ITSELF)
        elif lost >= FEWEST_LOST and one.reproach == ("wording",) and _is_but_spaces_lost(one):
            yield replace(one, reproach=(), reason=_EXTRACTED)
        elif _is_of_a_like_provision(one, found):
            yield replace(one, reproach=(), reason=_LIKE)
        elif instrument in earlier and not _is_of_version_named(one, index):
            yield replace(one, reproach=(), reason=_REASON)
        else:
            yield one


def in_force_of(name: str, index: Index) -> ReferenceText | None:
    """The text in force that a draft has become, in its language; itself for one that is none."""
    if name not in index.ranks:
        return None
    own = index.references[index.ranks[name]]
    ids = (one for one in (name, *index.families.get(name, ())) if one in index.ranks)
    kin = (index.references[index.ranks[one]] for one in ids)
    lang = primary(own.definition.lang)
    current = [
        one for one in kin
        if one.definition.status not in PASSED_STATUS and primary(one.definition.lang) == lang
    ]  # fmt: skip
    return max(current, key=lambda one: (one.definition.adopted, one.id == name), default=None)


def _instrument(one: Quotation, index: Index) -> str:
    """The instrument in force that a passage gives a definition of, or of its draft; "" for none."""
    current = in_force_of(one.definition.id, index)
    return current.definition.instrument if current else ""


def _of_earlier_version(found: Iterable[Quotation], index: Index) -> Iterator[str]:
    """The instruments of which a document gives most definitions in words that are those of a draft."""
    given: dict[str, dict[str, list[Quotation]]] = {}
    for one in found:
        current = in_force_of(one.definition.id, index)
        near = one.similarity >= NEARLY and one.verdict != "not found" and one.extent != "fragment"
        if current is not None and near:
            given.setdefault(current.definition.instrument, {}).setdefault(current.id, []).append(one)
    for instrument, definitions in given.items():
        older = sum(any(one.earlier for one in those) for those in definitions.values())
        newer = sum(any(_is_of_text_in_force(one, index) for one in those) for those in definitions.values())
        if older >= FEWEST and older > newer:
            yield instrument


def _is_of_text_in_force(one: Quotation, index: Index) -> bool:
    """Whether a passage has words that are those of the text in force alone, of which a draft is stored."""
    kin = index.families.get(one.definition.id, ())
    return one.verdict == "exact" and len(kin) > 1 and not {*kin} & {*one.exact_matches, *one.same_wording}


def _is_of_version_named(one: Quotation, index: Index) -> bool:
    """Whether the version is told beside a passage: a draft, or the text in force by its official number."""
    named = one.attribution.named
    if named and index.titles.passed >= {*named}:
        return True
    numbers = {number for name in one.attribution.mentions for number in numbers_of(name)}
    current = in_force_of(one.definition.id, index)
    return current is not None and bool(numbers & numbers_of(current.definition.instrument))


def _is_of_document_itself(one: Quotation, index: Index) -> bool:
    """Whether a document that calls itself "this Regulation" has words of another version of it."""
    current = in_force_of(one.definition.id, index)
    if one.attribution.how != "file" or one.attribution.fits is not False or current is None:
        return False
    return not index.instruments([current.id]).isdisjoint(one.attribution.named)


def _is_of_a_like_provision(one: Quotation, found: Sequence[Quotation]) -> bool:
    """Whether a block gives a definition with another word in the place of one throughout.

    The document has it letter for letter elsewhere: of two alike in one law, this is the other one.
    """
    if one.claim == "quoted" or "source" in one.reproach:
        return False
    pairs = Counter((gone.text, new.text) for gone, new in _changes(one) if new is not None)
    if not pairs or max(pairs.values()) < FEWEST:
        return False
    return any(other.verdict == "exact" and other.definition.id == one.definition.id for other in found)


def _changes(one: Quotation) -> list[tuple[Edit, Edit | None]]:
    """The faults of a passage, each deletion with the insertion that stands for it."""
    made: list[tuple[Edit, Edit | None]] = []
    for edit in one.faults:
        if edit.op == "insert" and made and made[-1][0].op == "delete" and made[-1][1] is None:
            made[-1] = made[-1][0], edit
        else:
            made.append((edit, None))
    return made


def _spaces_lost(one: Quotation) -> int:
    """In how many of its faults a passage has but lost a space between words: "varying levels ofautonomy"."""
    official = one.definition.text
    count = 0
    for gone, new in _changes(one):
        if new is None or gone.a is None or not re.fullmatch(r"[\w-]{4,}", new.text):
            continue
        words = official[gone.a[0] : gone.a[0] + len(new.text) + 1]
        count += words.startswith(gone.text) and re.sub(r"\s", "", words) == new.text
    return count


def _is_but_spaces_lost(one: Quotation) -> bool:
    """Whether a passage differs in nothing else."""
    return 0 < len(_changes(one)) == _spaces_lost(one)
