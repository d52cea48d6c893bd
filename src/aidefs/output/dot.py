"""A drafting graph in the DOT language of Graphviz."""

from __future__ import annotations

from typing import Any

from aidefs.library.library import Library
from aidefs.output.graphs import edge_label, node_lines, the_lineage

__all__ = ["escape", "render_result"]


def escape(text: str) -> str:
    """The text for the inside of a quoted string; backslashes would otherwise call for line breaks."""
    return text.replace("\\", "\\\\").replace('"', '\\"')


def render_result(result: Any) -> str:
    """The graph, earlier texts to the left.

    Raises:
        InputError: The result is no lineage.
    """
    graph = the_lineage(result, "dot")
    known = (graph.library or Library.shipped()).stamp
    lines = [
        f"// aidefs data {known['data_version']}, hash {known['data_hash']}",
        "digraph lineage {",
        "  rankdir=LR;",
        '  node [shape=box, fontname="Helvetica", fontsize=11];',
        '  edge [fontname="Helvetica", fontsize=9];',
    ]
    names = {node.id: f"n{number}" for number, node in enumerate(graph.nodes, 1)}
    for node in graph.nodes:
        bold = ", penwidth=2" if node.id in graph.focus else ""
        label = "\\n".join(map(escape, node_lines(node)))
        lines.append(f'  {names[node.id]} [id="{escape(node.id)}", label="{label}"{bold}];')
    for edge in graph.edges:
        style = "solid" if edge.ground == "documented" else "dashed"
        ends = f"{names[edge.earlier]} -> {names[edge.later]}"
        lines.append(f'  {ends} [style={style}, label="{edge_label(edge)}"];')
    return "\n".join([*lines, "}"]) + "\n"
