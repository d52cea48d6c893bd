"""The pages of comparison: the choice, two to six stored texts side by side, a draft beside stored ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from werkzeug.exceptions import NotFound

from aidefs.alignment.redline import diff
from aidefs.classes import NamedTuple
from aidefs.comparison.comparison import Comparison, collapsed
from aidefs.comparison.rows import sides_compared
from aidefs.drafting.review import review
from aidefs.errors import AidefsError, InputError
from aidefs.formats.document import Block, Document, FullTexts, Table
from aidefs.library.citations import cite
from aidefs.library.lookup import elements_of, resolve_all
from aidefs.library.records import Definition
from aidefs.output.render import render_bytes
from aidefs.output.views import document
from aidefs.output.views.comparison import (
    element_table,
    finding_blocks,
    full_texts,
    redlines,
    summary_lines,
)
from aidefs.survey.nearest import nearest
from aidefs.text.phrasebook import Language
from aidefs.web.addresses import MOST_TEXTS, changed_since, compared, stamp_of
from aidefs.web.forms import LONGEST_DRAFT, draft_of
from aidefs.web.pages import KINDS, Answered, Call, Site, file_name

__all__ = ["choose", "comparison", "comparison_file", "draft", "draft_file"]

_FILES = {
    "memo.docx": "docx",
    "redline.docx": "docx",
    "comparison.docx": "docx",
    "comparison.pdf": "pdf",
    "comparison.tex": "latex",
    "comparison.md": "markdown",
    "comparison.csv": "csv",
    "comparison.json": "json",
    "references.bib": "",
}


class Chosen(NamedTuple):
    """What the address of a comparison names.

    Attributes:
        definitions: The texts, the baseline first.
        elements: Ids of the elements that are shown, none for all.
        cited: The state in which the address was cited, "" for none.
    """

    definitions: tuple[Definition, ...]
    elements: tuple[str, ...]
    cited: str

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the texts."""
        return tuple(one.id for one in self.definitions)


def _chosen(site: Site, names: str) -> Chosen:
    parts = [part for part in names.split("/") if part]
    cited = parts.pop()[1:] if parts and parts[-1].startswith("@") else ""
    wanted = ""
    if len(parts) > 2 and parts[-2] == "elements":
        wanted = parts.pop()
        parts.pop()
    if not 2 <= len(parts) <= MOST_TEXTS:
        raise InputError(f"a comparison has two to six texts; {len(parts)} given")
    chosen = tuple(site.library[name] for name in parts)
    taxonomy = site.elements_of(site.term_of(chosen[0]))
    return Chosen(chosen, taxonomy.select(wanted) if wanted else (), cited)


# --- the choice -------------------------------------------------------------------------------


def choose(site: Site, call: Call) -> Answered:
    """The form; what it sends becomes an address."""
    given = call.request.args
    names = [name for name in given.getlist("with") if name]
    wanted = given.getlist("element")
    if len(names) > 1 or (names and given.get("go")):
        chosen = [site.library[name] for name in names]
        ids = list(dict.fromkeys(one.id for one in chosen))
        if len(ids) > 1:
            base = given.get("baseline", "")
            ids.sort(key=lambda one: one != base)
            if len(ids) > MOST_TEXTS:
                raise InputError(f"a comparison has two to six texts; {len(ids)} given")
            taxonomy = site.elements_of(site.term_of(site.library[ids[0]]))
            some = taxonomy.select(wanted) if wanted else ()
            some = () if len(some) == len(taxonomy) else some
            return Answered(b"", status=303, location=site.href(compared(ids, some), call.lang))
    title = site.say("choose.title", call.lang)
    picked = [site.library[name].id for name in names]
    return site.page("choose", call, title, picked=picked, message="", text="", **_form(site))


def _form(site: Site) -> dict[str, Any]:
    """What the forms of choice show: the texts by name, those with an alias first."""
    prepared = [
        ([site.library[name] for name in pair], compared(pair)) for pair in site.pairs if len(pair) > 1
    ]
    return {"known": site.current, "rest": site.others, "prepared": prepared, "longest": LONGEST_DRAFT}


# --- stored texts -----------------------------------------------------------------------------


def comparison(site: Site, call: Call, names: str) -> Answered:
    """Two to six stored texts, at the address that names them by their ids."""
    chosen = _chosen(site, names)
    straight = compared(chosen.ids, chosen.elements, chosen.cited)
    if straight != quote(call.path, safe="/@,"):
        return Answered(b"", status=307, location=site.href(straight, call.lang))
    result = _compared(site, chosen.definitions, chosen.elements, call.lang)
    return _shown(site, call, result, chosen)


def _shown(site: Site, call: Call, result: Comparison, chosen: Chosen | None, **context: Any) -> Answered:
    """The page of a comparison.

    Args:
        site: The site.
        call: What is asked.
        result: The comparison.
        chosen: What its address names, None for a text of the reader's.
        context: What else it shows.
    """
    short, wordings = collapsed(result)
    heads = [" · ".join(filter(None, (a, w.others))) for a, w in zip(short.names, wordings, strict=True)]
    table = _part(map(_without_caption, element_table(short, heads)), call.lang)
    texts = full_texts(short.names, short.segmentations)._replace(
        heading=site.say("compare.texts", call.lang), hint=site.say("compare.point", call.lang)
    )
    definitions = result.definitions
    stored = definitions if chosen else definitions[1:]
    stamp = stamp_of(stored, site.library)
    ids = chosen.ids if chosen else ()
    some = chosen.elements if chosen else ()
    swaps = [
        (one, compared([one.id, *(i for i in ids if i != one.id)], some))
        for one in definitions[1:]
        if ids and (not site.static or (one.id, *(i for i in ids if i != one.id)) in site.pairs)
    ]
    title = " / ".join(result.names)
    return site.page(
        "compare",
        call,
        title,
        result=result,
        definitions=definitions,
        taxonomy=site.elements_of(site.term_of(definitions[0])),
        names=result.names,
        own=chosen is None,
        first=definitions[0].spoken if call.lang == "en" else result.names[0],
        findings=site.fragment(_part(finding_blocks(short), call.lang)) if short.findings else None,
        summary=summary_lines(short),
        table=site.fragment(table),
        texts=site.fragment(_part((), call.lang, texts)),
        redlines=site.fragment(_part(redlines(short), call.lang)) if any(short.comparable) else None,
        unread=[
            name for name, cut in zip(result.names, result.segmentations, strict=True) if not cut.segments
        ],
        across=not all(result.comparable),
        automatic=[
            name
            for name, cut in zip(result.names, result.segmentations, strict=True)
            if cut.method == "automatic"
        ],
        references=[site.reference(one) for one in stored],
        stamp=stamp,
        address=compared(ids, some) if ids else "",
        cited=compared(ids, some, stamp) if ids else "",
        files=site.href(compared(ids) if ids else "/draft/", call.lang),
        formats=[file for file in _FILES if _offered(site, file, result, chosen is None)],
        noted=chosen.cited if chosen else "",
        changed=changed_since(chosen.cited, stored, site.library) if chosen and chosen.cited else False,
        swaps=swaps,
        picked=list(ids),
        some=some,
        **({"draft": None, "near": None} | context),
        **_form(site),
    )


def _offered(site: Site, file: str, result: Comparison, own: bool) -> bool:
    """Whether a page links to a file.

    Args:
        site: The site.
        file: Its name.
        result: What is compared.
        own: Whether a text of the reader's is.
    """
    if (file.endswith(".docx") and not site.word) or (file.endswith(".pdf") and not site.pdf):
        return False
    if file == "redline.docx":
        return len(result.definitions) == 2 and all(result.comparable)
    return file != ("references.bib" if own else "memo.docx")


def _part(blocks: Iterable[Block], lang: str, texts: FullTexts | None = None) -> Document:
    """Some blocks in the language of the page, without a title of their own."""
    return Document("", tuple(blocks), lang, texts)


def _without_caption(block: Block) -> Block:
    """A table whose heading stands above it already."""
    return block._replace(caption="") if isinstance(block, Table) else block


def comparison_file(site: Site, call: Call, names: str, file: str) -> Answered:
    """A comparison in a format to keep."""
    if file not in _FILES or file == "memo.docx":
        path = f"{call.path}/"
        return Answered(b"", status=308, location=site.href(quote(path, safe="/@,"), call.lang))
    chosen = _chosen(site, names)
    return _file(site, chosen.definitions, chosen.elements, file, "-".join(chosen.ids), call.lang)


def _compared(
    site: Site, definitions: Sequence[Definition], elements: Sequence[str], lang: str
) -> Comparison:
    """What `compare` gives, in the language of the page; stored texts are cut into elements once."""
    language: Language = "fr" if lang == "fr" else "en"
    chosen = resolve_all(definitions, site.library, None)
    taxonomy = elements_of(chosen, site.library, None)
    sides = [site.side(one, taxonomy) for one in chosen]
    return sides_compared(chosen, sides, taxonomy.select(elements or "all"), taxonomy, site.library, language)


def _file(
    site: Site, definitions: Sequence[Definition], elements: Sequence[str], file: str, name: str, lang: str
) -> Answered:
    ending = file.rpartition(".")[2]
    form = _FILES[file]
    result: Any
    if file == "references.bib":
        stored = [one for one in definitions if one.id in site.library]
        body = (cite(*stored, style="biblatex", library=site.library) + "\n").encode()
        return Answered(body, KINDS[ending], name=f"{_short(name)}.bib")
    if file == "redline.docx":
        result = diff(definitions[0], definitions[1], library=site.library)
    elif file == "memo.docx":
        result = review(definitions[0], against=list(definitions[1:]), library=site.library)
    else:
        result = _compared(site, definitions, elements, lang)
    body = render_bytes(result, form)
    stem = (
        f"{_short(name)}-{file.partition('.')[0]}" if file in ("redline.docx", "memo.docx") else _short(name)
    )
    return Answered(body, KINDS[ending], name=f"{stem}.{ending}")


def _short(name: str) -> str:
    return file_name(name)[:120] or "comparison"


# --- a text of the reader's -------------------------------------------------------------------


def _drafted(site: Site, call: Call) -> tuple[Definition, list[Definition]]:
    form = call.request.form
    names = [name for name in form.getlist("with") if name] or ["eu"]
    others = list(dict.fromkeys(site.library[name] for name in names))
    if len(others) >= MOST_TEXTS:
        raise InputError(f"a draft is compared with one to five texts; {len(others)} given")
    return draft_of(site, call), others


def draft(site: Site, call: Call) -> Answered:
    """A text of the reader's beside stored ones; it is not kept and has no address."""
    try:
        own, others = _drafted(site, call)
        result = _compared(site, [own, *others], (), call.lang)
    except AidefsError as error:
        given = call.request.form
        picked = [name for name in given.getlist("with") if name]
        told = {"message": str(error), "text": given.get("text", "")[: 2 * LONGEST_DRAFT]}
        title = site.say("choose.title", call.lang)
        return site.page("choose", call, title, 422, picked=picked, **told, **_form(site))
    near = nearest(own, library=site.library)
    return _shown(
        site,
        call,
        result,
        None,
        draft=own,
        near=site.fragment(document(near)._replace(title="")),
    )


def draft_file(site: Site, call: Call, file: str) -> Answered:
    """The same in a format to keep."""
    if file not in _FILES:
        raise NotFound
    own, others = _drafted(site, call)
    return _file(site, [own, *others], (), file, "draft", call.lang)
