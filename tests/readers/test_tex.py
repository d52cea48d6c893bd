"""LaTeX as text: commands, comments, quotation marks, environments."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from support.reading import found, source_of, words

from aidefs.readers.read import read, read_bytes
from aidefs.readers.source import ReadText


def tex_text(body: str, preamble: str = "") -> str:
    source = f"\\documentclass{{article}}\n{preamble}\n\\begin{{document}}\n{body}\n\\end{{document}}\nbehind"
    return words(read_bytes("a.tex", source.encode()).text)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("a % comment\nb \\% c", "a b % c"),
        ("machine-% \n  based", "machine-based"),
        (r"\emph{a} \textbf{b \textit{c}} {\bf d}", "a b c d"),
        (r"\enquote{AI system} ``x'' `y'", "“AI system” “x” ‘y’"),
        (r"\lq AI\rq{} and \textquotedblleft x\textquotedblright", "‘AI’ and “x”"),
        (r"caf\'e na\"{\i}ve \v{s} \c c \'{e} \ss{} \L\'od\'z", "café naïve š ç é ß Łódź"),
        (r"a~b---c--d \ldots{} \S~3", "a b—c–d … § 3"),
        (r"text\footnote{A note.} goes on~\citep[p.~3][x]{key}.", "text goes on . A note."),
        (r"see \ref{x}, \href{http://x}{the page} and \textcolor{red}{red}", "see , the page and red"),
        (r"\section*{Head} text\\[2pt] line", "Head text line"),
        ("\\begin{quote}\\label{q}in\\end{quote} out", "in out"),
        ("\\begin{comment}in\\end{comment} out", "out"),
        ("\\begin{verbatim}100% {x}\\end{verbatim} \\verb|a%b|", "100% {x} a%b"),
        (r"auto\-no\-my", "autonomy"),
        (r"a\iffalse x\fi b", "a b"),
        ("\\begin{itemize}\n\\item[a)] one\n\\item two\n\\end{itemize}", "one two"),
        ("{open \\emph{and", "open and"),
        ("} closed", "closed"),
        (r"a \replaced[id=x]{new}{old} b\deleted{ gone} \added{c}\sout{x}\st{y} d", "a new b c d"),
        (r"machine\hyp{}based \babelhyphen{hard}x\babelhyphen{soft}y and\-/or", "machine-based -xy and/or"),
        ('a "quoted"-word "= "a', 'a "quoted"-word "= "a'),
        (r"\begin{tabular}{l|p{3cm}} a & b \\ \hline \multicolumn{2}{c}{c} \end{tabular}", "a b c"),
        (r"R\&D & x", "R&D & x"),
    ],
)
def test_tex(body: str, text: str) -> None:
    assert tex_text(body) == text.replace("\u00a0", " ")


def test_macros_become_what_they_stand_for() -> None:
    preamble = (
        "\\newcommand{\\ai}{AI\\xspace}\\newcommand\\aisys{\\emph{\\ai{} system}} % \\newcommand{\\no}{no}\n"
        "\\def\\act{AI~Act}\\newcommand{\\two}[1]{#1#1}"
    )
    assert tex_text(r"an \aisys{} in the \act\ and \ai too \two{x}", preamble) == (
        "an AI system in the AI Act and AI too x"
    )


def test_macros_that_grow_without_end_are_left_out() -> None:
    names = "qwertyuiop"
    doubling = "".join(rf"\newcommand{{\{new}}}{{\{old}\{old}\{old}\{old}}}" for old, new in pairwise(names))
    assert len(tex_text(r"x \p", r"\newcommand{\q}{ten letter}" + doubling)) < 1000


def test_tex_offsets_pass_over_markup() -> None:
    reading = read_bytes("a.tex", b"an \\emph{AI} system\\footnote{\\textbf{B}old.}\nends")
    assert source_of(reading, "AI system") == "AI} system"
    assert source_of(reading, "Bold") == "B}old"
    assert source_of(reading, "ends") == "ends"
    assert str(reading.place(reading.text.index("ends"))) == "line 2"


def test_struck_words_stay_struck_where_bookmarks_switch_the_command_off() -> None:
    assert tex_text(r"a \sout{no} b", r"\pdfstringdefDisableCommands{\renewcommand{\sout}{}}") == "a b"
    assert tex_text(r"x \st{} y", r"\newcommand{\st}{such that}") == "x such that y"


def test_shorthands_are_read_where_a_package_sets_them() -> None:
    german = r"\usepackage[english,ngerman]{babel}"
    assert tex_text('KI"=System "`x"\' Be"-griff f"ur', german) == "KI-System „x“ Begriff für"
    assert tex_text(r"a\-/b c\=/d e\--/f g\-h", r"\usepackage[shortcuts]{extdash}") == "a-b c\u2011d e–f gh"


def told(reading: ReadText) -> list[tuple[object, ...]]:
    return [
        (
            one.kind,
            " ".join(reading.text[one.start : one.end].split()),
            *([reading.text[max(one.anchor - 3, 0) : one.anchor]] if one.anchor is not None else []),
            *(value for value in one[4:] if value is not None),
        )
        for one in reading.regions
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"\section*{A \emph{head}} x", [("heading", "A head", 2)]),
        ("\\begin{quote}\na\n\nb\n\\end{quote} c", [("quotation", "a b")]),
        ("\\begin{displayquote}[\\cite{x}] a \\end{displayquote}", [("quotation", "a")]),
        (r"\blockquote[x]{a \emph{b}} c", [("quotation", "a b")]),
        ("\\begin{verbatim}a\\end{verbatim}", [("code", "a")]),
        (
            r"\begin{tabularx}{\textwidth}{lX}\hline A & B \\ \hline\multicolumn{2}{c}{c} & d \\[2pt]"
            r"\end{tabularx}",
            [("cell", "A", 0, 0, 0), ("cell", "B", 0, 0, 1), ("cell", "c", 0, 1, 0), ("cell", "d", 0, 1, 2)],
        ),
        (r"“a”\footnote{The Act.} b\endnote{OECD.}", [("note", "The Act.", "“a”"), ("note", "OECD.", "” b")]),
        (r"a\footnotemark{} b. \footnotetext{The Act.}", [("note", "The Act.", "a")]),
        (r"a\footnotemark[3] b\footnotemark[4] \footnotetext[3]{Act}", [("note", "Act", "a")]),
        ("\\begin{quote} never ended \\footnote{x", [("quotation", "never ended x")]),
    ],
)  # fmt: skip
def test_tex_regions(body: str, expected: list[tuple[object, ...]]) -> None:
    assert told(read_bytes("a.tex", body.encode())) == expected


MAIN = r"""\documentclass{report}
\input{macros}
\begin{document}
Before \ai. \input{chapters/one} Behind.
\include{chapters/two.tex}
Last.
\end{document}
"""


def put(folder: Path, **files: str) -> Path:
    (folder / "chapters").mkdir(exist_ok=True)
    for name, content in files.items():
        place = "chapters" if name in ("one", "two", "three") else "."
        (folder / place / f"{name}.tex").write_text(content, encoding="utf-8")
    return folder / "main.tex"


def test_files_that_are_put_in_are_read(tmp_path: Path) -> None:
    one = "First line\n\\footnote{A note of one.}\n%\nfourth line\\input{chapters/three}\nfifth \\ai\n"
    main = put(
        tmp_path, main=MAIN, macros=r"\newcommand{\ai}{AI}", one=one, three="Third.\n", two="\\section{Two}\n"
    )
    reading = read(main)
    assert words(reading.text) == (
        "Before AI. First line fourth lineThird. fifth AI A note of one. Behind. Two Last."
    )
    places = {
        "Before": "line 4", "First": "chapters/one.tex, line 1", "fourth": "chapters/one.tex, line 4",
        "Third": "chapters/three.tex, line 1", "fifth": "chapters/one.tex, line 5",
        "A note": "chapters/one.tex, line 2", "Behind": "line 4",
        "Two": "chapters/two.tex, line 1", "Last": "line 6",
    }  # fmt: skip
    assert {word: str(reading.place(reading.text.index(word))) for word in places} == places
    assert source_of(reading, "Behind") == "Behind" and source_of(reading, "Last") == "Last"
    for word in ("First", "Third", "A note", "AI. First"):
        assert reading.source(*found(reading, word)) is None and not reading.stretches(*found(reading, word))
    assert told(reading) == [("note", "A note of one.", "ne\n"), ("heading", "Two", 2)]
    assert reading.notes == ()


def test_files_outside_of_the_folder_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.tex").write_text("secret", encoding="utf-8")
    folder = tmp_path / "thesis"
    folder.mkdir()
    (folder / "link.tex").symlink_to(tmp_path / "secret.tex")
    (folder / "figure.pgf").write_text("secret", encoding="utf-8")
    names = (
        "../secret",
        str(tmp_path / "secret"),
        "link",
        "missing",
        "figure.pgf",
        "main",
        "..",
        "x/../../secret",
    )
    main = put(folder, main="\n".join(f"text \\input{{{name}}}" for name in names))
    reading = read(main)
    assert "secret" not in reading.text
    whys = [note.rpartition(": ")[2] for note in reading.notes]
    outside = "it is not in the folder of the main file"
    assert whys == [
        outside, outside, outside, "there is no such file", "it is no TeX file", "it puts itself in",
        outside, outside,
    ]  # fmt: skip
    assert reading.notes[3] == "not read: \\input{missing} in line 4: there is no such file"
    told = read_bytes("main.tex", main.read_bytes()).notes
    assert len(told) == len(names) and all("from a folder" in note for note in told)


def test_files_that_put_each_other_in_come_to_an_end(tmp_path: Path) -> None:
    twice = "a \\input{{{0}}} b \\input{{{0}}}\n"
    files = {f"x{k}": twice.format(f"x{k + 1}") for k in range(30)}
    reading = read(put(tmp_path, main=twice.format("x0"), x30="end", **files))
    assert len(reading.text) < 100_000 and "too many files" in reading.notes[0]
    loop = read(put(tmp_path, main="x \\input{a} \\input b", a="\\input{b}", b="\\input{a}"))
    assert loop.text.strip() == "x"
    assert loop.notes == (
        "not read: \\input{a} in line 1 of b.tex: it puts itself in",
        "not read: \\input{b} in line 1 of a.tex: it puts itself in",
    )


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (r"\textquote[AI Act, Art.~3]{a b}.", "“a b” (AI Act, Art.\u00a03)."),
        (r"\blockquote[{\cite[3]{x}}][.]{a b}", "“a b”"),
        (r"\foreignquote{english}{a b} c", "“a b” c"),
        (r"\hyphentextquote{english}[OECD]{a}", "“a” (OECD)"),
        (r"\textcquote[3]{key}{a}", "“a”"),
        (r"\foreignblockcquote{german}[3]{key}{a}", "“a”"),
        (r"\enquote{a \textelp{} b \textins{c} d \textelp{e} \textins*{F}g}", "“a […] b [c] d […e] [F]g”"),
        ("\\begin{displayquote}[OECD]a\\end{displayquote}b", "a (OECD)\n\nb"),
        ("\\begin{displaycquote}[3]{key}[.]a\\end{displaycquote}b", "a\n\nb"),
        ("\\begin{foreigndisplayquote}{english}[OECD]a\\end{foreigndisplayquote}b", "a (OECD)\n\nb"),
        (r"a \parencite[see][3]{x} b \cites{x}[3]{y} c \nocite{*}", "a b c"),
    ],
)
def test_csquotes(body: str, words: str) -> None:
    assert " ".join(read_bytes("a.tex", body.encode()).text.split(" ")).strip().replace("  ", " ") == words


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("damage ($500,000,000) and more", "damage ($500,000,000) and more"),
        ("from $1,000,000 to $2,500,000.", "from $1,000,000 to $2,500,000."),
        ("of $10,000$ and $x$ and $1,000 x$ parts", "of 10,000 and x and 1,000 x parts"),
        (r"a cost of \$500,000,000 in $n$ years", "a cost of $500,000,000 in n years"),
    ],
)
def test_an_amount_is_no_formula(body: str, words: str) -> None:
    assert read_bytes("a.tex", body.encode()).text.strip() == words
