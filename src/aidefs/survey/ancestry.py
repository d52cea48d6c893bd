"""How the drafting graph is worked out: from the records, and from the words where these are silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from aidefs.alignment.redline import Redline, redline_scans
from aidefs.errors import InputError
from aidefs.library.records import Definition
from aidefs.library.wordings import chronological, group_wordings
from aidefs.survey.lineage import Edge, Ground, Lineage, Node
from aidefs.text.languages import primary
from aidefs.text.tokens import Scan, scan

__all__ = ["certainly_before", "drafting_graph"]


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
    texts = _Texts(nodes)
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


class _Texts:
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


def _recorded(nodes: Iterable[Node], home: Mapping[str, Node], texts: _Texts) -> Iterator[Edge]:
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
                kind: Ground = "documented" if ground == "documented" else "noted"
                line = texts.between(earlier, node, one)
                yield Edge(earlier.id, node.id, kind, note, False, line)


def _computed(node: Node, nodes: Iterable[Node], texts: _Texts, behind: Container[str]) -> Iterator[Edge]:
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
    text: Definition, candidates: Iterable[tuple[str, Definition]], texts: _Texts
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
