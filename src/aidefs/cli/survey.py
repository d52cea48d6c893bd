"""Commands about many definitions at once: thin, as all commands."""

from __future__ import annotations

import os
from functools import wraps
from math import ceil
from typing import TYPE_CHECKING, Any, cast

from aidefs.cli.console import read_library, say
from aidefs.cli.declare import Decimal, Whole, argument, command, option
from aidefs.cli.options import (
    Command,
    FilterOptions,
    Input,
    Output,
    library_option,
    method_option,
    names_argument,
    read_taxonomy,
    taxonomy_option,
    term_option,
    with_filters,
    with_input,
    with_output,
)
from aidefs.errors import InputError
from aidefs.library.library import Library
from aidefs.library.records import Definition

if TYPE_CHECKING:
    from aidefs.survey.formulas import FormulaOrder

__all__ = ["COMMANDS"]


def _with_choice(command: Command) -> Command:
    """Adds what chooses definitions: the command gets `chosen`, `wanted` (conditions) and `baseline`."""

    @argument("words", nargs=-1, metavar="[NAME|FILE|WORDS]")
    @option("--only", "names", multiple=True, metavar="NAME|FILE", help="One of them, by name; repeatable.")
    @option("--baseline", metavar="NAME|FILE", help="What stands first, and for those who share its wording.")
    @with_filters
    @library_option
    @wraps(command)
    def run(
        *,
        words: tuple[str, ...],
        names: tuple[str, ...],
        baseline: str | None,
        filters: FilterOptions,
        library: str | None,
        **options: Any,
    ) -> Any:
        known = read_library(library)
        # Whoever says "coe eu" means the two; words to look for are seldom ids as well.
        named = any(word == "-" or known.holds(word) or os.path.isfile(word) for word in words)
        if named or (words and all(word in known for word in words)):
            names, words = (*words, *names), ()
        wanted = {**filters, "about": " ".join(words) or None}
        given = Input(known, (), next(iter(filters["lang"] or ()), None))
        chosen = given.definitions(names)
        base = given.named(baseline) if baseline else None
        return command(chosen=chosen, wanted=wanted, baseline=base, library=known, **options)

    return run


def _say_how_long(chosen: list[Definition], wanted: FilterOptions, library: Library) -> None:
    """A line on standard error where the comparison of all pairs takes longer than a minute."""
    from aidefs.survey.selection import chosen_definitions
    from aidefs.survey.similarity import expected_seconds

    count = len(chosen_definitions(chosen, library, cast(Any, wanted)))
    seconds, with_extra = expected_seconds(count), expected_seconds(count, "rapidfuzz")
    if seconds > 60:
        said = f"aidefs: {count * (count - 1) // 2:,} pairs are compared, which may take {_minutes(seconds)}"
        if with_extra < seconds:
            said += f"; with the extra many ({_minutes(with_extra)}): pip install 'aidefs[many]'"
        say(said)


def _minutes(seconds: float) -> str:
    minutes = ceil(seconds / 60)
    return f"about {minutes} minutes" if minutes > 1 else "a minute"


_measure_option = option(
    "--measure",
    "--elements",
    "measure",
    metavar="text|definiens|ELEMENT",
    help="What is compared: the whole text, its defining words (definiens), or one element.",
)


@command()
@_measure_option
@_with_choice
@method_option
@taxonomy_option
@with_output
def matrix(
    chosen: list[Definition],
    wanted: FilterOptions,
    baseline: Definition | None,
    measure: str | None,
    method: str,
    taxonomy: str | None,
    library: Library,
    output: Output,
) -> None:
    """Show how similar every pair of definitions is.

    Names choose the definitions, or else words in them and filters as in list; English ones, unless
    --lang says otherwise. A picture (--out FILE.svg, .pdf or .png) is a heat map with the tree beside it.

    \b
    Examples:
      aidefs matrix --jurisdiction EU --jurisdiction OECD --jurisdiction COE
      aidefs matrix "levels of autonomy" --measure autonomy --baseline oecd
      aidefs matrix coe eu oecd my-draft.txt --format csv
    """
    from aidefs.survey.similarity import matrix as compare_all

    _say_how_long(chosen, wanted, library)
    output.write(
        compare_all(
            *chosen,
            baseline=baseline,
            measure=measure or "text",
            method=method,
            library=library,
            taxonomy=read_taxonomy(taxonomy),
            **wanted,
        )
    )


@command()
@_measure_option
@option(
    "--least",
    type=Decimal(0, 1),
    default=0.5,
    show_default=True,
    metavar="NUMBER",
    help="Average similarity inside a family, from 0 to 1.",
)
@_with_choice
@method_option
@taxonomy_option
@with_output
def families(
    chosen: list[Definition],
    wanted: FilterOptions,
    baseline: Definition | None,
    measure: str | None,
    least: float,
    method: str,
    taxonomy: str | None,
    library: Library,
    output: Output,
) -> None:
    """Sort definitions into families of similar wordings.

    Without --measure all is compared but the words that only name the term. Names choose the
    definitions, or else words in them and filters as in list; English ones, unless --lang says
    otherwise. A picture is a tree.

    \b
    Examples:
      aidefs families
      aidefs families --jurisdiction US --least 0.6
      aidefs families eu oecd coe --measure outputs --format json
    """
    from aidefs.survey.similarity import families as sort_all

    _say_how_long(chosen, wanted, library)
    output.write(
        sort_all(
            *chosen,
            baseline=baseline,
            measure=measure or "definiens",
            least=least,
            method=method,
            library=library,
            taxonomy=read_taxonomy(taxonomy),
            **wanted,
        )
    )


@command()
@argument("names", nargs=-1, metavar="NAME|FILE|-|TEXT")
@option("--limit", type=Whole(1), default=3, show_default=True, metavar="N", help="Wordings to show.")
@method_option
@term_option
@taxonomy_option
@with_input
@with_output
def nearest(
    names: tuple[str, ...],
    limit: int,
    method: str,
    term: str | None,
    taxonomy: str | None,
    given: Input,
    output: Output,
) -> None:
    """Find the stored wordings that are closest to a text, as a whole and element by element.

    Drafts and superseded texts are looked at as all others. What has white space inside and is no name
    ("EU AI Act") is a text.

    \b
    Examples:
      aidefs nearest my-draft.txt
      aidefs nearest us-co-sb24-205-2024 --limit 5
      aidefs nearest "a machine-based system that infers how to generate content"
    """
    from aidefs.survey.nearest import nearest as find_nearest

    texts = tuple(
        name
        for name in names
        if len(name.split()) > 1 and not os.path.exists(name) and not given.library.called.ids(name)
    )
    chosen = given._replace(texts=(*texts, *given.texts)).definitions(n for n in names if n not in texts)
    if len(chosen) != 1:
        raise InputError(f"nearest takes one text: a name, a file, '-' or a text; {len(chosen)} given")
    output.write(
        find_nearest(
            chosen[0],
            limit=limit,
            method=method,
            library=given.library,
            taxonomy=read_taxonomy(taxonomy),
            term=term,
        )
    )


@command()
@option("--elements", default="core", show_default=True, metavar="all|core|LIST", help="Elements to show.")
@option(
    "--sort",
    default="date",
    show_default=True,
    metavar="date|label|count|ELEMENT",
    help="Order of the definitions.",
)
@_with_choice
@method_option
@taxonomy_option
@with_output
def coverage(
    chosen: list[Definition],
    wanted: FilterOptions,
    baseline: Definition | None,
    elements: str,
    sort: str,
    method: str,
    taxonomy: str | None,
    library: Library,
    output: Output,
) -> None:
    """Show which definitions have which elements, with modal verbs and listed items.

    Names choose the definitions, or else words in them and filters as in list; English ones, unless
    --lang says otherwise.

    \b
    Examples:
      aidefs coverage
      aidefs coverage coe eu oecd nist iso
      aidefs coverage --elements autonomy,adaptiveness --sort adaptiveness
      aidefs coverage --elements outputs --jurisdiction EU --format csv
    """
    from aidefs.survey.coverage import coverage as cover

    output.write(
        cover(
            *chosen,
            baseline=baseline,
            elements=elements,
            sort=sort,
            method=method,
            library=library,
            taxonomy=read_taxonomy(taxonomy),
            **wanted,
        )
    )


@command()
@argument("element", required=False)
@option("--words", metavar="WORDS", help="Follow these words in place of an element; * ends a word.")
@with_filters
@library_option
@method_option
@taxonomy_option
@with_output
def timeline(
    element: str | None,
    words: str | None,
    filters: FilterOptions,
    library: str | None,
    method: str,
    taxonomy: str | None,
    output: Output,
) -> None:
    """Show when wordings first appear in the collection, and which definitions have them later.

    \b
    Examples:
      aidefs timeline adaptiveness
      aidefs timeline --words "explicit or implicit"
      aidefs timeline --words "infer*" --jurisdiction EU
    """
    from aidefs.survey.timeline import timeline as follow

    result = follow(
        element,
        words=words,
        method=method,
        library=read_library(library),
        taxonomy=read_taxonomy(taxonomy),
        **filters,
    )
    output.write(result)


@command()
@option(
    "--shortest",
    type=Whole(3),
    default=3,
    show_default=True,
    metavar="N",
    help="Least number of words.",
)
@option("--longest", type=Whole(3), default=12, show_default=True, metavar="N", help="Most words.")
@option(
    "--least",
    type=Whole(1),
    default=2,
    show_default=True,
    metavar="N",
    help="In how many jurisdictions a formula has to stand.",
)
@option(
    "--sort",
    "order",
    default="c-value",
    show_default=True,
    metavar="c-value|jurisdictions|definitions|loglikelihood|pmi|date|words",
    help="What comes first.",
)
@_with_choice
@with_output
def formulas(
    chosen: list[Definition],
    wanted: FilterOptions,
    baseline: Definition | None,
    shortest: int,
    longest: int,
    least: int,
    order: FormulaOrder,
    library: Library,
    output: Output,
) -> None:
    """Show wordings of three words and more that recur from text to text, and who uses them since when.

    Names choose the definitions, or else words in them and filters as in list; English ones, unless
    --lang says otherwise. A picture shows each formula through time.

    \b
    Examples:
      aidefs formulas
      aidefs formulas --jurisdiction US --sort jurisdictions
      aidefs formulas --longest 6 --format csv
    """
    from aidefs.survey.formulas import formulas as recurring

    if baseline is not None:
        raise InputError("formulas have no baseline; leave --baseline out")
    output.write(
        recurring(
            *chosen, shortest=shortest, longest=longest, least=least, order=order, library=library, **wanted
        )
    )


@command()
@argument("names", nargs=-1, metavar="[NAME|FILE|-]")
@option(
    "--least",
    type=Decimal(0, 1),
    default=0.5,
    show_default=True,
    metavar="NUMBER",
    help="Similarity of an earlier wording that is linked without anybody saying so.",
)
@option("--changes", is_flag=True, help="Show what each link changes, too.")
@with_filters
@library_option
@with_output
def lineage(
    names: tuple[str, ...],
    least: float,
    changes: bool,
    filters: FilterOptions,
    library: str | None,
    output: Output,
) -> None:
    """Show which definitions come from which, or are closest to which: the drafting graph.

    Solid links are documented by a source; dashed ones are the closest wording, or a similar one, and say
    nothing of who took it from whom. With a NAME only its origins and its offspring are shown. The format
    may also be mermaid or dot, for drawing programs, and a picture is a graph (--out FILE.svg, .pdf or .png).

    \b
    Examples:
      aidefs lineage eu
      aidefs lineage eu --changes
      aidefs lineage --jurisdiction US --least 0.7
      aidefs lineage my-draft.txt
      aidefs lineage coe --format mermaid
    """
    from aidefs.cli.console import read_library
    from aidefs.survey.lineage import lineage as trace

    known = read_library(library)
    chosen = Input(known, (), next(iter(filters["lang"] or ()), None)).definitions(names)
    output.write(trace(*chosen, least=least, changes=changes, library=known, **filters))


@command()
@names_argument("NAME|FILE|-")
@option(
    "--among",
    multiple=True,
    metavar="NAME",
    help="An earlier text to look at, in place of the recorded ancestors; may be repeated.",
)
@option("--documented", is_flag=True, help="Look only at ancestors of which sources say so, step by step.")
@with_input
@with_output
def origins(
    names: tuple[str, ...], among: tuple[str, ...], documented: bool, given: Input, output: Output
) -> None:
    """Show in which earlier text each word was first seen.

    The earlier texts are those from which the records say that the text was made, or those that --among
    names. First seen is a fact about these texts: it does not say that anybody took the words from there.

    \b
    Examples:
      aidefs origins eu
      aidefs origins eu --documented --format html --out origins.html
      aidefs origins my-draft.txt --among oecd --among eu
    """
    from aidefs.survey.origins import origins as trace

    chosen = given.definitions(names)
    if len(chosen) != 1:
        raise InputError(f"origins takes one text: a name, a file, '-' or --text; {len(chosen)} given")
    earlier = list(map(given.named, among)) or None
    output.write(trace(chosen[0], among=earlier, documented=documented, library=given.library))


@command()
@argument("names", nargs=-1, metavar="A B [C …]")
@option("--baseline", metavar="NAME", help="The text that is printed in full, in place of the first.")
@option("--table", is_flag=True, help="Show the alignment as a table, a column for each text.")
@with_input
@with_output
def collate(names: tuple[str, ...], baseline: str | None, table: bool, given: Input, output: Output) -> None:
    """Collate texts: one in full, and at each place where the others differ what they read.

    The order of the others does not matter. The format may also be tei (TEI P5, parallel segmentation)
    or reledmac (a LaTeX document with the differences, the apparatus, at the foot of the page).

    \b
    Examples:
      aidefs collate eu eu-parliament-first-reading-2024 eu-provisional-agreement-2024
      aidefs collate oecd@2019 oecd@2023 coe --baseline coe --table
      aidefs collate eu eu@2024-03 my-draft.txt --format tei
    """
    from aidefs.alignment.collation import collate as align

    chosen = given.definitions(names)
    if not chosen:
        raise InputError("collate takes two or more texts; none given")
    result = align(*chosen, baseline=given.named(baseline) if baseline else None, library=given.library)
    output.write(result.table() if table else result)


COMMANDS = (matrix, families, nearest, coverage, timeline, formulas, lineage, origins, collate)
