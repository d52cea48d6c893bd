"""HTML: what the runs say is what the page says, nothing else gets in, and browsers show it to everybody."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from output.test_frame import result_of
from support.browser import DARK, LIGHT, accessibility, answers, chromium
from support.hostile import HOSTILE, MARKS, everywhere, hostile
from support.libreoffice import office
from support.strategies import NASTY, WORDS
from support.tex import page_text

import aidefs
from aidefs.formats.document import (
    Block,
    Bullets,
    Document,
    FullText,
    FullTexts,
    Heading,
    Mark,
    Note,
    Paragraph,
    Run,
    Table,
    plain,
    runs,
)  # fmt: skip
from aidefs.formats.html.table import least_width
from aidefs.library.records import Definition
from aidefs.output.render import render
from aidefs.output.views import document
from aidefs.text.visible import visible

_RESULTS = (
    "comparison", "comparison across languages", "redline", "chain", "table", "segmentation", "definition",
    "definitions", "elements", "check", "search", "search without hits",
)  # fmt: skip


def by_hand() -> Document:
    """A table with all that a table can have."""
    elements = ("Autonomy", "Adaptiveness", "Inference")
    rows = tuple(
        (
            runs(Run(name, "strong"), Run("\nreworded", "muted")),
            runs("exhibit ", Run("some", "delete"), Run("varying", "insert"), " levels"),
            runs(Run("✓", key=name.lower())),
            runs(Run("système", lang="fr")),
        )
        for name in elements
    )
    notes = (
        Note(runs("Framework Convention, Article 2; signed."), columns=(1,), cite="coe-2024"),
        Note(runs("About the table as a whole."), ()),
        Note(runs("Regulation (EU) 2024/1689, Article 3(1)."), columns=(2,)),
        Note(runs("About ", Run("one row", "quote"), "."), rows=(1,)),
    )
    table = Table(
        ("Element", "Convention", "Act", "Loi"), rows, "Core elements", ("", "en", "en", "fr"), (1, 2, 3),
        notes=notes, keys=("autonomy", "adaptiveness", "inference"), emphasis=(0, 2), name="core elements",
    )  # fmt: skip
    turned = Table(
        ("Definition", "Autonomy", "Inference"), tuple(row[:3] for row in rows), "By definition",
        row_langs=("en", "fr", "ar"), emphasis_columns=(1,),
    )  # fmt: skip
    return Document("A table by hand", (table, Heading("Turned"), turned))


# --- reading a page -------------------------------------------------------------------------------


def parsed(source: str) -> Element:
    """The tree of a fragment or page without faults in its mark-up."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    if source.startswith("<!DOCTYPE"):
        tree: Element = parser.parse(source)
    else:
        tree = Element("root")
        tree.extend(list(parser.parseFragment(source)))
    # A character that Unicode will never assign (U+FFFE) is no good style, and every browser takes it.
    assert [error for error in parser.errors if error[1] != "invalid-codepoint"] == []
    return tree


def words(element: Element) -> str:
    """What a reader sees of an element, a line break for each `<br>`; marks of notes aside."""
    parts = [element.text or ""]
    for child in element:
        parts.append({"br": "\n", "sup": ""}.get(child.tag) or ("" if child.tag == "sup" else words(child)))
        parts.append(child.tail or "")
    return "".join(parts)


def elements(tree: Element) -> list[str]:
    return [element.tag for element in tree.iter()]


def attributes(tree: Element) -> list[tuple[str, str, str]]:
    return [(element.tag, name, value) for element in tree.iter() for name, value in element.attrib.items()]


def styles(tree: Element) -> str:
    return "\n".join(element.text or "" for element in tree.iter("style"))


def spoken(tree: Element, lang: str = "") -> Iterator[tuple[Element, str]]:
    """Every element with the language that it inherits."""
    lang = tree.get("lang", lang)
    yield tree, lang
    for child in tree:
        yield from spoken(child, lang)


# --- what a document says is what the page says -----------------------------------------------------


def said(shown: Document) -> list[tuple[str, str]]:
    """The tag and the words of everything that a fragment of the document must show, in order."""
    result: list[tuple[str, str]] = [("h2", shown.title)] if shown.title else []
    texts = shown.texts
    for k, block in enumerate(shown.blocks):
        tabular = [isinstance(other, Table) for other in shown.blocks[k : k + 2]]
        if texts and (tabular[0] or (isinstance(block, Heading) and tabular[1:] == [True])):
            result += _texts(texts)  # a heading stays with its table
            texts = None
        result += _block(block)
    return [(tag, visible(text)) for tag, text in result + (_texts(texts) if texts else [])]


def _texts(texts: FullTexts) -> list[tuple[str, str]]:
    columns = [pair for text in texts.columns for pair in (("h4", text.name), ("p", plain(text.runs)))]
    return [("h3", texts.heading), ("p", texts.hint), *columns]


def _block(block: Block) -> list[tuple[str, str]]:
    if isinstance(block, Heading):
        return [("h3", block.text)]
    if isinstance(block, Paragraph):
        return [("p", plain(block.runs))]
    if isinstance(block, Bullets):
        return [("li", plain(item)) for item in block.items]
    result = [("caption", block.caption)] if block.caption else []
    if any(block.header):
        heads = [
            ("th" if name or block.marks(column=k) else "td", name) for k, name in enumerate(block.header)
        ]
        result += heads
    for first, *others in block.rows:
        result += [("th", plain(first)), *(("td", plain(cell)) for cell in others)]
    numbered = [("li", plain(note.runs)) for note in block.notes if note.columns or note.rows]
    return result + numbered + [("p", plain(n.runs)) for n in block.notes if not (n.columns or n.rows)]


def shown_by(source: str) -> list[tuple[str, str]]:
    tags = {"h2", "h3", "h4", "p", "li", "caption", "th", "td"}
    return [(element.tag, words(element)) for element in parsed(source).iter() if element.tag in tags]


@pytest.mark.parametrize("kind", _RESULTS)
def test_a_page_says_what_the_document_says(kind: str) -> None:
    shown = document(result_of(kind))
    assert shown_by(render(shown, "html")) == said(shown)


@hostile()
def test_hostile_texts_come_out_as_they_are(text: str) -> None:
    shown = everywhere(text)
    assert shown_by(render(shown, "html")) == said(shown)


_texts_of_all_kinds = st.one_of(
    st.lists(st.sampled_from(WORDS + NASTY + tuple(HOSTILE.values())), max_size=4).map(" ".join),
    st.text(st.characters(), max_size=8),
)
_marks: tuple[Mark, ...] = ("", "delete", "insert", "strong", "muted", "quote")
_runs = st.lists(
    st.builds(
        Run,
        _texts_of_all_kinds,
        st.sampled_from(_marks),
        st.sampled_from(("", "", "autonomy", '"]{}</style>')),
        st.sampled_from(("", "", "fr", "ar", '"><b>')),
    ),
    max_size=4,
).map(tuple)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Documents of every kind of block, with any text everywhere."""
    columns = draw(st.integers(1, 4))
    langs = st.tuples(*[st.sampled_from(("", "en", "he", "zh-Hant"))] * columns)
    rows = draw(st.lists(st.tuples(*[_runs] * columns), max_size=3).map(tuple))
    places = st.lists(st.integers(0, columns - 1), max_size=2).map(tuple)
    table = Table(
        draw(st.tuples(*[_texts_of_all_kinds] * columns)),
        rows,
        draw(_texts_of_all_kinds),
        draw(langs),
        draw(places),
        notes=draw(st.lists(st.builds(Note, _runs, places), max_size=3).map(tuple)),
        keys=draw(st.just(()) | st.tuples(*[_texts_of_all_kinds] * len(rows))),
        emphasis=draw(st.just(()) | st.just((0,))),
        name=draw(_texts_of_all_kinds),
    )
    blocks: list[Block] = [
        Heading(draw(_texts_of_all_kinds)),
        Paragraph(draw(_runs), draw(st.sampled_from(("", "fr")))),
        Bullets(draw(st.lists(_runs, max_size=2).map(tuple))),
        table,
    ]
    text = FullText(draw(_texts_of_all_kinds), draw(_runs), "en")
    texts = draw(st.none() | st.just(FullTexts("The texts", "Point at one.", (text, text))))
    return Document(draw(_texts_of_all_kinds), tuple(draw(st.permutations(blocks))), texts=texts)


_TAGS = {
    "a", "br", "caption", "del", "div", "em", "h2", "h3", "h4", "ins", "li", "ol", "p", "root", "section",
    "small", "span", "strong", "style", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {
    "aria-label", "aria-labelledby", "class", "data-head", "data-key", "dir", "href", "id", "lang", "rel",
    "role", "scope", "style", "tabindex", "title",
}  # fmt: skip


@given(documents())
def test_any_document_is_sound_harmless_and_complete(shown: Document) -> None:
    source = render(shown, "html")
    assert shown_by(source) == said(shown)
    tree = parsed(source)
    assert set(elements(tree)) <= _TAGS
    found = attributes(tree)
    assert {name for _, name, _ in found} <= _ATTRIBUTES
    assert elements(tree).count("style") == elements(tree).count("section") == 1
    ids = [value for _, name, value in found if name == "id"]
    assert len(set(ids)) == len(ids) and not any(re.search(r"\s", value) for value in ids)
    inner = {value for _, name, value in found if name == "href" and value.startswith("#")}
    assert {value[1:] for value in inner} <= set(ids)
    assert {value for _, name, value in found if name == "aria-labelledby"} <= set(ids)
    assert source == render(shown, "html")
    page = render(shown, "html", standalone=True)
    assert elements(parsed(page)).count("h1") == 1


def test_addresses_of_sources_are_links_and_those_of_texts_are_none() -> None:
    address = "https://example.org/a?b=1&c=(2)#d"
    shown = Document("", (Paragraph((Run(f"see {address}, (or {address}).", links=True),)),))
    tree = parsed(render(shown, "html"))
    links = [value for _, name, value in attributes(tree) if name == "href"]
    assert links == [address, address]
    assert "a" not in elements(parsed(render(Document("", (Paragraph((Run(address),)),)), "html")))
    found = {value for _, name, value in attributes(parsed(aidefs.get("eu").to_html())) if name == "href"}
    assert aidefs.get("eu").url in found


@hostile()
def test_mark_up_does_not_depend_on_the_text(text: str) -> None:
    """However hostile the text, the elements are those of a harmless one, line breaks aside."""

    def skeleton(of: str) -> list[str]:
        return [tag for tag in elements(parsed(render(everywhere(of), "html"))) if tag != "br"]

    assert skeleton(text) == skeleton("plain")


# --- nothing from outside -------------------------------------------------------------------------


@cache
def sources() -> dict[str, str]:
    """Fragments and pages of every result."""
    made = {}
    for standalone in (False, True):
        for kind in _RESULTS:
            made[f"{kind} {standalone}"] = render(result_of(kind), "html", standalone=standalone)
        made[f"by hand {standalone}"] = render(by_hand(), "html", standalone=standalone)
    return made


@pytest.mark.parametrize("name", sources())
def test_nothing_is_fetched_and_nothing_runs(name: str) -> None:
    tree = parsed(sources()[name])
    assert not {"script", "link", "img", "iframe", "object", "base", "form"} & set(elements(tree))
    for _, attribute, value in attributes(tree):
        assert attribute not in ("src", "srcset", "action") and not attribute.startswith("on")
        # A link that a reader may follow; nothing is fetched for it.
        assert attribute != "href" or value.startswith(("#", "https://", "http://"))
    assert not re.search(
        r"url\(|@import|expression|javascript|@font-face", sources()[name].split("<section")[0]
    )


def rules(style: str) -> list[tuple[str, str]]:
    """Selectors and declarations of a style, those inside of media queries too."""
    inside = re.sub(r"@media[^{]*\{((?:[^{}]*\{[^{}]*\})*)\s*\}", r"\1", style)
    return [(head.strip(), body) for head, body in re.findall(r"([^{}]+)\{([^{}]*)\}", inside)]


@pytest.mark.parametrize("kind", _RESULTS)
def test_a_fragment_styles_nothing_but_itself(kind: str) -> None:
    found = rules(styles(parsed(render(result_of(kind), "html"))))
    assert len(found) > 20
    for head, _ in found:
        for selector in re.split(r",(?![^(]*\))", head):
            assert selector.strip().startswith("section.aidefs.aidefs"), selector


def test_results_on_one_page_have_ids_of_their_own() -> None:
    page = "".join(source for name, source in sources().items() if name.endswith("False"))
    ids = [value for _, name, value in attributes(parsed(page)) if name == "id"]
    assert len(ids) == len(set(ids)) > len(_RESULTS) / 2


# --- meaning --------------------------------------------------------------------------------------


def test_changes_are_elements() -> None:
    tree = parsed(render(aidefs.compare("coe", "eu"), "html"))
    assert "may" in [words(element) for element in tree.iter("del")]
    assert "can" in [words(element) for element in tree.iter("ins")]
    assert all("line-through" in (element.get("style") or "") for element in tree.iter("del"))
    assert all("underline" in (element.get("style") or "") for element in tree.iter("ins"))


def test_a_gap_parts_inserted_words_from_deleted_ones_that_they_touch() -> None:
    texts = [("the real one", "the virtual one"), ("x a, y b", "x c, y, b")]
    pages = [aidefs.diff(old, new).to_html() for old, new in texts]
    assert '</del><ins class="instead"' in pages[0]
    # The second has a comma behind common words, although a deletion stands before them.
    assert pages[1].count('class="instead"') == 1 and re.search(
        r"</del><ins class=.*?</ins>, y<ins style", pages[1]
    )


def test_official_wording_carries_its_language() -> None:
    """Whatever repeats the words of one text stands under the language of that text."""
    french, german = aidefs.get("eu:fr"), aidefs.get("eu:de")
    tree = parsed(render(aidefs.compare(french, german), "html"))
    found = {lang: "".join(words(e) for e, of in spoken(tree) if of == lang) for lang in ("fr", "de", "en")}
    assert french.text in found["fr"] and german.text in found["de"]
    assert "déduit" in found["fr"] and "ableitet" in found["de"]
    for element, lang in spoken(tree):
        if element.tag == "td" and "autonomie" in words(element).lower():
            assert lang == ("fr" if "niveaux" in words(element) else "de")


def test_quoted_words_in_findings_carry_their_language() -> None:
    comparison = aidefs.compare("eu:fr", "Un système d’IA déduit des résultats.", lang="fr")
    assert comparison.findings
    quoted = [lang for e, lang in spoken(parsed(render(comparison, "html"))) if e.tag == "em"]
    assert set(quoted) == {"fr"}


def test_asterisks_of_a_text_are_no_quotation_marks_of_ours() -> None:
    """A finding quotes the words of the texts; asterisks inside a name or a quotation stay characters."""
    lists = {
        "A*B*C": "such as predictions, *content* or decisions.",
        "D": "such as predictions or decisions.",
    }
    a, b = (
        Definition(
            id=label,
            label=label,
            text=f"An AI system is a machine that infers how to generate outputs {text}",
        )
        for label, text in lists.items()
    )
    comparison = aidefs.compare(a, b)
    items = [words(item) for item in parsed(render(comparison, "html")).iter("li")][:-2]
    assert any("A*B*C" in finding.text for finding in comparison.findings)
    for item, finding in zip(items, comparison.findings, strict=True):
        assert item.count("A*B*C") == finding.text.count("A*B*C")


def test_hits_in_several_languages_carry_theirs() -> None:
    found = aidefs.search("system*")
    languages = {hit.definition.lang for hit in found}
    assert len(languages) > 2
    tree = parsed(render(found, "html"))
    marked = [lang for e, lang in spoken(tree) if e.tag == "strong" and e.get("lang")]
    assert marked == [hit.definition.lang for hit in found]


def test_scripts_that_run_from_the_right_say_so() -> None:
    tree = parsed(render(by_hand(), "html"))
    directions = {(e.get("lang"), e.get("dir")) for e in tree.iter() if e.get("lang")}
    assert ("ar", "rtl") in directions and ("fr", None) in directions
    assert not [lang for lang, direction in directions if direction and lang != "ar"]


def test_heads_say_what_they_head() -> None:
    tree = parsed(render(by_hand(), "html"))
    table = next(tree.iter("table"))
    assert [e.get("scope") for e in table.iter("th")] == ["col"] * 4 + ["row"] * 3
    assert words(next(table.iter("caption"))) == "Core elements"
    assert table.get("id") == "tab-core-elements"


def test_notes_are_numbered_where_they_are_about_something() -> None:
    tree = parsed(render(by_hand(), "html"))
    items = {item.get("id"): words(item) for item in next(tree.iter("ol"))}
    assert list(items.values()) == [
        "Framework Convention, Article 2; signed.",
        "Regulation (EU) 2024/1689, Article 3(1).",
        "About one row.",
    ]
    marked = {}
    for head in tree.iter("th"):
        for link in head.iter("a"):
            marked[link.text] = (words(head).split("\n")[0], items[(link.get("href") or "")[1:]][:9])
    assert marked == {
        "1": ("Convention", "Framework"), "2": ("Act", "Regulatio"), "3": ("Adaptiveness", "About one"),
    }  # fmt: skip
    assert [words(p) for p in tree.iter("p") if p.get("class") == "note"] == ["About the table as a whole."]


def test_rows_and_columns_are_brought_out_by_a_line_too() -> None:
    tables = list(parsed(render(by_hand(), "html")).iter("table"))
    barred = [row.get("class") for row in next(tables[0].iter("tbody"))]
    assert barred == ["emphasis", None, "emphasis"]
    for row in next(tables[0].iter("tbody")):
        assert ("border-left" in (row[0].get("style") or "")) == (row.get("class") == "emphasis")
    columns = [["emphasis" in (cell.get("class") or "") for cell in row] for row in tables[1].iter("tr")]
    assert columns == [[False, True, False]] * 4


# --- stretches of one key -------------------------------------------------------------------------


def test_the_texts_stand_side_by_side_letter_for_letter() -> None:
    comparison = aidefs.compare("coe", "eu", "oecd")
    shown = document(comparison)
    assert shown.texts
    assert [plain(text.runs) for text in shown.texts.columns] == [d.text for d in comparison.definitions]
    for text, cut in zip(shown.texts.columns, comparison.segmentations, strict=True):
        assert [(r.key, r.text) for r in text.runs if r.key] == [(s.element, s.text) for s in cut.segments]
    assert shown.texts.heading not in render(comparison, "text")


def test_every_key_has_a_rule_a_row_and_a_name() -> None:
    comparison = aidefs.compare("coe", "eu")
    tree = parsed(render(comparison, "html"))
    keys = {e.get("data-key") for e in tree.iter("span") if e.get("data-key")}
    rows = {e.get("data-key"): e.get("tabindex") for e in tree.iter("tr") if e.get("data-key")}
    assert keys == set(rows) and set(rows.values()) == {"0"}
    assert {e.get("tabindex") for e in tree.iter("span") if e.get("data-key")} == {"-1"}
    labels = {row.element.id: row.element.label for row in comparison.rows}
    assert all(
        e.get("title") == labels[e.get("data-key") or ""] for e in tree.iter("span") if e.get("data-key")
    )
    together = [head for head, _ in rules(styles(tree)) if ":has(" in head]
    assert len(together) == len(rows)


@pytest.mark.parametrize("key", ['"]{}</style><script>', "a b", "é", "\\", "</style", "\x00\ud800", "]]>"])
def test_a_key_cannot_leave_its_rule(key: str) -> None:
    shown = Document("", (Paragraph((Run("one", key=key), Run("two", key="plain"))),))
    tree = parsed(render(shown, "html"))
    assert [e.get("data-key") for e in tree.iter("span")] == [visible(key), "plain"]
    together = [head for head, _ in rules(styles(tree)) if ":has(" in head]
    assert len(together) == 2 and elements(tree).count("style") == 1


# --- pages ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", _RESULTS)
def test_a_page_has_a_language_a_title_and_one_first_heading(kind: str) -> None:
    tree = parsed(render(result_of(kind), "html", standalone=True))
    tags = elements(tree)
    assert tree.tag == "html" and tree.get("lang") == "en"
    assert tags.count("title") == tags.count("h1") == tags.count("main") == tags.count("section") == 1
    assert next(tree.iter("title")).text in (words(next(tree.iter("h1"))), "aidefs")
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert all(level <= before + 1 for before, level in zip([0, *levels], levels, strict=False))


def test_a_saved_file_is_a_page_unless_a_fragment_is_asked_for(tmp_path: Path) -> None:
    aidefs.get("eu").save(tmp_path / "page.html")
    aidefs.get("eu").save(tmp_path / "part.htm", standalone=False)
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == aidefs.get("eu").to_html(standalone=True)
    assert (tmp_path / "part.htm").read_text(encoding="utf-8") == aidefs.get("eu").to_html()


# --- in Chromium ----------------------------------------------------------------------------------

# A notebook of dark theme on a machine that prefers light: the colours are the page's, with rules for tables
# as JupyterLab has them.
_NOTEBOOK = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Notebook</title><style>
body{background:#111;color:rgba(255,255,255,.87);font-family:sans-serif}
.jp-RenderedHTMLCommon table{border:none;font-size:12px;table-layout:fixed;margin-left:auto}
.jp-RenderedHTMLCommon td,.jp-RenderedHTMLCommon th,.jp-RenderedHTMLCommon tr{text-align:right;border:none;
vertical-align:middle;white-space:normal}
.jp-RenderedHTMLCommon tbody tr:nth-child(odd){background:#111}
.jp-RenderedHTMLCommon tbody tr:nth-child(even){background:#212121}
</style></head><body><main class="jp-RenderedHTMLCommon"><h1>Notebook</h1>@</main></body></html>"""


def pages() -> dict[str, str]:
    """Pages for axe: results, a table by hand, and a notebook that shows two results."""
    shown = {
        kind: render(result_of(kind), "html", standalone=True)
        for kind in ("comparison", "redline", "table", "definition", "definitions", "search", "check")
    }
    cells = "".join(render(result_of(kind), "html") for kind in ("comparison", "segmentation"))
    by_hand_page = render(by_hand(), "html", standalone=True)
    return {**shown, "by hand": by_hand_page, "notebook": _NOTEBOOK.replace("@", cells)}


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.programs
def test_axe_finds_nothing(scheme: str, tmp_path: Path) -> None:
    found = accessibility(pages(), tmp_path, scheme)
    assert {name: page["violations"] for name, page in found.items() if page["violations"]} == {}
    assert all({"color-contrast", "document-title"} <= set(page["passes"]) for page in found.values())


@pytest.mark.programs
def test_axe_does_find_something(tmp_path: Path) -> None:
    poor = '<!DOCTYPE html><html><body style="background:#fff"><p style="color:#aaa">faint</p></body></html>'
    found = accessibility({"poor": poor}, tmp_path, LIGHT)["poor"]["violations"]
    assert {line.split(":")[0] for line in found} >= {"color-contrast", "document-title", "html-has-lang"}


_ASK = """<script>
function report(answers) {
  const pre = document.createElement("pre");
  pre.id = "answers";
  pre.textContent = JSON.stringify(answers);
  document.body.append(pre);
}
function styleOf(element, names) {
  const style = getComputedStyle(element);
  return names.map(name => style[name]);
}
onload = () => report((() => { @ })());
</script>"""


def asked(folder: Path, source: str, script: str, *flags: str) -> Any:
    """What a script finds out about a page."""
    file = folder / "asked.html"
    file.write_text(source + _ASK.replace("@", script), encoding="utf-8")
    return answers(file, *flags)


@pytest.mark.programs
def test_pointing_at_an_element_brings_it_out_everywhere(tmp_path: Path) -> None:
    source = render(aidefs.compare("coe", "eu", "oecd"), "html", standalone=True)
    other = render(aidefs.compare("eu", "nist"), "html")
    script = """
      const first = document.querySelector("section.aidefs");
      const lit = () => [...document.querySelectorAll("[data-key]")].filter(
        e => getComputedStyle(e).outlineStyle == "solid").map(
        e => [e.dataset.key, e.tagName, first.contains(e)]);
      const before = lit();
      first.querySelector("span[data-key=autonomy]").focus();
      const text = lit();
      first.querySelector("tr[data-key=outputs]").focus();
      return [document.hasFocus(), before, text, lit()];
    """
    for _ in range(10):  # for the window of a browser without a screen is sometimes not the active one
        active, before, text, row = asked(tmp_path, source + other, script)
        if active:
            break
    assert before == []
    expected = [[True, "SPAN"]] * 3 + [[True, "TR"]]
    assert [[inside, tag] for _, tag, inside in text] == expected and {key for key, *_ in text} == {
        "autonomy"
    }
    assert [[inside, tag] for _, tag, inside in row] == expected and {key for key, *_ in row} == {"outputs"}


_LETTERS = "the quick brown fox jumps over the lazy dog 0123456789"
_OF_ARIAL = 404.7  # pixels of these letters at 16 pixels a line


def measured(folder: Path, source: str, narrow: int, wide: int) -> list[Any]:
    """At two widths: how cells are set, whether the page fits, what names a cell, whether a grid fits.

    The wide one is in pixels for letters such as those of Arial. Where those of this machine are wider, so is
    the page, for how many columns fit beside each other is a matter of letters.
    """
    script = """
      document.body.append(document.createElement("iframe"));
      const measure = (width, asWideAsLetters) => {
        const frame = document.querySelector("iframe");
        frame.contentDocument.documentElement.innerHTML = PAGE;
        const page = frame.contentDocument, cell = page.querySelector("tbody td");
        const letters = page.createElement("span");
        letters.textContent = LETTERS;
        letters.style.cssText = "position:absolute; white-space:nowrap; font-size:16px";
        page.querySelector("section.aidefs").append(letters);
        const wider = letters.getBoundingClientRect().width / OF_ARIAL;
        letters.remove();
        if (asWideAsLetters) width = Math.ceil(width * Math.max(1, wider));
        frame.style.width = width + "px";
        return [getComputedStyle(cell).display, page.documentElement.scrollWidth <= width,
                frame.contentWindow.getComputedStyle(cell, "::before").content,
                [...page.querySelectorAll(".scroll")].every(box => box.scrollWidth <= box.clientWidth)];
      };
      return [measure(NARROW, false), measure(WIDE, true)];
    """
    inner = (
        f"const PAGE = {_json(source)}, NARROW = {narrow}, WIDE = {wide}, "
        f"LETTERS = {_json(_LETTERS)}, OF_ARIAL = {_OF_ARIAL};"
    )
    found: list[Any] = asked(folder, "<!DOCTYPE html><body>", inner + script)
    return found


@pytest.mark.programs
def test_columns_stand_one_below_the_other_on_a_telephone(tmp_path: Path) -> None:
    source = render(aidefs.compare("coe", "eu", "oecd"), "html", standalone=True)
    narrow, wide = measured(tmp_path, source, 400, 1200)
    assert narrow == ["block", True, '"CoE Convention"', True]
    assert wide == ["table-cell", True, "none", True]


_GRIDS = {
    "ticks": lambda: aidefs.table("coe", "eu", "oecd", "nist", "iso", "us", cells="ticks"),
    "turned": lambda: aidefs.table("coe", "eu", "oecd", "nist", cells="ticks", transpose=True),
    "coverage": lambda: aidefs.coverage(jurisdiction=["EU", "OECD", "COE"]),
    "matrix": lambda: aidefs.matrix(jurisdiction=["EU", "OECD", "COE"]),
}


@pytest.mark.parametrize("kind", _GRIDS)
@pytest.mark.programs
def test_a_grid_stays_a_grid_and_is_moved_where_it_is_too_wide(kind: str, tmp_path: Path) -> None:
    """Thirteen columns of numbers stand side by side on a screen, and the page itself never moves."""
    source = render(_GRIDS[kind](), "html", standalone=True)
    narrow, wide = measured(tmp_path, source, 380, 1200)
    assert narrow == ["table-cell", True, "none", False]
    assert wide == ["table-cell", True, "none", True]


def test_a_column_needs_the_width_of_its_longest_word() -> None:
    def width(*cells: str) -> int:
        return least_width(Table(("A", "B"), ((runs("x"), runs(*cells)),)))

    assert width("a b c d e f g h i j k") < width("recommendations and a decision") < width("w" * 40)
    assert width("0.10") < width("Machine-based")


def test_what_is_pasted_has_rules_above_and_below_and_bold_heads() -> None:
    """A word processor reads what stands at the elements, numbers with a digit before the point."""
    tree = parsed(render(aidefs.table("coe", "eu", elements="core"), "html"))
    styles = [e.get("style") or "" for tag in ("th", "td") for e in tree.iter(tag)]
    assert not any(re.search(r"[: ]\.\d", style) or "normal" in style for style in styles)
    rows = list(tree.iter("tr"))
    ruled = [["border-bottom" in (cell.get("style") or "") for cell in row] for row in rows]
    assert [set(row) for row in ruled] == [{True}, *[{False}] * (len(rows) - 2), {True}]


def _json(text: str) -> str:
    import json

    return json.dumps(text).replace("</", "<\\/")


@pytest.mark.programs
def test_the_page_around_a_fragment_stays_as_it_is(tmp_path: Path) -> None:
    """A table, a heading and a paragraph of the page look the same with results beside them."""
    own = (
        "<h2>Own</h2><p class=note>text</p><table class=compact><tr><th>a<td class=wide>b</table><ins>x</ins>"
    )
    cells = "".join(render(result_of(kind), "html") for kind in ("comparison", "search", "definitions"))
    script = """
      const all = e => {
        const s = getComputedStyle(e);
        return [...s].filter(n => !n.endsWith("-origin")).map(n => n + ":" + s.getPropertyValue(n)).join();
      };
      const look = () => [...document.querySelectorAll("#own, #own *")].map(all);
      const with_them = look();
      document.querySelectorAll("section.aidefs, style").forEach(e => e.remove());
      const alone = look();
      return [with_them.length, with_them.map((style, n) => style == alone[n])];
    """
    source = f"<!DOCTYPE html><meta charset=utf-8><body><div id=own style='width:600px'>{own}</div>{cells}"
    count, same = asked(tmp_path, source, script)
    assert count == 9 and same == [True] * 9


@pytest.mark.programs
def test_a_notebook_s_rules_for_tables_do_not_reach_ours(tmp_path: Path) -> None:
    source = _NOTEBOOK.replace("@", render(result_of("comparison"), "html"))
    script = """
      const cell = document.querySelector("section.aidefs td");
      const row = document.querySelectorAll("tbody tr")[1];
      return [...styleOf(cell, ["textAlign", "verticalAlign", "borderTopStyle", "color"]),
              ...styleOf(row, ["backgroundColor"])];
    """
    assert asked(tmp_path, source, script, LIGHT) == [
        "left", "top", "solid", "rgba(255, 255, 255, 0.87)", "rgba(0, 0, 0, 0)",
    ]  # fmt: skip


@pytest.mark.programs
def test_a_printed_table_repeats_its_head(tmp_path: Path) -> None:
    page = tmp_path / "list.html"
    aidefs.definitions().save(page)
    pdf = tmp_path / "list.pdf"
    chromium(page, "--no-pdf-header-footer", f"--print-to-pdf={pdf}")
    sheets = page_text(pdf).rstrip("\f").split("\f")
    assert len(sheets) > 2
    assert all("Verified" in sheet[:200] for sheet in sheets)
    printed = "".join("".join(sheets).split())
    assert all(d.id in printed for d in aidefs.definitions())


# --- in a word processor --------------------------------------------------------------------------


@pytest.mark.programs
def test_a_word_processor_keeps_the_table_and_the_changes(tmp_path: Path) -> None:
    comparison = aidefs.compare("coe", "eu")
    (tmp_path / "page.html").write_text(render(comparison, "html"), encoding="utf-8")
    subprocess.run(
        [office(), "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--convert-to",
         "docx:MS Word 2007 XML", "--outdir", tmp_path, tmp_path / "page.html"],
        capture_output=True, timeout=180, check=True,
    )  # fmt: skip
    with zipfile.ZipFile(tmp_path / "page.docx") as file:
        body = file.read("word/document.xml").decode()
    rows = sum(not row.absent for row in comparison.rows) + 1
    assert body.count("<w:tbl>") == 1 and len(re.findall(r"<w:tr[ >]", body)) == rows
    assert body.count("<w:tcBorders><w:top ") == 3 * rows
    changed = sum(run.mark == "delete" for run in _all_runs(document(comparison)))
    assert body.count("<w:strike/>") == changed


def _all_runs(shown: Document) -> Iterator[Run]:
    for block in shown.blocks:
        if isinstance(block, Table):
            yield from (run for row in block.rows for cell in row for run in cell)
        elif isinstance(block, Paragraph):
            yield from block.runs


assert set(MARKS) == set(_marks)


# --- classes alone ----------------------------------------------------------------------------------


@given(documents(), st.integers(1, 4))
def test_classes_alone_say_the_same_without_a_style(shown: Document, level: int) -> None:
    """Nothing but the looks goes: elements, languages, keys and ids stay."""
    own, bare = (parsed(render(shown, "html", styles=styles)) for styles in ("own", "none"))
    assert "style" not in elements(bare) and not any(name == "style" for _, name, _ in attributes(bare))

    def facts(tree: Element) -> list[tuple[str, str, str]]:
        return [one for one in attributes(tree) if one[1] not in ("style", "class")]

    assert facts(own) == facts(bare)
    assert [tag for tag in elements(own) if tag != "style"] == elements(bare)
    at_level = parsed(render(shown, "html", styles="none", level=level))
    assert {tag for tag in elements(at_level) if re.fullmatch(r"h\d", tag)} <= {
        f"h{level + below}" for below in range(3)
    }


@pytest.mark.parametrize("kind", _RESULTS)
def test_every_class_has_a_rule_in_the_stylesheet(kind: str) -> None:
    rules = aidefs.stylesheet()
    tree = parsed(result_of(kind).to_html(styles="none"))
    used = {one for _, name, value in attributes(tree) if name == "class" for one in value.split()}
    # What is looked at by no rule says what the element is: the section, and the parts of a definition list.
    assert {one for one in used if f".{one}" not in rules} <= {"aidefs"} and ".aidefs" in rules


def test_rules_touch_our_own_sections_alone() -> None:
    rules = re.sub(r"@media[^{]*\{", "", aidefs.stylesheet())
    selectors = [one for group in re.findall(r"([^{}]+)\{[^{}]*\}", rules) for one in group.split(",")]
    assert len(selectors) > 100
    assert {one.split(":")[0].split(" ")[0].strip() for one in selectors if "[" not in one} == {
        "section.aidefs.aidefs"
    }


def test_a_page_without_styles_has_none() -> None:
    page = aidefs.diff("oecd@2019", "oecd").to_html(standalone=True, styles="none")
    assert "style" not in elements(parsed(page)) and "<h1" in page


@pytest.mark.parametrize("wrong", [{"styles": "nine"}, {"level": 7}])
def test_a_look_that_there_is_not_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(aidefs.InputError, match=r"nine|7"):
        aidefs.get("eu").to_html(**wrong)
