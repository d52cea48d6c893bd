"""Speed and agreement of the collation against CollateX, in one run.

    python benchmarks/collation.py [--rounds 15]

Witnesses: the texts that led to Article 3(1) of the AI Act, 2021 to 2024; the three of them of 2024; and
the OECD's texts with those that were drafted from them. CollateX gets our tokens and our comparison keys,
so that both align the same things; its time is that of the table alone, ours goes from strings to the
result. In every round each tool collates once; a ratio is the median over the rounds of the quotients within
a round. Two measures say how good an alignment is:

- agreement: pairs of equal words of two witnesses that stand in one column, over all pairs of witnesses.
  The most there can be is the sum of the longest common subsequences of the pairs; no single table need
  reach it, since every pair has its own best alignment.
- columns: how many the table has; of two tables that agree as much, the one with fewer is better.

CollateX depends on the order of the witnesses: it is given the chronological order for the time, and twenty
shuffled ones besides for the best agreement that it finds.
"""

from __future__ import annotations

import gc
import random
import statistics
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations

import collatex
from timing import options, table, versions

import aidefs
from aidefs.alignment import engine
from aidefs.alignment.collation import collation_of
from aidefs.library.records import Definition
from aidefs.text.tokens import scan, tokenize

CHAINS = {
    "EU 2021–2024": [
        "eu-commission-2021", "eu-council-2022", "eu-parliament-2023", "eu-provisional-agreement-2024",
        "eu-parliament-first-reading-2024", "eu-ai-act-2024",
    ],
    "EU 2024": ["eu-provisional-agreement-2024", "eu-parliament-first-reading-2024", "eu-ai-act-2024"],
    "OECD and after": ["oecd-2019", "us-naiia-2020", "nist-ai-rmf-2023", "oecd-2023", "coe-2024"],
}  # fmt: skip


def theirs(definitions: Iterable[Definition]) -> dict[str, list[dict[str, object]]]:
    """The witnesses as CollateX takes them."""
    return {
        "witnesses": [
            {"id": one.id, "tokens": [{"t": t.text + t.after, "n": t.key} for t in tokenize(one.text)]}
            for one in definitions
        ]
    }


def agreement(columns: Iterable[Mapping[str, str]]) -> int:
    """Equal words in one column, over all pairs of witnesses; a column is witness → key."""
    found = 0
    for column in columns:
        words = Counter(key for key in column.values() if any(map(str.isalnum, key)))
        found += sum(n * (n - 1) // 2 for n in words.values())
    return found


def their_columns(definitions: Iterable[Definition]) -> list[dict[str, str]]:
    table = collatex.collate(theirs(definitions), segmentation=False)
    return [
        {witness: tokens[0].token_data["n"] for witness, tokens in column.tokens_per_witness.items()}
        for column in table.columns
    ]


def our_columns(definitions: Iterable[Definition]) -> list[dict[str, str]]:
    result = collation_of(list(definitions))
    return [
        {
            witness.siglum: witness.tokens.key(index)
            for witness, index in zip(result.witnesses, column, strict=True)
            if index is not None
        }
        for column in result.alignment
    ]


def bound(definitions: Iterable[Definition]) -> int:
    """The agreement that no table exceeds."""
    codes = [scan(one.text).word_codes for one in definitions]
    return sum(n for a, b in combinations(codes, 2) for _, _, n in engine.matching_blocks(a, b))


def times(definitions: list[Definition], rounds: int) -> tuple[list[float], list[float]]:
    """Seconds of CollateX and of ours, one a round."""
    found: tuple[list[float], list[float]] = [], []
    for _ in range(rounds):
        prepared = theirs(definitions)
        gc.collect()
        begin = time.perf_counter()
        collatex.collate(prepared, segmentation=False)
        found[0].append(time.perf_counter() - begin)
        del prepared
        gc.collect()
        begin = time.perf_counter()
        collation_of(definitions)
        found[1].append(time.perf_counter() - begin)
    return found


def main() -> None:
    rounds = options(__doc__, 15).parse_args().rounds
    shuffled = random.Random(20240612)
    print(f"{versions('collatex')}, {rounds} rounds\n")
    rows = []
    for name, ids in CHAINS.items():
        definitions = [aidefs.get(one) for one in ids]
        a, b = times(definitions, rounds)
        ratio = statistics.median(x / y for x, y in zip(a, b, strict=True))
        theirs_alone, ours = their_columns(definitions), our_columns(definitions)
        best = agreement(theirs_alone)
        for _ in range(20):
            best = max(best, agreement(their_columns(shuffled.sample(definitions, len(definitions)))))
        of = f"{name}, {len(ids)} witnesses"
        rows += [
            (
                f"{of}: CollateX", f"{statistics.median(a) * 1000:.1f} ms", str(agreement(theirs_alone)),
                str(best), str(len(theirs_alone)), "1.0",
            ),
            (
                f"{of}: aidefs", f"{statistics.median(b) * 1000:.1f} ms", str(agreement(ours)), "",
                str(len(ours)), f"{ratio:.1f}",
            ),
            (f"{of}: no table exceeds", "", str(bound(definitions)), "", "", ""),
        ]  # fmt: skip
    head = ("", "wall", "agreement", "in its best order of 21", "columns", "times as fast")
    print(table(head, rows))


if __name__ == "__main__":
    main()
