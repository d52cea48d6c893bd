"""Which text the surroundings of a passage name as its source.

The names come from the records (label, title, instrument, short title in brackets, official numbers and
provision) and from `names` in `aliases.toml`. They are compared word by word, capitals and punctuation aside,
so that "15 U.S.C. § 9401(3)", "15 USC 9401(3)" and "EU_AI_ACT" are found; a name of one word must have its
capitals. Where two names begin at one word, the longer one counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from aidefs.describe import identifier
from aidefs.model import Definition
from aidefs.names import Alias

__all__ = ["Mention", "Names", "Surroundings"]

_WORD = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"\(([^()]+)\)")
_SHORT_TITLE = re.compile(r"\(([A-Z][^()\d]+ [A-Z][^()\d]+)\)")
_LINE = re.compile(r"\n")
_SOURCE = re.compile(r"\s*(?:sources?\b|[—–(]|--)", re.IGNORECASE)
# "(Adapted from: …)" names what a text was made of, not where it stands.
_FORERUNNER = re.compile(r"\s*[.\"”’]{0,2}\s*\(\s?adapted\s?from\b[^()]{0,200}\)", re.IGNORECASE)
_PARAGRAPH = re.compile(r"\n\s*\n")
_SUBSECTION = re.compile(r"(?:\(\w{1,4}\))+\Z")
_HEADING = 60  # characters of a line that may be a heading
_LINE_BEFORE = 240  # characters before a passage, in its paragraph, where a source is looked for first
_BEHIND = 160  # characters behind it
_BEFORE = 600  # characters before it where one is looked for next


class Mention(NamedTuple):
    """A name that was found.

    Attributes:
        text: The name as printed.
        start: Offset of its first character.
        ids: The definitions that it may stand for.
    """

    text: str
    start: int
    ids: tuple[str, ...]


class _Name(NamedTuple):
    words: tuple[str, ...]
    capitals: str  # how a name of one word is printed, "" for a longer one
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Names:
    """The names of the texts of a library, by their first words."""

    by_first: Mapping[str, tuple[_Name, ...]]

    @classmethod
    def of(cls, definitions: Iterable[Definition], aliases: Iterable[Alias]) -> Names:
        """Collect the names of definitions."""
        found: dict[tuple[tuple[str, ...], str], list[str]] = {}
        pairs = [(d.id, name) for d in definitions for name in _own_names(d)]
        pairs += [pair for alias in aliases for pair in alias.names]
        given = {_split(name) for alias in aliases for _, name in alias.names}
        chosen = {pair for alias in aliases for pair in alias.names}
        for text, name in pairs:
            words = _split(name)
            single = name if len(words) == 1 else ""
            if words and (words not in given or (text, name) in chosen):
                ids = found.setdefault((words, single), [])
                if text not in ids:
                    ids.append(text)
        by_first: dict[str, list[_Name]] = {}
        for (words, single), ids in sorted(found.items(), key=lambda item: (-len(item[0][0]), item[0])):
            by_first.setdefault(words[0], []).append(_Name(words, single, tuple(ids)))
        return cls({first: tuple(names) for first, names in by_first.items()})

    def mentions(self, text: str) -> Iterator[Mention]:
        """The names in a text, in order; they do not overlap."""
        printed = [(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]
        folded = tuple(word.casefold() for word, _, _ in printed)
        at = 0
        while at < len(folded):
            for name in self.by_first.get(folded[at], ()):
                end = at + len(name.words)
                if folded[at:end] != name.words or (name.capitals and printed[at][0] != name.capitals):
                    continue
                start, stop = printed[at][1], printed[end - 1][2]
                yield Mention(text[start:stop], start, name.ids)
                at = end
                break
            else:
                at += 1


def _split(name: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(name))


def _own_names(d: Definition) -> Iterator[str]:
    titles = [d.label, d.title, d.instrument, *_SHORT_TITLE.findall(d.instrument)]
    for title in titles:
        plain = _BRACKETS.sub("", title).strip()
        if len(_split(plain)) > 1:
            yield plain
    numbers = [text for scheme, value in d.identifiers.items() for text in (value, identifier(scheme, value))]
    for number in [*numbers, d.provision]:
        words = _split(number)
        if (len(words) > 2 or len(number) > 5) and re.search(r"\d{2}", number) and _official(number):
            yield number
            short = _SUBSECTION.sub("", number)
            if short != number and len(_split(short)) > 2:
                yield short


def _official(number: str) -> bool:
    """Whether a number is more than "Article 12" or a date."""
    return bool(re.search(r"[§/]|[A-Z]\.|[A-Z]{2}|\d{5}|\d-\d|No", number))


@dataclass(frozen=True)
class Surroundings:
    """What stands around a passage.

    Attributes:
        line: Names in its line.
        paragraph: Names in its paragraph.
        far: Names further before it, or in the paragraph behind it.
        article: The article that is named nearby ("3(1)"), "" for none.
        article_in_line: Whether that is in the line of the passage.
        named_before: Whether a text is named in the paragraph before the line.
    """

    line: tuple[Mention, ...]
    paragraph: tuple[Mention, ...]
    far: tuple[Mention, ...]
    article: str
    article_in_line: bool
    named_before: bool

    @classmethod
    def of(cls, text: str, start: int, end: int, names: Names) -> Surroundings:
        """Read what stands around `text[start:end]`."""
        forerunner = _FORERUNNER.match(text, end)
        end = forerunner.end() if forerunner else end
        first, last = max(start - _LINE_BEFORE, 0), min(end + _BEHIND, len(text))
        line = max(_line_start(text, start), first), _line_end(text, end, last)
        paragraph = (
            min(max(text.rfind("\n\n", 0, start), first), line[0]),
            _before(_PARAGRAPH, text, end, last),
        )
        in_line = [text[line[0] : start], text[end : line[1]]]
        in_paragraph = [text[paragraph[0] : line[0]], text[line[1] : paragraph[1]]]
        beyond = [text[max(start - _BEFORE, 0) : paragraph[0]], text[paragraph[1] : last]]
        near = next(filter(None, map(_article, in_line)), "")
        return cls(
            _mentions(in_line, names),
            _mentions(in_paragraph, names),
            _mentions(beyond, names),
            near or next(filter(None, map(_article, [*in_paragraph, beyond[0]])), ""),
            bool(near),
            bool(_mentions(in_paragraph[:1], names)),
        )

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The names that count: the nearest that there are."""
        return self.line or self.paragraph or self.far

    @property
    def ids(self) -> tuple[str, ...]:
        """The definitions named, each once."""
        return tuple(dict.fromkeys(name for mention in self.mentions for name in mention.ids))


def _line_start(text: str, start: int) -> int:
    """Where the line of a passage begins, with a heading or a line ending in a colon before it."""
    line = text.rfind("\n", 0, start) + 1
    above = text[:line].rstrip()
    before = above.rfind("\n") + 1
    heading = 0 < len(above) - before <= _HEADING and not _SOURCE.match(above, before)
    return before if above.endswith(":") or heading else line


def _line_end(text: str, end: int, last: int) -> int:
    """Where the line of a passage ends, with a line behind it that states a source."""
    stop = _before(_LINE, text, end, last)
    source = _SOURCE.match(text, stop, last)
    return _before(_LINE, text, source.end(), last) if source else stop


def _mentions(parts: Iterable[str], names: Names) -> tuple[Mention, ...]:
    return tuple(mention for part in parts for mention in names.mentions(part))


def _before(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    found = pattern.search(text, start, end)
    return found.start() if found else end


_ARTICLE = re.compile(
    r"\b(?:Article|Art\.?|art\.|article)[\s\"':]{1,4}(\d{1,3})(?:\s?[(.]\s?(\d{1,2})\)?|,?\s(?:point|no\.?)\s?\(?(\d{1,2})\)?)?"
)


def _article(text: str) -> str:
    """The last article that a text names: "3(1)" or "3"."""
    found = list(_ARTICLE.finditer(text))
    if not found:
        return ""
    article, one, other = found[-1].groups()
    point = one or other
    return f"{article}({point})" if point else article
