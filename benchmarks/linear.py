"""How time grows with the text, where it once grew with its square.

    python benchmarks/linear.py [--rounds 5] [--share 1]

Each text is made of one part, repeated so often and twice as often; the figure is the quotient of the median
CPU times, which has to stay below 2.3.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from timing import Goal, add_share, at_most, cpu, goals, interleaved, options, versions

import aidefs
from aidefs.text.tokens import tokenize

BEGIN = "AI system means a system"
WORK: dict[str, tuple[Callable[[str], object], str, str, int]] = {
    "tokenize, soft hyphens": (tokenize, "", "\u00ad", 400_000),
    "tokenize, joiners": (tokenize, "", "\u200d", 400_000),
    "segment, clauses of one sentence": (aidefs.segment, BEGIN, ", that infers, from inputs, outputs", 1_500),
    "segment, lists in lists": (
        aidefs.segment,
        BEGIN,
        " such as predictions, including content, that can",
        1_500,
    ),
    "segment, connectives": (aidefs.segment, BEGIN, " that", 20_000),
    "segment, sentences": (aidefs.segment, BEGIN + ".", " Such models could include outputs.", 1_500),
    "segment, limbs": (aidefs.segment, BEGIN + " that ", "a) infers outputs, b) learns, ", 1_500),
}


def measure(rounds: int, share: float) -> list[Goal]:
    """The quotients, of texts of that share of their length."""
    found = []
    for name, (work, begin, part, most) in WORK.items():
        number = max(round(most * share), 1)
        texts = {times: f"{begin}{part * times} ." for times in (number, 2 * number)}
        runs = {str(times): partial(work, text) for times, text in texts.items()}
        once, twice = interleaved(runs, rounds).values()
        found.append(at_most(f"{name}, {number:,} times: {cpu(once):.2f} s", 2.3, cpu(twice) / cpu(once)))
    return found


def main() -> None:
    parser = options(__doc__, 5)
    add_share(parser)
    given = parser.parse_args()
    print(f"{versions()}\n\n{goals(measure(given.rounds, given.share))}")


if __name__ == "__main__":
    main()
