"""The elements of a definition: their order, their groups, the documents that explain them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from aidefs.classes import NamedTuple, kept
from aidefs.errors import DataError, Fault, InputError, UnknownName, demand
from aidefs.library.fields import FrozenDict
from aidefs.library.files import MAIN_TERM, Disk, File, read_outline, read_table, shipped_dataset
from aidefs.library.names import nearest_hint
from aidefs.library.records import GROUPS

if TYPE_CHECKING:
    from aidefs.library.rules import BrokenRule

__all__ = ["Authority", "Element", "Roles", "Taxonomy", "roles_of"]

# In files in which no element has a role, as they were written before there were roles.
_ROLES_BY_ID = {"genus": "machine-based", "rest": "scope"}


class Authority(NamedTuple):
    """A document that explains an element.

    Attributes:
        document: Short name of the document.
        pin: Where in it ("paras. (14)-(21)").
        note: What kind of authority it is, "" where the name says it.
    """

    document: str
    pin: str = ""
    note: str = ""

    @property
    def citation(self) -> str:
        """The document and the place in it."""
        return f"{self.document} {self.pin}".rstrip()


class _LateCues(Mapping[str, tuple[str, ...]]):
    """The cues of an element, read when they are first wanted: they are nearly all of a long file."""

    def __init__(self, read: Callable[[], Mapping[str, tuple[str, ...]]]) -> None:
        self._read = read

    @kept
    def _cues(self) -> Mapping[str, tuple[str, ...]]:
        return self._read()

    def __getitem__(self, language: str) -> tuple[str, ...]:
        return self._cues[language]

    def get(self, language: str, default: Any = None) -> Any:
        """The cues in a language; that of `Mapping` raises an error where there are none."""
        return self._cues.get(language, default)

    def __iter__(self) -> Iterator[str]:
        return iter(self._cues)

    def __len__(self) -> int:
        return len(self._cues)

    def __hash__(self) -> int:
        return hash(self._cues)

    def __repr__(self) -> str:
        return repr(self._cues)

    def __reduce__(self) -> tuple[Any, ...]:
        return FrozenDict, (dict(self._cues),)


class Element(NamedTuple):
    """One element of a definition.

    Attributes:
        id: Stable name ("autonomy").
        label: Name in tables.
        labels: The same in other languages than English, by language.
        asks: The question that the element answers.
        group: "core", "supporting", "other traditions" or "frame".
        authorities: Documents that explain it.
        cues: Wordings that point to it, by language; the syntax is described in
            `data/terms/ai-system.toml`.
        role: "frame", "genus" or "rest" where the structure of a definition gives words to it, else "".
    """

    id: str
    label: str
    asks: str = ""
    group: str = ""
    authorities: tuple[Authority, ...] = ()
    cues: Mapping[str, tuple[str, ...]] = FrozenDict()
    labels: Mapping[str, str] = FrozenDict()

    def label_in(self, language: str) -> str:
        """What it is called in a language; its English label where there is no other."""
        return self.labels.get(language, self.label)

    @property
    def short_label(self) -> str:
        """The label without what stands in brackets, where there is little room ("Genus")."""
        return self.label.partition(" (")[0]

    role: str = ""


class Roles(NamedTuple):
    """The elements of a taxonomy that the structure of a definition itself points to; "" where it has none.

    Attributes:
        frame: Receives the term and its connector.
        genus: Receives the head of the definiens: what kind of thing the term is.
        rest: Receives what no other element covers.
    """

    frame: str = ""
    genus: str = ""
    rest: str = ""


def roles_of(taxonomy: Mapping[str, Element]) -> Roles:
    """The elements that have roles.

    Where no element is given the role of the frame, the first of the group "frame" has it. Where no element
    is given any role, those that are called "machine-based" and "scope" have the roles of genus and rest.
    """
    if isinstance(taxonomy, Taxonomy):
        return taxonomy.roles
    given = {element.role: name for name, element in taxonomy.items() if element.role}
    by_id = {} if given else {role: name for role, name in _ROLES_BY_ID.items() if name in taxonomy}
    by_group = next((name for name, element in taxonomy.items() if element.group == "frame"), "")
    return Roles(**{"frame": by_group, **by_id, **given})


class Taxonomy(Mapping[str, Element]):
    """The elements of a definition by id, in the order in which tables show them.

    Attributes:
        term: The term whose definitions have these elements ("AI system").
        terms: The same in other languages than English, by language.
        source: File it was read from, "" for one made in a program.
        id: Id of the term where it is one of a library, else "".
        roles: The elements that the structure of a definition itself points to.
    """

    __slots__ = ("_elements", "id", "roles", "source", "term", "terms")

    def __init__(
        self,
        elements: Iterable[Element],
        term: str = "",
        source: str = "",
        terms: Mapping[str, str] = FrozenDict(),
        id: str = "",
    ) -> None:
        self._elements: Mapping[str, Element] = FrozenDict({element.id: element for element in elements})
        self.term = term
        self.terms = terms
        self.source = source
        self.id = id
        self.roles = roles_of(self._elements)

    @classmethod
    def shipped(cls, term: str = MAIN_TERM) -> Taxonomy:
        """The elements of a term that come with aidefs, from `data/terms/<term>.toml`; read once.

        Args:
            term: Id of the term.

        Raises:
            InputError: There is no such term.
        """
        return _shipped(term)

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Taxonomy:
        """Reads a file of one's own.

        Raises:
            DataError: The file is faulty or cannot be read; the error holds all faults.
        """
        # Only here, because the shipped file has been checked before it was shipped.
        from aidefs.library.schema import taxonomy_findings

        file = File(os.fspath(path), Disk(os.fspath(path)))
        table = read_table(file)
        findings: list[BrokenRule] = list(taxonomy_findings(table))
        if findings:
            raise DataError(Fault(file.name, where, message, code) for where, code, message in findings)
        return _taxonomy(table, file.name)

    @classmethod
    def of(cls, file: File, term: str = "") -> Taxonomy:
        """The elements of a file that has been checked, perhaps of a term of a library."""
        outline = read_outline(file)
        if outline is None:
            return _taxonomy(read_table(file), file.name, term)
        whole = cache(lambda: _taxonomy(read_table(file), file.name, term))

        def late(element: Element) -> Element:
            return element._replace(cues=_LateCues(lambda: whole()[element.id].cues))

        short = _taxonomy(outline, file.name, term)
        return cls(map(late, short.values()), short.term, short.source, short.terms, short.id)

    def __getitem__(self, name: str) -> Element:
        try:
            return self._elements[name]
        except KeyError:
            hint = nearest_hint(str(name), self) or self._labelled(str(name))
            hint = hint or f"; it is one of {', '.join(self)}"
            raise UnknownName(f"unknown element {name!r}{hint}") from None

    def _labelled(self, name: str) -> str:
        """The hint at the element that tables call so: "; nearest: frame, which is called Opening words"."""
        wanted = " ".join(name.casefold().replace("-", " ").split())
        for one in self._elements.values():
            if wanted in (one.label.casefold(), one.short_label.casefold()):
                return f"; nearest: {one.id}, which tables call {one.short_label}"
        return ""

    def __iter__(self) -> Iterator[str]:
        return iter(self._elements)

    def __len__(self) -> int:
        return len(self._elements)

    def __repr__(self) -> str:
        return f"<Taxonomy of {self.term!r}: {', '.join(self)}>"

    @property
    def core(self) -> tuple[str, ...]:
        """Ids of the elements that a comparison is about first."""
        return self.group("core")

    def group(self, name: str) -> tuple[str, ...]:
        """Ids of the elements of a group.

        Args:
            name: "core", "supporting", "other traditions" or "frame".

        Raises:
            InputError: There is no such group.
        """
        if name not in GROUPS:
            raise InputError(f"unknown group of elements {name!r}; expected one of: {', '.join(GROUPS)}")
        return tuple(element.id for element in self._elements.values() if element.group == name)

    def select(self, wanted: str | Iterable[str] = "all") -> tuple[str, ...]:
        """Ids of the elements that are wanted, in the order of the taxonomy, each once.

        Args:
            wanted: "all", "core", ids separated by commas, or an iterable of any of these.

        Raises:
            UnknownName: An id is not an element.
            InputError: Nothing is wanted.
        """
        chosen = set(self.arrange(wanted))
        return tuple(name for name in self if name in chosen)

    def arrange(self, wanted: str | Iterable[str] = "all") -> tuple[str, ...]:
        """The same in the order in which they are named; those of "all" and "core" as in the taxonomy.

        Raises:
            UnknownName: An id is not an element.
            InputError: Nothing is wanted.
        """
        demand(wanted, Iterable, "ids of elements")
        parts = [wanted] if isinstance(wanted, str) else list(wanted)
        for part in parts:
            demand(part, str, "the id of an element")
        names = [name.strip() for part in parts for name in part.split(",") if name.strip()]
        if not names:
            raise InputError("no element is selected; name elements, or all, or core")
        groups: Mapping[str, Iterable[str]] = {"all": self, "core": self.core}
        return tuple(dict.fromkeys(i for name in names for i in groups.get(name) or (self[name].id,)))


@cache
def _shipped(term: str) -> Taxonomy:
    dataset = shipped_dataset()
    if term not in dataset.terms:
        hint = nearest_hint(term, dataset.terms) or "; 'aidefs terms' shows all"
        raise InputError(f"unknown term {term!r}{hint}")
    return Taxonomy.of(dataset.terms[term], term)


def _taxonomy(table: Mapping[str, Any], source: str, term: str = "") -> Taxonomy:
    terms = FrozenDict(table.get("terms", {}))
    return Taxonomy(map(_element, table["element"]), table.get("term", ""), source, terms, term)


def _element(table: Mapping[str, Any]) -> Element:
    return Element(
        id=table["id"],
        label=table.get("label") or table["id"],
        asks=table.get("asks", ""),
        group=table["group"],
        authorities=tuple(Authority(**entry) for entry in table.get("authorities", ())),
        cues=FrozenDict({lang: tuple(cues) for lang, cues in table.get("cues", {}).items()}),
        labels=FrozenDict(table.get("labels", {})),
        role=table.get("role", ""),
    )
