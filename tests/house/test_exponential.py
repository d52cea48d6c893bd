"""No expression of the package repeats without bound what itself ends in a repeat of the same characters.

`(?:\\w+\\s?)*` can take "aaaa" in as many ways as it can be cut, which doubles with each character where what
follows does not match. That is seen in the expression itself, so that no clock is needed: a repeat without
bound whose body may end in another one, which has characters in common with what the body begins with.
What overlaps in another way, such as `(?:a|aa)+`, is not looked for.
"""

from __future__ import annotations

import pkgutil
import re
import re._compiler as compiler  # type: ignore[import-not-found]
import re._constants as ops  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

import aidefs
from aidefs.patterns import those_put_off

_Item = tuple[Any, Any]
# Of each kind of character that an expression tells apart some.
CHARACTERS = [*map(chr, range(1, 0x180)), *"“”„«»’‘—–…・§、。漢"]
_WITHIN = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)
_GIVES_BACK = (ops.MAX_REPEAT, ops.MIN_REPEAT)


class Parsed:
    """An expression as `re` parses it."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.items = parser.parse(pattern, flags)
        self._state = self.items.state
        self._known: dict[str, frozenset[str]] = {}

    def overlaps(self) -> Iterator[str]:
        """The characters that both of two such repeats take, for each pair of them."""
        yield from self._overlaps(self.items)

    def _overlaps(self, items: Any) -> Iterator[str]:
        for op, value in items:
            if op in _GIVES_BACK and value[1] is ops.MAXREPEAT:
                first = self._first(value[2])
                yield from ("".join(sorted(first & last)) for last in self._ends(value[2]) if first & last)
            for part in _parts(op, value):
                yield from self._overlaps(part)

    def _first(self, items: Any) -> frozenset[str]:
        """The characters with which some items in a row may begin."""
        found: frozenset[str] = frozenset()
        for op, value in items:
            if op in (ops.AT, ops.ASSERT, ops.ASSERT_NOT):
                continue
            inner = [*_parts(op, value)]
            found = found.union(*map(self._first, inner)) if inner else found | self._taken((op, value))
            if not self._may_be_empty((op, value)):
                break
        return found

    def _ends(self, items: Any) -> Iterator[frozenset[str]]:
        """What each repeat without bound begins with that may end some items in a row."""
        for op, value in reversed(list(items)):
            if op in _GIVES_BACK and value[1] is ops.MAXREPEAT and value[0] != value[1]:
                yield self._first(value[2])
            if op not in (ops.ASSERT, ops.ASSERT_NOT, ops.ATOMIC_GROUP, ops.POSSESSIVE_REPEAT):
                for part in _parts(op, value):
                    yield from self._ends(part)
            if not self._may_be_empty((op, value)):
                return

    def _may_be_empty(self, item: _Item) -> bool:
        least: int = parser.SubPattern(self._state, [item]).getwidth()[0]
        return least == 0

    def _taken(self, item: _Item) -> frozenset[str]:
        """The characters that a class, a sign or a reference to a group takes."""
        if item[0] in (ops.GROUPREF, ops.GROUPREF_EXISTS):
            return frozenset(CHARACTERS)
        known = repr(item)
        if known not in self._known:
            alone = compiler.compile(parser.SubPattern(self._state, [item]), self._state.flags)
            self._known[known] = frozenset(filter(alone.fullmatch, CHARACTERS))
        return self._known[known]


def _parts(op: Any, value: Any) -> Iterator[Any]:
    """The rows of items inside an item."""
    if op is ops.BRANCH:
        yield from value[1]
    elif op is ops.SUBPATTERN:
        yield value[3]
    elif op is ops.ATOMIC_GROUP:
        yield value
    elif op in (ops.ASSERT, ops.ASSERT_NOT):
        yield value[1]
    elif op in _WITHIN:
        yield value[2]
    elif op is ops.GROUPREF_EXISTS:
        yield from filter(None, value[1:])


def patterns() -> list[tuple[str, int]]:
    """The expressions of all modules that can be imported here, each with its flags."""
    found = set()
    for one in pkgutil.walk_packages(aidefs.__path__, "aidefs."):
        if one.name.endswith(("__main__", "_worker")):
            continue
        try:
            module = import_module(one.name)
        except ImportError:  # an optional package is not there
            continue
        found |= {
            (value.pattern, value.flags) for value in vars(module).values() if isinstance(value, re.Pattern)
        }
    found |= {(words, int(flags)) for words, flags in those_put_off()}
    return sorted(one for one in found if isinstance(one[0], str))


def test_no_expression_of_the_package_takes_exponential_time() -> None:
    every = patterns()
    assert len(every) > 1000
    slow = {words: [*Parsed(words, flags).overlaps()] for words, flags in every}
    assert {words: shared for words, shared in slow.items() if shared} == {}


@pytest.mark.parametrize(
    "pattern",
    [r"(a+)+b", r"(?:\w+\s?)*x", r"(?:x\w+)*y", r"(?:(?:\w+|-)?)+;", r"(?i:[a-z]+,?)+Z", r"(?:\s\w*\s*)*\Z"],
)
def test_one_that_does_is_told(pattern: str) -> None:
    assert any(Parsed(pattern, 0).overlaps())


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:\w+\s)*x",
        r"(?:\w++\s?)*x",
        r"(?>\w+\s?)*+x",
        r"(?:\s*\w)*",
        r"(?:[^.;]|\.\d)*x",
        r"(?:\w+\s?){0,3}",
    ],
)
def test_one_that_does_not_is_left_alone(pattern: str) -> None:
    assert not any(Parsed(pattern, 0).overlaps())
