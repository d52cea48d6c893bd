"""The automatic method: cut, find, score, weigh, decode, merge."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from math import inf
from typing import Any

from aidefs.classes import NamedTuple, kept
from aidefs.errors import InputError, NoCues, NoDefinition
from aidefs.library.compiled import fingerprint
from aidefs.library.files import read_derived
from aidefs.library.records import Definition
from aidefs.library.taxonomy import Element, Roles, Taxonomy, roles_of
from aidefs.patterns import late
from aidefs.segmentation.chain import ChainLattice, LinearChain, chain_of
from aidefs.segmentation.clauses import cut
from aidefs.segmentation.decoding import CLAUSAL, Lattice, change_cost, first_of_best
from aidefs.segmentation.disciplines import BY_FORM, add_disciplines, give_lists_to_faculties
from aidefs.segmentation.exemplars import Exemplar, exemplar_index
from aidefs.segmentation.frames import only_talks
from aidefs.segmentation.genus import opens_with_denial
from aidefs.segmentation.grammar import Grammar, either
from aidefs.segmentation.grammars import grammar_of
from aidefs.segmentation.mentions import denying, lacks_its_word, leaves_nothing, mentioned, words_told
from aidefs.segmentation.phrases import ClausePiece, Link, phrase_of
from aidefs.segmentation.scoring import (
    LEFT_OVER,
    LEFT_OVER_BY_PLACE,
    Scoring,
    scope_opener,
    score,
)
from aidefs.segmentation.segments import Confidence, Evidence, Labelled
from aidefs.segmentation.words import LEAST_SHOWN, WORDS_SHOWN, Weights, are_shipped, word_weights
from aidefs.text.cues import PLAIN, CueMatch, Cues, compile_cues, cues_as_written, find_cues
from aidefs.text.languages import (
    UNDETERMINED,
    has_unspaced_letters,
    language_name,
    negations,
    primary,
)
from aidefs.text.tokens import TokenColumns, token_columns

__all__ = [
    "NEVER",
    "Labelled",
    "Learned",
    "assign_elements",
    "derived_cues",
    "in_doubt",
    "learned_of",
    "out_of_sight",
    "perhaps_overlooked",
    "scored_pieces",
]

_MOST_EVIDENCE = 4  # shown for a segment; the heaviest
_SURE = 2 * PLAIN
_MAY_BE_PARTED = frozenset({Link.SENTENCE, Link.VERB, Link.RELATIVE, Link.LIMB, Link.STOP})
_MAY_HOLD_OBJECT = frozenset({Link.ADJUNCT, Link.ITEM, Link.OF})
_SHORTEST = 8  # words of a text that may be a definition in a language that cannot be told
_WORDS = late(r"[\w/’'-]+")
_MEASURED = frozenset({"en"})  # languages in which most elements of texts never seen are found
_QUOTING = frozenset({"cue", "nearest"})  # evidence that holds words of the text
_BEHIND_STOP = frozenset({Link.SENTENCE, Link.GENUS})  # across which no cue reaches
_HANGS_ON_NOUN = frozenset({Link.OF, Link.ADJUNCT})
_CLAUSES = CLAUSAL | {Link.VERB, Link.SUBORDINATE, Link.COMPLEMENT, Link.LIMB}
# Classes of words of the lexicon by which a text without cues is told to define something.
_THINGS = frozenset({"device", "software"})
_SIDES = frozenset(
    {"infer", "generate", "receive", "adapt", "technique", "imitate", "cognition", "influence", "oversight"}
    | {"lack", "autonomy", "output", "data", "goal"}
)
_MOST_SIDES_BY_CHANCE = 6  # of these a text has less often that is about something else
_ON_NOUN = frozenset({Link.RELATIVE, Link.PARTICIPLE})
_LONGEST_FRAME = 50  # tokens
_CONNECTOR = 6  # tokens before the end of a frame among which a negation denies it
_REPEATED = 1 / 3  # of the tokens of a definiens; as many lie in reviewed wordings of the elements they have
NEVER = 1000.0  # points; more than all that speaks for an element in a text


class Learned(NamedTuple):
    """What was learned from annotated texts.

    Attributes:
        words: What single words say, on top of the rules.
        chain: What is weighed beside the rules, None where they stand alone.
    """

    words: Weights
    chain: LinearChain | None = None


def learned_of(lang: str, elements: Collection[str]) -> Learned:
    """What comes with aidefs for texts in a language and for some elements; it may be nothing.

    Args:
        lang: BCP 47 tag.
        elements: The elements of the taxonomy.
    """
    return Learned(word_weights(primary(lang), elements), chain_of(lang, elements))


class _Lead(NamedTuple):
    """By how much an element must beat the next to be sure, by the strongest that speaks for it.

    Each is set so that about 97 % of the segments that reach it are right, in the reviewed definitions
    without the help of any that is alike and in texts that the rules had not seen.

    Attributes:
        shared: A reviewed wording shares words with the segment.
        genus: The segment fills the slot of the genus ...
        named: ... and a cue speaks for it.
        alone: Only cues and single words speak.
        rest: It is left over, and no reviewed wording shares words with it.
        repeated: Anything speaks for it, in a text that repeats reviewed wordings (`_REPEATED`).
    """

    shared: float
    genus: float
    named: float
    alone: float
    rest: float
    repeated: float = inf


_LEAD = _Lead(shared=1.5, genus=6.0, named=4.0, alone=5.0, rest=inf, repeated=0.5)
# In other languages than English, in those where a chain weighs beside the rules, and with elements of
# another term or of one's own.
_LEAD_ELSEWHERE = _Lead(shared=1.5, genus=inf, named=5.0, alone=5.0, rest=inf)
_LEAD_WEIGHED = _Lead(shared=1.5, genus=6.5, named=6.5, alone=6.0, rest=6.5)
_LEAD_UNTRIED = _Lead(shared=4.0, genus=inf, named=inf, alone=inf, rest=inf)


def assign_elements(
    definition: Definition,
    library: Mapping[str, Definition],
    taxonomy: Mapping[str, Element],
    exclude: Collection[str] = (),
    learned: Learned | None = None,
    columns: TokenColumns | None = None,
) -> list[Labelled]:
    """Label a definition automatically.

    Args:
        definition: The definition; a reviewed annotation it may carry is not looked at, unless the
            library holds it and `exclude` does not.
        library: Where reviewed wordings are looked up.
        taxonomy: The elements and their cues.
        exclude: Ids of definitions whose reviewed wordings may not help.
        learned: What was learned of words; by default what comes with aidefs for the language.
        columns: The tokens of the text, where they are known.

    Returns:
        Element, character span, evidence and confidence of each segment, in order.

    Raises:
        InputError: No word in the text, or no element in the taxonomy.
        NoCues: Nothing is known of the language.
        NoDefinition: Nothing in the text looks like a definition.
    """
    learned = learned or _elements_of(taxonomy, primary(definition.lang)).learned
    columns, read, pieces, result = scored_pieces(definition, library, taxonomy, exclude, learned, columns)
    costs = list(map(change_cost, pieces))
    chain = learned.chain.of_text(result.known) if learned.chain else None
    lattice: Lattice | ChainLattice = (
        ChainLattice(result.scores, pieces, costs, chain)
        if chain
        else Lattice(result.scores, costs, result.elements)
    )
    path = lattice.best_sequence()
    grammar = grammar_of(definition.lang)
    if chain:
        give_lists_to_faculties(read, grammar, pieces, path, result)
    ahead = lattice.margins(path)
    _give_modals_to_verbs(read, grammar, pieces, path)
    _give_numbers_to_notes(read, grammar, pieces, path)
    _give_insertions_to_verbs(read, grammar, pieces, path, result)
    if chain:
        _add_words(result, columns, pieces, path, chain)
    if not are_shipped(taxonomy):
        lead = _LEAD_UNTRIED
    else:
        elsewhere = _LEAD_WEIGHED if chain else _LEAD_ELSEWHERE
        lead = _LEAD if primary(definition.lang) in _MEASURED else elsewhere
    return _merge(columns, grammar, pieces, path, result, ahead, lead, roles_of(taxonomy))


def in_doubt(taxonomy: Mapping[str, Element]) -> list[str]:
    """The elements in the order in which they are asked: words that would do for any are left over."""
    rest = roles_of(taxonomy).rest
    return sorted(taxonomy, key=lambda name: name != rest)


def scored_pieces(
    definition: Definition,
    library: Mapping[str, Definition],
    taxonomy: Mapping[str, Element],
    exclude: Collection[str] = (),
    learned: Learned | None = None,
    columns: TokenColumns | None = None,
) -> tuple[TokenColumns, TokenColumns, list[ClausePiece], Scoring]:
    """Cut a definition into pieces and score each for every element; arguments as in `assign_elements`.

    Returns:
        The tokens of the text, the same as its grammar reads them, the pieces and their scores.
    """
    language = primary(definition.lang)
    columns = columns or token_columns(definition.text, definition.lang)
    if not columns.words:
        raise InputError("the text has no words")
    if not taxonomy:
        raise InputError("the taxonomy has no elements")
    elements = _elements_of(taxonomy, language)
    cues, roles = elements.cues, elements.roles
    index = exemplar_index(library, language)
    near = index.lying_in(columns, index.foreign(elements.ids, elements.general).union(exclude))
    # Without cues, a text that repeats reviewed wordings can still be read where it does.
    if not cues and 2 * len(near) < len(columns.words):
        raise _illegible(definition, taxonomy)
    grammar = grammar_of(language)
    read = grammar.read(columns)
    pieces = cut(read, grammar)
    pieces = _split_at_exemplars(pieces, near)
    heads = frozenset(piece.head for piece in pieces)
    searched = _searched(columns, grammar, pieces)
    matches = find_cues(cues, searched, heads)
    matches += _in_objects(cues, searched, pieces, grammar, matches)
    names = [i for i, pair in enumerate(pairwise(columns.keys)) if pair in grammar.names]
    if names:
        touched = frozenset([i + n for i in names for n in (0, 1)])
        matches = [
            match
            for match in matches
            if touched.isdisjoint(match.tokens) or not _half_a_name(match, names, grammar)
        ]
    learned = learned or elements.learned
    framed = any(
        piece.link is Link.FRAME and not _may_be_talk(columns, piece, learned.chain, grammar)
        for piece in pieces
    )
    if not (matches or near or framed or _tells_by_words(columns, pieces, learned.chain, grammar)):
        raise NoDefinition(
            f"no definition recognised in {_called(definition)}: it has no connector such as “means” and no "
            "words that point to an element"
        )
    if grammar.lang and (grammar.cues_part or not roles.genus):
        pieces = _split_at_cues(pieces, matches, read, grammar, roles)
    known = _known(columns, near, matches)
    chain = learned.chain.of_text(known) if learned.chain else None
    order, trust = (chain.elements, chain.trust) if chain else (elements.in_doubt, None)
    phrases = [phrase_of(piece, read) for piece in pieces]
    result = score(pieces, phrases, read, grammar, matches, near, roles, learned.words, order, trust)
    result.near, result.known = near, known
    if chain:
        sight = chain.sights[grammar]
        result.words = words = sight.words_of(phrases)
        chain.add(result.scores, sight.features(pieces, read, result.genus, result.scope, words))
        add_disciplines(result, pieces, read, grammar, roles)
        _close_frame(result, pieces, roles)
    _quieten_insertions(result, pieces, read)
    return columns, read, pieces, result


def _quieten_insertions(result: Scoring, pieces: Sequence[ClausePiece], columns: TokenColumns) -> None:
    """Lets the things between two dashes go with what stands before, where a cue tells what that is.

    "Gera resultados – mover um braço, fechar uma porta –": the door is an example, and no environment.
    """
    first = 0  # of the pieces behind a dash
    for at, piece in enumerate(pieces):
        if piece.link is not Link.ITEM:
            first = at if piece.link is Link.LIST and columns.keys[piece.start - 1] == "-" else 0
        elif first and "-" in columns.keys[piece.end - 2 : piece.end]:
            said = [one for shown in result.evidence[first - 1].values() for one in shown]
            if any(weight > 0 and reason.kind == "cue" for weight, reason in said):
                leading = first_of_best(result.scores[first - 1])
                for scores in result.scores[first : at + 1]:
                    scores[:] = [min(score, scores[leading]) for score in scores]
            first = 0


def _tells_by_words(
    columns: TokenColumns, pieces: Iterable[ClausePiece], chain: LinearChain | None, g: Grammar
) -> bool:
    """Whether the lexicon knows in a text a thing that may be defined and many sides of what it may do.

    No cue and no connector is known of such a text, but what is weighed beside them is. A clause hangs on the
    thing, as it does not where one is told what to do with it ("unplug the device and clean it").
    """
    if chain is None or primary(columns.lang) in _MEASURED:
        return False
    if all(piece.link not in _ON_NOUN for piece in pieces):
        return False
    lexicon = chain.sights[g].lexicon
    classes = frozenset().union(*lexicon.of_words([columns.keys[i] for i in columns.words]))
    return not _THINGS.isdisjoint(classes) and len(_SIDES & classes) >= _MOST_SIDES_BY_CHANCE


def _may_be_talk(columns: TokenColumns, frame: ClausePiece, chain: LinearChain | None, g: Grammar) -> bool:
    """Whether a frame is said of anything, in a text that knows of no thing that may be defined."""
    if not only_talks(columns.keys, g, frame.start, frame.end):
        return False
    lexicon = chain.sights[g].lexicon if chain else None
    classes = lexicon.of_words([columns.keys[i] for i in columns.words]) if lexicon else ()
    return all(map(_THINGS.isdisjoint, classes))


def _known(columns: TokenColumns, near: Mapping[int, Exemplar], matches: Iterable[CueMatch]) -> float:
    """The share of the words of a text that lie in reviewed wordings or are of a cue."""
    return len(near.keys() | {token for match in matches for token in match.tokens}) / len(columns.words)


class _KnownElements:
    """What is known of the elements of a taxonomy for texts in a language, before one is read.

    Attributes:
        taxonomy: The elements.
        language: Primary language subtag.
        roles: Those that the structure of a text points to.
        general: Those that any term has.
        ids: The ids of all.
    """

    def __init__(self, taxonomy: Mapping[str, Element], language: str) -> None:
        self.taxonomy, self.language, self.roles = taxonomy, language, roles_of(taxonomy)
        self.general, self.ids = frozenset({self.roles.frame, self.roles.rest}), frozenset(taxonomy)

    @kept
    def cues(self) -> Cues:
        """The cues of the language."""
        return compile_cues(_cues(self.taxonomy, self.language), _stored_cues)

    @kept
    def learned(self) -> Learned:
        """What was learned of them and comes with aidefs."""
        return learned_of(self.language, self.ids)

    @kept
    def in_doubt(self) -> list[str]:
        """All of them, in the order in which they are asked."""
        return in_doubt(self.taxonomy)

    @kept
    def out_of_sight(self) -> frozenset[str]:
        """Those that are not seen."""
        by_structure = {*self.roles} if grammar_of(self.language).lang else set()
        return frozenset(
            name
            for name, one in self.taxonomy.items()
            if not one.cues.get(self.language) and name not in by_structure
        )


_MOST_ELEMENTS = 64  # taxonomies and languages of which it is remembered
_known_elements: dict[tuple[int, str], _KnownElements] = {}


def _elements_of(taxonomy: Mapping[str, Element], language: str) -> _KnownElements:
    """What is known of elements for texts in a language.

    It is worked out once for a `Taxonomy`, which does not change as a dict may.
    """
    if not isinstance(taxonomy, Taxonomy):
        return _KnownElements(taxonomy, language)
    key = id(taxonomy), language  # held together with it, so that no other gets its number
    known = _known_elements.get(key)
    if known is None:
        if len(_known_elements) >= _MOST_ELEMENTS:
            _known_elements.clear()
        known = _known_elements[key] = _KnownElements(taxonomy, language)
    return known


def _cues(taxonomy: Mapping[str, Element], language: str) -> dict[str, tuple[str, ...]]:
    return {name: element.cues.get(language, ()) for name, element in taxonomy.items()}


def _stored_cues(written: str) -> Mapping[str, Any] | None:
    return read_derived(_name_of(written), _encoded(written))


def _name_of(written: str) -> str:
    """The name of what a wheel holds of some cues, by which also those of a user's elements are asked for."""
    return f"cues/{fingerprint(written)}"


def _encoded(written: str) -> bytes:
    return written.encode("utf-8", "surrogatepass")


def derived_cues(taxonomy: Mapping[str, Element]) -> dict[str, tuple[bytes, dict[str, Any]]]:
    """What a wheel holds of the cues of all languages, each with the cues as they are written."""
    languages = sorted({language for element in taxonomy.values() for language in element.cues})
    found = {}
    for language in languages:
        cues = _cues(taxonomy, language)
        written = cues_as_written(cues)
        found[_name_of(written)] = _encoded(written), compile_cues(cues).to_dict()
    return found


def _close_frame(result: Scoring, pieces: Sequence[ClausePiece], roles: Roles) -> None:
    """Behind a frame that its form shows, no clause is of the frame, whatever its words are like.

    Nor is one between the head of the definition and a frame that closes the sentence ("a program that
    writes texts is called …"), nor what stands behind it there.
    """
    frame = result.place.get(roles.frame)
    if frame is None:
        return
    having = {piece.sentence for piece in pieces if piece.link is Link.FRAME}
    framed = headed = -1  # numbers of the last sentences in which a frame and a head were seen ...
    within = -1  # ... and a clause between the head and a frame that closes the sentence
    for row, piece in zip(result.scores, pieces, strict=True):
        if piece.link is Link.FRAME:
            framed = piece.sentence
        elif piece.link is Link.GENUS:
            headed = piece.sentence
        elif framed < 0 and headed == piece.sentence and headed in having:
            if piece.link in _CLAUSES or within == piece.sentence:
                row[frame], within = -NEVER, piece.sentence
        elif (framed >= 0 and piece.link in _CLAUSES) or (
            piece.link is Link.SENTENCE and piece.sentence == framed
        ):
            row[frame] = -NEVER


def out_of_sight(lang: str, taxonomy: Mapping[str, Element]) -> frozenset[str]:
    """Ids of the elements that are not seen in texts of a language: it has no cues for them.

    Those with a role are seen by the structure of the text where the language has a grammar.
    """
    return _elements_of(taxonomy, primary(lang)).out_of_sight


def perhaps_overlooked(
    columns: TokenColumns, lang: str, labelled: Sequence[Labelled], taxonomy: Mapping[str, Element]
) -> frozenset[str]:
    """Ids of the elements that may stand in a text although none of its segments has them.

    The words of a segment that is not sure by itself may be about any element: about one whose verbs and
    nouns no cue knows as well. They may be where one of them is in no cue and no shared wording that speaks
    for the element that the segment has; in a language in which the cuts were measured at large, and with the
    words of the genus in any, where more than one of them is, or of three. Of what is left, those count that
    some word of any segment may be about (`mentions`).
    """
    genus = roles_of(taxonomy).genus
    for element, start, end, evidence, _, by_itself in labelled:
        if by_itself:
            continue
        most = 1 if primary(lang) in _MEASURED or element == genus else 0
        if not _is_known(columns, lang, start, end, evidence, most):
            return frozenset(taxonomy).difference(one[0] for one in labelled)
    return mentioned(columns, lang, labelled, taxonomy, _elements_of(taxonomy, primary(lang)).cues)


def _is_known(
    columns: TokenColumns, lang: str, start: int, end: int, evidence: Iterable[Evidence], most: int
) -> bool:
    """Whether what speaks for a segment has its words but for one in three, and for so many in all.

    Two words that nothing knows may be a clause about something else.
    """
    keys = columns.keys[bisect_left(columns.starts, start) : bisect_left(columns.starts, end)]
    told = words_told(keys, grammar_of(primary(lang)), evidence)
    unknown = told.count(False)
    return unknown <= most and 3 * unknown <= len(told)


def _called(definition: Definition) -> str:
    return repr(definition.id) if definition.id else "this text"


def _illegible(definition: Definition, taxonomy: Mapping[str, Element]) -> NoCues:
    """The error on a text in whose language no element can be found."""
    who, words = _called(definition), len(definition.text.split())
    if definition.lang == UNDETERMINED and words < _SHORTEST and not has_unspaced_letters(definition.text):
        return NoDefinition(
            f"no definition recognised in {who}: it has too few words to tell its language; name it "
            "(--lang, or lang= in Python)"
        )
    if definition.lang == UNDETERMINED:
        fault = "its language cannot be told; name it (--lang, or lang= in Python)"
    else:
        name = language_name(definition.lang)
        read = f"it is read as {name}, and there are " if definition.lang_recognised else ""
        fault = f"{read}no cues for {name}"
    have = sorted({lang for element in taxonomy.values() for lang in element.cues})
    return NoCues(
        f"{who} cannot be cut into elements: {fault}; languages with cues: {', '.join(have) or 'none'}; "
        "nearest finds stored wordings by their words, diff compares whole texts"
    )


@cache
def _second_words(g: Grammar) -> frozenset[str]:
    """The second words of compounds that cues see as one word."""
    return frozenset(second for _, second in g.compounds)


def _searched(columns: TokenColumns, g: Grammar, pieces: Sequence[ClausePiece]) -> dict[int, str]:
    """What cues are matched on: the words of the definiens, with a stop where no cue reaches across."""
    words: dict[int, str] = {}
    keys, kinds, compounds = columns.keys, columns.kinds, g.compounds
    ending = _second_words(g)
    for piece in pieces:
        if piece.link is Link.FRAME:
            continue
        if piece.link in _BEHIND_STOP and kinds[piece.start] != 0:
            words[-piece.start - 1] = ";"
        asked = -1
        if piece.link is Link.OBJECT:
            asked = piece.head  # "analyse des données" works on them
        elif piece.link is Link.COMPLEMENT and (keys[piece.start],) in g.manner:
            asked = piece.start  # "como gerar" asks how, "como textos" gives examples
        for i in range(piece.start, piece.end):
            if i == asked:
                words[i] = keys[i] + "?"
            elif kinds[i] == 2:
                key = keys[i]  # "decision making" is a noun that makes nothing
                words[i] = compounds.get((keys[i - 1], key), key) if key in ending else key
            elif kinds[i] == 1 or keys[i] in {";", ":"}:
                words[i] = ";"
    return words


def _in_objects(
    cues: Cues,
    searched: Mapping[int, str],
    pieces: Sequence[ClausePiece],
    g: Grammar,
    found: Sequence[CueMatch],
) -> list[CueMatch]:
    """What cues say of verbs of analysing and of their objects, each by itself: a longer one may hide it.

    Cues see the verb as the first of its kind with a question mark ("analys?"), whichever it is.
    """
    apart: dict[int, str] = {}
    for before, piece in pairwise(pieces):
        if piece.link is Link.OBJECT:
            apart |= {
                before.end - 1: g.analysing[0] + "?",
                -piece.start - 1: ";",
                piece.head: searched[piece.head],
            }
            apart[-piece.end - 1] = ";"
    return (
        [match for match in find_cues(cues, apart, frozenset(apart)) if match not in found] if apart else []
    )


def _half_a_name(match: CueMatch, names: Sequence[int], g: Grammar) -> bool:
    """Whether a cue takes a name apart ("intelligence" of "artificial intelligence").

    Args:
        match: The cue.
        names: The first tokens of the names in the text.
        g: The grammar.
    """
    tokens = match.tokens
    return any([(i not in tokens) if i + 1 in tokens else (bool(g.means) and i in tokens) for i in names])


def _split_at_exemplars(pieces: Sequence[ClausePiece], near: Mapping[int, Exemplar]) -> list[ClausePiece]:
    """Cut also where one long reviewed run changes its element."""
    cuts = [
        at
        for at, here in near.items()
        if here.content >= 5
        and (before := near.get(at - 1)) is not None
        and here.element != before.element
        and (here.source, here.content) == (before.source, before.content)
    ]
    if not cuts:
        return list(pieces)
    cuts.sort()
    result = []
    for piece in pieces:
        inside = [at for at in cuts if piece.start < at < piece.end]
        for at in inside if piece.link is not Link.FRAME else ():
            result.append(piece.but(end=at))
            piece = ClausePiece(at, piece.end, Link.COMPLEMENT, sentence=piece.sentence, head=at)
        result.append(piece)
    return result


def _split_at_cues(
    pieces: Sequence[ClausePiece],
    matches: Sequence[CueMatch],
    columns: TokenColumns,
    g: Grammar,
    roles: Roles,
) -> list[ClausePiece]:
    """Cut between cues of different elements that follow one another in a piece.

    For a taxonomy in which no element owns the genus, and for an adjunct that the object of its verb follows
    without a mark. Elsewhere the head of a phrase decides (rule 1 in docs/elements.md), whatever its
    attributes name; where none owns the genus, an attribute may be an element.
    """
    telling = sorted((match for match in matches if match.cue.weight >= PLAIN), key=lambda one: one.tokens)
    result: list[ClausePiece] = []
    clauses = [piece.start for piece in pieces if piece.link in CLAUSAL and piece.comma]
    element, sentence = "", -1  # of the last cue
    for piece in pieces:
        if piece.sentence != sentence:
            element, sentence = "", piece.sentence
        rest = () if _stays_whole(piece, columns, g, roles) else telling
        if roles.genus:
            # A clause keeps its head, but for an object that says something else as surely as its verb.
            sure = 0.0 if piece.link in _MAY_HOLD_OBJECT else _SURE if piece.link in _MAY_BE_PARTED else inf
            rest = [match for match in rest if match.cue.weight >= sure]
        reach = piece.start  # behind the cues that were seen
        for match in rest:
            inside = [token for token in match.tokens if piece.start <= token < piece.end]
            if not inside:
                continue
            # "Einen autonomen Betrieb, der … anpassungsfähig": its end tells, in the other clause.
            torn = any(inside[-1] < clause <= match.tokens[-1] for clause in clauses)
            if inside[0] >= reach and not torn and match.cue.element != element:
                if reach > piece.start:
                    at = _phrase_start(columns, g, inside[0], reach)
                    result.append(piece.but(end=at))
                    piece = ClausePiece(at, piece.end, Link.PHRASE, sentence=sentence, head=inside[0])
                elif element and piece.link in _HANGS_ON_NOUN and not roles.genus:
                    piece = piece.but(link=Link.PHRASE, head=inside[0])
                element = match.cue.element
            reach = max(reach, inside[-1] + 1)
        result.append(piece)
    return result


def _stays_whole(piece: ClausePiece, columns: TokenColumns, g: Grammar, roles: Roles) -> bool:
    """Whether a piece stays with its head, as a list does, or is scope as a whole."""
    # Where no preposition tells an adjunct from an item, what stands behind a comma may be either.
    item = piece.link is Link.ITEM and piece.comma and bool(g.adjunct)
    listed = piece.in_list or piece.link is Link.LIST or item
    return listed or bool(roles.rest and scope_opener(piece, columns, g))


def _phrase_start(columns: TokenColumns, g: Grammar, at: int, reach: int) -> int:
    """The first word of the phrase that leads to a cue ("relating to an" before "identified")."""
    opens = either(g.adjunct, g.conjunction, g.determiner, g.modal, g.pronoun, g.relative, g.before_phrase)
    while at > reach:
        key, glued = columns.keys[at - 1], columns.ends[at - 1] == columns.starts[at]
        leads = key in opens or g.is_present_participle(key) or g.is_past_participle(key) or g.is_adverb(key)
        quoted = key == "'" and glued  # an opening mark; a closing one has a blank behind it
        if not (leads or quoted or key == "("):
            break
        at -= 1
    return at


def _give_modals_to_verbs(
    columns: TokenColumns, g: Grammar, pieces: Sequence[ClausePiece], path: list[str]
) -> None:
    """A detached modal ("that can, for … objectives, make …") goes with the verb that it governs."""
    for at, piece in enumerate(pieces):
        if not piece.bare_modal:
            continue
        for after in range(at + 1, len(pieces)):
            if pieces[after].sentence != piece.sentence:
                break
            # "apte, pour des buts donnés, à produire"
            able = not g.able.isdisjoint(columns.keys[piece.start : piece.end])
            if pieces[after].link in {Link.VERB, Link.COMPLEMENT} or (
                able and pieces[after].link is Link.INFINITIVE and after > at + 1
            ):
                path[at] = path[after]
                break


def _give_numbers_to_notes(
    columns: TokenColumns, g: Grammar, pieces: Sequence[ClausePiece], path: list[str]
) -> None:
    """The number of a note ("Note 1 à l’article :") goes with what the note says."""
    for at, piece in enumerate(pieces[:-1]):
        first, second = (*columns.keys[piece.start : piece.end], "", "")[:2]
        if first not in g.announcing or not second.isdigit():
            continue
        for last in range(at, min(at + 3, len(pieces) - 1)):
            if columns.keys[pieces[last].end - 1] in {":", "-"}:
                path[at : last + 1] = [path[last + 1]] * (last + 1 - at)
                break


def _give_insertions_to_verbs(
    columns: TokenColumns, g: Grammar, pieces: Sequence[ClausePiece], path: list[str], result: Scoring
) -> None:
    """An insertion that says nothing ("and, depending on the model, produce …") goes with its verb.

    So does an adjunct before its verb ("i na tej podstawie formułuje …").
    """
    for at, piece in enumerate(pieces):
        joins = columns.keys[piece.start] in either(g.conjunction, g.relative)
        adverbial = g.displaced_verb and piece.link is Link.ADJUNCT
        if not joins or not (adverbial or columns.keys[piece.start + 1 : piece.start + 2] == (",",)):
            continue
        stop = at
        while stop < len(pieces) and not _speaks_for(result, stop, path[stop]):
            stop += 1
        if stop < len(pieces) and pieces[stop].link is Link.VERB and pieces[stop].sentence == piece.sentence:
            path[at:stop] = [path[stop]] * (stop - at)


def _speaks_for(result: Scoring, at: int, element: str) -> bool:
    """Whether a cue, a clause or a reviewed wording speaks for an element in a piece."""
    reasons = [reason for _, reason in result.evidence[at].get(element, ())]
    return any(reason.value != LEFT_OVER and reason.kind != "words" for reason in reasons)


def _add_words(
    result: Scoring,
    columns: TokenColumns,
    pieces: Sequence[ClausePiece],
    path: Sequence[str],
    chain: LinearChain,
) -> None:
    """Adds as evidence the words of each piece that speak loudest for its element, but those of its cues."""
    for at, (piece, element, seen) in enumerate(zip(pieces, path, result.words, strict=True)):
        loud = () if piece.link is Link.FRAME else chain.loud[seen, element]
        if not loud:
            continue
        shown = result.evidence[at].setdefault(element, [])
        if any(reason.kind == "words" for _, reason in shown):
            continue
        said = _WORDS.findall(" ".join(reason.value for _, reason in shown if reason.kind in _QUOTING))
        words = [columns.printed(piece.start + one, piece.start + one + 1) for one in loud]
        words = [word for word in words if word not in said]
        if words:
            shown.append((LEAST_SHOWN, Evidence("words", ", ".join(words))))


def _merge(
    columns: TokenColumns,
    g: Grammar,
    pieces: Sequence[ClausePiece],
    path: Sequence[str],
    result: Scoring,
    ahead: Sequence[float],
    lead: _Lead,
    roles: Roles,
) -> list[Labelled]:
    """Neighbouring pieces of one element as segments; `ahead` says by how much each beats the next."""
    labelled: list[Labelled] = []
    repeats = lead.repeated < inf and _repeated(pieces, path, result, roles) >= _REPEATED
    denied = -1  # number of the last sentence that denies something
    at = 0
    while at < len(pieces):
        stop = at + 1
        while stop < len(pieces) and path[stop] == path[at] and pieces[stop].sentence == pieces[at].sentence:
            stop += 1
        run, element = range(at, stop), path[at]
        start, end = columns.starts[pieces[at].start], columns.ends[pieces[stop - 1].end - 1]
        telling = [one for one in run if not _is_seam(columns, g, pieces[one])] if len(run) > 1 else ()
        ahead_of = min([ahead[one] for one in telling or run])
        by_itself = ahead_of >= _enough(result, pieces, run, element, lead, roles)
        by_text = repeats and element != roles.frame and ahead_of >= lead.repeated
        sure = by_itself or (by_text and any(_speaks_for(result, one, element) for one in run))
        evidence = _evidence(result, run, element, pieces)
        keys = columns.keys[pieces[at].start : pieces[stop - 1].end]
        if element == roles.frame and _denies_term(keys, g):
            denied = pieces[at].sentence
        elif element == roles.genus:
            if opens_with_denial(columns, pieces[at].start, pieces[stop - 1].end):
                denied = pieces[at].sentence
            sure = sure and denied != pieces[at].sentence and not _is_clause(keys, g)
        elif element not in roles:
            if denying(keys, evidence, g.lang):
                # "That infers | nothing from the input": the verb may stand before the object that denies it.
                behind = at and denied != pieces[at].sentence == pieces[at - 1].sentence
                if behind and leaves_nothing(keys[0], g.lang):
                    labelled[-1] = _doubted(labelled[-1], roles)
                denied = pieces[at].sentence
            # Of "neither infers how to generate outputs nor …" the text has the words, and not what they say.
            sure = sure and pieces[at].sentence != denied
            sure = sure and not lacks_its_word(keys, evidence, g, element)
        confidence: Confidence = "high" if sure else "low"
        labelled.append(Labelled(element, start, end, evidence, confidence, by_itself))
        at = stop
    return labelled


def _denies_term(keys: Sequence[str], g: Grammar) -> bool:
    """Whether a frame says what its term is not ("Kein KI-System ist"), and not what it is behind that.

    "AI is not a machine: it is" goes on, "is not only" denies nothing, and what is denied far before the
    connector is something else ("this text does not aim at …, and approaches AI systems as").
    """
    last = max((n for n, key in enumerate(keys) if key == ":" and n + 1 < len(keys)), default=-1)
    last = max(last, len(keys) - _CONNECTOR - 1 if len(keys) > 2 * _CONNECTOR else -1)
    denials = negations(g.lang)
    return any(
        key in denials and (n + 1 == len(keys) or keys[n + 1] not in g.facets.only)
        for n, key in enumerate(keys)
        if n > last
    )


def _is_clause(keys: Sequence[str], g: Grammar) -> bool:
    """Whether what is taken for the head is a clause, with a modal verb ("AI must be safe")."""
    first = next((n for n, key in enumerate(keys) if g.is_modal(key)), 0)
    return first > 0 and g.relative.isdisjoint(keys[:first])


def _doubted(one: Labelled, roles: Roles) -> Labelled:
    """A segment as one that is not sure; what the structure of the text shows stays as it is."""
    return one if one.element in roles else one._replace(confidence="low")


def _repeated(pieces: Sequence[ClausePiece], path: Sequence[str], result: Scoring, roles: Roles) -> float:
    """The share of the tokens of a definiens that lie in reviewed wordings of the elements they are given."""
    given: list[str] = []  # to each token; none to those of a frame
    for piece, element in zip(pieces, path, strict=True):
        given += [element if element != roles.frame else ""] * (piece.end - piece.start)
    agreeing = sum([given[at] == one.element for at, one in result.near.items()])
    return agreeing / max(1, len(given) - given.count(""))


def _is_seam(columns: TokenColumns, g: Grammar, piece: ClausePiece) -> bool:
    """Whether a piece has nothing but seam words ("et qui,"), which are of any element."""
    words = [columns.keys[at] for at in range(piece.start, piece.end) if columns.kinds[at] == 2]
    return g.function.issuperset(words)


def _enough(
    result: Scoring, pieces: Sequence[ClausePiece], run: range, element: str, lead: _Lead, roles: Roles
) -> float:
    """By how much the element of a segment must lead to be sure."""
    if element == roles.frame and all(pieces[at].link is Link.FRAME for at in run):
        # Its form shows it; in a longer one something else was taken for the connector.
        return 0.0 if pieces[run.stop - 1].end - pieces[run.start].start <= _LONGEST_FRAME else inf
    said = [one for at in run for one in result.evidence[at].get(element, ())]
    if any([reason.kind == "clause" and reason in BY_FORM for _, reason in said]):
        return inf
    speaking = {reason.kind for weight, reason in said if weight > 0}
    if element == roles.frame and speaking <= {"words"}:
        return inf  # no form shows it: "Zij begrijpt het niet: …"
    if element == roles.rest:
        return lead.alone if "nearest" in speaking else lead.rest
    if "nearest" in speaking:
        return lead.shared
    if element == roles.genus:
        return lead.named if "cue" in speaking else lead.genus
    if "cue" in speaking and any(reason.kind == "nearest" for _, reason in said):
        return 2 * lead.shared  # the chain has learned to give the reviewed wording no weight
    return lead.alone


def _evidence(
    result: Scoring, run: range, element: str, pieces: Sequence[ClausePiece]
) -> tuple[Evidence, ...]:
    found: dict[Evidence, float] = {}
    for at in run:
        for weight, reason in result.evidence[at].get(element, ()):
            known = found.get(reason, 0.0)
            found[reason] = weight if weight > known else known
    if not found:
        if pieces[run.start].bare_modal:
            return (Evidence("clause", "modal goes with its verb"),)
        return (Evidence("clause", f"{pieces[run.start].link.value} goes with its clause"),)
    if len(found) == 1:
        return tuple(found)
    found.pop(LEFT_OVER_BY_PLACE, None)
    told = [reason for reason in found if reason.kind == "words"]
    if len(told) > 1:  # of several pieces
        words = dict.fromkeys(word for reason in told for word in reason.value.split(", "))
        together = Evidence("words", ", ".join(list(words)[:WORDS_SHOWN]))
        found = {
            **{reason: weight for reason, weight in found.items() if reason not in told},
            together: max(found[reason] for reason in told),
        }
    ranked = sorted(found, key=found.__getitem__, reverse=True)
    return tuple(ranked[:_MOST_EVIDENCE])
