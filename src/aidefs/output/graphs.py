"""Drafting graphs in the languages of two programs that draw them: DOT of Graphviz, and Mermaid.

Both draw the same boxes and links, earlier texts to the left; so does the picture of a lineage, which takes
the lines of its boxes and the labels of its links from here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from aidefs.errors import InputError, described
from aidefs.output.views.words import count
from aidefs.survey.lineage import Edge, Lineage, Node
from aidefs.text.visible import visible_line

if TYPE_CHECKING:
    from aidefs.corpora.spread import Spread

__all__ = ["edge_label", "node_lines", "render_dot", "render_mermaid"]

# Inside quotes Mermaid reads entity codes and takes <, # and line ends for its own.
_SPECIAL_TO_MERMAID = re.compile(r"[^\w ,.()/–·-]")


# --- what a box and a link say ----------------------------------------------------------------


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


# --- the two languages ------------------------------------------------------------------------


def render_dot(result: Any) -> str:
    """A drafting graph, or the network of a spread, in the DOT language of Graphviz.

    Args:
        result: The lineage or spread.

    Raises:
        InputError: The result is neither.
    """
    if type(result).__name__ == "Spread":  # by name, as views are found: no lineage waits for the corpora
        return _network_in_dot(result)
    graph = _lineage(result, "dot")
    names = _short_names(graph)
    lines = [
        f"// {_data_of(graph)}",
        "digraph lineage {",
        "  rankdir=LR;",
        '  node [shape=box, fontname="Helvetica", fontsize=11];',
        '  edge [fontname="Helvetica", fontsize=9];',
    ]
    for node in graph.nodes:
        bold = ", penwidth=2" if node.id in graph.focus else ""
        label = "\\n".join(map(_quoted_in_dot, node_lines(node)))
        lines.append(f'  {names[node.id]} [id="{_quoted_in_dot(node.id)}", label="{label}"{bold}];')
    for edge in graph.edges:
        style = "solid" if edge.ground == "documented" else "dashed"
        ends = f"{names[edge.earlier]} -> {names[edge.later]}"
        lines.append(f'  {ends} [style={style}, label="{edge_label(edge)}"];')
    return "\n".join([*lines, "}"]) + "\n"


def _network_in_dot(result: Spread) -> str:
    from aidefs.output.graphml import network

    nodes, links = network(result)
    names = {node.id: f"n{number}" for number, node in enumerate(nodes, 1)}
    known = result.stamp
    lines = [
        f"// aidefs data {known['data_version']}, hash {known['data_hash']}",
        "digraph spread {",
        "  rankdir=LR;",
        '  node [fontname="Helvetica", fontsize=11];',
        '  edge [fontname="Helvetica", fontsize=9];',
    ]
    for node in nodes:
        shape = "box, penwidth=2" if node.kind == "definition" else "ellipse"
        label = "\\n".join(map(_quoted_in_dot, (visible_line(node.label), node.date or "no date")))
        lines.append(f'  {names[node.id]} [shape={shape}, label="{label}"];')
    for link in links:
        style = "dashed" if link.relation == "by-reference" else "solid"
        said = f", label={link.documents}" if link.documents > 1 else ""
        lines.append(f"  {names[link.source]} -> {names[link.target]} [style={style}{said}];")
    return "\n".join([*lines, "}"]) + "\n"


def render_mermaid(result: Any) -> str:
    """A drafting graph as a flow chart for Mermaid.

    Args:
        result: The lineage.

    Raises:
        InputError: The result is no lineage.
    """
    graph = _lineage(result, "mermaid")
    names = _short_names(graph)
    lines = [f"%% {_data_of(graph)}", "flowchart LR"]
    for node in graph.nodes:
        label = "<br/>".join(map(_quoted_in_mermaid, node_lines(node)))
        lines.append(f'  {names[node.id]}["{label}"]')
    for edge in graph.edges:
        arrow = "-->" if edge.ground == "documented" else "-.->"
        label = edge_label(edge)
        lines.append(f"  {names[edge.earlier]} {arrow}{f'|{label}|' if label else ''} {names[edge.later]}")
    lines += [f"  style {names[name]} stroke-width:3px" for name in graph.focus]
    return "\n".join(lines) + "\n"


def _lineage(result: Any, form: str) -> Lineage:
    """The result, if it is a graph."""
    if not isinstance(result, Lineage):
        raise InputError(f"{described(result)} has no form '{form}'; a lineage has")
    return result.drawn


def _short_names(graph: Lineage) -> dict[str, str]:
    """Names that both languages take for any node; the ids of definitions are not of that kind."""
    return {node.id: f"n{number}" for number, node in enumerate(graph.nodes, 1)}


def _data_of(graph: Lineage) -> str:
    """The data that the graph is made from, for a comment at the head of the file."""
    known = graph.stamp
    return f"aidefs data {known['data_version']}, hash {known['data_hash']}"


def _quoted_in_dot(text: str) -> str:
    """The text for the inside of a quoted string; backslashes would otherwise call for line breaks."""
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _quoted_in_mermaid(text: str) -> str:
    """The text for the inside of a quoted label."""
    return _SPECIAL_TO_MERMAID.sub(lambda match: f"#{ord(match[0])};", text)
