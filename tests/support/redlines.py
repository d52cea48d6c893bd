"""What a redline looks like, and the laws that each obeys."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from aidefs.alignment.edits import Edit
from aidefs.alignment.redline import Redline

# --- what a redline looks like ----------------------------------------------------------------


def marked(line: Redline) -> str:
    """The redline in one string: [-deleted-], {+inserted+}, <common but printed differently>."""
    return marked_edits(line.edits)


def marked_edits(edits: Sequence[Edit]) -> str:
    """Edits in one string, as `marked`."""
    frames = {"delete": "[-{}-]", "insert": "{{+{}+}}", "equal": "{}"}
    return "".join(
        f"<{e.text}>" if e.typographic else frames[e.op].format(e.text) for e in edits
    )  # fmt: skip


def hunks(line: Redline) -> list[tuple[str, str]]:
    """The changes as (deleted, inserted) words, white space at their ends aside."""
    return [
        ("".join(e.text for e in change if e.op == "delete").strip(),
         "".join(e.text for e in change if e.op == "insert").strip())
        for change in line.changes
    ]  # fmt: skip


def kept(line: Redline) -> list[str]:
    """The unbroken runs of common text, as A prints them."""
    runs: list[str] = []
    fresh = True
    for edit in line.edits:
        if edit.op == "equal":
            runs.append(edit.text if fresh else runs.pop() + edit.text)
        fresh = edit.op != "equal"
    return runs


# --- the laws ---------------------------------------------------------------------------------


def check_redline(line: Redline) -> None:
    """Assert everything that holds for each redline."""
    check_tiling(line.edits, line.a, line.b)
    assert "".join(e.text for e in line.edits if e.op != "insert") == line.a
    assert "".join(line.b[slice(*e.b)] for e in line.edits if e.b) == line.b
    for edit in line.edits:
        if edit.op == "equal" and edit.a and edit.b:
            check_equal(edit, line.a[slice(*edit.a)], line.b[slice(*edit.b)])
    for before, behind in pairwise(line.edits):
        assert (before.op, behind.op) != ("insert", "delete"), "deletions stand before insertions"
        assert before.op != behind.op or before.op == "equal", "neighbours of one kind are one edit"
    assert 0.0 <= line.similarity <= 1.0
    assert min(line.words) >= 0


def check_tiling(edits: Sequence[Edit], a: str, b: str) -> None:
    """Assert that the spans tile both texts and that each edit carries the right characters."""
    at_a = at_b = 0
    for edit in edits:
        assert (edit.a is None) == (edit.op == "insert")
        assert (edit.b is None) == (edit.op == "delete")
        assert edit.text
        if edit.a:
            assert edit.a[0] == at_a <= edit.a[1]
            assert edit.text == a[slice(*edit.a)]
            at_a = edit.a[1]
        if edit.b:
            assert edit.b[0] == at_b <= edit.b[1]
            if edit.op == "insert":
                assert edit.text == b[slice(*edit.b)]
            at_b = edit.b[1]
    assert (at_a, at_b) == (len(a), len(b))


def check_equal(edit: Edit, old: str, new: str) -> None:
    """Assert that common text is printed alike but for white space, or says that it is not."""
    assert ("".join(old.split()) != "".join(new.split())) == edit.typographic
    assert not edit.punctuation


Shape = tuple[str, str, str, bool]


def shape(line: Redline) -> list[Shape]:
    """The redline without spans: (kind, text in A, text in B, typographic)."""
    found: list[Shape] = []
    for edit in line.edits:
        old = line.a[slice(*edit.a)] if edit.a else ""
        new = line.b[slice(*edit.b)] if edit.b else ""
        if edit.op == "equal":
            found.append(("equal", old, new, edit.typographic))
        elif found and found[-1][0] == "change":
            found[-1] = ("change", found[-1][1] + old, found[-1][2] + new, False)
        else:
            found.append(("change", old, new, False))
    return found


def mirrored(shapes: Sequence[Shape]) -> list[Shape]:
    """The same redline read from B to A."""
    return [(kind, new, old, typographic) for kind, old, new, typographic in shapes]
