"""What the formats of graphs share: which results they draw, and what a node and an edge say."""

from __future__ import annotations

from typing import Any

from aidefs.errors import InputError, described
from aidefs.output.views.words import count
from aidefs.survey.lineage import Edge, Lineage, Node
from aidefs.text.visible import visible_line

__all__ = ["edge_label", "node_lines", "the_lineage"]


def the_lineage(result: Any, form: str) -> Lineage:
    """The result, if it is a graph.

    Raises:
        InputError: It is none.
    """
    if not isinstance(result, Lineage):
        raise InputError(f"{described(result)} has no form '{form}'; a lineage has")
    return result


def node_lines(node: Node) -> list[str]:
    """The lines in the box of a node: name, date, who else has the wording, other languages."""
    lines = [node.definition.name, node.definition.adopted or "no date"]
    lines += [f"also {one.name}" for one in node.same]
    if node.versions:
        lines.append(f"also in {count(len({one.lang for one in node.versions}), 'language')}")
    return [visible_line(line) for line in lines]


def edge_label(edge: Edge) -> str:
    """What stands at an edge: the similarity."""
    return "" if edge.similarity is None else f"{edge.similarity:.2f}"
