"""Redlines: what was deleted, inserted and kept, with the place of every character in both texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from aidefs.errors import InputError
from aidefs.model import Edit
from aidefs.opcodes import Opcode, WordCounts, clause_opcodes, opcodes
from aidefs.result import Result
from aidefs.tokens import FIRST_WORD, Scan, scan

__all__ = ["LEVELS", "Level", "Redline", "edits", "redline"]

Level = Literal["word", "char", "clause"]
LEVELS: tuple[Level, ...] = ("word", "char", "clause")


@dataclass(frozen=True, repr=False)
class Redline(Result):
    """The edit script between two texts.

    Attributes:
        a: The earlier or left-hand text.
        b: The later or right-hand text.
        edits: The script; see `Edit`. Dropping the insertions gives `a`, the deletions `b`.
        level: "word", "char" or "clause".
        words: Words kept, deleted and inserted.
        names: How the two texts are called.
        lang: BCP 47 tag of the texts.
    """

    a: str
    b: str
    edits: tuple[Edit, ...]
    level: Level
    words: WordCounts
    names: tuple[str, str] = ("A", "B")
    lang: str = "en"

    @property
    def similarity(self) -> float:
        """2·equal / (2·equal + deleted + inserted), counted in words of this script; 0 to 1."""
        return self.words.similarity

    @property
    def changes(self) -> tuple[tuple[Edit, ...], ...]:
        """The places where the texts differ, each as a deletion, an insertion, or both."""
        groups: list[list[Edit]] = []
        previous = "equal"
        for edit in self.edits:
            if edit.op != "equal":
                if previous == "equal":
                    groups.append([])
                groups[-1].append(edit)
            previous = edit.op
        return tuple(map(tuple, groups))

    @property
    def punctuation_changes(self) -> int:
        """Places where nothing but punctuation or an enumerator differs."""
        return sum(all(edit.punctuation for edit in change) for change in self.changes)

    def __repr__(self) -> str:
        w = self.words
        return (
            f"<Redline {self.names[0]} → {self.names[1]}: {w.equal} words kept, {w.deleted} deleted, "
            f"{w.inserted} inserted, similarity {self.similarity:.2f}>"
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema "aidefs/redline/1"."""
        return {
            **self._stamp("redline"),
            "a": {"name": self.names[0], "text": self.a},
            "b": {"name": self.names[1], "text": self.b},
            "level": self.level,
            "edits": [edit_dict(edit) for edit in self.edits],
            "similarity": round(self.similarity, 4),
            "words": self.words._asdict(),
            "punctuation_changes": self.punctuation_changes,
        }


def edit_dict(edit: Edit) -> dict[str, Any]:
    """The JSON form of one edit; `typographic` and `punctuation` only where they hold."""
    result: dict[str, Any] = {
        "op": edit.op,
        "a": list(edit.a) if edit.a else None,
        "b": list(edit.b) if edit.b else None,
        "text": edit.text,
    }
    if edit.typographic:
        result["typographic"] = True
    if edit.punctuation:
        result["punctuation"] = True
    return result


def redline(
    a: str,
    b: str,
    level: Level = "word",
    *,
    lang: str = "en",
    names: tuple[str, str] = ("A", "B"),
    engine: str = "",
) -> Redline:
    """Compare two texts.

    Args:
        a: The earlier or left-hand text.
        b: The later or right-hand text.
        level: "word"; "char" keeps the letters that a replaced word shares with its replacement;
            "clause" replaces whole clauses.
        lang: BCP 47 tag, for the tokens.
        names: How the two texts are called in the output.
        engine: Name of the diff engine, for tests and benchmarks.

    Raises:
        InputError: The level is none of the three.
    """
    return redline_scans(scan(a, lang), scan(b, lang), level, names=names, engine=engine, lang=lang)


def redline_scans(
    a: Scan,
    b: Scan,
    level: Level = "word",
    *,
    names: tuple[str, str] = ("A", "B"),
    engine: str = "",
    lang: str = "en",
) -> Redline:
    """`redline` for texts whose tokens are known already."""
    if level not in LEVELS:
        raise InputError(f"unknown level '{level}'; expected word, char or clause")
    ops = clause_opcodes(a, b, engine) if level == "clause" else opcodes(a, b, engine)
    script, words = edits(a, b, ops)
    if level == "char":
        script = refine(script)
    return Redline(a.text, b.text, tuple(script), level, words, names, lang)


# --- from tokens to characters ----------------------------------------------------------------


def edits(a: Scan, b: Scan, ops: Sequence[Opcode]) -> tuple[list[Edit], WordCounts]:
    """Opcodes as edits with character spans that tile both texts, and how many words they touch.

    White space beside a change goes with the common text where both sides have it, and else with the
    change, so that `that, for` → `that is new, for` reads "that[ is new], for". Differences in white
    space alone are no change.
    """
    text_a, text_b = a.text, b.text
    if text_a == text_b:
        whole = (0, len(text_a))
        script = [Edit("equal", whole, whole, text_a)] if text_a else []
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
