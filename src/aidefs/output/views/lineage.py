"""A drafting graph as a tree of text, and its links with what changed."""

from __future__ import annotations

from collections.abc import Iterator

from aidefs.formats.document import Block, Cells, Document, Paragraph, Run, Table, runs
from aidefs.output.views.words import count
from aidefs.survey.lineage import Edge, Lineage, Node

__all__ = ["lineage_document"]

_GROUNDS = {"documented": "documented", "noted": "seen in the words", "computed": "closest wording"}
# Documented or not; followed by others or last. No-break spaces, because others are drawn together.
_ARMS = {True: ("├──\u00a0", "└──\u00a0"), False: ("├╌╌\u00a0", "└╌╌\u00a0")}
_STEPS = ("│\u00a0\u00a0\u00a0", "\u00a0\u00a0\u00a0\u00a0")


def lineage_document(result: Lineage) -> Document:
    """The tree of texts, its links with their grounds, and the texts without links."""
    linked = {name for edge in result.edges for name in (edge.earlier, edge.later)}
    blocks: list[Block] = [Paragraph(_tree(result, linked), wrap=False)]
    if result.edges:
        blocks.append(_links(result))
    alone = [_name(node) for node in result.nodes if node.id not in linked and node.id not in result.focus]
    if alone:
        blocks.append(Paragraph(runs(Run(f"Without links: {'; '.join(alone)}.", "muted"))))
    blocks.append(Paragraph(runs(Run(_explained(result), "muted"))))
    return Document("Lineage" + (f" of {_focus(result)}" if result.focus else ""), tuple(blocks))


def _focus(result: Lineage) -> str:
    return ", ".join(result.by_id[name].definition.name for name in result.focus)


def _explained(result: Lineage) -> str:
    words = [
        f"{count(len(result.nodes), 'text')}, {count(len(result.edges), 'link')}.",
        "── documented by a source; ╌╌ seen in the words alone: noted in the record, or the closest earlier "
        f"wording of the collection, from a similarity of {result.least:g} on.",
        "Each text stands below the one it is closest to; other origins are named behind it.",
        "Similarity: of the words as the redline shows them.",
    ]
    return " ".join(words)


# --- the tree ---------------------------------------------------------------------------------


def _tree(result: Lineage, linked: set[str]) -> Cells:
    lines: list[Run] = []
    shown = linked | set(result.focus)
    for node in result.nodes:
        if node.id in shown and not result.into(node.id):
            lines += [Run("\n")] if lines else []
            lines += _line(result, node, None)
            lines += _below(result, node.id, "")
    return tuple(lines)


def _below(result: Lineage, name: str, lead: str) -> Iterator[Run]:
    branch = result.branch(name)
    for number, edge in enumerate(branch, 1):
        last = number == len(branch)
        yield Run("\n" + lead + _ARMS[edge.ground == "documented"][last], "muted")
        yield from _line(result, result.by_id[edge.later], edge)
        yield from _below(result, edge.later, lead + _STEPS[last])


def _line(result: Lineage, node: Node, edge: Edge | None) -> Iterator[Run]:
    yield Run(_name(node), "strong" if node.id in result.focus else "")
    facts = [node.definition.adopted or "no date"]
    if edge and edge.similarity is not None:
        facts.append(f"{edge.similarity:.2f}")
    others = [other for other in result.into(node.id) if edge is None or other.earlier != edge.earlier]
    facts += [f"also from {_origin(result, other)}" for other in others]
    yield Run(f" ({'; '.join(facts)})", "muted")


def _origin(result: Lineage, edge: Edge) -> str:
    similarity = "" if edge.similarity is None else f" {edge.similarity:.2f}"
    ground = ", documented" if edge.ground == "documented" else ""
    return f"{result.by_id[edge.earlier].definition.name}{similarity}{ground}"


def _name(node: Node) -> str:
    also = f" · also {', '.join(one.name for one in node.same)}" if node.same else ""
    languages = f" [also {', '.join(one.lang for one in node.versions)}]" if node.versions else ""
    return node.definition.name + also + languages


# --- the links --------------------------------------------------------------------------------


def _links(result: Lineage) -> Table:
    header = ("From", "To", "Ground", "Similarity", "Changes")
    rows = tuple(
        (
            runs(result.by_id[edge.earlier].definition.name),
            runs(result.by_id[edge.later].definition.name),
            runs(_GROUNDS[edge.ground]),
            runs("—" if edge.similarity is None else f"{edge.similarity:.2f}"),
            _changes(edge, bool(result.focus)),
        )
        for edge in result.edges
    )
    return Table(header, rows, "Links", wide=(4,) if result.focus else (0, 1))


def _changes(edge: Edge, whole: bool) -> Cells:
    if edge.redline is None:
        return runs(Run("in different languages", "muted"))
    if not edge.redline.changes:
        return runs(Run("none", "muted"))
    words = edge.redline.words
    if not whole or not words.equal:
        return runs(f"{count(words.deleted, 'word')} out, {words.inserted} in")
    found: list[Run] = []
    for old, new in edge.changes:
        found += [Run(" · ", "muted")] if found else []
        found += [Run(old, "delete")] if old else []
        found += [Run(" ")] if old and new else []
        found += [Run(new, "insert")] if new else []
    return tuple(found)
