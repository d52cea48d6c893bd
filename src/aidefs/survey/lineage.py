"""The drafting graph: which text was made from which, as far as sources or words tell.

A node is a wording with its language versions, an edge leads from an earlier text to a later one. Three
things can be the ground of an edge: a source says so ("documented"), the record notes a likeness of the words
("noted"), or the later text is closer to this earlier one than to any other of its language ("computed").
Only the first is drawn solid. No edge leads to a text that is certainly earlier.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property
from typing import Any, Literal, NamedTuple, Unpack

from aidefs.alignment.edits import Edit, Op
from aidefs.alignment.redline import Redline, redline_scans
from aidefs.errors import InputError
from aidefs.library.filters import Conditions, language_of_texts
from aidefs.library.library import Library
from aidefs.library.lookup import LibraryLike, Text, library_of, resolve_all
from aidefs.library.records import Definition
from aidefs.library.wordings import chronological, group_wordings
from aidefs.results import Column, Result, columns_of, dataclass, observation
from aidefs.survey.selection import check_least
from aidefs.text.languages import primary
from aidefs.text.tokens import Scan, scan

__all__ = ["Edge", "Lineage", "LinkGround", "Node", "certainly_before", "drafting_graph", "lineage"]


LinkGround = Literal["documented", "noted", "computed"]


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
    def changes(self) -> tuple[tuple[str, str], ...]:
        """What was deleted and what was inserted, place by place, white space at the ends aside."""
        lines = self.redline.changes if self.redline else ()
        return tuple((_words(change, "delete"), _words(change, "insert")) for change in lines)


def _words(change: Iterable[Edit], op: Op) -> str:
    return "".join(edit.text for edit in change if edit.op == op).strip()


_COLUMNS = columns_of("""
from string Id of the definition that stands for the earlier text
to string Id of the definition that stands for the later text
adopted_from string Date of the earlier text, as precise as it is known
adopted_to string Date of the later text
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
        edges: By the later text, the closest first.
        focus: Ids of the nodes that were asked for; empty for a graph as a whole.
        least: The similarity that a computed edge has at least.
        library: The library that was used, None for the one that comes with aidefs.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    focus: tuple[str, ...] = ()
    least: float = 0.0
    library: Library | None = field(default=None, compare=False, repr=False)

    def __repr__(self) -> str:
        return f"<Lineage of {len(self.nodes)} texts: {len(self.edges)} links>"

    @cached_property
    def by_id(self) -> Mapping[str, Node]:
        """The nodes by id."""
        return {node.id: node for node in self.nodes}

    def into(self, node: str) -> tuple[Edge, ...]:
        """The edges that end at a node, the closest first."""
        return tuple(edge for edge in self.edges if edge.later == node)

    def branch(self, node: str) -> tuple[Edge, ...]:
        """The edges along which a tree goes on from a node: to the texts that are closest to it."""
        return tuple(edge for edge in self.edges if edge.earlier == node and edge == self.into(edge.later)[0])

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
                    "from": edge.earlier,
                    "to": edge.later,
                    "adopted_from": self.by_id[edge.earlier].definition.adopted,
                    "adopted_to": self.by_id[edge.later].definition.adopted,
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
        kept = self._reached(focus, "later", "earlier") | self._reached(focus, "earlier", "later")
        return replace(self.only(kept), focus=focus)

    def only(self, names: Iterable[str]) -> Lineage:
        """The nodes of some ids, and the edges between them."""
        kept = set(names)
        nodes = tuple(node for node in self.nodes if node.id in kept)
        edges = tuple(edge for edge in self.edges if {edge.earlier, edge.later} <= kept)
        return replace(self, nodes=nodes, edges=edges)

    def _reached(self, start: Iterable[str], here: str, there: str) -> set[str]:
        reached, new = set(start), set(start)
        while new:
            new = {getattr(edge, there) for edge in self.edges if getattr(edge, here) in new} - reached
            reached |= new
        return reached


def lineage(
    *names: Text,
    least: float = 0.5,
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
    graph = drafting_graph((*used.values(), *chosen), least)
    home = {one.id: node.id for node in graph.nodes for one in node.all}
    if any(value is not None for value in wanted.values()):
        kept = {one.id for one in (*used.where(**wanted), *chosen)}
        if not kept:
            raise InputError("no definition meets the conditions")
        graph = graph.only(name for one, name in home.items() if one in kept)
    if chosen:
        graph = graph.around(home[one.id] for one in chosen)
    return replace(graph, library=library)


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


def drafting_graph(definitions: Iterable[Definition], least: float) -> Lineage:
    """The drafting graph of definitions.

    It does not depend on the order in which they are given.

    Args:
        definitions: Any; one that is given twice counts once.
        least: The similarity that a computed edge has at least, from 0 to 1.

    Raises:
        InputError: Records name each other as predecessors in a circle.
    """
    nodes = _nodes(sorted(set(definitions), key=chronological))
    home = {one.id: node for node in nodes for one in node.all}
    texts = _NodeTexts(nodes)
    edges: dict[tuple[str, str], Edge] = {}
    for edge in _recorded(nodes, home, texts):
        known = edges.get((edge.earlier, edge.later))
        if known is None or (known.ground == "noted" and edge.ground == "documented"):
            edges[edge.earlier, edge.later] = edge
    _topological(nodes, edges)
    for node in nodes:
        for edge in _computed(node, nodes, texts, _behind(node.id, edges)):
            known = edges.get((edge.earlier, edge.later))
            if known:
                edges[edge.earlier, edge.later] = known._replace(closest=True)
            elif edge.similarity is not None and edge.similarity >= least:
                edges[edge.earlier, edge.later] = edge
    ordered = _topological(nodes, edges)
    place = {node.id: n for n, node in enumerate(ordered)}
    found = sorted(edges.values(), key=lambda one: (place[one.later], *_closeness(one), -place[one.earlier]))
    return Lineage(tuple(ordered), tuple(found), (), least)


def _behind(name: str, edges: Iterable[tuple[str, str]]) -> set[str]:
    """The node and all that were made from it: linking it to one of these would close a circle."""
    reached, new = {name}, {name}
    while new:
        new = {later for earlier, later in edges if earlier in new} - reached
        reached |= new
    return reached


def _closeness(edge: Edge) -> tuple[float, bool]:
    return -(edge.similarity if edge.similarity is not None else -1.0), edge.ground != "documented"


# --- nodes ------------------------------------------------------------------------------------


def _nodes(definitions: Sequence[Definition]) -> list[Node]:
    """The wordings with their language versions, by date."""
    known = {one.id for one in definitions}
    versions: dict[str, list[Definition]] = {}
    originals = []
    for one in definitions:
        base = one.version_of or one.translation_of
        if base in known:
            versions.setdefault(base, []).append(one)
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
    waiting: dict[str, set[str]] = {node.id: set() for node in nodes}
    for earlier, later in edges:
        waiting[later].add(earlier)
    left = {node.id: node for node in nodes}
    ordered: list[Node] = []
    while left:
        free = next((node for name, node in left.items() if not waiting[name] & left.keys()), None)
        if free is None:
            raise InputError(f"predecessors go round in a circle: {', '.join(sorted(left))}")
        ordered.append(left.pop(free.id))
    return ordered


# --- edges ------------------------------------------------------------------------------------


class _NodeTexts:
    """The texts of nodes as tokens, by language, and the redlines between them."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        self.of: dict[str, dict[str, Definition]] = {}
        for node in nodes:
            languages = self.of[node.id] = {}
            for one in node.all:
                languages.setdefault(primary(one.lang), one)
        self.scans: dict[Definition, Scan] = {}
        self.words: dict[Definition, Counter[str]] = {}

    def own(self, node: Node) -> list[Definition]:
        """The texts of a node by language; translations have no words of their own."""
        return [one for one in self.of[node.id].values() if not one.translation_of]

    def scan(self, one: Definition) -> Scan:
        if one not in self.scans:
            self.scans[one] = scan(one.text, one.lang)
        return self.scans[one]

    def line(self, a: Definition, b: Definition) -> Redline:
        return redline_scans(self.scan(a), self.scan(b), names=(a.name, b.name), lang=b.lang)

    def between(self, earlier: Node, later: Node, named: Definition) -> Redline | None:
        """The redline of two nodes, in the language of the later one if the earlier one has that."""
        for lang in dict.fromkeys((primary(later.definition.lang), primary(named.lang))):
            if lang in self.of[earlier.id] and lang in self.of[later.id]:
                return self.line(self.of[earlier.id][lang], self.of[later.id][lang])
        return None

    def bound(self, a: Definition, b: Definition) -> float:
        """What the similarity of two texts cannot exceed: their common words, wherever they stand."""
        for one in (a, b):
            if one not in self.words:
                self.words[one] = Counter(self.scan(one).keys[i] for i in self.scan(one).words)
        x, y = self.words[a], self.words[b]
        total = x.total() + y.total()
        return 2 * (x & y).total() / total if total else 1.0


def _recorded(nodes: Iterable[Node], home: Mapping[str, Node], texts: _NodeTexts) -> Iterator[Edge]:
    """The edges that the records state."""
    for node in nodes:
        for one in node.all:
            stated = [(p.id, p.ground, p.note) for p in one.predecessors]
            stated += [(name, "documented", "superseded") for name in one.supersedes]
            stated += [(name, "documented", "adopted by reference") for name in one.implements]
            for name, ground, note in stated:
                earlier = home.get(name)
                if earlier is None or earlier == node:
                    continue
                named = next(text for text in earlier.all if text.id == name)
                if _back_in_time(named, one) or _back_in_time(earlier.definition, node.definition):
                    continue
                kind: LinkGround = "documented" if ground == "documented" else "noted"
                line = texts.between(earlier, node, one)
                yield Edge(earlier.id, node.id, kind, note, False, line)


def _computed(node: Node, nodes: Iterable[Node], texts: _NodeTexts, behind: Container[str]) -> Iterator[Edge]:
    """The earlier text that is closest to a node, in each of its languages."""
    for text in texts.own(node):
        candidates = [
            (other.id, one)
            for other in nodes
            if other.id not in behind and certainly_before(other.definition, node.definition)
            for one in texts.own(other)
            if primary(one.lang) == primary(text.lang) and certainly_before(one, text)
        ]
        found = _closest(text, candidates, texts)
        if found:
            yield Edge(found[0], node.id, "computed", "", True, found[1])


def _closest(
    text: Definition, candidates: Iterable[tuple[str, Definition]], texts: _NodeTexts
) -> tuple[str, Redline] | None:
    """The candidate most similar to a text, the earliest of several; the rest is cut off by its bound."""
    order = sorted(
        ((texts.bound(one, text), chronological(one), name, one) for name, one in candidates),
        key=lambda found: (-found[0], found[1]),
    )
    best: tuple[float, tuple[str, str], str, Redline] | None = None
    for bound, date, name, one in order:
        if best and bound < best[0]:
            break
        line = texts.line(one, text)
        if best is None or line.similarity > best[0] or (line.similarity == best[0] and date < best[1]):
            best = line.similarity, date, name, line
    return best and (best[2], best[3])
