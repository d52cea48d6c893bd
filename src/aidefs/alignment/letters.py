"""Letters: what a word that was replaced and its replacement have in common (level "char").

A deletion and the insertion behind it are paired word by word where they have equally many words. Of each
pair the letters that both have stay where they make up at least half of the shorter word, as
diff-match-patch finds them: with its semantic clean-up, which was made for letters and leaves no stray one
standing, and without its deadline, since a result must not depend on how busy the machine is. It is always
its pure Python build that is asked, and always in one direction, so that the redline from B to A mirrors
that from A to B.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import groupby, pairwise
from typing import Any

from aidefs.alignment.edits import Edit, Op
from aidefs.text.tokens import Scan, scan

__all__ = ["refine"]

_Run = tuple[Op, str]  # letters that both words have, or that one of them has


def refine(script: Sequence[Edit]) -> list[Edit]:
    """Keep the letters that a replaced word shares with its replacement."""
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


def _refine_pair(deletion: Edit, insertion: Edit) -> list[Edit]:
    old, new = scan(deletion.text), scan(insertion.text)
    if not len(old) == len(new) > 0 or not deletion.a or not insertion.b:
        return [deletion, insertion]
    result: list[Edit] = []
    i, j = deletion.a[0], insertion.b[0]
    for x, y in zip(_with_space(old), _with_space(new), strict=True):
        for op, text in [*_runs(x.rstrip(), y.rstrip()), *_spaces(x, y)]:
            span_a = (i, i + len(text)) if op != "insert" else None
            span_b = (j, j + len(text)) if op != "delete" else None
            wordless = op != "equal" and not any(map(str.isalnum, text))
            result.append(Edit(op, span_a, span_b, text, False, wordless))
            i += len(text) if span_a else 0
            j += len(text) if span_b else 0
    return result


def _with_space(side: Scan) -> list[str]:
    """The white space before the first token, and the tokens, each with that behind it."""
    return [side.text[low:high] for low, high in pairwise([0, *side.starts])]


def _spaces(x: str, y: str) -> list[_Run]:
    """The white space behind two tokens."""
    here, there = x[len(x.rstrip()) :], y[len(y.rstrip()) :]
    runs: list[_Run] = [("equal", here)] if here == there else [("delete", here), ("insert", there)]
    return [run for run in runs if run[1]]


def _runs(x: str, y: str) -> list[_Run]:
    """The letters of two words, a deletion before the insertion that replaces it."""
    if (len(y), y) < (len(x), x):
        turned: dict[Op, Op] = {"equal": "equal", "delete": "insert", "insert": "delete"}
        return _deletions_first([(turned[op], text) for op, text in _runs(y, x)])
    engine = _engine()
    found = engine.diff_main(x, y, False)
    engine.diff_cleanupSemantic(found)
    runs: list[_Run] = [(_OPS[op], text) for op, text in found]
    shared = sum(len(text.strip()) for op, text in runs if op == "equal")
    if 2 * shared < len(x.strip()):
        return [("delete", x), ("insert", y)]
    return _deletions_first(runs)


_OPS: dict[int, Op] = {0: "equal", -1: "delete", 1: "insert"}


@cache
def _engine() -> Any:
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    return engine


def _deletions_first(runs: list[_Run]) -> list[_Run]:
    """The same runs, each insertion behind the deletion beside it."""
    for k, (first, second) in enumerate(pairwise(runs)):
        if first[0] == "insert" and second[0] == "delete":
            runs[k : k + 2] = [second, first]
    return runs


def _joined(script: Sequence[Edit]) -> list[Edit]:
    """Make one edit of those with the same op between the same common texts, so that no order is left."""
    result: list[Edit] = []
    for _, run in groupby(script, key=lambda edit: (edit.op == "equal", edit.typographic)):
        edits_of: dict[Op, list[Edit]] = {"equal": [], "delete": [], "insert": []}
        for edit in run:
            edits_of[edit.op].append(edit)
        result += (_as_one(edits) for edits in edits_of.values() if edits)
    return result


def _as_one(edits: Sequence[Edit]) -> Edit:
    """Edits of one op that follow each other, as one."""
    first, last = edits[0], edits[-1]
    return Edit(
        first.op,
        (first.a[0], last.a[1]) if first.a and last.a else None,
        (first.b[0], last.b[1]) if first.b and last.b else None,
        "".join(edit.text for edit in edits),
        first.typographic,
        all(edit.punctuation for edit in edits),
    )
