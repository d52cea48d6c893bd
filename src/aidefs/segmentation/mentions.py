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
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import repeat

from aidefs.classes import NamedTuple, Remembered
from aidefs.library.files import read_table, shipped_dataset
from aidefs.library.taxonomy import Element, roles_of
from aidefs.patterns import late
from aidefs.segmentation.genus import machine_words
from aidefs.segmentation.grammar import Grammar, either
from aidefs.segmentation.grammars import grammar_of
from aidefs.segmentation.lexicon import lexicon_of
from aidefs.segmentation.segments import Evidence, Labelled
from aidefs.text.cues import Cues
from aidefs.text.languages import FUNCTION_WORDS, negations, primary
from aidefs.text.tokens import TokenColumns

__all__ = ["denying", "lacks_its_word", "leaves_nothing", "mentioned", "words_told"]

FILE = "elements"  # in data/segmentation
_SHORTEST = 3  # letters of a word that may be about an element that no segment has
_OF_CONTENT = 4  # letters of a word that says what a segment is about; "may" and "it" do not
_QUOTING = frozenset({"cue", "nearest"})  # evidence that holds words of the text
_WORDS = late(r"[\w/’'-]+")
_MOST = 20_000  # words that are remembered
_MOST_CUES = 64  # ... of so many languages and sets of cues
_MOSTLY = 0.3  # of the cues that have a word, how many are of an element that the word may be about
_TOGETHER = 2  # kinds of words that together are about an element
_DENYING = frozenset({"lack", "exclude"})  # classes of "not" and "nor"; "without" is of the first alone
_NONE: frozenset[str] = frozenset()
# Words that leave nothing or next to nothing of what a verb says, and adjectives that deny an ability.
_NOTHING: Mapping[str, frozenset[str]] = {
    lang: frozenset(words.split())
    for lang, words in {
        "cs": "nic sotva zřídka neschopný neschopná neschopné",
        "da": "intet næppe sjældent",
        "de": "nichts kaum selten unfähig unfähiges ausserstande",
        "en": "nothing little hardly barely scarcely rarely seldom incapable unable devoid",
        "es": "nada apenas incapaz incapaces",
        "fi": "mitään tuskin harvoin kykenemätön",
        "fr": "rien guère rarement incapable incapables",
        "hu": "semmit alig ritkán képtelen",
        "it": "nulla niente raramente incapace incapaci",
        "nl": "niets nauwelijks amper zelden",
        "pl": "nic rzadko niezdolny niezdolna niezdolne",
        "pt": "nada raramente incapaz incapazes",
        "sv": "inget knappt sällan oförmögen oförmöget",
    }.items()
}


class _ClassesOfElement(NamedTuple):
    """The classes of words that are about an element: by themselves, or together with others.

    `phrase` says that any phrase which a preposition opens may be about it ("text from text").
    """

    own: frozenset[str] = _NONE
    near: frozenset[str] = _NONE
    phrase: bool = False


class _OfWord(NamedTuple):
    """What is known of a word in whatever text it stands.

    Attributes:
        content: Whether it says what a segment is about: no function word, and few of few letters.
        modal: Whether it is a modal verb, which is about no element.
        listed: The classes that the lexicon has for it.
        own: The same of a word of content; none of another, which says little by itself.
        parts: With them those of its parts.
        cued: The elements that it may be about by the cues that have it, None where no cue has it.
    """

    content: bool
    modal: bool
    listed: frozenset[str]
    own: frozenset[str]
    parts: frozenset[str]
    cued: frozenset[str] | None


def words_told(keys: Iterable[str], g: Grammar, evidence: Iterable[Evidence]) -> list[bool]:
    """Of each word that says what a segment is about, whether what speaks for its element has it.

    Args:
        keys: The comparison keys of the segment.
        g: The grammar of the language.
        evidence: What speaks for the element of the segment.
    """
    said = _said(evidence)
    return [key in said for key in keys if _has_content(key, g)]


def _has_content(key: str, g: Grammar) -> bool:
    """Whether a word says what a segment is about: no function word does, and none of few letters."""
    return len(key) >= _OF_CONTENT and key not in g.function


def _said(evidence: Iterable[Evidence]) -> frozenset[str]:
    """The words of the cues and shared wordings that speak for the element of a segment."""
    speaking = " ".join([one.value for one in evidence if one.kind in _QUOTING])
    return frozenset(_WORDS.findall(speaking.lower()))


def denying(keys: Sequence[str], evidence: Iterable[Evidence], lang: str) -> bool:
    """Whether words deny ("neither", "does not") where nothing that speaks for their element has the denial.

    "Not explicitly programmed" is a wording of an element; "that neither infers" and "that infers nothing"
    deny one.

    Args:
        keys: The comparison keys of a segment.
        evidence: What speaks for its element.
        lang: Primary language subtag.
    """
    denials = list(filter(_denials(lang).__getitem__, keys))
    return bool(denials) and not _said(evidence).issuperset(denials)  # most segments have none


@cache
def _denials(lang: str) -> Mapping[str, bool]:
    """By its comparison key whether a word of a language denies; none does where there is no lexicon."""
    lexicon, nothing = lexicon_of(lang), _NOTHING.get(lang, _NONE)

    def denies(key: str) -> bool:
        return lexicon is not None and (key in nothing or lexicon.of_word(key).issuperset(_DENYING))

    return Remembered(denies, _MOST)


def lacks_its_word(keys: Sequence[str], evidence: Iterable[Evidence], g: Grammar, element: str) -> bool:
    """Whether a reviewed wording speaks for a segment in which the word that tells is another.

    "Designed to operate with varying levels of voltage" shares all but one word with a wording of autonomy.
    Some word has to be about the element by itself, or words of two kinds together ("without supervision"),
    unless nothing else is said.

    Args:
        keys: The comparison keys of the segment.
        evidence: What speaks for its element.
        g: The grammar of the language.
        element: Its element.
    """
    evidence = tuple(evidence)
    lexicon, about = lexicon_of(g.lang), _classes().get(element)
    if lexicon is None or about is None or not any(one.kind == "nearest" for one in evidence):
        return False
    if not all([lexicon.of_word(key).isdisjoint(about.own) for key in keys]):
        return False  # as mostly
    near, others, said, telling = frozenset[str](), False, _said(evidence), either(about.own, about.near)
    for key, now in zip(keys, lexicon.of_words(keys), strict=True):
        classes = now or lexicon.within_word(key)  # parts of a compound tell where it is not listed
        if not classes.isdisjoint(about.own):
            return False
        near |= classes & about.near
        others = others or (_has_content(key, g) and key not in said and classes.isdisjoint(telling))
    return others and len(near) < _TOGETHER


def leaves_nothing(key: str, lang: str) -> bool:
    """Whether a word leaves nothing or next to nothing of what is said ("infers nothing")."""
    return key in _NOTHING.get(lang, _NONE)


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
    asked = frozenset(taxonomy).difference([one.element for one in labelled])
    roles, classes = roles_of(taxonomy), _classes()
    things = classes.get(roles.genus, _ClassesOfElement()).own
    lexicon, known = lexicon_of(primary(lang)), _known_words(primary(lang), cues)
    hanging = frozenset([one for one, of in classes.items() if of.phrase])
    seen: set[str] = set()  # classes of words, by which what is about an element is about it by itself
    further: set[str] = set()  # those of words that nothing accounts for
    about: set[str] = set()
    for element, start, end, evidence, _, _ in labelled:
        if element == roles.frame:
            continue
        low, high = bisect_left(columns.starts, start), bisect_left(columns.starts, end)
        keys, said = columns.keys[low:high], _said(evidence)
        # An attribute of the genus that names its kind ("sensor-fed") says something else besides.
        own = _NONE if element == roles.genus else classes.get(element, _ClassesOfElement()).own
        # "Automatisé" is what the French Act has for "machine-based".
        machines = machine_words(columns, low, high, lang) if element == roles.genus else ()
        if element not in (roles.genus, roles.rest) and _has_phrase(keys, said, grammar_of(primary(lang))):
            about |= hanging
        listed = lexicon.of_words(keys) if lexicon else repeat(_NONE, len(keys))
        for key, word, now in zip(keys, map(known.__getitem__, keys), listed, strict=True):
            if not word.content and now is word.listed:
                continue  # as half of them are: it says nothing by itself, nor in an expression
            told, fits = key in said, not own.isdisjoint(word.own)
            if word.modal or (told and (fits or key in machines)):
                continue
            if fits:
                seen |= word.own
                continue
            # Of words that say little by themselves only the expressions that they are part of tell.
            every = (
                word.parts
                if now is word.listed
                else word.parts | (now if word.content else now - word.listed)
            )
            seen |= every
            if told or not word.content:
                continue
            unknown = not every and word.cued is None
            if unknown or (element == roles.genus and every.isdisjoint(things)):
                return asked
            further |= every
            about |= word.cued or _NONE
    about |= {one for one, of in classes.items() if of.own & seen or of.near & further}
    return asked & about


@cache
def _opening(g: Grammar) -> frozenset[str]:
    """The words that open a phrase which hangs on what stands before it.

    "Of" and its like say what a thing is made of or whose it is, and in French "du contenu" is content.
    """
    return either(g.adjunct) - either(g.genitive, g.determiner, g.article, g.conjunction)


def _has_phrase(keys: Sequence[str], said: Collection[str], g: Grammar) -> bool:
    """Whether a phrase hangs on what stands before it, and nothing that speaks for the segment has its head.

    With which one a segment begins is of its element ("from the input it receives").
    """
    opening = _opening(g)
    if opening.isdisjoint(keys):
        return False
    first = next((at for at, key in enumerate(keys) if key.isalpha() and key not in _joining(g)), len(keys))

    def is_told(at: int) -> bool:
        """Whether what speaks for the segment has the word; one of a letter stands between two of its."""
        if len(keys[at]) == 1 and at + 1 < len(keys):
            return keys[at - 1] in said and keys[at + 1] in said
        return keys[at] in said or (keys[at - 1], keys[at]) in g.list_openers

    return any(keys[at] in opening and not is_told(at) for at in range(first + 1, len(keys)))


@cache
def _joining(g: Grammar) -> frozenset[str]:
    """What stands between segments."""
    return either(g.conjunction, g.relative)


@lru_cache(maxsize=_MOST_CUES)
def _known_words(lang: str, cues: Cues) -> Mapping[str, _OfWord]:
    """By its comparison key what is known of a word of a language; texts repeat words."""
    g, lexicon = grammar_of(lang), lexicon_of(lang)

    def known(key: str) -> _OfWord:
        content = key not in g.function and (len(key) >= _OF_CONTENT or _says_something(key, g))
        listed = lexicon.of_word(key) if lexicon else _NONE
        if not content:
            return _OfWord(content, key in g.modal, listed, _NONE, _NONE, None)
        parts = _NONE.union(*map(lexicon.within_word, _parts(key))) if lexicon else _NONE
        shares = _cued(key, cues)
        cued = frozenset([one for one, share in shares.items() if share >= _MOSTLY]) if shares else None
        return _OfWord(content, key in g.modal, listed, listed, listed | parts, cued)

    return Remembered(known, _MOST)


def _says_something(key: str, g: Grammar) -> bool:
    """Whether a short word may say something by itself ("aim", "log", "law")."""
    word = _SHORTEST <= len(key) < _OF_CONTENT and key.isalpha()
    light = (g.determiner, g.pronoun, g.auxiliary, g.modal, g.also, g.connecting, g.focus, g.genitive)
    return word and not g.is_empty(key) and key not in either(*light, FUNCTION_WORDS, negations(g.lang))


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
        element: _ClassesOfElement(
            frozenset(one["own"].split()), frozenset(one["near"].split()), "phrase" in one
        )
        for element, one in table.items()
    }
