"""Elements of WordprocessingML, and text as they hold it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

__all__ = ["Element", "attribute", "characters", "field", "w"]

Element = Any  # an element of lxml, of the classes that python-docx gives them

_SIGNS = {"\n": "br", "\t": "tab", "\u00ad": "softHyphen"}  # which Word holds as elements
_SIGN = re.compile(f"([{''.join(_SIGNS)}])")


def w(tag: str, *children: Element, **attributes: str | int) -> Element:
    """An element whose name and attributes are of the main namespace."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(attribute(name), str(value))
    element.extend(children)
    return element


def attribute(name: str) -> str:
    """The name of an attribute of the main namespace as lxml has it."""
    return str(qn(f"w:{name}"))


def characters(text: str, tag: str = "t") -> Iterator[Element]:
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


def field(code: str, shown: Iterable[Element]) -> Element:
    """A field, which Word works out anew, with what it showed last."""
    return w("fldSimple", *shown, instr=f" {code} ")
