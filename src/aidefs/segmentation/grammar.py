"""What the segmentation knows of a language: its small closed word classes, and how it tells forms of words.

No part-of-speech tagger is used: statutory language announces its clauses with few words, and a closed list
can be read, checked and explained. The rules of `clauses`, `frames`, `facets` and `scoring` ask a grammar for
the words and know no language by themselves. A class that a grammar leaves out is empty, and the rules that
ask for it find nothing. Words are comparison keys.

A grammar is a class that derives from `Grammar`: it costs nothing to declare, and every start of the program
needs one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from aidefs.text.tokens import TokenColumns

__all__ = [
    "FacetWords",
    "FrameWords",
    "Grammar",
    "Phrases",
    "ScopeWords",
    "Words",
    "either",
    "first_words",
    "pairs",
    "phrases",
    "subfields",
    "with_verbs",
    "word_class",
]

Words = frozenset[str]
Phrases = tuple[tuple[str, ...], ...]  # runs of words; where one begins with another, the longer stands first

_NONE: Words = frozenset()
_NO_PAIRS: Mapping[Any, Any] = MappingProxyType({})


def with_verbs(pairs: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """Pairs of words, also as they stand where one of them is read as a verb (`Grammar.read`)."""
    return frozenset(pair for a, b in pairs for pair in ((a, b), (f"{a}/verb", b), (a, f"{b}/verb")))


def phrases(text: str) -> Phrases:
    """Runs of words, written as a text with a comma between two; "+" stands for a comma of the run."""
    runs = [tuple("," if word == "+" else word for word in run.split()) for run in text.split(",")]
    return tuple(sorted((run for run in runs if run), key=len, reverse=True))


def pairs(first: str, second: str) -> frozenset[tuple[str, str]]:
    """Every word of one line before every word of another."""
    return frozenset((one, other) for one in first.split() for other in second.split())


def word_class(text: str) -> Words:
    """A class of words, written as a line of text."""
    return frozenset(text.split())


@cache
def either(*classes: Words) -> Words:
    """The words of any of some classes, put together once: the rules ask at every token."""
    return frozenset().union(*classes)


@cache
def first_words(phrases: Phrases) -> Words:
    """The words with which some phrases begin."""
    return frozenset(words[0] for words in phrases)


def subfields(
    *, whole: str, covers: str, kinds: str, copula: str, that: str, article: str, of_ai: str
) -> tuple[str, ...]:
    """What a later sentence begins with that names the fields or forms of the term (`ScopeWords.openings`).

    Each argument is a set of words, as a regular expression without its brackets.

    Args:
        whole: The term, and what stands for it.
        covers: "covers", "is divided into".
        kinds: Beginnings of words for a field or a form.
        copula: "is" and "are".
        that: Relative pronouns.
        article: What may stand before one of `kinds`, each with the blank behind it; it may be empty.
        of_ai: The name of the term behind one of them.
    """
    word = r"[^\s,;:.]+ "
    return (
        # "Elle recouvre plusieurs sous-domaines", "Ela é um campo amplo que engloba várias áreas"
        rf"(?:{whole}) (?:(?:{copula}) (?:{word}){{1,5}}?(?:{that})(?:/relative)? )?(?:{covers})(?:/verb)? "
        rf"(?:{word}){{0,3}}?(?:{kinds})\S* ",
        # "Le Deep Learning est un champ d’étude de l’IA"
        rf"(?:{word}|, ){{1,9}}?(?:{copula}) (?:{article})(?:{word}){{0,2}}?(?:{kinds})\S* (?:{word}){{0,2}}?"
        rf"{of_ai} ",
    )


class _OwnWords:
    """Gives each object the words that its class and those above it declare.

    The rules ask hundreds of times in a text, and what an object has itself is found sooner than what its
    class has.
    """

    def __init__(self) -> None:
        own: dict[str, Any] = {}
        for owner in reversed(type(self).__mro__):
            own |= {
                name: one
                for name, one in vars(owner).items()
                if not (name.startswith("__") or hasattr(type(one), "__get__"))  # methods and the like
            }
        vars(self).update(own)


class FrameWords(_OwnWords):
    """The words that connect a term with its definition.

    Attributes:
        means: Verbs that define by themselves ("“AI” means …").
        no_noun_after: Words behind such a verb where it is a noun ("means of").
        means_as_noun: Words before it where it is a noun ("by means").
        stems: Infinitives that define behind a modal verb or one of `before_stem` ("shall mean").
        before_stem: See `stems`.
        mean: Forms of such a verb that define behind one of `we` ("By “AI” we mean …").
        understand: Verbs that define only in person ("By AI we understand …").
        joined: Pairs of words that define ("stands for").
        we: Subjects of who defines in person.
        denotes: Verbs that define wherever they stand.
        equating: Verbs that connect a bare term, and nothing longer, with its definition.
        not_equating: Words behind such a verb where it does not.
        has: Verbs before `meaning`.
        meaning: The noun in "has the meaning given in".
        lending: Words behind it that only lead to the source of the meaning.
        defining_as: Verbs and participles that define with `as_` or `to_be`.
        as_: "as" in "defined as".
        as_being: What `as_` may have behind it ("as being").
        not_as: Words before `as_` that make it something else ("such as").
        to_be: "to be" in "is considered to be".
        passive: Words before a participle that `to_be` follows.
        refers: Verbs that define with `refers_to`.
        refers_to: "to" in "refers to".
        copula: "is" and "are".
        being: Forms of "to be" beside which a negation denies a definition, where `copula` has none.
        demonstrative: "that" in "AI is that activity which …".
        not_defined: Words behind a copula that make a predicate ("is also").
        behind_passive: Words behind a participle that make a predicate ("are designed to").
        term: The noun in "is an umbrella term for".
        term_for: Words behind it that lead to the definition.
        term_verbs: Verbs behind it that do ("a term used to describe").
        existential: First words of a sentence that names no term ("there is").
        not_in_term: Words that no bare term has.
        introducing: First words of a preamble ("For the purposes of this Act, …").
        holding: First words of what says behind a term where it has its meaning ("AI within the meaning of
            this Act is …").
        leading_in: First words of an opening before the term that says how it is put ("To put it simply, …").
        subject_alone: Whether the name of what is defined is a frame where a verb follows that connects
            nothing ("AI uses …", "AI can create …").
        labelled: Whether a label, a sentence as far as a colon, or a preamble of several parts may stand
            before a frame that is one by itself ("Rule 1.3: “AI” is").
        resuming: What takes up the term before a copula ("L’IA, pour le rectorat, c’est").
        that: "that" behind one of `saying`, before a frame ("la cour retient que l’IA est").
        saying: See `that`.
        no_genus_first: Nouns behind "is a" with which a later sentence defines nothing ("is an example of").
        the_term: "the term".
        before_term: Words and marks before a term in quotation marks.
        calling: First words of a parenthesis that names the term ("henceforth “AI systems”").
        making: Verbs of which the infinitive is the genus ("The goal of AI is to make machines that …").
        dealing: What may stand behind the copula of such a definition ("is concerned with").
        pronoun: Subjects of a further definition of the term ("More specifically, it is a …").
        includes: Verbs that connect only where the sentence has no other connector.
        following: What such a verb may have behind it ("includes all of the following").
        articles: Articles before the genus of a dictionary entry ("Artificial intelligence (AI), the …").
        no_term_first: First words of what a dash or colon does not make a term.
        naming: What a frame looks like that calls the term a name ("Nom donné à …").
        openings: What a frame looks like from the beginning of its sentence, for languages whose connector
            stands on both sides of the term ("bezeichnet der Ausdruck „…“"). They are matched on the keys of
            the sentence, each followed by a blank; the longest match counts.
        talking: The same, for what is said of anything as well ("the mayor calls the tax a disgrace"): where
            nothing else in a text tells of a definition, it is none.
        fronted: Words before the term that define it ("on entend par « IA » un système …"); the definiens
            begins behind its quotation marks, or else with a determiner.
        parted: Verbs that define a term which one of `by` opens ("per «IA» si intende …").
        by: See `parted`; a phrase of `fronted` that ends in one stands anywhere, others only in front.
        before_genus: Prepositions between such a term and the determiner ("se considera IA a la …").
        contracted: Such prepositions with the determiner in them ("denomínase IA al …").
        conditional: What a frame looks like that stands behind the head ("Un dispositif | relève de l’IA
            lorsque : | …"), with groups `lead`, `head` and `frame`.
        names: Abbreviations of what is defined ("IA"); `Grammar.names` holds the names in full.
        other_names: Those of `Grammar.names` that name something else.
        unknown: Determiners of what has not been spoken of ("un", "jede"), with which a genus begins.
        rubrics: First words of the heading of a provision ("Artículo 4."), behind which a text begins.
        apposed: Whether a term in quotation marks and a comma define ("« IA », un système …").
        closing: What the frame begins with at the end of a sentence, where no comma parts it.
        answering: Words by which an answer takes up its question ("c’est", "to"), beside copula and pronoun.
        here: Adverbs behind a connector that say where it holds ("désigne ici").
        headings: Words of a sentence that announces definitions, before a term in quotation marks.
    """

    __slots__ = ()

    means: Words = _NONE
    no_noun_after: Words = _NONE
    means_as_noun: Words = _NONE
    stems: Words = _NONE
    before_stem: Words = _NONE
    mean: Words = _NONE
    understand: Words = _NONE
    joined: frozenset[tuple[str, str]] = frozenset()
    we: Words = _NONE
    denotes: Words = _NONE
    equating: Words = _NONE
    not_equating: Words = _NONE
    has: Words = _NONE
    meaning: Words = _NONE
    lending: Words = _NONE
    defining_as: Words = _NONE
    as_: Words = _NONE
    as_being: Words = _NONE
    not_as: Words = _NONE
    to_be: Phrases = ()
    passive: Words = _NONE
    refers: Words = _NONE
    refers_to: Words = _NONE
    copula: Words = _NONE
    being: Words = _NONE
    demonstrative: Words = _NONE
    not_defined: Words = _NONE
    behind_passive: Words = _NONE
    term: Words = _NONE
    term_for: Words = _NONE
    term_verbs: Words = _NONE
    existential: Words = _NONE
    not_in_term: Words = _NONE
    introducing: Words = _NONE
    holding: Phrases = ()
    leading_in: Words = _NONE
    subject_alone: bool = False
    labelled: bool = False
    resuming: Words = _NONE
    that: Words = _NONE
    saying: Words = _NONE
    no_genus_first: Words = _NONE
    the_term: Phrases = ()
    before_term: Words = _NONE
    making: Words = _NONE
    dealing: Phrases = ()
    calling: Words = _NONE
    pronoun: Words = _NONE
    includes: Words = _NONE
    following: Phrases = ()
    articles: Words = _NONE
    no_term_first: Words = _NONE
    openings: tuple[re.Pattern[str], ...] = ()
    talking: tuple[re.Pattern[str], ...] = ()
    naming: tuple[re.Pattern[str], ...] = ()
    conditional: tuple[re.Pattern[str], ...] = ()
    fronted: Phrases = ()
    parted: Phrases = ()
    by: Words = _NONE
    before_genus: Words = _NONE
    closing: re.Pattern[str] | None = None
    answering: Words = _NONE
    here: Words = _NONE
    headings: Words = _NONE
    contracted: Words = _NONE
    names: Words = _NONE
    other_names: frozenset[tuple[str, str]] = frozenset()
    unknown: Words = _NONE
    rubrics: Words = _NONE
    apposed: bool = False


class FacetWords(_OwnWords):
    """The words by which facets and items are read.

    Attributes:
        examples: What introduces examples ("such as").
        no_examples: Words behind it that are none ("como componente de un producto").
        rest: What leaves a list open at its end ("etc.", "and the like").
        further: Conjunctions with the word behind them that does so within an item ("or other outputs").
        listing: What says that a list follows, and not that it is one of examples ("namely").
        excluding: Words that exclude by themselves.
        excluded: Participles of which the facet alone is told that they exclude ("are exempt").
        excluding_pairs: Pairs of words that exclude ("not include", "other than").
        leading: Words before an item that do not belong to it, beside determiners.
        before_negation: Auxiliary verbs that stand before a negation alone ("does not include").
        particles: Words behind a verb that belong to it ("gives back answers").
        quantities: Words that are no items ("one or more").
        before_limb: Words before the mark of a limb, beside conjunctions and relative pronouns.
        asks: Those of `examples` that ask "how" as well ("deduce come generare …").
        modals: Further form of a modal verb → what the facet says of it; it cuts nothing ("could").
        modal_like: Forms of modal verbs of which the facet says nothing, as participles and infinitives.
        modal_endings: Endings of verbs that say what a modal verb says ("befolyásolhat").
        modal_nouns: Those of the forms of modal verbs that are nouns as well ("will", "May").
        before_nouns: Words before such a noun, beside prepositions ("the might of …").
        subject_first: Whether a subject always stands before its modal verb, so that whose it is can be told.
        opens_subject: Words behind which a clause with a subject of its own begins.
        subjects: Words with which a subject begins behind a relative pronoun ("that the user may …").
        covering: Verbs that say that something is included or falls under a term, in every form.
        standing: Verbs before one of `outside` ("fall outside").
        outside: "outside", which excludes behind such a verb or before one of `definition`.
        definition: Nouns for what something falls under or outside of.
        denied_before: Whether the verb may stand before its negation ("gelten nicht").
        denied: What the facet says of a modal verb → what it says of it with its negation ("may not").
        denied_behind: The same where the negation denies what the verb governs ("puede no adaptarse").
        denying_before: Negations that deny a modal verb right behind them.
        denying_behind: Negations that deny one before them.
        denying_in_clause: Negations that deny one wherever they stand in its clause ("nicht … kann").
        denying_on: Conjunctions behind which such a negation goes on.
        denying_forms: Forms of modal verbs that hold their negation ("cannot").
        only_denied: Words that are modal verbs only where they are denied → what the facet says ("need not").
        between: Words between a modal verb and a negation behind it, beside adverbs ("may in any event not").
        completing: Second words of a negation ("ne … pas").
        restricting: Words that make a negation say "only" → how far behind the verb ("ne peut … que").
        perhaps: Words behind a negation that leave open what it denies ("not necessarily").
        excess: "too" in "no system is too simple to be included".
        only: Words behind a negation that deny nothing ("not only").
        taking_back: What takes a denial back: behind the verb ("cannot but", "no puede no"), or from the
            negation on where that may stand anywhere in the clause ("nichts als").
        subordinating: Words right behind which one that restricts is a conjunction ("sans que").
        adversative: Words between such a verb and its negation that join no clauses ("muss aber nicht").
    """

    __slots__ = ()

    examples: Phrases = ()
    no_examples: Words = _NONE
    rest: Phrases = ()
    further: Phrases = ()
    listing: Phrases = ()
    excluding: Words = _NONE
    excluded: Words = _NONE
    excluding_pairs: frozenset[tuple[str, str]] = frozenset()
    leading: Words = _NONE
    before_negation: Words = _NONE
    particles: Words = _NONE
    quantities: Words = _NONE
    before_limb: Words = _NONE
    asks: Words = _NONE
    modals: Mapping[str, str] = _NO_PAIRS
    modal_like: Words = _NONE
    modal_endings: tuple[str, ...] = ()
    modal_nouns: Words = _NONE
    before_nouns: Words = _NONE
    subject_first: bool = False
    opens_subject: Words = _NONE
    subjects: Words = _NONE
    covering: Words = _NONE
    standing: Words = _NONE
    outside: Words = _NONE
    definition: Words = _NONE
    denied_before: bool = False
    denied: Mapping[str, str] = _NO_PAIRS
    denied_behind: Mapping[str, str] = _NO_PAIRS
    denying_before: Words = _NONE
    denying_behind: Phrases = ()
    denying_in_clause: Words = _NONE
    denying_on: Words = _NONE
    denying_forms: Words = _NONE
    only_denied: Mapping[str, str] = _NO_PAIRS
    between: Words = _NONE
    completing: Words = _NONE
    restricting: Mapping[str, int] = _NO_PAIRS
    perhaps: Words = _NONE
    excess: Words = _NONE
    only: Words = _NONE
    taking_back: Phrases = ()
    subordinating: Words = _NONE
    adversative: Words = _NONE


class ScopeWords(_OwnWords):
    """The words that say where a term applies, what it includes and what it leaves out.

    Attributes:
        case: "where" in "where it is used": it says in what cases the term applies.
        leads: "when" in "when exposed to data": it says nothing yet, and goes with what it leads to.
        conditions: Conjunctions that state an exclusion or an alternative; "when" and "where" only qualify.
        concessions: Those of them that leave open which alternative holds: a relative clause behind a comma
            ends what they say.
        exclusions: Pairs of words that exclude ("not include").
        can: Modal verbs of "can be used in …", which is about forms and areas of use.
        be: "be" in it.
        used: Its participles; where `be` is empty, they may stand anywhere behind the modal verb.
        used_ending: An ending of words that stand for such a participle ("-based").
        includes: "includes" in "AI includes generative AI".
        include: "include", which says so only behind one of `shall`.
        shall: See `include`.
        ways: Beginnings of words that say how the thing is built ("AI includes several approaches").
        neither: "neither" before such a verb, which then says nothing of the term.
        denied: What a sentence begins with that says what the term is not ("non sono").
        excluded: Words that exclude in a sentence or clause of their own ("quedan excluidos").
        example: Beginnings of the word for an example, before a list of what the term covers.
        varying: Verbs that say no more than that something differs from case to case.
        origins: Adjectives of where a thing is from or how it is offered ("interne ou externe").
        openings: What a later sentence, or what stands behind a semicolon, begins with that says what falls
            under the term or what the rules on it are, where no single word tells ("n’en relèvent pas").
        authorities: Nouns for who makes or applies law, and for what they lay down: of what they do a
            definition says nothing ("The Minister may by order …").
        contrasting: What a sentence begins with that says from what the thing differs, as far as the comma
            before its subject ("Unlike ordinary software, …").
    """

    __slots__ = ()

    case: Words = _NONE
    leads: Words = _NONE
    conditions: Words = _NONE
    concessions: Words = _NONE
    exclusions: frozenset[tuple[str, str]] = frozenset()
    can: Words = _NONE
    be: Words = _NONE
    used: Words = _NONE
    used_ending: tuple[str, ...] = ()
    includes: Words = _NONE
    include: Words = _NONE
    shall: Words = _NONE
    ways: tuple[str, ...] = ()
    neither: Words = _NONE
    denied: Phrases = ()
    excluded: Words = _NONE
    example: tuple[str, ...] = ()
    varying: Words = _NONE
    origins: Words = _NONE
    openings: tuple[re.Pattern[str], ...] = ()
    contrasting: Phrases = ()
    authorities: Words = _NONE


class Grammar(_OwnWords):
    """The word classes of a language.

    Attributes:
        lang: Primary subtag of the language, "" for a language that has no grammar: its texts are cut at
            punctuation, enumerators and line breaks alone.
        modal: Modal verbs.
        modals: Form of a modal verb → its infinitive, or what stands for it; others stand for themselves.
        finite: Finite forms of verbs, where they are told by a list.
        relative: Relative pronouns.
        place: Those of place, whose clause qualifies the noun before it where no comma parts them.
        subordinator: Conjunctions that begin a subordinate clause.
        subordinator_pairs: Those that begin one only before a certain word ("provided that").
        consecutive: Several words that do so ("such that").
        conjunction: Conjunctions that join.
        degrees: Words around a conjunction that joins nothing ("more or less").
        joining: Several words that join ("as well as").
        connecting: Adverbs beside a conjunction ("and also").
        determiner: Articles and the like.
        article: Those of them that may stand before the noun of a further head.
        pronoun: Personal pronouns and possessives.
        adjunct: Prepositions that open an adjunct; those of `genitive` and `infinitive` are treated apart.
        genitive: "of".
        infinitive: "to" before a verb.
        purpose: Two words before it that begin an infinitive of purpose ("in order").
        purpose_adjunct: Two such words that open an adjunct ("so as").
        question: The word before it in "how to".
        question_clause: Words that open an indirect question and go with the verb before them
            ("leitet ab, wie …"); what is asked begins behind them.
        purpose_clause: Conjunctions that begin an infinitive of purpose by themselves ("um … zu").
        completive: Conjunctions whose clause completes the one before it ("so ausgelegt, dass …").
        displaced_verb: Whether the verb of a clause may stand behind its adjuncts ("das aus den Daten …
            ableitet").
        verb_last: Whether it stands at the end of every subordinate clause.
        adjective_behind: Whether an adjective stands behind its noun and agrees with it in its ending.
        cues_part: Whether the object of a verb may follow an adjunct without a mark, so that only cues
            tell where it begins ("aus den Daten Ergebnisse erzeugt").
        before_verb: Prepositions that open an infinitive where one stands behind them ("pour générer").
        manner: Words that ask as `question` does before an infinitive ("la manière de").
        means: What stands between a preposition and a relative pronoun ("par le biais duquel").
        takes_genitive: Verbs whose source stands behind "of" ("déduit des données").
        clitic: Pronouns and negations that a verb has before it ("qui s’adapte").
        only_clitic: Those that are nothing else: what stands behind one is a verb, whatever follows.
        idioms: Adjuncts that belong to the verb before them ("mettre en œuvre", "acquérir en continu").
        absolute: Whether a noun with a participle may be a clause of its own (", l’opérateur pouvant …").
        auxiliary: Auxiliary verbs and negation.
        before_head: Adverbs and articles before the head of a piece.
        able: Those of `postposed` that say "able to", as a modal verb does.
        postposed: Adjectives that stand behind their noun and open a reduced relative clause ("capable of").
        predicative: Adjectives that are no part of the phrase of the noun before them where something hangs
            on them ("a machine free to decide").
        govern_to: Words whose "to" is a preposition and opens no infinitive ("responses to user inputs").
        takes_infinitive: Verbs that take an infinitive, which then begins nothing new ("that learns to …").
        before_infinitive: Other words before an infinitive that begins nothing new.
        about: Words that begin what only says which noun is meant ("data related to human activities").
        heads: Nouns that may head a second genus (", or the capability of a device …").
        takes_relative: Words behind which a relative pronoun begins nothing new ("in such a way that").
        gerund_clauses: Present participles that take a genitive; in others it marks the noun.
        gerund_verbal: Whether a present participle is never a noun: "of" behind it opens what it takes.
        instrument: The participle that is free even behind another ("trained using").
        behind_participle: Words behind a past participle that open a reduced clause, beside adjuncts.
        list_openers: What introduces a list.
        list_verbs: Those of them that are verbs behind a conjunction ("and includes generative AI").
        list_participle: That of them which opens an adjunct before one of `by` ("including by using").
        by: See `list_participle`.
        stand_in: What stands for the genus in a list that is a reduced clause ("including one derived from").
        parenthetic: First words of a parenthesis that lists what is meant.
        negation: The word before a list opener that makes it something else.
        not_limited: Pairs of words, not far from each other, that open nothing ("but not limited to").
        before_items: Words between a list opener and its first item.
        no_object: Words behind a verb that are no object, beside relative pronouns and modal verbs.
        as_: "as" before a further head.
        clause_limb: First words of a limb that is a clause, beside the usual ones.
        anaphoric: First words of a sentence that spells out the one before ("This could include …").
        spelling_out: Its verbs.
        closing: Conjunctions before the mark of a limb that goes on with a list.
        also: Adverbs beside a bare modal verb ("that can also,").
        function: What is not scored and carries no meaning of its own.
        compounding: Words that make a compound with the participle behind them ("machine learning").
        compound_ends: Second halves of compounds, also behind a dash ("machine learning– based").
        compounds: Compounds that cues see as one word, by their two words.
        focus: Adverbs before what they stress ("especially when", ", anche in …"): they belong to it.
        given: Participle that states a condition before a determiner ("given a specific goal").
        provision: Words before a mark that is a cross-reference ("paragraph (1)").
        announcing: Words that only announce a list of limbs, beside the usual ones ("all of the following:").
        inferring: Verbs of which the object is what is inferred, an element of its own.
        analysing: Beginnings of verbs of working on something ("analys" of "analyse des données").
        worked_on: Beginnings of nouns for what they work on: as their object it is a piece of its own.
        said_before: Words before such an object that take up what was named ("ces données"): it stays with
            its verb.
        kinds: Nouns that say no more of a thing than how many there are or of what kind it is ("a form of").
        acting_nouns: Nouns of an action, whose "of" names what it acts on ("the simulation of …").
        acting_by: Prepositions before who imitates ("la simulation de la pensée par des machines").
        studying: Beginnings of what a field does with what it is about ("étudi", "dedicad").
        reasoning: Beginnings of words for reasoning, which no list of fields or forms has.
        infinitive_ends: How an infinitive ends that closes its clause, where the verb stands last.
        names: Pairs of words that make a name; no cue means the second alone ("artificial intelligence").
        before_phrase: Words between two cues that belong to the phrase of the second, beside the usual ones.
        predicate: First words of a first piece that lacks a noun, beside the usual ones.
        frame: The words that connect a term with its definition.
        facets: The words by which facets and items are read.
        scope: The words that say where a term applies.
    """

    __slots__ = ()

    lang: str = ""
    modal: Words = _NONE
    modals: Mapping[str, str] = _NO_PAIRS
    finite: Words = _NONE
    relative: Words = _NONE
    place: Words = _NONE
    subordinator: Words = _NONE
    subordinator_pairs: Mapping[str, str] = _NO_PAIRS
    consecutive: Phrases = ()
    conjunction: Words = _NONE
    degrees: frozenset[tuple[str, str]] = frozenset()
    joining: Phrases = ()
    connecting: Words = _NONE
    determiner: Words = _NONE
    article: Words = _NONE
    pronoun: Words = _NONE
    adjunct: Words = _NONE
    genitive: Words = _NONE
    infinitive: Words = _NONE
    purpose: Phrases = ()
    purpose_adjunct: Phrases = ()
    question: Words = _NONE
    question_clause: Words = _NONE
    purpose_clause: Words = _NONE
    completive: Words = _NONE
    displaced_verb: bool = False
    verb_last: bool = False
    adjective_behind: bool = False
    cues_part: bool = False
    before_verb: Words = _NONE
    manner: Phrases = ()
    means: Words = _NONE
    takes_genitive: Words = _NONE
    clitic: Words = _NONE
    only_clitic: Words = _NONE
    idioms: Phrases = ()
    absolute: bool = False
    auxiliary: Words = _NONE
    before_head: Words = _NONE
    postposed: Words = _NONE
    able: Words = _NONE
    predicative: Words = _NONE
    govern_to: Words = _NONE
    takes_infinitive: Words = _NONE
    before_infinitive: Words = _NONE
    about: Words = _NONE
    heads: Words = _NONE
    takes_relative: Words = _NONE
    gerund_clauses: Words = _NONE
    gerund_verbal: bool = False
    instrument: Words = _NONE
    behind_participle: Words = _NONE
    list_openers: Phrases = ()
    list_verbs: Words = _NONE
    list_participle: Words = _NONE
    by: Words = _NONE
    stand_in: Words = _NONE
    parenthetic: Words = _NONE
    negation: Words = _NONE
    not_limited: Phrases = ()
    before_items: Words = _NONE
    no_object: Words = _NONE
    as_: Words = _NONE
    clause_limb: Words = _NONE
    anaphoric: Words = _NONE
    spelling_out: Words = _NONE
    closing: Words = _NONE
    also: Words = _NONE
    function: Words = _NONE
    compounding: Words = _NONE
    compound_ends: Words = _NONE
    compounds: Mapping[tuple[str, str], str] = _NO_PAIRS
    focus: Words = _NONE
    given: Words = _NONE
    provision: Words = _NONE
    announcing: Words = _NONE
    inferring: Words = _NONE
    analysing: tuple[str, ...] = ()
    worked_on: tuple[str, ...] = ()
    said_before: Words = _NONE
    kinds: Words = _NONE
    acting_nouns: Words = _NONE
    acting_by: Words = _NONE
    studying: tuple[str, ...] = ()
    reasoning: tuple[str, ...] = ()
    infinitive_ends: tuple[str, ...] = ()
    names: frozenset[tuple[str, str]] = frozenset()
    before_phrase: Words = _NONE
    predicate: Words = _NONE
    frame: FrameWords = FrameWords()
    facets: FacetWords = FacetWords()
    scope: ScopeWords = ScopeWords()

    def read(self, columns: TokenColumns) -> TokenColumns:
        """The tokens of a text with homographs told apart.

        A word that has two uses gets a key of its own in one of them, its key with a stroke and a name
        ("das/relative"), and the word classes hold that key. Cues and reviewed wordings are matched on the
        keys as they were.
        """
        return columns

    def opens_infinitive(self, word: str) -> bool:
        """Whether a word is the first of an infinitive clause that no word announces."""
        return False

    def is_coordinator(self, word: str) -> bool:
        """Whether a word joins a piece to its neighbour as their equal; never one that may be an article."""
        return bool(self.lang) and word in self.conjunction and not self._determines(word)

    def is_seam(self, word: str) -> bool:
        """Whether a word at the edge of a piece only joins it to its neighbour.

        Coordinating conjunctions and relative pronouns do; no word of a language without a grammar, and none
        that may as well be an article.
        """
        relative = bool(self.lang) and word in self.relative and not self._determines(word)
        return relative or self.is_coordinator(word)

    def _determines(self, word: str) -> bool:
        return word in self.determiner or word in self.article

    def is_present_participle(self, word: str) -> bool:
        """Whether a word has the form of a present participle."""
        return False

    def is_past_participle(self, word: str) -> bool:
        """Whether a word has the form of a past participle."""
        return False

    def is_verb(self, word: str) -> bool:
        """Whether a word is a finite form of a verb."""
        return word in self.finite

    def is_infinitive(self, word: str) -> bool:
        """Whether a word has the form of an infinitive of its own ("générer")."""
        return False

    def modal_of(self, word: str) -> str:
        """What the facet says of a modal verb: the verb itself, whatever its form."""
        return self.modals.get(word) or self.facets.modals.get(word, word)

    def is_modal(self, word: str) -> bool:
        """Whether a word is a form of a modal verb of which the facet says something."""
        return word in self.modal or word in self.facets.modals

    def is_like_modal(self, word: str) -> bool:
        """Whether a word is any form of a modal verb, or says what one says."""
        ends = bool(self.facets.modal_endings) and word.endswith(self.facets.modal_endings)
        return ends or self.is_modal(word) or word in self.facets.modal_like

    def is_third_person(self, word: str) -> bool:
        """Whether a verb has the form of the third person."""
        return False

    def is_plural(self, word: str) -> bool:
        """Whether a noun has the form of a plural."""
        return False

    def is_adverb(self, word: str) -> bool:
        """Whether a word has the form of an adverb."""
        return False

    def is_stop(self, word: str) -> bool:
        """Whether a word ends an item."""
        return word in self.relative or word in self.subordinator or word in self.modal

    def is_empty(self, word: str) -> bool:
        """Whether a word says nothing of its own in an item."""
        return word in self.function or self.is_stop(word)

    def is_outside(self, word: str) -> bool:
        """Whether a word stands before the noun phrase of an item."""
        return self.is_empty(word) or word in self.pronoun or word in self.determiner
