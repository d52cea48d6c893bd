"""Speed of the word-level diff against redlines and difflib, as ratios in one run.

    python benchmarks/diff.py [--rounds 15]

Corpus: 60 pairs of definitions. The 12 ordered pairs of the Convention, the Act and the OECD texts of
2019 and 2023, and 48 pairs of a stored English definition and a seeded edit of it (about one word in
twelve deleted, replaced or followed by a new one, some commas dropped). Every round measures every tool
once over the whole corpus, in a new shuffled order; a ratio is the median over the rounds of the
quotients within a round, so that a busy machine slows both sides.
"""

from __future__ import annotations

import argparse
import difflib
import gc
import platform
import random
import statistics
import time
from collections.abc import Callable
from importlib.metadata import version

from redlines import Redlines

import aidefs
from aidefs.alignment import engine
from aidefs.alignment.edits import opcodes
from aidefs.alignment.redline import redline, redline_scans
from aidefs.text.tokens import scan

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


def corpus(seed: int = 20241) -> list[tuple[str, str]]:
    """The 60 pairs."""
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


def rounds(tools: dict[str, Callable[[], None]], count: int) -> dict[str, list[float]]:
    """Seconds of every tool in every round."""
    order = list(tools)
    shuffled = random.Random(1)
    times: dict[str, list[float]] = {name: [] for name in tools}
    for name in order:
        tools[name]()  # warm up
    gc.disable()
    for _ in range(count):
        shuffled.shuffle(order)
        for name in order:
            begin = time.perf_counter()
            tools[name]()
            times[name].append(time.perf_counter() - begin)
        gc.collect()
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15)
    count = parser.parse_args().rounds
    pairs = corpus()
    scans = [(scan(a), scan(b)) for a, b in pairs]
    tokens = [(list(a.keys), list(b.keys)) for a, b in scans]

    def each(work: Callable[..., object], items: list[tuple]) -> Callable[[], None]:  # type: ignore[type-arg]
        def run() -> None:
            for a, b in items:
                work(a, b)

        return run

    tools = {
        "aidefs, from strings to edits": each(redline, pairs),
        "aidefs, cached tokens to edits": each(redline_scans, scans),
        "aidefs, cached tokens to opcodes": each(opcodes, scans),
        "redlines, from strings to changes": each(lambda a, b: Redlines(a, b).changes, pairs),
        "redlines, from strings to markdown": each(lambda a, b: Redlines(a, b).output_markdown, pairs),
        "difflib, cached tokens to opcodes": each(
            lambda a, b: difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes(), tokens
        ),
    }
    times = rounds(tools, count)
    print(f"Python {platform.python_version()}, engine {engine.name()}, {len(pairs)} pairs, {count} rounds")
    for name, seconds in times.items():
        print(f"  {name:36} {len(pairs) / statistics.median(seconds):9,.0f} pairs/s")

    def ratio(ours: str, theirs: str) -> float:
        return statistics.median(t / o for o, t in zip(times[ours], times[theirs], strict=True))

    mine = list(tools)
    print("Ratios (times as fast; goal)")
    for ours, theirs, goal in (
        (mine[0], mine[4], "1.2"),
        (mine[2], mine[4], "3"),
        (mine[2], mine[5], "1.5"),
        (mine[1], mine[4], "no goal"),
    ):
        print(f"  {ours} / {theirs}: {ratio(ours, theirs):.2f} ({goal})")
    print(f"peers: redlines {version('redlines')}, difflib of the standard library")


if __name__ == "__main__":
    main()
