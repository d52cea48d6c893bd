"""`aidefs verify`: documents checked from the command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from aidefs.cli.console import emit_text, is_terminal, put, read_library, say
from aidefs.cli.declare import OneOf, Whole, argument, command, option
from aidefs.cli.options import Output, library_option, term_option, with_output
from aidefs.errors import InputError, reason
from aidefs.library.files import EVERY_TERM
from aidefs.readers.read import ENDINGS
from aidefs.text.visible import visible_line

if TYPE_CHECKING:
    from aidefs.quotations.severity import Severity
    from aidefs.quotations.verification import CheckedFile, Checks, Verification

__all__ = ["COMMANDS"]


@command()
@argument("files", nargs=-1, metavar="FILE|DIR…|-")
@option(
    "--include",
    multiple=True,
    metavar="GLOB",
    help="Which files of a folder, such as '*.docx'; repeatable; by default all formats that are read.",
)
@option(
    "--jobs",
    type=Whole(1),
    metavar="N",
    help="Processes that work at the same time; by default one a core, and none for few bytes.",
)
@option(
    "--timeout",
    type=Whole(1, 86_400),
    default=60,
    show_default=True,
    metavar="SECONDS",
    help="How long one document may take.",
)
@option("--as", "read_as", metavar="FORMAT", help="Read the files as html, tex, markdown, …")
@option("--lang", metavar="TAG", help="Compare with definitions of one language.")
@option("--against", metavar="NAME", help="The files, or --text, are one quotation of this text.")
@option("--text", metavar="TEXT", help="With --against: the quotation itself.")
@option(
    "--fail-on",
    type=OneOf(("condition", "operator", "words", "punctuation")),
    default="punctuation",
    help="The slightest fault of wording that counts for the exit code.",
)
@option("--strict", is_flag=True, help="A paraphrase is wrong, too.")
@option(
    "--fix",
    "folder",
    metavar="DIR",
    help="Write corrected copies into DIR; Word and odt with tracked changes.",
)
@term_option
@library_option
@with_output
def verify(
    files: tuple[str, ...],
    include: tuple[str, ...],
    jobs: int | None,
    timeout: int,
    read_as: str | None,
    lang: str | None,
    against: str | None,
    text: str | None,
    fail_on: Severity,
    strict: bool,
    folder: str | None,
    term: str | None,
    library: str | None,
    output: Output,
) -> int:
    """Check the definitions that documents quote: which text, how exactly, and whether the source fits.

    Files are text, Markdown, HTML, docx, odt, PDF, LaTeX, notebooks (ipynb) and EPUB; of a folder, all that
    lie in it. Exit code: 0 where every quotation is right, 1 where one is wrong, 2 where a file could not be
    read. A file without words is named on standard error and is no fault. The definitions of every term are
    known; with --term only those of one.

    \b
    Examples:
      aidefs verify article.md
      aidefs verify article.md my-draft.txt --format json
      aidefs verify article.md --format sarif --out article.sarif
      aidefs verify article.md --fix corrected
      aidefs verify . --include 'my-*.md' --format jsonl
      aidefs verify --against eu --text "may exhibit adaptiveness after deployment"
    """
    from aidefs.quotations.jobs import cores
    from aidefs.quotations.verification import Verification, verify_each

    output.check()
    if against is not None:
        return _against(against, files, text, read_as, library, output)
    if text is not None:
        raise InputError("--text goes with --against NAME, which says whose words it quotes")
    used = read_library(library)
    used = used.of(term or EVERY_TERM)
    checks = verify_each(
        *files,
        include=include,
        library=used,
        lang=lang,
        form=read_as,
        jobs=jobs or cores(),
        timeout=timeout,
    )
    form = output.form or _form_by_ending(output.out)
    if form == "jsonl":
        return _write_lines(checks, output, folder, partial(_code, fail_on=fail_on, strict=strict))
    with closing(_shown(checks)) as checked:
        result = Verification(tuple(checked), used)
    if form == "sarif":
        from aidefs.output.sarif import to_sarif

        emit_text(to_sarif(result), output.out, force=output.force)
    elif output.out is not None or form not in (None, "text") or len(result.faults) < len(result):
        output.write(result)  # of files that could all not be read the errors say everything
    if folder is not None:
        lines = [write_corrected(file, folder) for file in result if file.wrong]
        if output.out is not None or form in (None, "text"):
            put("".join(f"{line}\n" for line in lines))
    say(*_told(result))
    return _code(result, fail_on=fail_on, strict=strict)


COMMANDS = (verify,)


def _against(
    name: str, files: tuple[str, ...], text: str | None, form: str | None, library: str | None, output: Output
) -> int:
    """One quotation against the text that is named."""
    from aidefs.quotations.check import check
    from aidefs.readers.read import read

    if len(files) + (text is not None) != 1:
        raise InputError("--against takes one quotation: a file, '-' or --text")
    result = check(read(files[0], form).text if text is None else text, name, library=read_library(library))
    output.write(result)
    return result.exit_code


def _write_lines(
    checks: Checks, output: Output, folder: str | None, code_of: Callable[[Verification], int]
) -> int:
    """Each file as a line of JSON as soon as it and those before it are checked; a file is written whole."""
    from aidefs.output.json import render_line
    from aidefs.quotations.verification import Verification

    code = 0
    lines: list[str] = []
    told: list[str] = []
    with closing(_shown(checks, stream=output.out is None)) as checked:
        for file in checked:
            line = render_line(file.to_dict())
            if output.out is None:
                put(line)
            else:
                lines.append(line)
            if folder is not None and file.wrong:
                write_corrected(file, folder)
            alone = Verification((file,))
            code = max(code, code_of(alone))
            told += _told(alone)
    if output.out is not None:
        emit_text("".join(lines), output.out, force=output.force)
    say(*told)
    return code


def _shown(checks: Checks, *, stream: bool = False) -> Generator[CheckedFile]:
    """The files, with a bar that says how many are checked where a person is looking at nothing else.

    Args:
        checks: The files.
        stream: Whether results go to standard output meanwhile.
    """
    shown = len(checks) > 1 and sys.stderr is not None and sys.stderr.isatty()
    with closing(iter(checks)) as files:
        if not shown or (stream and is_terminal()):
            yield from files
            return
        import click

        with click.progressbar(length=len(checks), label="Checking", show_pos=True, file=sys.stderr) as bar:
            for file in files:
                bar.update(1)
                yield file


def _told(result: Verification) -> Iterator[str]:
    """What standard error says of files in which there is nothing to check, and of those not read."""
    for file in result:
        if not file.fault and not file.characters:
            name = "standard input" if file.name == "-" else f"'{file.name}'"
            yield f"aidefs: nothing to check in {visible_line(name)}: {'; '.join(file.notes)}"
    yield from (f"aidefs: {visible_line(fault)}" for fault in result.faults)


def _code(result: Verification, *, fail_on: Severity, strict: bool) -> int:
    code = result.exit_code
    if code == 1 and not result.failing(fail_on):
        code = 0
    return code or (1 if strict and result.counts()["paraphrase"] else 0)


def write_corrected(file: CheckedFile, folder: str) -> str:
    """Writes the corrected copy of a file into a folder and says what was done, and what is left and why.

    Raises:
        InputError: The copy cannot be written, or there is a file of its name, be it the document itself.
    """
    from aidefs.output.render import write

    name = "standard input" if file.name == "-" else file.name
    corrected = sum(passage.corrected for passage in file.passages)
    left = "".join(
        f"\n  {visible_line(str(passage.place))}: left to the author: {passage.left}"
        for passage in file.passages
        if passage.left
    )
    number = f"{len(file.wrong) - corrected} left to the author{left}"
    data = file.corrected()
    if data is None:
        return f"{visible_line(name)}: not corrected, {number}"
    target = os.path.join(folder, _name_of_copy(file))
    try:
        os.makedirs(os.path.dirname(target), exist_ok=True)
    except OSError as error:
        raise InputError(f"cannot write '{target}': {reason(error)}") from None
    if os.path.lexists(target):
        raise InputError(f"cannot write '{target}': it exists")
    write(data, target, force=False)
    return f"{visible_line(target)}: {corrected} corrected, {number}"


def _name_of_copy(file: CheckedFile) -> str:
    """The path of the file where it leads downwards from here, so that two of one name do not meet."""
    if file.name == "-":
        endings = {form: ending for ending, form in reversed(ENDINGS.items())}
        return "standard-input" + endings[file.form]
    path = os.path.normpath(file.name)
    inside = not os.path.isabs(path) and path.split(os.sep)[0] != os.pardir
    return path if inside else os.path.basename(path)


def _form_by_ending(out: str | None) -> str | None:
    """The format of this command alone that the ending of a file says."""
    ending = os.path.splitext(out or "")[1].lower()
    return ending[1:] if ending in (".sarif", ".jsonl") else None
