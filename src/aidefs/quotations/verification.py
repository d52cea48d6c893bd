"""Documents checked against the library: every passage that quotes or adapts a definition, and its faults."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from typing import Any

from aidefs.classes import NamedTuple, dataclass, field
from aidefs.errors import InputError
from aidefs.library.library import Library
from aidefs.library.lookup import LibraryLike, library_of
from aidefs.quotations.corrections import Correction, Treatment, copy_of, treatments
from aidefs.quotations.find import examine, find_quotations
from aidefs.quotations.jobs import LONG, Task, in_processes, processes_for
from aidefs.quotations.quotation import VERDICTS, Quotation
from aidefs.quotations.severity import SEVERITIES, Severity
from aidefs.readers.alarm import TooLong, alarm, can_ring
from aidefs.readers.folders import DocumentFile, documents
from aidefs.readers.limits import SECONDS, too_long
from aidefs.readers.read import STANDARD_INPUT, cannot_read, known_form, read, read_given
from aidefs.readers.source import Encoded, Location, ReadText
from aidefs.results import Column, Result, columns_of, observation

__all__ = [
    "CheckedFile",
    "Checks",
    "NotChecked",
    "Passage",
    "Verification",
    "check_bytes",
    "check_file",
    "check_in_time",
    "check_read",
    "verify",
    "verify_bytes",
    "verify_each",
]


_Remark = tuple[int, int, tuple[str, ...]]
"""Where a comment stands in the text, and its paragraphs."""


class NotChecked(NamedTuple):
    """A quotation of a text that is not in the collection.

    Attributes:
        start: Offset of its first character in the plain text of the document.
        end: Offset behind its last character.
        text: Its characters.
        place: Where it stands.
        why: What is missing.
    """

    start: int
    end: int
    text: str
    place: Location
    why: str

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, an entry of `unchecked`."""
        return {**self._asdict(), "place": self.place._asdict()}


class Passage(NamedTuple):
    """A passage of a document that quotes or adapts a definition.

    Attributes:
        quotation: What was found; its offsets are those of the plain text of the document.
        place: Where it stands.
        source: Offsets [begin, end) in the decoded file, for formats that are text.
        treatment: What makes it letter for letter, or why that is left to the author.
    """

    quotation: Quotation
    place: Location
    source: tuple[int, int] | None = None
    treatment: Treatment = Treatment()

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """What makes it letter for letter in the decoded file, for formats that are text."""
        return self.treatment.corrections

    @property
    def corrected(self) -> bool:
        """Whether a corrected copy has it letter for letter."""
        return bool(self.treatment.rewordings)

    @property
    def left(self) -> str:
        """Why what is wrong in it is left to the author, "" where it is not."""
        return self.treatment.left

    @property
    def misworded(self) -> bool:
        """Whether its words are to be mended."""
        return "wording" in self.quotation.reproach

    @property
    def misattributed(self) -> bool:
        """Whether the source that is named is to be mended."""
        return "source" in self.quotation.reproach

    @property
    def wrong(self) -> bool:
        """Whether the author has something to mend."""
        return self.quotation.wrong

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, an entry of `quotations`."""
        return {
            **self.quotation.to_dict(),
            "place": self.place._asdict(),
            "source": list(self.source) if self.source else None,
            "corrections": [correction._asdict() for correction in self.corrections],
            "left": self.left or None,
        }


@dataclass(frozen=True)
class CheckedFile:
    """What was found in one file.

    Attributes:
        name: The file as the user named it, "-" for standard input.
        form: Its format, "" where it could not be read.
        encoding: Python's name of the encoding, "" for formats that are not text.
        characters: Length of its plain text.
        passages: The passages in the order of the text.
        unchecked: Quotations of texts that are not in the collection.
        notes: How the file was read, where a user has to know.
        fault: Why it could not be read, "" where it was.
        encoded: The file itself, where its format is text and there are passages in it.
        document: The file as it was read, where something is wrong in it.
        remarks: What comments in a copy say: offsets in the text, paragraphs; of office documents alone.
    """

    name: str
    form: str = ""
    encoding: str = ""
    characters: int = 0
    passages: tuple[Passage, ...] = ()
    unchecked: tuple[NotChecked, ...] = ()
    notes: tuple[str, ...] = ()
    fault: str = ""
    encoded: Encoded | None = field(default=None, repr=False)
    document: ReadText | None = field(default=None, repr=False, compare=False)
    remarks: tuple[_Remark, ...] = field(default=(), repr=False)

    @property
    def wrong(self) -> tuple[Passage, ...]:
        """The passages in which there is something to mend."""
        return tuple(passage for passage in self.passages if passage.wrong)

    def corrected(self) -> bytes | None:
        """A copy of the file with all corrections made; None where there is nothing to write.

        A text file keeps its encoding. In Word documents and OpenDocument texts corrections are tracked
        changes, and what is left to the author has a comment.
        """
        if self.document is None:
            return None
        return copy_of(self.document, (passage.treatment for passage in self.passages), self.remarks)

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, an entry of `files`."""
        return {
            "file": self.name,
            "format": self.form or None,
            "encoding": self.encoding or None,
            "characters": self.characters,
            "notes": list(self.notes),
            "fault": self.fault or None,
            "quotations": [passage.to_dict() for passage in self.passages],
            "unchecked": [one.to_dict() for one in self.unchecked],
        }


_COLUMNS = columns_of("""
file string The document, as it was named
part string Part of it, such as "footnote 2"; nothing for the document itself
page integer Page of a PDF, from 1
paragraph integer Paragraph of the part, from 1
line integer Line of the file, page or cell, from 1
start integer Offset of the first character, in code points from 0
end integer Offset behind the last character
text string The words as they are printed
id string Id of the definition that they quote or adapt
label string Its name in tables
verdict string exact, punctuation, changed, paraphrase or not found
extent string How much of the definition: whole, definiens (its defining words), truncated or fragment
similarity number Share of words in common, from 0 to 1
named string Ids of the definitions that are named as the source, the nearest first
fits boolean Whether the source that is named is that of the words
wrong boolean Whether there is something to mend
claim string How the words are presented: quoted, block, cell or unmarked
severity string How grave the fault is: condition, operator, words or punctuation; nothing without one
reproach string What is to be mended: wording, source
reason string Why nothing is reproached though something differs, or what is
""")


@dataclass(frozen=True, repr=False)
class Verification(Result):
    """Documents checked against the library.

    Attributes:
        files: What was found in each, in the order given.
        library: The library that was used, None for the one that comes with aidefs.
    """

    files: tuple[CheckedFile, ...]
    library: Library | None = field(default=None, compare=False, repr=False)

    def __iter__(self) -> Iterator[CheckedFile]:
        return iter(self.files)

    def __len__(self) -> int:
        return len(self.files)

    def __repr__(self) -> str:
        return f"<Verification of {len(self)} files: {len(self.passages)} passages, {len(self.wrong)} wrong>"

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages of all files."""
        return tuple(passage for file in self.files for passage in file.passages)

    @property
    def wrong(self) -> tuple[Passage, ...]:
        """Those in which there is something to mend."""
        return tuple(passage for file in self.files for passage in file.wrong)

    @property
    def unchecked(self) -> tuple[NotChecked, ...]:
        """The quotations of all files that could not be checked."""
        return tuple(one for file in self.files for one in file.unchecked)

    @property
    def doubtful(self) -> tuple[Passage, ...]:
        """Passages that differ and are not reproached."""
        return tuple(
            passage for passage in self.passages
            if not passage.wrong and passage.quotation.verdict in ("punctuation", "changed")
        )  # fmt: skip

    def source_named(self, quotation: Quotation) -> tuple[str, ...]:
        """What is named as the source of a quotation: as printed, or by title where only the context says it.

        Args:
            quotation: One of the quotations that were checked.

        Returns:
            Each name once; nothing where no text of the collection is named.
        """
        printed = dict.fromkeys(" ".join(one.split()) for one in quotation.attribution.mentions)
        if printed:
            return tuple(printed)
        library = self.library or Library.shipped()
        named = [library[id] for id in quotation.attribution.named if id in library]
        own = [
            one for one in named if one.lang == quotation.definition.lang
        ]  # an instrument has many versions
        return tuple(dict.fromkeys(one.instrument for one in own or named))

    def failing(self, severity: Severity) -> bool:
        """Whether something is wrong that is at least so grave; a source that does not fit always is."""
        grave = SEVERITIES[: SEVERITIES.index(severity) + 1]
        return any(one.misattributed or one.quotation.severity in (*grave, None) for one in self.wrong)

    @property
    def faults(self) -> tuple[str, ...]:
        """Why files could not be read, one line a file."""
        return tuple(file.fault for file in self.files if file.fault)

    @property
    def exit_code(self) -> int:
        """2 where a file could not be read, so that the check is not whole; 1 where something is wrong."""
        return 2 if self.faults else 1 if self.wrong else 0

    def counts(self) -> dict[str, int]:
        """Number of passages by verdict, in the order from exact to not found."""
        found = Counter(passage.quotation.verdict for passage in self.passages)
        return {verdict: found[verdict] for verdict in VERDICTS}

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/verification/2"."""
        return {
            **self._stamp("verification", 2),
            "files": [file.to_dict() for file in self.files],
            "summary": {
                "files": len(self.files),
                "unreadable": len(self.faults),
                "quotations": len(self.passages),
                **self.counts(),
                "misattributed": sum(passage.misattributed for passage in self.passages),
                "wrong": len(self.wrong),
                "unchecked": len(self.unchecked),
            },
        }

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`."""
        return _COLUMNS

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row a passage."""
        return tuple(
            observation(
                _COLUMNS,
                {
                    "file": file.name,
                    **passage.place._asdict(),
                    "start": q.start,
                    "end": q.end,
                    "text": q.text,
                    "id": q.definition.id,
                    "label": q.definition.label,
                    "verdict": q.verdict,
                    "extent": q.extent,
                    "similarity": round(q.similarity, 4),
                    "named": " ".join(q.attribution.named),
                    "fits": q.attribution.fits,
                    "wrong": passage.wrong,
                    "claim": q.claim,
                    "severity": q.severity,
                    "reproach": " ".join(q.reproach),
                    "reason": q.reason,
                },
            )
            for file in self.files
            for passage in file.passages
            for q in (passage.quotation,)
        )


def verify(
    *paths: str | os.PathLike[str],
    include: Iterable[str] = (),
    library: LibraryLike | None = None,
    lang: str | None = None,
    form: str | None = None,
    jobs: int = 1,
    timeout: float = SECONDS,
) -> Verification:
    """Find the passages of documents that quote or adapt stored definitions, and say what is wrong with each.

    Args:
        paths: Files, folders, "-" for standard input: text, Markdown, HTML, Word, OpenDocument, PDF, LaTeX,
            notebooks and EPUB.
        include: Patterns such as `*.docx` for the files in folders; see
            `aidefs.readers.folders.documents`.
        library: What to compare with; by default the definitions of every term that come with aidefs.
        lang: Compare with the definitions of one language, a BCP 47 tag.
        form: Read every file as this format (`aidefs.readers.read.FORMATS`); by default each by the ending of
            its name, or by its first bytes where the ending says nothing.
        jobs: How many processes may work at the same time. What is found does not depend on it, and for few
            bytes none are started.
        timeout: Seconds that one document may take. A long one among others is checked in a process of its
            own, which is ended then; one alone in this process, by an alarm, unless `SIGALRM` is taken.

    Returns:
        One entry for each file. A file that cannot be read has a `fault`, and the others are still checked.

    Raises:
        InputError: No file is named, or the format does not exist.
    """
    used = library_of(library)
    found = verify_each(
        *paths, include=include, library=used, lang=lang, form=form, jobs=jobs, timeout=timeout
    )
    return Verification(tuple(found), used)


def verify_bytes(
    name: str,
    data: bytes,
    *,
    library: LibraryLike | None = None,
    lang: str | None = None,
    form: str | None = None,
    timeout: float = SECONDS,
) -> Verification:
    """`verify` for a document that is in memory, such as an upload: no other file is read for it.

    Args:
        name: What it is called, never a path; its ending says the format where `form` does not.
        data: Its content.
        library: As in `verify`, and so are `lang`, `form` and `timeout`.

    Returns:
        One entry. A document that cannot be read has a `fault`.

    Raises:
        InputError: The format does not exist.
    """
    known_form(form)
    used = library_of(library)
    task = Task.of(used, lang, form, timeout)
    try:
        checked = check_in_time(read_given(name, data, form, timeout), task)
    except InputError as error:
        checked = CheckedFile(name, fault=str(error))
    return Verification((checked,), used)


def verify_each(
    *paths: str | os.PathLike[str],
    include: Iterable[str] = (),
    library: LibraryLike | None = None,
    lang: str | None = None,
    form: str | None = None,
    jobs: int = 1,
    timeout: float = SECONDS,
) -> Checks:
    """The files of `verify`, each as soon as it and those before it are checked; arguments as there.

    Raises:
        InputError: No file is named, or the format does not exist.
    """
    if not paths:
        raise InputError("verify takes one or more files or folders, or '-' for standard input")
    known_form(form)
    task = Task.of(library_of(library), lang, form, timeout)
    return Checks(tuple(documents(paths, include)), task, jobs)


@dataclass(frozen=True)
class Checks:
    """Documents, each checked when it is asked for; where that is given up, no process is left.

    Attributes:
        found: The documents.
        task: What is done with each.
        jobs: How many processes may do it.
    """

    found: tuple[DocumentFile, ...]
    task: Task
    jobs: int

    def __len__(self) -> int:
        return len(self.found)

    def __iter__(self) -> Generator[CheckedFile]:
        apart = [one.name for one in self.found if not one.fault and one.name != STANDARD_INPUT]
        alone = len(self.found) == 1
        with closing(_checked_files(self.task, apart, processes_for(apart, self.jobs), alone)) as checked:
            for one in self.found:
                if one.fault:
                    yield CheckedFile(one.name, fault=one.fault)
                elif one.name == STANDARD_INPUT:
                    yield _checked(one.name, self.task, alone)
                else:
                    yield next(checked)


def _checked_files(task: Task, names: list[str], processes: int, alone: bool) -> Generator[CheckedFile]:
    if processes < 2:
        yield from (_checked(name, task, alone) for name in names)
        return
    for name, result in zip(names, in_processes(task, names, processes), strict=True):
        yield result if isinstance(result, CheckedFile) else CheckedFile(name, fault=result)


def _checked(name: str, task: Task, alone: bool) -> CheckedFile:
    """One document read in this process and checked; see `check_in_time`."""
    try:
        document = read(name, task.form, task.timeout)
    except InputError as error:
        return CheckedFile(name, fault=str(error))
    return check_in_time(document, task, alone)


def check_in_time(document: ReadText, task: Task, alone: bool = False) -> CheckedFile:
    """A document that was read is checked, in a process that can be ended where it may take long.

    Args:
        document: The document.
        task: What is done with it.
        alone: Whether there is no other one that it could take along, so that an alarm in this process does,
            where there are alarms.
    """
    if len(document.text) > LONG:
        if alone and can_ring():
            try:
                with alarm(task.timeout):
                    return check_read(document, task)
            except TooLong:
                return CheckedFile(document.name, fault=cannot_read(document.name, too_long(task.timeout)))
        with suppress(OSError):  # on some systems there are no processes
            (found,) = in_processes(task, [document], 1)
            return found if isinstance(found, CheckedFile) else CheckedFile(document.name, fault=found)
    return check_read(document, task)


def check_bytes(name: str, data: bytes, task: Task) -> CheckedFile:
    """One document that is in memory, checked in this process, however long that takes."""
    try:
        return check_read(read_given(name, data, task.form, task.timeout), task)
    except InputError as error:
        return CheckedFile(name, fault=str(error))


def check_file(name: str, task: Task) -> CheckedFile:
    """One document checked in this process, however long that takes."""
    try:
        return check_read(read(name, task.form, task.timeout), task)
    except InputError as error:
        return CheckedFile(name, fault=str(error))


def check_read(document: ReadText, task: Task) -> CheckedFile:
    """The same of a document that was read."""
    library, lang = task.used, task.lang

    def search(state: ReadText) -> tuple[Quotation, ...]:
        return find_quotations(state.text, lang, library=library, regions=state.apart)

    found = examine(document.text, lang, library=library, regions=document.apart)
    passages = tuple(
        Passage(
            quotation,
            document.place(quotation.start),
            document.source(quotation.start, quotation.end),
            treatment,
        )
        for quotation, treatment in zip(
            found.quotations, treatments(document, found.quotations, search), strict=True
        )
    )
    unchecked = tuple(
        NotChecked(start, end, document.text[start:end], document.place(start), why)
        for start, end, why in found.unchecked
    )
    encoded = document.encoded
    return CheckedFile(
        document.name,
        document.form,
        encoded.codec if encoded else "",
        len(document.text),
        passages,
        unchecked,
        document.notes,
        encoded=encoded if passages else None,
        document=document if any(passage.wrong for passage in passages) else None,
        remarks=_remarks(document.form, [one for one in passages if one.left], library),
    )


def _remarks(form: str, left: Sequence[Passage], library: Library) -> tuple[_Remark, ...]:
    """What comments say in a copy of an office document of the passages that are left to the author."""
    if not left:
        return ()
    # Only here: most documents are left as they are.
    from aidefs.formats.amendments.amended import FORMS
    from aidefs.quotations.remarks import remark_on

    if form not in FORMS:
        return ()
    return tuple(
        (one.quotation.start, one.quotation.end, remark_on(one.quotation, one.left, library)) for one in left
    )
