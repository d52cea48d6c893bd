"""Comparisons of pairs of reviewed definitions, built once for every law that holds of each."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from support.strategies import REVIEWED

from aidefs.comparison.comparison import Comparison
from aidefs.comparison.rows import side_by_side
from aidefs.library.records import Definition
from aidefs.library.taxonomy import Taxonomy
from aidefs.segmentation.segmentation import segment

PAIRS = tuple(combinations(REVIEWED, 2))
EVERY = 3  # of the pairs, unless --long asks for all: they are 16,000, and take a gigabyte


@pytest.fixture(scope="session")
def compare_reviewed() -> Callable[[Definition, Definition], Comparison]:
    """As `aidefs.compare` of two reviewed definitions, each of which is cut into segments only once."""
    taxonomy = Taxonomy.shipped()
    cut = {definition.id: segment(definition) for definition in REVIEWED}

    def compared(a: Definition, b: Definition) -> Comparison:
        return side_by_side((a, b), (cut[a.id], cut[b.id]), tuple(taxonomy), taxonomy)

    return compared


@pytest.fixture(scope="session")
def many_pairs(
    request: pytest.FixtureRequest, compare_reviewed: Callable[[Definition, Definition], Comparison]
) -> tuple[Comparison, ...]:
    """Reviewed definitions compared with those behind them in the library, each with a third of them."""
    every = 1 if request.config.getoption("--long") else EVERY
    return tuple(compare_reviewed(a, b) for a, b in PAIRS[::every])
