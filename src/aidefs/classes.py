"""Frozen classes and named tuples that cost a start little.

To a type checker and to a reader they are those of the standard library. That writes and compiles methods for
each class when its module is imported, and a command that prints one definition imports dozens of them.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Set
from functools import cached_property
from typing import TYPE_CHECKING, Any

__all__ = ["NamedTuple", "dataclass", "kept"]

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from functools import cached_property as kept
    from typing import NamedTuple as NamedTuple
else:

    class kept(cached_property):
        """`functools.cached_property` without the lock that it takes before Python 3.12.

        Two threads that ask for a value at the same time work it out twice.
        """

        def __get__(self, instance: Any, owner: type | None = None) -> Any:
            if instance is None:
                return self
            value = vars(instance)[self.attrname] = self.func(instance)
            return value

    class _NamedTupleType(type):
        """Makes named tuples of classes that derive from `NamedTuple`."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = body.get("__annotations__", {})
            defaults = [body[field] for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body["__module__"])
            for key, value in body.items():
                if key not in fields and key != "__module__":
                    setattr(made, key, value)
            return made

    class NamedTuple(metaclass=_NamedTupleType):
        """`typing.NamedTuple` without its look at each annotation, for which a start has no use."""


_METHODS = ("__init__", "__eq__", "__hash__", "__setattr__", "__delattr__")


class _Frozen:
    """The methods of frozen classes; what they have to know of a class stands in its `_shape`."""

    __dataclass_fields__: dict[str, Any]
    _shape: tuple[tuple[str, ...], dict[str, Any], Set[str]]  # names by position, defaults, all names

    def __init__(self, *args: Any, **given: Any) -> None:
        positional, defaults, names = self._shape
        by_position = dict(zip(positional, args, strict=False))
        values = {**defaults, **by_position, **given}
        if len(args) > len(positional) or values.keys() != names or by_position.keys() & given.keys():
            wrong = sorted(values.keys() ^ names) or sorted(by_position.keys() & given.keys())
            what = ", ".join(wrong) or f"more than {len(positional)} by position"
            raise TypeError(f"{type(self).__name__}: arguments missing, unknown or given twice: {what}")
        vars(self).update(values)
        if complete := getattr(self, "__post_init__", None):
            complete()

    def __repr__(self) -> str:
        shown = [f for f in self.__dataclass_fields__.values() if f.repr]
        return f"{type(self).__qualname__}({', '.join(f'{f.name}={getattr(self, f.name)!r}' for f in shown)})"

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        if self is not other:
            for field in self.__dataclass_fields__.values():
                if field.compare:
                    mine, theirs = getattr(self, field.name), getattr(other, field.name)
                    if mine is not theirs and mine != theirs:  # most differ in the first
                        return False
        return True

    def __hash__(self) -> int:
        return hash(_compared(self))

    def __setattr__(self, name: str, value: Any) -> None:
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot delete field {name!r}")


def _compared(record: Any) -> tuple[Any, ...]:
    fields = record.__dataclass_fields__.values()
    return tuple([getattr(record, field.name) for field in fields if field.compare])


class _Signature:
    """The signature of a frozen class, made when somebody looks at it."""

    def __get__(self, _: Any, cls: Any) -> Any:
        from dataclasses import MISSING
        from inspect import Parameter, Signature

        fields = sorted(cls.__dataclass_fields__.values(), key=lambda field: bool(field.kw_only))
        return Signature(
            [
                Parameter(
                    field.name,
                    Parameter.KEYWORD_ONLY if field.kw_only else Parameter.POSITIONAL_OR_KEYWORD,
                    default=Parameter.empty if field.default is MISSING else field.default,
                    annotation=field.type,
                )
                for field in fields
            ]
        )


if not TYPE_CHECKING:

    def dataclass(*, frozen: bool, repr: bool = True, kw_only: bool = False) -> Callable[[type], type]:
        """`dataclasses.dataclass` for frozen classes, at a fraction of what it costs each start.

        The functions of `dataclasses` know the fields. But no method is written and compiled for the class:
        all such classes share those of `_Frozen`.
        """
        assert frozen
        # Only here: `import aidefs` makes no such class, and the import takes its time.
        from dataclasses import MISSING, fields
        from dataclasses import dataclass as with_fields

        def made(cls: type) -> type:
            cls = with_fields(init=False, repr=False, eq=False, kw_only=kw_only)(cls)
            for name in _METHODS + ("__repr__",) * repr:
                setattr(cls, name, vars(_Frozen)[name])
            known = fields(cls)
            defaults = {field.name: field.default for field in known if field.default is not MISSING}
            for name in [name for name, default in defaults.items() if isinstance(default, property)]:
                del defaults[name]  # it is that of a base, which the field takes the place of
                setattr(cls, name, None)
            cls._shape = (
                tuple(field.name for field in known if not field.kw_only),
                defaults,
                {field.name for field in known},
            )
            cls.__signature__ = _Signature()
            return cls

        return made
