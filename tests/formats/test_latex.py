"""LaTeX: the source says what the result says, and TeX sets it as it should be printed.

The second half compiles with pdfLaTeX and LuaLaTeX, a few documents with many fragments each, and reads
the logs and the words on the pages. It is skipped where the programs are missing.
"""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.command import Run as Command
from support.command import is_error
from support.hostile import HOSTILE, MARKS, everywhere
from support.programs import lacking, needs_program
from support.tex import page_text, run_latex

import aidefs
from aidefs.errors import InputError
from aidefs.formats.document import Document, Heading, Note, Paragraph, Run, Table, runs
from aidefs.formats.latex.columns import cut
from aidefs.formats.latex.languages import FONTS, babel, latin_only, stretches
from aidefs.formats.latex.words import escape
from aidefs.library.library import Library
from aidefs.output.render import render
from aidefs.output.views import document
from aidefs.text.visible import visible_line

SHIPPED = Library.shipped()

# --- escaping ---------------------------------------------------------------------------------

# What TeX prints of our commands.
_TEX = {
    r"\textbackslash{}": "\\", r"\{": "{", r"\}": "}", r"\$": "$", r"\&": "&", r"\#": "#", r"\%": "%",
    r"\_": "_", r"\textasciicircum{}": "^", r"\textasciitilde{}": "~", r"\textless{}": "<",
    r"\textgreater{}": ">", r"\textbar{}": "|", r"\textquotedbl{}": '"', r"\textquotesingle{}": "'",
    r"\textasciigrave{}": "`", r"\dots{}": "…", r"$\rightarrow$": "→", r"$\leftarrow$": "←",
    r"$\leftrightarrow$": "↔", "$-$": "−", r"$\leq$": "≤", r"$\geq$": "≥", r"$\neq$": "≠",
    r"$\approx$": "≈", r"\aidefstick{}": "✓", r"\,": "\u202f", r"\enspace{}": "\u2007", r"\-": "\u00ad",
    r"\mbox{-}": "\u2011", "{[}": "[", "{]}": "]", "{*}": "*", "~": "\u00a0",
    r"\kern0pt{}": "", r"\allowbreak{}": "",
    # What the fonts make of neighbours (T1, and the same in OpenType fonts with TeX's ligatures).
    "---": "—", "--": "–", "``": "“", "''": "”", ",,": "„", "?`": "¿", "!`": "¡", "<<": "«", ">>": "»",
    "`": "‘", "'": "’", "‘‘": "“", "’’": "”", "–-": "—",
    **{rf"\textsuperscript{{{n}}}": raised for n, raised in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")},
}  # fmt: skip
_TEX_TOKEN = re.compile(
    r"\\aidefscode\{[0-9A-F]{4,}\}|"
    + "|".join(map(re.escape, sorted(_TEX, key=len, reverse=True)))
    + "|(?s:.)"
)


def typeset(source: str) -> str:
    """What TeX would print of escaped text; complains of anything that it would act upon."""
    out = []
    for token in _TEX_TOKEN.findall(source):
        if token.startswith(r"\aidefscode"):
            out.append(chr(int(token[len(r"\aidefscode{") : -1], 16)))
            continue
        assert token in _TEX or token not in "\\{}$&#%^_~", f"TeX would act upon {token!r} in {source!r}"
        out.append(_TEX.get(token, token))
    return "".join(out)


def printed(text: str) -> str:
    """The characters that a reader of the page should see."""
    line = unicodedata.normalize("NFC", visible_line(text))
    return re.sub("[\u200b\ufeff]", "", line)


def hostile() -> Any:
    return pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())


@hostile()
def test_latex_prints_the_characters(text: str) -> None:
    assert typeset(escape(text)) == printed(text)


_LIGATURES = ["it's", "'AI system'", "''", "`x`", "``x''", "a -- b", "a --- b", "--option", "?`", "!`", ",,"]
_CURLY = ["“‘AI’ system”", "‘“AI” system’", "’”", "”’", "‘‘", "’’", "„AI“", "—–", "–—", "–-", "-–"]


@pytest.mark.parametrize("text", _LIGATURES + _CURLY)
def test_latex_makes_no_ligature_of_its_own(text: str) -> None:
    assert typeset(escape(text)) == text


def test_latex_prints_official_texts_letter_for_letter() -> None:
    changed = [name for name, d in SHIPPED.items() if typeset(escape(d.text)) != visible_line(d.text)]
    assert changed == []


@given(st.text(st.sampled_from("ab \\{}$&#%_^~<>|\"'`‘’“”–—…→[]-,?!\u00a0\u00ad\u202f✓−👩\ue000é人²⁴")))
def test_latex_prints_any_characters(text: str) -> None:
    assert typeset(escape(text)) == printed(text)


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=80))
def test_latex_acts_upon_no_text(text: str) -> None:
    typeset(escape(text))


@pytest.mark.parametrize(
    ("text", "breaks"),
    [
        ("https://eur-lex.europa.eu/eli/reg/2024/1689/oj", 8),
        ("x" * 90, 7),
        ("0123456789" * 4, 3),
        ("maschinengestütztes", 0),
        ("Rindfleischetikettierungsüberwachung", 0),  # left to hyphenation
        ("人工知能関連技術の研究開発及び活用の推進に関する法律（令和七年法律第五十三号）", 0),
    ],
)
def test_long_words_may_break(text: str, breaks: int) -> None:
    assert escape(text).count(r"\allowbreak{}") == breaks


# --- source -----------------------------------------------------------------------------------


@hostile()
def test_latex_keeps_braces_rows_and_columns(text: str) -> None:
    source = render(everywhere(text), "latex", layout="float")
    bare = re.sub(r"\\[{}\\&%$#_]", "", source.replace(r"\\", "⏎"))
    assert bare.count("{") == bare.count("}")
    table = source[source.rindex(r"\midrule") : source.rindex(r"\bottomrule")]
    rows = [row for row in table.split(r"\addlinespace")]
    assert len(rows) == len(MARKS)
    for row in rows:
        assert len(re.findall(r"(?<!\\)&", row)) == 2
        assert row.rstrip().endswith(r"end \\")
    assert sorted(re.findall(r"\\(?:begin|end)\{\w+\}", source)) == sorted(
        re.findall(r"\\(?:begin|end)\{\w+\}", render(everywhere("plain"), "latex", layout="float"))
    )


@hostile()
def test_latex_rows_do_not_begin_with_an_argument(text: str) -> None:
    """A bracket right behind a row end would be taken for the space below the row."""
    table = Table(("First", "Second"), tuple((runs(text), runs("b")) for _ in range(3)))
    source = render(Document("t", (table,)), "latex")
    assert not re.search(r"\\\\\s*[\[*]|\\(\w+rule|addlinespace)\s*\[", source)


def test_a_fragment_names_its_packages_and_provides_only_the_macros_that_it_uses() -> None:
    source = render(aidefs.compare("coe", "eu"), "latex")
    first, *rest = source.splitlines()
    # LuaLaTeX would lose curly quotes and dashes with fonts of that encoding.
    assert first.endswith(r" and, with pdfLaTeX, \usepackage[T1]{fontenc}")
    assert "booktabs" in first and "ulem" in first and "longtable" not in first
    assert r"\aidefsdel{may}" in source and r"\aidefsins{can}" in source
    provided = re.findall(r"^\\providecommand{\\(\w+)}", source, re.M)
    body = "\n".join(line for line in rest if not line.startswith(r"\providecommand"))
    assert set(re.findall(r"\\(aidefs\w+)", body)) <= {*provided, "aidefslang"}
    assert "aidefscode" not in provided and "aidefscite" not in provided


NOTED = Table(
    ("Element", "CoE Convention", "EU AI Act"),
    (
        (runs(Run("Autonomy", "strong"), Run("\nmoved", "muted")), runs("levels"), runs("varying levels")),
        (runs(Run("Frame", "strong")), runs("means"), runs("means")),
    ),
    "Noted",
    ("", "en", "fr"),
    (1, 2),
    notes=(
        Note(runs("Article 2."), columns=(1,), cite="coe-2024"),
        Note(runs("Article 3(1)."), columns=(2,), cite="eu-ai-act-2024"),
        Note(runs("About the row."), rows=(0,)),
        Note(runs("About all of it.")),
    ),
    emphasis=(0,),
    name="noted",
)


def test_notes_are_numbered_at_heads_and_rows_and_stand_below() -> None:
    source = render(Document("", (NOTED,)), "latex")
    assert r"\aidefshead{CoE Convention}\aidefsmark{1} & \aidefshead{EU AI Act}\aidefsmark{2} \\" in source
    assert r"\aidefsemphasis{Autonomy}\aidefsmark{3}\newline" in source
    assert r"\aidefsnote{1}{Article 2.}" in source and r"\aidefsnote{}{About all of it.}" in source
    assert source.index(r"\end{tabular}") < source.index(r"\aidefsnote{1}")
    assert r"\caption{Noted}" in source and r"\label{tab:noted}" in source
    assert r"\aidefscite" not in source


def test_notes_end_in_citations_where_there_is_a_bibliography() -> None:
    source = render(Document("", (NOTED,)), "latex", bibliography="refs")
    assert r"\aidefsnote{1}{Article 2.\aidefscite{coe-2024}}" in source
    assert r"\providecommand{\aidefscite}[1]{~\cite{#1}}" in source
    whole = render(Document("", (NOTED,)), "latex", bibliography="refs", standalone=True)
    assert r"\addbibresource{refs.bib}" in whole and r"\printbibliography" in whole


def test_rows_are_brought_out_by_weight_and_not_by_colour() -> None:
    source = render(Document("", (NOTED,)), "latex")
    assert r"\aidefsstrong" not in source  # or the other rows would look the same
    assert "\nFrame & " in source


def test_a_transposed_table_brings_out_heads_and_speaks_by_rows() -> None:
    turned = NOTED._replace(emphasis=(), emphasis_columns=(2,), langs=(), row_langs=("fr", "de"))
    source = render(Document("", (turned,)), "latex")
    assert r"CoE Convention\aidefsmark{1} & \aidefsemphasis{EU AI Act}\aidefsmark{2}" in source
    assert r"\aidefslang{french}{varying levels}" in source and r"\aidefslang{ngerman}{means}" in source


@pytest.mark.parametrize(
    ("layout", "begins"),
    [("float", r"\begin{table}"), ("span", r"\begin{table*}"), ("long", r"\begin{longtable}")],
)
def test_layouts(layout: str, begins: str) -> None:
    assert begins in render(Document("", (NOTED,)), "latex", layout=layout)


def many(rows: int) -> Table:
    body = tuple((runs(f"row{n}"), runs(f"left{n}"), runs(f"right{n}")) for n in range(rows))
    return NOTED._replace(rows=body, emphasis=())


def test_auto_takes_both_columns_where_one_is_too_narrow() -> None:
    three = aidefs.table("coe", "eu", "oecd", elements="core")
    assert r"\begin{\aidefsfloat}[htbp]" in render(three, "latex")
    assert r"\aidefsfloat" not in render(three, "latex", layout="float")
    assert r"\begin{table}[htbp]" in render(aidefs.table("coe", "eu", elements="core"), "latex")


def test_notes_count_where_a_table_is_broken() -> None:
    def table(notes: int) -> str:
        added = many(14)._replace(notes=tuple(Note(runs("word " * 60), columns=(1,)) for _ in range(notes)))
        return render(Document("", (added,)), "latex")

    assert r"\begin{longtable}" not in table(1) and r"\begin{longtable}" in table(9)


def test_a_matrix_is_set_in_panels_with_level_heads() -> None:
    source = render(aidefs.matrix(), "latex")
    count = len(aidefs.matrix().wordings)
    assert source.count(r"\aidefshead{Wording}") >= source.count(r"\caption{") > 5
    assert r"\aidefsupright" not in source and rf"\aidefshead{{{count}}}" in source


def test_auto_breaks_what_is_higher_than_a_page() -> None:
    assert r"\begin{table}" in render(Document("", (many(9),)), "latex")
    assert r"\begin{longtable}" in render(Document("", (many(90),)), "latex")


def test_a_float_that_is_higher_than_a_page_goes_on_in_another() -> None:
    source = render(Document("", (many(90),)), "latex", layout="span")
    assert source.count(r"\begin{table*}") == source.count(r"\aidefscontinued{Noted (continued)}") + 1 > 2
    assert source.count(r"\caption{Noted}") == source.count(r"\label") == 1
    assert [n for n in range(90) if source.count(f"left{n} ") != 1] == []
    assert source.count(r"\aidefsnote{1}") == 1


def test_words_of_the_table_itself_are_french_in_a_french_document() -> None:
    source = render(Document("", (many(90),), lang="fr"), "latex")
    assert "(suite)" in source and "suite à la page suivante" in source and "continued" not in source


def test_cells_and_words_say_their_language() -> None:
    assert r"\aidefslang{french}{levels}" not in (source := render(Document("", (NOTED,)), "latex"))
    assert r"\aidefslang{french}{varying levels}" in source
    title = Paragraph(runs("see 人工知能関連技術の and «закон», and Σύστημα"))
    source = render(Document("", (title,)), "latex")
    assert r"\aidefslang{japanese}{人工知能関連技術の}" in source
    assert r"\aidefslang{russian}{закон}" in source and r"\aidefslang{greek}{Σύστημα}" in source


@given(
    st.text(st.sampled_from("ab é人のー法가 жσ,。「」\n")),
    st.sampled_from(["english", "japanese", "russian"]),
)
def test_stretches_are_the_text(text: str, language: str) -> None:
    parts = list(stretches(text, language, ("chinese-hant",)))
    assert "".join(part for part, _ in parts) == text
    assert all(name != language for _, name in parts)


def test_languages_of_the_collection_are_known() -> None:
    assert [d.lang for d in SHIPPED.values() if not babel(d.lang)] == []
    assert {d.lang for d in SHIPPED.values() if not latin_only(d.text)} == {
        "ja", "ko", "ru", "vi", "zh-Hans", "zh-Hant",
    }  # fmt: skip


# --- columns ----------------------------------------------------------------------------------

_words = st.text(st.sampled_from("abcdefghi mn.W人\n"), max_size=90)


_rows = st.integers(1, 5).flatmap(
    lambda n: st.lists(st.lists(_words, min_size=n, max_size=n), min_size=1, max_size=6)
)


@given(_rows, st.floats(20, 60))
def test_columns_share_the_line(rows: list[list[str]], room: float) -> None:
    found = cut(rows, room)
    assert len(found.lines) == len(rows) and min(found.lines) >= 1
    if found.shares:
        assert len(found.shares) == len(rows[0])
        assert sum(found.shares) == pytest.approx(1) and min(found.shares) > 0


def test_full_columns_get_more() -> None:
    rows = [
        ["Head", "Short", "Long"],
        ["a", "one two three four five six", "one two three four five six " * 9],
    ]
    first, short, long = cut(rows, 38).shares
    assert first < short < long


def test_narrow_tables_need_no_wrapping() -> None:
    assert cut([["A", "B"], ["one", "two"]], 38).shares == ()
    assert cut([["A", "B"], ["one", "two\nlines"]], 38).shares


def test_heads_of_many_narrow_columns_stand_upright() -> None:
    turned = aidefs.table("coe", "eu", "oecd", cells="ticks", transpose=True).to_latex()
    assert r"\aidefsupright{\aidefsemphasis{Autonomy}}" in turned and r"\usepackage{graphicx}" in turned
    assert r"\aidefsupright" not in aidefs.table("coe", "eu", "oecd", cells="ticks").to_latex()


# --- TeX --------------------------------------------------------------------------------------

ENGINES = ("pdflatex", "lualatex")
_PREAMBLE = r"""\documentclass[a4paper%s]{article}
\usepackage{iftex}
\iftutex\usepackage{fontspec}\else\usepackage[T1]{fontenc}\usepackage{lmodern}\fi
\usepackage{array,booktabs,longtable,amssymb,graphicx,xcolor}
\usepackage[normalem]{ulem}
%s\usepackage[%s]{babel}
\begin{document}
%s
\end{document}
"""
LATIN = ["eu:fr", "eu:de", "eu:cs", "eu:hu", "eu:nl", "eu:pl", "eu:da", "eu:it", "eu:es"]
LATIN += ["br-pl-2338-2024-senate", "tr-bill-2025-11"]
EASTERN = [name for name, d in SHIPPED.items() if not latin_only(d.text)]
LIMIT = 3.0  # points by which a line may be too long


def beside(*names: str) -> Document:
    """Definitions side by side, each in its language, and their terms as insertions and deletions."""
    chosen = [aidefs.get(name) for name in names]
    rows = (
        (runs("Text"), *(runs(d.text) for d in chosen)),
        (runs("Term"), *((Run(d.term, "delete"), Run(d.term, "insert")) for d in chosen)),
    )
    head = ("", *(d.label for d in chosen))
    langs = ("", *(d.lang for d in chosen))
    return Document("Beside", (Table(head, rows, "Side by side", langs, tuple(range(1, len(head)))),))


def below(names: Iterable[str], mark: Any = "") -> Document:
    """Definitions one below the other, each in its language."""
    chosen = [aidefs.get(name) for name in names]
    blocks = ((Heading(d.label), Paragraph((Run(d.text, mark),), d.lang)) for d in chosen)
    return Document("Below", tuple(block for pair in blocks for block in pair))


def compiled(program: str, source: str, folder: Path, *needs: str) -> tuple[str, str]:
    """The log and the words of a document.

    Only one run: no cross reference is looked at.
    """
    log = run_latex(program, source, folder, needs=needs)
    return log, page_text(folder / "paper.pdf")


def faults(log: str) -> list[str]:
    """Lines that are too long, and characters that no font had."""
    wide = [m[0] for m in re.finditer(r"Overfull \\hbox \(([\d.]+)pt.*", log) if float(m[1]) > LIMIT]
    return wide + re.findall(r"^Missing character: .*", log, re.M)


def letters(text: str) -> str:
    """Letters and digits alone, so that hyphens at line ends do not count."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))


def unseen(shown: str, words: Iterable[str]) -> list[str]:
    """Words that are not on the page, neither whole nor in two parts at a line end."""
    page = unicodedata.normalize("NFKC", shown)

    def found(word: str) -> bool:
        halves = ((word[:k] + "-", word[k:]) for k in range(2, len(word) - 1))
        return word in page or any(head in page and tail in page for head, tail in halves)

    return [word for word in re.findall("[A-Za-z]+", " ".join(words)) if not found(word)]


def paper(fragments: Sequence[str], languages: str = "english", *, columns: int = 1, extra: str = "") -> str:
    body = "\n\n\\clearpage\n".join(fragments)
    return _PREAMBLE % (",twocolumn" if columns == 2 else "", extra, languages, body)


def fragments(layouts: Sequence[str]) -> list[str]:
    """Many results of many kinds as fragments."""
    results = [
        aidefs.compare("coe", "eu"),
        aidefs.compare("coe", "eu", "oecd"),
        aidefs.table("coe", "eu", "oecd"),
        aidefs.table("coe", "eu", "oecd", "nist", cells="ticks", transpose=True),
        aidefs.diff("oecd@2019", "oecd"),
        aidefs.diff("eu:fr", "eu:de"),
        aidefs.segment("us"),
        aidefs.get("eu"),
        Document("Noted", (NOTED, many(60))),
        beside("eu", "eu:fr", "eu:de"),
        below(LATIN),
        below(LATIN, "insert"),
    ]
    # Too much for one column of two.
    wide = [
        aidefs.compare("eu", "oecd@2019", "nist", "iso"), aidefs.search("autonomy"), aidefs.lineage("eu"),
        aidefs.matrix(jurisdiction=["EU", "OECD", "COE"]), aidefs.timeline("adaptiveness"),
        aidefs.table("coe", "eu", "oecd", "nist", "iso", "us", cells="ticks", transpose=True),
    ]  # fmt: skip
    made = [render(result, "latex", layout=layout) for result in results for layout in layouts]
    return made + [render(result, "latex", layout=layouts[0]) for result in wide]


RECOLOURED = r"""\renewcommand{\aidefsins}[1]{\textcolor{blue}{\uline{#1}}}
\renewcommand{\aidefsdel}[1]{\textcolor{red}{\sout{#1}}}
\renewcommand{\aidefsemphasis}[1]{\textsc{#1}}
"""


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("program", ENGINES)
@pytest.mark.programs
def test_fragments_are_set_in_papers(program: str, columns: int, tmp_path: Path) -> None:
    """Every result in one column and across two, in two kinds of redlines, with what hostile texts say."""
    layouts = ["auto"] if columns == 1 else ["span", "float", "auto"]
    made = fragments(layouts)
    coloured = RECOLOURED + render(aidefs.diff("coe", "eu"), "latex", layout=layouts[-1])
    odd = [render(everywhere(text), "latex", layout="float") for text in HOSTILE.values()]
    log, shown = compiled(program, paper([*made, coloured], columns=columns), tmp_path)
    assert faults(log) == []
    expected = [words for name in ("coe", "eu", "oecd", "nist") for words in aidefs.get(name).text.split()]
    assert unseen(shown, [*expected, "Article", *(f"right{n}" for n in range(60))]) == []
    if columns == 1:
        assert [name for name in LATIN if letters(aidefs.get(name).text) not in letters(shown)] == []
        compiled(program, paper(odd), tmp_path)


def standalone(result: Any, **options: Any) -> str:
    return render(result, "latex", standalone=True, **options)


@pytest.mark.parametrize("underline", ["lua-ul", "ulem"])
@pytest.mark.programs
def test_eastern_language_versions(underline: str, tmp_path: Path) -> None:
    """Chinese, Japanese, Korean, Russian and Vietnamese under LuaLaTeX, and Greek, underlined too."""
    installed = subprocess.run([needs_program("fc-list"), ":", "family"], capture_output=True, check=True)
    families = set(re.split("[,\n]", installed.stdout.decode("utf-8")))
    if missing := [name for name, fonts in FONTS.items() if families.isdisjoint(fonts)]:
        lacking(f"there is no font for {missing[0]}")
    greek = Document("", (Paragraph(runs("Σύστημα τεχνητής νοημοσύνης")), Paragraph(runs("Σύστημα"), "el")))
    redlines = [aidefs.diff("tw-bill-lin-2025-zh", "tw-ai-basic-act-2026-zh"),
                aidefs.diff("ru-strategy-2024", aidefs.get("ru-strategy-2024").text[:-9])]  # fmt: skip
    parts = [below(EASTERN), below(EASTERN, "insert"), beside(*EASTERN[:3]), beside(*EASTERN[3:6]), greek]
    parts += map(document, redlines)
    source = standalone(Document("East", tuple(block for part in parts for block in part.blocks)))
    if underline == "ulem":
        source = source.replace(r"\usepackage{lua-ul}", "")
    log, shown = compiled("lualatex", source, tmp_path, f"{underline}.sty")
    assert ("lua-ul" in log) == (underline == "lua-ul")
    assert faults(log) == []
    page = letters(shown)
    assert [name for name in EASTERN if page.count(letters(aidefs.get(name).text)) < 2] == []
    assert page.count(letters("Σύστημα")) == 2


@pytest.mark.parametrize("program", ENGINES)
@pytest.mark.programs
def test_pandoc_prints_ticks(program: str, tmp_path: Path) -> None:
    """The fonts of its template do not have them; other formats see nothing of what is done about it."""
    pandoc = needs_program("pandoc")
    source = render(aidefs.table("coe", "eu", "nist", cells="ticks"), "pandoc")
    ticks = source[source.index("+--") :].count("✓")

    def converted(to: str, *options: str) -> str:
        command = [pandoc, "-f", "markdown", "-t", to, *options]
        done = subprocess.run(command, input=source, capture_output=True, text=True, check=True)
        return done.stdout

    log, shown = compiled(program, converted("latex", "-s"), tmp_path)
    assert "Missing character" not in log and "Autonomy" in shown
    # The font of pdfLaTeX calls the sign X.
    assert len(re.findall("[✓X]", shown.replace("CELEX", ""))) == ticks > 20
    assert converted("plain").count("✓") == ticks and "checkmark" not in converted("html")


@pytest.mark.parametrize("program", ENGINES)
@pytest.mark.programs
def test_documents_of_their_own(program: str, tmp_path: Path) -> None:
    for n, (result, options) in enumerate([
        (aidefs.compare("coe", "eu", "oecd"), {}),
        (aidefs.compare("coe", "eu", "oecd"), {"layout": "span"}),
        (Document("Noted", (NOTED, many(60)), lang="fr"), {"bibliography": "refs"}),
    ]):  # fmt: skip
        folder = tmp_path / str(n)
        folder.mkdir()
        log, shown = compiled(program, standalone(result, **options), folder)
        assert faults(log) == []
        assert unseen(shown, aidefs.get("coe").text.split() if n < 2 else ["Article"]) == []


@pytest.mark.programs
def test_a_document_with_its_bibliography(tmp_path: Path) -> None:
    biber = needs_program("biber")
    entries = aidefs.cite("coe", "eu", style="biblatex")
    (tmp_path / "refs.bib").write_text(entries, encoding="utf-8")
    source = standalone(Document("Noted", (NOTED,)), bibliography="refs")
    compiled("pdflatex", source, tmp_path)
    subprocess.run([biber, "paper"], cwd=tmp_path, capture_output=True, check=True)
    compiled("pdflatex", source, tmp_path)
    log, shown = compiled("pdflatex", source, tmp_path)
    assert "undefined" not in log and faults(log) == []
    assert "Article 2. [1]" in shown.replace("\u00a0", " ") and "Framework Convention" in shown


@pytest.mark.programs
def test_a_table_keeps_its_name_where_it_breaks(tmp_path: Path) -> None:
    """One number, one entry in the list of tables and one label, however many parts it has."""
    parts = "\n".join(
        render(Document("", (many(90),)), "latex", layout=layout) for layout in ("float", "long")
    )
    source = paper([r"\listoftables", parts.replace("tab:noted", "tab:first", 1), r"See \ref{tab:first}."])
    compiled("pdflatex", source, tmp_path)
    _, shown = compiled("pdflatex", source, tmp_path)
    assert shown.count("Noted . .") == 2 and "See 1." in shown
    assert shown.count("Table 1: Noted (continued)") == 2 and shown.count("Table 2 (continued)") == 2
    assert "continued on the next page" in shown


@pytest.mark.programs
def test_words_hyphenate_as_in_their_language(tmp_path: Path) -> None:
    """A Dutch word in a narrow column, once as Dutch and once as the English of the document."""
    word = runs("het aanpassingsvermogen")
    text = Document("", (Paragraph(word, "nl"), Paragraph(word)))
    source = standalone(text).replace("margin=25mm", "textwidth=22mm")
    _, shown = compiled("lualatex", source, tmp_path, "hyph-nl.pat.txt", "lmroman10-regular.otf")
    assert shown.split()[:6] == ["het", "aanpas-", "singsvermogen", "het", "aanpass-", "ingsvermogen"]


@pytest.mark.parametrize("name", ["a}\\input{/etc/passwd}", "a%", "a\nb", "a#b", " a", "a  b", "$x$"])
def test_a_name_that_tex_would_obey_is_refused(name: str) -> None:
    table = Table(("A", "B"), ((runs("a"), runs("b")),), "Caption", name=name)
    for form in ("latex", "pandoc"):
        with pytest.raises(InputError, match="the name of a table is made of letters"):
            render(Document("", (table,)), form)
    for form in ("text", "markdown", "html"):
        assert "Caption" in render(Document("", (table,)), form)


def test_names_that_are_labels_stay(run: Command) -> None:
    table = Table(("A", "B"), ((runs("a"), runs("b")),), "Caption", name="définitions:core_1.a b")
    assert r"\label{tab:définitions:core_1.a b}" in render(Document("", (table,)), "latex")
    assert "{#tbl-définitions:core_1.a-b}" in render(Document("", (table,)), "pandoc")
    refused = run("table", "coe", "eu", "--format", "latex", "--name", r"a}\input{/etc/passwd}")
    is_error(
        refused, r"the name of a table is made of letters, digits, spaces and any of . : - _: 'a}\input{"
    )


def test_a_file_of_references_that_tex_would_obey_is_refused() -> None:
    with pytest.raises(InputError, match="TeX cannot read a file of this name"):
        aidefs.table("coe", "eu").to_latex(standalone=True, bibliography=r"a}\input{/etc/passwd}")


@pytest.mark.parametrize("lang", ["fr}\\input{x}", "fr} [x](y) {", "french", "fr-", "", "ſr", "fr\n"])
def test_a_language_that_is_no_tag_is_not_written(lang: str) -> None:
    document = Document("", (Paragraph(runs("mots"), lang),), lang)
    assert "lang=" not in render(document, "pandoc")
    assert r"\input" not in render(document, "latex", standalone=True)


def test_a_language_that_is_a_tag_is_written() -> None:
    assert "[mots]{lang=fr-CA}" in render(Document("", (Paragraph(runs("mots"), "fr-CA"),)), "pandoc")


def test_a_language_is_given_by_a_whole_tag(run: Command) -> None:
    is_error(
        run("segment", "--text", "An AI system is x.", "--lang", "en-}x"), "'en-}x' is no tag of a language"
    )
