"""Quilts: the words of two texts between one pair of marks, said to be those of one of them.

Such words stand in no text, and are too unlike the one that is named to be taken for a changed fragment of
it. That they are quilted is known where all of them are, run after run, letter for letter those of stored
definitions: one run is from the text that is named, and another from none of its versions.
"""

from __future__ import annotations

from collections.abc import Sequence

from aidefs.quotations.excerpt import Excerpt
from aidefs.quotations.fragments import LETTERS
from aidefs.quotations.misattribution import share_term
from aidefs.quotations.references import ReferenceText
from aidefs.text.languages import primary

__all__ = ["quilted_with"]

FEWEST = 10  # words of a quilt
OWN_RUN = 6  # words of a run that is known to be from the text that is named
RUN = 4  # words of one from another text
TELLING = 2  # content words that no version of the text that is named has at that place


def quilted_with(
    excerpt: Excerpt, references: Sequence[ReferenceText], named: Sequence[str], first: int, last: int
) -> ReferenceText | None:
    """The text that is named, where words are a quilt of it and of another one.

    Args:
        excerpt: Where they stand.
        references: The texts of the instrument that is named.
        named: Ids of those that are meant.
        first: The first of the words.
        last: Behind the last.
    """
    keys = [key for key, _, _ in excerpt.words[first:last]]
    if len(keys) < FEWEST:
        return None
    # Of a name any version may be meant, and any term.
    kin = excerpt.versions([one.id for one in references])
    kin += excerpt.references({name for one in kin for name in excerpt.index.families.get(one.id, ())})
    runs = [(one.id in named, _longest_run(one, keys), -one.rank, one) for one in references]
    best = max((one for one in runs if one[1] >= OWN_RUN), default=None)
    if best is None:
        return None
    own = best[3]
    lang = primary(own.definition.lang)
    others = [
        one for one in excerpt.sharing(first, last)
        if primary(one.definition.lang) == lang and share_term(one, own)
    ]  # fmt: skip
    if any(one.run(keys) == len(keys) for one in (*kin, *others)):
        return None
    at, foreign = 0, 0
    while at < len(keys):
        kept = max(one.run(keys, at) for one in kin)
        if kept >= RUN:
            at += kept
            continue
        begins = max(at - RUN + 1, 0)
        reach = max(
            (begin + one.run(keys, begin) for one in others for begin in range(begins, at + 1)), default=0
        )
        if reach - begins < RUN or reach <= at:
            return None
        foreign += sum(len(key) >= LETTERS for key in keys[at:reach])
        at = reach
    return own if foreign >= TELLING else None


def _longest_run(reference: ReferenceText, keys: Sequence[str]) -> int:
    """How many words at most stand in a text as they do here."""
    return max(reference.run(keys, at) for at in range(len(keys)))
