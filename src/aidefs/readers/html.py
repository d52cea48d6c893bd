"""HTML and XHTML as the words that a reader of the page sees, each with its place in the file.

The tokens of the page are found by one expression that follows the HTML Standard where it matters here
(section 13.2.5: an unclosed tag or comment reaches to the end of the file). The parser of the standard
library gives no offsets, and on a page of unclosed comments it takes time by the square of its length.
"""

from __future__ import annotations

import html
import re

from aidefs.readers.encodings import decode, notes
from aidefs.readers.limits import few_marks
from aidefs.readers.source import ReadText, Scribe

__all__ = ["read_html", "write_html"]

_TOKEN = re.compile(
    r"""
      <!--.*?(?:-->|\Z)
    | <!\[CDATA\[.*?(?:\]\]>|\Z)
    | <[!?][^>]*+(?:>|\Z)
    | <(?P<end>/?)(?P<tag>[A-Za-z][^\s/>]{0,60}+)
      (?P<attributes>(?:[^>=]++|=\s*+"[^"]*+(?:"|\Z)|=\s*+'[^']*+(?:'|\Z)|=)*+)(?:>|\Z)
    | (?P<entity>&(?:\#[xX]?[0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?)
    | (?P<text>(?:[^<&]++|<(?!/?[A-Za-z]|[!?])|&(?!\#|[A-Za-z][A-Za-z0-9]))++|[<&])
    """,
    re.X | re.S,
)
_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol "
    "optgroup option p pre section select summary table tbody td tfoot th thead tr ul"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
# Elements whose words are not read: those outside of the page, programs, forms, and what was struck out.
_UNREAD_NAMES = "title script style template noscript iframe object svg math select button del s strike"
_UNREAD = frozenset(_UNREAD_NAMES.split())
_QUOTE = {"": "“", "/": "”"}
_BLANK_LINES = re.compile(r"\n[ \t\r\f]*+\n\s*+")
_MARK = re.compile(r"\s*[\[(]?\s*(?:[0-9]{1,3}|[a-z*†‡§↩↑])\s*[\])]?\s*")  # what a footnote mark looks like

_LONGEST_MARK = 20


def read_html(name: str, data: bytes) -> ReadText:
    """Reads an HTML or XHTML file."""
    encoded = decode(data, declares=True)
    scribe = Scribe()
    write_html(scribe, encoded.text)
    return scribe.done(name, "html", encoded, notes(encoded))


def write_html(scribe: Scribe, page: str) -> None:
    """Writes the words of a page."""
    few_marks(page, "<&")
    _HtmlReader(scribe, page).read()


class _HtmlReader:
    def __init__(self, scribe: Scribe, page: str) -> None:
        self.scribe = scribe
        self.page = page
        self.unread: list[str] = []  # open elements whose words are not read
        self.raised = -1  # where the words of an open <sup> begin in the page, -1 outside of one
        self.raised_text: list[tuple[str, int, int]] = []

    def read(self) -> None:
        at = 0
        while match := _TOKEN.match(self.page, at):
            at = match.end()
            if match["text"] is not None:
                self.words(match["text"], match.start(), at)
            elif match["entity"] is not None:
                self.words(html.unescape(match["entity"]), match.start(), at)
            elif match["tag"] is not None:
                at = self.element(match, at)
        self.lower()
        self.scribe.end_paragraph(at)

    def words(self, text: str, begin: int, end: int) -> None:
        if self.unread:
            return
        if self.raised >= 0:
            self.raised_text.append((text, begin, end))
        elif not text.isspace() or self.scribe.in_paragraph:
            self.copy(text, begin, end)

    def copy(self, text: str, begin: int, end: int) -> None:
        """Writes words; blank lines of the file are no ends of paragraphs."""
        at = 0
        for blank in _BLANK_LINES.finditer(text) if end - begin == len(text) else ():
            self.scribe.copy(text[at : blank.start()], begin + at, begin + blank.start())
            self.scribe.copy("\n", begin + blank.start(), begin + blank.end())
            at = blank.end()
        self.scribe.copy(text[at:], begin + at, end)

    def element(self, match: re.Match[str], at: int) -> int:
        """Obeys a tag and says where to read on."""
        tag, end = match["tag"].lower(), match["end"]
        if tag in ("script", "style") and not end:
            return self.behind(tag, at)
        if tag in _UNREAD:
            self.skip(tag, end, match["attributes"])
        elif self.unread:
            pass
        elif tag == "br":
            self.scribe.copy("\n", match.start(), at)
        elif tag in _BLOCKS:
            self.lower()
            self.scribe.end_paragraph(match.start())
        elif tag == "q":
            self.words(_QUOTE[end], match.start(), at)
        elif tag == "sup":
            self.lower()
            self.raised = -1 if end else at
        return at

    def skip(self, tag: str, end: str, attributes: str) -> None:
        if not end and not attributes.endswith("/"):
            if len(self.unread) < 1000:
                self.unread.append(tag)
        elif tag in self.unread:
            while self.unread.pop() != tag:
                pass

    def lower(self) -> None:
        """Writes what was raised, unless it is the mark of a footnote."""
        raised = "".join(text for text, _, _ in self.raised_text)
        if len(raised) > _LONGEST_MARK or not _MARK.fullmatch(raised):
            for text, begin, end in self.raised_text:
                self.scribe.copy(text, begin, end)
        self.raised, self.raised_text = -1, []

    def behind(self, tag: str, at: int) -> int:
        """The end tag of a script or style sheet, whose content is no mark-up."""
        close = re.compile(f"</{tag}", re.I).search(self.page, at)
        return close.start() if close else len(self.page)
