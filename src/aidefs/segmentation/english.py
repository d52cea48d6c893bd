"""The small closed word classes of English on which the cutting into clauses rests.

No part-of-speech tagger is used: statutory English announces its clauses with few words, and a closed
list can be read, checked and explained. Another language has no list of its own: its texts are cut at
punctuation, enumerators and line breaks alone.
"""

from __future__ import annotations

__all__ = [
    "ABOUT",
    "ADJUNCT",
    "COMPOUNDING",
    "CONJUNCTION",
    "DETERMINER",
    "FUNCTION",
    "GERUND_CLAUSES",
    "GOVERN_TO",
    "HEADS",
    "LIST_OPENERS",
    "MODAL",
    "POSTPOSED",
    "PRONOUN",
    "RELATIVE",
    "SUBORDINATOR",
    "TAKES_INFINITIVE",
    "has_ing",
    "is_participle",
    "is_verb",
    "word_class",
]


def word_class(text: str) -> frozenset[str]:
    """A class of words, written as a line of text."""
    return frozenset(text.split())


MODAL = frozenset({"may", "can", "must", "shall"})
RELATIVE = frozenset({"that", "which", "who", "whose", "whereby"})
SUBORDINATOR = word_class("whether where when if unless except excluding provided regardless irrespective")
CONJUNCTION = frozenset({"and", "or", "but", "nor", "and/or"})
DETERMINER = frozenset({"a", "an", "any", "the", "one", "some", "each", "all", "such", "those", "these"})
PRONOUN = frozenset({"it", "its", "they", "their", "them", "this", "itself"})

# Prepositions that open an adjunct; "of" and "to" are treated apart.
ADJUNCT = word_class(
    "for from by with without through via in into on onto under upon within over among across between "
    "against towards toward after before during at as than beyond per via like"
)
# Adjectives that stand behind their noun and open a reduced relative clause ("capable of", "able to").
POSTPOSED = word_class("able capable comparable equivalent necessary similar superior responsible intended")
# Words whose "to" is a preposition and opens no infinitive ("responses to user inputs").
GOVERN_TO = word_class(
    "according access addition answer answers comparable equal equivalent identical limited pertaining "
    "related relating relative reply replies respect response responses similar subject superior"
)
# What such words begin only says which noun is meant ("data related to human activities").
ABOUT = word_class("related relating pertaining concerning regarding")
# Nouns that may head a second genus (", or the capability of a device …").
HEADS = word_class("ability branch capability capacity collection discipline field set study technology use")
# Verbs that take an infinitive, which then begins nothing new ("that learns to …").
TAKES_INFINITIVE = word_class(
    "aim aims are attempt attempts continue help helps is learn learns need seek seeks serve serves strive "
    "strives tend tends"
)
# Verbs in -ing that take "of"; in others "of" marks the noun ("the training of models").
GERUND_CLAUSES = word_class("consisting comprising thinking")
LIST_OPENERS = (
    ("such", "as"),
    ("including",),
    ("include",),
    ("includes",),
    ("e.g",),
    ("e.g.",),
    ("for", "example"),
    ("for", "instance"),
)

# What is not scored and carries no meaning of its own: articles, prepositions, conjunctions, relative
# pronouns and auxiliaries other than the four modals.
FUNCTION = (
    RELATIVE
    | CONJUNCTION
    | ADJUNCT
    | {"a", "an", "the", "of", "to", "is", "are", "be", "been", "being", "was", "were"}
    | {"has", "have", "had", "having", "do", "does", "did", "will", "would", "could", "should", "might"}
)

# Verbs of statutory definitions, in the base form. The class need not be complete: a verb matters only
# where a comma or a conjunction, and no relative pronoun, stands before it.
_VERBS = word_class(
    "abstract accept achieve acquire act adapt adjust affect aid alter analyse analyze answer appear "
    "apply approximate arrive articulate assess assign assist attain attempt augment autocomplete "
    "automate balance become behave build calculate carry categorise categorize change choose classify "
    "collect combine communicate compare compile complete compose comprehend comprise compute conclude "
    "conduct connect consist contain contribute control converse convert cooperate coordinate create "
    "decide deduce define deliver demonstrate depend depict deploy derive design detect determine "
    "develop diagnose differ discern discover display disseminate distinguish draw drive elaborate embed "
    "employ emulate enable engage enhance ensure estimate evaluate evolve examine exceed execute exhibit "
    "expand exploit express extract facilitate find form formulate fulfil fulfill function gather "
    "generate get give grow guide help hold identify imitate impact impersonate implement improve "
    "include incorporate induce infer influence inform ingest initiate inject integrate interact "
    "interpret involve isolate issue iterate lead learn maintain make manipulate match maximise maximize "
    "meet mimic mine minimise minimize mirror modify navigate notify observe obtain offer operate "
    "optimise optimize outperform output overcome perceive perform personalise personalize portray "
    "possess predict prescribe present prioritise prioritize process produce propose provide publish "
    "pursue rank reach reason receive recognise recognize recommend reconstruct reduce refine regulate "
    "relate rely remove render replace replicate represent reproduce require resemble respond restrict "
    "retain retrieve return reveal rewrite score seek select self-learn sense serve show simulate solve "
    "sort speak store strive substitute suggest summarise summarize supplant supplement support surpass "
    "sustain synthesise synthesize tailor take think train transcribe transform translate transmit "
    "trigger understand undertake update use utilise utilize validate vary verify work write yield"
)
# Past participles without the ending -ed that open a reduced relative clause.
_STRONG_PARTICIPLES = word_class(
    "built chosen done drawn driven found given held known made meant put run seen set shown taken taught "
    "thought understood written"
)
# Words that make a compound with the participle behind them ("machine learning", "decision making").
COMPOUNDING = word_class(
    "data decision deep information language learning machine problem reinforcement self"
)
# Words in -ing and -ed that are no participles of a clause.
_NO_PARTICIPLE = word_class(
    "anything everything exceed feed following including indeed need nothing proceed seed something speed "
    "thing"
)


def has_ing(word: str) -> bool:
    """Whether a word has the form of a present participle."""
    return len(word) > 4 and word.endswith("ing") and word not in _NO_PARTICIPLE


def is_participle(word: str) -> bool:
    """Whether a word has the form of a past participle."""
    regular = len(word) > 3 and word.endswith("ed") and word not in _NO_PARTICIPLE
    return regular or word in _STRONG_PARTICIPLES


def is_verb(word: str) -> bool:
    """Whether a word is a form, base or third person, of a verb on the list."""
    if word in _VERBS or word in {"is", "are"}:
        return True
    if not word.endswith("s"):
        return False
    return word[:-1] in _VERBS or (word.endswith("es") and word[:-2] in _VERBS) or word[:-3] + "y" in _VERBS
