"""What the grammars of French, Spanish, Italian and Portuguese have in common.

Verbs are told by lists of infinitives with their regular forms, participles and infinitives by their endings:
a form that two words share decides nothing alone, because the rules of `clauses` also ask for its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from aidefs.patterns import late
from aidefs.segmentation.grammar import Grammar, Phrases, Words, either, first_words
from aidefs.text.tokens import TokenColumns

__all__ = ["Romance", "calling_openings", "finite_forms", "frame_openings", "passives"]

_JOINING_MARKS = frozenset({",", ";", ":"})


def finite_forms(infinitives: str, endings: Mapping[str, Iterable[str]]) -> Words:
    """The regular forms of verbs.

    Args:
        infinitives: As a line of text.
        endings: Ending of the infinitive → endings of the forms that replace it.
    """
    return frozenset(
        verb.removesuffix(ending) + form
        for verb in infinitives.split()
        for ending, forms in endings.items()
        if verb.endswith(ending)
        for form in forms
    )


def passives(auxiliaries: str, participles: str, links: str) -> Phrases:
    """All ways to say that something is taken as a term ("est regardé comme").

    Args:
        auxiliaries: Forms of "to be", with a comma between two.
        participles: As a line of text.
        links: "as" and the like, with a comma between two; "" for none.
    """
    return tuple(
        tuple(f"{auxiliary} {participle} {link}".split())
        for auxiliary in auxiliaries.split(",")
        for participle in participles.split()
        for link in links.split(",")
    )


def frame_openings(
    *,
    copula: str,
    introducing: str,
    determiner: str,
    by: str,
    taking: str,
    open_ended: str,
    when: str,
    there: str,
    speaking: str,
    calling: str,
    used: str,
    concerned: str,
) -> tuple[re.Pattern[str], ...]:
    """What a frame looks like that no connector between term and definiens tells.

    Each argument is a set of words, as a regular expression without its brackets.

    Args:
        copula: "is" and "are".
        introducing: First words of a preamble ("in" of "in this act").
        determiner: First words of a definiens, each with the blank behind it.
        by: The preposition before a term that is taken as something ("par" of "par IA, la Cour vise").
        taking: The verbs that take it so.
        open_ended: Words that no term ends with, each with the blank behind it.
        when: "when", of a definition that tells what happens.
        there: "there is", before a term and `when`.
        speaking: First words of a clause on what one speaks of ("quand on parle d’IA, …").
        calling: Verbs of calling before the term, in forms that no definiens begins with ("d’appeler").
        used: Forms of "is used to name" behind a term.
        concerned: "it is about", with which a definition begins whose term is a heading.
    """
    word, quoted = r"(?:[^\s,;:.']+'? )", r"(?:' (?:[^\s']+ ){1,8}' (?:\( \S+ \) )?)"
    ends = "".join(f"(?<! {one})" for one in open_ended.split("|"))
    term = rf"(?:{quoted}|{word}{{1,6}}?{ends})"
    then = rf"(?={determiner})"
    frames = (
        rf"{term}(?:{copula}) (?:{when}) {then}",  # "AI is when the computer …"
        rf"(?:{word}{{1,9}}?, )?(?:{there}) {term}(?:{when}) ",  # "there is AI where …"
        rf"(?:{speaking}) {term}(?:, )?{word}{{0,3}}?(?:{taking}) ",  # "when we speak of AI we mean …"
        rf"{word}{{1,6}}?(?:{calling}) {term}{then}",  # "the parties agree to call AI every …"
        rf"(?:{word}{{1,12}}?, )?(?:{copula}) {term}{then}",  # "is an AI system every …"
        rf"(?:{word}|, ){{1,14}}?(?:{copula}) {quoted}{then}",  # "in this act is “AI” a system …"
        rf"(?:{introducing}) {word}{{1,9}}?(?:{determiner}){term}(?:{copula}) {then}",  # no comma behind it
        rf"(?:{word}{{1,9}}?, )?(?:{by}) (?:{determiner})?{term}(?:, )?{word}{{0,4}}?(?:{taking}) {then}",
        # "the court means by AI every …"
        rf"{word}{{1,6}}?(?:{taking}) (?:{by}) (?:{determiner})?{term}(?:, )?{then}",
        rf"(?:{word}|' ){{1,9}}?(?:{used}) ",  # "the term AI is used to name …"
        rf"(?:{concerned}) ",
    )
    return tuple(map(late, frames))


def calling_openings(
    *,
    determiner: str,
    indefinite: str,
    apart: str,
    open_ended: str,
    calls: str,
    copula: str,
    by: str,
    taking: str,
    uses: str,
    sense: str,
    what: str,
    calls_bare: str,
    identity: str,
    speaking: str,
    no_term: str,
    taken: str,
    definite: str,
    deictic: str,
    single: str,
    heads: str,
    conditions: str,
    being: str,
) -> tuple[re.Pattern[str], ...]:
    """What a frame looks like in which someone calls a thing by the term ("la régie nomme IA tout …").

    Each argument is a set of words, as a regular expression without its brackets.

    Args:
        determiner: First words of a definiens, each with the blank behind it.
        indefinite: First words of a sentence that is a bare definition, each with the blank behind it.
        apart: Relative pronouns and the like, which no subject holds.
        open_ended: Words that no term ends with, each with the blank behind it.
        calls: Verbs of calling, with the words that lead to the term.
        copula: "is" and "are".
        by: The preposition before a term that is taken as something.
        taking: The verbs that take it so.
        uses: Verbs of using a word, with the words that lead to it ("emploie", "donne à").
        sense: What leads from the word to what it means ("au sens de").
        what: "what" as the beginning of a sentence.
        calls_bare: The verbs of calling behind it.
        identity: What leads to the definiens from what is called so ("c’est").
        speaking: "when one speaks of", with the clause as far as the term.
        no_term: What stands behind "is" and is no term ("È vietato, salvo autorizzazione, l’uso di …").
        taken: What leads from the term to "as" and beyond ("viene concepita come").
        definite: Definite articles, each with the blank behind it.
        deictic: Words that point to the text or its author ("this", "our").
        single: "is".
        heads: First words of a head.
        conditions: "if" and "when".
        being: What stands behind them where another head follows ("s’il s’agit d’une …").
    """
    word = rf"(?:(?!(?:{apart}) )[^\s,;:.']+'? )"
    quoted = r"(?:' (?:[^\s']+'? ){1,9}' (?:\( \S+ \) )?)"
    ends = "".join(f"(?<! {one})" for one in open_ended.split("|"))
    term = rf"(?:(?:{determiner})?(?:{quoted}|{word}{{1,7}}?{ends}))"
    inserted = rf"(?:, {word}{{1,12}}?, )"
    subject = rf"(?!(?:{indefinite}))(?:{word}|, ){{0,16}}?"
    then = rf"(?={determiner})"
    frames = (
        # "the museum calls “AI”, for short, every …"
        rf"{subject}(?:{calls}) {term}{inserted}?{then}",
        # "is AI, for the board, every …"; "is, for the board, AI every …"
        rf"(?:{word}{{1,12}}?, )?(?:{copula}) (?!{no_term}){term}{inserted}{then}",
        rf"(?:{word}{{1,12}}?, )?(?:{copula}) {inserted}{term}{then}",
        # "by AI, in this text, the court means every …"
        rf"{subject}(?:{by}) {term}(?:{inserted}|, )?{word}{{0,9}}?(?:{taking}) {then}",
        # "uses “AI” in the sense of …"
        rf"{subject}(?:{uses}) {term}{inserted}?(?:{sense}) ",
        # "what the firm calls AI is …"
        rf"(?:{what}) {word}{{1,9}}?(?:{calls_bare}) {term}(?:, )?{word}{{0,4}}?(?:{identity}) ",
        # "when we speak of AI, the union means …"
        rf"(?:{speaking}) {term}(?:, )?{word}{{0,7}}?(?:{taking}) ",
        # "in research AI is conceived as …"
        rf"(?:{word}|, |' |\( |\) ){{1,16}}?(?:{taken}) ",
        # "the adviser of which this policy treats is a …"
        rf"(?:{definite}){word}{{1,6}}(?:, )?{word}?(?:{apart}) (?:[^\s,;:.]+ ){{0,8}}?(?:{deictic}) "
        rf"{word}{{0,5}}?(?:, )?(?:{single}) (?={indefinite})",
        # "a system is called intelligent if it is a …"
        rf"(?:{heads}) {word}{{1,6}}?(?:{copula}) (?:{word}|' ){{1,9}}?(?:, {word}{{1,9}}?)?(?:, )?"
        rf"(?:{conditions}) (?:{being}) ",
    )
    return tuple(map(late, frames))


class Romance(Grammar):
    """A Romance language.

    Attributes:
        verbs: Infinitives that count as verbs behind a comma or a conjunction.
        infinitive_endings: Endings of infinitives, enclitic pronouns aside.
        enclitics: Endings that a pronoun adds to an infinitive.
        no_infinitive: Words with such an ending that are none.
        gerund_endings: Endings of present participles and gerunds.
        no_gerund: Words with such an ending that are none.
        participle_endings: Endings of past participles.
        participles: Past participles with other endings.
        no_participle: Words with such an ending that are none.
        plural_endings: Endings of plurals.
        adverb_ending: The ending of adverbs.
        verb_endings: Endings of the third person of the present.
        before_object: Words behind a verb that begin its object, beside determiners ("commande des gestes").
        relative_behind: Words that are relative pronouns behind an article or a preposition with one
            ("il quale"), and have another use elsewhere.
    """

    __slots__ = ()

    gerund_verbal = True
    absolute = True
    verbs: Words = frozenset()
    infinitive_endings: tuple[str, ...] = ()
    enclitics: tuple[str, ...] = ()
    no_infinitive: Words = frozenset()
    gerund_endings: tuple[str, ...] = ()
    no_gerund: Words = frozenset()
    participle_endings: tuple[str, ...] = ()
    participles: Words = frozenset()
    no_participle: Words = frozenset()
    plural_endings: tuple[str, ...] = ("s",)
    adverb_ending: str = "mente"
    verb_endings: tuple[str, ...] = ()
    before_object: Words = frozenset()
    relative_behind: Words = frozenset()

    def read(self, columns: TokenColumns) -> TokenColumns:
        keys = list(columns.keys)
        joins = either(self.conjunction, _JOINING_MARKS)
        articles = either(self.article, self.genitive, self.adjunct)
        objects = either(self.determiner, self.before_object)
        for at in range(1, len(keys) - 1):
            before, key, after = columns.keys[at - 1 : at + 2]
            if key in self.relative_behind and before in articles:
                keys[at] = f"{key}/relative"
                continue
            first = before  # of what stands before the verb, behind a mark or a conjunction
            led = before in either(self.clitic, self.connecting) and before not in self.determiner
            if led and at > 1:
                first = columns.keys[at - 2]
            if first not in joins:
                continue
            if before in self.only_clitic:
                # "E ne distilla costanti", but "…, si intende": a connector keeps its key.
                verb = self._is_finite(key) and not self.is_verb(key) and key not in _connectors(self)
            else:
                verb = after in objects and self._is_unlisted_verb(key)
            if verb:
                keys[at] = f"{key}/verb"
        return columns.read_as(tuple(keys))

    def _is_unlisted_verb(self, word: str) -> bool:
        """Whether a word behind a mark or a conjunction and before an article can only be a verb.

        A noun has nothing to do there: "et rédige les actes", ", ordena el expediente".
        """
        return self._is_finite(word) and word not in _listed(self) and not self.is_past_participle(word)

    def _is_finite(self, word: str) -> bool:
        """Whether a word that can only be a verb is a finite form, by its ending."""
        return (
            len(word) > 3
            and word.isalpha()
            and word.endswith(self.verb_endings)
            and word not in either(self.function, self.auxiliary, self.modal, self.determiner, self.clitic)
            and not (self.is_adverb(word) or self.is_infinitive(word) or self.is_present_participle(word))
        )

    def is_infinitive(self, word: str) -> bool:
        if len(word) < 3 or word in self.no_infinitive:
            return False
        bare = next((word.removesuffix(e) for e in self.enclitics if word.endswith(e)), word)
        return word.endswith(self.infinitive_endings) or (
            bare != word and bare.endswith(self.infinitive_endings)
        )

    def is_present_participle(self, word: str) -> bool:
        return len(word) > 4 and word.endswith(self.gerund_endings) and word not in self.no_gerund

    def is_past_participle(self, word: str) -> bool:
        regular = len(word) > 4 and word.endswith(self.participle_endings)
        return (regular and word not in self.no_participle) or word in self.participles

    def is_verb(self, word: str) -> bool:
        known = word in self.finite or word in self.verbs
        return (known and word not in self.genitive) or word.endswith("/verb")  # "de" and "da" give, too

    def is_third_person(self, word: str) -> bool:
        return word in self.finite or word.endswith("/verb")

    def is_plural(self, word: str) -> bool:
        return word.endswith(self.plural_endings)

    def is_adverb(self, word: str) -> bool:
        return len(word) > 6 and word.endswith(self.adverb_ending)


@cache
def _connectors(g: Romance) -> Words:
    """The verbs by which a frame is known."""
    f = g.frame
    return either(f.means, f.refers, f.defining_as, f.equating)


@cache
def _listed(g: Romance) -> Words:
    """The words that a grammar knows as something."""
    openers = first_words((*g.list_openers, *g.joining, *g.manner))
    verbs = either(g.finite, g.verbs, g.auxiliary, g.modal)
    light = either(g.function, g.determiner, g.adjunct, g.subordinator, g.focus, g.connecting, g.pronoun)
    return either(openers, verbs, light, g.genitive, g.predicate)
