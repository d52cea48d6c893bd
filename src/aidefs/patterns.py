"""Regular expressions that are compiled when they are first used.

The rooms have hundreds of them, and a start uses few; to compile one takes as long as to read a small text.
A wheel holds them as the Python that built it compiles them, in `data/patterns.jsonl`. That very Python takes
them from there; every other compiles them, as it does in a checkout.
"""

from __future__ import annotations

import os
import re
import sys
from typing import Any, AnyStr, cast

from aidefs.compiled import PATTERNS, Compiled, mapped

__all__ = ["late", "programs"]

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")
_FACTS = ("flags", "groupindex", "groups", "pattern")
# What a compiled pattern depends on beside the pattern: any release may compile another program.
_PYTHON = f"{sys.implementation.name} {sys.hexversion:x} {sys.byteorder}".encode()


class _Late:
    """Stands for a pattern. Once compiled, its methods are attributes, so that a call costs no more."""

    def __init__(self, *given: Any) -> None:
        self._given = given

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS and name not in _FACTS:
            raise AttributeError(name)
        compiled = _stored(*self._given) or re.compile(*self._given)
        vars(self).update({each: getattr(compiled, each) for each in _METHODS + _FACTS})
        return getattr(self, name)

    def __reduce__(self) -> tuple[Any, ...]:
        return _Late, self._given


_known: dict[tuple[Any, ...], _Late] = {}


def late(pattern: AnyStr, flags: int | re.RegexFlag = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives for a pattern, put off until one of its methods is called.

    A fault in the pattern is raised then, too. It cannot be handed to the functions of `re`.
    """
    given = (pattern, int(flags))
    return cast("re.Pattern[AnyStr]", _known.setdefault(given, _Late(*given)))


# --- the patterns of a wheel ------------------------------------------------------------------


_store = Compiled(lambda: mapped(os.path.join(os.path.dirname(__file__), "data", PATTERNS)))


def _stored(pattern: str | bytes, flags: int) -> re.Pattern[Any] | None:
    """The pattern as it was compiled for the wheel; None where another Python did it, or none."""
    program = _store.table(f"{flags} {pattern!r}", _PYTHON)
    if program is None:
        return None
    from _sre import compile as compile_program  # type: ignore[import-not-found]

    groups: dict[str, int] = program["groupindex"]
    names = {number: name for name, number in groups.items()}
    by_number = tuple(names.get(number) for number in range(program["groups"] + 1))
    # Python examines the program before it takes it: a faulty one is refused.
    made: re.Pattern[Any] = compile_program(
        pattern, program["flags"], program["code"], program["groups"], groups, by_number
    )
    return made


def programs() -> dict[str, tuple[bytes, dict[str, Any]]]:
    """The patterns that are known so far, compiled, as `aidefs.compiled.compile_values` takes them."""
    return {f"{flags} {pattern!r}": (_PYTHON, _program(pattern, flags)) for pattern, flags in _known}


def _program(pattern: str | bytes, flags: int) -> dict[str, Any]:
    from re import _compiler, _parser  # type: ignore[attr-defined]

    compiled = re.compile(pattern, flags)
    return {
        "flags": compiled.flags,
        "groups": compiled.groups,
        "groupindex": dict(compiled.groupindex),
        "code": list(map(int, _compiler._code(_parser.parse(pattern, flags), flags))),
    }
