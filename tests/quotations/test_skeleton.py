"""The mark-up of a file without its words: equal for other words, and not for other mark-up."""

from __future__ import annotations

import pytest

from aidefs.quotations.skeleton import skeleton


@pytest.mark.parametrize(
    ("form", "source", "same"),
    [
        ("html", "<p>a tool <b>that</b> acts</p>", "<p>no tool <b>at all</b> is here</p>"),
        ("tex", r"a \emph{tool} of 5\,\% {of} all", r"the \emph{thing} of 5\,per cent {in} it"),
        ("tex", r"5\% of \emph{it}", r"a few of \emph{those}"),  # a character that is written as a command
        ("markdown", "a *tool* acts\n\n# Scope", "the *thing* is\n\n# Words"),
        ("text", "a tool (see [1])", "a thing (see [1])"),
    ],
)
def test_other_words_have_the_same_skeleton(form: str, source: str, same: str) -> None:
    assert skeleton(source, form) == skeleton(same, form)
    assert len(skeleton(source, form)) > 1


@pytest.mark.parametrize(
    ("form", "source", "other"),
    [
        ("html", "<p>a <b>tool</b></p>", "<p>a <b></b></p>"),  # nothing is left between the tags
        ("html", "<p>a <b>tool</b></p>", "<p>a tool</p>"),
        ("tex", r"{a} tool", r"{} tool"),
        ("tex", r"5\% of \emph{it}", r"5\% of it"),
        ("tex", "a tool % of iron", "a tool % of wood"),  # a comment is no word
        ("markdown", "a *tool* acts", "a * tool* acts"),  # a sign that no longer opens
        ("markdown", "a tool\n\nacts", "a tool acts"),
    ],
)
def test_other_mark_up_has_another(form: str, source: str, other: str) -> None:
    assert skeleton(source, form) != skeleton(other, form)
