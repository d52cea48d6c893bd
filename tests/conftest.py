"""What the tests share: the hypothesis profile, nasty texts, the laws that every edit script obeys, and
the programs that some of them need."""

from __future__ import annotations

import io
import os
import re
import shutil
import sys
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple, NoReturn

import pytest
from hypothesis import settings
from hypothesis import strategies as st

from aidefs.alignment.edits import Edit
from aidefs.alignment.redline import Redline
from aidefs.library.library import Library
from aidefs.library.records import Definition

# Derandomised, so that a change of the code and nothing else can change the outcome of a test.
settings.register_profile("aidefs", derandomize=True, deadline=None, max_examples=150)
settings.load_profile("aidefs")

DEFINITIONS: tuple[Definition, ...] = tuple(Library.shipped().values())
ENGLISH = tuple(d for d in DEFINITIONS if d.lang == "en")
REVIEWED = tuple(d for d in DEFINITIONS if d.reviewed)

# --- texts ------------------------------------------------------------------------------------

WORDS = tuple(
    " ".join(
        (
            "a an the of for to and or that may can not system systems AI machine-based machine- autonomy",
            "varying levels objectives infers input outputs predictions recommendations",
            "decisions environments.",
        )
    ).split()
)
NASTY = tuple(
    " ".join(
        (
            "“AI system” ‘AI «système» l’autonomie l'autonomie U.S.C. 1,000 (a) (iv) x(1) état e\u0301tat",
            "ﬁnal final auto\u00adnomy autonomy Autonomy AUTONOMY İ ß ½ 人工智能 人工知能 かな",
            "सिस्टम ระบบ 한국어 👩\u200d💻 \u0301 \u00ad \u200b \ufeff ¶",
            "— – - ‑ ... … , ; . ' \" '' ″ ` * | <b> &amp; =cmd()",
            "\x00 \x1b[31m \x7f \u202e \ud800 \udfff \ue000 \ufffe \U00010000 \U0010ffff",
        )
    ).split(" ")
)
SPACES = (" ", " ", " ", " ", "", "\u00a0", "  ", "\n", "\r\n", "\t", "\u2003", "\x1c", "\x85", "\u2028")

_piece = st.tuples(
    st.one_of(st.sampled_from(WORDS), st.sampled_from(WORDS), st.sampled_from(NASTY)), st.sampled_from(SPACES)
).map("".join)
_anything = st.text(st.characters(), max_size=30)  # every code point, lone surrogates included


def texts(max_pieces: int = 25) -> st.SearchStrategy[str]:
    """Texts between a legal sentence and rubbish."""
    sentence = st.lists(_piece, max_size=max_pieces).map("".join)
    blank = st.lists(st.sampled_from(SPACES), max_size=4).map("".join)
    return st.one_of(sentence, sentence, sentence, st.tuples(blank, sentence).map("".join), _anything, blank)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, str]:
    """Two texts: unrelated, or one made from the other by a few edits."""
    if draw(st.booleans()):
        return draw(texts()), draw(texts())
    old = draw(st.lists(_piece, max_size=25))
    new: list[str] = []
    for piece in old:
        change = draw(st.sampled_from(("keep",) * 6 + ("drop", "replace", "before", "double", "space")))
        if change in ("replace", "before"):
            new.append(draw(_piece))
        if change == "space":
            new.append(piece.rstrip() + draw(st.sampled_from(SPACES)))
        elif change not in ("drop", "replace"):
            new += [piece] * (2 if change == "double" else 1)
    return "".join(old), "".join(new)


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
    if line.level != "char":  # a word replaced letter by letter is deleted and inserted piece by piece
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


# --- optional programs ------------------------------------------------------------------------

REQUIRE_PROGRAMS = "AIDEFS_REQUIRE_PROGRAMS"  # set by .ci/run, where nothing may be left untested


def needs_program(*names: str) -> str:
    """The path of the first of these programs that is installed; see `lacking` for when none is."""
    found = filter(None, map(shutil.which, names))
    return next(found, None) or lacking(f"{' or '.join(names)} is not installed")


def lacking(reason: str) -> NoReturn:
    """Skips the test for want of something optional; fails it where everything optional is demanded."""
    if os.environ.get(REQUIRE_PROGRAMS):
        pytest.fail(f"{reason}, and {REQUIRE_PROGRAMS} is set", pytrace=False)
    pytest.skip(reason)


# --- the command line -------------------------------------------------------------------------

DRAFT = "An AI system is software that infers how to generate outputs such as predictions."


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line in this process; standard output is a pipe, as far as it can see."""
    from aidefs.cli.main import main

    def run_it(*arguments: str, stdin: bytes | None = None) -> Ran:
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(stdin)))
        code = main(list(arguments))
        out, err = capsysbinary.readouterr()
        return Ran(code, out.decode(), err.decode())

    return run_it


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with one draft."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    return tmp_path


def is_error(ran: Ran, *parts: str) -> None:
    """Exit code 2, nothing on standard output, one lower-case line without a traceback."""
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    line = ran.err.removesuffix("\n")
    assert line.startswith("aidefs: ")
    message = line.removeprefix("aidefs: ")
    assert message[:1] == message[:1].lower()
    assert not message.endswith(".") or message.endswith("…")
    assert "Traceback" not in line and "Error" not in line
    assert not re.search("[\x00-\x1f\x7f-\x9f]", line)
    for part in parts:
        assert part in line


# --- options ----------------------------------------------------------------------------------


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds `--update-golden` (see `test_golden.py`) and `--update-texts` (see `test_texts.py`)."""
    parser.addoption("--update-golden", action="store_true", help="write the files of tests/golden anew")
    parser.addoption(
        "--update-texts", action="store_true", help="write the hashes of the official texts anew"
    )
