"""Level "char": what a replaced word and its replacement have in common stays."""

from __future__ import annotations

from collections.abc import Sequence

from aidefs.library.records import Edit
from aidefs.text.tokens import Scan, scan

__all__ = ["refine"]


def refine(script: Sequence[Edit]) -> list[Edit]:
    """Keep the letters that a replaced word shares with its replacement (level "char").

    A deletion and the insertion behind it are paired word by word where they have equally many words;
    of each pair the common beginning and end stay, if together they make up at least half of the
    shorter word.
    """
    result: list[Edit] = []
    k = 0
    while k < len(script):
        here = script[k]
        after = script[k + 1] if k + 1 < len(script) else None
        if here.op == "delete" and after is not None and after.op == "insert":
            result += _refine_pair(here, after)
            k += 2
        else:
            result.append(here)
            k += 1
    return _joined(result)


def _joined(script: Sequence[Edit]) -> list[Edit]:
    """Make one edit of neighbours with the same op."""
    result: list[Edit] = []
    for edit in script:
        last = result[-1] if result else None
        if last and last.op == edit.op and last.typographic == edit.typographic:
            span_a = (last.a[0], edit.a[1]) if last.a and edit.a else None
            span_b = (last.b[0], edit.b[1]) if last.b and edit.b else None
            punctuation = last.punctuation and edit.punctuation
            result[-1] = Edit(edit.op, span_a, span_b, last.text + edit.text, edit.typographic, punctuation)
        else:
            result.append(edit)
    return result


def _refine_pair(deletion: Edit, insertion: Edit) -> list[Edit]:
    old, new = scan(deletion.text), scan(insertion.text)
    if not len(old) == len(new) > 0 or not deletion.a or not insertion.b:
        return [deletion, insertion]
    result: list[Edit] = []
    i, j = deletion.a[0], insertion.b[0]
    for x, y in zip(_owned(old), _owned(new), strict=True):
        head, tail = _shared_ends(x, y)
        for op, left, right in (
            ("equal", x[:head], y[:head]),
            ("delete", x[head : len(x) - tail], ""),
            ("insert", "", y[head : len(y) - tail]),
            ("equal", x[len(x) - tail :], y[len(y) - tail :]),
        ):
            if left or right:
                span_a = (i, i + len(left)) if op != "insert" else None
                span_b = (j, j + len(right)) if op != "delete" else None
                wordless = op != "equal" and not any(map(str.isalnum, left or right))
                result.append(Edit(op, span_a, span_b, left or right, False, wordless))  # type: ignore[arg-type]
                i, j = i + len(left), j + len(right)
    return result


def _owned(side: Scan) -> list[str]:
    """The tokens with their white space, also that before the first."""
    return [side.text[: side.lead] + side.forms[0], *side.forms[1:]]


def _shared_ends(x: str, y: str) -> tuple[int, int]:
    shorter = min(len(x), len(y))
    head = next((k for k in range(shorter) if x[k] != y[k]), shorter)
    tail = next((k for k in range(shorter - head) if x[-1 - k] != y[-1 - k]), shorter - head)
    letters = min(len(x.strip()), len(y.strip()))
    return (head, tail) if 2 * (head + len(x[len(x) - tail :].strip())) >= letters else (0, 0)
