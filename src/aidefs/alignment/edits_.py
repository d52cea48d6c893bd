"""From an edit script over tokens to edits with the place of every character in both texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aidefs.alignment.edits import Opcode, WordCounts
from aidefs.library.records import Edit
from aidefs.text.tokens import FIRST_WORD, Scan

__all__ = ["edits"]


def edits(a: Scan, b: Scan, ops: Sequence[Opcode]) -> tuple[list[Edit], WordCounts]:
    """Opcodes as edits with character spans that tile both texts, and how many words they touch.

    White space beside a change goes with the common text where both sides have it, and else with the
    change, so that `that, for` → `that is new, for` reads "that[ is new], for". Differences in white
    space alone are no change.
    """
    text_a, text_b = a.text, b.text
    if text_a == text_b or (text_a.isspace() and text_b.isspace()):
        script = [Edit("equal", (0, len(text_a)), (0, len(text_b)), text_a)] if text_a else []
        return script, WordCounts(len(a.word_codes), 0, 0)
    result: list[Edit] = []
    starts_a, starts_b = a.starts, b.starts
    forms_a, forms_b = a.forms, b.forms
    deleted = start_a = start_b = end_a = end_b = 0  # start to end: common text that is not yet written
    previous: Opcode = ("equal", 0, 0, 0, 0)
    for run in [*ops, ("equal", len(a), len(a), len(b), len(b))]:
        op, i1, i2, j1, j2 = run
        if op != "equal":
            continue
        gap_a, gap_b = text_a[end_a : starts_a[i1]], text_b[end_b : starts_b[j1]]
        head, tail = _shared_space(gap_a, gap_b, end_a > 0, i1 < i2)
        stop_a, stop_b = end_a + head[0], end_b + head[1]
        if stop_a > start_a:
            text = text_a[start_a:stop_a]
            if text == text_b[start_b:stop_b]:
                result.append(Edit("equal", (start_a, stop_a), (start_b, stop_b), text))
            else:
                result += _printed_runs(a, b, previous, (start_a, stop_a), (start_b, stop_b))
        start_a, start_b = starts_a[i1] - tail[0], starts_b[j1] - tail[1]
        if start_a > stop_a:
            words = a.count_words(previous[2], i1)
            result.append(Edit("delete", (stop_a, start_a), None, text_a[stop_a:start_a], False, not words))
            deleted += words
        if start_b > stop_b:
            wordless = max(b.codes[previous[4] : j1], default="") < FIRST_WORD
            result.append(Edit("insert", None, (stop_b, start_b), text_b[stop_b:start_b], False, wordless))
        if i1 < i2:
            end_a = starts_a[i2 - 1] + len(forms_a[i2 - 1].rstrip())
            end_b = starts_b[j2 - 1] + len(forms_b[j2 - 1].rstrip())
        previous = run
    equal = len(a.word_codes) - deleted
    return result, WordCounts(equal, deleted, len(b.word_codes) - equal)


_Space = tuple[tuple[int, int], tuple[int, int]]
_NO_SPACE: _Space = ((0, 0), (0, 0))


def _shared_space(a: str, b: str, before: bool, behind: bool) -> _Space:
    """White space of a gap that belongs to the common text before and behind it, on either side."""
    if (not a or a.isspace()) and (not b or b.isspace()):  # no change but white space
        if before:
            return (len(a), len(b)), (0, 0)
        return ((0, 0), (len(a), len(b))) if behind else _NO_SPACE
    shorter = min(len(a), len(b))
    head = tail = 0
    if before:
        while head < shorter and a[head] == b[head] and a[head].isspace():
            head += 1
    if behind:
        while tail < shorter - head and a[-1 - tail] == b[-1 - tail] and a[-1 - tail].isspace():
            tail += 1
    return ((head, head), (tail, tail)) if head or tail else _NO_SPACE


def _printed_runs(
    a: Scan, b: Scan, run: Opcode, span_a: tuple[int, int], span_b: tuple[int, int]
) -> Iterator[Edit]:
    """Cut common text where tokens that compare as equal begin or cease to be printed alike."""
    _, i1, i2, j1, j2 = run
    forms = enumerate(zip(a.forms[i1:i2], b.forms[j1:j2], strict=True))
    unlike = {k for k, (x, y) in forms if x != y and x.rstrip() != y.rstrip()}
    edges = sorted({k for k in range(1, i2 - i1) if (k in unlike) != (k - 1 in unlike)} | {i2 - i1})
    start_a, start_b = span_a[0], span_b[0]
    for k in edges:
        last = k == i2 - i1
        end_a, end_b = (span_a[1], span_b[1]) if last else (a.starts[i1 + k], b.starts[j1 + k])
        yield Edit("equal", (start_a, end_a), (start_b, end_b), a.text[start_a:end_a], k - 1 in unlike)
        start_a, start_b = end_a, end_b
