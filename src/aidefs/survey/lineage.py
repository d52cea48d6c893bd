"""The drafting graph: which text was made from which, as far as sources or words tell.

A node is a wording with its language versions, an edge leads from an earlier text to a later one. Three
things can be the ground of an edge: a source says so ("documented"), the record notes a likeness of the words
("noted"), or the later text is closer to this earlier one than to any other of its language ("computed").
Only the first is drawn solid, and it goes before the others. An edge between texts that are hardly alike,
because one only refers to the other, is not drawn. No edge leads to a text that is certainly earlier.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from heapq import heapify, heappop, heappush
from itertools import groupby
from typing import Any, Literal, Unpack

from aidefs.alignment.edits import Edit, Op
from aidefs.alignment.redline import Redline, redline_scans
from aidefs.classes import NamedTuple, dataclass, field, replace
from aidefs.errors import InputError
from aidefs.library.filters import Conditions, language_of_texts
from aidefs.library.library import Library
from aidefs.library.lookup import LibraryLike, Text, library_of, resolve_all, terms_asked
from aidefs.library.records import Definition
from aidefs.library.versions import original_of
from aidefs.library.wordings import chronological, group_wordings
from aidefs.results import Column, Result, columns_of, observation
from aidefs.survey.lcs import Similarities, similarities, similarities_on_demand
from aidefs.survey.selection import check_least
from aidefs.text.languages import primary
from aidefs.text.tokens import Scan, in_one_lexicon, scan

__all__ = ["FLOOR", "Edge", "Lineage", "LinkGround", "Node", "certainly_before", "drafting_graph", "lineage"]


LinkGround = Literal["documented", "noted", "computed"]

FLOOR = 0.1
"""Similarity below which a stated edge is not drawn; a quarter of all pairs of English texts is below it."""


class Node(NamedTuple):
    """A wording, whoever has it and in whatever languages.

    Attributes:
        definition: The definition that stands for all: the earliest one.
        same: Others that have the same wording and no other predecessor.
        versions: The text in other languages, translations included.
    """

    definition: Definition
    same: tuple[Definition, ...] = ()
    versions: tuple[Definition, ...] = ()

    @property
    def id(self) -> str:
        """Id of the definition that stands for all."""
        return self.definition.id

    @property
    def all(self) -> tuple[Definition, ...]:
        """Every definition of the node."""
        return (self.definition, *self.same, *self.versions)


class Edge(NamedTuple):
    """That a text was, or may have been, made from an earlier one.

    Attributes:
        earlier: Id of the node of the earlier text.
        later: Id of the node of the later text.
        ground: "documented", "noted" or "computed".
        note: What the record says about it.
        closest: Whether no earlier text of the language is closer to the later one.
        redline: From the earlier to the later text; None where they are in different languages.
    """

    earlier: str
    later: str
    ground: LinkGround
    note: str = ""
    closest: bool = False
    redline: Redline | None = None

    @property
    def similarity(self) -> float | None:
        """That of the redline."""
        return self.redline.similarity if self.redline else None

    @property
    def drawn(self) -> bool:
        """Whether it is shown as a line: not where a record links texts that are hardly alike."""
        return self.ground == "computed" or self.similarity is None or round(self.similarity, 2) >= FLOOR

    @property
    def changes(self) -> tuple[tuple[str, str], ...]:
        """What was deleted and what was inserted, place by place, white space at the ends aside."""
        lines = self.redline.changes if self.redline else ()
        return tuple((_words(change, "delete"), _words(change, "insert")) for change in lines)


def _words(change: Iterable[Edit], op: Op) -> str:
    return "".join(edit.text for edit in change if edit.op == op).strip()


_COLUMNS = columns_of("""
id string Id of the definition that stands for the later text
from string Id of the definition that stands for the earlier text
adopted date Date of the later text
adopted_from date Date of the earlier text
ground string documented (a source says so), noted (in the record) or computed (the closest wording)
closest boolean Whether no earlier text of the language is closer to the later one
similarity number Of the words, 0 to 1; none between languages
deleted integer Words of the earlier text that the later one does not have
inserted integer Words of the later text that the earlier one does not have
note string What the record says about the link
""")


@dataclass(frozen=True, repr=False)
class Lineage(Result):
    """A drafting graph, or the part of it that leads to and from some texts.

    Attributes:
        nodes: Every earlier text before those made from it, otherwise by date.
        edges: By the later text, the documented ones first and of these the closest.
        focus: Ids of the nodes that were asked for; empty for a graph as a whole.
        least: The similarity that a computed edge has at least.
        changes: Whether texts and tables show what each edge changes.
        library: The library that was used, None for the one that comes with aidefs.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    focus: tuple[str, ...] = ()
    least: float = 0.0
    changes: bool = False
    library: Library | None = field(default=None, compare=False, repr=False)

    def __repr__(self) -> str:
        return f"<Lineage of {len(self.nodes)} texts: {len(self.edges)} links>"

    @cached_property
    def by_id(self) -> Mapping[str, Node]:
        """The nodes by id."""
        return {node.id: node for node in self.nodes}

    @cached_property
    def drawn(self) -> Lineage:
        """The graph as it is drawn: without the edges between texts that are hardly alike."""
        return replace(self, edges=tuple(edge for edge in self.edges if edge.drawn))

    @cached_property
    def _ends(self) -> Mapping[str, tuple[Edge, ...]]:
        return {later: tuple(edges) for later, edges in groupby(self.edges, lambda edge: edge.later)}

    @cached_property
    def _branches(self) -> Mapping[str, tuple[Edge, ...]]:
        branches: dict[str, list[Edge]] = {}
        for edge, *_ in self._ends.values():
            branches.setdefault(edge.earlier, []).append(edge)
        return {earlier: tuple(edges) for earlier, edges in branches.items()}

    def into(self, node: str) -> tuple[Edge, ...]:
        """The edges that end at a node, the documented ones first and of these the closest."""
        return self._ends.get(node, ())

    def branch(self, node: str) -> tuple[Edge, ...]:
        """The edges along which a tree goes on from a node: to the texts of which its is the first edge."""
        return self._branches.get(node, ())

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/lineage/1"."""
        return {
            **self._stamp("lineage"),
            "focus": list(self.focus),
            "least": self.least,
            "nodes": [
                {
                    "id": node.id,
                    "label": node.definition.name,
                    "adopted": node.definition.adopted,
                    "jurisdiction": node.definition.jurisdiction,
                    "lang": node.definition.lang,
                    "same_wording": [one.id for one in node.same],
                    "versions": {one.lang: one.id for one in node.versions},
                }
                for node in self.nodes
            ],
            "edges": [
                {
                    "from": edge.earlier,
                    "to": edge.later,
                    "ground": edge.ground,
                    "note": edge.note,
                    "closest": edge.closest,
                    "similarity": None if edge.similarity is None else round(edge.similarity, 4),
                    "words": edge.redline.words._asdict() if edge.redline else None,
                    "changes": [{"deleted": old, "inserted": new} for old, new in edge.changes],
                }
                for edge in self.edges
            ],
        }

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`."""
        return _COLUMNS

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row for each edge."""
        return tuple(
            observation(
                _COLUMNS,
                {
                    "id": edge.later,
                    "from": edge.earlier,
                    "adopted": self.by_id[edge.later].definition.adopted,
                    "adopted_from": self.by_id[edge.earlier].definition.adopted,
                    "ground": edge.ground,
                    "closest": edge.closest,
                    "similarity": edge.similarity,
                    "deleted": edge.redline.words.deleted if edge.redline else None,
                    "inserted": edge.redline.words.inserted if edge.redline else None,
                    "note": edge.note,
                },
            )
            for edge in self.edges
        )

    def to_mermaid(self) -> str:
        """A flow chart for Mermaid, which GitHub and many editors draw."""
        return self._render("mermaid")

    def to_dot(self) -> str:
        """A graph for Graphviz."""
        return self._render("dot")

    def around(self, names: Iterable[str]) -> Lineage:
        """The part that leads to and from some nodes.

        Args:
            names: Ids of nodes.
        """
        focus = tuple(dict.fromkeys(names))
        origins: dict[str, list[str]] = {}
        offspring: dict[str, list[str]] = {}
        for edge in self.edges:
            origins.setdefault(edge.later, []).append(edge.earlier)
            offspring.setdefault(edge.earlier, []).append(edge.later)
        kept = _reached(focus, lambda name: origins.get(name, ()))
        kept |= _reached(focus, lambda name: offspring.get(name, ()))
        return replace(self.only(kept), focus=focus)

    def only(self, names: Iterable[str]) -> Lineage:
        """The nodes of some ids, and the edges between them."""
        kept = set(names)
        nodes = tuple(node for node in self.nodes if node.id in kept)
        edges = tuple(edge for edge in self.edges if {edge.earlier, edge.later} <= kept)
        return replace(self, nodes=nodes, edges=edges)


def _reached(start: Iterable[str], step: Callable[[str], Iterable[str]]) -> set[str]:
    """The names that are given, and all that steps from these lead to."""
    reached = set(start)
    new = sorted(reached)
    while new:
        found = {other for name in new for other in step(name)} - reached
        reached |= found
        new = sorted(found)
    return reached


def lineage(
    *names: Text,
    least: float = 0.5,
    changes: bool = False,
    library: LibraryLike | None = None,
    **wanted: Unpack[Conditions],
) -> Lineage:
    """The drafting graph: documented predecessors, and the closest earlier wordings.

    The whole library is searched for earlier wordings, drafts and superseded texts included.

    Args:
        names: Ids, aliases, definitions or texts of which the origins and the offspring are wanted; the
            whole graph where none is given. A text is later than every text that has a date.
        least: The similarity, from 0 to 1, that an earlier wording has at least to be linked without
            anybody saying so.
        changes: Show what each link changes, too. As data it is there in any case.
        library: Where names are looked up; by default the collection that comes with aidefs.
        wanted: Conditions as in `aidefs.definitions`; only texts that meet them are shown. `lang` is the
            language of plain texts, too.

    Raises:
        UnknownName: A name that stands for nothing.
        InputError: `least` is not between 0 and 1, or no text meets the conditions.
    """
    library = library_of(library)
    check_least(least)
    used = library or Library.shipped()
    chosen = resolve_all(names, library, language_of_texts(wanted))
    kept = None
    if any(value is not None for value in wanted.values()):
        kept = {one.id for one in (*used.where(**wanted), *chosen)}
        if not kept:
            raise InputError("no definition meets the conditions")
    own = tuple(dict.fromkeys(term for one in chosen for term in one.terms[:1]))
    terms = terms_asked(used, wanted.get("term")) or own
    stored = used.where(term=terms) if terms else used.values()
    graph = drafting_graph((*stored, *chosen), least, [one.id for one in chosen], kept)
    return replace(graph, changes=changes, library=library)


def certainly_before(a: Definition, b: Definition) -> bool:
    """Whether the dates leave no doubt that one text is the earlier.

    "2024" is before 2025 and neither before nor after "2024-05". A text without a date can only be the
    later one, as the draft that somebody is working on is.
    """
    if not b.adopted:
        return bool(a.adopted)
    return bool(a.adopted) and a.adopted.ljust(10, "~") < b.adopted


def _back_in_time(earlier: Definition, later: Definition) -> bool:
    """Whether the dates leave no doubt that a link runs the wrong way; one that is unknown leaves it."""
    return bool(earlier.adopted and later.adopted) and certainly_before(later, earlier)


def drafting_graph(
    definitions: Iterable[Definition],
    least: float,
    focus: Iterable[str] = (),
    kept: Container[str] | None = None,
) -> Lineage:
    """The drafting graph of definitions.

    It does not depend on the order in which they are given.

    Args:
        definitions: Any; one that is given twice counts once.
        least: The similarity that a computed edge has at least, from 0 to 1.
        focus: Ids of definitions of which the origins and the offspring are wanted and nothing else; none
            for the whole graph.
        kept: Ids of definitions of which some stand in each node that is shown; None for all nodes.

    Raises:
        InputError: Records name each other as predecessors in a circle.
    """
    drafts = _Drafts(definitions, least)
    shown = {
        name for name, node in drafts.nodes.items() if kept is None or any(one.id in kept for one in node.all)
    }
    return drafts.graph(shown, tuple(dict.fromkeys(drafts.home[one].id for one in focus)))


def _closeness(edge: Edge) -> tuple[bool, float]:
    return edge.ground != "documented", -(edge.similarity if edge.similarity is not None else -1.0)


# --- nodes ------------------------------------------------------------------------------------


def _nodes(definitions: Sequence[Definition]) -> list[Node]:
    """The wordings with their language versions, by date."""
    known = {one.id: one for one in definitions}
    versions: dict[str, list[Definition]] = {}
    originals = []
    for one in definitions:
        base = original_of(one, known)
        if base != one:
            versions.setdefault(base.id, []).append(one)
        else:
            originals.append(one)
    nodes = []
    for wording in group_wordings(originals):
        own = set(wording.ids)
        same = [one for one in wording.also if own.issuperset(p.id for p in one.predecessors)]
        apart = [one for one in wording.definitions if one not in same]
        for one in apart:
            shared = tuple(same) if one is wording.definition else ()
            languages = [text for each in (one, *shared) for text in versions.get(each.id, ())]
            nodes.append(Node(one, shared, tuple(languages)))
    return sorted(nodes, key=lambda node: chronological(node.definition))


def _topological(nodes: Sequence[Node], edges: Iterable[tuple[str, str]]) -> list[Node]:
    """The nodes by date, but each behind its predecessors, which matters where dates are half known.

    Raises:
        InputError: There is no such order.
    """
    place = {node.id: n for n, node in enumerate(nodes)}
    later_ones: dict[str, list[str]] = {}
    waiting = Counter[str]()
    for earlier, later in edges:
        later_ones.setdefault(earlier, []).append(later)
        waiting[later] += 1
    free = [n for name, n in place.items() if not waiting[name]]
    heapify(free)
    ordered: list[Node] = []
    while free:
        node = nodes[heappop(free)]
        ordered.append(node)
        for later in later_ones.get(node.id, ()):
            waiting[later] -= 1
            if not waiting[later]:
                heappush(free, place[later])
    if len(ordered) < len(place):
        left = sorted(place.keys() - {node.id for node in ordered})
        raise InputError(f"predecessors go round in a circle: {', '.join(left)}")
    return ordered


# --- edges ------------------------------------------------------------------------------------


class _Descent(NamedTuple):
    """An edge of which the redline may not have been made yet.

    Attributes:
        ground: "documented", "noted" or "computed".
        note: What the record says about it.
        stated_by: The text of which the record says so, None for a computed one.
        closest: Whether no earlier text of the language is closer to the later one.
        redline: That of a computed one.
    """

    ground: LinkGround
    note: str = ""
    stated_by: Definition | None = None
    closest: bool = False
    redline: Redline | None = None


class _Drafts:
    """Nodes and the links between them, each worked out when it is asked for."""

    def __init__(self, definitions: Iterable[Definition], least: float) -> None:
        """Gather nodes and what the records state.

        Raises:
            InputError: Records name each other as predecessors in a circle.
        """
        by_date = _nodes(sorted(set(definitions), key=chronological))
        self.least = least
        self.nodes = {node.id: node for node in by_date}
        self.home = {one.id: node for node in by_date for one in node.all}
        self.texts = _NodeTexts(by_date)
        self.stated: dict[str, dict[str, _Descent]] = {}  # later → earlier → link
        self.offspring: dict[str, set[str]] = {}  # earlier → later, as far as it is known
        self._state()
        self.known: dict[str, dict[str, _Descent]] = {}  # later → earlier → link, computed ones among them
        pairs = [(earlier, later) for later, links in self.stated.items() for earlier in links]
        self.order = _topological(by_date, pairs)
        place = {node.id: n for n, node in enumerate(by_date)}
        # Computed links run forward by date. Where a stated one does not, because dates are half known, a
        # computed link could close a circle, and the order hangs on all of them.
        self.tangled = any(place[earlier] > place[later] for earlier, later in pairs)
        if self.tangled:
            for node in by_date:
                self.into(node.id)
            self.order = _topological(
                by_date, [(one, later) for later, links in self.known.items() for one in links]
            )

    def _state(self) -> None:
        """Note the links that the records state; of two the documented one counts."""
        for node in self.nodes.values():
            links = self.stated[node.id] = {}
            for one in node.all:
                said = [(p.id, p.ground, p.note) for p in one.predecessors]
                said += [(name, "documented", "superseded") for name in one.supersedes]
                said += [(name, "documented", "adopted by reference") for name in one.implements]
                for name, ground, note in said:
                    earlier = self.home.get(name)
                    if earlier is None or earlier.id == node.id:
                        continue
                    named = next(text for text in earlier.all if text.id == name)
                    if _back_in_time(named, one) or _back_in_time(earlier.definition, node.definition):
                        continue
                    kind: LinkGround = "documented" if ground == "documented" else "noted"
                    link = links.get(earlier.id)
                    if link is None or (link.ground == "noted" and kind == "documented"):
                        links[earlier.id] = _Descent(kind, note, one)
                    self.offspring.setdefault(earlier.id, set()).add(node.id)

    def graph(self, shown: set[str], focus: tuple[str, ...]) -> Lineage:
        """The graph of some nodes.

        Args:
            shown: Their ids.
            focus: Ids of those of which the origins and the offspring are wanted; empty for all.
        """
        kept = shown
        if focus:
            kept = _reached(focus, lambda name: shown.intersection(self.into(name)))
            kept |= _reached(focus, lambda name: shown.intersection(self.out_of(name)))
        else:
            self.texts.compare_all()
        nodes = tuple(node for node in self.order if node.id in kept)
        place = {node.id: n for n, node in enumerate(nodes)}
        edges = [
            self._edge(earlier, node.id, link)
            for node in nodes
            for earlier, link in self.into(node.id).items()
            if earlier in kept
        ]
        edges.sort(key=lambda one: (place[one.later], *_closeness(one), -place[one.earlier]))
        return Lineage(nodes, tuple(edges), focus, self.least)

    def _edge(self, earlier: str, later: str, link: _Descent) -> Edge:
        line = link.redline
        if link.stated_by is not None:
            line = self.texts.between(self.nodes[earlier], self.nodes[later], link.stated_by)
        return Edge(earlier, later, link.ground, link.note, link.closest, line)

    def into(self, name: str) -> Mapping[str, _Descent]:
        """The links that end at a node, by the node where they begin."""
        links = self.known.get(name)
        if links is None:
            links = self.known[name] = dict(self.stated[name])
            for earlier, line in self._closest(self.nodes[name]):
                if earlier in links:
                    links[earlier] = links[earlier]._replace(closest=True)
                elif line.similarity >= self.least:
                    links[earlier] = _Descent("computed", closest=True, redline=line)
                    self.offspring.setdefault(earlier, set()).add(name)
        return links

    def out_of(self, name: str) -> Iterable[str]:
        """The nodes of links that begin at a node."""
        node = self.nodes[name]
        for later in self.texts.alike(node, self.least):
            if certainly_before(node.definition, later.definition):
                self.into(later.id)
        return self.offspring.get(name, ())

    def _closest(self, node: Node) -> list[tuple[str, Redline]]:
        """The earlier text that is closest to a node, in each of its languages."""
        behind: Container[str] = ()
        if self.tangled:
            behind = _reached([node.id], lambda name: self.offspring.get(name, ()))
        # Where no record states a link, none is made of what is less alike.
        least = 0.0 if self.stated[node.id] else self.least
        found = (self.texts.closest(node, text, behind, least) for text in self.texts.own(node))
        return [one for one in found if one]


class _NodeTexts:
    """The texts of nodes as tokens, by language, and the redlines between them."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        """Sort the texts.

        Args:
            nodes: The nodes by date.
        """
        self.scans: dict[int, Scan] = {}  # by identity: to hash a record takes longer than to cut its text
        self.of: dict[str, dict[str, Definition]] = {}
        self.languages: dict[str, _Language] = {}
        for node in nodes:
            texts = self.of[node.id] = {}
            for one in node.all:
                texts.setdefault(primary(one.lang), one)
            for one in self.own(node):
                self.languages.setdefault(primary(one.lang), _Language(self.scan)).add(node, one)

    def own(self, node: Node) -> list[Definition]:
        """The texts of a node by language; translations have no words of their own."""
        return [one for one in self.of[node.id].values() if not one.translation_of]

    def scan(self, one: Definition) -> Scan:
        if id(one) not in self.scans:
            self.scans[id(one)] = scan(one.text, one.lang)
        return self.scans[id(one)]

    def line(self, a: Definition, b: Definition) -> Redline:
        return redline_scans(self.scan(a), self.scan(b), names=(a.name, b.name), lang=b.lang)

    def between(self, earlier: Node, later: Node, named: Definition) -> Redline | None:
        """The redline of two nodes, in the language of the later one if the earlier one has that."""
        for lang in dict.fromkeys((primary(later.definition.lang), primary(named.lang))):
            if lang in self.of[earlier.id] and lang in self.of[later.id]:
                return self.line(self.of[earlier.id][lang], self.of[later.id][lang])
        return None

    def compare_all(self) -> None:
        """Compare the words of all pairs at once, because all will be asked for."""
        for language in self.languages.values():
            language.compare_all()

    def alike(self, node: Node, least: float) -> Iterator[Node]:
        """The nodes of later texts that are as similar to a node as is asked for, or seem to be."""
        for text in self.own(node):
            language = self.languages[primary(text.lang)]
            for bound, other, one in zip(language.bounds(text), language.nodes, language.texts, strict=True):
                if bound >= least and certainly_before(text, one):
                    yield other

    def closest(
        self, node: Node, text: Definition, behind: Container[str], least: float
    ) -> tuple[str, Redline] | None:
        """The earlier text that is most similar to one of a node, the earliest of several.

        Args:
            node: The node.
            text: Its text in one language.
            behind: Ids of nodes that are not looked at: a link to one of these would close a circle.
            least: Similarity below which nothing is looked for.
        """
        language = self.languages[primary(text.lang)]
        bounds = language.bounds_of_earlier(node, text)
        best: tuple[float, tuple[str, str], str, Redline] | None = None
        while bounds and (bound := max(bounds)) >= max(least, best[0] if best else 0.0):
            k = bounds.index(bound)
            bounds[k] = -1.0  # below every similarity
            name, one = language.nodes[k].id, language.texts[k]
            date = chronological(one)
            late = best is not None and bound == best[0] and date > best[1]  # and so no better at best
            if late or name in behind or not certainly_before(one, text):
                continue
            line = self.line(one, text)
            if best is None or (-line.similarity, date) < (-best[0], best[1]):
                best = line.similarity, date, name, line
        return best and (best[2], best[3])


class _Language:
    """The texts of one language by the date of their nodes, and what the similarity of two cannot exceed.

    That is the similarity of the matrix: no redline keeps more words than the texts share in order.
    """

    def __init__(self, scanned: Callable[[Definition], Scan]) -> None:
        self.scanned = scanned
        self.nodes: list[Node] = []
        self.texts: list[Definition] = []
        self.place: dict[int, int] = {}  # identity of a text → its number

    def add(self, node: Node, text: Definition) -> None:
        """Take a text; nodes come by date."""
        self.place[id(text)] = len(self.texts)
        self.nodes.append(node)
        self.texts.append(text)

    @cached_property
    def codes(self) -> list[str]:
        """The words of each text, encoded."""
        return [one.word_codes for one in in_one_lexicon(list(map(self.scanned, self.texts)))]

    @cached_property
    def table(self) -> Similarities:
        """The similarities, each row made when it is asked for."""
        return similarities_on_demand(self.codes)

    def compare_all(self) -> None:
        """Make all rows at once, which is faster where all are asked for."""
        self.table = similarities(self.codes)

    def bounds(self, text: Definition, count: int | None = None) -> Sequence[float]:
        """What the similarity of a text to the first texts cannot exceed."""
        return self.table[self.place[id(text)]][:count]

    def bounds_of_earlier(self, node: Node, text: Definition) -> list[float]:
        """The same for the texts of nodes that are certainly earlier: the first ones, for they are sorted."""
        count = bisect_left(
            self.nodes, True, key=lambda other: not certainly_before(other.definition, node.definition)
        )
        return list(self.bounds(text, count)) if count else []
