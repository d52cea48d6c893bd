"""The stored wordings that are closest to a text, as a whole and element by element."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Unpack

from aidefs.alignment.edits import WordCounts, WordStatus
from aidefs.alignment.redline import Redline, edit_dict, redline
from aidefs.classes import NamedTuple, dataclass, field
from aidefs.errors import InputError, demand
from aidefs.library.filters import Conditions, language_of_texts
from aidefs.library.library import Library
from aidefs.library.lookup import (
    LibraryLike,
    TaxonomyLike,
    Text,
    elements_of,
    library_of,
    resolve,
    taxonomy_of,
)
from aidefs.library.records import Definition
from aidefs.library.taxonomy import Element
from aidefs.library.wordings import Part, Wording, chronological, group_wordings, wording_key
from aidefs.results import Column, Result, columns_of, observation
from aidefs.survey.lcs import shared_words
from aidefs.survey.selection import chosen_definitions, if_possible, segmenter
from aidefs.text.languages import UNDETERMINED, primary
from aidefs.text.tokens import in_one_lexicon, scan

__all__ = ["Match", "Nearest", "closest", "nearest"]


_COLUMNS = columns_of("""
element string Id of the element; none for the text as a whole
rank integer Place among the matches, from 1
id string Id of the definition that stands for the wording
label string Its short name
also array Ids of the others with this wording
similarity number Of the words, 0 to 1
status string How the words relate: identical, punctuation only or reworded
text string The stored words
""")


class Match(NamedTuple):
    """A stored wording beside the text.

    Attributes:
        wording: Who has it.
        redline: From the stored wording to the text.
        words: The words that count where those that only join a piece to its neighbours do not, as in a
            comparison; None where all of the redline count.
    """

    wording: Wording
    redline: Redline
    words: WordCounts | None = None

    @property
    def similarity(self) -> float:
        """That of the words that count."""
        return (self.words or self.redline.words).similarity

    @property
    def status(self) -> WordStatus:
        """How the words relate, as the redline has it."""
        return self.redline.status

    @property
    def same_wording(self) -> bool:
        """Whether nothing differs but the marks at the end."""
        line = self.redline
        return wording_key(line.a, line.lang) == wording_key(line.b, line.lang)

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "id": self.wording.id,
            "label": self.wording.label,
            "also": [one.id for one in self.wording.also],
            "similarity": round(self.similarity, 4),
            "status": self.status,
            "a": self.redline.a,
            "b": self.redline.b,
            "edits": [edit_dict(edit) for edit in self.redline.edits],
        }


@dataclass(frozen=True, repr=False)
class Nearest(Result):
    """The stored wordings that are closest to a text.

    Attributes:
        definition: The text.
        measure: What was compared for `overall`: "text", or "definiens" where the text has no frame.
        overall: The closest wordings of whole definitions, the closest first.
        elements: The closest wordings of each element that the text has, in the order of the elements.
        searched: Number of definitions that were read.
        library: The library that was used, None for the one that comes with aidefs.
    """

    definition: Definition
    measure: str
    overall: tuple[Match, ...]
    elements: Mapping[Element, tuple[Match, ...]]
    searched: int
    library: Library | None = field(default=None, compare=False, repr=False)

    def __repr__(self) -> str:
        best = f": {self.overall[0].wording.id} {self.overall[0].similarity:.2f}" if self.overall else ""
        return f"<Nearest to {self.definition.id}{best}>"

    @property
    def shared(self) -> Mapping[Element, Match]:
        """The elements whose words stand in a stored definition, punctuation aside."""
        best = {element: matches[0] for element, matches in self.elements.items() if matches}
        return {element: match for element, match in best.items() if match.status != "reworded"}

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`."""
        return _COLUMNS

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row for each match, the whole text first (its `element` is None)."""
        parts = [(None, self.overall), *((e.id, matches) for e, matches in self.elements.items())]
        return tuple(
            observation(
                _COLUMNS,
                {
                    "element": element,
                    "rank": rank,
                    "id": match.wording.id,
                    "label": match.wording.label,
                    "also": [one.id for one in match.wording.also],
                    "similarity": match.similarity,
                    "status": match.status,
                    "text": match.redline.a,
                },
            )
            for element, matches in parts
            for rank, match in enumerate(matches, 1)
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/nearest/1"."""
        return {
            **self._stamp("nearest"),
            "id": self.definition.id,
            "text": self.definition.text,
            "lang": self.definition.lang,
            "lang_recognised": self.definition.lang_recognised,
            "measure": self.measure,
            "searched": self.searched,
            "overall": [match.to_dict() for match in self.overall],
            "elements": {e.id: [match.to_dict() for match in ms] for e, ms in self.elements.items()},
        }


def nearest(
    text_or_definition: Text,
    *,
    limit: int = 3,
    method: str = "auto",
    library: LibraryLike | None = None,
    taxonomy: TaxonomyLike | None = None,
    **wanted: Unpack[Conditions],
) -> Nearest:
    """The stored wordings that are closest to a text, as a whole and element by element.

    Drafts and superseded texts are looked at as all others, so that a quotation of a draft is known
    for what it is. A stored definition is not compared with itself. In a language of which no elements
    are known, whole texts alone are compared; a text whose language cannot be told is compared with all.

    Args:
        text_or_definition: An id or alias, a definition, or any text. Where a text does not name its
            term ("a machine-based system that …"), it is compared with what others say behind theirs.
        limit: How many wordings to give of the whole and of each element, at most.
        method: How texts are cut into elements, see `segment`.
        library: Where to look; by default the collection that comes with aidefs.
        taxonomy: The elements; by default those of the term that is defined.
        wanted: Conditions on what is looked at, as in `aidefs.definitions`; `lang`, the language of a
            plain text and of what is looked at, is recognised where it is not given.

    Raises:
        UnknownName: A string without white space that is no name.
        InputError: The limit is below 1, or the text is empty.
    """
    library = library_of(library)
    taxonomy = taxonomy_of(taxonomy)
    demand(limit, int, "a number of wordings")
    if limit < 1:
        raise InputError(f"the limit is a number from 1 on, unlike {limit}")
    given = resolve(text_or_definition, library, lang=language_of_texts(wanted))
    if given.terms and wanted.get("term") is None:
        wanted["term"] = given.terms[0]
    used = elements_of((), library, taxonomy, wanted.get("term"))
    if given.lang == UNDETERMINED:
        # The words still show what it is nearest to, in whichever language.
        known = (library or Library.shipped()).where(**wanted)
    else:
        wanted["lang"] = primary(given.lang)
        known = chosen_definitions((), library, wanted)
    stored = [one for one in known if one != given]
    segmented = segmenter(library, used, method)
    own = if_possible(segmented, given)
    frame = used.group("frame")
    measure = "definiens" if own and frame and own.segments[0].element not in frame else "text"

    def search(words: str, part: Part) -> tuple[Match, ...]:
        return closest(words, given.name, stored, part, limit, given.lang)

    def of_element(element: str) -> Part:
        return lambda one: cut.cell(element).words or None if (cut := if_possible(segmented, one)) else None

    wholes: dict[str, Part] = {
        "text": lambda one: one.text,
        "definiens": lambda one: segmented(one).definiens(frame).words or None,
    }
    elements = {
        used[element]: search(words, of_element(element))
        for element in used
        if own and element not in frame and (words := own.cell(element).words)
    }
    overall = search(given.text, wholes[measure])
    return Nearest(given, measure, overall, elements, len(stored), library)


def closest(
    text: str,
    name: str,
    stored: Sequence[Definition],
    part: Part,
    limit: int,
    lang: str,
) -> tuple[Match, ...]:
    """The wordings that are closest to a text, the closest first.

    Args:
        text: The text.
        name: How it is called in redlines.
        stored: Where to look; a definition that lacks the part is passed over.
        part: Gives what is compared of a stored definition, None where it has none.
        limit: How many wordings to give at most; those that share no word are never given.
        lang: BCP 47 tag of all texts.

    Ties go to the wording whose punctuation and typography are nearer, then to the earlier one.
    """
    wordings = group_wordings(stored, part=part)
    scans = in_one_lexicon([scan(text, lang), *(scan(one.text, lang) for one in wordings)])
    codes = [one.word_codes for one in scans]
    shared = shared_words(codes[:1], codes[1:])[0]
    # Words shared in order are what a redline can keep at most, so that few redlines have to be made.
    bounds = [
        2 * n / (len(codes[0]) + len(other)) if n else 0.0 for n, other in zip(shared, codes[1:], strict=True)
    ]
    found: list[tuple[_Rank, Match]] = []
    for n in sorted(range(len(wordings)), key=lambda n: -bounds[n]):
        if not bounds[n] or (len(found) >= limit and bounds[n] < -found[limit - 1][0][0]):
            break
        wording = wordings[n]
        line = redline(wording.text, text, lang=lang, names=(wording.label, name))
        if line.words.equal:
            found.append((_rank(line, wording), Match(wording, line)))
            found.sort(key=lambda pair: pair[0])
    return tuple(match for _, match in found[:limit])


_Rank = tuple[float, int, int, tuple[str, str]]


def _rank(line: Redline, wording: Wording) -> _Rank:
    typographic = sum(edit.typographic for edit in line.edits)
    return -line.similarity, line.punctuation_changes, typographic, chronological(wording.definition)
