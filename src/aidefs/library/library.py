"""The library: definitions by id, alias, date and language."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Unpack, cast

from aidefs.errors import AidefsError, DataError, InputError, UnknownName, demand
from aidefs.library.fields import FrozenDict
from aidefs.library.files import (
    EVERY_TERM,
    MAIN_TERM,
    DataSet,
    digest,
    open_folder,
    read_table,
    shipped_dataset,
    shipped_derived,
)
from aidefs.library.names import NAMES, Alias, nearest_hint, split_name, term_key, to_aliases, version
from aidefs.library.records import Definition, to_definition

if TYPE_CHECKING:
    from aidefs.library.called import Called
    from aidefs.library.filters import Conditions, Filters
    from aidefs.library.jurisdictions import Jurisdictions
    from aidefs.library.taxonomy import Taxonomy

__all__ = ["Alias", "Library"]

_ELEMENTS = "elements.toml"
_NAMING = ("aliases.toml", "jurisdictions.toml")


class Library(Mapping[str, Definition]):
    """Definitions by name.

    A name is an id ("eu-ai-act-2024"), an alias ("eu": the text that is current), an alias with a
    date ("eu@2021", "eu@2024-03": the version adopted then) or any of these with a language
    ("eu:fr"). What people call a text is understood as well: an instrument ("Colorado AI Act"), a number
    ("CELEX 32024R1689"), a provision of one, or a jurisdiction of which there is one text ("Texas").

    A library is one of the definitions of a term, by default of AI systems: those it iterates over, counts
    and finds by what people call them. Those of the other terms are found by their ids and aliases, and `of`
    gives the library of another term.

    Attributes:
        datasets: The folders that the definitions come from.
        only: Whether it stands alone where it is given as `library`; else it is laid over the one that comes
            with aidefs.
        term: The term whose definitions it is of, "all" for those of every term.

    A file is read when it is first asked for, so that a look-up in the shipped library costs two
    small files; `load` reads and checks everything at once.
    """

    def __init__(
        self,
        datasets: Iterable[DataSet],
        read: Mapping[str, Definition] | None = None,
        *,
        only: bool = False,
    ) -> None:
        """Makes a library of data sets whose ids differ; use `shipped`, `load` and `overlay`."""
        self.only = only
        self.term = MAIN_TERM
        self.datasets = tuple(datasets)
        files = {name: file for dataset in self.datasets for name, file in dataset.definitions.items()}
        self._files = dict(sorted(files.items()))
        self._read = dict(read or {})
        self._filed = {name: term for dataset in self.datasets for name, term in dataset.filed.items()}
        self._ids = {name: None for name in self._files if name not in self._filed}
        self._of = {MAIN_TERM: self}
        self._taxonomies: dict[str, Taxonomy] = {}

    @classmethod
    def shipped(cls) -> Library:
        """The collection that comes with aidefs; always the same object."""
        return _shipped()

    @classmethod
    def load(cls, path: str | os.PathLike[str], *, only: bool = False) -> Library:
        """Reads a folder of one's own.

        The folder holds `<id>.toml` files, or a folder `definitions` that does, and perhaps
        `aliases.toml` and `elements.toml`. A record needs only `id` and `text`.

        Given as `library` to a function, it adds to the collection that comes with aidefs.

        Args:
            path: The folder.
            only: Whether it is to stand alone there: other definitions are then unknown.

        Raises:
            InputError: There is no such folder.
            DataError: Some files are faulty; the error holds all faults of all files.
        """
        from aidefs.library.checks import check_datasets  # not needed for what is shipped

        demand(path, (str, os.PathLike), "the path of a folder")
        dataset = open_folder(path).in_memory()
        checked = check_datasets([dataset])
        if checked.faults:
            raise DataError(checked.faults)
        read = {
            name: to_definition(table, dataset.definitions[name].name)
            for name, table in checked.tables.items()
        }
        # Here the records are known, and need no folder that says their term.
        filed = {name: one.terms[0] for name, one in read.items() if one.terms[:1] not in ((), (MAIN_TERM,))}
        return cls([dataset._replace(filed=filed)], read, only=only)

    @cached_property
    def in_use(self) -> Library:
        """What it is where it is given as `library`: laid over the shipped collection unless it stands alone.

        Raises:
            InputError: An id or alias of one collection has a meaning in the other already.
        """
        if self.only or any(dataset.shipped for dataset in self.datasets):
            return self
        return Library.shipped().overlay(self)

    # --- terms --------------------------------------------------------------------------------

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """The terms of which there are definitions or elements, that of AI systems first."""
        own = {name for dataset in self.datasets for name in dataset.terms}
        return (MAIN_TERM, *sorted({*own, *self._filed.values()} - {MAIN_TERM}))

    def term_id(self, name: str) -> str:
        """The id of the term that a name stands for, "" where it is the name of none.

        A name is the id, what the file of its elements calls the term in any language, or another name there;
        hyphens, spaces, capitals and the plural do not matter ("deepfakes", "GPAI model").

        Raises:
            InputError: Several terms have the name.
        """
        if name == EVERY_TERM or name in self.terms:
            return name
        key = term_key(name)
        found = [one for one in self.terms if term_key(one) == key] or self._terms_by_name.get(key, [])
        if len(found) > 1:
            raise InputError(f"{name!r} stands for several terms: {', '.join(found)}")
        return found[0] if found else ""

    @cached_property
    def _terms_by_name(self) -> dict[str, list[str]]:
        """The terms that have a name, by what ways of writing the name have in common."""
        found: dict[str, list[str]] = {}
        for term in self.terms:
            files = [dataset.terms[term] for dataset in self.datasets if term in dataset.terms]
            for table in map(read_table, files):
                for name in (
                    table.get("term", ""),
                    *table.get("terms", {}).values(),
                    *table.get("names", ()),
                ):
                    terms = found.setdefault(term_key(name), [])
                    terms += [] if term in terms else [term]
        return found

    def _no_term(self, name: str) -> InputError:
        near = nearest_hint(name, self.terms)
        return InputError(f"unknown term {name!r}" + (near or "; 'aidefs terms' shows all"))

    def of(self, term: str) -> Library:
        """The library of the definitions of a term, in which all names stand for the same.

        Args:
            term: Id or name of the term (see `term_id`), or "all".

        Raises:
            InputError: There is no such term.
        """
        if term not in self._of:
            named = self.term_id(term)
            if not named:
                raise self._no_term(term)
            if named != term:
                return self.of(named)
            other = Library(self.datasets, only=self.only)
            other.term, other._read, other._of = term, self._read, self._of
            other._taxonomies = self._taxonomies
            other._ids = dict.fromkeys(self._ids_of(term))
            self._of[term] = other
        return self._of[term]

    def elements(self, term: str = MAIN_TERM) -> Taxonomy:
        """The elements of a term: one's own where there are some.

        Args:
            term: Id or name of the term; see `term_id`.

        Raises:
            InputError: There are definitions of the term and no elements, or there is no such term.
        """
        from aidefs.library.taxonomy import Taxonomy

        term = self.term_id(term) or term
        if term == MAIN_TERM:
            return self.taxonomy or Taxonomy.shipped()
        if term not in self._taxonomies:
            holding = [one for one in (*self.datasets, shipped_dataset()) if term in one.terms]
            if not holding:
                raise InputError(f"there are no elements of the term {term!r}: write terms/{term}.toml")
            holds = next((one for one in holding if not one.shipped), holding[0])
            self._taxonomies[term] = Taxonomy.of(holds.terms[term], term)
        return self._taxonomies[term]

    def _ids_of(self, term: str) -> Iterator[str]:
        mark = f'"{term}"'.encode()
        for name, file in self._files.items():
            filed = self._filed.get(name, MAIN_TERM)
            if term in (EVERY_TERM, filed) or (mark in file.read() and term in self._definition(name).terms):
                yield name

    @cached_property
    def taxonomy(self) -> Taxonomy | None:
        """The elements of a folder of one's own, the last of several; None where only those shipped apply."""
        from aidefs.library.taxonomy import Taxonomy

        own = [one for one in self.datasets if not one.shipped and _ELEMENTS in one.extras]
        return Taxonomy.of(own[-1].extras[_ELEMENTS]) if own else None

    # --- as a mapping -------------------------------------------------------------------------

    def __getitem__(self, name: str) -> Definition:
        """Finds a definition by any of its names.

        Raises:
            UnknownName: Nothing has this name; the message gives the nearest ones, or the dates or
                languages that there are.
            InputError: An alias with a date stands for several versions.
        """
        if not isinstance(name, str):
            raise UnknownName(f"a definition has a string for a name, unlike {name!r}")
        if name in self._files:
            return self._definition(name)
        if not self.holds(name) and (called := self.called.one(name)):
            return self._definition(called)
        base, date, lang = split_name(name)
        found = self._definition(self._id(base, date))
        if lang is None:
            return found
        from aidefs.text.languages import language_tag  # few names have a language

        lang, languages = language_tag(lang) if lang else "", self.languages(found.id)
        if lang not in languages:
            there_are = ", ".join(languages)
            known = " (authentic, not in the collection)" if lang in found.authenticity.languages else ""
            raise UnknownName(f"no text of {found.id!r} in language {lang!r}{known}; there are: {there_are}")
        return languages[lang]

    def holds(self, name: str) -> bool:
        """Whether a name is made of an id or alias, whatever its date and language."""
        base = split_name(name).base
        return base in self._files or base in self.short_names

    @cached_property
    def called(self) -> Called:
        """What the definitions are called in speech; by it they are found where no id or alias is given."""
        from aidefs.library.called import Called  # most names are ids and aliases

        return Called(self, tuple(self.aliases.values()), self.jurisdictions)

    def __contains__(self, name: object) -> bool:
        if not isinstance(name, str):
            return False
        if name in self._files:
            return True
        try:
            self[name]
        except AidefsError:
            return False
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def __repr__(self) -> str:
        of = "" if self.term == MAIN_TERM else f" of {self.term}"
        names = ", ".join(dataset.name for dataset in self.datasets)
        return f"<Library of {len(self)} definitions{of}: {names}>"

    # --- names --------------------------------------------------------------------------------

    @cached_property
    def aliases(self) -> Mapping[str, Alias]:
        """The aliases by name; one that stands for no text holds names of texts that have no alias."""
        found: dict[str, Alias] = {}
        for dataset in self.datasets:
            if "aliases.toml" in dataset.extras:
                own = to_aliases(read_table(dataset.extras["aliases.toml"]))
                if NAMES in own and NAMES in found:
                    own[NAMES] = own[NAMES]._replace(names=found[NAMES].names + own[NAMES].names)
                found |= own
        return FrozenDict(found)

    @property
    def short_names(self) -> tuple[str, ...]:
        """The aliases that stand for texts."""
        return tuple(name for name, alias in self.aliases.items() if alias.versions)

    def alias_of(self, name: str) -> str | None:
        """The alias whose current text a definition is, None where it has none.

        Args:
            name: Id of the definition.
        """
        return self._current.get(name)

    @cached_property
    def _current(self) -> Mapping[str, str]:
        """Current text → the first alias that stands for it."""
        return {alias.current: alias.name for alias in [*self.aliases.values()][::-1]}

    @cached_property
    def jurisdictions(self) -> Jurisdictions:
        """What jurisdictions are called; those of one's own beside the ones that come with aidefs."""
        from aidefs.library.jurisdictions import jurisdictions

        return jurisdictions(self.datasets)

    def languages(self, name: str) -> dict[str, Definition]:
        """A definition in the languages that there are, by BCP 47 tag; the one it is a version of first.

        Authentic language versions go before translations of the same language.

        Args:
            name: Any name of the definition or of one of its language versions.

        Raises:
            UnknownName: Nothing has this name.
        """
        found = self[name]
        base_id = found.version_of or found.translation_of or found.id
        texts = list(self._mentioning(base_id))
        base = [text for text in texts if text.id == base_id]
        versions = [text for text in texts if text.version_of == base_id]
        translations = [text for text in texts if text.translation_of == base_id]
        languages: dict[str, Definition] = {}
        for text in (*base, *versions, *translations):
            languages.setdefault(text.lang, text)
        return languages

    def _mentioning(self, name: str) -> Iterator[Definition]:
        """The definitions whose files contain an id; reading bytes is much faster than parsing them all."""
        mark = name.encode()
        for other, file in self._files.items():
            if other in self._read or mark in file.read():
                yield self._definition(other)

    def _id(self, base: str, date: str | None) -> str:
        if base in self.short_names:
            return version(self.aliases[base], date, lambda name: self._definition(name).adopted)
        if not base.strip():
            raise UnknownName("an empty name stands for no definition; 'aidefs list' shows all names")
        if base not in self._files:
            called = self.called.one(base)
            if called is None:
                others = (*self.short_names, *(name for name in self._files if name not in self._ids))
                nearest = ", ".join(self.called.nearest(base, others))
                hint = f"nearest: {nearest}" if nearest else "'aidefs list' shows all names"
                raise UnknownName(f"unknown definition {base!r}; {hint}")
            short = self.alias_of(called)
            return self._id(short or called, date)
        if date is not None:
            raise UnknownName(f"{base!r} is one text; only an alias has versions of different dates")
        return base

    def _definition(self, name: str) -> Definition:
        if name not in self._read:
            if name not in self._files:
                raise UnknownName(f"there is no definition {name!r} in this library")
            self._read[name] = self._parsed(name)
        return self._read[name]

    def _parsed(self, name: str) -> Definition:
        file = self._files[name]
        table = read_table(file)
        try:
            return to_definition(table, file.name)
        except (AttributeError, KeyError, TypeError, ValueError):
            from aidefs.library.schema import validate

            raise DataError(validate(file.name, table, shipped=True)) from None

    # --- selections ---------------------------------------------------------------------------

    def where(self, **wanted: Unpack[Conditions]) -> tuple[Definition, ...]:
        """The definitions that meet every condition, ordered by date of adoption and id.

        Args:
            wanted: See `aidefs.library.filters.Conditions`; those of the term of the library where
                no term is wanted.

        Raises:
            InputError: There is no such jurisdiction, status, kind or term, or a year does not have four
                digits.
        """
        from aidefs.library.filters import conditions, several, speaking_of

        named_terms = wanted.pop("term", None)
        if (named := wanted.get("jurisdiction")) is not None:
            where = self if named_terms is None else self.of(EVERY_TERM)
            wanted["jurisdiction"] = [where.called.code(name) for name in several(named)]
        phrases, once = wanted.pop("about", None), wanted.pop("one_per_instrument", None)
        tests = conditions(**cast("Filters", wanted))
        found: dict[str, Definition] = {}
        for term in (self.term,) if named_terms is None else several(named_terms):
            known = self.term_id(term)
            library = self.of(known or EVERY_TERM)
            each = [*tests, *([] if known else conditions(term=term))]
            each += [] if phrases is None else [speaking_of(several(phrases), library.called)]
            if not known and not any(each[len(tests)](one) for one in library.values()):
                raise self._no_term(term)
            found |= {name: one for name, one in library.items() if all(test(one) for test in each)}
        hits = list(found.values())
        if once:
            from aidefs.library.versions import one_per_instrument

            hits = list(one_per_instrument(hits, self))
        return tuple(sorted(hits, key=lambda hit: (hit.adopted, hit.id)))

    def overlay(self, other: Library) -> Library:
        """A library that holds both collections.

        Raises:
            InputError: An id or alias of one collection has a meaning in the other already. Two
                texts under one name would make a citation ambiguous.
        """
        names = {*self._files, *self.short_names} & {*other._files, *other.short_names}
        if names:
            raise InputError(
                f"two meanings of {', '.join(sorted(names))}: ids and aliases of libraries must differ, "
                "or one is loaded alone with Library.load(folder, only=True)"
            )
        return Library((*self.datasets, *other.datasets), {**self._read, **other._read})

    # --- the state of the data ----------------------------------------------------------------

    def derived(self, name: str) -> dict[str, Any] | None:
        """What was worked out from the definitions of the library when they were packed.

        Args:
            name: What is wanted, as `hatch_build.py` names it.

        Returns:
            None where they were not packed, or any file is no longer as it was then.
        """
        known = shipped_derived() if self.datasets == (shipped_dataset(),) else None
        try:
            return known.table(name, self.content()) if known else None
        except (OSError, InputError):
            return None  # who asks for the definition itself is told

    def content(self) -> bytes:
        """The content of the files of all definitions and of all their names, with the ids.

        Raises:
            OSError: One cannot be read; `InputError` where it is larger than a file may be, or a device.
        """
        files = {name: self._files[name] for name in self._ids}
        for dataset in self.datasets:
            files |= {name: dataset.extras[name] for name in _NAMING if name in dataset.extras}
        return b"".join(b"%b\n%b\n" % (name.encode(), file.read()) for name, file in files.items())

    @cached_property
    def data_version(self) -> str:
        """Version of the collection ("2026.11"), several joined with "+"; "" where none is stated."""
        files = [dataset.extras.get("dataset.toml") for dataset in self.datasets]
        return "+".join(str(read_table(file)["version"]) for file in files if file)

    @cached_property
    def data_hash(self) -> str:
        """First twelve hexadecimal digits of a SHA-256 over definitions, aliases and elements.

        It takes reading every file, so it is computed when it is first asked for; see
        `aidefs.library.files.digest`.
        """
        return digest(self.datasets)

    @property
    def stamp(self) -> dict[str, str]:
        """Version and hash of the data, as every JSON output carries them."""
        return {"data_version": self.data_version, "data_hash": self.data_hash}


@cache
def _shipped() -> Library:
    return Library([shipped_dataset()])
