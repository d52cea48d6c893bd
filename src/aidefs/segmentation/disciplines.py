"""Definitions of what imitates thought: of a simulation and who simulates, of a field and what it makes.

Encyclopaedias, courses and companies define artificial intelligence by what it imitates ("the simulation of
human intelligence by machines") or by the field that makes such machines ("a discipline that studies how to
build systems that can …"). In the one the genus stands behind what it does, in the other the clause on the
genus only leads to the noun that the next clause is about. And what follows "such as" or a colon behind such
words says which faculties are meant, whatever else each of them might be by itself.

These rules come behind what is learned of words: texts of this kind are few among those that it was
learned from.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from aidefs.library.taxonomy import Roles
from aidefs.segmentation.grammar import Grammar, either
from aidefs.segmentation.lexicon import lexicon_of
from aidefs.segmentation.phrases import ClausePiece, Link
from aidefs.segmentation.scoring import Scoring
from aidefs.segmentation.segments import Evidence
from aidefs.text.tokens import TokenColumns

__all__ = ["BY_FORM", "add_disciplines", "give_lists_to_faculties"]

_CAPABILITY = "capability"  # what is weighed belongs to the elements that come with aidefs
_SAID = 8.0  # as much as the place of the genus says
_NAMING = frozenset({"device", "software", "thing"})  # classes of what a machine is called
_HUMAN = frozenset({"cognition", "human"})
_FACULTY = _HUMAN | {"imitate"}
_PHRASE = frozenset({Link.OF, Link.ITEM})
_CLAUSE = frozenset({Link.RELATIVE, Link.PARTICIPLE})
_INSIDE = frozenset({Link.OF, Link.ITEM, Link.ADJUNCT, Link.COMPLEMENT, Link.INFINITIVE, Link.PHRASE})
_LISTED = frozenset(
    {*(Link.ITEM, Link.OF, Link.ADJUNCT, Link.LIST, Link.STOP, Link.OBJECT, Link.VERB), Link.COMPLEMENT}
)
_BY_ITSELF = frozenset({"autonomy", "scope"})  # also inside a clause on faculties (rule 7)
_OPENING = 8  # tokens in which a sentence that lists has its verb
_FEWEST = 2  # commas and conjunctions of a list
_LONGEST = 7  # pieces of a clause that leads from a field to what it makes

_IMITATION = Evidence("clause", "what is imitated")
_IMITATING = Evidence("clause", "who imitates")
_MADE = Evidence("clause", "what the field makes")
_FACULTIES = Evidence("clause", "which faculties are meant")
BY_FORM = frozenset({_IMITATION, _IMITATING, _MADE, _FACULTIES})
"""What the form of such a definition says; no segment is sure of its element by it."""


def add_disciplines(
    result: Scoring, pieces: Sequence[ClausePiece], columns: TokenColumns, g: Grammar, roles: Roles
) -> None:
    """Adds what the form of such a definition says to the scores of its pieces.

    Args:
        result: The scores, with what is seen of the words of each piece.
        pieces: The pieces.
        columns: The tokens as the grammar reads them.
        g: The grammar; without the words for it nothing is added.
        roles: Which element is the genus.
    """
    if not (g.acting_by and roles.genus and _CAPABILITY in result.place):
        return
    for at, piece in enumerate(pieces):
        if piece.link is Link.GENUS:
            _add_imitation(result, pieces, at, columns, g, roles)
            _add_made(result, pieces, at, columns, g, roles)
        elif piece.sentence and piece.sentence != pieces[at - 1].sentence:
            _add_faculties(result, pieces, at, columns, g)


def _add_imitation(
    result: Scoring,
    pieces: Sequence[ClausePiece],
    at: int,
    columns: TokenColumns,
    g: Grammar,
    roles: Roles,
) -> None:
    """Parts "the simulation of human thought" from "by machines" where both are said."""
    stop = _behind(pieces, at, _PHRASE)
    if stop == len(pieces) or pieces[stop].link is not Link.ADJUNCT:
        return
    words = [_plain(key) for one in pieces[at:stop] for key in columns.keys[one.start : one.end]]
    first = next((n for n, word in enumerate(words) if word in g.acting_nouns), len(words))
    agent = columns.keys[pieces[stop].start] in g.acting_by
    end = _behind(pieces, stop, _PHRASE)
    classes = [set(one.classes.names) for one in result.words[at:end]]
    acting = first < len(words) and not _names_thing(words[:first], g)
    thought = any(_HUMAN & one for one in classes[: stop - at])
    if acting and agent and thought and any(_NAMING & one for one in classes[stop - at :]):
        for one in range(at, stop):
            result.add(one, _CAPABILITY, 2 * _SAID, _IMITATION)
        for one in range(stop, end):
            result.add(one, roles.genus, _SAID, _IMITATING)


def _behind(pieces: Sequence[ClausePiece], at: int, links: Set[Link]) -> int:
    """The piece behind one and those that are linked to it in some ways."""
    stop = at + 1
    while stop < len(pieces) and pieces[stop].link in links:
        stop += 1
    return stop


def _names_thing(words: Sequence[str], g: Grammar) -> bool:
    """Whether a kind of thing is named before the noun of imitating ("un processus d’imitation")."""
    light = either(g.function, g.determiner, g.genitive)
    return any(word.isalpha() and word not in light for word in words)


def _add_made(
    result: Scoring,
    pieces: Sequence[ClausePiece],
    at: int,
    columns: TokenColumns,
    g: Grammar,
    roles: Roles,
) -> None:
    """Gives the clause on a field to the genus where it leads to what the next clause is about."""
    start = _behind(pieces, at, _PHRASE | {Link.ADJUNCT})
    if start == len(pieces) or pieces[start].link not in _CLAUSE:
        return
    field = {name for one in result.words[at:start] for name in one.classes.names}
    stop = start + 1
    while stop < min(len(pieces), start + _LONGEST) and _goes_on(pieces[stop], columns, g):
        stop += 1
    if "discipline" not in field or stop == len(pieces) or pieces[stop].sentence != pieces[at].sentence:
        return
    keys = [_plain(key) for key in columns.keys[pieces[start].start : pieces[stop - 1].end]]
    studies = any(key.startswith(g.studying) for key in keys)
    made = _ends_with_thing(keys, g)
    names = {name for one in result.words[start:stop] for name in one.classes.names}
    if studies and made and "human" not in names and g.acting_nouns.isdisjoint(keys):
        for one in range(start, stop):
            result.add(one, roles.genus, _SAID, _MADE)


def _add_faculties(
    result: Scoring, pieces: Sequence[ClausePiece], at: int, columns: TokenColumns, g: Grammar
) -> None:
    """Gives a sentence that only lists faculties to what was said of them ("These include learning, …")."""
    first = map(_plain, columns.keys[pieces[at].start : pieces[at].start + _OPENING])
    if either(g.facets.covering, g.spelling_out).isdisjoint(first):
        return  # as most
    stop = at + 1
    while stop < len(pieces) and pieces[stop].sentence == pieces[at].sentence:
        stop += 1
    before = at - 1
    while before > 0 and pieces[before - 1].sentence == pieces[at].sentence - 1:
        before -= 1
    keys = [_plain(key) for key in columns.keys[pieces[at].start : pieces[stop - 1].end]]
    if sum(key == "," for key in keys) + sum(key in g.conjunction for key in keys) < _FEWEST:
        return
    said = {name for one in result.words[before:at] for name in one.classes.names}
    if said >= _HUMAN and any(key.startswith(g.reasoning) for key in keys):
        for one in range(at, stop):
            result.add(one, _CAPABILITY, 2 * _SAID, _FACULTIES)


def _ends_with_thing(keys: Sequence[str], g: Grammar) -> bool:
    """Whether a clause ends with what a machine is called, and an adjective or a verb at most behind it."""
    lexicon = lexicon_of(g.lang)
    words = [key for key in keys if key.isalpha() and key not in g.function]
    classes = map(lexicon.of_word, words[-2:]) if lexicon else ()
    return any(_NAMING & one and not _HUMAN & one for one in classes)


def _goes_on(piece: ClausePiece, columns: TokenColumns, g: Grammar) -> bool:
    """Whether a clause goes on with a piece: none that says what something is able to do."""
    keys = columns.keys[piece.start : piece.end]
    if piece.link is Link.VERB:  # "…, das sich mit dem Bau von Maschinen | befasst, | die …"
        words = [_plain(key) for key in keys if key[:1].isalpha()]
        return len(words) == 1 and words[0].startswith(g.studying)
    return piece.link in _INSIDE and either(g.able, g.postposed, g.before_infinitive).isdisjoint(keys)


def _plain(key: str) -> str:
    return key.partition("/")[0]


def give_lists_to_faculties(
    columns: TokenColumns, g: Grammar, pieces: Sequence[ClausePiece], path: list[str], result: Scoring
) -> bool:
    """What is listed behind words on human faculties goes with them (rule 4 in docs/elements.md).

    Args:
        columns: The tokens as the grammar reads them.
        g: The grammar.
        pieces: The pieces.
        path: Their elements, which are changed.
        result: The scores.

    Returns:
        Whether any was changed.
    """
    if not g.acting_by:
        return False
    changed, open_list, closed = False, False, False
    for at in range(1, len(pieces)):
        first, mark = columns.keys[pieces[at].start], columns.keys[pieces[at].start - 1]
        if closed and mark == "," and first not in g.conjunction:
            open_list = False  # "such as seeing, hearing and judging, usually by way of …": the list is over
            closed = False
            continue
        closed = first in g.conjunction and (closed or open_list)
        if not open_list and (path[at - 1] != _CAPABILITY or not _begins_list(pieces, at, columns, g)):
            continue  # as nearly all
        if path[at] in _BY_ITSELF or not _is_listed(pieces, at, columns, g):
            open_list = False
            continue
        open_list = open_list or _on_faculties(pieces, at, path, result)
        if open_list and path[at] != _CAPABILITY:
            path[at], changed = _CAPABILITY, True
    return changed


def _on_faculties(pieces: Sequence[ClausePiece], at: int, path: Sequence[str], result: Scoring) -> bool:
    """Whether the clause before a piece has words for what humans do or are like."""
    before = at - 1
    while before >= 0 and path[before] == _CAPABILITY and pieces[before].sentence == pieces[at].sentence:
        if not _FACULTY.isdisjoint(result.words[before].classes.names):
            return True
        before -= 1
    return False


def _begins_list(pieces: Sequence[ClausePiece], at: int, columns: TokenColumns, g: Grammar) -> bool:
    """Whether a list begins with a piece: behind words that open one, or behind a colon or a dash.

    A clause behind a colon says what the thing does, and not which faculties are meant.
    """
    piece, keys = pieces[at], columns.keys
    if piece.sentence != pieces[at - 1].sentence:
        return False
    if piece.link is Link.LIST:
        return True
    mark = piece.start - 1
    behind = keys[mark] == ":" or (keys[mark] == "-" and columns.ends[mark - 1] < columns.starts[mark])
    return piece.link is Link.STOP and behind and _is_bare(piece, columns, g)


def _is_bare(piece: ClausePiece, columns: TokenColumns, g: Grammar) -> bool:
    """Whether a piece is a noun or an infinitive with what belongs to it, and no clause."""
    keys = columns.keys[piece.start : piece.end]
    words = [_plain(key) for key in keys if key[:1].isalpha()]
    if not words or columns.kinds[piece.start] == 1 or words[0] in g.pronoun:
        return False
    if not either(g.modal, g.auxiliary, g.relative).isdisjoint(keys):
        return False
    if g.infinitive_ends and any(key.endswith("/verb") for key in keys):
        return words[-1].endswith(g.infinitive_ends)
    first = next((key for key in keys if key[:1].isalpha() and key not in g.conjunction), "")
    finite = any(g.is_verb(key) and before not in g.article for before, key in pairwise(("", *keys)))
    return g.is_infinitive(first) or not finite


def _is_listed(pieces: Sequence[ClausePiece], at: int, columns: TokenColumns, g: Grammar) -> bool:
    """Whether a piece is, or goes on with, an item of a list."""
    piece, mark = pieces[at], columns.keys[pieces[at].start - 1]
    if piece.sentence != pieces[at - 1].sentence or mark == ";" or piece.link not in _LISTED:
        return False
    if piece.link in {Link.VERB, Link.STOP}:
        return _is_bare(piece, columns, g)
    behind_dash = mark == "," and columns.keys[piece.start - 2] == "-"  # "– a, b, c –, …": it is over
    return not (behind_dash or (piece.comma and piece.link is Link.ADJUNCT))
