"""How far annotators agree who cut the same definitions into elements, each by themselves.

Units are the words of the texts, punctuation aside, and labels the elements. Cohen's kappa and Krippendorff's
alpha (nominal) take off the agreement that chance would bring; windowdiff (Pevzner and Hearst 2002) compares
the places where segments begin, whatever they are called. All three are those of nltk.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, groupby
from typing import Any, Literal

from aidefs.classes import NamedTuple, dataclass, field
from aidefs.errors import InputError, UnknownName, choice
from aidefs.library.library import Library
from aidefs.library.lookup import LibraryLike, TaxonomyLike, library_of, taxonomy_of
from aidefs.library.records import Definition
from aidefs.results import Column, Result, columns_of, observation
from aidefs.segmentation.annotations import Annotation, Pieces, read_annotation
from aidefs.segmentation.segmentation import segmentation_of
from aidefs.text.spans import locate
from aidefs.text.tokens import token_columns

__all__ = [
    "Against",
    "Agreement",
    "AnnotatedText",
    "ElementAgreement",
    "LabelledRun",
    "TwoAnnotators",
    "agreement",
    "boundaries",
    "window_size",
]

Against = Literal["reviewed", "automatic"]
_PLACES = 6  # of a coefficient; the last bits of a sum depend on the order in which it is taken

_COLUMNS = columns_of("""
first string One annotator
second string The other annotator
id string Id of the text
start integer Offset of the first character, in code points from 0
end integer Offset behind the last character
text string Official characters
first_element string Element by the one annotator
second_element string Element by the other annotator
words integer Words, punctuation aside
agree boolean Whether both say the same
""")


class AnnotatedText(NamedTuple):
    """A text that all annotators cut.

    Attributes:
        id: Its id.
        text: The official text.
        starts: Offset of each word, in code points from 0.
        ends: Offset behind each word.
        labels: For each annotator, the element of each word.
    """

    id: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    labels: tuple[tuple[str, ...], ...]


class LabelledRun(NamedTuple):
    """A run of words on which two annotators say the same, or each one thing.

    Attributes:
        id: Id of the text.
        start: Offset of its first character, in code points from 0.
        end: Offset behind its last character.
        text: The official characters.
        first: Element by the one.
        second: Element by the other.
        words: How many words it has.
    """

    id: str
    start: int
    end: int
    text: str
    first: str
    second: str
    words: int


class ElementAgreement(NamedTuple):
    """How far two annotators agree on one element.

    Attributes:
        element: Its id.
        first: Words that the one gives it.
        second: Words that the other gives it.
        both: Words that both give it.
    """

    element: str
    first: int
    second: int
    both: int

    @property
    def dice(self) -> float:
        """Dice coefficient, from 0 to 1, which is the F1 of one annotator measured by the other."""
        return round(2 * self.both / (self.first + self.second), _PLACES)


class TwoAnnotators(NamedTuple):
    """Two annotators.

    Attributes:
        first: Name of the one.
        second: Name of the other.
        runs: The texts, run by run.
        percent: Share of the words on which they agree, from 0 to 1.
        kappa: Cohen's kappa; None where both use one and the same element alone, of which chance cannot be
            told.
        windowdiff: Mean over the texts, from 0 (segments begin at the same words) to 1; None where no text
            is long enough. The window is half a segment of the first annotator, of two words at least.
    """

    first: str
    second: str
    runs: tuple[LabelledRun, ...]
    percent: float
    kappa: float | None
    windowdiff: float | None

    @property
    def differences(self) -> tuple[LabelledRun, ...]:
        """The runs on which they do not agree, in the order of the texts."""
        return tuple(run for run in self.runs if run.first != run.second)

    @property
    def confusion(self) -> dict[tuple[str, str], int]:
        """Words by what the one and the other call them; elements in alphabetical order."""
        found: Counter[tuple[str, str]] = Counter()
        for run in self.runs:
            found[run.first, run.second] += run.words
        return dict(sorted(found.items()))

    @property
    def elements(self) -> tuple[ElementAgreement, ...]:
        """Each element that one of them uses, in alphabetical order."""
        confusion = self.confusion
        return tuple(
            ElementAgreement(
                name,
                sum(words for (one, _), words in confusion.items() if one == name),
                sum(words for (_, other), words in confusion.items() if other == name),
                confusion.get((name, name), 0),
            )
            for name in sorted({name for labels in confusion for name in labels})
        )


@dataclass(frozen=True, repr=False)
class Agreement(Result):
    """How far annotators agree.

    Attributes:
        annotators: Their names.
        texts: The texts that all of them cut, in the order of the first annotation.
        pairs: Each two annotators.
        alpha: Krippendorff's alpha over all annotators (nominal); None where all use one element alone.
        left_out: Ids of the texts that not all annotators cut, with the names of those that did.
        library: The library that was used, None for the one that comes with aidefs.
    """

    annotators: tuple[str, ...]
    texts: tuple[AnnotatedText, ...]
    pairs: tuple[TwoAnnotators, ...]
    alpha: float | None
    left_out: tuple[tuple[str, tuple[str, ...]], ...] = ()
    library: Library | None = field(default=None, compare=False, repr=False)

    def __repr__(self) -> str:
        return f"<Agreement of {len(self.annotators)} annotators on {len(self.texts)} texts>"

    @property
    def words(self) -> int:
        """Words that were compared."""
        return sum(len(one.starts) for one in self.texts)

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`."""
        return _COLUMNS

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row a run of words and pair of annotators, whether they agree on it or not."""
        return tuple(
            observation(
                _COLUMNS,
                {
                    "first": pair.first,
                    "second": pair.second,
                    "id": run.id,
                    "start": run.start,
                    "end": run.end,
                    "text": run.text,
                    "first_element": run.first,
                    "second_element": run.second,
                    "words": run.words,
                    "agree": run.first == run.second,
                },
            )
            for pair in self.pairs
            for run in pair.runs
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/agreement/1"."""
        return {
            **self._stamp("agreement"),
            "annotators": list(self.annotators),
            "texts": [one.id for one in self.texts],
            "words": self.words,
            "alpha": self.alpha,
            "left_out": [{"id": name, "annotators": list(who)} for name, who in self.left_out],
            "pairs": [
                {
                    "first": pair.first,
                    "second": pair.second,
                    "percent": pair.percent,
                    "kappa": pair.kappa,
                    "windowdiff": pair.windowdiff,
                    "elements": [one._asdict() | {"dice": one.dice} for one in pair.elements],
                    "confusion": [
                        {"first": one, "second": other, "words": words}
                        for (one, other), words in pair.confusion.items()
                    ],
                    "differences": [run._asdict() for run in pair.differences],
                }
                for pair in self.pairs
            ],
        }


def agreement(
    *annotations: str | os.PathLike[str],
    against: Against | None = None,
    library: LibraryLike | None = None,
    taxonomy: TaxonomyLike | None = None,
) -> Agreement:
    """How far annotators agree who cut the same definitions into elements.

    Args:
        annotations: Files or folders of annotations, see `docs/agreement.md`; two or more, or one beside
            `against`.
        against: One more annotator: the "reviewed" segments of the library, or the "automatic" ones, which
            are worked out without the reviewed segments of the text itself.
        library: Where the texts are looked up that a file does not hold.
        taxonomy: The elements, to which all annotations are then held; by default any may stand in them.

    Raises:
        InputError: Fewer than two annotations, none of a text that all have, or an element that the taxonomy
            lacks.
        DataError: A file is faulty, or its pieces are not the text.
        UnknownName: A text that neither a file nor the library holds.
    """
    library = library_of(library)
    used = library or Library.shipped()
    if against not in (None, "reviewed", "automatic"):
        raise InputError(f"cannot compare against '{against}'; expected reviewed or automatic")
    if len(annotations) + bool(against) < 2:
        raise InputError("agreement takes two annotations, or one and --against reviewed")
    read = [_by_id(read_annotation(path), used) for path in annotations]
    known = taxonomy_of(taxonomy)
    for one in read if known is not None else ():
        _hold_to(one, list(known or ()))
    texts = _texts(read, used)
    if against:
        read.append(_from_library(against, texts, used))
    counts = Counter(name for one in read for name in one.pieces)
    shared = [name for name in read[0].pieces if counts[name] == len(read)]
    left_out = tuple(
        (name, tuple(one.name for one in read if name in one.pieces))
        for name in counts
        if counts[name] < len(read)
    )
    if not shared:
        raise InputError(f"there is no text that all of {', '.join(one.name for one in read)} cut")
    found = tuple(_annotated(texts[name], [(one.name, one.pieces[name]) for one in read]) for name in shared)
    pairs = tuple(
        _pair(found, first, second, read[first].name, read[second].name)
        for first, second in combinations(range(len(read)), 2)
    )
    return Agreement(
        tuple(one.name for one in read), found, pairs, _alpha(found, range(len(read))), left_out, library
    )


# --- the annotations and their texts ----------------------------------------------------------


def _hold_to(annotation: Annotation, known: Sequence[str]) -> None:
    """Holds an annotation to the elements of a taxonomy.

    Raises:
        InputError: It has another.
    """
    for name, pieces in annotation.pieces.items():
        for element, _ in pieces:
            if element not in known:
                told = choice(element, known)
                raise InputError(f"{annotation.name}: {name}: unknown element '{element}'; {told}")


def _by_id(annotation: Annotation, library: Library) -> Annotation:
    """The annotation with the ids of the texts that it names by an alias, such as "eu"."""
    pieces = {
        library[name].id if name in library and name not in annotation.texts else name: one
        for name, one in annotation.pieces.items()
    }
    return annotation._replace(pieces=pieces)


def _texts(read: Sequence[Annotation], library: Library) -> dict[str, Definition]:
    """The texts by id: those of the files before those of the library.

    Raises:
        InputError: Two files hold different texts under one id.
        UnknownName: A text that is nowhere.
    """
    found: dict[str, Definition] = {}
    for one in read:
        for name, text in one.texts.items():
            if name in found and found[name].text != text:
                raise InputError(f"the text of '{name}' in {one.name} is not that of the file before it")
            found.setdefault(name, Definition(name, text))
    for one in read:
        for name in one.pieces:
            if name in found:
                continue
            try:
                found[name] = library[name]
            except UnknownName as error:
                raise UnknownName(f"{one.name}: {error}; or give the text in the file") from None
    return found


def _from_library(against: Against, texts: dict[str, Definition], library: Library) -> Annotation:
    """What the library, or the program, makes of the texts; texts without reviewed segments are left out."""
    found: dict[str, Pieces] = {}
    for name, definition in texts.items():
        if against == "reviewed":
            if name in library and library[name].reviewed:
                found[name] = tuple((element, words) for element, words in library[name].segments)
            continue
        cut = segmentation_of(definition, method="automatic", library=library, exclude=(name,))
        found[name] = tuple((one.element, one.text) for one in cut.segments)
    return Annotation(against, found, {})


def _annotated(definition: Definition, by: Sequence[tuple[str, Pieces]]) -> AnnotatedText:
    """The label that each annotator gives each word of a text.

    Raises:
        InputError: The pieces of an annotator are not the text.
    """
    columns = token_columns(definition.text, definition.lang)
    starts = tuple(columns.starts[k] for k in columns.words)
    ends = tuple(columns.ends[k] for k in columns.words)
    labels = []
    for name, pieces in by:
        try:
            spans = locate(definition.text, [words for _, words in pieces])
        except ValueError as error:
            raise InputError(f"{name}: {definition.id}: {error}") from None
        row, piece = [], 0
        for start in starts:
            while spans[piece][1] <= start:
                piece += 1
            row.append(pieces[piece][0])
        labels.append(tuple(row))
    return AnnotatedText(definition.id, definition.text, starts, ends, tuple(labels))


# --- what they agree on -----------------------------------------------------------------------


def _pair(texts: Sequence[AnnotatedText], first: int, second: int, name: str, other: str) -> TwoAnnotators:
    from nltk.metrics.agreement import AnnotationTask

    runs = tuple(run for text in texts for run in _runs(text, first, second))
    words = sum(run.words for run in runs)
    same = sum(run.words for run in runs if run.first == run.second)
    kappa = None
    if len({label for text in texts for k in (first, second) for label in text.labels[k]}) > 1:
        kappa = round(float(AnnotationTask(data=_votes(texts, (first, second))).kappa()), _PLACES)
    return TwoAnnotators(
        name, other, runs, round(same / words, _PLACES), kappa, _windowdiff(texts, first, second)
    )


def _runs(text: AnnotatedText, first: int, second: int) -> Iterator[LabelledRun]:
    """The words of a text in runs on which neither annotator changes the element."""
    labels = list(zip(text.labels[first], text.labels[second], strict=True))
    for (one, other), group in groupby(range(len(labels)), key=labels.__getitem__):
        places = list(group)
        start, end = text.starts[places[0]], text.ends[places[-1]]
        yield LabelledRun(text.id, start, end, text.text[start:end], one, other, len(places))


def _votes(texts: Sequence[AnnotatedText], annotators: Sequence[int]) -> list[tuple[str, str, str]]:
    """Annotator, word and element, as nltk takes them."""
    return [
        (str(k), f"{text.id} {n}", label)
        for k in annotators
        for text in texts
        for n, label in enumerate(text.labels[k])
    ]


def _alpha(texts: Sequence[AnnotatedText], annotators: Sequence[int]) -> float | None:
    from nltk.metrics.agreement import AnnotationTask

    if len({label for text in texts for labels in text.labels for label in labels}) < 2:
        return None
    return round(float(AnnotationTask(data=_votes(texts, annotators)).alpha()), _PLACES)


def _windowdiff(texts: Sequence[AnnotatedText], first: int, second: int) -> float | None:
    from nltk.metrics import windowdiff

    found = []
    for text in texts:
        wanted, other = boundaries(text.labels[first]), boundaries(text.labels[second])
        size = window_size(wanted)
        if len(wanted) >= size:
            found.append(windowdiff(wanted, other, size))
    return round(sum(found) / len(found), _PLACES) if found else None


def boundaries(labels: Sequence[str]) -> str:
    """ "1" where a segment begins behind another, "0" elsewhere."""
    return "".join("1" if k and labels[k] != labels[k - 1] else "0" for k in range(len(labels)))


def window_size(wanted: str) -> int:
    """Words in a window over `boundaries`: half the mean length of a segment, as its authors advise."""
    return max(2, round(len(wanted) / (2 * (wanted.count("1") + 1))))
