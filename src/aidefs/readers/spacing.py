"""Words that are printed without the spaces between them, and characters that nobody sees.

Texts taken from PDF often lack spaces ("foragivensetofobjectives"), since a PDF need not have any. Web pages
and word processors put soft hyphens and spaces of no width into words. Neither is the author's.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import lru_cache
from unicodedata import normalize

from aidefs.patterns import late

__all__ = [
    "COMBINING",
    "INVISIBLE",
    "beyond_ascii",
    "divided",
    "is_legible",
    "is_run_together",
    "legible",
    "run_together",
]

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # soft hyphen, spaces and joiners of no width
COMBINING = "\u0300-\u036f"  # signs above and below letters that are characters of their own
LONG = 20  # letters in a row that make a first look suspect lost spaces
SHORT = 14  # letters of a run that is divided wherever it stands
PARTS = 3  # words that such a run has at least
NEAR = 200  # characters from such a run within which shorter ones are divided too
MOST = 400  # letters of a run that are looked at
LONGEST_WORD = 24

_ASCII = bytes(range(0x80))
_LETTER = b"a"  # what stands for any, and zero for all that is none
_ONLY_LETTERS = bytes(_LETTER[0] if chr(code).isascii() and chr(code).isalpha() else 0 for code in range(256))
_INVISIBLE = late(f"[{INVISIBLE}]")
_COMBINING = late(f"[{COMBINING}]")
# Possessive, so that each letter is looked at once.
_LONG = late(rf"(?:[a-z]{{0,{LONG - 1}}}+[^a-z])*+[a-z]{{{LONG}}}")
_LETTERS = late(r"(?<![A-Za-z])[A-Za-z]{4,400}+")
_VERY_MANY_LETTERS = late(rf"(?<![a-z])[a-z]{{{LONG},400}}+")


def beyond_ascii(text: str) -> str:
    """The characters of a text that are not of ASCII, one behind the other: of most texts but a few marks."""
    if text.isascii():
        return ""
    return text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")


def is_run_together(text: str) -> bool:
    """Whether a text in small letters has a run of letters that is longer than words are."""
    return _LONG.match(text) is not None


def is_legible(text: str) -> bool:
    """Whether `legible` leaves a text in small letters and each part of it as it stands."""
    others = beyond_ascii(text)
    if others and (_INVISIBLE.search(others) or _COMBINING.search(others)):
        return False
    return _LETTER * LONG not in _letters_of(text)


def legible(text: str, known: Container[str]) -> str:
    """A text in small letters without what nobody sees, with whole letters and the spaces that it lacks.

    Args:
        text: The text.
        known: Words in small letters.
    """
    if not text.isascii():
        text = _INVISIBLE.sub("", text)
        text = normalize("NFC", text) if _COMBINING.search(text) else text
    if not is_run_together(text):
        return text
    return _VERY_MANY_LETTERS.sub(lambda match: " ".join(divided(match[0], known) or (match[0],)), text)


def run_together(text: str, known: Container[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The runs of letters that are several words, with their offsets.

    Args:
        text: Any text.
        known: Words in small letters. A run is divided only if it is none of them and all its parts are.
    """
    runs = list(_long_runs(text))
    parted = {word: _unknown(word, known) for word in {text[start:end] for start, end in runs}}
    certain = [(start, end) for start, end in runs if len(parted[text[start:end]]) >= PARTS]
    done = 0
    for start, end in certain:
        low, high = max(start - NEAR, done), end + NEAR
        for match in _LETTERS.finditer(text, low):
            if match.start() >= high:
                break
            done = match.end()
            parts = _unknown(match[0], known)
            if parts:
                yield match.start(), parts


def _letters_of(text: str) -> bytes:
    """A sign for each character of a text, which tells the letters."""
    return text.encode("ascii", "replace").translate(_ONLY_LETTERS)


def _long_runs(text: str) -> Iterator[tuple[int, int]]:
    """Where many letters stand in a row."""
    letters = _letters_of(text) + b"\0"
    at = letters.find(_LETTER * SHORT)
    while at >= 0:
        end = letters.find(b"\0", at)
        yield at, min(end, at + MOST)
        at = letters.find(_LETTER * SHORT, end)


def _unknown(word: str, known: Container[str]) -> tuple[str, ...]:
    return _kept(word, known) if isinstance(known, frozenset) else _parts(word, known)


def _parts(word: str, known: Container[str]) -> tuple[str, ...]:
    return () if word.lower() in known else divided(word, known)


_kept = lru_cache(1 << 12)(_parts)  # "administrative" stands in any document


def divided(word: str, known: Container[str]) -> tuple[str, ...]:
    """The fewest known words that give a run of letters, none where no words do.

    Of equally many the longest are taken ("perform a", not "per forma"). Of one letter there is only "a".
    """
    small = word.lower()
    # For each place: the number of words up to it, the squares of their lengths, where the last one begins.
    best: list[tuple[int, int, int] | None] = [(0, 0, 0)]
    for end in range(1, len(small) + 1):
        choice: tuple[int, int, int] | None = None
        for start in range(max(end - LONGEST_WORD, 0), end):
            before = best[start]
            if before is None or (choice and before[0] + 1 > choice[0]):
                continue
            part = small[start:end]
            if part == "a" or (end - start > 1 and part in known):
                made = before[0] + 1, before[1] - (end - start) ** 2, start
                choice = made if choice is None or made < choice else choice
        best.append(choice)
    parts: list[str] = []
    at = len(small)
    while at and (step := best[at]) is not None:
        parts.append(word[step[2] : at])
        at = step[2]
    return tuple(reversed(parts)) if not at and len(parts) > 1 else ()
