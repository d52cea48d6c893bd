r"""Languages and scripts: which words hyphenate how, and which need another font.

The names are those of babel, whose locale files come with every LaTeX.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from aidefs.text.languages import profile

__all__ = ["FONTS", "babel", "latin_only", "stretches"]

# The first of these fonts that is installed is taken. Latin Modern has neither Greek nor Cyrillic; CMU
# Serif, which has, is drawn like it.
_EASTERN = (
    "CMU Serif",
    "New Computer Modern",
    "Libertinus Serif",
    "FreeSerif",
    "DejaVu Serif",
    "Times New Roman",
)
_MICRO_HEI = ("WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Arial Unicode MS")
FONTS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("greek", "russian", "bulgarian", "ukrainian"), _EASTERN),
    "japanese": (
        "Noto Serif CJK JP", "Hiragino Mincho ProN", "Harano Aji Mincho", "IPAexMincho", "Yu Mincho",
        "MS Mincho", *_MICRO_HEI,
    ),
    "korean": (
        "Noto Serif CJK KR", "AppleMyungjo", "UnBatang", "NanumMyeongjo", "Batang", *_MICRO_HEI,
    ),
    "chinese-hans": ("Noto Serif CJK SC", "Songti SC", "FandolSong", "SimSun", *_MICRO_HEI),
    "chinese-hant": (
        "Noto Serif CJK TC", "Songti TC", "AR PL UMing TW", "PMingLiU", "FandolSong", *_MICRO_HEI,
    ),
}  # fmt: skip

# Letters of each script, and the language in which they are set where nothing says which it is.
_SCRIPTS = {
    "russian": re.compile("[\u0400-\u052f]"),
    "greek": re.compile("[\u0370-\u03ff\u1f00-\u1fff]"),
    "korean": re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff]"),
    "japanese": re.compile("[\u3040-\u30ff\u31f0-\u31ff]"),
    "chinese-hans": re.compile("[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"),
}
_FOREIGN = re.compile("[\u0370-\u052f\u1100-\u11ff\u1f00-\u1fff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]")
_STRETCH = re.compile(f"{_FOREIGN.pattern}+(?:[^\\w\\n]{{1,3}}{_FOREIGN.pattern}+)*+")
_HOLDS = {
    "japanese": ("japanese", "chinese-hans"),
    "chinese-hant": ("chinese-hans",),
    "korean": ("korean", "chinese-hans"),
    "bulgarian": ("russian",),
    "ukrainian": ("russian",),
}


def babel(tag: str) -> str:
    """The name by which babel knows the language of a BCP 47 tag, "" where it is not in our list."""
    return profile(tag).babel


def stretches(text: str, language: str, spoken: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
    """The text in parts, each with the language in which it must be set, "" where that goes on.

    Args:
        text: Words that may be of several scripts.
        language: babel's name of the language around them.
        spoken: Languages of the document; one of these is preferred where a script serves several.
    """
    if text.isascii():
        yield text, ""
        return
    end = 0
    for match in _STRETCH.finditer(text):
        own = _language_of(match[0], language, tuple(spoken))
        if not own:
            continue
        if match.start() > end:
            yield text[end : match.start()], ""
        yield match[0], own
        end = match.end()
    if end < len(text):
        yield text[end:], ""


def latin_only(text: str) -> bool:
    """Whether pdfLaTeX has the letters, which are those of T1; Vietnamese exceeds them."""
    return text.isascii() or not any(map(_beyond_t1, text))


def _beyond_t1(character: str) -> bool:
    if character <= "\u017f":
        return character in "ĦħĸŉŦŧſ"
    return character.isalpha() and character not in "ȘșȚț"


def _language_of(text: str, around: str, spoken: tuple[str, ...]) -> str:
    """The language of a stretch of one foreign script, "" if it is the one around."""
    script = next((name for name, letters in _SCRIPTS.items() if letters.search(text)), "")
    if not script or script in (around, *_HOLDS.get(around, ())):
        return ""
    able = [name for name in spoken if script == name or script in _HOLDS.get(name, ())]
    return able[0] if able else script
