"""Speed of the word-level diff of definitions, as ratios in one run.

    python benchmarks/diff.py [--rounds 15]

Two corpora. *Light edits*: the 12 ordered pairs of the Convention, the Act and the OECD texts of 2019 and
2023, and 48 pairs of a stored English definition and a seeded edit of it (about one word in twelve deleted,
replaced or followed by a new one, some commas dropped). *Random pairs*: 120 pairs of different stored English
definitions, drawn with a fixed seed, as a matrix or a search for ancestors meets them.

"Default" is what `pip install aidefs` brings, "RapidFuzz" with the extra `many`. "Cold words" forgets before
each pair all words that were met before; no text is ever remembered as a whole. Every round measures every
tool once over a corpus, in a new shuffled order; a ratio is the median over the rounds of the quotients of
CPU time.
"""

from __future__ import annotations

import difflib
import random
from collections.abc import Callable
from typing import Any

import cydifflib
import fast_diff_match_patch
from rapidfuzz.distance import Indel
from redlines import Redlines
from timing import Goal, at_least, cpu, faster, goals, interleaved, options, table, versions, wall

import aidefs
from aidefs.alignment import engine
from aidefs.alignment.edits import changed_tokens
from aidefs.alignment.redline import redline, redline_scans
from aidefs.text import tokens
from aidefs.text.tokens import Scan, scan

CORE = ("coe-2024", "eu-ai-act-2024", "oecd-2019", "oecd-2023")
FILLERS = [
    "any",
    "such",
    "certain",
    "relevant",
    "automated",
    "other",
    "human",
    "technical",
    "given",
    "intended",
]
DEFAULT, RAPIDFUZZ = engine.ENGINES
Pair = tuple[str, str]


def light_edits(seed: int = 20241) -> list[Pair]:
    """60 pairs."""
    chosen = random.Random(seed)
    library = aidefs.Library.shipped()
    pairs = [(library[x].text, library[y].text) for x in CORE for y in CORE if x != y]
    texts = [d.text for d in library.values() if d.lang == "en" and 28 <= len(d.text.split()) <= 66]
    while len(pairs) < 60:
        text = chosen.choice(texts)
        pairs.append((text, edited(text, chosen)))
    return pairs


def edited(text: str, chosen: random.Random) -> str:
    """The text with about one word in twelve changed."""
    words = []
    for word in text.split(" "):
        dice = chosen.random()
        if dice < 0.03:
            continue
        words.append(chosen.choice(FILLERS) if dice < 0.055 else word)
        if 0.055 <= dice < 0.08:
            words.append(chosen.choice(FILLERS))
    result = " ".join(words)
    return result.replace(",", "", 1) if chosen.random() < 0.5 else result


def random_pairs(seed: int = 20241) -> list[Pair]:
    """120 pairs of different texts."""
    chosen = random.Random(seed)
    texts = [d.text for d in aidefs.Library.shipped().values() if d.lang == "en"]
    return [(a, b) for a, b in (chosen.sample(texts, 2) for _ in range(120))]


def opcodes(a: Scan, b: Scan, engine: str) -> list[tuple[str, int, int, int, int]]:
    """The edit script over tokens as difflib has it, a deletion standing before the insertion."""
    ops: list[tuple[str, int, int, int, int]] = []
    add = ops.append
    i = j = 0
    for i1, i2, j1, j2 in changed_tokens(a, b, engine):
        if i1 > i:
            add(("equal", i, i1, j, j1))
        if i2 > i1:
            add(("delete", i1, i2, j1, j1))
        if j2 > j1:
            add(("insert", i2, i2, j1, j2))
        i, j = i2, j2
    if i < len(a):
        add(("equal", i, len(a), j, len(b)))
    return ops


def _cold(a: str, b: str) -> object:
    warm, tokens._lexicon = tokens._lexicon, tokens.Lexicon()
    try:
        return redline(a, b, engine=DEFAULT)
    finally:
        tokens._lexicon = warm


def tools(pairs: list[Pair]) -> dict[str, Callable[[], object]]:
    """What is measured, each over all pairs."""
    scans = [(scan(a), scan(b)) for a, b in pairs]
    keys = [(a.keys, b.keys) for a, b in scans]
    codes = [(a.codes, b.codes) for a, b in scans]

    def each(work: Callable[[Any, Any], object], items: list[tuple[Any, Any]]) -> Callable[[], None]:
        def run() -> None:
            for a, b in items:
                work(a, b)

        return run

    def of(work: Callable[..., object], which: str) -> Callable[[Any, Any], object]:
        return lambda a, b: work(a, b, engine=which)

    return {
        "aidefs, strings to edits, default": each(of(redline, DEFAULT), pairs),
        "aidefs, strings to edits, RapidFuzz": each(of(redline, RAPIDFUZZ), pairs),
        "aidefs, strings to edits, default, cold words": each(_cold, pairs),
        "aidefs, tokens to edits, default": each(of(redline_scans, DEFAULT), scans),
        "aidefs, tokens to opcodes, default": each(of(opcodes, DEFAULT), scans),
        "aidefs, tokens to opcodes, RapidFuzz": each(of(opcodes, RAPIDFUZZ), scans),
        "redlines, strings to changes": each(lambda a, b: Redlines(a, b).changes, pairs),
        "redlines, strings to Markdown": each(lambda a, b: Redlines(a, b).output_markdown, pairs),
        "difflib, tokens to opcodes": each(
            lambda a, b: difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes(), keys
        ),
        "cydifflib, tokens to opcodes": each(
            lambda a, b: cydifflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes(), keys
        ),
        "RapidFuzz, tokens to opcodes": each(lambda a, b: Indel.opcodes(a, b).as_list(), codes),
        "fast-diff-match-patch, tokens to script": each(
            lambda a, b: fast_diff_match_patch.diff(
                a, b, timelimit=0, checklines=False, cleanup="No", counts_only=True
            ),
            codes,
        ),
    }


def measure(rounds: int) -> tuple[str, list[Goal]]:
    """The table of both corpora in Markdown, and the goals."""
    found: list[Goal] = []
    columns: dict[str, list[str]] = {}
    for corpus, pairs in (("light edits", light_edits()), ("random pairs", random_pairs())):
        times = interleaved(tools(pairs), rounds)
        peer = times["redlines, strings to Markdown"]
        for name, took in times.items():
            row = columns.setdefault(name, [name])
            row += [f"{cpu(took) / len(pairs) * 1e6:,.0f} µs", f"{wall(took) / len(pairs) * 1e6:,.0f} µs"]
            row += [f"{faster(took, peer):.2f}"]

        def ratio(ours: str, theirs: str = "redlines, strings to Markdown", times: Any = times) -> float:
            return faster(times[f"aidefs, {ours}"], times[theirs])

        unlike = corpus == "random pairs"
        found += [
            at_least(
                f"strings to edits / redlines, {corpus}, default",
                1.5 if unlike else 1.3,
                ratio("strings to edits, default"),
            ),
            at_least(
                f"strings to edits / redlines, {corpus}, RapidFuzz",
                3 if unlike else 2,
                ratio("strings to edits, RapidFuzz"),
            ),
            at_least(
                f"tokens to opcodes / redlines, {corpus}, default", 3.3, ratio("tokens to opcodes, default")
            ),
            at_least(
                f"tokens to opcodes / redlines, {corpus}, RapidFuzz",
                8,
                ratio("tokens to opcodes, RapidFuzz"),
            ),
            at_least(
                f"tokens to opcodes / difflib, {corpus}, RapidFuzz",
                3,
                ratio("tokens to opcodes, RapidFuzz", "difflib, tokens to opcodes"),
            ),
        ]
    head = [
        "CPU and wall time a pair, times as fast as redlines",
        *("light edits, CPU", "wall", "ratio", "random pairs, CPU", "wall", "ratio"),
    ]
    return table(head, columns.values()), found


def main() -> None:
    shown, found = measure(options(__doc__, 15).parse_args().rounds)
    print(versions("redlines", "cydifflib", "rapidfuzz", "fast-diff-match-patch"))
    print(f"\n{shown}\n\n{goals(found)}")


if __name__ == "__main__":
    main()
