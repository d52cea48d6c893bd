"""HTML as text: what is shown, and what is not."""

from __future__ import annotations

import pytest
from support.reading import source_of

from aidefs.readers.read import read_bytes


def html_text(body: str) -> str:
    return read_bytes("a.html", body.encode()).text.strip()


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("a <b>b</b><i>c</i>", "a bc"),
        ("<p>a<p>b", "a\n\nb"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<ul><li>a</li>\n  <li>b</li></ul>", "a\n\nb"),
        ("&ldquo;AI&nbsp;system&#8221; &amp;lt; &Eacute; &copy", "“AI\u00a0system” &lt; É ©"),
        ("a<script>if (a<b) 'x</p>'</script>b<style>p{}</style>", "ab"),
        ("a<SCRIPT>x</Script >b", "ab"),
        ("autonomy<sup>1</sup>, x<sup><a href='#f'>[12]</a></sup>", "autonomy, x"),
        ("10<sup>25</sup> and 1<sup>st draft</sup>", "10 and 1st draft"),
        ("<q>a</q>", "“a”"),
        ("a <del>old</del><ins>new</ins>", "a new"),
        ("a<template><p>x</template>b<noscript>y</noscript>", "ab"),
        ('<a title="x > y" data-a=\'<b>\' c=">">t</a>', "t"),
        ("a < b & c <3", "a < b & c <3"),
        ("a<!-- x --><!-- y > -- z -->b<!-- open", "ab"),
        ("a<?php x ?>b<!DOCTYPE x>c", "abc"),
        ("a<b unclosed", "a"),
        ("<p>one\n\n two</p>", "one\ntwo"),
        ("<td>a</td><td>b</td>", "a\n\nb"),
        ("</p></b></script>a</div>", "a"),
    ],
)
def test_html(body: str, text: str) -> None:
    assert html_text(body) == text


def test_html_offsets_pass_over_markup() -> None:
    reading = read_bytes("a.html", b"<p>an &ldquo;AI <b>system</b>&rdquo;\n means</p>")
    assert source_of(reading, "“AI system”") == "&ldquo;AI <b>system</b>&rdquo;"
    assert source_of(reading, "system") == "system"
    assert str(reading.place(reading.text.index("means"))) == "line 2"
