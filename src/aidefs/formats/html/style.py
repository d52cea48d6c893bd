"""The looks of the HTML: rules that touch nothing but our own section.

A fragment stands in pages that are not ours (a notebook, a blog), light or dark. It takes their letters and
colours and adds tints that are legible on both; what a tint says, a line says too. Every selector begins with
the class of the section, twice, so that it goes before a notebook's own rules for tables.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from aidefs.formats.document import TINT_COLOURS
from aidefs.text.visible import visible

__all__ = [
    "BEFORE",
    "CELL",
    "FOOT",
    "HEAD",
    "PAGE",
    "STUB",
    "TABLE",
    "TOP",
    "emphasised",
    "fragment_style",
    "step",
    "stylesheet",
]

_SCOPE = "section.aidefs.aidefs"

# What a word processor needs with the element itself: it reads no rules of what is pasted.
TABLE = "border-collapse:collapse"
CELL = "border-top:1px solid #aaa;vertical-align:top;padding:0.4em 0.7em"
HEAD = CELL + ";text-align:left"
STUB = HEAD + ";font-weight:normal"
TOP, FOOT = "border-bottom:1.5px solid;", "border-bottom:2px solid;"
BEFORE = CELL + ";text-align:right"
_STEP, _STEPS = (
    6,
    20,
)  # em to which widths of tables are rounded up where they have classes alone; how many


def emphasised(style: str) -> str:
    """The style of the first cell of a row that is brought out: a bar."""
    return style + ";border-left:4px solid #777"


_FRAGMENT = """
&{line-height:1.5;overflow-wrap:break-word}
& .title{font-size:1.4em;line-height:1.25;margin:.8em 0 .6em}
& .heading{font-size:1.1em;line-height:1.3;margin:1.6em 0 .4em}
& .name{font-size:1em;line-height:1.3;margin:0 0 .3em}
& p,& ul,& ol{margin:.5em 0}
& ul,& ol{padding-left:1.4em}
& li{margin:.3em 0;overflow-wrap:anywhere}
& p.message{font-family:monospace}
& p,& li,& th,& td{white-space:pre-wrap}
& table{border-collapse:collapse;border:0;border-top:2px solid;border-bottom:2px solid;
table-layout:auto;width:100%;margin:1em 0;font-size:1em;text-align:left}
& caption{caption-side:top;text-align:left;font-weight:bold;padding:0 0 .4em}
& caption h1{font-size:1.15em;line-height:1.3;margin:.4em 0 .2em}
& thead{border:0}
& tr,& tbody tr:nth-child(n){background:none}
& th,& td{vertical-align:top;text-align:left;line-height:1.4;font-weight:normal;
max-width:none}
& thead th,& thead td{border-bottom:1.5px solid;vertical-align:bottom;line-height:1.25}
& .tight{width:auto}
& .compact th,& .compact td{padding-top:.2em!important;padding-bottom:.2em!important}
& .scroll{overflow-x:auto}
& .scroll:focus-visible{outline:2px dashed;outline-offset:2px}
& td.wide{overflow-wrap:anywhere}
& .short{white-space:nowrap}
& .keyword th,& .keyword td{white-space:normal;padding-top:.25em!important;padding-bottom:.25em!important}
& .barred th:first-child{border-left:4px solid transparent}
& tr.emphasis>*,& td.emphasis,& th.emphasis{background:rgba(128,128,128,.12)}
& thead th.emphasis{border-top:4px solid #777}
& small{font-size:.86em;opacity:.8;font-weight:normal}
& sup{font-size:.72em;line-height:0;font-weight:normal}
& a{color:inherit}
& .notes,& .note{font-size:.88em}
& del{text-decoration:line-through;background:rgba(255,70,40,.17)}
& ins{text-decoration:underline;text-decoration-thickness:.09em;text-underline-offset:.15em;
background:rgba(40,120,255,.19)}
& .instead{margin-left:.2em}
& .texts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(15em,100%),1fr));
gap:1em 2em;margin:1em 0}
& .hint{opacity:.8;font-size:.88em}
& span[data-key]{text-decoration:underline dotted 1px rgba(128,128,128,.75);text-underline-offset:.28em}
& td span[data-key]{text-decoration:none}
& [data-key]:focus{outline:2px dashed;outline-offset:1px}
"""
# On a narrow screen a row becomes a block whose cells name their column.
_NARROW = """
& table.w@,& .w@ tbody,& .w@ tr,& .w@ th,& .w@ td{display:block;width:auto}
& table.w@{border-top:0}
& .w@ caption{display:block}
& .w@ tbody td.emphasis{border-left:4px solid #777}
& .w@ thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
& .w@ tbody tr{border-top:1px solid #aaa;padding:.4em 0}
& .w@ tbody th,& .w@ tbody td{border-top:0!important;border-bottom:0!important;padding:.2em .5em!important;
text-align:left!important}
& .w@ tbody td::before{content:attr(data-head);display:block;font-size:.82em;font-weight:bold;opacity:.8}
& .w@ tbody td:empty{display:none}
"""
_PRINT = """
&{font-size:9.5pt;line-height:1.4}
& .hint{display:none}
& .scroll{overflow:visible}
& thead{display:table-header-group}
& tr,& li{break-inside:avoid}
& .title,& .heading,& .name,& caption{break-after:avoid}
& span[data-key]{text-decoration:none}
& ins,& del,& .emphasis,& .emphasis>*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
"""
# What cells and marks have themselves where they have styles of their own.
_BARE = (
    f"""
& th,& td{{{CELL}}}
& tbody tr:last-child>*{{{FOOT[:-1]}}}
& tr.emphasis>:first-child{{border-left:4px solid #777}}
& .before{{text-align:right}}
& mark{{color:inherit}}
"""
    + "\n".join(
        f"& .{tint}{{background:rgba({red},{green},{blue},.22)}}"
        for tint, (red, green, blue) in TINT_COLOURS.items()
    )
    + "\n"
)
_BROUGHT_OUT = "background:rgba(255,190,0,.3);outline:2px solid;outline-offset:1px;border-radius:2px"

# A page of our own sets letters and colours; dark ones for a reader who prefers them.
# On it the heads of rows stay where they are when a table is moved.
PAGE = """
:root{color-scheme:light dark;--page:#fff}
body{margin:0 auto;padding:1.5rem;max-width:@rem;background:var(--page);color:#1b1b1b;
font-family:Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,"Liberation Serif",serif}
@media screen and (prefers-color-scheme:dark){:root{--page:#16181c}body{color:#e6e4df}}
@media screen{main .scroll tr>*:first-child{position:sticky;left:0;background:var(--page)}
main .scroll tr.emphasis>*:first-child{background:linear-gradient(rgba(128,128,128,.12) 0 100%),var(--page)}}
@media (max-width:40em){body{padding:.8rem}}
@media print{@page{size:A4;margin:18mm 16mm}body{max-width:none;padding:0}}
"""


def fragment_style(keys: Iterable[str], widths: Iterable[int]) -> str:
    """The rules of a fragment.

    Args:
        keys: Keys whose stretches are brought out together.
        widths: Widths in em below which tables become blocks.
    """
    return f"{_scoped(_FRAGMENT)}{_narrow(widths)}\n@media print{{{_scoped(_PRINT)}}}\n{_together(keys)}"


def stylesheet(keys: Iterable[str]) -> str:
    """The rules of all fragments that have classes alone.

    Args:
        keys: Keys whose stretches are brought out together.
    """
    widths = range(_STEP, _STEP * _STEPS + 1, _STEP)
    rules = (_scoped(_FRAGMENT), _scoped(_BARE), _narrow(widths), f"@media print{{{_scoped(_PRINT)}}}")
    return "\n".join(map(str.strip, (*rules, _together(keys)))) + "\n"


def step(width: int) -> int:
    """The width in em for which the stylesheet has rules."""
    return _STEP * min(ceil(width / _STEP), _STEPS)


def _narrow(widths: Iterable[int]) -> str:
    """The rules of tables that become blocks, by the width in em below which they do."""
    return "".join(
        f"\n@media screen and (max-width:{width}em){{{_scoped(_NARROW.replace('@', str(width)))}}}"
        for width in widths
    )


def _scoped(rules: str) -> str:
    return rules.replace("&", _SCOPE)


def _together(keys: Iterable[str]) -> str:
    """A rule a key: where one stretch of it is pointed at, tapped or reached by keyboard, all are lit."""
    stretches = [f'[data-key="{_quoted(key)}"]' for key in keys]
    return "".join(f"{_SCOPE}:has({one}:hover,{one}:focus) {one}{{{_BROUGHT_OUT}}}\n" for one in stretches)


def _quoted(key: str) -> str:
    """A key inside a quoted CSS string; whatever is neither letter nor digit as its code."""
    return "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in visible(key))
