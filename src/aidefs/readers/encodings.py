"""From bytes to characters: byte order marks, declared encodings, UTF-8, and a guess that is said.

Plain text and Markdown need little more than this (`readers.plain`).
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Literal
from unicodedata import category

from aidefs.errors import InputError
from aidefs.patterns import late
from aidefs.readers.source import Encoded

__all__ = ["declared_encoding", "decode", "notes"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# How a TeX file says it; what is behind a comment sign says nothing.
_TEX_DECLARATION = late(
    rb"""%[^\n]*+"""
    rb"""|\\(?:usepackage|inputencoding)\s*(?:\[\s*(\w{2,30})[^\]]*\]\s*)?\{(?:inputenc|(\w{2,30}))\}""",
    re.I,
)
_XML_DECLARATION = late(rb"""<\?xml[^>]{0,80}?encoding\s*=\s*["']([\w:.-]{2,30})""", re.I)
# The tokens among which <meta> is looked for, and its attributes (HTML Standard, 13.2.3.2).
_PAGE_TOKEN = late(
    rb"""<!--(?:>|->|.*?(?:-->|\Z))
    | <(?P<tag>/?[a-z][^\s/>]*+)(?P<attributes>(?:[^>"'=]++|=\s*+"[^"]*+"|=\s*+'[^']*+'|=)*+)
    | <[!/?][^>]*+""",
    re.X | re.I | re.S,
)
_META_ATTRIBUTE = late(rb"""([^\s/>=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"']++)))?""")
_CHARSET = late(r"""charset\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s;"']++))""", re.I)
_HEAD = 4096  # bytes in which a declaration stands; the standard looks at 1,024 at least
_TEX_NAMES = {"latin1": "cp1252", "ansinew": "cp1252", "applemac": "mac-roman", "latin9": "iso8859-15"}
# Families of encodings for documents; Python knows others, some of which are slow or run like programs.
_WIDE = ("utf-16", "utf-32")
_FAMILIES = (
    "utf-8",
    "ascii",
    "iso8859",
    "cp",
    "koi8",
    "mac-",
    "gb",
    "big5",
    "euc",
    "shift_jis",
)
# A page that says one of these two means Windows-1252 (WHATWG Encoding Standard, section 4.2).
_WINDOWS = {"ascii", "iso8859-1"}
_ONE_BYTE = ("ascii", "iso8859", "cp125", "koi8", "mac-")

_NO_TEXT = late("[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # what no text has; escape sequences of terminals pass
_SAMPLE = 2000  # characters that are looked at more closely
_FEWEST = 100  # of which a share says something
_UNLIKELY = 2 / 3  # of Chinese text, whose characters have any second byte, a third looks so
_PRINTED = frozenset((9, 10, 13, *range(0x20, 0x7F)))
_NO_DOCUMENT = "not text, and of no format that is read; save it as .docx, .odt or PDF"
_JUNK = 0.001  # share of such characters from which on a file is taken to be no text


def decode(data: bytes, declares: Literal["", "html", "tex"] = "") -> Encoded:
    """The characters of a text file.

    A byte order mark decides; then comes UTF-8 where the bytes are valid, because other encodings hardly
    ever are by accident; then what the file declares, UTF-16 without a mark, and Windows-1252 as a guess.

    Args:
        data: The file.
        declares: The way in which a file of its format can name its encoding, "" where there is none.

    Raises:
        InputError: The file is no text, or is damaged.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            try:
                return Encoded(_text(data[len(mark) :].decode(codec)), codec, mark, "mark")
            except UnicodeDecodeError:
                raise InputError(f"not the {codec} text that its first bytes announce") from None
    declared = declared_encoding(data, declares) if declares else ""
    for codec, ground in _candidates(data, declared):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        return Encoded(_text(text), codec, b"", ground)
    raise InputError(_NO_DOCUMENT)


def declared_encoding(data: bytes, declares: Literal["html", "tex"]) -> str:
    """Python's name of the encoding that the head of a file declares, "" where it declares no known one."""
    for said in _declared_on_page(data[:_HEAD]) if declares == "html" else _declared_in_tex(data[:_HEAD]):
        try:
            codec = codecs.lookup(_TEX_NAMES.get(said, said)).name
        except (LookupError, ValueError):
            continue
        if codec.startswith(_WIDE):
            return "utf-8"  # it could not be read if it were true
        if codec.startswith(_FAMILIES):
            return "cp1252" if codec in _WINDOWS else codec
    return ""


def _declared_in_tex(head: bytes) -> Iterator[str]:
    for match in _TEX_DECLARATION.finditer(head):
        yield from (said.decode("ascii").lower() for said in match.groups() if said)


def _declared_on_page(head: bytes) -> Iterator[str]:
    """What the head of a page says of its encoding; comments and other elements say nothing."""
    if xml := _XML_DECLARATION.match(head):
        yield xml[1].decode("ascii").lower()
    for token in _PAGE_TOKEN.finditer(head):
        if token["tag"] and token["tag"].lower() == b"meta":
            said = _meta(token["attributes"])
            if said:
                yield said


def _meta(attributes: bytes) -> str:
    """The encoding that an element <meta> names, "" where it names none."""
    found: dict[str, str] = {}
    for name, *values in _META_ATTRIBUTE.findall(attributes):
        found.setdefault(name.decode("latin-1").lower(), b"".join(values).decode("latin-1"))
    said = found.get("charset", "")
    if not said and found.get("http-equiv", "").lower() == "content-type":
        match = _CHARSET.search(found.get("content", ""))
        said = next(filter(None, match.groups()), "") if match else ""
    return said.strip().lower() if said.isascii() else ""


def notes(encoded: Encoded) -> tuple[str, ...]:
    """What a user has to know of the encoding: all but UTF-8 is said."""
    if encoded.codec == "utf-8":
        return ()
    grounds = {"mark": "by its byte order mark", "declared": "as declared", "guessed": "guessed"}
    return (f"read as {encoded.codec} ({grounds.get(encoded.ground, encoded.ground)})",)


def _candidates(data: bytes, declared: str) -> Iterator[tuple[str, str]]:
    several_bytes = declared and not declared.startswith(_ONE_BYTE)
    if several_bytes:
        yield declared, "declared"
    wide = _without_mark(data)
    if wide:
        yield wide, "guessed"
    yield "utf-8", "valid"
    if declared and not several_bytes:
        yield declared, "declared"
    yield "cp1252", "guessed"
    yield "latin-1", "guessed"


def _without_mark(data: bytes) -> str:
    """UTF-16 without a byte order mark: Latin letters leave every other byte empty."""
    head = data[:_HEAD]
    half = len(head) // 2
    if half and len(data) % 2 == 0:
        for codec, zeros in (("utf-16-le", head[1::2].count(0)), ("utf-16-be", head[::2].count(0))):
            if zeros > 0.6 * half and head.count(0) < 1.1 * half:
                return codec
    return ""


def _text(text: str) -> str:
    found = sum(1 for _ in _NO_TEXT.finditer(text))
    if found > _JUNK * len(text) or "\0" in text or _is_unlikely(text):
        raise InputError(_NO_DOCUMENT)
    return text


def _is_unlikely(text: str) -> bool:
    """Whether most characters are such as no script has, or Chinese ones made of two Latin letters each."""
    some = text[:: max(len(text) // _SAMPLE, 1)]
    if len(some) < _FEWEST or some.isascii():
        return False
    found = sum(
        (0x3400 <= one < 0x7F00 and one & 0xFF in _PRINTED) or category(chr(one)) in ("Cn", "Co", "Cs")
        for one in map(ord, some)
    )
    return found > _UNLIKELY * len(some)
