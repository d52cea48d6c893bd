"""What an ellipsis stands for: a redline in which each omission is beside the mark for it."""

from __future__ import annotations

import re

from aidefs.alignment.edits import Edit

__all__ = ["ELLIPSIS", "beside_ellipses", "is_ellipsis"]

ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.")
_SLIDING = 40  # characters between an ellipsis and the omission that it marks, where these are repeated in it
_DOTS_FIRST = re.compile(r"[\s,;\[(]*(?:…|\.\s?\.\s?\.)[\])]?")


def beside_ellipses(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """The edits with each omission beside the ellipsis that marks it.

    Where "system that is … and that, for … objectives, infers" is quoted as "system … that infers", a
    comparison may keep either "that". The ellipsis stands for what is left out before the second one.
    """
    made: list[Edit] = []
    for edit in edits:
        made.append(edit)
        if len(made) > 1 and made[-2].op == "delete" and edit.op == "insert":
            made[-2:] = _parted(made[-2], edit)
        if len(made) > 2 and edit.op == "delete" and made[-2].op == "equal" and is_ellipsis(made[-3]):
            made[-2:] = _moved(made[-2], edit)
    return tuple(made)


def _moved(kept: Edit, gone: Edit) -> list[Edit]:
    """Words behind an ellipsis that stand again in what is left out behind them: the second ones are kept."""
    words, both = kept.text.strip(), kept.text + gone.text
    at = _last_place(words, both) if len(kept.text) <= _SLIDING else -1
    if at < len(kept.text):
        return [kept, gone]
    return _around(both, at, len(words), gone, kept._replace(text=words), (kept.a or (0, 0))[0])


def _parted(gone: Edit, new: Edit) -> list[Edit]:
    """An ellipsis with words behind it that stand in what they replace: these words are kept."""
    dots = _DOTS_FIRST.match(new.text)
    words = new.text[dots.end() :].strip() if dots else ""
    at = _last_place(words, gone.text)
    if not dots or not new.b or at < 0:
        return [gone, new]
    middle = new.b[0] + dots.end()
    kept = Edit("equal", None, (middle, new.b[1]), words)
    marked = new._replace(b=(new.b[0], middle), text=dots[0], punctuation=True)
    return [marked, *_around(gone.text, at, len(words), gone, kept, (gone.a or (0, 0))[0])]


def _last_place(words: str, text: str) -> int:
    found = [match.start() for match in re.finditer(rf"\b{re.escape(words)}\b", text)] if words else []
    return found[-1] if found else -1


def _around(text: str, at: int, length: int, gone: Edit, kept: Edit, start: int) -> list[Edit]:
    """Deletions before and behind words of an official text that begins at an offset."""
    low, high = start + at, start + at + length
    parts = [
        gone._replace(a=(start, low), text=text[:at]),
        kept._replace(a=(low, high), text=text[at : at + length]),
        gone._replace(a=(high, start + len(text)), text=text[at + length :]),
    ]
    return [part for part in parts if part.text]


def is_ellipsis(edit: Edit) -> bool:
    """Whether an edit inserts nothing but an ellipsis."""
    return edit.op == "insert" and bool(ELLIPSIS.search(edit.text)) and not re.search(r"\w", edit.text)
