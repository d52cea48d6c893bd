"""What a text of unknown format sets apart: each kind by example, and the laws on random text."""

from __future__ import annotations

import json
from time import process_time
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import texts

from aidefs.readers.read import read_bytes
from aidefs.readers.regions import Region, may_hold_cells, may_hold_quotations, regions


def told(text: str) -> list[tuple[object, ...]]:
    """Kind, words and what else is known of each region; of an anchor the three characters before it."""
    found: list[tuple[object, ...]] = []
    for one in regions(text):
        row: list[object] = [one.kind, text[one.start : one.end]]
        if one.kind == "note":
            row.append(None if one.anchor is None else text[max(one.anchor - 3, 0) : one.anchor])
        row += [value for value in one[4:] if value is not None]
        found.append(tuple(row))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# One #\n\n### Two\n", [("heading", "One", 1), ("heading", "Two", 3)]),
        ("#hash, no heading\n# a comment\n# of two lines\n", []),
        (
            "One\n===\n\nTwo\n---\n\nThree\n~~~~~\n",
            [("heading", "One", 1), ("heading", "Two", 2), ("heading", "Three")],
        ),
        ("---\ntitle: front matter\n---\ntext\n", []),
        ("- an item\n---\n", []),
        ("a\n\n> one\n> two\nlazy\n\n> three\n", [("quotation", "one\n> two\nlazy"), ("quotation", "three")]),
        ("1. > in a list\n", [("quotation", "in a list")]),
        ("```py\nx = '> no'\n```\n", [("code", "x = '> no'")]),
        ("~~~\n# Head\n", [("heading", "Head", 1)]),  # nothing closes the fence
        ("text\n\n    set apart\n    so\n\ntext\n", [("code", "set apart\n    so")]),
        ("- item\n\n    its second paragraph\n\ntext\n", []),
        (
            "See the [Act][1] and [the bill].\n\n[1]: https://a.example/act\n[the bill]: https://a.example/bill\n",
            [("link", "[1]", "https://a.example/act"), ("link", "[the bill]", "https://a.example/bill")],
        ),
        (
            ".. list-table::\n   :header-rows: 1\n\n   * - A\n     - B\n       goes on\n   * - c\n\ntext\n",
            [("cell", "A", 0, 0, 0), ("cell", "B\n       goes on", 0, 0, 1), ("cell", "c", 0, 1, 0)],
        ),
        (
            ".. list-table::\n\n   * - A\n   * -\n     - b\n   * - c\n     -\n"
            "   * -\n\n       below  \n     - d\n",
            [
                ("cell", "A", 0, 0, 0), ("cell", "b", 0, 1, 1), ("cell", "c", 0, 2, 0),
                ("cell", "below", 0, 3, 0), ("cell", "d", 0, 3, 1),
            ],
        ),
        (".. list-table::\n\n   * -\n     -  \n\ntext | text\n", []),
        (  # lists within a cell are its words
            ".. list-table::\n\n   * - a\n\n       - b\n       * c\n     - d\n   *\n     + e\n     + f\n",
            [
                ("cell", "a\n\n       - b\n       * c", 0, 0, 0), ("cell", "d", 0, 0, 1),
                ("cell", "e", 0, 1, 0), ("cell", "f", 0, 1, 1),
            ],
        ),
        (".. list-table::\n\n   - no\n   - cells\n\ntext\n", []),
        ("- item\n\n  .. list-table::\n\n     * - a\n\n  text\n", [("cell", "a", 0, 0, 0)]),
        (
            ":::{list-table} Title\n:widths: 1\n\n* - A\n  - B\n    - b\n*   - c\n    - d\n:::\n- text\n",
            [
                ("cell", "A", 0, 0, 0), ("cell", "B\n    - b", 0, 0, 1),
                ("cell", "c", 0, 1, 0), ("cell", "d", 0, 1, 1),
            ],
        ),
        (
            "::::{list-table}\n* - a\n    :::{note}\n    n\n    :::\n  - b\n::::\ntext\n",
            [("cell", "a\n    :::{note}\n    n\n    :::", 0, 0, 0), ("cell", "b", 0, 0, 1)],
        ),
        ("```{list-table}\n* - a\n  - `b`\n```\n", [("cell", "a", 0, 0, 0), ("cell", "`b`", 0, 0, 1)]),
        (":::list-table\n   * - a\n     - b\n:::\n", [("cell", "a", 0, 0, 0), ("cell", "b", 0, 0, 1)]),
        ("```{list-table}\nno list\n```\n", [("code", "no list")]),
        ("```\n.. list-table::\n\n   * - a\n```\n", [("code", ".. list-table::\n\n   * - a")]),
        (
            '[cols="2*"]\n|===\n|a |b\n\n|c\ngoes on\n|===\n',
            [("cell", "a", 0, 0, 0), ("cell", "b", 0, 0, 1), ("cell", "c\ngoes on", 0, 1, 0)],
        ),
        ("|===\n|a |b\nnothing closes it\n", []),
        ("[quote]\n____\nHe said so.\n____\n", [("quotation", "He said so.")]),
        ("    The first line is indented,\nas in a book.\n", []),
        (
            "|A|B \\| C|\n|--|:-:|\n| | [[x|y]] |\n\nno | table\n",
            [("cell", "A", 0, 0, 0), ("cell", "B \\| C", 0, 0, 1), ("cell", "[[x|y]]", 0, 1, 1)],
        ),
        (
            "“a”[^1] and b[^1].\n\n[^1]: The Act.\n\n    More of it.\n\nText.\n",
            [("note", "The Act.\n\n    More of it.", "^1]"), ("note", "The Act.\n\n    More of it.", "^1]")],
        ),
        (
            "a[^x]\n[^y]: Never called.\n[^x]: Called.\n",
            [("note", "Never called.", None), ("note", "Called.", "^x]")],
        ),
        ("“a”^[See [12] there.] b", [("note", "See [12] there.", "“a”")]),
        ("x^[2] is a power, ^[a-z]", []),
        (
            "“a”¹ b² c\n\n¹ The Act,\n  art. 3\n² Another\n",
            [("note", "The Act,\n  art. 3", "a”¹"), ("note", "Another", " b²")],
        ),
        ("“a” [1]\n\n[1] The Act\n", [("note", "The Act", "[1]")]),
        ("“a” [1]\n\n1. The Act\n", []),  # an item of a list, for all that is known
        (
            "“a” [1]\n\n## References\n\n1. The Act\n",
            [("heading", "References", 2), ("note", "The Act", "[1]", True)],
        ),
        (
            "a [1, 3] b [2, p. 4]\n[3], c [2; 9] d\n\n7. Références\n1. A. On\n13 March\n2. B\n3. C\n",
            [
                ("note", "A. On\n13 March", " 3]", True), ("note", "B", " 4]", True),
                ("note", "B", " 9]", True), ("note", "C", " 3]", True), ("note", "C", "[3]", True),
            ],
        ),
        (
            "a [1-3] b \\[2\\] c\n[3] d\n\n- [1] A\n- [2] B\n- [3] C\n",
            [
                ("note", "A", "-3]", True), ("note", "B", "-3]", True), ("note", "B", "2\\]", True),
                ("note", "C", "-3]", True),
            ],
        ),
        ("Notes\n\na [1] b\n\n[1] A\n[2] B\n[3] C\n", [("note", "A", "[1]")]),  # no works
        ("a [1]\n\n- [1](#one)\n- [2](#two)\n", []),
        ("“a”.1 On\n\n1 The Act\n", [("note", "The Act", "”.1")]),
        ('“12 months” and x="1" on\n\n1 One\n\n12 Two\n', []),
        ('„a“2 "b."4 x\n\n2 A\n\n4 B\n', [("note", "A", "a“2"), ("note", "B", '."4')]),
        ("«a »3 x\n\n3 A\n", [("note", "A", " »3")]),
        ("“a”7 b\n\n6. Six\n7. Seven\n8. Eight\n", []),  # a list
        ("a6 “b”7 c8\n\n6. Six\n7. Seven\n8. Eight\n\nd9", [("note", "Seven", "b”7")]),
        ("1  a “b”2 c\n2  The Act\n3  says\n", []),  # the lines of a bill
        ("[quote]\n____\none\n\ntwo\n____\nafter\n", [("quotation", "one\n\ntwo")]),
        ("“a”1 b2\n1. One\n2. Two\n\n1. Another list\n", []),
        ("“a”¹\n¹ One\n\n“b”¹\n¹ Two\n", [("note", "One", "a”¹"), ("note", "Two", "b”¹")]),  # two pages
        ("a [1]_\n\n.. [1] The Act\n", [("note", "The Act", "1]_")]),
        (
            "=====\nEssay\n=====\na [#]_ b [#]_\n\n.. [#]\n   One\n\n   more\n\n.. [#] Two\n",
            [("heading", "Essay", 1), ("note", "One\n\n   more", "#]_"), ("note", "Two", "#]_")],
        ),
        ("text\n\n  set in\n  so\n\ntext\ntext\n\n   first\nline\n", [("quotation", "set in\n  so")]),
        ("text\n\n  (a) a limb\n\ntext\n", []),
        ("|===\n|A |B\n|c\n|===\n", [("cell", "A", 0, 0, 0), ("cell", "B", 0, 0, 1), ("cell", "c", 0, 1, 0)]),
    ],
)  # fmt: skip
def test_each_kind(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text) == expected
    assert told(text.replace("\n", "\r\n")) == [
        tuple(part.replace("\n", "\r\n") if isinstance(part, str) else part for part in row)
        for row in expected
    ]


ACT = "https://a.example/act"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"See `[x]({ACT})` here.", True),
        (
            f"See ``[x]({ACT})`` and `` ` [x]({ACT}) ``.",
            True,
        ),  # reStructuredText, and code that holds a backtick
        (f'Write `<a href="{ACT}">`s.', True),
        (f"`one\nline more [x]({ACT})`", True),
        (f"`[1]` is a mark\n\n[1]: {ACT}\n", True),
        (f"[1] is none\n\n```\n[1]: {ACT}\n```\n", True),
        (f"`a` [x]({ACT}) `b`", False),
        (f"[`x`]({ACT}) and `y`", False),
        (f"`a\n\n[x]({ACT})` b", False),
        (f"- `a\n- [x]({ACT})` b", False),
        (f"`a``[x]({ACT}) b``c", False),
        (f"```\na\n```\n[x]({ACT}) ```\n", False),
        (f"\\`a [x]({ACT}) \\`", False),
        (f"``a'' [x]({ACT}) and (``b'')", False),  # quotation marks of TeX
        (f"a.` [x]({ACT}) `b'", False),
        (f"l`autonomie [x]({ACT}) d`un", False),
        (f"`a [x]({ACT})`_", False),  # a link of reStructuredText
    ],
)
def test_a_link_in_code_within_a_sentence_leads_nowhere(text: str, shown: bool) -> None:
    assert ("link" not in {one.kind for one in regions(text)}) == shown


def test_a_mark_of_a_note_in_code_within_a_sentence_is_none() -> None:
    assert told("`a[^1]` b[^1] `c^[a note]` d^[another]\n\n[^1]: The Act.\n") == [
        ("note", "another", "` d"),
        ("note", "The Act.", "^1]"),
    ]
    assert told("`“a”¹`\n\n¹ The Act\n") == []
    assert told("“a”¹\n\n¹ The `Act\nof` 2024\n") == [("note", "The `Act\nof` 2024", "a”¹")]


PIECES = [
    "# ", "## a\n", "> ", "|", "|-|-|\n", "a|b", "```", "~~~\n", "\n", "\n\n", "\r\n", "    ", "[^a]",
    "[^a]: ", "^[", "[", "]", "“a”", "1", "¹", "² ", "[1]", "[1] ", "1. ", "Notes\n", "===\n", "---\n", "- ",
    "word ", "<sup>1</sup>", "\\", "\t", "[1]_", ".. [1] ", "footnote:[", "`", "``", ".. list-table::\n\n",
    "   * -", "     -", f"[x]({ACT})",
]  # fmt: skip


def read_by_lines(text: str) -> tuple[Region, ...]:
    """The regions without the look that tells running text."""
    with patch("aidefs.readers.regions._may_hold_any", return_value=True):
        return regions(text)


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_a_fast_look_misses_no_region(text: str) -> None:
    found = read_by_lines(text)
    assert regions(text) == found
    kinds = {one.kind for one in found}
    assert may_hold_quotations(text) or "quotation" not in kinds
    assert may_hold_cells(text) or "cell" not in kinds


@given(st.one_of(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), texts(40)))
def test_regions_lie_in_the_text_in_order(text: str) -> None:
    found = regions(text)
    assert list(found) == sorted(found, key=lambda one: (one.start, -one.end))
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert not text[one.start].isspace() and not text[one.end - 1].isspace()
        assert one.anchor is None or (one.kind == "note" and 0 < one.anchor <= len(text))
        assert (one.kind == "cell") == (None not in (one.table, one.row, one.column))
    cells = [one[4:7] for one in found if one.kind == "cell"]
    assert len(cells) == len(set(cells))


LINES = [
    "“a”1\n1 A\n", "|a|b|\n|-|-|\n", "a¹ \n¹ b\n", "```\n````x\n", "a^[", "[^a]: b\n", "a\n==\n",
    "Title\n~~~~~\n", "|===\n", "    a\n\n", "  a\n\n  b\nc\n\nd\n\ne\n\nf\n",
    "`a ", "``a`b", "`[^a] ", "\\`", "   * -\n     -\n",
]  # fmt: skip


@pytest.mark.parametrize("piece", [*PIECES, *LINES])
def test_time_grows_with_the_text(piece: str) -> None:
    """A search that went back and forth would take minutes."""
    text = piece * (40_000 // len(piece))
    begun = process_time()
    regions(text)
    assert process_time() - begun < 5


def test_documents_tell_their_regions() -> None:
    markdown = "\ufeff# Head\n\n> quoted\n".encode()
    assert [one.kind for one in read_bytes("a.md", markdown).regions] == ["heading", "quotation"]
    cells = [
        {"cell_type": "markdown", "source": ["# Head\n", "a[^1]\n", "\n", "[^1]: note"]},
        {"cell_type": "code", "source": ["# no heading\n", "x = 1"]},
        {"cell_type": "markdown", "source": "|a|b|\n|-|-|"},
        {"cell_type": "markdown", "source": "|a|b|\n|-|-|"},
    ]
    reading = read_bytes("a.ipynb", json.dumps({"cells": cells}).encode())
    assert [(one.kind, reading.text[one.start : one.end], one.table) for one in reading.regions] == [
        ("heading", "Head", None),
        ("note", "note", None),
        ("code", "# no heading\nx = 1", None),
        ("cell", "a", 0),
        ("cell", "b", 0),
        ("cell", "a", 1),
        ("cell", "b", 1),
    ]
    assert reading.text[: reading.regions[1].anchor].endswith("a[^1]")


def test_rows_whose_head_is_not_there_are_a_table() -> None:
    rows = "| **A** | b | c |\n| d | e | f |\n"
    found = [(one.row, one.column) for one in regions(rows) if one.kind == "cell"]
    assert found == [(row, column) for row in (1, 2) for column in range(3)]
    assert regions("| A | b | c |\n\ntext\n") == ()  # one row alone may be anything
    assert regions("| A | b |\n| c | d |\n") == ()
    assert regions("a | b | c\nd | e | f\n") == ()
