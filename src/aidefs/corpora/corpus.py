"""Who reproduces, adapts or refers to which stored definition, in any number of documents."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import time
import weakref
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from typing import IO, Any

from aidefs.classes import dataclass, field
from aidefs.corpora.engines import Failed, by_cluster, by_one, by_processes
from aidefs.corpora.occurrence import CLASSES
from aidefs.corpora.sources import PART, Columns, CorpusPart, plan
from aidefs.corpora.tables import PASSAGES, Writer, arrow, draft_of, read_rows
from aidefs.corpora.work import CorpusTask, Done, file_of
from aidefs.errors import AidefsError, InputError, reason
from aidefs.library.library import Library
from aidefs.results import Column, Result
from aidefs.text.visible import json_visible

__all__ = ["Corpus", "Incomplete", "corpus", "opened", "written_as_lines"]

_PARTS = "parts"
_TABLES = ("documents.parquet", "passages.parquet", "summary.json")
_LINE = 10.0  # seconds between two lines about the progress in a log


class Incomplete(AidefsError):
    """Parts of a corpus are missing; the same call again does them alone.

    Attributes:
        wanted: Whether a share alone was asked for, which is done.
    """

    def __init__(self, message: str, wanted: bool = False) -> None:
        self.wanted = wanted
        super().__init__(message)


@dataclass(frozen=True, repr=False)
class Corpus(Result):
    """What was found in the documents of a corpus: tables in a folder, read when they are asked for.

    Attributes:
        folder: The folder.
        summary: Counts, the JSON of `summary.json`.
        held: A folder that is there as long as the result, None for one of the user's.
    """

    folder: str
    summary: Mapping[str, Any]
    held: Any = field(default=None, repr=False, compare=False)

    def __len__(self) -> int:
        number: int = self.summary["passages"]
        return number

    def __repr__(self) -> str:
        told = self.summary
        found = f"{told['passages']} passages in {told['with_passages']} of them"
        return f"<Corpus of {told['documents']} documents: {found}>"

    @property
    def stamp(self) -> dict[str, str]:
        """Version and hash of the data that were used."""
        return {name: self.summary[name] for name in ("data_version", "data_hash")}

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`, those of `passages.parquet`."""
        return PASSAGES

    def passages(self) -> Iterator[dict[str, Any]]:
        """The passages one after another, in the order of the source."""
        return read_rows(os.path.join(self.folder, "passages.parquet"))

    def documents(self) -> Iterator[dict[str, Any]]:
        """The documents one after another, those without passages and those that failed among them."""
        return read_rows(os.path.join(self.folder, "documents.parquet"))

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row a passage; all of them at once, so that large corpora are better read by `passages`."""
        return tuple({**row, **{name: tuple(row[name]) for name in _ARRAYS}} for row in self.passages())

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/corpus/1": the summary."""
        return dict(self.summary)


_ARRAYS = tuple(name for name, kind, _ in PASSAGES if kind == "array")


def corpus(
    *sources: str | os.PathLike[str],
    out: str | os.PathLike[str] | None = None,
    jobs: int = 1,
    cluster: str | None = None,
    share: str | None = None,
    text: str = "text",
    id: str | None = None,
    date: str | None = None,
    jurisdiction: str | None = None,
    url: str | None = None,
    term: str | None = None,
    library: str | os.PathLike[str] | Library | None = None,
    timeout: float = 60.0,
    memory: str = "2GiB",
    part_size: int = PART,
    progress: bool = False,
) -> Corpus:
    """Find which documents reproduce, adapt or refer to which stored definitions.

    What is done stands in the folder, so that the same call again does what is left. What is found does not
    depend on who does it.

    Args:
        sources: Files of JSON lines (also .gz), CSV, TSV, Parquet, WARC or WET (also .gz), documents of any
            format that is read, folders of these; "@list.txt" is a file that names one a line.
        out: The folder of the tables, made where there is none; by default one that goes with the result.
        jobs: How many processes of this machine; 1 is this one.
        cluster: The address of a scheduler of Dask, "tcp://…", whose workers do it instead.
        share: "2/8": do the second of eight shares alone, and write no tables.
        text: Field of the text.
        id: Field of the name; by default "id" where there is one, else documents go by file and place.
        date: Field of the date; by default "date".
        jurisdiction: Field of the jurisdiction; by default "jurisdiction".
        url: Field of the address, by which a stored text is known as that of the very document; by default
            "url".
        term: Another term than AI systems (`aidefs terms` lists them), or "all".
        library: A folder of definitions of one's own, beside those that come with aidefs.
        timeout: Seconds for a document.
        memory: What a process of `jobs` may take, such as "2GiB".
        part_size: Bytes of the parts that are handed out.
        progress: Say on standard error how far it is.

    Returns:
        The tables, read when they are asked for.

    Raises:
        InputError: A source, a column or an option cannot be used, or a package is missing.
        Incomplete: Parts could not be done, or a share was.
    """
    arrow()
    if not sources:
        raise InputError("corpus takes one or more sources: files, folders, or @list.txt")
    if cluster and jobs > 1:
        raise InputError("--jobs and --cluster exclude each other: a cluster has workers of its own")
    nth, shares = _share(share)
    names = [os.fspath(source) for source in sources]
    held = None
    if out is None:
        held = _Folder()
        out = held.name
    folder = os.path.abspath(os.fspath(out))
    parts_folder = os.path.join(folder, _PARTS)
    try:
        os.makedirs(parts_folder, exist_ok=True)
    except OSError as error:
        raise InputError(f"cannot write '{out}': {reason(error)}") from None
    own, used = _library(library, alone=jobs == 1 and not cluster)
    used = used.of(term) if term else used
    parts = [
        part._replace(path=os.path.abspath(part.path), shown=part.shown or part.path) if part.path else part
        for part in plan(names, os.path.join(parts_folder, "spool"), part_size)
    ]
    columns = _columns(parts, text, id=id, date=date, jurisdiction=jurisdiction, url=url)
    apart = jobs > 1 or cluster is not None
    task = CorpusTask(
        parts_folder, columns, own, used.term if term else "", used.data_hash, timeout, apart, jobs > 1
    )
    chosen = [part for part in parts if part.number % shares == nth]
    done: dict[int, Done] = {}
    missing: list[Failed] = []
    told = _Progress(chosen, sys.stderr if progress else None)
    with ExitStack() as stack:
        stack.callback(told.end)
        results: Iterator[Done | Failed]
        if cluster:
            results = by_cluster(chosen, task, cluster)
        elif jobs > 1:
            results = by_processes(chosen, task, jobs, memory, os.path.join(parts_folder, "scratch"))
        else:
            results = by_one(chosen, task, used)
        stack.callback(getattr(results, "close", lambda: None))
        for one in results:
            if isinstance(one, Done):
                done[one.number] = one
                told.done(one)
            else:
                missing.append(one)
    if missing:
        part, why = missing[0]
        raise Incomplete(
            f"{len(missing)} of {len(chosen)} parts are missing, the first of them part {part.number} "
            f"({' '.join(why.split())[:200]}); the same command again does what is left"
        )
    if share:
        raise Incomplete(
            f"share {share} is done: {len(chosen)} of {len(parts)} parts; when all shares are, "
            "the same command without --share writes the tables",
            wanted=True,
        )
    summary = _written(folder, parts_folder, parts, done, used)
    return Corpus(os.fspath(out), summary, held)


def written_as_lines(result: Corpus) -> str:
    """Write the passages of a corpus as lines of JSON beside its tables, too; gives the file."""
    path = os.path.join(result.folder, "passages.jsonl")
    with draft_of(path) as draft, open(draft, "w", encoding="utf-8") as file:
        for row in result.passages():
            file.write(json_visible(json.dumps(row, ensure_ascii=False)) + "\n")
    return path


def opened(folder: str | os.PathLike[str]) -> Corpus:
    """The corpus of a folder that `corpus` has written.

    Raises:
        InputError: There is none.
    """
    name = os.fspath(folder)
    try:
        with open(os.path.join(name, "summary.json"), encoding="utf-8") as file:
            summary = json.load(file)
        if summary["schema"] != "aidefs/corpus/1":
            raise ValueError
    except (OSError, ValueError, KeyError, TypeError):
        raise InputError(f"'{name}' holds no corpus; aidefs corpus SOURCE --out {name} makes one") from None
    return Corpus(name, summary)


def _share(share: str | None) -> tuple[int, int]:
    if share is None:
        return 0, 1
    nth, _, shares = share.partition("/")
    if not (nth.isdecimal() and shares.isdecimal() and 1 <= int(nth) <= int(shares)):
        raise InputError(
            f"--share is '{share}'; it takes the number of a share and how many there are, as in 2/8"
        )
    return int(nth) - 1, int(shares)


def _library(library: str | os.PathLike[str] | Library | None, *, alone: bool) -> tuple[str, Library]:
    """The folder that workers read, and the definitions."""
    shipped = Library.shipped()
    if library is None:
        return "", shipped
    if isinstance(library, Library):
        if not alone:
            raise InputError("where several processes work, library is a folder that each of them can read")
        return "given", library.in_use
    folder = os.path.abspath(os.fspath(library))
    return folder, shipped.overlay(Library.load(folder))


def _columns(parts: Sequence[CorpusPart], text: str, **wanted: str | None) -> Columns:
    """Which fields say what; those with names of their own are taken where there are such fields."""
    there = _fields(parts)
    usual = {name: name if there is None or name in there else "" for name in wanted}
    return Columns(text, **{name: usual[name] if given is None else given for name, given in wanted.items()})


def _fields(parts: Sequence[CorpusPart]) -> set[str] | None:
    """The columns that all tables among the sources have; None where there is no table."""
    from aidefs.corpora.sources import names_of_columns

    found = [set(names_of_columns(part)) for part in parts if part.kind in ("csv", "tsv", "parquet")]
    return set.intersection(*found) if found else None


class _Folder:
    """A folder that is gone with the object."""

    def __init__(self) -> None:
        self.name = tempfile.mkdtemp(prefix="aidefs-corpus-")
        weakref.finalize(self, shutil.rmtree, self.name, ignore_errors=True)


# --- tables -----------------------------------------------------------------------------------


def _written(
    folder: str, parts_folder: str, parts: Sequence[CorpusPart], done: Mapping[int, Done], library: Library
) -> dict[str, Any]:
    """Write the tables of all parts, in the order of the source."""
    counts = _Counts()
    documents, passages, summary = (os.path.join(folder, name) for name in _TABLES)
    with draft_of(documents) as first, draft_of(passages) as second:
        writer = Writer(first, second)
        for part in parts:
            for rows, found in writer.add(file_of(parts_folder, part.number)):
                counts.add(rows, found)
        writer.close()
    told = {"schema": "aidefs/corpus/1", **library.stamp, "term": library.term, **counts.told()}
    with draft_of(summary) as draft, open(draft, "w", encoding="utf-8") as file:
        file.write(json_visible(json.dumps(told, ensure_ascii=False, indent=2)) + "\n")
    _tidy(parts_folder, {os.path.basename(file_of(parts_folder, part.number)) for part in parts})
    return told


def _tidy(folder: str, wanted: set[str]) -> None:
    """Removes what is left of other plans and of processes that were killed."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_file() and entry.name not in wanted:
                with suppress(OSError):
                    os.unlink(entry.path)


class _Counts:
    """What a summary says, counted table by table."""

    def __init__(self) -> None:
        self.documents = self.failed = self.having = self.characters = 0
        self.by: Counter[tuple[str, str]] = Counter()
        self.places: Counter[str] = Counter()
        self.names: Counter[int] = Counter()
        self.twice = 0
        self.seen: set[int] = set()
        self.takers: dict[str, set[int]] = {}

    def add(self, documents: Any, passages: Any) -> None:
        """Count a table of documents and one of their passages."""
        rows = documents.to_pydict()
        self.documents += len(rows["doc"])
        self.failed += sum(fault is not None for fault in rows["fault"])
        self.having += sum(number > 0 for number in rows["passages"])
        self.characters += sum(number or 0 for number in rows["characters"])
        for doc in rows["doc"]:
            mark = hash_of(doc)
            self.twice += mark in self.seen
            self.seen.add(mark)
        found = passages.select(["doc", "definition", "class", "jurisdiction"]).to_pydict()
        self.by.update(zip(found["definition"], found["class"], strict=True))
        self.places.update(place or "" for place in found["jurisdiction"])
        for doc, name in zip(found["doc"], found["definition"], strict=True):
            self.takers.setdefault(name, set()).add(hash_of(doc))

    def told(self) -> dict[str, Any]:
        """The counts."""
        relations = Counter[str]()
        for (_, relation), number in self.by.items():
            relations[relation] += number
        names = sorted(self.takers, key=lambda name: (-len(self.takers[name]), name))
        return {
            "documents": self.documents,
            "failed": self.failed,
            "repeated_ids": self.twice,
            "characters": self.characters,
            "passages": sum(relations.values()),
            "with_passages": self.having,
            "classes": {relation: relations[relation] for relation in CLASSES},
            "definitions": [
                {
                    "id": name,
                    "documents": len(self.takers[name]),
                    **{relation: self.by[name, relation] for relation in CLASSES},
                }
                for name in names
            ],
            "jurisdictions": [
                {"jurisdiction": place or None, "passages": number}
                for place, number in sorted(self.places.items(), key=lambda one: (-one[1], one[0]))
            ],
        }


def hash_of(name: str) -> int:
    """Eight bytes that stand for a name, so that a million of them find room."""
    from hashlib import blake2b

    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big")


# --- progress ---------------------------------------------------------------------------------


class _Progress:
    """How far a run is: one line that changes on a screen, a line now and then in a log."""

    def __init__(self, parts: Iterable[CorpusPart], stream: IO[str] | None) -> None:
        self.sizes = {part.number: part.size for part in parts}
        self.stream = stream
        self.start = self.last = time.monotonic()
        self.documents = self.found = self.failed = self.kept = self.fresh = 0
        self.finished = 0
        self.screen = stream is not None and stream.isatty()

    def done(self, one: Done) -> None:
        """A part is done."""
        size = self.sizes[one.number]
        self.documents += one.documents
        self.failed += one.failed
        self.found += one.passages
        self.finished += size
        if one.kept:
            self.kept += one.documents
        else:
            self.fresh += size
        now = time.monotonic()
        if now - self.last >= (0.2 if self.screen else _LINE):
            self.last = now
            self._say(now)

    def end(self) -> None:
        """The run is over; of a short one a log has nothing to say."""
        now = time.monotonic()
        if self.documents and (self.screen or now - self.start >= _LINE):
            self._say(now)
            if self.screen and self.stream:
                self.stream.write("\n")

    def _say(self, now: float) -> None:
        if self.stream is None:
            return
        took = max(now - self.start, 0.001)
        left = sum(self.sizes.values()) - self.finished
        words = [f"{self.documents:,} documents", f"{(self.documents - self.kept) / took:,.0f} a second"]
        if left and self.fresh:
            words.append(f"{_time(left * took / self.fresh)} left")
        if self.kept:
            words.append(f"{self.kept:,} kept from before")
        words.append(f"{self.found:,} passages")
        if self.failed:
            words.append(f"{self.failed:,} failed")
        line = f"aidefs: {', '.join(words)}"
        self.stream.write(f"\r{line}\x1b[K" if self.screen else f"{line}\n")
        self.stream.flush()


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
