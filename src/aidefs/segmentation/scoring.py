"""What speaks for an element in a piece: its place in the clause, cues, the nearest reviewed wording.

The place says which piece fills the slot of the genus, where a text excludes or states a condition, and what
is left over. A plain cue says 2, a strong one 4, a weak one 1 (`cues`); the weights below and the costs of
`decoding` are set against that scale. Where a rule of docs/elements.md stands behind a number, the comment
names it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter

from aidefs.library.taxonomy import Roles
from aidefs.segmentation.decoding import CLAUSAL, Scores
from aidefs.segmentation.exemplars import Exemplar
from aidefs.segmentation.facets import excludes
from aidefs.segmentation.features import WordsOfPiece
from aidefs.segmentation.frames import is_predicate, says_what_is_none
from aidefs.segmentation.grammar import Grammar, either
from aidefs.segmentation.phrases import ClausePiece, Link, Phrase
from aidefs.segmentation.segments import Evidence
from aidefs.segmentation.words import Weights, asked_of, words_say
from aidefs.text.cues import CueMatch
from aidefs.text.languages import negations
from aidefs.text.tokens import TokenColumns

__all__ = [
    "LEFT_OVER",
    "LEFT_OVER_BY_PLACE",
    "PHASES",
    "Scoring",
    "Trust",
    "scope_opener",
    "score",
]

PHASES = ("place", "cues", "scope", "nearest")
"""What speaks, in the order in which it is asked: the place in the clause, cues, what makes the rest of a
sentence scope, reviewed wordings."""

Trust = Mapping[str, Sequence[float]]
"""Phase → for each element the factor of what the phase says of it."""

_FRAME = 50.0  # what stands before the connector is frame and nothing else is
_GENUS = 8.0  # the phrase behind the connector fills the slot of the genus, circular or not (rule 9)
_GENUS_OF = 0.8  # "a form of automated processing": the noun that counts may stand behind "of"
_GENUS_OF_KIND = 4.0  # ... and does so behind a noun that only says how many or of what kind ("a series of")
_LIMB_GENUS = 3.0  # a limb that begins "A system …" is a definition of its own
_GENUS_ELSEWHERE = -1.5  # a genus is a noun phrase: a clause on it is another element
_LEFT_OVER = 0.5  # words that nothing speaks for are scope (rule 10)
_CASE = 2.0  # "where …" says in what cases the term applies
_RUNS_ON = 6.0  # an exclusion or an alternative condition runs to the end of its sentence

_FURTHER = (1.0, 0.5, 0.25)  # each further cue of an element in a piece counts for less
_DEPENDENT = 0.35  # rule 1, head decides: what a cue inside a list is worth
_DEPENDENT_CLAUSE = 0.7  # ... inside a clause that may hang on the last item or on the whole list
_IN_GENUS = 0.6  # ... and inside the genus, which may name anything (rule 9)
_BEHIND_HEAD = 0.75  # ... and what it is worth behind the head of its piece
_NEAREST = 1.0  # each content word beyond the first few of the run that a reviewed wording shares
_TOO_SHORT = 3  # content words of a run that say nothing yet: "a machine learning model" is everywhere
_NEAREST_MOST = 6.0
_CONTENT = attrgetter("content")

_ENDS_CLAUSE = frozenset({",", ";", ".", ":"})
_FURTHER_WORDS = 4  # of a sentence on what falls under the term, behind those by which it is known
_OPENING = 18  # tokens by which a sentence tells that it is scope

LEFT_OVER = "nothing else speaks for it"


class Scoring:
    """Scores of the pieces and the evidence behind them.

    Attributes:
        elements: All elements; the scores are in their order.
        scores: For each piece the score of each element.
        evidence: For each piece: element → what speaks for it, with its weight.
        genus: The pieces of the genus.
        scope: For each piece what makes it scope, "" where nothing does.
        words: What is seen of the words of each piece, where they are weighed.
        trust: What the weights of the phase that is asked are multiplied by, element by element.
        place: Element → where its score stands.
        near: The words of the text that lie in reviewed wordings.
        known: The share of its words that lie in them or are of a cue.
    """

    __slots__ = (
        *("elements", "evidence", "genus", "known", "near"),
        *("place", "scope", "scores", "trust", "words"),
    )

    def __init__(self, pieces: int, elements: Sequence[str]) -> None:
        """Nothing yet, for a number of pieces and some elements."""
        self.elements = elements
        self.place = {element: at for at, element in enumerate(elements)}
        self.scores: Scores = [[0.0] * len(elements) for _ in range(pieces)]
        self.evidence: list[dict[str, list[tuple[float, Evidence]]]] = [{} for _ in range(pieces)]
        self.genus: set[int] = set()
        self.scope = [""] * pieces
        self.words: Sequence[WordsOfPiece[int]] = ()
        self.trust: Sequence[float] = [1.0] * len(elements)
        self.near: Mapping[int, Exemplar] = {}
        self.known = 1.0

    def add(self, at: int, element: str, weight: float, evidence: Evidence | None = None) -> None:
        if not element:
            return
        place = self.place[element]
        weight *= self.trust[place]
        self.scores[at][place] += weight
        if evidence is not None:
            self.evidence[at].setdefault(element, []).append((weight, evidence))


def score(
    pieces: Sequence[ClausePiece],
    phrases: Sequence[Phrase],
    columns: TokenColumns,
    grammar: Grammar,
    matches: Sequence[CueMatch],
    near: Mapping[int, Exemplar],
    roles: Roles,
    weights: Weights,
    elements: Sequence[str],
    trust: Trust | None = None,
) -> Scoring:
    """Score every piece for every element.

    Args:
        pieces: The pieces.
        phrases: Their words.
        columns: The tokens as the grammar reads them.
        grammar: The grammar.
        matches: The cues that were found.
        near: For each token the reviewed wording that it lies in.
        roles: Which elements are the genus, the frame and what is left over.
        weights: What single words say.
        elements: All elements, in the order in which the scores are wanted.
        trust: How far what is said counts, where words are weighed besides (`chain`): then a piece behind the
            frame may be frame as well. None where the rules stand alone.
    """
    result = Scoring(len(pieces), elements)
    place, cues, scope, nearest = ((trust[phase] if trust else result.trust) for phase in PHASES)
    result.trust = place
    result.genus = genus = _add_structure(result, pieces, columns, grammar, roles, closed=trust is None)
    result.trust = cues
    _add_cues(result, pieces, columns, grammar, matches, genus, roles)
    result.trust = scope
    _add_running_scope(result, pieces, columns, grammar, matches, roles)
    result.trust = nearest
    _add_nearest(result, pieces, columns, grammar, near)
    _add_words(result, pieces, phrases, columns, grammar, weights)
    return result


# --- place in the clause ---------------------------------------------------------------------

# Links of pieces that can be left over; a list item or an of-phrase without a cue goes with its head.
_INDEPENDENT = frozenset(
    {Link.SENTENCE, Link.LIMB, Link.STOP, Link.RELATIVE, Link.SUBORDINATE, Link.VERB, Link.PARTICIPLE}
)
_LEFT_ALONE = _INDEPENDENT | {Link.GENUS}
_IN_NOUN_PHRASE = frozenset({Link.OF, Link.ITEM, Link.ADJUNCT, Link.LIST})
_LIMBS = frozenset({Link.LIMB, Link.NOUN_LIMB})
_OPEN_ANEW = frozenset({Link.SENTENCE, Link.LIMB})
_MAY_INCLUDE = frozenset({Link.SENTENCE, Link.VERB})
_MAY_EXCLUDE = _OPEN_ANEW | {Link.STOP, Link.VERB, Link.SUBORDINATE}
# Behind any other link a pair of words alone tells that something is excluded.
_MAY_OPEN_SCOPE = _MAY_EXCLUDE | _MAY_INCLUDE
_OF_OBJECT = frozenset({Link.OF, Link.ITEM, Link.PARTICIPLE, Link.ADJUNCT, Link.LIST, Link.PARENTHESIS})
_FRAME_BY_FORM = Evidence("clause", Link.FRAME.value)
_GENUS_BY_PLACE = Evidence("clause", Link.GENUS.value)
LEFT_OVER_BY_PLACE = Evidence("clause", LEFT_OVER)
_INCLUDED = "what the term includes"
_CONCEDED = "alternative condition"
_FALLING = "what falls under the term"
_OTHER_THING = "exclusion of a thing"
_OF_AUTHORITY = "what an authority does"
_NO_OTHER = frozenset({_OTHER_THING, _OF_AUTHORITY})  # no other element stands in such a sentence


def _add_structure(
    result: Scoring,
    pieces: Sequence[ClausePiece],
    columns: TokenColumns,
    g: Grammar,
    roles: Roles,
    closed: bool,
) -> set[int]:
    """Adds what the place says; `closed` says that only its form makes a frame. Returns the genus."""
    keys, limbs_define = columns.keys, _limbs_define(pieces, columns)
    light_openers = either(g.scope.leads, g.list_participle)
    last_frame = max((at for at, piece in enumerate(pieces) if piece.link is Link.FRAME), default=-1)
    announcing = _announcing(columns, g)
    in_genus = False
    genus = set()
    for at, piece in enumerate(pieces):
        if piece.link is Link.FRAME:
            result.add(at, roles.frame, _FRAME, _FRAME_BY_FORM)
            continue
        # "A program is considered an AI system where …": what stands before the connector is its head.
        if closed or (piece.link is Link.GENUS and at < last_frame):
            result.add(at, roles.frame, -_FRAME)
        in_genus = in_genus and piece.link in _IN_NOUN_PHRASE
        if piece.link is Link.GENUS and not _begins_predicate(piece, columns, g):
            in_genus = True
            result.add(at, roles.genus, _GENUS, _GENUS_BY_PLACE)
            if at and at < last_frame and pieces[at - 1].link is Link.FRAME:
                result.add(at, roles.genus, _GENUS)  # "Als KI werden | Systeme | bezeichnet, die …"
            if keys[piece.start] in negations(g.lang):
                result.add(
                    at, roles.genus, _GENUS
                )  # "AI is | not a machine": words that deny look like scope
        elif piece.link is Link.ALTERNATIVE:
            in_genus = True
            result.add(at, roles.genus, _LIMB_GENUS, Evidence("clause", piece.link.value))
        elif (is_limb := _is_limb(piece, columns)) and limbs_define and _is_noun_phrase(piece, columns, g):
            in_genus = True
            result.add(at, roles.genus, _LIMB_GENUS, Evidence("clause", "the limb begins with a noun"))
        elif is_limb and _repeats_genus(piece, pieces, columns, g):
            in_genus = True
            result.add(at, roles.genus, _LIMB_GENUS, Evidence("clause", "the limb repeats the genus"))
        elif not in_genus:
            result.add(at, roles.genus, _GENUS_ELSEWHERE)
            if piece.in_list or piece.link not in _LEFT_ALONE:
                continue
            # "when exposed to data" and "capable of …" say nothing yet, and go with what they lead to.
            leads = keys[piece.head] in g.postposed if piece.head >= 0 else False
            opener = _first_word(piece, columns, g)
            qualifies = leads or opener in light_openers or announcing[piece.start]
            # "…, verschilt van geval tot geval" closes the clause whose subject stands before it.
            qualifies = qualifies or (piece.link is Link.VERB and _only_varies(opener, g))
            qualifies = qualifies or (
                piece.link is Link.SENTENCE
                and any(_only_varies(columns.keys[i], g) for i in _words(piece, columns)[-3:])
            )
            # "el medio que lo rodea": a relative clause that no comma parts says which noun is meant.
            tied = bool(g.means or g.verb_last) and piece.link is Link.RELATIVE and not piece.comma
            restricts = tied and at - 1 not in genus
            # "– bloquear un pagamento, …": what stands behind a dash says more of what stands before it.
            apposed = piece.link is Link.STOP and _behind_dash(columns, piece.start)
            if not (qualifies or restricts or apposed):
                weight = _CASE if keys[piece.start] in g.scope.case else _LEFT_OVER
                if any(
                    keys[piece.start : piece.start + len(words)] == words for words in g.scope.contrasting
                ):
                    weight = _RUNS_ON
                result.add(at, roles.rest, weight, LEFT_OVER_BY_PLACE)
        if in_genus:
            genus.add(at)
            if piece.link is Link.ITEM and _shares_genus(pieces, at, columns, g):
                result.add(at, roles.genus, _GENUS_OF_KIND)
            if piece.link is Link.OF and not _is_object(pieces, at, columns, g):
                kind = pieces[at - 1].link is Link.GENUS and columns.keys[piece.start - 1] in g.kinds
                result.add(at, roles.genus, _GENUS_OF_KIND if kind else _GENUS_OF)
    return genus


def _shares_genus(pieces: Sequence[ClausePiece], at: int, columns: TokenColumns, g: Grammar) -> bool:
    """Whether a piece is one of several nouns that are one genus ("any model, network or software")."""
    first, last = at, at
    while first > 0 and pieces[first].link is Link.ITEM:
        first -= 1
    while last + 1 < len(pieces) and pieces[last + 1].link is Link.ITEM:
        last += 1
    keys = columns.keys[pieces[first].start : pieces[last].end]
    joined = columns.keys[pieces[last].start] in g.conjunction
    commas = any(piece.comma for piece in pieces[first + 1 : last + 1])
    # Where the kinds of things have no list, a clause may be taken for one of the nouns.
    nouns = bool(g.kinds) and "-" not in keys
    return pieces[first].link is Link.GENUS and nouns and joined and commas


def _first_word(piece: ClausePiece, columns: TokenColumns, g: Grammar) -> str:
    """The first word of a piece that does not only stress what follows, "" where there is none."""
    for at in range(piece.start, piece.end):
        if columns.kinds[at] == 2 and columns.keys[at] not in g.focus:
            return columns.keys[at]
    return ""


def _only_varies(key: str, g: Grammar) -> bool:
    """Whether a verb says no more than that something differs."""
    return key.partition("/")[0] in g.scope.varying


def _behind_dash(columns: TokenColumns, at: int) -> bool:
    """Whether a dash stands before a token that is not the mark of a limb."""
    return at > 1 and columns.keys[at - 1] == "-" and columns.keys[at - 2] not in {":", ";", "."}


def _is_object(pieces: Sequence[ClausePiece], at: int, columns: TokenColumns, g: Grammar) -> bool:
    """Whether an of-phrase names what a genus such as "simulation" does something to."""
    before = at - 1
    while before > 0 and pieces[before].link is Link.ITEM:
        before -= 1
    words = _words(pieces[before], columns)
    return pieces[before].link is Link.GENUS and bool(words) and columns.keys[words[-1]] in g.acting_nouns


def _announcing(columns: TokenColumns, g: Grammar) -> list[bool]:
    """For each token whether all from it to a colon only announces ("that is all of the following:")."""
    if ":" not in columns.keys:
        return [False] * len(columns.keys)
    found, announces = [], False
    light = either(g.function, g.determiner, g.announcing)
    for key in reversed(columns.keys):
        if key in {":", ";", "."}:
            announces = key == ":"
        elif key[:1].isalpha() and key not in light:
            announces = False
        found.append(announces)
    return found[::-1]


def _begins_predicate(piece: ClausePiece, columns: TokenColumns, g: Grammar) -> bool:
    """Whether the first piece lacks a noun: "capable of …", "to generate …", "in section 2 of …"."""
    first, head = columns.keys[piece.start], columns.keys[piece.head] if piece.head >= 0 else ""
    if first in g.frame.contracted and piece.start and columns.keys[piece.start - 1] in g.frame.as_:
        return False  # "entiendo la IA como | al conjunto …"
    if first in g.frame.demonstrative and piece.start and columns.keys[piece.start - 1] in g.frame.copula:
        return False  # "AI is that activity which …"
    if piece.start and is_predicate(columns.keys, g, piece.start):
        return True  # "AI | can create original content"
    makes = first in g.infinitive and head in g.frame.making
    # "Door mensen ontworpen systemen": where the verb stands last, an attribute may stand before its noun.
    opens = either(g.relative, g.predicate) if g.verb_last else either(g.relative, g.predicate, g.adjunct)
    predicate = first in opens and first not in g.determiner  # Portuguese "a" is both
    return not makes and (predicate or head in g.postposed)


def _is_limb(piece: ClausePiece, columns: TokenColumns) -> bool:
    return piece.link in _LIMBS or columns.kinds[piece.start] == 1


def _repeats_genus(
    piece: ClausePiece, pieces: Sequence[ClausePiece], columns: TokenColumns, g: Grammar
) -> bool:
    """Whether a limb is the noun of the genus once more ("a process … (ii) a computational process")."""
    genus = next((one for one in pieces if one.link is Link.GENUS), None)
    own = [columns.keys[i] for i in _words(piece, columns) if columns.keys[i] not in g.conjunction]
    article = next((n for n, key in enumerate(own[:3]) if key in g.article), -1)
    if genus is None or article < 0:
        return False
    noun = columns.keys[_words(genus, columns)[-1]] if _words(genus, columns) else ""
    return bool(noun) and own[-1] == noun


def _is_noun_phrase(piece: ClausePiece, columns: TokenColumns, g: Grammar) -> bool:
    words = [columns.keys[i] for i in range(piece.start, piece.end) if columns.kinds[i] == 2]
    words = [word for word in words[:3] if word not in g.conjunction]
    return bool(words) and (words[0] in g.determiner or not (g.is_verb(words[0]) or words[0] in g.function))


def _limbs_define(pieces: Sequence[ClausePiece], columns: TokenColumns) -> bool:
    """Whether the enumerated limbs are definitions of their own: the first follows the frame at once."""
    first = next((piece for piece in pieces if piece.link is not Link.FRAME), None)
    return first is not None and columns.kinds[first.start] == 1


def _add_running_scope(
    result: Scoring,
    pieces: Sequence[ClausePiece],
    columns: TokenColumns,
    g: Grammar,
    matches: Sequence[CueMatch],
    roles: Roles,
) -> None:
    running, reason, element = -1, "", roles.rest
    term = {columns.keys[i] for one in pieces if one.link is Link.FRAME for i in range(one.start, one.end)}
    for at, piece in enumerate(pieces):
        if reason == _INCLUDED:
            clause = piece.link is Link.RELATIVE and columns.keys[piece.start] in g.frame.demonstrative
            series = pieces[at - 1].link is Link.ITEM and columns.keys[pieces[at - 1].start] in g.conjunction
            if clause and not series:
                running = -1  # "and shall include systems that analyse data": the clause says what they do
        elif reason == _CONCEDED:
            if piece.link is Link.RELATIVE and piece.comma:
                running = -1  # "a system, whether sold or hosted, which perceives …": it is of the system
            if _resumes(pieces, at, columns, g):
                running = -1  # "a system, whether used at home or abroad, designed to perform …": it goes on
        if piece.sentence == running:
            result.scope[at] = f"{reason} runs on"
            weight = _FRAME if reason in _NO_OTHER else _RUNS_ON
            result.add(at, element, weight, Evidence("clause", f"{reason} runs on"))
            continue
        # "“AI” does not mean any one device. It means …": before the definition nothing is excluded from it.
        reason = "" if piece.link is Link.FRAME else scope_opener(piece, columns, g, term)
        if reason:
            result.scope[at] = reason
            running, element = piece.sentence, _own_element(piece, columns, g, matches, roles)
            weight = _FRAME if reason in _NO_OTHER else _RUNS_ON
            result.add(at, element, weight, Evidence("clause", reason))


def _resumes(pieces: Sequence[ClausePiece], at: int, columns: TokenColumns, g: Grammar) -> bool:
    """Whether a participle goes on with the clause behind alternatives that are complete."""
    piece = pieces[at]
    if piece.link is not Link.PARTICIPLE or not piece.comma or columns.keys[piece.start] in g.conjunction:
        return False
    if g.verb_last:
        return False  # it may be the verb of the alternatives themselves
    first = at - 1
    while first > 0 and pieces[first].link is not Link.SUBORDINATE:
        first -= 1
    said = columns.keys[pieces[first].start : piece.start]
    return not g.conjunction.isdisjoint(said) and any(map(g.is_past_participle, said))


def _own_element(
    piece: ClausePiece, columns: TokenColumns, g: Grammar, matches: Sequence[CueMatch], roles: Roles
) -> str:
    """The element that an exclusion belongs to: one with a cue for its words, or else what is left over."""
    keys = columns.keys
    pairs = {i for i in range(piece.start, piece.end - 1) if keys[i : i + 2] in g.scope.exclusions}
    words = either(g.scope.conditions, g.facets.excluding)
    single = {i for i in range(piece.start, min(piece.start + 3, piece.end)) if keys[i] in words}
    telling = [match for match in matches if (pairs | single) & set(match.tokens)]
    heaviest = max(telling, key=lambda match: match.cue.weight, default=None)
    return heaviest.cue.element if heaviest else roles.rest


def scope_opener(
    piece: ClausePiece, columns: TokenColumns, g: Grammar, term: Collection[str] = frozenset()
) -> str:
    """What makes the rest of a sentence scope from this piece on, "" where nothing does.

    Args:
        piece: The piece.
        columns: The tokens of the text.
        g: The grammar of its language.
        term: The words of the frame: "“Algorithmic system” includes …" says nothing of algorithms.
    """
    keys = columns.keys[piece.start : piece.end]
    if piece.link not in _MAY_OPEN_SCOPE:
        return "" if g.scope.exclusions.isdisjoint(pairwise(keys)) else "exclusion"
    if piece.link is Link.SENTENCE and says_what_is_none(columns.keys, g, piece.start, len(columns.keys)):
        return _OTHER_THING
    if piece.link is Link.SENTENCE and piece.sentence and _is_of_authority(columns, piece, g):
        return _OF_AUTHORITY
    if piece.link is Link.SUBORDINATE and _is_asked(columns, piece, g):
        return ""
    if piece.link is Link.SUBORDINATE and g.scope.conditions & set(keys[:3]):
        return _CONCEDED if g.scope.concessions & set(keys[:3]) else "condition or exception"
    verb = piece.link is Link.VERB and columns.keys[piece.head] in g.facets.excluding
    if verb or not g.scope.exclusions.isdisjoint(pairwise(keys)):
        return "exclusion"
    if piece.link in _MAY_EXCLUDE and not g.scope.excluded.isdisjoint(keys):
        return "exclusion" if excludes(keys, g) else _FALLING  # "no quedan excluidas"
    if piece.link in _MAY_EXCLUDE and _denies(columns, piece, g):
        return "exclusion"
    if piece.link in _MAY_INCLUDE and _includes(_first_words(piece, columns), g, term):
        return "exclusion" if excludes(_to_verb(_first_words(piece, columns), g), g) else _INCLUDED
    if g.scope.openings and (opening := _says_what_falls_under(columns, piece, g)):
        return "exclusion" if excludes(opening, g) else _FALLING
    if piece.link is Link.SENTENCE and _exemplifies(columns, piece, g):
        return "examples of the term"
    if piece.link is Link.SENTENCE and columns.kinds[piece.start] != 1:
        if (
            g.means or not g.scope.be
        ):  # attributes may stand before the verb: "Les systèmes dotés d’IA peuvent …"
            keys = columns.keys[piece.start :]
        if _of_use(keys, g):
            return "form or area of use"
    return ""


def _is_of_authority(columns: TokenColumns, piece: ClausePiece, g: Grammar) -> bool:
    """Whether the subject of a sentence makes or applies law ("The Minister may by order …").

    A board that decides on what a system proposes ("la commissione") has no capital. A noun without its
    article has to have a verb behind it ("Regulations may specify …", and not "Government agencies use …").
    """
    keys = columns.keys[piece.start : piece.start + _OPENING]
    first = next((n for n, key in enumerate(keys) if key.isalpha()), len(keys))
    led = first + (keys[first : first + 1] != () and keys[first] in either(g.article, g.determiner))
    for at in range(led, min(led + 2, len(keys))):
        if keys[at] in g.scope.authorities:
            behind = keys[at + 1] if at + 1 < len(keys) else ""
            acts = behind in either(g.modal, g.auxiliary, g.frame.copula) or g.is_verb(behind)
            capital = columns.text[columns.starts[piece.start + at]].isupper()
            subject = led > first or not g.article or acts or behind in g.genitive
            # "The Board can overrule its decisions": it may be about the system.
            return capital and subject and (g.pronoun - g.anaphoric).isdisjoint(_in_sentence(keys))
    return False


def _in_sentence(keys: Sequence[str]) -> Sequence[str]:
    """The words up to a full stop."""
    return keys[: keys.index(".")] if "." in keys else keys


def _is_asked(columns: TokenColumns, piece: ClausePiece, g: Grammar) -> bool:
    """Whether a clause only says what a verb before it decides ("determines whether …")."""
    before = piece.start - 1 - (columns.keys[piece.start - 1] == ",")
    asks = columns.keys[piece.start] in g.scope.concessions
    return asks and before >= 0 and g.is_verb(columns.keys[before])


def _first_words(piece: ClausePiece, columns: TokenColumns) -> tuple[str, ...]:
    """The first words of a piece and of those behind it, without the mark of a limb and quotation marks."""
    found = [i for i in range(piece.start, min(piece.start + 20, len(columns.keys))) if columns.kinds[i] == 2]
    return tuple(columns.keys[i] for i in found[:12])


def _denies(columns: TokenColumns, piece: ClausePiece, g: Grammar) -> bool:
    """Whether a sentence begins with words that say what the term is not."""
    first = columns.keys[piece.start : piece.start + 6]
    if piece.link is Link.LIMB:
        first = _first_words(piece, columns)  # "and (ii) is not passive infrastructure"
        first = first[next((n for n, key in enumerate(first) if key not in g.conjunction), 0) :]
    length = next((len(words) for words in g.scope.denied if first[: len(words)] == words), 0)
    return length > 0 and not any(map(g.is_past_participle, first[length : length + 1]))  # "is not limited"


def _to_verb(keys: Sequence[str], g: Grammar) -> Sequence[str]:
    """The words up to the verb that says what a term includes, with its negation behind it."""
    verbs = either(g.scope.include, g.scope.includes)
    at = next((i for i, key in enumerate(keys) if key in verbs), -1)
    return keys[: at + 2]


def _says_what_falls_under(columns: TokenColumns, piece: ClausePiece, g: Grammar) -> Sequence[str]:
    """The words with which a later sentence or clause says what falls under the term; none where it does not.

    The clause goes on a few words behind those by which it is known.
    """
    if not (piece.link is Link.STOP or (piece.sentence and piece.link in _OPEN_ANEW)):
        return ()
    keys = columns.keys[piece.start : piece.start + _OPENING]
    includes = not either(g.scope.include, g.scope.includes).isdisjoint(keys[:8])
    if includes and g.scope.ways and any(key.startswith(g.scope.ways) for key in keys[:10]):
        return ()  # "AI systems include several methods": how it is built
    first = next((n for n, key in enumerate(keys) if key.isalpha()), 0)
    line = " ".join(keys[first:]) + " "
    match = next(filter(None, (pattern.match(line) for pattern in g.scope.openings)), None)
    if match is None:
        return ()
    known = len(line[: match.end()].split())
    ends = either(g.conjunction, g.relative, _ENDS_CLAUSE)
    stop = next((n for n in range(known, len(keys) - first) if keys[first + n] in ends), len(keys) - first)
    return keys[first : first + min(stop, known + _FURTHER_WORDS)]


def _exemplifies(columns: TokenColumns, piece: ClausePiece, g: Grammar) -> bool:
    """Whether a sentence lists examples and nothing else ("À titre d’exemple : …", "Beispiele: …").

    In standards the word stands in capitals and without a mark ("EXEMPLE Un trieur de colis …").
    """
    keys = columns.keys[piece.start : piece.start + 6]
    if (
        keys[0].startswith(g.scope.example or ("?",))
        and columns.printed(piece.start, piece.start + 1).isupper()
    ):
        return True
    colon = keys.index(":") if ":" in keys else 0
    return colon > 0 and any(key.startswith(g.scope.example) for key in keys[:colon])


def _of_use(keys: Sequence[str], g: Grammar) -> bool:
    """Whether a sentence says in what forms or where the thing is used ("can be embedded in …")."""
    if not g.scope.be:
        return _used_apart(keys, g)
    for at in range(len(keys) - 2):
        if g.means and (keys[at] in g.relative or keys[at] in {".", ";"}):
            return False
        if keys[at] in g.scope.can and keys[at + 1] in g.scope.be:
            return any(
                key in g.scope.used or key.endswith(g.scope.used_ending) for key in keys[at + 2 : at + 5]
            )
    return False


def _used_apart(keys: Sequence[str], g: Grammar) -> bool:
    """Whether the first clause of a sentence has a modal verb, and a participle of use behind it."""
    behind = False
    for key in keys:
        if key in {".", ";"} or (behind and key in either(g.relative, g.subordinator, g.purpose_clause)):
            return False
        if behind and key.partition("/")[0] in g.scope.used:
            return True
        behind = behind or key in g.scope.can
    return False


def _includes(keys: Sequence[str], g: Grammar, term: Collection[str]) -> bool:
    """Whether a sentence says what the term includes ("AI includes generative AI"), not how it is built."""
    verbs = either(g.scope.include, g.scope.includes)
    at = next((i for i, key in enumerate(keys[:8]) if key in verbs), -1)
    subject = [key for key in keys[: max(at, 0)] if key not in term]
    if at < 0 or any(key.startswith(g.scope.ways) for key in (*subject, *keys[at + 1 : at + 5])):
        return False
    denied = at > 0 and keys[at - 1] in g.scope.neither  # "no razonan ni comprenden"
    return (keys[at] in g.scope.includes and not denied) or keys[at - 1] in g.scope.shall


# --- cues ------------------------------------------------------------------------------------


def _add_cues(
    result: Scoring,
    pieces: Sequence[ClausePiece],
    columns: TokenColumns,
    g: Grammar,
    matches: Sequence[CueMatch],
    genus: Collection[int],
    roles: Roles,
) -> None:
    owner = [n for n, piece in enumerate(pieces) for _ in range(piece.start, piece.end)]  # of each token
    found: dict[tuple[int, str], list[tuple[float, CueMatch]]] = {}
    behind_object: dict[int, int] = {}  # piece → the last object that it is or that stands before it
    for at, piece in enumerate(pieces):
        if piece.link is Link.OBJECT:
            behind_object[at] = at
        elif at - 1 in behind_object and piece.link in _OF_OBJECT:
            behind_object[at] = behind_object[at - 1]
    defining = {pieces[at].sentence for at in genus}
    for match in matches:
        cue, tokens = match
        element, strength = cue.element, cue.weight
        first, alone = tokens[0], len(tokens) == 1
        if alone and _only_varies(columns.keys[first], g):
            continue
        within = owner[first] == owner[tokens[-1]]  # as most; owners go up with their tokens
        for at in (owner[first],) if within else sorted({owner[token] for token in tokens}):
            piece = pieces[at]
            if at in behind_object and owner[first] < behind_object[at]:
                continue  # "traite … données" speaks of the verb
            weight = strength
            if piece.in_list or (piece.link is Link.ITEM and _in_series(pieces, at)):
                weight *= _DEPENDENT_CLAUSE if piece.link in CLAUSAL or piece.tail else _DEPENDENT
            elif alone and _before_verb(columns, first, g):
                weight *= _DEPENDENT
            elif piece.head not in tokens:
                weight *= _BEHIND_HEAD
            elsewhere = roles.genus and at in genus and element != roles.genus
            if elsewhere and not (piece.link is Link.OF and _is_object(pieces, at, columns, g)):
                weight *= _IN_GENUS
            if element == roles.genus and piece.sentence not in defining:
                weight *= _DEPENDENT  # a later sentence says more of the thing, and not once more what it is
            found.setdefault((at, element), []).append((weight, match))
    for (at, element), hits in found.items():
        if len(hits) > 1:
            hits.sort(key=lambda hit: -hit[0])
        for (weight, match), share in zip(hits, _FURTHER, strict=False):
            result.add(at, element, weight * share, Evidence("cue", _wording(columns, match)))


def _in_series(pieces: Sequence[ClausePiece], at: int) -> bool:
    """Whether a piece continues a series ("planning, creativity and autonomy") that nothing introduces."""
    piece, before = pieces[at], pieces[max(0, at - 1)]
    return piece.link is Link.ITEM and (piece.comma or (before.comma and before.link is Link.ITEM))


def _before_verb(columns: TokenColumns, at: int, g: Grammar) -> bool:
    """Whether a word is an adverb of the verb behind it ("to autonomously perform"): the verb decides."""
    return g.is_adverb(columns.keys[at]) and at + 1 < len(columns.keys) and g.is_verb(columns.keys[at + 1])


def _words(piece: ClausePiece, columns: TokenColumns) -> list[int]:
    return [i for i in range(piece.start, piece.end) if columns.kinds[i] == 2]


def _wording(columns: TokenColumns, match: CueMatch) -> str:
    """The words in which a cue was found, with an ellipsis for a gap that is not empty."""
    if len(match.tokens) == 1:
        return columns.printed(match.tokens[0], match.tokens[0] + 1)
    shown: list[str] = []
    last = match.tokens[0]
    if match.tokens[-1] - last + 1 == len(match.tokens):
        return " ".join([columns.printed(at, at + 1) for at in match.tokens])
    for at in match.tokens:
        if at > last + 1 and 2 in columns.kinds[last + 1 : at]:
            shown.append("…")
        shown.append(columns.printed(at, at + 1))
        last = at
    return " ".join(shown)


# --- the nearest reviewed wording ------------------------------------------------------------


def _add_nearest(
    result: Scoring,
    pieces: Sequence[ClausePiece],
    columns: TokenColumns,
    g: Grammar,
    near: Mapping[int, Exemplar],
) -> None:
    if not near:
        return
    with_modals, without = g.function, either(g.function, g.modal)
    keys, kinds = columns.keys, columns.kinds
    for at, piece in enumerate(pieces):
        silent = with_modals if piece.bare_modal else without
        own = [i for i in range(piece.start, piece.end) if kinds[i] == 2 and keys[i] not in silent]
        said: dict[str, list[int]] = {}
        for i in own:
            if i in near:
                element = near[i].element
                if element in said:
                    said[element].append(i)
                else:
                    said[element] = [i]
        for element, where in said.items():
            longest = max([near[i] for i in where], key=_CONTENT)
            telling = max(0, longest.content - _TOO_SHORT)
            weight = min(_NEAREST_MOST, _NEAREST * telling) * len(where) / len(own)
            if piece.in_list:
                weight *= _DEPENDENT
            wording = columns.printed(where[0], where[-1] + 1)
            result.add(at, element, weight, Evidence("nearest", " ".join(wording.split()), longest.source))


# --- single words ----------------------------------------------------------------------------


def _add_words(
    result: Scoring,
    pieces: Sequence[ClausePiece],
    phrases: Sequence[Phrase],
    columns: TokenColumns,
    g: Grammar,
    weights: Weights,
) -> None:
    if not weights:
        return
    said, place, printed = words_say(g, weights), result.place, columns.printed
    each = zip(pieces, phrases, result.scores, result.evidence, strict=True)
    for piece, phrase, scores, shown in each:
        if piece.link is Link.FRAME:
            continue
        start = piece.start
        says, loudest = said[asked_of(piece, phrase)]
        for element, weight in says.items():
            scores[place[element]] += weight
        for element, loud in loudest.items():
            words = [printed(start + one, start + one + 1) for one in loud]
            shown.setdefault(element, []).append((says[element], Evidence("words", ", ".join(words))))
