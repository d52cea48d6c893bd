"""Bibliographies: what a citation key stands for.

BibTeX and BibLaTeX files beside a document, and the references in the head of a Markdown file. Of each entry
that may be a text of law or a standard its title is kept, and the numbers and addresses by which it is
known, a line each; an article, a book or a thesis is a work on such a text and none of them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping

from aidefs.errors import InputError
from aidefs.patterns import late
from aidefs.readers.beside import path_beside
from aidefs.readers.encodings import decode
from aidefs.readers.limits import within

__all__ = ["bibliography", "bibtex", "closing_braces", "keys_in", "of_text", "work_of"]

_ENDING = ".bib"
_LARGEST = 4 << 20  # bytes of all bibliographies of a document
_MOST_FILES = 20
_SHORT, _LONG = 300, 5_000  # characters of a field, and of an entry in a head

_ENTRY = late(r"@(?P<kind>[A-Za-z]{1,30})\s*+\{\s*+(?P<key>[^\s,{}=]{1,200}+)\s*+,")
_BRACE = late(r"\\.|[{}]", re.S)
_FIELD = late(r"(?:^|,)\s*+(?P<name>[A-Za-z]{1,30})\s*+=\s*+", re.M)
_QUOTED = late(r'"((?:[^"\\]|\\.)*+)"')
_BARE = late(r"[^\s,{}\"]++")
_COMMAND = late(r"\\[A-Za-z]{1,30}\*?\s?|[{}\\]")
_WORKS_ON = frozenset(
    ("article", "book", "mvbook", "bookinbook", "inbook", "incollection", "inproceedings", "conference",
     "collection", "proceedings", "thesis", "phdthesis", "mastersthesis", "periodical", "unpublished",
     "article-journal", "article-magazine", "article-newspaper", "chapter", "paper-conference", "comment",
     "preamble", "string")
)  # fmt: skip
_TITLES = ("title", "shorttitle", "title-short")
_NUMBERS = ("number", "celex", "eli", "doi", "url", "howpublished", "note", "eprint")
_HEAD = late(r"---[ \t]*\r?\n(?P<head>.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.S | re.M)
_NAMED = late(r"^bibliography\s*:(?P<files>[^\n]*(?:\n[ \t]*-[^\n]*)*)", re.M)
_NAMED_FILE = late(r"[^\s\"'\[\],]{1,200}\.bib\b")
# The same in Typst, reStructuredText and AsciiDoc.
_SET = late(
    r"^[ \t]*+(?:#bibliography\(\s*\"|\.\.[ ]bibliography::[ ]|:bibtex-file:[ ])"
    r"(?P<file>[^\s\"]{1,200}\.bib)\b",
    re.M,
)
_REFERENCES = late(r"^references\s*:[ \t]*\r?\n(?P<list>(?:[ \t-][^\n]*+\n|\n)++)", re.M)
_ITEM = late(r"^[ \t]*-[ \t]+", re.M)
_ITEM_FIELD = late(r"^[ \t]*(?P<name>[\w-]{1,30})\s*:[ \t]*(?P<value>[^\n]*)$", re.M)
# How a text without commands cites: "[@key, art. 3]", "@key", ":cite:`key`", "{cite}`key`".
_DATED_KEY = late(r"[A-Za-z][A-Za-z_:.-]{3,60}(?:19|20)\d\d")
_KEY = late(
    r"(?<![\w@.\\/])@(?:\{(?P<braced>[^\s{}]{1,200}+)\}|(?P<key>\w[\w:.#$%&+?<>~/-]{0,200}))"
    r"|(?::cite(?::\w{1,20})?:|\{cite(?::\w{1,20})?\})`(?P<listed>[^`\n]{1,300}+)`"
)


def bibliography(folder: str | None, named: Iterable[str] = ()) -> dict[str, str]:
    """The entries of the bibliographies of a document.

    Args:
        folder: Where they have to lie; None where no other files are read.
        named: What the document calls them; where it names none, all of the folder count.

    Returns:
        Citation key → title, numbers and addresses, a line each. Files that cannot be read have none.
    """
    if folder is None:
        return {}
    home = os.path.realpath(folder)
    wanted = list(named)
    if not wanted:
        try:
            wanted = sorted(name for name in os.listdir(home) if name.lower().endswith(_ENDING))
        except OSError:
            return {}
    found: dict[str, str] = {}
    size = 0
    for name in wanted[:_MOST_FILES]:
        try:
            path = path_beside(home, name, (_ENDING,), "BibTeX")
            size += os.path.getsize(path)
            within(size, _LARGEST)
            with open(path, "rb") as file:
                found |= bibtex(decode(file.read(_LARGEST)).text)
        except (InputError, OSError, ValueError):
            continue
    return found


def bibtex(text: str) -> dict[str, str]:
    """The entries of a BibTeX or BibLaTeX file: key → title, numbers and addresses, a line each."""
    closes = closing_braces(_BRACE.finditer(text))
    found: dict[str, str] = {}
    for match in _ENTRY.finditer(text):
        end = closes.get(text.index("{", match.start()), 0)
        if end:
            about = match["kind"].lower() in _WORKS_ON
            found.setdefault(
                match["key"], "" if about else _said(_fields(text, match.end() - 1, end, closes))
            )
    return found


def work_of(key: str, known: Mapping[str, str]) -> str:
    """What a bibliography says of a key; if it has none such, the key itself where it ends in a year."""
    return known[key] if key in known else key if _DATED_KEY.fullmatch(key) else ""


def keys_in(text: str, entries: Callable[[], Mapping[str, str]]) -> list[tuple[int, int, str]]:
    """The citation keys in a text of unknown format that say something: offsets, and what each stands for.

    Args:
        text: The text.
        entries: Gives the bibliography; asked only where something looks like a key.
    """
    matches = list(_KEY.finditer(text)) if "@" in text or "cite" in text else []
    known = entries() if matches else {}
    found: list[tuple[int, int, str]] = []
    for match in matches:
        for key in (match["listed"] or match["braced"] or match["key"]).split(","):
            plain = key.strip().rstrip(".:;?/-")
            said = known.get(key.strip()) or work_of(plain, known)
            if said:
                found.append((*match.span(), said))
    return found


def of_text(text: str, folder: str | None) -> dict[str, str]:
    """The bibliography of a text: the references in the head of Markdown, and the files that it names."""
    head = _HEAD.match(text)
    said = head["head"] if head else ""
    named = _NAMED.search(said)
    files = _NAMED_FILE.findall(named["files"]) if named else []
    files += (match["file"] for match in _SET.finditer(text))
    own = _REFERENCES.search(said)
    return bibliography(folder, files) | (_listed(own["list"]) if own else {})


def _listed(text: str) -> dict[str, str]:
    """References in the YAML of CSL, an item each."""
    found: dict[str, str] = {}
    for item in _ITEM.split(text):
        fields = {
            one["name"].lower(): one["value"].strip(" \"'") for one in _ITEM_FIELD.finditer(item[:_LONG])
        }
        if "id" in fields:
            found[fields["id"]] = "" if fields.get("type", "").lower() in _WORKS_ON else _said(fields)
    return found


def closing_braces(marks: Iterable[re.Match[str]]) -> dict[int, int]:
    """Offset of each opening brace that is closed → that of the one that closes it.

    Args:
        marks: Braces, and what is none though it holds some: escapes, comments.
    """
    found: dict[int, int] = {}
    opened: list[int] = []
    for match in marks:
        if match[0] == "{":
            opened.append(match.start())
        elif match[0] == "}" and opened:
            found[opened.pop()] = match.start()
    return found


def _fields(text: str, start: int, end: int, closes: Mapping[int, int]) -> dict[str, str]:
    found: dict[str, str] = {}
    at = start
    while match := _FIELD.search(text, at, end):
        at = match.end()
        if text.startswith("{", at):
            close = closes.get(at, end)
            value, at = text[at + 1 : close], close + 1
        else:
            plain = _QUOTED.match(text, at, end) or _BARE.match(text, at, end)
            value = plain[plain.lastindex or 0] if plain else ""
            at = plain.end() if plain else at
        found.setdefault(match["name"].lower(), _COMMAND.sub("", value[:_SHORT]))
    return found


def _said(fields: Mapping[str, str]) -> str:
    title = next((fields[name] for name in _TITLES if fields.get(name)), "")
    lines = (title, *(fields.get(name, "") for name in (*_TITLES[1:], *_NUMBERS)))
    return "\n".join(" ".join(line.split()) for line in lines if line and not line.isspace())
