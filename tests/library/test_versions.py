"""Language versions and translations, and the text that they belong to."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from support.strategies import DEFINITIONS

import aidefs
from aidefs.library.library import Library
from aidefs.library.records import Definition
from aidefs.library.versions import one_per_instrument, original_of

SHIPPED = Library.shipped()
NAMES = [f"n{k}" for k in range(6)]


@st.composite
def families(draw: st.DrawFn) -> dict[str, Definition]:
    """Definitions that name others, themselves or nothing as what they are versions of."""
    made = {}
    for name in NAMES:
        base = draw(st.sampled_from(["", "elsewhere", *NAMES]))
        kind = draw(st.sampled_from(["version_of", "translation_of"]))
        made[name] = Definition(id=name, text="a system", lang="en", **{kind: base})
    return made


@given(families())
def test_a_version_belongs_to_the_text_of_what_it_is_a_version_of(known: dict[str, Definition]) -> None:
    for one in known.values():
        original = original_of(one, known)
        assert original in known.values()
        assert original_of(original, known) == original
        if (base := one.version_of or one.translation_of) in known and original != one:
            assert original_of(known[base], known) == original or original == known[base]


@given(families())
def test_of_each_text_there_is_one_version(known: dict[str, Definition]) -> None:
    chosen = one_per_instrument(known.values(), known)
    originals = [original_of(one, known).id for one in known.values()]
    assert sorted(original_of(one, known).id for one in chosen) == sorted(set(originals))
    assert {one.id for one in chosen} == set(originals), "the texts themselves are there"
    assert one_per_instrument(chosen, known) == chosen


def test_the_shipped_texts_are_counted_once() -> None:
    once = aidefs.definitions(one_per_instrument=True)
    assert {one.id for one in once} == {one.instrument_id for one in DEFINITIONS}
    assert [one.id for one in aidefs.definitions(lang="fr", jurisdiction="EU", one_per_instrument=True)] == [
        one.id for one in aidefs.definitions(lang="fr", jurisdiction="EU")
    ]
    act = [one for one in once if one.instrument_id == "eu-ai-act-2024"]
    assert [one.lang for one in act] == ["en"]
    assert SHIPPED.where(one_per_instrument=False) == SHIPPED.where()
