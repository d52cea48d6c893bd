"""Two or more segmentations side by side: the same element in one row, with what differs.

The first definition is the baseline; every other one is paired with it. A pair's rows are worked out
from the same edit script that is displayed in them, so that no number can contradict the picture.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from aidefs.alignment.edits import Edit, Op, WordCounts
from aidefs.alignment.redline import Redline, redline
from aidefs.comparison.comparison import Comparison, FacetChange, Pair, Row, Status
from aidefs.comparison.findings import findings
from aidefs.library.library import Library
from aidefs.library.lookup import Text, from_baseline
from aidefs.library.records import Definition, comparable, distinct_names
from aidefs.library.taxonomy import Taxonomy
from aidefs.segmentation.segmentation import Segmentation
from aidefs.segmentation.segmentation import segmentation_of as _segment
from aidefs.segmentation.segments import Cell, Facets, Segment
from aidefs.text.tokens import scan

__all__ = ["align", "compare"]


_FACETS = ("modal", "position", "open_list", "items", "negated")


def align(
    definitions: Sequence[Definition],
    segmentations: Sequence[Segmentation],
    taxonomy: Taxonomy,
    elements: Sequence[str],
    library: Library | None = None,
) -> Comparison:
    """Put the segments of each definition side by side.

    Args:
        definitions: Two or more; the first is the baseline.
        segmentations: One a definition.
        taxonomy: Where the elements come from.
        elements: Ids of the elements to show, in the order of the rows.
        library: Where the definitions come from, None for the library that comes with aidefs.
    """
    cells = [_cells(segmentation) for segmentation in segmentations]
    empty = Cell(())
    moves = [moved(segmentations[0], other) for other in segmentations[1:]]
    base = definitions[0]
    rows = []
    for element in elements:
        row = tuple(found.get(element, empty) for found in cells)
        pairs = tuple(
            _pair(row[0], cell, element in moves[k], base, definitions[k + 1])
            for k, cell in enumerate(row[1:])
        )
        rows.append(Row(taxonomy[element], row, pairs))
    names = distinct_names(definitions)
    lines = tuple(
        _running_text(base, other, (names[0], name))
        for other, name in zip(definitions[1:], names[1:], strict=True)
    )
    return Comparison(
        tuple(definitions), tuple(segmentations), tuple(rows), lines, findings(definitions, rows), library
    )


def _running_text(a: Definition, b: Definition, names: tuple[str, str]) -> Redline:
    if comparable(a, b):
        return redline(a.text, b.text, lang=a.lang, names=names)
    script = (Edit("delete", (0, len(a.text)), None, a.text), Edit("insert", None, (0, len(b.text)), b.text))
    words = WordCounts(0, len(scan(a.text, a.lang).word_codes), len(scan(b.text, b.lang).word_codes))
    return Redline(a.text, b.text, script, "clause", words, names)


def _cells(segmentation: Segmentation) -> dict[str, Cell]:
    found: dict[str, list[Segment]] = {}
    for segment in segmentation.segments:
        found.setdefault(segment.element, []).append(segment)
    return {element: Cell(tuple(segments)) for element, segments in found.items()}


# --- one row of a pair ------------------------------------------------------------------------


def _pair(a: Cell, b: Cell, has_moved: bool, whole_a: Definition, whole_b: Definition) -> Pair:
    if not a.segments or not b.segments:
        return _one_sided(a, b, whole_a.lang, whole_b.lang)
    changes = tuple(_facet_changes(a.facets, b.facets))
    if not comparable(whole_a, whole_b):
        # Words of two languages cannot be matched, and items of two languages cannot be compared.
        kept = tuple(change for change in changes if change.facet in ("position", "open_list", "negated"))
        # Nor does another order of words say anything where the grammar asks for it; another sentence does.
        apart = any(change.facet == "position" and "separate" in change.values for change in kept)
        return Pair("other language", apart, WordCounts(0, 0, 0), (), kept)
    joined_a, joined_b = _joined(a), _joined(b)
    line = redline(joined_a, joined_b, lang=whole_a.lang)
    edits = tuple(_in_official_texts(line, a, b))
    return Pair(line.status, has_moved, line.words, edits, changes)


def _one_sided(a: Cell, b: Cell, lang_a: str, lang_b: str) -> Pair:
    edits = [Edit("delete", (s.start, s.end), None, s.text) for s in a.segments]
    edits += [Edit("insert", None, (s.start, s.end), s.text) for s in b.segments]
    words = WordCounts(0, len(scan(_joined(a), lang_a).word_codes), len(scan(_joined(b), lang_b).word_codes))
    status: Status = "only in A" if a.segments else "only in B" if b.segments else "absent"
    return Pair(status, False, words, tuple(edits), ())


def _facet_changes(a: Facets, b: Facets) -> Iterator[FacetChange]:
    for facet in _FACETS:
        values = getattr(a, facet), getattr(b, facet)
        if values[0] != values[1]:
            yield FacetChange(facet, values)


# --- spans of the row to spans of the official texts ------------------------------------------


def _joined(cell: Cell) -> str:
    return " ".join(segment.text for segment in cell.segments)


def _in_official_texts(line: Redline, a: Cell, b: Cell) -> list[Edit]:
    """Edits of the joined segments, cut at the joints, with spans in the texts that the segments are from.

    The space that joins two segments stands in neither text and falls out. Where the other side has a
    real space in its place, that space goes with the common text beside it.
    """
    place_a, place_b = _Places(a), _Places(b)
    result: list[Edit] = []
    spare: Edit | None = None  # white space of one side that waits for the common text behind it
    for edit in line.edits:
        for part in _at_joints(edit, line, place_a.joints, place_b.joints):
            span_a = place_a.official(part.a) if part.a else None
            span_b = place_b.official(part.b) if part.b else None
            shown = span_b if part.op == "insert" else span_a or span_b
            if shown is None:
                continue
            placed = part._replace(a=span_a, b=span_b, text=part.text[: shown[1] - shown[0]])
            if part.op == "equal" and not (span_a and span_b):
                if result and result[-1].op == "equal" and spare is None:
                    result[-1] = _wider(result[-1], placed)
                else:
                    spare = placed
                continue
            if spare and part.op == "equal":
                placed, spare = _wider(spare, placed), None
            result.append(placed)
    if spare:
        op: Op = "delete" if spare.a else "insert"
        result.append(spare._replace(op=op, punctuation=True))
    return result


def _wider(first: Edit, second: Edit) -> Edit:
    """Two neighbours as one, where one of them is white space of one side only."""
    span_a = _joined_span(first.a, second.a)
    span_b = _joined_span(first.b, second.b)
    text = (first.text if first.a else "") + (second.text if second.a else "")
    return Edit("equal", span_a, span_b, text, first.typographic or second.typographic)


def _joined_span(x: tuple[int, int] | None, y: tuple[int, int] | None) -> tuple[int, int] | None:
    return (x[0], y[1]) if x and y else x or y


class _Places:
    """Where the characters of a cell's joined text stand in the official text."""

    def __init__(self, cell: Cell) -> None:
        self.segments = cell.segments
        # offset of each segment in the joined text
        self.offsets = list(accumulate((len(s.text) + 1 for s in cell.segments), initial=0))[:-1]
        self.joints = self.offsets[1:]

    def official(self, span: tuple[int, int]) -> tuple[int, int] | None:
        """The span in the official text; None for the joining space alone."""
        k = bisect_right(self.offsets, span[0]) - 1
        segment, offset = self.segments[k], self.offsets[k]
        low, high = span[0] - offset, min(span[1] - offset, len(segment.text))
        return (segment.start + low, segment.start + high) if low < high else None


def _at_joints(edit: Edit, line: Redline, joints_a: list[int], joints_b: list[int]) -> Iterator[Edit]:
    """The edit cut where either side passes from one segment to the next."""
    if edit.op != "equal":
        span, joints = (edit.a, joints_a) if edit.op == "delete" else (edit.b, joints_b)
        assert span
        edges = [span[0], *(j for j in joints if span[0] < j < span[1]), span[1]]
        for low, high in pairwise(edges):
            piece = edit.text[low - span[0] : high - span[0]]
            if edit.op == "delete":
                yield edit._replace(a=(low, high), text=piece)
            else:
                yield edit._replace(b=(low, high), text=piece)
        return
    assert edit.a and edit.b
    (a1, a2), (b1, b2) = edit.a, edit.b
    for cut_a, cut_b in _token_cuts(edit, line, joints_a, joints_b):
        yield edit._replace(a=(a1, cut_a), b=(b1, cut_b), text=line.a[a1:cut_a])
        a1, b1 = cut_a, cut_b
    yield edit._replace(a=(a1, a2), b=(b1, b2), text=line.a[a1:a2])


def _token_cuts(
    edit: Edit, line: Redline, joints_a: list[int], joints_b: list[int]
) -> Iterator[tuple[int, int]]:
    """Where to cut an "equal": the tokens of both sides correspond, their characters need not."""
    assert edit.a and edit.b
    (a1, a2), (b1, b2) = edit.a, edit.b
    inside_a = {j for j in joints_a if a1 < j < a2}
    inside_b = {j for j in joints_b if b1 < j < b2}
    if inside_a or inside_b:
        # In place, and not as a text of their own: what "(b)" is depends on the letter before it.
        starts_a = [s for s in scan(line.a, line.lang).starts[:-1] if a1 <= s < a2]
        starts_b = [s for s in scan(line.b, line.lang).starts[:-1] if b1 <= s < b2]
        for x, y in zip(starts_a, starts_b, strict=True):
            if x in inside_a or y in inside_b:
                yield x, y


# --- moves ------------------------------------------------------------------------------------


def moved(a: Segmentation, b: Segmentation) -> frozenset[str]:
    """Elements of both texts that stand at another place.

    An element has moved if it stands in the defining clause of one text and in a sentence of its own in
    the other, or if it is not among the elements that keep their order: of all the sets of elements
    that stand in the same order in both texts, the one with most words (then most elements, then by
    name, so that the order of the two texts plays no part) is taken to have stayed.
    """
    order_a, order_b = _order(a), _order(b)
    shared = [element for element in order_a if element in order_b]
    weight = {e: order_a[e][1] + order_b[e][1] for e in shared}
    rank = {e: k for k, e in enumerate(x for x in order_b if x in weight)}
    best: list[tuple[int, frozenset[str]]] = []  # heaviest chain that ends at shared[k]
    for k, element in enumerate(shared):
        chains = [best[i] for i in range(k) if rank[shared[i]] < rank[element]]
        weight_before, before = max(chains, key=_chain_order, default=(0, frozenset[str]()))
        best.append((weight_before + weight[element], before | {element}))
    stayed = max(best, key=_chain_order, default=(0, frozenset[str]()))[1]
    return frozenset(
        e for e in shared if e not in stayed or _separate(order_a[e][2]) != _separate(order_b[e][2])
    )


def _chain_order(chain: tuple[int, frozenset[str]]) -> tuple[int, int, list[str]]:
    # By weight, then by size, then by name: the same whichever text is called A.
    return chain[0], len(chain[1]), sorted(chain[1])


def _separate(position: str) -> bool:
    return position == "separate"


def _order(segmentation: Segmentation) -> dict[str, tuple[int, int, str]]:
    """Element → (start, number of words, position), in the order of the text.

    The place of an element in several segments is that of the longest: in "that can, for … objectives,
    make predictions" the outputs stand behind the objectives, though their modal verb stands before.
    """
    longest: dict[str, Segment] = {}
    words: dict[str, int] = {}
    for segment in segmentation.segments:
        words[segment.element] = words.get(segment.element, 0) + len(segment.text.split())
        before = longest.get(segment.element)
        if before is None or len(segment.text) > len(before.text):
            longest[segment.element] = segment
    return {
        element: (segment.start, words[element], segment.facets.position)
        for element, segment in sorted(longest.items(), key=lambda item: item[1].start)
    }


def compare(
    a: Text,
    b: Text,
    *more: Text,
    elements: str | Sequence[str] = "all",
    baseline: Text | None = None,
    method: str = "auto",
    lang: str = "en",
    library: Library | None = None,
    taxonomy: Taxonomy | None = None,
) -> Comparison:
    """Definitions side by side, element by element.

    Args:
        a: The baseline: an id or alias, a definition, or any text.
        b: Another.
        more: Further ones.
        elements: "all", "core" or ids of elements.
        baseline: The definition that the others are compared with, in place of the first.
        method: How to segment, see `segment`.
        lang: Language of plain texts.
        library: Where names are looked up.
        taxonomy: The elements; by default those of `data/elements.toml`.

    Raises:
        UnknownName: A name of a definition or element that stands for nothing.
        InputError: The baseline is not among the definitions.
    """
    used = taxonomy or Taxonomy.shipped()
    chosen = from_baseline((a, b, *more), baseline, library, lang)
    return _aligned(chosen, used.select(elements), method, library, used)


def _aligned(
    chosen: Sequence[Definition],
    elements: Sequence[str],
    method: str,
    library: Library | None,
    taxonomy: Taxonomy,
) -> Comparison:
    segmentations = [
        _segment(definition, definition.lang, method, library=library, taxonomy=taxonomy)
        for definition in chosen
    ]
    return align(chosen, segmentations, taxonomy, elements, library)
