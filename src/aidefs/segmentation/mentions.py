"""Words that may be about an element that no segment has.

A segment has one element, that of its head. What else its words say has no segment of its own: "an
autonomous machine-based system" is the genus, and says how the system works; "predictions influencing people"
are outputs that have an effect on surroundings. So an element is called missing only where no word of the
text, in whichever segment it lies, may be about it. Three things tell what a word is about: the classes of
the lexicon, those of what it begins and ends with among them (`data/segmentation/elements.toml` says which
are about which element), the cues that have it, and that nothing knows it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import repeat

from aidefs.classes import NamedTuple
from aidefs.library.files import read_table, shipped_dataset
from aidefs.library.taxonomy import Element, roles_of
from aidefs.patterns import late
from aidefs.segmentation.genus import genus_of
from aidefs.segmentation.grammar import Grammar
from aidefs.segmentation.grammars import grammar_of
from aidefs.segmentation.lexicon import WordClasses, lexicon_of
from aidefs.segmentation.segments import Evidence, Labelled
from aidefs.text.cues import Cues
from aidefs.text.languages import primary
from aidefs.text.tokens import TokenColumns

__all__ = ["WordOfSegment", "denying", "mentioned", "words_of"]

FILE = "elements"  # in data/segmentation
_OF_CONTENT = 4  # letters of a word that says what a segment is about; "may" and "it" do not
_QUOTING = frozenset({"cue", "nearest"})  # evidence that holds words of the text
_WORDS = late(r"[\w/’'-]+")
_MOST = 20_000  # words whose parts are remembered
_MOSTLY = 0.3  # of the cues that have a word, how many are of an element that the word may be about
_DENYING = frozenset({"lack", "exclude"})  # classes of "not" and "nor"; "without" is of the first alone
_NONE: frozenset[str] = frozenset()


class WordOfSegment(NamedTuple):
    """A word in a segment.

    Attributes:
        key: Its comparison key.
        told: Whether it stands in a cue or a shared wording that speaks for the element of the segment.
        content: Whether it says what the segment is about: no function word, and none of few letters.
    """

    key: str
    told: bool
    content: bool


class _ClassesOfElement(NamedTuple):
    """The classes of words that are about an element: by themselves, or together with others."""

    own: frozenset[str] = _NONE
    near: frozenset[str] = _NONE


class _OfWord(NamedTuple):
    """The classes of a word by itself, and with them those of its parts and of expressions that have it."""

    own: frozenset[str] = _NONE
    all: frozenset[str] = _NONE


def words_of(keys: Iterable[str], g: Grammar, evidence: Iterable[Evidence]) -> list[WordOfSegment]:
    """The words and marks of a segment.

    Args:
        keys: Their comparison keys.
        g: The grammar of the language.
        evidence: What speaks for the element of the segment.
    """
    speaking = " ".join(one.value for one in evidence if one.kind in _QUOTING)
    said = frozenset(_WORDS.findall(speaking.lower()))
    return [
        WordOfSegment(key, key in said, len(key) >= _OF_CONTENT and key not in g.function) for key in keys
    ]


def denying(words: Iterable[WordOfSegment], lang: str) -> bool:
    """Whether words deny ("neither", "does not") where nothing that speaks for their element has the denial.

    "Not explicitly programmed" is a wording of an element; "that neither infers" denies one.
    """
    lexicon = lexicon_of(lang)
    return lexicon is not None and any(
        not word.told and lexicon.of_word(word.key).issuperset(_DENYING) for word in words
    )


def mentioned(
    columns: TokenColumns,
    lang: str,
    labelled: Sequence[Labelled],
    taxonomy: Mapping[str, Element],
    cues: Cues,
) -> frozenset[str]:
    """Ids of the elements that no segment has and that some word may be about all the same.

    A word in a cue or a shared wording that speaks for its segment is about another element where its classes
    say so by themselves, and do not say that it is about that of the segment. One that nothing accounts for
    is about any to which its classes or cues point. Where neither point to any, and where it is an attribute
    of the genus and no word for a kind of thing, it may be about all.

    Args:
        columns: The tokens of the text.
        lang: BCP 47 tag of the text.
        labelled: Its segments.
        taxonomy: The elements.
        cues: Their cues in the language.
    """
    asked = frozenset(taxonomy).difference(one.element for one in labelled)
    roles, g, classes = roles_of(taxonomy), grammar_of(primary(lang)), _classes()
    things = classes.get(roles.genus, _ClassesOfElement()).own
    seen: set[str] = set()  # classes of words, by which what is about an element is about it by itself
    further: set[str] = set()  # those of words that nothing accounts for
    about: set[str] = set()
    for element, start, end, evidence, _, _ in labelled:
        if element == roles.frame:
            continue
        low, high = bisect_left(columns.starts, start), bisect_left(columns.starts, end)
        words = words_of(columns.keys[low:high], g, evidence)
        # An attribute of the genus that names its kind ("sensor-fed") says something else besides.
        own = _NONE if element == roles.genus else classes.get(element, _ClassesOfElement()).own
        # "Automatisé" is what the French Act has for "machine-based".
        machines = genus_of(columns, low, high, lang).words if element == roles.genus else ()
        for word, named in zip(words, _classes_of(words, g.lang), strict=True):
            fits = not own.isdisjoint(named.own)
            if word.key in g.modal or (word.told and (fits or word.key in machines)):
                continue
            seen |= named.own if fits else named.all
            if word.told or fits or not word.content:
                continue
            cued = _cued(word.key, cues)
            if not (named.all or cued) or (element == roles.genus and named.all.isdisjoint(things)):
                return asked
            further |= named.all
            about |= {one for one, share in cued.items() if share >= _MOSTLY}
    about |= {one for one, of in classes.items() if of.own & seen or of.near & further}
    return asked & about


def _classes_of(words: Sequence[WordOfSegment], lang: str) -> Iterator[_OfWord]:
    """The classes of the words of a segment; of those that say little by themselves, of expressions alone."""
    lexicon = lexicon_of(lang)
    if lexicon is None:
        yield from repeat(_OfWord(), len(words))
        return
    for word, classes in zip(words, lexicon.of_words([word.key for word in words]), strict=True):
        if word.content:
            yield _OfWord(lexicon.of_word(word.key), classes | _within(word.key, lexicon))
        else:
            yield _OfWord(all=classes - lexicon.of_word(word.key))


@lru_cache(maxsize=_MOST)
def _within(word: str, lexicon: WordClasses) -> frozenset[str]:
    """The classes of a word and of its parts; texts repeat words."""
    return _NONE.union(*map(lexicon.within_word, _parts(word)))


def _parts(word: str) -> Collection[str]:
    """The word, and what hyphens join in it."""
    return (word, *filter(None, word.split("-"))) if "-" in word else (word,)


def _cued(word: str, cues: Cues) -> Mapping[str, float]:
    """The elements whose cues have a word or a part of it, with their share of the cues that have it."""
    found: dict[str, float] = {}
    for part in _parts(word):
        if len(part) >= _OF_CONTENT:
            counted = cues.having(part)
            whole = sum(counted.values())
            for element, times in counted.items():
                found[element] = max(found.get(element, 0.0), times / whole)
    return found


@cache
def _classes() -> Mapping[str, _ClassesOfElement]:
    """Which classes of words are about which element."""
    table = read_table(shipped_dataset().segmentation[FILE])
    return {
        element: _ClassesOfElement(frozenset(one["own"].split()), frozenset(one["near"].split()))
        for element, one in table.items()
    }
