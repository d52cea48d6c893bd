"""Fragments: a few words of a text between quotation marks, near its name.

Lawyers quote clauses: “may exhibit adaptiveness after deployment”. So short a passage says nothing by
itself; it is held against the text that is named beside it, in all its versions. It is a fragment of this
text where its words stand there, a changed one where all but a few do. That it stands in no version is said
only of words that are introduced as the definition of the term, because nothing but the definition is
stored of an instrument.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from aidefs.quotations.index import Index
from aidefs.quotations.local_alignment import best_alignment
from aidefs.quotations.marks import QuotedSpan, quoted_spans
from aidefs.quotations.passages import ParallelPassage
from aidefs.quotations.references import ReferenceText, StemmedWord, words

__all__ = [
    "SAME",
    "UNKNOWN_LENGTH",
    "best_fragment",
    "fragment_of",
    "introduced_as_definition",
    "long_enough",
    "may_define",
    "quoted_words",
]

CONTENT = 3  # content words of a fragment
LETTERS = 4  # of a content word
SHARE = 0.5  # of the content words that must be known to the library
STATED = 0.3  # similarity from which a statement in prose is a paraphrase of the text that is named
SAME = 0.7  # similarity from which a fragment is taken for a changed one
ALIKE = 0.4  # similarity from which the definition that is named is said to be changed, and not another
UNKNOWN_LENGTH = 8  # words of a quotation of another text that is worth a note
LONGEST = 400  # words

# A sentence that says in prose what the definition of a text is.
_STATEMENT = re.compile(
    r"(?:\b(?:defin(?:es|ed|ing)|explain(?:s|ed)|describe[sd]?|understands?|definiert|définit|definisce|definieert|definiuje"
    r"|define)\s+(?:an?\s+|the\s+term\s+|einen?\s+|une?\s+|l’|les\s+|uno?\s+|una\s+|een\s+)?"
    r"|\b(?:under|according\s+to|nach|gemäß|laut|selon|según|secondo|volgens)\s+[^,.;\n]{3,80},?\s+(?:an?\s+)?)"
    r"[“\"'‘„«*]{0,3}(?:artificial\s+intelligence|AI|KI|IA|SI)?"
    r"(?:[- ]?(?:systems?|Systeme?|systeem|sistemas?))?"
    r"[”\"'’“»*]{0,3}\s+"
    r"(?:broadly\s+|generally\s+)?(?:as|als|comme|como|come|jako|is|are|means?|to\s+be|ist|sind|est|es|è)\s+",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"[^.;\n]{20,600}(?:[.](?=\s|\Z)(?:\s+(?:These|They|It|Such|In\s+addition|Sie|Diese|Ils|Elles|Ces|Estos)\b[^.\n]{10,400}[.]){0,2})?"
)
_DEFINING_WORD = re.compile(r"\b(?:defin|définit|definisc|definicj)", re.IGNORECASE)
_DEFINING = re.compile(
    r"\b(?:defin\w+|definier\w*|définit|definisce|definieert|definiuje|definición|définition|definizione)\b"
    r"(?P<what>[^.;\n]{0,90}?)\b(?:as|als|comme|como|come|jako|to\smean|means?|is|reads|lautet|est|es)\b[\s:,*_>]*\Z",
    re.IGNORECASE,
)
_NO_TERM = frozenset(
    [
        "a",
        "an",
        "the",
        "term",
        "terms",
        "in",
        "of",
        "art",
        "by",
        "under",
        "for",
        "its",
        "that",
        "which",
        "einen",
        "ein",
        "eine",
        "das",
        "den",
        "der",
        "begriff",
        "un",
        "une",
        "le",
        "la",
        "les",
        "el",
        "il",
        "lo",
        "een",
        "het",
        "de",
        "na",
        "and",
        "as",
        "uno",
        "articl",
        "artic",
        "artik",
        "eu",
        "s",
        "syste",
        "artif",
        "intel",
        "ai",
        "ki",
        "ia",
        "kunst",
        "intél",
    ]
)


def statements(text: str) -> Iterator[tuple[int, int]]:
    """Where a text says in prose what a definition is: "Under the Act, an AI system is …"."""
    for match in _STATEMENT.finditer(text):
        stated = _STATED.match(text, match.end())
        if stated:
            yield stated.span()


def may_define(text: str) -> bool:
    """Whether a text speaks of definitions at all."""
    return _DEFINING_WORD.search(text) is not None


def only_terms(content: str, references: Iterable[ReferenceText]) -> bool:
    """Whether words between marks are nothing but the term that is defined."""
    keys = {key for key, _, _ in words(content)}
    return any(keys <= {key for key, _, _ in words(one.definition.term)} | _NO_TERM for one in references)


def long_enough(content: str) -> bool:
    """Whether words between marks are a fragment of a text rather than a term."""
    return sum(len(key) >= LETTERS for key, _, _ in words(content)) >= CONTENT


def quoted_words(text: str, index: Index) -> Iterator[QuotedSpan]:
    """The stretches between marks that may be fragments of the library, or quotations of another text."""
    for span in quoted_spans(text):
        low, high = span.inner
        if not span.closed or high - low < CONTENT * LETTERS or high - low > LONGEST * 12:
            continue
        keys = [key for key, _, _ in words(text[low:high])]
        if len(keys) > LONGEST:
            continue
        content = [key for key in keys if len(key) >= LETTERS]
        known = sum(key in index.stems for key in content)
        if (len(content) >= CONTENT and known >= SHARE * len(content)) or len(keys) >= UNKNOWN_LENGTH:
            yield span


def fragment_of(
    reference: ReferenceText,
    text: str,
    found: Sequence[StemmedWord],
    total: Sequence[float],
    low: int,
    high: int,
) -> ParallelPassage | None:
    """The words `found[low:high]` beside what they give of a definition; None where they share too little."""
    alignment = best_alignment(found, total, low, high, reference)
    if alignment is None:
        return None
    own = reference.words
    first = max(alignment.start - (alignment.first - low), 0)
    last = min(alignment.stop + (high - alignment.last), len(own))
    start, end = found[low][1], found[high - 1][2]
    return ParallelPassage(
        reference=reference,
        words=(low, high),
        definiens=low,
        start=start,
        end=end,
        text=text[start:end],
        official=(own[first][1], own[last - 1][2]),
        late=max(first - reference.head_word, 0),
        early=max(reference.end_word - last, 0),
        dotted=False,
        framed=False,
        introduced=False,
        continued=False,
    )


def best_fragment(passages: Iterable[ParallelPassage], preferred: Sequence[str]) -> ParallelPassage | None:
    """The passage that departs least from its text; of equal ones that of the text that is named first."""
    order = {name: place for place, name in enumerate(preferred)}

    def cost(passage: ParallelPassage) -> tuple[bool, float, int, int]:
        name = passage.reference.definition.id
        changed = sum(gone + new for gone, new in passage.changed)
        return (
            bool(passage.faults),
            changed + 0.5 * len(passage.faults),
            order.get(name, 99),
            passage.reference.rank,
        )

    return min(passages, key=cost, default=None)


def introduced_as_definition(before: str, reference: ReferenceText) -> bool:
    """Whether words are said to be the definition of the term: "defines an AI system as “…”"."""
    match = _DEFINING.search(before)
    if match is None:
        return False
    term = {key for key, _, _ in words(reference.definition.term)}
    what = [key for key, _, _ in words(match["what"])]
    rest = [key for key in what if key not in term | _NO_TERM and not key.isdigit()]
    return bool(what) and not rest
