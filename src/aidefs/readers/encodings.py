"""From bytes to characters: byte order marks, declared encodings, UTF-8, and a guess that is said.

Plain text and Markdown need no more than this and are read here as they stand. The marks of Markdown are
left where they are: the search for quotations reads through them, and the offsets stay those of the file.
What they set apart is found when it is asked for.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import replace

from aidefs.errors import InputError
from aidefs.patterns import late
from aidefs.readers.source import Encoded, ReadText, Scribe

__all__ = ["declared_encoding", "decode", "notes", "read_markdown", "read_plain"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# How a file says it: <meta charset="…">, <?xml … encoding="…"?>, \usepackage[…]{inputenc}.
_DECLARATION = late(
    rb"""charset\s*=\s*["']?\s*([\w:.-]{2,30})"""
    rb"""|<\?xml[^>]{0,80}?encoding\s*=\s*["']([\w:.-]{2,30})"""
    rb"""|\\(?:usepackage|inputencoding)\s*(?:\[\s*(\w{2,30})[^\]]*\]\s*)?\{(?:inputenc|(\w{2,30}))\}""",
    re.I,
)
_HEAD = 4096  # bytes in which a declaration stands
_TEX_NAMES = {"latin1": "cp1252", "ansinew": "cp1252", "applemac": "mac-roman", "latin9": "iso8859-15"}
# Families of encodings for documents; Python knows others, some of which are slow or run like programs.
_FAMILIES = (
    "utf-8",
    "utf-16",
    "utf-32",
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
_JUNK = 0.001  # share of such characters from which on a file is taken to be no text


def read_plain(name: str, data: bytes) -> ReadText:
    """Reads a text file."""
    return _as_it_stands(name, "text", data)


def read_markdown(name: str, data: bytes) -> ReadText:
    """Reads a Markdown file."""
    return _as_it_stands(name, "markdown", data)


def _as_it_stands(name: str, form: str, data: bytes) -> ReadText:
    encoded = decode(data)
    scribe = Scribe()
    scribe.copy(encoded.text, 0, len(encoded.text))
    return replace(scribe.done(name, form, encoded, notes(encoded)), apart=None)


def decode(data: bytes, *, declares: bool = False) -> Encoded:
    """The characters of a text file.

    A byte order mark decides; then comes UTF-8 where the bytes are valid, because other encodings hardly
    ever are by accident; then what the file declares, UTF-16 without a mark, and Windows-1252 as a guess.

    Args:
        data: The file.
        declares: Whether the format is one in which a file can name its encoding.

    Raises:
        InputError: The file is no text, or is damaged.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            try:
                return Encoded(_text(data[len(mark) :].decode(codec)), codec, mark, "mark")
            except UnicodeDecodeError:
                raise InputError(f"not the {codec} text that its first bytes announce") from None
    declared = declared_encoding(data) if declares else ""
    for codec, ground in _candidates(data, declared):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        return Encoded(_text(text), codec, b"", ground)
    raise InputError("not text")


def declared_encoding(data: bytes) -> str:
    """Python's name of the encoding that the head of a file declares, "" where it declares no known one."""
    for match in _DECLARATION.finditer(data[:_HEAD]):
        said = next(filter(None, match.groups()), b"").decode("ascii").lower()
        try:
            codec = codecs.lookup(_TEX_NAMES.get(said, said)).name
        except LookupError:
            continue
        if codec.startswith(_FAMILIES):
            return "cp1252" if codec in _WINDOWS else codec
    return ""


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
    if found > _JUNK * len(text) or "\0" in text:
        raise InputError("not text")
    return text
