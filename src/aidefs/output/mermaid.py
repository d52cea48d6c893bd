"""A drafting graph as a flow chart for Mermaid."""

from __future__ import annotations

import re
from typing import Any

from aidefs.library.library import Library
from aidefs.output.graphs import edge_label, node_lines, the_lineage

__all__ = ["render_result"]

# Inside quotes Mermaid reads entity codes and takes <, # and line ends for its own.
_SPECIAL = re.compile(r"[^\w ,.()/–·-]")


def escape(text: str) -> str:
    """The text for the inside of a quoted label."""
    return _SPECIAL.sub(lambda match: f"#{ord(match[0])};", text)


def render_result(result: Any) -> str:
    """The flow chart, earlier texts to the left.

    Raises:
        InputError: The result is no lineage.
    """
    graph = the_lineage(result, "mermaid")
    known = (graph.library or Library.shipped()).stamp
    names = {node.id: f"n{number}" for number, node in enumerate(graph.nodes, 1)}
    lines = [f"%% aidefs data {known['data_version']}, hash {known['data_hash']}", "flowchart LR"]
    lines += [f'  {names[node.id]}["{"<br/>".join(map(escape, node_lines(node)))}"]' for node in graph.nodes]
    for edge in graph.edges:
        arrow = "-->" if edge.ground == "documented" else "-.->"
        label = edge_label(edge)
        lines.append(f"  {names[edge.earlier]} {arrow}{f'|{label}|' if label else ''} {names[edge.later]}")
    lines += [f"  style {names[name]} stroke-width:3px" for name in graph.focus]
    return "\n".join(lines) + "\n"
