"""What a search finds: hits with their context."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, Unpack

from aidefs.classes import NamedTuple, dataclass, field, replace
from aidefs.errors import InputError, near
from aidefs.library.filters import Filters
from aidefs.library.library import Library
from aidefs.library.lookup import LibraryLike, TaxonomyLike, elements_of, library_of, taxonomy_of, terms_asked
from aidefs.library.records import Definition
from aidefs.results import Column, Result, columns_of, observation
from aidefs.segmentation.segmentation import Segmentation, segmentation_of
from aidefs.segmentation.segments import Segment
from aidefs.survey.selection import if_possible, segmenter
from aidefs.text.tokens import Scan, scan

__all__ = ["Concordance", "Hit", "concordance", "search"]


_HYPHENS = re.compile("[-\u2010-\u2015]")


class Hit(NamedTuple):
    """One place where the wanted words stand.

    Attributes:
        definition: The definition.
        start: Offset of the first character (code points).
        end: Offset behind the last.
        elements: Elements of the reviewed segments that the hit touches, in order; empty where the
            record has no reviewed annotation.
        left: What stands before the hit, as many tokens as were asked for, white space included.
        right: What stands behind it.
    """

    definition: Definition
    start: int
    end: int
    elements: tuple[str, ...]
    left: str
    right: str

    @property
    def match(self) -> str:
        """The official characters that were found."""
        return self.definition.text[self.start : self.end]


_COLUMNS = columns_of("""
id string Id of the definition
label string Its short name
lang string BCP 47 tag of its text
elements array Elements of the reviewed segments that the hit touches
start integer Offset of the first character, in code points from 0
end integer Offset behind the last character
left string What stands before the hit
match string Official characters that were found
right string What stands behind it
""")


@dataclass(frozen=True, repr=False)
class Concordance(Result):
    """The hits of a search in the order of the definitions and of their texts.

    Attributes:
        query: What was looked for.
        hits: Where it stands.
        searched: Number of definitions that were read.
        elements: The elements in which the hits were to lie, none for anywhere.
        left_aside: Number of definitions that were not read, because their elements are not annotated.
        loosely: Where nothing was found: the number of hits that `loose` would find.
        nearest: Where nothing was found: the words of the definitions that are most like those of the query.
        library: The library that was used, None for the one that comes with aidefs.
    """

    query: str
    hits: tuple[Hit, ...]
    searched: int
    elements: tuple[str, ...] = ()
    left_aside: int = 0
    loosely: int = 0
    nearest: tuple[str, ...] = ()
    library: Library | None = field(default=None, compare=False, repr=False)

    def __len__(self) -> int:
        return len(self.hits)

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def __repr__(self) -> str:
        shown = self.query if len(self.query) <= 60 else self.query[:60] + "…"
        return f"<Concordance of {shown!r}: {len(self)} hits in {len(self.found_in)} definitions>"

    @property
    def found_in(self) -> tuple[str, ...]:
        """Ids of the definitions that have a hit, in order."""
        return tuple(dict.fromkeys(hit.definition.id for hit in self.hits))

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`."""
        return _COLUMNS

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row a hit."""
        return tuple(observation(_COLUMNS, _values(hit)) for hit in self.hits)

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/search/1"."""
        return {
            **self._stamp("search"),
            "query": self.query,
            "count": len(self.hits),
            "definitions": len(self.found_in),
            "searched": self.searched,
            **({"elements": list(self.elements), "left_aside": self.left_aside} if self.elements else {}),
            **({"nearest": list(self.nearest)} if self.nearest else {}),
            "hits": [
                {
                    "id": hit.definition.id,
                    "label": hit.definition.label,
                    "lang": hit.definition.lang,
                    "elements": list(hit.elements),
                    "start": hit.start,
                    "end": hit.end,
                    "left": hit.left,
                    "match": hit.match,
                    "right": hit.right,
                }
                for hit in self.hits
            ],
        }


def _values(hit: Hit) -> dict[str, Any]:
    d = hit.definition
    return {**hit._asdict(), "id": d.id, "label": d.label, "lang": d.lang, "match": hit.match}


class _Wanted(NamedTuple):
    """One token to look for."""

    key: str
    open: bool = False

    def fits(self, key: str) -> bool:
        return key.startswith(self.key) if self.open else key == self.key


_Cut = Callable[[Definition], Segmentation | None]


def _reviewed(definition: Definition) -> Segmentation | None:
    return segmentation_of(definition, method="reviewed") if definition.reviewed else None


def search(
    words: str,
    *,
    element: str | Iterable[str] | None = None,
    loose: bool = False,
    context: int = 8,
    library: LibraryLike | None = None,
    taxonomy: TaxonomyLike | None = None,
    **wanted: Unpack[Filters],
) -> Concordance:
    """The places where words stand in definitions, each with its context and element.

    Args:
        words: What to look for, token by token: capitals, white space and the shapes of quotation
            marks and dashes do not matter, "machine based" does not find "machine-based", and `*` at
            the end of a word stands for any end.
        element: Only hits in the words on this element, or on one of these; definitions without a reviewed
            annotation are then left aside. With a taxonomy of one's own, definitions are cut by its rules.
        loose: Whether hyphens are spaces and other punctuation does not count, so that "machine based" finds
            "machine-based".
        context: How many tokens to give on either side of a hit.
        library: Where to look; by default the collection that comes with aidefs.
        taxonomy: The elements that may be named; by default those of the term that is defined.
        wanted: `jurisdiction`, `status`, `kind`, `lang`, `year` and `term`, as in `definitions`.

    Raises:
        UnknownName: There is no such element.
        InputError: There is nothing to look for, or a status or kind does not exist.
    """
    library = library_of(library)
    used = library or Library.shipped()
    # Elements in a folder of one's own are those of AI systems.
    taxonomy = taxonomy_of(taxonomy, None if terms_asked(used, wanted.get("term")) else library)
    chosen = used.where(**wanted)
    own = elements_of(chosen if element else (), library, taxonomy, wanted.get("term"))
    elements = () if element is None else own.select(element)
    cut: _Cut = _reviewed
    if elements and taxonomy:
        cut = partial(if_possible, segmenter(library, taxonomy, "auto"))
    read = tuple(one for one in chosen if cut(one)) if elements else chosen
    found = concordance(read, words, context, loose=loose, cut=cut)
    hits = tuple(hit for hit in found.hits if not elements or set(elements) & set(hit.elements))
    loosely = (
        0
        if hits or loose or not _parts(_wanted(words, "en"))
        else len(concordance(read, words, context, loose=True))
    )
    return replace(
        found,
        hits=hits,
        elements=elements,
        left_aside=len(chosen) - len(read),
        loosely=loosely,
        nearest=() if hits or loosely else _nearest(words, read),
        library=used,
    )


def _nearest(words: str, definitions: Iterable[Definition]) -> tuple[str, ...]:
    """The words of the definitions that are most like those of a query that none of them has."""
    known = sorted({key for one in definitions for key in scan(one.text, one.lang).keys if _worded(key)})
    asked = (word.rstrip("*") for word in words.casefold().split())
    lost = [word for word in asked if word not in known]
    return tuple(dict.fromkeys(one for word in lost for one in near(word, known, least=0.6)))


def concordance(
    definitions: Iterable[Definition],
    words: str,
    context: int = 8,
    *,
    loose: bool = False,
    cut: _Cut = _reviewed,
) -> Concordance:
    """Every place where the words stand, one behind the other.

    Hits do not overlap.

    Args:
        definitions: Where to look, in this order.
        words: One or more words; punctuation between them counts.
        context: How many tokens to give on either side of a hit.
        loose: See `search`.
        cut: Gives the elements of a definition; by default those that are annotated.

    Raises:
        InputError: There is nothing to look for, a `*` does not stand at the end of a word, or
            `context` is negative.
    """
    if not isinstance(words, str):
        raise InputError(f"expected words to look for, not {type(words).__name__}")
    if context < 0:
        raise InputError(f"the context is a number of tokens from 0 on, unlike {context}")
    chosen = tuple(definitions)
    wanted = _wanted(words, "en")  # so that a faulty query is an error whatever the definitions
    if loose and not _parts(wanted):
        raise InputError("there are no words to look for")
    hits = [hit for definition in chosen for hit in _hits(definition, words, context, loose, cut)]
    return Concordance(words, tuple(hits), len(chosen))


def _wanted(words: str, lang: str) -> list[_Wanted]:
    found: list[_Wanted] = []
    for word in words.split():
        stem = word.removesuffix("*")
        if not stem or "*" in stem:
            raise InputError(f"'*' stands for the end of a word and cannot stand elsewhere, as in {word!r}")
        if stem == word:
            found += map(_Wanted, scan(word, lang).keys)
            continue
        # A letter put behind the stem shows where the last word begins: "machine-" is the beginning of
        # one word here, where it would be a word and a hyphen.
        *whole, last = scan(stem + "x", lang).keys
        found += map(_Wanted, whole)
        if last != "x":
            found.append(_Wanted(last.removesuffix("x"), True))
    if not found:
        raise InputError("there are no words to look for")
    return found


def _hits(
    definition: Definition,
    words: str,
    context: int,
    loose: bool,
    cut: _Cut,
) -> list[Hit]:
    wanted = _wanted(words, definition.lang)
    tokens = scan(definition.text, definition.lang)
    keys: Sequence[str] = tokens.keys
    at: Sequence[int] = range(len(keys))  # the token of each key
    if loose:
        wanted = _parts(wanted)
        pieces = [(part, n) for n, key in enumerate(keys) for part in _HYPHENS.split(key) if _worded(part)]
        keys, at = [part for part, _ in pieces], [n for _, n in pieces]
    places = _places(keys, wanted)
    if not places:
        return []
    known = cut(definition)
    segments = known.segments if known else ()
    spans = [(at[place], at[place + len(wanted) - 1] + 1) for place in places]
    return [_hit(definition, tokens, low, high, context, segments) for low, high in spans]


def _parts(wanted: Iterable[_Wanted]) -> list[_Wanted]:
    """What is looked for where hyphens are spaces and punctuation does not count."""
    found: list[_Wanted] = []
    for one in wanted:
        parts = _HYPHENS.split(one.key)
        found += [_Wanted(part) for part in parts[:-1] if _worded(part)]
        found += [_Wanted(parts[-1], one.open)] if _worded(parts[-1]) else []
    return found


def _worded(part: str) -> bool:
    return any(char.isalnum() for char in part)


def _places(keys: Sequence[str], wanted: Sequence[_Wanted]) -> list[int]:
    """Indices of the tokens at which a hit begins."""
    places = []
    at = 0
    while at <= len(keys) - len(wanted):
        if all(one.fits(keys[at + n]) for n, one in enumerate(wanted)):
            places.append(at)
            at += len(wanted)
        else:
            at += 1
    return places


def _hit(
    definition: Definition,
    tokens: Scan,
    low: int,
    high: int,
    context: int,
    segments: Sequence[Segment],
) -> Hit:
    starts, last = tokens.starts, high - 1
    start, end = starts[low], starts[last] + len(tokens.forms[last])
    first = starts[low - context] if low > context else 0
    behind = starts[min(high + context, len(tokens))]
    touched = (one.element for one in segments if one.start < end and start < one.end)
    elements = tuple(dict.fromkeys(touched))
    return Hit(definition, start, end, elements, definition.text[first:start], definition.text[end:behind])
