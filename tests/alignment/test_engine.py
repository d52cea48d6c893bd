"""Matching tokens: a shortest script up to the bound, and the same one with every engine."""

from __future__ import annotations

import ast
from functools import cache
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import ENGLISH, NASTY, WORDS, pairs

from aidefs.alignment import engine
from aidefs.alignment.redline import LEVELS, Level, redline
from aidefs.survey.lcs import shared_words
from aidefs.text.tokens import scan

SOURCE = Path(__file__).parents[2] / "src" / "aidefs"
INTEGERS, RAPIDFUZZ = engine.ENGINES
NEEDS_RAPIDFUZZ = "rapidfuzz is an optional extra"


@pytest.fixture(scope="module")
def rapidfuzz() -> None:
    pytest.importorskip("rapidfuzz", reason=NEEDS_RAPIDFUZZ)


@pytest.fixture
def few_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts of a few words are taken as long ones: rows worked out again, tokens kept by their places."""
    monkeypatch.setattr(engine, "_ROWS", 3)
    monkeypatch.setattr(engine, "_DENSE", 4)


@pytest.fixture
def low_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts of more than twenty words are cut at the words that both have once."""
    monkeypatch.setattr(engine, "BOUND", 20)


def longest_common(a: str, b: str) -> int:
    """Length of the longest common subsequence, cell by cell."""
    row = [0] * (len(b) + 1)
    for x in a:
        before = row
        row = [0]
        for j, y in enumerate(b):
            row.append(before[j] + 1 if x == y else max(before[j + 1], row[j]))
    return row[-1]


def check_blocks(a: str, b: str, which: str = "") -> int:
    """Hold the laws of blocks, and count the tokens in them."""
    blocks = engine.matching_blocks(a, b, which)
    i = j = 0
    for n, (x, y, length) in enumerate(blocks):
        assert x >= i and y >= j and length > 0
        assert n == 0 or x > i or y > j, "no two blocks touch in both texts"
        assert a[x : x + length] == b[y : y + length]
        i, j = x + length, y + length
    assert i <= len(a) and j <= len(b)
    return sum(length for _, _, length in blocks)


def wordlist(seed: int, size: int, vocabulary: int) -> str:
    random = Random(seed)
    return " ".join(f"w{random.randrange(vocabulary)}" for _ in range(size))


def letters(most: int = 40) -> st.SearchStrategy[str]:
    return st.text("abcd\U00010000", max_size=most)


# --- minimal ----------------------------------------------------------------------------------


@pytest.mark.parametrize("which", engine.ENGINES)
@given(letters(), letters())
def test_scripts_are_minimal(which: str, a: str, b: str) -> None:
    if which == RAPIDFUZZ:
        pytest.importorskip("rapidfuzz", reason=NEEDS_RAPIDFUZZ)
    assert check_blocks(a, b, which) == longest_common(a, b)


def test_empty_and_equal() -> None:
    assert engine.matching_blocks("", "") == []
    assert engine.matching_blocks("ab", "ab") == [(0, 0, 2)]
    assert engine.matching_blocks("ab", "") == engine.matching_blocks("", "ab") == []


def test_of_scripts_that_are_equally_short_the_matches_stand_earliest() -> None:
    assert engine.matching_blocks("b", "abcb") == [(0, 3, 1)]  # but common ends come first
    assert engine.matching_blocks("xby", "abcbd") == [(1, 1, 1)]
    assert engine.matching_blocks("abcbd", "xby") == [(1, 1, 1)]


# --- one engine as the other ------------------------------------------------------------------


def same(a: str, b: str) -> None:
    assert engine.matching_blocks(a, b, INTEGERS) == engine.matching_blocks(a, b, RAPIDFUZZ)


def both(a: str, b: str, level: Level = "word") -> None:
    assert redline(a, b, level, engine=INTEGERS) == redline(a, b, level, engine=RAPIDFUZZ)


@given(letters(), letters())
def test_same_blocks(rapidfuzz: None, a: str, b: str) -> None:
    same(a, b)


def test_same_blocks_of_thousands_of_random_pairs(rapidfuzz: None) -> None:
    random = Random(2026)
    for _ in range(5_000):
        tokens = "abcdefghijklmnopqrstuvwxyz"[: random.choice((2, 3, 5, 26))]
        a, b = ("".join(random.choices(tokens, k=random.randrange(90))) for _ in range(2))
        same(a, b)


def test_same_redline_of_stored_definitions(rapidfuzz: None) -> None:
    chosen = list(combinations(ENGLISH, 2))[::4]
    assert len(chosen) > 500
    for a, b in chosen:
        both(a.text, b.text)


@pytest.mark.exhaustive
def test_same_redline_of_edited_definitions(rapidfuzz: None) -> None:
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
def test_same_redline_of_random_texts(rapidfuzz: None, texts: tuple[str, str], level: Level) -> None:
    both(*texts, level)


def test_same_redline_of_repetitive_texts(rapidfuzz: None) -> None:
    for seed in range(300):
        both(wordlist(seed, 40, 4), wordlist(seed + 1000, 40, 4))


def test_same_blocks_of_unlike_long_texts(rapidfuzz: None) -> None:
    for words in (400, 1500, 3000):
        same(scan(wordlist(words, words, 300)).word_codes, scan(wordlist(words + 1, words, 300)).word_codes)


def test_the_engine_of_a_process_changes_when_there_is_much_to_do(
    rapidfuzz: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    used: list[str] = []
    monkeypatch.setattr(engine, "_done", 0)
    monkeypatch.setattr(engine, "_WORTH_AN_IMPORT", 10)
    monkeypatch.setattr(engine, "_between", lambda a, b, which: used.append(INTEGERS) or [])
    monkeypatch.setattr(engine, "_by_rapidfuzz", lambda: lambda a, b: used.append(RAPIDFUZZ) or [])
    for _ in range(3):
        engine.matching_blocks("ab", "cd")
    assert used == [INTEGERS, INTEGERS, RAPIDFUZZ]
    monkeypatch.setattr(engine, "_is_installed", lambda: False)
    engine.matching_blocks("ab", "cd")
    assert used[-1] == INTEGERS


# --- long texts -------------------------------------------------------------------------------


@pytest.mark.usefixtures("few_rows")
@given(letters(60), letters(60))
def test_rows_that_are_worked_out_again_are_the_same(a: str, b: str) -> None:
    blocks = engine.matching_blocks(a, b, INTEGERS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "_ROWS", 1000)
        patch.setattr(engine, "_DENSE", 1000)
        assert engine.matching_blocks(a, b, INTEGERS) == blocks


@pytest.mark.usefixtures("low_bound")
@given(letters(60), letters(60))
def test_beyond_the_bound_blocks_are_blocks(a: str, b: str) -> None:
    assert check_blocks(a, b) <= longest_common(a, b)


@pytest.mark.usefixtures("low_bound")
def test_beyond_the_bound_texts_are_cut_where_a_token_is_in_both_once() -> None:
    a = "abcdefghij" * 2 + "X" + "klmnopqrst" * 2 + "Y" + "abc"
    b = "jihgfedcba" * 2 + "X" + "tsrqponmlk" * 2 + "Y" + "cba"
    cut = engine.matching_blocks(a, b)
    assert {(20, 20, 1), (41, 41, 1)} <= set(cut)
    assert check_blocks(a, b) == longest_common(a, b)


def test_a_token_that_stands_twice_in_a_text_is_no_anchor() -> None:
    assert engine._anchors("aabc", "aabc") == [(2, 2), (3, 3)]
    assert engine._anchors("abc", "aabc") == [(1, 2), (2, 3)]
    assert engine._anchors("aa", "a") == engine._anchors("a", "aa") == []


def test_the_longest_run_that_increases() -> None:
    assert engine._increasing([(0, 5), (1, 1), (2, 2), (3, 0), (4, 3)]) == [(1, 1), (2, 2), (4, 3)]
    assert engine._increasing([]) == []


def test_long_texts_do_not_go_to_rapidfuzz_which_keeps_all_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_ALL_ROWS", 2)
    monkeypatch.setattr(engine, "_by_rapidfuzz", lambda: pytest.fail("asked for"))
    assert engine.matching_blocks("abc", "xby", RAPIDFUZZ) == [(1, 1, 1)]


@pytest.mark.exhaustive
def test_unlike_texts_of_many_words() -> None:
    a, b = (scan(wordlist(seed, 20_000, 5_000)).word_codes for seed in (3, 4))
    assert check_blocks(a, b) == shared_words([a], [b], "integers")[0][0]


# --- no clock ---------------------------------------------------------------------------------


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


# What is shown while it runs, names of unfinished files and tasks, and the door of the explorer: no result.
MAY_VARY = {
    "time": {"corpora/corpus.py"},
    "uuid": {"corpora/engines.py", "corpora/tables.py"},
    "socket": {"web/server.py"},
}


@pytest.mark.parametrize(
    "module",
    ["difflib", "time", "locale", "random", "secrets", "uuid", "platform", "socket", "gettext"],
)
def test_nothing_imports_what_varies(module: str) -> None:
    found = {path.relative_to(SOURCE).as_posix() for path, tree in trees() if module in imported(tree)}
    assert found == MAY_VARY.get(module, set())


def test_of_threads_there_is_a_lock_and_nothing_else() -> None:
    """But for those that wait for child processes, whose answers come in the order of the questions.

    The explorer answers several readers at once, and a corpus is read by whoever is free. An alarm asks
    whether it would reach the thread it is set in.
    """
    lines = [
        line
        for path, _ in trees()
        for line in path.read_text("utf-8").splitlines()
        if any(word in line for word in ("threading", "_thread ", "concurrent"))
        and path not in (SOURCE / "readers" / "processes.py", SOURCE / "readers" / "alarm.py")
        and path.relative_to(SOURCE).parts[0] not in ("web", "corpora")
    ]
    assert sorted(lines) == [
        "from _thread import RLock",
        "from _thread import allocate_lock",
        "from threading import RLock",
    ]


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
        assert "datetime" not in imported(tree) or path.name in {
            "timeline.py",
            "rules.py",
            "frame.py",
            "spread.py",
        }, path
        assert (
            "hashlib" not in imported(tree)
            or path.name in {"compiled.py", "files.py", "addresses.py"}
            or path.parent == SOURCE / "corpora"
            or "html" in path.parts
        ), path
