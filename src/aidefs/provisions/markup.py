"""Step 1 for formats with mark-up: blocks from the elements of XML and HTML.

One model for all: elements that nest (a section, its paragraphs, their points), elements that number, head
or break, and elements that are no words of the act. Which element is what stands in tables below, for the
formats in which parliaments and gazettes publish: Akoma Ntoso in its national dialects, Formex, USLM and the
bills of the House, CLML, LexML Brasil, Justice Laws, e-Gov, eISB, the Code of Federal Regulations, HTML.
Where nesting is not marked up, enumerators tell it as in plain text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from aidefs.patterns import late
from aidefs.provisions.structure import (
    Enumerator,
    Structure,
    TextPiece,
    blocks_of,
    cuts_of,
    mark_of,
    pieces_of,
    readings,
)
from aidefs.readers.encodings import decode, notes
from aidefs.readers.html import TOKEN
from aidefs.readers.limits import few_marks
from aidefs.readers.source import ReadText, Scribe
from aidefs.readers.unread import refuse_unread

__all__ = ["read_markup", "structure_of_markup"]


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SECTIONS = _names("section article artigo p1 sect")
# Elements that nest, each one level below the one around it.
_LEVELS = _SECTIONS | _names(
    "subsection paragraph subparagraph clause subclause point indent subpoint item subitem level "
    "hcontainer alinea "
    "parag list np p2 p3 p4 p5 p6 p7 listitem blockamendment definition para paragrafo inciso subitem1 "
    "subitem2 "
    "tblock blocklist quotedstructure quoted-block ol ul appendix schedule li dl"
)
_NUMBERS = _names("num no.p no.parag enum pnumber label rotulo itemtitle subitem1title subitem2title no.doc")
_HEADINGS = _names(
    "heading subheading header sti.art marginalnote subject catch-line title titletext articlecaption "
    "nomeagrupador "
    "h1 h2 h3 h4 h5 h6 head legend caption sectno ti.art articletitle"
)
_UNREAD = _names(
    "script style template noscript iframe object svg select button meta lifecycle references analysis "
    "identification "
    "temporaldata classification publication proprietary metadata ukm:metadata authorialnote note "
    "notes footnote ftnt "
    "footnoteref fnref commentaryref commentaries sourcecredit source-note auth authority source cita "
    "ednote edition effdnot "
    "historicalnote history annotations annotation toc contents contentsitem tocitem nav footer del "
    "bib.instance bib.data fam.comp "
    "gr.annotation prelimnote su prtpage page presentation activemodifications passivemodifications "
    "mptosubtitles signatures "
    "conclusions editorialnote identificationnote amendnote amendmentnote metadatos metadato "
    "enactednote supplementalmaterial remarks "
    "documentref loc.note fulltextrelease"
)
_BLOCKS = _names(
    "p txt text content chapeau intro wrapup continuation listintroduction listwrapup span-block div "
    "tr table tbody thead tgroup "
    "row td th entry body main preface preamble recital recitals consid gr.consid chapter part book "
    "title-block dd dt blockquote pre "
    "center section-text fp extract hd1 hd3 hd2 texto encabezado caput sentence itemsentence "
    "paragraphsentence column "
    "flush-text crosshead formula after-quoted-block ignored br sup-block stars amdpar m np p alinea "
    "contents-block div5 div6 div8 "
    "div9 regtext form fieldset address aside main header-block hr caption commentary container "
    "docketno main mod quotedtext-block"
)
_CELLS = _names("td th entry dt dd column")
_ROWS = _names("tr row itemsentence subitem1sentence")
_VOID = _names("area base br col embed hr img input link meta-void source-void track wbr")
_ENDED = {  # elements that end one of their own kind whose end tag is left out
    "p": _names("p"), "li": _names("li"), "td": _names("td th"), "th": _names("td th"),
    "tr": _names("tr td th"),
    "dt": _names("dt dd"), "dd": _names("dt dd"), "option": _names("option"),
}  # fmt: skip
_SHIELDS = _names("table ul ol dl div body")
_DECLARED = _names("def definedtermen definedtermfr")  # elements that say that a term is defined
_EMPHASISED = _names("i b em strong e term emph hi ht")
_QUOTING = _names("term quote")  # in the bills of the House, which print quotation marks for them
_SIGNS: Mapping[str, str] = {
    "odq": "“", "cdq": "”", "osq": "‘", "csq": "’", "emdash": "—", "endash": "–", "euro": "€",
    "efada": "é", "afada": "á", "ifada": "í", "ofada": "ó", "ufada": "ú",
    "hellip": "…", "nbsp": " ", "br": " ", "pound": "£", "unicode": "",
}  # fmt: skip
_BLOCK_TAG = late(r"<(?:\w+:)?(?:p|div|td|li|br|h[1-6]|section|article|table|text|content|pre|txt)\b", re.I)
_SHOWN_AS_BLOCK = late(r"display\s*:\s*block", re.I)
_HIDDEN = late(r"display\s*:\s*none", re.I)
_UNREAD_CLASS = late(
    r"(?:^|[\s\"'-])(?:oj-note|modref|arrow|footnotes?|footnote-?ref|sourcenote|leglinks|sidebar|"
    r"breadcrumb|menu|toc|cookie|navbar|S_LIT_SHORT|"
    r"S_ART_SHORT|S_PAR_SHORT|S_CAP_SHORT|skip-link|hidden|annotation|LegAnnotation\w*|LegExtentRestriction|changes_before|"
    r"history|nota|note-ref)(?:$|[\s\"'])"
)
_ATTRIBUTE = late(r"""([^\s=/>"']+)\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+)""")
_NO_BASE = ".,;:)”’»\"'"  # what has no power
_DEEPEST = 250  # elements inside one another that are told apart
_LONGEST_TERM = 14  # words of the first of two cells that is a term
_SPACES = late(r"\s+")
_NUMBER_WORDS = late(r"[\w.:–‑§°ºª-]+")


class _Tagged:
    __slots__ = ("attributes", "begin", "children", "tag")

    def __init__(self, tag: str, attributes: str, begin: int) -> None:
        self.tag, self.attributes, self.begin = tag, attributes, begin
        self.children: list[_Tagged | tuple[str, int, int]] = []

    def get(self, name: str) -> str:
        """The value of an attribute, whatever its prefix; "" where there is none."""
        for key, value in _ATTRIBUTE.findall(self.attributes):
            if key.rpartition(":")[2].lower() == name:
                return html.unescape(value.strip("\"'"))
        return ""


def read_markup(name: str, data: bytes) -> tuple[ReadText, Structure]:
    """The words of an XML or HTML file, with the place of each in it, and their structure.

    Raises:
        InputError: It is no text, or of a format that is not read, or has too many elements.
    """
    refuse_unread(data)
    encoded = decode(data, "html")
    few_marks(encoded.text, "<&")
    scribe = Scribe()
    writer = _MarkupText(scribe)
    writer.preserved = _BLOCK_TAG.search(encoded.text) is None
    writer.walk(_tree(encoded.text))
    writer.end()
    document = scribe.done(name, "html", encoded, notes(encoded))
    return document, Structure(document.text, tuple(blocks_of(document.text, iter(writer.pieces))))


def structure_of_markup(data: bytes) -> Structure:
    """The structure of an XML or HTML file."""
    return read_markup("", data)[1]


# --- the tree ---------------------------------------------------------------------------------


def _tree(page: str) -> _Tagged:
    root = _Tagged("", "", 0)
    stack = [root]
    is_xml = page.lstrip("\ufeff \n\r\t")[:5] == "<?xml" and "<html" not in page[:2000].lower()
    at = 0
    while at < len(page):
        match = TOKEN.match(page, at)
        assert match
        at = match.end()
        if match["text"] or match["sign"]:
            stack[-1].children.append((match[0], match.start(), at))
        elif match["entity"]:
            stack[-1].children.append((html.unescape(match[0]), match.start(), at))
        elif match[0].startswith("<![CDATA["):
            stack[-1].children.append((match[0][9:].removesuffix("]]>"), match.start() + 9, at - 3))
        elif match["tag"]:
            tag = match["tag"].rpartition(":")[2].lower()
            if match["end"]:
                _close(stack, tag)
                continue
            attributes = match["attributes"] or ""
            if not is_xml:
                _close_implied(stack, tag)
            element = _Tagged(tag, attributes, match.start())
            stack[-1].children.append(element)
            alone = attributes.rstrip().endswith("/") or (not is_xml and tag in _VOID)
            if tag in {"script", "style"} and not alone and not is_xml:
                behind = re.compile(rf"</{tag}\b", re.I).search(page, at)
                at = behind.start() if behind else len(page)
            if not alone and len(stack) < _DEEPEST:
                stack.append(element)
    return root


def _close(stack: list[_Tagged], tag: str) -> None:
    for k in range(len(stack) - 1, 0, -1):
        if stack[k].tag == tag:
            del stack[k:]
            return
        if len(stack) - k > 40:
            return


def _close_implied(stack: list[_Tagged], tag: str) -> None:
    ended = _ENDED.get(tag)
    if tag in _BLOCKS and stack[-1].tag == "p" and tag != "br":
        stack.pop()
        return
    if not ended:
        return
    for k in range(len(stack) - 1, 0, -1):
        if stack[k].tag in ended:
            del stack[k:]
            return
        if stack[k].tag in _SHIELDS or len(stack) - k > 12:
            return


# --- the blocks -------------------------------------------------------------------------------


class _OpenLevel:
    __slots__ = ("label", "number", "quoted", "section", "tag")

    def __init__(self, tag: str, *, section: bool, quoted: bool) -> None:
        self.tag, self.section, self.quoted = tag, section, quoted
        self.number: Enumerator | None = None
        self.label = ""


class _MarkupText:
    """Writes the words of a tree and notes its blocks."""

    def __init__(self, scribe: Scribe) -> None:
        self.scribe = scribe
        self.pieces: list[TextPiece] = []
        self.levels: list[_OpenLevel] = []
        self.begun = -1  # offset of the open block, -1 where none is open
        self.body = 0  # offset behind its number
        self.space = False
        self.last = ""
        self.heading = False
        self.marks: list[Enumerator] = []
        self.term: tuple[int, int] | None = None
        self.declared = False
        self.equivalent = -1
        self.in_bill = False
        self.counters: list[tuple[int, str]] = []  # of the open numbered lists: the next number, its form
        self.glossary = ""  # the heading of a glossary, by which its entries are cited
        self.preserved = False  # whether lines of the source are lines of the text

    # words

    def words(self, text: str, begin: int, end: int) -> None:
        if self.preserved:
            return self._lines(text, begin, end)
        if text.isspace():
            self.space = True
            return
        copied = len(text) == end - begin
        at = 0
        for gap in _SPACES.finditer(text):
            if gap.start() > at:
                self._word(
                    text[at : gap.start()],
                    begin + at if copied else begin,
                    begin + gap.start() if copied else end,
                )
            self.space = True
            at = gap.end()
        if at < len(text):
            self._word(text[at:], begin + at if copied else begin, end)

    def _lines(self, text: str, begin: int, end: int) -> None:
        copied = len(text) == end - begin
        at = 0
        for line in text.splitlines(keepends=True):
            shown = line.rstrip("\r\n")
            if shown:
                if self.begun < 0 and shown.strip():
                    self._open(begin)
                if self.begun >= 0:
                    self.scribe.copy(
                        shown, begin + at if copied else begin, begin + at + len(shown) if copied else end
                    )
            if len(shown) < len(line) and self.begun >= 0:
                self.scribe.copy("\n", begin + at if copied else begin, begin + at if copied else begin)
            at += len(line)

    def _open(self, at: int) -> None:
        if self.scribe.length:
            self.scribe.copy("\n", at, at)
        self.begun = self.body = self.scribe.length
        self.space = False

    def _word(self, word: str, begin: int, end: int) -> None:
        if self.begun < 0:
            self._open(begin)
        elif self.space and self.scribe.length > self.begun:
            self.scribe.copy(" ", begin, begin)
        self.space = False
        self.scribe.copy(word, begin, end)
        self.last = word

    def sign(self, sign: str, at: int) -> None:
        if sign.strip():
            self._word(sign, at, at)
        else:
            self.space = True

    # blocks

    def end(self, *, closing: bool = False) -> None:
        """Ends the open block; a number waits for its words, unless its element is closed."""
        if self.begun < 0:
            return
        if (
            self.marks
            and not closing
            and not self.scribe.text_from(min(self.body, self.scribe.length)).strip()
        ):
            self.space = True
            return
        if self.preserved:
            self._end_lines()
            return
        inside = [
            level for level in self.levels if level.section or level.number or level.tag not in _PLAIN_LISTS
        ]
        # What stands in a section itself is told by its enumerators, as in the Code of Federal Regulations.
        nested = bool(inside) and not inside[-1].section and any(level.section for level in self.levels)
        section = next((level for level in reversed(self.levels) if level.section and level.label), None)
        chain: tuple[str, ...] | None = None
        if nested and section is not None:
            behind = self.levels[self.levels.index(section) + 1 :]
            chain = tuple(level.number.text for level in behind if level.number)
        stop = self.scribe.length
        if self.equivalent > self.begun and self.scribe.text_from(self.equivalent).rstrip().endswith(")"):
            stop = self.equivalent
        # Where enumerators tell what is nested, those inside a paragraph do, too: "Definitions. (1) …".
        words = self.scribe.text_from(self.begun)[: stop - self.begun] if chain is None else ""
        cuts = [self.begun + at for at in cuts_of(words, 0, len(words))][1:] if not self.heading else []
        self.pieces.append(
            TextPiece(
                self.begun,
                cuts[0] if cuts else stop,
                True,
                True,
                depth=len(inside) if nested else -1,
                chain=chain,
                label=section.label if section else self.glossary if self.term else "",
                body=self.body if self.marks else self.begun,
                marks=tuple(self.marks),
                term=self.term,
                declared=self.declared,
                apart=self.heading,
                quoted=any(level.quoted for level in self.levels),
            )
        )
        self.pieces += [
            self.pieces[-1]._replace(
                start=low, end=high, line=False, parted=False, body=low, marks=(), term=None
            )
            for low, high in pairwise([*cuts, stop])
        ]
        self.begun, self.space, self.marks, self.term, self.declared = -1, False, [], None, False

    def _end_lines(self) -> None:
        """Ends lines that stand in the source as they are read: their look tells their structure."""
        text = self.scribe.text_from(self.begun)
        for piece in pieces_of(text):
            self.pieces.append(piece._replace(start=piece.start + self.begun, end=piece.end + self.begun))
        self.begun, self.space, self.marks, self.term, self.declared = -1, False, [], None, False

    def number(self, element: _Tagged) -> None:
        """The number of the level that is open."""
        self.end(closing=True)
        for child in element.children:
            self._inline(child)
        if self.begun < 0:
            return
        printed = " ".join(self.scribe.text_from(self.begun).split())
        level = self.levels[-1]
        if level.section and level.number is None and not level.label:
            level.label = _label(printed, level.tag)
            self.heading = True
            self.end()
            self.heading = False
            return
        if mark := mark_of(printed):
            level.number = mark
            self.marks.append(mark)
        self.space = True
        self.body = self.scribe.length + 1

    def walk(self, element: _Tagged) -> None:
        """Writes an element."""
        tag = element.tag
        if tag in _UNREAD or self._is_hidden(element):
            return
        if tag in _SIGNS and (not element.children or tag == "br"):
            if tag == "br":
                self.end()
            else:
                self.sign(_SIGNS[tag], element.begin)
            return
        if tag == "quot.start" or tag == "quot.end":
            if code := element.get("code"):
                self.sign(_character(code), element.begin)
            return
        if tag in _NUMBERS and self.levels:
            self.number(element)
            return
        if tag in _ROWS and self._is_row(element):
            self.row(element)
            return
        if tag == "dl" and self._is_list_of_terms(element):
            self.end()
            for term, meaning in _pairs(element):
                self._pair(term, meaning)
            return
        level = None
        if tag in _LEVELS and self._nests(element):
            self.end(closing=tag not in _PLAIN_LISTS)
            quoted = tag in {"quotedstructure", "quoted-block", "blockamendment", "alteracao"}
            level = _OpenLevel(tag, section=self._is_section(tag), quoted=quoted)
            self.levels.append(level)
            if tag == "ol":
                self.counters.append(
                    (
                        int(element.get("start") or 1) if (element.get("start") or "1").isdecimal() else 1,
                        element.get("symbol"),
                    )
                )
            elif tag == "li" and self.counters:
                at, symbol = self.counters[-1]
                self.counters[-1] = (at + 1, symbol)
                level.number = mark_of(f"{at}{symbol.lstrip('1')}" if symbol else f"{at}.")
        is_heading = tag in _HEADINGS
        if is_heading and tag in {"ti.art", "sectno", "articletitle", "articlecaption"}:
            self._head_of_section(element)
        elif is_heading:
            self.end()
            self.heading = True
            self._children(element)
            if self.begun >= 0 and self.scribe.text_from(self.begun).strip(" .:").lower() == "glossary":
                self.glossary = "Glossary"
            self.end()
            self.heading = False
        elif tag in _BLOCKS or level is not None:
            self.end()
            before = self.preserved
            self.preserved = before or tag in {"pre", "texto"}
            self._children(element)
            self.end()
            self.preserved = before
        else:
            self._inline(element)
        if level is not None:
            self.end(closing=True)
            self.levels.pop()
            if tag == "ol":
                self.counters.pop()

    def _children(self, element: _Tagged) -> None:
        for child in element.children:
            if isinstance(child, tuple):
                self.words(*child)
            else:
                self.walk(child)

    def _inline(self, node: _Tagged | tuple[str, int, int]) -> None:
        if isinstance(node, tuple):
            self.words(*node)
            return
        if node.tag in _UNREAD or self._is_hidden(node):
            return
        opening, closing = self._quotes(node)
        if node.tag == "sup" and self.last[-1:] in _NO_BASE and _said(node).isdigit():
            return  # the call of a footnote, and no power
        if opening:
            self.sign(opening, node.begin)
        start = self.scribe.length + (self.space and self.begun >= 0)
        at_start = self.begun < 0 or not self.scribe.text_from(self.body).strip(' "“‘«„`(')
        for child in node.children:
            if isinstance(child, tuple):
                self.words(*child)
            else:
                self.walk(child)
        if (node.tag in _DECLARED or node.tag in _EMPHASISED) and self.begun >= 0:
            declared = node.tag in _DECLARED
            if at_start and self.term is None:
                self.term, self.declared = (max(start, self.body), self.scribe.length), declared
            elif declared and self.scribe.text_from(start - 1)[:1] == "(":
                self.equivalent = start - 1  # the term in the other language of the act
            elif declared and self.term is None:
                self.term, self.declared = (start, self.scribe.length), True
        if closing:
            self.space = False
            self.sign(closing, node.begin)

    def _quotes(self, node: _Tagged) -> tuple[str, str]:
        """The quotation marks that an element prints."""
        if opening := node.get("startquote"):
            return opening, node.get("endquote") or ""
        if node.tag in _QUOTING and self.in_bill:
            inner = any(level.quoted for level in self.levels)
            return ("‘", "’") if inner else ("“", "”")
        if node.tag == "q":
            return "“", "”"
        return "", ""

    def row(self, element: _Tagged) -> None:
        """A row of two cells, a term and its meaning, is one block; a number and its text are, too."""
        cells = [child for child in element.children if isinstance(child, _Tagged) and child.tag in _CELLS]
        self._pair(*cells)

    def _pair(self, term: _Tagged, meaning: _Tagged) -> None:
        """A term and its meaning, which mark-up keeps apart, as one block."""
        self.end()
        start = self.scribe.length
        self._cell(term)
        if self.begun >= 0:
            if not _counts(self.scribe.text_from(self.begun).strip()):
                self.term = (max(self.begun, start), self.scribe.length)
                self.declared = term.tag == "column"
            self.space = True
        self._cell(meaning)
        self.end()

    def _cell(self, element: _Tagged) -> None:
        for child in element.children:
            if isinstance(child, tuple):
                self.words(*child)
            elif child.tag in _BLOCKS or child.tag in _CELLS:
                self.space = True
                self._cell(child)
                self.space = True
            else:
                self._inline(child)

    # what an element is

    def _is_row(self, element: _Tagged) -> bool:
        cells = [child for child in element.children if isinstance(child, _Tagged) and child.tag in _CELLS]
        if len(cells) != 2 or any(_holds(cell, _ROWS | {"li"}) for cell in cells):
            return False
        first = _said(cells[0])
        return 0 < len(first.split()) <= _LONGEST_TERM and not _counts(first) and bool(_said(cells[1]))

    def _is_list_of_terms(self, element: _Tagged) -> bool:
        pairs = list(_pairs(element))
        return len(pairs) > 1 and all(len(_said(term).split()) <= _LONGEST_TERM for term, _ in pairs)

    def _in_section(self) -> bool:
        quoted = max((k for k, level in enumerate(self.levels) if level.quoted), default=-1)
        return any(level.section for level in self.levels[quoted + 1 :])

    def _is_section(self, tag: str) -> bool:
        """Whether an element is what is cited by its own number: an article, though it stands in a "
        "section."""
        return tag in _SECTIONS and (tag in {"article", "artigo"} or not self._in_section())

    def _nests(self, element: _Tagged) -> bool:
        return element.tag not in {"p", "title"}

    def _head_of_section(self, element: _Tagged) -> None:
        """A section whose number stands in its heading."""
        self.end()
        self.heading = True
        for child in element.children:
            self._inline(child)
        if self.begun >= 0 and element.tag != "articlecaption":
            printed = " ".join(self.scribe.text_from(self.begun).split())
            section = next((level for level in reversed(self.levels) if level.section), None)
            if section is not None:
                section.label = _label(printed, element.tag)
        self.end()
        self.heading = False

    def _is_hidden(self, element: _Tagged) -> bool:
        written = element.attributes
        if element.tag == "legis-body":
            self.in_bill = True
        if not written:
            return False
        if "none" in written and _HIDDEN.search(element.get("style")):
            return True
        if "deleted" in written and element.get("changed") == "deleted":
            return True
        if "block" in written and element.tag == "span" and _SHOWN_AS_BLOCK.search(element.get("style")):
            self.end()
        return "class" in written and _UNREAD_CLASS.search(element.get("class")) is not None


def _counts(printed: str) -> bool:
    """Whether a cell holds an enumerator; "AI" and "tax" are as short, and count nothing."""
    mark = mark_of(printed)
    return mark is not None and bool(mark.shape or readings(mark.token) or not mark.token.isascii())


# Levels that count only where they have a number.
_PLAIN_LISTS = _names(
    "list blocklist ol ul np tblock dl subparagraph alinea quotedstructure quoted-block blockamendment "
    "parag paragraph"
)


def _pairs(element: _Tagged) -> Iterator[tuple[_Tagged, _Tagged]]:
    """The terms of a list, each with what is said of it."""
    term: _Tagged | None = None
    for child in element.children:
        if isinstance(child, tuple):
            continue
        if child.tag == "dt":
            term = child
        elif child.tag == "dd" and term is not None:
            yield term, child
            term = None
        elif child.tag == "div":
            yield from _pairs(child)


def _holds(element: _Tagged, tags: frozenset[str]) -> bool:
    return any(
        isinstance(child, _Tagged) and (child.tag in tags or _holds(child, tags))
        for child in element.children
    )


def _said(element: _Tagged) -> str:
    return " ".join(" ".join(_texts(element)).split())


def _texts(element: _Tagged) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, tuple):
            yield child[0]
        else:
            yield from _texts(child)


def _character(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


_SECTION_WORD = late(r"\Asec(?:tion)?\.?\s+(?=\d)", re.I)
_LABEL_END = late(r"[\s.:—–-]+\Z")


def _label(printed: str, tag: str) -> str:
    """How a section is cited: "Article 3", "§ 7223", "2"."""
    return _SECTION_WORD.sub("", _LABEL_END.sub("", printed))
