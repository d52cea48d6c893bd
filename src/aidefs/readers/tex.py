"""LaTeX as the words that its reader sees, each with its place in the file.

This is no TeX: comments, the preamble, citations and lengths are left out, other commands leave their
arguments, accents and ligatures become characters, and the user's macros without arguments become what
they stand for. Footnotes are read behind the text.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from aidefs.readers.encodings import decode, notes
from aidefs.readers.limits import few_marks
from aidefs.readers.markup import PUNCTUATION
from aidefs.readers.source import ReadText, Scribe

__all__ = ["read_tex"]

_TOKEN = re.compile(
    r"""
      (?P<comment>%[^\n]*+(?:\n[ \t]*+)?)
    | \\(?P<begin>begin|end)\s*\{(?P<environment>[^{}]{0,60})\}
    | \\(?P<accent>['`^"~=.]|[uvHtcdbkr](?![A-Za-z]))
      \s*(?:\{\s*(?P<braced>\\?[A-Za-z])?\s*\}|(?P<bare>\\?[A-Za-z]))
    | \\verb\*?(?P<fence>[^A-Za-z\s*])(?P<verbatim>[^\n]*?)(?P=fence)
    | \\(?P<command>[A-Za-z@]++\*?)[ \t]*+(?:\n(?!\s*\n)[ \t]*+)?
    | \\(?P<sign>.)
    | (?P<open>\{)
    | (?P<close>\})
    | (?P<ligature>---|--|``|''|~|`|'|\?`|!`|\$\$?)
    | (?P<text>[^\\%{}~`'$\-?!]++|.)
    """,
    re.X | re.S,
)
_OPTIONS = re.compile(r"\s*+\[[^\]\n]{0,300}+\]")
_BRACE = re.compile(r"\\.|%[^\n]*+|[{}]", re.S)
_MACRO = re.compile(
    r"""
      %[^\n]*+
    | \\(?:newcommand|renewcommand|providecommand|DeclareRobustCommand)\*?
      \s*+\{?\s*+\\(?P<name>[A-Za-z@]{1,60})\s*+\}?\s*+(?P<arguments>\[)?
    | \\def\s*+\\(?P<defined>[A-Za-z@]{1,60})\s*+(?P<parameter>\#)?
    """,
    re.X,
)
_BODY = 10_000  # characters of a macro; longer ones are no abbreviations
_VERBATIM = frozenset(("verbatim", "verbatim*", "lstlisting", "minted", "Verbatim"))
_QUOTING = frozenset(("enquote", "enquote*", "textquote", "textquote*", "say", "blockquote", "textcquote"))
_LATER = frozenset(("footnote", "footnotetext", "thanks", "endnote", "marginpar"))
_SPACED = frozenset(("par", "item", "newline", "linebreak", "newpage", "clearpage", "paragraph", "section",
                     "subsection", "subsubsection", "chapter", "part", "caption", "title", "maketitle",
                     "section*", "subsection*", "subsubsection*", "chapter*", "paragraph*"))  # fmt: skip


# Combining characters behind the letter, which are then composed.
_ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "t": "", "c": "\u0327", "d": "\u0323", "b": "\u0331",
    "k": "\u0328", "r": "\u030a",
}  # fmt: skip
_LIGATURES = {
    "---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "'": "’", "~": "\u00a0", "?`": "¿", "!`": "¡",
}  # fmt: skip
# Commands and signs that are characters. "" is nothing, such as a hyphenation point.
_SYMBOLS = PUNCTUATION | {
    "%": "%", "&": "&", "#": "#", "$": "$", "_": "_", "{": "{", "}": "}", " ": " ", "\n": " ",
    "\\": "\n", "-": "", "/": "", ",": "\u2009", ";": " ", ":": " ", "!": "", "@": "", "(": "",
    ")": "", "[": "", "]": "", "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø",
    "O": "Ø", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dj": "đ", "DJ": "Đ",
    "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "S": "§", "P": "¶", "textsection": "§",
    "pounds": "£", "copyright": "©", "euro": "€", "texteuro": "€", "slash": "/", "textbackslash": "\\",
    "textasciitilde": "~", "quotedblbase": "„", "glqq": "„", "grqq": "“", "og": "«\u00a0", "fg": "\u00a0»",
    "flqq": "«", "frqq": "»", "quotesinglbase": "‚", "textbullet": "•", "textregistered": "®",
    "texttrademark": "™", "quad": " ", "qquad": " ", "space": " ", "nobreakspace": "\u00a0",
    "LaTeX": "LaTeX", "TeX": "TeX", "textless": "<", "textgreater": ">", "textbar": "|",
    "textunderscore": "_", "nobreakdash": "", "hyp": "-", "protect": "", "noindent": "",
    "centering": "",
}  # fmt: skip
# Commands whose first arguments are no words: how many of them.
_SILENT = {
    "ref": 1, "label": 1, "eqref": 1, "pageref": 1, "autoref": 1, "cref": 1, "Cref": 1,
    "nameref": 1, "vref": 1, "href": 1, "hyperref": 0, "hypertarget": 1, "hyperlink": 1,
    "textcolor": 1, "color": 1, "colorbox": 1, "includegraphics": 1, "bibliography": 1,
    "bibliographystyle": 1, "addbibresource": 1, "usepackage": 1, "documentclass": 1, "input": 1,
    "include": 1, "vspace": 1, "vspace*": 1, "hspace": 1, "hspace*": 1, "setlength": 2,
    "addtolength": 2, "setcounter": 2, "addtocounter": 2, "pagestyle": 1, "thispagestyle": 1,
    "index": 1, "gls": 0, "todo": 1, "newcommand": 2, "renewcommand": 2, "providecommand": 2,
    "newcommand*": 2, "renewcommand*": 2, "selectlanguage": 1, "foreignlanguage": 1, "fontsize": 2,
    "pagenumbering": 1, "parbox": 1, "raisebox": 1, "footnotemark": 0, "phantom": 1, "hphantom": 1,
    "vphantom": 1, "pdfbookmark": 2,
}  # fmt: skip


class _Macro(NamedTuple):
    text: str
    spaced: bool  # whether the space behind the command is printed, as \\xspace sees to


def read_tex(name: str, data: bytes) -> ReadText:
    """Reads a LaTeX file."""
    encoded = decode(data, declares=True)
    source = encoded.text
    few_marks(source, "\\{}$%~`'-")
    braces = _braces(source)
    body = re.search(r"^[^%\n]{0,200}?\\begin\s*\{document\}", source, re.M)
    stop = re.search(r"^[^%\n]{0,200}?(?=\\end\s*\{document\})", source, re.M)
    begin, end = body.end() if body else 0, stop.end() if stop and body else len(source)
    macros = _macros(source, begin if body else end, braces)
    scribe = Scribe()
    _TexReader(scribe, source, macros, braces).read(begin, max(begin, end))
    return scribe.done(name, "tex", encoded, notes(encoded))


def _braces(source: str) -> dict[int, int]:
    """Offset of each opening brace that is closed → offset behind the one that closes it."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for match in _BRACE.finditer(source):
        if match[0] == "{":
            opened.append(match.start())
        elif match[0] == "}" and opened:
            found[opened.pop()] = match.end()
    return found


def _macros(source: str, end: int, braces: dict[int, int]) -> dict[str, _Macro]:
    """What the macros without arguments stand for, those inside them resolved in the order of definition."""
    macros: dict[str, _Macro] = {}
    for match in _MACRO.finditer(source, 0, end):
        name = match["name"] or match["defined"]
        close = braces.get(match.end(), 0)
        if not name or match["arguments"] or match["parameter"] or not 0 < close - match.end() <= _BODY:
            continue
        scribe = Scribe()
        _TexReader(scribe, source, macros, braces).read(match.end() + 1, close - 1)
        meaning = scribe.done("", "").text.strip()
        if len(meaning) <= _BODY:
            macros[name] = _Macro(meaning, "\\xspace" in source[match.end() : close])
    return macros


class _TexReader:
    def __init__(
        self, scribe: Scribe, source: str, macros: dict[str, _Macro], braces: dict[int, int]
    ) -> None:
        self.scribe = scribe
        self.source = source
        self.macros = macros
        self.braces = braces
        self.groups: list[str] = []  # what stands for the closing brace of each open group
        self.later: list[tuple[int, int]] = []  # footnotes

    def read(self, begin: int, end: int) -> None:
        """Writes the words of a stretch of the source, and those of its footnotes behind them."""
        self.stretch(begin, end)
        while self.later:
            notes, self.later = self.later, []
            for start, stop in notes:
                self.scribe.end_paragraph(start)
                self.stretch(start, stop)

    def stretch(self, at: int, end: int) -> None:
        self.groups = []
        while at < end and (match := _TOKEN.match(self.source, at, end)):
            at = self.token(match, end)
        self.scribe.end_paragraph(end)

    def token(self, match: re.Match[str], end: int) -> int:
        """Obeys a token and says where to read on."""
        begin, at = match.start(), match.end()
        if match["text"] is not None:
            self.scribe.copy(match["text"], begin, at)
        elif match["ligature"] is not None:
            self.scribe.copy(_LIGATURES.get(match["ligature"], ""), begin, at)
        elif match["command"] is not None:
            return self.command(match["command"], begin, at, end)
        elif match["begin"] is not None:
            return self.environment(match, end)
        elif match["accent"] is not None:
            letter = (match["braced"] or match["bare"] or "").removeprefix("\\")
            accented = unicodedata.normalize("NFC", letter + _ACCENTS[match["accent"]]) if letter else ""
            self.scribe.copy(accented, begin, at)
        elif match["sign"] is not None:
            self.scribe.copy(_SYMBOLS.get(match["sign"], match["sign"]), begin, at)
            return self.behind_options(at, end) if match["sign"] == "\\" else at
        elif match["open"]:
            self.groups.append("")
        elif match["close"]:
            self.scribe.copy(self.groups.pop() if self.groups else "", begin, at)
        elif match["verbatim"] is not None:
            self.scribe.copy(match["verbatim"], *match.span("verbatim"))
        return at

    def command(self, name: str, begin: int, at: int, end: int) -> int:
        if name in self.macros:
            word = begin + 1 + len(name)
            self.scribe.copy(self.macros[name].text, begin, word)
            return word if self.macros[name].spaced else at
        if name in _SYMBOLS:
            self.scribe.copy(_SYMBOLS[name], begin, at)
            return at
        if name == "iffalse":
            stop = self.source.find("\\fi", at, end)
            return end if stop < 0 else stop + 3
        if name in _SPACED:
            self.scribe.end_paragraph(begin)
        at = self.behind_options(at, end)
        for _ in range(_SILENT.get(name, 2 if "cite" in name.lower() and name not in _QUOTING else 0)):
            at = self.behind_options(self.behind_argument(at, end), end)
        if name in _LATER:
            behind = self.behind_argument(at, end)
            if behind > at + 2:
                self.later.append((at + 1, behind - 1))
            return behind
        if name in _QUOTING and self.source.startswith("{", at):
            self.groups.append("”")
            self.scribe.copy("“", at, at + 1)
            return at + 1
        return at

    def environment(self, match: re.Match[str], end: int) -> int:
        name, at = match["environment"], match.end()
        self.scribe.end_paragraph(match.start())
        if match["begin"] == "begin" and (name in _VERBATIM or name == "comment"):
            stop = self.source.find(f"\\end{{{name}}}", at, end)
            stop = end if stop < 0 else stop
            if name != "comment":
                self.scribe.copy(self.source[at:stop], at, stop)
            return stop
        return self.behind_options(at, end)

    def behind_options(self, at: int, end: int) -> int:
        while options := _OPTIONS.match(self.source, at, end):
            at = options.end()
        return at

    def behind_argument(self, at: int, end: int) -> int:
        """Offset behind an argument in braces; the offset given where there is none."""
        behind = self.braces.get(at, at)
        return behind if behind <= end else at
