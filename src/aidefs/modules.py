"""Modules that are executed when something of them is first used.

Some take long and are imported for what few calls use, or none.
"""

from __future__ import annotations

import sys
from _thread import RLock
from types import ModuleType
from typing import Any

__all__ = ["forget", "put_off"]


class _PutOff(ModuleType):
    """Stands for a module that is executed when something of it is first asked for."""

    _executing = False
    _lock = RLock()

    def __getattr__(self, name: str) -> Any:
        with _PutOff._lock:  # another thread waits until all is there
            if type(self) is _PutOff:
                if self._executing:
                    raise AttributeError(f"module {self.__name__!r} has no attribute {name!r} yet")
                self._executing = True
                assert self.__spec__ and self.__spec__.loader
                self.__spec__.loader.exec_module(self)
                self.__class__ = ModuleType  # type: ignore[assignment]
                del self._executing
        return getattr(self, name)


def put_off(name: str, *annotated: str) -> None:
    """Lets `import` give a module that is executed when something of it is first asked for.

    One of `importlib.util.LazyLoader` would be executed by the next `import` already, which looks at its
    `__spec__`. The modules inside a package can be imported without executing the package.

    Args:
        name: A module that was not imported yet; else nothing happens.
        annotated: Names that other modules want of it for annotations while they are imported. They are given
            `object` until `forget` is called.
    """
    if name in sys.modules:
        return
    from importlib.util import find_spec, module_from_spec  # most starts put nothing off

    spec = find_spec(name)
    if spec is not None:
        module = module_from_spec(spec)
        module.__class__ = _PutOff
        vars(module).update(dict.fromkeys(annotated, object))
        sys.modules[name] = module


def forget(name: str, *annotated: str) -> None:
    """Takes the stand-ins of `put_off` away again: who now asks for these names gets what they are."""
    module = sys.modules[name]
    for one in annotated:
        if vars(module).get(one) is object:
            delattr(module, one)
