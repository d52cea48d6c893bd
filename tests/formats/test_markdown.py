"""GitHub-flavoured Markdown: nothing in a text acts as mark-up."""

from __future__ import annotations

import re
from typing import Any

import pytest
from support.hostile import everywhere, hostile, said

import aidefs
from aidefs.formats.document import Bullets, Document, Paragraph, Run, runs
from aidefs.output.render import render
from aidefs.text.visible import visible_line


def markdown(source: str) -> list[Any]:
    """Tokens of a CommonMark parser with tables and strike-through, in-line ones in place."""
    parser = pytest.importorskip("markdown_it").MarkdownIt("commonmark").enable(["table", "strikethrough"])
    flat: list[Any] = []
    for token in parser.parse(source):
        flat += token.children if token.type == "inline" else [token]
    return flat


@hostile()
def test_markdown_holds_no_mark_up_but_ours(text: str) -> None:
    tokens = markdown(render(everywhere(text), "markdown"))
    plain = markdown(render(everywhere("plain"), "markdown"))
    forbidden = {"link_open", "image", "code_inline", "code_block", "fence", "hr", "html_block", "s_open",
                 "blockquote_open", "ordered_list_open"}  # fmt: skip
    assert forbidden.isdisjoint(token.type for token in tokens)
    html = {token.content for token in tokens if token.type == "html_inline"}
    assert html <= {"<br>", "<ins>", "</ins>", "<del>", "</del>"}
    for kind in (
        "heading_open",
        "bullet_list_open",
        "list_item_open",
        "table_open",
        "tr_open",
        "td_open",
        "th_open",
    ):
        count = [sum(token.type == kind for token in page) for page in (tokens, plain)]
        assert count[0] == count[1], kind


@hostile()
def test_markdown_shows_the_characters(text: str) -> None:
    tokens = markdown(render(Document("t", (Paragraph(runs(text)), Bullets((runs(text),)))), "markdown"))
    assert said(tokens) == " ".join(("t", *visible_line(text).split(), *visible_line(text).split()))


@pytest.mark.parametrize(
    "text",
    [
        "2 identical, 5 reworded.",
        "49 words.",
        "1.",
        "12) x",
        "2. x",
        "- x",
        "+ x",
        "-",
        "3 4",
        "1.5 x",
        "2024",
    ],
)
def test_markdown_paragraphs_that_begin_like_lists(text: str) -> None:
    tokens = markdown(render(Document("t", (Paragraph(runs(text)),)), "markdown"))
    assert not any("list" in token.type for token in tokens)
    assert said(tokens) == f"t {text}"


def test_markdown_marks_touch_words_only() -> None:
    cell = (
        Run("that "),
        Run(" may ", "delete"),
        Run("can ", "insert"),
        Run("do", "strong"),
        Run(" so ", "quote"),
    )
    source = render(Document("t", (Paragraph(cell),)), "markdown")
    assert "<del>may</del> <ins>can</ins> **do** *so*" in source


@pytest.mark.parametrize(
    "result", [("compare", "coe", "eu"), ("compare", "oecd", "coe", "eu"), ("diff", "oecd@2019", "oecd")]
)
def test_markdown_of_real_results_reads_as_it_should(result: tuple[str, ...]) -> None:
    name, *names = result
    shown = getattr(aidefs, name)(*names)
    tokens = markdown(shown.to_markdown())
    seen = said(tokens)
    assert "\\" not in seen and "&amp;" not in seen and "**" not in seen
    assert seen.count("[") == shown.to_text(width=400).replace("[-", "").count("[")


def test_a_document_does_not_repeat_its_title() -> None:
    for result in (aidefs.get("eu"), aidefs.diff("coe", "eu"), aidefs.compare("coe", "eu")):
        heads = re.findall(r"^#+ (.*)$", render(result, "markdown"), re.M)
        assert len(heads) == len(set(heads))
        assert not any(one != other and one.endswith(other) for one in heads for other in heads)
