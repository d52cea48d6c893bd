r"""LaTeX as the words that its reader sees, each with its place in the file.

This is no TeX: comments, the preamble and lengths are left out, other commands leave their arguments, accents
and ligatures become characters, and the user's macros without arguments become what they stand for. Citations
are left out too; it is noted where they stand and what the bibliography says of their keys. Footnotes are
read behind the text. Words that are struck out or marked as deleted are not read.

Files that are put in by \input and the like are read where they stand, if they lie in the folder of the main
file. What is not read is said.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from aidefs.classes import NamedTuple
from aidefs.errors import InputError
from aidefs.patterns import late
from aidefs.readers.beside import path_beside
from aidefs.readers.bibliography import bibliography, bibtex, closing_braces, work_of
from aidefs.readers.encodings import decode, notes
from aidefs.readers.limits import FILE, content, few_marks, within
from aidefs.readers.markup import PUNCTUATION
from aidefs.readers.regions import Region
from aidefs.readers.source import Encoded, ReadText, Scribe

__all__ = ["read_tex"]

_TOKEN = late(
    r"""
      (?P<comment>%[^\n]*+(?:\n[ \t]*+)?)
    | \\(?P<begin>begin|end)\s*\{(?P<environment>[^{}]{0,60})\}
    | \\(?P<dash>-{1,3}/|==?/)
    | (?P<shorthand>"[=\-~|'`<>"aouAOUsSzZ])
    | \\(?P<accent>['`^"~=.]|[uvHtcdbkr](?![A-Za-z]))
      \s*(?:\{\s*(?P<braced>\\?[A-Za-z])?\s*\}|(?P<bare>\\?[A-Za-z]))
    | \\verb\*?(?P<fence>[^A-Za-z\s*])(?P<verbatim>[^\n]*?)(?P=fence)
    | (?P<amount>\$(?=\d{1,3}(?:,\d{3})++[\s).,;])(?![^$\n]{0,300}[^\s($\\]\$))
    | \\(?P<command>[A-Za-z@]++\*?)[ \t]*+(?:\n(?!\s*\n)[ \t]*+)?
    | \\(?P<sign>.)
    | (?P<open>\{)
    | (?P<close>\})
    | (?P<ligature>---|--|``|''|~|`|'|\?`|!`|\$\$?)
    | (?P<cell>&)
    | (?P<text>[^\\%{}~`'$\-?!"&]++|.)
    """,
    re.X | re.S,
)
_OPTIONS = late(r"\s*+\[[^\]\n]{0,300}+\]")
# One option, which may hold commands with options of their own.
_OPTION = late(
    r"\s*+\[(?P<words>(?:[^\[\]{}]|\{(?:[^{}]|\{[^{}]{0,200}+\}){0,300}+\}|\[[^\[\]]{0,200}+\]){0,500}+)\]"
)
_BRACE = late(r"\\.|%[^\n]*+|[{}]", re.S)
_MACRO = late(
    r"""
      %[^\n]*+
    | \\(?:newcommand|renewcommand|providecommand|DeclareRobustCommand)\*?
      \s*+\{?\s*+\\(?P<name>[A-Za-z@]{1,60})\s*+\}?\s*+(?P<arguments>\[)?
    | \\def\s*+\\(?P<defined>[A-Za-z@]{1,60})\s*+(?P<parameter>\#)?
    """,
    re.X,
)
_ITEM = 2_000  # characters of an entry of a bibliography
_BODY = 10_000  # characters of a macro; longer ones are no abbreviations
_VERBATIM = frozenset(("verbatim", "verbatim*", "lstlisting", "minted", "Verbatim"))
# Commands whose last argument is quoted (csquotes), with the number of arguments before it that name a
# language, and of those that hold keys.
_QUOTING = {
    "enquote": (0, 0), "say": (0, 0), "textquote": (0, 0), "blockquote": (0, 0), "textcquote": (0, 1),
    "blockcquote": (0, 1), "foreignquote": (1, 0), "hyphenquote": (1, 0), "foreigntextquote": (1, 0),
    "hyphentextquote": (1, 0), "foreignblockquote": (1, 0), "hyphenblockquote": (1, 0),
    "foreigntextcquote": (1, 1), "hyphentextcquote": (1, 1), "foreignblockcquote": (1, 1),
    "hyphenblockcquote": (1, 1), "hybridblockquote": (1, 0), "hybridblockcquote": (1, 1),
}  # fmt: skip
_PRINTS_OPTION = late(r"(?:foreign|hyphen|hybrid)?(?:text|block|display)quote")  # the source, behind it
# Marks of an editor: what they print before and behind their argument.
_EDITORS = {
    "textelp": ("[…", "]"), "textelp*": ("[", "…]"), "textins": ("[", "]"), "textins*": ("[", "]"),
    "textdel": ("[", "]"),
}  # fmt: skip
_LATER = frozenset(("footnote", "footnotetext", "thanks", "endnote", "marginpar", "sidenote"))
_MARK_ONLY = frozenset(("footnotemark", "endnotemark"))
_NUMBER = late(r"\s*+\[(\d{1,4})\]")
_LEVELS = {
    "part": 1,
    "chapter": 1,
    "section": 2,
    "subsection": 3,
    "subsubsection": 4,
    "paragraph": 5,
    "title": 1,
}
_QUOTATIONS = {
    "quote": (0, 0), "quotation": (0, 0), "displayquote": (0, 0), "displaycquote": (0, 1),
    "foreigndisplayquote": (1, 0), "foreigndisplaycquote": (1, 1), "hyphendisplayquote": (1, 0),
    "hyphendisplaycquote": (1, 1),
}  # fmt: skip
# Tables, whose first arguments are no words: how many of them.
_TABLES = {
    "tabular": 1, "tabular*": 2, "tabularx": 2, "tabulary": 2, "longtable": 1, "xltabular": 2, "tblr": 1,
    "longtblr": 1, "supertabular": 1,
}  # fmt: skip
# Citations: any command of such a name; and the environments and files that say what their keys stand for.
_CITES = late(r"(?!nocite)(?:[A-Za-z]{0,20}[Cc]ite[A-Za-z]{0,20}|Cite[a-z]{0,20})\*?")
_BIBITEM = late(r"\\bibitem\s*+(?:\[[^\]]{0,200}+\]\s*+)?\{(?P<key>[^{}\n]{1,200}+)\}")
_ITEM_ENDS = late(r"\\bibitem\b|\\end\s*+\{thebibliography\}")
_RESOURCE = late(
    r"\\(?:bibliography|addbibresource|addglobalbib|addsectionbib)\s*+(?:\[[^\]]{0,200}+\])?\{(?P<files>[^{}]{1,500}+)\}"
)
_FILE_CONTENTS = late(r"\\begin\s*+\{filecontents\*?\}(?:\[[^\]]{0,99}+\])?\{[^{}]{1,200}\.bib\}")
_COLUMNS = late(r"\s*+\{\s*+(\d{1,2})\s*+\}")
# Commands that put in another file, with the number of their arguments; the last one is its name.
_INPUTS = {
    "input": 1, "include": 1, "subfile": 1, "subfileinclude": 1, "import": 2, "subimport": 2, "inputfrom": 2,
    "includefrom": 2, "subinputfrom": 2, "subincludefrom": 2, "import*": 2, "InputIfFileExists": 1,
}  # fmt: skip
_INPUT = late(r"%[^\n]*+|\\(?:input|include)\s*+\{(?P<name>[^{}\n]{1,500})\}")
_BARE_NAME = late(r"[ \t]*+(?P<name>[^\s{}\\%]{1,500}+)")
_TEX_ENDINGS = (".tex", ".ltx", ".latex", ".txt")
_DEEPEST = 20  # files inside each other
_MOST_FILES = 500  # that are put in, however often each
_LONGEST_NAME = 500
_LONGEST_ADDRESS = 1_000
_NEAR = 50  # open environments in which one that ends is looked for
_GERMAN = late(
    r"\\(?:usepackage|documentclass)\s*+\[[^\]]{0,500}\b(?:n?german|n?austrian|n?swissgerman)\b"
    r"|\\usepackage\s*+\{n?german\}"
)
_EXTDASH = late(r"\\usepackage\s*+(?:\[[^\]]{0,200}\]\s*+)?\{[^{}]{0,200}\bextdash\b")
_DASHES = {"-/": "-", "--/": "–", "---/": "—", "=/": "\u2011", "==/": "–"}
# The shorthands of German: hyphens, points of division, quotation marks, letters.
_SHORTHANDS = {
    '"=': "-", '"-': "", '"~': "\u2011", '"|': "", '""': "", '"`': "„", "\"'": "“", '"<': "«", '">': "»",
    '"a': "ä", '"o': "ö", '"u': "ü", '"A': "Ä", '"O': "Ö", '"U': "Ü", '"s': "ß", '"z': "ß", '"S': "SS",
    '"Z': "SZ",
}  # fmt: skip
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
    "textunderscore": "_", "nobreakdash": "", "hyp": "-", "Hyphdash": "-", "Endash": "–",
    "Emdash": "—", "tabularnewline": "\n", "protect": "", "noindent": "",
    "centering": "",
}  # fmt: skip
_STRUCK = ("deleted", "sout", "st", "xout", "cancel", "DIFdel", "DIFdelFL")  # what is deleted or struck out
# Commands whose first arguments are no words: how many of them.
_SILENT = {
    "ref": 1, "label": 1, "eqref": 1, "pageref": 1, "autoref": 1, "cref": 1, "Cref": 1,
    "nameref": 1, "vref": 1, "href": 1, "hyperref": 0, "hypertarget": 1, "hyperlink": 1,
    "textcolor": 1, "color": 1, "colorbox": 1, "includegraphics": 1, "bibliography": 1,
    "bibliographystyle": 1, "addbibresource": 1, "usepackage": 1, "documentclass": 1,
    "vspace": 1, "vspace*": 1, "hspace": 1, "hspace*": 1, "setlength": 2,
    "addtolength": 2, "setcounter": 2, "addtocounter": 2, "pagestyle": 1, "thispagestyle": 1,
    "index": 1, "gls": 0, "todo": 1, "newcommand": 2, "renewcommand": 2, "providecommand": 2,
    "newcommand*": 2, "renewcommand*": 2, "selectlanguage": 1, "foreignlanguage": 1, "fontsize": 2,
    "pagenumbering": 1, "parbox": 1, "raisebox": 1, "footnotemark": 0, "phantom": 1, "hphantom": 1,
    "vphantom": 1, "pdfbookmark": 2, "multicolumn": 2, "multirow": 2, "cline": 1, "cmidrule": 1,
    "includeonly": 1, "nocite": 1,
}  # fmt: skip
_SILENT |= dict.fromkeys(_STRUCK, 1)


class _Macro(NamedTuple):
    text: str
    spaced: bool  # whether the space behind the command is printed, as \\xspace sees to


class _Behind(NamedTuple):
    """What a quotation has behind it.

    Attributes:
        begin: Of the option that names its source, which is printed.
        end: Behind that.
        works: What the bibliography says of the keys that it cites.
    """

    begin: int = 0
    end: int = 0
    works: tuple[str, ...] = ()


class _OpenGroup(NamedTuple):
    """A pair of braces that is open."""

    closing: str = ""  # what stands for the closing one
    kind: Literal["heading", "quotation"] | None = None
    start: int = 0  # of the region in the text
    level: int | None = None
    skip: int = 0  # arguments behind it that are no words
    behind: _Behind = _Behind()


class _Environment(NamedTuple):
    """An environment that is open."""

    name: str
    start: int
    behind: _Behind = _Behind()


@dataclass(slots=True)
class _Tabular:
    """A table that is open."""

    number: int
    start: int  # of the cell in the text
    row: int = 0
    column: int = 0
    columns: int = 1  # of the cell


class _Later(NamedTuple):
    """A note that is read behind the text."""

    begin: int
    end: int
    anchor: int | None


@dataclass(slots=True)
class _Files:
    """The files that the main file puts in.

    Attributes:
        folder: Where they have to lie, without symbolic links; None where files are not read.
        open: Those that are being read, the main file first.
        number: How many were read.
        size: Their bytes together.
        notes: What was not read, and why.
    """

    folder: str | None
    open: list[str] = field(default_factory=list)
    number: int = 0
    size: int = 0
    notes: list[str] = field(default_factory=list)

    def read(self, name: str) -> tuple[str, Encoded]:
        """The path of a file from the folder on, and its content.

        Raises:
            InputError: It cannot or must not be read.
        """
        if self.folder is None:
            raise InputError("the main file is not read from a folder")
        path = path_beside(self.folder, name, _TEX_ENDINGS, "TeX")
        if path in self.open:
            raise InputError("it puts itself in")
        if len(self.open) >= _DEEPEST or self.number >= _MOST_FILES:
            raise InputError("too many files")
        data = content(path)
        self.size += len(data)
        within(self.size, FILE)
        encoded = decode(data, "tex")
        few_marks(encoded.text, _SIGNS)
        self.number += 1
        return path, encoded

    def part(self, path: str) -> str:
        """What a reader is told of a file."""
        return os.path.relpath(path, self.folder).replace(os.sep, "/")


@dataclass(slots=True)
class _TexSetting:
    """What a document sets for all of its files."""

    macros: dict[str, _Macro]
    german: bool  # whether the shorthands of German are on
    dashes: bool  # whether those of the package extdash are
    files: _Files
    works: Mapping[str, str] = field(default_factory=dict)  # what the keys of citations stand for


_SIGNS = "\\{}$%~`'-\"&"


def read_tex(name: str, data: bytes, folder: str | None = None) -> ReadText:
    """Reads a LaTeX file, and the files that it puts in.

    Args:
        name: The file as the user named it.
        data: Its content.
        folder: Where the files lie that it puts in; by default none are read.
    """
    encoded = decode(data, "tex")
    few_marks(encoded.text, _SIGNS)
    home = None if folder is None else os.path.realpath(folder)
    files = _Files(home, [os.path.realpath(name)] if home is not None else [])
    scribe = Scribe()
    setting = _TexSetting({}, False, False, files)
    if "cite" in encoded.text or "cquote" in encoded.text:
        setting.works = _works(encoded.text, home)
    _read(scribe, encoded.text, setting)
    return scribe.done(name, "tex", encoded, (*notes(encoded), *files.notes))


def _read(scribe: Scribe, source: str, setting: _TexSetting) -> None:
    """Writes the words of a file; what is set before its text counts in it and in what it puts in."""
    braces = _braces(source)
    body = re.search(r"^[^%\n]{0,200}?\\begin\s*\{document\}", source, re.M)
    stop = re.search(r"^[^%\n]{0,200}?(?=\\end\s*\{document\})", source, re.M)
    begin, end = body.end() if body else 0, stop.end() if stop and body else len(source)
    preamble = begin if body else end
    setting.german = setting.german or _GERMAN.search(source, 0, preamble) is not None
    setting.dashes = setting.dashes or _EXTDASH.search(source, 0, preamble) is not None
    if body:
        _read_preamble(source, begin, setting)
    setting.macros |= _macros(source, preamble, braces, setting)
    _TexReader(scribe, source, setting, braces).read(begin, max(begin, end))


def _works(source: str, folder: str | None) -> dict[str, str]:
    """What the keys of citations stand for, by the bibliography in the file and those beside it."""
    named = [name for match in _RESOURCE.finditer(source) for name in match["files"].split(",")]
    found = bibliography(folder, named)
    for match in _FILE_CONTENTS.finditer(source):
        found |= bibtex(source[match.end() : source.find("\\end{filecontents", match.end())])
    braces = _braces(source) if "\\bibitem" in source else {}
    for match in _BIBITEM.finditer(source):
        stop = _ITEM_ENDS.search(source, match.end())
        end = stop.start() if stop else match.end()
        scribe = Scribe()
        setting = _TexSetting({}, False, False, _Files(None))
        _TexReader(scribe, source, setting, braces).read(match.end(), min(end, match.end() + _ITEM))
        found[match["key"].strip()] = " ".join(scribe.text.split())
    return found


def _read_preamble(source: str, end: int, setting: _TexSetting) -> None:
    """Takes in the macros of files that are put in before the text; many of those belong to TeX itself."""
    for match in _INPUT.finditer(source, 0, end):
        try:
            path, encoded = setting.files.read(match["name"]) if match["name"] else ("", None)
        except (InputError, OSError):
            continue
        if encoded:
            setting.files.open.append(path)
            text = encoded.text
            _read_preamble(text, len(text), setting)
            setting.macros |= _macros(text, len(text), _braces(text), setting)
            setting.files.open.pop()


def _braces(source: str) -> dict[int, int]:
    """Offset of each opening brace that is closed → offset behind the one that closes it."""
    return {start: end + 1 for start, end in closing_braces(_BRACE.finditer(source)).items()}


def _macros(source: str, end: int, braces: dict[int, int], setting: _TexSetting) -> dict[str, _Macro]:
    """What the macros without arguments stand for, those inside them resolved in the order of definition."""
    own = replace(setting, macros=dict(setting.macros), files=_Files(None))
    for match in _MACRO.finditer(source, 0, end):
        name = match["name"] or match["defined"]
        close = braces.get(match.end(), 0)
        if not name or match["arguments"] or match["parameter"] or not 0 < close - match.end() <= _BODY:
            continue
        scribe = Scribe(2 * _BODY)
        try:
            _TexReader(scribe, source, own, braces).read(match.end() + 1, close - 1)
        except InputError:
            continue  # macros of macros can be of any length
        meaning = scribe.text.strip()
        if len(meaning) <= _BODY:
            own.macros[name] = _Macro(meaning, "\\xspace" in source[match.end() : close])
    return own.macros


class _TexReader:
    def __init__(self, scribe: Scribe, source: str, setting: _TexSetting, braces: dict[int, int]) -> None:
        self.scribe = scribe
        self.source = source
        self.setting = setting
        self.braces = braces
        self.groups: list[_OpenGroup] = []
        self.environments: list[_Environment] = []
        self.tables: list[_Tabular] = []
        self.table_number = 0
        self.later: list[_Later] = []
        self.marks: dict[int, int] = {}  # numbers of notes whose mark stands alone → its place
        self.mark: int | None = None  # place of the last such mark without a number
        self.cited: list[tuple[int, str]] = []  # places of citations, and what their keys stand for

    def read(self, begin: int, end: int) -> None:
        """Writes the words of a stretch of the source, and those of its footnotes behind them."""
        self.stretch(begin, end)
        while self.later:
            notes, self.later = self.later, []
            for note in notes:
                self.scribe.end_paragraph(note.begin)
                start, first = self.scribe.length, len(self.cited)
                self.stretch(note.begin, note.end)
                self.scribe.region(Region("note", start, self.scribe.length, note.anchor))
                if self.scribe.length == start and note.anchor is not None:  # it only cites
                    self.cited[first:] = [(note.anchor, work) for _, work in self.cited[first:]]
        self.scribe.regions(Region("citation", at, at, source=work) for at, work in self.cited)

    def stretch(self, at: int, end: int) -> None:
        self.groups, self.environments, self.tables = [], [], []
        self.tokens(at, end)
        self.scribe.end_paragraph(end)
        while self.environments:
            self.leave()

    def tokens(self, at: int, end: int) -> None:
        while at < end and (match := _TOKEN.match(self.source, at, end)):
            at = self.token(match, end)

    def token(self, match: re.Match[str], end: int) -> int:
        """Obeys a token and says where to read on."""
        begin, at = match.start(), match.end()
        if match["text"] is not None or match["amount"] is not None:
            self.scribe.copy(match[0], begin, at)
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
        elif match["dash"] is not None or match["shorthand"] is not None:
            return self.shorthand(match)
        elif match["sign"] is not None:
            self.scribe.copy(_SYMBOLS.get(match["sign"], match["sign"]), begin, at)
            if match["sign"] == "\\":
                self.end_cell(rows=1)
                return self.behind_options(at, end)
        elif match["open"]:
            self.groups.append(_OpenGroup())
        elif match["close"]:
            return self.close(begin, at, end)
        elif match["cell"]:
            self.end_cell()
            self.scribe.copy("\t" if self.tables else "&", begin, at)
            self.begin_cell()
        elif match["verbatim"] is not None:
            self.scribe.copy(match["verbatim"], *match.span("verbatim"))
        return at

    def shorthand(self, match: re.Match[str]) -> int:
        begin, at = match.span()
        known = _DASHES.get(match["dash"]) if match["dash"] else _SHORTHANDS[match["shorthand"]]
        if known is not None and (self.setting.dashes if match["dash"] else self.setting.german):
            self.scribe.copy(known, begin, at)
            return at
        if match["dash"]:  # "\\-" is a point of division, "\\=" an accent without a letter
            return begin + 2
        self.scribe.copy('"', begin, begin + 1)
        return begin + 1

    def close(self, begin: int, at: int, end: int) -> int:
        """Obeys a closing brace."""
        group = self.groups.pop() if self.groups else _OpenGroup()
        if group.kind:
            self.scribe.region(Region(group.kind, group.start, self.scribe.length, level=group.level))
        self.scribe.copy(group.closing, begin, at)
        for _ in range(group.skip):
            at = self.behind_argument(at, end)
        self.tell(group.behind)
        return at

    # --- quotations and citations ---

    def quoting(self, arguments: tuple[int, int], at: int, end: int, *, printed: bool) -> tuple[int, _Behind]:
        """Reads what stands between a quoting command or environment and its words.

        Args:
            arguments: How many arguments name a language, and how many hold keys.
            at: Offset behind its name.
            end: Where to stop.
            printed: Whether its first option is the source, which is printed behind the words.
        """
        languages, keys = arguments
        for _ in range(languages):
            at = self.behind_argument(at, end)
        option = _OPTION.match(self.source, at, end)
        span = option.span("words") if option and printed else (0, 0)
        at = self.behind_options(option.end() if option else at, end)
        works: tuple[str, ...] = ()
        for _ in range(keys):
            at, found = self.keys(at, end)
            works += found
            at = self.behind_options(at, end)
        return at, _Behind(*span, works)

    def keys(self, at: int, end: int) -> tuple[int, tuple[str, ...]]:
        """Reads an argument with keys of citations: the offset behind it, and what they stand for."""
        behind = self.behind_argument(at, end)
        keys = map(str.strip, self.source[at + 1 : behind - 1].split(",") if behind > at else [])
        return behind, tuple(filter(None, (work_of(key, self.setting.works) for key in keys)))

    def tell(self, behind: _Behind, start: int | None = None) -> None:
        """Writes and notes the source of a quotation that has ended; keys of a block stand at its `start`."""
        if behind.begin < behind.end:
            trial = _TexReader(Scribe(), self.source, self.setting, self.braces)
            trial.tokens(behind.begin, behind.end)
            printed = not (trial.scribe.text.isspace() or not trial.scribe.text)
            self.scribe.copy(" (" if printed else "", behind.begin, behind.begin)
            first = len(self.cited)
            self.tokens(behind.begin, behind.end)
            if start is not None:
                self.cited[first:] = [(start, work) for _, work in self.cited[first:]]
            self.scribe.copy(")" if printed else "", behind.end, behind.end)
        place = self.scribe.length if start is None else start
        self.cited += ((place, work) for work in behind.works)

    def cite(self, at: int, end: int) -> int:
        """Notes the keys of a citation, which is not printed."""
        while True:
            at = self.behind_options(at, end)
            behind, works = self.keys(at, end)
            self.cited += ((self.scribe.length, work) for work in works)
            if behind == at:
                return at
            at = behind

    def command(self, name: str, begin: int, at: int, end: int) -> int:
        macro = self.setting.macros.get(name)
        if macro and (macro.text or name not in _STRUCK):  # in bookmarks they are switched off
            word = begin + 1 + len(name)
            self.scribe.copy(macro.text, begin, word)
            return word if macro.spaced else at
        if name in _SYMBOLS:
            self.scribe.copy(_SYMBOLS[name], begin, at)
            if name == "tabularnewline":
                self.end_cell(rows=1)
            return at
        if name == "iffalse":
            stop = self.source.find("\\fi", at, end)
            return end if stop < 0 else stop + 3
        if name in _INPUTS:
            return self.follow(name, begin, at, end)
        if name == "multicolumn" and self.tables and (columns := _COLUMNS.match(self.source, at, end)):
            self.tables[-1].columns = max(int(columns[1]), 1)
        if name in _SPACED:
            self.scribe.end_paragraph(begin)
        number = _NUMBER.match(self.source, at, end) if name in _LATER or name in _MARK_ONLY else None
        if name.rstrip("*") in _QUOTING:
            return self.quote(name.rstrip("*"), at, end)
        if _CITES.fullmatch(name):
            return self.cite(at, end)
        if name == "href":
            self.link(at, end)
        at = self.behind_options(at, end)
        for _ in range(_SILENT.get(name, 0)):
            at = self.behind_options(self.behind_argument(at, end), end)
        if name in _MARK_ONLY:
            self.mark = self.scribe.length
            if number:
                self.marks[int(number[1])] = self.scribe.length
        if name in _LATER:
            behind = self.behind_argument(at, end)
            if behind > at + 2:
                self.later.append(_Later(at + 1, behind - 1, self.anchor(name, number)))
            return behind
        return self.argument(name, at)

    def anchor(self, name: str, number: re.Match[str] | None) -> int | None:
        """The place to which a note is tied."""
        if name != "footnotetext":
            return self.scribe.length
        return self.marks.get(int(number[1])) if number else self.mark

    def argument(self, name: str, at: int) -> int:
        """Begins the argument of a command that says what it is."""
        if not self.source.startswith("{", at):
            return at
        if name in _EDITORS:
            opening, closing = _EDITORS[name]
            self.scribe.copy(opening, at, at + 1)
            self.groups.append(_OpenGroup(closing))
        elif name.rstrip("*") in _LEVELS:
            level = _LEVELS[name.rstrip("*")]
            self.groups.append(_OpenGroup(kind="heading", start=self.scribe.length, level=level))
        elif name == "replaced":
            self.groups.append(_OpenGroup(skip=1))
        elif name.rstrip("*") == "babelhyphen":
            close = self.braces.get(at, at + 1)
            self.scribe.copy("" if self.source[at:close] == "{soft}" else "-", at, close)
            return close
        else:
            return at
        return at + 1

    def quote(self, name: str, at: int, end: int) -> int:
        """Begins the words of a command that quotes them."""
        printed = _PRINTS_OPTION.fullmatch(name) is not None
        at, behind = self.quoting(_QUOTING[name], at, end, printed=printed)
        if not self.source.startswith("{", at):
            return at
        self.scribe.copy("“", at, at + 1)
        kind: Literal["quotation"] | None = "quotation" if "block" in name else None
        self.groups.append(_OpenGroup("”", kind, self.scribe.length, behind=behind))
        return at + 1

    def link(self, at: int, end: int) -> None:
        """Notes the address of a link where its words begin."""
        address = self.source[at + 1 : self.behind_argument(at, end) - 1].replace("\\", "")
        if "://" in address and len(address) <= _LONGEST_ADDRESS:
            self.scribe.region(Region("link", self.scribe.length, self.scribe.length, source=address))

    def environment(self, match: re.Match[str], end: int) -> int:
        name, at = match["environment"], match.end()
        if match["begin"] == "end":
            while any(one.name == name for one in self.environments[-_NEAR:]) and self.leave() != name:
                pass
            self.scribe.end_paragraph(match.start())
            return self.behind_options(at, end)
        self.scribe.end_paragraph(match.start())
        if name in _VERBATIM or name == "comment":
            stop = self.source.find(f"\\end{{{name}}}", at, end)
            stop = end if stop < 0 else stop
            if name != "comment":
                start = self.scribe.length
                self.scribe.copy(self.source[at:stop], at, stop)
                self.scribe.region(Region("code", start, self.scribe.length))
            return stop
        if name in _QUOTATIONS:
            printed = _PRINTS_OPTION.fullmatch(name) is not None
            at, behind = self.quoting(_QUOTATIONS[name], at, end, printed=printed)
            self.environments.append(_Environment(name, self.scribe.length, behind))
            return at
        at = self.behind_options(at, end)
        for _ in range(_TABLES.get(name, 0)):
            at = self.behind_options(self.behind_argument(at, end), end)
        if name in _TABLES:
            self.environments.append(_Environment(name, self.scribe.length))
        if name in _TABLES:
            self.tables.append(_Tabular(self.table_number, self.scribe.length))
            self.table_number += 1
        return at

    def leave(self) -> str:
        """Ends the environment that began last, and says which it was."""
        name, start, behind = self.environments.pop()
        if name in _TABLES:
            self.end_cell()
            self.tables.pop()
        else:
            self.scribe.region(Region("quotation", start, self.scribe.length))
            self.tell(behind, start)
        return name

    # --- cells ---

    def end_cell(self, rows: int = 0) -> None:
        """Ends a cell, and the row where `rows` is 1."""
        if not self.tables:
            return
        table = self.tables[-1]
        place = (table.number, table.row, table.column)
        self.scribe.region(Region("cell", table.start, self.scribe.length, None, *place))
        table.column = 0 if rows else table.column + table.columns
        table.row += rows
        self.begin_cell()

    def begin_cell(self) -> None:
        if self.tables:
            self.tables[-1].start = self.scribe.length
            self.tables[-1].columns = 1

    # --- other files ---

    def follow(self, name: str, begin: int, at: int, end: int) -> int:
        """Writes the words of a file that is put in here."""
        parts: list[str] = []
        for _ in range(_INPUTS[name]):
            behind = self.behind_argument(at, end)
            if behind > at:
                parts.append(self.source[at:behind].strip("{} \t\n"))
            elif name == "input" and (bare := _BARE_NAME.match(self.source, at, end)):
                parts.append(bare["name"])
                behind = bare.end()
            at = behind
        path = "/".join(part.rstrip("/") for part in parts if part)
        if not path or len(path) > _LONGEST_NAME:
            return at
        files = self.setting.files
        try:
            file, encoded = files.read(path)
        except (InputError, OSError, ValueError) as error:
            why = error.strerror.lower() if isinstance(error, OSError) and error.strerror else str(error)
            line = self.source.count("\n", 0, begin) + 1
            where = f"line {line}"
            if len(files.open) > 1:  # the file that names it is itself put in
                where += f" of {files.part(files.open[-1])}"
            note = f"not read: \\{name}{{{path}}} in {where}: {why}"
            if len(files.notes) < _MOST_FILES and note not in files.notes:
                files.notes.append(note)
            return at
        files.open.append(file)
        scribe = Scribe()
        _read(scribe, encoded.text, self.setting)
        files.open.pop()
        self.scribe.include(scribe.done(file, "tex", encoded), files.part(file), begin, self.table_number)
        self.table_number += scribe.tables
        return at

    def behind_options(self, at: int, end: int) -> int:
        while options := _OPTIONS.match(self.source, at, end):
            at = options.end()
        return at

    def behind_argument(self, at: int, end: int) -> int:
        """Offset behind an argument in braces; the offset given where there is none."""
        behind = self.braces.get(at, at)
        return behind if behind <= end else at
