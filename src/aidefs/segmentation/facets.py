"""Facets of a segment: facts that stand in its words, without interpretation.

Modal verb, open list, negation and items ("predictions, content, recommendations, or decisions" has four) are
read by the grammar of the language; where there is none, only the position is, and of a genus what `genus`
knows of the language. The rules use its closed word
classes and nothing heavier, because the facets of reviewed segments are wanted at every start of the program.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from aidefs.patterns import late
from aidefs.segmentation.frames import says_what_is_none
from aidefs.segmentation.genus import genus_of, leaves_open
from aidefs.segmentation.grammar import Grammar, Phrases, Words, either, first_words
from aidefs.segmentation.grammars import grammar_of
from aidefs.segmentation.modals import modal_value
from aidefs.segmentation.segments import Facets, Position
from aidefs.text.languages import REFERENCE_NOUNS, negations
from aidefs.text.tokens import TokenColumns

__all__ = ["excludes", "facets"]


_CLOSING = frozenset({"'", ")", "]"})
_MARKS = frozenset({":", "-"})
_BREAKS = frozenset({",", ";", ":", ".", "(", ")", "?", "!"})
_APART = frozenset({",", "(", "-", ":"})
_BEHIND_NUMBER = frozenset({")", "°", "º"})
_BEFORE_LIMB = frozenset({":", ";", ","})
_ENUMERATOR = late(r"[a-z]|([a-z])\1|[ivx]+|\d{1,3}[a-z]?")
_REACH = 5  # words within which a negation stands beside what it denies


def facets(
    columns: TokenColumns, spans: Sequence[tuple[str, int, int]], frame: str = "", genus: str = ""
) -> list[Facets]:
    """Read the facets of the segments of one text.

    Args:
        columns: The tokens of the text.
        spans: Element, first character and character behind the last of each segment, in order.
        frame: The element that names the term; what it enumerates is not said of the thing.
        genus: The element that says what kind of thing it is.

    Returns:
        One record a segment.
    """
    lang, grammar = columns.lang, grammar_of(columns.lang)
    columns = grammar.read(columns)
    runs = _token_runs(columns, spans)
    positions = _positions(columns, grammar, runs)
    if not grammar.lang:
        found = [Facets(position=position) for position in positions]
        return _with_genus(found, columns, spans, runs, lang, genus)
    result = []
    pending: dict[str, str] = {}  # element → a modal that waits for its verb
    telling = _telling(grammar)
    for (element, _, _), (low, high), position in zip(spans, runs, positions, strict=True):
        keys = columns.keys[low:high]
        if telling.isdisjoint(keys):  # as of most segments
            items = () if element == frame else _items(columns, grammar, low, high, 0, 0)
            result.append(Facets(pending.pop(element, None), position, items=items))
            continue
        modal = _modal(columns, grammar, low, high)
        if modal and _is_bare(columns, grammar, low, high):
            pending[element] = modal
        elif modal is None:
            modal = pending.pop(element, None)
        opener = 0 if element == frame else _opener_end(keys, grammar)
        rest = 0 if element == frame else _rest(keys, grammar.facets.rest)
        is_open = opener + rest > 0 or (element != frame and _rest(keys, grammar.facets.further) > 0)
        items = () if element == frame else _items(columns, grammar, low, high, opener, rest)
        result.append(Facets(modal, position, is_open, items, excludes(keys, grammar)))
    return _with_genus(result, columns, spans, runs, lang, genus)


@cache
def _telling(g: Grammar) -> Words:
    """The words of which a segment has one where more is read from it than what it enumerates."""
    phrases = (*g.facets.examples, *g.facets.rest, *g.facets.further)
    rarest = frozenset([max(words, key=len) for words in phrases])  # of "and so forth" no segment lacks "and"
    return either(g.modal, _further_modals(g), _may_exclude(g), rarest)


def _with_genus(
    found: list[Facets],
    columns: TokenColumns,
    spans: Sequence[tuple[str, int, int]],
    runs: Sequence[tuple[int, int]],
    lang: str,
    genus: str,
) -> list[Facets]:
    """The facets with those that the genus alone has, which need no grammar."""
    for n, ((element, _, _), (low, high)) in enumerate(zip(spans, runs, strict=True)):
        if genus and element == genus:
            read = genus_of(columns, low, high, lang)
            based = read.machine_based
            if (
                based is False
                and not read.denied
                and n + 1 < len(runs)
                and leaves_open(columns, *runs[n + 1], lang)
            ):
                based = None
            found[n] = found[n]._replace(
                negated=found[n].negated or read.denied,
                machine_based=based,
                genus=read.noun,
                machine_words=read.words,
            )
    return found


def _token_runs(columns: TokenColumns, spans: Sequence[tuple[str, int, int]]) -> list[tuple[int, int]]:
    """The tokens of each segment, as half-open runs."""
    runs, at = [], 0
    for _, _, end in spans:
        low, at = at, bisect_left(columns.starts, end, at)
        runs.append((low, at))
    return runs


# --- position ---------------------------------------------------------------------------------


def _positions(columns: TokenColumns, g: Grammar, runs: Sequence[tuple[int, int]]) -> list[Position]:
    # A number before a single definition is its place in the article ("3) …"), not a limb.
    limbs_from_start = sum(columns.kinds[low] == 1 for low, high in runs if low < high) > 1
    result: list[Position] = []
    sentence: Position = "main"
    for n, (low, high) in enumerate(runs):
        begins = n == 0 or _ends_sentence(columns, runs[n - 1])
        limb = _begins_limb(columns, g, low, high)
        if begins and n:
            sentence = "list" if limb else "separate"
        elif begins and limb and limbs_from_start:
            sentence = "list"
        result.append("list" if limb and (n or limbs_from_start) else sentence)
    return result


def _begins_limb(columns: TokenColumns, g: Grammar, low: int, high: int) -> bool:
    joins = either(g.conjunction, g.relative, g.facets.before_limb, _MARKS)
    while low < high and columns.keys[low] in joins:
        low += 1
    return low < high and columns.kinds[low] == 1


def _ends_sentence(columns: TokenColumns, run: tuple[int, int]) -> bool:
    at = run[1] - 1
    while at > run[0] and columns.keys[at] in _CLOSING:
        at -= 1
    return at >= run[0] and columns.keys[at] in {".", "?", "!"}


# --- modal, open list, negation ---------------------------------------------------------------


def _modal(columns: TokenColumns, g: Grammar, low: int, high: int) -> str | None:
    """The first modal; one with another subject, as in a relative clause, does not govern the segment."""
    if either(g.modal, _further_modals(g)).isdisjoint(columns.keys[low:high]):
        return None
    inside, only_joins = False, True
    for at in range(low, high):
        key = columns.keys[at]
        is_one = g.is_modal(key) or key in g.facets.only_denied
        if is_one and not _is_noun(columns, g, low, high, at):
            said = modal_value(columns, g, low, high, at)
            if said:
                return None if inside or _of_another(columns, g, low, at) else said
        inside = inside or (key in g.relative and not only_joins)
        # The mark of a limb stands before its relative pronoun as a conjunction does.
        mark = columns.kinds[at] != 2 or columns.keys[at + 1 : at + 2] == (")",)
        only_joins = only_joins and (mark or key in g.conjunction)
    return None


def _is_noun(columns: TokenColumns, g: Grammar, low: int, high: int, at: int) -> bool:
    """Whether a word with the form of a modal verb is a noun ("at will", "the might of …", "1 May 2024")."""
    if columns.keys[at] not in g.facets.modal_nouns:
        return False
    before = columns.keys[at - 1] if at > low else ""
    behind = columns.keys[at + 1] if at + 1 < high else ""
    dated = before.isdigit() or (behind.isdigit() and columns.printed(at, at + 1)[:1].isupper())
    follows = columns.keys[at + 1 : at + 2]
    if (
        not g.relative.isdisjoint(follows)
        and before
        and before not in either(g.relative, g.conjunction, _BREAKS)
    ):
        return True  # "a metal can that keeps …"
    return dated or before in g.adjunct or before in g.genitive or before in g.facets.before_nouns


def _of_another(columns: TokenColumns, g: Grammar, low: int, at: int) -> bool:
    """Whether a modal verb has a subject of its own, which is not what the segment speaks of.

    That stands behind the relative pronoun or the conjunction that opens the clause, and no mark parts them
    ("that the user may switch off", "as the provider shall determine"), or behind a verb that has had its
    object ("generates outputs no human can").
    """
    words = g.facets
    if not words.subject_first:
        return False
    if columns.keys[low] in g.relative and not g.takes_relative.isdisjoint(
        columns.keys[max(low - 8, 0) : low]
    ):
        return False  # "so realistic that a person would believe": the segment speaks of the person
    begins = max((n + 1 for n in range(low, at) if columns.keys[n] in _BREAKS), default=low)
    opened = max((n for n in range(begins, at - 1) if columns.keys[n] in words.opens_subject), default=-1)
    if opened >= 0 and (columns.keys[opened] not in g.relative or columns.keys[opened + 1] in words.subjects):
        return g.conjunction.isdisjoint(columns.keys[opened:at])
    joined = max((n + 1 for n in range(begins, at) if columns.keys[n] in g.conjunction), default=begins)
    while joined < at and columns.keys[joined] in g.relative:
        joined += 1
    return joined < at - 1 and g.is_verb(columns.keys[joined]) and columns.keys[joined] not in g.auxiliary


@cache
def _further_modals(g: Grammar) -> Words:
    """The forms of modal verbs beside those that cut a text (`Grammar.is_modal`)."""
    return frozenset([*g.facets.modals, *g.facets.only_denied])


def _is_bare(columns: TokenColumns, g: Grammar, low: int, high: int) -> bool:
    words = [columns.keys[i] for i in range(low, high) if columns.kinds[i] == 2]
    bare = either(g.modal, g.relative, g.conjunction, g.also, negations(g.lang), g.facets.denying_forms)
    return all(word in bare for word in words)


def _rest(keys: Sequence[str], words: Phrases) -> int:
    """Where words begin that leave a list open at its end ("etc."), 0 where there are none."""
    return next((at for at in _phrases(keys, words) if at), 0)


def _phrases(keys: Sequence[str], phrases: Phrases) -> Iterator[int]:
    """Where one of several phrases stands."""
    begun = _by_first_word(phrases)
    if begun.keys().isdisjoint(keys):
        return
    for at, key in enumerate(keys):
        if key in begun and any([tuple(keys[at : at + len(words)]) == words for words in begun[key]]):
            yield at


@cache
def _by_first_word(phrases: Phrases) -> Mapping[str, Phrases]:
    """Phrases by their first word."""
    return {first: tuple([words for words in phrases if words[0] == first]) for first in first_words(phrases)}


def _opener_end(keys: Sequence[str], g: Grammar) -> int:
    """Where the examples of an open list begin, 0 where there is none."""
    first = first_words(g.facets.examples)
    if first.isdisjoint(keys):
        return 0
    for at, key in enumerate(keys):
        for words in g.facets.examples if key in first else ():
            behind = at + len(words)
            if tuple(keys[at:behind]) != words or (
                behind < len(keys) and keys[behind] in g.facets.no_examples
            ):
                continue
            if len(words) > 1 or key not in g.facets.asks or not _asks(keys, g, at):
                return behind
    return 0


def _asks(keys: Sequence[str], g: Grammar, at: int) -> bool:
    """Whether a word that may introduce examples says "how".

    Examples stand behind a noun and are nouns: behind a verb, before one, or before a clause it is "how".
    """
    behind = next((n for n in range(at + 1, len(keys)) if keys[n] not in _BREAKS), len(keys))
    if behind == len(keys) or g.is_infinitive(keys[behind]):
        return True
    if at and (keys[at - 1] in g.finite or keys[at - 1].endswith("/verb")):
        return True  # "deduce come i risultati …", "funciona como …"; "i dati che riceve, come testi"
    parted = at > 1 and keys[at - 1] == "," and keys[at - 2] in g.inferring
    return parted or _begins_clause(keys, behind, g)


def _begins_clause(keys: Sequence[str], at: int, g: Grammar) -> bool:
    """Whether a subject and its verb stand behind a word, with no more than a few words between."""
    for n in range(at, min(at + _REACH, len(keys))):
        if keys[n] in _BREAKS or keys[n] in g.relative or keys[n] in g.conjunction:
            return False
        if n > at and (keys[n] in g.auxiliary or g.is_modal(keys[n])) and keys[n] not in negations(g.lang):
            return True
    return False


def excludes(keys: Sequence[str], g: Grammar) -> bool:
    """Whether words say that something is excluded, not included, or falls outside of something.

    "Is not excluded" says the opposite.
    """
    if _may_exclude(g).isdisjoint(keys):  # as most
        return False
    words, denying = g.facets, negations(g.lang)
    excluding = either(words.excluding, words.excluded)
    if not excluding.isdisjoint(keys) and any(
        key in excluding and not _denied(keys, at, denying, either(words.only, words.perhaps))
        for at, key in enumerate(keys)
    ):
        return True
    if not words.excluding_pairs.isdisjoint(pairwise(keys)) and any(
        pair in words.excluding_pairs
        and either(excluding, words.only, words.perhaps).isdisjoint(keys[at + 1 : at + 4])
        for at, pair in enumerate(pairwise(keys))
    ):
        return True
    if not denying.isdisjoint(keys):
        for at, key in enumerate(keys):
            if key in denying and _denies_inclusion(keys, at, g):
                return True
        if says_what_is_none(keys, g, 0, len(keys)):
            return True
    return not words.outside.isdisjoint(keys) and any(
        key in words.outside and _falls_outside(keys, at, g) for at, key in enumerate(keys)
    )


@cache
def _may_exclude(g: Grammar) -> Words:
    """The words of which one has to be there where something is excluded."""
    words = g.facets
    pairs = frozenset([first for first, _ in words.excluding_pairs])
    return either(words.excluding, words.excluded, pairs, negations(g.lang), words.outside)


def _denied(keys: Sequence[str], at: int, denying: Words, light: Words) -> bool:
    """Whether a negation stands before a word, with no more than an auxiliary between."""
    for n in range(at - 1, max(at - 4, -1), -1):
        if keys[n] in _BREAKS:
            return False
        if keys[n] in denying:
            return keys[n + 1] not in light
    return False


def _around(keys: Sequence[str], at: int, g: Grammar) -> tuple[list[str], list[str]]:
    """The words of a clause before a word, from it on, and those behind it."""
    sides = []
    for step in (-1, 1):
        side: list[str] = []
        n = at + step
        while 0 <= n < len(keys) and len(side) < _REACH and keys[n] not in either(g.conjunction, _BREAKS):
            side.append(keys[n].partition("/")[0])
            n += step
        sides.append(side)
    return sides[0], sides[1]


def _denies_inclusion(keys: Sequence[str], at: int, g: Grammar) -> bool:
    """Whether a negation denies that something is included, or is the thing that is defined."""
    words = g.facets
    before, behind = _around(keys, at, g)
    if at > 1 and keys[at - 2] in g.scope.concessions:
        return False  # "whether or not it is covered"
    if not either(words.only, words.perhaps).isdisjoint(behind[:2]) or not words.excess.isdisjoint(behind):
        return False
    reached = [*(before if words.denied_before else ()), *behind]
    if not words.covering.isdisjoint(reached):
        # "nicht ausgenommen", "no quedan excluidas": nothing is denied to be included
        return either(words.excluding, words.excluded).isdisjoint(reached)
    copula = not g.frame.copula.isdisjoint([*before[:2], *behind[:1]])
    return copula and _names(behind[:_REACH], g)


def _names(words: Sequence[str], g: Grammar) -> bool:
    """Whether words name artificial intelligence."""
    pairs = g.names - g.frame.other_names
    return not pairs.isdisjoint(pairwise(words)) or any(
        word.partition("-")[0] in g.frame.names for word in words
    )


def _falls_outside(keys: Sequence[str], at: int, g: Grammar) -> bool:
    """Whether "outside" stands behind "falls", or before what something falls outside of."""
    before, behind = _around(keys, at, g)
    denied = not negations(g.lang).isdisjoint(before[:3])
    stands = not g.facets.standing.isdisjoint(before[:1]) and not behind
    return not denied and (stands or not g.facets.definition.isdisjoint(behind[:4]))


# --- items ------------------------------------------------------------------------------------

_Member = list[int]  # tokens of one item


def _items(columns: TokenColumns, g: Grammar, low: int, high: int, opener: int, rest: int) -> tuple[str, ...]:
    """The items of the longest enumeration in a run of tokens.

    Args:
        columns: The tokens of the text.
        g: The grammar of its language.
        low: First token of the segment.
        high: Token behind its last.
        opener: Tokens from the first to the one behind "such as" or "including", 0 where nothing introduces
            a list.
        rest: Tokens from the first to words that leave the list open at its end, 0 where there are none.

    Returns:
        The items in order, in lower case, without article; empty where nothing is enumerated. In an
        enumeration by limbs each limb gives its first phrase.
    """
    if rest > opener:
        high = low + rest
    if opener:
        if _is_aside(columns.keys, low + opener, high, g):
            return ()  # "content (including text and images), decisions": examples of one item
        marks = [i for i in range(low + opener, high) if columns.kinds[i] == 1]
        if len(marks) > 1:
            return tuple(filter(None, (_phrase(columns, g, at + 1, high) for at in marks)))
        return _introduced(columns, g, low + opener, high)
    if g.conjunction.isdisjoint(columns.keys[low:high]):
        return ()  # none of them is closed
    behind_mark = (
        at
        for at in _phrases(columns.keys[low:high], g.facets.listing)
        if at and columns.keys[low + at - 1] in _APART
    )
    if told := next(behind_mark, 0):
        return _told(columns, g, low + told, high)
    excluding = excludes(columns.keys[low:high], g)
    best: list[str] = []
    for chunks in _enumerations(columns, g, low, high):
        if not excluding and _is_none(columns, g, chunks, low):
            continue
        found = _pair(columns, g, *chunks) if len(chunks) == 2 else _series(columns, g, chunks)
        if len(found) > len(best) and all(found) and not g.facets.quantities & set(found):
            best = found
    return tuple(best)


def _is_aside(keys: Sequence[str], at: int, high: int, g: Grammar) -> bool:
    """Whether examples stand in a parenthesis behind which the list goes on."""
    depth = 0
    for n in range(at, high - 1):
        depth += (keys[n] == "(") - (keys[n] == ")")
        if depth < 0:
            return keys[n + 1] == "," and n + 2 < high and keys[n + 2] not in g.conjunction
    return False


def _told(columns: TokenColumns, g: Grammar, at: int, high: int) -> tuple[str, ...]:
    """The items behind words that say what something comprises ("namely predictions and decisions").

    What stands before them is no item. One item alone is no list.
    """
    words = next(one for one in g.facets.listing if columns.keys[at : at + len(one)] == one)
    found = _introduced(columns, g, at + len(words), high)
    return found if len(found) > 1 else ()


def _is_none(columns: TokenColumns, g: Grammar, chunks: list[_Member], low: int) -> bool:
    """Whether joined words are no list of what a segment names.

    What is denied is not listed ("no content but only predictions"); adverbs are no things ("quickly and
    cheaply"); and what hangs on a preposition behind the object of a verb says for whom or in what it is
    ("generates decisions for employers and banks").
    """
    keys, first, denying = columns.keys, chunks[0], negations(g.lang)
    opening = [*range(max(first[-1] - 2, low), first[-1] + 1), *(chunk[0] for chunk in chunks[1:])]
    if any(keys[at] in denying and not _of_modal(columns, g, at) for at in opening):
        return True
    if any(len(chunk) == 1 and g.is_adverb(keys[chunk[0]]) for chunk in chunks[1:]):
        return True
    if len(chunks) == 2 and len(chunks[1]) > 1:
        return False  # attributes of one noun ("under varying and unpredictable circumstances")
    place = next((n for n in range(len(first) - 1, 0, -1) if keys[first[n]] in g.adjunct), 0)
    opens = [n for n in range(place) if keys[first[n]] in g.relative or g.is_past_participle(keys[first[n]])]
    verb = next((n for n in range(max(opens, default=-1) + 1, place) if g.is_verb(keys[first[n]])), place)
    return any(not g.is_outside(keys[at]) for at in first[verb + 1 : place])


def _of_modal(columns: TokenColumns, g: Grammar, at: int) -> bool:
    """Whether a negation denies the modal verb beside it, of which the facet says it."""
    beside = range(max(at - 1, 0), min(at + 2, len(columns.keys)))
    return any(g.is_modal(columns.keys[n]) or columns.keys[n] in g.facets.only_denied for n in beside)


def _text(columns: TokenColumns, g: Grammar, chunk: _Member) -> str:
    leading = either(g.determiner, g.facets.leading)
    while len(chunk) > 1 and columns.keys[chunk[-1]] in g.facets.only:
        chunk = chunk[:-1]  # "… and decisions only"
    first = next((at for at in chunk if columns.keys[at] not in leading), None)
    return "" if first is None else " ".join(columns.printed(first, chunk[-1] + 1).split()).lower()


def _phrase(columns: TokenColumns, g: Grammar, low: int, high: int) -> str:
    at = low
    while at < high and columns.kinds[at] == 2:
        at += 1
    return _text(columns, g, list(range(low, at)))


def _introduced(columns: TokenColumns, g: Grammar, low: int, high: int) -> tuple[str, ...]:
    """Items behind an opener: what commas and conjunctions part, up to a clause or a full stop."""
    chunks: list[_Member] = [[]]
    depth = 0
    # "Content, for example text": words that lead to examples are none of them.
    leading = {
        low + at + n
        for at in _phrases(columns.keys[low:high], g.facets.examples)
        for words in _by_first_word(g.facets.examples)[columns.keys[low + at]]
        if columns.keys[low + at : low + at + len(words)] == words
        for n in range(len(words))
    }
    for at in range(low, high):
        key = columns.keys[at]
        if at in leading and not chunks[-1]:
            continue
        depth += (key == "(") - (key == ")")
        if depth > 0 or key == ")":
            continue
        if depth < 0 or key in {".", ":", ";"} or (g.is_stop(key) and chunks != [[]]):
            break
        if any(chunks) and not chunks[-1] and _goes_on_with_a_verb(key, g):
            break  # "…, including electric vehicles, but does not include a trailer"
        if key in {",", "/"} or key in g.conjunction:
            chunks.append([])
        elif columns.kinds[at] == 2:
            chunks[-1].append(at)
    return tuple(filter(None, (_text(columns, g, chunk) for chunk in chunks)))


def _goes_on_with_a_verb(key: str, g: Grammar) -> bool:
    """Whether a word behind the items of a list begins what is said next of the thing."""
    return key in either(g.auxiliary, g.frame.copula, negations(g.lang)) or key in g.facets.before_negation


def _enumerations(columns: TokenColumns, g: Grammar, low: int, high: int) -> list[list[_Member]]:
    """Runs of chunks joined by commas and closed by a conjunction with one chunk behind it."""
    found: list[list[_Member]] = []
    chunks: list[_Member] = [[]]
    closing, serial = False, False  # behind the last conjunction, and a comma stands before it
    numbering = _numbering(columns.keys, low, high)
    for at in range(low, high + 1):
        if at in numbering:
            continue
        key = columns.keys[at] if at < high else "."
        word = at < high and columns.kinds[at] == 2 and key not in g.conjunction
        if key in g.conjunction and not closing:
            serial = at > low and columns.keys[at - 1] == ","
        if word and not (closing and _leaves(key, g, chunks[-1])):
            chunks[-1].append(at)
        elif not _says_something(columns, g, chunks[-1]):
            # Nothing but connectives so far ("and that, for …"): what follows begins afresh.
            chunks[-1] = []
            closing = len(chunks) > 1 and (closing or key in g.conjunction)
        elif key in {",", "-"} and not closing:
            chunks.append([])
        elif key in {",", "-"} and len(chunks) > 3 and not serial:
            chunks[-2:] = [chunks[-2] + chunks[-1], []]  # "…, identity and access management, …"
            closing = False
        elif key in g.conjunction and not closing:
            closing = True
            chunks.append([])
        else:
            if closing:
                found.append([chunk for chunk in chunks if chunk])
            # The last item may begin the next enumeration ("content or make decisions, predictions …"), but
            # not where a comma has closed the list ("content, or decisions, whatever their form").
            goes_on = closing and (key in g.conjunction or (key == "," and not serial))
            chunks = [chunks[-1], []] if goes_on else [[at] if word else []]
            closing = goes_on and key in g.conjunction
    return [one for one in found if len(one) > 1]


def _numbering(keys: Sequence[str], low: int, high: int) -> set[int]:
    """The tokens that number limbs and are no words of an item ("bb)", "II –", "2°")."""
    found: set[int] = set()
    depth = 0
    for at in range(low, high):
        depth += (keys[at] == "(") - (keys[at] == ")" and at not in found)
        before, behind = keys[at - 1] if at else ":", keys[at + 1] if at + 1 < high else ""
        closes = behind in _BEHIND_NUMBER and before not in REFERENCE_NOUNS  # but "Buchstabe a)"
        closes = closes or (behind == "-" and before in _BEFORE_LIMB)
        if depth == 0 and closes and _ENUMERATOR.fullmatch(keys[at]):
            found |= {at, at + 1}
    return found


def _says_something(columns: TokenColumns, g: Grammar, chunk: _Member) -> bool:
    return not all(g.is_empty(columns.keys[at]) for at in chunk)


def _leaves(key: str, g: Grammar, chunk: _Member) -> bool:
    """Whether a word ends the last item."""
    if not chunk or key in g.genitive:
        return False
    return g.is_empty(key) or key in g.postposed or g.is_present_participle(key) or g.is_past_participle(key)


def _opens_phrase(columns: TokenColumns, g: Grammar, chunk: _Member, n: int) -> bool:
    """Whether a word is a participle with an object ("requiring human-like perception")."""
    return g.is_present_participle(columns.keys[chunk[n]]) and (
        n == 0 or columns.keys[chunk[n - 1]] not in g.compounding
    )


def _tail(columns: TokenColumns, g: Grammar, chunk: _Member, nominal: bool = True) -> _Member:
    """The phrase that ends a chunk: behind the last function word or verb.

    With `nominal` a participle counts as a verb; in a list of participles it begins the item.
    """
    cut = 0
    for n, at in enumerate(chunk):
        key = columns.keys[at]
        last = n == len(chunk) - 1
        verbal = g.is_verb(key) or (nominal and _opens_phrase(columns, g, chunk, n))
        particle = 0 < n == cut and not last and key in g.facets.particles and g.is_verb(columns.keys[at - 1])
        if g.is_outside(key) or (verbal and not last) or particle:
            cut = n + 1
    return chunk[cut:]


def _series(columns: TokenColumns, g: Grammar, chunks: list[_Member]) -> list[str]:
    """Three and more: the first is cut down to its noun phrase."""
    nominal = len(chunks[1]) == 1 or not g.is_present_participle(columns.keys[chunks[1][0]])
    first = _tail(columns, g, chunks[0], nominal)
    if not nominal and first and not g.is_present_participle(columns.keys[first[0]]):
        return []  # "data, reasoning on …, or processing …": clauses are joined, not items
    return [_text(columns, g, chunk) for chunk in (first, *chunks[1:])]


def _agreeing(columns: TokenColumns, g: Grammar, left: _Member, right: _Member) -> list[str]:
    """Two words in a row with one ending ("fizyczne lub wirtualne"); of longer ones none is sure."""
    words = [columns.keys[left[0]], columns.keys[right[0]]]
    agree = len(right) == 1 and words[0][-1] == words[1][-1] and not any(map(g.is_empty, words))
    return [_text(columns, g, left), _text(columns, g, right)] if agree else []


def _is_thing(g: Grammar, key: str) -> bool:
    """Whether a word has the form of a noun in the plural and of nothing else."""
    return g.is_plural(key) and not g.is_verb(key) and not key.endswith(("us", "ss", "is"))


def _begins_reduced(columns: TokenColumns, g: Grammar, right: _Member) -> bool:
    """Whether words are a participle with what hangs on it ("by sensors or supplied by users")."""
    behind = right[0] + 1
    return (
        g.is_past_participle(columns.keys[right[0]])
        and behind < len(columns.keys)
        and columns.keys[behind] in either(g.adjunct, g.behind_participle, g.subordinator)
    )


def _pair(columns: TokenColumns, g: Grammar, left: _Member, right: _Member) -> list[str]:
    """Two: either modifiers of one noun ("explicit or implicit objectives") or two nouns."""
    left = _tail(columns, g, left) or left[-1:]
    if g.adjective_behind:
        return _agreeing(columns, g, left[-1:], right)
    first, second = columns.keys[left[-1]], columns.keys[right[0]]
    if (
        g.is_empty(second)
        or any(g.is_modal(key) or key in g.facets.only_denied for key in (first, second))
        or (_begins_reduced(columns, g, right) and not g.is_past_participle(first))
        or second in g.pronoun
        or g.is_verb(first) != g.is_verb(second)
        or (len(right) > 1 and g.is_present_participle(second) and columns.keys[right[1]] not in g.genitive)
    ):
        return []  # clauses are joined, not items
    if len(right) == 2 and _is_thing(g, first) and _is_thing(g, columns.keys[right[1]]):
        verb = len(left) > 1 and columns.keys[left[0] - 1] in g.pronoun  # "it covers plug-ins and …"
        return [_text(columns, g, left[verb:]), _text(columns, g, right)]  # "spreadsheets or spam filters"
    if len(right) > 1 and not g.is_adverb(second) and second not in g.determiner:
        return [_text(columns, g, left[-1:]), _text(columns, g, right[:1])]
    return [_text(columns, g, left), _text(columns, g, right)]
