"""Wordings that tests of quotations have in common: right ones, and wrong ones made of them."""

from __future__ import annotations

import aidefs

EU = aidefs.get("eu").text
DEFINIENS = EU[EU.index("a machine") : -1]
CHANGED = DEFINIENS.replace("may exhibit", "can exhibit")
REWORDED = (
    CHANGED.replace("varying levels", "many degrees")
    .replace("explicit or implicit objectives", "stated aims")
    .replace("physical or virtual", "all")
)  # fmt: skip
OECD = aidefs.get("oecd").text.rstrip(".")
