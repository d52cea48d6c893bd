"""Texts that some reader would obey, and documents that show a text everywhere."""

from __future__ import annotations

import re
from typing import Any

import pytest

from aidefs.formats.document import Bullets, Document, Heading, Note, Paragraph, Run, Table, runs
from aidefs.library.library import Library

SHIPPED = Library.shipped()

# Each would be obeyed somewhere: by a browser, TeX, a spreadsheet, a terminal, a reader of Markdown.
HOSTILE = {
    "script": "<script>alert(1)</script>",
    "attribute": "\"'><img src=x onerror=alert(1)>",
    "comment": "<!-- gone -->",
    "entity": "&lt;b&gt; &amp; &copy",
    "input": r"\input{x}",
    "tex": r"50 % of $5 & #1 {a} ^b ~c \\[2em] \end{document}",
    "pipe": "a | b || c",
    "formula": "=cmd()",
    "plus": "+cmd()",
    "at": "@cmd()",
    "bold": "*bold* and **bold**",
    "underscore": "_x_ and __x__",
    "link": "[link](javascript:1) and ![image](http://example.org/x.png)",
    "address": "<http://example.org> ",
    "code": "`code` and ```fence```",
    "struck": "~~struck~~",
    "heading": "# no heading",
    "wdiff": "[-deleted-]{+inserted+}",
    "control": "bell \x07, back \x08, vertical \x0b, form \x0c, delete \x7f, next line \x85, csi \x9b31m",
    "ansi": "\x1b[31mred\x1b[0m and \x1b]0;title\x07",
    "bidi": "\u202eevil\u202c and \u2066isolated\u2069",
    "separators": "one\u2028two\u2029three",
    "nul": "a\x00b",
    "surrogate": "a\ud800b",
    "tab": "a\tb",
    "return": "a\rb",
    "lines": "first\nsecond\n\nthird",
    "list": "first\n- item\n+ item\n1. one\n2) two",
    "rule": "first\n---\n===\nlast",
    "quoted": "first\n> quoted",
    "table": "first\n| a | b |\n|---|---|",
    "indented": "first\n\n    code?",
    "macro": "{{template}} {code}x{code} '''bold''' h1. x -{}-",
    "bracket": "[x] first in the row",
    "quote": '"AI system" means\tan "engineered" one',
    "open quote": '"AI system means',
    "html line": "first\n<div>\n\n*x*",
}
# What is mark-up in a table of some format, or in the paragraphs below it.
MARK_UP = (
    ".. include:: /etc/hostname", ".. raw:: html", "include::/etc/hostname[]", "x_ `y`__ |z|",
    "[x](javascript:alert(1))", "![](http://example.org/x.png)", "https://example.org/a_b*c?d=e&f",
    "javascript:alert(1)", "www.example.org/a_b", "a_b@example.org", "<script>", "|", "`", "&lt;", "$x$",
    r"\(y\) \\", "~~x~~", "{{x}}", "{{{x}}}", "[[x]]", "[[File:x.png]]", "link:x[y]", "image:x.png[]",
    "+++<b>x</b>+++", "pass:[<b>x</b>]", "{macro}", "{asciidoc-version}", "!image!",
    "!http://example.org/x.png!", "* x", "# x", "- x", "1. x", "(a) x", "#. x", "i) x", ": x", "; x", "\\",
    "\\\\", "====", "x::", "x:: y", "x;; y", "x:; y", ":x: y", ">>> x", "-a", "--long=x", "/V", "[1]_",
    "__ x", "''x''", "'''x'''", "<nowiki>x</nowiki>", "~~~~", "__TOC__",
    "RFC 2119, PMID 1, ISBN 978-3-16-148410-0", "mailto:x", "urn:x", "news:x", "-{x}-",
    "----", "<<x>>", "((x))", "(C) (R) (TM)", "a -- b -> c => d",
    "... x ...", "x's", '"x":http://example.org', "==x==", "<notextile>x</notextile>", "p. x", "bq. x",
    "3 x 4", "3x4", "3X4", "(1/2)", "(o)", "(+/-)", "OECD(organisation)", "%{color:red}x%", "@x@", "??x??",
    "^x^", "_. x", "=. x", "/2. x", "x 2+", "x a", "h1. x", "• x", "‣ x", "\u00a0x", "wwwx. http: x_y",
    "e\u0301 人工 ก็ \ufe0f \u200d x",
)  # fmt: skip
MARKS = ("", "delete", "insert", "strong", "muted", "quote")


def everywhere(text: str) -> Document:
    """A document that shows a text at every place where one can stand, under every mark."""
    cells = tuple((Run(text, mark),) for mark in MARKS)
    rows = tuple((runs(str(k)), cell, runs("end")) for k, cell in enumerate(cells))
    table = Table(("No.", text, "Last"), rows, f"Table of {text}", ("", "en", ""), (1,))
    return Document(
        f"Title {text}",
        (Heading(f"Heading {text}"), *(Paragraph(cell, "en") for cell in cells), Bullets(cells), table),
    )


def hostile() -> Any:
    return pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())


def obeyed(text: str) -> list[str]:
    """Characters that a terminal or a reader would act upon."""
    return re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", text)


def said(tokens: list[Any]) -> str:
    """What a reader of the page sees, on one line."""
    parts = []
    for token in tokens:
        if token.type in ("text", "code_inline", "code_block", "fence"):
            parts.append(token.content)
        elif (
            token.type in ("softbreak", "hardbreak")
            or token.content == "<br>"
            or token.type.endswith("_close")
        ):
            if not token.type.startswith(("strong", "em")):
                parts.append(" ")
        elif not re.fullmatch(r"</?(ins|del)>", token.content):
            parts.append(token.content)
    return " ".join("".join(parts).split())


NOTED = Table(
    ("Element", "One", "Two"),
    (
        (runs(Run("Autonomy", "strong"), Run("\nmoved", "muted")), runs("a"), runs("b")),
        (runs(Run("Frame", "strong")), runs("c"), runs("d")),
    ),
    "Noted",
    notes=(
        Note(runs("Source of one."), columns=(1,), cite="one"),
        Note(runs("About a row."), rows=(0,)),
        Note(runs("About two and the row."), columns=(2,), rows=(0,)),
        Note(runs("About all.")),
    ),
    emphasis=(0,),
)
