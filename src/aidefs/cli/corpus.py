"""`aidefs corpus` and `aidefs spread`: millions of documents, and what they say."""

from __future__ import annotations

import sys

from aidefs.cli.console import put, read_library, say
from aidefs.cli.declare import Whole, argument, command, option
from aidefs.cli.options import Output, complete_names, library_option, term_option, with_output
from aidefs.readers.limits import MIB

__all__ = ["COMMANDS"]


@command()
@argument("sources", nargs=-1, metavar="SOURCE…")
@option("--out", "-o", required=True, metavar="DIR", help="Folder of the tables; a run is resumed in it.")
@option("--jobs", type=Whole(1), default=1, show_default=True, metavar="N", help="Processes.")
@option("--cluster", metavar="tcp://…", help="Let the workers of a Dask scheduler do it.")
@option("--share", metavar="I/N", help="Do one of N shares alone, as an array of jobs does.")
@option("--text", default="text", show_default=True, metavar="COL", help="Field of the text.")
@option("--id", "name", metavar="COL", help="Field of the name; by default id where there is one.")
@option("--date", metavar="COL", help="Field of the date; by default date.")
@option("--jurisdiction", metavar="COL", help="Field of the jurisdiction; by default jurisdiction.")
@option("--url", metavar="COL", help="Field of the address; by default url.")
@option(
    "--timeout",
    type=Whole(1, 86_400),
    default=60,
    show_default=True,
    metavar="SECONDS",
    help="How long a document may take.",
)
@option("--memory", default="2GiB", show_default=True, metavar="SIZE", help="What a process may take.")
@option("--part-size", type=Whole(1, 1024), default=4, show_default=True, metavar="MIB", help="Of parts.")
@option("--jsonl", "lines", is_flag=True, help="Write the passages as lines of JSON too.")
@term_option
@library_option
def corpus(
    sources: tuple[str, ...],
    out: str,
    jobs: int,
    cluster: str | None,
    share: str | None,
    text: str,
    name: str | None,
    date: str | None,
    jurisdiction: str | None,
    url: str | None,
    timeout: int,
    memory: str,
    part_size: int,
    lines: bool,
    term: str | None,
    library: str | None,
) -> int:
    """Find which documents reproduce, adapt or refer to which stored definitions.

    Sources are folders and files of any format that verify reads, JSON lines (also .gz), CSV, TSV, Parquet,
    WARC and WET (also .gz); @list.txt names one a line. The same command again does what is left. Exit code:
    0, 1 where parts are missing, 2 where a source could not be used.

    \b
    Examples:
      aidefs corpus bills.jsonl --out found
      aidefs corpus bills.jsonl --out found --date introduced --jurisdiction state
      aidefs corpus bills.jsonl my-draft.txt article.md --out found --jsonl
    """
    from aidefs.corpora.corpus import Incomplete, written_as_lines
    from aidefs.corpora.corpus import corpus as run
    from aidefs.corpora.tables import modest
    from aidefs.output.render import render

    modest()
    try:
        result = run(
            *sources,
            out=out,
            jobs=jobs,
            cluster=cluster,
            share=share,
            text=text,
            id=name,
            date=date,
            jurisdiction=jurisdiction,
            url=url,
            term=term,
            library=library,
            timeout=timeout,
            memory=memory,
            part_size=part_size * MIB,
            progress=sys.stderr is not None,
        )
    except Incomplete as said:
        say(f"aidefs: {said}")
        return 0 if said.wanted else 1
    if lines:
        written_as_lines(result)
    put(render(result, "text"))
    return 0


@command()
@argument("folder", metavar="DIR")
@option(
    "--definition",
    metavar="NAME",
    shell_complete=complete_names,
    help="Who takes this one: a short name stands for all versions of the text.",
)
@library_option
@with_output
def spread(folder: str, definition: str | None, library: str | None, output: Output) -> None:
    """Show how definitions spread through the documents of a corpus.

    DIR is what corpus wrote. With --definition: every document that takes it, by date, and which elements
    survive. CSV is a row a definition and document, svg, pdf and png are the picture, dot and graphml the
    network.

    \b
    Examples:
      aidefs spread found
      aidefs spread found --definition oecd
      aidefs spread found --out spread.csv
      aidefs spread found --definition oecd --out spread.graphml
    """
    from aidefs.corpora.spread import spread as follow

    output.check()
    output.write(follow(folder, definition, library=read_library(library) if library else None))


COMMANDS = (corpus, spread)
