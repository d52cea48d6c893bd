"""The drafting graph: which text was made from which, as far as sources or words tell.

A node is a wording with its language versions, an edge leads from an earlier text to a later one. Three
things can be the ground of an edge: a source says so ("documented"), the record notes a likeness of the words
("noted"), or the later text is closer to this earlier one than to any other of its language ("computed").
Only the first is drawn solid. No edge leads to a text that is certainly earlier. The graph is worked out by
`aidefs.survey.ancestry`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal, NamedTuple

from aidefs.alignment.redline import Redline
from aidefs.library.library import Library
from aidefs.library.records import Definition, Edit, Op
from aidefs.results import Result
from aidefs.tidy import Column, columns_of, observation

__all__ = ["Edge", "Ground", "Lineage", "Node"]

Ground = Literal["documented", "noted", "computed"]


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
    ground: Ground
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
