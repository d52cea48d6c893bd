"""A cleaned reading of a text that may hold mark-up, with the way back to the original characters.

Quotations stand in Markdown, HTML, XML, LaTeX, in strings of programs and in the columns of plain-text
tables. The reading drops the mark-up, undoes escapes and joins words that a line end has cut, and knows
of each of its characters which characters of the original it stands for. White space and quotation marks
are left alone, except where there is no space at all: they do not count in comparisons anyway. A letter whose
accent is a character of its own, as some systems and some PDFs write it, is read as one.

The readers of HTML, LaTeX and notebooks take mark-up away too, by other rules: each knows the format of its
file, so that a tag, a command or a backslash is one wherever it stands, and a footnote can be read behind
the text. Here the format is unknown and may change from line to line; what is taken away has to look like
mark-up by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from itertools import chain
from unicodedata import normalize

from aidefs.patterns import late
from aidefs.readers.layout import between_lines
from aidefs.readers.source import SourceMap
from aidefs.readers.spacing import COMBINING, INVISIBLE, run_together

__all__ = ["PUNCTUATION", "CleanReading", "marks", "substitutions", "without_markup"]

_INLINE_TAGS = (
    "a|abbr|b|bdi|bdo|big|cite|code|del|dfn|em|emph|font|hi|i|ins|kbd|mark|q|s|samp|small|span|strike|strong"
    "|sub|sup|tt|u|var|wbr"
)
_FONT_MACROS = (
    "emph|enquote|mbox|mdseries|mkbibquote|textbf|textcolor|textit|textmd|textnormal|textrm|textsc|textsf|textsl"
    "|texttt|textup|text|underline|uline|itshape|bfseries|em|it|bf|sl|sc|rm|tt|small|large|footnotesize"
    "|noindent|par|quad|qquad|centering"
)
_DROPPED_MACROS = (
    "footnote|footnotemark|footnotetext|cite|citep|citet|parencite|footcite|autocite|textcite|ref|label|index"
    "|deleted|sout|xout"
)
# Styles of HTML by which words are not shown, or struck out.
_UNSHOWN = r"display\s?:\s?none|visibility\s?:\s?hidden|text-decoration[^;<>]{0,40}line-through"
# Commands of LaTeX that are quotation marks, dashes or an ellipsis.
PUNCTUATION = {
    "ldots": "…", "dots": "…", "textellipsis": "…", "textquoteleft": "‘", "textquoteright": "’",
    "textquotedblleft": "“", "textquotedblright": "”", "lq": "‘", "rq": "’", "textendash": "–",
    "textemdash": "—", "guillemotleft": "«", "guillemotright": "»",
}  # fmt: skip
_LETTER = r"[^\W\d_]"

# One alternative for each kind of mark-up. Every repetition is bounded or possessive, so that no text
# makes the search go back and forth.
_MARKUP = late(
    rf"""
    (?=[{INVISIBLE}<\[$¹²³⁰⁴-⁹&\\"'\n\]!|*`~_{{}}=+^>\#%-] | footnote: | \A)  # what each begins with
    (?:
      (?P<omission> (?<=[^\S\n])\*[ \t]\*[ \t]\*(?=[ \t]) )
    | (?<![^\W_])\[(?P<initial>{_LETTER})\](?={_LETTER}{{2}})
    | (?P<struck>
        (?<!~)~~(?=[^\s~])(?:[^~\n]|\n(?![ \t]*+\r?\n)){{1,2000}}+(?<!\s)~~(?!~)
        | (?<![\w~.)}}])~(?=[^\s~])[^~\n]{{1,300}}[ ][^~\n]{{1,300}}(?<!\s)~(?![\w~({{])
        | \[\.?line-through\](?:\#{{1,2}}[^\#\n]{{1,500}}+\#{{1,2}}|\*[^*\n]{{1,500}}+\*)
        | \[STRIKEOUT:[^\[\]\n]{{1,500}}+\] | \#strike\[[^\[\]\n]{{1,500}}+\]
        | \{{--(?:(?!--\}})[^{{}}]){{0,2000}}+--\}} | \{{>>(?:(?!<<\}})[^{{}}]){{0,2000}}+<<\}}
        | \{{~~(?:(?!~>)[^{{}}]){{0,2000}}+~>
        | <(?P<tag>del|s|strike)(?:\s[^<>]{{0,200}}+)?>
          (?:[^<]|<(?!/?(?P=tag)\b)){{0,2000}}+</(?P=tag)\s{{0,3}}>
        | <(?P<name>\w{{1,20}}+)\s(?=[^<>]{{0,300}}\bstyle\s?=)(?=[^<>]{{0,300}}(?:{_UNSHOWN}))
          [^<>]{{0,600}}+>
          (?:[^<]|<(?!/?(?P=name)\b)){{0,2000}}+</(?P=name)\s{{0,3}}>
        | \[[^\[\]]{{1,500}}+\]\{{[^{{}}\n]{{0,60}}\.(?:strikeout|del|hidden)\b[^{{}}\n]{{0,60}}\}}
        | \{{/\*(?:[^*]|\*(?!/)){{0,1000}}+\*/\}} | (?<![%\w\\])%%(?!%)[^%\n]{{1,500}}+%%(?!%) )
    | (?P<note>
        \^\[(?=[^\[\]]{{0,2000}}[^\W\d_])(?:[^\[\]\n]|\[[^\[\]\n]{{0,200}}+\]|\n(?![ \t]*+\r?\n)){{1,2000}}+\]
        | footnote:[\w-]{{0,30}}+\[[^\[\]]{{0,1000}}+\]
        | \[\\?\[\d{{1,3}}\\?\]\]\([^()\s]{{1,200}}+\)
        | <sup\b[^<>]{{0,200}}>\s{{0,3}}\[?[\d*†‡a-z]{{1,3}}\]?\s{{0,3}}</sup>
        | \[\^[\w-]{{1,30}}\] | \[\d{{1,3}}(?:[,;–-]\s?\d{{1,3}}){{0,5}}\] (?! \()
        | \$\s?(?:\{{\s?\}})?\s?\^\s?\{{?\s?(?:\\\w{{1,20}}\s?\{{)?[\d*†‡,\s]{{1,8}}\}}{{0,2}}\s?\$
        | [¹²³⁰⁴-⁹]+ | <!--.{{0,2000}}?--> 
        | \\(?:{_DROPPED_MACROS})\*?(?:\[[^\[\]]{{0,200}}\]){{0,2}}\{{[^{{}}]{{0,2000}}\}} )
    | (?P<highlight> \{{\+\+ | \+\+\}} | \{{== | ==\}} | (?<=[^\s~])~~\}}
        | (?<![\w=])==(?=[^\s=](?:[^=\n]{{0,500}}[^\s=])?==(?!=)) | (?<=[^\s=])==(?![\w=]) )
    | (?P<wiki> !?\[\[(?=[^\[\]\n]{{1,400}}+\]\])(?:[^\[\]|\n]{{1,300}}+\|)? | (?<=[^\s\]])\]\](?!\() )
    | (?P<invisible> (?!\u00ad)[{INVISIBLE}] | (?<!{_LETTER})\u00ad | \u00ad(?!\s++{_LETTER}) )
    | (?P<quote> </?QUOT\.(?:START|END)\b[^<>]{{0,400}}> )
    | (?P<inline> </?(?:{_INLINE_TAGS})(?:\s[^<>]{{0,2000}})?/?> )
    | (?P<block> </?[A-Za-z][\w.:-]{{0,40}}(?:\s[^<>]{{0,2000}})?/?> )
    | (?P<entity> &(?:\#\d{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,30}}); )
    | \\u(?P<unicode> [0-9a-fA-F]{{4}} )
    | \\(?P<symbol> {"|".join(PUNCTUATION)} )(?![A-Za-z])(?:\{{\}})?
    | (?P<font> \\(?:{_FONT_MACROS})(?![A-Za-z])\*?[ ]?\{{? )
    | \\(?P<escaped> [\\"'&%$\#_{{}}()\[\]*.!+<>|`~-] )
    | (?P<newline> \\[nrt] | \\\\(?=\s) | \\[,;:] )
    | (?P<join> (?:(?<=\s)|(?<=\\n))["'],[ \t]*+(?:\r?\n\s*+)?["'](?=[a-z(])
        | (?<=\s)["'][ \t]++[fFrRbBuU]?["'](?=\S) | (?<=\S)["'][ \t]++[fFrRbBuU]?["'](?=[ ]\S)
        | ["'](?:[ \t]*+[+\\&]|[ \t]++\.)?[ \t]*+\r?\n[ \t]*+(?:[+.&][ \t]*+)?(?:[fFrRbBuU]?["']) )
    | (?P<rule> (?:\n|\A)[ \t]*+\+?[-=+:]{{3,}}+(?=[ \t]*+(?:\n|\Z)) )
    | (?P<margin> (?:\n|\A)[ \t]*+(?:(?:>|//+|\#+|%+|--+|[*•‣▪◦+-](?=[ \t]))[ \t]*+)++ )
    | (?P<link> \]\((?:[^()\s]|\([^()\s]{{0,200}}\)){{0,500}}(?:[ ]"[^"\n]{{0,200}}")?\)
        | !\[(?=[^\]\n]{{0,200}}\]\() )
    | (?P<span> \[(?=[^\[\]\n]{{1,500}}+\]\{{[.\#]) | \]\{{[.\#][^{{}}\n]{{0,200}}+\}} )
    | (?P<pipe> \|++ )
    | (?P<emphasis> \*++ | `(?!`) | ~~ | (?<![^\W_])_++ | _++(?![^\W_]) | (?<=\S)[{{}}] | [{{}}](?=\S) )
    | (?P<tie> ~ )
    | (?P<dash> (?<!-)-{{2,3}}+(?!-) )
    )
    """,
    re.VERBOSE,
)
# Both begin with a class of characters, for which `re` looks fastest; what stands before is asked behind it.
_BROKEN_WORD = late(
    rf"(?P<hyphen>[-‐\u00ad])(?<={_LETTER}[-‐\u00ad])(?P<space>(?:\s|\\{{1,2}}[nr])++)(?={_LETTER})"
)
# The end of a line in a string within a string, "to\\ngenerate": in LaTeX the same ends a line before a word.
_LINE_END_TWICE = late(rf"\\\\(?=(?P<whole>{_LETTER}{{1,40}}+))[nr](?=(?P<rest>{_LETTER}{{1,40}}+))")
# A number that is glued to a word, or to the comma behind it, as footnote numbers come from a PDF.
_NUMBER = late(rf"[\d](?:(?<={_LETTER}\d)|(?<={_LETTER}[,;.]\d))\d{{0,2}}(?![^\W_]|[-.,:]\d)")
_BETWEEN = (",", ";", ".")
_SHORTEST = 2  # letters of a word; a number behind one so short belongs to it
_SUSPENDING = frozenset({"and", "or", "nor", "und", "oder", "et", "ou"})
# A letter and the signs above or below it, which some files have apart: "e" and an acute accent.
_DECOMPOSED = late(rf"[{COMBINING}]++")
_HYPHEN_BEFORE = late(rf"(?<={_LETTER})(?P<hyphen>[-‐\u00ad])\s*+\Z")
_WORD_BEFORE = late(rf"{_LETTER}{{1,40}}+\Z")
_WORD_BEHIND = late(rf"{_LETTER}{{1,40}}+")


class CleanReading:
    """A cleaned text and the place of each of its characters in the original.

    Attributes:
        raw: The original text.
        text: What is read.
    """

    __slots__ = ("_map", "raw", "text")

    def __init__(self, raw: str, text: str, source: SourceMap) -> None:
        """Makes a reading; use `without_markup`."""
        self.raw = raw
        self.text = text
        self._map = source

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original characters that a run of the reading stands for.

        Args:
            start: Offset in `text`.
            end: Offset behind the last character, at least `start`.

        Returns:
            Offsets in `raw`, half-open.
        """
        return self._map.source(start, end, len(self.text))

    def place(self, at: int) -> int:
        """The first character of the reading that stands for nothing before an original offset."""
        return self._map.place(at, len(self.text))


def without_markup(raw: str, known: Container[str] = frozenset()) -> CleanReading:
    """Read a text without its mark-up.

    Args:
        raw: Any text; nothing is assumed of its format.
        known: Words in small letters that a hyphen at a line end is judged by: "recommenda-tions" becomes
            "recommendations" if that is known, and "machine-based" keeps its hyphen if that is. A hyphen
            before a space inside a line is touched only where the joined word is known.

    Returns:
        The reading. A text without mark-up is read as it stands.
    """
    source = SourceMap()
    parts: list[str] = []
    at = length = 0
    for low, high, new in _merged(
        _layout_changes(raw, known), _markup_changes(raw, known), _word_changes(raw, known)
    ):
        if low > at:
            source.add(length, low - at, at, low)
            parts.append(raw[at:low])
            length += low - at
        if new:
            source.add(length, len(new), low, high)
            parts.append(new)
            length += len(new)
        at = high
    if at < len(raw):
        source.add(length, len(raw) - at, at, len(raw))
        parts.append(raw[at:])
    return CleanReading(raw, "".join(parts) if parts != [raw] else raw, source)


def substitutions(raw: str) -> list[tuple[int, int, str]]:
    """The stretches of a text that are not read as they stand, in order, and what is read for each."""
    return _merged(_layout_changes(raw, frozenset()), _markup_changes(raw), _word_changes(raw, frozenset()))


def marks(raw: str) -> Iterator[tuple[int, int, str]]:
    """The stretches of a text that look like mark-up, with their kind, in order; no escaped characters."""
    for match in _MARKUP.finditer(raw):
        kind = match.lastgroup or ""
        if kind not in _CHARACTERS:
            yield match.start(), match.end(), kind


_CHARACTERS = frozenset(("entity", "unicode", "symbol", "escaped", "newline", "tie", "dash", "invisible"))
_Substitution = tuple[int, int, str]  # raw characters from, to, and what is read for them


def _markup_changes(raw: str, known: Container[str] = frozenset()) -> Iterator[_Substitution]:
    for match in _MARKUP.finditer(raw):
        kind = match.lastgroup or ""
        twice = _LINE_END_TWICE.match(raw, match.start()) if kind == "escaped" else None
        if twice and twice["rest"].lower() in known and twice["whole"].lower() not in known:
            yield *twice.span(), "\n"
            continue
        new = _READ_AS[kind](match) if kind in _READ_AS else ""
        if new is not None:
            yield match.start(), match.end(), new


def _unicode(match: re.Match[str]) -> str | None:
    code = int(match["unicode"], 16)
    return None if 0xD800 <= code < 0xE000 or code < 32 else chr(code)


def _entity(match: re.Match[str]) -> str | None:
    from html import unescape  # many files have no entities

    new = unescape(match[0])
    return None if new == match[0] else new


def _line_start(match: re.Match[str]) -> str:
    return "\n" if match[0].startswith("\n") else ""


_READ_AS: dict[str, Callable[[re.Match[str]], str | None]] = {
    "quote": lambda match: '"',
    "block": lambda match: "\n",
    "omission": lambda match: "…",
    "initial": lambda match: match["initial"],
    "entity": _entity,
    "unicode": _unicode,
    "symbol": lambda match: PUNCTUATION[match["symbol"]],
    "escaped": lambda match: match["escaped"],
    "newline": lambda match: "\n" if match[0][1] in "nr\\" else " ",
    "join": lambda match: " ",
    "margin": _line_start,
    "rule": _line_start,
    "pipe": lambda match: "|",
    "tie": lambda match: " ",
    "dash": lambda match: "—",
}


def _layout_changes(raw: str, known: Container[str]) -> Iterator[_Substitution]:
    """Numbers of lines, and what stands between two pages; a word that is divided there is joined."""
    for start, end in between_lines(raw):
        hyphen = _HYPHEN_BEFORE.search(raw, max(0, start - 60), start)
        behind = _WORD_BEHIND.match(raw, end)
        if hyphen and behind:
            yield _joined(raw, hyphen.start("hyphen"), end, behind[0], known) or (start, end, "")
        elif raw.startswith("\n", start):
            yield start, end, "\n"
        elif end > start:
            yield start, end, ""


def _joined(raw: str, start: int, end: int, second: str, known: Container[str]) -> _Substitution | None:
    """What is read for the hyphen at a line end and all that follows it up to the rest of the word."""
    before = _WORD_BEFORE.search(raw, max(0, start - 40), start)
    first = before[0].lower() if before else ""
    second = second.lower()
    if second in _SUSPENDING:
        return None
    whole = f"{first}{second}" in known and f"{first}-{second}" not in known
    return (start, end, "") if whole or raw[start] == "\u00ad" else (start + 1, end, "")


def _word_changes(raw: str, known: Container[str]) -> Iterator[_Substitution]:
    """Words cut in two by a line end, and what the extraction from a PDF runs together."""
    for match in _BROKEN_WORD.finditer(raw):
        start, end = match.span()
        before = _WORD_BEFORE.search(raw, max(0, start - 40), start)
        behind = _WORD_BEHIND.match(raw, end)
        first = before[0].lower() if before else ""
        second = behind[0].lower() if behind else ""
        if second in _SUSPENDING:
            continue  # "machine- and human-based" has its hyphen and its space
        line_end = "\n" in match["space"] and match["space"].count("\n") == 1
        if "\\" in match["space"] and not (f"{first}{second}" in known or f"{first}-{second}" in known):
            continue  # a command of LaTeX, or the name of a file
        if f"{first}{second}" in known and f"{first}-{second}" not in known:
            yield start, end, ""
        elif f"{first}-{second}" in known or (line_end and match["hyphen"] != "\u00ad"):
            yield start + 1, end, ""
        elif line_end:
            yield start, end, ""
        elif match["hyphen"] == "\u00ad":
            yield start, start + 1, ""
    for match in _NUMBER.finditer(raw):
        end = match.start() - (raw[match.start() - 1 : match.start()] in _BETWEEN)
        before = _WORD_BEFORE.search(raw, max(0, end - 40), end)
        if before and len(before[0]) > _SHORTEST and before[0].lower() in known:
            yield *match.span(), ""
    if not raw.isascii():
        yield from _composed(raw)
    for start, parts in run_together(raw, known):
        at = start
        for part in parts[:-1]:
            at += len(part)
            yield at - 1, at, f"{part[-1]} "


def _composed(raw: str) -> Iterator[_Substitution]:
    """Letters whose signs are characters of their own, as the one character that stands for both."""
    for match in _DECOMPOSED.finditer(raw):
        start = match.start() - 1
        if start >= 0 and raw[start].isalpha():
            new = normalize("NFC", raw[start : match.end()])
            if len(new) == 1:
                yield start, match.end(), new


def _merged(*kinds: Iterator[_Substitution]) -> list[_Substitution]:
    """All kinds of changes in order; where they overlap, the first one that begins is made."""
    merged: list[_Substitution] = []
    at = 0
    for change in sorted(chain.from_iterable(kinds)):
        if change[0] >= at:
            merged.append(change)
            at = change[1]
    return merged
