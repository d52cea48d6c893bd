"""Formulas: wordings of several words that recur from text to text, and who uses them since when.

A run of words is a candidate where at least two wordings have it and no longer run stands in the same ones.
How much of a formula it is, beyond being part of longer ones, is said by the C-value of Frantzi, Ananiadou
and Mima (2000), with jurisdictions counted in the place of occurrences; how fast its words hang together by
the association measures of nltk, over each three words that follow each other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import log2
from typing import Any, Literal, Unpack, get_args

from aidefs.alignment.engine import matching_blocks
from aidefs.classes import NamedTuple, dataclass, field
from aidefs.errors import InputError, choice
from aidefs.library.filters import Conditions
from aidefs.library.library import Library
from aidefs.library.lookup import LibraryLike, Text, library_of
from aidefs.library.records import Definition
from aidefs.library.wordings import chronological, group_wordings
from aidefs.results import Column, Result, columns_of, observation
from aidefs.survey.selection import chosen_definitions
from aidefs.survey.timeline import Thread, Timeline
from aidefs.text.languages import primary
from aidefs.text.sentences import sentence_offsets
from aidefs.text.tokens import token_columns

__all__ = ["FORMULA_ORDERS", "Formula", "FormulaOrder", "Formulas", "formulas"]

FormulaOrder = Literal["c-value", "jurisdictions", "definitions", "loglikelihood", "pmi", "date", "words"]
FORMULA_ORDERS: tuple[FormulaOrder, ...] = get_args(FormulaOrder)

_LIKE = 0.6  # Dice over the words in common from which one formula is shown as a variant of another
_PLACES = 4  # of a measure

_COLUMNS = columns_of("""
formula integer Number of the formula in the order that was asked for
variant_of integer Number of the formula of which it is a variant; none where it is none
text string The words as the first definition prints them
length integer Words, punctuation aside
n integer Number of the definition among those that have the formula, by date
id string Id of the definition
label string Its label
jurisdiction string Its jurisdiction
adopted date When it was adopted
jurisdictions integer Jurisdictions that have the formula
definitions integer Definitions that have it
wordings integer Different texts that have it
c_value number How much it stands by itself, and not only in longer formulas
loglikelihood number Log-likelihood ratio of the three words in it that hang together least
pmi number Pointwise mutual information, in bits, of the three words in it that hang together least
""")


class Formula(NamedTuple):
    """A run of words that recurs.

    Attributes:
        text: The words as the first definition prints them, with its punctuation.
        words: The words as they are compared.
        definitions: Who has it, by date; a date that is known in part counts as the end of its time.
        wordings: How many different texts have it.
        printed: Each way in which it is printed (marks and capitals differ), with the number of definitions,
            the most frequent first.
        c_value: log2 of its length, times its jurisdictions less the mean of those of the longer formulas
            that hold it; 0 where it stands in those alone.
        loglikelihood: Log-likelihood ratio of its three neighbouring words that hang together least; None
            where it cannot be told, as of one word that is repeated.
        pmi: Pointwise mutual information of those with the least, in bits; None likewise.
        variant_of: Number of the formula that it is a variant of, counted from 1; 0 where it is none.
    """

    text: str
    words: tuple[str, ...]
    definitions: tuple[Definition, ...]
    wordings: int
    printed: tuple[tuple[str, int], ...]
    c_value: float
    loglikelihood: float | None
    pmi: float | None
    variant_of: int = 0

    @property
    def first(self) -> Definition:
        """The earliest definition of the collection that has it."""
        return self.definitions[0]

    @property
    def jurisdictions(self) -> tuple[str, ...]:
        """Whose texts have it, by the date of the first of each."""
        return tuple(dict.fromkeys(one.jurisdiction for one in self.definitions))


@dataclass(frozen=True, repr=False)
class Formulas(Result):
    """Formulas of some definitions.

    Attributes:
        formulas: In the order that was asked for.
        order: What they are ordered by.
        searched: Definitions that were read.
        wordings: How many different texts they have.
        lang: Language of the texts.
        library: The library that was used, None for the one that comes with aidefs.
    """

    formulas: tuple[Formula, ...]
    order: FormulaOrder
    searched: int
    wordings: int
    lang: str
    library: Library | None = field(default=None, compare=False, repr=False)

    def __repr__(self) -> str:
        return f"<Formulas: {len(self.formulas)} in {self.searched} definitions>"

    @property
    def families(self) -> tuple[tuple[Formula, tuple[Formula, ...]], ...]:
        """Each formula that is no variant, with its variants; both in order."""
        variants: dict[int, list[Formula]] = defaultdict(list)
        for one in self.formulas:
            variants[one.variant_of].append(one)
        heads = [(n, one) for n, one in enumerate(self.formulas, 1) if not one.variant_of]
        return tuple((one, tuple(variants[n])) for n, one in heads)

    def timeline(self, limit: int = 20) -> Timeline:
        """The first formulas that are no variants, through time: who has each, by date."""
        threads = tuple(Thread(one.text, one.definitions) for one, _ in self.families[:limit])
        return Timeline("formulas", "element", threads, self.searched, self.lang, self.library)

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`."""
        return _COLUMNS

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row for each formula and definition that has it."""
        return tuple(
            observation(
                _COLUMNS,
                {
                    **one._asdict(),
                    "formula": number,
                    "variant_of": one.variant_of or None,
                    "length": len(one.words),
                    "n": n,
                    "id": definition.id,
                    "label": definition.label,
                    "jurisdiction": definition.jurisdiction,
                    "adopted": definition.adopted,
                    "jurisdictions": len(one.jurisdictions),
                    "definitions": len(one.definitions),
                },
            )
            for number, one in enumerate(self.formulas, 1)
            for n, definition in enumerate(one.definitions, 1)
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/formulas/1"."""
        return {
            **self._stamp("formulas"),
            "order": self.order,
            "lang": self.lang,
            "searched": self.searched,
            "wordings": self.wordings,
            "formulas": [
                {
                    "text": one.text,
                    "words": list(one.words),
                    "variant_of": one.variant_of or None,
                    "wordings": one.wordings,
                    "c_value": one.c_value,
                    "loglikelihood": one.loglikelihood,
                    "pmi": one.pmi,
                    "printed": [{"text": text, "definitions": n} for text, n in one.printed],
                    "definitions": [
                        {
                            "id": definition.id,
                            "label": definition.label,
                            "jurisdiction": definition.jurisdiction,
                            "adopted": definition.adopted,
                        }
                        for definition in one.definitions
                    ],
                }
                for one in self.formulas
            ],
        }


def formulas(
    *definitions: Text,
    shortest: int = 3,
    longest: int = 12,
    least: int = 2,
    order: FormulaOrder = "c-value",
    library: LibraryLike | None = None,
    **wanted: Unpack[Conditions],
) -> Formulas:
    """Wordings of several words that recur from text to text.

    Runs of words inside a sentence are looked at; marks and capitals do not count. Identical texts count once
    where association is measured, and each by itself where users are counted.

    Args:
        definitions: Ids, aliases, definitions or texts; where none is given, those of the library that meet
            the conditions.
        shortest: Least number of words, 3 at least.
        longest: Greatest number of words; what recurs beyond it is more of a text than of a formula.
        least: In how many jurisdictions a formula has to stand.
        order: What comes first, see `Formula`: the greatest value, or the earliest date.
        library: Where names are looked up.
        wanted: Conditions as in `aidefs.definitions`; `lang` is "en" where it is not given.

    Raises:
        UnknownName: A name that stands for nothing.
        InputError: Numbers out of range, no such order, or texts in several languages.
    """
    if order not in FORMULA_ORDERS:
        raise InputError(f"cannot sort formulas by '{order}'; {choice(order, FORMULA_ORDERS)}")
    if not 3 <= shortest <= longest:
        raise InputError(f"a formula has from 3 words on up to --longest, unlike {shortest} to {longest}")
    if least < 1:
        raise InputError(f"a formula stands in one jurisdiction at least, unlike {least}")
    library = library_of(library)
    chosen = chosen_definitions(definitions, library, wanted)
    langs = sorted({primary(one.lang) for one in chosen})
    if len(langs) > 1:
        raise InputError(f"formulas are looked for in one language at a time, not in {', '.join(langs)}")
    texts = [_Text(wording.definitions) for wording in group_wordings(chosen)]
    found = _measured(_candidates(texts, shortest, longest), texts)
    kept = [one for one in found if len(one.jurisdictions) >= least]
    ordered = _with_variants(sorted(kept, key=lambda one: (*_rank(one, order), one.words)))
    lang = langs[0] if langs else ""
    return Formulas(tuple(ordered), order, len(chosen), len(texts), lang, library)


# --- candidates -------------------------------------------------------------------------------


class _Text:
    """A wording with the words of its sentences, and of each of its definitions the places of its words.

    Definitions of one wording have the same words, so that a run stands at the same place among them; how it
    is printed is up to each.
    """

    def __init__(self, definitions: tuple[Definition, ...]) -> None:
        self.definitions = definitions
        self._spans = [_words_of(one) for one in definitions]
        one, places = definitions[0], self._spans[0]
        self.words = [key for key, _, _ in places]
        edges = [0, *sentence_offsets(one.text, one.lang), len(one.text)]
        self.sentences = [
            [key for key, place, _ in places if start <= place < end] for start, end in pairwise(edges)
        ]

    def runs(self, length: int) -> Iterator[tuple[str, ...]]:
        """Each run of so many words."""
        for words in self.sentences:
            for k in range(len(words) - length + 1):
                yield tuple(words[k : k + length])

    def printed(self, run: tuple[str, ...]) -> Iterator[tuple[Definition, str]]:
        """A run of its words as each definition prints it, white space folded."""
        size = len(run)
        at = next(k for k in range(len(self.words)) if tuple(self.words[k : k + size]) == run)
        for one, spans in zip(self.definitions, self._spans, strict=True):
            yield one, " ".join(one.text[spans[at][1] : spans[at + size - 1][2]].split())


def _words_of(one: Definition) -> list[tuple[str, int, int]]:
    """The words of a definition: key, start, end."""
    columns = token_columns(one.text, one.lang)
    return [(columns.keys[k], columns.starts[k], columns.ends[k]) for k in columns.words]


_Having = dict[tuple[str, ...], frozenset[int]]  # numbers of the texts that have a run


def _candidates(texts: Sequence[_Text], shortest: int, longest: int) -> _Having:
    """The runs that two texts have, but for those that a longer run has in the same texts."""
    found: _Having = {}
    shorter: _Having = {}
    for length in range(shortest, longest + 2):  # one more, to see what goes on
        level = _recurring(texts, length)
        for run, having in level.items():
            for part in (run[:-1], run[1:]):
                if shorter.get(part) == having:
                    found.pop(part, None)
        if length <= longest:
            found |= level
        shorter = level
        if not level:
            break
    return found


def _recurring(texts: Sequence[_Text], length: int) -> _Having:
    having: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, text in enumerate(texts):
        for run in text.runs(length):
            having[run].add(number)
    return {run: frozenset(who) for run, who in having.items() if len(who) > 1}


# --- measures ---------------------------------------------------------------------------------


def _measured(candidates: _Having, texts: Sequence[_Text]) -> list[Formula]:
    association = _Association(texts) if candidates else None
    spread = {
        run: len({one.jurisdiction for k in having for one in texts[k].definitions})
        for run, having in candidates.items()
    }
    inside = _spread_of_longer(spread)
    made = []
    for run, having in candidates.items():
        longer = inside.get(run, ())
        alone = spread[run] - (sum(longer) / len(longer) if longer else 0)
        c_value = round(log2(len(run)) * max(alone, 0), _PLACES)
        each = [way for k in having for way in texts[k].printed(run)]
        each.sort(key=lambda way: chronological(way[0]))
        printed = Counter(words for _, words in each)
        ways = tuple(sorted(printed.items(), key=lambda way: -way[1]))  # stable: the earliest first
        assert association is not None
        who = tuple(one for one, _ in each)
        made.append(Formula(each[0][1], run, who, len(having), ways, c_value, *association.weakest(run)))
    return made


def _spread_of_longer(spread: dict[tuple[str, ...], int]) -> dict[tuple[str, ...], list[int]]:
    """For each run the spreads of the longer ones that hold it."""
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for run, jurisdictions in spread.items():
        parts = {
            run[start:end]
            for start in range(len(run))
            for end in range(start + 3, len(run) + 1)
            if end - start < len(run)
        }
        for part in parts:
            if part in spread:
                found[part].append(jurisdictions)
    return found


class _Association:
    """How fast three neighbouring words hang together, over all texts."""

    def __init__(self, texts: Iterable[_Text]) -> None:
        from nltk.collocations import TrigramCollocationFinder
        from nltk.metrics.association import TrigramAssocMeasures

        sentences = [words for text in texts for words in text.sentences]
        self._finder = TrigramCollocationFinder.from_documents(sentences)
        self._measures = TrigramAssocMeasures
        self._known: dict[tuple[str, ...], tuple[float | None, float | None]] = {}

    def weakest(self, run: tuple[str, ...]) -> tuple[float | None, float | None]:
        """The least log-likelihood ratio and the least mutual information inside a run."""
        each = [self._of(run[k : k + 3]) for k in range(len(run) - 2)]
        ratios, shared = ([one for one in values if one is not None] for values in zip(*each, strict=True))
        return min(ratios, default=None), min(shared, default=None)

    def _of(self, three: tuple[str, ...]) -> tuple[float | None, float | None]:
        if three not in self._known:
            self._known[three] = (
                self._score(self._measures.likelihood_ratio, three),
                self._score(self._measures.pmi, three),
            )
        return self._known[three]

    def _score(self, measure: Any, three: tuple[str, ...]) -> float | None:
        try:
            return round(float(self._finder.score_ngram(measure, *three)), _PLACES)
        except (ValueError, ZeroDivisionError):  # "a a a": the table of its counts has negative ones
            return None


# --- order and variants -----------------------------------------------------------------------


def _rank(one: Formula, order: FormulaOrder) -> tuple[Any, ...]:
    spread = (-len(one.jurisdictions), -len(one.definitions))
    match order:
        case "c-value":
            return (-one.c_value, *spread)
        case "jurisdictions":
            return spread
        case "definitions":
            return (-len(one.definitions), *spread)
        case "loglikelihood":
            return (*_greatest(one.loglikelihood), *spread)
        case "pmi":
            return (*_greatest(one.pmi), *spread)
        case "date":
            return (chronological(one.first)[0], *spread)
        case _:
            return (-len(one.words), *spread)


def _greatest(value: float | None) -> tuple[bool, float]:
    """Puts the greatest first, and what is not known last."""
    return value is None, -(value or 0)


def _with_variants(ordered: Sequence[Formula]) -> list[Formula]:
    """The formulas, each that is like an earlier one as a variant of the first such."""
    letters: dict[str, str] = {}  # one for each word, as the alignment takes it
    heads: list[tuple[int, str]] = []
    found = []
    for number, one in enumerate(ordered, 1):
        coded = "".join(letters.setdefault(word, chr(len(letters) + 256)) for word in one.words)
        head = next((n for n, other in heads if _alike(coded, other)), 0)
        if not head:
            heads.append((number, coded))
        found.append(one._replace(variant_of=head))
    return found


def _alike(a: str, b: str) -> bool:
    if set(a).isdisjoint(b):  # most are
        return False
    common = sum(length for _, _, length in matching_blocks(a, b))
    return 2 * common / (len(a) + len(b)) >= _LIKE
