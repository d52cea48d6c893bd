"""Elements of WordprocessingML: runs and paragraphs of marked text, and what Word must know of its language.

The language of a run gives it a tag for the spell-checker, a font where one code point has several shapes,
and its direction of writing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from aidefs.formats.document import TINT_COLOURS, Mark, Run, touches
from aidefs.text.languages import is_right_to_left, primary
from aidefs.text.visible import xml_visible

__all__ = [
    "XmlElement",
    "attribute",
    "bookmark_name",
    "characters",
    "field",
    "paragraph",
    "run",
    "styled_runs",
    "tag_attributes",
    "w",
    "word_tag",
]

XmlElement = Any  # an element of lxml, of the classes that python-docx gives them
_SIGNS = {"\n": "br", "\t": "tab", "\u00ad": "softHyphen"}  # which Word holds as elements
_SIGN = re.compile(f"([{''.join(_SIGNS)}])")
# The character style of each mark; see `styles`.
_MARKS: dict[Mark, str] = {
    "delete": "Deleted",
    "insert": "Inserted",
    "strong": "Strong",
    "muted": "Secondary",
    "quote": "Quoted",
}
_LONGEST = 40  # characters of the name of a bookmark; Word refuses longer ones


def w(tag: str, *children: XmlElement, **attributes: str | int) -> XmlElement:
    """An element whose name and attributes are of the main namespace."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(attribute(name), str(value))
    element.extend(children)
    return element


def attribute(name: str) -> str:
    """The name of an attribute of the main namespace as lxml has it."""
    return str(qn(f"w:{name}"))


def characters(text: str, tag: str = "t") -> Iterator[XmlElement]:
    """The content of a run: every character of a text, white space at its edges included.

    Args:
        text: Characters that XML can hold, without carriage returns.
        tag: "t", or "delText" in a run that is deleted.
    """
    for part in _SIGN.split(text):
        if part in _SIGNS:
            yield w(_SIGNS[part])
        elif part:
            element = w(tag)
            element.text = part
            element.set(qn("xml:space"), "preserve")
            yield element


def field(code: str, shown: Iterable[XmlElement]) -> XmlElement:
    """A field, which Word works out anew, with what it showed last."""
    return w("fldSimple", *shown, instr=f" {code} ")


def bookmark_name(name: str) -> str:
    """A name as Word takes it for a bookmark: letters, digits and underscores, a letter first."""
    plain = re.sub(r"\W+", "_", name).strip("_")
    return (plain if plain[:1].isalpha() else f"table_{plain}")[:_LONGEST]


# --- runs and paragraphs ----------------------------------------------------------------------


def run(*content: XmlElement, style: str = "", colour: str = "", lang: str = "") -> XmlElement:
    """A run of Word; the colour in six hexadecimal digits."""
    before, behind = _properties(lang)
    known = [*([w("rStyle", val=style)] if style else []), *before]
    known += [*([w("color", val=colour)] if colour else []), *behind]
    return w("r", *([w("rPr", *known)] if known else []), *content)


def styled_runs(cell: Iterable[Run], lang: str = "") -> Iterator[XmlElement]:
    """Runs in their styles, and in the language but for what is said about the words.

    A space that belongs to neither parts struck words from new ones, not signs, nor letters inside a word.
    """
    parts = [part for part in cell if part.text]
    for first, before, part in zip([Run(""), Run(""), *parts], [Run(""), *parts], parts, strict=False):
        words = before.text[-1:].isalnum() or part.text[:1].isalnum()
        inside = first.text[-1:].isalnum() and before.text[:1].isalnum()
        if touches(before, part) and words and not inside:
            yield run(*characters(" "))
        own = part.lang or ("" if part.mark == "muted" else lang)
        colour = bytes(TINT_COLOURS.get(part.mark, ())).hex().upper()
        content = characters(xml_visible(part.text))
        yield run(*content, style=_MARKS.get(part.mark, ""), colour=colour, lang=own)


def paragraph(
    *content: XmlElement, style: str = "", lang: str = "", align: str = "", leads: bool = False
) -> XmlElement:
    """A paragraph of Word; one that leads stands on the page of what follows."""
    known = [w("pStyle", val=style)] if style else []
    known += [w("keepNext")] if leads else []
    known += [w("bidi")] if is_right_to_left(lang) else []
    known += [w("jc", val=align)] if align else []
    return w("p", *([w("pPr", *known)] if known else []), *content)


# --- languages --------------------------------------------------------------------------------


# Word wants the region with the language. Where a tag has none it is the likely one of the Unicode CLDR
# (UTS #35, likely subtags); English is British, as treaties and the library's own words are.
_REGIONS = {
    "ar": "SA", "bg": "BG", "cs": "CZ", "da": "DK", "de": "DE", "el": "GR", "en": "GB", "es": "ES",
    "et": "EE", "fa": "IR", "fi": "FI", "fr": "FR", "ga": "IE", "he": "IL", "hi": "IN", "hr": "HR",
    "hu": "HU", "id": "ID", "it": "IT", "ja": "JP", "kk": "KZ", "ko": "KR", "lt": "LT", "lv": "LV",
    "mt": "MT", "nl": "NL", "pl": "PL", "pt": "BR", "ro": "RO", "ru": "RU", "sk": "SK", "sl": "SI",
    "sv": "SE", "th": "TH", "tr": "TR", "uk": "UA", "ur": "PK", "vi": "VN", "zh": "CN", "zh-hans": "CN",
    "zh-hant": "TW",
}  # fmt: skip
# One code point has different shapes in these languages; the fonts come with Word, and a reader that lacks
# them takes its own for the language.
_EAST_ASIAN = {"ja": "MS Mincho", "ko": "Batang", "zh": "SimSun", "zh-TW": "PMingLiU", "zh-HK": "PMingLiU"}
# Of their scripts, as of those from right to left, Word keeps font and language apart.
_COMPLEX = frozenset({"hi", "th"})


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


def _properties(tag: str) -> tuple[list[XmlElement], list[XmlElement]]:
    """Properties of a run in a language: those before and those behind the others (CT_RPr)."""
    if not tag:
        return [], []
    font = _EAST_ASIAN.get(word_tag(tag)) or _EAST_ASIAN.get(primary(tag))
    # The hint: quotation marks and dashes, which many scripts share, are of this font too.
    before = [w("rFonts", eastAsia=font, hint="eastAsia")] if font else []
    right = [w("rtl")] if is_right_to_left(tag) else []
    return before, [*right, w("lang", **tag_attributes(tag))]
