"""LaTeX as text: commands, comments, quotation marks, environments."""

from __future__ import annotations

from itertools import pairwise

import pytest
from support.reading import source_of, words

from aidefs.readers.read import read_bytes


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
