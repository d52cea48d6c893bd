"""Elements, attributes and runs of marked text as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape as _escape
from itertools import pairwise

from aidefs.formats.document import TINT_COLOURS, TINTS, Mark, Run, touches
from aidefs.text.languages import is_right_to_left
from aidefs.text.visible import visible

__all__ = ["KeyNames", "element", "escape", "inline", "language"]

# A web address; the marks of the sentence around it do not belong to it.
_ADDRESS = re.compile(r"(https?://[!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~]*[#$%&*+\-/0-9=@A-Z_a-z~])")

KeyNames = dict[str, str]  # key → what a reader calls it

_TAGS: dict[Mark, str] = {
    "delete": "del",
    "insert": "ins",
    "strong": "strong",
    "quote": "em",
    "muted": "small",
    **dict.fromkeys(TINTS, "mark"),
}
# What a word processor needs with the element itself: it reads no rules of what is pasted.
_STYLES: dict[Mark, str] = {
    "delete": "text-decoration:line-through",
    "insert": "text-decoration:underline",
    "muted": "font-weight:normal",
    # A tint of the ground that lets the letters of a light and of a dark page be read.
    **{
        tint: f"background:rgba({red},{green},{blue},.22);color:inherit"
        for tint, (red, green, blue) in TINT_COLOURS.items()
    },
}


def escape(text: str) -> str:
    """The text as HTML character data, also inside a quoted attribute."""
    return _escape(visible(text), quote=True)


def element(tag: str, content: str, /, **attributes: str | int | None) -> str:
    """An element around content that is HTML already.

    Args:
        tag: Its name.
        content: What it holds.
        attributes: Escaped here; left out where they are "" or None. An underscore stands for a hyphen,
            one at the end for nothing (`class_`).
    """
    given = ""
    for name, value in attributes.items():
        if value != "" and value is not None:
            given += _attribute(name, value)
    return f"<{tag}{given}>{content}</{tag}>"


@lru_cache(maxsize=4096)  # classes, keys and languages come again and again
def _attribute(name: str, value: str | int) -> str:
    return f' {name.rstrip("_").replace("_", "-")}="{escape(str(value))}"'


def language(tag: str) -> dict[str, str]:
    """The attributes of official wording: its language and, where it runs from the right, its direction."""
    return {"lang": tag, "dir": "rtl" if is_right_to_left(tag) else ""}


def inline(runs: Iterable[Run], names: KeyNames | None = None, bare: bool = False) -> str:
    """Runs as phrasing content; a line break is a `<br>`, which survives copy and paste.

    Args:
        runs: The runs.
        names: What their keys are called.
        bare: Whether marks have classes and no styles.
    """
    return "".join(_run(run, before, names or {}, bare) for before, run in pairwise([Run(""), *runs]))


def _run(run: Run, before: Run, names: KeyNames, bare: bool) -> str:
    # "\r" would become a line feed in the parser; `visible` has made it a sign.
    content = (_linked if run.links else escape)(run.text).replace("\n", "<br>")
    if not content:
        return ""
    if not (run.mark or run.key or run.lang):
        return content
    spoken = language(run.lang)
    if run.mark in _TAGS:
        kind = "instead" if touches(before, run) else run.mark if bare and run.mark in TINTS else ""
        style = None if bare else _STYLES.get(run.mark)
        content = element(_TAGS[run.mark], content, class_=kind, style=style, **spoken)
        spoken = {}
    if run.key:
        # -1: a tap or click brings it out, and the tabulator goes by the rows alone.
        name = names.get(run.key)
        return element("span", content, data_key=run.key, title=name, tabindex=-1, **spoken)
    return element("span", content, **spoken) if any(spoken.values()) else content


def _linked(text: str) -> str:
    """The text as HTML with a link around each web address in it."""
    parts = _ADDRESS.split(text)
    return "".join(
        element("a", escape(part), href=part, rel="noreferrer") if n % 2 else escape(part)
        for n, part in enumerate(parts)
    )
