"""Reviewed wordings as exemplars: where a text repeats words that a reviewed definition has cut before.

The words of every reviewed segment are stemmed and indexed by runs of three. A text is laid against that
index; each of its words keeps the longest run it lies in, and with it the element that the run carries
there.
"""

from __future__ import annotations

from _weakref import ref  # `weakref` imports much that nothing here needs
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from functools import lru_cache
from importlib import import_module
from itertools import accumulate, groupby
from operator import itemgetter
from typing import Any

from aidefs.classes import NamedTuple, Remembered
from aidefs.library.library import Library
from aidefs.library.records import Definition
from aidefs.modules import put_off
from aidefs.segmentation.grammars import grammar_of
from aidefs.text.languages import primary, profile
from aidefs.text.spans import locate
from aidefs.text.tokens import TokenColumns, token_columns

__all__ = ["Exemplar", "ExemplarIndex", "derived_exemplars", "exemplar_index", "stemmer"]

_N = 3  # words that a run must have at least
_MOST_WORDS = 20_000  # of a language of which the stem is remembered


class Exemplar(NamedTuple):
    """What the longest run through a word says about it.

    Attributes:
        element: The element that the word has in the reviewed definition.
        content: Number of words in the run that are not function words: the weight of the run.
        source: Id of the reviewed definition.
    """

    element: str
    content: int
    source: str


class _Reviewed(NamedTuple):
    id: str
    stems: list[str]
    elements: list[str]


@lru_cache(maxsize=64)  # more than there are languages with a stemmer: each has its words with it
def stemmer(lang: str) -> Callable[[str], str]:
    """What takes a word to its stem in a language; to itself where no stemmer is known.

    The stemmers are the modules in pure Python: the front door of their package takes PyStemmer where that is
    installed, which may follow other versions of the algorithms.
    """
    name = profile(lang).stemmer
    if not name:
        return str
    put_off("snowballstemmer")  # imports the stemmers of all languages
    made = getattr(import_module(f"snowballstemmer.{name}_stemmer"), f"{name.capitalize()}Stemmer")
    stem: Callable[[str], str] = made().stemWord
    return Remembered(stem, _MOST_WORDS).__getitem__


def _stems(columns: TokenColumns, lang: str) -> list[str]:
    stem = stemmer(lang)
    return [stem(columns.keys[i]) for i in columns.words]


def _reviewed(definition: Definition, lang: str) -> _Reviewed:
    columns = token_columns(definition.text, definition.lang)
    spans = locate(definition.text, [text for _, text in definition.segments])
    ends = [end for _, end in spans]
    elements = [definition.segments[bisect_right(ends, columns.starts[i])][0] for i in columns.words]
    return _Reviewed(definition.id, _stems(columns, lang), elements)


class ExemplarIndex:
    """The reviewed definitions of one language, indexed by runs of three stems."""

    def __init__(self, reviewed: Iterable[_Reviewed], lang: str) -> None:
        self.lang = lang
        self.reviewed = list(reviewed)
        self._foreign: dict[tuple[frozenset[str], frozenset[str]], frozenset[str]] = {}
        # The words of all definitions in a row, with a gap before and behind each definition.
        self._stems: list[str | None] = [None]
        self._elements: list[str] = [""]
        self._owners: list[str] = [""]
        for entry in self.reviewed:
            self._stems += [*entry.stems, None]
            self._elements += [*entry.elements, ""]
            self._owners += [entry.id] * (len(entry.stems) + 1)
        self.places: dict[tuple[str | None, ...], list[int]] = {}
        for place, run in enumerate(zip(*(self._stems[k:] for k in range(_N)), strict=False)):
            if None not in run:
                self.places.setdefault(run, []).append(place)
        # A look as far behind a place as any run reaches finds nothing behind the last definition.
        self._stems += [None] * max((len(entry.stems) for entry in self.reviewed), default=0)

    @classmethod
    def of(cls, definitions: Iterable[Definition], lang: str) -> ExemplarIndex:
        """Indexes the definitions of a language that are reviewed."""
        chosen = (one for one in definitions if one.reviewed and primary(one.lang) == lang)
        return cls((_reviewed(one, lang) for one in chosen), lang)

    def to_dict(self) -> dict[str, Any]:
        """What `from_dict` makes the index of; the elements stand there each with the number of its words."""
        return {
            "lang": self.lang,
            "reviewed": [
                [
                    entry.id,
                    entry.stems,
                    [[element, len(list(run))] for element, run in groupby(entry.elements)],
                ]
                for entry in self.reviewed
            ],
        }

    @classmethod
    def from_dict(cls, known: Mapping[str, Any]) -> ExemplarIndex:
        """The index that was written so."""
        return cls(
            (
                _Reviewed(name, stems, [element for element, count in runs for _ in range(count)])
                for name, stems, runs in known["reviewed"]
            ),
            known["lang"],
        )

    def foreign(self, elements: Collection[str], general: Collection[str]) -> frozenset[str]:
        """Ids of the reviewed definitions that do not testify: of another term, or saying little.

        Args:
            elements: The elements of the taxonomy; a definition with others is of another term.
            general: Those that any term has; a definition with none but these says little.
        """
        key = frozenset(elements), frozenset(general)
        if key not in self._foreign:
            used = {entry.id: set(entry.elements) for entry in self.reviewed}
            self._foreign[key] = frozenset(
                name for name, own in used.items() if own <= key[1] or not own <= key[0]
            )
        return self._foreign[key]

    def lying_in(self, columns: TokenColumns, exclude: Collection[str] = ()) -> dict[int, Exemplar]:
        """The best exemplar for every word of a text that lies in a run.

        Args:
            columns: The tokens of the text.
            exclude: Ids of definitions that may not testify.

        Returns:
            Token index → exemplar. The longer run wins, then the definition first in order.
        """
        words, known, owners, elements = columns.words, self._stems, self._owners, self._elements
        stems = [*_stems(columns, self.lang), ""]  # the last word goes on with none
        function = grammar_of(self.lang).function
        heavy = list(accumulate([columns.keys[i] not in function for i in words], initial=0))
        found = [*map(self.places.get, zip(*(stems[k:-1] for k in range(_N)), strict=False)), None]
        runs: list[tuple[int, int, int, int]] = []  # content, first word, word behind the last, place
        # A run that lies within one from an earlier word says no more than that. One that goes on behind all
        # of them has three words there that some definition has in a row.
        i = reach = 0  # the word behind the last of all runs
        while i < len(found) - 1:
            last = reach if reach > i + _N - 1 else i + _N - 1
            if not found[last - _N + 1]:
                i = last - _N + 2
                continue
            places = found[i]
            if not places:
                i += 1
                continue
            step, wanted, ends = last - i, stems[last], set()
            for place in [place for place in places if known[place + step] == wanted]:
                if known[place : place + step] != stems[i:last] or owners[place] in exclude:
                    continue
                end, behind = last + 1, place + step + 1
                while stems[end] == known[behind]:
                    end, behind = end + 1, behind + 1
                if end not in ends:  # else a definition before this one says as much
                    ends.add(end)
                    runs.append((heavy[end] - heavy[i], i, end, place))
            reach = max(reach, *ends) if ends else reach
            i += 1
        runs.sort(key=itemgetter(0), reverse=True)
        best: dict[int, Exemplar] = {}
        for content, i, end, place in runs:
            said = None
            for at in range(i, end):
                if words[at] not in best:
                    element = elements[place + at - i]
                    if said is None or said.element != element:  # most words in a row have one element
                        said = Exemplar(element, content, owners[place])
                    best[words[at]] = said
        return best


_indexes: dict[tuple[int, str], tuple[ref[Mapping[str, Definition]], ExemplarIndex]] = {}


def exemplar_index(library: Mapping[str, Definition], lang: str) -> ExemplarIndex:
    """The index of a library's reviewed definitions in one language, built once per library.

    Args:
        library: Definitions by id. A plain dict is indexed at every call.
        lang: Primary language subtag ("en").
    """
    key = (id(library), lang)
    known = _indexes.get(key)
    if known is not None and known[0]() is library:
        return known[1]
    derived = library.derived(f"exemplars/{lang}") if isinstance(library, Library) else None
    index = ExemplarIndex.from_dict(derived) if derived else ExemplarIndex.of(library.values(), lang)
    with suppress(TypeError):  # a dict cannot be referred to weakly
        _indexes[key] = (ref(library, lambda _: _indexes.pop(key, None)), index)
    return index


def derived_exemplars(library: Library) -> dict[str, dict[str, Any]]:
    """The indexes of all languages in which definitions are reviewed, as `Library.derived` gives them."""
    languages = sorted({primary(one.lang) for one in library.values() if one.reviewed})
    return {f"exemplars/{lang}": ExemplarIndex.of(library.values(), lang).to_dict() for lang in languages}
