"""`aidefs extract`: the provisions of documents that define a term, from the command line."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from aidefs.cli.console import emit_text, put, read_library, tell
from aidefs.cli.declare import argument, command, option
from aidefs.cli.options import Output, library_option, with_output
from aidefs.errors import InputError, reason
from aidefs.provisions.extraction import Extraction
from aidefs.text.languages import language_tag

__all__ = ["COMMANDS"]


@command()
@argument("files", nargs=-1, required=True, metavar="FILE…|-")
@option("--term", default="", metavar="TERM", help="Keep the provisions of one term.")
@option("--ai", is_flag=True, help="Keep those of AI, AI systems, algorithms, models and their like.")
@option("--lang", metavar="TAG", help="Language of the files; by default recognised.")
@library_option
@with_output
def extract(
    files: tuple[str, ...], term: str, ai: bool, lang: str | None, library: str | None, output: Output
) -> int:
    """Find the provisions that define a term: in bills, acts, regulations, in any format that is read.

    Each has its words letter for letter, its place as a lawyer cites it, and, where the meaning is taken from
    elsewhere, the stored definition that stands there. Besides the formats of other commands there are table,
    jsonl (one provision a line) and toml (records for a folder of yours, written into the folder --out).

    \b
    Examples:
      aidefs extract my-bill.txt
      aidefs extract my-bill.txt --ai --format json
      aidefs extract my-act.xml --term "AI system" --format csv
      aidefs extract my-bill.txt --format toml --out my-definitions
    """
    from aidefs.provisions.documents import read_source
    from aidefs.provisions.extraction import Extractions, extract_source

    used = read_library(library)
    known = language_tag(lang) if lang else None
    results = [extract_source(read_source(file), known, used) for file in files]
    chosen = _chosen(results, term, ai=ai)
    for result in results:
        for note in result.notes:
            tell(f"{result.file}: {note}")
    match output.form:
        case "jsonl":
            emit_text("".join(_lines(chosen)), output.out, force=output.force)
        case "toml":
            _write_records(chosen, output)
        case form:
            shown = output._replace(form="text" if form == "table" else form)
            shown.write(chosen[0] if len(chosen) == 1 else Extractions(tuple(chosen), used))
    return 0


COMMANDS = (extract,)


def _chosen(results: list[Extraction], term: str, *, ai: bool) -> list[Extraction]:
    """What is asked for; a term has to stand in one of the files."""
    if not term:
        return [result.chosen(ai=ai) for result in results]
    found: list[Extraction] = []
    faults: list[InputError] = []
    for result in results:
        try:
            found.append(result.chosen(term, ai=ai))
        except InputError as error:
            faults.append(error)
    if not found:
        raise faults[0]
    return found


def _lines(results: Iterable[Extraction]) -> Iterator[str]:
    from aidefs.output.json import render_line

    for result in results:
        for number, one in zip(result.numbers, result.provisions, strict=True):
            row = {"file": result.file, "number": number, **one.to_dict()}
            yield render_line(row)


def _write_records(results: list[Extraction], output: Output) -> None:
    """Records into a folder, or one behind the other where no folder is named."""
    from aidefs.output.render import write_all
    from aidefs.provisions.toml import record_files

    files = record_files(results)
    if output.out is None:
        put("\n".join(content for _, content in files))
        return
    try:
        os.makedirs(output.out, exist_ok=True)
    except OSError as error:
        raise InputError(f"cannot write '{output.out}': {reason(error)}") from None
    write_all([(os.path.join(output.out, name), content) for name, content in files], force=output.force)
    put(f"{output.out}: {len(files)} {'record' if len(files) == 1 else 'records'}\n")
