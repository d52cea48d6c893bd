"""Regular expressions that are compiled when they are first used.

The rooms have hundreds of them, and a start uses few; to compile one takes as long as to read a small text.
A wheel therefore holds what the compiler of `re` makes of each, in `data/patterns.bin`, as Python keeps what
its own compiler makes of a module. It is used by the release of Python that made it, which goes by the same
tag as compiled modules do and by the number of the format; another one compiles as if it were not there. A
pattern that was edited is not found in it, and a damaged file is not read.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping
from typing import Any, AnyStr, cast

__all__ = ["PATTERNS", "compiled_before", "late", "patterns_made", "table_of", "those_put_off"]

PATTERNS = "patterns.bin"
"""Name of the file of compiled patterns in the folder of the data."""

_MARSHAL = 2  # the last format of which the bytes do not depend on who else refers to a value
_SHORT = 80  # characters of a pattern that takes less time to compile than the file takes to read
_NUMBER = 4  # bytes of an instruction
_CHECKSUM = 8  # bytes behind the line of the release

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")
_FACTS = ("flags", "groupindex", "groups", "pattern")


class _Late:
    """Stands for a pattern. Once compiled, its methods are attributes, so that a call costs no more."""

    def __init__(self, *given: Any) -> None:
        self._given = given

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS and name not in _FACTS:
            raise AttributeError(name)
        compiled = compiled_before(*self._given) or re.compile(*self._given)
        vars(self).update({each: getattr(compiled, each) for each in _METHODS + _FACTS})
        return getattr(self, name)

    def __reduce__(self) -> tuple[Any, ...]:
        return _Late, self._given


def late(pattern: AnyStr, flags: int | re.RegexFlag = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives for a pattern, put off until one of its methods is called.

    A fault in the pattern is raised then, too. It cannot be handed to the functions of `re`.
    """
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))


# --- compiled beforehand ----------------------------------------------------------------------


def those_put_off() -> list[tuple[Any, ...]]:
    """The patterns of the modules that were imported so far, each with its flags, in a fixed order."""
    import gc  # only a build asks

    given = {one._given for one in gc.get_objects() if type(one) is _Late}
    return sorted(given, key=lambda one: (str(one[0]), int(one[1])))


def patterns_made(patterns: Iterable[tuple[Any, ...]]) -> bytes:
    """Makes the file of compiled patterns.

    Args:
        patterns: Patterns with their flags; those of bytes are left out.
    """
    import marshal
    from types import SimpleNamespace

    compiler: Any = sys.modules["re._compiler"]
    machine = compiler._sre
    # What the compiler would hand over to make a pattern is taken down in its place.
    compiler._sre = SimpleNamespace(**{**vars(machine), "compile": lambda *made: made})
    try:
        table = {
            (pattern, int(flags)): _packed(*compiler.compile(pattern, int(flags)))
            for pattern, flags in patterns
            if isinstance(pattern, str)
        }
    finally:
        compiler._sre = machine
    content = marshal.dumps(table, _MARSHAL)
    return _release() + _checksum(content) + content


def _packed(_: str, flags: int, code: list[int], groups: int, index: Mapping[str, int], names: Any) -> bytes:
    """What makes a pattern, in plain values."""
    import marshal
    from array import array

    numbers = array("I", code).tobytes()
    return marshal.dumps((int(flags), numbers, groups, dict(index), tuple(names)), _MARSHAL)


def _release() -> bytes:
    """The line that tells whose code it is; nothing for a Python that has no such code."""
    machine = _machine()
    if getattr(machine, "CODESIZE", 0) != _NUMBER:
        return b""
    return f"{sys.implementation.cache_tag} {machine.MAGIC} {sys.byteorder}\n".encode()


def _checksum(content: bytes | memoryview) -> bytes:
    """What tells whether the file is whole, as Python checks its compiled modules by hash.

    It is there without an import; to load a library of checksums takes longer than to sum up.
    """
    value: bytes = sys.modules["_imp"].source_hash(0, content)
    return value


def _machine() -> Any:
    """The module that makes a pattern of what the compiler of `re` gives; None where there is none."""
    return sys.modules.get("_sre")


_table: dict[Any, bytes] | None = None  # of this installation, once it was asked for


def compiled_before(pattern: AnyStr, flags: int | re.RegexFlag) -> re.Pattern[AnyStr] | None:
    """A pattern that the installation holds compiled; None where it has to be compiled."""
    global _table
    if _table is None and len(pattern) < _SHORT:
        return None
    if _table is None:
        path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data", PATTERNS)
        try:
            with open(path, "rb") as file:
                _table = table_of(file.read())
        except OSError:  # a checkout, or a zipped package
            _table = {}
    packed = _table.get((pattern, flags))
    if packed is None:
        return None
    import marshal
    from array import array

    flags, numbers, groups, index, names = marshal.loads(packed)
    code = array("I", numbers).tolist()  # in half the time of a `memoryview`
    made: re.Pattern[AnyStr] = _machine().compile(pattern, flags, code, groups, index, names)
    return made


def table_of(data: bytes) -> dict[Any, bytes]:
    """What a file of compiled patterns holds; nothing where it is of another Python, or damaged.

    Args:
        data: The file.
    """
    release = _release()
    if not release or not data.startswith(release):
        return {}
    import marshal

    begin = len(release) + _CHECKSUM
    content = memoryview(data)[begin:]
    if data[len(release) : begin] != _checksum(content):
        return {}
    table: dict[Any, bytes] = marshal.loads(content)
    return table
