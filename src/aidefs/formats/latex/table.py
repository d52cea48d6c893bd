r"""Tables as LaTeX: page-wide, with rules of booktabs, columns that wrap, and notes below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import floor

from aidefs.classes import NamedTuple
from aidefs.formats.document import Cells, Table, plain
from aidefs.formats.latex.columns import Cut, cut, fits, lines_of, widths
from aidefs.formats.latex.words import Voice
from aidefs.formats.options import TableLayout
from aidefs.formats.panels import panels

__all__ = ["table"]

_NEWLINE = r"\newline\hskip0pt "  # the empty space lets the first word of a line hyphenate
# Ems in a line of \small on A4, in a page of one column, one column of two, and both; and the lines of \small
# on such a page, with a caption and something to spare.
_ROOM = {"auto": 38.0, "long": 38.0, "float": 25.0, "span": 54.0}
_PAGE = {"auto": 46.0, "long": 46.0, "float": 56.0, "span": 56.0}
_GAP = 0.5  # lines between two rows
_NOTES = 0.9  # size of a note, in that of the table
_FEW, _MANY = 5, 5  # signs in a column whose head may stand upright, and how many such columns there must be
_TURNED = "—"  # as wide as a line that stands upright
_CONTINUED = {
    "en": ("continued", "continued on the next page"),
    "fr": ("suite", "suite à la page suivante"),
}


class _Setting(NamedTuple):
    """A table in the making: its rows as LaTeX, and how they are cut into columns."""

    table: Table
    columns: str
    head: str
    rows: tuple[str, ...]
    heights: tuple[float, ...]
    notes: str
    words: tuple[str, str]
    caption: str
    in_column: bool
    tight: bool


def table(source: Table, voice: Voice, layout: TableLayout, lang: str = "en", cite: bool = False) -> str:
    """A table; one that is higher than a page goes on in a second one, or breaks where it may.

    Args:
        source: The table.
        voice: Who sets its words.
        layout: See `aidefs.formats.options.Options`.
        lang: Language of the table's own words.
        cite: Whether notes end in citations.
    """
    if not any(source.header) and len(source.header) == 2 and not source.caption:
        return _facts(source, voice)
    if layout == "span" and not _floats(source):
        layout = "float"  # what stands in the text stands in its column
    parts = panels(source, lambda part: widths(_words(part)), _ROOM[layout])
    if len(parts) > 1:
        return "\n\n".join(table(part, voice, layout, lang, cite) for part in parts)
    setting = _set(source, voice, layout, lang, cite)
    if layout == "long" or (layout == "auto" and sum(setting.heights) > _PAGE[layout]):
        return _long(setting)
    pages = _pages(setting.heights, _PAGE[layout])
    return "\n\n".join(_float(setting, page, n, layout) for n, page in enumerate(pages))


def _floats(source: Table) -> bool:
    return bool(source.caption or source.name)


def _facts(source: Table, voice: Voice) -> str:
    """Names and what they stand for, as a list, which may break across pages and columns."""
    lines = [
        rf"  \item[{{{voice.runs(name, ' ')}}}] " + voice.runs(fact, r"\newline ")
        for name, fact in source.rows
    ]
    return "\n".join(
        [
            r"\begin{description}\setlength{\itemsep}{0pt}\setlength{\parsep}{0pt}",
            *lines,
            r"\end{description}",
        ]
    )


def _set(source: Table, voice: Voice, layout: TableLayout, lang: str, cite: bool) -> _Setting:
    words = _words(source)
    in_column = layout != "auto" or _stands_in_column(source, words)
    narrowest = _ROOM["float"] if layout == "auto" and in_column else 0.0
    cuts, upright, tight = _cut(words, _ROOM[layout], narrowest)
    gap = 0.0 if source.compact else _GAP
    heights = [n + gap for n in cuts.lines]
    if len(heights) == len(source.rows):
        heights.insert(0, 0.0)
    heights[-1] += _notes_height(source, _ROOM[layout])  # which stand on the page of the last row
    return _Setting(
        source,
        _columns(source, cuts),
        _head(source, voice, upright),
        tuple(_row(source, n, voice) for n in range(len(source.rows))),
        tuple(heights),
        _notes(source, voice, cite),
        _CONTINUED.get(lang[:2], _CONTINUED["en"]),
        voice.text(source.caption),
        in_column,
        tight,
    )


def _words(source: Table) -> list[list[str]]:
    """The words of each cell with the numbers of its notes, the head first where there is one."""
    heads = [name + _numbers(source.marks(column=k)) for k, name in enumerate(source.header)]
    words = [heads, *([plain(cell) for cell in row] for row in source.rows)]
    for n, row in enumerate(words[1:]):
        row[0] += _numbers(source.marks(row=n))
    return [row for row in words if any(row)] or words


def _stands_in_column(source: Table, words: list[list[str]]) -> bool:
    """Whether a column of a two-column paper is wide and high enough."""
    room = _ROOM["float"]
    cuts, upright, _ = _cut(words, room, 0.0)
    high = sum(cuts.lines) + _GAP * len(cuts.lines) + _notes_height(source, room)
    return not upright and (not cuts.shares or fits(words, room)) and high <= _PAGE["float"]


def _notes_height(source: Table, room: float) -> float:
    """Height of the notes, in lines of the table."""
    return _NOTES * sum(lines_of(plain(note.runs), room / _NOTES) for note in source.notes)


def _cut(words: list[list[str]], room: float, narrowest: float) -> tuple[Cut, tuple[int, ...], bool]:
    """The columns of a table, those whose heads stand upright, and whether all are closer to each other.

    It is many columns of a few signs each whose heads are turned, and whose columns may come closer.
    """
    cuts = cut(words, room, narrowest)
    body = zip(*words[1:], strict=True)
    few = tuple(
        k
        for k, column in enumerate(body)
        if k and max(map(len, column)) <= min(_FEW, len(words[0][k]) - 1)  # a head that is no longer stays
    )
    if not cuts.shares or len(few) < _MANY:
        return cuts, (), False
    turned = [[_TURNED if k in few else name for k, name in enumerate(words[0])], *words[1:]]
    cuts = cut(turned, room, narrowest)
    if cuts.shares:
        return cut(turned, room, narrowest, tight=True), few, True
    return cuts, few, False


def _columns(source: Table, cuts: Cut) -> str:
    """The argument of tabular: as wide as the words, or parts of the line without the gaps between."""
    if not cuts.shares:
        return "@{}" + "l" * len(source.header) + "@{}"
    gaps = 2 * (len(cuts.shares) - 1)
    sides = {source.keyword - 1: r"\raggedleft\arraybackslash"} if source.keyword else {}
    parts = (
        rf">{{{sides.get(k, chr(92) + 'aidefscell')}}}"
        rf"p{{\dimexpr {share:.3f}\linewidth-{share * gaps:.3f}\tabcolsep\relax}}"
        for k, share in enumerate(floor(share * 1000) / 1000 for share in cuts.shares)
    )
    return "@{}" + "".join(parts) + "@{}"


def _head(source: Table, voice: Voice, upright: Sequence[int]) -> str:
    if not any(source.header):
        return ""
    names = []
    for k, name in enumerate(source.header):
        # Where columns are brought out, the heads of the others are not bold.
        command = "aidefsemphasis" if k in source.emphasis_columns else "aidefshead"
        quiet = source.emphasis_columns and command == "aidefshead"
        body = voice.text(name) if quiet or not name else rf"\{command}{{{voice.text(name)}}}"
        body += _marks(source.marks(column=k))
        names.append(rf"\aidefsupright{{{body}}}" if k in upright else body)
    return " & ".join(names) + r" \\"


def _row(source: Table, n: int, voice: Voice) -> str:
    first, *others = source.rows[n]
    stub, *below = voice.lines(_stub(source, first), source.lang(n, 0))
    if n in source.emphasis:
        stub = rf"\aidefsemphasis{{{stub}}}"
    cells = [_NEWLINE.join([stub + _marks(source.marks(row=n)), *below])]
    cells += [voice.runs(cell, _NEWLINE, source.lang(n, k)) for k, cell in enumerate(others, 1)]
    return " & ".join(cells) + r" \\"


def _stub(source: Table, cell: Cells) -> Cells:
    """The first cell of a row; where rows are brought out, it is they that are bold."""
    if not source.emphasis:
        return cell
    return tuple(run._replace(mark="") if run.mark == "strong" else run for run in cell)


def _marks(numbers: Sequence[int]) -> str:
    return rf"\aidefsmark{{{_numbers(numbers)}}}" if numbers else ""


def _numbers(numbers: Sequence[int]) -> str:
    return ",".join(map(str, numbers))


def _notes(source: Table, voice: Voice, cite: bool) -> str:
    lines = []
    for number, note in zip(source.numbers, source.notes, strict=True):
        cited = rf"\aidefscite{{{note.cite}}}" if cite and note.cite else ""
        lines.append(rf"\aidefsnote{{{number or ''}}}{{{voice.runs(note.runs, _NEWLINE)}{cited}}}")
    return "\n".join([r"{\aidefsnotefont\raggedright\setlength{\parskip}{0pt}", *lines, "}"]) if lines else ""


# --- where it stands --------------------------------------------------------------------------


def _float(setting: _Setting, part: range, n: int, layout: TableLayout) -> str:
    """One float; without a caption and a name the table stands where it is spoken of."""
    named = _floats(setting.table)
    spans = layout == "span"
    environment = "table*" if spans else "table" if setting.in_column else r"\aidefsfloat"
    lines = [rf"\begin{{{environment}}}[{'tp' if spans else 'htbp'}]"] if named else [r"\begingroup"]
    lines.append(r"\aidefstablefont")
    if setting.tight:
        lines.append(r"\setlength{\tabcolsep}{0.5\tabcolsep}")
    if setting.caption:
        again = f"{setting.caption} ({setting.words[0]})"
        lines.append(rf"\aidefscontinued{{{again}}}" if n else rf"\caption{{{setting.caption}}}")
    if setting.table.name and n == 0:
        lines.append(_label(setting))
    lines.append(r"\smallskip" if named else r"\par\medskip")
    lines += [r"\centering", rf"\begin{{tabular}}{{{setting.columns}}}", r"\toprule"]
    if setting.head:
        lines += [setting.head, r"\midrule"]
    lines.append(_joined(setting, part))
    lines += [r"\bottomrule", r"\end{tabular}"]
    if part.stop == len(setting.rows) and setting.notes:
        lines += [r"\par\smallskip", setting.notes]
    lines.append(rf"\end{{{environment}}}" if named else r"\par\medskip\endgroup")
    return "\n".join(lines)


def _long(setting: _Setting) -> str:
    """A table that breaks between rows; its head is repeated."""
    span = rf"\multicolumn{{{len(setting.table.header)}}}"
    again, below = setting.words
    label = _label(setting) if setting.table.name else ""
    rules = [r"\toprule", *([setting.head, r"\midrule"] if setting.head else [])]
    first, later = [], []
    if setting.caption:
        first = [rf"\caption{{{setting.caption}}}{label} \\[\smallskipamount]"]
        later = [rf"{span}{{@{{}}l@{{}}}}{{\tablename~\thetable{{}} ({again})}} \\[\smallskipamount]"]
    lines = [
        r"\aidefspagewide",
        r"\begingroup",
        r"\aidefstablefont",
        r"\setlength{\LTcapwidth}{\linewidth}",
        rf"\begin{{longtable}}{{{setting.columns}}}",
        *first,
        *rules,
        r"\endfirsthead",
        *later,
        *rules,
        r"\endhead",
        r"\midrule",
        rf"{span}{{@{{}}r@{{}}}}{{\aidefsmuted{{{below}}}}} \\",
        r"\endfoot",
        r"\bottomrule",
        r"\endlastfoot",
        _joined(setting, range(len(setting.rows))),
        r"\end{longtable}",
    ]
    if setting.notes:
        lines += [r"\nopagebreak\vspace{-\LTpost}\smallskip", setting.notes, r"\medskip"]
    return "\n".join([*lines, r"\endgroup", r"\aidefsasbefore"])


def _joined(setting: _Setting, part: range) -> str:
    between = "\n" if setting.table.compact else "\n\\addlinespace\n"
    return between.join(setting.rows[n] for n in part)


def _label(setting: _Setting) -> str:
    return rf"\label{{tab:{setting.table.label}}}"


def _pages(heights: Sequence[float], page: float) -> Iterator[range]:
    """Rows that go on one page each; the first of the heights is that of the head."""
    start, used = 0, heights[0]
    for n, high in enumerate(heights[1:]):
        if used + high > page and n > start:
            yield range(start, n)
            start, used = n, heights[0]
        used += high
    yield range(start, len(heights) - 1)
