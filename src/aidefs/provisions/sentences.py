"""Where a text defines terms: sentences with a frame, numbered entries, entries of a glossary.

A provision begins where a sentence or an entry of a list begins and has a frame there
(`segmentation.frames`), so that what counts as one is decided by the grammar of the language. It ends with
its last limb and the sentences that go on about the same term. Only languages with a grammar are read: of
another text nothing is found, which does not say that it defines nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice

from aidefs.classes import NamedTuple
from aidefs.segmentation.frames import frame_end
from aidefs.segmentation.grammar import Grammar
from aidefs.segmentation.grammars import grammar_of
from aidefs.text.languages import profile
from aidefs.text.recognition import recognise
from aidefs.text.tokens import TokenColumns, token_columns

__all__ = ["Statement", "find_statements"]


class Statement(NamedTuple):
    """A stretch of a text that gives a term its meaning.

    Attributes:
        start: Offset of its first character: behind a number, with "In this section, the term".
        end: Offset behind its last one, without the mark that only separates it from the next entry.
        term: The term as the text writes it.
        also: Further terms of the same provision.
        number: The number that stands before it, such as "(1)", "" where none does.
        stated: Whether the text itself says that it defines: the term stands in quotation marks or after
            "the term", the verb is one that defines, or the entry stands under the heading of a glossary. A
            sentence that only has the form ("AI is a …") does not.
        text: Its words, where they are not simply those between the offsets.
    """

    start: int
    end: int
    term: str
    also: tuple[str, ...]
    number: str
    stated: bool
    text: str = ""


def find_statements(text: str, lang: str = "") -> tuple[Statement, ...]:
    """The provisions of a text that define a term, in its order.

    Args:
        text: Any plain text; its lines are paragraphs, or are wrapped.
        lang: BCP 47 tag of its language; by default recognised.
    """
    grammar = grammar_of(lang or recognise(text))
    return tuple(_Search(text, grammar).provisions()) if grammar.lang else ()


_REACH = 80  # tokens of a sentence in which its frame is looked for
_LONGEST_TERM = 12  # words of a term without quotation marks
_LONGEST_CAPTION = 10  # words of what stands before the colon of a glossary
_WRAPPED = 100  # characters; lines of a text that has no longer ones are parts of paragraphs
_STRANGERS = 3  # lines that end a glossary; one or two introduce it
_GAP = 40  # characters between a provision and what adds to it: numbers and white space
_PLURAL = 2  # letters by which a plural may be longer
_NUMBERS = 4  # that stand one behind another
_HEAD = 160  # characters in which a sentence says what it is about
_BETWEEN = 30  # tokens between a term and its verb ("“T”, with respect to …, means")

_OPENING = "\"“„‘'«»‹"
_NUMBER = re.compile(
    r"""["“„‘'«]?
    (?: \((?:\d{1,3}[a-z]?|[a-zA-Z]{1,2}|[ivxlcIVXLC]{1,6}|\d{1,2}(?:\.\d{1,2})+)\)
      | (?:\d{1,3}(?:[.-]\d{1,3})*[a-z]?|[a-zA-Z]|[ivxlc]{1,6}|[IVXLC]{1,6})[.)](?=[\s"“„‘'«])
      | \d{1,3}(?:\.\d{1,3})+(?=\s)
      | \d{1,2}[º°]
      | \d{1,3}(?=\s+["“„‘«(])  # of a line of a bill
      | (?:§{1,2}|(?:[Ss]ec|SEC|[Ss]ection|SECTION|[Aa]rt|ART|[Aa]rticle|ARTICLE|Artikel|Artículo)\b\.?)
        \s?\d[\w.:-]{0,12}?\.?(?=[\s—–])
      | [-–—*•‣▪◦●·](?=\s)
    )\s*""",
    re.X,
)
_SENTENCE = re.compile(r"(?:[.;:!?][)\]\"”’»]*(?:\s*[—–-]{1,2})?\s+|[.:][—–-]{1,2}|[.:;]\s?[—–])(?=\S)")
_LINE = re.compile(r"[^\n]*(?:\n|\Z)")
_JOINED = re.compile(r"(?:[;,]\s{0,9})(?:and|or|und|oder|et|ou|y|o|e|en|of|i|lub)\Z")
_LETTER = re.compile(r"[^\W\d_]")
_GLOSSARY = re.compile(
    r"\b(?:definitions?|glossar|glossair|glosario|terms\b|begriffs|définitions|definicion|definiç|definizion"
    r"|definities|begrippen|definicj|słownicz)",
    re.I,
)
_ENTRY = re.compile(r"[^\W\d_a-z][^\n:.;]{1,60}:\s")  # "Machine learning: a field …"
_DOUBLED = re.compile(r"``|‘‘|''|’’|`")  # as plain-text editions of statutes print quotation marks
_MARKS = {"``": " “", "‘‘": " “", "''": "” ", "’’": "” ", "`": "‘"}


def _plain_marks(text: str) -> str:
    """The text with one sign for each quotation mark, as long as it was."""
    return _DOUBLED.sub(lambda match: _MARKS[match[0]], text)


class _Opening(NamedTuple):
    """Where a sentence or an entry begins.

    Attributes:
        at: Offset of its first character, behind its number.
        mark: Offset of its number, or the same.
        number: The number.
        line: Index of its line.
        first: Whether it stands first on its line.
    """

    at: int
    mark: int
    number: str
    line: int
    first: bool


class _Framed(NamedTuple):
    """A sentence that has a frame: its start, and the tokens of the frame."""

    start: _Opening
    low: int
    stop: int
    stated: bool
    quoted: bool = False
    is_entry: bool = False


class _Search:
    """The search through one text."""

    def __init__(self, text: str, grammar: Grammar) -> None:
        self.text = text
        self.grammar = grammar
        self.columns: TokenColumns = token_columns(_plain_marks(text), grammar.lang)
        self.abbreviations = frozenset(profile(grammar.lang).abbreviations.split())
        self.lines = [match.span() for match in _LINE.finditer(text) if match.end() > match.start()]
        long = sum(end - start > _WRAPPED for start, end in self.lines)
        self.wrapped = long * 10 < len(self.lines)

    def provisions(self) -> Iterator[Statement]:
        """The provisions in the order of the text, none of them inside another."""
        frames = self.frames
        behind = 0
        last: Statement | None = None
        for k, frame in enumerate(frames):
            if frame.start.at < behind:
                continue
            limit = self._limit(k)
            terms = self._terms(frame)
            if not terms:
                continue
            end = self._end(frame, limit, terms)
            if not _LETTER.search(self.text, self.columns.ends[frame.stop - 1], end):
                continue  # it only announces what follows
            behind = end
            if last and _same(last.term, terms[0]) and self._adds(frame, last.end):
                last = last._replace(end=end)
                continue
            if last:
                yield last
            also, number = tuple(terms[1:]), frame.start.number
            last = Statement(frame.start.at, end, terms[0], also, number, frame.stated)
        if last:
            yield last

    def _limit(self, k: int) -> int:
        """Where the next frame begins that is not only a limb with its verb ("“T”— (A) means …")."""
        frame = self.frames[k]
        parted = self.columns.keys[frame.stop - 1] == "-"
        for other in islice(self.frames, k + 1, None):
            if other.start.at > frame.start.at and not (parted and not other.quoted and other.start.number):
                return other.start.mark
        return len(self.text)

    def _adds(self, frame: _Framed, behind: int) -> bool:
        """Whether a frame only adds to a provision before it: "“T” does not include …"."""
        f = self.grammar.frame
        if frame.start.at - behind > _GAP:
            return False
        between = _NUMBER.sub("", self.text[behind : frame.start.at])
        keys = self.columns.keys[frame.low : frame.stop]
        return not _LETTER.search(between) and not set(keys) & (f.means | f.mean | f.meaning | f.denotes)

    # --- where one begins ---------------------------------------------------------------------

    @cached_property
    def frames(self) -> list[_Framed]:
        """Frames by their place; of several that end in one place the last, which is the sentence itself."""
        found: dict[int, _Framed] = {}
        strangers = _STRANGERS  # lines since the heading of a glossary that are no entries of it
        for start in self._starts():
            frame = self._frame(start)
            if frame and not frame.is_entry:
                found[frame.stop] = frame
            if not start.first:
                continue
            if self._heads_glossary(start.line):
                strangers = 0
            elif frame is None:
                strangers += 1
            elif frame.is_entry and strangers < _STRANGERS:
                strangers = 0
                found[frame.stop] = frame._replace(stated=True)
        return sorted(found.values(), key=lambda frame: frame.start.at)

    def _starts(self) -> Iterator[_Opening]:
        alone: _Opening | None = None
        for line, (low, high) in enumerate(self.lines):
            at = low
            while at < high and (
                self.text[at] in ">|" or (self.text[at].isspace() and self.text[at] != "\n")
            ):
                at += 1
            if at >= high or self.text[at] == "\n":
                continue
            start = self._behind_numbers(at, high, line, first=True)
            if start.number and not self.text[start.at : high].strip():
                alone = alone or start  # a number on a line of its own belongs to the next
                continue
            if alone:
                yield start._replace(mark=alone.mark, number=start.number or alone.number)
            elif not self._continues(line):
                yield start
            alone = None
            for match in _SENTENCE.finditer(self.text, at, high):
                yield self._behind_numbers(match.end(), high, line, first=False)

    def _behind_numbers(self, at: int, high: int, line: int, *, first: bool) -> _Opening:
        mark, number = at, ""
        for _ in range(_NUMBERS):  # "Sec. 3. (a) (1)"
            match = _NUMBER.match(self.text, at, high)
            if not match:
                break
            number, at = match[0].strip(" \t\n\"“„‘'«"), match.end()
        return _Opening(at, mark, number, line, first)

    def _continues(self, line: int) -> bool:
        """Whether a line of a wrapped text only goes on with the one before."""
        if line == 0:
            return False
        before = self.text[slice(*self.lines[line - 1])].rstrip()
        here = self.text[slice(*self.lines[line])].lstrip()
        if not before or _NUMBER.match(here) or _ENTRY.match(here):
            return False
        if here[:1].islower():
            return before[-1] not in ".;:!?—"
        return self.wrapped and before[-1] not in '.;:!?—”"’'

    def _frame(self, start: _Opening) -> _Framed | None:
        columns, g = self.columns, self.grammar
        low = bisect_left(columns.starts, start.at)
        end = self._sentence_end(low)
        if end - low < 3:
            return None
        stop = self._quoted_end(low, end) or frame_end(columns.keys, low, end, g)
        if not low < stop <= end or stop >= len(columns.keys):
            return None
        keys = columns.keys[low:stop]
        if self._is_stated(keys, start):
            return _Framed(start, low, stop, True, self._quoted(keys) is not None)
        if not self._has_the_form(keys, start):
            return None
        return _Framed(start, low, stop, False, is_entry=keys[-1] in {":", "-"})

    def _quoted_end(self, low: int, end: int) -> int:
        """The end of "“T”, “U” and “V” mean" and of "The term “T”—", 0 where none begins at a token.

        Behind a term in quotation marks that opens its sentence even a weak verb is the connector.
        """
        keys, f, g = self.columns.keys, self.grammar.frame, self.grammar
        at = low
        if keys[at] in f.introducing:
            at = next((k for k in range(at, min(end, at + _BETWEEN)) if keys[k] in {"'", ","}), end - 1)
            at += keys[at] == ","
        phrase = next((words for words in f.the_term if keys[at : at + len(words)] == words), ())
        at += len(phrase)
        if at >= end or keys[at] != "'":
            return 0
        while at < end and (keys[at] == "'" or keys[at] in g.conjunction | {","}):
            if keys[at] == "'":
                if "'" not in keys[at + 1 : end]:
                    return 0
                at = keys.index("'", at + 1)
            at += 1
        if phrase and at < end and keys[at] == "-":
            return at + 1 if self.columns.kinds[at + 1 : at + 2] == (1,) else 0
        reach = min(end, at + (_BETWEEN if keys[at - 1] == "," else 1))
        for k in range(at, reach):
            if keys[k] in f.means | f.mean | f.includes | f.denotes:
                return k + 1
            if keys[k] in g.modal and keys[k + 1 : k + 2] and keys[k + 1] in f.stems:
                return k + 2
        return 0

    def _sentence_end(self, low: int) -> int:
        """The token behind the sentence that begins at a token, as far as its frame can reach."""
        keys, columns = self.columns.keys, self.columns
        for at in range(low + 1, min(low + _REACH, len(keys))):
            if keys[at] in {".", ";"} or "\n\n" in columns.text[columns.ends[at - 1] : columns.starts[at]]:
                return at
        return min(low + _REACH, len(keys))

    def _is_stated(self, keys: Sequence[str], start: _Opening) -> bool:
        """Whether a frame says that it defines."""
        f, g = self.grammar.frame, self.grammar
        if self._quoted(keys) is not None:
            return True
        words = [key for key in keys if key[:1].isalpha()]
        if not words or words[0] in g.relative | f.existential | f.we:
            return False
        if any(tuple(words[: len(phrase)]) == phrase for phrase in f.the_term):
            return True
        if words[0] in f.introducing and "," in keys:
            words = [key for key in keys[list(keys).index(",") :] if key[:1].isalpha()]
        if set(words) & (g.pronoun | g.frame.pronoun | g.anaphoric | g.modal):
            return False  # "It also means …", "should update the means"
        verbs = [
            k
            for k, word in enumerate(words)
            if word in f.means | f.denotes | f.meaning
            or (word in f.refers_to and k and words[k - 1] in f.refers)
        ]
        named = [word for word in words[: verbs[0]] if word not in g.determiner | g.pronoun] if verbs else []
        if verbs and named and len(named) <= _LONGEST_TERM:
            return self.text[start.at].isupper() or bool(start.number) or start.first
        return not verbs and self._announced(words)

    def _announced(self, words: Sequence[str]) -> bool:
        """Whether the words before the term define it ("on entend par …", "bezeichnet der Ausdruck …")."""
        f = self.grammar.frame
        phrases = (*f.fronted, *f.parted)
        joined = " " + " ".join(words) + " "
        opened = bool(f.openings) and any(pattern.match(joined[1:]) for pattern in f.openings)
        return opened or any(f" {' '.join(phrase)} " in joined for phrase in phrases)

    def _quoted(self, keys: Sequence[str]) -> int | None:
        """The token that opens the term, where a term in quotation marks stands in front."""
        f = self.grammar.frame
        marks = [k for k, key in enumerate(keys) if key == "'"]
        if len(marks) < 2:
            return None
        first = marks[0]
        fronting = {words[-1] for words in (*f.fronted, *f.the_term)} | f.before_term | f.by | {","}
        led = keys[0] in f.introducing and first < _BETWEEN
        near = first <= 1 or led or keys[first - 1] in fronting or not f.the_term
        return first if near else None

    def _has_the_form(self, keys: Sequence[str], start: _Opening) -> bool:
        """Whether a line has the form of a definition without saying so: "AI is a …", "AI: a …"."""
        g = self.grammar
        words = [key for key in keys if key[:1].isalpha()]
        named = words[:-1] if words and words[-1] in g.frame.copula else words
        definite = bool(g.frame.no_term_first) and bool(words) and words[0] in g.determiner
        if (definite and words[0] not in g.frame.no_term_first) or set(words[:1]) & g.subordinator:
            return False  # "The tool is a subject of …", "If the tool is a …"
        length = sum(word not in g.determiner for word in named)
        if not start.first or "," in keys or not 0 < length <= _LONGEST_CAPTION:
            return False
        behind = self.columns.keys[bisect_left(self.columns.starts, start.at) + len(keys)]
        is_one = words[-1] in g.frame.copula and behind in g.frame.articles
        return (is_one or keys[-1] in {":", "-"}) and not set(named) & (g.pronoun | g.relative | g.modal)

    def _heads_glossary(self, line: int) -> bool:
        """Whether a line is the heading of a list of terms."""
        words = self.text[slice(*self.lines[line])].split()
        return len(words) <= _LONGEST_CAPTION and bool(_GLOSSARY.search(" ".join(words)))

    # --- what it defines ----------------------------------------------------------------------

    def _terms(self, frame: _Framed) -> list[str]:
        columns = self.columns
        keys = columns.keys[frame.low : frame.stop]
        found = []
        if self._quoted(keys) is not None:
            marks = [k for k, key in enumerate(keys) if key == "'"]
            for opens, closes in zip(marks[::2], marks[1::2], strict=False):
                low, high = columns.ends[frame.low + opens], columns.starts[frame.low + closes]
                found.append(" ".join(self.text[low:high].split()).strip(" ,"))
        else:
            named = [frame.low + k for k, key in enumerate(keys) if self._names(keys, k, key)]
            run: list[int] = []
            for at in named:
                if run and at != run[-1] + 1:
                    break
                run.append(at)
            if run:
                found.append(" ".join(self.text[columns.starts[run[0]] : columns.ends[run[-1]]].split()))
        return [term for term in found if term]

    def _names(self, keys: Sequence[str], k: int, key: str) -> bool:
        """Whether a token of a frame without quotation marks belongs to the term."""
        g, f = self.grammar, self.grammar.frame
        if keys[0] not in f.introducing or "," in keys[:k]:
            verbs = f.means | f.mean | f.denotes | f.has | f.copula | f.meaning | f.defining_as | f.refers
            verbs |= f.includes
            led = any(other in verbs for other in keys[:k])
            closed = {word for phrase in f.the_term for word in phrase}
            return key[:1].isalnum() and key not in g.determiner | g.modal | verbs | closed and not led
        return False

    # --- where it ends ------------------------------------------------------------------------

    def _end(self, frame: _Framed, limit: int, terms: Sequence[str]) -> int:
        """The end of a provision: of its last limb or of the last sentence about its term."""
        line = frame.start.line
        end = self._end_of_paragraph(frame, limit, terms)
        own = _kind(frame.start.number)
        line = bisect_left(self.lines, (end, -1)) if end < limit else len(self.lines)
        limbs: list[str] = []
        alone = ""
        while line < len(self.lines) and self.lines[line][0] < limit:
            low, high = self.lines[line]
            words = self.text[low:high].strip(" \t\n>|")
            match = _NUMBER.match(words + "\n")
            if match and match.end() >= len(words):
                alone = _kind(words)  # the number of the next line
            if not words or (match and match.end() >= len(words)):
                line += 1
                continue
            kind = _kind(match[0].strip(" \t\n\"“„‘'«")) if match else alone
            alone = ""
            open_ = self._is_open(frame.start.at, end)
            if kind and kind != own and (kind in limbs or open_):
                limbs.append(kind)
            elif kind or not (open_ or self._goes_on(words, terms) or self._continues(line)):
                break
            end = min(low + len(self.text[low:high].rstrip()), limit)
            line += 1
        return self._trimmed(frame.start.at, end)

    def _end_of_paragraph(self, frame: _Framed, limit: int, terms: Sequence[str]) -> int:
        """The end of the sentences on the line of a provision, or on the lines of its wrapped paragraph."""
        line, low = frame.start.line, frame.start.at
        high = self.lines[line][1]
        while line + 1 < len(self.lines) and high < limit and self._continues(line + 1):
            line += 1
            high = self.lines[line][1]
        high = min(high, limit)
        if frame.start.number:
            return high
        behind = self.columns.starts[frame.stop] if frame.stop < len(self.columns.starts) else high
        for match in re.finditer(r"[.!?][)\]\"”’»]*\s+(?=[^\W\d_a-z]|[\"“„‘«(])", self.text[behind:high]):
            if self._abbreviates(behind + match.start()):
                continue
            at = behind + match.end()
            if not self._goes_on(self.text[at : min(high, at + _HEAD)], terms):
                return behind + match.end()
        return max(high, low)

    def _abbreviates(self, stop: int) -> bool:
        """Whether a full stop only ends an abbreviation or an initial ("U.S.", "No.", "C.")."""
        words = re.split(r"[\s(]", self.text[max(0, stop - 12) : stop])
        return len(words[-1].rpartition(".")[2]) == 1 or words[-1].casefold() in self.abbreviations

    def _is_open(self, start: int, end: int) -> bool:
        """Whether the words so far wait for others."""
        said = self.text[max(start, end - _HEAD) : end].rstrip().rstrip('"”’»').rstrip()
        return said.endswith((":", "—", "–", "-", ",", ";")) or bool(_JOINED.search(said))

    def _goes_on(self, words: str, terms: Sequence[str]) -> bool:
        """Whether a sentence goes on about a term: it names it in its first words, or stands in for it."""
        g = self.grammar
        head = [key for key in token_columns(words[:_HEAD], g.lang).keys if key[:1].isalpha()]
        if not head:
            return False
        if head[0] in g.pronoun | g.frame.pronoun | g.anaphoric:
            return True
        if any(tuple(head[: len(phrase)]) == phrase for phrase in g.frame.the_term):
            return True
        wanted = [key for key in token_columns(terms[0], g.lang).keys if key[:1].isalpha()]
        subject = " ".join(head[: len(wanted) + 4])
        return bool(wanted) and " ".join(wanted)[:-1] in subject

    def _trimmed(self, start: int, end: int) -> int:
        """The end without white space, marks between entries and closing marks of an amendment."""
        words = self.text[start:end].rstrip()
        if match := _JOINED.search(words, max(0, len(words) - _HEAD)):
            words = words[: match.start()]
        if words.endswith(("”", '"', "”.", "’", "”;", '";')) and not _balanced(words):
            words = words.rstrip(".;")[:-1]
        return start + len(words.rstrip(" \t\r\n;,"))


def _same(term: str, other: str) -> bool:
    """Whether two terms are one, perhaps in the plural."""
    shorter, longer = sorted((term.casefold(), other.casefold()), key=len)
    return longer.startswith(shorter) and len(longer) - len(shorter) <= _PLURAL


def _balanced(words: str) -> bool:
    return words.count("“") == words.count("”") and words.count('"') % 2 == 0


def _kind(number: str) -> str:
    """The kind of a number: that of its brackets and letters, so that "(1)" and "(2)" are one list."""
    if not number:
        return ""
    shape = re.sub(r"\d+", "1", number)
    shape = re.sub(r"[a-z]+", "a", shape)
    return re.sub(r"[A-Z]+", "A", shape)
