r"""What stands before a table: macros for a paper, and the whole preamble of a document of its own."""

from __future__ import annotations

import re

from aidefs.errors import InputError
from aidefs.formats.document import TINT_COLOURS
from aidefs.formats.latex.languages import FONTS, babel, latin_only
from aidefs.formats.latex.words import ROMAN

__all__ = ["macros", "opening"]

_ACTED_UPON = re.compile(r'[\\{}%#"\x00-\x1f\x7f]')

# In the order in which they are explained in docs/latex.md. A document that defines one keeps its own. (The
# empty space before a change lets the word hyphenate that stands right before it.)
_MACROS = {
    "aidefsins": (
        r"\providecommand{\aidefsins}[1]"
        r"{\nobreak\hskip0pt\ifdefined\underLine\underLine{#1}\else\uline{#1}\fi}"
    ),
    "aidefsdel": (
        r"\providecommand{\aidefsdel}[1]"
        r"{\nobreak\hskip0pt\ifdefined\strikeThrough\strikeThrough{#1}\else\sout{#1}\fi}"
    ),
    "aidefsgap": r"\providecommand{\aidefsgap}{\hskip 0.25em\relax}",
    "aidefsstrong": r"\providecommand{\aidefsstrong}[1]{\textbf{#1}}",
    "aidefsmuted": r"\providecommand{\aidefsmuted}[1]{\textit{#1}}",
    "aidefsquote": r"\providecommand{\aidefsquote}[1]{\emph{#1}}",
    **{
        f"aidefstint{roman}": rf"\providecommand{{\aidefstint{roman}}}[1]"
        rf"{{\textcolor[RGB]{{{','.join(map(str, colour))}}}{{#1}}}}"
        for roman, colour in zip(ROMAN, TINT_COLOURS.values(), strict=True)
    },
    "aidefsemphasis": r"\providecommand{\aidefsemphasis}[1]{\textbf{#1}}",
    "aidefshead": r"\providecommand{\aidefshead}[1]{\textbf{#1}}",
    "aidefsupright": r"\providecommand{\aidefsupright}[1]{\rotatebox{90}{#1\hspace{2pt}}}",
    "aidefsmark": r"\providecommand{\aidefsmark}[1]{\textsuperscript{#1}}",
    "aidefsnote": r"\providecommand{\aidefsnote}[2]{\par\noindent\aidefsmark{#1}#2\par}",
    "aidefscite": r"\providecommand{\aidefscite}[1]{~\cite{#1}}",
    "aidefscell": (
        r"\providecommand{\aidefscell}{\raggedright\arraybackslash\leavevmode\nobreak\hskip0pt\relax}"
    ),
    "aidefsloose": r"\providecommand{\aidefsloose}{\setlength{\emergencystretch}{3em}}",
    "aidefstablefont": r"\providecommand{\aidefstablefont}{\small}",
    "aidefsnotefont": r"\providecommand{\aidefsnotefont}{\footnotesize}",
    "aidefsheading": r"\providecommand{\aidefsheading}[1]{\paragraph{#1}}",
    "aidefstick": r"\providecommand{\aidefstick}{\checkmark}",
    "aidefscode": r"\providecommand{\aidefscode}[1]{\texttt{[U+#1]}}",
    # Robust, because it may stand in a caption; a language that the document has not loaded is passed over.
    "aidefslang": (
        r"\ifdefined\aidefslang\else\protected\long\def\aidefslang#1#2{"
        r"\ifcsname captions#1\endcsname\foreignlanguage{#1}{#2}\else#2\fi}\fi"
    ),
    # A paper in two columns has `table*` for what is too wide for one, and for what breaks across pages none.
    "aidefsfloat": r"\providecommand{\aidefsfloat}{table\csname if@twocolumn\endcsname *\fi}",
    "aidefspagewide": (
        r"\providecommand{\aidefspagewide}{\csname if@twocolumn\endcsname\onecolumn"
        r"\def\aidefsasbefore{\twocolumn}\else\def\aidefsasbefore{}\fi}"
    ),
    # The caption of a table that goes on, which is not listed a second time.
    "aidefscontinued": (
        r"\providecommand{\aidefscontinued}[1]{\addtocounter{table}{-1}"
        r"\begingroup\renewcommand{\addcontentsline}[3]{}\caption{#1}\endgroup}"
    ),
}
_PACKAGES = {
    r"\\begin{(?:tabular|longtable)}": "array,booktabs",
    r"\\begin{longtable}": "longtable",
    r"\\aidefs(?:ins|del)\b": "[normalem]{ulem}",
    r"\\aidefstick\b": "amssymb",
    r"\\aidefstint[iv]+\b": "xcolor",
    r"\\aidefsupright\b": "graphicx",
}
_CLOSED = r"(?![A-Za-z])"


def macros(body: str) -> str:
    """The definitions of the macros that the body uses, under a line that names the packages it needs."""
    used = [line for name, line in _MACROS.items() if _uses(name, body)]
    return "\n".join([f"% needs: {_needed(body)}", *used]) + "\n"


def _uses(name: str, body: str) -> bool:
    if name == "aidefsmark" and _uses("aidefsnote", body):
        return True
    return re.search(rf"\\{name}{_CLOSED}", body) is not None


def _needed(body: str) -> str:
    return " ".join(_loaded(body)) + r" and, with pdfLaTeX, \usepackage[T1]{fontenc}"


def _loaded(body: str) -> list[str]:
    """The commands that load the packages of the body."""
    names = [package for pattern, package in _PACKAGES.items() if re.search(pattern, body)]
    return [rf"\usepackage{name}" if name[0] == "[" else rf"\usepackage{{{name}}}" for name in names]


def opening(
    body: str, lang: str, spoken: tuple[str, ...], *, columns: int = 1, bibliography: str = ""
) -> str:
    """The preamble of a document of its own, up to its beginning.

    Args:
        body: What the document will hold.
        lang: BCP 47 tag of the document.
        spoken: babel's names of the other languages in it.
        columns: 2 for a document in two columns.
        bibliography: Name of the file of references.
    """
    main = babel(lang) or "english"
    named = re.findall(r"\\aidefslang{([\w-]+)}", body)
    languages = [name for name in dict.fromkeys((*spoken, *named)) if name != main]
    latin = latin_only(body)
    lines = [
        *([] if latin else ["% !TeX program = lualatex"]),
        rf"\documentclass[{'twocolumn,' if columns == 2 else ''}a4paper]{{article}}",
        r"\usepackage[margin=" + ("18mm" if columns == 2 else "25mm") + "]{geometry}",
        r"\usepackage{iftex}",
        *_engine(latin),
        r"\usepackage{microtype}",
        *_loaded(body),
        *_underlines(body),
        *_babel(main, languages),
        *(_references(bibliography) if bibliography else []),
        r"\newcommand{\aidefsheading}[1]{\subsection*{#1}}",
        r"\setlength{\parindent}{0pt}\setlength{\parskip}{0.5\baselineskip}",
        r"\setlength{\columnsep}{6mm}",
    ]
    return "\n".join(lines) + "\n"


def _references(bibliography: str) -> list[str]:
    """Ragged, because official numbers and addresses break at few places.

    Raises:
        InputError: The name of the file holds what TeX would act upon.
    """
    if _ACTED_UPON.search(bibliography):
        raise InputError(f"TeX cannot read a file of this name: '{bibliography}.bib'")
    return [
        r"\usepackage{biblatex}",
        rf"\addbibresource{{{bibliography}.bib}}",
        r"\AtBeginBibliography{\raggedright}",
    ]


def _engine(latin: bool) -> list[str]:
    if not latin:
        return [r"\RequireTUTeX % letters that only LuaLaTeX and XeLaTeX have", r"\usepackage{fontspec}"]
    return [r"\iftutex\usepackage{fontspec}\else\usepackage[T1]{fontenc}\usepackage{lmodern}\fi"]


def _underlines(body: str) -> list[str]:
    """lua-ul, with which words that are underlined hyphenate; ulem does without it."""
    if not re.search(r"\\aidefs(ins|del)\b", body):
        return []
    return [r"\ifluatex\IfFileExists{lua-ul.sty}{\usepackage{lua-ul}}{}\fi"]


def _babel(main: str, others: list[str]) -> list[str]:
    lines = [r"\usepackage{babel}", rf"\babelprovide[import,main]{{{main}}}"]
    lines += [rf"\babelprovide[import]{{{name}}}" for name in others]
    chosen = [_font(name) for name in (main, *others) if name in FONTS]
    return lines + ([r"\iftutex", *chosen, r"\fi"] if chosen else [])


def _font(language: str) -> str:
    """The first of the fonts for a language that is installed."""
    line = ""
    for font in reversed(FONTS[language]):
        line = rf"\IfFontExistsTF{{{font}}}{{\babelfont[{language}]{{rm}}{{{font}}}}}{{{line}}}"
    return "  " + line
