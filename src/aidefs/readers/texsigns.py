"""What the signs and commands of LaTeX stand for."""

from __future__ import annotations

__all__ = ["ACCENTS", "LIGATURES", "SILENT", "SYMBOLS"]

# Combining characters behind the letter, which are then composed.
ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "t": "", "c": "\u0327", "d": "\u0323", "b": "\u0331",
    "k": "\u0328", "r": "\u030a",
}  # fmt: skip
LIGATURES = {
    "---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "'": "’", "~": "\u00a0", "?`": "¿", "!`": "¡",
}  # fmt: skip
# Commands and signs that are characters. "" is nothing, such as a hyphenation point.
SYMBOLS = {
    "%": "%", "&": "&", "#": "#", "$": "$", "_": "_", "{": "{", "}": "}", " ": " ", "\n": " ",
    "\\": "\n", "-": "", "/": "", ",": "\u2009", ";": " ", ":": " ", "!": "", "@": "", "(": "",
    ")": "", "[": "", "]": "", "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø",
    "O": "Ø", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dj": "đ", "DJ": "Đ",
    "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "S": "§", "P": "¶", "textsection": "§",
    "pounds": "£", "copyright": "©", "euro": "€", "texteuro": "€", "dots": "…", "ldots": "…",
    "textellipsis": "…", "slash": "/", "textbackslash": "\\", "textasciitilde": "~",
    "textendash": "–", "textemdash": "—", "textquoteleft": "‘", "textquoteright": "’",
    "textquotedblleft": "“", "textquotedblright": "”", "quotedblbase": "„", "glqq": "„",
    "grqq": "“", "guillemotleft": "«", "guillemotright": "»", "og": "«\u00a0", "fg": "\u00a0»",
    "flqq": "«", "frqq": "»", "quotesinglbase": "‚", "textbullet": "•", "textregistered": "®",
    "texttrademark": "™", "quad": " ", "qquad": " ", "space": " ", "nobreakspace": "\u00a0",
    "LaTeX": "LaTeX", "TeX": "TeX", "textless": "<", "textgreater": ">", "textbar": "|",
    "textunderscore": "_", "nobreakdash": "", "hyp": "-", "protect": "", "noindent": "",
    "centering": "",
}  # fmt: skip
# Commands whose first arguments are no words: how many of them.
SILENT = {
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
