"""Frozen classes and late patterns: what the standard library would give, without its cost at every start."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidefs.classes import dataclass
from aidefs.patterns import late


@dataclass(frozen=True)
class Ours:
    a: int
    b: str = "b"
    c: Any = dataclasses.field(default=None, compare=False, repr=False)


@dataclasses.dataclass(frozen=True)
class Theirs:
    a: int
    b: str = "b"
    c: Any = dataclasses.field(default=None, compare=False, repr=False)


ARGUMENTS = st.tuples(
    st.lists(st.integers(0, 2), max_size=4), st.dictionaries(st.sampled_from("abcd"), st.integers(0, 2))
)


def outcome(made: Any, args: list[int], named: dict[str, int]) -> Any:
    try:
        one = made(*args, **named)
    except TypeError:
        return TypeError
    return [getattr(one, name) for name in "abc"], repr(one).partition("(")[2]


@given(ARGUMENTS)
def test_a_frozen_class_takes_what_a_dataclass_takes(arguments: tuple[list[int], dict[str, int]]) -> None:
    assert outcome(Ours, *arguments) == outcome(Theirs, *arguments)


@given(st.integers(0, 1), st.integers(0, 1), st.integers(0, 1), st.integers(0, 1))
def test_frozen_objects_are_equal_where_dataclasses_are(a: int, c: int, other_a: int, other_c: int) -> None:
    ours = Ours(a, c=c), Ours(other_a, c=other_c)
    theirs = Theirs(a, c=c), Theirs(other_a, c=other_c)
    assert (ours[0] == ours[1]) is (theirs[0] == theirs[1])
    assert ours[0] != theirs[0]
    if ours[0] == ours[1]:
        assert hash(ours[0]) == hash(ours[1])


def test_the_functions_of_dataclasses_know_a_frozen_class() -> None:
    one = Ours(1)
    assert [field.name for field in dataclasses.fields(one)] == ["a", "b", "c"]
    assert dataclasses.replace(one, a=2) == Ours(2)
    assert dataclasses.asdict(one) == {"a": 1, "b": "b", "c": None}
    assert str(inspect.signature(Ours)) == str(inspect.signature(Theirs)).removesuffix(" -> None")


def test_a_frozen_object_cannot_be_changed_but_copied_and_pickled() -> None:
    one = Ours(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.a = 2  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del one.a
    assert copy.deepcopy(one) == pickle.loads(pickle.dumps(one)) == one


@given(st.text("ab\n", max_size=8))
def test_a_late_pattern_finds_what_a_pattern_finds(text: str) -> None:
    given, known = late(r"^(a+)(?P<b>b)?", re.MULTILINE), re.compile(r"^(a+)(?P<b>b)?", re.MULTILINE)
    assert [one.span() for one in given.finditer(text)] == [one.span() for one in known.finditer(text)]
    assert given.sub("-", text) == known.sub("-", text)
    assert given.split(text) == known.split(text)
    assert bool(given.fullmatch(text)) == bool(known.fullmatch(text))
    assert (given.pattern, given.flags, given.groupindex) == (known.pattern, known.flags, known.groupindex)


def test_a_late_pattern_is_compiled_when_it_is_used() -> None:
    faulty = late("(")
    with pytest.raises(re.error):
        faulty.search("")
    assert pickle.loads(pickle.dumps(late("a"))).search("ba").start() == 1
