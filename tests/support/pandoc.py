"""Documents as Pandoc reads them."""

from __future__ import annotations

import json
import subprocess
from typing import Any

from support.programs import needs_program

__all__ = ["kinds", "pandoc"]


def pandoc(source: str, form: str = "markdown") -> tuple[str, Any]:
    """What Pandoc takes a document for: its words, and its syntax tree."""
    program = needs_program("pandoc")
    command = [program, "--from", form, "--to", "json"]
    done = subprocess.run(command, input=source.encode(), capture_output=True, check=True)
    tree = json.loads(done.stdout)

    def words(node: Any) -> str:
        if isinstance(node, list):
            return "".join(map(words, node))
        if not isinstance(node, dict):
            return ""
        kind, content = node.get("t"), node.get("c")
        if kind == "Str":
            return str(content)
        if kind in ("Space", "SoftBreak", "LineBreak"):
            return " "
        if kind == "Quoted":
            return "QUOTED"
        return words(content) + (" " if kind in ("Para", "Plain", "Header") else "")

    return words(tree["blocks"]), tree


def kinds(tree: Any) -> list[str]:
    if isinstance(tree, list):
        return [kind for node in tree for kind in kinds(node)]
    if not isinstance(tree, dict):
        return []
    return [tree["t"], *kinds(tree.get("c"))] if "t" in tree else [k for v in tree.values() for k in kinds(v)]
