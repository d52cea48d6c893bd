"""What tests of surveys share."""

from __future__ import annotations

import random

from aidefs.library.records import Definition
from support.strategies import ENGLISH

CHAIN = ("eu@2021-04", "eu@2022", "eu@2023", "eu@2024-01", "eu@2024-03", "eu", "oecd@2019", "oecd")


def shuffled(seed: int) -> list[Definition]:
    chosen = list(ENGLISH)
    random.Random(seed).shuffle(chosen)
    return chosen
