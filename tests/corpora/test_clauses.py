"""Clauses around a place, and what a lawyer would cite it by."""

from __future__ import annotations

import pytest

from aidefs.corpora.clauses import beginning, ending, locator


@pytest.mark.parametrize(
    ("before", "clause", "behind"),
    [
        (
            "In this Act:\n(1) AGENCY.—",
            "The term “agency” has the meaning given in 44 U.S.C. 3502",
            ";\n(2) Next",
        ),
        ("It ends. ", "“X” means what sec. 3 of Pub. L. No. 116-283 says.", " Another sentence."),
        ("Sec. 2. ", "“X” means a thing", "\n\nSec. 3. More."),
        ("The list:\u2028", "“X” means a thing.", "\u2028“Y” means another."),
        ("", "“X” means a thing.", ""),
    ],
)
def test_a_clause_has_a_beginning_and_an_end(before: str, clause: str, behind: str) -> None:
    text = before + clause + behind
    at = text.index("X" if "X" in clause else "agency” has")
    start = beginning(text, at)
    assert text[start : ending(text, at, len(text))].strip("“") == clause.strip("“")


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("SEC. 3. DEFINITIONS.\nIn this Act:\n(1) ARTIFICIAL INTELLIGENCE.—", "SEC. 3(1)"),
        ("Section 22757.11. Terms. (b) ", "Section 22757.11(b)"),
        ("§ 5. First.\nArticle 3\nDefinitions\n", "Article 3"),
        ("as section 5 of another law says, (1) ", "(1)"),
        ("Some words. ", ""),
    ],
)
def test_a_locator_is_what_is_printed(before: str, said: str) -> None:
    assert locator(before + "“X” means a thing.", len(before)) == said
