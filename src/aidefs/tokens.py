"""Text to tokens that remember their place, and the key on which they are compared.

A token is a word, a single punctuation character or an enumerator such as "(a)". Compounds with an
inner hyphen stay whole ("machine-based"); a suspended hyphen ("machine- and human-based") is a token
of its own, so that it counts as punctuation and not as another word. White space belongs to the token
before it, which is why the tokens joined give the official text back, character for character.

The comparison key is the NFKC form, case-folded, with quotation marks and dashes unified and soft
hyphens and zero-width characters dropped (Unicode Standard Annex #15).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, cached_property, lru_cache
from itertools import accumulate

from aidefs.model import Token, TokenKind

__all__ = ["FIRST_WORD", "Scan", "scan", "tokenize"]

# Invisible characters that may sit inside a word: combining accents, soft hyphen, joiners, BOM.
_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
_COMBINING = "\u0300-\u036f"
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # no spaces between words: one by one
_INDIC = "\u0900-\u0dff\u0e00-\u0eff"  # whole blocks, because `\w` leaves their vowel signs out

_INNER = "[-‐‑'’]"
# What may follow a word without a space: the rest of a number (1,000) or of an abbreviation (U.S.C.).
_TAIL = r"(?:(?=[.,])(?:(?<=\d)(?:[.,]\d+)+|(?<!\w\w)(?:\.[^\W\d](?!\w))+\.?))?"
_MARK = r"(?<![^\W\d_])\((?:[A-Za-z]|[ivxIVX]{1,5}|\d{1,2})\)(?!\w)"
_ELISION = r"(?i:[cdjlmnst]|qu|dell|nell|all|sull|un)['’](?=\w)|"


def _pattern(word: str, elision: str = "") -> re.Pattern[str]:
    return re.compile(rf"(?:{elision}{word}|{_MARK}|\S)\s*+")


_PLAIN_WORD = rf"\w++(?:{_INNER}\w++)*+{_TAIL}"
_PLAIN = _pattern(_PLAIN_WORD)
# Beyond these a text may need the pattern with every script's peculiarities, which is slow.
_HARMLESS = frozenset("‘’“”„«»‹›–—‐‑…→•§°·€")


@lru_cache(maxsize=4)
def _special(elides: bool, careful: bool) -> re.Pattern[str]:
    word = _PLAIN_WORD
    if careful:
        letter = rf"[{_INVISIBLE}]*(?:[^\W{_CJK}]|[{_INDIC}])[{_INVISIBLE}{_COMBINING}]*"
        word = rf"[{_CJK}]|(?:{letter})+(?:{_INNER}(?:{letter})+)*{_TAIL}"
    return _pattern(word, _ELISION if elides else "")


def _needs_care(text: str) -> bool:
    odd = {c for c in set(text) if c > "\u02ff" or c == "\u00ad"} - _HARMLESS
    return bool(odd) and _careful_characters().search("".join(odd)) is not None


@cache
def _careful_characters() -> re.Pattern[str]:
    return re.compile(f"[{_INVISIBLE}{_COMBINING}{_CJK}{_INDIC}]")


def _pattern_for(text: str, lang: str) -> re.Pattern[str]:
    elides = lang[:2] in {"ca", "fr", "it"}
    careful = not text.isascii() and _needs_care(text)
    return _special(elides, careful) if elides or careful else _PLAIN


# --- the comparison key -----------------------------------------------------------------------

_UNIFY: dict[int, str | None] = {
    **dict.fromkeys(map(ord, "'‘’‚‛`´\"“”„‟«»‹›′″「」『』"), "'"),
    **dict.fromkeys(map(ord, "-‐‑‒–—―−"), "-"),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff")),
}


def _key(text: str) -> str:
    # Unified before and after: NFKC takes some marks apart (″ becomes ′′) and makes others.
    folded = unicodedata.normalize("NFKC", text.translate(_UNIFY)).casefold()
    return unicodedata.normalize("NFKC", folded).translate(_UNIFY).strip() or text


# --- the lexicon: what is known of every printed form met so far ------------------------------

_MARK_ALONE = re.compile(_MARK)
# Codes of words begin high above the Basic Multilingual Plane, those of punctuation and enumerators in
# it, at the private-use area, and go on behind it: so a code tells words apart, and none meets a line end
# or a surrogate.
FIRST_WORD = "\U00080000"
_NOT_WORDS = re.compile("[^\U00080000-\U0010ffff]+")
_PRIVATE_USE, _PRIVATE_USE_END = 0xE000, 0xF900


class _Lexicon(dict[str, str]):
    """Printed form with the white space behind it → one-character code of its comparison key."""

    def __init__(self) -> None:
        self.codes: dict[str, str] = {}  # key → code
        self.keys_of: dict[str, str] = {}  # code → key
        self.marks: set[str] = set()  # codes of enumerators
        self.others = 0

    def __missing__(self, form: str) -> str:
        token = form.rstrip()
        key = _key(token)
        code = self.codes.get(key)
        if code is None:
            if any(map(str.isalnum, token)) and not _MARK_ALONE.fullmatch(token):
                code = chr(ord(FIRST_WORD) + len(self.codes) - self.others)
            else:
                place = _PRIVATE_USE + self.others
                code = chr(place if place < _PRIVATE_USE_END else 0x10000 + place - _PRIVATE_USE_END)
                self.others += 1
                if token[1:]:
                    self.marks.add(code)
            self.codes[key] = code
            self.keys_of[code] = key
        self[form] = code
        return code

    @property
    def full(self) -> bool:
        """Whether it is time for a new one, so that no input makes it grow for ever."""
        return len(self) > 200_000


_lexicon = _Lexicon()


def _current_lexicon() -> _Lexicon:
    global _lexicon
    if _lexicon.full:
        _lexicon = _Lexicon()
    return _lexicon


# --- tokens -----------------------------------------------------------------------------------


class Scan:
    """The tokens of one text in columns: the diff has no use for token objects.

    Attributes:
        text: The official text.
        forms: The tokens as printed, with the white space behind them.
        codes: The comparison keys, encoded as one character each.
        lexicon: What the codes mean; codes of different lexicons cannot be compared.
        word_codes: The codes of the words alone.
    """

    __slots__ = ("__dict__", "codes", "forms", "lead", "lexicon", "text", "word_codes")

    def __init__(self, text: str, forms: list[str], lead: int, lexicon: _Lexicon | None = None) -> None:
        self.text = text
        self.forms = forms
        self.lead = lead
        self.lexicon = lexicon or _current_lexicon()
        self.codes = "".join(map(self.lexicon.__getitem__, forms))
        self.word_codes = _NOT_WORDS.sub("", self.codes)

    def __len__(self) -> int:
        return len(self.codes)

    @cached_property
    def keys(self) -> list[str]:
        """Comparison keys, one a token."""
        return list(map(self.lexicon.keys_of.__getitem__, self.codes))

    @cached_property
    def starts(self) -> list[int]:
        """Offset of each token, and at last the length of the text."""
        return list(accumulate(map(len, self.forms), initial=self.lead))

    @cached_property
    def words(self) -> list[int]:
        """Indices of the tokens that are words."""
        return [i for i, code in enumerate(self.codes) if code >= FIRST_WORD]

    def count_words(self, low: int, high: int) -> int:
        """How many of the tokens `low` to `high` are words."""
        return bisect_left(self.words, high) - bisect_left(self.words, low)

    def end(self, index: int) -> int:
        """Offset behind a token, white space excluded."""
        return self.starts[index] + len(self.forms[index].rstrip())

    def kind(self, index: int) -> TokenKind:
        """What a token is: "word", "mark" or "punct"."""
        code = self.codes[index]
        return "word" if code >= FIRST_WORD else "mark" if code in self.lexicon.marks else "punct"

    def recoded(self, lexicon: _Lexicon) -> Scan:
        """The same tokens with the codes of another lexicon."""
        return Scan(self.text, self.forms, self.lead, lexicon)

    def within(self, spans: Iterable[tuple[int, int]]) -> list[int]:
        """Indices of the tokens that begin inside the character spans, in order."""
        starts = self.starts[:-1]
        return [i for low, high in spans for i, start in enumerate(starts) if low <= start < high]


def scan(text: str, lang: str = "en") -> Scan:
    """Cut a text into columns of tokens; `tokenize` makes objects of the same tokens."""
    lead = len(text) - len(text.lstrip())
    return Scan(text, _pattern_for(text, lang).findall(text, lead), lead)


def tokenize(text: str, lang: str = "en") -> tuple[Token, ...]:
    """Cut a text into tokens.

    Args:
        text: Any text; nothing in it is changed.
        lang: BCP 47 tag. French, Italian and Catalan split after an elided article ("l’ | autonomie").

    Returns:
        The tokens in order. `"".join(t.text_with_space for t in tokens) == text` holds for every
        text; offsets are code points.
    """
    columns = scan(text, lang)
    if not columns:
        return (Token(text, "", 0, len(text), "space", "", ""),) if text else ()
    starts = columns.starts
    tokens = []
    for i, (form, key, start) in enumerate(zip(columns.forms, columns.keys, starts, strict=False)):
        word = form.rstrip()
        tokens.append(Token(word, key, start, start + len(word), columns.kind(i), "", form[len(word) :]))
    tokens[0] = tokens[0]._replace(before=text[: starts[0]])
    return tuple(tokens)
