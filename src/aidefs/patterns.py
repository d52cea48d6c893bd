"""Regular expressions that are compiled when they are first used.

The rooms have hundreds of them, and a start uses few; to compile one takes as long as to read a small text.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

__all__ = ["late"]

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")
_FACTS = ("flags", "groupindex", "groups", "pattern")


class _Late:
    """Stands for a pattern. Once compiled, its methods are attributes, so that a call costs no more."""

    def __init__(self, *given: Any) -> None:
        self._given = given

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS and name not in _FACTS:
            raise AttributeError(name)
        compiled = re.compile(*self._given)
        vars(self).update({each: getattr(compiled, each) for each in _METHODS + _FACTS})
        return getattr(self, name)

    def __reduce__(self) -> tuple[Any, ...]:
        return _Late, self._given


def late(pattern: AnyStr, flags: int | re.RegexFlag = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives for a pattern, put off until one of its methods is called.

    A fault in the pattern is raised then, too. It cannot be handed to the functions of `re`.
    """
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))
