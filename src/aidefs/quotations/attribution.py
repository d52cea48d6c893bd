"""Which text the surroundings of a passage name as its source, and whether it is that one.

The nearest names count. A name blames a passage for being another text only where it is said to be the
source: in its line or paragraph before it, or right behind it. What stands elsewhere, and what the sentence
calls a relative ("aligned with the OECD definition"), can only confirm.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from aidefs.quotations.index import Index
from aidefs.quotations.quotation import Attribution
from aidefs.quotations.references import ReferenceText
from aidefs.quotations.titles import KINDS, PASSED_STATUS, Mention, Titles

__all__ = ["Surroundings", "attributed"]

_LINE = re.compile(r"\n")
_SOURCE = re.compile(r"\s*(?:sources?\b|[—–]|\((?!\w{1,4}\))|--)", re.IGNORECASE)  # not an enumerator
# "(Adapted from: …)" names what a text was made of, not where it stands.
_FORERUNNER = re.compile(r"\s*[.\"”’]{0,2}\s*\(\s?adapted\s?from\b[^()]{0,200}\)", re.IGNORECASE)
_PARAGRAPH = re.compile(r"\n\s*\n")
_HEADING = 60  # characters of a line that may be a heading
_LINE_BEFORE = 240  # characters before a passage, in its paragraph, where a source is looked for first
_BEHIND = 160  # characters behind it
_BEFORE = 600  # characters before it where one is looked for next
_BEFORE_NAME = 100  # characters before a name that tell whether it is only a relative
_ANTECEDENT = 4000  # characters before it where the name is looked for that "the Act" stands for

_BRACKETED = r"\((?:[^()\n]|\([^()\n]{0,40}\)){0,160}\)"
# Not behind an abbreviation ("Gov. Code").
_SENTENCE = re.compile(r"(?:(?<=[a-z]{4})|(?<=[\d)\]\"”’»]))[.!?][\"”’»)\]]*\s+(?=[A-Z])")
# The source of the passage before, in brackets behind it.
_OWN_SOURCE = re.compile(r"[\s.,;\"”’»*_]{0,6}" + _BRACKETED)
# What makes a name a relative of the source: "aligned with the OECD's definition", "unlike the AI Act".
_RELATIVE = re.compile(
    r"\b(?:align\w*|consistent|in line|compatible|compar\w+|similar\w*|inspired|based|buil(?:t|ds?|ding)|"
    r"modell?ed|derive[sd]?|adapted|draw(?:s|n|ing)?|drew|unlike|differ\w*|contrast|opposed|mirror\w*|echo\w*|borrow\w*)"
    r"\b(?:[^\w.;:|\n]+\w+){0,6}?[^\w.;:|\n]*\Z",
    re.IGNORECASE,
)
# "… has the meaning given in 15 U.S.C. 9401(3)" is about the term that stands before it.
_MEANING = re.compile(r"\b(?:meaning|defined)\b[^.;\n]{0,60}\Z")
_KIND = re.compile(rf"\b[Tt]he (?:Framework (?!Act))?({'|'.join(sorted(KINDS))})\b(?!\s(?:on|of|for|to)\b)")
# Every statute calls itself "this Act", also one that takes over the text of another; these kinds are rarer.
_THIS = re.compile(r"\b[Tt]his (Convention|Declaration|Directive|Recommendation|Regulation|Treaty)\b")
_DETERMINED = re.compile(r"\b(?:an?|any|each|every|said|such|that|the|this|under)\s+\Z", re.IGNORECASE)


@dataclass(frozen=True)
class Surroundings:
    """What stands around a passage.

    Attributes:
        line: Names in its line that are said to be its source.
        paragraph: The same in its paragraph before it.
        weak: Names that can only confirm a source: relatives, those further away, and those in a sentence or
            paragraph behind it.
        article: The article that is named nearby ("3(1)"), "" for none.
        article_in_line: Whether that is in the line of the passage.
        named_before: Whether a text is named in the paragraph before the line.
        kind: What the line calls an instrument that it does not name ("Act" of "the Act"), "" for none.
        itself: What the text calls itself ("Convention" of "this Convention"), "" for none.
    """

    line: tuple[Mention, ...]
    paragraph: tuple[Mention, ...]
    weak: tuple[Mention, ...]
    article: str
    article_in_line: bool
    named_before: bool
    kind: str
    itself: str

    @classmethod
    def of(cls, text: str, start: int, end: int, titles: Titles, passed: int = 0) -> Surroundings:
        """Read what stands around `text[start:end]`.

        Args:
            text: The reading.
            start: Offset of the definiens.
            end: Offset behind the passage.
            titles: What running text calls the definitions.
            passed: Offset behind the passage before this one.
        """
        forerunner = _FORERUNNER.match(text, end)
        end = forerunner.end() if forerunner else end
        own = _OWN_SOURCE.match(text, passed, start) if passed else None
        first, last = max(start - _LINE_BEFORE, 0), min(end + _BEHIND, len(text))
        line = max(_line_start(text, start), first, own.end() if own else 0)
        stop = _before(_LINE, text, end, last)
        cited = _OWN_SOURCE.match(text, end, stop)
        sentence = _before(_SENTENCE, text, cited.end() if cited else end, stop)
        source = _source_line(text, stop, last)
        paragraph = min(max(text.rfind("\n\n", 0, start), first), line)
        behind = _before(_PARAGRAPH, text, source, last)

        def within(*spans: tuple[int, int]) -> tuple[Mention, ...]:
            return tuple(name for span in spans for name in titles.mentions(text, *span))

        told = within((line, start), (end, sentence), (stop, source))
        above = within((paragraph, line))
        if own:
            above = tuple(name for name in above if not own.start() <= name.start < own.end())
        relatives = {name for name in told + above if _is_relative(text, name.start, (start, end))}
        others = within(
            (sentence, stop), (source, behind), (max(start - _BEFORE, 0), paragraph), (behind, last)
        )
        near = _article(text, (line, start), (end, sentence), (stop, source), (sentence, stop))
        far = _article(text, (paragraph, line), (source, behind), (max(start - _BEFORE, 0), paragraph))
        return cls(
            tuple(name for name in told if name not in relatives),
            tuple(name for name in above if name not in relatives),
            (*sorted(relatives), *others),
            near or far,
            bool(near),
            bool(above),
            _last(_KIND, text[line:start]) or _last(_KIND, text[end:sentence]),
            _last(_THIS, text[first:start]),
        )

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The names that count: the nearest that there are."""
        return self.line or self.paragraph or self.weak

    @property
    def ids(self) -> tuple[str, ...]:
        """The definitions named, each once."""
        return _ids_of(self.mentions)


def _is_relative(text: str, at: int, passage: tuple[int, int]) -> bool:
    """Whether the name at an offset is said to be no source of the passage."""
    start, end = passage
    low = max(at - _BEFORE_NAME, end if at >= end else 0)
    if _RELATIVE.search(text, low, at):
        return True
    return "\n" in text[at:start] and _MEANING.search(text, low, at) is not None


def _ids_of(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The definitions that names stand for, each once."""
    return tuple(dict.fromkeys(name for mention in mentions for name in mention.ids))


def attributed(
    reference: ReferenceText, texts: Set[str], around: Surroundings, text: str, start: int, index: Index
) -> Attribution:
    """What the surroundings of a passage name as its source, and whether it is.

    Args:
        reference: The definition that the passage gives.
        texts: Ids of the definitions that it equals, this one among them.
        around: What stands around the passage.
        text: The whole text.
        start: Where the passage begins in it.
        index: The index over the library.
    """
    definition, article = reference.definition, around.article
    kinds = index.titles.kinds[definition.id]

    def judged(mentions: Sequence[Mention]) -> Attribution:
        named = _ids_of(mentions)
        settled = {index.settled.get(name, name) for name in named}
        fits = bool(texts & (index.instruments(named) | settled))
        printed = tuple(dict.fromkeys(mention.text for mention in mentions))
        return Attribution(named, fits, printed, article)

    alone = not around.mentions or (around.article_in_line and not around.named_before)
    if reference.in_article(article) and alone and not around.line:
        return Attribution((definition.id,), True, (), article)
    if around.line:
        return judged(around.line)
    if around.kind:
        named = _antecedent(text, start, around.kind, index.titles)
        if named:
            return judged((Mention(f"the {around.kind}", 0, named),))
        in_force = definition.status not in PASSED_STATUS
        if named is None and in_force and around.kind in kinds:
            return Attribution((definition.id,), True, (f"the {around.kind}",), article)
    if around.paragraph:
        return judged(around.paragraph)
    fitting = [name for name in around.weak if judged((name,)).fits]
    if fitting:
        return judged(fitting)
    if around.itself in kinds:
        return Attribution((definition.id,), True, (f"this {around.itself}",), article)
    return Attribution(provision=article)  # what is too far away is no reproach


def _antecedent(text: str, start: int, kind: str, titles: Titles) -> tuple[str, ...] | None:
    """What "the Act" stands for at a place of a text: the instrument of this kind that was named last.

    Returns:
        The definitions; none of them where that instrument has none, None where no instrument was named.
    """
    before = text[max(start - _ANTECEDENT, 0) : start]
    for match in reversed(list(re.finditer(rf"\b{kind}\b", before))):
        at = match.start()
        if _DETERMINED.search(before, max(at - 20, 0), at) and not titles.at(before, match.span()):
            continue
        return titles.at(before, match.span())
    return None


def _last(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.findall(text)
    return found[-1] if found else ""


def _line_start(text: str, start: int) -> int:
    """Where the line of a passage begins, with a heading or a line ending in a colon before it."""
    line = text.rfind("\n", 0, start) + 1
    above = text[:line].rstrip()
    before = above.rfind("\n") + 1
    heading = 0 < len(above) - before <= _HEADING and not _SOURCE.match(above, before)
    return before if above.endswith(":") or heading else line


def _source_line(text: str, stop: int, last: int) -> int:
    """The end of a line behind the line of a passage that states a source; `stop` where none does."""
    source = _SOURCE.match(text, stop, last)
    return _before(_LINE, text, source.end(), last) if source else stop


def _before(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    found = pattern.search(text, start, end)
    return found.start() if found else end


_ARTICLE = re.compile(
    r"\b(?:Article|Art\.?|art\.|article)[\s\"':]{1,4}(\d{1,3})(?:\s?[(.]\s?(\d{1,2})\)?|,?\s(?:point|no\.?)\s?\(?(\d{1,2})\)?)?"
)


def _article(text: str, *spans: tuple[int, int]) -> str:
    """The article that is named last in the first span that names one: "3(1)" or "3"."""
    for span in spans:
        found = list(_ARTICLE.finditer(text, *span))
        if found:
            article, one, other = found[-1].groups()
            point = one or other
            return f"{article}({point})" if point else article
    return ""
