"""The two builds of diff-match-patch: minimal, without a clock, and the same in what comes of them."""

from __future__ import annotations

import ast
import sys
from functools import cache
from itertools import combinations
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any

import diff_match_patch as pure_build
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import ENGLISH, NASTY, WORDS, pairs

from aidefs.alignment import engine
from aidefs.alignment.redline import LEVELS, Level, redline
from aidefs.text.tokens import scan

SOURCE = Path(__file__).parents[2] / "src" / "aidefs"
PURE, FAST = "diff-match-patch", "fast-diff-match-patch"


@pytest.fixture(scope="module")
def fast() -> Any:
    return pytest.importorskip("fast_diff_match_patch", reason="the C++ build is an optional extra")


@pytest.fixture
def racing_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock that goes ten seconds at each look, so that every deadline has passed."""
    ticks = iter(range(0, 10**9, 10))
    module = sys.modules[pure_build.diff_match_patch.__module__]
    monkeypatch.setattr(module, "time", SimpleNamespace(time=lambda: float(next(ticks))))


def longest_common(a: str, b: str) -> int:
    """Length of the longest common subsequence, one bit a character of `a` (Hyyrö 2004)."""
    places: dict[str, int] = {}
    for i, char in enumerate(a):
        places[char] = places.get(char, 0) | 1 << i
    row = full = (1 << len(a)) - 1
    for char in b:
        matched = row & places.get(char, 0)
        row = (row + matched | row - matched) & full
    return len(a) - row.bit_count()


def check_blocks(a: str, b: str, which: str) -> None:
    blocks = engine.matching_blocks(a, b, which)
    i = j = 0
    for n, (x, y, length) in enumerate(blocks):
        assert x >= i and y >= j and length > 0
        assert n == 0 or x > i or y > j, "no two blocks touch in both texts"
        assert a[x : x + length] == b[y : y + length]
        i, j = x + length, y + length
    assert i <= len(a) and j <= len(b)
    assert sum(length for _, _, length in blocks) == longest_common(a, b)


def wordlist(seed: int, size: int, vocabulary: int) -> str:
    random = Random(seed)
    return " ".join(f"w{random.randrange(vocabulary)}" for _ in range(size))


# --- minimal ----------------------------------------------------------------------------------


@pytest.mark.parametrize("which", [PURE, FAST])
@given(st.text("abcd\U00010000", max_size=30), st.text("abcd\U00010000", max_size=30))
def test_scripts_are_minimal(which: str, a: str, b: str) -> None:
    if which == FAST:
        pytest.importorskip("fast_diff_match_patch", reason="the C++ build is an optional extra")
    check_blocks(a, b, which)


def test_empty_and_equal() -> None:
    assert engine.matching_blocks("", "") == []
    assert engine.matching_blocks("ab", "ab") == [(0, 0, 2)]
    assert engine.matching_blocks("ab", "") == engine.matching_blocks("", "ab") == []


def test_names(fast: Any) -> None:
    assert engine.name() == engine.name(FAST) == FAST
    assert engine.name(PURE) == PURE


def test_the_pure_build_serves_where_the_fast_one_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> Any:
        raise ImportError("no C++ build")

    monkeypatch.setattr(engine, "_fast", missing)
    engine._engine.cache_clear()
    try:
        assert engine.name() == PURE
        with pytest.raises(ImportError):
            engine.name(FAST)
    finally:
        engine._engine.cache_clear()


# --- one build as the other -------------------------------------------------------------------


def both(a: str, b: str, level: Level = "word") -> None:
    assert redline(a, b, level, engine=FAST) == redline(a, b, level, engine=PURE)


@pytest.mark.exhaustive
def test_same_redline_of_stored_definitions(fast: Any) -> None:
    chosen = list(combinations(ENGLISH, 2))[::4]
    assert len(chosen) > 500
    for a, b in chosen:
        both(a.text, b.text)


@pytest.mark.exhaustive
def test_same_redline_of_edited_definitions(fast: Any) -> None:
    random = Random(2024)
    pool = [*WORDS, *NASTY]
    for _ in range(1500):
        old = random.choice(ENGLISH).text.split()[:120]
        new = list(old)
        for _ in range(random.randrange(1, 12)):
            at = random.randrange(len(new) + 1)
            end = min(len(new), at + random.randrange(4))
            choice = random.random()
            if choice < 0.3:
                new[at:end] = []
            elif choice < 0.6:
                new[at:end] = random.choices(pool, k=random.randrange(1, 4))
            elif choice < 0.8:
                new[at:at] = new[at:end]  # a repetition: where a minimal script is least unique
            else:
                new[at:end] = reversed(new[at:end])
        both(" ".join(old), " ".join(new))


@given(pairs(), st.sampled_from(LEVELS))
@pytest.mark.exhaustive
def test_same_redline_of_random_texts(fast: Any, texts: tuple[str, str], level: Level) -> None:
    both(*texts, level)


def test_same_redline_of_repetitive_texts(fast: Any) -> None:
    for seed in range(300):
        both(wordlist(seed, 40, 4), wordlist(seed + 1000, 40, 4))


# --- no clock ---------------------------------------------------------------------------------


@pytest.mark.usefixtures("racing_clock")
def test_the_pure_build_knows_no_deadline() -> None:
    a, b = scan(wordlist(1, 300, 80)), scan(wordlist(2, 300, 80))
    check_blocks(a.word_codes, b.word_codes, PURE)


@pytest.mark.usefixtures("racing_clock")
def test_a_deadline_would_spoil_that_pair() -> None:
    a, b = scan(wordlist(1, 300, 80)), scan(wordlist(2, 300, 80))
    script = pure_build.diff_match_patch().diff_main(a.word_codes, b.word_codes, False)
    common = sum(len(run) for op, run in script if op == 0)
    assert common < longest_common(a.word_codes, b.word_codes)


def test_the_fast_build_is_given_no_deadline(fast: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[dict[str, Any]] = []
    original = fast.diff

    def spy(*texts: str, **options: Any) -> Any:
        seen.append(options)
        return original(*texts, **options)

    monkeypatch.setattr(fast, "diff", spy)
    assert engine._fast()("ab", "cb") == [("-", 1), ("+", 1), ("=", 1)]
    (options,) = seen
    assert options["timelimit"] == 0
    assert options["checklines"] is False
    assert options["cleanup"] == "No"


def test_three_thousand_very_different_words(fast: Any) -> None:
    a, b = scan(wordlist(3, 3000, 900)), scan(wordlist(4, 3000, 900))
    check_blocks(a.word_codes, b.word_codes, FAST)


@cache
def trees() -> tuple[tuple[Path, ast.Module], ...]:
    return tuple((path, ast.parse(path.read_text(encoding="utf-8"))) for path in sorted(SOURCE.rglob("*.py")))


def imported(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names.add(node.module.split(".")[0])
    return names


@pytest.mark.parametrize(
    "module",
    ["difflib", "time", "locale", "random", "secrets", "uuid", "platform", "socket", "gettext"],
)
def test_nothing_imports_what_varies(module: str) -> None:
    assert [path.name for path, tree in trees() if module in imported(tree)] == []


def test_of_threads_there_is_a_lock_and_nothing_else() -> None:
    """But for those that wait for child processes, whose answers come in the order of the questions."""
    lines = [
        line
        for path, _ in trees()
        for line in path.read_text("utf-8").splitlines()
        if ("threading" in line or "concurrent" in line) and path != SOURCE / "readers" / "processes.py"
    ]
    assert lines == ["from threading import Lock"]


def test_no_clock_and_no_hash_order() -> None:
    """`datetime` may read a date and `hashlib` may sum up the data; neither may ask what time it is."""
    for path, tree in trees():
        methods = {
            node for one in ast.walk(tree) if isinstance(one, ast.FunctionDef) and one.name == "__hash__"
            for node in ast.walk(one)
        }  # fmt: skip
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute):
                assert node.attr not in {"now", "utcnow", "today", "fromtimestamp", "getlocale"}, path
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node not in methods:
                assert node.func.id != "hash", path
        assert "datetime" not in imported(tree) or path.name in {"timeline.py", "rules.py"}, path
        assert (
            "hashlib" not in imported(tree)
            or path.name in {"compiled.py", "files.py"}
            or "html" in path.parts
        ), path
