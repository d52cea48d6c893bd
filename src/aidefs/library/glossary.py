"""The words of this library and what they mean: one list for `aidefs glossary` and for ARCHITECTURE.md."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from aidefs.classes import NamedTuple, dataclass
from aidefs.errors import InputError, demand, near
from aidefs.results import Column, Result, columns_of, observation

__all__ = ["ENTRIES", "Glossary", "GlossaryEntry", "glossary"]


class GlossaryEntry(NamedTuple):
    """A word, other words for it, and what it means."""

    word: str
    meaning: str
    also: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """All the words of the entry."""
        return (self.word, *self.also)


_LIST = """
term / definiendum: What is defined: “AI system”.
defining words / definiens: The words that define the term.
opening words / frame: The words that only name the term and connect it: “‘AI system’ means”.
genus: The kind of thing that the defining words begin with: “a machine-based system”.
element: A part of a definition that answers one question: autonomy, inference, outputs …
segment: A run of the text that carries one element.
facet: A textual fact on a segment: its modal verb, whether it excludes, what it lists.
open list: A list that says that it is not complete: “such as”, “including”, “among others”.
cue: A wording that points to an element, written as a pattern in `data/terms/<term>.toml`.
exemplar: A reviewed wording that helps to recognise a similar one.
reviewed: Cut into elements by hand; the annotation is stored with the text.
automatic: Cut into elements by the program, by rules that it can name.
baseline: The definition with which the others are compared.
redline: What was deleted, inserted and kept between two texts.
finding: A sentence that a comparison says of the words of its texts, with the words.
similarity: The share of words in common, from 0 (none) to 1 (all); punctuation does not count.
reworded: An element that both texts have, in other words.
moved: An element that stands in another place among the others.
wording: One text, whoever has it; several definitions can share it.
collation: Several texts aligned word by word, one of them printed in full as the base.
text A / witness / siglum: A text in a collation, and the letter that stands for it.
reading: What a text has at a place where the base of a collation reads otherwise.
lemma: The words of the base at such a place.
apparatus: The list of these places with their readings.
lineage: From which earlier texts a text was made, as a source says or the words show.
read in the official document: The issuer’s own document, or the gazette, was read.
read in two independent copies: Two copies that do not depend on each other agree.
read in a public copy: It was read in one copy that has a public address, or in several of one source.
superseded: Said of a text whose place a later one has taken.
lapsed: Said of a bill that ended without becoming law.
key: A word without capitals, kinds of quotation marks and invisible characters: what is compared.
view: A result as a document of headings, paragraphs and tables, before any format.
port: The object by which results call the rooms above them without importing them.
"""


def _entry(line: str) -> GlossaryEntry:
    words, _, meaning = line.partition(": ")
    word, *also = words.split(" / ")
    return GlossaryEntry(word, meaning, tuple(also))


ENTRIES = tuple(map(_entry, _LIST.strip().splitlines()))
"""The glossary, by subject."""

_COLUMNS = columns_of("""
word string The word
also array Other words for it
meaning string What it means
""")


@dataclass(frozen=True)
class Glossary(Result):
    """Entries of the glossary.

    Attributes:
        entries: The entries, in the order of the list.
    """

    entries: tuple[GlossaryEntry, ...]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/glossary/1"."""
        return {
            **self._stamp("glossary"),
            "entries": [
                {"word": one.word, "also": list(one.also), "meaning": one.meaning} for one in self.entries
            ],
        }

    def columns(self) -> tuple[Column, ...]:
        """Columns of `records`."""
        return _COLUMNS

    def records(self) -> tuple[dict[str, Any], ...]:
        """One row an entry."""
        return tuple(observation(_COLUMNS, one._asdict()) for one in self.entries)


def glossary(term: str | None = None) -> Glossary:
    """What the words of this library mean.

    Args:
        term: One of them, or another word for it; None for all. Capitals do not count.

    Raises:
        InputError: The word is not in the glossary; the message names the nearest.
    """
    if term is None:
        return Glossary(ENTRIES)
    demand(term, str, "a word")
    wanted = " ".join(term.casefold().split())
    found = tuple(one for one in ENTRIES if wanted in map(str.casefold, one.words))
    if not found:
        known = [word for one in ENTRIES for word in one.words]
        raise InputError(f"'{term}' is not in the glossary; {_nearest(wanted, known)}")
    return Glossary(found)


def _nearest(wanted: str, known: Iterable[str]) -> str:
    words = sorted(known)
    within = [word for word in words if wanted and set(wanted.split()) & set(word.casefold().split())]
    hint = ", ".join(dict.fromkeys([*within, *near(wanted, words)]))
    return f"nearest: {hint}" if hint else "'aidefs glossary' shows all"
