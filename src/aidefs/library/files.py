"""Where the data files are, and what they contain.

A data set is a folder: definitions as `<id>.toml`, either in the folder itself or in `definitions/` inside
it, and beside them `aliases.toml`, `elements.toml`, `jurisdictions.toml`, `dataset.toml` and `LICENSE.md`;
the shipped one has `word-weights.toml` and `segmentation/` too. Definitions of other terms than AI system
stand in `definitions/<term>/`, and the elements of a term in `terms/<term>.toml`; `elements.toml` in a
folder of one's own holds those of AI system.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from aidefs.classes import NamedTuple
from aidefs.errors import AidefsError, DataError, Fault, InputError, reason
from aidefs.library.compiled import COMPILED, DERIVED, Compiled, outline_of
from aidefs.library.fields import FrozenDict
from aidefs.readers.limits import content, no_document
from aidefs.text.visible import json_visible

if TYPE_CHECKING:  # a protocol takes its time to be made at every start
    from typing import Protocol

    class Traversable(Protocol):
        """A file or folder: on disk, or in a zipped package (where `importlib.resources` gives it)."""

        @property
        def name(self) -> str: ...
        def iterdir(self) -> Iterator[Traversable]: ...
        def is_dir(self) -> bool: ...
        def is_file(self) -> bool: ...
        def joinpath(self, child: str, /) -> Traversable: ...
        def read_bytes(self) -> bytes: ...


__all__ = [
    "EVERY_TERM",
    "EXTRAS",
    "MAIN_TERM",
    "DataSet",
    "Disk",
    "File",
    "checksum",
    "digest",
    "open_dataset",
    "open_folder",
    "read_content",
    "read_derived",
    "read_outline",
    "read_table",
    "read_text",
    "read_toml",
    "shipped_dataset",
    "shipped_derived",
    "shipped_root",
    "toml_escape",
    "toml_string",
]


EXTRAS = (
    "LICENSE.md", "aliases.toml", "dataset.toml", "elements.toml", "jurisdictions.toml", "word-weights.toml"
)  # fmt: skip
MAIN_TERM = "ai-system"
"""The term whose definitions stand in no folder of their own, and that is meant where none is named."""
EVERY_TERM = "all"
"""Stands for all terms where one may be named."""
_DEEPEST = 50  # tables and arrays in each other; records have three
_HASHED = ("aliases.toml", "elements.toml", "jurisdictions.toml", "word-weights.toml")


class Disk(NamedTuple):
    """A file or folder on disk. `pathlib` would do, but its import takes longer than the reading.

    Attributes:
        path: Path as the system wants it.
    """

    path: str

    @property
    def name(self) -> str:
        """Last part of the path."""
        return os.path.basename(self.path)

    def iterdir(self) -> Iterator[Disk]:
        """The entries of the folder, sorted by name."""
        return map(self.joinpath, sorted(os.listdir(self.path)))

    def is_dir(self) -> bool:
        """Whether it is a folder."""
        return os.path.isdir(self.path)

    def is_file(self) -> bool:
        """Whether it is a file."""
        return os.path.isfile(self.path)

    def joinpath(self, child: str, /) -> Disk:
        """An entry of the folder."""
        return Disk(os.path.join(self.path, child))

    def read_bytes(self) -> bytes:
        """The content of the file, within the limits for documents."""
        return content(self.path)

    def part(self, start: int, length: int | None) -> bytes:
        """What the file holds from a place on, for a length or to its end."""
        with open(self.path, "rb", buffering=0) as file:
            file.seek(start)
            return file.read() if length is None else file.read(length) or b""

    def no_document(self) -> str:
        """What it is where it is neither a file nor a folder, such as "a named pipe", else ""."""
        try:
            return no_document(self.path)
        except OSError:
            return ""  # what is wrong with it is said when it is read


class File(NamedTuple):
    """A data file.

    Attributes:
        name: Name for messages; for a user's file the path as it was given.
        place: Where the bytes are, or the bytes themselves.
        compiled: Where its table may be had without parsing, None where only the file itself counts.
    """

    name: str
    place: Traversable | bytes
    compiled: Compiled | None = None

    def read(self) -> bytes:
        """The content.

        Raises:
            OSError: The file cannot be read.
            InputError: It is larger than a file may be, or a device.
        """
        return self.place if isinstance(self.place, bytes) else self.place.read_bytes()


# --- data sets --------------------------------------------------------------------------------


class DataSet(NamedTuple):
    """The files of one folder of definitions.

    Attributes:
        name: Name of the folder, for messages.
        definitions: Files of the definitions by id, in the order of the ids.
        extras: The other files that were found, by file name.
        shipped: Whether this is the collection that comes with aidefs; its records must be complete.
        passed_over: What stands in the folder under the name of a file and is not read, one line each.
        terms: The files of elements by term.
        filed: The term of each definition that is one of another term than AI system.
        versions: What is known of earlier versions of the data, by version.
        segmentation: The classes of words and what is learned of them, by name; of the shipped collection.
    """

    name: str
    definitions: Mapping[str, File]
    extras: Mapping[str, File]
    shipped: bool = False
    passed_over: tuple[str, ...] = ()
    terms: Mapping[str, File] = FrozenDict()
    filed: Mapping[str, str] = FrozenDict()
    versions: Mapping[str, File] = FrozenDict()
    segmentation: Mapping[str, File] = FrozenDict()

    def extra(self, name: str) -> File:
        """One of the other files.

        Raises:
            AidefsError: The folder does not have it.
        """
        if name not in self.extras:
            raise AidefsError(f"the folder {self.name} lacks {name}")
        return self.extras[name]

    def in_memory(self) -> DataSet:
        """The same data set with the content of every readable file held, so that it cannot change."""
        return self._replace(
            definitions={name: _held(file) for name, file in self.definitions.items()},
            extras={name: _held(file) for name, file in self.extras.items()},
            terms={name: _held(file) for name, file in self.terms.items()},
            segmentation={name: _held(file) for name, file in self.segmentation.items()},
        )


def _held(file: File) -> File:
    try:
        return file._replace(place=file.read())
    except (OSError, InputError):
        return file  # the check of the data set reads it again and reports the fault


def open_dataset(
    root: Traversable, name: str, *, shipped: bool = False, compiled: Compiled | None = None
) -> DataSet:
    """Lists the files of a folder; reads none of them.

    Args:
        root: The folder.
        name: How messages name it.
        shipped: See `DataSet.shipped`.
        compiled: See `File.compiled`.

    Raises:
        OSError: The folder cannot be listed.
    """
    inner = root.joinpath("definitions")
    nested = inner.is_dir()
    home, where = (inner, f"{name}/definitions") if nested else (root, name)
    definitions: dict[str, File] = {}
    filed: dict[str, str] = {}
    twice: list[str] = []
    for term, folder in [("", home), *(_folders(home) if nested else ())]:
        place = f"{where}/{term}" if term else where
        for one, file in _tables(folder, place, compiled).items():
            if one in definitions:
                twice.append(f"'{file.name}' has the name of '{definitions[one].name}' and is passed over")
            elif nested or f"{one}.toml" not in EXTRAS:
                definitions[one] = file
                filed |= {one: term} if term else {}
    extras = {file: File(f"{name}/{file}", root.joinpath(file), compiled) for file in EXTRAS}
    present = {file: place for file, place in extras.items() if root.joinpath(file).is_file()}
    terms, versions, segmentation = (
        _tables(shelf, f"{name}/{shelf.name}", compiled) if shelf.is_dir() else {}
        for shelf in map(root.joinpath, ("terms", "versions", "segmentation"))
    )
    ordered = dict(sorted(definitions.items()))
    return DataSet(name, ordered, present, shipped, tuple(twice), terms, filed, versions, segmentation)


def _entries(folder: Traversable) -> dict[str, Traversable]:
    """What stands in a folder by name, in order."""
    if not isinstance(folder, Disk):
        return {name: folder.joinpath(name) for name in sorted(node.name for node in folder.iterdir())}
    start = os.path.join(folder.path, "")  # a library has hundreds of files
    return {name: type(folder)(start + name) for name in sorted(os.listdir(folder.path))}


def _folders(home: Traversable) -> list[tuple[str, Traversable]]:
    """The folders of the terms by name."""
    return [(name, one) for name, one in _entries(home).items() if "." not in name and one.is_dir()]


def _tables(folder: Traversable, where: str, compiled: Compiled | None) -> dict[str, File]:
    """The TOML files of a folder by their names without the ending."""
    return {
        name[: -len(".toml")]: File(f"{where}/{name}", place, compiled)
        for name, place in _entries(folder).items()
        if name[-len(".toml") :].lower() == ".toml" and name[0] != "."
    }


def open_folder(path: str | os.PathLike[str], *, complete: bool = False) -> DataSet:
    """Lists the files of a user's folder.

    Args:
        path: The folder.
        complete: Hold it to the schema of the shipped collection.

    Raises:
        InputError: There is no such folder, or it cannot be listed.
    """
    folder = Disk(os.fspath(path))
    if not folder.is_dir():
        raise InputError(f"{'not a folder' if folder.is_file() else 'no such folder'}: {folder.path!r}")
    try:
        dataset = open_dataset(folder, folder.path.replace(os.sep, "/").rstrip("/") or "/", shipped=complete)
        return _without_pipes(dataset)
    except OSError as error:
        raise InputError(f"the folder {folder.path!r} cannot be read: {reason(error)}") from None


def _without_pipes(dataset: DataSet) -> DataSet:
    """The data set without what would be read without end, or be waited for."""
    kinds = {
        name: file.place.no_document()
        for name, file in dataset.definitions.items()
        if isinstance(file.place, Disk)
    }
    return dataset._replace(
        definitions={name: file for name, file in dataset.definitions.items() if not kinds.get(name)},
        passed_over=(
            *dataset.passed_over,
            *(
                f"'{dataset.definitions[name].name}' is {kind} and is passed over"
                for name, kind in kinds.items()
                if kind
            ),
        ),
    )


@cache
def shipped_dataset() -> DataSet:
    """The data set that comes with aidefs; always the same object.

    Raises:
        AidefsError: The installation lacks its data.
    """
    root = shipped_root()
    fast = root.joinpath(COMPILED)
    compiled = Compiled(_reader(fast)) if fast.is_file() else None
    return open_dataset(root, "data", shipped=True, compiled=compiled)


@cache
def shipped_derived() -> Compiled | None:
    """What was worked out from the shipped definitions when they were packed; None in a checkout."""
    file = shipped_root().joinpath(DERIVED)
    return Compiled(_reader(file)) if file.is_file() else None


def read_derived(name: str, content: bytes) -> dict[str, Any] | None:
    """What was worked out from some content when the shipped data were packed; None where it was not."""
    known = shipped_derived()
    return known.table(name, content) if known else None


def _reader(file: Traversable) -> Callable[[int, int | None], bytes]:
    """What reads a part of a file; a zipped one is read as a whole."""
    return file.part if isinstance(file, Disk) else partial(_part_of, file)


def _part_of(file: Traversable, start: int, length: int | None) -> bytes:
    return file.read_bytes()[start:][:length]


def shipped_root() -> Traversable:
    """The folder of the data that comes with aidefs.

    Raises:
        AidefsError: The installation lacks it.
    """
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    checkout = os.path.dirname(os.path.dirname(here))
    for root in (Disk(here).joinpath("data"), Disk(checkout).joinpath("data")):
        if root.joinpath("definitions").is_dir():
            return root
    # Only a zipped package comes this far; the import would slow every other start down.
    from importlib.resources import files

    zipped: Traversable = files("aidefs").joinpath("data")
    if zipped.joinpath("definitions").is_dir():
        return zipped
    raise AidefsError("the installation of aidefs lacks its folder data/definitions")


# --- contents ---------------------------------------------------------------------------------


def digest(datasets: Iterable[DataSet]) -> str:
    """Names the state of the data: the first twelve hexadecimal digits of a SHA-256.

    The hash is taken over a list with a line for each definition, each file of elements, each of
    `segmentation/`, `aliases.toml`, `jurisdictions.toml` and `word-weights.toml`, sorted: path inside the
    folder, tab, SHA-256 of the content with line feeds as line ends. So it does not depend on the folder's
    place or on how a checkout ends its lines.
    """
    lines = []
    for dataset in datasets:
        named = {
            f"definitions/{dataset.filed[name]}/{name}.toml"
            if name in dataset.filed
            else f"definitions/{name}.toml": file
            for name, file in dataset.definitions.items()
        }
        named |= {f"terms/{name}.toml": file for name, file in dataset.terms.items()}
        named |= {f"segmentation/{name}.toml": file for name, file in dataset.segmentation.items()}
        named |= {name: dataset.extras[name] for name in _HASHED if name in dataset.extras}
        for name, file in named.items():
            content = file.read().replace(b"\r\n", b"\n").replace(b"\r", b"\n")
            lines.append(f"{name}\t{checksum(content)}\n")
    return checksum("".join(sorted(lines)).encode())[:12]


def checksum(data: bytes) -> str:
    """The SHA-256 of the content of a file, in hexadecimal digits."""
    from hashlib import sha256  # wanted by few calls

    return sha256(data).hexdigest()


def read_content(file: File) -> bytes:
    """The bytes of a file.

    Raises:
        DataError: It cannot be read; it holds one fault.
    """
    return _content(file)


def read_text(file: File) -> str:
    """Reads a file in UTF-8, with or without a byte order mark.

    Raises:
        DataError: The file cannot be read or is not UTF-8; it holds one fault.
    """
    return _decoded(file, _content(file))


def read_table(file: File) -> dict[str, Any]:
    """The table of a TOML file, from the compiled data where they are of this very file.

    Raises:
        DataError: The file cannot be read, is not UTF-8 or is not TOML; it holds one fault.
    """
    content = _content(file)
    table = file.compiled.table(file.name, content) if file.compiled else None
    return _parsed(file, content) if table is None else table


def read_outline(file: File) -> dict[str, Any] | None:
    """The table of a file of elements without the cues of these; None where there are no compiled data of it.

    Raises:
        DataError: The file cannot be read; it holds one fault.
    """
    return file.compiled.table(outline_of(file.name), _content(file)) if file.compiled else None


def read_toml(file: File) -> dict[str, Any]:
    """The table of a TOML file, always from the file itself, as a check has to read it.

    Raises:
        DataError: As `read_table`.
    """
    return _parsed(file, _content(file))


def _content(file: File) -> bytes:
    try:
        return file.read()
    except OSError as error:
        raise _broken(file, "unreadable-file", f"cannot be read: {reason(error)}") from None
    except InputError as error:
        raise _broken(file, "unreadable-file", f"cannot be read: {error}") from None


def _decoded(file: File, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")  # some editors put a byte order mark first
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = f"byte 0x{data[error.start]:02x} in line {line} is not UTF-8"
        raise _broken(file, "not-utf-8", found) from None


def _parsed(file: File, data: bytes) -> dict[str, Any]:
    import tomllib  # not needed where the compiled data serve

    text = _decoded(file, data)
    try:
        table = tomllib.loads(text)
    except RecursionError:
        raise _broken(file, "toml-syntax", f"holds more than {_DEEPEST} tables in each other") from None
    except ValueError as error:  # also an integer of 5,000 digits
        raise _broken(file, "toml-syntax", f"not valid TOML: {error}") from None
    if _is_deep(table):  # by dotted keys, which the parser does not mind
        raise _broken(file, "toml-syntax", f"holds more than {_DEEPEST} tables in each other")
    return table


def _is_deep(table: dict[str, Any]) -> bool:
    """Whether tables and arrays stand in each other deeper than anything reads them."""
    level: list[Any] = [table]
    for _ in range(_DEEPEST):
        inner = (one.values() if isinstance(one, dict) else one for one in level)
        level = [value for values in inner for value in values if isinstance(value, dict | list)]
        if not level:
            return False
    return True


def _broken(file: File, code: str, message: str) -> DataError:
    return DataError([Fault(file.name, "", message, code)])


# --- strings as TOML writes them --------------------------------------------------------------

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


def toml_escape(letter: str) -> str:
    """A character inside a string of TOML."""
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    return f"\\u{ord(letter):04x}" if letter < " " else json_visible(letter)


def toml_string(words: str) -> str:
    """Words as a string of TOML, on one line."""
    return '"' + "".join(map(toml_escape, words)) + '"'
