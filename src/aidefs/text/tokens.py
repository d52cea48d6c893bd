"""Text to tokens that remember their place, and the key on which they are compared.

A token is a word, a single punctuation character or an enumerator such as "(a)". Compounds with an
inner hyphen stay whole ("machine-based"); a suspended hyphen ("machine- and human-based") is a token
of its own, so that it counts as punctuation and not as another word. White space belongs to the token
before it, which is why the tokens joined give the official text back, character for character.

An enumerator that marks a limb ("(a) predictions; (b) content") is punctuation to a comparison. One that
refers ("paragraph (a)", "Article 3(1)") is compared as a word: another reference is another rule.

The comparison key is the NFKC form, case-folded, with quotation marks and dashes unified and soft
hyphens and zero-width characters dropped (Unicode Standard Annex #15).
"""

from __future__ import annotations

import re
import sys
import unicodedata
from _thread import allocate_lock
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import accumulate, compress, pairwise
from operator import add
from typing import Literal

from aidefs.classes import NamedTuple, kept
from aidefs.errors import InputError, demand
from aidefs.patterns import late
from aidefs.text.languages import (
    DEMONSTRATIVES,
    FUNCTION_WORDS,
    REFERENCE_CONJUNCTIONS,
    REFERENCE_NOUNS,
    REFERENCE_PREPOSITIONS,
    profile,
)

__all__ = [
    "FIRST_WORD",
    "Lexicon",
    "Scan",
    "Token",
    "TokenColumns",
    "TokenKind",
    "in_one_lexicon",
    "scan",
    "token_columns",
    "tokenize",
]


# Invisible characters that may sit inside a word: combining accents, soft hyphen, joiners, BOM.
_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
_COMBINING = "\u0300-\u036f"
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # no spaces between words: one by one
_INDIC = "\u0900-\u0dff\u0e00-\u0eff"  # whole blocks, because `\w` leaves their vowel signs out

_INNER = "[-‐‑'’]"
# What may follow a word without a space: the rest of a number (1,000) or of an abbreviation (U.S.C.).
_TAIL = r"(?:(?=[.,])(?:(?<=\d)(?:[.,]\d+)+|(?<!\w\w)(?:\.[^\W\d](?!\w))+\.?))?"
_BRACKETED = r"\((?:[A-Za-z]|[ivxIVX]{1,5}|\d{1,2})\)"
_MARK = rf"(?<![^\W\d_]){_BRACKETED}(?!\w)"
_ELISION = (
    r"(?i:[cdjlmnst]|(?:lors|puis|jus)?qu|(?:d[ae]|ne|a|su)ll|(?:d[ae]|ne|a|su)?gl|un|quell|quest)['’](?=\w)|"
)


def _pattern(word: str, elision: str = "") -> re.Pattern[str]:
    return late(rf"(?:{elision}{word}|{_MARK}|\S)\s*+")


_PLAIN_WORD = rf"\w++(?:{_INNER}\w++)*+{_TAIL}"


def _pattern_for(elides: bool, careful: bool) -> re.Pattern[str]:
    """The pattern with the peculiarities of a language or of all scripts; these make it slow."""
    word = _PLAIN_WORD
    if careful:
        letter = rf"[{_INVISIBLE}]*+(?:[^\W{_CJK}]|[{_INDIC}])[{_INVISIBLE}{_COMBINING}]*+"
        word = rf"[{_CJK}]|(?:{letter})+(?:{_INNER}(?:{letter})+)*{_TAIL}"
    return _pattern(word, _ELISION if elides else "")


# Here, and not where one is asked for, so that a wheel holds them compiled.
_PATTERNS = {
    (elides, careful): _pattern_for(elides, careful) for elides in (False, True) for careful in (False, True)
}

# Runs of invisible characters behind no letter and before none.
_BARE_INVISIBLES = late(
    rf"(?<![^\W{_CJK}])(?<![{_INDIC}{_INVISIBLE}{_COMBINING}])[{_INVISIBLE}]{{2,}}+(?![^\W{_CJK}]|[{_INDIC}])"
)
_CAREFUL_CHARACTERS = late(f"[{_INVISIBLE}{_COMBINING}{_CJK}{_INDIC}]")


# --- tokens -----------------------------------------------------------------------------------

TokenKind = Literal["word", "punct", "mark", "space"]


class Token(NamedTuple):
    """A word or mark with its place in the official text.

    A named tuple, because a text has hundreds of them.

    Attributes:
        text: The official characters.
        key: What is compared: NFKC, case-folded, quotes and dashes unified, soft hyphens dropped.
        start: Offset of the first character (code points).
        end: Offset behind the last character.
        kind: "word", "punct" (one punctuation character), "mark" (an enumerator such as "(a)") or
            "space" (only in a text of nothing but white space).
        before: White space before the token; not empty only for the first token of a text.
        after: White space behind the token.
    """

    text: str
    key: str
    start: int
    end: int
    kind: TokenKind
    before: str
    after: str

    @property
    def text_with_space(self) -> str:
        """The token with its white space; all tokens joined give the text back."""
        return self.before + self.text + self.after


# --- the comparison key -----------------------------------------------------------------------

_UNIFY: dict[int, str | None] = {
    **dict.fromkeys(map(ord, "'‘’‚‛`´\"“”„‟«»‹›′″「」『』"), "'"),
    **dict.fromkeys(map(ord, "-‐‑‒–—―−"), "-"),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff")),
}


def _key(text: str) -> str:
    if text.isascii():  # of which NFKC changes nothing
        return text.lower().replace('"', "'").replace("`", "'").strip() or text
    # Unified before and after: NFKC takes some marks apart (″ becomes ′′) and makes others.
    folded = unicodedata.normalize("NFKC", text.translate(_UNIFY)).casefold()
    return unicodedata.normalize("NFKC", folded).translate(_UNIFY).strip() or text


# --- the lexicon: what is known of every chunk met so far -------------------------------------

_MARK_ALONE = late(_MARK)
_IN_BRACKETS = late(_BRACKETED)  # faster than a look at all tokens, and most texts have none
# Codes of words begin high above the Basic Multilingual Plane, those of punctuation and enumerators in
# it, at the private-use area, and go on behind it: so a code tells words apart, and none meets a line end
# or a surrogate.
FIRST_WORD = "\U00080000"
_MOST_WORDS = sys.maxunicode + 1 - ord(FIRST_WORD)
_PLANES_OF_WORDS = bytes(plane >= ord(FIRST_WORD) >> 16 for plane in range(256))
_OTHER_PLANES = bytes(not of_words for of_words in _PLANES_OF_WORDS)
_WORD_CODES = late(f"[{FIRST_WORD}-{chr(sys.maxunicode)}]+")
_AS_NUMBERS = "utf-32"  # characters as an array of numbers holds them, in the order of the machine
_PLANE = 6 if sys.byteorder == "little" else 5  # where the plane of the first stands, behind the order mark
_PRIVATE_USE, _PRIVATE_USE_END = 0xE000, 0xF900
_NO_NUMBER = chr(sys.maxunicode)  # in the place of the length of a token that is as long as that or longer


class _Chunks(dict[str, str]):
    """Chunk → its tokens, filled as chunks are met. A chunk is what stands between white spaces.

    Of each token there are two characters: its code, and the one whose number is its length, that of the last
    with a space behind it. Strings are quicker to join, and to take apart, than numbers are.

    No token depends on anything beyond its chunk, but for an enumerator that refers.
    """

    def __init__(self, lexicon: Lexicon, elides: bool) -> None:
        self.lexicon = lexicon
        self.elides = elides

    def __missing__(self, chunk: str) -> str:
        if chunk.isalpha() and chunk.isascii():  # most chunks, and there are many in a text not met before
            tokens = self.lexicon.code(chunk.lower()) + chr(min(len(chunk) + 1, sys.maxunicode))
        else:
            forms = self.forms(chunk)
            codes = [self.lexicon.code(_key(form)) for form in forms]
            tokens = "".join(
                [
                    code + chr(min(step, sys.maxunicode))
                    for code, step in zip(codes, _steps(forms), strict=True)
                ]
            )
        self.lexicon.characters += len(chunk)
        self[chunk] = tokens  # last: from here on other threads see it
        return tokens

    def forms(self, chunk: str) -> list[str]:
        """The tokens of a chunk as printed."""
        careful = False
        if not chunk.isascii():
            # Their pattern is costly to compile, and typographic marks and Latin letters are none of them.
            rare = any(c == "\u00ad" or "\u0300" <= c < "\u2010" or c >= "\u2060" for c in chunk)
            careful = rare and _CAREFUL_CHARACTERS.search(chunk) is not None
        elif chunk[-1] in ",.;:" and chunk[:-1].isalpha():
            return [chunk[:-1], chunk[-1]]
        find = _PATTERNS[self.elides, careful].findall
        if not careful:
            return find(chunk)
        # Invisible characters that no letter follows are a token each; a pattern that looks for the letter at
        # each of them would take time quadratic in their number.
        forms: list[str] = []
        at = 0
        for bare in _BARE_INVISIBLES.finditer(chunk):
            forms += find(chunk, at, bare.start())
            forms += bare[0]
            at = bare.end()
        return forms + find(chunk, at)


def _steps(forms: list[str]) -> list[int]:
    """From each token of a chunk to the next, a space being behind the last."""
    steps = list(map(len, forms))
    steps[-1] += 1
    return steps


class Lexicon:
    """Comparison keys as one-character codes, which is what the diff engine compares."""

    def __init__(self) -> None:
        self.codes: dict[str, str] = {}  # key → code
        self.keys: dict[str, str] = {}  # code → key
        self.kinds: dict[str, int] = {}  # code → 2 for a word, 1 for an enumerator, 0 for punctuation
        self.marks: set[str] = set()  # codes of enumerators
        self.references: dict[str, str] = {}  # code of an enumerator → its code where it refers
        self.function_words: set[str] = set()  # their codes
        # code → whether an enumerator behind it may refer, once it was asked
        self.leads: dict[str, bool] = {}
        self.words = 0  # codes of words and of enumerators that refer
        self.others = 0  # codes of punctuation and enumerators
        self.characters = 0  # of all chunks
        self.lock = allocate_lock()
        self.plain = _Chunks(self, elides=False)
        self.eliding = _Chunks(self, elides=True)

    def code(self, key: str) -> str:
        """The code of a comparison key."""
        code = self.codes.get(key)
        if code is None:
            with self.lock:  # two threads must not give one code to two words
                code = self.codes.get(key) or self._new(key)
        return code

    def _new(self, key: str) -> str:
        # By the key, so that it does not matter which of its forms was met first ("№" or "No").
        mark = not key.isalnum() and _MARK_ALONE.fullmatch(key)
        if not mark and any(map(str.isalnum, key)):
            code, kind = self._new_word(), 2
        else:
            place = _PRIVATE_USE + self.others
            code = chr(place if place < _PRIVATE_USE_END else 0x10000 + place - _PRIVATE_USE_END)
            self.others += 1
            kind = 1 if mark else 0
            if mark:
                self.marks.add(code)
        if key in FUNCTION_WORDS:
            self.function_words.add(code)
        self.keys[code], self.kinds[code] = key, kind
        self.codes[key] = code  # last: from here on other threads see it
        return code

    def _new_word(self) -> str:
        if self.words == _MOST_WORDS:
            raise InputError(f"texts of more than {_MOST_WORDS:,} different words cannot be compared")
        self.words += 1
        return chr(ord(FIRST_WORD) + self.words - 1)

    def reference(self, mark: str) -> str:
        """The code of an enumerator that refers, which is that of a word; of the code it has as a mark."""
        code = self.references.get(mark)
        if code is None:
            with self.lock:
                code = self.references.get(mark)
                if code is None:
                    code = self._new_word()
                    self.keys[code], self.kinds[code] = self.keys[mark], 1
                    self.references[mark] = code
        return code

    @property
    def full(self) -> bool:
        """Whether it is time for a new one, so that no input makes it grow for ever."""
        return self.characters > 3_000_000 or len(self.plain) + len(self.eliding) + len(self.codes) > 300_000


_lexicon = Lexicon()


def _current_lexicon() -> Lexicon:
    global _lexicon
    if _lexicon.full:
        _lexicon = Lexicon()
    return _lexicon


# --- cutting a text ---------------------------------------------------------------------------

_WIDE_SPACE = late(r"\s\s+")


class Scan:
    """The tokens of one text in columns: the diff has no use for token objects.

    What only some uses need is worked out when it is asked for.

    Attributes:
        text: The official text.
        elides: Whether elided articles are tokens of their own.
        lexicon: What the codes mean; codes of different lexicons cannot be compared.
        codes: The comparison keys, encoded as one character each.
        word_codes: The codes of the tokens that are compared as words: the words, and the enumerators that
            refer.
    """

    def __init__(self, text: str, elides: bool = False, lexicon: Lexicon | None = None) -> None:
        self.text = text
        self.elides = elides
        self.lexicon = lexicon or _current_lexicon()
        self._known = self.lexicon.eliding if elides else self.lexicon.plain
        tokens = "".join(map(self._known.__getitem__, text.split()))
        self.codes = tokens[::2]
        self._steps = tokens[1::2]
        if "(" in text and _IN_BRACKETS.search(text):
            self._mark_references()
        self.word_codes = "".join(_WORD_CODES.findall(self.codes))

    def _mark_references(self) -> None:
        """Give the enumerators that refer the codes of words."""
        references = _references(self)
        if references:
            codes = list(self.codes)
            for i in references:
                codes[i] = self.lexicon.reference(codes[i])
            self.codes = "".join(codes)

    @kept
    def starts(self) -> list[int]:
        """Offset of each token, and at last the length of the text."""
        lead = len(self.text) - len(self.text.lstrip())
        steps: Sequence[int]
        if self._steps.isascii():  # nearly always, and bytes are numbers already
            steps = self._steps.encode("ascii")
        elif _NO_NUMBER in self._steps:
            steps = [step for chunk in self.text.split() for step in _steps(self._known.forms(chunk))]
        else:
            steps = list(map(ord, self._steps))
        starts = list(accumulate(steps, initial=lead))
        if steps and starts[-1] - 1 != len(self.text):  # some spaces are longer than the one in `steps`
            steps = list(steps)
            further = 0
            for space in _WIDE_SPACE.finditer(self.text, lead):
                more = space.end() - space.start() - 1
                steps[bisect_left(starts, space.start() - further) - 1] += more
                further += more
            starts = list(accumulate(steps, initial=lead))
        starts[-1] = len(self.text)
        return starts

    @kept
    def forms(self) -> list[str]:
        """The tokens as printed."""
        return self.forms_of(0, len(self))

    def forms_of(self, low: int, high: int) -> list[str]:
        """The tokens `low` to `high` as printed."""
        return [self.text[start:end].rstrip() for start, end in pairwise(self.starts[low : high + 1])]

    @kept
    def words(self) -> list[int]:
        """Indices of the tokens that are compared as words."""
        return list(_places(self.codes, _PLANES_OF_WORDS))

    def __len__(self) -> int:
        return len(self.codes)

    @property
    def keys(self) -> list[str]:
        """Comparison keys, one a token."""
        return list(self.keys_of(self.codes))

    def keys_of(self, codes: str) -> Iterator[str]:
        """The comparison keys that are encoded so."""
        return map(self.lexicon.keys.__getitem__, codes)

    def key(self, index: int) -> str:
        """Comparison key of one token."""
        return self.lexicon.keys[self.codes[index]]

    def count_words(self, low: int, high: int) -> int:
        """How many of the tokens `low` to `high` are words."""
        return bisect_left(self.words, high) - bisect_left(self.words, low)

    def kind(self, index: int) -> TokenKind:
        """What a token is: "word", "mark" (an enumerator, also one that refers) or "punct"."""
        code = self.codes[index]
        if code >= FIRST_WORD:
            return "mark" if _MARK_ALONE.fullmatch(self.key(index)) else "word"
        return "mark" if code in self.lexicon.marks else "punct"

    def recoded(self, lexicon: Lexicon) -> Scan:
        """The same tokens with the codes of another lexicon."""
        return Scan(self.text, self.elides, lexicon)

    def within(self, spans: Iterable[tuple[int, int]]) -> list[int]:
        """Indices of the tokens that begin inside the character spans, in order."""
        starts = self.starts[:-1]
        return [i for low, high in spans for i, start in enumerate(starts) if low <= start < high]


def _places(codes: str, planes: bytes) -> Iterator[int]:
    """Where codes of some Unicode planes stand; to look at the planes is quicker than at the codes."""
    found = codes.encode(_AS_NUMBERS)[_PLANE::4]
    return compress(range(len(found)), found.translate(planes))


# --- enumerators that refer -------------------------------------------------------------------

_NUMBER = late(r"\d[\w./-]*|[ivxlc]+")
_BETWEEN_REFERENCES = REFERENCE_CONJUNCTIONS | {",", "-", "/"}  # "(a) or (b)", "(a)–(c)"
_FARTHEST_NOUN = 16  # tokens before an enumerator in which its noun is looked for


def _references(tokens: Scan) -> list[int]:
    """Indices of the enumerators that refer to a provision and mark no limb.

    An enumerator refers

    1. behind a noun that takes references ("paragraph (a)"), its number ("Article 3(1)") or another reference
       ("section 5(a)(ii)"), unless the noun is determined already ("in this section (a) …");
    2. in a list of such references ("paragraphs (a), (b) and (c)"), behind a comma and a noun in the singular
       only where nothing follows that it could enumerate;
    3. behind a preposition, where nothing follows either ("referred to in (i),").

    White space decides nothing, because a difference in white space is no change.
    """
    lexicon, codes = tokens.lexicon, tokens.codes
    marks, leads, keys = lexicon.marks, lexicon.leads, lexicon.keys
    found: dict[int, None] = {}
    for i in _places(codes, _OTHER_PLANES):
        if i and codes[i] in marks:
            before = codes[i - 1]
            if before not in leads:
                leads[before] = _leads(keys[before])
            if (leads[before] or i - 1 in found) and _refers(tokens, i, found):
                found[i] = None
    return list(found)


def _leads(key: str) -> bool:
    """Whether an enumerator may refer behind a token of this key: one look that spares many closer ones."""
    return (
        key == "."
        or key in _BETWEEN_REFERENCES
        or key in REFERENCE_NOUNS
        or key in REFERENCE_PREPOSITIONS
        or _NUMBER.fullmatch(key) is not None
    )


def _refers(tokens: Scan, i: int, found: Container[int]) -> bool:
    """Whether the enumerator `i` refers; `found` are those before it that do."""
    codes, keys = tokens.codes, tokens.lexicon.keys
    noun, last = i - 1, -1  # last: the reference before it
    while noun > i - _FARTHEST_NOUN and noun > 0:
        key = keys[codes[noun]]
        if noun in found:
            last = max(last, noun)
        elif key not in _BETWEEN_REFERENCES and not _NUMBER.fullmatch(key):
            break
        noun -= 1
    if _takes_references(tokens, noun):
        key = tokens.key(noun)
        plural = key.endswith("s") and key[:-1] in REFERENCE_NOUNS
        between = [tokens.key(k) for k in range(max(last, noun) + 1, i)]
        limb = "," in between and between[-1] in _BETWEEN_REFERENCES and not plural
        return not limb or _ends(tokens, i + 1)
    return keys[codes[i - 1]] in REFERENCE_PREPOSITIONS and _ends(tokens, i + 1)


def _takes_references(tokens: Scan, i: int) -> bool:
    """Whether token `i` is a noun that takes references, or the full stop that shortens one."""
    if tokens.key(i) == ".":
        i -= 1
    if i < 0 or tokens.key(i) not in REFERENCE_NOUNS:
        return False
    return i == 0 or tokens.key(i - 1) not in DEMONSTRATIVES


def _ends(tokens: Scan, i: int) -> bool:
    """Whether nothing stands at token `i` that an enumerator before it could introduce."""
    if i >= len(tokens):
        return False  # the text may be cut off here
    key = tokens.key(i)
    another = key in _BETWEEN_REFERENCES and i + 1 < len(tokens) and tokens.kind(i + 1) == "mark"
    return another or key in ".,;:)"


def scan(text: str, lang: str = "en") -> Scan:
    """Cut a text into columns of tokens; `tokenize` makes objects of the same tokens."""
    return Scan(text, profile(lang).elides)


def in_one_lexicon(scans: Sequence[Scan]) -> list[Scan]:
    """The same scans with codes that can be compared with each other."""
    lexicon = scans[-1].lexicon if scans else None
    return [one if lexicon is None or one.lexicon is lexicon else one.recoded(lexicon) for one in scans]


def tokenize(text: str, lang: str = "en") -> tuple[Token, ...]:
    """Cut a text into tokens.

    Args:
        text: Any text; nothing in it is changed.
        lang: BCP 47 tag. French, Italian and Catalan split after an elided article ("l’ | autonomie").

    Returns:
        The tokens in order. `"".join(t.text_with_space for t in tokens) == text` holds for every
        text; offsets are code points.
    """
    demand(text, str, "a text")
    columns = scan(text, lang)
    if not columns:
        return (Token(text, "", 0, len(text), "space", "", ""),) if text else ()
    starts = columns.starts
    tokens = [
        Token(form, key, start, start + len(form), columns.kind(i), "", text[start + len(form) : behind])
        for i, (form, key, (start, behind)) in enumerate(
            zip(columns.forms, columns.keys, pairwise(starts), strict=True)
        )
    ]
    tokens[0] = tokens[0]._replace(before=text[: starts[0]])
    return tuple(tokens)


# --- tokens in columns ------------------------------------------------------------------------


class TokenColumns:
    """The tokens of one text in columns, as the segmentation reads them; index i is one token in each.

    No named tuple: the rules ask for columns at every token, and slots answer sooner.

    Attributes:
        text: The official text.
        lang: Its BCP 47 tag.
        keys: Comparison keys.
        kinds: 2 for a word, 1 for an enumerator, 0 for punctuation.
        starts: Offset of the first character of each token.
        ends: Offset behind the last.
        words: Indices of the tokens that are words.
    """

    __slots__ = ("ends", "keys", "kinds", "lang", "starts", "text", "words")

    def __init__(
        self,
        text: str,
        lang: str,
        keys: tuple[str, ...],
        kinds: tuple[int, ...],
        starts: tuple[int, ...],
        ends: tuple[int, ...],
        words: tuple[int, ...],
    ) -> None:
        self.text, self.lang, self.keys, self.kinds = text, lang, keys, kinds
        self.starts, self.ends, self.words = starts, ends, words

    def read_as(self, keys: tuple[str, ...]) -> TokenColumns:
        """The same tokens with other keys, as a grammar reads them."""
        return TokenColumns(self.text, self.lang, keys, self.kinds, self.starts, self.ends, self.words)

    def printed(self, low: int, high: int) -> str:
        """The official characters of the tokens `low` to `high`, the latter excluded."""
        return self.text[self.starts[low] : self.ends[high - 1]]


_WORDS_ALONE = bytes(kind == 2 for kind in range(256))


def token_columns(text: str, lang: str = "en") -> TokenColumns:
    """Cut a text into tokens and lay them out in columns; white space alone gives no token."""
    columns = scan(text, lang)
    starts = columns.starts[:-1]
    kinds = tuple(map(columns.lexicon.kinds.__getitem__, columns.codes))
    return TokenColumns(
        text,
        lang,
        tuple(columns.keys_of(columns.codes)),
        kinds,
        tuple(starts),
        tuple(map(add, starts, map(len, columns.forms))),
        tuple(compress(range(len(kinds)), bytes(kinds).translate(_WORDS_ALONE))),
    )
