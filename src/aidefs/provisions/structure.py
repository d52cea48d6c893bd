"""Step 1: the structure of a text: blocks, each with the enumerators before it and the path down to it.

A block is a paragraph, an entry of a list or a limb: what has an enumerator begins one, wherever it stands on
the line, since plain-text editions run provisions on. Lines that are only wrapped are put together again.
Formats with mark-up (`markup`) give the same blocks from their elements, so that the steps behind know one
structure.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from aidefs.classes import NamedTuple
from aidefs.patterns import late

__all__ = [
    "Enumerator",
    "Structure",
    "TextPiece",
    "Unit",
    "abbreviates",
    "blocks_of",
    "cuts_of",
    "is_first",
    "is_successor",
    "mark_of",
    "pieces_of",
    "readings",
    "structure_of_text",
]


class Enumerator(NamedTuple):
    """An enumerator: "(a)", "2.", "iv)".

    Attributes:
        text: As printed, without white space.
        token: What counts in it: "a", "2", "iv"; "" for a bullet.
        shape: Its brackets and full stops: "()", ".", ")".
    """

    text: str
    token: str
    shape: str


class Unit(NamedTuple):
    """A stretch of a text that is one provision, entry, limb or paragraph.

    Attributes:
        start: Offset of its first character, enumerators included.
        body: Offset behind its enumerators.
        end: Offset behind its last character that is not white space.
        marks: The enumerators before it.
        path: The enumerators from the section down to it, those of its parents first.
        section: The number of its section, "" where none is printed.
        heads: Whether a section begins with it.
        line: Whether it begins a line.
        parted: Whether a blank line stands before it.
        quoted: Whether it stands in matter that is put into another act.
        term: The stretch of a term that mark-up sets apart at its beginning, None where none does.
        apart: Whether it is no provision of the act: a note, a heading, a table of contents.
        depth: How deep it stands by mark-up, -1 where only its enumerators tell.
        declared: Whether mark-up says of the term that it is defined here.
    """

    start: int
    body: int
    end: int
    marks: tuple[Enumerator, ...] = ()
    path: tuple[str, ...] = ()
    section: str = ""
    heads: bool = False
    line: bool = True
    parted: bool = False
    quoted: bool = False
    term: tuple[int, int] | None = None
    apart: bool = False
    depth: int = -1
    declared: bool = False


class Structure(NamedTuple):
    """A text and its blocks, which follow one another and leave out only white space."""

    text: str
    blocks: tuple[Unit, ...]

    def at(self, offset: int) -> int:
        """Index of the block that holds an offset, or of the last one before it."""
        return max(bisect_right(self.blocks, offset, key=_start) - 1, 0)


def _start(block: Unit) -> int:
    return block.start


_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_MOST_LEFT_OUT = 4  # entries that a list may leave out, as repealed ones, and still be one list
_CODE_SECTION = 200  # a number with a full stop from which on it is that of a section of a code
_WRAPPED = 110  # characters; lines of a text with hardly any longer ones are parts of paragraphs
_MOST_MARKS = 5  # enumerators one behind another
_PRINTED = 0.93  # of the longest line of a printed page: its paragraph may go on behind a full stop
_AROUND = " \t\r\n\f>|\u00a0"  # what stands around the words of a line
_SHORT_WORD = 3  # letters of words that headings do not capitalise
_FILLED = 55  # characters from which on a line may be a full one
_RAGGED = 12  # by which one full line may be longer than another
_FULL = 0.55  # of the longest line: a line that is shorter ends its paragraph
_FEW_LONG = 12  # one long line among so many is an exception

_QUOTE = r"(?:``|‘‘|[\"“„‘'«`])"
_MARK = late(
    rf"""(?P<quote>{_QUOTE}?)[ \t]*(?:
        \([ ]?(?P<round>(?!(?:19|20)\d\d\))\d{{1,4}}(?:[.-]\d{{1,3}})*[a-zA-Z]{{0,2}}|[a-zA-Z]{{1,2}}
          |[ivxl]{{1,6}}|[IVXL]{{1,6}}|(?=\)))[ ]?\)
      | (?:\(\()?(?P<half>\d{{1,3}}[a-z]?|[a-zA-Z]{{1,2}}|[ivxl]{{1,6}}|[a-z0-9]{{1,2}}-(?:bis|ter|qua
          |qui|sex|sep|oct|nov|dec)[a-z]*)\)(?=[\s"“‘«„`]|$)
      | (?P<code>\d{{1,5}}[A-Z]?(?:[-–.:‑]\d{{1,5}}[A-Za-z]?)+)[.:]?(?=[\s(]|$)(?!\s+(?:USC|C\.F\.R|CFR
          |U\.S\.C)\b)
      | (?P<dot>\d{{1,5}}[a-z]?|[a-zA-Z]|[ivxl]{{1,6}}|[IVXL]{{1,6}})\.(?=[\s"“‘«„`(]|$)
      | (?P<dash>[IVXL]{{1,6}})[ \t]+[-–—](?=\s)
      | (?P<degree>\d{{1,3}})[º°](?=[\s"“«]|$)
      | (?P<bullet>[•‣▪◦●·*‒–—―-](?=[ \t])|[*†‡](?=[^\W\d_]))
    )[ \t]*(?:[-–—]\s)?""",
    re.X,
)
_HEAD = late(
    rf"""(?P<quote>{_QUOTE}?)[ \t]*(?:NEW\s+SECTION\.?\s+)?(?:
        (?P<bare>\d{{1,3}}[A-Z]?)(?=[ \t]*\(1\)[ \t])
      | (?:(?:§{{1,2}}|õ(?=[ \t]))[ \t]{{0,3}}|(?P<code>[A-Z]{{2,4}})[ \t\u2002](?=\d+[A-Z]?\.\d))
        (?P<sign>\d[\w.:–‑-]*?)
        (?:[.:,](?=\s)|(?=[\s(]|$))
      | (?P<word>SEC(?:TION)?|Sec(?:tion)?|ARTICLE|Article|ARTÍCULO|Artículo|ARTICOLO|Articolo|ARTIGO
          |Artigo|Artikel|Articolul|Стаття|Статья
          |Art|ART|Clause|Rule|RULE)\b\.?[ \t ]+
        (?P<number>\d[\w.:–‑-]*?|[IVXLC]{{1,6}}|[A-Z]-?\d+[\w.-]*?|\d+(?:bis|ter|quater)
          |premier)(?P<degree>[º°]|er\b)?
        (?:[ ]?[.:](?=[\s—–-]|$)|[ \t]*[—–]|(?=[ \t]*(?:$|\n|[(“"]))|(?=[ \t]+[A-ZÀ-Ý][A-Za-zÀ-ÿ]))
    )[ \t]*[-–—]{{0,2}}[ \t]*""",
    re.X | re.M,
)
# A section of the United Kingdom: its number and its title, and its words on the next line.
_TITLED = late(
    r"(?P<number>\d{1,3}[A-Z]?)[ \t]+[A-Z][^.;:\n]{2,90}[^\s.,;:—-][ \t]*\n\s*"
    r"(?P<first>\(1\)\s|(?=In\s(?:this|these)\s))?(?=[A-Z(“‘\"])"
)
# A paragraph of an article in Brazil and Belgium, which elsewhere is the sign of a section.
_OF_ARTICLE = late(r"(?:§[ \t]?(?P<number>\d{1,3})(?:[º°o]|er)(?:-[A-Z])?|Parágrafo único)[ \t]*[.–-]*\s+")
_AMENDED = late(
    r"(?:(?:[Ss]ections?|SECTIONS?|Sec\.|§)\s*|[Aa]rticle\s+)(\d[\w.:–‑-]*?)(?:[\s,.]*\([^)]{1,8}\))*,?\s"
    r"[^.;]{0,200}?\b(?:amended|AMENDED|inserted|added|ADDED)\b"
)
# Where a provision may begin in mid-line: behind what ends a clause, before an enumerator or a section.
_INNER = late(
    r"[.;:—–-](?:"
    r"(?:(?<=[.;])[”’\"])?(?:\s(?:and|or|AND|OR))?[ \t ]*(?=[\"“„‘'«`]{0,2}"
    r"\((?:\d{1,3}|[a-z]{1,2}|[A-Z]|[ivxl]{2,5}|[IVX]{2,4})\)\s*[\"“„‘'«`A-ZÀ-Ýa-z(])"
    r"|(?<=[.;:])(?:[ \t]+(?=(?:\(\()?[a-z0-9]{1,2}(?:-[a-z]{3,12})?\)\s)"
    r"|[ \t]+(?=[\"“]?(?:\d{1,2}|[a-zA-Z])\.[ \t]+[\"“„‘«(A-Z])"
    r"|(?<=[^\W\d_]{3}\.)(?=\d{1,2}\.\s+[\"“]?[A-Z])"
    r"|(?<!\d\.)(?=\d{4,5}(?:\.\d{1,3})?\.\s)|[”\")]?[ \t]*(?=(?:SEC(?:TION)?|Sec)\.[ ]\d+[A-Za-z]?[ ]?\.)"
    r"|[ \t]+(?=(?:Section|Art(?:icle|\.)?)[ ]\d+[A-Za-z]?\.[ ]|§[ ]?\d)))"
)
_GLUED = late(r"SEC\.[ ]\d+[A-Za-z]?\.[ ][A-Z]{2}")  # the number of a section behind a word
_DIGITS = late(r"\d*")


def structure_of_text(text: str, *, wrapped: bool = False) -> Structure:
    """The structure of plain text, told from its lines and enumerators.

    Args:
        text: The text.
        wrapped: Whether its lines are known to be parts of paragraphs, as those of a PDF are.
    """
    return Structure(text, tuple(blocks_of(text, pieces_of(text, wrapped=wrapped))))


# --- pieces -----------------------------------------------------------------------------------


class TextPiece(NamedTuple):
    """A stretch of a text before its enumerators are read; what mark-up says of it is as in `Unit`.

    Attributes:
        chain: The enumerators from the section down to it, None where the text has to tell them.
        label: The number of its section by mark-up, "" where none is.
        body: Offset behind an enumerator that mark-up tells, or the start.
    """

    start: int
    end: int
    line: bool
    parted: bool
    depth: int = -1
    chain: tuple[str, ...] | None = None
    label: str = ""
    body: int = 0
    marks: tuple[Enumerator, ...] = ()
    term: tuple[int, int] | None = None
    declared: bool = False
    apart: bool = False
    quoted: bool = False


def pieces_of(text: str, *, wrapped: bool = False) -> Iterator[TextPiece]:
    """Paragraphs, cut before the enumerators inside them."""
    glued = _GLUED.search(text) is not None
    for low, high, parted in _paragraphs(text, wrapped):
        cuts = cuts_of(text, low, high, glued=glued)
        for k, start in enumerate(cuts):
            end = cuts[k + 1] if k + 1 < len(cuts) else high
            yield TextPiece(start, end, k == 0, parted and k == 0)


def cuts_of(text: str, low: int, high: int, *, glued: bool = False) -> list[int]:
    """Where the provisions of a paragraph [low, high) begin: at its start and at enumerators inside it.

    Args:
        text: The text.
        low: Where the paragraph begins.
        high: Where it ends.
        glued: Whether the number of a section may stand behind a word without a space.
    """
    cuts = [low]
    for match in _INNER.finditer(text, low, high):
        at = match.end()
        if low + 1 < at < high and not _refers(text, low, match.start() + 1, at):
            cuts.append(at)
    if glued and text.find("SEC. ", low + 1, high) >= 0:
        heads = [m.span() for m in _GLUED.finditer(text, low + 1, high) if text[m.start() - 1].isalpha()]
        apart = (at for at in cuts if not any(start < at < end for start, end in heads))
        cuts = sorted({*apart, *(start for start, _ in heads)})
    return cuts


def _refers(text: str, low: int, before: int, at: int) -> bool:
    """Whether a number in mid-line belongs to a reference: "Sec. (a)", not to an entry."""
    said = text[max(low, before - 40) : before].rstrip(" ,—–-")
    reported = text.startswith(("§", " §"), at) and _REPORTED.search(said) is not None
    return reported or _NUMBERED.search(said) is not None


_REFERS_ON = late(
    r"\b(?:section|subsection|paragraph|subparagraph|clause|subclause|subdivision|article|point)s?\Z", re.I
)
_REPORTED = late(r"(?:\w\.\w|\b(?:Stat|Ann|Code|Rev|Laws?|Tit|ch))\.?\Z")  # what a section is cited from
_NUMBERED = late(
    r"\b(?:secs?|sections?|arts?|articles?|nos?|paras?|ch|chapter|title|part|vol|fig|table)\.?\Z", re.I
)


def _paragraphs(text: str, wrapped: bool) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each paragraph, and whether a blank line stands before it."""
    spans = []
    low = 0
    for words in text.split("\n"):
        inner = words.rstrip(_AROUND)
        here = inner.lstrip(_AROUND)
        high = low + len(inner)
        spans.append((high - len(here), high))
        low += len(words) + 1
    filled = [end - start for start, end in spans if end > start]
    long = sum(width > _WRAPPED for width in filled)
    prints = wrapped
    wrapped = wrapped or long * _FEW_LONG < len(filled)
    lines_of_a_page = sorted(width for width in filled if width <= _WRAPPED) or [0]
    full = _FULL * lines_of_a_page[-max(1, len(lines_of_a_page) // 20)]
    begun: int | None = None
    stop, parted, blank = 0, False, True
    for start, end in spans:
        if end == start:
            blank = True
            continue
        if (
            begun is not None
            and not blank
            and _continues(text, begun, stop, start, end, wrapped, full, prints)
        ):
            stop = end
            continue
        if begun is not None:
            yield begun, stop, parted
        begun, stop, parted, blank = start, end, blank, False
    if begun is not None:
        yield begun, stop, parted


_DEFINES = late(r"[“\"‘][^”\"’\n]{2,80}[”\"’]\s+(?:means|has\s+the|have\s+the|includes)\b")
_STOPS = late(r"[.;]\s")
_ENTRY = late(r"[^\W\d_a-z][^\n:.;]{1,60}:\s")


def _continues(
    text: str, begun: int, stop: int, start: int, end: int, wrapped: bool, full: float, prints: bool
) -> bool:
    """Whether a line only goes on with the paragraph before it."""
    last = text[stop - 1]
    if last == "}" and text[begun] == "{":
        return False  # a note on an amendment
    if _MARK.match(text, start, end) or _HEAD.match(text, start, end):
        if _REFERS_ON.search(text, max(begun, stop - 20), stop):
            return True  # "subparagraph | (A) or (B)"
        begins = text[start : start + 1]
        return last not in '.;:!?—–-”"' and begins.islower() and begins != "õ" and wrapped
    low = text.rfind("\n", begun, stop) + 1 or begun
    if last not in ".;:" and _is_open_quote(text[low:stop]):
        return True
    first = text[start]
    if first.islower() or first in "(&$%,;":
        return last not in ".;:!?—"
    listed = last == "," and _DEFINES.match(text, start, end) and _DEFINES.match(text, begun, stop)
    if listed and not _STOPS.search(text, begun, stop):
        return False  # an entry of a list that commas part
    if last in ",&" or (last == "-" and text[stop - 2 : stop - 1].isalpha()):
        return True
    width = stop - low
    if prints and last == "." and width >= _PRINTED * full / _FULL:
        return not _is_title(text[start:end])  # a paragraph goes on behind a full line
    if not wrapped:  # a part of a text can be wrapped by itself
        wrapped, full = _FILLED <= width <= _WRAPPED and end - start <= width + _RAGGED, 0
    if wrapped and last == "." and abbreviates(text, stop - 1):
        return True  # "John S. | McCain"
    if not wrapped or last in ".;:!?—":
        return False
    if _ENTRY.match(text, start, end) and (last in '”"’' or _ENTRY.match(text, begun, stop)):
        return False
    return width >= full and not (end - start < full and _is_title(text[start:end]))


def _is_title(line: str) -> bool:
    """Whether a line looks like a heading: most of its words in capitals, nothing that ends a sentence."""
    words = [word for word in line.split() if len(word) > _SHORT_WORD]
    return line[-1:].isalnum() and len(words) > 1 and all(word[:1].isupper() for word in words)


def _is_open_quote(line: str) -> bool:
    """Whether a quotation that begins on a line does not end on it."""
    return line.count("“") > line.count("”") or (line.count('"') % 2 == 1 and line[-1:] not in '"”')


_ABBREVIATIONS = frozenset(
    (
        "sec",
        "secs",
        "art",
        "arts",
        "seq",
        "al",
        "no",
        "nos",
        "u.s",
        "u.s.c",
        "c.f.r",
        "inc",
        "corp",
        "co",
        "st",
        "mr",
        "ms",
        "dr",
        "cf",
        "e.g",
        "i.e",
        "para",
        "p",
        "prec",
        "pub",
        "l",
        "stat",
        "vol",
        "v",
        "subd",
        "ch",
        "pt",
    )
)
_INITIALS = late(r"(?:[a-z]\.)+[a-z]")


def abbreviates(text: str, at: int) -> bool:
    """Whether a full stop at an offset only ends an abbreviation."""
    if text[at] != ".":
        return False
    low = max(text.rfind(" ", 0, at), text.rfind("(", 0, at), text.rfind("\n", 0, at)) + 1
    word = text[low:at].lower()
    if _INITIALS.fullmatch(word):
        return True
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha() and low > 1)


# --- enumerators ------------------------------------------------------------------------------


_Reading = tuple[
    str, int
]  # how an enumerator counts: "digit", "letter", "doubled" or "roman", and its number


@lru_cache(maxsize=1024)
def readings(token: str) -> tuple[_Reading, ...]:
    """How an enumerator can count: "i" is the ninth letter and the first Roman numeral."""
    digits = _DIGITS.match(token)
    if digits and digits[0]:
        return (("digit", int(digits[0])),)
    letters = token.lower()
    found: list[_Reading] = []
    if len(letters) == 1 and "a" <= letters <= "z":
        found.append(("letter", ord(letters) - 96))
    elif len(letters) == 2 and letters[0] == letters[1] and letters[0] not in "ivx":
        found.append(("letter", 26 + ord(letters[0]) - 96))
        found.append(("doubled", ord(letters[0]) - 96))  # items below "(I)" begin with "(aa)"
    if roman := _roman(letters):
        found.append(("roman", roman))
    return tuple(found)


def _roman(letters: str) -> int:
    if not letters or any(letter not in _ROMAN for letter in letters):
        return 0
    values = [_ROMAN[letter] for letter in letters]
    return sum(-v if k + 1 < len(values) and v < values[k + 1] else v for k, v in enumerate(values))


def is_first(token: str) -> bool:
    """Whether an enumerator may begin a list."""
    return any(number == 1 for _, number in readings(token))


def _same_style(one: Enumerator, other: Enumerator) -> bool:
    return one.shape == other.shape and one.token.isupper() == other.token.isupper()


def is_successor(earlier: Enumerator, later: Enumerator, most: int = 1) -> bool:
    """Whether an enumerator stands behind another in one list, which leaves out fewer than `most` of them."""
    if not earlier.token or not _same_style(earlier, later):
        return False
    if later.token[:-1] == earlier.token and later.token[-1:].isalpha() and earlier.token.isdigit():
        return True  # (2) and (2a)
    known, found = readings(earlier.token), readings(later.token)
    return any(way == other and 0 < number - base <= most for other, base in known for way, number in found)


class _Rung(NamedTuple):
    mark: Enumerator
    way: str
    number: int


class _Standing:
    """The section and the enumerators in which a reading of a text stands."""

    def __init__(self) -> None:
        self.section = ""
        self.stack: list[_Rung] = []
        self.outer: tuple[str, list[_Rung]] | None = None  # what an amendment is put into
        self.amended = ""
        self._path: tuple[str, ...] | None = None  # None where it has to be told anew
        self.titled = False  # whether sections begin with their number and title, as in the United Kingdom

    def path(self) -> tuple[str, ...]:
        """The enumerators from the section down."""
        if self._path is None:
            self._path = tuple([level.mark.text for level in self.stack])
        return self._path

    def head(self, number: str, *, quoted: bool) -> None:
        self._path = None
        if quoted and self.outer is None:
            self.outer = (self.section, list(self.stack))
        elif not quoted:
            self.outer = None
        self.section, self.stack = number, []
        if not quoted:
            self.amended = ""

    def mark(self, mark: Enumerator, *, quoted: bool) -> None:
        self._path = None
        if quoted and self.outer is None:
            self.outer = (self.section, list(self.stack))
            self.section, self.stack = self.amended, []
        elif not quoted and self.outer is not None and self._goes_back(mark):
            self.section, self.stack = self.outer
            self.outer = None
        found = readings(mark.token)
        if not (
            self._follows(mark, found, 1)
            or self._begins(mark, found)
            or self._follows(mark, found, _MOST_LEFT_OUT)
        ):
            self._restarts(mark, found)

    def _follows(self, mark: Enumerator, found: Sequence[_Reading], most: int) -> bool:
        for k in range(len(self.stack) - 1, -1, -1):
            known, way, number = self.stack[k]
            if not _same_style(known, mark):
                continue
            inserted = mark.token[:-1] == known.token and known.token.isdigit() and not mark.token.isdigit()
            for other, value in found:
                if other == way and (0 < value - number <= most or (inserted and value == number)):
                    self.stack[k:] = [_Rung(mark, way, value)]
                    return True
        return False

    def _begins(self, mark: Enumerator, found: Sequence[_Reading]) -> bool:
        """Begins a list, one level deeper or in place of one of its kind."""
        first = [way for way, number in found if number == 1]
        if not first:
            return False
        self._put(mark, first[-1], 1)
        return True

    def _restarts(self, mark: Enumerator, found: Sequence[_Reading]) -> None:
        way, number = found[-1] if len(mark.token) > 1 and found else found[0] if found else ("", 0)
        self._put(mark, way, number)

    def _put(self, mark: Enumerator, way: str, number: int) -> None:
        same = [k for k, level in enumerate(self.stack) if level.way == way and _same_style(level.mark, mark)]
        self.stack[same[-1] if same else len(self.stack) :] = [_Rung(mark, way, number)]

    def _goes_back(self, mark: Enumerator) -> bool:
        """Whether an enumerator without a quotation mark goes on with the act that amends."""
        outer = self.outer[1] if self.outer else []
        if any(is_successor(level.mark, mark) for level in self.stack):
            return False
        return any(is_successor(level.mark, mark) for level in outer)


def blocks_of(text: str, pieces: Iterator[TextPiece]) -> Iterator[Unit]:
    """Blocks of pieces, each with its enumerators and its place."""
    place = _Standing()
    alone: TextPiece | None = None
    kept: list[Enumerator] = []
    for piece in pieces:
        if piece.chain is not None:
            yield _marked_up(text, piece)
            continue
        if piece.label and piece.label != place.section:
            place.head(piece.label, quoted=False)
        at, heads, quoted = piece.start, False, False
        marks: list[Enumerator] = []
        if paragraph := _OF_ARTICLE.match(text, at, piece.end) if place.section[:2].lower() == "ar" else None:
            printed = " ".join(paragraph[0].split()).rstrip(" .–-")
            marks.append(Enumerator(printed, paragraph["number"] or "único", "§"))
            place.stack.clear()
            place.mark(marks[0], quoted=False)
            at = paragraph.end()
        elif head := _HEAD.match(text, at, piece.end):
            number = _number(head)
            heads = not head["word"] or head["word"] not in {"Clause", "Rule"}
            quoted = bool(head["quote"])
            place.head(number, quoted=quoted)
            at = head.end()
        elif (titled := _TITLED.match(text, at)) and _is_next(titled, place):
            heads, place.titled = True, True
            place.head(titled["number"], quoted=False)
            at = titled.end("number")
        while match := _MARK.match(text, at, piece.end):
            mark = _mark(match)
            if match["code"] or (match["dot"] and _is_section(match["dot"], place)):
                number = match["code"] or match["dot"]
                if marks or (match["code"] and "-" not in number and _decimal(text, match)):
                    break
                heads = True
                place.head(number, quoted=bool(match["quote"]))
            elif (marks and not match["round"] and not match["dot"]) or (
                mark.shape == "." and mark.token.isupper() and len(mark.token) == 1 and _initial(text, match)
            ):
                break
            else:
                marks.append(mark)
                quoted = quoted or bool(match["quote"])
                if mark.token:
                    place.mark(mark, quoted=bool(match["quote"]))
            if len(marks) == _MOST_MARKS:
                at = match.end()
                break
            at = match.end()
        if at >= piece.end and marks and not heads and piece.term is None:
            alone, kept = alone or piece, kept + marks
            continue  # an enumerator on a line of its own belongs to what follows
        words = text[at : piece.end]
        amends = "mended" in words or "nserted" in words or "added" in words or words.isupper()
        if amends and (amended := _AMENDED.search(words)):
            place.amended = amended[1].rstrip(".:,")
        start = alone.start if alone else piece.start
        end = at + len(words.rstrip())
        yield Unit(
            start,
            min(at + len(words) - len(words.lstrip()), end),  # control characters count as white space, too
            end,
            tuple(kept + marks),
            place.path(),
            place.section,
            heads,
            piece.line or alone is not None,
            alone.parted if alone else piece.parted,
            place.outer is not None,
            piece.term,
            piece.apart,
            declared=piece.declared,
        )
        alone, kept = None, []


def _is_next(titled: re.Match[str], place: _Standing) -> bool:
    """Whether a number and a title on a line begin a section: with its subsection (1), or in their order."""
    number, last = titled["number"], place.section
    in_order = place.titled and number.isdigit() and last.isdigit()
    in_order = in_order and 0 < int(number) - int(last) <= _MOST_LEFT_OUT
    return titled["first"] is not None or in_order


_UNNAMED = frozenset(("sec", "cla", "rul"))  # words whose sign is "§"


def _number(head: re.Match[str]) -> str:
    """The number of a section, with the name of its kind where that is cited: "Article 3", "NRS 0.025"."""
    number: str = (head["bare"] or head["sign"] or head["number"] or "").rstrip(".:,")
    if head["code"]:
        return f"{head['code']} {number}"
    word = head["word"] or ""
    return f"{word.capitalize()} {number}" if word and word[:3].lower() not in _UNNAMED else number


def _marked_up(text: str, piece: TextPiece) -> Unit:
    """The block of a piece whose place mark-up tells, but for enumerators that stand in its words."""
    assert piece.chain is not None
    at = min(piece.body, piece.end)
    marks, path = list(piece.marks), list(piece.chain)
    while (
        len(marks) < _MOST_MARKS and (match := _MARK.match(text, at, piece.end)) and match.end() < piece.end
    ):
        mark = _mark(match)
        if match["code"] or (marks and not match["round"]) or (mark.shape == "." and _initial(text, match)):
            break
        marks.append(mark)
        if mark.token:
            path.append(mark.text)
        at = match.end()
    words = text[at : piece.end]
    end = at + len(words.rstrip())
    return Unit(
        piece.start,
        min(at + len(words) - len(words.lstrip()), end),
        end,
        tuple(marks),
        tuple(path),
        piece.label,
        False,
        True,
        True,
        piece.quoted,
        piece.term,
        piece.apart,
        piece.depth,
        piece.declared,
    )


def mark_of(printed: str) -> Enumerator | None:
    """The enumerator that a text is, None where it is none."""
    words = printed.strip('"“‘«„` ')
    match = _MARK.fullmatch(words)
    if match:
        return _mark(match)
    if re.fullmatch(
        r"[\d]{1,4}[A-Za-z]{0,3}|[a-zA-Z]{1,2}|[ivxlIVXL]{1,6}|[一二三四五六七八九十]{1,4}", words
    ):
        return Enumerator(words, words, "")
    named = re.fullmatch(
        r"(?P<token>\d{1,4}|[IVXL]{1,6}|[a-z]{1,3}(?:-\w+)?)(?P<shape>\)|\.|[º°]|)\s*[-–—.]{0,2}", words
    )
    if not named:
        return None
    return Enumerator(named["token"] + named["shape"], named["token"], named["shape"])


# What stands around the token of an enumerator, by its group in the pattern, and its shape.
_SHAPES = {
    "round": ("(", ")", "()"),
    "half": ("", ")", ")"),
    "code": ("", "", "-"),
    "dot": ("", ".", "."),
    "dash": ("", "", "–"),
    "degree": ("", "°", "°"),
}


def _mark(match: re.Match[str]) -> Enumerator:
    name = match.lastgroup or "bullet"
    token = match[name]
    if name == "bullet":
        return Enumerator(token, "", token)
    opening, closing, shape = _SHAPES[name]
    return Enumerator(f"{opening}{token}{closing}", token, shape)


def _is_section(number: str, place: _Standing) -> bool:
    """Whether a number with a full stop is that of a section of a code."""
    return number.isdigit() and (int(number) >= _CODE_SECTION or number == place.amended)


def _decimal(text: str, match: re.Match[str]) -> bool:
    """Whether a number with points is an amount: "3.5 percent"."""
    return text[match.end() : match.end() + 1].islower()


def _initial(text: str, match: re.Match[str]) -> bool:
    """Whether a capital with a full stop is an initial: "U. S.", "J. Doe"."""
    following = text[match.end() : match.end() + 2]
    return len(following) == 2 and following[0].isupper() and following[1] == "."
