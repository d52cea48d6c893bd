"""Two or more segmentations side by side: the same element in one row, with what differs.

The first definition is the baseline; every other one is paired with it. A pair's rows are worked out
from the same edit script that is displayed in them, so that no number can contradict the picture.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise

from aidefs.alignment.edits import Edit, Op, WordCounts, word_status
from aidefs.alignment.redline import Redline, redline_scans
from aidefs.classes import replace
from aidefs.comparison.comparison import Comparison, FacetChange, Pair, Row, Status
from aidefs.comparison.findings import findings
from aidefs.comparison.seams import Seams, comparable_seams, seam_changes, seams_of, words_without_seams
from aidefs.errors import InputError
from aidefs.library.files import MAIN_TERM
from aidefs.library.library import Library
from aidefs.library.lookup import (
    LibraryLike,
    TaxonomyLike,
    Text,
    elements_of,
    from_baseline,
    library_of,
    taxonomy_of,
)
from aidefs.library.records import Definition, comparable, distinct_names
from aidefs.library.taxonomy import Taxonomy
from aidefs.segmentation.grammars import grammar_of
from aidefs.segmentation.segmentation import Segmentation, segmentation_if_read
from aidefs.segmentation.segments import FACET_COLUMNS, Cell, Facets, Segment
from aidefs.text.phrasebook import LANGUAGES, Language, one_of
from aidefs.text.tokens import Scan, scan

__all__ = ["Side", "compare", "segmentations_of", "side_by_side", "sides_compared"]


_FACETS = tuple(column.name for column in FACET_COLUMNS)
_READ_OR_NOT = ("machine_based", "genus")  # facets that say nothing where they could not be read
_ACROSS_LANGUAGES = ("position", "open_list", "negated", "machine_based")
_NOTHING = Cell(())
_UNREAD = Cell((), unread=True)


def compare(
    *definitions: Text,
    elements: str | Sequence[str] = "all",
    baseline: Text | None = None,
    brief: bool = False,
    language: Language = "en",
    method: str = "auto",
    lang: str | None = None,
    library: LibraryLike | None = None,
    taxonomy: TaxonomyLike | None = None,
) -> Comparison:
    """Definitions side by side, element by element.

    Args:
        definitions: Two or more, the baseline first: ids or aliases, definitions, any texts, or the paths of
            documents.
        elements: "all", "core" or ids of elements.
        baseline: The definition that the others are compared with, in place of the first.
        brief: Whether the result shows its findings and its summary alone.
        language: Of what the result says itself, "en" or "fr"; official words are never translated.
        method: How to segment, see `segment`.
        lang: Language of plain texts; by default each is recognised.
        library: Where names are looked up.
        taxonomy: The elements; by default those of the term that is defined.

    Raises:
        UnknownName: A name of a definition or element that stands for nothing.
        InputError: Fewer than two are given, the baseline is not among them, or no such language.
        NoDefinition: A text with neither a connector nor any words that point to an element.
    """
    if len(definitions) < 2 and not any(isinstance(one, list | tuple | set) for one in definitions):
        raise InputError(f"compare takes two or more definitions; {len(definitions)} given")
    library = library_of(library)
    taxonomy = taxonomy_of(taxonomy)
    chosen = from_baseline(definitions, baseline, library, lang)
    used = elements_of(chosen, library, taxonomy)
    cuts = segmentations_of(chosen, method, library, used)
    one_of(language, LANGUAGES, "language")
    compared = side_by_side(chosen, cuts, used.select(elements), used, library, language)
    return replace(compared, brief=brief)


def segmentations_of(
    definitions: Iterable[Definition], method: str, library: Library | None, taxonomy: Taxonomy
) -> list[Segmentation]:
    """Each definition cut into its elements; without segments where the program cannot read it."""
    return [segmentation_if_read(one, method, library=library, taxonomy=taxonomy) for one in definitions]


def side_by_side(
    definitions: Sequence[Definition],
    segmentations: Sequence[Segmentation],
    elements: Sequence[str],
    taxonomy: Taxonomy,
    library: Library | None = None,
    language: Language = "en",
) -> Comparison:
    """`compare` for definitions that are cut into their elements.

    Args:
        definitions: One or more; the first is the baseline.
        segmentations: One a definition.
        elements: Ids of the elements to show, in the order of the rows.
        taxonomy: Where the elements come from.
        library: Where the definitions come from, None for the library that comes with aidefs.
        language: Of the findings.
    """
    sides = [Side(cut) for cut in segmentations]
    return sides_compared(definitions, sides, elements, taxonomy, library, language)


def sides_compared(
    definitions: Sequence[Definition],
    sides: Sequence[Side],
    elements: Sequence[str],
    taxonomy: Taxonomy,
    library: Library | None = None,
    language: Language = "en",
) -> Comparison:
    """`side_by_side` for definitions whose words are known: whoever compares one often keeps its side."""
    names = distinct_names(definitions)
    base, *others = sides
    alike = tuple(comparable(definitions[0], other) for other in definitions[1:])
    pairs = [_pairs(base, other, elements, one) for other, one in zip(others, alike, strict=True)]
    rows = tuple(
        Row(taxonomy[name], tuple(side[name].cell for side in sides), tuple(column[n] for column in pairs))
        for n, name in enumerate(elements)
    )
    return Comparison(
        tuple(definitions),
        tuple(side.segmentation for side in sides),
        rows,
        tuple(
            _running_text(base, other, (names[0], name), one)
            for other, name, one in zip(others, names[1:], alike, strict=True)
        ),
        findings(
            distinct_names(definitions, spoken=language == "en"),  # in sentences they are English
            rows,
            sides[0].segmentation.lang,
            language,
            [_other_term(side.segmentation, taxonomy, library) for side in sides],
        ),
        names,
        alike,
        library,
        language=language,
    )


# --- what is worked out once for all rows and pairs -------------------------------------------


class _CellWords:
    """The words of a cell as one text, in which the segments are joined by a space."""

    def __init__(self, cell: Cell, lang: str) -> None:
        self.cell = cell
        self.lang = lang

    @cached_property
    def text(self) -> str:
        return self.cell.words

    @cached_property
    def scan(self) -> Scan:
        return scan(self.text, self.lang)

    @cached_property
    def offsets(self) -> list[int]:
        """Where each segment begins in the text."""
        return list(accumulate((len(s.text) + 1 for s in self.cell.segments), initial=0))[:-1]

    @cached_property
    def seams(self) -> Seams:
        """The words that only join its segments to their neighbours."""
        return seams_of(self.scan, self.offsets, grammar_of(self.lang))

    @cached_property
    def facets(self) -> Facets:
        """The facets of its segments together."""
        return self.cell.facets

    @cached_property
    def word_count(self) -> int:
        """How many words it has beside them."""
        return len(self.scan.words) - len(self.seams.tokens.intersection(self.scan.words))

    @property
    def joints(self) -> list[int]:
        """Where one segment follows another."""
        return self.offsets[1:]

    def official(self, span: tuple[int, int]) -> tuple[int, int] | None:
        """A span in the official text of the definition; None for the joining space alone."""
        k = bisect_right(self.offsets, span[0]) - 1
        segment, offset = self.cell.segments[k], self.offsets[k]
        low, high = span[0] - offset, min(span[1] - offset, len(segment.text))
        return (segment.start + low, segment.start + high) if low < high else None


class Side:
    """A definition with its tokens and those of its elements, each worked out when it is first wanted."""

    def __init__(self, segmentation: Segmentation) -> None:
        self.segmentation = segmentation
        lang = segmentation.lang
        self._words = {name: _CellWords(cell, lang) for name, cell in segmentation.cells.items()}
        self._nothing = _CellWords(_NOTHING, lang)
        self._unread = _CellWords(_UNREAD, lang)

    def __getitem__(self, element: str) -> _CellWords:
        """What it says on an element."""
        words = self._words.get(element)
        if words is None:
            words = self._unread if self.segmentation.cell(element).unread else self._nothing
        return words

    @cached_property
    def scan(self) -> Scan:
        """The tokens of its text."""
        return scan(self.segmentation.text, self.segmentation.lang)


def _running_text(a: Side, b: Side, names: tuple[str, str], alike: bool) -> Redline:
    if alike:
        return redline_scans(a.scan, b.scan, lang=a.segmentation.lang, names=names)
    old, new = a.segmentation.text, b.segmentation.text
    script = (Edit("delete", (0, len(old)), None, old), Edit("insert", None, (0, len(new)), new))
    words = WordCounts(0, len(a.scan.word_codes), len(b.scan.word_codes))
    return Redline(old, new, script, "clause", words, names)


# --- one row of a pair ------------------------------------------------------------------------


def _pairs(a: Side, b: Side, elements: Sequence[str], alike: bool) -> list[Pair]:
    """The rows of two definitions."""
    has_moved = moved(a.segmentation, b.segmentation)
    return [_pair(a[element], b[element], element in has_moved, alike) for element in elements]


def _pair(a: _CellWords, b: _CellWords, has_moved: bool, alike: bool) -> Pair:
    if a.cell.unread or b.cell.unread:
        return Pair("unknown", False, WordCounts(0, 0, 0), (), ())
    if not a.cell.segments or not b.cell.segments:
        return _one_sided(a, b)
    changes = tuple(_facet_changes(a.facets, b.facets))
    if not alike:
        # Words of two languages cannot be matched, and items of two languages cannot be compared.
        kept = tuple(change for change in changes if change.facet in _ACROSS_LANGUAGES)
        # Nor does another order of words say anything where the grammar asks for it; another sentence does.
        apart = any(change.facet == "position" and "separate" in change.values for change in kept)
        return Pair("other language", apart, WordCounts(0, 0, 0), (), kept)
    line = redline_scans(a.scan, b.scan, lang=a.lang)
    edits = tuple(_in_official_texts(line.edits, a, b))
    sides = (a.scan, b.scan, *comparable_seams(a.seams, b.seams))
    words, changed = words_without_seams(line.edits, *sides)
    changed = changed or any(edit.op != "equal" and not edit.text.strip() for edit in edits)  # at a joint
    status = word_status(words, changed)
    return Pair(status, has_moved, words, edits, changes, tuple(seam_changes(line.edits, *sides)))


def _one_sided(a: _CellWords, b: _CellWords) -> Pair:
    edits = [Edit("delete", (s.start, s.end), None, s.text) for s in a.cell.segments]
    edits += [Edit("insert", None, (s.start, s.end), s.text) for s in b.cell.segments]
    words = WordCounts(0, a.word_count, b.word_count)
    status: Status = "only in A" if a.cell.segments else "only in B" if b.cell.segments else "absent"
    return Pair(status, False, words, tuple(edits), ())


def _facet_changes(a: Facets, b: Facets) -> Iterator[FacetChange]:
    for facet in _FACETS:
        values = getattr(a, facet), getattr(b, facet)
        unread = facet in _READ_OR_NOT and (values[0] in (None, "") or values[1] in (None, ""))
        if values[0] != values[1] and not unread:
            yield FacetChange(facet, values)


# --- spans of the row to spans of the official texts ------------------------------------------


def _in_official_texts(script: Iterable[Edit], a: _CellWords, b: _CellWords) -> list[Edit]:
    """Edits of the joined segments, cut at the joints, with spans in the texts that the segments are from.

    The space that joins two segments stands in neither text and falls out. Where the other side has a
    real space in its place, that space goes with the common text beside it.
    """
    result: list[Edit] = []
    spare: Edit | None = None  # white space of one side that waits for the common text behind it
    for edit in script:
        for part in _at_joints(edit, a, b):
            span_a = a.official(part.a) if part.a else None
            span_b = b.official(part.b) if part.b else None
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


def _at_joints(edit: Edit, a: _CellWords, b: _CellWords) -> Iterator[Edit]:
    """The edit cut where either side passes from one segment to the next."""
    if edit.op != "equal":
        span, joints = (edit.a, a.joints) if edit.op == "delete" else (edit.b, b.joints)
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
    for cut_a, cut_b in _token_cuts((a1, a2), (b1, b2), a, b):
        yield edit._replace(a=(a1, cut_a), b=(b1, cut_b), text=a.text[a1:cut_a])
        a1, b1 = cut_a, cut_b
    yield edit._replace(a=(a1, a2), b=(b1, b2), text=a.text[a1:a2])


def _token_cuts(
    span_a: tuple[int, int], span_b: tuple[int, int], a: _CellWords, b: _CellWords
) -> Iterator[tuple[int, int]]:
    """Where to cut an "equal": the tokens of both sides correspond, their characters need not."""
    (a1, a2), (b1, b2) = span_a, span_b
    inside_a = {j for j in a.joints if a1 < j < a2}
    inside_b = {j for j in b.joints if b1 < j < b2}
    if inside_a or inside_b:
        # In place, and not as a text of their own: what "(b)" is depends on the letter before it.
        starts_a = [s for s in a.scan.starts[:-1] if a1 <= s < a2]
        starts_b = [s for s in b.scan.starts[:-1] if b1 <= s < b2]
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


def _other_term(cut: Segmentation, taxonomy: Taxonomy, library: Library | None) -> str:
    """The term that a text of one's own defines, where it is neither AI nor a term of the library; else "".

    Said only where the elements are those of AI systems, none of them is read with certainty, the text names
    AI nowhere, and its term has no word of theirs: "expert system" may be one, and so may "learning device".
    """
    if cut.method != "automatic" or taxonomy.id != MAIN_TERM:
        return ""
    from aidefs.segmentation.defined import defined_term, speaks_of_ai  # stored texts are reviewed

    frame = next((name for name, one in taxonomy.items() if one.group == "frame"), "")
    sure = any(one.element != frame and one.confidence != "low" for one in cut.segments)
    term = "" if sure else defined_term(cut, frame)
    if not term or speaks_of_ai(cut.text, cut.lang) or (library or Library.shipped()).term_id(term):
        return ""
    words = {word for name in (taxonomy.term, *taxonomy.terms.values()) for word in _words(name)}
    return "" if any(one in two or two in one for one in _words(term) for two in words) else term


def _words(term: str) -> list[str]:
    return re.findall(r"\w{3,}", term.lower())


def _separate(position: str) -> bool:
    return position == "separate"


def _order(segmentation: Segmentation) -> dict[str, tuple[int, int, str]]:
    """Element → (start, number of words, position), in the order of the text.

    The place of an element in several segments is that of the longest: in "that can, for … objectives,
    make predictions" the outputs stand behind the objectives, though their modal verb stands before. The
    genus, and what opens the text, stand where they stand first: longer ones may be of a further term.
    """
    longest: dict[str, Segment] = {}
    opening = next(iter(segmentation.segments), None)
    words: dict[str, int] = {}
    for segment in segmentation.segments:
        words[segment.element] = words.get(segment.element, 0) + len(segment.text.split())
        before = longest.get(segment.element)
        longer = before is None or len(segment.text) > len(before.text)
        first = before is not None and (before is opening or before.facets.genus is not None)
        if longer and not first:
            longest[segment.element] = segment
    return {
        element: (segment.start, words[element], segment.facets.position)
        for element, segment in sorted(longest.items(), key=lambda item: item[1].start)
    }
