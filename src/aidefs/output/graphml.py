"""The network of a spread, and GraphML, which programs for networks read.

Who takes a definition is linked with it. Of one definition these are the documents; of all of them the
jurisdictions, for a million documents make no picture.
"""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from aidefs.classes import NamedTuple
from aidefs.corpora.occurrence import CLASSES, Relation
from aidefs.corpora.spread import Spread
from aidefs.errors import InputError, described
from aidefs.text.visible import markup_visible, visible_line

__all__ = ["NetworkLink", "Vertex", "network", "render_graphml"]


class Vertex(NamedTuple):
    """A definition, a document or a jurisdiction.

    Attributes:
        id: A name that no other vertex has.
        kind: "definition", "document" or "jurisdiction".
        label: What it is called.
        date: When it was adopted, or first took a definition, "" where that is not known.
    """

    id: str
    kind: str
    label: str
    date: str


class NetworkLink(NamedTuple):
    """A link from a definition to who takes it.

    Attributes:
        source: Id of the definition's vertex.
        target: Id of the other one.
        relation: How it is taken: the nearest way of all documents.
        documents: How many documents stand behind it.
        date: When it was taken first.
    """

    source: str
    target: str
    relation: Relation
    documents: int
    date: str


def network(result: Spread) -> tuple[list[Vertex], list[NetworkLink]]:
    """The vertices and links of a spread: the definitions that are taken, and who takes them."""
    kind = "document" if result.asked else "jurisdiction"
    vertices: dict[str, Vertex] = {}
    links: dict[tuple[str, str], NetworkLink] = {}
    for course in result.courses:
        if not course.adopters:
            continue
        d = course.definition
        source = f"definition:{d.id}"
        vertices[source] = Vertex(source, "definition", d.name, d.adopted)
        for one in course.adopters:
            name = one.doc if result.asked else one.jurisdiction or "no jurisdiction"
            target = f"{kind}:{name}"
            seen = vertices.get(target)
            dates = [date for date in (seen.date if seen else "", one.date) if date]
            vertices[target] = Vertex(target, kind, name, min(dates, default=""))
            old = links.get((source, target), NetworkLink(source, target, CLASSES[-1], 0, ""))
            links[source, target] = NetworkLink(
                source,
                target,
                min(old.relation, one.relation, key=CLASSES.index),
                old.documents + 1,
                min((date for date in (old.date, one.date) if date), default=""),
            )
    return list(vertices.values()), list(links.values())


def render_graphml(result: Any) -> str:
    """The network of a spread as GraphML.

    Args:
        result: The spread.

    Raises:
        InputError: The result is none.
    """
    if not isinstance(result, Spread):
        raise InputError(f"{described(result)} has no form 'graphml'; a spread has")
    vertices, links = network(result)
    known = result.stamp
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<!-- aidefs data {escape(known['data_version'])}, hash {escape(known['data_hash'])} -->",
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ]
    keys = (("node", Vertex), ("edge", NetworkLink))
    for place, shape in keys:
        for name in shape._fields:
            if name not in ("id", "source", "target"):
                kind = "int" if name == "documents" else "string"
                lines.append(
                    f'  <key id="{place}-{name}" for="{place}" attr.name="{name}" attr.type="{kind}"/>'
                )
    lines.append('  <graph edgedefault="directed">')
    for vertex in vertices:
        lines.append(f"    <node id={_quoted(vertex.id)}>{_data('node', vertex)}</node>")
    for link in links:
        ends = f"source={_quoted(link.source)} target={_quoted(link.target)}"
        lines.append(f"    <edge {ends}>{_data('edge', link)}</edge>")
    return "\n".join([*lines, "  </graph>", "</graphml>"]) + "\n"


def _data(place: str, one: Vertex | NetworkLink) -> str:
    held = one._asdict().items()
    return "".join(
        f'<data key="{place}-{name}">{markup_visible(escape(visible_line(str(value))))}</data>'
        for name, value in held
        if name not in ("id", "source", "target") and value != ""
    )


def _quoted(text: str) -> str:
    return markup_visible(quoteattr(visible_line(text)))
