"""The command for those who draft: thin, as all commands."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from aidefs.cli.declare import Whole, command, option
from aidefs.cli.options import (
    Input,
    Output,
    complete_names,
    method_option,
    names_argument,
    read_taxonomy,
    taxonomy_option,
    with_input,
    with_output,
)
from aidefs.errors import InputError

__all__ = ["COMMANDS"]

_AGAINST = "--against"


def _one_each(args: Sequence[str]) -> Iterator[str]:
    """Reads `--against a b` as `--against a --against b`, as far as the next option."""
    taking = False
    for at, word in enumerate(args):
        if word == "--":
            yield from args[at:]
            return
        if word == _AGAINST:
            taking = True  # the option is said again with each name
            if not args[at + 1 : at + 2] or args[at + 1].startswith("-"):
                raise InputError(f"{_AGAINST} takes one or more names: {_AGAINST} oecd eu")
        elif word.startswith("-"):
            taking = False
            yield word
        else:
            yield from (_AGAINST, word) if taking else (word,)


@command(respell=_one_each)
@names_argument("FILE|-|NAME")
@option(
    _AGAINST,
    multiple=True,
    metavar="NAME …",
    shell_complete=complete_names,
    help="The texts to compare it with, by name or file; by default eu oecd coe.",
)
@option(
    "--limit",
    type=Whole(1),
    default=3,
    show_default=True,
    metavar="N",
    help="Nearest wordings to show.",
)
@method_option
@taxonomy_option
@with_input
@with_output
def review(
    names: tuple[str, ...],
    against: tuple[str, ...],
    limit: int,
    method: str,
    taxonomy: str | None,
    given: Input,
    output: Output,
) -> None:
    """Write the memo on a draft: what it lacks, adds and rewords.

    The draft stands first: a file of any format that verify reads (act.docx, act.docx#2), "-" or --text.
    Behind --against stand the texts that it is compared with, separated by spaces or commas; of each the
    authentic version in the language of the draft is taken where there is one.

    \b
    Examples:
      aidefs review my-draft.txt
      aidefs review my-draft.txt --against oecd eu --out memo.docx
      aidefs review --text "an AI system is software that infers" --against us,nist
    """
    from aidefs.drafting.review import review as review_draft

    chosen = given.definitions(names)
    if len(chosen) != 1:
        raise InputError(
            f"review takes one draft, in front of {_AGAINST}: a file, '-' or --text; {len(chosen)} given"
        )
    result = review_draft(
        chosen[0],
        [given.named(name) for name in _split(against, given)],
        limit=limit,
        method=method,
        library=given.library,
        taxonomy=read_taxonomy(taxonomy),
    )
    output.write(result)


def _split(against: Iterable[str], given: Input) -> Iterator[str]:
    """The names; a word with a comma is a list of them unless it is one itself."""
    for words in against:
        if os.path.exists(words) or words in given.library:
            yield words
        else:
            yield from filter(None, map(str.strip, words.split(",")))


COMMANDS = (review,)
