"""How time grows with the text, where it once grew with its square.

    python benchmarks/linear.py [--rounds 5] [--share 1]

Each text is made of one part, repeated so often and twice as often; the figure is the quotient of the median
CPU times, which has to stay below 2.3.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from timing import Goal, add_share, at_most, cpu, goals, interleaved, options, table, versions

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


def measure(rounds: int, share: float) -> Iterator[tuple[str, float, Goal]]:
    """How often each part stands in the shorter text, seconds for that, and the quotient."""
    for name, (work, begin, part, most) in WORK.items():
        number = max(round(most * share), 1)
        texts = {times: f"{begin}{part * times} ." for times in (number, 2 * number)}
        runs = {str(times): partial(work, text) for times, text in texts.items()}
        once, twice = interleaved(runs, rounds).values()
        yield f"{number:,}", cpu(once), at_most(name, 2.3, cpu(twice) / cpu(once))


def main() -> None:
    parser = options(__doc__, 5)
    add_share(parser)
    given = parser.parse_args()
    rows = list(measure(given.rounds, given.share))
    times = ((goal.what, number, f"{seconds:.2f} s") for number, seconds, goal in rows)
    print(f"{versions()}\n\n{table(('', 'times', 'CPU'), times)}\n\n{goals(goal for _, _, goal in rows)}")


if __name__ == "__main__":
    main()
