"""The library: definitions by id, alias, date and language."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING, Unpack

from aidefs.errors import AidefsError, DataError, InputError, UnknownName
from aidefs.library.fields import FrozenDict
from aidefs.library.files import DataSet, digest, open_folder, read_table, shipped_dataset
from aidefs.library.names import NAMES, Alias, split_name, to_aliases, version
from aidefs.library.records import Definition, to_definition

if TYPE_CHECKING:
    from aidefs.library.called import Called
    from aidefs.library.filters import Conditions
    from aidefs.library.jurisdictions import Jurisdictions

__all__ = ["Alias", "Library"]


class Library(Mapping[str, Definition]):
    """Definitions by name.

    A name is an id ("eu-ai-act-2024"), an alias ("eu": the text that is current), an alias with a
    date ("eu@2021", "eu@2024-03": the version adopted then) or any of these with a language
    ("eu:fr"). What people call a text is understood as well: an instrument ("Colorado AI Act"), a number
    ("CELEX 32024R1689"), a provision of one, or a jurisdiction of which there is one text ("Texas").
    Iteration and length count ids only.

    Attributes:
        datasets: The folders that the definitions come from.
        only: Whether it stands alone where it is given as `library`; else it is laid over the one that comes
            with aidefs.

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
        self.datasets = tuple(datasets)
        files = {name: file for dataset in self.datasets for name, file in dataset.definitions.items()}
        self._files = dict(sorted(files.items()))
        self._read = dict(read or {})

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

        dataset = open_folder(path).in_memory()
        checked = check_datasets([dataset])
        if checked.faults:
            raise DataError(checked.faults)
        return cls(
            [dataset],
            {
                name: to_definition(table, dataset.definitions[name].name)
                for name, table in checked.tables.items()
            },
            only=only,
        )

    @cached_property
    def in_use(self) -> Library:
        """What it is where it is given as `library`: laid over the shipped collection unless it stands alone.

        Raises:
            InputError: An id or alias of one collection has a meaning in the other already.
        """
        if self.only or any(dataset.shipped for dataset in self.datasets):
            return self
        return Library.shipped().overlay(self)

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
        languages = self.languages(found.id)
        if lang not in languages:
            there_are = ", ".join(languages)
            raise UnknownName(f"no text of {found.id!r} in language {lang!r}; there are: {there_are}")
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
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def __repr__(self) -> str:
        return f"<Library of {len(self)} definitions: {', '.join(dataset.name for dataset in self.datasets)}>"

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
        return next((alias.name for alias in self.aliases.values() if alias.current == name), None)

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
        if base not in self._files:
            called = self.called.one(base)
            if called is None:
                nearest = ", ".join(self.called.nearest(base, self.short_names))
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
            wanted: See `aidefs.library.filters.Conditions`.

        Raises:
            InputError: There is no such jurisdiction, status or kind, or a year does not have four digits.
        """
        from aidefs.library.filters import conditions, several, speaking_of

        if (named := wanted.get("jurisdiction")) is not None:
            wanted["jurisdiction"] = [self.called.code(name) for name in several(named)]
        phrases = wanted.pop("about", None)
        tests = conditions(**wanted)
        if phrases is not None:
            tests.append(speaking_of(several(phrases), self.called))
        hits = [definition for definition in self.values() if all(test(definition) for test in tests)]
        return tuple(sorted(hits, key=lambda hit: (hit.adopted, hit.id)))

    def overlay(self, other: Library) -> Library:
        """A library that holds both collections.

        Raises:
            InputError: An id or alias of one collection has a meaning in the other already. Two
                texts under one name would make a citation ambiguous.
        """
        names = {*self, *self.short_names} & {*other, *other.short_names}
        if names:
            raise InputError(
                f"two meanings of {', '.join(sorted(names))}: ids and aliases of libraries must differ, "
                "or one is loaded alone with Library.load(folder, only=True)"
            )
        return Library((*self.datasets, *other.datasets), {**self._read, **other._read})

    # --- the state of the data ----------------------------------------------------------------

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
