"""The first look passes over nothing that a closer one would find."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aidefs.library.library import Library
from aidefs.quotations import fragments
from aidefs.quotations.candidates import first_look
from aidefs.quotations.fragments import CUES, may_define, statements
from aidefs.quotations.index import index_of

WORDS = (
    "defines", "Defined", "DEFINITION", "under", "Understands", "according to", "gemäß", "Nach", "according",
    "the AI Act,", "an AI system", "“AI system”", "as", "is", "sind", "a system that infers how to act",
    "states", "says", "provides", "lautet", ".", "\n\n", "_define", "2defines", "provider", "\u00ad", "é",
    "x" * 900,
)  # fmt: skip
prose = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
index = index_of(Library.shipped())


@given(prose)
def test_statements_are_those_of_a_look_at_the_whole_text(text: str) -> None:
    matches = fragments._STATEMENT.finditer(text)
    stated = (fragments._STATED.match(text, match.end()) for match in matches)
    look = first_look(text, index, CUES)
    assert list(statements(text, look)) == [one.span() for one in stated if one]
    assert may_define(text, look) == (fragments._DEFINING_WORD.search(text) is not None)
