"""Frozen classes and late patterns: what the standard library would give, without its cost at every start."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
import re
import typing
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidefs.classes import NamedTuple, dataclass, field, replace
from aidefs.patterns import late


@dataclass(frozen=True)
class Ours:
    a: int
    b: str = "b"
    c: Any = field(default=None, compare=False, repr=False)


@dataclasses.dataclass(frozen=True)
class Theirs:
    a: int
    b: str = "b"
    c: Any = dataclasses.field(default=None, compare=False, repr=False)


class OurTuple(NamedTuple):
    """A tuple."""

    a: int
    b: str = "b"
    c: Any = None

    @property
    def doubled(self) -> int:
        return 2 * self.a


class TheirTuple(typing.NamedTuple):
    """A tuple."""

    a: int
    b: str = "b"
    c: Any = None

    @property
    def doubled(self) -> int:
        return 2 * self.a


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


@given(ARGUMENTS)
def test_a_named_tuple_takes_what_one_of_typing_takes(arguments: tuple[list[int], dict[str, int]]) -> None:
    assert outcome(OurTuple, *arguments) == outcome(TheirTuple, *arguments)


def test_a_named_tuple_is_one_of_typing_to_whoever_looks_at_it() -> None:
    class Unmade(NamedTuple):
        a: int
        b: str = "b"

    assert str(inspect.signature(Unmade)) == "(a: 'int', b: 'str' = 'b')"
    assert Unmade._make("xy") == Unmade("x", "y") == ("x", "y")
    ours, theirs = OurTuple(1), TheirTuple(1)
    assert ours == theirs and hash(ours) == hash(theirs)
    assert (ours.doubled, ours._asdict()) == (theirs.doubled, theirs._asdict())
    assert repr(ours) == repr(theirs).replace("Their", "Our")
    assert ours._replace(c=3) == theirs._replace(c=3)
    assert (OurTuple._fields, OurTuple._field_defaults) == (TheirTuple._fields, TheirTuple._field_defaults)
    assert (OurTuple.__match_args__, OurTuple.__doc__) == (TheirTuple.__match_args__, TheirTuple.__doc__)
    with pytest.raises(ValueError, match="d"):
        ours._replace(d=4)
    with pytest.raises(TypeError):
        OurTuple._make("ab")
    with pytest.raises(AttributeError):
        ours.a = 2  # type: ignore[misc]
    kept = pickle.loads(pickle.dumps(ours))
    assert copy.deepcopy(ours) == kept == ours and type(kept) is OurTuple
    match ours:
        case OurTuple(a, b):
            assert (a, b) == (1, "b")


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
    assert dataclasses.replace(one, a=2) == replace(one, a=2) == Ours(2)
    assert dataclasses.is_dataclass(Ours)
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
