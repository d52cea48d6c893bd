"""Frozen classes and named tuples that cost a start little.

To a type checker and to a reader they are those of the standard library. That writes and compiles methods for
each class when its module is imported, and a command that prints one definition imports dozens of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from types import FunctionType
from typing import TYPE_CHECKING, Any, TypeVar

__all__ = ["NamedTuple", "Remembered", "dataclass", "field", "kept", "replace"]

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Remembered(dict[_Key, _Value]):
    """What a function gives for keys that come again and again: to look it up costs less than `lru_cache`."""

    def __init__(self, function: Callable[[_Key], _Value], most: int) -> None:
        """Remembers nothing yet.

        Args:
            function: What is asked for a key that is not remembered.
            most: How many keys are remembered; all are forgotten when there would be more.
        """
        self._function, self._most = function, most

    def __missing__(self, key: _Key) -> _Value:
        if len(self) >= self._most:
            self.clear()
        value = self[key] = self._function(key)
        return value


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import replace as replace
    from functools import cached_property as kept
    from typing import NamedTuple as NamedTuple
else:
    try:
        from _collections import _tuplegetter
    except ImportError:  # another Python

        def _tuplegetter(at: int, doc: str) -> Any:
            return property(lambda self: tuple.__getitem__(self, at), doc=doc)

    class kept(cached_property):
        """`functools.cached_property` without the lock that it takes before Python 3.12.

        Two threads that ask for a value at the same time work it out twice.
        """

        def __get__(self, instance: Any, owner: type | None = None) -> Any:
            if instance is None:
                return self
            value = instance.__dict__[self.attrname] = self.func(instance)
            return value

    class _TupleSignature:
        """The signature of a named tuple, made when somebody looks at it."""

        def __get__(self, _: Any, cls: Any) -> Any:
            from inspect import Parameter, Signature

            defaults = cls._field_defaults
            return Signature(
                [
                    Parameter(
                        name,
                        Parameter.POSITIONAL_OR_KEYWORD,
                        default=defaults.get(name, Parameter.empty),
                        annotation=cls.__annotations__[name],
                    )
                    for name in cls._fields
                ]
            )

    _new = tuple.__new__
    # What makes a tuple of some fields, by their number. To put in their names is quicker than to compile.
    _MAKES = {
        made.__code__.co_argcount - 1: made.__code__
        for made in (
            lambda _cls, a: _new(_cls, (a,)),
            lambda _cls, a, b: _new(_cls, (a, b)),
            lambda _cls, a, b, c: _new(_cls, (a, b, c)),
            lambda _cls, a, b, c, d: _new(_cls, (a, b, c, d)),
            lambda _cls, a, b, c, d, e: _new(_cls, (a, b, c, d, e)),
            lambda _cls, a, b, c, d, e, f: _new(_cls, (a, b, c, d, e, f)),
        )
    }

    class _Tuple(tuple):
        """The methods of named tuples; what they have to know of a class stands in its `_fields`."""

        __slots__ = ()
        __signature__ = _TupleSignature()

        def __new__(cls, *args: Any, **given: Any) -> Any:
            # Compiled for the class, so that it is as fast as any, when the first object is made.
            owner = next(one for one in cls.__mro__ if "_fields" in vars(one))
            fields, name = owner._fields, f"{owner.__qualname__}.__new__"
            if len(fields) in _MAKES:
                names = ("_cls", *fields)
                code = _MAKES[len(fields)].replace(co_varnames=names, co_name="__new__", co_qualname=name)
                made = FunctionType(code, {"_new": _new})
            else:
                names = ", ".join(fields)
                made = eval(f"lambda _cls, {names}: _new(_cls, ({names},))", {"_new": _new})
            made.__defaults__ = tuple(owner._field_defaults.values())
            made.__name__, made.__qualname__ = "__new__", name
            owner.__new__ = staticmethod(made)
            return made(cls, *args, **given)

        @classmethod
        def _make(cls, values: Iterable[Any]) -> Any:
            made = _new(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **changes: Any) -> Any:
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                raise ValueError(f"Got unexpected field names: {list(changes)!r}")
            return made

        __replace__ = _replace

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            shown = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{self.__class__.__name__}({shown})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

    class _NamedTupleType(type):
        """Makes named tuples of classes that derive from `NamedTuple`."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body.get("__annotations__", {}))
            defaults = {field: body[field] for field in fields if field in body}
            assert tuple(defaults) == fields[len(fields) - len(defaults) :], "a default stands before none"
            given = {
                "__slots__": (),
                "_fields": fields,
                "_field_defaults": defaults,
                "__match_args__": fields,
                **{field: _tuplegetter(at, "") for at, field in enumerate(fields)},
            }
            return type(name, (_Tuple,), {**body, **given})

    class NamedTuple(metaclass=_NamedTupleType):
        """`typing.NamedTuple` without its look at each annotation, for which a start has no use."""


_MISSING: Any = object()


class _Attribute:
    """What the declaration of an attribute says."""

    def __init__(
        self, default: Any = _MISSING, compare: bool = True, repr: bool = True, kw_only: bool | None = None
    ) -> None:
        self.default, self.compare, self.repr, self.kw_only = default, compare, repr, kw_only


class _Shape:
    """What the methods of frozen classes have to know of a class.

    Attributes:
        annotations: Name → type as it was written, in the order of the declarations.
        declared: Name → what its declaration says.
        positional: The names by position.
        defaults: Name → default, where it has one.
        names: All names.
        all_positional: How many names there are; None where not all of them go by position.
        compared: Those that make two objects differ.
        shown: Those in the representation.
        complete: What is called with a new object, where there is something.
    """

    def __init__(
        self, annotations: Mapping[str, Any], declared: Mapping[str, _Attribute], complete: Any = None
    ) -> None:
        self.annotations, self.declared, self.complete = annotations, declared, complete
        self.positional = tuple([name for name, one in declared.items() if not one.kw_only])
        self.defaults = {name: one.default for name, one in declared.items() if one.default is not _MISSING}
        self.names = declared.keys()
        self.all_positional = len(self.names) if len(self.positional) == len(self.names) else None
        self.compared = tuple([name for name, one in declared.items() if one.compare])
        self.shown = tuple([name for name, one in declared.items() if one.repr])


_METHODS = ("__init__", "__eq__", "__hash__", "__setattr__", "__delattr__")


class _Frozen:
    """The methods of frozen classes; what they have to know of a class stands in its `_shape`."""

    _shape: _Shape

    def __init__(self, *args: Any, **given: Any) -> None:
        shape = self._shape
        if not given and len(args) == shape.all_positional:
            self.__dict__.update(zip(shape.positional, args))  # noqa: B905 - as many as there are names
        elif not args and given.keys() == shape.names:
            self.__dict__.update(given)
        else:
            by_position = dict(zip(shape.positional, args, strict=False))
            values = {**shape.defaults, **by_position, **given}
            twice = by_position.keys() & given.keys()
            if len(args) > len(shape.positional) or values.keys() != shape.names or twice:
                wrong = sorted(values.keys() ^ shape.names) or sorted(twice)
                what = ", ".join(wrong) or f"more than {len(shape.positional)} by position"
                raise TypeError(f"{type(self).__name__}: arguments missing, unknown or given twice: {what}")
            vars(self).update(values)
        if shape.complete is not None:
            shape.complete(self)

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._shape.shown)
        return f"{type(self).__qualname__}({shown})"

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        if self is not other:
            for name in self._shape.compared:
                mine, theirs = getattr(self, name), getattr(other, name)
                if mine is not theirs and mine != theirs:  # most differ in the first
                    return False
        return True

    def __hash__(self) -> int:
        return hash(tuple([getattr(self, name) for name in self._shape.compared]))

    def __setattr__(self, name: str, value: Any) -> None:
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot delete field {name!r}")


class _Fields:
    """The fields of a frozen class as the functions of `dataclasses` want them, made when one asks."""

    def __init__(self, owner: Any) -> None:
        self.owner = owner

    def __get__(self, _: Any, cls: Any) -> Any:
        import dataclasses

        shape: _Shape = self.owner._shape
        body: dict[str, Any] = {"__annotations__": dict(shape.annotations)}
        for name, one in shape.declared.items():
            default = dataclasses.MISSING if one.default is _MISSING else one.default
            body[name] = dataclasses.field(
                default=default, compare=one.compare, repr=one.repr, kw_only=bool(one.kw_only)
            )
        plain: Any = dataclasses.dataclass(init=False, repr=False, eq=False)(type("_", (), body))
        self.owner.__dataclass_fields__ = plain.__dataclass_fields__
        return plain.__dataclass_fields__


class _Signature:
    """The signature of a frozen class, made when somebody looks at it."""

    def __get__(self, _: Any, cls: Any) -> Any:
        from inspect import Parameter, Signature

        shape: _Shape = cls._shape
        return Signature(
            [
                Parameter(
                    name,
                    Parameter.KEYWORD_ONLY
                    if shape.declared[name].kw_only
                    else Parameter.POSITIONAL_OR_KEYWORD,
                    default=shape.defaults.get(name, Parameter.empty),
                    annotation=shape.annotations[name],
                )
                for name in sorted(shape.names, key=lambda name: bool(shape.declared[name].kw_only))
            ]
        )


if not TYPE_CHECKING:

    def field(
        *, default: Any = _MISSING, compare: bool = True, repr: bool = True, kw_only: bool | None = None
    ) -> Any:
        """`dataclasses.field` of an attribute of a frozen class."""
        return _Attribute(default, compare, repr, kw_only)

    def replace(record: Any, /, **changes: Any) -> Any:
        """`dataclasses.replace` for objects of frozen classes."""
        own = vars(record)
        return type(record)(**{**{name: own[name] for name in record._shape.names}, **changes})

    def dataclass(*, frozen: bool, repr: bool = True, kw_only: bool = False) -> Callable[[type], type]:
        """`dataclasses.dataclass` for frozen classes, at a fraction of what it costs each start.

        The functions of `dataclasses` know the fields. But that module is not imported, and no method is
        written and compiled for the class: all such classes share those of `_Frozen`.
        """
        assert frozen

        def made(cls: type) -> type:
            annotations: dict[str, Any] = {}
            declared: dict[str, _Attribute] = {}
            for base in reversed(cls.__mro__[1:]):
                if shape := vars(base).get("_shape"):
                    annotations |= shape.annotations
                    declared |= shape.declared
            for name, annotation in cls.__annotations__.items():
                given = getattr(cls, name, _MISSING)
                if isinstance(given, property):  # it is that of a base, which the field takes the place of
                    given = _MISSING
                    setattr(cls, name, None)
                one = given if isinstance(given, _Attribute) else _Attribute(given)
                if one.kw_only is None:
                    one.kw_only = kw_only
                annotations[name], declared[name] = annotation, one
                if one is given:
                    if one.default is _MISSING:
                        delattr(cls, name)
                    else:
                        setattr(cls, name, one.default)
            for name in _METHODS + ("__repr__",) * repr:
                setattr(cls, name, vars(_Frozen)[name])
            cls._shape = _Shape(annotations, declared, getattr(cls, "__post_init__", None))
            cls.__match_args__ = cls._shape.positional
            cls.__dataclass_fields__ = _Fields(cls)
            cls.__signature__ = _Signature()
            return cls

        return made
