"""What the grammars of Danish and Swedish share.

Both write their clauses in the order of English: a relative pronoun opens them, the verb follows its subject,
and an infinitive has a word before it. Nothing in the form of a word tells a verb from a noun in the plural
("genererer" and "anbefalinger"), so lists of verbs and participles stand in for it.
"""

from __future__ import annotations

from collections.abc import Iterable

from aidefs.segmentation.grammar import Grammar, Words
from aidefs.text.tokens import TokenColumns

__all__ = ["Scandinavian", "frame_patterns", "presents"]


def presents(infinitives: Words, irregular: str = "", *, ending: str = "r") -> Words:
    """Verbs in the infinitive and in the present, which has no persons.

    Args:
        infinitives: The infinitives.
        irregular: Forms of the present that do not follow from the infinitive, as a line of text.
        ending: What makes the present of an infinitive.
    """
    return infinitives | {f"{one}{ending}" for one in infinitives} | frozenset(irregular.split())


def frame_patterns(
    *, here: str, by: str, taking: str, meaning: str, copula: str, not_behind: str, passive: str, a: str
) -> Iterable[str]:
    """What a frame looks like, as regular expressions on keys each followed by a blank.

    Each argument is a set of words, as a regular expression without its brackets.

    Args:
        here: What says where the term counts ("i denne lov").
        by: The preposition before a term that is taken as something ("ved", "med").
        taking: The verbs that take it so ("forstås", "avses").
        meaning: Verbs that connect a term with its definition.
        copula: "is".
        not_behind: Words behind the copula that make it a predicate.
        passive: "is defined as", "is considered to be".
        a: First words of a definiens.
    """
    word, quoted = r"(?:[^\s,;:.']+ )", r"(?:' (?:[^\s']+ ){1,8}' (?:\( \S+ \) )?)"
    term = rf"(?:{quoted}|{word}{{1,9}}?)"
    number = r"(?:[a-z0-9]+ [.)°] )?"
    # "I denne lov forstås ved AI-system: et …", with or without a number before the term.
    named = rf"{number}{term}(?:: |, |(?=(?:{a}) ))"
    yield rf"(?:{here}) (?:{word}){{0,3}}?(?:{taking}) (?:der )?(?:{by}) (?:: )?{named}"
    # "Ved et AI-system forstås i denne lov et …"
    yield rf"(?:(?:{here}) )?(?:{by}) {term}(?:{taking}) (?:der )?(?:{word}{{0,6}}?: |(?:{here}) )?"
    # "Når vi taler om AI, mener vi …"
    yield rf"(?:når|när) {word}{{1,6}}?om {term}(?:, )?(?:{taking}) (?:vi )?"
    # "Loven forstår ved AI-system et …", "Vi menar med AI …"
    yield rf"{word}{{1,4}}?(?:{taking}) (?:{by}) {term}(?=(?:{a}) )"
    yield rf"(?:(?:{here}) )?{term}(?:{passive}) "
    yield rf"(?:(?:{here}) )?{term}(?:{meaning}) (?:(?:{here}) )?"
    yield rf"(?:(?:{here}) )?{term}(?:{copula}) (?=(?!(?:{not_behind}) )\S)"
    # "I denne lov er et AI-system et …", "Som AI-system anses …"
    yield rf"(?:{here}) (?:{copula}) {term}(?=(?:{a}) )"
    yield rf"(?:som|til) {term}(?:{passive}) "
    yield rf"(?:{quoted}|{word}{{1,4}}): "


class Scandinavian(Grammar):
    """A Scandinavian language.

    Attributes:
        participles: Past participles.
        adverbs: Adverbs that may stand before a participle or a verb.
    """

    __slots__ = ()

    participles: Words = frozenset()
    adverbs: Words = frozenset()

    displaced_verb = True
    cues_part = True

    def read(self, columns: TokenColumns) -> TokenColumns:
        keys = list(columns.keys)
        for at in range(1, len(keys)):
            if keys[at] == "i" and columns.text[columns.starts[at]] == "I":
                keys[at] = "i/number"  # "bilag I"
        return columns.read_as(tuple(keys))

    def is_third_person(self, word: str) -> bool:
        return word in self.finite and word.endswith("r")

    def is_past_participle(self, word: str) -> bool:
        return word in self.participles

    def is_adverb(self, word: str) -> bool:
        return word in self.adverbs

    def is_stop(self, word: str) -> bool:
        return word in self.finite or super().is_stop(word)
