"""The memo on a draft: what it lacks, adds and says in other words; tables behind, sources at the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from aidefs.comparison.comparison import Finding, Row
from aidefs.comparison.findings import AUTOMATIC
from aidefs.drafting.review import Against, Review, Standing, standing
from aidefs.formats.document import Block, Bullets, Cells, Document, Heading, Paragraph, Run, Table, runs
from aidefs.library.records import Definition
from aidefs.output.views.comparison import element_table, full_texts, redlines, similarities
from aidefs.output.views.nearest import by_element, composition, overall
from aidefs.output.views.segmentation import facet_words
from aidefs.output.views.words import SIMILARITY, count, row_runs, sentence, source_line, why_unread
from aidefs.segmentation.segments import Cell, Method
from aidefs.survey.nearest import Match, Nearest
from aidefs.text.languages import UNDETERMINED, language_name

__all__ = ["review_document"]


_SIMILAR = 0.5  # from which on a wording of an element is named in the findings
_MOST_LANGUAGES = 4  # that are named
_KINDS = {
    "modal": "Modal verbs",
    "items": "Lists",
    "open list": "Lists",
    "negation": "Exclusions",
    "moved": "Another place",
    "not recognised": "Not recognised",
}
_SAID: dict[Standing, str] = {
    "lacking": "lacking",
    "added": "added",
    "identical": "same words",
    "punctuation only": "other punctuation",
    "other language": "in both",
    "unknown": "not recognised",
    "absent": "—",
}


def review_document(result: Review) -> Document:
    """Findings in sentences, text by text; then the nearest wordings, tables and sources."""
    draft = result.draft
    blocks: list[Block] = [
        Paragraph(runs(Run(_how_read(result), "muted"))),
        Paragraph(runs(draft.text), draft.lang),
    ]
    blocks += [Heading("In short"), Bullets(tuple(_in_short(result)))]
    blocks.append(Paragraph(runs(Run(SIMILARITY, "muted"))))
    for one in result.against:
        blocks += [Heading(f"Compared with {one.name}"), *_beside(one)]
    blocks += [Heading("Nearest wordings anywhere"), *_nearest(result.nearest)]
    blocks += _tables(result)
    blocks += [Heading("Sources"), Bullets(tuple(_sources(result)))]
    names = (draft.name, *(one.name for one in result.against))
    cuts = (result.segmentation, *(one.comparison.segmentations[0] for one in result.against))
    return Document(f"Review: {draft.name}", tuple(blocks), texts=full_texts(names, cuts))


# --- the draft --------------------------------------------------------------------------------


def _how_read(result: Review) -> str:
    """Language, way and certainty of the reading in one line."""
    draft, cut = result.draft, result.segmentation
    told = (
        f"Read as {language_name(draft.lang)}" if draft.lang_recognised else f"In {language_name(draft.lang)}"
    )
    parts = ["Its language could not be told" if draft.lang == UNDETERMINED else told]
    if cut.method == "none":
        parts.append(f"its elements are not known, {why_unread(draft)}")
    elif cut.method == "reviewed":
        parts.append("its elements were annotated by hand")
    else:
        low = dict.fromkeys(one.element for one in cut.segments if one.confidence == "low")
        sure = f"uncertain: {', '.join(low)}" if low else "with little doubt"
        parts.append(f"cut into elements automatically ({sure})")
    if cut.unread and cut.method != "none":
        parts.append(f"not read, for want of cues in this language: {', '.join(sorted(cut.unread))}")
    if cut.doubtful:
        parts.append(f"perhaps overlooked: {', '.join(sorted(cut.doubtful))}")
    # What is known of how a document of one's own was read; notes of a record are about other things.
    noted = f" {draft.notes[:1].upper()}{draft.notes[1:]}." if draft.notes and not draft.source else ""
    return "; ".join(parts) + "." + noted


# --- in short ---------------------------------------------------------------------------------


def _in_short(result: Review) -> Iterable[Cells]:
    told = (one for beside in result.against for one in beside.comparison.findings)
    for parts in dict.fromkeys(one.parts for one in told if one.kind == "another term"):
        yield sentence(parts, (result.draft,))
    for one in result.against:
        yield runs(Run(one.name, "strong"), f": {_gist(one)}.")
    best = result.nearest.overall[:1]
    for match in best:
        also = f" ({match.wording.others})" if match.wording.also else ""
        near = f": {match.wording.label}{also}, similarity {match.similarity:.2f}."
        yield runs(Run("Nearest as a whole", "strong"), near)
    if not best:
        yield runs(
            Run("Nearest as a whole", "strong"), ": no stored text of its language shares a word with it."
        )


def _gist(one: Against) -> str:
    """ "the draft lacks environment; perhaps lacks input; has the same words on autonomy" """
    if not one.read:
        whose = "this text" if one.comparison.segmentations[1].segments else "the draft"
        return f"not compared by element: the elements of {whose} are not known"
    same, punctuated, _ = _same(one)
    unsaid = [row for row in one.standing("unknown") if not row.empty]
    said = [
        *_doubted(one, "lacks", "lacking"),
        *_doubted(one, "adds", "added"),
        *_doubted(one, "rewords", "reworded"),
        *_doubted(one, "has", "other language", " too, in another language"),
        *_told("has the same words on {}", same),
        *_told("has the same words, but for punctuation, on {}", punctuated),
        *_told("may have words on {} that were not recognised", unsaid),
    ]
    return "the draft " + "; ".join(said)


def _doubted(one: Against, verb: str, wanted: Standing, behind: str = "") -> Iterable[str]:
    rows = one.standing(wanted)
    yield from _told(f"{verb} {{}}{behind}", [row for row in rows if not one.uncertain(row)])
    yield from _told(f"perhaps {verb} {{}}{behind}", [row for row in rows if one.uncertain(row)])


def _told(pattern: str, rows: Sequence[Row]) -> Iterable[str]:
    if rows:
        yield pattern.format(_labels(rows))


def _labels(rows: Iterable[Row]) -> str:
    return _series([row.element.short_label.lower() for row in rows])


# --- beside one text --------------------------------------------------------------------------


def _beside(one: Against) -> list[Block]:
    blocks: list[Block] = []
    if about := _language(one):
        blocks.append(Paragraph(runs(about)))
    text, draft = one.comparison.definitions
    groups: list[tuple[str, list[Cells]]] = [
        ("Lacks", [_words(one, row, 0) for row in one.standing("lacking")]),
        ("Adds", [_words(one, row, 1) for row in one.standing("added")]),
        ("Reworded", [_redline(one, row) for row in one.standing("reworded")]),
        ("In both, in two languages", [_both(one, row) for row in one.standing("other language")]),
    ]
    for heading in dict.fromkeys(_KINDS.values()):
        kinds = [kind for kind, name in _KINDS.items() if name == heading]
        found = [finding for finding in one.comparison.findings if finding.kind in kinds]
        groups.append((heading, [sentence(finding.parts, (text, draft)) for finding in found]))
    same, _, punctuation = _same(one)
    alike = [runs(f"{_capital(_labels(same))}.")] if same else []
    groups.append(("Same words", [*alike, *(sentence(finding.parts, (text,)) for finding in punctuation)]))
    for heading, items in groups:
        if items:
            blocks += [Paragraph(runs(Run(heading, "strong"))), Bullets(tuple(items))]
    if not one.read:
        blocks.append(Paragraph(runs(f"{_capital(_gist(one))}.")))
    if one.comparison.comparable[0]:
        blocks.append(Paragraph(runs(Run(similarities(one.comparison.summaries[0]), "muted"))))
    return blocks


def _language(one: Against) -> str:
    """Which version of the text the draft is held against, where that is not the one that was named."""
    language = language_name(one.comparison.definitions[1].lang)
    by_element = (
        "the two are compared by element, and not by words." if one.read else "the two cannot be compared."
    )
    match one.version:
        case "authentic":
            said = f"The text is equally authentic in {language}; that version is used."
        case "not stored":
            where = "that version is not in the collection"
            said = f"The text is authentic in {language} too; {where}: {by_element}"
        case "not authentic":
            tags = one.named.authenticity.languages
            few = len(tags) <= _MOST_LANGUAGES
            languages = _series([*map(language_name, tags)]) if few else count(len(tags), "language")
            said = f"The text is authentic in {languages}, and not in {language}: {by_element}"
        case "unknown":
            said = f"The collection has no authentic {language} version of the text: {by_element}"
        case _:
            said = ""
    if one.translation:
        said += f" A translation without legal force can be named: {one.translation.id}."
    if one.text.authenticity.translation:
        said = f"{said} This text is a translation without legal force.".strip()
    return said


def _series(names: list[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _head(one: Against, row: Row) -> Cells:
    """The name of the element, behind a word of doubt where the reading is not sure."""
    doubt = runs(AUTOMATIC) if one.uncertain(row) else ()
    return (*doubt, Run(row.element.short_label, key=row.element.id), Run(": "))


def _words(one: Against, row: Row, side: int) -> Cells:
    """All that one side says on an element, to be copied."""
    return (*_head(one, row), _quoted(row.cells[side], one.comparison.definitions[side]))


def _quoted(cell: Cell, source: Definition) -> Run:
    return Run(cell.text, "quote", lang=source.lang)


def _redline(one: Against, row: Row) -> Cells:
    """From the words of the text to those of the draft."""
    lang = one.text.lang
    changes = (run._replace(lang=lang) for run in row_runs(row.pairs[0].edits, row.cells[1]))
    return (*_head(one, row), *changes)


def _both(one: Against, row: Row) -> Cells:
    text, draft = one.comparison.definitions
    a, b = row.cells
    return (*_head(one, row), _quoted(a, text), Run(" – "), _quoted(b, draft))


def _same(one: Against) -> tuple[list[Row], list[Row], list[Finding]]:
    """Rows of the same words, those in which punctuation differs inside, and the findings on these.

    The mark at the end of an element belongs to the sentence around it.
    """
    found = [finding for finding in one.comparison.findings if finding.kind == "punctuation"]
    told = {finding.element for finding in found}
    rows = one.standing("identical", "punctuation only")
    same = [row for row in rows if row.element.id not in told]
    return same, [row for row in rows if row.element.id in told], found


# --- nearest wordings -------------------------------------------------------------------------


def _nearest(found: Nearest) -> list[Block]:
    """Which texts are nearest as a whole, and which have the same or similar words on an element."""
    lines: list[Cells] = []
    if found.overall:
        named = "; ".join(_named(one) for one in found.overall)
        lines.append(runs(Run("As a whole", "strong"), f": {named}."))
    if found.shared:
        lines.append(composition(found))
    best = {element: matches[0] for element, matches in found.elements.items() if matches}
    similar = "; ".join(
        f"{element.short_label.lower()} to {_named(one)}"
        for element, one in best.items()
        if element not in found.shared and one.similarity >= _SIMILAR
    )
    if similar:
        lines.append(runs(Run("Similar words", "strong"), f": {similar}."))
    alone = [element.short_label.lower() for element, matches in found.elements.items() if not matches]
    if alone:
        lines.append(runs(Run("No word in common with any", "strong"), f": {_series(alone)}."))
    language = found.definition.lang
    where = "" if language == UNDETERMINED else f" in {language_name(language)}"
    searched = (
        f"{count(found.searched, 'definition')}{where} searched, drafts and superseded texts among them."
    )
    foot = Paragraph(runs(Run(searched, "muted")))
    return [Bullets(tuple(lines)), foot] if lines else [foot]


def _named(match: Match) -> str:
    also = f" ({match.wording.others})" if match.wording.also else ""
    return f"{match.wording.label}{also}, {match.similarity:.2f}"


# --- tables -----------------------------------------------------------------------------------


def _tables(result: Review) -> list[Block]:
    blocks: list[Block] = []
    read = [one for one in result.against if one.read]
    if read:
        blocks += _under("The elements at a glance", _glance(read))
    if result.segmentation.segments:
        blocks += _under("What the draft has", _own(result))
    for one in result.against:
        if one.read:
            table = element_table(one.comparison, one.comparison.names)
            blocks += _under(f"{one.name} and the draft by element", *table)
        blocks += redlines(one.comparison)
    found = result.nearest
    if found.overall:
        blocks += _under("Nearest wordings as a whole", overall(found))
    if found.elements:
        blocks += _under("Nearest wordings by element", by_element(found))
    return blocks


def _under(heading: str, *blocks: Block) -> list[Block]:
    """Blocks under a heading, which a caption would repeat."""
    bare = (block._replace(caption="") if isinstance(block, Table) else block for block in blocks)
    return [Heading(heading), *bare]


def _glance(against: Sequence[Against]) -> Table:
    """A row an element that any of the texts has: how the draft stands to each."""
    by_text = [{row.element: row for row in one.rows} for one in against]
    rows: list[tuple[Cells, ...]] = []
    keys = []
    for element in by_text[0]:
        each = [(one, own[element]) for one, own in zip(against, by_text, strict=True)]
        if all(row.empty for _, row in each):
            continue
        cells = [runs(_stands(one, row)) for one, row in each]
        rows.append((runs(Run(element.short_label, "strong")), *cells))
        keys.append(element.id)
    header = ("Element", *(one.name for one in against))
    return Table(header, tuple(rows), keys=tuple(keys))


def _stands(one: Against, row: Row) -> str:
    # The mark at the end of an element belongs to the sentence around it, and is no other punctuation.
    stands = "identical" if row in _same(one)[0] else standing(row)
    said = _SAID.get(stands, stands)
    if standing(row) == "reworded":
        said += f" ({row.pairs[0].similarity:.2f})"
    if row.pairs[0].moved:
        said += ", moved"
    return said + (", uncertain" if one.uncertain(row) and standing(row) not in ("absent", "unknown") else "")


def _own(result: Review) -> Table:
    cut, labels = result.segmentation, _element_labels(result)
    rows = [
        (
            runs(Run(labels[name], "strong")),
            runs(cell.text, *([Run("\n(automatic, uncertain)", "muted")] if cell.uncertain else [])),
            runs("; ".join(facet_words(cell.facets, cell.text))),
        )
        for name, cell in cut.cells.items()
    ]
    langs = ("", cut.lang, "")
    return Table(("Element", "Words of the draft", "Facts"), tuple(rows), "", langs, (1, 2))


def _element_labels(result: Review) -> dict[str, str]:
    return {row.element.id: row.element.short_label for row in result.against[0].comparison.rows}


# --- sources ----------------------------------------------------------------------------------


def _sources(result: Review) -> Iterable[Cells]:
    """The texts that it is held against, and those whose wordings are nearest; each once.

    A draft of the collection has a source as well; one that was given is itself the source.
    """
    methods = {one.text: one.comparison.segmentations[0].method for one in result.against}
    near = [*result.nearest.overall, *(ms[0] for ms in result.nearest.elements.values() if ms)]
    own = {result.draft: result.segmentation.method} if result.draft.source else {}
    cited: dict[Definition, Method | Literal[""]] = {**own, **methods}
    for match in near:
        cited.setdefault(match.wording.definition, "")
    for definition, method in cited.items():
        source = Run(": " + source_line(definition, method), links=True)
        yield runs(Run(definition.name, "strong"), source)
