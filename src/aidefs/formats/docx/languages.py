"""What Word has to know of a language: its tag for the spell-checker, fonts, direction of writing."""

from __future__ import annotations

from aidefs.formats.docx.elements import Element, w
from aidefs.text.languages import is_right_to_left, primary

__all__ = ["properties", "tag_attributes", "word_tag"]

# Word wants the region with the language. Where a tag has none it is the likely one of the Unicode CLDR
# (UTS #35, likely subtags); English is British, as treaties and the library's own words are.
_REGIONS = {
    "ar": "SA", "bg": "BG", "cs": "CZ", "da": "DK", "de": "DE", "el": "GR", "en": "GB", "es": "ES",
    "et": "EE", "fa": "IR", "fi": "FI", "fr": "FR", "ga": "IE", "he": "IL", "hi": "IN", "hr": "HR",
    "hu": "HU", "it": "IT", "ja": "JP", "kk": "KZ", "ko": "KR", "lt": "LT", "lv": "LV", "mt": "MT",
    "nl": "NL", "pl": "PL", "pt": "BR", "ro": "RO", "ru": "RU", "sk": "SK", "sl": "SI", "sv": "SE",
    "th": "TH", "tr": "TR", "uk": "UA", "ur": "PK", "vi": "VN", "zh": "CN", "zh-hans": "CN",
    "zh-hant": "TW",
}  # fmt: skip
# One code point has different shapes in these languages; the fonts come with Word, and a reader that lacks
# them takes its own for the language.
_EAST_ASIAN = {"ja": "MS Mincho", "ko": "Batang", "zh": "SimSun", "zh-TW": "PMingLiU", "zh-HK": "PMingLiU"}
_COMPLEX = {
    "hi",
    "th",
}  # of whose scripts, as of those from right to left, Word keeps font and language apart


def word_tag(tag: str) -> str:
    """A BCP 47 tag as language and region: "fr-FR" of "fr", "zh-TW" of "zh-Hant"; else as it is."""
    first, *others = tag.split("-")
    known = next((part for part in others if len(part) == 2 and part.isalpha()), "")
    region = known.upper() or _REGIONS.get("-".join([first, *others[:1]]).lower())
    return f"{first.lower()}-{region}" if region else tag


def tag_attributes(tag: str) -> dict[str, str]:
    """The attributes of `w:lang`: one for the script that the language is written in."""
    if primary(tag) in _EAST_ASIAN:
        return {"eastAsia": word_tag(tag)}
    return {"bidi" if is_right_to_left(tag) or primary(tag) in _COMPLEX else "val": word_tag(tag)}


def properties(tag: str) -> tuple[list[Element], list[Element]]:
    """Properties of a run in a language: those before and those behind the others (CT_RPr)."""
    if not tag:
        return [], []
    font = _EAST_ASIAN.get(word_tag(tag)) or _EAST_ASIAN.get(primary(tag))
    # The hint: quotation marks and dashes, which many scripts share, are of this font too.
    before = [w("rFonts", eastAsia=font, hint="eastAsia")] if font else []
    right = [w("rtl")] if is_right_to_left(tag) else []
    return before, [*right, w("lang", **tag_attributes(tag))]
