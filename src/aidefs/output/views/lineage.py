"""A drafting graph as a tree of text with a line a link, and on request what each link changes."""

from __future__ import annotations

from collections.abc import Iterator

from aidefs.formats.document import Block, Cells, Document, Paragraph, Run, Table, runs
from aidefs.output.views.words import count
from aidefs.survey.lineage import FLOOR, Edge, Lineage, Node

__all__ = ["lineage_document"]

# Documented or not; followed by others or last. No-break spaces, because others are drawn together.
_ARMS = {True: ("├──\u00a0", "└──\u00a0"), False: ("├╌╌\u00a0", "└╌╌\u00a0")}
_MOST_NAMED = 3  # languages; more of them are counted
_STEPS = ("│\u00a0\u00a0\u00a0", "\u00a0\u00a0\u00a0\u00a0")


def lineage_document(result: Lineage) -> Document:
    """The tree of texts, the links that are not drawn, the texts without links, and what links change."""
    graph = result.drawn
    drawn = {name for edge in graph.edges for name in (edge.earlier, edge.later)}
    linked = drawn | {name for edge in result.edges for name in (edge.earlier, edge.later)}
    blocks: list[Block] = [Paragraph(_tree(graph, drawn), wrap=False)]
    slight = [_slight(result, edge) for edge in result.edges if not edge.drawn]
    if slight:
        lead = f"Linked by a record, but hardly alike in words (below {FLOOR:g}) and so not drawn: "
        blocks.append(Paragraph(runs(Run(f"{lead}{'; '.join(slight)}.", "muted"))))
    alone = [_name(node) for node in result.nodes if node.id not in linked and node.id not in result.focus]
    if alone:
        blocks.append(Paragraph(runs(Run(f"Without links: {'; '.join(alone)}.", "muted"))))
    if result.changes and result.edges:
        blocks.append(_links(result))
    blocks.append(Paragraph(runs(Run(_explained(result), "muted"))))
    return Document("Lineage" + (f" of {_focus(result)}" if result.focus else ""), tuple(blocks))


def _focus(result: Lineage) -> str:
    return ", ".join(result.by_id[name].definition.name for name in result.focus)


def _explained(result: Lineage) -> str:
    words = [
        f"{count(len(result.nodes), 'text')}, {count(len(result.edges), 'link')}.",
        "── documented by a source; ╌╌ likeness alone: the closest earlier wording of the collection, from a "
        f"similarity of {result.least:g} on, or a similar one that the record notes.",
        "Each text stands below the documented one that it is closest to, or else below the closest wording; "
        "its other links follow in lines of their own.",
        "Numbers: similarity of the words.",
    ]
    if result.edges and not result.changes:
        words.append("What each link changes: --changes.")
    return " ".join(words)


def _ground(edge: Edge) -> str:
    """What a link rests on; a likeness says nothing of who took the words from whom."""
    if edge.ground == "documented":
        return "documented"
    return "closest wording" if edge.closest else "similar wording"


def _strength(edge: Edge) -> str:
    return _ground(edge) + ("" if edge.similarity is None else f", {edge.similarity:.2f}")


def _slight(result: Lineage, edge: Edge) -> str:
    later, earlier = (result.by_id[name].definition.name for name in (edge.later, edge.earlier))
    return f"{later} and {earlier} ({_strength(edge)})"


# --- the tree ---------------------------------------------------------------------------------


def _tree(graph: Lineage, linked: set[str]) -> Cells:
    lines: list[Run] = []
    shown = linked | set(graph.focus)
    for node in graph.nodes:
        if node.id in shown and not graph.into(node.id):
            lines += [Run("\n")] if lines else []
            lines += _line(graph, node, None)
            lines += _below(graph, node.id, "")
    return tuple(lines)


def _below(graph: Lineage, name: str, lead: str) -> Iterator[Run]:
    branch = graph.branch(name)
    for number, edge in enumerate(branch, 1):
        last = number == len(branch)
        inner = lead + _STEPS[last]
        yield Run("\n" + lead + _ARMS[edge.ground == "documented"][last], "muted")
        yield from _line(graph, graph.by_id[edge.later], edge)
        for other in graph.into(edge.later)[1:]:
            arm = _STEPS[not graph.branch(edge.later)]
            earlier = graph.by_id[other.earlier].definition.name
            yield Run(f"\n{inner}{arm}also {earlier} ({_strength(other)})", "muted")
        yield from _below(graph, edge.later, inner)


def _line(graph: Lineage, node: Node, edge: Edge | None) -> Iterator[Run]:
    yield Run(_name(node), "strong" if node.id in graph.focus else "")
    facts = [node.definition.adopted or "no date", *([_strength(edge)] if edge else [])]
    yield Run(f" ({'; '.join(facts)})", "muted")


def _name(node: Node) -> str:
    also = f" · also {', '.join(one.name for one in node.same)}" if node.same else ""
    tags = list(dict.fromkeys(one.lang for one in node.versions))
    named = ", ".join(tags) if len(tags) <= _MOST_NAMED else f"in {count(len(tags), 'language')}"
    languages = f" [also {named}]" if tags else ""
    return node.definition.name + also + languages


# --- the links --------------------------------------------------------------------------------


def _links(result: Lineage) -> Table:
    header = ("From", "To", "Ground", "Similarity", "Changes")
    rows = tuple(
        (
            runs(result.by_id[edge.earlier].definition.name),
            runs(result.by_id[edge.later].definition.name),
            runs(_ground(edge)),
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
