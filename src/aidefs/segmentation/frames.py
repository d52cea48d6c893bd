"""Where a definition stops naming its term and begins to define it.

The frame is the definiendum with its connector ("For the purposes of this Act, “AI” means"). It is found
by its form alone: a connector counts only where nothing before it can already be part of the definiens.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise

from aidefs.patterns import late
from aidefs.segmentation.grammar import FrameWords, Grammar, Phrases, Words, either, word_class
from aidefs.text.languages import REFERENCE_NOUNS, negations

__all__ = [
    "behind_story",
    "closes_with_name",
    "closing_frame",
    "conditional_frame",
    "conditional_frames",
    "frame_end",
    "is_predicate",
    "lead_end",
    "naming",
    "only_talks",
    "says_what_is_none",
    "tells",
]

_REACH = 60  # tokens in which a connector is looked for; longer preambles name no term
# "§ 3 Abs. 4:", "Art. 2. 1.", "XII." before a frame
_PROVISION = late(
    r"(?:(?:§+|art|artikel|abs|absatz|nr|nummer|ziff|lid|[0-9.]+[a-z]?|[ivx]+|[().º°-]) )*(?:: )?"
)
# "intelligence artificielle, n. f." before what a dictionary says
_ENTRY = late(
    r"(?:[^\s,;:.()']+ ){1,4}?(?:\( \S+ \) )?(?:, )?(?:(?:n|s|f|m|v|loc|locuz|sost|subst|nf|nm|sf|sm|"
    r"noun|rzecz|inform)"
    r" \. )+(?:[-:,] )?(?=\S)"
)
_ROMAN = late(r"[ivx]+")
_EQUALS = frozenset({"=", ":", "-"})
_NAMED, _CONNECTING = 20, 7  # tokens in which the name is looked for, and in which its connector ends
_ANNOUNCING = 12  # tokens in which the colon stands behind words that announce a definition
_CLOSING = 14  # tokens of a frame with which a sentence ends
_REACH_OF_SUBJECT = 10  # tokens behind a mark in which a connector follows all the same
_INSERTED = 13  # tokens in which an insertion behind a connector ends ...
_REFERENCE = 16  # ... and further ones for the parts of a provision that it names
_TERM = 9  # words of a bare term
_MOST_LABELS = 3  # before a frame ("Annex: Definition 1: AI: AI is")
_LABEL = 18  # tokens of a label with its colon
_LABELLED = 12  # ... of the frame behind it
_SUBJECT = 6  # ... of one that is taken up again, or that no connector follows
_RESUMING = frozenset({":", "-"})
_RESUMPTION = 5  # words by which a term is taken up again behind its colon, and one ("il s’agit d’")
_STOPS = frozenset({",", ";", "."})
_APART = _STOPS | {":"}  # between a verb and its "as"
_AROUND = frozenset({",", "-"})  # marks around an insertion
_CLITICS = frozenset({"n'", "ne"})  # the first half of a negation ("n’est pas")
# "Is nothing else than": what stands behind a negation that then denies nothing.
_ELSE = word_class("altro altra autre otra otro outra outro anders anderes else other inaczej inne")
_DENIED = 6  # tokens behind a negation among which the name stands of what a thing is not
_BEHIND_NAME = 2  # ... behind the name that belong to it ("an AI system")
_HOLDS_IN = 9  # tokens at the end of a sentence that say where the name holds ("for the purposes of …")
_NUMBER = frozenset({"(", *"0123456789"})  # how the number of a provision begins


def _line(keys: Sequence[str], start: int, end: int) -> str:
    """The beginning of a sentence as patterns of frames see it: its words with a blank behind each."""
    words = keys[start : min(end, start + _REACH)]
    return " ".join((*words, "")).replace("/particle ", " ").replace("/verb ", " ")


class _Phrases:
    """The phrases that frames are told by, by their first words: some languages have hundreds of them.

    Attributes:
        to_be: As in `FrameWords`; so the others.
    """

    def __init__(self, f: FrameWords) -> None:
        self.to_be, self.dealing = _by_first_word(f.to_be), _by_first_word(f.dealing)
        self.the_term, self.following = _by_first_word(f.the_term), _by_first_word(f.following)
        self.holding = _by_first_word(f.holding)
        self.fronted, self.parted = _by_first_word(f.fronted), _by_first_word(f.parted)


_phrases_of = cache(_Phrases)


def _by_first_word(phrases: Phrases) -> Mapping[str, Phrases]:
    found: dict[str, Phrases] = {}
    for words in phrases:
        found[words[0]] = (*found.get(words[0], ()), words)
    return found


def _phrase(keys: Sequence[str], at: int, phrases: Mapping[str, Phrases]) -> int:
    """How many words long the first of some phrases is that stands at a token, 0 where none does."""
    for words in phrases.get(keys[at], ()) if at < len(keys) else ():
        if tuple(keys[at : at + len(words)]) == words:
            return len(words)
    return 0


def _only_numbered(keys: Sequence[str]) -> bool:
    """Whether words only number what follows ("II. –", "1")."""
    return not any(key.isalpha() and len(key) > 1 and not _ROMAN.fullmatch(key) for key in keys)


def _absorb(keys: Sequence[str], g: Grammar, at: int, end: int) -> int:
    """Skip what closes a connector: punctuation ("means:") and where it holds ("is, in this Act, a …")."""
    at = _past_insertion(keys, g, at, end)
    while at < end and (keys[at] in {":", ",", "-"} or keys[at] in g.frame.here):
        at += 1
    return _past_resumption(keys, g, at, end) if keys[at - 1] in _RESUMING else at


def _past_resumption(keys: Sequence[str], g: Grammar, at: int, end: int) -> int:
    """The token behind words that take up a term behind its colon ("IA : | c’est | un logiciel")."""
    f, being = g.frame, _being(g)
    resuming = either(being, f.pronoun, f.answering, g.pronoun)
    stop, seen = at, False
    while stop < min(at + _RESUMPTION, end - 1) and keys[stop] in resuming:
        if seen and keys[stop] in g.determiner and keys[stop] not in being:
            break  # "es ist | das Vermögen"
        seen = seen or keys[stop] in being
        stop += 1
    return stop if seen or stop >= at + _RESUMPTION - 1 else at


def _past_insertion(keys: Sequence[str], g: Grammar, at: int, end: int) -> int:
    """The token behind an insertion between commas that a preposition opens; `at` where there is none."""
    if (
        keys[at : at + 1] != (",",)
        or at + 1 == end
        or keys[at + 1] not in either(g.adjunct, g.frame.introducing)
    ):
        return at
    commas = [i for i in range(at + 1, min(at + _INSERTED + _REFERENCE, end - 1)) if keys[i] == ","]
    comma = next((i for i in commas if not _parts_reference(keys, g, i)), at)
    if commas and commas[0] - at > _INSERTED:
        return at
    plain = comma > at and either(g.relative, g.modal).isdisjoint(keys[at:comma])
    return comma + 1 if plain else at


def _parts_reference(keys: Sequence[str], g: Grammar, comma: int) -> bool:
    """Whether a comma stands inside a reference ("l’article 3 | , point 1 | , du règlement")."""
    numbered = keys[comma - 1][:1].isdigit() or keys[comma - 1][-1:] == ")"
    goes_on = keys[comma + 1] in either(g.genitive, g.frame.introducing, g.frame.refers_to)
    # "s’entend, au sens de l’article 3, de tout logiciel": the preposition is of the verb
    goes_on = goes_on and comma + 2 < len(keys) and keys[comma + 2] not in g.frame.unknown
    return keys[comma + 1] in REFERENCE_NOUNS or (numbered and goes_on)


def _short_subject(keys: Sequence[str], g: Grammar, start: int, at: int) -> bool:
    """Whether the words before a copula, a dash or a colon can be a bare term."""
    while start < at and keys[start][:1] in _NUMBER:
        start += 1  # the number of the provision
    if start + 1 < at and keys[start + 1] == ")" and len(keys[start]) <= 3:
        start += 2  # "a) “AI system”: …"
    if keys[start] in either(g.frame.introducing, g.frame.leading_in):
        if "," in keys[start:at]:
            start = start + 1 + list(keys[start:at]).index(",")  # "For the purposes of this Act, …"
        elif keys[at - 1] == "'" and "'" in keys[start + 1 : at - 1]:
            # "For present purposes a “thinking machine” is …", but "In this Act: “AI” means …"
            start += 1 + list(keys[start + 1 : at]).index("'")
        else:
            start = _name_behind_lead(keys, g, start, at)
            if start == at:
                return False
    if keys[start] == "'" and "'" in keys[start + 1 : at]:
        # "“Generative AI” as used in this Order, is …": the words behind the term say where it counts.
        closes = max(i for i in range(start + 1, at) if keys[i] == "'")
        behind = next((i for i in range(closes + 1, at) if keys[i][:1].isalnum()), at)
        at = behind if keys[behind] in either(g.frame.as_, g.frame.introducing) else at
    at = _before_insertion(keys, g, start, at)
    holding = _phrases_of(g.frame).holding
    at = next((i for i in range(start + 1, at) if _phrase(keys, i, holding)), at)
    named = [key for key in keys[start:at] if key[:1].isalnum() or key[:1] == "("]
    bracketed = _in_brackets(keys, start, at)  # "A software agent (or autonomous agent or …) is"
    return (
        0 < len(named) - bracketed <= _TERM
        and bracketed <= 2 * _TERM
        and named[0] not in g.frame.existential
        and either(g.relative, g.modal, g.frame.not_in_term).isdisjoint(_unquoted(keys, start, at))
    )


def _unquoted(keys: Sequence[str], start: int, end: int) -> list[str]:
    """The words that stand in no quotation marks and no brackets."""
    found, inside, depth = [], False, 0
    for key in keys[start:end]:
        inside = inside != (key == "'")
        depth += (key == "(") - (key == ")")
        if not (inside or depth):
            found.append(key)
    return found


def _name_behind_lead(keys: Sequence[str], g: Grammar, start: int, at: int) -> int:
    """Where the name begins that closes an opening without a comma ("Under this Act | an AI system is").

    Returns:
        Its first token; `at` where the opening has no such end ("The use of AI is …").
    """
    last = next(
        (i for i in range(at - 1, max(at - 2 - _BEHIND_NAME, start + 2), -1) if _is_name(keys, g, i)), 0
    )
    if not last:
        return at
    first = last - (keys[last] not in g.frame.names and (keys[last - 1], keys[last]) in _own_names(g))
    article = keys[first - 1] in g.article
    joined = keys[first - 1 - article] in either(g.adjunct, g.genitive, g.conjunction, g.frame.introducing)
    return at if joined else first - article


def _before_insertion(keys: Sequence[str], g: Grammar, start: int, at: int) -> int:
    """The mark before an insertion that ends a subject ("AI, as we use the term, is"), else `at`."""
    if at - start < 4:
        return at
    if g.frame.labelled and keys[at : at + 1] == (":",) and keys[at - 1] not in _AROUND:
        comma = next((i for i in range(start + 1, at - 1) if keys[i] == ","), at)
        inserted = comma < at and keys[comma + 1] in either(g.frame.introducing, g.adjunct)
        return comma if inserted and "," not in keys[comma + 1 : at] else at  # "IA, au sens de la charte :"
    if keys[at - 1] not in _AROUND:
        return at
    mark = next((i for i in range(start + 1, at - 2) if keys[i] == keys[at - 1]), at)
    apart = either(g.relative, g.determiner, g.modal, g.frame.copula)
    return mark if mark < at and keys[mark + 1] not in apart else at


def _in_brackets(keys: Sequence[str], start: int, end: int) -> int:
    """How many tokens stand between the first opening bracket and the last closing one, without the marks."""
    if "(" not in keys[start:end] or ")" not in keys[start:end]:
        return 0
    close = max(i for i in range(start, end) if keys[i] == ")")
    return sum(key[:1].isalnum() for key in keys[start + 1 + list(keys[start:end]).index("(") : close])


def _as_end(keys: Sequence[str], g: Grammar, at: int, end: int) -> int:
    """The end of "refers to an AI system as", 0 where no "as" follows soon."""
    for j in range(at + 1, min(at + 9, end - 1)):
        as_ = keys[j] in g.frame.as_
        if keys[j] in either(g.relative, _APART) or (as_ and keys[j - 1] in g.frame.not_as):
            return 0
        if as_:
            return j + (2 if keys[j + 1] in g.frame.as_being else 1)
    return 0


def _to_be_end(keys: Sequence[str], g: Grammar, at: int, end: int) -> int:
    """The end of "understand AI to be", 0 where nothing of the kind follows soon."""
    for j in range(at + 1, min(at + 9, end - 1)):
        if keys[j] in either(g.relative, _APART):
            return 0
        if length := _phrase(keys, j, _phrases_of(g.frame).to_be):
            return j + length
    return 0


@cache
def _connecting(g: Grammar) -> Words:
    """The first words of all connectors."""
    f = g.frame
    joined = frozenset(pair[0] for pair in f.joined)
    return either(
        *(f.means, f.mean, f.understand, joined, f.stems, f.denotes, f.equating, f.has, f.defining_as),
        *(f.refers, f.copula),
    )


def _connector(keys: Sequence[str], g: Grammar, start: int, at: int, end: int) -> int:
    """The end of the connector that begins at a token, 0 where none begins there."""
    f, key = g.frame, keys[at]
    if key not in _connecting(g):  # as most words
        return 0
    after = keys[at + 1] if at + 1 < end else ""
    if key in f.means and after not in f.no_noun_after:
        # "“AI-powered” means that a computer …", but "means that part of computer science which …"
        clause = after in f.demonstrative and keys[at + 2 : at + 3] and keys[at + 2] in g.determiner
        return 0 if f.means_as_noun & set(keys[max(start, at - 3) : at]) else at + (2 if clause else 1)
    if key in f.mean and (keys[at - 1] in f.we or keys[at - 1] == "'"):
        return at + 1  # "By “AI” we mean …"
    if key in f.understand and keys[at - 1] in f.we:
        # "We understand AI to be …", but "By AI we understand a program …"
        return _as_end(keys, g, at, end) or _to_be_end(keys, g, at, end) or at + 1
    if key in f.understand and (stop := _to_be_end(keys, g, at, end)):
        return stop  # "The parties understand AI to be …"
    if (key, after) in f.joined and _short_subject(keys, g, start, at):
        return at + 2
    if key in f.stems and keys[at - 1] in either(g.modal, f.before_stem):
        return at + 1
    if key in f.denotes:
        return at + 1
    excludes = keys[at - 1] in negations(g.lang) and after not in g.facets.only  # "non comprende"
    if (
        key in f.equating
        and not excludes
        and after not in f.not_equating
        and _short_subject(keys, g, start, at)
    ):
        return at + 1
    if key in f.has and (
        meaning := [j for j in range(at + 1, min(at + 5, len(keys))) if keys[j] in f.meaning]
    ):
        # A meaning borrowed and then spelled out: the words up to the colon only name the source.
        colons = [j for j in range(at, end - 1) if keys[j] == ":"]
        return colons[0] + 1 if colons else _borrowed(keys, g, meaning[0] + 1, end)
    if (
        key in f.defining_as
        and keys[at - 1] in f.passive
        and (length := _phrase(keys, at + 1, _phrases_of(f).to_be))
    ):
        return at + 1 + length  # "is considered to be"
    phrase = keys[start] in f.no_term_first and "," in keys[start:at]  # "a field, usually regarded as …"
    if key in f.defining_as and not phrase and (stop := _as_end(keys, g, at, end)):
        return stop
    if key in f.refers and (after in f.refers_to or after == "," or g.is_adverb(after)):
        # "refers broadly to"; "s’entend, au sens du présent code, de"
        to = _past_insertion(keys, g, at + 1, end) if after == "," else at + 1 + (after not in f.refers_to)
        return to + 1 if to < end and keys[to] in f.refers_to else 0
    if key in f.copula and {keys[start], after} <= g.infinitive and at - start <= _TERM:
        return at + 1  # "To build an agent is to write a program that …"
    subject = at - (keys[at - 1] in f.resuming and at - 1 > start)
    if key in f.copula and _short_subject(keys, g, start, subject):
        if stop := _is_a_term(keys, g, at + 1, end):
            return stop
        if length := _phrase(keys, at + 1, _phrases_of(f).dealing):
            return at + 1 + length
        if after in g.infinitive and keys[at + 2 : at + 3] and keys[at + 2] in f.making:
            return at + 1  # "The goal of AI is to make machines that …"
        if after in f.demonstrative and keys[at + 2 : at + 3] and not _begins_clause(g, keys[at + 2]):
            return at + 1  # "AI is that activity which …"
        # "are designed to …" is a predicate, "are automated processes" a definition.
        behind = keys[at + 2] if at + 2 < len(keys) else ""
        if g.is_adverb(after) and at + 3 < end and g.is_past_participle(behind):
            after, behind = behind, keys[at + 3]  # "is widely regarded as"
        passive = g.is_past_participle(after) and behind in either(g.adjunct, f.behind_passive, f.here)
        nominal = not passive and after not in either(g.postposed, g.relative, f.not_defined)
        return at + 1 if after in g.determiner or nominal else 0
    return 0


def _borrowed(keys: Sequence[str], g: Grammar, at: int, end: int) -> int:
    """The end of "has the meaning given that term", before the source of the meaning."""
    while at < end - 1 and keys[at] in g.frame.lending:
        if keys[at] in g.relative and keys[at + 1] in g.article:
            break  # "has the meaning | that the Commission gives to it"
        at += 1
    return at


def _is_a_term(keys: Sequence[str], g: Grammar, at: int, end: int) -> int:
    """The end of "is an umbrella term for" and "is a term used to describe", 0 where it is not that."""
    for j in range(at, min(at + 5, end - 1)):
        if keys[j] not in g.frame.term:
            continue
        if keys[j + 1] in g.frame.term_for:
            return j + 2
        found = [i for i in range(j + 1, min(j + 6, end)) if keys[i] in g.frame.term_verbs]
        return found[-1] + 1 if found else 0
    return 0


def _begins_clause(g: Grammar, key: str) -> bool:
    return key in either(g.determiner, g.pronoun, g.modal) or g.is_third_person(key) or g.is_verb(key)


def _includes_end(keys: Sequence[str], g: Grammar, start: int, end: int) -> int:
    """The end of "The term X includes", a connector only where the sentence has no other."""
    if keys[start] in g.frame.introducing and "," in keys[start : start + _INSERTED]:
        start += 1 + list(keys[start : start + _INSERTED]).index(",")  # "For the purposes of this policy, …"
    if start == end or (keys[start] != "'" and not _phrase(keys, start, _phrases_of(g.frame).the_term)):
        return 0
    for at in range(start + 1, min(start + 14, end)):
        if keys[at] in g.frame.includes:
            if keys[at - 1] in negations(g.lang):
                return 0  # "“Covered system” does not include …" excludes
            return at + 1 + _phrase(keys, at + 1, _phrases_of(g.frame).following)
    return 0


def _apposition_end(keys: Sequence[str], g: Grammar, start: int, end: int) -> int:
    """The end of "Artificial intelligence (AI)," before "the ability of …", as dictionaries define."""
    for at in range(start + 3, min(start + 10, end - 1)):
        named = keys[at - 1 : at + 1] in {(")", ","), ("'", ","), (",", "'")}
        if named and keys[at + 1] in either(g.frame.articles, g.frame.no_term_first):
            return at + 1
    return 0


def frame_end(
    keys: Sequence[str], start: int, end: int, grammar: Grammar, *, later: bool = False, framed: bool = False
) -> int:
    """Find the end of the frame in one sentence.

    Args:
        keys: Comparison keys of the tokens of the text.
        start: First token of the sentence.
        end: Token behind its last.
        grammar: That of the language of the text.
        later: The sentence is not the first of the text: only a term in quotation marks, or one that the
            text takes *as* something, makes it a frame.
        framed: An earlier sentence has a frame: only a term in quotation marks makes another.

    Returns:
        Index of the first token of the definiens; `start` where the sentence has no frame. What denies the
        definition belongs to it: "An AI system is | not a machine".
    """
    return _denied_frame_end(keys, start, end, grammar, later, framed, _MOST_LABELS)


def _denied_frame_end(
    keys: Sequence[str], start: int, end: int, grammar: Grammar, later: bool, framed: bool, labels: int
) -> int:
    """As `frame_end`; so many labels or announcements may stand before the frame."""
    stop = _frame_end(keys, start, end, grammar, later, framed, labels)
    denial = 0 if later else _denial(keys, grammar, start, stop if stop > start else end)
    if stop > start:
        light = either(negations(grammar.lang), _being(grammar), _STOPS, _CLITICS)
        return denial if denial and light.issuperset(keys[denial:stop]) else stop
    return denial if denial and _is_denied_definition(keys, grammar, start, denial, end) else stop


def _frame_end(
    keys: Sequence[str], start: int, end: int, grammar: Grammar, later: bool, framed: bool, labels: int
) -> int:
    """As `_denied_frame_end`, whether or not the definition is denied."""
    g, relative, named = grammar, False, not later or _names_term(keys, grammar, start)
    if framed and _covers(keys, g, start, end):
        return start
    if stop := _opening_end(keys, g, start, end):
        of_term = _phrase(keys, start, _phrases_of(g.frame).the_term) > 0
        of_term = of_term and g.frame.includes.isdisjoint(keys[start:stop])
        of_term = of_term or "'" in keys[start:stop]
        return start if later and not of_term else _absorb(keys, g, stop, end)
    if not framed and (stop := _fronted_end(keys, g, start, end, later)):
        return _absorb(keys, g, stop, end)
    if not later and labels and (stop := _headed_end(keys, g, start, end, labels - 1)):
        return stop
    if not later and labels and (stop := _labelled_end(keys, g, start, end, labels - 1)):
        return stop
    if not later and labels and (stop := _reported_end(keys, g, start, end, labels - 1)):
        return stop
    connecting = _connecting(g)
    inside = keys[start] == "'"  # of quotation marks: a term may hold a clause ("« machines qui parlent »")
    for at in range(start + 1, min(end, start + _REACH)):
        if keys[at] == ":" and _denies_verb(keys, g, start, at):
            break
        if not later and keys[at] in {"-", ":"} and _stands_for_verb(keys, g, start, at):
            titled = not g.frame.headings.isdisjoint(keys[start:at])  # "A working definition of AI: …"
            bare = keys[start] in g.frame.no_term_first and not titled
            return start if bare else _absorb(keys, g, at, end)
        inside = inside != (keys[at] == "'")
        relative = relative or (keys[at] in g.relative and keys[at - 1] != "-" and not inside)
        taken = keys[at] in g.frame.defining_as and not framed
        if not (named or taken) or keys[at] not in connecting:
            continue
        stop = _connector(keys, g, start, at, end)
        if not named and keys[stop - 1] not in g.frame.as_:
            continue
        # A relative clause before the connector belongs to a definiens, unless the term was named first.
        quoted = "'" in keys[start : start + 8] and keys[start:at].count("'") > 1
        if stop and (not relative or quoted):
            return _absorb(keys, g, stop, end)
    if later:
        further = framed and _once_more(keys, g, start, end)
        return _quoted_end(keys, g, start, end) or further or _further_frame(keys, g, start, end)
    if end == len(keys) and keys[end - 1] == ":":
        return end  # it only announces a definition
    return (
        _includes_end(keys, g, start, end)
        or _apposition_end(keys, g, start, end)
        or _quoted_end(keys, g, start, end)
        or _named_end(keys, g, start, end)
        or _apposed_clause_end(keys, g, start, end)
        or _subject_end(keys, g, start, end)
        or (labels and _behind_preamble(keys, g, start, end))
        or start
    )


@cache
def _being(g: Grammar) -> Words:
    """The forms of "to be" that a definition may be denied with."""
    return either(g.frame.copula, g.frame.being)


def _denial(keys: Sequence[str], g: Grammar, start: int, end: int) -> int:
    """The first token of a negation beside "is" ("is | not", "| nie jest", "| n’est pas"), 0 where none is.

    "Is not only" denies nothing.
    """
    denying, being = negations(g.lang), _being(g)
    for at in range(start + 1, min(end, start + _REACH)):
        if keys[at] in g.relative or keys[at] == ";":
            return 0
        if keys[at] not in denying or not being & set(keys[at - 1 : at + 2]):
            continue
        behind = keys[at + 1] if at + 1 < len(keys) else ""
        if behind in either(g.facets.only, g.facets.perhaps) or not _ELSE.isdisjoint(keys[at + 1 : at + 3]):
            return 0
        return at - 2 if at - 2 > start and keys[at - 2] in _CLITICS else at
    return 0


def _is_denied_definition(keys: Sequence[str], g: Grammar, start: int, denial: int, end: int) -> bool:
    """Whether a negation stands between what is defined and a noun ("AI systems are | not machines")."""
    f, before = g.frame, denial - (keys[denial - 1] in _being(g))
    named = not f.names or any(_is_name(keys, g, at) for at in range(start, before))
    if end < len(keys) or ":" in keys[denial:end]:
        return False  # what it is may follow: "AI is neither a brain nor a calculator: it is …"
    if before <= start or not named or not _short_subject(keys, g, start, before):
        return False
    light = either(negations(g.lang), _being(g), _CLITICS)
    behind = next((keys[at] for at in range(denial, end) if keys[at] not in light), "")
    if behind in g.determiner:
        return True
    other = either(g.postposed, g.relative, g.modal, g.function, f.not_defined)
    verbal = g.is_past_participle(behind) or g.is_present_participle(behind) or g.is_adverb(behind)
    return behind.isalpha() and behind not in other and not verbal


def says_what_is_none(keys: Sequence[str], g: Grammar, start: int, end: int) -> bool:
    """Whether a sentence says of a thing that it is not what is defined ("A calculator is no AI system.").

    The name of what is defined stands behind the negation, and closes the sentence or has a further noun
    behind it ("N’est pas un système d’IA | le logiciel qui …").

    Args:
        keys: Comparison keys of the tokens of the text.
        g: The grammar of its language.
        start: First token of the sentence.
        end: Token behind its last.
    """
    denying, being = negations(g.lang), either(_being(g), g.modal)
    if not g.frame.names or denying.isdisjoint(keys[start:end]):
        return False
    joins = either(g.relative, g.conjunction)
    for at in range(start, min(end, start + _REACH)):
        if _is_name(keys, g, at) or keys[at] == ".":
            return False
        first = at - (at > start and keys[at - 1] in either(being, _CLITICS))
        first -= first > start and keys[first - 1] in _CLITICS
        beside = not being.isdisjoint(keys[max(start, at - 1) : at + 2])
        if keys[at] not in denying or not beside or (first > start and keys[first - 1] in joins):
            continue
        lightly = either(g.facets.only, g.facets.perhaps)
        if not lightly.isdisjoint(keys[at + 1 : at + 2]) or not _ELSE.isdisjoint(keys[at + 1 : at + 4]):
            return False
        reach = min(end, at + 1 + _DENIED)
        name = next((i for i in range(at + 1, reach) if _is_name(keys, g, i)), 0)
        if not name or not _STOPS.isdisjoint(keys[at + 1 : name]) or not joins.isdisjoint(keys[at:name]):
            return False
        behind = name + 1
        while behind < min(end, name + 1 + _BEHIND_NAME) and keys[behind].isalpha():
            if keys[behind] in g.determiner:
                return True
            behind += 1
        return behind >= end or keys[behind] in {".", "'"} or keys[behind] in g.determiner
    return False


def _headed_end(keys: Sequence[str], g: Grammar, start: int, end: int, labels: int) -> int:
    """The end of a frame behind words that announce a definition ("Eine einfache Definition: KI ist …").

    So many labels more may stand behind them.
    """
    colon = next((at for at in range(start + 1, min(end, start + _ANNOUNCING)) if keys[at] == ":"), 0)
    if not colon or colon + 1 == end or g.frame.headings.isdisjoint(keys[start:colon]):
        return 0
    stop = _denied_frame_end(keys, colon + 1, end, g, False, False, labels)
    return stop if stop > colon + 1 and any(_is_name(keys, g, at) for at in range(colon + 1, stop)) else 0


def _labelled_end(keys: Sequence[str], g: Grammar, start: int, end: int, labels: int) -> int:
    """The end of a frame behind a label, its term or its number ("Def 2: An agent is", "Rule 1.3: “AI” is").

    The words behind the colon are a frame by themselves: the term stands in quotation marks, is the name of
    what is defined, or stands in the label before, or a noun with its article stands before "is a". So many
    labels more may stand behind this one.
    """
    colon = next((at for at in range(start + 1, min(end, start + _LABEL)) if keys[at] == ":"), 0)
    opens = colon + 1
    if not colon or opens + 2 >= end or not g.frame.labelled:
        return 0
    if keys[start] in g.frame.no_term_first or not g.relative.isdisjoint(keys[start:colon]):
        return 0
    if keys[start] == "'" and keys[colon - 1] == "'":
        return 0  # "“AI”: “AI” …" names its term before the colon
    bare_terms = bool(g.frame.fronted)  # languages that put a term before or behind its words without article
    if bare_terms:
        reach = range(opens, min(opens + _SUBJECT, end - 2))
        name = next((at for at in reach if _is_name(keys, g, at)), 0)
        if name and keys[name + 1] == "," and keys[name + 2].isalpha():
            return name + 2  # "propone questa voce: intelligenza artificiale, attitudine di un manufatto a …"
    stop = _denied_frame_end(keys, opens, end, g, False, False, labels)
    subject = [key for key in keys[opens:stop] if key[:1].isalpha()]
    if not opens < stop <= opens + _LABELLED or keys[stop - 1] in {"-", ":", ","}:
        return 0
    named = any(_is_name(keys, g, at) for at in range(opens, stop))
    behind = keys[stop] if stop < len(keys) else ""
    fronted = bare_terms and behind in g.determiner  # "relève de l’IA | toute machine …"
    links = either(_connecting(g), g.adjunct, g.infinitive, g.relative, g.genitive)
    if keys[stop - 1] not in links and not fronted:
        return 0
    again = sum(key in keys[start:colon] for key in subject) >= len(subject) - 2
    defined = keys[opens] in g.frame.no_term_first and behind in g.determiner
    # "Propone: agente artificiale è un’entità".
    bare = bare_terms and keys[stop - 1] in g.frame.copula
    defined = defined or (bare and behind in g.frame.no_term_first)
    return stop if keys[opens] == "'" or named or again or defined else 0


def _defines(keys: Sequence[str], g: Grammar, start: int, stop: int) -> bool:
    """Whether the words from `start` to `stop` are a frame that names what it defines, wherever it stands.

    The term stands in quotation marks, is the name of what is defined, or a noun with its article stands
    before "is a".
    """
    if not start < stop < len(keys):
        return False
    named = any(_is_name(keys, g, at) for at in range(start, stop))
    article = keys[start] in either(g.frame.no_term_first, g.frame.articles)
    noun = keys[stop] in either(g.frame.no_term_first, g.frame.articles)
    return named or "'" in keys[start:stop] or (article and noun)


def _reported_end(keys: Sequence[str], g: Grammar, start: int, end: int, labels: int) -> int:
    """The end of a frame that someone is said to hold ("la cour retient que l’IA est | un procédé …").

    So many labels more may stand before it.
    """
    for at in range(start + 1, min(end - 2, start + _LABEL)):
        if keys[at] in g.frame.that and keys[at - 1] in g.frame.saying:
            stop = _denied_frame_end(keys, at + 1, end, g, False, False, labels)
            sure = at + 1 < stop < end and keys[stop - 1] not in g.frame.copula
            return stop if stop < end and (sure or _defines(keys, g, at + 1, stop)) else 0
        if keys[at] in g.relative and keys[at - 1] not in g.frame.lending:
            return 0
    return 0


def _behind_preamble(keys: Sequence[str], g: Grammar, start: int, end: int) -> int:
    """The end of a frame behind a preamble of several parts ("Au sens large, tel que le veut X, …").

    No label and no further preamble stands between them, or each comma would be looked at once for every
    choice among those before it.
    """
    if not g.frame.labelled or keys[start] not in either(g.frame.introducing, g.adjunct):
        return 0
    for at in range(start + 1, min(end - 2, start + _REACH // 2)):
        if keys[at] == ",":
            stop = _denied_frame_end(keys, at + 1, end, g, False, False, 0)
            if stop < end and _defines(keys, g, at + 1, stop):
                return stop
    return 0


def _apposed_clause_end(keys: Sequence[str], g: Grammar, start: int, end: int) -> int:
    """The end of "Autonomous systems, which are" before the genus, 0 where none is named so."""
    for at in range(start + 1, min(start + _SUBJECT + 2, end - 2)):
        if keys[at] == "," and keys[at + 1] in g.relative and keys[at + 2] in g.frame.copula:
            after = keys[at + 3] if at + 3 < end else ""
            noun = after in g.determiner or not (
                after in either(g.frame.not_defined, g.function, g.postposed)
                or g.is_adverb(after)
                or g.is_past_participle(after)
                or g.is_present_participle(after)
            )
            bare = keys[start] not in g.frame.no_term_first and _short_subject(keys, g, start, at)
            return at + 3 if noun and bare and after.isalpha() else 0
    return 0


def _subject_end(keys: Sequence[str], g: Grammar, start: int, end: int) -> int:
    """The end of the name of what is defined before a verb that connects nothing ("AI | can create …")."""
    if not g.frame.subject_alone:
        return 0
    for at in range(start + 1, min(end - 1, start + _REACH)):
        if is_predicate(keys, g, at):
            return at if _short_subject(keys, g, start, at) else 0
        if keys[at] in g.relative:
            return 0
    return 0


def is_predicate(keys: Sequence[str], g: Grammar, at: int) -> bool:
    """Whether a finite verb stands at a token, and before it the name of what is defined.

    Args:
        keys: Comparison keys of the tokens of the text.
        g: The grammar of its language.
        at: The token, not the first of the text.
    """
    key, before = keys[at], keys[at - 1]
    plural = before in g.frame.names and g.is_plural(before)  # "LLMs generate …"
    finite = key in g.modal or ((g.is_third_person(key) or plural) and g.is_verb(key))
    if not (finite and g.frame.subject_alone):
        return False
    abbreviated = before == ")" and keys[at - 3] == "("  # "Automated decision-making (ADM) uses …"
    return abbreviated or _is_name(keys, g, at - 1) or (at > 1 and keys[at - 2 : at] in g.frame.other_names)


def _covers(keys: Sequence[str], g: Grammar, start: int, end: int) -> bool:
    """Whether a later sentence says what the term covers, which it does not put in quotation marks."""
    line = _line(keys, start, end) if g.scope.openings else "'"
    return "'" not in line and any(pattern.match(line) for pattern in g.scope.openings)


def _quoted_end(keys: Sequence[str], g: Grammar, start: int, end: int) -> int:
    """The end of a term in quotation marks that nothing connects with its definition ("« IA » Système …")."""
    if keys[start] != "'":
        return 0
    close = next((at for at in range(start + 2, min(start + _NAMED, end - 1)) if keys[at] == "'"), 0)
    after = keys[close + 1] if close else ""
    noun = after in g.determiner or not (
        g.is_verb(after) or after in either(g.function, g.modal, g.frame.means)
    )
    return close + 1 if after.isalpha() and noun else 0


def _named_end(keys: Sequence[str], g: Grammar, start: int, end: int) -> int:
    """The end of a frame whose connector is not known, by the name that the text defines.

    Behind the name stands a mark ("AI = …"), the determiner of the genus ("sont regardés comme relevant de
    l’IA les traitements …"), or else a few words and one that no known thing has ("por herramientas de IA
    entendemos aquellas …"). A relative clause before it is one of the definiens.
    """
    for name in range(start, min(end, start + _NAMED) if g.frame.names else start):
        if keys[name] in g.relative:
            return 0
        if (_is_name(keys, g, name) or _closes_quotation(keys, start, name)) and (
            stop := _behind_name(keys, g, name + 1, end)
        ):
            return stop
    return 0


def _behind_name(keys: Sequence[str], g: Grammar, behind: int, end: int) -> int:
    """The end of a frame behind the name that it defines, 0 where none is told from it."""
    marks = keys[behind : behind + 3 : 2]
    if marks == (",", ";") and keys[behind + 1] in g.article:
        return behind + 3  # "Künstliche Intelligenz, die; …"
    reach, at = min(end, behind + _CONNECTING), behind
    while at < reach:
        if keys[at] == ",":
            at = _past_insertion(keys, g, at, end)
            reach = min(end, at + _CONNECTING)
        if at == reach or keys[at] in g.relative or keys[at] in {",", ";"}:
            return 0
        if keys[at] in _EQUALS:
            return at + 1
        if keys[at] in g.frame.unknown or (at == behind and keys[at] in g.article):
            return at
        at += 1
    return 0


def _closes_quotation(keys: Sequence[str], start: int, at: int) -> bool:
    return keys[at] == "'" and keys[start:at].count("'") == 1


def _is_name(keys: Sequence[str], g: Grammar, at: int) -> bool:
    """Whether the name of what the collection is about ends at a token ("IA", "inteligencia artificial")."""
    key = keys[at]
    short = (key.partition("-")[0] if "-" in key else key) in g.frame.names
    return short or (at > 0 and (keys[at - 1], key) in _own_names(g))


@cache
def _own_names(g: Grammar) -> frozenset[tuple[str, str]]:
    """The names of what the collection is about, in two words."""
    return g.names - g.frame.other_names


def _opening_end(keys: Sequence[str], g: Grammar, start: int, end: int) -> int:
    """The end of what looks like a frame from its first word on, 0 where nothing does."""
    f = g.frame
    if not (f.openings or f.naming):
        return 0
    line = _line(keys, start, end)
    if entry := _ENTRY.match(line):
        return start + entry.group().count(" ")
    found = _matched(line, (*f.openings, *f.talking, *f.naming))
    return start + line[: max(found)].count(" ") if found else 0


def _matched(line: str, patterns: Iterable[re.Pattern[str]]) -> list[int]:
    """Where in a line those patterns end that begin with it, or behind the number of a provision."""
    numbered = _PROVISION.match(line)
    heads = {0, numbered.end() if numbered else 0}
    return [match.end() for pattern in patterns for at in heads if (match := pattern.match(line, at))]


def only_talks(keys: Sequence[str], g: Grammar, start: int, stop: int) -> bool:
    """Whether a frame may be what is said of anything ("the mayor calls the tax | a disgrace").

    It holds neither the name of what is defined nor quotation marks, no "every" stands behind it, and only
    what people say of a thing in everyday words shows it, or it begins with "to" or "when". Something else
    has to tell that it defines.

    Args:
        keys: Comparison keys of the tokens of the text.
        g: The grammar of its language.
        start: First token of the frame.
        stop: Token behind its last.
    """
    f = g.frame
    if "'" in keys[start:stop] or any(_is_name(keys, g, at) for at in range(start, stop)):
        return False
    if stop < len(keys) and keys[stop] in f.unknown - either(g.article, f.articles):
        return False  # "the act calls user | every person who …"
    if keys[start] in either(g.infinitive, g.subordinator):
        return True
    line = _line(keys, start, len(keys))
    return bool(_matched(line, f.talking)) and not _matched(line, (*f.openings, *f.naming))


def lead_end(keys: Sequence[str], start: int, end: int, grammar: Grammar) -> int:
    """The end of what leads from a heading to the definition ("Nom donné à", "Dicho llanamente:").

    Args:
        keys: Comparison keys of the tokens of the text.
        start: First token of the sentence behind the heading.
        end: Token behind its last.
        grammar: That of the language of the text.

    Returns:
        Index of the first token of the definiens; `start` where nothing leads to it.
    """
    g = grammar
    line = _line(keys, start, end)
    found = [match.end() for pattern in g.frame.naming if (match := pattern.match(line))]
    if found:
        return start + line[: max(found)].count(" ")
    colon = next((i for i in range(start, min(end, start + 5)) if keys[i] == ":"), start)
    nominal = any(key in g.article or g.is_verb(key) for key in keys[start:colon])
    return start if colon == start or nominal else colon + 1


def closing_frame(keys: Sequence[str], g: Grammar, start: int, end: int) -> int:
    """Where the frame begins with which a sentence ends ("Een model dat …, | heet in deze leidraad AI.").

    Returns:
        Index of its first token; `end` where the sentence has none: the name of what is defined stands before
        its last comma, or nowhere.
    """
    if not g.frame.names or keys[start] in either(g.frame.introducing, g.adjunct):
        return end  # "Para efeitos da presente lei, …" only leads to the frame
    behind = end - (keys[end - 1] == ".")
    comma = next((at for at in range(end - 1, start, -1) if keys[at] in {",", ";"}), end)
    if keys[behind - 1] == ")" and "(" in keys[start:comma] and ")" not in keys[comma : behind - 1]:
        return end  # "… (en adelante, «sistema de IA»)": the parenthesis says for itself what it is
    segment = keys[comma + 1 : end]
    opens = either(g.adjunct, g.relative, g.conjunction, g.subordinator, g.genitive, g.determiner)
    closes = 0 < len(segment) <= _CLOSING and segment[0] not in opens and g.relative.isdisjoint(segment)
    if not (closes or g.frame.closing):
        return end
    name = next((at for at in range(start, end) if _is_name(keys, g, at)), end)
    # "Part of AI that is based on learning | is called machine learning."
    # "Le macchine che imparano dai dati | sono chiamate intelligenza artificiale."
    other = keys[behind - 2 : behind] in g.frame.other_names
    last = behind - 2 if other else name
    clausal = either(g.relative, g.question, g.facets.opens_subject)  # "what is called AI" is a thing
    if g.frame.closing and (other or (name < end and closes_with_name(keys, g, name, behind))):
        for at in range(max(start + 3, end - _CLOSING - _INSERTED), last):
            if end - at > _CLOSING and keys[at + 1] != ",":
                continue  # only what is inserted makes such a frame longer
            if keys[at - 1] not in clausal and _is_closing(keys, g, start, at, behind):
                return at
    # "…; AI systems are designed to operate …" goes on with the thing and does not end with its name.
    named = comma < name < end and (keys[comma] == "," or closes_with_name(keys, g, comma + 1, behind))
    return comma + 1 if closes and named else end


def closes_with_name(keys: Sequence[str], g: Grammar, first: int, end: int) -> bool:
    """Whether tokens end with the name of what is defined, or with a term in quotation marks.

    A noun may stand behind it ("an AI system"), and where the name holds ("for the purposes of this Act").

    Args:
        keys: Comparison keys of the tokens of the text.
        g: The grammar of its language.
        first: The first of the tokens.
        end: Token behind the last.
    """
    leads = range(end - 1, max(first, end - _HOLDS_IN), -1)
    bounds = [
        end,
        *(at for at in leads if keys[at] in g.frame.introducing and g.relative.isdisjoint(keys[at:end])),
    ]
    apart = either(g.relative, g.function, g.modal, g.determiner)
    for bound in bounds:
        if keys[bound - 1] == "'":
            return True
        for at in range(bound - 1, max(first - 1, bound - 2 - _BEHIND_NAME), -1):
            if _is_name(keys, g, at):
                return True
            if not keys[at].isalpha() or keys[at] in apart:
                break
    return False


def _is_closing(keys: Sequence[str], g: Grammar, start: int, at: int, end: int) -> bool:
    """Whether a frame that closes its sentence begins at a token ("is called …", "is, in this Act, AI")."""
    closing, tail = g.frame.closing, keys[at:end]
    inserted = _past_insertion(keys, g, at + 1, end) if tail[1:2] == (",",) else at + 1
    tail = (tail[0], *keys[inserted:end])
    if closing is None or not _STOPS.isdisjoint(tail):
        return False
    if closing.match(" ".join(tail)):
        return True
    # "Any program that learns | is an AI system": a definition of whatever is of the kind.
    kind = keys[start] in either(g.frame.no_term_first, g.frame.unknown)
    named = [key for key in tail[1:] if key not in g.determiner]
    parted = not g.relative.isdisjoint(keys[start:at])
    return (
        kind
        and parted
        and keys[at] in g.frame.copula
        and 0 < len(named) <= 2 + _BEHIND_NAME
        and (_is_name(named, g, 0) or (len(named) > 1 and _is_name(named, g, 1)))
    )


def conditional_frame(
    keys: Sequence[str], grammar: Grammar, start: int, end: int
) -> tuple[int, int, int] | None:
    """Where the head begins and ends that a frame follows ("Un dispositif relève de l’IA lorsque : …").

    Args:
        keys: Comparison keys of the tokens of the text.
        grammar: That of the language of the text.
        start: First token of the sentence.
        end: Token behind its last.

    Returns:
        The first token of the head, that of the frame behind it and that of the definiens, None where the
        sentence has no such frame.
    """
    line = _line(keys, start, end) if grammar.frame.conditional else ""
    for pattern in grammar.frame.conditional:
        if match := pattern.match(line):
            places = match.start("head"), match.start("frame"), match.end()
            head, frame, definiens = (start + line[:at].count(" ") for at in places)
            return head, frame, definiens
    return None


def conditional_frames(
    *, heads: str, verbs: str, conditions: str, pronouns: str, relatives: str, being: str = ""
) -> tuple[re.Pattern[str], ...]:
    """Patterns of frames that stand behind their head.

    Each argument is a set of words, as a regular expression without its brackets.

    Args:
        heads: First words of the head.
        verbs: "counts as" and the like.
        conditions: "if" and "when".
        pronouns: What may stand between them and a colon.
        relatives: Words that neither head nor frame contains.
        being: What stands behind them where another head follows ("est dit intelligent s’il s’agit d’une …"):
            the first is part of the frame then, which is no frame of this kind.
    """
    word = rf"(?:(?!(?:{relatives}) )[^\s,;:.]+ )"
    verbs = rf"(?!.{{0,120}}(?:{conditions}) (?:{being}) )(?:{verbs})" if being else verbs
    stop = rf"(?:,? ?(?:{conditions}) (?:(?:{pronouns}) )?: |(?=(?:, )?(?:{conditions}) ))"
    found = rf"(?P<lead>)(?P<head>(?:{heads}) {word}{{1,6}}?)(?P<frame>(?:{verbs}) {word}{{1,9}}?{stop})"
    return (late(found),)


def naming(*, copula: str, name: str, given: str) -> tuple[re.Pattern[str], ...]:
    """What a frame looks like that says of the term that it is a name ("IA : terme générique désignant …").

    Each argument is a set of words, as a regular expression without its brackets.

    Args:
        copula: "is" and "are".
        name: Nouns for a name.
        given: What follows them and leads to what is named.
    """
    word = r"(?:[^\s,;:.]+ )"
    term = rf"(?:{word}{{1,9}}?(?::|,|-|{copula}) )?"
    return (late(rf"{term}(?:{word}{{1,2}})?(?:{name}) {word}{{0,4}}?(?:{given}) "),)


def _fronted_end(keys: Sequence[str], g: Grammar, start: int, end: int, later: bool) -> int:
    """The end of a frame whose connector stands before or around the term, 0 where there is none.

    "On entend par « IA » un système …"; "per IA si intende un sistema …"; "« IA », un système …".
    """
    f = g.frame
    if not f.fronted:
        return 0
    fronted, parted = _phrases_of(f).fronted, _phrases_of(f).parted
    for at in range(start, min(end - 1, start + _REACH)):
        if keys[at] in g.relative and keys[at - 1] not in f.lending:
            return 0
        if length := _phrase(keys, at, fronted):
            front = at == start or keys[at - 1] == "," or keys[start] in f.introducing
            front = front or keys[at + length - 1] in f.by or _only_numbered(keys[start:at])
            opens = _past_insertion(keys, g, at + length, end)
            if front and (stop := _term_end(keys, g, opens, end)):
                return stop
        length = _phrase(keys, at, parted)
        if length and any(
            keys[i] in f.by
            and (_only_numbered(keys[start:i]) or keys[i - 1] in {",", ")", "."} or keys[i + 1] == "'")
            for i in range(start, at)
        ):
            return at + length
        quoted = keys[at] == "'" and at > start and keys[start:at].count("'") % 2 == 1
        apposed = f.apposed and quoted and not later and at + 2 < end
        if apposed and keys[at + 1] == "," and keys[at + 2] in g.determiner:
            return at + 2
    return 0


def _term_end(keys: Sequence[str], g: Grammar, at: int, end: int) -> int:
    """The token behind a term that follows its connector, 0 where no definiens is told from it."""
    while at < end and keys[at] in either(g.determiner, g.frame.as_, g.frame.term):
        at += 1  # "comme un", "le terme"
    opens = at
    for i in range(at + 1, min(end, at + 20)):
        if keys[i - 1] == "'" and keys[opens] == "'" and i - 1 > opens and keys[i] != "(":
            return i
        if keys[i] in g.relative or keys[i] in {".", ";"}:
            return 0
        if keys[i] == ":":
            return i
        inside = keys[at:i].count("(") > keys[at:i].count(")") or keys[at:i].count("'") % 2 == 1
        if inside:
            continue
        if keys[i] in g.frame.contracted:
            return i + 1
        if keys[i] in g.frame.before_genus and keys[i + 1 : i + 2] and keys[i + 1] in g.determiner:
            return i + 1  # "dá-se o nome de IA a um programa": the preposition may be an article elsewhere
        joins = keys[i - 1] in either(g.adjunct, g.genitive, g.conjunction)
        if keys[i] in g.determiner and (not joins or keys[i - 1] in g.frame.before_genus):
            return i
    return 0


def _once_more(keys: Sequence[str], g: Grammar, start: int, end: int) -> int:
    """The end of "An expert system is" before "a program …" in a later sentence, 0 where it defines nothing.

    The subject is a bare noun with an indefinite article, or ends with the name of what is defined; an
    insertion may follow ("AI, sometimes called machine intelligence, is").
    """
    f = g.frame
    comma = next((i for i in range(start + 1, min(start + _SUBJECT + 1, end)) if keys[i] == ","), 0)
    closing = comma and next((i for i in range(comma + 1, min(comma + _INSERTED, end)) if keys[i] == ","), 0)
    reach = closing + 2 if closing else start + _SUBJECT + 1
    at = next((i for i in range(start + 1, min(reach, end - 2)) if keys[i] in f.copula), 0)
    if not at or keys[at + 1] not in either(f.articles, f.no_term_first) or keys[at + 2] in f.no_genus_first:
        return 0
    if comma and comma < at and at != closing + 1:
        return 0
    subject = keys[start : comma if comma and comma < at else at]
    plain = not any(key in either(g.function, g.modal, g.pronoun) or g.is_verb(key) for key in subject[1:])
    named = _is_name(keys, g, start + len(subject) - 1)
    return at + 1 if plain and (named or (len(subject) > 1 and subject[0] in f.no_term_first)) else 0


def _further_frame(keys: Sequence[str], g: Grammar, start: int, end: int) -> int:
    """The end of "More specifically, it is" before a noun, by which a text defines once more."""
    at = next((i for i in range(start, min(start + 5, end - 2)) if keys[i] in g.frame.pronoun), -1)
    led = at >= 0 and all(key == "," or not g.is_verb(key) for key in keys[start:at])
    if led and keys[at + 1] in g.frame.copula and keys[at + 2] in g.frame.articles:
        return at + 2
    return start


def behind_story(keys: Sequence[str], start: int, end: int, g: Grammar) -> int:
    """The end of a frame in a later sentence where none of those before defines ("Uses vary. Here it means").

    Args:
        keys: Comparison keys of the tokens of the text.
        start: First token of the sentence.
        end: Token behind its last.
        g: The grammar of its language.

    Returns:
        Index of the first token of the definiens; `start` where the sentence has no frame.
    """
    f, at = g.frame, start
    if _covers(keys, g, start, end):
        return start
    if keys[at] in either(f.introducing, f.leading_in) and "," in keys[at : at + _INSERTED]:
        at += 1 + list(keys[at : at + _INSERTED]).index(",")  # "In this white paper, it means …"
    while at < end and (keys[at] in f.here or g.is_adverb(keys[at])):
        at += 1
    stands_in = keys[at : at + 1] and keys[at] in either(f.answering, f.pronoun)
    behind_noun = at + _phrase(keys, at, _phrases_of(f).the_term)
    for verb in range(at + 1, min(at + _SUBJECT + 2, end - 1)):
        if keys[verb] in g.relative or keys[verb] in _STOPS:
            return start
        if not (stop := _connector(keys, g, at, verb, end)):
            continue
        for_itself = verb == at + 1 and stands_in
        named = for_itself or verb == behind_noun > at or _is_name(keys, g, verb - 1) or keys[verb - 1] == "'"
        article = keys[verb + 1] in either(f.articles, f.no_term_first)
        copula = keys[verb] in f.copula and stop == verb + 1  # and not "is about"
        if copula and not (article and (named or keys[at] in f.no_term_first)):
            return start
        return _absorb(keys, g, stop, end) if named or copula else start
    return start


def tells(keys: Sequence[str], start: int, end: int, g: Grammar) -> bool:
    """Whether a sentence says something and is no bare definition, of which a noun stands first.

    Args:
        keys: Comparison keys of the tokens of the text.
        start: First token of the sentence.
        end: Token behind its last.
        g: The grammar of its language.
    """
    saying = either(g.auxiliary, g.modal, g.frame.copula, g.frame.headings)
    for at in range(start, end):
        if keys[at] in g.relative or (
            at > start and keys[at - 1] not in g.determiner and _parts(keys[at], g)
        ):
            return False
        finite = at > start and g.is_third_person(keys[at]) and g.is_verb(keys[at])
        if keys[at] in saying or (finite and keys[at - 1] not in g.determiner):
            return True
    return False


def _parts(key: str, g: Grammar) -> bool:
    """Whether a participle stands at a place, as behind the noun of a bare definition."""
    return g.is_present_participle(key) or key in g.postposed


def _names_term(keys: Sequence[str], g: Grammar, start: int) -> bool:
    """Whether a sentence begins with a term in quotation marks, or with what is called a term.

    "—The term “AI” means …"; "In this framework, the term AI describes …".
    """
    if keys[start] in g.frame.introducing and "," in keys[start : start + 9]:
        start = start + 1 + list(keys[start : start + 9]).index(",")
    if _phrase(keys, start, _phrases_of(g.frame).the_term):
        return True
    while keys[start : start + 1] and (
        keys[start] in either(g.frame.before_term, g.conjunction) or keys[start][:1] in _NUMBER
    ):
        start += 1  # "; and “robot” means …", "; (2) “robot” means …"
    return keys[start : start + 1] == ("'",)


def _denies_verb(keys: Sequence[str], g: Grammar, start: int, colon: int) -> bool:
    """Whether a colon stands behind a sentence that says what a thing does not do ("It does not think: …").

    It is no term, and what stands behind the colon says more of it. "AI is not a machine: it is …" defines.
    """
    denying, being = negations(g.lang), _being(g)
    for at in range(start + 1, colon):
        if keys[at] in denying and keys[at - 1] not in {"-", "(", "'"}:
            return not being & set(keys[start:colon])
    return False


def _stands_for_verb(keys: Sequence[str], g: Grammar, start: int, at: int) -> bool:
    """Whether a dash or a colon is the connector itself ("T: …"), and not "T: (a) means …"."""
    verb_follows = not either(g.frame.means, g.frame.mean, g.frame.refers).isdisjoint(keys[at + 1 : at + 4])
    relative_follows = at + 1 < len(keys) and keys[at + 1] in g.relative
    rubric = keys[at - 1] == "."  # "(a) In general.—The term …"
    rubric = rubric or (at == start + 1 and set(keys[start]) <= set("ivx"))  # "I – sistema de IA: …"
    taken_as = any(key in g.frame.defining_as for key in keys[at + 1 : at + 3])  # "T — understood as"
    in_person = bool(g.frame.we & set(keys[at + 1 : at + 12]))  # "T: for the summit, we defined T as"
    said = _says_more(keys, g, start, at)
    again = keys[at + 1 : at + 1 + min(at - start, 2)] == keys[start : start + min(at - start, 2)]
    joined = any(pair in g.frame.joined for pair in pairwise(keys[at + 1 : at + 12]))
    repeated = again and joined  # "T: T (AB) focuses on …"
    inside = keys[start:at].count("(") > keys[start:at].count(")")  # "T (in English TE - term) is"
    later = verb_follows or relative_follows or rubric or taken_as or in_person or repeated or inside or said
    return _short_subject(keys, g, start, at) and not later


def _says_more(keys: Sequence[str], g: Grammar, start: int, at: int) -> bool:
    """Whether the connector stands behind a colon or dash all the same.

    "Definition: AI is …"; "Machine learning (ML): ML is …"; "AI – also called machine intelligence – is …".
    """
    connecting = either(g.frame.copula, g.frame.means, g.frame.refers)
    before = frozenset(keys[start:at])
    if keys[at + 1 : at + 2] and keys[at + 1] in connecting:
        return True
    for behind in range(at + 2, min(at + _REACH_OF_SUBJECT, len(keys))):
        if keys[behind] in connecting:
            if keys[behind - 1] == keys[at] == "-":
                return keys[at + 1] not in either(g.determiner, g.relative)
            heading = at == start + 1 and keys[start] in g.frame.headings
            return heading or before.issuperset(keys[at + 1 : behind])
        if keys[behind] in either(_STOPS, g.relative):
            return False
    return False
